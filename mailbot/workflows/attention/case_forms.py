"""What can be answered to an alert about a worry: that somebody has it, that it is closed and why, its history."""

from mailbot.workflows.attention.forms import Form

# Answers to an alert about a worry. What stands behind ACK may say what they do, but nothing that takes it back;
# words that only follow on from it, as in "ACK when you have taken this on", are our own or somebody else's.
_NOT_MINE = (
    r"\b(?:but|however|not|never|unless|if|until|till|when|whether|cannot|later|tomorrow|else|only|except|please"
    r"|ask|reply|someone|somebody|anyone|anybody|who|which|what|why|how|away|leave|holiday|sorry|no|taken on)\b"
    r"|n['’]t\b|\?"
)
ACK = Form(
    "have_it",
    r"(?:(?:yes|ok|okay|hi|hello|thanks|thank you)[,.!]? )?"
    r"(?:ack(?:nowledged)?|i(?: have|['’]ve| have got|['’]ve got) (?:this|it|got this|got it))"
    r"(?: (?:now|thanks|thank you|in hand))?(?=[ \t]*(?:$|[.!,;:–—-]|and (?:i|am|will)\b))",
    "ACK",
    taken_back=_NOT_MINE,
    sure=True,
    most=120,
)
_CLOSE = r"(?:please )?closed?(?: (?:it|this|(?:the )?case))?"
CLOSE = Form(
    "close_case",
    rf"{_CLOSE}\s*(?:[:;,.–—-]+\s*(?=\w)|\s(?=(?:because|reason)\b))",
    "CLOSE and the reason, as in CLOSE: SPOKEN TO, ALL IN ORDER",
    officer=True,
    taken_back=r"\?",
    most=300,
)
CLOSE_BARE = Form("close_bare", rf"{_CLOSE}(?=[.!]*$)", "CLOSE and the reason", sure=True)
HISTORY = Form("history", r"(?:please )?(?:(?:the |send )*history)(?: please)?(?=[.!]*$)", "HISTORY", sure=True)

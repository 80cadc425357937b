"""How people tell of what they did with somebody. All expressions are for folded text."""

import re
from collections.abc import Iterator

from mailbot.reading.words.visiting import FINE, ONE, TREAT, any_of, is_denied

# Things done together; they count as a visit by who did them with whom, or as an answer to our question.
TOGETHER = any_of(
    r"(?:i|we|us)(?:'ve|'d| have| had| both| all| also| just| then| even| only| did| finally| really|ve){0,3} "
    r"(?!(?:tried|wanted|hoped|planned|intended|needed|forgot|asked|called|phoned|moved|changed|received|emailed"
    r"|texted|noticed|missed|promised|arrived|waited|posted|cancelled|turned|knocked|attached|claimed|heard)\b)"
    r"(?:\w+ed|went|had|did|made|took|saw|met|sat|ate|drank|spent|got|won|lost|beat|read|swam|sang|drew|built|taught"
    r"|caught|rode|ran|drove|spoke|was|were|wuz|been|found|gave|bought|brought|fed|told|laffed|wached|reached"
    r"|fished)",
    r"\w+ (?:and|n|&) (?:i|me) \w+(?:ed|ent|ad|ade|id|ook|at|ent|ang|on|ew)",
    r"me (?:and|n|&) \w+ (?!are\b|r\b|will\b|is\b|going\b|shall\b|have to\b|cannot\b|cant\b)\w+",
    r"^(?:spent|taught|helped|played|walked|cooked|watched|sat|chatted)\b",
    r"came (?:out|along|round|over|swimming|bowling)\b",
    r"(?:beat|thrashed|smashed|showed|taught|told|made|gave|walked|drew|cooked|hammered|trounced|cheated) (?:me|us)",
    rf"had (?:{ONE} )?(?:\w+ ){{0,2}}{TREAT}",
)
KIND = any_of(FINE)
# "A nice enough afternoon": said of somebody who is named, it was spent with them.
TIME = re.compile(rf"\b(?:a|an|our|another|the)? ?(?:\w+ )?{FINE} (?:enough )?(?:\w+ )?{TREAT}\b")
# With a day and a client who is named: "yesterday's visit to", "over our tea yesterday", "she told me on Monday".
THAT_VISIT = any_of(
    r"(?:yesterday|today|tonight|\w+day|this (?:morning|afternoon|evening))'s (?:visit|session|outing|meeting"
    r"|walk|lesson)",
)
VISITED = any_of(
    r"in \w+'s company",
    rf"(?:over|during|at|after) (?:our|a|the) (?:\w+ )?{TREAT}",
    r"(?:told|showed|asked|gave|handed|confided in) me\b",
)
JOINTLY = re.compile(r"\bwe \w+[^.;!?]{0,60} together\b")
WELL = any_of(
    rf"(?:was|were|is|seemed|looked|looks|seems|'s|felt|sounded) (?:\w+ )?(?:in |on |really |very |so |much "
    rf"|quite |full of )"
    rf"*(?:{FINE}|spirits|form|better|beans|chatty|talkative|pleased|delighted|excited|proud|himself|herself|tired"
    rf"|sleepy"
    r"|hungry|smiling|laughing|good spirits)",
)
GOOD = re.compile(rf"\b(?:was|were|went|all) (?:\w+ )?{FINE}\b|\b{FINE} (?:\w+ )?{TREAT}\b")
PLEASED = any_of(
    FINE,
    r"thank(?:s| you)|cheers",
    r"enjoy(?:ed|s|ing)|loved|laughed|laughs?|played|ate|walked|talked|chatted|watched"
    r"|won|lost|beat|cooked|baked|giggles|hugs|smile[sd]?|happy|chess|draughts|cards|bowling|paintball|football"
    r"|pool|tea",
    r"\w{3,}ed\b",
    r"(?:he|she|they|we) (?:was|were|did|had|got|made|went|took|gave|sang|ran|ate|has|is|loves?)|(?:he|she|they)'s",
)
# Somebody who visits writes "went today" of nothing else.
GONE = re.compile(
    r"(?:^\W*|[.,;!:] |\b(?:and|so|then|only) |\b(?:i|we)(?:'d|'ve|d|ve| had| have)? )(?:i |we )?(?:only |just )?"
    r"(?:went|been(?! \w+(?:ing|in)\b)|was there|were there|(?:popped|nipped|called|dropped|looked) (?:in|over"
    r"|round|by))"
    r"\b(?! (?:to|on|for|through|off|back|home|down|out|away|into|at|with my|and)\b)"
)


def together(words: str) -> Iterator["re.Match[str]"]:
    """Things that the writer did, not denied: perhaps with a client."""
    for match in TOGETHER.finditer(words):
        if not is_denied(words, match):
            yield match

"""Find that a visitor struggles, or wants to talk something over (S13, L25).

Words only, and the sentence is still read as any other: a coordinator sees it in the digest whatever is done here.
"""

import re

from mailbot.expressions import lazy
from mailbot.reading.words.sentences import sentences

_VERY = (
    r"(?:(?:really|very|a bit|rather|quite|still|also|just|so|honestly|increasingly|now|getting"
    r"|somewhat|finding)\s+)*"
)
_WITH_IT = r"(?:it|this|things|visits|the visits|visiting|my visits|the role|him|her|them|(?-i:[A-Z])\w+)"
_HARD = (
    r"(?:hard|difficult|tough|tricky|overwhelming|draining|upsetting|too much|stressful|heavy going"
    r"|a struggle|challenging)"
)
_STRUGGLES = lazy(
    rf"\b(?:i['’]?m|i am|i['’]ve been|i have been|we['’]re)\s+{_VERY}(?:struggling|out of my depth"
    rf"|at a loss|at my wits['’]? end"
    rf"|at sea|floundering|not coping|worn out by|overwhelmed)\b"
    rf"|\bi\s+{_VERY}(?:struggle|find\s+{_WITH_IT}\s+{_VERY}{_HARD})\b"
    rf"|\b(?:i['’]?m|i am)\s+{_VERY}finding\s+{_WITH_IT}\s+{_VERY}{_HARD}\b"
    rf"|\bi\s+found\s+{_WITH_IT}\s+{_VERY}{_HARD}\b"
    rf"|\bi\s+(?:do not|don['’]?t|can['’]?t|cannot)\s+{_VERY}(?:cope|manage|know how to (?:deal|cope|handle"
    rf"|go on|help|talk|reach))\b"
    rf"|\b(?:visits|visiting|it)\s+(?:are|is|have|has)\s+{_VERY}(?:been\s+|become\s+)?{_VERY}{_HARD}\s+for me\b"
    rf"|\bi(?:['’]?m| am)\s+{_VERY}(?:not sure|unsure|uncertain)\s+(?:that\s+)?(?:i['’]?m|i am)\s+(?:up to"
    rf"|any good|doing)\b",
    re.IGNORECASE,
)
_TALK = lazy(
    r"\b(?:i|we)(?:['’]d| would| could| should)?\s+(?:really\s+|very much\s+|also\s+)*(?:like|love|need"
    r"|want|appreciate|welcome|do with"
    r"|value|use|be (?:glad|grateful) (?:of|for))\s+(?:some\s+|a bit of\s+|a little\s+|any\s+|more\s+"
    r"|your\s+|a\s+|an\s+)*"
    r"(?:support|guidance|supervision|debrief|sounding board|moral support|advice (?:about|on|with|how)"
    r"|(?:chat|talk|word)"
    r" (?:about|through) (?:how|my|the|a problem|things|what|visit\w*))\b"
    r"|\b(?:i|we)(?:['’]ve| have)(?: got)?\s+(?:run into\s+|come across\s+|hit\s+)?(?:a|some|another"
    r"|one)\s+(?:\w+\s+)?(?:problems?"
    r"|difficult(?:y|ies)|issues?|worries|dilemma|snag)\s+(?:with|about|over|in|on|that|at|i)\b"
    r"|\bthere(?:['’]s| is| are|['’]ve been| have been)\s+(?:a|some|another)\s+(?:\w+\s+)?(?:problems?"
    r"|difficult(?:y|ies)|issues?)\s+"
    r"(?:with|over|in|between) (?:my|the|our|(?-i:[A-Z])\w+|him|her|us)\b"
    r"|\b(?:can|could|may|might) (?:i|we) (?:please )?(?:talk|speak|chat|discuss)\s+(?:something |this |it "
    r"|things )?(?:through |over )?(?:to|with|through|about)"
    r" (?:somebody|someone|you|my backup|the backup|something|how|a problem|things)\b",
    re.IGNORECASE,
)
_NOT = lazy(
    r"\b(?:no longer|not struggling|never|used to|if|unless|was struggling|were struggling|anyone|he (?:is"
    r"|was)|she (?:is|was)"
    r"|film|book|crossword|puzzle|parking|traffic|the (?:lock|door|lid|jar|hill|stairs|steps)|expenses?"
    r"|claim|receipts?|printer"
    r"|e-?mail|computer|phone|laptop|app|website|my (?:car|bike|back|knee|hip|leg|eyes|hearing|internet"
    r"|wifi|broadband|boiler)"
    r"|chess|spelling|language exchange|the (?:form|train|bus|trains|buses|booking|car|heat|cold|weather)"
    r"|no (?:problem|issue)"
    r"|thank(?:s| you) for (?:the|your|all))\b|\bnot (?:a|any) (?:problem|issue)\b",
    re.IGNORECASE,
)
# About whoever would be asked first, or a complaint: that is the coordinator's.
_NOT_FOR_BACKUP = lazy(r"\b(?:back-?up|complain\w*|complaint|stand-?in|coordinator)\b", re.IGNORECASE)


def wants_support(text: str) -> str | None:
    """The first sentence that says that its writer struggles, or wants to talk something over."""
    for span in sentences(text):
        words = text[span.start : span.end]
        if (_STRUGGLES.search(words) or _TALK.search(words)) and not _NOT.search(words):
            return words
    return None


def is_about_backup(text: str, names: tuple[str, ...]) -> bool:
    """Whether the mail speaks of the backup, or complains."""
    return bool(_NOT_FOR_BACKUP.search(text)) or any(
        re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names if name
    )

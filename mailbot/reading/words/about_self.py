"""Whether somebody asks what is known of themselves: "Is there something about me?" (L19, hardest situation 8).

Whoever a worry is about may ask so, and whoever it is not: neither must learn from what comes of it.
"""

import re

from mailbot.expressions import lazy
from mailbot.reading.words.courtesy import courtesies, is_accounted
from mailbot.reading.words.sentences import sentences

_ME = r"(?:about|on|against|concerning|involving|regarding) (?:me|myself)"
_THING = (
    r"(?:(?:some|any)thing|(?:an?|any|some) (?:open |new |safeguarding |formal )*"
    r"(?:cases?|concerns?|complaints?|reports?|records?|files?|worr(?:y|ies)|notes?|allegations?))"
)
_BODY = r"(?:anybody|anyone|somebody|someone|people)"
_TOLD = (
    r"(?:said|written|reported|complained|told you|sent(?: you)?|raised|made|mentioned|filed|recorded|put in"
    r"|been in touch|got in touch|asked|say|write|report|complain|tell you|send you|raise|make|mention)"
)
_ASKS = lazy(
    r"\W*(?:(?:hi|hello|dear|sorry|so|and|but|please|just)\b[\w ]{0,20}?[,:]? ?)?"
    r"(?:(?:(?:please|can you|could you|would you) )?(?:tell me|let me know|say|check) (?:please )?(?:if|whether) )?"
    r"(?:i (?:want|would like|['’]?d like|need|wonder(?:ed)?)(?: to (?:know|ask))?(?: if| whether)? )?"
    rf"(?:(?:is|are|was|were) there {_THING}(?: \w+ed| open| written| said)? {_ME}"
    rf"|there (?:is|are|was) {_THING} {_ME}"
    rf"|(?:have|do|did|has) (?:you|the team|the scheme|mailbot) (?:got |have |had |hold |get |received )?{_THING}"
    rf"(?: written| recorded)? {_ME}"
    rf"|you (?:have|have got|hold|got) {_THING} {_ME}"
    rf"|what (?:do|have|did) (?:you|they) (?:have|got|hold|know|hear|heard)?(?: written| recorded)? ?{_ME}"
    rf"|(?:has|have|did) {_BODY} {_TOLD}(?: {_THING})?(?: to you)? {_ME}"
    rf"|{_BODY} (?:has |have )?{_TOLD}(?: {_THING})?(?: to you)? {_ME}"
    rf"|(?:has|have) {_THING} been {_TOLD} {_ME}"
    r"|am i (?:being |under )?(?:investigat\w+|looked into|in (?:any )?trouble|the subject of [\w ]{1,25}))"
    r"(?:,? (?:please|at all|today|lately|recently|yet|now|in the files|this (?:week|month)|with you))*\W*$",
    re.IGNORECASE,
)


def asks_about_self(text: str) -> bool:
    """Whether any sentence asks that."""
    return any(_ASKS.match(text[each.start : each.end]) for each in sentences(text))


def only_asks_about_self(text: str, names: frozenset[str]) -> bool:
    """Whether the text asks that and nothing else, beside courtesies."""
    polite, asked = courtesies(text), False
    for each in sentences(text):
        if _ASKS.match(text[each.start : each.end]):
            asked = True
        elif not is_accounted(text, each, polite, names):
            return False
    return asked

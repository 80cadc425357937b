"""Sums that nobody spent: a price that came down, winnings, wages, debts, what somebody was given or lent.

They are no claim. What tells of them is not accounted for by one either, so that a person reads it.
"""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.money import FoundMoney

_NEAR = 70  # characters before a sum in which its frame begins
_A = (
    r"(?:(?:me|him|her|us|them|a|an|another|only|just|about|nearly|over|almost|the|some|around|roughly|another"
    r"|at\s+least|up\s+to|as\s+much\s+as|back)\s+){0,3}"
)
_THEY = (
    r"(?:he|she|they|who|(?:his|her|their|the)\s+(?:\w+\s+)?(?:boss|landlord|landlady|owner|man|men|uncle|aunt"
    r"|brother"
    r"|sister|cousin|foreman|agent|patron|chief|council|job|mum|dad|mother|father|husband|wife|boyfriend|son|lads?"
    r"|friends?|supervisor|manager|gang\s?master)|(?-i:(?!I\b|We\b|You\b)[A-Z][a-z]+))"
)
_BEFORE = lazy(
    r"(?:\b(?:lost|loses?|losing|put\s+on|gained|weigh(?:s|ed|ing)|saved|saves|saving|knocked|won|wins?|winning"
    r"|earn(?:s|ed|ing)?|worth|raised|raising|found|bets?"
    r"|wager(?:ed)?|fined|debts?\s+of|debt\s+is|rent\s+(?:is|of|was)|wages?\s+(?:is|are|of)"
    r"|allowance\s+(?:is|of)|demand(?:s|ed|ing)|donated|fine\s+of|prize\s+of|reward\s+of)\s+"
    rf"{_A}"
    r"|\b(?:was|were|is|are|been|being|gets?|got|(?<!like to )(?<!want to )(?<!wish to )(?<!hope to )(?<!need to )"
    r"(?<!ask to )(?<!i )be)\s+(?:given|paid|offered|promised|lent|fined|docked)\s+"
    rf"{_A}"
    r"|\b(?:gives|pays|hands|slips|sends|lends|offers|promises|bungs|tips)\s+(?:him|her|them|(?-i:[A-Z][a-z]+))\s+"
    rf"{_A}"
    rf"|\b{_THEY}\s+(?:has\s+|have\s+|had\s+)?(?:\w+ly\s+|now\s+|still\s+|only\s+|always\s+)?"
    r"(?:gives?|gave|given|pays?|paid|handed|slips?|slipped|sends?|sent|lends?|lent|charges?|charged|docks?"
    r"|docked|offers?"
    rf"|offered|promised)\s+(?:him|her|them|(?-i:[A-Z][a-z]+))\s+{_A}"
    rf"|\b{_THEY}\s+(?:\w+ly\s+|now\s+|still\s+|only\s+|always\s+)?(?:gets|earns|makes|owes?|owed)\s+"
    rf"(?:(?:a|the)\s+\w+\s+)?{_A}"
    r"|\b(?:lend|lent|borrow(?:s|ed|ing)?|loan(?:s|ed)?)\b[^.;!?\n]{0,40})$",
    re.IGNORECASE,
)
_BEHIND = lazy(
    r"\s*(?:(?:quid|pounds?)\s+)?(?:off\b(?!\W?peak)|cheaper\b|short\b|discount\b|reduction\b|reward\b|prize\b"
    r"|debt\b|loan\b"
    r"|(?:left|remaining)\s+(?:on|in)\b|in\s+(?:his|her|their)\s+(?:pocket|purse|account|wallet|hand)\b"
    r"|on\s+each\s+occasion\b|to\s+(?:his|her|their)\s+name\b|(?:bet|fine)\b(?!\s+by\s+me)"
    r"|not\s+to\s+(?!mention\s+(?!it|that|this|him|her))\w+|to\s+(?:keep\s+(?:it|this|that|his|her|quiet|mum"
    r"|schtum)|stay\s+quiet|say\s+nothing|shut)\b"
    r"|for\s+(?:keeping|not\s+\w+ing|walking|carrying|holding|minding|delivering|dropping)\b)",
    re.IGNORECASE,
)
# Money that went to the person visited is no claim unless its writer asks for it back (B17).
_GIVEN = lazy(
    r"\b(?:gave|given|handed|slipped|lent|loaned|sent|transferred)\s+(?:him|her|them|(?-i:[A-Z][a-z]+))\s"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_GIVEN_FOR = frozenset({"phone", "other"})  # food for the person visited is reclaimed (B8), as are fares


def is_given(text: str, found: FoundMoney) -> bool:
    """Whether the sum went to the person visited: for a phone or nothing that is named (B17)."""
    before = text[max(0, found.span.start - 60) : found.span.start]
    return found.category in _GIVEN_FOR and _GIVEN.search(before) is not None


def is_not_spent(text: str, sum_at: Span) -> bool:
    """Whether the words right before or behind a sum say that it was no spending of anybody's on a visit."""
    before = text[max(0, sum_at.start - _NEAR) : sum_at.start]
    return bool(_BEFORE.search(before) or _BEHIND.match(text, sum_at.end))


# Of a whole sentence with a sum or miles: what things cost in general, what others paid, what nobody wants back, what
# is only asked.
_PRICES = (
    r"\b(?:these days|nowadays|there now|(?:gone|put|going|went|has|have|risen|crept) (?:[\w ]{1,20} )?up to|has"
    r" risen"
    r"|(?:is|are|costs?) £[\d.]+ (?:now|there)|a (?:week|month|night|head)|per (?:week|month|night|head)|each"
    r" week|used to (?:be|cost))\b"
)
_OTHERS = (
    r"(?:he|she|they|(?:the|an|his|her|their|some) (?:\w+ )?(?:officers?|chaplain|hotel|church|prison|carer"
    r"|manager|staff"
    r"|volunteer|lady|man|cook|mum|dad|mother|father|brother|sister|wife|friend)|somebody(?: else)?|someone(?: else)?"
    r"|(?-i:(?!I\b|We\b|You\b|My\b|Our\b|And\b|Then\b|Just\b|Only\b|Also\b)[A-Z][a-z]+))"
)
_THEY_PAID = (
    rf"\b{_OTHERS}(?: \w+ly| kindly| always| even| very)* (?:(?:paid|pays) (?:for|the|my|our|it|that|us|me)\b"
    rf"|treated (?:me|us)"
    r"|stood (?:me|us)|shouted (?:me|us)|bought (?:me|us|it|the)|(?:insisted|insists) on (?:paying|treating"
    r"|buying)|covered|picked"
    r" up the bill)"
)
_POSSESSED = (
    r"\b(?:his|her|their|(?-i:[A-Z])[a-z]+['’]s) (?!phone\b|data\b)(?:\w+ )?(?:account|spends|credit|wages?|pay"
    r"|fine|rent|bill|balance"
    r"|pocket money|savings|benefits?|allowance|debts?)\b"
)
_WAIVED = (
    r"\b(?:nothing to claim|no(?:thing)? claim|not (?:be )?claiming|(?:\w*n['’]t|not|never) (?:be )?(?:going to"
    r" )?(?:claim|bother"
    r"|bothering|asking for)|(?:don['’]?t|do not) (?:want|need) (?:the|my|that|it|this)\b[^.;]{0,25}\bback"
    r"|forget it|keep the £"
    r"|giv(?:e|ing) it to the|call it (?:a|my) (?:\w+ )?(?:donation|offering|treat)|as a donation"
    r"|never mind|not worth (?:claiming|it|the)|no need to"
    r" (?:refund|pay|bother)"
    r"|(?:bus )?pass (?:covered|paid)|(?:had|with|used) (?:a|my) (?:voucher|free pass|bus pass|pass))\b|\bbut"
    r" (?:i )?(?:walked|cycled|got a lift)|\bbut"
    r" (?:i )?won['’]t\W*$"
)
_ASKED = (
    r"\b(?:can|could|may|should) (?:we|i|you) spend (?:more|up|over|as much)\b[^?]*\?|"
    r"\b(?:how much|what would|what do|what (?:is|are) the|what['’]s the|(?:would|will|do|does) (?:you|the"
    r" scheme|we|they)"
    r" (?:still |ever )?(?:pay|cover|refund)|is (?:the|it|there) [^?]{0,30}(?:limit|rate|maximum|cap|allowance"
    r"|still|45p|p)"
    r"|the (?:limit|rate|cap))\b[^?]*\?"
)
_OF_A_SUM = lazy(f"{_PRICES}|{_THEY_PAID}|{_POSSESSED}", re.IGNORECASE)
_WAIVES = lazy(_WAIVED, re.IGNORECASE)
_SUM = lazy(r"£\s?\d|\d+\s?(?:p\b|miles?|quid|pounds?)|(?<!\d)\d+\.\d\d", re.IGNORECASE)
_CLAUSES = lazy(r",? (?:and|but)\b|[;–]")
_TRAVEL = lazy(r"\b(?:car ?park|parking|bus|train|fares?|tickets?|taxi|tram|petrol|miles?)\b", re.IGNORECASE)
_MINE = lazy(
    r"\b(?:i|we)(?:['’]ve| have)? (?:also |then |just |only )?(?:paid|spent|bought|laid|forked|owe|drove|did)\b"
    r"|\bclaim (?:for|of|the|is)"
    r"|\b(?:i(?:['’]d| would) like to|please|can i|could i|may i|i(?:['’]m| am)) claim|\bmy (?:claim|share|half"
    r"|expenses)"
    r"|\bowe(?:s|d)? me|\breceipts?\b|\brefund(?:ed)? (?:me|my)|\bplease\b(?! keep)|\bback from you",
    re.IGNORECASE,
)


# What a scheme pays at most, as coordinators put it: "over the £40 cap", "we pay for calls up to ten pounds".
_LIMIT = lazy(
    r"\b(?:over|above|beyond|within|under|past) (?:the|our) (?:£[\d.]+|\d+ (?:quid|pounds?)) (?:cap|limit"
    r"|ceiling|maximum"
    r"|allowance|rule|mark)\b"
    r"|\b(?:we|the scheme|the trust) (?:can )?(?:only )?(?:pays?|refunds?|covers?"
    r"|allows?) (?:for )?(?:[\w-]+ ){0,4}?(?:up to"
    r"|no more than|at most)\b",
    re.IGNORECASE,
)


def asks_of_money(words: str) -> bool:
    """Whether a sentence asks what the scheme pays: "what would I get for 20 miles?"."""
    return re.search(_ASKED, words, re.IGNORECASE) is not None and _MINE.search(words) is None


def is_not_claimed(words: str) -> bool:
    """Whether a sentence with a sum or miles surely claims none: no money of the writer's, or not wanted back."""
    if len(_SUM.findall(words)) <= 1 and _LIMIT.search(words):
        return True
    if _MINE.search(words):
        return False
    if re.search(_ASKED, words, re.IGNORECASE) or (len(_SUM.findall(words)) <= 1 and _WAIVES.search(words)):
        return True
    told = [clause for clause in _CLAUSES.split(words) if _SUM.search(clause)]
    return bool(told) and all(_OF_A_SUM.search(clause) and not _TRAVEL.search(clause) for clause in told)

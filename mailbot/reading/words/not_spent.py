"""Sums that nobody spent: a price that came down, winnings, wages, debts, what somebody was given or lent.

They are no claim. What tells of them is not accounted for by one either, so that a person reads it.
"""

import re

from mailbot.events import Span
from mailbot.expressions import lazy

_NEAR = 70  # characters before a sum in which its frame begins
_A = (
    r"(?:(?:me|him|her|us|them|a|an|another|only|just|about|nearly|over|almost|the|some|around|roughly|another"
    r"|at\s+least|up\s+to|as\s+much\s+as|back)\s+){0,3}"
)
_THEY = (
    r"(?:he|she|they|who|(?:his|her|their|the)\s+(?:\w+\s+)?(?:boss|landlord|landlady|owner|man|men|uncle|aunt|brother"
    r"|sister|cousin|foreman|agent|patron|chief|council|job|mum|dad|mother|father|husband|wife|boyfriend|son|lads?"
    r"|friends?|supervisor|manager|gang\s?master)|(?-i:(?!I\b|We\b)[A-Z][a-z]+))"
)
_BEFORE = lazy(
    r"(?:\b(?:saved|saves|saving|knocked|won|wins?|winning|earn(?:s|ed|ing)?|worth|raised|raising|found|bets?"
    r"|wager(?:ed)?|fined|debts?\s+of|debt\s+is|rent\s+(?:is|of|was)|wages?\s+(?:is|are|of)"
    r"|allowance\s+(?:is|of)|demand(?:s|ed|ing)|donated|fine\s+of|prize\s+of|reward\s+of)\s+"
    rf"{_A}"
    rf"|\b(?:was|were|is|are|been|being|gets?|got)\s+(?:given|paid|offered|promised|lent|fined|docked)\s+{_A}"
    rf"|\b{_THEY}\s+(?:\w+ly\s+|now\s+|still\s+|only\s+|always\s+)?"
    r"(?:gives?|gave|pays?|paid|handed|slips?|slipped|sends?|sent|lends?|lent|charges?|charged|docks?|docked|offers?"
    rf"|offered|promised)\s+(?:him|her|them|(?-i:[A-Z][a-z]+))\s+{_A}"
    rf"|\b{_THEY}\s+(?:\w+ly\s+|now\s+|still\s+|only\s+|always\s+)?(?:gets|earns|makes|owes?|owed)\s+"
    rf"(?:(?:a|the)\s+\w+\s+)?{_A}"
    r"|\b(?:lend|lent|borrow(?:s|ed|ing)?|loan(?:s|ed)?)\b[^.;!?\n]{0,40})$",
    re.IGNORECASE,
)
_BEHIND = lazy(
    r"\s*(?:(?:quid|pounds?)\s+)?(?:off\b(?!\W?peak)|cheaper\b|discount\b|reduction\b|reward\b|prize\b|debt\b|loan\b"
    r"|(?:left|remaining)\s+(?:on|in)\b|in\s+(?:his|her|their)\s+(?:pocket|purse|account|wallet|hand)\b"
    r"|on\s+each\s+occasion\b|to\s+(?:his|her|their)\s+name\b|(?:bet|fine)\b(?!\s+by\s+me))",
    re.IGNORECASE,
)


def is_not_spent(text: str, sum_at: Span) -> bool:
    """Whether the words right before or behind a sum say that it was no spending of anybody's on a visit."""
    before = text[max(0, sum_at.start - _NEAR) : sum_at.start]
    return bool(_BEFORE.search(before) or _BEHIND.match(text, sum_at.end))

"""A claim by who writes and of whom: somebody who visits, a few words, a client and a sum, and nothing against it.

What was bought in words that nobody listed ("a float for Omar's fishing, £1.10") is asked about.
"""

import re

from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.names import find_clients
from mailbot.workflows.expenses import wording

DOUBTS = (wording.NOT_MINE, wording.WAIVED, wording.IN_PART, wording.TAKEN_BACK)
"""Of any sum in the text."""
_FEW = 60  # words
# Money that is told of and was nobody's outlay on a visit.
_TOLD = lazy(
    r"\b(?:(?:his|her|their) (?:bank|card|account|purse|wallet|money|savings|pin|boss|landlord|employer|post ?office)"
    r"|drawn|with(?:drew|drawn)|cash ?(?:point|machine)|takes|asks? (?:me|him|her|them) for|asked (?:me|him|her) for"
    r"|offer(?:s|ed)|sell\w*|sold|gift|present|worth|short|gambl\w*|bets?|lottery|raffle|prizes?|w[io]n|tax"
    r"|hours? at|an hour|per hour|price of|cap|limit|allowed|budget|rate|next (?:visit|week|time)|could i|may i"
    r"|would it|is it (?:ok\w*|all right))\b",
    re.IGNORECASE,
)
_THEY = lazy(
    r"\b(?:he|she|they|mum|dad|(?:his|her|their|the) \w+)\s+(?:\w+\s+){0,2}?(?:spent|paid|bought|treated|covered"
    r"|owes?|owed|earned|nicked|took|stole|gave|sent|charges?)\b",
    re.IGNORECASE,
)
_DRIVEN = lazy(
    r"\b(?:drove|driv(?:e|en|ing)|mileage|milage|there (?:and|&|n) back|round trip|return|each way|both ways|total"
    r"|petrol|car|motor|van|miles?\W*(?:$|please|in all|altogether|to|from))",
    re.IGNORECASE,
)


def is_of_a_client(draft: Draft) -> bool:
    """Whether a sum in the text is likely claimed for a visit to a client that text or subject names."""
    text, around = draft.text.newest, draft.around
    if len(text.split()) > _FEW or not around.roll.matches_of(draft.sender.person):
        return False
    if harm_in(draft) or any(each.search(text) for each in (*DOUBTS, _TOLD, _THEY)):
        return False
    return bool(find_clients(f"{draft.message.subject}\n{text}", around.roll, draft.sender.person))


def is_told_elsewhere(draft: Draft) -> bool:
    """Whether a paper, or what was allowed beforehand, makes a claim of a sum that names nothing."""
    return (
        draft.sender.person is not None
        and wording.ELSEWHERE.search(f"{draft.message.subject}\n{draft.text.newest}") is not None
    )


def is_doubtful(draft: Draft, sums: bool) -> bool:
    """Whether something in the text makes any claim doubtful: a word, a worry, miles that nobody may have driven."""
    text = f"{draft.message.subject}\n{draft.text.newest}"
    if any(each.search(draft.text.newest) for each in DOUBTS):
        return True
    if harm_in(draft) and not wording.BACK.search(text):
        return True
    return not sums and not (_DRIVEN.search(text) or wording.BACK.search(text))

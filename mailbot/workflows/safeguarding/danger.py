"""Whether life may be at risk, whatever hour or urgency was named: the answer then begins with 999 (C3)."""

from mailbot.events import Urgency
from mailbot.workflows.contract import Turn
from mailbot.workflows.safeguarding.cases import Case

_OWN_DEATH = "suicide"  # category of the vocabulary: words about an own death


def own_death(turn: Turn, case: Case) -> bool:
    """Whether somebody's own death is spoken of, in what opened the case or in what is written now.

    How urgent that is, nobody but the writer can say, and they mostly do not: it is unclear, so 999 comes first.
    """
    told = [case.words, turn.reading.text.newest if turn.reading else "", _title(turn)]
    return any(sign.category == _OWN_DEATH for text in told if text for sign in turn.scheme.scanner.scan(text))


def life_at_risk(turn: Turn, case: Case) -> bool:
    """Whether 999 comes first."""
    return case.urgency in (Urgency.IMMINENT, Urgency.UNCLEAR) or own_death(turn, case)


def _title(turn: Turn) -> str:
    return turn.reading.message.subject if turn.reading else ""

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
    return any(_speaks_of_it(turn, text) for text in told if text)


def life_at_risk(turn: Turn, case: Case) -> bool:
    """Whether 999 comes first."""
    return case.urgency in (Urgency.IMMINENT, Urgency.UNCLEAR) or own_death(turn, case)


def _speaks_of_it(turn: Turn, text: str) -> bool:
    """Each text is scanned once in a turn, however many events and letters ask."""
    if text not in turn.of_death:
        turn.of_death[text] = any(sign.category == _OWN_DEATH for sign in turn.scheme.scanner.scan(text))
    return turn.of_death[text]


def _title(turn: Turn) -> str:
    return turn.reading.message.subject if turn.reading else ""

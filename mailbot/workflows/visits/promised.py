"""Visits to come that are told in no plain words: the writer, a client of theirs, one day to come; always asked."""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.words import planning, undone, unkept, visiting
from mailbot.reading.words import promised as words
from mailbot.reading.words.dates import FoundDate
from mailbot.reading.words.sense import asked, cut, fact, with_client
from mailbot.workflows.visits.coming import plan_fields
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.report import Told, past_days
from mailbot.workflows.visits.whom import whom

_FEW = 25  # words of a sentence in which a weak sign may count
_PAST = lazy(
    r"\b(?:was|were|did|didn't|went|saw|met|said|rang|had|took|told|got|came|gave|made|sat|spent|ate|drank"
    r"|(?!need|agreed|decided|booked|confirmed|signed|promised|arranged|fixed|excited|delighted|pencilled)\w{2,}ed)\b"
)
_MONEY = lazy(r"[£€$]\s?\d|\b(?:miles?|receipts?|claim\w*)\b")
_NAME = lazy(r"[^\W\d_]+")


def promised(one: Told) -> Iterator[Fact]:
    """The plan that a sentence makes, if any."""
    if len(one.low.split()) > _FEW or visiting.is_question(one.low):
        return
    if not any(each.own for each in one.clients) and asked(one.draft) != "outcome":
        return
    day = _day(one)
    cue = _cue(one) if day else None
    if day is None or cue is None or _is_of_another(one):
        return
    fields = with_client(plan_fields(one.draft, one.sentence, one.low, day), whom(one.draft, one.sentence.words))
    span = cut(one.draft, one.sentence, Span(*cue.span()))
    yield fact(one.draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date")


def _day(one: Told) -> FoundDate | None:
    found = to_come(one.draft, one.sentence)
    later = [each for each in found if each.day != one.draft.around.today]
    return later[0] if len({each.day for each in later}) == 1 and len(later) == len(found) else None


def _cue(one: Told) -> "re.Match[str] | None":
    pasts = [match.start() for match in _PAST.finditer(one.low)]
    for pattern in (words.SURELY, words.WEAKLY)[: 2 if one.clients else 1]:
        for match in pattern.finditer(one.low):
            over = [at for at in pasts if not match.start() <= at < match.end()]
            if over and past_days(one):
                continue
            if not undone.THOUGHT.search(one.low[: match.start()]):
                return match
    return None


def _is_of_another(one: Told) -> bool:
    """Somebody else's visit, another thing on that day, or none."""
    others = (
        planning.NOT_VISITING,
        planning.YET_TO,
        planning.TAKEN_BACK,
        unkept.NOT_A_VISIT,
        words.NOT_SO,
        _MONEY,
        undone.AHEAD,
        unkept.CANNOT,
        visiting.REMOTE,
    )
    if asked(one.draft) == "outcome" and past_days(one):
        return True
    low = one.low.replace("appointment with", "visit to")
    return any(pattern.search(low) for pattern in others) or _names_other(one)


def _names_other(one: Told) -> bool:
    """Whether it begins with somebody else of the roll: "Doug is seeing Omar"."""
    first = _NAME.search(one.low)
    roll = one.draft.around.roll
    return bool(first and first.group() in roll.first_names and first.group() not in roll.clients_by_name)

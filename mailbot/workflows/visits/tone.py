"""A short answer to our question whose words are in no list: by its tone it is a yes or a no, and is asked about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.words import tone as words
from mailbot.reading.words import undone, visiting
from mailbot.reading.words.courtesy import courtesies
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.hindered import NO_HITCH
from mailbot.reading.words.likely import SURELY_NO
from mailbot.reading.words.sense import asked, cut, fact, prompt_date, with_client
from mailbot.workflows.visits.behalf import reason
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.report import Told, past_days, report
from mailbot.workflows.visits.whom import whom

_FEW, _FEWER, _FEWEST, _LONG = 25, 9, 4, 40  # words of a no, of a warm yes, of any yes, of the whole answer
_MONEY = lazy(r"[£€$]\s?\d|\d[.,]\d\d\b")
_ANY = lazy(r"\w+")


def by_tone(told: list[Told]) -> list[Fact]:
    """What the first sentence that may be an answer says by its tone; nothing where harm is told of."""
    if not told or asked(told[0].draft) not in ("outcome", "plan") or harm_in(told[0].draft):
        return []
    draft = told[0].draft
    polite = courtesies(draft.text.newest)
    for one in told[:3]:
        if any(p.start <= one.sentence.span.start and one.sentence.span.end <= p.end + 1 for p in polite):
            continue
        return list(_of_sentence(one, len(draft.text.newest.split()) <= _LONG))
    return []


def _of_sentence(one: Told, brief: bool) -> Iterator[Fact]:
    count = len(one.low.split())
    if visiting.is_question(one.low) or visiting.REMOTE.search(one.low) or _MONEY.search(one.low):
        return
    if words.BUSINESS.search(one.low) or SURELY_NO.search(one.low):
        return
    glad = words.GLAD.search(one.low) or undone.AFTER_ALL.search(one.low)
    bad, undecided = _bad(one.low), words.OPEN.search(one.low)
    if undecided and not glad and (not bad or words.UNKNOWN.search(one.low)):
        return
    if bad and not glad and count <= _FEW:
        yield from _no(one, bad)
    elif brief and _is_yes(one, count, bool(glad)) and (cue := glad or _ANY.search(one.low)):
        yield from _yes(one, cue)


def _bad(low: str) -> "re.Match[str] | None":
    """What sounds like a no; "no conflict" is none."""
    return next((m for m in words.BAD.finditer(low) if not NO_HITCH.match(low, m.start())), None)


def _is_yes(one: Told, count: int, glad: bool) -> bool:
    """A few words that say nothing bad are a yes; more of them only with something warm among them."""
    if words.THANKS.search(one.low) or not words.LETTERS.search(one.low):
        return False
    return count <= _FEWEST or (glad and count <= _FEW) or (count <= _FEWER and bool(words.WARM.search(one.low)))


def _no(one: Told, cue: "re.Match[str]") -> Iterator[Fact]:
    if asked(one.draft) == "outcome":
        yield from _doubted(report(one, cue, Outcome.DID_NOT_TAKE_PLACE), "outcome")
        return
    days = to_come(one.draft, one.sentence)
    prompted = prompt_date(one.draft, Direction.FUTURE)
    if prompted is None or (past_days(one) and not days):
        return
    why = reason(one.draft, one.sentence, cue.start(), cue.end())
    fields = Fields(visit_date=prompted, outcome=Outcome.CANCELLED, reason=why)
    yield _fact(one, cue, Kind.VISIT_CANCELLED, fields, "outcome", ("visit_date",))


def _yes(one: Told, cue: "re.Match[str]") -> Iterator[Fact]:
    if asked(one.draft) == "outcome":
        if not to_come(one.draft, one.sentence) or past_days(one):
            yield from _doubted(report(one, cue, Outcome.TOOK_PLACE), "outcome")
        return
    prompted = prompt_date(one.draft, Direction.FUTURE)
    if prompted and not to_come(one.draft, one.sentence) and not past_days(one):
        fields = Fields(next_visit_date=prompted)
        yield _fact(one, cue, Kind.VISIT_PLANNED, fields, "next_visit_date", ("next_visit_date",))


def _fact(one: Told, cue: "re.Match[str]", kind: Kind, fields: Fields, doubt: str, quoted: tuple[str, ...]) -> Fact:
    named = with_client(fields, whom(one.draft, one.sentence.words), quoted)
    return fact(one.draft, kind, named, cut(one.draft, one.sentence, Span(*cue.span())), doubt)


def _doubted(facts: Iterator[Fact], doubt: str) -> Iterator[Fact]:
    return (replace(each, sure=False, unsure_of=doubt) for each in facts)

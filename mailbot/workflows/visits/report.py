"""One sentence that says what became of a visit, and the facts that are cut from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import found_by, lazy
from mailbot.reading.message import Draft
from mailbot.reading.words import planning, unkept, visit_words, visiting, yes
from mailbot.reading.words.contrast import BUT_ON, NOT_OFF
from mailbot.reading.words.courtesy import courtesies
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import About, FoundClient
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    ends_clean,
    fact,
    said,
    unless_own,
    with_client,
)
from mailbot.reading.words.times import find_times
from mailbot.roll import OFFICERS
from mailbot.workflows.visits import behalf, contrast
from mailbot.workflows.visits.coming import planned
from mailbot.workflows.visits.days import Day, on_or_before, past_day
from mailbot.workflows.visits.whom import near_names, whom

KINDS = {
    Outcome.TOOK_PLACE: Kind.VISIT_CONFIRMED,
    Outcome.DID_NOT_TAKE_PLACE: Kind.VISIT_MISSED,
    Outcome.CANCELLED: Kind.VISIT_CANCELLED,
}
_PREAMBLE = lazy(
    r"^\W*(?:(?:hi|hello|hiya|dear|morning|evening)\b[^,.!]{0,25}[,.!]\s*)?(?:(?:just )?(?:a )?(?:very )?(?:quick"
    r"|short)?\s?(?:note|line|one"
    r"|message|e-?mail|update)?\s?(?:just )?(?:to (?:say|let you know|confirm|report|tell you)|letting you know"
    r"|this is (?:just )?to (?:say|let"
    r" you know|confirm|report)|fyi|i (?:can|am happy to|write to) (?:confirm|report))(?: that)?"
    r"|(?:a )?quick (?:update|one|note))\W*$"
)
_THE_VISIT = lazy(r"\b(?:my|our|the)(?: last| latest)? visit (?:to|with)\W*$")
_TOOK_PLACE = lazy(r"\s*(?:took place|has taken place|went ahead)\b(?!\s*(?:not|without))")
# What may stand before a report, and what begins the reason behind one.
_CLAUSE = lazy(
    r"(?:^\W*(?:(?:hi|hello|hiya|dear|sorry|so sorry|afraid)\b[^,.!]{0,25}[,.!:–—-]\s*)?(?:i|we|and|so)?"
    r"|[.,;:!–—])\s*$"
)
_REASON = lazy(
    r"^[^,;:–—]{0,60}?(?:,|;|:|\s[–—-])?\s*(?:because|as|since|due to|owing to|cos|coz|'cause|with)\b"
    r"|^[^,;:–—]{0,60}(?:,|;|:|\s[–—-])\s*(?:my|our|the|his|her|their|there|it|had|got|was|were|no|a|an)\b"
)
_IN_WITH = lazy(r"in (?:with|at)\b")  # now: a word from the door
_TALKED = lazy(r"(?:talked|chatted|spoke\w*)\b")  # where we asked for a day, it was agreed so
_FIRST_WORD = lazy(r"\W*(\w+)(?= )")
_BEGAN = lazy(r"\b(?:arriv(?:ed|ing)|got there|start(?:ed|ing)|began|beginning)(?: at| from)? $")
_HEDGED = lazy(
    r"\b(?:if|unless|maybe|perhaps|might|hope|hoping|thought|think|would|but|instead|until|except|or)\b|\?"
)
_THIS_MINUTE = lazy(
    r"\b(?:just (?:back|home|in|left|got (?:back|home|in))|that's me (?:back|home|in)"
    r"|straight (?:in|back|home)|not long (?:in|back|home)|fresh (?:in|back|home))\b"
)
_JUST = lazy(r"\b(?:just|in from|now|that's me|straight|back|home)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as it is looked at: folded, with its clients; `answers`: it may be the answer to our question."""

    draft: Draft
    sentence: Sentence
    low: str
    clients: tuple[FoundClient, ...]
    answers: bool


def _speaks_of_client(one: Told) -> bool:
    return bool(one.clients) or whom(one.draft, one.sentence.words).source in ("text", "subject")


def past_days(one: Told) -> bool:
    """Whether the sentence names a day that is not to come."""
    return bool(on_or_before(dates_in(one.draft, one.sentence, Direction.PAST), one.draft.around.today))


def did(one: Told) -> "re.Match[str] | None":
    """The words of the sentence that say that a visit took place; None if it asks, or says something else."""
    if visiting.is_question(one.low):
        return None
    names = [*(each.span for each in one.clients), *near_names(one.draft, one.sentence.words)]
    both = (visiting.took_place(one.low), visiting.saw(_without_greeting(one), names))
    found = min((m for m in both if m and not visiting.is_far(one.low, m)), key=lambda m: m.start(), default=None)
    if found and not (asked(one.draft) == "outcome" or visiting.is_plain(found) or _speaks_of_client(one)):
        found = None
    if found and visit_words.THE_LAD.match(one.low[found.end() :]) and not _speaks_of_client(one):
        found = None
    if found and asked(one.draft) == "plan" and _TALKED.match(found.group()) and not past_days(one):
        found = None
    if found and _IN_WITH.match(found.group()) and asked(one.draft) != "outcome" and not past_days(one):
        found = None
    if found is None and one.answers:
        found = yes.YES.match(one.low) or yes.SIGNS.match(one.low)
    if found is None and past_days(one) and not planning.TAKEN_BACK.search(one.low):
        weak = (visiting.LOG, visiting.NOW, visiting.DONE) if one.clients else ()
        found = next((m for each in (*weak, visiting.NOW_THEM) if (m := each.search(one.low))), None)
    if found is None and (asked(one.draft) == "outcome" or one.clients):
        found = contrast.says_so(one.draft, one.sentence)
    return found or (None if asked(one.draft) == "call_time" else behalf.did(one.draft, one.low))


def _without_greeting(one: Told) -> str:
    """ "Rosheen saw radek this afternoon": greeted without a comma, where she is an officer and visits nobody."""
    first = _FIRST_WORD.match(one.low)
    if first is None or one.draft.text.newest[: one.sentence.span.start].strip():
        return one.low
    roll = one.draft.around.roll
    called = [p for p in roll.people_by_first_name.get(first[1], ()) if p != one.draft.sender.person]
    officer = len(called) == 1 and called[0].roles & OFFICERS and not roll.matches_of(called[0])
    if not officer or first[1] in roll.clients_by_name:
        return one.low
    return " " * first.end() + one.low[first.end() :]


def report(one: Told, cue: "re.Match[str]", outcome: Outcome) -> Iterator[Fact]:
    """What became of a visit, by these words of the sentence: one fact for each client."""
    draft, sentence = one.draft, one.sentence
    until = _plan_begins(one, cue)
    when = past_day(draft, sentence, Span(*cue.span()), outcome, until)
    if (when.day is None and _JUST.search(cue.group())) or _is_just_now(one, cue):
        when = Day(draft.around.today)
    span = cut(draft, sentence, Span(*cue.span()))
    before = _THE_VISIT.sub("", one.low[: span.start - sentence.span.start])
    if _PREAMBLE.match(before) or not before.strip():
        span = Span(sentence.span.start, span.end)
    took_place = _TOOK_PLACE.match(one.low, span.end - sentence.span.start)
    if took_place and outcome is Outcome.TOOK_PLACE:
        span = Span(span.start, span.end + len(took_place.group()))
    why = outcome is not Outcome.TOOK_PLACE and _reason_follows(one, cue, span)
    clean = ends_clean(draft, sentence, span) or when.quoted or why
    doubtful = not clean or _is_doubtful(one, cue, outcome) or visiting.is_question(one.low)
    unsure = "outcome" if doubtful else None if when.sure else "visit_date"
    fields = Fields(
        visit_date=when.day,
        visit_time=_time(one, cue) if outcome is Outcome.TOOK_PLACE else None,
        outcome=outcome,
        reason=behalf.reason(draft, sentence, cue.start(), cue.end()) if outcome is not Outcome.TOOK_PLACE else None,
    )
    pairs = _pairs(one, when, until) if outcome is Outcome.TOOK_PLACE else []
    for client, day in pairs or [(whom(draft, sentence.words), when)]:
        each = with_client(replace(fields, visit_date=day.day), client, ("visit_date",) if day.quoted else ())
        doubt = unsure if day is when else unsure or (None if day.sure else "visit_date")
        yield fact(draft, KINDS[outcome], each, span, doubt or unless_own(draft, client))


def _is_just_now(one: Told, cue: "re.Match[str]") -> bool:
    """ "Just in from Omar's", with no day of its own: it was today, whatever days the text names elsewhere."""
    named = any(dates_in(one.draft, one.sentence, way) for way in Direction)
    return not named and asked(one.draft) != "outcome" and bool(_THIS_MINUTE.search(one.low[: cue.end()]))


def _plan_begins(one: Told, cue: "re.Match[str]") -> int | None:
    """Where behind a report the sentence goes on to a visit to come."""
    plan = next(planned(one.draft, one.sentence, one.low, cue.end()), None)
    if plan is None:
        return None
    start = plan.span.start - one.sentence.span.start
    words = planning.PLANNED.search(one.low, cue.end())
    return max(start, words.start()) if words else start


def _reason_follows(one: Told, cue: "re.Match[str]", span: Span) -> bool:
    """ "I could not visit Marek on Saturday, my car broke down": what follows only says why."""
    before = one.low[: max(0, span.start - one.sentence.span.start)]
    told = _CLAUSE.search(before) and _REASON.search(one.low[cue.end() :])
    return bool(told) and not _HEDGED.search(_without(one, cue))


def _pairs(one: Told, when: Day, until: int | None) -> list[tuple[About, Day]]:
    """Two clients in one sentence: each with the day that stands behind it, or with the only one.

    `until` is where a visit to come begins: whoever is named from there on was not seen.
    """
    told = [each for each in one.clients if until is None or each.span.start < until]
    first = {each.client.id: each for each in reversed(told) if each.own}
    clients = sorted(first.values(), key=lambda each: each.span.start)
    if len(clients) < 2:
        return []
    days = on_or_before(dates_in(one.draft, one.sentence, Direction.PAST), one.draft.around.today)
    leads = bool(days) and days[0].span.end <= clients[0].span.start  # "on Friday Mulu, and on Saturday Ehsan"
    result = []
    for number, each in enumerate(clients):
        end = clients[number + 1].span.start if number + 1 < len(clients) else len(one.low)
        mine = [d for d in days if each.span.end <= d.span.start < end]
        if before := [d for d in days if d.span.end <= each.span.start] if leads else []:
            mine = before[-1:]
        day = Day(mine[0].day, mine[0].sure and len(days) == len(clients)) if mine else when
        shown = one.sentence.words[each.span.start : each.span.end]
        result.append((About(each.client, "text", shown, each.sure), day))
    return result


def _is_doubtful(one: Told, cue: "re.Match[str]", outcome: Outcome) -> bool:
    """Whether the same sentence says the other thing too, or only half says this one."""
    if outcome is Outcome.TOOK_PLACE:
        asked_for = asked(one.draft) == "outcome"
        weak = (
            _without_greeting(one) != one.low
            or found_by(
                cue, visiting.LOG, visiting.NOW, visiting.NOW_THEM, visiting.DONE, behalf.DID, NOT_OFF, BUT_ON
            )
            or not (asked_for or visiting.is_plain(cue))
            or bool(visit_words.THE_LAD.match(one.low[cue.end() :]))
        )
        return weak or bool(visiting.DOUBT.search(_without(one, cue)) or visiting.REMOTE.search(one.low))
    bare = found_by(cue, unkept.NO)
    of_a_thing = bare and (unkept.NO_THING.match(one.low, cue.end()) or _is_said_late(one, cue))
    return bool(did(one) or yes.YES.match(one.low) or of_a_thing)


_CONCLUDES = lazy(r"\W*so\b|.*\b(?:did|could)")


def _is_said_late(one: Told, no: "re.Match[str]") -> bool:
    """ "Grand day. He wants a ferret. No chance.": whoever answers "no" begins with it, or concludes."""
    if _CONCLUDES.match(no.group()):
        return False
    polite = courtesies(one.draft.text.newest)
    before = (each.span for each in said(one.draft) if each.span.end <= one.sentence.span.start)
    return any(not any(c.start < each.end and each.start < c.end for c in polite) for each in before)


def _without(one: Told, cue: "re.Match[str]") -> str:
    """The sentence without its cue and its dates: "may" in a date is no doubt."""
    letters = list(one.low)
    for span in [Span(*cue.span()), *(f.span for f in dates_in(one.draft, one.sentence, Direction.PAST))]:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(letters)


def _time(one: Told, cue: "re.Match[str]") -> time | None:
    """The time that stands right behind a date, a client or the cue, or behind "arriving at"."""
    ends = [cue.end()]
    ends += [f.span.end for f in dates_in(one.draft, one.sentence, Direction.PAST)] + [
        c.span.end for c in one.clients
    ]
    for each in find_times(one.sentence.words):
        near = any(
            e <= each.span.start and re.fullmatch(r"[\s,(]*(?:at|from|@)?\s*", one.low[e : each.span.start])
            for e in ends
        ) or _BEGAN.search(one.low[: each.span.start])
        if each.at is not None and each.exact and near:
            return each.at
    return None

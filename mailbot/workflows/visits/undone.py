"""A visit that was or will be none, told in no plain words: by a day, a client, and a weak sign; asked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.words import planning, unkept, visit_words, visiting
from mailbot.reading.words import undone as words
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.sense import asked, cut, dates_in, fact, prompt_date, with_client
from mailbot.workflows.visits import contrast
from mailbot.workflows.visits.behalf import reason
from mailbot.workflows.visits.days import on_or_before, to_come
from mailbot.workflows.visits.likely import ends_a_story
from mailbot.workflows.visits.report import Told, past_days, report
from mailbot.workflows.visits.whom import whom

_NO = lazy(r"\bno $")
_FEW = 30  # words of a sentence in which a weak sign may count
_TO_BE = lazy(r"\b(?:will|shall|won'?t|shan'?t|can'?t|cannot|going to|'ll|tomorrow|next|is|are|doesn'?t|isn'?t)\b")
_WAS = lazy(r"\b(?:was|were|had|did|didn'?t|wasn'?t|went|got|came|said|(?!need|agreed|decided|booked)\w{3,}ed)\b")
_MINE = lazy(rf"\b(?:i|we|i'd|i've|i'm|we'd|we've|me|us|my|our|{words.VISIT}|\w+day's?|with|so no|no)\b")
_TOLD_THEM = lazy(
    r"\b(?:let|tell|inform|warn)\b(?:(?!whether|if\b)[^.;!?]){1,30}?\b(?:i|we|\w+day)(?:'m|'ll| am| are"
    r"| will)?(?: not|n'?t|nt)?\b"
)
_OF_ME = lazy(r"\b(?:me|us|my|our|i|we|to (?:come|visit|bother))\b|" + words.VISIT)


def or_undone(told: list[Told], found: list[Fact]) -> list[Fact]:
    """What is told already, or, where that is no more than a guess, that the visit was or will be none."""
    if any(f.kind in (Kind.VISIT_MISSED, Kind.VISIT_CANCELLED) or f.fields.moved_from for f in found):
        return found
    none = list(_undone(told, found))
    same = {one.sentence.span.start for one in told if any(_stands_in(f, one) for f in none)}
    beside = [f for f in found if any(_stands_in(f, one) and one.sentence.span.start in same for one in told)]
    guessed = [f for f in beside if f.fields.outcome or (none and _same_weekday(f, none[0]))]
    return [*(f for f in found if f not in guessed), *none]


def _same_weekday(plan: Fact, none: Fact) -> bool:
    """ "Seeing him on Sunday was called off": one day, read once as gone and once as to come."""
    a, b = plan.fields.next_visit_date, none.fields.visit_date
    return bool(a and b and not plan.sure and a.weekday() == b.weekday())


def holds(found: list[Fact], one: Told) -> bool:
    """Whether something was found in that sentence."""
    return any(_stands_in(each, one) for each in found)


def _stands_in(fact: Fact, one: Told) -> bool:
    return one.sentence.span.start <= fact.span.start < one.sentence.span.end


def _undone(told: list[Told], doubtful: list[Fact]) -> Iterator[Fact]:
    """The first such sentence. `doubtful` are facts told already that are asked anyway, and may give way."""
    for one in told:
        if any(
            f.sure and f.span.start < one.sentence.span.end and one.sentence.span.start < f.span.end for f in doubtful
        ):
            continue
        if not ends_a_story(one) and (found := list(_of_sentence(one))):
            yield from found
            return


def _of_sentence(one: Told) -> Iterator[Fact]:
    if len(one.low.split()) > _FEW or _end(one) == 0:
        return
    if unkept.PERIOD.search(one.low) and not past_days(one):
        return
    gone, ahead = past_days(one), bool(to_come(one.draft, one.sentence))
    question = asked(one.draft)
    if not (gone or ahead) and question not in ("outcome", "plan"):
        return
    over = (gone or question == "outcome") and not (ahead and _is_to_be(one))
    coming = (ahead or question == "plan") and not (over and _cue(one, words.PAST))
    if coming and (cue := _cue(one, words.AHEAD) or _excuse(one)):
        yield _off(one, cue)
    elif (gone or question == "outcome") and (cue := _cue(one, words.PAST)):
        yield from (replace(f, sure=False, unsure_of="outcome") for f in report(one, cue, Outcome.DID_NOT_TAKE_PLACE))


def _end(one: Told) -> int:
    """As far as the sentence states something: "I must drop out of Saturday, can Ben go?" does, up to the comma."""
    if not visiting.is_question(one.low) or _TOLD_THEM.search(one.low):
        return len(one.low)
    return 0 if planning.QUESTION_START.match(one.low) else max(0, one.low.rfind(","))


def _is_to_be(one: Told) -> bool:
    """Of a weekday that may be the last or the next: by the tense of what is said, else whichever is nearer."""
    if bool(_WAS.search(one.low)) is not bool(_TO_BE.search(one.low)):
        return not _WAS.search(one.low)
    today = one.draft.around.today
    gone = on_or_before(dates_in(one.draft, one.sentence, Direction.PAST), today)
    next_day, last = to_come(one.draft, one.sentence)[0].day, gone[-1].day if gone else None
    return last is None or next_day is None or next_day - today <= today - last


def _cue(one: Told, pattern: "re.Pattern[str]") -> "re.Match[str] | None":
    for match in (*pattern.finditer(one.low), *_no_client(one)):
        before = one.low[: match.start()]
        if match.end() > _end(one):
            continue
        if contrast.is_denied(one.low, match):
            continue
        if words.THOUGHT.search(before) or words.AFTER_ALL.search(one.low, match.start()):
            continue
        theirs = words.OF_A_THING.match(match.group()) is not None and _is_of_a_thing(one, before)
        thing = not words.GONE_TO.search(match.group()) and words.OTHER_THING.match(one.low, match.end())
        if thing or theirs:
            continue
        if _is_ours(one, match):
            return match
    return None


def _is_of_a_thing(one: Told, before: str) -> bool:
    """ "The choir on Saturday is off"; "the bus has been cancelled", unless it answers our question."""
    bus = asked(one.draft) is None and words.A_BUS.search(before) is not None
    return bus or words.THEIR_THING.search(before) is not None


def _no_client(one: Told) -> Iterator["re.Match[str]"]:
    """ "So no Omar on Saturday"."""
    for each in one.clients:
        if found := _NO.search(one.low, 0, each.span.start):
            yield found


def _excuse(one: Told) -> "re.Match[str] | None":
    asked_so = asked(one.draft) == "plan" and not to_come(one.draft, one.sentence)
    return _cue(one, words.EXCUSE) if asked_so else None


def _is_ours(one: Told, cue: "re.Match[str]") -> bool:
    """Whether it is the writer's visit to a client: asked about, or the client named in the same breath.

    Where the client does something, it is to the writer: "Omar has put me off", not "Omar missed his bus".
    """
    owned = any(
        0 <= c.span.start - cue.end() <= 1 and visit_words.OWNS.match(one.low[c.span.end :]) for c in one.clients
    )
    if owned or _is_of_somebody(one, one.low[: cue.start()]):
        return False
    if not one.clients:
        return asked(one.draft) in ("outcome", "plan") and not _is_of_others(one, cue)
    before = one.low[: cue.start()]
    named = [each for each in one.clients if each.own and each.span.end <= cue.start()]
    if not any(each.own for each in one.clients):
        return False
    if named and not _MINE.search(before):
        if words.THEIR_OWN.match(cue.group()) or words.OF_A_DAY.match(cue.group()):
            return True
        return bool(_OF_ME.search(one.low[cue.start() : cue.end() + 20]))
    return True


_LAST = lazy(r"([^\W\d_]+)(?:'s)?(?: (?:is|was|has|will|had|now|also))* $")


def _is_of_somebody(one: Told, before: str) -> bool:
    """ "Ben is not there today": somebody of the roll who is no client, and not the writer."""
    last, roll = _LAST.search(before), one.draft.around.roll
    if last is None or last[1] in roll.clients_by_name:
        return False
    return any(person != one.draft.sender.person for person in roll.people_by_first_name.get(last[1], ()))


_OTHERS = lazy(
    r"\b(?:my|his|her|their|the|our) (?!visit|session|lift|car|bus|train|prison|hotel|officer|wing|home|gate)\w+ $"
)


def _is_of_others(one: Told, cue: "re.Match[str]") -> bool:
    return bool(_OTHERS.search(one.low[: cue.start()]))


def _off(one: Told, cue: "re.Match[str]") -> Fact:
    draft, sentence = one.draft, one.sentence
    days, client = to_come(draft, sentence), whom(draft, sentence.words)
    prompted = prompt_date(draft, Direction.FUTURE) if asked(draft) == "plan" and not days else None
    fields = Fields(
        visit_date=days[0].day if days else prompted,
        outcome=Outcome.CANCELLED,
        reason=reason(draft, sentence, cue.start(), cue.end()),
    )
    fields = with_client(fields, client, ("visit_date",) if prompted else ())
    return fact(draft, Kind.VISIT_CANCELLED, fields, cut(draft, sentence, Span(*cue.span())), "outcome")

"""What plain sentences say of visits. Strong words first; friendly stories count only where nothing else is said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mailbot.events import Fact, Kind, Outcome
from mailbot.expressions import found_by, lazy
from mailbot.reading.message import Draft
from mailbot.reading.words import planning, unkept, visiting, yes
from mailbot.reading.words import tone as tone_words
from mailbot.reading.words import undone as undone_words
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import (
    asked,
    dates_in,
    prompt_date,
    said,
)
from mailbot.workflows.visits import behalf, contrast
from mailbot.workflows.visits.agreed import agreed, agreed_by_default
from mailbot.workflows.visits.coming import cancelled, planned, with_a_client
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.following import following
from mailbot.workflows.visits.hindered import or_hindered
from mailbot.workflows.visits.instead import another_day, instead_of
from mailbot.workflows.visits.likely import ends_a_story, likely, own_fault
from mailbot.workflows.visits.promised import promised
from mailbot.workflows.visits.report import Told, did, past_days, report
from mailbot.workflows.visits.stories import stories
from mailbot.workflows.visits.tone import by_tone
from mailbot.workflows.visits.undone import holds, or_undone

_OTHER_QUESTIONS = frozenset(("check_out", "call_time", "receipt", "amount", "approval", "acknowledge"))
_BRIEF = 32  # words that somebody writes who is still there
_MOST, _LONGEST = 150, 1500  # sentences, characters: what is beyond is left for a person, not read for minutes


def tell(draft: Draft) -> list[Fact]:
    """Every report and plan in the newest text; of two that contradict each other neither is sure."""
    told = _told(draft)
    if moved := [each for one in told for each in another_day(draft, one.sentence, one.low)]:
        return behalf.for_others(draft, moved)
    strong = [(one, list(_strong(one))) for one in told]
    found = [each for _, facts in strong for each in facts]
    if not any(f.fields.outcome for f in found):
        found += [each for one in told for each in _moved_away(one, found)][:1]
    if not any(f.sure and f.fields.outcome for f in found) and not _is_not_for_us(draft):
        found = or_undone(told, found)
    if not any(f.kind is Kind.VISIT_PLANNED for f in found) and not _is_not_for_us(draft):
        free = (one for one in told if not holds(found, one))
        found += [each for one in free for each in promised(one)][:1]
    if not any(f.fields.outcome for f in found) and not _is_not_for_us(draft):
        left = [one for one, facts in strong if not (facts or holds(found, one))]
        found += own_fault(told) or stories(left)
    if not any(f.kind is Kind.VISIT_PLANNED for f in found) and not _is_not_for_us(draft):
        found += list(following(told, found))[:1]
    found += agreed(draft, bool(found)) if not any(f.kind is Kind.VISIT_PLANNED for f in found) else []
    if not found and not _is_not_for_us(draft):
        found = [each for one in told for each in with_a_client(draft, one.sentence, one.low)][:1] or by_tone(told)
    if not any(f.fields.outcome for f in found) and (draft.sender.person is None or not _is_not_for_us(draft)):
        found += likely([one for one in told if not holds(found, one)])
    found = [each for each in found if not _is_still_there(draft, each)]
    found = found if _is_not_for_us(draft) else or_hindered(draft, told, found) or agreed_by_default(draft)
    if draft.sender.person is None:
        found = [f for f in found if f.fields.client_source in ("text", "subject") and f.fields.outcome]
    return _settled(draft, found)


def _is_still_there(draft: Draft, each: Fact) -> bool:
    """ "In w Omar now. Out by 7": a word from the door, and no report."""
    guessed = (
        each.kind is Kind.VISIT_CONFIRMED and not each.sure and each.fields.visit_date in (None, draft.around.today)
    )
    brief = guessed and asked(draft) is None and len(draft.text.newest.split()) <= _BRIEF
    return brief and visiting.STILL_THERE.search(folded(draft.text.newest)) is not None


def _told(draft: Draft) -> list[Told]:
    roll, person, answers = draft.around.roll, draft.sender.person, asked(draft) == "outcome"
    result = []
    short = [sentence for sentence in said(draft) if len(sentence.words) <= _LONGEST]
    for number, sentence in enumerate(short[:_MOST]):
        low = folded(sentence.words)
        one = Told(draft, sentence, low, find_clients(sentence.words, roll, person), answers and number < 5)
        result.append(one)
        answered = yes.YES.match(low) or unkept.NO.match(low) or visiting.took_place(low)
        answers = answers and not answered
    return result


def _is_not_for_us(draft: Draft) -> bool:
    """Answers to other questions, and mails of people who visit nobody, tell no stories of visits."""
    return asked(draft) in _OTHER_QUESTIONS or not draft.around.roll.matches_of(draft.sender.person)


def _strong(one: Told) -> Iterator[Fact]:
    start = 0
    if missed := _missed(one):
        yield from report(one, missed, Outcome.DID_NOT_TAKE_PLACE)
        start = missed.end()
    elif call_off := list(cancelled(one.draft, one.sentence, one.low)):
        yield from call_off
        start = call_off[0].span.end - one.sentence.span.start
        if before := _plan_before(one, call_off[0], start):
            yield before
            return
    elif (went := did(one)) and not _is_a_return_to_come(one, went):
        yield from report(one, went, Outcome.TOOK_PLACE)
        start = went.end()
    plans = list(planned(one.draft, one.sentence, one.low, start))
    yield from plans
    if not start:
        yield from instead_of(one.draft, one.sentence, one.low, plans)


def _plan_before(one: Told, off: Fact, start: int) -> Fact | None:
    """ "I'm off on the 16th so will do that, the week after I can't": in the same breath, of another day."""
    if next(planned(one.draft, one.sentence, one.low, start), None):
        return None
    plan = next(planned(one.draft, one.sentence, one.low), None)
    other = plan and plan.span.end <= off.span.start and plan.fields.next_visit_date != off.fields.visit_date
    return plan if other else None


def _is_a_return_to_come(one: Told, went: "re.Match[str]") -> bool:
    """ "Back to him on the 9th", where the 9th is to come."""
    to_see = went.group().startswith("back to") and not _THERE_AND.search(one.low[: went.start()])
    return (
        went.group().startswith("back") and bool(to_come(one.draft, one.sentence)) and (to_see or not past_days(one))
    )


def _moved_away(one: Told, found: list[Fact]) -> Iterator[Fact]:
    """ "We've moved it to Sunday", in answer to "did it take place?": it did not, which is asked."""
    moved = planning.MOVED.search(one.low) if asked(one.draft) == "outcome" else None
    if moved and any(f.kind is Kind.VISIT_PLANNED for f in found):
        for each in report(one, moved, Outcome.DID_NOT_TAKE_PLACE):
            yield replace(each, sure=False, unsure_of="outcome")


def _missed(one: Told) -> "re.Match[str] | None":
    if asked(one.draft) == "plan" and not past_days(one):
        return None
    elsewhen = contrast.real_day(one.draft, one.sentence) is not None
    for pattern in unkept.MISSED if not elsewhen else ():
        for match in pattern.finditer(one.low):
            nearly = unkept.NOT_MISSED.search(one.low[: match.start()])
            if not (nearly or _is_denied(one, match) or _is_of_another(one, match)):
                return match
    no = unkept.NO.match(one.low) if one.answers and not elsewhen else None
    return _not_reached(one) or (no if no and not (_is_denied(one, no) or ends_a_story(one)) else None)


def _is_denied(one: Told, match: "re.Match[str]") -> bool:
    return contrast.is_denied(one.low, match) or _is_after_all(one, match)


def _is_after_all(one: Told, cue: "re.Match[str]") -> bool:
    """ "I couldn't find the door but yes, we met": told of the same day, and face to face."""
    if found_by(cue, unkept.NO) and tone_words.GLAD.search(one.low):
        return True
    turned = undone_words.AFTER_ALL.search(one.low, cue.end()) or unkept.NO_BUT_FINE.match(one.low)
    later = dates_in(one.draft, one.sentence, Direction.PAST)
    if turned is None or visiting.REMOTE.search(one.low) or unkept.WITH_OTHERS.search(one.low, turned.end()):
        return False
    return not any(f.day and f.span.start >= cue.end() for f in later) or not one.answers


def _not_reached(one: Told) -> "re.Match[str] | None":
    """ "I never reached Omar", "I didn't get to Omar's"."""
    found = (unkept.NOT_REACHED.search(one.low, 0, each.span.start) for each in one.clients)
    return next((match for match in found if match and visiting.by_writer(one.low[: match.start()])), None)


_THERE_AND = lazy(r"\b(?:(?:there|out) (?:and|n|&)|(?:was|were|went|been|came|got)(?: \w+)?) $")
_CALLED_OFF = lazy(r"cancel|lock|\boff\b|\bno v|cannot have|not (?:having|allowed)")
# A cue that begins with somebody: a client, or a word for one; "the number 12 didn't turn up" is a bus.
_SUBJECT = lazy(
    r"(?!(?:he|she|they|nobody|client|i|we|it|but|no|never|lad|boy|girl|man|woman|lady|kid|child|guy|mum|family"
    r"|resident"
    r"|prisoner|fella|bloke|chap|mate|friend|they)\b)\w+(?:[-/]\d+)? "
    r"(?:did ?n'?t|did not|never|would|wasn'?t|was|refused)\b"
)
_YET = lazy(r"^(?!.*\b(?:was|were|did|got|went|turned)\b).*(?:\b(?:will|shall|is|cannot)\b|n't\b)")
_OFFICE = lazy(r"\b(?:office|e-?mails?|voicemail|(?:tele)?phoned?|\w* ?helpline|(?:\w+ )?line|switchboard|on hold)\b")
_ANOTHER = lazy(
    r"\b(?:training|bus|train|lunch|match|film|library|caf[ée]|shop|appointment|interview|hearing|school|college"
    r"|exam|game"
    r"|walk|museum|pool|park|flight|order|parcel|letter|phone call|solicitor|lawyer|doctor|worker|carer"
    r"|interpreter|friend|taxi"
    r"|plumber|teacher|nurse)\b(?: (?:was|were|got|is|trip|that"
    r"|which))?[^,.;]{0,12}$"
)


def _is_of_another(one: Told, match: "re.Match[str]") -> bool:
    """Something else than a visit that was missed, a call to the office, or a visit that is still to come."""
    to_be = _CALLED_OFF.search(match.group()) and to_come(one.draft, one.sentence) and not past_days(one)
    to_be = to_be or (_CALLED_OFF.search(match.group()) and _YET.search(one.low) and to_come(one.draft, one.sentence))
    to_be = to_be or (match.group().startswith("no ") and _may_be_ahead(one))
    to_be = to_be or (bool(unkept.SO_NO_VISIT.search(one.low)) and not _was_there(one))
    if _SUBJECT.match(match.group()) and not any(c.span.start <= match.start() < c.span.end for c in one.clients):
        return True
    if " told " in f" {match.group()}" and not one.answers and not unkept.WAS_THERE.search(one.low[: match.start()]):
        return True
    elsewhere = not one.answers and not one.clients and _OFFICE.search(one.low)
    elsewhere = elsewhere or _CANCELLED_THING.match(one.low, match.end())
    return bool(_ANOTHER.search(one.low[: match.start()] + match.group().split()[0]) or to_be or elsewhere)


# "Two cancelled trains and a replacement bus": on the way there.
_CANCELLED_THING = lazy(
    r"(?<=cancelled) (?:trains?|bus(?:es)?|coach(?:es)?|trams?|ferry|ferries|flights?|services?|taxis?|cabs?"
    r"|connections?)\b"
)
_HAPPENED = lazy(r"\b(?:was|were|had|did|didn't|wasn't|got|went|came|turned|waited|said)\b|n't\b")


def _may_be_ahead(one: Told) -> bool:
    """ "No visit on Thursday", in no tense: the next as well as the last; or "no visits" in all of a time."""
    if one.answers or _HAPPENED.search(one.low) or _was_there(one):
        return False
    return bool(to_come(one.draft, one.sentence)) or bool(unkept.PERIOD.search(one.low))


def _was_there(one: Told) -> bool:
    return bool(unkept.WAS_THERE.search(folded(one.draft.text.newest)))


def _settled(draft: Draft, found: list[Fact]) -> list[Fact]:
    """One fact for each kind, client and day; our own day gives way to one that the writer names."""
    best: dict[tuple[object, ...], Fact] = {}
    for each in sorted(found, key=lambda f: not f.sure):
        best.setdefault((each.kind, each.fields.client_ref, _day(each)), each)
    facts = [each for each in best.values() if not any(_gives_way(each, other) for other in best.values())]
    facts = [
        replace(each, sure=False, unsure_of="outcome") if any(_contradict(each, other) for other in facts) else each
        for each in facts
    ]
    facts = [each for each in facts if not any(_is_off(each, other) for other in facts)]
    if asked(draft) == "plan" and prompt_date(draft, Direction.FUTURE) is None and any(map(_is_plan, facts)):
        # one day of two that were thought of
        facts = [f for f in facts if f.kind is not Kind.VISIT_CANCELLED or f.fields.visit_date]
    if asked(draft) == "outcome":
        facts = [each for each in facts if not any(_is_beside(each, other) for other in facts)]
    return behalf.for_others(draft, sorted(facts, key=lambda f: f.span.start))


def _day(each: Fact) -> object:
    return each.fields.visit_date or each.fields.next_visit_date


def _gives_way(each: Fact, other: Fact) -> bool:
    """To the same report with a day of the writer's own."""
    if each is other or each.kind is not other.kind or each.fields.client_ref != other.fields.client_ref:
        return False
    own = _day(other) is not None and "visit_date" not in other.fields.from_quote
    return own and (_day(each) is None or "visit_date" in each.fields.from_quote)


def _is_plan(each: Fact) -> bool:
    return each.kind is Kind.VISIT_PLANNED


def _is_off(plan: Fact, other: Fact) -> bool:
    """ "I cannot, the boiler man offers Wednesday": no plan for the day that is called off."""
    a, b = plan.fields, other.fields
    called_off = plan.kind is Kind.VISIT_PLANNED and other.kind is Kind.VISIT_CANCELLED
    if plan.sure and "next_visit_date" not in a.from_quote:
        return False
    return called_off and a.next_visit_date == b.visit_date and a.client_ref == b.client_ref


def _is_beside(each: Fact, other: Fact) -> bool:
    """ "No … I had tea with the guard instead": what was done behind a no to our question is no visit.

    The no stays unsure: it is asked about.
    """
    no = other.kind is Kind.VISIT_MISSED and each.kind is Kind.VISIT_CONFIRMED and other.span.end <= each.span.start
    return no and not each.sure and "visit_date" in each.fields.from_quote and _contradict(each, other)


def _contradict(each: Fact, other: Fact) -> bool:
    """Two outcomes of what may be one visit."""
    a, b = each.fields, other.fields
    if a.outcome is None or b.outcome is None or a.outcome is b.outcome:
        return False
    same_client = a.client_ref == b.client_ref or a.client_ref is None or b.client_ref is None
    return same_client and (_day(each) == _day(other) or _day(each) is None or _day(other) is None)

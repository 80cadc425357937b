"""What a mail most likely says of a visit where no words of a report were known; always asked.

Who is asked whether a visit took place, and tells of no hindrance, says that it did. Who writes of their client and
of a day gone by, and of nothing that came between, has visited. Words here only exclude.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from mailbot.events import Fact, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.words import likely as words
from mailbot.reading.words import stories, tone, undone, unkept, visit_words, visiting
from mailbot.reading.words.courtesy import courtesies, is_nothing
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import Sentence, asked, dates_in
from mailbot.workflows.visits.agreed import guessed
from mailbot.workflows.visits.days import on_or_before, to_come
from mailbot.workflows.visits.report import Told, past_days, report
from mailbot.workflows.visits.whom import whom

_ANY = lazy(r"\w+")
_MONEY = lazy(r"[£€$]\s?\d|\d\s?(?:quid|pounds?|p)\b|\d[.,]\d\d\b(?!\s?[ap]m)")
_LONGEST = 120  # words of a mail that only tells
# "Omar let go of the rail. I did not.": whole in itself, and behind a story it is of the story.
_DID_NOT = lazy(r"\W*(?:i|we|he|she|it) (?:did|could|was|had|would)(?:n'?t|nt| not|nae)\W*")
_OUR_QUESTION = lazy(
    r"\?|\b(?:you (?:\w+ )?ask\w*|your question|visit\w*|whether|sorry|afraid|wonder\w*|meant|tried|hoped|wanted"
    r"|supposed)\b"
)
_STORY = 5  # words before it
_SEEN = ("saw", "met", "visited")  # by whom has to be said


def likely(told: list[Told]) -> list[Fact]:
    """The report that the mail most likely is, or nothing."""
    if not told or len(told[0].draft.text.newest.split()) > _LONGEST:
        return []
    question = asked(told[0].draft)
    found = _answer(told) if question == "outcome" else _of_its_own(told) if question is None else ()
    return [guessed(replace(each, sure=False, unsure_of="outcome")) for each in found]


def own_fault(told: list[Told]) -> list[Fact]:
    """An answer to "did it take place?" that owns up to a mistake, or found nobody: it did not."""
    if not told or asked(told[0].draft) != "outcome":
        return []
    if any(undone.AFTER_ALL.search(one.low) or tone.GLAD.search(one.low) for one in told):
        return []
    for one in told:
        if cue := words.FAULT.search(one.low) or words.BLANK.search(one.low):
            return [replace(f, sure=False, unsure_of="outcome") for f in report(one, cue, Outcome.DID_NOT_TAKE_PLACE)]
    return []


def ends_a_story(one: Told) -> bool:
    """Whether a bare "I did not" stands behind a story: then it does not answer our question."""
    before = folded(one.draft.text.newest[: one.sentence.span.start])
    told = len(before.split()) >= _STORY and not _OUR_QUESTION.search(before)
    return told and _DID_NOT.fullmatch(one.low) is not None


def _answer(told: list[Told]) -> Iterator[Fact]:
    """Anything told in answer to our question that is no hindrance, no question and no request."""
    if any(_hinders(one) or visiting.REMOTE.search(one.low) for one in told):
        return
    polite = courtesies(told[0].draft.text.newest)
    for one in told:
        span = one.sentence.span
        if visiting.is_question(one.low):
            continue
        if any(p.start <= span.start and span.end <= p.end + 1 for p in polite) or words.ASIDE.search(one.low):
            continue
        cue = _ANY.search(one.low)
        if cue and not tone.THANKS.search(one.low) and not (to_come(one.draft, one.sentence) and not past_days(one)):
            yield from report(one, cue, Outcome.TOOK_PLACE)
            return


def _hinders(one: Told) -> bool:
    if is_nothing(one.sentence.words) and one.draft.text.newest[: one.sentence.span.start].strip():
        return False  # of worries, or of costs
    glad = tone.GLAD.sub(" ", one.low)
    if _is_abroad(glad) and (words.NO_ABROAD.search(glad) or tone.BAD.search(glad)):
        return True
    other = (words.SURELY_NO, words.FAULT, words.BLANK, unkept.NO)
    return _is_undone(glad) or any(pattern.search(glad) for pattern in other)


def _is_undone(low: str) -> bool:
    return any(pattern.search(low) for pattern in (*unkept.MISSED, undone.PAST, tone.MISHAP))


def _is_abroad(low: str) -> bool:
    return words.ENGLISH.search(low) is None


def _of_its_own(told: list[Told]) -> Iterator[Fact]:
    """A mail that nobody asked for, of a client of the writer's and of a day gone by, where something was done."""
    draft = told[0].draft
    text, subject = draft.text.newest, folded(draft.message.subject)
    if _MONEY.search(text) or words.NOT_OF_THEM.search(subject):
        return
    if any(_is_undone(one.low) for one in told if not words.A_CALL.search(one.low)):
        return
    if draft.sender.person is None and any(words.ASIDE.search(one.low) for one in told):
        return
    dated = _is_dated(told)
    for one in told:
        if cue := _setting(one) or _done(one, dated):
            yield from report(one, cue, Outcome.TOOK_PLACE)
            return


def _is_dated(told: list[Told]) -> bool:
    """Whether the subject names a day gone by, in any language."""
    draft = told[0].draft
    subject = draft.message.subject
    if not find_clients(subject, draft.around.roll, draft.sender.person):
        return False
    whole = Sentence(Span(0, 0), subject)
    gone = on_or_before(dates_in(draft, whole, Direction.PAST), draft.around.today)
    over = not to_come(draft, whole) or any(words.OVER.search(one.low) for one in told)
    return bool((gone and over) or words.DAY_ABROAD.search(folded(subject)))


def _setting(one: Told) -> "re.Match[str] | None":
    """ "At Omar's this evening", "today with Omar:": where the writer was, whatever is told of it."""
    if visiting.is_question(one.low) or words.AHEAD.search(one.low) or visiting.REMOTE.search(one.low):
        return None
    if words.UNREAL.search(one.low):
        return None
    days = on_or_before(dates_in(one.draft, one.sentence, Direction.PAST), one.draft.around.today)
    for client in one.clients:
        for day in days if client.own or one.draft.sender.person is None else ():
            first, last = sorted((client.span, day.span), key=lambda span: span.start)
            beside = words.BESIDE.fullmatch(one.low, first.end, last.start)
            found = beside and words.AT.search(one.low[: client.span.start])
            if found and not (found.group().strip() in _SEEN and _is_of_others(one)):
                return words.ANY_AT.match(one.low, found.start())
    return None


def _done(one: Told, dated: bool) -> "re.Match[str] | None":
    """Something that was done in a sentence with the client and a day, and with nothing else that it may be about."""
    client = whom(one.draft, one.sentence.words)
    unknown = one.draft.sender.person is None
    named = any(
        (each.own or unknown) and not visit_words.OWNS.match(one.low[each.span.end :]) for each in one.clients
    )
    if not (named or client.source == "subject") or visiting.is_question(one.low):
        return None
    if not (past_days(one) or dated or words.DAY_ABROAD.search(one.low) or words.STARTS.search(one.low)):
        return None
    if to_come(one.draft, one.sentence) and not words.OVER.search(one.low):
        return None
    if words.NOT_A_REPORT.search(one.low) or visiting.REMOTE.search(one.low) or unkept.NOT_A_VISIT.search(one.low):
        return None
    if words.UNREAL.search(one.low):
        return None
    if _is_abroad(one.low):
        return None if words.NO_ABROAD.search(one.low) else _ANY.search(one.low)
    if _is_of_others(one):
        return None
    return words.DROPPED.search(one.low) or words.DOING.search(one.low) or stories.TOGETHER.search(one.low)


def _is_of_others(one: Told) -> bool:
    """ "Omar went to the cinema", "his sister visited him": the writer has no part in it."""
    if words.OF_WRITER.search(one.low) or words.DROPPED.search(one.low):
        return False
    acts = any(words.DOES.match(one.low, each.span.end) for each in one.clients)
    return acts or words.KIN.search(one.low) is not None

"""On which day a visit was, or will be: by the words beside what is said, by our prompt, by the rest of the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mailbot.events import Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.sense import Sentence, asked, dates_in, prompt_date, said
from mailbot.workflows.visits import contrast

# Between a verb and a date that may belong to something else: a new clause, or somebody else's doing.
_APART = lazy(
    r"[.;:!?]|[,()–—-](?!\s*(?:(?:on|this|last|it was|that was|which was|the|at|from|i|we|of|mon\w*|tue\w*|wed\w*"
    r"|thu\w*"
    r"|fri\w*|sat\w*|sun\w*)\s*)*$)|\b(?:but|because|who|which|he|she|they|he's|she's|his|her|for his|for her)\b",
    re.IGNORECASE,
)


_IT_WAS = lazy(
    r"\b(?:it|that|this|visit|we|though|but) (?:was|were|met|went)\W+(?:actually |really )?(?:the day (?:before"
    r"|after),? )?(?:on )?(?:the )?$",
    re.IGNORECASE,
)
_NEAR = timedelta(days=3)
# "Good visit this aft", written at two in the morning: before it came to bed, the day was another.
_DAYBREAK = 5
_SAME_DAY = lazy(r"(?:today|tonight|this (?:morning|aft\w*|evening)|yesterday|last night)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day found for a visit. `quoted`: only our own prompt gives it."""

    day: date | None = None
    sure: bool = False
    quoted: bool = False


def past_day(draft: Draft, sentence: Sentence, cue: Span, outcome: Outcome, until: int | None = None) -> Day:
    """By the sentence; a "no" to our question is about the day that we asked about; else the text's only day.

    `until` is where in the sentence a plan begins, whose day is not meant.
    """
    today, prompted = draft.around.today, None
    if asked(draft) == "outcome":
        prompted = prompt_date(draft, Direction.PAST)
    if outcome is Outcome.TOOK_PLACE and (real := contrast.real_day(draft, sentence)):
        return Day(real.day)
    own = on_or_before(dates_in(draft, sentence, Direction.PAST), today)
    own = [f for f in own if until is None or f.span.start < until]
    if prompted:
        own = [f for f in own if f.day == prompted or not _is_apart(sentence.words, cue, f.span)]
        other = draft.once("corrected", _corrected)
        if other.day and other.day != prompted and outcome is Outcome.TOOK_PLACE:
            return other
        if not own or outcome is not Outcome.TOOK_PLACE:
            sure = not own or own[0].day == prompted
            another = not own and outcome is Outcome.TOOK_PLACE and draft.once("another day", _names_another)
            return Day(prompted, sure and not another, quoted=True)
    if own:
        early = draft.around.written_at.hour < _DAYBREAK and any(
            _SAME_DAY.match(sentence.words, f.span.start) for f in own
        )
        return Day(own[0].day, own[0].sure and len({f.day for f in own}) == 1 and not early)
    return draft.once("only day", _elsewhere)


def _corrected(draft: Draft) -> Day:
    """ "Yes, but it was Friday": another day than ours, which is asked about."""
    today, prompted = draft.around.today, prompt_date(draft, Direction.PAST)
    for sentence in said(draft):
        if real := contrast.real_day(draft, sentence):
            return Day(real.day)
        for found in on_or_before(dates_in(draft, sentence, Direction.PAST), today):
            if _IT_WAS.search(sentence.words[: found.span.start]):
                return Day(found.day)
        if prompted and (other := contrast.beside(sentence, prompted)):
            return Day(other)
    return Day()


def _names_another(draft: Draft) -> bool:
    """ "Was on nights Tues so went Weds 28th … all fine": another day, near ours, is named."""
    prompted = prompt_date(draft, Direction.PAST)
    named = {
        found.day
        for sentence in said(draft)
        for found in on_or_before(dates_in(draft, sentence, Direction.PAST), draft.around.today)
        if found.day
    }
    return prompted is not None and any(abs(day - prompted) <= _NEAR for day in named - {prompted})


def _elsewhere(draft: Draft) -> Day:
    """The only day that the text names; failing that the subject's, if it is this message's own."""
    today = draft.around.today
    others = [f for s in said(draft) for f in on_or_before(dates_in(draft, s, Direction.PAST), today) if f.sure]
    if len({f.day for f in others}) == 1:
        return Day(others[0].day, True)
    subject = Sentence(Span(0, 0), draft.message.subject)
    named = on_or_before(dates_in(draft, subject, Direction.PAST), today)
    return Day(named[0].day) if len({f.day for f in named}) == 1 else Day()


def on_or_before(found: Iterable[FoundDate], today: date) -> list[FoundDate]:
    """Those that are not to come."""
    return [f for f in found if f.day and f.day <= today]


def to_come(draft: Draft, sentence: Sentence) -> list[FoundDate]:
    """The sentence's days from today on, read as days to come."""
    found = dates_in(draft, sentence, Direction.FUTURE)
    return [f for f in found if f.day and f.day >= draft.around.today]


def _is_apart(words: str, cue: Span, day: Span) -> bool:
    between = words[cue.end : day.start] if day.start >= cue.end else words[day.end : cue.start]
    if day.start < cue.start:
        return bool(re.search(r"[.;:!?]", between))
    return bool(_APART.search(between))

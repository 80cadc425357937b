"""Answers to "when will you visit?": a day alone, "fine"; and "same time next week"."""

import re
from dataclasses import replace
from datetime import timedelta

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words import hindered, planning, tone, undone, unkept, visiting
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    ends_clean,
    fact,
    is_whole,
    prompt_date,
    said,
    unless_own,
    with_client,
)
from mailbot.workflows.visits.coming import plan_fields, time_in
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.refusing import refuses
from mailbot.workflows.visits.whom import whom

_ASKS = lazy(
    r"^\W*(?:is|was|are|am|did|do|does|when|what(?! about)|who|where|why|how(?! about)|which|has|have"
    r"|can (?:you|he|she)|will (?:he"
    r"|she|you))\b"
)
_UNTIL = lazy(r"\b(?:until|till?)\b")
_MOST = 60  # words of an answer that may be a yes in whatever words
_MINE = lazy(r"\b(?:i|i'?m|i'?ll|i've|me|my|we|we'?ll|we're|us|our|mine|both)\b")
_IN_THE_WAY = (
    hindered.HINDRANCE,
    hindered.REFUSES,
    hindered.STAND_IN,
    unkept.PERIOD,
    undone.AHEAD,
    undone.EXCUSE,
    tone.BAD,
    lazy(
        r"^\W*(?:no+|nope|sorry|alas|afraid|unfortunately)\b|\b(?:sorry|afraid|alas|unfortunately|regret\w*|can'?t"
        r"|wrong|who|away|different|another|instead|already (?:went|been|saw|seen)|last week|yesterday|was there"
        r"|harm|worr\w*"
        r")\b"
    ),
)
_SHORT = 5  # words: beside a "no", a longer sentence with a day is more likely a reason


def agreed(draft: Draft, known: bool) -> list[Fact]:
    """A short answer to "when will you visit?": a day alone, or "fine"; and "same time next month", unsure."""
    if asked(draft) == "plan":
        for sentence in list(said(draft))[:4]:
            if known and len(sentence.words.split()) > _SHORT:
                continue
            if each := _agreed(draft, sentence, folded(sentence.words)):
                return [each]
    for sentence in list(said(draft))[:100]:
        again = planning.SAME_AGAIN.search(folded(sentence.words))
        if again:
            return [_again(draft, sentence, again)]
    return []


def agreed_by_default(draft: Draft) -> list[Fact]:
    """Asked about a visit on a day, whoever names no other day and nothing in its way will be there; always asked."""
    prompted, low = prompt_date(draft, Direction.FUTURE), hindered.NO_HITCH.sub("", folded(draft.text.newest))
    sentences = list(said(draft))
    if asked(draft) != "plan" or prompted is None or not sentences or len(low.split()) > _MOST:
        return []
    if any(pattern.search(low) for pattern in _IN_THE_WAY) or "?" in low or not _MINE.search(low):
        return []
    days = {each.day for one in sentences for each in dates_in(draft, one, Direction.FUTURE)}
    if days - {prompted}:
        return []
    span = cut(draft, sentences[0], Span(0, len(sentences[0].words)))
    fields = with_client(Fields(next_visit_date=prompted), whom(draft, draft.text.newest), ("next_visit_date",))
    return [guessed(fact(draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date"))]


def guessed(each: Fact) -> Fact:
    """What follows from words that a mail does not hold: it stands on none of them, and a person reads them all."""
    return replace(each, span=Span(0, 0), evidence="")


def _agreed(draft: Draft, sentence: Sentence, low: str) -> Fact | None:
    proposed = low.rstrip(" )").endswith("?")
    if (
        refuses(low)
        or ((unkept.NO.match(low) or tone.BAD.search(low)) and _UNTIL.search(low))
        or (proposed and (_ASKS.match(low) or len(low.split()) > _SHORT))
    ):
        return None
    found, client = to_come(draft, sentence), whom(draft, sentence.words)
    agrees = planning.AGREE.match(low) or planning.THERE.search(low)
    if found and not planning.NOT_VISITING.search(low):
        day = found[0]
        span = cut(draft, sentence, day.span)
        fields = with_client(plan_fields(draft, sentence, low, day), client)
        vague = proposed or len(found) > 1 or not day.sure or not is_whole(draft, sentence, span)
        return fact(
            draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date" if vague else unless_own(draft, client)
        )
    prompted = prompt_date(draft, Direction.FUTURE)
    if agrees is None or prompted is None or found or proposed:
        return None
    span = cut(draft, sentence, Span(*agrees.span()))
    fields = with_client(
        Fields(next_visit_date=prompted, next_visit_time=time_in(sentence)), client, ("next_visit_date",)
    )
    vague = visiting.DOUBT.search(low[agrees.end() :]) is not None or not ends_clean(draft, sentence, span)
    return fact(draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date" if vague else unless_own(draft, client))


def _again(draft: Draft, sentence: Sentence, cue: "re.Match[str]") -> Fact:
    span, client = cut(draft, sentence, Span(*cue.span())), whom(draft, sentence.words)
    days = 7 if cue.group().endswith("week") else 14 if cue.group().endswith("fortnight") else 0
    base = prompt_date(draft, Direction.PAST) if asked(draft) == "outcome" else None
    day = base + timedelta(days=days) if base and days else None
    fields = with_client(Fields(next_visit_date=day), client)
    return fact(draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date")

"""What a message says of visits: confirmed, missed, cancelled, planned (duties B4, B9, B10)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.reading.message import Draft, Text
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.forms import day_of, line_of, stretch, understood
from mailbot.reading.words.labels import Labelled
from mailbot.reading.words.names import About, about
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    ends_clean,
    fact,
    is_reply,
    is_whole,
    prompt_date,
    said,
)
from mailbot.reading.words.times import find_times

_DID = re.compile(
    r"\b(?:took place|went ahead|(?:it|visit|that) (?:all )?went (?:off )?(?:ahead|well|fine|ok|(?:very |really )?(?:nicely|well))"
    r"|did (?:happen|take place|go ahead)|visit (?:was|is|has been|happened)(?: all)?(?: done)?|(?:all )?done (?:today|yesterday)"
    r"|confirmed for)\b",
    re.IGNORECASE,
)
_SAW = re.compile(
    r"\b(?:(?:i|we)(?:'ve|'d)? )?(?:saw|seen|visited|met(?: up)?(?: with)?|went to see|been to see|(?:had|spent) [^.,;]{0,25}? with)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^\W*(?:yes|yep|yeah|yup|aye|s[ií]|it did|all (?:ok|fine|good|well))\b", re.IGNORECASE)
_NO = re.compile(
    r"^\W*(?:ah |oh |sorry,? |i'm afraid )?(?:no|nope|it didn't|afraid not)\b(?! (?:worries|problem|concern|issue))",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:(?:didn['’]?t|did not|couldn['’]?t|could not|wasn['’]?t able to|was not able to|wasn['’]?t allowed to) "
    r"(?:go|take place|happen|see|get in|go ahead|manage|meet|visit|make it)|(?:visit|it) (?:was|got|has been) cancelled"
    r"|turned away|cannot have visits|never (?:happened|came|showed)|no[- ]show)\b",
    re.IGNORECASE,
)
_CANCEL = re.compile(
    r"\b(?:(?:can['’]?t|cannot|can not|won['’]?t be able to|will not be able to|unable to|not able to|shan['’]?t be able to) "
    r"(?:go|make|come|visit|do|manage|get (?:there|to))|(?:must|have to|need to|going to have to|got to) (?:cry off|cancel|call off|miss))\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:next (?:one|visit|time|meeting)?\s*(?:is |will be )?(?:booked|planned|fixed|set)?(?: for| on)?|booked (?:in )?for|(?:i['’]ll|i will|we['’]ll|we will|i shall) "
    r"(?:be there|visit|see|go)|i go|i['’]m (?:going|visiting|seeing)|i am (?:going|visiting|seeing)|(?:put|moved) [^.;]{0,30}?(?:back|to)|told (?:\w+))\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:not|never|but|if|unless|maybe|perhaps|might|may|hope|hoping|think|thought|should|would|could|supposed|instead|nearly|almost"
    r"|tried|cancelled|nobody|no one|except|without|somebody|someone)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_WHOM = re.compile(
    r"^(?: my| our| with)?\s+(?:him|her|them|each other|up)\b|^\s*(?:today|yesterday|on\b|at\b)", re.IGNORECASE
)
_DENIED = re.compile(r"(?:n['’]t|\bnot|\bnever|\bwithout|\bif|\bshould have|\bto have)(?: \w+)?\s*$", re.IGNORECASE)


def recognise(draft: Draft) -> Iterable[Fact]:
    """The visits that a message reports or announces; labelled lines first, then plain short sentences."""
    labelled = list(_from_form(draft))
    if labelled:
        return labelled
    if not draft.text.newest.strip() and draft.message.subject and not is_reply(draft.message.subject):
        return [replace(f, span=Span(0, 0), evidence="") for f in _plain(_subject_as_text(draft), "subject")]
    return list(_plain(draft, None))


_TOOK_PLACE = re.compile(
    r"\W*(?:(?:it )?took place|yes|went ahead|it went ahead|happened|done|visited|as planned)\b", re.IGNORECASE
)
_DID_NOT = re.compile(
    r"\W*(?:(?:it )?(?:did not|didn['’]?t) (?:take place|happen|go ahead)|no\b|missed|not visited)", re.IGNORECASE
)
_CANCELLED = re.compile(r"\W*(?:it was )?cancell?ed\b", re.IGNORECASE)
_OUTCOMES = (
    (_TOOK_PLACE, Outcome.TOOK_PLACE),
    (_DID_NOT, Outcome.DID_NOT_TAKE_PLACE),
    (_CANCELLED, Outcome.CANCELLED),
)
_KINDS = {
    Outcome.TOOK_PLACE: Kind.VISIT_CONFIRMED,
    Outcome.DID_NOT_TAKE_PLACE: Kind.VISIT_MISSED,
    Outcome.CANCELLED: Kind.VISIT_CANCELLED,
}


def _from_form(draft: Draft) -> Iterator[Fact]:
    """`Person visited:`, `Visit date:`, `Outcome:`, `Reason …:`, `Next visit date:`."""
    person = line_of(draft, "person visited", "client", "who did you visit", "visited")
    outcome, day, following = (
        line_of(draft, "outcome"),
        line_of(draft, "visit date", "date of visit"),
        line_of(draft, "next visit"),
    )
    client = _client_of(draft, person)
    if outcome is not None and outcome.value:
        yield from _outcome_of(draft, outcome, day, client)
    if following is not None and (found := day_of(draft, following, Direction.FUTURE))[0]:
        times = find_times(following.value)
        fields = Fields(next_visit_date=found[0], next_visit_time=times[0].at if len(times) == 1 else None)
        sure = found[1] and found[0] >= draft.around.today and understood(draft, following)
        span = (
            following.span if understood(draft, following) else Span(following.span.start, following.value_span.start)
        )
        unsure = None if sure else "next_visit_date"
        yield fact(
            draft, Kind.VISIT_PLANNED, _with_client(fields, client, ()), span, unsure or _unsure_client(draft, client)
        )


def _client_of(draft: Draft, person: Labelled | None) -> About:
    return about(draft, person.value) if person is not None and person.value else about(draft)


def _outcome_of(draft: Draft, line: Labelled, day: Labelled | None, client: About) -> Iterator[Fact]:
    said_so = [(match, outcome) for pattern, outcome in _OUTCOMES if (match := pattern.match(line.value))]
    if not said_so:
        return
    match, outcome = said_so[0]
    when, sure = day_of(draft, day, Direction.PAST if outcome is not Outcome.CANCELLED else Direction.FUTURE)
    quoted = day is None and asked(draft) == "outcome"
    if quoted:
        when = prompt_date(draft, Direction.PAST)
        sure = when is not None
    late = when is not None and outcome is Outcome.TOOK_PLACE and when > draft.around.today
    reason = line_of(draft, "reason")
    fields = Fields(visit_date=when, outcome=outcome, reason=reason.value or None if reason else None)
    whole = understood(draft, line, [Span(*match.span())])
    rest = line.value[match.end() :]
    doubt = "outcome" if _DOUBT.search(rest) else "visit_date" if not sure or late else None
    lines = [
        x
        for x in (line_of(draft, "person visited", "client"), day, reason)
        if x is not None and understood(draft, x, _plain_reason(x))
    ]
    span = stretch(draft, lines, line) if whole else Span(line.span.start, line.value_span.start + match.end())
    quoted_fields = ("visit_date",) if quoted and when else ()
    yield fact(
        draft,
        _KINDS[outcome],
        _with_client(fields, client, quoted_fields),
        span,
        doubt or _unsure_client(draft, client),
    )


def _plain_reason(line: Labelled) -> list[Span]:
    """The reasons that need no second look; any other is read by a person."""
    return [Span(*match.span()) for match in _REASON.finditer(line.value)] if line.label.startswith("reason") else []


_REASON = re.compile(
    r"\b(?:at court|in court|taken to court|moved (?:to another prison|prison)|transferred|released|lockdown|locked down|staff shortage|no staff"
    r"|fire alarm|traffic|train (?:was )?cancelled|train strike|strike|car trouble|flat tyre|holiday|away|visits? cancelled by the prison"
    r"|prison cancelled|he was out|she was out|they were out|wrong date)\b",
    re.IGNORECASE,
)


def _subject_as_text(draft: Draft) -> Draft:
    return replace(draft, text=Text(draft.message.subject, draft.text.quoted))


def _plain(draft: Draft, source: str | None) -> Iterator[Fact]:
    found = [f for sentence in said(draft) for f in _of_sentence(draft, sentence)]
    found = _strongest(found)
    contradicted = len({f.fields.outcome for f in found if f.fields.outcome}) > 1
    for each in found:
        fields = (
            replace(each.fields, client_source=source)
            if source and each.fields.client_source == "text"
            else each.fields
        )
        yield replace(
            each,
            fields=fields,
            sure=each.sure and not contradicted,
            unsure_of="outcome" if contradicted else each.unsure_of,
        )


def _strongest(found: list[Fact]) -> list[Fact]:
    """One fact for each kind, client and day: the first that is sure, or the first."""
    best: dict[tuple[object, ...], Fact] = {}
    for each in sorted(found, key=lambda f: not f.sure):
        day = each.fields.visit_date or each.fields.next_visit_date
        best.setdefault((each.kind, each.fields.client_ref, day), each)
    return sorted(best.values(), key=lambda f: f.span.start)


def _of_sentence(draft: Draft, sentence: Sentence) -> Iterator[Fact]:
    words, question = sentence.words, asked(draft)
    first = sentence.span.start <= len(draft.text.newest) - len(draft.text.newest.lstrip())
    missed = _MISSED.search(words) or (_NO.match(words) if first and question == "outcome" else None)
    plan = (
        _PLAN.search(words)
        if any(f.day for f in dates_in(draft, sentence, Direction.FUTURE)) or question == "plan"
        else None
    )
    if missed:
        yield _past(draft, sentence, missed, Outcome.DID_NOT_TAKE_PLACE)
    elif cancel := _CANCEL.search(words):
        yield from _cancelled(draft, sentence, cancel)
    elif did := _did(draft, sentence) or (_YES.match(words) if first and question == "outcome" else None):
        yield _past(draft, sentence, did, Outcome.TOOK_PLACE)
    elif plan:
        yield from _planned(draft, sentence, plan)


def _did(draft: Draft, sentence: Sentence) -> "re.Match[str] | None":
    words = sentence.words
    for match in _DID.finditer(words):
        if not _DENIED.search(words[: match.start()]):
            return match
    for match in _SAW.finditer(words):
        after = words[match.end() :]
        named = about(draft, re.split(r"[,.;]", after)[0]).source == "text" and len(after) > 0
        if not _DENIED.search(words[: match.start()]) and (_WHOM.match(after) or named):
            return match
    return None


def _past(draft: Draft, sentence: Sentence, cue: "re.Match[str]", outcome: Outcome) -> Fact:
    span = cut(draft, sentence, Span(*cue.span()))
    days = [f for f in dates_in(draft, sentence, Direction.PAST) if f.day and f.day <= draft.around.today]
    day, quoted = (days[0].day, False) if days else _other_day(draft, sentence)
    client = about(draft, sentence.words)
    rest = sentence.words[: cue.start()] + " " + sentence.words[cue.end() :]
    doubt = _DOUBT.search(rest) if outcome is Outcome.TOOK_PLACE else None
    vague = doubt or not (ends_clean(draft, sentence, span) or quoted)
    kind = Kind.VISIT_CONFIRMED if outcome is Outcome.TOOK_PLACE else Kind.VISIT_MISSED
    fields = _with_client(Fields(visit_date=day, outcome=outcome), client, ("visit_date",) if quoted else ())
    unsure = (
        "outcome" if vague else "visit_date" if day is None or _is_doubtful(days) else _unsure_client(draft, client)
    )
    return fact(draft, kind, fields, span, unsure)


def _is_doubtful(days: list[FoundDate]) -> bool:
    return len(days) > 1 or any(not day.sure for day in days)


def _other_day(draft: Draft, sentence: Sentence) -> tuple[date | None, bool]:
    """The visit's day where its sentence has none: the only one of the text, else that of our own prompt."""
    others = [
        f
        for s in said(draft)
        if s is not sentence
        for f in dates_in(draft, s, Direction.PAST)
        if f.sure and f.day and f.day <= draft.around.today
    ]
    if len({f.day for f in others}) == 1 and asked(draft) != "outcome":
        return others[0].day, False
    prompted = prompt_date(draft, Direction.PAST) if asked(draft) == "outcome" else None
    return (prompted, prompted is not None)


def _cancelled(draft: Draft, sentence: Sentence, cue: "re.Match[str]") -> Iterator[Fact]:
    days = [f for f in dates_in(draft, sentence, Direction.FUTURE) if f.day and f.day >= draft.around.today]
    prompted = prompt_date(draft, Direction.FUTURE) if not days and asked(draft) == "plan" else None
    if not days and prompted is None:
        return
    client = about(draft, sentence.words)
    day = days[0].day if days else prompted
    fields = _with_client(Fields(visit_date=day, outcome=Outcome.CANCELLED), client, () if days else ("visit_date",))
    unsure = "visit_date" if _is_doubtful(days) else _unsure_client(draft, client)
    yield fact(draft, Kind.VISIT_CANCELLED, fields, cut(draft, sentence, Span(*cue.span())), unsure)


def _planned(draft: Draft, sentence: Sentence, cue: "re.Match[str]") -> Iterator[Fact]:
    days = [f for f in dates_in(draft, sentence, Direction.FUTURE) if f.day and f.day >= draft.around.today]
    prompted = prompt_date(draft, Direction.FUTURE) if not days and asked(draft) == "plan" else None
    if not days and prompted is None:
        return
    client, span = about(draft, sentence.words), cut(draft, sentence, Span(*cue.span()))
    times = [t for t in find_times(sentence.words) if t.at]
    fields = Fields(
        next_visit_date=days[0].day if days else prompted, next_visit_time=times[0].at if len(times) == 1 else None
    )
    rest = sentence.words[: cue.start()] + " " + sentence.words[cue.end() :]
    vague = _DOUBT.search(rest) or _is_doubtful(days) or not is_whole(draft, sentence, span)
    unsure = "next_visit_date" if vague else _unsure_client(draft, client)
    yield fact(
        draft, Kind.VISIT_PLANNED, _with_client(fields, client, () if days else ("next_visit_date",)), span, unsure
    )


def _with_client(fields: Fields, client: About, quoted: tuple[str, ...]) -> Fields:
    if client.client is None:
        return replace(fields, from_quote=quoted)
    if client.source == "quote":
        quoted = (*quoted, "client_ref_or_name")
    return replace(
        fields,
        client_ref=client.client.ref,
        client_ref_or_name=client.shown,
        client_source=client.source,
        from_quote=quoted,
    )


def _unsure_client(draft: Draft, client: About) -> str | None:
    """Whose visit it was is sure only for one of the sender's own matches."""
    if client.client is None or not client.sure:
        return "client_ref"
    own = {match.client_id for match in draft.around.roll.matches_of(draft.sender.person)}
    return None if client.client.id in own else "client_ref"

"""Which words a fact really stands for: the expressions that find a visit reach over words that they do not know."""

import re
from collections.abc import Iterable, Iterator, Set
from datetime import date, time

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.courtesy import is_plain
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.labels import labels_in
from mailbot.reading.words.miles import find_miles
from mailbot.reading.words.money import find_money
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import Sentence, dates_in, names_in, said
from mailbot.reading.words.times import find_times

_WORD = lazy(r"[^\W_]+(?:['’/-][^\W_]+)*")
_OF_VISITS_LIST = (
    "visit visits visited visiting visist vist meeting meet met meetup session outing catchup saw seen seeing see"
    " took take place happen happened happening ahead went gone going confirm confirmed confirming done completed"
    " complete occurred report record log logged spent spend time called popped round been both present"
    " correct yes yep yeah yeh yess yesss aye si indeed did fine fab ok instead of planned usual without hitch"
    " problem problems issue issues dusted finished over back from i'd we'd i've"
)
_OF_VISITS = frozenset(_OF_VISITS_LIST.split())


def values_of(draft: Draft, facts: Iterable[Fact]) -> tuple[Span, ...]:
    """Where else the text names what the facts say: their days, times, sums and miles. The reply says them back."""
    known = list(facts)
    fields = [fact.fields for fact in known]
    days = {
        day for f in fields for day in (f.visit_date, f.next_visit_date, f.moved_from, f.period_from, f.period_to)
    }
    days |= {each.spent_on for f in fields for each in f.expenses}
    times = {at for f in fields for at in (f.visit_time, f.next_visit_time)}
    times |= {f.expected_back_at.time() for f in fields if f.expected_back_at}
    found = [span for each in said(draft) for span in _told_again(draft, each, days, times)]
    if any(fact.kind is Kind.EXPENSE_CLAIM for fact in known):
        found += _sums(draft.text.newest, fields)
    return tuple(found)


def _told_again(draft: Draft, sentence: Sentence, days: Set[date | None], times: Set[time | None]) -> Iterator[Span]:
    at = sentence.span.start
    for way in Direction:
        for each in dates_in(draft, sentence, way):
            if each.day and each.day in days:
                yield Span(each.span.start + at, each.span.end + at)
    for clock in find_times(sentence.words):
        if clock.at and clock.at in times:
            yield Span(clock.span.start + at, clock.span.end + at)


def _sums(text: str, fields: Iterable[Fields]) -> list[Span]:
    """The sums of a claim, its total, and the miles of it; a sum that is none of them is for a person."""
    pence = [each.pence for f in fields for each in f.expenses]
    miles = {f.mileage for f in fields}
    spans = [each.span for each in find_money(text) if each.pence in (*pence, sum(pence))]
    return spans + [each.span for each in find_miles(text) if each.miles in miles]


def standing(draft: Draft, fact: Fact) -> tuple[Span, ...]:
    """The stretches of the newest text that a fact accounts for; "I had … with him" accounts for no "…"."""
    lines = (line.span for line in labels_in(draft) if line.role)
    on_form = any(line.start < fact.span.end and fact.span.start < line.end for line in lines)
    if fact.kind is Kind.EXPENSE_CLAIM and draft.text.newest[fact.span.end :].startswith("?"):
        return (Span(fact.span.start, fact.span.end + 1),)  # "could I have three pounds for the tea?" is the claim
    if fact.kind is not Kind.VISIT_CONFIRMED or on_form:
        return (fact.span,)
    words = draft.text.newest[fact.span.start : fact.span.end]
    clear = [f.span for f in find_dates(words, draft.around.today)]
    clear += [f.span for f in find_times(words) if f.at is not None]
    clear += [f.span for f in find_clients(words, draft.around.roll, draft.sender.person)]
    known, names = chat_for(draft.around.chat), names_in(draft)
    odd = [
        match.span()
        for match in _WORD.finditer(words)
        if not any(s.start <= match.start() and match.end() <= s.end for s in clear)
        and not (_is_known(match.group(), names) or known.knows(match.group()))
    ]
    return _between(fact.span, odd)


def _is_known(word: str, names: frozenset[str]) -> bool:
    plain = folded(word)
    return plain in _OF_VISITS or is_plain(word, names) or word[0].isdigit()


def _between(span: Span, odd: list[tuple[int, int]]) -> tuple[Span, ...]:
    edges = [span.start, *(span.start + at for pair in odd for at in pair), span.end]
    return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


_CLOSING = lazy(
    r"(?:(?:with |lots of |much |all my |kind |best |warm |many )*(?:love|regards|wishes|thanks|cheers|best|yours|ta"
    r"|hugs|respect|blessings|peace|take care|all the best|xx?)(?: (?:from|ever|truly|sincerely|faithfully|as always"
    r"|again|and best wishes|to all))*)?\W*",
    re.IGNORECASE,
)


def signature(draft: Draft) -> tuple[Span, ...]:
    """The last line, where it is a closing word and the writer's own name, in full or by initials."""
    text = draft.text.newest.rstrip()
    start = text.rfind("\n") + 1
    name = text[_CLOSING.match(text, start).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    words = [word for word in re.split(r"[^\w'’-]+|\bx+\b", name.casefold()) if word]
    own = (draft.message.from_name or "").casefold().split()
    person = draft.sender.person
    own += person.name.casefold().split() if person else []
    initials = {word[0] for word in own}
    signed = all(
        word in own
        or (len(word) <= 3 and set(word) <= initials)
        or any(len(word) > 2 and n[:3] == word[:3] for n in own)
        for word in words
    )
    return (Span(start, len(text)),) if words and len(words) <= _LONGEST and signed and start else ()


_LONGEST = 4  # words of a name

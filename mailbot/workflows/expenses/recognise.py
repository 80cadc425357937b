"""What a message says of money spent and miles driven (duties B8, L26 to L28)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mailbot.events import Expense, Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.bills import claimed, speaks_of_money, sums_in
from mailbot.reading.words.courtesy import is_nothing
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.forms import day_of, stretch, understood
from mailbot.reading.words.labels import Labelled, line_of
from mailbot.reading.words.likely_prices import has_decimal_comma, likely_sums_in
from mailbot.reading.words.miles import FoundMiles, all_miles, bare_miles, find_miles
from mailbot.reading.words.money import FoundMoney, find_money
from mailbot.reading.words.names import About, about
from mailbot.reading.words.not_spent import is_given, is_not_claimed, is_not_spent
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    fact,
    is_reply,
    is_whole,
    prompt_date,
    said,
    with_client,
)
from mailbot.reading.words.spent_on import categories_in
from mailbot.workflows.expenses import wording
from mailbot.workflows.expenses.left_over import is_date, left_over, without_counts
from mailbot.workflows.expenses.of_a_client import is_doubtful, is_of_a_client, is_told_elsewhere
from mailbot.workflows.expenses.receipts import receipts_among, receipts_of
from mailbot.workflows.expenses.visit_day import visit_day


def recognise(draft: Draft) -> Iterable[Fact]:
    """The claim that a message makes: labelled lines first, then plain sentences with a sum or miles in them."""
    if asked(draft) == "approval":
        return []  # it speaks of somebody else's claim
    labelled = list(_from_form(draft))
    return labelled or list(_plain(draft)) or list(_receipt_alone(draft))


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with the sums and miles that count in it; their spans are the sentence's."""

    sentence: Sentence
    sums: tuple[FoundMoney, ...]
    miles: tuple[FoundMiles, ...]


def _from_form(draft: Draft) -> Iterator[Fact]:
    """`Expenses (£): parking 6.50, counter £3.00` and `Miles driven: 41`."""
    spent, driven = line_of(draft, "spent"), line_of(draft, "miles")
    sums = find_money(spent.value, bare=True) if spent else ()
    sums = claimed(spent.value, without_counts(spent.value, sums)) if spent else ()
    miles = bare_miles(driven.value) if driven else None
    main = spent if sums else driven if miles else None
    if main is None:
        return
    day, _ = day_of(draft, line_of(draft, "day"), Direction.PAST)
    lines = [line for line in (spent, driven) if line is not None and _is_understood(draft, line)]
    fields = Fields(expenses=_expenses(sums, [day] * len(sums)), mileage=miles or None, visit_date=day)
    unclear = spent is not None and not sums and not is_nothing(spent.value)
    unsure = "expenses" if unclear or any(not s.sure for s in sums) else None
    yield _claim(draft, fields, about(draft), stretch(draft, lines, main), unsure)


def _is_understood(draft: Draft, line: Labelled) -> bool:
    spans = [s.span for s in find_money(line.value, bare=True)] + [
        Span(*m.span()) for m in wording.TALK.finditer(line.value)
    ]
    return understood(draft, line, spans)


def _plain(draft: Draft) -> Iterator[Fact]:
    """One claim for all sentences with a sum or miles in them; it stands on the first of them."""
    lines = _lines(draft)
    plainly = bool(lines) and _is_claim(draft, lines)
    if not lines or not (
        plainly or is_told_elsewhere(draft) or (any(line.sums for line in lines) and is_of_a_client(draft))
    ):
        return
    first = lines[0]
    client = about(draft, first.sentence.words)
    visited = visit_day(draft)
    spent = tuple(e for line in lines for e in _spent(draft, line, visited))
    miles = all_miles(" ".join(line.sentence.words for line in lines))
    fields = Fields(expenses=spent, mileage=miles[0].miles if miles else None, visit_date=visited)
    doubtful = not plainly or any(not m.sure for line in lines for m in line.sums)
    doubtful = doubtful or is_doubtful(draft, any(line.sums for line in lines))
    doubtful = doubtful or any(left_over(draft, each.sentence, each.sums, each.miles) for each in lines)
    unsure = "expenses" if doubtful else "mileage" if any(not m.sure for m in miles) else None
    yield _claim(draft, fields, client, _stretched(draft, lines), unsure)


def _receipt_alone(draft: Draft) -> Iterator[Fact]:
    """A paper, in answer to our mail that wants one, is the receipt of a claim that was made before."""
    count = receipts_among(draft.message.attachments)
    if not count or not is_reply(draft.message.subject):
        return
    if wording.PROMISED.search(f"{draft.message.subject}\n{our_prompt(draft)}"):
        first = next(iter(said(draft)), None)
        span = cut(draft, first, Span(0, 0)) if first else Span(0, 0)
        yield _claim(draft, Fields(), about(draft), span, "expenses")


def _stretched(draft: Draft, lines: list[_Line]) -> Span:
    """The first sentence of the claim as far as it is understood, and what follows it if that is, to the last "
    "word."""
    told = {line.sentence.span: line for line in lines}
    whole: Span | None = None
    for sentence in said(draft):
        line = told.get(sentence.span)
        if line is None and whole is None:
            continue
        span = _understood(draft, sentence, line)
        if whole is None:
            whole = span
        elif span and is_whole(draft, sentence, span) and not _says(draft.text.newest[whole.end : span.start]):
            whole = Span(whole.start, span.end)
        else:
            break
    assert whole is not None  # there is a line with a sum or miles
    return whole


def _understood(draft: Draft, sentence: Sentence, line: _Line | None) -> Span | None:
    talk = [Span(*m.span()) for m in wording.TALK.finditer(sentence.words)]
    pieces = [*(m.span for m in line.sums), *(m.span for m in line.miles)] if line else talk
    return cut(draft, sentence, pieces[0], [*pieces, *talk]) if pieces else None


def _says(between: str) -> bool:
    return bool(re.search(r"\w", between))


def _lines(draft: Draft) -> list[_Line]:
    """The sentences with money or miles; totals and wholes are left out over the whole text."""
    text = draft.text.newest
    money = speaks_of_money(f"{draft.message.subject}\n{text}") or receipts_among(draft.message.attachments) > 0
    every = [(s, _sums(s, money)) for s in said(draft) if not is_not_claimed(s.words)]
    if not any(sums for _, sums in every) and (money or has_decimal_comma(text)):
        every = [(s, _of_spending(s, likely_sums_in(s.words))) for s, _ in every]
    moved = [_moved(m, s.span.start) for s, sums in every for m in sums]
    spent = [m for m in moved if wording.CLAIMED.search(text) or not is_not_spent(text, m.span)]
    every_word = text if is_reply(draft.message.subject) else f"{text}\n{draft.message.subject}"
    kept = {m.span: m for m in _all_categories(every_word, claimed(text, spent)) if not _is_given(draft, m)}
    lines = []
    for s, sums in every:
        spans = [Span(m.span.start + s.span.start, m.span.end + s.span.start) for m in sums]
        mine = tuple(_moved(_checked(text, kept[span]), -s.span.start) for span in spans if span in kept)
        lines.append(_Line(s, mine, find_miles(s.words)))
    return [line for line in lines if line.sums or line.miles]


def _sums(sentence: Sentence, money: bool) -> tuple[FoundMoney, ...]:
    if not wording.NUMBERED.search(sentence.words):
        return ()
    return _of_spending(sentence, sums_in(sentence.words, money))


def _of_spending(sentence: Sentence, sums: tuple[FoundMoney, ...]) -> tuple[FoundMoney, ...]:
    return tuple(m for m in sums if m.pence and not is_date(sentence.words, m.span))


def _moved(found: FoundMoney, by: int) -> FoundMoney:
    return replace(found, span=Span(found.span.start + by, found.span.end + by))


def _checked(text: str, found: FoundMoney) -> FoundMoney:
    """Unsure where the words before say that somebody else paid it."""
    theirs = wording.THEY_PAID.search(text[max(0, found.span.start - 60) : found.span.start])
    sure = found.sure and theirs is None and not is_not_spent(text, found.span)
    return replace(found, sure=sure)


def _is_given(draft: Draft, found: FoundMoney) -> bool:
    """Whether the sum went to the person visited, and nobody asks for it back (B17)."""
    whole = f"{draft.message.subject}\n{draft.text.newest}"
    kept = wording.BACK.search(whole) or receipts_among(draft.message.attachments)
    return is_given(draft.text.newest, found) and not kept


def _all_categories(text: str, sums: tuple[FoundMoney, ...]) -> tuple[FoundMoney, ...]:
    """A single sum of no category was for the only thing that the text names."""
    if len(sums) != 1 or sums[0].category != "other":
        return sums
    named = categories_in(text)
    named = (
        named - {"travel"}
        if len(named) > 1 and "travel" not in categories_in(wording.TICKET.sub(" ", text))
        else named
    )
    if len(named) == 1 and not wording.NAMED_ELSE.search(text):
        return (replace(sums[0], category=next(iter(named))),)
    return sums


def _is_claim(draft: Draft, lines: list[_Line]) -> bool:
    named = any(m.category != "other" for line in lines for m in line.sums) or any(line.miles for line in lines)
    whole = " ".join([draft.message.subject, *(line.sentence.words for line in lines)])
    return named or bool(wording.CLAIM.search(whole)) or receipts_among(draft.message.attachments) > 0


def _spent(draft: Draft, line: _Line, visited: date | None) -> tuple[Expense, ...]:
    """With the day of each sum: the sentence's only day, or one each in order; else the visit's, or our prompt's."""
    sums = line.sums
    every = dates_in(draft, line.sentence, Direction.PAST)
    found = [f for f in every if f.sure and f.day and f.day <= draft.around.today]
    unread = any(not f.sure and f.day != visited for f in every)
    if len({f.day for f in found}) == 1:
        return _expenses(sums, [found[0].day] * len(sums))
    if len(found) == len(sums):
        return _expenses(sums, [f.day for f in found])
    prompted = prompt_date(draft, Direction.PAST) if not found and asked(draft) == "outcome" else None
    return _expenses(sums, [None if found or unread else visited or prompted] * len(sums))


def _expenses(sums: tuple[FoundMoney, ...], days: list[date | None]) -> tuple[Expense, ...]:
    return tuple(Expense(s.pence, s.category, day) for s, day in zip(sums, days, strict=True))


def _claim(draft: Draft, fields: Fields, client: About, span: Span, unsure: str | None) -> Fact:
    count = receipts_of(draft)
    promised = wording.PROMISED.search(draft.text.newest) is not None
    spent = tuple(replace(e, category=_in_setting(e.category, client)) for e in fields.expenses)
    fields = replace(fields, expenses=spent, receipts=count if count or promised else None)
    return fact(
        draft,
        Kind.EXPENSE_CLAIM,
        with_client(fields, client),
        span,
        unsure or (None if client.sure else "client_ref"),
    )


def _in_setting(category: str, client: About) -> str:
    """Tea in a prison's visiting hall is from its canteen."""
    in_prison = client.client is not None and client.client.setting == "prison"
    return "canteen" if category == "refreshments" and in_prison else category

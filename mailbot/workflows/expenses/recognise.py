"""What a message says of money spent and miles driven (duties B8, L26 to L28)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mailbot.events import Expense, Fact, Fields, Kind, Span
from mailbot.reading.message import Attachment, Draft
from mailbot.reading.words.courtesy import is_nothing
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.forms import day_of, stretch, understood
from mailbot.reading.words.labels import Labelled, line_of
from mailbot.reading.words.miles import bare_miles, find_miles
from mailbot.reading.words.money import FoundMoney, find_money
from mailbot.reading.words.names import About, about
from mailbot.reading.words.sense import Sentence, asked, cut, dates_in, fact, prompt_date, said, with_client

_CLAIM = re.compile(
    r"\b(?:claim(?:ing)?|expenses?|receipts?|fares?|spent|paid|cost|came to|reimburse|re-?fund|owed|slip|printing"
    r"|photocopying|copies|copying"
    r"|stamps?|tickets?|let me have|please|attached|found it)\b",
    re.IGNORECASE,
)
_NOT_MINE = re.compile(
    r"\b(?:stole|stolen|owes|debt|fine[sd]?|wages?|earns?|support is|allowance|rent|borrow\w*|lend|lent|gave (?:him"
    r"|her|them)|per week|a week|demand\w*|(?:can|may|could|should) i claim|am i allowed|is it ok(?:ay)? to)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:claims?|claiming|expenses?|receipts?|tickets?|slips?|photos?|spent|paid|cost|came to|travel|parking|bus"
    r"|train|taxi|fares?|canteen|counter"
    r"|teas?|coffees?|muffins?|flapjacks?|lunch|snacks?|drinks?|refreshments?|museum|entrance|entry|miles?|mileage"
    r"|driven|drove|no receipts?|attached|in all|please)\b",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    r"\b(?:park(?:ing)?|bus|train|taxi|tram|fares?|teas?|coffees?|lunch|snacks?|cakes?|drinks?|museum|entrance"
    r"|entry|stamps?"
    r"|tickets?|food|petrol|pierogi|canteen|counter)[ :]+(?:\w+ ){0,2}\d{1,4}[.,]\d\d$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d|pounds?|quid|pence", re.IGNORECASE)
_PAPERS = re.compile(r"\.(?:jpe?g|png|gif|heic|heif|webp|tiff?|bmp|pdf)$", re.IGNORECASE)
_PROMISED = re.compile(r"\breceipts?\b", re.IGNORECASE)


def recognise(draft: Draft) -> Iterable[Fact]:
    """The claim that a message makes: labelled lines first, then plain sentences with a sum or miles in them."""
    labelled = list(_from_form(draft))
    return labelled or list(_plain(draft))


def receipts_among(attachments: Iterable[Attachment]) -> int:
    """How many attachments are receipts: photos and PDFs, not logos in the text, winmail.dat or tables."""
    return sum(1 for each in attachments if not each.inline and _is_paper(each))


def _is_paper(each: Attachment) -> bool:
    return (
        each.content_type.startswith("image/")
        or each.content_type == "application/pdf"
        or bool(_PAPERS.search(each.filename or ""))
    )


def _from_form(draft: Draft) -> Iterator[Fact]:
    """`Expenses (£): parking 6.50, counter £3.00` and `Miles driven: 41`."""
    spent, driven = line_of(draft, "spent"), line_of(draft, "miles")
    sums = find_money(spent.value, bare=True) if spent else ()
    sums = tuple(s for s in sums if s.pence)
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
        Span(*m.span()) for m in _WORDS.finditer(line.value)
    ]
    return understood(draft, line, spans)


def _plain(draft: Draft) -> Iterator[Fact]:
    """One claim for all sentences with a sum; it stands on the first of them."""
    lines = [(s, _sums(s.words), find_miles(s.words)) for s in said(draft)]
    lines = [line for line in lines if line[1] or line[2]]
    if not lines:
        return
    whole = " ".join(f"{s.words}" for s, _, _ in lines)
    named = any(m.category != "other" for _, sums, _ in lines for m in sums)
    if not (
        named or _CLAIM.search(whole) or _CLAIM.search(draft.message.subject) or any(miles for _, _, miles in lines)
    ):
        return
    sentence, first, driven = lines[0]
    spent = tuple(e for s, sums, _ in lines for e in _expenses(sums, _days(draft, s, sums)))
    miles = [m.miles for _, _, found in lines for m in found]
    client = about(draft, sentence.words)
    fields = Fields(expenses=spent, mileage=miles[0] if len(miles) == 1 else None)
    cue = first[0].span if first else driven[0].span
    known = (
        [m.span for m in first]
        + [m.span for m in driven]
        + [Span(*m.span()) for m in _WORDS.finditer(sentence.words)]
    )
    doubtful = (
        _NOT_MINE.search(draft.text.newest) or len(miles) > 1 or any(not m.sure for _, sums, _ in lines for m in sums)
    )
    unsure = "expenses" if doubtful else None
    yield _claim(draft, fields, client, cut(draft, sentence, cue, known), unsure)


def _sums(words: str) -> tuple[FoundMoney, ...]:
    """Sums with a sign, and bare ones right behind the word for what they bought: "bus 3.90", not "now (9.45)"."""
    if not _NUMBERED.search(words):
        return ()
    signed = find_money(words)
    taken = {m.span for m in signed}
    return tuple(m for m in find_money(words, bare=True) if m.span in taken or _BOUGHT.search(words[: m.span.end]))


def _days(draft: Draft, sentence: Sentence, sums: tuple[FoundMoney, ...]) -> list[date | None]:
    """When each sum was spent: the sentence's only day, or one each in order; else the day our prompt asks about."""
    found: list[FoundDate] = [
        f for f in dates_in(draft, sentence, Direction.PAST) if f.sure and f.day and f.day <= draft.around.today
    ]
    if len(found) == 1:
        return [found[0].day] * len(sums)
    if len(found) == len(sums):
        return [f.day for f in found]
    visit = prompt_date(draft, Direction.PAST) if not found and asked(draft) == "outcome" else None
    return [visit] * len(sums)


def _expenses(sums: tuple[FoundMoney, ...], days: list[date | None]) -> tuple[Expense, ...]:
    return tuple(Expense(s.pence, s.category, day) for s, day in zip(sums, days, strict=True))


def _claim(draft: Draft, fields: Fields, client: About, span: Span, unsure: str | None) -> Fact:
    count = receipts_among(draft.message.attachments)
    promised = _PROMISED.search(draft.text.newest) is not None
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

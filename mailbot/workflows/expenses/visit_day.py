"""The day of the visit that a claim is for."""

import re
from datetime import date

from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sense import Sentence, dates_in, is_reply, said
from mailbot.workflows.expenses import wording


def visit_day(draft: Draft) -> date | None:
    """The day of the visit that the claim is for, if the text names one day beside its client or the visit."""
    today, days = draft.around.today, set()
    for sentence in said(draft):
        found = [f for f in dates_in(draft, sentence, Direction.PAST) if f.day and f.day <= today]
        near = found and (wording.VISIT.search(sentence.words) or _is_with_client(draft, sentence))
        near = near or (found and _are_together(draft, sentence))
        beside = bool(found) and _is_beside(draft, sentence)
        days |= {(f.day, beside or (f.sure and bool(near))) for f in found}
    if not days:
        return _day_of_subject(draft)
    day, sure = days.pop() if len(days) == 1 else (None, False)
    return day if sure else None


def _day_of_subject(draft: Draft) -> date | None:
    """ "Claim - Omar 12.7.": the one day of a subject that is the writer's own, where the text names none."""
    subject = draft.message.subject
    if is_reply(subject) or not draft.around.written_sure:
        return None
    found = find_dates(subject, draft.around.today, Direction.PAST)
    past = {f.day for f in found if f.sure and f.day and f.day <= draft.around.today}
    return past.pop() if len(past) == 1 and len(found) == 1 else None


def _is_with_client(draft: Draft, sentence: Sentence) -> bool:
    named = find_clients(sentence.words, draft.around.roll, draft.sender.person)
    return any(re.search(rf"(?<!\w){wording.WITH}\s+$", sentence.words[: c.span.start], re.IGNORECASE) for c in named)


def _is_beside(draft: Draft, sentence: Sentence) -> bool:
    """ "H-04 on Saturday:", "Parking for yesterday, H-04": client and day with nothing said between the two."""
    text = sentence.words
    days = [f.span for f in dates_in(draft, sentence, Direction.PAST)]
    named = [c.span for c in find_clients(text, draft.around.roll, draft.sender.person)]
    return any(
        wording.BETWEEN.fullmatch(text[min(a.end, b.end) : max(a.start, b.start)]) for a in days for b in named
    )


def _are_together(draft: Draft, sentence: Sentence) -> bool:
    """ "What a day we had yesterday, Kyle and me": the two of them, and no party or hearing that fell on the day."""
    if wording.OTHER_DAY.search(sentence.words):
        return False
    text = sentence.words
    for found in find_clients(text, draft.around.roll, draft.sender.person):
        before, after = text[: found.span.start], text[found.span.end :]
        if re.search(r"\b(?:me|i|myself)\s+(?:and|n|&)\s+$", before, re.I) or wording.AND_ME.match(after):
            return True
        if re.search(r"\b(?:i|we)\s+(?:was|were)\s+(?:by|at|round|with)\s+$", before, re.IGNORECASE):
            return True
    return False

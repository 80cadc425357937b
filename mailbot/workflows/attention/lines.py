"""The first line of an answer to one of our mails, held against the forms of grammar.py."""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import find_dates
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.times import find_times
from mailbot.workflows.attention.forms import Form, Takes
from mailbot.workflows.attention.grammar import GRAMMAR

_MOST_BESIDE = 3  # words beside a day or a reference: more is a sentence of its own
_GREETING = lazy(
    r"\s*(?:(?i:dear|hi(?:ya)?|hello|hey|good (?:morning|afternoon|evening)|morning)\b(?:[ \t]+[A-Z][\w'’-]*){0,3}"
    r"[ \t]*(?:[,!.–-]\s*|\n\s*))?"
)


def answer_in_a_line(draft: Draft) -> Iterator[Fact]:
    """The first line, if it is one of the forms that our question takes; a yes with a "but" is none."""
    forms = GRAMMAR.get(draft.around.answers_question or "", ())
    text = draft.text.newest
    greeting = _GREETING.match(text)
    start = greeting.end() if greeting and greeting.group().strip() else len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    for form in forms:
        if not line or len(line) > form.most:
            continue
        match = re.match(rf"\W*{form.words}(?:\b|(?<=\s))", line, re.IGNORECASE)
        if match is None or re.search(form.taken_back, line[match.end() :], re.IGNORECASE):
            continue
        kind = Kind.COORDINATOR_COMMAND if draft.sender.person and draft.sender.person.may_instruct else None
        fields = _with_rest(draft, form, line[match.end() :])
        if fields is not None:
            yield Fact(kind or Kind.ACKNOWLEDGEMENT, fields, Span(start, start + len(line)), line)
            return


def _beside(rest: str, known: Span) -> list[str]:
    """The words that stand beside what was found."""
    return re.findall(r"\w+", rest[: known.start] + " " + rest[known.end :])


def _with_rest(draft: Draft, form: Form, rest: str) -> Fields | None:
    """The day or the name behind the word; None where it is missing, or could be another."""
    if form.takes in (Takes.DAY, Takes.MAYBE_DAY):
        days = find_dates(rest, draft.around.today, form.direction)
        times = find_times(rest)
        if len(days) != 1 or not days[0].sure or len(times) > 1:
            return Fields(command=form.name) if form.takes is Takes.MAYBE_DAY and not days else None
        if form.exact and not all(found.sure for found in times):
            return None
        if form.takes is Takes.DAY and len(_beside(rest, days[0].span)) > _MOST_BESIDE + 3 * len(times):
            return None
        at = times[0].at if times and times[0].sure else None
        return Fields(command=form.name, next_visit_date=days[0].day, next_visit_time=at)
    if form.takes is Takes.CLIENT:
        found = find_clients(rest, draft.around.roll, draft.sender.person)
        if len(found) != 1 or not found[0].sure or len(_beside(rest, found[0].span)) > _MOST_BESIDE:
            return None
        return Fields(command=form.name, client_ref=found[0].client.ref)
    if form.takes is Takes.WORDS:
        return Fields(command=form.name, command_args=rest.strip())
    if form.takes is Takes.PEOPLE:
        names = re.sub(r"^[\W_]+|[\W_]+$", "", rest)
        return Fields(command=form.name, command_args=names) if names else None
    return Fields(command=form.name)

"""The incident form as it comes back (L20): labelled lines, typed above, below or into our mail."""

from collections.abc import Iterable, Sequence

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.courtesy import is_nothing
from mailbot.reading.words.labels import Labelled, labels_in
from mailbot.reading.words.names import about
from mailbot.reading.words.sense import fact, if_sure, with_client

FORM = "incident_form"  # what the template asks, and the command of the fact that the form is
# As in templates/incidents/form.txt. None of them is a label of another form.
LABELS = (
    "what happened",
    "when and at what time",
    "in which place",
    "hurt and how",
    "first aid or doctor",
    "others who saw it",
    "told so far",
)
ENOUGH = 3  # lines by which the form is known where it answers no mail of ours


def recognise_form(draft: Draft) -> Iterable[Fact]:
    """At most one: the form with at least what happened, or two other lines of it, filled in."""
    lines = [line for line in labels_in(draft) if line.label.replace(",", "") in LABELS]
    filled = [line for line in lines if line.value and not is_nothing(line.value)]
    asked = draft.around.answers_question == FORM
    if not filled or (not asked and len(lines) < ENOUGH):
        return
    if len(filled) > 1 or filled[0].label == LABELS[0]:
        fields = Fields(harm=_told(filled), command=FORM)
        yield fact(draft, Kind.INCIDENT_REPORT, with_client(fields, if_sure(about(draft))), _span(lines))


def _told(filled: Sequence[Labelled]) -> str:
    return next((line.value for line in filled if line.label == LABELS[0]), filled[0].value)


def _span(lines: Sequence[Labelled]) -> Span:
    return Span(min(line.span.start for line in lines), max(line.span.end for line in lines))

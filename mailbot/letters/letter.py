"""Letters: what rules want said, merged into as few mails as may be, and written (design, section 2, "act")."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mailbot.events import Lane, Urgency
from mailbot.letters.answering import NOWHERE, AnswerTo
from mailbot.letters.disclosure import Audience, Tone
from mailbot.letters.page import tidy, to_html, wrapped
from mailbot.letters.template import Template, Templates

AUTOMATIC_NOTE = "This mail was written and sent automatically."
TONES = tuple(Tone)


@dataclass(frozen=True, slots=True)
class Address:
    """Somebody on the roll or in the directory. `first_name` stays empty where nobody may be named, as in a
    reply to a sender who is not verified.
    """

    email: str
    name: str = ""
    first_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One thing to say. `subject_record` is what it is about, such as ("visit", 12).

    `together`: it shares one mail with whatever else is said so to the same people. `at_once`: it does not wait for
    working hours, as somebody waits for what it asks. `follows`: the number of the mail of ours whose thread it
    continues. `alone`: a reply that no other joins, as it shows what the others must not (the draft of a report).
    """

    template: str
    to: tuple[Address, ...]
    context: Mapping[str, object]
    cc: tuple[Address, ...] = ()
    subject_record: tuple[str, int] | None = None
    is_reply: bool = False
    lane: Lane = Lane.ORDINARY
    together: bool = False
    at_once: bool = False
    follows: int | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Letters that leave as one mail, in the order of their sections; never empty.

    `asking` is what a bare answer answers: of several that go together it would be nobody's guess, so none.
    """

    letters: tuple[Letter, ...]
    asking: Letter | None = None

    @property
    def leading(self) -> Letter:
        return self.letters[0]

    @property
    def template(self) -> str:
        """The leading section's template: what the mail is called in outbox and `explain`."""
        return self.leading.template

    @property
    def to(self) -> tuple[Address, ...]:
        return self.leading.to

    @property
    def cc(self) -> tuple[Address, ...]:
        """Whoever every section is copied to: nobody sees a section that was not meant for them (S11)."""
        shared = set.intersection(*({each.email for each in letter.cc} for letter in self.letters))
        return tuple(each for each in self.leading.cc if each.email in shared)

    @property
    def is_reply(self) -> bool:
        return self.leading.is_reply

    @property
    def lane(self) -> Lane:
        return Lane.CONCERN if any(each.lane is Lane.CONCERN for each in self.letters) else Lane.ORDINARY

    @property
    def subject_record(self) -> tuple[str, int] | None:
        """What a reply is about: the record of the first section that asks something, else of the leading one."""
        return (self.asking or self.leading).subject_record


@dataclass(frozen=True, slots=True)
class Common:
    """What every letter of a scheme may say. `emergency_note` stands below the 999 line, where it is set: a
    prison's own emergency line (C3). `private_address`: where worries about those who read the mailbox can go.
    `answer_to` is the one value that each mail has for itself.
    """

    scheme_name: str
    scheme_phone: str
    automatic_note: str = AUTOMATIC_NOTE
    emergency_note: str | None = None
    answer_to: AnswerTo = NOWHERE
    private_address: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A mail's words. `asks` is what a bare reply answers: that of the first section that asks something."""

    subject: str
    text: str
    html: str
    asks: str | None


def merge(letters: Sequence[Letter], templates: Templates) -> list[Group]:
    """The mails that the letters of one message make, in the order in which each was first wanted.

    Replies merge per addressee: concern first, and nothing routine beside it (promise 3). So does what is to go
    together. Others merge per template, recipients and record. The same letter twice is said once.
    """
    groups: dict[object, list[Letter]] = {}
    for letter in letters:
        kept = groups.setdefault(_goes_with(letter), [])
        if letter not in kept:
            kept.append(letter)
    return [_group(each, templates) for each in groups.values()]


def render(group: Group, templates: Templates, common: Common) -> Rendered:
    """One greeting, the sections, one footer; with the 999 line above all where life may be at risk (C3).

    Above even that stands what a section wants there: "Ring the carer now" (L22).
    """
    first_name = _and([each.first_name for each in group.to if each.first_name])
    safe: dict[str, object] = {"first_name": first_name, "automatic_note": common.automatic_note}
    safe |= {"scheme_name": common.scheme_name, "scheme_phone": common.scheme_phone, "answer_to": common.answer_to}
    written = [templates[each.template].write(each.context, safe) for each in group.letters]
    lead, frame = templates[group.template], templates.frame
    emergency = ""
    if any(_needs_999(each, templates[each.template]) for each in group.letters):
        emergency = tidy(frame.emergency.render(emergency_note=common.emergency_note))
    above = dict.fromkeys(line for each in group.letters if (line := templates[each.template].above_all))
    emergency = "\n\n".join(filter(None, (*above, emergency)))
    opening = tidy(frame.opening.render(first_name=first_name))
    about = {"tone": lead.tone, "audience": lead.audience, "private_address": common.private_address}
    closing = tidy(frame.closing.render(safe | about))
    body = "\n\n".join(filter(None, (emergency, opening, *(each.text for each in written), closing)))
    sections = Markup("\n").join((to_html(opening), *(each.html for each in written), to_html(closing)))
    html = frame.layout.render(emergency=to_html(emergency), sections=sections)
    asks = templates[group.asking.template].asks if group.asking else None
    return Rendered(written[0].subject, wrapped(body), html, asks)


def _goes_with(letter: Letter) -> object:
    """Letters for which this is equal leave as one mail."""
    to = tuple(each.email for each in letter.to)
    if letter.is_reply and not letter.alone:
        return to
    if letter.together:
        return ("together", to)
    return (letter.template, to, tuple(each.email for each in letter.cc), letter.subject_record)


def _group(letters: Iterable[Letter], templates: Templates) -> Group:
    ordered = sorted(letters, key=lambda each: TONES.index(templates[each.template].tone))
    if templates[ordered[0].template].tone is Tone.CONCERN:
        ordered = [each for each in ordered if templates[each.template].tone is not Tone.ROUTINE]
    asking = [each for each in ordered if templates[each.template].asks]
    if len(asking) > 1 and asking[0].together:
        return Group(tuple(ordered))
    return Group(tuple(ordered), next(iter(asking), None))


def _needs_999(letter: Letter, template: Template) -> bool:
    """C3: every reply to an imminent or unclear concern, whatever the template says; else where it is asked for."""
    if template.emergency_first or (
        letter.context.get("emergency_first") and "emergency_first" in template.discloses
    ):
        return True
    to_life = letter.context.get("urgency") in (Urgency.IMMINENT, Urgency.UNCLEAR)
    return to_life and template.audience is Audience.WRITER


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)

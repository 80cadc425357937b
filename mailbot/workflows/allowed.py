"""The allow-list: to whom any mail may go at all, whatever rules, templates and leaves want (L19, promise 6).

Two guards. At start each rule's letter has to fit the one it is sent to; before a mail is queued each address has to
be on the roll or in the directory, or be a named person's who agreed. (From whom of them a case is kept is decided
where each letter is made, by `kept.py`; a turn may write about two records.) What fails here is a mistake of rules or
code: the turn is rolled back, and a sign of harm in it reaches a person by the built-in alert.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from mailbot.errors import GiveUp
from mailbot.letters.disclosure import Audience
from mailbot.letters.template import Templates
from mailbot.roll import Role
from mailbot.rulebook.rule import Action, Rule, TemplateName
from mailbot.store import outbox
from mailbot.workflows.contract import Posting, Turn

_OFFICERS_ONLY = frozenset({Audience.COORDINATOR, Audience.TREASURER, Audience.SAFEGUARDING})
_OURS = frozenset(Audience) - {Audience.OUTSIDE, Audience.NAMED_PERSON}
_VOLUNTEERS = _OURS - _OFFICERS_ONLY
# For which audiences a template may be written that a rule sends to them. Whoever wrote may be an officer.
FITS: Mapping[str, frozenset[Audience]] = {
    "sender": _OURS,
    "stranger": frozenset({Audience.WRITER}),
    "reporter": _VOLUNTEERS,
    "claimant": _VOLUNTEERS,
    "asked": _VOLUNTEERS,
    "visitor": _VOLUNTEERS,
    "backup": frozenset({Audience.BACKUP}),
    "role": _OFFICERS_ONLY,
    "directory": frozenset({Audience.OUTSIDE}),
}
_VOLUNTEER_ROLES = frozenset({Role.VISITOR, Role.BACKUP})


def misdirected(rule: Rule, templates: Templates) -> Iterator[str]:
    """What this rule would tell somebody for whom its letter is not written, a line each."""
    for action in rule.then:
        for name in templates_in(action):
            audience = templates[name].audience
            for to in _named(action):
                if audience not in FITS[to.partition(":")[0]]:
                    yield f"{rule.file}: rule '{rule.id}': {name} is written for {audience}, and must not go to {to}"
                if to == "stranger" and templates[name].discloses:
                    yield f"{rule.file}: rule '{rule.id}': {name} tells something, and must not go to a stranger"


def check_allowed(turn: Turn, posting: Posting) -> None:
    """Every address of this letter is allowed, or nothing of this turn leaves. Raises GiveUp, which names nobody."""
    letter, template = posting.letter, turn.scheme.templates[posting.letter.template]
    if template.audience is Audience.OUTSIDE and posting.hold:
        return  # a person decides, and the directory is asked again when it is released
    for address in (*letter.to, *letter.cc):
        if not _is_allowed(turn, posting, address.email.casefold()):
            raise GiveUp(f"template {letter.template}: an address is on no list of those who may get it")


def _is_allowed(turn: Turn, posting: Posting, email: str) -> bool:
    letter, template = posting.letter, turn.scheme.templates[posting.letter.template]
    if template.audience is Audience.OUTSIDE:
        return any(str(entry.address).casefold() == email for entry in turn.scheme.config.directory.root.values())
    person = turn.roll.by_email(email)
    if person is not None:
        return letter.is_reply or template.audience not in _OFFICERS_ONLY or bool(person.roles - _VOLUNTEER_ROLES)
    if template.audience is Audience.NAMED_PERSON:
        return _is_named(turn, email) or _was_told(turn, posting, email)
    return letter.is_reply and not template.discloses and turn.reading is not None and email == turn.sender.address


def _is_named(turn: Turn, email: str) -> bool:
    """A named person outside the roll (L23), who has agreed to that."""
    named = (person.named_person for person in turn.roll.people)
    return any(each and each.email == email and each.agreed_on is not None for each in named)


def _was_told(turn: Turn, posting: Posting, email: str) -> bool:
    """Whoever had an alarm hears how it ends, though the roll has another named person since."""
    about = posting.letter.subject_record
    return about is not None and outbox.told_of(turn.conn, about, email)


def templates_in(action: Action) -> Iterator[str]:
    """The letters of an action, by the types of its parameters."""
    for each in fields(action.params) if hasattr(action.params, "__dataclass_fields__") else ():
        value = getattr(action.params, each.name)
        if value is not None and each.type in (TemplateName, TemplateName | None):
            yield str(value)


def _named(action: Action) -> tuple[str, ...]:
    """To whom it goes, as far as the rule itself says."""
    to, cc = getattr(action.params, "to", None), getattr(action.params, "cc", ())
    known = (f"role:{each}" if isinstance(each, Role) else str(each) for each in (to, *cc) if each is not None)
    return tuple(known)

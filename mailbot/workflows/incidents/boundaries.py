"""What a message mentions that its pack wants talked over with a person, and how soon (L6, L13, B14 to B18)."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from mailbot.events import Event, Level
from mailbot.reading.words.boundaries import Boundary, Mentioned, mentioned
from mailbot.reading.words.boundaries_file import BOUNDARY_LISTS
from mailbot.roll import Match
from mailbot.workflows.contract import Turn
from mailbot.workflows.incidents.events import BoundaryNow, BoundaryToday, Sort
from mailbot.workflows.incidents.secure import hours_end
from mailbot.workflows.matching import pack_name

SOON = dict(zip((Level.NOW, Level.TODAY), BOUNDARY_LISTS, strict=True))  # the pack's values

_SORTS = {
    Boundary.PROFESSIONAL: Sort.PROFESSIONAL,
    Boundary.SECURE_UNIT: Sort.SECURE_UNIT,
    Boundary.HEALTH_SAFETY: Sort.HEALTH_SAFETY,
    Boundary.ADVICE: Sort.ADVICE,
    Boundary.JOINT_WORKING: Sort.JOINT_WORKING,
}
_TOLD_ANYWAY = (Sort.JOINT_WORKING, Sort.ADVICE)  # their lines say what no other does: ask first, and whom


def boundary_mentioned(turn: Turn) -> Iterable[Event]:
    """At most one event of each sort; none from machines, nor from whoever visits nobody."""
    reading = turn.reading
    person = turn.sender.person if reading else None
    own = turn.roll.matches_of(person)
    if reading is None or reading.machine is not None or not own:
        return
    text = reading.text.newest or reading.message.subject
    found = []
    for each in mentioned(text, turn.roll, person, turn.scheme.boundaries):
        match = _match(each, own)
        soon = _soon(turn, each.what, (match,) if match else own)
        if soon is not None and not _is_heard_already(turn, each.what):
            turn.note(f"boundary.{each.what}", span_start=each.span.start, span_end=each.span.end)
            found.append((_sort(each, soon), match, each.span))
    for (soon, asked, sort), group in groupby(sorted(found, key=lambda pair: pair[0]), lambda pair: pair[0]):
        _, match, span = next(iter(group))
        heard = BoundaryNow if soon == Level.NOW else BoundaryToday
        yield heard(
            pack=pack_name(turn, match or own[0]),
            asked=asked,
            sort=Sort(sort),
            quiet=_is_concern(turn) if sort in _TOLD_ANYWAY else _is_quiet(turn),
            match_id=match.id if match else None,
            hours_end_at=hours_end(turn, text[span.start : span.end]) if sort == Sort.SECURE_UNIT else None,
        )


def _sort(each: Mentioned, soon: Level) -> tuple[str, bool, str]:
    """A question whether somebody may have a lawyer is no question about a rule: one may be needed (B14)."""
    sort = _SORTS.get(each.what, Sort.RULE)
    return soon.value, each.asked and sort is Sort.RULE, sort.value


def _match(each: Mentioned, own: tuple[Match, ...]) -> Match | None:
    if each.client_id is None:
        return own[0] if len(own) == 1 else None
    return next((match for match in own if match.client_id == each.client_id), None)


def _soon(turn: Turn, what: Boundary, matches: Iterable[Match]) -> Level | None:
    """How soon the packs of these matches want a person to look; the soonest, None where none asks for it."""
    names = {name for match in matches if (name := pack_name(turn, match))}
    packs = [turn.scheme.rulebook.packs[name].values for name in names]
    return next((level for level in SOON if any(what in _listed(values, level) for values in packs)), None)


def _listed(values: Mapping[str, object], level: Level) -> set[str]:
    return {name.strip() for name in str(values.get(SOON[level], "")).split(";")}


def _is_heard_already(turn: Turn, what: Boundary) -> bool:
    """Whether another leaf brings the same before a person: a visit placed at home (L13), a wish (B15), a concern."""
    if what is Boundary.HOME:
        return any(getattr(event, "where", None) == "visitors_home" for event in turn.events)
    if what is Boundary.AFTER_RELEASE:
        return any(getattr(event, "after_release", False) for event in turn.events)
    return what is Boundary.PROFESSIONAL and _is_concern(turn)


def _is_quiet(turn: Turn) -> bool:
    return _is_concern(turn) or any(event.name == "person.said" for event in turn.events)


def _is_concern(turn: Turn) -> bool:
    return any(event.name in ("concern.reported", "incident.reported") for event in turn.events)

"""The chain of a worry: whoever is first is mailed now, then the next as well, until one of them acknowledges.

The steps are due at moments counted from the worry, in UTC, so that neither a change of summer time nor midnight
moves them; the next one is set before the rules decide, so that no rule can break the chain (promise 10).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mailbot.events import Trust
from mailbot.roll import Person, Role
from mailbot.settings.alert import Alert as Settings
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Turn
from mailbot.workflows.kept import of_record
from mailbot.workflows.matching import pack_value
from mailbot.workflows.safeguarding import cases, chains
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chronology import CASE
from mailbot.workflows.safeguarding.tables import ConcernState

UNACKNOWLEDGED = "concern-unacknowledged"
FIRST, FIRST_CLOSED = "alert_first", "alert_first_closed"  # values of a pack: in office hours, and outside them


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the chain: the role by which these people are asked."""

    role: Role
    people: tuple[Person, ...]


def keep_from(turn: Turn, case: Case) -> None:
    """From here on nothing in this turn goes to those from whom the case is kept (L29, C11)."""
    turn.keeping = of_record(turn.conn, turn.roll, (CASE, case.id)) | turn.keeping


def stages(turn: Turn, case: Case) -> tuple[Stage, ...]:
    """Who is asked one after the other, each person once: nobody from whom the case is kept, and not its verified

    reporter, unless there is nobody else.
    """
    keep_from(turn, case)
    own = case.reporter_id if case.reporter_trust is Trust.VERIFIED else None
    return _stages(turn, case, own) or _stages(turn, case, None)


def _stages(turn: Turn, case: Case, own: int | None) -> tuple[Stage, ...]:
    found: list[Stage] = []
    seen = set(turn.kept_from) | ({own} if own is not None else set())
    for role in _roles(turn, case):
        if people := tuple(p for p in turn.officers(role) if p.id not in seen):
            found.append(Stage(role, people))
            seen |= {p.id for p in people}
    return tuple(found)


def _roles(turn: Turn, case: Case) -> tuple[Role, ...]:
    """The pack's first role at that hour, then the configured chain (L18: the one that answers at that hour)."""
    name = pack_value(turn, case.pack, FIRST if turn.scheme.office.is_open(turn.now) else FIRST_CLOSED)
    first = (Role(name),) if name in set(Role) else ()
    return tuple(dict.fromkeys((*first, *turn.scheme.config.alert.chain)))


def steps_until(settings: Settings, since: datetime, now: datetime) -> int:
    """How many steps after the first are due at `now`."""
    passed = now - since
    count = sum(passed >= step for step in settings.steps)
    last = settings.steps[-1]
    return count + ((passed - last) // settings.again_every if passed > last else 0)


def next_step(settings: Settings, since: datetime, now: datetime) -> datetime:
    """When the first step behind `now` is due."""
    passed, last = now - since, settings.steps[-1]
    later = next((step for step in settings.steps if step > passed), None)
    return since + (later or last + ((passed - last) // settings.again_every + 1) * settings.again_every)


def wait(turn: Turn, case: Case) -> None:
    """Set the timer for the next step, or for the word to the reporter if that is due before."""
    chain, settings = chains.get(turn.conn, case.id), turn.scheme.config.alert
    if chain.since is None:
        return
    due_at = next_step(settings, chain.since, turn.now)
    if chain.reporter_told_at is None and (told_at := chain.since + settings.reporter_told_after) > turn.now:
        due_at = min(due_at, told_at)
    turn.start_timer(UNACKNOWLEDGED, (CASE, case.id), due_at)


def stop(turn: Turn, case: Case) -> None:
    """Nobody is chased any more."""
    chains.change(turn.conn, case.id, since=None)
    turn.stop_timer(UNACKNOWLEDGED, (CASE, case.id))


@dataclass(frozen=True, slots=True)
class Due:
    """What a firing of the timer finds due."""

    step: bool
    reporter: bool


def due(turn: Turn, timer: Timer) -> tuple[Case, Due] | None:
    """The case that nobody has, what is due of its chain, and the timer set for the next time.

    Steps that were missed while mailbot was off are told at once, as one.
    """
    case, chain = cases.get(turn.conn, timer.subject[1]), chains.get(turn.conn, timer.subject[1])
    if chain.since is None or case.state is ConcernState.CLOSED:
        return None
    keep_from(turn, case)
    settings = turn.scheme.config.alert
    step = steps_until(settings, chain.since, turn.now)
    tell = chain.reporter_told_at is None and turn.now - chain.since >= settings.reporter_told_after
    chains.change(turn.conn, case.id, step=step)
    if tell:
        chains.change(turn.conn, case.id, reporter_told_at=turn.now)
    wait(turn, case)
    return case, Due(step > chain.step, tell)


def whom_to_alert(turn: Turn, case: Case) -> list[Person]:
    """Whoever has it; while nobody has, everybody asked so far and those of the step that is reached."""
    chain, holder = chains.get(turn.conn, case.id), chains.holder_of(turn.conn, case.id)
    keep_from(turn, case)
    has_it = _on_roll(turn, [holder.person_id]) if holder else []
    if chain.since is None:
        return has_it or alerted(turn, case)
    steps = chain.step + chain.ahead
    reached = [person for stage in stages(turn, case)[: steps + 1] for person in stage.people]
    if has_it:  # told new harm: whoever has it alone at first, then the others too, no later than in any other case
        reached = [*has_it, *(reached if steps else ())]
    return list(dict.fromkeys((*([] if has_it else alerted(turn, case)), *reached)))


def alerted(turn: Turn, case: Case) -> list[Person]:
    """Everybody who was alerted and is still on the roll, but nobody from whom the case is kept."""
    keep_from(turn, case)
    return _on_roll(turn, chains.alerted(turn.conn, case.id))


def _on_roll(turn: Turn, ids: Iterable[int]) -> list[Person]:
    known = {person.id: person for person in turn.roll.people}
    return [known[each] for each in ids if each in known and each not in turn.kept_from]


def nobody_reads(turn: Turn, case: Case) -> bool:
    """Whether nobody in the chain is sure to read e-mail at this hour."""
    people = [person for stage in stages(turn, case) for person in stage.people]
    awake = set(turn.scheme.config.alert.read_day_and_night)
    return not people or not (turn.scheme.office.is_open(turn.now) or any(p.roles & awake for p in people))


def tells_reporter_at(turn: Turn, case: Case) -> datetime | None:
    """When the reporter hears that nobody has it yet, unless somebody has by then (UTC)."""
    since = chains.get(turn.conn, case.id).since
    return since + turn.scheme.config.alert.reporter_told_after if since is not None else None

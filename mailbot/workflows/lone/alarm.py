"""The alarm over somebody who set off alone: who is told when, again and again, until somebody has it (L23).

The steps are due at moments counted from the visitor's own time of return, in UTC, so that neither a change of
summer time nor midnight moves them. The next one is set before the rules decide: no rule can break the chain.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from mailbot.events import Event, Lane, Level
from mailbot.letters.letter import Address, Letter
from mailbot.roll import Role
from mailbot.rulebook.rule import TemplateName
from mailbot.store import attention, outbox
from mailbot.store.timers import Timer
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import NoParams, Posting, Turn
from mailbot.workflows.lone import watches
from mailbot.workflows.lone.events import Overdue, Trouble, Watched
from mailbot.workflows.lone.people import Whom, people_of
from mailbot.workflows.lone.tables import Step, WatchState
from mailbot.workflows.lone.watches import Told, Watch
from mailbot.workflows.lone.wording import of_watch
from mailbot.workflows.recipients import address_of
from mailbot.workflows.why import Why

OVERDUE = "lone-overdue"
CHAIN = (Step.VISITOR, Step.NAMED_PERSON, Step.COORDINATOR, Step.OUT_OF_HOURS)


@dataclass(frozen=True, slots=True)
class Alert:
    """Tell those of a step, each once in a round."""

    whom: Step
    template: TemplateName


@dataclass(frozen=True, slots=True)
class TellTold:
    """Tell everybody who was told of the watch but its visitor; named persons have a template of their own, or none.

    `coordinators`: they too, whether they were told before or not.
    """

    template: TemplateName
    named: TemplateName | None = None
    coordinators: bool = False


def wait_for_next(turn: Turn, watch: Watch, done: Step | None = None) -> Watch:
    """Set the timer for the next step that has anybody to tell; behind the last one, all of it again."""
    rest = CHAIN[CHAIN.index(done) + 1 :] if done in CHAIN else CHAIN if done is None else ()
    step = next((each for each in rest if _to_tell(turn, watch, each)), Step.AGAIN)
    if step is Step.AGAIN:
        due_at = turn.now + turn.scheme.config.lone.again_every
    else:
        due_at = max(_due_at(turn, watch, step), turn.now)
    turn.start_timer(OVERDUE, ("watch", watch.id), due_at)
    return watches.change(turn.conn, watch.id, turn.now, step=step)


def _due_at(turn: Turn, watch: Watch, step: Step) -> datetime:
    settings = turn.scheme.config.lone
    after = {
        Step.VISITOR: settings.visitor_after,
        Step.NAMED_PERSON: settings.named_person_after,
        Step.COORDINATOR: settings.coordinator_after,
        Step.OUT_OF_HOURS: settings.out_of_hours_after,
    }
    return watch.back_at + after[step]


def overdue(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nothing came in time: the step that is due, unless somebody has it or the visitor is back."""
    watch = watches.get(turn.conn, timer.subject[1]) if timer.subject[0] == "watch" else None
    if watch is None or not watch.is_open:
        return
    step = watch.step
    if watch.state is WatchState.ACKNOWLEDGED:
        yield from still_taken(turn, watch)
        return
    if step is not Step.AGAIN and not _to_tell(turn, watch, step):  # the roll has changed since
        wait_for_next(turn, watch, step)
        return
    if step is not Step.VISITOR:
        again = 1 if step is Step.AGAIN else 0
        state = WatchState.ALARMED
        watch = watches.change(turn.conn, watch.id, turn.now, state=state, round=watch.round + again)
    wait_for_next(turn, watch, step)
    yield Overdue(watch_id=watch.id, step=step)


def still_taken(turn: Turn, watch: Watch) -> Iterable[Event]:
    """Somebody has it and has not said how it went: they are asked, twice; then everybody is told anew."""
    if watch.step is Step.EVERYBODY:
        values = {"state": WatchState.ALARMED, "round": watch.round + 1}
        wait_for_next(turn, watches.change(turn.conn, watch.id, turn.now, **values), Step.OUT_OF_HOURS)
        yield Overdue(watch_id=watch.id, step=Step.EVERYBODY)
        return
    following = Step.EVERYBODY if watch.step is Step.ASKED_AGAIN else Step.ASKED_AGAIN
    wait_while_taken(turn, watch, following)
    yield Overdue(watch_id=watch.id, step=Step.TAKEN)


def wait_while_taken(turn: Turn, watch: Watch, step: Step) -> None:
    """Somebody has it: the next who is asked, if it is not over by then, day and night."""
    turn.start_timer(OVERDUE, ("watch", watch.id), turn.now + turn.scheme.config.lone.taken_again_after)
    watches.change(turn.conn, watch.id, turn.now, state=WatchState.ACKNOWLEDGED, step=step)


def ask_who_has_it(turn: Turn, event: Overdue, params: TellTold) -> Iterable[Event]:
    """Ask the last one who said so, wherever that answer came from; nobody, where they may not know any more."""
    watch = watches.get(turn.conn, event.watch_id) if event.watch_id is not None else None
    holder = watches.holder(turn.conn, watch.id) if watch else None
    if watch is None or holder is None or (to := _address(turn, holder)) is None:
        return ()
    person = turn.roll.person(holder.person_id) if holder.person_id is not None else None
    officer = person is not None and (person.is_officer or Role.OUT_OF_HOURS in person.roles)
    if holder.person_id not in turn.kept_from and (template := params.template if officer else params.named):
        _post(turn, watch, template, to)
    return ()


def sound_all(turn: Turn, event: Trouble, _: NoParams) -> Iterable[Event]:
    """Everybody at once, whoever was told before; and again until somebody has it."""
    if event.watch_id is not None and (watch := watches.get(turn.conn, event.watch_id)):
        values = {"state": WatchState.ALARMED, "round": watch.round + 1}
        wait_for_next(turn, watches.change(turn.conn, watch.id, turn.now, **values), Step.OUT_OF_HOURS)
        turn.change("lone.trouble", ("watch", watch.id))
    return ()


def alert(turn: Turn, event: Overdue | Trouble, params: Alert) -> Iterable[Event]:
    """Mail those of the step whom nobody told in this round: one person with two roles gets one alarm."""
    watch = watches.get(turn.conn, event.watch_id) if event.watch_id is not None else None
    if watch is None:
        return ()
    for whom in _to_tell(turn, watch, params.whom):
        told_id = watches.tell(turn.conn, watch, whom.person_id, params.whom, turn.now)
        _post(turn, watch, params.template, whom.address, told_id)
    return ()


def tell_before(turn: Turn, event: Watched, template: TemplateName) -> None:
    """Mail the named person while nothing is wrong: that is of no round, and an alarm reaches them all the same."""
    watch = watches.get(turn.conn, event.watch_id) if event.watch_id is not None else None
    if watch is None:
        return
    before = replace(watch, round=watch.round - 1)
    for whom in people_of(turn, watch, Step.NAMED_PERSON):
        told_id = watches.tell(turn.conn, before, whom.person_id, Step.NAMED_PERSON, turn.now)
        _post(turn, watch, template, whom.address, told_id)


def _to_tell(turn: Turn, watch: Watch, step: Step) -> list[Whom]:
    """Those of the step who have not been told in this round."""
    already = {each.person_id for each in watches.everybody_told(turn.conn, watch.id) if each.round == watch.round}
    return [whom for whom in people_of(turn, watch, step) if whom.person_id is None or whom.person_id not in already]


def raise_overdue(turn: Turn, event: Overdue, _: NoParams) -> Iterable[Event]:
    """It stands in the coordinators' digest, once, until it is over."""
    known = (item for item in attention.open_items(turn.conn) if item.subject == event.record)
    if all(item.why != Why.LONE_OVERDUE for item in known):
        turn.raise_attention(Level.TODAY, Why.LONE_OVERDUE, Role.COORDINATOR, event.record)
    return ()


def tell_told(turn: Turn, event: Event, params: TellTold) -> Iterable[Event]:
    """Mail everybody who was told of this watch, but not its visitor and not whoever writes now."""
    record = event.record
    watch = watches.get(turn.conn, record[1]) if record and record[0] == "watch" else None
    if watch is None:
        return ()
    everybody = watches.everybody_told(turn.conn, watch.id)
    told = [each for each in everybody if each.step not in (Step.VISITOR, Step.TAKEN)]
    knew = params.coordinators or any(
        each.step is Step.TAKEN for each in everybody
    )  # they heard that somebody has it
    officers = {each.person_id for each in told if each.step is not Step.NAMED_PERSON}
    writer, reached = turn.sender.address if turn.reading else None, set[str]()
    for each in told:
        is_named = each.step is Step.NAMED_PERSON and each.person_id not in officers
        template, to = params.named if is_named else params.template, _address(turn, each)
        if template is not None and to is not None and to.email not in (writer, *reached):
            reached.add(to.email)
            _post(turn, watch, template, to)
    for whom in people_of(turn, watch, Step.COORDINATOR) if knew else ():
        if whom.address.email not in (writer, *reached):
            _post(turn, watch, params.template, whom.address)
    return ()


def over(turn: Turn, watch: Watch, state: WatchState, said_at: datetime | None = None) -> None:
    """Nobody waits any more."""
    turn.stop_timer(OVERDUE, ("watch", watch.id))
    attention.done_about(turn.conn, ("watch", watch.id), str(state), turn.now)
    watches.change(turn.conn, watch.id, turn.now, state=state, home_said_at=said_at or watch.home_said_at)
    turn.change("lone.stood_down", ("watch", watch.id))


def _post(turn: Turn, watch: Watch, template: str, to: Address, told_id: int | None = None) -> None:
    letter = Letter(
        template=template,
        to=(to,),
        context=dict(NOTHING_KNOWN) | dict(of_watch(turn, watch)),
        subject_record=("watch", watch.id),
        lane=Lane.CONCERN,
    )
    note = partial(watches.told_by, turn.conn, told_id) if told_id is not None else None
    turn.post(Posting(letter, on_queued=note))


def _address(turn: Turn, told: Told) -> Address | None:
    """Where they were told: on the roll as it is now, outside it as the mail that told them says."""
    if told.person_id is not None:
        return address_of(turn.roll.person(told.person_id))
    found = outbox.addresses(turn.conn, told.outbox_id) if told.outbox_id is not None else []
    return Address(found[0]) if found else None

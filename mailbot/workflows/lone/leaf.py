"""Lone working (L23): whoever sets off alone is watched until they write that they are back.

A watch is a row and one timer, at the visitor's own time of return and the waits of `[lone]`. It runs day and night;
only a message that is surely the visitor's, and surely says that they are safe, or an officer, stands it down
(promise 3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mailbot.events import Event, Kind, Lane, Trust
from mailbot.letters.letter import Address, Letter
from mailbot.rulebook.rule import TemplateName
from mailbot.store import outbox
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import Leaf, LeafAction, NoParams, Posting, TimerSpec, Turn
from mailbot.workflows.lone import watches
from mailbot.workflows.lone.alarm import (
    OVERDUE,
    Alert,
    TellTold,
    alert,
    ask_who_has_it,
    over,
    overdue,
    raise_overdue,
    sound_all,
    tell_before,
    tell_told,
    wait_for_next,
    wait_while_taken,
)
from mailbot.workflows.lone.events import (
    AlarmAnswered,
    NotSetOff,
    Overdue,
    Placed,
    SaidBack,
    SetOff,
    Trouble,
    Watched,
)
from mailbot.workflows.lone.hearing import after_reading, hear_answer, hear_back, hear_set_off
from mailbot.workflows.lone.recognise import recognise_answer
from mailbot.workflows.lone.reminding import NOT_SET_OFF, expect_setting_off, not_set_off
from mailbot.workflows.lone.tables import Step, WatchState
from mailbot.workflows.lone.wording import context, of_watch


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to whoever answered our alarm, on the roll or not: only an addressee of that alarm gets one."""

    template: TemplateName


def watch(turn: Turn, event: SetOff, _: NoParams) -> Iterable[Event]:
    """Wait for them until their time of return; a later message of theirs moves it, and all alarms with it."""
    if event.person_id is None or event._back_at is None:
        return
    values: dict[str, Any] = {
        "match_id": event.match_id,
        "set_off_at": event._written_at,
        "begins_at": event._begins_at,
        "back_at": event._back_at,
    }
    before = watches.open_for(turn.conn, event.person_id)
    if before is None:
        now = watches.begin(turn.conn, values | {"person_id": event.person_id}, turn.now)
    else:
        values |= {"match_id": event.match_id or before.match_id, "home_said_at": None}
        values |= {"state": WatchState.OUT, "round": before.round + 1}
        now = watches.change(turn.conn, before.id, turn.now, **values)
    wait_for_next(turn, now)
    turn.change("lone.watched", ("watch", now.id))
    yield Watched(
        pack=event.pack,
        watch_id=now.id,
        moved=before is not None,
        alarmed=before is not None and before.is_alarmed,
        theirs=event.theirs,
    )


def stand_down(turn: Turn, event: SaidBack, _: NoParams) -> Iterable[Event]:
    """They are safe: nobody waits any more."""
    found = watches.get(turn.conn, event.watch_id) if event.watch_id is not None else None
    if found is not None:
        over(turn, found, WatchState.BACK, event._said_at)
    elif event.person_id is not None:
        watches.note_back(turn.conn, event.person_id, event._said_at, turn.now)
    return ()


def end_watch(turn: Turn, event: AlarmAnswered, _: NoParams) -> Iterable[Event]:
    """An officer ends it."""
    if event.watch_id is not None and (found := watches.get(turn.conn, event.watch_id)):
        over(turn, found, WatchState.ENDED)
    return ()


def acknowledge_alarm(turn: Turn, event: AlarmAnswered, _: NoParams) -> Iterable[Event]:
    """Somebody has it: nobody further is told, and they are asked again until the visitor or an officer ends it."""
    watch = watches.get(turn.conn, event.watch_id) if event.watch_id is not None else None
    if watch is not None and turn.answer is not None:
        person = turn.sender.person
        row = watches.tell(turn.conn, watch, person.id if person else None, Step.TAKEN, turn.now)
        watches.told_by(turn.conn, row, turn.answer.sent.id)
        wait_while_taken(turn, watch, Step.TAKEN)
        turn.change("lone.acknowledged", ("watch", watch.id))
    return ()


def give_back(turn: Turn, event: AlarmAnswered, _: NoParams) -> Iterable[Event]:
    """Whoever had it cannot any more: everybody is told anew, at once."""
    if event.watch_id is not None:
        watches.change(turn.conn, event.watch_id, turn.now, step=Step.EVERYBODY)
        turn.start_timer(OVERDUE, ("watch", event.watch_id), turn.now)
    return ()


def note_home_said(turn: Turn, event: AlarmAnswered, _: NoParams) -> Iterable[Event]:
    """Somebody else says that they are home: it is passed on, and stands nobody down."""
    if event.watch_id is not None:
        watches.change(turn.conn, event.watch_id, turn.now, home_said_at=turn.now)
        turn.change("lone.home_said", ("watch", event.watch_id))
    return ()


def reply(turn: Turn, event: AlarmAnswered, params: Reply) -> Iterable[Event]:
    """Answer them; nobody who was not told of this watch, and nobody who failed the check."""
    found = watches.get(turn.conn, event.watch_id) if event.watch_id is not None else None
    addressed = turn.answer and turn.sender.address in outbox.addressed_to(turn.conn, turn.answer.sent.id)
    if found is None or not addressed or turn.sender.trust is Trust.FAILED:
        return ()
    letter = Letter(
        template=params.template,
        to=(Address(turn.sender.address),),
        context=dict(NOTHING_KNOWN) | dict(of_watch(turn, found)),
        subject_record=("watch", found.id),
        is_reply=True,
        lane=Lane.CONCERN,
    )
    turn.post(Posting(letter))
    return ()


def tell_named(turn: Turn, event: Watched, params: Reply) -> Iterable[Event]:
    """Tell the named person that they are expected, where the pack wants that (L23); they hear of the return too."""
    tell_before(turn, event, params.template)
    return ()


LEAF = Leaf(
    name="lone",
    recognisers=(recognise_answer,),
    events=(SetOff, Watched, SaidBack, Overdue, Trouble, AlarmAnswered, NotSetOff, Placed),
    actions=(
        LeafAction("watch", NoParams, watch),
        LeafAction("stand_down", NoParams, stand_down),
        LeafAction("end_watch", NoParams, end_watch),
        LeafAction("acknowledge_alarm", NoParams, acknowledge_alarm),
        LeafAction("give_back", NoParams, give_back),
        LeafAction("note_home_said", NoParams, note_home_said),
        LeafAction("raise_overdue", NoParams, raise_overdue),
        LeafAction("sound_all", NoParams, sound_all),
        LeafAction("alert", Alert, alert),
        LeafAction("tell_told", TellTold, tell_told),
        LeafAction("ask_who_has_it", TellTold, ask_who_has_it),
        LeafAction("tell_named", Reply, tell_named),
        LeafAction("reply", Reply, reply),
        LeafAction("expect_setting_off", NoParams, expect_setting_off),
    ),
    timers=(
        TimerSpec(OVERDUE, lambda _: timedelta(0), overdue, clock="safety"),
        TimerSpec(NOT_SET_OFF, lambda _: timedelta(0), not_set_off, clock="safety"),
    ),
    hears={
        Kind.LONE_CHECK_IN: hear_set_off,
        Kind.LONE_CHECK_OUT: hear_back,
        Kind.ACKNOWLEDGEMENT: hear_answer,
        Kind.COORDINATOR_COMMAND: hear_answer,
    },
    after_reading=after_reading,
    context=context,
)

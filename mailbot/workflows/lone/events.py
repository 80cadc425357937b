"""What the rules decide about lone working."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from mailbot.events import Event, Trust, about_sender
from mailbot.workflows.lone.tables import Step


class Problem(StrEnum):
    """Why a time of return cannot be watched.

    NO_TIME: none, or one that may be another. BEFORE_START: it does not lie after the start of the visit.
    OLDER: the message was written before the setting off that is watched, or before they wrote that they were back.
    """

    NO_TIME = "no_time"
    BEFORE_START = "before_start"
    OLDER = "older"


class Says(StrEnum):
    """What somebody whom we told answers."""

    HAVE_IT = "have_it"
    HOME = "home"
    STAND_DOWN = "stand_down"
    CANNOT = "cannot"


class Where(StrEnum):
    """Where a visit is not to be (L13, C10)."""

    VISITORS_HOME = "visitors_home"
    HOTEL_ROOM = "hotel_room"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff(Event):
    """Somebody goes in alone, or changes when they will be back. `running`: they are watched already.

    `theirs` is False where the client they name is visited by others.
    """

    name: ClassVar[str] = "lone.set_off"
    record_kind: ClassVar[str | None] = "person"

    problem: Problem | None
    running: bool
    theirs: bool = True
    on_roll: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    person_id: int | None
    match_id: int | None = None
    _written_at: datetime
    _begins_at: datetime | None
    _back_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfWatch(Event):
    """Base of events about one watch."""

    record_kind: ClassVar[str | None] = "watch"

    watch_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched(_OfWatch):
    """From now on they are expected back at their time. `alarmed`: others had been told by then."""

    name: ClassVar[str] = "lone.watched"

    moved: bool
    alarmed: bool
    theirs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBack(_OfWatch):
    """Somebody wrote that they are back. `watched`: their watch runs; `overdue`: others were told already.

    `too_early`: it was written before the visit began, so it cannot be about it.
    """

    name: ClassVar[str] = "lone.said_back"

    sure: bool
    too_early: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    on_roll: bool = about_sender(False)
    watched: bool
    overdue: bool
    person_id: int | None
    _said_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue(_OfWatch):
    """The time of return and the wait of this step are over, and nothing has come."""

    name: ClassVar[str] = "lone.overdue"
    alerting: ClassVar[bool] = True

    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble(_OfWatch):
    """Somebody who is watched wrote that they are not safe, or words of harm: whoever seems to have written it."""

    name: ClassVar[str] = "lone.trouble"
    alerting: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmAnswered(_OfWatch):
    """Somebody answered our alarm. `authorised`: surely one of its addressees, by its token, for the first time.

    `repeated`: the same person said the same last, and it still holds. `theirs`: they are who took care of it.
    """

    name: ClassVar[str] = "lone.alarm_answered"

    says: Says
    is_open: bool
    authorised: bool = about_sender(False)
    repeated: bool = about_sender(False)
    theirs: bool = about_sender(False)
    officer: bool = about_sender(False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSetOff(Event):
    """A planned visit has begun, and its visitor has not written that they set off."""

    name: ClassVar[str] = "lone.not_set_off"
    record_kind: ClassVar[str | None] = "visit"

    visit_id: int
    match_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Event):
    """A message places a visit where the pack may not want one."""

    name: ClassVar[str] = "lone.placed"

    where: Where
    match_id: int | None

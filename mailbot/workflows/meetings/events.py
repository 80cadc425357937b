"""What the rules decide about meetings."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from mailbot.events import Event, Fields, Trust, about_sender
from mailbot.workflows.meetings.tables import MeetingState, Says


class Because(StrEnum):
    """Why an instruction about a meeting changes nothing."""

    OVER = "over"
    PAST = "past"
    SENT = "sent"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAnnounced(Event):
    """A coordinator asks for a meeting to be announced. `clear`: day, time and place are said, and beyond doubt."""

    name: ClassVar[str] = "meeting.announced"

    clear: bool
    in_past: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    _fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMeeting(Event):
    """Base of events about one recorded meeting."""

    record_kind: ClassVar[str | None] = "meeting"

    meeting_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDrafted(OfMeeting):
    """A meeting is written down, or was before (`state`). `from_config`: it stands in the config."""

    name: ClassVar[str] = "meeting.drafted"

    state: MeetingState
    from_config: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingUnreleased(OfMeeting):
    """Nobody has said SEND in time; `over`: and the meeting would have been."""

    name: ClassVar[str] = "meeting.unreleased"

    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReleased(OfMeeting):
    """A coordinator said SEND: the invitations go out in working hours."""

    name: ClassVar[str] = "meeting.released"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMoved(OfMeeting):
    """It has another day or time, and whoever was invited is told."""

    name: ClassVar[str] = "meeting.moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled(OfMeeting):
    """It is off, and whoever was invited is told."""

    name: ClassVar[str] = "meeting.cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingUnchanged(OfMeeting):
    """An instruction that cannot be carried out any more, or not so."""

    name: ClassVar[str] = "meeting.unchanged"

    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMailing(OfMeeting):
    """Some guests are to be mailed this."""

    name: ClassVar[str] = "meeting.mailing"

    says: Says


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReminderDue(OfMeeting):
    """It is two working days before."""

    name: ClassVar[str] = "meeting.reminder_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingListDue(OfMeeting):
    """The coordinators are to hear who comes."""

    name: ClassVar[str] = "meeting.list_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAnswered(OfMeeting):
    """A guest says whether they come. `listed`: the coordinators were told who comes before that; `soon`: it begins

    before the office opens again. `over`: it has begun, or is off.
    """

    name: ClassVar[str] = "meeting.answered"

    coming: bool
    over: bool
    listed: bool
    soon: bool

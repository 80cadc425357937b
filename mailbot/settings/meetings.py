"""`[[meetings]]`: support groups, training and general meetings whose dates are known beforehand (L25, B5)."""

from pydantic import Field, field_validator

from mailbot.roll import Role
from mailbot.settings.servers import Section
from mailbot.settings.values import ClockTime, Day, Line, RoleName

LONGEST = 200  # letters


class MeetingSettings(Section):
    """One meeting: what it is, the local day and time, where, and the roles of those who are invited (`for`)."""

    what: Line
    on: Day
    at: ClockTime
    place: Line
    roles: tuple[RoleName, ...] = Field(default=(Role.VISITOR, Role.BACKUP), alias="for")

    @field_validator("what", "place")
    @classmethod
    def _short(cls, text: str) -> str:
        if len(text) > LONGEST:
            raise ValueError(f"must not be longer than {LONGEST} letters")
        return text

    @field_validator("roles")
    @classmethod
    def _somebody(cls, roles: tuple[Role, ...]) -> tuple[Role, ...]:
        if not roles:
            raise ValueError('must name at least one role, such as ["visitor"]')
        return roles


def none_twice(meetings: tuple[MeetingSettings, ...]) -> tuple[MeetingSettings, ...]:
    """The same; ValueError where two are of the same name on the same day."""
    seen: dict[object, int] = {}
    for number, each in enumerate(meetings, start=1):
        first = seen.setdefault((each.what.casefold(), each.on), number)
        if first != number:
            raise ValueError(f"entry {number} is the same as entry {first}: take one out")
    return meetings

"""`[lone]`: when somebody who set off alone and has not come back is asked, and who is told after that (L23)."""

from datetime import timedelta

from pydantic import Field, ValidationInfo, field_validator

from mailbot.settings.servers import Section
from mailbot.settings.values import DurationText, YesNo

_BEFORE = {
    "named_person_after": "visitor_after",
    "coordinator_after": "named_person_after",
    "out_of_hours_after": "coordinator_after",
}


class Lone(Section):
    """Waits counted from the visitor's own time of return, day and night; each at least as long as the one before.

    `again_every`: how often coordinator and out-of-hours are told again until one of them acknowledges.
    `taken_again_after`: how often whoever has it is asked again until it is over; after the second time everybody is.
    `reminder_after`: how long after the start of a planned visit its visitor is asked to write, where the pack wants
    it. `backup_is_named_person`: whoever gave no named person has the backup of that visit.
    """

    visitor_after: DurationText = timedelta(minutes=10)
    named_person_after: DurationText = Field(default=timedelta(minutes=20), validate_default=True)
    coordinator_after: DurationText = Field(default=timedelta(minutes=30), validate_default=True)
    out_of_hours_after: DurationText = Field(default=timedelta(minutes=45), validate_default=True)
    again_every: DurationText = timedelta(minutes=30)
    taken_again_after: DurationText = timedelta(hours=1)
    reminder_after: DurationText = timedelta(minutes=10)
    backup_is_named_person: YesNo = False

    @field_validator("named_person_after", "coordinator_after", "out_of_hours_after")
    @classmethod
    def _in_order(cls, after: timedelta, info: ValidationInfo) -> timedelta:
        earlier = _BEFORE[str(info.field_name)]
        if earlier in info.data and after < info.data[earlier]:
            raise ValueError(f"must not be shorter than lone.{earlier}")
        return after

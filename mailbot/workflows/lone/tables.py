"""Watches over lone visitors, `out -> alarmed -> acknowledged -> back | ended`, and who was told of each (L23)."""

from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from mailbot.store.tables import UTCDateTime, id_column, metadata


class WatchState(StrEnum):
    """Where a watch is. `back`: the visitor said that they are safe; `ended`: an officer did."""

    OUT = "out"
    ALARMED = "alarmed"
    ACKNOWLEDGED = "acknowledged"
    BACK = "back"
    ENDED = "ended"


OPEN = (WatchState.OUT, WatchState.ALARMED, WatchState.ACKNOWLEDGED)


class Step(StrEnum):
    """Who is told next; AGAIN tells coordinators and out-of-hours once more.

    TAKEN: whoever has it. ASKED_AGAIN: they are asked whether they still do. EVERYBODY: the whole chain anew.
    """

    VISITOR = "visitor"
    NAMED_PERSON = "named_person"
    COORDINATOR = "coordinator"
    OUT_OF_HOURS = "out_of_hours"
    AGAIN = "again"
    TAKEN = "taken"
    ASKED_AGAIN = "asked_again"
    EVERYBODY = "everybody"


# `begins_at` is when the visit begins, at the earliest when they set off. `step` is the one that comes next. In one
# `round` nobody is told twice. `home_said_at`: when somebody who was told, in
# the end the visitor, wrote that the visitor is home.
watches = Table(
    "lone_watches",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("match_id", ForeignKey("matches.id")),
    Column("set_off_at", UTCDateTime, nullable=False),
    Column("begins_at", UTCDateTime, nullable=False),
    Column("back_at", UTCDateTime, nullable=False),
    Column("state", String(12), nullable=False),
    Column("step", String(14), nullable=False),
    Column("round", Integer, nullable=False),
    Column("home_said_at", UTCDateTime),
    Column("changed_at", UTCDateTime, nullable=False),
    Index("ix_lone_watches_person", "person_id", "state"),
)

# `person_id` is None for a named person outside the roll: the mail itself knows their address.
told = Table(
    "lone_told",
    metadata,
    id_column(),
    Column("watch_id", ForeignKey("lone_watches.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id")),
    Column("step", String(14), nullable=False),
    Column("round", Integer, nullable=False),
    Column("outbox_id", ForeignKey("outbox.id")),
    Column("told_at", UTCDateTime, nullable=False),
)

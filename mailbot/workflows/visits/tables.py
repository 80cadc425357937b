"""The ledger of visits: `planned -> took_place | attempted | missed | cancelled`, each of the last three replaced.

Before that `held -> planned | lapsed`, where something has to come first: its day is kept, and it is not booked (S4).
"""

from enum import StrEnum

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Time

from mailbot.store.tables import UTCDateTime, id_column, metadata


class VisitState(StrEnum):
    """Where a visit is."""

    HELD = "held"
    LAPSED = "lapsed"
    PLANNED = "planned"
    TOOK_PLACE = "took_place"
    ATTEMPTED = "attempted"
    MISSED = "missed"
    CANCELLED = "cancelled"


# What became of a visit, as the end of "the visit …".
OUTCOME_WORDS = {
    VisitState.HELD: "is not booked yet",
    VisitState.LAPSED: "was not booked in time",
    VisitState.PLANNED: "is planned",
    VisitState.TOOK_PLACE: "took place",
    VisitState.ATTEMPTED: "was attempted, and the person was not seen",
    VisitState.MISSED: "did not take place",
    VisitState.CANCELLED: "was cancelled",
}


visits = Table(
    "visits",
    metadata,
    id_column(),
    Column("match_id", ForeignKey("matches.id"), nullable=False),
    Column("visitor_id", ForeignKey("people.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Time),
    Column("state", String(12), nullable=False),
    Column("fact_id", ForeignKey("facts.id")),
    Column("replaced_by", ForeignKey("visits.id")),
    Column("reminders", Integer, nullable=False, default=0),
    Column("changed_at", UTCDateTime, nullable=False),
    Index("ix_visits_match_day", "match_id", "day"),
    Index("ix_visits_visitor_day", "visitor_id", "day"),
)

rhythms = Table(
    "rhythms",
    metadata,
    Column("match_id", ForeignKey("matches.id"), primary_key=True),
    Column("since", Date, nullable=False),
    Column("nudged_on", Date),
    Column("told_on", Date),
)
"""From which local day a match's interval counts at the earliest, and when its next date was last asked for."""

"""The spine's tables. Leaves add theirs to the same `metadata` in their own folders.

Journal and states hold ids, codes and spans; what people wrote stands in `raw_messages`, `letters` and
`fact_texts`, so that it can be erased by class while the journal stays (design, section 6).
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    true,
)

from mailbot.expressions import lazy

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=CONVENTION)
_UNSTORABLE = lazy("[\0\ud800-\udfff]")


class UTCDateTime(TypeDecorator[datetime]):
    """A moment in UTC. A time without a zone is refused: it would be a guess."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored: give it one")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """What people wrote, of any length. NUL and halves of pairs, which a database may refuse, become U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value and _UNSTORABLE.sub("\ufffd", value)


def id_column() -> Column[int]:
    """A row number that counts up, on SQLite and PostgreSQL alike."""
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)


inbox = Table(
    "inbox",
    metadata,
    id_column(),
    Column("mailbox", String(255), nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("arrived_at", UTCDateTime, nullable=False),
    Column("taken_at", UTCDateTime, nullable=False),
    Column("lane", String(10), nullable=False),
    Column("state", String(12), nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("try_at", UTCDateTime),
    Column("error", String(80)),
    Column("identity", LargeBinary(32), nullable=False, index=True),
    Column("trust", String(10), nullable=False),
    Column("copy_of", ForeignKey("inbox.id")),
    Column("person_id", ForeignKey("people.id")),
    Column("settled_at", UTCDateTime),
    Column("moved_at", UTCDateTime),
    Column("restricted", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("mailbox", "uidvalidity", "uid"),
    Index("ix_inbox_waiting", "state", "lane", "id"),
    sqlite_autoincrement=True,
)

raw_messages = Table(
    "raw_messages",
    metadata,
    Column("inbox_id", ForeignKey("inbox.id"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    id_column(),
    Column("inbox_id", ForeignKey("inbox.id"), nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("sure", Boolean, nullable=False),
    Column("unsure_of", String(24)),
)

fact_texts = Table(
    "fact_texts",
    metadata,
    Column("fact_id", ForeignKey("facts.id"), primary_key=True),
    Column("fields", JSON, nullable=False),
    Column("evidence", Words, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    id_column(),
    Column("nonce", String(16), nullable=False, unique=True),
    Column("message_id", String(255), nullable=False, unique=True),
    Column("lane", String(10), nullable=False),
    Column("state", String(10), nullable=False),
    Column("hold", String(20)),
    Column("template", String(64), nullable=False),
    Column("asks", String(32)),
    Column("subject_kind", String(20)),
    Column("subject_id", BigInteger),
    Column("addressee_id", ForeignKey("people.id")),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("queued_at", UTCDateTime, nullable=False),
    Column("try_at", UTCDateTime, nullable=False),
    Column("sending_at", UTCDateTime),
    Column("ended_at", UTCDateTime),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("code", Integer),
    Column("second_route", Boolean, nullable=False, default=False),
    Column("filed_at", UTCDateTime),
    Column("released_by", String(80)),
    Column("released_at", UTCDateTime),
    Index("ix_outbox_waiting", "state", "lane", "id"),
    sqlite_autoincrement=True,
)

letters = Table(
    "letters",
    metadata,
    Column("outbox_id", ForeignKey("outbox.id"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

recipients = Table(
    "recipients",
    metadata,
    Column("outbox_id", ForeignKey("outbox.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", String(2), nullable=False),
    Column("address", String(320), nullable=False),
    Column("state", String(10), nullable=False),
    Column("code", Integer),
    Index("ix_recipients_address", "address"),
)

used_tokens = Table(
    "used_tokens",
    metadata,
    Column("outbox_id", ForeignKey("outbox.id"), primary_key=True),
    Column("command", String(32), primary_key=True),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("used_at", UTCDateTime, nullable=False),
)

timers = Table(
    "timers",
    metadata,
    id_column(),
    Column("name", String(40), nullable=False),
    Column("subject_kind", String(20), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("due_at", UTCDateTime, nullable=False, index=True),
    Column("tries", Integer, nullable=False, default=0),
    UniqueConstraint("name", "subject_kind", "subject_id"),
)

attention = Table(
    "attention",
    metadata,
    id_column(),
    Column("level", String(5), nullable=False),
    Column("why", String(40), nullable=False),
    Column("role", String(24), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("outbox_id", ForeignKey("outbox.id")),
    Column("subject_kind", String(20)),
    Column("subject_id", BigInteger),
    Column("raised_at", UTCDateTime, nullable=False),
    Column("mailed", Boolean, nullable=False),
    Column("digested_at", UTCDateTime),
    Column("done_at", UTCDateTime),
    Column("done_by", String(80)),
    Index("ix_attention_open", "done_at", "level"),
    Index("ix_attention_subject", "subject_kind", "subject_id"),
    Index("ix_attention_inbox_id", "inbox_id"),
)

journal = Table(
    "journal",
    metadata,
    id_column(),
    Column("at", UTCDateTime, nullable=False),
    Column("what", String(40), nullable=False),
    Column("inbox_id", BigInteger, index=True),
    Column("outbox_id", BigInteger),
    Column("timer", String(40)),
    Column("event", String(40)),
    Column("rule", String(80)),
    Column("subject_kind", String(20)),
    Column("subject_id", BigInteger),
    Column("fact_id", BigInteger),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("trust", String(10)),
    Column("code", String(80)),
)

people = Table(
    "people",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False),
    Column("email", String(320), nullable=False, unique=True),
    Column("phone", String(40)),
    Column("also_known_as", String(200)),
    Column("experienced", Boolean, nullable=False, default=False),
    Column("roles", JSON, nullable=False),
    Column("clearances", JSON, nullable=False),
    Column("named_person_name", String(200)),
    Column("named_person_email", String(320)),
    Column("named_person_agreed_on", Date),
    Column("calendar", Boolean, nullable=False, server_default=false()),
    Column("household", String(40)),
)

clients = Table(
    "clients",
    metadata,
    id_column(),
    Column("ref", String(40), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("setting", String(20), nullable=False),
    Column("place", String(200)),
    Column("name_in_script", String(200)),
    Column("told_by", String(12)),
    Column("stand_ins", JSON, nullable=False, default=list, server_default="[]"),
    Column("household", String(40)),
    Column("wants_visits", Boolean, nullable=False, default=True, server_default=true()),
)

matches = Table(
    "matches",
    metadata,
    id_column(),
    Column("client_id", ForeignKey("clients.id"), nullable=False),
    Column("visitor_id", ForeignKey("people.id"), nullable=False),
    Column("backup_id", ForeignKey("people.id")),
    Column("interval_days", Integer, nullable=False),
    Column("started_on", Date),
    Column("ended_on", Date),
    Column("closed_on", Date),
    UniqueConstraint("client_id", "visitor_id"),
)

health = Table(
    "health",
    metadata,
    Column("what", String(40), primary_key=True),
    Column("at", UTCDateTime, nullable=False),
    Column("code", String(80)),
)

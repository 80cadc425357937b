"""What mailbot wrote and what SMTP took, as the model reads it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header

from sqlalchemy import Connection, Row, select

from mailbot.store import outbox
from mailbot.store.tables import outbox as rows
from mailbot.store.tables import recipients


@dataclass(frozen=True)
class Delivered:
    """One recipient of one mail, as SMTP took it."""

    mail: int
    address: str
    at: datetime
    mode: str


@dataclass(frozen=True)
class Mail:
    """A mail of ours as its row and its bytes have it. `by_clock`: it answers no message."""

    id: int
    template: str
    asks: str | None
    about: tuple[str, int] | None
    written_at: datetime
    inbox_id: int | None
    to: tuple[str, ...]
    subject: str
    text: str

    @property
    def by_clock(self) -> bool:
        return self.inbox_id is None

    @property
    def case(self) -> int | None:
        return self.about[1] if self.about and self.about[0] == "concern" else None


def mails_after(conn: Connection, newest: int) -> list[Mail]:
    """Every mail of ours with a greater number, whatever became of it."""
    return [_mail(conn, row) for row in conn.execute(select(rows).where(rows.c.id > newest).order_by(rows.c.id))]


def _mail(conn: Connection, row: Row) -> Mail:
    mine = select(recipients).where(recipients.c.outbox_id == row.id).order_by(recipients.c.position)
    people = conn.execute(mine).all()
    message = message_from_bytes(outbox.raw(conn, row.id))
    parts = [part.get_payload(decode=True) for part in message.walk() if part.get_content_maintype() == "text"]
    return Mail(
        row.id,
        row.template,
        row.asks,
        (row.subject_kind, row.subject_id) if row.subject_kind else None,
        row.queued_at.astimezone(UTC),
        row.inbox_id,
        tuple(each.address for each in people if each.field == "to"),
        " ".join(str(make_header(decode_header(message["Subject"]))).split()),
        "\n".join(part.decode() for part in parts),
    )

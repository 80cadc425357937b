"""How the story ended, in numbers."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from mailbot.scheme import Scheme
from mailbot.store import attention, inbox, outbox
from mailbot.store.tables import outbox as outbox_table
from mailbot.workflows.why import WORDS, Why


@dataclass(frozen=True, slots=True)
class Summary:
    """Messages by their end, mails by state and by template, and what is still open for a person."""

    messages: dict[str, int]
    mails: dict[str, int]
    templates: dict[str, int]
    attention: tuple[str, ...]

    @property
    def messages_in(self) -> int:
        """How many messages came."""
        return sum(self.messages.values())

    @property
    def mails_out(self) -> int:
        """How many mails were written, held ones too."""
        return sum(self.mails.values())


def summary_of(scheme: Scheme) -> Summary:
    """As things stand now."""
    return scheme.database.read(_summary)


def _summary(conn: Connection) -> Summary:
    by_template = conn.execute(
        select(outbox_table.c.template, func.count())
        .group_by(outbox_table.c.template)
        .order_by(outbox_table.c.template)
    )
    return Summary(
        messages=inbox.counts(conn),
        mails=outbox.counts(conn),
        templates={row[0]: row[1] for row in by_template},
        attention=tuple(WORDS[Why(item.why)] for item in attention.open_items(conn)),
    )

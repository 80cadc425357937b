"""The first tables: the spine, visits, expenses, safeguarding; the journal and the logs can only grow."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0001"
down_revision = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
APPEND_ONLY = ("journal", "concern_log")


def upgrade() -> None:
    _create_tables()
    for table in APPEND_ONLY:
        _forbid_changes(table)


def _forbid_changes(table: str) -> None:
    """The database itself refuses to change what was written (promise 8)."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(
                f"create trigger {table}_no_{verb} before {verb} on {table} "
                f"begin select raise(abort, '{table} only grows'); end"
            )
        op.execute(  # "insert or replace" deletes without the trigger for that
            f"create trigger {table}_no_replace before insert on {table} "
            f"when exists (select 1 from {table} where id = new.id) "
            f"begin select raise(abort, '{table} only grows'); end"
        )
        return
    op.execute(
        f"create function {table}_only_grows() returns trigger language plpgsql as "
        f"$$ begin raise exception '{table} only grows'; end $$"
    )
    op.execute(
        f"create trigger {table}_no_change before update or delete or truncate on {table} "
        f"for each statement execute function {table}_only_grows()"
    )


def _create_tables() -> None:
    op.create_table(
        "clients",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("setting", sa.String(length=20), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("name_in_script", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clients")),
        sa.UniqueConstraint("ref", name=op.f("uq_clients_ref")),
    )
    op.create_table(
        "health",
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_health")),
    )
    op.create_table(
        "journal",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("inbox_id", sa.BigInteger(), nullable=True),
        sa.Column("outbox_id", sa.BigInteger(), nullable=True),
        sa.Column("timer", sa.String(length=40), nullable=True),
        sa.Column("event", sa.String(length=40), nullable=True),
        sa.Column("rule", sa.String(length=80), nullable=True),
        sa.Column("subject_kind", sa.String(length=20), nullable=True),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("fact_id", sa.BigInteger(), nullable=True),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("trust", sa.String(length=10), nullable=True),
        sa.Column("code", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_inbox_id"), "journal", ["inbox_id"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("also_known_as", sa.String(length=200), nullable=True),
        sa.Column("experienced", sa.Boolean(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("clearances", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("email", name=op.f("uq_people_email")),
    )
    op.create_table(
        "timers",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timers")),
        sa.UniqueConstraint(
            "name", "subject_kind", "subject_id", name=op.f("uq_timers_name_subject_kind_subject_id")
        ),
    )
    op.create_index(op.f("ix_timers_due_at"), "timers", ["due_at"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("mailbox", sa.String(length=255), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("arrived_at", UTCDateTime(), nullable=False),
        sa.Column("taken_at", UTCDateTime(), nullable=False),
        sa.Column("lane", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("try_at", UTCDateTime(), nullable=True),
        sa.Column("error", sa.String(length=80), nullable=True),
        sa.Column("identity", sa.LargeBinary(length=32), nullable=False),
        sa.Column("trust", sa.String(length=10), nullable=False),
        sa.Column("copy_of", ROW, nullable=True),
        sa.Column("person_id", ROW, nullable=True),
        sa.Column("settled_at", UTCDateTime(), nullable=True),
        sa.Column("moved_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["copy_of"], ["inbox.id"], name=op.f("fk_inbox_copy_of_inbox")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_inbox_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("mailbox", "uidvalidity", "uid", name=op.f("uq_inbox_mailbox_uidvalidity_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_inbox_identity"), "inbox", ["identity"], unique=False)
    op.create_index("ix_inbox_waiting", "inbox", ["state", "lane", "id"], unique=False)
    op.create_table(
        "matches",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("client_id", ROW, nullable=False),
        sa.Column("visitor_id", ROW, nullable=False),
        sa.Column("backup_id", ROW, nullable=True),
        sa.Column("interval_days", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["backup_id"], ["people.id"], name=op.f("fk_matches_backup_id_people")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_matches_client_id_clients")),
        sa.ForeignKeyConstraint(["visitor_id"], ["people.id"], name=op.f("fk_matches_visitor_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matches")),
        sa.UniqueConstraint("client_id", "visitor_id", name=op.f("uq_matches_client_id_visitor_id")),
    )
    op.create_table(
        "facts",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_facts_inbox_id_inbox")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facts")),
    )
    op.create_index(op.f("ix_facts_inbox_id"), "facts", ["inbox_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("nonce", sa.String(length=16), nullable=False),
        sa.Column("message_id", sa.String(length=255), nullable=False),
        sa.Column("lane", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("hold", sa.String(length=20), nullable=True),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("asks", sa.String(length=32), nullable=True),
        sa.Column("subject_kind", sa.String(length=20), nullable=True),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("addressee_id", ROW, nullable=True),
        sa.Column("inbox_id", ROW, nullable=True),
        sa.Column("queued_at", UTCDateTime(), nullable=False),
        sa.Column("try_at", UTCDateTime(), nullable=False),
        sa.Column("sending_at", UTCDateTime(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("second_route", sa.Boolean(), nullable=False),
        sa.Column("released_by", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["addressee_id"], ["people.id"], name=op.f("fk_outbox_addressee_id_people")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_outbox_inbox_id_inbox")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outbox_message_id")),
        sa.UniqueConstraint("nonce", name=op.f("uq_outbox_nonce")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_waiting", "outbox", ["state", "lane", "id"], unique=False)
    op.create_table(
        "raw_messages",
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_raw_messages_inbox_id_inbox")),
        sa.PrimaryKeyConstraint("inbox_id", name=op.f("pk_raw_messages")),
    )
    op.create_table(
        "attention",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("level", sa.String(length=5), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("inbox_id", ROW, nullable=True),
        sa.Column("outbox_id", ROW, nullable=True),
        sa.Column("subject_kind", sa.String(length=20), nullable=True),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("raised_at", UTCDateTime(), nullable=False),
        sa.Column("mailed", sa.Boolean(), nullable=False),
        sa.Column("digested_at", UTCDateTime(), nullable=True),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.Column("done_by", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_attention_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_attention_outbox_id_outbox")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attention")),
    )
    op.create_index("ix_attention_open", "attention", ["done_at", "level"], unique=False)
    op.create_table(
        "claims",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("client_id", ROW, nullable=True),
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("fact_id", ROW, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("total_pence", sa.Integer(), nullable=False),
        sa.Column("miles", sa.Float(), nullable=True),
        sa.Column("receipts", sa.Integer(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_claims_client_id_clients")),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_claims_fact_id_facts")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_claims_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_claims_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_person_id"), "claims", ["person_id"], unique=False)
    op.create_table(
        "concerns",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("case_ref", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("pack", sa.String(length=40), nullable=True),
        sa.Column("urgency", sa.String(length=12), nullable=False),
        sa.Column("client_id", ROW, nullable=True),
        sa.Column("reporter_id", ROW, nullable=True),
        sa.Column("reporter_trust", sa.String(length=10), nullable=False),
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("asked_outside", sa.Boolean(), nullable=False),
        sa.Column("call_logged_at", UTCDateTime(), nullable=True),
        sa.Column("call_wait_minutes", sa.Integer(), nullable=True),
        sa.Column("escalation_id", ROW, nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=False),
        sa.Column("acknowledged_at", UTCDateTime(), nullable=True),
        sa.Column("acknowledged_by", ROW, nullable=True),
        sa.ForeignKeyConstraint(["acknowledged_by"], ["people.id"], name=op.f("fk_concerns_acknowledged_by_people")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_concerns_client_id_clients")),
        sa.ForeignKeyConstraint(["escalation_id"], ["outbox.id"], name=op.f("fk_concerns_escalation_id_outbox")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_concerns_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["reporter_id"], ["people.id"], name=op.f("fk_concerns_reporter_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concerns")),
        sa.UniqueConstraint("case_ref", name=op.f("uq_concerns_case_ref")),
    )
    op.create_index(op.f("ix_concerns_reporter_id"), "concerns", ["reporter_id"], unique=False)
    op.create_table(
        "fact_texts",
        sa.Column("fact_id", ROW, nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_fact_texts_fact_id_facts")),
        sa.PrimaryKeyConstraint("fact_id", name=op.f("pk_fact_texts")),
    )
    op.create_table(
        "letters",
        sa.Column("outbox_id", ROW, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_letters_outbox_id_outbox")),
        sa.PrimaryKeyConstraint("outbox_id", name=op.f("pk_letters")),
    )
    op.create_table(
        "recipients",
        sa.Column("outbox_id", ROW, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=2), nullable=False),
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_recipients_outbox_id_outbox")),
        sa.PrimaryKeyConstraint("outbox_id", "position", name=op.f("pk_recipients")),
    )
    op.create_index("ix_recipients_address", "recipients", ["address"], unique=False)
    op.create_table(
        "used_tokens",
        sa.Column("outbox_id", ROW, nullable=False),
        sa.Column("command", sa.String(length=32), nullable=False),
        sa.Column("inbox_id", ROW, nullable=True),
        sa.Column("used_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_used_tokens_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_used_tokens_outbox_id_outbox")),
        sa.PrimaryKeyConstraint("outbox_id", "command", name=op.f("pk_used_tokens")),
    )
    op.create_table(
        "visits",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("match_id", ROW, nullable=False),
        sa.Column("visitor_id", ROW, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("fact_id", ROW, nullable=True),
        sa.Column("replaced_by", ROW, nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_visits_fact_id_facts")),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_visits_match_id_matches")),
        sa.ForeignKeyConstraint(["replaced_by"], ["visits.id"], name=op.f("fk_visits_replaced_by_visits")),
        sa.ForeignKeyConstraint(["visitor_id"], ["people.id"], name=op.f("fk_visits_visitor_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index("ix_visits_match_day", "visits", ["match_id", "day"], unique=False)
    op.create_table(
        "claim_items",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("claim_id", ROW, nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=16), nullable=False),
        sa.Column("spent_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_items_claim_id_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_items")),
    )
    op.create_index(op.f("ix_claim_items_claim_id"), "claim_items", ["claim_id"], unique=False)
    op.create_table(
        "concern_log",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("inbox_id", ROW, nullable=True),
        sa.Column("outbox_id", ROW, nullable=True),
        sa.Column("person_id", ROW, nullable=True),
        sa.Column("details", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_concern_log_concern_id_concerns")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_concern_log_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_concern_log_outbox_id_outbox")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_concern_log_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_log")),
    )
    op.create_index(op.f("ix_concern_log_concern_id"), "concern_log", ["concern_id"], unique=False)
    op.create_table(
        "concern_texts",
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("harm", sa.Text(), nullable=True),
        sa.Column("action_requested", sa.Text(), nullable=True),
        sa.Column("helpline", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_concern_texts_concern_id_concerns")),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_concern_texts")),
    )

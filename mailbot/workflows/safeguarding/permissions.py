"""A name goes outside on an officer's written authority (B11); joint working needs the person's consent (B12)."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, select, update

from mailbot.events import Event, Lane
from mailbot.letters.letter import Letter
from mailbot.store.rows import add
from mailbot.workflows.contract import NoParams, Posting, Turn
from mailbot.workflows.matching import pack_value
from mailbot.workflows.outside import entries_of
from mailbot.workflows.safeguarding import contacts, reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.deciding import (
    SendOne,
    case_in,
    noted,
    outside_address,
    refused_for,
    why_not,
)
from mailbot.workflows.safeguarding.drafts import outside_context
from mailbot.workflows.safeguarding.escalate import log
from mailbot.workflows.safeguarding.events import NotSent
from mailbot.workflows.safeguarding.reports import Report
from mailbot.workflows.safeguarding.sent import addressees
from mailbot.workflows.safeguarding.state import of_case
from mailbot.workflows.safeguarding.tables import concern_permissions

JOINT_WORKING = "joint_working"  # value of a pack: what is reported may be shared with a partner, by consent (B12)
_NAME, _CONSENT, _SHARED = "name", "consent", "shared"
_NOT_YET = "the report itself has to leave first, and be about somebody whom we know"
_NOT_YET_TO_THEM = "the directory has no organisation of that name that has had the report"


def give_name(turn: Turn, event: Event, params: SendOne) -> Iterable[Event]:
    """An officer's "NAME YES": the person's name to the one addressee of the report that has left, once (B11).

    "NAME TO" names another of those who had what was reported; each authority is for one of them, once.
    """
    case = case_in(turn, event)
    report = reports.report_of(turn.conn, case, turn.now)
    had = _had_it(turn, case, report)
    named = bool(getattr(event, "_args", None))
    entry = _named(turn, event) if named else next(iter(had), None)
    client = turn.roll.client(case.client_id) if case.client_id is not None else None
    if entry is None or entry not in had or client is None:
        yield _not_sent(turn, case, _NOT_YET_TO_THEM if named and had else _NOT_YET)
    elif _standing(turn.conn, case.id, _NAME, entry) is not None:
        yield _not_sent(turn, case, "the name has been given to them before, once")
    elif (hold := why_not(turn, entry)) is not None:
        yield refused_for(turn, case, hold, (entry,))
    else:
        context = dict(outside_context(turn, case, report)) | {
            "authorised_name": client.name,
            "client_ref": client.ref,
        }
        _post(turn, case, params, context, _NAME, entry)
        turn.change("report.name_given", ("concern", case.id))
        yield noted(turn, case, f"the name goes to {contacts.called(entry)} and nobody else, this once")


def _had_it(turn: Turn, case: Case, report: Report) -> tuple[str, ...]:
    """The directory entries that have had what was reported, the addressee of the report first."""
    found: list[str] = []
    left = case.escalation_id if report.left_at else None
    for outbox_id in filter(None, (left, report.head_id)):
        to, cc = addressees(turn.conn, outbox_id)
        found += [name for each in (*to, *cc) for name in entries_of(turn.scheme, [each.email])]
    shared = select(concern_permissions.c.entry).where(
        concern_permissions.c.concern_id == case.id,
        concern_permissions.c.what == _SHARED,
        concern_permissions.c.ended_at.is_(None),
    )
    return tuple(dict.fromkeys((*found, *turn.conn.scalars(shared))))


def note_consent(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """An officer says that it was explained to the person, and that they agree, for that organisation (B12)."""
    case = case_in(turn, event)
    entry = _named(turn, event)
    if entry is None or turn.sender.person is None:
        yield _not_sent(turn, case, "the directory has no organisation of that name")
        return
    if _standing(turn.conn, case.id, _CONSENT, entry) is None:
        _keep(turn, case, _CONSENT, entry)
        log(turn, case, "consent-recorded")
    turn.change("report.consent", ("concern", case.id))
    yield noted(turn, case, f"the person's consent is recorded for {contacts.called(entry)}")


def end_consent(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The person does not agree, or no more: nothing is shared from now on."""
    case, entry = case_in(turn, event), _named(turn, event)
    mine = and_(
        concern_permissions.c.concern_id == case.id,
        concern_permissions.c.what == _CONSENT,
        concern_permissions.c.ended_at.is_(None),
    )
    if entry is not None:
        mine = and_(mine, concern_permissions.c.entry == entry)
    turn.conn.execute(update(concern_permissions).where(mine).values(ended_at=turn.now))
    log(turn, case, "consent-ended")
    turn.change("report.no_consent", ("concern", case.id))
    yield noted(turn, case, "it is recorded that there is no consent: nothing is shared")


def share(turn: Turn, event: Event, params: SendOne) -> Iterable[Event]:
    """What was reported goes to a partner organisation, once, if the person's consent is recorded for it (B12)."""
    case, entry = case_in(turn, event), _named(turn, event)
    if pack_value(turn, case.pack, JOINT_WORKING) is not True:
        yield _not_sent(turn, case, "in this kind of visits nothing is shared with another organisation by mailbot")
    elif entry is None:
        yield _not_sent(turn, case, "the directory has no organisation of that name")
    elif _standing(turn.conn, case.id, _CONSENT, entry) is None:
        yield _not_sent(
            turn, case, "the person's consent is not recorded: explain it to them first, then reply CONSENT"
        )
    elif _standing(turn.conn, case.id, _SHARED, entry) is not None:
        yield _not_sent(turn, case, "they have had it before")
    elif (hold := why_not(turn, entry)) is not None:
        yield refused_for(turn, case, hold, (entry,))
    else:
        report = reports.report_of(turn.conn, case, turn.now)
        _post(turn, case, params, outside_context(turn, case, report), _SHARED, entry)
        turn.change("report.shared", ("concern", case.id))
        yield noted(turn, case, "it goes to that organisation, this once")


def _post(turn: Turn, case: Case, params: SendOne, context: Mapping[str, object], what: str, entry: str) -> None:
    letter = Letter(
        template=params.template,
        to=(outside_address(turn, entry),),
        context=context,
        subject_record=("concern", case.id),
        follows=case.escalation_id if what == _NAME else None,
        lane=Lane.CONCERN,
    )
    number = _keep(turn, case, what, entry)
    turn.post(Posting(letter, None, (entry,), on_queued=lambda outbox_id: _sent(turn, case, number, what, outbox_id)))


def _keep(turn: Turn, case: Case, what: str, entry: str) -> int:
    person = turn.sender.person
    if person is None:
        raise LookupError("only somebody on the roll allows anything")
    values = {"concern_id": case.id, "what": what, "entry": entry, "person_id": person.id, "given_at": turn.now}
    return add(turn.conn, concern_permissions, values)


def _sent(turn: Turn, case: Case, number: int, what: str, outbox_id: int) -> None:
    mine = update(concern_permissions).where(concern_permissions.c.id == number)
    turn.conn.execute(mine.values(outbox_id=outbox_id))
    log(turn, case, f"{what}-sent", outbox_id)


def _standing(conn: Connection, case_id: int, what: str, entry: str) -> datetime | None:
    """Since when that is allowed for that entry; None if it is not, or no more."""
    mine = and_(
        concern_permissions.c.concern_id == case_id,
        concern_permissions.c.what == what,
        concern_permissions.c.entry == entry,
        concern_permissions.c.ended_at.is_(None),
    )
    found: datetime | None = conn.scalar(select(concern_permissions.c.given_at).where(mine))
    return found


def _named(turn: Turn, event: Event) -> str | None:
    """The directory entry that the answer names in full, with blanks or underscores; never the nearest one."""
    words = " ".join((getattr(event, "_args", None) or "").casefold().replace("_", " ").strip(" .!,:-").split())
    return next((n for n in turn.scheme.config.directory.root if contacts.called(n).casefold() == words), None)


def _not_sent(turn: Turn, case: Case, why: str) -> NotSent:
    return NotSent(**of_case(turn, case), _why=why)

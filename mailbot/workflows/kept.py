"""From whom a message, a case, and all that follows on it is kept (L19, L29, B13, S13, hardest situation 8).

One function, `keeping`, says it for messages, timers, digests and urgent items alike. What it finds is written down
with the message and with its case, and only grows: a later message that names somebody leaves them out from then on.
"""

import re
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from mailbot.events import COORDINATOR, Kind
from mailbot.reading.message import Message, Reading
from mailbot.reading.words.about_self import asks_about_self
from mailbot.reading.words.blame import Blame, Ground, Shows, Told, blame
from mailbot.reading.words.plain_acts import plain_acts
from mailbot.reading.words.sense import is_reply
from mailbot.roll import INSTRUCT, OFFICERS, Person, Role, Roll
from mailbot.scheme import Scheme
from mailbot.store import attention, outbox
from mailbot.store.kept import CARERS, Keeping, Record, kept_of, records_kept_from
from mailbot.workflows.safeguarding.cases import OPEN
from mailbot.workflows.safeguarding.tables import concern_log, concerns

CASE, MESSAGE = "concern", "message"
OFFICES = INSTRUCT | {Role.OUT_OF_HOURS, Role.TREASURER}
_WORRIES = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT})
_TRUSTED = frozenset({Role.COMPLAINTS_MANAGER, Role.CHAIR})
_NEXT = _TRUSTED | {Role.SAFEGUARDING_LEAD, Role.OUT_OF_HOURS}


def keeping(scheme: Scheme, conn: Connection, roll: Roll, reading: Reading | None, about: Record | None) -> Keeping:
    """From whom this turn is kept for what it is about and for its words; for who wrote it, see `of_writer`.

    `about`: the record that a mail answers, or that a timer or an item is for.
    """
    found = of_record(conn, roll, about) if about else Keeping()
    return found | _of_reading(scheme, roll, reading, bool(about and found)) if reading else found


def of_writer(conn: Connection, roll: Roll, reading: Reading, asked: Record | None) -> Keeping:
    """Somebody from whom an open case is kept writes, perhaps to ask: whoever reads it may know of that case.

    It may be a report of their own, of which they hear on: else they would learn from our silence. Whoever asks
    whether there is anything about them never reads their own question, be there anything or not. `asked`: what our
    mail asked them; of a case on which we ask them, others hear what they answer, whatever is kept from them.
    """
    person, about_self = reading.sender.person, asks_about_self(reading.text.newest)
    if person is None or (asked is not None and asked[0] == CASE and not about_self):
        return Keeping()
    theirs = concerns.c.id.in_(records_kept_from(conn, person.id, CASE))
    people = kept_of(conn, _open_cases(conn, theirs)).people
    officers: dict[int, str] = {n: g for n, g in people.items() if roll.person(n).roles & OFFICES}
    if about_self:
        elsewhere = kept_of(conn, _open_cases(conn)).people
        doubtful = {n: Ground.DOUBT for n in elsewhere if roll.person(n).roles & OFFICES}
        officers = {**doubtful, **officers, person.id: Ground.ELSEWHERE}
    return Keeping({n: Ground.ELSEWHERE if n == person.id else g for n, g in officers.items()})


def of_record(conn: Connection, roll: Roll, about: Record) -> Keeping:
    """From whom that record is kept: a case, a message, an item, a mail of ours, and what they belong to."""
    records = frozenset(_behind(conn, about))
    found = kept_of(conn, records)
    # From whom a case is kept stands with it: an item about it may be the Complaints Manager's only for who wrote.
    if any(attention.is_kept(conn, each) for each in records if each[0] != CASE):
        found |= _complaint(roll, "", None, bool(found.people))
    return found


def of_raw(scheme: Scheme, conn: Connection, roll: Roll, message: Message, inbox_id: int) -> Keeping:
    """The same for a message that cannot be processed: what its plain text says is all that there is."""
    writer = roll.by_email(message.from_address)
    text = "\n".join((message.text, *(each.text for each in message.forwarded)))
    shows_harm, outside = _harm_for(scheme, roll), _outside(scheme)
    found = blame(Told(text, roll, writer, None, shows_harm, message.subject, outside, in_case=True))
    complains = re.search(
        r"\b(?:complain\w*|co-?ordinators?|fed up|let down|grievance)\b", f"{message.subject} {text}", re.I
    )
    people: dict[int, str] = {**found.people, **(_complaint(roll, text, writer, False).people if complains else {})}
    return Keeping(people, _entries(found)) | of_record(conn, roll, (MESSAGE, inbox_id))


def carers_kept(conn: Connection, roll: Roll, client_id: int) -> bool:
    """Whether nobody may be told to tell the carers of that client: a case about the client is open.

    Whether the household is meant is for the officer to find out, not for a program to rule out. A case whose client
    is not known counts for every client of its reporter.
    """
    still = concerns.c.state.in_(OPEN)
    for row in conn.execute(select(concerns.c.client_id, concerns.c.reporter_id).where(still)):
        if row.client_id == client_id:
            return True
        reporter = next((p for p in roll.people if p.id == row.reporter_id), None)
        if row.client_id is None and any(m.client_id == client_id for m in roll.matches_of(reporter)):
            return True
    return False


def left_out(roll: Roll, kept: Keeping) -> tuple[str, ...]:
    """Whom whoever reads about the case must not speak to of it: names, roles and on what ground."""
    lines = [
        _line(roll.person(number), ground) for number, ground in sorted(kept.people.items()) if _holds(roll, number)
    ]
    lines += ["the carers of the person concerned"] if CARERS in kept.entries else []
    return (*lines, *(f"the outside contact {each.replace('_', ' ')}" for each in sorted(kept.entries - {CARERS})))


def _holds(roll: Roll, number: int) -> bool:
    return any(person.id == number for person in roll.people)


def _line(person: Person, ground: str) -> str:
    roles = " and ".join(sorted(person.roles)).replace("_", " ") or "no role"
    why = {
        Ground.DOUBT: "perhaps only mentioned",
        Ground.HOUSEHOLD: "lives in the same household",
        Ground.COMPLAINT: "as every coordinator is",
        Ground.OWN_WORDS: "wrote it of themselves",
        Ground.ELSEWHERE: "wrote it, and something else is kept from them",
    }
    return f"{person.name} ({roles}): {why.get(Ground(ground), 'it may be about them')}"


def _of_reading(scheme: Scheme, roll: Roll, reading: Reading, in_case: bool) -> Keeping:
    """From whom a message is kept for its own words."""
    worries = [fact for fact in reading.facts if fact.kind in _WORRIES and fact.fields.harm]
    complains = any(fact.fields.concern_about == COORDINATOR for fact in reading.facts)
    officer = reading.sender.person is not None and reading.sender.person.may_instruct
    in_case = in_case and not officer and reading.machine is None
    if reading.machine is not None and not reading.harm_unplaced:
        return Keeping()
    everything = reading.harm_unplaced or bool(reading.message.forwarded)
    text = "\n".join((reading.text.newest, reading.message.text)) if everything else reading.text.newest
    subject = "" if is_reply(reading.message.subject) else reading.message.subject
    client = next((roll.by_ref(f.fields.client_ref) for f in worries if f.fields.client_ref), None)
    shows_harm, outside = _harm_for(scheme, roll), _outside(scheme)
    found = blame(Told(text, roll, reading.sender.person, client, shows_harm, subject, outside, in_case))
    people: dict[int, str] = dict(found.people)
    if not (worries or complains or reading.harm_unplaced or in_case):
        return Keeping(_surely_officers(roll, people))
    if not (worries or reading.harm_unplaced or in_case):
        people = {n: g for n, g in people.items() if g is not Ground.ROLE}
    people |= dict.fromkeys(_forwarded(scheme, roll, reading), Ground.DOUBT)
    if complains:
        others = any(_is_other(roll.person(n)) for n in people) if worries else False
        people |= _complaint(roll, f"{subject}\n{text}", reading.sender.person, others).people
    return Keeping(people, _entries(found))


def _surely_officers(roll: Roll, people: dict[int, str]) -> dict[int, str]:
    """Of words that no worry was made of: those who run the scheme, where they are surely meant, must not be the ones

    who read what was not understood.
    """
    surely = (Ground.NAMED, Ground.ADDRESS, Ground.ROLE)
    return {n: g for n, g in people.items() if g in surely and roll.person(n).roles & OFFICES}


def _is_other(person: Person) -> bool:
    return bool(person.roles & OFFICERS) and Role.COORDINATOR not in person.roles


def _open_cases(conn: Connection, *among: ColumnElement[bool]) -> list[Record]:
    still = select(concerns.c.id).where(concerns.c.state.in_(OPEN), *among)
    return [(CASE, each) for each in conn.scalars(still)]


def _complaint(roll: Roll, text: str, own: Person | None, about_others: bool) -> Keeping:
    """A complaint about a coordinator is kept from every coordinator, whoever is named (L29).

    One who is also the Complaints Manager or chair may see it unless the text names them; one who is also the lead
    only where nobody else could. `about_others`: officers are named who are no coordinators; then it is about them.
    """
    if about_others:
        return Keeping()
    others = any(p.roles & _NEXT and Role.COORDINATOR not in p.roles for p in roll.people)
    trusted = _TRUSTED if others else _NEXT
    kept = (p for p in roll.with_role(Role.COORDINATOR) if not (p.roles & trusted) or not text or _names(text, p))
    return Keeping({p.id: Ground.COMPLAINT for p in kept if own is None or p.id != own.id})


def _names(text: str, person: Person) -> bool:
    called = filter(None, (person.name, person.first_name, person.also_known_as))
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in called)


def _forwarded(scheme: Scheme, roll: Roll, reading: Reading) -> Iterable[int]:
    """Whoever wrote what somebody else passes on, if it shows harm."""
    for each in reading.message.forwarded:
        author = roll.by_email(each.from_address)
        if author and author != reading.sender.person and scheme.scanner.scan(each.text):
            yield author.id


def _harm_for(scheme: Scheme, roll: Roll) -> Shows:
    """What tells whether words show harm to somebody."""
    return lambda words: bool(scheme.scanner.scan(words)) or bool(next(plain_acts(words, roll), None))


def _outside(scheme: Scheme) -> dict[str, str]:
    """How people write of the teams of the directory: by address, by name, by the words of the entry."""
    line = scheme.config.scheme.helpline_name
    return {
        name: "|".join(
            rf"\b{re.escape(each)}\b"
            for each in (
                str(entry.address),
                *([line, "helpline"] if line and "helpline" in name else []),
                name.replace("_", " "),
            )
        )
        for name, entry in scheme.config.directory.root.items()
    }


def _entries(found: Blame) -> frozenset[str]:
    return found.outside | ({CARERS} if found.carers else set())


def _behind(conn: Connection, about: Record) -> Iterable[Record]:
    """That record, and those it belongs to: an item's message and subject, a mail's, a message's case."""
    kind, number = about
    yield about
    behind: list[Record] = []
    if kind == "attention" and (item := attention.get(conn, number)):
        behind += [item.subject] if item.subject and item.subject[0] != "attention" else []
        behind += [(MESSAGE, item.inbox_id)] if item.inbox_id is not None else []
        mail = outbox.get(conn, item.outbox_id) if item.outbox_id is not None else None
        behind += [mail.subject] if mail and mail.subject and mail.subject[0] != "attention" else []
    elif kind == "mail" and (sent := outbox.get(conn, number)):
        behind += [sent.subject] if sent.subject and sent.subject[0] != "mail" else []
    elif kind == MESSAGE:
        cases = select(concern_log.c.concern_id).where(concern_log.c.inbox_id == number).distinct()
        behind += [(CASE, each) for each in conn.scalars(cases).all()]
    for each in behind:
        yield from _behind(conn, each)


def opens(conn: Connection, case_id: int, inbox_id: int) -> bool:
    """Whether that message opened the case."""
    opened = (concern_log.c.concern_id == case_id, concern_log.c.what == "opened", concern_log.c.inbox_id == inbox_id)
    return conn.scalar(select(concern_log.c.id).where(*opened)) is not None


def messages_of(conn: Connection, case_id: int) -> list[int]:
    """The messages that belong to a case."""
    found = select(concern_log.c.inbox_id).where(
        concern_log.c.concern_id == case_id, concern_log.c.inbox_id.is_not(None)
    )
    return list(conn.scalars(found.distinct()))

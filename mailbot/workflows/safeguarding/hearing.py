"""What messages say of a case beside signs of harm: more words, an outside team's answer, a mail that came back."""

from collections.abc import Iterable
from datetime import timedelta

from mailbot.addresses import WELL_KNOWN_DOMAINS, domain_of
from mailbot.events import Event, Kind, Trust
from mailbot.letters.values import Number
from mailbot.reading.message import Machine, MachineKind
from mailbot.store import outbox
from mailbot.store.outbox import Sent
from mailbot.workflows.came_back import came_back
from mailbot.workflows.contract import Turn
from mailbot.workflows.matching import match_of
from mailbot.workflows.safeguarding import cases, chain, chains
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chronology import CASE, failed_to_reach
from mailbot.workflows.safeguarding.corrections import corrected
from mailbot.workflows.safeguarding.events import ConcernPerhapsToldMore, ConcernToldMore, ConcernUndelivered
from mailbot.workflows.safeguarding.tables import ConcernState
from mailbot.workflows.safeguarding.wording import called

LATELY = timedelta(days=7)  # since a case was opened: what its reporter writes then may be about it
_COMMANDS = frozenset({"ack", "release"})  # those that rules know of a case; any other is more words about it
FAILED, AWAY = "mail-failed", "reader-away"  # lines of the chronology


def after_reading(turn: Turn) -> Iterable[Event]:
    """What a message is to a case; nothing where it is heard already as a concern or as an answer."""
    reading = turn.reading
    if reading is None:
        return
    if reading.machine is not None:
        yield from _of_machine(turn, reading.machine)
        return
    if any(event.alerting or _answers_case(event) for event in turn.events):
        return
    answered = turn.answer.sent if turn.answer else None
    if answered and answered.subject and answered.subject[0] == CASE:
        yield from corrected(turn, cases.get(turn.conn, answered.subject[1]))
        yield told_more(turn, cases.get(turn.conn, answered.subject[1]), answered)
    elif case := _named(turn):
        yield from corrected(turn, case)
        yield told_more(turn, case, None)
    elif case := _perhaps(turn):
        yield from corrected(turn, case)
        chain.keep_from(turn, case)
        yield ConcernPerhapsToldMore(pack=case.pack, concern_id=case.id)


def told_more(turn: Turn, case: Case, answered: Sent | None) -> ConcernToldMore:
    """More about a case: by our token, or of its reporter about the same person."""
    chain.keep_from(turn, case)
    outside = answered is not None and from_outside(turn, answered)
    person, told = turn.sender.person, {each.id for each in chain.alerted(turn, case)}
    return ConcernToldMore(
        pack=case.pack,
        by_token=answered is not None,
        outside=outside,
        settles=outside and turn.sender.trust is Trust.VERIFIED,
        alerted=person is not None and person.id in told,
        thanks=_is_thanks(turn),
        closed=case.state is ConcernState.CLOSED,
        concern_id=case.id,
    )


def answers_alert(turn: Turn, case: Case) -> bool:
    """Whether somebody who was alerted surely answers our alert: words of harm in it are no new report, and so do not
    take back that they have it.
    """
    person, answer = turn.sender.person, turn.answer
    if person is None or answer is None or not answer.by_addressee or turn.sender.trust is not Trust.VERIFIED:
        return False
    return answer.sent.subject == (CASE, case.id) and person.id in chains.alerted(turn.conn, case.id)


def from_outside(turn: Turn, answered: Sent) -> bool:
    """Whether a team of the directory writes that we mailed: its address, or another of the same organisation."""
    listed = {str(entry.address).casefold() for entry in turn.scheme.config.directory.root.values()}
    mailed = listed & {address.casefold() for address in outbox.addresses(turn.conn, answered.id)}
    domains = {domain_of(address) for address in mailed} - WELL_KNOWN_DOMAINS
    return turn.sender.person is None and (turn.sender.address in mailed or domain_of(turn.sender.address) in domains)


def _is_thanks(turn: Turn) -> bool:
    reading = turn.reading
    if reading is None or not reading.facts or reading.unaccounted:
        return False
    return all(f.kind is Kind.ACKNOWLEDGEMENT and f.fields.command is None for f in reading.facts)


def _named(turn: Turn) -> Case | None:
    """The writer's own open case about somebody whom this message surely names."""
    person, reading = turn.sender.person, turn.reading
    if person is None or reading is None:
        return None
    matches = (match_of(turn, fact.fields) for fact in reading.facts if fact.fields.client_ref)
    clients = {match.client_id for match in matches if match}
    if not clients:
        return None
    return next((c for c in cases.open_of_reporter(turn.conn, person.id) if c.client_id in clients), None)


def _perhaps(turn: Turn) -> Case | None:
    """The writer's newest open case, where nothing accounts for what they write: "ignore that, he is fine"."""
    person, reading = turn.sender.person, turn.reading
    if person is None or reading is None or (reading.facts and not reading.unaccounted):
        return None
    if any(fact.fields.client_ref for fact in reading.facts):
        return None
    mine = cases.open_of_reporter(turn.conn, person.id)
    return next((c for c in mine if turn.now - chains.opened_at(turn.conn, c.id) <= LATELY), None)


def _answers_case(event: Event) -> bool:
    """Whether the rules decide about it as an answer to a mail about a case."""
    if event.record is None or event.record[0] != CASE:
        return False
    return event.name == "answer.given" or getattr(event, "command", None) in _COMMANDS


def _of_machine(turn: Turn, machine: Machine) -> Iterable[Event]:
    sent = came_back(turn, machine)
    if sent is None or sent.subject is None or sent.subject[0] != CASE:
        return
    bounced = machine.kind is MachineKind.BOUNCE
    if not bounced and machine.kind is not MachineKind.AUTO_REPLY:
        return
    case = cases.get(turn.conn, sent.subject[1])
    chain.keep_from(turn, case)
    failing = machine.fields.bounced_address or turn.sender.address
    to = outbox.addresses(turn.conn, sent.id)
    address = failing.casefold() if failing.casefold() in map(str.casefold, to) or not to else to[0].casefold()
    person = turn.roll.by_email(address)
    what = FAILED if bounced else AWAY
    again = failed_to_reach(turn.conn, case.id, what, person.id if person else None)
    cases.log(turn.conn, case.id, what, turn.now, inbox_id=turn.inbox_id, person_id=person.id if person else None)
    yield ConcernUndelivered(
        pack=case.pack,
        bounced=bounced,
        outside=person is None,
        again=again,
        concern_id=case.id,
        _more=_failing(turn, address),
    )


def _failing(turn: Turn, address: str) -> dict[str, object]:
    """Who did not get it, and the number to phone them now, where one is known."""
    person = turn.roll.by_email(address)
    if person is not None:
        numbers = (Number(called(person), person.phone),) if person.phone else ()
        return {"failing": called(person), "numbers": numbers, "unreached": person.id}
    entries = turn.scheme.config.directory.root.items()
    name, entry = next(((n, e) for n, e in entries if str(e.address).casefold() == address), (None, None))
    if name is None or entry is None:
        return {"failing": "an outside team", "numbers": ()}
    words = name.replace("_", " ")
    return {"failing": words, "numbers": (Number(words, entry.phone),) if entry.phone else ()}

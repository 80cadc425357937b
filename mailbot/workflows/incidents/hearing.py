"""What messages say of accidents, as events: the first report, more of it, the form that comes back (L20)."""

from collections.abc import Iterable

from mailbot.events import Event, Fact, Kind, Trust
from mailbot.roll import Client, Match
from mailbot.workflows.carers import may_tell_carer
from mailbot.workflows.contract import Heard, Turn
from mailbot.workflows.incidents import register
from mailbot.workflows.incidents.events import HelpFirst, IncidentReported
from mailbot.workflows.incidents.first_help import help_needed
from mailbot.workflows.incidents.form import FORM
from mailbot.workflows.incidents.register import Incident
from mailbot.workflows.matching import match_of, pack_value

CHILDREN = "missing_child"  # the pack's value: it serves children in care, and whom to ring if one is missing (L22)
POLICE = "carer and police"


def hear_incident(turn: Turn, heard: Heard) -> Iterable[Event]:
    """An accident or a near miss. Beside the lines of our form the same words are no second report."""
    if heard.fact.fields.command != FORM and any(f.fields.command == FORM for f in _reports(turn)):
        return
    match = _match(turn, heard.fact)
    known = _known(turn, match, is_form=heard.fact.fields.command == FORM)
    yield IncidentReported(
        pack=_pack(turn, match),
        is_form=heard.fact.fields.command == FORM,
        known=known is not None,
        carer_may_know=may_tell_carer(turn, _client(turn, match)),
        incident_id=known.id if known else None,
        match_id=match.id if match else None,
        fact_id=heard.id,
        _fact=heard.fact,
    )


def help_first_and_more(turn: Turn) -> Iterable[Event]:
    """What comes before anything else, and what somebody answers about an accident in words of their own."""
    reading = turn.reading
    if reading is None or reading.machine is not None:
        return
    yield from _help_first(turn)
    subject = turn.answer.sent.subject if turn.answer and turn.answer.by_addressee else None
    if subject and subject[0] == "incident" and not _reports(turn) and reading.unaccounted:
        known = register.get(turn.conn, subject[1])
        match = turn.roll.match(known.match_id)
        client = _client(turn, match)
        yield IncidentReported(
            pack=known.pack,
            is_form=False,
            known=True,
            carer_may_know=may_tell_carer(turn, client),
            incident_id=known.id,
            match_id=known.match_id,
        )


def _help_first(turn: Turn) -> Iterable[Event]:
    """In packs for children, whoever reports that a child is missing or hurt is first told what to do (L21, L22)."""
    about = [f for f in turn.reading.facts if f.kind in _GRAVE] if turn.reading else []
    if not about:
        return
    match = next((found for fact in about if (found := _match(turn, fact))), None)
    pack = _pack(turn, match)
    rung = pack_value(turn, pack, CHILDREN)
    if rung is None:
        return
    for what in help_needed(turn):
        carer_may_know = may_tell_carer(turn, _client(turn, match))
        yield HelpFirst(pack=pack, what=what, carer_may_know=carer_may_know, police_too=rung == POLICE)


_GRAVE = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT})


def _match(turn: Turn, fact: Fact) -> Match | None:
    """Whom it is about; the writer's only match where the message says nobody else."""
    found = match_of(turn, fact.fields)
    own = turn.roll.matches_of(turn.sender.person)
    nobody = fact.fields.client_ref is None and fact.fields.client_ref_or_name is None
    return found or (own[0] if len(own) == 1 and nobody else None)


def _pack(turn: Turn, match: Match | None) -> str | None:
    """The pack of the match; without one the first for children among those of the writer, or of the scheme.

    Nobody is left without the line about the carer because a name was misspelt.
    """
    own = turn.roll.matches_of(turn.sender.person)
    clients = turn.roll.clients_of((match,) if match else own)
    found = [pack for each in clients if (pack := turn.scheme.pack_of(each.setting))]
    if not found and match is None:
        found = list(turn.scheme.rulebook.packs.values())
    caring = [pack for pack in found if CHILDREN in pack.values]
    only = found[0] if len({pack.name for pack in found}) == 1 else None
    chosen = caring[0] if caring else only
    return chosen.name if chosen else None


def _client(turn: Turn, match: Match | None) -> Client | None:
    return turn.roll.client(match.client_id) if match else None


def _known(turn: Turn, match: Match | None, *, is_form: bool) -> Incident | None:
    """The row that this is about: by our token; else the latest of the same writer, about the same person."""
    subject = turn.answer.sent.subject if turn.answer and turn.answer.by_addressee else None
    if subject and subject[0] == "incident":
        return register.get(turn.conn, subject[1])
    person = turn.sender.person
    if person is None or turn.sender.trust is Trust.FAILED:
        return None
    if is_form and (waiting := register.latest_without_form(turn.conn, person.id)):
        return waiting
    return register.recent_of(turn.conn, person.id, match.id if match else None, turn.now)


def _reports(turn: Turn) -> list[Fact]:
    return [f for f in turn.reading.facts if f.kind is Kind.INCIDENT_REPORT] if turn.reading else []

"""Somebody who was away is back sooner than they said: their absence ends, and they are asked again as ever (S7)."""

from collections.abc import Iterable

from mailbot.events import Event
from mailbot.workflows.contract import Heard, NoParams, Turn
from mailbot.workflows.cover.away import begun, end_all
from mailbot.workflows.cover.events import SaidBackAgain
from mailbot.workflows.cover.recognise import BACK_AGAIN
from mailbot.workflows.published import planned_between


def hear_back(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A word that they are back; any other thank-you is not ours."""
    person = turn.sender.person
    if heard.fact.fields.command != BACK_AGAIN:
        return
    running = begun(turn, person.id) if person else []
    left = any(planned_between(turn.conn, away.person_id, turn.today, away.last) for away in running)
    yield SaidBackAgain(
        away=bool(running),
        sure=heard.fact.sure,
        visits_left=left,
        trust=turn.records_trust,
        person_id=person.id if person else None,
    )


def note_back(turn: Turn, event: SaidBackAgain, _: NoParams) -> Iterable[Event]:
    """Their absence is over."""
    if event.person_id is not None:
        end_all(turn, event.person_id)
    return ()

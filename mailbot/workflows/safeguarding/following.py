"""Following a case: what is added to it, what comes back, the weekly list of what is open."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from mailbot.events import Event, Lane, Level
from mailbot.letters.letter import Letter
from mailbot.roll import Person, Role
from mailbot.scheme import Scheme
from mailbot.settings.scheme import WEEK
from mailbot.store import attention
from mailbot.store.timers import Timer
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import SCHEME, LeafAction, NoParams, Posting, Turn
from mailbot.workflows.kept import of_record
from mailbot.workflows.recipients import address_of
from mailbot.workflows.safeguarding import alerting, answering, cases, history
from mailbot.workflows.safeguarding.chronology import CASE, note
from mailbot.workflows.safeguarding.events import CaseListDue
from mailbot.workflows.safeguarding.tables import ConcernState
from mailbot.workflows.why import Why

CASE_LIST = "case-list"


def note_told_more(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The message joins the chronology; it changes nothing of the case, whatever it says."""
    case = alerting.case_in(turn, event)
    note(turn, case.id, "told-more")
    turn.change("concern.told_more", (CASE, case.id))
    return ()


def note_outside_answer(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The outside team answered: their silence is not chased any more."""
    case = alerting.case_in(turn, event)
    note(turn, case.id, "outside-answered")
    turn.stop_timer("escalation-unanswered", (CASE, case.id))
    if case.state in (ConcernState.DRAFTED, ConcernState.ESCALATED):
        cases.change(turn.conn, case.id, state=ConcernState.ANSWERED)
    turn.change("concern.outside_answered", (CASE, case.id))
    return ()


def advance_chain(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """An alert was not read: the next in the chain is alerted now."""
    alerting.advance(turn, alerting.case_in(turn, event))
    return ()


def raise_once(turn: Turn, event: Event, why: Why) -> None:
    """It stands among what needs a person, once, until the case is closed; its own letter goes out with it."""
    case = alerting.case_in(turn, event)
    if attention.open_item(turn.conn, why, (CASE, case.id)) is None:
        turn.raise_attention(Level.NOW, why, Role.SAFEGUARDING_LEAD, (CASE, case.id))


def raise_bounced(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """A mail about a case did not arrive."""
    raise_once(turn, event, Why.ALERT_BOUNCED)
    return ()


def raise_unanswered(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The outside team is silent."""
    note(turn, alerting.case_in(turn, event).id, "escalation-unanswered")
    raise_once(turn, event, Why.ESCALATION_UNANSWERED)
    return ()


def next_list(scheme: Scheme, after: datetime) -> datetime:
    """The next weekly list after that moment: on its day, or on the next working day after it; UTC."""
    settings, office = scheme.config.alert, scheme.office
    day = after.astimezone(office.zone).date() - timedelta(days=7)
    while True:
        if day.weekday() == WEEK.index(settings.weekly_list_on):
            on = day
            while not office.is_working_day(on):
                on += timedelta(days=1)
            if (at := office.at(on, settings.weekly_list_at)) > after:
                return at
        day += timedelta(days=1)


def case_list_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Send it, and set the clock for the next week."""
    turn.start_timer(CASE_LIST, SCHEME, next_list(turn.scheme, turn.now))
    yield CaseListDue()


def send_case_list(turn: Turn, event: CaseListDue, _: NoParams) -> Iterable[Event]:
    """To the lead, the open cases by reference, age and next step; to nobody a case that is kept from them."""
    found: dict[Person, list[str]] = {}
    for case in cases.open_cases(turn.conn):
        line = history.standing(turn.conn, turn.scheme.zone, case, turn.now)
        for person in _whose(turn, case.id):
            found.setdefault(person, []).append(line)
    for person, lines in found.items():
        letter = Letter(
            template="safeguarding/open_cases",
            to=(address_of(person),),
            context=dict(NOTHING_KNOWN) | {"case_list": tuple(lines)},
            subject_record=SCHEME,
            lane=Lane.ORDINARY,
        )
        turn.post(Posting(letter))
    return ()


def _whose(turn: Turn, case_id: int) -> tuple[Person, ...]:
    """The lead, or the next from whom that case is not kept."""
    before = turn.keeping
    turn.keeping = of_record(turn.conn, turn.roll, (CASE, case_id)) | before
    people = turn.officers(Role.SAFEGUARDING_LEAD)
    turn.keeping = before
    return people


ACTIONS = (
    LeafAction("acknowledge_concern", NoParams, answering.acknowledge_concern),
    LeafAction("close_concern", NoParams, answering.close_concern),
    LeafAction("refuse_case_answer", NoParams, answering.refuse_answer),
    LeafAction("send_history", NoParams, answering.send_history),
    LeafAction("alert_chain", alerting.Alert, alerting.alert),
    LeafAction("tell_alerted", alerting.TellAlerted, alerting.tell_alerted),
    LeafAction("advance_chain", NoParams, advance_chain),
    LeafAction("note_told_more", NoParams, note_told_more),
    LeafAction("note_outside_answer", NoParams, note_outside_answer),
    LeafAction("raise_bounced", NoParams, raise_bounced),
    LeafAction("raise_unanswered", NoParams, raise_unanswered),
    LeafAction("send_case_list", NoParams, send_case_list),
)

"""What letters about lone working may say of a watch: never the client's name, never the place (promise 6)."""

from collections.abc import Mapping
from datetime import timedelta

from mailbot.events import Event
from mailbot.store import health
from mailbot.workflows.contract import Turn
from mailbot.workflows.lone import watches
from mailbot.workflows.lone.people import named_person
from mailbot.workflows.lone.watches import Watch

NOBODY_NAMED = "nobody is named who would be told first if they do not come back; a fellow volunteer is preferable"


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """Who it is, by first name and phone, when they are expected, and who is told when. Times are local."""
    watch_id = getattr(event, "watch_id", None)
    watch = watches.get(turn.conn, watch_id) if watch_id is not None else None
    if watch is not None:
        return of_watch(turn, watch)
    person_id = getattr(event, "person_id", None)
    person = turn.roll.person(person_id) if person_id is not None else None
    return {"visitor_first_name": person.first_name if person else None}


def of_watch(turn: Turn, watch: Watch) -> Mapping[str, object]:
    """The values of one watch. The mailbox's silence is told where it fell into that time (promise 10)."""
    person, zone, settings = turn.roll.person(watch.person_id), turn.scheme.zone, turn.scheme.config.lone
    match = turn.roll.match(watch.match_id)
    named = named_person(turn, watch)
    told_after = settings.named_person_after if named else settings.coordinator_after
    poll = timedelta(seconds=turn.scheme.config.mailbox.poll_seconds)
    gap = health.gap_since(turn.conn, watch.set_off_at, turn.now, poll)
    return {
        "visitor_first_name": person.first_name,
        "visitor_phone": person.phone,
        "client_ref": turn.roll.client(match.client_id).ref if match else None,
        "begins_at": watch.begins_at.astimezone(zone),
        "missing": () if named else (NOBODY_NAMED,),
        "back_at": watch.back_at.astimezone(zone),
        "told_at": (watch.back_at + told_after).astimezone(zone),
        "home_said_at": watch.home_said_at.astimezone(zone) if watch.home_said_at else None,
        "mailbox_down_since": max(gap.since, watch.set_off_at).astimezone(zone) if gap else None,
        "mailbox_down_until": gap.until.astimezone(zone) if gap and gap.until else None,
    }

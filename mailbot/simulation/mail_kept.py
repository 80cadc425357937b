"""What must hold for mail and alarms at the end of a simulation. What breaks it is told by id, never by name."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from mailbot.events import Disposition, Lane
from mailbot.simulation.evidence import Evidence
from mailbot.simulation.rows import MailRow, Record
from mailbot.simulation.truth import Journey
from mailbot.store.outbox import OutState

DAY = timedelta(days=1)
A_MINUTE = timedelta(minutes=1)
SAFETY = ("lone/", "safeguarding/")
AT_ONCE = frozenset({"attention/now", "attention/not_processed", "attention/mailbox_down"})
"""Mail to officers that may come at any hour, as a person has to look now."""
BY_ITS_OWN_HOUR = frozenset({"attention/digest"})
"""Sent on working days at a time that the config sets, before the office opens."""
SOMEBODY_WAITS = frozenset({"cover", "cover_day", "told"})
"""Questions about a visit that is not kept, by what they ask: the caps on administration do not hold them back."""
MOST_A_DAY, MOST_A_WEEK = 1, 3


def reminded_twice(found: Evidence) -> Iterator[str]:
    """Nobody gets two mails of one kind about one thing within a day, unless they wrote themselves."""
    last: dict[tuple[str, int | None, Record | None], MailRow] = {}
    for mail in found.mails:
        if mail.inbox_id is not None or mail.lane is Lane.CONCERN:
            continue
        key = (mail.template, mail.addressee_id, mail.about)
        before = last.get(key)
        if before and mail.at - before.at < DAY:
            yield f"mails {before.id} and {mail.id}: {mail.template} to person {mail.addressee_id} twice within a day"
        last[key] = mail


def out_of_hours(found: Evidence) -> Iterator[str]:
    """What the clock brings comes in working hours, unless it is about safety (promise 11)."""
    for mail in found.mails:
        if mail.inbox_id is None and not _may_come_now(found, mail):
            yield f"mail {mail.id}: {mail.template} at {mail.at:%Y-%m-%d %H:%M} UTC"


def copies_out_of_hours(found: Evidence) -> Iterator[str]:
    """What one person writes brings others mail in working hours only, unless it is about safety (promise 11)."""
    for mail in found.mails:
        if mail.inbox_id is not None and not found.is_reply(mail) and not _may_come_now(found, mail):
            yield f"mail {mail.id}: {mail.template} at {mail.at:%Y-%m-%d %H:%M} UTC"


def _may_come_now(found: Evidence, mail: MailRow) -> bool:
    is_safety = mail.lane is Lane.CONCERN or mail.template.startswith(SAFETY)
    if is_safety or mail.template in AT_ONCE or found.scheme.office.is_open(mail.at):
        return True
    if _about_a_visit_that_cannot_wait(found, mail):
        return True
    local = mail.at.astimezone(found.scheme.zone)
    at_its_hour = local.time().replace(second=0, microsecond=0) == found.scheme.config.hours.digest_at
    return mail.template in BY_ITS_OWN_HOUR and at_its_hour and found.scheme.office.is_working_day(local.date())


def _about_a_visit_that_cannot_wait(found: Evidence, mail: MailRow) -> bool:
    """A task about a visit whose day comes before the office opens again: whoever is visited would wait in vain."""
    item = next((item for item in found.items if mail.about == ("attention", item.id)), None)
    visit = next((v for v in found.visits if item and item.about == ("visit", v.id)), None)
    office, zone = found.scheme.office, found.scheme.zone
    opens = office.next_open(mail.at).astimezone(zone).date()
    return visit is not None and mail.at.astimezone(zone).date() <= visit.day <= opens


def alarms_late(found: Evidence) -> Iterator[str]:
    """Whoever is not back in time is asked, and others are told, each within a minute of its time (L23).

    Where nobody could be watched, a person was told at once.
    """
    waits = found.scheme.config.lone
    for journey in found.truth.journeys:
        message = found.by_uid[journey.uid]
        if found.items_about.get(("message", message.id)):
            continue
        for after, whom in ((waits.visitor_after, "visitor"), (waits.coordinator_after, "others")):
            due = journey.back_by + after
            if (
                due + A_MINUTE <= found.now
                and not _is_over(found, journey, due)
                and not _rose(found, journey, due, whom)
            ):
                yield f"message {message.id}: not back by {due:%Y-%m-%d %H:%M} UTC, and {whom} not told"


def _is_over(found: Evidence, journey: Journey, due: datetime) -> bool:
    """They wrote that they are back, or set off again."""
    if journey.written_back is not None and journey.written_back <= due:
        return True
    others = (j for j in found.truth.journeys if j.by == journey.by)
    return any(journey.written_at < other.written_at <= due for other in others)


def _rose(found: Evidence, journey: Journey, due: datetime, whom: str) -> bool:
    """The visitor is asked at that minute; by then somebody else was told, perhaps the named person before."""
    person = found.person_ids[journey.by]
    mails = [mail for watch in found.watches.get(person, ()) for mail in found.mails_about.get(("watch", watch), ())]
    if whom == "visitor":
        return any(mail.addressee_id == person and due <= mail.at <= due + A_MINUTE for mail in mails)
    told = [mail for mail in mails if mail.addressee_id != person]
    return any(journey.back_by < mail.at <= due + A_MINUTE for mail in told)


def many_mails(found: Evidence) -> Iterator[str]:
    """Administration reaches a volunteer at most once a day and three times a week (promise 11)."""
    days: dict[tuple[int, date], int] = defaultdict(int)
    weeks: dict[tuple[int, tuple[int, int]], int] = defaultdict(int)
    for mail in found.mails:
        if mail.addressee_id not in found.volunteers or mail.lane is Lane.CONCERN or found.is_reply(mail):
            continue
        if mail.asks in SOMEBODY_WAITS:
            continue
        day = mail.at.astimezone(found.scheme.zone).date()
        days[mail.addressee_id, day] += 1
        weeks[mail.addressee_id, day.isocalendar()[:2]] += 1
    yield from (f"person {who}: {n} on {day}" for (who, day), n in days.items() if n > MOST_A_DAY)
    yield from (f"person {who}: {n} in week {w[1]} of {w[0]}" for (who, w), n in weeks.items() if n > MOST_A_WEEK)


def lost(found: Evidence) -> Iterator[str]:
    """Every message has exactly one end, at the first try; nothing waits to be sent (promises 1 and 2)."""
    ends = frozenset(Disposition)
    for message in found.messages:
        if message.state not in ends:
            yield f"message {message.id}: {message.state}"
        if message.tries:
            yield f"message {message.id}: failed {message.tries} times"
    for number in {each.uid for each in found.written} ^ set(found.by_uid):
        yield f"letter {number}: not in the ledger, or there without having been written"
    for mail in found.mails:
        waits = mail.state == OutState.QUEUED and mail.at > found.now
        if mail.state not in (OutState.SENT, OutState.BOUNCED) and not waits:
            yield f"mail {mail.id}: {mail.state}"
    yield from (f"timer about {note.about}: failed" for note in found.notes if note.what == "timer.failed")

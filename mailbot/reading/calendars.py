"""Answers of calendar programs (RFC 5546): a declined invitation of ours says that a visit is cancelled.

An accepted one is kept as an answer to an invitation, never as a visit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft, Message
from mailbot.reading.words.names import about
from mailbot.reading.words.sense import unless_own, with_client

_DECLINED = lazy(r"^ATTENDEE[^\n]*PARTSTAT=DECLINED", re.IGNORECASE | re.MULTILINE)
_REPLY = lazy(r"^METHOD(?:;[^:\n]*)?:\s*REPLY", re.IGNORECASE | re.MULTILINE)
_START = lazy(
    r"^DTSTART(?P<how>(?:;[^:\n]*)?):(?P<day>\d{8})(?:T(?P<time>\d{4})\d{2}(?P<utc>Z?))?",
    re.IGNORECASE | re.MULTILINE,
)
_STANDARD = lazy(
    r"\W*(?:\S+(?: \S+){0,4} )?(?:has )?(?:provisionally |tentatively )?(?:accepted|declined|confirmed)"
    r"(?: (?:this|your|the) (?:invitation|meeting|event|appointment))?\W*",
    re.IGNORECASE,
)
_UID = lazy(r"^UID(?:;[^:\n]*)?:\s*(?P<value>[^\s]{1,255})\s*$", re.IGNORECASE | re.MULTILINE)
_SEQUENCE = lazy(r"^SEQUENCE(?:;[^:\n]*)?:\s*(?P<value>\d{1,6})\s*$", re.IGNORECASE | re.MULTILINE)
_PARTSTAT = lazy(r"^ATTENDEE[^\n]*PARTSTAT=\"?(?P<value>ACCEPTED|DECLINED|TENTATIVE)\b", re.IGNORECASE | re.MULTILINE)
_FOLDED = lazy(r"\r?\n[ \t]")
_REASON = lazy(
    r"\b(?:declined|turned down|can(?:no|['’])t (?:make|attend))\b[^:.\n]{0,60}[:.]\s*(?P<why>[^\n]+)", re.I
)


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    """A calendar's answer to an invitation: to which, to which version of it (None: it does not say), and accepted,

    declined or tentative.
    """

    uid: str
    sequence: int | None
    answer: str


def answer_in(message: Message) -> CalendarAnswer | None:
    """What a METHOD:REPLY says; None where it is none, or does not say to what."""
    entry = _FOLDED.sub("", message.notices.get("text/calendar", ""))
    uid, said, sequence = _UID.search(entry), _PARTSTAT.search(entry), _SEQUENCE.search(entry)
    if not (_REPLY.search(entry) and uid and said):
        return None
    return CalendarAnswer(uid["value"], int(sequence["value"]) if sequence else None, said["value"].casefold())


def declined(draft: Draft) -> Iterator[Fact]:
    """The visit that a declined invitation cancels, with its day and the client of the subject."""
    entry = _FOLDED.sub("", draft.message.notices.get("text/calendar", ""))
    start = _START.search(entry)
    if not (_REPLY.search(entry) and _DECLINED.search(entry) and start):
        return
    at = _local(start, draft.around.zone)
    why = _REASON.search(draft.text.newest)
    client = about(draft, draft.message.subject)
    fields = Fields(
        visit_date=at.date(),
        visit_time=at.time() if start["time"] else None,
        outcome=Outcome.CANCELLED,
        reason=why["why"].strip()[:200] if why else None,
    )
    unsure = "visit_date" if at.date() < draft.around.today else unless_own(draft, client)
    yield Fact(Kind.VISIT_CANCELLED, with_client(fields, client), Span(0, 0), "", unsure is None, unsure)


def has_remark(words: str) -> bool:
    """Whether the words beside a calendar's answer are more than "Dora Field has accepted this invitation"."""
    return any(line.strip() and not _STANDARD.fullmatch(line) for line in words.splitlines())


def _local(start: "re.Match[str]", zone: ZoneInfo) -> datetime:
    """The start in local time; one without a zone is local (RFC 5545, 3.3.5)."""
    try:
        at = datetime.strptime(f"{start['day']}{start['time'] or '0000'}", "%Y%m%d%H%M").replace(tzinfo=zone)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=zone)
    return at.replace(tzinfo=UTC).astimezone(zone) if start["utc"] else at

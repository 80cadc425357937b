"""The figures of a simulation: what the table shows, and the curves of the page."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from sqlalchemy import Connection, func, select

from mailbot.simulation.evidence import Evidence
from mailbot.simulation.people import Play
from mailbot.simulation.rows import VisitRow
from mailbot.simulation.truth import Became, Open
from mailbot.store.tables import attention, timers
from mailbot.workflows.visits.ledger import UNKEPT
from mailbot.workflows.visits.tables import VisitState, visits

Holds = Callable[[VisitRow], bool]
QUESTION = "question-unanswered"


@dataclass(frozen=True, slots=True)
class Figures:
    """`rows` are for the table. Curves are by the Monday of each week; `replaced_after` counts days."""

    rows: tuple[tuple[str, str], ...]
    confirmed: tuple[tuple[date, float], ...]
    confirmed_unasked: tuple[tuple[date, float], ...]
    own_mails: tuple[tuple[date, float], ...]
    replies: tuple[tuple[date, float], ...]
    replaced_after: tuple[tuple[int, int], ...]
    open: tuple[Open, ...]


def watch(play: Play) -> None:
    """Look every Monday morning at what is open, until the simulation ends."""

    def look() -> None:
        play.opened.append(play.world.scheme.database.read(lambda conn: _open(play, conn)))
        play.world.at(play.world.now + timedelta(days=7), look)

    play.world.at(play.world.now, look)


def _open(play: Play, conn: Connection) -> Open:
    def count(*wanted: "object") -> int:
        return conn.scalar(select(func.count()).where(*wanted)) or 0  # type: ignore[arg-type]

    today = play.world.today
    return Open(
        day=today,
        unconfirmed=count(visits.c.state == VisitState.PLANNED, visits.c.day < today),
        unreplaced=count(visits.c.state.in_(UNKEPT), visits.c.replaced_by.is_(None)),
        questions=count(timers.c.name == QUESTION),
        items=count(attention.c.done_at.is_(None)),
    )


def figures_of(found: Evidence, opened: Iterable[Open]) -> Figures:
    """All of it, from the records."""
    over = [visit for visit in found.visits if visit.day < found.today]
    own = [m for m in found.mails if m.addressee_id in found.volunteers and not found.is_reply(m)]
    replies = [m for m in found.mails if m.addressee_id in found.volunteers and found.is_reply(m)]
    replaced = Counter(sorted(_days_to_replacement(found)))
    return Figures(
        rows=tuple(_rows(found, over)),
        confirmed=_share(over, lambda visit: visit.state is not VisitState.PLANNED),
        confirmed_unasked=_share(over, lambda visit: _unasked(found, visit)),
        own_mails=_a_head(found, [m.at.astimezone(found.scheme.zone).date() for m in own]),
        replies=_a_head(found, [m.at.astimezone(found.scheme.zone).date() for m in replies]),
        replaced_after=tuple(replaced.items()),
        open=tuple(opened),
    )


def _rows(found: Evidence, over: list[VisitRow]) -> Iterable[tuple[str, str]]:
    ends, templates = Counter(m.state for m in found.messages), Counter(m.template for m in found.mails)
    states, true = Counter(v.state for v in over), Counter(v.became for v in found.truth.visits)
    days = list(_days_to_replacement(found))
    looked = {item.inbox_id for item in found.items if item.inbox_id is not None}
    yield "visitors and backups", str(len(found.volunteers))
    yield "visits that really took place / were not kept", f"{true[Became.TOOK_PLACE]} / {true[Became.NOT_KEPT]}"
    yield "visits in the ledger whose day is over", str(len(over))
    yield "… took place", str(states[VisitState.TOOK_PLACE])
    yield "… missed, attempted or cancelled", str(sum(states[state] for state in UNKEPT))
    yield "… with a replacement", str(len(days))
    yield "… days to the replacement, median", f"{median(days):g}" if days else "none"
    yield "… still planned: asked about, or a coordinator knows", str(states[VisitState.PLANNED])
    yield "messages in", str(len(found.messages))
    yield "… done / ignored / with a person", f"{ends['done']} / {ends['ignored']} / {ends['needs_person']}"
    yield "… that a person had to look at", f"{len(looked)} ({len(looked) / max(1, len(found.messages)):.0%})"
    yield "mails out", str(len(found.mails))
    yield "… questions how a visit went", str(templates["visits/reminder"])
    yield "… visits that a coordinator had to ask about", str(len(_about(found, "visits/unanswered")))
    yield "journeys alone / alarms", f"{len(found.truth.journeys)} / {templates['lone/are_you_back']}"


def _about(found: Evidence, template: str) -> set[object]:
    return {mail.about for mail in found.mails if mail.template == template}


def _unasked(found: Evidence, visit: VisitRow) -> bool:
    mails = found.mails_about.get(("visit", visit.id), ())
    return visit.state is not VisitState.PLANNED and not any(m.template == "visits/reminder" for m in mails)


def _days_to_replacement(found: Evidence) -> Iterable[int]:
    by_id = {visit.id: visit for visit in found.visits}
    for visit in found.visits:
        if visit.replaced_by is not None:
            yield (by_id[visit.replaced_by].day - visit.day).days


def monday(day: date) -> date:
    """The Monday of that week."""
    return day - timedelta(days=day.weekday())


def _share(over: list[VisitRow], holds: Holds) -> tuple[tuple[date, float], ...]:
    of_week: dict[date, list[bool]] = defaultdict(list)
    for visit in over:
        of_week[monday(visit.day)].append(holds(visit))
    return tuple((week, 100 * sum(all_) / len(all_)) for week, all_ in sorted(of_week.items()))


def _a_head(found: Evidence, days: list[date]) -> tuple[tuple[date, float], ...]:
    of_week = Counter(map(monday, days))
    return tuple((week, n / max(1, len(found.volunteers))) for week, n in sorted(of_week.items()))

"""A simulation from its first day to its last."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from mailbot.clock import FixedClock
from mailbot.scheme import Scheme
from mailbot.simulation.answers import ANSWERS
from mailbot.simulation.cast import draw_cast
from mailbot.simulation.figures import watch
from mailbot.simulation.life import begin
from mailbot.simulation.officers import OFFICERS
from mailbot.simulation.people import Play, draw_person
from mailbot.simulation.post import Received
from mailbot.simulation.stage import staged
from mailbot.simulation.truth import Truth
from mailbot.simulation.world import World

ZONE = ZoneInfo("Europe/London")
BEGINS = date(2027, 9, 6)  # a Monday; the twelve months from here hold 29 February and both changes of summer time
DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Sort:
    """What kind of simulation: how many months, how many visitors, and the seed of everything that is drawn."""

    months: int
    volunteers: int
    seed: int


@contextmanager
def played(sort: Sort, like: Scheme | None = None) -> Iterator[Play]:
    """The whole simulation, played to its end; the scheme is gone when the context is left."""
    begins = datetime.combine(BEGINS, time(9), ZONE)
    ends = begins + timedelta(days=round(sort.months * DAYS_A_MONTH))
    cast = draw_cast(sort.volunteers, Random(f"cast {sort.seed}"))
    clock = FixedClock(begins.astimezone(ZoneInfo("UTC")))
    with staged(cast, clock.now(), like) as scheme:
        play = Play(World(scheme, clock, lambda address, mail: _gets(play, address, mail)), cast, Truth())
        for who in cast.everybody:
            answers = OFFICERS if who in (*cast.coordinators, *cast.others) else ANSWERS
            play.people[who.email] = draw_person(who, play, sort.seed, answers)
        for person in play.people.values():
            begin(person, ends.date())
        watch(play)
        play.world.play(ends)
        yield play


def _gets(play: Play, address: str, mail: Received) -> None:
    """A mail lies in a mailbox; outside teams read theirs elsewhere."""
    if person := play.people.get(address):
        person.gets(mail)

"""Simulated people: what they are like, and how they write. What they do: `life.py`, `answers.py`, `officers.py`.

Each person draws from a stream of their own, so that a new habit of one changes nothing for the others.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from mailbot.simulation.cast import Cast, Pair, Someone
from mailbot.simulation.post import Letter, Received
from mailbot.simulation.truth import Open, TrueVisit, Truth
from mailbot.simulation.voices import Voice, draw_voice
from mailbot.simulation.world import World

AUTO_REPLY_AGAIN_AFTER = timedelta(days=4)
THANKS = 0.03


@dataclass(frozen=True, slots=True)
class Traits:
    """Shares of 1: how often somebody reports of their own accord, answers when asked, writes the same thing twice.

    `alone`: they write when they set off and when they are back. `auto_reply`: their mail program answers while they
    are away. `vouched`: their mail server signs what they send.
    """

    reports: float
    answers: float
    announces: float
    twice: float
    alone: bool
    auto_reply: bool
    vouched: bool


def draw_traits(random: Random) -> Traits:
    """Most people are reliable, some are not."""
    reliable = random.betavariate(5, 1.5)
    return Traits(
        reports=reliable,
        answers=min(0.98, 0.5 + reliable / 2),
        announces=random.betavariate(4, 2),
        twice=0.03,
        alone=random.random() < 0.35,
        auto_reply=random.random() < 0.4,
        vouched=random.random() > 0.03,
    )


@dataclass
class Play:
    """The stage on which everybody acts."""

    world: World
    cast: Cast
    truth: Truth
    people: dict[str, "Person"] = field(default_factory=dict)
    opened: list[Open] = field(default_factory=list)

    def knows(self, ref: str) -> Pair | None:
        """The pair whose client has that reference."""
        return next((pair for pair in self.cast.pairs if pair.ref == ref), None)


Answer = Callable[["Person", Received], None]


@dataclass
class Person:
    """Somebody with a mailbox. `next` is the visit agreed on with each client; `away` are days, inclusive.

    `stood_in`: others' clients whom they have said they would visit once.
    """

    who: Someone
    play: Play
    random: Random
    traits: Traits
    voice: Voice
    answers: dict[str, Answer]
    pairs: tuple[Pair, ...] = ()
    next: dict[str, TrueVisit] = field(default_factory=dict)
    away: list[tuple[date, date]] = field(default_factory=list)
    stood_in: list[Pair] = field(default_factory=list)
    _auto_replied: datetime | None = None

    def is_away(self, day: date) -> bool:
        """Whether they are on holiday then."""
        return any(begins <= day <= ends for begins, ends in self.away)

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.random.random() < share

    def say(self, what: str, **values: str) -> str:
        """Their own words for it."""
        return self.voice.say(self.random, what, me=self.who.first_name, **values)

    def day(self, day: date) -> str:
        """A day as they write it now."""
        return self.voice.day(day, self.play.world.today)

    def call(self, pair: Pair) -> str:
        """What they call their client in mails."""
        return pair.ref if self.chance(0.3) else pair.client

    def thank(self, mail: Received) -> None:
        """They say thanks, and leave the rest for later, or for never."""
        text = self.say("thanks")
        self.play.world.send(Letter(by=self.who, text=text, answers=mail, vouched=self.traits.vouched, thanks=True))

    def write(self, text: str, answers: Received | None = None, subject: str = "Visit") -> None:
        """They send a letter now. A few press the button twice, some minutes apart."""
        letter = Letter(by=self.who, text=text, subject=subject, answers=answers, vouched=self.traits.vouched)
        self.play.world.send(letter)
        if self.chance(self.traits.twice):
            self.play.world.at(self.play.world.now + self.minutes(1, 30), lambda: self.play.world.send(letter))

    def gets(self, mail: Received) -> None:
        """A mail comes: their mail program answers if they are away, they themselves as is their habit."""
        world = self.play.world
        if self.is_away(world.today) and self.traits.auto_reply:
            self._reply_automatically(mail)
        if answer := self.answers.get(mail.template):
            if self.chance(THANKS):
                world.at(self.awake(self.minutes(2, 60)), lambda: self.thank(mail))
            answer(self, mail)

    def minutes(self, least: float, most: float) -> timedelta:
        """Some time, in whole seconds."""
        return timedelta(seconds=round(60 * self.random.uniform(least, most)))

    def awake(self, after: timedelta) -> datetime:
        """A moment so long from now, or the next at which they are home and up."""
        world = self.play.world
        when = world.now + timedelta(seconds=round(after.total_seconds()))
        local = when.astimezone(world.scheme.zone)
        day = local.date()
        if not time(7) <= local.time() < time(22, 30):
            day += timedelta(days=local.time() >= time(7))
            when = world.local(day, time(7)) + self.minutes(10, 180)
        while self.is_away(day):
            day += timedelta(days=1)
            when = world.local(day, time(8)) + self.minutes(0, 600)
        return when

    def _reply_automatically(self, mail: Received) -> None:
        world = self.play.world
        if self._auto_replied and world.now - self._auto_replied < AUTO_REPLY_AGAIN_AFTER:
            return
        self._auto_replied = world.now
        back = next(ends for begins, ends in self.away if begins <= world.today <= ends) + timedelta(days=1)
        text = f"Thank you for your mail. I am out of the office and will be back on {back.day} {back:%B %Y}."
        letter = Letter(by=self.who, text=text, answers=mail, machine=True, vouched=self.traits.vouched)
        world.at(world.now + timedelta(seconds=20), lambda: world.send(letter))


def draw_person(who: Someone, play: Play, seed: int, answers: dict[str, Answer]) -> Person:
    """Somebody of the cast, with a stream of chance of their own."""
    random = Random(f"{seed} {who.number}")
    mine = tuple(pair for pair in play.cast.pairs if pair.visitor == who)
    return Person(who, play, random, draw_traits(random), draw_voice(random), answers, mine)

"""One run: what is done to the scheme, what the model believes of it, and what is broken."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.model import invariants
from tests.model.beliefs import LONDON, Beliefs, Case, Message
from tests.model.people import INSTRUCT, verified_on
from tests.model.rows import Mail
from tests.model.words import MARKS, Said
from tests.model.world import World, new_world
from tests.workflows.test_machines_and_attention import OUT_OF_OFFICE, bounce_of, id_of

PAUSE = timedelta(seconds=7)
STARTS = {
    "a Monday": datetime(2026, 5, 11, 10, 0, tzinfo=UTC),
    "a Friday evening": datetime(2026, 5, 15, 16, 10, tzinfo=UTC),
    "a night": datetime(2026, 5, 13, 0, 30, tzinfo=UTC),
    "the hour that comes twice": datetime(2026, 10, 24, 23, 50, tzinfo=UTC),
    "the hour that is left out": datetime(2027, 3, 28, 0, 20, tzinfo=UTC),
    "the last day of the year": datetime(2026, 12, 31, 23, 40, tzinfo=UTC),
}
# What an answer's first line means, by the forms that our mails themselves name.
MEANS = {
    "ACK": "ack",
    "ack": "ack",
    "I have this": "has it",
    "I have this, ringing now.": "has it",
    "CLOSE: spoken to, all in order": "close",
    "YES": "yes",
    "RELEASE": "release",
    "SEND TO HEAD": "head",
    "NO REPORT NEEDED": "none needed",
    "ACK, no report needed": "has it, none needed",
    "CLOSE": "nothing",
    "HISTORY": "nothing",
    "thanks": "nothing",
    "ack if nobody else can": "nothing",
    "Who takes this? I am away.": "nothing",
    "> ACK\n\nWhat is this?": "nothing",
    "2 NO": "nothing",
    "no": "nothing",
}


@dataclass
class Player:
    """`broken` holds what was found in this step, in words."""

    home: TemporaryDirectory
    world: World
    beliefs: Beliefs
    marks: list[str] = field(default_factory=lambda: list(MARKS))
    lines: list[tuple] = field(default_factory=list)
    seen_delivered: int = 0
    seen_written: int = 0
    broken: list[str] = field(default_factory=list)

    def mark(self) -> str:
        """A word that no other message of this run has."""
        return self.marks.pop(0) if self.marks else ""

    def says(
        self, writer: str, said: Said, *, trust: str = "pass", answers: Mail | None = None, **headers: str
    ) -> Message:
        """Somebody writes; what has to come of it at once is looked at."""
        world = self.world
        world.ticks(PAUSE)
        before, delivered = max(world.ours, default=0), len(world.delivered)
        at = world.clock.now()
        number = world.writes(writer, said.text, answers=answers, dmarc=trust, **headers)
        said = replace(said, harm=False, complaint=False) if headers else said
        message = Message(number, writer, said, at, trust, before, delivered)
        self.beliefs.learn(world, message)
        self.broken += invariants.alerted(world, self.beliefs, message)
        self.broken += invariants.answered(world, message)
        return message

    def replies(self, mail: Mail, by: str, words: str, *, trust: str = "pass", **headers: str) -> Message:
        """Somebody answers a mail of ours in one line."""
        self.world.ticks(PAUSE)
        meaning = MEANS.get(words, "nothing") if trust == "pass" and by in mail.to and not headers else "nothing"
        case = self.beliefs.cases.get(mail.case or 0)
        if case is None or case.closed_at or by in case.excluded():
            meaning = "nothing"
        started = case.chases[-1].since if case and case.chases else None
        said = self.says(by, Said(f"{words}\n"), trust=trust, answers=mail, **headers)
        if case is not None:
            self._believes(case, mail, by, meaning, started)
        return said

    def _believes(self, case: Case, mail: Mail, by: str, meaning: str, started: datetime | None) -> None:
        """What the answer changes, if it is a valid one."""
        now, asks = self.world.clock.now(), mail.asks
        declines = "none needed" in meaning and asks == "release" and by in INSTRUCT
        takes = meaning in ("ack", "has it") and asks in ("acknowledge", "release", "ground")
        takes |= declines and "has it" in meaning
        takes |= meaning == "ack" and by in INSTRUCT  # an instruction in one word, to any mail about the case
        if takes and started is not None and mail.written_at >= started:
            case.stop(now)
        if meaning == "close" and asks == "acknowledge" and by in INSTRUCT:
            case.stop(now)
            case.closed_at = now
            self._nothing_leaves(case)
        if meaning == "yes" and asks == "confirm_report" and by == case.opened_by.writer:
            case.asked = not case.declined
        if declines:
            case.declined = True
            self._nothing_leaves(case)
        if by in INSTRUCT and (meaning == "release" or (meaning == "head" and asks == "release")):
            case.released, case.declined = True, False

    def _nothing_leaves(self, case: Case) -> None:
        """From now on nothing goes outside of its own accord, unless it has begun to."""
        ours = (self.world.ours[each.mail] for each in self.world.delivered if each.address in invariants.OUTSIDE)
        if not self.world.smtp_is_down and all(mail.case != case.number for mail in ours):
            case.asked = case.released = False

    def is_away(self, mail: Mail, by: str) -> None:
        """A mail program answers, with words that would be an answer if a person had written them."""
        self.replies(mail, by, "ACK", **OUT_OF_OFFICE)

    def bounces(self, mail: Mail, address: str) -> None:
        """A mail of ours comes back."""
        self.world.ticks(PAUSE)
        number = self.world.takes(bounce_of(id_of(self.world, mail), address))
        before, delivered = max(self.world.ours, default=0), len(self.world.delivered)
        bounced = Message(number, address, Said(""), self.world.clock.now(), "fail", before, delivered)
        self.beliefs.learn(self.world, bounced)

    def again(self) -> None:
        """The last message is handed in twice more: as a second copy, and as the same message of the server."""
        count, written = self.world.count, len(self.world.ours)
        if self.world.last_raw:
            self.world.takes(self.world.last_raw)
            self.world.takes(self.world.last_raw, uid=count)
        if [m for m in list(self.world.ours.values())[written:] if m.template == invariants.ALERT]:
            self.broken.append("a message that was handed in twice alerted twice")

    def verifies(self, name: str) -> None:
        """Somebody looks at an entry of the directory and says that it is right."""
        on: date = self.world.clock.now().astimezone(LONDON).date()
        self.world.verifies(name, on)
        self.beliefs.checked[name] = on

    def asking(self, *kinds: str) -> list[tuple[Mail, str]]:
        """Mails that arrived and ask something about a case, the newest first, each with who got it."""
        found = [(self.world.ours[each.mail], each.address) for each in reversed(self.world.delivered)]
        return [(mail, who) for mail, who in found if mail.case and (not kinds or mail.asks in kinds)][:12]

    def known_to_the_excluded(self) -> list[tuple[Mail, str]]:
        """Mails about a case that arrived with somebody from whom it is kept since."""
        cases = self.beliefs.cases
        found = [(self.world.ours[each.mail], each.address) for each in self.world.delivered]
        return [(mail, who) for mail, who in found if mail.case in cases and who in cases[mail.case].excluded()]

    def find(self) -> list[str]:
        """Everything that is broken now."""
        world, beliefs = self.world, self.beliefs
        found, self.broken = self.broken, []
        suspects = frozenset(each for case in beliefs.cases.values() for each in case.excluded())
        for case in beliefs.cases.values():
            found += invariants.chased(world, case, suspects)
        found += invariants.kept(world, beliefs)
        found += invariants.outside(world, beliefs, self.seen_delivered)
        found += invariants.subjects(world, self.seen_written)
        found += invariants.only_grew(world, self.lines)
        self.lines = invariants.chronology(world)
        self.seen_delivered, self.seen_written = len(world.delivered), len(world.ours)
        return found

    def story(self) -> list[str]:
        """The cases as the model sees them, for whoever has to find out what went wrong."""
        return [
            f"{case.ref}: by {case.opened_by.writer} ({case.opened_by.trust}), left out {sorted(case.excluded())},"
            f" messages {[(m.writer, m.trust, m.said.text) for m in case.messages]},"
            f" chased {[(str(c.since), str(c.until)) for c in case.chases]}"
            for case in self.beliefs.cases.values()
        ]

    def ends(self) -> list[str]:
        """The end of the run."""
        found = list(invariants.refuses_change(self.world))
        self.world.scheme.database.close()
        self.home.cleanup()
        return found


def new_player(start: str = "a Monday", mode: str = "live", directory: str = "fresh") -> Player:
    """A scheme on that day, in that mode, with a directory in that state."""
    home = TemporaryDirectory()
    checked = verified_on(directory, STARTS[start])
    return Player(home, new_world(Path(home.name), STARTS[start], mode, checked), Beliefs(checked))

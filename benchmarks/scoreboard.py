"""Counts what was read right, and what may never happen; pure, from labels and the objects of `explain`."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from benchmarks.compare import SureAndWrong, Verdict, one_line, sure_and_wrong, verdicts
from benchmarks.labelled import Cast, Label

_EVERYDAY = (
    "visit_confirmed visit_planned visit_missed visit_cancelled expense_claim lone_check_in lone_check_out"
    " acknowledgement unavailable auto_reply"
)
ROUTINE = frozenset(_EVERYDAY.split())
MACHINES = frozenset({"auto_reply", "bounce"})
FOR_A_PERSON = re.compile(r"human|coordinator|person\b|as routine|open concern|restricted", re.IGNORECASE)
POLICY = frozenset({"claim-waits"})
"""Reasons that the scheme's own limits give: a claim over the limit waits for a person however well it is read."""

DEFINITION = """\
Routine: a mail whose kinds are all among those of everyday visits, claims, check-ins, thanks, absences and automatic
replies; that may not fairly be read as a concern, an incident or a question; and whose `must` asks for no person.
It went to a person if it ended as needs_person for another reason than claims over the scheme's limit; it was held up
if not only for a sentence of chat that stands in the digest, beside which the rest was dealt with and answered."""
CHAT = frozenset({"partly-understood (today)"})


@dataclass(frozen=True, slots=True)
class Read:
    """One mail: its label, its scheme, what `explain` told of it (None if it failed), and the seconds that took."""

    label: Label
    cast: Cast
    told: Mapping[str, Any] | None
    seconds: float
    senders: frozenset[str] = frozenset()
    reading_seconds: float | None = None
    """What reading alone took: parse, who wrote, understand; without store, rules and letters."""

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self.told["kinds"]) if self.told else frozenset()

    @property
    def is_exact(self) -> bool:
        """Everything required is found, and nothing that is not fair."""
        return self.label.kinds <= self.kinds <= self.label.kinds | self.label.also_ok

    @property
    def is_unseen_concern(self) -> bool:
        """A concern that raises no attention and mails no officer (promise 3)."""
        if "safeguarding_concern" not in self.label.kinds or self.told is None:
            return False
        return not self.told["attention"] and not any(self._alerts(mail) for mail in self.told["mail"])

    @property
    def is_answered_machine(self) -> bool:
        """Machine mail that is answered, whatever the answer (promise 4)."""
        is_machine = self.label.bucket == "ab" or bool(self.label.kinds & MACHINES)
        mails = self.told["mail"] if self.told else ()
        return is_machine and any(self.senders & {*mail["to"], *mail["cc"]} for mail in mails)

    @property
    def is_routine(self) -> bool:
        """See DEFINITION."""
        fair = self.label.kinds | (self.label.also_ok & {"safeguarding_concern", "incident_report", "question_other"})
        return bool(fair) and fair <= ROUTINE and not any(FOR_A_PERSON.search(each) for each in self.label.must)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why a person has to look, as codes with their level; without what the scheme's limits ask for."""
        told = self.told["attention"] if self.told else ()
        return tuple(f"{each['why']} ({each['level']})" for each in told if each["why"] not in POLICY)

    def _alerts(self, mail: Mapping[str, Any]) -> bool:
        """To an officer; one who wrote it needs more than a polite answer."""
        reached = {*mail["to"], *mail["cc"]} & self.cast.officers
        own = reached <= self.senders and "alert" not in mail["template"] and "attention/" not in mail["template"]
        return bool(reached) and not own and mail["held"] is None


@dataclass(frozen=True)
class Scoreboard:
    """All mails of a folder."""

    reads: Sequence[Read]

    @property
    def told(self) -> Iterator[tuple[Read, Mapping[str, Any]]]:
        """Those that could be explained."""
        return ((read, read.told) for read in self.reads if read.told is not None)

    @property
    def exact(self) -> int:
        return sum(read.is_exact for read in self.reads)

    @cached_property
    def kinds(self) -> dict[str, tuple[int, int, int]]:
        """For each kind: how often it was required, found where required, and found where it is not even fair."""
        every = sorted({kind for read in self.reads for kind in read.label.kinds | read.kinds})
        return {kind: self._kind(kind) for kind in every}

    @cached_property
    def fields(self) -> dict[str, Counter[Verdict]]:
        """For each field: how often it is right, wrong, absent, or there though the label does not have it."""
        found: dict[str, Counter[Verdict]] = {}
        for read, told in self.told:
            for name, verdict in verdicts(read.label, told, read.cast).items():
                found.setdefault(name, Counter())[verdict] += 1
        return dict(sorted(found.items()))

    @cached_property
    def sure_and_wrong(self) -> list[SureAndWrong]:
        return [wrong for read, told in self.told for wrong in sure_and_wrong(read.label, told, read.cast)]

    @property
    def must_be_none(self) -> dict[str, list[str]]:
        """What may never happen, with the files where it did."""
        return {
            "concerns that no person would see": [r.label.file for r in self.reads if r.is_unseen_concern],
            "machine mails answered": [r.label.file for r in self.reads if r.is_answered_machine],
            "mails that explain failed on": [r.label.file for r in self.reads if r.told is None],
        }

    @property
    def routine(self) -> list[Read]:
        return [read for read in self.reads if read.is_routine]

    @property
    def routine_to_a_person(self) -> list[Read]:
        return [read for read in self.routine if read.told is None or read.reasons]

    @property
    def routine_held_up(self) -> list[Read]:
        """Those for which the digest's "all read" is not enough."""
        return [read for read in self.routine_to_a_person if not set(read.reasons) <= CHAT or read.told is None]

    @property
    def texts(self) -> tuple[int, int]:
        """How many newest texts are right, of how many that are labelled."""
        labelled = [(r.label.newest_text, told["newest_text"]) for r, told in self.told]
        pairs = [(one_line(wanted), one_line(found)) for wanted, found in labelled if wanted is not None]
        return sum(wanted == found for wanted, found in pairs), len(pairs)

    @property
    def milliseconds(self) -> tuple[float, float]:
        """Median and longest time of a mail."""
        return _spread([read.seconds for read in self.reads])

    @property
    def reading_milliseconds(self) -> tuple[float, float]:
        """The same of reading alone."""
        return _spread([read.reading_seconds for read in self.reads if read.reading_seconds is not None])

    def _kind(self, kind: str) -> tuple[int, int, int]:
        required = [read for read in self.reads if kind in read.label.kinds]
        right = sum(kind in read.kinds for read in required)
        wrong = sum(kind in r.kinds and kind not in r.label.kinds | r.label.also_ok for r in self.reads)
        return len(required), right, wrong


def _spread(seconds: Sequence[float]) -> tuple[float, float]:
    times = [1000 * each for each in seconds] or [0.0]
    return statistics.median(times), max(times)


def lines(board: Scoreboard) -> Iterator[str]:
    """The scoreboard as text."""
    count = len(board.reads)
    yield f"{count} mails; exact kinds {board.exact} of {count} ({_share(board.exact, count)})"
    yield f"\n{'kind':22}{'required':>9}{'found':>7}{'too many':>10}{'precision':>11}{'recall':>8}"
    for kind, (required, right, wrong) in board.kinds.items():
        shares = f"{_share(right, right + wrong):>11}{_share(right, required):>8}"
        yield f"{kind:22}{required:9}{right:7}{wrong:10}{shares}"
    yield f"\n{'field':22}" + "".join(f"{verdict:>8}" for verdict in Verdict)
    for name, counts in board.fields.items():
        yield f"{name:22}" + "".join(f"{counts[verdict]:8}" for verdict in Verdict)
    right, labelled = board.texts
    yield f"\nnewest text: {right} of {labelled} ({_share(right, labelled)})"
    yield from _counted("sure facts that are wrong", [_wrong(each) for each in board.sure_and_wrong])
    sent_on = board.routine_to_a_person
    why = Counter(reason for read in sent_on for reason in read.reasons)
    held_up = len(board.routine_held_up)
    yield f"routine mails that went to a person: {len(sent_on)} of {len(board.routine)}, {held_up} of them held up"
    yield from (f"  {number:4} {reason}" for reason, number in why.most_common())
    for what, files in board.must_be_none.items():
        yield from _counted(f"{what} (must be 0)", files)
    yield "time of a mail: median {:.1f} ms, longest {:.1f} ms".format(*board.milliseconds)
    yield "reading alone: median {:.1f} ms, longest {:.1f} ms".format(*board.reading_milliseconds)
    yield f"\n{DEFINITION}"


def _counted(what: str, each: Sequence[str]) -> Iterator[str]:
    yield f"{what}: {len(each)}"
    yield from (f"  {line}" for line in each)


def _wrong(each: SureAndWrong) -> str:
    return f"{each.file} {each.kind}: {', '.join(each.wrong)}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"

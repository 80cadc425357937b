"""How well mails are read: `python -m benchmarks.reading DIR [--rules-alone] [--json OUT] [--show FILE] [-v]`.

DIR holds `*.eml`, `labels.jsonl` and `people.json`. For each scheme of people.json a throw-away one is made (live
mode; nothing is sent), and the real `explain` is run over each mail in the scheme that its label names.
Exit status 1 if anything happened that may never happen.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from email.utils import getaddresses
from pathlib import Path
from typing import Any

from benchmarks.compare import Verdict, one_line, values_of, verdicts
from benchmarks.labelled import Cast, Label, read_casts, read_labels
from benchmarks.scoreboard import Read, Scoreboard, lines
from benchmarks.throwaway import make_scheme
from mailbot.errors import MailbotError
from mailbot.explain import explain
from mailbot.reading.authenticate import authenticate
from mailbot.reading.message import Message, Surroundings
from mailbot.reading.parse import parse
from mailbot.reading.understand import understand
from mailbot.roll import Roll
from mailbot.scheme import Scheme
from mailbot.workflows.registry import Registry


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    asked = _asked(arguments)
    try:
        casts = read_casts(asked.folder)
        labels = [each for each in read_labels(asked.folder, casts) if asked.show in (None, each.file)]
        board = Scoreboard(read_all(asked.folder, casts, labels, rules_alone=asked.rules_alone))
    except MailbotError as error:
        print(error, file=sys.stderr)
        return 2
    if asked.json:
        told = (json.dumps(read.told, ensure_ascii=False) for read in board.reads if read.told)
        asked.json.write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
    for read in board.reads if asked.show or asked.v else ():
        for line in beside(read, everything=bool(asked.show)):
            print(line)
    if not asked.show:
        print("\n".join(lines(board)))
    return 1 if any(board.must_be_none.values()) else 0


def read_all(
    folder: Path, casts: Mapping[str, Cast], labels: Sequence[Label], *, rules_alone: bool = False
) -> list[Read]:
    """Every labelled mail in its scheme. Raises MailbotError if a scheme cannot be made."""
    registry = Registry()
    with schemes_for({label.scheme: casts[label.scheme] for label in labels}, registry) as schemes:
        for scheme in schemes.values() if rules_alone else ():
            scheme.classify = None
        return [_read(folder, label, casts[label.scheme], schemes[label.scheme], registry) for label in labels]


@contextmanager
def schemes_for(casts: Mapping[str, Cast], registry: Registry) -> Iterator[dict[str, Scheme]]:
    """A throw-away scheme for each cast, gone on leaving."""
    with ExitStack() as stack:
        made = {}
        for key, cast in casts.items():
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mailbot-reading-")))
            made[key] = make_scheme(cast, folder, registry)
            stack.callback(made[key].database.close)
        yield made


def beside(read: Read, everything: bool = False) -> Iterator[str]:
    """The label beside what was found: all of it, or only where they differ."""
    label, told = read.label, read.told
    if told is None:
        yield f"{label.file} failed"
        return
    found = verdicts(label, told, read.cast)
    bad = [name for name, verdict in found.items() if verdict in (Verdict.WRONG, Verdict.ABSENT)]
    text_differs = label.newest_text is not None and one_line(label.newest_text) != one_line(told["newest_text"])
    if not (everything or bad or text_differs or not read.is_exact):
        return
    yield f"{label.file} {label.bucket} [{told['disposition']}] {', '.join(read.reasons)}"
    yield f"  kinds: {sorted(label.kinds)} also fair {sorted(label.also_ok)}; found {sorted(read.kinds)}"
    for name in found if everything else bad:
        wanted = label.fields.get(name.partition(".")[0])
        yield f"  {found[name]:7} {name}: {wanted!r}; found {values_of(told, name.partition('.')[0])!r}"
    if text_differs:
        yield f"  wanted text: {one_line(label.newest_text or '')}"
        yield f"  found text:  {one_line(told['newest_text'])}"
    if everything:
        yield json.dumps(told, indent=1, ensure_ascii=False)


def _read(folder: Path, label: Label, cast: Cast, scheme: Scheme, registry: Registry) -> Read:
    """One mail, timed. What goes wrong in reading it is counted and not raised: the others are still read."""
    path, started = folder / label.file, time.perf_counter()
    with ThreadPoolExecutor(1) as one:
        work = one.submit(explain, scheme, registry, path, datetime.now(UTC))
        error = work.exception()
    seconds = time.perf_counter() - started
    if error:
        print(f"{label.file}: explain failed: {type(error).__name__}: {error}", file=sys.stderr)
    told = None if error else work.result()
    alone = _reading_seconds(path, scheme, registry) if told else None
    return Read(label, cast, told, seconds, _writers(path, label, told), alone)


def _reading_seconds(path: Path, scheme: Scheme, registry: Registry) -> float:
    """The shortest of three times that parsing, asking who wrote, and understanding take, in seconds."""
    raw, roll = path.read_bytes(), scheme.database.read(scheme.roll)
    return min(_read_once(raw, roll, scheme, registry) for _ in range(3))


def _read_once(raw: bytes, roll: Roll, scheme: Scheme, registry: Registry) -> float:
    started = time.perf_counter()
    message = parse(raw)
    sender = authenticate(message, scheme.config.mailbox.authserv_id, roll)
    understand(message, sender, surroundings(scheme, roll, message), registry.recognisers)
    return time.perf_counter() - started


def surroundings(scheme: Scheme, roll: Roll, message: Message) -> Surroundings:
    """What reading may know of a message that arrives when its header says that it was written."""
    return Surroundings(
        roll=roll,
        zone=scheme.zone,
        written_at=(message.date or datetime.now(UTC)).astimezone(scheme.zone),
        own_address=scheme.own_address,
        harm=scheme.harm,
        chat=scheme.chat,
        asides=scheme.asides,
        classify=scheme.classify,
    )


def _writers(path: Path, label: Label, told: Mapping[str, Any] | None) -> frozenset[str]:
    """Every address at which the writer could be answered."""
    named = [label.sender, told["sender"]["address"] or "" if told else ""]
    if path.exists():
        headers = message_from_bytes(path.read_bytes())
        for name in ("From", "Sender", "Reply-To", "Return-Path"):
            named += [address for _, address in getaddresses([str(value) for value in headers.get_all(name, [])])]
    return frozenset(address.casefold() for address in named if address)


def _asked(arguments: Sequence[str] | None) -> Any:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--rules-alone", action="store_true", help="without the classifier's second opinion")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the objects of explain there, one a line")
    parser.add_argument("--show", metavar="FILE", help="one mail: its label beside what was found")
    parser.add_argument("-v", action="store_true", help="every mail that was not read as labelled")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

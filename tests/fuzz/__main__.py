"""Coverage-guided fuzzing of what reads mail; docs/fuzzing.md says how it is used.

    python -m tests.fuzz all --seconds 60        each target for a minute
    python -m tests.fuzz dates --seconds 600     one for ten

What breaks a property is cut down and put into finds/TARGET; then the status is 1.
"""

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

from tests.fuzz.kept import FINDS, finds
from tests.fuzz.shrink import failure, shrunk
from tests.fuzz.targets import TARGETS, Target

_WORK = Path(".fuzz")
_MEMORY_MB = 1_500
_ONE_RUN_SECONDS = 60


def main() -> int:
    asked = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description="Looks for mails that break the reading."
    )
    asked.add_argument("target", choices=["all", *TARGETS])
    asked.add_argument("--seconds", type=int, default=60, help="for each target")
    given = asked.parse_args()
    names = list(TARGETS) if given.target == "all" else [given.target]
    found = [find for name in names for find in fuzz(name, TARGETS[name], given.seconds)]
    for path, what in found:
        print(f"{path}: {what}")
    return 1 if found else 0


def fuzz(name: str, target: Target, seconds: int) -> list[tuple[Path, str]]:
    """Runs one target; the files of what it found, cut down, and what they show."""
    corpus, raw = _WORK / name / "corpus", _WORK / name / "raw"
    for folder in (corpus, raw):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in [*target.seeds(), *(path.read_bytes() for path in finds(name))]:
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = _WORK / name / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.dictionary))
    options = {
        "dict": words,
        "artifact_prefix": f"{raw}/",
        "max_total_time": seconds,
        "max_len": target.longest,
        "timeout": _ONE_RUN_SECONDS,
        "rss_limit_mb": _MEMORY_MB,
        "print_final_stats": 1,
    }
    command = [sys.executable, "-m", "tests.fuzz.child", name, str(corpus)]
    subprocess.run([*command, *(f"-{option}={value}" for option, value in options.items())], check=False)
    return [kept for path in sorted(raw.iterdir()) if (kept := _kept(name, target, path))]


def _kept(name: str, target: Target, raw: Path) -> tuple[Path, str] | None:
    """Cuts a find down and puts it among the tests; None for what is only slow while coverage is measured."""
    data = raw.read_bytes()
    raw.unlink()
    if not failure(target.check, data):
        return None
    least = shrunk(target.check, data)
    path = FINDS / name / hashlib.sha256(least).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(least)
    return path, failure(target.check, least)


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    sys.exit(main())

"""The fuzzing process: libFuzzer ends it at a find or when the time is over. Only this module needs atheris.

python -m tests.fuzz.child TARGET FOLDER -max_total_time=60 …      further options are libFuzzer's
"""

import os
import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["mailbot.reading"]):
    from tests.fuzz import draw
    from tests.fuzz.kept import finds, is_open
    from tests.fuzz.shrink import failure
    from tests.fuzz.targets import TARGETS

# Measuring which lines are reached costs about this much.
_SLOWER = 4.0


def but_what_is_open(name: str) -> Callable[[bytes], None]:
    """The target's check without what is found already and not mended yet: it would end every run at once."""
    check = TARGETS[name].check
    opened = [path.read_bytes() for path in finds(name) if is_open(path)]
    long = bytes([draw.LONG])
    slow = any(data.startswith(long) for data in opened)
    known = {failure(check, data) for data in opened if not data.startswith(long)}

    def checked(data: bytes) -> None:
        if slow and data.startswith(long):
            return
        if not known or failure(check, data) not in ("", *known):
            check(data)

    return checked


def main() -> None:
    name, folder, *options = sys.argv[1:]
    os.nice(10)
    draw.slower = _SLOWER
    atheris.Setup([sys.argv[0], *options, folder], but_what_is_open(name))
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""The finds that are kept as tests: a file each in finds/TARGET, named after what it showed (finds/README.md)."""

from pathlib import Path

FINDS = Path(__file__).parent / "finds"
OPEN = "open-"
"""How the name of a find begins that is not mended yet."""


def finds(target: str) -> list[Path]:
    return sorted((FINDS / target).glob("*"))


def is_open(find: Path) -> bool:
    return find.name.startswith(OPEN)

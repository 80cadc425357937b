"""The scenario files, and those that mailbot cannot keep to yet."""

from pathlib import Path

FOLDER = Path(__file__).parent


def scenario_files() -> list[Path]:
    """All of them, by folder and name."""
    return sorted(FOLDER.glob("*/*.txt"))


def name_of(path: Path) -> str:
    """As in alert/the-chain.txt."""
    return f"{path.parent.name}/{path.name}"


def not_yet() -> dict[str, str]:
    """What mailbot cannot do yet: the file's name, and why."""
    lines = (FOLDER / "NOT_YET").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))

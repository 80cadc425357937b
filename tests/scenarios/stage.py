"""The scheme of a scenario: opened as shipped, its roll imported, its settings changed as the file's head says."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event

from mailbot.config import load_config
from mailbot.importing import import_roll
from mailbot.opening import open_scheme, shipped
from mailbot.rulebook.load import Rulebook, load_rulebook
from mailbot.scheme import Scheme
from mailbot.store.migrate import upgrade
from mailbot.store.transaction import Database
from mailbot.workflows.registry import Registry
from tests.scenarios.cast import PEOPLE, SCHEMES
from tests.scenarios.script import Scenario

ENVIRON = {"PASSWORD": "x", "KEY": "k" * 40}
Settings = dict[str, Any]
MISSING = re.compile(r"([A-Z][a-z]+) is not on the roll")


class NoSuchBut(Exception):
    """A line "But: …" that says nothing we know."""


def _mode(mode: str) -> Callable[[Settings], None]:
    def change(settings: Settings) -> None:
        team = [line.split(",")[1] for line in (PEOPLE / "people.csv").read_text("utf-8").splitlines()[1:]]
        settings["scheme"] |= {"mode": mode, "team": team}

    return change


def _verified(on: date | None) -> Callable[[Settings], None]:
    def change(settings: Settings) -> None:
        for entry in settings["directory"].values():
            entry.pop("verified_on")
            entry |= {"verified_on": on} if on else {}
            entry.pop("verified_by") if on is None else None

    return change


def _nobody_at_night(settings: Settings) -> None:
    settings["alert"] = {"read_day_and_night": []}


def _one_letter_off(settings: Settings) -> None:
    settings["directory"]["charity_safeguarding"]["address"] = "safeguarding@gmial.com"


BUTS: Mapping[str, Callable[[Settings], None]] = {
    "the scheme is in test mode": _mode("test"),
    "only the people on the roll may be mailed": _mode("team"),
    "nobody has verified the addresses of the outside teams": _verified(None),
    "the addresses of the outside teams were verified two years ago": _verified(date(2024, 5, 1)),
    "an outside team's address is one letter off a well-known one": _one_letter_off,
    "nobody reads mail at night and at weekends": _nobody_at_night,
}
"""What the head of a file may change in the settings. "Ivo is not on the roll" is known as well."""


@contextmanager
def staged(scenario: Scenario, smtp_port: int, now: datetime) -> Iterator[Scheme]:
    """The scheme in a folder that is gone afterwards, its roll imported at `now` (UTC)."""
    with TemporaryDirectory(prefix="mailbot-scenario-") as name:
        folder = Path(name)
        settings = tomllib.loads((PEOPLE / scenario.scheme / "config.toml").read_text("utf-8"))
        settings["smtp"]["port"] = smtp_port
        missing = _change(settings, scenario.buts)
        _write_roll(folder, scenario.scheme, missing)
        scheme = _opened(folder, settings)
        try:
            import_roll(scheme, folder, now)
            yield scheme
        finally:
            scheme.database.close()


def _change(settings: Settings, buts: tuple[str, ...]) -> frozenset[str]:
    """Changes the settings; returns the first names of those who are not on the roll."""
    missing = set()
    for but in buts:
        if match := MISSING.fullmatch(but):
            missing.add(match[1])
        elif but in BUTS:
            BUTS[but](settings)
        else:
            raise NoSuchBut(f"But: {but}: there are: {'; '.join(BUTS)}; NAME is not on the roll")
    return frozenset(missing)


def _write_roll(folder: Path, scheme: str, missing: frozenset[str]) -> None:
    """Where no coordinator is left, the lead is one as well."""
    people = (PEOPLE / "people.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in people if line.split(" ")[0] not in missing]
    if not any("coordinator" in line for line in kept):
        kept = [line.replace("safeguarding_lead", "safeguarding_lead coordinator") for line in kept]
    (folder / "people.csv").write_text("".join(kept), "utf-8")
    for name in ("clients.csv", "matches.csv"):
        (folder / name).write_bytes((PEOPLE / scheme / name).read_bytes())


def _opened(folder: Path, settings: Settings) -> Scheme:
    path = folder / "config.toml"
    path.write_text(to_toml(settings), "utf-8")
    config = load_config(path, ENVIRON)
    shipped_once, empty = _as_shipped()
    (folder / "mailbot.db").write_bytes(empty)
    database = Database(config.database_url)
    event.listen(database.engine, "connect", lambda raw, _: raw.execute("pragma synchronous=off"))
    rules = _rulebook(tuple(config.scheme.packs))
    return replace(shipped_once, config=config, rulebook=rules, database=database, _roll=None)


@cache
def registry() -> Registry:
    """All leaves."""
    return Registry()


@cache
def _as_shipped() -> tuple[Scheme, bytes]:
    """Templates, vocabularies and an empty database: made once, as that takes longer than most stories."""
    with TemporaryDirectory(prefix="mailbot-scenario-") as name:
        path = Path(name) / "config.toml"
        path.write_bytes((PEOPLE / SCHEMES[-1] / "config.toml").read_bytes())
        scheme = open_scheme(load_config(path, ENVIRON), registry())
        upgrade(scheme.database)
        scheme.database.close()
        return scheme, (Path(name) / "mailbot.db").read_bytes()


@cache
def _rulebook(packs: tuple[str, ...]) -> Rulebook:
    """The rules of these packs, as shipped and checked against that pack's settings."""
    config = load_config(PEOPLE / packs[0] / "config.toml", ENVIRON)
    return load_rulebook(shipped("rules"), packs, registry().vocabulary(config, _as_shipped()[0].templates))


def to_toml(settings: Mapping[str, Any], prefix: str = "") -> str:
    """Settings as TOML, of which JSON's strings, numbers and lists are a part."""
    plain = {key: value for key, value in settings.items() if not isinstance(value, dict)}
    lines = [f"[{prefix}]"] if prefix and plain else []
    lines += [f"{key} = {_value(value)}" for key, value in plain.items()]
    tables = [
        to_toml(value, f"{prefix}.{key}" if prefix else key)
        for key, value in settings.items()
        if isinstance(value, dict)
    ]
    return "\n".join([*lines, *tables])


def _value(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value)

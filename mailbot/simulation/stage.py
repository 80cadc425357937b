"""The scheme that a simulation plays in: a folder, a config, a roll, one SQLite file, opened as `run` would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event

from mailbot.config import Config, load_config
from mailbot.importing import import_roll
from mailbot.opening import open_scheme
from mailbot.scheme import Scheme
from mailbot.simulation.cast import Cast, write_roll
from mailbot.store.migrate import upgrade
from mailbot.store.transaction import Database
from mailbot.workflows.registry import Registry

ENVIRON = {"SIMULATED_PASSWORD": "x", "SIMULATED_TOKEN_KEY": "the simulation's key, which protects nothing"}


@contextmanager
def staged(cast: Cast, now: datetime, like: Scheme | None = None) -> Iterator[Scheme]:
    """The scheme in a temporary folder, its roll imported at `now` (UTC); everything is removed at the end.

    `like` is a scheme opened before: its rules, templates and vocabularies are not read again.
    """
    with TemporaryDirectory(prefix="mailbot-simulate-") as name:
        folder = Path(name)
        path = folder / "config.toml"
        path.write_bytes(files("mailbot.simulation").joinpath("config.toml").read_bytes())
        write_roll(folder, cast)
        scheme = _opened(load_config(path, ENVIRON), like)
        try:
            upgrade(scheme.database)
            import_roll(scheme, folder, now)
            yield scheme
        finally:
            scheme.database.close()


def _opened(config: Config, like: Scheme | None) -> Scheme:
    database = Database(config.database_url)
    event.listen(database.engine, "connect", _do_not_wait_for_the_disk)
    if like is None:
        return open_scheme(config, Registry(), database)
    return replace(like, config=config, database=database, _roll=None)


def _do_not_wait_for_the_disk(raw: Any, _: Any) -> None:
    """A simulation that is cut off is simply played again: each commit need not reach the disk."""
    raw.execute("pragma synchronous=off")

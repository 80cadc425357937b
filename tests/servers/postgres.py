"""A throw-away PostgreSQL on loopback. It never runs as root, so root starts it as somebody else."""

import itertools
import os
import pwd
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.servers.background import HOST, folder, free_port, is_root, program, running, wait_for_port


@dataclass
class Postgres:
    """One cluster; `fresh` makes databases in it."""

    port: int
    binaries: Path
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def fresh(self) -> str:
        """The URL of an empty database, for SQLAlchemy with psycopg."""
        name = f"scheme{next(self._numbers)}"
        command = [str(self.binaries / "createdb"), "-h", HOST, "-p", str(self.port), "-U", "mailbot", name]
        subprocess.run(command, check=True, capture_output=True)
        return f"postgresql+psycopg://mailbot@{HOST}:{self.port}/{name}"


def binaries() -> Path | None:
    """Where initdb and postgres are; Debian keeps them apart by version."""
    if found := program("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Runs one, without waiting for the disk: it has to live through a test and not through a power cut."""
    where_from = binaries()
    assert where_from is not None
    with folder("postgres") as where:
        if is_root():
            os.chown(where, pwd.getpwnam("postgres").pw_uid, pwd.getpwnam("postgres").pw_gid)
        made, data = Postgres(free_port(), where_from), where / "data"
        initdb = [str(where_from / "initdb"), "-D", str(data), "-U", "mailbot", "-A", "trust", "--no-sync"]
        subprocess.run(
            [*initdb, "--locale=C", "-E", "UTF8"], check=True, capture_output=True, cwd=where, **_as_somebody()
        )
        options = {"listen_addresses": HOST, "fsync": "off", "unix_socket_directories": str(where)}
        command = [str(where_from / "postgres"), "-D", str(data), "-p", str(made.port)]
        command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with running(command, where / "log", cwd=where, **_as_somebody()) as process:
            wait_for_port(made.port, process)
            _wait_until_ready(made)
            yield made


def _wait_until_ready(server: Postgres) -> None:
    """It listens a little before it answers."""
    asked = [str(server.binaries / "pg_isready"), "-q", "-h", HOST, "-p", str(server.port)]
    while subprocess.run(asked, check=False).returncode == 1:
        time.sleep(0.02)


def _as_somebody() -> dict[str, Any]:
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if is_root() else {}

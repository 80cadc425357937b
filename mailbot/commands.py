"""What every command needs: the config's option, an opened scheme, the exit codes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from mailbot.config import load_config
from mailbot.opening import open_scheme
from mailbot.scheme import Scheme
from mailbot.store.migrate import require_current
from mailbot.workflows.registry import Registry

ConfigFile = Annotated[Path, typer.Option("--config", "-c", help="The scheme's config file.")]
DEFAULT = Path("config.toml")
FINDING, WRONG_USE = 1, 2


@contextmanager
def opened(path: Path, *, ready: bool = True) -> Iterator[Scheme]:
    """The scheme of that config, closed again at the end; `ready` refuses a database that `init` has not made."""
    scheme = open_scheme(load_config(path, os.environ), Registry())
    try:
        if ready:
            require_current(scheme.database)
        yield scheme
    finally:
        scheme.database.close()

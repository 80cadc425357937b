"""One TOML file, checked whole: every mistake is listed at once and nothing starts on a bad one.

Secrets are read here, once, from the environment or from files; they are never in the TOML itself, and never in
the text of a mistake.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError
from sqlalchemy.engine import URL, make_url

from mailbot.clock import OfficeHours
from mailbot.errors import Mistakes
from mailbot.settings.alert import Alert
from mailbot.settings.directory import Directory, DirectoryEntry
from mailbot.settings.lone import Lone
from mailbot.settings.meetings import MeetingSettings, none_twice
from mailbot.settings.mistakes import lines_of
from mailbot.settings.scheme import Hours, Limits, Mode, SchemeSettings, Timers, TrustSettings
from mailbot.settings.secrets import Resolver
from mailbot.settings.servers import Alarm, Database, Mailbox, Route, Secrets, Section, Security, Smtp
from mailbot.settings.values import Address, RoleName

__all__ = [
    "Alarm",
    "Alert",
    "Config",
    "Database",
    "Directory",
    "DirectoryEntry",
    "Hours",
    "Limits",
    "Lone",
    "Mailbox",
    "Mode",
    "Route",
    "SchemeSettings",
    "Secrets",
    "Security",
    "Smtp",
    "Timers",
    "TrustSettings",
    "load_config",
]


class Config(Section):
    """The settings of one scheme. Frozen; passwords are pydantic secrets, which print as stars."""

    folder: Path
    scheme: SchemeSettings
    mailbox: Mailbox
    smtp: Smtp
    secrets: Secrets
    alarm: Alarm = Alarm()
    database: Database = Database()
    hours: Hours = Hours()
    limits: Limits = Limits()
    timers: Timers = Timers()
    lone: Lone = Lone()
    alert: Alert = Alert()
    trust: TrustSettings = TrustSettings()
    directory: Directory = Directory({})
    roles: dict[RoleName, tuple[Address, ...]] = Field(default_factory=dict)
    meetings: Annotated[tuple[MeetingSettings, ...], AfterValidator(none_twice)] = ()

    @property
    def office_hours(self) -> OfficeHours:
        """The office clock of this scheme (promise 11)."""
        return self.hours.office(self.scheme.zone)

    @property
    def database_url(self) -> URL:
        """What SQLAlchemy opens: password filled in, a SQLite file's path absolute. Prints without the password."""
        url = make_url(self.database.url)
        if url.drivername == "sqlite":
            return url.set(database=str((self.folder / str(url.database)).absolute()))
        secret = self.database.password
        return url.set(password=secret.get_secret_value()) if secret else url


def load_config(path: Path, environ: Mapping[str, str]) -> Config:
    """Reads and checks the file. Relative files in it count from its own folder.

    Raises Mistakes with one line for each thing that is wrong, `config.toml: smtp.port: must be …`.
    """
    resolver = Resolver(_read(path), environ, path.parent)
    settings = resolver.resolve()
    lines = resolver.mistakes
    if settings.pop("folder", None) is not None:
        lines.append("folder: is not a setting")
    try:
        config = Config.model_validate(settings | {"folder": path.parent}, context={"folder": path.parent})
    except ValidationError as error:
        lines += lines_of(error, Config)
    if lines:
        raise Mistakes([f"{path.name}: {line}" for line in sorted(lines)])
    return config


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError:
        raise Mistakes([f"{path.name}: cannot be read; `mailbot init` makes one"]) from None
    except UnicodeDecodeError:
        raise Mistakes([f"{path.name}: is not UTF-8 text: save it as UTF-8"]) from None
    except tomllib.TOMLDecodeError as error:
        raise Mistakes([f"{path.name}: is not TOML: {error}"]) from None

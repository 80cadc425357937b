"""The invented scheme: who is in it, whom they visit, and its config and roll as files. None of them exists.

Addresses are of domains that belong to nobody (RFC 2606); phone numbers are those that Ofcom keeps for drama.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

from mailbot.config import load_config
from mailbot.demo.servers import AUTHSERV_ID, ZONE, Servers
from mailbot.importing import import_roll
from mailbot.opening import open_scheme
from mailbot.scheme import Scheme
from mailbot.store.migrate import upgrade
from mailbot.workflows.registry import Registry

SCHEME_NAME = "Longmead Visitors"
BOT = "visits@example.org"
PASSWORD = "longmead"
TOKEN_KEY = "the demo's key, which protects nothing"
OUTSIDE_TEAM = "escalations@example.net"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the scheme, as in people.csv."""

    name: str
    email: str
    roles: str
    phone: str = ""

    @property
    def first_name(self) -> str:
        """What the others call them."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Visited:
    """A client, and the match: who visits, who stands in, and in how many days the next visit is planned."""

    ref: str
    name: str
    setting: str
    place: str
    visitor: Someone
    backup: Someone
    next_in_days: int | None = None


RUTH = Someone("Ruth Calder", "ruth.calder@example.org", "coordinator", "07700 900101")
OWEN = Someone("Owen Pritchard", "owen.pritchard@example.org", "coordinator out_of_hours", "07700 900102")
MARIAN = Someone("Marian Stokes", "marian.stokes@example.org", "safeguarding_lead", "07700 900103")
DESMOND = Someone("Desmond Lyle", "desmond.lyle@example.org", "treasurer")
HELEN = Someone("Helen Ward", "helen.ward@example.com", "visitor")
TOMASZ = Someone("Tomasz Kolar", "tomasz.kolar@example.com", "visitor backup")
NIA = Someone("Nia Bevan", "nia.bevan@example.net", "visitor")
GWEN = Someone("Gwen Parry", "gwen.parry@example.com", "backup")
AISHA = Someone("Aisha Karim", "aisha.karim@example.com", "visitor backup", "07700 900108")
COLIN = Someone("Colin Marsh", "colin.marsh@example.net", "visitor")
JOE = Someone("Joe Fenwick", "joe.fenwick@example.net", "visitor")
FATIMA = Someone("Fatima Noor", "fatima.noor@example.com", "backup")
PEOPLE = (RUTH, OWEN, MARIAN, DESMOND, HELEN, TOMASZ, NIA, GWEN, AISHA, COLIN, JOE, FATIMA)
MOVED_AWAY = JOE

VISITED = (
    Visited("P-07", "Marcus", "prison", "Longmead prison", HELEN, GWEN, 0),
    Visited("P-11", "Leon", "prison", "Longmead prison", TOMASZ, GWEN, 0),
    Visited("P-15", "Peter", "prison", "Longmead prison", NIA, TOMASZ, 0),
    Visited("H-03", "Yonas", "hotel", "Station Hotel, room 214", AISHA, FATIMA),
    Visited("H-08", "Samira", "hotel", "Station Hotel, room 117", COLIN, FATIMA),
    Visited("H-12", "Dilan", "hotel", "Harbour Hotel, room 9", JOE, AISHA, 0),
)


def passwords() -> dict[str, str]:
    """Everybody's, and the scheme's own: by address, which is the user name too."""
    return dict.fromkeys((BOT, *(each.email for each in PEOPLE)), PASSWORD)


def make_scheme(folder: Path, servers: Servers, now: datetime) -> Scheme:
    """Writes config and roll into the folder and opens them as `init`, `import` and `run` would; `now` is UTC."""
    today = now.astimezone(ZONE).date()
    config = folder / "config.toml"
    config.write_text(_config(servers, today), encoding="utf-8")
    write_roll(folder, today)
    environ = {"DEMO_PASSWORD": PASSWORD, "DEMO_TOKEN_KEY": TOKEN_KEY}
    scheme = open_scheme(load_config(config, environ), Registry())
    upgrade(scheme.database)
    import_roll(scheme, folder, now)
    return scheme


def write_roll(folder: Path, today: date) -> None:
    """The three files that a coordinator would bring from a table program."""
    people = ((p.name, p.email, p.phone, p.roles) for p in PEOPLE)
    clients = ((v.ref, v.name, v.setting, v.place) for v in VISITED)
    began = (today - timedelta(days=200)).isoformat()
    matches = ((v.ref, v.visitor.email, v.backup.email, "14", began, _planned(v, today)) for v in VISITED)
    _write(folder / "people.csv", ("name", "email", "phone", "roles"), people)
    _write(folder / "clients.csv", ("ref", "name", "setting", "place"), clients)
    _write(
        folder / "matches.csv",
        ("client_ref", "visitor_email", "backup_email", "interval_days", "started_on", "next_visit_on"),
        matches,
    )


def _planned(visited: Visited, today: date) -> str:
    if visited.next_in_days is None:
        return ""
    return (today + timedelta(days=visited.next_in_days)).isoformat()


def _write(file: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.writer(out)
        table.writerow(columns)
        table.writerows(rows)


def _config(servers: Servers, today: date) -> str:
    """The team list holds everybody of the scheme, and not the outside team: mail to it is held and shown."""
    template = files("mailbot.demo").joinpath("config.toml").read_text(encoding="utf-8")
    values = {
        "NAME": SCHEME_NAME,
        "BOT": BOT,
        "OUTSIDE_TEAM": OUTSIDE_TEAM,
        "TEAM": ",\n  ".join(f'"{each.email}"' for each in PEOPLE),
        "AUTHSERV_ID": AUTHSERV_ID,
        "IMAP_PORT": str(servers.imap_port),
        "SMTP_PORT": str(servers.smtp_port),
        "VERIFIED_ON": (today - timedelta(days=30)).isoformat(),
    }
    for name, value in values.items():
        template = template.replace(f"@{name}@", value)
    return template

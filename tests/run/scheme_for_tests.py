"""An invented scheme in a folder of its own, pointed at given servers and driven by the real command line."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from functools import lru_cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from sqlalchemy import Connection, select, update

from mailbot.config import load_config
from mailbot.importing import import_roll
from mailbot.opening import open_scheme
from mailbot.post.settings import ImapServer, SmtpServer
from mailbot.scheme import Scheme
from mailbot.store.migrate import upgrade
from mailbot.store.tables import attention, inbox, outbox
from mailbot.store.transaction import Database
from mailbot.workflows.registry import Registry
from tests.crash.die_at import DieAt
from tests.run.child import Child, Job, start
from tests.servers.client import OtherClient, other_client
from tests.servers.sink import Received

T = TypeVar("T")
BOT = "visits@lantern.example.org"
NORA, AMIR, GWEN = "nora@example.com", "amir@example.net", "gwen@example.com"
CLIVE, ADA, ROSA = "clive@lantern.example.org", "ada@lantern.example.org", "rosa@lantern.example.org"
ENVIRON = {"MAILBOX_PASSWORD": "secret", "TOKEN_KEY": "k" * 40}

ROLL = {
    "people.csv": f"""name,email,phone,roles,experienced
Nora Whitlock,{NORA},07700 900011,visitor,no
Amir Sandhu,{AMIR},07700 900012,visitor,no
Gwen Harkness,{GWEN},07700 900013,visitor backup,yes
Clive Dunmore,{CLIVE},01632 960011,coordinator,no
Ada Pell,{ADA},01632 960012,safeguarding_lead,no
Rosa Quill,{ROSA},,treasurer,no
""",
    "clients.csv": """ref,name,setting,place
R-1,Piotr,prison,
R-2,Samir,hotel,Harbour Hotel
""",
    "matches.csv": f"""client_ref,visitor_email,backup_email,interval_days
R-1,{NORA},{GWEN},14
R-2,{AMIR},{GWEN},14
""",
}

Sections = Mapping[str, Mapping[str, Any]]
_names = count()


@dataclass(frozen=True)
class SchemeForTests:
    """A scheme that is set up: config, roll and database are in `folder`."""

    folder: Path
    imap: ImapServer
    sections: Sections = field(repr=False)

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    def changed(self, **changes: Mapping[str, Any]) -> "SchemeForTests":
        """The same scheme with other settings, as when somebody edits the config."""
        made = replace(self, sections=merged(self.sections, changes))
        made.config.write_text(toml(made.sections))
        return made

    def start(self, *command: str, die_at: DieAt | None = None) -> Child:
        """Start a command of mailbot for this scheme."""
        out = self.folder / f"out{next(_names)}"
        return start(Job((*command, "--config", str(self.config)), ENVIRON, out, die_at))

    def says(self, *command: str) -> tuple[int, str]:
        """Run a command: its exit status and its words."""
        child = self.start(*command)
        return child.ended(), child.words()

    def run_once(self) -> None:
        """Drain the mailbox, fire what is due, send what is queued. It has to end well."""
        code, words = self.says("run", "--once")
        assert code == 0, words

    def receives(self, letters: Iterable[bytes]) -> None:
        """Letters arrive in the mailbox."""
        with self.client() as client:
            for letter in letters:
                client.put(letter)

    def client(self) -> Any:
        """Another mail client at the same mailbox."""
        return other_client(self.imap)

    def folder_bodies(self, name: str) -> list[bytes]:
        """What lies in a folder of the mailbox; nothing if there is no such folder."""
        with self.client() as client:
            return bodies(client, name)

    def open(self) -> Scheme:
        """The scheme, in this process."""
        return open_scheme(load_config(self.config, ENVIRON), Registry())

    def read(self, question: Callable[[Connection], T]) -> T:
        """Look something up in its database."""
        with self._database() as database:
            return database.read(question)

    def pauses_are_over(self) -> None:
        """As if the pauses before the next tries had passed."""
        long_ago = datetime.now(UTC) - timedelta(hours=1)
        with self._database() as database:
            database.write(lambda conn: conn.execute(update(outbox).values(try_at=long_ago))).result()

    @contextmanager
    def _database(self) -> Iterator[Database]:
        settings = load_config(self.config, ENVIRON)
        database = Database(settings.database_url, settings.database.db_schema)
        try:
            yield database
        finally:
            database.close()

    def messages(self) -> Counter[str]:
        """How many messages are in each state."""
        return self.read(lambda conn: Counter(conn.scalars(select(inbox.c.state))))

    def mails(self) -> Counter[str]:
        """How many outgoing mails are in each state."""
        return self.read(lambda conn: Counter(conn.scalars(select(outbox.c.state))))

    def reasons(self) -> Counter[str]:
        """Why a person is asked to look, and how often."""
        return self.read(lambda conn: Counter(conn.scalars(select(attention.c.why))))

    def templates(self) -> Counter[str]:
        """What was written, by template."""
        return self.read(lambda conn: Counter(conn.scalars(select(outbox.c.template))))


def bodies(client: OtherClient, name: str) -> list[bytes]:
    """The raw messages of a folder that may be missing."""
    return client.bodies(name) if name in client.folders() else []


def message_ids(received: Iterable[Received]) -> Counter[str]:
    """How often each Message-ID was delivered."""
    return Counter(str(message_from_bytes(each.raw)["Message-ID"]) for each in received)


def set_up(folder: Path, imap: ImapServer, smtp: SmtpServer, /, **changes: Mapping[str, Any]) -> SchemeForTests:
    """A scheme in live mode on these servers; `changes` are settings by section."""
    folder.mkdir(parents=True, exist_ok=True)
    made = SchemeForTests(folder, imap, _sections(imap, smtp)).changed(**changes)
    if "database" not in made.sections:
        (folder / "mailbot.db").write_bytes(_fresh_database())
        return made
    scheme = made.open()
    fill(scheme)
    scheme.database.close()
    return made


def fill(scheme: Scheme) -> None:
    """Make the tables and take the roll, as `init` and `import` do."""
    upgrade(scheme.database)
    with TemporaryDirectory() as folder:
        write_roll(Path(folder))
        import_roll(scheme, Path(folder), datetime.now(UTC))


def write_roll(folder: Path) -> None:
    """The three CSV files."""
    for name, text in ROLL.items():
        (folder / name).write_text(text)


@lru_cache(maxsize=1)
def _fresh_database() -> bytes:
    """A SQLite file with the roll in it: made once, copied for each scheme."""
    with TemporaryDirectory() as name:
        servers = ImapServer("127.0.0.1", 1, "plain", "x", "x"), SmtpServer("127.0.0.1", 1, "plain")
        made = SchemeForTests(Path(name), servers[0], _sections(*servers)).changed()
        scheme = made.open()
        fill(scheme)
        scheme.database.close()
        return (made.folder / "mailbot.db").read_bytes()


def _sections(imap: ImapServer, smtp: SmtpServer) -> Sections:
    """No digest for some hours, so that no test meets one; no cap that a test does not ask for."""
    quiet = datetime.now(UTC) + timedelta(hours=12)
    sections: dict[str, Mapping[str, Any]] = {
        "scheme": {
            "name": "Lantern Visitors",
            "packs": ["prison-visiting", "refugee-hotels"],
            "mode": "live",
            "phone": "01632 960010",
        },
        "mailbox": {
            "address": BOT,
            "name": "The visits team",
            "authserv_id": "mx.lantern.example.org",
            "host": imap.host,
            "port": imap.port,
            "security": imap.security,
            "user": imap.user,
            "password_env": "MAILBOX_PASSWORD",
            "timeout_seconds": 5,
        },
        "smtp": {"host": smtp.host, "port": smtp.port, "security": smtp.security, "timeout_seconds": 5},
        "secrets": {"token_key_env": "TOKEN_KEY"},
        "hours": OPEN_DAY_AND_NIGHT | {"digest_at": f"{quiet:%H:%M}"},
        "limits": {"mails_per_address_per_day": 1000, "mails_per_day": 10000},
    }
    return sections | {f"directory.{name}": _verified(name) for name in OUTSIDE}


OPEN_DAY_AND_NIGHT = {
    "opens": "00:00",
    "closes": "23:59",
    "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    "open_on_bank_holidays": True,
}
OUTSIDE = ("helpline_escalations", "government_safeguarding", "charity_safeguarding")


def _verified(name: str) -> Mapping[str, Any]:
    today = datetime.now(UTC).date().isoformat()
    return {"address": f"{name}@team.example.net", "verified_by": "A. Pell", "verified_on": today}


def merged(sections: Sections, changes: Sections) -> Sections:
    """Settings changed by section; a section that is new is added."""
    return {name: {**sections.get(name, {}), **changes.get(name, {})} for name in {**sections, **changes}}


def toml(sections: Sections) -> str:
    """As TOML, of which JSON's strings, numbers and lists are a part."""
    lines = []
    for name, settings in sections.items():
        lines += [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in settings.items())]
    return "\n".join(lines) + "\n"

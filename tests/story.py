"""A scheme in a few words: people write, the clock moves, mails come out. The real path, without sockets."""

from collections import deque
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from mailbot.clock import FixedClock
from mailbot.config import Config, load_config
from mailbot.dispatch import Mail
from mailbot.events import Hold, Lane
from mailbot.handle import Decided, fire, handle
from mailbot.importing import import_roll
from mailbot.opening import open_scheme
from mailbot.scheme import Scheme
from mailbot.store import attention, inbox, timers
from mailbot.store.inbox import Arrival
from mailbot.store.migrate import upgrade
from mailbot.store.transaction import Database
from mailbot.triage import triage
from mailbot.workflows.registry import Registry

BOT = "visits@scheme.example.org"
HANA, IVO, BETH = "hana@example.com", "ivo@example.com", "beth@example.com"
COLIN, LENA, TESS = "colin@scheme.example.org", "lena@scheme.example.org", "tess@scheme.example.org"
TEAM = "urgent@helpline.example.net"
ENVIRON = {"PASSWORD": "x", "KEY": "k" * 40}

PEOPLE = f"""name,email,phone,roles,experienced
Hana Adeyemi,{HANA},07700 900001,visitor,no
Ivo Brandt,{IVO},,visitor,no
Beth Caldwell,{BETH},,backup,yes
Colin Dray,{COLIN},,coordinator,no
Lena Ekwall,{LENA},,safeguarding_lead,no
Tess Finch,{TESS},,treasurer,no
"""
CLIENTS = """ref,name,setting,place
P-1,Marek,prison,
H-2,Samira,hotel,Mill Hotel
P-3,Tobias,prison,
"""
MATCHES = f"""client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on
P-1,{HANA},{BETH},14,2025-10-06,{{planned}}
H-2,{IVO},{BETH},14,2025-10-06,
P-3,{IVO},,14,2025-10-06,
"""
CONFIG = f"""
[scheme]
name = "Riverside Visitors"
packs = ["prison-visiting", "refugee-hotels"{{packs}}]
mode = "{{mode}}"
team = {{team}}
phone = "01632 960700"
helpline_name = "The helpline"
helpline_phone = "01632 960701"
[mailbox]
address = "{BOT}"
name = "The visits team"
authserv_id = "mx.scheme.example.org"
host = "127.0.0.1"
security = "plain"
user = "visits"
password_env = "PASSWORD"
[smtp]
host = "127.0.0.1"
port = 25
security = "plain"
[secrets]
token_key_env = "KEY"
{{more}}
"""
DIRECTORY = """
[directory.helpline_escalations]
address = "urgent@helpline.example.net"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
[directory.government_safeguarding]
address = "safeguarding@government.example.net"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
[directory.charity_safeguarding]
address = "safeguarding@charity.example.net"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
"""
MONDAY = datetime(2026, 5, 11, 10, 0, tzinfo=UTC)  # 11 a.m. in London


@dataclass
class Story:
    """One scheme and its clock. `writes` gives the decision; `mails` holds everything that was queued."""

    scheme: Scheme
    clock: FixedClock
    registry: Registry = field(default_factory=Registry)
    mails: list[Mail] = field(default_factory=list)
    count: int = 0

    def writes(
        self,
        who: str,
        text: str,
        subject: str = "Visit",
        *,
        dmarc: str = "pass",
        answers: Mail | None = None,
        **more: str,
    ) -> Decided:
        """Somebody sends a mail now; it is taken in and decided."""
        self.count += 1
        message = EmailMessage()
        message["Received"] = f"from a by mx; {format_datetime(self.clock.now())}"
        message["Authentication-Results"] = (
            f"mx.scheme.example.org; dmarc={dmarc} header.from={who.partition('@')[2]}"
        )
        message["From"], message["To"] = who, BOT
        message["Subject"] = f"Re: {answers.subject}" if answers else subject
        message["Date"] = format_datetime(self.clock.now())
        message["Message-ID"] = f"<{self.count}@example.com>"
        for name, value in more.items():
            message[name.replace("_", "-")] = value
        message.set_content(text)
        return self.arrives(message.as_bytes())

    def arrives(self, raw: bytes) -> Decided:
        """Bytes arrive and are decided."""
        self.count += 1
        now = self.clock.now()

        def job(conn):
            seen = triage(self.scheme, self.scheme.roll(conn), raw)
            arrival = Arrival("test", 1, self.count, now, raw, seen.lane, seen.identity, seen.trust)
            return handle(self.scheme, self.registry, conn, inbox.enter(conn, arrival, now), now)

        return self._keep(self.scheme.database.write(job, Lane.ORDINARY).result())

    def catches_up(self) -> list[Mail]:
        """Messages that are to be decided (again) are; the mails that come of it."""
        now, before = self.clock.now(), len(self.mails)
        for item in self.scheme.database.read(lambda conn: inbox.waiting(conn, now)):
            self._keep(self.scheme.database.write(partial(self._decide, item=item, now=now)).result())
        return self.mails[before:]

    def _decide(self, conn, item, now):
        return handle(self.scheme, self.registry, conn, item, now)

    def waits(self, **delta: float) -> list[Mail]:
        """The clock moves, and every timer that comes due fires at its time; the mails that come of it."""
        until, before = self.clock.now() + timedelta(**delta), len(self.mails)
        while (due := self.scheme.database.read(timers.next_due)) and due <= until:
            self.clock.move_to(max(due, self.clock.now()))
            for timer in self.scheme.database.read(lambda conn: timers.due(conn, self.clock.now())):
                self._fire(timer)
        self.clock.move_to(until)
        return self.mails[before:]

    def open_attention(self) -> list[str]:
        """Why people are asked to look."""
        return [item.why for item in self.scheme.database.read(attention.open_items)]

    def _fire(self, timer: timers.Timer) -> None:
        now = self.clock.now()
        decided = self.scheme.database.write(lambda c: fire(self.scheme, self.registry, c, timer, now)).result()
        if decided:
            self._keep(decided)

    def _keep(self, decided: Decided) -> Decided:
        self.mails += [mail for mail in decided.mails if mail.hold is not Hold.WAITS]
        return decided


def begin(
    folder: Path,
    *,
    mode: str = "live",
    team: str = "[]",
    planned: str = "",
    directory: str = DIRECTORY,
    more: str = "",
    people: str = "",
    without: tuple[str, ...] = (),
    clients: str = CLIENTS,
    packs: str = "",
    matches: str = MATCHES,
) -> Story:
    """A scheme with two packs, three clients and six people, on Monday 11 May 2026 at eleven.

    `people` adds lines to people.csv; `without` leaves those addresses out; `packs` adds packs.
    """
    (folder / "config.toml").write_text(CONFIG.format(mode=mode, team=team, more=more + directory, packs=packs))
    lines = (line for line in PEOPLE.splitlines(keepends=True) if not any(address in line for address in without))
    (folder / "people.csv").write_text("".join(lines) + people)
    (folder / "clients.csv").write_text(clients)
    (folder / "matches.csv").write_text(matches.format(planned=planned))
    scheme = _opened(load_config(folder / "config.toml", ENVIRON))
    _import(scheme, folder)
    return Story(scheme, FixedClock(MONDAY))


def to(mails: list[Mail], address: str) -> list[Mail]:
    """Those of the mails that go to that address, as recipient or copy."""
    return [mail for mail in mails if address in (*mail.to, *mail.cc)]


def templates(mails: list[Mail]) -> list[str]:
    """What the mails are."""
    return [mail.template for mail in mails]


def _more_packs(config: Config) -> str:
    return "".join(f', "{name}"' for name in config.scheme.packs[2:])


@cache
def _checked(directory: frozenset[str], packs: str) -> tuple[Scheme, bytes]:
    """Rules and templates as shipped, and an empty database: opened once, as it takes longer than most tests."""
    with TemporaryDirectory() as folder:
        more = "".join(f'[directory.{name}]\naddress = "a@example.net"\n' for name in sorted(directory))
        path = Path(folder) / "config.toml"
        path.write_text(CONFIG.format(mode="live", team="[]", more=more, packs=packs))
        scheme = open_scheme(load_config(path, ENVIRON), Registry())
        upgrade(scheme.database)
        scheme.database.close()
        return scheme, (Path(folder) / "mailbot.db").read_bytes()


def _import(scheme: Scheme, folder: Path) -> None:
    """As `import_roll` on that Monday: once for each config and roll, as most tests have the same."""
    told = tuple((folder / name).read_bytes() for name in ("config.toml", "people.csv", "clients.csv", "matches.csv"))
    if told not in _IMPORTED or _is_own(folder):
        import_roll(scheme, folder, MONDAY)
        scheme.database.close()
        _IMPORTED[told] = (folder / "mailbot.db").read_bytes()
    else:
        (folder / "mailbot.db").write_bytes(_IMPORTED[told])


_IMPORTED: dict[tuple[bytes, ...], bytes] = {}
_OPEN: deque[Database] = deque()


def _opened(config: Config) -> Scheme:
    """A test has two schemes at most. One that was closed opens itself again when it is used."""
    scheme = _open(config)
    _OPEN.append(scheme.database)
    while len(_OPEN) > 4:
        _OPEN.popleft().close()
    return scheme


def _open(config: Config) -> Scheme:
    if _is_own(config.folder):
        scheme = open_scheme(config, Registry())
        upgrade(scheme.database)
        return scheme
    shipped, empty = _checked(config.directory.names, _more_packs(config))
    (config.folder / "mailbot.db").write_bytes(empty)
    return replace(shipped, config=config, database=Database(config.database_url), _roll=None)


def _is_own(folder: Path) -> bool:
    """Whether the scheme has rules or templates of its own."""
    return (folder / "rules").exists() or (folder / "templates").exists()

"""Everything that one visiting scheme hangs on. There is no module-level state: a process may run several."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.clock import OfficeHours
from mailbot.config import Config, Mode
from mailbot.events import Hold
from mailbot.expressions import compile_all
from mailbot.letters.template import Templates
from mailbot.letters.token import Tokens
from mailbot.reading.classifier import shipped
from mailbot.reading.message import Aside, BoundaryEntry, ChatEntry, Classify, HarmEntry
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.harm import HarmScanner, scanner_for
from mailbot.roll import Role, Roll
from mailbot.rulebook.load import Rulebook
from mailbot.rulebook.rule import Pack
from mailbot.settings.directory import CheckedDirectory
from mailbot.store import health
from mailbot.store.directory import last_checks
from mailbot.store.people import load_roll
from mailbot.store.transaction import Database

ROLL_CHANGED = "roll_changed"


@dataclass
class Scheme:
    """Config, rulebook, templates, vocabularies, database; and the roll, read again when it changed."""

    config: Config
    rulebook: Rulebook
    templates: Templates
    tokens: Tokens
    harm: tuple[HarmEntry, ...]
    chat: tuple[ChatEntry, ...]
    asides: tuple[Aside, ...]
    database: Database
    boundaries: tuple[BoundaryEntry, ...] = ()
    classify: Classify | None = None
    _roll: tuple[object, Roll] | None = field(default=None, repr=False)

    @property
    def zone(self) -> ZoneInfo:
        return self.config.scheme.zone

    @property
    def office(self) -> OfficeHours:
        return self.config.office_hours

    @property
    def scanner(self) -> HarmScanner:
        """The vocabulary of harm, compiled the first time that it is asked for."""
        return scanner_for(self.harm)

    def compile_vocabularies(self) -> None:
        """Now, so that the first message does not wait for it; a command that reads no message need not."""
        compile_all()
        scanner_for(self.harm)
        chat_for(self.chat)
        shipped()

    @property
    def own_address(self) -> str:
        """The shared mailbox's address, in lower case."""
        return str(self.config.mailbox.address).casefold()

    def roll(self, conn: Connection) -> Roll:
        """The roll as this transaction sees it."""
        stamp = health.counted(conn, ROLL_CHANGED)
        if self._roll is None or self._roll[0] != stamp:
            extra: dict[Role, list[str]] = {}
            for role, addresses in self.config.roles.items():
                extra[Role(role)] = [str(a) for a in addresses]
            self._roll = (stamp, load_roll(conn, extra))
        return self._roll[1]

    def directory(self, conn: Connection) -> CheckedDirectory:
        """The directory of the config, with who checked its entries as this transaction sees it."""
        return self.config.directory.checked(last_checks(conn))

    def pack_of(self, setting: str | None) -> Pack | None:
        """The pack that serves clients of that setting; the only pack where there is one."""
        packs = tuple(self.rulebook.packs.values())
        serving = [pack for pack in packs if setting in pack.settings]
        if serving:
            return serving[0]
        return packs[0] if setting is None and len(packs) == 1 else None

    def hold_by_mode(self, addresses: Iterable[str]) -> Hold | None:
        """Why the mode does not let mail to these addresses leave (promise 7)."""
        settings = self.config.scheme
        if settings.mode is Mode.TEST:
            return Hold.TEST_MODE
        if settings.mode is Mode.TEAM and not all(settings.is_on_team(address) for address in addresses):
            return Hold.NOT_ON_TEAM
        return None

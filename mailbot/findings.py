"""What `mailbot check` points out: settings that are well formed and still deserve a look.

Findings name settings and ids of people, never names or addresses (promise 6). Nothing is ever put right.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mailbot.addresses import WELL_KNOWN_DOMAINS, domain_of, doubled_syllable, lookalike, nearly_a_role
from mailbot.config import Config, Mode, Security
from mailbot.roll import CLEARANCES, Role, Roll
from mailbot.settings.directory import CheckedDirectory

MUST_BE_ON_TEAM = (Role.SAFEGUARDING_LEAD, Role.OUT_OF_HOURS)
# Who may read a complaint about a coordinator, in this order (L29).
COMPLAINTS_CHAIN = frozenset(
    {
        *(Role.COMPLAINTS_MANAGER, Role.CHAIR, Role.SAFEGUARDING_LEAD, Role.OUT_OF_HOURS),
        *(Role.DIRECTOR, Role.TRUSTEE),
    }
)
SMALLEST_CHAIN = 2  # people: one may be away, or be the one whom the worry is about


def findings(
    config: Config, today: date, roll: Roll | None = None, directory: CheckedDirectory | None = None
) -> list[str]:
    """One line for each thing that a person should look at; `today` is the scheme's local date.

    Without a roll, what needs one is left out: nobody has been imported yet. Without a `directory` nobody has said
    anything through `mailbot directory verify`.
    """
    lines = [*_about_mode(config), *_in_the_open(config), *_open_files(config)]
    directory = directory or config.directory.checked({})
    lines += [*_directory(directory, today), *(line for lines in spelling(config).values() for line in lines)]
    if roll is not None:
        lines += [
            *_thin_chain(config, roll),
            *_complaints_lost(config, roll),
            *_strangers_with_roles(config, roll),
            *_odd_people(config, roll),
        ]
        lines += named_person_gaps(roll, today)
        lines += team_gaps(config, roll)
    return lines


def notes(config: Config) -> list[str]:
    """What set-up says plainly of who can read a worry (hardest situation 8); known facts, and nothing to mend."""
    box, private = config.mailbox, config.scheme.private_address
    lines = [
        "mailbox: whoever holds its password can read all incoming mail, worries about themselves too, "
        "until mailbot has moved it: give the password to as few as you can"
    ]
    if box.restricted is None:
        lines.append(
            "mailbox.restricted: is not set: worries stay in the shared folders; name a folder, "
            "and let only those open it who may read them"
        )
    if box.restricted is None or box.sent is None:
        lines.append(
            "mailbox.sent: mailbot files no copy of what it sends; if your provider does, set mailbox.sent and "
            "mailbox.restricted, and alerts are moved from the one to the other"
        )
    if private is None:
        lines.append(
            "scheme.private_address: is not set: nobody is told where a worry about a coordinator can go instead"
        )
    elif private.casefold() == box.address.casefold():
        lines.append("scheme.private_address: is the mailbox itself: name an address that others read")
    return lines


def team_gaps(config: Config, roll: Roll) -> list[str]:
    """Safeguarding leads and out-of-hours people whom team mode would cut off (promise 7): start is refused then.

    Empty in the other modes.
    """
    if config.scheme.mode is not Mode.TEAM:
        return []
    return [
        f"scheme.team: lacks {whom}, who is {role}: in team mode an alert would not arrive"
        for role in MUST_BE_ON_TEAM
        for address, whom in _holders(config, roll, role).items()
        if not config.scheme.is_on_team(address)
    ]


def chain_gaps(config: Config, roll: Roll) -> list[str]:
    """Where fewer than two people on the roll could take a worry (L18): the check fails, and start is refused.

    Every pack's chain is this one, perhaps with one of its roles put first, so that it holds for all of them.
    """
    if len(_chain(config, roll)) >= SMALLEST_CHAIN:
        return []
    roles = ", ".join(config.alert.chain)
    return [
        "alert.chain: fewer than two people could take a worry, and mailbot does not start so: one may be away, or "
        f"be the one whom it is about; give one of its roles ({roles}) to a second person on the roll, in people.csv "
        "or in [roles], or name a further role in alert.chain"
    ]


def named_person_gaps(roll: Roll, today: date) -> list[str]:
    """Named persons outside the roll who have not agreed: they are not mailed (L23). `today` is local."""
    lines = []
    for person in roll.people:
        named = person.named_person
        if named and roll.by_email(named.email) is None and not (named.agreed_on and named.agreed_on <= today):
            agreed = "agreed on a day to come" if named.agreed_on else "has not agreed"
            lines.append(
                f"person {person.id}: the named person outside the roll {agreed}: they are not mailed; "
                "ask them, and fill in named_person_agreed_on in people.csv"
            )
    return lines


def _holders(config: Config, roll: Roll, role: Role) -> dict[str, str]:
    """Everybody with this role by roll or config: address in small letters → how to say who it is."""
    holders = {
        address.casefold(): f"address {number} of roles.{role}"
        for number, address in enumerate(config.roles.get(role, ()), start=1)
    }
    return holders | {person.email.casefold(): f"person {person.id}" for person in roll.with_role(role)}


def _about_mode(config: Config) -> Iterator[str]:
    match config.scheme.mode:
        case Mode.TEST:
            yield 'scheme.mode: is "test": everything is decided and written down, and nothing leaves'
        case Mode.TEAM:
            yield 'scheme.mode: is "team": mail to anybody who is not on scheme.team is held'


def _in_the_open(config: Config) -> Iterator[str]:
    servers = {"mailbox": config.mailbox, "smtp": config.smtp, "smtp.second": config.smtp.second}
    for where, server in servers.items():
        if server is not None and server.security is Security.PLAIN:
            yield f'{where}.security: is "plain": password and mail can be read on the way'


def _open_files(config: Config) -> Iterator[str]:
    files = {
        "mailbox.password_file": config.mailbox.password_file,
        "smtp.password_file": config.smtp.password_file,
        "smtp.second.password_file": config.smtp.second.password_file if config.smtp.second else None,
        "database.password_file": config.database.password_file,
        "secrets.token_key_file": config.secrets.token_key_file,
        "database.url": config.database_url.database if config.database_url.drivername == "sqlite" else None,
    }
    for setting, name in files.items():
        if name is not None and _others_may_read(config.folder / name):
            yield f"{setting}: other users of this machine can read the file: set its permissions to 600"


def _others_may_read(path: Path) -> bool:
    return path.is_file() and bool(path.stat().st_mode & 0o077)


def _directory(directory: CheckedDirectory, today: date) -> Iterator[str]:
    """What is missing, not verified or stale; and phone and hours, for when mail does not work."""
    for name, entry in sorted(directory.directory.root.items()):
        if reason := directory.usable(name, today):
            yield f"directory.{name}: {reason}"
        if gaps := entry.lacks():
            yield f"directory.{name}: has no {' and no '.join(gaps)}: somebody may have to ring them"


def spelling(config: Config) -> dict[str, list[str]]:
    """What may be misspelt, by setting. Pointed out and never put right: the odd spelling may be the right one."""
    found: dict[str, list[str]] = {}
    entries = {f"directory.{name}": domain_of(e.address) for name, e in sorted(config.directory.root.items())}
    for where, address in _addresses(config):
        outside = where.startswith("directory.")
        found[where] = [f"{where}: {line}" for line in _odd_spelling(address, entries, outside)]
    return found


def _odd_spelling(address: str, entries: dict[str, str], outside: bool) -> Iterator[str]:
    """Domains nearly a well-known one, or that of an entry; in an outside address, what is odd by itself too."""
    domain = domain_of(address)
    if domain not in WELL_KNOWN_DOMAINS and (other := lookalike(domain, WELL_KNOWN_DOMAINS)):
        yield f"the domain is nearly {other}: is it spelt right?"
    if twins := [name for name, other in entries.items() if lookalike(domain, [other])]:
        yield f"the domain is nearly that of {twins[0]}: are both spelt right?"
    if outside and (twice := doubled_syllable(domain)):
        yield f'the domain has "{twice}" twice in a row: is it spelt right?'
    if outside and (word := nearly_a_role(address)):
        yield f'what stands before the @ is nearly "{word}": is it spelt right?'


def _addresses(config: Config) -> Iterator[tuple[str, str]]:
    yield "mailbox.address", config.mailbox.address
    for number, address in enumerate(config.scheme.team, start=1):
        yield f"scheme.team, address {number}", address
    for role, addresses in config.roles.items():
        for number, address in enumerate(addresses, start=1):
            yield f"roles.{role}, address {number}", address
    for name, entry in sorted(config.directory.root.items()):
        yield f"directory.{name}.address", entry.address


def _thin_chain(config: Config, roll: Roll) -> Iterator[str]:
    if not _holders(config, roll, Role.SAFEGUARDING_LEAD):
        yield "roles: nobody is safeguarding_lead: give that role to a person in people.csv or in [roles]"
    chain = _chain(config, roll)
    homes = {person.household for address in chain if (person := roll.by_email(address))}
    if len(chain) >= SMALLEST_CHAIN and len(homes) == 1 and None not in homes:
        yield "roles: all who could take a worry live in one household: one about any of them would reach nobody"
    yield from chain_gaps(config, roll)
    awake = {address for role in config.alert.read_day_and_night for address in _holders(config, roll, role)}
    if chain and not awake & chain:
        yield (
            "alert.read_day_and_night: nobody in alert.chain reads e-mail outside office hours: at night reporters "
            "of a worry are told to ring instead"
        )


def _chain(config: Config, roll: Roll) -> frozenset[str]:
    """The addresses of those on the roll whom the chain can alert; each person once."""
    holders = (address for role in config.alert.chain for address in _holders(config, roll, role))
    return frozenset(address for address in holders if roll.by_email(address) is not None)


def _complaints_lost(config: Config, roll: Roll) -> Iterator[str]:
    """Where only coordinators could read a complaint about a coordinator (L29)."""
    coordinators = set(_holders(config, roll, Role.COORDINATOR))
    if not {address for role in COMPLAINTS_CHAIN for address in _holders(config, roll, role)} - coordinators:
        yield (
            "roles: a complaint about a coordinator would reach nobody: "
            "make somebody who is no coordinator complaints_manager or chair"
        )


def _strangers_with_roles(config: Config, roll: Roll) -> Iterator[str]:
    for role, addresses in config.roles.items():
        for number, address in enumerate(addresses, start=1):
            if roll.by_email(address) is None:
                yield f"roles.{role}: address {number} belongs to nobody on the roll"


def _odd_people(config: Config, roll: Roll) -> Iterator[str]:
    """People whose mail would come back to mailbot, or who may have a misspelt domain on the roll."""
    for person in roll.people:
        domain = domain_of(person.email)
        if person.email.casefold() == config.mailbox.address.casefold():
            yield f"person {person.id}: has the mailbox's own address: mail to them would come back to mailbot"
        if any(not clearance.is_known for clearance in person.clearances):
            yield f"person {person.id}: has a clearance that counts for nothing: known are {', '.join(CLEARANCES)}"
        if domain not in WELL_KNOWN_DOMAINS and (other := lookalike(domain, WELL_KNOWN_DOMAINS)):
            yield f"person {person.id}: the domain of the address is nearly {other}: is it spelt right?"

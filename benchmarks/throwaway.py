"""Throw-away schemes for measuring: a config, a migrated database and a roll in a folder that is deleted after."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection

from benchmarks.labelled import Cast
from mailbot.config import Config, load_config
from mailbot.opening import open_scheme
from mailbot.scheme import ROLL_CHANGED, Scheme
from mailbot.store import health, people
from mailbot.store.migrate import upgrade
from mailbot.store.transaction import Database
from mailbot.workflows.registry import Registry

ENVIRON = {"MAILBOT_PASSWORD": "secret", "MAILBOT_TOKEN_KEY": "a key for measuring only, and nothing else"}
VERIFIED = {"verified_by": "the benchmark", "verified_on": date(2024, 1, 1), "recheck_days": 3650}
DIRECTORY = ("helpline_escalations", "government_safeguarding", "charity_safeguarding")


@dataclass(frozen=True, slots=True)
class Servers:
    """Where mailbox and route are, on loopback in plain text. The default reaches nothing: `explain` needs none."""

    imap_port: int = 1
    smtp_port: int = 1
    user: str = "nobody"


def make_scheme(cast: Cast, folder: Path, registry: Registry, servers: Servers | None = None) -> Scheme:
    """A live scheme with `folder/config.toml`, its database and its roll. The caller closes its database."""
    path = folder / "config.toml"
    path.write_text(config_of(cast, servers or Servers()), encoding="utf-8")
    config = load_config(path, ENVIRON)
    scheme = replace(_opened(config, registry), config=config, database=Database(config.database_url), _roll=None)
    upgrade(scheme.database)
    scheme.database.write(lambda conn: _fill(conn, cast)).result()
    return scheme


_OPEN: dict[tuple[str, ...], Scheme] = {}


def _opened(config: Config, registry: Registry) -> Scheme:
    """Rules, templates and vocabularies of these packs: read once, as that takes longer than many a measurement."""
    packs = tuple(config.scheme.packs)
    if packs not in _OPEN:
        _OPEN[packs] = open_scheme(config, registry)
    return _OPEN[packs]


def config_of(cast: Cast, servers: Servers) -> str:
    """The config: live mode, high caps, outside teams verified for as long as anybody may measure."""
    tables: dict[str, Mapping[str, object]] = {
        "scheme": {"name": cast.name, "packs": cast.packs, "mode": "live", "phone": cast.phone}
        | ({"helpline_name": cast.helpline} if cast.helpline else {}),
        "mailbox": _loopback(servers.imap_port)
        | {"user": servers.user, "password_env": "MAILBOT_PASSWORD", "address": cast.address, "name": cast.name}
        | {"authserv_id": "mx." + cast.address.partition("@")[2]},
        "smtp": _loopback(servers.smtp_port),
        "secrets": {"token_key_env": "MAILBOT_TOKEN_KEY"},
        "limits": {"mails_per_address_per_day": 100_000, "mails_per_day": 100_000},
    }
    for name in DIRECTORY:
        tables[f"directory.{name}"] = {"address": _team(cast, name)} | VERIFIED
    return "\n".join(f"[{name}]\n{_lines(values)}" for name, values in tables.items())


def _loopback(port: int) -> dict[str, object]:
    return {"host": "127.0.0.1", "port": port, "security": "plain"}


def _team(cast: Cast, name: str) -> str:
    """people.json names one outside team, the one that is escalated to; the others are invented."""
    if name == DIRECTORY[0] and cast.outside_team:
        return cast.outside_team
    return f"{name.replace('_', '-')}@example.net"


def _lines(values: Mapping[str, object]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in values.items())


def _value(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _fill(conn: Connection, cast: Cast) -> None:
    ids: dict[str, int] = {}
    for member in cast.members:
        row: dict[str, object] = {
            "name": member.name,
            "email": member.email,
            "phone": member.phone,
            "roles": sorted(member.roles),
        }
        row |= {"also_known_as": member.also_known_as, "experienced": False, "clearances": []}
        ids |= dict.fromkeys(member.keys, people.put_person(conn, row))
    for client in cast.clients:
        values = {"ref": client.ref, "name": client.name, "setting": client.setting, "place": client.place}
        client_id = people.put_client(conn, values | {"name_in_script": client.name_in_script})
        if client.visitor in ids:
            pair = {"client_id": client_id, "visitor_id": ids[client.visitor], "interval_days": 14}
            people.put_match(conn, pair | {"backup_id": ids.get(client.backup or "")})
    health.count(conn, ROLL_CHANGED, datetime.now(UTC))

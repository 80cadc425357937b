"""A folder of labelled mails: `*.eml`, `labels.jsonl` (what each says) and `people.json` (who is in which scheme).

Unknown keys are passed over and missing optional ones are None, so that folders made elsewhere can be read.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mailbot.errors import GiveUp
from mailbot.roll import Role

PACKS = {
    "prison": "prison-visiting",
    "house": "asylum-visitors",
    "foster": "independent-visitors",
    "hotel": "refugee-hotels",
}
GROUP_ROLES = {"volunteers": Role.VISITOR, "coordinators": Role.COORDINATOR, "treasurers": Role.TREASURER}


@dataclass(frozen=True, slots=True)
class Label:
    """What a mail should be read as. `newest_text` is None where the label does not give it."""

    file: str
    scheme: str
    kinds: frozenset[str]
    also_ok: frozenset[str] = frozenset()
    fields: Mapping[str, Any] = field(default_factory=dict)
    newest_text: str | None = None
    bucket: str = ""
    sender: str = ""
    must: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a scheme, under every key that people.json uses for them."""

    keys: tuple[str, ...]
    name: str
    email: str
    roles: frozenset[Role]
    phone: str | None = None
    also_known_as: str | None = None


@dataclass(frozen=True, slots=True)
class Visited:
    """A client with the keys of visitor and backup."""

    ref: str
    name: str
    setting: str
    place: str | None = None
    name_in_script: str | None = None
    visitor: str | None = None
    backup: str | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everything that a throw-away scheme is made of."""

    key: str
    name: str
    address: str
    packs: tuple[str, ...]
    members: tuple[Member, ...]
    clients: tuple[Visited, ...]
    phone: str = "01632 960000"
    outside_team: str | None = None
    helpline: str | None = None

    @property
    def officers(self) -> frozenset[str]:
        """Addresses of those who are alerted."""
        return frozenset(m.email for m in self.members if Role.COORDINATOR in m.roles)

    def ref_of(self, ref_or_name: object) -> str:
        """The client's reference in small letters, whether it is called by reference or by name."""
        said = str(ref_or_name).strip().casefold()
        for client in self.clients:
            names = (client.ref, client.name, client.name.split()[0], client.name_in_script or client.ref)
            if said in (name.casefold() for name in names):
                return client.ref.casefold()
        return said


def read_labels(folder: Path, casts: Mapping[str, Cast]) -> list[Label]:
    """Every label, in the file's order. Raises GiveUp with the line that cannot be used."""
    found = []
    for number, line in enumerate(_text(folder / "labels.jsonl").splitlines(), 1):
        if line.strip():
            found.append(_label(_object(line, f"labels.jsonl:{number}"), casts, f"labels.jsonl:{number}"))
    return found


def read_casts(folder: Path) -> dict[str, Cast]:
    """The schemes of people.json by their key."""
    told = _object(_text(folder / "people.json"), "people.json")
    schemes = told.get("schemes") or []
    return {scheme["key"]: _cast(told, scheme, len(schemes) == 1) for scheme in schemes}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise GiveUp(f"{path}: cannot be read: give a folder with *.eml, labels.jsonl and people.json") from None


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except json.JSONDecodeError:
        raise GiveUp(f"{where}: is not JSON") from None
    if not isinstance(told, dict):
        raise GiveUp(f"{where}: is not a JSON object")
    return told


def _label(told: Mapping[str, Any], casts: Mapping[str, Cast], where: str) -> Label:
    scheme = str(told.get("scheme") or (next(iter(casts)) if len(casts) == 1 else ""))
    if "file" not in told or scheme not in casts:
        raise GiveUp(f"{where}: needs a file, and a scheme of people.json")
    return Label(
        file=told["file"],
        scheme=scheme,
        kinds=frozenset(told.get("kinds") or ()),
        also_ok=frozenset(told.get("also_ok") or ()),
        fields=told.get("fields") or {},
        newest_text=told.get("newest_text"),
        bucket=told.get("bucket") or "",
        sender=(told.get("from") or "").casefold(),
        must=tuple(told.get("must") or ()),
    )


def _cast(told: Mapping[str, Any], scheme: Mapping[str, Any], only: bool) -> Cast:
    clients = tuple(_clients(told, scheme, only))
    needed = {key for client in clients for key in (client.visitor, client.backup) if key}
    settings = dict.fromkeys([scheme.get("setting"), *(client.setting for client in clients)])
    packs = tuple(PACKS[setting] for setting in settings if setting in PACKS)
    if not packs:
        raise GiveUp(f"people.json: scheme {scheme['key']}: its setting must be one of {', '.join(PACKS)}")
    return Cast(
        key=scheme["key"],
        name=scheme.get("name") or scheme["key"],
        address=scheme["bot"],
        packs=packs,
        members=tuple(_members(told, scheme["key"], needed, only)),
        clients=clients,
        phone=scheme.get("phone") or "01632 960000",
        outside_team=scheme.get("external_team"),
        helpline=scheme.get("helpline"),
    )


def _clients(told: Mapping[str, Any], scheme: Mapping[str, Any], only: bool) -> Iterator[Visited]:
    pairs = {match["client"]: match for match in told.get("matches") or []}
    for each in told.get("clients") or []:
        if _is_in(each, scheme["key"], only):
            pair = {**each, **pairs.get(each["ref"], {})}
            yield Visited(
                ref=each["ref"],
                name=each.get("first_name") or each.get("name") or each["ref"],
                setting=each.get("setting") or scheme.get("setting") or "",
                place=each.get("place"),
                name_in_script=each.get("name_in_script"),
                visitor=pair.get("visitor"),
                backup=pair.get("backup"),
            )


def _members(told: Mapping[str, Any], scheme: str, needed: set[str], only: bool) -> list[Member]:
    """Those of the scheme and those who visit its clients; who is listed twice is one person with both roles."""
    found: dict[str, Member] = {}
    for group, people in told.items():
        for each in people if isinstance(people, list) else ():
            if not each.get("email") or not (_is_in(each, scheme, only) or each.get("key") in needed):
                continue
            new = _member(each, group)
            if old := found.get(new.email):
                new = replace(old, keys=old.keys + new.keys, roles=old.roles | new.roles)
            found[new.email] = new
    return list(found.values())


def _member(told: Mapping[str, Any], group: str) -> Member:
    named = _words(told.get("roles") or told.get("role") or GROUP_ROLES.get(group, Role.VISITOR))
    roles = {Role(name) for name in named if name in set(Role)}
    if Role.COORDINATOR in roles:
        roles.add(Role.SAFEGUARDING_LEAD)
    known_as = told.get("also_known_as")
    return Member(
        keys=(told.get("key") or told["email"],),
        name=told.get("name") or told["email"],
        email=told["email"].casefold(),
        roles=frozenset(roles),
        phone=told.get("phone"),
        also_known_as=", ".join(known_as) if isinstance(known_as, list) else known_as,
    )


def _is_in(told: Mapping[str, Any], scheme: str, only: bool) -> bool:
    named = _words(told.get("schemes") or told.get("scheme") or ())
    return scheme in named or (only and not named)


def _words(told: Any) -> list[str]:
    """One name, several in a text, or a list of them."""
    return re.split(r"[,;\s]+", told) if isinstance(told, str) else list(told)

"""Secrets come from the environment or from a file that the config names, never from the config itself."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import SecretBytes, SecretStr

from mailbot.expressions import lazy

SHORTEST_TOKEN_KEY = 32  # bytes
RESOLVED = frozenset({"password", "token_key"})  # filled in here; nobody may write them
_VARIABLE = lazy(r"[A-Z_][A-Z0-9_]*")
_NEVER_USED = "-"  # stands in after a mistake, so that one mistake is one line


@dataclass
class Resolver:
    """Fills `password` and `token_key` into a copy of the raw settings and gathers what is wrong on the way."""

    raw: dict[str, Any]
    environ: Mapping[str, str]
    folder: Path
    mistakes: list[str] = field(default_factory=list)

    def resolve(self) -> dict[str, Any]:
        """The settings with their secrets. `mistakes` holds lines without the file's name."""
        settings = copy.deepcopy(self.raw)
        second = settings["smtp"].get("second") if isinstance(settings.get("smtp"), dict) else None
        self._password("mailbox", settings.get("mailbox"), needed=True)
        self._password("smtp", settings.get("smtp"))
        self._password("smtp.second", second)
        self._password("database", settings.get("database"), with_user=False)
        self._token_key(settings.get("secrets"))
        return settings

    def _password(self, where: str, section: Any, *, needed: bool = False, with_user: bool = True) -> None:
        if not isinstance(section, dict):
            return
        needed = needed or (with_user and "user" in section)
        secret = self._secret(where, section, "password", needed)
        if secret is not None:
            section["password"] = SecretStr(secret.decode(errors="replace"))
            if with_user and "user" not in section and where != "mailbox":
                self.mistakes.append(f"{where}.user: is missing, though a password is given")

    def _token_key(self, section: Any) -> None:
        if not isinstance(section, dict):
            return
        key = self._secret("secrets", section, "token_key", True) or b""
        if key != _NEVER_USED.encode() and len(key) < SHORTEST_TOKEN_KEY:
            self.mistakes.append(f"secrets: the token key must have at least {SHORTEST_TOKEN_KEY} bytes")
        section["token_key"] = SecretBytes(key)

    def _secret(self, where: str, section: dict[str, Any], name: str, needed: bool) -> bytes | None:
        """The secret's bytes, or None if it is neither given nor needed. A mistake is noted."""
        env, file = section.get(f"{name}_env"), section.get(f"{name}_file")
        if section.pop(name, None) is not None:
            return self._mistake(f"{where}.{name}: must not stand here; use {name}_env or {name}_file")
        if env is not None and file is not None:
            return self._mistake(f"{where}: give {name}_env or {name}_file, not both")
        if env is not None:
            return self._from_environment(f"{where}.{name}_env", env)
        if file is not None:
            return self._from_file(f"{where}.{name}_file", file)
        return self._mistake(f"{where}: {name}_env or {name}_file is missing") if needed else None

    def _from_environment(self, setting: str, name: Any) -> bytes:
        if not isinstance(name, str) or not _VARIABLE.fullmatch(name):
            return self._mistake(f"{setting}: must name an environment variable in capital letters, digits and _")
        value = self.environ.get(name)
        return (
            value.encode(errors="surrogateescape")
            if value
            else self._mistake(
                f"{setting}: names a variable that is not set in the environment: export it, or correct the name"
            )
        )

    def _from_file(self, setting: str, name: Any) -> bytes:
        if not isinstance(name, str):
            return self._mistake(f"{setting}: must be the name of a file, in quotes")
        try:
            secret = (self.folder / name).read_bytes().strip(b"\r\n")
        except (OSError, ValueError):
            made = "; `mailbot init` makes it" if setting == "secrets.token_key_file" else ""
            return self._mistake(f"{setting}: names a file that cannot be read{made}")
        return secret or self._mistake(f"{setting}: names a file that is empty")

    def _mistake(self, line: str) -> bytes:
        self.mistakes.append(line)
        return _NEVER_USED.encode()

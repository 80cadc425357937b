"""The settings of what mailbot talks to: the mailbox by IMAP, the routes out by SMTP, the database, the alarm."""

import re
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SecretBytes, SecretStr, ValidationInfo, field_validator
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from mailbot.settings.values import (
    Address,
    Connections,
    File,
    Line,
    Minutes,
    Port,
    Seconds,
    YesNo,
    is_loopback,
)


class Section(BaseModel):
    """Base of all sections: nothing unknown, nothing changed later, no values in tracebacks."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Security(StrEnum):
    """How a connection is protected. There is no fall-back from one to another."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class Server(Section):
    """What every connection needs. `ca_file` adds a certificate authority of one's own."""

    host: Line
    allow_plain: YesNo = False
    security: Security = Security.TLS
    timeout_seconds: Seconds = 30
    ca_file: File | None = None
    password_env: str | None = None
    password_file: str | None = None

    @field_validator("security")
    @classmethod
    def _not_in_the_open(cls, security: Security, info: ValidationInfo) -> Security:
        inside = is_loopback(info.data.get("host", "localhost"))
        if security is Security.PLAIN and not inside and not info.data.get("allow_plain"):
            raise ValueError(
                'must be "tls" or "starttls": "plain" sends password and mail in the open, unless allow_plain = true'
            )
        return security


def _imap_port(data: dict[str, Any]) -> int:
    return 993 if data.get("security") is Security.TLS else 143


def _smtp_port(data: dict[str, Any]) -> int:
    return {Security.TLS: 465, Security.STARTTLS: 587}.get(data["security"], 25)


class Mailbox(Server):
    """The scheme's one mailbox. `authserv_id` is how our own mail server signs Authentication-Results.

    `authserv_id_missing`: it writes that header without its name, as Microsoft 365 does. `verify_dkim`: where it
    writes none at all, signatures are checked here.
    """

    address: Address
    name: Line
    authserv_id: Line
    authserv_id_missing: YesNo = False
    verify_dkim: YesNo = True
    plus_addressing: YesNo = False
    port: Port = Field(default_factory=_imap_port)
    user: Line
    password: SecretStr
    inbox: Line = "INBOX"
    processed: Line = Field(default="Processed", validate_default=True)
    review: Line = Field(default="Review", validate_default=True)
    restricted: Line | None = None
    sent: Line | None = None
    poll_seconds: Seconds = 60

    @field_validator("processed", "review", "restricted")
    @classmethod
    def _a_folder_of_its_own(cls, folder: str | None, info: ValidationInfo) -> str | None:
        others = {info.data.get(name) for name in ("inbox", "processed", "review")}
        if folder is not None and folder in others:
            raise ValueError("must be a folder of its own")
        return folder


class Route(Server):
    """A way out by SMTP. Without `user` nothing is logged in."""

    port: Port = Field(default_factory=_smtp_port)
    user: Line | None = None
    password: SecretStr | None = None


class Smtp(Route):
    """The usual way out, and the second that takes an alert which the first did not (promise 10)."""

    connections: Connections = 10
    second: Route | None = None


class Alarm(Section):
    """What is run when an alert could not be handed to SMTP within `after_minutes` (promise 10)."""

    command: tuple[Line, ...] | None = None
    after_minutes: Minutes = 2

    @field_validator("command")
    @classmethod
    def _names_a_program(cls, command: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if command == ():
            raise ValueError("must name a program, or be left out")
        return command


class Database(Section):
    """Where the scheme's records are. A SQLite file counts from the config's folder."""

    url: str = "sqlite:///mailbot.db"
    db_schema: str | None = Field(default=None, alias="schema")
    password_env: str | None = None
    password_file: str | None = None
    password: SecretStr | None = None

    @field_validator("url")
    @classmethod
    def _known_and_without_password(cls, url: str) -> str:
        parsed = _parsed(url)
        if parsed.password is not None:
            raise ValueError("must not hold the password: use database.password_env or database.password_file")
        if parsed.drivername == "sqlite" and parsed.database in (None, "", ":memory:"):
            raise ValueError('must name a file, such as "sqlite:///mailbot.db": memory forgets mail')
        return url

    @field_validator("db_schema")
    @classmethod
    def _only_on_postgresql(cls, schema: str | None, info: ValidationInfo) -> str | None:
        if schema is not None and not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", schema):
            raise ValueError("must be a name in small letters, digits and _")
        if schema is not None and str(info.data.get("url")).startswith("sqlite"):
            raise ValueError("is for PostgreSQL only: a SQLite file holds one scheme")
        return schema


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = URL.create("nothing")
    if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
        raise ValueError('must begin with "sqlite:///" or "postgresql+psycopg://"')
    return parsed


class Secrets(Section):
    """The key that signs the tokens in our mail; `mailbot init` makes its file."""

    token_key_env: str | None = None
    token_key_file: str | None = None
    token_key: SecretBytes

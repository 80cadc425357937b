"""The keyed token by which a reply finds its thread (design, section 4, "Threads and tokens").

A token is a row's nonce and a keyed digest of it, in lower-case base32. It stands in our Message-ID, in
Reply-To (plus-address) and in the subject, as some servers replace the Message-ID. It says nothing by itself:
whether it is used up, expired, or read from the right sender is the outbox row's business (promise 9).
"""

import hashlib
import hmac
import re
import secrets
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.errors import GiveUp
from mailbot.expressions import lazy
from mailbot.reading.message import Message

ROW_CHARS = 8  # 40 random bits: names one outbox row
DIGEST_CHARS = 13  # 65 bits of HMAC-SHA256
TOKEN_CHARS = ROW_CHARS + DIGEST_CHARS
SHORTEST_KEY = 16  # bytes

_ROW = lazy(rf"[a-z2-7]{{{ROW_CHARS}}}")
_TOKEN = lazy(rf"[a-z2-7]{{{TOKEN_CHARS}}}")
_REFERENCE = lazy(rf"\[\s*ref\s+([a-z2-7]{{{TOKEN_CHARS}}})\s*\]", re.IGNORECASE)
_COPIED_TO = ("delivered-to", "x-original-to", "envelope-to")


def new_row() -> str:
    """A fresh nonce for an outbox row: eight random characters of lower-case base32."""
    return _base32(secrets.token_bytes(5))


@dataclass(frozen=True, slots=True)
class Thread:
    """What one outgoing mail carries of its token. `reply_to` is None where plus-addresses are not configured."""

    token: str
    message_id: str
    reply_to: str | None


def thread(token: str, own_address: str, plus: bool) -> Thread:
    """The headers that carry `token` in a mail from `own_address`; `plus` says if plus-addresses are configured."""
    local, _, domain = own_address.rpartition("@")
    return Thread(token, f"<{token}@{domain}>", f"{local}+{token}@{domain}" if plus else None)


class Tokens:
    """Makes and checks tokens with the scheme's secret `key` (at least 16 bytes, else GiveUp)."""

    def __init__(self, key: bytes) -> None:
        if len(key) < SHORTEST_KEY:
            raise GiveUp(f"the token key is shorter than {SHORTEST_KEY} bytes: set a longer secret")
        self._key = key

    def make(self, row: str) -> str:
        """The token of a row whose nonce is `row`, as `new_row()` makes it. GiveUp if it is of another form."""
        if not _ROW.fullmatch(row):
            raise GiveUp(f"a row's nonce must be {ROW_CHARS} characters of lower-case base32: use new_row()")
        return row + self._digest(row)

    def read(self, token: str) -> str | None:
        """The nonce of the row that `token` names, or None if we did not make it. Compared in constant time."""
        token = token.lower()
        if not token.isascii() or not _TOKEN.fullmatch(token):
            return None
        row, digest = token[:ROW_CHARS], token[ROW_CHARS:]
        return row if hmac.compare_digest(digest.encode(), self._digest(row).encode()) else None

    def find_tokens(self, message: Message, own_address: str) -> tuple[str, ...]:
        """All tokens of ours that `message` carries, lower case, each once; what it answers directly comes first."""
        candidates = (each.lower() for each in _candidates(message, own_address))
        return tuple(dict.fromkeys(each for each in candidates if self.read(each)))

    def of_message_id(self, message_id: str | None, own_address: str) -> str | None:
        """The token in a Message-ID of ours, such as a bounce names, or None."""
        found = _local_part(message_id, own_address) if message_id else None
        return found.lower() if found and self.read(found) else None

    def thread_root(self, kind: str, number: int, own_address: str) -> str:
        """The Message-ID that all mails about that record point back to: no mail has it, and it is no token."""
        name = f"{kind}-{number}"
        digest = hmac.digest(self._key, b"mailbot thread 1:" + name.encode("ascii"), hashlib.sha256)
        return f"<{_base32(digest)[:DIGEST_CHARS]}.{number}@{own_address.rpartition('@')[2]}>"

    def _digest(self, row: str) -> str:
        return _base32(hmac.digest(self._key, b"mailbot token 1:" + row.encode("ascii"), hashlib.sha256))[
            :DIGEST_CHARS
        ]


def _candidates(message: Message, own_address: str) -> Iterator[str]:
    """Where the Message-ID was replaced on the way, address and subject still name the mail that is answered; the

    References may name earlier ones of its thread, and come last.
    """
    if message.in_reply_to and (found := _local_part(message.in_reply_to, own_address)):
        yield found
    copied = (value for name in _COPIED_TO for value in message.headers.get(name, ()))
    for address in (*message.to, *message.cc, *copied):
        if found := _plus_part(address, own_address):
            yield found
    yield from _REFERENCE.findall(message.subject)
    for message_id in reversed(message.references):
        if found := _local_part(message_id, own_address):
            yield found


def _local_part(message_id: str, own_address: str) -> str | None:
    local, _, domain = message_id.strip().strip("<>").rpartition("@")
    return local if domain.lower() == own_address.rpartition("@")[2].lower() else None


def _plus_part(address: str, own_address: str) -> str | None:
    local, _, domain = address.strip().strip("<>").lower().rpartition("@")
    own_local, _, own_domain = own_address.lower().rpartition("@")
    base, plus, detail = local.rpartition("+")
    return detail if plus and base == own_local and domain == own_domain else None


def _base32(raw: bytes) -> str:
    return b32encode(raw).decode("ascii").rstrip("=").lower()

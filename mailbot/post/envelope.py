"""What is handed to an SMTP server, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from mailbot.expressions import lazy

State = Literal["sent", "try_again", "failed", "uncertain"]

LOGIN_CODES = frozenset({530, 534, 535, 538})
"""Answers to our login and not to a letter (RFC 4954): every letter would fail, and none has to."""

_ADDRESS = lazy(r"[^\s<>\"\x00-\x1f\x7f\ud800-\udfff]+@([^\s<>\"@\x00-\x1f\x7f\ud800-\udfff]+)")
_EIGHT_BIT = lazy(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Envelope:
    """One letter on its way. `sender` gets the bounces, and may be empty (RFC 5321, 4.5.5)."""

    sender: str = field(repr=False)
    recipients: tuple[str, ...] = field(repr=False)
    raw: bytes = field(repr=False)

    @property
    def is_eight_bit(self) -> bool:
        """Does it hold bytes that need 8BITMIME (RFC 6152)?"""
        return _EIGHT_BIT.search(self.raw) is not None


@dataclass(frozen=True, slots=True)
class Refused:
    """A recipient that the server did not take. `temporary` if it may do so later."""

    address: str = field(repr=False)
    code: int
    temporary: bool


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one envelope. `note` is one line for the operator, without addresses.

    - sent: the server took it for the `accepted`; the `refused` got nothing.
    - try_again: nobody got it, and it may work later; if there are `refused`, for the temporary ones of them.
    - failed: nobody got it, and nobody will.
    - uncertain: the line broke while the text was under way; never sent again without looking (promise 2).

    `code` is the answer that decided, None where there was none.
    """

    state: State
    accepted: tuple[str, ...] = field(default=(), repr=False)
    refused: tuple[Refused, ...] = ()
    code: int | None = None
    note: str = ""


def turned_away(refused: Iterable[Refused], code: int, note: str) -> Delivery:
    """Nobody got it: worth another try as long as one recipient was refused for the time being."""
    everyone = tuple(refused)
    later = any(each.temporary for each in everyone)
    return Delivery("try_again" if later else "failed", refused=everyone, code=code, note=note)


def refusal(address: str, code: int) -> Refused:
    """4xx may work later, and so may what is only about our login; all else will not."""
    return Refused(address, code, temporary=400 <= code < 500 or code in LOGIN_CODES)


def wire_address(address: str) -> str | None:
    """The address as SMTP may carry it, its domain in ASCII (RFC 5891); None for what cannot be one.

    What is left beyond ASCII stands before the "@", and needs SMTPUTF8 (RFC 6531).
    """
    if not (found := _ADDRESS.fullmatch(address)):
        return None
    domain = found[1]
    try:
        return address[: found.start(1)] + (domain if domain.isascii() else domain.encode("idna").decode("ascii"))
    except UnicodeError:
        return None

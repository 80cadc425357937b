"""A first look at a message as it is taken in: who it is, how far that is known, and which lane it goes in."""

from collections.abc import Callable
from dataclasses import dataclass

from mailbot.events import Lane, Trust
from mailbot.reading.authenticate import authenticate
from mailbot.reading.message import Message
from mailbot.reading.parse import identity, parse
from mailbot.roll import Roll
from mailbot.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Triage:
    """`identity` tells second copies; a message that shows harm anywhere takes the lane for concerns.

    `message` is handed on to whoever decides it, so that its bytes are read once.
    """

    identity: bytes
    trust: Trust
    lane: Lane
    message: Message


Vouches = Callable[[bytes, str], bool]


def triage(scheme: Scheme, roll: Roll, raw: bytes, vouches: Vouches | None = None) -> Triage:
    """Look at raw bytes. Never raises on what a writer can write.

    `vouches` checks a signature for a domain; it is asked only where our own server wrote no verdict.
    """
    message = parse(raw)
    trust = trust_of(scheme, roll, message)
    if trust is Trust.UNVERIFIED and vouches and _needs_vouching(scheme, message):
        trust = Trust.VERIFIED if vouches(raw, message.from_address.rpartition("@")[2].casefold()) else trust
    harm = any(scheme.scanner.scan(text) for text in (message.subject, message.text))
    return Triage(identity(raw), trust, Lane.CONCERN if harm or message.encrypted else Lane.ORDINARY, message)


def trust_of(scheme: Scheme, roll: Roll, message: Message) -> Trust:
    """How far our own mail server's word goes."""
    box = scheme.config.mailbox
    return authenticate(message, box.authserv_id, roll, name_missing=box.authserv_id_missing).trust


def _needs_vouching(scheme: Scheme, message: Message) -> bool:
    signed = message.header("dkim-signature") is not None
    return scheme.config.mailbox.verify_dkim and signed and message.header("authentication-results") is None

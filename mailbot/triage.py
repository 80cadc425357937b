"""A first look at a message as it is taken in: who it is, how far that is known, and which lane it goes in."""

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


def triage(scheme: Scheme, roll: Roll, raw: bytes) -> Triage:
    """Look at raw bytes. Never raises on what a writer can write."""
    message = parse(raw)
    trust = authenticate(message, scheme.config.mailbox.authserv_id, roll).trust
    harm = any(scheme.scanner.scan(text) for text in (message.subject, message.text))
    return Triage(identity(raw), trust, Lane.CONCERN if harm or message.encrypted else Lane.ORDINARY, message)

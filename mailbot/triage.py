"""A first look at a message as it is taken in: who it is, how far that is known, and which lane it goes in."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import IntEnum

from mailbot.events import Lane, Trust
from mailbot.reading.authenticate import authenticate
from mailbot.reading.message import Message
from mailbot.reading.newest import split
from mailbot.reading.parse import identity, parse, parse_start
from mailbot.reading.words.quotes import quotes_in
from mailbot.reading.words.sentences import unwrapped
from mailbot.roll import Roll
from mailbot.scheme import Scheme

# "NOT OK" of somebody who visits alone, and lines of the safeguarding form that do not say that there is nothing.
_ALARM = re.compile(
    r"(?im)\bnot ok(?:ay)?\b"
    r"|^\W*(?:urgency|harm|worry|worries|concerns?)\W{0,3}[:=]\s*(?!(?:no|none|nil|nothing|n/?a)\b)\w"
)
_SUBJECT = re.compile(r"(?i)\b(?:urgent(?:ly)?|emergency|help|sos|asap|immediate(?:ly)?|not ok)\b")
_MACHINES = ("auto-submitted", "list-id", "list-unsubscribe", "x-autoreply")


class Turn(IntEnum):
    """When a waiting message is fetched: a person's sign of harm first; a machine's, or in a quote of ours, next."""

    NOW = 0
    SOON = 1
    IN_ORDER = 2


@dataclass(frozen=True, slots=True)
class Triage:
    """`identity` tells second copies; a message in which a person shows harm takes the lane for concerns.

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
    grave = message.encrypted or any(
        scheme.scanner.scan(text) or _ALARM.search(text) for text in _said(message, scheme.own_address)
    )
    return Triage(identity(raw), trust, Lane.CONCERN if grave else Lane.ORDINARY, message)


def turn_of(scheme: Scheme, start: bytes, alerts: Collection[str] = ()) -> Turn:
    """When to fetch a message of which only the first bytes are known, cut anywhere. Never raises.

    Whoever would be in the lane for concerns by these bytes is fetched now; and who answers one of `alerts`, the
    nonces of our mails about concerns. It takes about a millisecond, so it looks for signs only.
    """
    message = parse_start(start)
    machine, may_show = any(message.header(name) for name in _MACHINES), scheme.scanner.may_show
    now = Turn.SOON if machine else Turn.NOW
    tokens = scheme.tokens.find_tokens(message, scheme.own_address)
    if message.encrypted or any(scheme.tokens.read(token) in alerts for token in tokens):
        return Turn.NOW
    if _SUBJECT.search(message.subject) or may_show(message.subject):
        return now
    everything = "\n".join((message.text, *(each.text for each in message.forwarded)))
    if not may_show(everything) and not _ALARM.search(everything):
        return Turn.IN_ORDER
    said = _said(message, scheme.own_address)
    return now if any(may_show(text) or _ALARM.search(text) for text in said) else Turn.SOON


def trust_of(scheme: Scheme, roll: Roll, message: Message) -> Trust:
    """How far our own mail server's word goes."""
    box = scheme.config.mailbox
    return authenticate(message, box.authserv_id, roll, name_missing=box.authserv_id_missing).trust


def _said(message: Message, own_address: str) -> Iterator[str]:
    """All that anybody but us says in a message; our own text that comes back opens no case (promise 3)."""
    text = split(message)
    yield message.subject
    yield unwrapped(text.newest)
    yield from (quote.text for quote in quotes_in(text.quoted, message, own_address) if not quote.ours)
    yield from (each.text for each in message.forwarded)


def _needs_vouching(scheme: Scheme, message: Message) -> bool:
    signed = message.header("dkim-signature") is not None
    return scheme.config.mailbox.verify_dkim and signed and message.header("authentication-results") is None

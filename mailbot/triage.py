"""A first look at a message as it is taken in: who it is, how far that is known, and which lane it goes in."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import Connection

from mailbot.events import Lane, Trust
from mailbot.expressions import lazy
from mailbot.reading.authenticate import authenticate
from mailbot.reading.glance import glance
from mailbot.reading.message import Message
from mailbot.reading.newest import split
from mailbot.reading.parse import identity, parse, parse_start
from mailbot.reading.words.plain_acts import may_tell_act, plain_acts
from mailbot.reading.words.quotes import quotes_in
from mailbot.reading.words.sentences import unwrapped
from mailbot.roll import Roll
from mailbot.scheme import Scheme
from mailbot.store import outbox

# "NOT OK" of somebody who visits alone, and lines of the safeguarding form that do not say that there is nothing.
_ALARM = lazy(
    r"(?im)\bnot ok(?:ay)?\b"
    r"|^[^\w\n]{0,40}(?:urgency|harm|worry|worries|concerns?)\W{0,3}[:=]\s{0,5}(?!(?:no|none|nil|nothing|n/?a)\b)\w"
)
_SUBJECT = lazy(r"(?i)\b(?:urgent(?:ly)?|emergency|help|sos|asap|immediate(?:ly)?|not ok)\b")
_TOKEN = lazy(r"(?i)(?<![a-z0-9])[a-z2-7]{21}(?![a-z0-9])")


class Place(IntEnum):
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
        scheme.scanner.scan(text) or _ALARM.search(text) or any(plain_acts(text, roll))
        for text in _said(message, scheme.own_address)
    )
    return Triage(identity(raw), trust, Lane.CONCERN if grave else Lane.ORDINARY, message)


def turn_of(scheme: Scheme, roll: Roll, start: bytes, alerts: Collection[str] = ()) -> Place:
    """When to fetch a message of which only the first bytes are known, cut anywhere. Never raises.

    Whoever would be in the lane for concerns by these bytes is fetched now; and who answers one of `alerts`, the
    nonces of our mails about concerns. It has to be quick: where nothing is found at a glance, it looks no further.
    """
    seen, may_show = glance(start), scheme.scanner.may_show
    now = Place.SOON if seen.by_machine else Place.NOW
    if seen.sealed or any(scheme.tokens.read(each) in alerts for each in _TOKEN.findall(seen.thread) if alerts):
        return Place.NOW
    if _SUBJECT.search(seen.subject) or may_show(seen.subject):
        return now
    own, marked = _by_marks(seen.text)
    if may_tell_act(own, roll):
        return now
    if may_show(own) or _ALARM.search(own):
        return now if _is_said(scheme, start) else Place.SOON
    ours = scheme.own_address in seen.text.casefold()
    return now if marked and not ours and may_show(marked) else Place.IN_ORDER


def _is_said(scheme: Scheme, start: bytes) -> bool:
    """Whether it still shows harm when it is read more slowly, so that quotes without marks are known."""
    said = _said(parse_start(start), scheme.own_address)
    return any(scheme.scanner.may_show(text) or _ALARM.search(text) for text in said)


def _by_marks(text: str) -> tuple[str, str]:
    """The text without, and with only, what is marked as quoted; the marks are gone."""
    lines = text.split("\n")
    marked = [line.lstrip("> \t") for line in lines if line.lstrip().startswith(">")]
    return "\n".join(line for line in lines if not line.lstrip().startswith(">")), "\n".join(marked)


def answers_alert(scheme: Scheme, conn: Connection, message: Message) -> bool:
    """Whether it answers a mail of ours about a concern, by its token."""
    tokens = scheme.tokens.find_tokens(message, scheme.own_address)
    answered = (outbox.by_nonce(conn, scheme.tokens.read(token) or "") for token in tokens)
    return any(sent is not None and sent.lane is Lane.CONCERN for sent in answered)


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

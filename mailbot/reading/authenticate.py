"""Who wrote, and how far that is known: only our own mail server's verdict counts (design, section 4)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import authres  # type: ignore[import-untyped]
from authres import dmarc

from mailbot.events import Trust
from mailbot.expressions import lazy
from mailbot.reading.addresses import mailboxes
from mailbot.reading.message import Message, Sender
from mailbot.roll import Roll

MAX_VERDICT = 4_000
_NAMELESS = lazy(r"\s*[a-z0-9-]+\s*=", re.IGNORECASE)  # a result where the server's name should be

# What authres raises on values that are not what RFC 8601 says; comments may be nested as deep as somebody likes.
_MALFORMED = (authres.AuthResError, RecursionError)

# Letters and groups of letters that look like others; both sides of a comparison are written with the second.
_LOOKS_LIKE = str.maketrans("аеорсухіјѕвнкмтαονρυ01і", "aeopcyxijsbhkmtaovpuoli")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("i", "l"))


def authenticate(message: Message, authserv_id: str, roll: Roll, *, name_missing: bool = False) -> Sender:
    """The sender of `message`, whose From must hold exactly one address to be believed.

    VERIFIED if the topmost Authentication-Results header bears `authserv_id` (case does not matter) and says
    dmarc=pass for that address's domain; FAILED if it says dmarc=fail, or if the sender dresses up as somebody
    on the roll: their name with another address, or an address that looks like theirs. Otherwise UNVERIFIED.
    `name_missing`: our server writes the header without its name (Microsoft 365).
    """
    boxes = [box for value in message.headers.get("from", ()) for box in mailboxes(value)]
    address = message.from_address.casefold()
    if len(boxes) != 1 or not address:
        return Sender(address, None, frozenset(), Trust.UNVERIFIED)
    person = roll.by_email(address)
    if person is None and _dresses_up(address, message.from_name, roll):
        return Sender(address, None, frozenset(), Trust.FAILED)
    value = message.header("authentication-results") or ""
    if name_missing and _NAMELESS.match(value):
        value = f"{authserv_id}; {value}"
    trust = _verdict(value, authserv_id, address.rpartition("@")[2])
    return Sender(address, person, person.roles if person else frozenset(), trust)


@lru_cache(maxsize=1_000)
def _verdict(value: str, authserv_id: str, domain: str) -> Trust:
    """What this header says about DMARC (RFC 7489) for the domain; nothing if it is another server's."""
    try:
        header = authres.FeatureContext(dmarc).parse_value(value[:MAX_VERDICT])
        if str(header.authserv_id).casefold() != authserv_id.casefold():
            return Trust.UNVERIFIED
        about_dmarc = [each for each in header.results if each.method == "dmarc"]
        # for a method in capitals the library reads no header.from: what passed is then not known
        results = [(str(each.result).casefold(), getattr(each, "header_from", "")) for each in about_dmarc]
    except _MALFORMED:
        return Trust.UNVERIFIED
    if any(result == "fail" for result, _ in results):
        return Trust.FAILED
    passed = [about is None or str(about).casefold() == domain for result, about in results if result == "pass"]
    return Trust.VERIFIED if passed and all(passed) and len(passed) == len(results) else Trust.UNVERIFIED


def _dresses_up(address: str, name: str, roll: Roll) -> bool:
    """Whether somebody who is not on the roll looks like somebody who is."""
    shown, lowered, look = _words(name), name.casefold(), _look(address)
    for person in roll.people:
        if len(shown) > 1 and shown in _names(person.name, person.also_known_as):
            return True
        if person.email and (person.email in lowered or _looks_like(look, _look(person.email))):
            return True
    return False


class _Look(NamedTuple):
    """An address and how its parts are seen; worked out once for each, as strangers are held against all the roll."""

    address: str
    seen: str
    local: str
    domain: str
    domain_seen: str
    name_seen: str


@lru_cache(maxsize=10_000)
def _look(address: str) -> _Look:
    local, _, domain = address.rpartition("@")
    name = domain.partition(".")[0].replace("-", "")
    return _Look(address, _seen(address), _seen(local), domain, _seen(domain), _seen(name))


@lru_cache(maxsize=10_000)
def _names(name: str, known_as: str | None) -> tuple[frozenset[str], frozenset[str]]:
    return _words(name), _words(known_as or "")


def _looks_like(stranger: _Look, known: _Look) -> bool:
    """One letter away, the same to the eye, or the same local part at a domain that looks alike."""
    if stranger.seen == known.seen or _is_one_apart(stranger.address, known.address):
        return True
    if stranger.local != known.local:
        return False
    return (
        _is_one_apart(stranger.domain_seen, known.domain_seen)
        or stranger.domain.startswith(f"{known.domain}.")
        or stranger.name_seen == known.name_seen
    )


def _is_one_apart(left: str, right: str) -> bool:
    """Whether one letter is changed, added, left out, or two neighbours are swapped."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    at = next(_differences(left, right), min(len(left), len(right)))
    if len(left) == len(right):
        swapped = left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
        return swapped or left[at + 1 :] == right[at + 1 :]
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[at + 1 :] == shorter[at:]


def _differences(left: str, right: str) -> Iterator[int]:
    return (i for i, (one, other) in enumerate(zip(left, right, strict=False)) if one != other)


def _seen(address: str) -> str:
    """As the eye takes it: no accents, no foreign letters that look Latin, `rn` as `m`."""
    plain = _without_accents(_readable(address)).translate(_LOOKS_LIKE)
    for pair, letter in _PAIRS:
        plain = plain.replace(pair, letter)
    return plain


def _readable(address: str) -> str:
    """With international domain names (`xn--…`) as a mail program shows them."""
    if "xn--" not in address:
        return address
    local, at, domain = address.rpartition("@")
    try:
        return local + at + domain.encode("ascii").decode("idna")
    except UnicodeError:
        return address


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _words(name: str) -> frozenset[str]:
    """A name's words whatever their order, for `Latchford, Rosalind` and `Rosalind Latchford`."""
    return frozenset("".join(c if c.isalnum() or c in "'’-" else " " for c in _without_accents(name)).split())

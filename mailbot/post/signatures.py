"""DKIM checked by ourselves, for servers that write no Authentication-Results (RFC 6376).

Only here, as it asks the DNS. A signature counts for what it signs: the From line has to be among it, and the
signing domain has to be the sender's own or one above it (relaxed alignment, RFC 7489, section 3.1.1).
"""

from collections.abc import Callable, Iterable
from email.parser import BytesHeaderParser

import dkim  # type: ignore[import-untyped]
import dns.exception
import dns.resolver

SIGNATURES_READ = 5
SECONDS = 5.0
SMALLEST_KEY = 1024  # bits (RFC 8301)

Lookup = Callable[[str], bytes | None]


def look_up(name: str) -> bytes | None:
    """The TXT record of that name, or None if there is none or nobody answers in time."""
    try:
        answer = dns.resolver.resolve(name.rstrip("."), "TXT", lifetime=SECONDS)
    except dns.exception.DNSException:
        return None
    return b"".join(next(iter(answer)).strings) if len(answer) else None


def is_signed_by(raw: bytes, domain: str, lookup: Lookup = look_up) -> bool:
    """Whether a valid signature vouches for a From address at `domain` (lower case). Never raises."""
    return any(is_aligned(each, domain) for each in signing_domains(raw, lookup))


def signing_domains(raw: bytes, lookup: Lookup) -> Iterable[str]:
    """The domains whose signatures on this message are valid and cover the From line."""
    count = len(BytesHeaderParser().parsebytes(raw).get_all("DKIM-Signature", []))
    for number in range(min(count, SIGNATURES_READ)):
        try:
            verifier = dkim.DKIM(raw, minkey=SMALLEST_KEY)
            valid = verifier.verify(number, dnsfunc=lambda name, timeout=SECONDS: lookup(_text(name)))
        except (dkim.DKIMException, ValueError, TypeError, KeyError, IndexError):
            continue  # a signature that cannot be read vouches for nothing
        if valid and b"from" in [name.lower() for name, _ in verifier.signed_headers]:
            yield _text(verifier.domain).lower()


def is_aligned(signer: str, domain: str) -> bool:
    """Whether `signer` may vouch for `domain`: the same, or a domain above it that is not a public ending."""
    return domain == signer or ("." in signer and domain.endswith(f".{signer}"))


def _text(name: bytes | str) -> str:
    return name.decode("ascii", "replace") if isinstance(name, bytes) else name

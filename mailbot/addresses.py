"""Whether a mail address is well formed, and whether its domain looks like a misspelling of another."""

import re
from collections.abc import Iterable

from email_validator import EmailNotValidError, validate_email

from mailbot.expressions import lazy

WELL_KNOWN_DOMAINS = frozenset(
    (
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "hotmail.co.uk",
        "live.com",
        "live.co.uk",
        "msn.com",
        "yahoo.com",
        "yahoo.co.uk",
        "ymail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "aol.com",
        "btinternet.com",
        "sky.com",
        "talktalk.net",
        "virginmedia.com",
        "ntlworld.com",
        "proton.me",
        "protonmail.com",
        "gmx.com",
        "nhs.net",
        "nhs.uk",
        "homeoffice.gov.uk",
        "justice.gov.uk",
        "education.gov.uk",
    )
)
LONG_DOMAIN = 11  # letters: in shorter ones two letters more are usually another domain
# What posts and teams call themselves before the @, in letters that are easily lost.
ROLE_WORDS = (
    *("safeguarding", "escalation", "escalations", "helpline", "welfare", "emergency", "concern", "concerns"),
    *("referral", "referrals", "enquiry", "enquiries", "inquiry", "inquiries", "complaint", "complaints"),
    *("coordinator", "coordinators", "support", "reception", "protection"),
)
_STUTTER = lazy(r"([^\W\d_]{2,4})\1")


def checked_address(text: object) -> str:
    """The address as written, its domain in lower case; no look-up is made.

    Raises ValueError, whose text does not repeat the address (promise 6).
    """
    if not isinstance(text, str):
        raise ValueError("must be a mail address in quotes")
    try:
        return validate_email(text, check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        raise ValueError("is not a mail address: write it as name@example.org, in plain letters") from None


def domain_of(address: str) -> str:
    """What stands after the last @."""
    return address.rpartition("@")[2]


def lookalike(domain: str, others: Iterable[str]) -> str | None:
    """The first other domain that this one may be a slip of the pen for. Pointed out, never corrected.

    That is one letter more, less, different or swapped with its neighbour, or a syllable of two too many.
    """
    return next((other for other in sorted(others) if other != domain and _nearly_same(domain, other)), None)


def doubled_syllable(domain: str) -> str | None:
    """Letters that stand twice in a row in a domain ("thehelp" wants one "he" less?). Many names are just so."""
    found = _STUTTER.search(domain.rpartition(".")[0].casefold())
    return found[1] if found else None


def nearly_a_role(address: str) -> str | None:
    """The word of a post that the part before the @ is one letter from: safegurding@, asylum.safeguardng@."""
    for part in re.findall(r"[^\W\d_]+", address.rpartition("@")[0].casefold()):
        if not any(word in part for word in ROLE_WORDS):
            ends = {end for n in range(5, len(part) + 1) for end in (part[:n], part[-n:])}
            if near := next((w for w in ROLE_WORDS if any(e != w and _one_letter(e, w) for e in ends)), None):
                return near
    return None


def _one_letter(one: str, two: str) -> bool:
    return abs(len(one) - len(two)) <= 1 and _nearly_same(one, two)


def _nearly_same(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    surplus = len(long) - len(short)
    if surplus > (2 if len(short) >= LONG_DOMAIN else 1):
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if surplus:
        return short[at:] == long[at + surplus :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]

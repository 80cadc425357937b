"""Whether a mail address is well formed, and whether its domain looks like a misspelling of another."""

from collections.abc import Iterable

from email_validator import EmailNotValidError, validate_email

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
    """The first other domain that is one letter away, or the neighbours swapped. Pointed out, never corrected."""
    return next((other for other in sorted(others) if other != domain and _one_letter_apart(domain, other)), None)


def _one_letter_apart(one: str, two: str) -> bool:
    """True for one letter more, less, different or swapped with its neighbour."""
    short, long = sorted((one, two), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]

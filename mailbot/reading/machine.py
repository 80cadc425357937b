"""Whether a machine wrote: nobody answers those (promise 4). When in doubt it was a person.

What decides is a table of questions; the first that knows the answer gives it.
"""

import re
from collections.abc import Callable

from mailbot.reading import bounces
from mailbot.reading.automatic import automatic_reply
from mailbot.reading.message import Machine, MachineKind, Message
from mailbot.reading.newest import split

MAX_SCANNED = 4_000

_METHOD = re.compile(r"^METHOD(?:;[^:\n]*)?:\s*([A-Z]{2,20})", re.IGNORECASE | re.MULTILINE)
_LIST_HEADERS = ("list-id", "list-unsubscribe", "list-post", "x-mailing-list")
_REPLY = re.compile(r"\s*(?:re|fwd?|aw|wg|sv|rv)\s?:", re.IGNORECASE)
_NOT_AUTHENTIC = re.compile(r"\b(?:dmarc=fail|spf=(?:soft)?fail)\b", re.IGNORECASE)
_PHISHING = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bclick\b|\b(?:follow|visit|open) (?:our|the|this) (?:secure )?(?:link|page)|\blog ?in (?:here|below|now)",
        r"\b(?:verify|confirm|validate|update|unlock)\b.{0,40}\b(?:account|bank|card|details|identity|password|payment)",
        r"\bwithin (?:the next )?\d+ (?:hours?|days?)\b|\bsuspended\b|\bexpires?\b|\bfinal (?:notice|warning)",
        r"\bdear (?:team|customer|client|user|sir|madam|friend|beneficiary|winner|member|account ?holder)\b",
        r"\b(?:claim|payment|refund|prize|parcel|transfer|invoice|fund)s?\b.{0,40}\b(?:approved|pending|released?)"
        r"|\byou(?:'ve| have) (?:won|been (?:selected|chosen))|\blottery\b|\bgift card|\bbitcoin|\binheritance\b",
    )
)
_MARKETING = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bseo\b|first page of google|search engine|rank(?:ing)? (?:higher|on google)",
        r"\bguest post|\blink building|\bback ?links?\b|\bdomain authority",
        r"\b(?:increase|boost|grow) your (?:traffic|sales|revenue|business|followers)",
        r"\b(?:casino|viagra|cialis|forex|payday loan|crypto(?:currency)? invest)",
        r"\bunsubscribe\b|\bopt[- ]out\b|\blimited[- ]time offer|\bspecial offer",
    )
)


def what_machine(message: Message, own_address: str) -> Machine | None:
    """Which machine wrote this, or None for a person. `own_address` is the scheme's mailbox."""
    return next((found for ask in _QUESTIONS if (found := ask(message, own_address))), None)


def _calendar(message: Message, own_address: str) -> Machine | None:
    """An invitation or its answer (RFC 5546); a declined one may hold a person's words, which stay in the text."""
    found = _METHOD.search(message.notices.get("text/calendar", ""))
    return Machine(MachineKind.CALENDAR, f"calendar-{found[1].casefold()}") if found else None


def _mailing_list(message: Message, own_address: str) -> Machine | None:
    """List-* headers (RFC 2369, RFC 2919) or Precedence: list; unless the list is our own mailbox, run as a group."""
    if _is_own_list(message, own_address.casefold()):
        return None
    for name in _LIST_HEADERS:
        if message.header(name):
            return Machine(MachineKind.LIST, name)
    precedence = (message.header("precedence") or "").strip().casefold()
    return Machine(MachineKind.LIST, "precedence-list") if precedence == "list" else None


def _is_own_list(message: Message, own_address: str) -> bool:
    identity = (message.header("list-id") or "").casefold()
    post = (message.header("list-post") or "").casefold()
    return bool(own_address) and (
        f"<{own_address.replace('@', '.')}>" in identity or f"mailto:{own_address}>" in post
    )


def _spam(message: Message, own_address: str) -> Machine | None:
    """Only what is plain, and out of the blue: phishing that our server doubts, and advertisements."""
    if message.in_reply_to or message.references or _REPLY.match(message.subject):
        return None
    suspect = bool(_NOT_AUTHENTIC.search(message.header("authentication-results") or ""))
    flagged = (message.header("x-spam-flag") or "").strip().casefold() == "yes"
    text = f"{message.subject}\n{message.text[:MAX_SCANNED]}"
    for signs, wanted, because in ((_PHISHING, 3, "phishing"), (_MARKETING, 3 - flagged, "advertisement")):
        doubted = suspect or flagged or signs is _MARKETING
        if doubted and _count(signs, text) >= wanted and _count(signs, _newest(message)) >= wanted:
            return Machine(MachineKind.SPAM, because)
    return None


def _newest(message: Message) -> str:
    """What the sender says now: somebody who passes on a scam is a person."""
    return f"{message.subject}\n{split(message).newest[:MAX_SCANNED]}"


def _count(signs: tuple[re.Pattern[str], ...], text: str) -> int:
    return sum(1 for sign in signs if sign.search(text))


_QUESTIONS: tuple[Callable[[Message, str], Machine | None], ...] = (
    bounces.from_report,
    bounces.read_receipt,
    bounces.from_text,
    _calendar,
    _mailing_list,
    automatic_reply,
    _spam,
)

"""Whether a machine wrote: nobody answers those (promise 4). When in doubt it was a person.

What decides is a table of questions; the first that knows the answer gives it.
"""

import re
from collections.abc import Callable

from mailbot.expressions import lazy
from mailbot.reading import bounces
from mailbot.reading.automatic import automatic_reply
from mailbot.reading.message import Machine, MachineKind, Message
from mailbot.reading.spam import spam

_METHOD = lazy(r"^METHOD(?:;[^:\n]*)?:\s*([A-Z]{2,20})", re.IGNORECASE | re.MULTILINE)
_DIGEST = lazy(r"(?!\s*(?:re|fwd?)\s?:).*\bdigest, vol \d+, issue \d+\s*", re.IGNORECASE)  # Mailman's subject
_LIST_HEADERS = ("list-id", "list-unsubscribe", "list-post", "x-mailing-list")


def what_machine(message: Message, own_address: str, known: bool = False) -> Machine | None:
    """Which machine wrote this, or None for a person. `own_address` is the scheme's mailbox.

    `known`: the address is on the roll; nobody there is a spammer.
    """
    found = next((found for ask in _QUESTIONS if (found := ask(message, own_address))), None)
    return found if found or known else spam(message)


def _calendar(message: Message, own_address: str) -> Machine | None:
    """An invitation or its answer (RFC 5546); a declined one may hold a person's words, which stay in the text."""
    found = _METHOD.search(message.notices.get("text/calendar", ""))
    return Machine(MachineKind.CALENDAR, f"calendar-{found[1].casefold()}") if found else None


def _mailing_list(message: Message, own_address: str) -> Machine | None:
    """List-* headers (RFC 2369, RFC 2919), Precedence: list, or a digest; unless the list is our own mailbox."""
    if _is_own_list(message, own_address.casefold()):
        return None
    for name in _LIST_HEADERS:
        if message.header(name):
            return Machine(MachineKind.LIST, name)
    if _DIGEST.fullmatch(message.subject):
        return Machine(MachineKind.LIST, "digest")
    precedence = (message.header("precedence") or "").strip().casefold()
    return Machine(MachineKind.LIST, "precedence-list") if precedence == "list" else None


def _is_own_list(message: Message, own_address: str) -> bool:
    identity = (message.header("list-id") or "").casefold()
    post = (message.header("list-post") or "").casefold()
    return bool(own_address) and (
        f"<{own_address.replace('@', '.')}>" in identity or f"mailto:{own_address}>" in post
    )


_QUESTIONS: tuple[Callable[[Message, str], Machine | None], ...] = (
    bounces.from_report,
    bounces.read_receipt,
    bounces.from_text,
    _calendar,
    _mailing_list,
    automatic_reply,
)

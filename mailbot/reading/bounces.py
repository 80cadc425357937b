"""What mail systems say of our own mail: it could not be delivered, not yet, or it was delivered or read."""

import re
from email.message import Message as Plain

from flufl.bounce import all_failures

from mailbot.events import Fields
from mailbot.expressions import lazy
from mailbot.reading.message import Machine, MachineKind, Message

MAX_SCANNED = 20_000

_DAEMONS = frozenset({"mailer-daemon", "maildaemon", "mail-daemon", "mailerdaemon", "postmaster", "mmdf"})
_DAEMONS_NAMES = frozenset({"system administrator", "mail delivery system", "mail delivery subsystem", "mail system"})
_SUBJECT = lazy(
    r"undeliver|delivery (?:status|has failed|failure|failed|delayed|problem|incomplete)|returned (?:mail|to sender)"
    r"|mail delivery|failure notice|could not be (?:delivered|sent)|delayed mail|mail delayed|warning: message"
    r"|unzustellbar|nicht zugestellt|non remis|no entregado|no se (?:ha )?entreg|mancato recapito|não entregue"
    r"|zustellung (?:fehlgeschlagen|nicht möglich)|^returned:"
    r"|onbestelbaar|kan inte levereras|niedostarczon|не доставлен",
    re.IGNORECASE,
)
_NOT_YET = lazy(
    r"not be(?:en)? delivered yet|still being retried|will (?:be|keep|continue)\b.{0,20}(?:tried|trying|retr)"
    r"|delayed|delivery (?:is|has been) delayed|no action is required|not yet been delivered",
    re.IGNORECASE,
)
# What gateways write in their own words, with no report behind.
_NO_REPLY = lazy(
    r"(?:no|do-?not|donot)[-_.]?reply|(?:mail-?)?(?:gate(?:way)?|relay|router|filter|sweeper)", re.IGNORECASE
)
_FAILS = (
    r"(?:refused|rejected|blocked|bounced|discarded|quarantined|undeliver\w+|(?:still|remains) queued"
    r"|not (?:(?:been|be|yet) )*(?:accept(?:ed)?|delivered|answering|respond\w*|exist)|nicht zugestellt"
    r"|no such (?:user|address|mailbox)|no answer from|unknown|(?:is|was) (?:full|over (?:its |the )?quota))\b"
)
_NOT_ARRIVED = lazy(_FAILS, re.IGNORECASE)
# With no status: the address itself is said to fail, and is none that one may write to instead.
_FAILING_ADDRESS = lazy(
    rf"[^\s@<>;,]{{1,200}}@[^\s@<>;,]{{1,255}}(?:[^\n.;]|\n(?!\n)){{0,80}}?\b{_FAILS}"
    r"|\b(?:address(?:es)? failed|no such (?:user|address|mailbox)|blocked|rejected|undeliverable)\b[:\s<]{1,5}"
    r"[^\s@<>;,]{1,200}@",
    re.IGNORECASE,
)
_STATUS = lazy(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")
_REPLY_CODE = lazy(r"(?<![\d.-])([45])\d\d[ -]")
_MESSAGE_ID = lazy(r"^message-id:\s*(<[^<>\s]{1,998}>)", re.IGNORECASE | re.MULTILINE)
_WAS_READ = lazy(
    r"\A(?:your message\b.{0,600}\b(?:was read|was deleted without being read|has been read) on (?:\w+,? ){0,2}\d"
    r"|ihre nachricht\b.{0,600}\bwurde am .{6,30} gelesen\b|votre message\b.{0,600}\ba été lu le\b"
    r"|(?:su|el) mensaje\b.{0,600}\b(?:fue leído|se leyó) el\b|il messaggio\b.{0,600}\bè stato letto\b"
    r"|uw bericht\b.{0,600}\bis gelezen op\b"
    r"|(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+) (?:has )?opened your e-?mail [\"“][^\"”\n]{1,120}[\"”] (?:at|on) \d)",
    re.I | re.S,
)
_READ_SUBJECT = lazy(
    r"\s*(?:read|opened|gelesen|lu|leído|letto|gelezen|read receipt|lesebestätigung|accusé de lecture)\s?:", re.I
)
_ADDRESS = lazy(r"[^\s@<>;,]{1,200}@[^\s@<>;,]{1,255}")

# What the detectors of flufl.bounce raise on texts they were not written for.
_UNPREPARED = (ValueError, LookupError, TypeError, AttributeError)


def from_report(message: Message, own_address: str) -> Machine | None:
    """A delivery report (RFC 3464) or a receipt (RFC 8098), sent as one; not one that a person passes on."""
    if not (
        (message.header("content-type") or "").casefold().startswith("multipart/report") or is_from_system(message)
    ):
        return None
    if report := message.notices.get("message/delivery-status"):
        return _of_delivery(message, report)
    if "message/disposition-notification" in message.notices:
        return Machine(MachineKind.RECEIPT, "disposition-notification")
    return None


def read_receipt(message: Message, own_address: str) -> Machine | None:
    """The receipts of old Exchange servers and of add-ons, which are plain text."""
    answers = message.in_reply_to and not _READ_SUBJECT.match(message.subject)
    if _WAS_READ.search(message.text.strip()[:1000]) and not answers:
        return Machine(MachineKind.RECEIPT, "read-receipt-text")
    return None


def from_text(message: Message, own_address: str) -> Machine | None:
    """A bounce that is not a report: by X-Failed-Recipients, or as flufl.bounce knows them from many systems.

    Or a gateway's own words: a status (RFC 3463) and that something was refused, or an address that fails.
    """
    text = f"{message.subject}\n{message.text[:MAX_SCANNED]}"
    status = found[0] if (found := _STATUS.search(text)) else None
    of_system = is_from_system(message)
    if not of_system and not _is_gateways(message, text, status):
        return None
    address, permanent = _failed_recipient(message, own_address.casefold())
    if address is None and not (status if not of_system else _SUBJECT.search(message.subject)):
        return None
    if _NOT_YET.search(text):
        permanent = False
    elif permanent is None and (code := status or (_REPLY_CODE.search(text) or [None, None])[1]):
        permanent = code.startswith("5")
    fields = Fields(
        bounced_address=address,
        dsn_status=status,
        permanent=permanent,
        bounced_message_id=_original_id(message),
    )
    return Machine(MachineKind.BOUNCE, "bounce-text", fields)


def is_from_system(message: Message) -> bool:
    """Sent by a mail system: with the null return path (RFC 5321, 4.5.5), or from one of its usual names."""
    local = message.from_address.casefold().partition("@")[0]
    return is_null_return_path(message) or local in _DAEMONS


def _is_gateways(message: Message, text: str, status: str | None) -> bool:
    """Whether no person wrote it, and it says that a mail did not arrive.

    Somebody's automatic reply may name whom to write to instead: that nobody sent it (RFC 3834, 5) is enough only
    with a status.
    """
    local, name = message.from_address.partition("@")[0], message.from_name.casefold()
    unread = _NO_REPLY.fullmatch(local) is not None or name in _DAEMONS_NAMES
    if not status:
        return unread and _FAILING_ADDRESS.search(text) is not None
    submitted = (message.header("auto-submitted") or "no").partition(";")[0].strip().casefold()
    said = _NOT_ARRIVED.search(text) or _SUBJECT.search(message.subject)
    return bool(said) and (unread or submitted not in ("no", ""))


def is_null_return_path(message: Message) -> bool:
    """Whether the envelope's sender was `<>`, as our server noted it."""
    return (message.header("return-path") or "").replace(" ", "") == "<>"


def _of_delivery(message: Message, report: str) -> Machine:
    blocks = [_fields_of(block) for block in report.split("\n\n")]
    about = [block for block in blocks if "action" in block or "final-recipient" in block] or [{}]
    ranked = sorted(about, key=lambda block: _rank(block.get("action", "")))
    action = ranked[0].get("action", "").casefold()
    if action in ("delivered", "relayed", "expanded"):
        return Machine(MachineKind.RECEIPT, "delivery-status")
    status = _STATUS.search(ranked[0].get("status", ""))
    fields = Fields(
        bounced_address=_recipient(ranked[0]),
        dsn_status=status[0] if status else None,
        permanent=_is_permanent(action, status[0] if status else ""),
        bounced_message_id=_original_id(message),
    )
    return Machine(MachineKind.BOUNCE, "delivery-status", fields)


def _rank(action: str) -> int:
    order = ("failed", "delayed", "", "relayed", "expanded", "delivered")
    known = action.casefold()
    return order.index(known) if known in order else order.index("")


def _is_permanent(action: str, status: str) -> bool | None:
    """`failed` is the end even with a status 4.x.x: the system has stopped trying (RFC 3464, 2.3.3)."""
    if action in ("failed", "delayed"):
        return action == "failed"
    return status.startswith("5") if status else None


def _recipient(block: dict[str, str]) -> str | None:
    """Without its type: `rfc822; somebody@example.org`."""
    for name in ("final-recipient", "original-recipient"):
        if found := _ADDRESS.search(block.get(name, "").rpartition(";")[2]):
            return found[0]
    return None


def _fields_of(block: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in block.split("\n"))
    return {name.strip().casefold(): value.strip() for name, colon, value in pairs if colon}


def _original_id(message: Message) -> str | None:
    """The Message-ID of the mail that came back, wherever the report quotes it."""
    if message.forwarded and message.forwarded[0].message_id:
        return message.forwarded[0].message_id
    for text in (message.notices.get("text/rfc822-headers", ""), message.text[:MAX_SCANNED]):
        if found := _MESSAGE_ID.search(text):
            return found[1]
    return None


def _failed_recipient(message: Message, own_address: str) -> tuple[str | None, bool | None]:
    """The address, and whether for good; (None, None) where no detector knows the text."""
    named = _ADDRESS.search(message.header("x-failed-recipients") or "")
    if named:
        return named[0], None
    try:
        temporary, permanent = all_failures(_for_detectors(message))
    except _UNPREPARED:
        return _only_address(message, own_address), None
    for found, is_permanent in ((permanent, True), (temporary, False)):
        addresses = sorted(each.decode("utf-8", "replace") for each in found if each)
        for address in addresses:
            if address.casefold() != own_address and _ADDRESS.fullmatch(address):
                return address, is_permanent
    return _only_address(message, own_address), None


def _only_address(message: Message, own_address: str) -> str | None:
    """The one address that the report's own words name, beside ours and its sender's."""
    known = {own_address, message.from_address.casefold()}
    words = _MESSAGE_ID.sub("", message.text[:MAX_SCANNED])
    named = {found.strip(".,;:()[]'\"").casefold() for found in _ADDRESS.findall(words)} - known
    return named.pop() if len(named) == 1 else None


def _for_detectors(message: Message) -> Plain:
    plain = Plain()
    plain["From"] = message.from_address or "mailer-daemon@example.invalid"  # one detector fails without any
    plain["Subject"] = message.subject
    plain.set_payload(message.text[:MAX_SCANNED])
    return plain

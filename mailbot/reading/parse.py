"""Bytes to Message. Whatever arrives, something comes out: what cannot be read is marked, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from itertools import count, islice

from mailbot.expressions import lazy
from mailbot.reading.addresses import mailboxes, written
from mailbot.reading.decode import header_text, one_line
from mailbot.reading.markup import MAX_HTML, html_to_text, visible, without_tags
from mailbot.reading.message import Attachment, Message
from mailbot.reading.mime import AnyPart, Leaf, Skeleton, headers_of, leaf, open_mail
from mailbot.reading.pointers import points_elsewhere, says_more

MAX_TEXT = 400_000
MAX_HEADERS = 500
_MAX_ENCODED = 4 * MAX_TEXT

_ADDRESS_HEADERS = frozenset({"from", "to", "cc", "bcc", "reply-to", "sender"})
# Encoded words have no meaning in these (RFC 2047, section 5): decoding them would let a sender write a verdict.
_STRUCTURED = frozenset(
    {"authentication-results", "received", "return-path", "message-id", "in-reply-to", "references", "date"}
    | {"auto-submitted", "precedence", "content-type", "dkim-signature", "arc-authentication-results"}
)
_IDENTIFIER = lazy(r"<[^<>\s]{1,998}>")
_NOTICES = frozenset({"text/calendar", "text/rfc822-headers"})
_FORWARDS = frozenset({"message/rfc822", "message/global", "message/rfc2822"})
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_ARMOUR = "-----BEGIN PGP MESSAGE-----"
# Fields that a mail picks up on its way, so that two copies of one mail differ in them. Signatures count:
# whoever relays may sign again. Folded lines belong to their field (RFC 5322, 2.2.3).
_TRACE = lazy(
    rb"(?im)^(?:received|return-path|delivered-to|x-delivered-to|x-original-to|envelope-to|x-envelope-[a-z]+"
    rb"|authentication-results(?:-original)?|x-authentication-results|received-spf|arc-[a-z-]+"
    rb"|(?:x-google-)?dkim-signature|domainkey-signature|x-received|x-gm-message-state|x-google-smtp-source"
    rb"|x-spam[a-z-]*|x-rspamd[a-z-]*|x-virus[a-z-]*|x-ms-exchange-(?:organization|crosstenant|transport)[a-z-]*"
    rb"|x-forefront[a-z-]*|x-microsoft-antispam[a-z-]*|status|x-status|x-uid|x-uidl|x-keywords|content-length|lines"
    rb"|x-mozilla-[a-z0-9-]+)[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*"
)
_END_OF_HEADERS = lazy(rb"\r?\n\r?\n")


def parse(raw: bytes) -> Message:
    """The mail in `raw`. Never raises; `unreadable` says that some of it could not be read or was too long."""
    return _Reader(open_mail(raw), count()).message()


def parse_start(start: bytes) -> Message:
    """What the first bytes of a mail say, wherever it is cut, without trace headers. Never raises.

    Made to be quick: HTML is only freed of its tags.
    """
    end = found.end() if (found := _END_OF_HEADERS.search(start)) else len(start)
    return _Reader(open_mail(_TRACE.sub(b"", start[:end]) + start[end:]), count(), rough=True).message()


def identity(raw: bytes) -> bytes:
    """SHA-256 of the mail without its trace headers (see `_TRACE`): equal for a second copy of one mail (promise 1).

    Line ends count as `\\n`, as servers differ in them.
    """
    end = found.end() if (found := _END_OF_HEADERS.search(raw)) else len(raw)
    head = raw[:end].replace(b"\r\n", b"\n")
    digest = sha256(_TRACE.sub(b"", head if head.endswith(b"\n") else head + b"\n"))
    digest.update(raw[end:].replace(b"\r\n", b"\n"))
    return digest.digest()


def attachment_bytes(raw: bytes, attachment: Attachment) -> bytes:
    """The decoded content of an attachment that `parse` listed for the same bytes; empty if it is not there."""
    skeleton = open_mail(raw)
    part = next(islice(skeleton.root.walk(), attachment.index, None), None)
    if part is None or part.is_multipart():
        return b""
    found = leaf(part)
    return found.content(skeleton.body(found))


def arrival_from_headers(message: Message) -> datetime | None:
    """When the topmost Received header says the mail came, else its Date; in UTC. For files (promise 11)."""
    return _moment((message.header("received") or "").rpartition(";")[2]) or message.date


def _moment(value: str) -> datetime | None:
    """A date of RFC 5322 in UTC; without a zone it counts as UTC."""
    try:
        at = parsedate_to_datetime(value[:200])
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    is_html: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks one message once, in the order of `email.message.Message.walk()`, which `numbers` counts along."""

    skeleton: Skeleton
    numbers: "count[int]"
    root: "AnyPart | None" = None
    attachments: list[Attachment] = field(default_factory=list)
    forwarded: list[Message] = field(default_factory=list)
    notices: dict[str, str] = field(default_factory=dict)
    encrypted: bool = False
    whole: bool = True
    room: int = MAX_TEXT
    html_room: int = MAX_HTML
    rough: bool = False

    def message(self) -> Message:
        root = self.skeleton.root if self.root is None else self.root
        headers, boxes = _decoded(islice(headers_of(root), MAX_HEADERS))
        text = self._joined(self._bodies(root))
        from_name, from_address = next(iter(boxes.get("from", ())), ("", ""))
        return Message(
            message_id=_first_identifier(headers.get("message-id", ())),
            in_reply_to=_first_identifier(headers.get("in-reply-to", ())),
            references=tuple(_IDENTIFIER.findall(" ".join(headers.get("references", ())))),
            subject=next(iter(headers.get("subject", ())), ""),
            from_address=from_address,
            from_name=from_name,
            to=tuple(address for _, address in boxes.get("to", ())),
            cc=tuple(address for _, address in boxes.get("cc", ())),
            date=_moment(next(iter(headers.get("date", ())), "")),
            text=text,
            headers=headers,
            attachments=tuple(self.attachments),
            forwarded=tuple(self.forwarded),
            encrypted=self.encrypted or _ARMOUR in text,
            unreadable=not (self.whole and self.skeleton.whole) or self._is_only_tnef(text),
            notices=self.notices,
        )

    def _bodies(self, part: AnyPart, related: bool = False) -> list[_Body]:
        this = leaf(part, next(self.numbers), related)
        if not part.is_multipart():
            return self._leaf(this)
        if this.kind.startswith("message/"):
            self._enclosed(this)
            return []
        self.encrypted |= this.kind == "multipart/encrypted"
        inside = this.kind == "multipart/related"
        found = [body for child in _children(part) for body in self._bodies(child, inside)]
        return self._chosen(found) if this.kind == "multipart/alternative" else found

    def _enclosed(self, this: Leaf) -> None:
        """A forwarded mail, or the header blocks of a report (RFC 3464, RFC 8098)."""
        for child in _children(this.part):
            if this.kind in _FORWARDS:
                self.forwarded.append(_Reader(self.skeleton, self.numbers, child, rough=self.rough).message())
                continue
            block = "".join(f"{name}: {header_text(value)}\n" for name, value in headers_of(child))
            self.notices[this.kind] = self.notices.get(this.kind, "") + block + "\n"
            for _ in child.walk():
                next(self.numbers)

    def _leaf(self, this: Leaf) -> list[_Body]:
        if this.kind in _SEALED:
            signed = this.extra.get("smime-type", "").casefold() in ("signed-data", "certs-only")
            self.encrypted, self.whole = self.encrypted or not signed, self.whole and not signed
        if this.kind in _NOTICES and this.disposition != "attachment":
            self.notices.setdefault(this.kind, self._words(this))
            return []
        if this.is_attachment or this.filename:
            self.attachments.append(this.listed(self.skeleton.size(this)))
        return [] if this.is_attachment else [_Body(self._words(this), this.kind == "text/html")]

    def _words(self, this: Leaf) -> str:
        payload = self.skeleton.body(this, _MAX_ENCODED)
        text = this.words(payload)
        self.whole &= len(text) <= self.room and len(payload) < _MAX_ENCODED
        text = text[: self.room]
        self.room -= len(text)
        return text

    def _joined(self, bodies: list[_Body]) -> str:
        """All bodies in order, HTML as text unless it only repeats what is there already."""
        texts: list[str] = []
        seen = ""
        for body in bodies:
            text = self._rendered(body)
            plain = " ".join(text.split()) if len(bodies) > 1 else ""
            if not (body.is_html and plain and plain in seen):
                texts.append(text)
                seen += plain
        return "\n\n".join(texts)

    def _chosen(self, bodies: list[_Body]) -> list[_Body]:
        """Of alternatives the plain text, unless it only points to the HTML or is next to nothing beside it."""
        plain = [body for body in bodies if not body.is_html]
        html = [body for body in bodies if body.is_html]
        words = sum(len(body.text.split()) for body in plain)
        pointing = bool(html) and any(points_elsewhere(body.text) for body in plain)
        if not html or (words >= 5 and not pointing):
            return plain or html
        rendered = [_Body(self._rendered(body)) for body in html]
        if sum(len(body.text.split()) for body in rendered) <= (words if not pointing else 0):
            return plain
        own = [body for body in plain if pointing and says_more(body.text, "\n".join(each.text for each in rendered))]
        return [*own, *rendered]

    def _rendered(self, body: _Body) -> str:
        if not body.is_html:
            return body.text
        source = visible(body.text)
        if self.rough:
            return without_tags(source)
        self.whole &= len(source) <= self.html_room
        text = html_to_text(source[: self.html_room])
        self.html_room = max(0, self.html_room - len(source))
        return text

    def _is_only_tnef(self, text: str) -> bool:
        return not text.strip() and any(each.content_type in _TNEF for each in self.attachments)


def _children(part: AnyPart) -> list[AnyPart]:
    payload = part.get_payload()
    return [child for child in payload if not isinstance(child, str)] if isinstance(payload, list) else []


def _decoded(sent: Iterable[tuple[str, str]]) -> tuple[dict[str, tuple[str, ...]], dict[str, list[tuple[str, str]]]]:
    """All header values by name, and the mailboxes of the headers that hold some."""
    found: dict[str, tuple[str, ...]] = {}
    boxes: dict[str, list[tuple[str, str]]] = {}
    for name, value in sent:
        here = mailboxes(value) if name in _ADDRESS_HEADERS else ()
        boxes.setdefault(name, []).extend(here)
        plain = written(here) if here else one_line(value) if name in _STRUCTURED else header_text(value)
        found[name] = (*found.get(name, ()), plain)
    return found, boxes


def _first_identifier(values: tuple[str, ...]) -> str | None:
    """A Message-ID with its angle brackets (RFC 5322, 3.6.4), also where the sender left them out."""
    value = next(iter(values), "").strip()
    if found := _IDENTIFIER.search(value):
        return found[0]
    return f"<{value}>" if value and " " not in value and len(value) < 998 else None

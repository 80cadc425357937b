"""The MIME structure of a mail, read by the standard library within limits that it does not have itself.

Long runs of base64 are left out before parsing and looked up again where somebody wants them: they are most
of the bytes of a mail with attachments, and parsing them line by line is most of the work.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message as Part
from email.parser import BytesHeaderParser
from typing import TypeAlias

from mailbot.expressions import lazy
from mailbot.reading.decode import decode, parameters, transferred, unflow
from mailbot.reading.message import Attachment

MAX_BYTES = 40_000_000
MAX_LEAN = 6_000_000
MAX_LINES = 100_000
MAX_LEVELS = 40
MAX_PARTS = 1_000
MAX_FLAT = 1_000_000
MAX_CONTENT_HEADER = 2_000

_TEXT_FILES = frozenset({"text/csv", "text/vcard", "text/x-vcard", "text/rtf", "text/css", "text/xml"})
_MARK = b"=mailbot-left-out-"
_MARKED = lazy(rb"=mailbot-left-out-(\d{1,9})=\n")
_BASE64_RUN = lazy(rb"^(?:[A-Za-z0-9+/]{40,200}+\r?\n)++", re.MULTILINE)
_SHORT_RUN = 2_000
_CONTENT_HEADER = lazy(rb"(?:^|[\r\n])content-[a-z-]+:[^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*", re.IGNORECASE)
_BLANK_LINE = lazy(rb"\r\n\r\n|\n\n|\r\r")

# All that `email` is known to raise on broken headers: it promises nothing.
PARSER_RAISES = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)

AnyPart: TypeAlias = "Part[str, str]"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A parsed mail. `whole` is False where a limit or broken structure left something of it unread."""

    root: AnyPart
    left_out: tuple[bytes, ...] = ()
    whole: bool = True

    def body(self, leaf: "Leaf", limit: int = MAX_BYTES) -> bytes:
        """The encoded body, as it came, up to `limit` bytes."""
        payload = _raw_body(leaf.part)
        return _MARKED.sub(self._put_back, payload)[:limit] if self.left_out else payload[:limit]

    def size(self, leaf: "Leaf") -> int:
        """Bytes of the encoded body."""
        payload = _raw_body(leaf.part)
        marks = list(_MARKED.finditer(payload)) if self.left_out else []
        return len(payload) + sum(len(self.left_out[int(mark[1])]) - len(mark[0]) for mark in marks)

    def _put_back(self, mark: re.Match[bytes]) -> bytes:
        return self.left_out[int(mark[1])]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part without parts. `index` counts as `walk()` does; `kind` is the content type, `extra` its parameters."""

    part: AnyPart
    index: int
    kind: str
    extra: dict[str, str]
    headers: dict[str, str]
    disposition: str
    filename: str | None
    related: bool

    @property
    def is_attachment(self) -> bool:
        """Text without a name is somebody's words, whatever its subtype; so is a body whose structure is broken."""
        if self.kind in _TEXT_FILES or (self.disposition == "attachment" and self.index):
            return True
        main, _, sub = self.kind.partition("/")
        words = main in ("text", "multipart", "message", "") or not sub
        return not words or (main == "text" and sub not in ("plain", "html") and bool(self.filename and self.index))

    def listed(self, size: int) -> Attachment:
        inline = self.disposition != "attachment" and self.related and "content-id" in self.headers
        return Attachment(self.index, self.filename, self.kind, size, inline)

    def content(self, body: bytes) -> bytes:
        """`body` without its transfer encoding."""
        return transferred(body, self.headers.get("content-transfer-encoding", ""))

    def words(self, body: bytes) -> str:
        """`body` as text, soft line ends joined."""
        text = decode(self.content(body), self.extra.get("charset"))
        if self.kind == "text/plain" and self.extra.get("format", "").casefold() == "flowed":
            return unflow(text, self.extra.get("delsp", "").casefold() == "yes")
        return text


def leaf(part: AnyPart, index: int = 0, related: bool = False) -> Leaf:
    """Reads the content headers of a part; the first of each counts."""
    headers = dict(reversed(list(headers_of(part))))
    kind, extra = parameters(headers.get("content-type", "text/plain"))
    disposition, named = parameters(headers.get("content-disposition", ""))
    filename = (named.get("filename") or extra.get("name", "")).replace("\\", "/").rpartition("/")[2].strip()[:200]
    return Leaf(part, index, kind, extra, headers, disposition, filename or None, related)


def _raw_body(part: AnyPart) -> bytes:
    """The library gives the bytes as they are only where no transfer encoding is named; else it loses some."""
    del part["content-transfer-encoding"]
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def open_mail(raw: bytes) -> Skeleton:
    """Parses; a mail beyond the limits is read as headers and one flat text, and not `whole`."""
    lean, left_out = _without_base64(raw[:MAX_BYTES])
    if _is_bounded(lean):
        try:
            return Skeleton(email.message_from_bytes(lean), left_out, len(raw) <= MAX_BYTES)
        except PARSER_RAISES:
            pass
    return Skeleton(_flat(raw), (), whole=False)


def headers_of(part: AnyPart) -> Iterator[tuple[str, str]]:
    """Lower-case name and value as sent, from top to bottom; unlike the usual access this cannot raise."""
    for name, value in part.raw_items():
        yield name.lower(), str(value)


def _without_base64(raw: bytes) -> tuple[bytes, tuple[bytes, ...]]:
    if len(raw) < 8 * _SHORT_RUN or _MARK in raw:
        return raw, ()
    left_out: list[bytes] = []

    def mark(run: re.Match[bytes]) -> bytes:
        if run.end() - run.start() < _SHORT_RUN:
            return run[0]
        left_out.append(run[0])
        return b"%s%d=\n" % (_MARK, len(left_out) - 1)

    return _BASE64_RUN.sub(mark, raw), tuple(left_out)


def _is_bounded(lean: bytes) -> bool:
    """Whether the library can read this in time: it is quadratic in some things and recursive in others."""
    if (
        len(lean) > MAX_LEAN
        or lean.count(b"\n") + lean.count(b"\r") > 2 * MAX_LINES
        or lean.count(b"\n--") > MAX_PARTS
    ):
        return False
    headers = _CONTENT_HEADER.findall(lean)
    if len(headers) > 4 * MAX_PARTS or any(len(header) > MAX_CONTENT_HEADER for header in headers):
        return False
    levels = sum(1 for header in headers if b"boundary" in (low := header.lower()) or b"message/" in low)
    return levels <= MAX_LEVELS


def _flat(raw: bytes) -> AnyPart:
    found = _BLANK_LINE.search(raw)
    end = found.end() if found else len(raw)
    root = BytesHeaderParser().parsebytes(raw[: min(end, MAX_FLAT)])
    root.set_payload(raw[end : end + MAX_FLAT].decode("ascii", "surrogateescape"))
    return root

"""Mails whose words are known, built from choices: part within part, in the charsets and encodings of real mail."""

import base64
import quopri

from mailbot.reading.message import Attachment, Message
from mailbot.reading.parse import attachment_bytes
from tests.fuzz.draw import Draw

_DEEPEST = 4
_CHARSETS = (
    *("charset=utf-8", 'charset="us-ascii"', "charset=iso-8859-1", "", "charset=x-unknown", "charset='utf-8'"),
    *("charset=utf-16", "charset=gb2312; format=flowed", "format=flowed; delsp=yes", "charset=utf-8; name=note.txt"),
    *("charset=windows-1252; reply-type=original", "charset=ISO-2022-JP", "charset*=utf-8''utf-8", "CHARSET = UTF-8"),
)
_BOUNDARIES = ("b{}", "=_Part_{}.1", "----=_NextPart_{}", "b {} c", "'{}'", "Apple-Mail={}", "{}--x")
_TEXT = ("text/plain", "text/plain", "TEXT/PLAIN", "text/html", "text/enriched", "text", "")
_GROUPS = ("mixed", "alternative", "related", "signed", "report", "MIXED", "x-strange")


class Built:
    """`raw` is the mail. Of each set in `words` one has to be in the text; `files` have to be in an attachment."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._count = 0
        self._end = draw.pick((b"\r\n", b"\n", b"\r"))
        self.words: list[set[str]] = []
        self.files: list[bytes] = []
        headers = [b"From: Dora Vale <dora.vale@example.org>", b"Subject: Re: Your visit", b"MIME-Version: 1.0"]
        if draw.chance():
            headers.append(b"X-Junk: " + draw.junk().replace(b"\n", b"").replace(b"\r", b""))
        body, self.words = self._part(0)
        self.raw = self._end.join(headers) + self._end + body

    def is_read(self, message: Message) -> None:
        """Holds the mail as it was read against the words that went in."""
        text = _all_text(message)
        for one_of in self.words:
            assert any(word in text for word in one_of), f"{one_of} are in no text"
        found = [attachment_bytes(self.raw, each) for each in _all_attachments(message)]
        for word in self.files:
            assert any(word in content for content in found), f"{word!r} is in no attachment"

    def _word(self) -> str:
        self._count += 1
        return f"mark{self._count:03}x"

    def _part(self, depth: int) -> tuple[bytes, list[set[str]]]:
        """Headers without the first line end, an empty line, the body; and what has to be found of it."""
        shape = self._draw.number(7) if depth < _DEEPEST and self._count < 30 else 0
        if shape < 4:
            return self._text(depth)
        if shape == 4 and depth:
            return self._file(), []
        if shape == 5:
            inner, words = self._part(depth + 1)
            return self._head(b"Content-Type: message/rfc822") + b"Subject: inner" + self._end + inner, words
        return self._group(depth)

    def _group(self, depth: int) -> tuple[bytes, list[set[str]]]:
        kind = self._draw.pick(_GROUPS)
        self._count += 1
        boundary = self._draw.pick(_BOUNDARIES).format(self._count)
        children = [self._part(depth + 1) for _ in range(1 + self._draw.number(2))]
        head = self._head(f'Content-Type: multipart/{kind};{self._draw.pick((" ", self._fold))}boundary="{boundary}"')
        mark = b"--" + boundary.encode()
        opened = b"".join(mark + self._space() + self._end + body + self._end for body, _ in children)
        closed = mark + b"--" + self._end if self._draw.chance() else b""
        words = [each for _, found in children for each in found]
        if kind == "alternative" and words:
            words = [set.union(*words)]
        return head + opened + closed, words

    def _text(self, depth: int) -> tuple[bytes, list[set[str]]]:
        kind, charset, word = self._draw.pick(_TEXT), self._draw.pick(_CHARSETS), self._word()
        sentence = f"We had {word} for tea, all of us £5"
        if kind == "text/html":
            sentence = self._draw.pick((f"<p>{sentence}</p>", f"<html><body><div>{sentence}<br></div>", sentence))
        content = sentence.encode("utf-16" if "utf-16" in charset else "utf-8")
        if "utf-16" not in charset:
            junk = self._draw.junk() if kind != "text/html" else b""
            content = junk.replace(b"--", b"").replace(b"<", b"") + b"\n" + content + b"\n"
        encoding, body = self._encoded(content, "utf-16" in charset)
        header = f"Content-Type: {kind}; {charset}" if kind else "X-Nothing: here"
        if "name=" in charset and kind not in ("text/plain", "TEXT/PLAIN", "text/html", "") and depth:
            self.files.append(word.encode())
            return self._head(header, encoding) + body, []
        return self._head(header, encoding) + body, [{word}]

    def _file(self) -> bytes:
        word = self._word().encode()
        self.files.append(word)
        kind = self._draw.pick(
            ("image/jpeg", "application/pdf; name=a.pdf", "text/csv", "text/plain; charset=utf-16")
        )
        encoding, body = self._encoded(b"\xff\xd8" + word * 3 + b"\0", True)
        return self._head(f"Content-Type: {kind}", "Content-Disposition: attachment; filename=a", encoding) + body

    def _encoded(self, content: bytes, binary: bool) -> tuple[str, bytes]:
        name = self._draw.pick(
            ("base64", "quoted-printable", "BASE64 ") if binary else ("8bit", "quoted-printable", "base64")
        )
        lines = content.replace(b"\n", self._end)
        if name.strip().lower() == "base64":
            width = self._draw.pick((76, 60, 4, 999))
            coded = base64.b64encode(lines)
            lines = self._end.join(coded[i : i + width] for i in range(0, len(coded), width))
        elif name == "quoted-printable":
            lines = quopri.encodestring(content).replace(b"\n", self._end)
        return f"Content-Transfer-Encoding: {name}", lines

    def _head(self, *lines: "str | bytes") -> bytes:
        made = [line.encode() if isinstance(line, str) else line for line in lines]
        return self._end.join(made) + self._end * 2

    def _space(self) -> bytes:
        return self._draw.pick((b"", b" ", b"\t "))

    @property
    def _fold(self) -> str:
        return self._end.decode() + "\t"


def _all_attachments(message: Message) -> list[Attachment]:
    return [*message.attachments, *(each for inner in message.forwarded for each in _all_attachments(inner))]


def _all_text(message: Message) -> str:
    return "\n".join([message.text, *map(_all_text, message.forwarded)])

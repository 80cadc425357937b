"""Bytes to text: charsets, transfer encodings, encoded words, parameters. Nothing here raises on any input."""

import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from mailbot.expressions import lazy

MAX_HEADER = 64_000

# What people call Latin-1 is cp1252 (WHATWG Encoding), and what is really UTF-8 is often called either.
_WESTERN = frozenset(
    {"ascii", "us-ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252"}
    | {"utf-8", "utf8", "unknown-8bit", "default", "x-unknown", "8bit"}
)
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "iso-8859-9": "cp1254",
    "iso-8859-8-i": "iso-8859-8",
}
# Codecs of Python that are not charsets of mail; some take quadratic time.
_NOT_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_CP1252 = {0xDC00 + n: bytes([n]).decode("cp1252", "replace") for n in range(0x80, 0x100)}

_NEW_LINE = lazy(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_RUBBISH = lazy(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufeff]")
_WHITE = lazy(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")
_WORD = lazy(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = lazy(r"\?=\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_NOT_BASE64 = lazy(rb"[^A-Za-z0-9+/=]+")
_PARAM = lazy(r';\s*([^\s=;"]{1,80})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)')
_ESCAPED = lazy(r"\\(.)")


def decode(data: bytes, charset: str | None) -> str:
    """Text in the declared charset; where that cannot be, as UTF-8, and as cp1252 byte by byte where not even that.

    Line ends are `\\n`; NULs and other control characters are gone.
    """
    name = _charset(charset, data)
    if name is None:
        return tidy(_guess(data))
    try:
        return tidy(data.decode(name))
    except UnicodeDecodeError:
        return tidy(_guess(data) if _is_utf8(data) else data.decode(name, "replace"))
    except (LookupError, ValueError):
        return tidy(_guess(data))


def _charset(declared: str | None, data: bytes) -> str | None:
    """The codec to try, or None where a guess is better."""
    name = (declared or "").strip().strip("\"'").casefold()
    name = _WIDER.get(name, name)
    if not name or not name.isascii() or name in _WESTERN or name.replace("-", "_") in _NOT_CHARSETS:
        return None
    claims_wide = name.startswith(("utf-16", "utf-32", "utf16", "utf32"))
    return None if claims_wide and b"\0" not in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff") else name


def _guess(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape").translate(_CP1252)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def tidy(text: str) -> str:
    """One kind of line end, and no character that cannot be stored or shown."""
    if "\r" in text or not text.isascii() or "\x0b" in text or "\x0c" in text:
        text = _NEW_LINE.sub("\n", text)
    return _RUBBISH.sub(lambda m: "\ufffd" if "\ud800" <= m.group() <= "\udfff" else "", text)


def as_bytes(payload: str) -> bytes:
    """The bytes that `email` read into a string with surrogates."""
    return payload.encode("utf-8", "surrogateescape")


def transferred(data: bytes, encoding: str) -> bytes:
    """A body without its Content-Transfer-Encoding (RFC 2045); an unknown one counts as none."""
    match encoding.strip().casefold():
        case "base64":
            return _from_base64(data)
        case "quoted-printable":
            return binascii.a2b_qp(data)
    return data


def _from_base64(data: bytes) -> bytes:
    """Base64 as far as it is; lines of plain words, such as a footer a list has added, stay as they are."""
    lines = data.split(b"\n")
    words = [line for line in lines if b" " in line.strip()]
    if len(words) * 2 > sum(1 for line in lines if line.strip()):
        return data
    coded = b"".join(line for line in lines if b" " not in line.strip()) if words else data
    decoded = b"".join(_base64_run(run) for run in _NOT_BASE64.sub(b"", coded).split(b"="))
    return decoded + (b"\n" + b"\n".join(words) if words else b"")


def _base64_run(run: bytes) -> bytes:
    whole = run[: len(run) - 1] if len(run) % 4 == 1 else run
    return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))


def header_text(raw: str) -> str:
    """A header's value on one line: unfolded, raw 8-bit and encoded words (RFC 2047) decoded, no control character.

    Line breaks that were hidden inside encoded words become spaces, so that no value can smuggle a header.
    """
    value = one_line(raw)
    if "=?" not in value:
        return value
    return _on_one_line("".join(_without_encoded_words(_BETWEEN_WORDS.sub("?=", value))))


def one_line(raw: str) -> str:
    """A structured header's value: unfolded, raw 8-bit decoded, and encoded words left as they are."""
    value = raw[:MAX_HEADER]
    return _on_one_line(value if value.isascii() else _guess(as_bytes(value)))


def _on_one_line(value: str) -> str:
    return _WHITE.sub(" ", _RUBBISH.sub(" ", value)).strip()


def _without_encoded_words(value: str) -> Iterator[str]:
    """Neighbours in one charset are decoded together, as mailers split characters between them."""
    end, waiting, charset = 0, b"", ""
    for word in _WORD.finditer(value):
        named = word[1].partition("*")[0].casefold()
        if waiting and (word.start() > end or named != charset):
            yield decode(waiting, charset)
            waiting = b""
        yield value[end : word.start()]
        waiting, charset, end = waiting + _encoded_word(word), named, word.end()
    yield decode(waiting, charset)
    yield value[end:]


def _encoded_word(word: re.Match[str]) -> bytes:
    data = word[3].encode("utf-8", "replace")
    return _from_base64(data.replace(b" ", b"")) if word[2] in "bB" else binascii.a2b_qp(data, header=True)


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """A header such as Content-Type: its value in lower case, and its parameters, decoded (RFC 2045, RFC 2231)."""
    value = value[:MAX_HEADER]
    main, _, _ = value.partition(";")
    found: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, str]]] = {}
    for name, raw in _PARAM.findall(value):
        base, star, rest = name.casefold().partition("*")
        plain = _ESCAPED.sub(r"\1", raw[1:].removesuffix('"')) if raw.startswith('"') else raw.strip()
        if star:
            number = rest.rstrip("*")
            pieces.setdefault(base, []).append((int(number) if number.isdecimal() and len(number) < 4 else 0, plain))
        else:
            found.setdefault(base, header_text(plain))
    for base, parts in pieces.items():
        found[base] = _extended("".join(text for _, text in sorted(parts, key=lambda part: part[0])))
    return _WHITE.sub("", main).casefold(), found


def _extended(value: str) -> str:
    """RFC 2231: charset'language'percent-encoded; without the quotes it is plain."""
    charset, quote, rest = value.partition("'")
    _, second, text = rest.partition("'")
    coded = text if quote and second else value
    return header_text(
        decode(unquote_to_bytes(coded.encode("utf-8", "surrogateescape")), charset if second else None)
    )


def unflow(text: str, drop_space: bool = False) -> str:
    """Joins the soft line ends of `format=flowed` (RFC 3676); quote marks and the line `-- ` stay."""
    lines: list[list[str]] = []
    open_at = -1
    for line in text.split("\n"):
        body = line.lstrip(">")
        depth = len(line) - len(body)
        body = body.removeprefix(" ")
        if open_at == depth and body != "-- ":
            lines[-1].append(body)
        else:
            lines.append([">" * depth + (" " if depth else "") + body])
        open_at = depth if body.endswith(" ") and body != "-- " else -1
        if open_at >= 0 and drop_space:
            lines[-1][-1] = lines[-1][-1][:-1]
    return "\n".join("".join(pieces) for pieces in lines)

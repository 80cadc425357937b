"""How tests of reading write mails: a text and some headers, or parts with a boundary."""

from mailbot.reading.message import Message
from mailbot.reading.newest import split
from mailbot.reading.parse import parse

WRITER = "Dora Vale <dora.vale@example.org>"
PROMPT = "Hi Dora\n\nDid you see C-41? Worried about somebody? Say so.\n\nThe team"


def mail(text: str | bytes, **headers: str) -> bytes:
    """A mail from Dora; header names with `_` for `-`. Text is UTF-8 unless it is bytes."""
    given = {
        "From": WRITER,
        "Subject": "Re: Your visit",
        **{name.replace("_", "-"): v for name, v in headers.items()},
    }
    if isinstance(text, str):
        given.setdefault("Content-Type", "text/plain; charset=utf-8")
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
    body = text.encode().replace(b"\n", b"\r\n") if isinstance(text, str) else text
    return head.encode("utf-8", "surrogateescape") + b"\r\n" + body


def part(content: str, kind: str = "text/plain; charset=utf-8", **headers: str) -> str:
    """One part, for `parts`."""
    more = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items())
    return f"Content-Type: {kind}\n{more}\n{content}\n"


def parts(kind: str, *inside: str, boundary: str = "b0", **headers: str) -> bytes:
    """A multipart mail of that kind, such as `alternative`."""
    content_type = f'multipart/{kind}; boundary="{boundary}"'
    body = "".join(f"--{boundary}\n{each}" for each in inside) + f"--{boundary}--\n"
    return mail(body, Content_Type=content_type, **headers)


def read(text: str | bytes, **headers: str) -> Message:
    return parse(mail(text, **headers))


def newest(text: str, **headers: str) -> str:
    return split(read(text, **headers)).newest


def quoted(text: str, **headers: str) -> str:
    return split(read(text, **headers)).quoted


def shown(message: Message) -> list[str]:
    """All that could come from a header."""
    inner = [value for forwarded in message.forwarded for value in shown(forwarded)]
    files = [each.filename or "" for each in message.attachments]
    named = [message.subject, message.from_name, message.from_address, *message.to, *message.cc, *message.references]
    identifiers = [message.message_id or "", message.in_reply_to or ""]
    return [*named, *identifiers, *files, *inner, *(value for values in message.headers.values() for value in values)]


def holds_no_line_break(message: Message) -> bool:
    return all(len(value.splitlines()) <= 1 and "\0" not in value for value in shown(message))

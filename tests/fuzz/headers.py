"""From and Authentication-Results: nobody is verified but by our own server, and no name brings an address."""

import re

from mailbot.events import Trust
from mailbot.reading.addresses import mailboxes, written
from mailbot.reading.authenticate import authenticate
from mailbot.reading.decode import MAX_HEADER, one_line
from mailbot.reading.message import Message
from mailbot.reading.parse import parse
from mailbot.roll import Person, Roll
from tests.fuzz.draw import BUILT, Draw, within_limit

OURS = "mx.example.org"
ROLL = Roll((Person(1, "Dora Vale", "dora.vale@example.org"), Person(2, "Amal Haddad", "amal@example.net")))
DICTIONARY = (
    *(
        b"\nAuthentication-Results: ",
        b"mx.example.org; ",
        b"dmarc=pass",
        b"dmarc=fail",
        b" header.from=example.org",
        b"\n\t",
    ),
    *(
        b"spf=pass smtp.mailfrom=example.org; ",
        b"dkim=pass header.d=example.org; ",
        b"(comment)",
        b"((",
        b'"',
        b"\\",
        b";",
    ),
    *(
        b"\nFrom: ",
        b"Dora Vale <dora.vale@example.org>",
        b"=?utf-8?q?",
        b"?=",
        b"<",
        b">",
        b",",
        b"group:",
        b"mailto:",
        b"@",
    ),
    *(
        b"mx.example.org.example.net",
        b"=?utf-8?b?",
        b"\nTo: ",
        b"\nDate: Mon, 11 May 2026 08:05:00 +0100",
        b"xn--",
        b"\0",
    ),
    *(
        b"\nReceived: x; ",
        b"none",
        b"policy.dmarc=",
        b"reason=",
        b"mx.example.org 1",
        b"/1",
        b"=",
        b"\xd0\xb5",
        b"\xc3\xa9",
    ),
)
_SERVERS = (
    *(
        OURS,
        "MX.example.org",
        f"{OURS} 1",
        f"{OURS}.example.net",
        "mx.example.net",
        f"(x) {OURS}",
        f"mx.example.net ({OURS})",
    ),
    *(
        f'"{OURS}"',
        f"=?utf-8?q?{OURS}?=",
        f"x{OURS}",
        "",
        f"{OURS}\r\n ",
        f"mx.example.net; {OURS}",
        f"mx.example.net\x0b{OURS}",
    ),
)
_VERDICTS = (
    *("dmarc=pass header.from=example.org", "dmarc=pass", "dmarc=fail header.from=example.org", "none", "dkim=pass"),
    *(
        "dmarc=pass header.from=example.net",
        "x=(dmarc=pass)",
        'spf=pass reason="; dmarc=pass"',
        "dmarc=none; dmarc=pass",
    ),
    *(
        "spf=pass smtp.mailfrom=dmarc=pass",
        "dmarc/1=pass",
        "DMARC = PASS",
        "dmarc=(fail) pass",
        "arc=pass (dmarc=pass)",
    ),
    *(
        "dmarc=pass policy.dmarc=reject header.from=EXAMPLE.org",
        "dmarc=passed",
        "dmarc=pass; dmarc=pass header.from=x.example",
    ),
)
_FROMS = (
    *(
        "Dora Vale <dora.vale@example.org>",
        "dora.vale@example.org",
        "Dora Vale <other@example.org>",
        "<a@example.org>",
    ),
    *('"dora.vale@example.org" <a@example.net>', "=?utf-8?q?a=40example.org?= <b@example.net>", "g: a@example.org;"),
    *(
        "a@example.org, b@example.net",
        "a@example.org <b@example.net>",
        "(b@example.net) a@example.org",
        "Vale, Dora <a@example.org>",
    ),
    *(
        "=?utf-8?q?a@example.org,?= b@example.net",
        "a@example.net\r\nFrom: a@example.org",
        "undisclosed:;",
        "<a@example.org",
        "",
    ),
)


def check(data: bytes) -> None:
    raw = _built(Draw(data[1:])) if data[:1] == bytes([BUILT]) else data
    within_limit(raw, _read)


def _built(draw: Draw) -> bytes:
    lines = [f"From: {draw.pick(_FROMS)}".encode()]
    for _ in range(draw.number(3)):
        value = f"{draw.pick(_SERVERS)}; {draw.pick(_VERDICTS)}".encode()
        at = draw.number(len(value)) if draw.chance(4) else 0
        value = value[:at] + draw.junk() + value[at:] if at else value
        lines.insert(draw.number(len(lines)), draw.pick((b"Authentication-Results: ", b"X-Other: ")) + value)
    return b"\r\n".join(lines) + b"\r\n\r\nx"


def _read(raw: bytes) -> None:
    message = parse(raw)
    for name_missing in (False, True):
        sender = authenticate(message, OURS, ROLL, name_missing=name_missing)
        value = message.header("authentication-results") or ""
        if name_missing and not re.match(r"[^;]*;", value.partition("=")[0]):
            value = f"{OURS}; {value}"
        if sender.trust is Trust.VERIFIED:
            assert _says_pass(value, sender.address.rpartition("@")[2]), f"{value!r} is believed"
            assert len(_boxes(message)) == 1, "several addresses, and one of them is believed"
    for value in (*message.headers.get("from", ()), raw.decode("utf-8", "surrogateescape")):
        _brings_no_address(value)


def _boxes(message: Message) -> list[tuple[str, str]]:
    return [box for value in message.headers.get("from", ()) for box in mailboxes(value)]


def _brings_no_address(value: str) -> None:
    """Every address stands in the header itself, and what is written down is read the same again."""
    boxes = mailboxes(value)
    plain = one_line(re.sub(r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=", " ", value))
    for _, address in boxes:
        assert address in plain or "=?" in address, f"{address!r} is only in an encoded word"
    again = written(boxes)
    if len(again) <= MAX_HEADER and not any("=?" in name for name, _ in boxes):
        assert mailboxes(again) == boxes, f"{boxes} is read otherwise from {again!r}"


def _says_pass(value: str, domain: str) -> bool:
    """Our own reading of RFC 8601, without the library: by this server, DMARC passed, and for that domain."""
    server, _, results = _without_comments(value).casefold().partition(";")
    if server.strip().strip('"').split()[:1] != [OURS]:
        return False
    said = [
        each for each in re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", results) if re.match(r"\s*dmarc\s*[=/]", each)
    ]
    about = {found for each in said for found in re.findall(r"header\s*\.\s*from\s*=\s*\"?([^\s;\"]+)", each)}
    return bool(said) and all(re.match(r"[^=]*=\s*pass\b", each) for each in said) and about <= {domain}


def _without_comments(value: str) -> str:
    kept, depth, quoted, skip = "", 0, False, False
    for letter in value:
        if skip:
            skip = False
        elif letter == "\\":
            skip = True
            continue
        elif letter == '"' and not depth:
            quoted = not quoted
        elif letter == "(" and not quoted:
            depth += 1
        elif letter == ")" and not quoted and depth:
            depth -= 1
            continue
        kept += letter if not depth else ""
    return kept

"""Labelled mails of our own, in the form that `python -m benchmarks.reading DIR` reads.

    python -m tests.mails.make first OUT      writes OUT/people.json, OUT/labels.jsonl and OUT/f001.eml …

A half is a module of this package with `PEOPLE` (what people.json holds) and `MAILS` (a tuple of Mail). A Mail says
who wrote what, when, from which client, and how it ought to be read; the wrapping is done here.
"""

import hashlib
import importlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.mails.clients import Letter, Quoted, body_of
from tests.mails.envelope import Envelope, bounce, calendar, with_files

LONDON = ZoneInfo("Europe/London")
People = Mapping[str, Any]
_OWN_LETTERS = (
    "fourth v, fifth x, sixth z, seventh w, eighth y, ninth u, tenth q, eleventh r, twelfth a, thirteenth b,"
    " fourteenth c, fifteenth d, sixteenth e, seventeenth g, eighteenth h,"
    " nineteenth j, twentieth k, twentyfirst l, twentysecond m, twentythird n, twentyfourth p, retold i,"
    " retold_apart o, everyday ev, everyday_apart ea, everyday_judge ej,"
    " everyday_seen es, everyday_more em, everyday_late el, everyday_odd eo, everyday_further ef,"
    " plain pl"
)
PREFIXES = dict(pair.split() for pair in _OWN_LETTERS.split(", "))
"""How the files of a set begin, where that is not its first letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail and its label. The label's words are those of the README of the shared mails."""

    who: str
    """Key of somebody in PEOPLE, or "Name <address>" of somebody who is not (then `scheme` is needed)."""
    at: str
    """Local time in London, "2026-05-14 23:40"."""
    subject: str
    text: str = ""
    """The new words as typed; in shape `inline` with the quoted lines (">…"). Empty: the subject is the message."""
    shape: str = "gmail"
    """A client of clients.CLIENTS; or inline, bottom, fwd, fwdoutlook, fwdapple, raw:dsn, raw:cal."""
    quote: Quoted | None = None
    """What is answered, or (fwd…) what is forwarded."""
    language: str = "en"
    """Language of the client's own phrases."""
    ps: str = ""
    """Words under the signature."""
    disclaimer: str = ""
    files: tuple[str, ...] = ()
    """Attachments by name; "inline:logo.png" for a picture of a signature."""
    headers: Mapping[str, str] = field(default_factory=dict)
    trust: str = "pass"
    """pass, fail or none, for Authentication-Results."""
    invite: Mapping[str, str] = field(default_factory=dict)
    """For raw:cal: method, start and end (local), status, summary."""
    scheme: str = ""
    role: str = ""
    bucket: str
    kinds: str
    """Separated by spaces, as are `also`."""
    also: str = ""
    client: str = ""
    """client_ref_or_name; client_ref follows from it."""
    source: str = ""
    """client_source: text, subject, quote or match."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    must: tuple[str, ...] = ()
    difficulty: str = "medium"
    why: str = ""
    newest: str | None = None
    """The label's newest_text where it is not simply `text` (and the PS)."""

    @property
    def moment(self) -> datetime:
        """When it was sent, in London, with seconds that follow from the words."""
        seconds = int(digest(self.at, self.subject, self.text)[:4], 16) % 60
        return datetime.fromisoformat(self.at).replace(second=seconds, tzinfo=LONDON)

    @property
    def newest_text(self) -> str:
        """The words that are the writer's own and new."""
        if self.newest is not None:
            return self.newest
        lines = [line for line in self.text.split("\n") if not (self.shape == "inline" and line.startswith(">"))]
        return "\n".join([*lines, *([self.ps] if self.ps else [])]).strip()


def digest(*words: str) -> str:
    """Hexadecimal digits that look random and are always the same for the same words."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()


def person_of(people: People, mail: Mail) -> dict[str, Any]:
    """Who wrote it: the entry of people.json, or one made up for somebody who is not in it."""
    for group, role in (("coordinators", "coordinator"), ("treasurers", "treasurer"), ("volunteers", "visitor")):
        for each in people[group]:
            if each["key"] == mail.who:
                return {"role": role, "sig": "", **each}
    name, address = parseaddr(mail.who)
    if not address or not mail.scheme:
        raise ValueError(f"{mail.subject}: {mail.who} is not in people.json; give an address and a scheme")
    return {"name": name, "email": address, "scheme": mail.scheme, "role": mail.role or "unknown", "sig": ""}


def scheme_of(people: People, mail: Mail) -> dict[str, Any]:
    """The scheme that it was sent to."""
    key = mail.scheme or person_of(people, mail)["scheme"]
    return next(dict(each) for each in people["schemes"] if each["key"] == key)


def client_ref(people: People, mail: Mail) -> str:
    """The reference of the client that the label calls by reference or by first name."""
    scheme = scheme_of(people, mail)["key"]
    found = [
        each["ref"]
        for each in people["clients"]
        if each["scheme"] == scheme and mail.client.casefold() in _names(each)
    ]
    if len(found) != 1:
        raise ValueError(f"{mail.subject}: {mail.client} is {len(found)} clients of {scheme}")
    return str(found[0])


def label(people: People, mail: Mail, file: str) -> dict[str, Any]:
    """The line of labels.jsonl."""
    person = person_of(people, mail)
    fields = dict(mail.fields)
    if mail.client:
        fields |= {"client_ref_or_name": mail.client, "client_ref": client_ref(people, mail)}
        fields["client_source"] = mail.source or "text"
    return {
        "file": file,
        "from": person["email"],
        "date": format_datetime(mail.moment),
        "date_local": mail.at.replace(" ", "T"),
        "scheme": scheme_of(people, mail)["key"],
        "sender_role": mail.role or person["role"],
        "bucket": mail.bucket,
        "kinds": mail.kinds.split(),
        "also_ok": mail.also.split(),
        "fields": fields,
        "newest_text": mail.newest_text,
        "must": list(mail.must),
        "difficulty": mail.difficulty,
        "shape": mail.shape,
        "why": mail.why,
    }


def message(people: People, mail: Mail) -> bytes:
    """The whole message as a mail server stored it, with CRLF."""
    person, scheme = person_of(people, mail), scheme_of(people, mail)
    envelope = Envelope(
        sender=(person["name"], person["email"]),
        scheme=(scheme["name"], scheme["bot"]),
        subject=mail.subject,
        sent=mail.moment,
        answers=digest(mail.quote.subject, mail.quote.sent)[:16] if mail.quote and "fwd" not in mail.shape else "",
        headers=mail.headers,
        trust=mail.trust,
        marker=digest(mail.at, mail.subject, mail.text)[:22],
    )
    if mail.shape == "raw:dsn":
        return envelope.around(bounce(mail.text, mail.fields, envelope))
    if mail.shape == "raw:cal":
        return envelope.around(calendar(mail.text, mail.invite, envelope))
    signed = person["sig"] if mail.text else ""
    letter = Letter(mail.text, mail.quote, signed, mail.ps, mail.disclaimer, mail.language, envelope.scheme)
    return envelope.around(with_files(body_of(mail.shape, letter, person["email"], envelope.marker), mail.files))


def write(folder: Path, people: People, mails: Sequence[Mail], prefix: str = "m") -> None:
    """All of a half into a folder, which is made if need be: people.json, labels.jsonl and the messages."""
    folder.mkdir(parents=True, exist_ok=True)
    named = [(f"{prefix}{number:03}.eml", mail) for number, mail in enumerate(mails, 1)]
    for file, mail in named:
        (folder / file).write_bytes(message(people, mail))
    _write_text(folder / "people.json", [json.dumps(people, ensure_ascii=False, indent=1)])
    _write_text(folder / "labels.jsonl", [json.dumps(label(people, m, f), ensure_ascii=False) for f, m in named])


def half(name: str) -> tuple[People, Sequence[Mail]]:
    """PEOPLE and MAILS of one half, by the name of its module."""
    module = importlib.import_module(f"tests.mails.{name}")
    return module.PEOPLE, module.MAILS


def main(arguments: Sequence[str]) -> int:
    """The command; returns its exit status."""
    if len(arguments) != 2:
        print("give the name of a half (first, second) and a folder", file=sys.stderr)
        return 2
    name, folder = arguments
    write(Path(folder), *half(name), prefix=PREFIXES.get(name, name[0]))
    return 0


def _names(client: Mapping[str, Any]) -> set[str]:
    names = (client["ref"], client["first_name"], client.get("name_in_script", client["ref"]))
    return {name.casefold() for name in names}


def _write_text(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

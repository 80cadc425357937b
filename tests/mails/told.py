"""A half told in TOML: the people, the scheme's prompts, and one `[[mail]]` for each message.

Keys of a mail that Mail does not have are fields of its label. `asked = "how K/12 2026-03-03 2026-03-04T08:00"` is
the prompt it answers: which, about whom, of which day, sent when. `earlier` is any other message that it quotes.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.mails.clients import Quoted
from tests.mails.make import Mail, People, person_of, scheme_of

OF_A_MAIL = frozenset(each.name for each in fields(Mail)) - {"fields", "quote"}


def load(path: Path) -> tuple[People, Sequence[Mail]]:
    """People and mails of a half. Raises KeyError or ValueError where the file tells of somebody who is not there."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    prompts, mails = told.pop("prompts"), told.pop("mail")
    clients = [{**each, "backup": each["backup"] or None} for each in told["clients"]]
    pairs = [{"client": each["ref"], "visitor": each["visitor"], "backup": each["backup"]} for each in clients]
    people = {**told, "clients": clients, "matches": pairs}
    return people, tuple(_mail(people, prompts, each) for each in mails)


def _mail(people: People, prompts: Mapping[str, Any], told: dict[str, Any]) -> Mail:
    asked, earlier = told.pop("asked", ""), told.pop("earlier", None)
    own = {name: value for name, value in told.items() if name in OF_A_MAIL}
    labelled = {name: value for name, value in told.items() if name not in OF_A_MAIL}
    own["must"] = tuple(own.get("must", ()))
    own["files"] = tuple(own.get("files", ()))
    mail = Mail(**{"subject": "", **own}, fields=labelled)
    if not asked:
        return replace(mail, quote=Quoted(**earlier) if earlier else None)
    quote = _prompt(people, prompts, mail, asked.split())
    return replace(mail, quote=quote, subject=mail.subject or f"Re: {quote.subject}")


def _prompt(people: People, prompts: Mapping[str, Any], mail: Mail, asked: Sequence[str]) -> Quoted:
    which, ref, day, sent = asked
    scheme, prompt = scheme_of(people, mail), prompts[which]
    on = date.fromisoformat(day)
    client = next((each for each in people["clients"] if each["ref"] == ref), {"first_name": "", "ref": ref})
    named = scheme["setting"] in ("house", "hotel") and client["first_name"]
    words = {
        "first": person_of(people, mail)["name"].split()[0],
        "who": f"{client['first_name']} ({ref})" if named else ref,
        "day": f"{on:%A} {on.day} {on:%B} {on.year}",
        "short": f"{on.day} {on:%B}",
        "scheme": scheme["name"],
        "phone": scheme["phone"],
        "end": prompts["end"].strip(),
    }
    words["end"] = words["end"].format(**words)
    return Quoted(prompt["subject"].format(**words), prompt["text"].strip().format(**words), sent)

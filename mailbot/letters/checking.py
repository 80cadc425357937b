"""Everything that can be wrong with a template, found before the first letter, each with how to mend it."""

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError

from mailbot.letters.disclosure import (
    ALWAYS_SAFE,
    ASKS,
    AUDIENCES,
    DISCLOSURES,
    IN_SUBJECTS,
    Audience,
    Tone,
    gives_away,
)
from mailbot.letters.environment import compiled

FENCE = "---"
REQUIRED = ("audience", "subject", "tone")
HEAD_TYPES: dict[str, type] = {
    "audience": str,
    "discloses": list,
    "subject": str,
    "tone": str,
    "asks": str,
    "emergency_first": bool,
    "above_all": str,
}
FRAME_NAMES = {
    "_emergency.txt": frozenset({"emergency_note"}),
    "_opening.txt": frozenset({"first_name"}),
    "_closing.txt": frozenset(
        {"tone", "audience", "scheme_name", "scheme_phone", "automatic_note", "private_address"}
    ),
    "_layout.html": frozenset({"emergency", "sections"}),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A template's file, taken apart. `shown` is the file as mistakes name it; `body_line` where the body begins.

    `broken` says why the head could not be read; then the rest is empty.
    """

    name: str
    shown: str
    head: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    html: str | None = None
    broken: str | None = None

    @classmethod
    def parse(cls, name: str, shown: str, text: str, html: str | None = None) -> "Source":
        """Split `text` into head and body; what is wrong with the head is kept in `broken`."""
        lines = text.splitlines()
        if not lines or lines[0].strip() != FENCE or FENCE not in [line.strip() for line in lines[1:]]:
            return cls(name, shown, broken=f"it has no head: begin with TOML between two lines of {FENCE}")
        end = next(i for i, line in enumerate(lines) if i and line.strip() == FENCE)
        try:
            head = tomllib.loads("\n".join(["", *lines[1:end]]))
        except tomllib.TOMLDecodeError as err:
            return cls(name, shown, broken=f"its head is not TOML: {err}")
        return cls(name, shown, head, "\n".join(lines[end + 1 :]), end + 1, html)


def mistakes_in(source: Source) -> list[str]:
    """Every mistake of one template, a line each: file, what, and a suggestion."""
    if source.broken:
        return [f"{source.shown}: {source.broken}"]
    found = list(_head(source.head))
    if not found:
        found = [*_disclosed(source.head), *_variables(source)]
    return [f"{source.shown}{line}" for line in found]


def mistakes_in_frame(folder: Path, name: str) -> list[str]:
    """Every mistake of a file that stands around all letters, such as `_layout.html`."""
    path = folder / name
    shown = f"{folder.name}/{name}"
    if not path.exists():
        return [f"{shown}: it is missing: copy it from the templates that come with mailbot"]
    used, wrong = _parsed(path.read_text(encoding="utf-8"), 0, is_html=name.endswith(".html"))
    allowed = FRAME_NAMES[name]
    wrong += [f": '{each}' is not known here: {_instead(each, allowed)}" for each in sorted(used - allowed)]
    return [f"{shown}{line}" for line in wrong]


def _head(head: dict[str, Any]) -> Iterator[str]:
    """Keys, types and enums."""
    for key, value in head.items():
        if key not in HEAD_TYPES:
            yield f": unknown key '{key}' in the head: {_instead(key, HEAD_TYPES)}"
        elif type(value) is not HEAD_TYPES[key]:
            yield f": '{key}' must be a {_type_word(HEAD_TYPES[key])}: write it so"
    for key in REQUIRED:
        if key not in head:
            yield f": '{key}' is missing in the head: add it"
    for key, allowed in (("audience", list(Audience)), ("tone", list(Tone)), ("asks", sorted(ASKS))):
        value = head.get(key)
        if isinstance(value, str) and value not in allowed:
            yield f": unknown {key} '{value}': {_instead(value, allowed)}"
    for name in head.get("discloses", ()) if isinstance(head.get("discloses"), list) else ():
        if name not in DISCLOSURES:
            yield f": discloses the unknown '{name}': {_instead(str(name), DISCLOSURES)}"


def _disclosed(head: dict[str, Any]) -> Iterator[str]:
    """What its audience may see, and what its subject gives away."""
    audience = Audience(head["audience"])
    for name in head.get("discloses", ()):
        if name not in AUDIENCES[audience]:
            yield f": '{name}' must not be shown to the audience '{audience}': take it out, or split the template"
    if word := gives_away(head["subject"]):
        yield f": the subject says '{word}': choose a word that gives nobody's situation away"


def _variables(source: Source) -> Iterator[str]:
    discloses = frozenset(source.head.get("discloses", ()))
    in_subject, wrong_subject = _parsed(source.head["subject"], 0)
    in_text, wrong_text = _parsed(source.body, source.body_line)
    in_html, wrong_html = _parsed(source.html or "", 0, is_html=True)
    yield from (f": subject{line}" for line in wrong_subject)
    yield from wrong_text
    yield from (f": HTML body{line}" for line in wrong_html)
    for name in sorted(in_subject & (DISCLOSURES.keys() | ALWAYS_SAFE) - IN_SUBJECTS):
        yield f": '{name}' must not stand in a subject: use one of {', '.join(sorted(IN_SUBJECTS))}, or none"
    used = in_subject | in_text | in_html
    for name in sorted(used - discloses - ALWAYS_SAFE):
        yield f": '{name}' is used but not disclosed: {_disclose(name)}"
    if not (wrong_subject or wrong_text or wrong_html):
        for name in sorted(discloses - used - {"emergency_first"}):
            yield f": '{name}' is disclosed but not used: take it out of discloses"


def _parsed(text: str, line: int, is_html: bool = False) -> tuple[frozenset[str], list[str]]:
    """The names that `text` needs, and what is wrong with its syntax; `line` is that of the file before it."""
    if not text:
        return frozenset(), []
    try:
        made = compiled(text, is_html)
    except TemplateSyntaxError as err:
        return frozenset(), [f":{line + err.lineno}: {err.message}: mend the Jinja there"]
    other = [f":{line + at}: a template stands alone: no include, import or extends" for at in made.others]
    return made.names, other


def _disclose(name: str) -> str:
    return "add it to discloses" if name in DISCLOSURES else _instead(name, [*DISCLOSURES, *ALWAYS_SAFE])


def _instead(given: str, allowed: Collection[str]) -> str:
    close = get_close_matches(given, list(allowed), n=1)
    return f"did you mean '{close[0]}'?" if close else f"use one of {', '.join(sorted(allowed))}"


def _type_word(wanted: type) -> str:
    return {str: "text in quotes", list: "list of names", bool: "true or false"}[wanted]

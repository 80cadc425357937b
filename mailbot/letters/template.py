"""Templates: read, checked and compiled once, at start (promise 6; design, section 7).

A template is `templates/<workflow>/<name>.txt`: a TOML head between lines of three hyphens, then the body in
Jinja. An HTML body beside it (`<name>.html`) is optional; else HTML is made from the text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup

from mailbot.errors import GiveUp, Mistakes
from mailbot.letters.checking import Source, mistakes_in, mistakes_in_frame
from mailbot.letters.disclosure import AUDIENCES, Audience, Tone, gives_away
from mailbot.letters.environment import template
from mailbot.letters.page import tidy, to_html
from mailbot.letters.values import prepared

NEUTRAL_SUBJECT = "A message for you"
FRAME = ("_emergency.txt", "_opening.txt", "_closing.txt", "_layout.html")

# What goes wrong in a template, the shape of a value included; texts of these errors may hold values.
_UNWRITABLE = (jinja2.TemplateError, TypeError, AttributeError, ValueError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class Section:
    """What one letter says, without greeting and footer."""

    subject: str
    text: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Template:
    """One checked template. `asks` is what a bare reply to it answers, one of `disclosure.ASKS`.

    `above_all`: a line of plain words that stands above everything else in the mail (L22).
    """

    name: str
    audience: Audience
    discloses: frozenset[str]
    tone: Tone
    asks: str | None
    emergency_first: bool
    subject: jinja2.Template
    text: jinja2.Template
    html: jinja2.Template | None
    above_all: str = ""

    def may_go_to(self, audience: Audience) -> bool:
        """Whether `audience` may see all that this template discloses."""
        return self.discloses <= AUDIENCES[audience]

    def write(self, context: Mapping[str, object], safe: Mapping[str, object]) -> Section:
        """The section for `context`, of which only the disclosed names are seen, and the always `safe` values.

        A disclosed name that `context` lacks, or a None that would be printed, raises GiveUp. A subject that a
        value made give something away is replaced by a neutral one: a letter is never lost for its subject.
        """
        if missing := sorted(self.discloses - context.keys()):
            raise GiveUp(f"template {self.name}: the letter's context lacks {', '.join(missing)}; give it or None")
        seen = {name: prepared(name, context[name]) for name in self.discloses} | dict(safe)
        subject = " ".join(self._rendered(self.subject, seen).split())
        text = tidy(self._rendered(self.text, seen))
        html = Markup(self._rendered(self.html, seen)) if self.html else to_html(text)
        return Section(NEUTRAL_SUBJECT if gives_away(subject) else subject, text, html)

    def _rendered(self, compiled: jinja2.Template, seen: Mapping[str, object]) -> str:
        try:
            return compiled.render(seen)
        except _UNWRITABLE as err:
            kind = type(err).__name__
        raise GiveUp(f"template {self.name} cannot be written: a value is None or of the wrong kind ({kind})")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the sections of every letter."""

    emergency: jinja2.Template
    opening: jinja2.Template
    closing: jinja2.Template
    layout: jinja2.Template


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates of a scheme, by name ("visits/recorded")."""

    by_name: Mapping[str, Template]
    frame: Frame

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.by_name)

    def __getitem__(self, name: str) -> Template:
        """The template called `name`; GiveUp where there is none."""
        try:
            return self.by_name[name]
        except KeyError:
            raise GiveUp(f"there is no template {name}: correct the rule or add templates/{name}.txt") from None


def load_templates(folder: Path) -> Templates:
    """Read, check and compile all templates below `folder`. Raises Mistakes with everything that is wrong."""
    if not folder.is_dir():
        raise Mistakes([f"{folder}: there is no such folder of templates: run `mailbot init` or correct the path"])
    sources = [_source(folder, path) for path in sorted(folder.glob("*/*.txt"))]
    lines = [line for source in sources for line in mistakes_in(source)]
    lines += _stray(folder) + [line for name in FRAME for line in mistakes_in_frame(folder, name)]
    if lines:
        raise Mistakes(lines)
    return Templates({source.name: _template(source) for source in sources}, _frame(folder))


def _source(folder: Path, path: Path) -> Source:
    beside = path.with_suffix(".html")
    html = beside.read_text(encoding="utf-8") if beside.exists() else None
    shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    name = path.relative_to(folder).with_suffix("").as_posix()
    return Source.parse(name, shown, path.read_text(encoding="utf-8"), html)


def _stray(folder: Path) -> list[str]:
    """Texts and HTML bodies in a place where nothing reads them."""
    known = {folder / name for name in FRAME}
    found = [path for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".html") and path not in known]
    return [
        f"{folder.name}/{path.relative_to(folder).as_posix()}: nothing reads this file: "
        f"templates are <workflow>/<name>.txt, with <name>.html beside it at most"
        for path in found
        if not (path.parent.parent == folder and path.with_suffix(".txt").exists())
    ]


def _template(source: Source) -> Template:
    return Template(
        name=source.name,
        audience=Audience(source.head["audience"]),
        discloses=frozenset(source.head.get("discloses", ())),
        tone=Tone(source.head["tone"]),
        asks=source.head.get("asks"),
        emergency_first=source.head.get("emergency_first", False),
        subject=template(source.head["subject"], autoescape=False),
        text=template(source.body, autoescape=False),
        html=template(source.html, autoescape=True) if source.html is not None else None,
        above_all=source.head.get("above_all", ""),
    )


def _frame(folder: Path) -> Frame:
    compiled = [
        template((folder / name).read_text(encoding="utf-8"), autoescape=name.endswith(".html")) for name in FRAME
    ]
    return Frame(*compiled)

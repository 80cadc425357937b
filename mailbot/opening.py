"""Opens a scheme: config, templates, rules, vocabulary of harm, all checked together, and the database."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from mailbot.config import Config
from mailbot.errors import Mistakes
from mailbot.letters.template import load_templates
from mailbot.letters.token import Tokens
from mailbot.reading.classifier import classify
from mailbot.reading.message import Aside, BoundaryEntry, ChatEntry, HarmEntry
from mailbot.reading.words.asides import load_asides
from mailbot.reading.words.boundaries_file import BOUNDARY_LISTS, CATEGORIES, load_boundaries
from mailbot.reading.words.chat_file import load_chat
from mailbot.reading.words.harm import load_harm
from mailbot.rulebook.load import load_rulebook
from mailbot.rulebook.rule import Pack
from mailbot.scheme import Scheme
from mailbot.store.transaction import Database
from mailbot.workflows.allowed import misdirected
from mailbot.workflows.registry import Registry

E = TypeVar("E", HarmEntry, ChatEntry, Aside, BoundaryEntry)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where rules and templates are."""

    rules: Path
    templates: Path


def folders_of(config: Config) -> Folders:
    """Those beside the config, which `init` makes for a scheme to edit; else those that came with mailbot."""
    own = {name: config.folder / name for name in ("rules", "templates")}
    return Folders(**{name: path if path.is_dir() else shipped(name) for name, path in own.items()})


def shipped(name: str) -> Path:
    """A file or folder that travels with mailbot, from the wheel or from a checkout."""
    package = Path(str(files("mailbot")))
    inside = package / "data" / name
    return inside if inside.exists() else package.parent / name


def open_scheme(config: Config, registry: Registry, database: Database | None = None) -> Scheme:
    """Everything checked. Raises Mistakes with all that is wrong in templates, rules and vocabulary."""
    where, mistakes = folders_of(config), []
    try:
        templates = load_templates(where.templates)
        rulebook = load_rulebook(where.rules, config.scheme.packs, registry.vocabulary(config, templates))
        mistakes += [line for pack in rulebook.packs.values() for line in unknown_boundaries(pack)]
        mistakes += [line for rule in rulebook.rules for line in misdirected(rule, templates)]
    except Mistakes as found:
        mistakes += found.lines
    try:
        harm = _one_vocabulary(load_harm(where.rules / "harm.toml"))
    except Mistakes as found:
        mistakes += found.lines
    try:
        chat = _one_vocabulary(load_chat(where.rules / "chat.toml"))
    except Mistakes as found:
        mistakes += found.lines
    try:
        asides = _one_vocabulary(load_asides(where.rules / "asides.toml"))
    except Mistakes as found:
        mistakes += found.lines
    try:
        boundaries = _one_vocabulary(load_boundaries(where.rules / "boundaries.toml"))
    except Mistakes as found:
        mistakes += found.lines
    if mistakes:
        raise Mistakes(mistakes)
    return Scheme(
        config=config,
        rulebook=rulebook,
        templates=templates,
        tokens=Tokens(config.secrets.token_key.get_secret_value()),
        harm=harm,
        chat=chat,
        asides=asides,
        boundaries=boundaries,
        classify=classify,
        database=database or Database(config.database_url, config.database.db_schema),
    )


def unknown_boundaries(pack: Pack) -> Iterator[str]:
    """What a pack wants talked over, and no entry of the vocabulary is about: nobody would ever hear of it."""
    for key in BOUNDARY_LISTS:
        for name in filter(None, (each.strip() for each in str(pack.values.get(key, "")).split(";"))):
            if name not in CATEGORIES:
                yield (
                    f"rules/schemes/{pack.name}.toml: {key} names '{name}', which mailbot does not know; "
                    f"known are {', '.join(sorted(CATEGORIES))}"
                )


def _one_vocabulary(entries: tuple[E, ...]) -> tuple[E, ...]:
    """The entries with the same words that were read before, if they were: entries are told apart by which they are.

    So the schemes of a process that have the same vocabulary have one that is compiled once.
    """
    return _made(tuple(map(_row, entries)))


def _row(entry: HarmEntry | ChatEntry | Aside | BoundaryEntry) -> tuple[Any, ...]:
    return type(entry), *(getattr(entry, part.name) for part in fields(entry))


@lru_cache(maxsize=24)
def _made(rows: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...]:
    return tuple(kind(*values) for kind, *values in rows)

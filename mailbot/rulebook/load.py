"""The rulebook: read from TOML, with every mistake told at once, or not at all (design, section 4)."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from mailbot.errors import Mistakes
from mailbot.rulebook.conditions import Condition, compile_condition
from mailbot.rulebook.fields import Field, fields_of
from mailbot.rulebook.names import Report, unknown
from mailbot.rulebook.params import read_action
from mailbot.rulebook.rule import Action, Pack, Rule, Vocabulary

# Vocabularies live beside the rules; others read them.
_NOT_RULES = ("harm.toml", "chat.toml", "asides.toml", "boundaries.toml")
_RULE_KEYS = ("id", "says", "on", "when", "otherwise", "then")


@dataclass(frozen=True)
class Rulebook:
    """All rules in the order in which they are tried, and the packs that are switched on, by name."""

    rules: tuple[Rule, ...]
    packs: Mapping[str, Pack]
    fields: Mapping[str, Mapping[str, Field]] = field(repr=False)

    @cached_property
    def _by_event(self) -> dict[str, tuple[Rule, ...]]:
        return {name: tuple(rule for rule in self.rules if rule.on == name) for name in self.fields}

    def for_event(self, name: str) -> tuple[Rule, ...]:
        """The rules of an event, those of packs first; the last is an `otherwise`. Empty for an unknown event."""
        return self._by_event.get(name, ())


def load_rulebook(folder: Path, packs: Sequence[str], vocabulary: Vocabulary) -> Rulebook:
    """Read `schemes/<pack>.toml` for each of `packs`, then every other file of `folder` by name.

    Raises Mistakes with every mistake in them, one line each.
    """
    if not folder.is_dir():
        raise Mistakes([f"{folder.name}: there is no such folder; `mailbot init` makes one"])
    loading = _Loading(vocabulary)
    for name in packs:
        loading.read_pack(folder, name)
    for path in sorted(folder.glob("*.toml")):
        if path.name not in _NOT_RULES:
            loading.read_rules(path, f"{folder.name}/{path.name}")
    loading.check_lists(folder.name)
    if loading.mistakes:
        raise Mistakes(loading.mistakes)
    return Rulebook(tuple(loading.rules), loading.packs, loading.fields)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a rule stands: enough to check the order of a list, even if the rule itself has mistakes."""

    where: str
    file: str
    on: str
    pack: str | None
    closes: bool


@dataclass
class _Loading:
    vocabulary: Vocabulary
    mistakes: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    packs: dict[str, Pack] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    unread: bool = False

    @cached_property
    def fields(self) -> dict[str, dict[str, Field]]:
        return {name: fields_of(event, self.vocabulary.packs) for name, event in self.vocabulary.events.items()}

    def read_pack(self, folder: Path, name: str) -> None:
        file = f"{folder.name}/schemes/{name}.toml"
        known = [path.stem for path in folder.glob("schemes/*.toml")]
        if name not in known:
            self.mistakes.append(f"{file}: {unknown('pack', name, known)}")
            return
        document = self._read(folder / "schemes" / f"{name}.toml", file)
        if document is not None:
            self.packs[name] = self._pack(name, document, self._report(file))
            self._read_document(document, file, ("pack", "rule"), name)

    def read_rules(self, path: Path, file: str) -> None:
        document = self._read(path, file)
        if document is not None:
            self._read_document(document, file, ("rule",), None)

    def check_lists(self, folder: str) -> None:
        """Every event's list ends in one `otherwise`; a pack's list need not, as the common one follows it."""
        if self.unread:
            return
        lists: dict[tuple[str | None, str], list[_Entry]] = defaultdict(list)
        for entry in self.entries:
            lists[entry.pack, entry.on].append(entry)
        for entries in lists.values():
            self.mistakes += [_unreachable_after(entry) for entry in entries[:-1] if entry.closes]
        for name in self.vocabulary.events:
            last = lists[None, name][-1:]
            if not last:
                self.mistakes.append(f'{folder}: event "{name}" has no rules; add one with otherwise = true')
            elif not last[0].closes:
                self.mistakes.append(f'{last[0].file}: event "{name}": its last rule must have otherwise = true')

    def _read(self, path: Path, file: str) -> dict[str, Any] | None:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            self.mistakes.append(f"{file}: {_place(str(error))}")
        except UnicodeDecodeError:
            self.mistakes.append(f"{file}: is not UTF-8; save it as UTF-8")
        self.unread = True
        return None

    def _report(self, where: str) -> Report:
        return lambda text: self.mistakes.append(" ".join(f"{where}: {text}".split()))

    def _read_document(self, document: dict[str, Any], file: str, keys: Sequence[str], pack: str | None) -> None:
        for key in document:
            if key not in keys:
                self._report(file)(unknown("key", key, keys))
        tables = document.get("rule", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self._report(file)("rules are written as [[rule]], with two brackets")
            self.unread = True
            return
        for number, table in enumerate(tables, 1):
            self._read_rule(table, file, number, pack)

    def _read_rule(self, table: dict[str, Any], file: str, number: int, pack: str | None) -> None:
        name = table.get("id")
        where = f'{file}: rule "{name}"' if name else f"{file}: rule number {number}"
        told = len(self.mistakes)
        report = self._report(where)
        _check_keys(table, report)
        self._check_id(name, file, report)
        event = self._event(table, report)
        if event is not None:
            self.entries.append(_Entry(where, file, event, pack, table.get("otherwise") is True))
        test = self._condition(table, event, report)
        then = self._actions(table, event, report)
        if event is not None and told == len(self.mistakes):
            when = table.get("when")
            self.rules.append(Rule(table["id"], table["says"], event, when, then, file, pack, test))

    def _check_id(self, name: object, file: str, report: Report) -> None:
        if not isinstance(name, str):
            return
        if name in self.ids:
            report(f"there is another rule with this id in {self.ids[name]}; give it its own")
        self.ids.setdefault(name, file)

    def _event(self, table: dict[str, Any], report: Report) -> str | None:
        name = table.get("on")
        if not isinstance(name, str):
            return None
        if name not in self.vocabulary.events:
            report(unknown("event", name, self.vocabulary.events))
            return None
        return name

    def _condition(self, table: dict[str, Any], event: str | None, report: Report) -> Condition | None:
        when = table.get("when")
        if event is None or not isinstance(when, str):
            return None
        condition = compile_condition(when, self.fields[event], report)
        if condition is not None and self.vocabulary.events[event].alerting:
            for name in sorted(condition.uses):
                if self.fields[event][name].about_sender:
                    report(f'"{name}" says who wrote; an alert may not depend on that, so leave it out')
        return condition

    def _actions(self, table: dict[str, Any], event: str | None, report: Report) -> tuple[Action, ...]:
        steps = table.get("then")
        if not isinstance(steps, list):
            return ()
        if not steps and event is not None and self.vocabulary.events[event].alerting:
            report(f'"then" is empty, but "{event}" has to reach a person; say how')
        read = [read_action(step, self.vocabulary, report) for step in steps]
        return tuple(action for action in read if action is not None)

    def _pack(self, name: str, document: dict[str, Any], report: Report) -> Pack:
        table = document.get("pack")
        if not isinstance(table, dict):
            report('a pack starts with [pack] and settings = ["…"]')
            return Pack(name, (), {})
        for key in table:
            if key not in ("settings", "values"):
                report(unknown("key", key, ("settings", "values")))
        settings, values = table.get("settings"), table.get("values", {})
        if not isinstance(settings, list) or not settings or not all(isinstance(each, str) for each in settings):
            report('"settings" of [pack] must be a list of texts with at least one entry')
            settings = []
        return Pack(name, tuple(settings), _values(values, report))


def _check_keys(table: dict[str, Any], report: Report) -> None:
    for key in table:
        if key not in _RULE_KEYS:
            report(unknown("key", key, _RULE_KEYS))
    for key in ("id", "says", "on"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            report(f'"{key}" is missing or not a text; write {key} = "…"')
    if not isinstance(table.get("then"), list):
        report('"then" is missing or not a list; write then = [ … ]')
    if "when" in table and not isinstance(table["when"], str):
        report('"when" must be a text; write when = "…"')
    if "otherwise" in table and table["otherwise"] is not True:
        report('"otherwise" can only be true')
    if ("when" in table) == ("otherwise" in table):
        report('needs either when = "…" or otherwise = true' + (", not both" if "when" in table else ""))


def _values(values: object, report: Report) -> Mapping[str, Any]:
    if not isinstance(values, dict):
        report("the values of a pack are written under [pack.values]")
        return {}
    for key, value in values.items():
        if not isinstance(value, str | int | float):
            report(f'value "{key}" of [pack.values] must be a number, a text, true or false')
    return values


def _unreachable_after(entry: _Entry) -> str:
    return f'{entry.where}: has no condition, so the rules after it on "{entry.on}" are never reached; put it last'


def _place(error: str) -> str:
    """`Invalid value (at line 3, column 5)` as `line 3, column 5: Invalid value`."""
    what, _, place = error.rpartition(" (at ")
    hint = "; a table in { } has to stand on one line" if what.endswith("key part") else ""
    return f"{place.rstrip(')')}: {what}{hint}" if what else error

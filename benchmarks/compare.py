"""What a label expects beside what `explain` found, field by field.

Dates, times, amounts and references are compared exactly; free words by whether they have a word in common.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from benchmarks.labelled import Cast, Label

Told = Mapping[str, Any]
Values = Sequence[Any]
LOOSE = frozenset({"harm", "reason", "action_requested", "helpline", "commands"})
ANY_FACT = frozenset({"harm", "reason", "action_requested", "helpline", "client_source", "from_quote"})
"""Fields that do not make a sure fact wrong: free words, and where a value was read."""
_SMALL = (
    "a an and are as at be been by for from had has have he her him his i in is it me my not of on"
    " or she so that the their them then there they this to too was we were with you"
)
SMALL_WORDS = frozenset(_SMALL.split())


class Verdict(StrEnum):
    """What became of an expected field; EXTRA is one that the label does not have."""

    RIGHT = "right"
    WRONG = "wrong"
    ABSENT = "absent"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class SureAndWrong:
    """A fact that was sure of itself and should not have been: its kind, and what is wrong with it."""

    file: str
    kind: str
    wrong: tuple[str, ...]


def verdicts(label: Label, told: Told, cast: Cast) -> dict[str, Verdict]:
    """One for each field of the label, and EXTRA for what was found beside them."""
    found = {name: _verdict(name, wanted, told, cast) for name, wanted in _expected(label).items()}
    return found | {name: Verdict.EXTRA for name in _fields_found(told) if name not in found}


def sure_and_wrong(label: Label, told: Told, cast: Cast) -> list[SureAndWrong]:
    """Facts marked as sure whose kind is neither expected nor fair, or with a value that contradicts the label."""
    wrong = []
    for fact in told["facts"]:
        reasons = [] if fact["kind"] in label.kinds | label.also_ok else ["kind"]
        reasons += [name for name, value in fact["fields"].items() if _contradicts(name, value, label, cast)]
        if fact["sure"] and reasons:
            wrong.append(SureAndWrong(label.file, fact["kind"], tuple(reasons)))
    return wrong


def one_line(text: str) -> str:
    """White space collapsed, so that wrapped and flowed lines are alike."""
    return " ".join(text.split())


def values_of(told: Told, name: str) -> list[Any]:
    """Every value that a fact gives to that field."""
    return [fact["fields"][name] for fact in told["facts"] if name in fact["fields"]]


def _expected(label: Label) -> dict[str, Any]:
    """The label's fields; the amounts, categories and days of expenses count apart."""
    wanted = {name: value for name, value in label.fields.items() if value is not None}
    spent = wanted.get("expenses") or []
    for part in ("category", "date"):
        if any(part in each for each in spent):
            wanted[f"expenses.{part}"] = [each.get(part) for each in spent]
    return wanted


def _fields_found(told: Told) -> set[str]:
    return {name for fact in told["facts"] for name in fact["fields"]}


def _verdict(name: str, wanted: Any, told: Told, cast: Cast) -> Verdict:
    if name == "visits":
        return _visits(wanted, told, cast)
    values = _commands(told) if name == "commands" else values_of(told, name.partition(".")[0])
    if name.startswith("expenses"):
        values = [[each for value in values for each in value]] if values else []
    if not values:
        return Verdict.ABSENT
    same = COMPARE.get(name, _as_text)
    if name in ("client_ref", "client_ref_or_name"):
        return _of(any(cast.ref_of(value) == cast.ref_of(wanted) for value in values))
    if name == "from_quote":
        return _of({word for value in values for word in value.split()} >= set(wanted.split()))
    return _of(any(same(wanted, value) for value in values))


def _of(right: bool) -> Verdict:
    return Verdict.RIGHT if right else Verdict.WRONG


def _visits(wanted: Iterable[Told], told: Told, cast: Cast) -> Verdict:
    """Each visit of the label has to be there, with day, client and outcome."""
    facts = [fact["fields"] for fact in told["facts"] if "visit_date" in fact["fields"]]
    found = {(f["visit_date"], cast.ref_of(f.get("client_ref", "")), f.get("outcome")) for f in facts}
    if not found:
        return Verdict.ABSENT
    return _of(all((v["date"], cast.ref_of(v["client_ref_or_name"]), v["outcome"]) in found for v in wanted))


def _commands(told: Told) -> list[str]:
    return [" ".join(str(part) for part in value.values()) for value in values_of(told, "command")]


def _contradicts(name: str, value: Any, label: Label, cast: Cast) -> bool:
    """Whether the label gives that field, and not this value."""
    wanted = _acceptable(name, label)
    if not wanted or name in ANY_FACT:
        return False
    if name == "expenses":
        return not _amounts(value) <= _amounts(wanted[0])
    if name in ("client_ref", "client_ref_or_name"):
        return cast.ref_of(value) not in {cast.ref_of(each) for each in wanted}
    return not any(COMPARE.get(name, _as_text)(each, value) for each in wanted)


def _acceptable(name: str, label: Label) -> list[Any]:
    """All values that are true of this mail: it may tell of several visits, claims and calls."""
    fields = label.fields
    values = [fields.get(name)]
    part = {"visit_date": "date", "outcome": "outcome", "client_ref": "client_ref_or_name"}.get(name)
    if part:
        values += [visit.get(part) for visit in fields.get("visits") or ()]
    if name == "visit_date":
        values += [fields.get("moved_from")] + [spent.get("date") for spent in fields.get("expenses") or ()]
    return [value for value in values if value is not None]


def _amounts(expenses: Iterable[Told]) -> Counter[str]:
    return Counter(f"{float(each['amount']):.2f}" for each in expenses)


def _same_amounts(wanted: Any, value: Any) -> bool:
    return _amounts(wanted) == _amounts(value)


def _same_part(part: str) -> Callable[[Any, Any], bool]:
    return lambda wanted, value: Counter(wanted) == Counter(each.get(part) for each in value)


def _as_text(wanted: Any, value: Any) -> bool:
    return one_line(str(wanted)).casefold() == one_line(str(value)).casefold()


def _as_number(wanted: Any, value: Any) -> bool:
    return abs(float(wanted) - float(value)) < 0.01


def _as_moment(wanted: Any, value: Any) -> bool:
    """To the minute, in local time; an offset behind it is left out."""
    return str(wanted)[:16] == str(value)[:16]


def _as_digits(wanted: Any, value: Any) -> bool:
    return re.sub(r"\D", "", str(wanted)) == re.sub(r"\D", "", str(value))


def _as_yes_or_no(wanted: Any, value: Any) -> bool:
    return (str(wanted).casefold() in ("yes", "true")) is (str(value).casefold() in ("yes", "true"))


def _as_command(wanted: Any, value: Any) -> bool:
    """The name by its beginning (reject, reject_expense); what stands behind it by its words."""
    names = sorted((str(wanted["name"]), str(value["name"])), key=len)
    return names[1].startswith(names[0]) and _alike(wanted.get("args", ""), value.get("args", ""))


def _alike(wanted: Any, value: Any) -> bool:
    """A word in common, by its beginning; or both have none that counts."""
    return bool(_stems(wanted) & _stems(value)) or _as_text(wanted, value)


def _stems(text: Any) -> set[str]:
    words = re.findall(r"[^\W_]+", str(text).casefold())
    return {word[:5] for word in words if word not in SMALL_WORDS}


COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    **dict.fromkeys(LOOSE, _alike),
    **dict.fromkeys(("mileage", "receipts", "call_wait_minutes"), _as_number),
    **dict.fromkeys(("call_logged_at", "expected_back_at"), _as_moment),
    **dict.fromkeys(("permanent", "call_time_exact"), _as_yes_or_no),
    "new_phone": _as_digits,
    "command": _as_command,
    "expenses": _same_amounts,
    "expenses.category": _same_part("category"),
    "expenses.date": _same_part("date"),
}

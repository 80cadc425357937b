"""Rules in plain English, from what was parsed."""

from pathlib import Path

import pytest

from mailbot.rulebook.explain import describe, in_english
from tests.rulebook.helpers import load, rule

ESCALATE = (
    '{ do = "send", template = "safeguarding/escalation", to = "directory:helpline_escalations",'
    ' cc = ["directory:charity_safeguarding", "role:safeguarding_lead"] },'
    '{ do = "start_timer", timer = "escalation-unanswered", after = "4 hours", clock = "safety" }'
)


def english(folder: Path, on: str, when: str | None, then: str = "") -> str:
    return in_english(load(folder, rule("asked", on, when, then)).for_event(on)[0])


def condition(folder: Path, on: str, when: str) -> str:
    return english(folder, on, when, '{ do = "attend", why = "x" }').removeprefix("when ").partition(", then")[0]


def test_a_whole_rule_reads_as_a_sentence(tmp_path: Path) -> None:
    when = "urgency == 'urgent' and asked_outside and call_logged_at != null"

    assert english(tmp_path, "concern.opened", when, ESCALATE) == (
        "when urgency is urgent and asked outside and call logged at is known, then: "
        "send safeguarding/escalation to directory helpline_escalations, "
        "cc directory charity_safeguarding and role safeguarding_lead; "
        "start timer escalation-unanswered after 4 hours, clock safety."
    )


def test_a_rule_that_does_nothing_says_so(tmp_path: Path) -> None:
    assert english(tmp_path, "visit.confirmed", "is_first") == "when is first, then: do nothing."


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("pence > 3000", "pence is more than 3000"),
        ("3000 >= pence", "pence is at most 3000"),
        ("limit == null or limit < 5", "limit is not known or limit is less than 5"),
        ("pence == 1 or (pence == 2 and receipts != 0)", "pence is 1 or (pence is 2 and receipts is not 0)"),
        ("(pence == 1 or pence == 2) and receipts == 0", "(pence is 1 or pence is 2) and receipts is 0"),
        ("limit != null and pence > limit", "limit is known and pence is more than limit"),
        ("limit in [1, 2]", "limit is one of 1, 2"),
        ("limit not in [1, 2]", "limit is not one of 1, 2"),
        ("'travel' in topics", "travel is among topics"),
        ("not ('travel' in topics)", "travel is not among topics"),
        ("not (pence > 3 and receipts == 1)", "not (pence is more than 3 and receipts is 1)"),
    ],
)
def test_a_condition_on_a_claim(tmp_path: Path, when: str, said: str) -> None:
    assert condition(tmp_path, "claim.received", when) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("not is_first", "not is first"),
        ("planned_on < d'2026-05-12'", "planned on is before 2026-05-12"),
        ("planned_on >= d'2026-05-12'", "planned on is not before 2026-05-12"),
        ("client_ref == ''", "client ref is empty"),
        ("client_ref == backup_ref", "client ref is backup ref"),
    ],
)
def test_a_condition_on_a_visit(tmp_path: Path, when: str, said: str) -> None:
    assert condition(tmp_path, "visit.confirmed", when) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("not asked_outside", "asked outside is no or not known"),
        ("asked_outside == false", "asked outside is no"),
        ("asked_outside != true", "asked outside is not yes"),
        (
            "call_logged_at != null and call_logged_at > d'2026-05-12T14:35+01:00'",
            "call logged at is known and call logged at is after 2026-05-12 14:35+01:00",
        ),
    ],
)
def test_a_condition_on_a_concern(tmp_path: Path, when: str, said: str) -> None:
    assert condition(tmp_path, "concern.opened", when) == said


@pytest.mark.parametrize(
    "length", ["1 minute", "90 minutes", "1 hour", "4 hours", "1 day", "2 days", "1 week", "2 weeks"]
)
def test_a_length_of_time_reads_as_it_was_written(tmp_path: Path, length: str) -> None:
    then = f'{{ do = "start_timer", timer = "nobody-confirmed", after = "{length}" }}'

    assert english(tmp_path, "visit.confirmed", "is_first", then).endswith(
        f"start timer nobody-confirmed after {length}."
    )


def test_the_rulebook_is_described_event_by_event_with_what_is_said_beside_what_was_parsed(tmp_path: Path) -> None:
    pack = '[pack]\nsettings = ["prison"]\n' + rule("prison", "visit.confirmed", "is_first")

    lines = describe(load(tmp_path, "", {"prison-visiting": pack})).splitlines()

    assert lines[:7] == [
        "visit.confirmed",
        "  1. prison (rules/schemes/prison-visiting.toml, only in prison-visiting)",
        "     says:   Says prison.",
        "     parsed: when is first, then: attend why look.",
        "  2. visit.confirmed-rest (rules/main.toml)",
        "     says:   Says visit.confirmed-rest.",
        "     parsed: otherwise: attend why look.",
    ]

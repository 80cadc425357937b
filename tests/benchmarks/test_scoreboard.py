"""The arithmetic of the scoreboard, on objects in the form of `explain --json`."""

from collections.abc import Mapping
from typing import Any

import pytest

from benchmarks.compare import Verdict, sure_and_wrong, verdicts
from benchmarks.labelled import Cast, Label, Member, Visited
from benchmarks.scoreboard import Read, Scoreboard
from mailbot.roll import Role

OFFICER = "una@visits.example.org"
CAST = Cast(
    key="N",
    name="North",
    address="north@visits.example.org",
    packs=("prison-visiting",),
    members=(Member(("c",), "Una Cole", OFFICER, frozenset({Role.COORDINATOR})),),
    clients=(Visited("N-1", "Karl", "prison"), Visited("N-2", "Mira", "prison")),
)
WRITER = frozenset({"ann@example.com"})


def label(*kinds: str, **more: Any) -> Label:
    return Label("a.eml", "N", frozenset(kinds), **more)


def fact(kind: str, sure: bool = True, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "fields": fields, "evidence": "", "sure": sure}


def told(*facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    kinds = list(dict.fromkeys(each["kind"] for each in facts))
    empty = {"kinds": kinds, "facts": list(facts), "attention": [], "mail": [], "newest_text": ""}
    return empty | more


def mail(*to: str, template: str = "visits/recorded", held: str | None = None) -> dict[str, Any]:
    return {"to": list(to), "cc": [], "template": template, "held": held}


def read(wanted: Label, found: Mapping[str, Any] | None, writer: frozenset[str] = WRITER) -> Read:
    return Read(wanted, CAST, found, 0.01, writer)


@pytest.mark.parametrize(
    ("name", "wanted", "found"),
    [
        ("visit_date", "2026-05-12", "2026-05-12"),
        ("call_logged_at", "2026-05-12T14:35", "2026-05-12T14:35+01:00"),
        ("mileage", 12.0, 12),
        ("harm", "bruises on her arm", "She has a bruise."),
        ("client_ref", "N-1", "n-1"),
        ("client_ref_or_name", "N-1", "Karl"),
        ("new_phone", "07700 900123", "07700900123"),
        ("permanent", "yes", True),
        ("from_quote", "visit_date", "client_ref visit_date"),
        ("expenses", [{"amount": "3.00"}], [{"amount": "3.0", "category": "canteen"}]),
        (
            "command",
            {"name": "reject_claim", "args": "no receipt"},
            {"name": "reject", "args": "a receipt is missing"},
        ),
    ],
)
def test_a_value_is_right_if_it_means_the_same(name: str, wanted: Any, found: Any) -> None:
    assert verdicts(label("x", fields={name: wanted}), told(fact("x", **{name: found})), CAST)[name] is Verdict.RIGHT


@pytest.mark.parametrize(
    ("name", "wanted", "found"),
    [
        ("visit_date", "2026-05-12", "2026-05-13"),
        ("harm", "bruises", "no heating"),
        ("client_ref", "N-1", "N-2"),
        ("permanent", "no", True),
        ("expenses", [{"amount": "3.00"}], [{"amount": "3.00"}, {"amount": "1.00"}]),
    ],
)
def test_a_value_is_wrong_if_it_means_something_else(name: str, wanted: Any, found: Any) -> None:
    assert verdicts(label("x", fields={name: wanted}), told(fact("x", **{name: found})), CAST)[name] is Verdict.WRONG


def test_a_field_that_no_fact_has_is_absent_and_one_that_the_label_lacks_is_extra() -> None:
    found = verdicts(label("x", fields={"visit_date": "2026-05-12"}), told(fact("x", mileage=3)), CAST)
    assert found == {"visit_date": Verdict.ABSENT, "mileage": Verdict.EXTRA}


def test_two_visits_in_one_mail_are_right_only_together() -> None:
    days = [("2026-05-12", "N-1"), ("2026-05-13", "N-2")]
    visits = [{"date": day, "client_ref_or_name": ref, "outcome": "took_place"} for day, ref in days]
    facts = [fact("x", visit_date=day, client_ref=ref, outcome="took_place") for day, ref in days]
    wanted = label("x", fields={"visits": visits})
    assert verdicts(wanted, told(*facts), CAST)["visits"] is Verdict.RIGHT
    assert verdicts(wanted, told(facts[0]), CAST)["visits"] is Verdict.WRONG
    assert not sure_and_wrong(wanted, told(*facts), CAST)


def test_only_a_sure_fact_can_be_sure_and_wrong() -> None:
    wanted = label("x", fields={"visit_date": "2026-05-12"})
    sure = told(fact("x", visit_date="2026-05-13"), fact("y"))
    assert [each.wrong for each in sure_and_wrong(wanted, sure, CAST)] == [("visit_date",), ("kind",)]
    assert not sure_and_wrong(wanted, told(fact("x", sure=False, visit_date="2026-05-13")), CAST)


def test_a_concern_is_seen_by_attention_or_by_mail_to_an_officer_that_leaves() -> None:
    concern = label("safeguarding_concern")
    assert read(concern, told()).is_unseen_concern
    assert read(concern, told(mail=[mail("ann@example.com")])).is_unseen_concern
    assert read(concern, told(mail=[mail(OFFICER, held="cap")])).is_unseen_concern
    assert not read(concern, told(mail=[mail(OFFICER)])).is_unseen_concern
    assert not read(concern, told(attention=[{"why": "concern", "level": "now"}])).is_unseen_concern


def test_an_officer_who_wrote_of_a_concern_is_not_alerted_by_a_thank_you() -> None:
    concern = label("safeguarding_concern")
    thanks, alert = mail(OFFICER), mail(OFFICER, template="safeguarding/officer_alert")
    assert read(concern, told(mail=[thanks]), frozenset({OFFICER})).is_unseen_concern
    assert not read(concern, told(mail=[alert]), frozenset({OFFICER})).is_unseen_concern


def test_any_mail_to_a_machine_is_an_answer() -> None:
    machine = label("auto_reply")
    assert read(machine, told(mail=[mail("ann@example.com")])).is_answered_machine
    assert not read(machine, told(mail=[mail(OFFICER)])).is_answered_machine
    assert not read(label("visit_confirmed"), told(mail=[mail("ann@example.com")])).is_answered_machine


def test_a_routine_mail_is_one_that_needs_nobody() -> None:
    assert read(label("visit_confirmed"), told()).is_routine
    assert not read(label("visit_confirmed", also_ok=frozenset({"question_other"})), told()).is_routine
    assert not read(label("visit_confirmed", must=("human decides",)), told()).is_routine
    assert not read(label("visit_confirmed", "stop_visiting"), told()).is_routine


def test_a_claim_over_the_limit_goes_to_a_person_rightly() -> None:
    claim = read(label("expense_claim"), told(attention=[{"why": "claim-waits", "level": "today"}]))
    doubt = read(label("expense_claim"), told(attention=[{"why": "not-understood", "level": "now"}]))
    assert Scoreboard([claim, doubt]).routine_to_a_person == [doubt]


def test_chat_that_stands_in_the_digest_holds_nothing_up() -> None:
    chat = read(label("visit_confirmed"), told(attention=[{"why": "partly-understood", "level": "today"}]))
    more = [{"why": "partly-understood", "level": "today"}, {"why": "lone-working", "level": "now"}]
    held_up = read(label("lone_check_in"), told(attention=more))
    board = Scoreboard([chat, held_up])
    assert (board.routine_to_a_person, board.routine_held_up) == ([chat, held_up], [held_up])


def test_kinds_are_exact_if_nothing_is_missing_and_nothing_unfair_is_there() -> None:
    wanted = label("x", also_ok=frozenset({"y"}))
    found = [told(fact("x")), told(fact("x"), fact("y")), told(fact("y")), told(fact("x"), fact("z"))]
    assert [read(wanted, each).is_exact for each in found] == [True, True, False, False]
    assert Scoreboard([read(wanted, each) for each in found]).kinds == {
        "x": (4, 3, 0),
        "y": (0, 0, 0),
        "z": (0, 0, 1),
    }

"""Which rule decides, and why the earlier ones did not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.errors import GiveUp
from mailbot.events import Event, Trust, Urgency
from mailbot.rulebook.load import Rulebook
from mailbot.rulebook.match import decide
from tests.rulebook.helpers import ClaimReceived, ConcernOpened, VisitConfirmed, load, rule

CALLED_AT = datetime(2026, 5, 12, 13, 35, tzinfo=UTC)
URGENT_WITH_CALL = "urgency == 'urgent' and asked_outside and call_logged_at != null"
PRISON = '[pack]\nsettings = ["prison"]\n'


def concerns(folder: Path) -> Rulebook:
    return load(
        folder,
        rule("with-call", "concern.opened", URGENT_WITH_CALL)
        + rule("urgent", "concern.opened", "urgency == 'urgent'"),
    )


def decided(rulebook: Rulebook, event: Event) -> str:
    return decide(rulebook, event).rule.id


def test_the_first_rule_that_matches_decides(tmp_path: Path) -> None:
    rulebook = concerns(tmp_path)

    called = ConcernOpened(urgency=Urgency.URGENT, asked_outside=True, call_logged_at=CALLED_AT)
    assert decided(rulebook, called) == "with-call"
    assert decided(rulebook, ConcernOpened(urgency=Urgency.URGENT)) == "urgent"
    assert decided(rulebook, ConcernOpened()) == "concern.opened-rest"


def test_a_decision_tells_which_part_of_each_earlier_rule_did_not_hold(tmp_path: Path) -> None:
    decision = decide(concerns(tmp_path), ConcernOpened(urgency=Urgency.IMMINENT))
    not_asked = decide(concerns(tmp_path), ConcernOpened(urgency=Urgency.URGENT, asked_outside=False))

    assert [(each.rule.id, each.because) for each in decision.passed()] == [
        ("with-call", "it does not hold that urgency is urgent"),
        ("urgent", "it does not hold that urgency is urgent"),
    ]
    assert [each.because for each in not_asked.passed()] == ["it does not hold that asked outside"]


def test_the_reason_never_shows_a_value_of_the_message(tmp_path: Path) -> None:
    rulebook = load(tmp_path, rule("known", "visit.confirmed", "client_ref == 'C-12'"))

    decision = decide(rulebook, VisitConfirmed(client_ref="Ana Example"))

    assert "Ana" not in repr(decision) + str(decision.passed())


def test_rules_of_a_pack_see_only_events_of_that_pack(tmp_path: Path) -> None:
    rulebook = load(tmp_path, "", {"prison-visiting": PRISON + rule("prison", "visit.confirmed", "is_first")})

    assert decided(rulebook, VisitConfirmed(is_first=True, pack="prison-visiting")) == "prison"
    assert decided(rulebook, VisitConfirmed(is_first=True, pack="refugee-hotels")) == "visit.confirmed-rest"
    assert decided(rulebook, VisitConfirmed(is_first=True)) == "visit.confirmed-rest"


def test_a_pack_may_end_the_list_for_its_own_events(tmp_path: Path) -> None:
    rulebook = load(tmp_path, "", {"prison-visiting": PRISON + rule("prison-rest", "visit.confirmed", None)})

    assert decided(rulebook, VisitConfirmed(pack="prison-visiting")) == "prison-rest"
    assert decided(rulebook, VisitConfirmed()) == "visit.confirmed-rest"


def test_what_is_not_known_is_neither_equal_nor_in_a_list(tmp_path: Path) -> None:
    rulebook = load(
        tmp_path,
        rule("equal", "claim.received", "limit == 3") + rule("listed", "claim.received", "limit in [1, 2]"),
    )

    assert decided(rulebook, ClaimReceived(limit=None)) == "claim.received-rest"
    assert decided(rulebook, ClaimReceived(limit=2)) == "listed"


def test_enums_compare_as_their_text(tmp_path: Path) -> None:
    rulebook = load(tmp_path, rule("trusted", "claim.received", "trust == 'verified'"))

    assert decided(rulebook, ClaimReceived(trust=Trust.VERIFIED)) == "trusted"


def test_a_condition_that_fails_reaches_a_person_with_its_place_and_no_value(tmp_path: Path) -> None:
    rulebook = load(tmp_path, rule("dear", "claim.received", "pence > 3000"))

    with pytest.raises(GiveUp) as caught:
        decide(rulebook, ClaimReceived(pence="secret words"))  # type: ignore[arg-type]

    assert str(caught.value).startswith('rules/main.toml: rule "dear": its condition failed with SymbolTypeError')
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_an_event_without_rules_reaches_a_person(tmp_path: Path) -> None:
    with pytest.raises(GiveUp, match="no rule decides"):
        decide(load(tmp_path, ""), Event())

"""Loading a rulebook: order, packs, and parameters that arrive typed."""

from datetime import timedelta
from pathlib import Path

import pytest

from mailbot.errors import Mistakes
from mailbot.events import Level
from mailbot.rulebook.load import Rulebook, load_rulebook
from mailbot.rulebook.rule import Action, Duration, Recipient, TemplateName, TimerName
from tests.rulebook.helpers import VOCABULARY, Attend, Send, StartTimer, load, mistakes_in, otherwises, rule

COORDINATOR = Recipient("role:coordinator")
PRISON = (
    '[pack]\nsettings = ["prison"]\n\n[pack.values]\nmiles_limit = 60\nrate = 0.45\nids = true\ngate = "main"\n\n'
)


def ids(rulebook: Rulebook, event: str) -> list[str]:
    return [each.id for each in rulebook.for_event(event)]


def only_action(folder: Path, then: str) -> Action:
    rulebook = load(folder, rule("first", "visit.confirmed", "is_first", then))
    return rulebook.for_event("visit.confirmed")[0].then[0]


def test_rules_keep_the_order_of_the_file_and_end_in_otherwise(tmp_path: Path) -> None:
    text = rule("b", "visit.confirmed", "is_first") + rule("a", "visit.confirmed", "client_ref == null")

    assert ids(load(tmp_path, text), "visit.confirmed") == ["b", "a", "visit.confirmed-rest"]


def test_an_event_that_nobody_knows_has_no_rules(tmp_path: Path) -> None:
    assert load(tmp_path, "").for_event("visit.dreamt") == ()


def test_rules_of_packs_come_first_in_the_order_of_the_packs(tmp_path: Path) -> None:
    packs = {
        "refugee-hotels": '[pack]\nsettings = ["hotel"]\n' + rule("hotel", "visit.confirmed", "is_first"),
        "prison-visiting": PRISON + rule("prison", "visit.confirmed", "is_first"),
    }
    rulebook = load(tmp_path, rule("common", "visit.confirmed", "is_first"), packs)

    assert ids(rulebook, "visit.confirmed") == ["hotel", "prison", "common", "visit.confirmed-rest"]
    assert [each.pack for each in rulebook.for_event("visit.confirmed")] == [
        "refugee-hotels",
        "prison-visiting",
        None,
        None,
    ]


def test_a_pack_gives_its_settings_and_values(tmp_path: Path) -> None:
    pack = load(tmp_path, "", {"prison-visiting": PRISON}).packs["prison-visiting"]

    assert pack.settings == ("prison",)
    assert pack.values == {"miles_limit": 60, "rate": 0.45, "ids": True, "gate": "main"}


def test_a_pack_that_is_not_switched_on_is_not_read(tmp_path: Path) -> None:
    load(tmp_path, "", {"prison-visiting": PRISON})
    (tmp_path / "rules" / "schemes" / "other.toml").write_text("not toml")

    assert load_rulebook(tmp_path / "rules", [], VOCABULARY).packs == {}


def test_a_pack_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    load(tmp_path, "", {"prison-visiting": PRISON})

    with pytest.raises(Mistakes) as caught:
        load_rulebook(tmp_path / "rules", ["prison-visitng"], VOCABULARY)

    assert caught.value.lines == [
        'rules/schemes/prison-visitng.toml: unknown pack "prison-visitng"; did you mean "prison-visiting"?'
    ]


def test_a_missing_folder_is_one_mistake(tmp_path: Path) -> None:
    with pytest.raises(Mistakes, match="there is no such folder"):
        load_rulebook(tmp_path / "rules", [], VOCABULARY)


def test_the_words_of_harm_are_not_rules(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "harm.toml").write_text('words = ["hurt"]\n')

    assert load(tmp_path, "").rules


def test_a_file_that_is_not_utf8_is_refused_and_hides_no_other_mistake(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "visits.toml").write_bytes(b"# caf\xe9\n")

    assert mistakes_in(tmp_path, rule("a", "visit.confirmed", "is_frst")) == [
        'rules/main.toml: rule "a": unknown field "is_frst"; did you mean "is_first"?',
        "rules/visits.toml: is not UTF-8; save it as UTF-8",
    ]


def test_a_mistake_is_always_one_line(tmp_path: Path) -> None:
    text = rule("a\\nb", "visit.confirmed", "client_ref == 3").replace("confirmed", "con\\nfirmed")

    assert [line for line in mistakes_in(tmp_path, text) if "\n" in line] == []


def test_parameters_arrive_typed(tmp_path: Path) -> None:
    then = '{ do = "attend", why = "look", level = "now", to = "role:coordinator", tries = 3, loud = true }'

    assert only_action(tmp_path, then) == Action(
        "attend", Attend(why="look", level=Level.NOW, to=COORDINATOR, tries=3, loud=True)
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("15 minutes", timedelta(minutes=15)),
        ("1 hour", timedelta(hours=1)),
        ("2 days", timedelta(days=2)),
        ("1 week", timedelta(weeks=1)),
    ],
)
def test_a_duration_is_written_in_words(tmp_path: Path, written: str, meant: timedelta) -> None:
    action = only_action(tmp_path, f'{{ do = "start_timer", timer = "nobody-confirmed", after = "{written}" }}')

    assert action.params == StartTimer(timer=TimerName("nobody-confirmed"), after=Duration(meant))


@pytest.mark.parametrize("written", ["4 h", "0 hours", "-1 days", "99999 weeks", "1.5 hours", "4  hours", ""])
def test_a_duration_that_could_be_misread_is_refused(tmp_path: Path, written: str) -> None:
    then = f'{{ do = "start_timer", timer = "nobody-confirmed", after = "{written}" }}'

    assert "is not a duration" in mistakes_in(tmp_path, rule("a", "visit.confirmed", "is_first", then))[0]


def test_one_recipient_may_stand_for_a_list_of_them(tmp_path: Path) -> None:
    then = '{ do = "send", template = "visits/thanks", to = "sender", cc = "role:coordinator" }'

    assert only_action(tmp_path, then).params == Send(
        template=TemplateName("visits/thanks"), to=Recipient("sender"), cc=(COORDINATOR,)
    )


def test_an_ordinary_event_may_end_in_doing_nothing(tmp_path: Path) -> None:
    assert mistakes_in(tmp_path, rule("quiet", "visit.confirmed", "is_first", "")) == []


def test_a_list_may_go_over_several_files_by_name(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "aa.toml").write_text(rule("early", "visit.confirmed", "is_first"))

    assert ids(load(tmp_path, ""), "visit.confirmed") == ["early", "visit.confirmed-rest"]


def test_an_event_left_out_everywhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "main.toml").write_text(otherwises("claim.received"))

    with pytest.raises(Mistakes, match=r'event "claim\.received" has no rules'):
        load_rulebook(tmp_path / "rules", [], VOCABULARY)

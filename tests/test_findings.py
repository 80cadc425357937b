from datetime import date
from pathlib import Path

import pytest

from mailbot.config import Config, load_config
from mailbot.findings import findings, named_person_gaps, team_gaps
from mailbot.roll import Clearance, NamedPerson, Person, Role, Roll
from tests.test_config import ENVIRON, GOOD

TODAY = date(2026, 5, 12)
ADA = Person(1, "Ada Lead", "ada@example.org", roles=frozenset({Role.SAFEGUARDING_LEAD}))
BEN = Person(2, "Ben Nights", "ben@example.com", roles=frozenset({Role.OUT_OF_HOURS}))
LIVE = GOOD.replace("[mailbox]", 'mode = "live"\n[mailbox]')
TEAM = GOOD.replace("[mailbox]", 'mode = "team"\nteam = ["Ada@example.org"]\n[mailbox]')


def load(folder: Path, text: str) -> Config:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return load_config(folder / "config.toml", ENVIRON)


def entry(name: str, rest: str = "", address: str = "team@helpline.example.net") -> str:
    return f'[directory.{name}]\naddress = "{address}"\nphone = "01632 960010"\nhours = "all day"\n{rest}\n'


def verified(on: str) -> str:
    return f'verified_by = "A. Coordinator"\nverified_on = {on}'


def test_a_live_scheme_with_two_to_alert_has_nothing_to_point_out(tmp_path: Path) -> None:
    config = load(tmp_path, LIVE + entry("helpline", verified("2026-03-31")))
    assert findings(config, TODAY, Roll(people=(ADA, BEN))) == []


def test_the_mode_is_said_while_it_keeps_mail_back(tmp_path: Path) -> None:
    assert findings(load(tmp_path, GOOD), TODAY)[0].startswith('scheme.mode: is "test"')
    assert findings(load(tmp_path, TEAM), TODAY)[0].startswith('scheme.mode: is "team"')


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ("", "is not verified"),
        ('verified_by = "A. Coordinator"', "is not verified"),
        ("verified_on = 2026-03-31", "is not verified"),
        (verified("2025-03-31"), "was verified more than 180 days ago"),
        (verified("2025-11-12"), "was verified more than 180 days ago"),
        (verified("2026-05-13"), "lies in the future"),
    ],
)
def test_an_entry_that_nobody_checked_lately_is_not_usable(tmp_path: Path, rest: str, reason: str) -> None:
    config = load(tmp_path, LIVE + entry("helpline", rest))
    assert reason in str(config.directory.usable("helpline", TODAY))
    assert [line for line in findings(config, TODAY) if line.startswith("directory.helpline: ") and reason in line]


@pytest.mark.parametrize(
    "rest", [verified("2025-11-13"), verified("2026-05-12"), verified("2025-01-01") + "\nrecheck_days = 900"]
)
def test_an_entry_is_usable_up_to_the_last_of_its_days(tmp_path: Path, rest: str) -> None:
    assert load(tmp_path, LIVE + entry("helpline", rest)).directory.usable("helpline", TODAY) is None


def test_an_entry_that_is_not_there_is_not_usable(tmp_path: Path) -> None:
    assert load(tmp_path, LIVE).directory.usable("helpline", TODAY) == "is missing from the directory"


def test_plain_transport_is_pointed_out_even_on_this_machine(tmp_path: Path) -> None:
    config = load(tmp_path, LIVE.replace('"imap.example.org"', '"localhost"\nsecurity = "plain"'))
    assert findings(config, TODAY) == ['mailbox.security: is "plain": password and mail can be read on the way']


def test_a_secret_file_that_others_may_read_is_pointed_out(tmp_path: Path) -> None:
    secret = tmp_path / "token.key"
    secret.write_text("k" * 64)
    secret.chmod(0o644)
    config = load(tmp_path, LIVE.replace('token_key_env = "TOKEN_KEY"', 'token_key_file = "token.key"'))
    assert [line.split(":")[0] for line in findings(config, TODAY)] == ["secrets.token_key_file"]
    secret.chmod(0o600)
    assert findings(config, TODAY) == []


def test_a_database_that_others_may_read_is_pointed_out(tmp_path: Path) -> None:
    database = tmp_path / "mailbot.db"
    database.touch(mode=0o644)
    database.chmod(0o644)
    config = load(tmp_path, LIVE)
    assert [line.split(":")[0] for line in findings(config, TODAY)] == ["database.url"]
    database.chmod(0o600)
    assert findings(config, TODAY) == []


def test_a_domain_like_a_well_known_one_is_pointed_out_and_left_as_it_is(tmp_path: Path) -> None:
    config = load(tmp_path, LIVE + entry("helpline", verified("2026-03-31"), "team@nhss.net"))
    assert findings(config, TODAY) == ["directory.helpline.address: the domain is nearly nhs.net: is it spelt right?"]
    assert config.directory.root["helpline"].address == "team@nhss.net"


def test_two_entries_whose_domains_nearly_agree_are_pointed_out(tmp_path: Path) -> None:
    twins = entry("one", verified("2026-03-31")) + entry("two", verified("2026-03-31"), "a@helpine.example.net")
    assert len(findings(load(tmp_path, LIVE + twins), TODAY)) == 2


def test_a_scheme_with_one_person_to_alert_is_pointed_out(tmp_path: Path) -> None:
    lines = findings(load(tmp_path, LIVE), TODAY, Roll(people=(ADA,)))
    assert any("fewer than two people could take a worry" in line for line in lines)


def test_a_scheme_without_a_safeguarding_lead_is_pointed_out(tmp_path: Path) -> None:
    lines = findings(load(tmp_path, LIVE), TODAY, Roll(people=(BEN,)))
    assert "roles: nobody is safeguarding_lead" in lines[0]


def test_the_chain_counts_roles_of_the_config_and_each_person_once(tmp_path: Path) -> None:
    config = load(tmp_path, f'{LIVE}[roles]\nchair = ["Ada@example.org"]\n')
    assert any("fewer than two" in line for line in findings(config, TODAY, Roll(people=(ADA,))))
    config = load(tmp_path, f'{LIVE}[roles]\nchair = ["nobody@example.net"]\n')
    assert any("fewer than two" in line for line in findings(config, TODAY, Roll(people=(ADA,))))
    config = load(tmp_path, f'{LIVE}[roles]\nchair = ["ben@example.com"]\n')
    assert findings(config, TODAY, Roll(people=(ADA, BEN))) == []


def test_a_role_for_somebody_who_is_not_on_the_roll_is_pointed_out(tmp_path: Path) -> None:
    config = load(tmp_path, f'{LIVE}[roles]\nchair = ["cora@example.net"]\n')
    lines = findings(config, TODAY, Roll(people=(ADA, BEN)))
    assert lines == ["roles.chair: address 1 belongs to nobody on the roll"]


def test_team_mode_names_by_number_whom_an_alert_would_not_reach(tmp_path: Path) -> None:
    config = load(tmp_path, f'{TEAM}[roles]\nsafeguarding_lead = ["cora@example.net", "ada@example.org"]\n')
    gaps = team_gaps(config, Roll(people=(ADA, BEN)))
    assert gaps == [
        "scheme.team: lacks address 1 of roles.safeguarding_lead, who is safeguarding_lead: "
        "in team mode an alert would not arrive",
        "scheme.team: lacks person 2, who is out_of_hours: in team mode an alert would not arrive",
    ]


@pytest.mark.parametrize("text", [GOOD, LIVE])
def test_the_other_modes_need_no_team(tmp_path: Path, text: str) -> None:
    assert team_gaps(load(tmp_path, text), Roll(people=(ADA, BEN))) == []


def test_somebody_on_the_roll_with_an_odd_address_is_pointed_out_by_number(tmp_path: Path) -> None:
    odd = (Person(3, "Cora", "visits@example.org"), Person(4, "Dan", "dan@gmial.com"))
    lines = findings(load(tmp_path, LIVE), TODAY, Roll(people=(ADA, BEN, *odd)))
    assert [line.split(":")[0] for line in lines] == ["person 3", "person 4"]
    assert "dan" not in str(lines).casefold()


@pytest.mark.duty("L23")
@pytest.mark.parametrize(
    ("email", "agreed_on", "said"),
    [
        ("dana@example.net", None, "has not agreed"),
        ("dana@example.net", date(2026, 5, 13), "agreed on a day to come"),
        ("dana@example.net", date(2026, 5, 12), None),
        (BEN.email, None, None),
    ],
)
def test_a_named_person_outside_the_roll_who_has_not_agreed_is_pointed_out(
    tmp_path: Path, email: str, agreed_on: date | None, said: str | None
) -> None:
    visitor = Person(3, "Vic Visitor", "vic@example.org", named_person=NamedPerson("Dana Friend", email, agreed_on))
    found = named_person_gaps(Roll(people=(ADA, BEN, visitor)), TODAY)
    assert [line.split(": ")[0] for line in found] == (["person 3"] if said else [])
    assert all(said in line and "dana" not in line.casefold() for line in found if said)
    assert set(found) <= set(findings(load(tmp_path, LIVE), TODAY, Roll(people=(ADA, BEN, visitor))))


def test_a_clearance_with_an_unknown_name_is_pointed_out_by_number_and_not_repeated(tmp_path: Path) -> None:
    known = Person(3, "Cora", "cora@example.org", clearances=(Clearance("dbs", TODAY), Clearance("references")))
    other = Person(4, "Dan", "dan@example.org", clearances=(Clearance("DBS from March"),))
    (line,) = findings(load(tmp_path, LIVE), TODAY, Roll(people=(ADA, BEN, known, other)))
    assert line.startswith("person 4: has a clearance that counts for nothing")
    assert "March" not in line

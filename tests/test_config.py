import json
import re
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.config import Config, Mode, Security, load_config
from mailbot.errors import Mistakes
from mailbot.roll import Role

HERE = Path(__file__).parent
BAD_CONFIGS = sorted((HERE / "bad_configs").glob("*.toml"))
SECRET = "correct horse battery staple"
ENVIRON = {"MAILBOX_PASSWORD": SECRET, "SMTP_PASSWORD": SECRET, "TOKEN_KEY": "k" * 32}
GOOD = """
[scheme]
name = "Example Visitors"
packs = ["prison-visiting"]
phone = "01632 960001"
[mailbox]
address = "visits@example.org"
name = "Example Visitors"
authserv_id = "mx.example.org"
host = "imap.example.org"
user = "visits"
password_env = "MAILBOX_PASSWORD"
[smtp]
host = "smtp.example.org"
[secrets]
token_key_env = "TOKEN_KEY"
"""


def load(folder: Path, text: str) -> Config:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path, ENVIRON)


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        load(folder, text)
    return caught.value.lines


@pytest.mark.parametrize("path", BAD_CONFIGS, ids=lambda path: path.stem)
def test_a_bad_config_lists_each_of_its_mistakes_in_one_line(path: Path) -> None:
    expected = [line[3:] for line in path.read_text().splitlines() if line.startswith("#! ")]
    with pytest.raises(Mistakes) as caught:
        load_config(path, ENVIRON | {"MAILBOX_PASSWORD": "correct horse"})
    assert caught.value.lines == [f"{path.name}: {line}" for line in expected]


@pytest.mark.parametrize("path", BAD_CONFIGS, ids=lambda path: path.stem)
def test_no_mistake_repeats_a_secret(path: Path) -> None:
    with pytest.raises(Mistakes) as caught:
        load_config(path, ENVIRON)
    assert "horse" not in str(caught.value)


def test_a_small_config_is_enough_and_its_mode_lets_nothing_out(tmp_path: Path) -> None:
    config = load(tmp_path, GOOD)
    assert config.scheme.mode is Mode.TEST
    assert (config.mailbox.security, config.mailbox.port, config.smtp.port) == (Security.TLS, 993, 465)
    assert config.smtp.user is None
    assert config.folder == tmp_path
    assert config.scheme.zone == ZoneInfo("Europe/London")
    assert config.limits.claim_pence == 1500
    assert config.timers.escalation_unanswered_after == timedelta(hours=4)


@pytest.mark.parametrize(("security", "imap", "smtp"), [("tls", 993, 465), ("starttls", 143, 587)])
def test_the_port_follows_from_the_security(tmp_path: Path, security: str, imap: int, smtp: int) -> None:
    text = re.sub(r"(host = .*)", rf'\1\nsecurity = "{security}"', GOOD)
    config = load(tmp_path, text)
    assert (config.mailbox.port, config.smtp.port) == (imap, smtp)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_plain_text_is_taken_on_this_machine_without_asking(tmp_path: Path, host: str) -> None:
    config = load(tmp_path, GOOD.replace('"smtp.example.org"', f'"{host}"\nsecurity = "plain"'))
    assert config.smtp.security is Security.PLAIN


@pytest.mark.parametrize("host", ["localhost.example.org", "128.0.0.1", "0.0.0.0", "::2"])
def test_plain_text_elsewhere_is_refused(tmp_path: Path, host: str) -> None:
    assert mistakes(tmp_path, GOOD.replace('"smtp.example.org"', f'"{host}"\nsecurity = "plain"'))


def test_plain_text_elsewhere_is_taken_when_the_config_says_so(tmp_path: Path) -> None:
    text = GOOD.replace('"smtp.example.org"', '"smtp.example.org"\nsecurity = "plain"\nallow_plain = true')
    assert load(tmp_path, text).smtp.port == 25


def test_a_password_is_read_from_a_file_beside_the_config_without_its_line_end(tmp_path: Path) -> None:
    (tmp_path / "mailbox.password").write_text(f"{SECRET}\n")
    config = load(tmp_path, GOOD.replace('password_env = "MAILBOX_PASSWORD"', 'password_file = "mailbox.password"'))
    assert config.mailbox.password.get_secret_value() == SECRET


def test_an_empty_password_file_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    lines = mistakes(tmp_path, GOOD.replace('password_env = "MAILBOX_PASSWORD"', 'password_file = "empty"'))
    assert lines == ["config.toml: mailbox.password_file: names a file that is empty"]


def test_a_config_prints_stars_for_its_secrets(tmp_path: Path) -> None:
    printed = repr(load(tmp_path, GOOD))
    assert SECRET not in printed
    assert ENVIRON["TOKEN_KEY"] not in printed


def test_a_config_cannot_be_changed(tmp_path: Path) -> None:
    config = load(tmp_path, GOOD)
    with pytest.raises(ValueError, match="frozen"):
        config.scheme.mode = Mode.LIVE


def test_a_sqlite_file_lies_beside_the_config(tmp_path: Path) -> None:
    config = load(tmp_path, GOOD)
    assert config.database_url.database == str(tmp_path / "mailbot.db")


def test_the_password_of_the_database_is_filled_in_and_not_printed(tmp_path: Path) -> None:
    url = "postgresql+psycopg://mailbot@db.example.org/mailbot"
    config = load(tmp_path, f'{GOOD}[database]\nurl = "{url}"\nschema = "one"\npassword_env = "SMTP_PASSWORD"\n')
    assert config.database_url.password == SECRET
    assert SECRET not in str(config.database_url)
    assert config.database.db_schema == "one"


def test_the_office_clock_keeps_to_the_days_and_hours_of_the_config(tmp_path: Path) -> None:
    hours = load(tmp_path, f'{GOOD}[hours]\nopens = 10:00:00\ndays = ["sat"]\nregion = "SCT"\n').office_hours
    assert hours.opens == time(10)
    assert hours.is_working_day(date(2026, 5, 9))
    assert not hours.is_working_day(date(2026, 5, 11))


def test_the_team_is_known_whatever_the_capitals(tmp_path: Path) -> None:
    config = load(tmp_path, GOOD.replace("[mailbox]", 'mode = "team"\nteam = ["Lead@Example.org"]\n[mailbox]'))
    assert config.scheme.is_on_team("lead@example.org")
    assert not config.scheme.is_on_team("leader@example.org")


def test_a_role_can_be_given_in_the_config(tmp_path: Path) -> None:
    config = load(tmp_path, f'{GOOD}[roles]\nchair = ["ada@example.org"]\n')
    assert config.roles == {Role.CHAIR: ("ada@example.org",)}


def test_a_config_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, f"\ufeff{GOOD}").scheme.name == "Example Visitors"


def test_a_config_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Mistakes, match="`mailbot init` makes one"):
        load_config(tmp_path / "config.toml", {})


def test_a_config_that_is_not_utf_8_is_one_mistake(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"name = '\xa3'")
    with pytest.raises(Mistakes, match="save it as UTF-8"):
        load_config(tmp_path / "config.toml", {})


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_as_mistakes_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "config.toml"
    path.write_bytes(raw)
    with pytest.raises(Mistakes):
        load_config(path, ENVIRON)


@pytest.mark.parametrize("zone", ["", "Europe", "../../etc/passwd", "Londno", "/etc/localtime", "a\x00b", 3])
def test_what_is_no_time_zone_is_refused(tmp_path: Path, zone: object) -> None:
    text = GOOD.replace("[mailbox]", f"time_zone = {json.dumps(zone)}\n[mailbox]")
    assert len(mistakes(tmp_path, text)) == 1

import re
from datetime import date
from pathlib import Path

from mailbot.config import Config, Mode, load_config
from mailbot.settings.mistakes import setting_paths
from tests.test_config import ENVIRON, SECRET, load

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"


def test_the_example_loads_once_its_secrets_are_given(tmp_path: Path) -> None:
    (tmp_path / "token.key").write_text("k" * 64)
    config = load(tmp_path, EXAMPLE.read_text(encoding="utf-8"))
    assert config.scheme.mode is Mode.TEST


def test_nobody_outside_can_be_mailed_with_the_directory_of_the_example(tmp_path: Path) -> None:
    (tmp_path / "token.key").write_text("k" * 64)
    directory = load(tmp_path, EXAMPLE.read_text(encoding="utf-8")).directory
    assert directory.names
    assert all(directory.usable(name, date(2026, 4, 1)) for name in directory.names)


def test_every_setting_appears_in_the_example_and_nothing_else_does() -> None:
    known = {re.sub(r"^roles$", "roles.*", path) for path in setting_paths(Config)}
    assert _settings_of(EXAMPLE.read_text(encoding="utf-8")) == known


def test_what_the_example_has_switched_off_is_right_too(tmp_path: Path) -> None:
    for name in ("token.key", "our-ca.pem"):
        (tmp_path / name).write_text("k" * 64)
    text = re.sub(r"(?m)^# ?(?=\w+ = |\[)", "", EXAMPLE.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^(\w+_file|schema|token_key_env) = .*", "", text)
    text = text.replace("[secrets]", '[secrets]\ntoken_key_file = "token.key"')
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with_all = load_config(path, ENVIRON | {"SECOND_SMTP_PASSWORD": SECRET, "DATABASE_PASSWORD": SECRET})
    assert with_all != load(tmp_path, EXAMPLE.read_text(encoding="utf-8"))


def _settings_of(text: str) -> set[str]:
    """All settings, switched on or off, with `*` for names of one's own."""
    section, found = "", set()
    for line in text.splitlines():
        if header := re.match(r"(?:# )?\[+([\w.]+)\]+$", line):
            section = re.sub(r"directory\.\w+", "directory.*", header[1])
        elif setting := re.match(r"(?:# )?(\w+) = ", line):
            found.add(f"{section}.{'*' if section == 'roles' else setting[1]}")
    return found

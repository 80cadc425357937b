"""The commands about the directory as a person types them."""

import io
import sys

import pytest

from mailbot import cli, cli_directory
from mailbot.cli import main
from mailbot.clock import FixedClock
from mailbot.post import domains
from tests import story
from tests.test_directory import NOT_CHECKED, PHONED, URGENT, name_server

NAME = "helpline_escalations"


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    """`typed("status", answers="yes")` gives (exit status, what was printed, what was complained about)."""
    for name, value in story.ENVIRON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    for module in (cli, cli_directory):
        monkeypatch.setattr(module, "SystemClock", lambda: FixedClock(story.MONDAY))

    def type_in(*words, answers=""):
        monkeypatch.setattr(sys, "argv", ["mailbot", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
        status = 0
        try:
            main()
        except SystemExit as ended:
            status = ended.code or 0
        said = capsys.readouterr()
        return status, said.out, said.err

    return type_in


@pytest.fixture
def scheme(tmp_path):
    """A scheme whose first outside team nobody has verified."""
    begun = story.begin(tmp_path, directory=PHONED)
    begun.scheme.database.close()
    return begun


def test_the_directory_lists_everything_with_its_state(typed, scheme):
    status, said, _ = typed("directory")
    assert status == 1 and "3 entries, 1 that may not be mailed" in said
    first, second, third = (part for part in said.split("directory.") if "address: " in part)
    assert "safeguarding@charity.example.net" in first
    assert "verified by L. Ekwall on 2026-04-01; check again by 2026-09-28" in first
    assert "safeguarding@government.example.net" in second
    assert "phone: 01632 960010" in third and "hours: day and night" in third
    assert "MAY NOT BE MAILED: it is not verified" in third


def test_whoever_types_the_address_again_verifies_it(typed, scheme):
    status, said, _ = typed("directory", "verify", NAME, "--by", "A. Coordinator", answers=f"{story.TEAM.upper()}\n")
    assert (
        status == 0
        and f"noted: A. Coordinator verified directory.{NAME} on 2026-05-11; it holds until 2026-11-07" in said
    )
    assert f"address: {story.TEAM}" in said and "phone: 01632 960010" in said
    assert "verified by A. Coordinator on " in typed("directory")[1]
    assert not [line for line in typed("check")[1].splitlines() if line.startswith(f"directory.{NAME}: is not")]


@pytest.mark.parametrize("answers", ["urgent@helplne.example.net\n", "\n\n", "y\n", ""])
def test_another_address_or_none_notes_nothing(typed, scheme, answers):
    status, _, complaint = typed("directory", "verify", NAME, "--by", "A. Coordinator", answers=answers)
    assert status != 0 and "Traceback" not in complaint
    assert "MAY NOT BE MAILED: it is not verified" in typed("directory")[1]


def test_the_address_can_be_given_with_the_command(typed, scheme):
    wrong = typed("directory", "verify", NAME, "--by", "AC", "--address", "urgent@helplne.example.net")
    assert wrong[0] == 1 and "nothing was noted, and nothing was changed" in wrong[2]
    assert "helplne" not in wrong[2]
    assert typed("directory", "verify", NAME, "--by", "AC", "--address", story.TEAM)[0] == 0


def test_an_address_that_is_changed_afterwards_is_verified_no_more(typed, scheme, tmp_path):
    typed("directory", "verify", NAME, "--by", "A. Coordinator", "--address", story.TEAM)
    config = tmp_path / "config.toml"
    config.write_text(config.read_text().replace(story.TEAM, "urgent@another.example.net"))
    status, said, _ = typed("directory")
    assert status == 1 and "it was changed after A. Coordinator verified it" in said


def test_a_verification_says_which_held_reports_wait_for_it(typed, scheme):
    (held,) = story.to(scheme.writes(story.IVO, URGENT, subject="Form").mails, story.TEAM)
    scheme.scheme.database.close()
    said = typed("directory", "verify", NAME, "--by", "A. Coordinator", "--address", story.TEAM)[1]
    assert f"mail {held.id} waits for this: `mailbot outbox release {held.id}` lets it go" in said


def test_an_entry_that_does_not_exist_is_said_with_those_that_do(typed, scheme):
    status, _, complaint = typed("directory", "verify", "helpline", "--by", "AC", "--address", "a@example.org")
    assert status == 1 and complaint.startswith("directory.helpline is not in the config; its entries are: charity_")


def test_nobody_verifies_without_a_name(typed, scheme):
    assert typed("directory", "verify", NAME, "--by", "  ", "--address", story.TEAM)[0] == 1
    assert typed("directory", "verify", NAME, "--address", story.TEAM)[0] == 2


def test_likely_misspellings_are_pointed_out_and_left_as_they_are(typed, tmp_path):
    odd = NOT_CHECKED.replace(story.TEAM, "safegurding@thehehelpline.example.net")
    story.begin(tmp_path, directory=odd).scheme.database.close()
    for command in ("directory", "check"):
        said = typed(command)[1]
        assert 'nearly "safeguarding": is it spelt right?' in said and '"he" twice in a row' in said
    assert "address: safegurding@thehehelpline.example.net" in typed("directory")[1]


def test_dns_is_asked_only_if_it_is_wanted(typed, scheme, monkeypatch):
    with name_server() as resolver:
        monkeypatch.setattr(domains, "system_resolver", lambda: resolver)
        assert "takes no mail" not in typed("check")[1]
        said = typed("check", "--dns")[1]
    assert f"directory.{NAME}.address: the domain takes no mail, says DNS: is it spelt right?" in said

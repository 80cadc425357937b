"""The commands as a person types them: what they print, and how they end."""

import json
import re
import sys

import pytest

from mailbot.cli import main
from tests import story

MAIL = """Received: from a by mx; Mon, 11 May 2026 11:00:00 +0100\r
Authentication-Results: mx.scheme.example.org; dmarc=pass header.from=example.com\r
From: Hana Adeyemi <hana@example.com>\r
To: visits@scheme.example.org\r
Subject: Re: P-1\r
Date: Mon, 11 May 2026 11:00:00 +0100\r
Message-ID: <m1@example.com>\r
\r
Person visited: P-1\r
Visit date: 09/05/2026\r
Outcome: took place\r
"""


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    """`typed("status")` gives (exit status, what was printed, what was complained about)."""
    for name, value in story.ENVIRON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def type_in(*words):
        monkeypatch.setattr(sys, "argv", ["mailbot", *words])
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
    """The scheme of the stories, in the folder where the commands are typed."""
    begun = story.begin(tmp_path)
    begun.scheme.database.close()
    (tmp_path / "mail.eml").write_bytes(MAIL.encode())
    return begun


def test_init_makes_a_config_with_rules_templates_and_a_secret_key(typed, tmp_path):
    status, said, _ = typed("init")
    assert status == 0 and "fill it in" in said
    assert {"config.toml", "rules", "templates", "token.key"} <= {path.name for path in tmp_path.iterdir()}
    assert (tmp_path / "token.key").stat().st_mode & 0o077 == 0


def test_init_is_safe_to_repeat(typed, tmp_path):
    typed("init")
    key = (tmp_path / "token.key").read_text()
    typed("init")
    assert (tmp_path / "token.key").read_text() == key


def test_a_config_with_mistakes_starts_nothing_and_lists_them_one_a_line(typed, tmp_path):
    (tmp_path / "config.toml").write_text('[scheme]\nname = ""\npackz = []\n')
    status, said, complaints = typed("run", "--once")
    assert status == 2 and said == ""
    assert len(complaints.splitlines()) > 3
    assert all(line.startswith("config.toml: ") for line in complaints.splitlines())


def test_rules_with_mistakes_start_nothing(typed, scheme, tmp_path):
    typed("init")
    rules = tmp_path / "rules" / "visits.toml"
    rules.write_text(rules.read_text().replace("client_known", "client_knwon", 1))
    status, _, complaints = typed("check")
    assert status == 2 and 'did you mean "client_known"?' in complaints


def test_a_scheme_uses_its_own_rules_and_templates_once_it_has_them(typed, scheme, tmp_path):
    typed("init")
    template = tmp_path / "templates" / "visits" / "recorded.txt"
    template.write_text(template.read_text() + "\nMind the step.\n")
    _, said, _ = typed("explain", "--json", "mail.eml")
    assert "Mind the step." in json.loads(said)["mail"][0]["text"]


def test_import_says_what_it_took(typed, scheme):
    assert typed("import", ".") == (0, "taken: 6 people, 3 clients, 3 matches\n", "")


@pytest.mark.duty("L23")
def test_import_says_which_named_person_outside_the_roll_has_not_agreed(typed, scheme, tmp_path):
    people = story.PEOPLE.replace("experienced\n", "experienced,named_person_name,named_person_email\n", 1)
    (tmp_path / "people.csv").write_text(
        people.replace("visitor,no\n", "visitor,no,Pat Example,pat@example.net\n", 1)
    )
    status, said, _ = typed("import", ".")
    assert status == 0 and "has not agreed: they are not mailed" in said and "taken: 6 people" in said
    assert "pat" not in said.casefold()


def test_a_bad_roll_is_refused_whole_with_file_line_and_column(typed, scheme, tmp_path):
    (tmp_path / "people.csv").write_text(story.PEOPLE + "Nobody,not-an-address,,visitor,no\n")
    (tmp_path / "clients.csv").write_text("ref,name,setting,place\nP-9,New,prison,\n")
    status, _, complaints = typed("import", ".")
    assert status == 2 and "people.csv:8: email: " in complaints and "not-an-address" not in complaints
    (tmp_path / "mail.eml").write_bytes(MAIL.replace("P-1", "P-9").encode())
    assert '"client_ref": "P-9"' not in typed("explain", "--json", "mail.eml")[1]


def test_explain_prints_one_object_a_line_with_exactly_the_agreed_keys(typed, scheme):
    status, said, _ = typed("explain", "--json", "mail.eml", "mail.eml")
    told = [json.loads(line) for line in said.splitlines()]
    assert status == 0 and len(told) == 2
    assert list(told[0]) == [
        "file", "message_id", "sender", "newest_text", "disposition", "kinds", "facts",
        "attention", "rules", "changes", "timers", "mail",
    ]  # fmt: skip
    assert told[0]["sender"] == {
        "address": "hana@example.com", "person": "Hana Adeyemi", "roles": ["visitor"], "trust": "verified",
    }  # fmt: skip
    assert told[0]["facts"][0]["fields"]["visit_date"] == "2026-05-09"
    assert set(told[0]["mail"][0]) == {"to", "cc", "subject", "text", "template", "held"}


def test_explain_says_in_words_what_was_said_and_what_is_only_likely(typed, scheme, tmp_path):
    head = MAIL.partition("\r\n\r\n")[0]
    worry = "The lads want the country cleaned up, and he has started to talk like them."
    (tmp_path / "worry.eml").write_bytes(f"{head}\r\n\r\n{worry}\r\n".encode())
    _, said, _ = typed("explain", "mail.eml", "worry.eml")
    assert "  says visit_confirmed: “" in said
    assert "  most likely says safeguarding_concern (not sure)\n" in said


def test_explain_keeps_nothing(typed, scheme):
    first = typed("explain", "--json", "mail.eml")[1]
    second = typed("explain", "--json", "mail.eml")[1]
    without_token = [re.sub(r"\[ref \w+\]", "", said) for said in (first, second)]
    assert without_token[0] == without_token[1]
    assert "messages: none" in typed("status")[1]


def test_explain_of_a_missing_file_is_one_clear_line(typed, scheme):
    status, _, complaint = typed("explain", "nowhere.eml")
    assert status == 1 and complaint == "nowhere.eml: cannot be read: give the path of a mail file (.eml)\n"


def test_rules_prints_each_rule_beside_what_it_says(typed, scheme):
    _, said, _ = typed("rules")
    assert "says:   Any other report is recorded" in said
    assert "parsed: otherwise: record visit." in said


def test_status_of_a_mailbox_that_was_never_read_is_an_alarm(typed, scheme):
    status, said, _ = typed("status")
    assert status == 1 and "ALARM: the mailbox has not been read" in said


def test_what_needs_a_person_is_listed_shown_and_done(typed, scheme):
    scheme.writes(story.HANA, "Blue seven under the teapot.\n")
    scheme.scheme.database.close()
    assert "a message could not be understood" in typed("attention", "list")[1]
    assert "Blue seven under the teapot." in typed("attention", "show", "1")[1]
    assert typed("attention", "done", "1", "--by", "CD")[1] == "done\n"
    assert typed("attention", "done", "1", "--by", "CD")[1] == "it was done before\n"
    assert typed("attention", "list")[1] == "0 open\n"


def test_a_number_that_does_not_exist_is_said(typed, scheme):
    assert typed("attention", "show", "7")[0] == 1
    assert "see `mailbot outbox list`" in typed("outbox", "show", "7")[2]


def test_a_held_mail_is_released_by_a_person_when_the_mode_allows_it(typed, tmp_path):
    begun = story.begin(tmp_path, mode="test")
    begun.writes(story.HANA, "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: took place\n")
    begun.scheme.database.close()
    assert "test_mode" in typed("outbox", "list")[1]
    assert typed("outbox", "release", "1", "--by", "CD")[:2] == (1, "still held: mode is test: nothing leaves\n")
    config = tmp_path / "config.toml"
    config.write_text(config.read_text().replace('mode = "test"', 'mode = "live"'))
    assert "test_mode" in typed("outbox", "list")[1], "what was held does not go out because the mode changed"
    assert typed("outbox", "release", "1", "--by", "CD")[:2] == (0, "released\n")


def test_the_digest_is_printed_as_it_would_be_sent(typed, scheme):
    scheme.writes(
        story.HANA, "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: took place\nXyzzy plugh vambrace.\n"
    )
    scheme.scheme.database.close()
    assert "- number 1," in typed("digest")[1]


def test_wrong_use_ends_with_2_and_no_traceback(typed):
    status, _, complaint = typed("dance")
    assert status == 2 and "Traceback" not in complaint


def test_a_command_before_init_says_to_run_it(typed, tmp_path):
    begun = story.begin(tmp_path)
    begun.scheme.database.close()
    (tmp_path / "mailbot.db").unlink()
    assert typed("status")[2] == "the database is empty: run `mailbot init` first\n"


@pytest.mark.duty("L20")
def test_the_register_of_accidents_is_listed_and_names_nobody(typed, tmp_path):
    begun = story.begin(tmp_path)
    begun.writes(story.HANA, "I tripped on the steps and sprained my ankle when I saw Marek.")
    begun.scheme.database.close()
    status, said, _ = typed("incidents")
    assert status == 0
    assert "A2026-001" in said and "the form is not back" in said and "1 in the register" in said
    assert not {"Hana", "Marek", "P-1", "ankle"} & set(re.findall(r"[\w-]+", said))

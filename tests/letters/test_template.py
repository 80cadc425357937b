"""Templates: every mistake is found at start, and what may not be seen cannot be rendered (promise 6)."""

from pathlib import Path

import pytest

from mailbot.errors import GiveUp, Mistakes
from mailbot.letters.disclosure import AUDIENCES, DISCLOSURES, Audience, gives_away
from mailbot.letters.letter import merge, render
from mailbot.letters.template import NEUTRAL_SUBJECT, Templates, load_templates
from tests.letters.help import COMMON, FULL, folder_with, head, letter

BAD = {
    "no head": ("Hello.", "it has no head: begin with TOML between two lines of ---"),
    "head never ends": ("---\ntone = 'notice'\n", "it has no head: begin with TOML between two lines of ---"),
    "head is not TOML": ("---\ntone = notice\n---\n", "its head is not TOML: Invalid value (at line 2, column 8)"),
    "unknown key": (head(tune='"x"'), "unknown key 'tune' in the head: did you mean 'tone'?"),
    "wrong type": (head(emergency_first='"yes"'), "'emergency_first' must be a true or false: write it so"),
    "no audience": ("---\nsubject = 'Hi'\ntone = 'notice'\n---\n", "'audience' is missing in the head: add it"),
    "unknown audience": (head(audience="backups"), "unknown audience 'backups': did you mean 'backup'?"),
    "unknown tone": (head(tone='"rutine"'), "unknown tone 'rutine': did you mean 'routine'?"),
    "unknown asks": (head(asks='"call_tim"'), "unknown asks 'call_tim': did you mean 'call_time'?"),
    "unknown value": (head(discloses="visit_day"), "discloses the unknown 'visit_day': did you mean 'visit_date'?"),
    "not for the backup": (
        head("{{ harm }}", "backup", "harm"),
        "'harm' must not be shown to the audience 'backup': take it out, or split the template",
    ),
    "not disclosed": (head("{{ visit_date }}"), ":6: 'visit_date' is used but not disclosed: add it to discloses"),
    "not known": (head("{{ frist_name }}"), ":6: 'frist_name' is used but not disclosed: did you mean 'first_name'?"),
    "a global": (head("{{ range(3) }}"), "'range' is used but not disclosed"),
    "never used": (
        head(discloses="visit_date"),
        "'visit_date' is disclosed but not used: take it out of discloses",
    ),
    "subject gives away": (
        head(subject="Your Prison visit"),
        "the subject says 'Prison': choose a word that gives nobody's situation away",
    ),
    "name in the subject": (
        head("{{ client_first_name }}", "visitor", "client_first_name", "About {{ client_first_name }}"),
        "'client_first_name' must not stand in a subject: use one of",
    ),
    "scheme in the subject": (head(subject="{{ scheme_name }}"), "'scheme_name' must not stand in a subject"),
    "syntax": (head("Hello.\n{% if %}"), ":7: Expected an expression, got 'end of statement block': mend the Jinja"),
    "syntax in the subject": (head(subject="{{ x"), "subject:1: unexpected end of template"),
    "unknown filter": (head("{{ first_name|shout }}"), ":6: No filter named 'shout'.: mend the Jinja there"),
    "include": (head("{% include 'other.txt' %}"), ":6: a template stands alone: no include, import or extends"),
}


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        load_templates(folder)
    return caught.value.lines


def sample(folder: Path, text: str) -> Templates:
    return load_templates(folder_with(folder, text))


def text_of(templates: Templates, **context: object) -> str:
    (group,) = merge([letter("visits/sample", **context)], templates)
    return render(group, templates, COMMON).text


@pytest.mark.parametrize("what", BAD)
def test_a_mistake_is_told_with_its_file_and_how_to_mend_it(what: str, tmp_path: Path) -> None:
    text, expected = BAD[what]
    (line,) = mistakes(folder_with(tmp_path, text))
    assert line.startswith("templates/visits/sample.txt:")
    assert expected.split(": ", 1)[-1] in line


def test_all_mistakes_of_all_templates_are_told_at_once(tmp_path: Path) -> None:
    folder_with(tmp_path, head("{{ harm }} {{ nothing }}", subject="Hotel"), "visits/one.txt")
    folder = folder_with(tmp_path, head(tone='"x"', tune='"y"'), "expenses/two.txt")
    (folder / "_opening.txt").write_text("{{ first_nam }}", encoding="utf-8")
    (folder / "_closing.txt").unlink()
    (folder / "visits" / "alone.html").write_text("<p>", encoding="utf-8")
    found = mistakes(folder)
    assert len(found) == 8
    assert any("_opening.txt: 'first_nam' is not known here: did you mean 'first_name'?" in line for line in found)
    assert any("_closing.txt: it is missing" in line for line in found)
    assert any("alone.html: nothing reads this file" in line for line in found)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "there is no such folder" in mistakes(tmp_path / "nowhere")[0]


def test_a_template_sees_nothing_that_it_did_not_disclose(tmp_path: Path) -> None:
    templates = sample(tmp_path, head("Visit {{ visit_date|day }}.", discloses="visit_date"))
    section = templates["visits/sample"].write(FULL, {"first_name": "Ann"})
    assert section.text == "Visit Tuesday 12 May 2026."


@pytest.mark.parametrize("trick", ["self", "context", "caller()", "first_name.__class__.__mro__", "''.__class__"])
def test_the_sandbox_gives_no_way_round(trick: str, tmp_path: Path) -> None:
    with pytest.raises((GiveUp, Mistakes)):
        text_of(sample(tmp_path, head(f"{{{{ {trick}.harm }}}}")))


def test_a_value_that_is_not_known_is_never_printed(tmp_path: Path) -> None:
    templates = sample(tmp_path, head("{{ reason }}", discloses="reason"))
    with pytest.raises(GiveUp, match="a value is None or of the wrong kind"):
        text_of(templates, reason=None)


def test_a_context_that_lacks_a_value_is_told_by_the_names_it_lacks(tmp_path: Path) -> None:
    template = sample(tmp_path, head("{{ reason }}", discloses="reason"))["visits/sample"]
    with pytest.raises(GiveUp, match="lacks reason"):
        template.write({}, {})


def test_an_error_names_no_value(tmp_path: Path) -> None:
    templates = sample(tmp_path, head("{{ visit_date|day }}", discloses="visit_date"))
    with pytest.raises(GiveUp) as caught:
        text_of(templates, visit_date="Samir's secret")
    assert "Samir" not in str(caught.value)
    assert caught.value.__context__ is None


def test_an_unknown_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(GiveUp, match="there is no template visits/other"):
        sample(tmp_path, head())["visits/other"]


def test_a_value_cannot_look_like_a_line_of_ours(tmp_path: Path) -> None:
    templates = sample(tmp_path, head("Why: {{ reason }}\n\n{{ draft_text }}", discloses="reason draft_text"))
    text = text_of(templates, reason="ill\n\nThank you,\nthe office", draft_text="one\r\n\r\nCall 999")
    assert "Why: ill Thank you, the office\n\n> one\n>\n> Call 999\n" in text


def test_a_subject_that_a_value_gives_away_is_replaced(tmp_path: Path) -> None:
    templates = sample(tmp_path, head(subject="About {{ case_ref }}", discloses="case_ref"))
    assert templates["visits/sample"].write({"case_ref": "HOTEL-3"}, {}).subject == NEUTRAL_SUBJECT


def test_html_is_made_from_the_text_and_escaped(tmp_path: Path) -> None:
    body = "See https://example.org/a?b=1&c=2.\nTwo\n\n- {{ reason }}\n- two\n\n{{ draft_text }}"
    template = sample(tmp_path, head(body, discloses="reason draft_text"))["visits/sample"]
    html = template.write({"reason": "<script>", "draft_text": "a & b\nhttp://example.com/"}, {}).html
    assert html == (
        '<p>See <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.<br>\nTwo</p>\n'
        "<ul>\n<li>&lt;script&gt;</li>\n<li>two</li>\n</ul>\n"
        "<blockquote>a &amp; b<br>\nhttp://example.com/</blockquote>"
    )


def test_an_html_body_of_its_own_is_escaped_and_held_to_the_same_rules(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, head("{{ reason }}", discloses="reason"))
    beside = folder / "visits" / "sample.html"
    beside.write_text("<h1>{{ reason }}</h1>", encoding="utf-8")
    assert load_templates(folder)["visits/sample"].write({"reason": "<b>"}, {}).html == "<h1>&lt;b&gt;</h1>"
    beside.write_text("<h1>{{ harm }}</h1>", encoding="utf-8")
    assert "'harm' is used but not disclosed" in mistakes(folder)[0]


@pytest.mark.duty("L14", "C11")
def test_the_table_of_audiences_keeps_names_harm_and_amounts_where_they_belong() -> None:
    money = {"total", "items", "limit", "miles", "receipts"}
    names = {"client_first_name", "visitor_first_name", "backup_first_name", "reporter_first_name"}
    assert all(seen <= DISCLOSURES.keys() for seen in AUDIENCES.values())
    assert not AUDIENCES[Audience.BACKUP] & (money | {"harm", "action_requested", "case_ref", "reason"})
    assert not AUDIENCES[Audience.OUTSIDE] & (names | money | {"writer_words"})
    assert {who for who, seen in AUDIENCES.items() if "writer_words" in seen} == {"coordinator", "safeguarding"}
    assert {who for who, seen in AUDIENCES.items() if "visitor_phone" in seen} == {"coordinator", "safeguarding"}
    assert not any("address" in name and name.startswith("visitor") for name in DISCLOSURES)


def test_a_template_may_go_to_whoever_may_see_all_of_it(tmp_path: Path) -> None:
    template = sample(tmp_path, head("{{ visit_date|day }}", "backup", "visit_date"))["visits/sample"]
    assert template.may_go_to(Audience.COORDINATOR)
    assert template.may_go_to(Audience.BACKUP)
    assert not template.may_go_to(Audience.OUTSIDE)


@pytest.mark.parametrize("word", ["prison", "HMP", "hotels", "Asylum", "children", "safeguarding", "prisoners"])
def test_these_words_give_away(word: str) -> None:
    assert gives_away(f"About the {word} there") == word
    assert gives_away("About your visit") is None


@pytest.mark.duty("L14", "L23")
def test_a_named_person_may_be_told_first_name_and_time_of_return_and_nothing_else(tmp_path: Path) -> None:
    allowed = {"visitor_first_name", "back_at"}
    assert AUDIENCES[Audience.NAMED_PERSON] == allowed
    for name in DISCLOSURES.keys() - allowed:
        with pytest.raises(Mistakes, match=f"'{name}' must not be shown to the audience 'named_person'"):
            load_templates(folder_with(tmp_path, head(f"{{{{ {name} }}}}", "named_person", name)))


def test_mail_to_a_named_person_does_not_name_the_scheme(tmp_path: Path) -> None:
    templates = load_templates(folder_with(tmp_path, head("Hello.", "named_person")))
    (group,) = merge([letter("visits/sample")], templates)
    rendered = render(group, templates, COMMON)
    assert COMMON.scheme_name not in rendered.text + rendered.html + rendered.subject
    assert COMMON.scheme_phone in rendered.text

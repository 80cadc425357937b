"""What volunteers say of themselves; a change of contact is asked about at the old one."""

import pytest

from tests.story import COLIN, HANA, IVO, begin, templates, to

CHANGE = "From 1 June please use hana.adeyemi@example.net instead of this address, and 07700 900555.\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def on_roll(story, name="Hana Adeyemi"):
    roll = story.scheme.database.read(story.scheme.roll)
    person = next(p for p in roll.people if p.name == name)
    return person.email, person.phone


@pytest.mark.duty("B6")
def test_a_change_of_contact_is_asked_about_at_the_old_address_and_made_on_its_yes(story):
    (question,) = to(story.writes(HANA, CHANGE).mails, HANA)
    assert question.template == "people/confirm_contact"
    assert "hana.adeyemi@example.net" not in question.text
    assert on_roll(story) == (HANA, "07700 900001")
    story.writes(HANA, "Yes\n", answers=question)
    assert on_roll(story) == ("hana.adeyemi@example.net", "07700 900555")
    assert "contact-changed" in story.open_attention()


def test_a_change_of_contact_that_is_denied_is_not_made_and_somebody_looks_now(story):
    (question,) = to(story.writes(HANA, CHANGE).mails, HANA)
    decided = story.writes(HANA, "No, that was not me\n", answers=question)
    assert on_roll(story) == (HANA, "07700 900001")
    assert "attention/now" in templates(to(decided.mails, COLIN))


def test_the_new_address_cannot_confirm_itself(story):
    (question,) = to(story.writes(HANA, CHANGE).mails, HANA)
    story.writes("hana.adeyemi@example.net", "Yes\n", answers=question)
    story.writes(IVO, "Yes\n", answers=question)
    assert on_roll(story) == (HANA, "07700 900001")


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_change_of_contact_that_is_not_verified_is_read_by_a_person(story, dmarc):
    decided = story.writes(HANA, CHANGE, dmarc=dmarc)
    assert "people/confirm_contact" not in templates(decided.mails)
    assert story.open_attention() != []


def test_a_change_is_made_once(story):
    (question,) = to(story.writes(HANA, CHANGE).mails, HANA)
    story.writes(HANA, "Yes\n", answers=question)
    changed = story.writes("hana.adeyemi@example.net", "Yes\n", answers=question)
    assert [change.what for change in changed.turn.changes] == []

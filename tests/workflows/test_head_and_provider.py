"""The head of safeguarding by an officer's word only; a hotel's provider where the pack says so (C7, C8)."""

import pytest

from tests.story import CLIENTS, COLIN, DIRECTORY, IVO, LENA, begin, templates, to
from tests.workflows.outside_story import (
    HEAD,
    MORE,
    WORRY,
    form,
    one,
    request,
)


@pytest.fixture
def story(tmp_path):
    story = begin(tmp_path)
    yield story
    story.scheme.database.close()
    assert "safeguarding/built_in_alert" not in templates(story.mails), "the rules themselves alert whom they should"


@pytest.mark.duty("C7")
@pytest.mark.parametrize("word", ["SEND TO HEAD", "Release head", "Send it to the head of safeguarding."])
def test_the_head_of_safeguarding_is_mailed_only_by_an_officers_word_and_once(tmp_path, word):
    story = begin(tmp_path, directory=MORE)
    story.writes(IVO, form("immediate danger", "9.10 am today"))
    story.writes(IVO, WORRY)
    story.waits(minutes=60)
    assert to(story.mails, HEAD) == []
    first = request(story)
    story.writes(LENA, word + "\n", answers=first)
    (mail,) = to(story.mails, HEAD)
    assert mail.to == (HEAD,) and mail.cc == () and mail.hold is None
    story.waits(minutes=5)
    story.writes(LENA, word + "\n", answers=request(story))
    assert len(to(story.mails, HEAD)) == 1


@pytest.mark.duty("C7")
@pytest.mark.parametrize(("who", "dmarc"), [(IVO, "pass"), (COLIN, "pass"), (LENA, "none")])
def test_nobody_else_sends_it_to_the_head(tmp_path, who, dmarc):
    story = begin(tmp_path, directory=MORE)
    story.writes(IVO, WORRY)
    story.writes(who, "SEND TO HEAD\n", answers=request(story), dmarc=dmarc)
    assert to(story.mails, HEAD) == []


def test_without_an_entry_for_the_head_the_officer_hears_what_to_do(story):
    story.writes(IVO, WORRY)
    refused = story.writes(LENA, "SEND TO HEAD\n", answers=request(story))
    assert "head of safeguarding is missing from the directory" in " ".join(refused.mails[0].text.split())


PROVIDER = """
[directory.provider_mill_hotel]
address = "care@mill.example.com"
phone = "01632 960333"
verified_by = "L. Ekwall"
verified_on = {on}
places = ["mill  hotel"]
[directory.provider_other]
address = "care@other.example.com"
verified_by = "L. Ekwall"
verified_on = {on}
places = ["Other Hotel"]
"""


def with_provider(tmp_path, on="2026-04-01"):
    story = begin(tmp_path, directory=DIRECTORY + PROVIDER.format(on=on), clients=CLIENTS)
    pack = story.scheme.rulebook.packs["refugee-hotels"]
    return story, pack


@pytest.mark.duty("C8")
def test_the_provider_of_that_hotel_gets_a_copy_where_the_pack_says_so(tmp_path, monkeypatch):
    story, pack = with_provider(tmp_path)
    monkeypatch.setitem(pack.values, "provider_copied", True)
    mail = one(story.writes(IVO, form(called="9.10 am today")).mails, "escalation")
    assert "care@mill.example.com" in mail.cc and "care@other.example.com" not in mail.cc


@pytest.mark.duty("C8")
def test_else_its_contact_is_only_named_to_the_lead(tmp_path):
    story, _ = with_provider(tmp_path)
    story.writes(IVO, WORRY)
    text = " ".join(request(story).text.split())
    assert "01632 960333" in text and "other.example.com" not in text
    assert to(story.mails, "care@mill.example.com") == []


def test_a_provider_whose_entry_is_stale_holds_nothing_up_and_the_lead_is_told(tmp_path, monkeypatch):
    story, pack = with_provider(tmp_path, on="2024-04-01")
    monkeypatch.setitem(pack.values, "provider_copied", True)
    mail = one(story.writes(IVO, form(called="9.10 am today")).mails, "escalation")
    assert "care@mill.example.com" not in mail.cc and mail.hold is None
    assert "provider-not-told" in story.open_attention()

"""What comes of a worry that only the classifier thinks of, and of what it takes for a machine's."""

import pytest

from mailbot.events import Kind
from tests.story import COLIN, HANA, LENA, begin, templates, to

WORRY = "The lads want the country cleaned up, and he has started to talk like them."


@pytest.mark.duty("B13")
def test_the_lead_is_alerted_with_the_writers_words_and_the_writer_hears_openly(tmp_path):
    decided = begin(tmp_path).writes(HANA, f"{WORRY}\n")
    (alert,) = to(decided.mails, LENA)
    assert alert.template == "safeguarding/officer_alert"
    assert WORRY in " ".join(alert.text.replace("\n> ", " ").split())
    assert templates(to(decided.mails, HANA)) == ["safeguarding/received_unclear"]


@pytest.mark.parametrize(("likely", "answered"), [(Kind.AUTO_REPLY, False), (Kind.CONTACT_CHANGE, True)])
def test_what_is_most_likely_a_volunteers_machine_is_not_answered_and_a_person_reads_it(tmp_path, likely, answered):
    story = begin(tmp_path)
    story.scheme.classify = lambda *_: dict.fromkeys(Kind, 0.0) | {likely: 0.9}
    decided = story.writes(HANA, "The tall gentleman, and a marvellous hat.\n")
    assert bool(to(decided.mails, HANA)) == answered
    assert ("not-understood" in story.open_attention()) != answered


@pytest.mark.duty("C3")
@pytest.mark.parametrize(("likelihood", "answered"), [(0.1, True), (0.9, False)])
def test_a_worry_that_may_be_a_machines_opens_its_case_and_only_the_answer_is_not_sent(
    tmp_path, likelihood, answered
):
    story = begin(tmp_path)
    story.scheme.classify = lambda *_: dict.fromkeys(Kind, 0.0) | {Kind.AUTO_REPLY: likelihood}
    decided = story.writes(HANA, "Back on Monday. Tobias cut his arms again last night.\n")
    (alert,) = (mail for mail in to(decided.mails, LENA) if mail.template == "safeguarding/officer_alert")
    assert bool(to(decided.mails, HANA)) == answered
    said = "answered the reporter, with" if answered else "answered the reporter: nothing was written to them"
    assert said in " ".join(alert.text.split())


def test_what_an_officer_has_to_read_reaches_them_though_their_own_mail_may_be_a_machines(tmp_path):
    story = begin(tmp_path)
    story.scheme.classify = lambda *_: dict.fromkeys(Kind, 0.0) | {Kind.AUTO_REPLY: 0.9}
    decided = story.writes(COLIN, "The tall gentleman, and a marvellous hat.\n")
    assert templates(to(decided.mails, COLIN)) == ["attention/now"]


def test_thanks_that_are_only_guessed_leave_nonsense_to_a_person_now(tmp_path):
    story = begin(tmp_path)
    story.scheme.classify = lambda *_: dict.fromkeys(Kind, 0.0) | {Kind.ACKNOWLEDGEMENT: 0.9}
    story.writes(HANA, "Blue seven under the teapot.\n")
    assert story.open_attention() == ["not-understood"]

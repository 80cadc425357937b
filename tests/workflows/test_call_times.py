"""The time of the helpline call: asked for, chased, never guessed; supplements and 999 (C3, C4, C6)."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.events import Hold
from tests.story import DIRECTORY, HANA, IVO, LENA, TEAM, begin, templates, to
from tests.workflows.outside_story import (
    CHARITY,
    GOVERNMENT,
    HEAD,
    MORE,
    WORRY,
    asked,
    case,
    form,
    left,
    of,
    one,
    open_cases,
    raw,
    report,
    request,
)

VAGUE = ["", "about 3ish", "still on hold", "just now", "this morning", "around 9", "between 9 and 10", "not yet"]


@pytest.fixture
def story(tmp_path):
    story = begin(tmp_path)
    yield story
    story.scheme.database.close()
    assert "safeguarding/built_in_alert" not in templates(story.mails), "the rules themselves alert whom they should"


# Chasing.


@pytest.mark.duty("C4")
def test_lead_and_reporter_are_chased_every_five_minutes_until_it_is_released(story):
    story.writes(IVO, WORRY)
    assert story.waits(minutes=4, seconds=59) == []
    for _ in range(3):
        chased = story.waits(minutes=5)
        assert of(to(chased, LENA), "release_request") and of(to(chased, IVO), "confirm_report")
    story.writes(LENA, "RELEASE\n", answers=request(story))
    rest = story.waits(minutes=60)
    assert of(rest, "release_request") == [] and of(rest, "confirm_report") == []


def test_the_reporters_yes_ends_the_chasing_of_both(story):
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    story.writes(IVO, "YES\n", answers=asked(decided))
    rest = story.waits(minutes=60)
    assert of(rest, "release_request") == [] and of(rest, "confirm_report") == []


@pytest.mark.parametrize(
    "word", ["NO REPORT NEEDED", "Ack, no report needed", "I have this, do not send", "Do not send"]
)
def test_no_report_needed_ends_the_chasing_for_a_word_and_nothing_ever_leaves(story, word):
    story.writes(IVO, form(called=""))
    story.waits(minutes=5)
    story.writes(LENA, word + "\n", answers=request(story))
    rest = story.waits(hours=2)
    assert of(rest, "release_request") == [] and of(to(rest, IVO), "received_urgent_no_call_time") == []
    assert left(story) == []


@pytest.mark.parametrize("word", ["NO REPORT NEEDED", "Do not send"])
def test_no_report_needed_says_nothing_of_who_has_the_case_and_the_chain_goes_on(story, word):
    story.writes(IVO, form(called=""))
    story.waits(minutes=5)
    decided = story.writes(LENA, word + "\n", answers=request(story))
    assert case(story).acknowledged_at is None
    noted = one(decided.mails, "noted")
    assert noted.to == (LENA,) and "the one word ACK" in " ".join(noted.text.split())
    assert of(story.waits(minutes=15), "officer_alert"), "the chain goes on"
    story.writes(LENA, "ACK\n", answers=noted)
    assert case(story).acknowledged_at is not None
    assert of(story.waits(hours=2), "officer_alert") == []


@pytest.mark.parametrize("word", ["ACK", "I have this", "Ack, no report needed", "I have this - do not send it"])
def test_the_question_about_the_report_takes_an_acknowledgement_as_well(story, word):
    story.writes(IVO, WORRY)
    story.writes(LENA, word + "\n", answers=request(story))
    assert case(story).acknowledged_at is not None
    assert of(story.waits(hours=1), "officer_alert") == []


def test_an_acknowledgement_that_is_not_surely_theirs_stops_nothing_there_either(story):
    story.writes(IVO, WORRY)
    decided = story.writes(LENA, "I have this\n", answers=request(story), dmarc="none")
    assert case(story).acknowledged_at is None and one(decided.mails, "answer_doubtful").to == (LENA,)


def test_an_acknowledgement_alone_does_not_end_the_chasing(story):
    decided = story.writes(IVO, WORRY)
    story.writes(LENA, "ack\n", answers=of(to(decided.mails, LENA), "officer_alert")[0])
    assert of(story.waits(minutes=6), "release_request")


def test_the_writer_of_an_unsure_sign_is_not_asked_again_and_again(story):
    story.writes(IVO, "Samira seemed a bit low today.\n")
    assert case(story).urgency == "unclear"
    chased = story.waits(minutes=30)
    assert templates(to(chased, IVO)) == ["safeguarding/nobody_yet"], "once, as nobody has taken it on"
    assert of(to(chased, LENA), "release_request")


@pytest.mark.duty("L18")
def test_the_reporter_gets_numbers_and_addresses_of_usable_entries_only(tmp_path):
    stale = DIRECTORY.replace(
        'address = "safeguarding@charity.example.net"\nverified_by = "L. Ekwall"',
        'address = "safeguarding@charity.example.net"',
    ).replace(
        'address = "urgent@helpline.example.net"', 'address = "urgent@helpline.example.net"\nphone = "01632 960010"'
    )
    story = begin(tmp_path, directory=stale + MORE.removeprefix(DIRECTORY))
    text = " ".join(asked(story.writes(IVO, WORRY)).text.split())
    assert TEAM in text and GOVERNMENT in text and "01632 960010" in text
    assert CHARITY not in text, "not verified: nobody is sent there"
    assert HEAD not in text, "an officer's alone"


# The time of the call.


@pytest.mark.duty("C4")
def test_a_form_without_the_time_asks_at_once_with_number_and_draft(story):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    text = " ".join(question.text.split())
    assert "01632 960701" in text and "a man on her floor" in text and "a move to another floor today" in text
    assert TEAM in text


@pytest.mark.duty("C4")
def test_such_a_form_leaves_after_exactly_the_configured_minutes_and_says_that_no_time_is_confirmed(story):
    story.writes(IVO, form())
    story.waits(minutes=14, seconds=59)
    assert left(story) == []
    story.waits(seconds=1)
    (mail,) = left(story)
    assert "call time not confirmed" in mail.text and mail.to == (TEAM,)
    assert report(story).left_without_call


def test_the_minutes_are_the_schemes(tmp_path):
    story = begin(tmp_path, more='[timers]\nform_leaves_after = "2 minutes"\n')
    story.writes(IVO, form())
    story.waits(minutes=2)
    assert len(left(story)) == 1


@pytest.mark.duty("C4")
def test_the_supplement_follows_to_the_same_recipients_in_the_same_thread_once(story):
    story.writes(IVO, form())
    asked_again = to(story.waits(minutes=15), IVO)[-1]
    (mail,) = left(story)
    decided = story.writes(IVO, "11.05\n", answers=asked_again)
    more = one(decided.mails, "supplement")
    assert (more.to, more.cc, more.hold) == (mail.to, mail.cc, None)
    assert "11.05 on Monday 11 May 2026" in more.text
    own_id = next(line for line in raw(story, mail.id).splitlines() if line.startswith(b"Message-ID: ")).split()[1]
    assert b"In-Reply-To: " + own_id in raw(story, more.id)
    again = story.writes(IVO, "11.06\n", answers=asked_again)
    assert of(again.mails, "supplement") == [] and len(left(story)) == 1


def test_the_time_that_comes_in_the_configured_minutes_leaves_with_the_report(story):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    story.waits(minutes=6)
    story.writes(IVO, "11.05\n", answers=question)
    story.waits(minutes=30)
    (mail,) = left(story)
    assert "11.05 on Monday 11 May 2026" in mail.text and "not confirmed" not in mail.text
    assert of(story.mails, "supplement") == []


@pytest.mark.parametrize("urgency", ["urgent", "immediate danger", "I do not know"])
@pytest.mark.parametrize("called", VAGUE)
@pytest.mark.parametrize("wait", [None, "since 9"])
def test_no_form_without_an_exact_time_ever_makes_one_appear(story, urgency, called, wait):
    story.writes(IVO, form(urgency, called, wait))
    story.waits(minutes=40)
    assert case(story).call_logged_at is None
    (mail,) = left(story)
    assert "call time not confirmed" in mail.text and "Helpline call logged" not in mail.text


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_nor_does_any_order_of_its_lines_with_other_times_beside_them(story, order):
    lines = [*form(called="about 3ish").splitlines()[:5]]
    told = ["Visit date: 09/05/2026", *(lines[n] for n in order), "She told me on 10 May 2026, it began last week."]
    story.writes(IVO, "\n".join(told) + "\n")
    assert case(story).call_logged_at is None


@pytest.mark.parametrize("vague", [words for words in VAGUE if words])
def test_a_vague_answer_stays_unknown_and_is_asked_again(story, vague):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    decided = story.writes(IVO, vague + "\n", answers=question)
    assert case(story).call_logged_at is None and left(story) == []
    assert of(decided.mails, "supplement") == []


def test_a_time_from_a_sender_who_is_not_verified_does_not_send_the_report_by_itself(story):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    decided = story.writes(IVO, "11.00\n", answers=question, dmarc="none")
    assert left(story) == []
    assert of(decided.mails, "escalation") == [] or of(decided.mails, "escalation")[0].hold is Hold.NEEDS_RELEASE


@pytest.mark.duty("C6")
def test_what_is_not_urgent_needs_no_call(story):
    mail = one(story.writes(IVO, form("not urgent")).mails, "escalation")
    assert mail.hold is None and "Helpline" not in mail.text


@pytest.mark.duty("C3")
def test_for_imminent_danger_999_comes_first_and_the_report_follows(story):
    decided = story.writes(IVO, form("immediate danger"))
    assert "999" in to(decided.mails, IVO)[0].text.splitlines()[0]
    story.waits(minutes=15)
    assert len(left(story)) == 1


@pytest.mark.duty("C3")
def test_imminent_and_complete_leaves_at_once_beside_the_999_line(story):
    decided = story.writes(IVO, form("immediate danger", "9.10 am today"))
    assert "999" in to(decided.mails, IVO)[0].text.splitlines()[0]
    assert len(left(story)) == 1


# Whatever is written, in whatever order.

MESSAGES = (
    form(),
    form(called="about 3ish"),
    form("immediate danger"),
    form("not urgent"),
    WORRY,
    "He hit her again, she is terrified.\n",
    "I am still on hold.\n",
    "Ignore that, she is fine.\n",
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_comes_nothing_leaves_that_nobody_let_go_and_no_time_appears(tmp_path_factory, data):
    story = begin(tmp_path_factory.mktemp("any"))
    let_go = set()
    for _ in range(data.draw(st.integers(1, 4))):
        dmarc = data.draw(st.sampled_from(["pass", "none", "fail"]))
        who = data.draw(st.sampled_from([IVO, HANA, "stranger@example.net"]))
        answers = data.draw(st.sampled_from([None, *to(story.mails, who)]))
        text = data.draw(st.sampled_from([*MESSAGES, "YES\n", "RELEASE\n", "SEND TO HEAD\n", "NAME YES\n"]))
        before = len(story.mails)
        story.writes(who, text, answers=answers, dmarc=dmarc)
        if dmarc == "pass" and who in (IVO, HANA) and (text.startswith("Person") or text == "YES\n"):
            let_go |= set(range(1, len(open_cases(story)) + 1))
        story.waits(minutes=data.draw(st.integers(0, 20)))
        outside = [mail for mail in story.mails[before:] if TEAM in (*mail.to, *mail.cc) and mail in left(story)]
        assert let_go or not outside
    assert all(row.call_logged_at is None for row in open_cases(story))
    for mail in left(story):
        assert "call time not confirmed" in mail.text or "Urgency: not urgent" in mail.text
    story.scheme.database.close()
    assert not {HEAD} & {address for mail in story.mails for address in mail.to}

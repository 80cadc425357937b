"""The time of the helpline call, corrected by its reporter (C4): case, chronology, whoever had the report."""

import pytest

from tests.story import HANA, IVO, LENA, TEAM, begin, templates, to
from tests.workflows.outside_story import CHARITY, GOVERNMENT, WORRY, asked, case, form, left, log_of, of

RANG = WORRY + "I rang the helpline today at 10.40 am.\n"


@pytest.fixture
def story(tmp_path):
    story = begin(tmp_path)
    yield story
    story.scheme.database.close()
    assert "safeguarding/built_in_alert" not in templates(story.mails)


def called(story):
    """The time of the call in the case, in UTC."""
    return case(story).call_logged_at.strftime("%H.%M")


def reported(story):
    """A report that has left, with the time of the call."""
    story.writes(IVO, form(called="11 May 2026 at 10.40 am"))
    assert left(story)
    assert called(story) == "09.40"


CORRECTIONS = [
    "Sorry, it was 10.50, not 10.40.\n",
    "I rang them at 10.50 and not at 10.40.\n",
    "Not 10.40 but 10.50, sorry.\n",
    "I wrote 10.40, but the call was at 10.50.\n",
    "My mistake: 10:50 am instead of 10:40 am.\n",
]


@pytest.mark.duty("C4")
@pytest.mark.parametrize("text", CORRECTIONS)
def test_a_correction_replaces_the_time_and_both_stand_in_the_chronology(story, text):
    decided = story.writes(IVO, RANG)
    later = story.writes(IVO, text, answers=asked(decided))
    assert called(story) == "09.50"
    assert "call-time-corrected" in log_of(story)
    assert "10.50 on Monday 11 May 2026" in " ".join(asked(later).text.split()), "the draft is shown anew"
    alert = next(mail for mail in story.mails if mail.template == "safeguarding/officer_alert")
    (history,) = of(to(story.writes(LENA, "HISTORY\n", answers=alert).mails, LENA), "history")
    line = "from 10.40 on Monday 11 May 2026 to 10.50 on Monday 11 May 2026"
    assert line in " ".join(history.text.split())


@pytest.mark.duty("C4")
def test_after_the_report_has_left_a_supplement_with_the_correction_follows(story):
    reported(story)
    decided = story.writes(IVO, CORRECTIONS[0])
    (more,) = of(decided.mails, "supplement_corrected")
    assert (more.to, more.cc, more.hold) == ((TEAM,), (GOVERNMENT, CHARITY), None)
    text = " ".join(more.text.split())
    assert "Helpline call logged: 10.50 on Monday 11 May 2026 We had written: 10.40 on Monday" in text
    assert of(to(decided.mails, LENA), "added")
    assert of(to(decided.mails, IVO), "call_time_noted")


@pytest.mark.duty("C4")
def test_the_form_once_more_with_another_time_is_a_correction_too(story):
    reported(story)
    decided = story.writes(IVO, form(called="11 May 2026 at 10.50 am"))
    assert called(story) == "09.50"
    assert of(decided.mails, "supplement_corrected")


NO_CORRECTIONS = [
    "The visit was at 10.50, not 10.40 on Friday 8 May.\n",
    "We met at 2.50, not 2.40.\n",
    "Was it 10.50, not 10.40?\n",
    "It was about 10.50, not 10.40.\n",
    "It was 11.50 pm, not 10.40.\n",
]


@pytest.mark.parametrize("text", NO_CORRECTIONS)
def test_what_is_not_surely_a_correction_of_the_call_changes_nothing(story, text):
    reported(story)
    story.writes(IVO, text)
    assert called(story) == "09.40"


CASES_OWN_TIME = ["It was about 10.50, not 10.40.\n", "It was 11.50 pm, not 10.40.\n"]
SINGLE = [
    "Correction: the call was at 10.50\n",
    "sorry, it was 10.50 not ten to\n",
    "I rang at 10.50, I wrote the wrong time.\n",
    "Sorry, it was 10.50.\n",
    "I wrote the wrong time. I called them at ten to eleven.\n",
    "Wrong time, sorry: 10.50 am\n",
    "My mistake. The call to the helpline should read 10.50.\n",
    "The time of the call is wrong, it was at 10:50. Thanks, Ivo\n",
]


@pytest.mark.duty("C4")
@pytest.mark.parametrize("text", SINGLE)
def test_one_time_in_answer_to_our_mail_corrects_the_call_where_every_word_says_so(story, text):
    decided = story.writes(IVO, RANG)
    later = story.writes(IVO, text, answers=asked(decided))
    assert called(story) == "09.50"
    assert "10.50 on Monday 11 May 2026" in " ".join(asked(later).text.split()), "the draft is shown anew"


DOUBTFUL = [
    *CASES_OWN_TIME,
    "Correction: the call was about 10.50.\n",
    "Correction: the call was at 10.50, I think.\n",
    "Sorry, I rang them at 10.50 again and was on hold.\n",
    "Correction: the call was not at 10.40.\n",
    "Correction: the call was at 10.50 yesterday.\n",
    "I rang at 10.50 or at 10.45, I wrote the wrong time.\n",
    "I was wrong, and at 10.50 the light went out.\n",
    "Correction: the call was at 11.30.\n",
]


@pytest.mark.duty("C4")
@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_only_may_be_a_correction_is_asked_about_and_changes_nothing(story, text):
    decided = story.writes(IVO, RANG)
    later = story.writes(IVO, text, answers=asked(decided))
    assert called(story) == "09.40"
    question = asked(later, name="ask_call_corrected")
    assert "you called at 10.40 on Monday 11 May 2026" in " ".join(question.text.split())
    assert to(later.mails, LENA), "whoever was alerted reads it"
    story.writes(IVO, "10.50 am today\n", answers=question)
    assert called(story) == "09.50"


@pytest.mark.parametrize(
    "text", ["Correction: the call was at 10.50\n", "I rang at 10.50, I wrote the wrong time.\n"]
)
def test_one_time_in_a_mail_of_its_own_is_asked_about(story, text):
    reported(story)
    decided = story.writes(IVO, text)
    assert called(story) == "09.40" and asked(decided, name="ask_call_corrected")


OF_SOMETHING_ELSE = [
    "Correction: my visit was at 10.50.\n",
    "Sorry, I rang Samira at 10.50.\n",
    "Sorry, she came down at 10.50 only.\n",
    "Thanks, I shall be there at 10.50.\n",
    "She is wrong about what happened at 10.50.\n",
    "Correction: 14 May is the appointment, at 10.50.\n",
]


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_a_time_of_something_else_is_none_of_the_call_and_nobody_is_asked(story, text):
    decided = story.writes(IVO, RANG)
    later = story.writes(IVO, text, answers=asked(decided))
    assert called(story) == "09.40" and "ask_call_corrected" not in str(later.turn.postings)


@pytest.mark.duty("C4")
def test_another_bare_time_in_answer_to_the_first_question_is_asked_about(story):
    first = story.writes(IVO, form())
    question = asked(first, name="received_urgent_no_call_time")
    story.writes(IVO, "10.40 am\n", answers=question)
    decided = story.writes(IVO, "10.50 am\n", answers=question)
    assert called(story) == "09.40" and asked(decided, name="ask_call_corrected")


def test_nobody_but_its_reporter_surely_corrects_it(story):
    reported(story)
    report = next(mail for mail in story.mails if mail.template == "safeguarding/has_left")
    story.writes(IVO, CORRECTIONS[0], dmarc="fail")
    story.writes(HANA, CORRECTIONS[0])
    story.writes(LENA, CORRECTIONS[0], answers=report)
    assert called(story) == "09.40"

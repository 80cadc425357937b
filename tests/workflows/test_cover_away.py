"""Who is away from when to when (S7): noted, shown, covered, over by itself; unsure days are asked, never guessed."""

from datetime import date

import pytest
from sqlalchemy import select

from mailbot.events import Disposition
from mailbot.store import timers
from mailbot.workflows.attention.leaf import next_digest
from mailbot.workflows.cover.tables import absences
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to

pytestmark = pytest.mark.duty("S7")
AWAY = "I'm away from 1 June until 14 June.\n"
OUT_OF_OFFICE = {"Auto_Submitted": "auto-replied"}


@pytest.fixture
def story(tmp_path):
    """Monday 11 May; Hana's next visit to Marek (P-1) is on 3 June, in the days of `AWAY`; her backup is Beth."""
    return begin(tmp_path, planned="2026-06-03")


def noted(story):
    """The absences that are noted, and not over."""
    rows = select(absences.c.first_day, absences.c.last_day).where(absences.c.ended_at.is_(None))
    return [tuple(row) for row in story.scheme.database.read(lambda conn: conn.execute(rows).all())]


def away_and_covered(story):
    """Hana is away, and Beth goes in her place."""
    (question,) = to(story.writes(HANA, AWAY).mails, BETH)
    return story.writes(BETH, "Yes, gladly\n", answers=question)


def test_the_writer_hears_which_planned_visits_fall_in_the_days_away(story):
    decided = story.writes(HANA, AWAY)
    (mail,) = to(decided.mails, HANA)
    assert mail.template == "cover/noted"
    assert "Wednesday 3 June 2026, P-1: the backup is asked" in " ".join(mail.text.split())
    assert noted(story) == [(date(2026, 6, 1), date(2026, 6, 14))]
    assert decided.disposition is Disposition.DONE


def test_the_backup_is_asked_to_cover_with_the_dates_and_never_with_the_reason(story):
    decided = story.writes(HANA, "I'm away from 1 June until 14 June for my hip operation.\n")
    (mail,) = to(decided.mails, BETH)
    words = " ".join(mail.text.split())
    assert mail.template == "cover/ask_backup"
    assert "Hana is away on Wednesday 3 June 2026. A visit to P-1 is planned for that day." in words
    assert not {"hip", "operation"} & set(words.lower().split())
    assert "Marek" not in words


def test_where_no_visit_is_planned_the_backup_hears_the_dates(story):
    decided = story.writes(IVO, AWAY)
    assert templates(to(decided.mails, BETH)) == ["cover/backup_to_know"]
    assert "No planned visit falls in that time." in " ".join(to(decided.mails, IVO)[0].text.split())


def test_a_visit_without_a_backup_is_the_coordinators(story):
    story.writes(IVO, "Seeing Tobias on 3 June at 2pm.\n")
    decided = story.writes(IVO, AWAY)
    assert "no-cover" in story.open_attention()
    assert "P-3: the coordinator is told" in " ".join(to(decided.mails, IVO)[0].text.split())


def test_a_backup_who_is_away_too_is_not_asked(story):
    story.writes(BETH, "I'm away from 30 May until 5 June.\n")
    decided = story.writes(HANA, AWAY)
    assert to(decided.mails, BETH) == []
    assert "no-cover" in story.open_attention()


def test_the_digest_shows_who_is_away_and_which_visits_fall_in_it(story):
    story.writes(HANA, AWAY)
    mails = [m for m in start_digest(story) if m.template == "attention/digest"]
    words = " ".join(mails[0].text.split())
    assert mails[0].to == (COLIN,)
    assert "Hana Adeyemi, Monday 1 June 2026 until Sunday 14 June 2026: P-1 on Wednesday 3 June 2026" in words
    assert [m for m in story.waits(days=1) if m.template == "attention/digest"] == [], "shown once, where all is well"


def start_digest(story):
    """The next morning's digest."""
    at = next_digest(story.scheme, story.clock.now())
    story.scheme.database.write(lambda c: timers.start(c, "digest", ("scheme", 1), at), "ordinary").result()
    return story.waits(days=1)


def test_an_absence_is_over_by_itself_and_says_nothing(story):
    away_and_covered(story)
    mails = story.waits(days=40)
    assert noted(story) == []
    assert to(mails, HANA) == []


def test_how_a_covered_visit_went_is_asked_of_the_backup_and_not_of_the_visitor(story):
    away_and_covered(story)
    mails = story.waits(days=26)  # 6 June
    assert "visits/reminder" in templates(to(mails, BETH))
    assert to(mails, HANA) == []


def test_a_backup_who_says_no_leaves_it_to_a_coordinator(story):
    (question,) = to(story.writes(HANA, AWAY).mails, BETH)
    story.writes(BETH, "No, sorry\n", answers=question)
    assert "visits/no_taker" in templates(to(story.mails, COLIN))


def test_how_an_uncovered_visit_went_is_asked_of_nobody_who_was_away(story):
    story.writes(HANA, AWAY)
    mails = story.waits(days=40)
    assert to(mails, HANA) == []
    assert "visit-not-confirmed" in story.open_attention()


def test_a_visit_after_the_last_day_is_asked_about_as_ever(story):
    story.writes(HANA, "I'm away from 20 May until 2 June.\n")
    assert "visits/reminder" in templates(to(story.waits(days=26), HANA))


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_days_away_of_somebody_who_may_be_another_are_not_noted(story, dmarc):
    decided = story.writes(HANA, AWAY, dmarc=dmarc)
    assert noted(story) == []
    assert to(decided.mails, BETH) == []


def test_days_of_which_one_is_missing_are_asked_about_and_noted_with_the_answer(story):
    (question,) = to(story.writes(HANA, "I'm away from 1 June.\n").mails, HANA)
    assert question.template == "cover/ask_dates"
    assert noted(story) == []
    decided = story.writes(HANA, "From 1 June until 14 June\n", answers=question)
    assert noted(story) == [(date(2026, 6, 1), date(2026, 6, 14))]
    assert templates(to(decided.mails, BETH)) == ["cover/ask_backup"]
    story.waits(days=9)
    assert "question-not-answered" not in story.open_attention()


def test_a_question_about_the_days_that_is_not_answered_stands_in_the_digest(story):
    story.writes(HANA, "I'm away from 1 June.\n")
    story.waits(days=9)
    assert story.open_attention() == ["question-not-answered"]


@pytest.mark.parametrize("words", ["I'm away until further notice.", "I am off sick until I let you know."])
def test_who_does_not_know_until_when_agrees_it_with_a_coordinator(story, words):
    decided = story.writes(HANA, f"{words}\n")
    assert noted(story) == []
    assert "away-open" in story.open_attention()
    assert templates(to(decided.mails, HANA)) == ["cover/until_further_notice"]


@pytest.mark.parametrize(
    "words",
    [
        "I'm away from 14 June until 1 June.",
        "I am away from 1 May until 8 May.",
        "I'm away from 1 June 2026 until 1 June 2029.",
    ],
)
def test_days_that_cannot_be_right_change_nothing_and_reach_a_person(story, words):
    decided = story.writes(HANA, f"{words}\n")
    assert noted(story) == []
    assert to(decided.mails, BETH) == []
    assert templates(to(decided.mails, HANA)) == ["cover/not_these_days"]
    assert "away-unclear" in story.open_attention()


def test_a_slip_is_put_right_by_an_answer(story):
    (question,) = to(story.writes(HANA, "I'm away from 14 June until 1 June.\n").mails, HANA)
    story.writes(HANA, "Sorry: from 1 June until 14 June.\n", answers=question)
    assert noted(story) == [(date(2026, 6, 1), date(2026, 6, 14))]


def test_an_out_of_office_is_noted_asks_the_backup_and_never_gets_an_answer(story):
    decided = story.writes(HANA, "I am away from 1 June until 14 June.\n", **OUT_OF_OFFICE)
    assert to(decided.mails, HANA) == []
    assert templates(to(decided.mails, BETH)) == ["cover/ask_backup"]
    assert noted(story) == [(date(2026, 6, 1), date(2026, 6, 14))]


def test_the_same_out_of_office_again_asks_nobody_again(story):
    story.writes(HANA, "I am away from 1 June until 14 June.\n", **OUT_OF_OFFICE)
    again = story.writes(HANA, "I am away from 1 June until 14 June. Thanks!\n", **OUT_OF_OFFICE)
    assert again.mails == []
    assert len(noted(story)) == 1


def test_an_out_of_office_never_overrules_what_somebody_wrote_themselves(story):
    story.writes(HANA, AWAY)
    story.writes(HANA, "I am away from 1 June until 20 June.\n", **OUT_OF_OFFICE)
    assert noted(story) == [(date(2026, 6, 1), date(2026, 6, 14))]


def test_an_out_of_office_without_sure_days_is_shown_to_a_coordinator_where_a_visit_is_planned(story):
    assert story.writes(HANA, "I am away, back on 12 June.\n", **OUT_OF_OFFICE).mails == []
    assert story.open_attention() == ["away-unclear"]
    assert noted(story) == []


def test_an_out_of_office_without_sure_days_needs_nobody_where_no_visit_is_planned(story):
    decided = story.writes(IVO, "I am away, back on 12 June.\n", **OUT_OF_OFFICE)
    assert decided.disposition is Disposition.IGNORED


def test_other_days_replace_the_earlier_ones_and_a_coordinator_sees_to_a_visit_that_is_free_again(story):
    story.writes(HANA, AWAY)
    decided = story.writes(HANA, "I'm away from 8 June until 20 June.\n")
    assert noted(story) == [(date(2026, 6, 8), date(2026, 6, 20))]
    assert "away-changed" in story.open_attention()
    assert to(decided.mails, BETH) == []


def test_longer_days_ask_only_about_visits_that_were_not_asked_about(story):
    story.writes(HANA, AWAY)
    story.writes(HANA, "Seeing Marek on 17 June at 2pm.\n")
    decided = story.writes(HANA, "I'm away from 1 June until 20 June.\n")
    (mail,) = to(decided.mails, BETH)
    assert "Wednesday 17 June 2026" in " ".join(mail.text.split())


def test_who_is_back_sooner_is_asked_about_visits_as_ever(story):
    story.writes(HANA, "I'm away from 11 May until 14 June.\n")
    story.waits(days=7)
    decided = story.writes(HANA, "I'm back again.\n")
    assert "cover/back_noted" in [posting.letter.template for posting in decided.turn.postings]
    assert noted(story) == []
    assert "away-changed" in story.open_attention(), "the backup was asked to cover the visit of 3 June"
    assert "visits/reminder" in templates(to(story.waits(days=20), HANA))


@pytest.mark.parametrize(
    "words", ["I'll be back again on 1 June.", "I hope I am back again soon.", "He's back again."]
)
def test_who_is_not_back_yet_stays_away(story, words):
    story.writes(HANA, "I'm away from 11 May until 14 June.\n")
    story.writes(HANA, f"{words}\n")
    assert len(noted(story)) == 1


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_nobody_is_back_by_a_mail_that_may_not_be_theirs(story, dmarc):
    story.writes(HANA, "I'm away from 11 May until 14 June.\n")
    story.writes(HANA, "I'm back again.\n", dmarc=dmarc)
    assert len(noted(story)) == 1


def test_a_stranger_who_is_away_is_nobody_of_ours(story):
    decided = story.writes("someone@example.net", AWAY)
    assert noted(story) == []
    assert "cover/noted" not in templates(decided.mails)


def test_many_visits_in_the_days_away_are_asked_about_as_far_as_one_mail_can_and_a_coordinator_sees_the_rest(story):
    for day in range(2, 12):
        story.writes(HANA, f"Seeing Marek on {day} June at 2pm.\n")
    decided = story.writes(HANA, AWAY)
    assert 0 < len(to(decided.mails, BETH)) < 10
    assert "away-changed" in story.open_attention()
    assert len(noted(story)) == 1

"""Following a case: what is added, who reads it, who closes it, what comes back from outside, the weekly list."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner

from mailbot.cli_case import case as show_case
from mailbot.commands import opened
from mailbot.store.sending import KEPT
from mailbot.store.tables import recipients
from mailbot.ticks import prepare
from tests.story import COLIN, ENVIRON, HANA, IVO, LENA, TEAM, begin, to
from tests.workflows.chain_story import (
    ALERT,
    CARL,
    OLGA,
    WORRY,
    alerts,
    asked,
    at,
    begin_chain,
    case_rows,
    log,
    log_rows,
    newest,
    sent,
)
from tests.workflows.test_machines_and_attention import bounce_of, id_of

FORM = """Person visited: H-2
Urgency: not urgent
Harm to be prevented: she has no heating
Action asked for: another room
"""


@pytest.fixture
def story(tmp_path):
    return begin_chain(tmp_path)


@pytest.fixture
def taken(story):
    """A case that the lead has taken on, after the coordinator was alerted too."""
    story.writes(HANA, WORRY)
    story.waits(minutes=16)
    story.writes(LENA, "ack\n", answers=newest(story.mails, LENA))
    return story


def own_mail(story, who=HANA, template="safeguarding/received"):
    return next(mail for mail in story.mails if mail.template.startswith(template) and mail.to == (who,))


def test_every_mail_in_and_out_stands_in_the_chronology_with_whom_it_went_to(taken):
    mailed = [row for row in log_rows(taken) if row.what == "mailed"]
    assert {row.outbox_id for row in mailed} == {mail.id for mail in taken.mails}
    assert all(row.person_id is not None for row in mailed)
    assert [what for what in log(taken) if what != "mailed"] == ["opened", "reporter-told-nobody", "acknowledged"]


@pytest.mark.parametrize("change", ["update concern_log set what = 'x'", "delete from concern_log"])
def test_the_chronology_only_grows(taken, change):
    with pytest.raises(DBAPIError):
        taken.scheme.database.write(lambda conn: conn.execute(text(change))).result()


RETRACTIONS = ["Ignore that, he's fine.", "Please forget what I wrote, it was nothing.", "False alarm, sorry!"]


@pytest.mark.duty("B13", "L19")
@pytest.mark.parametrize("words", RETRACTIONS)
def test_a_retraction_is_added_and_passed_on_to_all_who_were_alerted_and_closes_nothing(taken, words):
    decided = taken.writes(HANA, f"{words}\n", answers=own_mail(taken))
    for who in (LENA, COLIN):
        (added,) = to(decided.mails, who)
        assert added.template == "safeguarding/added" and words in " ".join(added.text.replace("> ", "").split())
    assert sent(decided.mails, HANA) == ["safeguarding/added_noted"]
    assert case_rows(taken)[0].state == "open"
    assert log(taken).count("told-more") == 1


def test_a_retraction_stops_no_chasing(story):
    story.writes(HANA, WORRY)
    story.writes(HANA, "Ignore that, he's fine.\n", answers=own_mail(story))
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN])


def test_a_retraction_in_a_mail_of_its_own_reaches_those_who_were_alerted_too(taken):
    decided = taken.writes(HANA, "Ignore that, he's fine.\n", subject="Sorry")
    assert "safeguarding/added" in sent(decided.mails, LENA)


def test_whoever_is_asked_later_reads_what_was_added_before(story):
    story.writes(HANA, WORRY)
    story.writes(HANA, "Ignore that, he's fine.\n", answers=own_mail(story))
    assert "Ignore that" in newest(story.waits(minutes=16), COLIN).text


def test_a_report_about_the_same_person_is_recorded_and_joins_the_open_case(taken):
    report = "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: took place\n"
    decided = taken.writes(HANA, report)
    assert "visit.took_place" in [change.what for change in decided.turn.changes]
    assert sent(decided.mails, LENA) == ["safeguarding/added"]


def test_a_report_about_somebody_else_joins_nothing(taken):
    report = "Person visited: P-3\nVisit date: 09/05/2026\nOutcome: took place\n"
    taken.writes(IVO, report)
    assert "told-more" not in log(taken)


@pytest.mark.duty("B13")
def test_new_harm_about_the_same_person_joins_the_case_and_alerts_whoever_has_it(taken):
    decided = taken.writes(HANA, "Marek wrote that he wants to kill himself.\n", subject="P-1")
    assert len(case_rows(taken)) == 1
    assert asked(decided.mails) == [LENA]
    assert "kill himself" in newest(decided.mails, LENA).text


@pytest.mark.duty("B13", "L18")
@pytest.mark.parametrize("holder", [LENA, COLIN])
def test_new_harm_that_its_holder_leaves_goes_on_to_the_others_at_the_same_minutes_as_a_new_case(story, holder):
    first = story.writes(HANA, WORRY)
    later = story.waits(minutes=15)
    story.writes(holder, "ack\n", answers=newest([*first.mails, *later], holder))
    again = story.writes(HANA, "Marek wrote that he wants to kill himself.\n", subject="P-1")
    steps = [asked(again.mails), *(asked(story.waits(minutes=minutes)) for minutes in (15, 15, 30))]
    two, three = [COLIN, LENA], [COLIN, LENA, OLGA]
    assert steps == [[holder], two, three, sorted([*three, CARL])]


def test_new_harm_is_chased_until_it_is_acknowledged_anew(taken):
    before = newest(taken.mails, LENA)
    taken.waits(hours=1)
    decided = taken.writes(HANA, "Marek wrote that he wants to kill himself.\n", subject="P-1")
    taken.writes(LENA, "I have this\n", answers=before)
    later = taken.waits(minutes=31)
    assert COLIN in asked(later), "the answer to the earlier alert was not to this"
    taken.writes(LENA, "ack\n", answers=newest(decided.mails, LENA))
    assert alerts(taken.waits(hours=3)) == []


def test_a_worry_about_another_person_is_a_case_of_its_own(taken):
    taken.writes(IVO, "Tobias told me that he wants to kill himself.\n", subject="P-3")
    assert len(case_rows(taken)) == 2


CLOSES = ["CLOSE: spoken to, all in order", "Close - he was moved", "Close, because he was moved", "Closed. Moved."]
NOT_CLOSED = ["close", "Close.", "Please close the case", "CLOSE"]


@pytest.mark.parametrize("words", CLOSES)
def test_an_officer_closes_with_a_reason_and_everybody_alerted_is_told_it(taken, words):
    decided = taken.writes(LENA, f"{words}\n", answers=newest(taken.mails, LENA))
    assert case_rows(taken)[0].state == "closed"
    assert sent(decided.mails, LENA) == ["safeguarding/closed_noted"]
    (told,) = to(decided.mails, COLIN)
    assert told.template == "safeguarding/closed"
    assert words.split()[-1].rstrip(".") in told.text
    assert taken.open_attention() == []
    assert taken.waits(hours=5) == []


@pytest.mark.parametrize("words", NOT_CLOSED)
def test_a_case_is_not_closed_without_a_reason_which_is_asked_for(taken, words):
    decided = taken.writes(LENA, f"{words}\n", answers=newest(taken.mails, LENA))
    assert case_rows(taken)[0].state == "open"
    (reply,) = to(decided.mails, LENA)
    assert reply.template == "safeguarding/not_closed"
    taken.writes(LENA, "CLOSE: he was moved\n", answers=reply)
    assert case_rows(taken)[0].state == "closed"


@pytest.mark.parametrize(
    ("who", "dmarc"), [(HANA, "pass"), (LENA, "none"), (LENA, "fail"), ("stranger@example.net", "pass")]
)
def test_nobody_closes_but_an_officer_who_is_surely_the_writer(taken, who, dmarc):
    answered = newest(taken.mails, LENA) if who == LENA else own_mail(taken)
    taken.writes(who, "CLOSE: all in order\n", answers=answered, dmarc=dmarc)
    assert case_rows(taken)[0].state == "open"


@pytest.mark.parametrize("words", ["Close to tears, he was.", "Is it close? I think not.", "Close the window please"])
def test_words_that_only_begin_so_close_nothing(taken, words):
    taken.writes(LENA, f"{words}\n", answers=newest(taken.mails, LENA))
    assert case_rows(taken)[0].state == "open"


def test_what_is_written_about_a_closed_case_still_reaches_those_who_were_alerted(taken):
    taken.writes(LENA, "CLOSE: spoken to\n", answers=newest(taken.mails, LENA))
    decided = taken.writes(HANA, "It is not over, please look again.\n", answers=own_mail(taken))
    assert "safeguarding/added" in sent(decided.mails, LENA)
    assert case_rows(taken)[0].state == "closed"


def test_new_harm_after_a_case_was_closed_opens_another(taken):
    taken.writes(LENA, "CLOSE: spoken to\n", answers=newest(taken.mails, LENA))
    decided = taken.writes(HANA, "Marek wrote that he wants to kill himself.\n", subject="P-1")
    assert len(case_rows(taken)) == 2
    assert asked(decided.mails) == [LENA]


@pytest.mark.duty("L19")
def test_an_officer_asks_for_the_history_and_gets_all_of_it(taken):
    decided = taken.writes(LENA, "HISTORY\n", answers=newest(taken.mails, LENA))
    (told,) = to(decided.mails, LENA)
    words = " ".join(told.text.split())
    assert "opened the case: Marek told me" in words and "Lena, safeguarding lead: took it on" in words
    assert "mailed to Colin, coordinator (queued): officer alert" in words


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_nobody_gets_the_history_who_may_be_somebody_else(taken, dmarc):
    decided = taken.writes(LENA, "HISTORY\n", answers=newest(taken.mails, LENA), dmarc=dmarc)
    assert "safeguarding/history" not in sent(decided.mails, LENA)


@pytest.fixture
def escalated(story):
    """A case of which the outside team was mailed."""
    story.writes(IVO, FORM)
    story.writes(LENA, "ack\n", answers=newest(story.mails, LENA))
    (mail,) = [mail for mail in story.mails if mail.template == "safeguarding/escalation"]
    assert mail.hold is None
    return story, mail


def test_the_answer_of_the_outside_team_joins_the_case_and_ends_the_chasing(escalated):
    story, mail = escalated
    decided = story.writes(TEAM, "Thank you, we are dealing with it. Our reference is 4711.\n", answers=mail)
    assert case_rows(story)[0].state == "answered"
    (told,) = to(decided.mails, LENA)
    assert told.template == "safeguarding/outside_answered" and "4711" in told.text
    assert to(decided.mails, TEAM) == []
    assert "safeguarding/unanswered" not in sent(story.waits(hours=24), LENA)


def test_somebody_of_the_same_organisation_answers_for_it(escalated):
    story, mail = escalated
    story.writes("jo@helpline.example.net", "We have it.\n", answers=mail)
    assert case_rows(story)[0].state == "answered"


@pytest.mark.parametrize(("who", "dmarc"), [(TEAM, "none"), (TEAM, "fail"), ("jo@elsewhere.example.com", "pass")])
def test_what_is_not_surely_theirs_is_read_and_ends_no_chasing(escalated, who, dmarc):
    story, mail = escalated
    decided = story.writes(who, "We have it.\n", answers=mail, dmarc=dmarc)
    assert to(decided.mails, LENA)
    assert case_rows(story)[0].state == "escalated"


def test_an_automatic_answer_of_the_outside_team_ends_no_chasing(escalated):
    story, mail = escalated
    story.writes(TEAM, "We have received your mail.\n", answers=mail, Auto_Submitted="auto-replied")
    assert case_rows(story)[0].state == "escalated"


def test_the_silence_of_the_outside_team_is_told_again_and_again(escalated):
    story, _ = escalated
    mails = story.waits(hours=12, minutes=1)
    assert sent(mails, LENA).count("safeguarding/unanswered") == 3
    assert story.open_attention().count("escalation-unanswered") == 1


def test_a_bounced_escalation_is_an_alarm_with_the_number_to_phone(story):
    directory = """
[directory.helpline_escalations]
address = "urgent@helpline.example.net"
phone = "01632 960701"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
"""
    assert directory  # the phone of the entry is shown where there is one
    story.writes(IVO, FORM)
    (mail,) = [mail for mail in story.mails if mail.template == "safeguarding/escalation"]
    decided = story.arrives(bounce_of(id_of(story, mail), TEAM))
    (told,) = [m for m in to(decided.mails, LENA) if m.template == "safeguarding/bounced"]
    assert "Please phone them now" in told.text and "helpline escalations" in told.text
    assert asked(decided.mails) == [COLIN], "the next in the chain too"
    assert "alert-bounced" in story.open_attention()


def weekly(story, **delta):
    """The lists that go out while the clock moves on."""
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, story.clock.now())).result()
    return [mail for mail in story.waits(**delta) if mail.template == "safeguarding/open_cases"]


def test_once_a_week_the_lead_gets_what_is_open_with_ages_and_next_steps_and_no_names(taken):
    (first, second) = weekly(taken, days=16)
    assert first.to == second.to == (LENA,)
    words = " ".join(first.text.split())
    assert "2026-001" in words and "7 days ago" in words and "Next: act on it" in words
    assert not any(name in first.text for name in ("Marek", "Hana", "P-1", "wing"))


def test_the_list_comes_on_the_next_working_day_after_a_holiday(taken):
    at(taken, 2026, 5, 23, 12, 0)
    assert weekly(taken, days=2, hours=19, minutes=59) == [], "Monday 25 May is a bank holiday"
    assert "safeguarding/open_cases" in sent(taken.waits(minutes=1), LENA)


def test_where_nothing_is_open_there_is_no_list(taken):
    taken.writes(LENA, "CLOSE: spoken to\n", answers=newest(taken.mails, LENA))
    assert weekly(taken, days=14) == []


@pytest.mark.duty("L19")
def test_a_list_that_has_not_left_does_not_go_to_whom_a_case_of_it_is_kept_from_since(taken):
    """Found by the model: a cap held the list, and somebody could still have let it go."""
    (listed,) = weekly(taken, days=8)
    taken.writes(HANA, "Now Marek says it was Lena who told them to beat him.\n")
    state = select(recipients.c.state).where(recipients.c.outbox_id == listed.id)
    assert taken.scheme.database.read(lambda conn: conn.scalars(state).all()) == [KEPT]


@pytest.mark.duty("L29")
def test_a_case_that_is_kept_from_the_lead_is_in_no_list_of_theirs(tmp_path):
    people = "Mo Reed,mo@scheme.example.org,,safeguarding_lead;coordinator,no\n"
    carl = "Carl Quist,carl@scheme.example.org,,chair,no\n"
    story = begin(tmp_path, without=(LENA, COLIN), people=people + carl)
    story.writes(HANA, "Mo shouted at me and hit me with a ruler when I complained about it.\n")
    story.writes("carl@scheme.example.org", "ack\n", answers=newest(story.mails, "carl@scheme.example.org"))
    assert len(case_rows(story)) == 1
    assert {mail.to for mail in weekly(story, days=8)} == {("carl@scheme.example.org",)}


def test_the_command_shows_the_chronology_and_what_is_open(taken, monkeypatch):
    for name, value in ENVIRON.items():
        monkeypatch.setenv(name, value)
    import typer

    app = typer.Typer()
    app.command()(show_case)
    config = str(taken.scheme.config.folder / "config.toml")
    listed = CliRunner().invoke(app, ["--config", config]).output
    assert "2026-001" in listed and "1 open" in listed
    shown = CliRunner().invoke(app, ["2026-001", "--config", config]).output
    assert "took it on" in shown and "a man on his wing" in shown
    assert CliRunner().invoke(app, ["2026-009", "--config", config]).exit_code != 0
    assert opened is not None


def test_a_crash_in_the_middle_of_a_step_loses_no_step(story, monkeypatch):
    story.writes(HANA, WORRY)
    from mailbot.workflows.safeguarding import alerting

    with monkeypatch.context() as patched:
        patched.setattr(alerting, "alert_context", _fail)
        with pytest.raises(RuntimeError):
            story.waits(minutes=15)
    story.clock.move_by(timedelta(minutes=1))
    assert asked(story.waits(seconds=1)) == sorted([LENA, COLIN])
    assert ALERT in sent(story.mails, COLIN)


def _fail(*_):
    raise RuntimeError("switched off")


def test_a_thank_you_of_the_reporter_is_kept_and_mailed_to_nobody(taken):
    decided = taken.writes(HANA, "Thank you.\n", answers=own_mail(taken))
    assert decided.mails == []
    assert log(taken)[-1] == "told-more"


def test_what_an_alerted_person_only_thanks_for_is_answered_with_how_to_take_it_on(story):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    assert sent(story.writes(LENA, "Thank you.\n", answers=alert).mails, LENA) == ["safeguarding/remark_noted"]


def test_a_case_that_nobody_takes_on_for_days_is_still_chased_each_hour_and_quickly(story):
    story.writes(HANA, WORRY)
    story.waits(days=1)
    assert len(alerts(story.waits(hours=1))) == 4

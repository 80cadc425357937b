"""The chain of a worry: who is mailed when, by day and by night, until one of them surely says that they have it."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.events import Lane
from mailbot.reading.parse import parse
from mailbot.store import outbox, timers
from tests.story import BETH, COLIN, HANA, IVO, LENA, begin, to
from tests.workflows.chain_story import (
    ALERT,
    CARL,
    CHAIN,
    DANGER,
    MORE,
    OLGA,
    WORRY,
    alerts,
    asked,
    at,
    begin_chain,
    case_rows,
    log,
    newest,
    sent,
)

MINUTE = timedelta(minutes=1)


@pytest.fixture
def story(tmp_path):
    return begin_chain(tmp_path)


def steps(story, until):
    """When somebody is asked, in minutes from now, and who; the clock goes from timer to timer."""
    start, found = story.clock.now(), {}
    while (due := story.scheme.database.read(timers.next_due)) is not None and due <= until:
        mails = story.waits(seconds=max(1.0, (due - story.clock.now()).total_seconds()))
        for mail in alerts(mails):
            found.setdefault(round((story.clock.now() - start) / MINUTE), []).append(mail.to[0])
    return {minute: sorted(people) for minute, people in found.items()}


def everybody():
    return sorted(CHAIN)


@pytest.mark.duty("B13", "L18")
def test_the_first_is_alerted_now_and_the_next_at_each_step_with_all_who_were_asked(story):
    assert asked(story.writes(HANA, WORRY).mails) == [LENA]
    found = steps(story, story.clock.now() + 241 * MINUTE)
    assert found == {
        15: sorted([LENA, COLIN]),
        30: sorted([LENA, COLIN, OLGA]),
        **dict.fromkeys((60, 120, 180, 240), everybody()),
    }


NIGHTS = [
    (2026, 5, 12, 1, 30),
    (2026, 12, 25, 3, 0),
    (2026, 10, 25, 0, 20),  # the hour that comes twice begins at one
    (2027, 3, 28, 0, 20),  # the hour that is left out
]


@pytest.mark.duty("B13")
@pytest.mark.parametrize("moment", NIGHTS)
def test_neither_night_nor_the_change_of_the_clock_moves_a_step(story, moment):
    at(story, *moment)
    story.writes(HANA, WORRY)
    assert list(steps(story, story.clock.now() + 121 * MINUTE)) == [15, 30, 60, 120]


def test_what_was_missed_while_mailbot_was_off_is_told_once_and_to_everybody_of_it(story):
    opened = story.clock.now()
    story.writes(HANA, WORRY)
    story.clock.move_to(opened + timedelta(hours=3, minutes=7))
    mails = story.waits(seconds=1)
    assert asked(mails) == everybody()
    assert story.scheme.database.read(timers.next_due) == opened + timedelta(hours=4)


def test_the_waits_and_the_roles_of_the_chain_are_the_schemes_own(tmp_path):
    more = '[alert]\nchain = ["chair", "safeguarding_lead"]\nsteps = ["5 minutes"]\nagain_every = "10 minutes"\n'
    story = begin_chain(tmp_path, more=more)
    assert asked(story.writes(HANA, WORRY).mails) == [CARL]
    found = steps(story, story.clock.now() + 26 * MINUTE)
    assert found == dict.fromkeys((5, 15, 25), sorted([CARL, LENA]))


def test_a_person_with_two_roles_is_one_step_only(tmp_path):
    people = "Mo Reed,mo@scheme.example.org,,safeguarding_lead;coordinator,no\n"
    story = begin(tmp_path, without=(LENA, COLIN), people=people + MORE)
    assert asked(story.writes(HANA, WORRY).mails) == ["mo@scheme.example.org"]
    assert asked(story.waits(minutes=15)) == sorted(["mo@scheme.example.org", OLGA])


@pytest.mark.duty("B13")
@pytest.mark.parametrize(("dmarc", "first"), [("pass", COLIN), ("none", LENA)])
def test_whoever_surely_reports_it_themselves_is_not_asked_to_take_it_on(story, dmarc, first):
    assert asked(story.writes(LENA, WORRY, dmarc=dmarc).mails) == [first]


FOSTER = "F-4,Robin,foster,\n"
CHILDREN = {"packs": ', "independent-visitors"'}


@pytest.mark.duty("L18")
@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ((2026, 5, 11, 9, 0), COLIN),
        ((2026, 5, 11, 16, 29), COLIN),  # half past five in London is closed
        ((2026, 5, 11, 16, 30), OLGA),
        ((2026, 5, 9, 9, 0), OLGA),  # a Saturday
        ((2026, 5, 25, 9, 0), OLGA),  # a bank holiday
    ],
)
def test_for_a_child_it_is_the_coordinator_or_whoever_is_out_of_hours_as_the_office_clock_says(
    tmp_path, moment, first
):
    clients = "ref,name,setting,place\nP-1,Marek,prison,\nH-2,Samira,hotel,Mill Hotel\nP-3,Tobias,prison,\n" + FOSTER
    matches = (
        "client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on\n"
        f"F-4,{HANA},,30,2025-10-06,{{planned}}\n"
    )
    story = begin_chain(tmp_path, clients=clients, matches=matches, **CHILDREN)
    at(story, *moment)
    decided = story.writes(HANA, "Robin told me that her uncle hits her.\n", subject="F-4")
    assert asked(decided.mails) == [first]
    (reply,) = to(decided.mails, HANA)
    assert ("07700 900105" in reply.text) is (first == OLGA)
    assert ("coordinator" in reply.text) is (first == COLIN)


@pytest.mark.duty("L29")
def test_somebody_from_whom_it_is_kept_is_asked_at_no_step(story):
    text = "Colin shouted at me and hit me with a ruler when I complained about it.\n"
    decided = story.writes(HANA, text)
    mails = [*decided.mails, *story.waits(hours=5)]
    assert len(alerts(mails)) > 3
    assert to(mails, COLIN) == []


def test_the_alert_goes_before_everything_that_is_decided_with_it(story):
    decided = story.writes(HANA, WORRY)
    assert min(decided.mails, key=lambda mail: mail.id).template == ALERT
    assert decided.turn.postings[0].letter.lane is Lane.CONCERN


@pytest.mark.duty("B13", "L19")
def test_the_alert_says_what_was_written_by_whom_and_what_was_really_done(story):
    (alert,) = alerts(story.writes(HANA, WORRY, dmarc="none").mails)
    text = " ".join(alert.text.split())
    assert "a man on his wing hit him twice" in text
    assert "From: Hana, visitor" in text and "not verified" in text
    assert "answered the reporter" in text.partition("did not do")[0]
    assert "mailbot cannot phone" in text.partition("did not do")[2]
    assert "sent anything outside the scheme" in text.partition("did not do")[2]


def test_an_alert_never_says_that_a_reporter_was_answered_who_was_not(story):
    (alert,) = alerts(story.writes("stranger@example.net", WORRY).mails)
    done, _, not_done = " ".join(alert.text.split()).partition("did not do")
    assert "answered the reporter" not in done
    assert "answered the reporter: they are not on the roll" in not_done


@pytest.mark.parametrize(("dmarc", "passed_on"), [("pass", True), ("none", False)])
def test_an_alert_says_that_the_report_went_outside_only_if_it_did(story, dmarc, passed_on):
    form = (
        "Person visited: H-2\nUrgency: not urgent\nHarm to be prevented: no heating\nAction asked for: a new room\n"
    )
    (alert,) = alerts(story.writes(IVO, form, dmarc=dmarc).mails)
    assert ("passed the report on to the outside team" in alert.text) is passed_on


def raw_of(story, mail):
    return parse(story.scheme.database.read(lambda conn: outbox.raw(conn, mail.id)))


def test_all_mails_of_a_case_to_one_person_are_one_thread_and_show_nobody_elses(story):
    first = story.writes(HANA, WORRY).mails
    mails = [*first, *story.waits(hours=2)]
    to_lena = [raw_of(story, mail) for mail in to(mails, LENA)]
    roots = {message.references[0] for message in (raw_of(story, m) for m in alerts(mails))}
    assert len(roots) == 1
    assert all(later.in_reply_to == earlier.message_id for earlier, later in pairwise(to_lena))
    others = {raw_of(story, mail).message_id for mail in to(mails, COLIN)}
    assert not others & {each for message in to_lena for each in message.references}


def test_two_cases_are_two_threads(story):
    one, two = (alerts(story.writes(who, WORRY).mails)[0] for who in (HANA, IVO))
    assert raw_of(story, one).references[0] != raw_of(story, two).references[0]


ACKS = [
    "ack",
    "ACK",
    "Ack.",
    "ack!",
    "Acknowledged",
    "acknowledge\n",
    "I have this",
    "I have this.",
    "I have it.",
    "I've got this",
    "I’ve got this, thanks",
    "I have this now",
    "Ack, thanks",
    "Yes, ack",
    "Hi,\nack",
    "Hello Lena\n\nI have this.",
    "  ack  \n\nLena Ekwall\nSafeguarding lead",
    "I have this. I am ringing the hotel now.",
    "Ack - ringing them",
    "I have this and will ring now",
    "ack\n\n> Please read now\n> Reply with the one word ACK if you take this on.",
]
NOT_ACKS = [
    "ok",
    "Thanks",
    "Thank you for this.",
    "Received",
    "Noted, will read later",
    "Not ack",
    "I can't ack this",
    "Ack?",
    "What does ack mean?",
    "Ack, but I am away until Tuesday",
    "I have this tomorrow",
    "I have this feeling that Colin knows more",
    "I have this, unless Colin does",
    "Please ask Colin to ack",
    "Somebody else should ack",
    "Colin has this",
    "Has anybody got this?",
    "I would have this if I were there",
    "Ack when I am back",
    "ack by Colin?",
    "I do not have this",
    "> ack",
    "Reply with the one word ACK if you take this on.",
    "Reading it now.\nack",
    "done",
    "yes",
]


@pytest.mark.duty("B13")
@pytest.mark.parametrize("text", ACKS)
def test_ack_or_i_have_this_in_the_first_line_stops_the_chasing(story, text):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    decided = story.writes(LENA, f"{text}\n", answers=alert)
    assert sent(decided.mails, LENA) == ["safeguarding/taken_noted", "safeguarding/ask_ground"]
    assert alerts(story.waits(hours=5)) == []


@pytest.mark.duty("B13")
@pytest.mark.parametrize("text", NOT_ACKS)
def test_anything_else_changes_nothing_and_the_chasing_goes_on(story, text):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    story.writes(LENA, f"{text}\n", answers=alert)
    assert case_rows(story)[0].acknowledged_by is None
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN])


@pytest.mark.duty("B13")
def test_whoever_is_away_has_it_not_whatever_else_their_answer_says_and_the_next_is_asked_now(story):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    decided = story.writes(LENA, "Out of office: I am away. ack\n", answers=alert)
    assert case_rows(story)[0].acknowledged_by is None
    assert asked(decided.mails) == [COLIN]
    assert LENA in asked(story.waits(minutes=15))


def test_a_remark_joins_the_chronology_and_its_answer_says_how_to_acknowledge(story):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    decided = story.writes(LENA, "I think I know this floor, let me see.\n", answers=alert)
    (reply,) = to(decided.mails, LENA)
    assert reply.template == "safeguarding/remark_noted" and "ACK" in reply.text
    assert "told-more" in log(story)
    assert to(decided.mails, COLIN) == [], "nobody who was not alerted reads it"


def test_nobody_acknowledges_for_somebody_else_nor_without_our_token(story):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    story.writes(COLIN, "ack\n", answers=alert)
    story.writes(LENA, "ack\n", subject="2026-001")
    story.writes(HANA, "ack\n", answers=alert)
    assert case_rows(story)[0].acknowledged_by is None


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_an_ack_that_is_not_surely_theirs_stops_nothing_and_they_hear_so(story, dmarc):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    decided = story.writes(LENA, "ack\n", answers=alert, dmarc=dmarc)
    assert "safeguarding/taken_noted" not in sent(decided.mails, LENA)
    assert case_rows(story)[0].acknowledged_by is None
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN])


AUTOMATIC = [
    {"Auto_Submitted": "auto-replied"},
    {"X_Autoreply": "yes"},
    {"Precedence": "auto_reply", "Auto_Submitted": "auto-generated"},
]


@pytest.mark.parametrize("header", AUTOMATIC)
def test_no_automatic_answer_acknowledges_and_an_absence_alerts_the_next_now(story, header):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    decided = story.writes(LENA, "ack\n", answers=alert, **header)
    assert case_rows(story)[0].acknowledged_by is None
    assert to(decided.mails, LENA) == []
    if decided.turn.reading.machine:
        assert asked(decided.mails) == [COLIN]


def test_out_of_hours_people_acknowledge_as_officers_do(story):
    story.writes(HANA, WORRY)
    alert = newest(story.waits(minutes=30), OLGA)
    story.writes(OLGA, "I have this\n", answers=alert)
    assert alerts(story.waits(hours=3)) == []


@pytest.mark.duty("L19")
def test_the_others_who_were_alerted_hear_who_has_it_and_the_reporter_does_not(story):
    story.writes(HANA, WORRY)
    mails = story.waits(minutes=16)
    decided = story.writes(COLIN, "ack\n", answers=newest(mails, COLIN))
    (told,) = to(decided.mails, LENA)
    assert told.template == "safeguarding/taken" and "Colin, coordinator" in told.text
    assert to(decided.mails, OLGA) == [], "she was not alerted"
    assert "Colin" not in "".join(mail.text for mail in to(decided.mails, HANA))


def test_a_second_ack_is_answered_kindly(story):
    story.writes(HANA, WORRY)
    mails = story.waits(minutes=16)
    story.writes(COLIN, "ack\n", answers=newest(mails, COLIN))
    decided = story.writes(LENA, "ack\n", answers=newest(story.mails, LENA))
    (reply,) = to(decided.mails, LENA)
    assert "already has 2026-001: Colin, coordinator" in " ".join(reply.text.split())
    (again,) = to(story.writes(COLIN, "ack\n", answers=newest(mails, COLIN)).mails, COLIN)
    assert again.template == "safeguarding/taken_before"


@pytest.mark.duty("L18")
def test_the_reporter_hears_after_fifteen_minutes_that_nobody_has_it_and_whom_to_ring(story):
    at(story, 2026, 5, 11, 22, 0)
    story.writes(HANA, DANGER, subject="P-1")
    assert to(story.waits(minutes=14, seconds=59), HANA) == []
    (told,) = to(story.waits(seconds=1), HANA)
    assert told.template == "safeguarding/nobody_yet"
    assert told.text.startswith("If life is at risk, call 999")
    assert "07700 900105" in told.text and "01632 960700" in told.text
    assert "overdose" not in told.text and "Marek" not in told.text
    assert to(story.waits(hours=3), HANA) == [], "once is enough"


def test_a_reporter_who_heard_that_nobody_had_it_hears_when_somebody_has(story):
    story.writes(HANA, WORRY)
    mails = story.waits(minutes=16)
    decided = story.writes(COLIN, "ack\n", answers=newest(mails, COLIN))
    assert sent(decided.mails, HANA) == ["safeguarding/somebody_has_it"]


def test_the_reporter_can_be_told_at_another_time_than_the_next_in_the_chain(tmp_path):
    story = begin_chain(tmp_path, more='[alert]\nreporter_told_after = "10 minutes"\n')
    story.writes(HANA, WORRY)
    mails = story.waits(minutes=11)
    assert sent(mails, HANA) == ["safeguarding/nobody_yet"] and alerts(mails) == []
    assert asked(story.waits(minutes=4)) == sorted([LENA, COLIN])


@pytest.mark.duty("L18")
@pytest.mark.parametrize(("people", "hour", "said"), [("", 22, True), ("", 10, False), (MORE, 22, False)])
def test_where_nobody_reads_mail_at_that_hour_the_first_answer_says_so_with_the_number(tmp_path, people, hour, said):
    story = begin(tmp_path, people=people)
    at(story, 2026, 5, 11, hour, 0)
    (reply,) = to(story.writes(HANA, DANGER, subject="P-1").mails, HANA)
    assert ("nobody may be reading e-mail" in " ".join(reply.text.split())) is said
    assert "01632 960700" in reply.text


PROMISES = ("confidential", "in confidence", "will visit", "will call", "will ring", "are safe", "thank you")


@pytest.mark.duty("C3", "B13")
@pytest.mark.parametrize("text", [WORRY, DANGER, "I am a bit worried about how thin he has got.\n"])
@pytest.mark.parametrize("dmarc", ["pass", "none"])
def test_the_answer_repeats_nothing_and_promises_nothing(story, text, dmarc):
    (reply,) = to(story.writes(HANA, text, subject="P-1", dmarc=dmarc).mails, HANA)
    lower = reply.text.casefold()
    assert not any(words in lower for words in PROMISES)
    assert not any(words in reply.text for words in ("Marek", "Samira", "hit him", "overdose", "how thin"))
    assert "cannot phone" in " ".join(reply.text.split())


def test_a_bounced_alert_brings_the_next_at_once_and_is_told_once(story):
    from tests.workflows.test_machines_and_attention import bounce_of, id_of

    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    decided = story.arrives(bounce_of(id_of(story, alert), LENA))
    assert asked(decided.mails) == [COLIN]
    assert "safeguarding/bounced" in sent(decided.mails, COLIN)
    assert "alert-bounced" in story.open_attention()
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN, OLGA]), "the steps go on from there"


def test_a_worry_in_test_mode_starts_the_same_chain(tmp_path):
    story = begin_chain(tmp_path, mode="test")
    story.writes(HANA, WORRY)
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN])


def test_the_backup_is_in_no_chain(story):
    assert to([*story.writes(HANA, WORRY).mails, *story.waits(hours=4)], BETH) == []


@pytest.fixture(scope="module")
def quoted(tmp_path_factory):
    """A story in which an alert is out, and all that mails of the chain say."""
    story = begin_chain(tmp_path_factory.mktemp("quoted"))
    story.writes(HANA, WORRY)
    mails = [*story.mails, *story.waits(hours=2)]
    lines = [line for mail in mails for line in mail.text.splitlines()]
    return story, newest(story.mails, LENA), sorted(set(lines))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_text_that_only_quotes_our_mail_acknowledges(quoted, data):
    story, alert, lines = quoted
    some = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=6))
    mark = data.draw(st.sampled_from(["", "> ", ">", "| ", "  "]))
    story.writes(LENA, "\n".join(f"{mark}{line}" for line in some) + "\n", answers=alert)
    assert case_rows(story)[0].acknowledged_by is None


def test_no_single_line_of_our_mails_acknowledges(quoted):
    story, alert, lines = quoted
    for line in lines:
        story.writes(LENA, f"{line}\n", answers=alert)
    assert case_rows(story)[0].acknowledged_by is None


@settings(max_examples=25, deadline=None)
@given(minutes=st.integers(0, 2000), off=st.integers(1, 900))
def test_whenever_mailbot_was_off_the_next_step_lies_ahead_and_on_the_schedule(minutes, off):
    from mailbot.settings.alert import Alert
    from mailbot.workflows.safeguarding.chain import next_step, steps_until

    since = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    now = since + timedelta(minutes=minutes) + timedelta(seconds=off)
    due = next_step(Alert(), since, now)
    passed = (due - since) / MINUTE
    assert due > now and (passed in (15, 30) or passed % 60 == 0)
    assert steps_until(Alert(), since, due) == steps_until(Alert(), since, now) + 1


def test_words_of_harm_beside_an_ack_do_not_take_it_back(story):
    (alert,) = alerts(story.writes(HANA, WORRY).mails)
    story.writes(LENA, "Ack.\n\nI fear that he wants to kill himself, I am ringing now.\n", answers=alert)
    assert alerts(story.waits(hours=5)) == []


def test_words_of_harm_of_somebody_alerted_are_passed_on_and_the_chain_goes_on(story):
    story.writes(HANA, WORRY)
    mails = story.waits(minutes=16)
    decided = story.writes(COLIN, "I fear that he wants to kill himself.\n", answers=newest(mails, COLIN))
    assert sent(decided.mails, LENA) == ["safeguarding/added"]
    assert sent(decided.mails, COLIN) == ["safeguarding/remark_noted"]
    assert asked(story.waits(minutes=14)) == sorted([LENA, COLIN, OLGA])

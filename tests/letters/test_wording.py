"""The shipped wording: every template can be written, and says nothing that nobody knows."""

from datetime import datetime

import pytest

from mailbot.events import Trust, Urgency
from mailbot.letters.build import build
from mailbot.letters.disclosure import DISCLOSURES, SEVERAL_LINES, Audience, gives_away
from mailbot.letters.page import tidy
from tests.letters.help import FULL, SHIPPED, letter, mail, read_back, shipped, written

NAMES = sorted(path.relative_to(SHIPPED).with_suffix("").as_posix() for path in SHIPPED.glob("*/*.txt"))

# What a concern's mail must have; everything else may be unknown, and the alert still goes out.
NEEDED = {
    "safeguarding/escalation_held": {"hold_reason"},
    "safeguarding/release_request": {"draft_text"},
    "safeguarding/call_time_noted": {"call_logged_at"},
    "safeguarding/built_in_alert": {"message_ref"},
    "safeguarding/message_has_case": {"message_ref"},
    "safeguarding/message_taken": {"message_ref"},
    "safeguarding/message_yours": {"message_ref"},
}
ALARMS = [name for name in NAMES if name.startswith("safeguarding/")]


def of(name: str, **changes: object) -> str:
    """The text with its line breaks taken out, so that a sentence can be looked for."""
    return " ".join(written(letter(name, **changes)).text.split())


def test_the_full_context_of_these_tests_has_every_value_there_is() -> None:
    assert FULL.keys() == DISCLOSURES.keys()


@pytest.mark.parametrize("name", NAMES)
def test_a_template_can_be_written_and_arrives(name: str) -> None:
    rendered = written(letter(name))
    assert gives_away(rendered.subject) is None
    assert 5 < len(rendered.subject) < 65
    assert rendered.text == tidy(rendered.text) + "\n"
    assert "None" not in rendered.text
    message = read_back(mail(subject=rendered.subject, text=rendered.text, html=rendered.html))
    assert message["Subject"] == rendered.subject
    assert not message.defects


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_short(name: str) -> None:
    fixed = written(letter(name, **dict.fromkeys(SEVERAL_LINES, "x"))).text
    assert len(fixed.split()) < (200 if name == "safeguarding/officer_alert" else 170)  # it has to say all there is
    assert len(build(mail(text=fixed))) < 5000


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_is_written_with_hardly_anything_known(name: str) -> None:
    unknown: dict[str, object] = dict.fromkeys(FULL)
    kept = {each: FULL[each] for each in NEEDED.get(name, set()) | {"case_ref"}}
    text = of(name, **(unknown | kept))
    assert "None" not in text


@pytest.mark.duty("B11")
@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_client_is_in_a_mail_to_a_writer_or_outside(name: str) -> None:
    if shipped()[name].audience in (Audience.WRITER, Audience.OUTSIDE, Audience.BACKUP):
        assert "Samir" not in written(letter(name)).text


@pytest.mark.duty("C2")
@pytest.mark.duty("C4")
def test_the_escalation_states_harm_action_and_the_exact_time_of_the_call() -> None:
    text = of("safeguarding/escalation")
    assert "The harm to be prevented: No insulin for two days." in text
    assert "The action that can prevent it: Send a nurse tonight." in text
    assert "Helpline call logged: 14.35 on Tuesday 12 May 2026" in text
    assert "Reference: C-7" in text


@pytest.mark.duty("C4")
def test_an_escalation_without_a_call_time_says_so_and_invents_none() -> None:
    assert "call time not confirmed" in of("safeguarding/escalation", call_logged_at=None)


@pytest.mark.duty("C6")
def test_a_report_that_is_not_urgent_needs_no_call() -> None:
    text = of("safeguarding/escalation", call_logged_at=None, urgency=Urgency.NON_URGENT)
    assert "Urgency: not urgent" in text
    assert "Helpline" not in text


@pytest.mark.duty("C5")
@pytest.mark.parametrize(("minutes", "flagged"), [(None, False), (4, False), (5, False), (6, True)])
def test_more_than_five_minutes_is_a_red_flag(minutes: int | None, flagged: bool) -> None:
    assert ("RED FLAG" in of("safeguarding/escalation", call_wait_minutes=minutes)) is flagged


@pytest.mark.duty("C4")
def test_an_urgent_concern_without_a_call_time_is_asked_for_it_with_the_number_and_the_draft() -> None:
    name = "safeguarding/received_urgent_no_call_time"
    text = of(name, reporter_trust=Trust.VERIFIED)
    assert written(letter(name)).asks == "call_time"
    assert "Call the helpline: 01632 960111" in text
    assert "- Harm to be prevented: No insulin for two days. - Action that can prevent it: Send a nurse" in text
    assert "call 999 first" in text


@pytest.mark.parametrize("trust", [Trust.UNVERIFIED, Trust.FAILED])
def test_the_draft_is_not_sent_to_an_address_that_may_be_forged(trust: Trust) -> None:
    text = of("safeguarding/received_urgent_no_call_time", reporter_trust=trust)
    assert "insulin" not in text
    assert "nurse" not in text


def test_an_alert_to_an_officer_says_how_far_the_sender_is_known() -> None:
    assert "Sender: verified" in of("safeguarding/officer_alert", reporter_trust=Trust.VERIFIED)
    assert "somebody else may have written this" in of("safeguarding/officer_alert", reporter_trust=Trust.FAILED)
    assert "From: Ann, visitor Sender:" in of("safeguarding/officer_alert")
    assert "From: visitor Sender:" in of("safeguarding/officer_alert", reporter_first_name=None)


def test_a_missed_visit_is_asked_for_a_new_date_and_a_reminder_for_the_outcome() -> None:
    assert written(letter("visits/missed_recorded")).asks == "instead"
    reminder = written(letter("visits/reminder"))
    assert reminder.asks == "outcome"
    assert "\nVisit date: 12/05/2026\nOutcome:\nExpenses:\n" in reminder.text


def test_that_somebody_is_away_is_told_with_the_dates_and_never_with_the_reason() -> None:
    assert "Ann is away on Tuesday 12 May 2026." in of("cover/ask_backup")
    assert "Ann is away from Tuesday 12 May 2026 until Friday 15 May 2026." in of("cover/backup_to_know")
    assert "cold" not in of("cover/ask_backup") + of("cover/backup_to_know")


def test_a_claim_is_said_back_item_by_item() -> None:
    text = written(letter("expenses/recorded")).text
    assert "- canteen, Tuesday 12 May 2026: £3.00\n- travel: £4.40\n" in text
    assert "with it: 1." in text
    assert "with it: none." in written(letter("expenses/recorded", receipts=0)).text


def test_the_time_since_when_the_mailbox_is_down_is_given_as_it_is() -> None:
    assert "since 03.05 on Monday 1 June 2026" in of(
        "attention/mailbox_down", mailbox_down_since=datetime(2026, 6, 1, 3, 5)
    )

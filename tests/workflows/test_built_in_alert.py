"""A message that cannot be processed and shows harm: its alert is chased as a case is, until somebody has it."""

import zlib
from datetime import timedelta

import pytest

from mailbot.dispatch import Mail
from mailbot.failing import message_failed
from mailbot.reading.parse import parse
from mailbot.store import outbox
from mailbot.store.inbox import Waiting
from mailbot.store.tables import raw_messages
from tests.story import COLIN, HANA, LENA, templates, to
from tests.workflows.chain_story import ALERT, CARL, CHAIN, OLGA, WORRY, begin_chain

BUILT_IN, TAKEN = "safeguarding/built_in_alert", "safeguarding/message_taken"


@pytest.fixture
def story(tmp_path):
    return begin_chain(tmp_path)


def fails(story, text="He told me that he wants to kill himself.\n", decided="Saw nothing.\n"):
    """A message whose processing fails, with its first alert; another try decided it as it decides these words."""
    number = story.writes(HANA, decided).turn.inbox_id
    raw = f"From: {HANA}\r\nSubject: x\r\n\r\n{text}".encode()

    def job(conn):
        conn.execute(raw_messages.update().where(raw_messages.c.inbox_id == number).values(packed=zlib.compress(raw)))
        message_failed(
            story.scheme, Waiting(number, "concern", 0, story.clock.now(), "unverified"), conn, "X", story.clock.now()
        )

    story.scheme.database.write(job).result()


def asked(mails):
    return sorted(mail.to[0] for mail in mails if mail.template == BUILT_IN)


def built_in(mails, who):
    """The newest of these alerts to that person."""
    return [mail for mail in to(mails, who) if mail.template == BUILT_IN][-1]


@pytest.mark.duty("B13", "L18")
def test_the_built_in_alert_goes_to_the_next_at_the_steps_of_the_chain(story):
    fails(story)
    assert asked(story.waits(minutes=14)) == []
    assert asked(story.waits(minutes=1)) == sorted([LENA, COLIN])
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN, OLGA])
    assert asked(story.waits(minutes=30)) == sorted(CHAIN)
    later = story.waits(hours=1)
    assert asked(later) == sorted(CHAIN)
    assert "wants to kill himself" in to(later, CARL)[0].text


@pytest.mark.duty("B13")
def test_an_ack_ends_it_and_nothing_else_does(story):
    fails(story)
    (alert,) = [mail for mail in to(story.waits(minutes=15), COLIN) if mail.template == BUILT_IN]
    story.writes(COLIN, "I will see.\n", answers=alert)
    story.writes(COLIN, "ACK\n", answers=alert, dmarc="fail")
    assert asked(story.waits(minutes=15))
    decided = story.writes(COLIN, "ACK\n", answers=alert)
    assert "Nobody is asked again" in " ".join(to(decided.mails, COLIN)[0].text.split())
    assert asked(story.waits(hours=3)) == []


@pytest.mark.duty("B13")
def test_the_others_who_were_asked_hear_who_has_it_and_nobody_else_does(story):
    fails(story)
    told = story.waits(minutes=30)
    decided = story.writes(COLIN, "ACK\n", answers=built_in(told, COLIN))
    others = [mail for mail in decided.mails if mail.template == TAKEN]
    assert sorted(mail.to[0] for mail in others) == sorted([LENA, OLGA])
    assert all("Colin, coordinator, has taken on message" in " ".join(mail.text.split()) for mail in others)
    assert "kill" not in "".join(mail.text for mail in decided.mails)


def test_whoever_says_so_too_hears_who_has_it_and_nobody_is_told_again(story):
    fails(story)
    told = story.waits(minutes=15)
    story.writes(COLIN, "ACK\n", answers=built_in(told, COLIN))
    decided = story.writes(LENA, "I have this\n", answers=built_in(told, LENA))
    assert [(mail.template, mail.to) for mail in decided.mails] == [(TAKEN, (LENA,))]
    assert "Colin, coordinator" in decided.mails[0].text


def test_whoever_it_is_about_does_not_hear_who_has_it(story):
    fails(story, "Lena hit Marek and strangled him.\n")
    told = story.waits(minutes=30)
    decided = story.writes(COLIN, "ACK\n", answers=built_in(told, COLIN))
    assert LENA not in [address for mail in decided.mails for address in mail.to]
    assert [mail for mail in decided.mails if mail.template == TAKEN], "somebody else is told"


def test_an_ack_of_a_message_that_became_a_case_does_not_stand_that_down(story):
    fails(story, decided=WORRY)
    mails = story.scheme.database.read(outbox.pending)
    number = next(mail.id for mail in mails if mail.template == BUILT_IN)
    subject = parse(story.scheme.database.read(lambda conn: outbox.raw(conn, number))).subject
    alert = Mail(number, (LENA,), (), subject, "", BUILT_IN, None)
    decided = story.writes(LENA, "ACK\n", answers=alert)
    assert templates(to(decided.mails, LENA)) == ["safeguarding/message_has_case"]
    assert ALERT in templates(to(story.waits(minutes=15), LENA)), "its own chain goes on"


def test_a_worry_about_the_lead_does_not_reach_her_by_that_chain(story):
    fails(story, "Lena hit Marek and strangled him.\n")
    told = story.waits(hours=1)
    assert asked(told)
    assert LENA not in asked(told)


def test_an_alert_that_was_due_while_mailbot_was_off_is_sent_once(story):
    fails(story)
    story.clock.move_by(timedelta(hours=5))
    assert templates(to(story.waits(minutes=0), LENA)).count(BUILT_IN) == 1

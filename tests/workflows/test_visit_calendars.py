"""Visits in the calendars of those who asked for it: entered, moved, taken out; answers are no visits."""

from datetime import date, time
from email import message_from_bytes, policy
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from mailbot.events import Lane
from mailbot.store import outbox, people
from mailbot.workflows.visits import invited, ledger
from mailbot.workflows.visits.tables import visits
from tests.letters.test_appointment import properties
from tests.story import BETH, BOT, HANA, IVO, begin, templates, to

PLAN = "My next visit to Marek will be on Thursday 14 May 2026.\n"
CANCEL = "Person visited: P-1\nVisit date: 14/05/2026\nOutcome: cancelled\n"
TOOK_PLACE = "Person visited: P-1\nVisit date: 14/05/2026\nOutcome: took place\n"
INVITE, TAKEN_OUT = "visits/appointment", "visits/appointment_cancelled"


def wants(story, *addresses):
    """They want their visits in their calendars, as people.csv would say."""
    for address in addresses:
        person = story.scheme.database.read(lambda c, a=address: story.scheme.roll(c).by_email(a))
        values = {"email": person.email, "calendar": True}
        story.scheme.database.write(lambda c, v=values: people.put_person(c, v), Lane.ORDINARY).result()
    story.scheme._roll = None


@pytest.fixture
def story(tmp_path):
    made = begin(tmp_path)
    wants(made, HANA)
    return made


def raw(story, mail):
    content = story.scheme.database.read(lambda conn: outbox.raw(conn, mail.id))
    return message_from_bytes(content, policy=policy.default)


def entry(story, mail):
    """The calendar part of that mail, as name to value."""
    (part,) = [p for p in raw(story, mail).walk() if p.get_content_type() == "text/calendar"]
    return {name.split(";")[0]: value for name, value in properties(part.get_payload(decode=True))}


def only(decided, template):
    (mail,) = [m for m in decided.mails if m.template == template]
    return mail


def change(story, **values):
    """Somebody moves, or hands over, the only visit, and the calendars are brought up to date."""

    def job(conn):
        conn.execute(update(visits).values(values))

    story.scheme.database.write(job, Lane.ORDINARY).result()
    return story.writes(HANA, PLAN if "day" not in values else PLAN.replace("14", f"{values['day'].day}"))


def answers(story, known, answer, who=HANA, sequence=None, subject="Appointment"):
    """A calendar program answers that invitation."""
    number = known["SEQUENCE"] if sequence is None else sequence
    story.count += 1
    body = (
        f"Authentication-Results: mx.scheme.example.org; dmarc=pass header.from=example.com\r\n"
        f"From: <{who}>\r\nTo: {BOT}\r\nSubject: {answer.title()}: {subject}\r\n"
        f"Message-ID: <r{story.count}@example.com>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\n{answer.title()}\r\n"
        "--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{known['UID']}\r\nSEQUENCE:{number}\r\nDTSTART;VALUE=DATE:20260514\r\n"
        f"ATTENDEE;PARTSTAT={answer}:mailto:{who}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n\r\n--b--\r\n"
    )
    return story.arrives(body.encode())


def state(story):
    (known,) = story.scheme.database.read(lambda conn: invited.of_visit(conn, 1))
    return known


def test_a_planned_visit_is_entered_in_the_calendar_of_whoever_asked_for_it(story):
    mail = only(story.writes(HANA, PLAN), INVITE)
    known = entry(story, mail)
    assert mail.to == (HANA,)
    assert (known["METHOD"], known["SEQUENCE"], known["DTSTART"]) == ("REQUEST", "0", "20260514")
    assert known["ATTENDEE"] == f"mailto:{HANA}" and known["ORGANIZER"] == f"mailto:{BOT}"


def test_nobody_who_has_not_asked_for_it_is_sent_one(story):
    decided = story.writes(IVO, PLAN.replace("Marek", "Tobias"))
    assert templates(decided.mails) == ["visits/planned_recorded"]


def test_the_same_plan_again_sends_no_second_entry(story):
    story.writes(HANA, PLAN)
    assert INVITE not in templates(story.writes(HANA, "Just to say: " + PLAN).mails)


def test_a_visit_with_a_time_starts_at_that_time_of_london(story):
    story.writes(HANA, PLAN)
    known = entry(story, only(change(story, at=time(14, 30)), INVITE))
    assert (known["DTSTART"], known["SEQUENCE"]) == ("20260514T133000Z", "1")


def test_a_moved_visit_keeps_its_uid_and_has_the_next_sequence(story):
    first = entry(story, only(story.writes(HANA, PLAN), INVITE))
    moved = entry(story, only(change(story, day=date(2026, 5, 21)), INVITE))
    assert moved["UID"] == first["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"], moved["DTSTART"]) == ("0", "1", "20260521")


def test_a_cancelled_visit_is_taken_out_of_the_calendar_once(story):
    first = entry(story, only(story.writes(HANA, PLAN), INVITE))
    known = entry(story, only(story.writes(HANA, CANCEL), TAKEN_OUT))
    assert (known["METHOD"], known["STATUS"], known["SEQUENCE"]) == ("CANCEL", "CANCELLED", "1")
    assert known["UID"] == first["UID"]
    assert TAKEN_OUT not in templates(story.writes(HANA, CANCEL).mails)


def test_a_visit_that_somebody_else_takes_over_leaves_the_one_calendar_and_enters_the_other(story):
    wants(story, BETH)
    first = entry(story, only(story.writes(HANA, PLAN), INVITE))
    beth = story.scheme.database.read(lambda c: story.scheme.roll(c).by_email(BETH))
    decided = change(story, visitor_id=beth.id)
    given_up, taken = only(decided, TAKEN_OUT), only(decided, INVITE)
    assert (given_up.to, taken.to) == ((HANA,), (BETH,))
    assert entry(story, taken)["UID"] != first["UID"]


def test_whoever_stands_in_for_a_visit_that_was_put_off_has_the_new_day_in_their_calendar(story):
    wants(story, BETH)
    story.writes(HANA, PLAN)
    story.writes(HANA, CANCEL)
    (asked,) = [m for m in story.waits(days=4) if m.template == "visits/ask_backup"]
    mail = only(story.writes(BETH, "Yes, on Friday 22 May 2026\n", answers=asked), INVITE)
    assert mail.to == (BETH,) and entry(story, mail)["DTSTART"] == "20260522"


def test_two_visits_have_two_uids_that_tell_nothing(story):
    one = entry(story, only(story.writes(HANA, PLAN), INVITE))["UID"]
    two = entry(story, only(story.writes(HANA, PLAN.replace("14", "28")), INVITE))["UID"]
    assert one != two and len(one) == 36 and "@" not in one


def test_an_accepted_invitation_is_kept_with_it_and_is_no_visit(story):
    known = entry(story, only(story.writes(HANA, PLAN), INVITE))
    decided = answers(story, known, "ACCEPTED")
    assert [change.what for change in decided.turn.changes] == ["invitation.accepted"]
    assert decided.mails == [] and story.open_attention() == []
    assert state(story).answer == "accepted"
    assert "visits/reminder" in templates(to(story.waits(days=8), HANA))  # it is still asked how it went


def test_a_declined_invitation_puts_the_visit_off_though_no_client_stands_in_it(story):
    known = entry(story, only(story.writes(HANA, PLAN), INVITE))
    decided = answers(story, known, "DECLINED")
    assert "visit.cancelled" in [change.what for change in decided.turn.changes]
    assert to(decided.mails, HANA) == []  # a calendar is a machine: no answer, and its entry is off already
    assert "visits/ask_backup" in templates(story.waits(days=7))  # as for any visit that is put off


@pytest.mark.parametrize(("who", "sequence"), [(IVO, None), (HANA, 7)])
def test_somebody_elses_answer_or_one_to_another_version_puts_nothing_off(story, who, sequence):
    known = entry(story, only(story.writes(HANA, PLAN), INVITE))
    decided = answers(story, known, "DECLINED", who, sequence)
    assert decided.turn.changes == []
    assert story.scheme.database.read(lambda conn: ledger.get(conn, 1)).state == "planned"


def test_clearing_up_a_calendar_afterwards_leaves_the_visit_as_it_was(story):
    known = entry(story, only(story.writes(HANA, PLAN), INVITE))
    story.waits(days=4)
    story.writes(HANA, TOOK_PLACE)
    answers(story, known, "DECLINED")
    assert story.scheme.database.read(lambda conn: ledger.get(conn, 1)).state == "took_place"


def test_the_mail_with_the_entry_says_as_little_as_the_entry(story):
    message = raw(story, only(story.writes(HANA, PLAN), INVITE))
    assert message["Subject"].startswith("Appointment [ref ")
    assert not said_in(message) & {"marek", "p-1", "visit", "prison", "mill"}


def said_in(message):
    """Every word of every part and header of a mail, decoded."""
    texts = [f"{name}: {value}" for name, value in message.items() if name not in ("From", "Reply-To")]
    for part in message.walk():
        if not part.is_multipart():
            texts += [str(part["Content-Type"]), str(part["Content-Disposition"])]
            texts.append(part.get_payload(decode=True).decode("utf-8").replace("\r\n ", ""))
    return set("".join(c if c.isalnum() or c == "-" else " " for c in " ".join(texts).casefold()).split())


# Letters of which no word of ours is made, so that a hit is a leak.
ODD = st.text("bcdfghjkqvwxz", min_size=7, max_size=12)


@settings(max_examples=15, deadline=None)
@given(name=ODD, ref=ODD, place=ODD, setting=st.sampled_from(["prison", "hotel"]))
def test_whatever_stands_in_the_roll_of_a_client_nothing_of_it_is_in_the_mail(name, ref, place, setting):
    with TemporaryDirectory() as folder:
        story = begin(Path(folder))
        wants(story, HANA)
        values = {"name": name.title(), "ref": ref, "place": place, "setting": setting}
        roll = story.scheme.database.read(story.scheme.roll)
        visited = next(m.client_id for m in roll.matches if roll.person(m.visitor_id).email == HANA)

        def job(conn):
            conn.execute(update(people.clients).where(people.clients.c.id == visited).values(values))

        story.scheme.database.write(job, Lane.ORDINARY).result()
        story.scheme._roll = None
        sent = [
            m
            for text in (PLAN.replace("Marek", name.title()), CANCEL)
            for m in story.writes(HANA, text.replace("P-1", ref)).mails
        ]
        invitations = [m for m in sent if m.template in (INVITE, TAKEN_OUT)]
        assert len(invitations) == 2
        for mail in invitations:
            assert not said_in(raw(story, mail)) & {name, ref, place, setting}
        story.scheme.database.close()

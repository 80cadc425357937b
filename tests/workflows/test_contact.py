"""Contact between visits: noted, never a visit, and counted where the scheme asks for regular contact (S10, P6)."""

import pytest
from sqlalchemy import select

from mailbot.store import attention, timers
from mailbot.workflows.beginnings.clearances import LOOK
from mailbot.workflows.contact.recognise import recognise
from mailbot.workflows.contact.tables import contacts
from mailbot.workflows.visits.rhythm import RHYTHM
from mailbot.workflows.visits.tables import visits
from tests.reading.speaking import draft
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to
from tests.workflows.contact_sentences import NOTHING, TABLE

CLIENTS = "ref,name,setting,place\nF-1,Amir,foster,\nA-1,Marek,house,\nP-1,Tobias,prison,\nA-2,Samira,house,\n"
MATCHES = (
    "client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on\n"
    f"F-1,{IVO},,30,2025-10-06,\nA-1,{HANA},{BETH},14,2025-10-06,\nP-1,{COLIN},,14,2025-10-06,\n"
)


@pytest.fixture
def story(tmp_path):
    """Hana visits Marek, who seeks asylum; Ivo a child in care. Monday 11 May 2026."""
    return begin(tmp_path, clients=CLIENTS, matches=MATCHES, packs=', "independent-visitors", "asylum-visitors"')


def noted(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(contacts)).all())
    return [(row.how, row.day.isoformat() if row.day else None) for row in rows]


def visits_of(story):
    return story.scheme.database.read(lambda conn: conn.execute(select(visits)).all())


def mornings(story):
    start = story.clock.now()
    for name in (RHYTHM, LOOK):
        story.scheme.database.write(lambda conn, name=name: timers.start(conn, name, ("scheme", 1), start)).result()
    return story


@pytest.mark.duty("S10", "P6")
@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_sentence_says_how_and_when_they_were_in_touch(line):
    said, _, words = line.partition(" | ")
    found = [
        f"{f.fields.command_args} {'' if f.sure else '~'}{f.fields.visit_date.day if f.fields.visit_date else '-'}"
        for f in recognise(draft(words))
    ]
    assert found == said.split(";")


@pytest.mark.duty("S10")
@pytest.mark.parametrize("words", NOTHING.strip().splitlines())
def test_a_plan_a_try_a_habit_and_other_peoples_doings_are_no_contact(words):
    assert list(recognise(draft(words))) == []


@pytest.mark.duty("S10", "P6")
@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("I rang Marek on Tuesday.", ("phone", "2026-05-05")),
        ("We spoke on the phone yesterday.", ("phone", "2026-05-10")),
        ("Wrote him a letter.", ("letter", None)),
    ],
)
def test_contact_is_noted_answered_kindly_and_no_visit(story, words, row):
    decided = story.writes(HANA, f"{words}\n")
    assert noted(story) == [row]
    assert visits_of(story) == []
    (mail,) = to(decided.mails, HANA)
    assert mail.template == "contact/counted" and "Thank you for keeping in touch" in mail.text
    assert story.open_attention() == []


def overdue(story):
    items = story.scheme.database.read(attention.open_items)
    return {item.subject[1] for item in items if item.why == "visit-overdue" and item.subject}


MAREK, AMIR = 2, 1  # the numbers of their matches


@pytest.mark.duty("S10")
def test_where_regular_contact_is_asked_for_the_interval_counts_from_it(story):
    mornings(story)
    story.waits(days=10)
    story.writes(HANA, "I rang Marek yesterday.\n")
    story.waits(days=13)
    assert MAREK not in overdue(story)
    story.waits(days=5)
    assert MAREK in overdue(story)


@pytest.mark.duty("L1", "P6")
def test_a_visit_a_month_to_a_child_is_overdue_all_the_same_and_the_coordinator_reads_of_the_contact(story):
    mornings(story)
    story.waits(days=29)
    story.writes(IVO, "I rang Amir yesterday.\n")
    mails = story.waits(days=16)
    assert AMIR in overdue(story)
    (asked,) = [mail for mail in mails if mail.template == "beginnings/contact_due"]
    assert "contact last by phone, on Monday 8 June 2026" in " ".join(asked.text.split())


@pytest.mark.duty("P6")
def test_with_a_child_it_is_acknowledged_as_no_visit(story):
    decided = story.writes(IVO, "Amir rang me on Saturday.\n")
    (mail,) = to(decided.mails, IVO)
    assert mail.template == "contact/noted" and "does not count as a visit" in mail.text
    assert noted(story) == [("phone", "2026-05-09")]


@pytest.mark.duty("S10", "S11")
def test_the_backup_hears_that_there_was_contact_and_nothing_of_what_was_said(story):
    story.writes(HANA, "I rang Marek on Tuesday. He is well.\n")
    story.waits(days=3)
    (told,) = to(story.mails, BETH)
    assert told.template == "contact/backup_to_know"
    assert "in touch with A-1 by phone" in " ".join(told.text.split()) and "well" not in told.text


@pytest.mark.duty("S10", "S11")
def test_of_a_mail_with_a_worry_the_backup_hears_nothing_and_the_worry_goes_first(story):
    decided = story.writes(HANA, "I rang Marek on Tuesday. He says that a man hit him again.\n")
    assert noted(story) == [("phone", "2026-05-05")]
    assert "safeguarding/officer_alert" in templates(decided.mails)
    assert to([*decided.mails, *story.waits(days=3)], BETH) == []


@pytest.mark.duty("S10")
def test_a_missed_visit_and_the_call_instead_of_it_are_two_things(story):
    story.writes(HANA, "I couldn't visit Marek on Saturday, I was on a course, but I rang him yesterday.\n")
    assert noted(story) == [("phone", "2026-05-10")]
    assert all(row.state != "took_place" for row in visits_of(story))


@pytest.mark.duty("S10")
def test_what_else_the_sentence_says_is_read_by_a_person(story):
    story.writes(HANA, "I rang Marek on Tuesday, the landlord wants him out.\n")
    assert noted(story) == [("phone", "2026-05-05")]
    assert story.open_attention() == ["partly-understood"]


@pytest.mark.duty("S10")
def test_the_same_told_twice_is_noted_once(story):
    for _ in range(2):
        story.writes(HANA, "I rang Marek on Tuesday.\n")
    assert len(noted(story)) == 1


@pytest.mark.duty("S10")
@pytest.mark.parametrize(("dmarc", "why"), [("fail", ["not-verified"]), ("none", [])])
def test_a_mail_that_may_be_anothers_notes_nothing(story, dmarc, why):
    story.writes(HANA, "I rang Marek on Tuesday.\n", dmarc=dmarc)
    assert noted(story) == []
    assert story.open_attention() == why


@pytest.mark.duty("S10")
@pytest.mark.parametrize("words", ["I rang Amir on Tuesday.", "I rang Marek on the 3/4 or the 5/4."])
def test_contact_with_somebody_elses_client_or_on_a_doubtful_day_is_read_by_a_person(story, words):
    decided = story.writes(HANA, f"{words}\n")
    assert noted(story) == []
    assert "said-something" in story.open_attention()
    assert templates(to(decided.mails, HANA)) == ["attention/held_for_person"]

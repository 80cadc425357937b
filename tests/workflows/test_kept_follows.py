"""What follows on a worry goes the same way as the worry: later mails, digests, answers, failures (L19, L29)."""

import zlib

import pytest
from sqlalchemy import select

from mailbot.failing import message_failed, message_failed_plainly
from mailbot.store import outbox as mails
from mailbot.store.inbox import Waiting
from mailbot.store.kept import kept_of
from mailbot.store.sending import KEPT
from mailbot.store.tables import outbox, raw_messages, recipients
from mailbot.ticks import look_after, needs_looking_after
from mailbot.workflows.safeguarding import cases
from mailbot.workflows.safeguarding.tables import concerns
from tests.story import BETH, COLIN, HANA, IVO, LENA, TEAM, TESS, begin, to
from tests.workflows.test_who_must_not_know import (
    ALL_PACKS,
    CARYS,
    CLIENTS,
    MATCHES,
    OWEN,
    PEOPLE,
    alerted,
    kept,
    with_households,
)


@pytest.fixture
def story(tmp_path):
    return with_households(begin(tmp_path, people=PEOPLE, clients=CLIENTS, matches=MATCHES, packs=ALL_PACKS))


WORRY = "Marek was beaten by his cellmate last night.\n"


def case_of(story):
    """The newest case."""
    return story.scheme.database.read(
        lambda conn: cases.get(conn, conn.scalar(concerns.select().order_by(concerns.c.id.desc()).limit(1)))
    )


def alert_to(decided, address):
    return next(m for m in decided.mails if m.template == "safeguarding/officer_alert" and address in m.to)


def speaks_of(sent, *words):
    return [m for m in sent if any(word in f"{m.subject} {m.text}" for word in words)]


@pytest.mark.duty("L19")
def test_a_later_message_that_names_an_officer_leaves_them_out_from_then_on_and_says_so_to_the_next(story):
    first = story.writes(HANA, WORRY)
    alert_to(first, LENA)
    (answer,) = to(first.mails, HANA)
    more = story.writes(HANA, "Now he says it was Lena who told them to beat him.\n", answers=answer)
    assert not to(more.mails, LENA)
    assert alerted(more)
    assert "Lena Ekwall (safeguarding lead)" in " ".join(m.text for m in more.mails if m.to != (HANA,))
    ref = case_of(story).case_ref
    assert not to(speaks_of(story.waits(days=1, hours=20), ref, "beaten"), LENA)


def test_the_list_of_whom_a_case_is_kept_from_only_grows(story):
    first = story.writes(HANA, "Lena hit Marek.\n")
    (answer,) = to(first.mails, HANA)
    story.writes(HANA, "It was not Lena after all, he says it was Colin who hit him.\n", answers=answer)
    case = case_of(story)
    roll = story.scheme.database.read(story.scheme.roll)
    found = story.scheme.database.read(lambda conn: kept_of(conn, [("concern", case.id)]))
    assert {roll.by_email(LENA).id, roll.by_email(COLIN).id} <= set(found.people)


@pytest.mark.duty("L19")
@pytest.mark.parametrize("words", ["ACK\n", "done\n", "release\n", "What is this about? Who wrote it?\n"])
def test_an_officer_who_was_alerted_before_they_were_named_learns_and_does_nothing_more(story, words):
    first = story.writes(HANA, WORRY)
    (answer,) = to(first.mails, HANA)
    story.writes(HANA, "He says that Lena has been hitting him too.\n", answers=answer)
    asked = story.writes(LENA, words, answers=alert_to(first, LENA))
    told = to(asked.mails, LENA)
    assert not speaks_of(told, case_of(story).case_ref, "Marek", "P-1", "beaten", "cellmate")
    assert not [change.what for change in asked.turn.changes if change.what.startswith(("concern", "mail.rel"))]
    assert "kept-writes" in story.open_attention()
    readers = {address for mail in asked.mails for address in mail.to} - {LENA}
    assert readers, "an officer who may know reads what they wrote"


@pytest.mark.duty("L19")
@pytest.mark.parametrize(
    "words",
    [
        "Is there something about me? Hana has been strange lately.\n",
        "What is happening with Marek? Nobody tells me anything about P-1.\n",
        "Has anybody reported anything about P-1 this week?\n",
    ],
)
def test_whoever_it_is_about_asks_and_is_told_nothing_and_an_allowed_officer_reads_it(story, words):
    story.writes(HANA, "Colin hit Marek.\n")
    ref = case_of(story).case_ref
    asked = story.writes(COLIN, words)
    assert not speaks_of(to(asked.mails, COLIN), ref, "hit", "worry")
    readers = {address for mail in asked.mails for address in mail.to} - {COLIN}
    assert readers
    assert not to(speaks_of(story.waits(days=1, hours=20), ref, words.strip()), COLIN)


def test_no_digest_shows_a_coordinator_a_message_that_is_kept_from_them(tmp_path):
    chloe = "chloe@scheme.example.org"
    story = begin(tmp_path, people=PEOPLE + f"Chloe Orr,{chloe},,coordinator,no\n")
    first = story.writes(HANA, "Saw Marek on Saturday 9 May. He wants a purple kazoo for the pigeon.\n")
    assert first.disposition == "needs_person"
    case = story.writes(HANA, WORRY)
    (answer,) = to(case.mails, HANA)
    story.writes(HANA, "The pigeon and the purple kazoo again.\n", answers=answer)
    story.writes(HANA, "And it was Colin who beat him, I think.\n", answers=answer)
    later = story.waits(days=2)
    assert not to(speaks_of(later, "beat"), COLIN)


@pytest.mark.parametrize("alone", [(LENA,), (LENA, COLIN)])
def test_where_only_those_named_are_left_the_writer_is_told_whom_to_ring_and_nobody_is_told(tmp_path, alone):
    story = begin(tmp_path, without=tuple({COLIN, LENA, TESS} - set(alone)))
    decided = story.writes(HANA, "Lena and Colin hit Marek, both of them.\n")
    assert not any(to(decided.mails, address) for address in alone)
    (answer,) = to(decided.mails, HANA)
    assert answer.template == "safeguarding/nobody_left"
    assert "999" in answer.text
    assert "01632 960701" in answer.text
    assert "are being told" not in answer.text, "nobody is"
    assert "nobody-left" in story.open_attention()


def test_the_alarm_command_runs_where_a_worry_could_be_shown_to_nobody(tmp_path):
    story = begin(tmp_path, without=(COLIN, TESS))
    story.writes(HANA, "Lena hit Marek.\n")
    now = story.clock.now()
    assert story.scheme.database.read(lambda conn: needs_looking_after(story.scheme, conn, now))
    assert story.scheme.database.write(lambda conn: look_after(story.scheme, conn, now)).result()
    assert not story.scheme.database.write(lambda conn: look_after(story.scheme, conn, now)).result(), "once"


@pytest.mark.duty("L29")
def test_a_complaint_that_cannot_be_processed_reaches_no_coordinator(story):
    decided = story.writes(HANA, "I've been let down by Colin again. He never rings back.\n")
    item = Waiting(decided.turn.inbox_id, "ordinary", 0, story.clock.now(), "verified")
    for _ in range(3):
        story.scheme.database.write(
            lambda conn: message_failed(story.scheme, item, conn, "ValueError", story.clock.now())
        ).result()
    rows = story.scheme.database.read(
        lambda conn: [
            (row.template, mails.addresses(conn, row.id))
            for row in conn.execute(outbox.select().where(outbox.c.template == "attention/not_processed"))
        ]
    )
    assert rows == [("attention/not_processed", [CARYS])]
    assert not to(story.waits(days=1, hours=20), COLIN)


def test_a_worry_about_the_lead_that_cannot_be_processed_does_not_reach_her(story):
    decided = story.writes(TESS, "Saw nothing.\n")
    raw = b"From: hana@example.com\r\nSubject: x\r\n\r\nLena hit Marek and strangled him.\r\n"
    number = decided.turn.inbox_id

    def job(conn):
        conn.execute(raw_messages.update().where(raw_messages.c.inbox_id == number).values(packed=zlib.compress(raw)))
        item = Waiting(number, "concern", 0, story.clock.now(), "unverified")
        for _ in range(3):
            message_failed(story.scheme, item, conn, "ValueError", story.clock.now())
        rows = conn.execute(
            outbox.select().where(outbox.c.template.in_(("safeguarding/built_in_alert", "attention/not_processed")))
        )
        return {address for row in rows for address in mails.addresses(conn, row.id)}

    reached = story.scheme.database.write(job).result()
    assert reached
    assert LENA not in reached


@pytest.mark.duty("L2", "L19")
def test_with_an_open_case_no_task_says_to_tell_the_carer(story):
    missed = "I could not visit Tobias on Saturday 9 May, the train did not run.\n"
    before = story.writes(HANA, missed)
    assert any("tell their carer" in mail.text for mail in (*before.mails, *story.waits(days=1))), (
        "as a rule they are"
    )


@pytest.mark.duty("L2", "L19")
@pytest.mark.parametrize("worry", ["The foster dad hits Tobias.\n", "Tobias has bruises all over his arms.\n"])
def test_with_a_case_about_the_child_open_nothing_says_to_tell_the_carer(story, worry):
    story.writes(HANA, worry)
    missed = story.writes(HANA, "I could not visit Tobias on Saturday 9 May, the train did not run.\n")
    sent = [*missed.mails, *story.waits(days=1, hours=20)]
    assert speaks_of(sent, "F-4"), "the visit is still spoken of"
    speaking = {mail.template for mail in speaks_of(sent, "carer")}
    assert speaking <= {"safeguarding/officer_alert"}, "it says with whom not to speak of it"


def test_whoever_lives_with_the_childs_carers_is_left_out_too(story):
    with_households(story, people={LENA: "elm street"}, clients={"F-4": "elm street"})
    decided = story.writes(HANA, "The foster dad hits Tobias.\n")
    assert "Lena" in kept(story, decided)
    assert not to(decided.mails, LENA)
    assert alerted(decided)


def test_a_backup_is_never_copied_on_a_worry(story):
    decided = story.writes(HANA, "Saw Marek on Saturday 9 May. He was beaten by his cellmate.\n")
    assert not to(decided.mails, BETH)
    assert not to(speaks_of(story.waits(days=1, hours=20), "beaten", case_of(story).case_ref), BETH)


@pytest.mark.parametrize(
    "words", ["Colin is rather creepy around Marek, if you ask me.\n", "I feel uneasy about Colin.\n"]
)
def test_words_that_are_no_worry_to_a_program_are_still_not_read_by_whom_they_mean(story, words):
    decided = story.writes(HANA, words)
    assert not to(decided.mails, COLIN)
    assert {address for mail in decided.mails for address in mail.to} - {HANA}
    assert not to(speaks_of(story.waits(days=1, hours=20), words.strip()), COLIN)


FORM = """Person: H-2
Harm to be prevented: she has had no insulin for two days, and {who} shouted at her and threatened her
Action requested: please send a nurse to her room today
Urgency: urgent
Helpline called: 11 May 2026 at 10:35
Time to get through: 3 minutes
"""


@pytest.mark.duty("C4", "L19")
def test_a_team_outside_that_it_is_about_gets_nothing_and_the_lead_hears_that(story):
    decided = story.writes(IVO, FORM.format(who="the helpline worker"))
    assert not to(decided.mails, TEAM), "neither at once nor held"
    assert "outside-kept" in story.open_attention()
    look_now = story.clock.now()
    story.scheme.database.write(lambda conn: look_after(story.scheme, conn, look_now)).result()
    assert to(story.writes(HANA, FORM.format(who="her uncle")).mails, TEAM), "another case still goes there"


def test_an_alert_that_has_not_left_yet_is_taken_back_when_a_message_names_its_addressee(tmp_path):
    story = begin(tmp_path, people=PEOPLE, mode="team", team=f'["{CARYS}"]')
    first = story.writes(HANA, WORRY)
    alert = alert_to(first, LENA)
    assert alert.hold, "it waits"
    (answer,) = to(first.mails, HANA)
    story.writes(HANA, "It was Lena who had him beaten.\n", answers=answer)
    row = story.scheme.database.read(lambda conn: conn.execute(outbox.select().where(outbox.c.id == alert.id)).one())
    assert (row.state, row.hold) == ("held", "kept")


def test_whoever_writes_of_a_worry_or_a_complaint_hears_where_else_they_can_write(tmp_path):
    story = begin(tmp_path, people=PEOPLE)
    story.scheme.config = replace_private(story.scheme.config)
    for words in (WORRY, "I've been let down by Colin again.\n"):
        (answer,) = to(story.writes(HANA, words).mails, HANA)
        assert "chair@example.org" in answer.text


def replace_private(config):
    scheme = config.scheme.model_copy(update={"private_address": "chair@example.org"})
    return config.model_copy(update={"scheme": scheme})


def test_a_digest_never_shows_the_words_of_what_could_not_be_processed_at_all(story):
    decided = story.writes(TESS, "Colin strangled Marek with a purple kazoo.\n")
    item = Waiting(decided.turn.inbox_id, "ordinary", 0, story.clock.now(), "verified")
    for _ in range(3):
        story.scheme.database.write(
            lambda conn: message_failed_plainly(story.scheme, item, conn, "ValueError", story.clock.now())
        ).result()
    assert not to(speaks_of(story.waits(days=1, hours=20), "kazoo"), COLIN)


@pytest.mark.duty("L19", "L29")
def test_an_item_whose_letter_has_not_left_goes_to_the_next_in_line_when_its_case_is_kept_from_since(story):
    """Found by the model: a cap held the letter to the Complaints Manager, and a later message named them."""
    first = story.writes(HANA, "Colin hit Tobias with a stick, and I want to complain.\n")
    (letter,) = [mail for mail in to(first.mails, CARYS) if mail.template == "attention/now"]
    story.writes(HANA, "Tobias has bruises from a belt. Carys was there on Friday.\n")
    state = select(recipients.c.state).where(recipients.c.outbox_id == letter.id)
    assert story.scheme.database.read(lambda conn: conn.scalars(state).all()) == [KEPT]
    now = story.clock.now()
    story.scheme.database.write(lambda conn: look_after(story.scheme, conn, now)).result()
    anew = (
        select(recipients.c.address).join(outbox).where(outbox.c.template == "attention/now", outbox.c.id > letter.id)
    )
    assert OWEN in story.scheme.database.read(lambda conn: conn.scalars(anew).all())

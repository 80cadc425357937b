"""Whoever a worry is about, and whoever lives with them, is left out of everything about it (hardest situation 8)."""

from pathlib import Path

import pytest

from mailbot.roll import Role
from mailbot.store.kept import CARERS, kept_of
from tests.story import BETH, COLIN, HANA, IVO, LENA, begin, to

CARYS, OWEN, NIA = "carys@scheme.example.org", "owen@scheme.example.org", "nia@scheme.example.org"
TESS = "tess@scheme.example.org"
NAMES = {"Hana": HANA, "Ivo": IVO, "Beth": BETH, "Colin": COLIN, "Lena": LENA, "Tess": TESS}
NAMES |= {"Carys": CARYS, "Owen": OWEN, "Nia": NIA}
PEOPLE = f"""Carys Pugh,{CARYS},,complaints_manager,no
Owen Hale,{OWEN},,chair,no
Nia Olsen,{NIA},,out_of_hours,no
"""
CLIENTS = """ref,name,setting,place
P-1,Marek,prison,
H-2,Samira,hotel,Mill Hotel
F-4,Tobias,foster,
"""
MATCHES = f"""client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on
P-1,{HANA},{BETH},14,2025-10-06,{{planned}}
H-2,{IVO},{BETH},14,2025-10-06,
F-4,{HANA},,30,2025-10-06,
"""
ALL_PACKS = ', "asylum-visitors", "independent-visitors"'


def table(heading):
    """The sentences under that heading: who is left out, and what is written."""
    text = (Path(__file__).parent / "who_is_left_out.txt").read_text(encoding="utf-8")
    part = text.partition(f"== {heading}")[2].partition("\n==")[0].splitlines()[1:]
    rows = [line.partition(" | ") for line in part if line.strip()]
    return [(tuple(who.replace("-", "").split()), words.replace(" / ", "\n")) for who, _, words in rows]


MEANT, DOUBT, MENTIONED = table("Meant"), table("Perhaps meant"), table("Only greeted")


@pytest.fixture
def story(tmp_path):
    return with_households(begin(tmp_path, people=PEOPLE, clients=CLIENTS, matches=MATCHES, packs=ALL_PACKS))


def with_households(story, **homes):
    """Ivo and Nia live together, and whoever `homes` names."""
    from mailbot.scheme import ROLL_CHANGED
    from mailbot.store import health
    from mailbot.store.tables import clients, people

    together = {IVO: "mill lane", NIA: "mill lane"} | homes.pop("people", {})

    def job(conn):
        for address, home in together.items():
            conn.execute(people.update().where(people.c.email == address).values(household=home))
        for ref, home in homes.get("clients", {}).items():
            conn.execute(clients.update().where(clients.c.ref == ref).values(household=home))
        health.count(conn, ROLL_CHANGED, story.clock.now())

    story.scheme.database.write(job).result()
    return story


def kept(story, decided):
    """Who is left out by what was written down, by first name."""
    found = story.scheme.database.read(lambda conn: kept_of(conn, [("message", decided.turn.inbox_id)]))
    names = {story.scheme.database.read(story.scheme.roll).person(n).first_name for n in found.people}
    return names | ({"carers"} if CARERS in found.entries else set())


def alerted(decided):
    """Whoever is mailed the writer's words."""
    return {
        address
        for mail in decided.mails
        if mail.template in ("safeguarding/officer_alert", "safeguarding/built_in_alert", "attention/now")
        for address in mail.to
    }


def test_the_table_is_long_enough_and_has_every_kind():
    assert len(MEANT) + len(DOUBT) + len(MENTIONED) >= 60
    assert min(len(MEANT), len(DOUBT), len(MENTIONED)) >= 5


@pytest.mark.duty("L19", "L29", "B13", "S13")
@pytest.mark.parametrize(("who", "words"), MEANT + DOUBT)
def test_whom_it_is_or_may_be_about_is_left_out_and_somebody_else_reads_it(story, who, words):
    decided = story.writes(HANA, words + "\n")
    assert set(who) <= kept(story, decided)
    left_out = {NAMES[name] for name in who if name != "carers"}
    assert not any(to(decided.mails, address) for address in left_out)
    assert alerted(decided) - left_out, "somebody reads it"
    assert not any(to(story.waits(days=1), address) for address in left_out & {COLIN, LENA})


@pytest.mark.duty("L19")
@pytest.mark.parametrize(("who", "words"), MENTIONED)
def test_whoever_is_only_greeted_or_mentioned_is_not_left_out(story, who, words):
    decided = story.writes(HANA, words + "\n")
    assert kept(story, decided) <= {"carers"}
    assert LENA in alerted(decided), "the lead is alerted"


@pytest.mark.parametrize(("who", "words"), DOUBT)
def test_in_doubt_it_goes_to_an_officer_whom_the_text_does_not_mention(story, who, words):
    decided = story.writes(HANA, words + "\n")
    roll = story.scheme.database.read(story.scheme.roll)
    readers = [roll.by_email(address) for address in alerted(decided)]
    assert readers
    assert all(reader.first_name not in words for reader in readers)
    assert all(reader.roles - {Role.VISITOR, Role.BACKUP} for reader in readers)


WORRY = "Marek was beaten by his cellmate last night.\n"


def case_of(story):
    """The newest case."""
    from mailbot.workflows.safeguarding import cases
    from mailbot.workflows.safeguarding.tables import concerns

    return story.scheme.database.read(
        lambda conn: cases.get(conn, conn.scalar(concerns.select().order_by(concerns.c.id.desc()).limit(1)))
    )


def alert_to(decided, address):
    return next(m for m in decided.mails if m.template == "safeguarding/officer_alert" and address in m.to)


def speaks_of(mails, *words):
    return [m for m in mails if any(word in f"{m.subject} {m.text}" for word in words)]


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
    assert not to(speaks_of(story.waits(days=7), ref, "beaten"), LENA)


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
    assert not to(speaks_of(story.waits(days=3), ref, words.strip()), COLIN)


def test_no_digest_shows_a_coordinator_a_message_that_is_kept_from_them(tmp_path):
    chloe = "chloe@scheme.example.org"
    story = begin(tmp_path, people=PEOPLE + f"Chloe Orr,{chloe},,coordinator,no\n")
    first = story.writes(HANA, "Saw Marek on Saturday 9 May. He wants a purple kazoo for the pigeon.\n")
    assert first.disposition == "needs_person"
    case = story.writes(HANA, WORRY)
    (answer,) = to(case.mails, HANA)
    story.writes(HANA, "The pigeon and the purple kazoo again.\n", answers=answer)
    story.writes(HANA, "And it was Colin who beat him, I think.\n", answers=answer)
    later = story.waits(days=4)
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
    from mailbot.ticks import look_after, needs_looking_after

    story = begin(tmp_path, without=(COLIN, TESS))
    story.writes(HANA, "Lena hit Marek.\n")
    now = story.clock.now()
    assert story.scheme.database.read(lambda conn: needs_looking_after(story.scheme, conn, now))
    assert story.scheme.database.write(lambda conn: look_after(story.scheme, conn, now)).result()
    assert not story.scheme.database.write(lambda conn: look_after(story.scheme, conn, now)).result(), "once"


@pytest.mark.duty("L29")
def test_a_complaint_that_cannot_be_processed_reaches_no_coordinator(story):
    from mailbot.failing import message_failed
    from mailbot.store import outbox as mails
    from mailbot.store.inbox import Waiting
    from mailbot.store.tables import outbox

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
    assert not to(story.waits(days=3), COLIN)


def test_a_worry_about_the_lead_that_cannot_be_processed_does_not_reach_her(story):
    from mailbot.failing import message_failed
    from mailbot.store import outbox as mails
    from mailbot.store.inbox import Waiting
    from mailbot.store.tables import outbox, recipients

    decided = story.writes(TESS, "Saw nothing.\n")
    raw = b"From: hana@example.com\r\nSubject: x\r\n\r\nLena hit Marek and strangled him.\r\n"
    import zlib

    from mailbot.store.tables import raw_messages

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
    assert recipients is not None


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
    mails = [*missed.mails, *story.waits(days=7)]
    assert speaks_of(mails, "F-4"), "the visit is still spoken of"
    assert not speaks_of(mails, "carer")


def test_whoever_lives_with_the_childs_carers_is_left_out_too(story):
    with_households(story, people={LENA: "elm street"}, clients={"F-4": "elm street"})
    decided = story.writes(HANA, "The foster dad hits Tobias.\n")
    assert "Lena" in kept(story, decided)
    assert not to(decided.mails, LENA)
    assert alerted(decided)


def test_a_backup_is_never_copied_on_a_worry(story):
    decided = story.writes(HANA, "Saw Marek on Saturday 9 May. He was beaten by his cellmate.\n")
    assert not to(decided.mails, BETH)
    assert not to(speaks_of(story.waits(days=7), "beaten", case_of(story).case_ref), BETH)

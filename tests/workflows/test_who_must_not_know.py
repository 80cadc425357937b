"""Whoever a worry is about, and whoever lives with them, is left out of everything about it (hardest situation 8)."""

from pathlib import Path

import pytest

from mailbot.roll import Role
from mailbot.scheme import ROLL_CHANGED
from mailbot.store import health
from mailbot.store.kept import CARERS, kept_of
from mailbot.store.tables import clients, people
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
SELDOM = '[alert]\nagain_every = "12 hours"\n'  # who is alerted counts here, not how often
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
    more = {"people": PEOPLE, "clients": CLIENTS, "matches": MATCHES, "packs": ALL_PACKS}
    return with_households(begin(tmp_path, more=SELDOM, **more))


def with_households(story, **homes):
    """Ivo and Nia live together, and whoever `homes` names."""
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


@pytest.mark.duty("L29", "L19")
def test_a_complaint_that_joins_a_case_about_the_complaints_manager_goes_to_the_next_in_line(tmp_path):
    story = begin(tmp_path, people=PEOPLE, clients=CLIENTS, matches=MATCHES, packs=ALL_PACKS)
    story.writes(HANA, "Carys hit Tobias with a stick.\n")
    decided = story.writes(HANA, "Lena Ekwall strangled Tobias with a scarf, and I want to complain.\n")
    assert not to(decided.mails, CARYS) and not to(decided.mails, LENA)
    assert "attention/now" in [mail.template for mail in to(decided.mails, OWEN)]


@pytest.mark.duty("L29", "L19")
def test_where_the_case_leaves_out_the_last_who_was_left_the_writer_hears_that_nobody_here_can_read_it(tmp_path):
    story = begin(tmp_path, people=PEOPLE, clients=CLIENTS, matches=MATCHES, packs=ALL_PACKS)
    story.writes(HANA, "Nia hit Tobias with a stick.\n")
    decided = story.writes(
        HANA, "Lena, Carys, Owen and Colin strangled Tobias with a scarf, and I want to complain.\n"
    )
    assert [mail.template for mail in decided.mails] == ["safeguarding/nobody_left"]
    assert decided.mails[0].to == (HANA,)


@pytest.mark.duty("L19")
def test_a_task_that_joins_a_case_about_the_coordinator_goes_to_the_next_in_line(tmp_path):
    story = begin(tmp_path, people=PEOPLE, clients=CLIENTS, matches=MATCHES, packs=ALL_PACKS)
    story.writes(HANA, "Colin hit Tobias with a stick.\n")
    decided = story.writes(
        HANA, "I did not visit Tobias on Tuesday, I was ill. Lena Ekwall strangled Tobias with a scarf.\n"
    )
    assert not to(decided.mails, COLIN)
    assert "visits/tell_client" in [mail.template for mail in to(decided.mails, CARYS)]

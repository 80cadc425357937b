"""Non-interference: whoever a worry is about gets exactly the mails they would have got without it (L19, L29).

Two schemes live the same three days; in one of them somebody writes that this person did harm. Whatever reaches them,
and whoever lives with them, has to be the same in both, in all four packs.
"""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.roll import Role
from tests.story import BETH, COLIN, HANA, IVO, LENA, TESS, begin, to
from tests.workflows.test_who_must_not_know import ALL_PACKS, CARYS, NIA, OWEN, PEOPLE, SELDOM, with_households

CHLOE = "chloe@scheme.example.org"
CLIENTS = """ref,name,setting,place
P-1,Marek,prison,
H-2,Samira,hotel,Mill Hotel
F-4,Tobias,foster,
A-5,Yusuf,house,
"""
MATCHES = f"""client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on
P-1,{HANA},{BETH},14,2025-10-06,2026-05-13
H-2,{IVO},{BETH},14,2025-10-06,
F-4,{HANA},,30,2025-10-06,
A-5,{IVO},{HANA},14,2025-10-06,2026-05-14
"""
ABOUT = {
    "Ivo": IVO,
    "Beth": BETH,
    "Colin": COLIN,
    "Lena": LENA,
    "Tess": TESS,
    "Carys": CARYS,
    "Owen": OWEN,
    "Nia": NIA,
}
ABOUT |= {"Chloe": CHLOE}
TOLD = (
    "{who} hit {client}.",
    "{client} was raped by {who}.",
    "{client} says that they are afraid of {who}.",
    "I am worried about {who}, who shouts at {client} and locks the door.",
    "{client} has bruises. {who} was there on Friday.",
    "I told {who} that {client} was beaten, and was told to forget about it.",
    "{who} strangled {client}, and I want to complain.",
)
NEXT = ("", "He says it was {who} again.", "Please ring me about {who}.", "Any news?")
SECRET = re.compile(r"\b[a-z0-9]{16,}\b|\bnumber \d+|\b\d{4}-\d{3}\b")


def scheme(folder):
    people = PEOPLE + f"Chloe Orr,{CHLOE},,coordinator,no\n"
    story = begin(folder, people=people, clients=CLIENTS, matches=MATCHES, packs=ALL_PACKS, more=SELDOM)
    return with_households(story, people={LENA: "elm street", TESS: "elm street"})


def three_days(story, worry="", follow_up=""):
    """What is sent in that time, with or without the worry on its first day."""
    story.waits(hours=1)
    if worry:
        decided = story.writes(HANA, f"{worry}\n")
        story.waits(hours=2)
        if follow_up:
            story.writes(HANA, f"{follow_up}\n", answers=to(decided.mails, HANA)[0])
    else:
        story.waits(hours=2)
    story.waits(days=3)
    return story.mails


def seen(mails, address):
    """What that person gets, but for tokens and numbers."""
    return sorted((m.template, SECRET.sub("…", m.subject), SECRET.sub("…", m.text)) for m in to(mails, address))


@pytest.fixture(scope="module")
def quiet(tmp_path_factory):
    """The days in which nobody writes of any harm."""
    return list(three_days(scheme(tmp_path_factory.mktemp("quiet"))))


def household(story, address):
    roll = story.scheme.database.read(story.scheme.roll)
    person = roll.by_email(address)
    return {p.email for p in roll.people if p == person or (p.household and p.household == person.household)} - {HANA}


@pytest.mark.duty("L19", "L29", "B13", "S13")
@settings(max_examples=16, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    who=st.sampled_from(sorted(ABOUT)),
    client=st.sampled_from(["Marek", "Samira", "Tobias", "Yusuf"]),
    words=st.sampled_from(TOLD),
    more=st.sampled_from(NEXT),
)
def test_whoever_it_is_about_gets_what_they_would_have_got_anyway(tmp_path_factory, quiet, who, client, words, more):
    story = scheme(tmp_path_factory.mktemp("worry"))
    mails = three_days(story, words.format(who=who, client=client), more.format(who=who, client=client))
    for address in household(story, ABOUT[who]):
        assert seen(mails, address) == seen(quiet, address), f"{who} or somebody of their household learns of it"
    roll = story.scheme.database.read(story.scheme.roll)
    alerts = [m for m in mails if m.template in ("safeguarding/officer_alert", "attention/now")]
    readers = {roll.by_email(address) for m in alerts for address in m.to}
    assert any(p.roles - {Role.VISITOR, Role.BACKUP} for p in readers), "somebody allowed reads it"

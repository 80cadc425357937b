"""Every digest says who has no visitor or no backup, until the lists are put right (B1, S1, S2)."""

from datetime import date

import pytest

from mailbot.importing import import_roll
from mailbot.scheme import ROLL_CHANGED
from mailbot.store import health
from mailbot.store.people import end_match
from mailbot.ticks import prepare
from tests.story import BETH, COLIN, HANA, IVO, MONDAY, TESS, begin, to

CLIENTS = """ref,name,setting,place
A-1,Marek,house,
A-2,Samira,house,
A-3,Tobias,house,
P-4,Olena,prison,
"""
HEAD = "client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on\n"
MATCHES = f"{HEAD}A-1,{HANA},{BETH},14,2025-10-06,\nA-2,{IVO},,14,2025-10-06,\nP-4,{HANA},,14,2025-10-06,\n"
UNCLEAR = "The thing with the parcel is still as it was, as you can imagine.\n"


def digest(folder, matches=MATCHES):
    story = begin(folder, clients=CLIENTS, matches=matches, packs=', "asylum-visitors"')
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, MONDAY)).result()
    story.writes(HANA, f"Saw Marek on Saturday 9 May. {UNCLEAR}")
    mails = [mail for mail in to(story.waits(days=2), COLIN) if mail.template == "attention/digest"]
    return mails[0].text


@pytest.mark.duty("S1", "B1")
def test_a_client_without_visitor_or_backup_stands_in_the_digest(tmp_path):
    text = digest(tmp_path)
    assert "A-3 waits for a visitor" in text
    assert "A-2 has no backup" in text
    assert "P-4" not in text, "a prison scheme has no backups"
    assert "A-1" not in text.partition("Who has nobody")[2]


@pytest.mark.duty("S2")
def test_a_backup_who_is_not_experienced_is_pointed_out_and_blocks_nothing(tmp_path):
    matches = MATCHES.replace(f"A-2,{IVO},,", f"A-2,{IVO},{TESS},")
    assert "A-2 has a backup who is not marked as experienced" in " ".join(digest(tmp_path, matches).split())


@pytest.mark.duty("B1")
def test_a_request_is_worth_a_digest_each_morning_whatever_else_is_open_until_it_is_matched(tmp_path):
    story = begin(tmp_path, clients=CLIENTS, matches=MATCHES, packs=', "asylum-visitors"')
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, MONDAY)).result()
    assert [line for line in lines(story.waits(days=2)) if "waits" in line] == ["- A-3 waits for a visitor"] * 2
    (story.scheme.config.folder / "matches.csv").write_text(f"{MATCHES}A-3,{IVO},{BETH},14,2025-10-06,\n")
    import_roll(story.scheme, story.scheme.config.folder, story.clock.now())
    assert lines(story.waits(days=3)) == []


@pytest.mark.duty("B1")
def test_whoever_has_lost_their_visitor_waits_again_until_they_want_no_more(tmp_path):
    story = begin(tmp_path, clients=CLIENTS, matches=MATCHES, packs=', "asylum-visitors"')
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, MONDAY)).result()
    story.scheme.database.write(lambda conn: end_match(conn, 3, ended_on=date(2026, 5, 8))).result()
    story.scheme.database.write(lambda conn: health.count(conn, ROLL_CHANGED, MONDAY)).result()
    text = " ".join(lines(story.waits(days=1)))
    assert "P-4 waits for a visitor again, since Friday 8 May 2026" in text
    folder = story.scheme.config.folder
    said_no = CLIENTS.replace("place\n", "place,wants_visits\n").replace("house,\n", "house,,no\n")
    (folder / "clients.csv").write_text(said_no.replace("prison,\n", "prison,,no\n"))
    import_roll(story.scheme, folder, story.clock.now())
    assert lines(story.waits(days=3)) == []


def lines(mails):
    """What the coordinator's digests say, paragraph by paragraph."""
    texts = [mail.text for mail in to(mails, COLIN) if mail.template == "attention/digest"]
    return [" ".join(part.split()) for text in texts for part in text.replace("\n- ", "\n\n- ").split("\n\n")]

"""Imported matches: the pack's interval where the list gives none (L1), one client for one reference."""

import pytest

from mailbot.importing import import_roll
from tests.story import HANA, IVO, begin

CLIENTS = "ref,name,setting,place\nF-1,Amir,foster,\nA-1,Marek,house,\nP-1,Tobias,prison,\n"
MATCHES = f"client_ref,visitor_email,interval_days\nF-1,{HANA},\nA-1,{HANA},21\nP-1,{IVO},\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path, clients=CLIENTS, matches=MATCHES, packs=', "independent-visitors", "asylum-visitors"')


def intervals(story):
    roll = story.scheme.database.read(story.scheme.roll)
    return {client.ref: match.interval_days for match in roll.matches for client in [roll.client(match.client_id)]}


@pytest.mark.duty("L1")
def test_a_child_is_visited_once_a_month_where_the_list_says_nothing_else(story):
    assert intervals(story) == {"F-1": 30, "A-1": 21, "P-1": 14}


def test_a_reference_with_other_capitals_is_the_same_client(story, tmp_path):
    for name in ("clients.csv", "matches.csv"):
        path = next(tmp_path.rglob(name))
        path.write_text(path.read_text(encoding="utf-8").replace("P-1", "p-1"), encoding="utf-8")
    import_roll(story.scheme, path.parent, story.clock.now())
    assert intervals(story) == {"F-1": 30, "A-1": 21, "p-1": 14}

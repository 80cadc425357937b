"""With another volunteer of the scheme nobody is alone in a hotel room; any other visit there is told (C10)."""

import pytest

from mailbot.roll import Client, Person, Role, Roll
from mailbot.workflows.lone.events import Where
from mailbot.workflows.lone.pairs import goes_in_a_pair
from mailbot.workflows.lone.places import places_in
from tests.story import COLIN, IVO, begin, templates, to
from tests.workflows.pair_sentences import ALONE, IN_A_PAIR

pytestmark = pytest.mark.duty("C10")

IVAN = Person(1, "Ivo Brandt", IVO, roles=frozenset({Role.VISITOR}))
ROLL = Roll(
    (
        IVAN,
        Person(2, "Hana Adeyemi", "hana@example.com", roles=frozenset({Role.VISITOR})),
        Person(3, "Beth Caldwell", "beth@example.com", roles=frozenset({Role.BACKUP})),
        Person(4, "Colin Dray", COLIN, roles=frozenset({Role.COORDINATOR})),
    ),
    (Client(1, "H-2", "Samira", "hotel"), Client(2, "P-3", "Tobias", "prison")),
    (),
)


def rooms(text):
    return list(places_in(text, lambda at: goes_in_a_pair(text, at, ROLL, IVAN)))


@pytest.mark.parametrize("text", IN_A_PAIR.strip().splitlines())
def test_with_another_volunteer_nobody_is_alone(text):
    assert rooms(text) == []


@pytest.mark.parametrize("text", ALONE.strip().splitlines())
def test_anything_less_is_a_visit_alone_in_a_room(text):
    assert rooms(text) == [Where.HOTEL_ROOM]


@pytest.fixture
def story(tmp_path):
    """Ivo visits Samira in a hotel; Beth is the backup."""
    return begin(tmp_path)


@pytest.mark.parametrize(
    "text", ["Seeing Samira on 14 May at 2pm in her room.", "Seeing Samira in her room on 14 May with Roshni."]
)
def test_a_plan_alone_in_a_room_is_told_to_the_coordinator_at_once(story, text):
    decided = story.writes(IVO, f"{text}\n")
    assert "visit-placed" in story.open_attention()
    assert "attention/now" in templates(to(decided.mails, COLIN))


@pytest.mark.parametrize(
    "text",
    [
        "Seeing Samira on 14 May at 2pm in her room with Beth.",
        "Setting off to see Samira in her room with Hana, back by 4.30pm.",
    ],
)
def test_a_plan_and_a_setting_off_with_a_volunteer_need_nobody(story, text):
    story.writes(IVO, f"{text}\n")
    assert "visit-placed" not in story.open_attention()

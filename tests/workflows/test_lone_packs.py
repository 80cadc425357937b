"""What a pack asks of lone working: who knows beforehand, where no visit may be, who is reminded (L13, L23, C10)."""

from datetime import timedelta

import pytest

from mailbot.events import Disposition
from mailbot.ticks import prepare
from tests.story import COLIN, HANA, IVO, templates, to
from tests.workflows.lone_story import PAT, SETS_OFF, begin_children, begin_lone, words

AT_HOME = [
    "Setting off to fetch Marek now, we will be at my house, back by 4.30pm.",
    "Setting off to see Marek now, he is coming over to mine, back by 4.30pm.",
    "I saw Marek yesterday at my flat.",
]
IN_A_ROOM = [
    "Setting off to see Samira now in her room, back by 4.30pm.",
    "Setting off to see Samira in room 12, back by 4.30pm.",
    "I saw Samira yesterday in her hotel room.",
]


@pytest.fixture
def children(tmp_path):
    return begin_children(tmp_path)


@pytest.fixture
def hotels(tmp_path):
    """Ivo visits Samira in a hotel, Hana visits Marek in prison."""
    return begin_lone(tmp_path)


@pytest.mark.duty("L23")
def test_with_children_the_named_person_knows_when_and_the_coordinator_is_given_the_details(children):
    decided = children.writes(HANA, "Setting off to see Marek at 2, back by 4.30\n")
    (named,) = to(decided.mails, PAT)
    assert named.template == "lone/named_set_off"
    assert "Marek" not in named.text
    (details,) = to(decided.mails, COLIN)
    assert "to P-1. The visit begins 14.00 on Monday 11 May 2026" in words(details)
    assert templates(to(decided.mails, HANA)) == ["lone/watched"]


@pytest.mark.duty("L23")
def test_with_children_the_named_person_is_told_of_the_return_and_nobody_else_is_mailed(children):
    children.writes(HANA, SETS_OFF)
    decided = children.writes(HANA, "Home safe.\n")
    assert templates(to(decided.mails, PAT)) == ["lone/named_is_back"]
    assert to(decided.mails, COLIN) == []


FELLOW = f"Ivo Brandt,{IVO},"


@pytest.mark.duty("L23")
def test_a_fellow_volunteer_on_the_roll_is_named_without_more_and_learns_first_name_and_time_only(tmp_path):
    story = begin_children(tmp_path, named=FELLOW)
    told = [*story.writes(HANA, SETS_OFF).mails, *story.waits(hours=6)]
    assert templates(to(told, IVO)) == ["lone/named_set_off", "lone/named_overdue"]
    for mail in to(told, IVO):
        assert "Hana" in mail.text and not any(
            word in mail.text + mail.subject for word in ("Marek", "P-1", "Adeyemi")
        )


@pytest.mark.duty("L23")
def test_a_fellow_volunteer_who_says_she_is_home_is_passed_on_and_stands_nobody_down(tmp_path):
    story = begin_children(tmp_path, named=FELLOW)
    story.writes(HANA, SETS_OFF)
    alarm = next(mail for mail in story.waits(hours=6) if mail.template == "lone/named_overdue")
    story.writes(IVO, "Home\n", answers=alarm)
    assert "lone-overdue" in story.open_attention()
    assert to(story.waits(hours=1), COLIN)  # they are asked on


@pytest.mark.duty("L23")
@pytest.mark.parametrize(("named", "nudged"), [("", True), ("Pat Adeyemi,pat@example.net,", True), (FELLOW, False)])
def test_where_nobody_is_named_the_coordinator_hears_that_a_fellow_volunteer_is_preferable(tmp_path, named, nudged):
    story = begin_children(tmp_path, named=named)
    (details,) = to(story.writes(HANA, SETS_OFF).mails, COLIN)
    assert ("a fellow volunteer is preferable" in words(details)) == nudged
    story.writes(HANA, "Home safe. The thing with the parcel is still as it was, as you can imagine.\n")
    run_daily(story)
    digest = next(mail for mail in to(story.waits(days=1), COLIN) if mail.template == "attention/digest")
    assert ("preferably a fellow volunteer - Hana Adeyemi" in words(digest)) == nudged


def run_daily(story):
    """The daemon runs: each morning's digest."""
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, story.clock.now())).result()


@pytest.mark.duty("L23")
def test_with_children_too_the_named_person_is_alarmed_if_nothing_comes(children):
    children.writes(HANA, SETS_OFF)
    assert [mail.to[0] for mail in children.waits(hours=6)] == [HANA, PAT, COLIN]


@pytest.mark.duty("L23")
def test_other_packs_tell_nobody_of_a_setting_off(hotels):
    assert [mail.to for mail in hotels.writes(HANA, SETS_OFF).mails] == [(HANA,)]


@pytest.mark.duty("L13")
@pytest.mark.parametrize("text", AT_HOME)
def test_a_visit_to_a_child_at_the_visitors_home_is_put_before_a_coordinator_at_once(children, text):
    decided = children.writes(HANA, f"{text}\n")
    assert "visit-placed" in children.open_attention()
    assert any("a visitor's home" in mail.text for mail in to(decided.mails, COLIN))
    assert "own home" in " ".join(mail.text for mail in to(decided.mails, HANA))


@pytest.mark.duty("L13")
@pytest.mark.parametrize(
    "text",
    [
        "Setting off to see Marek now, back at my house by 4.30pm.",
        "Setting off to see Marek now, I'll be back at my flat by 4.30pm.",
        "I saw Marek yesterday at his carer's house, not at mine.",
    ],
)
def test_a_way_home_is_no_visit_there(children, text):
    children.writes(HANA, f"{text}\n")
    assert "visit-placed" not in children.open_attention()


@pytest.mark.duty("L13")
def test_in_another_pack_a_visit_at_home_needs_nobody(hotels):
    hotels.writes(HANA, "Setting off to fetch Marek now, we will be at my house, back by 4.30pm.\n")
    assert "visit-placed" not in hotels.open_attention()


@pytest.mark.duty("C10")
@pytest.mark.parametrize("text", IN_A_ROOM)
def test_a_visit_alone_in_a_hotel_room_is_put_before_a_coordinator_at_once(hotels, text):
    decided = hotels.writes(IVO, f"{text}\n")
    assert "visit-placed" in hotels.open_attention()
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert "private room" in " ".join(mail.text for mail in to(decided.mails, IVO))


@pytest.mark.duty("C10")
@pytest.mark.parametrize(
    "text",
    [
        "Setting off to see Samira now in the lounge, not in her room, back by 4.30pm.",
        "Setting off with another befriender, we see Samira together in her room, back by 4.30pm.",
    ],
)
def test_a_pair_or_another_place_needs_nobody(hotels, text):
    hotels.writes(IVO, f"{text}\n")
    assert "visit-placed" not in hotels.open_attention()


def plans_for_tomorrow(story):
    """Ivo sees Samira tomorrow at two; it is eleven in the morning."""
    decided = story.writes(IVO, "Seeing Samira next on 12 May at 2pm.\n")
    assert "visits/planned_recorded" in templates(decided.mails)
    assert decided.disposition is Disposition.DONE


@pytest.mark.duty("C10", "L23")
def test_whoever_has_not_written_when_the_visit_begins_is_asked_to_where_the_pack_wants_it(hotels):
    plans_for_tomorrow(hotels)
    assert "lone/please_set_off" not in templates(hotels.waits(hours=27, minutes=9))
    (mail,) = hotels.waits(minutes=1)
    assert (mail.template, mail.to) == ("lone/please_set_off", (IVO,))
    decided = hotels.writes(IVO, "Back by 4.30pm\n", answers=mail)
    assert templates(decided.mails) == ["lone/watched"]


@pytest.mark.duty("L23")
def test_whoever_has_written_is_not_asked(hotels):
    plans_for_tomorrow(hotels)
    hotels.waits(hours=26)
    hotels.writes(IVO, "Setting off to see Samira at 2, back by 4.30\n")
    assert "lone/please_set_off" not in templates(hotels.waits(hours=2))


@pytest.mark.duty("L23")
def test_a_visit_that_was_called_off_is_not_asked_about(hotels):
    plans_for_tomorrow(hotels)
    hotels.waits(hours=3)
    decided = hotels.writes(IVO, "Person visited: H-2\nVisit date: 12/05/2026\nOutcome: cancelled\n")
    assert "visits/cancelled_recorded" in templates(decided.mails)
    assert "lone/please_set_off" not in templates(hotels.waits(hours=30))


@pytest.mark.duty("L23")
def test_a_daemon_that_was_off_does_not_ask_the_next_day(hotels):
    plans_for_tomorrow(hotels)
    hotels.clock.move_by(timedelta(days=2))
    assert "lone/please_set_off" not in templates(hotels.waits(minutes=1))


@pytest.mark.duty("L23")
def test_a_pack_that_does_not_want_it_asks_nobody(hotels):
    decided = hotels.writes(HANA, "Seeing Marek next on 12 May at 2pm.\n")
    assert "visits/planned_recorded" in templates(decided.mails)
    assert "lone/please_set_off" not in templates(hotels.waits(hours=30))

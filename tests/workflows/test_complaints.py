"""Dissatisfaction with a coordinator goes to the Complaints Manager, and never to them (duty L29)."""

import pytest

from mailbot.events import Disposition
from tests.story import COLIN, HANA, IVO, LENA, MONDAY, begin, templates, to

CARYS, CHLOE = "carys@scheme.example.org", "chloe@scheme.example.org"
MANAGER = f"Carys Pugh,{CARYS},,complaints_manager,no\n"

COMPLAINTS = [
    "I am really fed up with Colin. He never rings back.",
    "Colin was very short with me on the phone on Thursday and I did not like it.",
    "I want to make a formal complaint.",
    "I wish to complain about the coordinator.",
    "The coordinator has ignored my last three messages.",
    "I've been let down by Colin again.",
    "I feel patronised by your coordinator, to be frank.",
    "I spoke to Colin last week. He doesn't listen to a word I say.",
    "Nobody at the office ever rings back, and I have had enough of it.",
    "I have lost all confidence in Colin Dray.",
    "Your office never answers the phone.",
    "Marek says he is fed up with the coordinator.",
    "colin treats us like children",
    "You never reply to my mails.",
    "I am not happy with how you have treated me.",
    "Who do I complain to about the co-ordinator?",
    "There is no support from Colin at all.",
    "Colin shouted at me in front of the others.",
    "They never ring you back, nobody cares.",
    "I have asked three times and nobody answers.",
    "I let it ring for 10 minutes and nobody at the office answers.",
    "I did not appreciate the tone of Colin's letter.",
    "I would rather not deal with Colin about this.",
    "coordinator is not fair with me",
    "Colin told everybody what I had told him in private.",
]
NO_COMPLAINTS = [
    "Saw Marek on Saturday, no complaints at all.",
    "Marek complained about the food again. Saw him on Saturday.",
    "Please thank Colin, he never forgets a birthday.",
    "Can't complain, saw Marek on Saturday.",
    "Marek says nobody on the wing ever listens to him.",
    "I am fed up with the buses. Saw Marek on Saturday.",
    "Colin said that he would ring me on Friday.",
    "Hi Colin, the officers at the gate were very rude to me today.",
    "He has asked to be moved and nobody answers.",
    "I rang the Lantern Line and nobody answered for 20 minutes.",
    "He presses the bell and no one ever answers.",
    "They phoned twice about the heating and nobody rang back.",
    "I tried the out of hours number but no one picks up.",
    "Colin would not let me pay for the tea.",
    "Colin could not run the meeting as he was ill.",
    "Colin told everyone about the picnic.",
    "I didn't like the tone of the officer at the gate. Thanks, Colin.",
]


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path, people=MANAGER)


def complaints_in(decided):
    return [fact for fact in decided.turn.reading.facts if fact.fields.concern_about == "coordinator"]


@pytest.mark.duty("L29")
@pytest.mark.parametrize("words", COMPLAINTS)
def test_a_complaint_about_a_coordinator_reaches_the_complaints_manager_now_and_no_coordinator(story, words):
    decided = story.writes(HANA, f"{words}\n\nHana\n")
    assert complaints_in(decided)
    assert to(decided.mails, CARYS), "the Complaints Manager is mailed at once"
    assert any(words in " ".join(mail.text.replace(">", "").split()) for mail in to(decided.mails, CARYS)), (
        "with the writer's words"
    )
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert not to(decided.mails, COLIN)
    assert not to(story.waits(days=1, hours=20), COLIN), "nor does it stand in a digest"


@pytest.mark.parametrize("words", NO_COMPLAINTS)
def test_what_is_no_complaint_about_a_coordinator_is_read_as_ever(story, words):
    decided = story.writes(HANA, f"{words}\n\nHana\n")
    assert not complaints_in(decided)
    assert not to(decided.mails, CARYS)


@pytest.mark.duty("L29")
def test_the_writer_is_told_where_the_complaint_went_and_not_thanked_for_a_visit_alone(story):
    decided = story.writes(HANA, "I've been let down by Colin again.\n")
    (answer,) = to(decided.mails, HANA)
    assert "Complaints Manager" in answer.text
    assert "let down" not in answer.text


def test_a_visit_in_the_same_mail_is_recorded_and_the_words_still_do_not_reach_the_coordinator(story):
    decided = story.writes(HANA, "Saw Marek on Saturday 9 May. Colin never rings back though, he is hopeless.\n")
    assert "visit.took_place" in [change.what for change in decided.turn.changes]
    assert not to(decided.mails, COLIN)
    assert not to(story.waits(days=1, hours=20), COLIN)


def test_a_harmful_one_reaches_the_safeguarding_lead_and_the_complaints_manager_but_no_coordinator(story):
    decided = story.writes(HANA, "Colin shouted at me and hit me with a ruler when I complained about it.\n")
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))
    assert to(decided.mails, CARYS)
    assert not to(decided.mails, COLIN)


def test_what_follows_in_the_same_thread_is_kept_from_coordinators_too(story):
    first = story.writes(HANA, "I've been let down by Colin again.\n")
    (answer,) = to(first.mails, HANA)
    more = story.writes(HANA, "It was about the thing with the parcel, as you can imagine.\n", answers=answer)
    assert to(more.mails, CARYS)
    assert not to(more.mails, COLIN)
    assert not to(story.waits(days=1, hours=20), COLIN)


def test_the_complaints_manager_says_done_by_reply_and_a_coordinator_cannot(story):
    decided = story.writes(HANA, "I've been let down by Colin again.\n")
    (asked,) = to(decided.mails, CARYS)
    story.writes(COLIN, "done\n", answers=asked)
    assert "complaint" in story.open_attention()
    story.writes(CARYS, "done\n", answers=asked)
    assert "complaint" not in story.open_attention()


def test_a_coordinator_who_complains_of_another_is_answered_and_neither_is_shown_it(tmp_path):
    story = begin(tmp_path, people=MANAGER + f"Chloe Orr,{CHLOE},,coordinator,no\n")
    decided = story.writes(CHLOE, "I cannot work with Colin any more, he never listens to me.\n")
    assert templates(to(decided.mails, CHLOE)) == ["people/complaint_received"]
    assert not to(decided.mails, COLIN)


def test_a_complaints_manager_who_is_also_a_coordinator_reads_it_unless_it_names_them(tmp_path):
    story = begin(tmp_path, people=f"Carys Pugh,{CARYS},,complaints_manager coordinator,no\n")
    assert to(story.writes(HANA, "I've been let down by Colin again.\n").mails, CARYS)
    about_them = story.writes(IVO, "I've been let down by Carys again.\n")
    assert not to(about_them.mails, CARYS)
    assert to(about_them.mails, LENA), "the next officer whom it does not name"


def test_where_nobody_may_read_it_the_writer_is_told_and_it_stays_open(tmp_path):
    story = begin(tmp_path, people="", without=(LENA,))
    decided = story.writes(HANA, "I've been let down by Colin again.\n")
    (answer,) = to(decided.mails, HANA)
    assert "phone the scheme" in answer.text
    assert not to(decided.mails, COLIN)
    assert "complaint" in story.open_attention()


def test_a_stranger_gets_the_neutral_receipt_and_the_complaint_is_kept_from_coordinators(story):
    decided = story.writes("aunt@example.net", "I wish to complain about your coordinator.\n")
    assert templates(to(decided.mails, "aunt@example.net")) == ["people/receipt"]
    assert to(decided.mails, CARYS)
    assert not to(decided.mails, COLIN)
    assert story.clock.now() == MONDAY


@pytest.mark.duty("L29")
def test_a_coordinator_who_is_also_the_lead_does_not_see_it_where_somebody_else_can(tmp_path):
    lead_too = f"Chloe Orr,{CHLOE},,coordinator safeguarding_lead,no\n"
    story = begin(tmp_path, people=MANAGER + lead_too, without=(LENA, COLIN))
    decided = story.writes(HANA, "I wish to complain about the coordinator.\n")
    assert to(decided.mails, CARYS)
    assert not to(decided.mails, CHLOE)

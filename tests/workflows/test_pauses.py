"""After a death, a release, a removal or a bereavement nobody is asked for dates; "please stop" stops reminders."""

import pytest
from sqlalchemy import select

from mailbot.events import Disposition
from mailbot.reading.words.sad import Sad, mentions
from mailbot.ticks import prepare
from mailbot.workflows.pausing import pauses
from mailbot.workflows.visits.tables import visits
from tests.reading.speaking import ANA, ROLL
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to

CLIENT = ROLL.clients_of(ROLL.matches_of(ANA))[0].first_name
PLAN = "Person visited: {}\nNext visit date: {}/05/2026\n"

SAD = {
    Sad.DEATH: (
        f"{CLIENT} died on Tuesday.",
        f"I am sorry to tell you that {CLIENT} has passed away.",
        "He was found dead in his cell this morning.",
        "She passed away peacefully last night",
        "Sad news: he has died.",
    ),
    Sad.RELEASE: (
        f"{CLIENT} was released yesterday.",
        "I went but he had been released that morning.",
        "He's been let out early!",
        "She got bail on Monday.",
        "He will be released on Friday.",
    ),
    Sad.REMOVAL: (
        f"{CLIENT} has been moved to another prison.",
        "She was deported last week.",
        "He's been transferred to HMP Northgate.",
        "They have moved him to another hotel.",
        "She has been dispersed to Leeds.",
        "I went but he'd been shipped out.",
    ),
    Sad.BEREAVEMENT: (
        f"{CLIENT}'s brother died.",
        "Her mum has passed away.",
        "He has lost his father.",
        "His nan's funeral is on Friday so no visit.",
    ),
    Sad.OWN_BEREAVEMENT: (
        "My mum died on Sunday.",
        "no i never went, me nan passed away thurs",
        "I lost my husband last week.",
        "There has been a death in the family.",
        "It's my father's funeral on Thursday.",
    ),
    Sad.ASKED: (
        "Please stop the reminders.",
        "Can you stop reminding me",
        "no more reminders please",
        "please stop emailing me",
        "STOP REMINDERS",
    ),
}
NOTHING = (
    "I nearly died laughing.",
    "We died laughing at his jokes",
    "omg i ate so much i died",
    "She released a new film about prisons.",
    "He died in the last episode.",
    "We watched a film where she died",
    "My phone died so I was late.",
    "We talked about his dad, who died ten years ago.",
    "We moved the visit to Friday.",
    "He was moved to tears.",
    "He was transferred to another wing.",
    "He hopes to be released soon.",
    "If he is released we will see.",
    "He was not released.",
    "Has he been released?",
    "I was released from jury duty",
    "He has lost his phone.",
    "I lost my dad's umbrella",
    "He's dead tired",
    "They've made him wing painter and he's dead proud of it",
    "He has passed his exam on Monday",
    "I can't stop thinking about the visit",
    "I have had to stop visiting",
    "she bit a carrot to death and buried her doll in the sandbox with a proper funeral",
)


@pytest.mark.parametrize(("why", "words"), [(why, words) for why, said in SAD.items() for words in said])
def test_the_first_mention_is_noticed(why, words):
    assert [mention.why for mention in mentions(words, ROLL, ANA)] == [why]


@pytest.mark.parametrize("words", NOTHING)
def test_sayings_films_and_the_long_past_are_none_of_it(words):
    assert mentions(words, ROLL, ANA) == ()


@pytest.fixture
def story(tmp_path):
    found = begin(tmp_path)
    now = found.clock.now()
    found.scheme.database.write(lambda conn: prepare(found.scheme, found.registry, conn, now)).result()
    found.waits(days=2)
    return found


def resting(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(pauses).order_by(pauses.c.id)).all())
    return [(row.about_kind, row.why) for row in rows if row.ended_at is None]


@pytest.mark.duty("B10")
def test_a_death_is_answered_kindly_told_now_and_followed_by_silence(story):
    story.writes(HANA, PLAN.format("P-1", 20))
    decided = story.writes(HANA, "I am very sorry to tell you that Marek died on Tuesday.")
    assert decided.disposition is Disposition.NEEDS_PERSON
    (answer,) = to(decided.mails, HANA)
    assert answer.template == "pauses/received"
    assert not {"when", "date", "Visit date"} & set(answer.text.split())
    (told,) = to(decided.mails, COLIN)
    assert told.template == "pauses/resting" and "ASK AGAIN" in told.text
    later = story.waits(days=60)
    assert to(later, HANA) == [] and to(later, BETH) == []
    assert not {"visits/unanswered", "visits/replacement_unanswered"} & set(templates(later))


@pytest.mark.duty("B15")
def test_a_visit_missed_because_of_a_release_is_written_down_and_no_other_day_is_asked_for(story):
    decided = story.writes(HANA, "Could not see Marek on Tuesday 12 May. He had been released that morning.")
    rows = story.scheme.database.read(lambda conn: conn.execute(select(visits)).all())
    assert [row.state for row in rows] == ["missed"]
    assert templates(to(decided.mails, HANA)) == ["pauses/received"]
    assert resting(story) == [("match", "release")]
    assert not {"visits/ask_backup", "visits/replacement_unanswered"} & set(templates(story.waits(days=20)))


def test_only_that_match_rests(story):
    for ref in ("H-2", "P-3"):
        story.writes(IVO, PLAN.format(ref, 19))
    story.writes(IVO, "Samira has been moved to another hotel.")
    reminders = [mail for mail in story.waits(days=14) if mail.template.startswith("visits/") and IVO in mail.to]
    assert reminders and all("H-2" not in mail.text for mail in reminders)


def test_ones_own_bereavement_rests_all_of_ones_matches_and_nobody_elses(story):
    for ref in ("H-2", "P-3"):
        story.writes(IVO, PLAN.format(ref, 19))
    story.writes(HANA, PLAN.format("P-1", 19))
    story.writes(IVO, "My mother died on Sunday, I am away for a while.")
    assert resting(story) == [("person", "own_bereavement")]
    later = story.waits(days=30)
    assert to(later, IVO) == []
    assert "visits/reminder" in templates(to(later, HANA))


def test_a_backups_bereavement_silences_mail_to_them_only(story):
    story.writes(BETH, "My husband died last week.")
    decided = story.writes(HANA, "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: did not take place\n")
    assert to(decided.mails, BETH) == []
    assert "visits/missed_recorded" in templates(to(decided.mails, HANA))


def test_what_rests_goes_on_when_a_coordinator_says_so_and_counts_from_then(story):
    story.writes(HANA, PLAN.format("P-1", 20))
    (told,) = to(story.writes(HANA, "Marek's brother died.").mails, COLIN)
    assert to(story.waits(days=2), HANA) == []
    decided = story.writes(COLIN, "Ask again", answers=told)
    assert "attention/command_done" in templates(decided.mails)
    assert resting(story) == [] and "administration-rests" not in story.open_attention()
    assert "visits/reminder" in templates(to(story.waits(days=12), HANA))


@pytest.mark.parametrize(("who", "dmarc"), [(HANA, "pass"), (COLIN, "none"), (COLIN, "fail")])
def test_nobody_else_and_nobody_unsure_ends_a_rest(story, who, dmarc):
    (told,) = to(story.writes(HANA, "Marek's brother died.").mails, COLIN)
    story.writes(who, "Ask again", answers=told, dmarc=dmarc)
    assert resting(story) == [("match", "bereavement")]


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_writer_who_is_not_sure_silences_nobody_but_a_coordinator_looks(story, dmarc):
    story.writes(HANA, "Marek died on Tuesday.", dmarc=dmarc)
    assert resting(story) == []
    assert story.open_attention() != []


def test_the_same_news_twice_is_told_now_once(story):
    first = story.writes(HANA, "Marek died on Tuesday.")
    second = story.writes(HANA, "As I wrote, Marek died. The funeral of Marek is on Friday.")
    assert len(to(first.mails, COLIN)) == 1 and to(second.mails, COLIN) == []
    assert templates(to(second.mails, HANA)) == ["pauses/received"]


def test_please_stop_ends_the_reminders_and_a_coordinator_knows(story):
    story.writes(HANA, PLAN.format("P-1", 19))
    decided = story.writes(HANA, "Please stop sending me reminders.")
    assert templates(to(decided.mails, HANA)) == ["pauses/stopped"]
    assert templates(to(decided.mails, COLIN)) == ["pauses/resting"]
    later = story.waits(days=30)
    assert to(later, HANA) == []
    assert "visits/unanswered" in templates(to(later, COLIN)), "somebody still hears that nobody knows"
    answer = story.writes(HANA, "Person visited: P-1\nVisit date: 19/05/2026\nOutcome: took place\n")
    assert templates(to(answer.mails, HANA)) == ["visits/recorded"], "direct answers go on"


def test_stop_alone_means_the_reminders_only_in_answer_to_one(story):
    story.writes(HANA, PLAN.format("P-1", 14))
    (question,) = [mail for mail in story.waits(days=6) if mail.template == "visits/reminder"]
    story.writes(HANA, "Stop")
    assert resting(story) == []
    story.writes(HANA, "Please stop", answers=question)
    assert resting(story) == [("person", "asked")]


def test_a_coordinator_takes_up_the_reminders_again(story):
    (told,) = to(story.writes(HANA, "No more reminders please.").mails, COLIN)
    story.writes(COLIN, "ask again", answers=told)
    story.writes(HANA, PLAN.format("P-1", 19))
    assert "visits/reminder" in templates(to(story.waits(days=14), HANA))

"""Whoever struggles is spoken to: the backup first where the pack says so, never of a worry (S13, L25)."""

import pytest

from mailbot.workflows.support.words import wants_support
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to
from tests.workflows.support_sentences import NOTHING, TABLE

CLIENTS = "ref,name,setting,place\nF-1,Amir,foster,\nA-1,Marek,house,\n"
MATCHES = (
    "client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on\n"
    f"F-1,{IVO},,30,2025-10-06,\nA-1,{HANA},{BETH},14,2025-10-06,\n"
)
HARD = "I'm finding the visits very difficult.\n"


@pytest.fixture
def story(tmp_path):
    """Hana visits Marek, who seeks asylum, with Beth as her backup; Ivo a child in care."""
    return begin(tmp_path, clients=CLIENTS, matches=MATCHES, packs=', "independent-visitors", "asylum-visitors"')


def support(story, who):
    return [mail.template for mail in to(story.mails, who) if mail.template.startswith("support/")]


@pytest.mark.duty("L25", "S13")
@pytest.mark.parametrize("words", TABLE.strip().splitlines())
def test_a_sentence_says_that_its_writer_struggles_or_wants_to_talk(words):
    assert wants_support(words) == words


@pytest.mark.duty("L25")
@pytest.mark.parametrize("words", NOTHING.strip().splitlines())
def test_other_peoples_struggles_cars_and_crosswords_are_none(words):
    assert wants_support(words) is None


@pytest.mark.duty("S13")
def test_the_backup_is_consulted_first_and_told_nothing_of_what_was_written(story):
    story.writes(HANA, HARD)
    story.waits(days=1)
    assert support(story, BETH) == ["support/please_talk"] and support(story, COLIN) == []
    assert "difficult" not in " ".join(mail.text for mail in to(story.mails, BETH))
    assert "has been asked to get in touch" in " ".join(" ".join(m.text.split()) for m in to(story.mails, HANA))
    assert story.open_attention() == ["not-understood"], "a coordinator reads it in the digest"


@pytest.mark.duty("S13")
@pytest.mark.parametrize("text", ["I have a problem with Beth about the visits.", "I have a problem with my backup."])
def test_a_problem_with_the_backup_is_the_coordinators(story, text):
    story.writes(HANA, f"{text}\n")
    assert support(story, BETH) == [] and support(story, COLIN) == ["support/ring_visitor"]


@pytest.mark.duty("S13")
def test_a_worry_never_goes_to_the_backup_first(story):
    decided = story.writes(HANA, f"{HARD} A man hit Marek again.\n")
    assert "safeguarding/officer_alert" in templates(decided.mails)
    assert support(story, BETH) == [] and to(decided.mails, BETH) == []


@pytest.mark.duty("L25")
def test_a_visitor_who_struggles_is_a_coordinators_task_until_it_is_done(story):
    decided = story.writes(IVO, HARD)
    (task,) = [mail for mail in to(decided.mails, COLIN) if mail.template == "support/ring_visitor"]
    assert "very difficult" in task.text and "support-wanted" in story.open_attention()
    assert "You are not alone" in " ".join(mail.text for mail in to(decided.mails, IVO))
    story.writes(COLIN, "done\n", answers=task)
    assert "support-wanted" not in story.open_attention()


@pytest.mark.duty("L25", "S13")
@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_mail_that_may_be_anothers_moves_nobody(story, dmarc):
    story.writes(HANA, HARD, dmarc=dmarc)
    assert support(story, BETH) + support(story, COLIN) + support(story, HANA) == []

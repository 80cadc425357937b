"""The second opinion: what it may ask, what it may doubt, and what it may never touch."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.events import Fact, Kind, Outcome, Span, Trust
from mailbot.reading.classifier import classify
from mailbot.reading.message import Draft, Reading, Sender, Surroundings
from mailbot.reading.understand import understand
from mailbot.workflows.registry import Registry
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, CAROL, around, message, sender
from tests.reading.worries import SOFT_WORRIES, WORRIES

ALL = Registry().recognisers
SEEN = "Saw Omar on Tuesday, all well."
AFRAID = "Visited Omar on Tuesday. He is frightened of her carer."


def read(text: str, likely: Mapping[Kind, float] | None = None, **known: object) -> Reading:
    """What is understood if that is how likely each kind is; with the shipped classifier where nothing is said."""

    def told(_: Draft, __: Sequence[Fact]) -> Mapping[Kind, float]:
        return dict.fromkeys(Kind, 0.0) | dict(likely or {})

    who = known.pop("who", None)
    about: Surroundings = replace(around(), classify=classify if likely is None else told, **known)
    writer = {"who": who} if who else {}
    return understand(
        message(text, "Re: your visit" if ">" in text else "hello", **writer), sender(**writer), about, ALL
    )


def kinds(found: Reading) -> set[Kind]:
    return {fact.kind for fact in found.facts}


def surely(found: Reading) -> set[Kind]:
    return {fact.kind for fact in found.facts if fact.sure}


# What is asked though no rule found it


def test_what_is_likely_and_no_rule_found_is_asked_about_and_stands_on_no_words():
    (fact,) = read("The tall gentleman was in fine fettle again.", {Kind.VISIT_CONFIRMED: 0.9}).facts
    assert (fact.kind, fact.sure, fact.unsure_of) == (Kind.VISIT_CONFIRMED, False, "outcome")
    assert (fact.span, fact.evidence) == (Span(0, 0), "")


def test_a_person_still_reads_every_word_of_it():
    text = "The tall gentleman was in fine fettle again."
    found = read(text, {Kind.VISIT_CONFIRMED: 0.9})
    assert [text[s.start : s.end] for s in found.unaccounted] == [text]


def test_the_only_day_that_the_mail_names_is_its_day_and_no_day_is_invented():
    named = read("Fine fettle on Tuesday, the tall gentleman.", {Kind.VISIT_CONFIRMED: 0.9}).facts
    assert [str(fact.fields.visit_date) for fact in named] == ["2026-04-21"]
    two = read("Fine fettle Monday or Tuesday, the tall gentleman.", {Kind.VISIT_CONFIRMED: 0.9}).facts
    assert [fact.fields.visit_date for fact in two] == [None]


def test_what_our_mail_asked_about_is_the_day_where_the_answer_names_none():
    (fact,) = read(f"Right as rain.\n\n{ASKED_PLAN}", {Kind.VISIT_CANCELLED: 0.9}).facts
    assert (fact.kind, str(fact.fields.visit_date)) == (Kind.VISIT_CANCELLED, "2026-04-25")


def test_what_is_not_likely_enough_is_not_asked():
    assert not read("The tall gentleman was in fine fettle again.", {Kind.VISIT_CONFIRMED: 0.55}).facts


def test_nothing_is_guessed_of_a_mail_of_which_every_word_is_understood():
    assert kinds(read(SEEN, {Kind.SAFEGUARDING_CONCERN: 0.99, Kind.EXPENSE_CLAIM: 0.99})) == {Kind.VISIT_CONFIRMED}


def test_where_a_visit_surely_took_place_no_other_outcome_is_guessed():
    found = read(f"{SEEN} Marvellous hat.", {Kind.VISIT_MISSED: 0.99, Kind.VISIT_CONFIRMED: 0.9})
    assert kinds(found) == {Kind.VISIT_CONFIRMED}


def test_where_only_the_day_is_in_doubt_what_the_words_say_stays():
    found = read("Saw Omar last Thursday. Marvellous hat.", {Kind.VISIT_CONFIRMED: 0.3, Kind.VISIT_MISSED: 0.9})
    assert Kind.VISIT_CONFIRMED in kinds(found)


def test_where_that_is_not_sure_the_likelier_outcome_takes_its_place():
    text = "I went to see Omar on Tuesday but the gate said no such person."
    assert kinds(read(text, {Kind.VISIT_CONFIRMED: 0.3, Kind.VISIT_MISSED: 0.9})) == {Kind.VISIT_MISSED}


def test_the_words_of_what_gave_way_are_read_by_a_person():
    text = "I went to see Omar on Tuesday but the gate said no such person. What a hat the gate had, all feathers."
    before, after = (read(text, {Kind.VISIT_CONFIRMED: 0.3, Kind.VISIT_MISSED: how}) for how in (0.0, 0.9))
    assert kinds(before) == {Kind.VISIT_CONFIRMED}
    assert kinds(after) == {Kind.VISIT_MISSED}
    assert len(after.unaccounted) > len(before.unaccounted)


@pytest.mark.duty("B17")
def test_a_gift_of_money_is_no_claim_however_likely():
    assert Kind.EXPENSE_CLAIM not in kinds(read("I gave him £20 for his phone credit.", {Kind.EXPENSE_CLAIM: 0.99}))


@pytest.mark.duty("C11")
def test_a_post_for_a_public_group_is_somebody_elses_words():
    text = "Could you check this post for the Facebook group:\n\nCan anybody help? Salma needs a pram."
    assert Kind.SAFEGUARDING_CONCERN not in kinds(read(text, {Kind.SAFEGUARDING_CONCERN: 0.99}))


STRANGER = Sender("nora@example.net", None, frozenset(), Trust.VERIFIED)


@pytest.mark.parametrize("also", [{}, {Kind.SAFEGUARDING_CONCERN: 0.9}])
def test_a_strangers_mail_may_be_spam_but_not_if_it_may_be_a_worry(also):
    told = {Kind.SPAM: 0.9} | also
    about = replace(around(), classify=lambda _, __: dict.fromkeys(Kind, 0.0) | told)
    found = understand(message("The tall gentleman and a marvellous hat for you."), STRANGER, about, ALL)
    assert kinds(found) == ({Kind.SAFEGUARDING_CONCERN} if also else {Kind.SPAM})


def test_of_somebody_on_the_roll_only_an_automatic_reply_is_thought_and_never_spam():
    odd = "The tall gentleman, and a marvellous hat for you."
    assert kinds(read(odd, {Kind.AUTO_REPLY: 0.9})) == {Kind.AUTO_REPLY}
    assert not read(odd, {Kind.SPAM: 0.9, Kind.BOUNCE: 0.9}).facts


def test_beside_what_is_likely_an_automatic_reply_only_what_is_sure_and_a_time_away_stay():
    text = "I went to see Omar on Tuesday but the gate said no such person."
    assert kinds(read(text, {Kind.VISIT_CONFIRMED: 0.5})) == {Kind.VISIT_CONFIRMED}
    assert kinds(read(text, {Kind.VISIT_CONFIRMED: 0.5, Kind.AUTO_REPLY: 0.9})) == {Kind.AUTO_REPLY}


@pytest.mark.duty("L29")
@pytest.mark.parametrize(
    "grave",
    [
        "I want to complain about Carol Whitby, she never answers me.",
        AFRAID,
        "I tripped on the steps.",
        "Setting off to Omar now.",
    ],
)
def test_a_worry_an_accident_a_complaint_or_a_journey_alone_is_a_persons_however_much_it_looks_like_a_machines(grave):
    told = {Kind.AUTO_REPLY: 0.99, Kind.SAFEGUARDING_CONCERN: 0.2, Kind.INCIDENT_REPORT: 0.3}
    assert kinds(read(grave, told)) == kinds(read(grave, {}))
    assert kinds(read(grave, {}))


ODD = "The tall gentleman, and a marvellous hat for you."


@pytest.mark.parametrize(
    ("text", "likelihood", "answered"),
    [
        (SEEN, 0.4, True),
        (SEEN, 0.6, False),
        (AFRAID, 0.4, True),
        (AFRAID, 0.6, False),
        (ODD, 0.15, True),
        (ODD, 0.25, False),
        ("I am away from 4 May to 18 May.", 0.25, False),
        ("Setting off to Omar now.", 0.99, True),
        ("I am back home safe.", 0.99, True),
        ("I want to complain about Carol Whitby, she never answers me.", 0.99, True),
    ],
)
def test_what_may_be_a_volunteers_machine_is_not_answered_before_a_person_has_read_it(text, likelihood, answered):
    found = read(text, {Kind.AUTO_REPLY: likelihood, Kind.SAFEGUARDING_CONCERN: 0.2})
    assert found.may_be_machine != answered
    assert answered or found.unaccounted


@pytest.mark.parametrize(("likelihood", "answered"), [(0.05, True), (0.15, False)])
def test_of_strangers_much_less_is_enough_and_no_question_of_theirs_is_sure(likelihood, answered):
    about = replace(around(), classify=lambda *_: dict.fromkeys(Kind, 0.0) | {Kind.SPAM: likelihood})
    found = understand(message("How is Omar?"), STRANGER, about, ALL)
    assert (not found.may_be_machine, surely(found) == {Kind.QUESTION_OTHER}) == (answered, answered)
    assert kinds(found) == {Kind.QUESTION_OTHER}


def test_a_worry_is_not_guessed_from_a_few_odd_words():
    assert not read("Blue seven under the teapot.", {Kind.SAFEGUARDING_CONCERN: 0.99}).facts


def test_nothing_is_guessed_of_an_answer_to_what_was_not_learnt():
    odd = "The tall gentleman, and a marvellous hat."
    assert not read(odd, {Kind.VISIT_CONFIRMED: 0.99}, answers_question="ground").facts
    assert read(odd, {Kind.VISIT_CONFIRMED: 0.99}, answers_question="outcome").facts


# What is doubted though a rule found it


def test_a_sum_that_is_most_likely_no_claim_is_asked_about():
    text = "Claim: bus £3.20 to Omar on Tuesday."
    assert Kind.EXPENSE_CLAIM in surely(read(text, {Kind.EXPENSE_CLAIM: 0.9}))
    doubted = read(text, {Kind.EXPENSE_CLAIM: 0.01, Kind.QUESTION_OTHER: 0.9})
    assert Kind.EXPENSE_CLAIM in kinds(doubted) - surely(doubted)


# The rules alone are sure of these.
NOT_SEEN = "I did not get to see Omar on Tuesday."
CALLED_OFF = "I have to cancel my visit to Omar on 25 April."
NOT_SEEN_FORM = "Person visited: H-04\nDate: 22/04/2026\nOutcome: did not take place\n"
MY_NUMBER = "My new number is 07700 900573."
AWAY = "I am away from 2 to 9 May."
OUT = "I am back home safe from Omar."
SETS_OFF = "Setting off to see Omar now, back by 21:30."
LEAVES = "I have decided to leave the scheme for good."
CLAIM_FORM = "Person visited: H-04\nDate: 22/04/2026\nExpenses: bus £3.20\n"


@pytest.mark.parametrize(
    ("text", "likely", "kind", "sure"),
    [
        (NOT_SEEN, {Kind.VISIT_MISSED: 0.9}, Kind.VISIT_MISSED, True),
        (NOT_SEEN, {Kind.VISIT_MISSED: 0.2, Kind.QUESTION_OTHER: 0.9}, Kind.VISIT_MISSED, False),
        (NOT_SEEN, {Kind.VISIT_MISSED: 0.9, Kind.VISIT_CONFIRMED: 0.4}, Kind.VISIT_MISSED, False),
        (NOT_SEEN_FORM, {Kind.VISIT_CONFIRMED: 0.9}, Kind.VISIT_MISSED, True),
        (CALLED_OFF, {Kind.VISIT_CANCELLED: 0.9}, Kind.VISIT_CANCELLED, True),
        (CALLED_OFF, {Kind.VISIT_CANCELLED: 0.2, Kind.CONTACT_CHANGE: 0.9}, Kind.VISIT_CANCELLED, False),
        (CALLED_OFF, {Kind.VISIT_CANCELLED: 0.2, Kind.VISIT_PLANNED: 0.9}, Kind.VISIT_CANCELLED, True),
        (
            CALLED_OFF,
            {Kind.VISIT_CANCELLED: 0.2, Kind.VISIT_PLANNED: 0.9, Kind.VISIT_MISSED: 0.9},
            Kind.VISIT_CANCELLED,
            False,
        ),
        (CLAIM_FORM, {Kind.EXPENSE_CLAIM: 0.1, Kind.VISIT_CONFIRMED: 0.9}, Kind.EXPENSE_CLAIM, True),
        (MY_NUMBER, {Kind.CONTACT_CHANGE: 0.9}, Kind.CONTACT_CHANGE, True),
        (MY_NUMBER, {Kind.CONTACT_CHANGE: 0.0, Kind.SAFEGUARDING_CONCERN: 0.9}, Kind.CONTACT_CHANGE, False),
        (AWAY, {Kind.UNAVAILABLE: 0.9}, Kind.UNAVAILABLE, True),
        (AWAY, {Kind.UNAVAILABLE: 0.0, Kind.VISIT_CONFIRMED: 0.9}, Kind.UNAVAILABLE, False),
        (OUT, {Kind.LONE_CHECK_OUT: 0.2, Kind.ACKNOWLEDGEMENT: 0.9}, Kind.LONE_CHECK_OUT, True),
        (OUT, {Kind.LONE_CHECK_OUT: 0.0, Kind.ACKNOWLEDGEMENT: 0.9}, Kind.LONE_CHECK_OUT, False),
        (SETS_OFF, {Kind.LONE_CHECK_IN: 0.2, Kind.VISIT_PLANNED: 0.9}, Kind.LONE_CHECK_IN, True),
        (SETS_OFF, {Kind.LONE_CHECK_IN: 0.05, Kind.VISIT_PLANNED: 0.9}, Kind.LONE_CHECK_IN, False),
        (LEAVES, {Kind.CONTACT_CHANGE: 0.9}, Kind.LEAVE_SCHEME, True),
        (LEAVES, {Kind.STOP_VISITING: 0.9}, Kind.LEAVE_SCHEME, False),
    ],
)
def test_what_is_sure_and_most_likely_something_else_is_asked_about_unless_a_form_says_it(text, likely, kind, sure):
    (found,) = (fact for fact in read(text, likely).facts if fact.kind is kind)
    assert found.sure == sure


def test_what_is_surely_not_to_be_answered_but_done_is_no_sure_question_of_whoever_may_instruct():
    text = "Could you unlink him from H-04?"
    for orders, sure in ((0.1, True), (0.9, False)):
        told = {Kind.COORDINATOR_COMMAND: orders, Kind.QUESTION_OTHER: 0.5, Kind.CONTACT_CHANGE: 0.5}
        assert [f.sure for f in read(text, told, who=CAROL).facts if f.kind is Kind.QUESTION_OTHER] == [sure]


@pytest.mark.parametrize(("likelihood", "what"), [(0.5, "sure"), (0.1, "asked"), (0.01, "none")])
def test_what_looks_like_a_question_is_one_is_doubted_or_is_only_read(likelihood, what):
    found = read("How is the weather with you?", {Kind.VISIT_CONFIRMED: 0.9, Kind.QUESTION_OTHER: likelihood})
    told = {fact.kind: "sure" if fact.sure else "asked" for fact in found.facts}
    assert told.get(Kind.QUESTION_OTHER, "none") == what
    assert (what == "none") <= bool(found.unaccounted)


def test_a_visit_that_a_rule_is_sure_of_stays_sure():
    assert surely(read(SEEN, {Kind.VISIT_MISSED: 0.99})) == {Kind.VISIT_CONFIRMED}


def test_what_a_rule_is_not_sure_of_and_is_very_unlikely_is_not_asked_and_read_by_a_person():
    text = "I went to see Omar on Tuesday but the gate said no such person."
    assert Kind.VISIT_CONFIRMED in kinds(read(text, {}))
    found = read(text, {Kind.CONTACT_CHANGE: 0.5})
    assert Kind.VISIT_CONFIRMED not in kinds(found)
    assert found.unaccounted


def test_where_nothing_is_likely_the_rules_stand_alone():
    text = "I went to see Omar on Tuesday but the gate said no such person."
    assert kinds(read(text, {Kind.CONTACT_CHANGE: 0.3})) == kinds(read(text, {}))


def test_words_of_harm_in_what_is_most_likely_a_plain_report_alert_a_person_now_and_open_no_case():
    assert Kind.SAFEGUARDING_CONCERN in kinds(read(AFRAID, {}))
    found = read(AFRAID, {Kind.VISIT_CONFIRMED: 0.99, Kind.SAFEGUARDING_CONCERN: 0.01})
    assert Kind.SAFEGUARDING_CONCERN not in kinds(found)
    assert found.harm_unplaced
    assert found.unaccounted


@pytest.mark.parametrize(
    ("likelihood", "sure", "now"), [(0.5, True, False), (0.03, False, False), (0.01, None, True)]
)
def test_what_is_most_likely_no_accident_is_asked_about_or_read_by_the_lead_now(likelihood, sure, now):
    text = "Omar fell off the swing and grazed his chin."
    found = read(text, {Kind.VISIT_CONFIRMED: 0.9, Kind.INCIDENT_REPORT: likelihood})
    assert [fact.sure for fact in found.facts if fact.kind is Kind.INCIDENT_REPORT] == (
        [sure] if sure is not None else []
    )
    assert found.harm_unplaced == now


@pytest.mark.parametrize(
    ("likelihood", "case", "now"), [(0.7, True, False), (0.35, False, True), (0.2, False, False)]
)
def test_what_may_be_a_worry_is_asked_about_or_looked_at_now_or_with_the_digest(likelihood, case, now):
    found = read("The tall gentleman was in fine fettle again.", {Kind.SAFEGUARDING_CONCERN: likelihood})
    assert (Kind.SAFEGUARDING_CONCERN in kinds(found), found.harm_unplaced) == (case, now)


@pytest.mark.parametrize(
    ("text", "likely", "told"),
    [
        ("I had a letter from Omar yesterday. His dinner was spat in twice, a man hit him.", {}, set()),
        ("I rang Omar yesterday. A man hit him.", {}, {"phone"}),
        ("Texted Omar, same as ever in the tall house.", {Kind.VISIT_PLANNED: 0.9}, set()),
        ("Texted Omar, same as ever in the tall house.", {}, {"message"}),
    ],
)
@pytest.mark.duty("S10")
def test_how_the_writer_came_to_know_or_arranged_it_is_no_contact_to_be_noted(text, likely, told):
    contacts = {fact.fields.command_args for fact in read(text, likely).facts if fact.fields.command == "contact"}
    assert contacts == told


def test_what_answers_our_own_question_is_no_thanks_beside_it():
    assert kinds(read(f"grand day ta\n\n{ASKED_OUTCOME}", {})) == {Kind.VISIT_CONFIRMED}
    assert kinds(read("grand day ta", {})) == {Kind.ACKNOWLEDGEMENT}


# What it may never touch

HARMLESS = {Kind.VISIT_CONFIRMED: 0.99, Kind.SAFEGUARDING_CONCERN: 0.0}


@pytest.mark.duty("C3")
@pytest.mark.parametrize(
    "danger",
    [
        "He wants to end his life.",
        "She said goodbye for ever and gave away her radio.",
        "He cut his wrists on Sunday.",
        "He has gone missing.",
        "He collapsed and the ambulance came.",
    ],
)
def test_danger_to_life_opens_a_case_however_unlikely(danger):
    assert Kind.SAFEGUARDING_CONCERN in kinds(read(f"{SEEN} {danger}", HARMLESS))


@pytest.mark.duty("C3")
@pytest.mark.parametrize(
    ("said", "likelihood", "case"),
    [
        ("The machine swallowed my card.", 0.0, False),
        ("The machine swallowed my card.", 0.05, True),
        ("We were held at the level crossing.", 0.0, False),
        ("The machine swallowed my card. He collapsed.", 0.0, True),
        ("Two pages are missing.", 0.0, False),
        ("He has gone missing.", 0.0, True),
    ],
)
def test_words_of_danger_that_are_as_often_said_of_anything_open_no_case_where_nothing_else_is_a_worry(
    said, likelihood, case
):
    found = read(f"{SEEN} {said}", {Kind.VISIT_CONFIRMED: 0.99, Kind.SAFEGUARDING_CONCERN: likelihood})
    assert (Kind.SAFEGUARDING_CONCERN in kinds(found), found.harm_unplaced) == (case, not case)
    assert Kind.SAFEGUARDING_CONCERN in kinds(read(f"{SEEN} {said}", {}))


@pytest.mark.duty("L29")
def test_a_complaint_about_the_coordinator_is_one_however_unlikely():
    found = read(f"{SEEN} I want to complain about Carol Whitby, she never answers me.", HARMLESS)
    assert [f.fields.concern_about for f in found.facts if f.kind is Kind.QUESTION_OTHER] == ["coordinator"]


def test_an_answer_to_what_we_asked_is_taken_by_its_words_however_unlikely():
    odd = {Kind.CONTACT_CHANGE: 0.9}
    assert kinds(read("9 May", odd, answers_question="plan")) == kinds(read("9 May", {}, answers_question="plan"))
    assert kinds(read("9 May", {}, answers_question="plan")) == {Kind.VISIT_PLANNED}


@pytest.mark.parametrize("loss", ["I am very sorry to tell you that Omar died on Tuesday.", "My mother has died."])
def test_whoever_tells_of_a_loss_is_not_asked_about_visits(loss):
    told = dict.fromkeys((Kind.VISIT_CANCELLED, Kind.VISIT_MISSED, Kind.VISIT_PLANNED), 0.9)
    assert kinds(read(loss, told)) == kinds(read(loss, {}))


def test_whoever_may_give_instructions_is_taken_at_their_word():
    text = "Person visited: H-04\nNext visit: 18/05/2026"
    assert Kind.VISIT_PLANNED in kinds(read(text, {Kind.COORDINATOR_COMMAND: 0.9}, who=CAROL))


def test_setting_off_alone_is_asked_about_however_unlikely():
    assert Kind.LONE_CHECK_IN in kinds(read("Setting off to Omar now, back by 5.30pm.", {Kind.VISIT_PLANNED: 0.9}))


PLAIN = (
    "I couldn't visit Omar on Tuesday.",
    "I did not get to see Omar on Tuesday, my car broke down.",
    "Could not visit Omar on Tuesday because the train was cancelled.",
    "I visited Omar on Tuesday.",
    "Saw Omar on 21 April, all well.",
    "My next visit to Omar is on 9 May.",
    "I have to cancel my visit to Omar on 25 April.",
    "I have decided to stop visiting Omar.",
    "I am leaving the scheme at the end of the month.",
    "I am away from 4 May to 18 May.",
    "Omar fell off the swing and grazed his chin.",
    "I tripped on the steps and sprained my ankle.",
    "Setting off to Omar now, back by 5.30pm.",
    "I am back home safe.",
    "Bus to Omar on Tuesday £3.20.",
    "My new address is 4 Mill Lane.",
    "Can Omar have books sent in?",
)


@pytest.mark.parametrize("said", PLAIN)
def test_what_is_said_plainly_is_as_sure_as_by_the_rules_alone(said):
    """Nobody has to write in a lively way to be understood: most people do not."""
    alone, weighed = read(said, {}), read(said)
    assert kinds(alone)
    assert (kinds(weighed), surely(weighed)) == (kinds(alone), surely(alone))


WAYS = {
    "beside a visit and chat": lambda said: f"Lovely to see Omar on Tuesday, we had tea. {said} The bus was late.",
    "in answer to how it went": lambda said: f"{said}\n\n{ASKED_OUTCOME}",
    "in answer to a plan": lambda said: f"{said}\n\n{ASKED_PLAN}",
    "beside a claim": lambda said: f"Saw Omar on Tuesday. Bus £3.20. {said}",
}
LEVELS = ("nobody", "digest", "now", "case")
SIGNS = Path(__file__).with_name("passing_signs.txt").read_text(encoding="utf-8").splitlines()
HELD_APART = [line for line in SIGNS if line.strip() and not line.startswith("#")][1::2]
"""Worries that the classifier did not learn from."""
LOTS = 8


def seen(found: Reading) -> int:
    """How soon a person sees it, as a place in LEVELS."""
    if kinds(found) & {Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT}:
        return LEVELS.index("case")
    if found.harm_unplaced:
        return LEVELS.index("now")
    return LEVELS.index("digest" if found.unaccounted or not found.facts else "nobody")


@pytest.mark.duty("B13")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lot", range(LOTS))
def test_no_worry_waits_longer_because_of_the_second_opinion(lot, way):
    """What opened a case opens one or is looked at now; nothing that a person saw is seen by nobody."""
    for said in [*HELD_APART, *WORRIES, *SOFT_WORRIES][lot::LOTS]:
        alone, weighed = seen(read(WAYS[way](said), {})), seen(read(WAYS[way](said)))
        assert weighed >= min(alone, LEVELS.index("now")), said


@pytest.mark.duty("B13")
def test_it_sees_worries_that_no_rule_knows():
    missed = [w for w in HELD_APART if seen(read(WAYS["in answer to how it went"](w), {})) < LEVELS.index("now")]
    found = [w for w in missed if seen(read(WAYS["in answer to how it went"](w))) == LEVELS.index("case")]
    assert len(found) > len(missed) / 5


@pytest.mark.parametrize(
    ("way", "most"), [("by itself", 25), ("in answer to how it went", 10), ("beside a claim", 3)]
)
def test_harmless_chat_that_was_held_apart_seldom_opens_a_case(way, most):
    """A false alarm costs a minute; in hundred answers of chat there may be four, of the same unasked ten."""
    chat = Path(__file__).with_name("passing_chat.txt").read_text(encoding="utf-8").splitlines()
    held_apart = [line for line in chat if line.strip() and not line.startswith("#")][1::2]
    wrapped = WAYS.get(way, lambda said: said)
    alarms = [said for said in held_apart if seen(read(wrapped(said))) == LEVELS.index("case")]
    assert len(alarms) <= most


def test_outcomes_carry_what_they_say():
    (fact,) = read("Out of the question on Tuesday, what a day.", {Kind.VISIT_MISSED: 0.9}).facts
    assert fact.fields.outcome is Outcome.DID_NOT_TAKE_PLACE

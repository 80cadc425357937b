"""How likely a message says each thing: what it is known by, and what may be relied on whatever is written."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.classifier import OF_MACHINES, classify, features, shipped
from mailbot.reading.message import Draft
from tests.reading.speaking import ASKED_OUTCOME, CAROL, draft

SEEN = "Saw Omar on Tuesday afternoon, we played cards and he was in good form."


def likely(given: Draft) -> set[Kind]:
    return {kind for kind, likelihood in classify(given, ()).items() if likelihood > 0.5}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SEEN, Kind.VISIT_CONFIRMED),
        ("Tuesday did not happen I'm afraid, I was ill in bed and forgot to tell you.", Kind.VISIT_MISSED),
        ("I will see Omar next on Saturday 9 May, all booked.", Kind.VISIT_PLANNED),
        ("Bus there and back £4.60 and two teas £3.20 on Tuesday, tickets attached.", Kind.EXPENSE_CLAIM),
        ("She whispered that her uncle comes to her room at night and she is afraid.", Kind.SAFEGUARDING_CONCERN),
        ("Setting off to see Omar now, I should be out again by five.", Kind.LONE_CHECK_IN),
    ],
)  # fmt: skip
def test_what_many_people_have_written_is_known_for_what_it_says(text, kind):
    assert kind in likely(draft(text))


def test_a_name_of_the_roll_and_a_number_weigh_the_same_whichever_they_are():
    one = draft("Saw Omar at 2.30, bus £3.20, ref 17.")
    other = draft("Saw Salma at 4.15, bus £11.05, ref 9.")
    assert features(one).words == features(other).words


def test_a_word_and_its_neighbour_are_known_together():
    words = features(draft("did not go", subject="Re: x")).words
    assert words == {"did": 1, "not": 1, "go": 1, "did not": 1, "not go": 1}


def test_the_subject_of_a_reply_says_nothing_new_and_any_other_does():
    assert "visit" not in features(draft("fine", subject="Re: visit")).words
    assert "visit" in features(draft("fine", subject="visit")).words


def test_what_our_mail_asked_and_who_writes_are_signs():
    signs = features(draft("We had a good talk.", ASKED_OUTCOME)).signs
    assert {"asked=outcome", "ours", "role=visitor"} <= set(signs)
    assert "role=coordinator" in features(draft("fine", who=CAROL)).signs


def test_of_a_language_that_it_does_not_know_it_says_nothing():
    assert classify(draft("Tohono ha 'u ku 'oku 'ikai ke u toe lava. Kataki 'o tokoni mai he taimi ni."), ()) == {}


def test_without_a_single_word_it_says_something_harmless():
    assert not likely(draft("")) - {Kind.ACKNOWLEDGEMENT}


@settings(deadline=timedelta(seconds=2))
@given(text=st.text(max_size=3_000), subject=st.text(max_size=80), quoted=st.text(max_size=200))
def test_whatever_is_written_every_kind_is_between_never_and_surely(text, subject, quoted):
    found = classify(draft(text, quoted, subject), ())
    assert all(0 <= likelihood <= 1 for likelihood in found.values())
    assert not found or set(found) == set(shipped().kinds)


@pytest.mark.parametrize("kind", [Kind.VISIT_CONFIRMED, Kind.VISIT_MISSED, Kind.EXPENSE_CLAIM, Kind.LONE_CHECK_IN])
def test_what_a_rule_found_is_likelier_and_likeliest_where_the_rule_is_sure(kind):
    text = draft("The usual, and the weather held.")
    found = [(), (Fact(kind, Fields(), Span(0, 9), "", sure=False, unsure_of="outcome"),)]
    found.append((replace(found[1][0], sure=True, unsure_of=None),))
    without, unsure, sure = (classify(text, each)[kind] for each in found)
    assert without < unsure < sure


def test_nothing_becomes_likely_because_nothing_else_is():
    layers = {name: layer * 0 for name, layer in shipped().network.layers.items()}
    nothing = replace(
        shipped(),
        bias=[-12.0] * len(shipped().bias),
        words=dict.fromkeys(shipped().words, (0.0,)),
        network=replace(shipped().network, layers={**layers, "last_bias": layers["last_bias"] - 12}),
    )
    found = nothing.likelihoods(draft(SEEN), ())
    assert max(found[kind] for kind in found if kind not in OF_MACHINES) < 0.12


def test_weights_of_another_classifier_give_other_likelihoods():
    given = [[9.0] + [0.0] * (len(row) - 1) for row in shipped().given]
    sure = replace(shipped(), bias=[90.0] * len(given), given=given)
    assert all(each > 0.5 for each in sure.likelihoods(draft(SEEN), ()).values())

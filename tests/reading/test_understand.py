from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.events import Kind, Span, Trust
from mailbot.reading.message import Attachment, Message, Reading, Sender
from mailbot.reading.understand import understand, when_written
from mailbot.workflows.attention.recognise import recognise as of_attention
from mailbot.workflows.expenses.recognise import recognise as of_expenses
from mailbot.workflows.people.recognise import recognise as of_people
from mailbot.workflows.safeguarding.recognise import recognise as of_safeguarding
from mailbot.workflows.visits.recognise import recognise as of_visits
from tests.reading.speaking import ASKED_OUTCOME, LONDON, OURS, around, message, sender

ALL = (of_safeguarding, of_visits, of_expenses, of_people, of_attention)
ROUTINE = "Saw Omar on Tuesday, all well."
HARMFUL = ("He wants to die.", "Her carer hit her.", "He has gone missing.", "They took his passport.")


def read(given_message: Message) -> Reading:
    return understand(given_message, sender(), around(), ALL)


def reading(text: str, subject: str = "hello") -> Reading:
    return read(message(text, subject))


def left(found: Reading) -> list[str]:
    return [found.text.newest[s.start : s.end] for s in found.unaccounted]


def has_concern(found: Reading) -> bool:
    return any(f.kind is Kind.SAFEGUARDING_CONCERN for f in found.facts)


@pytest.mark.parametrize(
    "text",
    [
        ROUTINE,
        "Saw H-04 on 21/04.",
        "Hi,\n\nSaw H-04 on 21/04.\n\nThanks,\nAna",
        "Hi Carol,\n\nSaw Omar on Tuesday. He was in good spirits, no worries at all.\n\nBest wishes\nAna",
        "Visit date: 21/04/2026\nOutcome: took place\nExpenses: 0\nMiles: 0\nAny worries about safety: none",
    ],
)
def test_a_routine_message_leaves_nothing_over(text: str) -> None:
    found = reading(text)
    assert [f.kind for f in found.facts] == [Kind.VISIT_CONFIRMED]
    assert (left(found), found.harm_unplaced) == ([], False)


@pytest.mark.parametrize(
    "sentence",
    [
        "He had a visitor from home.",
        "He has photos of her.",
        "He did it again.",
        "They had him",
        "I have to talk to you",
        "Something has changed.",
        "He says goodbye to you all.",
        "He is not suicidal.",
        "No bruises this time.",
        "😢",
        "Er spricht nicht mehr.",
        "إنه لا يتكلم",
    ],
)
def test_a_sentence_that_nothing_accounts_for_is_left_for_a_person(sentence: str) -> None:
    assert left(reading(f"{ROUTINE} {sentence}")) == [sentence]


def test_the_rest_of_a_sentence_counts_too() -> None:
    text = "Saw Omar on Tuesday, he has not answered the council since"
    assert left(reading(text)) == [text]


@pytest.mark.parametrize("text", ["👍", "We had a nice chat", "", "He was in good spirits"])
def test_what_no_fact_was_made_of_is_seen_by_a_person(text: str) -> None:
    assert reading(text).unaccounted


@pytest.mark.duty("B13")
def test_a_concern_inside_a_cheerful_confirmation_is_both() -> None:
    found = reading("Saw Omar on Tuesday, all jokes. He has given his radio away and is finally at peace.")
    assert {f.kind for f in found.facts} == {Kind.VISIT_CONFIRMED, Kind.SAFEGUARDING_CONCERN}


def test_harm_in_our_own_words_coming_back_is_nothing() -> None:
    found = reading(f"Yes, all good\n\n{ASKED_OUTCOME}")
    assert [f.kind for f in found.facts] == [Kind.VISIT_CONFIRMED]
    assert not found.harm_unplaced


def test_harm_in_somebody_elses_quote_is_seen_and_adds_no_kind() -> None:
    quoted = "On Mon, 20 Apr 2026 at 10:00, Jo <jo@example.net> wrote:\n> He wants to die"
    found = reading(f"{ROUTINE}\n\n{quoted}")
    assert [f.kind for f in found.facts] == [Kind.VISIT_CONFIRMED]
    assert found.harm_unplaced


def test_harm_in_an_automatic_reply_opens_no_case() -> None:
    auto = replace(message("To report abuse ring 999."), headers={"auto-submitted": ("auto-replied",)})
    found = read(auto)
    assert [f.kind for f in found.facts] == [Kind.AUTO_REPLY]
    assert (found.harm_unplaced, found.unaccounted) == (True, ())


@pytest.mark.parametrize("change", [{"encrypted": True}, {"unreadable": True}, {"forwarded": (message("x"),)}])
def test_what_cannot_be_read_is_never_routine(change: dict[str, object]) -> None:
    assert read(replace(message(ROUTINE), **change)).unaccounted == (Span(0, 0),)


def test_an_attachment_that_no_claim_explains_is_seen() -> None:
    photo = Attachment(1, "photo.jpg", "image/jpeg", 1000)
    assert read(message(ROUTINE, attachments=(photo,))).unaccounted
    assert not read(message("My claim for tea with Omar: £3 on Tuesday", attachments=(photo,))).unaccounted


def test_a_line_that_a_mail_program_wrapped_is_one_sentence() -> None:
    text = "Would you be so kind as to let me have three pounds for the tea and\nflapjack yesterday with H-04?"
    (claim,) = reading(text).facts
    assert claim.fields.expenses[0].spent_on == datetime(2026, 4, 22).date()
    assert len(reading(text).text.newest) == len(text)


def test_relative_days_count_from_the_date_header_if_it_is_near_arrival() -> None:
    arrived = datetime(2026, 4, 23, 12, tzinfo=UTC)
    written = arrived - timedelta(days=2)
    assert when_written(written, arrived, LONDON) == (written.astimezone(LONDON), True)


@pytest.mark.parametrize("off", [timedelta(days=-3, seconds=-1), timedelta(hours=1, seconds=1), None])
def test_a_date_header_far_off_is_not_believed(off: timedelta | None) -> None:
    arrived = datetime(2026, 4, 23, 12, tzinfo=UTC)
    at, sure = when_written(None if off is None else arrived + off, arrived, LONDON)
    assert (at, sure) == (arrived.astimezone(LONDON), False)


def test_relative_days_are_unsure_then_and_full_dates_are_not() -> None:
    later = around(sure=False)
    (tuesday,) = understand(message(ROUTINE), sender(), later, ALL).facts
    (dated,) = understand(message("Saw Omar on 21/04/2026."), sender(), later, ALL).facts
    assert (tuesday.sure, dated.sure) == (False, True)


@given(st.sampled_from(HARMFUL), st.integers(min_value=0, max_value=4))
@pytest.mark.duty("B13")
def test_harm_added_anywhere_to_a_routine_text_is_found(sentence: str, place: int) -> None:
    lines = ["Hi Carol,", ROUTINE, "We had tea.", "Ana"]
    lines.insert(place, sentence)
    assert has_concern(reading("\n".join(lines)))


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=60)
def test_no_text_added_to_a_routine_message_makes_it_raise(text: str) -> None:
    found = reading(f"{ROUTINE}\n{text}", subject=f"about {OURS}")
    assert all(0 <= s.start <= s.end <= len(found.text.newest) for s in found.unaccounted)


@pytest.mark.parametrize("words", ["had sex with Omar", "had a row with Omar", "had a fix with him"])
def test_an_expression_for_a_visit_stands_for_no_word_that_it_does_not_know(words: str) -> None:
    found = reading(f"On Tuesday I {words}.")
    assert left(found) or has_concern(found)


def test_a_claim_put_as_a_polite_question_asks_nothing_else() -> None:
    found = reading("Would you be so kind as to let me have three pounds for the tea yesterday with H-04?")
    assert ([f.kind for f in found.facts], left(found)) == ([Kind.EXPENSE_CLAIM], [])


def test_a_question_beside_a_claim_is_still_seen() -> None:
    assert left(reading("Tea with H-04 yesterday £3.00. Is that all right with you?"))


# What is said beside facts


@pytest.mark.parametrize(
    "text",
    [
        "I could not go on Tuesday. The train was cancelled, so sorry!",
        "Did not see Omar on Tuesday because my car broke down.",
        "I did not go on Tuesday, I had a migraine.",
    ],
)
def test_why_a_visit_was_not_kept_needs_nobody(text: str) -> None:
    found = reading(text)
    assert ([f.kind for f in found.facts], left(found)) == ([Kind.VISIT_MISSED], [])


def test_the_same_words_beside_another_fact_are_seen() -> None:
    assert left(reading("Saw Omar on Tuesday. He had a migraine."))


def test_how_the_client_was_is_never_a_reason_that_needs_nobody() -> None:
    found = reading("Did not see Omar on Tuesday. They said he had a fever and they gave him nothing.")
    assert left(found)


# The subject as the whole message


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Saw H-04 on Tuesday", Kind.VISIT_CONFIRMED),
        ("Home safe", Kind.LONE_CHECK_OUT),
        ("Cannot make Saturday's visit to Omar", Kind.VISIT_CANCELLED),
    ],
)
def test_a_subject_without_a_text_is_read_as_the_message(subject: str, kind: Kind) -> None:
    found = reading("", subject)
    assert [(f.kind, f.span) for f in found.facts] == [(kind, Span(0, 0))]
    assert (found.unaccounted, found.text.newest) == ((), "")


def test_the_client_that_such_a_subject_names_is_known_to_be_from_the_subject() -> None:
    assert reading("", "Saw H-04 on Tuesday").facts[0].fields.client_source == "subject"


def test_what_is_not_understood_in_such_a_subject_is_seen_by_a_person() -> None:
    assert reading("", "Saw H-04 on Tuesday and his window is still broken").unaccounted


@pytest.mark.parametrize("harmful", HARMFUL)
def test_harm_in_such_a_subject_is_a_concern(harmful: str) -> None:
    assert has_concern(reading("", harmful))


def test_an_earlier_subject_says_nothing_now() -> None:
    assert [f.kind for f in reading("", "Re: Saw H-04 on Tuesday").facts] == []


def test_a_phrase_of_phishing_beside_a_client_is_read_by_a_person_however_doubtful_the_sender() -> None:
    stranger = replace(
        message("Update your bank details in the form before the next payment to H-04.", "hello"),
        from_address="x@example.net",
        headers={"authentication-results": ("mx.friends.example.org; dmarc=fail header.from=example.net",)},
    )
    unknown = Sender("x@example.net", None, frozenset(), Trust.FAILED)
    assert understand(stranger, unknown, around(), ALL).machine is None

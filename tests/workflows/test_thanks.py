"""Thanks and agreement under a letter that asks nothing (promise 9)."""

import pytest

from mailbot.events import Kind
from mailbot.reading.words.sense import asked
from mailbot.workflows.attention.recognise import recognise
from tests.reading.speaking import ASKED_OUTCOME, OURS, draft, kinds

NOTED = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Thank you. We have noted your visit to Omar (H-04) on Wednesday 22 April 2026. Nothing more is needed.
>
> Danger to life: 999."""
SUBJECT = "Re: Thank you for your report"
AGREED = [
    "Super, ta.",
    "Thanks ever so much",
    "Noted, thank you.",
    "Okey dokey",
    "Fab thanks hun",
    "Much appreciated. Enjoy the bank holiday.",
    "Sure thing",
    "Ok noted",
    "Good to hear, thanks",
    "Cheers for confirming",
    "Thank you kindly, you are all doing a grand job.",
    "Nice one",
    "That's great",
    "Fine by me",
    "Read and understood.",
    "I have received your message, thanks.",
    "Thanks, I'll bear it in mind.",
    "Lovely, thanks",
    "Great stuff",
    "Received with thanks.",
    "ok",
    "Will do.",
    "Thank you for letting me know.",
    "Brilliant x",
    "Understood.",
    "Many thanks for your prompt reply.",
    "That's very kind, thank you",
    "np",
    "👍👍",
    "Got it, cheers",
    "Thankyou so much for sorting it",
    "Bless you all for what you do.",
    "Perfect!",
    "All noted with thanks, kind regards, Ana",
    "I am much obliged.",
    "Right you are.",
    "Roger",
    "Thank you, that's a weight off my mind",
    "You're a star",
    "Message received.",
]


@pytest.mark.parametrize("text", AGREED)
def test_thanks_and_agreement_under_a_letter_that_asks_nothing(text: str) -> None:
    assert kinds(recognise, draft(text, NOTED, SUBJECT)) == {Kind.ACKNOWLEDGEMENT}


@pytest.mark.parametrize(
    "text", ["Ok but he is not well.", "Not ok.", "Thanks for nothing.", "Great. Another wasted journey.", "ok?"]
)
def test_agreement_with_a_but_is_no_thanks(text: str) -> None:
    assert kinds(recognise, draft(text, NOTED, SUBJECT)) == set()


@pytest.mark.parametrize("text", ["Sure thing", "Fine", "That's great", "Great stuff"])
def test_the_same_answers_a_question(text: str) -> None:
    assert kinds(recognise, draft(text, ASKED_OUTCOME)) == set()


def test_a_letter_that_notes_a_report_asks_nothing() -> None:
    assert asked(draft("ok", NOTED, SUBJECT)) is None
    assert asked(draft("ok", NOTED.replace("Nothing more", "Did you meet? Nothing more"), SUBJECT)) == "outcome"


def test_thanks_may_shorten_a_name_and_begin_with_no() -> None:
    assert kinds(recognise, draft("No worries Car, good to know", subject="Re: Omar")) == {Kind.ACKNOWLEDGEMENT}
    assert kinds(recognise, draft("No worries Zed, good to know", subject="Re: Omar")) == set()


def test_words_that_only_begin_like_thanks_are_none_and_stop_nothing() -> None:
    assert kinds(recognise, draft("His tag comes off on the twelfth.", NOTED, SUBJECT)) == set()

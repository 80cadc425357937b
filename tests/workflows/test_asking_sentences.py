"""What people ask, want, complain of and thank for, with and without the signs for it; and what asks nothing."""

import pytest

from mailbot.events import Kind
from mailbot.workflows.people.recognise import recognise
from tests.reading.speaking import draft, kinds, one

ASKED = """
Who do I ask about parking permits?
When is the next training?
can sumone help me with the form over the fone
Carol could somebody go through the training with me
can u ring me b4 friday
Can you call me about this
please call me when you have a moment
I wonder whether I may bring a book
I'm not sure who I should send the DBS form to
I'd like a word about the new rota
I want an apology and the name of whoever parked there
I am very unhappy with how this was handled
I wish to make a complaint
That was totally out of order
what do i do about the gate pass
how do I get a new badge
Should I bring his papers?
Could I have some advice? I need some help with the portal
dont know who to ask about this
i need to speak to someone about the hotel
Carol, may one still post a book to the library, or must it come from the shop?
let me know what time the training is
What time does the training start
Could Ben cover for me on the 3rd
I was wondering whether Omar could have a different day
nobody has got back to me about the training
"""
NOT_ASKED = """
Would you alter your book?
Could you please update your records
My number has changed, can you amend the list?
=17?? (no, they do not add up)
???
I could not go on Tuesday
We could never go back there
Next one is 27 June, tell me if you have it differently
Let me know if you need anything
Shout if that's wrong
He said, am I the guest or are you?
I said what are you like?
She asked me how old I am?
We could see the sea from there
He would like to know more about chess
So did I
Sister I waited outside for an hour
It was all castles and dragons, and could I draw a moat
What a lovely afternoon
When I got there he was asleep
I don't know what he sees in golf
How kind of you
I'd like to see Omar on 3 May
Please put me down for the 27th
Could you put me down for the 27th
She is very happy with the new room
"""


def each(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("text", each(ASKED))
def test_what_is_asked_needs_no_question_mark(text: str) -> None:
    assert Kind.QUESTION_OTHER in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", each(NOT_ASKED))
def test_what_only_sounds_like_a_question(text: str) -> None:
    assert Kind.QUESTION_OTHER not in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", ["Kindly let us have a note of the rules.", "Kindly send the form to our office."])
def test_what_is_kindly_asked_for_is_a_question(text: str) -> None:
    assert Kind.QUESTION_OTHER in kinds(recognise, draft(text))
    assert Kind.QUESTION_OTHER not in kinds(recognise, draft("She spoke very kindly of the form."))


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Can Omar have books?", True),
        ('My head said "did you send it?" all the way', False),
        ("He signed the list (“again, miss?”) and we went in", False),
        ("he cut his own hair and it actually looks amazing??", False),
        ("what time is it on Friday??", True),
    ],
)
def test_a_question_in_quotation_marks_or_that_only_wonders_is_no_sure_one(text: str, sure: bool) -> None:
    assert one(recognise, Kind.QUESTION_OTHER, draft(text)).sure == sure

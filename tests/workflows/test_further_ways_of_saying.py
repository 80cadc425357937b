"""Families of saying that the seventh set of mails showed: those that count, and as many that are near to them."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from mailbot.events import Fact, Kind
from mailbot.reading.message import Reading
from mailbot.reading.understand import understand
from mailbot.reading.words.complaints import complaint
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import asked
from mailbot.roll import Person
from tests.reading.speaking import ANA, BEN, CAROL, LONDON, OURS, around, draft, message, sender
from tests.reading.test_understand import ALL

HEAD = f"On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:\n> "
FORM = "1. Who:\n> 2. Date:\n> 3. Took place?\n> 4. If not, why?\n> 5. Next one:\n> 8. Anything worrying you:\n"
STANDS = "Your visit to Omar (H-04) is on Saturday 25 April 2026. Please answer if that does not stand."


def read(text: str, prompt: str = "", who: Person = ANA, subject: str = "Omar") -> Reading:
    quote = f"\n\n{HEAD}{prompt}" if prompt else ""
    written = message(text + quote, f"Re: {subject}" if prompt else subject, who)
    return understand(written, sender(who), around(), ALL)


def found(reading: Reading, kind: Kind) -> list[Fact]:
    return [fact for fact in reading.facts if fact.kind is kind]


def kinds(reading: Reading) -> set[Kind]:
    return {fact.kind for fact in reading.facts}


@pytest.mark.parametrize(
    "text",
    [
        "1. Who: Omar\n2. Date: 21 April\n3. Took place? Yes\n4. If not, why?\n8. Anything worrying you: nope",
        "1. Omar\n2. 21.4.26\n3. ya\n4. -\n8. nothing",
        "1. Who: Omar\n2. Date: 21/4\n3. Took place? yep!! bowling\n8. Anything worrying you: No x",
    ],
)
def test_a_form_by_number_may_repeat_its_questions(text: str) -> None:
    reading = read(text, FORM)

    (report,) = found(reading, Kind.VISIT_CONFIRMED)
    assert report.fields.visit_date == date(2026, 4, 21)
    assert Kind.SAFEGUARDING_CONCERN not in kinds(reading)


@pytest.mark.duty("C1")
@pytest.mark.parametrize(
    "worry", ["he has bruises on his arm", "no, but he hit her", "nothing new, he still cries a lot"]
)
def test_a_worry_behind_the_repeated_question_is_one(worry: str) -> None:
    text = f"1. Who: Omar\n2. Date: 21/4\n3. Took place? Yes\n8. Anything worrying you: {worry}"

    assert Kind.SAFEGUARDING_CONCERN in kinds(read(text, FORM))


@pytest.mark.parametrize(
    "heading", ["Am 23.04.2026 um 09:00 schrieb Friends:", "Op 23-04-2026 09:00 schreef Friends:"]
)
def test_a_heading_whose_verb_stands_before_our_name_is_ours(heading: str) -> None:
    given = draft("Ja", f"{heading}\n> Did you see Omar?")
    given = replace(given, message=replace(given.message, headers={"to": (f"Friends <{OURS}>",)}))

    assert our_prompt(given) == "Did you see Omar?"


def test_a_line_that_only_speaks_of_writing_is_no_heading() -> None:
    given = draft("Ja", f"{HEAD}Did you see Omar?\n> Er schrieb mir gestern: alles gut")

    assert "alles gut" in our_prompt(given)


def test_a_prompt_that_wants_an_answer_asks_without_a_question_mark() -> None:
    assert asked(draft("Fine", HEAD + STANDS)) == "plan"
    assert asked(draft("Fine", HEAD + "Your visit to Omar on Saturday 25 April 2026 is in the book.")) is None


@pytest.mark.parametrize(
    ("text", "prompt", "kind"),
    [
        ("I'm going to have to pull out of seeing Omar tomorrow, my train has been put off till six.", "",
         Kind.VISIT_CANCELLED),
        ("Oh Carol I'm afraid it doesn't! I have shingles.", STANDS, Kind.VISIT_CANCELLED),
        ("It's always good for Saturday.", STANDS, Kind.VISIT_PLANNED),
        ("The visit of tomorrow with Omar is pushed to Saturday 2 May, because he must pass an exam.", "",
         Kind.VISIT_PLANNED),
        ("I stood in for Ben on Tuesday, Omar was well.", "", Kind.VISIT_CONFIRMED),
        ("Had Omar out for a walk on Tuesday.", "", Kind.VISIT_CONFIRMED),
        ("We've had to shift Saturday's visit with Omar to Sunday.", "", Kind.VISIT_PLANNED),
        ("He'd gone to his cousin's so I came home again.", "", Kind.VISIT_MISSED),
        ("Today I waited for Omar one hour, he did not come.", "", Kind.VISIT_MISSED),
        ("I shan't be visiting between 3 May and 20 May.", "", Kind.UNAVAILABLE),
        ("Perfect, thanks. Have a good weekend when it comes.", "Noted, thank you.", Kind.ACKNOWLEDGEMENT),
    ],
)  # fmt: skip
def test_what_is_said_in_a_further_way_is_found(text: str, prompt: str, kind: Kind) -> None:
    assert kind in kinds(read(text, prompt))


@pytest.mark.parametrize(
    ("text", "prompt", "kind"),
    [
        ("I can't come, I'm away until the 20th.", "", Kind.VISIT_CANCELLED),
        ("I'm afraid it doesn't rain enough here. Yes, Saturday is fine.", STANDS, Kind.VISIT_CANCELLED),
        ("Omar must pass an exam tomorrow.", "", Kind.VISIT_CANCELLED),
        ("Everyone stood in for a photo on Tuesday.", "", Kind.VISIT_CONFIRMED),
        ("We've had to shift Saturday's visit with Omar to Sunday.", "", Kind.VISIT_CONFIRMED),
        ("Had a key cut for the office on Tuesday.", "", Kind.VISIT_CONFIRMED),
        ("She had gone to college so we laughed about it.", "", Kind.VISIT_MISSED),
        ("I waited for the bus one hour on Tuesday.", "", Kind.VISIT_MISSED),
        ("There were no visits for anyone till Wednesday.", "", Kind.UNAVAILABLE),
        ("May I claim for the ferry on the 13th and the 27th, £3.60 each time?", "", Kind.UNAVAILABLE),
        ("I don't sleep well since I visited Omar.", "", Kind.VISIT_CONFIRMED),
        ("Just collected Omar, off to the skatepark.", "", Kind.VISIT_CONFIRMED),
        ("They tell me no driving until Christmas.", "", Kind.QUESTION_OTHER),
    ],
)
def test_what_is_near_to_it_is_not(text: str, prompt: str, kind: Kind) -> None:
    assert kind not in kinds(read(text, prompt))


def test_a_visit_to_come_of_another_client_is_no_report() -> None:
    reading = read("I saw Tomas on Tuesday 21 April, and the next with Salma is on 28 April.", who=BEN)

    assert [f.fields.client_ref for f in found(reading, Kind.VISIT_CONFIRMED)] == ["P-12"]
    assert found(reading, Kind.VISIT_PLANNED)[0].fields.next_visit_date == date(2026, 4, 28)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("I'm at the hotel with Omar, out in an hour n a half", time(19, 45)),
        ("At the prison for Omar, should be back out ten to eight", time(19, 50)),
        ("Just collected Omar, off to the park. Will have him back for tea, say 20.30", time(20, 30)),
    ],
)
@pytest.mark.duty("L23")
def test_the_time_to_be_back_is_said_in_further_ways(text: str, back: time) -> None:
    (fact,) = found(read(text), Kind.LONE_CHECK_IN)
    assert fact.fields.expected_back_at == datetime(2026, 4, 23, back.hour, back.minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Approved, with thanks to Ben for keeping the ticket.", "approve"),
        ("One of these was claimed before. So reject please.", "reject"),
    ],
)
def test_a_decision_may_have_its_reasons_beside_it(text: str, command: str) -> None:
    (fact,) = found(
        read(text, "Please reply approve, or reject.", CAROL, "Claim CP-E-0033"), Kind.COORDINATOR_COMMAND
    )
    assert fact.fields.command == command
    assert "CP-E-0033" in (fact.fields.command_args or "")


def test_a_decision_behind_its_reasons_is_made_sure_of_by_a_person() -> None:
    reading = read("One was claimed before. So reject please.", "Please decide.", CAROL, "Claim CP-E-0033")
    assert [fact.sure for fact in found(reading, Kind.COORDINATOR_COMMAND)] == [False]


@pytest.mark.parametrize(
    "text", ["Approved to half of it.", "So rejected people feel bad.", "So should I reject it?"]
)
def test_other_words_of_approving_are_no_command(text: str) -> None:
    reading = read(text, "Please reply approve, or reject.", CAROL, "Claim CP-E-0033")
    assert Kind.COORDINATOR_COMMAND not in kinds(reading)


def test_an_order_put_as_a_question_is_an_order() -> None:
    reading = read("Could you put H-04 down as having taken place on 21 April?", who=CAROL, subject="hello")
    assert [f.fields.command_args for f in found(reading, Kind.COORDINATOR_COMMAND)] == ["H-04 2026-04-21 took_place"]
    assert Kind.QUESTION_OTHER not in kinds(reading)


def test_to_ask_whether_it_is_down_is_a_question() -> None:
    reading = read(
        "Could you note whether H-04 is down as having taken place on 21 April?", who=CAROL, subject="hello"
    )
    assert Kind.COORDINATOR_COMMAND not in kinds(reading)


@pytest.mark.duty("L29")
def test_who_is_only_told_sorry_does_not_gossip() -> None:
    assert complaint(draft("Sorry Carol, gossiping in the car park. We are both out.")) is None
    assert complaint(draft("Sorry, but Carol gossips about us.")) is not None
    assert complaint(draft("Oh Carol never rings back.")) is not None


@pytest.mark.duty("C4")
@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("He was beaten. I rang the Advice Line at 5.50pm and got straight through.", 0),
        ("He was beaten. I rang the Advice Line at 5.50pm and they answered at once.", 0),
        ("He was beaten. I rang the Advice Line at 5.50pm.", None),
        ("He was beaten. I rang the Advice Line at 5.50pm and waited 12 minutes.", 12),
    ],
)
def test_to_be_put_straight_through_is_no_wait(text: str, wait: int | None) -> None:
    (fact,) = found(read(text), Kind.SAFEGUARDING_CONCERN)
    assert fact.fields.call_wait_minutes == wait


@pytest.mark.duty("C1")
def test_a_sign_in_portuguese_is_noticed() -> None:
    assert Kind.SAFEGUARDING_CONCERN in kinds(read("O Omar disse que o guarda o empurra contra a parede e tem medo."))
    assert Kind.SAFEGUARDING_CONCERN not in kinds(read("Muito obrigada, o Omar estava bem e mandou um abraço."))

"""Merging and rendering: one mail where one is enough, and the concern first (promise 3, duty C3)."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from mailbot.events import Lane, Urgency
from mailbot.letters.letter import Address, Common, Letter, merge
from tests.letters.help import ANN, BEN, COMMON, about, letter, shipped, written

CONCERN, QUESTION = "safeguarding/received", "visits/ask_date"
NOTICE, ROUTINE = "expenses/needs_approval", "visits/recorded"
OFFICE = Address("office@example.org", "Office")


def sections(*letters: Letter) -> list[list[str]]:
    return [[each.template for each in group.letters] for group in merge(letters, shipped())]


def test_replies_to_one_writer_are_one_mail_with_the_question_first() -> None:
    for order in permutations((ROUTINE, NOTICE, QUESTION)):
        assert sections(*map(letter, order)) == [[QUESTION, NOTICE, ROUTINE]]


def test_no_thanks_stand_beside_a_concern() -> None:
    for order in permutations((ROUTINE, NOTICE, QUESTION, CONCERN)):
        assert sections(*map(letter, order)) == [[CONCERN, QUESTION, NOTICE]]
    assert "Thank you,\n" not in written(letter(ROUTINE), letter(CONCERN)).text
    assert "Thank you,\n" in written(letter(ROUTINE)).text


def test_replies_to_different_writers_stay_apart() -> None:
    assert sections(letter(ROUTINE), letter(ROUTINE, to=(BEN,))) == [[ROUTINE], [ROUTINE]]


def test_other_letters_merge_only_for_one_template_addressee_and_record() -> None:
    copy, unanswered = "visits/copy_to_backup", "visits/unanswered"
    same = [about(copy, 1), replace(about(copy, 1), context=letter(copy, client_ref="K-13").context)]
    assert sections(*same, about(copy, 2), about(copy, 1, to=ANN), about(unanswered, 1)) == [
        [copy, copy],
        [copy],
        [copy],
        [unanswered],
    ]


def test_a_reply_never_merges_with_a_letter_that_is_none() -> None:
    assert len(merge([letter(ROUTINE), about(ROUTINE, 1, to=ANN)], shipped())) == 2


def test_the_same_letter_twice_is_said_once() -> None:
    assert sections(letter(ROUTINE), letter(ROUTINE)) == [[ROUTINE]]


def test_nothing_to_say_is_no_mail() -> None:
    assert merge([], shipped()) == []


def test_two_visits_of_one_message_are_both_said_under_one_greeting() -> None:
    text = written(letter(ROUTINE), letter(ROUTINE, visit_date=date(2026, 5, 19), outcome_words="is planned")).text
    assert text.count("Dear Ann,") == text.count("If that is not right") == 1
    assert "on Tuesday 12 May 2026 took place." in text
    assert "on Tuesday 19 May 2026 is planned." in text


def test_the_subject_and_what_a_bare_reply_answers_come_from_the_first_that_lead() -> None:
    concern = replace(letter(CONCERN), subject_record=("concern", 3))
    question = replace(letter(QUESTION), subject_record=("message", 8))
    (group,) = merge([letter(ROUTINE), question, concern], shipped())
    rendered = written(letter(ROUTINE), question, concern)
    assert (group.template, group.subject_record) == (CONCERN, ("message", 8))
    assert (rendered.subject, rendered.asks) == ("We have your message", "visit_date")


def test_a_mail_with_a_concern_goes_by_the_lane_of_concerns() -> None:
    (group,) = merge([letter(QUESTION), replace(letter(CONCERN), lane=Lane.CONCERN)], shipped())
    assert group.lane is Lane.CONCERN


@pytest.mark.duty("S11")
def test_a_copy_goes_only_to_those_to_whom_every_section_may_go() -> None:
    copied = replace(letter(NOTICE), cc=(BEN, OFFICE))
    (alone,) = merge([copied], shipped())
    (shared,) = merge([copied, replace(letter(QUESTION), cc=(OFFICE,))], shipped())
    (beside,) = merge([copied, letter(CONCERN)], shipped())
    assert (alone.cc, shared.cc, beside.cc) == ((BEN, OFFICE), (OFFICE,), ())


@pytest.mark.duty("C3")
@pytest.mark.parametrize("template", ["safeguarding/received_imminent", "safeguarding/received_unclear"])
def test_the_reply_to_an_imminent_or_unclear_concern_begins_with_999(template: str) -> None:
    rendered = written(letter(ROUTINE), letter(QUESTION), letter(template))
    assert rendered.text.startswith("If life is at risk, call 999 now.\n\nDear Ann,\n")
    body = rendered.html.partition("<body>")[2]
    assert body.index("999") < body.index("Dear Ann")


@pytest.mark.duty("C3")
@pytest.mark.parametrize("urgency", [Urgency.IMMINENT, Urgency.UNCLEAR, "imminent"])
def test_whatever_answers_an_imminent_concern_begins_with_999(urgency: str) -> None:
    for template in ("safeguarding/received", "safeguarding/call_time_noted", "attention/held_for_person"):
        assert "999" in written(letter(template, urgency=urgency)).text.splitlines()[0]


@pytest.mark.duty("C3")
def test_other_mail_does_not_begin_with_999() -> None:
    assert written(letter(CONCERN)).text.startswith("Dear Ann,")
    assert "call 999" not in written(letter(ROUTINE)).text


@pytest.mark.duty("C3")
def test_where_somebody_is_in_custody_the_line_there_stands_beside_999() -> None:
    prison = Common(
        "Harbour Visitors", "01632 960999", emergency_note="In custody, also call the line there: 01632 960222."
    )
    lines = written(letter("safeguarding/received_imminent"), common=prison).text.splitlines()
    assert lines[0] == "If life is at risk, call 999 now."
    assert "01632 960222" in " ".join(lines[1:3])


def test_somebody_who_may_not_be_named_is_greeted_without_a_name() -> None:
    assert written(letter(ROUTINE, to=(OFFICE,))).text.startswith("Hello,\n")
    assert written(letter(ROUTINE, to=(ANN, BEN))).text.startswith("Dear Ann and Ben,\n")


def test_the_footer_says_who_writes_how_to_correct_and_whom_to_call() -> None:
    text = written(letter(ROUTINE)).text
    assert text.endswith(
        "If that is not right, just reply and say so.\n\nThank you,\nHarbour Visitors\n\n"
        "This mail was written and sent automatically.\nTo speak to a person, call 01632 960999.\n"
    )


def test_text_is_wrapped_so_that_a_quotation_stays_a_quotation() -> None:
    alert = written(letter("safeguarding/officer_alert", writer_words="word " * 60 + "\nx" * 3)).text
    assert max(map(len, alert.splitlines())) <= 72
    assert sum(line.startswith("> word word") for line in alert.splitlines()) > 3


def test_the_scheme_is_named_as_it_is() -> None:
    odd = Common("Friends & <Visitors>", COMMON.scheme_phone)
    rendered = written(letter(ROUTINE), common=odd)
    assert "Friends & <Visitors>" in rendered.text
    assert "Friends &amp; &lt;Visitors&gt;" in rendered.html


@pytest.mark.duty("L22")
def test_a_missing_child_puts_the_carer_above_even_999_whatever_else_is_said() -> None:
    told = letter("incidents/missing_carer")
    for several in permutations((told, letter("safeguarding/received_imminent"), letter("visits/recorded"))):
        text = written(*several).text
        assert text.startswith("Ring the carer now and say that the child is missing.\n\nIf life is at risk")
        assert text.count("Ring the carer now and say") == 1

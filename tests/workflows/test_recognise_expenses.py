from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.events import Expense, Kind
from mailbot.reading.message import Attachment, Draft, Text
from mailbot.workflows.expenses.recognise import receipts_among, recognise
from tests.reading.speaking import ANA, ASKED_OUTCOME, BEN, around, draft, kinds, message, one, sender

FORM = "Visit date: 21/04/2026\nExpenses (£): parking 6.50, counter £3.00\nMiles driven: 41"


@pytest.mark.duty("L28")
def test_the_form_claims_sums_and_miles() -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft(FORM))
    spent = date(2026, 4, 21)
    assert fact.fields.expenses == (Expense(650, "parking", spent), Expense(300, "canteen", spent))
    assert (fact.fields.mileage, fact.sure) == (41.0, True)
    assert fact.evidence == "Expenses (£): parking 6.50, counter £3.00\nMiles driven: 41"


def test_a_form_with_nothing_spent_claims_nothing() -> None:
    assert kinds(recognise, draft("Expenses: 0\nMiles: 0")) == set()


def test_an_expenses_line_that_cannot_be_read_makes_the_claim_unsure() -> None:
    assert not one(recognise, Kind.EXPENSE_CLAIM, draft("Expenses: the usual\nMiles driven: 12")).sure


@pytest.mark.duty("B8")
def test_a_plain_sentence_claims_with_the_day_it_names() -> None:
    fact = one(
        recognise, Kind.EXPENSE_CLAIM, draft("Please could I have three pounds for tea yesterday with P-12?", who=BEN)
    )
    assert fact.fields.expenses == (Expense(300, "canteen", date(2026, 4, 22)),)
    assert (fact.fields.client_ref, fact.sure) == ("P-12", True)


def test_a_bare_sum_right_behind_what_it_bought_counts() -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft("saw him. bus 3.90 and a tea 2.20", ASKED_OUTCOME))
    assert [(e.pence, e.category, e.spent_on) for e in fact.fields.expenses] == [
        (390, "travel", date(2026, 4, 22)),
        (220, "refreshments", date(2026, 4, 22)),
    ]


def test_several_days_pair_with_several_sums() -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft("My claim for H-04: 3rd March £2.80, 17th March £3.10"))
    assert [e.spent_on for e in fact.fields.expenses] == [date(2026, 3, 3), date(2026, 3, 17)]


@pytest.mark.parametrize(
    "text",
    [
        "They stole £20 from him, the bus fare",
        "Two day riders at £2.50 for the bus",
        "bus £2 each",
        "Can I claim £15 for a taxi?",
    ],
)
def test_a_sum_that_may_not_be_the_writers_is_asked(text: str) -> None:
    assert not any(fact.sure for fact in recognise(draft(text)))


@pytest.mark.parametrize("text", ["Taking Omar to pottery now (9.45)", "He gets £49 for living", "We met at 14.35"])
def test_times_and_other_peoples_money_are_no_claim(text: str) -> None:
    assert kinds(recognise, draft(text)) == set()


def attached(name: str, kind: str, *, inline: bool = False) -> Attachment:
    return Attachment(1, name, kind, 1000, inline)


@pytest.mark.duty("L28")
def test_receipts_are_photos_and_pdfs() -> None:
    papers = (
        attached("till.jpg", "image/jpeg"),
        attached("ticket.pdf", "application/octet-stream"),
        attached("logo.png", "image/png", inline=True),
        attached("winmail.dat", "application/ms-tnef"),
        attached("sheet.csv", "text/csv"),
    )
    assert receipts_among(papers) == 2
    given_draft = Draft(message("bus £3", attachments=papers), Text("bus £3"), sender(ANA), around())
    assert one(recognise, Kind.EXPENSE_CLAIM, given_draft).fields.receipts == 2


@pytest.mark.duty("L28")
@pytest.mark.parametrize(
    ("text", "receipts"),
    [
        ("bus £3, receipt attached (the other attachment is our college logo)", 1),
        ("bus £3, receipt attached; the .png is only our banner", 1),
        ("bus £3, the other one is for the tea", 2),
        ("bus £3, receipt attached, and one is of the shop with the logo of a bear", 2),
    ],
)
def test_a_file_that_is_said_to_be_a_logo_is_no_receipt(text: str, receipts: int) -> None:
    papers = (attached("till.pdf", "application/pdf"), attached("ours.png", "image/png"))
    given_draft = Draft(message(text, attachments=papers), Text(text, ""), sender(ANA), around())
    assert one(recognise, Kind.EXPENSE_CLAIM, given_draft).fields.receipts == receipts


@given(st.text(alphabet="£0123456789., busteanochmil:\n", max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    for fact in recognise(draft(text)):
        assert fact.evidence == text[fact.span.start : fact.span.end]

"""Claims by mail: recorded, over the limit, without a receipt, of strangers."""

from email.message import EmailMessage
from email.utils import format_datetime
from shutil import copytree

import pytest
from sqlalchemy import select

from mailbot.events import Disposition
from mailbot.workflows.expenses.tables import claims
from tests.letters.help import SHIPPED
from tests.story import BOT, COLIN, HANA, TESS, begin, templates, to

CLAIM = "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: took place\nExpenses: canteen £{amount}\n"
PHOTO = b"\xff\xd8\xff\xe0" + b"\0" * 2000 + b"\xff\xd9"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def books(story):
    """State and pence of every claim."""
    rows = story.scheme.database.read(lambda conn: conn.execute(select(claims).order_by(claims.c.id)).all())
    return [(row.state, row.total_pence) for row in rows]


def with_photo(story, amount, what="canteen"):
    """A verified claim of Hana's with a photo of the receipt."""
    message = EmailMessage()
    message["Received"] = f"from a by mx; {format_datetime(story.clock.now())}"
    message["Authentication-Results"] = "mx.scheme.example.org; dmarc=pass header.from=example.com"
    message["From"], message["To"], message["Subject"] = HANA, BOT, "Expenses"
    message["Date"], message["Message-ID"] = format_datetime(story.clock.now()), f"<photo{amount}@example.com>"
    message.set_content(CLAIM.format(amount=amount).replace("canteen", what))
    message.add_attachment(PHOTO, maintype="image", subtype="jpeg", filename="receipt.jpg")
    return story.arrives(message.as_bytes())


@pytest.mark.duty("B8", "L26", "L28")
def test_a_claim_within_the_limit_with_its_receipt_is_approved_and_goes_to_the_treasurer(story):
    decided = with_photo(story, "3.00")
    assert books(story) == [("approved", 300)]
    (pay,) = to(decided.mails, TESS)
    assert pay.template == "expenses/to_pay" and "£3.00" in pay.text


@pytest.mark.duty("B8")
@pytest.mark.parametrize(
    ("first", "second", "state"), [("1.20", "3.80", "approved"), ("1.20", "3.81", "needs_approval")]
)
def test_food_of_one_day_is_paid_back_without_asking_up_to_what_the_pack_names(story, first, second, state):
    with_photo(story, first)
    decided = with_photo(story, second)
    assert [each[0] for each in books(story)] == ["approved", state]
    asked = [mail for mail in to(decided.mails, COLIN) if mail.template == "expenses/ask_food_approval"]
    assert ["£5.00 a day" in " ".join(mail.text.split()) for mail in asked] == [True] * (state != "approved")


@pytest.mark.duty("B8")
def test_a_coordinators_yes_pays_back_what_the_food_cost_more(story):
    (question,) = to(with_photo(story, "5.50").mails, COLIN)
    decided = story.writes(COLIN, "Approve\n", answers=question)
    assert books(story) == [("approved", 550)]
    assert "£5.50" in to(decided.mails, TESS)[0].text


@pytest.mark.duty("B8")
def test_how_much_is_paid_back_for_food_is_the_packs(tmp_path):
    copytree(SHIPPED.parent / "rules", tmp_path / "rules")
    pack = tmp_path / "rules" / "schemes" / "prison-visiting.toml"
    text = pack.read_text().replace('food_pounds = "3.00"', 'food_pounds = "4.50"')
    pack.write_text(text.replace('food_asked_above_pounds = "5.00"', 'food_asked_above_pounds = "6.00"'))
    story = begin(tmp_path, planned="2026-05-13")
    with_photo(story, "5.50")
    assert books(story) == [("approved", 550)]
    reminder = next(mail for mail in story.waits(days=1) if mail.template == "visits/before_prison")
    assert "about £4.50 of it can be reclaimed" in " ".join(reminder.text.split())


@pytest.mark.duty("L28")
def test_a_claim_without_a_receipt_is_noted_and_the_receipt_asked_for(story):
    decided = story.writes(HANA, CLAIM.format(amount="3.00"))
    assert books(story) == [("needs_receipt", 300)]
    assert "expenses/needs_receipt" in templates(to(decided.mails, HANA))
    assert to(decided.mails, TESS) == []


@pytest.mark.duty("L26")
def test_a_claim_over_the_limit_waits_for_a_coordinator(story):
    decided = with_photo(story, "40.00")
    assert books(story) == [("needs_approval", 4000)]
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert "expenses/ask_approval" in templates(to(decided.mails, COLIN))
    assert to(decided.mails, TESS) == []


@pytest.mark.duty("L26")
def test_the_coordinators_reply_approves_it_and_the_treasurer_is_asked_to_pay(story):
    (question,) = to(with_photo(story, "40.00").mails, COLIN)
    decided = story.writes(COLIN, "Approve\n", answers=question)
    assert books(story) == [("approved", 4000)]
    assert "expenses/to_pay" in templates(to(decided.mails, TESS))
    assert "expenses/recorded" in templates(to(decided.mails, HANA))
    assert story.open_attention() == [], "what is decided no longer waits"


def test_an_approval_counts_once_and_only_from_whom_was_asked(story):
    (question,) = to(with_photo(story, "40.00").mails, COLIN)
    for forged in ("none", "fail"):
        story.writes(COLIN, "Approve\n", answers=question, dmarc=forged)
    story.writes(HANA, "Approve\n", answers=question)
    assert books(story) == [("needs_approval", 4000)]
    story.writes(COLIN, "Reject\n", answers=question)
    assert books(story) == [("rejected", 4000)]


def test_a_bare_approval_without_our_token_is_inert_and_told_so(story):
    with_photo(story, "40.00")
    decided = story.writes(COLIN, "Approve\n")
    assert books(story) == [("needs_approval", 4000)]
    assert templates(to(decided.mails, COLIN)) == ["attention/command_not_understood"]


def test_exactly_the_limit_is_not_over_it(story):
    with_photo(story, "15.00", "train")
    with_photo(story, "15.01", "train")
    assert books(story) == [("approved", 1500), ("needs_approval", 1501)]


def test_a_claim_of_a_stranger_is_not_recorded(story):
    decided = story.writes("stranger@example.net", CLAIM.format(amount="3.00"))
    assert books(story) == []
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert to(decided.mails, TESS) == []


def test_a_claim_that_is_not_verified_waits_for_its_writers_word(story):
    (question,) = story.writes(HANA, CLAIM.format(amount="3.00"), dmarc="none").mails
    assert books(story) == []
    story.writes(HANA, "Yes, I wrote this\n", answers=question)
    story.catches_up()
    assert books(story) == [("needs_receipt", 300)]


@pytest.mark.duty("B17")
@pytest.mark.parametrize("text", ["I gave him £20 for his phone credit.", "I lent Marek £5.", "I sent him £30."])
def test_money_given_to_the_person_visited_is_no_claim(story, text):
    decided = story.writes(HANA, text)
    assert not [mail for mail in decided.mails if mail.template.startswith("expenses/")]


@pytest.mark.duty("B8")
@pytest.mark.parametrize(
    "text", ["I gave him £20 for his phone, can I claim it back?", "I gave him £3 for the canteen, receipt attached."]
)
def test_money_that_is_asked_back_is_still_one(story, text):
    decided = story.writes(HANA, text)
    assert [mail for mail in decided.mails if mail.template.startswith("expenses/")]

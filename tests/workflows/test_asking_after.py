"""The question after a visit: one word, a link, a sentence or a form; and who hears if nobody answers (B10, L3)."""

import re
from email.message import EmailMessage
from email.utils import format_datetime
from html import unescape
from urllib.parse import unquote

import pytest
from sqlalchemy import select

from mailbot.letters.answering import AnswerTo, link
from mailbot.store import outbox
from mailbot.workflows.visits.tables import visits
from tests.story import BOT, COLIN, HANA, IVO, begin, templates, to

LINK = re.compile(r"mailto:\S+")
PLUS = "plus_addressing = true\n"


def ledger(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(visits).order_by(visits.c.id)).all())
    return [(str(row.day), row.state) for row in rows]


def question(story):
    (mail,) = [mail for mail in story.waits(days=3) if mail.template == "visits/reminder"]
    return mail


def opened(story, url, who=HANA, dmarc="pass"):
    """The mail that a client writes when this link is opened and sent (RFC 6068): no In-Reply-To, no References."""
    address, _, query = url.removeprefix("mailto:").partition("?")
    fields = dict(part.split("=", 1) for part in query.split("&"))
    story.count += 1
    message = EmailMessage()
    message["Received"] = f"from a by mx; {format_datetime(story.clock.now())}"
    message["Authentication-Results"] = f"mx.scheme.example.org; dmarc={dmarc} header.from={who.partition('@')[2]}"
    message["From"], message["To"] = who, unquote(address)
    message["Subject"] = unquote(fields["subject"])
    message["Date"] = format_datetime(story.clock.now())
    message["Message-ID"] = f"<{story.count}@example.com>"
    message.set_content(unquote(fields["body"]) + "\n")
    return story.arrives(message.as_bytes())


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path, planned="2026-05-12")


@pytest.mark.duty("B10", "L3")
@pytest.mark.parametrize(("number", "state"), [(0, "took_place"), (1, "missed")])
def test_a_link_opens_a_mail_that_works_exactly_as_a_reply(story, number, state):
    url = LINK.findall(question(story).text)[number]
    opened(story, url)
    assert ledger(story) == [("2026-05-12", state)]
    assert "visits/unanswered" not in templates(story.waits(days=10))


def test_a_link_says_nothing_but_a_word_and_an_opaque_reference(story):
    urls = LINK.findall(question(story).text)
    assert len(urls) == 3
    for url in urls:
        assert url.isascii() and len(url) < 140
        assert not re.search(r"P-1|Hana|Marek|2026|12", unquote(url.split("body=")[0]).split("[ref")[0])
    assert [url.rpartition("=")[2] for url in urls] == ["YES", "NO", "OTHER"]


def test_the_links_stand_in_the_html_part_behind_their_words(story):
    mail = question(story)
    raw = story.scheme.database.read(lambda conn: outbox.raw(conn, mail.id)).decode()
    html = unescape(raw.replace("=\r\n", "").replace("=3D", "=").partition("text/html")[2])
    shown = re.findall(r'<a href="(mailto:[^"]+)">([^<]+)</a>', html)
    assert [words for _, words in shown] == ["It took place", "It did not", "Something else"]
    assert [url for url, _ in shown] == LINK.findall(mail.text)


def test_where_plus_addresses_are_configured_the_link_goes_where_a_reply_goes(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    story.scheme.config.mailbox.__dict__["plus_addressing"] = True
    url = LINK.findall(question(story).text)[0]
    assert re.match(r"mailto:visits%2B[a-z2-7]{21}@scheme\.example\.org\?", url)
    opened(story, url)
    assert ledger(story) == [("2026-05-12", "took_place")]


@pytest.mark.parametrize("word", ["YES", "OTHER"])
def test_everything_in_a_link_that_could_end_a_field_is_encoded(word):
    url = link(AnswerTo("a+b&c@example.org", "x" * 21), word)
    assert url == f"mailto:a%2Bb%26c@example.org?subject=Re%3A%20Your%20visit%20%5Bref%20{'x' * 21}%5D&body={word}"


def test_something_else_is_asked_about_and_its_silence_reaches_a_coordinator(story):
    decided = opened(story, LINK.findall(question(story).text)[2])
    assert templates(decided.mails) == ["visits/ask_what_happened"]
    assert ledger(story) == [("2026-05-12", "planned")]
    later = story.waits(days=10)
    assert to(later, HANA) == []
    assert templates(to(later, COLIN)).count("visits/unanswered") == 1


def test_something_else_from_another_address_changes_nothing(story):
    decided = opened(story, LINK.findall(question(story).text)[2], who=IVO)
    assert to(decided.mails, HANA) == []
    assert ledger(story) == [("2026-05-12", "planned")]


def test_a_link_sent_by_somebody_else_records_nothing(story):
    url = LINK.findall(question(story).text)[0]
    opened(story, url, who=IVO)
    opened(story, url, dmarc="fail")
    assert ledger(story) == [("2026-05-12", "planned")]


@pytest.mark.parametrize(
    "answer", ["yes", "Yes!", "It went ahead, thanks.", "Visit date: 12/05/2026\nOutcome: took place\n"]
)
def test_a_word_a_sentence_and_a_form_all_answer_it(story, answer):
    story.writes(HANA, answer, answers=question(story))
    assert ledger(story) == [("2026-05-12", "took_place")]


@pytest.mark.duty("B10")
def test_an_unprompted_confirmation_gets_one_short_answer_and_nothing_more(story):
    story.waits(days=1, hours=8)
    decided = story.writes(HANA, "Visited Marek today.")
    assert ledger(story) == [("2026-05-12", "took_place")]
    (answer,) = to(decided.mails, HANA)
    assert answer.template == "visits/recorded" and len(answer.text.split()) < 60
    assert [m.template for m in story.waits(days=7) if m.template != "visits/when_next"] == []


@pytest.mark.parametrize(
    ("word", "state"), [("YES", "took_place"), ("Yes, it took place", "took_place"), ("NO", "missed")]
)
def test_a_coordinator_who_was_told_settles_it_in_one_word(story, word, state):
    (told,) = [mail for mail in story.waits(days=10) if mail.template == "visits/unanswered"]
    assert "visit-not-confirmed" in story.open_attention()
    story.writes(COLIN, word, answers=told)
    assert ledger(story) == [("2026-05-12", state)]
    assert "visit-not-confirmed" not in story.open_attention()


def test_nobody_else_settles_it(story):
    (told,) = [mail for mail in story.waits(days=10) if mail.template == "visits/unanswered"]
    story.writes(COLIN, "YES", answers=told, dmarc="fail")
    story.writes(IVO, "YES", answers=told)
    assert ledger(story) == [("2026-05-12", "planned")]


def test_the_coordinator_hears_after_the_configured_wait(tmp_path):
    story = begin(tmp_path, planned="2026-05-12", more='[timers]\nvisit_unanswered_after = "1 day"\n')
    asked = question(story)
    assert templates(to(story.waits(days=2), COLIN)) == ["visits/unanswered"]
    assert asked.to == (HANA,)


def test_reminder_and_coordinator_keep_to_working_hours_over_a_bank_holiday(tmp_path):
    story = begin(tmp_path, planned="2026-05-22")  # the Friday before the bank holiday of Monday 25 May
    sent = []
    for _ in range(24 * 20):
        sent += [(story.clock.now().astimezone(story.scheme.zone), mail) for mail in story.waits(hours=1)]
    assert [mail.template for _, mail in sent] == ["visits/before_prison", "visits/reminder", "visits/unanswered"]
    assert [f"{when:%a %d}" for when, _ in sent] == ["Thu 21", "Tue 26", "Fri 29"]
    assert all(story.scheme.office.is_working_day(when.date()) for when, _ in sent)


def test_two_clients_and_a_bare_yes_is_about_the_one_that_was_asked_about(tmp_path):
    story = begin(tmp_path)
    plan = "Person visited: {}\nNext visit date: 12/05/2026\n"
    story.writes(IVO, plan.format("H-2"))
    story.writes(IVO, plan.format("P-3"))
    first = question(story)
    opened(story, LINK.findall(first.text)[0], who=IVO)
    assert sorted(state for _, state in ledger(story)) == ["planned", "took_place"]
    assert BOT not in first.to

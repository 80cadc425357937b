"""The page with the whole story."""

import re
from html import escape, unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from mailbot.demo.view import pieces
from mailbot.events import Fact, Fields, Kind, Span
from tests.demo.played import Played


class Links(HTMLParser):
    """Collects what a page would fetch or lead to, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for name, value in attrs if name in {"src", "href", "srcset", "action", "data"}]


def read(html: str) -> Links:
    links = Links()
    links.feed(html)
    return links


def test_the_page_needs_nothing_from_anywhere_else(played: Played) -> None:
    links = read(played.page)
    assert links.found
    assert all(link.startswith("data:image/png;base64,") for link in links.found)
    assert not links.tags & {"script", "link", "iframe", "object", "form"}
    assert "http" not in played.page
    assert "url(" not in played.page


def test_the_page_has_every_message_by_its_id(played: Played) -> None:
    received = [view.received.message_id for view in played.views if view.received]
    written = [mail.message_id for mail in played.written()]
    assert len(set(received + written)) == played.summary.messages_in + played.summary.mails_out
    for message_id in received + written:
        assert escape(message_id) in played.page


def test_every_delivered_mail_is_on_the_page(played: Played) -> None:
    shown = unescape(played.page)
    for mails in played.mailboxes.values():
        assert all(str(mail["Message-ID"]) in shown for mail in mails)


def test_the_words_that_a_fact_stands_on_are_marked(played: Played) -> None:
    assert '<mark class="f0">I saw Marcus this afternoon</mark>' in played.page
    left = "The prison was in lockdown, and nobody at the gate could say why."
    assert f'<mark class="left">{left}</mark>' in played.page


def test_every_rule_that_decided_is_shown_with_what_it_says(played: Played) -> None:
    shown = unescape(played.page)
    for view in played.views:
        for decision in view.decisions:
            assert decision.says in shown
            assert f"<code>{decision.rule}</code>" in shown


def test_held_mail_stands_out(played: Played) -> None:
    assert len(re.findall(r'class="mail out held"', played.page)) == len(played.held()) == 1


def test_the_page_is_english_text_that_a_browser_reads_as_such(played: Played) -> None:
    assert played.page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert '<meta charset="utf-8">' in played.page


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_marking_loses_no_letter(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in ends]
    facts = [Fact(Kind.ACKNOWLEDGEMENT, Fields(), span, text[span.start : span.end]) for span in spans[::2]]
    assert "".join(piece.text for piece in pieces(text, facts, spans[1::2])) == text

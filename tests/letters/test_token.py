"""Tokens: a reply finds its thread, and nobody can make one up (design, section 4)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import GiveUp
from mailbot.letters.token import TOKEN_CHARS, Tokens, new_row, thread
from mailbot.reading.message import Message

OURS = "visits@example.org"
BASE32 = string.ascii_lowercase + "234567"
TOKENS = Tokens(b"a secret of thirty-two bytes, yes")
OTHERS = Tokens(b"another secret, of somebody else")
rows = st.text(BASE32, min_size=8, max_size=8)


def incoming(**changes: object) -> Message:
    plain = {
        "message_id": "<x@example.com>",
        "in_reply_to": None,
        "references": (),
        "subject": "Re: hello",
        "from_address": "ann@example.com",
        "from_name": "Ann",
        "to": (OURS,),
        "cc": (),
        "date": None,
        "text": "",
    }
    return Message(**(plain | changes))  # type: ignore[arg-type]


@given(rows)
def test_a_token_leads_back_to_its_row(row: str) -> None:
    token = TOKENS.make(row)
    assert TOKENS.read(token) == row
    assert TOKENS.read(token.upper()) == row
    assert len(token) == TOKEN_CHARS
    assert set(token) <= set(BASE32)


@given(rows)
def test_a_token_of_another_key_is_nothing(row: str) -> None:
    assert TOKENS.read(OTHERS.make(row)) is None


@given(rows, st.integers(0, TOKEN_CHARS - 1), st.sampled_from(BASE32))
def test_a_token_with_one_character_changed_is_nothing(row: str, at: int, other: str) -> None:
    token = TOKENS.make(row)
    forged = token[:at] + other + token[at + 1 :]
    assert TOKENS.read(forged) == (row if forged == token else None)


@given(st.text())
def test_any_text_can_be_read_and_is_nothing(text: str) -> None:
    assert TOKENS.read(text) is None


def test_new_rows_differ_and_can_be_made_into_tokens() -> None:
    made = {new_row() for _ in range(100)}
    assert len(made) == 100
    assert all(TOKENS.read(TOKENS.make(row)) == row for row in made)


@pytest.mark.parametrize("row", ["", "short", "UPPERCAS", "has a bl", "eleven89"])
def test_a_row_of_another_form_is_refused(row: str) -> None:
    with pytest.raises(GiveUp, match="new_row"):
        TOKENS.make(row)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(GiveUp, match="16 bytes"):
        Tokens(b"short")


def test_a_reply_is_found_by_any_of_the_places_that_a_token_stands_in() -> None:
    token = TOKENS.make(new_row())
    carried = thread(token, OURS, plus=True)
    assert carried.reply_to == f"visits+{token}@example.org"
    ways = (
        incoming(in_reply_to=carried.message_id),
        incoming(references=("<other@example.com>", carried.message_id)),
        incoming(to=(carried.reply_to,)),
        incoming(cc=("Somebody@Example.com", carried.reply_to.upper())),
        incoming(headers={"delivered-to": (carried.reply_to,)}),
        incoming(subject=f"RE: Your visit: noted [REF {token.upper()}]"),
    )
    assert [TOKENS.find_tokens(way, OURS) for way in ways] == [(token,)] * len(ways)


def test_what_a_mail_answers_directly_comes_before_older_mail_of_the_thread() -> None:
    old, middle, new = (TOKENS.make(new_row()) for _ in range(3))
    message = incoming(
        in_reply_to=f"<{new}@example.org>",
        references=(f"<{old}@example.org>", f"<{middle}@example.org>", f"<{new}@example.org>"),
        subject=f"Re: hello [ref {old}]",
    )
    assert TOKENS.find_tokens(message, OURS) == (new, old, middle)


def test_where_the_message_id_was_replaced_the_subject_names_the_mail_and_not_an_earlier_one() -> None:
    earlier, answered = TOKENS.make(new_row()), TOKENS.make(new_row())
    message = incoming(
        in_reply_to="<0102@mail.example.net>",
        references=(f"<{earlier}@example.org>", "<0102@mail.example.net>"),
        subject=f"Re: hello [ref {answered}]",
    )
    assert TOKENS.find_tokens(message, OURS)[0] == answered


def test_the_root_of_a_thread_is_no_token_and_differs_by_record() -> None:
    root = TOKENS.thread_root("concern", 7, OURS)
    assert root != TOKENS.thread_root("concern", 8, OURS)
    assert TOKENS.of_message_id(root, OURS) is None


def test_forged_tokens_and_tokens_at_other_domains_are_not_found() -> None:
    token, forged = TOKENS.make(new_row()), OTHERS.make(new_row())
    message = incoming(
        in_reply_to=f"<{token}@example.com>",
        references=(f"<{forged}@example.org>", "<>", "no id at all"),
        to=(f"other+{token}@example.org", f"visits+{forged}@example.org", "visits@example.org"),
        subject=f"[ref {forged}] [ref ] ref {token}",
    )
    assert TOKENS.find_tokens(message, OURS) == ()


def test_a_bounce_names_the_mail_by_its_message_id() -> None:
    token = TOKENS.make(new_row())
    assert TOKENS.of_message_id(f"<{token}@example.org>", OURS) == token
    assert TOKENS.of_message_id("<abc@example.org>", OURS) is None
    assert TOKENS.of_message_id(None, OURS) is None


def test_without_plus_addresses_there_is_no_reply_to() -> None:
    assert thread("abc", OURS, plus=False).reply_to is None

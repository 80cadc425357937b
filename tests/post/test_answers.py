"""FETCH answers, UID sets and dates, as any server may write them."""

import imaplib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.post.answers import Answer, Piece, answers, by_size, grouped, internaldate, response_code, uid_set

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)


def test_a_body_and_its_date_are_found_by_uid() -> None:
    pieces: list[Piece] = [(b'3 (UID 7 INTERNALDATE "12-May-2026 13:00:00 +0100" BODY[] {5}', b"hello"), b")"]
    assert answers(pieces) == {7: Answer(arrived=NOON, body=b"hello")}


def test_the_uid_may_come_after_the_body() -> None:
    assert answers([(b"3 (BODY[] {5}", b"hello"), b" UID 7 RFC822.SIZE 5)"]) == {7: Answer(5, body=b"hello")}


def test_flags_that_change_meanwhile_are_no_message() -> None:
    pieces: list[Piece] = [
        b"1 (FLAGS (\\Seen))",
        (b"3 (UID 7 BODY[] {5}", b"hello"),
        b")",
        b"3 (UID 7 FLAGS (\\Deleted))",
        None,
    ]
    assert answers(pieces) == {7: Answer(body=b"hello")}


def test_a_keyword_cannot_pass_for_a_uid() -> None:
    assert answers([(b"3 (FLAGS (UID 9) UID 7 BODY[] {2}", b"hi"), b")"]) == {7: Answer(body=b"hi")}


@pytest.mark.parametrize(("written", "body"), [(b'""', b""), (b"NIL", b""), (b'"UID 9 \\"x\\""', b'UID 9 "x"')])
def test_a_short_body_may_be_quoted(written: bytes, body: bytes) -> None:
    assert answers([b"3 (BODY[] " + written + b" UID 7)"]) == {7: Answer(body=body)}


def test_another_literal_is_no_body() -> None:
    pieces: list[Piece] = [(b"3 (UID 7 BODY[HEADER] {2}", b"no"), (b" BODY[] {3}", b"yes"), b")"]
    assert answers(pieces) == {7: Answer(body=b"yes")}


pieces = st.lists(st.one_of(st.none(), st.binary(), st.tuples(st.binary(), st.binary())))


@given(pieces)
def test_nothing_that_a_server_says_raises(said: list[Piece]) -> None:
    assert all(uid >= 0 for uid in answers(said))


@given(st.binary())
def test_what_is_no_date_is_none(text: bytes) -> None:
    assert internaldate(text) is None


@pytest.mark.parametrize("text", [b"31-Feb-2026 00:00:00 +0000", b"01-Jan-0000 00:00:00 +0000", b""])
def test_an_impossible_date_is_none(text: bytes) -> None:
    assert internaldate(text) is None


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.integers(-14 * 60, 14 * 60),
)
def test_dates_are_read_as_imaplib_writes_them(moment: datetime, offset: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=offset)))
    written = imaplib.Time2Internaldate(aware).strip('"').encode()
    assert internaldate(written) == aware
    assert internaldate(written.replace(b"01-", b" 1-")) == aware


def test_neighbours_are_written_as_a_range() -> None:
    assert uid_set([3, 1, 2, 7, 9, 10]) == "1:3,7,9:10"


@given(st.sets(st.integers(1, 300), min_size=1))
def test_a_uid_set_names_those_and_no_other(uids: set[int]) -> None:
    named: set[int] = set()
    for part in uid_set(uids).split(","):
        first, _, last = part.partition(":")
        named |= set(range(int(first), int(last or first) + 1))
    assert named == uids


@given(st.lists(st.integers(1, 9)), st.integers(1, 5))
def test_groups_lose_nothing(uids: list[int], most: int) -> None:
    groups = list(grouped(uids, most))
    assert [uid for group in groups for uid in group] == uids
    assert all(0 < len(group) <= most for group in groups)


@given(st.dictionaries(st.integers(1, 99), st.integers(0, 20)), st.integers(1, 30))
def test_batches_by_size_lose_nothing_and_hold_to_it(sizes: dict[int, int], most: int) -> None:
    batches = list(by_size(sizes, most))
    assert [uid for batch in batches for uid in batch] == list(sizes)
    assert all(len(batch) == 1 or sum(batch.values()) <= most for batch in batches)


def test_only_the_code_of_a_refusal_is_told() -> None:
    assert response_code([b"[OVERQUOTA] anna@example.org has no room"]) == " (OVERQUOTA)"
    assert response_code([b"[APPENDUID 7 9] x"]) == " (APPENDUID)"
    assert response_code([b"anna@example.org has no room", None]) == ""

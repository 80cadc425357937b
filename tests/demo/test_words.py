"""Records and facts in the words that the screen and the page use; and the picture of the receipt."""

import struct
import zlib
from datetime import UTC, date, datetime, time

import pytest

from mailbot.demo.receipt import HEIGHT, WIDTH, photo
from mailbot.demo.servers import ZONE
from mailbot.demo.words import change, known, moment, timer
from mailbot.events import Expense, Fields, Outcome, Urgency
from mailbot.workflows.contract import Change


def test_times_are_local() -> None:
    assert moment(datetime(2026, 5, 12, 15, 40, tzinfo=UTC), ZONE) == "Tue 12 May, 16.40"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (Fields(visit_date=date(2026, 5, 12)), ("visit date", "Tuesday 12 May 2026")),
        (Fields(next_visit_time=time(14)), ("next visit time", "14.00")),
        (Fields(outcome=Outcome.DID_NOT_TAKE_PLACE), ("outcome", "did not take place")),
        (Fields(urgency=Urgency.NON_URGENT), ("urgency", "non urgent")),
        (Fields(expenses=(Expense(300, "canteen"), Expense(55))), ("expenses", "£3.00 for canteen, £0.55 for other")),
        (Fields(permanent=True), ("permanent", "yes")),
        (
            Fields(call_logged_at=datetime(2026, 5, 13, 14, 35, tzinfo=ZONE)),
            ("call logged at", "Wednesday 13 May 2026 at 14.35"),
        ),
    ],
)
def test_a_field_is_shown_by_name_and_value(fields: Fields, words: tuple[str, str]) -> None:
    assert list(known(fields)) == [words]


def test_what_is_not_known_or_only_for_the_program_is_not_shown() -> None:
    assert list(known(Fields(client_source="text", from_quote=("visit_date",)))) == []


def test_a_change_names_its_record_and_what_became_of_it() -> None:
    assert change(Change("visit.did_happen", ("visit", 3), {"day": "2026-05-12"})) == (
        "visit 3: did happen (Tuesday 12 May 2026)"
    )
    assert change(Change("claim.approved", ("claim", 1), {"pence": 2140})) == "claim 1: approved (£21.40)"
    assert change(Change("attention.done", ("attention", 2))) == "attention 2: done"


def test_a_timer_without_words_of_its_own_is_shown_by_its_name() -> None:
    assert timer("something-new") == "something new"


def test_the_receipt_is_a_whole_picture() -> None:
    picture, chunks = photo(), {}
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    at = 8
    while at < len(picture):
        length, kind = struct.unpack(">I4s", picture[at : at + 8])
        content = picture[at + 8 : at + 8 + length]
        assert picture[at + 8 + length : at + 12 + length] == struct.pack(">I", zlib.crc32(kind + content))
        chunks[kind] = content
        at += 12 + length
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    assert len(zlib.decompress(chunks[b"IDAT"])) == HEIGHT * (WIDTH + 1)

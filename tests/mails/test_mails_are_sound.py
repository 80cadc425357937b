"""Both halves of our own mails can be trusted: what the labels say is in the mails, and nobody real is in them."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mailbot.events import Kind
from tests.mails.make import half, write
from tests.mails.told import load

LONDON = ZoneInfo("Europe/London")
RESERVED = re.compile(r"@(?:[\w-]+\.)*example\.(?:org|com|net)$")
DRAMA = re.compile(r"^(?:01632960\d{3}|07700900\d{3})$")
SHORT_CODES = frozenset({"999", "101", "111"})
BUCKETS = frozenset(["rc", "mv", "ex", "sg", "lw", "ab", "rest"])
OUTCOMES = frozenset(["took_place", "did_not_take_place", "cancelled"])


@cache
def _parsed(path: Path) -> EmailMessage:
    """Parsed once, however many tests look at it."""
    found = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    return found


@dataclass(frozen=True, slots=True)
class Written:
    """A half as it lies in a folder."""

    folder: Path
    people: dict[str, Any]
    labels: list[dict[str, Any]]

    def raw(self, label: dict[str, Any]) -> bytes:
        return (self.folder / str(label["file"])).read_bytes()

    def parsed(self, label: dict[str, Any]) -> EmailMessage:
        return _parsed(self.folder / str(label["file"]))

    @property
    def refs(self) -> dict[str, str]:
        """The scheme of each client."""
        return {client["ref"]: client["scheme"] for client in self.people["clients"]}

    @property
    def names(self) -> dict[str, set[str]]:
        """What each client may be called, in small letters."""
        keys = ("ref", "first_name", "name_in_script")
        return {each["ref"]: {each[key].casefold() for key in keys if key in each} for each in self.people["clients"]}


_SETS_LIST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twentyfirst twentysecond twentythird"
    " twentyfourth retold retold_apart"
)
SETS = tuple(_SETS_LIST.split())


@pytest.fixture(scope="module", params=SETS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp(request.param)
    write(folder, *half(request.param), prefix=request.param[0])
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    people = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    return Written(folder, people, [json.loads(line) for line in lines])


def test_there_are_enough_of_every_sort(written: Written) -> None:
    buckets = [label["bucket"] for label in written.labels]

    assert len(buckets) >= 90
    assert set(buckets) == BUCKETS
    assert buckets.count("rc") >= len(buckets) // 4
    assert buckets.count("sg") >= len(buckets) // 8


def test_every_label_has_its_file_and_every_file_its_label(written: Written) -> None:
    assert {label["file"] for label in written.labels} == {path.name for path in written.folder.glob("*.eml")}


def test_lines_end_as_on_the_wire_and_nothing_is_broken(written: Written) -> None:
    for label in written.labels:
        assert b"\n" not in written.raw(label).replace(b"\r\n", b""), label["file"]
        assert not [part.defects for part in written.parsed(label).walk() if part.defects], label["file"]


def test_the_date_is_the_local_minute_of_the_label(written: Written) -> None:
    for label in written.labels:
        sent = parsedate_to_datetime(written.parsed(label)["Date"])

        assert label["date"] == written.parsed(label)["Date"]
        assert f"{sent.astimezone(LONDON):%Y-%m-%dT%H:%M}" == label["date_local"], label["file"]
        assert sent.year == 2026


def test_the_sender_is_whom_the_label_names(written: Written) -> None:
    for label in written.labels:
        assert written.parsed(label)["From"].addresses[0].addr_spec == label["from"]


def test_kinds_and_outcomes_are_words_of_the_vocabulary(written: Written) -> None:
    for label in written.labels:
        assert {*label["kinds"], *label["also_ok"]} <= {str(kind) for kind in Kind}, label["file"]
        assert label["kinds"] or label["bucket"] == "ab", label["file"]
        assert not set(label["kinds"]) & set(label["also_ok"])
        assert label["fields"].get("outcome", "took_place") in OUTCOMES


def test_clients_are_in_the_scheme_of_the_mail(written: Written) -> None:
    for label in written.labels:
        visits = label["fields"].get("visits", [])
        named = [ref for ref in [label["fields"].get("client_ref"), *map(ref_of, visits)] if ref]

        assert all(written.refs[ref] == label["scheme"] for ref in named), label["file"]


def test_a_client_said_to_be_in_the_text_or_subject_is_there(written: Written) -> None:
    names = written.names
    for label in written.labels:
        subject, text = str(written.parsed(label)["Subject"]), label["newest_text"]
        place = {"text": text, "subject": subject}.get(label["fields"].get("client_source", ""))
        if place is not None:
            called = names[label["fields"]["client_ref"]] | {label["fields"]["client_ref_or_name"].casefold()}
            words = place.casefold().split()
            assert any(name in place.casefold() or get_close_matches(name, words) for name in called), label["file"]


def test_the_newest_text_is_in_the_mail(written: Written) -> None:
    for label in written.labels:
        text = one_line(text_of(written.parsed(label)))
        for line in label["newest_text"].splitlines():
            assert one_line(line) in text, f"{label['file']}: {line}"


def test_days_of_the_labels_are_days_and_visits_that_took_place_are_not_in_the_future(written: Written) -> None:
    for label in written.labels:
        fields, sent = label["fields"], datetime.fromisoformat(label["date_local"]).date()
        days = {
            name: date.fromisoformat(fields[name])
            for name in fields
            if name.endswith("_date") or name.startswith("period_")
        }

        assert all(abs(day - sent) < timedelta(days=200) for day in days.values()), label["file"]
        assert days.get("next_visit_date", sent) >= sent, label["file"]
        if fields.get("outcome") in ("took_place", "did_not_take_place") and "visit_date" in days:
            assert days["visit_date"] <= sent, label["file"]
        for spent in fields.get("expenses", []):
            assert re.fullmatch(r"\d+\.\d\d", spent["amount"]) and spent.get("date", "") <= sent.isoformat()


def test_both_changes_of_the_clocks_are_among_the_dates(written: Written) -> None:
    sent = {datetime.fromisoformat(label["date_local"]).date() for label in written.labels}

    for change in (date(2026, 3, 29), date(2026, 10, 25)):
        assert any(abs(day - change) <= timedelta(days=3) for day in sent)


def test_addresses_and_telephone_numbers_belong_to_nobody(written: Written) -> None:
    texts = [text_of(written.parsed(label)) + str(written.parsed(label)["Subject"]) for label in written.labels]
    known = json.dumps(written.people, ensure_ascii=False)

    for text in [*texts, known]:
        assert _belong_to_nobody(text)


@pytest.mark.parametrize("told", sorted(Path(__file__).parent.glob("*.toml")), ids=lambda path: path.stem)
def test_so_do_those_of_every_mail_that_is_told(told: Path) -> None:
    """Of the sets that are too large to write for this."""
    people, mails = load(told)
    said = (f"{mail.who}\n{mail.subject}\n{mail.text}" for mail in mails)
    assert all(map(_belong_to_nobody, [*said, json.dumps(people, ensure_ascii=False)]))


def test_no_text_is_in_both_halves(tmp_path: Path) -> None:
    texts = [
        {mail.newest_text for mail in half(name)[1] if len(mail.newest_text) > 30} for name in ("first", "second")
    ]

    assert not texts[0] & texts[1]


def _belong_to_nobody(text: str) -> bool:
    addresses = re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text)
    numbers = re.findall(r"(?<![\d/-])(?:\+44|0)[\d ]{8,13}\d", text)
    bare = {each.replace(" ", "").replace("+44", "0") for each in numbers}
    return all(map(RESERVED.search, addresses)) and all(DRAMA.fullmatch(each) or each in SHORT_CODES for each in bare)


def ref_of(visit: dict[str, Any]) -> str | None:
    """The reference of a client in `visits`, if it is called by reference."""
    named: str = visit["client_ref_or_name"]
    return named if any(sign.isdigit() for sign in named) else None


def text_of(message: EmailMessage) -> str:
    """All the words of its text parts, without tags."""
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    return "\n".join(unescape(re.sub(r"<[^>@]*>", "\n", _content(part))) for part in parts)


def _content(part: EmailMessage) -> str:
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    return raw.decode(part.get_content_charset("utf-8"))


def one_line(text: str) -> str:
    """With white space and soft line breaks collapsed."""
    return " ".join(text.split())

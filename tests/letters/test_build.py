"""Mails as bytes: read back with the standard library's parser, and nothing smuggled into a header."""

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import parseaddr
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import GiveUp
from mailbot.letters.build import LONGEST, Attached, build, one_line, subject_with
from tests.letters.help import mail, read_back

NASTY = st.text(st.one_of(st.sampled_from('\r\n\0\t \x0b\x85\u2028=?<>",;:@\\é£'), st.characters()), max_size=120)
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version",
    "Content-Type",
]  # fmt: skip


def parts(**changes: object) -> list[str]:
    """Text and HTML as a mail program shows them."""
    return [shown(part) for part in read_back(mail(**changes)).walk() if not part.is_multipart()]


def shown(part: Message | None) -> str:
    """A part's text with plain line ends."""
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_mail_has_text_and_html_and_says_that_it_is_automatic() -> None:
    message = read_back(mail(token="tok", reply_to="visits+tok@example.org"))
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Subject"] == "Your visit: noted [ref tok]"
    assert message["Reply-To"] == "Harbour Visitors <visits+tok@example.org>"
    assert message["Message-ID"] == "<abc@example.org>"
    assert message["Date"].datetime == datetime(2026, 5, 12, 14, 35, tzinfo=UTC)
    assert message["Precedence"] is None
    assert not message.defects


def test_an_answer_says_what_it_answers() -> None:
    message = read_back(
        mail(is_reply=True, in_reply_to="<q@example.com>", references=("<p@example.com>", "<q@example.com>"))
    )
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["In-Reply-To"] == "<q@example.com>"
    assert message["References"].split() == ["<p@example.com>", "<q@example.com>"]


def test_bounces_and_out_of_office_notes_are_not_suppressed() -> None:
    suppressed = read_back(mail())["X-Auto-Response-Suppress"].split(", ")
    assert not {"All", "NDR", "OOF"} & set(suppressed)


def test_the_same_mail_is_always_the_same_bytes() -> None:
    assert build(mail()) == build(mail())


@given(NASTY, NASTY, NASTY, st.lists(NASTY, max_size=3))
def test_no_value_smuggles_a_header(name: str, subject: str, answered: str, references: list[str]) -> None:
    sent = mail(
        from_name=name,
        to=((name, "ann@example.org"),),
        subject=subject,
        in_reply_to=answered,
        references=tuple(references),
        is_reply=True,
    )
    raw = build(sent)
    assert raw.isascii()
    message = read_back(sent)
    assert [key for key in message if key not in ("In-Reply-To", "References")] == HEADERS
    assert message["From"].addresses[0].addr_spec == "visits@example.org"
    assert [each.addr_spec for each in message["To"].addresses] == ["ann@example.org"]


@given(NASTY)
def test_a_subject_arrives_as_it_was_meant(subject: str) -> None:
    assert read_back(mail(subject=subject))["Subject"] == one_line(subject)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=80))
def test_a_display_name_arrives_as_it_was_meant(name: str) -> None:
    # The newer policy of Python 3.11 puts a blank between encoded words of a name, against RFC 2047, section 6.2.
    to = message_from_bytes(build(mail(to=((name, "ann@example.org"),))))["To"]
    arrived = str(make_header(decode_header(parseaddr(to)[0])))
    assert arrived == one_line(name)


@given(NASTY, st.integers(1, 30))
def test_lines_end_in_crlf_and_none_is_too_long(text: str, times: int) -> None:
    raw = build(
        mail(text=text * times, html=text * times, subject=text * times, to=((text, "ann@example.org"),) * times)
    )
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert max(map(len, raw.split(b"\r\n"))) <= LONGEST
    head = raw.partition(b"\r\n\r\n")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 100


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_text_and_html_arrive_as_they_were_written(line: str) -> None:
    assert parts(text=f"Dear Ann,\n{line}\nend\n", html=f"<p>{line}</p>") == [
        f"Dear Ann,\n{line}\nend\n",
        f"<p>{line}</p>\n",
    ]


def test_pounds_accents_and_other_scripts_arrive() -> None:
    message = read_back(
        mail(subject="Deine £3 – schön", to=(("Zoë Ünal, BA", "zoe@example.org"),), text="£3.40 für Zoë\nسلام")
    )
    assert message["Subject"] == "Deine £3 – schön"
    assert message["To"].addresses[0].display_name == "Zoë Ünal, BA"
    assert shown(message.get_body(("plain",))) == "£3.40 für Zoë\nسلام\n"


def test_many_recipients_are_folded_and_all_there() -> None:
    many = tuple((f"Volunteer number {i}", f"volunteer{i}@example.org") for i in range(60))
    message = read_back(mail(to=many, cc=many[:2]))
    assert [each.addr_spec for each in message["To"].addresses] == [address for _, address in many]
    assert len(message["Cc"].addresses) == 2


def test_an_endless_thread_keeps_its_first_and_its_newest_references() -> None:
    ids = tuple(f"<{i}@example.com>" for i in range(100))
    kept = read_back(mail(references=ids))["References"].split()
    assert (kept[0], kept[-1], len(kept)) == (ids[0], ids[-1], 13)


@pytest.mark.parametrize(
    "address", ["", "ann", "a b@example.org", "a@example.org\r\nBcc: b@example.org", "a@b>, <c@d", "é@example.org"]
)
def test_an_address_that_cannot_stand_in_a_header_is_refused_without_being_named(address: str) -> None:
    with pytest.raises(GiveUp) as caught:
        build(mail(to=(("Ann", address),)))
    assert "example.org" not in str(caught.value)


def test_a_message_id_that_is_none_is_refused() -> None:
    with pytest.raises(GiveUp, match="Message-ID"):
        build(mail(message_id="abc\r\nX: y"))


def test_an_attached_message_arrives_byte_by_byte() -> None:
    raw = bytes(range(256)) * 40
    message = read_back(mail(attached=(Attached('mess"age\r\n.eml', raw),)))
    (attached,) = message.iter_attachments()
    assert attached.get_content() == raw
    assert attached.get_filename() == "mess-age-.eml"
    assert shown(message.get_body(("plain",))) == "Dear Ann,\n\nNoted.\n"


def test_the_reference_stands_at_the_end_of_the_subject() -> None:
    assert subject_with("Noted\r\n", "tok") == "Noted [ref tok]"
    assert subject_with("Noted", None) == "Noted"


def test_a_mail_is_built_within_its_time() -> None:
    sent = mail(
        text="A line of a letter of ours.\n" * 15, html="<p>A line of a letter of ours.</p>\n" * 30, token="tok"
    )
    took = []
    for _ in range(300):
        began = perf_counter()
        build(sent)
        took.append(perf_counter() - began)
    assert min(took) < 0.0004

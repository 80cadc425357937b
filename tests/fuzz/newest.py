"""The newest text: lines of the mail in their order, nothing lost between it and the quote, no typed word cut."""

from collections import Counter

from mailbot.reading.decode import tidy
from mailbot.reading.message import Message, Text
from mailbot.reading.newest import split
from tests.fuzz.built_replies import Reply
from tests.fuzz.draw import BUILT, Draw, within_limit

SUBJECTS = ("Re: Your visit", "Fwd: Your visit", "Tuesday")
DICTIONARY = (
    *(
        b"> ",
        b"\n> ",
        b"On 11/05/2026 08:05, Team <bot@example.org> wrote:\n",
        b"\nFrom: a@example.org\n",
        b"\nTo: b\n",
    ),
    *(
        b"\nSent: Monday, 4 May 2026 10:00\n",
        b"\nSubject: c\n",
        b"-----Original Message-----\n",
        b"\n-- \n",
        b"\n--\n",
    ),
    *(b"Sent from my iPhone", b"---------- Forwarded message ---------\n", b"\n________________________________\n"),
    *(
        b"PS ",
        b"Le 4 mai 2026",
        b"a \xc3\xa9crit :",
        b"Am 04.05.2026 um 10:00 schrieb",
        b"see my answers below",
        b":\n",
    ),
    *(
        b"Dora Vale",
        b"Team Leader",
        b"01632 960123",
        b"This email is confidential",
        b"intended solely for",
        b">From ",
    ),
    *(
        b"Begin forwarded message:\n",
        b"--- End forwarded message ---\n",
        b"\xe2\x80\xa8",
        b"\xc2\xa0",
        b"\t",
        b"    ",
    ),
)


def check(data: bytes) -> None:
    subject = SUBJECTS[data[0] % len(SUBJECTS)] if data else ""
    if data[:1] == bytes([BUILT]):
        reply = Reply(Draw(data[1:]))
        within_limit(reply.text.encode(), lambda raw: _read(raw, reply.subject))
        reply.is_split(split(message(reply.text, reply.subject)))
    else:
        within_limit(data, lambda raw: _read(raw, subject))


def message(text: str, subject: str) -> Message:
    """A mail from Dora Vale with nothing but a text and a subject."""
    return Message(None, None, (), subject, "dora.vale@example.org", "Dora Vale", (), (), None, text)


def _read(raw: bytes, subject: str) -> None:
    text = tidy(raw.decode("utf-8", "replace"))
    found = split(message(text, subject))
    _is_in_order(found.newest, text)
    _loses_nothing(found, text)


def _is_in_order(newest: str, text: str) -> None:
    lines = iter(line.rstrip().removeprefix(">").strip() for line in text.split("\n"))
    for wanted in newest.split("\n"):
        assert not wanted.strip() or wanted.strip() in lines, f"{wanted!r} is no line of the mail, or out of order"


def _loses_nothing(found: Text, text: str) -> None:
    kept = Counter(f"{found.newest}\n{found.quoted}".replace(">", " ").split())
    assert kept == Counter(text.replace(">", " ").split()), "words are in neither the newest text nor the quote"

"""Which message has its turn first, by its first bytes: whatever the recogniser would find, wherever it is cut."""

import base64
import quopri
import random
import time
from collections.abc import Collection, Iterator
from functools import cache
from html import escape
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import corpus
from mailbot.events import Lane
from mailbot.post.starts import START_BYTES
from mailbot.reading.glance import glance
from mailbot.reading.words.phrases import expression
from mailbot.roll import Roll
from mailbot.scheme import Scheme
from mailbot.triage import Place, triage, turn_of
from tests import story
from tests.reading.mails import mail, part, parts
from tests.reading.speaking import harm

HARM = "There was bruising on his arm and he seemed frightened."
CALM = "He was in good spirits and we had tea. The new hearing aid is helping."
QUOTE = f"\n\nOn Mon, 4 May 2026 at 09:00, Visits <{story.BOT}> wrote:\n> If anybody is in danger, call 999 first.\n"


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scheme]:
    told = story.begin(tmp_path_factory.mktemp("scheme"))
    yield told.scheme
    told.scheme.database.close()


def turn(scheme: Scheme, start: bytes, alerts: Collection[str] = ()) -> Place:
    """Its turn, among the people of the stories."""
    return turn_of(scheme, scheme.database.read(scheme.roll), start, alerts)


def coded(text: str, charset: str = "utf-8", kind: str = "plain") -> bytes:
    """In base64."""
    head = {"Content_Type": f"text/{kind}; charset={charset}", "Content_Transfer_Encoding": "base64"}
    return mail(base64.encodebytes(text.encode(charset)), **head)


@pytest.mark.parametrize(
    "raw",
    [
        mail(HARM),
        mail(CALM, Subject="Urgent: please ring"),
        mail(CALM, Subject="=?utf-8?b?" + base64.b64encode(HARM.encode()).decode() + "?="),
        mail(HARM + QUOTE),
        coded(HARM),
        coded(HARM, "utf-16"),
        coded("Він не хоче жити", "koi8-u"),
        coded(f"<html><style>{'p{margin:0}' * 900}</style><p>{HARM}</p>", kind="html"),
        mail(f"<p>{escape(HARM).replace('bruising', 'brui<b>sing</b>')}".replace("<b>", "").replace("</b>", "")),
        mail(quopri.encodestring(HARM.encode() * 3), Content_Transfer_Encoding="quoted-printable"),
        parts("mixed", part(CALM), part(HARM)),
        parts("mixed", part(CALM), part(f"Subject: Fwd\nContent-Type: text/plain\n\n{HARM}", "message/rfc822")),
        parts("alternative", part("See the HTML part."), part(f"<p>{HARM}", "text/html")),
        parts("mixed", part("x" * 4000, "image/png"), part(HARM)),
        parts("encrypted", part("Version: 1", "application/pgp-encrypted")),
        mail(HARM, Content_Type="multipart/mixed; boundary=nowhere"),
        mail(HARM, Content_Type='text/plain; charset="no-such-charset"'),
        mail("Safeguarding form\nUrgency: urgent\nClient: H-04\n"),
        mail("Worries: his hands\n"),
        mail("Colin hit Marek on Friday.\n"),
        coded("She told me that Samira was beaten again."),
        mail("NOT OK\n\n> If you are back, reply HOME SAFE. If you are not safe, reply NOT OK.\n"),
        mail(f"Fwd:\n\nOn Mon, Ana <ana@example.com> wrote:\n> {HARM}\n"),
    ],
)
@pytest.mark.duty("C1")
def test_a_sign_of_harm_is_seen_in_the_first_bytes(scheme: Scheme, raw: bytes) -> None:
    assert turn(scheme, raw[:START_BYTES]) is Place.NOW


@pytest.mark.parametrize(
    "raw",
    [
        mail(CALM),
        mail(CALM + QUOTE),
        mail(
            "Yes, all fine.\n\nFrom: Visits <" + story.BOT + ">\nSent: Monday\nSubject: V\n\nIn danger? Call 999.\n"
        ),
        mail("Client: H-04\nOutcome: took place\nWorries: none\nUrgency: no\n"),
        mail("The rain beat down and we shook hands.\n"),
        mail(HARM, Auto_Submitted="auto-replied"),
        parts("mixed", part(CALM), part(HARM, Content_Disposition="attachment; filename=a.txt")),
    ],
)
def test_routine_mail_and_our_own_words_coming_back_are_not_first(scheme: Scheme, raw: bytes) -> None:
    assert turn(scheme, raw) is not Place.NOW


def test_what_stands_far_behind_is_not_seen_and_has_its_turn_as_it_came(scheme: Scheme) -> None:
    raw = mail("> He said so.\n" * 3000 + HARM)
    assert raw.index(HARM.encode()) > START_BYTES
    assert turn(scheme, raw[:START_BYTES]) is Place.IN_ORDER
    assert triage(scheme, scheme.database.read(scheme.roll), raw).lane is Lane.CONCERN


def test_an_answer_to_an_alert_is_first_and_a_token_of_nobody_is_not(scheme: Scheme) -> None:
    token = scheme.tokens.make("abcdefgh")
    raw = mail("ack", In_Reply_To=f"<{token}@{story.BOT.partition('@')[2]}>")
    assert turn(scheme, raw, {"abcdefgh"}) is Place.NOW
    assert turn(scheme, raw, {"hgfedcba"}) is Place.IN_ORDER
    assert turn(scheme, raw.replace(token.encode(), token.encode()[::-1]), {"abcdefgh"}) is Place.IN_ORDER


@cache
def phrases() -> tuple[str, ...]:
    """Every phrase of harm, as an expression."""
    signs = (e for e in harm() if e.category not in ("idiom",) and " " not in e.category)
    return tuple(expression(phrase, e.language) for e in signs for phrase in e.phrases)


CUTS = st.sampled_from(("plain", "coded", "quoted-printable", "html", "mixed", "forwarded", "flowed"))


def wrapped(how: str, text: str) -> bytes:
    """The text as a mail in one of many forms."""
    match how:
        case "coded":
            return coded(text)
        case "quoted-printable":
            return mail(quopri.encodestring(text.encode()), Content_Transfer_Encoding="quoted-printable")
        case "html":
            return mail(f"<div>{escape(text)}</div>", Content_Type="text/html; charset=utf-8")
        case "mixed":
            return parts("mixed", part(text), part("x" * 500, "image/png"))
        case "forwarded":
            return parts("mixed", part("Please see."), part(f"Subject: a\n\n{text}", "message/rfc822"))
        case "flowed":
            return mail(text.replace(" ", " \n"), Content_Type="text/plain; format=flowed; charset=utf-8")
    return mail(text)


@settings(deadline=None)
@given(data=st.data())
def test_whatever_the_whole_recogniser_finds_is_seen_at_a_glance(scheme: Scheme, data: st.DataObject) -> None:
    words = data.draw(st.from_regex(data.draw(st.sampled_from(phrases())), fullmatch=True))
    before, after = (data.draw(st.lists(st.sampled_from((*CALM.split(), "\n", "no")), max_size=9)) for _ in "ab")
    raw = wrapped(data.draw(CUTS), " ".join((*before, words, *after)))
    if triage(scheme, scheme.database.read(scheme.roll), raw).lane is Lane.CONCERN:
        assert turn(scheme, raw) is Place.NOW


def test_phrases_of_the_whole_vocabulary_are_seen_at_a_glance(scheme: Scheme) -> None:
    dice, seen = random.Random(5), 0
    for entry in (e for e in harm() if e.category != "idiom" and " " not in e.category):
        for phrase in entry.phrases:
            if set(phrase) & set("{}…(*") or dice.random() > 0.1:
                continue
            text = f"{CALM} {phrase.upper() if dice.random() < 0.2 else phrase}. {CALM}"
            if scheme.scanner.scan(text):
                seen += 1
                assert turn(scheme, wrapped(dice.choice(("plain", "coded", "html", "mixed")), text)) is Place.NOW
    assert seen > 200


def test_no_concern_of_the_corpus_waits_and_nothing_else_comes_before_it(scheme: Scheme) -> None:
    of_corpus: Any = SimpleNamespace(scanner=scheme.scanner, tokens=scheme.tokens, own_address=corpus.OURS)
    turns = [(letter.kind, turn_of(of_corpus, Roll(), letter.raw[:START_BYTES])) for letter in corpus.letters(150)]
    assert {turn for kind, turn in turns if kind == "concern"} == {Place.NOW}
    assert sum(turn is Place.NOW for kind, turn in turns if kind != "concern") == 0


SAMPLES = (
    parts("alternative", part(HARM), part(f"<p>{HARM}</p>", "text/html")),
    coded(HARM * 20),
    coded(HARM, "utf-16"),
    parts("mixed", part("é" * 40, "text/plain; charset=gb2312"), part("a\n\nb", "message/rfc822")),
    mail("=E2=82=AC =\n=" * 9, Content_Transfer_Encoding="quoted-printable", Subject="=?utf-8?q?=E2=82?="),
    next(corpus.letters(1)).raw,
)


@settings(deadline=None)
@given(raw=st.sampled_from(SAMPLES), at=st.floats(0, 1), noise=st.binary(max_size=30))
def test_a_mail_cut_anywhere_is_looked_at_without_a_word(scheme: Scheme, raw: bytes, at: float, noise: bytes) -> None:
    cut = raw[: int(len(raw) * at)]
    assert turn(scheme, cut) in Place
    assert turn(scheme, cut + noise) in Place


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_looked_at(raw: bytes) -> None:
    assert glance(raw).by_machine in (True, False)


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: message/rfc822\n\n" * 1000,
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(700)),
        b"Subject: " + b"=?utf-8?b?" * 3000,
        b"Content-Type: text/html\n\n" + b"<!--" * 8000,
        b"Content-Type: text/html\n\n" + b"<style <" * 4000,
        b" boundary=a" * 2900,
        b"\n" * START_BYTES,
        b"\n> a" * 8000,
        b"Content-Transfer-Encoding: base64\n\n" + b"= " * 16000,
    ],
)
def test_nothing_takes_long(scheme: Scheme, raw: bytes) -> None:
    began = time.process_time()
    turn(scheme, raw[:START_BYTES])
    assert time.process_time() - began < 1.0


@pytest.mark.duty("C1")
def test_harm_to_somebody_of_the_roll_by_name_takes_the_lane_for_concerns(scheme: Scheme) -> None:
    roll = scheme.database.read(scheme.roll)
    assert triage(scheme, roll, mail("Colin hit Marek on Friday.\n")).lane is Lane.CONCERN
    assert triage(scheme, roll, mail("Marek was not hit by anybody, we played chess.\n")).lane is Lane.ORDINARY

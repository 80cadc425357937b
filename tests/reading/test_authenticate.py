"""Only our own server's verdict says who wrote."""

import pytest

from mailbot.events import Trust
from mailbot.reading.authenticate import authenticate
from mailbot.reading.message import Sender
from mailbot.roll import Person, Role, Roll
from tests.reading.mails import read

OURS = "mx.scheme.example.org"
DORA = Person(1, "Dora Vale", "dora.vale@example.org", roles=frozenset({Role.VISITOR}), also_known_as="Dodo Vale")
JAN = Person(2, "Jan Mills", "jan.mills@example.net", roles=frozenset({Role.COORDINATOR}))
ROLL = Roll((DORA, JAN))


def sender(sent_by: str = "Dora Vale <dora.vale@example.org>", verdict: str = f"{OURS}; dmarc=pass") -> Sender:
    return authenticate(read("x", From=sent_by, Authentication_Results=verdict), OURS, ROLL)


def test_our_servers_pass_verifies_somebody_on_the_roll() -> None:
    assert sender() == Sender("dora.vale@example.org", DORA, frozenset({Role.VISITOR}), Trust.VERIFIED)


@pytest.mark.parametrize(
    ("verdict", "trust"),
    [
        (
            f"{OURS}; spf=pass smtp.mailfrom=a@b.example; dkim=pass; dmarc=pass header.from=example.org",
            Trust.VERIFIED,
        ),
        (f"{OURS.upper()}; dmarc=PASS (p=none dis=none) header.from=Example.ORG", Trust.VERIFIED),
        (f"{OURS}; spf=pass smtp.mailfrom=dora.vale@example.org; dkim=pass; dmarc=fail", Trust.FAILED),
        (f"{OURS}; dmarc=pass; dmarc=fail", Trust.FAILED),
        (f"{OURS}; dmarc=none", Trust.UNVERIFIED),
        (f"{OURS}; spf=pass; dkim=pass", Trust.UNVERIFIED),
        (f"{OURS}; dmarc=pass header.from=other.example", Trust.UNVERIFIED),
        (f"{OURS}; none", Trust.UNVERIFIED),
        (f"{OURS}; DMARC=pass header.from=example.org", Trust.UNVERIFIED),
        (f"{OURS}; DMARC=fail", Trust.FAILED),
        ("mx.evil.example; dmarc=pass", Trust.UNVERIFIED),
        ("mx.evil.example; dmarc=fail", Trust.UNVERIFIED),
        (f"{OURS}.evil.example; dmarc=pass", Trust.UNVERIFIED),
        (f"{OURS}; dmarc=pass; ((((", Trust.UNVERIFIED),
        ("", Trust.UNVERIFIED),
        ("((((" * 3000, Trust.UNVERIFIED),
    ],
)
def test_verdicts(verdict: str, trust: Trust) -> None:
    assert sender(verdict=verdict).trust is trust


def test_a_header_further_down_is_never_believed() -> None:
    below = f"mx.evil.example; dmarc=none\r\nAuthentication-Results: {OURS}; dmarc=pass"
    assert sender(verdict=below).trust is Trust.UNVERIFIED
    forged = f"{OURS}; dmarc=fail\r\nAuthentication-Results: {OURS}; dmarc=pass"
    assert sender(verdict=forged).trust is Trust.FAILED


def test_an_encoded_word_in_the_verdict_is_not_decoded() -> None:
    assert (
        sender(verdict=f"{OURS}; spf=none smtp.mailfrom==?us-ascii?Q?x=3B_dmarc=3Dpass?=").trust is Trust.UNVERIFIED
    )


@pytest.mark.parametrize(
    "sent_by",
    [
        "Dora Vale <dora.vale@example.org>, Jan Mills <jan.mills@example.net>",
        "dora.vale@example.org\r\nFrom: jan.mills@example.net",
        "<dora.vale@example.org> <jan.mills@example.net>",
        "Dora Vale",
        "undisclosed-recipients:;",
        "",
    ],
)
def test_several_senders_or_none_are_nobody(sent_by: str) -> None:
    found = sender(sent_by)
    assert (found.person, found.roles, found.trust) == (None, frozenset(), Trust.UNVERIFIED)


@pytest.mark.parametrize(
    "sent_by",
    [
        "=?utf-8?q?Vale=2C_Dora?= <dora.vale@example.org>",
        "DORA.VALE@EXAMPLE.ORG",
        '"a@b.example" <dora.vale@example.org>',
    ],
)
def test_one_address_in_odd_clothes_is_still_one(sent_by: str) -> None:
    assert sender(sent_by).person == DORA


def test_a_stranger_may_be_verified_but_is_nobody_we_know() -> None:
    found = sender("Kit Lowe <kit.lowe@example.com>")
    assert (found.person, found.trust) == (None, Trust.VERIFIED)


@pytest.mark.parametrize(
    "sent_by",
    [
        "Dora Vale <kit@example.com>",
        "VALE, Dora <kit@example.com>",
        "Dóra  Vale <kit@example.com>",
        "Dodo Vale <kit@example.com>",
        '"dora.vale@example.org" <kit@example.com>',
        "D <dora.vaie@example.org>",
        "D <dora.val@example.org>",
        "D <dora.vaale@example.org>",
        "D <dora.avle@example.org>",
        "D <dora.vale@exarnple.org>",
        "D <dora.vale@exampel.org>",
        "D <dora.vale@example.com>",
        "D <dora.vale@example.org.evil.example>",
        "D <dora.vale@ex-ample.org>",
        "D <dora.vale@xn--xample-9uf.org>",
    ],
)
def test_whoever_dresses_up_as_somebody_we_know_has_failed(sent_by: str) -> None:
    found = sender(sent_by)
    assert (found.person, found.trust) == (None, Trust.FAILED)


@pytest.mark.parametrize(
    "sent_by",
    ["Dora Lane <dora.lane@example.com>", "Dora <d@example.com>", "dora.vale@other-charity.example", "x@example.org"],
)
def test_somebody_merely_similar_has_not(sent_by: str) -> None:
    assert sender(sent_by).trust is Trust.VERIFIED

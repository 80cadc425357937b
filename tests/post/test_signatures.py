"""DKIM checked with keys of our own and records that we hold ourselves."""

import base64
import subprocess

import dkim
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.post.signatures import is_aligned, is_signed_by

MAIL = b"From: Hana <hana@example.com>\r\nTo: visits@example.org\r\nSubject: Visit\r\n\r\nIt took place.\r\n"


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    """A private key, and the record that publishes its public half."""
    path = tmp_path_factory.mktemp("key") / "key.pem"
    subprocess.run(["openssl", "genrsa", "-traditional", "-out", str(path), "2048"], check=True, capture_output=True)
    public = subprocess.run(
        ["openssl", "rsa", "-in", str(path), "-pubout", "-outform", "DER"], check=True, capture_output=True
    ).stdout
    return path.read_bytes(), b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def signed(key, domain=b"example.com", raw=MAIL, **more):
    return dkim.sign(raw, b"s1", domain, key[0], **more) + raw


def published(key, domain="example.com"):
    """A DNS that holds one record."""
    return lambda name: key[1] if name.rstrip(".") == f"s1._domainkey.{domain}" else None


def test_a_valid_signature_of_the_senders_own_domain_vouches_for_them(key):
    assert is_signed_by(signed(key), "example.com", published(key))


def test_a_mail_without_a_signature_is_vouched_for_by_nobody(key):
    assert not is_signed_by(MAIL, "example.com", published(key))


def test_a_changed_mail_is_not_vouched_for(key):
    assert not is_signed_by(signed(key).replace(b"took place", b"was missed"), "example.com", published(key))


def test_a_changed_from_line_is_not_vouched_for(key):
    forged = signed(key).replace(b"hana@example.com", b"ivan@example.com")
    assert not is_signed_by(forged, "example.com", published(key))


def test_somebody_elses_signature_does_not_vouch(key):
    raw = signed(key, b"example.net")
    assert not is_signed_by(raw, "example.com", published(key, "example.net"))


def test_a_key_that_nobody_publishes_vouches_for_nothing(key):
    assert not is_signed_by(signed(key), "example.com", lambda name: None)


def test_rubbish_in_the_dns_or_in_the_signature_is_no_signature(key):
    assert not is_signed_by(signed(key), "example.com", lambda name: b"v=DKIM1; p=%%%")
    assert not is_signed_by(
        b"DKIM-Signature: v=1; a=rsa-sha256; b=\xff\xfe\r\n" + MAIL, "example.com", published(key)
    )


def test_another_mailboxs_signature_beside_a_good_one_does_no_harm(key):
    raw = b"DKIM-Signature: v=1; nonsense\r\n" + signed(key)
    assert is_signed_by(raw, "example.com", published(key))


@pytest.mark.parametrize(
    ("signer", "domain", "vouches"),
    [
        ("example.com", "example.com", True),
        ("example.com", "mail.example.com", True),
        ("mail.example.com", "example.com", False),
        ("com", "example.com", False),
        ("ample.com", "example.com", False),
    ],
)
def test_a_domain_may_vouch_for_itself_and_for_those_below_it(signer, domain, vouches):
    assert is_aligned(signer, domain) is vouches


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(junk):
    assert not is_signed_by(b"DKIM-Signature: " + junk + b"\r\n" + MAIL, "example.com", lambda name: None)

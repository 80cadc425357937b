from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.addresses import checked_address, lookalike
from mailbot.settings.values import parse_duration


def refusal(check: Callable[[Any], object], value: object) -> str | None:
    try:
        check(value)
    except ValueError as error:
        return str(error)
    return None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15 minutes", timedelta(minutes=15)),
        ("1 hour", timedelta(hours=1)),
        ("2 days", timedelta(days=2)),
        ("1 week", timedelta(weeks=1)),
    ],
)
def test_a_duration_is_read_as_it_is_said(text: str, meant: timedelta) -> None:
    assert parse_duration(text) == meant


@given(st.one_of(st.text(), st.integers(), st.none(), st.floats()))
def test_whatever_else_is_no_duration_is_refused_with_words(value: object) -> None:
    assert (refusal(parse_duration, value) or "must be a duration").startswith("must be a duration")


@given(st.text())
def test_an_address_is_taken_or_refused_without_being_repeated(text: str) -> None:
    said = "is not a mail address: write it as name@example.org, in plain letters"
    assert refusal(checked_address, text) in (None, said)


@pytest.mark.parametrize(
    "text", ["a@example.org\r\nBcc: b@example.org", "Ada <a@example.org>", "a@exämple.org ", "a@b"]
)
def test_an_address_cannot_smuggle_anything(text: str) -> None:
    with pytest.raises(ValueError, match="is not a mail address"):
        checked_address(text)


@pytest.mark.parametrize("domain", ["gmial.com", "gmal.com", "gmaill.com", "gmeil.com", "mail.com", "gmail.co"])
def test_a_domain_one_letter_from_another_is_seen(domain: str) -> None:
    assert lookalike(domain, ["gmail.com", "nhs.net"]) == "gmail.com"


def test_a_syllable_too_many_in_a_long_domain_is_seen() -> None:
    assert lookalike("exampleshehelp.example.net", ["exampleshelp.example.net"]) == "exampleshelp.example.net"


@pytest.mark.parametrize("domain", ["gmail.com", "example.org", "gmai.co", "ail.com"])
def test_other_domains_are_not_mistaken(domain: str) -> None:
    assert lookalike(domain, ["gmail.com", "nhs.net"]) is None

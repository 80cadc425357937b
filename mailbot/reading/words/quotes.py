"""Whose words are quoted: our own prompt, which a short answer answers, or somebody else's text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import getaddresses

from mailbot.reading.message import Draft

_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_HEADING = re.compile(
    r"^\W{0,3}(?:from|de|von|da|od|van|från)[ *]*:.*@"
    r"|@[^\s>]+>?\)?[^\n@]{0,30}:\s*$"
    r"|(?:wrote|escribió|napisał\(a\)|schrieb|a écrit|ha scritto|escreveu)\s*:?\s*$"
    r"|^-{2,}\s*(?:original|forwarded) message",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"^\W{0,3}(?:sent|to|cc|date|subject|reply-to|an|para|a|enviado|asunto|gesendet|betreff)[ *]*:", re.IGNORECASE
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch under one heading, without marks and header lines; `ours` if the heading names us."""

    ours: bool
    text: str


def quotes(draft: Draft) -> tuple[Quote, ...]:
    """The quoted part of a message, cut at its headings. Text under no heading is nobody's, so not ours."""
    found: list[Quote] = []
    ours, lines = False, list[str]()
    for line in (_MARKS.sub("", raw) for raw in draft.text.quoted.splitlines()):
        if _HEADING.search(line):
            found.append(Quote(ours, "\n".join(lines)))
            ours, lines = _names_us(line, draft), []
        elif not (_HEADER.match(line) and len(lines) == 0):
            lines.append(line)
    found.append(Quote(ours, "\n".join(lines)))
    return tuple(quote for quote in found if quote.text.strip())


def our_prompt(draft: Draft) -> str:
    """The newest text of ours that the message quotes, or ''."""
    return next((quote.text for quote in quotes(draft) if quote.ours), "")


def _names_us(heading: str, draft: Draft) -> bool:
    addresses = [address.casefold() for address in _ADDRESS.findall(heading)]
    own = draft.around.own_address.casefold()
    if addresses:
        return own in addresses
    return any(name and name in heading for name in _own_names(draft, own))


def _own_names(draft: Draft, own: str) -> Iterable[str]:
    """What the message itself calls our address: Thunderbird's attribution gives only that name."""
    headers = draft.message.headers
    pairs = getaddresses([*headers.get("to", ()), *headers.get("cc", ())])
    return {name for name, address in pairs if address.casefold() == own}

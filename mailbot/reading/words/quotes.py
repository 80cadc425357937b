"""Whose words are quoted: our own prompt, which a short answer answers, or somebody else's text."""

import re
from dataclasses import dataclass
from email.utils import getaddresses

from mailbot.expressions import lazy
from mailbot.reading.message import Draft, Message

_MARKS = lazy(r"^[ \t]*(?:>[ \t]?)*")  # Yahoo marks a quote by indenting it
_HEADING = lazy(
    r"^\W{0,3}(?:from|de|von|da|od|van|från)[ *]*:.*@"
    r"|@[^\s>]+>?\)?[^\n@]{0,90}[:：]\W*$"
    r"|(?:wrote|escribió|napisał\(a\)|schrieb|a écrit|ha scritto|escreveu|pisze|пишет|пише|skrev|schreef)\s*:?\s*$"
    r"|\d[^\n@]{0,40}\b(?:schrieb|schreef|skrev) [^\n@:]{1,60}:\s*$"
    r"|^-{2,}\s*(?:original|forwarded) message",
    re.IGNORECASE,
)
_HEADER = lazy(
    r"^\W{0,3}(?:sent|to|cc|date|subject|reply-to|an|para|a|enviado|asunto|gesendet|betreff)[ *]*:", re.IGNORECASE
)
# Outlook's "From: Friends <…>" and what it puts below, in any language.
_FROM_SOMEBODY = lazy(
    r"^\W{0,3}[^\W\d_][^\W\d_ ]{0,15}(?: [^\W\d_]{1,6})?[ *]*[:：][ *]*[^<>]{0,80}<[^<>\s]+@[^<>\s]+>\W*$"
)
_LABELLED = lazy(r"^\W{0,3}[^\W\d_][\w ]{0,24}[ *]*[:：]")
_ADDRESS = lazy(r"[\w.+-]+@[\w.-]+\w")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch under one heading, without marks and header lines; `ours` if the heading names us."""

    ours: bool
    text: str
    heading: str = ""


def quotes(draft: Draft) -> tuple[Quote, ...]:
    """The quoted part of a message, cut at its headings. Text under no heading is nobody's, so not ours."""
    return draft.once("quotes", _quotes)


def _quotes(draft: Draft) -> tuple[Quote, ...]:
    return quotes_in(draft.text.quoted, draft.message, draft.around.own_address)


def quotes_in(quoted: str, message: Message, own_address: str) -> tuple[Quote, ...]:
    """The same of the quoted part of that message, where nothing else of it has been read."""
    if not quoted.strip():
        return ()
    named = (*message.headers.get("to", ()), *message.headers.get("cc", ()))
    return _cut(quoted, own_address.casefold(), named)


def _cut(quoted: str, own: str, named: tuple[str, ...]) -> tuple[Quote, ...]:
    found: list[Quote] = []
    own_names = _own_names(named, own)
    ours, lines, heading = False, list[str](), ""
    for line in (_MARKS.sub("", raw) for raw in quoted.splitlines()):
        if heading and not lines and _FROM_SOMEBODY.match(heading.partition("\n")[0]) and _LABELLED.match(line):
            heading += f"\n{line}"
        elif _HEADING.search(line) or _FROM_SOMEBODY.match(line):
            found.append(Quote(ours, "\n".join(lines), heading))
            ours, lines, heading = _names_us(line, own, own_names), [], line
        elif _HEADER.match(line) and not any(map(str.strip, lines)):
            heading += f"\n{line}"
        else:
            lines.append(line)
    found.append(Quote(ours, "\n".join(lines), heading))
    return tuple(quote for quote in found if quote.text.strip())


def our_prompt(draft: Draft) -> str:
    """The newest text of ours that the message quotes, or ''."""
    return next((quote.text for quote in quotes(draft) if quote.ours), "")


def _names_us(heading: str, own: str, own_names: frozenset[str]) -> bool:
    addresses = [address.casefold() for address in _ADDRESS.findall(heading)]
    return own in addresses if addresses else any(name in heading for name in own_names)


def _own_names(named: tuple[str, ...], own: str) -> frozenset[str]:
    """What the message's To and Cc call our address: Thunderbird's attribution gives only that name."""
    return frozenset(name for name, address in getaddresses(named) if name and address.casefold() == own)

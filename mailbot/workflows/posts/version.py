"""The same post without what identifies somebody, and what a person should look at all the same (C11)."""

from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.expressions import lazy
from mailbot.reading.message import Attachment
from mailbot.roll import Roll
from mailbot.workflows.posts.identify import Found, identify
from mailbot.workflows.posts.patterns import Tells

MOST_PASSES = 3
MOST_SHOWN = 12  # words of one kind
LOGO = 20_000  # bytes: a picture within the text that is smaller is taken for a signature's
_STARTS = lazy(r"(?:\A|[.!?:]['\"”)]*\s|\n)\W*\Z")
_CAPITALISED = lazy(r"(?<=[^\W_] |[,;(] |.\()[A-ZÀ-ÖØ-Þ][\w'’-]+")
_NO_NAMES_LIST = (
    "I I'm I've I'd I'll Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April"
    " May June"
    " July August September October November December English Arabic Farsi Dari Pashto Tigrinya Kurdish Sorani Urdu"
    " French Spanish Portuguese Somali Amharic Albanian Vietnamese Turkish Russian Ukrainian NHS GP ESOL UK London"
    " WhatsApp Facebook Messenger PM DM TV Mr Mrs Ms Miss Dr Ramadan Eid Christmas Easter Please Thank Thanks OK"
)
_NO_NAMES = frozenset(_NO_NAMES_LIST.split())


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, by kind; the version without it, None if it could not be made; words that may be names."""

    found: tuple[str, ...]
    version: str | None
    look_at: tuple[str, ...]


def checked(
    text: str, roll: Roll, this_year: int, attachments: Iterable[Attachment] = (), own: frozenset[int] | None = None
) -> Checked:
    """Look at the post until nothing more is found: the version holds what was written, and neutral words.

    Whoever is not on the roll, and is named in passing, can only be pointed out. `own`: see `identify`.
    """
    kinds: dict[Tells, list[str]] = {}
    version: str | None = text
    for _ in range(MOST_PASSES):
        found = identify(version or "", roll, this_year, own)
        if not found:
            break
        for each in found:
            kinds.setdefault(each.tells, []).append((version or "")[each.start : each.end])
        version = _without(version or "", found)
    if identify(version or "", roll, this_year):
        version = None
    lines = [_line(tells, kinds[tells]) for tells in Tells if tells in kinds]
    return Checked((*lines, *_attached(attachments)), version, _may_be_names(version or ""))


def _without(text: str, found: Iterable[Found]) -> str:
    for each in reversed(tuple(found)):
        instead = each.instead
        if _STARTS.search(text[: each.start]) and not instead.startswith("["):
            instead = instead[0].upper() + instead[1:]
        text = text[: each.start] + instead + text[each.end :]
    return text


def _line(tells: Tells, words: list[str]) -> str:
    once = list(dict.fromkeys(" ".join(each.split()) for each in words))
    more = f" and {len(once) - MOST_SHOWN} more" if len(once) > MOST_SHOWN else ""
    return f"{tells}: {', '.join(once[:MOST_SHOWN])}{more}"


def _attached(attachments: Iterable[Attachment]) -> tuple[str, ...]:
    """Faces, papers and what is behind them; mailbot does not look at pictures, and not into files."""
    kept = [each for each in attachments if not each.inline or each.size > LOGO]
    pictures = sum(each.content_type.startswith("image/") for each in kept)
    lines = ["a photo is attached: faces, papers and what is behind them tell who it is"] if pictures else []
    return (*lines, *(["a file is attached: mailbot has not looked into it"] if len(kept) > pictures else []))


def _may_be_names(version: str) -> tuple[str, ...]:
    """Words with a capital letter in the middle of a sentence."""
    found = (match.group() for match in _CAPITALISED.finditer(version))
    return tuple(dict.fromkeys(word for word in found if word.replace("’", "'") not in _NO_NAMES))[:MOST_SHOWN]

"""Plights that no single word shows: two hints of one danger, or one that can hardly mean anything else.

Somebody is gone and searched for; stands where one dies; parts with what is theirs, and is at peace. For folded text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.events import Span, Urgency
from mailbot.expressions import lazy
from mailbot.reading.words import despair_words as despair
from mailbot.reading.words import hurt_words as hurt
from mailbot.reading.words import plight_words as w
from mailbot.reading.words.phrases import folded

_NEAR = 500  # characters on both sides in which the second hint is looked for


@dataclass(frozen=True, slots=True)
class Plight:
    """One danger: what tells of it, what has to stand near that, and what makes it something else."""

    category: str
    urgency: Urgency
    source: str
    tells: "re.Pattern[str]"
    beside: "re.Pattern[str] | None" = None
    unless: "re.Pattern[str] | None" = None


_SAFE = lazy(
    r"\b(?:found (?:him|her|them|it)|(?:he|she|they) turned up|is back|are back|all in hand|false alarm|in (?:the"
    r"|a) (?:film"
    r"|story|book|play|game)|hide and seek,)\b"
)
_ALL = (
    Plight("missing", Urgency.IMMINENT, "L22", w.GONE, w.SEARCHED, _SAFE),
    Plight("suicide", Urgency.IMMINENT, "C3", w.AT_AN_EDGE, w.WILL_NOT_COME, w.SAFELY_UP),
    Plight("suicide", Urgency.IMMINENT, "C3", w.ABOUT_TO_DIE),
    Plight("suicide", Urgency.URGENT, "C3", despair.OWN_DESPAIR, None, despair.NO_DESPAIR),
    Plight("suicide", Urgency.URGENT, "C3", despair.WAITED_THERE, despair.LOW, despair.NO_DESPAIR),
    Plight("suicide", Urgency.URGENT, "C3", despair.PUT_IN_ORDER, despair.LOW, despair.MOVES_ON),
    Plight("suicide", Urgency.URGENT, "C3", despair.PARTS_WITH, despair.FAREWELL, despair.MOVES_ON),
    Plight("suicide", Urgency.URGENT, "C3", despair.ASKS_OF_DEATH),
    Plight("self-harm", Urgency.URGENT, "C3", hurt.HIDDEN_MARKS, None, hurt.NO_MARKS),
    Plight("abuse", Urgency.URGENT, "C1", hurt.DONE_TO, None, hurt.IN_PLAY),
    Plight("exploitation", Urgency.URGENT, "C1", hurt.USED),
    Plight("disclosure", Urgency.URGENT, "L15", hurt.DUTY_SPOKEN),
    Plight("volunteer-conduct", Urgency.URGENT, "B13", hurt.CROSSED_LINE, None, hurt.IN_PLAY),
    Plight("volunteer-conduct", Urgency.URGENT, "L29", hurt.IN_CONFIDENCE),
    Plight("neglect", Urgency.NON_URGENT, "C6", hurt.WANTING, hurt.SOMEBODY_SHOULD, hurt.OWN_TROUBLE),
)


def plights(text: str) -> Iterator[tuple[Span, Plight]]:
    """Each danger once, where it is first told."""
    plain = folded(text)
    for each in _ALL:
        found = each.tells.search(plain)
        if found is None:
            continue
        around = plain[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        if (each.beside is None or each.beside.search(around)) and not (each.unless and each.unless.search(around)):
            yield Span(*found.span()), each

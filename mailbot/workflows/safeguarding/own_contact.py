"""A volunteer gave their own number or address: no worry where the pack has a coordinator read it now (B16)."""

import re

from mailbot.events import Fact
from mailbot.expressions import lazy
from mailbot.reading.words.boundaries import Boundary, mentioned
from mailbot.reading.words.boundaries_file import BOUNDARY_LISTS
from mailbot.reading.words.plain_acts import plain_acts
from mailbot.workflows.contract import Turn
from mailbot.workflows.matching import pack_value

_CONDUCT = "volunteer-conduct"
_GIVEN = lazy(
    r"\b(?:gave|given|give|giving|gives|sent|told|texted|passed|handed)\s+(?:him|her|them|[^\W\d_]+)\s+(?:my|our)\s+"
    r"(?:\w+\s+){0,2}?(?:numbers?|mobile|phone|address|e-?mail|contact details|details|postcode)\b(?:\s+number\b)?",
    re.IGNORECASE,
)


def is_only_own_contact(turn: Turn, fact: Fact, pack: str | None) -> bool:
    """Whether the only sign of harm is that, and the leaf of boundaries puts it before a coordinator now."""
    read_now, _ = BOUNDARY_LISTS
    listed = {name.strip() for name in str(pack_value(turn, pack, read_now) or "").split(";")}
    reading = turn.reading
    if Boundary.CONTACT_DETAILS not in listed or reading is None or fact.sure:
        return False
    text = reading.text.newest
    given = [match.span() for match in _GIVEN.finditer(text)]
    signs = turn.scheme.scanner.scan(text)
    if (
        not given
        or turn.scheme.scanner.scan(reading.message.subject)
        or any(True for _ in plain_acts(text, turn.roll))
    ):
        return False
    if not all(s.category == _CONDUCT and any(a <= s.span.start < b for a, b in given) for s in signs):
        return False
    own = mentioned(text, turn.roll, turn.sender.person, turn.scheme.boundaries)
    return any(each.what is Boundary.CONTACT_DETAILS for each in own)

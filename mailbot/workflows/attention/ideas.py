"""Ideas for the scheme: thanked, and shown to the coordinators with their next list (B19)."""

import re
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Trust, about_sender
from mailbot.expressions import lazy
from mailbot.reading.message import Reading

_IDEA = lazy(
    r"^(?:(?:hi|hello|dear)\b[^\n]{0,30}\n\s*)?(?:just )?"
    r"(?:i(?:['’]ve)? (?:had|have|got) (?:an?|another) (?:idea|suggestion)|an? (?:idea|suggestion)\b"
    r"|(?:idea|suggestion)\s*:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaGiven(Event):
    """Somebody on the roll offers an idea or a suggestion (B19), and says nothing else that is understood."""

    name: ClassVar[str] = "message.idea"

    trust: Trust = about_sender(Trust.UNVERIFIED)


def is_idea(reading: Reading) -> bool:
    """Whether all that it says is an idea; beside a sign of harm, or a fact, it is read as ever."""
    plain = not (reading.facts or reading.harm_unplaced or reading.message.encrypted or reading.message.attachments)
    return plain and reading.sender.person is not None and _IDEA.search(reading.text.newest) is not None

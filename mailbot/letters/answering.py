"""Links that open a ready answer in any mail program (RFC 6068): one word, to where a reply would go anyway.

What they open works exactly as a plain reply does: the reference in its subject finds the thread.
"""

from dataclasses import dataclass
from urllib.parse import quote

from mailbot.expressions import lazy

READY_SUBJECT = "Re: Your visit"
# Only what `link` makes: no value in a letter can look like one of our links without a reference of ours.
LINK = lazy(r"mailto:[!-~]+@[A-Za-z0-9.-]+\?subject=[A-Za-z0-9%.~_-]+%5Bref%20[a-z2-7]+%5D&body=[A-Z]+")


@dataclass(frozen=True, slots=True)
class AnswerTo:
    """Where an answer to one mail of ours goes: its Reply-To address, and the token that its subject carries."""

    address: str
    token: str


NOWHERE = AnswerTo("nobody@example.org", "")


def link(to: AnswerTo, word: str) -> str:
    """The mailto link whose mail says only `word`: short, ASCII, percent-encoded (RFC 6068, section 2)."""
    subject = quote(f"{READY_SUBJECT} [ref {to.token}]", safe="")
    return f"mailto:{quote(to.address, safe='@')}?subject={subject}&body={quote(word, safe='')}"

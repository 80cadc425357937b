"""Replies of which it is known who wrote each line, built from choices, some of which look like a program's."""

from mailbot.reading.message import Text
from tests.fuzz.draw import Draw

# How people begin and end lines of their own. Each alone is no evidence that a mail program wrote it.
_STARTS = (
    *(
        "we had",
        "On Monday 4 May at 10:00 he",
        "From: Leeds",
        "To: the prison at 14:35",
        "Sent from my hospital bed",
        "-",
    ),
    *(
        "On 4/5/2026 I wrote:",
        "Dora Vale",
        "PS",
        "Date: 4 May 2026",
        "*",
        "Am 4. Mai",
        "Le 4 mai",
        "1.",
        "(",
        "£4.50",
    ),
    *(
        "his mum wrote this:",
        "Von hier",
        "Confidential:",
        "This message is",
        "He said, quote,",
        "--",
        "---",
        "===",
        "|",
    ),
    *(
        "Original message was",
        "Forwarded message from him",
        "Get Outlook was what he said",
        "  indented",
        "\tindented",
    ),
    *(
        "Tel: the office",
        "Cc: nobody",
        "Re: the tickets",
        "email:",
        "Manager",
        "12 May 2026",
        "😀",
        "\u200f",
        "\xa0",
        "a",
    ),
)
_ENDS = (
    *(
        "",
        ":",
        "and then we all went home again",
        "wrote:",
        ".",
        "--",
        "?",
        "on 4 May 2026 at 10:00",
        "10:00:",
        "schrieb:",
    ),
    *(
        "said the manager",
        "a écrit :",
        "(see below)",
        "https://example.org",
        "01632 960123",
        " ",
        "!!",
        "…",
        "he writes:",
    ),
)
_ATTRIBUTIONS = (
    "On 11/05/2026 08:05, Team <bot@example.org> wrote:",
    "On Mon, 11 May 2026 at 08:05, The long name of a team that is broken by the\nclient <bot@example.org> wrote:",
    "Am 11.05.26 um 08:05 schrieb Team:",
    "Le lun. 11 mai 2026 à 08:05, Team <bot@example.org> a écrit :",
    "",
)
_HEADERS = "From: Team <bot@example.org>\nSent: 11 May 2026 08:05\nTo: Dora Vale\nSubject: Your visit\n"
_UNMARKED = (
    "________________________________\n" + _HEADERS,
    "-----Original Message-----\n" + _HEADERS,
    "On 11/05/2026 08:05, Team <bot@example.org> wrote:\n",
    "---------- Forwarded message ---------\n" + _HEADERS,
)
_TAGS = (
    "Sent from my iPhone",
    "Get Outlook for Android",
    "Sent from Yahoo Mail on Android",
    "Gesendet von Mail für Windows",
)
_SIGNATURES = ("-- \nDora Vale\nTeam Leader\n01632 960123", "--\nDora", "-- \nDora Vale | example.org")


class Reply:
    """`text` is the mail's text. `own` are lines of the writer, `theirs` marks inside lines behind `>`."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._count = 0
        self.own: list[str] = []
        self.theirs: list[str] = []
        self.subject = draw.pick(("Re: Your visit", "Your visit", "", "Re: Fwd: x"))
        pieces = [self._typed()]
        for _ in range(draw.number(4)):
            pieces += draw.pick((self._typed, self._quote, self._tag))(), "\n" * draw.number(2)
        pieces.append(draw.pick((str, str, self._unmarked, self._signature))())
        self.text = "\n".join(pieces)

    def is_split(self, found: Text) -> None:
        """Holds the newest text against what was typed and what was quoted."""
        kept = found.newest.split("\n")
        stripped = {" ".join(line.split()) for line in kept}
        for line in self.own:
            assert " ".join(line.split()) in stripped, f"{line!r} was typed and is lost"
        for mark in self.theirs:
            assert mark not in found.newest, f"{mark!r} stands behind > and counts as typed"

    def _line(self) -> str:
        self._count += 1
        return f"{self._draw.pick(_STARTS)} typed{self._count:02} with some small words {self._draw.pick(_ENDS)}"

    def _typed(self) -> str:
        lines = [self._line() for _ in range(1 + self._draw.number(3))]
        self.own += lines
        return self._draw.pick(("\n", "\n\n")).join(lines)

    def _quote(self) -> str:
        lines = [self._draw.pick(_ATTRIBUTIONS)]
        for _ in range(1 + self._draw.number(2)):
            self._count += 1
            self.theirs.append(f"theirs{self._count:02}")
            lines.append(f"{self._draw.pick(('> ', '>', '> > ', ' >'))}{self._draw.pick(_STARTS)} {self.theirs[-1]}")
        return "\n".join(lines)

    def _tag(self) -> str:
        return self._draw.pick(_TAGS)

    def _unmarked(self) -> str:
        """Nothing marks these lines, so that nothing is said about them."""
        return self._draw.pick(_UNMARKED) + "\nDid you see him?\n\nThe team"

    def _signature(self) -> str:
        """What people type below a signature, in paragraphs of their own, is theirs."""
        signature = self._draw.pick(_SIGNATURES)
        return f"{signature}\n\n{self._typed()}" if self._draw.chance() else signature

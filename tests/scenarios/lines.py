"""The lines of a scenario file, one after the other, and the words that several kinds of line share."""

import re
from datetime import date, timedelta
from pathlib import Path

from tests.scenarios.cast import Cast
from tests.scenarios.script import Sent

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAY = rf"(?P<weekday>{'|'.join(DAYS)}) (?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"
LENGTH = r"(?P<n>[1-9]\d*) (?P<unit>minute|hour|day)s?"


class NotAScenario(Exception):
    """A file that cannot be read; the text names file, line and what is wrong."""


class Lines:
    """Goes through one file. Blank lines and those that begin with # say nothing."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.cast = Cast((), ())
        self._lines = [
            (number, line.rstrip())
            for number, line in enumerate(text.splitlines(), 1)
            if line.strip() and not line.startswith("#")
        ]
        self._at = 0

    def more(self) -> bool:
        return self._at < len(self._lines)

    def peek(self) -> str:
        """The line that is next; empty at the end."""
        return self._lines[self._at][1] if self.more() else ""

    def next(self) -> tuple[int, str]:
        """The next line and its number."""
        if not self.more():
            raise self.wrong("the file ends too early")
        self._at += 1
        return self._lines[self._at - 1]

    def wrong(self, what: str, number: int | None = None) -> NotAScenario:
        """What is wrong in that line, else in the one that is next."""
        if number is None:
            number = self._lines[min(self._at, len(self._lines) - 1)][0] if self._lines else 1
        return NotAScenario(f"{self.path.name}:{number}: {what}")

    def text(self, number: int) -> str:
        """The text of the mail that begins in line `number`."""
        found = []
        while self.peek().startswith("|"):
            at, line = self.next()
            if line != "|" and not line.startswith("| "):
                raise self.wrong("a line of a mail begins with | and a blank", at)
            found.append(line[2:])
        if not found:
            raise self.wrong("a mail has a text: lines that begin with |", number)
        return "\n".join(found) + "\n"

    def someone(self, called: str, number: int) -> str:
        """A name of the cast."""
        name = called[0].upper() + called[1:]
        if self.cast.someone(name) is None:
            raise self.wrong(f"nobody is called {called}: see people/", number)
        return name

    def how(self, words: str | None, number: int) -> frozenset[Sent]:
        """What stands in brackets behind "writes"."""
        try:
            return frozenset(Sent(word) for word in words.split(", ")) if words else frozenset()
        except ValueError:
            raise self.wrong(f"({words}) is not known; there are: {', '.join(Sent)}", number) from None

    def day(self, match: re.Match[str], number: int) -> date:
        """A day with the right weekday."""
        try:
            day = date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
        except ValueError:
            raise self.wrong("there is no such day", number) from None
        if DAYS[day.weekday()] != match["weekday"]:
            raise self.wrong(f"that day is a {DAYS[day.weekday()]}", number)
        return day


def length(match: re.Match[str]) -> timedelta:
    """As in 15 minutes."""
    return timedelta(**{f"{match['unit']}s": int(match["n"])})

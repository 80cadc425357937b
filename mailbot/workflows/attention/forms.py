"""One possible answer in one line, and what stands behind its word; the answers themselves are in grammar.py."""

from dataclasses import dataclass
from enum import StrEnum

from mailbot.reading.words.dates import Direction


class Takes(StrEnum):
    """What stands behind the word."""

    NOTHING = "nothing"
    MAYBE_DAY = "maybe_day"
    DAY = "day"
    PEOPLE = "people"
    CLIENT = "client"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Form:
    """One possible answer: its name in rules, its words (an expression for the start of the line), how we ask for it.

    `officer`: only an officer who is surely the writer may give it. `sure`: only who is surely the writer, whatever
    they are in the scheme; our token alone does not do. `taken_back`: words behind it that make it none.
    """

    name: str
    words: str
    says: str
    takes: Takes = Takes.NOTHING
    officer: bool = False
    taken_back: str = r"\b(?:but|however|unless|if)\b|\?"
    sure: bool = False
    exact: bool = False  # a time of day that could be another makes it no answer
    most: int = 80  # characters of a first line that is an answer and no letter
    direction: Direction = Direction.FUTURE


# Words behind an instruction that leave it what it is; any other makes it none.
ANY_OTHER_WORD = r"\b(?!(?:please|thanks?|you|it|them|now|all|many|very|much|out|the|invitations?)\b)\w+|\?"

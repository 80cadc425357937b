"""What can go wrong, sorted by what to do about it. Texts are one line: what happened and how to mend it.

No error text ever holds a name, an address or words of a person (promise 6): it says which row, file or
setting, and the person who looks there is one who may.
"""


class MailbotError(Exception):
    """Base of every error that mailbot raises on purpose; its text is shown to the operator as it stands."""


class TryAgain(MailbotError):
    """It may work later: a server is away, a lock is held. Anything unknown counts as this, with a cap."""


class GiveUp(MailbotError):
    """Trying again cannot help: a person has to look."""


class Mistakes(MailbotError):
    """Everything wrong with a file that a person wrote, all at once, one line each."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines

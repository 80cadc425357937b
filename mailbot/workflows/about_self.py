"""Somebody asks whether there is anything about them. What they see is the same whether there is or not (L19).

They get the answer that any message gets which a person has to read; it opens no case; an officer whom no open case
leaves out reads it, never the writer themselves (`kept.py` sees to both).
"""

from mailbot.events import Trust
from mailbot.reading.words.about_self import asks_about_self, only_asks_about_self
from mailbot.workflows.contract import Turn


def is_only_a_question(turn: Turn) -> bool:
    """Whether a verified person on the roll asks just that, and not in answer to a mail about something.

    Any further word is read as ever, a sign of harm above all (promise 3).
    """
    reading, sender = turn.reading, turn.reading.sender if turn.reading else None
    if reading is None or sender is None or sender.person is None or sender.trust is not Trust.VERIFIED:
        return False
    message = reading.message
    if turn.answer is not None or message.attachments or message.forwarded or reading.harm_unplaced:
        return False
    if turn.scheme.scanner.scan(message.subject) and not asks_about_self(message.subject):
        return False
    return only_asks_about_self(reading.text.newest, turn.roll.name_words)

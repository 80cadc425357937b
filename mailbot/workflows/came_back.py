"""Which mail of ours a machine writes about: a bounce, an absence note, a receipt."""

from mailbot.reading.message import Machine
from mailbot.store import outbox
from mailbot.store.outbox import Sent
from mailbot.workflows.contract import Turn


def came_back(turn: Turn, machine: Machine) -> Sent | None:
    """Our mail: by the Message-ID in the report, else by the token that the message carries."""
    if machine.fields.bounced_message_id:
        nonce = turn.scheme.tokens.of_message_id(machine.fields.bounced_message_id, turn.scheme.own_address)
        found = outbox.by_nonce(turn.conn, turn.scheme.tokens.read(nonce) or "") if nonce else None
        if found:
            return found
    return turn.answer.sent if turn.answer else None

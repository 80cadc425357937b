"""The alert that needs no rule: when processing fails, or rules forgot to alert (promise 3)."""

from mailbot.events import Lane
from mailbot.letters.letter import Letter
from mailbot.roll import Role
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.recipients import address_of


def post_built_in_alert(turn: Turn, words: str | None) -> None:
    """To every safeguarding lead, with the message's words as far as they could be read."""
    turn.note("built-in-alert")
    for person in turn.officers(Role.SAFEGUARDING_LEAD):
        letter = Letter(
            template="safeguarding/built_in_alert",
            to=(address_of(person),),
            context={"message_ref": str(turn.inbox_id), "writer_words": words},
            subject_record=("message", turn.inbox_id) if turn.inbox_id is not None else None,
            lane=Lane.CONCERN,
        )
        turn.post(Posting(letter))

"""The alert that needs no rule: when processing fails, or rules forgot to alert (promise 3)."""

from collections.abc import Iterable

from mailbot.events import Lane
from mailbot.letters.letter import Letter
from mailbot.roll import Person, Role
from mailbot.workflows.contract import Posting, Record, Turn
from mailbot.workflows.recipients import address_of

BUILT_IN = "safeguarding/built_in_alert"
UNTAKEN = "built-in-untaken"  # timer of a message: until somebody acknowledges, as for a case


def post_built_in_alert(turn: Turn, words: str | None) -> None:
    """To every safeguarding lead, with the message's words as far as they could be read; chased until an ACK."""
    about = ("message", turn.inbox_id) if turn.inbox_id is not None else None
    post_to(turn, turn.officers(Role.SAFEGUARDING_LEAD), words, about)
    if about is not None:
        turn.start_timer(UNTAKEN, about, turn.now + turn.scheme.config.alert.steps[0])


def post_to(turn: Turn, people: Iterable[Person], words: str | None, about: Record | None) -> None:
    """The alert to these people, ahead of everything else."""
    turn.note("built-in-alert", about)
    for person in people:
        letter = Letter(
            template=BUILT_IN,
            to=(address_of(person),),
            context={"message_ref": str(about[1] if about else None), "writer_words": words},
            subject_record=about,
            lane=Lane.CONCERN,
        )
        turn.post(Posting(letter))

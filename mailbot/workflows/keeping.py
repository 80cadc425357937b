"""What a turn does about those whom it is kept from: it is written down and said, and what waits is taken back."""

from mailbot.events import Event, Lane, Level
from mailbot.letters.disclosure import Audience, Tone
from mailbot.letters.letter import Letter
from mailbot.roll import Role
from mailbot.store import attention, sending
from mailbot.store.kept import Keeping, Record, keep
from mailbot.workflows.actions import ask_to_look, known
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.kept import CASE, MESSAGE, messages_of, of_record, opens
from mailbot.workflows.recipients import find_recipients
from mailbot.workflows.safeguarding import cases
from mailbot.workflows.safeguarding.words import helpline_numbers
from mailbot.workflows.why import Why

_LISTS = ("attention/digest", "safeguarding/open_cases")
"""Mails that may speak of any record; what is still open stands in the next one."""


def note_message(turn: Turn) -> None:
    """Write down from whom this message is kept, and tell an allowed officer of somebody who is shut out."""
    if turn.keeping and turn.inbox_id is not None:
        keep(turn.conn, (MESSAGE, turn.inbox_id), turn.keeping, turn.inbox_id, turn.now)
    if turn.shut_out and turn.reading and turn.reading.machine is None:
        turn.note("kept.shut-out", turn.shut_out)
        ask_to_look(turn, Level.NOW, Why.KEPT_WRITES, Role.SAFEGUARDING_LEAD, turn.shut_out)


def join(turn: Turn, event: Event) -> None:
    """What is decided about a case is kept from whom the case is kept, and the case from whom this message is.

    A case that was open before is kept from nobody for who writes of it now: what is kept from them elsewhere has
    nothing to do with it, and in the end nobody would be left to read it.
    """
    record = event.record
    if record is None or record[0] != CASE:
        return
    known = of_record(turn.conn, turn.roll, record)
    if turn.inbox_id is not None and turn.reading is not None and turn.reading.machine is None and turn.keeping:
        whom = turn.keeping if opens(turn.conn, record[1], turn.inbox_id) else turn.of_words
        new = keep(turn.conn, record, whom, turn.inbox_id, turn.now)
        if new:
            _leave_out(turn, record, new)
    turn.keeping = known | turn.keeping


def _leave_out(turn: Turn, record: Record, new: Keeping) -> None:
    """From now on: the log says so, mails that have not left are taken back, and items go to somebody else."""
    for number in sorted(new.people):
        cases.log(turn.conn, record[1], "kept-from", turn.now, inbox_id=turn.inbox_id, person_id=number)
    turn.change("concern.kept", record, people=len(new.people))
    records = [record, *((MESSAGE, each) for each in messages_of(turn.conn, record[1]))]
    directory = turn.scheme.config.directory
    outside = [str(found.address) for each in new.entries if (found := directory.get(each))]
    addresses = [*outside, *(turn.roll.person(number).email for number in new.people)]
    items = [("attention", each) for each in attention.open_of(turn.conn, records)]
    withdrawn = sending.withdraw(turn.conn, [*records, *items], addresses, _LISTS)
    for outbox_id in withdrawn:
        turn.note("mail.withdrawn", record, outbox_id=outbox_id)
    attention.mail_anew(turn.conn, sending.items_of(turn.conn, withdrawn))
    if any(Role.COORDINATOR in turn.roll.person(number).roles for number in new.people):
        attention.hand_over(turn.conn, records, Role.COORDINATOR, Role.COMPLAINTS_MANAGER)


def nobody_left(turn: Turn) -> None:
    """Every officer may be the one whom it is about: the writer hears that, with numbers outside; the alarm runs."""
    turn.note("alert.nobody")
    record = (MESSAGE, turn.inbox_id) if turn.inbox_id is not None else turn.timer.subject if turn.timer else None
    turn.raise_attention(Level.NOW, Why.NOBODY_LEFT, Role.SAFEGUARDING_LEAD, record, mailed=False)
    if turn.reading is None or turn.reading.machine is not None:
        return
    turn.postings = [posting for posting in turn.postings if not _promises(turn, posting)]
    if to := find_recipients(turn, turn.decided[0][0] if turn.decided else Event(), "sender").addresses:
        letter = Letter(
            template="safeguarding/nobody_left",
            to=to,
            context=known(turn) | {"numbers": helpline_numbers(turn)},
            subject_record=record,
            is_reply=True,
            lane=Lane.CONCERN,
        )
        turn.post(Posting(letter))


def _promises(turn: Turn, posting: Posting) -> bool:
    """An answer that says that somebody is being told: nobody is."""
    template = turn.scheme.templates[posting.letter.template]
    return posting.letter.is_reply and template.audience is Audience.WRITER and template.tone is Tone.CONCERN

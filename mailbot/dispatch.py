"""Letters become outbox rows: merged, written, held where they must be, token and Message-ID fixed (promise 2)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.events import Hold, Lane, Level
from mailbot.letters.answering import AnswerTo
from mailbot.letters.build import Attached, build, subject_with
from mailbot.letters.build import Mail as MailToBuild
from mailbot.letters.disclosure import Audience
from mailbot.letters.letter import AUTOMATIC_NOTE, Common, Group, Rendered, merge, render
from mailbot.letters.token import Thread, new_row, thread
from mailbot.roll import Role
from mailbot.store import outbox
from mailbot.store.outbox import Address, NewMail
from mailbot.workflows.allowed import check_allowed
from mailbot.workflows.bundles.holding import hold_back, leaves_at
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.safeguarding.chronology import case_thread, note_mail
from mailbot.workflows.why import Why

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it was queued: what `explain` and the demo's page show."""

    id: int
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    text: str
    template: str
    hold: Hold | None


def dispatch(turn: Turn) -> list[Mail]:
    """Queue everything that the turn wants said, in as few mails as may be.

    What waits for a volunteer's next mail is shown too, held, without a number: it is no row of the outbox yet.
    """
    templates = turn.scheme.templates
    later = hold_back(turn)
    groups = merge([posting.letter for posting in turn.postings], templates)
    mails = [_queue(turn, group, [p for p in turn.postings if p.letter in group.letters]) for group in groups]
    return mails + [_waiting(turn, Group((letter,))) for letter in later]


def _waiting(turn: Turn, group: Group) -> Mail:
    """Written as well, so that a letter that cannot be written fails here and now, and not when it is its turn."""
    nowhere = Thread("", "", None)
    rendered = render(group, turn.scheme.templates, _common(turn, nowhere))
    to = tuple(a.email for a in group.to)
    return Mail(0, to, (), rendered.subject, rendered.text, group.template, Hold.WAITS)


def _queue(turn: Turn, group: Group, postings: list[Posting]) -> Mail:
    for posting in postings:
        check_allowed(turn, posting)
    nonce = new_row()
    plus = turn.scheme.config.mailbox.plus_addressing
    headers = thread(turn.scheme.tokens.make(nonce), turn.scheme.own_address, plus)
    rendered = render(group, turn.scheme.templates, _common(turn, headers))
    addressee = turn.roll.by_email(group.to[0].email)
    hold = _hold(turn, group, postings)
    leaves = leaves_at(turn, group)
    mail = NewMail(
        nonce=nonce,
        message_id=headers.message_id,
        lane=group.lane,
        template=group.template,
        raw=build(_to_build(turn, group, rendered, headers, leaves, tuple(a for p in postings for a in p.attached))),
        to=tuple(Address("to", a.email) for a in group.to) + tuple(Address("cc", a.email) for a in group.cc),
        hold=hold,
        asks=rendered.asks,
        subject=group.subject_record,
        addressee_id=addressee.id if addressee else None,
        inbox_id=turn.inbox_id,
        leaves_at=leaves,
        expires_at=turn.now + turn.scheme.config.timers.token_expires_after,
    )
    outbox_id = outbox.queue(turn.conn, mail, turn.now)
    note_mail(turn, group.subject_record, outbox_id, mail)
    for posting in postings:
        if posting.on_queued:
            posting.on_queued(outbox_id)
    turn.note("mail.held" if hold else "mail.queued", group.subject_record, outbox_id=outbox_id, code=group.template)
    return Mail(
        outbox_id,
        tuple(a.email for a in group.to),
        tuple(a.email for a in group.cc),
        subject_with(rendered.subject, headers.token),
        rendered.text,
        group.template,
        hold,
    )


def _to_build(
    turn: Turn, group: Group, rendered: Rendered, headers: Thread, leaves: datetime, attached: tuple[Attached, ...]
) -> MailToBuild:
    incoming = turn.reading.message if turn.reading and group.is_reply else None
    answered = incoming.message_id if incoming else None
    references = (*incoming.references, answered) if incoming and answered else ()
    if group.leading.follows is not None and (earlier := outbox.message_id(turn.conn, group.leading.follows)):
        answered, references = earlier, (earlier,)
    elif not references:
        references = case_thread(turn, group.subject_record, group.to[0].email)
        answered = references[-1] if references else answered
    mailbox = turn.scheme.config.mailbox
    unnamed = turn.scheme.templates[group.template].audience is Audience.NAMED_PERSON
    return MailToBuild(
        from_name="" if unnamed else mailbox.name or turn.scheme.config.scheme.name,
        from_address=str(mailbox.address),
        to=tuple((a.name, a.email) for a in group.to),
        cc=tuple((a.name, a.email) for a in group.cc),
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        message_id=headers.message_id,
        date=leaves.astimezone(turn.scheme.zone),
        token=headers.token,
        is_reply=group.is_reply,
        in_reply_to=answered,
        references=references,
        reply_to=headers.reply_to,
        attached=attached,
    )


def _common(turn: Turn, headers: Thread) -> Common:
    settings = turn.scheme.config.scheme
    answer_to = AnswerTo(headers.reply_to or turn.scheme.own_address, headers.token)
    private = str(settings.private_address) if settings.private_address else None
    return Common(settings.name, settings.phone, AUTOMATIC_NOTE, settings.emergency_note, answer_to, private)


def _hold(turn: Turn, group: Group, postings: list[Posting]) -> Hold | None:
    """Why this mail waits: what its letters need, then what the mode allows, then the caps (promises 4 and 7)."""
    for posting in postings:
        if posting.hold:
            return posting.hold
    addresses = [a.email for a in (*group.to, *group.cc)]
    held = turn.scheme.hold_by_mode(addresses)
    if held is None and group.lane is not Lane.CONCERN and _over_a_cap(turn, addresses):
        turn.raise_attention(Level.TODAY, Why.MAIL_HELD, Role.COORDINATOR)
        return Hold.CAP
    return held


def _over_a_cap(turn: Turn, addresses: list[str]) -> bool:
    limits, since = turn.scheme.config.limits, turn.now - DAY
    return outbox.reached(turn.conn, since, limits.mails_per_day) or any(
        outbox.reached(turn.conn, since, limits.mails_per_address_per_day, address) for address in addresses
    )

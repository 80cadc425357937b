"""Administration to a volunteer: sent together, in working hours, so often and no oftener (promise 11).

What answers a mail of theirs, and what is about safety, never waits. What goes to those who run the scheme is not
bundled, but keeps working hours too.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.events import Lane
from mailbot.letters.disclosure import Audience, Tone
from mailbot.letters.keeping import kept
from mailbot.letters.letter import Group, Letter
from mailbot.reading.words.sad import Sad
from mailbot.roll import Person, Role
from mailbot.store import waiting
from mailbot.store.waiting import Waiting
from mailbot.workflows.contract import Posting, Record, Turn
from mailbot.workflows.pausing import record_rests, running

BUNDLE = "bundle"
FOR_VOLUNTEERS = frozenset({Audience.WRITER, Audience.VISITOR, Audience.BACKUP})
SAFETY = ("lone/", "safeguarding/")  # templates that never wait, whatever lane they are in
CALLED_OFF = ("meetings/cancelled", "meetings/moved")  # nor do these: somebody might go in vain
AT_ONCE = ("attention/now", "attention/not_processed", "attention/mailbox_down")  # a person has to look now
BY_ITS_OWN_HOUR = ("attention/digest",)  # sent at a time of the config, before the office opens
URGENT = frozenset({"cover", "cover_day", "told"})  # asked of others for a visit that may be tomorrow: the caps wait
COLLECT = timedelta(minutes=1)  # everything that falls due at one moment is decided before the mail is written


def hold_back(turn: Turn) -> list[Letter]:
    """Sort the turn's postings: what may go goes, as one mail for each volunteer; the rest waits, and is returned."""
    stay: list[Letter] = []
    mine: dict[int, list[Posting]] = {}
    for posting in list(turn.postings):
        person = volunteer(turn, posting)
        if person is None:
            continue
        if _rests(turn, person, posting.letter.subject_record):
            turn.postings.remove(posting)
            turn.note("mail.rests", posting.letter.subject_record, code=posting.letter.template)
        elif posting.attached or posting.on_queued or posting.hold:
            _put(turn, posting, replace(posting, on_queued=_counted(turn, person, posting)))
        else:
            mine.setdefault(person.id, []).append(posting)
    for person_id, postings in mine.items():
        stay += _sort(turn, turn.roll.person(person_id), postings)
    return stay


def leaves_at(turn: Turn, group: Group) -> datetime:
    """When that mail may leave, in UTC: now, or when the office opens if it is administration (promise 11)."""
    if group.is_reply or group.lane is Lane.CONCERN or any(_goes_at_any_hour(letter) for letter in group.letters):
        return turn.now
    return turn.scheme.office.next_open(turn.now)


def volunteer(turn: Turn, posting: Posting) -> Person | None:
    """The volunteer whom this letter reaches unasked; None for any other letter."""
    letter = posting.letter
    template = turn.scheme.templates[letter.template]
    answers = letter.is_reply or letter.together
    if answers or letter.lane is Lane.CONCERN or letter.template.startswith(SAFETY + CALLED_OFF):
        return None
    if template.audience not in FOR_VOLUNTEERS or len(letter.to) != 1 or letter.cc:
        return None
    person = turn.roll.by_email(letter.to[0].email)
    return person if person and person.roles & {Role.VISITOR, Role.BACKUP} else None


def one_question(turn: Turn, letters: Iterable[Letter]) -> tuple[list[Letter], list[Letter]]:
    """What can stand in one mail, and what cannot: a question shares it with nothing that may be answered as well.

    Several notices that may be answered share one; then a bare answer to it counts for none of them.
    """
    go: list[Letter] = []
    later: list[Letter] = []
    first: Tone | None = None
    for letter in letters:
        template = turn.scheme.templates[letter.template]
        both_notices = template.tone is not Tone.QUESTION and first is not Tone.QUESTION
        if template.asks is None or first is None or both_notices:
            first = template.tone if template.asks and first is None else first
            go.append(letter)
        else:
            later.append(letter)
    return go, later


def free_from(turn: Turn, person_id: int, at: datetime) -> datetime:
    """When that volunteer may next get a mail unasked: in working hours, within the caps of day and week; UTC."""
    office, limits = turn.scheme.office, turn.scheme.config.limits
    at = office.next_open(at)
    sent = waiting.days_since(turn.conn, person_id, at.astimezone(office.zone).date() - timedelta(days=7))
    while True:
        day = at.astimezone(office.zone).date()
        week = [each for each in sent if day - timedelta(days=7) < each <= day]
        if sent.count(day) < limits.volunteer_mails_per_day and len(week) < limits.volunteer_mails_per_week:
            return at
        at = office.next_open(office.at(day + timedelta(days=1), office.opens))


def post_together(turn: Turn, person: Person, letters: Iterable[Letter]) -> None:
    """Queue them as one mail, which counts."""
    for letter in letters:
        posting = Posting(replace(letter, together=True))
        turn.post(replace(posting, on_queued=_counted(turn, person, posting)))


def _goes_at_any_hour(letter: Letter) -> bool:
    return letter.at_once or letter.template.startswith(SAFETY + CALLED_OFF + AT_ONCE + BY_ITS_OWN_HOUR)


def _rests(turn: Turn, person: Person, about: Record | None) -> bool:
    """No word to who mourns, nor about a match that rests; no reminder to who asked for none."""
    reasons = {pause.why for pause in running(turn.conn, ("person", person.id))}
    if reasons - {Sad.ASKED} or record_rests(turn, about):
        return True
    return bool(reasons) and turn.timer is not None and turn.timer.name != BUNDLE


def _sort(turn: Turn, person: Person, postings: list[Posting]) -> list[Letter]:
    """In answer to somebody's mail what may go goes at once; what the clock wants said waits for what else is due."""
    letters, later = [posting.letter for posting in postings], list[Letter]()
    urgent = any(turn.scheme.templates[letter.template].asks in URGENT for letter in letters)
    at_once = turn.reading is not None and not waiting.of_person(turn.conn, person.id)
    free = free_from(turn, person.id, turn.now) == turn.now
    if (at_once and free) or (urgent and turn.scheme.office.is_open(turn.now)):
        letters, later = one_question(turn, letters)
    else:
        letters, later = [], letters
    for posting in postings:
        turn.postings.remove(posting)
    post_together(turn, person, letters)
    return [letter for letter in later if _wait(turn, person, letter)]


def _wait(turn: Turn, person: Person, letter: Letter) -> bool:
    """Keep it, and see that it goes. What cannot be kept goes now."""
    values = kept(turn.scheme.templates[letter.template], letter.context)
    if values is None:
        post_together(turn, person, [letter])
        return False
    waiting.wait(turn.conn, Waiting(0, person.id, letter.template, values, letter.subject_record), turn.now)
    turn.note("mail.waits", letter.subject_record, code=letter.template)
    start_timer(turn, person.id, turn.now + COLLECT)
    return True


def start_timer(turn: Turn, person_id: int, at: datetime) -> None:
    """See that what waits for that person goes, at the next free time from then on."""
    turn.start_timer(BUNDLE, ("person", person_id), free_from(turn, person_id, at))


def _counted(turn: Turn, person: Person, posting: Posting) -> Callable[[int], None]:
    day, told = turn.today, posting.on_queued

    def on_queued(outbox_id: int) -> None:
        waiting.count_mail(turn.conn, outbox_id, person.id, day)
        if told:
            told(outbox_id)

    return on_queued


def _put(turn: Turn, old: Posting, new: Posting) -> None:
    turn.postings[turn.postings.index(old)] = new

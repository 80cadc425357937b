"""What simulated coordinators and other officers answer: one function each, under the mail's template."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from mailbot.simulation.life import home
from mailbot.simulation.people import Answer, Person
from mailbot.simulation.post import Received
from mailbot.simulation.truth import Became
from mailbot.store import attention
from mailbot.store.attention import Attention

OFFICERS: dict[str, Answer] = {}


def to(template: str) -> Callable[[Answer], Answer]:
    """Say that officers answer mails of that template so."""

    def keep(answer: Answer) -> Answer:
        OFFICERS[template] = answer
        return answer

    return keep


@to("attention/now")
def look(me: Person, mail: Received) -> None:
    """Somebody has to look at a message: one of those who are told does, and says so."""
    if is_mine(me, subject_of(mail)) and me.chance(0.95):
        soon(me, 10, 6 * 60, lambda: me.write("done", mail))


@to("attention/digest")
def read_digest(me: Person, mail: Received) -> None:
    """The morning's list: "all read" by reply; what has to be dealt with is dealt with, on the command line."""
    if me.who != me.play.cast.coordinators[0]:
        return
    if me.chance(0.8):
        soon(me, 10, 120, lambda: me.write(me.random.choice(("all read", "All read, thanks")), mail))
    if me.chance(0.6):
        soon(me, 60, 300, lambda: clear_list(me))


@to("visits/unanswered")
@to("visits/which_is_right")
def find_out(me: Person, mail: Received) -> None:
    """No answer came from a visitor, or two came: a coordinator phones, and writes what they heard."""
    ref = (mail.refs or [""])[0]
    visit = me.play.truth.visit(ref, mail.days[0]) if mail.days else None
    if visit and is_mine(me, ref) and visit.became is not Became.AGREED and me.chance(0.9):
        visit.told = True
        answer = "YES" if visit.became is Became.TOOK_PLACE else "NO"
        soon(me, 60, 3 * 24 * 60, lambda: me.write(answer, mail))


@to("visits/replacement_unanswered")
@to("visits/no_taker")
@to("visits/not_asked")
def arrange(me: Person, mail: Received) -> None:
    """Nobody makes up for a visit: a coordinator writes the day, names somebody, or sees to it otherwise."""
    ref = (mail.refs or [""])[0]
    pair, drawn = me.play.knows(ref), me.random.random()
    visitor = me.play.people[pair.visitor.email] if pair else None

    def reply() -> None:
        agreed = visitor.next.get(ref) if visitor else None
        others = [each.name for each in me.play.cast.visitors if not pair or each != pair.visitor]
        if agreed and agreed.became is Became.AGREED and agreed.day >= me.play.world.today:
            me.write(f"Move to {agreed.day.day} {agreed.day:%B %Y}", mail)
        elif drawn < 0.4 and others:
            me.write(f"assign {me.random.choice(others)}", mail)
        elif drawn < 0.5:
            me.write("backup", mail)
        elif drawn < 0.8:
            me.write("done", mail)

    if is_mine(me, ref) and me.chance(0.9):
        soon(me, 60, 4 * 24 * 60, reply)


@to("visits/tell_client")
@to("attention/task_open")
def do_the_task(me: Person, mail: Received) -> None:
    """Something has to be done by a person: one of those who are told does it, and says so."""
    if is_mine(me, subject_of(mail)) and me.chance(0.8):
        soon(me, 30, 24 * 60, lambda: me.write("DONE", mail))


@to("lone/overdue")
def phone_them(me: Person, mail: Received) -> None:
    """Somebody is not back: a coordinator takes it on and phones, and they write that they are safe."""
    if is_mine(me, subject_of(mail)) and me.chance(0.7):
        me.play.world.at(me.play.world.now + me.minutes(2, 15), lambda: me.write("I have this", mail))
    first_name = mail.text.partition(" went in alone")[0].split()[-1:]
    late = [j for j in me.play.truth.journeys if j.written_back is None and j.back_by < me.play.world.now]
    for journey in late:
        person = next(p for p in me.play.people.values() if p.who.number == journey.by)
        if [person.who.first_name] == first_name:
            me.play.world.at(me.play.world.now + me.minutes(5, 40), partial(home, person, journey))


@to("lone/taken_noted")
def they_are_safe(me: Person, mail: Received) -> None:
    """Who has it has phoned by then; a visitor whose own mail is not verified cannot end it themselves."""
    me.play.world.at(me.play.world.now + me.minutes(45, 90), lambda: me.write("STAND DOWN", mail))


@to("safeguarding/officer_alert")
def take_it_on(me: Person, mail: Received) -> None:
    """A worry: most of those who are asked take it on, day or night, and close it some days later, with a reason."""
    if me.chance(0.85):
        me.play.world.at(me.play.world.now + me.minutes(2, 40), lambda: me.write("ack", mail))
        soon(me, 2 * 24 * 60, 9 * 24 * 60, lambda: me.write("CLOSE: seen to", mail))


@to("expenses/ask_approval")
def approve(me: Person, mail: Received) -> None:
    """A claim over the limit."""
    if is_mine(me, subject_of(mail)):
        soon(me, 60, 2 * 24 * 60, lambda: me.write("approve", mail))


def clear_list(me: Person) -> None:
    """What `mailbot attention done` does, for everything that has stood in a digest for a day."""
    world = me.play.world
    before = world.now - timedelta(days=1)
    for item in world.scheme.database.read(attention.open_items):
        if item.raised_at <= before:
            world.scheme.database.write(partial(_done, item=item, me=me)).result()


def _done(conn: Connection, item: Attention, me: Person) -> None:
    attention.done(conn, item.id, f"person {me.who.number}", me.play.world.now)


def soon(me: Person, least: float, most: float, deed: Callable[[], object]) -> None:
    """So many minutes from now, in the hours that coordinators keep."""
    world = me.play.world
    world.at(world.scheme.office.next_open(world.now + me.minutes(least, most)), lambda: void(deed))


def void(deed: Callable[[], object]) -> None:
    """Do it, whatever it returns."""
    deed()


def is_mine(me: Person, what: str) -> bool:
    """Whether this one of several officers takes it on, so that not all of them do; the same in every run."""
    officers = me.play.cast.coordinators
    return me.who not in officers or officers[sum(map(ord, what)) % len(officers)] == me.who


def subject_of(mail: Received) -> str:
    """The subject without the reference, which differs from mail to mail."""
    return mail.header("Subject").partition(" [ref ")[0]

"""What simulated visitors and backups answer to mailbot's mails: one function each, under the mail's template.

A later feature adds a function here, and nothing else.
"""

from collections.abc import Callable
from datetime import timedelta

from mailbot.simulation.life import agree, announce, home, stand_in
from mailbot.simulation.people import Answer, Person
from mailbot.simulation.post import Received
from mailbot.simulation.truth import Became, TrueVisit

ANSWERS: dict[str, Answer] = {}
A_DAY_OR_TWO = (30.0, 36 * 60.0)


def to(template: str) -> Callable[[Answer], Answer]:
    """Say that people answer mails of that template so."""

    def keep(answer: Answer) -> Answer:
        ANSWERS[template] = answer
        return answer

    return keep


@to("visits/reminder")
def how_it_went(me: Person, mail: Received) -> None:
    """ "How did your visit go?": most answer with a word, some with a letter of their own, some not at all."""
    visit = visit_of(me, mail)
    if visit is None or visit.became is Became.AGREED or not me.chance(me.traits.answers):
        return

    def answer() -> None:
        if not visit.told:
            visit.told = True
            me.write(me.say("yes" if visit.became is Became.TOOK_PLACE else "no"), mail)

    me.play.world.at(me.awake(me.minutes(*A_DAY_OR_TWO)), answer)


@to("visits/missed_recorded")
@to("visits/cancelled_recorded")
def when_instead(me: Person, mail: Received) -> None:
    """ "When could you go instead?": a day, a no, or nothing."""
    visit = visit_of(me, mail)
    drawn = me.random.random()
    if visit is None or drawn > 0.85:
        return
    pair = visit.pair

    def answer() -> None:
        known = me.next.get(pair.ref)
        if drawn > 0.6:
            me.write(me.say("cannot"), mail)
        elif known is None or known is visit or known.became is not Became.AGREED:
            me.write(me.say("instead", day=me.day(agree(me, pair, told=True, soon=True).day)), mail)
        else:
            announce(me, known)

    me.play.world.at(me.awake(me.minutes(20, 30 * 60)), answer)


@to("visits/when_next")
def when_next(me: Person, mail: Received) -> None:
    """ "When is your next visit?": the day that is agreed, or one that is agreed now."""
    pair = me.play.knows(mail.refs[0]) if mail.refs else None

    def reply() -> None:
        known = me.next.get(pair.ref) if pair else None
        if known and known.became is Became.AGREED and known.day > me.play.world.today:
            me.write(me.say("instead", day=me.day(known.day)), mail)
        elif pair and pair.visitor == me.who:
            me.write(me.say("instead", day=me.day(agree(me, pair, told=True).day)), mail)

    if me.chance(me.traits.answers):
        me.play.world.at(me.awake(me.minutes(*A_DAY_OR_TWO)), reply)


@to("visits/ask_coming_date")
@to("visits/ask_date")
def which_day(me: Person, mail: Received) -> None:
    """ "Which day do you mean?": the day of the visit that they last wrote about, or are to pay next."""
    ref = mail.refs[0] if mail.refs else me.pairs[0].ref if me.pairs else ""
    visit = me.next.get(ref)
    if visit and me.chance(me.traits.answers):
        me.play.world.at(
            me.awake(me.minutes(10, 24 * 60)), lambda: _write(me, me.say("day_was", day=me.day(visit.day)), mail)
        )


@to("visits/ask_which_client")
def which_client(me: Person, mail: Received) -> None:
    """ "Who was it to?": the reference of whom they visited on the day that the mail says."""
    known = [pair.ref for pair in (*me.pairs, *me.stood_in)]
    there = [visit for ref in known for day in mail.days if (visit := me.play.truth.visit(ref, day))]
    there.sort(key=lambda visit: visit.became is not Became.TOOK_PLACE)
    if known and me.chance(me.traits.answers):
        ref = there[0].pair.ref if there else known[0]
        me.play.world.at(me.awake(me.minutes(10, 24 * 60)), lambda: _write(me, ref, mail))


@to("people/confirm_yourself")
def was_it_you(me: Person, mail: Received) -> None:
    """ "Was this message from you?": it was."""
    if me.chance(me.traits.answers):
        me.play.world.at(me.awake(me.minutes(5, 20 * 60)), lambda: _write(me, me.say("it_was_me"), mail))


@to("lone/are_you_back")
def are_you_back(me: Person, mail: Received) -> None:
    """ "Are you safely back?": most had only forgotten to write."""
    journey = next((j for j in reversed(me.play.truth.journeys) if j.by == me.who.number), None)
    if journey and me.chance(0.8):
        me.play.world.at(me.play.world.now + me.minutes(3, 50), lambda: home(me, journey))


@to("lone/named_overdue")
def look_for_them(me: Person, mail: Received) -> None:
    """The named person hears that somebody is not back: they take it on, or cannot, or do not see the mail."""
    drawn = me.random.random()
    if drawn < 0.6:
        text = "I have this" if drawn < 0.5 else "I can't help just now"
        me.play.world.at(me.play.world.now + me.minutes(2, 30), lambda: me.write(text, mail))


@to("visits/ask_told")
def have_you_told_them(me: Person, mail: Received) -> None:
    """ "Have you been able to tell them?": most have."""
    drawn = me.random.random()
    if drawn < 0.85:
        answer(me, mail, "yes" if drawn < 0.6 else "NO" if drawn < 0.75 else "I told them", 30, 20 * 60)


@to("visits/ask_backup")
@to("visits/ask_visitor")
def stand_in_or_not(me: Person, mail: Received) -> None:
    """ "Could you stand in?": a yes for that day, a yes with a day, a bare yes, a no, or nothing."""
    drawn = me.random.random()
    world = me.play.world
    if drawn > 0.85:
        return
    if drawn > 0.5:
        answer(me, mail, "NO", 30, 40 * 60)
        return
    coming = [day for day in mail.days if day > world.today + timedelta(days=3)]
    day = coming[0] if coming else world.today + timedelta(days=me.random.randrange(5, 12))
    pair = me.play.knows(mail.refs[0]) if mail.refs else None
    if drawn < 0.1 or me.play.truth.visit(pair.ref if pair else "", day):
        answer(me, mail, "YES", 30, 40 * 60)
    else:
        answer(me, mail, "YES" if coming else f"Yes, {day.day} {day:%B %Y}", 30, 40 * 60)


@to("visits/offer_which_day")
def which_day_instead(me: Person, mail: Received) -> None:
    """ "On which day will you go?": a day, or nothing."""
    if me.chance(0.8):
        day = me.play.world.today + timedelta(days=me.random.randrange(5, 12))
        answer(me, mail, f"{day.day} {day:%B %Y}", 30, 20 * 60)


@to("visits/offer_taken")
def stand_in_then(me: Person, mail: Received) -> None:
    """ "You are down for that day": they go, as they would to their own."""
    pair = me.play.knows(mail.refs[0]) if mail.refs else None
    if pair and mail.days:
        stand_in(me, pair, mail.days[0])


@to("cover/ask_backup")
@to("cover/come_along")
def can_you_cover(me: Person, mail: Received) -> None:
    """ "The backup is asked to cover": a yes, a no, or nothing."""
    drawn = me.random.random()
    if drawn < 0.8:
        text = "YES" if drawn < 0.5 else "NO"
        me.play.world.at(me.awake(me.minutes(*A_DAY_OR_TWO)), lambda: _write(me, text, mail))


def visit_of(me: Person, mail: Received) -> TrueVisit | None:
    """The visit that a mail is about, from what stands in it."""
    refs = mail.refs or [pair.ref for pair in me.pairs]
    found = (me.play.truth.visit(ref, day) for ref in refs for day in mail.days)
    return next((visit for visit in found if visit), None)


def answer(me: Person, mail: Received, text: str, least: float, most: float) -> None:
    """They reply so many minutes from now, when they are awake."""
    me.play.world.at(me.awake(me.minutes(least, most)), lambda: me.write(text, mail))


def _write(me: Person, text: str, mail: Received) -> None:
    me.write(text, mail)

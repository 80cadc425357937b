"""What simulated visitors do of their own accord: agree on visits, go or not, write or forget, go alone, go away."""

from datetime import date, datetime, time, timedelta
from functools import partial

from mailbot.simulation.cast import Pair
from mailbot.simulation.people import Person
from mailbot.simulation.truth import Became, Journey, TrueVisit
from mailbot.simulation.voices import reasons
from mailbot.simulation.world import Deed

GOES, NOT_SEEN, HINDERED = 0.9, 0.03, 0.04  # the rest forgets
CANCELS_AHEAD = 0.05
CONFUSED = 0.3
HOLIDAYS_A_YEAR = 2


def begin(me: Person, until: date) -> None:
    """Everything that starts with the simulation: holidays for the whole time, the first visits."""
    world = me.play.world
    plan_holidays(me, until)
    for pair in me.pairs:
        world.at(me.awake(timedelta(days=me.random.uniform(0, pair.interval_days))), partial(start, me, pair))


def plan_holidays(me: Person, until: date) -> None:
    """Some weeks away; most say so some days before."""
    world, first = me.play.world, me.play.world.today
    for _ in range(round(HOLIDAYS_A_YEAR * (until - first).days / 365 + me.random.random() - 0.5)):
        begins = first + timedelta(days=me.random.randrange(10, max(11, (until - first).days)))
        ends = begins + timedelta(days=me.random.randrange(5, 16))
        if me.is_away(begins) or me.is_away(ends):
            continue
        me.away.append((begins, ends))
        if me.chance(0.7):
            told = world.local(begins - timedelta(days=me.random.randrange(2, 9)), time(19)) + me.minutes(0, 90)
            world.at(told, partial(say_away, me, begins, ends))


def start(me: Person, pair: Pair) -> None:
    """The first visit is agreed on."""
    agree(me, pair)


def say_away(me: Person, begins: date, ends: date) -> None:
    """They write when they are away."""
    me.write(me.say("away", day=me.day(begins), next=me.day(ends)), subject="Holiday")


def agree(me: Person, pair: Pair, *, told: bool = False, soon: bool = False) -> TrueVisit:
    """Visitor and client agree on the next visit. `told`: the visitor is just writing of it; else some do later."""
    world = me.play.world
    wait = me.random.randrange(2, 7) if soon else max(2, pair.interval_days + me.random.randrange(-3, 4))
    day = world.today + timedelta(days=wait)
    while me.is_away(day) or me.play.truth.visit(pair.ref, day):
        day += timedelta(days=1)
    visit = me.next[pair.ref] = me.play.truth.agree(pair, day)
    if not told and me.chance(me.traits.announces):
        world.at(me.awake(me.minutes(5, 600)), lambda: announce(me, visit))
    ahead = world.local(day - timedelta(days=1), time(18)) - me.minutes(0, 60 * 24 * 2)
    if me.chance(CANCELS_AHEAD) and ahead > world.now:
        world.at(ahead, lambda: cancel(me, visit))
    world.at(world.local(day, time(10)) + me.minutes(0, 5 * 60), lambda: the_day(me, visit))
    return visit


def announce(me: Person, visit: TrueVisit) -> None:
    """They write when they are going, unless it is over or off by now."""
    if visit.became is Became.AGREED and me.play.world.today < visit.day:
        me.write(me.say("plan", who=me.call(visit.pair), day=me.day(visit.day)), subject="Next visit")


def cancel(me: Person, visit: TrueVisit) -> None:
    """They call a visit off before its day; half of them with a new date at once."""
    if visit.became is not Became.AGREED:
        return
    visit.became, visit.why, visit.told = Became.NOT_KEPT, me.random.choice(reasons("ahead")), True
    who, day = me.call(visit.pair), me.day(visit.day)
    if me.chance(0.5):
        new = agree(me, visit.pair, told=True, soon=True)
        me.write(me.say("move", who=who, day=day, next=me.day(new.day)))
    else:
        me.write(me.say("cancel", who=who, day=day, why=visit.why))
        later(me, visit.pair)


def later(me: Person, pair: Pair) -> None:
    """Without a new date the next visit is agreed on some days later, if none was meanwhile."""
    if pair.visitor != me.who:
        return
    before = me.next.get(pair.ref)

    def if_none() -> None:
        if me.next.get(pair.ref) is before:
            agree(me, pair)

    me.play.world.at(me.awake(timedelta(days=me.random.uniform(6, 12))), if_none)


def stand_in(me: Person, pair: Pair, day: date) -> None:
    """They make one visit in somebody else's place."""
    world = me.play.world
    me.stood_in.append(pair)
    agreed = me.play.truth.visit(pair.ref, day)
    if agreed and agreed.became is Became.AGREED:  # with the visitor, who goes
        return
    visit = me.play.truth.agree(pair, day)
    world.at(world.local(day, time(10)) + me.minutes(0, 5 * 60), lambda: the_day(me, visit))


def the_day(me: Person, visit: TrueVisit) -> None:
    """The visit's own day: they go, are not let in, are hindered, or forget."""
    if visit.became is not Became.AGREED:
        return
    drawn = me.random.random()
    if drawn < GOES:
        visit.became = Became.TOOK_PLACE
        went(me, visit)
    elif drawn < GOES + NOT_SEEN:
        visit.became, visit.why = Became.NOT_KEPT, me.random.choice(reasons("theirs"))
        maybe_report(me, visit, lambda: report_not_kept(me, visit, "not_seen"))
        later(me, visit.pair)
    else:
        visit.became, visit.why = Became.NOT_KEPT, me.random.choice(reasons("own"))
        if drawn < GOES + NOT_SEEN + HINDERED:
            maybe_report(me, visit, lambda: report_not_kept(me, visit, "missed"))
        elif me.chance(CONFUSED):
            maybe_report(me, visit, lambda: mix_up(me, visit))
        later(me, visit.pair)


def went(me: Person, visit: TrueVisit) -> None:
    """They go; those who travel alone say so, and say that they are back: in time, late, or only when asked."""
    world = me.play.world
    lasts = me.minutes(90, 240)
    if me.traits.alone and visit.pair.setting in ("house", "hotel"):
        set_off(me, visit, world.now + lasts)
    maybe_report(me, visit, lambda: report_kept(me, visit), lasts)

    def if_none() -> None:
        if me.next.get(visit.pair.ref) is visit:
            agree(me, visit.pair)

    world.at(me.awake(lasts + me.minutes(60, 4 * 24 * 60)), if_none)


def set_off(me: Person, visit: TrueVisit, back_at: datetime) -> None:
    """They write before they go in, by when they will be back."""
    world = me.play.world
    local = back_at.astimezone(world.scheme.zone)
    back_by = local.replace(minute=30 if local.minute < 30 else 0, second=0) + timedelta(hours=local.minute >= 30)
    text = me.say("set_off", who=me.call(visit.pair), back=clock(back_by))
    uid = len(world.written) + 1
    journey = Journey(me.who.number, world.now, back_by.astimezone(world.now.tzinfo), uid)
    me.play.truth.journeys.append(journey)
    me.write(text, subject="Setting off")
    drawn = me.random.random()
    if drawn < 0.85:
        world.at(back_at, lambda: home(me, journey))
    elif drawn < 0.93:
        world.at(journey.back_by + me.minutes(10, 90), lambda: home(me, journey))


def home(me: Person, journey: Journey) -> None:
    """They write that they are back, once, from wherever they have been that day."""
    if journey.written_back is None:
        for each in me.play.truth.journeys:
            if each.by == journey.by and each.written_back is None:
                each.written_back = me.play.world.now
        me.write(me.say("home"), subject="Back")


def maybe_report(me: Person, visit: TrueVisit, report: Deed, lasts: timedelta = timedelta(hours=2)) -> None:
    """Most write that evening, some the next day, some days later, some never."""
    if not me.chance(me.traits.reports):
        return
    drawn = me.random.random()
    wait = (
        me.minutes(20, 300)
        if drawn < 0.7
        else me.minutes(18 * 60, 30 * 60)
        if drawn < 0.9
        else me.minutes(3 * 1440, 6 * 1440)
    )

    def unless_told() -> None:
        if not visit.told:
            visit.told = True
            report()

    me.play.world.at(me.awake(lasts + wait), unless_told)


def report_kept(me: Person, visit: TrueVisit) -> None:
    """The visit took place; some name the next one in the same mail."""
    who, day = me.call(visit.pair), me.day(visit.day)
    if me.next.get(visit.pair.ref) is visit and me.chance(0.4):
        new = agree(me, visit.pair, told=True)
        me.write(me.say("confirm_next", who=who, day=day, next=me.day(new.day)))
    else:
        me.write(me.say("confirm", who=who, day=day))


def report_not_kept(me: Person, visit: TrueVisit, what: str) -> None:
    """The visit did not take place, and why."""
    me.write(me.say(what, who=me.call(visit.pair), day=me.day(visit.day), why=visit.why))


def mix_up(me: Person, visit: TrueVisit) -> None:
    """They report a visit that they forgot, and take it back the next day."""
    visit.mixed_up = True
    me.write(me.say("confirm", who=me.call(visit.pair), day=me.day(visit.day)))
    tomorrow = me.awake(me.minutes(12 * 60, 30 * 60))
    me.play.world.at(tomorrow, lambda: me.write(me.say("mixed_up", who=me.call(visit.pair), day=me.day(visit.day))))


def clock(at: datetime) -> str:
    """A time as people write it: "4.30pm"."""
    hour = (at.hour - 1) % 12 + 1
    return f"{hour}.{at.minute:02}{'pm' if at.hour >= 12 else 'am'}"

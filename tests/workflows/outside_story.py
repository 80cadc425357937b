"""The small vocabulary of the tests about reports that leave for outside teams."""

from sqlalchemy import select

from mailbot.events import Hold
from mailbot.store import outbox
from mailbot.workflows.outside import release
from mailbot.workflows.safeguarding.tables import concern_log, concern_reports, concerns
from tests.story import DIRECTORY, IVO, LENA, to

GOVERNMENT, CHARITY = "safeguarding@government.example.net", "safeguarding@charity.example.net"
RED_FLAG_TEAM, HEAD = "redflag@helpline.example.net", "head@government.example.net"
FORM = """Person visited: H-2
Urgency: {urgency}
Harm to be prevented: she may come to harm at the hands of a man on her floor
Action asked for: a move to another floor today
Helpline called: {called}
"""
WORRY = (
    "Samira told me that a man on her floor hit her twice and she is terrified of him. Please move her to another"
    " floor.\n"
)
MORE = (
    DIRECTORY
    + f"""
[directory.red_flag]
address = "{RED_FLAG_TEAM}"
phone = "01632 960222"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
[directory.head_of_safeguarding]
address = "{HEAD}"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
"""
)


def form(urgency="urgent", called="", wait=None):
    """The labelled form; a line for the wait only where one is given."""
    return FORM.format(urgency=urgency, called=called) + (f"Wait: {wait}\n" if wait else "")


def of(mails, name):
    """Those of the mails that are that letter."""
    return [mail for mail in mails if mail.template == f"safeguarding/{name}"]


def one(mails, name):
    """The only one."""
    (mail,) = of(mails, name)
    return mail


def asked(decided, who=IVO, name="confirm_report"):
    """The mail that asks them: the draft has one of its own, another question stands beside what else is said."""
    if own := of(to(decided.mails, who), name):
        return own[0]
    return next(mail for mail in to(decided.mails, who) if f"safeguarding/{name}" in _sections(decided, who))


def _sections(decided, who):
    return [p.letter.template for p in decided.turn.postings if who in [each.email for each in p.letter.to]]


def case(story, number=1):
    return story.scheme.database.read(
        lambda conn: conn.execute(select(concerns).where(concerns.c.id == number)).one()
    )


def report(story, number=1):
    mine = select(concern_reports).where(concern_reports.c.concern_id == number)
    return story.scheme.database.read(lambda conn: conn.execute(mine).one())


def log_of(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(concern_log).order_by(concern_log.c.id)).all())
    return [row.what for row in rows]


def left(story):
    """Every report that has left or is to leave now."""
    return story.scheme.database.read(
        lambda conn: [
            mail
            for mail in of(story.mails, "escalation")
            if outbox.get(conn, mail.id).state is not outbox.OutState.HELD
        ]
    )


def by_hand(story, number) -> Hold | None:
    """`mailbot outbox release`."""
    now = story.clock.now()
    job = lambda conn: release(story.scheme, conn, number, "L. Ekwall", now)  # noqa: E731
    return story.scheme.database.write(job).result()


def request(story, mails=None):
    """The newest mail that asks the lead to decide; where the report has left, the one that says so."""
    mine = to(story.mails if mails is None else mails, LENA)
    return (of(mine, "release_request") or of(mine, "has_left"))[-1]


def raw(story, number):
    return story.scheme.database.read(lambda conn: outbox.raw(conn, number))


def open_cases(story):
    return story.scheme.database.read(lambda conn: conn.execute(select(concerns).order_by(concerns.c.id)).all())

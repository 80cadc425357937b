"""A scheme with a whole chain: the lead, the coordinator, somebody out of hours, and the chair."""

from datetime import UTC, datetime

from sqlalchemy import select

from mailbot.workflows.safeguarding.tables import concern_log, concerns
from tests.story import COLIN, LENA, begin, templates, to

OLGA, CARL = "olga@scheme.example.org", "carl@scheme.example.org"
MORE = f"""Olga Penn,{OLGA},07700 900105,out_of_hours,no
Carl Quist,{CARL},,chair,no
"""
CHAIN = (LENA, COLIN, OLGA, CARL)
ALERT = "safeguarding/officer_alert"
WORRY = "Marek told me that a man on his wing hit him twice and he is terrified of him.\n"
DANGER = "He has taken an overdose and is not breathing properly.\n"


def begin_chain(folder, **more):
    """The usual scheme with two more officers."""
    return begin(folder, people=MORE + more.pop("people", ""), **more)


def at(story, *moment):
    """The clock stands at that moment, in UTC."""
    story.clock.move_to(datetime(*moment, tzinfo=UTC))
    return story.clock.now()


def alerts(mails):
    """Those of the mails that ask somebody to take a case on."""
    return [mail for mail in mails if mail.template == ALERT]


def asked(mails):
    """Whom these alerts ask, in the order of their names."""
    return sorted(mail.to[0] for mail in alerts(mails))


def newest(mails, who, template=ALERT):
    """The last mail of that kind to that person."""
    return [mail for mail in to(mails, who) if mail.template == template][-1]


def sent(mails, who):
    """What that person got, by template."""
    return templates(to(mails, who))


def case_rows(story):
    """Every case."""
    return story.scheme.database.read(lambda conn: conn.execute(select(concerns).order_by(concerns.c.id)).all())


def log_rows(story):
    """The chronology of all cases."""
    return story.scheme.database.read(lambda conn: conn.execute(select(concern_log).order_by(concern_log.c.id)).all())


def log(story):
    """The codes of the chronology."""
    return [row.what for row in log_rows(story)]

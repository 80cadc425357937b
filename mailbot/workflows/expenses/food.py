"""Whether the food for somebody visited costs more than is reclaimed without asking, by the day of the visit (B8).

What was approved before of the same day counts, so that two mails are not twice the amount.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sqlalchemy import and_, func, select

from mailbot.events import Expense
from mailbot.roll import Match
from mailbot.workflows.contract import Turn
from mailbot.workflows.expenses.tables import ClaimState, claim_items, claims
from mailbot.workflows.food import ASKED_ABOVE, food_pence

FOR_THEM = "canteen"  # the category of what is bought for the person visited


def is_over(turn: Turn, match: Match | None, spent: Iterable[Expense]) -> bool:
    """Whether a day's food is over what the pack of this match names; items without a day count as one day's."""
    most = food_pence(turn, turn.roll.client(match.client_id), ASKED_ABOVE) if match else None
    if match is None or most is None:
        return False
    days: Counter[date | None] = Counter()
    for each in spent:
        if each.category == FOR_THEM:
            days[each.spent_on] += each.pence
    return any(pence + _before(turn, match, day) > most for day, pence in days.items())


def _before(turn: Turn, match: Match, day: date | None) -> int:
    """What the writer is paid back for food of that day already; a claim that still waits may be sent again."""
    person = turn.sender.person
    if person is None or day is None:
        return 0
    mine = and_(
        claims.c.person_id == person.id,
        claims.c.client_id == match.client_id,
        claims.c.state.in_((ClaimState.APPROVED, ClaimState.PAID)),
        claim_items.c.category == FOR_THEM,
        claim_items.c.spent_on == day,
    )
    joined = claim_items.join(claims, claims.c.id == claim_items.c.claim_id)
    return int(turn.conn.scalar(select(func.sum(claim_items.c.pence)).select_from(joined).where(mine)) or 0)

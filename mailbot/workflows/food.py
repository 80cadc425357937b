"""Food that a visitor buys for the person visited, and what of it is reclaimed without asking (B8)."""

from decimal import Decimal, InvalidOperation

from mailbot.errors import GiveUp
from mailbot.roll import Client
from mailbot.workflows.contract import Turn

FOOD = "food_pounds"  # value of a pack: for one day, in pounds; without it only the limit of a whole claim counts


def food_pence(turn: Turn, client: Client) -> int | None:
    """What the pack of that client pays back for the food of one day, in pence; None where it names nothing.

    Raises GiveUp for a value that is no amount.
    """
    pack = turn.scheme.pack_of(client.setting)
    pounds = pack.values.get(FOOD) if pack else None
    if pack is None or pounds is None:
        return None
    try:
        return int(Decimal(str(pounds)) * 100)
    except InvalidOperation:
        raise GiveUp(f'{FOOD} of pack {pack.name} is no amount: write pounds, such as "3.00"') from None

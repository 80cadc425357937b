"""Food that a visitor buys for the person visited, and what of it is reclaimed without asking (B8)."""

from decimal import Decimal, InvalidOperation

from mailbot.errors import GiveUp
from mailbot.roll import Client
from mailbot.workflows.contract import Turn

FOOD = "food_pounds"  # value of a pack: about what is paid back for one day, in pounds; visitors are told so
ASKED_ABOVE = (
    "food_asked_above_pounds"  # and above what a coordinator is asked; without it only a whole claim's limit
)


def food_pence(turn: Turn, client: Client, name: str = FOOD) -> int | None:
    """That amount of the pack of that client, for the food of one day, in pence; None where it names none.

    Raises GiveUp for a value that is no amount.
    """
    pack = turn.scheme.pack_of(client.setting)
    pounds = pack.values.get(name) if pack else None
    if pack is None or pounds is None:
        return None
    try:
        return int(Decimal(str(pounds)) * 100)
    except InvalidOperation:
        raise GiveUp(f'{name} of pack {pack.name} is no amount: write pounds, such as "3.00"') from None

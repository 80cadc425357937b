"""Expenses: a claim with amounts and receipts is recorded; above a limit a person decides (B8, L26, L28)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import insert, select, update

from mailbot.events import Event, Expense, Fact, Kind, Trust, about_sender
from mailbot.store import attention
from mailbot.store.rows import add
from mailbot.workflows.contract import Heard, Leaf, LeafAction, Turn
from mailbot.workflows.expenses import food
from mailbot.workflows.expenses.recognise import recognise
from mailbot.workflows.expenses.tables import ClaimState, claim_items, claims
from mailbot.workflows.food import ASKED_ABOVE, food_pence
from mailbot.workflows.matching import match_of, pack_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReceived(Event):
    """A message asks for money back. Nothing is recorded yet. `over_limit` is by the configured limit (L26).

    `food_over`: the food of a day costs more than the pack pays back without asking (B8).
    """

    name: ClassVar[str] = "claim.received"

    amounts_known: bool
    sure: bool
    over_limit: bool
    food_over: bool
    has_receipt: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    on_roll: bool = about_sender(False)
    fact_id: int
    _fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecorded(Event):
    """A claim stands in the books, in that state. `food_over`: for what its food cost (B8)."""

    name: ClassVar[str] = "claim.recorded"
    record_kind: ClassVar[str | None] = "claim"

    state: ClaimState
    food_over: bool = False
    claim_id: int
    claimant_id: int


@dataclass(frozen=True, slots=True)
class RecordClaim:
    """`state`: what the claim waits for, or approved."""

    state: ClaimState


def hear_claim(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A fact about money spent."""
    fields = heard.fact.fields
    match = match_of(turn, fields)
    yield ClaimReceived(
        pack=pack_name(turn, match),
        amounts_known=bool(fields.expenses) or fields.mileage is not None,
        sure=heard.fact.sure,
        over_limit=_total(fields.expenses) > turn.scheme.config.limits.claim_pence,
        food_over=food.is_over(turn, match, fields.expenses),
        has_receipt=bool(fields.receipts),
        trust=turn.money_trust,
        on_roll=turn.sender.person is not None,
        fact_id=heard.id,
        _fact=heard.fact,
    )


def record_claim(turn: Turn, event: ClaimReceived, params: RecordClaim) -> Iterable[Event]:
    """Write the claim with its items, in whole pence."""
    person, fields = turn.sender.person, event._fact.fields
    if person is None:
        raise LookupError("a rule recorded a claim of nobody on the roll: its condition must ask for on_roll")
    match = match_of(turn, fields)
    row = {
        "person_id": person.id,
        "client_id": match.client_id if match else None,
        "inbox_id": turn.inbox_id,
        "fact_id": event.fact_id,
        "state": params.state,
        "total_pence": _total(fields.expenses),
        "miles": fields.mileage,
        "receipts": fields.receipts or 0,
        "changed_at": turn.now,
    }
    claim_id = add(turn.conn, claims, row)
    items = [
        {"claim_id": claim_id, "pence": e.pence, "category": e.category, "spent_on": e.spent_on}
        for e in fields.expenses
    ]
    if items:
        turn.conn.execute(insert(claim_items), items)
    turn.change(f"claim.{params.state}", ("claim", claim_id), event.fact_id, pence=row["total_pence"])
    food_over = event.food_over and not event.over_limit
    yield ClaimRecorded(
        pack=event.pack, state=params.state, food_over=food_over, claim_id=claim_id, claimant_id=person.id
    )


def decide_claim(turn: Turn, event: Event, params: RecordClaim) -> Iterable[Event]:
    """A person with the right role said yes or no to a claim that waited."""
    if event.record is None or event.record[0] != "claim":
        raise LookupError("a rule decided a claim, but the command is not about one: its condition must ask for it")
    claim_id = event.record[1]
    turn.conn.execute(update(claims).where(claims.c.id == claim_id).values(state=params.state, changed_at=turn.now))
    turn.change(f"claim.{params.state}", ("claim", claim_id))
    attention.done_about(turn.conn, ("claim", claim_id), "command", turn.now)
    claimant_id = turn.conn.execute(select(claims.c.person_id).where(claims.c.id == claim_id)).scalar_one()
    yield ClaimRecorded(pack=event.pack, state=params.state, claim_id=claim_id, claimant_id=claimant_id)


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The values that letters about claims may disclose."""
    limit: dict[str, object] = {"limit": turn.scheme.config.limits.claim_pence}
    if isinstance(event, ClaimReceived):
        fields = event._fact.fields
        money = {"items": fields.expenses, "total": _total(fields.expenses), "miles": fields.mileage}
        return limit | money | {"receipts": fields.receipts or 0}
    if not isinstance(event, ClaimRecorded):
        return {}
    row = turn.conn.execute(select(claims).where(claims.c.id == event.claim_id)).one()
    if event.food_over and row.client_id:
        limit["limit"] = food_pence(turn, turn.roll.client(row.client_id), ASKED_ABOVE)
    found = turn.conn.execute(select(claim_items).where(claim_items.c.claim_id == row.id).order_by(claim_items.c.id))
    return limit | {
        "items": tuple(Expense(i.pence, i.category, i.spent_on) for i in found),
        "total": row.total_pence,
        "miles": row.miles,
        "receipts": row.receipts,
        "client_ref": turn.roll.client(row.client_id).ref if row.client_id else None,
        "visitor_first_name": turn.roll.person(row.person_id).first_name,
    }


def _total(items: Iterable[Expense]) -> int:
    return sum(item.pence for item in items)


LEAF = Leaf(
    name="expenses",
    recognisers=(recognise,),
    events=(ClaimReceived, ClaimRecorded),
    actions=(
        LeafAction("record_claim", RecordClaim, record_claim),
        LeafAction("decide_claim", RecordClaim, decide_claim),
    ),
    hears={Kind.EXPENSE_CLAIM: hear_claim},
    context=context,
)

"""What people write. Whoever makes a sentence knows whom it is about: the model never asks the product for that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from hypothesis import strategies as st

from tests.model.people import CALLED, CLIENTS, NAMES, Client

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]
MARKS = (
    *("zorvel", "quenby", "tamrik", "oskwen", "brillop", "dunthar", "velmok", "praxil", "gunsel", "hobrin"),
    *("jastok", "kelvar", "lumpex", "norvil", "pindok", "rostem", "sulbar", "tovrik", "ulmsen", "wexlar"),
)


@dataclass(frozen=True)
class Said:
    """One text with what its maker knows of it. `mark`: a word that stands in no other message of the run.

    `about`: whom it is about, by address, without their household. `doubt`: who is named beside harm, and it cannot
    be told. `asked`: the labelled form with harm and action; `urgent`: it says so. `call`: the
    exact time of a call that it gives.
    """

    text: str
    mark: str = ""
    client: Client | None = None
    harm: bool = False
    about: frozenset[str] = frozenset()
    doubt: frozenset[str] = frozenset()
    asked: bool = False
    urgent: bool = False
    call: str | None = None
    wait: int = 0
    complaint: bool = False


PLAIN = (
    "{client} told me that a man with a {mark} coat hit them twice.",
    "{client} wants to die and has hidden a {mark} rope.",
    "{client} has taken an overdose of {mark} pills and is not breathing properly.",
    "{client} was beaten last night with a {mark} belt, and is terrified.",
    "I am worried about {client}. There are bruises on both arms from a {mark} strap.",
    "Nothing urgent, but {client} was slapped by a man with a {mark} hat.",
    "Hi Colin,\n\n{client} was beaten by a neighbour with a {mark} stick.\n\nThanks",
    "Please let the safeguarding lead know that {client} was beaten with a {mark} stick.",
    "We had a lovely visit with {client}, cake and all. {client} said that a man in a {mark} coat hit them.",
)
BLAMING = (
    "{Who} hit {client} with a {mark} stick.",
    "{client} was raped by {who} in the {mark} room.",
    "{client} says that they are afraid of {who}, who hit them with a {mark} belt.",
    "I am worried about {who}, who shouts at {client} and locks the {mark} door.",
    "{Who} strangled {client} with a {mark} scarf, and I want to complain.",
    "{client} was beaten last night. It was {who} who did it, with a {mark} belt.",
)
DOUBTFUL = (
    "{client} has bruises from a {mark} belt. {Who} was there on Friday.",
    "I told {who} on Monday that {client} was hit with a {mark} stick, and {who} did nothing.",
)
COMPLAINTS = (
    "I want to make a complaint about {who}. Nobody ever rings me back about the {mark} forms.",
    "I wish to complain about my coordinator {who}, who was rude to me about the {mark} list.",
)
ROUTINE = (
    "Saw {client} on Saturday, all well.",
    "I visited {client} yesterday at 14.05. A nice chat about {mark}.",
    "I can't make it to {client} this week, sorry.",
    "Thanks a lot!",
    "Is the office open at Easter? A {mark} question.",
    "My new number is 07700 900123.",
)
RETRACTIONS = ("Ignore that, he's fine.", "False alarm, sorry!", "Please forget what I wrote, it was nothing.")
QUESTIONS = (
    "Has anybody reported anything about {ref} this week?",
    "What is happening with {client}? Nobody tells me anything.",
    "Is there something about me?",
    "Please send me the history.",
)
EXACT = {"9.20 am": "09.20", "07:40": "07.40", "8.15 am today": "08.15", "today at 6.35 am": "06.35"}
VAGUE = ("", "about 3ish", "still on hold", "this morning", "after lunch I think", "no")
HOTEL_FORM = """Person visited: {ref}
Urgency: {urgency}
Harm to be prevented: {harm}
Action asked for: {action}
Helpline called: {called}
"""


def worry(draw: Draw[str], mark: str, client: Client, nobody: frozenset[str]) -> Said:
    """A sign of harm in plain words; it never blames `nobody`, who are the writer and their household."""
    kind = draw(st.sampled_from(("plain", "blaming", "blaming", "doubtful")))
    if kind == "plain":
        text = draw(st.sampled_from(PLAIN)).format(client=client.name, mark=mark)
        return Said(f"{text}\n", mark, client, harm=True)
    ways = BLAMING if kind == "blaming" else DOUBTFUL
    names = CALLED if kind == "blaming" else {name: CALLED[name] for name in NAMES.values()}
    who = draw(st.sampled_from(sorted(name for name, people in names.items() if not people & nobody)))
    text = draw(st.sampled_from(ways)).format(client=client.name, mark=mark, who=who, Who=who[0].upper() + who[1:])
    said = Said(f"{text}\n", mark, client, harm=True)
    return replace(said, about=names[who]) if kind == "blaming" else replace(said, doubt=names[who])


def with_call(draw: Draw[str], said: Said) -> Said:
    """The same, with a call to the helpline that has an exact time, or none."""
    when = draw(st.sampled_from(("", *EXACT, *VAGUE[1:3])))
    if when not in EXACT:
        return replace(said, text=said.text + (f"I rang the helpline, {when}.\n" if when else ""))
    return replace(said, text=f"{said.text}I rang the helpline today, {when}.\n", call=EXACT[when])


def form(draw: Draw[str], mark: str, client: Client) -> Said:
    """The labelled form, with or without what it needs."""
    called = draw(st.sampled_from((*EXACT, *VAGUE)))
    harm = f"she may come to harm at the hands of a man in a {mark} coat"
    action = draw(st.sampled_from(("a move to another floor today", "")))
    urgency = draw(st.sampled_from(("urgent", "urgent", "not urgent", "imminent")))
    wait = draw(st.sampled_from(("", "", "5", "12")))
    text = HOTEL_FORM.format(ref=client.ref, urgency=urgency, harm=harm, action=action, called=called)
    text += f"Wait: {wait}\n" if wait else ""
    said = Said(text, mark, client, harm=True, asked=bool(action), urgent=urgency != "not urgent")
    return replace(said, call=EXACT.get(called), wait=int(wait or 0))


def complaint(draw: Draw[str], mark: str) -> Said:
    """About a coordinator: kept from all of them (L29)."""
    who = draw(st.sampled_from(("Colin", "Chloe", "Colin Dray")))
    text = draw(st.sampled_from(COMPLAINTS)).format(who=who, mark=mark)
    return Said(f"{text}\n", mark, about=CALLED["the coordinator"], complaint=True)


def routine(draw: Draw[str], mark: str) -> Said:
    """Nothing that worries anybody."""
    client = draw(st.sampled_from(CLIENTS))
    return Said(draw(st.sampled_from(ROUTINE)).format(client=client.name, mark=mark) + "\n", client=client)


def call_time(draw: Draw[str]) -> Said:
    """A bare answer to our question when the helpline was called."""
    when = draw(st.sampled_from((*EXACT, *VAGUE[1:])))
    return Said(f"{when}\n", call=EXACT.get(when))

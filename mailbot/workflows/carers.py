"""Whether a child's carer may be told: never with an open concern about their household (L20, L22; hard case 8).

The one place that is asked before a mail or a task says "tell the carer". In doubt nobody is told.
"""

import re

from mailbot.events import Kind
from mailbot.expressions import lazy
from mailbot.roll import Client
from mailbot.workflows.contract import Turn
from mailbot.workflows.published import open_concern_texts

CARER = "carer"  # what `Fields.concern_about` says of a concern about a carer
_HOUSEHOLD = lazy(
    r"\b(?:carers?|caregivers?|foster(?:ing|ed)?|(?:step|house)[- ]?(?:mum|mam|mom|dad|mother|father|parents?|brother"
    r"|sister)|(?:his|her|their) (?:uncle|aunt\w*|gran\w*|nan\w*|stepdad|stepmum|guardians?)"
    r"|at (?:his |her |their )?home|go(?:ing|es)? (?:back )?home|go(?:ing)? back there|lives? with|living with"
    r"|in (?:the|that|their) (?:house|home|placement)|household)\b",
    re.IGNORECASE,
)
# Signs that blame nobody by themselves: a child who ran off, or fell ill, may have the best of carers.
_BLAMELESS = frozenset(
    {"missing", "emergency", "illness", "suicide", "self-harm", "volunteer-distress", "destitution"}
)


def may_tell_carer(turn: Turn, client: Client | None) -> bool:
    """Whether this message and the open cases leave no doubt about the carer's household.

    Without a client, the open cases about everybody whom the writer visits count.
    """
    reading = turn.reading
    if reading is not None:
        said = [f for f in reading.facts if f.kind is Kind.SAFEGUARDING_CONCERN]
        text = f"{reading.message.subject}\n{reading.text.newest}"
        if any(fact.fields.concern_about == CARER for fact in said) or blames_household(turn, text):
            return False
    clients = (client,) if client else turn.roll.clients_of(turn.roll.matches_of(turn.sender.person))
    texts = (text for each in clients for text in open_concern_texts(turn.conn, each.id))
    return not any(blames_household(turn, text) for text in texts)


def blames_household(turn: Turn, text: str) -> bool:
    """Whether a text shows harm and speaks of those with whom a child lives: that is doubt enough."""
    if not _HOUSEHOLD.search(text):
        return False
    return any(harm.category not in _BLAMELESS for harm in turn.scheme.scanner.scan(text))

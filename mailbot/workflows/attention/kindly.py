"""Kind words back to a letter of ours that asks nothing: thanks in words that are in no list."""

from mailbot.reading.message import Draft
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sense import dates_in, names_in, said
from mailbot.workflows.attention import wording

_KIND = 18  # words


def is_only_kind(draft: Draft, text: str) -> bool:
    """A few words back to a letter of ours that asks nothing, with no day, no name and nothing that is put right.

    Each of them has to be harmless chat: what is thanks to the last word is read by nobody.
    """
    few = len(text.split()) <= _KIND and text.isascii()
    if not few or wording.MORE_THAN_KIND.search(text) or not wording.KIND.search(text):
        return False
    if not chat_for(draft.around.chat).accounts(text, names_in(draft), known=True):
        return False  # "Thanks, my husband is angry all the time"
    dated = any(dates_in(draft, each, way) for each in said(draft) for way in Direction)
    return not dated and not find_clients(text, draft.around.roll, draft.sender.person)

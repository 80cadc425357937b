"""Which client a report is about, also where the name is spelt in another way: that is asked, unless we had asked."""

from dataclasses import replace

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.names import About, about, find_clients
from mailbot.reading.words.phrases import folded
from mailbot.roll import Client

_WORD = lazy(r"[^\W\d_]{4,}")


def whom(draft: Draft, words: str) -> About:
    """The client meant by these words; one whose name is a letter off counts, and is unsure."""
    return draft.once(f"whom {words}", lambda each: _whom(each, words))


def _whom(draft: Draft, words: str) -> About:
    named = find_clients(words, draft.around.roll, draft.sender.person)
    found = about(draft, words if named else None)
    if found.source == "text" or (found.source == "subject" and found.sure):
        return found
    near = draft.once("near", _near)
    if near is None:
        return found
    if found.source == "quote" and found.client == near.client:
        return replace(found, source=near.source, shown=near.shown)
    return near


def near_names(draft: Draft, words: str) -> list[Span]:
    """Where a name of that kind stands in these words."""
    near = draft.once("near", _near)
    at = words.find(near.shown) if near and near.shown else -1
    return [Span(at, at + len(near.shown))] if near and near.shown and at >= 0 else []


def _near(draft: Draft) -> About | None:
    """The one client of the writer's whose first name stands in text or subject with one letter wrong."""
    roll = draft.around.roll
    names = {folded(c.first_name): c for c in roll.clients_of(roll.matches_of(draft.sender.person))}
    for source, text in (("text", draft.text.newest), ("subject", draft.message.subject)):
        for match in _WORD.finditer(folded(text)):
            client = None if match.group() in roll.name_words else _like(match.group(), names)
            if client is not None and not chat_for(draft.around.chat).knows(match.group()):
                return About(client, source, text[match.start() : match.end()], sure=False)
    return None


def _like(word: str, names: dict[str, Client]) -> Client | None:
    return next((client for name, client in names.items() if is_near(word, name)), None)


def is_near(word: str, name: str) -> bool:
    """Whether a word is this name with one letter wrong, missing, doubled or swapped; the first has to be right."""
    if len(name) < 4 or word[0] != name[0] or abs(len(word) - len(name)) > 1 or word == name:
        return False
    start = next((at for at, pair in enumerate(zip(word, name, strict=False)) if pair[0] != pair[1]), len(name) - 1)
    a, b = word[start:], name[start:]
    swapped = len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped

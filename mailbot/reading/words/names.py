"""Clients in a text: by reference or by first name against the roll, the sender's own matches first.

Two clients of one name are found, and found unsure. Also which client a whole message is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.quotes import our_prompt
from mailbot.roll import Client, Person, Roll

CLIENT = "\ue000"  # no letter: stands for a client's name where a wording asks for one
_WORD = lazy(r"[^\W_]+(?:[-/][^\W_]+)*")
# First names that are everyday words too: in lower case they are not taken for a name.
_EVERYDAY_LIST = (
    "will mark may grace hope faith joy rose bo art bill rob sunny dawn summer april june august sky star angel "
    "daisy lily ivy ruby pearl precious happy blessing frank jack miles chance king prince guy dean grant"
)
_MOST_TEXTS = 64  # whose words are remembered
_EVERYDAY = frozenset(_EVERYDAY_LIST.split())


@dataclass(frozen=True, slots=True)
class FoundClient:
    """A client and where the words stand. `sure`: it can be nobody else. `own`: one of the sender's matches."""

    client: Client
    span: Span
    sure: bool
    own: bool


@dataclass(frozen=True, slots=True)
class About:
    """Which client a message is about. `source` is text, subject, quote or match; `shown` is what it says.

    `quoted`: our own prompt, or the subject that we gave it, names the client too.
    """

    client: Client | None = None
    source: str | None = None
    shown: str | None = None
    sure: bool = False
    quoted: bool = False


def find_clients(text: str, roll: Roll, sender: Person | None) -> tuple[FoundClient, ...]:
    """Every mention of a client of the roll, in order of the text."""
    words = roll.client_words
    likely = {word for word, bare in _words_of(text) if word in words or bare in words}
    if not likely and text.isascii():
        return ()
    own = frozenset(client.id for client in roll.clients_of(roll.matches_of(sender)))
    matches = (match for match in _WORD.finditer(text) if match.group().casefold() in likely)
    named = [found for match in matches if (found := _found(match, roll, own))]
    return tuple(sorted([*named, *_in_script(text, roll, own)], key=lambda f: f.span.start))


@lru_cache(maxsize=_MOST_TEXTS)
def _words_of(text: str) -> frozenset[tuple[str, str]]:
    """Each word of a text in lower case, beside whose it may be: many recognisers look for clients in one text."""
    return frozenset((word, _possessor(word)) for word in _WORD.findall(text.casefold()))


def with_signs(text: str, roll: Roll, sender: Person | None) -> str:
    """The text with each client's name as a run of CLIENT, as long as the name was: positions stay what they are."""
    for found in find_clients(text, roll, sender):
        start, end = found.span.start, found.span.end
        text = text[:start] + CLIENT * (end - start) + text[end:]
    return text


def about(draft: Draft, piece: str | None = None) -> About:
    """The client meant: named in the piece, else in the text, the subject, our prompt; else the only match."""
    named = find_clients(piece, draft.around.roll, draft.sender.person) if piece else ()
    found = _choose(named, "text", piece or "") if named else draft.once("about", _about)
    return replace(found, quoted=found.client is not None and found.client.id in draft.once("prompted", _prompted))


def _prompted(draft: Draft) -> frozenset[int]:
    """The clients whom our quoted prompt names, or the subject of ours that is answered."""
    prompt = our_prompt(draft)
    subject = draft.message.subject if prompt or draft.around.answers_question else ""
    found = find_clients(f"{subject}\n{prompt}", draft.around.roll, draft.sender.person)
    return frozenset(each.client.id for each in found)


def _about(draft: Draft) -> About:
    roll, sender = draft.around.roll, draft.sender.person
    places = (("text", draft.text.newest), ("subject", draft.message.subject), ("quote", our_prompt(draft)))
    for source, words in places:
        if found := find_clients(words, roll, sender):
            return _choose(found, source, words)
    matches = roll.matches_of(sender)
    if len(matches) == 1:
        client = roll.client(matches[0].client_id)
        return About(client, "match", client.ref, sure=True)
    return About()


def _choose(found: tuple[FoundClient, ...], source: str, words: str) -> About:
    clients = {f.client.id for f in found}
    own = [f for f in found if f.own]
    first = own[0] if own and len({f.client.id for f in own}) == 1 else found[0]
    shown = words[first.span.start : first.span.end]
    if first.client.first_name and shown.casefold() == f"{first.client.first_name}s".casefold():
        shown = shown[:-1]
    return About(
        first.client, source, shown, sure=first.sure and (len(clients) == 1 or (first.own and len(own) == len(found)))
    )


def _found(match: "re.Match[str]", roll: Roll, own: frozenset[int]) -> FoundClient | None:
    word = match.group()
    client = roll.by_ref(word)
    if client is not None:
        return FoundClient(client, Span(*match.span()), True, client.id in own)
    name = word.casefold()
    namesakes = roll.clients_by_name.get(name, ()) or roll.clients_by_name.get(_possessor(name), ())
    if not namesakes or (word[0].islower() and word in _EVERYDAY):
        return None
    return _of_namesakes(namesakes, Span(*match.span()), own)


def _possessor(name: str) -> str:
    """ "i was at blessings": typed without its apostrophe."""
    return name.removesuffix("s") if len(name) > 4 else name


def _of_namesakes(clients: tuple[Client, ...], span: Span, own: frozenset[int]) -> FoundClient:
    mine = [c for c in clients if c.id in own]
    chosen = mine[0] if mine else clients[0]
    return FoundClient(chosen, span, len(mine) == 1 or (not mine and len(clients) == 1), bool(mine))


def _in_script(text: str, roll: Roll, own: frozenset[int]) -> Iterator[FoundClient]:
    if text.isascii():
        return
    for client in roll.clients:
        if client.name_in_script:
            for match in re.finditer(re.escape(client.name_in_script), text):
                yield FoundClient(client, Span(*match.span()), True, client.id in own)

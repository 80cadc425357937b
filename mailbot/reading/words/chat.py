"""Harmless everyday chat, by the vocabulary of `rules/chat.toml`, which a safeguarding lead keeps.

Two-sided: every word has to be known as harmless where it stands, and nothing may turn it into a sign. What is
not surely chat is left for a person.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mailbot.reading.message import ChatEntry, ChatPart, ChatWhere
from mailbot.reading.words.phrases import Phrases, folded

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBER = re.compile(r"(?:\d[\d.,/-]*(?:st|nd|rd|th|am|pm|ish|mins?|hrs?|k)?)\Z")
_CLAUSE = re.compile(r"[,;:.!()\[\]–—\n\"“”|&+/]+|\s-+\s|\b(?:and|but|though|then|so|while|which|n|where)\b")
_WITH_ME = re.compile(r"\b(?:(?:me|myself) and (?P<after>\w+)|(?P<ahead>\w+) and (?:i|me|myself))\b")
_TOGETHER = re.compile(r"\b(?:we|we've|we'd|we're|we'll|us|our|ours|both|together)\b")
_MINE = re.compile(r"\b(?:i|i'm|i've|i'd|i'll)\b")
_SUBJECT = re.compile(
    r"\b(?:he|he's|he'd|he'll|she|she's|she'd|she'll|they|they're|everyone|someone|it's|there's)\b"
    r"|^\W*(?:it|his|her|the|this|that)\b|\b(?:this|that|there) (?:is|was|were|has|had)\b"
)
_KNOWN = "¦"  # stands for a phrase that is harmless as a whole
_BEFORE_NAME_LIST = (
    "with to for of from by at saw met see about than like dear hi hello thanks took showed taught visited visit and "
    "meet told gave beat bought me"
)
_BEFORE_NAME = frozenset(_BEFORE_NAME_LIST.split())
_BEFORE_PLACE = frozenset(("in", "at", "to", "near", "around", "the", "past", "through", "towards"))
_GOOD = (
    r"(?:there|here|lovely|well|fine|good|great|happy|pleased|delighted|friendly|welcoming|kind|helpful|polite|nice"
    r"|chatty|ok|okay|cheerful|brilliant|wonderful|charming)"
)
_ANY_HIS = r"(?:his|her|their|my|our|the|your|both|all)"


class Chat:
    """The vocabulary, compiled. Build it once per vocabulary (`chat_for`) and pass it on."""

    def __init__(self, entries: Iterable[ChatEntry]) -> None:
        kept = tuple(entries)
        self._words = {where: _listed(kept, ChatPart.WORD, seen) for where, seen in _SEEN.items()}
        self._phrases = {where: _compiled(kept, ChatPart.PHRASE, seen) for where, seen in _SEEN.items()}
        self._turns = {
            ChatWhere.ALWAYS: _compiled(kept, ChatPart.TURN, (ChatWhere.ALWAYS,)),
            ChatWhere.APART: _compiled(kept, ChatPart.TURN, (ChatWhere.APART,)),
        }
        people = _listed(kept, ChatPart.PERSON, tuple(ChatWhere))
        self._people = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, people))) or '(?!)'})(?:'s)?\b")
        self._greeted = _greeted(people)

    def accounts(self, sentence: str, names: frozenset[str], known: bool) -> bool:
        """Whether these words, what is understood of them blanked with `|`, are harmless chat to the last.

        `known`: something of the sentence is understood, so that little words alone may be its rest.
        """
        plain = folded(sentence)
        if "?" in plain or "£" in plain:
            return False
        plain = self._blanked(plain, ChatWhere.ALWAYS)
        if self._turns[ChatWhere.ALWAYS].found(self._blanked(plain, ChatWhere.TOGETHER)):
            return False
        places = _places(sentence, plain)
        said = known or _KNOWN in plain
        for where, clause, at in _clauses(plain, names, known):
            if not self._is_harmless(where, clause, names, {p - at for p in places}):
                return False
            said = said or any(len(word) > 3 for word in _WORD.findall(clause))
        return said

    def knows(self, word: str) -> bool:
        """Whether the word is listed as harmless anywhere."""
        return _is_known(folded(word), self._words[ChatWhere.TOGETHER], frozenset())

    def _is_harmless(self, where: ChatWhere, clause: str, names: frozenset[str], places: set[int]) -> bool:
        rest = self._blanked(clause, ChatWhere.ALWAYS if where is ChatWhere.APART else where)
        if where is ChatWhere.APART and self._turns[ChatWhere.APART].found(rest):
            return False
        rest = self._greeted.sub(lambda m: _KNOWN * len(m.group()), rest)
        if self._people.search(rest):
            return False
        known = self._words[ChatWhere.ALWAYS if where is ChatWhere.APART else where]
        placed = places if where is not ChatWhere.APART else set()
        return all(m.start() in placed or _is_known(m.group(), known, names) for m in _WORD.finditer(rest))

    def _blanked(self, plain: str, where: ChatWhere) -> str:
        return self._phrases[where].blanked(plain, _KNOWN)


_SEEN = {
    ChatWhere.ALWAYS: (ChatWhere.ALWAYS,),
    ChatWhere.MINE: (ChatWhere.ALWAYS, ChatWhere.MINE),
    ChatWhere.TOGETHER: (ChatWhere.ALWAYS, ChatWhere.MINE, ChatWhere.TOGETHER),
}


@lru_cache(maxsize=8)
def chat_for(entries: tuple[ChatEntry, ...]) -> Chat:
    """The compiled vocabulary; the same one is compiled once."""
    return Chat(entries)


def _clauses(plain: str, names: frozenset[str], known: bool) -> Iterator[tuple[ChatWhere, str, int]]:
    """The halves of a sentence with whom they are about, and where each begins."""
    plain = _WITH_ME.sub(lambda m: _as_we(m, names), plain)
    where = ChatWhere.TOGETHER
    start = 0
    for end, after in [*(m.span() for m in _CLAUSE.finditer(plain)), (len(plain), len(plain))]:
        clause = plain[start:end]
        if _WORD.search(clause):
            where = _where(clause, names, where)
            yield where, clause, start
        start = after


def _as_we(match: "re.Match[str]", names: frozenset[str]) -> str:
    """ "Omar and I" is we, at the same length; "tea and I" is not."""
    who = match["ahead"] or match["after"]
    isnt_we = who not in names and who not in ("he", "she", "him", "her")
    return match.group() if isnt_we else "we".ljust(len(match.group()))


def _where(clause: str, names: frozenset[str], before: ChatWhere) -> ChatWhere:
    """Whom a clause is about; one without a subject goes on with the clause before."""
    if _SUBJECT.search(clause) or _has_name_as_subject(clause, names):
        return ChatWhere.APART
    if _TOGETHER.search(clause):
        return ChatWhere.TOGETHER
    return ChatWhere.MINE if _MINE.search(clause) else before


def _has_name_as_subject(clause: str, names: frozenset[str]) -> bool:
    words = _WORD.findall(clause)
    pairs = zip(["", *words], words, [*words[1:], ""], strict=False)
    return any(
        word in names and after and after not in names and before not in _BEFORE_NAME and before not in names
        for before, word, after in pairs
    )


def _is_known(word: str, known: frozenset[str], names: frozenset[str]) -> bool:
    if word in known or word in names or word.removesuffix("'s") in names or _NUMBER.match(word):
        return True
    return "-" in word and all(part in known for part in word.split("-"))


def _places(sentence: str, plain: str) -> set[int]:
    """Where capital letters show the name of a place: "in Whitby", "to North Berwick"."""
    found: set[int] = set()
    if sentence.isupper():
        return found
    before, was_place = "", False
    for match in _WORD.finditer(sentence):
        is_place = sentence[match.start()].isupper() and (before in _BEFORE_PLACE or was_place)
        is_place = is_place and "'" not in match.group() and "’" not in match.group()
        if is_place:
            found.add(match.start())
        before, was_place = plain[match.start() : match.end()], is_place
    return found


def _listed(entries: Iterable[ChatEntry], part: ChatPart, where: tuple[ChatWhere, ...]) -> frozenset[str]:
    return frozenset(word for e in entries if e.part is part and e.where in where for word in e.words)


def _compiled(entries: Iterable[ChatEntry], part: ChatPart, where: tuple[ChatWhere, ...]) -> Phrases:
    return Phrases((phrase, "en") for phrase in _listed(entries, part, where))


def _greeted(people: frozenset[str]) -> "re.Pattern[str]":
    """Where people are only talked about, greeted or praised: "about his mum", "staff were lovely"."""
    who = rf"(?:foster )?(?:{'|'.join(sorted(map(re.escape, people), key=len, reverse=True)) or '(?!)'})\b"
    praise = rf"(?:was|were|is|are|all|both|also|so|very|really|too|quite|'s| )+\b{_GOOD}\b(?: too| as well)?"
    greets = r" (?:says?|said|sends?|sent) (?:hello|hi|thanks|thank you|his regards|her regards|regards|best wishes)"
    return re.compile(
        rf"\b(?:about|of|than|as|thank|thanks to|love to|regards to|hello to|hi to) {_ANY_HIS} {who}"
        rf"|\b(?:{_ANY_HIS} )?{who} {praise}|\b(?:{_ANY_HIS} )?{who}{greets}|\bmy (?:line )?{who}"
    )

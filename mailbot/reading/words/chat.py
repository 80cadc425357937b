"""Harmless everyday chat, by the vocabulary of `rules/chat.toml`, which a safeguarding lead keeps.

Two-sided: every word has to be known as harmless where it stands, and nothing may turn it into a sign. What is
not surely chat is left for a person.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailbot.expressions import lazy
from mailbot.reading.message import ChatEntry, ChatPart, ChatWhere
from mailbot.reading.words.chat_rows import NUMBER, WORD, Rows
from mailbot.reading.words.chat_subjects import Clause, clauses, place_starts, undone
from mailbot.reading.words.phrases import folded

_TOKEN = lazy(
    r"[^\W_]+(?:['’-][^\W_]+)*|[,;:.!()\[\]–—\n\"“”|&+/]+|(?<=\s)-+(?=\s)"
)  # a word, or what parts two clauses
_SEEN = {
    ChatWhere.ALWAYS: (ChatWhere.ALWAYS,),
    ChatWhere.MINE: (ChatWhere.ALWAYS, ChatWhere.MINE),
    ChatWhere.TOGETHER: (ChatWhere.ALWAYS, ChatWhere.MINE, ChatWhere.TOGETHER),
    ChatWhere.APART: (ChatWhere.ALWAYS,),
}
# a radio that knows a name is no chat
_MINDFUL_LIST = (
    "know knows knew known tell tells told talk talks talked speak speaks spoke say says said ask asks asked "
    "answer answers answered call calls called think thinks thought believe believed watch watches watched listen "
    "listens listened hear hears heard follow follows followed want wants wanted choose chose name named teach "
    "taught like likes liked love loves loved hate hates hated explain explained look looking looks"
)
# what says too little to turn a clause that tells of play or laughter
_MILD_LIST = "every again always still little few small over late early last same half fast quick busy box"
_MILD = frozenset(_MILD_LIST.split())
_PLAY_LIST = (
    "laughed laughing laughs laugh giggled giggling giggles joke jokes joked joking pun puns win wins won winning "
    "beat scored scores goal goals match game games quiz chess draughts rummy dominoes bingo scrabble cards "
    "football cricket tennis bowling song songs sang singing sings choir band concert dance danced dancing poem "
    "poems jigsaw puzzle crossword story stories film films book books painting paintings drawing drawings lego "
    "guitar piano museum zoo team teams league recipe recipes joker riddle riddles snooker pool darts rugby"
)
_PLAY = frozenset(_PLAY_LIST.split())
_REPORTING = frozenset(("say", "says", "said", "told", "tells", "thinks", "thought", "reckons", "think", "reckon"))
_MINDFUL = frozenset(_MINDFUL_LIST.split())
_SEEMING = frozenset(("like", "looks", "looked"))  # "it looks like rain", where that is a harmless phrase


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence word by word. A word of a harmless phrase is empty in `words`; `starts` tells where each stands."""

    words: list[str]
    spoken: list[str]
    starts: list[int]
    names: frozenset[str]
    places: frozenset[int]


class Chat:
    """The vocabulary, compiled. Build it once per vocabulary (`chat_for`) and pass it on."""

    def __init__(self, entries: Iterable[ChatEntry]) -> None:
        kept = tuple(entries)
        self._people = _listed(kept, ChatPart.PERSON, tuple(ChatWhere))
        self._words = {where: _listed(kept, ChatPart.WORD, seen) for where, seen in _SEEN.items()}
        self._phrases = {
            where: Rows(_listed(kept, ChatPart.PHRASE, (where,)), self._people)
            for where in (ChatWhere.ALWAYS, ChatWhere.MINE, ChatWhere.TOGETHER)
        }
        always = _listed(kept, ChatPart.TURN, (ChatWhere.ALWAYS,))
        apart = _listed(kept, ChatPart.TURN, (ChatWhere.APART,))
        self._turns = {True: Rows(always | apart, self._people), False: Rows(always, self._people)}
        self._turning = frozenset(turn for turn in always | apart if turn.isalpha())

    def accounts(self, sentence: str, names: frozenset[str], known: bool) -> bool:
        """Whether these words, what is understood of them blanked with `|`, are harmless chat to the last.

        `known`: something of the sentence is understood, so that little words alone may be its rest.
        """
        return next(self.doubts(sentence, names, known), None) is None

    def doubts(self, sentence: str, names: frozenset[str], known: bool) -> Iterator[str]:
        """What keeps these words from being harmless chat; nothing if they are."""
        plain = folded(sentence)
        if "?" in plain or "£" in plain:
            yield "?"
            return
        said = _heard(sentence, plain, names)
        some = self._phrases[ChatWhere.ALWAYS].blank(said.words, 0, len(said.words)) or known
        for clause in clauses(said.words, said.spoken, names):
            for also in _SEEN[clause.where][1:]:
                some = self._phrases[also].blank(said.words, clause.start, clause.end, said.spoken) or some
            yield from self._turned(said, clause)
            yield from self._unknown(said, clause)
            if doing := undone(clause, said.spoken, names):
                yield f"'{doing}'"
            some = some or any(len(word) > 3 for word in said.words[clause.start : clause.end])
        if not some:
            yield "says nothing"

    def knows(self, word: str) -> bool:
        """Whether the word is listed as harmless anywhere."""
        return self._is_known(folded(word), ChatWhere.TOGETHER, frozenset())

    def _turned(self, said: _Said, clause: Clause) -> Iterator[str]:
        """A turn counts unless all of it belongs to harmless phrases."""
        turns = self._turns[not clause.is_free]
        is_play = not _PLAY.isdisjoint(said.spoken[clause.start : clause.end])
        for at in range(clause.start, clause.end):
            to = turns.reach(said.spoken, at)
            if to and any(said.words[at:to]) and not (is_play and said.spoken[at] in _MILD and to == at + 1):
                yield f"turned by '{' '.join(said.spoken[at:to])}'"
            if (
                clause.is_thing
                and said.spoken[at] in _MINDFUL
                and (said.words[at] or said.spoken[at] not in _SEEMING)
            ):
                yield f"a thing that '{said.spoken[at]}'"

        last, after = said.spoken[clause.end - 1], said.spoken[clause.end : clause.end + 1]
        if last in _REPORTING and after and after[0].startswith("|"):
            yield f"what somebody '{last}' is not to be seen here"

    def _unknown(self, said: _Said, clause: Clause) -> Iterator[str]:
        for at in range(clause.start, clause.end):
            word, where = said.words[at], clause.where
            where = ChatWhere.MINE if clause.is_thing else where
            if not word or not WORD.match(word) or (said.starts[at] in said.places and where is not ChatWhere.APART):
                continue
            if self._is_person(word):
                yield f"person '{word}'"
            elif not self._is_known(word, where, said.names):
                yield f"'{word}' is not known where it is {where}"

    def _is_person(self, word: str) -> bool:
        return word.removesuffix("'s") in self._people or any(part in self._people for part in word.split("-"))

    def _is_known(self, word: str, where: ChatWhere, names: frozenset[str]) -> bool:
        known = self._words[where]
        if word in known or word in names or word.removesuffix("'s") in names or NUMBER.match(word):
            return True
        if word.endswith("in'") or "-" not in word:
            return False
        return all(part in known and part not in self._turning for part in word.split("-"))


@lru_cache(maxsize=8)
def chat_for(entries: tuple[ChatEntry, ...]) -> Chat:
    """The compiled vocabulary; the same one is compiled once."""
    return Chat(entries)


def _heard(sentence: str, plain: str, names: frozenset[str]) -> _Said:
    """The words of a sentence; "Omar and I" is we, "tea and I" is not."""
    words, starts = [], []
    for match in _TOKEN.finditer(plain):
        words.append(match.group())
        starts.append(match.start())
    for at in range(1, len(words) - 1):
        if words[at] in ("and", "n", "&"):
            pair = (words[at - 1], words[at + 1])
            who = pair[1] if pair[0] in ("me", "myself") else pair[0] if pair[1] in ("i", "me", "myself") else ""
            if who in names or who in ("he", "she", "him", "her"):
                words[at - 1 : at + 2] = ["", "we", ""]
    return _Said(words, list(words), starts, names, place_starts(sentence, plain))


def _listed(entries: Iterable[ChatEntry], part: ChatPart, where: tuple[ChatWhere, ...]) -> frozenset[str]:
    return frozenset(word for e in entries if e.part is part and e.where in where for word in e.words)

"""Whom each half of a sentence of chat is about: the two together, the writer, or somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mailbot.reading.message import ChatWhere
from mailbot.reading.words.chat_rows import WORD

_JOINERS = frozenset(("and", "but", "though", "then", "so", "while", "which", "n", "where"))
_TOGETHER = frozenset(("we", "we've", "we'd", "we're", "we'll", "us", "our", "ours", "both", "together"))
_HUMAN_LIST = (
    "he he's he'd he'll hes she she's she'd she'll shes they they're they've they'd everyone someone him her his "
    "hers their them who whose"
)
_HUMAN = frozenset(_HUMAN_LIST.split())
_MINE = frozenset(("i", "i'm", "i've", "i'd", "i'll", "im", "ive"))
_OTHERS_LIST = (
    "he he's he'd he'll hes she she's she'd she'll shes they they're they've they'd everyone someone it's there's"
)
_OTHERS = frozenset(_OTHERS_LIST.split())
_FIRST = frozenset(("it", "his", "her", "the", "this", "that"))
# "Gets his lunch", "Is well": somebody else's doing, though nobody is named
_FIRST_DOING_LIST = (
    "is was has does isnt gets says seems looks likes loves wants goes knows thinks feels sleeps eats works plays "
    "needs comes takes makes keeps tells sends enjoys lives stays sits walks runs hopes speaks talks wears gives"
)
_FIRST_DOING = frozenset(_FIRST_DOING_LIST.split())
_ARTICLES = frozenset(("the", "a", "an", "our", "my", "some", "one"))
_TELLING = frozenset(("told", "tells", "says", "said", "asked", "asks", "ordered", "orders", "wants", "wanted"))
_POINTS = frozenset(("this", "that", "there"))
_BEING = frozenset(("is", "was", "were", "has", "had"))
_BEFORE_NAME_LIST = (
    "with to for of from by at saw met see about than like dear hi hello thanks took showed taught visited visit "
    "and meet told gave beat bought me"
)
_BEFORE_NAME = frozenset(_BEFORE_NAME_LIST.split())
# "see her eat", "had him begging": what follows is hers or his to do, unless it is a little word
_SEEING_LIST = (
    "see saw seeing seen hear heard hearing watch watched watching let make made making have had having get got "
    "getting find found leave left keep kept want wanted help helped with"
)
_SEEING = frozenset(_SEEING_LIST.split())
_NOT_DOING_LIST = (
    "on at in for off to about with and so from by a an the this that last next today yesterday tomorrow again "
    "how what where some two three of as too both all up out home back around round monday tuesday wednesday "
    "thursday friday saturday sunday when while before after is was 's"
)
_NOT_DOING = frozenset(_NOT_DOING_LIST.split())
_BEFORE_PLACE = frozenset(("in", "at", "to", "near", "around", "the", "past", "through", "towards"))
_BEFORE_THEM_LIST = (
    "told tell telling taught teach teaching showed show showing read reading wished wish thanked thank asked "
    "beat beating thrashed trounced met meet saw see joined join visited visit took helped help helping drove "
    "dropped collected picked congratulated praised cheered quizzed tested teased with to for of about at than "
    "like and from by around round past behind beside between after before near opposite against into on both or "
    "as greeted welcomed believe walked bless let accompanied amused surprised hi hello dear thanks because but "
    "bought gave good lovely nice great make made mr mrs ms miss is was are were be not 's poor dear when while "
    "if though so then that which where what how who whether well n morning afternoon evening day night visit "
    "visits regards"
)
_BEFORE_THEM = frozenset(_BEFORE_THEM_LIST.split())


_LINKS = frozenset(("and", "but", "then", "so", "n"))
_PAST_LIST = (
    "went had got took made sat saw met came did ate drank sang won lost read put hit found felt said told "
    "thought ran rode swam drew built fed bought brought caught heard kept knew chose wrote laid threw stood "
    "spent spoke sewed sent"
)
_PAST = frozenset(_PAST_LIST.split())


@dataclass(frozen=True, slots=True)
class Clause:
    """Half a sentence: its words, whom it is about, whether it says so itself, and whether that is a mere thing."""

    start: int
    end: int
    where: ChatWhere
    is_own: bool
    is_thing: bool

    @property
    def is_free(self) -> bool:
        """Whether the writer plainly tells of the writer's or both their doings."""
        return self.is_own and not self.is_thing and self.where is not ChatWhere.APART


def clauses(words: list[str], spoken: list[str], names: frozenset[str]) -> Iterator[Clause]:
    """The halves of a sentence; one without a subject goes on with the half before.

    `spoken` are the words with those of harmless phrases, which are empty in `words`.
    """
    before = Clause(0, 0, ChatWhere.TOGETHER, False, False)
    start = 0
    for end in range(len(words) + 1):
        if end < len(words) and not _parts(words[end]):
            continue
        said = [word for word in words[start:end] if word]
        if said:
            now = _where(said, spoken[start:end], names)
            is_about_somebody = before.where is ChatWhere.APART and not before.is_thing
            is_thing = _is_thing(said, spoken[start:end], names) if now else before.is_thing
            is_thing = is_thing and not is_about_somebody
            is_own = now is not None or (before.is_free and start > 0 and _goes_on(words[start - 1], said[0]))
            before = Clause(start, end, now or before.where, is_own, is_thing)
            yield before
        start = end + 1


def _goes_on(link: str, first: str) -> bool:
    """ "and went home" is still told of the same two; ", cold again" need not be."""
    return link in _LINKS and (first in _PAST or first.endswith("ed"))


def _is_thing(said: list[str], spoken: list[str], names: frozenset[str]) -> bool:
    """Whether only a thing is spoken of: "the film was long", "it rained", and nobody is named."""
    starts = said[0] in ("it", "the", "this", "that", "there", "our", "my", "it's", "there's")
    return starts and _HUMAN.isdisjoint(spoken) and names.isdisjoint(spoken)


def undone(clause: Clause, spoken: list[str], names: frozenset[str]) -> str:
    """What the writer does to somebody that is not one of the few harmless doings; empty if there is nothing."""
    if clause.where is ChatWhere.APART:
        return ""
    words = ["to", *spoken[clause.start : clause.end], ""]
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        is_somebody = word == "him" or word in names or (word == "her" and (not after or after in _NOT_DOING))
        if is_somebody and before not in _BEFORE_THEM and before not in names:
            return f"{before} {word}"
    return ""


def _parts(word: str) -> bool:
    return word in _JOINERS or (word != "" and not word[0].isalnum())


def _where(said: list[str], spoken: list[str], names: frozenset[str]) -> ChatWhere | None:
    if _is_apart(said) or _has_name_as_subject(said, names) or _has_seen_doing(spoken, names):
        return ChatWhere.APART
    if not _TOGETHER.isdisjoint(said):
        return ChatWhere.TOGETHER
    return ChatWhere.MINE if not _MINE.isdisjoint(said) or said[0] == "my" else None


def _is_apart(said: list[str]) -> bool:
    if said[0] in _ARTICLES and not _TELLING.isdisjoint(said):
        return True  # "the clocks told him to go"
    if said[0] in _FIRST or said[0] in _FIRST_DOING or not _OTHERS.isdisjoint(said):
        return True
    return any(word in _POINTS and after in _BEING for word, after in pairwise(said))


def _has_name_as_subject(said: list[str], names: frozenset[str]) -> bool:
    pairs = zip(["", *said], said, said[1:], strict=False)
    return any(
        (word in names or word.removesuffix("'s") in names)
        and after not in names
        and before not in _BEFORE_NAME
        and before not in names
        for before, word, after in pairs
    )


def _has_seen_doing(spoken: list[str], names: frozenset[str]) -> bool:
    """ "see her eat for once" is about her; "saw her on Tuesday" is not."""
    return any(
        before in _SEEING and (word in ("him", "her") or word in names) and after not in _NOT_DOING
        for before, word, after in zip(spoken, spoken[1:], spoken[2:], strict=False)
    )


def place_starts(sentence: str, plain: str) -> frozenset[int]:
    """Where capital letters show the name of a place: "in Whitby", "to North Berwick"."""
    found: set[int] = set()
    if sentence.isupper():
        return frozenset()
    before, was_place = "", False
    for match in WORD.finditer(sentence):
        is_place = sentence[match.start()].isupper() and (before in _BEFORE_PLACE or was_place)
        is_place = is_place and "'" not in match.group() and "’" not in match.group()
        if is_place:
            found.add(match.start())
        before, was_place = plain[match.start() : match.end()], is_place
    return frozenset(found)

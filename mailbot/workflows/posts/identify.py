"""What in a post identifies somebody, and by what: names of the roll and what the patterns find (C11)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.expressions import lazy
from mailbot.roll import Role, Roll
from mailbot.workflows.posts.patterns import BESIDE_A_PLACE, FULL_DATE, SIGNS, WHERE, YEAR, Tells

SOMEONE, SOMEBODY = "someone we visit", "[name]"
_TOKEN = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PIECES = lazy(r"[\s'’-]+")
# Names that are everyday words too: in small letters they are not taken for names.
_EVERYDAY_LIST = (
    "will mark may grace hope faith joy rose bo art bill rob sunny dawn summer april june august sky star angel daisy"
    " lily ivy ruby pearl precious happy blessing frank jack miles chance king prince guy dean grant rich penny"
    " heather"
    " iris violet melody jasmine charity christian victor virgin drew pat sue dot win don gene jean max nick ray"
    " rusty"
    " sandy sky stew ward wade young brown green white black gray grey long short little cook baker carter mason page"
    " hall hill wood woods field fields banks marsh moss park lane street church bishop knight day may love"
    " price rice"
    " bush reed stone waters winter winters spring friend goodman noble sharp swift small big strong good best new"
    " van he she me my an as so no do be we us it is in on at to of or if by am"
)
_EVERYDAY = frozenset(_EVERYDAY_LIST.split())
_LEADING = lazy(
    r"(?:(?:The|At|In|From|To|Near|For|By|Our|My|Her|His|Their|A|An|This|That|And|On|Is|If|When|Who|Please"
    r"|Anybody|Anyone"
    r"|Visit|Visiting|Outside|Behind|Opposite|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s+)+"
)
_BY_HAND = lazy(
    r"\b(?:called|named|is|name['’]?s|client|resident|lady|man|woman|boy|girl|friend|mother|mum|father|dad|guest"
    r"|sister"
    r"|brother|son|daughter|wife|husband|baby|child)\s+\Z",
    re.IGNORECASE,
)
_ASKS = lazy(r" (?:you|any\w+|some\w+|i|we|he|she|they|the|it|this|that|be|there)\b", re.IGNORECASE)
_NO_SURNAME_LIST = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December I And Or But The A He She They We You It Is Are Was Has Needs Please"
)
_NO_SURNAME = frozenset(_NO_SURNAME_LIST.split())


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the post that identifies somebody, by what, and the neutral words for it."""

    tells: Tells
    start: int
    end: int
    instead: str


def identify(text: str, roll: Roll, this_year: int, own: frozenset[int] | None = None) -> tuple[Found, ...]:
    """Everything found, in order and without overlaps; what overlaps is one stretch.

    `own`: the clients whom the writer knows; nobody learns of another name that it is a client's. None: all.
    """
    found = [*_signs(text), *_old_dates(text, this_year), *_places(text, roll), *_references(text, roll)]
    found += _names(text, roll, own)
    if not any(each.tells in WHERE for each in found):
        found = [each for each in found if each.tells not in BESIDE_A_PLACE]
    return _joined(found)


def folded(text: str) -> str:
    """In small letters, without accents, letter for letter: places in it are places in the text."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    return (unicodedata.normalize("NFD", letter)[0].lower() or letter)[0]


def _signs(text: str) -> Iterator[Found]:
    for sign in SIGNS:
        for match in sign.pattern.finditer(text):
            group = "it" if "it" in sign.pattern.groupindex and match["it"] else 0
            start, end = match.span(group)
            start = _without_leading(text, start, end) if sign.tells is Tells.PLACE else start
            if start < end:
                yield Found(sign.tells, start, end, sign.instead)


def _without_leading(text: str, start: int, end: int) -> int:
    """ "At Mill Hotel" is Mill Hotel; "The Hotel" is no name of a hotel; "the Mill Hotel" goes with its article."""
    lead = _LEADING.match(text, start, end)
    if lead is None:
        return start
    if " " not in text[lead.end() : end].strip():
        return end
    at = text.rfind("The ", start, lead.end())
    return at if at >= 0 and at + 4 == lead.end() else lead.end()


def _old_dates(text: str, this_year: int) -> Iterator[Found]:
    for match in FULL_DATE.finditer(text):
        year = YEAR.search(match.group())
        if year and _full(year["whole"], year["short"], this_year) < this_year:
            yield Found(Tells.DATE, *match.span(), "[date]")


def _full(whole: str | None, short: str | None, this_year: int) -> int:
    """A year of two digits is the last one that ends so."""
    if whole:
        return int(whole)
    return this_year - (this_year - int(short or 0)) % 100


def _places(text: str, roll: Roll) -> Iterator[Found]:
    """Where clients are visited; by the odd word of its name too, after "at" or "the"."""
    low = folded(text)
    for place in sorted({piece.strip() for each in roll.places for piece in (each, each.partition(",")[0])}):
        odd = [word for word in re.split(r"[\s,]+", place) if word and folded(word) not in _GENERIC]
        if not odd:
            continue
        whole = re.escape(folded(place).removeprefix("the ")).replace(r"\ ", r"\s+")
        for match in re.finditer(rf"(?<!\w)(?:the\s+)?{whole}(?!\w)", low):
            yield Found(Tells.PLACE, *match.span(), "[place]")
        words = r"\s+".join(map(re.escape, odd))
        for match in re.finditer(rf"\b(?:at|in|from|near|to|The|the)\s+(?P<it>(?:the\s+)?{words})(?!\w)", text):
            yield Found(Tells.PLACE, *match.span("it"), "[place]")


_GENERIC_LIST = (
    "the hotel inn lodge house hostel guest prison hmp hmyoi yoi irc hall court centre home school hospital of and a"
    " road street avenue lane close express apartments"
)
_GENERIC = frozenset(_GENERIC_LIST.split())


def _references(text: str, roll: Roll) -> Iterator[Found]:
    low = folded(text)
    for client in roll.clients:
        if client.ref.isdigit() and len(client.ref) < 4:
            continue  # "size 38": only "ref 38" is one, which the patterns find
        for match in re.finditer(rf"(?<!\w){re.escape(folded(client.ref))}(?!\w)", low):
            yield Found(Tells.REFERENCE, *match.span(), "[reference]")


def _names(text: str, roll: Roll, own: frozenset[int] | None) -> Iterator[Found]:
    """Every word that is part of somebody's name, in any case and with or without accents."""
    whose, low = _whose(roll, own), folded(text)
    named = [(match, stem) for match in _TOKEN.finditer(low) if (stem := _stem(match.group(), whose))]
    clients = {whom for _, stem in named if isinstance(whom := whose[stem], int)}
    seen: set[int] = set()
    for match, stem in named:
        if _is_everyday(text, match.start(), match.end(), stem):
            continue
        start, end = _whole_run(text, *match.span())
        end = _with_surname(text, end)
        whom = whose[stem]
        yield Found(Tells.NAME, start, end, _instead(text, start, end, whom, len(clients) > 1 or whom not in seen))
        seen |= {whom} if isinstance(whom, int) else set()
    for client in roll.clients:
        if client.name_in_script:
            for each in re.finditer(re.escape(client.name_in_script), text):
                yield Found(Tells.NAME, *each.span(), SOMEONE if own is None or client.id in own else SOMEBODY)


def _whose(roll: Roll, own: frozenset[int] | None) -> dict[str, int | str]:
    """Each part of a name: the number of a client of theirs, or the words for anybody else."""
    found: dict[str, int | str] = {}
    for person in roll.people:
        what = "a volunteer" if person.roles & {Role.VISITOR, Role.BACKUP} or not person.roles else "a coordinator"
        for name in (person.name, person.also_known_as, person.named_person.name if person.named_person else None):
            found |= dict.fromkeys(_parts(name or ""), what)
    shown = " ".join([*(f"{p.name} {p.also_known_as or ''}" for p in roll.people), *(c.name for c in roll.clients)])
    found |= dict.fromkeys(map(folded, roll.name_words - set(shown.casefold().split())), "a volunteer")
    for client in roll.clients:
        found |= dict.fromkeys(_parts(client.name), client.id if own is None or client.id in own else SOMEBODY)
    return {word: whom for word, whom in found.items() if re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", word)}


def _parts(name: str) -> Iterable[str]:
    """The words of a name; "al" and "de" in small letters are none, but the first word always is."""
    words = name.split()
    kept = [word for at, word in enumerate(words) if at == 0 or not (word.islower() and len(word) <= 3)]
    return {
        folded(piece) for word in kept for piece in (word, *_PIECES.split(word)) if len(piece) > 1 or piece == word
    }


def _stem(token: str, whose: dict[str, int | str]) -> str | None:
    """The name that a word is, or is a form of: Samira's, samiras, Anne-Marie."""
    token = token.replace("’", "'")
    bare = token.removesuffix("'s").removesuffix("'")
    forms = (bare, bare.removesuffix("s") if len(bare) > 4 else bare, *_PIECES.split(bare))
    return next((form for form in forms if form in whose), None)


def _is_everyday(text: str, start: int, end: int, stem: str) -> bool:
    """ "will you", or "Will anybody" at the start of a question, names nobody."""
    asks = stem in _EVERYDAY and _ASKS.match(text, end)
    return bool(asks) or (text[start:end].islower() and (stem in _EVERYDAY or len(stem) < 3))


def _whole_run(text: str, start: int, end: int) -> tuple[int, int]:
    """samira_92, #samira: the whole of what has no space in it; a dash or a stop at its end is none of it."""
    while start and (text[start - 1] in "_#@" or text[start - 1].isdigit()):
        start -= 1
    while end < len(text) and (
        text[end] == "_" or text[end].isdigit() or (text[end - 1] in "_" and text[end].isalpha())
    ):
        end += 1
    return start, end


def _with_surname(text: str, end: int) -> int:
    """The word after a first name, if it begins with a capital letter and is no day."""
    following = re.match(r" ([A-ZÀ-ÖØ-Þ][\w'’-]*[a-zß-ÿ])", text[end:])
    if following is None or following[1] in _NO_SURNAME or text[end - 2 : end] in ("'s", "’s"):
        return end
    return end + following.end()


def _instead(text: str, start: int, end: int, whom: int | str, first: bool) -> str:
    owner = text[end - 2 : end] in ("'s", "’s") or text[end - 1 : end] in ("'", "’")
    if _BY_HAND.search(text[max(0, start - 20) : start]):
        return "[name]'s" if owner else "[name]"
    if isinstance(whom, str):
        return f"{whom}'s" if owner else whom
    return "the person's" if owner else SOMEONE if first else "the person"


def _joined(found: Iterable[Found]) -> tuple[Found, ...]:
    """What overlaps, and parts of one name, become one stretch; the longest from the left gives the words."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: (f.start, -f.end)):
        last = kept[-1] if kept else None
        if last and each.start < last.end:
            kept[-1] = Found(last.tells, last.start, max(last.end, each.end), last.instead)
        else:
            kept.append(each)
    return tuple(kept)

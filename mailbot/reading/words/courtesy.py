"""What needs no person: greetings, sign-offs, thanks, "all fine", and words that say nothing by themselves.

A sentence is accounted for only if every word of it is. The lists are conservative on purpose: no negation, no
"but" or "except", nothing about going, leaving, losing or hurting stands in them, so that a worry cannot be
made of listed words. A question never counts as chat.
"""

import re
import unicodedata
from collections.abc import Iterable

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.labels import Labelled

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_FILLERS_LIST = (
    "a an the and or & to with at in on of for from by as about around it it's its is was are were be been am i "
    "i'm we us our my me you your he he's she she's they him his her their them this that these those there here "
    "so very really quite just also too then when which had has have did all more most much little bit lot lots "
    "one two dear hi hello hey yes yep yeah ok okay oh ah lol haha x xx xxx n w re pm mr mrs ms today yesterday "
    "week time day hour hours minutes half long first next usual planned many regards wishes best kind warm "
    "weekend morning afternoon evening everything visit visits receipt receipts attached enclosed below kindly"
)
FILLERS = frozenset(_FILLERS_LIST.split())
_NEW_SUBJECT = frozenset(("he", "he's", "she", "she's", "they", "their", "them", "have", "has", "had", "did"))
_CHAT_LIST = (
    "lovely nice nicely good great grand fine well brilliant smashing super pleasant enjoyable enjoyed enjoy "
    "happy cheerful cheery chatty fun funny chat chats chatted chatting talked tea coffee cake cakes biscuits "
    "chips lunch cards chess rummy draughts dominoes scrabble football cricket museum library park cafe café "
    "cinema bowling swimming pottery garden walk walked weather sun sunny rain rainy music book books "
    "spirits thanks thank cheers ta welcome"
)
_CHAT = frozenset(_CHAT_LIST.split())
_PHRASES = lazy(
    r"\b(?:no|without(?:\s+any)?|not\s+any)\s+(?:worries|concerns?|problems?|issues?|complaints)(?:\s+(?:at\s+all"
    r"|to\s+report|for\s+me|of\s+any\s+kind|this\s+time))*"
    r"|\bnothing\s+(?:at\s+all\s+)?(?:for\s+you\s+)?(?:to\s+(?:worry\s+about|report)|of\s+concern|worrying)"
    r"|\bnothing\s+else\s+to\s+report|\b(?:hope\s+(?:you\s+are|you're|all\s+is|that's)\s+(?:well|ok|okay|fine"
    r"|alright|good))"
    r"|\bas\s+planned\b|\bas\s+usual\b|\bsee\s+you\s+(?:soon|there|then)\b|\bhave\s+a\s+(?:good|nice"
    r"|lovely)\s+(?:day|week|weekend|evening)"
    r"|\b(?:kind|best|warm)(?:est)?\s+(?:regards|wishes)\b|\byours\s+(?:sincerely|faithfully|truly)\b"
    r"|\ball\s+the\s+best\b"
    r"|\bmany\s+thanks\b|\bthank(?:s|\s+you)?\s+god\b|\bthank(?:s|\s+you)\b(?:\s+(?:so|very)\s+much)?"
    r"|\bgood\s+(?:morning|afternoon|evening)\b"
    r"|\bsent\s+from\s+my\s+\w+",
    re.IGNORECASE,
)
_FRIENDLY = frozenset("🙏👍👌👏✅✓✔🙂😊😀😃😄😁😂🤣😉😎🥳🎉❤💚💙🧡☺☕⚽🌞🌸🙌")
_NOTHING = lazy(
    r"^\W*(?:none|no|n|nil|nothing|n/?a|not\s+applicable|nope|nane|naw|nowt|nought|nout|zilch|zero|[£\s]*0(?:\.00?)?|[-–—]+)"
    r"(?:\W+(?:whatever|whatsoever|at\s+all|to\s+(?:report|claim)|this\s+time|thank\s?s?(?:\s+you)?|from\s+me"
    r"|really))*\W*$",
    re.IGNORECASE,
)
_GREETING = lazy(
    r"\A\s*(?:[Dd]ear|[Hh]i|[Hh]iya|[Hh]ello|[Hh]ey|[Gg]ood (?:morning|afternoon|evening|day)"
    r"|[Mm]orning|[Aa]fternoon|[Ee]vening|[Gg]reetings|[Ss]ala+m(?: alaikum)?|[Aa]nnwyl|[Bb]onjour|[Bb]uongiorno"
    r"|[Nn]amaste"
    r"|[Ss]halom)(?: (?:sister|brother|friend|all|both|everyone|folks|love|hun|dear))?"
    r"(?:[ \t]+[A-Z][\w'’-]*){0,3}[ \t]*(?=[,!.–-]|\n|\Z)"
)


def is_nothing(value: str) -> bool:
    """Whether the value of a labelled line says "none": empty, "no", "nil", "n/a", 0."""
    return not value.strip() or bool(_NOTHING.match(value))


def courtesies(text: str) -> tuple[Span, ...]:
    """Stretches of the text that need nobody: thanks, wishes, "no worries", the greeting that opens it."""
    found = [Span(*match.span()) for match in _PHRASES.finditer(text)]
    greeting = _GREETING.match(text)
    return (*found, Span(*greeting.span())) if greeting else tuple(found)


def is_accounted(text: str, sentence: Span, covered: Iterable[Span], names: frozenset[str]) -> bool:
    """Whether every word of the sentence lies in a covered stretch or says nothing by itself.

    Little words alone can say much ("They had him"): without a covered stretch one word has to be a friendly one.
    """
    spans = [s for s in covered if s.start < sentence.end and sentence.start < s.end]
    if any(s.start <= sentence.start and sentence.end <= s.end for s in spans):
        return True
    left = without(text, sentence, spans)
    words = _WORD.findall(left)
    if has_odd_sign(left) or not all(is_plain(word, names) for word in words):
        return False
    return bool(spans) or any(_bare(word) in _CHAT for word in words) or all(_is_name(word, names) for word in words)


def has_odd_sign(words: str) -> bool:
    """Whether a sign stands there that has to be seen: a question mark, a picture that is not a friendly one."""
    return "?" in words or (not words.isascii() and any(_says_something(sign) for sign in words))


def is_only_names(text: str, sentence: Span, covered: Iterable[Span], names: frozenset[str]) -> bool:
    """Whether nothing is left but names and punctuation: a salutation, a signature, the rest of what is covered."""
    left = without(text, sentence, covered)
    return not has_odd_sign(left) and all(_is_name(word, names) for word in _WORD.findall(left))


def _says_something(sign: str) -> bool:
    """A question mark, and a picture that is not a friendly one, have to be seen."""
    return sign in "?؟" or (unicodedata.category(sign) == "So" and sign not in _FRIENDLY)


def is_plain(word: str, names: frozenset[str]) -> bool:
    """Whether a word says nothing that anybody would have to know."""
    return _bare(word) in FILLERS or _bare(word) in _CHAT or _is_name(word, names)


def _is_name(word: str, names: frozenset[str]) -> bool:
    return _is_initial(word) or _bare(word) in names or _bare(word).removesuffix("'s") in names


def _is_initial(word: str) -> bool:
    """A single Latin letter; of other scripts it may be a word, or what is left of one between its vowel signs."""
    return len(word) == 1 and word < "\u0250"


def _bare(word: str) -> str:
    return word.casefold().replace("’", "'")


def grown(text: str, within: Span, cue: Span, known: Iterable[Span], names: frozenset[str]) -> Span:
    """The cue stretched over its neighbours for as long as every word is known, and not beyond the sentence."""
    spans = (*known, cue)
    words = [
        Span(within.start + m.start(), within.start + m.end())
        for m in _WORD.finditer(text[within.start : within.end])
    ]
    start, end = cue.start, cue.end
    for word in (w for w in words if w.end > cue.end):
        if "?" in text[end : word.start] or not _is_known(text, word, spans, names):
            break
        end = word.end
    for word in reversed([w for w in words if w.start < cue.start]):
        if "?" in text[word.end : start] or not _is_known(text, word, spans, names):
            break
        start = word.start
    return Span(start, max(end, cue.end))


def _is_known(text: str, word: Span, spans: Iterable[Span], names: frozenset[str]) -> bool:
    inside = any(s.start <= word.start and word.end <= s.end for s in spans)
    said = text[word.start : word.end]
    return inside or (is_plain(said, names) and _bare(said) not in _NEW_SUBJECT)


def without(text: str, sentence: Span, covered: Iterable[Span], blank: str = " ") -> str:
    """The sentence with what lies in a covered stretch blanked; every place stays."""
    letters = list(text[sentence.start : sentence.end])
    for span in covered:
        for at in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            letters[at - sentence.start] = blank
    return "".join(letters)


_EMPTY = frozenset(("spent", "miles", "worries", "reason", "next"))
_NOT_YET = lazy(
    r"^\W*(?:not\s+(?:yet\s+)?(?:booked|fixed|sure|agreed|arranged|decided|known|planned)(?:\s+yet)?|not\s+yet"
    r"|tb[acd]"
    r"|to\s+be\s+(?:arranged|confirmed|agreed|decided)|(?:we\s+|i\s+)?(?:do\s?n['’]?t|do\s+not)\s+know(?:\s+yet)?"
    r"|\?+)\W*$",
    re.IGNORECASE,
)


_NOTHING_FIRST = lazy(
    r"\W*(?:none|no|nope|nil|nothing|not any)(?:\s+(?:worries|concerns?|problems?|at\s+all))?\s*(?=[,;.!–-])",
    re.IGNORECASE,
)


def empty_lines(lines: Iterable[Labelled]) -> tuple[Span, ...]:
    """Lines of our own forms that say that there is nothing to say: `Expenses: 0`, `Worries: none`.

    Of "Worries: none, a smashing lad" only its beginning is one: the rest is judged as what it says.
    """
    return tuple(span for line in lines if line.role in _EMPTY and (span := _empty_part(line)))


def _empty_part(line: Labelled) -> Span | None:
    if is_nothing(line.value) or _NOT_YET.match(line.value):
        return line.span
    first = _NOTHING_FIRST.match(line.value)
    at = line.value_span.start
    return Span(line.span.start, at + first.end()) if first and line.span.start < at else None

"""Find what a scheme wants talked over first: money, gifts, medicine, contact details … (L6, L13, B14 to B18).

Words only, and nobody is accused by them: a person reads the message. Whose act it is decides (a brother's present is
none of it); what is denied is none; what is asked, or only planned, is told apart from what was done.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import BoundaryEntry
from mailbot.reading.words.boundaries_file import NAME, SUM
from mailbot.reading.words.boundaries_lookup import boundaries_for
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Person, Roll


class Boundary(StrEnum):
    """What was mentioned."""

    MONEY = "money"
    GIFTS = "gifts"
    ALCOHOL = "alcohol"
    SMOKING = "smoking"
    MEDICATION = "medication"
    HOME = "home"
    CONTACT_DETAILS = "contact_details"
    ADVICE = "advice"
    PROFESSIONAL = "professional"
    AFTER_RELEASE = "after_release"
    SECURE_UNIT = "secure_unit"
    HEALTH_SAFETY = "health_safety"
    JOINT_WORKING = "joint_working"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One thing that a sentence mentions. `asked`: it is asked about or planned, and has not happened.

    `client_id`: the only one whom the sentence names.
    """

    what: Boundary
    asked: bool
    span: Span
    client_id: int | None = None


_MOST = 100  # sentences of a message that are looked at
_SUMS = lazy(
    r"£ ?\d[\d,]*(?:\.\d\d?)?|\b\d+(?:\.\d\d)? ?(?:quid|pounds?|gbp|pence|p)\b|\b(?:a )?(?:fiver|tenner)\b"
    r"|\b(?:a|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|a hundred|two hundred|few) (?:quid|pounds?)\b"
)
# Asking for leave, wherever in the sentence; and, in the same clause, what is only meant to be done.
_ASKS = lazy(
    r"\b(?:may|can|could|should|shall|might|must|do|would) (?:i|we)\b|\b(?:am i|are we) (?:allowed|permitted|ok|able)"
    r"|\b(?:ok|okay|fine|all right|alright|allowed|possible|permitted|permissible|acceptable)(?: with you)?"
    r" (?:if|to|for|that) (?:i|we|me|us)?"
    r"|\bif (?:that|it|this)(?:'s| is| would be|'d be) (?:ok|okay|fine|all right|alright|allowed|acceptable)"
    r"|\b(?:wonder\w*|not sure|unsure|check\w*|(?:don't|didn't|do not) know|i (?:want\w* to )?ask) (?:you )?"
    r"(?:if|whether)\b"
    r"|\b(?:do you mind|would you mind|permission)\b"
)
_PLANS = lazy(
    r"\b(?:i|we)(?:'d| would)? (?:\w+ )?(?:like|love|want|hope|plan|intend)(?:ed)? to\b"
    r"|\b(?:i|we)(?:'m| am|'re| are|'ve been| was| were| have been) (?:\w+ )?"
    r"(?:thinking|planning|hoping|tempted|going) (?:of|to|about|on)\b"
    r"|^\W*(?:thinking|planning|hoping|going) (?:of|to|about)\b"
    r"|\b(?:i|we)(?:'ll| will| might| may| could| can|'d)\b(?!')"
)
_DENIED = lazy(
    r"\b(?:not|never|neither|nor|nobody|no one|no longer|without|refus\w+|declin\w+|against|instead of|rather than"
    r"|stopped|avoid\w*|resist\w*|forbid\w*|mustn't|shouldn't)\b|n't\b"
)
_UNREAL = lazy(
    r"\b(?:if (?:he|she|they|i|we)|in case|unless|wish(?:ed)?|would have|could have|might have|imagine|pretend\w*"
    r"|suppose)\b"
)
_STORY = lazy(
    r"\b(?:films?|movies?|novels?|episodes?|soap|monopoly|pretend\w*|in the (?:play|story|game|book)|dream(?:t|ed)?"
    r"|years ago|as a (?:child|boy|girl|kid)|training (?:day|session)|case study|policy says|handbook says)\b"
)
_CLAUSE = lazy(r"[,;:()–—]|\bbut\b|\bso\b|\bbecause\b|\bwhen\b|\bwhile\b|\balthough\b|\bthough\b|\bthen\b")
_WORD = lazy(r"[a-z]+")
_AROUND_LIST = (
    "just also then already only even actually kindly really had has have ve d s did do does was were is be been"
    " am re will ll would could can may might shall should must to again once finally always usually sometimes"
    " often both never not n t ever still since now later probably definitely quickly quietly secretly sadly"
    " apparently"
)
_AROUND = frozenset(_AROUND_LIST.split())  # what stands between a subject and its verb
_MINE = frozenset({"i", "we", "me", "us", "myself"})
_THEY = frozenset({"he", "she", "they", "him", "them", NAME})
_OTHERS_LIST = (
    "mum mother dad father brother brothers sister sisters uncle aunt auntie aunty cousin cousins nan gran"
    " grandma grandad grandfather grandmother son daughter wife husband partner girlfriend boyfriend friend"
    " friends mate mates family parents carer carers foster nurse doctor gp dentist officer officers staff guard"
    " guards chaplain imam priest teacher school solicitor lawyer worker workers manager landlord neighbour"
    " neighbours barrister barristers judge adviser"
    " volunteer visitor visitors backup somebody someone anybody anyone everybody everyone people"
    " person man woman lady guy bloke lad boy girl kid kids cellmate roommate church charity office council"
    " college prison hospital government who nobody colleague stranger boss receptionist housemate flatmate"
    " stepdad stepmum hotel driver"
)
_OTHERS = frozenset(_OTHERS_LIST.split())


def mentioned(
    text: str, roll: Roll, person: Person | None, entries: tuple[BoundaryEntry, ...]
) -> tuple[Mentioned, ...]:
    """All that a text mentions, each once; what was done before what is only asked."""
    plain = prepared(text, roll, person)
    spans = sentences(text)[:_MOST]
    found: dict[Boundary, Mentioned] = {}
    for entry, at in boundaries_for(entries).found(plain):
        sentence = next((s for s in spans if s.start <= at.start < s.end), None)
        if sentence is None or "never" in plain[at.start : at.end]:
            continue
        asked = _stance(plain[sentence.start : sentence.end], at.start - sentence.start, entry)
        if asked is None:
            continue
        what = Boundary(entry.category)
        known = found.get(what)
        if known is None or (known.asked and not asked):
            found[what] = Mentioned(what, asked, sentence, _named(text, sentence, roll, person))
    return tuple(found.values())


def prepared(text: str, roll: Roll, person: Person | None) -> str:
    """The folded text at the same length, in which every client's name and every sum is one and the same word."""
    plain = folded(text)
    for each in find_clients(text, roll, person):
        plain = _put(plain, NAME, each.span.start, each.span.end)
    for match in _SUMS.finditer(plain):
        plain = _put(plain, SUM, *match.span())
    return plain


def _put(plain: str, word: str, start: int, end: int) -> str:
    return plain[:start] + word.ljust(end - start)[: max(end - start, 0)] + plain[end:]


def _named(text: str, sentence: Span, roll: Roll, person: Person | None) -> int | None:
    clients = {f.client.id for f in find_clients(text[sentence.start : sentence.end], roll, person)}
    return clients.pop() if len(clients) == 1 else None


def _stance(words: str, at: int, entry: BoundaryEntry) -> bool | None:
    """Whether it is only asked or planned; None where it is denied, a tale, or somebody else's."""
    before = words[:at]
    clause = _CLAUSE.split(before)[-1]
    if _STORY.search(words) or not _is_theirs(before, clause, entry.who):
        return None
    if words.rstrip().endswith("?") or (
        entry.who != "person" and _ASKS.search(f"{words[: at + 1]} {_after(words, at)}")
    ):
        return True
    if _DENIED.search(clause) or _UNREAL.search(before):
        return None
    return entry.who != "person" and bool(_PLANS.search(clause))


def _after(words: str, at: int) -> str:
    """What follows in the sentence that can make it a question: "if that's ok"."""
    found = re.search(r"\bif (?:that|it|this)(?:'s| is| would be|'d be) .*", words[at:])
    return found.group() if found else ""


def _is_theirs(before: str, clause: str, who: str) -> bool:
    """Whether the act before whose words this stands is that of the one who is meant."""
    if who == "anybody":
        return True
    whose = _subject(before, clause, names=who == "person")
    if who == "either":
        return whose != "others"
    return whose in ("mine", None) if who == "writer" else whose == "person"


def _subject(before: str, clause: str, *, names: bool) -> str | None:
    """Who does it: `mine`, `person` (who is visited), `others`; None where the sentence names nobody before it.

    A name further off counts only with `names`: it is more often whom something is done to, as "him" always is.
    """
    words = _WORD.findall(clause)
    while words and words[-1] in _AROUND:
        words.pop()
    if words and (near := _kind_of(words[-1])):
        return near
    skipped = {"him", "them", "me", "us"} | (set() if names else {NAME})
    further = (word for word in reversed(_WORD.findall(before)) if word not in skipped)
    return next((kind for word in further if (kind := _kind_of(word))), None)


def _kind_of(word: str) -> str | None:
    if word in _MINE:
        return "mine"
    if word in _THEY:
        return "person"
    return "others" if word in _OTHERS else None

"""Whom a concern is about: the client, a child, a volunteer, the writer, a coordinator (duties B13, L18)."""

import re

from mailbot.events import COORDINATOR, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.blame_words import BAD
from mailbot.reading.words.complaints import complaint
from mailbot.reading.words.harm import Harm, harm_in
from mailbot.reading.words.names import About
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Person

_DISTRESS, _CONDUCT = "volunteer-distress", "volunteer-conduct"
NOT_ABOUT = lazy(r"\b(?:isn['’]?t|is not|not) about \w+", re.IGNORECASE)
ANOTHER = lazy(r"\b(?:he|she|they|him|himself|herself|themselves)\b", re.IGNORECASE)
_COORDINATOR = lazy(r"\bco-?ordinator\b", re.IGNORECASE)
_COLLEAGUE = lazy(
    r"\b(?:(?:fellow|another|other|co-?|one of (?:the|our|us|your)|our|a|the) ?(?:\w+ )?(?:volunteers?"
    r"|visitors?|befrienders?)"
    r"|one of (?:us|our (?:lot|ladies|chaps|number|people))|(?:my|the) (?:partner|colleague) on (?:the|these"
    r"|our) visits?"
    r"|who (?:visits|goes|comes) with me)\b",
    re.IGNORECASE,
)
_I = lazy(r"\b(?:i|me|myself)\b", re.IGNORECASE)
_OWN = frozenset(("suicide", "self-harm", _DISTRESS))
_OWN_TOO = _OWN | {"neglect", "illness", "worry"}
_MINE_TOO = _OWN_TOO | {"domestic-abuse"}
_SUBJECT = lazy(
    r"\b(?P<mine>i(?:['’]?(?:m|ve|d|ll))?)\b|\b(?:he|she|they|who|(?:the|that|this|my|our|a) (?:\w+ )?(?:lad"
    r"|man|woman|boy|girl"
    r"|client|lady|child|kid|husband|son|daughter|friend|mum|dad))\b",
    re.IGNORECASE,
)
# "Kept asking me", "he asked if I": what comes is somebody else's.
_ASKED_ME = lazy(
    r"\b(?:ask\w*|tell\w*|told|begg\w*|want(?:s|ed)) me\b|\b(?:asked|asks|wonders|wondered"
    r"|wanted to know) (?:if|whether|how)\b",
    re.IGNORECASE,
)
_ASKED = lazy(
    r"\b(?:ask(?:s|ed|ing)?|wanted to know|wonder(?:s|ed)|begg(?:ed|ing))(?: me)?(?: if| whether| how)\W*$",
    re.IGNORECASE,
)
# "He say I will be dead": with no "that", what comes are his words.
_QUOTED = lazy(r"\b(?:he|she|they) (?:say|says|said|sed|tell me|told me)\b[^.!?]*$", re.IGNORECASE)
_GREETING = lazy(
    r"^\W*(?:dear|hello|hi|hiya|hey|good \w+|morning|afternoon|evening)\b[^,!.\n]{0,30}[,!.\n]|^\W*\w+(?: \w+)?\W*\n",
    re.IGNORECASE,
)
# A small child that is not fed: of the client's, and not the client.
_INFANT = lazy(
    r"\b(?:baby|babies|newborn|infant|toddler|twins?)\b[^.!?]{0,80}?\b(?:milk|formula|powder|bottles?|feed|fed"
    r"|weight|nappy|nappies)\b",
    re.IGNORECASE,
)
# What befell the writer, told before what came of it.
_BEFELL = lazy(
    r"\bI (?:fell|slipped|tripped|went (?:my length|flying|over)|missed the (?:\w+ )?step|sprained|twisted|banged)\b"
    r"|\b(?:followed|chased|bit|attacked|got|grabbed|hit|pushed|threatened|spat at) me\b(?! (?:a|the|my|an|some|to"
    r"|into|out|that|thinking|talking|laughing|wrong|this|here|there)\b)|\bgot me on the\b|\bhold of me\b"
    r"|\bwhere I live\b|\b(?:outside|at|by) my (?:house|door|gate|flat|home|work)\b",
    re.IGNORECASE,
)


_ANOTHERS = lazy(r"\b(?:him|her|them)\b|\b(?:he|she|they) (?:says?|said)\b", re.IGNORECASE)
# Between a name and what its bearer does; "Colin said that he hits her" and "Colin was hit" are none.
_HIMSELF = (
    r"(?: (?!that\b|since\b|when\b|because\b|if\b|about\b|to\b|s?he\b|they\b|was\b|were\b|got\b|gets\b|is\b"
    r"|says?\b|said\b"
    r"|told\b|thinks?\b|and\b|who\b|rang\b|knows?\b)\w+){0,3} "
)
_TAKES = (
    r"(?:clips|cuffs|drove|(?:takes?|took|has|have|having) (?:him|her|them) (?:home|back|round|up|over)"
    r"|(?:gives?|gave|given|slips?|slipped|pays?|paid) (?:him|her|them) (?:£|a (?:tenner|fiver|twenty))"
    r"|ask(?:s|ed)? (?:him|her|them) (?:\w+ ){0,3}for (?:the|his|her|their) (?:room|number|phone))"
)
_COORDINATOR_DOES = lazy(
    r"\b(?:the|our|my|your) co-?ordinator (?:ha[sd] been|keeps|kept|is) "
    r"(?!try|ring|call|ask|help|chas|wonder|wait|look|go|com|visit|talk|mak|handl|deal)\w+ing\b",
    re.IGNORECASE,
)


def is_own(draft: Draft, span: Span, harm: tuple[Harm, ...]) -> bool:
    """Whether these are signs of the writer's own despair: nobody else does anything in those sentences."""
    own = [h.span for h in harm if h.category in _OWN]
    inside = (h for h in harm if not any(s.start < h.span.start and h.span.end <= s.end for s in own))
    categories, words = {h.category for h in inside}, draft.text.newest[span.start : span.end]
    if not (categories & _OWN and categories <= _MINE_TOO):
        return False
    alone = categories <= _OWN_TOO and _I.search(words) and not ANOTHER.search(words) and not _ASKED_ME.search(words)
    return bool(alone) or _all_mine(draft)


def _all_mine(draft: Draft) -> bool:
    """Whether before each sign of harm the writer was the last who was said to do or to be anything."""
    text = draft.text.newest
    parts = sentences(text)
    whose = []
    for sign in harm_in(draft):
        start = max((part.start for part in parts if part.start <= sign.span.start), default=0)
        whose.append(_is_mine(draft, text[start : sign.span.end]))
    return True in whose and False not in whose


def _is_mine(draft: Draft, words: str) -> bool | None:
    """Of the words up to the end of a sign; None where nobody at all is said to do anything ("don't ring here")."""
    found, clients = list(_SUBJECT.finditer(words)), draft.around.roll.clients_by_name
    after = words[found[-1].end() if found else 0 :].casefold()
    if any(word in clients for word in re.findall(r"\w+", after)[:2]):
        return False
    if found and _QUOTED.search(words[: found[-1].start()]):
        return False
    if not found or _ASKED.search(words[: found[-1].start()]):
        return False if found else None
    return bool(found[-1]["mine"])


def whom(draft: Draft, client: About, span: Span, harm: tuple[Harm, ...]) -> str | None:
    """As a label for the case: child, client, volunteer or coordinator; None where nobody can tell."""
    categories = {h.category for h in harm}
    others = _people_named(draft)
    complained = complaint(draft)
    if complained and complained.start < span.end and span.start < complained.end:
        return COORDINATOR
    if _CONDUCT in categories and (any(p.is_officer for p in others) or _COORDINATOR.search(draft.text.newest)):
        return COORDINATOR
    if _does_harm(draft) or _COORDINATOR_DOES.search(draft.text.newest[span.start : span.end]):
        return COORDINATOR
    if _colleague_does(others, draft.text.newest[span.start : span.end]):
        return "volunteer"
    if _CONDUCT in categories and (others or _COLLEAGUE.search(draft.text.newest) or _is_mine_alone(draft, span)):
        return "volunteer"
    own = _DISTRESS in categories or NOT_ABOUT.search(draft.text.newest) or is_own(draft, span, harm)
    if (client.client is None and own) or is_own(draft, span, harm) or _befell_me(draft, span):
        return "volunteer"
    if client.client is None or not client.sure:
        return None
    infant = _INFANT.search(draft.text.newest[span.start : span.end])
    return "child" if client.client.setting == "foster" or infant else "client"


def _is_mine_alone(draft: Draft, span: Span) -> bool:
    return _all_mine(draft) and not ANOTHER.search(draft.text.newest[span.start : span.end])


def _does_harm(draft: Draft) -> bool:
    """Whether somebody who runs the scheme is said, right there, to do what nobody of a scheme may do."""
    own, text = draft.sender.person, draft.text.newest
    officers = {p.first_name for p in draft.around.roll.people if p.is_officer and p != own and p.first_name in text}
    return any(re.search(rf"\b{re.escape(name)}\b{_HIMSELF}{BAD}\b", text, re.IGNORECASE) for name in officers)


def _colleague_does(others: list[Person], words: str) -> bool:
    """Whether another visitor is said to do it, in the sentences of harm."""
    names = "|".join(re.escape(p.first_name) for p in others if not p.is_officer)
    act = rf"\b(?:{names})\b(?: [A-Z]\b\.?)?{_HIMSELF}(?:{BAD}|{_TAKES})\b"
    return bool(names) and re.search(act, re.sub(r"[\"“”‘]", "", words), re.IGNORECASE) is not None


def _befell_me(draft: Draft, span: Span) -> bool:
    """Whether the writer was hurt or followed, and the sentences of harm say nothing of what anybody else suffers."""
    text = draft.text.newest
    words = text[span.start : span.end]
    return bool(_BEFELL.search(text[: span.end])) and not _ANOTHERS.search(words)


def _people_named(draft: Draft) -> list[Person]:
    """Those of the roll, but the writer, who are spoken of: not in a greeting, nor at the very end."""
    text, own = draft.text.newest, draft.sender.person
    body = " ".join(_GREETING.sub("", text).split()[0 if _GREETING.match(text) else 2 : -2]).casefold()
    return [p for p in draft.around.roll.people if p != own and _is_named(p, body) and not _is_addressed(p, text)]


def _is_addressed(person: Person, text: str) -> bool:
    """ "Lovely news, Carol, when I saw him …": spoken to, and named nowhere else."""
    name = re.escape(person.first_name)
    spoken_to = re.match(rf"\W*(?:\w+\W+){{0,4}}?{name}(?: \w+)?\s*[,!:\n]", text, re.IGNORECASE)
    return spoken_to is not None and not re.search(rf"\b{name}\b", text[spoken_to.end() :], re.IGNORECASE)


def _is_named(person: Person, body: str) -> bool:
    """By the first name, or as Mr or Mrs with the last."""
    first, last = person.first_name.casefold(), person.name.split()[-1].casefold()
    if first not in body and last not in body:
        return False
    first, last = re.escape(first), re.escape(last)
    return re.search(rf"\b{first}\b(?!,? (?:with|and) me)|\b(?:mr|mrs|ms|miss|dr)\.? {last}\b", body) is not None

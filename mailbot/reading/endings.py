"""What mail programs and firms put below a writer's words: tags, signatures, disclaimers."""

import re
from collections.abc import Sequence

from mailbot.expressions import lazy
from mailbot.reading.footers import drop_footers, paragraphs
from mailbot.reading.message import Message
from mailbot.reading.tags import is_tag

_POSTSCRIPT = lazy(r"(?i)^\s*(?:p\.?\s?){1,2}s\b[\s.:,;–-]")
_CAPITAL_WORD = lazy(r"[^\W\d_]")
_CONTACT = lazy(
    r"^\W*(?:t|m|tel|mob|mobile|phone|direct|fax|e|e-?mail|w|web|www)\b\s?[:.|]|https?://|www\.|\S@\S+\.\S",
    re.IGNORECASE,
)
_ROLES_LIST = (
    "coordinator manager officer director administrator assistant engineer adviser advisor team department volunteer "
    "visitor treasurer secretary chair trustee lead worker nurse teacher lecturer consultant partner and of the for "
    "at in de la ext with"
)
_ROLES = frozenset(_ROLES_LIST.split())
_PHONE = lazy(r"^\W*(?:\w{1,6}\W{1,3})?\+?[\d() -]{9,17}\W*$|\b0\d{3,4} ?\d{3} ?\d{3,4}\b")
_BUSINESS = lazy(
    r"\b(?:chair(?:man|woman|person)|clerk|registrar|librarian|head ?teacher|deputy|principal|vicar|curate|warden"
    r"|founder|editor|designer|researcher|pharmacist|optician|dentist|midwife|physiotherapist|counsellor|therapist"
    r"|barrister|electrician|plumber|joiner|builders?|primary|academy|nursery|surgery|practice|hospital|hospice"
    r"|library|parish|actuary|mutual|insurance|church|chapel|cathedral|diocese|software|year \d{1,2}"
    r"|co-?ordinator|manager|officer|director|administrator|assistant|engineer|advis[eo]r|treasurer|secretary"
    r"|chair"
    r"|trustee|lead|head of|partner|solicitors?|chambers|accountant|consultant"
    r"|lecturer|teacher|nurse|practitioner|specialist"
    r"|analyst"
    r"|developer|architect|surveyor|supervisor|executive|president|professor|dr|rev|volunteer|caseworker|worker"
    r"|ltd|llp|plc|inc|gmbh|group|council|university|college|school|nhs|trust|association|charity|department"
    r"|services?"
    r"|solutions|consulting|commissioning|human resources|hr|marketing|finance|team)\b|\((?:he|she|they)/(?:him|her"
    r"|them)\)",
    re.IGNORECASE,
)
# What a clergyman or a doctor puts before the full name below a letter, and the hours that stand there.
_TITLE = lazy(
    r"(?:the\s+)?(?:rev(?:d|erend)?|canon|fr|father|sr|dr|prof(?:essor)?|cllr|hon|imam|rabbi)\.?\s+", re.IGNORECASE
)
_OUTLOOK_TAG = lazy(r"\s*(?:get|télécharger|obtener|ottieni) outlook (?:for|pour|para|per)\b", re.IGNORECASE)
_DEGREE = lazy(
    r" (?:M(?:Eng|Sc|A|BA|Phil|Ed|Res|PhysM?|CIPD)|B(?:Eng|Sc|A|Ed)|PhD|DPhil|CEng|MICE|MRICS|FRICS|FCA|ACA|RGN|RN|JP"
    r"|MBE|OBE|FRSA)\b(?: \(Hons\))?[.,]?\s*$"
)
_HOURS = lazy(
    r"\W*(?:my )?(?:usual |normal |regular )?(?:(?:non[- ]?)?working (?:days?|hours|pattern|week)"
    r"|days? (?:off|of work)|office (?:hours|days?|open)|rest day|surgery hours)\b\s?[:–-]",
    re.IGNORECASE,
)
_FROM_OUTLOOK = ("thread-index", "thread-topic", "x-ms-has-attach", "x-ms-exchange-organization-authas")

_DELIMITERS = 3


def drop_endings(lines: Sequence[str], message: Message, at_start: bool) -> list[bool]:
    """For each of these lines, all outside quotes, whether it is a tag, a signature or a disclaimer.

    `at_start` is False where lines of the writer stand above these.
    """
    gone = [is_tag(line) for line in lines]
    for i in [i for i, line in enumerate(lines) if line.rstrip(" \xa0") == "--"][:_DELIMITERS]:
        below_words = not at_start or any(
            line.strip() and not cut for line, cut in zip(lines[:i], gone, strict=False)
        )
        _after_delimiter(lines, i, gone, strong=below_words and lines[i] != "--")
    drop_footers(lines, gone, at_start, lambda line: bool(_BUSINESS.search(line)) and _is_label(line))
    _named_signature(lines, gone, message)
    return gone


def _after_delimiter(lines: Sequence[str], at: int, gone: list[bool], strong: bool) -> None:
    """The block below `-- ` (RFC 3676, 4.3); what looks like sentences further down, or a PS, is the writer's."""
    gone[at] = True
    first = True
    for start, end in paragraphs(lines, at + 1):
        block = range(start, end)
        postscript = next((i for i in block if _POSTSCRIPT.match(lines[i])), end)
        if (first and strong) or not any(_is_prose(lines[i]) for i in range(start, postscript)):
            for i in range(start, postscript):
                gone[i] = True
        first = False
        if postscript < end:
            return


def _named_signature(lines: Sequence[str], gone: list[bool], message: Message) -> None:
    """Many programs set no delimiter: a last paragraph that begins with the sender's full name and holds no sentence.

    Outlook says who it is; elsewhere a line of it has to be a job, a firm, a number or an address. A PS may follow.
    """
    blocks = [(s, e) for s, e in paragraphs(lines, 0) if not all(gone[s:e])]
    if len(blocks) > 2 and _POSTSCRIPT.match(lines[blocks[-1][0]]):
        blocks.pop()
    if len(blocks) < 2:
        return
    start, end = blocks[-1]
    if _stands_above_a_tag(lines, start, end, message):
        gone[start] = True
        return
    below = [line for line, cut in zip(lines[start + 1 : end], gone[start + 1 : end], strict=True) if not cut]
    if not 1 <= len(below) <= 7 or not all(map(_is_label, below)):
        return
    title = _TITLE.match(lines[start])
    name = lines[start][title.end() :] if title else lines[start]
    exact = _is_name_of(name, message.from_name)
    proven = any(map(_is_business, below)) or (exact and (title is not None or _DEGREE.search(name) is not None))
    if (exact and (proven or _is_outlook(message))) or (proven and _has_surname(name, message.from_name)):
        gone[start:end] = [True] * (end - start)


def _stands_above_a_tag(lines: Sequence[str], start: int, end: int, message: Message) -> bool:
    """The sender's full name alone, right above the tag of Outlook on a telephone, which puts it there itself."""
    if end != start + 1 or " " not in message.from_name.strip():
        return False
    after = next((line for line in lines[end:] if line.strip()), "")
    return lines[start].strip() == message.from_name.strip() and _OUTLOOK_TAG.match(after) is not None


def _is_outlook(message: Message) -> bool:
    return "outlook" in (message.header("x-mailer") or "").casefold() or any(message.header(n) for n in _FROM_OUTLOOK)


def _is_name_of(line: str, name: str) -> bool:
    """`D. Vasilakis`, `Dora Vasilakis BEng`: surname, and first name or its initial before it."""
    wanted, words = name.casefold().split(), line.casefold().replace(".", " ").replace(",", " ").split()
    if len(wanted) < 2 or not 2 <= len(words) <= 8 or wanted[-1] not in words[1:]:
        return False
    return words[0] in (wanted[0], wanted[0][:1])


def _has_surname(line: str, name: str) -> bool:
    """Two or three names of which the last is the sender's: `Pippa Garside` for Philippa."""
    wanted, words = name.casefold().split(), line.replace(",", " ").split()
    return len(wanted) > 1 and 2 <= len(words) <= 3 and words[-1].casefold() == wanted[-1] and line == line.title()


def _is_business(line: str) -> bool:
    """What nobody types as a message: a number, an address, a job or a firm."""
    return bool(_CONTACT.search(line) or _PHONE.search(line) or _BUSINESS.search(line))


def _is_label(line: str) -> bool:
    """A job, a firm, a number, an address: capitals and figures, few words, no full stop."""
    words = line.split()
    if (_CONTACT.search(line) and len(words) <= 8) or (_HOURS.match(line) and len(words) <= 9):
        return True
    named = all(not _CAPITAL_WORD.match(w) or w[0].isupper() or w.casefold().strip(",.|") in _ROLES for w in words)
    shouted = len(words) > 2 and line.isupper()
    return named and not shouted and len(words) <= 9 and not line.rstrip().endswith(("!", "?"))


def _is_prose(line: str) -> bool:
    """Four words that begin small, or in a script without capitals."""
    return sum(1 for word in line.split() if word[0].isalpha() and not word[0].isupper()) >= 4

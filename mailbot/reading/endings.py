"""What mail programs and firms put below a writer's words: tags, signatures, disclaimers."""

import re
from collections.abc import Sequence

from mailbot.reading.message import Message
from mailbot.reading.tags import is_tag

_POSTSCRIPT = re.compile(r"(?i)^\s*(?:p\.?\s?){1,2}s\b[\s.:,;–-]")
_CAPITAL_WORD = re.compile(r"[^\W\d_]")
_CONTACT = re.compile(
    r"^\W*(?:t|m|tel|mob|mobile|phone|direct|fax|e|e-?mail|w|web|www)\b\s?[:.|]|https?://|www\.|\S@\S+\.\S",
    re.IGNORECASE,
)
_ROLES = frozenset(
    {"coordinator", "manager", "officer", "director", "administrator", "assistant", "engineer", "adviser", "advisor"}
    | {"team", "department", "volunteer", "visitor", "treasurer", "secretary", "chair", "trustee", "lead", "worker"}
    | {
        "nurse",
        "teacher",
        "lecturer",
        "consultant",
        "partner",
        "and",
        "of",
        "the",
        "for",
        "at",
        "in",
        "de",
        "la",
        "ext",
    }
)
_FROM_OUTLOOK = ("thread-index", "thread-topic", "x-ms-has-attach", "x-ms-exchange-organization-authas")

_DELIMITERS = 3

_DISCLAIMER_BEGINS = re.compile(
    r"[\s*_>-]{0,8}(?:this (?:e-?mail|message|communication|transmission)\b"
    r"|the (?:information|contents?) (?:contained )?(?:in|of) (?:this|it)\b"
    r"|(?:e-?mail )?(?:disclaimer|confidential(?:ity)?|important|privileged|legal|notice)(?: notice)?\b\W"
    r"|any views\b)",
    re.IGNORECASE,
)
_DISCLAIMER_SAYS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"confidential|privileged",
        r"intended (?:solely |only |exclusively )*for|for the (?:sole|exclusive) use",
        r"(?:not|other than) the (?:intended|named) (?:recipient|addressee)",
        r"received (?:this|it)(?: \S+){0,3} in error",
        r"(?:notify|inform|contact|advise) (?:the |us |me )?(?:sender|immediately|originator|by return)",
        r"(?:views|opinions)[^.]{0,60}(?:expressed|presented|those of|necessarily)",
        r"virus|malware|registered (?:office|in|charity|number|company)|company (?:no|number|registration)",
        r"(?:disclos|distribut|copy|dissemin|unauthori[sz]ed)\w*[^.]{0,60}(?:prohibited|unlawful|forbidden)",
    )
)


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
    _disclaimers(lines, gone)
    if _is_outlook(message):
        _outlook_signature(lines, gone, message)
    return gone


def _after_delimiter(lines: Sequence[str], at: int, gone: list[bool], strong: bool) -> None:
    """The block below `-- ` (RFC 3676, 4.3); what looks like sentences further down, or a PS, is the writer's."""
    gone[at] = True
    first = True
    for start, end in _paragraphs(lines, at + 1):
        block = range(start, end)
        postscript = next((i for i in block if _POSTSCRIPT.match(lines[i])), end)
        if (first and strong) or not any(_is_prose(lines[i]) for i in range(start, postscript)):
            for i in range(start, postscript):
                gone[i] = True
        first = False
        if postscript < end:
            return


def _disclaimers(lines: Sequence[str], gone: list[bool]) -> None:
    """A paragraph, from the line where it begins to sound like one, that says two things only disclaimers say."""
    for start, end in _paragraphs(lines, 0):
        begin = next((i for i in range(start, end) if _DISCLAIMER_BEGINS.match(lines[i])), end)
        words = " ".join(lines[begin:end])
        if begin < end and sum(1 for said in _DISCLAIMER_SAYS if said.search(words)) >= 2:
            gone[begin:end] = [True] * (end - begin)


def _outlook_signature(lines: Sequence[str], gone: list[bool], message: Message) -> None:
    """Outlook sets no delimiter: a last paragraph that begins with the sender's full name and holds no sentence."""
    blocks = [(s, e) for s, e in _paragraphs(lines, 0) if not all(gone[s:e])]
    if len(blocks) < 2:
        return
    start, end = blocks[-1]
    if (
        2 <= end - start <= 8
        and _is_name_of(lines[start], message.from_name)
        and all(map(_is_label, lines[start + 1 : end]))
    ):
        gone[start:end] = [True] * (end - start)


def _is_outlook(message: Message) -> bool:
    return "outlook" in (message.header("x-mailer") or "").casefold() or any(message.header(n) for n in _FROM_OUTLOOK)


def _is_name_of(line: str, name: str) -> bool:
    """`D. Vasilakis`, `Dora Vasilakis BEng`: surname, and first name or its initial before it."""
    wanted, words = name.casefold().split(), line.casefold().replace(".", " ").replace(",", " ").split()
    if len(wanted) < 2 or not 2 <= len(words) <= 8 or wanted[-1] not in words[1:]:
        return False
    return words[0] in (wanted[0], wanted[0][:1])


def _is_label(line: str) -> bool:
    """A job, a firm, a number, an address: capitals and figures, few words, no full stop."""
    words = line.split()
    if _CONTACT.search(line) and len(words) <= 8:
        return True
    named = all(not _CAPITAL_WORD.match(w) or w[0].isupper() or w.casefold().strip(",.|") in _ROLES for w in words)
    shouted = len(words) > 2 and line.isupper()
    return named and not shouted and len(words) <= 9 and not line.rstrip().endswith(("!", "?"))


def _is_prose(line: str) -> bool:
    """Four words that begin small, or in a script without capitals."""
    return sum(1 for word in line.split() if word[0].isalpha() and not word[0].isupper()) >= 4


def _paragraphs(lines: Sequence[str], at: int) -> list[tuple[int, int]]:
    """(first line, line after the last) of each run of lines that are not blank."""
    found: list[tuple[int, int]] = []
    start = None
    for i in range(at, len(lines) + 1):
        blank = i == len(lines) or not lines[i].strip()
        if blank and start is not None:
            found.append((start, i))
            start = None
        elif not blank and start is None:
            start = i
    return found

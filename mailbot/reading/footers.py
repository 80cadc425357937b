"""What firms put below every letter that leaves them: disclaimers, registrations, whom to ring about fraud."""

import re
from collections.abc import Callable, Sequence

from mailbot.expressions import lazy

_SHORTEST_FIRM = 4  # letters

_DISCLAIMER_BEGINS = lazy(
    r"[\s*_>-]{0,8}(?:this (?:e-?mail|message|communication|transmission)\b"
    r"|the (?:information|contents?) (?:contained )?(?:in|of) (?:this|it)\b"
    r"|(?:e-?mail )?(?:disclaimer|confidential(?:ity)?|important|privileged|legal|notice)(?: notice)?\b\W"
    r"|any views\b|think before (?:you )?print)",
    re.IGNORECASE,
)
_DISCLAIMER_SAYS = tuple(
    lazy(words, re.IGNORECASE)
    for words in (
        r"confidential|privileged",
        r"(?:intended|meant) (?:solely |only |exclusively )*for|for the (?:sole|exclusive) use",
        r"(?:not|other than) the (?:intended|named) (?:recipient|addressee)",
        r"received (?:this|it)(?: \S+){0,3} in error",
        r"(?:notify|inform|contact|advise) (?:the |us |me )?(?:sender|immediately|originator|by return)",
        r"(?:views|opinions)[^.]{0,60}(?:expressed|presented|those of|necessarily)",
        r"subject to (?:disclosure|monitoring)|freedom of information|monitored or recorded",
        r"(?:accepts?|assumes?) no (?:liability|responsibility) for (?:any )?(?:loss|damage|harm arising"
        r"|errors?|views"
        r"|opinions|contents?|virus)|(?:is|are) not (?:answerable|liable|responsible) for (?:the )?(?:views"
        r"|opinions|contents?)",
        r"virus|malware|registered (?:office|in|charity|number|company)|company (?:no|number|registration)",
        r"(?:disclos|distribut|copy|dissemin|unauthori[sz]ed)\w*[^.]{0,60}(?:prohibited|unlawful|forbidden)",
    )
)


# A paragraph of a firm's is one only if every sentence of it is, and one at least could be nothing else.
_SENTENCE_ENDS = lazy(r"(?<!\bno)(?<!\bltd)(?<!\bco)[.!?]\s+|\n", re.IGNORECASE)
_FIRM_PLAINLY = lazy(
    r"\bauthori[sz]ed and regulated\b|\bregistered (?:charity|company|society) (?:no|number)\b"
    r"|\bregistered (?:office|number)\b|\bregistered in (?:england|wales|scotland|northern ireland|the uk)\b"
    r"|\b(?:company|charity|vat|sra|fca) (?:registration )?(?:no|number|reg)\b\W{0,3}\w*\d"
    r"|\bour bank details (?:will|do|have|are|never)\b|\bconsider the environment before\b"
    r"|^a list of (?:the |our )?(?:partners|members|directors|trustees)\b",
    re.IGNORECASE,
)
_FIRM_ALSO = lazy(
    r"(?:(?:cyber|e-?mail)? ?(?:fraud|crime|scam|phishing) (?:warning|alert|notice)\b"
    r"|if you (?:believe|think|suspect|know|are (?:worried|concerned|(?:the |a )?victim)|have (?:a )?concerns?)\b"
    r"[^.]*,? (?:please )?"
    r"(?:contact|call|ring|dial|tell|telephone|phone|report|speak to|e-?mail)\b"
    r"|in an emergency,? (?:please )?(?:call|ring|dial)\b|please (?:do not|don['’]t|only) print\b)",
    re.IGNORECASE,
)


_FIRM_ALONE = lazy(
    r"\s*(?:[A-Z][\w'’-]*|&|and|of|the)(?: (?:[A-Z][\w'’-]*|&|and|of|the)){0,5}"
    r"(?:(?: (?:LLP|Ltd|Limited|PLC|plc|Inc))|,? (?:is|are) (?:(?:authori[sz]ed and )?regulated"
    r"(?: by the [A-Z][\w ]{3,40})?"
    r"|a (?:partnership|company)))\W*"
)
_TO_READERS = lazy(
    r"^\W*(?:this (?:e-?mail|message)|if you\b|if the\b|we (?:do not|never|cannot)|report (?:suspected|any)"
    r"|think before"
    r"|beware|(?:cyber |e-?mail )?fraud|in an emergency|please (?:do not )?print|please (?:cancel|delete"
    r"|destroy|ignore) (?:any|this|the|it)\b|to report (?:any|an?|suspected|\w+,? \w+)|registered (?:in|office"
    r"|number))\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = lazy(r"\b(?:i|i['’]m|i['’]ve|me|my|mine|he|she|him|her|his|they['’]ve)\b", re.IGNORECASE)

# "Danger to life at one of our sites must be reported to the control room at once."
_FIRMS_OWN = lazy(
    r"\b(?:(?:to|at) (?:one of |any of )?our (?:\w+ )?(?:sites?|premises|networks?|stations?|depots?|buildings?"
    r"|customer services?|switchboard|control room|help ?desk))\b",
    re.IGNORECASE,
)
_BE_REPORTED = lazy(
    r"\b(?:must|should|may|can) (?:always |also )?be (?:reported|sent|made|addressed|directed|notified)\b",
    re.IGNORECASE,
)


def drop_footers(lines: Sequence[str], gone: list[bool], at_start: bool, is_firm: Callable[[str], bool]) -> None:
    """Mark what of these lines is a footer. `is_firm`: whether a line of a signature names one.

    `at_start` is False where lines of the writer stand above these, behind a quote.
    """
    _disclaimers(lines, gone)
    _firms_words(lines, gone, at_start, is_firm)


def _disclaimers(lines: Sequence[str], gone: list[bool]) -> None:
    """A paragraph, from the line where it begins to sound like one, that says two things only disclaimers say."""
    for start, end in paragraphs(lines, 0):
        begin = next((i for i in range(start, end) if _DISCLAIMER_BEGINS.match(lines[i])), end)
        words = " ".join(lines[begin:end])
        if begin < end and sum(1 for said in _DISCLAIMER_SAYS if said.search(words)) >= 2:
            gone[begin:end] = [True] * (end - begin)


def _firms_words(lines: Sequence[str], gone: list[bool], at_start: bool, is_firm: Callable[[str], bool]) -> None:
    """The last paragraphs, where each sentence is what a firm puts below its letters, asked of nobody."""
    above = (0, 0)
    blocks = []
    for block in paragraphs(lines, 0):
        blocks.append((above, block))
        above = block
    for above, (start, end) in reversed(blocks[1:] if at_start else blocks):
        words = lines[start:end]
        if all(gone[start:end]) or _is_footer(" ".join(words)):
            gone[start:end] = [True] * (end - start)
            continue
        said = [each for each in _SENTENCE_ENDS.split("\n".join(words).strip()) if each.strip()]
        firms = [line for line in lines[slice(*above)] if is_firm(line)]
        plainly = [each for each in said if _FIRM_PLAINLY.search(each.rstrip(". ")) or _is_named(each, firms)]
        if not plainly or not all(each in plainly or _FIRM_ALSO.match(each.strip()) for each in said):
            return
        gone[start:end] = [True] * (end - start)


def _is_footer(words: str) -> bool:
    """A paragraph that begins with a firm alone, and of which each other sentence is for whoever may read it.

    "Serco Ltd staff hit Amir. This message is confidential." is the writer's.
    """
    first, *others = re.split(r"(?<=[.!?])\s+|\n", words.strip())
    if not _FIRM_ALONE.fullmatch(first) or _OF_SOMEBODY.search(words):
        return False
    if not all(_TO_READERS.match(each) or (_FIRMS_OWN.search(each) and _BE_REPORTED.search(each)) for each in others):
        return False
    return any(said.search(words) for said in (*_DISCLAIMER_SAYS, _FIRM_PLAINLY))


def _is_named(said: str, firms: list[str]) -> bool:
    """Whether these words are only the name of the firm that stands right above: "Pym Crosby."."""
    name = said.strip(" .")
    return len(name) > _SHORTEST_FIRM and any(firm.startswith(name) for firm in firms)


def without_firms_prompts(text: str) -> str:
    """A text without what a firm asks of everybody right behind its registration: whom to ring about abuse."""
    if not _FIRM_PLAINLY.search(text):
        return text
    kept, is_firms = list[str](), False
    for said in _SENTENCE_ENDS.split(text.replace("\n", " ")):
        if _FIRMS_OWN.search(said) and _BE_REPORTED.search(said) and not _OF_SOMEBODY.search(said):
            continue
        if not (is_firms and _FIRM_ALSO.match(said.strip())):
            is_firms = _FIRM_PLAINLY.search(said.rstrip(". ")) is not None
            kept.append(said)
    return ". ".join(kept)


def paragraphs(lines: Sequence[str], at: int) -> list[tuple[int, int]]:
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

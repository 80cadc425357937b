"""How people say that a visit took place. All expressions are for text folded by `phrases.folded`."""

import re
from collections.abc import Iterable

from mailbot.events import Span
from mailbot.expressions import any_of, found_by, lazy
from mailbot.reading.words.calendar_words import MAY
from mailbot.reading.words.visit_words import OWNS, SAW, THE_LAD, TOOK_PLACE, VISIT, WHOM

LOG = lazy(
    r"\b(?:log|record|note(?: down)?|put (?:me |us |it |that |\w+day )?down|mark|enter|register|tick(?:ing)? off"
    r"|jot down|write down|logging|recording|reporting)\b"
)
DOUBT = lazy(
    rf"\b(?:not|never|but|if|unless|maybe|perhaps|might|{MAY}|hope|hoping|think|thought|should|would|could|supposed"
    r"|instead"
    r"|nearly|almost|tried|cancel\w*|nobody|no one|except|without|somebody|someone|meant|wish|until|though|although"
    r"|window|passing|street|facebook|photo|dream\w*|phone|phoned|rang|zoom|facetime|video|whatsapp|text|texted"
    r"|brother|sister|mum|wife|husband|solicitor|half of|says|said|says that)\b|n'?t\b|nt\b|\bno\b(?! (?:worries"
    r"|problems?"
    r"|concerns?|issues?|complaints?))|\?"
)
_DENIED = lazy(
    r"(?:n'?t|\bnt|\bnot|\bnever|\bwithout|\bif|\bunless|\bonce|\buntil|\btill|\bwhether|\bhope\w*|\bhoping"
    r"|\bdream\w*|\bwish|\bsince (?:i|we)"
    r"|\b(?:to|should|would|could|might|must|may|will|'ll|shall) have|\bmeant to|\bsupposed to|\b(?:have|did|has"
    r"|had) (?:you"
    r"|anyone|anybody|someone|she|he|they)|\bthe last time)(?: \w+){0,2}\s*$"
)
REMOTE = any_of(
    r"(?:rang|phoned|called(?! (?:in|on|upon|round|by|over|for|at|to)\b)|texted|messaged|whatsapp\w*|emailed|wrote to"
    r"|facetimed?|zoom\w*|skyped?|video call\w*)",
    r"(?:on|over|by) (?:the )?(?:phone|zoom|whatsapp|text|facetime|teams|skype)",
    r"phone call|letter from|e-?mail from|text from|message from|card from|call from",
)
_OF_A_VISIT = lazy(rf"\b{VISIT}|took place|went ahead|back from")
_FACE_TO_FACE = lazy(rf"\b(?:saw|seen|see|visited|met|{VISIT})\b")
# Whoever writes so is still there.
STILL_THERE = lazy(
    r"(?<!were )(?<!was )(?<!dropped )\b(?:(?:leaving|out|off|going|finishing) (?:at|by|around|about)|(?:done"
    r"|back|home) by) (?:\d|half|quarter|five|ten|twenty"
    r"|noon|one|two|three|four|six|seven|eight|nine)"
    r"|\bbe (?:home|back|out|indoors|in|through (?:my|the) [^.,;]{0,15}door) (?:by|at|for"
    r"|before) (?:about )?(?:\d|half|quarter|noon|one|two|three|four|five"
    r"|six|seven|eight|nine)|^\W*in (?:w|with|wi|wiv) \w+ now\b"
)
DONE = lazy(
    r"(?<!never )(?<!not )(?<!n't )\b(?:done|tick(?:ed)?|completed?|fulfilled|honoured|been|seen"
    r"|visited)(?:,? (?:for )?\d[\w.:]*(?: ?(?:hrs?|hours?|mins?|minutes))?)?\W*$"
)
NOW = lazy(
    r"\b(?:i|we)(?: and(?: \w+){1,3}?)? (?:go (?:to |and )?)?(?:(?:see|visit|meet)\b(?! (?:that|what|how|why"
    r"|(?:\w+ )?again)\b)"
    r"|(?:sit|talk|speak|walk"
    r"|play|eat|drink)"
    r" (?:\w+ ){0,2}with\b)"
)
# "Today I see him one hour", as those write who are new to the language: over, as it is told how long it was.
NOW_THEM = lazy(
    r"\b(?:i|we) (?:go (?:to |and )?)?(?:see|visit|meet|sit with|talk with) (?:him|her"
    r"|them)\b(?=[^.;!?]{0,20}\b(?:hours?|minutes|mins?)\b)"
)
_WRITER = lazy(
    r"(?:\b(?:(?:it was|was) (?:me|i|myself|us) (?:who|that)|that's me|thats me|i|we|us|i've|we've|i'd|we'd|ive"
    r"|weve|im|i'm)|\band (?:i|me|myself)|\b(?:me"
    r"|myself) and \w+)"
    r"(?:'ve|'d|'m)?(?: (?:both|all|also|just|then|have|had|finally|actually|only|really|did|even|managed to"
    r"|was able to"
    r"|were able to|got|had to|duly|of course|certainly|definitely|quickly|briefly|again|at last|myself|now"
    r"|already"
    r"|both of us|each|well|in fact|still|too|first|last|today|yesterday))*\s*$"
)
_DROPPED = lazy(
    r"(?:^|[.,;:!?()–—-]|\b(?:and|then|yes|yep|yeah|yeh|aye|so|again)|^\W*(?:hi|hiya|hello|hey|dear|ok|morning"
    r"|evening|yo|ey up|eh up|ay up|heya|alright|aye aye|now then|mornin|evenin) \w+)(?:\s*(?:just|got|came|come"
    r"|was|were|been|popped|nipped|only|also|finally|have|had|only|yes"
    r"|yep"
    r"|briefly|quickly|again|hi|hello|ok|well|all|been|then|did|both|btw|fyi|right|so|morning|evening|ps))*\s*$"
)


def took_place(words: str) -> "re.Match[str] | None":
    """The words that say so of a visit, if nothing right before denies them."""
    found = (match for pattern in TOOK_PLACE for match in pattern.finditer(words))
    real = (
        match
        for match in found
        if not is_denied(words, match) and not _is_to_come(match.group()) and not _is_too_late(words, match)
    )
    return min(real, key=lambda match: match.start(), default=None)


def saw(words: str, clients: Iterable[Span]) -> "re.Match[str] | None":
    """The writer saw, met, took somebody: a client near behind, or "him" or "her"."""
    spans = list(clients)
    found = (match for match in SAW.finditer(words) if _is_of_client(words, match.end(), spans))
    known = (
        m for m in found if not is_denied(words, m) and by_writer(words[: m.start()]) and not _sets_off(words, m)
    )
    return next(known, None) or next(
        (m for m in _WHOM_I.finditer(words) if any(s.end <= m.start() for s in spans)),
        next((m for m in _WAS_SEEN.finditer(words) if any(s.end == m.start() for s in spans)), None),
    )


_FETCHED = lazy(r"collect|pick|took|taken|got")
_SETS_OFF = lazy(
    r"\b(?:off to|heading (?:to|for|off|out|over)|bound for|away (?:to|tae|for)|now (?:for|to) the|(?:on"
    r"|and) (?:our|the) way (?:to|now)|setting off)\b"
)


def _sets_off(words: str, match: "re.Match[str]") -> bool:
    """ "Collected Omar, off to the park": the visit begins, and is not over."""
    return bool(_FETCHED.match(match.group()) and _SETS_OFF.search(words, match.end()))


# "Omar, whom I saw today": the client stands before it.
_WHOM_I = lazy(
    r"(?<=whom )(?:i|we) (?:saw|visited|met|took|called on|sat with)\b|(?<=who )(?:i|we) (?:saw|visited|met)\b"
)
_WAS_SEEN = lazy(
    r"(?::|,| -)? (?:was |been |has been |were )?(?:seen|visited|collected|dropped (?:home|back"
    r"|off))\b(?! by (?!me\b|us\b|myself|the undersigned|yours truly))"
)


def is_plain(match: "re.Match[str]") -> bool:
    """Whether the words can mean nothing but a visit, even where nobody asked about one."""
    return found_by(match, SAW) or bool(_OF_A_VISIT.search(match.group()))


def is_far(words: str, match: "re.Match[str]") -> bool:
    """Whether it was only by telephone or in writing that people met."""
    return (
        not match.group().endswith("there") and bool(REMOTE.search(words)) and not _FACE_TO_FACE.search(match.group())
    )


def by_writer(before: str) -> bool:
    """Whether the verb that follows these words is the writer's: "I", "we", "X and I", or nobody named."""
    return bool(_WRITER.search(before) or _DROPPED.search(before))


_INVERTED = lazy(
    r"\W*(?!did \w+'s (?:visit|slot|turn|hour|session) (?:with|to|at|of|for|on|in|yesterday|today|this|last)\b)"
    r"(?:is|was|has|did|does|do|are|were) (?:it|he|she|they|you|we|i|(?:the|my|our|his|her) \w+|\w+'s \w+)\b"
)  # "is Omar's visit done", with no question mark


def is_question(words: str) -> bool:
    """Whether the sentence asks; one that asks us to write a visit down says that it was."""
    asks = words.rstrip(" )\"'*_").endswith("?") or _INVERTED.match(words)
    return bool(asks) and not LOG.search(words)


def is_denied(words: str, match: "re.Match[str]") -> bool:
    """Whether what stands right before takes it back: "not", "if", "should have", "hope to have"."""
    return bool(_DENIED.search(words[: match.start()]))


_TOO_LATE = lazy(r"\b(?:by (?:the )?time|when (?:i|we) (?:came|arrived|got|reached|turned up))\b")
_OVER = lazy(r"(?:over|finished|done|complete|completed)$")


def _is_too_late(words: str, match: "re.Match[str]") -> bool:
    """ "By the time I came visits were over": for others."""
    return bool(_OVER.search(match.group()) and _TOO_LATE.search(words[: match.end()]))


_TO_COME = lazy(r"\b(?:will|would|should|might|next|planned|due|hope|if|to be|not|never)\b|n't\b")


def _is_to_come(words: str) -> bool:
    return bool(_TO_COME.search(words))


def _is_of_client(words: str, end: int, clients: Iterable[Span]) -> bool:
    near = [span for span in clients if end <= span.start <= end + 40]
    if WHOM.match(words[end:]) or THE_LAD.match(words[end:]):
        return True
    return any(
        len(words[end : span.start].split()) < 4
        and not OWNS.match(words[span.end :])
        and not re.search(r"[.;!?]|\b(?:for|from|about|of)\b", words[end : span.start])
        for span in near
    )

"""When somebody who goes in alone expects to be out: "back by 5", "an hour and a half", "till 3" (L23).

A time that may be two, or that lies far off, is never sure: an alarm that comes too late is the worst of mistakes.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.sense import Sentence, said
from mailbot.reading.words.times import HOURS, FoundTime, find_minutes, find_times

_LONGEST = timedelta(hours=11)  # nobody announces a longer visit; a time beyond is meant otherwise
_LONG = timedelta(hours=7)  # beyond this, people are asked
_OUT = (
    r"(?:out|back|home|done|finish(?:ed|ing)?|leav(?:e|ing)|away|off|end(?:ing|s)?|over|clear|free|hearth"
    r"|indoors|my way"
    r"|good ?bye|car|(?:his|her|their) (?:own )?door|hame|at hers|at his|at theirs|bk|conclud(?:e|es|ing)"
    r"|return(?:ing|s)?|exit(?:ing)?)"
)
_AT = r"(?:by|at|around|about|before|till?|until|for|fur|no later than|latest|from|@|round)"
_BACK = lazy(
    rf"\b(?:{_OUT}\b\s+(?:(?!at\b|by\b)\w+\s+){{0,3}}?(?:{_AT}\s+(?!hers|theirs|his|her\b|the\b|their)){{1,2}}"
    rf"|(?:back|out|home) (?:at|in|to|by) (?:the|my) (?:car|van|bus|station|house|bike)\s+(?:(?:{_AT})\s+)?(?=\d"
    rf"|half|quarter)"
    rf"|at (?=\d{{1,2}}[:.]\d\d,? (?:i|we)(?:'m| am|'ll be| will be|'re| are) (?:home|back|out|in (?:my|the)"
    rf"|at (?:my|home)))"
    rf"|{_OUT}(?: again)?\s+(?=\d|half|quarter|a quarter|noon|mid|(?:five|ten|twenty|twenty[- ]five) (?:to|past) )"
    rf"|\b(?:here|there|in|inside|with \w+|stay(?:ing)?|lasts?|runs?|on|visit(?:ing)?)\s+(?:\w+\s+){{0,2}}?(?:until"
    rf"|till?|to)\s+"
    rf"|\b(?:until|till?)\s+|\b(?:expect|due|eta|should)\s+(?:\w+\s+){{0,5}}?(?:{_AT}\s+)+|\bthen (?:home|back"
    rf"|out)\b|\b(?:getting|catching|taking|for|get|catch|take|on) the\s+(?=\d|half|quarter|five|ten|twenty)"
    r"|\b(?:have|get|having|getting)\s+[\w'’-]+\s+(?:back|home)\b[^.;?!\n]{0,40}?\b(?:by|at|for|around|about"
    r"|say)\s+(?=\d|half|quarter)"
    r"|\bout,\s+(?=\d)|\b(?:hear|heard|message|word|text|news|sign|call|silent|quiet"
    r"|reply)\s+(?:\w+\s+){0,3}?(?:by|before)\s+"
    r"|\b(?:bring|drop|take|deliver|return)(?:ing)?\s+[\w'’-]+\s+(?:\w+\s+){0,2}?(?:(?:by|at|around|about"
    r"|for)\s+|(?=\d)))",
    re.IGNORECASE,
)
_GOING = lazy(r"\bset(?:ting)?\s+$", re.IGNORECASE)
_HOME = lazy(r"\b(?:home|back)\b", re.IGNORECASE)
_TO_SEE = lazy(r"\s*(?:off|out|over)\s+to\s+(?:see|visit|meet|fetch|\w+['’]s)\b", re.IGNORECASE)
_LENGTH = lazy(
    r"\b(?:for|about|around|roughly|in|takes?|be|only|an?|one|two|three|half|\d)\b[^.,;\n]{0,30}\b(?:hours?|hrs?"
    r"|min(?:ute)?s?)\b",
    re.IGNORECASE,
)
_LATER = lazy(
    r"\b(?P<m>half|quarter|five|ten|twenty) past(?!\s+(?:\d|[a-z]+ o|\w+teen))(?=\W*(?:$|[.,;!]|and\b|or\b))",
    re.I,
)
_OR = lazy(r"\b(?:or|maybe|perhaps|possibly|depending|unless)\b", re.IGNORECASE)
_NUMBERS = "|".join(HOURS)
_BARE = lazy(
    rf"\s*(?:about |around )?(?P<h>1[0-9]|2[0-3]|[1-9]|{_NUMBERS})(?:ish|\s*o['’ ]?clock)?"
    r"(?![\w:/£]|\.\d|\s*(?:a|p)\.?m|\s*(?:hours?|hrs?|min|miles|days?|weeks?|of us))",
    re.IGNORECASE,
)
_SO = lazy(r"\bso (?P<h>1[3-9]|2[0-3])\b(?![:.]\d)", re.IGNORECASE)
_AND_A_HALF = lazy(
    r"\b(?:(?P<n>\d|an?|one|two|three|four|five|six)\s+)?(?:and (?:a )?(?P<part>half|quarter) (?:hours?|hrs?)"
    r"|(?:hours?|hrs?) and (?:an? |one )?(?P<piece>half|quarter|three quarters)|(?:1/2|½) hours?)\b"
    r"|(?P<dec>\d[.½]\d?)\s*(?:hours?|hrs?)",
    re.IGNORECASE,
)
_BEGINS = lazy(
    r"\b(?:at|from)\s+(?:about\s+)?(?:\d|half)|\bfor\s+(?:half\b(?! an)|\d{1,2}[:.]\d\d|\d{1,2}\s*[ap]m|noon|mid)",
    re.IGNORECASE,
)
# "An hour and twenty", "two hours ten"; "an hour or two" is anything.
_AND_SOME = lazy(
    r"\b(?:hours?|hrs?) (?:and )?(?P<n>\d\d|ten|fifteen|twenty|thirty|forty|fifty)\b"
    r"(?!\s*(?:min|past|to\b|till?\b|o['’]|pm|am|miles|pounds|of us|people)|[:.]\d)",
    re.IGNORECASE,
)
_TENS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_HALF = lazy(r"\b(?:half an hour|half hour|½ hour|three quarters of an hour)\b", re.IGNORECASE)
_NOW_IS = lazy(r"\b(?:now (?:it )?is|it(?: is|['’]s)(?: now)?)\s+(?:about |just |nearly )?$", re.IGNORECASE)
_ABOUT_NOW = timedelta(minutes=20)
_COUPLE = lazy(r"\b(?:a )?(?:couple of|few) (?:hours|hrs|minutes|mins)\b", re.IGNORECASE)
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PARTS = {"half": 30, "quarter": 15, "three quarters": 45}


@dataclass(frozen=True, slots=True)
class Back:
    """When a writer expects to be out; `at` None where that cannot be told. `ahead`: it lies after the writing."""

    at: datetime | None
    span: Span
    sentence: Span
    sure: bool
    ahead: bool = True


def back_in(draft: Draft) -> Back | None:
    """The time at which the writer expects to be out, or what stands for one; None if nothing is said of it.

    Of several the last counts, and is unsure: first the visit ends, then the writer is home.
    """
    found = [each for sentence in said(draft) if (each := _in_sentence(draft, sentence))]
    if not found:
        return None
    timed = [each for each in found if each.at]
    last = max(timed, key=lambda each: each.at or draft.around.written_at, default=found[0])
    return last if len({each.at for each in timed}) <= 1 else replace(last, sure=False)


def _in_sentence(draft: Draft, sentence: Sentence) -> Back | None:
    now, words = draft.around.written_at, sentence.words
    cues = (cue for cue in _BACK.finditer(words) if not _is_going(words, cue))
    found = [(cue, *timed) for cue in cues if (timed := _at(words, cue, now))]
    if found:
        cue, at, span = max(found, key=lambda each: each[1] or now)
        times = [t for t in find_times(words) if t.at and t.span.start > found[0][2].end]
        alone = not times and len({each[1] for each in found}) == 1
        if at and (later := _LATER.search(words, span.end)):
            at, alone = _with_minutes(at, later), False
        of_bus = cue.group().rstrip().endswith("the")
        plain = alone and not of_bus and at is not None and at - now <= _LONG and not _OR.search(words, span.end)
        return Back(at, Span(cue.start(), span.end), sentence.span, plain)
    if so := _SO.search(words):
        at = _next(now, FoundTime(time(int(so["h"])), Span(*so.span())))
        return Back(at, Span(*so.span()), sentence.span, at is not None)
    return _by_length(draft, sentence)


def _is_going(words: str, cue: "re.Match[str]") -> bool:
    """ "Setting off to see Omar at 2" says when the visit begins."""
    going = _GOING.search(words[: cue.start()]) or _TO_SEE.match(cue.group())
    return bool(going) and not _HOME.search(cue.group())


def _at(words: str, cue: "re.Match[str]", now: datetime) -> tuple[datetime | None, Span] | None:
    """The time right behind a cue, and where it stands."""
    times = [t for t in find_times(words) if t.at and cue.start() <= t.span.start <= cue.end() + 3]
    if times:
        return _next(now, times[0]), times[0].span
    if bare := _BARE.match(words, cue.end()):
        said_so = bare["h"].lower()
        hour = HOURS.get(said_so) or int(said_so)
        found = FoundTime(time(hour % 24), Span(cue.end(), bare.end()), sure=hour > 12)
        return _next(now, found), Span(cue.end(), bare.end())
    return None


def _with_minutes(at: datetime, later: "re.Match[str]") -> datetime:
    """ "Back at hers for 3 then home half past": of the hour that was named before."""
    minutes = {"h": 30, "q": 15, "f": 5, "t": 20 if later["m"].lower().startswith("tw") else 10}
    return at.replace(minute=minutes[later["m"].lower()[0]])


def _by_length(draft: Draft, sentence: Sentence) -> Back | None:
    """ "An hour and a half" counts from the moment of writing, unless the text says when it begins."""
    words = sentence.words
    if not (match := _LENGTH.search(words)) or re.search(
        r"\b(?:ago|late|early|away|drive|delay|since|already)", words, re.IGNORECASE
    ):
        return None
    minutes = _minutes(words)
    if not minutes:
        return None
    clock = [_next(draft.around.written_at, t) for t in find_times(words) if t.at and t.span.start >= match.end()]
    if clock:  # "two hours, say half past three": the time of day is what others will look at
        return Back(clock[-1], Span(*match.span()), sentence.span, False)
    begins = any(_BEGINS.search(each.words) for each in said(draft))
    some = _AND_SOME.search(words)
    minutes += (_TENS.get(some["n"].lower()) or int(some["n"])) if some else 0
    loose = _COUPLE.search(words) or _OR.search(words, match.end())
    sure = not begins and not loose and minutes <= 60 * 7
    now = _named_now(draft)  # counted in UTC, as the clocks may change on the way
    back_at = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    return Back(back_at, Span(*match.span()), sentence.span, sure)


def _named_now(draft: Draft) -> datetime:
    """The moment from which a length counts: "now it is 11.10", if it is about now; else that of writing."""
    now = draft.around.written_at
    for each in said(draft):
        for found in find_times(each.words):
            if found.at and _NOW_IS.search(each.words[: found.span.start]):
                named = datetime.combine(now.date(), found.at, now.tzinfo)
                return named if abs(now - named) <= _ABOUT_NOW else now
    return now


def _minutes(words: str) -> int:
    if half := _AND_A_HALF.search(words):
        count = half["dec"] or half["n"] or "1"
        whole = int(count[0]) if count[0].isdigit() else _COUNT[count.lower()]
        part = (half["part"] or half["piece"] or "half").lower()
        return 60 * whole + (_PARTS[part] if not half["dec"] or count[1:] in (".5", "½") else 0)
    if half := _HALF.search(words):
        return 45 if "quarters" in half.group().lower() else 30
    if couple := _COUPLE.search(words):
        return 120 if "h" in couple.group().lower().split()[-1] else 0
    return sum(minutes for minutes, _ in find_minutes(words))


def _next(now: datetime, found: FoundTime) -> datetime | None:
    """The next such time after now; a time that may be morning or afternoon is whichever comes next."""
    if found.at is None:
        return None
    hours = {found.at.hour} if found.sure else {found.at.hour % 12, found.at.hour % 12 + 12}
    tries = (
        datetime.combine(now.date() + timedelta(days=d), found.at.replace(hour=h), now.tzinfo)
        for d in (0, 1)
        for h in hours
    )
    soonest = min((t for t in tries if t > now), default=None)
    return soonest if soonest is not None and soonest - now < _LONGEST else None

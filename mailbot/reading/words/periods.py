"""From when to when somebody is away, as people and their mail programs write it in a dozen languages.

"until 20 April", "du 11 au 26 juillet", "from Saturday for ten days", "the whole of May". The last day is the one
that is named; "back on the 14th" names a day that may be either, and is unsure (promise 5).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.dates import Direction, find_dates

_NAMES = (
    r"jan(?:uary|uar|uari|vier|eiro|v)?|enero|gennaio|stycz\w+|січ\w+|янв\w*|ianuarie|ledn\w*|ocak|ionawr|يناير",
    r"feb(?:ruary|ruar|ruari|rero|braio|r)?|févr?(?:ier)?|fevereiro|lut(?:y|ego)|лют\w+|фев\w*|únor\w*|şubat"
    r"|februarie|chwefror|فبراير",
    r"mar(?:ch|s|zo|ço|ca|zec)?|märz|maart|берез\w+|март\w*|březn\w*|mart|martie|[mf]awrth|مارس",
    r"apr(?:il|ile|ilie)?|avr(?:il)?|abr(?:il)?|kwie\w+|квіт\w+|апр\w*|dubn\w*|nisan|ebrill|أبريل",
    r"may|mai|maj[ua]?|mayo|maggio|maio|mei|трав\w+|ма[йя]|květn\w*|mayıs|fai|مايو",
    r"june?|juni|juin|junio|giugno|junho|czerw\w+|черв\w+|июн\w*|červn\w*|haziran|iunie|[mf]ehefin|يونيو",
    r"july?|juli|juil(?:let)?|julio|luglio|julho|lip(?:iec|ca)|лип\w+|июл\w*|červenc\w*|temmuz|iulie"
    r"|g?orffennaf|يوليو",
    r"aug(?:ust|ustus|usti)?|août|aout|agosto|sierp\w+|серп\w+|авг\w*|srpn\w*|ağustos|awst|أغسطس",
    r"sept?(?:ember|embre|iembre|tembre)?|setembro|wrze\w+|верес\w+|сент\w*|září|eylül|septembrie|[mf]edi|سبتمبر",
    r"o[ck]t(?:ober|obre|ubre)?|ottobre|outubro|paźdz\w+|жовт\w+|окт\w*|říjn\w*|ekim|octombrie|hydref|أكتوبر",
    r"nov(?:ember|embre|iembre|embro)?|listopad\w*|листопад\w*|ноя\w*|kasım|noiembrie|[td]h?achwedd|نوفمبر",
    r"de[cz](?:ember|embre|embro)?|déc(?:embre)?|dic(?:iembre|embre)?|grud\w+|груд\w+|дек\w*|prosin\w*|aralık"
    r"|decembrie|rh?agfyr|ديسمبر",
)
_MONTH = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_NAMES, 1))
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª|-го|-го)?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+(?:the\s+)?)?"
_DATED = lazy(
    rf"(?<![\d/.:£])(?P<day>[0-3]?\d){_ORDINAL}(?:\s+|(?<=\.)|-)(?:of\s+|de\s+|d['’])?(?:{_MONTH})(?!\w)\.?"
    r"(?:,?\s+(?:de\s+)?(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_TURNED = lazy(
    rf"\b(?:{_MONTH})\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd"
    rf"|th)?(?![\d:.]*\d)(?:,?\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_TO = (
    r"(?:-|–|—|(?:right |all the way |straight )?(?:up|through) (?:to|until|till)|right (?:to|until|till)|to"
    r"|until|till?|through|thru|and|bis(?:\s+(?:zum|einschließlich))?|au|jusqu['’]au|al|hasta(?:\s+el)?"
    r"|a|até|ao|tot(?:\s+en\s+met)?"
    r"|t/m|do|до|по|til|à|إلى|ile|[șşs]i|p[âa]n[ăa] (?:la|pe|[îi]n)|tan|hyd)"
)
_JOINED = lazy(rf"\s*,?\s*(?:inclusive\s+)?{_TO}\s+(?:and\s+including\s+)?(?:the\s+)?{_WEEKDAY}", re.IGNORECASE)
_DASHED = lazy(r"\s*[-–—]\s*")
# "from Palm Sunday (29 March) to Easter Monday (6 April)", "from 29 June till we break up on 17 July"
_IN_BRACKETS = lazy(rf"\s*\)\s*,?\s*{_TO}\s+(?:the\s+)?(?:[^\W\d_]+\s+){{1,4}}\(\s*(?:the\s+)?", re.IGNORECASE)
_TILL_THEN = lazy(
    r"\s*,?\s*(?:until|till?)\s+(?!(?:i['’]?m|we['’]?re)?\s*(?:back|home)\b)(?:(?!back\b|home\b|return|and\b)[^\W\d_]"
    rf"[\w'’]*\s+){{1,6}}?(?:on|by)\s+(?:the\s+)?{_WEEKDAY}",
    re.IGNORECASE,
)
_SHORT = lazy(
    rf"(?<![\d/.:£])(?P<day>[0-3]?\d){_ORDINAL}\s*(?:{_TO}\s+(?:the\s+)?{_WEEKDAY}|[-–—/]\s*)$", re.IGNORECASE
)
_UNTIL = lazy(
    rf"\b(?:until|till?|untill|up to|through|bis(?:\s+(?:zum|einschließlich))?|jusqu['’]au|hasta(?:\s+el)?"
    rf"|fino\s+al|até|tot(?:\s+en\s+met)?|do|до|dek|حتى|tan|hyd|p[âa]n[ăa] (?:la|pe|[îi]n))"
    rf"\s+(?:and\s+including\s+|the\s+)?{_WEEKDAY}$",
    re.IGNORECASE,
)
_RETURN = lazy(
    r"\b(?:back|return(?:ing)?|home|available|com(?:e|ing) again)\b(?:\s+(?:again|here|with you|(?:in|to"
    r"|at) (?:the )?[a-z]+))?"
    r"(?:\s+(?:on|by|from|about|around|until))?"
    rf"\s+(?:the\s+)?{_WEEKDAY}$",
    re.IGNORECASE,
)
_COUNT_LIST = "one two three four five six seven eight nine ten eleven twelve"
_COUNT = {w: n for n, w in enumerate(_COUNT_LIST.split(), 1)}
_SLAVIC = lazy(
    r"stycz|lutego|marca|kwie|maja|czerw|lipca|sierp|wrze|paźd|listop|grudn|ledn|únor|břez|dubn|květ|červ|srpn"
    r"|září|říj|pros",
    re.IGNORECASE,
)
_NUMBER = "|".join(_COUNT)
_LONG = lazy(
    r"\bfor\s+(?:about\s+|around\s+)?(?:(?:the\s+)?(?:next|following|whole)\s+)?"
    rf"(?:(?P<n>\d{{1,3}}|a couple of|an?|{_NUMBER})\s+)?(?P<unit>fortnight|weeks?|days?|months?)\b",
    re.IGNORECASE,
)
# "my new hip on 7th September and I'm told six weeks": how long somebody else thinks that it takes.
_TOLD = lazy(
    r"\b(?:told|tells? me|says?|said|reckons?|recover\w*|at least|then|(?:gives?|given|gave|allow(?:ing)?) (?:me|it))"
    rf"[:,]?\s+(?:it['’]?s\s+|about\s+|around\s+|at least\s+)?(?P<n>\d{{1,3}}|{_NUMBER})\s+(?P<unit>weeks?|months?)\b"
    r"(?!\s+(?:ago|on|later|old))",
    re.IGNORECASE,
)
_ABOUT = lazy(r"\b(?:about|around|roughly|or so|at least|maybe|perhaps|probably|hopefully|couple)\b", re.IGNORECASE)
_OPEN = lazy(
    r"\b(?:until|till) (?:further notice|i (?:say|let you know)|i['’]?m better)\b|\bindefinitely\b", re.IGNORECASE
)
_WHOLE_MONTH = lazy(
    r"\b(?P<all>(?:the whole (?:month )?of|all of|all(?: through)?|throughout)\s+)?(?:in |for |during )?"
    rf"\b(?:{_MONTH})\b(?!\s*\d)",
    re.IGNORECASE,
)
_END_OF = lazy(rf"\b(?:until|till?) (?:the )?end of (?:(?:the|this) (?P<month>month)|(?:{_MONTH}))\b", re.IGNORECASE)
_NEXT_WEEK = lazy(r"\b(?P<which>next|this) week\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day of an absence, local; None where it is not said. `open` ends only when somebody says so.

    `turned`: it was plainly said to end before it begins, so that neither day is given.
    """

    first: date | None = None
    last: date | None = None
    sure: bool = False
    open: bool = False
    spans: tuple[Span, ...] = ()
    turned: bool = False


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    span: Span
    sure: bool


def find_period(text: str, today: date) -> Period:
    """The one period that a text names, or an empty one. Days without a year are the nearest that fit."""
    days = _days(text, today)
    days = days[:1] if len({each.day for each in days}) == 1 else days  # told twice, in two languages
    found = _of_days(text, days, today) if days else _of_words(text, today)
    turned = found.first is not None and found.last is not None and found.first > found.last
    return Period(spans=found.spans, turned=found.sure) if turned else found


def _of_days(text: str, days: list[_Day], today: date) -> Period:
    spans = tuple(d.span for d in days) + tuple(Span(*m.span()) for m in _LONG.finditer(text))
    first = days[0]
    is_open = _OPEN.search(text) is not None
    if len(days) == 2 and _goes_on(text, days[0], days[1]):
        between = text[days[0].span.end : days[1].span.start]
        plain = " and" not in between or "between" in text[: days[0].span.start].lower()
        spans = (*spans, Span(days[0].span.start, days[1].span.end))
        return Period(days[0].day, days[1].day, plain and days[0].sure and days[1].sure, False, spans)
    before = text[max(0, first.span.start - 40) : first.span.start]
    apart = len(days) == 2 and _RETURN.search(text[days[0].span.end : days[1].span.start])  # "…, back on the 28th"
    if (len(days) == 1 or apart) and (short := _SHORT.search(before)):
        start = _started(int(short["day"]), first.day)
        whole = (*spans, Span(first.span.start - len(short.group()), first.span.start))
        return Period(start, first.day, first.sure and start is not None, False, whole)
    if len(days) == 1 and (until := _UNTIL.search(before)) and _is_until(until.group(), text):
        return Period(None, first.day, first.sure, False, spans)
    if len(days) == 1 and _RETURN.search(before):
        return Period(None, first.day, False, False, spans)
    if long := _LONG.search(text):
        sure = len(days) == 1 and first.sure and not _ABOUT.search(long.group())
        return Period(first.day, first.day + timedelta(days=_length(long)), sure, False, spans)
    if told := _TOLD.search(text, first.span.end):
        return Period(first.day, first.day + timedelta(days=_length(told)), False, False, spans)
    if apart:
        return Period(first.day, days[1].day, False, False, spans)
    return Period(first.day, None, is_open and first.sure and len(days) == 1, is_open, spans)


def _of_words(text: str, today: date) -> Period:
    if match := _END_OF.search(text):
        month = today.month if match["month"] else _month(match)
        last = _in_month(today, month, last=True)
        return Period(None, last, True, False, (Span(*match.span()),))
    if match := _NEXT_WEEK.search(text):
        weeks = 1 if match["which"].lower() == "next" else 0
        monday = today + timedelta(days=7 * weeks - today.weekday())
        return Period(monday, monday + timedelta(days=6), False, False, (Span(*match.span()),))
    if long := _LONG.search(text):
        return Period(None, None, False, False, (Span(*long.span()),))
    match = _WHOLE_MONTH.search(text)
    if match and (match["all"] or re.match(r"(?:in|for|during) ", match.group(), re.IGNORECASE)):
        month = _month(match)
        first, last = _in_month(today, month), _in_month(today, month, last=True)
        return Period(first, last, match["all"] is not None, False, (Span(*match.span()),))
    return Period(open=_OPEN.search(text) is not None)


def _days(text: str, today: date) -> list[_Day]:
    found: list[_Day] = []
    for pattern in (_DATED, _TURNED):
        for match in pattern.finditer(text):
            day = _resolved(match, today)
            if day and not any(match.start() < d.span.end and d.span.start < match.end() for d in found):
                found.append(_Day(day, Span(*match.span()), abs((day - today).days) < 300))
    for each in find_dates(text, today, Direction.FUTURE):
        if each.day and not any(each.span.start < d.span.end and d.span.start < each.span.end for d in found):
            found.append(_Day(each.day, each.span, each.sure))
    return sorted(found, key=lambda d: d.span.start)


def _resolved(match: "re.Match[str]", today: date) -> date | None:
    years = [int(match["year"])] if match["year"] else [today.year - 1, today.year, today.year + 1]
    tries = [_made(year, _month(match), int(match["day"])) for year in years]
    near = [d for d in tries if d and (match["year"] or (d - today).days >= -60)]
    return min(near, key=lambda d: abs((d - today).days), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _month(match: "re.Match[str]") -> int:
    return next(n for n in range(1, 13) if match[f"m{n}"])


def _in_month(today: date, month: int, last: bool = False) -> date:
    year = today.year + (month < today.month)
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


# "Palm Sunday (29 March) to Easter Monday (6 April)": the names stand beside the days.
_FEAST = lazy(r"\)|(?:\b[A-Z][\w'’]+ ){0,3}\(")


def _goes_on(text: str, first: _Day, second: _Day) -> bool:
    between = text[first.span.end : second.span.start]
    ways = (between, _FEAST.sub(" ", between))
    return any(each.fullmatch(way) for each in (_JOINED, _DASHED, _IN_BRACKETS, _TILL_THEN) for way in ways)


def _is_until(words: str, text: str) -> bool:
    """ "do" is "until" in Polish and Czech only."""
    return not words.lower().startswith("do") or bool(_SLAVIC.search(text))


def _started(day: int, last: date) -> date | None:
    """The day of the month that a range starts on, in the month of its end or, if later, in the one before."""
    if day <= last.day:
        return _made(last.year, last.month, day)
    before = last.replace(day=1) - timedelta(days=1)
    return _made(before.year, before.month, day)


def _length(match: "re.Match[str]") -> int:
    said = (match["n"] or "a").lower()
    count = 2 if said == "a couple of" else int(said) if said.isdigit() else _COUNT.get(said, 1)
    days = {"f": 14, "w": 7, "m": 30, "d": 1}
    return count * days[match["unit"][0].lower()]

"""Dates as the British write them, found in a text and resolved against a local day. Day comes before month.

A date that does not exist, or that could be another, is found with `sure` False; nothing is ever guessed
silently (promise 5). The expressions are our own: date libraries take "may", "sat" and "we" for dates.
"""

import re
from datetime import date
from functools import lru_cache

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words import date_figures as figures
from mailbot.reading.words import date_weeks as weeks
from mailbot.reading.words.calendar_words import (
    AHEAD,
    COUNT,
    DAY,
    FOREIGN_DAYS,
    MONTH,
    NAMED_DAY,
    NO_VERB,
    NOT_A_TIME,
    NOT_AN_ORDINAL,
    NOT_MONEY,
    SHORT,
    TOMORROW,
    WEEKDAY,
    WORD_DAY,
    YEAR,
    Direction,
    Read,
)
from mailbot.reading.words.date_hints import hints_in
from mailbot.reading.words.date_neighbours import FoundDate, beside_each_other
from mailbot.reading.words.letters import plain_letters

__all__ = ["Direction", "FoundDate", "find_dates"]


@lru_cache(maxsize=64)
def find_dates(text: str, today: date, direction: Direction = Direction.PAST) -> tuple[FoundDate, ...]:
    """All dates of a text in order, without overlaps; relative ones count from `today`, the writer's day."""
    text = plain_letters(text)
    found: list[FoundDate] = []
    hints = hints_in(text)
    if not hints:
        return ()
    for pattern, read in ((pattern, read) for needs, pattern, read in _READERS if needs in hints):
        for match in pattern.finditer(text):
            taken = any(match.start() < f.span.end and f.span.start < match.end() for f in found)
            known = None if taken else read(match, today, direction)
            if known is not None:
                found.append(FoundDate(known[0], Span(*match.span()), known[1] and known[0] is not None))
    return beside_each_other(text, sorted(found, key=lambda f: f.span.start))


def _p(pattern: str) -> "re.Pattern[str]":
    return lazy(rf"(?<![\w£.,/-]){pattern}(?!\w)", re.IGNORECASE)


_READERS: tuple[tuple[str, "re.Pattern[str]", Read], ...] = (
    ("digit", _p(r"(?P<year>20\d\d)-(?P<m>\d\d)-(?P<day>\d\d)"), figures.read_iso),
    (
        "digit",
        _p(rf"{AHEAD}(?P<day>\d\d?)(?P<by>[/.-])(?P<m>\d\d?)(?P=by)(?P<year>20\d\d|\d\d)(?![/.-]\d)"),
        figures.read_numeric,
    ),
    (
        "digit",
        _p(
            rf"(?P<lead>(?:on|{WEEKDAY.replace('?P<weekday>', '?:')})\s+)?(?P<day>\d\d?)/(?P<m>\d\d?)(?P<year>(?!))?"
            r"(?![/\d]|\.\d|\s*(?:an\s+)?(?:hours?|miles?)\b)"
        ),
        figures.read_numeric,
    ),
    ("month", _p(rf"{AHEAD}{DAY}(?:\s+of)?\s+{MONTH}{YEAR}"), figures.read_worded),
    ("month", _p(rf"{AHEAD}{DAY}(?P<by>[/.-]){MONTH}(?:(?P=by)(?P<year>20\d\d|\d\d))?"), figures.read_worded),
    (
        "ordinal",
        _p(rf"(?<=on )the\s+(?!first|second|third)(?P<day>{WORD_DAY}){NOT_AN_ORDINAL}(?!\s+of\b)"),
        figures.read_day_of_month,
    ),
    ("month", _p(rf"{AHEAD}{MONTH}\s+(?:the\s+)?{DAY}(?![:.]\d){YEAR}"), figures.read_worded),
    (
        "digit",
        _p(r"(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<which>inst(?:ant)?|ult(?:imo)?)\b\.?"),
        figures.read_of_month,
    ),
    ("weekday", _p(rf"{WEEKDAY},?\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)"), figures.read_day_of_month),
    ("weekday", _p(rf"{WEEKDAY},?\s+the\s+(?P<day>{WORD_DAY})"), figures.read_day_of_month),
    ("weekday", _p(rf"{WEEKDAY},?\s+(?:the\s+)?(?P<day>[0-3]?\d){NOT_A_TIME}"), figures.read_bare_day),
    (
        "digit",
        _p(
            rf"(?:(?:on\s+)?the\s+|(?<=on )|(?<=for )|(?<=is )|(?<=to )|(?<=from )|(?<=till )|(?<=until ))"
            rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th){NOT_AN_ORDINAL}"
        ),
        figures.read_day_of_month,
    ),
    (
        "digit",
        _p(
            rf"(?:(?<=on )|(?<=next time )|(?<=next visit )|(?<=next is ))"
            rf"(?P<day>\d\d?)\.(?P<m>\d\d?)(?P<year>(?!))?(?P<lead>(?!))?{NOT_MONEY}"
        ),
        figures.read_numeric,
    ),
    ("digit", _p(rf"(?P<day>\d\d?)\.(?P<m>\d\d?),?\s+{WEEKDAY}"), figures.read_or_time),
    (
        "digit",
        _p(rf"(?<=\w )(?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=\s*(?:$|[.,;!)\n]|at\b|x\b)){NOT_AN_ORDINAL}"),
        figures.read_day_of_month,
    ),
    (
        "digit",
        _p(r"(?:(?<=on )|(?<=the )|(?<=le )|(?<=el ))(?P<day>[0-3]?\d)(?=\s*(?:$|[.,;!)\n](?!\d)|at\s+\d))"),
        figures.read_number_alone,
    ),
    (
        "weekday",
        _p(
            rf"(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+{WEEKDAY}\s+(?:in|of)\s+"
            rf"(?:{MONTH}|(?P<this>this|next|the)\s+month)"
        ),
        weeks.read_nth,
    ),
    (
        "weeks",
        _p(
            rf"(?:{COUNT}\s+)?(?P<unit>weeks?|wks?|fortnight)\s+(?:ago\s+(?P<last>last\s+)?(?:on\s+)?"
            rf"|(?P<since>last)\s+)"
            rf"(?:{WEEKDAY}|(?P<near>yesterday|today))"
        ),
        weeks.read_week_before,
    ),
    ("weeks", _p(rf"{WEEKDAY}\s+(?:{COUNT}\s+)?(?P<unit>weeks?|fortnight)\s+ago"), weeks.read_about_weeks_before),
    ("weeks", _p(r"(?P<near>this\s+day)\s+(?:a\s+)?(?P<unit>week|fortnight)"), weeks.read_week_on),
    ("near", _p(r"(?P<near>yesterday)\s+(?:a\s+)?(?P<unit>week|fortnight)"), weeks.read_about_weeks_before),
    (
        "near",
        _p(rf"{COUNT}\s+(?P<unit>month|year)s?\s+(?P<ago>ago\s+)?(?P<near>today|tomorrow|yesterday)"),
        weeks.read_about_months,
    ),
    ("weekday", _p(rf"{WEEKDAY}\s+before\s+last"), weeks.read_before_last),
    ("weekday", _p(rf"{NAMED_DAY}\s+{WEEKDAY}"), weeks.read_named_day),
    (
        "ago",
        _p(
            r"(?=[\daotfsent])(?P<count>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine"
            r"|ten)\s+(?P<unit>days?|weeks?)\s+ago"
        ),
        weeks.read_ago,
    ),
    (
        "weeks",
        _p(
            r"(?<!this )(?<!last )(?<!next )(?<!nxt )(?<!each )(?<!every )(?<!once )(?<!twice )(?<!times )(?<!days )"
            rf"(?:{COUNT}\s+|(?<! a )(?<! one ))(?P<unit>weeks?|wks?|fortnight)\s+(?:on\s+|(?P<since>from\s+))?"
            rf"(?:{WEEKDAY}|(?P<near>today|{TOMORROW}))"
        ),
        weeks.read_week_on,
    ),
    (
        "weeks",
        _p(rf"(?=[mtwfs])(?:{WEEKDAY}|(?P<near>today|{TOMORROW}))\s+(?:a\s+)?(?P<unit>week|fortnight)\b"),
        weeks.read_week_on,
    ),
    ("weeks", _p(rf"{WEEKDAY},?\s+(?:of\s+)?(?P<which>last|next|nxt)\s+week"), weeks.read_of_week),
    ("weeks", _p(rf"(?P<which>last|next|nxt)\s+week,?\s+(?:on\s+)?{WEEKDAY}"), weeks.read_of_week),
    ("weeks", _p(r"(?:at|over|on|during)?\s*(?P<which>last|this|next|the)\s+weekend"), weeks.read_weekend),
    (
        "weeks",
        _p(
            r"(?:in\s+)(?P<count>\d{1,2}|a|one|two|three|four|five|six)\s+(?P<unit>days?|wks?|weeks?(?:['’]s?)?"
            r"|fortnight"
            r"(?:['’]s)?)(?:\s+time)?"
        ),
        weeks.read_in,
    ),
    ("feast", _p(r"(?:christmas|xmas)\s+(?:eve|day)|boxing\s+day|new\s+year['’]s\s+(?:eve|day)"), weeks.read_feast),
    (
        "moving",
        _p(
            r"(?:good|holy|palm|mothering|mothers?['’]?s?|easter|shrove|pancake|ash)\s+(?:fri|satur|sun|mon"
            r"|tues|wednes)?day"
        ),
        weeks.read_moving_feast,
    ),
    (
        "weekday",
        _p(
            rf"(?=[lntcmwfs])(?P<which>(?:last|next|nxt|this(?:\s+coming|\s+past)?|coming|the\s+following"
            rf"|(?:the\s+|an)(?:other|previous|preceding))\s+)?"
            rf"(?:(?<=on )|(?<=st )|(?<=xt )|(?<=doing )|(?<=doin )|(?<=going )|(?<=goin )|(?-i:{NO_VERB})|{SHORT})"
            rf"{WEEKDAY}(?P<after>\s+(?:just\s+)?(?:gone|past)"
            rf"|\s+last\b)?(?P<hence>\s+next\b)?(?P<later>\s+after\b(?!\s+(?:\w+ing|lunch|work|service|evensong"
            rf"|communion|training|practice|rehearsal|class|football"
            r"|swimming|shift|the|i|we|he|she|they|you"
            rf"|\d|the\s+\w|my|his|her|church|mass|mosque|prayers?|school|college|tea|dinner)))?"
        ),
        weeks.read_weekday,
    ),
    (
        "near",
        _p(
            rf"(?=[tdy2alne])(?:(?:the\s+)?(?:day\s+before\s+yesterday|day\s+after\s+{TOMORROW}"
            r"|night\s+before\s+last)|today|2day|tod|yesterday"
            r"|yesteday|yesterdy|ysterday"
            rf"|yest|yday|{TOMORROW}(?:['’]?s(?=\s))?"
            r"|tonight|tonite|2nite|(?:the\s+|th['’]?)morra"
            r"|last\s+(?:night|evening)|(?:earlier\s+)?this\s+(?:morning|afternoon|evening|eve|aft|arvo|avvy|pm"
            r"|am|(?:lunch|tea)\s?time))"
        ),
        weeks.read_near,
    ),
    ("foreign", _p(f"(?:{'|'.join(FOREIGN_DAYS)})"), weeks.read_foreign),
)

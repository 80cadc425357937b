"""The words of the calendar, spelt well and badly, and which way they are looked at."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum

_MONTHS_LIST = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = _MONTHS_LIST.split()
_NUMBERS_LIST = "one two three four five six seven eight nine ten"
NUMBERS = {w: n for n, w in enumerate(_NUMBERS_LIST.split(), 1)} | {"a": 1}

# Months and days also as people misspell them.
MONTH = (
    r"(?=[jfmasond])(?P<month>jan(?:u?u?ary|uray)?|feb(?:r?u?a?rary|uary|ruary|urary)?|mar(?:ch)?|apr(?:i?l|il?l)?"
    r"|may|june?|july?"
    r"|aug(?:u?st)?|sept?(?:e?mb?er|ember)?|oct(?:ober|obre)?|nov(?:e?mb?er|ember)?|dec(?:e?mb?er|ember)?)\b\.?"
)
MAY = r"(?<!\d )(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )(?<!of )(?<!in )(?<!day )may(?! \d)"
"""The verb: never the month of a date."""
WEEKDAY = (
    r"(?=[mtwfs])(?P<weekday>(?:tues|wednes|wens|thurs|satur|sat|sun)(?:da|dee|di)\b|thurdsay"
    r"|mon(?:day|dy)?|munday|t(?:ues?|eus?|us|use)(?:day|dy)?|tuesay|wed(?:nes|s|ns"
    r"|es)?(?:day|dy)?"
    r"|we(?:ns|dens|ndes)day|th(?:urs?|u|us|ers|irs|rus)(?:day|dy)?|f(?:ri|ir|ry)day|fri|sat(?:ur|er|tur"
    r"|ru)?(?:day|dy)?"
    r"|saturady|sun(?:day|dy)?)\b\.?"
)
_WEEKDAY_STARTS = (("m", 0), ("te", 1), ("tu", 1), ("w", 2), ("th", 3), ("f", 4), ("sa", 5), ("su", 6))
_ORDINALS_LIST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
    " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_ORDINALS = {word: n for n, word in enumerate(_ORDINALS_LIST.split(), 1)}
WORD_DAY = "|".join(sorted((w.replace("-", "[- ]") for w in _ORDINALS), key=len, reverse=True))
DAY = rf"(?P<day>[0-3]?\d|{WORD_DAY})(?P<ordinal>\s?(?:st|nd|rd|th))?"
AHEAD = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"
YEAR = r"(?:,?\s+(?P<year>20\d\d|['’]\d\d)\b)?"
TOMORROW = r"(?:tom?m?or?row|tom+or+ow|tomm?or?o|tmrw|tmr|tomoz|tomo|2moro|2morrow|2mrw)"
COUNT = r"(?P<count>a|one|two|three|four|five|six|\d)"
NAMED_DAY = (
    r"(?P<name>whit|maundy|black|cyber|remembrance|plough|trinity"
    r"|(?:[a-z]+\s+)?(?:bank\s+)?holiday)"
)
NO_VERB = r"(?!(?:sat|sun|wed|mon)\b)"  # "I sat with him", "in the sun"
NOT_AN_ORDINAL = (
    r"(?!\s+(?:time|floor|birthday|visit|class|person|one|hour|year|wing|door|round|half|place|of\s+all|week|day"
    r"|attempt|call|bus|house|flat|room|session|meeting|team|cell|landing|form|grade))"
)

NOT_A_TIME = (
    r"(?![:.h]\d|\d|\s*(?:[ap]\.?m\b|h\b|o['’]?clock|-\s*\d|–\s*\d|to\s+\d|till?\s|until\s|ish\b|people|of\s+us"
    r"|miles|hours?"
    r"|hrs?|mins?|minutes|quid|pounds))"
)
# A short weekday in small letters counts where nothing else can be meant: at the end, before a comma, "n", "w".
SHORT = (
    r"(?<!i )(?<!we )(?<!he )(?<!she )(?<!it )(?<!they )(?<!the )(?<!and )(?<!just )(?<!we all )(?<!then )(?<!who )"
    r"(?=(?:sat|sun|mon|wed)\s*(?:$|[,.;!?]|n\s|w\s|wiv\s|wi\s|at\s+\d|\d|insted|instead|visit|morn|aft\w*noon"
    r"|night|nite|was\s+(?:good|great|fine|ok|lovely)|plus\s+£?\d)"
    r")"
)


NOT_MONEY = r"(?![\d.:]|\s*(?:[ap]\.?m\b|h\b|o['’]?clock|quid|pounds?|each|for|miles|%|kg|km))"
FOREIGN_DAYS = {
    **dict.fromkeys(("ayer", "hier", "ieri", "gestern", "wczoraj", "вчора", "أمس", "دیروز", "dün"), -1),
    **dict.fromkeys(("hoy", "aujourd['’]hui", "oggi", "heute", "dzisiaj", "сьогодні", "اليوم", "امروز", "bugün"), 0),
    **dict.fromkeys(("demain", "domani", "jutro", "завтра", "غدا", "فردا", "yarın"), 1),
}
"""Yesterday, today and tomorrow in other languages; words that also mean "morning" are left out."""


class Direction(Enum):
    """Which way a bare weekday or day of the month is looked for from today."""

    PAST = "past"
    FUTURE = "future"


Read = Callable[["re.Match[str]", date, Direction], tuple[date | None, bool] | None]
"""What a match means, and whether that is sure. None: on a closer look these words are no date."""


def made(year: int, month: int, day: int) -> date | None:
    """That day, or None if it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_agrees(match: "re.Match[str]", day: date | None) -> bool:
    """Whether the weekday that is named, if any, is that of the day."""
    said = match.groupdict().get("weekday")
    return day is None or not said or weekday_number(said) == day.weekday()


def weekday_number(said: str) -> int:
    """Monday is 0, by how the word begins."""
    return next(number for start, number in _WEEKDAY_STARTS if said.lower().startswith(start))


def day_number(said: str) -> int:
    """A day of the month in figures or as a word."""
    return int(said) if said.isdigit() else _ORDINALS[said.lower().replace(" ", "-")]

"""What identifies a person in a public post, apart from names on the roll: expressions, each with its neutral words.

They find too much rather than too little: whoever wrote the post sees what was taken out, and can put it back.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from mailbot.expressions import lazy


class Tells(StrEnum):
    """By what somebody can be known. The value is how it is headed in the answer."""

    NAME = "names"
    ROOM = "numbers of rooms, flats or cells"
    PHONE = "phone numbers"
    EMAIL = "e-mail addresses"
    LINK = "links and accounts"
    PLACE = "exact places"
    DATE = "dates of birth, or others of the past"
    AGE = "ages, beside a place"
    NATION = "nationalities, beside a place"
    REFERENCE = "references"


# These tell who somebody is only where the post says where they are, too.
BESIDE_A_PLACE = frozenset({Tells.AGE, Tells.NATION})
WHERE = frozenset({Tells.PLACE, Tells.ROOM})


@dataclass(frozen=True, slots=True)
class Sign:
    """One expression; its group `it`, or all of it, is replaced by `instead`."""

    tells: Tells
    pattern: "re.Pattern[str]"
    instead: str


def _any(tells: Tells, pattern: str, instead: str) -> Sign:
    return Sign(tells, lazy(pattern, re.IGNORECASE), instead)


def _cased(tells: Tells, pattern: str, instead: str) -> Sign:
    return Sign(tells, lazy(pattern), instead)


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
)
_MONTH += r"|nov(?:ember)?|dec(?:ember)?)"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}(?P<by>[./-])\d{{1,2}}(?P=by)(?:\d{{4}}|\d\d)|{_ORDINAL}(?: of)? {_MONTH}\b,?(?:"
    rf" (?:of )?\d{{4}})?"
    rf"|{_MONTH} {_ORDINAL}\b(?:,? \d{{4}})?|{_MONTH} \d{{4}}|\d{{1,2}}[./]\d{{1,2}}(?![\d.:]))"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[\w'’&.-]*\w)?"
_SURE_PLACES = (
    r"(?:Hotels?|Inn|Lodge|Hostel|Guest ?[Hh]ouse|B&B|Prison|House|Hall|Barracks|Suites|Apartments|School|Academy"
    r"|College|Nursery|Surgery|Medical Practice|Medical Centre|Health Centre|Hospital|Clinic|Infirmary|Care Home"
    r"|Children['’]s Home)"
)
_STREETS = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Terrace|Gardens|Grove|Square|Mews|Parade|Way|Court"
    r"|Row|Hill|Walk|Place)"
)
_CHAINS = (
    r"(?:travelodge|premier inn|holiday inn(?: express)?|ibis|britannia|novotel|crowne plaza|best western|hilton"
    r"|marriott|radisson(?: blu)?|mercure|jurys inn|easyhotel|thistle)"
)
_NATIONS = (
    r"(?:afghans?|albanians?|algerians?|angolans?|bangladeshis?|burmese|cameroonians?|chadians?|chinese|congolese"
    r"|egyptians?|eritreans?|ethiopians?|gambians?|georgians?|ghanaians?|guineans?|indians?|iranians?|iraqis?"
    r"|ivorians?"
    r"|jamaicans?|jordanians?|kenyans?|kurdish|kurds?|kuwaitis?|lebanese|libyans?|malians?|moroccans?|namibians?"
    r"|nigerians?|pakistanis?|palestinians?|polish|romanians?|russians?|rwandans?|salvadorans?|senegalese"
    r"|sierra leoneans?|somalis?|sri lankans?|sudanese|syrians?|tamils?|tunisians?|turkish|turks?|ugandans?"
    r"|ukrainians?|uyghurs?|venezuelans?|vietnamese|yemenis?|zambians?|zimbabweans?)"
)
_KIN = (
    r"(?:sister|brother|mother|father|mum|dad|son|daughter|baby|husband|wife|cousin|friend|uncle|aunt(?:ie)?|niece"
    r"|nephew|grandson|granddaughter|twins?)"
)
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september"
_DAYS += r"|october|november|december|and|or|but|is|has|needs|the|i|we|he|she|they)\b"
_BY_HAND = r"(?:called|named|name is|name['’]s|known as|goes by)"
_NO = r"(?:no\.?|nos\.?|number|nr\.?|#)"
_A_ROOM = r"(?:[a-z]-?)?\d{1,4}[a-z]?\b"

SIGNS: tuple[Sign, ...] = (
    _any(Tells.EMAIL, r"(?<![\w.+-])[\w.+-]{1,80}(?:@| ?(?:\(at\)|\[at\]) ?)[\w-]+(?:\.[\w-]+)+", "[e-mail]"),
    _any(Tells.LINK, r"(?:https?://|www\.)\S+|(?<![\w-])[\w-]{1,60}\.(?:com|org|net|uk|me|co)/\S+", "[link]"),
    _any(Tells.LINK, r"(?<![\w@])@\w[\w.]{1,40}", "[account]"),
    _any(Tells.PLACE, r"\b[a-z]{1,2}\d[a-z\d]? {0,2}\d(?!am|pm)[a-z]{2}\b", "[postcode]"),
    _any(Tells.PLACE, r"(?<!\[)\bpost ?code\W{1,4}(?:is )?(?P<it>[a-z]{1,2}\d[a-z\d]?)\b", "[postcode]"),
    _any(Tells.DATE, rf"\b(?:d\.?o\.?b\b\.?|date of birth|born|birthday|b-?day)\W{{0,3}}(?:(?:is|on|in|the) ){{0,2}}"
         rf"(?P<it>{DATE}|(?:19|20)\d\d)", "[date]"),
    _any(Tells.PHONE, r"(?<!\w)(?!\d\d[.:]\d\d\b|\d\d([./-])\d\d\1\d\d)(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?"
         r"|\(?0)\d(?:[ ().-]{0,2}\d){5,12}(?![\d:])", "[phone]"),
    _any(Tells.PHONE, r"(?<!\[)\b(?:tel|mob|mobile|phone|ring|call|text|whats ?app)\b(?:(?: (?:her|him|them|me"
         r"|us|number|on|no\.?|is|at))*)\W{1,3}(?P<it>\d(?:[ -]?\d){4,12})\b", "[phone]"),
    _any(Tells.REFERENCE, r"\b(?P<it>[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]|[a-z]\d{4}[a-z]{2}|20\d\d-\d{3}|\d{7,})\b",
         "[reference]"),
    _any(Tells.REFERENCE, r"\b(?:ref(?:erence)?|(?:nass|arc|home office|port|case|nhs|ni|national insurance|passport"
         rf"|prison(?:er)?|claim|aspen)(?: card)? (?:ref(?:erence)?|id|{_NO}))(?: (?:is|{_NO}|number))*\s*[:#]?\s*"
         r"(?P<it>(?=[\w/-]*\d)[\w/-]{2,})\b", "[reference]"),
    _any(Tells.ROOM, rf"\b(?:rooms?|rm|flat|apartment|apt|unit|cell|dorm)\s*(?:{_NO})?\s*:?\s*{_A_ROOM}"
         rf"(?:\s*(?:,|and|or|&|/|to|-)\s*{_A_ROOM})*", "[room]"),
    _cased(Tells.ROOM, r"\b(?:[Rr]oom|[Ff]lat|[Cc]ell) (?!I\b|A\b)[A-Z]\b", "[room]"),
    _any(Tells.ROOM, r"\b(?:\d{1,2}(?:st|nd|rd|th) floor|floor \d{1,2})\b", "[floor]"),
    _cased(Tells.ROOM, r"\b(?:(?:[Ww]ing [A-Z]\d?)|(?:[A-Z]\d?[- ][Ww]ing))\b", "[wing]"),
    _any(Tells.ROOM, r"\b(?:in|from) (?P<it>[1-9]\d\d)\b(?! ?(?:min|hour|day|week|month|year|peop|famil|mile"
         r"|metre|pound|hotel|place|child|volunteer|am\b|pm\b|%|[:.]\d))", "[room]"),
    _cased(Tells.PLACE, rf"\b\d{{1,4}}[A-Za-z]?,? (?:{_CAPITAL} ){{1,4}}{_STREETS}\b", "[address]"),
    _cased(Tells.PLACE, rf"(?P<it>\b(?:[Tt]he )?(?:{_CAPITAL} ){{1,3}}{_STREETS}\b)", "[address]"),
    _any(Tells.PLACE, r"\b\d{1,4}[a-z]? (?!(?:minutes?|mins?|miles?|hours?|doors?|houses?|people)\b)"
         r"(?:(?!from|to|on|in|of|the|by|off|and)[a-z'’]+ ){1,2}(?:street|road|rd|avenue|ave|lane|crescent"
         r"|terrace|gardens|drive)\b", "[address]"),
    _cased(Tells.PLACE, rf"(?P<it>\b(?:[Tt]he )?(?:{_CAPITAL}\.? ){{1,4}}{_SURE_PLACES}\b)", "[place]"),
    _cased(Tells.PLACE, rf"\bHotel {_CAPITAL}", "[place]"),
    _any(Tells.PLACE, r"\b(?:hmp(?:/yoi)?|hmyoi|yoi|irc|stc) (?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?",
         "[place]"),
    _any(Tells.PLACE, rf"\b(?:the )?(?:(?-i:{_CAPITAL}) )?{_CHAINS}\b", "[place]"),
    _any(Tells.NAME, rf"\b{_BY_HAND} (?P<it>(?-i:{_CAPITAL})(?: (?-i:{_CAPITAL})){{0,2}})", "[name]"),
    _any(Tells.NAME, rf"\b(?:mrs?|ms|miss|mx|dr|prof|imam|rev|{_KIN})\b\.? (?P<it>(?!{_DAYS})(?-i:{_CAPITAL})"
         rf"(?: (?-i:{_CAPITAL}))?)", "[name]"),
    _any(Tells.AGE, r"\b(?:aged?(?: of)?|age:) ?\d{1,3}\b|\b\d{1,3}[- ]?(?:years?|yrs?|months?|weeks?)[- ](?:old"
         r"|of age)\b|\b\d{1,2} ?(?:y/o|yo)\b", "[age]"),
    _any(Tells.NATION, rf"\b{_NATIONS}\b", "[nationality]"),
)  # fmt: skip

# Any date; one with a year before this is a date of somebody's life.
FULL_DATE = lazy(rf"(?<![\w/.-]){DATE}(?![\w/-])", re.IGNORECASE)
YEAR = lazy(r"(?<!\d)(?P<whole>(?:19|20)\d\d)(?!\d)|\A\d\d?[./-]\d\d?[./-](?P<short>\d\d)\Z")

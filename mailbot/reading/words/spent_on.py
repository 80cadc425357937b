"""What money was spent on, by the words around a sum: the categories of the labels, "other" where none fits."""

import re

from mailbot.expressions import lazy

CATEGORIES = ("canteen", "refreshments", "travel", "parking", "entrance", "phone", "other")

_PARKING = (
    r"parking|the\s+parkin|car\s?parkin|multi[- ]?stor(?:e?y|ies)|parked|car\s?parks?|park\s+and\s+ride"
    r"|parking\s+meter|(?:at|in|for|into) the meter|pay\s+(?:and|&)\s+display|ncp|ring\s?go"
)
_ENTRANCE = (
    r"museums?|entry|entrance|admission|cinema|films?|movies?|zoo|pool|swim(?:ming|min)?|bowl(?:ing|in|s)"
    r"|paintball\w*"
    r"|rink|skat(?:ing|es)|climbing|pottery|castle|aquarium|theatre|soft\s+play|trampolin\w*|laser\s?(?:tag|quest)"
    r"|arcades?"
    r"|(?:mini|crazy|foot)\s?golf|panto(?:mime)?s?|(?:a|the|puppet|magic|flower)\s+show|gig|concert"
    r"|match(?:\s+tickets?)?|games?|farm|gallery|exhibition|escape\s+room"
    r"|go[- ]?kart\w*|leisure\s+cent(?:re|er)|gym|theme\s+park|safari\s+park|funfair|fairground|rides|circus"
    r"|planetarium"
    r"|boat\s+(?:trip|hire)|(?:rowing|motor|hired)\s+boats?|boats?|canoes?|kayaks?|(?:two|three|four|the"
    r"|both)\s+sessions"
    r"|to\s+get\s+in(?:to)?|ten\s?pin|trampoline\s?park|batting\s+cage|pedalos?|zip\s?wire|sports?\s+hall"
    r"|snooker|pool\s+table|ice\s+skating|entrance\s+fees?"
    r"|gate\s+(?:money|fees?|price|for\s+(?:the\s+)?(?:two|both|us|one|all|2))|(?<=for the )wall|pier|lanes?"
    r"|(?:steam|car|tractor)\s+rall(?:y|ies)"
    r"|donkey\s+rides?"
    r"|fishing|karting|kart|golf|(?:skate?|scate|adventure|water|wildlife|country)\s?park|water\s?mill"
    r"|(?:one|two|three|1|2|3)\s+(?:child(?:ren)?|kids?|adults?|seniors?|concessions?)"
)
_TRAVEL = (
    r"buss?(?:es)?|trains?|fares?|taxis?|cabs?|minicab|uber|trams?|travel(?:ling)?|travelcard|transport|rail(?:card)?"
    r"|riders?|dayriders?"
    r"|coach|metro|tube|ferry|petrol|fuel|diesel|tolls?|tickets?|day\s+(?:pass|saver)|bus\s+pass|oyster|stagecoach"
    r"|returns?|singles?"
    r"|flight|congestion\s+charge|tunnel|bike\s+hire|scooter"
)
_PHONE = (
    r"(?<!on the )(?<!by )phone(?:\s?cards?)?|top[- ]?ups?|topped\s+up|sim(?:\s?cards?)?|phone\s+calls?|calls\s+to"
    r"|(?:tele)?phone\s?cards?|cards?\s+(?:of|for|to)\s+(?:the\s+)?(?:tele)?phone|calling\s+cards?"
    r"|mobile|credit(?!\s+cards?)|airtime|data\s+bundle"
)
_CANTEEN = (
    r"counter|canteen|tuck(?:\s?shop)?|vending|tea\s?bar|visits?\s+hall|visitors['’]?\s+(?:cent(?:re|er)|caf[eé])"
    r"|snack\s?bar"
)
_FOOD = (
    r"teas?|coffees?|cuppas?|brews?|lunch(?:es)?|cakes?|flapjacks?|muffins?|chips|fries|ice[\s-]?(?:creams?"
    r"|loll\w+)|drinks?|snacks?"
    r"|refreshments?|caf[eé]s?|cafeteria|sandwich(?:es)?|sarnies?|biscuits?|pizzas?|burgers?|hot\s+choc(?:olate)?s?"
    r"|juices?|crisps"
    r"|breakfast|dinner|tea\s?time|milk\s?shakes?|buns?|scones?|popcorn|squash(?:es)?|water|coke|cola|lemonade"
    r"|pop|sweets"
    r"|chocolates?"
    r"|fruit|meals?|mcdonald['’]?s|maccies|kfc|nando['’]?s|greggs|costa|starbucks|subway|hot\s?dogs?|pasties?|pasty"
    r"|sausage\s+rolls?"
    r"|soup|toast(?:ie)?s?|panini|latt?es?|latte|cappuccinos?|espressos?|flat\s+whites?|pints?|shandy|kebabs?|curry"
    r"|fish\s+and\s+chips"
    r"|bagels?|croissants?|doughnuts?|donuts?|brownies?|cookies?|tray\s?bakes?|teacakes?|bacon\s+(?:bap|roll|butty)"
    r"|smoothies?"
    r"|kit[\s-]?kats?|mars\s+bars?|twix|snickers|cocoas?|cans?\s+of|slush(?:y|ies|ie)?|pastr(?:y|ies)|lemon\s+drizzle"
    r"|cornets?|pies?|peas|pasta|carvery|mars|ices|99s?(?=\s)|egg\s+and\s+chips|grapes|bananas?|oranges|jelly"
    r"|pudding|gateaux?|samosas?|falafel|noodles"
    r"|food(?!\s+(?:for|bank|parcel|shop))|eats|nibbles|picnic|supper"
)
WORDS = "(?:" + "|".join((_PARKING, _ENTRANCE, _PHONE, _CANTEEN, _TRAVEL, _FOOD)) + ")s?"
"""Every word that names a category, as one alternation."""
_CATEGORY = tuple(
    (name, lazy(rf"(?<![\w'’])(?:{words})s?(?![\w])", re.IGNORECASE))
    for name, words in (
        ("parking", _PARKING),
        ("entrance", _ENTRANCE),
        ("phone", _PHONE),
        ("canteen", _CANTEEN),
        ("travel", _TRAVEL),
        ("refreshments", _FOOD),
    )
)
_ANY = lazy(rf"(?<![\w'’])(?:{WORDS})(?![\w])", re.IGNORECASE)
_CLAUSE = lazy(
    r"[,;\n\t:()]|\band\b(?!\s+(?:back|come|coming|return\w*)\b)|(?<!\w)n\b|&|\bplus\b|\+|\bthen\b"
    r"|(?<=[a-z)])\.(?=\s)|\s[-–—]\s",
    re.IGNORECASE,
)
_SAYS_NOTHING_LIST = (
    "a an the and for of at on in to it its it's was were is are be came cost costs costing paid pay spent i we he "
    "she they my our his her "
    "each way so all total please about only just with by from that this which them both two three four five six "
    "one x @ = - return "
    "no again more also back there out home return outward inward outbound sorry this last "
    "then go went another same yesterday today claim claiming have has had me us "
    "got pair lot couple both ones the gate them "
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday "
    "saturday sunday st nd rd th"
)
_SAYS_NOTHING = frozenset(_SAYS_NOTHING_LIST.split())
_BRACKETED = lazy(r"\([^()\n]{0,40}\)(?=\s*(?:\w[^()]{0,12})?$)")
_FOR_SOMEBODY = lazy(r"\b(?:for|with|and|\+|&)\s+[A-Z][a-z]+\b(?!\s+[A-Z])")
_THERE = lazy(r"\s*(?:there|back|each\s+way|out|home)\b", re.IGNORECASE)
_NOUN = lazy(r"[^\W\d_]{2,}(?:['’][a-z]+)?")


def category_of(words: str) -> str:
    """What the words say the money was for; "other" where they say nothing known."""
    if not _ANY.search(words):
        return "other"
    return next((name for name, pattern in _CATEGORY if pattern.search(words)), "other")


def categories_in(words: str) -> frozenset[str]:
    """Every category that some word names."""
    return frozenset(name for name, pattern in _CATEGORY if pattern.search(words))


def category_at(text: str, span: tuple[int, int], around: tuple[int, int], earlier: str) -> str:
    """By the words of a sum's own clause, before it and after it up to the next sum; else of the clauses before.

    `around`: where the sum before ends and the one after begins; `earlier`: what the sum before was for.
    A clause that names something unknown, such as a locker, is not what the clause before it names.
    """
    brackets = _BRACKETED.search(text, 0, span[0])
    bare = _BRACKETED.sub(lambda m: " " * len(m.group()), text[: span[0]]) + text[span[0] :]
    found = _by_clauses(bare, span, around, earlier)
    return category_of(brackets.group()) if found == "other" and brackets and brackets.start() >= around[0] else found


def _by_clauses(text: str, span: tuple[int, int], around: tuple[int, int], earlier: str) -> str:
    start, end = around
    before, after = _CLAUSE.split(text[start : span[0]]), _CLAUSE.split(text[span[1] : end])
    for words in (
        before[-1],
        after[0] if not _names_something(before[-1]) or end == len(text) else "",
        f"{before[-1]} {after[0]}",
    ):
        if (own := category_of(words)) != "other":
            return own
    if _names_something(f"{before[-1]} {after[0]}"):
        return "other"
    if _THERE.match(text, span[1]) and not before[:-1]:
        return "travel"
    for words in (*reversed(before[:-1]), *(after[1:2] if not before[:-1] else ())):
        if (own := category_of(words)) != "other" or _names_something(words):
            return own
    return earlier


def _names_something(words: str) -> bool:
    words = _FOR_SOMEBODY.sub(" ", words)
    return any(word.casefold() not in _SAYS_NOTHING for word in _NOUN.findall(words))

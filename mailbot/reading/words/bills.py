"""Which of the sums in a text are claimed: not a total beside its items, nor a whole beside the half of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mailbot.expressions import lazy
from mailbot.reading.words.money import FoundMoney, find_money
from mailbot.reading.words.spent_on import WORDS

_TOTAL_BEFORE = lazy(
    r"(?:=|\btotal(?:l?ing|s|led)?(?:\s+(?:of|is|was|comes\s+to|came\s+to|claim))?:?|\bin\s+all:?|\baltogether:?"
    r"|\ball\s+(?:told|together)|\bmak(?:es|ing)(?:\s+it)?|\bso|\bgrand\s+total|\bi\s+make\s+(?:it|that)"
    r"|\btogether:?(?:\s+\d+\s+miles,?\s+(?:and|&|plus))?)\W{0,30}$",
    re.IGNORECASE,
)
_SAYS_WHAT = lazy(
    r"(?:\bcom(?:es|ing)\s+to|\bcame\s+to|\b(?:it|that|this)(?:['’]?s|\s+is|\s+was|\s+makes)|\bsum(?:\s+of)?"
    r"|\bi\s+(?:am\s+)?(?:claim(?:ing)?|owed?))\W{0,3}$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = lazy(
    r"\W{0,3}(?:in\s+(?:all|total)|altogether|all\s+(?:together|told|in)|total|for\s+(?:everything|the\s+lot|both"
    r"|all))\b",
    re.IGNORECASE,
)
_HALF = lazy(
    r"\b(?:half|halves|split|shared?|my\s+(?:part|bit)|between\s+us|went\s+dutch|50[/-]50|third)\b(?!\s+(?:past"
    r"|an\s+hour|hour|day|term|way"
    r"|time|price|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine|\d))",
    re.IGNORECASE,
)
_BOUGHT_LIST = (
    "stamps? lockers? printing print prints photocop(?:y|ies|ying) copies copying postage post cards? gifts? books? "
    "puzzles? flowers? bouquets? pens? pencils? notebooks? paints? wax glue seeds? bulbs? compost wool yarn frames?"
    " beads? boots? shoes? trainers? padlocks? envelopes? parcels? postal"
    " dictionar(?:y|ies) diar(?:y|ies) batteries candles? balloons? games?"
    " magazines? papers? newspapers? toiletries pierogi"
)
OTHER = "|".join(_BOUGHT_LIST.split())
_BEHIND_IT = lazy(
    rf"\s*(?:for|on|to|towards)?\s*(?:the|a|an|my|our|two|three|some|return|single)?\s*({WORDS}|{OTHER})(?!\w)", re.I
)
_BEFORE_IT = lazy(
    rf"(?<!\w)({WORDS}|{OTHER})(?:[\s\"”]*[:;|(=-][\s\"“]*|[\"”],[\"“]|\s+(?:[^\W\d_]+\s+){{0,3}}"
    r"|(?:\s+[^\W\d_]+){1,4}[\s\"”]*[:;|][\s\"“]*|(?:\s+[^\W\d_]+){1,4}[\"”],[\"“])$",
    re.I,
)
_AT_SHOP = lazy(
    r"\s*(?:in|at|from|out of)\s+(?:the|a)\s+(?:\w+\s+)?(?:machine|kiosk|shop|stall|van|bar|canteen|caf[eé])\b", re.I
)
# "can I get back 22 for the trampolines": a whole number is a sum where it is asked back and bought something.
_ASKED_BACK = lazy(
    r"\b(?:get|have|claim(?:ing)?|owed?|owes me|spent|paid|pay me|cost"
    r"|came to)\s+(?:back\s+)?(?:me\s+)?(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
# "swim 6.20 hot choc 5 parking 2.40": a whole number among prices is one, though it has to be asked about.
_RUN_BEFORE = lazy(rf"\d[.,]\d\d\s+(?:and\s+|n\s+)?(?:\w+\s+)?({WORDS})\s+$", re.IGNORECASE)
_RUN_BEHIND = lazy(rf"\s+(?:and\s+|n\s+)?(?:\w+\s+)?({WORDS})\s+£?\d{{1,3}}[.,]\d\d(?!\d)", re.IGNORECASE)
# "got him the highway code 6.99", "I paid bus 3.20 and wax in the shop 7.45"
# "two teas and a bun out of the machine, 4.35", "one for him and a cake, 4.35 the three"
_AFTER_LIST = lazy(rf"(?<!\w)(?:{WORDS}|{OTHER})(?:\s+[^\W\d_]+){{0,6}}\s*,\s*$", re.IGNORECASE)
_ENDS = lazy(r"\s*(?:$|\.(?!\d)|[;!\n)])")
_FOR_THE_LOT = lazy(
    r"\s+(?:for\s+)?the\s+(?:two|three|four|pair|lot|both)\b(?!\s+of\s+(?:them|us)\s+(?:w|h|a))", re.IGNORECASE
)
_BOUGHT = lazy(
    r"\b(?:(?:i|we)\s+(?:also\s+)?(?:bought|bort|brought|paid|payed)|(?:bought|bort|brought|got|paid\s+for)\s+"
    r"(?:him|her|them|us|it))\b[^.;!?\n]{0,60}\s$",
    re.IGNORECASE,
)
_EACH_ONE = lazy(r"\b(?:each|a\s+head|apiece|a\s+piece|per\s+\w+|a\s+go|a\s+time|one\s+way)\b", re.IGNORECASE)
_SO_MANY = lazy(
    r"(?<![\d.,])(?:\d{1,2}|two|three|four|five|six)\s*(?:at|@|x|×)\s*$", re.IGNORECASE
)  # "2 at £8.50: £17"
_COMES_TO = lazy(r"\s*(?:each|a head|apiece)?\s*[:=]\s*")
_MOST_OF_ONE = 10  # so many of a kind are bought at most where the price of one and of all is named
_ADDED = lazy(r"\d\s?(?:\+|plus|and|&|n)\s*$", re.IGNORECASE)
_RETRACTED = lazy(
    r"(?:\bnot|\binstead\s+of|\brather\s+than|n['’]t|\b(?:don['’]?t|no\s+need\s+to)\s+(?:worry"
    r"|bother)\s+(?:about|abt|with)"
    r"|\b(?:forget(?:\s+about)?|never\s+mind|leave\s+out|scrap))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "£3.60, no I tell a lie, £4.20": the second is meant.
_I_MEAN = lazy(
    r"\b(?:tell\s+a\s+lie|no,?\s+wait|(?:no|sorry),?\s+i\s+mean|scrap\s+that|hang\s+on|no,?\s+(?:sorry"
    r"|it\s+was)|(?<!i )make\s+that)\b",
    re.IGNORECASE,
)
_ALIKE = 0.1  # of a sum: "it's only a fiver" for 5.15 is no third thing bought
CLOCK = lazy(
    r"(?:\b(?:at|by|till?|until|from|to|before|after|about|around|since|past|@|between)\s*\(?|[(\[])$", re.IGNORECASE
)
_OWN = lazy(
    r"\W{0,2}(?:was |is )?(?:my\s+(?:half|share|part|bit)|each|total|in all|altogether|there|back)\b", re.IGNORECASE
)
_MONEY = lazy(
    r"£|\b(?:claim\w*|expenses?|receipts?|recei?ts?|reciepts?|slips?|spent|paid|pay|cost|quid|pounds?|reimburs\w*"
    r"|refund\w*|money|fares?"
    r"|pics? of|out of pocket|miles|mileage|total|(?:get|have|give|pay|claim)\s+(?:it\s+|me\s+)?back"
    r"|owe[sd]?\s+me|out\s+of\s+pocket)\b|\b(?:return|single|day\s+(?:pass|rover"
    r"|saver))\s+\d{1,3}\.\d\d(?!\s*(?:[ap]\.?m|train|bus|ferry))",
    re.IGNORECASE,
)
_AGAIN = lazy(r"\b(?:the|that|this|said|my|for)\s*$", re.IGNORECASE)
_SO = lazy(r"(?:\bso|=|\bmakes|\bmaking)\s*$", re.IGNORECASE)
_ROUNDED = 3  # pence that rounding a half may cost


def speaks_of_money(text: str) -> bool:
    """Whether a text is about money at all, so that 5.50 is no time of day."""
    return bool(_MONEY.search(text))


def sums_in(words: str, about_money: bool) -> tuple[FoundMoney, ...]:
    """Sums with a sign, and bare ones beside what they bought: "bus 3.90", "11.98 for burgers", not "now (9.45)".

    One that may be a time of day counts only where the text is about money otherwise.
    """
    signed = {m.span for m in find_money(words)}
    every = tuple(m if m.span in signed else _asked_in_run(words, m) for m in find_money(words, bare=True))
    bare = [m for m in every if m.span not in signed and _is_price(words, m)]
    plain = about_money or bool(signed) or any(not may_be_time(words, m) for m in bare)
    kept = {m.span for m in bare if plain or not may_be_time(words, m)}
    return tuple(m for m in every if m.span in signed or m.span in kept or (kept and _is_own(words, m)))


def _is_in_run(words: str, found: FoundMoney) -> bool:
    before = words[max(0, found.span.start - 60) : found.span.start]
    return bool(_RUN_BEFORE.search(before) and _RUN_BEHIND.match(words, found.span.end))


def _asked_in_run(words: str, found: FoundMoney) -> FoundMoney:
    whole = words[found.span.start : found.span.end].isdigit()
    return replace(found, sure=False) if whole and _is_in_run(words, found) else found


def _is_price(words: str, found: FoundMoney) -> bool:
    before, said = words[: found.span.start], words[found.span.start : found.span.end]
    if CLOCK.search(before):
        return False
    bought = _BEHIND_IT.match(words, found.span.end)
    if not re.search(r"[.,]\d\d$", said):
        return bool(bought and _ASKED_BACK.search(before)) or _is_in_run(words, found)
    closes = _ENDS.match(words, found.span.end) and _AFTER_LIST.search(before[-90:])
    named = bought or _BEFORE_IT.search(before[-60:]) or _AT_SHOP.match(words, found.span.end)
    return bool(named or closes or _FOR_THE_LOT.match(words, found.span.end) or _BOUGHT.search(before[-90:]))


def _is_own(words: str, found: FoundMoney) -> bool:
    """ "so 3.10 my half", "7.20 total": it says itself what it is."""
    said = words[found.span.start : found.span.end]
    before = words[max(0, found.span.start - 12) : found.span.start]
    plain = _OWN.match(words, found.span.end) or _TOTAL_BEFORE.search(before) or _ADDED.search(before)
    return bool(re.search(r"[.,]\d\d$", said) and plain)


def may_be_time(words: str, found: FoundMoney) -> bool:
    """Whether a bare number might as well be a time of day: "5.50"."""
    hour, _, minute = words[found.span.start : found.span.end].partition(".")
    return minute.isdigit() and int(minute) < 60 and hour.isdigit() and int(hour) < 24


def claimed(text: str, sums: Sequence[FoundMoney]) -> tuple[FoundMoney, ...]:
    """The sums without totals and wholes, in order; where it is not plain which is meant, all unsure."""
    left = _not_taken_back(text, _once(text, sums))
    if _HALF.search(text):
        return _halves(left)
    totals = [i for i, _ in enumerate(left) if _adds_up(left, i)]
    plain = [i for i in range(len(left)) if _is_called_total(text, left, i, _TOTAL_BEFORE)]
    marked = [i for i in range(len(left)) if i in plain or _is_called_total(text, left, i, _SAYS_WHAT)]
    if both := [i for i in totals if i in (marked if len(left) > 2 else plain)]:
        return tuple(replace(each, sure=True) for i, each in enumerate(left) if i != both[-1])
    if len(left) > 1 and (plain or (len(left) > 2 and (totals or _is_about_all(left)))):
        return tuple(replace(each, sure=False) for each in left)
    return left


def _not_taken_back(text: str, sums: tuple[FoundMoney, ...]) -> tuple[FoundMoney, ...]:
    """ "£8.60, not £6.80 as I said": without what is corrected, and nothing of a correction is certain."""
    left = [m for m in sums if not _RETRACTED.search(text[max(0, m.span.start - 30) : m.span.start])]
    for one, other in pairwise(sums):
        if (
            one in left
            and other in left
            and _I_MEAN.search(text[one.span.end : min(other.span.start, one.span.end + 90)])
        ):
            meant = replace(other, category=one.category) if other.category == "other" else other
            left = [meant if m is other else m for m in left if m is not one]
    return sums if len(left) == len(sums) else tuple(replace(m, sure=False) for m in left)


def _is_about_all(sums: Sequence[FoundMoney]) -> bool:
    others = sum(each.pence for each in sums[:-1])
    return abs(sums[-1].pence - others) <= _ALIKE * others


def _once(text: str, sums: Sequence[FoundMoney]) -> tuple[FoundMoney, ...]:
    """Without a sum that is only spoken of again: "the £4.20 is on the receipt"."""
    kept: list[FoundMoney] = []
    for each in sums:
        again = any(k.pence == each.pence for k in kept)
        before = text[max(0, each.span.start - 8) : each.span.start]
        said_so = kept and kept[-1].pence == each.pence and _SO.search(before)
        if kept and _is_all_of(text, kept[-1], each):
            kept[-1] = replace(each, category=kept[-1].category if each.category == "other" else each.category)
        elif not said_so and not (again and _AGAIN.search(before)):
            kept.append(each)
    return tuple(kept)


def _is_all_of(text: str, one: FoundMoney, every: FoundMoney) -> bool:
    """ "£2 to get in (each, so £4)": the second is what several of the first come to."""
    between = text[one.span.end : every.span.start]
    times, odd = divmod(every.pence, one.pence) if one.pence else (0, 1)
    if _COMES_TO.fullmatch(between) and _SO_MANY.search(text[: one.span.start]):
        return not odd and 1 <= times <= _MOST_OF_ONE
    told = _EACH_ONE.search(between) and _SO.search(between) and "\n" not in between
    return bool(told) and not odd and 1 < times <= _MOST_OF_ONE


def _adds_up(sums: Sequence[FoundMoney], at: int) -> bool:
    """Whether this sum, the first, the last or one of two, is what the others come to."""
    others = sum(each.pence for i, each in enumerate(sums) if i != at)
    return len(sums) > 1 and at in (0, len(sums) - 1) and sums[at].pence == others


def _is_called_total(text: str, sums: Sequence[FoundMoney], at: int, words: "re.Pattern[str]") -> bool:
    span = sums[at].span
    before = text[sums[at - 1].span.end if at else max(0, span.start - 40) : span.start]
    behind = text[span.end : sums[at + 1].span.start if at + 1 < len(sums) else span.end + 30]
    opens = at == 0 and re.match(r"\s*(?:[:(=]|\s-\s|made\s+up)", behind) is not None
    return bool(words.search(before) or _TOTAL_BEHIND.match(behind) or opens)


def _halves(sums: Sequence[FoundMoney]) -> tuple[FoundMoney, ...]:
    """Without each sum of which another is the half, for the same thing; nothing of a shared bill is certain."""
    wholes = {i: j for i, a in enumerate(sums) for j, b in enumerate(sums) if i != j and _is_twice(a, b)}
    halved = {j: sums[i].category for i, j in wholes.items()}
    return tuple(
        replace(
            each, sure=False, category=halved.get(i, each.category) if each.category == "other" else each.category
        )
        for i, each in enumerate(sums)
        if i not in wholes
    )


def _is_twice(whole: FoundMoney, half: FoundMoney) -> bool:
    return abs(whole.pence - 2 * half.pence) <= _ROUNDED

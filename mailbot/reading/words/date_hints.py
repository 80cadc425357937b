"""What a text has to hold for a reader of dates to be tried at all: most sentences hold no date."""

from mailbot.expressions import lazy
from mailbot.reading.words.calendar_words import FOREIGN_DAYS

_WORDS = lazy(r"[a-z]+|\d")
_STARTS = {
    "month": "jan feb mar apr may jun jul aug sep oct nov dec",
    "weekday": "mon mun tue tus teu tes wed wen fri fir fry sat sun thu thr ther thir",
    "near": "tod tom ton tmr yes yst yda day mor mrw nig nit aft avv thm eve arv pm lun tea",
    "weeks": "wee wk wks fort day",
    "ago": "ago",
    "feast": "chr xma box yea",
    "moving": "goo hol pal mot eas shr pan ash",
    "ordinal": "fou fif six sev eig nin ten ele twe thi",
    "digit": "0 1 2 3 4 5 6 7 8 9",
    "foreign": " ".join(word[:4] for word in FOREIGN_DAYS if word[:4].isascii()),
}
_HINTS: dict[str, list[str]] = {}
for _name, _list in _STARTS.items():
    for _start in _list.split():
        _HINTS.setdefault(_start, []).append(_name)
_NONE: list[str] = []


def hints_in(text: str) -> set[str]:
    """Which readers may find something, by how the words of the text begin. Too many cost time, none is missed."""
    low = text.lower()
    words = set(_WORDS.findall(low))
    found = {hint for word in words for start in (word[:3], word[:4]) for hint in _HINTS.get(start, _NONE)}
    if "this am" in low:
        found.add("near")
    if not low.isascii():
        found.add("foreign")
    return found

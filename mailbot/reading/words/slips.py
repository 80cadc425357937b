"""Names as they are typed in haste: a letter more, a letter less, another letter, or two of them swapped."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from string import ascii_lowercase

SHORTEST = 5  # letters of the longer of the two: in shorter names a slip makes another name too often


def one_letter_off(word: str) -> Iterator[str]:
    """Every spelling of small letters that is one slip away from that word of small letters, itself not."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after and letter != after[0]:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
        if len(after) > 1 and after[0] != after[1]:
            yield before + after[1] + after[0] + after[2:]


def perhaps_meant(word: str, names: AbstractSet[str]) -> set[str]:
    """Those of the names, in small letters, that may be misspelt in that word; none where it is a name itself."""
    low = word.casefold()
    if low in names or len(low) < SHORTEST - 1 or not low.isascii() or not low.isalpha():
        return set()
    return {each for each in one_letter_off(low) if each in names and max(len(each), len(low)) >= SHORTEST}

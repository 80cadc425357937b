"""How a mistake about a name is told: what is unknown, and what was probably meant."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

Report = Callable[[str], None]  # takes one line, without file and rule: the loader puts those before it

_LISTED = 8  # a suggestion that lists more names than this helps nobody


def unknown(what: str, name: object, known: Iterable[str]) -> str:
    """`unknown field "urgncy"; did you mean "urgency"?`, or the names there are, if none is near."""
    return f'unknown {what} "{name}"{suggestion(str(name), known)}'


def suggestion(name: str, known: Iterable[str]) -> str:
    """The end of the line that says how to mend it; empty if there is nothing useful to say."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1)
    if near:
        return f'; did you mean "{near[0]}"?'
    if not names:
        return "; there are none"
    return f"; it can be {quoted(names)}" if len(names) <= _LISTED else ""


def quoted(names: Iterable[str]) -> str:
    """`"a", "b", "c"`."""
    return ", ".join(f'"{name}"' for name in names)

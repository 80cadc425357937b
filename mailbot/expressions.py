"""Regular expressions that stand in modules, compiled when they are first used.

There are nearly nine hundred, and compiling them took more than a second of each command's start. A command that
reads no mail needs hardly any; a daemon compiles them all before its first message, with `compile_all`.
"""

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """Stands for an expression: the first use compiles it, and then its methods are the compiled one's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def compile(self) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((name, getattr(compiled, name)) for name in _METHODS)
        return compiled

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compile(), name)


_written: list[_Later] = []


def lazy(pattern: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """`re.compile` for what stands in a module. Raises re.error only at its first use, or in `compile_all`."""
    later = _Later(pattern, flags)
    _written.append(later)
    return cast("re.Pattern[AnyStr]", later)


def any_of(*choices: str, start: str = r"\b", end: str = r"\b") -> "re.Pattern[str]":
    """One expression for all of them, between word boundaries."""
    return lazy(f"{start}(?:{'|'.join(choices)}){end}")


def found_by(match: "re.Match[str]", *expressions: "re.Pattern[str]") -> bool:
    """Whether one of these found it; `match.re is` would not do, as the compiled one stands behind the lazy one."""
    return any(match.re.pattern == each.pattern for each in expressions)


def compile_all() -> None:
    """Whatever is not compiled yet. Raises re.error."""
    for each in _written:
        if "search" not in vars(each):
            each.compile()

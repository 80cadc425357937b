"""The Jinja that templates are written in: sandboxed, strict, without globals, so that only what is given is seen."""

from functools import lru_cache

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.letters.values import FILTERS


@lru_cache(maxsize=2)
def environment(autoescape: bool) -> jinja2.Environment:
    """Made once; `autoescape` for HTML. An undefined value, or a None that is printed, is an error."""
    made = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_known,
    )
    made.globals.clear()
    made.filters.update(FILTERS)
    return made


def _known(value: object) -> object:
    if value is None:
        raise jinja2.UndefinedError("a value that is not known is printed")
    return value

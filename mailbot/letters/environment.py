"""The Jinja that templates are written in: sandboxed, strict, without globals, so that only what is given is seen."""

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.letters.values import FILTERS


def environment(autoescape: bool) -> jinja2.Environment:
    """A fresh environment; `autoescape` for HTML. An undefined value, or a None that is printed, is an error."""
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

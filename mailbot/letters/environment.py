"""The Jinja that templates are written in: sandboxed, strict, without globals, so that only what is given is seen."""

from dataclasses import dataclass
from functools import lru_cache
from types import CodeType

import jinja2
from jinja2 import meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.letters.values import FILTERS

_OTHERS = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A text as Python. `names` is what it needs; `others` the lines on which it asks for another template."""

    code: CodeType
    names: frozenset[str]
    others: tuple[int, ...]


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


def template(text: str, autoescape: bool) -> jinja2.Template:
    """`text`, ready to be rendered. Raises TemplateSyntaxError."""
    made = environment(autoescape)
    return made.template_class.from_code(made, compiled(text, autoescape).code, {})


@lru_cache(maxsize=1024)
def compiled(text: str, autoescape: bool) -> Compiled:
    """`text` as Python, made once in a process: of a start this is a large part. Raises TemplateSyntaxError."""
    made = environment(autoescape)
    tree = made.parse(text)
    names = frozenset(meta.find_undeclared_variables(tree))
    others = tuple(node.lineno for node in tree.find_all(_OTHERS))
    return Compiled(made.compile(tree), names, others)


def _known(value: object) -> object:
    if value is None:
        raise jinja2.UndefinedError("a value that is not known is printed")
    return value

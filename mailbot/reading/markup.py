"""HTML to plain text as a reader would see it, with cited blocks marked by `> ` as in plain mail."""

import html
from collections.abc import Iterable

import lxml.html  # type: ignore[import-untyped]
from inscriptis.css_profiles import CSS_PROFILES  # type: ignore[import-untyped]
from inscriptis.html_engine import Inscriptis  # type: ignore[import-untyped]
from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from mailbot.expressions import lazy
from mailbot.reading.decode import tidy

MAX_HTML = 150_000

_XML = lazy(r"^\s*<\?xml[^>]*>")
_UNSEEN = lazy(r"(?is)<(style|script|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
_TAG = lazy(r"<[^<>]*>")
_BREAK = lazy(r"(?i)<(?:br|/?p|/?div|/?tr|/?li|hr)\b[^<>]*>")
_HIDDEN = lazy(r"(?i)display\s*:\s*none")
_MANY_BLANK = lazy(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*){2,}")


def visible(source: str) -> str:
    """The markup without comments, styles and scripts, which are most of what some mail programs send."""
    return _UNSEEN.sub(" ", _XML.sub("", source))


def html_to_text(source: str) -> str:
    """The text of `visible` markup, at most `MAX_HTML` characters of it; never raises."""
    source = source[:MAX_HTML]
    if not source.strip():
        return ""
    try:
        text = _rendered(source)
    except (LxmlError, ValueError, AssertionError, RecursionError, IndexError, KeyError, AttributeError):
        text = ""  # what the libraries raise on broken markup; the words are still wanted
    plain = without_tags(source)
    if _words(plain) > 2 * _words(text):  # what is nested too deep is left out without a word
        text = plain
    return _MANY_BLANK.sub("\n\n", tidy(text[:MAX_HTML])).strip("\n")


def _words(text: str) -> int:
    return len(text.split())


def _rendered(source: str) -> str:
    tree = lxml.html.document_fromstring(source)
    cited = _prepare(tree)
    config = ParserConfig(CSS_PROFILES["strict"], annotation_rules={"blockquote": ["quote"]} if cited else None)
    rendered = Inscriptis(tree, config)
    text: str = rendered.get_text()
    return _marked(text, ((each.start, each.end) for each in rendered.get_annotations())) if cited else text


def _prepare(tree: lxml.html.HtmlElement) -> bool:
    """Drops styles, which can ask for gigabytes of padding, and keeps `blockquote` for what is cited."""
    cited = False
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        style = element.attrib.pop("style", None)
        if style and _HIDDEN.search(style):
            element.set("style", "display: none")
        if element.tag == "blockquote":
            cited = _is_citation(element) or cited
    return cited


def _is_citation(element: lxml.html.HtmlElement) -> bool:
    """A blockquote without a mail program's mark may be the writer's own, indented."""
    if element.get("type", "").lower() == "cite" or "quote" in element.get("class", "").lower():
        return True
    element.tag = "div"
    return False


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    lines, at, ends = [], 0, 0
    waiting = sorted(spans, reverse=True)
    for line in text.split("\n"):
        while waiting and waiting[-1][0] <= at + len(line) - len(line.lstrip()):
            ends = max(ends, waiting.pop()[1])
        lines.append(f"> {line}" if at < ends else line)
        at += len(line) + 1
    return "\n".join(lines)


def without_tags(source: str) -> str:
    """For markup that cannot be rendered, such as one nested too deep, or where there is no time for it."""
    return html.unescape(_TAG.sub(" ", _BREAK.sub("\n", source)))

"""The whole story as one page that needs nothing else: no script, no font, no picture from anywhere."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from mailbot.demo.people import BOT, PEOPLE, SCHEME_NAME, VISITED
from mailbot.demo.summary import Summary
from mailbot.demo.view import View
from mailbot.demo.words import plain


def page(views: Sequence[View], summary: Summary) -> str:
    """The page's HTML."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["plain"] = plain
    template = environment.from_string(files("mailbot.demo").joinpath("page.html").read_text(encoding="utf-8"))
    return template.render(
        scheme=SCHEME_NAME,
        bot=BOT,
        people=PEOPLE,
        visited=VISITED,
        days=list(_by_day(views)),
        summary=summary,
        held=sum(1 for view in views for mail in view.written if mail.held),
    )


def _by_day(views: Sequence[View]) -> Iterator[tuple[str, list[View]]]:
    for day in dict.fromkeys(view.day for view in views):
        yield day, [view for view in views if view.day == day]

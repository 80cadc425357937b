"""What officers command by mail, and thanks that need no answer (promise 9)."""

import re
from collections.abc import Iterable, Iterator

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.courtesy import courtesies, is_accounted
from mailbot.reading.words.sense import fact, names_in
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Role

_MAY_COMMAND = frozenset({Role.COORDINATOR, Role.TREASURER, Role.SAFEGUARDING_LEAD, Role.CHAIR})
_COMMAND = re.compile(
    r"\s*(?P<whole>(?P<name>ack(?:nowledged)?|i have this|i've got this|release|done|approved?|reject(?:ed)?"
    r"|close)\b[ \t]*[-–:.,!]*[ \t]*(?P<args>[^\n]*?))[ \t]*(?:\n|\Z)",
    re.IGNORECASE,
)
_TAKES_ARGS = frozenset({"reject", "close"})
_NAMES = {
    "acknowledged": "ack",
    "i have this": "ack",
    "i've got this": "ack",
    "approved": "approve",
    "rejected": "reject",
}
_THANKS = re.compile(
    r"\b(?:thank(?:s| you)|ta|cheers|noted|ok(?:ay)?|got it|received|great|perfect|brilliant|will do)\b",
    re.IGNORECASE,
)
_LONGEST_THANKS = 60  # characters; longer is read by a person


def recognise(draft: Draft) -> Iterable[Fact]:
    """A command in the first line of an officer's mail, or thanks and nothing else."""
    yield from _command(draft)
    yield from _thanks(draft)


def _command(draft: Draft) -> Iterator[Fact]:
    text = draft.text.newest
    match = _COMMAND.match(text.replace("’", "'"))
    if match is None or not draft.sender.roles & _MAY_COMMAND:
        return
    name = _NAMES.get(match["name"].lower(), match["name"].lower())
    args = text[match.start("args") : match.end("args")].strip()
    if args and name not in _TAKES_ARGS:
        return
    fields = Fields(command=name, command_args=args)
    yield fact(draft, Kind.COORDINATOR_COMMAND, fields, Span(*match.span("whole")))


def _thanks(draft: Draft) -> Iterator[Fact]:
    text = draft.text.newest
    match = _THANKS.search(text)
    if match is None or len(text) > _LONGEST_THANKS or draft.message.attachments:
        return
    names, polite = names_in(draft), (*courtesies(text), Span(*match.span()))
    if all(is_accounted(text, s, polite, names) for s in sentences(text)) and _says_no_more(text, match):
        start = len(text) - len(text.lstrip())
        yield fact(draft, Kind.ACKNOWLEDGEMENT, Fields(), Span(start, len(text.rstrip())))


def _says_no_more(text: str, thanks: "re.Match[str]") -> bool:
    """ "Yes, thanks" answers a question; it is more than thanks."""
    first = text.split()[0].strip(".,!").casefold()
    return first not in {"yes", "yep", "yeah", "no", "it", "all", "saw"} and thanks is not None

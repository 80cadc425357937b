"""Which words a fact really stands for: the expressions that find a visit reach over words that they do not know."""

import re

from mailbot.events import Fact, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.courtesy import is_plain
from mailbot.reading.words.dates import find_dates
from mailbot.reading.words.labels import labels_in, role_of
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import names_in
from mailbot.reading.words.times import find_times

_WORD = re.compile(r"[^\W_]+(?:['’/-][^\W_]+)*")
_OF_VISITS_LIST = (
    "visit visits visited visiting visist vist meeting meet met meetup session outing catchup saw seen seeing see"
    " took take place happen happened happening ahead went gone going confirm confirmed confirming done completed"
    " complete occurred report record log logged spent spend time called popped round been both present"
    " correct yes yep yeah yeh yess yesss aye si indeed did fine fab ok instead of planned usual without hitch"
    " problem problems issue issues dusted finished over back from i'd we'd i've"
)
_OF_VISITS = frozenset(_OF_VISITS_LIST.split())


def standing(draft: Draft, fact: Fact) -> tuple[Span, ...]:
    """The stretches of the newest text that a fact accounts for; "I had … with him" accounts for no "…"."""
    lines = (line.span for line in labels_in(draft) if role_of(line))
    on_form = any(line.start < fact.span.end and fact.span.start < line.end for line in lines)
    if fact.kind is not Kind.VISIT_CONFIRMED or on_form:
        return (fact.span,)
    words = draft.text.newest[fact.span.start : fact.span.end]
    clear = [f.span for f in find_dates(words, draft.around.today)]
    clear += [f.span for f in find_times(words) if f.at is not None]
    clear += [f.span for f in find_clients(words, draft.around.roll, draft.sender.person)]
    known, names = chat_for(draft.around.chat), names_in(draft)
    odd = [
        match.span()
        for match in _WORD.finditer(words)
        if not any(s.start <= match.start() and match.end() <= s.end for s in clear)
        and not (_is_known(match.group(), names) or known.knows(match.group()))
    ]
    return _between(fact.span, odd)


def _is_known(word: str, names: frozenset[str]) -> bool:
    plain = folded(word)
    return plain in _OF_VISITS or is_plain(word, names) or word[0].isdigit()


def _between(span: Span, odd: list[tuple[int, int]]) -> tuple[Span, ...]:
    edges = [span.start, *(span.start + at for pair in odd for at in pair), span.end]
    return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)

"""What an officer tells of somebody else's visit is to be recorded, even with no word of an order; always asked."""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.names import About, about, find_clients
from mailbot.reading.words.sense import Sentence, cut, dates_in, fact, is_reply, sentences_of
from mailbot.workflows.attention.verdicts import became

_FEW = 40  # words of a mail that only reports
_ORDERS = lazy(
    r"^\W*(?:(?:can|could|would|will) (?:you|we) (?:please )?|please |pls |kindly )?(?:flag|tick|mark|log"
    r"|register|enter"
    r"|record|note|set|amend|change|correct|update|put|show|count)\b",
    re.IGNORECASE,
)
_MADE = lazy(
    r"^\W*(?:please |pls |kindly )?tick\b(?!.*\b(?:not|no|never|cancelled|missed|off)\b)|\b(?:visit(?:ed)?"
    r"|it) (?:made|done|kept)\b"
    r"|(?<!not )\bhaving taken place\b|\b(?:did|has|have) (?:indeed )?(?:see|seen|visit|visited|met|meet)\b"
    r"|[.:,–-] *(?:done|made|kept|happened)\b",
    re.IGNORECASE,
)
_NO_REPORT = lazy(
    r"\b(?:i|we)(?:['’]ve| have| did)? (?:saw|see|seen|met|visited|went|was|were|had|took)\b|\b(?:if|unless"
    r"|whether|will|tomorrow|next|hope|should|would|want\w*|due|planned|booked)\b|n['’]t\b",
    re.IGNORECASE,
)


def reported(draft: Draft) -> Iterator[Fact]:
    """The first sentence that says of a client who is not the officer's own that a visit was made, or was not."""
    text = draft.text.newest
    if is_reply(draft.message.subject) or len(text.split()) > _FEW or harm_in(draft):
        return
    own = {match.client_id for match in draft.around.roll.matches_of(draft.sender.person)}
    client, day = _client(draft), _day(draft)
    if client.client is None or client.client.id in own or day is None:
        return
    for each in _sentences(draft):
        outcome = _outcome(each)
        if outcome is not None:
            args = f"{client.client.ref} {day} {outcome.value}"
            fields = Fields(command="record_outcome", command_args=args)
            span = cut(draft, each, Span(0, len(each.words)))
            yield fact(draft, Kind.COORDINATOR_COMMAND, fields, span, "command")
            return


def _sentences(draft: Draft) -> list[Sentence]:
    """Lines of a form too: "Outcome for H-04, 22 April: took place"."""
    text = draft.text.newest
    return [Sentence(span, text[span.start : span.end]) for span in sentences_of(draft)]


def _outcome(each: Sentence) -> Outcome | None:
    if ("?" in each.words and not _ORDERS.match(each.words)) or _NO_REPORT.search(each.words):
        return None
    told = became(each.words.replace("?", ""))
    return told[0] if told else Outcome.TOOK_PLACE if _MADE.search(each.words) else None


def _client(draft: Draft) -> About:
    roll, person = draft.around.roll, draft.sender.person
    named = {
        f.client.id for part in (draft.text.newest, draft.message.subject) for f in find_clients(part, roll, person)
    }
    return about(draft, draft.text.newest) if len(named) == 1 else About()


def _day(draft: Draft) -> str | None:
    """The one day gone by that the text names, else the subject."""
    today = draft.around.today
    for part in (_sentences(draft), (Sentence(Span(0, 0), draft.message.subject),)):
        found = {f.day for s in part for f in dates_in(draft, s, Direction.PAST) if f.day and f.day <= today}
        if found:
            return found.pop().isoformat() if len(found) == 1 else None
    return None

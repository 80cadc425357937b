"""What recognisers share: a sentence with the pieces that are understood in it, and how a fact is cut from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.courtesy import courtesies, grown
from mailbot.reading.words.dates import Direction, FoundDate, find_dates
from mailbot.reading.words.labels import labels_in, role_of
from mailbot.reading.words.names import About, find_clients
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sentences import sentences
from mailbot.reading.words.times import find_times

_REPLY = lazy(r"^\s*(?:re|aw|sv|fw|fwd|wg|rv|tr|antw|odp|ynt)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_QUESTIONS = (
    (
        "call_time",
        lazy(
            r"\b(?:time|when)\b[^?.]{0,80}\b(?:ring|rang|call|(?:speak|spoke) (?:to|with) the (?:help)?line"
            r"|(?:get|got) through|(?:did|was) (?:they|the (?:\w+ )?line) (?:answer|pick|take))\b|when was the call"
            r"|\b(?<!any )(?:hour|minute|moment)\b[^?.]{0,30}\b(?:of (?:your|the|that) (?:\w+ )?call"
            r"|you (?:rang|called"
            r"|phoned)|(?:help ?)?line (?:answered|took|picked))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "receipt",
        lazy(
            r"\b(?:without|no|not|missing)\b[^.?!:]{0,25}\b(?:receipt|ticket|slip)\b"
            r"|\b(?:receipt|ticket|slip)s?\b[^.?!:]{0,25}\b(?:missing|not)\b",
            re.IGNORECASE,
        ),
    ),
    ("approval", lazy(r"\bapprov(?:e|al)\b", re.IGNORECASE)),
    (
        "outcome",
        lazy(r"\bdid (?:you|the two of you)\b[^.?]{0,20}\b(?:meet|see|go|visit|manage|get)\b", re.IGNORECASE),
    ),
    (
        "check_out",
        lazy(
            r"all[- ]clear\?|(?:not|n't|n’t) (?:yet )?checked (?:out|in again|back)"
            r"|time (?:with \S+(?: \(\S+\))? )?is (?:up|over)\b"
            r"|all-clear|check in\b|home safe|safe home\b|(?:back|home|out) (?:safe|yet)|got (?:back|home)\?"
            r"|are you (?:out|back|home|safe|all right|alright)"
            r"|(?:tell us|know|sure|hear|say|word)\s+(?:that\s+)?you(?:\s+are|['’]re)\s+(?:safe|out|home|back"
            r"|all right|alright|ok|well)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "outcome",
        lazy(
            r"whether (?:you|it|the visit|your)|did (?:it|the visit|your visit|your session|you|this visit)\b"
            r"|took place\s*[?(]|outcome|how (?:did|was|were|things|it went)|how [^?.\n]{1,40} went\b"
            r"|were you able|have you (?:seen|been|visited|met)|has (?:it|your visit) (?:taken|happened)"
            r"|was your day with"
            r"|(?:visit|your) report\b"
            r"|confirm (?:whether|that (?:it|the|you)|if)|not (?:yet )?heard|go ahead\?"
            r"|what (?:came|became|has become) of (?:the|your|this|a) visit|took place, did not take place",
            re.IGNORECASE,
        ),
    ),
    (
        "plan",
        lazy(
            r"expecting you|looking (?:out|forward) (?:for|to) (?:you|seeing)|(?:no|any) (?:further|other|new"
            r"|next) visits? (?:to|with)"
            r"|when (?:do|are) you (?:hope|hoping|plan|planning|mean|meaning|going)|when (?:will|is|next|would"
            r"|can|are)|coming up|wh(?:ich|at) da(?:y|te)\b|in the"
            r" diary|a date for"
            r"|remind(?:er|ing)? (?:you )?(?:of|about) your|next visit|no (?:new )?date"
            r"|if you (?:cannot|can['’]t) make|you (?:are|['’]re) (?:due|booked|down) to|new date",
            re.IGNORECASE,
        ),
    ),
)


# Questions that a day answers too.
_ALSO = {"instead": "plan", "replacement": "plan", "confirm_report": "call_time"}
_NOTICES = frozenset({"planned"})  # what we only tell; where it is answered with a change, that is heard
_LONGEST_SIGNATURE = 3  # words
_LONGEST_PROMPT = 4000  # characters; ours are far shorter
_BLANK = lazy(r"[:?]\s*(?:$|\n)|\[ \]")  # what a form leaves for an answer
_NOTED = lazy(
    r"\b(?:noted|recorded|logged|written down|put down|in (?:the book|our records)|on file|nothing more to do"
    r"|thank(?:s| you) for (?:your|the|telling|letting))\b",
    re.IGNORECASE,
)
_EMERGENCY = lazy(r"999|worr|harm|danger|abus|safe|suicid", re.IGNORECASE)  # what stands under every prompt
_FORM = 3  # so many blanks make a form
_BEFORE = lazy(r"(?:^|[.,;:!–—)(]|\s-|\band)\s*$")
_AFTER = lazy(r"\s*(?:$|[.,;:!–—)(]|-\s|(?:and|he|she|he['’]s|she['’]s)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the newest text: where it stands and what it says."""

    span: Span
    words: str


def said(draft: Draft) -> Iterator[Sentence]:
    """The sentences of the newest text that are not lines of a form ("just so it's in your book: …" is prose)."""
    yield from draft.once("said", _said)


def _said(draft: Draft) -> tuple[Sentence, ...]:
    text = draft.text.newest
    forms = [line.span for line in labels_in(draft) if role_of(line)]
    return tuple(
        Sentence(span, text[span.start : span.end])
        for span in sentences_of(draft)
        if not any(f.start <= span.start < f.end for f in forms)
    )


def sentences_of(draft: Draft) -> tuple[Span, ...]:
    """The sentences of the newest text, labelled lines among them."""
    return draft.once("sentences", lambda each: sentences(each.text.newest))


def names_in(draft: Draft) -> frozenset[str]:
    """Words that are names here: the roll's, the From line's, and shortened ones of the writer's in the last line."""
    return draft.once("names", _names)


def _names(draft: Draft) -> frozenset[str]:
    person = draft.sender.person
    own = f"{draft.message.from_name} {person.also_known_as or '' if person else ''}".casefold().split()
    line = draft.text.newest.rstrip().rpartition("\n")[2].casefold().split()
    last = line if len(line) <= _LONGEST_SIGNATURE else line[-1:]
    short = [w.strip(".,!()") for w in last if any(len(w) > 2 and name[:3] == w[:3] for name in own)]
    return draft.around.roll.name_words | frozenset(own) | frozenset(short)


def is_reply(subject: str) -> bool:
    """Whether the subject is somebody's earlier one, so that its words were not said now."""
    return bool(_REPLY.match(subject))


def asked(draft: Draft) -> str | None:
    """What our mail asked: by its token, else by the wording of our own quoted prompt."""
    by_token = draft.around.answers_question
    if by_token in _NOTICES:
        return None
    return _ALSO.get(by_token, by_token) if by_token else draft.once("asked", _asked)


def is_about_meeting(draft: Draft) -> bool:
    """Whether this answers a mail about a meeting: "sorry, away" and "move to the 14th" are then about no visit."""
    return draft.around.answers_question in ("coming", "meeting", "meeting_release")


def _asked(draft: Draft) -> str | None:
    prompt = our_prompt(draft)
    if not prompt:
        return None
    whole = f"{draft.message.subject}\n{prompt}"
    name = next((name for name, pattern in _QUESTIONS if pattern.search(whole)), None)
    if name == "outcome" and _NOTED.search(prompt) and not _ASKS.search(_start(prompt)):
        return None  # "Thank you for your report. We have noted the visit."
    return name or _by_its_day(draft, prompt)


# "Please answer if that does not stand": asks of a day to come, with no question mark.
_TELL_US = lazy(
    r"\b(?:answer|reply|respond|let (?:us|me) know|tell (?:us|me)|write(?: back| to us)?) (?:only )?(?:if"
    r"|whether|should)\b",
    re.IGNORECASE,
)


_ASKS = lazy(
    r"\?|\[ \]|:[ \t]*(?:$|\n)|\b(?:please|whether|let us know|tell us|answer|reply|respond|confirm|not (?:yet"
    r" )?heard"
    r"|what (?:came|became)|how it went)\b",
    re.IGNORECASE,
)


def _start(prompt: str) -> str:
    """What a prompt says, without its words on danger."""
    parts = re.split(r"\n\s*\n", prompt[:_LONGEST_PROMPT])
    return "\n\n".join(part for part in parts if not _EMERGENCY.search(part) or _BLANK.search(part))


def _by_its_day(draft: Draft, prompt: str) -> str | None:
    """What a prompt in words of its own asks: about a day to come it asks for the plan, else how it went."""
    start = _start(prompt)
    asks = "?" in start or len(_BLANK.findall(start)) >= _FORM
    if _NOTED.search(start) or not (asks or _TELL_US.search(start)):
        return None
    days = {f.day for way in Direction for f in find_dates(start, draft.around.today, way) if f.sure and f.day}
    if not days:
        return None
    return "plan" if min(days) > draft.around.today else "outcome" if asks else None


def dates_in(draft: Draft, sentence: Sentence, direction: Direction) -> tuple[FoundDate, ...]:
    """The sentence's dates; unsure where the Date header was not believed and the words are relative (promise 11)."""
    name = f"dates {direction} {sentence.words}"
    return draft.once(name, lambda each: _dates(each, sentence.words, direction))


def day_to_come(draft: Draft, sentence: Sentence) -> tuple[date | None, time | None]:
    """The one sure day to come that the sentence names, and its time if it can be no other; local."""
    days = dates_in(draft, sentence, Direction.FUTURE)
    if len(days) != 1 or not days[0].sure or days[0].day is None or days[0].day < draft.around.today:
        return None, None
    times = [found for found in find_times(sentence.words) if found.at is not None]
    return days[0].day, times[0].at if len(times) == 1 and times[0].sure and times[0].exact else None


def _dates(draft: Draft, words: str, direction: Direction) -> tuple[FoundDate, ...]:
    found = find_dates(words, draft.around.today, direction)
    if draft.around.written_sure:
        return found
    return tuple(
        FoundDate(f.day, f.span, f.sure and any(c.isdigit() for c in words[f.span.start : f.span.end])) for f in found
    )


def prompt_date(draft: Draft, direction: Direction) -> date | None:
    """The one date on that side of today that our quoted prompt names, else our subject; None if there are more."""
    return draft.once(f"prompt date {direction}", lambda each: _prompt_date(each, direction))


def _prompt_date(draft: Draft, direction: Direction) -> date | None:
    texts = [our_prompt(draft)]
    if (texts[0] or draft.around.answers_question) and is_reply(draft.message.subject):
        texts.append(draft.message.subject.partition(":")[2])
    return next((day for text in texts if (day := _only_day(draft, text, direction))), None)


def _only_day(draft: Draft, text: str, direction: Direction) -> date | None:
    today = draft.around.today
    days = {f.day for f in find_dates(text[:_LONGEST_PROMPT], today, direction) if f.sure and f.day}
    days = {day for day in days if day == today or (day < today) == (direction is Direction.PAST)}
    return days.pop() if len(days) == 1 else None


def cut(draft: Draft, sentence: Sentence, cue: Span, known: Iterable[Span] = ()) -> Span:
    """The stretch of the newest text round a cue (a span of the sentence) in which every word is understood."""
    words, at = sentence.words, sentence.span.start
    pieces = [_with_s(words, f.span) for f in dates_in(draft, sentence, Direction.PAST)]
    pieces += [f.span for f in find_times(words) if f.at is not None]
    pieces += [f.span for f in find_clients(words, draft.around.roll, draft.sender.person)]
    moved = [Span(p.start + at, p.end + at) for p in (*pieces, *known)]
    whole = (*moved, *draft.once("courtesies", lambda each: courtesies(each.text.newest)))
    return grown(draft.text.newest, sentence.span, Span(cue.start + at, cue.end + at), whole, names_in(draft))


def _with_s(words: str, span: Span) -> Span:
    """ "Yesterday's" is the date too."""
    return Span(span.start, span.end + 2) if words[span.end : span.end + 2] in ("'s", "’s") else span


def is_whole(draft: Draft, sentence: Sentence, span: Span) -> bool:
    """Whether nothing but punctuation is left of the sentence after that span."""
    text = draft.text.newest
    rest = text[sentence.span.start : span.start] + text[span.end : sentence.span.end]
    return not re.search(r"\w", rest)


def ends_clean(draft: Draft, sentence: Sentence, span: Span) -> bool:
    """Whether the span begins and stops with a clause, not in the middle of what is being said."""
    text = draft.text.newest
    before, after = text[sentence.span.start : span.start], text[span.end : sentence.span.end]
    return bool(_BEFORE.search(before) and _AFTER.match(after))


def fact(draft: Draft, kind: Kind, fields: Fields, span: Span, unsure_of: str | None = None) -> Fact:
    """A fact with the words it stands on; unsure if something is named that has to be asked."""
    return Fact(kind, fields, span, draft.text.newest[span.start : span.end], unsure_of is None, unsure_of)


def with_client(fields: Fields, client: About, quoted: tuple[str, ...] = ()) -> Fields:
    """The fields with the client that is meant, if any; `quoted` names those whose value our prompt gave."""
    if client.client is None:
        return replace(fields, from_quote=quoted)
    quoted = (*quoted, "client_ref_or_name") if client.quoted else quoted
    named = replace(fields, client_ref=client.client.ref, client_ref_or_name=client.shown)
    return replace(named, client_source=client.source, from_quote=quoted)


def if_sure(client: About) -> About:
    """The client if nobody else can be meant, else nobody: for facts that must not wait for an answer."""
    return client if client.sure else About()


def unless_own(draft: Draft, client: About) -> str | None:
    """`client_ref`, to be asked, unless it is surely one of the sender's own matches."""
    if client.client is None or not client.sure:
        return "client_ref"
    own = {match.client_id for match in draft.around.roll.matches_of(draft.sender.person)}
    return None if client.client.id in own else "client_ref"


def without(draft: Draft, sentence: Sentence, cue: "re.Match[str]") -> str:
    """The sentence without its cue and its dates: what is left may hold a doubt ("may" in a date does not)."""
    letters = list(sentence.words)
    for span in [Span(*cue.span()), *(f.span for f in dates_in(draft, sentence, Direction.PAST))]:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(letters)

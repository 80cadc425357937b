"""Signs of harm, the safeguarding form, and answers about the helpline call (duties C1 to C6, B13, B14, L18, L20)."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mailbot.events import Fact, Fields, Kind, Span, Urgency
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.harm import Harm, harm_in, scanner_for
from mailbot.reading.words.labels import Labelled, labels_in, line_of
from mailbot.reading.words.names import About, about, find_clients
from mailbot.reading.words.sense import asked, cut, fact, if_sure, is_reply, said, with_client
from mailbot.reading.words.sentences import sentences
from mailbot.reading.words.times import find_minutes, find_times
from mailbot.workflows.safeguarding.accidents import accident
from mailbot.workflows.safeguarding.calls import Call, call_from, call_in_form, call_in_words, helpline
from mailbot.workflows.safeguarding.hints import hint
from mailbot.workflows.safeguarding.whom import NOT_ABOUT, is_own, whom
from mailbot.workflows.safeguarding.worries import says_none

_FORM = frozenset(("harm", "action", "call", "wait", "worries", "urgency", "person", "day", "helpline"))
_ASKS = lazy(
    r"\b(?:please|(?:could|can|would) (?:you|she|he|they|we|it|an?|the|some\w+|any\w+)|i want (?:that )?\w+"
    r"|needs? to be|pls|plz|plse|kindly"
    r"|^\W*(?:u |you |and )?(?:ring|call|phone) (?:me|us|him|her|them|the)\b(?! \w+ (?:is|was|are)\b)"
    r"|content for this to go|happy for this to go|por favor|s['’]il vous pla[iî]t|bitte)\b",
    re.IGNORECASE,
)
_CALM = lazy(
    r"\b(?:no (?:great )?(?:hurry|rush)|not urgent|nothing urgent|isn['’]t urgent|when you have a moment"
    r"|need(?:n['’]t| not) be (?:tonight|today|now)|not tonight['’]?s business|no need to (?:rush|hurry)|can wait"
    r"|(?:not|nothing|no matter) (?:a matter |one )?for (?:today|tonight)|(?:not|no|hardly) (?:an? )?emergency"
    r"|no (?:need to )?panic|(?:it|this|that)(?: will|['’]ll) keep (?:till|until|for)|no need to (?:drop|panic)"
    r"|whenever you can|when you get (?:a chance|time))\b",
    re.IGNORECASE,
)
# With these, talk of taking one's life is danger at this moment (C3).
_SOON = lazy(
    r"\b(?:tonight|today|tomorrow|now|any (?:minute|moment)|this (?:morning|afternoon|evening|weekend)|about to"
    r"|will(?! be already)"
    r"|going to|gonna|plan(?:s|ning)? to|means to)\b|['’]ll\b",
    re.IGNORECASE,
)
# The writer is being followed, and it is not over.
_PURSUED = lazy(r"\b(?:follow(?:ed|ing|s)|chas(?:ed|ing|es)) (?:me|us)\b", re.IGNORECASE)
_STILL_THERE = lazy(
    r"\b(?:(?:he|she|they)(?:['’]?s| is|['’]?re| are) (?:still |now )?"
    r"(?:outside|waiting|standing|there|behind me|at the door)"
    r"|(?:afraid|scared|frightened) to (?:go|come|get|walk) (?:out|outside|home)|dare ?n['’]?t (?:go|leave|come"
    r"|walk)"
    r"|(?:can['’]?t|cannot) (?:get|go|come) (?:out|home))\b",
    re.IGNORECASE,
)
_URGENCIES = (
    (lazy(r"\W*(?:not|non)[ -]?urgent|\W*no\b|\W*low\b", re.IGNORECASE), Urgency.NON_URGENT),
    (lazy(r"\W*(?:imminent|immediate|emergency|danger)", re.IGNORECASE), Urgency.IMMINENT),
    (lazy(r"\W*(?:urgent|yes|high)", re.IGNORECASE), Urgency.URGENT),
)
_UNCLEAR = Urgency.UNCLEAR  # a worry without any known sign, which is treated as grave
_GRAVITY = (Urgency.IMMINENT, Urgency.URGENT, Urgency.UNCLEAR, Urgency.NON_URGENT)
_SUICIDE = "suicide"


def recognise(draft: Draft) -> Iterable[Fact]:
    """At most one concern for all that the message says: the form, else signs of harm, else a call's time."""
    yield from accident(draft)
    form = _from_form(draft)
    concern = form or _from_words(draft) or _from_answer(draft) or _from_hint(draft)
    if concern is not None:
        yield concern


def _from_form(draft: Draft) -> Fact | None:
    """The labelled form. Only its line for the action asks for the outside team (duty C2)."""
    harm, action, worries = line_of(draft, "harm"), line_of(draft, "action"), line_of(draft, "worries")
    urgency = line_of(draft, "urgency")
    if harm is None and (worries is None or says_none(draft, worries.value)):
        return None
    lines = [x for x in labels_in(draft) if x.role in _FORM]
    told = harm.value if harm is not None else worries.value if worries is not None else ""
    signs = scanner_for(draft.around.harm).scan(told)
    level = _urgency(urgency) if urgency else min((x.urgency for x in signs), key=_GRAVITY.index, default=_UNCLEAR)
    calm = urgency is None and _CALM.search(told)
    fields = Fields(
        urgency=Urgency.NON_URGENT if calm else level,
        harm=told or None,
        action_requested=(action.value or None) if action else None,
        helpline=helpline(draft),
        asked_outside=bool(harm and action and action.value),
    )
    span = Span(min(x.span.start for x in lines), max(x.span.end for x in lines))
    found = _concern(draft, fields, span, call_in_form(draft), ())
    return replace(found, sure=False, unsure_of="harm") if harm is None and not signs else found


def _urgency(line: Labelled) -> Urgency:
    return next((level for pattern, level in _URGENCIES if pattern.match(line.value)), Urgency.UNCLEAR)


def _from_words(draft: Draft) -> Fact | None:
    scanner = scanner_for(draft.around.harm)
    found = harm_in(draft)
    titled = () if is_reply(draft.message.subject) else scanner.scan(draft.message.subject)
    if not found and not titled:
        return None
    span = _sentences_of(draft, found) if found else Span(0, 0)
    first = _sentences_of(draft, found[:1]) if found else Span(0, 0)
    words = draft.text.newest[first.start : first.end] if found else draft.message.subject
    urgency = min((h.urgency for h in (*found, *titled)), key=_GRAVITY.index)
    if _CALM.search(draft.text.newest) and urgency is not Urgency.IMMINENT:
        urgency = Urgency.NON_URGENT
    elif urgency is Urgency.URGENT and _is_now(draft, found, words):
        urgency = Urgency.IMMINENT
    fields = Fields(urgency=urgency, harm=words.strip(), action_requested=_action(draft), helpline=helpline(draft))
    call = call_in_words(draft)
    if asked(draft) == "call_time" and (call is None or call.at is None):
        call = call_from(draft, list(said(draft))) or call
    return _concern(draft, fields, span, call, (*found, *titled))


def _is_now(draft: Draft, found: tuple[Harm, ...], words: str) -> bool:
    """Whether somebody means to die soon, or the writer is being followed as they write."""
    text = draft.text.newest
    dying = any(h.category == _SUICIDE for h in found) and _SOON.search(words)
    return bool(dying or (_PURSUED.search(text) and _STILL_THERE.search(text)))


def _sentences_of(draft: Draft, found: tuple[Harm, ...]) -> Span:
    """From the start of the sentence with the first sign to the end of the sentence with the last."""
    touched = [
        s for s in sentences(draft.text.newest) if any(h.span.start < s.end and s.start < h.span.end for h in found)
    ]
    return Span(touched[0].start, touched[-1].end) if touched else Span(found[0].span.start, found[-1].span.end)


def _from_answer(draft: Draft) -> Fact | None:
    """A bare "14.35", or "half past two yesterday", to our question about the call; or the action asked for."""
    if asked(draft) not in ("call_time", "call_corrected"):
        return None
    if (line := line_of(draft, "action")) is not None and line.value:
        fields = Fields(action_requested=line.value, helpline=helpline(draft))
        return _concern(draft, fields, line.span, call_in_form(draft), ())
    call = call_from(draft, list(said(draft)))
    timed = [s for s in said(draft) if find_times(s.words)]
    if call is None or not timed:
        return None
    cue = find_times(timed[0].words)[0].span
    known = [span for _, span in find_minutes(timed[0].words)]
    return _concern(draft, Fields(helpline=helpline(draft)), cut(draft, timed[0], cue, known), call, ())


def _from_hint(draft: Draft) -> Fact | None:
    """No sign that is known, but the way the mail comes: it is asked about, and a person reads it at once."""
    span = hint(draft)
    if span is None:
        return None
    fields = Fields(
        urgency=_UNCLEAR,
        harm=draft.text.newest[span.start : span.end],
        action_requested=_action(draft),
        helpline=helpline(draft),
    )
    found = _concern(draft, fields, span, call_in_words(draft), ())
    return replace(found, sure=False, unsure_of="harm")


def _concern(draft: Draft, fields: Fields, span: Span, call: Call | None, harm: tuple[Harm, ...]) -> Fact:
    """Words alone are a sign, never certain: only the form and a call's time are sure."""
    told = f"{draft.message.subject}\n{draft.text.newest}"
    client = About() if NOT_ABOUT.search(told) else _nearest(draft, span, about(draft))
    client = About() if client.source != "text" and is_own(draft, span, harm) else client
    concerned = whom(draft, client, span, harm) if fields.harm else None
    fields = replace(with_client(fields, if_sure(client)), concern_about=concerned)
    if call is not None:
        fields = replace(fields, call_logged_at=call.at, call_time_exact=call.exact, call_wait_minutes=call.wait)
        fields = replace(fields, calls=call.calls)
    return fact(draft, Kind.SAFEGUARDING_CONCERN, fields, span, "harm" if harm and call is None else None)


def _nearest(draft: Draft, span: Span, client: About) -> About:
    """Where several clients are named, the only one of the sentences that show the harm."""
    if client.sure or client.source != "text":
        return client
    inside = find_clients(draft.text.newest[span.start : span.end], draft.around.roll, draft.sender.person)
    ids = {each.client.id for each in inside if each.sure}
    if len(ids) != 1:
        return client
    return replace(client, client=inside[0].client, shown=inside[0].client.first_name, sure=True)


def _action(draft: Draft) -> str | None:
    return next((s.words for s in said(draft) if _ASKS.search(s.words)), None)

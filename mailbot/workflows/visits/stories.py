"""Friendly stories, which count only where a message says nothing plainer of visits; they are always asked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mailbot.events import Fact, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.words import planning, tone, undone, unkept, visit_words, visiting
from mailbot.reading.words import stories as words
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import About, find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    is_reply,
    is_whole,
    unless_own,
)
from mailbot.workflows.visits.days import on_or_before, to_come
from mailbot.workflows.visits.report import Told, past_days, report
from mailbot.workflows.visits.whom import whom

_MONEY = lazy(r"[£€$]\s?\d|\d\s?(?:quid|pounds?|p)\b|\d[.,]\d\d\b(?!\s?[ap]m)")
_EXCUSE = lazy(
    r"\b(?:ill|poorly|unwell|sick|infirmary|banged up|evacuat\w*|fire alarm|(?:he|she|they) (?:was|were|woz|wos"
    r"|wuz|waz) (?:out|away|gone|elsewhere)"
    r"|(?<!i had )(?<!i'd )(?<!i've )(?<!we had )taken (?:him|her|them|out)\b|flu|covid|stuck|broke[n]?|traffic"
    r"|strike|snow\w*|flood\w*|migraine|funeral"
    r"|forgot|mixed up"
    r"|muddled|wrong (?:day|date|week|time)|waited|too (?:late|ill|busy)|overslept|puncture|cancel\w*|afraid|sorry"
    r"|apologies"
    r"|unfortunately|sadly|regret\w*|transferred|released|deported|moved|checked out|asleep|suspended|my fault"
    r"|(?:was|were|stayed|already|remained|had) (?:shut|closed|locked)|turned (?:round|back|around)|had gone"
    r"|never c[oa]me"
    r"|(?:would|could|did)(?:n'?t|nt| not) (?:open|come|let|admit|ring|phone|answer|show|see|meet|find|want)"
    r"|not (?:come|there"
    r"|home|admit\w*)|under water|cut off|only allow\w*|taken (?:to|away|into)|(?:not|n't) (?:here|on the list)"
    r"|not here any ?more"
    r"|(?:day|date|time|week)s? wrong|in court|at court|no sign|closed|locked|nobody|no one)\b"
)
_ABOUT = lazy(r"\b(?:about|regarding|concerning|behalf of) $")  # "a good chat with the chaplain about Omar"
_NEXT = lazy(r"\W*(?:the |my |our )?(?:next|nxt)\b")
_NO_EXCUSE = lazy(
    r"\b(?:sorry|apologies)(?: \w+){0,2} (?:delay|late|slow|for not|not to have|it took|i didn't reply)"
)
_OTHERS = lazy(
    r"\b(?:my|you|your|thank\w*|hope|training|meeting|agm|trustees?|committee|office|phone|email|weather|she|he)\b"
)
_CROWD = lazy(r"\b(?:picnic|party|training|barbecue|bbq|event|service|fete|festival|phone)\b")
_HIM = lazy(r"\b(?:he|she|him|her|they|them)\b")
_ANY = lazy(r"\w+")
_THEIRS = lazy(r"(?:told|showed|gave|taught|made) (?:me|us)")
_STILL = lazy(r"\bwe\b.*\b(?:but|though|still|anyway)\b|\b(?:but|though|still|anyway)\b.*\bwe\b")
_STAYED = lazy(
    r"\b(?:all being well|weather permitting|god willing|nearly|almost|not|never|n't|(?<!as )if|hope"
    r"|hoping|will|would|should|going to|want)\b|n't\b"
)


_NEGATED = lazy(
    r"\b(?:not|no(?! (?:prob|issue|worr|hitch|bother|trouble))|never|will|shall|would|later|soon|tomorrow|next)\b"
    r"|n'?t\b"
)
_OVER = lazy(r"\b(?:yesterday|last|was|were|had|did|we|took|beat|won|lost|showed|\w{3,}ed|hours?|minutes|mins)\b")
_AN_HOUR = lazy(r"\b(?:hours?|hrs?|minutes|mins)\b")
_SHORT = 9  # words of an answer that says so in whatever words
_GAVE = lazy(r"^(?:gave|handed)\b")  # the day is that of giving, unless something is said of the thing
_OF_THE_THING = lazy(r"\b(?:that|which|who|from|for|of|to|he|she|they)\b")
_BESIDE = 8  # characters between what was done and its day: "on", "me on"


def stories(told: list[Told]) -> list[Fact]:
    """Stories: what was done together, how somebody was on a day; in an answer to our question any friendly story."""
    if listed := [(one, cue) for one in told if (cue := _listed(one))]:
        return [replace(f, sure=False, unsure_of=f.unsure_of or "outcome") for each in listed for f in _report(*each)]
    for one in told:
        cue = _story(one)
        if cue:
            return [
                replace(f, sure=False, unsure_of=f.unsure_of or "outcome")
                for f in report(one, cue, Outcome.TOOK_PLACE)
            ]
    if told and asked(told[0].draft) == "outcome":
        return _guessed(told)
    return []


def _report(one: Told, cue: "re.Match[str]") -> Iterator[Fact]:
    return report(one, cue, Outcome.TOOK_PLACE)


def _listed(one: Told) -> "re.Match[str] | None":
    """ "- Omar, Wednesday 11th, two hours", "Omar last night": a client of the writer's and a day that is over."""
    found = words.LISTED.search(one.low)
    first = one.clients[0] if one.clients else None
    if found is None or first is None or not (first.own and first.span.start == found.start("who")):
        return None
    over = past_days(one) and not _STAYED.search(one.low) and not words.NOT_LISTED.search(one.low)
    other = unkept.NOT_A_VISIT.search(one.low) and not _AN_HOUR.search(one.low)
    bad = _MONEY.search(one.low) or _excuse(one) or other
    return found if over and not bad and not _may_be_next(one) else None


def _may_be_next(one: Told) -> bool:
    """Whether a bare weekday may be the one to come: nothing else tells that it is over."""
    days = dates_in(one.draft, one.sentence, Direction.PAST)
    bare = all(not any(c.isdigit() for c in one.low[d.span.start : d.span.end]) for d in days)
    return bare and bool(to_come(one.draft, one.sentence)) and not _OVER.search(one.low)


def _story(one: Told) -> "re.Match[str] | None":
    low, answers = one.low, asked(one.draft) == "outcome"
    client = whom(one.draft, one.sentence.words)
    foreign = client.client is None or (client.sure and unless_own(one.draft, client))
    if foreign or visiting.is_question(low) or visiting.REMOTE.search(low):
        return None
    return _answering(one) if answers else _of_its_own(one, client)


def _answering(one: Told) -> "re.Match[str] | None":
    """In an answer to our question whatever was done counts, unless it excuses; or how the client was."""
    excused = _excuse(one) and not _STILL.search(one.low)
    done = None if excused else next(words.together(one.low), None)
    return done or (words.WELL.search(one.low) if one.clients and not _STAYED.search(one.low) else None)


def _excuse(one: Told) -> "re.Match[str] | None":
    """What excuses that there was no visit, unless it was made after all."""
    kept = _NO_EXCUSE.search(one.low) or undone.AFTER_ALL.search(one.low) or tone.GLAD.search(one.low)
    return None if kept else _EXCUSE.search(one.low) or tone.MISHAP.search(one.low)


def _of_its_own(one: Told, client: About) -> "re.Match[str] | None":
    """A mail that nobody asked for: what was done on a day with a client who is named; or "went today"."""
    low, named = one.low, _is_named(one, client)
    if _NEXT.match(low):
        return None
    dated = past_days(one) or _by_subject(one)
    if named and past_days(one) and (went := words.WENT_TO.search(low)) and not _STAYED.search(low):
        return went
    ahead = dates_in(one.draft, one.sentence, Direction.PAST) and not past_days(one)
    outing = None if ahead or _STAYED.search(low) or _MONEY.search(low) else words.OUTING.search(low)
    if named and outing:
        return outing
    if _MONEY.search(low) or (_STAYED.search(low) and not words.THAT_VISIT.search(low)):
        return None
    if not dated:
        done = next((m for m in words.together(low) if one.clients and named and m.group()[:2] in ("we", "me")), None)
        return done or (_spent_with(one) if named else None)
    gone = words.GONE.search(low)
    if not named:
        return gone or (_with_the_only_one(one) if client.source == "match" else None)
    stories = (m for m in words.together(low) if _THEIRS.match(m.group()) is None)
    gone = gone or (words.DONE.search(low) if _by_subject(one) else None)
    done = gone or next(
        (m for m in stories if one.clients or client.source == "subject" or m.group()[:2] == "we"), None
    )
    if done is None and named and not past_days(one):
        return _spent_with(one)
    if not one.clients or done:
        return done or words.DAY_WAS.search(low)
    return (
        words.THAT_VISIT.search(low)
        or _visited(one)
        or words.WELL.search(low)
        or words.KIND.search(low)
        or _note(one)
    )


def _by_subject(one: Told) -> bool:
    """ "Omar poorly this afternoon", "Omar, Saturday": the subject of this very mail names the client and the day."""
    subject = one.draft.message.subject
    if is_reply(subject) or not find_clients(subject, one.draft.around.roll, one.draft.sender.person):
        return False
    named = dates_in(one.draft, Sentence(Span(0, 0), subject), Direction.PAST)
    return bool(on_or_before(named, one.draft.around.today)) and not dates_in(one.draft, one.sentence, Direction.PAST)


def _with_the_only_one(one: Told) -> "re.Match[str] | None":
    """ "Sat was good, swimming then a burger": of whom, only follows from the one match that the writer has."""
    spoken_of = _HIM.search(folded(one.draft.text.newest))
    if not spoken_of or any(p.search(one.low) for p in (_OTHERS, planning.NOT_VISITING, unkept.NOT_A_VISIT)):
        return None
    ours = (m for m in words.together(one.low) if m.group()[:2] == "we")
    return next(ours, None) or words.GOOD.search(one.low)


def _visited(one: Told) -> "re.Match[str] | None":
    """ "Omar told me on Monday", "over our tea yesterday": unless it was where others were too, or the day is that of
    what he told ("Omar told me that it broke on Monday").
    """
    told = None if _CROWD.search(one.low) else words.VISITED.search(one.low)
    days = dates_in(one.draft, one.sentence, Direction.PAST)
    if told and any(d.span.end <= told.start() or d.span.start - told.end() <= _BESIDE for d in days):
        return told
    gave = told and _GAVE.search(told.group())
    if told and gave and any(not _OF_THE_THING.search(one.low[told.end() : d.span.start]) for d in days):
        return told
    return None


def _spent_with(one: Told) -> "re.Match[str] | None":
    """ "A nice enough afternoon, Omar told me": with no day, only with the client in the same breath."""
    if _OTHERS.search(one.low):
        return None
    return words.JOINTLY.search(one.low) or (words.TIME.search(one.low) if one.clients else None)


def _note(one: Told) -> "re.Match[str] | None":
    """ "Omar, Tuesday, two hours, chess": a client, a day, and nothing but everyday words."""
    span = cut(one.draft, one.sentence, one.clients[0].span)
    plain = is_whole(one.draft, one.sentence, span) and len(one.low.split()) <= 10
    return _ANY.match(one.low, one.clients[0].span.start) if plain else None


def _is_named(one: Told, client: About) -> bool:
    """A client is named, and not only as the owner of something ("Omar's brother")."""
    if not one.clients:
        return client.source in ("text", "subject")
    return any(
        not (visit_words.OWNS.match(one.low[each.span.end :]) or _ABOUT.search(one.low[: each.span.start]))
        for each in one.clients
    )


def _guessed(told: list[Told]) -> list[Fact]:
    """An answer to "did it take place?" that says neither: an excuse means no, a friendly word means yes; asked."""
    for one in told:
        excuse = _excuse(one)
        outcome = Outcome.DID_NOT_TAKE_PLACE if excuse else Outcome.TOOK_PLACE
        cue = (
            excuse
            if outcome is Outcome.DID_NOT_TAKE_PLACE
            else words.PLEASED.search(one.low) or words.OUTING.search(one.low)
        )
        if not cue and not _NEGATED.search(one.low) and len(one.low.split()) <= _SHORT:
            cue = words.PRESENT.search(one.low)
        if cue and not visiting.is_question(one.low):
            return [replace(f, sure=False, unsure_of="outcome") for f in report(one, cue, outcome)]
    return []

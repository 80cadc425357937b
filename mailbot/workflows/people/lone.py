"""Lone working in mails: going in alone, when to expect the visitor back, and out again (L23).

Checking out is sure only if the whole sentence is understood: a wrong one would stand everybody down.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.names import About, about
from mailbot.reading.words.sense import Sentence, asked, cut, dates_in, fact, if_sure, is_whole, said, with_client
from mailbot.reading.words.times import find_times
from mailbot.workflows.people import wording
from mailbot.workflows.people.back import back_in

_I = r"(?:i['’]?m|i am|we['’]re|we are|am)"
_PLACE = r"(?:(?:the|my|his|her) )?[\w'’-]+"
_OUT = re.compile(
    rf"\b(?:(?:home|back|out|finished|{_I} out)(?: home)?(?: and| &| n|,)? (?:safe(?:ly)?|sound|ok|in one piece)"
    r"|safe(?:ly)? (?:home|back|out)|safe (?:and|&|n) sound|(?:all )?safe at home|home (?:and|n|&) dry"
    rf"|out of {_PLACE} (?:safe(?:ly)?|in one piece)|(?:home|back home|all done and home|safe|out|back) now"
    rf"|just got (?:home|back|in|out)|{_I} (?:now |already |all |safely )*(?:home|out|back|at home|back home"
    rf"|in the car|done|finished)"
    r"(?: (?:and |& |n )?(?:safe(?:ly)?|sound|well|now))?"
    r"|that['’]?s me (?:\w+ )?(?:home|out|done|finished|back|off)|(?:all )?done (?:and|n|&) dusted|all done|all clear"
    r"|(?:got|arrived|made it) (?:back |safely )?home|finished (?:here|there|now|up|for today)"
    r"|(?:finished|done),? all (?:is )?(?:fine|ok|okay|well|good)|(?:just )?left (?:the (?:hotel|prison|house|flat"
    r"|building|hostel"
    r"|centre|place|visits hall)|his|hers|theirs)|check(?:ed|ing) out|reporting (?:back|home)|(?:dropped|took"
    r"|taken) \w+ (?:off|home|back)"
    r"|phone(?:['’]s| is)? back on)\b",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(
    r"\W*(?:yes,? |yep,? |yeah,? )?(?:all )?(?:home|out|back|safe|finished|done|fine|ok|okay|all (?:fine|ok|good"
    r"|well|safe))\W*"
    r"(?:thanks?|ta|thank you|cheers|x+|now|all (?:fine|ok|good|well))?\W*",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"\b(?:on (?:my|the|our) way (?:to|in|over|there|now)|setting (?:off|out)|set off|heading (?:to|over|in|off|out)"
    rf"|(?:going|walking|driving|popping|nipping|go) (?:in(?:to)?|over|round|up|to see)\b(?: (?:now|{_PLACE}))?"
    r"|just (?:arrived|going in|got (?:here|to)|parked(?: up)?|pulled up|walked in|signed in|setting off|at)"
    r"|arriv(?:ed|ing) (?:at|now|here)"
    rf"|{_I} (?:now )?(?:taking|with|at|outside|inside|here|in|going (?:in|to see|to visit)|off to (?:see|visit|the))"
    r"|^\W*(?:at|in|inside|outside|here) (?:at |with )?\w+|checking in|signing in|phone(?:['’]s| is)? (?:off"
    r"|going off|in)"
    r"|(?:pick(?:ing)?|collect(?:ing)?) (?:up )?\w+(?: up)? now|meeting \w+ (?:now|at)|(?:starting|start"
    r"|beginning) (?:now|my visit|the visit)"
    r"|(?:in|here|inside) now|off to (?:see|visit|meet))\b",
    re.IGNORECASE,
)
_PLAIN_IN = re.compile(r"^\W*(?:in|here|arrived|inside|checking in|starting|going in)\W*$", re.IGNORECASE)
_HOMEWARD = re.compile(
    r"\b(?:on (?:my|the) way (?:home|back)|heading (?:home|back)|walk(?:ing|in) home)\b", re.IGNORECASE
)
_NOT = re.compile(
    r"\bnot\b|n['’]t\b|\bif\b|\bnever\b|\b(?:un)?till?\b|\?|\b(?:will|would|should|shall|hope|hoping|when|once|soon"
    r"|nearly"
    r"|almost|yet|stuck|trying)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\bnot\b|n['’]t\b|\bif\b|\bnever\b|\?|\b(?:was|were|went|had|used to|would|might|maybe|next|yesterday|last"
    r"|tomorrow|usually|always"
    r"|every|prison officer|court|hospital|holiday|gp|doctor|dentist)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
_STOPS = re.compile(r"[,;:()!–—]|\s-\s|[^\w\s'’.]")
_SHORT = 60  # words: a longer text tells of a visit, and is no word from outside the door


def lone_working(draft: Draft) -> Iterator[Fact]:
    """The check-in or check-out that a short text is; text that shows harm never checks anybody in."""
    text = draft.text.newest
    if len(text.split()) > _SHORT or wording.AWAY.search(text):
        return
    if leaving := _check_out(draft):
        yield leaving
    elif asked(draft) in (None, "check_in") and not harm_in(draft):
        yield from _check_in(draft)


def _check_out(draft: Draft) -> Fact | None:
    for sentence in said(draft):
        found = None if "?" in sentence.words else _says_out(draft, sentence)
        if found is None or _NOT.search(_clause(sentence, found)) or _is_expected(draft, sentence):
            continue
        span, client = cut(draft, sentence, found), about(draft, sentence.words)
        sure = is_whole(draft, sentence, span) and not harm_in(draft)
        return fact(
            draft,
            Kind.LONE_CHECK_OUT,
            with_client(Fields(), if_sure(client)),
            span,
            None if sure else "lone_check_out",
        )
    return None


def _says_out(draft: Draft, sentence: Sentence) -> Span | None:
    """The words that say so; one word is enough as an answer to "are you back?", or as all of the text."""
    if asked(draft) not in (None, "check_out", "check_in"):
        strong = _OUT.search(sentence.words)
        return (
            Span(*strong.span()) if strong and re.search(r"safe|one piece", strong.group(), re.IGNORECASE) else None
        )
    homeward = _HOMEWARD.search(sentence.words) if asked(draft) == "check_out" else None
    if match := _OUT.search(sentence.words) or homeward:
        return Span(*match.span())
    alone = asked(draft) == "check_out" or len(draft.text.newest.split()) <= 3
    if alone and _ONE_WORD.fullmatch(sentence.words) and not _is_thanks(draft, sentence):
        return Span(0, len(sentence.words))
    return None


def _clause(sentence: Sentence, cue: Span) -> str:
    """What stands before the cue, and behind it as far as its own clause goes."""
    return sentence.words[: cue.end] + _STOPS.split(sentence.words[cue.end :], maxsplit=1)[0]


def _is_thanks(draft: Draft, sentence: Sentence) -> bool:
    """ "Ok" and "done" out of the blue are no word from outside the door."""
    plain = sentence.words.strip(" .!").casefold()
    return asked(draft) != "check_out" and not re.search(r"home|out|back|safe|finished", plain)


def _is_expected(draft: Draft, sentence: Sentence) -> bool:
    """ "Home by five" is a plan, not a check-out."""
    back = back_in(draft)
    return back is not None and back.sentence == sentence.span and back.ahead


def _check_in(draft: Draft) -> Iterator[Fact]:
    for sentence in said(draft):
        found = _IN.search(sentence.words) or _PLAIN_IN.search(sentence.words)
        if found is None or "?" in sentence.words or _HOMEWARD.search(sentence.words):
            continue
        if _NOT_NOW.search(_clause(sentence, Span(*found.span()))):
            continue
        other = [f for f in dates_in(draft, sentence, Direction.FUTURE) if f.day and f.day != draft.around.today]
        client = about(draft, sentence.words)
        if client.client is not None and not other:
            yield _going_in(draft, sentence, Span(*found.span()), client)
            return


def _going_in(draft: Draft, sentence: Sentence, cue: Span, client: About) -> Fact:
    back, start = back_in(draft), None
    for each in find_times(sentence.words):
        if each.at and _FOR.search(sentence.words[: each.span.start]):
            start = each.at
    known = [back.span] if back and back.sentence == sentence.span else []
    fields = with_client(Fields(visit_date=draft.around.today, visit_time=start), if_sure(client))
    fields = replace(fields, expected_back_at=back.at if back else None)
    unsure = "client_ref" if not client.sure else None if back and back.sure and back.at else "expected_back_at"
    return fact(draft, Kind.LONE_CHECK_IN, fields, cut(draft, sentence, cue, known), unsure)

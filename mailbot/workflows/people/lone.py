"""Lone working in mails: going in alone, when to expect the visitor back, and out again (L23).

Checking out is sure only if the whole sentence is understood: a wrong one would stand everybody down.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import found_by, lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.money import has_money
from mailbot.reading.words.names import About, about, find_clients
from mailbot.reading.words.sense import Sentence, asked, cut, dates_in, fact, if_sure, is_whole, said, with_client
from mailbot.reading.words.times import FoundTime, find_times
from mailbot.workflows.people import lone_words as words
from mailbot.workflows.people.back import back_in
from mailbot.workflows.people.lone_later import later

_FOR = lazy(r"\b(?:for|at)\s+(?:(?:my|our|the|his|her)\s+)?$", re.IGNORECASE)
_SAFE = lazy(r"safe|one piece", re.IGNORECASE)
_CAR = lazy(r"\bcar\b", re.IGNORECASE)
_FEW = 25  # words of a text from outside the door
_PLAIN = lazy(r"home|out|back|safe|finished", re.IGNORECASE)
_SHORT = 60  # words: a longer text tells of a visit, and is no word from outside the door
# "12th, Omar: an hour on timetables" is a list of visits.
_ORDINAL = lazy(r"\b\d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
_HIM = ("him", "her", "them")
_SOON, _START = timedelta(hours=8), timedelta(minutes=30)
_MINUTES = timedelta(minutes=10)
_TELLS = 6  # words
_NEAR = 30  # characters within which the client stands behind "I'm with", "I'm at"


def lone_working(draft: Draft) -> Iterator[Fact]:
    """The check-in or check-out that a short text is; text that shows harm never checks anybody in."""
    text = draft.text.newest
    if len(text.split()) > _SHORT:
        return
    if leaving := _check_out(draft):
        yield leaving
    elif not has_money(text) and not harm_in(draft) and not words.ALARM.search(text):
        going = list(_check_in(draft)) if asked(draft) in (None, "check_in") else []
        yield from going or later(draft)


def _check_out(draft: Draft) -> Fact | None:
    for sentence in said(draft):
        found = None if "?" in sentence.words else _says_out(draft, sentence)
        if found is None or words.NOT_OUT.search(_clause(sentence, found)) or not _is_today(draft, sentence):
            continue
        if _is_expected(draft, sentence) or _is_later(draft, sentence):
            continue
        if (
            asked(draft) is None
            and words.ALL_DONE.fullmatch(sentence.words[found.start : found.end])
            and _tells(draft)
        ):
            continue
        span, client = cut(draft, sentence, found), about(draft, sentence.words)
        whole = is_whole(draft, sentence, span) or _only_sorry(sentence, found)
        sure = whole and not harm_in(draft) and not _sets_off_first(draft, sentence)
        fields = with_client(Fields(), if_sure(client))
        return fact(draft, Kind.LONE_CHECK_OUT, fields, span, None if sure else "lone_check_out")
    return None


def _sets_off_first(draft: Draft, out: Sentence) -> bool:
    """ "Setting off now. Back at 17:30.", sent late: whoever has only just left means when they will be back."""
    if not find_times(out.words):
        return False
    before = (each for each in said(draft) if each.span.end <= out.span.start and "?" not in each.words)
    return any(_says_in(draft, each) and not words.HOMEWARD.search(each.words) for each in before)


def _only_sorry(sentence: Sentence, out: Span) -> bool:
    """Whether all else that it says is that the writer is sorry, and what was wrong with their telephone."""
    before, after = sentence.words[: out.start], sentence.words[out.end :]
    return bool(words.SORRY_FIRST.fullmatch(before) and words.SORRY.fullmatch(after))


def _says_out(draft: Draft, sentence: Sentence) -> Span | None:
    """The words that say so; few are enough as an answer to "are you back?", one as all of the text."""
    question, text = asked(draft), sentence.words
    strong = words.OUT.search(text)
    if question not in (None, "check_out", "check_in"):
        return Span(*strong.span()) if strong and _SAFE.search(strong.group()) else None
    if strong and question is None and _CAR.search(strong.group()) and not _is_plain(draft):
        strong = None
    found = strong or _leaves(draft, text) or words.FINISH.match(text) or words.OPENS_HOME.match(text)
    if not found and question == "check_out" and not words.STILL_IN.search(draft.text.newest):
        found = words.HOMEWARD.search(text) or words.ANSWERS.search(text) or words.UNDER_WAY.search(text)
        if not found and not words.NOT_OUT.search(text) and not words.WANTS.search(text):
            found = words.YES.search(text)
    if not found and not words.STILL_IN.search(text) and _is_plain(draft):
        found = _on_the_way(draft, text)
    if found and not (words.OTHERS.search(text[: found.start()]) or _somebody_is(draft, text, found.start())):
        return Span(*found.span())
    alone = question == "check_out" or len(draft.text.newest.split()) <= 3
    if alone and words.ONE_WORD.fullmatch(text) and (question == "check_out" or _PLAIN.search(text)):
        return Span(0, len(text))
    return None


def _somebody_is(draft: Draft, text: str, start: int) -> bool:
    """ "Omar is home now", "my sister got home safe"; and "I was away, back now" is no word from outside."""
    before = text[:start]
    if words.KIN_IS.search(before) or words.WAS_AWAY.search(before):
        return True
    return any(words.IS.fullmatch(before, name.span.end) for name in find_clients(before, draft.around.roll, None))


def _is_plain(draft: Draft) -> bool:
    """A few words that ask for nothing and show no harm: a word from outside, not a report."""
    text = draft.text.newest
    return len(text.split()) <= _FEW and not words.WANTS.search(text) and not harm_in(draft)


def _on_the_way(draft: Draft, text: str) -> "re.Match[str] | None":
    """Indoors or gone for sure; or on the way, where the text says that the client was left or it is the way home."""
    if sure := words.INDOORS.search(text) or words.GONE_SURELY.search(text):
        return sure
    way, whole = words.UNDER_WAY.search(text), draft.text.newest
    if way is None:
        return None
    left = words.GONE.search(whole) or _client_home(draft, whole)
    return way if left or re.search(r"home|back|bk", text[way.start() : way.end() + 9], re.IGNORECASE) else None


def _client_home(draft: Draft, text: str) -> bool:
    """ "Omar home at 5", "Omar's back at his"."""
    named = find_clients(text, draft.around.roll, draft.sender.person)
    return any(words.CLIENT_HOME.match(text, name.span.end) for name in named)


def _leaves(draft: Draft, text: str) -> "re.Match[str] | None":
    """ "I've left Omar's now": whom, is a client of the roll or their home."""
    found = words.LEFT.search(text)
    return found if found and (found["whom"] in _HIM or _is_client(draft, found["whom"])) else None


def _is_client(draft: Draft, word: str) -> bool:
    """A client, also as people write whose home it is: Omars, Omar's, Precious's."""
    plain = re.sub(r"['’]", "", word.casefold())
    forms = (plain, plain.removesuffix("s"), plain.removesuffix("es"), plain.removesuffix("ses") + "s")
    return any(find_clients(form.title(), draft.around.roll, draft.sender.person) for form in forms)


def _clause(sentence: Sentence, cue: Span) -> str:
    """What stands before the cue, and behind it as far as its own clause goes."""
    return sentence.words[: cue.end] + words.STOPS.split(sentence.words[cue.end :], maxsplit=1)[0]


def _is_today(draft: Draft, sentence: Sentence) -> bool:
    days = {f.day for f in dates_in(draft, sentence, Direction.FUTURE) if f.day}
    return not days or draft.around.today in days


def _is_expected(draft: Draft, sentence: Sentence) -> bool:
    """ "Home by five" is a plan, not a check-out."""
    back = back_in(draft)
    if back is None or back.sentence != sentence.span:
        return False
    return back.ahead and (back.at is not None or words.BROUGHT.search(sentence.words) is not None)


def _is_later(draft: Draft, sentence: Sentence) -> bool:
    """ "At 20:30 I am in my house", written at six."""
    now = draft.around.written_at
    times = [t for t in find_times(sentence.words) if t.at and t.exact and t.sure]
    return any(t.at and now + _MINUTES < datetime.combine(now.date(), t.at, now.tzinfo) for t in times)


def _tells(draft: Draft) -> bool:
    """ "All done, football then chips. Next one 15 Nov": more is told than whoever is just out would write."""
    return len(draft.text.newest.split()) > _TELLS and not words.AWAY_FROM.search(draft.text.newest)


def _check_in(draft: Draft) -> Iterator[Fact]:
    for sentence in said(draft):
        found = None if "?" in sentence.words else _says_in(draft, sentence)
        if found is None or words.HOMEWARD.search(_clause(sentence, found)) or not _is_today(draft, sentence):
            continue
        client = about(draft, sentence.words)
        if client.client is not None:
            yield _going_in(draft, sentence, found, client)
            return
    yield from _expected(draft)


def _expected(draft: Draft) -> Iterator[Fact]:
    """A client, and a time to be out again before long, and nothing of another day: whoever writes that is "
    "going in."""
    back = back_in(draft)
    if back is None or back.at is None or not back.ahead or not _is_now(draft, back.at):
        return
    for sentence in said(draft):
        named = find_clients(sentence.words, draft.around.roll, draft.sender.person)
        if named and not words.HOMEWARD.search(sentence.words) and not words.OTHERS_DO.search(sentence.words):
            first = named[0].span
            yield _going_in(draft, sentence, first, about(draft, sentence.words))
            return


def _is_now(draft: Draft, back: datetime) -> bool:
    """Whether all of it is today, begins within the half hour, and is no report."""
    now = draft.around.written_at
    if back - now > _SOON or _ORDINAL.search(draft.text.newest):
        return False
    for sentence in said(draft):
        if "?" in sentence.words or words.NOT_THEN.search(sentence.words) or not _is_today(draft, sentence):
            return False
        for each in find_times(sentence.words):
            if each.at and now + _START < datetime.combine(now.date(), each.at, now.tzinfo) < back:
                return False
    return True


def _says_in(draft: Draft, sentence: Sentence) -> Span | None:
    """The first words that say so of the writer, here and now."""
    text = sentence.words
    plain = (words.IN, words.PLAIN_IN, words.ARRIVED, words.ALONG, words.IN_SOMEWHERE)
    for found in (match for pattern in plain for match in pattern.finditer(text)):
        cue = Span(*found.span())
        if found_by(found, words.ARRIVED) and words.NOBODY_IN.search(text):
            continue
        if words.NOT_NOW.search(_clause(sentence, cue)) or words.OTHERS.search(text[: cue.start]):
            continue
        if found_by(found, words.IN_SOMEWHERE) and not _is_somewhere(draft, text, found):
            continue
        if words.AWAY_TO.search(found.group()) and back_in(draft) is None:
            continue
        if not words.OUTING.search(found.group()) or _is_told_whom(draft):
            return cue
    return None


def _is_told_whom(draft: Draft) -> bool:
    """ "We're off to the pictures" is a visit only with a client, or a time to be back."""
    named = find_clients(draft.text.newest, draft.around.roll, draft.sender.person)
    return bool(named) or back_in(draft) is not None


def _is_somewhere(draft: Draft, text: str, cue: "re.Match[str]") -> bool:
    """Whether a place or a client stands behind "I'm at"; what nobody knows only beside a client and a time."""
    behind = text[cue.end() : cue.end() + _NEAR]
    first = re.match(r"[\w'’-]+", behind)
    client = first is not None and _is_client(draft, first.group())
    if cue["has"]:
        return client and words.COMES_ALONG.match(behind, first.end() if first else 0) is not None
    if client or words.PLACE.match(behind):
        return True
    client = bool(find_clients(text, draft.around.roll, draft.sender.person))
    timed = back_in(draft) is not None
    return (client and timed) or (words.NAMED.match(behind) is not None and (client or timed))


def _begins(words: str, found: FoundTime) -> bool:
    """ "For 2", "at half past two": when the visit begins."""
    return bool(_FOR.search(words[: found.span.start]) or words[found.span.start :].lower().startswith("at "))


def _going_in(draft: Draft, sentence: Sentence, cue: Span, client: About) -> Fact:
    back, start = back_in(draft), None
    for each in find_times(sentence.words):
        of_return = back is not None and back.sentence == sentence.span and each.span.end > back.span.start
        if each.at and not of_return and _begins(sentence.words, each):
            start = each.at
    known = [back.span] if back and back.sentence == sentence.span else []
    fields = with_client(Fields(visit_date=draft.around.today, visit_time=start), if_sure(client))
    fields = replace(fields, expected_back_at=back.at if back else None)
    timed = back is not None and back.sure and back.at is not None
    unsure = "expected_back_at" if not timed else None if client.sure else "client_ref"
    return fact(draft, Kind.LONE_CHECK_IN, fields, cut(draft, sentence, cue, known), unsure)

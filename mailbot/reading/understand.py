"""Message and recognisers become a Reading: facts, what nothing accounts for, and harm that no fact carries.

The rule (promise 3): a message is routine only if every sentence of the new text is accounted for. Wrong is far
worse than asking.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mailbot.events import Fact, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.automatic import TITLED, says_away
from mailbot.reading.calendars import declined
from mailbot.reading.footers import without_firms_prompts
from mailbot.reading.guessing import (
    a_sentence_may_be_worry,
    may_be_machine,
    may_be_worry,
    with_guesses,
    without_asking,
)
from mailbot.reading.machine import what_machine
from mailbot.reading.message import (
    Draft,
    Machine,
    MachineKind,
    Message,
    Reading,
    Recogniser,
    Sender,
    Surroundings,
    Text,
)
from mailbot.reading.newest import split
from mailbot.reading.spam import GUESSED, PLAIN
from mailbot.reading.weighing import weighed
from mailbot.reading.words.asides import asides
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.courtesy import courtesies, empty_lines, has_odd_sign, is_only_names, without
from mailbot.reading.words.harm import HarmScanner, harm_in, scanner_for
from mailbot.reading.words.labels import labels_in
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.periods import find_period
from mailbot.reading.words.posts import without_posts
from mailbot.reading.words.quotes import our_prompt, quotes
from mailbot.reading.words.redirects import harm_of_machine
from mailbot.reading.words.sense import is_reply, names_in, sentences_of
from mailbot.reading.words.sentences import unwrapped
from mailbot.reading.words.standing import signature, standing, values_of
from mailbot.reading.words.tongues import is_unread

_OF_AN_ANSWER = frozenset({Kind.UNAVAILABLE, Kind.VISIT_PLANNED, Kind.VISIT_CANCELLED})
_TOLD_OF = frozenset(
    {Kind.VISIT_CANCELLED, Kind.VISIT_MISSED, Kind.VISIT_PLANNED, Kind.UNAVAILABLE, Kind.SAFEGUARDING_CONCERN}
)
# "Omar rang me", "I had a letter from Omar"
_CAME_TO_ME = lazy(
    r"^(?!.*\b(?:I|we)\b).*\b(?:me|us)\b|\b(?:had|got|received|found) (?:a|an|another|his|her) .*\bfrom\b",
    re.DOTALL,
)
_LEARNT_QUESTIONS = frozenset({None, "outcome", "plan"})
_CONTACT = "contact"  # the command of contact between visits
_NOWHERE = Span(0, 0)  # stands for what is not in the newest text: an attachment, the subject, nothing at all
_MACHINE_KINDS = {
    MachineKind.BOUNCE: Kind.BOUNCE,
    MachineKind.SPAM: Kind.SPAM,
    MachineKind.AUTO_REPLY: Kind.AUTO_REPLY,
}
_BEFORE, _AFTER = timedelta(days=3), timedelta(hours=1)


class Written(NamedTuple):
    """When a message was written, local to the scheme, and whether that may be relied on."""

    at: datetime
    sure: bool


def when_written(header: datetime | None, arrived: datetime, zone: ZoneInfo) -> Written:
    """The Date header if within three days before and an hour after arrival; else arrival, unsure (promise 11)."""
    if header is not None and arrived - _BEFORE <= header <= arrived + _AFTER:
        return Written(header.astimezone(zone), True)
    return Written(arrived.astimezone(zone), False)


def understand(message: Message, sender: Sender, around: Surroundings, recognisers: Sequence[Recogniser]) -> Reading:
    """All that a message says. Pure; never raises on what a writer can write."""
    scanner = scanner_for(around.harm)
    whole = split(message)
    text = replace(whole, newest=unwrapped(whole.newest))
    machine = what_machine(message, around.own_address, sender.person is not None)
    if machine is not None and not _may_be_person(machine, text, around):
        return _machine_reading(Reading(message, text, sender, machine=machine), around)
    draft = Draft(message, _spoken(message, text), sender, around)
    facts = _without_parts(draft, tuple(each for recognise in recognisers for each in recognise(draft)))
    found = without_posts(draft, _without_early(_without_telling(facts)))
    likely = _likelihoods(draft, found)
    facts = weighed(draft, found, likely)
    unaccounted, harm = _unaccounted(draft, facts), _harm_unplaced(draft, facts, scanner)
    harm = harm or _alarms(facts) < _alarms(found)
    if unaccounted:
        rules_own, facts = facts, _without_telling(with_guesses(draft, facts, likely))
        unaccounted = _unaccounted(draft, [fact for fact in rules_own if fact in facts])
        harm = harm or may_be_worry(draft, facts, likely)
        harm = harm or bool(likely and a_sentence_may_be_worry(draft, facts, unaccounted))
    harm = harm or _is_unread_beside(draft, facts, unaccounted)
    machines = may_be_machine(draft, facts, likely)
    if machines:
        facts, unaccounted = without_asking(facts), unaccounted or (_NOWHERE,)
    if draft.text is not text:
        facts, unaccounted = tuple(map(_of_subject, facts)), (_NOWHERE,) if unaccounted else ()
    return Reading(message, text, sender, facts, unaccounted, None, harm, machines)


def _likelihoods(draft: Draft, found: Sequence[Fact]) -> Mapping[Kind, float]:
    """What the classifier says; nothing of answers to our rarer questions, which it did not learn from."""
    classify = draft.around.classify
    return classify(draft, found) if classify and draft.around.answers_question in _LEARNT_QUESTIONS else {}


def _without_parts(draft: Draft, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """ "No, I am away then", "yes, on Saturday": what stands in an answer in one line is no other fact.

    A time away with its days is kept.
    """
    answers = [f.span for f in facts if f.fields.command and draft.around.answers_question]
    return tuple(
        each
        for each in facts
        if each.fields.command
        or not (each.kind in _OF_AN_ANSWER and each.fields.period_from is None)
        or not any(span.start <= each.span.start and each.span.end <= span.end for span in answers)
    )


def _without_telling(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A call or letter with no day of its own, where a visit is off or planned or somebody away, only said so (L2).

    Beside a concern it is how the writer came to know.
    """
    if not any(f.kind in _TOLD_OF for f in facts):
        return facts
    concern = any(f.kind is Kind.SAFEGUARDING_CONCERN for f in facts)
    return tuple(
        f
        for f in facts
        if f.fields.command != _CONTACT
        or (f.fields.visit_date is not None and not (concern and _CAME_TO_ME.search(f.evidence)))
    )


def _without_early(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Whoever sets off or has just arrived has not visited yet: what was guessed to be a report is none.

    Nor is an order that is put as a question ("can you flag the 9th as done?") a question, nor what answers our own
    question ("grand day ta") thanks.
    """
    told = [f.span for f in facts if f.kind is not Kind.ACKNOWLEDGEMENT]
    facts = tuple(f for f in facts if not _is_thanks(f) or not any(_inside(f.span, each) for each in told))
    orders = [f.span for f in facts if f.kind is Kind.COORDINATOR_COMMAND]
    facts = tuple(
        f for f in facts if f.kind is not Kind.QUESTION_OTHER or not any(_inside(f.span, o) for o in orders)
    )
    kinds = {f.kind for f in facts}
    if Kind.LONE_CHECK_IN not in kinds or Kind.LONE_CHECK_OUT in kinds:
        return facts
    days = {f.fields.visit_date for f in facts if f.kind is Kind.LONE_CHECK_IN} | {None}
    return tuple(f for f in facts if f.sure or f.kind is not Kind.VISIT_CONFIRMED or f.fields.visit_date not in days)


def _spoken(message: Message, text: Text) -> Text:
    """What the writer says: the newest text; the subject, if it is new, where that is the whole message."""
    if text.newest.strip() or is_reply(message.subject):
        return text
    return replace(text, newest=message.subject)


def _of_subject(fact: Fact) -> Fact:
    """A fact that the subject told: it stands on nothing in the newest text."""
    source = "subject" if fact.fields.client_source == "text" else fact.fields.client_source
    return replace(fact, span=_NOWHERE, fields=replace(fact.fields, client_source=source))


def _may_be_person(machine: Machine, text: Text, around: Surroundings) -> bool:
    """Whoever writes of harm or of a client is no spammer; when in doubt it was a person."""
    if machine.because not in GUESSED | {TITLED} or machine.because == PLAIN:
        return False
    named = any(f.sure for f in find_clients(text.newest, around.roll, None))
    if machine.because == TITLED:  # they say whom to ring when somebody is hurt
        return named
    return named or bool(scanner_for(around.harm).scan(text.newest))


def _machine_reading(reading: Reading, around: Surroundings) -> Reading:
    """Harm words in machine mail never open a case; they are only noticed (promise 3)."""
    assert reading.machine is not None  # asked before
    kind, fields = _MACHINE_KINDS.get(reading.machine.kind), reading.machine.fields
    known = reading.sender.person is not None
    facts: list[Fact] = []
    if reading.machine.kind is MachineKind.LIST and not known:
        kind = Kind.SPAM
    if kind is Kind.AUTO_REPLY:
        away = find_period(reading.text.newest, around.today)
        fields = replace(fields, period_from=away.first, period_to=away.last)
        says = says_away(reading.text.newest)
        if known and (away.last or (away.first and (away.sure or says))):
            sure = away.sure and (says or away.first is None)  # "orders are taken Tuesday to Friday"
            facts = [Fact(Kind.UNAVAILABLE, fields, _NOWHERE, "", sure, None if sure else "period_to")]
    if reading.machine.kind is MachineKind.CALENDAR and known:
        facts = list(declined(Draft(reading.message, reading.text, reading.sender, around)))
    facts = [Fact(kind, fields, _NOWHERE, ""), *facts] if kind else facts
    harm = bool(harm_of_machine(reading.text.newest, around))
    return replace(reading, facts=tuple(facts), harm_unplaced=harm)


def _unaccounted(draft: Draft, facts: Sequence[Fact]) -> tuple[Span, ...]:
    """Where no fact was made of it, even the friendliest text has to be seen: nothing was done about it."""
    text, names = draft.text.newest, names_in(draft)
    if not facts:
        return sentences_of(draft) or (_NOWHERE,)
    covered = [span for fact in facts for span in standing(draft, fact)]
    covered += [*courtesies(text), *empty_lines(labels_in(draft))]
    covered += asides(text, (fact.kind for fact in facts), draft.around.asides)
    covered += [*values_of(draft, facts), *signature(draft)]
    harm = [found.span for found in harm_in(draft)]
    left = tuple(s for s in sentences_of(draft) if not _is_accounted(draft, s, covered, harm, names))
    return left or ((_NOWHERE,) if _is_unseen(draft, facts) else ())


def _is_accounted(
    draft: Draft, sentence: Span, covered: Sequence[Span], harm: Sequence[Span], names: frozenset[str]
) -> bool:
    """What a fact or a courtesy stands for, to the last word; or harmless chat without any sign of harm."""
    text, spans = draft.text.newest, [s for s in covered if s.start < sentence.end and sentence.start < s.end]
    if any(_inside(sentence, s) for s in spans) or is_only_names(text, sentence, spans, names):
        return True
    if any(h.start < sentence.end and sentence.start < h.end for h in harm):
        return False
    left = without(text, sentence, [*spans, *_places(draft)], blank="|")
    return not has_odd_sign(left) and chat_for(draft.around.chat).accounts(left, names, known=bool(spans))


def _places(draft: Draft) -> tuple[Span, ...]:
    """Where the text names a place in which a client is visited, with or without its "The"."""
    names = "|".join(re.escape(place.removeprefix("The ")) for place in draft.around.roll.places)
    found = re.finditer(rf"\b(?:{names})\b", draft.text.newest, re.IGNORECASE) if names else ()
    return tuple(Span(*match.span()) for match in found)


def _is_unseen(draft: Draft, facts: Sequence[Fact]) -> bool:
    """Whether the message holds something that no recogniser looked into: a person has to."""
    message = draft.message
    papers = any(not a.inline for a in message.attachments) and all(f.kind is not Kind.EXPENSE_CLAIM for f in facts)
    silent = not draft.text.newest.strip()
    return message.encrypted or message.unreadable or bool(message.forwarded) or papers or silent


def _harm_unplaced(draft: Draft, facts: Sequence[Fact], scanner: HarmScanner) -> bool:
    """Harm in the new text that no concern carries, or in an earlier subject, a quote or forward not of ours."""
    concerns = [fact.span for fact in facts if fact.kind is Kind.SAFEGUARDING_CONCERN]
    loose = (h for h in harm_in(draft) if not any(_inside(h.span, c) for c in concerns))
    earlier = draft.message.subject if is_reply(draft.message.subject) and not our_prompt(draft) else ""
    foreign = [earlier, *(q.text for q in quotes(draft) if not q.ours), *(m.text for m in draft.message.forwarded)]
    return any(True for _ in loose) or any(scanner.scan(without_firms_prompts(words)) for words in foreign)


def _is_unread_beside(draft: Draft, facts: Sequence[Fact], unaccounted: Sequence[Span]) -> bool:
    """Another language beside what was understood, or in an answer to us.

    A mail of nothing else goes to a person now anyway, and the alert of a concern shows the whole mail.
    """
    kinds = {fact.kind for fact in facts}
    if Kind.SAFEGUARDING_CONCERN in kinds or not (kinds or draft.around.answers_question):
        return False
    return any(is_unread(draft.text.newest[span.start : span.end]) for span in unaccounted)


def _alarms(facts: Sequence[Fact]) -> int:
    return sum(fact.kind in (Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT) for fact in facts)


def _is_thanks(fact: Fact) -> bool:
    return fact.kind is Kind.ACKNOWLEDGEMENT and fact.fields.command is None


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end

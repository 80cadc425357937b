"""What the rules found, weighed against what other messages written like this one said: a second opinion.

Where it finds something else likely in a message, and what a rule found very unlikely, then what was sure is asked
about, and what was not sure is left to the person who reads the words: at once if they are words of harm (promise 3).
Where it finds nothing likely, the message is of a sort that it never saw, and the rules stand alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from mailbot.events import COORDINATOR, Fact, Kind, Urgency
from mailbot.reading.guessing import alone, doubted
from mailbot.reading.message import Draft
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.labels import labels_in

ELSE = 0.4  # something has to be as likely as this before anything is called unlikely …
ELSE_HARMLESS = 0.6  # … and as this before words of harm or an accident are
UNLIKELY = 0.25  # what is not sure, and less likely than this, is not asked about
NO_QUESTION = 0.02  # what looks like a question, and is less likely one than this, is only read
NO_ACCIDENT = 0.02  # so is an accident, by the lead now
HARMLESS = 0.2  # words of harm: the message has to be less likely a worry than this, …
HARMLESS_ALONE = 0.3  # … and its words by themselves than this, before no case is opened and a person only looks
SURELY_HARMLESS = 0.02  # so is danger to life, if all its words are such as are also said of anything

TOOK_PLACE = 0.3  # a visit that was surely missed is asked about where it is as likely as this that it took place

# What is sure, and less likely than this, is asked about. Below it the rules were wrong about as often as right, or
# oftener (of writers whom neither they nor the classifier had met); of all other kinds they are right where sure.
DOUBTFUL = {
    Kind.EXPENSE_CLAIM: 0.8,
    Kind.VISIT_MISSED: 0.5,
    Kind.VISIT_CANCELLED: 0.5,
    Kind.INCIDENT_REPORT: 0.2,
    Kind.LONE_CHECK_IN: 0.1,  # in doubt nobody watches before it is confirmed: only where it is hardly ever one
    Kind.LONE_CHECK_OUT: 0.1,
    Kind.QUESTION_OTHER: 0.2,
    Kind.CONTACT_CHANGE: 0.1,
    Kind.UNAVAILABLE: 0.1,
}
# The others are rare, and what comes of them can wait for nobody.
_VISITS = (Kind.VISIT_CONFIRMED, Kind.VISIT_MISSED, Kind.VISIT_CANCELLED, Kind.VISIT_PLANNED)
_ASKED = frozenset({"outcome", "plan"})  # questions of ours; whoever answers them is taken at their word
_DROPPED = frozenset({*_VISITS, Kind.EXPENSE_CLAIM, Kind.UNAVAILABLE, Kind.LONE_CHECK_OUT})
# Categories of rules/harm.toml that open a case in any case, as does what is imminent: danger to life, and what is
# soft or about one of us. Only what the file calls also harmless is weighed.
_KEPT = frozenset({"suicide", "self-harm", "emergency", "missing", "worry", "volunteer-conduct"})


def weighed(draft: Draft, facts: Sequence[Fact], likely: Mapping[Kind, float]) -> tuple[Fact, ...]:
    """The facts, less sure or without some, by how likely each is given that the rules found it.

    Instructions, complaints about coordinators, and all words of danger to life stay as they are, and so does what
    somebody says who may give instructions, but for questions that may be instructions.
    """
    instructs = draft.sender.person is not None and draft.sender.person.may_instruct
    if max(likely.values(), default=0.0) < ELSE:
        return tuple(facts)
    if instructs:
        return tuple(doubted(each) if _is_an_order(each, likely) else each for each in facts)
    return tuple(each for fact in facts for each in _weighed(draft, fact, likely))


def _weighed(draft: Draft, fact: Fact, likely: Mapping[Kind, float]) -> Iterator[Fact]:
    likelihood = likely.get(fact.kind, 1.0)
    answers = fact.kind in _VISITS and draft.around.answers_question in _ASKED
    if answers or fact.fields.command is not None or fact.fields.concern_about == COORDINATOR:
        yield fact
    elif fact.kind is Kind.SAFEGUARDING_CONCERN:
        if fact.sure or not _is_harmless(draft, fact, likely):
            yield fact
    elif _is_only_read(fact, likely):
        return
    elif fact.sure and _is_doubtful(fact, likely) and not _is_of_a_form(draft, fact):
        yield doubted(fact)
    elif fact.sure or likelihood >= UNLIKELY or fact.kind not in _DROPPED:
        yield fact


def _is_an_order(fact: Fact, likely: Mapping[Kind, float]) -> bool:
    """ "Could you unlink him from OW-13?": most likely to be done, not to be answered."""
    asks = fact.sure and fact.kind is Kind.QUESTION_OTHER and fact.fields.command is None
    order = likely.get(Kind.COORDINATOR_COMMAND, 0.0) > likely.get(Kind.QUESTION_OTHER, 1.0)
    return asks and fact.fields.concern_about is None and order


def _is_doubtful(fact: Fact, likely: Mapping[Kind, float]) -> bool:
    """ "He was in good form. I wasn't, straight off a plane": no words for a visit, and none that was missed."""
    planned, missed = (likely.get(kind, 0.0) >= ELSE for kind in (Kind.VISIT_PLANNED, Kind.VISIT_MISSED))
    if fact.kind is Kind.VISIT_CANCELLED and planned and not missed:
        return False  # moved: called off on that day
    took_place = fact.kind is Kind.VISIT_MISSED and likely.get(Kind.VISIT_CONFIRMED, 0.0) >= TOOK_PLACE
    only_stops = fact.kind is Kind.LEAVE_SCHEME and likely.get(Kind.STOP_VISITING, 0.0) >= ELSE
    return took_place or only_stops or likely.get(fact.kind, 1.0) < DOUBTFUL.get(fact.kind, 0.0)


def _is_of_a_form(draft: Draft, fact: Fact) -> bool:
    """What stands behind "Outcome:", with other lines of a form, means what the form asks for."""
    lines = [line for line in labels_in(draft) if line.role]
    within = any(line.span.start < fact.span.end and fact.span.start < line.span.end for line in lines)
    return within and len({line.role for line in lines}) > 1


def _is_only_read(fact: Fact, likely: Mapping[Kind, float]) -> bool:
    likelihood = likely.get(fact.kind, 1.0)
    if fact.kind is Kind.INCIDENT_REPORT:
        return likelihood < NO_ACCIDENT and max(likely.values()) >= ELSE_HARMLESS
    return fact.kind is Kind.QUESTION_OTHER and likelihood < NO_QUESTION


def _is_harmless(draft: Draft, fact: Fact, likely: Mapping[Kind, float]) -> bool:
    dangers = [
        each for each in harm_in(draft) if each.category in _KEPT or each.urgency is Urgency.IMMINENT or each.plain
    ]
    said_otherwise = fact.fields.urgency is Urgency.IMMINENT and not dangers
    if said_otherwise or not all(each.also_harmless for each in dangers):
        return False
    if likely[fact.kind] >= (SURELY_HARMLESS if dangers else HARMLESS) or max(likely.values()) < ELSE_HARMLESS:
        return False
    return alone(draft, fact.evidence, (fact,)).get(fact.kind, 1.0) < HARMLESS_ALONE

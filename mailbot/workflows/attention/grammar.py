"""What can be answered to our mails in one line: the one place where that grammar lives (promise 9).

A template says in its head what it asks; the first line of an answer to it is held against the forms that stand here
for that question. What is not understood changes nothing, and its writer hears what would work.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.times import find_times


class Takes(StrEnum):
    """What stands behind the word."""

    NOTHING = "nothing"
    MAYBE_DAY = "maybe_day"
    DAY = "day"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Form:
    """One possible answer: its name in rules, its words (an expression for the start of the line), how we ask for it.

    `officer`: only an officer who is surely the writer may give it. `taken_back`: words behind it that make it none.
    """

    name: str
    words: str
    says: str
    takes: Takes = Takes.NOTHING
    officer: bool = False
    taken_back: str = r"\b(?:but|however|unless|if)\b|\?"
    exact: bool = False  # a time of day that could be another makes it no answer
    most: int = 80  # characters of a first line that is an answer and no letter


_GREETING = re.compile(
    r"\s*(?:(?i:dear|hi(?:ya)?|hello|hey|good (?:morning|afternoon|evening)|morning)\b(?:[ \t]+[A-Z][\w'’-]*){0,3}"
    r"[ \t]*(?:[,!.–-]\s*|\n\s*))?"
)

YES = Form(
    "yes",
    r"(?:yes|yep|yeah|yea|yup|y|ok|okay|sure|certainly|of course|gladly|will do|no problem|happy to|glad to"
    r"|count me in"
    r"|i can|i will|i['’]ll|i am|i['’]m (?:happy|free|coming|able))",
    "YES",
    Takes.MAYBE_DAY,
    taken_back=r"\b(?:but|however|not|never|except|unless|if|only|or|maybe|perhaps)\b|n['’]t\b|\?",
)
NO = Form(
    "no",
    r"(?:no|nope|nah|sorry|afraid|unfortunately|i can['’]?t|i cannot|can['’]?t|cannot|i['’]m (?:not|unable|afraid"
    r"|away|sorry)"
    r"|not (?:this time|possible|able|free))",
    "NO",
)
DONE = Form(
    "done", r"(?:done|all done|it['’]?s done|that['’]?s done|sorted|dealt with|told (?:him|her|them))", "DONE"
)
ASK_AGAIN = Form(
    "ask_again", r"(?:please )?(?:ask(?: (?:him|her|them))? again|resume|go on again)", "ASK AGAIN", officer=True
)

CANNOT = Form(
    "cannot",
    r"(?:no|nope|sorry|afraid|unfortunately|i can['’]?t|i cannot|i can not|can['’]?t|cannot|not able|unable"
    r"|i won['’]?t be able|i['’]m (?:not able|unable|afraid|sorry))",
    "a new date, or CANNOT",
)
ON_DAY = Form(
    "day",
    r"(?:(?:yes|ok|okay|moved?|change|changed|plan|planned|book|booked|rebook|rebooked|rearranged?|make it|agreed"
    r"|new date)"
    r"\W*)?(?:it |the visit )?(?:to |on |for |is |will be )?",
    "the day, as in MOVE TO 14 MAY 2PM",
    Takes.DAY,
)
ASSIGN = Form(
    "assign",
    r"(?:please )?(?:assign|ask|try|offer (?:it )?to|give (?:it )?to)",
    "ASSIGN and a name, as in ASSIGN ROSHNI",
    Takes.PEOPLE,
    officer=True,
)
BACKUP = Form("backup", r"(?:please )?(?:ask |try |use )?(?:the )?back-?up", "BACKUP", officer=True)
_UNSURE = r"(?:hope|try|trying|might|may|perhaps|maybe|not|never|if|whether|unsure|possibly|probably|should)"
COMING = Form(
    "yes",
    r"(?:(?:yes|yep|yeah|yea|yup|ok|okay|sure|certainly|of course|gladly|will do)"
    rf"|(?:(?!\b{_UNSURE}\b|n['’]t\b(?! wait))[^?\n]){{0,110}}?\b(?:(?:i['’]?ll|i will|i can|we['’]?ll) (?:be there"
    r"|come|be coming|attend|make it|join|see you)|(?:i['’]?m|i am) coming|see you (?:there|then|all|on)|count me in"
    r"|(?:love|happy|glad|delighted|like) to (?:come|attend|join|be there)|looking forward|will (?:be there|attend)"
    r"|can (?:come|make it)))",
    "YES",
    taken_back=r"\b(?:but|however|not|never|except|unless|if|only|or|maybe|perhaps|hope|away|sorry|unable|cannot"
    r"|apologies|late)\b|n['’]t\b|\?",
    most=160,
)
NOT_COMING = Form(
    "no",
    r"(?:no(?! (?:problem|worries|trouble))|nope|nah|afraid not|[^?\n]{0,110}?\b(?:can['’]?t(?! wait)|cannot(?! wait)"
    r"|can not|won['’]?t(?! miss)|will not (?:be able|be there|be coming|come|make|attend)|unable|apologies"
    r"|not (?:able|coming|going|free|available|possible|this time)|not be (?:able|there|coming|free)"
    r"|(?:have|need) to (?:miss|decline)|count me out|(?:am|be|['’]m|are) away))",
    "NO",
    taken_back=r"\b(?:unless|if|until|late|maybe|perhaps|might|think|sure)\b|\?"
    r"|\b(?:but|however)\b(?!.{0,20}\b(?:hope|thanks?|good|have|see|look|next|enjoy|sorry|wish)\b)",
    most=160,
)
_ANY_OTHER_WORD = r"\b(?!(?:please|thanks?|you|it|them|now|all|many|very|much|out|the|invitations?)\b)\w+|\?"
SEND = Form(
    "send",
    r"(?:(?:yes|ok|okay)[,.]? (?:please )?)?(?:please )?(?:send|release|go ahead)",
    "SEND",
    officer=True,
    taken_back=_ANY_OTHER_WORD,
)
CANCEL = Form(
    "cancel",
    r"(?:please )?(?:cancel(?:led)?|call(?:ed)?(?: it)? off)(?: (?:it|this|the meeting))?",
    "CANCEL",
    officer=True,
)
MOVE = Form(
    "move",
    r"(?:please )?(?:moved?|postponed?|changed?)(?: (?:it|this|the meeting))?(?: (?:to|until|till))?",
    "MOVE TO and the new day and time",
    takes=Takes.DAY,
    officer=True,
    exact=True,
)

_WHO = r"(?:she|he|they|(?-i:[A-Z])[\w'’-]+)(?:['’]s|['’]re| is| are)"
_FIRST = r"(?:(?:yes|ok|okay|hi|hello|thanks|thank you)[,.!]? )?"
_ENDS = r"(?=(?:[,.!]? (?:now|all fine|thanks|thank you|with me|safe(?:ly)?|safe and (?:sound|well)))*[.!]*$)"

# Answers to an alarm about somebody who is out alone (L23): nothing may stand behind them but a courtesy.
HAVE_IT = Form(
    "have_it",
    rf"{_FIRST}(?:ack(?:nowledged?)?|(?:i|we)(?: have|['’]ve got|['’]ll take| will take) (?:this|it)|got (?:this|it)"
    rf"|on it|i['’]?m on it|i am on it|i(?:['’]ll| will) (?:phone|ring|call)(?: (?:her|him|them|now))?){_ENDS}",
    "I HAVE THIS",
)
STAND_DOWN = Form(
    "stand_down", rf"{_FIRST}(?:stand (?:everybody |everyone )?down|all clear|done|closed?){_ENDS}", "STAND DOWN"
)
HOME = Form(
    "home",
    rf"{_FIRST}(?:{_WHO} )?(?:safely |safe and (?:sound|well) )?(?:home|back|safe|with me)(?: safe(?:ly)?)?{_ENDS}",
    "HOME",
)
NO_HELP = Form(
    "cannot",
    r"(?:no|sorry|i can(?:no|['’])?t|i(?:['’]m| am) away|not me)"
    rf"(?:[,.]? i can(?:no|['’])?t)?(?: (?:help|do (?:this|it)|today|tonight|now))*{_ENDS}",
    "I CAN'T",
)

# What our mails ask (`asks` in a template's head), and the answers that count.
GRAMMAR: Mapping[str, tuple[Form, ...]] = {
    "cover": (YES, NO),
    "cover_day": (ON_DAY,),
    "instead": (CANNOT,),
    "replacement": (BACKUP, ASSIGN, DONE, ON_DAY),
    "told": (YES, NO, DONE),
    "task": (DONE,),
    "lone_alarm": (HAVE_IT, STAND_DOWN, HOME, NO_HELP),
    "resume": (ASK_AGAIN,),
    "coming": (COMING, NOT_COMING),
    "meeting_release": (SEND, CANCEL, MOVE),
    "meeting": (CANCEL, MOVE),
}


def answer_in_a_line(draft: Draft) -> Iterator[Fact]:
    """The first line, if it is one of the forms that our question takes; a yes with a "but" is none."""
    forms = GRAMMAR.get(draft.around.answers_question or "", ())
    text = draft.text.newest
    greeting = _GREETING.match(text)
    start = greeting.end() if greeting and greeting.group().strip() else len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    for form in forms:
        if not line or len(line) > form.most:
            continue
        match = re.match(rf"\W*{form.words}(?:\b|(?<=\s))", line, re.IGNORECASE)
        if match is None or re.search(form.taken_back, line[match.end() :], re.IGNORECASE):
            continue
        kind = Kind.COORDINATOR_COMMAND if draft.sender.person and draft.sender.person.may_instruct else None
        fields = _with_rest(draft, form, line[match.end() :])
        if fields is not None:
            yield Fact(kind or Kind.ACKNOWLEDGEMENT, fields, Span(start, start + len(line)), line)
            return


def _with_rest(draft: Draft, form: Form, rest: str) -> Fields | None:
    """The day or the name behind the word; None where it is missing, or could be another."""
    if form.takes in (Takes.DAY, Takes.MAYBE_DAY):
        days = find_dates(rest, draft.around.today, Direction.FUTURE)
        times = find_times(rest)
        if len(days) != 1 or not days[0].sure or len(times) > 1:
            return Fields(command=form.name) if form.takes is Takes.MAYBE_DAY and not days else None
        if form.exact and not all(found.sure for found in times):
            return None
        at = times[0].at if times and times[0].sure else None
        return Fields(command=form.name, next_visit_date=days[0].day, next_visit_time=at)
    if form.takes is Takes.PEOPLE:
        names = re.sub(r"^[\W_]+|[\W_]+$", "", rest)
        return Fields(command=form.name, command_args=names) if names else None
    return Fields(command=form.name)


def what_works(asks: str) -> str:
    """How the question can be answered, for the mail that says so: "YES or NO"."""
    return " or ".join(form.says for form in GRAMMAR[asks])


def form_of(asks: str | None, answer: str | None) -> Form | None:
    """The form of that name that the question takes."""
    return next((form for form in GRAMMAR.get(asks or "", ()) if form.name == answer), None)

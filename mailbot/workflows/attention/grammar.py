"""What can be answered to our mails in one line: the one place where that grammar lives (promise 9).

A template says in its head what it asks; the first line of an answer to it is held against the forms that stand here
for that question (lines.py). What is not understood changes nothing, and its writer hears what would work.
"""

from collections.abc import Mapping

from mailbot.reading.words.dates import Direction
from mailbot.workflows.attention.case_forms import ACK, CLOSE, CLOSE_BARE, HISTORY
from mailbot.workflows.attention.forms import ANY_OTHER_WORD, Form, Takes
from mailbot.workflows.attention.report_forms import (
    ACK_NO_REPORT,
    GROUND,
    HEAD,
    NAME,
    NO_REPORT,
    RELEASE,
    SEND_REPORT,
    WITH_OTHERS,
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
SEND = Form(
    "send",
    r"(?:(?:yes|ok|okay)[,.]? (?:please )?)?(?:please )?(?:send|release|go ahead)",
    "SEND",
    officer=True,
    taken_back=ANY_OTHER_WORD,
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
# What is said of apologies, and of who was missing (L8).
AGREED = Form("agreed", r"(?:yes|ok|okay|agreed?|fine|that['’]s fine|of course|no problem)", "AGREED", officer=True)
NOT_AGREED = Form(
    "not_agreed",
    r"(?:no(?! problem)|not agreed|i (?:do not|don['’]t) agree|not (?:ok|okay|this time))",
    "NOT AGREED",
    officer=True,
)
ABSENT = Form(
    "absent",  # "missing" is said of a child
    r"(?:(?:was |were )?absent|not there|did not come|didn['’]t come)\b[\s:]*",
    "ABSENT and the names, as in ABSENT ROSHNI",
    Takes.PEOPLE,
    officer=True,
)
ALL_CAME = Form(
    "all_came",
    r"(?:all came|everybody came|everyone came|all (?:were )?there|nobody (?:was )?absent|none)",
    "ALL CAME",
    officer=True,
)
_YET = r"\b(?:but|however|unless|if|not|never|yet|except|only|soon)\b|n['’]t\b|\?"
# What a coordinator ticks of a match that begins (S4, S5, B2, B3); done or not done, never what stands in a paper.
MET = Form(
    "met",
    r"(?:they |both )?(?:have )?met(?: on)?",
    "MET 12 MAY",
    Takes.DAY,
    officer=True,
    taken_back=_YET,
    direction=Direction.PAST,
)
# By phone or e-mail, which counts where the visitor is experienced (S4).
SPOKE = Form(
    "spoke",
    r"(?:they |both )?(?:have )?(?:spoke|spoken|talked|e-?mailed|phoned)(?: by (?:phone|e-?mail)| on the phone)?"
    r"(?: on)?",
    "SPOKE 12 MAY",
    Takes.DAY,
    officer=True,
    taken_back=_YET,
    direction=Direction.PAST,
)
HANDOVER = Form(
    "handover",
    r"(?:the )?(?:hand-?\s?over|check-?list)(?: checklist)? (?:is |was )?(?:done|complete|completed|ticked|finished)",
    "HANDOVER DONE",
    officer=True,
    taken_back=_YET,
)
WITH = Form("with", r"(?:together |goes |going )?with", "WITH ROSHNI", Takes.PEOPLE, officer=True)
DBS = Form(
    "dbs", r"dbs (?:is )?(?:valid |good |in date )?(?:until|till|to)", "DBS UNTIL 31 MARCH 2027", Takes.DAY, True
)
INSURANCE = Form(
    "insurance",
    r"insurance (?:is )?(?:valid |good |in date )?(?:until|till|to)",
    "INSURANCE UNTIL 31 MARCH 2027",
    Takes.DAY,
    officer=True,
)
_SEEN = r"(?: is| are| was| were)?(?: done| in| here| seen| taken up| checked| complete| completed| good)"
REFERENCES = Form(
    "references", rf"(?:both |the )?references{_SEEN}", "REFERENCES DONE", officer=True, taken_back=_YET
)
TRAINING = Form("training", rf"(?:the )?training{_SEEN}", "TRAINING DONE", officer=True, taken_back=_YET)
INDUCTION = Form("induction", rf"(?:the )?induction{_SEEN}", "INDUCTION DONE", officer=True, taken_back=_YET)
CLEARED = Form("cleared", r"(?:all )?cleared", "CLEARED", officer=True, taken_back=_YET)
CONFIDENT = Form(
    "confident",
    r"(?:(?:he|she|they)(?:['’]s| is| are|['’]re) )?confident",
    "CONFIDENT",
    officer=True,
    taken_back=_YET,
)
KEEP = Form("keep", r"(?:keep|goes on|carry on|they go on)(?: (?:it|the match|going))?", "KEEP", officer=True)

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

WAS_ON = Form(
    "day",
    r"(?:(?:it|that|this|the visit) (?:was|is|would be) )?(?:on |for )?",
    "the day, as in 9 MAY 2026",
    Takes.DAY,
    direction=Direction.PAST,
)
CLIENT = Form(
    "client",
    r"(?:(?:it|that|this|the visit) (?:was|is) |i meant? )?(?:to |for |with |about )?",
    "the reference of the person",
    Takes.CLIENT,
)

# What our mails ask (`asks` in a template's head), and the answers that count.
GRAMMAR: Mapping[str, tuple[Form, ...]] = {
    "visit_date": (WAS_ON,),
    "client_ref": (CLIENT,),
    "report_outcome": (YES, NO),
    "moved": (YES, NO),
    "cover": (YES, NO),
    "cover_day": (ON_DAY,),
    "instead": (CANNOT,),
    "replacement": (BACKUP, ASSIGN, DONE, ON_DAY),
    "told": (YES, NO, DONE),
    "task": (DONE,),
    "acknowledge": (ACK, CLOSE, CLOSE_BARE, HISTORY),
    "lone_alarm": (HAVE_IT, STAND_DOWN, HOME, NO_HELP),
    "resume": (ASK_AGAIN,),
    "coming": (COMING, NOT_COMING),
    "meeting_release": (SEND, CANCEL, MOVE),
    "meeting": (CANCEL, MOVE),
    "beginning": (MET, SPOKE, HANDOVER, WITH, DBS, REFERENCES, TRAINING, INDUCTION, INSURANCE, CLEARED, CONFIDENT),
    "absence": (NOT_AGREED, AGREED),
    "who_came": (ALL_CAME, ABSENT),
    "together": (YES, NO),
    "review": (YES, NO),
    "ending": (YES, NO),
    "take_over": (YES, NO),
    "closure": (DONE, KEEP),
    "confirm_report": (SEND_REPORT,),
    "release": (HEAD, RELEASE, NO_REPORT, ACK_NO_REPORT, NAME, *WITH_OTHERS, ACK),
    "ground": (GROUND, *WITH_OTHERS, ACK),
}


def what_works(asks: str) -> str:
    """How the question can be answered, for the mail that says so: "YES or NO"."""
    return " or ".join(form.says for form in GRAMMAR[asks])


def form_of(asks: str | None, answer: str | None) -> Form | None:
    """The form of that name that the question takes."""
    return next((form for form in GRAMMAR.get(asks or "", ()) if form.name == answer), None)

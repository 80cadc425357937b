"""The words by which `calls.py` finds calls to the helpline: ringing, waiting, being logged, giving up."""

import re

from mailbot.expressions import lazy

CALLING = lazy(
    r"\b(?:rang|rung|called|phoned|telephoned|dialled|i call|i ring|i phone|call(?:ed)? the|helpline|the line"
    r"|advice line|logged|on hold|picked up"
    r"|got (?:through|thru)|waiting|waited|kept waiting|kept hanging|hung up|put (?:it|the phone) down"
    r"|(?:answered|picked up) (?:me|us|in|after|within)|took the report|took (?:down )?(?:all |the |my )*details)\b",
    re.IGNORECASE,
)
RANG = lazy(
    r"\b(?:rang|rung|called|phoned|telephoned|dialled|i call|i ring|i phone|tried (?:it |them )?again|wrote it"
    r"|logged|got through|again|they answer(?:ed)? (?:me|us)|answered in|took the report"
    r"|took (?:down )?(?:all |the |my )*details|(?:spoke (?:to|with)|got (?:on ?to"
    r"|hold of)) (?:the )?(?:\w+ )?(?:helpline|line)"
    r"|(?:help)?line\b[^.;]{0,40}? (?:answered|picked up)"
    # "Kind Voices answered me at four": a name of two words
    r"|(?-i:[A-Z][a-z]+ [A-Z][a-z]+) (?:answered (?:me|us)|picked up))\b",
    re.IGNORECASE,
)
# "He rang me at half nine", "I rang you", "they called him to the office": no call to the helpline.
HELPLINE = lazy(r"\b(?:help|advice |support )?lines?\b|\blogged\b", re.IGNORECASE)
RUNG = r"(?:rang|rung|called|phoned|calls|rings|phones)"
OTHER_CALL = lazy(
    rf"\b{RUNG} (?:me|us|you|him|her|my|his|their|back|999|112|111|101|an ambulance|(?:the |an? )?(?:police"
    rf"|ambulance|doctor|gp|hospital"
    r"|surgery|officer|prison|wing|chaplain|hotel|manager|reception|landlord|school|carer|foster|social|council"
    r"|coordinator"
    r"|co-ordinator|office|duty|gate|family|solicitor|grass|names"
    r"|(?:door ?)?bell|buzzer|intercom)|round|(?:a|an|to|names|in|out|off|for"
    r"|on)\b(?! hold))\b"
    rf"|\b(?:he|she|they|who|it|somebody|someone|(?:my|his|her|the|a) (?:\w+ )?\w+) (?:(?:had|has|have|then"
    rf"|also|just|even|\w+ly) )*{RUNG}\b"
    rf"|\b(?:was|were|been|got|gets|being|is|are) (?:rung|called|phoned)\b",
    re.IGNORECASE,
)
OTHERS_NAME = lazy(
    rf"(?<!\bI )(?:^|[.,;!?] |\band |\bbut )\W*(?!I\b|We\b|Then\b|And\b|So\b|Have\b|Just\b|Also\b)[A-Z]\w+ {RUNG}\b"
)
LOGGED = lazy(
    r"\b(?:logged|log(?:ged)? it|wrote it(?: down)?|have it|recorded|took (?:all |down )?(?:the |my )?details?)"
    r"(?: (?:it|down|as|at|on|logged))*\s*$",
    re.IGNORECASE,
)
PART = lazy(
    r"^[^.;]{0,14}\b(?:(?P<part>morning|afternoon|evening|night|tonight|tonite|2ni(?:te|ght))|(?P<meal>(?:lunch"
    r"|dinner|tea)[ -]?time))\b",
    re.IGNORECASE,
)
PART_BEFORE = lazy(
    r"\b(?P<day>last |this |yesterday |the |\w+day )(?P<part>morning|afternoon|evening|night)(?: at| about"
    r"| around|,)*\W*$",
    re.IGNORECASE,
)
# With "tonight" in the mail, twenty past eleven is not this morning's.
EVENING = lazy(r"\b(?:tonight|this evening|2nite|2night|tonite)\b", re.IGNORECASE)
# "Rang at five past two", written at eleven: yesterday's afternoon rather than the small hours, which people name.
MORNING, NIGHTFALL = 6, 17
AT_NIGHT = lazy(
    r"\b(?:night|a\.?m\b|small hours|early hours|woke\w*|bed|asleep|dark|(?:this|in the) morning)\b", re.IGNORECASE
)
GAVE_UP = lazy(
    r"\b(?:stop(?:ped)?|gave (?:it )?up|give up|hung up|hang up|rang off|no answer|cut (?:me |us )?off"
    r"|nobody(?= ?[,.;])|nobody answered|I cut(?= ?[,.;]|$)|dropped it|no joy"
    r"|put (?:it|the (?:phone|receiver)) (?:back )?down|line (?:fell|dropped|died|broke"
    r"|went (?:dead|down))|fell off the line)\b",
    re.I,
)
NO_WAIT = lazy(
    r"\b(?:(?:got|went|was put|put me|was) straight through|(?:answered|picked up|replied) (?:at once"
    r"|immediately|straight ?away"
    r"|right away|on the first ring|instantly|on the instant)|(?:no|without (?:a|any)) wait\b(?!ing)"
    r"|without waiting"
    r"|(?:did ?n['’]?t|did not) (?:have to|need to) wait)\b",
    re.IGNORECASE,
)
NOT_SO_LONG = lazy(
    r"(?P<right>\b\w+(?:[ -]\w+)? ?(?:min(?:ute)?s?\b|hours?\b))[ ,;–-]{1,3}(?:and )?not (?P<wrong>\w+(?:-\w+)?)\b",
    re.IGNORECASE,
)
LONGER = lazy(r"(?<!no )(?<!not )\b(?:over|more than|longer than|above|in excess of)\W*$", re.IGNORECASE)
SECONDS = lazy(r"\W*(?:and )?0*[1-9]\d* ?s(?:ec(?:ond)?s?)?\b", re.IGNORECASE)
NAMED = r"(?:[A-Z][\w'’]+ )*[A-Z][\w'’]+"
LINE = lazy(
    rf"\b((?!(?:The|THE) )(?:[A-Z]\w+ )+(?:Helpline|Advice Line|Support Line|Line))\b"
    rf"|\b(?:rang|rung|called|telephoned|phoned|ring|(?:ring|rang|through|thru|on) to|answered by)"
    rf" (?:the )?({NAMED} {NAMED})\b"
    # "rang compass line": in haste, without capitals
    r"|\b(?:[Rr]ang|[Cc]alled|[Pp]honed|[Rr]ung|RANG|CALLED|PHONED) (?:(?:the|THE|that|your|our) )?"
    r"((?!(?:the|that|your|our|a|on)\b)\w+ (?:\w+ )?(?:[Ll]ine|LINE|[Hh]elpline|HELPLINE))\b"
)

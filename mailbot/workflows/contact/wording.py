"""How people say that they were in touch without a visit (S10, P6): by phone, by letter, by e-mail or message.

Every client whom the text names is one run of the sign CLIENT, as long as the name was.
"""

import re

from mailbot.expressions import lazy
from mailbot.reading.words.names import CLIENT
from mailbot.workflows.contact.tables import How

# Whether any of it can be meant at all; most sentences are not.
ANY = lazy(r"phon|rang|rung|call|ring|bell|text|mail|wrote|writ|letter|card|messag|whats|zoom|skype|face|video|line")

_WHO = rf"(?:him|her|them|{CLIENT}+)"
# What may stand behind whom one rang; "her mum" and "Amir's school" are somebody else.
_STOP = (
    r"(?=\W*$|\s*[,.;:!)(–—-]|\s+(?:and|but|on|at|in|from|for|by|over|via|with|to|up|back|again|just|about"
    r"|before|after"
    r"|because|since|so|as|who|which|instead|twice|once|briefly|quickly|yesterday|today|tonight|earlier"
    r"|this|last|late"
    r"|early|(?:mon|tues?|wednes|weds?|thurs?|fri|satur|sat|sun)(?:day)?|the (?:other|day|\d+)|a (?:few"
    r"|couple)|\d+\S*"
    r"|one)(?!\w))"
)
_GIVEN = r"(?=\s+(?:an?|the|some|my|our)\s)"  # "texted him a photo"
_ADVERBS = (
    r"(?:(?:have|also|just|then|both|even|finally|managed to|then again|quickly|briefly|duly|already"
    r"|actually|recently"
    r"|kindly|only|again)\s+)*"
)
_I = (
    rf"(?:\b(?:i|we)(?:['’]ve)?\s+{_ADVERBS}|^\W*{_ADVERBS}"
    rf"|(?P<after>\b(?:and|then|but|so)\s+|,\s+){_ADVERBS})"
)
_SOME = r"(?:\w+\s+){0,3}?"
_PHONE = (
    r"(?:(?:on|over|by|via|through)\s+(?:the\s+|a\s+)?(?:(?:tele)?phone(?:\s+call)?|video(?:\s+call|\s+link)?)"
    r"|(?:on|over|by|via)\s+(?:zoom|skype|face-?time|whats-?app|teams))\b"
)
_SCREEN = r"(?:(?:tele)?phone|video|whats-?app|zoom|skype|face-?time|teams)"
_CALL = (
    rf"(?:{_SCREEN}[- ](?:call|chat|conversation|catch[- ]?up|contact)s?|call"
    rf"|(?:chat|conversation|natter|catch[- ]?up|word|talk)\s+{_PHONE})"
)
_LETTER = r"(?:letter|postcard|card|note in the post)"
_SPOKE = (
    r"(?:spoke|spoken|talked|chatted|caught\s+up|had\s+a\s+(?:\w+\s+){0,2}(?:chat|natter|talk|word|catch[- ]?up))"
)
_BETWEEN = (
    r"(?:\s+(?:again|briefly|just|twice|last|night|yesterday|today|earlier|this|morning|afternoon|evening"
    r"|at\s+length"
    r"|for\s+\w+(?:\s+\w+)?|on\s+\w+day|a\s+bit))*"
)
_US = (
    rf"(?:\bwe(?:['’]ve)?\s+{_ADVERBS}|{CLIENT}+\s+and\s+(?:i|me|myself)\s+{_ADVERBS}"
    rf"|\b(?:me|i)\s+and\s+{CLIENT}+\s+{_ADVERBS})"
)
_THEY = rf"(?:(?:\b(?:he|she|they)|{CLIENT}+)(?:['’]s|['’]ve)?\s+(?:(?:has|have|also|just|then|kindly|even)\s+)*)"
_ME = r"(?:me|us)\b"
_GOT = rf"{_I}(?:had|got|received|took|have had)\s+(?:an?|another)\s+{_SOME}"

_PATTERNS: tuple[tuple[How, str], ...] = (
    (
        How.PHONE,
        rf"{_I}(?:rang|rung|phoned|telephoned|called|facetimed|skyped|video[- ]?called)\s+{_WHO}(?:\s+up)?{_STOP}",
    ),
    (How.PHONE, rf"{_I}(?:gave|given)\s+{_WHO}\s+an?\s+{_SOME}(?:ring|call|bell|buzz)\b"),
    (
        How.PHONE,
        rf"(?:{_I}(?:had|enjoyed)\s+(?:an?|our|my)\s+|^\W*(?:an?\s+|our\s+)?){_SOME}{_CALL}\s+(?:with"
        rf"|to)\s+{_WHO}{_STOP}",
    ),
    (How.PHONE, rf"(?:{_I}|{_US}){_SPOKE}(?:\s+(?:to|with)\s+{_WHO})?{_BETWEEN}\s+{_PHONE}"),
    (How.PHONE, rf"{_I}{_SPOKE}\s+{_PHONE}\s+(?:to|with)\s+{_WHO}{_STOP}"),
    (
        How.PHONE,
        rf"{_US}(?:had|enjoyed)\s+(?:a|our)\s+{_SOME}{_SCREEN}[- ](?:call|chat|catch[- ]?up"
        rf"|conversation)\b",
    ),
    (How.PHONE, rf"{_I}(?:was|been|were)\s+on\s+the\s+(?:tele)?phone\s+(?:to|with)\s+{_WHO}{_STOP}"),
    (
        How.PHONE,
        rf"{_THEY}(?:rang|rung|phoned|telephoned|called|facetimed|video[- ]?called)\s+{_ME}(?!\s+(?:an?|the)\b)",
    ),
    (How.PHONE, rf"{_GOT}call\s+from\s+{_WHO}{_STOP}"),
    (How.EMAIL, rf"{_I}e-?mailed\s+{_WHO}(?:{_STOP}|{_GIVEN})"),
    (
        How.EMAIL,
        rf"{_I}(?:sent|wrote)\s+(?:{_WHO}\s+an\s+{_SOME}e-?mail\b"
        rf"|an\s+{_SOME}e-?mail\s+to\s+{_WHO}{_STOP})",
    ),
    (How.EMAIL, rf"{_THEY}e-?mailed\s+{_ME}"),
    (How.EMAIL, rf"{_GOT}e-?mail\s+from\s+{_WHO}{_STOP}"),
    (How.EMAIL, rf"{_US}(?:e-?mailed|exchanged\s+e-?mails)\b"),
    (How.MESSAGE, rf"{_I}(?:texted|messaged|whats-?apped)\s+{_WHO}(?:{_STOP}|{_GIVEN})"),
    (
        How.MESSAGE,
        rf"{_I}sent\s+(?:{_WHO}\s+a\s+{_SOME}(?:text|message)\b|a\s+{_SOME}(?:text|message)\s+to\s+{_WHO}{_STOP})",
    ),
    (How.MESSAGE, rf"{_THEY}(?:texted|messaged|whats-?apped)\s+{_ME}"),
    (How.MESSAGE, rf"{_GOT}(?:text|message)\s+from\s+{_WHO}{_STOP}"),
    (How.MESSAGE, rf"{_US}(?:texted|messaged|exchanged\s+(?:texts|messages))\b"),
    (How.LETTER, rf"{_I}(?:wrote|written)\s+(?:to\s+)?{_WHO}(?:\s+an?\s+{_SOME}{_LETTER}\b|{_STOP})"),
    (How.LETTER, rf"{_I}(?:wrote|written|sent|posted)\s+an?\s+{_SOME}{_LETTER}\s+(?:back\s+)?to\s+{_WHO}{_STOP}"),
    (How.LETTER, rf"{_I}(?:sent|posted|dropped)\s+{_WHO}\s+an?\s+{_SOME}(?:{_LETTER}|line)\b"),
    (How.LETTER, rf"{_THEY}(?:wrote|written)(?:\s+back)?\s+(?:to\s+)?{_ME}"),
    (How.LETTER, rf"{_GOT}{_LETTER}\s+from\s+{_WHO}{_STOP}"),
)
CUES = tuple((how, lazy(pattern, re.IGNORECASE)) for how, pattern in _PATTERNS)

# Before the cue in its clause: not so, not yet, only perhaps, or as a habit.
NOT_SO = lazy(
    r"\b(?:if|whether|when|whenever|once|until|till|unless|every|each|usually|always|often|sometimes"
    r"|normally|used to|never|not"
    r"|neither|nor|instead of|rather than|without|wish|hope|dream\w*|imagine|pretend\w*|would|could|should"
    r"|might|maybe"
    r"|perhaps|think|thought|supposed|meant|film|book|story|years ago)\b|n['’]t\b",
    re.IGNORECASE,
)
# Behind it: nobody was reached.
IN_VAIN = lazy(
    r"\bno (?:answer|reply|response|luck|joy|signal|success)\b|\b(?:did|has|have|had|could|would)(?:n['’]t"
    r"| not) (?:\w+ )?"
    r"(?:answer\w*|pick\w*|repl\w+|respond\w*|get through|reach\w*|connect\w*|go through|work\w*"
    r"|take (?:the|my) call)"
    r"|\b(?:voice ?mail|answer ?phone|answering machine|engaged tone|was engaged|switched off|rang out"
    r"|in vain|hung up"
    r"|wrong number|bounced|came back (?:to me|undelivered)|never (?:answered|picked up|got|replied)"
    r"|cut off|unobtainable"
    r"|did nothing but ring|not (?:in|there|answering|available|picking up)|nobody (?:answered|picked up|there)"
    r"|undelivered|still (?:in my|to be|waiting to)|not (?:been )?(?:sent|posted))\b"
    r"|\bevery (?:day|week|month|evening|morning|night|other|mon|tue|wed|thu|fri|sat|sun)\w*"
    r"|\b(?:once|twice) an? (?:day|week|month)\b|\b(?:daily|weekly|fortnightly|monthly|regularly)\b",
    re.IGNORECASE,
)
BOUNDARY = lazy(r"[;:.!?()–—]|,\s|\b(?:but|because|although|though|while|whereas)\b", re.IGNORECASE)
# Where what is said of the contact ends: the days behind it are about something else.
FOLLOWS = lazy(
    r"[;:.!?()–—]|\b(?:to (?:say|tell|ask|let|arrange|see|check|explain|remind|book|cancel|wish|plan|agree"
    r"|confirm|move"
    r"|find)|and|but|that|about|because|so|who|which|before|after|where|when|he|she|they|we)\b",
    re.IGNORECASE,
)
# Whose doing "… and rang him" is: the first of these in its clause.
SUBJECTS = lazy(
    rf"\b(?P<mine>i|we|me)\b|\b(?:he|she|they|you|who|mum|mother|dad|father|brother|sister|carer|nurse"
    rf"|officer|backup"
    rf"|coordinator|worker|wife|husband|friend|solicitor|my \w+|the \w+)\b|{CLIENT}+",
    re.IGNORECASE,
)

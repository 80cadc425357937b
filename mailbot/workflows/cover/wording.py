"""The words of cover: what a backup is never shown, what stands for a visit, how people say that they are back."""

import re

from mailbot.events import Kind
from mailbot.expressions import lazy

OF_VISITS = frozenset({Kind.VISIT_CONFIRMED, Kind.VISIT_MISSED, Kind.VISIT_CANCELLED, Kind.VISIT_PLANNED})

# Health, money, complaints, cover, the writer's own affairs, and ways to reach somebody: never copied (S11, L14).
NEVER_COPIED = lazy(
    r"[£$€@]|\d{5}|\bhttps?\b|\bwww\b|\b(?:ill(?:ness)?|sick\w*|unwell|poorly|cold|flu|covid\w*|fever\w*|temperature"
    r"|cough\w*|virus|bug|pain\w*|sore|hurt\w*|ache\w*|aching|migraine\w*|headache\w*|tired|exhausted|stress\w*"
    r"|anxi\w*|depress\w*|doctor\w*|gp|nurse\w*|hospital\w*|clinic\w*|dentist\w*|surgery|operation|op|scan|health\w*"
    r"|medic\w*|tablets?|treatment|chemo\w*|pregnan\w*|injur\w*|accident\w*|broke\w*|sprain\w*|crutch\w*|knee|hip"
    r"|back|leg|ankle|foot|heart|funeral|died|death|bereave\w*"
    r"|expens\w*|receipts?|claim\w*|fares?|tickets?|mileage|miles?|parking|petrol|cost\w*|paid|pay\w*|quid|pounds?|pence"
    r"|money|lent|lend|gave|gift\w*|bought"
    r"|complain\w*|coordinator\w*|co-ordinator\w*|office|rude|unhappy|fed up|annoyed|angry"
    r"|backup\w*|back-up\w*|stand(?:s|ing)?[- ]in|cover\w*|replace\w*"
    r"|my|mine|me|myself|i['’]m|i am|i was|i['’]ve|i had|i feel|i felt)\b",
    re.IGNORECASE,
)

# What a report of a visit is made of: with these, days, times and names taken out, only harmless chat may be left.
VISIT_WORDS = lazy(
    r"\b(?:i|we|both|he|she|they|him|her|them|saw|see(?:ing|n)?|met|meet(?:ing)?|visit(?:ed|ing|s)?|went|going|go|to|at"
    r"|took place|take place|happened|session|as planned|as agreed|next|will|shall|be|again|confirm(?:ed|ing)?"
    r"|agreed|booked|planned|arranged|on|for|and|the|our|with|about|today|yes)\b",
    re.IGNORECASE,
)

_I = r"(?:\b(?:i['’]?m|i am|we['’]?re|we are)|^\W*)\s*(?:now |already |safely |all )?"
_AWAY = (
    r"(?:my |our |the |a |his |sick |annual |maternity |paternity |compassionate )*(?:hol(?:iday|s|idays)?|hols"
    r"|vacation|leave|break|cruise|honeymoon|trip|travels|travelling|abroad|hospital|rehab|jury service|placement"
    r"|pilgrimage)"
)
BACK = lazy(
    rf"(?:{_I}back|\bi(?:['’]?m| am) home)\s+again\b(?! (?:from|with|at|to)\b)"
    rf"|{_I}(?:back|home)\s+(?:(?:early |already |sooner )?from {_AWAY}\b"
    r"|early\b|sooner than\b|in the country\b|in action\b|on my feet\b)"
    rf"|{_I}(?:available|around|free|well|fit) (?:for visits |to visit )?again\b"
    r"|\bi (?:can|could|am able to|am ready to) (?:visit|see \w+|take (?:my )?visits|start|do visits) again\b"
    r"|\b(?:holiday|trip|leave|break|cruise|op(?:eration)?) (?:was |is |has been |got )?"
    r"(?:cut short|cancelled|called off)\b",
    re.IGNORECASE | re.MULTILINE,
)
NOT_BACK = lazy(
    r"\?|\bnot\b|n['’]t\b|\bif\b|\bwhen\b|\buntil\b|\btill\b|\bonce\b|\bhope|\bmight\b|\bmay(?! \d)\b|\bonly\b"
    r"|\b(?:he|she|they)(?:['’]s| is| are|['’]re)\b",
    re.IGNORECASE,
)

# "Could Doug come with me to the solicitor on the 14th?" (S8): the name stands in `who`.
ALONG = lazy(
    r"\b(?:can|could|would|will|might|may)\s+(?P<who>my back-?up|the back-?up|[^\W\d_][\w'’-]+)\s+"
    r"(?:(?:please|possibly|perhaps|also|maybe|be able to|be willing to|be free to|mind|like to)\s+)*"
    r"(?:com(?:e|ing)|go(?:ing)?|join(?:ing)?|accompany(?:ing)?|be there)\b"
    r"|\b(?:like|love|want|need|glad if|grateful if|wonder(?:ing|ed)? (?:if|whether))\s+"
    r"(?P<who2>my back-?up|the back-?up|[^\W\d_][\w'’-]+)\s+(?:(?:could|can|would|might|to|please)\s+)*"
    r"(?:come|go|join|accompany|be there)\b"
    r"|\b(?:ask|see if|find out if|check (?:if|whether|with))\s+"
    r"(?P<who3>my back-?up|the back-?up|[^\W\d_][\w'’-]+)\s+"
    r"(?:(?:could|can|would|might|to|is able|is free|please)\s+)*(?:to )?(?:come|go|join|accompany)\b",
    re.IGNORECASE,
)
WITH = lazy(r"\b(?:with|along|us|me|too|together|there|him|her|them)\b", re.IGNORECASE)
BACKUP = lazy(r"(?:my|the) back-?up", re.IGNORECASE)

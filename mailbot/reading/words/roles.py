"""What a line of a form asks for, by its label. Every scheme has a form of its own: words decide, not phrases."""

import re

from mailbot.expressions import lazy
from mailbot.reading.words.outcomes import outcome_of
from mailbot.reading.words.phrases import folded

# Labels that say it wherever they stand, even in a line by itself.
_PLAIN: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (role, lazy("|".join(patterns)))
    for role, *patterns in (
        (
            "next",
            r"\bnext (?:visit|date|one|meeting|time|due|seeing|appointment|session|outing|on|planned|booked)\b",
            r"^(?:date|day|time) (?:of|for) (?:the |your |our )?next$|^next$|^(?:seeing|meeting|visiting|see"
            r"|meet) (?:them|him|her|each other )?\s?(?:again|next)",
            r"^following visit|^when (?:next|again)|^when\b.*\b(?:next|again)\b|^(?:the )?new date",
        ),
        (
            "reason",
            r"^(?:the )?reason\b|^if (?:\w+ ){0,2}(?:not?\b|n\b|\w+n't)|^why (?:not|it did)",
        ),
        (
            "outcome",
            r"^(?:visit )?outcome\b",
            r"^(?:did|has|have|was|were) (?:it|you|(?:the|your|this) (?:visit|meeting|session)|they meet)\b"
            r"(?!.*\b(?:spen[dt]|pay|paid|buy|claim|cost|driv\w*|worr\w*|notice\w*|concern\w*|safe|travel\w*"
            r"|next)\b)",
            r"^(?:the )?(?:visit )?(?:took place|went ahead|happened)\b",
            r"^visit (?:made|done|held|completed|status|result)",
            r"^(?:visit )?(?:was )?(?:made|met|seen|visited|held|done|attended|kept|happened|completed|went ahead"
            r"|took place)\s*(?:[/,|]|\bor\b)\s*(?:or )?(?:not|no|missed|did ?n[o']t|cancell?ed|called off)\b",
            r"^(?:visit\w*|seen|met|held|done|attended|completed)? ?y/n$",
        ),
        (
            "day",
            r"^(?:visit )?da(?:te|y)$|^da(?:te|y) (?:and time )?of (?:(?:the|this|your) )?visit|^visit date|^when$",
            r"^(?:on|for) (?:which|what) (?:day|date)$|^(?:date|day) (?:and time|seen|visited|you)|^when (?:was"
            r"|did|you)|^(?:visited|seen|met|saw (?:them"
            r"|him|her)) on$",
            r"^(?:planned|booked|arranged|agreed|due|fixed|expected|scheduled) (?:for|on|date|day)$",
        ),
        (
            "person",
            r"^person (?:visited|seen)|^(?:the )?client|^who$|^whom? (?:did you|you|have you|was)|^visit(?:ed)? to\b",
            r"^visited$|^seen$|^name of",
            r"^(?:young person|resident|prisoner|befriendee|match|guest|mentee|detainee|service user|child|friend"
            r"|neighbour"
            r"|member)(?: visited| seen| name| ref)?$",
        ),
        (
            "spent",
            r"^(?:any |your )?(?:expenses?|costs?|expenditure|outlay)\b|^(?:any )?(?:money )?spen[td]\b",
            r"^what (?:did )?you sp|^out of pocket|^claim(?:ing|ed)?$|^to claim|^(?:did|have) you (?:spen|pay|paid"
            r"|buy)",
            r"^how much\b.*\b(?:spen|cost|pay)",
        ),
        ("writer", r"^(?:befriender|visitor|volunteer|mentor|your name|my name|completed by)(?: name)?$"),
        ("miles", r"^(?:car )?miles?\b|^mileage\b|^distance\b"),
        ("urgency", r"^urgency|^how urgent|^is it urgent"),
        ("harm", r"^harm\b|^what (?:harm|could happen)"),
        ("action", r"^action\b|^what (?:should|do you want)"),
        ("call", r"^call logged|^helpline call|^time of (?:the )?call|^call time|^called at"),
        ("wait", r"^wait"),
        ("helpline", r"^helpline|^advice line"),
        (
            "worries",
            r"^(?:do you have |have you |are there )?(?:any )?(?:other )?(?:worr(?:y|ies|ied)\b|concerns?\b)",
            r"^(?:any )?safeguarding (?:concern|worr|issue)|^safeguarding$|^wel(?:fare|lbeing) (?:concerns?|worries)",
            r"^any(?:thing|one|body) (?:that |which |who |you |is |to |else )?(?:worr|concern|troubl|at risk)",
            r"^(?:is there |was there |are there )?any\w*\b.*\b(?:worr\w*|concern\w*|safe\w*|wellbeing|welfare"
            r"|harm|at risk)\b",
            r"^(?:are|were) you (?:at all )?(?:worried|concerned|uneasy)|^did (?:any|some)(?:thing|body|one) worry",
        ),
    )
)

# In a form, what a label asks for may be told by any of its words; the first that fits.
_IN_A_FORM: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    (
        "worries",
        lazy(
            r"\b(?:worr\w+|concern(?:s|ed|ing)?|safe\w*|welfare|well-?being|harm\w*|troubl\w+|uneas\w+|anxi\w+"
            r"|danger\w*|abus\w+|risk|alarm\w*|upset\w*|bother\w*)\b"
        ),
    ),
    ("next", lazy(r"\b(?:next|again|following|new (?:date|day|time))\b")),
    (
        "reason",
        lazy(
            r"\b(?:why|reason|cause|because)\b|^if (?:it )?(?:not?|n|\w+n't)\b"
            r"|^(?:if .*\b)?what (?:stopped|prevented|kept|went wrong|happened instead|got in)\b"
        ),
    ),
    ("miles", lazy(r"\b(?:miles?|mileage|distance|kilomet\w+)\b")),
    (
        "spent",
        lazy(
            r"£|\b(?:spen[dt]|costs?|expen[cs]\w+|expenditure|outlays?|money|claim\w*|fares?|pa(?:y|id)|pocket"
            r"|reimburse\w*|refund\w*)\b"
        ),
    ),
    ("day", lazy(r"\b(?:da(?:y|te)s?|when)\b")),
    (
        "outcome",
        lazy(
            r"\by/n$|\bnot\b|/ ?(?:called off|cancell?ed|off|missed)\b"
            r"|\b(?:outcome|result|happen\w*|took place|take place|went ahead|go(?:ne)? ahead|turn(?:ed)? out"
            r"|(?:did|have|were) you (?:\w+ ){0,2}(?:meet|met|see|seen|visit\w*|manage\w*|go|able))\b"
        ),
    ),
    ("person", lazy(r"^(?:who|whom|whose|name|names|person|visit)\b|\b(?:visited|seen|met|saw|see)$")),
)
_EITHER = lazy(r"^(?:visited|seen|met|saw|visit|meeting|who)$")  # asks whom or whether: the answer tells
_DIGIT = lazy(r"\d")
_SHORT = 4  # words of an answer that says only whether


def plain_role(label: str) -> str | None:
    """What a label asks for wherever it stands, or None. `label` is lower case without brackets."""
    return next((role for role, pattern in _PLAIN if pattern.search(label)), None)


def role_in_form(label: str, value: str) -> str | None:
    """What a line of a form asks for; the value decides where the label may ask for either ("Visited: Y")."""
    role = plain_role(label) or next((role for role, pattern in _IN_A_FORM if pattern.search(label)), None)
    return "outcome" if role == "person" and _EITHER.match(label) and _says_whether(value) else role


def _says_whether(value: str) -> bool:
    return not _DIGIT.search(value) and len(value.split()) <= _SHORT and outcome_of(folded(value)) is not None

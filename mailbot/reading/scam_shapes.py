"""The shapes of scams, whatever their story: what they demand, and what hurries, lures or threatens beside it.

A stranger who wants card, password or a small fee, today, behind a link, for money that waits: no one of these is
enough, and nothing here is of somebody who asks back what they spent.
"""

import re

from mailbot.expressions import lazy

_BANK = (
    r"(?:sort code|account (?:number|no\b)|card (?:number|details)|bank(?:ing)? (?:details|account|id\b|log-?in|card)"
    r"|online banking|password|passcode|pin\b|iban\b|log-?in|credentials)"
)
# Ours, not the writer's own: "send me your sort code" of a giver has nothing of a scam's dress.
_DEMAND = lazy(
    r"\b(?:re-?enter|enter|confirm|(?:re-?)?verify|(?:re-?)?validate|update|re-?submit|key in)\b"
    rf"(?:(?!\b(?:my|me|us)\b)[^.!?]){{0,40}}?(?:\b{_BANK}|\bcard\b)"
    r"|\b(?:provide|supply|submit|give|send|reply with|respond with|(?:log|sign) ?in with)\b"
    rf"(?:(?!\b(?:my|me|us)\b)[^.!?]){{0,40}}?\b{_BANK}",
    re.IGNORECASE,
)
_PAY = lazy(
    r"\b(?:pay|settle|transfer|send|deposit)\b(?:(?!\b(?:me|us|my|him|her|them|back)\b)[^.!?\n]){0,50}?"
    r"(?:[£$€]|\b(?:GBP|USD|EUR|BTC|bitcoin|fee|charge|duty|deposit)\b|\bby card\b)"
    r"|\bsettle (?:\w+ )?(?:today|now|via|here|online)\b|\bpay (?:now|here|by card)\b",
    re.IGNORECASE,
)
_HURRIES = lazy(
    r"\b(?:today|tonight|midnight|immediate(?:ly)?|at once|expir(?:es?|ing|y)|urgent(?:ly)?|final (?:notice|reminder"
    r"|warning)|last chance|(?:with)?in (?:the )?(?:next )?(?:\d+|twelve|twenty-four|forty-eight) ?(?:hours?|hrs?|h"
    r"|days?)|before (?:noon|tomorrow|\d|the next)|by (?:noon|tomorrow))\b|!!",
    re.IGNORECASE,
)
_LURES = lazy(
    r"\b(?:on hold|release|unclaimed|uncollected|not (?:yet )?collected|waiting for (?:you|collection)"
    r"|(?:was|were|been|is|are|has) (?:provisionally )?(?:selected|picked|short-?listed|chosen|awarded|nominated)"
    r"|qualif(?:y|ies|ied) for|refunded double|secures? (?:the|your)|could not (?:be (?:paid|delivered|credited"
    r"|processed)|complete|pay|credit|process)|ready (?:for|to) (?:be )?(?:paid|transfer\w*|collect\w*|claim\w*))\b",
    re.IGNORECASE,
)
_THREATENS = lazy(
    r"\b(?:goes? back|(?:is|be|are) (?:returned|lost|cancelled|closed|deleted|deactivated|suspended|destroyed"
    r"|rejected|blocked|forfeit\w*)|deactivation|to keep your|recovery (?:partners?|agents?|team)"
    r"|legal (?:action|proceedings)|bailiffs?|not be refunded)\b",
    re.IGNORECASE,
)
_LEADS = lazy(
    r"\b(?:(?:link|button|portal|page|form) (?:below|here)|(?:our|the|this|safe|secure|online) (?:\w+ )?(?:link"
    r"|portal|button|web ?page)|(?:press|click|tap|pay|log ?in|sign ?in) here|click"
    r"|(?:pay|act|claim|verify|renew) now|open in (?:your )?browser|enable macros"
    r"|(?:password|details|card|number) (?:here|below)|scan the (?:qr )?code)\b|https?://|>>",
    re.IGNORECASE,
)
_DRESS = (_HURRIES, _LURES, _THREATENS, _LEADS)
# Stories that nobody tells a scheme in earnest; one is enough.
_STORIES = lazy(
    r"\bturn(?:ed|s)? [£$€]\s?\d[\d,.]* into [£$€]\s?\d"
    r"|\b(?:earn(?:ed|s)?|ma(?:de|kes?)) [£$€]\s?\d[\d,.]*k? (?:in|within) (?:\w+ )(?:hours?|days?|weeks?)\b.{0,120}"
    r"\b(?:video|secret|method|system|join|invest\w*)\b"
    r"|\b(?:widow|late (?:husband|client|father)|barrister|engr|inherit\w*|bequeath|bequest)\b.{0,200}\b(?:million"
    r"|m(?: ?usd| ?gbp)|us ?dollars)\b"
    r"|\bgift ?cards?\b.{0,160}\b(?:scratch\w*|codes?|photos? of the (?:backs?|cards?|codes?))\b"
    r"|\b(?:access to|hacked|infected|control of) your (?:\w+ )?(?:device|computer|phone|camera|webcam|account)s?\b"
    r".{0,200}\b(?:btc|bitcoin|wallet|tape|footage|contacts)\b",
    re.IGNORECASE | re.DOTALL,
)
# So are these, unless somebody asks for help in them.
_TRICKS = lazy(
    r"\b(?:shared|sent) (?:you )?(?:a |an |the )?(?:\w+ )?(?:document|file|folder|fax|scan|e-?document)s?\b.{0,160}"
    r"\b(?:macros|open in (?:your )?browser|review (?:and sign|document|now)|access code|expires? in"
    r"|(?:log|sign) ?in)\b"
    r"|\b(?:see|saw|found|like[ds]?|view) your (?:profile|foto|photo|pictures?|pics?)\b.{0,200}\b(?:write|foto|photo"
    r"|lonely|love|heart|chat|kiss\w*)\b"
    r"|\bthis is not (?:a bill|an invoice)\b|\bsearch engine (?:submission|registration|listing)\b"
    r"|\b(?:chang(?:e|ed|ing)|switch(?:ed|ing)?|new|moved)(?: \w+)? banks?\b.{0,160}\b(?:direct deposit|pay ?roll"
    r"|salary|wages|pay run)\b"
    r"|\b(?:direct deposit|pay ?roll|salary)\b.{0,100}\b(?:new (?:bank|account)|changed banks?|account details)\b"
    r"|\b(?:we|our (?:firm|company|team|factory)) (?:supply|offer|provide|sell|manufacture|specialise)\b.{0,160}"
    r"(?:\d ?% (?:off|discount)|\bdiscounts?\b|\bunsubscribe\b|\breply(?:ing)? stop\b"
    r"|\bfree (?:quote|sample|trial)\b)",
    re.IGNORECASE | re.DOTALL,
)
_OWN = lazy(
    r"\b(?:i|we) (?:have )?(?:paid|spent|bought|drove|visited|saw|met|took)\b"
    r"|\bpaid (?:for )?(?:it )?(?:out of|from) my\b",
    re.IGNORECASE,
)
ASKS_ABOUT = lazy(
    r"\bscam\b|\bphishing\b|\bis (?:this|it|that) (?:real|genuine|safe|right|true|ok|one of|from you)\b"
    r"|\bsuspicious\b|\b(?:got|received|had) this\b",
    re.IGNORECASE,
)
"""Of somebody who passes one on."""


def is_story(words: str) -> bool:
    """Whether it is one of the stories, which sound like somebody's need: a widow's millions, a hacked camera."""
    return _STORIES.search(words) is not None


def is_shaped(words: str) -> bool:
    """Whether it demands what scams demand, with two things that dress it up; or is a trick that needs no more."""
    if _TRICKS.search(words):
        return True
    if _OWN.search(words):
        return False
    dress = sum(1 for each in _DRESS if each.search(words))
    if dress > 1 and _DEMAND.search(words):
        return True
    return dress > 1 and _PAY.search(words) is not None and bool(_LURES.search(words) or _LEADS.search(words))

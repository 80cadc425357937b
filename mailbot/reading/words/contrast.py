"""Denied denials ("it wasn't called off") and days set against each other ("not Wednesday, it was Tuesday").

All expressions are for folded text.
"""

from mailbot.expressions import lazy
from mailbot.reading.words.visit_words import NT

_OFF = r"(?:cancel\w*|called off|postponed|scrapped|missed|abandoned|a no[- ]show|a washout)"
# That a visit was off is denied: it says, weakly, that it was made.
NOT_OFF = lazy(
    rf"(?:\b(?:was|were|is|has|had|got|been|did){NT}(?: (?:actually|really|in fact|been|get|at all))*"
    rf" (?:{_OFF}|(?:fall|fell) through)"
    rf"|\b(?:not|never)(?: (?:actually|really|been|was))* (?:cancelled|canceled|called off|postponed|a no[- ]show))"
    r"(?! (?:in time|by me|by us|early enough|soon enough|until|till|properly))"
)
OFF_AFTER = lazy(r"\b(?:for nothing|never|nobody|no one|not (?:in|there)|but (?:he|she|they) (?:was|were|had))\b")
OFF = lazy(r"cancel|called off|postponed|scrapped|abandoned|through|no[- ]show|^no\b|missed")
# Before the day on which it was not, and between that and the one on which it was.
NOT_ON = lazy(
    rf"(?:\b(?:was|were|did){NT}\b(?: (?!in\b)[\w']+){{0,3}}? ?|(?:^|[,;.] ?|no,? )not (?:on )?"
    r"|\b(?:was|were) (?:meant|supposed|due|going|booked|down|planned|scheduled) (?:to be |for |to (?:see"
    r"|meet) \S+ )?(?:on )?)"
    r"(?:the )?$"
)
BUT_ON = lazy(
    r"\s*(?:[,;:–—-]+|\.\.+)?\s*(?:but |actually |in fact |we |it |that |he and i |she and i |i )*"
    r"(?:(?:was|were|met|happened|went|took place|visited|saw (?:him|her|them|\w+)|did it|but)"
    r"(?: in fact| actually)?,? )?(?:on )?(?:the )?"
    r"|[^.;!?]{0,60}\bso (?:it was|we (?:met|went|did it)|i went)(?: in fact| actually)? (?:on )?(?:the )?"
)
# "It was the day before": by the day that our mail asked about.
DAY_BEFORE = lazy(
    r"\b(?:it|that|this|we|visit|went|happened|met|was)(?: (?:was|were|met|went|happened|him|her|actually|really|all"
    r"|instead|on|did it))* the (?P<which>day before|previous day|day after|following day|next day)"
    r"(?= *(?:$|[,.;:!(–—-]|in the end|instead|because|as\b|that\b|not\b|actually|so\b))"
)
# "I told you Saturday 9, sorry, I meant Sunday 10"; "the 10th, not the 9th".
I_MEANT = lazy(
    r"(?:\b(?:i|we) (?:\w+ )?(?:meant|mean|wanted to (?:say|write|put)|should have (?:said|written|put)|(?:was"
    r"|were) to say)"
    r"|\b(?:it )?should (?:be|have been|read|say)|\bmake that|\bcorrection)(?: to say| to be)?\W+(?:on |for |the )*$"
)
AND_NOT = lazy(r"\s*,?\s*(?:and |so |- )?not (?:on )?(?:the )?")
BARE = lazy(r"\W*(?:(?:and|then|so)\W+)*(?:next|nxt|again)(?: (?:week|again))*(?: in| on)?")

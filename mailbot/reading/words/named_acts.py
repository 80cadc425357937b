"""What is done to somebody who is named: "hit Marek" is no less harm than "hit him", nor is "he was hit".

The vocabulary of harm cannot know who is on the roll. Sport, weather and kindness are left out, nothing else.
"""

import re
from collections.abc import Iterator

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Roll

_DOES = lazy(
    r"\b(?<!\bin )(?:hit(?:s|ting)?|slap\w*|smack\w*|spank\w*|punch\w*|kick\w*|shov(?:es?|ed|ing)|push(?:es|ed|ing)?"
    r"|grab\w*|shook|shak(?:es?|ing)|touch(?:es|ed|ing)?|grop\w*|kiss(?:es|ed|ing)?|fondl\w*|threaten\w*"
    r"|(?:shout|scream|yell)(?:s|ed|ing)? at|sw(?:ears?|ore|earing) at|lock(?:s|ed|ing)?|beat(?:s|ing|en)?"
    r"|hurt(?:s|ing)?"
    r"|harm(?:s|ed|ing)?|abus(?:es?|ed|ing)|assault\w*|attack\w*|strangl\w*|chok\w*|burn(?:s|ed|t|ing)?"
    r"|starv(?:es?|ed|ing)|bull(?:y|ies|ied|ying)|molest\w*|pinch\w*|hitting|bit(?:es|ing)?)\W+"
    r"(?:(?:mr|mrs|ms|miss|little|poor|young)\W+)?(?P<who>[^\W\d_][\w-]*)(?!['’]s\b)",
    re.IGNORECASE,
)
_DONE = lazy(
    r"\b(?P<who>[^\W\d_][\w-]*)(?:['’]s| (?:was|were|is|are|has|have|had|got|gets|getting|keeps?))"
    r"(?: (?:been|being|getting|also|often|again|repeatedly|badly|once|twice|even|nearly|almost|\w+ly)){0,3}"
    r" (?:hit|slapped|smacked|spanked|punched|kicked|shoved|pushed (?:about|around|over|down|by|against|into)|grabbed"
    r"|shaken by|beaten|attacked|assaulted|abused|strangled|choked|starved|bullied|groped|molested|threatened"
    r"|touched (?:inappropriately|sexually|there|up|on|by (?!your|the|my|our|how|that|all|everyone))|locked (?:in"
    r"|up|out))\b",
    re.IGNORECASE,
)
_HARMLESS = lazy(
    r"\b(?:(?:at|in|of|playing|a game of) (?:chess|cards|pool|draughts|dominoes|scrabble|snooker|tennis|table tennis"
    r"|darts|football|fifa|monopoly|uno|ludo|bowling|cricket|crazy golf|mini golf|it|noughts|connect)|\d+[-–:]\d+"
    r"|on the swings?|swing|wheelchair|trolley|sledge|for time|hands?|in touch|a coffee|a tea|some lunch"
    r"|by (?:my|his|her|our|their) own (?:scarf|tie|coat|jumper|lanyard|umbrella|bag|shoelaces?|headphones|hat|hair)"
    r"|by (?:the |a |an |his |her |this |that )?(?:news|cold|flu|bug|delays?|traffic|weather|rain|strikes?|costs?"
    r"|prices?|bills?"
    r"|changes?|thought|beauty|kindness|idea|cuts?|lockdown|heat|snow)|(?:it|this|news|loss|decision|which|what)"
    r"(?: (?:has|have|had|really|just|\w+ly))* (?:hit|hits|hurt|hurts|shook|touched))\b",
    re.IGNORECASE,
)
# "Kisses, Pilar": how a letter ends.
_SIGNED = lazy(
    r"^\W*(?:(?:many|big|lots of|love and|hugs? and|besos?|a|with)\W+)*kiss(?:es)?(?: and hugs?)?"
    r"(?: (?:to|for) (?:you|all|everyone|you all|everybody))?\W*[,!\n–-]\W*\w+(?: \w+)?\W*$",
    re.IGNORECASE,
)
_DENIED = lazy(r"\b(?:not|never|nobody|no one|n['’]t|no)\b[^.,;]{0,25}$", re.IGNORECASE)
_PRONOUNS = frozenset(["he", "she", "they", "him", "her", "them", "i", "we"])


def named_acts(text: str, roll: Roll) -> Iterator[Span]:
    """Each place where harm is done to somebody of the roll by name, or to him or her in the passive."""
    for span in sentences(text):
        words = text[span.start : span.end]
        if _HARMLESS.search(words) or _SIGNED.match(words):
            continue
        for pattern, known in ((_DOES, frozenset[str]()), (_DONE, _PRONOUNS)):
            for found in pattern.finditer(words):
                who = found["who"].casefold()
                if (who in known or _is_named(who, roll)) and not _DENIED.search(words[: found.start()]):
                    yield Span(span.start + found.start(), span.start + found.end())


def may_name_act(text: str, roll: Roll) -> bool:
    """The same at a glance, for order only: sport, weather and denials count too."""
    return any(_is_named(found["who"].casefold(), roll) for act in (_DOES, _DONE) for found in act.finditer(text))


def _is_named(who: str, roll: Roll) -> bool:
    return who in roll.clients_by_name or who in roll.first_names or roll.by_ref(who) is not None

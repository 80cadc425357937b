"""What is done to somebody, in the plainest words: "hit Marek", "kicked the boy", "he was hit", "a child is beaten".

The vocabulary of harm cannot know who is on the roll, nor list every word for a person with every word for violence.
Sport, weather and kindness are left out, nothing else.
"""

import re
from collections.abc import Iterator

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Roll

_NAME = r"(?P<who>[^\W\d_][\w-]*)(?!['’]s\b)"
# "a little boy", "one of the kids", "his wife"; of several without an article, too: "they hit children".
_ONE = (
    r"boy|girl|child|kid|lad|lass|baby|toddler|bairn|teenager|youngster|son|daughter|stepson|stepdaughter|wife|husband"
    r"|mum|mam|mother|dad|father|brother|sister|partner|girlfriend|boyfriend|nan|gran|grandson|granddaughter|cousin"
    r"|nephew|niece|friend|mate|client|resident|prisoner|inmate|detainee|cellmate|room[- ]?mate|flatmate|housemate"
    r"|neighbour|tenant|patient|guest|man|woman|lady|chap|fella|bloke|person|pupil|asylum seeker|refugee"
    r"|young man|young woman|young person|man i visit|woman i visit|lad i visit|family|wee one|little one"
)
_SEVERAL = (
    r"boys|girls|children|kids|lads|babies|toddlers|sons|daughters|brothers|sisters|twins|clients|residents|prisoners"
    r"|inmates|detainees|tenants|patients|men|women|ladies|people|pupils|asylum seekers|refugees|young people"
    r"|families|little ones|wee ones|others"
)
_KIND = (
    r"(?:little|young|younger|youngest|old|older|oldest|elderly|eldest|small|big|poor|foster|other|new|pregnant|disabled"
    r"|own)"
)
_SOMEBODY = (
    rf"(?:(?:the|an?|my|his|her|their|our|your|this|that|another|every|each|some|one of (?:the|his|her|their|my|our))"
    rf"\s+(?:{_KIND}\s+){{0,2}}(?:{_ONE}|{_SEVERAL})"
    rf"|(?:{_KIND}\s+)?(?:(?:two|three|four|both|all|some|several)\s+(?:of\s+)?(?:the\s+|his\s+|her\s+)?)?"
    rf"(?:{_KIND}\s+)?(?:{_SEVERAL})|some(?:one|body)(?: else)?)(?![\w-]|['’]s?\b)"
)
# "her", and not "her ball": what stands behind it is the end, a little word, or somebody.
_HER = (
    r"her(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|with|in|on|by|when|whenever|because|cos|so|if|for|again|hard|twice|often|at"
    r"|while|until|till|after|before|once|yesterday|last|this|all|too|over|down|every|as|to|from|like|very|badly|if|but"
    r"|then|outside|there|he|she|they|is)\b)"
)
_HIM = rf"(?:him|them|{_HER})"

_DOES = lazy(
    r"\b(?<!\bin )(?:hit(?:s|ting)?|slap\w*|smack\w*|spank\w*|punch\w*|kick\w*|shov(?:es?|ed|ing)|push(?:es|ed|ing)?"
    r"|grab\w*|shook|shak(?:es?|ing)|touch(?:es|ed|ing)?|grop\w*|kiss(?:es|ed|ing)?|fondl\w*|threaten\w*"
    r"|(?:shout|scream|yell)(?:s|ed|ing)? at|sw(?:ears?|ore|earing) at|lock(?:s|ed|ing)?|beat(?:s|ing|en)?"
    r"|hurt(?:s|ing)?"
    r"|harm(?:s|ed|ing)?|abus(?:es?|ed|ing)|assault\w*|attack\w*|strangl\w*|chok\w*|burn(?:s|ed|t|ing)?"
    r"|starv(?:es?|ed|ing)|bull(?:y|ies|ied|ying)|molest\w*|pinch\w*|hitting|bit(?:es|ing)?)\W+"
    rf"(?:(?:mr|mrs|ms|miss|little|poor|young)\W+)?{_NAME}",
    re.IGNORECASE,
)
_HURTS = lazy(
    r"(?<!\ba )(?<!\blittle )(?<!\bwee )(?<!\bevery )(?<!\btiny )(?<!\bbig )"
    r"\b(?:hit(?:s|ting)?|slap(?:s|ped|ping)?|smack(?:s|ed|ing)?|spank(?:s|ed|ing)?|punch(?:es|ed|ing)?"
    r"|kick(?:s|ed|ing)?|thump(?:s|ed|ing)?|whip(?:s|ped|ping)?|caned|caning|beat(?:s|ing)?|bashed|batter(?:s|ed|ing)"
    r"|clout(?:s|ed|ing)?|stab(?:s|bed|bing)?|rap(?:e|es|ed|ing)|molest(?:s|ed|ing)?|grop(?:e|es|ed|ing)"
    r"|assault(?:s|ed|ing)?|attack(?:s|ed|ing)?|strangl(?:e|es|ed|ing)|chok(?:e|es|ed|ing)|throttl(?:e|es|ed|ing)"
    r"|smother(?:s|ed|ing)?|burn(?:s|ed|t|ing)?|scald(?:s|ed|ing)?|bit(?:e|es|ing)?|pinch(?:es|ed|ing)?"
    r"|tortur(?:e|es|ed|ing)|torment(?:s|ed|ing)|abus(?:e|es|ed|ing)|starv(?:es|ed|ing)|bull(?:y|ies|ied|ying)"
    r"|threaten(?:s|ed|ing)?|humiliat(?:e|es|ed|ing)|harass(?:es|ed|ing)?|undress(?:es|ed|ing)?|kidnap(?:s|ped|ping)?"
    rf"|hurt(?:s|ing)?|harm(?:s|ed|ing)?|injur(?:e|es|ed|ing)|shov(?:e|es|ed|ing)|rob(?:s|bed|bing))\s+"
    rf"(?:(?P<somebody>{_SOMEBODY}|{_HIM})|{_NAME})"
    rf"|\b(?:lock|tie|chain|shut)(?:s|d|ed|ing)?\s+up\s+(?:{_SOMEBODY}|{_HIM})"
    rf"|\b(?:belt(?:s|ed|ing)?|canes?)\s+(?:{_SOMEBODY}|{_HIM})(?!\s+(?:in|into|up)\b)"
    r"|\bsh(?:ake|akes|ook|aking)\s+(?:the|a|her|his|their|my)\s+(?:little\s+)?(?:baby|child|toddler|boy|girl)\b(?!['’])"
    rf"|\b(?:lock(?:s|ed|ing)?|tie[sd]?|tying|chain(?:s|ed|ing)?|shut(?:s|ting)?)\s+(?:{_SOMEBODY}|{_HIM})"
    r"\s+(?:in|up|to|inside|away|outside|out)\b(?! (?:with|at|of the (?:sun|rain|cold|wind))\b)"
    rf"|\b(?:thr(?:ow|ows|ew|owing)|push(?:es|ed|ing)?|sho(?:ve|ves|ved|ving)|drag(?:s|ged|ging)?|pull(?:s|ed|ing)?)\s+"
    rf"(?:{_SOMEBODY}|{_HIM})\s+(?:down|against|across|over|off|onto?(?= the (?:floor|ground|bed|wall))|"
    r"to the (?:floor|ground)|out of (?:the|his|her|their) (?:room|house|hotel|building|bed|flat|wheelchair)|by the"
    r"|by (?:his|her|their) (?:hair|arm|ear|ears|neck|collar|feet|legs?|wrists?))\b"
    rf"|\b(?:grab(?:s|bed|bing)?|shak(?:e|es|ing)|shook|h(?:old|olds|eld|olding))\s+(?:{_SOMEBODY}|{_HIM})\s+"
    r"(?:hard|violently|roughly|down|under|by the (?:neck|throat|hair|arms?|shoulders?|collar|wrists?|ears?)"
    r"|from behind|round the (?:neck|throat)|around the (?:neck|throat)|against|(?:until|till) (?:he|she|they))\b"
    rf"|\btouch(?:es|ed|ing)?\s+(?:{_SOMEBODY}|{_HIM})\s+(?:inappropriately|sexually|there|down there|in bed|at night"
    r"|between|under|where (?:he|she|they)|on (?:his|her|the|their) (?:bottom|bum|breasts?|chest|thighs?|private))\b"
    rf"|\b(?:spit(?:s|ting)?|spat)\s+(?:at|on|in the face of)\s+(?:{_SOMEBODY}|{_HIM})",
    re.IGNORECASE,
)
# "I have burned my arm" is no passive.
_BE = ("was", "were", "been", "being", "is", "are", "be", "get", "got", "gets", "getting", "ly")
_BEEN = "(?:" + "|".join(f"(?<={each} )" for each in _BE) + ")"
_DONE = lazy(
    rf"\b(?:(?P<somebody>{_SOMEBODY})|(?P<who>[^\W\d_][\w-]*))"
    r"(?:['’]s| (?:was|were|is|are|has|have|had|got|gets|getting|keeps?|will|would|might|could|may))"
    r"(?: (?:be|get|been|being|getting|also|often|again|repeatedly|badly|once|twice|even|nearly|almost|\w+ly)){0,3}"
    r" (?:hit|slapped|smacked|spanked|punched|kicked|shoved|pushed (?:about|around|over|down|by|against|into)|grabbed"
    r"|shaken by|beaten|attacked|assaulted|abused|strangled|choked|starved|bullied|groped|molested|threatened"
    r"|touched (?:inappropriately|sexually|there|up|on|by (?!your"
    r"|the (?!porter|man|guard|manager|carer|coach|teacher)|my|our|how|that|all|everyone))|locked (?:in|up|out)"
    rf"|{_BEEN}(?:thumped|whipped|caned|stabbed|raped|tortured|scalded|kidnapped|undressed|harmed|injured"
    r"|hurt(?! (?:that|to|about|at)\b)"
    r"|burn(?:ed|t)(?! (?:out|by (?:the )?sun|in the sun|a bit))|belted"
    r"|bitten (?:by (?:his|her|another|a (?:man|boy|girl|child|resident))|on)"
    r"|dragged (?:out|across|down|by|from|off)|thrown (?:down|against|across|on(?:to)? the (?:floor|ground|bed)"
    r"|to the (?:floor|ground)|out of)|tied (?:up|to (?:a|the))))\b",
    re.IGNORECASE,
)
_HARMLESS = lazy(
    r"\b(?:(?:at|in|of|playing|a game of) (?:chess|cards|pool|draughts|dominoes|scrabble|snooker|tennis|table tennis"
    r"|darts|football|fifa|monopoly|uno|ludo|bowling|cricket|crazy golf|mini golf|it|noughts|connect)|\d+[-–:]\d+"
    r"|on the swings?|swing|push\w* (?:\w+ ){0,4}(?:wheelchair|trolley|sledge|buggy|pram)|for time|in touch"
    r"|sh(?:ake|akes|aking|ook|aken)\W+(?:\w+\W+){0,4}hands?|hands? (?:down|shaken)|hand(?:ed|ing)? (?:over|out|back)"
    r"|a coffee|a tea|some lunch|on penalties|in the (?:final|semi-?final|quiz|cup|league)"
    r"|(?:hit|hits|hitting|stung|slapped) (?:\w+ )?with (?:an?|the|another) (?:\w+ )?(?:fine|bill|charge|ticket|fee"
    r"|invoice|tax|question|quiz\w*|riddle|joke|pun)"
    r"|by (?:my|his|her|our|their) own (?:scarf|tie|coat|jumper|lanyard|umbrella|bag|shoelaces?|headphones|hat|hair)"
    r"|by (?:the |a |an |his |her |this |that )?(?:news|cold|flu|bug|delays?|traffic|weather|rain|strikes?|costs?"
    r"|prices?|bills?|trains?|roadworks|midges|wasps?|nostalgia|nerves"
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
_DENIED = lazy(
    r"(?:\b(?:not|never|nobody|no one|no)|n['’]t)\b"
    r"(?! (?:doubt|only|just|stop\w*|prevent\w*|protect\w*|question|help\w*|believ\w*|wonder|surprise|excuse"
    r"|reason)\b)"
    r"[^.,;]{0,25}$",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(["he", "she", "they", "him", "her", "them", "i", "we"])


def plain_acts(text: str, roll: Roll) -> Iterator[Span]:
    """Each place where harm is done to somebody: of the roll by name, or by a word for a person."""
    for span in sentences(text):
        words = text[span.start : span.end]
        if _HARMLESS.search(words) or _SIGNED.match(words):
            continue
        for found in _acts_in(words, roll):
            if not _DENIED.search(words[: found.start()]):
                yield Span(span.start + found.start(), span.start + found.end())


def may_tell_act(text: str, roll: Roll) -> bool:
    """The same at a glance, for order only: sport, weather and denials count too."""
    return next(_acts_in(text, roll), None) is not None


def _acts_in(words: str, roll: Roll) -> Iterator["re.Match[str]"]:
    for pattern, known in ((_DOES, frozenset[str]()), (_HURTS, frozenset[str]()), (_DONE, _PRONOUNS)):
        for found in pattern.finditer(words):
            who = found["who"]
            if who is None or who.casefold() in known or _is_named(who, roll):
                yield found


def _is_named(who: str, roll: Roll) -> bool:
    low = who.casefold()
    return low in roll.clients_by_name or low in roll.first_names or roll.by_ref(low) is not None

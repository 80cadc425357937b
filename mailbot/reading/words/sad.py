"""First mentions after which nobody wants a reminder: a death, a release, a removal, a bereavement; or "please stop".

Words only: whose administration rests because of them is decided elsewhere. Sayings, films and the long past are
none of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from mailbot.expressions import lazy
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Person, Roll


class Sad(StrEnum):
    """What was mentioned, and so why administration rests."""

    DEATH = "death"
    RELEASE = "release"
    REMOVAL = "removal"
    BEREAVEMENT = "bereavement"
    OWN_BEREAVEMENT = "own_bereavement"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Mention:
    """What a text mentions, and of which client of the roll, if it names just one (by number)."""

    why: Sad
    client_id: int | None = None


_C = "xclient"  # stands for every client whom the text names
_KIN = (
    r"(?:mum|mom|mam|mummy|mother|ma|dad|daddy|father|da|brother|sister|son|daughter|wife|husband|partner|twin|baby"
    r"|gran|granny|grandma|grandmother|nan|nana|grandad|granddad|grandpa|grandfather|uncle|auntie|aunty|aunt|cousin"
    r"|nephew|niece|fianc\w+|girlfriend|boyfriend|best friend"
    r"|(?:step|half)[- ]?(?:mother|father|brother|sister|mum|dad"
    r"|son|daughter)"
    r"|(?:mother|father|brother|sister|son|daughter)[- ]in[- ]law|parents?|grandson|granddaughter|child)"
)
_WHO = (
    rf"(?:he|she|they|{_C}|my (?:client|lad|lady|young person|visitee)"
    rf"|the (?:client|lad|lady|man|woman|boy|girl|young person|gentleman|person (?:i|we) visit))"
)
_HIS = rf"(?:his|her|their|{_C}'?s|{_C}')"
_MY = r"(?:my|me|our)"
_ADVERB = (
    r"(?:(?:very|so|just|also|now|sadly|suddenly|unexpectedly|peacefully|recently|actually|finally|already|tragically"
    r"|apparently|unfortunately|only|both|all|been told that) )"
)
_HAVE = rf"(?:'s |'ve |has |have |had |is |was |{_ADVERB})*"
_BE = (
    r"(?:(?:has|have|had|is|was|will|got|gets|be|been|being|getting|to|due|going|are|were) "
    rf"|{_ADVERB})*"
)
_DIED = (
    r"(?:died|passed away|passed on(?=\W*(?:$|on |last |this |yesterday|today|in (?:his|her|their) sleep))|passed"
    r"(?= (?:last|this|yesterday|in (?:his|her|their|hospital|the (?:night|hospice|hospital))"
    r"|on (?:mon|tue|wed|thu|fri|sat|sun))|\W*(?:thurs?|mon|tues?|wed|fri|sat|sun)\b)"
    r"|dead(?=\W*$|[.,;!]| (?:now|in (?:his|her)|on |since))|no longer with us|been found dead|found dead"
    r"|taken (?:his|her|their) own life|lost (?:his|her|their) (?:life|fight|battle))"
)
_OUT = (
    r"(?:released(?! from (?:hospital|a&e|the ward))|let out(?! (?:for|on) exercise)|granted (?:parole|bail)"
    r"|given parole|(?:got|getting) (?:his |her )?(?:parole|bail|release)|freed|leaving prison|left prison"
    r"|out of prison|(?:coming|going) home on (?:tag|licence))"
)
_GONE = (
    r"(?:deported|repatriated|ghosted|shipped out|sent back to \w+|removed (?:from|to) (?:the (?:uk|country|hotel)"
    r"|his|her|this|britain|\w+ on)|dispersed(?: to)?|relocated|rehoused"
    r"|(?:transferred|moved) (?:out\b|on\b(?! from)|away|to (?:another|a different|a new) (?:prison|jail|nick|hotel"
    r"|city|town|part of|area|placement|home|centre|estab\w+|place)|to (?:hmp|yoi|irc) ?\w*|from (?:the hotel"
    r"|the prison|here)|to a (?:prison|jail|hotel|detention|removal)\w*|up north|down south|out of area)"
    r"|transferred(?! to (?:hospital|a&e|the (?:ward|infirmary)|another (?:wing|room|cell|ward|day|class))"
    r"| the | (?:it|my)\b))"
)
_PATTERNS = tuple(
    (why, lazy(pattern))
    for why, pattern in (
        (Sad.OWN_BEREAVEMENT, rf"\b{_MY} (?:\w+ ){{0,2}}?{_KIN}(?:,? \w+,?)?,? ?{_HAVE}{_DIED}\b"),
        (
            Sad.OWN_BEREAVEMENT,
            rf"\b(?:i|we)(?:'ve| have)? {_ADVERB}*(?:lost|buried) (?:{_MY} (?:\w+ ){{0,2}}?{_KIN}\b(?!'s)|our baby)"
            rf"|\b{_MY} (?:\w+ )?{_KIN}(?:'s|s) (?:funeral|death|passing)\b"
            rf"|\b(?:funeral|death|passing) of {_MY} {_KIN}\b"
            r"|\b(?:death|bereavement|loss) in (?:my|our|the) family\b(?! of)|\b(?:i|we)(?:'ve| have|'m| am| are)"
            r" (?:had |suffered |recently |newly )*(?:a |been )*(?:family )?bereave(?:d|ment)\b"
            r"|\bmy (?:own )?bereavement\b"
            r"|\bfamily bereavement\b|\bi(?:'m| am) in mourning\b",
        ),
        (Sad.BEREAVEMENT, rf"\b{_HIS} (?:\w+ ){{0,2}}?{_KIN},? ?{_HAVE}{_DIED}\b"),
        (
            Sad.BEREAVEMENT,
            rf"\b{_WHO}(?:'s| has|'ve| have| had)? {_ADVERB}*lost (?:his|her|their|a|an) (?:\w+ )?{_KIN}\b(?!'s)"
            rf"|\b{_HIS} (?:\w+ )?{_KIN}(?:'s|s) (?:funeral|death|passing)\b"
            rf"|\b(?:funeral|death|passing) of {_HIS} {_KIN}\b|\b(?:death|bereavement) in {_HIS} family\b"
            rf"|\b{_WHO}(?:'s| is| has| was)? (?:\w+ )?(?:been )?bereaved\b|\b{_HIS} bereavement\b",
        ),
        (
            Sad.DEATH,
            rf"\b{_WHO},? ?{_HAVE}(?:also )?{_DIED}\b(?! (?:of (?:laughing|laughter|boredom|shame)|laughing|tired))",
        ),
        (
            Sad.DEATH,
            rf"\b(?:{_HIS} (?:own )?(?:death|funeral|passing)\b(?! (?:wish|metal|row))|(?:death|funeral) of {_C}\b)",
        ),
        (
            Sad.RELEASE,
            rf"\b{_WHO}(?:'s|'ll|'re)? {_BE}{_OUT}\b"
            rf"|\b{_HIS} (?:early )?release (?:is|was|came|has come|will be|date (?:is|has come))\b"
            rf"|\bthey(?:'ve| have)? (?:released|freed) (?:him|her|{_C})\b",
        ),
        (
            Sad.REMOVAL,
            rf"\b{_WHO}(?:'s|'ll|'re|'d)? {_BE}{_GONE}"
            rf"|\b{_HIS} (?:deportation|removal|transfer to another (?:prison|hotel))\b(?! order was (?:quash|lift))"
            rf"|\b(?:they|home office)(?:'ve| have| has)? (?:deported|moved|transferred|dispersed) (?:him|her|{_C}) "
            r"(?:to (?:another|a different|hmp|a new)|away|out|back to)",
        ),
    )
)
_HINT = lazy(
    r"died|dead|pass(?:ed|ing)|no longer with|own life|lost|buried|funeral|death|bereave|mourning|released?|let out"
    r"|parole|bail|freed|prison|on (?:tag|licence)|deport|repatriat|ghosted|shipped|sent back|remov"
    r"|dispersed|relocated"
    r"|rehoused|transferr|moved|stop|remind|fight|battle"
)
# A saying, a wish, a story from a film or from long ago, a denial: none of it has happened now.
_NOT = lazy(
    r"\b(?:not|never|nearly|almost|if|unless|wish\w*|hop(?:e|es|ed|ing)|wants?|wanted|dream\w*|afraid|scared|worried"
    r"|fears?|could have|would have|might have|thought|imagin\w+|pretend\w*|joke\w*|joking|might"
    r"|may(?! \d)|waiting"
    r"|until|would|could|should|when will|what if|in case)\b|n't\b|\?"
)
_CLAUSE = lazy(r"[,;:]|\bbut\b|\band\b")
_STORY = lazy(
    r"\b(?:films?|movies?|books?|novels?|series|episodes?|programmes?|documentar\w+|songs?|albums?|singles?|play|game"
    r"|poem|story|stories|character|soap|eastenders|show|balloons?|doves?|pigeons?|birds?|fish|budgie|hamster|cat|dog"
    r"|rabbit|goldfish|parrot|phone|battery|laptop|car|van|plant|tomatoes|statement|report|pressure|tension|ball)\b"
)
_LONG_AGO = lazy(
    r"\byears? ago|\ba (?:long|few) (?:time|years?)|\blong ago\b|\bwhen (?:i|he|she|they|we|xclient) (?:was|were)\b"
    r"|\b(?:in|since|back in) (?:19|20)\d\d\b|\banniversary\b|\bas a (?:child|boy|girl|baby|kid)\b|\blast year\b"
    r"|\bin the war\b|\bused to\b|\bmonths ago\b"
)
_STOP = lazy(
    r"\b(?:please |pls |plz |kindly |can you |could you |would you |i want you to |i'd like you to |just )*"
    r"(?:stop|cease|no more|quit|turn off|switch off|enough of|don'?t (?:send|want)(?: me)?(?: any)?(?: more)?)"
    r" (?:with |all |sending |sending me |me |the |these |those |your |any |more |all of |getting |of |my |being )*"
    r"(?:reminders?|reminding(?: me)?|chasing(?: me)?|nagging(?: me)?|pestering(?: me)?|nudg(?:es|ing)(?: me)?"
    r"|(?:e-?)?mailing me|automatic (?:e-?)?mails?|messages? asking|badgering(?: me)?)\b"
    r"|\b(?:take me off|unsubscribe me from) (?:the |your |these )*reminders?\b"
)
_STOP_ALONE = lazy(r"\W*(?:please |pls )?(?:stop|unsubscribe|stop (?:please|it|this|these|them))(?: please)?\W*")


def mentions(text: str, roll: Roll, person: Person | None, to_our_question: bool = False) -> tuple[Mention, ...]:
    """All that a text mentions, each once. `to_our_question`: it answers a mail of ours, so "stop" means that."""
    if not _HINT.search(folded(text)):
        return ()
    named = {found.client.id for found in find_clients(text, roll, person)}
    only = named.pop() if len(named) == 1 else None
    found: dict[Sad, Mention] = {}
    for span in list(sentences(text))[:100]:
        words = text[span.start : span.end]
        for why, client_id in _of_sentence(words, roll, person):
            found.setdefault(why, Mention(why, client_id or only))
    if Sad.ASKED not in found and to_our_question and _STOP_ALONE.fullmatch(folded(text).strip()):
        found[Sad.ASKED] = Mention(Sad.ASKED)
    return tuple(found.values())


def _of_sentence(words: str, roll: Roll, person: Person | None) -> list[tuple[Sad, int | None]]:
    clients = find_clients(words, roll, person)
    low = folded(words)
    for each in reversed(clients):
        low = low[: each.span.start] + _C + low[each.span.end :]
    if _STOP.search(low):
        return [(Sad.ASKED, None)]
    if _STORY.search(low) or _LONG_AGO.search(low):
        return []
    mine = {each.client.id for each in clients if each.own} or {each.client.id for each in clients}
    client_id = mine.pop() if len(mine) == 1 else None
    for why, pattern in _PATTERNS:
        match = pattern.search(low)
        if match and not _NOT.search(_CLAUSE.split(low[: match.start()])[-1]) and not low.rstrip().endswith("?"):
            return [(why, None if why is Sad.OWN_BEREAVEMENT else client_id)]
    return []

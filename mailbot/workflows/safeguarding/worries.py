"""Whether the line of a form that asks about worries tells of one (duty B13)."""

import re

from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.courtesy import is_nothing
from mailbot.reading.words.harm import scanner_for
from mailbot.workflows.safeguarding.whom import ANOTHER

# An answer that nothing worries: how it begins, or words of which it has no others.
_NONE = lazy(
    r"\W*(?:no|none|nothing|nil|nope|n/a"
    r"|(?:not|nary) (?:an? |a single |the (?:least|slightest|smallest|tiniest) )(?:\w+ )?"
    r"(?:one|thing|soul|jot|whit|bit|worry|worries|concern|care|problem|sausage|cloud|murmur|hint of one)"
    r"|not that (?:i|he|she|they|we)\b(?! (?:can|could) (?:put|prove|swear))|not (?:as|so) far as i"
    r"|(?:i|we|there)(?: (?:have|had|are|were|saw)|['’]ve)(?: got)? (?:none|no (?:worr|concern)\w*))\b"
    r"(?!\s+(?:of (?:his|her|their|food|money|heat)\b|eaten|to (?:eat|wear|live)|left|in (?:the|his|her)))",
    re.IGNORECASE,
)
# The same in dialect or another language; what stands behind has to be without a worry to the last word.
_NONE_ELSEWHERE = lazy(
    r"\W*(?:nane|naw|nae|nah|na|nowt|nought|nout|zero|zilch|nuthin\w*|nuff?in\w*|brak|nimic|same as ever|as ever"
    r"|not (?:any\w*|that|one|really)|nein|keine?|nichts|non|rien|aucune?|nada|ningun[oa]|nenhum\w*|n[ãa]o|nic|nie|nu"
    r"|niciun\w*|niente|nessun\w*|ні|немає|нічого|нет|لا|نه|هیچ|không|jo|asnjë)\b",
    re.IGNORECASE,
)
_NOBODY_SAW = lazy(
    r"\W*(?:neither of (?:us|them)|nobody|no[- ]?one|none of us"
    r"|(?:he|she|they|we|i)\s+(?:never|(?:did|do|does|has|have)"
    r"(?:n['’]?t|\s+not)))\s+(?:see|saw|seen|notic\w+|mention\w*|report\w*|spot\w*|rais\w+|flag\w*)\s+any(?:thing)?\W*$"
    r"|\W*(?:he|she|they)(?: would|['’]?d) (?:have|['’]?ve|of) (?:said|told (?:me|us)|mentioned it)\W*$"
    r"|\W*(?:(?:i|we)\s+)?(?:saw|noticed|spotted)\s+(?:none|nothing|no\s+(?:worr|concern|problem|sign)\w*)\W*$",
    re.IGNORECASE,
)
_BEHIND_LIST = (
    "that i saw know knew of noticed heard to report speak at this time really thanks cheers ta pal hen love mate x"
    " xx none nothing alles gut todo bien tout va tutto bene tudo bem"
)
_BEHIND = frozenset(_BEHIND_LIST.split())
# "Nothing new, he still cries a lot": said to be none, and yet told.
_STILL = lazy(r"\b(?:but|except|still|although|however|apart|besides|other than)\b", re.IGNORECASE)
_ALL_WELL_LIST = (
    "all everything everyone both he she they it we i s is are was were seem seems seemed very really quite fine well"
    " good ok okay happy great grand lovely cheerful safe thank thanks you and also too as usual the children kids"
    " family today"
)
_ALL_WELL = frozenset(_ALL_WELL_LIST.split())
# One of these has to be among them where the others are more than those above: "she said he was on good form".
_GLAD_LIST = (
    "fine well good ok okay happy great grand lovely cheerful sound bright chipper merry jolly cheery champion braw"
    " thriving bonny peachy smiles smiling laughing contented relaxed beans healthy"
)
_GLAD = frozenset(_GLAD_LIST.split())
_TOLD_LIST = (
    "said says reported reports form top tip on in spirits heart health full of by accounts has his her their"
)
_GLADLY = _ALL_WELL | _GLAD | frozenset(_TOLD_LIST.split())
# "Only the state of my shoes": the jest of somebody who has nothing to report.
_JEST = lazy(
    r"\W*(?:only|just)\b(?:\W+\w+){1,7}\W*$"
    r"|\W*(?:(?:and )?my (?:own |poor |old |two |left |right )*(?:bunions?|corns?|feet|knees?|bladder|waist(?:line)?"
    r"|driving|parking|handwriting|spelling|golf|singing|chess|bank balance|overdraft|shoes|boots|umbrella|sat ?nav"
    r"|backside|bus pass)(?:\W+|$))+(?:(?:as (?:usual|always|ever)|again|only|thanks?|ha(?:ha)*|lol|x+)\W*)*$"
    r"|\W*(?:only|just) (?:[\w'’]+ )*(?:mine|my|me)\b[^.?!]{0,60}\W*$"
    r"|\W*x+\W*$",
    re.IGNORECASE,
)
# "Only for the goldfish in the lobby. No.": the answer stands behind the jest.
_JEST_THEN_NO = lazy(
    r"\W*(?:only|just)\b(?! (?:that|if|when|how|what)\b)[^.;!?]{2,80}[.;!?]+\s*(?:no|none|nope|nothing|nowt)\W*$",
    re.IGNORECASE,
)
# "She misses her mother only. They spoke and she is fine": homesick and no more, and nothing hangs on it.
_HOMESICK = lazy(
    r"\W*(?P<only>only |just )?(?:that )?(?:he|she|they)(?: only| just)? (?:miss(?:es)?|(?:is|are) (?:just "
    r"|only |a bit )"
    r"(?:homesick|missing)) ?(?:(?:(?:his|her|their|the) (?:mum|mam|mother|dad|father|family|brothers?|sisters?"
    r"|country|village"
    r"|home|cat|dog|friends|wife|husband|garden|gran\w*|nan))|home)?(?P<all>,? (?:only|that is all"
    r"|that['’]s all|is all))?\W*"
    r"(?:$|[.;!\n] ?[^.;!\n]{0,60}\b(?:fine|well|ok|okay|good|better)\W*$)",
    re.IGNORECASE,
)
_NO_JEST = lazy(
    r"\b(?:he|she|they|him|her|hers|his|their|them|mum|dad|mother|father|parents?|brother|sister|uncle|aunt\w*"
    r"|friends?"
    r"|m[ae]n|boys?|girls?|lads?|husband|wife|partner|carers?|officers?|staff|child\w*|kids?|baby|people|neighbours?"
    r"|landlord|volunteer|money|food|heating|rent|job|school|health|eating|sleep\w*|house|room|damp|cold|that"
    r"|i (?:feel|am|can|do|did|was|keep)|i['’]m|myself|client|resident|how|what|about|usual|same)\b",
    re.IGNORECASE,
)


def says_none(draft: Draft, value: str) -> bool:
    """ "None that she told me of" is no concern, though its odd words may still be for a person to read."""
    return is_nothing(value) or (_is_calm(draft, value) and not scanner_for(draft.around.harm).scan(value))


def _is_calm(draft: Draft, value: str) -> bool:
    words = set(re.findall(r"\w+", value.casefold()))
    well = words <= _ALL_WELL or (words <= _GLADLY and words & _GLAD)
    jest = _JEST_THEN_NO.match(value) or (
        _JEST.match(value) and not _NO_JEST.search(value) and not words & _names_of_clients(draft)
    )
    none = _NONE.match(value) and not (_STILL.search(value) and ANOTHER.search(value))
    elsewhere = _NOBODY_SAW.match(value) or _says_none_elsewhere(value)
    home = (found := _HOMESICK.match(value)) and (found["only"] or found["all"]) and not _STILL.search(value)
    return bool(none or elsewhere or jest or well or home)


def _names_of_clients(draft: Draft) -> frozenset[str]:
    """ "Only the singing of Des" is a jest where Des is a volunteer, but a worry about a client is none."""
    return frozenset(" ".join(f"{each.name} {each.ref}" for each in draft.around.roll.clients).casefold().split())


def _says_none_elsewhere(value: str) -> bool:
    found = _NONE_ELSEWHERE.match(value)
    return found is not None and set(re.findall(r"\w+", value[found.end() :].casefold())) <= _GLADLY | _BEHIND

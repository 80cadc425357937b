"""How officers decide on a claim, and tell what became of a visit, in words of their own (promise 9)."""

import re

from mailbot.events import Outcome
from mailbot.expressions import lazy
from mailbot.reading.words.money import has_money

_SAY_YES = (
    r"(?:app?rove?(?:d|s|al)?|app?roving|pass(?:ed)?|allow(?:ed)?|pay(?:ing|ment)?|payed|paid|reimburs\w*|refund\w*"
    r"|cover(?:ed|ing)?|authori[sz]\w*|accept(?:ed|ing)?|agree(?:d|ing)?|sign(?:ed|ing)?|settle[d]?|sanction\w*"
    r"|fund(?:ed)?|honou?r|support|stretch to|run to|wave|entertain|put (?:this|that|it) through"
    r"|let (?:this|that|it) (?:through|go|pass))"
)
_IT = r"(?:it|this|that|them|these|those|him|her|one|the claim|the lot)(?: one| claim| lot)?"
_NOT = (
    r"(?:(?:can|wo|do|does|did|could|should|is|are|would|must|ca)n['’]?t|cannot|(?:can|will|do|does|did|could"
    r"|should|is"
    r"|are|must|may) not|not able to|unable to|not|never|reluctant to|in no position to|not in a position to)"
)
# What says "no" and means yes.
_NO_OBJECTION = lazy(
    r"\b(?:no|not an?|without|nothing|can['’]?t see any(?:thing)?|can['’]?t find any(?:thing)?|see no|don['’]?t see"
    r"(?: any(?:thing)?| a)?|haven['’]?t(?: got)? any|have no|not aware of any)\s+(?:at all )?"
    r"(?:objections?|problems?|issues?|quer(?:y|ies)|quibbles?|concerns|complaints?|questions?|qualms|worries|bother"
    r"|hesitation|fault|reasons? (?:not|to (?:reject|refuse|object|say no|turn))|wrong|amiss|odd|to object"
    r"|(?:reason )?why not)"
    r"(?: (?:to|at all|with|from|about|here|it|this|that|pay|approve|reject|refuse|object)\b)*",
    re.IGNORECASE,
)
# Of another claim, or of another thing.
_ELSEWHERE = lazy(
    r"\b(?:app?rove(?:d|s)?|ok(?:ay)?) of (?!it\b|this\b|that\b|the claim)[^,;.]*"
    r"|\b(?:the )?(?:last|other|previous|earlier|next|first) (?:one|two|claim|time|week|month|year)\b"
    r"|\b(?:rejected|refused|approved|turned down) (?:\w+ ){1,2}?(?:last|other|previous|earlier)(?:(?!"
    r" but\b)[^,;.])*",
    re.IGNORECASE,
)
_DOUBT = lazy(
    r"\?|\b(?:yet|until|till|unless|once (?:he|she|i|we|it|the|you|they)|if|whether|perhaps|maybe|might|not sure"
    r"|unsure|would|half (?:of|the"
    r" (?:claim|amount|money|sum|fare))|pay half|part(?:ly|ial)?"
    r"|except|apart from|minus|later|hold(?: on| off)?|wait|pending|but not|not the|only the|when i|when he|when she"
    r"|when we"
    r"|before i|leave it with|let me|look into|get back|i believe|apparently|whose|which claim|too (?:much|high)|less"
    r"|i(?:['’]?ll| will| shall) (?:approve|pay|look|check|sign|decide|see))\b",
    re.IGNORECASE,
)
_REFUSED = lazy(
    rf"\b{_NOT} (?:\w+['’]?\w* ){{0,3}}?{_SAY_YES}\b"
    rf"|\b(?:turn|knock|send|throw|bounc|push|kick)(?:e|ing|ed)? {_IT} (?:down|back|out)"
    r"|\b(?:strike|cross|scrub) (?:it|this|that) out\b|\b(?:return|send|hand) (?:it|this|that) (?:back|to (?:him"
    r"|her|them))\b"
    r"|\bhas to go back\b|\b(?:rather|prefer) not (?:to )?pay\b"
    r"|\b(?:turned|knocked|sent|thrown|kicked) (?:down|back|out)\b"
    r"|\b(?:disallow|disqualif|reject|refus|declin|veto|rule it out|ruled out)\w*\b"
    r"(?! (?:people|men|women|children|folk|asylum|refugees?|applications?))|\bden(?:y|ied)\b"
    r"|\b(?:ineligible|unacceptable|inadmissible|invalid|thumbs down|no can do|no dice|no go|no chance)\b"
    r"|\bnot (?:this (?:one|time)|that one|on\b|eligible|claimable|refundable|payable|happy|covered|valid|acceptable"
    r"|possible|ours|for us|something we|an? (?:expense|cost|thing) we|one for us|within the (?:rules|policy|limit))"
    r"|\b(?:it|that|this)(?:['’]?s| is| has to be| must be| will be)(?: going to be)? (?:an? )?(?:\w+ )?no\b"
    r"|\b(?:say(?:ing)?|a firm|a definite|a polite|answer(?:['’]s| is)) no\b|\bno (?:from me|to (?:this|that|it))\b"
    r"|👎|❌",
    re.IGNORECASE,
)
_PLAIN_NO = lazy(
    r"^\W*(?:(?:it|sorry|afraid|hi|hello|well|oh|ooh|alas)\W+)*(?:no|nope|nah)\b"
    r"(?=\W*(?:$|[,.;:!–—-]|(?:we|i|not|it|this|that|he|she|they|sorry|thanks|thank|can|to|way|because|as|all)\b))",
    re.IGNORECASE,
)
_GRANTED = lazy(
    rf"\b(?:app?rove(?:d|s)?|app?roving|passed|authori[sz](?:e|ed|ing)|reimburse|refund|granted|accepted|agreed"
    rf"|agree|sanctioned|endorsed?|allowed)\b"
    rf"|\b(?:pay|settle|ok|okay|allow|accept) (?:{_IT}|up|(?:the|our|poor) \w+|(?-i:[A-Z])\w+)\b|\bplease pay\b"
    r"|\b(?:can|may|should|to|could|must|be) (?:now )?be (?:paid|settled|reimbursed|refunded)\b"
    r"|\bsign(?:ed|ing)?(?: (?:it|this|that))? off\b|\bsigned\b|\bgo ahead\b|\bgo(?:es)? through\b"
    rf"|\b(?:let|give) (?:her|him|them|(?-i:[A-Z])\w+) (?:have (?:it|the money)|(?:her|his|their) money(?: back)?)"
    rf"|\b(?:put|wave|nod|let) {_IT} through\b|\bapproval (?:given|granted)\b|\banswer(?: is|['’]s) yes\b"
    r"|\bconsider it (?:done|paid)\b|\b(?:s?he|they) (?:can|may) have (?:it|this|the money)\b|\ba-ok\b|\bpayment"
    r" (?:can|may|to) (?:be )?(?:released|made|go)\b|\bproper"
    r" claim\b"
    r"|\bgood to go\b|\bgreen light\b|\bthumbs up\b|\bby all means\b|\bgo on then\b"
    r"|\b(?:fine|ok|okay|happy|good|content|alright|all right) (?:by|with|for) (?:me|us|it|this|that|him|her|them)\b"
    r"|\b(?:all|looks?|seems?|is|are|['’]?s|that|it|this|everything|figures|sums?) (?:all |quite |perfectly "
    r"|absolutely |to be |to me )*"
    r"(?:in order|good|fine|correct|ok|okay|right|proper|reasonable|above board|kosher|legit\w*|present and correct"
    r"|fair(?: enough)?|as agreed|sound|straightforward)\b"
    r"|\b(?:tall(?:y|ies)|adds? up|checks? out|you have my (?:blessing|approval|ok|okay|yes))\b"
    r"|^\W*(?:please )?(?:yes|yep|yeah|yup|aye|sure|certainly|of course|ok|okay|fine|agreed|correct|absolutely|gladly"
    r"|no problem|happy|paid|pay|do|righto|right you are|fair enough|okey[- ]dokey|with pleasure)\b|[✅👍✔✓👌🆗]",
    re.IGNORECASE,
)
_BY_OTHERS = r"\b(?:he|she|they|you|chair\w*|committee|trustees?|{})(?: has| have| had|['’]d| already)* (?:{})\b"
_DECIDED = r"approved|rejected|refused|passed|agreed|authorised|signed|paid|declined"


def decided(words: str, people: "frozenset[str]" = frozenset()) -> str | None:
    """ "approve", "reject" or, where the words decide nothing or might mean something else, None."""
    left = _ELSEWHERE.sub(" ", _NO_OBJECTION.sub(" fine by me ", words))
    names = "|".join(map(re.escape, sorted(people))) or "(?!)"
    if _DOUBT.search(left) or re.search(_BY_OTHERS.format(names, _DECIDED), left, re.IGNORECASE):
        return None
    if _REFUSED.search(left):
        return "reject"
    granted = _GRANTED.search(left) is not None
    if _PLAIN_NO.search(left):
        return None if granted else "reject"
    return "approve" if granted and not has_money(left) else None


def is_doubtful(words: str) -> bool:
    """Whether a sentence beside a decision leaves it open."""
    return _DOUBT.search(words) is not None


_SHE = r"(?:s?he|they|both|all|everybody|everyone|the pair|two of them|we|(?!never\b|not\b|no\b)\w+)"
_THERE = (
    r"(?=\W*$|\s*[,.;:!–—-]|\s+(?:and|along|there|yesterday|last|this|fine|well|ok|okay|on (?:the \d|\d|\w+day)"
    r"|as (?:planned|usual|arranged|normal|expected|agreed|ever)|in(?! (?:\d|(?-i:[A-Z])))"
    r"|to (?:see|visit) (?:(?-i:[A-Z])\w+|(?:him|her|them)(?=\W*(?:$|[,.;:!]|on|at|as|and|yesterday|in)\b"
    r"|\W*$)))(?!\w))"
)
_NO_KIN = (
    r"(?! (?:mother|mum|mam|dad|father|sister|brother|gran|nan|doctor|gp|son|daughter|husband|wife|friend|own|family"
    r"|cousin|aunt|uncle|consultant|dentist|solicitor))"
)
_RIGHTLY = r"(?:(?:did|does|has|have|had|definitely|certainly|duly|both|indeed|all|also|just|really|'ve|'s) )*"
_PUT_DOWN = (
    r"(?:mark|put|record|log|note|enter|count|show|treat|class|write|register)(?:ed)? (?:it |this |that |him "
    r"|her |them "
    r"|that one |this one |the visit )?(?:down |in |off |up )?(?:as |under )?(?:an? )?(?:having )?"
)
_BECAME = (
    (
        Outcome.CANCELLED,
        lazy(
            r"\b(?:cancell?(?:ed|ation)|had to cancel|^\W*off\b|called (?:it )?off|scrapped|shelved|postponed?"
            r"|put off"
            r"|pulled)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.DID_NOT_TAKE_PLACE,
        lazy(
            r"\b(?:did(?: not|n['’]?t)|never) (?:actually |in the end |even )?(?:take place|took place"
            r"|happen(?:ed)?|go\b"
            r"|went|meet|met|make it|made it|visit(?:ed)?|see|saw|get|got|come|came|manage|turn up|work out|do it)"
            r"|\bno visit\b|\bno[- ]show\b|\bfell through\b|\bmissed\b|\bturned (?:away|back)\b|\bsent (?:away"
            r"|home)\b|\bwould(?: not|n['’]t) let (?:her|him|them|me|us) in\b|\brefused entry\b"
            r"|\bnot (?:visited|seen|done|happened|happening|taken place|taking place|gone ahead|been|going"
            r" ahead|kept"
            r"|held|allowed in|let in|this time|there)\b"
            r"|\b(?:could(?: not|n['’]?t)|was(?: not|n['’]?t) able to|unable to|failed to) (?:make|get|go|visit"
            r"|see|come"
            r"|attend|travel|meet)\b|\bstood (?:him|her|them) up\b|\bnobody (?:went|came|turned up)\b"
            r"|^\W*(?:(?:sadly|afraid|i['’]?m afraid|alas|unfortunately|sorry|apparently)\W+)+(?:not|no)\b"
            r"|\babandoned\b|\baborted\b|^\W*(?:no|nope|nah)\b(?! (?:idea|clue|news|word|answer|reply|info\w*"
            r"|response|one knows|luck|need|problem"
            r"|doubt|worries))"
            rf"|\b{_PUT_DOWN}(?:not|did not|didn['’]?t|missed|no)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.TOOK_PLACE,
        lazy(
            r"\b(?:took|taken|take) place\b|\b(?:went|gone|go|goes) ahead\b|\bhappened\b|\bdid go\b|\bwas held\b"
            rf"|\b{_PUT_DOWN}(?:done|visited|completed?|gone|held|kept|met|seen|made|ok|fine|attended)\b"
            rf"|\b{_SHE} {_RIGHTLY}(?:went{_THERE}|met"
            rf"|(?:saw|seen|(?<=did )see) (?:(?:him|her|them)\b{_NO_KIN}|each other|one another|(?-i:[A-Z])\w+)"
            r"|visited(?! (?:his|her"
            r"|their|my|an?)\b)|attended|turned up"
            r"|made it|got there|got in|been (?:to see|there|in|over|along)|(?:was|were) there|made (?:her|his"
            r"|the) visit"
            r"|had (?:(?:their|the|an?|his|her|usual|good|lovely|nice|full|whole) )+(?:hour|visit|chat|session"
            r"|time|tea"
            r"|meeting|natter|afternoon|morning|catch[- ]up))\b"
            r"|\b(?:tick|cross) (?:it|that|this|them|him|her|(?-i:[A-Z])[\w/-]+)? ?off\b|\bwas fine\b"
            rf"|\bvisited\b(?! (?:his|her|their|my|an?)\b)|\bsaw (?:(?:him|her|them)\b{_NO_KIN}"
            r"|(?-i:[A-Z])[\w/-]+)|\b(?:he|she"
            r"|they)(?:['’]d| had)? been\b"
            r"|^\W*(?:all |yes )?(?:done|completed|seen)\b|\b(?:as|was|been|is) (?:done|completed|seen)\b",
            re.IGNORECASE,
        ),
    ),
)
_HEARSAY = lazy(
    r"\b(?:apparently|i (?:think|believe|guess|suppose|assume|imagine|reckon)|probably|presumably|maybe|perhaps"
    r"|as far"
    r" as|might|may (?:have|not)|could have|should have|must have|supposed(?:ly)?|rumou?r|seems?|usually|or)\b|\?",
    re.IGNORECASE,
)
_UNKNOWN = lazy(
    r"\b(?:if|whether|don['’]?t know|do not know|not sure|no idea|will|['’]ll|would|was (?:going|due|meant|supposed)"
    r"|next time|when (?:is|was|did))\b",
    re.IGNORECASE,
)


_DENIED = lazy(r"n['’]t\b|\b(?:not|never|nobody|no one|nor|hardly|without)\b", re.IGNORECASE)
_ANSWERED = lazy(r"\W*(?:yes|no)\b\W+(?=\w)", re.IGNORECASE)


def became(words: str) -> tuple[Outcome, int, bool] | None:
    """What became of a visit, where the words for it end, and whether they say it surely and nothing else."""
    if "?" in words or _UNKNOWN.search(words):
        return None
    answered = _ANSWERED.match(words)
    return (answered and _found(words, answered.end())) or _found(words, 0)


def _found(words: str, begin: int) -> tuple[Outcome, int, bool] | None:
    found = [(m, outcome) for outcome, pattern in _BECAME if (m := pattern.search(words, begin))]
    if not found:
        return None
    first, outcome = min(found, key=lambda each: each[0].start())
    if outcome is Outcome.TOOK_PLACE and _DENIED.search(words[max(0, first.start() - 25) : first.end()]):
        return None
    others = any(match.start() >= first.end() for match, _ in found)
    if others and re.search(r"\bor\b", words):
        return None
    return outcome, first.end(), not others and _HEARSAY.search(words) is None

"""How people say that a visit took place. All expressions are for text folded by `phrases.folded`."""

import re
from collections.abc import Iterable

from mailbot.events import Span
from mailbot.expressions import found_by, lazy
from mailbot.reading.words.calendar_words import MAY


def any_of(*choices: str, start: str = r"\b", end: str = r"\b") -> "re.Pattern[str]":
    """One expression for all of them, between word boundaries."""
    return lazy(f"{start}(?:{'|'.join(choices)}){end}")


NT = r"(?:n'?t| not|nae|na)"
FINE = (
    r"(?:lovely|great|good|nice|nicely|well|fine|fun|okay|ok|grand|super|brilliant|fab|fabulous|wonderful|fantastic"
    r"|smashing|pleasant|enjoyable|happy|cheerful|perfect|excellent|amazing"
    r"|(?<!the )(?<!a )(?<!big )(?<!heavy )swell|ace|quiet|quick|short|long|cosy"
    r"|jolly"
    r"|delightful|productive|successful|positive|relaxed|proper|cracking|crackin|magic|belting|sound|decent"
    r"|champion|marvellous|splendid|terrific"
    r"|superb|wicked|mint|class|special|memorable|sweet|lush|braw|gorgeous|merry|convivial|capital"
    r"|tip-?top|gezellig)"
)
_VISIT = r"(?:v[iy]s+i?t+s?|visite|visist|session|outing|meet-?up|catch-?up|get-together)"
TREAT = (
    rf"(?:{_VISIT}|meeting|afternoon|arvo|morning|evening|time|hour|hours|day|chat|natter|blether|chinwag|crack|craic"
    r"|laugh|giggle|walk|stroll|wander|game|lunch|brunch|breakfast|coffee|cuppa|brew|tea|picnic|trip|kickabout|meal)"
)
ONE = r"(?:our|my|a|an|the|another|some|usual|regular|such|quite|really|very|the usual|it)"
_START = r"(?:(?:^|(?<=[.,;:!?()–—-]))\s*|\b(?<=and )|\b(?<=yes )|\b(?<=yep )|\b(?<=yeh )|\b(?<=yeah )|\b(?<=so ))"

_WENT = (
    rf"went (?:off |down )?(?:very |really |quite |pretty |so |all |most |rather )?(?:{FINE}|(?:happi|agreeab"
    rf"|sweet|beautiful|splendid|merri"
    rf"|pleasant|cheerful|famous|delightful|wonderful|perfect|quiet)(?:l)?ly|smooth(?:ly)?|without a hitch|to plan"
    r"|swimmingly|like clockwork|like a dream|as (?:planned|usual|normal))"
)

# What only a visit can mean.
TOOK_PLACE = (
    any_of(
        r"took place",
        r"(?:our|my) (?:appointment|date|hour|slot|meeting|visit|rendezvous|engagement)\b[^.,;!?]{0,30}? (?:was"
        r"|were|has been|is)"
        r" (?:duly |faithfully |both |punctually )?(?:kept|honoured|observed)\b(?! (?:waiting|open|free|back"
        r"|from|short|for))",
        r"(?:kept|honoured) (?:our|my) (?:\w+ )?(?:appointment|date|hour|slot|rendezvous|engagement)\b",
        r"^\W*(?:seen|visited)(?= (?:yesterday|today|(?:on )?\w+day|this (?:morning|afternoon|evening)"
        r"|last)\b[^,.;!?]{0,12}(?:$|[,.;!]))",
        rf"report(?:ing)? (?:on )?(?:my|our) (?:\w+ )?{_VISIT}\b(?!.*\bto (?:mon|tue|wed|thu|fri|sat|sun"
        rf"|tomorrow|the \d|\d))",
        rf"(?:{_VISIT}|hour|all|everything|that|it)(?: (?:with|to|of|at) \S+)?(?: today| yesterday| (?:on )?\w+day)?"
        r" (?:passed|went|came) off (?:very |quite |really |all )?"
        rf"(?:{FINE}|(?=as it should)|as (?:planned|usual|normal|hoped|expected)|quietly|smoothly|peacefully"
        rf"|pleasantly"
        r"|happily|without)",
        rf"(?:was|were|had been) (?:the |a |my |our )?(?:\w+ )?(?:{_VISIT}|meeting) (?:with|to|by)\b"
        r"(?! (?:the|his|her|my|our|a|an|your|their)\b)",
        rf"there (?:was|were) (?:the |a |my |our )(?:{_VISIT}|meeting)\b",
        r"(?:went|gone|goes) ahead",
        r"did (?:indeed )?(?:happen|take place|go ahead)",
        rf"(?:it|all|{_VISIT}|that|this|everything|today|yesterday|things|mine|ours|this one|this time) (?:all "
        rf"|just )?{_WENT}",
        rf"{_START}(?:all )?{_WENT}",
        rf"had (?:{ONE} )?(?:\w+ ){{0,2}}(?:visit|meeting with|meet-up|session|catch-?up)\b(?! (?:to|at"
        rf"|from) (?:the|his|her) (?:dent|doc|hosp|vet|gp|opti|clinic|barb|solic|court))(?! with (?:the|his|her|my"
        rf"|our)\b)",
        rf"(?:first|last|second|{FINE}) (?:\w+ )?{_VISIT}\b(?! (?:planned|booked|will|to come|is))",
        rf"{FINE} (?:\w+ )?(?:{TREAT}) (?:spent )?(?:with|wiv?|w)",
        rf"(?<!every )(?<!any )(?<!each ){_VISIT}\b(?:[^.;!?]|inst\.|ult\.){{0,40}}? (?:was|were|has been|is|all"
        rf"|now)?(?: all| now)? ?(?:done"
        rf"|made|complete"
        rf"|completed|do"
        r" (?:ok|good)|happened|occurred|accomplished|carried out|finished|over)",
        rf"{_VISIT} (?:(?:with|to|of|at) \S+ |today |yesterday |(?:on )?\w+day )?(?:was|were|has been)\b(?! (?:due"
        rf"|meant"
        r"|supposed|to|planned|booked|cancel\w*|off|called|postponed|moved|for|closed|changed|suspended"
        r"|not|never|abandoned|aborted|scrapped|refused|shelved|pulled|cut|stopped|halted|binned|axed|put|no"
        r"|a (?:non|wash|no"
        r"|write|dead|wild|waste|disaster|bust|flop|fiasco|shambles))\b)",
        rf"{_VISIT}[:,]? (?:all )?(?:{FINE})",
        r"(?:all|been and|job|visit|that's|is|done and) (?:done|(?<=and )gone|dusted)(?: (?:today|yesterday"
        r"|and dusted))?",
        r"done (?:today|yesterday)",
        r"present and correct",
        r"confirm(?:ing|ed)? (?:that )?[^.;!?]{0,25}?(?:visit|saw|seen|met|went|took place|today|yesterday"
        r"|last \w+day)",
        r"all (?:well|fine|good|ok|okay) with",
        rf"(?:back|home|in) from (?:seein\w?|visitin\w?|meetin\w?|(?:my|our|the|a) {_VISIT}|{_VISIT})",
        r"just (?:this minute |now )?(?:left|dropped|said (?:good)?bye to|come (?:back )?(?:from|away from)"
        r"|finished (?:with|at|my|our))",
        r"(?:i|we)(?: both| all)? (?:was|were|wuz) (?:there|with (?:him|her|them))",
        r"(?:paid|gave|pay) \w+(?:[-/]\w+)? (?:a|my|our|another) (?:\w+ )?visit",
        r"(?:^|(?<=[.,;:!?()–—-] )|(?<=\bi )|(?<=\bwe )|(?<=\bi've )|(?<=\bi just ))(?:stood in|covered"
        r"|filled in|stepped in"
        r"|deputised|subbed) for (?!(?:the|my|our|a|an|all|everyone|you)\b)\w+",
        r"can't fault",
        r"(?:^\W*|(?<=[.,;:!] )|(?<=\bi )|(?<=\bwe )|(?<=i've )|(?<=just )|(?<=and ))(?:did|done|made|took on) "
        rf"(?!(?:it|that|what|here|there|who|let)'?s\b)\w+'?s (?:{_VISIT}|slot|turn|hour)\b(?! (?:up|down|out))",
        r"(?:^\W*|(?<=[.,;:!] )|(?<=\bi )|(?<=\bwe ))(?:just |only just |both )?made it\b(?! (?:to|as far|home"
        r"|back|clear|up))",
        r"^\W*(?:was|were) there\b",
        r"(?:face[- ]to[- ]face|in[- ]person) (?:contact|visit|meeting|session)",
        r"(?:dropped|drove|walked|ran|brought|returned|delivered|took) (?:him|her|them|\w+) (?:safely )?(?:back"
        r"|home)",
        rf"(?:yesterday|today|{_VISIT}|afternoon|evening|morning|day|\w+day) (?:with|w|wi|wiv) \S+ (?:was|were"
        rf"|went)\b",
    ),
)
# Said by the writer of somebody; counts where that is a client, "him" or "her".
SAW = any_of(
    r"(?:saw|sor|seen|c'd|visited|visted|visitted|vistied|viseted|vizited|met|meeted|have met)(?: up)?(?: with| to)?",
    r"(?:went|gone|been|came|called|got|managed|nipped|drove|cycled|trotted|headed|travelled|nip|popped|dropped)"
    r"(?: in| up| over| round| around| down| along| out| back| by){0,2}(?: and| to)? (?:see|saw|seen|c|visit|meet"
    r"|catch up"
    r" with|see how)",
    r"(?:managed to get|made it|went|(?:still|finally|eventually) got)(?: in| over| up| round| across| out)? to",
    r"(?:not long|fresh|straight|safely|new(?:ly)?|barely) (?:in|back|home) from",
    r"(?:back|home|returned|in) (?:home )?(?:now )?(?:from|after)|just (?:left|dropped|said goodbye to)",
    r"(?:popped|dropped|called|looked|nipped|dropt|poped)(?: in| by| round| over| up)? (?:on|with|to|at)",
    r"(?:caught|catched|ketched|met|hooked|met back) up (?:with|wi|wiv)",
    r"had(?= \w+ (?:out|over|round|here|back|in) (?:for|to)\b)",
    r"(?:had(?! to (?:shift|move|change|cancel|put|postpone|rearrange|re-?schedule|swap|push|miss|call|skip"
    r"|delay|bring)\b)"
    r"|spent|passed|enjoyed|shared|sat|played|chatted|talked|walked|ate|cooked|baked|watched|went|lunched"
    r"|swam|did"
    r"|read|worked|practised|practiced|gardened|painted|stayed|danced|strolled|wandered|was|were|been|out|back|there"
    r"|bowled|bowling|fishing|swimming|shopping|laughed|hung out|nattered|blethered) (?:[^.,;!?]{0,40}? )?(?:with"
    r"|wi|wiv|w/|w)",
    r"(?:in|out|over|round|up|down|back|away) (?:with|wi|wiv|w/|w|at|to)",
    r"(?:stood in|covered|filled in|deputised|subbed|stepped in|took over)(?: [^.,;!?]{1,25}?)? (?:with|wi|wiv|w/|w)",
    r"(?:call(?:ed)?|wait(?:ed)?|attended|dropped|looked) (?:up)?on|attended(?: to)?",
    r"(?:was|were|been|bin|ben|wuz|am) (?:by|round|at|over)|(?:been|bin|ben) (?:(?:over|up|down|round|out"
    r"|across) )?to(?! (?:\w+ and|both)\b)",
    r"(?:in|back|home) from \w+ (?:with|wi|wiv|w)",
    r"(?:took|taken|treated|accompanied|escorted|brought|drove|collected|walked|helped|joined|hosted|tuk)",
)
WHOM = lazy(
    r"^(?: my| our| with)?\s+(?:him|her|them|both|each other|one another|(?:him|her|them)sel(?:f"
    r"|ves))\b(?!\s+(?:mum|dad|son|wife|husband"
    r"|sister|brother|mother|father|carer|solicitor|lawyer|doctor|friend|teacher|social|key|support|room"
    r"|house|home|family|daughter|case|name|letter|paper|form|appointment|phone|number|door))"
)
# "Saw the lad yesterday", "took the bairn to the baths": whoever the mail or its subject names; asked.
THE_LAD = lazy(
    r"^(?: up)? (?:the|our|my|me|wee|yon|your) (?:(?:old|young|wee|big|little|dear|auld) )?(?:man|lad|lass|bairn"
    r"|boy|girl|fell(?:a|er|ow)"
    r"|chap|gent|gentleman|lady|laddie|lassie|youngster|kid|wean)\b(?! (?:from|at the|who|in the|of|about|next"
    r"|behind|with|down|over"
    r"|i|that|said|says)\b)(?!'s|-)"
)
# "Omar's brother": not Omar.
OWNS = lazy(
    r"'s (?!(?:nativity|concert|match|party|graduation|assembly|show|play|recital|sports|company|birthday|\w+day\b"
    r"|sat\b|today"
    r"|by|till|until|before|from|earlier|now|about|(?:\w+ )?(?:min(?:ute)?s?|hours?) ago"
    r"|kitchen|garden|sofa|settee|doorstep|door|table|lounge|front room|landing|bench|allotment"
    r"|yesterday|on|in|this|last|again|place|house|flat|room|at|for|and|was|is|been|very|so|all|well"
    r"|good|fine|ok)\b)\w"
)
YES_WORDS = (
    r"(?:ye+s+|yep+|ye+a+h*|ye+h+|ye(?=,? (?:def|aye|all|it|we|mate|man)\w*\b)|def+o|si+m+(?:,? senhora?)?"
    r"|foi(?: sim)?|jawohl"
    r"|natuurlijk|naturlich|claro|certo|evet|haa?n ji|ji haa?n|ndiyo|igen|yup+|ya+h?|yah|aye+|s[ií]|oui|ja|da"
    r"|indeed|absolutely|certainly|of course"
    r"|sure(?: did)?"
    r"|correct|affirmative|confirmed|definitely|did(?=\s*(?:$|[.,!;]))|(?:it|we|i|i'm glad it|she"
    r"|he) (?:certainly |sure |surely "
    r"|most certainly |really )?did\b(?=\s*(?:$|[.,!;:)–—-]|indeed|yes|thank|thanks|go\b|take|happen|see|meet"
    r"|visit|get"
    r"|manage|and\b|on\b|yesterday|today))|did (?:it|indeed|so)|sure thing|all (?:ok|okay|fine|good|well|done"
    r"|grand)|as planned"
    r"|as usual|according to plan|without a hitch|to plan|just as planned|like clockwork|no hitch(?:es)?|swimmingly"
    r"|as arranged|as (?:per|scheduled)|no (?:problems?|issues?|worries)(?= (?:at all|it|all|went|we|everything))"
    r"|job done|done|(?:i )?(?:can|happy to) confirm|tak|po|oo|naam|нет да|да|так|نعم|بله|آره|እወ)"
)
# "By the grace of God yes": what may stand before an answer.
GRACE = (
    r"(?:by )?(?:the )?(?:grace|mercy|goodness|will|help) of (?:god|allah|the (?:lord|almighty))[ ,!.:–-]+"
    r"|by god'?s (?:grace|mercy|will)[ ,!.:–-]+|(?:if )?god (?:will(?:s|ing)?|permit(?:s|ting)?)[ ,!.:–-]+"
    r"|(?:thank god|thanks be to god|praise (?:god|be|the lord)|glory to god|alhamd\w+|inshallah|insha'?allah"
    r"|mashallah"
    r"|please god|deo volente)[ ,!.:–-]+"
)
_MET = (
    r"(?:(?:i|we|us|both(?: of us)?) )?(?:(?:can|hereby|do|did|have|both|all|duly|just|indeed) )*"
    r"(?:met|attended|confirm(?:ed)?(?: (?:my |our |the )?attendance)?)"
    r"(?=\s*(?:$|[.,!;:()–—-]|and\b|ta\b|thanks?\b|thx\b|no prob|today|yesterday|with\b|him\b|her\b|as\b))"
)
_HELLO = (
    r"(?:(?:dear|hi|hello|hiya|hey|morning|evening|afternoon|good (?:morning|evening|afternoon"
    r"|day))\b[^,.!\n?–-]{0,30}[,.!–-]"
    r"+\s*)?(?:(?:oh|ah|um|well|so|ha|haha|hahaha|lol|sorry|right|ok so|gosh|why|with (?:great "
    r"|much )?pleasure)[ ,!.]+)*"
    rf"(?:{GRACE})?"
)
YES = lazy(rf"^\W*{_HELLO}(?:{YES_WORDS}|{_MET})(?!\w)")
SIGNS = lazy(r"^\W*(?:👍|👌|✅|✔|☑|🎉|🙌|💯)")
LOG = lazy(
    r"\b(?:log|record|note(?: down)?|put (?:me |us |it |that |\w+day )?down|mark|enter|register|tick(?:ing)? off"
    r"|jot down|write down|logging|recording|reporting)\b"
)
DOUBT = lazy(
    rf"\b(?:not|never|but|if|unless|maybe|perhaps|might|{MAY}|hope|hoping|think|thought|should|would|could|supposed"
    r"|instead"
    r"|nearly|almost|tried|cancel\w*|nobody|no one|except|without|somebody|someone|meant|wish|until|though|although"
    r"|window|passing|street|facebook|photo|dream\w*|phone|phoned|rang|zoom|facetime|video|whatsapp|text|texted"
    r"|brother|sister|mum|wife|husband|solicitor|half of|says|said|says that)\b|n'?t\b|nt\b|\bno\b(?! (?:worries"
    r"|problems?"
    r"|concerns?|issues?|complaints?))|\?"
)
_DENIED = lazy(
    r"(?:n'?t|\bnt|\bnot|\bnever|\bwithout|\bif|\bunless|\bonce|\buntil|\btill|\bwhether|\bhope\w*|\bhoping"
    r"|\bdream\w*|\bwish|\bsince (?:i|we)"
    r"|\b(?:to|should|would|could|might|must|may|will|'ll|shall) have|\bmeant to|\bsupposed to|\b(?:have|did|has"
    r"|had) (?:you"
    r"|anyone|anybody|someone|she|he|they)|\bthe last time)(?: \w+){0,2}\s*$"
)
REMOTE = any_of(
    r"(?:rang|phoned|called(?! (?:in|on|upon|round|by|over|for|at|to)\b)|texted|messaged|whatsapp\w*|emailed|wrote to"
    r"|facetimed?|zoom\w*|skyped?|video call\w*)",
    r"(?:on|over|by) (?:the )?(?:phone|zoom|whatsapp|text|facetime|teams|skype)",
    r"phone call|letter from|e-?mail from|text from|message from|card from|call from",
)
_OF_A_VISIT = lazy(rf"\b{_VISIT}|took place|went ahead|back from")
_FACE_TO_FACE = lazy(rf"\b(?:saw|seen|see|visited|met|{_VISIT})\b")
# Whoever writes so is still there.
STILL_THERE = lazy(
    r"(?<!were )(?<!was )(?<!dropped )\b(?:(?:leaving|out|off|going|finishing) (?:at|by|around|about)|(?:done"
    r"|back|home) by) (?:\d|half|quarter|five|ten|twenty"
    r"|noon|one|two|three|four|six|seven|eight|nine)"
    r"|\bbe (?:home|back|out|indoors|in|through (?:my|the) [^.,;]{0,15}door) (?:by|at|for"
    r"|before) (?:about )?(?:\d|half|quarter|noon|one|two|three|four|five"
    r"|six|seven|eight|nine)|^\W*in (?:w|with|wi|wiv) \w+ now\b"
)
DONE = lazy(
    r"(?<!never )(?<!not )(?<!n't )\b(?:done|tick(?:ed)?|completed?|fulfilled|honoured|been|seen"
    r"|visited)(?:,? (?:for )?\d[\w.:]*(?: ?(?:hrs?|hours?|mins?|minutes))?)?\W*$"
)
NOW = lazy(
    r"\b(?:i|we)(?: and(?: \w+){1,3}?)? (?:go (?:to |and )?)?(?:(?:see|visit|meet)\b(?! (?:that|what|how|why"
    r"|(?:\w+ )?again)\b)"
    r"|(?:sit|talk|speak|walk"
    r"|play|eat|drink)"
    r" (?:\w+ ){0,2}with\b)"
)
# "Today I see him one hour", as those write who are new to the language: over, as it is told how long it was.
NOW_THEM = lazy(
    r"\b(?:i|we) (?:go (?:to |and )?)?(?:see|visit|meet|sit with|talk with) (?:him|her"
    r"|them)\b(?=[^.;!?]{0,20}\b(?:hours?|minutes|mins?)\b)"
)
_WRITER = lazy(
    r"(?:\b(?:(?:it was|was) (?:me|i|myself|us) (?:who|that)|that's me|thats me|i|we|us|i've|we've|i'd|we'd|ive"
    r"|weve|im|i'm)|\band (?:i|me|myself)|\b(?:me"
    r"|myself) and \w+)"
    r"(?:'ve|'d|'m)?(?: (?:both|all|also|just|then|have|had|finally|actually|only|really|did|even|managed to"
    r"|was able to"
    r"|were able to|got|had to|duly|of course|certainly|definitely|quickly|briefly|again|at last|myself|now"
    r"|already"
    r"|both of us|each|well|in fact|still|too|first|last|today|yesterday))*\s*$"
)
_DROPPED = lazy(
    r"(?:^|[.,;:!?()–—-]|\b(?:and|then|yes|yep|yeah|yeh|aye|so|again)|^\W*(?:hi|hiya|hello|hey|dear|ok|morning"
    r"|evening|yo|ey up|eh up|ay up|heya|alright|aye aye|now then|mornin|evenin) \w+)(?:\s*(?:just|got|came|come"
    r"|was|were|been|popped|nipped|only|also|finally|have|had|only|yes"
    r"|yep"
    r"|briefly|quickly|again|hi|hello|ok|well|all|been|then|did|both|btw|fyi|right|so|morning|evening|ps))*\s*$"
)


def took_place(words: str) -> "re.Match[str] | None":
    """The words that say so of a visit, if nothing right before denies them."""
    found = (match for pattern in TOOK_PLACE for match in pattern.finditer(words))
    real = (
        match
        for match in found
        if not is_denied(words, match) and not _is_to_come(match.group()) and not _is_too_late(words, match)
    )
    return min(real, key=lambda match: match.start(), default=None)


def saw(words: str, clients: Iterable[Span]) -> "re.Match[str] | None":
    """The writer saw, met, took somebody: a client near behind, or "him" or "her"."""
    spans = list(clients)
    found = (match for match in SAW.finditer(words) if _is_of_client(words, match.end(), spans))
    known = (
        m for m in found if not is_denied(words, m) and by_writer(words[: m.start()]) and not _sets_off(words, m)
    )
    return next(known, None) or next(
        (m for m in _WHOM_I.finditer(words) if any(s.end <= m.start() for s in spans)),
        next((m for m in _WAS_SEEN.finditer(words) if any(s.end == m.start() for s in spans)), None),
    )


_FETCHED = lazy(r"collect|pick|took|taken|got")
_SETS_OFF = lazy(
    r"\b(?:off to|heading (?:to|for|off|out|over)|bound for|away (?:to|tae|for)|now (?:for|to) the|(?:on"
    r"|and) (?:our|the) way (?:to|now)|setting off)\b"
)


def _sets_off(words: str, match: "re.Match[str]") -> bool:
    """ "Collected Omar, off to the park": the visit begins, and is not over."""
    return bool(_FETCHED.match(match.group()) and _SETS_OFF.search(words, match.end()))


# "Omar, whom I saw today": the client stands before it.
_WHOM_I = lazy(
    r"(?<=whom )(?:i|we) (?:saw|visited|met|took|called on|sat with)\b|(?<=who )(?:i|we) (?:saw|visited|met)\b"
)
_WAS_SEEN = lazy(
    r"(?::|,| -)? (?:was |been |has been |were )?(?:seen|visited|collected|dropped (?:home|back"
    r"|off))\b(?! by (?!me\b|us\b|myself|the undersigned|yours truly))"
)


def is_plain(match: "re.Match[str]") -> bool:
    """Whether the words can mean nothing but a visit, even where nobody asked about one."""
    return found_by(match, SAW) or bool(_OF_A_VISIT.search(match.group()))


def is_far(words: str, match: "re.Match[str]") -> bool:
    """Whether it was only by telephone or in writing that people met."""
    return (
        not match.group().endswith("there") and bool(REMOTE.search(words)) and not _FACE_TO_FACE.search(match.group())
    )


def by_writer(before: str) -> bool:
    """Whether the verb that follows these words is the writer's: "I", "we", "X and I", or nobody named."""
    return bool(_WRITER.search(before) or _DROPPED.search(before))


_INVERTED = lazy(
    r"\W*(?!did \w+'s (?:visit|slot|turn|hour|session) (?:with|to|at|of|for|on|in|yesterday|today|this|last)\b)"
    r"(?:is|was|has|did|does|do|are|were) (?:it|he|she|they|you|we|i|(?:the|my|our|his|her) \w+|\w+'s \w+)\b"
)  # "is Omar's visit done", with no question mark


def is_question(words: str) -> bool:
    """Whether the sentence asks; one that asks us to write a visit down says that it was."""
    asks = words.rstrip(" )\"'*_").endswith("?") or _INVERTED.match(words)
    return bool(asks) and not LOG.search(words)


def is_denied(words: str, match: "re.Match[str]") -> bool:
    """Whether what stands right before takes it back: "not", "if", "should have", "hope to have"."""
    return bool(_DENIED.search(words[: match.start()]))


_TOO_LATE = lazy(r"\b(?:by (?:the )?time|when (?:i|we) (?:came|arrived|got|reached|turned up))\b")
_OVER = lazy(r"(?:over|finished|done|complete|completed)$")


def _is_too_late(words: str, match: "re.Match[str]") -> bool:
    """ "By the time I came visits were over": for others."""
    return bool(_OVER.search(match.group()) and _TOO_LATE.search(words[: match.end()]))


_TO_COME = lazy(r"\b(?:will|would|should|might|next|planned|due|hope|if|to be|not|never)\b|n't\b")


def _is_to_come(words: str) -> bool:
    return bool(_TO_COME.search(words))


def _is_of_client(words: str, end: int, clients: Iterable[Span]) -> bool:
    near = [span for span in clients if end <= span.start <= end + 40]
    if WHOM.match(words[end:]) or THE_LAD.match(words[end:]):
        return True
    return any(
        len(words[end : span.start].split()) < 4
        and not OWNS.match(words[span.end :])
        and not re.search(r"[.;!?]|\b(?:for|from|about|of)\b", words[end : span.start])
        for span in near
    )

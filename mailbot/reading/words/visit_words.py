"""The words by which people say that a visit took place. All expressions are for text folded by `phrases.folded`."""

from mailbot.expressions import any_of, lazy

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
VISIT = r"(?:v[iy]s+i?t+s?|visite|visist|session|outing|meet-?up|catch-?up|get-together)"
TREAT = (
    rf"(?:{VISIT}|meeting|afternoon|arvo|morning|evening|time|hour|hours|day|chat|natter|blether|chinwag|crack|craic"
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
        rf"report(?:ing)? (?:on )?(?:my|our) (?:\w+ )?{VISIT}\b(?!.*\bto (?:mon|tue|wed|thu|fri|sat|sun"
        rf"|tomorrow|the \d|\d))",
        rf"(?:{VISIT}|hour|all|everything|that|it)(?: (?:with|to|of|at) \S+)?(?: today| yesterday| (?:on )?\w+day)?"
        r" (?:passed|went|came) off (?:very |quite |really |all )?"
        rf"(?:{FINE}|(?=as it should)|as (?:planned|usual|normal|hoped|expected)|quietly|smoothly|peacefully"
        rf"|pleasantly"
        r"|happily|without)",
        rf"(?:was|were|had been) (?:the |a |my |our )?(?:\w+ )?(?:{VISIT}|meeting) (?:with|to|by)\b"
        r"(?! (?:the|his|her|my|our|a|an|your|their)\b)",
        rf"there (?:was|were) (?:the |a |my |our )(?:{VISIT}|meeting)\b",
        r"(?:went|gone|goes) ahead",
        rf"(?:{VISIT}\b[^.,;!?]{{0,30}}? )?did (?:indeed )?(?:happen|take place|go ahead)",
        rf"(?:it|all|{VISIT}|that|this|everything|today|yesterday|things|mine|ours|this one|this time) (?:all "
        rf"|just )?{_WENT}",
        rf"{_START}(?:all )?{_WENT}",
        rf"had (?:{ONE} )?(?:\w+ ){{0,2}}(?:visit|meeting with|meet-up|session|catch-?up)\b(?! (?:to|at"
        rf"|from) (?:the|his|her) (?:dent|doc|hosp|vet|gp|opti|clinic|barb|solic|court))(?! with (?:the|his|her|my"
        rf"|our)\b)",
        rf"(?:first|last|second|{FINE}) (?:\w+ )?{VISIT}\b(?! (?:planned|booked|will|to come|is))",
        rf"{FINE} (?:\w+ )?(?:{TREAT}) (?:spent )?(?:with|wiv?|w)",
        rf"(?<!every )(?<!any )(?<!each ){VISIT}\b(?:[^.;!?]|inst\.|ult\.){{0,40}}? (?:was|were|has been|is|all"
        rf"|now)?(?: all| now)? ?(?:done"
        rf"|made|complete"
        rf"|completed|do"
        r" (?:ok|good)|happened|occurred|accomplished|carried out|finished|over)",
        rf"{VISIT} (?:(?:with|to|of|at) \S+ |today |yesterday |(?:on )?\w+day )?(?:was|were|has been)\b(?! (?:due"
        rf"|meant"
        r"|supposed|to|planned|booked|cancel\w*|off|called|postponed|moved|for|closed|changed|suspended"
        r"|not|never|abandoned|aborted|scrapped|refused|shelved|pulled|cut|stopped|halted|binned|axed|put|no"
        r"|a (?:non|wash|no"
        r"|write|dead|wild|waste|disaster|bust|flop|fiasco|shambles))\b)",
        rf"{VISIT}[:,]? (?:all )?(?:{FINE})",
        r"(?:all|been and|job|visit|that's|is|done and) (?:done|(?<=and )gone|dusted)(?: (?:today|yesterday"
        r"|and dusted))?",
        r"done (?:today|yesterday)",
        r"present and correct",
        r"confirm(?:ing|ed)? (?:that )?[^.;!?]{0,25}?(?:visit|saw|seen|met|went|took place|today|yesterday"
        r"|last \w+day)",
        r"all (?:well|fine|good|ok|okay) with",
        rf"(?:back|home|in) from (?:seein\w?|visitin\w?|meetin\w?|(?:my|our|the|a) {VISIT}|{VISIT})",
        r"just (?:this minute |now )?(?:left|dropped|said (?:good)?bye to|come (?:back )?(?:from|away from)"
        r"|finished (?:with|at|my|our))",
        r"(?:i|we)(?: both| all)? (?:was|were|wuz) (?:there|with (?:him|her|them))",
        r"(?:paid|gave|pay) \w+(?:[-/]\w+)? (?:a|my|our|another) (?:\w+ )?visit",
        r"(?:^|(?<=[.,;:!?()–—-] )|(?<=\bi )|(?<=\bwe )|(?<=\bi've )|(?<=\bi just ))(?:stood in|covered"
        r"|filled in|stepped in"
        r"|deputised|subbed) for (?!(?:the|my|our|a|an|all|everyone|you)\b)\w+",
        r"can't fault",
        r"(?:^\W*|(?<=[.,;:!] )|(?<=\bi )|(?<=\bwe )|(?<=i've )|(?<=just )|(?<=and ))(?:did|done|made|took on) "
        rf"(?!(?:it|that|what|here|there|who|let)'?s\b)\w+'?s (?:{VISIT}|slot|turn|hour)\b(?! (?:up|down|out))",
        r"(?:^\W*|(?<=[.,;:!] )|(?<=\bi )|(?<=\bwe ))(?:just |only just |both )?made it\b(?! (?:to|as far|home"
        r"|back|clear|up))",
        r"^\W*(?:was|were) there\b",
        r"(?:face[- ]to[- ]face|in[- ]person) (?:contact|visit|meeting|session)",
        r"(?:dropped|drove|walked|ran|brought|returned|delivered|took) (?:him|her|them|\w+) (?:safely )?(?:back"
        r"|home)",
        rf"(?:yesterday|today|{VISIT}|afternoon|evening|morning|day|\w+day) (?:with|w|wi|wiv) \S+ (?:was|were"
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

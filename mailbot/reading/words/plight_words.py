"""The words by which `plights.py` knows a danger; for folded text: lower case, plain apostrophes."""

from mailbot.expressions import any_of

_THEM = r"(?:him|her|them|it|me|us)"
_HIM = r"(?:him|her|them)"
_HIS = r"(?:his|her|their|the)"
_NOT = (
    r"(?:can ?not|can'?t|could ?n'?t|could not|cannae|canny|couldnae|do ?n'?t|does ?n'?t|did ?n'?t|did not|does not"
    r"|wo ?n'?t|will not|winna|wilna|refus\w+ to|never|not)"
)
MEANS = (
    r"(?:tablets?|pills?|paracetamol|belt|rope|cord|scarf|razor|blades?|noose|ligature|knife|kitchen knife|shotgun"
    r"(?: cupboard)?|gun(?: cupboard| cabinet)?|sheet|insulin)"
)
DEEP = (
    r"(?:ledge|parapet|window ?sill|roof|rooftop|bridge|footbridge|flyover|viaduct|barrier|railings?|train tracks?"
    r"|tracks?|railway(?: line)?|rails|platform(?: edge)?|cliffs?|edge|multi-?storey|car park roof|balcony"
    r"|scaffold\w*"
    r"|crane|silo|pylon|gantry|quay|pier|harbour|weir|lock gates?|dam|reservoir|harbour wall|sea wall|guard ?rail"
    r"|guttering)"
)

# --- Somebody is gone ---------------------------------------------------------------------------------------------
GONE = any_of(
    r"(?:'s|s|is|was)? ?not (?:on the|in the) (?:coach|bus|minibus|train|van|tent|car|queue)\b|(?:(?:does|did|do|has"
    r"|have|had)(?:n'?t| not| never)|never) (?:return(?:ed)?|come back|came back)\b",
    r"(?:got|gets|gone|went|climbed|jumped|taken|pulled) (?:off )?(?:in|into|in to) (?:a|an|the"
    r"|some) (?:\w+ )?(?:car|taxi|van|audi|bmw|mercedes|ford|cab)\b|(?:drove|driven|drives|walked|run|ran|went"
    r"|gone) off with (?:him|her|them)\b",
    r"(?:i|we)(?:'ve| have|'d| had| just)? (?:lost|lose|loose) (?!(?:at|the|my|our|again|by|all|some|an?|count"
    r"|track|touch|interest|to|on|in|out|it|\d+|weight|time|every\w*|sleep|heart|hope|patience)\b)\w+",
    r"(?:is ?n'?t|is not|was ?n'?t|not) with (?:us|me)\b",
    r"(?:stormed|slipped|nipped|dashed|sneaked|snuck|ducked|darted|tore|raced|hared|pelted|sprinted"
    r"|marched) (?:off|out|away|behind|over|past|into|through|across)\b",
    r"(?:got|jumped|hopped|stayed) (?:on|off) (?:a|the) (?:\w+ )?(?:train|bus|tram"
    r"|ferry)\b[^.!?]{0,20}\bwithout (?:me|us)\b",
    r"(?:can ?not|can'?t|could ?n'?t|could not|cannae|canny|cant) (?:find|locate) (?!a |the (?:place|house|road"
    r"|hotel"
    r"|receipt|form|email|entrance|door|number|way)|my |it\b|that |any |out |work |time|parking|words?)\w+",
    rf"(?:i )?(?:can ?not|can'?t|cant|cannae|canny|do ?n'?t) see {_HIM} (?:any ?where|now|any ?more)",
    rf"{_NOT} (?:come|came|coming) (?:back|out|up) (?:from|of|off) (?:the )?(?:loo|toilets?|ladies|gents|bathroom"
    rf"|shop"
    r"|changing|water|lavator\w+|wc)\b",
    r"went to (?:the )?(?:toilets?|loo|ladies|gents|bathroom|shop)\b[^.!?]{0,60}\b(?:(?:not|n'?t|never) come? back"
    r"|gone|vanished|did ?n'?t return|never returned)",
    r"one (?:child )?short|(?:is|was|are|were)(?: no|n'?t| not) (?:on (?:the|our) (?:\w+ )?(?:bus|minibus|coach"
    r"|train)"
    r"|in (?:his|her|their) (?:seat|bed|room))",
    r"(?:here|there) but (?:he|she|they) (?:is ?n'?t|are ?n'?t|is not|was ?n'?t|wasnae|is no)",
    r"(?:ran|run|runs|bolted|legged it|took off|shot off|jumped out|got out|wandered|wanders|walked|slipped|strayed"
    r"|climbed)\b[^.!?]{0,40}?\b(?:off|away|ran|gone|out of sight|into the crowd)\b(?! (?:the|her|his) (?:coat"
    r"|hat))",
    r"(?:he|she|they|that)(?:'?s| is| has| was| wis|'d)? ?(?:him |her )?(?:vanished|disappeared|legged it|gone off"
    r"|run off|away|no found|not found|scarpered|did a runner|done a runner|just gone)\b",
    rf"(?:lost|losing|let) (?:sight of |hold of |go of )?{_HIM}\b(?! (?:word|job|phone|temper|at|in the game|place))",
    rf"let go (?:of )?my hand|lost sight of \w+|nowhere to be (?:seen|found)|no sign of {_HIM}"
    rf"|swallowed by the crowd",
    r"climbed (?:down|over|up|out|behind)\b[^.!?]{0,70}",
    r"(?:he|she|they)(?:'?s| is| are|s)? (?:not|no|n'?t) in the (?:house|building|hotel|pool|room|toilets?)",
)
SEARCHED = any_of(
    r"since (?:one|an|half an|1|2|two|more than an?) hours?|messagerie|(?:plate|reg|registration)\b"
    r"|could ?n'?t stop|(?:do ?n'?t|do not|never) (?:know|seen|met) (?:the|that|him|who)|doors (?:shut|closed)"
    r"|counted|torch|dusk|whistle|helping me",
    r"(?:help\w*|to|are|is|police|guards?|crew|keepers?|rangers?|staff|friends|everybody|everyone|we) (?:me |us "
    r"|him |her )?(?:search|check|scour|comb|look|hunt)(?:ing|s)?\b(?! forward| after| at| well| good| great| like"
    r"| into| out| tired| in)",
    r"(?:police|staff|security|guards?|crew|ambulance)\b[^.!?]{0,20}\b(?:on (?:their|its|the) way|going round"
    r"|closed the|checking|search\w*|review\w*)|no (?:idea|clue) where|not (?:answering|picking up)|can'?t keep up"
    r"|cant keep up|roarin\w*|bellow\w*|hoarse",
    r"(?:we|i|staff|security|stewards?|police|people)(?:'ve| have|'m| am)? (?:all )?(?:search\w*|shout\w*|checked"
    r"|looked"
    r" (?:in|under|every\w*|all)|called? and call\w*|look every\w*)",
    r"(?:looked|looking|searched|searching|hunting|driving|running) (?:under|round|around|every\w*|all over"
    r"|for (?:him"
    r"|her|them))",
    r"(?:shout|call|scream|yell)\w* (?:for )?(?:(?:him|her|\w+) )?(?:for )?\d+ ?min\w*|shouting and shouting"
    r"|call and call",
    r"look(?:ed|ing|s)? every ?where|every bush|last seen|tannoy|lifeguards?|coastguard|mountain rescue|stewards?"
    r"|search party|cctv",
    r"(?:\d+|fifteen|twenty|thirty|ten|forty|quarter of an hour|half an hour|an hour)[ a-z]{0,12} ?(?:min\w*|hours?)?"
    r"(?: now| ago| already)",
    r"(?:phone|mobile|telephone)(?:'?s| is|s)? (?:now |switched |gone |turned )?(?:off|dead|straight to)|999"
    r"|the police"
    r"|police\?+",
    r"light'?s? (?:is )?go\w+|getting dark|too dark|tide|railway|quarry|motorway|dual carriageway|river|canal|lorries"
    r"|traffic|crowds?|turning round|no answer comes",
)

# --- Where one dies -----------------------------------------------------------------------------------------------
AT_AN_EDGE = any_of(
    rf"(?:climbed|climbing|climbs|standing|stands|stood|sitting|sits|sat|perched|hanging|dangling|lying|lies|laid|lay"
    rf"|kneeling|walking|walked|walks|stepped|gone|got|up|over|outside|balancing|clinging|is|are|'s)\b[^.!?]{{0,45}}?"
    rf"\b(?:on|onto|off|over|up|in|at|of|to|from|along|outside|across)(?: the| a| its| that)?(?: [\w-]+){{0,3}}?"
    rf" {DEEP}",
    rf"(?:over|outside(?: of)?|beyond|wrong side of|other side of|far side of) the (?:\w+ )?(?:{DEEP}|fence)",
    rf"{DEEP},? outside (?:of )?the (?:fence|rails?|barrier)",
)
WILL_NOT_COME = any_of(
    r"keeping back|let me be|keep back|stand(?:ing)? back",
    r"cordon\w*|police (?:have|are|is|here|there)|shouting for|legs over|your phone|sobbing|screaming|let me near"
    r"|fire (?:engine|service)|lifeboat",
    rf"(?:{_NOT}|wont) (?:come (?:in|down|back|off|away)|get (?:down|up|off)|stand up|shift|move|budge|let go"
    r"|be talked)|has (?:him|her|them) by|(?:grabbed|hold\w* (?:on to|onto)?|got) (?:his|her|their) (?:coat|sleeve"
    r"|hand|arm|hood)",
    r"(?:step|stepping|jump|jumping|let|letting|go|going) (?:off|go|over)\b|gonna jump|let it (?:roll|come)"
    r"|better off"
    r"|rang to say (?:bye|goodbye)|say(?:s|ing)? (?:bye|goodbye)",
    r"waits? for the (?:\d|next|train|express)|(?:talking|speaking|speaks|talks) (?:to|with) (?:him|her|them)\b"
    r"(?! mum| about)|fire ?brigade|negotiator|pull(?:ing)? (?:him|her|them)",
)
SAFELY_UP = any_of(
    r"(?:he|she|they|we) loved it|for the view|attached|chips after|lovely day|fish and chips|sandwiches",
    r"(?:climbing (?:wall|frame)|photos?|photographs?|picnic|train ?spotting|selfies?|what a view"
    r"|lovely view|fishing|crabbing|bungee|abseil\w*|roof ?garden|roof ?terrace)",
)
ABOUT_TO_DIE = any_of(
    r"(?:walked|ran|run|stepped|wandered|walks|runs)(?: out)? (?:in front of|into) (?:the )?(?:traffic|road"
    r"|motorway|lorries|cars)\b[^!?]{0,40}\b(?:lay|lies|stood|police|let me|won'?t|drivers?|says)",
    r"wrong side of the (?:\w+ )?(?:railings?|barriers?|wall|fence|parapet|rail|window|glass|bridge)",
    r"(?:climbed|climbing|up) (?:up |to the top of )?(?:the|a) (?:\w+ )?(?:crane|pylon|mast|gantry|silo|gasometer"
    r"|scaffold\w*)\b[^!?]{0,90}\b(?:police|jump|mum|mother|fire|crying|shouting|down)\b",
    rf"(?:poured|pours|pouring|covered|doused|soaked|tipped)\b[^.!?]{{0,30}}\b(?:petrol|paraffin|lighter fuel|white"
    rf" spirit|diesel|fuel)\b[^.!?]{{0,40}}\b(?:{_HIM}(?:self|selves)?|{_HIS} (?:clothes|head|hair|body|coat|self))",
    r"(?:laid|lay|lies|lying|lain|thrown|threw|threwn)\b(?: (?:him|her|them)sel\w+)?(?: down)? in front of (?:the|a)"
    r" (?:\w+ )?(?:bus|train|tram|lorry|car|traffic|wheels|\d+)",
    r"(?:sits?|sat|sitting|lies|lying|laid|lay|kneels?|stands?|standing) (?:down )?(?:on|in|across) the (?:\w+ )?"
    r"(?:railway|rails?|train tracks?|tracks?|line) (?:behind|near|by|under|and|at|until)",
    rf"\w+(?:'s| has|s)? (?:a |the )?(?:kitchen )?{MEANS} (?:against|at|to|round|around) {_HIS} (?:own )?(?:wrist"
    rf"|neck"
    r"|throat|chest)",
    r"(?:text|txt|texted|txted|message|messaged|voice message|wrote|write|writes|rang"
    r"|called)\b[^.!?]{0,60}\b(?:forgive"
    r" me|sorry for everything|soz for every\w+|kiss (?:my|the) (?:children|kids|mother)|look after (?:my|the)"
    r" (?:kids|children|dog|cat|mum)|(?:you|u) can (?:keep|have) (?:the|my))",
)

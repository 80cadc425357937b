"""The words by which `plights.py` knows a danger; for folded text: lower case, plain apostrophes."""

from mailbot.expressions import any_of, lazy

_THEM = r"(?:him|her|them|it|me|us)"
_HIM = r"(?:him|her|them)"
_HIS = r"(?:his|her|their|the)"
_NOT = (
    r"(?:can ?not|can'?t|could ?n'?t|could not|cannae|canny|couldnae|do ?n'?t|does ?n'?t|did ?n'?t|did not|does not"
    r"|wo ?n'?t|will not|winna|wilna|refus\w+ to|never|not)"
)
_MEANS = (
    r"(?:tablets?|pills?|paracetamol|belt|rope|cord|scarf|razor|blades?|noose|ligature|knife|kitchen knife|shotgun"
    r"(?: cupboard)?|gun(?: cupboard| cabinet)?|sheet|insulin)"
)
_DEEP = (
    r"(?:ledge|parapet|window ?sill|roof|rooftop|bridge|footbridge|flyover|viaduct|barrier|railings?|train tracks?"
    r"|tracks?|railway(?: line)?|rails|platform(?: edge)?|cliffs?|edge|multi-?storey|car park roof|balcony|scaffold\w*"
    r"|crane|silo|pylon|gantry|quay|pier|weir|lock gates?|dam|reservoir|harbour wall|sea wall|guard ?rail|guttering)"
)

# --- Somebody is gone ---------------------------------------------------------------------------------------------
GONE = any_of(
    rf"(?:can ?not|can'?t|could ?n'?t|could not|cannae|canny|cant) (?:find|locate) (?!a |the (?:place|house|road|hotel"
    r"|receipt|form|email|entrance|door|number|way)|my |it\b|that |any |out |work |time|parking|words?)\w+",
    rf"(?:i )?(?:can ?not|can'?t|cant|cannae|canny|do ?n'?t) see {_HIM} (?:any ?where|now|any ?more)",
    rf"{_NOT} (?:come|came|coming) (?:back|out|up) (?:from|of|off) (?:the )?(?:loo|toilets?|ladies|gents|bathroom|shop"
    r"|changing|water|lavator\w+|wc)\b",
    r"went to (?:the )?(?:toilets?|loo|ladies|gents|bathroom|shop)\b[^.!?]{0,60}\b(?:(?:not|n'?t|never) come? back"
    r"|gone|vanished|did ?n'?t return|never returned)",
    r"one (?:child )?short|(?:is|was|are|were)(?: no|n'?t| not) (?:on (?:the|our) (?:\w+ )?(?:bus|minibus|coach|train)"
    r"|in (?:his|her|their) (?:seat|bed|room))",
    r"(?:here|there) but (?:he|she|they) (?:is ?n'?t|are ?n'?t|is not|was ?n'?t|wasnae|is no)",
    rf"(?:ran|run|runs|bolted|legged it|took off|shot off|jumped out|got out|wandered|wanders|walked|slipped|strayed"
    rf"|climbed)\b[^.!?]{{0,40}}?\b(?:off|away|ran|gone|out of sight|into the crowd)\b(?! (?:the|her|his) (?:coat|hat))",
    r"(?:he|she|they|that)(?:'?s| is| has| was| wis|'d)? ?(?:him |her )?(?:vanished|disappeared|legged it|gone off"
    r"|run off|away|no found|not found|scarpered|did a runner|done a runner|just gone)\b",
    rf"(?:lost|losing|let) (?:sight of |hold of |go of )?{_HIM}\b(?! (?:word|job|phone|temper|at|in the game|place))",
    rf"let go (?:of )?my hand|lost sight of \w+|nowhere to be (?:seen|found)|no sign of {_HIM}|swallowed by the crowd",
    r"climbed (?:down|over|up|out|behind)\b[^.!?]{0,70}",
    r"(?:he|she|they)(?:'?s| is| are|s)? (?:not|no|n'?t) in the (?:house|building|hotel|pool|room|toilets?)",
)
SEARCHED = any_of(
    r"(?:we|i|staff|security|stewards?|police|people)(?:'ve| have|'m| am)? (?:all )?(?:search\w*|shout\w*|checked|looked"
    r" (?:in|under|every\w*|all)|called? and call\w*|look every\w*)",
    r"(?:looked|looking|searched|searching|hunting|driving|running) (?:under|round|around|every\w*|all over|for (?:him"
    r"|her|them))",
    r"(?:shout|call|scream|yell)\w* (?:for )?(?:(?:him|her|\w+) )?(?:for )?\d+ ?min\w*|shouting and shouting"
    r"|call and call",
    r"look(?:ed|ing|s)? every ?where|every bush|last seen|tannoy|lifeguards?|coastguard|mountain rescue|stewards?"
    r"|search party|cctv",
    r"(?:\d+|fifteen|twenty|thirty|ten|forty|quarter of an hour|half an hour|an hour)[ a-z]{0,12} ?(?:min\w*|hours?)?"
    r"(?: now| ago| already)",
    r"(?:phone|mobile|telephone)(?:'?s| is|s)? (?:now |switched |gone |turned )?(?:off|dead|straight to)|999|the police"
    r"|police\?+",
    r"light'?s? (?:is )?go\w+|getting dark|too dark|tide|railway|quarry|motorway|dual carriageway|river|canal|lorries"
    r"|traffic|crowds?|turning round|no answer comes",
)

# --- Where one dies -----------------------------------------------------------------------------------------------
AT_AN_EDGE = any_of(
    rf"(?:climbed|climbing|climbs|standing|stands|stood|sitting|sits|sat|perched|hanging|dangling|lying|lies|laid|lay"
    rf"|kneeling|walking|walked|walks|stepped|gone|got|up|over|outside|balancing|clinging|is|are|'s)\b[^.!?]{{0,45}}?"
    rf"\b(?:on|onto|off|over|up|in|at|of|to|from|along|outside|across)(?: the| a| its| that)?(?: [\w-]+){{0,3}}?"
    rf" {_DEEP}",
    rf"(?:over|outside(?: of)?|beyond|wrong side of|other side of|far side of) the (?:\w+ )?(?:{_DEEP}|fence)",
    rf"{_DEEP},? outside (?:of )?the (?:fence|rails?|barrier)",
)
WILL_NOT_COME = any_of(
    rf"(?:{_NOT}|wont) (?:come (?:in|down|back|off|away)|get (?:down|up|off)|stand up|shift|move|budge|let go"
    r"|be talked)|has (?:him|her|them) by|(?:grabbed|hold\w* (?:on to|onto)?|got) (?:his|her|their) (?:coat|sleeve"
    r"|hand|arm|hood)",
    r"(?:step|stepping|jump|jumping|let|letting|go|going) (?:off|go|over)\b|gonna jump|let it (?:roll|come)|better off"
    r"|rang to say (?:bye|goodbye)|say(?:s|ing)? (?:bye|goodbye)",
    r"waits? for the (?:\d|next|train|express)|(?:talking|speaking|speaks|talks) (?:to|with) (?:him|her|them)\b"
    r"(?! mum| about)|fire ?brigade|negotiator|pull(?:ing)? (?:him|her|them)",
)
SAFELY_UP = any_of(r"(?:climbing (?:wall|frame)|photos?|photographs?|picnic|train ?spotting|selfies?|what a view"
                   r"|lovely view|fishing|crabbing|bungee|abseil\w*|roof ?garden|roof ?terrace)")
ABOUT_TO_DIE = any_of(
    rf"(?:poured|pours|pouring|covered|doused|soaked|tipped)\b[^.!?]{{0,30}}\b(?:petrol|paraffin|lighter fuel|white"
    rf" spirit|diesel|fuel)\b[^.!?]{{0,40}}\b(?:{_HIM}(?:self|selves)?|{_HIS} (?:clothes|head|hair|body|coat|self))",
    r"(?:laid|lay|lies|lying|lain|thrown|threw|threwn)\b(?: (?:him|her|them)sel\w+)?(?: down)? in front of (?:the|a)"
    r" (?:\w+ )?(?:bus|train|tram|lorry|car|traffic|wheels|\d+)",
    rf"(?:sits?|sat|sitting|lies|lying|laid|lay|kneels?|stands?|standing) (?:down )?(?:on|in|across) the (?:\w+ )?"
    rf"(?:railway|rails?|train tracks?|tracks?|line) (?:behind|near|by|under|and|at|until)",
    rf"\w+(?:'s| has|s)? (?:a |the )?(?:kitchen )?{_MEANS} (?:against|at|to|round|around) {_HIS} (?:own )?(?:wrist|neck"
    r"|throat|chest)",
    r"(?:text|txt|texted|txted|message|messaged|voice message|wrote|write|writes|rang|called)\b[^.!?]{0,60}\b(?:forgive"
    r" me|sorry for everything|soz for every\w+|kiss (?:my|the) (?:children|kids|mother)|look after (?:my|the)"
    r" (?:kids|children|dog|cat|mum)|(?:you|u) can (?:keep|have) (?:the|my))",
)

# --- The writer's own despair -------------------------------------------------------------------------------------
OWN_DESPAIR = any_of(
    r"(?:did ?n'?t|do ?n'?t|did not|do not|could ?n'?t|could not|can'?t|cannae|didnae|dinnae) (?:quite |really )?trust"
    r" my ?sel\w*",
    r"(?:get on|get along|do|manage|be|cope)(?: (?:well enough|fine|just fine|just as well|very well|all right|alright"
    r"|easier|happier|more peaceful))? (?:without me|if i (?:was ?n'?t|were ?n'?t|wisnae|wasnae|was not|were not|am"
    r" not|wis nae|disappeared|went)(?: (?:here|there|about|around))?)(?=[.,;!?]| happen| probably| i| to|$)",
    r"be (?:better|bettr|beter|happier|easier) ?(?:aff|off)?,? (?:without me|if i (?:was ?n'?t|were ?n'?t|wisnae|wasnae"
    r"|was not|were not|am not|wis nae))",
    r"(?:pray\w*|hop(?:e|ed|ing)|wish\w*|rather|like|want) (?:\w+ ){0,3}?(?:not (?:to )?(?:wake|have woken)|never (?:to"
    r" )?wake)",
    r"(?:shut(?:ting)?|clos(?:e|ed|ing)) my eyes (?:and|to) (?:see\w* how|count\w*)",
    rf"(?:work\w* out|doing the sums|did the sums|count\w*|googl\w+|look\w* up|measur\w+|reckon\w*)\b[^.!?]{{0,30}}?\b(?:"
    r"(?:dos(?:e|es|age)|where the (?:barrier|rail|fence|wall)|how (?:high|many (?:tablets|pills|it would take)|far"
    r" down|deep|long it (?:would|takes?))|for (?:someone|somebody|a (?:man|woman|person)) my (?:weight|size)))",
    rf"(?:held|holding|took|taken|had|fetched|got out|sat (?:there )?(?:with|wi)|looking at|stared at)\b[^.!?]{{0,25}}?"
    rf"\b{_MEANS} (?:in my (?:hand|lap)|in with me|beside me|on the table|open)",
    r"(?:keep|kept|caught my ?sel\w+|find my ?sel\w+) (?:on )?(?:looking|staring|thinking|wondering)\b[^.!?]{0,60}\bhow"
    r" (?:easy|quick|quiet|simple|cold|peaceful|restful)",
    r"(?:no|not|nae|no much|not much|little|what'?s the|see no|cannot see (?:a|any)) (?:much )?(?:point|use|sense) (?:to"
    r"|in|of) (?:the (?:evenings|mornings|days)|getting up|waking|any of it|going on|carrying on|it all|life|being)",
    r"(?:had|have|hae) (?:quite |had )?enough of (?:living|it all|life|being here)|tired o'?f? (?:it all|living|life"
    r"|being)",
)
NO_DESPAIR = any_of(r"(?:my (?:bike|car|sat ?nav) |the oven|with (?:money|numbers|spreadsheets|the satnav)|lol|haha"
                    r"|he read|she read|in the book|the film)")
WAITED_THERE = any_of(
    rf"(?:i )?(?:stood|sat|stopped|parked|waited|walked|let the)\b[^.!?]{{0,40}}?\b{_DEEP}\b",
    rf"(?:i )?(?:stood|sat|stopped|parked|waited)\b[^.!?]{{0,40}}?\b{_MEANS}\b",
)
LOW = any_of(
    r"since (?:\w+ |our |my ){1,4}?(?:died|passed|went into|left|funeral|accident|split|divorce|refus\w+|redundan\w+)"
    r"|since (?:jean|margaret|we lost|i lost|the (?:split|funeral|divorce|operation|diagnosis))",
    r"(?:no|not|nae|no much|little|very little) (?:much )?(?:point|use|sense|reason|heart)|(?:need|do) ?n(?:o|')?t (?:make"
    r" a )?fuss|dinn?ae? (?:fuss|phone)|no fuss|tired o|restful|at peace|felt (?:calm|lighter|peaceful|ready)",
    r"not be needing|shan'?t (?:be )?need\w*|(?:told|telling) (?:no ?(?:one|body))|how (?:easy|cold|quiet)|nothing to do"
    r" with (?:him|her|them|any)|nor much else|locked it again|lost the (?:contract|job|house|farm|baby)|wife (?:took"
    r"|left)|husband left|going under|not (?:been )?(?:myself|right)|somebody should know|didn'?t do it",
)
PUT_IN_ORDER = any_of(
    r"(?:put|putting|set|setting|got|have|left|redd up|redd|tidied|sorted|cleared)\b[^.!?]{0,25}?\b(?:papers|affairs|will"
    r"|desk|drawers|house|keys|accounts|letters|cupboards)\b",
    r"(?:i would|i'd) (?:rather|like) it (?:were |was |to be )?all (?:be )?tidy",
    r"(?:dog|cat|budgie|dug|rabbit|parrot|horse|bird|hens)(?:'?s| is| will| can| are)? (?:to )?(?:go|goes|gang|live)"
    r" (?:tae|to|with)",
    r"written (?:it |everything |all )+(?:out|down)\b[^.!?]{0,40}\b(?:follows|after me|next|comes after)",
)

# --- Parting with everything --------------------------------------------------------------------------------------
_OWN = (
    r"(?:bike|phone|telephone|guitar|radio|watch|ring|jacket|coat|clothes|books?|bird|dog|cat|rabbit|fish|hamster|plants?"
    r"|tools|trainers|boots|scarf|chain|rosary|beads|bible|koran|quran|photos?|photographs|records|cds|games|console|xbox"
    r"|playstation|laptop|tablet|teddy|toys|dinosaurs|lego|collection|things|stuff|belongings|possessions|savings|medals?"
    r"|papers|documents|canary|budgie|chess ?set|paints|sketchbook|diary|necklace|bracelet|veste|television|tv)"
)
PARTS_WITH = any_of(
    rf"(?:gave|given|gives?|giving|handed|sold|sells?|selling|left|leaving|passed on|shared out|dished out|posted|pressed)"
    rf"\b[^.!?]{{0,40}}?\b(?:his|her|their|every|all)\b(?: (?!new\b)[\w-]+){{0,2}}? {_OWN}\b",
    rf"(?:returned|brought back|handed back|paid back|paid off|settled|repaid)\b[^.!?]{{0,20}}?\b(?:every|all)\b",
    r"(?:labell?ed|packed|boxed)(?: up)? (?:all |everything|every)|(?:cleaned|emptied|cleared|scrubbed) (?:out )?(?:all |his"
    r" |her |their |the )+(?:room|cell|locker|flat|wardrobe|drawers)\b",
    r"(?:written|wrote|writes|writing)\b[^.!?]{0,30}?\b(?:letters?|notes?|cards?)\b[^.!?]{0,20}?\b(?:to|for) (?:each|every\w*"
    r"|all)",
    r"(?:cancell?ed|given up|stopped|ended)\b[^.!?]{0,40}?\b(?:dentist|course|college|phone|contract|subscription|place"
    r"|appointments?|gym)\b|paid\b[^.!?]{0,30}\bup to the end of",
    r"(?:chosen|choosing|decided|worked out|made a list of|listed|wrote down|told me) who (?:is to|gets?|will|should|would"
    r"|can|'ll)(?: to)? (?:have|get|each|look)?",
    r"ask(?:ed|s)?(?: me)? (?:would i|if i(?:'d| would| could)|whether i(?:'d| would)|to) (?:have|take|raise|look after"
    r"|mind|keep|adopt) (?:the |his |her |their )(?:bairns|kids|children|baby|boys|girls|cat|dog|rabbit|mother|mum|fish)",
    r"for whom\b[^.!?]{0,20}\bwould be|delet\w+ (?:all )?(?:his|her|their) (?:socials?|accounts?|photos?|pictures|profiles?)",
    r"(?:next week|next time|any ?more)\b[^.!?]{0,15}\b(?:you|i) (?:do ?n'?t|do not|won'?t|need not|needn'?t) (?:need|have)"
    r" to come",
    r"(?:asked|asks|wanted to know)\b[^.!?]{0,30}\b(?:hymns?|funeral|buried|cremat\w+)",
)
FAREWELL = any_of(
    r"good-?bye|farewell|adieu|adeus|(?:for|one) (?:the )?last (?:time|visit)\b|when i'?m (?:dead|gone|away)|when (?:he|she"
    r")'?s (?:dead|gone)|if (?:owt|anything|something|aught) (?:were to |should )?happen\w*",
    r"no ?(?:one|body) (?:will )?(?:need|has|have)\w*(?: to)? worry|won'?t (?:be )?need\w*|no (?:longer|more) need|no point"
    r"|leaves? nothing behind|one visit fewer|not a day (?:further|longer|more)|(?:so you |you'?ll )?remember (?:me|him|her)"
    r" (?:by|after|when)|house in order",
    r"(?:so|very|quite|beautifully|strangely|oddly|unusually) (?:calm|serene|peaceful|gentle|light|organi[sz]ed)|serene\w*"
    r"|glowing|(?:happiest|brightest|calmest|lightest|cheerfull?est|most (?:cheerful|peaceful|relaxed))|at peace|peaceful"
    r"|no longer (?:fretting|afraid|angry|worr\w+)|not angry (?:now|any ?more)",
    r"nobody can (?:lock|close|take)|forgiv\w+|thank-?you (?:note |card )?in each|hymns|funeral|journey|the sea is"
    r"|after (?:friday|saturday|sunday|monday|bonfire|christmas) ?['\"]|on a timer|where i'?m going|it'?s all over|falls? from",
)
MOVES_ON = any_of(
    r"(?:being )?releas\w+|new (?:house|flat|home|job|school|place|foster|hotel)|(?:he|she|they)(?:'?s| is| are)? (?:being )?"
    r"(?:moving|moved|transferred|leaving (?:the|for)|going home|deported|dispersed)|dispersal|transfer\w*|house move"
    r"|leaving (?:do|party)|last day (?:of|at)|retir\w+|graduat\w+|birthday|charity shop|jumble|car boot|raffle"
    r"|spring[- ]clean\w*|tax return|the auditor|handover|hand(?:ed|ing)? over (?:the|my) (?:rota|folder|keys to)",
)
ASKS_OF_DEATH = any_of(
    r"(?:whether|if|does|do) (?:dying|drowning|hanging|freezing|one feels|you feel|it)\b[^.!?]{0,25}?\b(?:hurts?|feels? anything"
    r"|painful|quick|slow)\b[^.!?]{0,40}?(?:\b(?:die|dying|falls?|drown\w*|dead|death|jump\w*)\b)|(?:whether|if) (?:dying"
    r"|drowning|hanging|falling) (?:hurts?|is (?:quick|slow|painful|cold))",
    r"(?:exactly )?how (?:he|she|they|i)(?:'d| would| will| intends?(?: to)?| means?(?: to)?| plans?(?: to)?| wants? to| is going"
    r" to) do it\b",
    r"how (?:many|much) (?:paracetamol|tablets|pills|insulin|ibuprofen|morphine)\b[^.!?]{0,20}\b(?:too (?:many|much)|it takes"
    r"|to die|enough|would)|how high (?:is|does|must|would)\b[^.!?]{0,30}\b(?:die|sure|kill)|feels? anything,? if one"
    r" (?:falls|jumps|drowns)",
)

# --- Marks, hunger, blows -----------------------------------------------------------------------------------------
HIDDEN_MARKS = any_of(
    r"(?:parallel|neat|straight|thin|fine|round|brown|dry|shiny|fresh|little round)(?: \w+){0,2} (?:lines|marks|spots|dots"
    r"|stripes|scabs|cuts|burns|scars|scratches|nicks)\b[^.!?]{0,40}?\b(?:arms?|sleeves?|wrists?|thighs?|legs?|forearms?|cuffs?"
    r"|healed|skin)",
    r"(?:sleeves?|cuffs?|gloves?|trousers|leggings|collar|scarf)\b[^.!?]{0,20}\b(?:rode|rolled|slipped|fell|slid|came)"
    r"(?: \w+)?[.:,;–—-]? ?[^.!?]{0,25}\b(?:lines|marks|spots|dots|scabs|cuts|burns|scars|scratches)",
    r"belt(?:'?s| is| has)? (?:gone |been )?(?:in|taken in|pulled in|up|on)\b[^.!?]{0,12}\b(?:holes?|notch\w*)",
    r"(?:been|being|made (?:him|her)sel\w+) sick\b[^.!?]{0,20}?\b(?:twice|before|after|again|each|every|on purpose)\b"
    r"[^.!?]{0,60}\b(?:lighter|thin|thinner|weight|empty|slim)|getting lighter for",
    r"smell(?:s|ed|ing)? of (?:vomit|sick)|(?:goes|went)\b[^.!?]{0,25}?\b(?:after (?:the|every|each) (?:meal|cake|food|lunch"
    r"|dinner))\b[^.!?]{0,60}\b(?:eyes|vomit|sick)",
    r"hunger\b[^.!?]{0,5}\b(?:makes|is|helps)|(?:only|just) (?:eaten|eats|had|has had|having) (?:ice(?: cubes)?|water|lettuce"
    r"|gum|air|crackers)\b|had(?: not|n'?t) eaten since",
    r"ask(?:ed|s)? (?:me )?(?:to keep|for) (?:the|my) (?:small |little |sharp )*(?:scissors|needle|blade|razor|knife|tablets)",
    r"(?:hand|knuckles?|fist)(?: \w+){0,3} (?:swollen|skinned|raw|open|split)\b[^.!?]{0,60}?\bwall",
    r"(?:would|will|wo) ?n(?:o|')?t? (?:not )?take off (?:the|his|her) (?:\w+ )?(?:coat|jumper|hoodie|gloves|jacket|cardigan)\b",
)
NO_MARKS = any_of(r"(?:henna|felt[- ]?tip|face ?paint\w*|tattoo|biro|pen marks|too cold|freezing|snow\w*|minus \w+|new coat"
                  r"|so proud of)")
_STRIKES = (
    r"(?:skelp\w*|clout(?:s|ed)?|wallop\w*|belt(?:s|ed)|leathers|leathered|thump(?:s|ed)|clobber\w*|cuff(?:s|ed)|whack(?:s|ed)"
    r"|thrash\w*|lamp(?:s|ed)|decks|decked|brays|brayed|lathers|strap(?:s|ped)|cane[sd]|whip(?:s|ped))"
)
DONE_TO = any_of(
    rf"(?:comes?|came|coming|goes|gets?|climbs?|sneaks?|creeps?) (?:in|into|to|through|in to) {_HIS} (?:bed|room|bedroom)"
    r"(?: (?:at|in the) night| for (?:\w+ )?(?:months?|weeks?|years?)| when)",
    rf"(?:holds?|held|pushe?[sd]?|puts?|shove[sd]?|kept) {_HIS} (?:head|face) (?:under|in|into|down) (?:the )?(?:\w+ )?(?:tap|water"
    r"|bath|toilet|sink|shower|pillow)",
    r"(?:does|did|gives? (?:him|her)|puts?|uses?|holds?) (?:the|a) (?:pillow|cushion|blanket|duvet) (?:when|on|over|if|until"
    r"|again)",
    r"(?:no|not|never|isnae|is ?n'?t|ain'?t|hardly|barely) (?:being |getting |bein |gettin |gets? |been )+fed\b|skin (?:an'?d?|n|&)"
    r" bones?\b|(?:rolls?|bread|food|biscuits|chips|sandwich\w*) in (?:his|her|their) pockets? (?:for|to)",
    rf"{_STRIKES} (?:{_HIM}|the (?:wee |poor |little )?(?:lad|lass|lassie|boy|girl|child|bairn|kid|wean)|one|\w+ (?:across|round"
    rf"|over) (?:the|his|her) (?:lug|ear|head|face|legs|back))",
    rf"(?:beat|beats|beaten|hits?|burns?|kick(?:s|ed)?|whip\w*) (?:on )?{_HIS} (?:back|legs|head|feet|face|hands|stomach|arms)"
    rf"(?! (?:in|at|on) (?:chess|cards|pool))",
    rf"(?:push|shove|throw|threw|chuck|pull|drag)\w* {_HIM} (?:\w+ )?(?:on|in|down|against|into|off|up) the (?:stairs?|steps?|wall"
    r"|radiator|cupboard|shed|floor)",
    r"(?:arms?|eyes?|legs?|face|back|cheeks?|lips?|ribs)(?: \w+){0,2}? (?:is|are|was|were|all|gone) (?:all )?(?:blue|purple|black"
    r"|swollen|yellow and)\b(?! (?:with|from) (?:the )?(?:cold|paint|ink|wasp|bee))",
    r"(?:did|do|does|done|doing)\b[^.!?]{0,12}? (?:to )?(?:him|her|them)? ?(?:a |such )?(?:very )?bad things?\b|you understand me\b",
    r"under the (?:bench|table|bed|desk|chair)\b[^.!?]{0,20}\barms over|(?:flinch\w*|cower\w*|duck(?:s|ed)|curled up) (?:when|if|as"
    r"|whenever|every time) (?:i|anyone|somebody|a man|the|he|she)",
    r"(?:lodger|boyfriend|uncle|stepdad|stepfather|brother|cousin|man|lad|cook|kitchen man|guard|neighbour)\b[^.!?]{0,60}\b(?:in the"
    r" (?:shed|store ?room|cellar|garage|attic))\b[^.!?]{0,40}\b(?:bad|hurts?|secret|touch\w*|tickl\w*|games?)",
    r"(?:three|four|five|several|\d+|\w+) days? (?:without|with no) (?:insulin|(?:his|her|their) (?:insulin|medicine|tablets"
    r"|inhaler|medication))",
)
IN_PLAY = any_of(
    r"at (?:chess|cards|pool|draughts|dominoes|scrabble|snooker|tennis|darts|football|fifa|monopoly|uno|ludo|bowling|cricket"
    r"|golf|backgammon|table tennis|connect)|(?:water|pillow)[- ](?:pistol|fight|balloons?)|snowball\w*|in the (?:film|play|panto\w*"
    r"|story|musical)|paintball|conkers|on the drums",
)
USED = any_of(
    r"(?:took|taken|takes?|kept|keeps?|holds?|has|have|confiscat\w+)\b(?: from (?:him|her|them))?[^.!?,;]{0,12}? (?:his|her|their|the)"
    r" (?:residence (?:card|permit)|asylum (?:card|papers?)|papers|passports?|documents|id card|brp|bank card|visa|arc card)\b"
    r"(?! (?:to|for|with|out|in) )",
    r"(?:mak(?:es?|ing)|made|got|gets|getting|has|have|had|must|forc\w+)\b[^.!?]{0,60}\b(?:for (?:nothing|no (?:pay|money|wages))"
    r"|without (?:any )?(?:pay|money|wages)|unpaid|whole night|all night|fourteen hours|1[2-9] hours)\b",
    r"(?:takes?|took|taking|collects?|keeps?|kept)\b[^.!?]{0,12}\b(?:cash|wages|money|pay|earnings) (?:that |which )?(?:he|she|they)"
    r" (?:earns?|makes?|gets?)",
    r"asks? (?:him|her|them) (?:for )?money (?:to|for) (?:give|giving|hand|the post|letters?|the key|the room|get)",
    r"(?:sod|lad|boy|man|girl|she|he)(?:'s| has|s)? been had\b",
)
DUTY_SPOKEN = any_of(
    r"(?:told|said|explained|warned|says?)\b[^.!?]{0,30}?\bi(?:'d| would| will|'ll| shall| should)? ?(?:have|need|had|hae|be (?:bound"
    r"|obliged)|am bound|must)? ?(?:to |tae )?(?:tell|act on|report it|report this|pass (?:it|this) on|share (?:it|this))\b(?! (?:him"
    r"|her|them|you (?:about|that|how|what|he|she)))",
    r"(?:could ?n'?t|could not|cannot|can'?t|did ?n'?t|did not|not) (?:promise|swear)(?: (?:him|her|them))?(?:,? (?:that|it|this|to keep"
    r"|to say nothing|any such)|$|[.;,!])",
    r"(?:asked|begged|wanted|made) me (?:not|no|never|to swear|swear|promise)(?: (?:not|no|never|i would ?n'?t))?(?: (?:to|tae))?"
    r" (?:tell|say|let on|mention|breathe)|no(?:t| not)? (?:taken )?(?:any )?detail taken|(?:put|asked) no (?:more |further )?questions"
    r"|asked (?:him|her|them )?nothing (?:further|more)|did not question (?:him|her|them)",
    r"(?:make|made|do|needs?|put in) (?:a |the )?(?:safeguarding |social services )?referral (?:first|today|tonight|now|to (?:children"
    r"|social|adult))|ring(?:s|ing)? (?:the )?children'?s (?:duty|services|social)",
    r"(?:asked|told) (?:him|her|them|me) to delete (?:the|his|her|their|all|our) (?:\w+ )?(?:messages|texts|chats?|photos)",
)
CROSSED_LINE = any_of(
    r"(?:giv(?:e|es|ing)|gave|sell(?:s|ing)?|sold|buys?|bought|slip(?:s|ped)?|suppl\w+) (?:him|her|them|the (?:lad|girl|boy|lass"
    r"|child))(?: \w+){0,3}? (?:pills|weed|vodka|gas|gin|vapes?|spliffs?|powder|wraps?|spice|a joint|joints|cigarettes?|booze|drugs"
    r"|gas for)\b",
    r"(?:into|enter\w*|in|from|left|leaving|leave) (?:\w+ )?(?:(?:his|her|their) (?:bed)?room|room \d+)\b[^.!?]{0,100}\b(?:until|till|next"
    r"|in the|at) (?:the )?(?:morning|dawn|breakfast|\d a\.?m)",
    r"(?:has|had|took|takes|drives?|drove)\b[^.!?]{0,40}\b(?:on (?:his|her|their) own|alone|only (?:they|the|them) two|just the two)\b"
    r"[^.!?]{0,120}\b(?:delete|not tell|must ?n'?t tell|don'?t tell|secret|nobody knows|outside any)",
)

# --- What is lacking, and somebody should see to it ----------------------------------------------------------------
WANTING = any_of(
    r"(?:damp|mould|mold)\b[^.!?]{0,40}\b(?:bed|wall|black|cough|furry|room|ceiling)|mice|rats|bed ?bugs|cockroach\w*|droppings"
    r"|ceiling\b[^.!?]{0,90}\b(?:leak|drip|stain|fell|hole|water|down)\w*|drips? on",
    r"(?:tablets|medicine|inhaler|pills|insulin|prescription|medication)\b[^.!?]{0,40}\b(?:finished|ran out|run out|gone|lost|ended"
    r"|none|over)|(?:no|nae|not a) (?:dentist|doctor|gp)\b[^.!?]{0,20}\b(?:will|would|has|takes?|registers?)|doctor is full|abscess"
    r"|tooth ?ache",
    r"(?:soles?|shoes?|trainers|coat|boots)\b[^.!?]{0,30}\b(?:through|holes?|fallen apart|carrier bags?|falling|split|soaked|thin)",
    r"sleeps? on (?:the |a )?(?:floor|sofa|mattress|chair)|sleeping on (?:the |a )?(?:floor|chair)|(?:bed|bed frame|mattress) (?:is |has"
    r" )?(?:broke\w*|collapsed|wet|soaked)|fallen asleep in (?:class|school|lessons)|falls? asleep (?:in|at) (?:class|school|lessons)",
    r"(?:heating|boiler|radiators?|hot water|stair light|lights?|lift|lock|smoke alarms?|banister|window|socket|cooker|fridge|toilet)"
    r"(?:'?s| is| has| have| are)?(?: (?:still|been|\w+ly))? (?:out|off|broken|bust|broke|gone|not work\w*|smashed|cracked|missing"
    r"|hanging)|no (?:heating|hot water|banister|lock|bedding|curtains|cot|glasses|smoke alarm)",
)
SOMEBODY_SHOULD = any_of(
    r"(?:no (?:great )?(?:rush|hurry)|can wait|not (?:an )?emergenc\w+|not urgent|nothing urgent|when (?:you|ever) (?:can|have|get|are"
    r"|next)|whenever|low on the list|not today|when you'?re back|in your own time|no panic|don'?t panic|next week)",
    r"(?:could|can|would|will|should|might|may) (?:you|some ?(?:one|body)|any ?(?:one|body)|we|the \w+)\b[^.!?]{0,60}?\b(?:speak|ask"
    r"|write|ring|chase|help|talk|tell|look|put|find|get|nudge|see|have a word)|who do (?:we|i) (?:tell|ask|ring)|somebody (?:help"
    r"|to have|ought|should)|wants some ?(?:one|body)|have a word|please some ?(?:one|body)",
    r"(?:i ask that|put to the|is there a \w+ grant|nobody (?:repairs|comes|does|fixes)|ticket number|the man does not come)",
)
OWN_TROUBLE = any_of(r"(?:my|our) (?:own )?(?:boiler|house|flat|roof|kitchen|car|ceiling|heating|bathroom|landlord|toothache|tablets)")

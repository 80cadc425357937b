"""The words by which `plights.py` knows what is done to somebody, and what they lack; for folded text."""

from mailbot.expressions import any_of

_HIM = r"(?:him|her|them)"
_HIS = r"(?:his|her|their|the)"

# --- Marks, hunger, blows -----------------------------------------------------------------------------------------
HIDDEN_MARKS = any_of(
    r"(?:little|small|tiny|thin|neat|faint|pink|red|white) (?:cuts|burns|scratches|marks|lines"
    r"|nicks)\b[^.!?]{0,12}\b(?:like|in (?:a )?rows?|up|down|across|along|on) (?:a |the |his |her )?(?:ladder|row"
    r"|arms?|hips?|thighs?|wrists?|tummy|stomach|legs?|ankles?|shoulders?)",
    r"knuckles?(?: \w+)? (?:skinned|split|raw|open|bust\w*|scabbed|grazed|swollen)\b[^.!?]{0,40}\b(?:again|week"
    r"|wall|door|says)",
    r"(?:parallel|neat|straight|thin|fine|round|brown|dry|shiny|fresh|little round)(?: \w+){0,2} (?:lines|marks"
    r"|spots|dots"
    r"|stripes|scabs|cuts|burns|scars|scratches|nicks)\b[^.!?]{0,40}?\b(?:arms?|sleeves?|wrists?|thighs?|legs?"
    r"|forearms?|cuffs?"
    r"|healed|skin)",
    r"(?:sleeves?|cuffs?|gloves?|trousers|leggings|collar|scarf)\b[^.!?]{0,20}\b(?:rode|rolled|slipped|fell|slid"
    r"|came)"
    r"(?: \w+)?[.:,;–—-]? ?[^.!?]{0,25}\b(?:lines|marks|spots|dots|scabs|cuts|burns|scars|scratches)",
    r"belt(?:'?s| is| has)? (?:gone |been )?(?:in|taken in|pulled in|up|on)\b[^.!?]{0,12}\b(?:holes?|notch\w*)",
    r"(?:been|being|made (?:him|her)sel\w+) sick\b[^.!?]{0,20}?\b(?:twice|before|after|again|each|every|on purpose)\b"
    r"[^.!?]{0,60}\b(?:lighter|thin|thinner|weight|empty|slim)|getting lighter for",
    r"smell(?:s|ed|ing)? of (?:vomit|sick)|(?:goes|went)\b[^.!?]{0,25}?\b(?:after (?:the|every|each) (?:meal|cake"
    r"|food|lunch"
    r"|dinner))\b[^.!?]{0,60}\b(?:eyes|vomit|sick)",
    r"hunger\b[^.!?]{0,5}\b(?:makes|is|helps)|(?:only|just) (?:eaten|eats|had|has had|having) (?:ice(?: cubes)?"
    r"|water|lettuce"
    r"|gum|air|crackers)\b|had(?: not|n'?t) eaten since",
    r"ask(?:ed|s)? (?:me )?(?:to keep|for) (?:the|my) (?:small |little |sharp )*(?:scissors|needle|blade|razor"
    r"|knife|tablets)",
    r"(?:hand|knuckles?|fist)(?: \w+){0,3} (?:swollen|skinned|raw|open|split)\b[^.!?]{0,60}?\bwall",
    r"(?:would|will|wo) ?n(?:o|')?t? (?:not )?take off (?:the|his|her) (?:\w+ )?(?:coat|jumper|hoodie|gloves"
    r"|jacket|cardigan)\b",
)
NO_MARKS = any_of(
    r"(?:henna|felt[- ]?tip|face ?paint\w*|tattoo|biro|pen marks|too cold|freezing|snow\w*|minus \w+|new coat"
    r"|so proud of)"
)
_STRIKES = (
    r"(?:skelp\w*|clout(?:s|ed)?|wallop\w*|belt(?:s|ed)|leathers|leathered|thump(?:s|ed)|clobber\w*|cuff(?:s|ed)"
    r"|whack(?:s|ed)"
    r"|thrash\w*|lamp(?:s|ed)|decks|decked|brays|brayed|lathers|strap(?:s|ped)|cane[sd]|whip(?:s|ped))"
)
DONE_TO = any_of(
    r"waits? for (?:me|him|her|them) (?:on|in|at|outside|by) the (?:landing|stairs?|room|bathroom|corridor|gate)"
    r"|(?:do ?n'?t|do not|not to) (?:make|send|take) (?:me|him|her) (?:go )?(?:back|home)\b|made me pinky",
    r"cigar\w+(?: ends?| butts?)? (?:\w+ )?(?:on|to|out on|into) (?:the|his|her) (?:hands?|arms?|back|legs?|skin"
    r"|neck|feet)",
    r"(?:mak(?:es|ing)|made) (?!me|us|it|sure|a|the)\w+ (?:kneel|stand (?:in|outside|facing|on one)|sleep (?:in|on"
    r"|outside)|sit in the (?:dark|cold|bath|shed)|eat (?:off|from|alone|outside|on)|strip|undress|go without"
    r"|drink (?:from|the))\b",
    r"hair (?:off|out)\b[^.!?]{0,15}\bpunish\w*|as (?:a )?punishment\b|(?:gets?|lies|climbs) (?:in|into) (?:his"
    r"|her|their|the|\w+'s) bed\b(?! early)",
    rf"(?:comes?|came|coming|goes|gets?|climbs?|sneaks?|creeps?) (?:in|into|to|through|in to) {_HIS} (?:bed|room"
    rf"|bedroom)"
    r"(?: (?:at|in the) night| for (?:\w+ )?(?:months?|weeks?|years?)| when)",
    rf"(?:holds?|held|pushe?[sd]?|puts?|shove[sd]?|kept) {_HIS} (?:head|face) (?:under|in|into"
    rf"|down) (?:the )?(?:\w+ )?(?:tap|water"
    r"|bath|toilet|sink|shower|pillow)",
    r"(?:does|did|gives? (?:him|her)|puts?|uses?|holds?) (?:the|a) (?:pillow|cushion|blanket|duvet) (?:when|on"
    r"|over|if|until"
    r"|again)",
    r"(?:no|not|never|isnae|is ?n'?t|ain'?t|hardly|barely) (?:being |getting |bein |gettin |gets? |been )+fed\b"
    r"|skin (?:an'?d?|n|&)"
    r" bones?\b|(?:rolls?|bread|food|biscuits|chips|sandwich\w*) in (?:his|her|their) pockets? (?:for|to)",
    rf"{_STRIKES} (?:{_HIM}|the (?:wee |poor |little )?(?:lad|lass|lassie|boy|girl|child|bairn|kid|wean)|one"
    rf"|\w+ (?:across|round"
    rf"|over) (?:the|his|her) (?:lug|ear|head|face|legs|back))",
    rf"(?:beat|beats|beaten|hits?|burns?|kick(?:s|ed)?|whip\w*) (?:on )?{_HIS} (?:back|legs|head|feet|face|hands"
    rf"|stomach|arms)"
    rf"(?! (?:in|at|on) (?:chess|cards|pool))",
    rf"(?:push|shove|throw|threw|chuck|pull|drag)\w* {_HIM} (?:\w+ )?(?:on|in|down|against|into|off"
    rf"|up) the (?:stairs?|steps?|wall"
    r"|radiator|cupboard|shed|floor)",
    r"(?<!my )(?:arms?|eyes?|legs?|face|back|cheeks?|lips?|ribs)(?: \w+){0,2}? (?:is|are|was|were|all"
    r"|gone) (?:all )?(?:blue|purple|black"
    r"|swollen|yellow and)\b(?! (?:with|from) (?:the )?(?:cold|paint|ink|wasp|bee))",
    r"(?:did|do|does|done|doing)\b[^.!?]{0,12}? (?:to )?(?:him|her|them)? ?(?:a |such )?(?:very )?bad things?\b"
    r"|you understand me\b",
    r"under the (?:bench|table|bed|desk|chair)\b[^.!?]{0,20}\barms over|(?:flinch\w*|cower\w*|duck(?:s|ed)"
    r"|curled up) (?:when|if|as"
    r"|whenever|every time) (?:i|anyone|somebody|a man|the|he|she)",
    r"(?:lodger|boyfriend|uncle|stepdad|stepfather|brother|cousin|man|lad|cook|kitchen man|guard"
    r"|neighbour)\b[^.!?]{0,60}\b(?:in the"
    r" (?:shed|store ?room|cellar|garage|attic))\b[^.!?]{0,40}\b(?:bad|hurts?|secret|touch\w*|tickl\w*|games?)",
    r"(?:three|four|five|several|\d+|\w+) days? (?:without|with no) (?:insulin|(?:his|her|their) (?:insulin"
    r"|medicine|tablets"
    r"|inhaler|medication))",
)
IN_PLAY = any_of(
    r"at (?:chess|cards|pool|draughts|dominoes|scrabble|snooker|tennis|darts|football|fifa|monopoly|uno|ludo"
    r"|bowling|cricket"
    r"|golf|backgammon|table tennis|connect)|(?:water|pillow)[- ](?:pistol|fight|balloons?)|snowball\w*"
    r"|in the (?:film|play|panto\w*"
    r"|story|musical)|paintball|conkers|on the drums",
)
USED = any_of(
    r"(?:being |is |was |they |been )(?:made|forced|having) (?:him |her |them )?to (?:sell|carry|hold|hide|deal"
    r"|beg|steal|store|hand over|collect|shoplift|swallow|work|keep) (?!my|our|on|still|hands)",
    r"(?:took|taken|takes?|kept|keeps?|holds?|has|have|confiscat\w+)\b(?: from (?:him|her"
    r"|them))?[^.!?,;]{0,12}? (?:his|her|their|the)"
    r" (?:residence (?:card|permit)|asylum (?:card|papers?)|papers|passports?|documents|id card|brp|bank card|visa"
    r"|arc card)\b"
    r"(?! (?:to|for|with|out|in) )",
    r"(?:mak(?:es?|ing)|made|got|gets|getting|has|have|had|must|forc\w+)\b[^.!?]{0,60}\b(?:for (?:nothing"
    r"|no (?:pay|money|wages))"
    r"|without (?:any )?(?:pay|money|wages)|unpaid|whole night|all night|fourteen hours|1[2-9] hours)\b",
    r"(?:takes?|took|taking|collects?|keeps?|kept)\b[^.!?]{0,12}\b(?:cash|wages|money|pay|earnings) (?:that "
    r"|which )?(?:he|she|they)"
    r" (?:earns?|makes?|gets?)",
    r"asks? (?:him|her|them) (?:for )?money (?:to|for) (?:give|giving|hand|the post|letters?|the key|the room|get)",
    r"(?:sod|lad|boy|man|girl|she|he)(?:'s| has|s)? been had\b",
)
DUTY_SPOKEN = any_of(
    r"(?:i|we) (?:must|have to|had to|am obliged to|am bound to|ought to|was bound to) (?:inform|report"
    r"|escalate)\b(?! (?:that )?(?:the visit|my mileage|expenses))|(?:can'?t|could ?n'?t|cannot) keep (?:it|that"
    r"|this) (?:to myself|secret|quiet|between)|(?:wrote|written) (?:it|that|this|his words"
    r"|her words)?(?: all)? ?down (?:word for word|straight|right|exactly|at once)|did ?n'?t ask (?:any more"
    r"|anything)",
    r"(?:told|said|explained|warned|says?)\b[^.!?]{0,30}?\bi(?:'d| would| will|'ll| shall| should)? ?(?:have|need"
    r"|had|hae|be (?:bound"
    r"|obliged)|am bound|must)? ?(?:to |tae )?(?:tell|act on|report it|report this|pass (?:it|this) on|share (?:it"
    r"|this))\b(?! (?:him"
    r"|her|them|you (?:about|that|how|what|he|she)))",
    r"(?:could ?n'?t|could not|cannot|can'?t|did ?n'?t|did not|not) (?:promise|swear)(?: (?:him|her"
    r"|them))?(?:,? (?:that|it|this|to keep"
    r"|to say nothing|any such)|$|[.;,!])",
    r"(?:asked|begged|wanted|made) me (?:not|no|never|to swear|swear|promise)(?: (?:not|no|never"
    r"|i would ?n'?t))?(?: (?:to|tae))?"
    r" (?:tell|say|let on|mention|breathe)|no(?:t| not)? (?:taken )?(?:any )?detail taken|(?:put"
    r"|asked) no (?:more |further )?questions"
    r"|asked (?:him|her|them )?nothing (?:further|more)|did not question (?:him|her|them)",
    r"(?:make|made|do|needs?|put in) (?:a |the )?(?:safeguarding |social services )?referral (?:first|today"
    r"|tonight|now|to (?:children"
    r"|social|adult))|ring(?:s|ing)? (?:the )?children'?s (?:duty|services|social)",
    r"(?:asked|told) (?:him|her|them|me) to delete (?:the|his|her|their|all|our) (?:\w+ )?(?:messages|texts|chats?"
    r"|photos)",
)
IN_CONFIDENCE = any_of(
    r"(?:no|not|nae|ain'?t|isn'?t|hate to be|feel like|feel|don'?t like being) (?:wan |one |want(?:ing)? "
    r"|like )?(?:a |the |tae |to )?(?:most"
    r" )?(?:\w+ )?(?:grass|clype|clyping|sneak|snitch|tell ?tales?|telling tales|tell tales|tittle[- ]tattle)\b",
    r"(?:keep|kept) (?:it|this|that) between (?:us|you and me|ourselves)|(?:do ?n'?t|do not|never"
    r"|must ?n'?t) (?:say|tell|let on)\b[^.!?]{0,30}"
    r"\b(?:it was me|it is from me|it'?s from me|came from me|that i (?:wrote|told|said)|this from me)",
    r"in (?:the )?strict(?:est)? confidence|rais\w+ (?:this|it) (?:as a )?(?:formally|concern)|whistle[- ]?blow\w*"
    r"|(?:not|n'?t) (?:going to )?sit on"
    r" (?:it|this)|(?:begged|asked) me to say nothing|conduct of (?:another|a fellow|one)",
)
CROSSED_LINE = any_of(
    r"(?:charg\w+|demand\w*|ask\w*|tak(?:es|ing)) (?:the |our )?(?:residents?|clients?|families|lads|women|girls"
    r"|men)\b[^.!?]{0,12}(?:£ ?\d|\b(?:\w+ pounds|\w+ quid|money|cash|fees?))",
    r"(?:lets?|letting) (?:the |his |her )?(?:boys?|girls?|lads?|kids|teenagers|him|her|them|lasses) (?:drink"
    r"|smoke|vape|crash|stay over|sleep)\b[^.!?]{0,20}\b(?:at|in|round|over) (?:hers|his|theirs|her (?:house|flat)"
    r"|their)",
    r"(?:borrow\w*|took|takes|taken|lent|lends) (?:£ ?\d+|money|cash|\w+ pounds?|\w+ quid)\b[^.!?]{0,60}\b(?:quiet"
    r"|secret|say nothing|not to tell|nobody)",
    r"(?:stay\w* (?:over|the night|overnight)|slept|sleeps|spent the night|spends the night) in (?:\w+'s|his"
    r"|her) (?:\w+ )?room\b",
    r"messag\w+ (?:the (?:girl|boy|lad|child|lass)|him|her|\w+) (?:at|after|past) (?:\d|midnight|two|three|one"
    r"|night)",
    r"(?:giv(?:e|es|ing)|gave|sell(?:s|ing)?|sold|buys?|bought|slip(?:s|ped)?|suppl\w+) (?:him|her|them|the (?:lad"
    r"|girl|boy|lass"
    r"|child))(?: \w+){0,3}? (?:pills|weed|vodka|gas|gin|vapes?|spliffs?|powder|wraps?|spice|a joint|joints"
    r"|cigarettes?|booze|drugs"
    r"|gas for)\b",
    r"(?:into|enter\w*|in|from|left|leaving|leave) (?:\w+ )?(?:(?:his|her|their) (?:bed)?room"
    r"|room \d+)\b[^.!?]{0,100}\b(?:until|till|next"
    r"|in the|at) (?:the )?(?:morning|dawn|breakfast|\d a\.?m)",
    r"(?:has|had|took|takes|drives?|drove)\b[^.!?]{0,40}\b(?:on (?:his|her|their) own|alone|only (?:they|the"
    r"|them) two|just the two)\b"
    r"[^.!?]{0,120}\b(?:delete|not tell|must ?n'?t tell|don'?t tell|secret|nobody knows|outside any)",
)

# --- What is lacking, and somebody should see to it ----------------------------------------------------------------
WANTING = any_of(
    r"(?:fillings?|teeth|tooth|gums?|crown)\b[^.!?]{0,40}\b(?:out|broke\w*|chipped|rotten|hurts?|bleed\w*|one side"
    r"|loose|ach\w+)|(?:same|only|one)(?: \w+){0,2} (?:shoes|sandals|coat|jumper|trousers|clothes|trainers"
    r"|pair) since|(?:broken|cracked|smashed|no) (?:pane|window)|cardboard over",
    r"(?:glasses|spectacles|hearing aids?|dentures|crutch\w*|walking stick|wheelchair)\b[^.!?]{0,40}\b(?:tape"
    r"|broke\w*|held together|lost|missing|bust|snapped|cracked|wobbl\w*)",
    r"(?:no|without|has ?n'?t (?:got )?an?y?|lacks?) (?:a |any )?(?:proper )?(?:mattress|bed|bedding|blankets?"
    r"|duvet|cooker|fridge|towels?|winter coat|shoes|heating|nappies|socks|glasses|warm \w+)\b",
    r"(?:damp|mould|mold)\b[^.!?]{0,40}\b(?:bed|wall|black|cough|furry|room|ceiling)|mice|rats|bed ?bugs"
    r"|cockroach\w*|droppings"
    r"|ceiling\b[^.!?]{0,90}\b(?:leak|drip|stain|fell|hole|water|down)\w*|drips? on",
    r"(?:tablets|medicine|inhaler|pills|insulin|prescription|medication)\b[^.!?]{0,40}\b(?:finished|ran out"
    r"|run out|gone|lost|ended"
    r"|none|over)|(?:no|nae|not a) (?:dentist|doctor|gp)\b[^.!?]{0,20}\b(?:will|would|has|takes?|registers?)"
    r"|doctor is full|abscess"
    r"|tooth ?ache",
    r"(?:soles?|shoes?|trainers|coat|boots)\b[^.!?]{0,30}\b(?:through|holes?|fallen apart|carrier bags?|falling"
    r"|split|soaked|thin)",
    r"sleeps? on (?:the |a )?(?:floor|sofa|mattress|chair)|sleeping on (?:the |a )?(?:floor|chair)|(?:bed"
    r"|bed frame|mattress) (?:is |has"
    r" )?(?:broke\w*|collapsed|wet|soaked)|fallen asleep in (?:class|school|lessons)|falls? asleep (?:in"
    r"|at) (?:class|school|lessons)",
    r"(?:heating|boiler|radiators?|hot water|stair light|lights?|lift|lock|smoke alarms?|banister|window|socket"
    r"|cooker|fridge|toilet)"
    r"(?:'?s| is| has| have| are)?(?: (?:still|been|\w+ly))? (?:out|off|broken|bust|broke|gone|not work\w*|smashed"
    r"|cracked|missing"
    r"|hanging)|no (?:heating|hot water|banister|lock|bedding|curtains|cot|glasses|smoke alarm)",
)
SOMEBODY_SHOULD = any_of(
    r"is there (?:a|an|any) (?:\w+ )?(?:fund|grant|scheme|charity)|how (?:do|can|would|could) (?:we|i|he|she|they"
    r"|you) (?:find|get|sort|apply|go about)",
    r"(?:no (?:great )?(?:rush|hurry)|can wait|not (?:an )?emergenc\w+|not urgent|nothing urgent|when (?:you"
    r"|ever) (?:can|have|get|are"
    r"|next)|whenever|low on the list|not today|when you'?re back|in your own time|no panic|don'?t panic|next week)",
    r"(?:could|can|would|will|should|might|may) (?:you|some ?(?:one|body)|any ?(?:one|body)|we"
    r"|the \w+)\b[^.!?]{0,60}?\b(?:speak|ask"
    r"|write|ring|chase|help|talk|tell|look|put|find|get|nudge|see|have a word)|who (?:do|does|sorts?|deals?"
    r"|should|can|would)\b[^.!?]{0,20}"
    r"|somebody (?:help"
    r"|to have|ought|should)|wants some ?(?:one|body)|have a word|please some ?(?:one|body)",
    r"(?:i ask that|put to the|is there a \w+ grant|nobody (?:repairs|comes|does|fixes)|ticket number"
    r"|the man does not come)",
)
OWN_TROUBLE = any_of(
    r"(?:bath|swim\w*|first|baby|milk|wobbly|loose|lost (?:a|his|her) (?:first )?)(?: \w+)? (?:tooth|teeth)\b",
    r"(?:our|the|my) (?:hall|office|centre|church|venue|meeting room|minibus|photocopier|kettle)\b",
    r"(?:my|our) (?:own )?(?:boiler|house|flat|roof|kitchen|car|ceiling|heating|bathroom|landlord|toothache|tablets)",
)

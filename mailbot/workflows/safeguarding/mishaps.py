"""How people tell of accidents, injuries and near misses: who or what, what befell them, and what was done for it."""

import re

from mailbot.expressions import lazy

_THEIR = r"(?:his|her|their|my|our|the|both|an?|one|'s)"
_BODY = (
    r"(?:head|forehead|nose|chin|cheek|lips?|tongue|ears?|neck|shoulders?|arms?|elbows?|wrists?|hands?|palms?"
    r"|fingers?"
    r"|fingertips?|thum\w*|knuckles?|back|hips?|legs?|knees?|kne|nee|shins?|thighs?|ankles?|calf|foot|feet|toes?"
    r"|heels?"
    r"|bottom|bum|tailbone|coccyx|ribs?|collar ?bone|skull|tooth|teeth|nail)"
)
_HURT = (
    r"(?:bang(?:ed|s)?|bump(?:ed|s)?|knock(?:ed|s)?|bash(?:ed)?|crack(?:ed)?|clonked|bonked|whack(?:ed)?|smack(?:ed)?"
    r"|thump(?:ed)?|graz(?:ed?|es)|scrap(?:ed?|es)|bruis(?:ed?|es)|burn(?:t|ed|s)?|scald(?:ed|s)?|sprain(?:ed|s)?"
    r"|strain(?:ed)?|wrench(?:ed)?|stub(?:bed|s)?|jam(?:med)?|trap(?:ped|s)?|pinch(?:ed)?"
    r"|(?<!the )(?<!t['’])nick(?:ed)?|slic(?:ed?|es)"
    r"|gash(?:ed)?|crush(?:ed)?|squash(?:ed)?|skinned|ricked|jarred|scuff(?:ed)?|split|tore|dislocat\w*"
    r"|fractur\w*|broke"
    r"|chipped|landed (?:hard |badly |heavily )?on(?! \w+ (?:feet|toes))|came down on|fell on|went over on"
    r"|turned|twisted(?= \w+ (?:\w+ )?"
    r"(?:ankle|knee|wrist|foot|back))|rolled(?= \w+ (?:\w+ )?ankle)|cut(?= \w+ (?:\w+ )?(?!nails?|hair|toenails?))"
    r"|hit(?= \w+ (?:\w+ )?(?:head|elbow|knee|shin|chin|nose|funny)\b(?! (?:on nothing|against the wall))))"
)
_FALL = (
    r"(?:slipp?ed|tripp?ed|stumbled|skidded|toppled|tumbled|slid|keeled|fell|fallen|falls?|fall|went|gone"
    r"|pitched|sailed)"
)
_FELL = (
    r"(?:(?:slipp?(?:ed|t)|tripp?ed|stumbled|skidded|toppled|tumbled|slid|pitched) (?:on(?! (?:my|his|her|their"
    r"|our|a|an|some|the) (?:\w+ )?(?:coat|jacket|shoes?|slippers|jumper|gloves?|boots?|cardigan|wellies"
    r"|trainers|hat|fleece|ring|apron)\b)|over|off|down|up|in"
    r"|backwards"
    r"|forwards"
    r"|into|from|and)\b(?! (?:(?:his|her|my|their|the|each other['’]s?) )?(?:words?|lines?|question|name"
    r"|pronunciation"
    r"|sofa|memory|conversation|easy|easily|upon))"
    r"|(?:went|gone|goes|fell|fallen|falls?) (?:sprawling|headlong|head ?first|flying|flat on|base over|arse over"
    r"|backwards|face ?first|over (?:the|his|her|my) (?:handlebars|edge|kerb|step|bags?|rug|mat|cable|ankle)|over on"
    r"|down (?:the|some|a few|two|three|four|from|off|like|on|in|and)(?! (?:\w+ ){0,2}(?:slides?|chute|flume|ramp"
    r"|zip ?wire|helter|water|toboggan|sledge run)\b)|full length|a? ?cropper|my length|under a)\b"
    r"|(?:fell|fall|fallen|falls) (?:on|in|into|off|over|down|from|out of|at|against)\b(?! (?:laughing"
    r"|love|line"
    r"|place|the (?:wagon|moon|floor laughing)|my chair|a trap|step|deaf|hard times|the same|(?:his|her|their) feet"
    r"|asleep|about|with|easter|my birthday|monday|tuesday|wednesday|thursday|friday|saturday|sunday))"
    r"|(?:lost|missed) (?:his|her|their|my) (?:footing|balance|step|grip)|missed (?:the|a) (?:bottom |last |top"
    r" )?step"
    r"|took a (?:\w+ )?(?:tumble|spill|fall|purler|nosedive)|(?:came|come) a cropper|went (?:my|his|her|their) length"
    r"|came off (?:(?:the|his|her|their|a|my) )(?:\w+ )?(?:bike|bicycle|scooter|swing|skateboard|board|horse|pony"
    r"|trampoline|slide|moped|sledge|rope|skates|wall|frame)|down like skittles)"
)
_ONE = (
    r"(?:he|she|i|we|they|it|both|who|and|one|boy|girl|lad|kid|child|(?-i:[A-Z])\w+)(?: (?:has|had|have|'d|'ve"
    r"|also|both"
    r"|just|only|then|even|almost|nearly|very nearly|have been|got))*"
)
_THING = (
    r"(?:chair|table|shelf|shelves|bench|ceiling|light|swing|seat|glass|door|window|pane|rail|banister|step"
    r"|stairs?|floor"
    r"|floorboard|ladder|wall|fence|branch|tree|tile|slate|roof|cupboard|wardrobe|tv|bookcase|radiator|lift|urn"
    r"|kettle"
    r"|plug|socket|wheel|brakes?|chains?|strap|handle|barrier|goalpost|sign|scaffold\w*|brick|lid|bed|bunk|stool|hook"
    r"|lump of \w+|wheelchair|pushchair|buggy|pram)"
)
_BROKE = (
    r"(?:collapsed|gave way|given way|snapped|came (?:down|away|off|loose|crashing)|fell (?:off|on|down|over"
    r"|from|out)"
    r"|toppled|tipped (?:over|backwards|up|forwards)|shattered|smashed|gave out|burst|exploded|caught fire|sparked"
    r"|crashed|dropped|flew off|shut on|slammed on|broke under|broke off|jammed|got stuck|landed)"
)
_US = r"(?:me|us|him|her|them|(?-i:[A-Z])\w+)"
_NEARNESS = (
    rf"(?:inch\w*|whisker|missed|beside|next to|in front of|on top of|where|under {_US}|on {_US}|with {_US}"
    rf"|while|as we|as"
    rf" he|as she"
    r"|when (?:he|she|we|i)|just after|nobody|no one|no injur\w+|no harm|seconds?)"
)
MISHAP = lazy(
    r"\bswallowed an? (?:marble|coin|button|battery|bead|stone|tooth|pin|penny)\b|\b(?:stuck|trapped) in (?:the"
    r"|a) lift\b"
    r"|\b(?:firework|banger|rocket)s? (?:\w+ )?went off\b|\bsinged\b|"
    rf"\b(?:had|taken|took|got|has) an? (?:\w+ )?(?:fall|tumble|bang|knock|bump|whack|graze|scrape|burn)"
    rf" (?:on|to|at|in|off|from|over|when|by)\b"
    rf"|\b{_BODY} (?:\w+ )?(?:scraped|grazed|skinned|scalded|burnt|(?:is|it['’]s) the size of)\b"
    r"|\breacted to the \w+|\b(?:sun|heat) ?stroke\b|\bepi-?pen\b"
    rf"|\b(?:car|bike|taxi|bus|wheelchair|we) (?:was|got|were) (?:hit|rammed|bumped|clipped|struck)\b(?! by a wave)"
    r"|\b(?:bus|car|van|lorry|mirror|cyclist|bike|scooter|bottle|ball|stone|brick|branch"
    r"|tray)\b[^.;!?]{0,30}?\b(?:brushed|skimmed|hit|struck"
    r"|clipped|caught|smashed at|landed (?:on|at|next to|beside|between)|knocked)\b [^.;!?]{0,12}?\b(?:me|us|him"
    r"|her|them|my|his|our|their)\b"
    r"|\bcut (?:him|her|my|them)sel(?:f|ves) (?:while |when )?(?:peeling|slicing|chopping|cooking|shaving"
    r"|opening|on (?:the|a) (?:tin|lid|paper"
    r"|bread ?knife|glass))|\b(?:ran|stepped|walked|darted) (?:straight |right )?out (?:between|in front of|into)\b"
    r"|\bonly just (?:grabbed|caught|missed) (?:him|her|them|me|us)\b|\bwent under (?:the )?(?:water|for a)\b"
    rf"|\b{_ONE} ended up (?:on (?:the|my|his|her) (?:floor|ground|back|bottom|backside)|in (?:the (?:water|pond"
    rf"|canal|mud|hedge)|a heap))\b"
    r"|\b(?:came down|landed) with a (?:bump|thump|crash|bang)\b|"
    rf"\b{_HURT} (?:{_THEIR} )(?:\w+ ){{0,2}}?{_BODY}\b|\b{_ONE} {_FELL}|^\W*(?:\w+ )?{_FELL}"
    rf"|\b(?:got|get|had|have|with|getting) (?:{_THEIR} )(?:\w+ )?{_BODY} (?:trapped|caught|stuck|shut|jammed|crushed"
    rf"|squashed|stood on)\b|\bcaught (?:his|her|their|my) (?:\w+ )?{_BODY} (?:in|on|under|between)\b"
    rf"|\b(?:shut|slammed|closed|trapped|jammed) (?:his|her|their|my) (?:\w+ )?{_BODY}"
    r" (?:in|under|with) (?:the|a|my|our)\b"
    rf"|\b(?:door|lid|gate|drawer|window|boot)\b[^.;!?]{{0,20}} (?:shut|closed|slammed|came down)"
    rf" on (?:his|her|their|my) (?:\w+ )?{_BODY}\b"
    r"|\b(?:bumped|knocked|banged|clashed) heads\b"
    rf"|\bdropped [^.;!?]{{1,30}} on (?:his|her|their|my) (?:\w+ )?{_BODY}\b"
    rf"|\b{_THING}s?\b[^.;!?]{{0,40}}?\b{_BROKE}\b[^;!?]{{0,60}}?\b{_NEARNESS}\b"
    rf"|\b{_NEARNESS}\b[^.;!?]{{0,40}}?\b{_THING}s?\b[^.;!?]{{0,20}}?\b{_BROKE}\b"
    rf"|\bmissed (?:me|us|him|her|them|(?:his|her|my|our) \w+|(?-i:[A-Z])\w+) by\b"
    r"|\b(?:nearly|almost|narrowly|could have) (?:got |been |gone |went |had |run |hit |have |an )*"
    r"(?:run (?:over|down)|knocked (?:over|down|off)|hit by|mown down|drowned|accident|electrocuted|scalded|crushed"
    r"|under a|into a (?:car|bus|van|lorry|cyclist|tree))\b"
    r"|\b(?:close (?:shave|call)|near (?:thing|miss)|(?:lucky|narrow) escape|little mishap|a mishap|nasty bump)\b"
    r"|\b(?:prang|rear[- ]ended|(?:minor|slight|small|little) (?:collision|bump|crash|shunt|accident)|collided"
    r" with)\b"
    rf"|\b(?:ran|went|backed|drove|reversed|crashed|smashed) (?:smack |straight )?into (?:the back of )?"
    rf"(?:{_US}|my car|our car|a (?:wall|tree|lamp ?post|glass \w+|door|post|parked \w+))\b"
    rf"|\b(?:clipped|knocked (?:down|over|off)|knocked {_US} (?:over|down|off)) (?:{_US}|by an?|the|my|his|her)\b"
    r"|\b(?:tea|coffee|chocolate|soup|(?:hot|boiling|boiled|scalding) water|milk"
    r"|oil)\b[^.;!?]{0,15}? (?:all )?(?:over|on|down) (?:his|her|my|their"
    r"|him|me) ?(?:\w+ )?(?:lap|legs?|hands?|arms?|front|foot|feet|knees?|chest|wrist|self)?\b"
    r"|\b(?:(?<!nearly )(?<!almost )(?:fainted|blacked out|passed out)(?! (?:the|of|some|our|my|all|his|her"
    r"|cards|leaflets|copies|biscuits|with"
    r" flying))|funny turn|choked on|nose ?bleed|bloody nose|allergic reaction|came (?:out|up) in (?:hives|a"
    r" rash|lumps)"
    r"|asthma attack|electric shock|had a (?:fit|seizure)|keeled over|(?:a )?small fire)\b"
    r"|\b(?:stung|bitten|nipped) (?:by|on|in)\b"
    rf"|\b(?:dog|cat|horse|goose|swan|wasp|bee)\b[^.;!?]{{0,25}}? (?:bit|nipped|stung|scratched|went for) {_US}\b"
    r"|\b(?:first[- ]aid(?:er|ers)?\b(?! (?:course|training|kit|box|certificate|refresher|class|badge|day|skills))"
    r"|ice pack|(?:ran|held|put|kept|run) [^.;!?]{0,25}?(?:under the (?:cold )?tap|cold water|a cold)|cold water on"
    r"|steri[- ]?strips?|(?:two|three|a few|some|(?<![\d,.])\d{1,2}|needed|got) stitches|(?:put|stuck|needed|got"
    r"|with) an? (?:\w+ )?"
    r"(?:plaster|bandage|dressing|sling))\b"
    r"|\b(?:sleeve|hair|coat|scarf|skirt|shirt|dress|jacket) (?:\w+ )?caught\b"
    r"|\b(?:wheelchair|pushchair|buggy|pram|trolley)\b[^.;!?]{0,20}? (?:tipped|toppled|rolled|overturned|went over)\b"
    r"|\bgave way under\b|\b(?:for|in|into) the accident book\b|\breport (?:an?|this|the) (?:\w+ )?(?:accident"
    r"|injury)\b"
    r"|\b(?:lift|elevator) (?:jammed|got stuck|broke down) (?:with|while|when|between)\b",
    re.IGNORECASE,
)

# Before the words for it: that it did not happen, that somebody else told of it, that it was on a screen.
DENIED = lazy(
    r"\b(?:no|zero|nil|nobody|no one|none|never|not|neither|without|if|in case|would have|might have|should have|lest"
    r"|scared of"
    r"|afraid of|careful not to|risk of|instead of|to avoid|so that)\b(?:\W+(?!but\b|and\b|only\b)\w+){0,2}\W*$"
    r"|n['’]t(?:\W+(?!but\b|and\b)\w+){0,2}\W*$",
    re.IGNORECASE,
)
TOLD = lazy(
    r"\b(?:says?|said|sed|claims?|claimed|reckons?|reckoned|makes? out|made out|told me|i['’]m told|i am told"
    r"|(?:people|others|visitors|folk) (?:have"
    r"|has|had)?|i hear|tells me|told us|story|stories|the time|remember(?:s|ed)?"
    r"|recalled|once"
    r"|years ago|as a (?:boy|child|kid|girl|lad|young \w+)|in (?:19|20)\d\d|used to|joked?|laughed about"
    r"|when (?:he|she|they|i) (?:was|were) (?:a (?!bit|little)|\d|young|little|small|four|five|six|seven|eight|nine"
    r"|ten)"
    r"|watch(?:ed|ing)?"
    r"|telly|film|cartoon|clowns?|skaters|jenga|dominoes|lego|cards|snowman|cake|tower)\b[^.;]{0,45}$"
    r"|\b(?:my|our) (?:\w+ )?(?:husband|wife|partner|mum|mam|mother|dad|father|son|daughter|sister|brother|nan"
    r"|gran\w*"
    r"|neighbour\w*|friend|cat|colleague|cousin|aunt\w*|uncle|boss|lodger|boiler|washing machine)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# Behind them: how it was on the road, or long ago.
ELSEWHERE = lazy(
    r"\b(?:as a (?:boy|child|kid|girl|lad)|years ago|(?:last|the other) (?:week|month|year|winter|summer)|when"
    r" (?:he|she|i)"
    r" was (?:a|\d|young|little|small)|in (?:19|20)\d\d|back home in|(?:19|20)\d\d\b|in the (?:film"
    r"|play|story)"
    r"|on (?:the )?(?:telly|tv))\b",
    re.IGNORECASE,
)
ON_THE_ROAD = lazy(
    r"\b(?:accident|crash|collision|prang|pile[- ]up)\b[^.;]{0,15}\b(?:on|at|near|ahead|outside|along)\b[^.;]{0,12}?"
    r"\b(?:the )?(?:m\d+|a\d+|motorway|ring road|by-?pass|dual carriageway|main road|high road|flyover|bridge|line"
    r"|junction|road ahead|tracks)\b|\b(?:traffic|tailbacks?|held (?:me|us) up|diversion|road closed|delayed)\b",
    re.IGNORECASE,
)
ASKS = lazy(
    r"^\W*(?:(?:and|also|btw|by the way|ps|hi|hello)\W+)*(?:is|are|do|does|can|could|should|shall|would|what"
    r"|where|who|when"
    r"|how|which|have you|has|will|may)\b[^?]*\?",
    re.IGNORECASE,
)
# What somebody did to somebody is no accident.
ASSAULT = lazy(
    r"\b(?:spat|spit|punch\w*|attack(?:ed|er)|assault\w*|beat(?:en|ing)?|threat\w*|fight|fought|on purpose"
    r"|deliberate\w*|kicked"
    r"|slapped|robbed|mugged|smack(?:ed|ing)? (?:him|her|them)|chained|they (?:will |would |['’]ll )?(?:cut"
    r"|break|burn)"
    r"|cut (?:his|her|their) (?:\w+ )?(?:arms?|wrists?|legs?|thighs?) with|(?:water|liquid|acid|bleach|oil"
    r"|tea)\b[^.;]{0,30}?"
    r" th(?:rown|rew|rows?)|th(?:rew|rown|rowing|rows?) (?:the |some |\w+ )?(?:water|liquid|acid|bleach|oil))\b",
    re.IGNORECASE,
)

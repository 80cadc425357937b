"""The words by which `plights.py` knows despair: one's own, or a farewell in a glad report. For folded text."""

from mailbot.expressions import any_of
from mailbot.reading.words.plight_words import DEEP, MEANS

# --- The writer's own despair -------------------------------------------------------------------------------------
OWN_DESPAIR = any_of(
    r"(?:would ?n'?t|would not|wouldnae) (?:have )?mind(?:ed)?(?: (?:if|not|being)\b[^.!?]{0,40}\b(?:wak\w+|woke"
    r"|die\w*|hit|crash\w*|stopped|over|here)\b|[.!,;]|$)",
    r"(?:keep|kept|been|found my ?sel\w+|caught my ?sel\w+|started|end up|sat) (?:up )?(?:count\w*|reading"
    r"|staring at|looking at|lining up|laying out|holding)\b[^.!?]{0,20}\b(?:codeine|paracetamol|tablets|pills"
    r"|packets?|blister|morphine|sleeping|insulin|blades?|razors?)",
    r"better (?:\w+ ){0,6}(?:without|than with) me\b|(?:worth more|more use|more good) (?:to (?:them|anyone"
    r"|everyone) )?(?:dead|gone|insur\w+)|life insurance\b[^.!?]{0,40}\b(?:pay|clear|without|them)",
    r"(?:ask|beg|pray|plead)\w* (?:with |to )?(?:god|allah|the lord|him|jesus|heaven) (?:every \w+ "
    r"|each \w+ )?(?:not to|to) (?:let me|take me|wake|end|see)|not (?:to )?(?:let me )?see (?:the|another"
    r"|next) (?:morning|day|week)",
    r"(?:do ?n'?t|stopped|not) (?:put|putting|wear|wearing) (?:the|my|a) (?:seat ?)?belt(?: on)?\b",
    r"(?:did ?n'?t|do ?n'?t|did not|do not|could ?n'?t|could not|can'?t|cannae|didnae|dinnae) (?:quite "
    r"|really )?trust"
    r" my ?sel\w*",
    r"(?:get on|get along|do|manage|be|cope)(?: (?:well enough|fine|just fine|just as well|very well|all right"
    r"|alright"
    r"|easier|happier|more peaceful))? (?:without me|if i (?:was ?n'?t|were ?n'?t|wisnae|wasnae|was not|were not|am"
    r" not|wis nae|disappeared|went)(?: (?:here|there|about|around))?)(?=[.,;!?]| happen| probably| i| to|$)",
    r"be (?:better|bettr|beter|happier|easier) ?(?:aff|off)?,? (?:without me|if i (?:was ?n'?t|were ?n'?t|wisnae"
    r"|wasnae"
    r"|was not|were not|am not|wis nae))",
    r"(?:pray\w*|hop(?:e|ed|ing)|wish\w*|rather|like|want) (?:\w+ ){0,3}?(?:not (?:to )?(?:wake|have woken)"
    r"|never (?:to"
    r" )?wake)",
    r"(?:shut(?:ting)?|clos(?:e|ed|ing)) my eyes (?:and|to) (?:see\w* how|count\w*)",
    r"(?:work\w* out|doing the sums|did the sums|count\w*|googl\w+|look\w* up|measur\w+"
    r"|reckon\w*)\b[^.!?]{0,30}?\b(?:"
    r"(?:dos(?:e|es|age)|where the (?:barrier|rail|fence|wall)|how (?:high|many (?:tablets|pills|it would take)|far"
    r" down|deep|long it (?:would|takes?))|for (?:someone|somebody|a (?:man|woman|person)) my (?:weight|size)))",
    rf"(?:held|holding|took|taken|had|fetched|got out|sat (?:there )?(?:with|wi)|looking at"
    rf"|stared at)\b[^.!?]{{0,25}}?"
    rf"\b{MEANS} (?:in my (?:hand|lap)|in with me|beside me|on the table|open)",
    r"(?:keep|kept|caught my ?sel\w+|find my ?sel\w+) (?:on )?(?:looking|staring|thinking"
    r"|wondering)\b[^.!?]{0,60}\bhow"
    r" (?:easy|quick|quiet|simple|cold|peaceful|restful)",
    r"(?:no|not|nae|no much|not much|little|what'?s the|see no|cannot see (?:a|any)) (?:much )?(?:point|use"
    r"|sense) (?:to"
    r"|in|of) (?:the (?:evenings|mornings|days)|getting up|waking|any of it|going on|carrying on|it all|life|being)",
    r"(?:had|have|hae) (?:quite |had )?enough of (?:living|it all|life|being here)|tired o'?f? (?:it all|living|life"
    r"|being)",
)
NO_DESPAIR = any_of(
    r"(?:\w+ )?and i (?:stood|sat|watched|walked|waited|parked)|\bwe (?:stood|sat|watched|walked|waited|parked)"
    r"|chips|picnic|ice ?creams?|sandwiches|our bus|crabs?|ducks",
    r"(?:my (?:bike|car|sat ?nav) |the oven|with (?:money|numbers|spreadsheets|the satnav)|lol|haha"
    r"|he read|she read|in the book|the film)",
)
WAITED_THERE = any_of(
    rf"(?:i )?(?:stood|sat|stopped|parked|waited|walked|let the)\b[^.!?]{{0,40}}?\b{DEEP}\b",
    rf"(?:i )?(?:stood|sat|stopped|parked|waited)\b[^.!?]{{0,40}}?\b{MEANS}\b",
)
LOW = any_of(
    r"(?:until|till) (?:it got |it was |the )?(?:light|dawn|morning|sun)|for (?:ages|hours|a long time"
    r"|a long while|a good while)|(?:do ?n'?t|please) (?:tell|make|worry|ring|say)\b|(?:not|no) (?:good|right"
    r"|great)\b|watch\w* the water|wond[e']?rin\w*|heid'?s no|went home|on my own|for which i have no"
    r"|what the days|counting|somehow came home",
    r"since (?:\w+ |our |my ){1,4}?(?:died|passed|went into|left|funeral|accident|split|divorce|refus\w+|redundan\w+)"
    r"|since (?:jean|margaret|we lost|i lost|the (?:split|funeral|divorce|operation|diagnosis))",
    r"(?:no|not|nae|no much|little|very little) (?:much )?(?:point|use|sense|reason|heart)|(?:need|do) ?n(?:o"
    r"|')?t (?:make"
    r" a )?fuss|dinn?ae? (?:fuss|phone)|no fuss|tired o|restful|at peace|felt (?:calm|lighter|peaceful|ready)",
    r"not be needing|shan'?t (?:be )?need\w*|(?:told|telling) (?:no ?(?:one|body))|how (?:easy|cold|quiet)"
    r"|nothing to do"
    r" with (?:him|her|them|any)|nor much else|locked it again|lost the (?:contract|job|house|farm|baby)|wife (?:took"
    r"|left)|husband left|going under|not (?:been )?(?:myself|right)|somebody should know|didn'?t do it",
)
PUT_IN_ORDER = any_of(
    r"(?:put|putting|set|setting|got|have|left|redd up|redd|tidied|sorted|cleared)\b[^.!?]{0,25}?\b(?:papers"
    r"|affairs|will"
    r"|desk|drawers|house|keys|accounts|letters|cupboards)\b",
    r"(?:i would|i'd) (?:rather|like) it (?:were |was |to be )?all (?:be )?tidy",
    r"(?:dog|cat|budgie|dug|rabbit|parrot|horse|bird|hens)(?:'?s| is| will| can| are)? (?:to )?(?:go|goes|gang|live)"
    r" (?:tae|to|with)",
    r"written (?:it |everything |all )+(?:out|down)\b[^.!?]{0,40}\b(?:follows|after me|next|comes after)",
)

# --- Parting with everything --------------------------------------------------------------------------------------
_OWN = (
    r"(?:bike|phone|telephone|guitar|radio|watch|ring|jacket|coat|clothes|books?|bird|dog|cat|rabbit|fish|hamster"
    r"|plants?"
    r"|tools|trainers|boots|scarf|chain|rosary|beads|bible|koran|quran|photos?|photographs|records|cds|games"
    r"|console|xbox"
    r"|playstation|laptop|tablet|teddy|toys|dinosaurs|lego|collection|things|stuff|belongings|possessions|savings"
    r"|medals?"
    r"|papers|documents|canary|budgie|chess ?set|paints|sketchbook|diary|necklace|bracelet|veste|television|tv)"
)
PARTS_WITH = any_of(
    r"(?:returned|handed (?:in|back)|brought back|gave back|given back)\b[^.!?]{0,40}\b(?:borrowed|all of them"
    r"|every|all|lent)",
    r"(?:savings|money|things|everything|all|it|they)\b[^.!?]{0,25}\b(?:is|are|goes|go|will be"
    r"|should go) (?:all )?(?:for|to) (?:his|her|their) (?:little |big |older |younger )?(?:sister|brother|mum"
    r"|mother|son|daughter|kids|nephew|niece)",
    r"(?:chosen|chose|picked|planned|written down|wants) (?:the |his |her )?(?:songs|hymns|music|readings?|flowers"
    r"|coffin|words)\b",
    r"(?:burn(?:t|ed)|tor[en] up|torn up|shredded|thrown (?:out|away)|threw (?:out|away)|deleted"
    r"|binned)\b[^.!?]{0,12}\b(?:diar\w+|letters|notebooks?|photos?|sketch\w*|drawings|poems|pictures|messages)",
    rf"(?:take|have|keep|mind|feed|look after) (?:his|her|their) (?:\w+ )?(?:{_OWN}|brother|sister|mum|mother|son"
    rf"|daughter|kids|baby|children)\b",
    r"(?:wrote|written|writes|rung|rang|phoned) (?:to )?(?:his|her|their) (?:mother|mum|father|dad|brother|sister"
    r"|son|daughter|wife|ex|family)\b[^.!?]{0,60}\b(?:pardon|forgiv\w+)",
    rf"(?:gave|given|gives?|giving|handed|sold|sells?|selling|left|leaving|passed on|shared out|dished out|posted"
    rf"|pressed)"
    rf"\b[^.!?]{{0,40}}?\b(?:his|her|their|every|all)\b(?: (?!new\b)[\w-]+){{0,2}}? {_OWN}\b",
    r"(?:returned|brought back|handed back|paid back|paid off|settled|repaid)\b[^.!?]{0,20}?\b(?:every|all)\b",
    r"(?:labell?ed|packed|boxed)(?: up)? (?:all |everything|every)|(?:cleaned|emptied|cleared"
    r"|scrubbed) (?:out )?(?:all |his"
    r" |her |their |the )+(?:room|cell|locker|flat|wardrobe|drawers)\b",
    r"(?:written|wrote|writes|writing)\b[^.!?]{0,30}?\b(?:letters?|notes?|cards?)\b[^.!?]{0,20}?\b(?:to"
    r"|for) (?:each|every\w*"
    r"|all)",
    r"(?:cancell?ed|given up|stopped|ended)\b[^.!?]{0,40}?\b(?:dentist|course|college|phone|contract|subscription"
    r"|place"
    r"|appointments?|gym)\b|paid\b[^.!?]{0,30}\bup to the end of",
    r"(?:chosen|choosing|decided|worked out|made a list of|listed|wrote down|told me) who (?:is to|gets?|will"
    r"|should|would"
    r"|can|'ll)(?: to)? (?:have|get|each|look)?",
    r"ask(?:ed|s)?(?: me)? (?:would i|if i(?:'d| would| could)|whether i(?:'d| would)|to) (?:have|take|raise"
    r"|look after"
    r"|mind|keep|adopt) (?:the |his |her |their )(?:bairns|kids|children|baby|boys|girls|cat|dog|rabbit|mother|mum"
    r"|fish)",
    r"for whom\b[^.!?]{0,20}\bwould be|delet\w+ (?:all )?(?:his|her|their) (?:socials?|accounts?|photos?|pictures"
    r"|profiles?)",
    r"(?:next week|next time|any ?more)\b[^.!?]{0,15}\b(?:you|i) (?:do ?n'?t|do not|won'?t|need not"
    r"|needn'?t) (?:need|have)"
    r" to come",
    r"(?:asked|asks|wanted to know)\b[^.!?]{0,30}\b(?:hymns?|funeral|buried|cremat\w+)",
)
FAREWELL = any_of(
    r"who'?s? (?:is )?stay\w*|such a change in|changed (?:boy|man|girl|woman|person)|(?:teach|find|visit"
    r"|have) (?:somebody|someone) else|sorry for (?:the|all the|any|all) trouble|thank (?:\w+ ){1,4}for everything"
    r"|(?:have|get) (?:my|your) \w+days? back|so light\b",
    r"for 'after|for (?:the )?afterwards|(?:no|not have|have no|any) use (?:of|for)|pardon"
    r"|first time in (?:\w+ )?years|where (?:he|she|they)(?:'s|s| is|'re| are) going|best thing (?:this|that|in)"
    r"|thank\w* me (?:three|two|over|for every)|no sense in|never saw (?:him|her) so|look after my",
    r"good-?bye|farewell|adieu|adeus|(?:for|one) (?:the )?last (?:time|visit)\b|when i'?m (?:dead|gone|away)"
    r"|when (?:he|she"
    r")'?s (?:dead|gone)|if (?:owt|anything|something|aught) (?:were to |should )?happen\w*",
    r"no ?(?:one|body) (?:will )?(?:need|has|have)\w*(?: to)? worry|won'?t (?:be )?need\w*|no (?:longer|more) need"
    r"|no point"
    r"|leaves? nothing behind|one visit fewer|not a day (?:further|longer|more)|(?:so you "
    r"|you'?ll )?remember (?:me|him|her)"
    r" (?:by|after|when)|house in order",
    r"(?:so|very|quite|beautifully|strangely|oddly|unusually) (?:calm|serene|peaceful|gentle|light|organi[sz]ed)"
    r"|serene\w*"
    r"|glowing|(?:happiest|brightest|calmest|lightest|cheerfull?est|most (?:cheerful|peaceful|relaxed))|at peace"
    r"|peaceful"
    r"|no longer (?:fretting|afraid|angry|worr\w+)|not angry (?:now|any ?more)",
    r"nobody can (?:lock|close|take)|forgiv\w+|thank-?you (?:note |card )?in each|hymns|funeral|journey|the sea is"
    r"|after (?:friday|saturday|sunday|monday|bonfire|christmas) ?['\"]|on a timer|where i'?m going|it'?s all over"
    r"|falls? from",
)
MOVES_ON = any_of(
    r"(?:moves?|moving|move|off|going) to (?!him|her|them|be\b|do\b|go\b|have\b|the (?:park|shop|cinema))[a-z]+ on"
    r"|(?:moves?|moving) (?:in|out|to|away|house|on)\b|new tenancy|removal van",
    r"(?:being )?releas\w+|new (?:house|flat|home|job|school|place|foster|hotel)|(?:he|she|they)(?:'?s| is"
    r"| are)? (?:being )?"
    r"(?:moving|moved|transferred|leaving (?:the|for)|going home|deported|dispersed)|dispersal|transfer\w*|house move"
    r"|leaving (?:do|party)|last day (?:of|at)|retir\w+|graduat\w+|birthday|charity shop|jumble|car boot|raffle"
    r"|spring[- ]clean\w*|tax return|the auditor|handover|hand(?:ed|ing)? over (?:the|my) (?:rota|folder|keys to)",
)
ASKS_OF_DEATH = any_of(
    r"(?:whether|if|does|do) (?:dying|drowning|hanging|freezing|one feels|you feel|it)\b[^.!?]{0,25}?\b(?:hurts?"
    r"|feels? anything"
    r"|painful|quick|slow)\b[^.!?]{0,40}?(?:\b(?:die|dying|falls?|drown\w*|dead|death|jump\w*)\b)|(?:whether"
    r"|if) (?:dying"
    r"|drowning|hanging|falling) (?:hurts?|is (?:quick|slow|painful|cold))",
    r"(?:exactly )?how (?:he|she|they|i)(?:'d| would| will| intends?(?: to)?| means?(?: to)?| plans?(?: to)?"
    r"| wants? to| is going"
    r" to) do it\b",
    r"how (?:many|much) (?:paracetamol|tablets|pills|insulin|ibuprofen|morphine)\b[^.!?]{0,20}\b(?:too (?:many"
    r"|much)|it takes"
    r"|to die|enough|would)|how high (?:is|does|must|would)\b[^.!?]{0,30}\b(?:die|sure|kill)|feels? anything,? if one"
    r" (?:falls|jumps|drowns)",
)

"""How people say when they will visit next, or that a visit has another day. All expressions are for folded text."""

from mailbot.expressions import any_of, lazy
from mailbot.reading.words.yes import GRACE

_HIM = r"(?:him|her|them|you there|there)"
_VISIT = r"(?:vis+it\w*|visite|session|outing|meet-?up|catch-?up|meeting|one|date|time)"
_GO = (
    r"(?:be (?:there|back|seeing|visiting|going|with|by|in|along|over|up|down|round|meeting|taking|popping)|visit"
    r"|see (?!you\b)(?!what|if|how|the|a |about)"
    r"|meet(?! you)|go(?: and| to)? (?:see|visit|on|again|back|up|over|in|down|round|then|there|next|this|tomorrow"
    r"|instead|same)|go(?=\s*[,.;!]|\s*$| (?:mon|tue|wed|thu|fri|sat"
    r"|sun))|pop (?:in|over|round|along|up|down)|call (?:in|round|on)|come (?:on|in|over|up|round|this|next"
    r"|tomorrow|to see)|try (?:again|for|to (?:go|see|get|visit))|do (?:it|him|her"
    r"|(?!(?:my|the|a|an|some|that|this|what|you|so|more|all|any|your|our)\b)\w+ for|the visit|sat|sun|mon|tue"
    r"|wed|thu|fri|next|tomorrow)|take (?:him|her|them)|catch up|drop in|nip|make it"
    r"|manage|head|swing by|look in|attend)"
)
# "Next Tues 28th", "next week again on Wednesday": nothing but a day; always asked.
BARE = (
    r"^\W*(?:(?:and|then|so)\W+)*(?:next|nxt|again)(?: (?:one|time|week|again))*(?: in| on)?"
    r"(?= (?:the |week )?(?:mon|tue|wed|thu|fri|sat|sun|\d))"
)
YET_TO = lazy(
    r"\b(?:yet to|(?:not|n't) (?:yet )?)(?:\w+ )?(?:agree|fix|settle|arrange|find|choose|decide|name)(?:d|ed)?\b"
    r"[^.;]{0,25}\b(?:date|day|time|which)\b"
)
# "I wrote that I come on Monday, please forget that mail"
TAKEN_BACK = lazy(
    r"\b(?:forget|ignore|disregard|scrub|bin|tear up|delete|cross out|overlook) (?:that|this|my|the|what"
    r"|all)\b[^.;!?]{0,20}"
    r"\b(?:e-?mails?|mails?|message|note|text|line|i (?:said|wrote|told|sent))\b"
)
# "£2.40 on the 14th and the same again on the 28th": of fares.
SAME_FARE = lazy(
    r"(?:[£€$]|\d\.\d\d|\b(?:train|bus|tram|taxi|parking|fares?|tickets?|petrol|coffee|tea|lunch|miles?|quid"
    r"|pounds?))"
)
PLANNED = any_of(
    rf"(?:next|nxt|following(?! on from)) ?(?:{_VISIT}\b|1\b(?=.*\bw(?:ee)?ks?\b)|again|(?=is\b|will\b|with \S+ (?:is"
    rf"|will)\b|[:=]|on\b|booked|due"
    rf"|planned|\d))\s*(?:with \S+ "
    rf"|to \S+ )?(?:is |will be |'s |= |on |to be )?"
    r"(?:(?:all )?(?:booked|bookd|planned|fixed|set|arranged|agreed|due|in the diary|pencilled|scheduled|down"
    r"|confirmed))?(?: in)?(?: for| on)?",
    r"(?:booked|bookd|pencilled|penciled|scheduled|slotted|diarised|inked|put|got"
    r"|squeezed) (?:\w+ ){0,3}in (?:the (?:diary|calendar|book) )?for",
    r"(?:booked|bookd|pencilled|penciled|scheduled|diarised|rebooked|re-?scheduled|rearranged|re-?arranged"
    r"|reorganised) (?:him |her |it |a visit |the visit |our visit |us |another |one )?(?:in )?(?:for|on|to)?",
    r"(?:in|on) (?:the|my|our) (?:diary|calendar|book)(?: is| for| on)*",
    r"(?:agreed|arranged|fixed(?: up)?|settled|decided|plumped|opted|planned|plan|planning|aiming|gone|made it|set"
    r"|due)(?: upon| on| for| to (?:meet|see|visit|go|do|take))+(?<!due on)(?<!due for)(?<!gone on)(?<!set on)",
    r"(?:agreed|arranged|settled) with \w+",
    r"(?:have|'ve|has|did) (?:undertaken|volunteered|consented|engaged|pledged|promised|offered|said i'?(?:d"
    r"|ll)) (?:to )?(?:call on|visit|see|sit with|go|step"
    r"|stand in|take|meet|look in)",
    r"to be (?:seen|visited|called on) (?:again|next)(?: on)?",
    r"(?:(?<=\bn )|(?<=\band )|(?<=& ))said(?= (?:on |for |the )*(?:mon|tue|wed|thu|fri|sat|sun|tomorrow"
    r"|the \d)(?!\w* (?:was|is|were)\b))",
    r"(?:^|(?<=[.,;] ))(?:will|shall) (?:be (?:with|there|seeing|visiting|going)|see|visit|go|meet)",
    r"(?:we|(?<!know )i|have|we'?ve|i'?ve) (?:agreed|arranged|fixed|settled|decided|said|planned)",
    rf"(?:i|we|she and i|he and i)(?:'?ll| will| shall|ll| wil| gonna| am going to| are going to|'m going to"
    rf"|'re going to)(?: be able to)?(?: then| next| now| both| also| just| probably| hopefully"
    rf"| defo| definitely| certainly| still| prob)? {_GO}",
    r"(?:i|we) (?:go|come|see|visit|meet|return|call)(?= (?:(?!but\b|and\b)[\w/-]+ ){0,4}?(?:mon|tue|wed|thu"
    r"|fri|sat|sun"
    r"|tomorrow|tmrw|the \d|\d|next|same))(?! to (?:my|our|the|work|college|church|mosque|school|bed|the gym))",
    r"(?:i am|i'm|im|we are|we're) (?:there|with|by|to (?:see|meet|visit|go)|at (?:his|her|their))",
    r"(?:we|i)(?: are|'re| have|'ve)? (?:to meet|to see each other|see us|meet us|stayed for|remain for)(?: again)?",
    r"(?:(?<!been )(?<!was )(?<!were )(?<!got )offer(?:ed)?|propose[ds]?|suggest(?:ed)?) [\w/-]+",
    r"again(?= (?:on |this |next )*(?:mon|tue|wed|thu|fri|sat|sun|tom)(?!\w*[- ]?(?:ing|term)))",
    r"(?:given|gave|give|found|got|allotted|allocated) (?:me|us|him|her|them)(?: for)?"
    r"(?= (?:(?:on|the|an?|this|next|another|for) )*(?:\w+ )?(?:slot|time|visit|hour|place|date(?! for (?:the|my"
    r"|his|her|an?)\b)"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\w*|tomorrow|\d))",
    r"(?:it'?ll|it will|that'?ll) be|(?:it'?s|visit is) now(?: on)?|now (?:doin|doing|going|seeing|it'?s|on)",
    r"(?:seeing|see|meet|meeting|visit|visiting|back|there|in|go|going|up|round|over) again(?: on| with)?",
    r"(?:back|return(?:ing)?) to (?:see |visit )?(?:him|her|them|\S+)(?= (?:on|the|this|next|mon|tue|wed|thu|fri"
    r"|sat|sun|\d))",
    r"(?:happy|glad|able|willing|free|pleased|can|could|i'll|will|we'll|shall|going)(?: to)? (?:cover|stand in"
    r"|step in|fill in)",
    r"we (?:make|do|take|fix|put)(?: it| him| her)?(?= (?:for |on |the |to )*(?:mon|tue|wed|thu|fri|sat|sun"
    r"|tomorrow|\d))",
    r"(?:pass|carry|transfer|take|bring|push|swap|shift|move|change|switch)(?:ed|d)? (?:it|him|her|them|that"
    r"|\S+ (?=from))"
    r"[^.;?]{0,40}?(?:\bto\b(?! (?:\w+ ){0,2}(?:wing|block|prison|hotel|hostel|room|cell|unit|floor|house"
    r"|landing|spur|bed)\b)"
    r"|\bfor\b|\binto\b|\bonto\b)",
    r"from (?:this |next |the )?(?:mon|tue|wed|thu|fri|sat|sun|tod|tom|\d+(?:st|nd|rd"
    r"|th))\S* (?:\d\S* )?(?:\w+ )?to(?= (?:the |this |next |same )*(?:mon|tue|wed|thu|fri"
    r"|sat|sun|following|\d))",
    r"down for(?= (?:mon|tue|wed|thu|fri|sat|sun|the \d|\d))",
    r"back (?:in|up|over|out|there|down|round|with)(?= (?:(?:to |with )?[\w/-]+ )?(?:on |for |the |this |next"
    r" )*(?:mon|tue|wed|thu|fri|sat"
    r"|sun|tom"
    r"|the \d|\d|next))",
    r"(?:might|shall|may) we say",
    r"let(?:'?s| us)(?: therefore| then| instead| rather| just)* (?:say|make it|go for|call it|settle (?:on|for)|do)",
    r"(?:i|we) (?:still|certainly|definitely|also) (?:go|come|see|visit|meet)\b",
    rf"{BARE}(?=(?:(?! is\b| are\b| my\b| i\b| for\b| have\b)[^.;!?]){{3,30}}\W*$)",
    r"(?:are|am|'m|'re|im|r) off to (?!my|the|bed|work|hospital|court|prison|spain|france)",
    r"(?:report|defer|delay|displace|translate|change)(?:ed|d)? (?:the|my|our) visit",
    r"(?:(?:i|we)(?:'m|'re| am| are|m) |(?:be|am|are|im|i'm|we're|not|still|and|then) |(?:^"
    r"|(?<=[.,;:!-] )))(?:going (?:to see|to visit|on (?!(?:an? |our |my )?(?:holiday|cruise|leave|retreat"
    r"|pilgrimage|honeymoon))|again|back|in on"
    r"|up on|over on|along on|tomorrow|next)|visiting|seeing|seein|meeting|meetin"
    r"|(?:popping|calling|dropping|nipping|heading|driving|coming)(?: in| over| up| round| down| along"
    r"| by)?(?: to see| on\b)?|off to see|due to (?:see|visit"
    r"|meet|go)"
    r"|hoping to (?:see|visit|go|get)|hope to (?:see|visit|go|get)|expecting to (?:see|visit)|intending to (?:see"
    r"|visit|go)|set to (?:see|visit)|down to (?:see|visit)|back (?:again )?(?:on|there|in)|trying again"
    r"|taking)",
    r"see(?:ing)? (?:him|her|them|\w+(?:[-/]\w+)?) (?:again|next)",
    r"put (?!(?:me|us) off (?:for|until|till)\b)(?:it|us|them|him|her|that|things|(?:the|our|my|this) \w+|\w+'s \w+"
    r"|\w+(?:[-/]\w+)?)? ?(?:is )?(?:back|forward|over|off)\b"
    r"[^.;]{0,30}?(?: to| till| until| for| a week)",
    r"(?:moved|shifted|shoved|nudged|slid|slipped|shunted|changed|swapped|switched|pushed|brought|postponed"
    r"|bumped|altered|delayed"
    r"|rolled(?! (?:up|down|in|out|his|her|their|my|an?)\b))\b[^.;]{0,40}?(?:back|forward|over|on|to|till|until"
    r"|for|a week)",
    r"(?:move|shift|change|swap|switch|postpone|rearrange|reschedule)\b[^.;?]{0,30}?(?:back|forward|to|till|until"
    r"|for)\b",
    r"(?:told|promised|asked) \w+(?= (?:to make it )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|the \d|next))",
    r"(?:doin|doing|going|goin|making it|make it|trying|tryin|try|try again|trying again|booked|do it"
    r"|did say)(?: it| again| for| on)?(?= (?:on |for |the |this |next )*(?:mon|tue|wed|thu|fri|sat|sun|tomorrow"
    r"|\d|nxt|next))",
    r"same (?:time|again|day|place)(?:,? same (?:time|place|day))?(?: and (?:time|place))?(?= (?:next|tomorrow|on"
    r"|in a))",
    r"(?:ok|okay|fine|good|works|suits|free|grand|perfect|best|easier)(?: (?:for|with|by))? me",
    r"(?:i|we) (?:can|could|am free to|am able to) (?:do|make|go|manage|come|see|visit|fit|get)",
    r"(?:am|i'm|im|we're) (?:free|available|around)(?: on| for)?",
    r"another (?:visit|one|go|try)\b",
    r"(?:\w+ and (?:i|me)|i|we)(?:'ve)? (?:have |got )+(?:a|our|another) (?:date|slot)(?: with \S+)?(?: for| on)",
    r"next up(?: for \S+(?: and (?:me|i))?)?(?: is|:)?",
    r"(?:expect(?:s|ing)?|(?:wants?|would like|'d like)(?= \w+ (?:to (?:come|visit|go|call|pop|see|be)|on|at|for"
    r"|back|over|round|there"
    r"|again|mon|tue|wed|thu|fri|sat|sun|the|next|this|tomorrow)))(?: me| us)(?: to (?:come|visit|go))?(?: on"
    r"| for| at)?",
    r"so (?:it|that)(?:'s|'ll be| is| will be)(?= (?:on |the |this |next )*(?:mon|tue|wed|thu|fri|sat|sun|\d))",
    rf"{_VISIT} (?:will be|is to be|is going to be)(?: on)?(?= (?:the |this |next )*(?:mon|tue|wed|thu|fri|sat"
    rf"|sun|\d))",
    r"(?:we|i) (?:will|shall) again(?: on)?",
    r"(?:off|free),? (?:so|and|n|&) (?:i'?ll |ill |will |can |shall |could |i |we )*(?:do|make|take|use|go for|have)"
    r" (?:that|it|then|this)\b",
    r"(?:(?:i|we|me|\w+ and (?:i|me))(?:'ll| will| shall)? )resume\b(?: (?:with )?\w+(?= on| the))?(?: on)?",
    r"(?:new|another) booking(?: (?:is|was|has been))?(?: made)?(?: for| on)?",
    r"(?:doing|having|repeating) (?:it|this|that|the same)(?: all)? again(?: on)?",
    r"(?:repeat performance|next (?:instalment|episode|chapter|round|outing|adventure))(?: is| will be| on|:)*",
    r"(?:is|are) now(?= (?:on |for |the |this |next )*(?:mon|tue|wed|thu|fri|sat|sun|\d))",
    r"(?:becomes?|turn(?:s|ed)? into|has become)(?= (?:on |the |this |next )*(?:mon|tue|wed|thu|fri|sat|sun|\d))",
    r"new (?:date|day|time)(?: is| will be|:)*",
    r"(?:instead|insted)",
)
MOVED = lazy(
    r"\b(?:moved?|shoved|nudged|slid|shunted|shift(?:ed)?|chang(?:e|ed)|swap(?:ped)?|switch(?:ed)?|postponed?"
    r"|put (?:\w+ ){0,3}(?:back|off"
    r"|forward)|re-?arranged?|re-?scheduled?|brought (?:\w+ ){0,3}"
    r"forward|pushed|bumped|instead|insted|rather than|excused|rebooked|becomes?|turn(?:s|ed)? into|has become"
    r"|is now|delayed"
    r"|settled (?:up)?on)\b"
)
FROM = lazy(r"\b(?:from|instead of|rather than|not|of)\s*(?:the\s*)?$")
# "He has a lawyer on Sunday so I come …": busy on one day, and therefore another.
BUSY_SO = lazy(
    r"\b(?:has|have|had|got|'s got|'ve got|is (?:away|off|busy|at|in|on|going)|will be|am (?:away|at|in|on|busy"
    r"|working))\b"
    r"(?!.*\bif\b)[^.;]{1,80}?[ ,](?P<so>so|therefore|hence|that's why)\b"
)
# Asking us for another day says which day is meant; asked about.
MOVE_PLEASE = lazy(
    r"\b(?:can|could|may|might|would|shall|is it (?:ok|okay|all right|possible)|please)\b[^.;]{0,40}?\b(?:push"
    r"|move|shift"
    r"|change|swap|switch|put|bring|pass|rearrange|re-?schedule|postpone|go|be|do)\b[^.;]{0,60}?\b(?:to|for|till"
    r"|until|on)\b"
)
SAME_AGAIN = lazy(r"\b(?:same|usual) (?:time|day|place|again)\b[^.;!?]{0,20}\bnext (?:week|month|fortnight)\b")
AGREE = lazy(
    r"^\W*(?:(?:dear|hi|hello|hiya|hey|morning|evening|good (?:morning|evening"
    r"|afternoon))\b[^,.!\n?–-]{0,30}[,.!–-]+\s*)?"
    rf"(?:{GRACE})?(?:(?:all being well(?=\W+\w)|god willing|inshallah|insha'?allah|hopefully|d\.?v\.?"
    rf"|fingers crossed)\W+)?"
    r"(?:ye+s+|yep+|ye+a+h*|yup|aye|def+o|as (?:arranged|planned|agreed|usual)|no changes?|nothing has changed"
    r"|(?:(?:i|we)(?:'ve| have)? )?(?:have it (?:down|noted|written|marked)|(?:(?:it'?s )?(?:ringed|circled"
    r"|marked|written|inked|down|noted) )+(?:up |down )?(?:on|in) (?:my|our|the)"
    r" (?:\w+ )?(?:calendar|diary|book|wall))"
    r"|unchanged"
    r"|(?:i |we )?have it in (?:my|the|our)|ok(?:ay|ey)?|fine|confirmed|confirm|sure|will do|that'?s (?:fine|great"
    r"|good|ok"
    r"|perfect|right)|all (?:good|set|ok)|no problem"
    r"|see (?:him|her|them|(?:yo)?u)(?: both| all)? (?:then|there)|(?:still |all |very )*(?:good|grand|fine|ok"
    r"|on)(?= *(?:$|[.,!;]"
    r"|for me|so\b|to go))|(?:(?:i|we)(?:'ll|ll|l| will| shall)? |will |shall )?be (?:there|with (?:him|her"
    r"|them)|at (?:the|his|her"
    r"|their) (?:door|gates?|hotel|prison|station))\b|(?:we'?re|it'?s|we are"
    r"|it is|still) on\b"
    r"|(?:that |it |this )?(?:still )?(?:suits|stands|works)(?= *(?:$|[.,!;]|me|us|for|fine|well))|count me in"
    r"|(?:it'?s|it is|that'?s|that is) (?:still |always |all )*(?:good|ok|okay|fine|on|right"
    r"|in the diary)(?= *(?:$|[.,!;]"
    r"|for (?:me|us|mon|tue|wed|thu|fri|sat|sun|tomorrow|the \d)))"
    r"|noted|rest assured|you bet|bet your life|wild horses|try (?:and|to) stop me|(?:you can )?(?:bank|count"
    r"|rely) on (?:it|me)"
    r"|(?:(?:it|that)(?:'?s| is| was) )?(?:still |always )?(?:the|my|our) (?:plan|intention)|barring"
    r"|rain or shine|without fail"
    r"|nothing(?:'?s| has| is)? (?:changed|different)|(?:i|we) (?:am|are|do|shall|will|intend to|mean to|plan to"
    r"|hope to"
    r"|expect (?:so|to)|should (?:be|think so)|hope so)(?= *(?:$|[.,;:!]|there\b|be there\b))|(?:i )?(?:hope"
    r"|think|expect|believe) so"
    r"|(?:both )?(?:\w+ and )+(?:i|me)(?:'ll| will| shall| are)? (?:both )?(?:go|going|come|coming|be there)\b"
    r"|(?:i )?(?:ca(?:n'?t|nnot)|won'?t|will not|wouldn'?t) (?:wait|be late|forget|miss it|dream of"
    r"|see (?:any reason )?why not"
    r"|think of anything (?:nicer|better)|miss (?:it|him|her|this))"
    r"|(?:i |we )?(?:would(?:n'?t| not)|have(?:n'?t| not)) (?:miss it|forgotten|forgot)"
    r"|(?:all )?systems (?:are )?go|ready and"
    r"|(?:i|we)(?:'ll| will| shall| am|'m| are|'re)? (?:come|coming|attend|attending)\b(?! (?:on|next|this"
    r"|to (?:my|the)))|no probs?"
    r"|of course|certainly|perfect|great|lovely|(?:(?:\w+ and (?:i|me)|we|i)(?:'re|'m| are| am)? (?:both |very "
    r"|so |much ){0,2})?looking forward|all being well|fingers crossed|game on|roger\b"
    r"|happy to\b|glad to\b|delighted to\b|with pleasure|(?:it'?s )?(?:on|in) (?:my|our|the) (?:calendar|diary"
    r"|book)|i'?m game|naturally|indeed"
    r"|thanks?,? i'?ll be there|👍|✅|👌|yes please|correct|absolutely"
    r"|(?:i|we)(?:'ll| will| shall)? (?:be there|go\b(?! (?:on holiday|away)))|i'?m (?:going|on)|still on|on"
    r" (?:for|track))(?:\b|$|(?=\W))"
)
THERE = lazy(r"\b(?:(?:i'll|i will|will|we'll) (?:still )?be there|see (?:him|her|them) then)\b")
QUESTION_START = lazy(
    r"^\W*(?:\w+[,!]\s)?(?:can|could|is|are|shall|should|would|do|does|did|when|what|may|might|will|any|how|has"
    r"|have|which|who|where|why)\b"
)
NOT_VISITING = lazy(
    r"\b(?:holiday|leave|away|appointment|interview|court|hearing|tribunal|hospital|exam|birthday|wedding"
    r"|solicitor|home office|trial|parole|test|exams?"
    r"|dentist|college|school|course|ring|phone|email|send|training|operation|moving|flight|party|social"
    r"|volunteers|hours|times|website)\b"
)

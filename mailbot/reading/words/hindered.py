"""Signs that something kept the writer or the client from a visit: one of them says little, two say most of it.

They count only where our mail asked, or beside a client and a day to come; always asked. For folded text.
"""

from mailbot.expressions import any_of, lazy

_LIMB = (
    r"(?:ankle|wrist|toes?|foot|feet|leg|arm|elbow|shoulder|collarbone|ribs?|back|hand|thumb|knee|hip|fingers?|disc"
    r"|metatarsal|neck|nose|jaw|tooth|teeth|molar|eye|eyelid|achilles|hamstring)"
)
# What keeps somebody at home.
HINDRANCE = any_of(
    r"died|dead\b(?! (?:in|on) (?:my|the))|passed(?: away| on| in)\b|death\b|expired|bereave\w*|funeral|burial|buried"
    r"|cremat\w*|the wake|heart attack|a stroke|hospice|aunt\b.{0,20}\bhouse\b|lost (?:my|our) (?!keys|phone|card"
    r"|bag|purse|wallet|voice|id|pass|temper|way)\w+|(?:mum|dad|mam|nan|gran|grandad|nana)'?s? (?:has |is )?gone",
    r"covid|flu|influenza|grippe|fever|feverish|temperature|norovirus|vomit\w*|throwing up|being sick|sickness"
    r"|sick (?:child|kid|bairn)|migraine|tonsil\w*|gout|sciatica|bronchitis|pneumonia|shingles|(?:chicken)? ?pox"
    r"|measles|mumps|scarlet|impetigo|hand foot and mouth|d ?& ?v|(?:tummy|stomach|sickness) bug|gastro\w*"
    r"|food poisoning|laryngitis|sinus\w*|vertigo|labyrinthitis|kidney stones?|appendi\w*|infect(?:ion|ious|ed)"
    r"|contagious|isolat\w*|quarantine|tested positive|poorly|unwell|under the weather|laid (?:up|low)|bed-?bound"
    r"|in (?:my |the )?bed with|flat on my|crutches|in plaster|stitches|abscess|extract\w*|bandage\w*|stung|bitten",
    rf"(?:broke|broken|sprained|twisted|cracked|fractured|burned|burnt|scalded|dislocated|pulled|slipped|torn|tore"
    rf"|ricked|wrenched|bashed|crushed|put out|done in|did in|stood on|fell on) (?:\w+ ){{0,2}}{_LIMB}"
    rf"|{_LIMB}(?:'s| has| is| are)? (?:\w+ )?(?:gone|went|out|broke|broken|swollen|black|fractured|in a cast)",
    r"(?:car|van|exhaust|clutch|engine|boiler|pipe|roof)\b[^.;!?]{0,15}\b(?:won'?t start|broke\w*|died|burst|failed"
    r"|gone|went|flood\w*|leak\w*)|called in(?:to)? (?:work|surgery)|jury (?:service|duty)|snowed in|on nights",
)
# That the writer will not, beside the day of it.
REFUSES = any_of(
    r"(?:no|nae|not|never|\w+n't|out|off|aff|scrap|scratch|strike|cross|skip|bin|miss|drop|forgo|cannot|cant|dont"
    r"|wont"
    r"|impossible|without me|unable|unfit|withdraw\w*|withdrawn|giv(?:e|en|ing) up|pull(?:ed|ing)? out"
    r"|back(?:ing)? out"
    r"|duck(?:ing)? out|bow(?:ing)? out|cr(?:y|ying) off|beg off|stand (?:him|her|them|\w+) (?:up|down)|let (?:him"
    r"|her"
    r"|them|\w+) down|daren'?t|excuse me|forgive me|lost|leave (?:him|her|them) (?:be|in peace)|fail (?:him|her|them)"
    r"|disappoint\w*|desert\w*|dropped|postpon\w*|cancel\w*|(?:do|go|get by|manage|cope) without|(?:have to|has to"
    r"|must"
    r"|will|can) wait)"
)
# That somebody else should.
STAND_IN = any_of(
    r"(?:would|could|can|might|will|perhaps|maybe|mibbe|ask|is|see (?:if|whether))\b[^.;!?]{0,40}?\b(?:stand in"
    r"|step in"
    r"|cover|do it|look in|take (?:him|her|it|over|my|this)|say hello|fill in|go (?:instead|in|for me|with)|pop in"
    r"|be prepared|free|willing|spare|have (?:him|her|them)|do (?:him|her|them|saturday|sunday))",
    r"some(?:body|one|edy|yin|bdy) else|instead of me|in my (?:place|stead|room)|owes me|swap with me|stand-in",
)
# That it will be for all that.
STILL = any_of(
    r"(?:but|still|though|anyway|so)\b[^.;!?]{0,20}\b(?:i'?ll be|i will be|i'm (?:still )?(?:coming|going|on)|see him"
    r"|see her|going ahead|goes ahead|on for|be there|come|go\b)",
    r"i'?ll (?:still )?be there|i will (?:still )?be there|wouldn'?t miss|nothing (?:will |would |could )?stops?"
    r"|better now|all clear|recovered|back on my feet|as planned|still (?:on|coming|going|good)|whatever happens"
    r"|go alone"
    r"|by myself|on my own",
)
# In answer to whether a visit was made: that it was the writer's fault that it was not.
AT_FAULT = any_of(
    r"(?:thought|thort|sworn|believed|convinced|sure|certain|assumed) (?:that )?(?:it|we|today|this|that|he|she|\w+) "
    r"(?:was|were|wis|woz|be)\b[^.;!?]{0,15}\b(?:mon|tue|wed|thu|fri|sat|sun|next|tomorrow|this|the|a week|later)\w*",
    r"(?:i|we)(?:'d| had| have|'ve)? (?:confused|muddled|mixed|misread|mistook|misremembered|miscounted|entered"
    r"|written|noted|put|wrote|marked)\b[^.;!?]{0,40}\b(?:in error|by mistake|wrong\w*|under|for the|instead|up\b"
    r"|dates?|days?|weeks?)",
    r"(?:the|my|all my) (?:own )?(?:mistake|fault|error|blunder|bad)\b|mistake (?:is|was) mine|my bad|on me\b(?=\W*$)"
    r"|mea culpa|(?:the|a) wrong (?:one|page|day|date|week|month|column|line|calendar|thursday|sunday|saturday)"
    r"|in error|slipped (?:my|by|past)|clean forgot|completely forgot|totally forgot|never (?:turned|looked at"
    r"|checked)"
    r" (?:the|my)|slept (?:right |straight )?through",
    r"mortified|ashamed|shame\b|(?:feel|felt|am) (?:\w+ )?(?:awful|terrible|dreadful|wretched|rotten|sick|so bad"
    r"|horrible|guilty|like a worm)|no excuse|unforgivable|inexcusable|kick(?:ing|ed)? myself|(?:beg|begged|ask"
    r"|asked)"
    r" (?:his|her|their|\w+'s) (?:pardon|forgiveness)|an apology|of apology|apologi[sz]ed? to (?:him|her|them|\w+)"
    r"|grovel\w*",
)
# That the client was left alone, or the writer before an empty chair.
ALONE = any_of(
    r"(?:poor|that|the) (?:\w+ )?\w+ (?:sat|waited|waiting|was (?:sat|waiting|left|stood|sitting))|(?:he|she|they)"
    r" (?:sat|waited|was (?:sat|waiting|left|sitting|stood))\b|left (?:him|her|them|\w+) (?:waiting|sitting|hanging)"
    r"|stood (?:him|her|them|\w+) up|(?:was|were|got|been) stood up|let (?:him|her|them|\w+) down|waited for me"
    r"|waiting for me",
    r"(?:a|drew a|total|complete|sadly a) blank\b|empty (?:chair|seat|table|room|bed)|without (?:seeing|meeting"
    r"|having"
    r" seen)|(?:did not|didn'?t|didnae|never) (?:see|get to see|saw|get near|clap eyes)|i (?:did not|didn'?t"
    r"|could not"
    r"|couldn'?t)(?=\W*$)|wild goose|in vain|fool'?s errand|wasted (?:journey|trip|drive|afternoon)|not a sign"
    r"|no sign",
)
# Where the client was instead, and that nobody had said so.
ELSEWHERE = any_of(
    r"(?:court|hearing|tribunal|a ?& ?e|hospital|healthcare|hel?a?l?th ?(?:care|wing|unit)|infirmary|summons\w*"
    r"|witness|jury|judge|appeal"
    r"|medical hold"
    r"|transferred|shipped|carted|moved|escorted|conveyed|gone to|at london|in london)"
)
UNTOLD = any_of(
    r"(?:nobody|no one|no-one|no call|none|neither|not one|not a soul)\b[^.;!?]{0,25}\b(?:rang|ring|rung|told|tell"
    r"|tells"
    r"|thought|phoned|let|warned|called|reached|said|informed|bothered)",
    r"first (?:i|we) (?:heard|knew)|(?:could|might|should) have (?:told|rung|phoned|let|warned|said|called)"
    r"|(?:advance|any"
    r"|no|prior|without|a day's|an hour's) (?:\w+ )?(?:notice|warning|word)|(?:call|text|email|ring"
    r"|word)\b[^.;!?]{0,20}"
    r"\bwould (?:have been|be|not)|loved (?:in )?an? (?:e-?mail|call|text)|did not know (?:before|until|till)"
    r"|not extended",
)
# That the writer stood before a closed door.
AT_THE_DOOR = any_of(
    r"turn(?:e)?d (?:me )?away|refused (?:entry|admission|at)|without (?:seeing|meeting|having seen)"
    r"|on (?:my |our )?arriv(?:al|ing)\b[^.;!?]{0,40}\b(?:told|advised|informed|learn\w*|found)"
    r"|(?:told|advised|informed) (?:at|on|by) (?:the )?(?:gate|door|desk|arrival)|sent (?:me "
    r"|us )?(?:home|away)"
)
GLAD = lazy(
    r"\b(?:lovely|great|enjoyed|laugh\w*|fun|smil\w*|played|chatted|talked|beat me|good (?:hour|chat|visit|time)"
    r"|had a"
    r" (?:\w+ )?(?:time|visit|hour|chat)|we had|cheerful|in good|yes|yep|it happened|took place|went ahead"
    r"|after all)\b"
)
# Which is no no.
NO_HITCH = lazy(
    r"\bno (?:conflicts?|clash(?:es)?|changes?|problems?|worries|issues?|obstacles?|objections?|alterations?"
    r"|amendments?|reminders?|hitch(?:es)?|trouble|reason not|need to remind)"
)

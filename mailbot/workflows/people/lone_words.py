"""The words of lone working: out and safe, going in, at whose door (L23). What they mean is in `lone.py`."""

import re

from mailbot.expressions import lazy

_I = r"(?:i['’]?m|i am|i['’]?ve|i have|we['’]?re|we are|we['’]?ve|we have|we r|am)"
_WELL = (
    r"(?:now|just|already|all|safely|safe|well|long|both|back|finally|truly|only|this minute|this moment|on my own"
    r"|alone|about|here|sat|stood|standing|sitting|waiting|parked|currently)"
)
BUILDING = (
    r"(?:hotel|prison|jail|hmp|house|flat|hostel|centre|center|gate|gates|gatehouse|reception|front desk|door"
    r"|doorstep|step|lobby|lounge|foyer|building|accommodation|visits hall|visiting hall|visiting room|visits"
    r"|car ?park|waiting room|shelter|address|hall|library|care home|foster home)"
)
PLACE = lazy(
    rf"(?:(?:the|his|her|their|this|a)\s+)?(?:[\w'’-]+\s+){{0,2}}?{BUILDING}\b|(?:him|her|them)\b(?!\s+\w+ing\b)",
    re.IGNORECASE,
)
NAMED = lazy(
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|Easter"
    r"|Christmas|Ramadan|Eid|Lent|Whitsun|I|The|My|No|Our)\b)[A-Z][\w'’-]+"
)
OUT = lazy(
    rf"\b(?:(?:home|back|out|finished|{_I} out)(?: home)?(?: and| &| n|,)? (?:safe(?:ly)?|sound|ok|in one piece)"
    r"|safe(?:ly)? (?:home|back|out|away|indoors)|safe (?:and|&|n) (?:sound|well)|(?:all )?safe at home|back indoors"
    r"|home (?:and|n|&) dry"
    r"|out of (?:(?:the|my|his|her) )?[\w'’-]+ (?:safe(?:ly)?|in one piece)|(?:home|back home|all done and home|safe"
    r"|out|back|indoors) now|(?:home|back|in) again"
    rf"|just got (?:home|back|in|out)|(?:{_I}|i) (?:{_WELL} )*(?:home|out|back|indoors|at home|back home|in the car"
    r"|in my car|done|finished|clear)(?!\s+(?:on|in|at|with|from)\s+(?:\d|mon|tue|wed|thu|fri|sat|sun|the|my"
    r"|all|that))"
    r"(?: (?:and |& |n )?(?:safe(?:ly)?|sound|well|now))?"
    r"|that['’]?s me (?!booked|pencilled|slotted|down\b|squeezed|fitted)(?:\w+ )?(?:home|out"
    r"|(?:done|finished)(?! with (?!him|her|them))|back|off(?! to\b)|in(?! (?:for|at|with|the)\b))"
    r"|(?:all )?done (?:and|n|&) dusted"
    r"|all done(?! (?:for|with|at)\b)"
    r"|all clear|(?:got|get|arrived|arrive|made it|reached|reach) (?:back |safely |in )?(?:home|indoors)"
    r"|(?:arrived|got|made it) back(?! (?:to|at) (?:me|us|you|him|her|them))|finished (?:here|there|now|up"
    r"|for today|with (?:him|her|them))|visit (?:is "
    r"|all )?(?:over|finished)"
    r"|(?:finish(?:ed)?|done),? (?:and )?(?:all|everything) (?:is |was )?(?:fine|ok|okay|well|good)"
    rf"|(?:just )?left (?:the )?{BUILDING}|(?:just )?left (?:his|hers|theirs)(?!\s+\w)|check(?:ed|ing) out"
    r"|reporting (?:back|home)|(?:dropped|took|taken) \w+ (?:off|home|back)|phone(?:['’]s| is)? back on"
    r"|(?:back )?(?:at|in|on|through|inside|to) my own (?:front door|door|hearth|sofa|settee|kitchen|house|flat|bed"
    r"|armchair|chair|fireside|home)|back (?:at|to) base"
    r"|(?:come|came|coming) (?:away|out) (?:now|safe\w*|ok|fine)|feet up(?! for| until))\b",
    re.IGNORECASE,
)
LEFT = lazy(
    r"(?:\A\W*|\b(?:i['’]?ve|have|we['’]?ve|i|we|just)\s+(?:just |now )?)left\s+(?P<whom>[\w-]+(?:['’]s?)?)"
    r"(?=\s+(?:now|safe\w*|just now|a (?:few|moment)|\d+ min)\b|\s*[,.!]|\s*$)",
    re.IGNORECASE,
)
FINISH = lazy(
    r"\A\W*(?:(?:ok|yes|hi|hello|so)\W+)?(?:finish|finished)\s*(?:[,.!;–-]|now\b|and\b|$)",
    re.IGNORECASE,
)
OPENS_HOME = lazy(
    r"\A\W*safe(?:ly)? in(?=\s*(?:$|[,.!;]))|\A\W*out (?:\w+ ){0,3}?(?:early|late|on time)\b(?=\W*$"
    r"|[^.;!?]{0,20}\b(?:walking|driving|heading|in the|on the|now)\b)"
    r"|\A\W*out,? (?:and|&|n) (?:in the (?:car|van)|on the (?:bus|train"
    r"|tram|road|way)"
    r"|away|heading|driving|walking|safe|(?:he|she|they)(?:['’]s| is| are|s)? (?:\w+ )?(?:fine|ok|okay|well|good"
    r"|happy))\b|"
    r"\A\W*got (?:out|home|back|in) (?:ok|safe|safely|at|by|around|about|just|a few)\b|"
    r"\A\W*(?:(?:yes|yep|yeah|yeh|aye|hi|hello|sorry|ok|ta)\W+)*(?:back home|home again|back indoors|home|back"
    r"|indoors)\s*(?:[,.!;–-]|safe\b|yes\b|and\b"
    r"|n\b|&|(?:now |ok )?(?=[\w'’-]+ (?:is |was |safely |all |got )*(?:dropped (?:off|home|back)(?! to)|delivered"
    r"|returned|handed over)\b))",
    re.IGNORECASE,
)
# What is plain enough once we have asked "are you back?".
ANSWERS = lazy(
    r"\A\W*(?:(?:yes|yep|yeah|yeh|hi|sorry)\W+)*(?:dropped|delivered|handed) (?:(?:him|her|them|[\w'’-]+) )?(?:off"
    r"|over|back|home)\b|\A\W*(?:(?:yes|yep|yeah|yeh|hi|sorry)\W+)*(?:(?:he|she|they)(?:['’]s| is|['’]re"
    r"| are) (?:now |all "
    r"|safely )*(?:dropped (?:off|home|back)(?! the| to)|delivered|back (?:with|at) (?:his|her|their|the)|home\b)"
    r"|drop[- ]?off(?: is| all)? (?:done|sorted)|out,? (?:love|pet|hun|hon|dear|duck|ducky|mate|petal|chuck"
    r"|darling|hen|bab"
    r"|flower)\b)"
    r"|\b(?:reached|got to|got back to|arrived (?:at|in)) my (?:own )?(?:house|flat|place|room|home|bed|sofa)\b"
    r"|\b(?:in|on) my (?:own )?(?:sofa|settee|couch|kitchen|armchair|chair|bed|bath|pyjamas|pjs|slippers|living room"
    r"|front room)\b|\bon the (?:sofa|settee|couch)\b|"
    r"\b(?:home|back|indoors|safe|safely|finished|finish|kettle|feet up|(?:i['’]?m|i am|am|we['’]?re|got) (?:in"
    r"|out|away"
    r"|off|clear|done|well|fine|ok|okay|all right|alright|good|here|alive|on the (?:bus|train|tram|tube|road))"
    r"|out (?:now|ok|okay|safe\w*|fine|and|by now)|in the (?:car|train|bus|tram|taxi)|left (?:there|at|about|on time)"
    r"|all (?:is |are |was )?(?:fine|ok|okay|well|good|right|done)|everything (?:is |was )?(?:fine|ok|okay|well|good)"
    r"|still (?:alive|in one piece)|alive and (?:well|kicking)|no need to (?:worry|ring|phone|call)"
    r"|(?:do not|don['’]?t|not to) (?:worry|fret|ring|phone|send)|present and correct|(?:driving|walking|cycling)\b"
    r"|left (?:\w+ ){1,3}ago|at (?:my )?(?:house|home)|breathing)\b|\A\W*here\s*[!,.]"
    r"|\A\W*(?:(?:yes|yep|yeah|yeh|aye|hi|sorry)\W+)*(?:out|in|done|off)\s*(?:[,.!;–-]|$|and\b|ages\b|a while\b"
    r"|since\b|now\b|at \d)",
    re.IGNORECASE,
)
STILL_IN = lazy(
    r"\bstil+ (?:here|there|with|in\b(?! one)|at|inside|going|chatting|talking|sat|waiting|at it)|\b(?:running"
    r"|bit) late\b"
    r"|\b(?:another|more|extra|further) (?:\w+ )?(?:min\w*|hour|hours|quarter)\b|\bmore time\b|\bnot (?:yet"
    r"|home|back|out)",
    re.IGNORECASE,
)
# What may stand around it and makes nothing doubtful.
SORRY_FIRST = lazy(
    r"\W*(?:(?:so |very |really )?(?:sorry|apologies)\W+)?(?:(?:i am|i['’]m|am|i|we are|we['’]re)\W+)?",
    re.IGNORECASE,
)
SORRY = lazy(
    r"\W*(?:(?:and )?(?:safe(?:ly)?|sound|well|now|again)\W+)*(?:(?:so |very |really )?(?:sorry|apologies)\b)?\W*"
    r"(?:(?:but |as |that )?(?:my |the )?(?:phone|mobile|battery|signal)(?:['’]s)?\b(?:\s(?:was|is|had|has|been|gone"
    r"|went|ran|run|out|died|dead|flat|off|poor|bad|no|of|charge|battery|on silent|silent|in my bag)){1,4})?\W*",
    re.IGNORECASE,
)
ONE_WORD = lazy(
    r"\W*(?:yes,? |yep,? |yeah,? )?(?:all )?(?:home|out|back|safe|finished|done|fine|ok|okay|all (?:fine|ok|good"
    r"|well|safe))\W*"
    r"(?:thanks?|ta|thank you|cheers|x+|now|all (?:fine|ok|good|well))?\W*",
    re.IGNORECASE,
)
IN = lazy(
    rf"\b(?:on (?:my|the|our) way (?:to|in|over|there|now)|setting (?:off|out)|set off|heading (?:to|over|in|off|out)"
    r"|(?:going|walking|driving|popping|nipping|go) (?:in(?:to)?|over|round|up|to see)\b(?: (?:now|[\w'’-]+))?"
    r"|just (?:arrived|going in|got (?:here|to)|parked(?: up)?|pulled up|walked in|signed in|setting off)"
    r"|that['’]?s me (?:in|inside|here|outside|parked(?: up)?)(?= (?:at|with|now|in the)\b)"
    r"|that['’]?s (?:me|us) (?:lifted|collected|picked up|got) (?=\w+ (?:now|up)\b|\w+[,.])"
    r"|(?:(?:just|now|am) (?:parking|pulling)|(?:parking|pulling) (?:up|now))(?: now| up)? (?:at|outside|by)"
    r"|(?:getting|putting|pulling) (?:on )?(?:my|me) (?:coat|shoes"
    r"|boots|jacket|wellies)\b(?! (?:dry|back|from|cleaned|mended|repaired))(?: on)?|(?:just|now) locking up"
    rf"|arriv(?:ed|ing|e) (?:at|now|here|to)|about to (?:go in|knock|start|ring the bell)|(?:knocking"
    rf"|ringing the bell)"
    rf"|(?:i['’]?m|i am|we['’]?re|we are|am) (?:now |just )?(?:entering|starting|beginning|going in|going to see"
    r"|going to visit|off to (?:see|visit|the)|out with)"
    rf"|(?:{_I}|we) (?:{_WELL} )*(?:here|inside|outside)(?= (?:now|with|at|to see|to visit)\b|\s*[,.;!]|\s*$)"
    r"|leaving (?:the house|home|work|now)(?: now)? (?:for|to (?:see|visit|meet))|checking in|signing in"
    r"|signed in (?:at|now)|logging in"
    r"|(?<!dropped )(?<!dropped my )(?<!lost my )(?<!left my )(?<!your )(?<!his )(?<!her )(?<!their )phone(?:['’]s"
    r"| is)?(?: now)?"
    r" (?:off|going off|(?:goes |going )?(?:in|into)(?! (?:the |a )?(?:canal|river|sea|bath|toilet|loo|sink"
    r"|puddle|repair\w*|for)))"
    r"|(?:pick(?:ing)?|collect(?:ing)?|fetch(?:ing)?) (?:up )?\w+(?: up)? now|meeting \w+ (?:now|at)"
    r"|(?:starting|start"
    r"|beginning) (?:now|my visit|the visit)"
    r"|(?:in|here|inside) now|(?:we['’]?re|we are|we r|i['’]?m|i am|im) (?:off|away) (?:to|tae|out)|off to (?:see"
    r"|visit|meet"
    r"|fetch))\b",
    re.IGNORECASE,
)
# What stands behind these has to be a place, or a client, before they say that somebody goes in.
IN_SOMEWHERE = lazy(
    rf"(?P<bare>\A\W*(?:(?:standing|stood|sat|sitting|parked|waiting) )?(?:at|in with|in|inside|outside|here at"
    rf"|here with|here in|with))\s+"
    rf"|\b(?:(?:i['’]?m|i am|we['’]?re|we are|we r|am) (?:{_WELL} )*(?:taking|with|at|on|outside|inside|in|by"
    rf"|entering|here"
    r" (?:at|with|in))"
    r"|(?:tak(?:e|ing)|catch(?:ing)?|get(?:ting)?|on|in|board(?:ing)?|jump(?:ing)? on) (?:now )?(?:the|a"
    r"|my) (?:\w+ )?"
    r"(?:bus|tram|train|tube|metro|taxi|cab|uber|ferry)(?: now)? (?:over |out |across |up |down )?(?:to|for)"
    r"(?: see| visit| meet)?"
    r"|(?:just |now |am |are )*leaving(?: now)? for"
    r"|(?:i|we) (?:now )?(?:drive|walk|travel|cycle|go)(?: out| over)?(?: now)(?: out| over)? to"
    r"(?: (?:take|see|visit|fetch|meet|collect|pick up))?"
    r"|(?:i|we) (?:now )?(?:enter|go in to|go into)(?: now)?(?: in| into| to)?|(?:i['’]?ve |ive |have "
    r"|just )?(?P<has>got|collected|picked up"
    r"|fetched))\s+",
    re.IGNORECASE,
)
# "I've got Omar, …": not "I got Omar a card".
COMES_ALONG = lazy(
    r"\s*(?:$|[,.;!&–-]|and\b|n\b|we\b|we['’]?re\b|now\b|with me\b|in the car\b|here\b|safe)", re.IGNORECASE
)
OUTING = lazy(r"(?:off|away) (?:to|tae|out)$", re.IGNORECASE)
AWAY_TO = lazy(r"away \w+$", re.IGNORECASE)  # "to Spain" as well
ARRIVED = lazy(r"\A\W*(?:just |now )?(?:got here|arrived|here)(?=\s*[,.;!]|\s+(?:ok|safe\w*)\b)", re.IGNORECASE)
NOBODY_IN = lazy(r"\b(?:no (?:answer|sign|reply|one)|nobody|not in\b|wasn['’]t|shut|closed|gone)\b", re.IGNORECASE)
# "He's in the car with me", "got him.": he is along already.
ALONG = lazy(
    r"\A\W*(?:i['’]?ve |ive |have |just |now )?(?:got|collected|picked up|fetched|lifted) (?:him|her|them)(?: now"
    r"| safe\w*)?"
    r"(?=\W*$|\s*[,.;!]|\s+(?:and|n|&|we|were|we['’]re)\b)"
    r"|(?<!\w)(?:sat|sits|sitting|strapped|belted|buckled)(?: in)? (?:up )?(?:by|beside|next to|with) me\b"
    r"|\b(?:the )?(?:wee|little|big|young) (?:man|fella|lad|lass|one|fellow)(?:['’]s| is) (?:in|on) the (?:car"
    r"|motor|van|bus)\b",
    re.IGNORECASE,
)
PLAIN_IN = lazy(r"^\W*(?:in|here|arrived|inside|checking in|starting|going in)\W*$", re.IGNORECASE)
HOMEWARD = lazy(
    r"(?:\b|(?<=[,.!] ))(?:(?:on (?:my|the)|on) way (?:home|back)|heading (?:home|back|off home)|(?:walk|driv"
    r"|go)(?:ing|e"
    r"|in) (?:to )?home"
    r"|off home|(?:(?:getting|catching)|(?:i['’]?m|i am|am|we['’]?re|now|and|\A|[,.!]) ?(?:on|in)) (?:the|my|a)"
    r" (?:bus|train|tram|tube|car|taxi)(?!\s+(?:over |out |across )?(?:to|for)\s+(?!home|my\b|mine|me\b)))\b",
    re.IGNORECASE,
)
NOT_OUT = lazy(
    r"\bnot\b|(?<!do)n['’]t\b|\bif\b|\bnever\b|\b(?:un)?till?\b|\?|\b(?:will|would|should|shall|hope|hoping|when|once"
    r"|soon|nearly|almost|yet|stuck|trying)\b|['’]ll\b",
    re.IGNORECASE,
)
NOT_NOW = lazy(
    r"\bwith [\w'’-]+ on (?:this|that|it)\b|\bnot\b|n['’]t\b|\bif\b|\bnever\b|\?|\b(?:was|were|went|had|used to"
    r"|would|might|maybe|next|yesterday|last"
    r"|tomorrow|usually|always"
    r"|every|prison officer|(?-i:court)|hospital|holiday|gp|doctor|dentist"
    r"|sleep|bed|work|receipts?|tickets?|dropped|drowned|smashed|keeps|keep (?:going|walking|popping))\b",
    re.IGNORECASE,
)
OTHERS = lazy(
    r"\b(?:he|she|they|it|who|which|that)(?:['’]?s|['’]?re| is| are| was)?\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
ALARM = lazy(r"\b(?:police|999|ambulance|run off|ran off|runaway|missing)\b", re.IGNORECASE)
"""Whoever writes this is checking nobody in."""
STOPS = lazy(r"[,;:()!–—]|\s-\s|[^\w\s'’.]")
# What tells of another time than now, or of what somebody else does.
NOT_THEN = lazy(
    r"\b(?:(?:i|we) (?!parked|arrived|reached|started|signed|checked|logged|entered)(?:\w{2,}ed|sat|ate|drank"
    r"|made|spoke"
    r"|got (?!here|in)|spent|played)|(?:he|she|they) (?:\w{3,}ed|was|ate|made|got|won|gave)|not(?! heard"
    r"| in touch)|never|was|(?<=we )were|(?<=they )were|were(?! (?:at|in|on|off|out|going|heading|walking|with)\b)"
    r"|went|had|did|used to|would|might|maybe|yesterday|last"
    r"|tomorrow|usually|always|every"
    r"|weekly|saw|seen|met|visited|enjoyed|told|said|says|came|stayed|ended up|could|court|cancel\w*|moved?|next week"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|didn['’]?t|n['’]t (?:see|meet|go|make|come)|£",
    re.IGNORECASE,
)
OTHERS_DO = lazy(
    r"\b(?:he|she|they|it)\b(?:['’]s|['’]ll| is| will| has| goes| comes)"
    r"(?<!\bit is)(?<!\bit['’]s)|\bit(?:['’]s| is)\b(?! (?:now |just |about |nearly )*(?:\d|half|quarter|noon"
    r"|(?:five|ten"
    r"|twenty(?:[- ]five)?) (?:to|past)\b|\w+ o['’ ]?clock))",
    re.IGNORECASE,
)
# A way home, told in no set phrase: what somebody in the middle of it writes.
UNDER_WAY = lazy(
    r"\b(?:on (?:my|the|our|d) way\b(?! (?:to|over|in|there|up|out|2)\b)(?: (?:home|back|now))?|heading (?:home"
    r"|back|off|out|for home)|homeward|away home"
    r"|(?:walk|driv|go|cycl|return|com|head|leav)(?:ing|in) (?:\w+ ){0,2}(?:home|back|now|to (?:the|my) (?:car"
    r"|station|bus|stop|train))"
    r"|(?:driving|walking) now|off home)\b"
    r"|(?:\A|[,.!;]|\band|\bn|&|\b(?:i['’]?m|i am|im|me|we are|we['’]re|now|sat|just|then))\s*(?:now |already |back "
    r"|sat |safe )*"
    r"(?:in|on|to|at) (?:the |my |a |our |d )?(?:number )?(?:car|van|taxi|cab|uber|bus|train|tram|tube|metro"
    r"|bike|motorway|bus stop|station|top deck"
    r"|platform|\d{1,3}\b)",
    re.IGNORECASE,
)
GONE_SURELY = lazy(
    r"\A\W*already (?:back )?(?:in|at|on) (?:(?:the|my|d) )?(?:own )?(?:car(?! ?park)|van|bus|train|taxi|home|kitchen"
    r"|sofa|settee|couch|bed|armchair|flat|house)\b(?! with)|"
    r"\b(?:(?:signed|logged|checked|walked|got|came|come|am) out (?:at|of|from) (?:the|there|here)"
    r"|through the gates?|out of (?:there|here)"
    r"|off the premises|clear of (?:the|it)|visit (?:has )?ended|got my phone back|(?:i['’]ve|have"
    r"|just) come out|finished (?:at|by) (?:\d|\w+ to|\w+ past|half)|just leaving [\w'’-]+s)\b"
    r"|\Aleft\b.{0,30}\b(?:ago"
    r"|now|just now)\b|\Aleft,",
    re.IGNORECASE,
)
WANTS = lazy(r"\b(?:(?:ring|call|phone|text) me|help|please|pls|plz)\b|£|\?", re.IGNORECASE)
GONE = lazy(
    r"\b(?:(?:dropped|delivered|returned|took|taken|brought|handed|seen|saw|walked) (?P<whom>[\w'’-]+) (?:off"
    r"|home|back|safe\w*|over|in"
    r"|to)\b|delivered\b|(?:i['’]?ve |ive |have |just |i |we |all )?(?:left|finished|signed out|logged out"
    r"|come out|walked out"
    r"|gone|am out|got out|came out|exit(?:ed)?)\b|through (?:the|both|all the) (?:\w+ )?gates?|out the (?:gate"
    r"|door)|out of (?:there|here|the)|out from (?:the"
    r"|there)|off the premises"
    r"|clear of|visit (?:has )?(?:ended|over|finished|done|complete)|(?:we|i)['’ ]?(?:m|are|am|re) finish(?:ed)?"
    r"|all done at|finished with|got my phone back|phone back)\b",
    re.IGNORECASE,
)
"""Gone from the client: beside a way home it is a check-out."""
INDOORS = lazy(
    r"(?:\A\W*(?:i['’]?m |i am |im |am |now |safely |safe )*|\b(?:i['’]?m|i am|im|am) (?:now |safely |safe "
    r"|returned )*)"
    r"(?:back (?:in|at)|in|at|returned(?: to)?|home in) (?:my|the|our)"
    r" (?:own )?(?:desk|office|garden|car|dorm|room|kitchen|flat|house|home|sofa|armchair|chair|bed|ranch|bath"
    r"|digs|halls|base|place)\b"
    r"|\b(?:got|get|come|came|just) in (?:\w+ ){1,3}(?:ago|now|and)\b|\b(?:have |i |just )?(?:arrived?"
    r"|reach(?:ed)?|come|got) (?:to |at |in )?"
    r"(?:my )?(?:own )?(?:home|house|flat|room)\b|\b(?:i am|i['’]?m|am) (?:return(?:ed)?"
    r"|arrived) (?:to )?home\b|\bi (?:exit|leave|go out|am out)"
    r" (?:the \w+ )?now\b(?! to (?:take|see|visit|fetch|meet|collect|pick))|\bi have left the (?:building"
    r"|premises)\b",
    re.IGNORECASE,
)
YES = lazy(
    r"\A\W*(?:(?:sorry|oops|oh|ah|hi|hello|so sorry|dear \w+)\W+){0,3}(?:yes|yep|yeah|yup|yea|aye|ok|tak|si|sí"
    r"|oui|na['’]am|نعم|ايوه|так)\b"
    r"|\bi(?:['’]?m| am) (?:grand|well|fine|good|ok|safe|with my|in (?:the |my )?(?:house|home))\b|\b(?:was"
    r"|been) (?:out|home|back)\b"
    r"|\bout (?:at|by|since) \d",
    re.IGNORECASE,
)
"""Any of these is an answer to "are you out?", where nothing in the sentence says that it is not."""
BROUGHT = lazy(r"\b(?:dropped|took|taken|brought|walked) (?:him|her|them)\b", re.IGNORECASE)
"""Whoever is home then, it is the client."""
CLIENT_HOME = lazy(
    r"(?:['’]?s\b)?\s*(?:is |['’]s |was |back |safe(?:ly)? )*(?:home|back|delivered|dropped|returned|indoors|in)\b",
    re.IGNORECASE,
)
IS = lazy(
    r"(?:['’]s|\s+(?:is|was|has|got|has got))\s+(?:\w+ly |now |back |all |both |already |still |sat "
    r"|asleep )*",
    re.IGNORECASE,
)
KIN_IS = lazy(
    r"\b(?:my|our|his|her|their) (?:\w+ )?(?:son|daughter|sister|brother|husband|wife|mum|mother|dad|father"
    r"|partner|friend"
    r"|grandson|granddaughter|kids|children|cat|dog|nephew|niece|cousin)(?:['’]s| is| are| was| got| has| came"
    r"| arrived)?"
    r"(?: \w+)? ?$",
    re.IGNORECASE,
)
WAS_AWAY = lazy(r"\b(?:was|been|were) (?:away|on (?:holiday|leave)|abroad|in hospital|ill|poorly)\b", re.IGNORECASE)
ALL_DONE = lazy(r"(?:all )?done(?: (?:and|n|&) dusted)?|visit (?:is |all )?(?:over|finished)", re.IGNORECASE)
"""Said of the visit as well as of oneself."""
AWAY_FROM = lazy(
    r"\b(?:home|car|van|bus|train|tram|out|safe\w*|left|way|back|indoors|walking"
    r"|driving)\b",
    re.IGNORECASE,
)

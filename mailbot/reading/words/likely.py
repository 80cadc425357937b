"""What keeps a mail from most likely being a report, where no words of a report were known. For folded text."""

from mailbot.expressions import any_of, lazy

# The writer's own mistake, anywhere in an answer to "did it take place?": then it did not.
FAULT = any_of(
    r"(?:i am|i'm|im|feel|feeling|so|quite|utterly|absolutely|really) (?:\w+ )?(?:mortified|ashamed|wretched)"
    r"|feel shame"
    r"|unforgivable|inexcusable"
    r"|no excuses?(?! for not (?:writing|replying|reporting))|(?:i|we|have|had) (?:\w+ )?(?:confused|muddled"
    r"|mixed)\b"
    r"|(?:the )?(?:mistake|fault|error|blunder|slip)(?: is| was)?(?: all| entirely)? (?:mine|is me)"
    r"|(?:my|own) (?:own )?(?:stupid )?(?:mistake|fault|error|blunder|cock-?up|mix-?up)",
    r"(?:thought|sure|convinced|certain|believed|swore|sworn) (?:that )?(?:it|today|this|that|yesterday) (?:was"
    r"|were)"
    r" (?:still )?(?:next|tomorrow|the|only|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b",
    r"(?:what|which) i (?:was|had been) (?:sure|certain|convinced|thinking) (?:was|were)",
    r"(?:in|by|under) (?:error|mistake|the wrong)\b|wrong (?:day|date|week|month|page|diary|calendar|roster|rota"
    r"|one|line)",
    r"never (?:\w+ )?turned the (?:calendar|page)|(?:calendar|diary|phone|paper|book|roster|rota) (?:still |is "
    r"|was )?"
    r"(?:says|said|had (?:it|me|him|her) (?:down|for)|written)|(?:in|on) my (?:paper|diary|calendar|book) (?:is"
    r"|it is|it was|was)\b",
    r"(?:ask|asked|beg|begged|owe) (?:\w+ )?(?:his|her|their|him|\w+) (?:an? )?(?:pardon|forgiveness|apology)"
    r"|letter of apology|stood (?:him|her|them|\w+) up|(?:sat|waited|waiting|standing) (?:there )?(?:like a"
    r"|alone|for nothing"
    r"|for me|in vain)|(?:poor|that) \w+ (?:\w+ )?(?:sat|waited|waiting)",
    r"(?:slept|dozed|worked|sailed|drove) (?:\w+ )?(?:straight |right |clean )?through\b|slipped my"
    r"|out of my (?:head|mind)"
    r"|clean forgot|(?:he|she|\w+) waited and i",
)
# Somebody else's doing, or the way: what keeps the two from each other.
BLANK = any_of(
    r"(?:dr[ae]w|drawn|sadly|only|complete|total|was|a) (?:a )?blank\b(?! (?:canvas|page|paper|sheet|card|tile"
    r"|look|face|wall))",
    r"knocked and knocked|rang and rang|carted (?:off|away)|summons(?:ed)?\b|in the dock|(?:took|taken|whisked"
    r"|carted|led) "
    r"(?:him|her|them|\w+) (?:off|away|with a|by|to (?:court|hospital|london|the (?:police|station|hospital"
    r"|infirmary)))",
    r"(?:at|in|to) (?:\w+ )?(?:court|tribunal|hearing|healthcare|infirmary|a&e|hospital)\b(?! (?:last|next))"
    r"|court\b",
)
# A "no" in a language that the rules of English do not know; what stands with it is not taken for a yes.
NO_ABROAD = lazy(
    r"\b(?:ne|ni|nie|niestety|nicht|nichts|kein\w*|nein|leider|pas|personne|rien|jamais|non|nessuno|nao|nem"
    r"|ninguem|nadie"
    r"|nunca|niet|geen|inte|ikke|ei|oxi|ochi|nu|nem|hayir|yok|degil\w*|deyil|maya|ma|hapana|si|khong|chua|bu)\b"
    r"|\b(?:не|ні|нет|немає|нема|нікого|никого|όχι|δεν|δε)\b|لم |لا |ليس|ما |نه|نشد|نبود|نہیں|नहीं|ਨਹੀਂ|ਨਹੀ|না"
    r"|አል|没|不",
)
SURELY_NO = lazy(
    r"\b(?:personne n\w*|niemand|nessuno|ninguem|nadie|nikt|nicht|kein\w*|leider|hayir|niestety|nein|не|ні|нет"
    r"|οχι|όχι|δεν)\b"
)
ENGLISH = lazy(
    r"\b(?:the|a|and|we|he|she|it|was|were|is|with|me|my|him|her|his|to|of|in|at|on|had|did|for|all|got|n|u|w"
    r"|this|saw|yesterday|today|after|from|just|went|been|my|but|not)\b"
)
# Asks us for something, or only thanks: no answer.
ASIDE = lazy(
    r"\b(?:please|pls|plz|could you|can you|would you|will you|who is this|wrong (?:person|address)"
    r"|stop (?:sending|writing)"
    r"|unsubscribe|(?:will|shall|'ll) (?:tell|let|write|report|send|reply|answer|confirm|fill|do (?:it|this|that"
    r"|the form))"
    r"|later|(?:do not|don'?t|dont|not) (?:know|remember|sure|certain|recall)|no idea|dunno|not yet|receipts?"
    r"|claim\w*|link"
    r"|form|e-?mail\w*|address|phone|password)\b"
)
# What makes a sentence with a client and a day gone by tell of something else than a visit.
NOT_A_REPORT = any_of(
    r"since|supposed",
    r"(?:will|shall|would|should|could|might|can|going to|'ll|wo|want\w*|hop(?:e|ing)|wish|need\w*|must|if"
    r"|unless|until|till"
    r"|tomorrow|next|instead|swap\w*|mov(?:e|ed|ing)|shift\w*|chang\w+|re-?book\w*|re-?schedul\w+|re-?arrang\w+"
    r"|postpon\w+|invited|bring (?:it )?forward|put back)\b",
    r"off|aff|cancel\w*|call(?:ed)? off|not|no|never|cannot|cant|dont|didnt|wont|wasnt|couldnt|nobody|none|without"
    r"|unwell|poorly|ill|sick|flu|covid|broke\w*|hospital|court|hearing|solicitor|dentist|funeral|wedding"
    r"|birthday|interview"
    r"|exam\w*|appointment|boiler|closed|locked|lock-?down|transferred|unworkable|contagious\w*|missed|late",
    r"says|said|sed|tells|told|showed|showd|mention\w*|alleg\w+|inform\w*|report(?:s|ed)|disclos\w+|confid\w+"
    r"|wrote|written|rang"
    r"|phon(?:e|ed)|texted|messaged|emailed|called|asks|asked|wants|heard|reckons|claims|admitted|thinks|feels",
    r"receipts?|claim\w*|expenses?|fares?|tickets?|miles?|mileage|parking|paid|cost|quid|pence|bought|fiver"
    r"|tenner|petrol",
    r"training|meeting of|committee|social|picnic|party|lunch for|coordinators?|volunteers|holiday|leave|nights",
)
UNREAL = lazy(
    r"\b(?:\w+n't|(?:have|has|had|did|could|was|were|would)nt|dream\w*|tried|trying|died|dead|death|passed away)\b"
)
# Somebody else's doing, where the writer has no part in the sentence.
OF_WRITER = lazy(r"\b(?:i|we|me|us|our|my|mine|both|together|im|ive|i'\w+|we'\w+|myself)\b")
KIN = lazy(
    r"\b(?:his|her|their|the|a) (?:\w+ )?(?:sister|brother|mum|mother|dad|father|cousin|uncle|aunt\w*|friend|wife"
    r"|husband|son|daughter|carer|doctor|solicitor|worker|family|nephew|niece|gran\w*)\b"
)
DOES = lazy(
    r" (?:(?:has|have|had|is|was) )?(?:went|saw|visited|met|took|got|did|goes|sees|has|had|is|was|came|won|lost"
    r"|\w{3,}ed)\b"
)
# Days gone by in other languages, and any weekday: where a client is named too, somebody tells of a visit.
DAY_ABROAD = lazy(
    r"\b(?:wczoraj|dzisiaj|dzis|gestern|heute|hier|aujourd'hui|ayer|hoy|ieri|oggi|ontem|hoje|dun|bugun|vakar"
    r"|siandien|shalay"
    r"|maanta|hom qua|hom nay|jana|leo|gisteren|vandaag|vcera|dnes|tegnap|ma voltunk|eilen|igar|i gar|dje|juce"
    r"|danas|kal"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunedi|martedi|mercoledi|giovedi|venerdi|domenica|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag"
    r"|poniedzialek|wtorek|srode|czwartek|piatek|sobote|niedziele|segunda|terca|quarta|quinta|sexta|dia \d+"
    r"|сьогодні|вчора|сегодня|вчера|(?:минул\w+|прошл\w+) \w+)\b"
    r"|أمس|امبارح|اليوم|دیروز|امروز|پیش|گذشته|کل |آج|اتوار|چهارشنبه|ਕੱਲ੍ਹ|ਅੱਜ|कल|आज|ትናንት|ትላንት|ዛሬ|ትማሊ|ሎሚ|昨天|今天"
)
# "At Omar's this evening", "today with Omar": what may stand between the two, and before the client.
BESIDE = lazy(
    r"(?:'s)?(?: (?:house|place|flat|room|hotel|again))?[\s,:(@]*(?:(?:on|this|in|at|with|wi|wiv|w/?|was|for|again"
    r"|i|we|saw|met|visited|visit|had|the|by|to|last|earlier|from|an hour|two hours|spent|all|back|late"
    r"|early) ?){0,4}"
)
AT = lazy(
    r"(?<!phone )(?<!call )\b(?:at|with|wi|wiv|w/?|by|chez|bei|mit|con|com|da|da|u|to see|visitor for|did|done"
    r"|saw|met"
    r"|visited) ?$"
)
ANY_AT = lazy(r"\w+")
# To come, or off: then the day and the client are those of a plan.
AHEAD = lazy(
    r"\b(?:will|shall|would|should|could|can|may|might|going|coming|'ll|if|unless|tomorrow|next|instead|swap\w*"
    r"|moved?|shift(?:ed)?"
    r"|re-?book\w*|re-?schedul\w+|re-?arrang\w+|postpon\w+|off|aff|cancel\w*|cannot|cant|can't|wont|won't|until"
    r"|till|starting"
    r"|about to|heading|on my way|not|didn't|didnt|never|no|supposed|meant|due|booked|planned|appointment"
    r"|receipts?|claim\w*"
    r"|fares?|miles|mileage|parking)\b"
)
A_CALL = lazy(r"\b(?:line|hold|rang|ring|call(?:ed)?|phon(?:e|ed)|queue|switchboard|voicemail|log(?:ged)?|help)\b")
# The subject says that it is about somebody else: "me, not Omar".
NOT_OF_THEM = lazy(r"\b(?:not|isn'?t|nothing to do with|me|myself|about me|just me)\b")
OVER = lazy(
    r"\b(?:yesterday|last|was|were|had|did|took|went|saw|been|seen|met|sat|\w{3,}ed|hours?|hrs?|minutes|mins)\b"
)
# A plain word of the writer's own doing, or of the two of them.
DOING = any_of(
    r"(?:with|wi|wiv|w|w/|and (?:me|i|myself)|n (?:me|i)|me (?:and|n|&)|us|we|both|together|our|my (?:young|old"
    r"|wee|dear) \w+)",
    r"(?:i|we|'ve|was|were) (?:\w+ )?(?:did|had|went|saw|sat|got|took|walked|made|been|was|were|spent|called"
    r"|played|had)",
    r"attended|present|seen|met|visited|visit|visitor|session|outing|chat|natter|hours?|hrs?|mins?|minutes"
    r"|did (?:see|meet|visit|go)|saw|been to|back from|home by|both of (?:mine|them)",
)
# Begins with what was done, by nobody named: "Sat in her yard", "did ice skating".
DROPPED = lazy(
    r"^\W*(?:(?:hi|hello|hiya|dear|hey|now then|afternoon|morning|evening|ok|so|well)\b[^,.!]{0,25}[,.!]\s*)?"
    r"(?:(?:just|only|then|and|so|also|finally|belatedly) )*"
    r"(?:had|sat|did|got|went|walked|played|took|made|spent|been|fed|ate|drank|cooked|baked|watched|built"
    r"|painted|picked"
    r"|called|popped|looked|dug|planted|saw|met|visited|back)\b(?! (?:from (?:holiday|work|leave|hols)|a (?:call"
    r"|letter|text"
    r"|message|cold|bug|fall|shock|word)|to (?:work|basics|normal)|an? e-?mail|told|asked|home to|your"
    r"|the (?:sack|bill"
    r"|receipt|flu|letter|message|form)))"
)
# With no day at all: how only what has been begins.
STARTS = lazy(
    r"^\W*(?:just )?(?:had (?:him|her|them|the (?:wee|big|young|old|little|lad|lass|boy|girl)|our)"
    r"|(?:back|home) from (?:the|a) (?!doctor|dentist|hospital|vet|shops?|gp)|sat (?:in|on|at|with|by|outside"
    r"|under)|fed the"
    r"|did (?:some|a bit of|the|a) |played|baked|cooked|walked (?:to|round|along|the|in|up|down)|watched)"
)

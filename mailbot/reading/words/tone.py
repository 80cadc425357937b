"""Whether a short answer to "did it take place?", "are you coming?" means yes or no, where no words say so; asked.

All expressions are for folded text.
"""

from mailbot.expressions import any_of, lazy
from mailbot.reading.words.visit_words import NT

# What keeps people from each other, where nothing else is said of it.
MISHAP = any_of(
    r"chickened|bottled it|called in|cover a shift|let out early|(?:he|she|they)(?:'d| had) (?:left|gone|moved)"
    r"|fiasco|shambles"
    r"|time ran out|ran out of time|(?:got|get) in the way|a bust|scuppered|vertigo|kept (?:me|us) out"
    r"|sent (?:me|us) to the wrong"
    r"|in a (?:twist|muddle)|computer says no|weather beat|beaten by the (?:weather|traffic|snow)|so no"
    r"|not a chance|no chance"
    r"|other prison|wires crossed|bedside|up in smoke|came and went without|(?:went|came) home(?! with (?!out"
    r"|nothing|no\b))"
    r"|came away(?! with (?!out|nothing|no\b))",
    r"(?:whole|our|the) (?:wing|prison|hotel|block|landing) (?:was |is |were )?(?:banged|locked|shut|down)",
)
BAD = any_of(
    MISHAP.pattern,
    r"deaths?|infirmary|healthcare|test(?:ing|ed) positive|contagious|isolat\w+|gearbox|clutch|recovery truck"
    r"|mot|endoscopy|biopsy"
    r"|x-?ray|asked for a break|prevent\w*|excused?",
    r"not?|nae|\w+n't|never|nobody|none|neither|nowhere|nope|nah|without|unable|cannot|cant|dont|didnt|wont"
    r"|wasnt|couldnt",
    r"cancel\w*|call(?:ed)? off|refus\w+|declin\w+|miss(?:ed)?|forg[oe]t\w*|slip(?:ped)?|skip\w*|swerve|scrap\w*"
    r"|scrub\w*"
    r"|drop(?:ped)? (?:it|out|this)|let \w+ down|disappoint\w*|stop(?:ped)?(?! (?:talking|laughing|for|off|by))"
    r"|suspend\w*"
    r"|withdr\w+|postpon\w+|abandon\w*|gave up|knocked on the head|up in smoke|wires crossed|fell through|went wrong",
    r"ill|sick|unwell|poorly|flu|covid|fever|bug|virus|migraine|indisposed|laid up|shingles|bronchitis|sciatica|pox"
    r"|temperature|throwing up|broken (?:leg|arm|wrist|hip|ankle|foot)|bedside",
    r"in (?:\w+ )?hospital|at the hospital|a&e|funeral|wake|christening|wedding|bereave\w*|passed away|died|labour",
    r"strikes?|breakdown|broke down|broken down|punctur\w*|flat (?:tyre|battery)|stuck|stranded|snow(?:ed)?"
    r"|flood\w*|fog",
    r"shut|closed|locked|lock-?down|banged up|transferred|shipped|released|other prison|moved (?:on|to|out)"
    r"|in court|at court",
    r"sorry|sadly|unfortunately|regret\w*|afraid|apolog\w+|alas|mortified|ashamed|my fault",
    r"needed (?:at|in|by)|called (?:in|away)|rather (?:watch|not|he|she|i)|skipping|no longer|home instead"
    r"|came home(?! with (?!out|nothing|no\b))"
    r"|turned (?:back|away|round)|too (?:ill|late|tired|busy)|off to (?:a|an|the|his|her)|take my name off|i'm out\b",
)
# Words of that kind in what is glad.
GLAD = any_of(
    r"(?:could|can)(?:n'?t| ?not) (?:have )?(?:gone|been|asked|wished|fault|complain|hoped|wait|wish)",
    r"not (?:too |so |at all |that )?(?:bad|shabby|a (?:problem|bother|hitch|cloud|dull moment)|once)"
    r"|(?:not|n't|never) forg[oe]t\w*|never (?:better|stopped|a dull|in doubt)",
    r"(?:don'?t|do not|can'?t|cannot) (?:see|foresee|think of|imagine|have) (?:a|any\w*|why)\b",
    r"no (?:\w+[- ]){0,2}(?:problems?|probs|issues?|stoppers|complaints|hitches|hitch|dramas?|worries|worry"
    r"|bother|trouble"
    r"|concerns?|reason|need|fuss|incidents?|surprises|matters)",
    rf"(?:did|do|would|does){NT} want (?:me|us|it|him|her|them)?\s?to (?:leave|go home|end|stop|finish)",
    rf"(?:did|could|would|does){NT} (?:get (?:him|her|them) to )?stop (?:him |her |them |me )?(?:\w+ing)",
    r"neither of us (?:wanted|could)|wouldn'?t miss|nothing (?:would|will|can|could|to) stop|come hell"
    r"|hell or high water"
    r"|wild horses|forget-me-nots?|not sorry|never forget",
    r"sorry (?:for|about) (?:the |my )?(?:delay|late|slow|not)|sorry (?:i'?m|to be) (?:late|slow)|(?:sorry"
    r"|apologies)(?: \w+){0,3} (?:late|slow|delay)"
    r"|afraid (?:of|(?:he|she)(?!(?:'s| was| is| had| has| were| did| could| would)\b)) ",
)
UNKNOWN = lazy(
    r"\b(?:don'?t|do not|not|no idea|dunno|can'?t) (?:know|sure|certain|remember|say|tell)\b|\bno idea\b|\bdunno\b"
)
# Neither the one nor the other.
OPEN = any_of(
    r"(?:don'?t|do not|not) (?:know|sure|certain|remember)|not yet|let you know|get back to you|check|find out"
    r"|wait and see"
    r"|depends?|maybe|perhaps|might|may\b|possibly|unsure|ask(?:ed|ing)?|wonder\w*|will (?:tell|say|write|report"
    r"|confirm)"
    r"|later|tomorrow i|why|what|who|when|where|which|how|please|pls",
)
# Of other business than the visit.
BUSINESS = any_of(
    r"thanks? (?:for|you for)|receipts?|claim|expenses?|miles?|attach\w*|form|password|link|e-?mail|address|number"
    r"|stop sending|wrong person|not me|unsubscribe|test|meeting|training|parking|phone",
)
# Thanks and an approval are no answer, nor is what has no letters that we read.
THANKS = any_of(
    r"ta|cheers|thanks?|thank you|thanx|thx|ty|bless|obliged|received|appreciat\w*|approv\w*|merci|gracias|danke"
    r"|dzi[eę]k\w*"
    r"|obrigad\w*|grazie|diolch|shukran|hvala|kiitos"
)
LETTERS = lazy(r"[a-z]{2}|\d ?%")
# What a yes may be made of, where it is more than a few words.
WARM = any_of(
    r"yes|yep|yeah|sure|fine|good|great|lovely|grand|nice|booked|coming|going|ready|raring|free|happy|glad|best"
    r"|laugh\w*|fun"
    r"|cheer\w*|enjoy\w*|together|kept|usual|tea|cuppa|coffee|cake|soup|lunch|chat\w*|natter|we|his hour"
    r"|the hour|full|date"
    r"|calendar|diary|expecting|knows i'm|see (?:him|her|them|you)|sharp|early bus"
)

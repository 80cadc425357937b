"""How people tell of what they did with somebody. All expressions are for folded text."""

import re
from collections.abc import Iterator

from mailbot.expressions import any_of, lazy
from mailbot.reading.words.visit_words import FINE, ONE, TREAT
from mailbot.reading.words.visiting import is_denied

# Things done together; they count as a visit by who did them with whom, or as an answer to our question.
TOGETHER = any_of(
    r"(?:i|we|us)(?:'ve|'d| have| had| both| all| also| just| then| even| only| did| finally| really|ve){0,3} "
    r"(?!(?:tried|wanted|hoped|planned|intended|needed|forgot|asked|called|phoned|moved|changed|received|emailed"
    r"|texted|noticed|missed|promised|arrived|waited|posted|cancelled|turned|knocked|attached|claimed|heard)\b)"
    r"(?:\w+ed|went|had|did|made|took|saw|met|sat|ate|drank|spent|got|won|lost|beat|read|swam|sang|drew|built|taught"
    r"|caught|rode|ran|drove|spoke|was|were(?! (?:meeting|visiting|to|due|supposed|meant|going)\b)|wuz|been"
    r"|found|gave|bought|brought|fed|told|laffed|wached|reached"
    r"|fished)",
    r"\w+ (?:and|n|an|&) (?:i|me|myself) \w+(?:ed|ent|ad|ade|id|ook|at|ent|ang|on|ew)",
    r"\w+ (?:and|n|an|&) (?:i|me) (?:meet|go|play|drink|eat|make|cook|walk|see|talk|speak|bake|watch)\b",
    r"\w+ (?:and|n|an|&) (?:i|me|myself) (?:was|were|wuz|met|spent|made|took|put|set|cut|dug|did|got|sat|lost"
    r"|shared|won|ate|saw|found|caught|took|bought"
    r"|built|beat|drew|told|read|heard|had|ran|rode|swam|sang)\b",
    r"we with \w+ \w+",
    r"we (?:meet|play|drink|eat|cook|walk|talk|speak|bake|watch)\b",
    r"me (?:and|n|an|&) (?!(?:the|my|his|her|our|an?|honestly|frankly|then|so|i|he|she|it|they|we|that|this|not|now"
    r"|just)\b)\w+ (?!go\b[^.;]*\bnow\b|are\b|r\b|will\b|is\b|going\b|shall\b|have to\b|cannot\b|cant\b)\w+",
    r"^(?:spent|taught|helped|played|walked|cooked|watched|sat|chatted)\b",
    r"came (?:out|along|round|over|swimming|bowling|with (?:me|us)|(?:to|for) [^.;,]{1,25}? with (?:me|us))\b",
    r"(?:beat|thrashed|smashed|showed|taught|told|made|gave|walked|drew|cooked|hammered|trounced|cheated) (?:me|us)",
    rf"had (?:{ONE} )?(?:\w+ ){{0,2}}{TREAT}",
    r"had (?:me|us) (?:round|over|in stitches|laughing|to (?:tea|lunch|dinner|supper))\b",
)
KIND = any_of(FINE)
# "A nice enough afternoon": said of somebody who is named, it was spent with them.
TIME = lazy(rf"\b(?:a|an|our|another|the)? ?(?:\w+ )?{FINE} (?:enough )?(?:\w+ )?{TREAT}\b")
# With a day and a client who is named: "yesterday's visit to", "over our tea yesterday", "she told me on Monday".
THAT_VISIT = any_of(
    r"(?:yesterday|today|tonight|\w+day|this (?:morning|afternoon|evening))'s (?:visit|session|outing|meeting"
    r"|walk|lesson|hour|hours|tea|lunch|coffee|chat|game|trip|cuppa)",
    r"(?:joy|pleasure|privilege|delight|treat|honour) to (?:see|meet|be with|visit|sit with|spend)",
    r"(?:hours?|hrs?|minutes|mins)(?: (?:today|yesterday|this \w+|(?:on )?\w+day))? with",
)
VISITED = any_of(
    r"in \w+'s company",
    rf"(?:over|during|at|after) (?:our|a|the) (?:\w+ )?{TREAT}",
    r"(?:told|showed|asked|gave|handed|confided in) me\b",
    r"when i (?:called|visited|popped in|dropped in|was there)\b",
)
JOINTLY = lazy(r"\bwe \w+[^.;!?]{0,60} together\b")
WELL = any_of(
    rf"(?:was|were|is|seemed|looked|looks|seems|'s|felt|sounded) (?:\w+ )?(?:in |on |really |very |so |much "
    rf"|quite |full of )"
    rf"*(?:{FINE}|(?:\w+ )?(?:spirits|form|fettle)|better|beans|chatty|talkative|pleased|delighted|excited|proud"
    rf"|himself|herself|tired"
    rf"|sleepy"
    r"|hungry|smiling|laughing|good spirits)",
)
GOOD = lazy(rf"\b(?:was|were|went|all) (?:\w+ )?{FINE}\b|\b{FINE} (?:\w+ )?{TREAT}\b")
PLEASED = any_of(
    FINE,
    r"(?:did ?n'?t|did not|could ?n'?t|never|would ?n'?t) (?:get (?:him|her|them) to )?stop (?:talking|laughing"
    r"|smiling"
    r"|chatting|eating|grinning|singing)",
    r"thank(?:s| you)|cheers",
    r"enjoy(?:ed|s|ing)|loved|laughed|laughs?|played|ate|walked|talked|chatted|watched"
    r"|won|lost|beat|cooked|baked|giggles|hugs|smile[sd]?|happy|chess|draughts|cards|bowling|paintball|football"
    r"|pool|tea",
    r"(?!(?:tried|waited|arrived|turned|wanted|hoped|needed|missed|knocked|called|phoned)\b)\w{3,}ed\b",
    r"(?:he|she|they|we) (?:was|were|did|had|got|made|went|took|gave|sang|ran|ate|has|is|loves?)|(?:he|she|they)'s",
)
# Somebody who visits writes "went today" of nothing else.
GONE = lazy(
    r"(?:^\W*|[.,;!:–—-] |\b(?:and|so|then|only) |\b(?:i|we)(?:'d|'ve|d|ve| had| have)? )(?:i |we )?(?:only |just )?"
    r"(?:went|been(?! \w+(?:ing|in)\b)|was there|were there|(?:popped|nipped|called|dropped|looked) (?:in|over"
    r"|round|by))"
    r"\b(?! (?:to|on|for|through|off|back|home|down|out|away|into|at|with my|and)\b)"
)
# A short answer to "did it happen?" in other words; it is asked about.
PRESENT = any_of(
    r"met|meet|meeted|attended|attendance|present|kept|came|turned up|both there|done|went (?:on|off)|happened"
    r"|occurred"
    r"|was so|it was|tick(?:ed)?|yh|yuss|confirm\w*|affirm\w*|realised|linked up|hung out|achieved|accomplished|made"
    r"|seen|saw|ticked|success\w*|true|right"
)
# What people do on an outing, named alone: "Bowling done", "laser quest today", "cinema Tuesday".
_ACTIVITY = (
    r"(?:bowling|laser (?:quest|tag)|cinema|pictures|film|pool|swimming|swim|baths|museum|library|park|zoo|golf"
    r"|crazy golf"
    r"|football|kickabout|burgers?|mcdonalds|pizza|beach|pier|walk|lunch|brunch|breakfast|tea|coffee|cafe|chess"
    r"|skating"
    r"|climbing|trampolin\w+|farm|aquarium|gallery|market|shopping|(?:go-?)?karting|picnic|dominoes|cards|baking"
    r"|cooking"
    r"|fishing|theatre|panto|concert|match|chips|ice cream|gardening|allotment|castle|funfair|fair|gym|snooker|darts"
    r"|escape rooms?|ice skating|roller skating|table tennis|ping pong|mini-?golf|jigsaw|lego|frisbee|rounders|arcade"
    r"|planetarium|safari park|steam (?:railway|train)|boat trip|ghost walk|crafts?|nails|barbers?|goats|pancakes"
    r"|noodles|curry|sandwiches|badminton|tennis|cricket|paddling|splash park|soft play)"
)
OUTING = lazy(
    rf"^\W*(?:(?:(?:hi|hello|dear|hey|hiya|morning|evening) )?\w+[,!.] )?(?:\w+day:? |today:? |yesterday:? "
    rf"|(?:the|a|our|some) )?{_ACTIVITY}(?:(?:,| and| n| &) \w+)?(?: \w+)?"
    r"(?: (?:done|today|yesterday|this (?:morning|afternoon|evening)|\w+day|on \w+|went|was|with|w|wi|wiv)\b| w/"
    r"|,? then\b|[,.] )"
)
# "Omar, Tuesday 11th, two hours": a line of a list, or "Omar last night over a honey cake".
LISTED = lazy(
    r"^\W*(?:with )?(?P<who>\w+(?:[-/]\w+)?)(?:,| -|:)? (?:(?:on|this|last) )?(?:yesterday|today|tonight|morning"
    r"|afternoon|evening|night"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b(?! (?:is|will|next|at)\b)"
)
NOT_LISTED = lazy(
    r"\b(?:miles?|mileage|parking|fares?|tickets?|receipts?|claim\w*|bus|train|petrol|diesel|nobody|no one"
    r"|no answer|off|cancel\w*"
    r"|call\w* off|not|never|no[- ]show|out|away|told|said|says|rang|phoned|texted|wrote|asked|wants?|is|has)\b"
    r"|n't\b|\?"
)
# "Done", in a mail whose subject names the client and the day.
DONE = lazy(
    r"^\W*(?:all |both )?(?:done|met|went|seen|happened|complete[d]?|visited|yes|yep|kept)\b(?=\s*(?:$"
    r"|[.,!–-]))"
)
# "Yesterday was lovely", of a client whom the subject names.
DAY_WAS = lazy(
    rf"\b(?:yesterday|today|\w+day|this (?:morning|afternoon|evening)|last night) (?:was"
    rf"|went) (?:\w+ ){{0,2}}{FINE}\b(?! (?:weather|to hear|to see|of))"
)
WENT_TO = lazy(r"(?:^\W*|\b(?:hi|hello|i|we|and|so|then|just) )went to (?:the |a |an |see )?\w+")


def together(words: str) -> Iterator["re.Match[str]"]:
    """Things that the writer did, not denied: perhaps with a client."""
    for match in TOGETHER.finditer(words):
        if not is_denied(words, match):
            yield match

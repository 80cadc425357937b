"""How people speak of a looked-after review, of who asked them along, and that they mean to go (L4, P7).

Every client whom the text names is one run of the sign CLIENT, as long as the name was.
"""

import re

from mailbot.expressions import lazy
from mailbot.reading.words.names import CLIENT

_HERS = rf"(?:his|her|their|{CLIENT}+(?:['’]s|['’])?)"
_KIND = (
    r"(?:lac|cla|cic|looked[- ]after(?:[- ]child(?:ren)?(?:['’]?s['’]?)?)?"
    r"|child(?:ren)?(?:['’]?s['’]?)?(?: in care)?"
    r"|(?:child )?care(?: plan(?:ning)?)?|statutory|(?:six|6|three|3)[- ]?month(?:ly)?|annual|iro|placement"
    r"|social services)"
)
_SOME = r"(?:(?:next|first|second|latest|upcoming|coming|big|own|six[- ]monthly|annual|regular)\s+)*"
REVIEW = lazy(
    rf"\b{_KIND}\s+reviews?(?:\s+meeting)?\b(?!\s+(?:form|papers?|report|of)\b)"
    rf"|(?:\b|(?<={CLIENT})){_HERS}\s+{_SOME}(?:{_KIND}\s+)?review(?:\s+meeting)?\b(?!\s+(?:form|papers?"
    rf"|report|of)\b)"
    rf"|{CLIENT}+(?:['’]s)?\s+(?:has|is having|had)\s+(?:a|the)\s+{_SOME}review(?:\s+meeting)?\b(?!\s+of\b)"
    rf"|\breview(?:\s+meeting)?\s+(?:for|about|of)\s+(?:him|her|them|{CLIENT}+)(?!\w)",
    re.IGNORECASE,
)
# "the review", once the mail has said which, or in answer to our mail about one.
THE_REVIEW = lazy(r"\b(?:the|that|this) review(?:\s+meeting)?\b(?!\s+of\b)", re.IGNORECASE)
# Other reviews: of a book, of a match that we look at ourselves, of tablets, of the writer.
OTHER = lazy(
    r"\b(?:trial|closure|performance|medication|medicine|tablets?|benefits?|pip|asset|case law|book|film"
    r"|movie|restaurant"
    r"|product|online|google|amazon|sentence|bail|parole|tenancy|my|our|your)\s+(?:\w+\s+)?reviews?\b"
    r"|\breview(?:ed|ing)\b"
    r"|\bto review\b|\breviews? of (?:the|a|my|our)\b|\b(?:good|bad|rave|five[- ]star) reviews?\b",
    re.IGNORECASE,
)
PAST = lazy(
    r"\b(?:(?:was|were)(?! (?:invited|asked))|went (?:well|ok|okay|fine|badly)|had (?:his|her|their)"
    r"|took place|has been|last (?:week|month|year"
    r"|mon|tues|wednes|thurs|fri|satur|sun)\w*|yesterday|attended|i went)\b",
    re.IGNORECASE,
)
# "LAC review all fine apparently": it is over, and nobody asks anything.
WENT_WELL = lazy(r".{0,30}?\b(?:fine|good|ok|okay|great|positive|glowing|sorted|done)\b", re.IGNORECASE)

_CHILD = rf"(?:\b(?:he|she|they)|{CLIENT}+|\b(?:the|my) (?:child|young person|lad|boy|girl))"
_VERY = r"(?:(?:really|also|both|specifically|especially|now|just|already|even|very much|definitely|always)\s+)*"
_COME = r"(?:come|go|be there|be at|attend|join|sit in|accompany|be with|support|be present)"
INVITED = lazy(
    rf"{_CHILD}(?:['’]s|['’]d|\s+has|\s+have|\s+had|\s+would)?\s+{_VERY}"
    rf"(?:(?:asked|invited|begged|told|requested)\s+(?:me|us)\b(?!\s+(?:not|whether|if|about|what|why|when))"
    rf"|(?:wants?|wanted|likes?|loves?|like|love|wishes|needs?)\s+(?:me|us)\s+(?:to\s+{_COME}|there|along"
    rf"|at|with|in)\b"
    rf"|(?:asked|asks|said)\s+(?:that\s+|for\s+)?(?:i|me)\s+(?:could\s+|can\s+|should\s+|to\s+)?{_COME}\b)"
    rf"|\b(?:invited|asked)\s+by\s+(?:him|her|them|{CLIENT}+)"
    rf"|\bat\s+{_HERS}\s+(?:own\s+)?(?:request|invitation|wish)\b"
    rf"|{_HERS}\s+invitation\b",
    re.IGNORECASE,
)
NOT_INVITED = lazy(
    rf"{_CHILD}(?:['’]s|['’]d|\s+has|\s+have|\s+had)?\s+(?:{_VERY}(?:does|did|do|has|have|had"
    rf"|would)(?:n['’]?t|\s+not)"
    rf"|not|never)\s+{_VERY}(?:yet\s+)?(?:want(?:ed)?|like|ask(?:ed)?|invit(?:e|ed)|mention(?:ed)?|said)\b"
    rf"|{_CHILD}(?:['’]d|\s+would)?\s+(?:rather|prefers?|sooner)\b"
    rf"|\b(?:not|n['’]t|never)\s+(?:yet\s+)?(?:been\s+)?(?:invited|asked)\b"
    rf"|{_CHILD}\s+(?:said|says)\s+(?:no|not to (?:come|go))\b|{_CHILD}\s+asked\s+me\s+not\b"
    rf"|\bwithout\s+me\b",
    re.IGNORECASE,
)
GOES = lazy(
    r"\b(?:i['’]?m|i am|we['’]?re|we are)\s+(?:\w+\s+)?(?:going|attending|coming|joining|planning to (?:go"
    r"|attend|come)"
    r"|due (?:at|to attend))\b(?!\s+(?:on holiday|away)\b)"
    r"|\b(?:i['’]?ll|i will|i shall|i plan to|i intend to|i mean to|we['’]?ll)\s+(?:\w+\s+)?(?:go|attend"
    r"|be (?:there|at"
    r"|going|attending)|come|join|sit in)\b"
    r"|\b(?:taking|accompanying|supporting)\s+(?:him|her|them|" + CLIENT + r"+)\s+(?:to|at)\b",
    re.IGNORECASE,
)
NOT_GOING = lazy(
    r"\b(?:not|never|unable|cannot)\b|n['’]t\b|\?|\b(?:if|whether|unless|should i|shall i|might|may i|maybe"
    r"|perhaps)\b",
    re.IGNORECASE,
)
CLAUSE = lazy(r",\s|[;:–—]|\b(?:but|although|though|so)\b", re.IGNORECASE)
DOUBT = lazy(
    r"\b(?:if|whether|unless|might|maybe|perhaps|think|not sure|unsure|would have|in case)\b|\?", re.IGNORECASE
)

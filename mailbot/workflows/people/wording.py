"""The words in which volunteers speak of themselves: away, stopping, leaving, new details, questions."""

import re

from mailbot.expressions import lazy

_I = (
    r"(?:i['’]?m|i am|i['’]ll be|i will be|i shall be|we are|we['’]re|we['’]ll be|i['’]ve been|am|i have to be"
    r"|(?<!he )(?<!they )(?<!it )(?:shall|will) be)"
)
_BODY = r"(?:\w+ ){0,2}(?:operation|op|surgery|procedure|cataracts?|hip|knee|bypass|scan|treatment|chemo\w*|baby)"
AWAY = lazy(
    rf"\b(?:{_I}\s+(?:going (?:to be )?)?(?:away|abroad|overseas|on (?:my |our )?(?:holidays?|hols|leave|a break"
    rf"|a cruise|placement|jury service)"
    r"|on (?:annual|maternity|paternity|sick|compassionate) leave|out of (?:action|the country|town|circulation)"
    r"|in (?:hospital|spain|france"
    r"|italy|greece|ireland|america)|laid up|off sick|signed off|not (?:available|around|about|in the country)"
    r"|unavailable|housebound"
    rf"|travelling|working away|having (?:a |an |my )?{_BODY})|(?:i['’]?ve got|i have|having|booked in for"
    rf"|going in(?:to hospital)? for|due)"
    rf" (?:a |an |my )?{_BODY}(?: done)?|out of action|going (?:away|on holiday|abroad|into hospital)|away on holiday"
    r"|(?:i['’]?m|i am|we['’]re|we are) off on (?:my |our )?(?:hol\w*|leave|a break)"
    r"|count me out(?! (?:of|altogether|for good|completely|permanently))|(?:no|not much|not any) (?:good"
    r"|use) to (?:you|anyone|anybody)|(?:off my feet|convalescing"
    r"|recuperating)"
    r"|(?:can['’]?t|cannot|not allowed to|not to) drive (?:for|until|till)"
    r"|(?<!his )(?<!her )(?<!their )(?<!['’]s )(?:hip|knee|cataract|eye|heart|back|shoulder|foot"
    r"|hernia) (?:operation|op|replacement|surgery)(?:['’]s)?"
    r"|so away"
    r"|my (?:operation|op|surgery)(?:['’]s| is| has| date| on)|bed for me|new (?:hip|knee|shoulder)\b (?:goes"
    r"|going|fitted|put|being|is|booked|on (?:the )?(?:\d|\w+day))|start(?:ing)? (?:my "
    r"|a )?(?:placement|new job|treatment)"
    r"|(?:need|take|taking|having|have) a (?:short |little |bit of a )?(?:break|rest|pause|breather) (?:from|until"
    r"|till|for)"
    r"|(?:won['’]?t|shan['’]?t|will not|shall not) be (?:visiting|doing (?:any |my )?visits) (?:between|until"
    r"|till?|from|for"
    r"|before|during|in (?:that|the) (?:time|meantime))"
    r"|no visits from me|won['’]?t be (?:around|about|available|here))\b|^\W*(?:away|on holiday|on leave"
    r"|unavailable|abroad)\b",
    re.IGNORECASE,
)
# Without one of these AWAY cannot match.
_AWAY_HINT_LIST = (
    "away abroad overseas holiday hols leave break cruise placement jury action country town circulation "
    "hospital spain france italy greece ireland america laid signed sick available unavailable housebound "
    "travelling operation surgery procedure cataract hip knee bypass scan treatment chemo baby job rest pause "
    "breather visits count good use feet convalescing recuperating drive replacement bed around about here op "
    "visiting"
)
AWAY_HINTS = tuple(_AWAY_HINT_LIST.split())
BUSY = lazy(
    r"\b(?:can['’]?t|cannot|can not|won['’]?t be able to|unable to|not able to|not going to be able to"
    r"|shan['’]?t be able to)"
    r" (?:do|make|manage|visit|see|come|go|fit in|get)\b|\bnot visiting\b|\bexams?\b"
    r"|\bno visits\b(?! (?:for|to) (?:any|all\b|every|the\b|prisoners|inmates|families|him|her|them|us\b))"
    r"|\boff (?:work|visits?|school|duty|rota)\b|\bno driving\b|\bnursing\b"
    r"|\b(?:recovering|recuperating) (?:from|after|until)\b|\bon (?:nights|retreat|tour|standby|secondment)\b"
    r"|\bjury service"
    r"\b|\b(?:our|my|the) (?:cruise|flight|ferry|retreat|honeymoon)\b|\b(?:go|going|am|be"
    r"|admitted) in(?:to)? (?:the )?hospital"
    r"\b|\b(?:i|we) (?:will |shall )?(?:go|travel|return|fly) (?:back )?to (?:my|our) (?:country|home|family"
    r"|parents|village)\b|\bnot free\b"
    r"|\bout of reach\b"
    r"|\b(?:i['’]?m|i am|we['’]?re|we are|i['’]?ll be|we['’]?ll be|i shall be|we shall be) (?:off (?:to|on"
    r"|for) (?!see\b"
    r"|visit\b|work\b|bed\b|sleep\b)|(?:over |up |down |out )?(?:in|at) (?:[\w'’-]+ ){1,4}(?:from|until|till?"
    r"|between|for)\b"
    r"|(?:going|flying|travelling|driving) (?:over |back |home |out |down |up )?(?:to|for) (?-i:[A-Z]))"
    r"|\b(?:i|we) (?:fly|travel|leave|sail|go) (?:out |home |back |over )?(?:to|for) (?-i:[A-Z])",
    re.IGNORECASE,
)
"""Who says this is away only if it takes longer than a day."""
ASKS = lazy(r"\b(?:is|are|was|were|has|have) (?:he|she|they|it)\b[^.]*\?|\bif (?:i|we)\b", re.IGNORECASE)
_SEEING = r"(?:seeing|visiting|meeting)"
STOP = lazy(
    rf"\b(?:(?:stop|give up|finish|end|quit) {_SEEING}|rather not (?:go on|keep|carry on"
    rf"|continue)(?: {_SEEING})?|rather not be {_SEEING}"
    r"|no longer (?:want to |wish to |able to |be able to |feel able to )?(?:see|visit|visiting|seeing)"
    rf"|(?:can['’]?t|cannot|don['’]t want to|do not want to|don['’]t wish to|do not wish to|not able to) (?:go on"
    rf"|keep|carry on|continue)"
    rf" (?:{_SEEING}|with)|(?:(?:don['’]?t|do not) think )?(?:i['’]m|i am) (?:not )?the right (?:visitor|person"
    rf"|match|fit) for|(?:step(?:ping)?"
    rf"|stand(?:ing)?) (?:back|down) from"
    rf" (?:{_SEEING}|[A-Z]{{1,4}}(?:[-/]\w{{1,4}}|\w{{0,2}}\d\w{{0,2}})\b)|(?:run|ran) out of road|(?:end|ending"
    rf"|finish) (?:my"
    rf"|our) visits (?:to|with))",
    re.IGNORECASE,
)
STOP_GENTLY = lazy(
    r"\b(?:(?:can['’]?t|cannot) keep up with \w+ from|(?:somebody|someone|anyone|anybody) else (?:to )?(?:could "
    r"|can |should |might )?"
    r"(?:take (?:\w+ )?over|take \w+ on|have \w+)|hand (?:\w+ )?over to (?:somebody|someone|another)"
    r"|time (?:for me )?to (?:stop|call it a day) (?:with|seeing|visiting)|call it a day with"
    r"|not (?:really )?(?:clicking|getting (?:on|anywhere) with)"
    r"|(?:a |be |have a )?(?:different|new|another) visitor (?:for|might|would|should)|would (?:rather"
    r"|prefer) (?:a different|another) (?:client|person|match)"
    r"|find (?:\w+ )?(?:another|a new|somebody else|someone else|a different)(?: visitor)?"
    r"|pass (?:\w+ )?on to (?:somebody|someone|another)"
    r"|(?:could|can|should|might|may) (?:he|she|they|\w+) have (?:somebody|someone|another|a different|a new)\b"
    r"|take \w+ off my (?:list|hands)|(?:not|don['’]?t|no longer) (?:really )?(?:feel )?comfortable (?:seeing"
    r"|visiting)"
    r"|(?:would|should|['’]d) (?:like|prefer|be glad for|be happy for|want) (?:another|somebody|someone"
    r"|some one|anyone)"
    r"(?: else)? to (?:take|have|visit|see|befriend|do)"
    r"|(?:another|a new|a younger|a different|someone|somebody|some other) (?:\w+ )?(?:visitor|person|volunteer"
    r"|lady|man"
    r"|pair of legs|else)?\s?(?:to take|takes?|took|could take|should take) (?:over|him|her|them|on)\b"
    r"|(?:needs?|deserves?|ought to have|should have|better (?:off )?with) (?:somebody|someone"
    r"|a visitor) (?:who|younger"
    r"|nearer|else|with more)"
    r"|not (?:the )?right (?:one |visitor |person |match )?for (?:him|her|them|each other)"
    r"|find(?:ing)? (?:him|her|them|somebody|someone) (?:another|a new|to take over|else))\b",
    re.IGNORECASE,
)
LEAVE_GENTLY = lazy(
    r"\b(?:(?:decided|going|want|prefer|rather) (?:not to|to not) (?:continue|carry on|go on)(?! (?:with|to|seeing"
    r"|visiting)\b)"
    r"|can['’]?t do (?:this|it|the visiting|the visits) any\s?more|time (?:that )?i (?:stopped|finished|retired|left"
    r"|bowed out|called it a day|packed it in)|won['’]?t be renewing my (?:dbs|badge|pass|membership))\b",
    re.IGNORECASE,
)
LEAVE = lazy(
    r"\b(?:(?:leave|leaving|quit|quitting|resign(?:ing)? from|retir(?:e|ing) from|withdraw(?:ing)? from) (?:the "
    r"|your |our )?(?:scheme"
    r"|group|charity|team|volunteering|visiting|friends|project|service|rota)"
    r"|(?:stop|give up|giving up|finish(?:ing)?|end(?:ing)?) (?:the |my |with the |all )?(?:volunteering"
    r"|visiting altogether|visiting work|role)"
    r"|i (?:resign|am resigning|have decided to (?:resign|retire|leave|stop volunteering))|i['’]?m resigning"
    r"|my resignation|hand(?:ing)? in my (?:notice|badge|pass)"
    r"|step(?:ping)? down(?: as a (?:visitor|volunteer))?(?!\s+from\s+[A-Z])|take me off (?:the|your) (?:list|books"
    r"|rota|register)"
    r"|(?:pack|packing|give|giving|jack|jacking|knock|knocking|chuck|chucking) (?:the |my |all the )?(?:visit\w*"
    r"|volunteer\w*) (?:in|up|on the head)"
    r"|(?:pack|packing|giving|give|jack|jacking) (?:in|up) (?:the |my |all the )?(?:visit\w*|volunteer\w*)"
    r"(?! (?:with |to )?(?:him|her|them|(?-i:[A-Z])))|(?:pack|packing|jack|jacking|giving|give) (?:it|this"
    r"|everything)"
    r" (?:all )?(?:in|up)(?: (?:all together|altogether|completely|for good))?"
    r"|(?:me|i['’]?m|i am|i will be|i['’]ll be|my) (?:be )?(?:finish(?:ing)?|finished|done|stopping|leaving"
    r"|signing off"
    r"|bowing out|retiring) (?:as a|as your|being a|with (?:the )?(?:visiting|volunteering|scheme|friends|group)"
    r"|the (?:visiting|volunteering|scheme))"
    r"|(?:last|final) (?:day|month|visit|week|one) as a|days as a (?:visitor|volunteer) are (?:over|done|numbered)"
    r"|(?:can(?:not|['’]?t)|won['’]?t be able to|no longer able to) (?:carry on|continue|go on|keep (?:on|going"
    r"|it up))"
    r" (?:as a|with the (?:scheme|volunteering|visiting|group)|volunteering|visiting(?! \w))"
    r"|hang(?:ing)? up my (?:boots|hat|visiting)|(?:no longer|not) (?:be |want to be |wish to be )?(?:a volunteer"
    r"|a visitor|volunteering)"
    r"|time (?:for me )?to (?:retire|bow out|hang up)|my (?:last|final) (?:month|week|visit) (?:as a"
    r"|with the (?:scheme|group|team|charity)))\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:e-?mail|phone|mobile|mob|number|num|no\.?|address|contact|tel\w*|cell|landline|details)"
CONTACT = lazy(
    rf"\b(?:(?:new|changed (?:my|our)|change of|different|another) (?:(?:phone|mobile|e-?mail|contact|home"
    rf"|tel\w*) )?{_NUMBER}|please use"
    rf"|(?:my|our) (?:\w+ )?{_NUMBER} (?:is(?! (?:\w+ )?(?:on|charged)\b)|has|will|(?:from )?now)"
    rf"|(?:my|our) (?:new|current"
    rf"|other) (?:\w+ )?{_NUMBER}?"
    rf"|(?:write|reach|ring|call|text|contact|get|e-?mail) (?:to )?me (?:at|on|at this)|lost my (?:phone|mobile)"
    rf"|(?:i['’]?ve|i have) (?:changed|moved|switched|got)"
    rf" (?:to |a |my )*(?:new |different )?(?:\w+ )?{_NUMBER}?|use this (?:one|{_NUMBER})|(?:i['’]?m|i am|we are"
    rf"|now) on|{_NUMBER} (?:has )?changed)",
    re.IGNORECASE,
)
THEIRS = lazy(
    r"\b(?:his|her|their|its|the (?:hotel|prison|school|warden|solicitor|carer|landlord|helpline|gp)['’]?s?"
    r"|carer['’]?s|mum['’]?s|solicitor['’]?s) "
    r"(?:new |current |own )?(?:\w+ )?(?:e-?mail|phone|mobile|number|num|address|contact)\b|\b(?:he|she"
    r"|they)(?:['’]s| has| have|['’]ve) (?:a |got )",
    re.IGNORECASE,
)
# "We've shifted it from tomorrow to the 16th": one visit, and nobody is away.
SHIFTED = lazy(
    r"\b(?:shift|mov|chang|swap|switch|push|re-?schedul|re-?arrang|postpon)\w*\b[^.;]{0,40}\bfrom\b[^.;]{1,30}\bto\b",
    re.IGNORECASE,
)
# "On nights till Sunday, so if you ring and I don't answer …": visits are not spoken of.
ONLY_THE_PHONE = lazy(
    r"\b(?:if|when) (?:you|u|ya|yous|anyone|anybody|someone) (?:try to |do )?(?:ring|call|phone|text|get me)\b"
    r"|\b(?:don['’]?t|do not|please) (?:ring|call|phone|text)(?: me)? (?:before|until|till|after|between|in the"
    r"|during)\b"
    r"|\bsleep(?:ing)? (?:all |in |through |during )*(?:the )?(?:day|mornings?|afternoons?)(?:time)?s?\b"
    r"|\bslow to (?:answer|reply|respond)\b",
    re.IGNORECASE,
)
EMAIL = lazy(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\w")
PHONE = lazy(r"(?<![\d+])(?:\+44\s?(?:\(0\)\s?)?\d{2,4}|\(?0\d{2,4}\)?)[ -]?\d{3}[ -]?\d{3,4}(?!\d)")
NOT = lazy(r"\bnot\b|n['’]t\b|\bif\b|\bnever\b|\buntil\b|\?|\b(?:he|she|they)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)

"""What a writer says of themselves in no set phrase, told by what the sentence is made of; always to be asked.

Away: several days to come, and nobody else whom the sentence is about. Giving a client up: the client beside a verb
of ending. New details: an address or number, a word of change, and nobody else's.
"""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.periods import Period
from mailbot.reading.words.sense import is_reply

MASK = "\ue000"
_WHOM = rf"(?:{MASK}+(?:['’]?s)?|him|her|them)"
_VISITS = r"(?:see(?:ing)?|visit(?:s|ing)?|meet(?:ing)?|come to|go(?:ing)? to|do(?:ing)?|befriend(?:ing)?)"
_END = (
    r"(?:stop|finish|end|quit|give up|cease|let go|part|conclude|step (?:back|down|away)|bow out|drop out|withdraw"
    r"|resign|retire)"
)
_MUST = (
    r"(?:must|have to|need to|got to|gotta|want to|wish to|would like to|['’]d like to|going to|gonna|will|shall"
    r"|decided to|better|should|ought to|best (?:for \w+ \w+ \w+ )?if i|if i|i(?= (?:now |will )?(?:stop|finish"
    r"|end|quit|give up))|ask you to)"
)
_CANNOT = (
    r"(?:can['’]?t|cant|cannot|can not|won['’]?t|wont|will not|shall not|shan['’]?t|not able to|unable to"
    r"|wont be able"
    r" to|n['’]t be able to|\w*n['’]?t (?:think|feel|believe) (?:that )?i (?:can|could|will|should)"
    r"|(?:not|no longer) (?:think|feel) i can|won['’]?t let me|not going to|not be)"
)
_NO_MORE = r"(?:any ?(?:more|longer)|no more|again|after|from (?:now|next|january|june|september)|cos|because|now)"
_ELSE = (
    r"(?:some ?one|some ?body|another|an ?other|other|(?:a )?(?:different|new))"
    r"(?: (?:else|person|visitor|volunteer|man|lady|woman|one))*"
)
_FOR_NOW = (
    r"\b(?:while|until|till|on \w+day|tomorrow|today|tonight|this (?:week|month|time)|next (?:week|time)"
    r"|instead of me)\b"
)
# "I must give up the outing with him": one visit, not all.
_NOT_ONE = r"(?! (?:the|my|our|this|next|\w+day\S*) (?:outing|visit\b|trip|day|session|slot|date|\w+day))"
GIVES_UP = lazy(
    rf"(?<!\w)(?:(?<!had )(?:{_MUST})\b[^.,;]{{0,12}}\b{_END}\b{_NOT_ONE}[^.;]{{0,30}}{_WHOM}(?![\w'’])"
    rf"|(?:with|from|of) {_WHOM} i (?:{_MUST}|cannot|can['’]?t)\b[^.,;]{{0,20}}\b(?:{_END}|go on|continue)"
    rf"|{_CANNOT} (?:be|stay|remain) (?:as )?(?:an?|the|his|her|their|your) (?:\w+ )?(?:visitor|volunteer|befriender"
    rf"|companion|friend)(?: any ?(?:more|longer))? (?:to|for|of) {_WHOM}"
    rf"|{_CANNOT} (?:\w+ )?(?:carry|go|keep|keep on|continu\w+|manage)\b[^.;]{{0,20}}\b(?:with "
    rf"|{_VISITS} )(?:\w+ )?{_WHOM}"
    rf"|(?:{_CANNOT}) (?:\w+ )?{_VISITS} (?:\w+ )?{_WHOM}[^.;]{{0,20}}\b(?:any ?more|any ?longer)\b"
    rf"|(?:{_CANNOT}) be {_WHOM} \w+ any ?(?:more|longer)|(?:no longer|not)\s+be (?:seeing|visiting"
    rf"|continuing with) {_WHOM}"
    rf"|(?:no longer|no more)(?: have)? (?:\w+ )?(?:time|strength|energy|car|able"
    rf"|possible)[^.;]{{0,20}}{_VISITS} (?:to )?{_WHOM}"
    rf"|no longer (?:\w+ )?{_VISITS} {_WHOM}|(?:last|final) (?:month|visit|week|time|one)s? with {_WHOM}"
    rf"|not (?:really |quite )?the (?:right )?(?:man|woman|one|person|lady|visitor) for {_WHOM}"
    rf"|(?:give|giving|handing|hand|pass|passing) {_WHOM} (?:up|on|over|to (?:another|someone|somebody))"
    rf"|let {_WHOM} go\b|(?:taken off|relieved of|released from|relinquish) {_WHOM}"
    rf"|{_WHOM} (?:could |can |should |might |to |be )*(?:given|passed|handed|moved|assigned|matched)"
    rf" (?:over |on )?(?:to|with) (?:another|someone|somebody|a new|a different)"
    rf"|(?:someone|some one|somebody|anyone|another|different|new|other) (?:new |else |other )?"
    rf"(?:visitor|volunteer|person|lady|man|befriender)?\s?(?:new |else )?(?:for|to visit|to see) {_WHOM}"
    rf"|{_WHOM} (?:will |would |does |is going to |may )?(?:needs?|wants?|has to have) (?:a )?(?:new|another"
    rf"|different|other)"
    rf" (?:visitor|volunteer|person|friend|befriender|match)|(?:end|finish|close|terminate) (?:my|our"
    rf"|the) (?:match|visits|link)"
    rf"|(?:better|best|easier|fairer|kinder|time|right)\b[^.;?]{{0,25}}\b{_ELSE} (?:visits?|visited|sees?|saw"
    rf"|comes? to"
    rf"|came to|goes to|went to|takes? (?:on|over)|took (?:on|over)|has|had|to (?:visit|see|have"
    rf"|take)) (?:to )?{_WHOM}"
    rf"(?![^.;]*{_FOR_NOW})|(?:better|best|easier|fairer|kinder) for {_WHOM} (?:if"
    rf"|that) {_ELSE}\b(?![^.;]*{_FOR_NOW})"
    rf"|match(?:ed|ing)? {_WHOM} (?:up )?(?:with|to) (?:some ?one|some ?body|another|an ?other|a (?:new|different))\b"
    rf"|find(?:ing)? {_WHOM} (?:an? )?(?:another|new|different|other|somebody|someone|replacement)\b"
    rf"|(?:some ?one|some ?body) (?:younger|nearer|fitter|else|stronger|local|different|with \w+ \w+) (?:should|could"
    rf"|ought to|can|must|might|had better) (?:have|take|visit|see) {_WHOM}"
    rf"|{_WHOM} and (?:i|me) (?:should|must|will|have to|had better|are going to) (?:part|stop|end|call it)"
    rf"|part(?:ed|ing)?"
    rf" company|end of the (?:road|line)\b[^.;]{{0,12}}{_WHOM}|(?:i['’]?m|i am|am) (?:so )?done with {_WHOM}"
    rf"|(?:from|after) \w+ (?:\w+ )?i {_CANNOT} (?:\w+ )?{_VISITS} {_WHOM})",
    re.IGNORECASE,
)
_SOMEBODY = r"(?:visitor|volunteer|person|friend|man|lady|woman|befriender|one|else|match)"
# Signs that together say it, wherever the client stands: a wish or a must, and an end or somebody else.
_WISHES = lazy(
    r"\b(?:must|have to|need to|want|wish|would|should|could|time|decided|better|best|ask|asking|please|sadly"
    r"|regret\w*|feel"
    r"|think|i will|going to|gonna|afraid|needs?|give|find)\b",
    re.IGNORECASE,
)
_ENDS = lazy(
    rf"(?<!the )\b(?:(?:someone|somebody|another|other|new|different|younger|nearer) {_SOMEBODY}|re-?allocat\w*"
    rf"|re-?assign\w*|re-?match\w*"
    rf"|(?:come|coming|comes|draw\w*) to (?:its|an|the) end|(?:finish|stop|end|leave|quit) (?:with |seeing "
    rf"|visiting )?{_WHOM}(?![\w'’]))",
    re.IGNORECASE,
)
_NEVER_AGAIN = lazy(
    rf"(?:{_CANNOT}|no longer|not|\bcant)\b[^.;,]{{0,20}}(?:{_WHOM})[^.;]{{0,20}}\b(?:no more|any ?more"
    rf"|any ?longer|after (?!all\b)\w+)"
    rf"|no longer (?:\w+ ){{1,3}}(?:to |with )?{_WHOM}|{_CANNOT} (?:\w+ )?(?:go|carry|keep) on\b[^.;]{{0,12}}{_WHOM}",
    re.IGNORECASE,
)
_PASSING = lazy(
    r"\b(?:today|tonight|tomorrow|this (?:week|\w+day)|next (?:week|\w+day)|on \w+day|at \d|early|at (?:one|two"
    r"|three|four|five|six)"
    r"|was|were|had|said|says|told|met|game|if|until|till)\b|\?",
    re.IGNORECASE,
)
_ORG = (
    r"(?:scheme|group|charity|team|volunteering|volunteers|visiting|friends|project|service|rota|list|register"
    r"|you all)"
)
LEAVES = lazy(
    rf"\b(?:(?:leave|leaving|quit|quitting|drop(?:ping)? out of|withdraw(?:ing)? from|remove me from"
    rf"|take me off|part of"
    rf"|bow(?:ing)? out of|step(?:ping)? away from)"
    rf" (?:the |your |our |with )?{_ORG}|(?:not|n['’]?t|\w+n['’]t|cannot"
    rf"|no longer) (?:\w+ ){{0,4}}(?:carry\w* on |go\w* on )?(?:as )?an? (?:volunteer|visitor)"
    rf"(?: (?:any ?)?(?:more|longer)| after| from)?\b(?! (?:for|to)\b)|(?:i['’]?m|i am|im|am) (?:quitting|resigning"
    rf"|leaving you)\b"
    rf"|(?:stop|end|finish|cease|give up) (?:with )?(?:all )?(?:my|the) (?:visits|volunteering|visiting)"
    rf"(?: for good| altogether| completely)?\W*$|(?:decided|think|feel|reckon) (?:that )?(?:it is|it['’]s|its) time"
    rf" (?:to|for me to|i) (?:stop|go|finish|leave|retire|stopped|finished)\b|hang(?:ing)? up my (?!coat|jacket"
    rf"|washing|phone|keys|bag|umbrella|things|clothes|hat on)\w+"
    rf"|giv(?:e|ing) up as (?:a|your) (?:visitor|volunteer|befriender)"
    rf"|call(?:ing)? it a day (?:with|on) (?:the |my |all the )?(?:visit\w*|volunteer\w*)"
    rf"|(?:i am|i['’]m|im) (?:\w+ )?(?:calling it a day|packing it in)|(?:volunteering|visiting) (?:days|time"
    rf"|years) (?:are|is|have)"
    rf"|(?:n['’]?t|not|no longer|cannot) (?:be )?(?:volunteer\w*)(?: any ?more| any ?longer)?\b(?! (?:on|at|with))"
    rf"|(?:delete|remove|strike|take) me (?:from|off)\b|(?:stop|finish|quit|give up) (?:to )?(?:be"
    rf"|being) (?:a )?(?:volunteer|visitor)"
    rf"|i (?:\w+ ){{0,4}}(?:resign|quit)\b|(?:time|days|years|life|career) as a (?:visitor|volunteer) (?:comes?"
    rf"|is coming|are coming|draws?|ends?"
    rf"|is over)"
    rf"|count me out (?:of (?:the |your )?[\w'’]+ )?(?:altogether|for good|completely|permanently|for ever|forever)"
    rf"|(?:finish|stop|end|part company) with (?:the|your|our) (?:{_ORG}|befrienders|companions|neighbours|helpers)\b"
    rf"|(?:(?:is|['’]s|be) |so )?(?:goodbye|farewell|cheerio) from me\b(?! and)"
    rf"|say(?:ing)? (?:goodbye|farewell) to (?:you all|the (?:scheme|group|team|charity|project|friends|befrienders))"
    rf"|(?:my|our) time with (?:you|the {_ORG}|the befrienders)(?: all)? (?:ends?|is over|is up|comes? to|is coming)"
    rf"|i(?:['’]ll| will| shall| am|['’]m) (?:now |sadly )?(?:be )?(?:bow(?:ing)? out|stepping aside)\b(?! of)"
    rf"|i must leave you\b|(?:tender|tendering|hand|accept|consider this) (?:in )?my resignation)",
    re.IGNORECASE,
)
CHANGED = lazy(
    r"\b(?:new|newer|now|old|chang\w*|updat\w*|amend\w*|instead|only|moved|other|different|swap\w*|switch\w*"
    r"|hacked|stolen|lost|dead"
    r"|dropped|broken|stops?|stopped|becomes?|from (?:today|tomorrow|now|the|next|\w+day|\d+(?:st|nd|rd|th)?)"
    r"|for now|these days"
    r"|binned|ditched|scrapped"
    r"|(?:am|is) to be|no more|no longer|for your records|please note|(?:is|are) my (?:\w+ )?(?:address|number"
    r"|e-?mail"
    r"|mobile|phone)|be reached|reach me|find me|find us|catch me|gets? me|texts? to|replace\w*|as of|gone"
    r"|nuevo|nueva"
    r"|nouveau|nouvelle|nowy|neue)\b|(?:\A|,|\b(?:please|pls|so))\W*(?:use\b|(?:ring|text|e-?mail|write to"
    r"|call)\b(?! (?:the|our|your|an?) |\W*\d{3}\b))"
    r"(?! me| us)|\bgot rid\b|\bbroke\b|\bis best\b",
    re.IGNORECASE,
)
NOT_MINE = lazy(
    r"\b(?:his|her|hers|their|theirs|he|she|they|him|them|helpline|solicitors?|lawyers?|caseworker|landlord"
    r"|warden|hotel"
    r"|prison|school|carers?|gp|doctors?|surgery|samaritans|police|council|wing|home office|i (?:have |just )?(?:rang"
    r"|rung|phoned|called|dialled|texted|tried)|coordinator|receipts?|claim)\b",
    re.IGNORECASE,
)
_OTHERS = lazy(
    r"\b(?:he|she|they|it|hes|shes|theyre|(?:the|his|her|their|there|this|that|its|who|which)\b(?! next| whole"
    r"| doctor"
    r"| surgeon| hospital| other| borders| \w+day| (?:i|we|i['’]?m|i['’]ll|we['’]ll|we['’]re)\b))\b",
    re.IGNORECASE,
)
_DOING = lazy(r"\W*(?:\w+ )?\w{2,}ing\b", re.IGNORECASE)
_THEY = lazy(r"\b(?:he|she|they|hes|shes)\b", re.IGNORECASE)
_MINE = lazy(r"\b(?:i|we|my|our|ill|im|ive|we['’]?re|i['’]\w+|mine|me)\b", re.IGNORECASE)
_FREE = lazy(
    r"\?|\b(?:available|free|can do|could do|able to do|any ?time|any day|works? for|suits?|visits? (?:are|is"
    r"|on|from)"
    r"|(?<!off )(?<!no )visits?\b(?! from me)|visited|visiting (?:him|her|them)|see(?:ing)? (?:him|her|them)"
    r"|meet(?:ing)? (?:him|her|them)|claim|receipts?|miles|£|course|training|said|says|told|talked|would like|if)\b",
    re.IGNORECASE,
)
_OF_DETAILS = lazy(
    r"\b(?:new|chang\w+|updat\w+) (?:\w+ )?(?:phones?|numbers?|mobile|e-?mail|address|telephone"
    r"|details)\b|\b(?:phone|mobile|landline|e-?mail|number)\b[^.!?]{0,25}\b(?:cut off|dead|stolen|lost|broke\w*|died"
    r"|hacked|closed)\b",
    re.IGNORECASE,
)
_NUMBER_OR_ADDRESS = lazy(r"[\w.+-]+@[\w.-]+\w|\+?\d[\d ]{8,}\d")
# Said of the address or number itself: that it is the writer's from now on.
_FROM_NOW = lazy(
    r"(?:@[\w.-]+\w|\d{3,})\W+(?:(?:is|as|will be) )?(?:for me (?:now|from now|in future)|going forward"
    r"|from (?:now|here) on"
    r"|from (?:today|tomorrow)|in future|henceforth|hereafter|is (?:mine|me) now|now please)\b"
    r"|\b(?:swap|switch|move|change|transfer|migrate) (?:me|us|my \w+) (?:over )?(?:to|on ?to)\b(?=[^.;!?]*(?:@"
    r"|\d{5}))",
    re.IGNORECASE,
)
_DETAILS = lazy(
    r"\b(?:(?:tele)?phone|mobile|mob|landline|number|digits|e-?mail(?! (?:from|about|of))|address|details|particulars"
    r"|moved|moving house|new house|inbox|sim)\b",
    re.IGNORECASE,
)
_OTHERS_DETAILS = lazy(
    r"\b(?:his|hers?|theirs?|helpline|solicitors?|lawyers?|caseworker|landlord|warden|hotel|prison|carers?|gp"
    r"|doctors?"
    r"|surgery|samaritans|police|council|home office|daughter['’]?s?|son['’]?s|neighbour['’]?s|friend['’]?s"
    r"|receipts?|claim"
    r"|i (?:have |just )?(?:rang|rung|phoned|called|dialled|texted|tried))\b|\?",
    re.IGNORECASE,
)
_HIM = lazy(r"\b(?:him|her)\b", re.IGNORECASE)
_THEIR_OWN = lazy(rf"{MASK}(?:['’]?s\b|\s+(?:has|have|got|changed|is on|lost))", re.IGNORECASE)
_SHORT = 25  # words of a sentence that ends something
_BARE = 5  # words of a sentence that is a number and hardly more
_LONGEST_AHEAD = 400  # days


def masked(draft: Draft, words: str) -> str:
    """The sentence with its clients blanked by a sign that no writer uses; every place stays."""
    letters = list(words)
    for found in find_clients(words, draft.around.roll, draft.sender.person):
        letters[found.span.start : found.span.end] = MASK * (found.span.end - found.span.start)
    return "".join(letters)


def is_away(draft: Draft, words: str, period: Period) -> bool:
    """Whether several days to come are told of the writer, or of nobody in particular."""
    first, last = period.first, period.last
    if first is None or last is None or not period.spans:
        return False
    days = (last - first).days
    if days < 1 or last <= draft.around.today or (last - draft.around.today).days > _LONGEST_AHEAD:
        return False
    if not any(any(map(str.isdigit, words[s.start : s.end])) for s in period.spans):
        return False
    return (
        "£" not in words
        and not _FREE.search(words)
        and is_of_writer(draft, words, min(s.start for s in period.spans))
    )


_THEM_BY_NAME = rf"(?:him|her|them|there|{MASK}+)(?:['’]?s)?"
_NOT_VISITING = lazy(
    r"\b(?:i|we)(?: \w+){0,2}? (?:cannot|can['’]?t|cant|can not|am not able to|are not able to|will not|won['’]?t"
    r"|shall not|shan['’]?t|do not|don['’]?t|not)(?: be able to| really)? "
    rf"(?:visit\b|come\b|(?:make|do|manage|have|pay)(?: \w+){{0,2}}? (?:visits?|teas?|outings?)\b"
    rf"|(?:see|do|visit|get to) {_THEM_BY_NAME})"
    r"|\b(?:i|we|and)(?: \w+)? ?(?:won['’]?t|shan['’]?t|will not|shall not) be back (?:un)?till?\b"
    r"|\b(?:can|will|shall|may|able to) (?:visit|see|call on|come to|meet|do|take) (?:nobody|no ?one|none"
    r"|nobody else)\b"
    r"|\band (?:so )?(?:cannot|can['’]?t|cant|will not|won['’]?t) (?:visit|come)\b|\bno can do(?: the)? visits?\b"
    rf"|\bno (?:visits?|{MASK}+)(?: from me| by me| for me| then| at all|\W*$|\s*[,.;])"
    r"|\b(?:my |the )?visits? (?:are|is|must|have to|has to|will have to|will) (?:be )?(?:out|off|rest|wait"
    r"|stop|pause)\b",
    re.IGNORECASE,
)


def denies_visits(draft: Draft, words: str, period: Period) -> bool:
    """ "From 4/5 until 2/6 I make no visits": the writer visits nobody in several days that end after today."""
    first, last = period.first, period.last
    if last is None or last <= draft.around.today or (last - draft.around.today).days > _LONGEST_AHEAD:
        return False
    if (first is not None and (last - first).days < 1) or (first is None and not period.spans):
        return False
    return "?" not in words and _NOT_VISITING.search(masked(draft, words)) is not None


def is_of_writer(draft: Draft, words: str, end: int) -> bool:
    """Whether whoever stands nearest before that place is the writer, or nobody."""
    before = masked(draft, words)[:end]
    if MASK in before:
        return False
    if _DOING.match(before) and not _THEY.search(before):
        return True
    others = [m.start() for m in _OTHERS.finditer(before)]
    mine = [m.start() for m in _MINE.finditer(before)]
    return not others or bool(mine and (mine[0] < others[0] if _opens(before, others[0]) else mine[-1] > others[-1]))


def _opens(before: str, at: int) -> bool:
    """ "We are at the caravan": behind the writer, a thing of another's is only a place."""
    return before[at : at + 4].casefold().rstrip() in {"the", "his", "her", "thei", "this", "that", "its"}


def changed_details(draft: Draft, words: str) -> "re.Match[str] | None":
    """The word of change in a sentence that gives an address or number, unless it is somebody else's."""
    plain = masked(draft, words)
    if MASK not in plain and (said := _FROM_NOW.search(words) or _by_subject(draft, words)):
        return said
    found = CHANGED.search(words)
    if (
        found is None
        and len(words.split()) <= _BARE
        and _OF_DETAILS.search(f"{draft.message.subject}\n{draft.text.newest}")
    ):
        found = None if NOT_MINE.search(draft.text.newest) else re.match("", words)
    return found if found and not NOT_MINE.search(words) and MASK not in plain else None


def _by_subject(draft: Draft, words: str) -> "re.Match[str] | None":
    """ "Phone" or "moved!" stands over it: the number or address is the new one, if nobody else's is spoken of."""
    subject = draft.message.subject
    if is_reply(subject) or not _DETAILS.search(subject) or _OTHERS_DETAILS.search(words):
        return None
    return None if MASK in masked(draft, subject) else _NUMBER_OR_ADDRESS.search(words)


def is_clients(draft: Draft, words: str) -> bool:
    """ "Omar has a new phone", "Omar's number is …"."""
    return bool(_THEIR_OWN.search(masked(draft, words)))


# "I need to drop out of Thursday": of one visit, not of all.
_OF_ONE_DAY = lazy(
    r"\b(?:out|off|back|down|away|withdraw)\s+(?:(?:of|from|on|for|the|this|next|my|our)\s+)+(?:\w+day\b"
    r"|tomorrow|today)",
    re.IGNORECASE,
)
_OF_SOMEBODY = (MASK, "him", "her", "them", "match", "visits", "link", "company")


_THEY_DO = lazy(rf"{MASK}['’]?s?\s+(?:(?!i\b|we\b)\w+\s+){{0,3}}$", re.IGNORECASE)


_OF_THEM = lazy(r"need|deserve|ought|should|better|want", re.IGNORECASE)


def is_clients_doing(draft: Draft, words: str, found: "re.Match[str]") -> bool:
    """ "Omar has decided to call it a day": it is the client who ends something."""
    before = masked(draft, words)[: found.start()]
    return _OF_THEM.match(found.group()) is None and _THEY_DO.search(before) is not None


def gives_up(draft: Draft, words: str) -> Span | None:
    """Where a sentence says that the writer ends with a client."""
    plain = masked(draft, words)
    low = plain.casefold()
    found = GIVES_UP.search(plain) if any(hint in low for hint in _OF_SOMEBODY) else None
    if found and _OF_ONE_DAY.search(found.group()):
        return None
    if found is None and len(plain.split()) <= _SHORT and not _PASSING.search(plain):
        ends = _ENDS.search(plain) if _WISHES.search(plain) and (MASK in plain or _HIM.search(plain)) else None
        found = ends or _NEVER_AGAIN.search(plain)
    return Span(*found.span()) if found else None

"""Further ways to end with a client or with the scheme, and to have moved; always to be asked.

Those of a client are for sentences in which the clients are blanked (`masked`).
"""

import re

from mailbot.expressions import lazy
from mailbot.workflows.people.plainly import MASK

_WHOM = rf"(?:{MASK}+(?:['’]?s)?|him|her|them)"
_IM = r"(?:i['’]?m|i am|i['’]?ll|i will|i shall|i['’]?d|i would|me|to|and|i)"
_GOING = (
    r"(?:be )?(?:bow(?:ing)? out|step(?:ping)? (?:down|back|aside|away)|stand(?:ing)? (?:down|aside)|retir(?:e|ing)"
    r"|finish(?:ing)?|stop(?:ping)?|resign(?:ing)?|withdraw(?:ing)?|pull(?:ing)? out|drop(?:ping)? out"
    r"|back(?:ing)? out)"
)
_NEVER = (
    r"(?:do(?: not|n['’]?t)|never(?: really| quite| just)?|did(?: not|n['’]?t)|can(?:not|['’]?t)|are(?: not"
    r"|n['’]?t)|just)"
)
_GOT_ON = (
    r"(?: really| quite| just| never)* (?:click\w*|gel\w*|get on|got on|hit it off|match|suit\w*|compatible"
    r"|work\w* out"
    r"|not a match)"
)
_FOR_GOOD = (
    r"(?![^.;]*\b(?:today|tonight|tomorrow|this (?:week|time|\w+day)|next (?:week|time|\w+day)|on \w+day"
    r"|until|till)\b)"
)
STOPS = lazy(
    rf"\bcall(?:ing)? time on (?:my visits to |visiting |seeing )?{_WHOM}|"
    rf"\b(?:i|we)(?:['’]d| would) (?:like|prefer|rather|want) (?:to )?(?:finish|stop|end|part|leave it|call it a"
    rf" day)\b[^.;]{{0,20}}"
    rf"(?:with|seeing|visiting) {_WHOM}|\bvisits to {_WHOM} have run|\b(?:no|not|n['’]t)(?: \w+){{0,3}} any"
    rf" (?:use|good|help) to {_WHOM}"
    rf"|\b(?:is|are|was)(?: not|n['’]t) working(?: out)? (?:with|for) {_WHOM}"
    rf"|{_WHOM} and (?:i|me)\b[^.;]{{0,40}}\bleave it there\b|"
    rf"\b{_IM} (?:\w+ )?{_GOING} (?:as|from|of) (?:being |visiting |seeing )?{_WHOM}{_FOR_GOOD}"
    rf"|\b(?:take|taking|remove|removing|release) (?:me|us|myself) (?:off|from) (?:visiting |seeing )?{_WHOM}"
    r"|\b(?:un-?match|un-?pair|re-?match|re-?assign|swap) (?:me|us|myself)\b"
    rf"[^.;?]{{0,20}}(?:{_WHOM}|to (?:some|an)\w+|with (?:some|an)\w+|please|pls|\W*$)"
    rf"|\b(?:was|is|be|being|['’]s|as) (?:going to be )?(?:my|our) (?:very |absolutely )?(?:last|final) (?:ever"
    rf" )?(?:visit"
    rf"|time|session|trip|one) (?:to|with) {_WHOM}(?![^.;]*\b(?:before|until|till|this (?:year|month)|of the|for"
    rf" now)\b)"
    rf"|\bcan no (?:more|longer) (?:visit|see|meet|come to|go to) {_WHOM}"
    rf"|\b(?:do not|don['’]?t|never) (?:want|wish) to (?:see|visit|meet|work with) {_WHOM} (?:again|any ?more"
    rf"|any longer)"
    rf"|(?:{_WHOM} (?:and|n|&) (?:i|me)|(?:i|me) (?:and|n|&) {_WHOM}|\bwe)(?!\w)[^.;?]{{0,12}}?\b{_NEVER}{_GOT_ON}"
    rf"|(?:{_WHOM} (?:and|n|&) (?:i|me)|(?:i|me) (?:and|n|&) {_WHOM})[^.;?]{{0,10}} (?:are not a match|not a"
    rf" (?:good )?match"
    rf"|(?:is|are|['’]?s) (?:finished|over|done))"
    rf"|{_WHOM} (?:would|might|could|['’]d) (?:\w+ )?be (?:better|happier|safer|more comfortable)(?: off)? with"
    rf" (?:an?|some)"
    rf"\w* ?(?:man|woman|lady|bloke|chap|one|body|younger|older|local|different|other|new|person|female|male)"
    rf"|\b(?:happier|better off|easier) with (?:an? )?(?:different|other|another|new) (?:person|client|man|lady"
    rf"|one|match)"
    rf"|\b(?:new|another|different) (?:face|visitor|person|one|volunteer|somebody) for {_WHOM}"
    rf"|\bbe (?:taken|struck|removed|relieved|released|excused) (?:off|from|of) (?:\w+ ){{0,3}}{_WHOM}{_FOR_GOOD}"
    rf"|{_WHOM} (?:would|might|could|should|['’]d|deserves? to|needs? to"
    rf"|ought to) (?:\w+ )?(?:be )?(?:\w+ )?(?:better|well"
    rf"|best|happier|easier) (?:served|suited|placed|matched|looked after|visited|befriended|paired) (?:by|with|to)"
    rf"|\b(?:give|hand|pass|offer|assign|entrust|allocate) {_WHOM} (?:over |on )?to (?:an?|some"
    rf"|one of) (?:\w+ )?(?:brother"
    rf"|sister|man|woman|lady|gentleman|colleague|person|visitor|volunteer|younger|older|other|body|one)"
    rf"|\b(?:re-?match|re-pair|re-?assign\w*|re-?allocat\w*|new match|change of (?:client|match|visitor))\b"
    rf"[^.;?]{{0,15}}{_WHOM}"
    rf"|\bfind {_WHOM} an? (?:\w+ )?(?:visitor|volunteer|befriender|friend|match|home)"
    rf"|\bno more visits (?:to|with|for) {_WHOM}"
    rf"|\bno longer (?:wish|want|willing|prepared|happy|comfortable|able|feel|be)\b[^.;]{{0,30}}{_WHOM}"
    rf"|{_WHOM} (?:no longer|does(?:n['’]?t| not)) (?:wants?|wish(?:es)?|needs?|likes?) (?:me|my visits)\b"
    rf"(?! (?:at|in|on|there|to (?:come|go|be)|along)\b){_FOR_GOOD}"
    rf"|\bsome(?:one|body) else for {_WHOM}|\bfind {_WHOM} some(?:one|body)\b|\bpulling out of visiting {_WHOM}",
    re.IGNORECASE,
)
_SCHEME = (
    r"(?:the|your|this|our) (?:\w+ )?(?:scheme|group|charity|team|volunteers|project|list|lists|books|register|rota)"
)
LEAVES_TOO = lazy(
    r"\b(?:won['’]?t|will not|shan['’]?t) be (?:signing (?:up|on) (?:again|for another)|re-?signing|carrying on"
    r" another)\b|"
    r"\bi(?:['’]m| am|['’]ll be| will be) standing down\b(?! (?:as|from))|\bmake way for (?:younger|new|some)"
    r"|\brelinquish (?:my|the) (?:role"
    r"|post|place|position)|\b(?:don['’]?t|do not) want to do (?:this|it) any ?more\b|"
    r"\b(?:consider|take|regard|accept|treat) this (?:e-?mail )?(?:as |to be )?my (?:\w+ )?(?:notice|resignation"
    r"|farewell"
    r"|goodbye)|\b(?:giv(?:e|ing)|hand(?:ing)? in|put(?:ting)? in)(?: you)? (?:my|a month['’]?s|\w+ weeks['’]?|four"
    r" weeks|a) notice\b"
    r"|\b(?:remove|delete|erase|take) (?:my name|my details|me) (?:off|from)\b|\bremove my name\b"
    r"|\b(?:un|de)-?register me\b|\b(?:cross|strike|scrub|knock|tick) me off\b"
    r"|\bfinish(?:ed|ing)? with (?:the )?(?:volunteering|visiting)\b"
    r"|\b(?:this|it|visiting|volunteering|befriending) (?:is|was)(?: just| really)?(?:n['’]?t| not) for me\b(?! to\b)"
    r"|\b(?:after|from|as of) [^.;,]{1,25}?\bi(?:['’]?m| am|['’]ll be) out\b\W*$|\bi want out\b|\bi(?:['’]m| am)"
    r" out\W*$"
    r"|\b(?:won['’]?t|will not|shan['’]?t) be (?:coming back|returning|back) (?:after|once) (?!lunch|the (?:weekend"
    r"|holidays?|bank))"
    r"|\bmy time (?:with you(?: all)?|as an? (?:visitor|volunteer)) (?:has|is|must)\b"
    r"|\b(?:would like|['’]d like|want|wish|going|decided|have|need) to retire\b(?! (?:to bed|early))"
    r"|\bend my (?:involvement|association|time|role|volunteering)\b|\bhave my badge back\b"
    rf"|\bno longer (?:wish|want) to be (?:part of|on|in) {_SCHEME}|\b(?:leave|leaving) {_SCHEME}"
    r"|\bcan(?:not|['’]?t|t) (?:be|stay) (?:as )?(?:a|your) (?:visitor|volunteer|befriender)\b(?! (?:to|for|of) )",
    re.IGNORECASE,
)
# Before any of these: it is not so, or it is somebody else who is spoken of.
UNWILLING = lazy(
    r"\b(?:hate|loath|dread|no (?:intention|plans?|wish|desire|question|thought)|would(?: not|n['’]t) (?:dream"
    r"|want|like)"
    r"|never|imagine|far from|thought (?:about|of)|felt like|tempted to|joked? about|as if)\b[^.;,]{0,25}$"
    r"|\b(?:he|she|they|who|colleague|friend|husband|wife|sister|brother|son|daughter)(?:['’]s|['’]d)? (?:\w+"
    r" ){0,3}$",
    re.IGNORECASE,
)
MOVED = lazy(
    r"\b(?:i|we)(?:['’]ve| have|['’]re| are)? (?:now |just |all )?(?:moved?|moving|living|live)(?: house| home)?\b"
    r"|\b(?:my|our|new) (?:new |home |postal )?address\b|\bchange of address\b",
    re.IGNORECASE,
)
POSTAL = lazy(
    r"\b\d{1,4}[a-z]?,? (?:[\w'’]+ ){1,3}(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|way|crescent|court"
    r"|place|terrace"
    r"|gardens?|row|hill|square|grove|rise|mews|quay|walk|green|park|view)\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
# A number for a while, or somebody else's whom the writer is with.
FOR_NOW = lazy(
    r"\b(?:only (?:on|for|this|until|till|today)|just (?:for|on|this)|for now|for the (?:moment|time being"
    r"|weekend|week)"
    r"|(?<!from )(?:today|tomorrow)|tonight|this (?:week|weekend|afternoon|evening|morning)|until|till|while"
    r"|whilst|temporar\w+"
    r"|on \w+day|next week|(?:daughter|son|husband|wife|partner|friend|neighbour|sister|brother|mum|dad|mother"
    r"|father)"
    r"['’]?s)\b",
    re.IGNORECASE,
)
ORDER = lazy(
    r"\b(?:can|could|would|will) (?:you|u|someone|somebody|we|i) (?:please |kindly |pls )?(?:put|change|update"
    r"|amend|note|add"
    r"|replace|swap|use|correct|make a note|take down|record|switch)\b",
    re.IGNORECASE,
)

"""Scams, advertisements and newsletters, known by what they say. When in doubt it was a person.

Only mail out of the blue counts, from nobody of the roll; who is asked makes sure of that and of harm and clients.
"""

import re

from mailbot.expressions import lazy
from mailbot.reading.message import Machine, MachineKind, Message
from mailbot.reading.newest import split
from mailbot.reading.scam_shapes import ASKS_ABOUT, is_shaped, is_story

MAX_SCANNED = 4_000
GUESSED = frozenset({"phishing", "phishing-plain", "advertisement", "newsletter"})
"""Why something is a machine's that only its words say."""
PLAIN = "phishing-plain"  # our server doubts it, and it is too plain for a person's mail

_REPLY, _FORWARD = lazy(r"\s*(?:re|aw|sv)\s?:", re.I), lazy(r"\s*(?:fwd?|wg|rv|tr)\s?:", re.I)
_NOT_AUTHENTIC = lazy(r"\b(?:dmarc=fail|spf=(?:soft)?fail|dkim=fail)\b", re.IGNORECASE)
_ROBOT = lazy(
    r"(?:no-?reply|do-?not-?reply|donotreply|newsletters?|news|marketing|promo\w*|offers?|deals|updates?|bulletin"
    r"|mailer|campaigns?"
    r"|notifications?|notify|notice|alerts?|sales|bounces?)(?:[+.-][\w.-]*)?",
    re.IGNORECASE,
)


def _all(*each: str) -> tuple["re.Pattern[str]", ...]:
    return tuple(lazy(words, re.IGNORECASE) for words in each)


# What a scam is after; one of these has to be there.
_BAIT = _all(
    r"\b(?:verify|confirm|validate|update|unlock|re-?activate|restore|authenticate)\b.{0,40}"
    r"\b(?:account|bank|card|details|identity|password|payment|wallet|mailbox|log-?in|credentials|e-?mail address)\b",
    r"\b(?:password|mailbox|storage|quota)\b.{0,40}\b(?:expire[sd]?|full|exceeded|over quota|reset|limit)"
    r"|over (?:its |the )?quota"
    r"|unusual (?:sign-?in|activity|log-?in)|\b(?:your|this|the) (?:\w+ )?(?:account|access|service) (?:will be"
    r"|has been|is|was) (?:closed"
    r"|suspended|limited|blocked"
    r"|locked|deactivated|restricted|terminated)",
    r"\byou(?:'ve|’ve| have) (?:won|been (?:selected|chosen|awarded))|\blottery\b|\bprize\b|\bsweepstake"
    r"|\bgift ?cards?\b|\bfree (?:iphone|voucher|gift)"
    r"|\b(?:itunes|amazon|google play|steam) (?:gift )?cards?\b",
    r"\b(?:bitcoin|crypto\w*|ethereum|usdt|forex|binary options?|trading (?:platform|signals?)"
    r"|investment opportunity|guaranteed (?:returns?|profits?)"
    r"|passive income|double your money|work from home and earn|wallet)\b",
    r"\b(?:inheritance|beneficiary|late (?:client|husband|father)'?s? (?:fund|account|estate)|unclaimed"
    r"|atm card|diplomat\w*"
    r"|\d+(?:\.\d+)? ?million (?:us ?d(?:ollars)?|dollars|pounds|euros?|gbp|usd)|us\$|sum of \$|donation of)\b",
    r"\b(?:parcel|package|delivery|shipment|courier|consignment)\b.{0,80}\b(?:fee|pay|reschedul\w*|held|customs"
    r"|redeliver\w*|pending|failed|unable"
    r"|could not be|unpaid|release)\b|\b(?:fee|charge|payment)\b.{0,40}\b(?:release|deliver)\b.{0,30}\b(?:parcel"
    r"|package)",
    r"\b(?:claim|payment|refund|rebate|transfer|invoice|fund|remittance|grant|compensation"
    r"|expense)s?\b.{0,60}\b(?:approved|pending|released?|ready|overdue"
    r"|outstanding|unpaid|waiting|available|due|attached)\b|\btax (?:refund|rebate)\b|\bhmrc\b.{0,60}\brefund"
    r"|\b(?:loan|credit) (?:offer|approved)"
    r"|\b(?:new|changed?|updated?) bank (?:account|details)\b",
    r"\b(?:shared|sent) (?:a |an )?(?:secure |encrypted )?(?:document|file|fax|voicemail)\b|\bdocusign\b"
    r"|\bview (?:the )?(?:secure )?(?:document|invoice|file)\b"
    r"|\bvoice ?mail (?:message )?(?:received|from)\b"
    r"|\byou(?:['’]ve| have)? (?:received |got |have )?(?:an? |one |\d+ )?(?:new |incoming |unread |secure "
    r"|encrypted )*"
    r"(?:scanned|scan\b|fax|voice ?mail|document|file|e-?document|held|quarantined|pending"
    r"|undelivered)\s?(?:document|file"
    r"|fax|message|e-?mail|page)?s?\b.{0,60}(?::|from|waiting|held|for you|attached|shared|pending|\bpdf\b)"
    r"|\b(?:messages?|e-?mails?) (?:is|are|were|has been|have been) (?:being )?(?:held|quarantined|blocked|pending"
    r"|undelivered|on hold)\b",
    r"\b(?:sign|log)[ -]?(?:in|on) (?:with|using|to|below)\b.{0,40}\b(?:password|credentials|e-?mail|mailbox"
    r"|account)\b"
    r"|\b(?:enter|use|provide|type|give|supply|submit|with|using) your (?:\w+[- ]){0,3}?(?:password|credentials"
    r"|passcode"
    r"|log-?in)\b",
    r"\b(?:casino|viagra|cialis|payday loan|pills|hot singles|dating site|weight loss|cbd oil|replica watch\w*"
    r"|betting)\b",
    r"\bi (?:have )?(?:recorded|hacked|got access to) (?:you|your (?:device|webcam|camera|system))|\bwebcam\b",
)
# What nobody writes to a scheme in earnest: two things that dress it up are enough.
_HARD = _all(
    r"\blottery\b|\byou(?:'ve|’ve| have) won\b|\bbitcoin|\bcrypto(?:currency)?\b|\bforex\b|\binheritance\b"
    r"|\bmillion (?:us )?dollars\b"
    r"|\bviagra\b|\bcasino\b|\bcialis\b|\bguaranteed (?:returns?|profits?)",
)
# What no stranger asks of a scheme for an honest reason: one is enough, from somebody unknown.
_PLAINLY = _all(
    r"\bbeneficiary\b.{0,80}\bmillion\b|\bearn £?\d+ (?:a|per|every) (?:day|week|hour) (?:from home|online)"
    r"|\bask for our price list\b"
    r"|\byour domain\b.{0,40}\bexpires?\b.{0,60}(?:https?:|\brenew\b)|\blog ?in with your (?:e-?mail"
    r" )?password\b|\bsave up to \d+ ?%"
    r"|\bpage one of google\b",
    r"\b(?:barrister|widow|late (?:relative|husband|client)|next of kin)\b.{0,160}\b(?:million|usd|dollars)\b"
    r"|\b\d+(?:\.\d+)? ?(?:million|m) (?:usd|us|dollars|pounds|euros?)\b.{0,160}\b(?:share|transfer|invest"
    r"|relative|bank)",
    r"\bloans?\b.{0,60}(?:\b(?:no credit check|instant approval|low interest|apply (?:now|today))\b)"
    r"|\b(?:need|want|offer\w*|get) an? (?:\w+ )?loan\b.{0,60}\d ?% interest"
    r"|\b(?:hot|local|lonely) (?:singles|girls|women|ladies)\b.{0,40}\b(?:area|chat|near|meet)\b"
    r"|\bcheap (?:meds|pills|medicines|watches)\b|\bno prescription\b|\bwon the (?:\w+ )?lottery\b",
    r"\binvoice\b.{0,60}\boverdue\b.{0,160}\b(?:attached|attachment|link|legal action)\b"
    r"|\b(?:bitcoin|crypto\w*|btc)\b.{0,80}(?:\b(?:bot|earns?|profits?|telegram|whatsapp)\b|\d ?%)"
    r"|\b\d{3,} (?:usd|eur|dollars|euros) (?:in|of|worth of) (?:bitcoin|btc|crypto)",
    r"\b\d{2} ?% off\b.{0,80}\b(?:unsubscribe|everything|today only|this week only|while stocks last)\b"
    r"|\b(?:logo|website|branding|flyers?|banner)s?\b.{0,60}\b\d{2} ?% off\b|\bour (?:best|lowest|factory) prices\b"
    r"|\b(?:buy|sell|rent) (?:\w+ ){0,2}(?:data|mailing|e-?mail|contact) lists?\b|\b(?:redelivery|customs)"
    r" fee\b.{0,40}https?:",
    r"\b(?:keep|same|confirm|reset|enter|verify|update) (?:\w+ ){0,3}password\b.{0,60}\b(?:log|page|sign|portal"
    r"|form|link|below)"
    r"|\bmailbox\b.{0,40}\b(?:\d+ ?% full|full|quota|upgrade)\b.{0,200}\b(?:log|page|portal|form|link|click|below)",
    r"\b(?:you are|you['’]re|you have been|been) (?:selected|chosen|awarded|the winner)\b.{0,80}\b(?:voucher"
    r"|gift|prize|reward|cash)"
    r"|\b(?:voucher|prize|reward|gift card)\b.{0,120}\b(?:pay only|postage|your card|claim (?:it|now|yours))",
    r"\b(?:change|update|replace|amend)\b.{0,30}\b(?:account|bank details|payment details"
    r"|payee)\b.{0,120}\b(?:form|link|payment|payroll|urgent)"
    r"|\bclick\b.{0,40}\b(?:enter|confirm|verify|update|re-?enter)\b.{0,20}\b(?:card|bank|account|password|details)\b"
    r"|\bconfirm\b.{0,30}\bbank (?:details|account)\b.{0,80}\b(?:not be|today|refund\w*|paid)",
    r"\b(?:parcel|package|delivery|shipment|courier|customs)\b.{0,160}\b(?:pay|fee|charge|postage)\b.{0,80}"
    r"\b(?:within|hours?|returned|destroyed|here|link|below|today|re-?book|redeliver\w*|reschedul\w*)\b"
    r"|\b(?:pay|settle) (?:the |a |your )?(?:\w+ )?(?:fee|charge|duty)\b.{0,80}\b(?:parcel|package|delivery"
    r"|shipment)\b",
    r"\b(?:confirm|enter|update|verify|supply|provide|give|re-?submit)\b(?:(?!\bm[ye]\b).){0,30}\b(?:sort code"
    r"|account number|card number|bank (?:card|details|account)|iban|pin)\b.{0,120}\b(?:portal|link|page|form|button"
    r"|before|today|hours?|returned)\b",
    r"\byour (?:\w+ ){0,4}(?:certificate|licen[cs]e|accreditation|subscription|domain|membership)\b.{0,40}"
    r"\b(?:expire[sd]?|lapse[sd]?|runs? out)\b.{0,160}\b(?:renew|pay)\b"
    r".{0,60}(?:£|\bonly\b|\binvoice\b|\blink\b|https?:)"
    r"|\b(?:driver|courier|postman)\b.{0,80}\bpay (?:the|a|an|your)\b"
    r".{0,120}\b(?:hours?|returned|destroyed|redeliver\w*)\b"
    r"|\bnew bank\b.{0,80}\b(?:expenses|salary|wages|pay(?:ments?|roll)?)\b.{0,200}"
    r"\b(?:in a meeting|only e-?mail|e-?mail only|can(?:not|['’]t) (?:talk|take calls))\b",
    r"(?<!\bi )(?<!\bto )\b(?:reply|respond|send|log ?in|sign ?in|provide|supply|submit|e-?mail)"
    r" (?!me\b|it\b)(?:(?!my\b|me\b|i\b)[\w-]+ ){0,4}(?:sort code|account number|bank details|card (?:number"
    r"|details)|iban)\b"
    r"(?:(?!\bmy\b).){0,80}\b(?:release|passport|award|passes? to|midnight|forfeit\w*|cancelled|next (?:winner"
    r"|applicant))\b",
    r"\bpage (?:one|1)\b.{0,120}\b(?:guarantee\w*|price list|days|quote|ranking)|\b(?:noticed|saw|looked at"
    r"|visited) (?:that )?(?:your (?:web)?site|\w+)\b"
    r".{0,60}\b(?:page one|google|ranking|seo)",
)
# How it is dressed.
_PRESSURE = _all(
    r"\bclick\b|\b(?:follow|visit|open|use) (?:our|the|this|below) (?:secure )?(?:link|page|button|portal)"
    r"|\b(?:sign|log)[ -]?in (?:with|using|to (?:read|view|open|see|listen|download|release|keep))"
    r"|\blog ?in (?:here|below|now)|\bsecure page\b"
    r"|\bverify (?:now|account|here)\b|\bget started\b|\bscan the qr\b",
    r"\bwithin (?:the next )?(?:\d+|twenty-four|forty-eight) ?(?:hours?|hrs?|days?)\b|\bsuspended\b|\bexpires?\b"
    r"|\bfinal (?:notice|warning|reminder)"
    r"|\bimmediate(?:ly)?\b|\bbefore midnight\b|\bact (?:now|fast)|\burgent\b|\bpermanently (?:deleted|closed)"
    r"|\blast chance\b|!!|\btoday only\b"
    r"|\bavoid (?:suspension|closure|charges)",
    r"\bdear (?:team|customer|client|user|sir|madam|friend|beneficiary|winner|member|account ?holder"
    r"|e-?mail (?:user|owner)|valued|beloved|colleague|all"
    r"|[\w.+-]+@)\b|\bhello dear\b|\bgreetings\b|\bkindly\b",
    r"\bbank (?:details|account)\b|\bcard (?:details|number)\b|\bprocessing fee\b|\bconfidential (?:business"
    r"|transaction)|\bwestern union\b|\bwhats?app (?:me|us|only)",
)
_MARKETING = _all(
    r"\bseo\b|(?:first|1st|top) page of google|search engine|rank(?:ing)?s? (?:higher|on google|#?1)|google ranking"
    r"|google my business",
    r"\bguest post|\blink building|\bback ?links?\b|\bdomain authority|\bsponsored (?:post|article)",
    r"\b(?:increase|boost|grow|drive|double|improve) (?:your |more )?(?:website |web |online |organic )?(?:traffic"
    r"|sales|revenue|business|followers|leads|visibility|conversions?)"
    r"|\bqualified leads\b|\blead generation\b|\bmore customers\b",
    r"\b(?:redesign|re-?build|develop|audit|improve|fix|review(?:ed)?|visited|came across|looked at"
    r"|found) (?:\w+ )?your (?:company['’]?s )?(?:website|site|web ?page|app)\b"
    r"|\bweb (?:design|development)\b|\bmobile app development\b|\bdigital marketing\b|\bour (?:web )?(?:agency"
    r"|developers)\b",
    r"\bunsubscribe\b|\bopt[- ]out\b|\blimited[- ]time\b|\bspecial offer\b|\b\d+% (?:off|discount)\b"
    r"|\bfree (?:quote|audit|proposal|consultation|trial|demo)\b"
    r"|\bno obligation\b|\bprice list\b|\bbook a (?:call|demo)\b|\bquick call\b|\bbest price\b|\bwholesale\b"
    r"|\bmanufacturer\b",
    r"\b(?:casino|viagra|cialis|forex|payday loan|crypto\w* invest\w*)\b",
    r"\b(?:mailing|contact|e-?mail) (?:list|database)s? (?:of|for)\b|\b(?:attendees?|decision makers?) list\b"
    r"|\boffice (?:supplies|cleaning) (?:service|offer|quote)"
    r"|\b(?:printer|toner) (?:cartridges?|deals?)\b|\bbusiness (?:loan|energy|broadband)\b",
)
# What stands in much honest mail, too, but makes us wait with a receipt for somebody unknown.
_OFFICES = _all(
    r"https?://|\bwww\.|\b(?:click|log ?in|sign ?in|button|portal|browser|macros?|attach(?:ed|ment)|pdf|download)\b",
    r"\b(?:invoices?|payments?|pay|refunds?|deposits?|fees?|overdue|solicitation|bequeath|donat\w+|transfer|wallet)\b"
    r"|£ ?\d|\$ ?\d|€ ?\d",
    r"\b(?:free )?samples?\b|\bbrochures?\b|\bcatalogues?\b|\bdiscounts?\b|\b(?:for|to|with) (?:local )?charities\b"
    r"|\b(?:we|our company|our team) (?:supply|offer|provide|sell|speciali[sz]e|deliver|manufacture|help (?:charities"
    r"|organi[sz]ations|businesses))\b|\bcircling back\b|\bfollow(?:ing)?[- ]up (?:on|to|with) my\b",
    r"\b(?:your|this) (?:device|camera|profile|domain|subscription|mailbox|account|organi[sz]ation|order|parcel"
    r"|package|application)\b",
)
# Somebody who asks for help, in whatever words, is a person.
_PLEA = lazy(
    r"\b(?:my|our) (?!late )(?:\w+ )?(?:landlord|child(?:ren)?|kids|son|daughter|husband|wife|brother|sister|mother"
    r"|father|mum|dad"
    r"|cousin|friend|neighbour|case|solicitor|lawyer|room|house|hotel|visa|asylum|claim|caseworker|family|prison"
    r"|cell|baby)\b"
    r"|\bhelp me\b|\bplease help\b|\bi (?:am|need|live|was|feel|have been) (?:a refugee|homeless|afraid|scared"
    r"|in (?:danger|trouble|prison"
    r"|hospital|the hotel)|hungry|alone|sick|ill)\b|\b(?:he|she|they) (?:\w+ )?(?:is|are|was|were|has|have|got"
    r"|gets?|received|says?|said|told|asked)\b"
    r"|\bscam\b|\bis (?:this|it) (?:real|genuine|safe)\b",
    re.IGNORECASE,
)
_NEWSLETTER = _all(
    r"\bunsubscribe\b|\bopt[- ]out\b|\b(?:manage|update|change) (?:your )?(?:e-?mail |subscription "
    r"|communication )?(?:preferences|subscription)"
    r"|\bchange how often\b|\bse désabonner\b|\babmelden\b|\bdarse de baja\b|\bannulla l['’]iscrizione\b"
    r"|\buitschrijven\b|\bwypisz\b|\bвідписат|\bотписат",
    r"\byou(?:['’]re| are) (?:receiving|getting) this\b|\byou (?:have )?(?:subscribed|signed up|opted in)"
    r"|\bbecause you (?:subscribed|signed|are (?:a )?(?:member|subscrib))",
    r"\bin this (?:issue|edition|month['’]s|week['’]s)|\bthis (?:week|month)(?:['’]s (?:news|highlights|issue"
    r"|edition))?:|\bnewsletter\b|\bbulletin\b|\be-?news\b",
    r"\bview (?:this |it )?(?:e-?mail |message )?(?:in (?:your|a) browser|online)|\bforward (?:this )?to a friend\b"
    r"|\bfollow us on\b|\bshare on (?:facebook|twitter)",
    r"©|\ball rights reserved\b|\bprivacy policy\b|\bregistered (?:office|charity (?:no"
    r"|number))\b.{0,60}\bunsubscribe",
    r"\b(?:join|register|book|sign up) (?:for |to |now |your |our )?.{0,30}\b(?:webinar|conference|event|training"
    r"|workshop|place|free)\b|\bearly bird\b|\bread more\b",
)


def spam(message: Message) -> Machine | None:
    """Phishing and the like, out of the blue."""
    if message.in_reply_to or message.references or _FORWARD.match(message.subject):
        return None
    said = _newest(message)
    found = None if _REPLY.match(message.subject) else _by_signs(message, said)
    return found or (Machine(MachineKind.SPAM, "phishing") if _is_shaped(" ".join(said.split())) else None)


def _by_signs(message: Message, said: str) -> Machine | None:
    """The more our server doubts the sender, the fewer signs it takes."""
    doubted = bool(_NOT_AUTHENTIC.search(message.header("authentication-results") or ""))
    flagged = (message.header("x-spam-flag") or "").strip().casefold() == "yes"
    robot = _ROBOT.fullmatch(message.from_address.partition("@")[0]) is not None
    if _is_newsletter(said, robot):
        return Machine(MachineKind.LIST, "newsletter")
    if _PLEA.search(said):
        return None
    if any(sign.search(" ".join(said.split())) for sign in _PLAINLY):
        return Machine(MachineKind.SPAM, "phishing")
    bait, pressure = _count(_BAIT, said), _count(_PRESSURE, said)
    enough = 4 - (doubted or flagged or _count(_HARD, said))
    if bait and bait + pressure >= enough and (bait > 1 or _count(_HARD, said) or _PRESSURE[0].search(said)):
        return Machine(MachineKind.SPAM, PLAIN if doubted and bait + pressure + robot > 3 else "phishing")
    if _count(_MARKETING, said) >= 3 - flagged:
        return Machine(MachineKind.SPAM, "advertisement")
    return None


def may_be_spam(message: Message) -> bool:
    """Whether a mail out of the blue bears any sign of a scam or an advertisement, even too few to be called one.

    Nobody is told so much as that we exist before a person has read it.
    """
    said = _newest(message)
    signs = (*_BAIT, *_HARD, *_PLAINLY, *_MARKETING, _PRESSURE[0], _PRESSURE[3], *_NEWSLETTER, *_OFFICES)
    return _ROBOT.fullmatch(message.from_address.partition("@")[0]) is not None or _count(signs, said) > 0


def _is_shaped(line: str) -> bool:
    """ "Re:" alone makes no answer of it: a mail program names the mail that it answers."""
    return not ASKS_ABOUT.search(line) and (is_story(line) or (not _PLEA.search(line) and is_shaped(line)))


def _is_newsletter(said: str, robot: bool) -> bool:
    return _NEWSLETTER[0].search(said) is not None and _count(_NEWSLETTER, said) + robot >= 2


def _newest(message: Message) -> str:
    """What the sender says now: somebody who passes on a scam is a person."""
    return f"{message.subject}\n{split(message).newest[:MAX_SCANNED]}"


def _count(signs: tuple["re.Pattern[str]", ...], text: str) -> int:
    return sum(1 for sign in signs if sign.search(text))

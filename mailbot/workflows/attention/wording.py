"""The words of thanks and of officers' instructions."""

import re

from mailbot.expressions import lazy

COMMAND = lazy(
    r"\s*(?P<whole>(?:(?:yes|ok|okay|please|pls|hi|thanks|i|we|i['’]m|i am|im|we['’]re|happy to|i am happy to"
    r"|fine,?|all fine,?"
    r"|all good,?|happy with (?:this|it)|pay it|it['’]?s fine|all correct|checked|go ahead(?: and)?|good to"
    r"|fine to|ok to|okay to|content to|glad to|you can|you may|do"
    r"|let['’]?s|(?:this|that|it)"
    r"(?: one| claim)?(?: is|['’]?s| can be| may be)?|(?:the |both )?claims?(?: is| are)?)[ ,:–-]+){0,4}"
    r"(?P<name>all (?:of (?:it|them) )?(?:read|seen)|read (?:it )?all|ack(?:nowledged?)?|i have this|i['’]ve got this"
    r"|got this|released?|done|approv(?:ed?|ing)"
    r"|reject(?:ed|ing)?|declined?"
    r"|not approved|refused?|clos(?:ed?|ing))\b(?!\s+(?:of|by the|to the|at"
    r"|in)\b)[ \t]*[-–—:.,!]*[ \t]*(?P<args>[^\n]*?))[ \t]*(?:\n|\Z)",
    re.IGNORECASE,
)
TAKES_ARGS = frozenset({"reject", "close"})
NAMES = {
    **dict.fromkeys(
        ("all read", "all of it read", "all of them read", "all seen", "read all", "read it all"), "read"
    ),
    "acknowledged": "ack",
    "acknowledge": "ack",
    "i have this": "ack",
    "i've got this": "ack",
    "got this": "ack",
    "released": "release",
    "approved": "approve",
    "approving": "approve",
    "rejected": "reject",
    "rejecting": "reject",
    "decline": "reject",
    "declined": "reject",
    "not approved": "reject",
    "refuse": "reject",
    "refused": "reject",
    "closed": "close",
    "closing": "close",
}
REFERENCE = lazy(r"\b[A-Z]{1,6}(?:[-/][A-Z0-9]{1,6})*[-/]\d{2,8}\b|#\d{2,8}\b")
# What may stand behind a command that takes no words of its own.
POLITE = lazy(
    r"\b(?:please|pls|thank you|thanks?|ta|cheers|it|this|that|the|claim|expenses?|report|one|fine by me|ok|okay"
    r"|for|both|all|by me|x+|now|kind|many|with|and|in order|fine|good|checked|correct|right|looks?|seems?|to me|as"
    r"|receipts?|tickets?|seen|match(?:es)?|within|policy|limits?|reasonable|agreed|genuine|happy|is|are"
    r"|attached|everything|claimed"
    r"|to(?! (?:be|half|part|the)\b)|keeping|sending|attaching|providing|including|finding|his|her|their"
    r"|patience|care"
    r"|details?|photos?|pictures?|usual|fair|enough|best|regards|wishes|cheers|yes|go|ahead|i|have|read|looked"
    r"|at|sums?|add up|adds up)\b",
    re.IGNORECASE,
)
# "Approve please. …": the command is over; what follows is a remark.
POLITE_STOP = lazy(
    r"(?:[ \t]*[,:–-]?[ \t]*(?:please|pls|thanks|thank you|this one|this|that one|that|it|the claim"
    r"|with pleasure|of course"
    r"|by all means|gladly|from me))+[ \t]*[.!]",
    re.IGNORECASE,
)
REMARK = lazy(r"[ \t]*(?:[-–—:;,]|\()[ \t]*\w", re.IGNORECASE)
SO = lazy(
    r"\W*(?:so|therefore|hence|in short|overall|on balance)\b,? (?:it['’]?s (?:a )?|that['’]?s (?:a )?|i "
    r"|i['’]?ll |we |"
    r"please )*(?P<name>approve|reject|refuse|decline)d?(?: (?:it|this|that|them|this one|that one|the claim"
    r"|this claim))?"
    r"(?:,? (?:please|pls|then|thanks|thank you))*\W*",
    re.IGNORECASE,
)
"""A command at the end, behind its reasons: "So reject please."; a person makes sure of it."""
RECORD = lazy(
    r"\b(?:please|pls|can you|could you|kindly)?\s*\b(?:mark|put|record|log|note|enter|set|write|show|count"
    r"|register|tick|treat|class|book|list|go(?:es)?(?= (?:down|in) as))\b"
    r"(?: (?:down|in|up|off))?\b[^.\n?]{2,120}",
    re.IGNORECASE,
)

_THANKS_LIST = (
    "thank you|thanks|thanks a (?:million|lot|bunch|ton)|brill|sound|grand(?: job)?|seen|nice one|sorted|duly "
    "noted|all clear|i see it|"
    "go raibh míle maith agat|mile maith|"
    "thank you|thanks|thankyou|thanx|thx|thnx|tnx|ty|ta|cheers|much obliged|obliged to you|very grateful|so "
    "grateful|grateful|much appreciated"
    "|appreciated|i appreciate (?:it|that)|appreciate (?:it|that)|god bless(?: you)?|bless you|bless|noted|got "
    "it|got that|received|understood|will do|ok|okay"
    "|have a (?:very )?(?:good|nice|lovely|great|restful|wonderful|happy|peaceful) (?:weekend|week|day|evening"
    "|afternoon"
    "|rest|break|holiday|christmas|easter|new year)(?: when it comes| too| yourself| yourselves| all| everyone"
    "| both)*"
    "|great|perfect|brilliant|super|lovely|wonderful|fab|fantastic|ace|smashing|good to know|no problem|no "
    "worries|you(?:['’]re| are) (?:very |most )?welcome"
    "|most welcome|welcome|my pleasure|a pleasure|pleasure|any ?time|all good|tapadh leat|tapadh leibh|go raibh "
    "maith agat|go raibh maith agaibh|diolch(?: yn fawr)?"
    "|merci(?: beaucoup| bien)?|(?:muchas |mil )?gracias|(?:mille )?grazie|danke(?: schön| sehr)?|vielen "
    "dank|dziękuj[ęe]my|dziękuję|dzieki|dzięki|dziekuje|дякую|спасибо|spasibo|dyakuyu"
    "|shukran|شكرا?ً?ا?(?: (?:جزيلاً|جزيلا|لك|لكم|كثيرا|كثيراً))?|تمام|مشكور|مشكورين|بارك الله فيك|ممنون|متشکرم"
    "|سپاس|سوپاس|obrigad[oa]|asante|mersi|faleminderit|teşekkür(?:ler)?|sağ ol|cảm "
    "ơn|yekenyeley|የቐንየለይ|የቐንየልና|xie xie|谢谢"
    "|dank je(?: wel)?|bedankt|tack|takk|tak|kiitos|děkuji|mulțumesc|köszönöm"
)
THANKS = lazy(rf"(?<!\w)(?:{_THANKS_LIST})(?!\w)", re.IGNORECASE)
AGREED = lazy(
    r"(?<!\w)(?:"
    r"okey[- ]dokey|righto|right you are|roger(?: that)?|copy that|sure(?: thing)?|fine(?: by me)?|nice one|great"
    r" stuff|good stuff"
    r"|good to hear|read and understood|(?:message|e-?mail|letter) received|you(?:['’]re| are) an? (?:\w+"
    r" )?(?:star|angel|gem|legend"
    r"|treasure|brick|hero|diamond|saint|marvel)|a weight off my mind|that(?:['’]s| is) (?:great|fine|lovely|good"
    r"|kind|perfect)"
    r"|i(?:['’]ll| will) bear (?:it|that) in mind|bless you all|np|nps|no probs?|fab|gotcha|cool|marvellous"
    r"|excellent|terrific|splendid|(?:good ?|night[- ])night|wonders (?:will |do )?never cease|right oh?|rightio"
    r"|righty[- ]?ho"
    r"|okie[- ]dokie|jolly good|capital|music to my ears|that(?:['’]s| is) a relief|what a relief|phew"
    r"|all tickety-?boo"
    r")(?!\w)",
    re.IGNORECASE,
)
"""As good as thanks where nothing was asked."""
PURE_THANKS = lazy(
    r"(?<!\w)(?:thank|thanks|thankyou|thx|ta|cheers|obliged|grateful|appreciate|bless|merci|gracias|grazie|danke"
    r"|dzięk|дякую|спасибо|shukran|شكر|tapadh|diolch|raibh"
    r"|welcome|pleasure)",
    re.IGNORECASE,
)
_KEEP = r"(?:put|log|record|note|mark|enter|add|write|get|register|show|amend|correct|update|change|tick)"
RECORD_IT = lazy(
    r"\b(?:(?:can|could|would|will) (?:you|u|someone|somebody|we)|please|pls|kindly|i need you to"
    r"|would like you to)\s+"
    rf"(?:please |pls |kindly )?{_KEEP}(?:\s+(?:that|it|this|them|(?:the|your|our) (?:record|entry|book|diary"
    rf"|log|list|system"
    r"|sheet)s?|so|accordingly))?(?:\s+(?:in|down|up|on|off|so|accordingly|as such))*"
    r"(?=\W*(?:$|please|pls|thank|ta\b|for\b|when\b))"
    r"|\b(?:that|it|this) (?:needs?|ought|has|wants?) (?:to be |to go )?(?:put(?:ting)?|logg(?:ing|ed)"
    r"|record(?:ing|ed)"
    r"|not(?:ing|ed)|enter(?:ing|ed)|in\b)|\bfor (?:the|your) (?:records?|books?|log|register|files?)\b",
    re.IGNORECASE,
)
"""Behind what happened: "H-04 went ahead on 6 August, can you put that in"."""
TAKES_BACK = lazy(
    r"\?|\b(?:but|not|no|never|except|if|unless|until|till|once|when|after|only|wait|hold|actually|instead"
    r"|reject|refuse"
    r"|half|part|wrong|however|first|minus|less|without|rather|sorry)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What may stand behind a command and make it another one."""
# Little words that go with thanks and say nothing else.
_BESIDE_LIST = (
    "a an the and with so very much many most really all again for to you your yours that this it is it's was of "
    "from me "
    "us kind kindly dear hi hello "
    "mr mrs ms miss sir madam love x xx xxx oh ah letting know telling quick reply message email e-mail mail note "
    "help update news kindness support "
    "reminder words yes indeed too as always ever then now i i'm im we we're am are truly heartfelt big lots "
    "everything both sorting out have had "
    "lovely nice good day week weekend evening one get getting back "
    "keep keeping straight organised order work job hard star angel gem legend treasure brick hero diamond saint "
    "marvellous marvel team office effort efforts patience trouble taking doing do does organising wonders excellent "
    "muchly my million warm warmest pet dia día buen que tengas miłego dnia bye lad lass ton loads that's thats "
    "kindly confirming regards best happy easter christmas eid ramadan "
    "new year "
    "mubarak enjoy ur u 4 the have week wielkie bardzo serdecznie vosotros ustedes ti a todos un abrazo saludos "
    "bonne "
    "journée soirée bien maith wishes all peace take care soon see later well joy job in it "
    "righto rightio night hun hon duck mate pal chuck petal darling bank "
    "you're best lot bunch everyone everybody listening understanding prompt swift speedy fast efficient done top"
)
BESIDE = frozenset(_BESIDE_LIST.split())
BESIDE_UNASKED = BESIDE | frozenset(
    ("stuff", "thing", "clear", "what", "do", "quite", "right", "perfect", "happy", "holiday", "read")
)
FRIENDLY = frozenset(
    "🙏👍👌👏✅✓✔🙂😊😀😃😄😁😂🤣😉😎🥳🎉❤💚💙🧡💛💜🖤🤍🤎💖💗💕💞💐🌷🌹🌺🌻🌼🌸🌞☀🌈⭐🌟✨☺☕🙌🤗🥰😍😘😇🤝💪👋🫶🤲🍀🎈🐥🐣🦋🕊⚽🍰🎂🫡"
)
_SKIN_FIRST, _SKIN_LAST = 0x1F3FB, 0x1F3FF


def only_friendly(text: str) -> bool:
    """Whether a text is nothing but friendly pictures."""
    signs = [sign for sign in text if not sign.isspace() and sign not in "\ufe0f\u200d!.,♥" and not _is_skin(sign)]
    return bool(signs or "♥" in text) and all(sign in FRIENDLY for sign in signs)


def without_pictures(text: str) -> str:
    """The text with its friendly pictures blanked; every place stays."""
    return "".join(" " if sign in FRIENDLY or sign in "\ufe0f\u200d♥" or _is_skin(sign) else sign for sign in text)


def _is_skin(sign: str) -> bool:
    return _SKIN_FIRST <= ord(sign) <= _SKIN_LAST


KIND = lazy(
    r"\b(?:thank\w*|bless\w*|oblig\w*|kind\w*|received|noted|filed|grand|lovely|good|great|cheers|ta|bother|pleasure"
    r"|welcome|reward\w*|appreciat\w*|grateful|ok|okay|super|perfect|wonderful|marvellous|splendid|efficient|prompt\w*"
    r"|brilliant|champion|smashing|magic|sound|ace|lush|fab|star|stars|angel|legend|sweet|roger|understood|brill)\b",
    re.IGNORECASE,
)
MORE_THAN_KIND = lazy(
    r"\b(?:he|she|they|we|him|her|them|his|their|but|not|no|never|wrong|mistake|error|actually|instead|though"
    r"|however"
    r"|should|could|would|can|will|must|need|want|please|pls|stop|if|when|why|who|where|which|how (?!kind|good"
    r"|nice|lovely"
    r"|sweet|thoughtful|efficient|very)|visit\w*|met|saw|went|seen|done|did|change\w*|cancel\w*|meant|sorry"
    r"|worried|worry"
    r"|nothing|wast\w+|another|useless|pointless|joke|typical|late|finally|at last|eventually|eh|huh|ha|sure"
    r"|yes|yep|money|claim\w*|receipts?|phone|ring|call|help|unwell|ill|hurt|only|still|again|also|ps)\b"
    r"|n['’]t\b|[\d?£]",
    re.IGNORECASE,
)
NEWS = lazy(
    r"\b(?:he|she|they|we|him|her|them|it|i['’]?(?:ll|m|ve)|i (?:am|will|have|was|did|can)|was|were|did|not|no"
    r"|but|can|will|could"
    r"|would|if|when|what|nothing|never|yes|only|just|still|why|how|please|pls)\b|n['’]t\b|\d|[?؟£]",
    re.IGNORECASE,
)
"""With one of these a text says more than thanks."""

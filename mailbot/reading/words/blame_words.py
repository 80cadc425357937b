"""The words by which `blame.py` tells whom a worry is about from who is greeted, told, or only mentioned."""

import re

from mailbot.expressions import lazy
from mailbot.roll import Role


def _any(pattern: str) -> "re.Pattern[str]":
    return lazy(pattern, re.IGNORECASE)


# What nobody of a scheme may do to anybody; eager, as a doubt only sends the alert to somebody else.
BAD = (
    r"(?:hit|hits|hitting|beat|beats|beating|beaten|slap\w*|punch\w*|kick\w*|shov\w*|push\w*|grab\w*|grip\w*"
    r"|chok\w*|strangl\w*|shook|shak(?:es|ing)|smack\w*|spank\w*|hurt|hurts|hurting|harm\w*|abus\w*|assault\w*"
    r"|attack\w*|rap(?:ed|es|ing|ist)|molest\w*|grop\w*|touch\w*|kiss\w*|fondl\w*|strok\w*|hugg\w*|flash\w*"
    r"|undress\w*|undid|naked|nude|sex\w*|slept with|sleep\w* with|in bed|shout\w*|scream\w*|yell\w*|swore"
    r"|swear\w*|sworn|threat\w*|bull(?:y|ies|ied|ying)|intimidat\w*|humiliat\w*|insult\w*|belittl\w*|harass\w*"
    r"|stalk\w*|pester\w*|spi(?:es|ed|ying) on|lock\w*|starv\w*|withh(?:e|o)ld\w*|neglect\w*|stole|steal\w*"
    r"|stolen|exploit\w*|groom\w*|forc(?:e|es|ed|ing)|pressur\w*|blackmail\w*|bribe\w*|drunk|drinks|drinking"
    r"|smel(?:t|led|ls) of|drugs?|pinch\w*|spat|spits?|spitting|drag\w*|burn\w*|threw|throws?|throwing"
    r"|restrain\w*|tied|whip\w*|bit(?:es|ing)?\b|lash\w*|keep\w* quiet|kept quiet|secrets?|inappropriate\w*"
    r"|cruel\w*|roughly?|violen\w*|aggressi\w*|creepy|too close|over-?familiar|rac(?:ist|ism)|lies|lied|lying"
    r"|danger\w*|steals|wandering hands|(?:took|takes?|taking|taken|keeps?|kept|borrow\w*|wants?|ask\w* for)"
    r" (?:\w+ ){0,2}(?:money|phone|passport|papers|food|wages|card|benefits?|medicine|tablets)"
    r"|(?:gave|gives|giving|offered|offers|buys|bought) (?:him|her|them|\w+) (?:\w+ ){0,2}(?:alcohol|drugs?|money"
    r"|beer|wine|vodka|cigarettes?|weed|cannabis|tablets|pills|a phone|presents?|gifts?)"
    r"|(?:sen[dt]s?|sending|takes?|took|taking|asked \w+ for) (?:\w+ ){0,3}(?:photos?|pictures?|videos?|nudes)"
    r"|(?:made|makes|making) (?:him|her|them|me|us|\w+) (?:\w+ ){0,2}(?:cry|afraid|scared|frightened|do|strip|sit"
    r"|sleep|watch|uncomfortable|work|stay|feel)"
    r"|alone (?:with|in)|behind (?:a |the )?closed doors?|in (?:his|her|their) (?:bed|bed ?room|house|home|flat))"
)
BAD_ACT = _any(rf"\b{BAD}")
# Stricter, for teams outside that every worry names: "I rang the helpline and they kept me waiting" is no blame.
WORST = _any(
    r"\b(?:hit|slap\w*|punch\w*|kick\w*|grab\w*|assault\w*|attack\w*|rap(?:ed|es|ing|ist)|molest\w*|grop\w*|touch\w*"
    r"|kiss\w*|abus\w*|threat\w*|sex\w*|shout\w*|scream\w*|swore|sworn|swear\w*|bull(?:y|ies|ied|ying)|harass\w*"
    r"|stalk\w*|groom\w*|exploit\w*|blackmail\w*|inappropriate\w*|rac(?:ist|ism))\b"
)
OWN_ACT = _any(
    r"\bI(?:['’]ve| have| had)? (?:\w+ly |just |nearly |almost |lost (?:it|my temper) and )*(?:hit|slapped|smacked"
    r"|punched|kicked|shook|hurt|pushed|shoved|grabbed|touched|kissed|shouted at|screamed at|swore at|threatened"
    r"|pinched|locked|slept with)\b"
)
# Stands right before whom it is about.
FEARS = _any(
    r"\b(?:afraid|scared|frightened|terrified|wary|fear\w*|uncomfortable|unsafe|safe|nervous|uneasy|unhappy|alone"
    r"|worr(?:y|ies|ied|ying)|concern(?:s|ed)?|anxious|complain\w*|complaints?|grievance|allegations?|alleg\w+"
    r"|accus\w+|suspicions?|suspicious|disclos\w+|doubts?|misgivings?|bad feeling|happened|incident|problem"
    r"|trouble|something wrong|not right|odd|strange|upset|distressed|crying)"
    r"(?: \w+){0,2}? (?:of|about|by|with|around|against|over|regarding|concerning|near|from|involving|between|re)"
    r"\W+(?:(?:what|how|when|where|that|the|our|your|my|his|her|their|is|both|mr|mrs|ms|dr|miss|one|of)\.? )*$"
)
ABOUT = _any(r"^\W*(?:(?:re|about|concerning|regarding|it is about|it['’]s about|this is about)\W+)+(?:\w+ )?$")
BY = _any(
    r"\b(?:by|from|because of|hands of|thanks to|due to|blames?|blamed|blaming|accuses?|accused|accusing|suspects?"
    r"|suspected|names?|named|naming|it (?:was|is)|alone with|left with|in bed with|caught|seen|saw|heard|fault of)"
    r"\W+(?:(?:the|our|your|my|his|her|their|same|mr|mrs|ms|dr|miss|called|one|of)\.? )*$"
)
# Stands right before whom somebody told, asked or met, or will; or who cannot be reached.
TOLD_TO = _any(
    r"\b(?:told|tell|tells|telling|inform\w*|ask(?:ed|s|ing)?|let|letting|spoke (?:to|with)|speak(?:ing)? (?:to|with)"
    r"|spoken (?:to|with)|talk(?:ed|ing)? (?:to|with)|rang|ring|rung|ringing|call|called|calling|phone|phoned|phoning"
    r"|e-?mail(?:ed|ing)?|text(?:ed|ing)?|messag(?:e|ed|ing)|contact(?:ed|ing)?|wr(?:ote|itten|ite|iting) to"
    r"|report(?:ed|ing)? (?:\w+ ){0,2}to|mention(?:ed|ing)? (?:\w+ ){0,2}to|pass(?:ed|ing)? (?:\w+ ){0,3}to"
    r"|said (?:\w+ ){0,2}to|forward(?:ed|ing)? (?:\w+ ){0,3}to|cop(?:y|ied|ying)(?: (?:in|to))*|cc|cc['’]?d|thank"
    r"|thanks to|via|attention of|fao|for|reach|get hold of|got hold of|get through to|hear(?:d)? (?:back )?from"
    r"|discuss(?:ed)? (?:\w+ ){0,3}with|check(?:ed)? with|agree(?:d)? with|according to|reply to|answer(?:ed)? to"
    r"|wait(?:ing)? for|meet(?:ing)? with|trust|please|(?:told|asked|advised|informed|introduced|rung|phoned|called"
    r"|e-?mailed|contacted|sent|recommended|encouraged) by)"
    r"\W+(?:(?:both|the|our|your|my|his|her|their|mr|mrs|ms|dr|miss|then|and|(?-i:[A-Z])\w+)\W+){0,3}$"
)
# Stands right after whoever says, asks, knows or is away.
REPORTS = _any(
    r"^(?:\W+(?:and \w+|also|already|has|had|have|was|is|are|were|will|would|can|could|may|might|just|then|who|both"
    r"|kindly|since|now|too|he|she|they|should|must|please|did|does|do)){0,3}\W+"
    r"(?:says?|said|saying|told (?:me|us|you)|tells (?:me|us|you)|mention(?:s|ed)|asked (?:me|us|you|if|whether|that)"
    r"|asks (?:me|us|if|whether)|advis\w+|suggest\w+|reported|reports|thinks?|thought|notic\w+|heard|knows?|knew"
    r"|aware|(?:was|were|been|is|am) (?:told|informed)|agree[ds]?|wrote|e-?mailed|know|rang (?:me|us)"
    r"|phoned (?:me|us)|called (?:me|us)"
    r"|gave (?:me|us) (?:the|your|this|his|her)|put (?:me|us) (?:on|through|in)|wants? to know|on holiday|on leave"
    r"|away|off sick|off today|ill|not (?:in|there|around|available|answering)|isn['’]?t (?:in|there|answering)"
    r"|n[o']t answer\w*|can(?:['’]?t|not) be reached|help(?:s|ed|ing)? (?:me|us)|kind|lovely|great|visits? (?:him|her"
    r"|them) too|shares? (?:my|our|the) (?:worry|concern)|worried too|worried as well|(?:is )?worried about)\b"
)
SILENCED = _any(
    r"\b(?:not to (?:tell|say|report|write|mention|worry about)|say nothing|nothing to anybody|keep (?:it|this|quiet)"
    r"|between (?:us|ourselves)|forget (?:it|about)|drop it|shut up|mind (?:my|her|his|their) own|make trouble"
    r"|or else"
    r"|lose (?:my|her|his|their)|regret)\b"
)
NOTHING_DONE = _any(
    r"\b(?:did nothing|does nothing|done nothing|nothing (?:has )?(?:was )?(?:been )?(?:done|happened)|ignor\w+"
    r"|brush\w+ (?:it|me|her|him)|laughed|hush\w+|cover\w* (?:it )?up|not interested|would ?n[o'’]?t listen"
    r"|didn['’]?t (?:want|listen|do|believe|care)|did not (?:want|listen|do|believe|care)|refus\w+|got angry"
    r"|got (?:very )?cross)\b"
)
AND_THEN = _any(
    rf"(?:\b(?:and|but|who|then)\b|[,;])\W*(?:(?:he|she|they|then|has|had|have|was|is|also)\W+){{0,3}}"
    rf"(?:\w+ ){{0,2}}?{BAD}"
)
PRONOUN_ACT = _any(
    r"^\W*(?:and |but |so |then |since then |later |yesterday |once |afterwards )*(?:s?he|they)\b(?:['’]\w+)?"
    r"(?!\W+(?:was|were|is|are|has been|have been|had been|got|gets|gets?ting|['’]s been)\W+(?:\w+ly\W+|again\W+)?"
    rf"(?:hit|hurt|beaten|bitten|shaken|\w+ed)\b)(?:\W+\w+){{0,4}}?\W+{BAD}"
)
GREETS = _any(
    r"^\W*(?:hi|hello|hiya|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening|many thanks"
    r"|thanks(?! to)|thank you|cheers|to|fao|attn)\W+(?:(?-i:[A-Z])[\w'’-]+\W+|and\W+|&\W+|both\W+|all\W+|again\W+"
    r"|so much\W+|very much\W+){0,6}$"
)
CALLED = _any(r"^\s*(?:$|[!:–—?]|-\s|,(?!\s*(?:who|the|our|her|his|their|a|an|my|your|one|which|and then)\b))")
# "Ann Lee, Bob and Cy have been …": the first of several, and nobody who is spoken to.
ONE_OF_SEVERAL = lazy(
    r",\s*(?:[A-Z][\w'-]+\s+){0,2}[A-Z][\w'-]+(?:,|\s+(?:and|&)\s+(?:[A-Z][\w'-]+\s*){1,3}(?:,|(?!['])))(?=\s*\w)"
)
PRAISED = _any(
    r"^\s+(?:was|is|has been|were)\s+(?:so |very |really |always |always so |such )?(?:a )?"
    r"(?:kind|helpful|lovely|nice|great|good|supportive|wonderful|friendly|thoughtful|patient|star)\b"
)
WISHED_WELL = _any(r"\bhope\s+(?:that\s+)?(?:you|all)\b(?:\W+\w+){0,2}\W+$")
VOCATIVE_END = _any(r",\s*$")
SIGNS = frozenset(
    [
        "regards",
        "best",
        "thanks",
        "thank",
        "you",
        "love",
        "cheers",
        "yours",
        "kind",
        "sincerely",
        "faithfully",
        "warm",
        "wishes",
        "from",
        "many",
        "all",
        "the",
        "x",
        "xx",
        "xxx",
        "and",
        "with",
        "sent",
        "by",
        "mr",
        "mrs",
        "ms",
        "dr",
    ]
)
OTHER_SUBJECT = _any(
    r"\b(?:that|when|while|because|as|if|whether|how|what)\b|[,;:–—]\s*(?:\w+ ){0,2}(?:s?he|they|i|we|it)\b"
)

# Roles as people write of them; the holders are looked up on the roll.
_OUR = r"(?:the|our|your|my|this|that|a|his|her|their|whole)"
ROLES: tuple[tuple[Role, "re.Pattern[str]"], ...] = (
    (
        Role.COORDINATOR,
        _any(
            rf"\bco-?ordinators?\b|\b{_OUR} office\b|\b(?:your|scheme) manager\b|\bwhoever runs (?:the|this|your)"
            r" scheme\b|\b(?:some|any)(?:one|body) (?:at|from|in) (?:the |your )(?:office|scheme|charity|team)\b"
            r"|\bone of your (?:people|staff|officers|colleagues|lot|team)\b|\b(?:your|scheme['’]s) staff\b"
            r"|\bmember of (?:your|the scheme['’]s) (?:staff|team)\b"
        ),
    ),
    (
        Role.SAFEGUARDING_LEAD,
        _any(
            r"\bsafeguarding (?:lead|officer|person|manager|contact|lady|man|woman)s?\b|\bdsl\b"
            r"|(?<!took )(?<!take )(?<!\bin )\b(?:the|our|your) lead\b(?! (?:up|to|role|singer|on|in))"
        ),
    ),
    (
        Role.CHAIR,
        _any(
            r"\b(?:your|our) chair\b|\bchair(?:man|woman|person)\b|\bchair of (?:the |your |our )?trustees\b"
            r"|\b(?:your|our|the|a) (?:trustees?|director|board)\b"
            r"|(?<!\bin )(?<!\bon )(?<!off )(?<!\bat )(?<!threw )(?<!throw )(?<!from )(?<!over )(?<!with )(?<!into )"
            r"\bthe chair\b(?= (?:said|says|of|has|had|was|is|told|shout|hit|touch|kiss|threat|himself|herself))"
        ),
    ),
    # Where these are roles of their own (B21); else the chair's words mean them.
    (Role.DIRECTOR, _any(r"\b(?:your|our|the|a) director\b")),
    (Role.TRUSTEE, _any(r"\b(?:your|our|the|a|one of (?:the|your|our)) (?:trustees?|board)\b")),
    (Role.HEAD_OF_TRAINING, _any(r"\bhead of training\b|\btraining (?:lead|officer|manager)\b")),
    (Role.TREASURER, _any(r"\btreasurers?\b")),
    (Role.COMPLAINTS_MANAGER, _any(r"\bcomplaints? (?:manager|officer|person|lady|man)\b")),
    (
        Role.OUT_OF_HOURS,
        _any(
            r"\bout[- ]of[- ]hours (?:person|contact|officer|worker|team|lady|man|woman|duty)\b"
            r"|\b(?:on[- ]call|duty) (?:person|officer|manager|worker)\b|\bwhoever is on call\b"
        ),
    ),
)
BACKUP = _any(rf"\b{_OUR} (?:\w+ )?back-?ups?\b|\bback-?up (?:visitor|volunteer)\b")
VISITOR = _any(
    r"\b(?:the|my|her|his|their|other|another|previous|last|a|an|new|old) (?:(?!my)\w+ )?(?:visitors?|befriender)\b"
    r"|\b(?:the|your|our|a|one of (?:the|your|our)|that|another|other) (?:\w+ )?volunteers?\b"
)
CARER = _any(
    r"\b(?:foster[- ]?)?carers?\b|\bfoster[- ]?(?:mum|mam|mother|dad|father|parents?|family|brothers?|sisters?"
    r"|home|son"
    r"|daughter|uncle|gran\w*)\b|\bfosterers?\b|\b(?:family|people|couple|man|woman|lady) (?:(?:s?he"
    r"|they) (?:lives?|is"
    r"|are|stays?)|who (?:looks?|cares?))\b|\bat home\b|\bin (?:the|his|her|their) (?:foster )?home\b"
    r"|\bwhere (?:s?he|they) (?:lives?|stays?)\b|\bhouse ?hold\b"
)

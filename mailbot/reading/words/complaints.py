"""Dissatisfaction with a coordinator, or with the scheme that they stand for: a complaint, harmful or not (L29).

What is said of somebody else (a prison, a landlord, the bus) is none. Where it is formal and does not say of
whom, it counts as one: the coordinator must not be the first to read a complaint about themselves.
"""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.sense import is_reply, sentences_of
from mailbot.roll import Role

_FORMAL = lazy(
    r"\b(?:(?:mak(?:e|ing)|made|lodg\w+|rais\w+|regist\w+|submit\w*|put(?:ting)?|fil(?:e|ing)|bring\w*|hav(?:e|ing))"
    r"(?: in| forward)? "
    r"(?:a |an |this |my |our )?(?:formal |official |written |serious )?(?:complaint|grievance)"
    r"|(?:formal|official|written|serious|my|our|this) (?:complaint|grievance)"
    r"|(?:wish|want|like|need|have|going|intend|how (?:do|can|would) (?:i|we|one|you)|who (?:do|can|should) (?:i"
    r"|we)|who) "
    r"(?:to )?complain"
    r"|i(?:['’]m| am| shall be| will be)? complain(?:ing)?(?: about| of|,|\.|$)"
    r"|complaints? (?:procedure|policy|manager|officer|form|process|department)"
    r"|tak(?:e|ing) (?:it|this|the matter|things) (?:further|higher|to (?:the )?(?:chair|trustees|committee"
    r"|board)))\b",
    re.IGNORECASE,
)
_NO_COMPLAINT = lazy(
    r"\b(?:no|not|never|without|any|can['’]?t|cannot|couldn['’]?t|mustn['’]?t|n['’]t|nothing to|hardly|nor|less)"
    r"(?: \w+){0,2} (?:complain\w*|grievance)",
    re.IGNORECASE,
)
_WHOM = (
    r"(?:(?:the|our|my|your|your own|this|that|a|whoever is) (?:\w+ )?co-?ordinators?|co-?ordinators?"
    r"|(?:the|your|head|that) office|(?:the|your|this) (?:scheme|charity|organi[sz]ation|management|manager"
    r"|team leader)"
    r"|whoever (?:runs|is running|is in charge|organi[sz]es)\b[^.,;]{0,20}|(?:those|people|person) in charge"
    r"|you (?:lot|people|guys|all)|(?:any|some|no) ?(?:one|body) (?:at|from|in) (?:the |your )?(?:office|scheme"
    r"|charity)"
    r")"
)
_FEELS = (
    r"(?:(?:un|not (?:very |at all |really |exactly |too )?)happy|cross|angry|annoyed|fed up|cheesed off|disappointed"
    r"|furious|displeased|disgusted|appalled|upset|frustrated|exasperated|dissatisfied|sick (?:and tired|of|to death)"
    r"|had (?:quite |more than )?enough|not (?:very |at all )?impressed|unimpressed|at (?:my|our) wits['’]? end"
    r"|at the end of my tether|losing patience|lost patience|run out of patience|no patience left)"
)
_WRONGED = (
    r"(?:ignored|let down|fobbed off|bullied|belittled|patroni[sz]ed|snapped at|shouted at|talked down to|told off"
    r"|unsupported|brushed off|not listened to|not heard|taken for granted|undervalued|dismissed|forgotten"
    r"|treated (?:badly|unfairly|poorly|like)|spoken to|pressured|pushed around|criticised|humiliated|undermined)"
)
_DOES = (
    # what is never done
    r"(?:(?:never|hardly ever|rarely|(?:do|does|did|has|have|had|will|would|can|could|is|was) ?n[o'’]?t|won['’]?t"
    r"|can['’]?t"
    r"|cannot|refus\w+ to|fail\w* to|forg[eo]t\w* to|still (?:not|has not|hasn['’]?t))"
    r" (?:even |ever |once |really |always |bother(?:ed)? (?:to |with )?)*"
    r"(?:r[iau]ng(?:s|ing)?|call(?:s|ed|ing)?|phon(?:e|es|ed|ing)|repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?"
    r"|respond\w*"
    r"|listen(?:s|ed|ing)?|g[eo]ts? back|c[ao]mes? back to|car(?:e|es|ed)|bother(?:s|ed|ing)?|support(?:s|ed|ing)?|"
    r"(?:back|help|thank|tell|trust|respect|value|believe|include|consult)(?:s|ed|ing)? (?:me|us|any|volunteers"
    r"|visitors)"
    r"|tak(?:e|es|en|ing) (?:me|us|it|this|anything|my|our) (?:\w+ )?seriously|treat\w* (?:me|us)|do anything"
    r"|done anything"
    r"|keep (?:his|her|their|a|any) (?:word|promise)|up to (?:it|the job)|do(?:ing)? (?:his|her|their) job)"
    # how somebody is
    r"|(?:is|was|are|were|been|being|gets?|got|has become) (?:\w+ ){0,3}(?:rude|short|sharp|off|curt|off-?hand|abrupt"
    r"|dismissive|patroni[sz]ing|condescending|unprofessional|incompetent|useless|hopeless|clueless|disorgani[sz]ed"
    r"|unhelpful|unfair|unkind|nasty|horrible|bossy|overbearing|controlling|careless|lazy|unreliable|a bully"
    r"|bullying|no help"
    r"|(?:a )?(?:complete |total |absolute )?(?:waste of (?:time|space)|disgrace|shambles)|shambolic|two-faced"
    r"|impossible"
    r"|(?:not (?:\w+ )?(?:fair|kind|nice|polite|helpful|honest|listening|supportive|up to it))"
    r"|dishonest|lying(?! (?:here|there|awake|in|on|down|low|about|flat))|out of (?:order|line)|on my case"
    r"|breathing down|favouring|playing favourites|picking on)\b"
    # what is done to people
    r"|(?:ignor(?:e|es|ed|ing)|snap(?:s|ped|ping) at|shout(?:s|ed|ing) at|bit my head|bites my head|told (?:me"
    r"|us) off"
    r"|tells (?:me|us) off|fob(?:s|bed|bing)|brush(?:es|ed|ing) (?:me|us|it|this) (?:off|aside)|laugh(?:s|ed"
    r"|ing) (?:at|it off)"
    r"|bull(?:y|ies|ied|ying)|belittl\w+|humiliat\w+|undermin\w+|embarrass(?:es|ed|ing) (?:me|us)|let(?:s"
    r"|ting)? (?:me|us) down"
    r"|(?:has|have|had) let (?:me|us|him|her|them) down|mess(?:es|ed|ing) (?:me|us|people) (?:about|around)"
    r"|treats? (?:me|us|people|volunteers)|treated (?:me|us)|sp(?:eaks?|oke) to (?:me|us)|tal(?:ks"
    r"|ked) (?:down )?to (?:me|us) like"
    r"|talk(?:s|ed|ing) (?:over|down to)|picks? on|picked on|favours\b|play(?:s|ed) favourites|micro-?manag\w+"
    r"|wast(?:e|es|ed|ing) (?:my|our) time|bro(?:ke|ken|keaks) (?:his|her|their|a) (?:word|promise|confidence)"
    r"|gossip\w*"
    r"|has it in for|hung up on|hangs up on|put the phone down|put(?:s)? (?:me|us) down|lied to|lies to|blam(?:es"
    r"|ed|ing) (?:me|us)"
    r"|(?:could ?n['’]?t|can['’]?t|could not|cannot) (?:organi[sz]e|run|manage) an? (?:bun|bath|booze|piss"
    r"|raffle|whelk)"
    r"|promis\w+ [^.;]{0,60}\b(?:still waiting (?:for (?:it|them|the money|an answer)|to hear|$)"
    r"|nothing (?:has )?(?:came|come|happened))"
    r"|tells? (?:everyone|everybody|the others|people) what (?:I|we)\b"
    r"|told (?:everyone|everybody|the others|other people) what (?:I|we)\b"
    r"|(?:would|will) ?n['’]?t (?:pay my|pay me|pay our|refund|reimburse|listen)"
    r"|(?:would|will) not (?:pay my|pay me|pay our|refund|reimburse|listen)"
    r"|never there when|keeps? (?:changing|forgetting|losing|cancelling|putting (?:me|us|it) off)|makes? (?:me"
    r"|us) feel"
    r"|made (?:me|us) feel|let(?:s)? things slide|go(?:es)? behind))"
)
_TRUST = (
    r"(?:(?:lost|losing|lose|no|little|not much) (?:all |any |my |our )?(?:faith|confidence|trust|respect) (?:in|for)"
    r"|(?:don['’]?t|do not|can['’]?t|cannot|no longer) (?:really )?(?:trust|respect|work with|get on with"
    r"|work under|deal with)"
    r"|(?:no|little|not enough|not much|not had any|zero) (?:support|help|thanks|answer|reply"
    r"|response) (?:at all )?(?:from|by)"
    r"|problem with|issue with|trouble with|run-?in with|argument with|clash(?:ed)? with|fallen out with|badly by"
    r"|rudely by|(?:did ?n['’]?t|did not|do ?n['’]?t|do not) (?:at all |really |much )?(?:care for|like"
    r"|appreciate|think much of) "
    r"(?:the|that) (?:\w+ )?(?:tone|manner|attitude|way|remarks?|comments?|e-?mails?|letter|language)(?: of"
    r"| from| in| by| taken by)?"
    r"|(?:offended|hurt|stung|taken aback|put out) by (?:the )?(?:\w+ )?(?:tone|manner|attitude|remarks?"
    r"|comments?|words?)(?: of| from| by)?"
    r"|(?:sooner|rather|prefer) (?:it )?(?:not|never|did not|didn['’]?t) (?:to )?(?:go (?:through|to|via)"
    r"|deal with|speak to|talk to|see"
    r"|involve|have to do with|have anything to do with|be seen by|hear from)"
    r"|shabbily by|unfairly by|bullying by|rudeness (?:of|from)|attitude (?:of|from)|the way|not good enough of)"
)
_NOBODY = lazy(
    r"\b(?:nobody|no ?one|not (?:one|a single) (?:person|soul) (?:there|at)) (?:there |at all |in the office "
    r"|at the office )?"
    r"(?:ever |has |have |had |is |can be |could be |even |seems to |bothers? to |bothered to |wants to )*"
    r"(?:r[iau]ngs?|call(?:s|ed)?|phone[sd]?|repl(?:y|ies|ied)|answer(?:s|ed)?|g[eo]ts? back|listens?|listening"
    r"|cares?"
    r"|picks? up|pick up|helps? us|helped me|thank(?:s|ed)? (?:me|us)|interested)\b(?! (?:the|their|his|her) )"
    r"|\bi(?:['’]m| am"
    r"| feel)? (?:just )?being ignored\b"
    r"|\bit is (?:quite |simply |totally )?(?:unacceptable|disgraceful|not good enough) that (?:you|nobody|no ?one)\b"
    r"|\byou (?:never|don['’]?t ever|always fail to|can['’]?t be bothered to|couldn['’]?t be bothered to) (?:even )?"
    r"(?:ring|call|phone|reply|answer|listen|get back|tell us|tell me|help|thank)\b"
    r"|\byou (?:have |['’]ve )?(?:ignored me|ignored us|let me down|let us down|fobbed me|messed me)\b"
    rf"|\b{_FEELS} (?:with|about|at|of|by) (?:you\b|your |how (?:you|i|we)(?:['’]ve| have)? (?:been |was "
    rf"|were )?(?:treated|handled)?"
    r"|the (?:way|lack of|communication|support|organi[sz]ation|admin\w*|running)\b|being (?:treated|messed"
    r"|ignored|left|taken))",
    re.IGNORECASE,
)
_OTHERS = lazy(
    r"\b(?:prison|hmp|wing|officers?|governor|guards?|hotel|reception(?:ist)?|landlord|landlady|housing|home office"
    r"|council|social workers?|solicitors?|bus(?:es)?|train|taxi|food|heating|neighbours?|manager at|staff|school"
    r"|carers?"
    r"|foster|hospital|gp|surgery|doctor|nurse|police|driver|cellmate|visits? hall|gate|canteen)\b",
    re.IGNORECASE,
)
# Whom nobody answers, or how long it rang: a helpline's or a prison's fault, and the scheme's only if it is named.
_CALLED_OTHERS = lazy(
    r"\b(?:\w+ ?line|hotline|switchboard|call cent(?:re|er)|control room|out of hours|emergency|999|111|101|bell"
    r"|buzzer|doors?|intercom|desk|\d+ ?min\w*)\b"
    r"|\b(?:s?he|they)(?:['’](?:s|d|ve))? (?!(?:\w+ )?(?:never|not|\w+n['’]?t)\b)(?:\w+ ){0,3}?(?:ask\w*|r[iau]ng\w*"
    r"|phon\w+|call\w*|press\w*|wr[io]t\w+|knock\w*|shout\w*|appl\w+|complain\w*|told|tells?|beg\w*|plead\w*"
    r"|tr(?:y|ies|ied))\b",
    re.IGNORECASE,
)
_PRONOUN = lazy(r"^\W*(?:and |but |so |also |then |now |yet )*(?:s?he|they)\b", re.IGNORECASE)
_HINT = lazy(
    r"complain|grievance|further|higher|no ?(?:one|body)|not (?:one|a single)|ignored|you|unacceptable|disgrace"
    r"|good enough|the (?:way|lack|support|running|admin|organi|communication)",
    re.IGNORECASE,
)
_HELLO = r"(?:hi|hello|hiya|hey|dear|good \w+|morning|afternoon|evening|thanks?|thank you|cheers)"


def complaint(draft: Draft) -> Span | None:
    """The first sentence that complains of a coordinator, or of the scheme; of the subject, the text's first one."""
    return draft.once("complaint", _complaint)


def _complaint(draft: Draft) -> Span | None:
    subject = "" if is_reply(draft.message.subject) else draft.message.subject
    whom = rf"(?:{'|'.join([_WHOM, *_coordinators(draft)])})"
    if not any(_HINT.search(words) or _named(whom, words) for words in (subject, draft.text.newest)):
        return None
    spans = sentences_of(draft)
    if subject and _complains(subject, whom, subject):
        return spans[0] if spans else Span(0, 0)
    before = ""
    for span in spans:
        words = draft.text.newest[span.start : span.end]
        if _complains(words, whom, before + words):
            return span
        before = words if _named(whom, words) or not _PRONOUN.match(words) else before
    return None


def _complains(words: str, whom: str, context: str) -> bool:
    """Whether these words complain of `whom`; "she never rings back" may mean whom the sentence before names."""
    if "?" in words and not _FORMAL.search(words):
        return False
    formal = _FORMAL.search(words) and not _NO_COMPLAINT.search(words)
    if formal and (_named(whom, context) or not _OTHERS.search(words)):
        return True
    others = _OTHERS.search(words) or (_CALLED_OTHERS.search(words) and not _named(whom, words))
    if _NOBODY.search(words) and not others:
        return True
    if _PRONOUN.match(words) and context != words and _named(whom, context):
        return (
            re.search(rf"\b(?:s?he|they)(?:['’]s|['’]ve|['’]re)?\b[^.;]{{0,25}}?\b{_DOES}", words, re.IGNORECASE)
            is not None
        )
    told = _without_greeting(whom, words)
    return any(re.search(pattern, told, re.IGNORECASE) for pattern in _of(whom))


def _of(whom: str) -> tuple[str, ...]:
    return (
        rf"\b{_FEELS} (?:with|about|at|of|by|that|how|to have)\b[^.;]{{0,40}}?\b{whom}\b",
        rf"\b{_WRONGED} (?:\w+ ){{0,2}}by (?:\w+ ){{0,2}}{whom}\b",
        rf"\b{whom}(?:['’]s)?\b(?! says| said| thinks)[^.;?]{{0,25}}?\b{_DOES}",
        rf"\b{_TRUST} (?:\w+ ){{0,2}}{whom}\b",
    )


def _named(whom: str, words: str) -> bool:
    """Whether a coordinator is spoken of, not only greeted or thanked."""
    return re.search(rf"\b{whom}\b", _without_greeting(whom, words), re.IGNORECASE) is not None


def _without_greeting(whom: str, words: str) -> str:
    sorry = rf"(?:(?:so |very )?sorry|apologies|oh|ah|afraid),? {whom}\s*[,!:–—]"
    greeted = rf"^\W*(?:{_HELLO}\W+{whom}\b|{sorry}|{whom}\s*(?:[,!:–—]|- ?|$))"
    return re.sub(greeted, "", words, count=1, flags=re.IGNORECASE | re.MULTILINE)


def _coordinators(draft: Draft) -> list[str]:
    """What the coordinators are called, but for the writer; longer names first."""
    own = draft.sender.person
    others = [p for p in draft.around.roll.with_role(Role.COORDINATOR) if own is None or p.id != own.id]
    names = {name for p in others for name in (p.name, p.first_name, p.also_known_as or "") if len(name) > 1}
    return [re.escape(name) for name in sorted(names, key=len, reverse=True)]

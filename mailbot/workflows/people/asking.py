"""What is asked of the scheme, with or without a question mark: requests, complaints, "I do not know whom to ask"."""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.bills import speaks_of_money, sums_in
from mailbot.reading.words.money import has_money
from mailbot.reading.words.not_spent import asks_of_money
from mailbot.reading.words.sense import Sentence, fact, said

_WHO = r"(?:i|we|you|u|yous|ya|some\s?(?:one|body)|sum\s?(?:one|body|1)|any\s?(?:one|body|1)|one of you|the office)"
_MAY = r"(?:can|could|cud|cld|culd|would|wud|wld|will|may|might|should|shud|shall|must|do|does|do n['’]?t|am|are|r)"
_CALL = r"(?:call|ring|phone|fone|telephone|text|e-?mail|contact)"
_NOT_A_WISH = (
    r"(?!(?:put|log|note|record|mark|enter|add|move|change|cancel|book|believe|imagine|only|just say|not)\b)\w+"
)
_OPENS = lazy(
    # "can you call me before Friday", "Carol, should I bring his papers", "could Ben cover for me"
    # but not "13 May I am there again", "may you be rewarded"
    rf"\W*(?:(?:hi|hello|hiya|dear|hey|well|so|but|and|also|please|pls)\W+)?(?!(?:i|we|he|she|they)\b)"
    r"(?!\d{1,2}(?:st|nd|rd|th)? may\b|(?:[\w'’-]+(?:\s+|\s?[,:–-]+\s*)){0,2}may (?:you|u|ya) (?:be|have|live"
    r"|always|never|all"
    r"|rest|both|long|find|get)\b)"
    rf"(?:[\w'’-]+(?:\s+|\s?[,:–-]+\s*))?(?:{_MAY}\s+{_WHO}\s+{_NOT_A_WISH}"
    rf"|(?:can|could|would|will)\s+(?!not\b|never\b)\w+\s+(?:cover|go|stand in|step in|help"
    rf"|take over)\b"
    r"|(?:what|when|where|who|whom|how|why|which \w+)\s+(?:time )?(?:do|does|did|can|could|should|shall|will"
    r"|would|am|is the"
    r"|are the)\s+(?:i|we|you|u|the|someone|somebody|best|right|rule\w*)\b)",
    re.IGNORECASE,
)
_TURNED = lazy(
    rf"\b(?!may (?:you|u) (?:be|have|live|always|never|all|rest|both|long|find)\b){_MAY}"
    r"\s+(?:you|u|ya|some\s?(?:one|body)|any\s?(?:one|body)|sumone"
    rf"|one of you)\s+{_NOT_A_WISH}",
    re.IGNORECASE,
)
_CLAUSE = lazy(r"(?:[,.!;:–—-]|\b(?:please|pls|and|but|tbh|so))\s*$", re.IGNORECASE)
_WANTS = lazy(
    rf"\b(?:please|pls|plz|kindly)\s+(?:can|could|advise|find out|send|{_CALL}|explain|help|ask|tell me"
    rf"|supply|provide|forward|furnish|let me have|arrange|check)\b"
    rf"|\b{_CALL}\s+me\s+(?:back|when|before|b4|as soon|asap|please|pls|today|tomorrow|tonight|this|about)\b"
    r"|\bgive me a (?:ring|call|bell|shout about)\b|(?:^|[,.;:!–—-]|\b(?:please|pls|plz|you|u|some\s?(?:one"
    r"|body)|any\s?(?:one|body)|just|and|or|but|do|so|then|wo n['’]?t|won['’]?t|refuse[sd]? to))\s*tell me\b"
    r"|\bwhat now\b"
    r"|\blet me know (?:if|when|whether|what|how|who|where|please)\b"
    r"|\bi(?:['’]d| would| should) (?:also |really )?(?:like|love|prefer|appreciate|be (?:glad|grateful"
    r"|obliged) (?:of|for"
    r"|if))\s+(?:to (?:know|ask|speak|talk|discuss|complain|raise|hear)|you to\b|an? (?:apology|answer"
    r"|explanation|word"
    r"|chat|call|reply|meeting)|some (?:advice|help|guidance)|your (?:advice|view|opinion|guidance)|you would"
    r"|you could)"
    r"|\bi (?:want|need|demand|expect|require|ask for) (?:an? (?:apology|answer|explanation|word|chat|call|reply|hand"
    r"|meeting)|the name|some (?:advice|help)|your (?:advice|help)|to (?:know|ask|complain|speak|talk"
    r"|make a complaint)"
    r"|help|advice|somebody|someone)\b"
    r"|\b(?:meant|wanted|want|need|have|wish|like|hoping|trying) to ask (?:you )?(?:about|something|if|whether"
    r"|wether|when"
    r"|what|who|how|where|which|for)\b|\b(?:curious|keen|be (?:good|helpful|useful|nice|handy|interested"
    r"|interesting)) to know\b"
    r"|^\W*(?:what(?:['’]?s| is| are) (?:the |your |our )?(?:\w+ )?(?:polic(?:y|ies)|rules?|rates?|limit"
    r"|procedure|arrangements?"
    r"|latest|position|process|deadline|best way|drill|form)|(?:is|are) there (?:an?|any|some|anywhere"
    r"|somewhere)|is parking)\b"
    r"|^\W*(?:is|are) [\w ]{1,30} (?:ok|okay|allowed|permitted|compulsory|included)\W*$|\b(?:please|pls"
    r"|kindly) confirm"
    r" (?:the|his|her|their|your|what|when"
    r"|whether|if)\b|\bi need the (?:number|address|form|name|date|time|code|key)\b"
    r"|\bgrateful if (?:you|someone)\b"
    r"|\bkindly (?:let (?:us|me) (?:have|know)|send|provide|supply|furnish|forward|advise|state|disclose"
    r"|inform) (?!him\b|her\b|them\b)"
    r"|(?:^|[.;:!]\s*|\b(?:please|pls|just|kindly)\s)send me (?!home\b|away\b|in\b|over\b|out\b|back\b)"
    r"|(?<!\bhe )(?<!\bshe )(?<!\bthey )\b(?:wonder(?:ed|ing)?|any idea|not sure|unsure|(?:do not|don['’]?t"
    r"|dont) know|no idea|(?:would"
    r"|['’]d) like to know"
    r"|need to know)\s+(?:if|whether|wether|what|who|whom|how|when|where|which)\s+(?:i|we|you|u|one|to"
    r"|the scheme|it)\b|\bwonder(?:ed|ing) (?:if|whether) \w+ (?:could|can|might|would|may)\b"
    r"|\bany (?:chance|news|word|update) (?:of|on|about|from|yet)\b|\bis (?:it|that|this) (?:allowed|ok|okay"
    r"|alright)\b"
    # complaints
    r"|\b(?:nobody|no\s?one) (?:has |have |ever |even )?(?:got|come|gets|rung|rang|called|replied|answered|told"
    r"|asked) (?:back"
    r" to )?(?:me|us|back)\b"
    r"|\b(?:i|we) (?:wish|want|would like|have|need) to (?:make a |lodge a |register a )?(?:formal )?complain(?:t)?\b"
    r"|\b(?:my|a|formal|this) complaint (?:is|about|against|that)\b|\btake (?:it|this|the matter) (?:up|further"
    r"|to) (?:with|the)?"
    r"|\b(?:i['’]?m|i am|am|we are|we['’]re) (?:really |very |so |most |quite |extremely |not (?:very |at all )?)"
    r"(?:un)?(?:happy|cross|angry|annoyed|fed up|disappointed|furious|displeased|impressed) (?:with|about|that"
    r"|at|by) (?:the"
    r"|you|your|how|being|that|this|what|my)\b|\b(?:(?:really|totally|bang|well|so) out of order"
    r"|(?:you|he|she|they|that|this|which|who)(?:['’]?s|['’]?re| is| are| was| were)(?: \w+)? out of order"
    r"|out of order (?:how|that|to|of (?:you|her|him|them)))\b|\b(?:is|was"
    r"|it['’]s) (?:quite |totally"
    r" |simply |just )?(?:unacceptable|disgraceful|not good enough|appalling)\b",
    re.IGNORECASE,
)
# "tell me if you have it differently", "let me know if you need anything": nothing is asked.
_OFFERS = lazy(
    r"\b(?:(?:tell me|let me know|shout|say|correct me|give me a (?:shout|ring|call)|(?:ring|call|phone|text) me)\s+"
    r"(?:if|should)|(?:tell me|let me know|shout) when)\s+(?:you(?:['’]re| are|['’]d| have| need| want"
    r"| disagree| prefer| hear| think| see"
    r"| would| get)"
    r"|that['’]?s|this|it['’]?s|it is|it (?:isn|doesn|does not|is not)|there(?:['’]s| is)|anything|not\b|any\b"
    r"|different"
    r"|i(?:['’]ve| have) (?:got|missed|made|done)|i(?:['’]?m| am) wrong|otherwise)",
    re.IGNORECASE,
)
# "I said, am I the guest or you?": asked then and there, of somebody else.
_THEN = lazy(
    r"(?<!do )(?<!can )(?<!could )(?<!should )(?<!must )(?<!may )"
    r"\b(?:i|he|she|they|we) (?:then |just |only |also )?(?:said|say|says|asked|ask|asks|goes|went|told|tells"
    r"|joked|laughed"
    r"|replied|wondered aloud|was like|were like)\b(?!\s+(?:me |us )?(?:to ask|if you|whether you|can you"
    r"|could you|can we))",
    re.IGNORECASE,
)
_RHETORICAL = lazy(
    r"(?:(?:and|but|well|so|oh|you know|\w+),? )?(?:guess (?:what|who|where|which)\b[^?]*|is there anything"
    r" (?:better|nicer|worse) than[^?]*|you know what|what"
    r" more (?:could|can)[^?]*|do i (?:sound|look)\b[^?]*|who (?:says|needs|wants)\b[^?]*"
    r"|(?:who|what|how|where)(?:['’]d| would| ever)? (?:have )?(?:thought|guessed|knew|imagined|predicted)\b[^?]*"
    r"|(?:can|would|could) you (?:believe|credit|imagine|adam and eve)\b[^?]*"
    r"|what an? [^?,;]{1,40}(?:, (?:eh|hey|huh|wasn['’]t it))?|what are the (?:odds|chances)[^?]*"
    r"|why (?:do|did|is|am) (?:i|it)\b[^?]{0,20}\b(?:always|never|ever)\b[^?]*"
    # told, with more question marks than one: "it was so good??"
    r"|(?:(?:omg|oh|wow|what|and|so|but|honestly|literally)[, ]+)*(?:it|that|he|she|they|we|i)(?:['’]?[sd])?"
    r" (?:was|were|had|did|got|loved|is so|are so)\b(?! (?:i|we|you)\b)[^?]*\?{2,}"
    r"|how (?:are|r) (?:you|u|things|we)(?: (?:all|both|doing|today|keeping))?"
    r"|(?:are )?you (?:ok|okay|well|all right|alright)"
    r"|all (?:right|well|ok)|hope (?:you['’]re|you are|all is) \w+|remember|ok|okay|eh|see|right|what (?:a"
    r"|can) [\w ]{1,30}|isn['’]t (?:it|that|he|she)[\w ]{0,20}"
    r")[?!.]*",
    re.IGNORECASE,
)

_BEGINS = lazy(
    r"\W*(?:(?:hi|hello|so|and|but|also|please)\W+)?(?:what|when|where|who|whose|whom|how|why|which|is|are|was|were|do"
    r"|does|did|have|has|can|could|will|would|shall|should|may|might|must|any)\b",
    re.IGNORECASE,
)

# Politely put, and no questions: a visit to be moved, a greeting to be passed on, money to be had back.
_POLITELY = (
    r"(?:can|could|would|will|may|might|shall) (?:you|we|i|u|someone)(?: (?:please|kindly|possibly|pls|just))*"
)
_MOVES = lazy(
    rf"\W*(?:[\w'’-]+\W+){{0,3}}{_POLITELY} (?:move|push|shift|put (?:back|off)|bring forward|swap|postpone"
    rf"|delay|rearrange)\b[^?]*"
    r"(?:\d|\w+day\b|week|tomorrow)",
    re.IGNORECASE,
)
_UPDATES = lazy(  # "Would you alter your book?": what the change of address beside it asks for
    rf"(?:\A|[,.;:!–—-])\W*(?:[\w'’-]+\W+){{0,3}}{_POLITELY} (?:alter|update|amend|change|correct"
    r"|put right|note|make a note of)"
    r"(?: (?:your|my|the|this|that|all|\w+'s))* (?:records?|books?|lists?|files?|system|database|spreadsheet"
    r"|register|details|number|address(?: book)?|entry|contacts?)\W*\Z",
    re.IGNORECASE,
)
_GREETS = lazy(
    rf"{_POLITELY} (?:(?:let|tell) (?:him|her|them|(?-i:[A-Z])[\w'’-]+)(?: know)?(?: that)? (?:i['’]?m|i am"
    rf"|we are|how) (?:so |very |really )?sorry"
    r"|(?:give|send|pass on|pass) (?:\w+ ){0,2}my (?:love|regards|best|apolog\w+|greetings|good wishes))\b",
    re.IGNORECASE,
)
# "Would you tell Omar I'll not manage tomorrow": what is passed on is the writer's own no.
_PASSES_ON = lazy(
    rf"{_POLITELY} (?:(?:let|tell) (?:him|her|them|the \w+|(?-i:[A-Z])[\w'’-]+)(?: know)?|pass on)(?: that)?"
    r" (?:i|we)(?:['’]ll not| (?:can(?:not|['’]?t)|won['’]?t|will not|shan['’]?t|am not|are not|could(?: not|n['’]t))"
    r"|['’]m not|['’]m (?:running )?late|['’]ll be late| (?:will|shall) be late)\b(?![^?]*\b(?:and|or"
    r"|so) (?:please )?(?:ask|can|could|would|should|what|when|see|find)\b)[^?]*"
    r"\??\W*$",
    re.IGNORECASE,
)
_WANTS_BACK = lazy(r"\b(?:get|have|claim|refund\w*|reimburse\w*|put in for|put in|pay|paid|be paid)\b", re.IGNORECASE)
_WORDS = lazy(r"[^\W\d_]{2}")
_RESIGNED = lazy(
    r"\b(?:what can (?:you|one|i|we) do|what else is new|why not|who knows|go figure)\s?\?+\W*$", re.IGNORECASE
)
_OF_FORMS = lazy(r"\b(?:forms?|policy|rules?|how (?:do|can|to|much)|limits?|per mile)\b", re.IGNORECASE)
_QUOTED = lazy(r"\"[^\"]*\"|“[^”]*”")  # the sum or the question in another's words is not the writer's
_SHORT = 80  # characters; longer is no courtesy


def question(draft: Draft) -> Iterator[Fact]:
    """Something is asked that only a person can answer. A question about one's own claim is the claim's."""
    money = has_money(_QUOTED.sub(" ", draft.text.newest))
    for sentence in said(draft):
        if asks_of_money(sentence.words) or (not money and _is_asked(draft, sentence)):
            unsure = "question_other" if _is_perhaps_none(sentence.words) else None
            yield fact(draft, Kind.QUESTION_OTHER, Fields(), sentence.span, unsure)
            return


def _is_perhaps_none(words: str) -> bool:
    """Somebody else's question, as they put it; or one that only wonders: "it actually looks amazing??"."""
    if "?" not in words or "?" not in _QUOTED.sub(" ", words):
        return "?" in words
    return "??" in words and not _BEGINS.match(words)


def _is_asked(draft: Draft, sentence: Sentence) -> bool:
    words = sentence.words
    if len(words) < _SHORT and _RHETORICAL.fullmatch(words.strip()):
        return False
    if _PASSES_ON.search(words) or _UPDATES.search(words):
        return False
    if "?" in words:
        if not _WORDS.search(words) or _RESIGNED.search(words):  # "= 17.20??"
            return False
        if _MOVES.match(words) or _GREETS.search(words) or (_WANTS_BACK.search(words) and sums_in(words, True)):
            return False
        return not _THEN.search(words.partition("?")[0])
    if not (_OPENS.match(words) or _is_turned(words) or _WANTS.search(words)) or _OFFERS.search(words):
        return False
    if sums_in(draft.text.newest, True):
        return False
    return _OF_FORMS.search(words) is not None or not speaks_of_money(draft.text.newest)


def _is_turned(words: str) -> bool:
    """ "I have no key, can you ring me": the verb stands first in its clause."""
    return any(_CLAUSE.search(words[: match.start()]) for match in _TURNED.finditer(words))

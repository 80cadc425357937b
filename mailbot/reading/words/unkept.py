"""How people say that a visit did not take place, or cannot. All expressions are for folded text."""

from mailbot.expressions import any_of, lazy
from mailbot.reading.words.visit_words import NT

_HIM = r"(?:him|her|them|each other|one another|anybody|anyone)"
_VISIT = r"(?:vis+it\w*|session|outing|meet-?up|catch-?up|meeting)"
# "He wouldn't let me walk home with him": let do something, not in.
_DO = (
    r"(?! (?:walk|pay|help|carry|buy|go\b|leave|win|take|touch|have|near|finish|do|say|speak"
    r"|look|hold|off|know|give))"
)
_WHEN = r"(?:today|yesterday|tonight|this|last|on|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|the \d)"
_END = rf"(?=\s*(?:$|[.,;:!?()–—-]|because|as |cos|coz|due|since|in the end|after all|at all|{_WHEN}\b|so\b|the\b"
_END += r"|he\b|she\b"
_END += r"|they\b|when\b|and\b|but\b|for\b|sorry|soz|either|again|anymore|thanks))"
_GO = (
    rf"(?:go{_END}|go (?:ahead|in|up|through)|take place|happen|see {_HIM}|see \w+(?:[-/]\w+)?{_END}|get (?:in"
    rf"|there|to (?:see|go|do)|past|through|up"
    rf"|over|out there)|manage(?: it| to (?:see|get|go|meet|visit|make)| the visit| a visit| {_VISIT})"
    rf"|manage{_END}|meet(?: up)?\b|visit\b|make"
    rf"(?: it| the (?:visit|session)| my visit| our)|make{_END}|attend|do (?:it|the visit|my visit|our|{_HIM})"
    rf"|come off|work out|enter|even get)"
)

MISSED = (
    any_of(
        rf"(?<!he )(?<!she )(?<!they )(?:did|could|c[lu]?d|cudd?|was|were|woz|wuz|had){NT}(?: really| actually"
        rf"| even| in the end"
        rf"| manage to| able to"
        rf"| been able to| allowed to| let){{0,2}} {_GO}",
        r"did ?n'?t (?:happen|take place|go ahead|come off|materialise|work out)",
        r"(?:was|were)(?:n'?t| not| nae|na) (?:allowed|let|permitted|admitted|able to (?:get|see|go|visit|meet"
        r"|enter))(?: in| through)?",
        r"could(?:n'?t| not|nae|na) (?:get|go) (?:in|through|past)",
        rf"(?:i|we) could(?:n'?t| not|nae|na) (?:arrive|reach (?:{_HIM}|the (?:hotel|prison|house|hostel)))\b",
        r"(?:tele)?phone (?:(?:was|is) )?(?:switched |turned )?off,? (?:and )?(?:(?:his|her|the) )?(?:room|door)"
        r" (?:was )?(?:locked|shut)",
        r"(?:he|she|they|nobody|no one|no-one|client|\w+(?:[-/]\d+)?) (?:was|were)(?:n'?t|nt| not|nae"
        r"|na) (?:in\b(?! the mood| a (?:good|great))|there\b|home\b|at (?:home|the (?:hotel|house|flat|hostel))"
        r"|about\b|available|up to it|well enough|around\b|ready to|on the list|answering|up to (?:a visit|seeing))",
        rf"(?:he|she|they|\w+(?:[-/]\d+)?) (?:did{NT}|never) (?:show|turn(?:ed)? up|come (?:down|out|to the)"
        rf"|answer(?:ed)?(?: the door)?"
        r"|appear|want to (?:see|come (?:down|out)|meet)|open(?:ed)?|showed|came down|came out)",
        r"(?:appointment|date|hour|slot|visit|rendezvous|engagement)\b[^.,;!?]{0,30}? (?:was|were|has been|is)"
        rf"{NT} (?:\w+ )?(?:kept|honoured)\b",
        r"(?:he|she|they) (?:just|simply) (?:did ?n'?t|did not|never) (?:show|turn(?:ed)? up|come|came|appear)",
        r"(?:went|came|drove|travelled|waited|journey|trip|drive|way) (?:\S+ ){0,5}for nothing\b",
        r"(?:he|she|they|\w+(?:[-/]\d+)?) refused to (?:come (?:down|out)|see|meet|leave|open)",
        r"(?:he|she|they|\w+(?:[-/]\d+)?) would(?:n'?t| not|nae) (?:come (?:down|out)|see (?:me|us)|let (?:me"
        rf"|us){_DO}|open"
        r"|get up|answer)",
        r"(?:he|she|they|\w+(?:[-/]\d+)?) (?:was|were|had|had been) (?:out|away|asleep|gone|off|at court|in court"
        r"|at (?:the )?"
        r"hospital|in hospital|elsewhere|taken|moved)\b(?=[^.;]*\bwhen i (?:called|got|arrived|knocked|went|turned"
        r"|attended|visited|came))",
        r"but (?:he|she|they|\w+(?:[-/]\d+)?) (?:was|were|had|had been) (?:out|away|asleep|gone|at court|in court"
        r"|elsewhere|moved)\b",
        r"(?:he|she|they)(?:'d| had)(?: already)? been (?:shipped|moved|transferred|released|discharged"
        r"|deported|taken)\b"
        r"(?! on to| forward)",
        r"no sign of (?:him|her|them|\w+)",
        r"forgot (?:about |all about )?(?:our|my|his|her) (?:visit|meeting|session)",
        r"(?:no ?one|nobody) (?:in(?! (?!when|at|so|and|but|again|as|today|yesterday|though|since)\w)|home|there"
        r"|answered(?! the phone)|at home"
        r"|came(?! (?:for (?:an?|\d|half|ages|hours)|to (?:help|see)|when (?:he|she|they))\b))",
        r"no (?:answer|reply)(?: at the door| when i (?:knocked|rang|called|got))?(?! (?:to my|from (?:you"
        r"|the office)|yet))",
        r"turned (?:me |us |everyone |everybody |all )?away",
        r"sent (?:me |us |everyone |everybody |all )(?:\w+ ){0,3}(?:away|home|packing|back)",
        r"sent all the \w+ home",
        r"refused (?:entry|admission|at the|me|us)",
        r"(?:would|did|will)(?:n'?t|nt| not|nae|na) let (?:me|us) (?:in|through|past|see|up)",
        r"not let (?:me|us) (?:in|through|up)",
        r"(?:in |on |under |had a |a |went into )?lock-?down\b|locked down",
        rf"(?:{_VISIT}|it|mine|ours|that|this one|\w+day) (?:was|were|got|has been|had been|been|is"
        rf"|were all) (?:cancel\w+|called off|scrapped|binned|abandoned)",
        r"(?:visits?|visiting) (?:was|were|all|got|are|is|have been|had been)?\s?(?:all )?(?:cancelled|canceled"
        r"|suspended|called off|stopped|off)(?= (?:by|today|yesterday|on|this|because|due|as|for)|[.,!]|$)",
        r"cancelled (?:on me|on us|by the|at the (?:gate|last))",
        r"(?:he|she|they|(?!be\b)\w+) cancelled(?! (?:his|her|their|my|our|the|a) (?!visit))",
        r"(?:all )?(?:fell|(?<!things )fall) (?:through|apart)|fallen through",
        r"cannot have visits|not (?:having|allowed) (?:any )?visits",
        r"never (?:happened|took place|went ahead|came off|came|showed|got (?:in|there|to see)|made it"
        r"|(?<!ve never )(?<!s never )(?<!had never )met"
        r"|saw (?:him|her|them))",
        r"no[- ]show(?:ed)?(?![- ]stop)|stood (?:me|us) up",
        rf"(?<!mins, )(?<!minutes, )(?<!min, )n(?:o|ae) (?:{_VISIT}|luck|joy|dice)"
        r"(?! (?:from me|till|until|for (?:a|the|me|\w+ (?:days|weeks|months))"
        rf"|next|planned|booked|due|fixed"
        rf"|arranged|report|form|is|left"
        rf"|expenses))(?: (?:this|today|yesterday|last|on|with|for|either|i'm|im|i|sorry|again|took|happened))?",
        r"missed (?:each other|one another|him|her|them|the visit|our visit|my visit|my slot|the slot|the session"
        r"|it)(?! so| (?:a lot|terribly|very|too))",
        r"(?<!nearly )(?<!almost )(?:i|we) missed (?:\w+day|today|yesterday|\w+'s|last|our|my)\b(?! (?:bus|train"
        r"|lunch))",
        r"(?:i|we|completely|clean|totally|just|had) (?:clean |completely |totally )?for(?:got|gotten) (?:to (?:go"
        r"|visit|see)|all about (?:it|the visit|him|her|yesterday|today)|(?:about )?(?:the|my|our) visit)",
        r"got (?:there|to the (?:gate|door|prison|hotel|house)|as far as the \w+),? (?:but|only to|and (?:they|was"
        r"|were|the))",
        r"(?:wasted|fruitless|pointless) (?:trip|journey|drive)",
        r"(?<!she's )(?<!he's )(?<!i've )(?:abandoned|binned|scrapped|ditched) (?:it|the visit|the session"
        r"|our visit)",
        r"so binned|so we binned",
        r"had to (?:turn (?:back|round|around)|give up|abandon|leave it|call it off|go home (?:without|again)"
        r"|cancel)",
        r"not (?:this time|today|yesterday|this week|this month|on this occasion)(?=\s*(?:$|[.,;:!–—-]|i'm|im|i am"
        r"|sorry|sadly|unfortunately|because|as|cos))",
        r"(?<!they've )(?<!they have )(?<!he's )(?<!she's )(?<!he has )(?<!she has )(?<!they had )(?<!he had )"
        r"(?<!she had )(?<!they'd )not (?:seen|visited|met)(?: (?:him|her|them))?(?! each other)",
        r"(?<!he )(?<!she )(?<!they )(?:over-?slept|slept (?:in(?=\s*(?:$|[.,;!]|and\b|so\b|today))|late\b"
        r"|(?:straight |right |clean )?through (?:my|it|the (?:alarm|whole|lot|visit|day|afternoon|morning|slot"
        r"|hour)))|fell asleep (?:on|in|at|and)|dozed off)",
        r"woke (?:up )?(?:too late|at (?:[1-9]|noon|half))",
        r"wait(?:ed)?\b[^.;!?]{0,60}\b(?:he|she|they|nobody|no one) (?:did ?n[o']?t|did not|never|not) (?:come"
        r"|came|show\w*"
        r"|arrive\w*|appear\w*|turn(?:ed)? up)",
        r"(?:he|she|they)(?:'d| had) (?:gone|popped|nipped|been taken) (?:to|off|out|into"
        r"|over)\b[^.;!?]{0,50}\bso (?:i|we)"
        r" (?:came|went|drove|turned|walked|left|headed)",
        r"got as far as",
        r"(?:left|forgot|forgotten) my (?:\w+ )?(?:id|i\.d\.|passport|licence|license|papers|badge)\b"
        r"|my (?:id|passport|licence|license|papers|badge) (?:was|were) (?:still )?(?:at|in|on) (?:the|my|another)\b",
        r"(?:nobody|no one|no-one) (?:there )?to (?:visit|see|meet)|(?:empty|dark) (?:room|house|flat)\b",
        r"(?:turned|sent|packed) (?:me|us) (?:round|around|off|away|back)",
        r"stopped (?:admitting|letting|accepting|taking) (?:visitors|people|us|anyone|in)",
        rf"(?:would|did|could)(?:n'?t|nt| not|nae) (?:admit|receive|let) (?:me|us|visitors|anyone){_DO}",
        r"(?:i|we|had to|then|and|so) turn(?:ed)? (?:round|back|around)\b(?! and (?:saw|said|asked|laughed))",
        r"(?:(?:he|she|they) )?(?:did ?n'?t|did not|would ?n'?t|would not|refused to) (?:wanna|want to|wish to"
        r"|fancy) "
        r"(?:come|coming|go|going) out",
        r"(?:failed|were unable|was unable) to (?:meet|see|visit|get|go)",
        r"(?:i|we) (?:thought|thort|thot|thawt) it (?:was|woz|wuz) (?:the|next|on|tomorrow|this|a|\w+day)",
        # as those write who are new to the language
        rf"(?:{_VISIT}|hour)(?: (?:with|to|of|at) \S+)?(?: today| yesterday| (?:on )?\w+day)? (?:was|were) not"
        r"(?=\s*(?:$|[.,;:!]|because|as|since|he|she))",
        rf"no {_VISIT} (?:was|were)\b",
        r"(?:i|we) not (?:meet|met|see|saw|seen|visit|visited|go|went|gone)\b",
        r"(?:i|we) (?:was|were|got|had been) (?:sent|turned) (?:away|back)\b(?! (?:from|to) )",
        r"(?:and|but|then|only to be|was|were|been) told (?:that )?(?:he|she|they|\w+)(?:'d| had| was| were"
        r"| has| is)?"
        r" (?:just |already )?(?:gone|been (?:moved|taken|shipped|released|transferred|deported|discharged)|out"
        r"|away|at court|in court|in hospital|checked out|not there|asleep)\b",
        r"visits (?:was|were|had|are)(?: \w+)? (?:over|finished|ended|closed|done)\b",
    ),
)
# A client right behind it.
NOT_REACHED = lazy(
    r"\b(?:never|did ?n'?t|did not|could ?n'?t|could not|failed to) (?:quite |even |actually )?(?:reach(?:ed)?"
    r"|(?:got|get|made it|make it|went|go) (?:over |up |round |out )?(?:to|as far as)) $"
)
# Whoever writes so has been at the door: "so no visit today" is then no plan.
WAS_THERE = lazy(
    r"\b(?:knock\w*|rang the bell|(?:i|we) ring(?: the bell)?|wait(?:ed)?|when (?:i|we) (?:got|came|arrived|went)"
    r"|(?:i|we) (?:got|came|arrive[ds]?|went|go) (?:there|to|at)|turned up|at (?:the|his|her|their) (?:door|gate)"
    r"|(?:is|was) not (?:there|in|home)|nobody|no one|no answer)\b"
)
NOT_MISSED = lazy(
    r"\bif (?:\w+ )?$|\b(?:will|'ll|to) be $|\btelling \w+ (?:that )?(?:the )?$"
    r"|\byou(?:['’]d| would| could| might) have $|\b(?:nearly|almost|would(?:n'?t"
    r"| not) (?:have )?|never|won't"
    r"|i thought (?:i|we) had|(?:any|the) (?:past|old)"
    r"|if (?:i|we|he|she)"
    r"|have(?:n'?t| not) )\s*$"
)
_SORRY = (
    r"(?:(?:dear|hi|hello|hiya|hey|morning|evening|afternoon|good (?:morning|evening"
    r"|afternoon))\b[^,.!\n?–-]{0,30}[,.!–-]+\s*)?"
    r"(?:(?:oh|ah|sorry) (?!(?:no|not|yes|i|it|we|he|she|they|that|the|my|for|to|about|dear|but|all|you|this"
    r"|had)\b)\w+,? )?"
    r"(?:(?:ah|oh|sorry|so sorry|um|well|i'?m afraid|i am afraid|alas|apologies|sadly|unfortunately|hmm|er|eh"
    r"|actually|so(?=,? no\b))[ ,.!-]*)*"
)
_PLAIN_NO = (
    r"no+\b(?!\s*(?:prob\w*|worr\w*|concern\w*|issue\w*|complaint\w*|trouble\w*|bother|hassle|hitch\w*|receipt\w*"
    r"|expens\w*|costs?|miles?|mileage|spend\w*|money|claim\w*|drama\w*|news|doubt|less|sooner|need|fuss|change\w*"
    r"|further|remark\w*|comment\w*|observation\w*|tantrum\w*|quarrel\w*"
    r"|charge|harm|more|other|fees?|surprise\w*|accident\w*|incident\w*|rush|hurry|pressure|stress|biggie|sweat"
    r"|question"
    r"|conflict\w*|clash\w*|obstacles?|objections?|impediments?|alterations?|amendments?|reminders?"
    r"|idea|wonder|reason|difficult\w*|\d)\b)"
)
# "He didn't", "we couldn't, sorry": whole in itself; "he didn't stop talking" is no answer.
_BARE = (
    r"(?=\s*(?:$|[.,;:!?()–—-]|because\b|as\b|cos\b|since\b|sorry\b|sadly\b|unfortunately\b|today\b|yesterday\b"
    r"|this\b|on\b|last\b|i'm afraid|im afraid|in the end|after all|though\b|but\b|due\b|and\b))"
)
NO = lazy(
    rf"^\W*{_SORRY}(?:{_PLAIN_NO}|(?:nope|impossible|out of the question|no chance|nah|naw|na|negative|non|nein"
    rf"|nie|afraid not|(?:i|we|it|he|she) (?:did|could|was){NT}{_BARE}|(?:did|could){NT}{_BARE}"
    rf"|i'?m afraid (?:not|(?:it|that) (?:did|does|wo|ca|is|will){NT}(?= *(?:$|[.,;:!–—-]"
    rf"|stand|suit|work|hold)))|not (?:this (?:time|week|month)|today|yesterday|really"
    rf"|quite|i'?m afraid"
    rf"|so far|yet|as such|exactly)"
    r"|not\b(?=\s*(?:$|[.,:;!–—-]))"
    r"|not (?:this |on )?(?:\w+day|tomorrow)(?=\s*(?:[,.!–-]\s*)?(?:$|sorry|soz|i'?m afraid|i am afraid|alas"
    r"|unfortunately|sadly|because|i can))|sadly not|unfortunately not|regrettably not|alas no|لا|ні|нет|na hin)\b)"
)

# "No no, it was lovely": an answer to a question that nobody asked.
NO_BUT_FINE = lazy(
    r"^\W*(?:no+\W+)+(?:it|that|he|she|they|we|all|everything)(?: all)? (?:was|were|had|went|is|fine|good|ok|well)\b"
    r"(?: \w+){0,2}? ?(?:lovely|great|good|nice|fine|ok|okay|grand|brilliant|fantastic|super|wonderful|well|better)\b"
    r"|^\W*(?:no+\W+)+all (?:fine|good|well|ok|okay)\b"
)
# "No show-stoppers", "no dogs this time": perhaps of something else than the visit.
NO_THING = lazy(
    r"(?<=no) (?!(?:i|it|we|he|she|they|not|sorry|im|i'?m|i'?ve|afraid|unfortunately|sadly|regret\w*|my|the|his"
    r"|her|because|as|cos|can|can'?t"
    r"|could\w*|did\w*|was\w*|were|had|has|have|this|there|nobody|visit\w*|luck|joy|dice|way|chance|go|thanks?"
    r"|thank|on|again|he'?s|she'?s"
    r"|they'?d|dear|love|pet|but|and|so|at|in|today|yesterday|\w+day|actually|really)\b)\w+"
)
WITH_OTHERS = lazy(r"\b(?:with|by) (?:the|his|her|a|an|some|staff|reception|security|my|others?|another)\b")
_ABLE = r"(?:be able to|get to|be)"
_OBJECT = (
    rf"(?:(?:go|make|come|visit|do|manage|get|see|meet|attend|be)(?=\s*(?:$|[.,;:!?()–—-]|it\b|this\b|that\b|our\b"
    rf"|my\b|the\b(?! (?:training|meeting|social"
    rf"|agm|party|course|form))|next\b|to\b|because\b|as\b|cos\b|due\b|on\b|in\b|for\b|there\b|{_HIM}\b|{_WHEN}\b"
    rf"|tomor|tmrw|2moro|until|till|after|before|up\b|over\b|round\b|with\b"
    r"|\w+(?:[-/]\w+)?\b))|keep (?:my|our|the) (?:visit|appointment|date)|honour)"
)
CANNOT = any_of(
    rf"(?:ca(?:n'?t|nt|nnot|n not|nnae|nna)|(?:wo(?:n'?t|nt)|will not|'ll no[ta]?|wi'?ll no|shan'?t|shall not"
    rf"|sha'nt|winna"
    rf"|willnae) {_ABLE}|(?:unable|not able|no able|not going"
    rf" to be able|not gonna be able|isn't possible|impossible for me|not possible for me|struggling) to"
    rf"|could(?:n'?t|nt| not|nae) (?=[^.;!?]*(?:tomorrow|next)))"
    rf"(?: now| really| actually| after all| possibly)? {_OBJECT}",
    r"(?:wo(?:n'?t|nt)|will not|'ll no[ta]?|shan'?t|shall not|not going to|not gonna|winna|willnae) (?:make"
    r"|manage|be (?:there|with (?!you|us)"
    r"|going|seeing|visiting|coming|in|along"
    r"|at)|go (?:to see|on|tomorrow|today|this)|see (?:him|her|them)|visit|get (?:to|there)|come|do (?:it|him|her"
    r"|the))",
    r"(?:must|have to|need to|got to|gotta|going to have to|gonna have to|will have to|'ll have to|having to"
    r"|had better|want to|wish to) (?:cry off|cancel|call off|call it off|miss|withdraw|stand down|decline|forgo"
    r"|pass(?! (?:an?|his|her|their|my|the|some|that|this|on (?:a|the|his|her|your|my)) (?:\w+ ){0,2}(?:exams?"
    r"|tests?|course"
    r"|interview|checks?|theory|assessment|message|driving|regards|thanks|news)"
    r"| (?:it|this|that|them|these|everything|all|what \w+ \w+) (?:on|up|along|over|to)\b| on (?:what|it|this"
    r"|that\b|to|any\w+|every\w+|all))"
    r"|skip|pull out|back out|bow out|drop out|beg off|postpone|put off|give (?:\w+ ){1,3}a miss|let (?:\w+"
    r") down|duck out|scratch|bail|sit (?:this|it) out"
    r"|take a rain ?check|leave it|excuse myself)",
    r"(?:i am|i'm|im|am|are|we're) (?:cancelling|canceling|calling off|crying off|pulling out|bailing"
    r"|having to cancel)",
    rf"(?:please )?cancel (?!(?:any|all|every) (?!vis|sess))(?:my \d[\w.:]*(?= with)|my|our|the|this|\w+day's"
    rf"|tomorrow's|today's|\w+) ?{_VISIT}?",
    rf"(?:{_VISIT}|it|\w+day|tomorrow|today|tonight|tonite|tomoz|tmrw|this (?:afternoon|evening))(?: tomorrow| today"
    rf"| on \w+| with \S+| to \S+| (?:on )?\w+day)?(?:'?s"
    rf"| is| will be| has to be) (?:off|cancelled|canceled|called off|a no\b|scuppered|kaput|scrapped|out of"
    rf" the question"
    rf"|a no-go|not (?:happening|possible|going to happen|on)|a non-starter|out)",
    r"(?:isn't|is not|not|won't be) (?:going to happen|happening|possible|gonna happen)",
    r"(?:count|rule) me out|not (?:be )?available (?:on|this|for|tomorrow|today)|no can do|begs? to be excused"
    r"|beg to be excused",
    r"(?:apologies|apols|sorry) (?:for|about) (?=(?:mon|tues|wednes|thurs|fri|satur|sun|tomorrow|today))",
    r"give (?:it|this|\w+day|tomorrow|today|\w+day's visit) a miss",
    r"(?:must|have to|need to|got to|gotta|obliged to|forced to) (?:vacate|forgo|relinquish|abandon|abort|adjourn"
    r"|drop|lose"
    rf"|forfeit|sacrifice|set aside|give up) (?:\S+ ){{0,3}}?{_VISIT}",
    r"(?:kills?|scuppers?|rules? out|puts? paid to|knocks? out|does for|prevents?|precludes?|spoils?|wrecks?"
    r"|ruins?|dishes"
    rf"|puts? the kibosh on) (?:\S+ ){{0,3}}?(?:{_VISIT}|trip)",
    r"(?:told|tell|telling|warned) (?!me\b|us\b)(?:him|her|them|\w+) (?:that )?(?:not (?=tom|tod|ton|this|on"
    r"|\w+day)|i (?:can'?t|cannot|shan'?t|won'?t"
    r"|am not|'m not))",
    rf"(?:so|therefore|hence|means|there(?:'s| is| will be|'ll be)) no (?:{_VISIT}|\w+ (?=today|tomorrow|tonight"
    rf"|this|\w+day))",
    r"(?:^|(?<=[ ,;]))so (?:i'?m |im |we'?re |i am |we are )?not (?:going|coming|visiting|seeing)\b",
    rf"(?:{_VISIT}|trip|\w+day)(?: (?:to|with|of) \S+)? (?:is|will have to be|has to be|'s) (?:a write-?off"
    rf"|off the cards|off the"
    rf" table|by the board|a goner|dead in the water|down the drain)|go by the board",
    r"\w+day (?:is|'s) (?:no good|out)\b|\w+day (?:won't do|does ?n[o']?t (?:work|suit))",
    r"take (?:me|us) off (?:for|on|the)",
    r"(?:tomorrow|tmrw|today|\w+day) (?:is |'s )?(?:quite |just |simply )?(?:(?:not|no) possible"
    r"|impossible(?! (?:to|not)\b))|(?:it is|it's|its) impossible (?=on |for me on |tomorrow|this)|(?:can ?not"
    r"|can'?t|cant) for (?!long|ever)",
    r"(?:n|and|&) (?:me|i) (?:are |is |r )?not (?:meeting|going|seeing)\b",
    r"too (?:ill|poorly|unwell|sick|tired|busy|rough) to (?:go|visit|make|come|see|travel|drive|get)",
    r"(?:agreed|decided) to (?:skip|miss|cancel|leave)",
    r"(?:(?<=\bi )|(?<=\bwe ))(?:do not|don'?t|am not|are not) (?:go|come|visit|see (?:him|her|them)|going"
    r"|coming|visiting|seeing"
    r"|doing)(?=\s*(?:$|[.,;:!]|to\b|with\b|in\b|over\b|there\b|him\b|her\b|today|tom|this|on\b|mon|tue|wed|thu"
    r"|fri|sat"
    r"|sun|because|\w+ (?:today|tom|this|on|mon|tue|wed|thu|fri|sat|sun)))",
    r"(?:(?<=^)|(?<=[.,;!] )|(?<=so )|(?<=but )|(?<=and )|(?<=i'm )|(?<=im ))not (?:doing|going|seeing|visiting"
    r"|coming)"
    r"(?= (?:\w+ )?(?:today|tom|this|mon|tue|wed|thu|fri|sat|sun))",
    r"(?:stopping|stoppin|staying|stayin|keeping) (?:in\b|indoors|at home|put)",
    r"(?:won'?t|will not|not) be (?:fit|able|well enough|safe|up) to (?:drive|travel|go|visit|come|make)",
    r"cancelling|has (?:been )?cancelled (?=[^.]*(?:tomorrow|next))",
    # of the client, who will have to do without the writer
    r"(?:(?<=(?:have|need) to )|(?<=has to )|(?<=must )|(?<=will )|(?<='ll )|(?<=shall )|(?<=gonna ))(?:just )?(?:do"
    r"|manage|cope|make do|get (?:by|along)|muddle (?:on|through|along)|go|survive) (?:without|w/o"
    r"|wi'?(?:th)? ?out) (?:me|us)\b",
)
# "He has the dentist this afternoon, so no visit today": to come, though it is today.
SO_NO_VISIT = lazy(
    r"^(?!.*\b(?:was|were|had|got|went|turned|arrived|did)\b).*\b(?:so|hence|means|therefore),? (?:there(?:'s"
    r"| is) )?no "
    r"(?:visit|session|outing|meeting|\w+) (?:today|tonight|this (?:morning|afternoon|evening))"
)
# Illness and the like, in an answer to "are you coming?": that means no.
UNWELL = any_of(
    r"laid (?:up|low)|(?:got|have|having|had|with|caught|is) (?:a |the |an )?(?:\w+ )?(?:cold|flu|covid|bug|fever"
    r"|chest"
    r"|infection|migraine|temperature|hearing|funeral)",
    r"(?:i'm|i am|im|am|is|been) (?:\w+ )?(?:ill|sick|poorly|unwell|rough|bedridden|in bed|in hospital)",
    r"(?:must|have to|need to|got to) (?:go|travel|fly|work|stay)\b|(?:mother|father|mum|dad|son|daughter|wife"
    r"|husband) (?:has )?"
    r"(?:fell|fallen|died|had)|called in to work|emergency",
    r"not (?:good|well|great|fit)\b|(?:back|knee|hip|car|voice) (?:has |'s )?(?:gone|went|broke\w*|given (?:up|out"
    r"|way)|died)",
)
# An answer to "are you coming?" that needs no object.
# "I can't wait", "won't be late", "I can't see why not": no refusals.
IDIOM = (
    r" (?:help|wait|complain|think|imagine|believe|fault|say|hear|find|remember|recall|tell|forget|be (?:late|long"
    r"|sure|certain|happier|bad|too|disappoint\w*|forgetting|missing)|see (?:any\w*|much|the point|straight|past"
    r"|through|properly|a reason|why|how|that|what"
    r"|it being)"
    r"|thank|stress|come soon enough|miss|let (?:you|him|her|them|everyone)|disappoint|bore|keep (?:him|her|them)"
    r"|promise|wish|recommend|praise|overstay|ever|go wrong|hurt|bring|have (?:anything|it any)|cancel|pull out|mind"
    r"|need|want)\b"
)
CANT = lazy(
    r"\b(?:i|we)?\s*(?:ca(?:n'?t|nnot|nt|nnae)|won'?t|unable|not able|not free|not around|not available|working)\b"
    rf"(?!{IDIOM})"
    r"|\b(?:i am|i'm|im|am|find myself|we are|be) (?:\w+ )?prevented\b(?! from (?!com|visit|go|attend|see|keep"
    r"|travel))"
    r"|\b(?:strike|cross|scrub|score|rub|take|wipe|delete|remove|scratch) (?:it|this|that|this one|that one|tomorrow"
    r"|\w+day|the \d+\w*)(?:'s)? (?:out\b|off (?:the|your|our|my) (?:book|diary|calendar|list|rota)"
    r"|from (?:the|your|our|my) (?:book|diary|calendar|list|rota))"
    r"|\b(?:is|'s) a (?:wash-?out|non-?runner|no-?goer)\b|\bdouble[- ]booked (?:myself|me)\b|\b(?:i am|i'm|i've"
    r"|i have|am|been) (?:been )?double[- ]booked\b"
    r"|\b(?:scrub|scratch) (?:it|this|that|tomorrow|\w+day|the \d+\w*)\b"
)
PERIOD = lazy(
    r"\b(?:until|till?|untill|in that time|from\b[^.;]{1,40}\bto\b|between|while|for (?:a|the|two|three|four|five"
    r"|six|\d+|several|a few|some)"
    r" (?:\w+ )?(?:days?|weeks?|months?|while)|any ?more|all of|going forward|in future|on (?:a )?(?:mondays"
    r"|tuesdays|wednesdays|thursdays|fridays"
    r"|saturdays|sundays)|every|before (?:then|that|the|\d))\b"
)
NOT_A_VISIT = lazy(
    r"\b(?:training|supervision|agm|committee|social evening|social event|coffee morning|newsletter|course"
    r"|workshop|induction|away day|team meeting|zoom"
    r"|interview|dentist|doctor'?s|gp|home office|(?<=the )meeting|solicitor'?s?|court(?! so)|wedding|funeral"
    r"|holiday|hospital"
    r"|surgery|meeting with you|christmas party|dbs"
    r"|form|claim|receipts?|phone|office)\b"
)

"""Weaker ways to say that a visit was or will be none: they count only beside a day and a client, or a question.

Whatever stands here is always asked about; what is plain stands in `unkept`. All expressions are for folded text.
"""

from mailbot.expressions import any_of, lazy
from mailbot.reading.words.visit_words import NT

VISIT = r"(?:vis+it\w*|session|outing|meet-?up|catch-?up|meeting|slot|get-together)"
_DROP = (
    r"(?:skip|miss|drop(?! (?:him|her|them|in|by|round|over|off|back|\w+ (?:back|off|home|round))\b)|bail|ditch"
    r"|scrap|scrub|abandon|forgo|cancel|postpone|rearrange|call (?:it|\w+) off|turn back"
    r"|pull out|back out|bow out|drop out|duck out|opt out|cry off|beg off|put (?:\w+ )?off|withdraw|stand down"
    r"|let \w+ down|disappoint|stay away|keep away|give (?:\S+ ){1,2}a miss|pass on(?! (?:my|his|her|the|your"
    r"|what|it|this|that\b|to|any|every|all))"
    r"|leave it(?! (?:at|in|on|with))|leave (?:him|her|them) (?:be|for|this|until|till))"
)
_HAVE_TO = r"(?:have|has|had|got|need|ought|obliged|forced|decided|agreed|chosen|going|want|wish|like|must)"
# Of a visit that was to be.
PAST = any_of(
    r"(?:would|'d|should|might|ought to|meant to|supposed to) have (?:been|seen|gone|visited|met|made|come|got"
    r"|liked"
    r"|loved|called|popped|taken)\b(?=[^.;!?]*(?:,|\bbut\b|\bonly\b|\bhad\b|\bif\b))",
    r"(?:was|were) (?:meant|supposed|due|going|hoping|planning|set|down|booked|scheduled|looking forward) (?:to "
    r"(?:see|visit|meet|go|be|pop|call|take|seeing|visiting|meeting)|in with|at|with|for)\b",
    r"(?:almost|nearly|very nearly) (?:got|saw|made|went|met|reached|managed)\b",
    rf"{_HAVE_TO} to {_DROP}",
    r"a (?:bust|flop|shambles|fiasco)\b|kept (?:me|us) out|(?:went|came) (?:home|away)\b(?! (?:happy|smiling"
    r"|full|late|tired|with (?!out|nothing|no\b|empty)|muddy|laden|singing|laughing|soaked|wet))"
    r"|(?:could|would|'d) have (?:sworn|bet) (?:that )?(?:it|that|this|the visit|we) (?:was|were) (?:\w+ )?"
    r"(?:next|today|tomorrow|this|on|the|\w+day)"
    r"|(?:(?:was|were|felt) (?:quite |so |absolutely )?(?:convinced|certain|sure|positive)|under the impression)"
    r" (?:that )?(?:it|that|this|the visit) (?:was|were) (?:next|today|tomorrow|this|on|the|\w+day)"
    r"|woke (?:up )?with|every intention of|went up in smoke|came and went without|wires crossed|(?:had|has"
    r"|have) to be (?:dropped|cancelled|scrapped"
    r"|abandoned|called off"
    r"|postponed|skipped|put off)|kept to (?:his|her|their) bed|would see (?:nobody|no one)|cried off|owe (?:him"
    r"|her|them|\w+) an apology"
    rf"|(?:i|we) no (?:see|meet|visit|go)\b|did{NT} manage|(?:i|we) (?:let it slip|must confess)|without (?:me "
    rf"|us )?(?:seeing|visiting)"
    r"|(?:all set|ready|booked) for\b(?=.*\b(?:then|but|only|when)\b)",
    r"(?:stood|waited|hung (?:about|around)|hanging (?:about|around)|sat)(?! on hold) (?:\w+ ){0,6}?(?:\d+ ?min\w*"
    r"|(?:half )?an hour|ages)\b"
    r"(?=.*\b(?:then|before|but|only)\b)|grounded[^.;]{0,25}\bso (?:that'?s that|no|i)\b",
    r"(?:cou?l?d|cudn?)n?'?t (?:see|c|get to|visit|meet|go)\b(?!.*\b(?:tomorrow|next)\b)",
    r"with (?:him|her|them) nothing\b",
    r"(?:skipped|ditched|bottled|dodged|ducked|missed|(?<!have )failed(?! (?:it|his|her|their|my|an?|both|again"
    r"|on)\b)|let down)\b",
    r"let \w+ down\b",
    r"turned (?:me|us) down|stood (?:me|us) up|(?:put|fobbed|cried|begged) (?:me |us )?off",
    r"came to (?:nothing|naught|nowt)|went (?:by the board|west|wrong|to pot|pear[- ]shaped)",
    r"(?<!\bi )(?<!\bwe )(?<!\bhe )(?<!\bshe )(?:was|were|got|been|being) (?:all )?(?:pulled|scrapped|abandoned"
    r"|aborted|axed|shelved"
    r"|binned|scuppered|halted|suspended|called off|cancelled|canceled|postponed)",
    r"(?:was|were|got|been|being) (?:refused|stopped (?:at|by|from)|put off|denied|thwarted|barred)",
    r"non-?starter|wash-?out|write-?off|no-?go|dead loss|wild goose chase|not to be\b",
    r"that was that|gave (?:it )?up\b(?! (?:smoking|drinking|sugar|meat|his|her|their))|no such luck|nothing doing",
    rf"(?:refused|declined|turned down) (?:his|her|the|my|our|a|their) {VISIT}",
    r"by the time (?:i|we) (?:got|arrived|reached|came|made)",
    r"only to (?:be told|find|hear|learn|discover)",
    r"slipped (?:my|our) minds?|(?:went|gone) (?:\w+ )?out of my (?:head|mind)|mixed up|muddled up"
    r"|(?<!not )(?<!never )(?<!n't )forgot(?:ten(?= (?:me|us|our|about|all|to|it|the (?:visit|day|date))\b))?\b"
    r"(?! (?:(?:his|her|their|my) (?!visit|session|appointment"
    r"|slot|hour)\w+|about me not)\b)"
    r"(?! (?:\w+ )?to (?:tell|say|write|report|log|mention|send|reply|answer|confirm|let|put|note"
    r"|e-?mail|claim|ask"
    r"|add|include))"
    r"|got (?:the|my) (?:days?|dates?|weeks?|times?) (?:wrong|mixed|muddled|confused)",
    r"ended up (?:not|staying|at home|in (?:bed|a&e|hospital|casualty)|turning|going (?:home|back)|stuck)",
    r"stayed (?:at home|in bed|indoors|put)|spent (?:it |the \w+ )?in (?:bed|a&e|casualty|hospital)",
    r"(?:gave|given) (?:\S+ ){1,2}a miss",
    r"(?:had|'d|was|were|been|got) (?:already |just )?(?:left for|gone (?:to|out|off)|shipped (?:out|off)"
    r"|transferred"
    r"|moved (?:out|on|to|that)|called to|taken (?:to|off)|released|deported)",
    r"shipped (?:him|her|them) (?:out|off)",
    rf"(?:would|did|could){NT} (?:have (?:me|us)|see (?:me|us)|be (?:seen|woken|bothered)|get (?:in|through|there"
    r"|over|out|away|past)|make it)",
    rf"(?:was|were|did|could|had|would){NT} (?:feeling |feel )?(?:up (?:to|for) (?:it|a visit|me|company)"
    rf"|well enough"
    r"|able|possible|allowed|ready|to go|proceed|go ahead)",
    rf"(?:did|would|could|was|were){NT} (?:fancy|feel (?:up|like (?:it|a visit|seeing|company|coming))|bother"
    rf"|dare|face it"
    r"|hear (?:me|the)|wake|want (?:it|me|us|visitors|company|a visit|to (?:know|see (?:me|us)|come|go|be seen)))",
    r"other plans|hammered on the|rang and rang|kept missing each other|like a lemon|instead of (?:seeing"
    r"|visiting)",
    r"(?:unable|failed|too \w+) to (?:go|get|see|visit|meet|attend|make|hold|have|keep|do)",
    r"never (?:(?:did|was|got)(?! (?:logged|recorded|reported|written|sent|entered|put|noted|filed|mentioned"
    r"|told|paid"
    r"|claimed|to (?:log|record|report|write|send|tell|say)|(?:a|any) (?:problem|bother|trouble|doubt))\b)"
    rf"|happened|went|met|made|saw|seen)|so no (?!worr|prob|harm|need|more|wonder)\w+|no {VISIT}",
    r"knock\w*\b[^.;!?]{0,80}\b(?:is|has|had|was) (?:already |just )?(?:gone|left|away|out|taken|moved)\b",
    r"(?:reception|receptionist|guard|security|officer|neighbour|staff|manager|desk|flatmate|they|lady|man"
    r"|porter) (?:say|says|said|told me|tell me|tells me) (?:that )?"
    r"(?:he|she|they)(?:'s| is| was| has| had| have| are| were)? (?:just |already )?(?:not|no|go|gone|went|going"
    r"|out|away|move|moved|left|leave|sleep|asleep|sleeping)\b",
    r"locked (?:out(?! of (?:my|his|her|their|the|an?) (?:e-?mails?|inbox|account|laptop|phone|computer))"
    r"|the gates?)|(?:found|was|were) (?:all )?(?:shut|closed|locked)\b",
)
# Of a visit to come.
AHEAD = any_of(
    r"(?:must|has to|have to|will have to|needs to|should|ought to|had better) (?:\w+ )?be (?:struck|scrubbed"
    r"|scratched"
    r"|crossed|deleted|dropped|cancelled|canceled|called off|postponed|put off|taken off|removed)\b",
    r"(?:^\W*|(?<=[.,;:] ))(?:(?:kindly|please|pls|do|could you|can you) )*(?:strike|scratch|scrub|cross|delete)"
    r"(?: (?:out|off|through|from))? (?:my |the |our )?(?=\w+day|visit|session)",
    r"(?:tell|let|says?|said)(?: (?:her|him|them|\w+))?(?: know)?(?: that)? no (?:visit|mon|tues|wednes|thurs"
    r"|fri|satur|sun)\w*",
    r"put (?:me|us) off (?:for )?(?=tom|today|tonight|this|on|\w+day)",
    rf"(?:{_HAVE_TO} to|must|'d better|had better|will|shall|'ll|ought to|let me|i'd rather) {_DROP}\b",
    r"(?:giv(?:e|ing)|gave) (?:\S+ ){1,3}(?:a miss|a swerve)|(?:cross|strike|scratch|take|rule|count"
    r"|scrub) (?:me|us|my name|him) (?:off|out)"
    r"|(?:i|we) (?:can|could) ?(?:not|n'?t)\b(?=\W*(?:$|[,.;]))|(?:thurs?|tues?|mon|weds?|fri|sat"
    r"|sun)(?:day)? off\b|skipping",
    r"(?:bowing|dropping|pulling|backing|ducking|crying|opting|bailing|begging) (?:out|off)",
    r"(?:had|have|has|'ve|'s|am|i'm|been) (?:had to )?(?:pull(?:ed)?|drop(?:ped)?|back(?:ed)?|bow(?:ed)?) out",
    r"(?:^|(?<=please )|(?<=pls )|(?<=[,;] )|(?<=can you )|(?<=could you ))(?:skip|scrap|scrub|cancel|axe"
    r"|bin(?! (?:to|at|in|round|over))|drop"
    r"|call off|postpone|shelve|forget)\b(?! (?:me|us|in|by|round|off|it if|the news"
    r"|(?:the|my|that|this|what|all) (?:\w+ )?(?:heading|subject|title|e-?mails?|mails?|message|note|text|claim"
    r"|figures?|sum|amount|line|above"
    r"|i (?:sent|wrote|said|put|told))))",
    r"(?:scrubbed|scrapped|shelved|postponed|postponing|cancelled|canceled|called off|axed|pulled|binned"
    r"|suspended)",
    rf"(?!went\b)(?:i|we|it|that|this|and me|{VISIT}|\w+day)(?:'m|'re|'s| am| are| is| will| shall| do| does"
    rf"| can| could)?"
    r"(?:n'?t|nt| not|not)(?: now| actually)?(?: be)? (?:coming|going|meeting|seeing|visiting|taking place|there"
    r"|happening|come|go|make it|work|suit|possible|able|available|fit|on|doable|convenient)\b",
    r"(?:wo|ca|is|are|does|do|will|can|shall)(?:n'?t| not) (?:be )?(?:work|suit|taking place|happening"
    r"|going ahead|there|do it|meeting"
    r"|coming|go ahead|come|make it)\b",
    r"(?:not|never) to (?:come|bother|visit|call|go)\b|ask(?:s|ed|ing)? (?:me|us) to (?:leave|skip|miss|forget"
    r"|drop|come another|put)\b|would(?:n'?t| not) come\b",
    rf"(?:does|do|did|would){NT} (?:want|need|fancy|feel like|wish) (?:(?:a|any|his|her|the|my|to be) )?(?:{VISIT}"
    r"|me\b|us\b|company|to (?:see|meet|come|be seen|go))",
    r"(?:better|best|rather|sooner|prefer) (?:i |we |if i |if we |that i )?(?:not|did ?n'?t|did not|left|leave"
    r"|stay(?:ed)? away|keep away|kept away|skip)\b",
    r"put(?:ting)? (?:me|us|it|him|her|them) off\b(?! (?:my|his|her|the|by|eating|food))",
    r"(?:will|'ll|has to|have to|must|can) (?:have to )?wait\b(?! (?:for|in|at|with|outside))",
    r"(?:be )?excused from|(?:knock|rul)(?:s|es|ed)? out|(?:sooner|rather|prefer to) be left"
    r"|forget (?:about )?\w+day\b"
    r"|rain ?check|double[- ]?booked|clash(?:es|ing)?\b|chang(?:ed|ing) my mind",
    r"(?:some)?thing(?:'s| has| have| had)? (?:come|cropped|turned|popped) up|something (?:else )?on\b",
    r"(?:we'?re|i'?m|we are|i am|we'?ll|i'?ll|and) (?:leav(?:e|ing)|giv(?:e|ing)) it\b(?! to)",
    rf"(?:{VISIT}|it|\w+day)(?:'s| is| has been) (?:off|out|scrapped|no good|a no)\b|off the cards|write-?off",
    r"(?:stopped|suspended|cancelled|halted|closed|banned)(?: all)?(?: the)? (?:visits?|visiting|visitors)",
    r"(?:no|not any) (?:visits?|visiting|visitors)\b(?! (?:from me|for (?:a|the|me)))",
)
# What is a reason only where we asked "are you coming?".
EXCUSE = any_of(
    r"let (?:me|us) down",
    r"(?:called|needed|wanted|stuck|held up) (?:in|at|into|back)(?: to)? (?:work|the office|school|hospital)",
    r"(?:no|lost my) (?:lift|car|transport|babysitter|childminder|sitter)",
    r"(?:at|got|have|is|it's) (?:a|the|my|our|his|her|\w+'s) (?:\w+ )?(?:funeral|wake|christening|hearing"
    r"|operation)",
    r"(?:i'm|im|i am|we're|we are|i'll be|i will be) (?:still )?(?:in|abroad|away|stuck|snowed|stranded|working|on"
    r" (?:a course|call|nights|shift|holiday|leave))\b",
    r"(?:strikes?\b(?! (?:my|it|this|out|the|off))|lockdown|norovirus|outbreak|quarantine|flooded|snowed)\b",
    r"(?:court|appointment|hospital) (?:that|the same|on the) (?:day|morning|afternoon)?",
)
# Done or to be done after all: "but yes, we met", "yet we had our hour", "so I'll be there".
_BUT = r"(?:but|yet|still|though|anyway|however|luckily|thankfully|fortunately|mercifully|happily|in the end|even so)"
_DID = (
    r"(?:did\b(?!n| not)|had|sat|played|met|got (?:in|there|my|our|the|to)|stayed|spent|chatted|talked|managed"
    r"|made it"
    r"|saw|cooked|read|drank|ate|watched|stuck|walked|had|enjoyed|laughed|went\b(?! (?:home|back|away|to (?:the|a)"
    r"|for)))"
)
AFTER_ALL = lazy(
    rf"\b{_BUT}\b[^.;!?]{{0,40}}?(?:\b(?:yes|yep|yeah|aye)\b|\b(?:i|we|he and i)(?:'d|'ve)?"
    rf"(?: (?:still|eventually|finally|managed to|both|all|just|then|did|have|had|got to))*? {_DID}"
    r"|\b(?:the |our |my )?(?:visit|it|rest|hour|all|he|she) (?:itself )?(?:was|went|is|seemed) (?:\w+ )?(?:lovely"
    r"|great|good|nice|fine|ok|okay|grand|brilliant|ahead|well|pleased|happy|chatty|cheerful)"
    r"|\b(?:had|was there|went ahead|still (?:met|went|saw|got))\b|came (?:\w+ )?(?:down|out|along)\b"
    r"|\bgot (?:my|our|the) (?:full |whole |usual )?(?:hour|visit|time|half hour|session)\b|\b(?:so"
    r"|then) (?:it'?s |that'?s )?(?:a )?(?:yes|yep)\b)"
)
# "The choir on Saturday is off": no visit.
THEIR_THING = lazy(
    r"\b(?:the|my|our|his|her|their|(?!(?:it|he|she|that|there|what|who|let|here|\w+day)'s)\w+'s) (?!visit"
    r"|session|outing"
    r"|hour|one\b|next\b|meeting|lift|car\b|bus\b|train|prison|wing|hotel|home|gate|officer|way\b"
    r"|\w+day\b)[a-z]+'?(?: (?!visit|session)[a-z]+)?"
    r"(?: on| this| next)*(?: \w+day)?(?: is| was| has been| are| were)? $"
)
A_BUS = lazy(r"\b(?:the|my|his|her) (?:bus|train|tram|lift|car|flight|class|course|choir|match|trip)\b[^.,;]*$")
OF_A_THING = lazy(
    r"(?:was|were|got|been|being|is|are|has|\w+day|cancel|scrapp|abandon|call|postpon|suspend|pull|shelv|bin|axe"
    r"|came|off"
    r"|clash|went|had|it)"
)
OF_A_DAY = lazy(r"(?:\w+day|thurs?|tues?|weds?|mon|fri|sat|sun)\b")
# Behind "I thought I'd have to cancel", where it goes on to the contrary.
THOUGHT = lazy(
    r"\b(?:thought|feared|worried|expected|assumed|reckoned|almost|nearly|was going to|were going to|might have"
    r"|would have|looked (?:like|as (?:if|though))|never|won'?t|will not|don'?t|do not|dont|not|no need to"
    r"|instead of|rather than)\b[^.;!?]{0,30}$"
)
OTHER_THING = lazy(
    r"(?: (?:for|on|to|at|in|from|my|his|her|their|the|a|an|smoking))* (?:bus|train|lunch|dinner|tea|match|film"
    r"|appointment|interview|hearing|school|college|exam|game|walk|flight"
    r"|parcel|letter|solicitor|doctor|dentist|gp|carer|church|mosque|football|gym|course|class|lesson"
    r"|benefits?|smoking|drinking|membership|holiday|birthday|bike|phone|medication|tablets|meeting with (?:his|her"
    r"|the))\b"
)
# What the client does to the visit.
THEIR_OWN = lazy(
    r"cried|call|ask|begged|backed|pulled|kept|gave|giv|would see|cancel|postpon|put|refus|declin"
    r"|stood|turned"
)
# Behind these a place is only where the client was.
GONE_TO = lazy(r"gone|moved|taken|called|left|transferred|shipped|locked")

"""An accident or a near miss that a message tells of, which a form and the register follow (duty L20)."""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.names import about
from mailbot.reading.words.sense import cut, fact, if_sure, said, with_client
from mailbot.workflows.safeguarding.mishaps import ASKS, ASSAULT, DENIED, ELSEWHERE, MISHAP, ON_THE_ROAD, TOLD

_HEIGHTS = (
    r"(?:the|his|her|their|a|my) (?:bike|bicycle|scooter|swing|skateboard|board|horse|pony|trampoline|slide"
    r"|climbing \w+|wall|roundabout|see-?saw|ladder|kerb|moped|sledge|rope|skates|tree house|monkey bars|pitch)"
)
_ACCIDENT = lazy(
    rf"\b(?:(?:came off|fell (?:from|out of)) {_HEIGHTS}|fell (?:off|over|down)\b"
    r"(?! (?:laughing|with laughter|backwards|[\w']+sel(?:f|ves)|the (?:wagon|moon)|my chair))"
    r"|graz(?:ed?|ing)\b|first[- ]aid\w*(?! (?:course|training|kit|box|certificate|refresher|class|badge|day"
    r"|skills))|(?<!by )accident(?!ally)|near miss|tripped(?! (?:me|us|him|her|them) up)|sprain\w*|splint(?:er|a)\w*"
    r"|scraped (?:his|her|their|my)|(?:bumped|banged|knocked|bashed|bruised|burn(?:t|ed)|trapped|stubbed|jammed) "
    r"(?:his|her|their|my) (?:\w+ )?(?:head|k?n(?:ee|e)|elbow|shin|thum\w*|finger\w*|hand|toe|foot|arm|leg|nose)\b"
    r"|cut (?:his|her|their|my) (?:\w+ )?(?:k?n(?:ee|e)|thum\w*|finger\w*|toe|foot|shin)\b"
    r"|slipp?ed (?:on(?! (?:my|his|her|their|our|a|an|some|the) (?:\w+ )?(?:coat|jacket|shoes?|slippers|jumper"
    r"|gloves?|boots?|cardigan|wellies|trainers|hat|fleece|ring|apron)\b)|over|off|down|up (?:on the (?:ice|wet"
    r"|step|stairs|floor|mud)|a step))|(?<!you a )(?<!me a"
    r" )(?<!one a )nose ?bleed|(?:stung|bitten) by"
    r"|scalded (?:him|her|them|my|his)\w*|we put ice|(?:put|stuck) a plaster"
    r"|accident book|(?:twisted|turned) (?:his|her|their|my) ankle|x-?rays? (?:shows?|showed|says?)|small break"
    r"|(?<!old )(?<!previous )(?<!zero )(?<!no )fractur\w+"
    r"|(?:came|come) off (?:the top of )?(?:the|his|her|their|a|my) (?:\w+ ){0,2}(?:pyramid|frame|climbing \w+"
    r"|zip ?wire|pony)"
    r"|landed (?:hard |badly |heavily )?on (?:his|her|their|my) (?:left |right |bad )?(?:wrist|arm|elbow|head"
    r"|back|shoulder|face|hip|knee)"
    r"|missed the (?:bottom |last |top )?step|went (?:my|his|her|their) (?:full )?length|went flying over"
    r"|took a tumble"
    r"|(?:in|into) a (?:dead )?faint|keeled over|(?<!nearly )(?<!almost )(?:slid|fell) off (?:the|his|her|their"
    r"|my) chair"
    r"|(?:dog|cat|horse|goose|swan) (?:bit|got|nipped|went for) (?:me|him|her|them)|brok?e? the skin|tet(?:a|e)?nus"
    r"|(?:lost|mislaid) (?:him|her|them) for (?:about |nearly |over |a good )?(?:\d+|\w+) ?(?:min\w*|hours?)"
    r"|(?:went|gone) (?:awol|walkabout)|wandered off (?:for|and)"
    r"|(?:slate|tile|branch|brick|ladder|shelf|sign|scaffold\w*|light|ceiling|lump of \w+)\b[^.;]{0,40}?"
    r"\b(?:came|fell|crashed|dropped) (?:off|down|from)\b[^.;]{0,60}?\b(?:where|missed|inch\w*|beside|next to"
    r"|in front of)"
    r")\b",
    re.IGNORECASE,
)
# A slip of paper falls behind the sofa, and nobody is hurt.
_MISLAID = lazy(
    r"\bit(?: had| has| must have|['’]d|['’]s)? (?:slid|slipped|fallen|fell|dropped|gone) (?:down|behind|beside"
    r"|under|between"
    r"|through|inside)\b",
    re.IGNORECASE,
)
# Who falls again and again on the ice falls in play; a surgeon's work is no accident.
_IN_PLAY = lazy(
    r"\A\W*(?:on (?:my|his|her|our) \w+ )?(?:loads|lots|a lot|a few times|(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|a dozen|about|\d+|several|many) (?:\w+ )?times|constantly|repeatedly|every (?:two|five|other|few) \w+)\b",
    re.IGNORECASE,
)
_AT_WORK = lazy(
    r"\bthe other (?:cook|chef|waiter|waitress|driver|nurse|teacher|cleaner|porter|lad|girl|receptionist|kp)\W*$"
    r"|\b(?:an?|the|another) (?:colleague|workmate|co-worker|sous ?chef|apprentice)\W*$|\b(?:having|to have|get"
    r"|getting)\W*$",
    re.IGNORECASE,
)
# Why the writer cannot come: what befell them at home is no accident of a visit.
_OWN = lazy(r"\b(?:i|i['’]ve|ive|i had)\b[^.;!?]{0,40}$|\A\W*$", re.IGNORECASE)
_CALLS_OFF = lazy(
    r"\b(?:can(?:['’]?t|not)|won['’]?t|not able to|unable to|(?:do|will|shall|must) not|don['’]?t|shan['’]?t)"
    r"(?: \w+){0,3} (?:come|go|make|visit|see|drive|manage|travel)\b|\b(?:be|is|it['’]?s) (?:off|given up"
    r"|cancelled)\b"
    r"|\bgiven up\b|\bcall(?:ed|ing)? (?:it )?off\b|\bcancel\w*",
    re.IGNORECASE,
)
_AT_A_VISIT = lazy(
    r"\b(?:visits? (?:hall|room|today|yesterday)|(?:at|on|in|during) (?:the|our|my|his|her|their) (?:visit|hotel"
    r"|hostel"
    r"|prison|centre|flat|house|stairs|steps|gate|ramp)|at (?:(?-i:[A-Z])\w+)['’]s|leaving|with him|with her)\b",
    re.IGNORECASE,
)
# On a stage everybody falls and nobody is hurt.
_ACTED = lazy(
    r"\b(?:as (?:banquo|macbeth|hamlet|juliet|romeo|the (?:giant|dame|wolf|villain|corpse|king|queen|ghost"
    r"|prince|wicked \w+))"
    r"|ketchup|with great conviction|to (?:great )?applause|the audience|slapstick|pratfall|in chapter \w+|fatally"
    r"|in the (?:sketch|story|comic"
    r"|panto\w*|play(?![- ]?(?:room|ground|area|park|\w)| area)))\b",
    re.IGNORECASE,
)

# "A grazed knee, mine": whether the writer's own scratch is for the register is asked.
_OF_WRITER = lazy(
    r"\b(?:mine|me,? not|on me\b|my own (?:fault|knee|shin)|only (?:my|the) (?:pride|dignity|ego)|with dignity)\b",
    re.IGNORECASE,
)


def accident(draft: Draft) -> Iterator[Fact]:
    """An accident or a near miss, which a form and the register follow (duty L20).

    It is unsure where the words are of a wider kind, in which other things are told too.
    """
    for pattern, doubt in ((_ACCIDENT, None), (MISHAP, "harm")):
        for sentence in said(draft):
            if doubt and ASSAULT.search(sentence.words):
                continue
            if (match := pattern.search(sentence.words)) and _befell(sentence.words, match.start(), match.end()):
                if _excuses(draft, sentence.words[: match.start()]):
                    continue
                fields = with_client(Fields(harm=sentence.words), if_sure(about(draft, sentence.words)))
                doubted = doubt or ("harm" if _OF_WRITER.search(sentence.words) else None)
                yield fact(draft, Kind.INCIDENT_REPORT, fields, cut(draft, sentence, Span(*match.span())), doubted)
                return


def _excuses(draft: Draft, before: str) -> bool:
    """Whether it befell the writer elsewhere, and is why they cannot come."""
    told = draft.text.newest
    return bool(_OWN.search(before) and _CALLS_OFF.search(told)) and not _AT_A_VISIT.search(told)


def _befell(words: str, start: int, end: int) -> bool:
    """Whether it happened, to somebody who was there: not on a stage or the road, nor long ago, nor in a question."""
    before, behind = words[:start], words[end:]
    elsewhere = (
        _ACTED.search(words)
        or _MISLAID.search(words)
        or ON_THE_ROAD.search(words)
        or ASKS.search(words)
        or ELSEWHERE.search(behind)
        or _IN_PLAY.match(behind)
        or _AT_WORK.search(before)
    )
    return not elsewhere and not TOLD.search(before) and not DENIED.search(before)

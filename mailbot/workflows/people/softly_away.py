"""Away for some time, told in no set phrase: the writer, a sign that they visit nobody, and a time longer than a day.

Always asked: from when until when is rarely said in one breath.
"""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.periods import Period
from mailbot.workflows.people import wording
from mailbot.workflows.people.plainly import MASK, is_of_writer, masked

_FEW = 40  # words
_NOT = r"(?:not|shan['’]?t|n['’]?t|never|cannot|can['’]?t|cant|won['’]?t|wont|unable to|no longer|hardly|not able to)"
_ILL = (
    r"(?:broken|broke|fractured|sprained|torn|pulled|slipped|bad|dodgy|new) (?:my |a |an |his )?(?:ankle|leg"
    r"|wrist|arm|hip"
    r"|foot|knee|collarbone|shoulder|back|disc|toe|heel|pelvis)"
)
SIGN = lazy(
    rf"\b(?:{_NOT} (?:really |actually |going to |likely to )?(?:be )?(?:about|here|around|free|at home|in town"
    rf"|in the area"
    rf"|in the country|doing (?:any|visits)|visiting|fit|mobile|driving|able to|see(?:ing)? (?:anyone|anybody"
    rf"|him|her|them"
    rf"|{MASK}+))"
    rf"|{_NOT} (?:be able to )?(?:visit|do|make|manage|come|commit|take on|undertake|carry out|get away|get out"
    rf"|fulfil|attend|drive|travel)\b(?: (?:to )?(?:anything|anyone|anybody|any|visits"
    rf"|more|out|in))?"
    rf"|(?:leave|keep|take|drop) (?:me|us) (?:off|out)(?: of)?\b"
    rf"|(?:do n['’]t|don['’]?t|do not|please not) (?:put|count|book|pencil|schedule|expect|ask|give|rely|plan"
    rf"|match)\b"
    rf"|(?:won['’]?t|will not|not) (?:see|hear from) (?:much of )?me\b|no chance of (?:a |any )?visits?"
    rf"|no (?:more )?visits?\b"
    r"|absent|annual leave|(?:sick|study|maternity|paternity|compassionate|carer['’]?s|unpaid) leave"
    r"|signed (?:me |us )?off"
    r"|off sick|on leave|sabbatical|pilgrimage|hajj|umrah|half[- ]term|term (?:starts|ends)|jury service|(?:on "
    r"|doing )?nights?"
    r" shifts?|on nights|placement|revision|revising|exams?|dissertation|deadlines?|thesis|finals"
    r"|(?:need|want|like|have|having|take|taking|grateful for|appreciate|due|owed)(?: to (?:have"
    r"|take))? (?:up )?(?:(?:a|an|some|my|the"
    r"|few|little|short|long|good|bit|of|couple|two|three|four|six|whole|\w+ (?:weeks?|days|months?)) )*(?:off"
    r"|break|breather|rest|pause"
    r"|time (?:out|off)|grace|holiday|hols|sabbatical|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november"
    r"|december) off)\b"
    r"|step(?:ping)? (?:back|away|aside)|tak(?:e|ing) a (?:step back|back seat)|(?:to )?get over (?:this|it)"
    r"|could i have (?:\w+ ){1,3}off|spend(?:ing)? (?:\w+ ){1,4}?(?:in|with|at|abroad|away)\b"
    r"|(?:i|we)(?:['’]ll| will| shall|['’]m| am|['’]re| are)(?: \w+)? (?:be )?(?:(?:in|back in)(?! (?:(?:again"
    r"|next) )*(?:on )?(?:the )?\d)"
    r"|at|over in|down in|up in|out in|staying"
    r"|abroad|overseas|visiting|looking after|caring for|minding|nursing)\b"
    r"|(?:may|might|could|probably|likely to|should) be (?:away|off|abroad|working away)"
    r"|(?:on|having|at) (?:a |the |my |our )?(?:retreat|course|residential|fortnight|week|month(?!['’]?s end)|camp"
    r"|conference"
    r"|honeymoon|wedding)\b"
    r"|(?:a|the) (?:fortnight|week|month|weekend|few (?:days|weeks)) (?:away|in|at|with|off)\b"
    r"|out of (?:the )?(?:uk|country|town|area)"
    r"|in a boot|counting (?:me|myself|us) out|surgeon|called up|no exertion|forbid\w*|nae? use (?:to|tae) (?:any"
    r"|you)"
    r"|no(?:t any)? use to (?:any|you)|can['’]?t do (?:\w+ )?visits|calved?|calving|tupping"
    r"|covid|flu|shingles|pneumonia|crutches|stitches|being (?:done|operated)|excuse me (?:for|from|until)"
    r"|nothing for me|harvest|lambing"
    r"|(?:don['’]?t|do not) expect me|rather not be asked|leave me be|stay(?:ing)? away|elsewhere"
    r"|in hospital from|home for the|back in(?! (?:again )?(?:on )?(?:the )?\d)"
    r"|start(?:ing)? again|rest me|on hold|feet up|guests|(?:moving|move) (?:flat|home|out|to (?-i:[A-Z]))"
    r"|studying|swotting|cramming"
    r"|out of the loop|doing nights|back with you|car is in for|in for (?:repair|a service)|(?:will"
    r"|shall) be (?:in|at|away|with) "
    r"|have to wait (?:un)?till?|(?:give|allow) me (?:a|some|two|three|four|six)|(?:have|having|minding) (?:the"
    r"|my|our) (?:kids|children|grandchildren)|the (?:kids|children|grandchildren) (?:all|off|home|here|for)"
    rf"|grounded|stuck (?:at home|indoors|in)|housebound|bedridden|laid up|out of plaster|in plaster|on crutches"
    rf"|in a cast|{_ILL}"
    r"|recover\w*|recuperat\w*|convalesc\w*|(?:my|an|the) (?:op|operation|surgery|procedure)\b|going into hospital"
    r"|off (?=\d|from|for|to (?-i:[A-Z]))|sailing|flying|cruise|backpacking|travelling|trekking|on tour|caravan"
    r"|tied up|snowed under|up to my (?:eyes|neck|ears)|rushed off|swamped|flat out|chock[- ]a[- ]block|fully booked"
    r"|clear my diary|off the (?:rota|radar|grid|road)|mov(?:e|ing) house)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_UNIT = (
    r"(?:days|weeks?|wks?|months?|fortnight|summer|term|while|holidays?|hols|spring|autumn|winter|weekends?"
    r"|season|bit"
    r"|half[- ]term|semester|easter|christmas|ramadan|lent)"
)
SPELL = lazy(
    rf"\b(?:(?:for|in|over|about|around|next|another|all|during|through|this|whole|few|couple of|some|six|\d+"
    rf"|two|three"
    rf"|four|five|eight|ten|a|the|until|till?|of|my|last)\s+(?:(?:the|a|an|next|coming|whole|of|good|few"
    rf"|at least|or two"
    rf"|little|long)\s+)*(?:\w+\s+)?{_UNIT}\b"
    rf"|\d\s?(?:-|–|to)\s?\d+(?:st|nd|rd|th)? {_MONTH}"
    rf"|(?:un)?till?\b(?! (?:then i|(?:about |around )?(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]m\b|(?=\W*(?:$|[.,;!?]"
    rf"|and\b|then\b|or\b)))"
    rf"|half|quarter|noon|\w+ (?:past|to)\b|one|two|three|four|five|six|seven|eight|nine|ten)))"
    rf"|before\b(?= (?:the |my |our |\d|{_MONTH}|then|that|mid|early|late))"
    rf"|(?:after|while|once) (?:my|the|i|we|our)\b|(?:in|through|for|during|of|all|over|by|mid|early|late|spending)"
    rf" (?:early |mid |late |most of )?{_MONTH}\b|{_MONTH} off\b|w/?c\b|week(?:s)? (?:off|commencing)"
    rf"|when i['’]?m better"
    rf"|for now\b|season\b|further notice|a bit\b|(?:week|fortnight|month)['’]?s (?:grace|break|rest|holiday))",
    re.IGNORECASE,
)
_NOT_SO = lazy(
    r"\b(?:was|were|used to|(?:i|we|he|she) had|(?<!til i)(?<!till i)(?:['’]ve|have) (?:just )?(?:had|been)|went"
    r"|came|did"
    r"|last (?:week|month|year)|back (?:now|again)"
    r"|not away|free (?:all|again|any|every"
    r"|from|for|now)|would love|one day|been cancelled|any ?(?:more|longer) (?:with|to)|available (?:all|any"
    r"|from|again)"
    r"|receipts?|claim\w*|miles?|form|training|meeting|agm|if|said|says|course runs)\b|£|no (?:concern|worr|problem)",
    re.IGNORECASE,
)
_ASKS = lazy(r"\W*(?:\w+,? )?(?:could|can|may|might|would it|is it|please) ", re.IGNORECASE)
_KIN = (
    r"(?:son|daughter|sister|brother|neighbours?|friends?|husband|wife|partner|mate|boss|flatmate|cousin|aunt"
    r"|auntie|uncle"
    r"|grandson|granddaughter|mum|mother|dad|father|lodger|niece|nephew|carer)"
)
_KIN_IS = lazy(
    rf"\A\W*(?:my|our) (?:\w+ )?{_KIN}(?:['’]s|\s)(?! ?and (?:i|me)\b)(?![^.;]*\b(?:so|and) (?:i|we)\b)",
    re.IGNORECASE,
)
_FIRST = lazy(r"\W*([^\W\d_]+)(?:['’]s\b|\s+(?:is|will|has|was|goes)\b)")
# "As Mrs Brook may not drive until June, …": of whoever is called by name.
_NAMED = lazy(
    r"\W*(?:(?:as|since|because|while|with|now that|given that)\s+)?(?:(?:mrs?|ms|miss"
    r"|dr)\.?\s+(?-i:[A-Z])[\w’'-]+\s+){1,2}"
    r"(?:is|has|may|might|can|cannot|can['’]t|will|won['’]t|was|must|should|does|goes|needs)\b",
    re.IGNORECASE,
)
_OF_OUR = lazy(
    rf"\bmy\b|\b(?:i|we|me|us|myself|ourselves)\b|\A\W*(?:{_NOT}|no|off|away|out|back|in a boot|in plaster"
    rf"|in a cast|annual|absent|sailing|exams?|half"
    rf"|in hospital)\b",
    re.IGNORECASE,
)


def is_of_another(draft: Draft, words: str) -> bool:
    """ "My son is in Spain from 4 to 18 May", "Carol is on leave": they are away, and nobody else."""
    first, roll = _FIRST.match(words), draft.around.roll
    called = roll.people_by_first_name.get(first[1].casefold(), ()) if first else ()
    named = _KIN_IS.search(words) or _NAMED.match(words)
    return named is not None or any(person != draft.sender.person for person in called)


def softly_away(draft: Draft, words: str, period: Period) -> Span | None:
    """Where the sentence says so of the writer."""
    plain = masked(draft, words)
    if wording.SHIFTED.search(words):
        return None
    asks = words.rstrip().endswith("?") and not _ASKS.match(plain)
    if (
        len(plain.split()) > _FEW
        or asks
        or _NOT_SO.search(plain)
        or is_of_another(draft, plain)
        or not _OF_OUR.search(plain)
    ):
        return None
    long = period.open or (
        period.last is not None and period.last != period.first and period.last > draft.around.today
    )
    if not (long or SPELL.search(plain)):
        return None
    if period.last is not None and period.last <= draft.around.today:
        return None
    return next(
        (Span(*found.span()) for found in SIGN.finditer(plain) if _is_writers(draft, words, plain, found.start())),
        None,
    )


def _is_writers(draft: Draft, words: str, plain: str, start: int) -> bool:
    return MASK not in plain[:start] and is_of_writer(draft, words, start)

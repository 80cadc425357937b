"""The words of claims: what asks for money back, whose money it was, and what is no receipt."""

import re

from mailbot.expressions import lazy
from mailbot.reading.words.bills import OTHER
from mailbot.reading.words.spent_on import WORDS

CLAIM = lazy(
    r"\b(?:claim(?:ing)?|tikets?|tickits?|tic?ke?ts?|mone?y|monn[ey]+y?|exspenses?|expences?|res[ie]ts?|recits?"
    r"|recets?|i bought|expenses?|receipts?|reciepts?|fares?|spent|paid|pay|cost|came to|reimburse|re-?fund|owed"
    r"|slips?|printing"
    r"|photocopy(?:ing)?|copies|copying|stamps?|tickets?|let me have|please|attached|found it|money|locker"
    r"|(?:recorded|special) delivery|signed[- ]for|postage|padded (?:bag|envelope)|beads"
    r"|out of pocket)\b",
    re.IGNORECASE,
)
# Elsewhere in the mail: a paper that a sum has, or that is lost, and what was allowed beforehand.
ELSEWHERE = lazy(
    r"\b(?:slip|receipt|reciept|bill|screen ?shot|till roll|(?:shop )?paper|ticket)s?(?:['’]s)? (?:is"
    r"|are|was|were|went|gone"
    r"|will|to follow|coming|attached|enclosed|blew|flew|got|by here|for it|in (?:my|the))\b"
    r"|\b(?:slip|receipt|reciept|screen ?shot|bill)['’]s (?:gone|coming|in|here|lost|by)\b"
    r"|\bpay me\b|\bowed? me\b|\bwhat (?:i|you) owe\b|\bto be paid back\b"
    r"|\b(?:you|(?-i:[A-Z]\w+)) (?:(?:did|had|has|have) )?(?:allow(?:ed)?|agreed?|ok(?:ay)?ed|approved?"
    r"|said yes|say yes|sed yeah"
    r"|nodded (?:it |that )?through|sanctioned)\b|\blike we (?:said|agreed)\b",
    re.IGNORECASE,
)
NOT_MINE = lazy(
    r"\b(?:stole|stolen|owes|debt|fine[sd]|wages?|earns?|support is|allowance|rent|borrow\w*|lend|lent|gave (?:him"
    r"|her|them)|per week|a week|demand\w*|(?:can|may|could|should) (?:i|we) claim|am i allowed|is it ok(?:ay)? to"
    r"|not claim\w*|(?:don['’]?t|won['’]?t|do not|will not|needn['’]?t|no need to) (?:want|need|bother|claim|pay"
    r"|worry)\b[^.;]{0,30}\b(?:claim|back|for)"
    r"|(?:gave|lent|handed|slipped|sent|paid) me|never (?:came|used|got|turned up)|costs? \S+ now|now costs?"
    r"|(?:you|scheme|we) (?:only )?pays? (?:only|up to)|(?:limit|maximum|max) (?:is|of)"
    r"|already (?:paid|claimed|been|had|sent|given|gave|got|settled|sorted"
    r"|reimbursed|refunded)|petty cash|used to (?:be|cost)|(?:gone )?up from|usually|normally"
    r"|instead of|should have been"
    r"|overcharged|change from|a deposit|donat\w*|voucher|won|savings?|benefits?|universal credit|is it possible"
    r"|will (?:cost|be about)"
    r"|would cost|going to cost|correction|i meant|by mistake|wrong)\b"
    r"|\b(?:about|around|roughly|approx\w*|something like|like|i think|or so|ish) "
    r"(?:£|\d+(?:\.\d\d)? ?(?:quid|pounds?|euros?)\b)",
    re.IGNORECASE,
)
# What takes back, or takes out again, some sum that was named: which one, a person sees.
TAKEN_BACK = lazy(
    r"\b(?:(?:tear|torn|rip|tore) (?:it |that )?up|cross(?:ed)? (?:it |that )?out|withdraw (?:the|my|that)"
    r"|(?:my|the|a|fat) (?:thumbs?|fingers?|phone|auto ?correct|spell ?check\w*) (?:wrote|put|typed|made|said)"
    r"|corrected (?:figures?|claim|sums?)|(?:is|was|were|are) ?(?:n['’]?t|not) (?:correct|right|true|accurate)"
    r"|incorrect\w*|tell a lie|make that"
    r"|scrap (?:that|the)|(?:take|took) no notice|disregard"
    r"|(?:ignore|forget|leave out|skip) (?:(?:the|that|my) )?(?:\w+ )?"
    r"(?:£|\d|it|sums?|figures?|totals?|amounts?|one|charges?|prices?|claim|last|first|other)"
    r"|(?:get|gets|got|had|have|gave|given|give|gives) (?:it|that|them|one|the \w+) (?:all )?back\b"
    r"(?! (?:from|to|at))"
    r"|so not (?:that|those|it|this)|but not (?:that|those|it|the)|not counting|except(?:ing)? (?:the|for)"
    r"|you(?: have|['’]ve)? (?:already )?(?:given|gave|paid|settled|refunded|reimbursed) (?:me|us|that|it|for))\b",
    re.IGNORECASE,
)
# Where a writer claims in so many words, a sum that looks like somebody's wages or winnings is asked about.
CLAIMED = lazy(r"\b(?:claim\w*|expenses?|exspenses?|expences?|reimburse\w*|refund\w*)\b", re.IGNORECASE)
WAIVED = lazy(
    r"\b(?:(?:my|our) (?:own )?(?:treat|gift|contribution|shout)|(?<!worry )on me\b(?! side)"
    r"|(?:was|is|be) on the house|(?:won['’]?t|wont|don['’]?t|dont|do not|shall not|shan['’]?t|not) "
    r"(?:be |going to |want to )?claim(?:ing)?|(?:want|need|expect) (?:nothing|no money|no refund|none of it) back"
    r"|no claim (?:for|on) (?:it|that|the)|i(?:['’]?ll| will| shall) (?:stand|pay|treat) (?:that|it|them|him|her|us)"
    r"|i regard as)\b",
    re.IGNORECASE,
)
# "A fiver towards the taxi", "the taxi was really seven": the whole is not what is claimed.
IN_PART = lazy(
    r"(?:£\s?\d[\d.]*|\b\d\.\d\d|\bfiver|\btenner|\bquid|\bpounds?|\bpence)\s+towards?\b"
    r"|\b(?:was|were|is|cost|came to) (?:really|actually) (?:£|\d|\w+ (?:pounds?|quid))"
    r"|\b(?:part|some) of (?:the|it) (?:cost|fare|£)|\bonly (?:want|ask(?:ing)? for|need|claim(?:ing)?) (?:£|\d)",
    re.IGNORECASE,
)
COUNTED = lazy(rf"\d{{1,2}}\s*x?\s+(?:[a-z]+\s+)?(?:{WORDS})(?!\w)", re.IGNORECASE)
THEY_PAID = lazy(
    r"\b(?:he|she|they|mum|dad|mother|father|brother|sister|carer|friend|(?-i:[A-Z][a-z]+))\s+(?:\w+\s+){0,2}?"
    r"(?:spent|paid|bought|pays|treated|covered|put in|won|lost|owes|owed|earned|nicked|took)\b[^.,;]{0,40}$",
    re.IGNORECASE,
)
# Money that went to the person visited is no claim unless its writer asks for it back (B17).
BACK = lazy(
    r"\b(?:claim\w*|expenses?|exspenses?|expences?|back|receipts?|reciepts?|reimburse\w*|refund\w*|owed?|charge)\b",
    re.I,
)
TALK = lazy(
    rf"(?<!\w)(?:{WORDS}|{OTHER}|claims?|claiming|expenses?|receipts?|reciepts?|slips?|photos?|pics?|pictures?"
    rf"|scans?|spent|paid|pay"
    r"|cost|came to|comes to|travel|miles?|mileage|driven|drove|no receipts?|attached|enclosed|enclose|in all"
    r"|please|total|altogether"
    r"|all together|each way|there and back|in total|each|apiece|claim for|reimburse me|refund|find attached"
    r"|out of pocket"
    r"|my (?:half|share)|return|to follow|let me have|i owe|would you be so kind as to|contactless|money"
    r"|i['’]?d like to)(?!\w)",
    re.IGNORECASE,
)
NUMBERED = lazy(r"\d|pounds?|quid|pence|fiver|tenner", re.IGNORECASE)
PAPERS = lazy(r"\.(?:jpe?g|png|heic|heif|webp|tiff?|bmp|pdf)$", re.IGNORECASE)
DECORATION = lazy(
    r"(?:image0\d\d|outlook-\w+|logo\w*|.*[_-]logo|signature\w*|sig|banner\w*|footer\w*|header|icon\w*|badge"
    r"|facebook|twitter|linkedin"
    r"|instagram|spacer|pixel|emoji\w*|smime|att0\d+)\.\w{3,4}|.*\.(?:gif|ico|svg|p7s|asc)",
    re.IGNORECASE,
)
# "The other attachment is our college logo", "the .png is only our banner": one file fewer is a receipt.
SAID_TO_BE_LOGO = lazy(
    r"\b(?:other|second|last|png|jpe?g|picture|image|attachment|file|one)\b[^.;!?\n]{0,15}\b(?:is|was|being)"
    r" (?:only |just |simply |merely |actually |purely )?(?:our|my|the|a|their|his|her|work['’]?s) (?:[\w'’]+ ){0,2}"
    r"(?:logo|signature|footer|banner|crest|emblem|letterhead|badge|coat of arms|strapline|trademark)\b"
    r"|\bignore (?:the|our|my) (?:[\w'’]+ )?(?:logo|banner|footer|signature|crest|emblem|letterhead|badge)\b",
    re.IGNORECASE,
)
IN_ONE_FILE = lazy(
    r"\b(?:both|all|two|three|four|the) (?:(?:of )?(?:them|the) )?(?:receipts?|slips?|tickets?"
    r"|scans?)?[^.;!?\n]{0,20}"
    r"\b(?:in|on) (?:the |a )?(?:one|single|same) (?:pdf|file|scan|photo|picture|page|sheet|document|attachment"
    r"|image)\b",
    re.IGNORECASE,
)
PROMISED = lazy(r"\b(?:receipts?|reciepts?|recei?ts?|slips?)\b", re.IGNORECASE)
WITH = (
    r"(?:with|w/?|wiv|wi['’]?|seeing|see|saw|seen|visit(?:ed|ing)?|met|visit\s+(?:to|at|of)|took|taking|ran"
    r"|drove|driving|brought"
    r"|fetched|collected|for)"
)
BETWEEN = lazy(r"[\s,;:(–—-]*(?:(?:on|for|of|from|the|visit|claim|and)\b[\s,;:(–—-]*){0,3}", re.IGNORECASE)
AND_ME = lazy(r"\s+(?:and|n|&)\s+(?:me|i|myself)\b(?!['’])", re.IGNORECASE)
OTHER_DAY = lazy(
    r"\b(?:birthday|hearing|court|interview|exam|appointment|party|wedding|funeral|heard|told|phoned|rang|texted"
    r"|wrote|meant|planned|were (?:going|supposed|due)|should have|cancel\w*|missed|couldn['’]?t|didn['’]?t)\b",
    re.IGNORECASE,
)
VISIT = lazy(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?:seen|visited|met(?: up)?)\b|\b(?:both|all|each|everything) (?:from|on"
    r"|of)\s+(?-i:[A-Z])"
    r"|['’]s visit\b|\bmy visit\b|\bthe visit\b|\bvisit (?:on|to)\b",
    re.IGNORECASE,
)
TICKET = lazy(r"\btickets?\b", re.IGNORECASE)
NAMED_ELSE = lazy(rf"\b(?:{OTHER})\b", re.IGNORECASE)

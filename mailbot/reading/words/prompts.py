"""What a mail of ours asked, by its wording: where a mail program has lost our reference, the quoted words must do.

Each scheme words its mails in its own way, so it is asked which things a mail speaks of, and of which day.
"""

import re
from collections.abc import Collection
from datetime import date

from mailbot.expressions import lazy

_LONGEST = 4000  # characters; ours are far shorter
_EMERGENCY = lazy(
    r"999|worr|harm|danger|abus|unsafe|suicid|threat|violen|neglect|uneas|(?<!are you )\bsafety\b"
    r"|wellbeing|dying|at risk\b|bruis",
    re.IGNORECASE,
)  # what stands under every prompt
_BLANK = lazy(r"[:?][ \t]*(?:$|\n)|\[ \]", re.IGNORECASE)  # what a form leaves for an answer
_SENTENCE_END = lazy(r"[.!?](?:\s+|$)|\n")
_FORM = 3  # so many blanks make a form
_ASKS = lazy(
    r"\?|\[ \]|\b(?:please|whether|let (?:us|me) (?:know|have)|tell (?:us|me)|answer|reply|respond|confirm|write|send"
    r"|(?:not|nothing) (?:yet )?heard|what (?:came|became|has become)|how it went|we (?:need|lack|want|must have)"
    r"|(?:one|a) (?:sentence|line|word) (?:from you|back|about|on|in)|drop us|kindly"
    r"|nothing from you|(?:not|n['’]t) told us|will do|say (?:so|why|which|how|what))\b",
    re.IGNORECASE,
)
_RANG = (
    r"(?:(?:rang|ring|phon(?:e|ed)|telephon(?:e|ed)|call(?:ed)?|(?:speak|spoke) (?:to|with)|(?:got|get) through to)"
    r"\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:help ?|advice )?line)"
)
_CALL = lazy(
    rf"\b(?:your|the|that|a) (?:\w+ )?(?:phone |telephone |helpline )?call\b|\b(?:you|did you) {_RANG}\b|\byou rang\b"
    r"|\b(?:did|when) you (?:ring|rang|phone|telephone|call)\b"
    r"|\b(?:help)?line (?:\w+ )?(?:answer|pick|took|take|noted|logged)|\bmentions a call\b"
    r"|\b(?:help)?line (?:rung|called|phoned)\b",
    re.IGNORECASE,
)
_HOUR = lazy(
    r"\b(?:when|(?:what|which|exact|the|day and) (?:time|hour|minute)|at what|time (?:of|at|they)|(?:hour|minute"
    r"|moment) (?:of|at)"
    r"|how (?:long|many minutes)|date, the time|day, the time)\b|^(?:subject )?time of\b",
    re.IGNORECASE | re.MULTILINE,
)
_BACK = lazy(
    r"all[- ]clear|\bhome yet\b|\b(?:safe|safely) (?:home|out|away|back|and)\b|\b(?:home|out|back|away) safe"
    r"|check(?:ed)? (?:in|out)\b"
    r"|\bare you (?:safely |all |still )?(?:out|back|home|safe|away|right|alright|ok|done|through|inside)\b"
    r"|\b(?:you|that you|you're|you are) (?:are |'re |have |['’]re )?(?:safe|out and|all right|alright|back home"
    r"|got back|got home)\b"
    r"|\b(?:we|somebody|someone|on duty|on call|duty \w+|coordinator"
    r"|office)\b[^.?!\n]{0,40}(?<!your )(?<!the )(?<!that )\b(?:ring|rings|phones?|telephones?|telephoning|calls?"
    r"|calling|phoning|ringing)\b(?! (?:the )?(?:help)?line)",
    re.IGNORECASE,
)
_RECEIPT = r"(?:receipt|ticket|slip|proof of payment|proof)s?"
_NO_RECEIPT = lazy(
    rf"\b(?:without|no|not|until|missing|lacks?|lacking|wants?|needs?|need|waiting for|short of|outstanding"
    rf"|cannot find|can['’]t find)\b"
    rf"[^.?!:]{{0,40}}\b{_RECEIPT}\b"
    rf"|\b{_RECEIPT}\b[^.?!:\n]{{0,30}}\b(?:missing|not|\w+n['’]t|wanted|outstanding|still|please|needed|lack"
    rf"|short)\b|\bproof of payment\b"
    rf"|\b(?:look for|find) it\b|\b(?:find|have) (?:the |your |a ){_RECEIPT}\b|\bsend it\b",
    re.IGNORECASE,
)
_CLAIM = lazy(r"\bclaim", re.IGNORECASE)
_APPROVAL = lazy(
    r"\bapprov(?:e|al)\b|\b(?:accept|agree)\b,? or (?:with )?[\"'“]?(?:decline|reject|refuse|no)\b", re.IGNORECASE
)
_NOTED = lazy(
    r"\b(?:noted|recorded|logged|entered|saved|filed|written down|put down|in (?:the book|our records|the diary)"
    r"|on file"
    r"|nothing more to do|thank(?:s| you) for (?:your|the|telling|letting)|much obliged)\b",
    re.IGNORECASE,
)
# "Did you meet?": of what has been.
_OUTCOME = lazy(
    r"\bdid (?:it|that|the|your|this|you|things)\b|\bwhether (?:you (?:met|saw|went|managed|got)|it|that|the|your"
    r"|this)\b"
    r"|\bhow (?:did|was|were|things|it went)\b|\bhow [^?.\n]{1,40} (?:went|go)\b|\b(?:were|was) (?:you able"
    r"|it (?:made|on|kept))\b"
    r"|\bhave you (?:seen|been|visited|met)\b|\bhas (?:it|your visit) (?:taken|happened)\b|\bwas your day with\b"
    r"|\bwhat (?:came|became|has become) of\b|\b(?:took|take) place\b|\bwent ahead\b|\boutcome\b|\b(?:happened|met"
    r"|kept|seen|made|held) or not\b|\bwhat happened\?"
    r"|\b(?:visit|your) report\b|\bif (?:(?:you|it)(?: two)?|(?:that|the|this|your) (?:\w+ )?(?:visit|meeting))"
    r" (?:met|saw|happened|went|came off|took)\b|\bwhat prevented\b"
    r"|\bhad you (?:seeing|down|meeting|visiting)\b|\byou (?:were"
    r"|had) (?:down|due|booked|to see|set)\b"
    r"|\bconfirm (?:whether|that (?:it|the|you)|if)\b|\bget on\b|\b(?:yes or no|visited|seen|met)\?",
    re.IGNORECASE,
)
# "Which day suits you?": of what is to be.
_PLAN = lazy(
    r"\bnext (?:visit|date|time|one|see|meet|day|go|in)\b|\bwhen next\b|\bwh(?:ich|at) (?:other )?(?:day|date)\b"
    r"|\b(?:a|no|another|any|new|next|following|further) (?:date|day|visit)s?\b"
    r"|\bwhen (?:will|would|can|could|are|do|is|may|shall|might|you (?:and \w+ )?(?:meet|see|go|visit|mean|hope"
    r"|plan|intend|will|are|can|next))\b"
    r"|\b(?:diary|calendar|page|rota|book)\b[^.?!\n]{0,40}\b(?:empty|blank|nothing|no\b)|\b(?:nothing|no visit"
    r"|blank)\b[^.?!\n]{0,40}"
    r"\b(?:fixed|arranged|agreed|diary|calendar|book(?:ed)?|rota|page|ahead|planned)|\bthe plan\b|\bwhat (?:would"
    r"|might|will) suit\b|\bhave you (?:a day|any day|fixed)\b",
    re.IGNORECASE,
)
# "You are down to see Omar": of a visit that stands.
_STANDS = lazy(
    r"\byou (?:are|['’]re) (?:down|due|booked|seeing|visiting|expected|still|on|to (?:see|visit|meet))\b"
    r"|\bremind(?:er|ing)?\b"
    r"|\bexpecting you\b|\blooking (?:out|forward) (?:for|to)\b|\bcoming up\b|\bheads up\b|\bis (?:your day|next"
    r"|waiting for you)\b"
    r"|\b(?:should|if) (?:it|that|this|anything|something|the visit|you)\b[^.?!\n]{0,40}\b(?:change\w*|way|fall"
    r"|stand|make|prevent\w*"
    r"|suit\w*|unable|cannot|can['’]t|clash\w*)\b|\bstill (?:on|good|right|able|make|stand\w*|suit\w*)\b",
    re.IGNORECASE,
)


def question_of(subject: str, prompt: str, days: Collection[date], today: date) -> str | None:
    """What a mail of ours asked: call_time, receipt, approval, check_out, outcome or plan; None if nothing.

    `days` are those that the prompt names.
    """
    start = start_of(prompt)
    whole = f"{subject}\n{start}"
    if is_form(prompt):
        return "outcome"
    if _asks_of_call(whole):
        return "call_time"
    if _NO_RECEIPT.search(whole) and not (_OUTCOME.search(start) and not _CLAIM.search(start)):
        return "receipt"
    if _APPROVAL.search(start):
        return "approval"
    if _BACK.search(whole):
        return "check_out"
    return _of_visit(whole, start, days, today)


def _of_visit(whole: str, start: str, days: Collection[date], today: date) -> str | None:
    asks = _ASKS.search(start)
    if not asks and (_NOTED.search(whole) or not _STANDS.search(start)):
        return None
    if days and min(days) > today:
        return "plan"
    if _OUTCOME.search(whole):
        return "outcome"
    if days and min(days) == today and _STANDS.search(whole):
        return "plan"
    if _PLAN.search(whole) or (not days and _STANDS.search(whole)):
        return "plan"
    return "outcome" if days and asks and not _NOTED.search(start) else None


def is_form(prompt: str) -> bool:
    """Whether it leaves blanks to be filled in."""
    return len(_BLANK.findall(prompt[:_LONGEST])) >= _FORM


def start_of(prompt: str) -> str:
    """What a prompt says before its words on danger, part by part; lines of a form are kept."""
    parts = (_before_danger(part) for part in re.split(r"\n\s*\n", prompt[:_LONGEST]))
    return "\n\n".join(part for part in parts if part)


def _before_danger(part: str) -> str:
    danger = None if _BLANK.search(part) else _EMERGENCY.search(part)
    if danger is None:
        return part
    ends = [found.end() for found in _SENTENCE_END.finditer(part, 0, danger.start())]
    return part[: ends[-1]] if ends else ""


def _asks_of_call(words: str) -> bool:
    return bool(_CALL.search(words) and _HOUR.search(words) and not _BACK.search(words))

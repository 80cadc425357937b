"""What calls a visit to come off: which words do, which only sound like it, and which days they may be about."""

import re

from mailbot.expressions import found_by, lazy
from mailbot.reading.message import Draft
from mailbot.reading.words import hindered, planning, tone, undone, unkept, visiting
from mailbot.reading.words.dates import FoundDate
from mailbot.reading.words.names import CLIENT, with_signs
from mailbot.reading.words.sense import Sentence, asked
from mailbot.workflows.visits import contrast
from mailbot.workflows.visits.days import to_come

_OTHER_THING = lazy(
    r"^\s*(?:to |for |at |in )?(?:the |a |my |his |her |our |your |this |that )?(?:[\w']+ )?(?:"
    + unkept.NOT_A_VISIT.pattern
    + r"|\b(?:support|peer|volunteers?'?) group\b|\b(?:general|group|volunteers?'?|quarterly|annual) meeting\b)"
)
_DENIED = lazy(r"(?:n't|nt|\bnot|\bnever|\bcannot)(?: \w+)?\s*$")
_IF = lazy(r"\b(?:if|unless|in case|when)\b")
_WHY = lazy(
    r"(?:[,;:–—]| -)\s*(?:because |as |since |cos )?(?:my|our|the) (?!(?:holidays?|leave|shifts?|exams?"
    r"|operation|op)\b)\w+"
    r"(?: \w+){0,4}? (?:is|was|has|have|are|were|had|won'?t|will|would|got|broke|needs?)\b"
)
_CANNOT_WITH = lazy(
    rf"\b(?:i|we) (?:can'?t|cannot|can not|not can) (?:with|to|by|at|for) {CLIENT}+"
    rf"|\b(?:with|to|for|at|by) {CLIENT}+,? (?:it )?(?:is|'s) (?:impossible|not possible|no possible)\b"
    rf"|\b(?:does(?:n't| not) (?:go|work)|is not possible|is impossible) (?:with|for|to) {CLIENT}+"
)
# Of a child in care: the family's time with them, not the visitor's.
_FAMILY = lazy(
    r"\b(?:next|supervised|family|her|his|their|the|this|that) contact\b(?! (?:details|number|with (?:you|us|me)))"
)
# Behind a refusal somebody is asked to pass it on.
_FAVOUR = lazy(
    r"(?:[,;:–—(-]|\band)\W*(?:so )?(?:please )?(?:can|could|would|will) (?:you|u|somebody|someone|one of you"
    r"|the \w+)"
    r" (?:please |pls |kindly )?(?:let (?:him|her|them|\w+) know|tell|inform|warn|ring|pass|explain|send|say)\b"
)
_SO = lazy(r"\b(?:so|but)\b")
_BUT = lazy(r"\b(?:but|luckily|thankfully|in the end|anyway)\b")
# "No visits from the 22nd": all of a time.
_VISITS = lazy(r"\bvisits\b")
_FROM = lazy(r"\bfrom\b|\bweeks?\b|\bmonths?\b")
# "It's off, he rang me this morning": the day of the telling.
_TOLD_ON = lazy(
    r"\b(?:rang|phoned|told|said|texted|heard|called|emailed|wrote|messaged|found out|learnt|learned|died|fell"
    r"|broke|woke"
    r"|(?:call|text|message|letter|news|word))\b[^.,;:]{0,20}$"
)
_TENSELESS = lazy(r"(?:unable|not able|no able|not possible|impossible)\b")
_WERE = lazy(r"\b(?:was|were|been) (?:\w+ )?$")
_TENSE = lazy(r"\b(?:i'?m|am|i'll|will|is|are|be|shall|we're|was|were)\b(?: \w+)? $")
_NO_REFUSAL = lazy(rf"(?:ca(?:n'?t|nnot|nt)|wo(?:n'?t|nt)|will not|can not|shan'?t){unkept.IDIOM}")


def refusal(draft: Draft, sentence: Sentence, low: str) -> "re.Match[str] | None":
    """The words that call a visit off; None where they ask, or are about all of a time, or somebody else's visit."""
    cue = next((m for m in unkept.CANNOT.finditer(low) if _is_refusal(low, m)), None)
    cue = cue or _cannot_with(draft, sentence, low)
    if cue is None and asked(draft) == "plan":
        other = unkept.NOT_A_VISIT.search(low) or tone.GLAD.search(low) or hindered.STILL.search(low)
        no = unkept.NO.match(low)
        cue = (None if no and contrast.is_denied(low, no) else no) or (
            None if other else unkept.CANT.search(low) or unkept.UNWELL.search(low)
        )
    if cue is None or _FAMILY.search(low) or _IF.search(low[: cue.start()]):
        return None
    answer = found_by(cue, unkept.NO)
    asks = _asks(low, cue) or unkept.PERIOD.search(low, _so_far(low, cue), _until_why(low, cue)) is not None
    all_of_it = _VISITS.search(cue.group()) and _FROM.search(low)
    return None if (asks and not answer) or all_of_it else cue


def _asks(low: str, cue: "re.Match[str]") -> bool:
    """Whether the sentence asks, and not only for a favour behind the refusal: "it's off :( can you tell him?"."""
    asks = visiting.is_question(low)
    return asks and (planning.QUESTION_START.match(low) is not None or _FAVOUR.search(low, cue.end()) is None)


def is_tenseless(low: str, cue: "re.Match[str]") -> bool:
    """ "Unable to visit Omar on Sunday" may tell of the last one."""
    return bool(_TENSELESS.match(cue.group())) and not _TENSE.search(low[: cue.start()])


def days_off(draft: Draft, sentence: Sentence, low: str, cue: "re.Match[str]") -> list[FoundDate]:
    """Which days to come may be off; "no, I'm away till the 20th", "no, Friday?" are about the one asked about."""
    if found_by(cue, unkept.NO) and (unkept.PERIOD.search(low) or visiting.is_question(low)):
        return []
    return [f for f in to_come(draft, sentence) if not _TOLD_ON.search(low[cue.end() : f.span.start])]


def refuses(low: str) -> bool:
    """Whether the words call a visit off."""
    return any(_is_refusal(low, match) for match in unkept.CANNOT.finditer(low))


def _is_refusal(low: str, cue: "re.Match[str]") -> bool:
    """Not "I can't see why not", "don't cancel", "I thought I'd have to cancel"."""
    before = low[: cue.start()]
    if contrast.is_denied(low, cue):
        return False
    if _OTHER_THING.match(low[cue.end() :]) or _NO_REFUSAL.match(low, cue.start()):
        return False
    if _TENSELESS.match(cue.group()) and _WERE.search(before):
        return False
    thought = undone.THOUGHT.search(before) and (_BUT.search(low, cue.end()) or _DENIED.search(before))
    return not thought and not (undone.OF_A_DAY.match(cue.group()) and undone.THEIR_THING.search(before))


def _cannot_with(draft: Draft, sentence: Sentence, low: str) -> "re.Match[str] | None":
    """ "On Saturday I can't with Omar", "with Omar it is impossible": the verb of going is left out."""
    signs = with_signs(sentence.words, draft.around.roll, draft.sender.person)
    if CLIENT not in signs or len(signs) != len(low):
        return None
    return _CANNOT_WITH.search("".join(s if s == CLIENT else c for s, c in zip(signs, low, strict=True)))


def _so_far(low: str, cue: "re.Match[str]") -> int:
    """Where what the cue says begins: behind the last "so" or "but"."""
    return max((m.end() for m in _SO.finditer(low, 0, cue.start())), default=0)


def _until_why(low: str, cue: "re.Match[str]") -> int:
    """Where it goes on to why, and of something else than the writer: "…, my flight has been put off till six"."""
    why = _WHY.search(low, cue.end())
    return why.start() if why else len(low)

"""An officer's decision or report in other words than we asked for: "I'll have to say no to this one: …" (promise 9).

Of what is decided on a claim a person always makes sure. What became of a visit is as good as the sentence is plain.
"""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import about
from mailbot.reading.words.sense import Sentence, asked, fact, is_reply, prompt_date, said
from mailbot.workflows.attention import wording

_I = r"(?:(?:i|we)(?:['’]m|['’]ll|['’]ve|['’]d|['’]re| am| are| will| shall| would)?|i['’]?m afraid(?: i)?|afraid)"
_NO = lazy(
    rf"\W*(?:(?:yes|no|hi|hello|sorry|well|ok|okay|alas)\W+)*(?:{_I} )?(?:(?:going to|gonna|have to|having to"
    rf"|must|afraid"
    r"|rather|minded to|inclined to|obliged to|think(?: that)?|should|to) )*"
    r"(?:(?:say(?:ing)?|it['’]?s a|it is a|that['’]?s a|this is a|a) no\b(?: to (?:this|that|it)(?: one| claim)?)?"
    r"|no (?:to this(?: one| claim)?|from me|to that(?: one)?|to it)\b"
    r"|(?:can['’]?t|cannot|can not|won['’]?t|will not|not able to|unable to|not going to) (?:approve|pass|allow"
    r"|pay|agree"
    r" to|sign(?: off)?|authorise|accept) (?:this|that|it|the claim)\b(?: one| claim| off)?"
    r"|(?:turn(?:ing)?|knock(?:ing)?) (?:this|that|it)(?: one| claim)? (?:down|back)"
    r"|(?:reject|refuse|decline) (?:this|that|it)(?: one| claim)?"
    r"|not (?:approving|paying|allowing|passing|accepting) (?:this|that|it)(?: one| claim)?|not this one)"
    r"(?P<why>[^\n]*)",
    re.IGNORECASE,
)
_YES = lazy(
    r"\W*(?:(?:yes|ok|okay|fine|sure|hi|hello|good|all good|all fine|looks? (?:fine|good|right|ok))\W+)*"
    r"(?:(?:please |so |do |just |we can |you can |you may |happy to |ok to |fine to |go ahead and )*"
    r"pay (?:it|him|her|them|this|up|the (?:man|woman|lady|lad|poor \w+))\b"
    r"|(?:this|that|it)(?: one| claim)? (?:can|may|should) be paid|(?:this|that|it)(?: one| claim)?(?: is|['’]s) "
    r"(?:fine|ok|okay|good)(?: (?:by|with) me)?\b|(?:fine|ok|okay|good) (?:by|with) me|(?:this|it)(?:['’]s"
    r"| is) good to go"
    r"|good to go|you have my (?:approval|blessing|ok|okay|yes)|(?:i have |i['’]ve )?no objections?\b"
    r"|passed for payment"
    r"|yes to (?:this|that)(?: one| claim)?|(?:i['’]m|i am|we['’]re|we are) (?:happy|fine|content|ok"
    r"|okay) (?:with (?:it|this"
    r"|that)|for (?:it|this|that) to be paid)|happy (?:with|for) (?:this|that|it)(?: to be paid)?|granted"
    r"|signed off|authorised)",
    re.IGNORECASE,
)
_NOT_YET = lazy(r"\b(?:yet|until|till|unless|once|before|if|perhaps|maybe|might|not sure)\b|\?", re.IGNORECASE)
_WHY = lazy(
    r"^[ \t,;:–—.-]*(?:(?:i['’]?m |i am )?(?:so |very )?(?:sorry|afraid|please|this time|unfortunately"
    r"|sadly)\b[ \t,;:–—.-]*)*"
    r"(?:(?:because|as|since)\b[ \t]*)?",
    re.IGNORECASE,
)
_BEFORE = (
    r"^\W*(?:(?:hi|hello|yes|no|ok|sorry|it|the|this|that|one|visit|meeting|answer|afraid|confirmed|definitely|actually"
    r"|apparently|duly|indeed|certainly)\b\W*)*"
)
_ENDS = r"(?=\W*(?:$|[.,;:!–—(-]|because|as|for|on|so|and|he|she|they|thanks|thank))"
_BECAME = (
    (
        Outcome.DID_NOT_TAKE_PLACE,
        lazy(
            rf"{_BEFORE}(?:did(?: not|n['’]?t) (?:take place|happen|go ahead)|never happened|no visit){_ENDS}", re.I
        ),
    ),
    (Outcome.CANCELLED, lazy(rf"{_BEFORE}(?:was |is |been )?(?:cancell?ed|called off){_ENDS}", re.I)),
    (
        Outcome.TOOK_PLACE,
        lazy(
            rf"{_BEFORE}(?:did )?(?:took place|take place|happened|went ahead|go ahead(?<=did go ahead)){_ENDS}", re.I
        ),
    ),
)
_HEARSAY = lazy(r"\b(?:apparently|i think|i believe|probably|maybe|perhaps|as far as|might|may have|or)\b|\?", re.I)


def gently(draft: Draft) -> Iterator[Fact]:
    """What the first sentence decides on the subject's claim, or says of the visit that we asked about."""
    first = next(iter(said(draft)), None)
    if first is None or not is_reply(draft.message.subject):
        return
    question = asked(draft)
    if question == "approval":
        yield from _decision(draft, first)
    elif question == "outcome":
        yield from _outcome(draft, first)


def _decision(draft: Draft, first: Sentence) -> Iterator[Fact]:
    claim = wording.REFERENCE.search(draft.message.subject)
    if claim is None or _NOT_YET.search(first.words):
        return
    if refused := _NO.match(first.words):
        why = _WHY.sub("", refused["why"]).strip(" .")
        args = f"{claim.group()} reason: {why}" if why else claim.group()
        yield fact(
            draft, Kind.COORDINATOR_COMMAND, Fields(command="reject", command_args=args), first.span, "command"
        )
    elif granted := _YES.match(first.words):
        span = Span(first.span.start, first.span.start + granted.end())
        if wording.TAKES_BACK.search(draft.text.newest[span.end :]):
            return
        fields = Fields(command="approve", command_args=claim.group())
        yield fact(draft, Kind.COORDINATOR_COMMAND, fields, span, "command")


def _outcome(draft: Draft, first: Sentence) -> Iterator[Fact]:
    """ "Did not take place, Nabil found him out": of a visit that is not the officer's own."""
    client, day = about(draft), prompt_date(draft, Direction.PAST)
    own = {match.client_id for match in draft.around.roll.matches_of(draft.sender.person)}
    if client.client is None or client.client.id in own or day is None:
        return
    for outcome, pattern in _BECAME:
        if found := pattern.search(first.words):
            args = f"{client.client.ref} {day.isoformat()} {outcome.value}"
            sure = client.sure and not _HEARSAY.search(first.words)
            span = Span(first.span.start, first.span.start + found.end())
            fields = Fields(command="record_outcome", command_args=args)
            yield fact(draft, Kind.COORDINATOR_COMMAND, fields, span, None if sure else "command")
            return

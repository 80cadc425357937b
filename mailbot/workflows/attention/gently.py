"""An officer's decision or report in other words than we asked for: "I'll have to say no to this one: …" (promise 9).

Of what is decided on a claim a person always makes sure. What became of a visit is as good as the sentence is plain.
"""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import about
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import Sentence, asked, fact, is_reply, names_in, prompt_date, said
from mailbot.workflows.attention import wording
from mailbot.workflows.attention.verdicts import became, decided, is_doubtful

_FEW = 4  # sentences among which a decision has to stand
_OF_CLAIM = lazy(r"\b(?:expenses?|claims?|decisions?|decide|approv\w+)\b", re.IGNORECASE)
_LEAD = lazy(
    r"^\W*(?:(?:(?:i['’]?m|i am|we are|so|very|really|hi|hello|(?:yes|no|nope)(?=\W*[,;:.–—-]|\W+(?:from|to)"
    r" (?:me|this|that|it))|well|ok|sorry|afraid|alas|unfortunately"
    r"|sadly|please|pls|this time|this one|because|as|since|it['’]?s|that['’]?s|a|from me|to (?:this|that|it)(?:"
    r" one)?"
    r"|reject(?:ed|ing)?|refused?|decline[d]?|disallow(?:ed)?|reason)\b|(?:i['’]?(?:m|ll) )?(?:going to |have to "
    r"|having to )*say(?:ing)? no\b|(?:turn|knock)(?:ing|ed)? (?:it|this|that)(?: one| claim)? (?:down|back)"
    r"|(?:i |we )?(?:can['’]?t|cannot|can not|won['’]?t|will not|(?:am )?unable to) (?:approve|pass|allow|pay|accept"
    r"|authorise) (?:this|that|it|the claim)\b(?: one| claim)?)[\s,;:–—.-]*)+",
    re.IGNORECASE,
)


def gently(draft: Draft) -> Iterator[Fact]:
    """What the first sentences decide on a claim, or say of the visit that we asked about."""
    question = asked(draft) if is_reply(draft.message.subject) else None
    if question == "outcome":
        yield from _outcome(draft)
    else:
        yield from _decision(draft, is_asked=question == "approval" or _answers_claim(draft, question))


def _answers_claim(draft: Draft, question: str | None) -> bool:
    """Whether the quote is gone, and the subject alone says that we asked about a claim."""
    subject = draft.message.subject
    asks = question is None and is_reply(subject) and _OF_CLAIM.search(subject) is not None
    return asks and not our_prompt(draft) and bool(_claims(draft, subject))


def _decision(draft: Draft, *, is_asked: bool) -> Iterator[Fact]:
    """Of the claim that the subject names, where we asked about it; else only of one that the same sentence names."""
    asked_of = wording.REFERENCE.search(draft.message.subject) if is_asked else None
    sentences = list(said(draft))[:_FEW]
    for at, each in enumerate(sentences):
        named = _claims(draft, each.words)
        verdict = decided(wording.REFERENCE.sub("it", each.words), names_in(draft)) if is_asked or named else None
        if verdict is None:
            if is_doubtful(each.words) and is_asked:
                return
            continue
        later = [other.words for other in sentences[at + 1 :]]
        if verdict == "approve" and any(decided(words) == "reject" or is_doubtful(words) for words in later):
            return
        span = Span(sentences[0].span.start, each.span.end) if is_asked else each.span
        claims = named if named and not (is_asked and verdict == "reject") else [asked_of.group() if asked_of else ""]
        for claim in claims:
            why = _why(draft, each, span, claim) if verdict == "reject" else ""
            args = f"{claim} reason: {why}".strip() if why else claim
            yield fact(draft, Kind.COORDINATOR_COMMAND, Fields(command=verdict, command_args=args), span, "command")
        return


def _claims(draft: Draft, words: str) -> list[str]:
    """The claims that are named; a client's reference looks much the same."""
    refs = {client.ref for client in draft.around.roll.clients}
    return [m.group() for m in wording.REFERENCE.finditer(words) if m.group() not in refs]


def _why(draft: Draft, sentence: Sentence, span: Span, claim: str) -> str:
    """What else the sentence says, or what stands before and behind it, if it gives the decision and no more."""
    why = _LEAD.sub("", sentence.words.replace(claim or "\0", "it")).strip(" .:;,–—-\n")
    if len(why.split()) > 1:
        return why
    behind = draft.text.newest[sentence.span.end :].lstrip().partition("\n\n")[0]
    before = draft.text.newest[span.start : sentence.span.start]
    return " ".join((_LEAD.sub("", behind) or before).split()).strip(" .")


def _outcome(draft: Draft) -> Iterator[Fact]:
    """ "Did not take place, Nabil found him out": of a visit that is not the officer's own."""
    client, day = about(draft), prompt_date(draft, Direction.PAST)
    own = {match.client_id for match in draft.around.roll.matches_of(draft.sender.person)}
    if client.client is None or client.client.id in own or day is None:
        return
    for each in list(said(draft))[:2]:
        found = became(each.words)
        if found is None:
            if "?" in each.words:
                return
            continue
        outcome, end, sure = found
        args = f"{client.client.ref} {day.isoformat()} {outcome.value}"
        span = Span(each.span.start, each.span.start + end)
        fields = Fields(command="record_outcome", command_args=args)
        yield fact(draft, Kind.COORDINATOR_COMMAND, fields, span, None if client.sure and sure else "command")
        return

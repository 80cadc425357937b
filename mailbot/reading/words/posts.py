"""A call for help that somebody means to post in a public group, inside a mail (duty C11).

Only where the writer says so: "could you check this post for the WhatsApp group: …", "can I put this on Facebook?",
a line `Post:`, a subject "Post for the group". A post that is only spoken of is none.
"""

import re
from dataclasses import dataclass

from mailbot.events import Fact, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.labels import labelled_lines
from mailbot.reading.words.sense import is_reply

POST = "post"  # what the fact of such a mail says is wanted

_KNOWN = r"(?:whats ?app|facebook|fb|instagram|insta|twitter|nextdoor|telegram|signal|social media|mastodon|bluesky)"
_GROUP = (
    rf"(?:{_KNOWN}(?:[ -](?:groups?|chats?|pages?|story|status))*"
    r"|(?:(?:public|local|our|the|your|a|volunteers?['’]?|volunteering|community|neighbourhood|hotel|chat|big"
    r"|main) )*"
    r"(?:group(?: (?:chat|page))?|page|chat))"
)
_NOUN = r"(?:(?:draft |public |new |short |little )*(?:post|appeal|call[- ]?out|call for help|shout[- ]?out|notice))"
_CHECK = (
    r"(?:(?:can|could|would|will) (?:you|u|some\w+|any\w+)|please|pls|plz|kindly|you to|(?m:^)|[,.!?:–-]) ?"
    r"(?:(?:please|just|kindly|possibly|quickly|have a) ){0,3}(?:check(?: over| through)?|look (?:over|at|through)"
    r"|read(?: over| through)?|go (?:over|through)"
    r"|vet|approve|ok|okay|cast an eye over)"
)
_ASKED = r"(?:(?:can|could|may|shall|should|might) (?:i|we)|(?:ok|okay|all ?right|alright|fine|safe)"
_ASKED += r" (?:to|if (?:i|we)|for me to)|before (?:i|we))"
_MAY = (
    rf"(?:{_ASKED}|(?:want|like|going|plan(?:ning)?|hop(?:e|ing)|about|wish|love|mean|ready|need|meaning) to"
    r"|(?:i|we)(?:['’]ll| will|['’]m| am|['’]re| are)|let me)"
)
_PUT = r"(?:post(?:ing)?|put(?:ting)?(?: up)?|publish(?:ing)?|shar(?:e|ing)|stick(?:ing)?)"
_THIS = r"(?:this|these|the following|what follows|something like this|the (?:text |message |words )?below)"
_NEAR = r"[^.?!:\n]{0,40}?"
_CUES = tuple(
    lazy(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_CHECK}\b{_NEAR}\b(?:{_NOUN}|message|text)\b{_NEAR}\b(?:for|in|on|to|into)\b{_NEAR}\b{_GROUP}\b",
        rf"\b(?:is|are) (?:this|the|my|it|that) (?:{_NOUN}|message|text)? ?(?:ok|okay|all ?right|alright|fine"
        rf"|safe|good)\b"
        rf"{_NEAR}\b(?:for|in|on|to) {_NEAR}\b{_GROUP}\b",
        rf"\b(?<!they )(?<!who )(?<!she )(?<!you )(?<!people ){_MAY}\b (?:\w+ ){{0,2}}?{_PUT}\b (?:{_THIS}"
        rf"|(?:this |the |my |a )?(?:{_NOUN}|message))\b{_NEAR}"
        rf"\b(?:in|on|to|into|with|up on)\b{_NEAR}\b{_GROUP}\b",
        rf"\b{_ASKED} (?:\w+ ){{0,2}}?{_PUT}\b (?:it|that)\b{_NEAR}"
        rf"\b(?:in|on|to|into|with|up on)\b{_NEAR}\b{_GROUP}\b",
        rf"(?m:^)[^\w\n]*(?:(?:here|this|below|it)(?:['’]s| is) )?(?:my |the |a |our )?(?:{_NOUN}|message)\b{_NEAR}"
        rf"\b(?:for|to go (?:in|on)) {_NEAR}\b{_GROUP}\b(?=[^.?!:\n]{{0,30}}:)",
    )
)
_SUBJECT = lazy(
    rf"\W*(?:(?:please )?(?:check|approve)\W+(?:this |my |the )?)?(?:(?:my|a|the) )?(?:(?:{_NOUN}|message)\b.*"
    rf"\b(?:for|in|on)\b.*\b{_GROUP}|(?:(?:group|public|{_KNOWN}) )(?:{_NOUN})|(?:{_NOUN}) (?:to|for) check\w*)"
    r"(?:\W+(?:please )?(?:check|to check|for checking|ok\??))?\W*",
    re.IGNORECASE,
)
_LABEL = lazy(
    rf"^[ \t]*(?:[-*•·–]+[ \t]*)?[*_]*(?:(?:my|the|draft|public|group|{_KNOWN}) )*"
    rf"(?:post|(?:post|appeal|call for help) (?:for|in|on) [^:\n]{{0,20}}{_GROUP})[*_]*[ \t]*:[*_]*",
    re.IGNORECASE | re.MULTILINE,
)
_HINT = lazy(r"\b(?:post|appeal|call[- ]?out|call for help|shout|notice|group|facebook|fb|whats ?app)", re.I)
_COLON = lazy(r"[^.?!:\n]{0,60}:[ \t]*")
_SENTENCE_END = lazy(r"[^.?!\n]*[.?!\n]*\s*")
_GREETING = lazy(
    r"\s*(?:hi|hello|hiya|dear|hey|good (?:morning|afternoon|evening))\b[^\n.?!:]{0,40}[,!.]?\s*\n", re.I
)
_SIGN_OFF = lazy(
    r"(?:(?:with |many |kind |best |warm |all the |lots of )*(?:thanks?(?: you)?|cheers|best|regards|wishes|love"
    r"|ta|x+)"
    r"(?: (?:again|in advance|so much|a lot))?)?[\s,!.–-]*",
    re.IGNORECASE,
)
_QUOTED = lazy(r"\s*([\"“„«])(?P<words>.{8,}?)([\"”“»])(?=\W*(?:$|\n|[A-Z]))", re.DOTALL)
_FEWEST = 3  # words of a post


@dataclass(frozen=True, slots=True)
class Post:
    """Where the words that ask stand, and the post itself; None where none is there to be read.

    `for_others`: it is written for the group, and not also to us.
    """

    asking: Span
    body: Span | None
    for_others: bool = True


def post_in(draft: Draft) -> Post | None:
    """The post that the newest text holds, or None."""
    return draft.once("post", _post_of)


def without_posts(draft: Draft, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What stands in a post is meant for others: it is no report, plan or question to us. Harm stays what it is."""
    post = post_in(draft)
    if post is None:
        return facts
    return tuple(each for each in facts if not _is_of(post, each))


def find_post(subject: str, text: str, names: frozenset[str] = frozenset()) -> Post | None:
    """The post in a mail's own subject and newest text. `names`: the writer's, in lower case, as they sign."""
    if not _HINT.search(text) and not _HINT.search(subject):
        return None
    if label := _LABEL.search(text):
        following = [line.span.start for line in labelled_lines(text) if line.role]
        end = min((at for at in following if at >= label.end()), default=len(text))
        return Post(Span(*label.span()), _trimmed(text, label.end(), end, names))
    cue = next((found for pattern in _CUES if (found := pattern.search(text))), None)
    if cue:
        return _at_cue(text, cue, names)
    if not is_reply(subject) and _SUBJECT.fullmatch(subject):
        greeting = _GREETING.match(text)
        return Post(Span(0, 0), _trimmed(text, greeting.end() if greeting else 0, len(text), names))
    return None


def _post_of(draft: Draft) -> Post | None:
    person = draft.sender.person
    names = f"{draft.message.from_name} {person.name if person else ''}".casefold().split()
    subject = "" if draft.text.newest == draft.message.subject else draft.message.subject
    return find_post(subject, draft.text.newest, frozenset(names))


def _is_of(post: Post, each: Fact) -> bool:
    if each.kind in _STAYS or each.fields.command == POST:
        return False
    asked = each.kind is Kind.QUESTION_OTHER and _overlap(each.span, post.asking)
    body = post.body if post.for_others else None
    return asked or (body is not None and body.start <= each.span.start and each.span.end <= body.end)


_STAYS = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT, Kind.LONE_CHECK_IN, Kind.LONE_CHECK_OUT})


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _at_cue(text: str, cue: "re.Match[str]", names: frozenset[str]) -> Post:
    """What follows the sentence that asks, or its colon; where nothing follows, what stands before it."""
    start = max(text.rfind(end, 0, cue.start()) for end in (".", "?", "!", "\n")) + 1
    colon = _COLON.match(text, cue.end())
    rest = colon or _SENTENCE_END.match(text, cue.end())
    after = rest.end() if rest else cue.end()
    asking = Span(start, after)
    if body := _trimmed(text, after, len(text), names):
        return Post(asking, body)
    greeting = _GREETING.match(text)
    return Post(asking, _trimmed(text, greeting.end() if greeting else 0, start, names), for_others=False)


def _trimmed(text: str, start: int, end: int, names: frozenset[str]) -> Span | None:
    """Without white space, the writer's closing words, and quotation marks around it all; None if little is left."""
    if quoted := _QUOTED.match(text, start, end):
        start, end = quoted.span("words")
    else:
        end = _before_sign_off(text, start, end, names)
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    return Span(start, end) if len(text[start:end].split()) >= _FEWEST else None


def _before_sign_off(text: str, start: int, end: int, names: frozenset[str]) -> int:
    while (line := text[start:end].rstrip()) and "\n" in line:
        end = start + len(line)
        at = text.rfind("\n", start, end) + 1
        words = re.findall(r"[^\W\d_]+", text[at:end].casefold())
        if not (set(words) <= names or _SIGN_OFF.fullmatch(text[at:end])):
            break
        end = at
    return end

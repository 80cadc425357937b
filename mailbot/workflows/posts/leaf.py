"""Public posts: a call for help is looked at before somebody posts it, as nothing in it may tell who it is (C11).

mailbot posts nothing. Its writer, if verified, gets what was found and a version without it; a coordinator sees it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Fact, Fields, Kind, Span, Trust, about_sender
from mailbot.letters.letter import Letter
from mailbot.reading.message import Draft
from mailbot.reading.words.posts import POST, find_post, post_in
from mailbot.roll import Person
from mailbot.rulebook.rule import Pack, Recipient
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, Posting, Turn
from mailbot.workflows.posts.version import Checked, checked
from mailbot.workflows.recipients import find_recipients

CHECKS = "checks_posts"  # values of a pack
NOW = "posts_read_now"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOffered(Event):
    """Somebody means to post something in a public group.

    `can_answer`: it is there to be read, and a version that tells nothing could be made. `checks_posts`: the pack of
    one of those whom the writer visits says that this is done. `harm`: the mail shows harm beside it.
    """

    name: ClassVar[str] = "post.offered"
    read_by_person: ClassVar[bool] = True

    can_answer: bool
    checks_posts: bool
    read_now: bool
    harm: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    on_roll: bool = about_sender(False)
    _checked: Checked | None


def recognise(draft: Draft) -> Iterable[Fact]:
    """The post and the words that ask: a question, whose command says that it is this leaf's."""
    post = post_in(draft)
    if post is None:
        return
    spans = [post.asking, post.body] if post.body else [post.asking]
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    words = draft.text.newest[span.start : span.end]
    yield Fact(Kind.QUESTION_OTHER, Fields(command=POST), span, words)


def hear(turn: Turn, heard: Heard) -> Iterable[Event]:
    """Nothing where the mail is a concern: then it is answered and read as a concern, and as nothing else."""
    reading = turn.reading
    if heard.fact.fields.command != POST or reading is None:
        return
    if any(fact.kind is Kind.SAFEGUARDING_CONCERN for fact in reading.facts):
        turn.note("post.in-concern")
        return
    found, packs = _looked_at(turn), _packs(turn, turn.sender.person)
    yield PostOffered(
        can_answer=found is not None and found.version is not None,
        checks_posts=any(pack.values.get(CHECKS) is True for pack in packs),
        read_now=any(pack.values.get(NOW) is True for pack in packs),
        harm=reading.harm_unplaced,
        trust=turn.sender.trust,
        on_roll=turn.sender.person is not None,
        _checked=found,
    )


def answer_post(turn: Turn, event: PostOffered, _: NoParams) -> Iterable[Event]:
    """What was found and the version without it, to the verified writer only, whatever a rule says."""
    to = find_recipients(turn, event, Recipient("sender")).addresses
    found = event._checked
    if turn.sender.trust is not Trust.VERIFIED or not to or found is None or found.version is None:
        turn.note("mail.nobody", code="posts/checked")
        return ()
    values = {"post_found": found.found, "post_version": found.version, "post_look": found.look_at}
    context = dict(NOTHING_KNOWN) | values
    turn.post(Posting(Letter(template="posts/checked", to=to, context=context, is_reply=True)))
    return ()


def _looked_at(turn: Turn) -> Checked | None:
    reading, person = turn.reading, turn.sender.person
    if reading is None:
        return None
    message, text = reading.message, reading.text.newest
    names = f"{message.from_name} {person.name if person else ''}".casefold().split()
    post = find_post(message.subject, text, frozenset(names))
    if post is None or post.body is None:
        return None
    body, year = text[post.body.start : post.body.end], turn.now.astimezone(turn.scheme.zone).year
    own = frozenset(client.id for client in turn.roll.clients_of(turn.roll.matches_of(person)))
    return checked(body, turn.roll, year, message.attachments, None if person and person.is_officer else own)


def _packs(turn: Turn, person: Person | None) -> tuple[Pack, ...]:
    """Those of the people whom they visit; of an officer, or somebody without a match, all of the scheme's."""
    if person is None:
        return ()
    matches = turn.roll.matches_of(person)
    if not matches or person.is_officer:
        return tuple(turn.scheme.rulebook.packs.values())
    found = (turn.scheme.pack_of(client.setting) for client in turn.roll.clients_of(matches))
    return tuple(pack for pack in found if pack)


LEAF = Leaf(
    name="posts",
    recognisers=(recognise,),
    events=(PostOffered,),
    actions=(LeafAction("answer_post", NoParams, answer_post),),
    hears={Kind.QUESTION_OTHER: hear},
)

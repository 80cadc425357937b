"""What officers command by mail, and thanks that need no answer (promise 9)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.announcing import orders
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.money import has_money
from mailbot.reading.words.names import about, find_clients
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import Sentence, asked, cut, dates_in, fact, is_reply, names_in, said
from mailbot.roll import INSTRUCT, Role
from mailbot.workflows.attention import wording
from mailbot.workflows.attention.gently import gently
from mailbot.workflows.attention.kindly import is_only_kind
from mailbot.workflows.attention.lines import answer_in_a_line
from mailbot.workflows.attention.reported import reported
from mailbot.workflows.attention.verdicts import became, decided

_MAY_COMMAND = INSTRUCT | {Role.TREASURER}
_FEW = 9  # words
_SHORTENED = 3  # letters at least of a name that is called short: "Des" for Desmond
_LONGEST_THANKS = 90  # characters; longer is read by a person
_WORD = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")


def recognise(draft: Draft) -> Iterable[Fact]:
    """A command of an officer, in the first line or in a sentence; or thanks and nothing else."""
    if answers := list(answer_in_a_line(draft)):
        yield from answers
        return
    commands = list(_commands(draft)) if draft.sender.roles & _MAY_COMMAND else []
    yield from commands
    if not commands:
        yield from _thanks(draft)


def _commands(draft: Draft) -> Iterator[Fact]:
    in_a_word = list(_in_a_word(draft))
    told = in_a_word or list(_to_record(draft)) or list(_at_the_end(draft)) or list(gently(draft))
    yield from told or reported(draft)


def _in_a_word(draft: Draft) -> Iterator[Fact]:
    """`approve`, `Reject - no receipt`, in the first line; the claim is the one that the subject names.

    Two claims in one sentence are two commands, and a person makes sure of each.
    """
    text = draft.text.newest
    match = wording.COMMAND.match(text.replace("’", "'"))
    if match is None:
        return
    name = match["name"].lower()
    name = wording.NAMES.get(name, name)
    args = text[match.start("args") : match.end("args")].strip()
    if name == "reject" and decided(match["whole"]) == "approve":
        return  # "I rejected the last one, but this is fine"
    whole = Span(*match.span("whole"))
    named, doubt = _claims_in(draft, args), None
    if args and name not in wording.TAKES_ARGS and not _is_polite(draft, args):
        alone = _first_of_two(draft, match)
        if len(named) > 1 and not wording.TAKES_BACK.search(args):
            alone = whole
        elif alone is None:
            alone, doubt = _before_a_remark(draft, match), "command"
        if alone is None:
            return
        whole, args = alone, args if len(named) > 1 else ""
    if len(named) > 1 and name not in wording.TAKES_ARGS:
        for each in named:
            yield fact(draft, Kind.COORDINATOR_COMMAND, Fields(command=name, command_args=each), whole, "command")
        return
    reference = wording.REFERENCE.search(args) or wording.REFERENCE.search(draft.message.subject)
    doubt = doubt if reference else None
    if name in wording.TAKES_ARGS and args:
        known = reference and reference.group() not in args
        args = f"{reference.group()} reason: {args}" if reference and known else args
    else:
        args = reference.group() if reference else ""
    yield fact(draft, Kind.COORDINATOR_COMMAND, Fields(command=name, command_args=args), whole, doubt)


def _claims_in(draft: Draft, args: str) -> list[str]:
    """The claims that are named, "0064" as the end of the one that the subject names among them."""
    subject = wording.REFERENCE.search(draft.message.subject)
    found = {m.start(): m.group() for m in wording.REFERENCE.finditer(args)}
    for short in re.finditer(r"(?<![-/#\w])\d{2,8}\b", args) if subject else ():
        assert subject is not None
        if subject.group().endswith(short.group()):
            found[short.start()] = subject.group()
    return list(dict.fromkeys(found[at] for at in sorted(found)))


def _at_the_end(draft: Draft) -> Iterator[Fact]:
    """The last sentence, "So reject please", behind its reasons; the claim is the one that the subject names."""
    sentences = list(said(draft))
    match = wording.SO.fullmatch(sentences[-1].words) if sentences else None
    reference = wording.REFERENCE.search(draft.message.subject)
    if match is None or reference is None or not is_reply(draft.message.subject):
        return
    name = wording.NAMES.get(match["name"].lower(), match["name"].lower())
    reason = draft.text.newest[: sentences[-1].span.start].strip()
    args = f"{reference.group()} reason: {reason}" if reason and name in wording.TAKES_ARGS else reference.group()
    whole = Span(sentences[0].span.start, sentences[-1].span.end)
    yield fact(draft, Kind.COORDINATOR_COMMAND, Fields(command=name, command_args=args), whole, "command")


def _first_of_two(draft: Draft, match: "re.Match[str]") -> Span | None:
    """ "Approve. He is right.": the command alone, where a full stop ends it and the rest takes nothing back."""
    start, end = match.end("name"), match.start("args")
    ended = re.search(r"[.!]", draft.text.newest[start:end]) or wording.POLITE_STOP.match(draft.text.newest, start)
    if ended is None or wording.TAKES_BACK.search(draft.text.newest[end:]):
        return None
    return Span(match.start("whole"), start)


def _before_a_remark(draft: Draft, match: "re.Match[str]") -> Span | None:
    """ "approve - bless him", "Approved, and tell her …": the command, of which a person makes sure."""
    start = match.end("name")
    ended = wording.REMARK.match(draft.text.newest, start)
    if ended is None or wording.TAKES_BACK.search(draft.text.newest[start:]) or has_money(draft.text.newest):
        return None
    return Span(match.start("whole"), start)


def _is_polite(draft: Draft, args: str) -> bool:
    left = wording.POLITE.sub(" ", wording.REFERENCE.sub(" ", args))
    return "?" not in left and all(w.casefold() in names_in(draft) for w in _WORD.findall(left))


def _to_record(draft: Draft) -> Iterator[Fact]:
    """ "Please mark H-04 as visited on 2 May": client, day, outcome, and the order to keep it."""
    before: Sentence | None = None
    for sentence in said(draft):
        for told in _what_to_record(draft, sentence, before):
            if found := _recorded(draft, told):
                yield found
                break
        before = sentence


def _recorded(draft: Draft, told: Sentence) -> Fact | None:
    what = became(told.words)
    named = find_clients(told.words, draft.around.roll, draft.sender.person)
    subject = draft.message.subject
    if what is None or not (named or is_reply(subject) or find_clients(subject, draft.around.roll, None)):
        return None
    client = about(draft, told.words)
    if client.client is None:
        return None
    found = dates_in(draft, told, Direction.PAST)
    day = found[0].day.isoformat() if len(found) == 1 and found[0].day else ""
    args = " ".join(part for part in (client.client.ref, day, what[0].value) if part)
    sure = client.sure and what[2] and len(found) == 1 and found[0].sure
    fields = Fields(command="record_outcome", command_args=args)
    span = cut(draft, told, Span(0, len(told.words)))
    return fact(draft, Kind.COORDINATOR_COMMAND, fields, span, None if sure else "command")


def _what_to_record(draft: Draft, sentence: Sentence, before: Sentence | None) -> Iterator[Sentence]:
    """What stands behind "please mark", or before "can you put that in"; else what the sentence before says."""
    words = sentence.words
    if "?" in words and not orders(words):
        return
    if behind := wording.RECORD_IT.search(words):
        yield _part(sentence, 0, behind.start())
        yield _part(sentence, behind.end(), len(words))
    elif ordered := wording.RECORD.search(words):
        yield _part(sentence, ordered.start(), ordered.end())
        yield _part(sentence, 0, len(words))
    else:
        return
    if before is not None:
        yield before


def _part(sentence: Sentence, start: int, end: int) -> Sentence:
    at = sentence.span.start
    return Sentence(Span(at + start, at + end), sentence.words[start:end])


def _thanks(draft: Draft) -> Iterator[Fact]:
    text = draft.text.newest
    if not text.strip() or len(text) > _LONGEST_THANKS or draft.message.attachments or draft.message.forwarded:
        return
    start = len(text) - len(text.lstrip())
    friendly = wording.only_friendly(text) and is_reply(draft.message.subject) and asked(draft) is None
    friendly = friendly or (_was_told(draft) and not harm_in(draft) and is_only_kind(draft, text))
    if friendly or (_is_thanks(draft, text) and (_says_no_more(text) or _was_told(draft))):
        yield fact(draft, Kind.ACKNOWLEDGEMENT, Fields(), Span(start, len(text.rstrip())))
    elif _is_mostly_thanks(draft, text) and (match := wording.THANKS.search(text)):
        yield fact(draft, Kind.ACKNOWLEDGEMENT, Fields(), Span(*match.span()))


def _was_told(draft: Draft) -> bool:
    """Whether it answers a letter of ours that asks nothing."""
    return is_reply(draft.message.subject) and bool(our_prompt(draft)) and asked(draft) is None


def _is_mostly_thanks(draft: Draft, text: str) -> bool:
    """Thanks and a few words that tell nothing, to our mail that asks nothing; what is unknown is left to a "
    "person."""
    if not is_reply(draft.message.subject) or not our_prompt(draft) or asked(draft) is not None or harm_in(draft):
        return False
    few = len(text.split()) <= _FEW and text.isascii() and wording.NEWS.search(text) is None
    named = find_clients(text, draft.around.roll, draft.sender.person)
    return few and not named and wording.PURE_THANKS.search(text) is not None


def _is_thanks(draft: Draft, text: str) -> bool:
    """Whether every word is one of thanks, of its company, or a name; an answer to a question takes plain thanks."""
    plain = wording.without_pictures(text)
    if any(_is_odd(sign) for sign in plain):
        return False
    left, beside = wording.THANKS.sub(" ", plain), wording.BESIDE
    if asked(draft) is None:
        left, beside = wording.AGREED.sub(" ", left), wording.BESIDE_UNASKED
    elif not wording.PURE_THANKS.search(plain):
        return False
    names = names_in(draft)
    words = (w.replace("’", "'") for w in _WORD.findall(left))
    return left != plain and all(w.casefold() in beside or _is_name(w, names) for w in words)


def _is_odd(sign: str) -> bool:
    return sign in "?؟" or unicodedata.category(sign) == "So"


def _is_name(word: str, names: frozenset[str]) -> bool:
    plain = word.casefold().removesuffix("'s")
    short = len(plain) >= _SHORTENED and word[0].isupper() and any(name.startswith(plain) for name in names)
    return len(word) == 1 or plain in names or short


def _says_no_more(text: str) -> bool:
    """ "Yes, thanks" answers a question; it is more than thanks."""
    words = _WORD.findall(text)
    if words[1:] and words[1].casefold() in {"worries", "problem", "bother", "probs"}:  # "No worries Des"
        return True
    return not words or words[0].casefold() not in {"yes", "yep", "yeah", "no", "it", "all", "saw"}

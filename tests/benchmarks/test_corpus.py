"""The corpus is the same everywhere, looks like a shared mailbox, and fits its roll."""

from collections import Counter
from hashlib import sha256

from benchmarks import corpus
from mailbot.reading.parse import parse
from mailbot.roll import Role


def digest(letters: list[corpus.Letter]) -> str:
    return sha256(b"".join(letter.raw for letter in letters)).hexdigest()


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert digest(list(corpus.letters(40))) == digest(list(corpus.letters(40)))
    assert digest(list(corpus.letters(40))) != digest(list(corpus.letters(40, seed=8)))


def test_a_letter_does_not_depend_on_how_many_there_are() -> None:
    assert list(corpus.letters(5)) == list(corpus.letters(30))[:5]


def test_the_mix_is_that_of_a_shared_mailbox() -> None:
    letters = list(corpus.letters(1000))
    kinds = Counter(letter.kind for letter in letters)
    assert all(abs(kinds[kind] - 10 * share) < 45 for kind, share in corpus.KINDS.items())
    assert 50e6 < sum(len(letter.raw) for letter in letters) < 66e6


def test_every_letter_can_be_read_whole() -> None:
    for letter in corpus.letters(60):
        message = parse(letter.raw)
        assert not message.unreadable
        assert message.text.strip()
        assert message.date == letter.at
        assert letter.raw.count(b"\n") == letter.raw.count(b"\r\n")


def test_claims_carry_receipts() -> None:
    claims = [parse(letter.raw) for letter in corpus.letters(100) if letter.kind == "claim"]
    assert all(1 <= len(claim.attachments) <= 3 for claim in claims)


def test_everybody_who_writes_but_strangers_and_machines_is_on_the_roll() -> None:
    known = {member.email for member in corpus.cast().members}
    for letter in corpus.letters(100):
        sender = parse(letter.raw).from_address
        assert (sender in known) == (letter.kind not in ("stranger", "bounce"))


def test_the_roll_has_its_officers_and_a_visitor_for_each_client() -> None:
    cast = corpus.cast()
    roles = {role for member in cast.members for role in member.roles}
    assert roles == {Role.COORDINATOR, Role.SAFEGUARDING_LEAD, Role.TREASURER, Role.VISITOR}
    assert len({client.ref for client in cast.clients}) == len(cast.clients) == corpus.VOLUNTEERS

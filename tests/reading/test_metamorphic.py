"""What must stay the same, and what must not, when a mail is changed in a way whose effect is known."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mailbot.events import Fact, Fields
from mailbot.reading.message import Reading
from mailbot.reading.parse import parse
from mailbot.reading.understand import understand
from mailbot.reading.words.harm import scanner_for
from tests.reading.speaking import OURS, THURSDAY, around, harm, sender
from tests.reading.test_understand import ALL, has_concern, left
from tests.reading.worries import WORRIES

ROUTINES = (
    "Saw Omar on Tuesday, all well.",
    "Hi Carol,\n\nI visited Omar last Tuesday. We had tea and cake.\n\nBest wishes\nAna",
    "Visit date: 21/04/2026\nOutcome: took place\nExpenses: 0\nMiles: 0\nAny worries about safety: none",
    "I visited Omar yesterday. The bus was £2.40.",
    "I can't visit Omar on Saturday, I have a cold.",
    "I'm seeing Omar on Saturday at 3pm",
)
PROMPT = "Wednesday 22 April 2026 was your day with Omar (H-04). Did the visit take place?\nDanger to life: 999."
HEAD = "From: Ana Petrova <ana@example.com>\nTo: Friends <visits@friends.example.org>\nSubject: {subject}\n"


def _plain(text: str) -> str:
    return HEAD + "\n" + text


def _with_tag(text: str) -> str:
    return HEAD + "\n" + text + "\n\nSent from my iPhone"


def _with_signature(text: str) -> str:
    return HEAD + "\n" + text + "\n\n-- \nAna Petrova\n01632 960123\n"


def _answered(text: str) -> str:
    quoted = "\n".join(f"> {line}" for line in PROMPT.split("\n"))
    return HEAD + f"\n{text}\n\nOn Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:\n\n{quoted}\n"


def _from_outlook(text: str) -> str:
    head = f"From: Friends <{OURS}>\nSent: 23 April 2026 09:00\nTo: Ana Petrova\nSubject: Your visit"
    return HEAD + f"\n{text}\n\n________________________________\n{head}\n\n{PROMPT}\n"


def _as_html(text: str) -> str:
    lines = "".join(f"<div>{line or '<br>'}</div>" for line in text.split("\n"))
    return HEAD + f"Content-Type: text/html; charset=utf-8\n\n<html><body>{lines}</body></html>\n"


WRAPPINGS: tuple[Callable[[str], str], ...] = (_plain, _with_tag, _with_signature, _as_html)
ANSWERS: tuple[Callable[[str], str], ...] = (_answered, _from_outlook)


def wrapped(text: str, wrap: Callable[[str], str] = _plain, subject: str = "Omar", weeks: int = 0) -> Reading:
    raw = wrap(text).replace("{subject}", subject).replace("\n", "\r\n").encode()
    return understand(parse(raw), sender(), around(THURSDAY + timedelta(weeks=weeks)), ALL)


def facts(found: Reading) -> list[tuple[str, Fields, bool]]:
    return [(fact.kind.value, _bare(fact), fact.sure) for fact in found.facts]


def _bare(fact: Fact) -> Fields:
    """Without what says where a value was found."""
    return replace(fact.fields, client_source=None, from_quote=())


@pytest.mark.parametrize("wrap", WRAPPINGS)
@pytest.mark.parametrize("text", ROUTINES)
def test_the_same_words_in_every_wrapping_are_the_same_facts(text: str, wrap: Callable[[str], str]) -> None:
    assert facts(wrapped(text, wrap)) == facts(wrapped(text))


@pytest.mark.parametrize("text", ["Yes, all good", "Yes it went ahead, thanks", "No, he had been taken to court"])
def test_an_answer_above_our_question_is_the_same_in_every_program(text: str) -> None:
    assert facts(wrapped(text, _answered, "Re: Your visit")) == facts(wrapped(text, _from_outlook, "Re: Your visit"))


FORM = "1. Who:\n2. Date:\n3. Took place?\n4. If not, why?\n5. Next one:\n6. Anything worrying you:"


@pytest.mark.parametrize("mark", ["> ", " ", ""])
def test_a_numbered_form_that_comes_back_is_the_same_however_it_is_quoted(mark: str) -> None:
    form = "\n".join(f"{mark}{line}" for line in FORM.split("\n"))
    head = f"\n\nOn Thursday, 23 April 2026 at 09:00, Friends <{OURS}> wrote:\n\n"
    found = wrapped(f"1. Omar\n2. 21/04/2026\n3. Y\n4. -\n5. 5/5/2026\n6. no{head}{form}\n", subject="Re: Your visit")
    assert [fact.kind.value for fact in found.facts] == ["visit_confirmed", "visit_planned"]
    assert all(fact.sure for fact in found.facts)


@pytest.mark.duty("B13")
@given(st.sampled_from([w for w in WORRIES if scanner_for(harm()).scan(w)]), st.sampled_from(ROUTINES), st.data())
@settings(max_examples=150, deadline=None)
def test_a_worry_added_anywhere_alerts(worry: str, routine: str, data: st.DataObject) -> None:
    lines = routine.split("\n")
    lines.insert(data.draw(st.integers(0, len(lines))), f"{worry}.")
    found = wrapped("\n".join(lines), data.draw(st.sampled_from(WRAPPINGS + ANSWERS)), "Omar")
    assert has_concern(found) or found.harm_unplaced


@pytest.mark.parametrize("worry", ["He wants to die", "Her carer hit her", "They took his passport"])
def test_the_same_worry_in_a_quote_of_ours_never_does(worry: str) -> None:
    quoted = "\n".join(f"> {line}" for line in PROMPT.split("\n"))
    text = f"Yes, all good\n\nOn Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:\n{quoted}\n> {worry}"
    found = wrapped(text, subject="Re: Your visit")
    assert not has_concern(found)
    assert not found.harm_unplaced


@pytest.mark.parametrize("text", [ROUTINES[0], ROUTINES[1], ROUTINES[4], ROUTINES[5]])
@given(weeks=st.integers(min_value=1, max_value=100))
@settings(max_examples=20, deadline=None)
def test_days_move_with_the_week(text: str, weeks: int) -> None:
    later = timedelta(weeks=weeks)
    pairs = zip(wrapped(text).facts, wrapped(text, weeks=weeks).facts, strict=True)
    for now, then in pairs:
        for name in ("visit_date", "next_visit_date"):
            day, moved = getattr(now.fields, name), getattr(then.fields, name)
            assert moved == (day + later if day else None)


def _without_signs(text: str) -> str:
    return "".join(c for c in text if c not in ".,;'’\"")


@pytest.mark.duty("B13")
@pytest.mark.parametrize("worry", WORRIES)
@pytest.mark.parametrize("change", [str.upper, str.lower, _without_signs, str.title])
def test_upper_case_and_missing_signs_lose_no_worry(worry: str, change: Callable[[str], str]) -> None:
    if scanner_for(harm()).scan(worry):
        found = wrapped(f"{ROUTINES[0]}\n{change(worry)}")
        assert has_concern(found) or found.harm_unplaced or left(found)


@pytest.mark.duty("B13")
@given(st.sampled_from([w for w in WORRIES if len(max(w.split(), key=len)) > 3]), st.data())
@settings(max_examples=300, deadline=None)
def test_a_typing_error_loses_no_worry(worry: str, data: st.DataObject) -> None:
    """A slip may cost the alert, never the person who reads; unless it makes an everyday word (quiet, quite)."""
    words = worry.split()
    long = [n for n, word in enumerate(words) if len(word) > 3]
    at = data.draw(st.sampled_from(long))
    place = data.draw(st.integers(1, len(words[at]) - 2))
    slip = data.draw(st.sampled_from(("left out", "doubled", "swapped")))
    words[at] = _slipped(words[at], place, slip)
    assume(not _is_everyday(words[at]))
    found = wrapped(f"{ROUTINES[0]}\n{' '.join(words)}.")
    assert has_concern(found) or found.harm_unplaced or left(found)


def _is_everyday(word: str) -> bool:
    """Whether the word by itself is one that chat is made of."""
    return not left(wrapped(f"{ROUTINES[0]}\nWe had {word} tea."))


def _slipped(word: str, at: int, slip: str) -> str:
    if slip == "left out":
        return word[:at] + word[at + 1 :]
    if slip == "doubled":
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

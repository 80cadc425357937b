"""What has been looked at is remembered by UID, whatever happens to the connection; and nothing else of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from mailbot.errors import TryAgain
from mailbot.sifting import Sifting
from tests import story
from tests.reading.mails import mail

CALM, HARM = mail("We had tea."), mail("He said that he wants to kill himself.")
MACHINE = mail("He said that he wants to kill himself.", Auto_Submitted="auto-replied")


class Box:
    """A mailbox whose line breaks after `lasts` messages."""

    def __init__(self, waiting: dict[int, bytes], lasts: int = 100) -> None:
        self.waiting, self.lasts, self.asked = waiting, lasts, list[int]()

    def starts(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        for uid in uids:
            if len(self.asked) == self.lasts:
                raise TryAgain("the line broke")
            self.asked.append(uid)
            if uid in self.waiting:
                yield uid, self.waiting[uid]


@pytest.fixture
def told(tmp_path: Path) -> Any:
    return story.begin(tmp_path)


def sifting(told: Any, box: Any) -> Sifting:
    return Sifting(told.scheme, box, told.clock)


def test_harm_is_now_a_machines_comes_soon_and_the_rest_in_order(told: Any) -> None:
    sifts = sifting(told, Box({1: CALM, 2: MACHINE, 3: HARM, 4: CALM}))
    assert sifts.look([1, 2, 3, 4]) == [3]
    assert sifts.in_turn([1, 2, 4]) == [2, 1, 4]
    assert sifts.is_now(3)
    assert not sifts.is_now(2)


def test_after_a_broken_line_it_goes_on_where_it_was(told: Any) -> None:
    box = Box({uid: HARM if uid == 2 else CALM for uid in range(1, 7)}, lasts=3)
    sifts = sifting(told, box)
    with pytest.raises(TryAgain):
        sifts.look(range(1, 7))
    box.lasts = 100
    assert sifts.look(range(1, 7)) == [2], "found before the line broke, and not fetched yet"
    assert box.asked == [1, 2, 3, 4, 5, 6], "none was looked at twice"


def test_what_the_server_does_not_show_has_its_turn_as_it_came(told: Any) -> None:
    sifts = sifting(told, Box({}))
    assert sifts.look([1, 2, 3]) == []
    assert sifts.in_turn([1, 2, 3]) == [1, 2, 3]


def test_when_uids_mean_other_messages_all_is_forgotten(told: Any) -> None:
    box = Box({1: HARM})
    sifts = sifting(told, box)
    assert sifts.look([1]) == [1]
    sifts.forget()
    box.waiting = {1: CALM}
    assert sifts.look([1]) == []


def test_an_answer_to_a_mail_about_a_concern_or_a_watch_is_now(told: Any) -> None:
    told.writes(story.HANA, "He said that he wants to kill himself.\n")
    subjects = [each.subject for each in told.mails if each.template.startswith("safeguarding/")]
    assert subjects
    answers = {uid: mail("ack", Subject=f"Re: {subject}") for uid, subject in enumerate(subjects, 1)}
    assert sifting(told, Box(answers)).look(list(answers)) == list(answers)
    others = {uid: raw.replace(b"]", b"7]") for uid, raw in answers.items()}
    assert sifting(told, Box(others)).look(list(others)) == []

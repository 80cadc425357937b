"""The one mail a day: what waits for a volunteer is read again, and what is not stale goes out together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from mailbot.events import Event
from mailbot.letters.keeping import brought_back
from mailbot.letters.letter import Letter
from mailbot.store import waiting
from mailbot.store.timers import Timer
from mailbot.store.waiting import Waiting
from mailbot.workflows.bundles.holding import (
    BUNDLE,
    free_from,
    one_question,
    post_together,
    start_timer,
)
from mailbot.workflows.contract import Leaf, LeafAction, NoParams, Record, TimerSpec, Turn
from mailbot.workflows.pausing import record_rests
from mailbot.workflows.recipients import address_of

Wanted = Callable[[Turn, Record], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleDue(Event):
    """Letters wait for a volunteer, and it is time to send them."""

    name: ClassVar[str] = "bundle.due"
    record_kind: ClassVar[str | None] = "person"

    person_id: int


def due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Their time has come; in the caps, in working hours, or later."""
    person_id = timer.subject[1]
    if free_from(turn, person_id, turn.now) > turn.now:
        start_timer(turn, person_id, turn.now)
    elif waiting.of_person(turn.conn, person_id):
        yield BundleDue(person_id=person_id)


@dataclass(frozen=True)
class Bundles:
    """The action that sends what waits, bound to what each leaf says is still worth sending."""

    still_wanted: Mapping[str, Wanted]

    def actions(self) -> tuple[LeafAction, ...]:
        """What rules may name."""
        return (LeafAction("send_what_waits", NoParams, self.send_what_waits),)

    def send_what_waits(self, turn: Turn, event: BundleDue, _: NoParams) -> Iterable[Event]:
        """One mail with one question at most; further questions wait for the next."""
        person = turn.roll.person(event.person_id)
        letters: dict[int, Letter] = {}
        for row in waiting.of_person(turn.conn, person.id):
            if not self._is_wanted(turn, row):
                waiting.forget(turn.conn, [row.id])
                turn.note("mail.stale", row.subject, code=row.template)
                continue
            letters[row.id] = Letter(
                template=row.template,
                to=(address_of(person),),
                context=brought_back(row.context),
                subject_record=row.subject,
            )
        go, later = one_question(turn, letters.values())
        waiting.forget(turn.conn, [row_id for row_id, letter in letters.items() if letter in go])
        post_together(turn, person, go)
        if later:
            start_timer(turn, person.id, turn.now + timedelta(days=1))
        return ()

    def _is_wanted(self, turn: Turn, row: Waiting) -> bool:
        wanted = self.still_wanted.get(row.template)
        if row.template not in turn.scheme.templates.names or record_rests(turn, row.subject):
            return False
        return wanted is None or row.subject is None or wanted(turn, row.subject)


LEAF = Leaf(
    name="bundles",
    events=(BundleDue,),
    timers=(TimerSpec(BUNDLE, lambda t: timedelta(), due),),
)

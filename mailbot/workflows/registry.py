"""All leaves, one line each, and what rules may say because of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mailbot.config import Config
from mailbot.events import Event
from mailbot.letters.template import Templates
from mailbot.reading.message import Recogniser
from mailbot.roll import Role
from mailbot.rulebook.rule import ActionSpec, Vocabulary
from mailbot.workflows.actions import Shared
from mailbot.workflows.attention.leaf import LEAF as ATTENTION
from mailbot.workflows.beginnings.leaf import LEAF as BEGINNINGS
from mailbot.workflows.booking.leaf import LEAF as BOOKING
from mailbot.workflows.bundles.leaf import LEAF as BUNDLES
from mailbot.workflows.bundles.leaf import Bundles
from mailbot.workflows.contact.leaf import LEAF as CONTACT
from mailbot.workflows.contract import Context, Leaf, LeafAction, TimerSpec
from mailbot.workflows.cover.leaf import LEAF as COVER
from mailbot.workflows.endings.leaf import LEAF as ENDINGS
from mailbot.workflows.expenses.leaf import LEAF as EXPENSES
from mailbot.workflows.incidents.leaf import LEAF as INCIDENTS
from mailbot.workflows.lone.leaf import LEAF as LONE
from mailbot.workflows.machines.leaf import LEAF as MACHINES
from mailbot.workflows.meetings.absences import LEAF as ABSENCES
from mailbot.workflows.meetings.leaf import LEAF as MEETINGS
from mailbot.workflows.pauses.leaf import LEAF as PAUSES
from mailbot.workflows.people.leaf import LEAF as PEOPLE
from mailbot.workflows.posts.leaf import LEAF as POSTS
from mailbot.workflows.reviews.leaf import LEAF as REVIEWS
from mailbot.workflows.safeguarding.leaf import LEAF as SAFEGUARDING
from mailbot.workflows.support.leaf import LEAF as SUPPORT
from mailbot.workflows.visits.leaf import LEAF as VISITS
from mailbot.workflows.visits.standing_in import LEAF as STANDING_IN

LEAVES = (
    *(SAFEGUARDING, LONE, PAUSES, VISITS, STANDING_IN, BEGINNINGS, ENDINGS, COVER, EXPENSES),
    *(CONTACT, REVIEWS, BOOKING, SUPPORT, PEOPLE, INCIDENTS, POSTS, MEETINGS, ABSENCES, BUNDLES, MACHINES, ATTENTION),
)


@dataclass(frozen=True)
class Registry:
    """The leaves, and what they bring, by name."""

    leaves: tuple[Leaf, ...] = LEAVES

    @cached_property
    def recognisers(self) -> tuple[Recogniser, ...]:
        return tuple(recogniser for leaf in self.leaves for recogniser in leaf.recognisers)

    @cached_property
    def events(self) -> Mapping[str, type[Event]]:
        return {event.name: event for leaf in self.leaves for event in leaf.events}

    @cached_property
    def timers(self) -> Mapping[str, TimerSpec]:
        return {spec.name: spec for leaf in self.leaves for spec in leaf.timers}

    @cached_property
    def contexts(self) -> Mapping[str, Context]:
        return {event.name: leaf.context for leaf in self.leaves for event in leaf.events if leaf.context}

    @cached_property
    def actions(self) -> Mapping[str, LeafAction]:
        own = [action for leaf in self.leaves for action in leaf.actions]
        wanted = {name: asks for leaf in self.leaves for name, asks in leaf.still_wanted.items()}
        shared = (*Shared(self.contexts, self.timers).actions(), *Bundles(wanted).actions())
        return {action.name: action for action in (*shared, *own)}

    def vocabulary(self, config: Config, templates: Templates) -> Vocabulary:
        """What the rules of that scheme may name."""
        return Vocabulary(
            events=self.events,
            actions={name: ActionSpec(name, action.params) for name, action in self.actions.items()},
            templates=templates.names,
            timers=frozenset(self.timers),
            roles=frozenset(Role),
            directory=config.directory.names,
            packs=frozenset(config.scheme.packs),
        )

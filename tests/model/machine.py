"""Random lives of a scheme with worries: the moves, drawn by hypothesis. What must hold stands in invariants.py."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.model import words
from tests.model.people import (
    BETH,
    CLIENTS,
    ENTRIES,
    EVERYBODY,
    HANA,
    HOTEL,
    IVO,
    OFFICERS,
    STRANGER,
    VISITS,
    household,
)
from tests.model.player import MEANS, STARTS, new_player
from tests.model.words import QUESTIONS, RETRACTIONS, Said
from tests.story import COLIN, LENA

WRITERS = (HANA, IVO, HANA, IVO, BETH, COLIN, LENA, STRANGER)
TRUST = st.sampled_from(("pass", "pass", "pass", "none", "fail"))
RECENT = st.integers(0, 11)


class Worries(RuleBasedStateMachine):
    """Each rule is something that somebody does, or that happens to the machine that mailbot runs on."""

    @initialize(
        start=st.sampled_from(sorted(STARTS)),
        mode=st.sampled_from(("live", "live", "live", "team", "test")),
        directory=st.sampled_from(("fresh", "fresh", "nearly stale", "stale", "unverified", "one unverified")),
    )
    def opens(self, start, mode, directory):
        self.play = new_player(start, mode, directory)

    @rule(data=st.data(), writer=st.sampled_from(WRITERS), trust=TRUST, client=st.sampled_from(CLIENTS))
    def worry(self, data, writer, trust, client):
        said = words.worry(data.draw, self.play.mark(), client, household(writer))
        self.play.says(writer, words.with_call(data.draw, said) if client == HOTEL else said, trust=trust)

    @rule(data=st.data(), writer=st.sampled_from((IVO, IVO, IVO, HANA, STRANGER)), trust=TRUST)
    def report_on_the_form(self, data, writer, trust):
        client = HOTEL if writer != HANA else data.draw(st.sampled_from(VISITS[HANA]))
        self.play.says(writer, words.form(data.draw, self.play.mark(), client), trust=trust)

    @rule(data=st.data(), writer=st.sampled_from((HANA, IVO, BETH)), trust=TRUST)
    def complaint(self, data, writer, trust):
        self.play.says(writer, words.complaint(data.draw, self.play.mark()), trust=trust)

    @rule(data=st.data(), writer=st.sampled_from((HANA, IVO, BETH, STRANGER)), trust=TRUST)
    def everyday_mail(self, data, writer, trust):
        self.play.says(writer, words.routine(data.draw, self.play.mark()), trust=trust)

    @precondition(lambda self: self.play.asking())
    @rule(data=st.data(), which=RECENT, trust=TRUST)
    def more_in_answer(self, data, which, trust):
        """The reporter, or whoever else had a mail about a case, tells more harm in answer to it."""
        mail, who = self._one(which)
        if who in OFFICERS or who not in EVERYBODY:
            return
        case = self.play.beliefs.cases.get(mail.case)
        client = (case and case.opened_by.said.client) or CLIENTS[0]
        said = words.worry(data.draw, self.play.mark(), client, household(who))
        self.play.says(who, said, trust=trust, answers=mail)

    @precondition(lambda self: self.play.asking("acknowledge"))
    @rule(which=RECENT, word=st.sampled_from(("ACK", "ack", "I have this")))
    def somebody_has_it(self, which, word):
        mail, who = self._one(which, "acknowledge")
        self.play.replies(mail, who, word)

    @precondition(lambda self: self.play.asking())
    @rule(which=RECENT, word=st.sampled_from(sorted(MEANS)), trust=TRUST, other=st.none() | st.sampled_from(WRITERS))
    def some_answer(self, which, word, trust, other):
        """Right and wrong words, from right and wrong hands."""
        mail, who = self._one(which)
        self.play.replies(mail, other or who, word, trust=trust)

    @precondition(lambda self: self.play.known_to_the_excluded())
    @rule(
        which=RECENT, word=st.sampled_from(("ACK", "RELEASE", "HISTORY", "CLOSE: spoken to, all in order", "thanks"))
    )
    def somebody_left_out_answers(self, which, word):
        """A mail that they had before somebody named them."""
        choices = self.play.known_to_the_excluded()
        mail, who = choices[which % len(choices)]
        self.play.replies(mail, who, word)

    @precondition(lambda self: self.play.asking("confirm_report", "release"))
    @rule(
        which=RECENT,
        word=st.sampled_from(("YES", "RELEASE", "SEND TO HEAD", "NO REPORT NEEDED", "ACK, no report needed")),
        trust=TRUST,
    )
    def word_about_the_report(self, which, word, trust):
        mail, who = self._one(which, "confirm_report", "release")
        self.play.replies(mail, who, word, trust=trust)

    @precondition(lambda self: self.play.asking("call_time", "confirm_report"))
    @rule(data=st.data(), which=RECENT, trust=TRUST)
    def time_of_the_call(self, data, which, trust):
        mail, who = self._one(which, "call_time", "confirm_report")
        self.play.says(who, words.call_time(data.draw), trust=trust, answers=mail)

    @precondition(lambda self: self.play.asking())
    @rule(which=RECENT, word=st.sampled_from(RETRACTIONS), trust=TRUST)
    def taken_back(self, which, word, trust):
        mail, who = self._one(which)
        self.play.says(who, Said(f"{word}\n"), trust=trust, answers=mail)

    @rule(data=st.data(), who=st.sampled_from(sorted(EVERYBODY)), client=st.sampled_from(CLIENTS))
    def question(self, data, who, client):
        """Of the person concerned, perhaps."""
        text = data.draw(st.sampled_from(QUESTIONS)).format(ref=client.ref, client=client.name)
        self.play.says(who, Said(f"{text}\n"))

    @precondition(lambda self: self.play.asking())
    @rule(which=RECENT, away=st.booleans())
    def did_not_reach(self, which, away):
        """A bounce, or a mail program that answers ACK in its owner's absence."""
        mail, who = self._one(which)
        self.play.is_away(mail, who) if away else self.play.bounces(mail, who)

    @rule()
    def same_mail_again(self):
        self.play.again()

    @rule(what=st.sampled_from(("before a commit", "between two", "while sending", "smtp")))
    def process_dies(self, what):
        world = self.play.world
        match what:
            case "before a commit":
                world.crashing = True
            case "between two":
                world.restarts()
            case "while sending":
                world.dies_while_sending()
            case "smtp":
                world.smtp_is_down = not world.smtp_is_down
                world.delivers()

    @rule(minutes=st.sampled_from((1, 4, 5, 14, 15, 16, 31, 46, 61)))
    def time_passes(self, minutes):
        self.play.world.ticks(timedelta(minutes=minutes))

    @precondition(lambda self: sum(case.is_chased for case in self.play.beliefs.cases.values()) < 2)
    @rule(hours=st.sampled_from((4, 13, 13, 62)))
    def a_night_or_a_weekend_passes(self, hours):
        """Only with little to chase, as each hour of it takes its time."""
        self.play.world.ticks(timedelta(hours=hours))

    @rule(hours=st.sampled_from((1, 3, 9, 14, 62)))
    def mailbot_is_off(self, hours):
        """For an hour or a morning, a night, a weekend."""
        self.play.world.sleeps(timedelta(hours=hours, minutes=7))

    @rule(mode=st.sampled_from(("live", "live", "team", "test")))
    def mode_is_changed(self, mode):
        self.play.world.restarts(mode)

    @rule(name=st.sampled_from(sorted(ENTRIES)))
    def directory_is_checked(self, name):
        self.play.verifies(name)

    @invariant()
    def everything_holds(self):
        if found := self.play.find():
            raise AssertionError("\n".join([*dict.fromkeys(found), *self.play.story()]))

    def teardown(self):
        if hasattr(self, "play") and (found := self.play.ends()):
            raise AssertionError("\n".join(found))

    def _one(self, which, *kinds):
        choices = self.play.asking(*kinds)
        return choices[which % len(choices)]

"""The model can fail: mailbot is broken in one place at a time, and each time the invariants say so."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from mailbot import dispatch, handle
from mailbot.scheme import Scheme
from mailbot.settings.directory import CheckedDirectory
from mailbot.store import inbox, sending
from mailbot.store.tables import timers as timer_rows
from mailbot.workflows import kept, recipients
from mailbot.workflows.attention import answers
from mailbot.workflows.contract import Turn
from mailbot.workflows.safeguarding import chain, chasing, escalate, leaf, reports
from tests.model import world
from tests.model.people import CLIENTS, HANA, HOTEL, IVO, NAMES, OFFICERS
from tests.model.player import Player, new_player
from tests.model.words import HOTEL_FORM, PLAIN, Said

MAREK = CLIENTS[0]


def worry(play: Player, who: str = "", **more) -> None:
    """Hana tells that Marek was hit, perhaps by somebody of the scheme."""
    mark = play.mark()
    words = f"{who} hit {{client}} with a {{mark}} stick.\n" if who else PLAIN[0] + "\n"
    about = frozenset(each for each, name in NAMES.items() if name in who)
    play.says(HANA, Said(words.format(client=MAREK.name, mark=mark), mark, MAREK, True, about), **more)


def form(play: Player, called: str = "", by: str = IVO, urgency: str = "urgent") -> None:
    """The labelled form with everything but perhaps the time of the call."""
    client, mark = HOTEL if by == IVO else MAREK, play.mark()
    harm, action = f"a man in a {mark} coat hits her", "another floor"
    words = HOTEL_FORM.format(ref=client.ref, urgency=urgency, harm=harm, action=action, called=called)
    call = "07.40" if called else None
    play.says(by, Said(words, mark, client, True, asked=True, urgent=urgency == "urgent", call=call))


def passes(play: Player, minutes: int) -> None:
    play.world.ticks(timedelta(minutes=minutes))


def nobody_takes_it(play: Player) -> None:
    worry(play)
    passes(play, 62)


def lena_did_it(play: Player) -> None:
    worry(play, "Lena")


def all_did_it(play: Player) -> None:
    worry(play, " and ".join(sorted(NAMES[each] for each in OFFICERS)))


def lena_did_it_too(play: Player) -> None:
    """The alert still waits for SMTP when a second mail names her."""
    play.world.smtp_is_down = True
    worry(play)
    worry(play, "Lena")
    play.world.smtp_is_down = False
    play.world.delivers()


def lena_has_it(play: Player) -> None:
    worry(play)
    play.replies(*play.asking("acknowledge")[0], "ACK")
    passes(play, 62)


def somebody_says_that_lena_has_it(play: Player) -> None:
    worry(play)
    play.replies(*play.asking("acknowledge")[0], "ACK", trust="none")
    passes(play, 62)


def it_dies(play: Player) -> None:
    worry(play)
    play.world.sleeps(timedelta(minutes=20))
    passes(play, 5)


def it_dies_before_the_commit(play: Player) -> None:
    worry(play)
    play.world.crashing = True
    passes(play, 62)


def form_with_its_call(play: Player) -> None:
    form(play, "07:40")


def form_without_a_call(play: Player) -> None:
    form(play)
    passes(play, 16)


def form_about_marek(play: Player) -> None:
    form(play, "07:40", HANA)


def free_words(play: Player) -> None:
    mark = play.mark()
    words = f"Samira was hit by a man in a {mark} coat. Please move her. I rang the helpline today, 07:40.\n"
    play.says(IVO, Said(words, mark, HOTEL, True, call="07.40"))


def same_again(play: Player) -> None:
    worry(play)
    play.again()


MOVES = (
    *(
        nobody_takes_it,
        lena_did_it,
        all_did_it,
        lena_did_it_too,
        lena_has_it,
        somebody_says_that_lena_has_it,
        it_dies,
    ),
    *(it_dies_before_the_commit, form_with_its_call, form_without_a_call, form_about_marek, free_words, same_again),
)


def no_timers_after_a_start(patch: pytest.MonkeyPatch) -> None:
    def prepares(scheme, registry, conn, now):
        prepared(scheme, registry, conn, now)
        conn.execute(timer_rows.delete())

    prepared = world.prepare
    patch.setattr(world, "prepare", prepares)


def reports_say(**values: object) -> Callable[[pytest.MonkeyPatch], None]:
    def breaks(patch: pytest.MonkeyPatch) -> None:
        was = escalate.outside_context
        patch.setattr(escalate, "outside_context", lambda turn, case, report: was(turn, case, report) | values)

    return breaks


def reports_invent_a_call(patch: pytest.MonkeyPatch) -> None:
    """The time of the mail for that of the call."""
    was = escalate.outside_context
    patch.setattr(escalate, "outside_context", lambda t, c, r: was(t, c, r) | {"call_logged_at": t.now})


def subjects_with_a_name(patch: pytest.MonkeyPatch) -> None:
    was = dispatch.build

    def build(mail):
        object.__setattr__(mail, "subject", f"{mail.subject} Marek")
        return was(mail)

    patch.setattr(dispatch, "build", build)


def put(where: object, name: str, value: object) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(where, name, value)


def returns(value: object) -> Callable[..., object]:
    return lambda *_, **__: value


BREAKS = {
    "nobody is alerted": (put(Turn, "officers", returns(())), nobody_takes_it, "(1)"),
    "whom it is about is alerted": (put(kept, "blame", returns(kept.Blame({}))), lena_did_it, "(5)"),
    "nobody is left, and it is not said": (put(handle, "nobody_left", returns(None)), all_did_it, "(1)"),
    "the chain stops after the first alert": (put(chain, "wait", returns(None)), nobody_takes_it, "(2)"),
    "the reporter hears nothing": (put(recipients, "_person", returns(None)), nobody_takes_it, "(2)"),
    "anybody may acknowledge": (put(answers, "_may", returns(True)), somebody_says_that_lena_has_it, "(2)"),
    "whoever has it is chased": (put(chain, "stop", returns(None)), lena_has_it, "(2)"),
    "a start forgets the timers": (no_timers_after_a_start, it_dies, "(2)"),
    "a timer that died is forgotten": (no_timers_after_a_start, it_dies_before_the_commit, "(2)"),
    "every pack goes outside": (put(leaf, "pack_name", returns("refugee-hotels")), form_about_marek, "(3)"),
    "the mode is ignored": (put(Scheme, "hold_by_mode", returns(None)), form_with_its_call, "(3)"),
    "the directory is not looked at": (put(CheckedDirectory, "usable", returns(None)), form_with_its_call, "(3)"),
    "nobody has to ask": (put(escalate, "_may_leave", returns(True)), free_words, "(3)"),
    "a form does not wait": (put(reports, "needs_call", returns(False)), form_without_a_call, "(3)"),
    "no word of the missing call": (reports_say(urgency="non_urgent"), form_without_a_call, "(3)"),
    "a part is left empty": (reports_say(harm=" "), form_with_its_call, "(3)"),
    "a call's time is invented": (reports_invent_a_call, form_without_a_call, "(4)"),
    "nobody is left out": (put(Turn, "kept_from", frozenset()), lena_did_it, "(5)"),
    "what waits is not taken back": (put(sending, "withdraw", returns([])), lena_did_it_too, "(5)"),
    "subjects say a name": (subjects_with_a_name, nobody_takes_it, "subject"),
    "the reporter gets no answer": (put(chasing, "_reporter", returns(None)), form_without_a_call, "no answer"),
    "a second copy is news": (put(inbox, "_first_copies", lambda *_: {}), same_again, "handed in twice"),
}
OPENINGS = {"the mode is ignored": {"mode": "test"}, "the directory is not looked at": {"directory": "stale"}}


@pytest.mark.parametrize("moves", MOVES)
def test_nothing_is_said_of_mailbot_as_it_is(moves):
    play = new_player()
    moves(play)
    assert [*play.find(), *play.ends()] == []


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_found(name, monkeypatch):
    breaks, moves, said = BREAKS[name]
    play = new_player(**OPENINGS.get(name, {}))
    breaks(monkeypatch)
    moves(play)
    found = play.find()
    play.ends()
    assert any(said in each for each in found), found


def test_a_line_of_the_chronology_that_is_gone_is_found_and_that_it_can_be_gone():
    play = new_player()
    worry(play)
    assert play.find() == []
    drop = "select name from sqlite_master where type = 'trigger' and tbl_name = 'concern_log'"

    def job(conn):
        for name in conn.scalars(text(drop)).all():
            conn.execute(text(f"drop trigger {name}"))
        conn.execute(text("delete from concern_log where id = 1"))

    play.world.scheme.database.write(job).result()
    assert any("(6)" in each for each in play.find())
    assert any("(6)" in each for each in play.ends())

"""Work that is handed to the writer is done, whoever stops waiting for it."""

import threading
from types import SimpleNamespace

from mailbot import working
from mailbot.events import Lane, Trust
from mailbot.store import inbox, timers
from mailbot.store.inbox import Arrival
from mailbot.working import Worker
from tests import story


def test_who_gives_up_waiting_does_not_cancel_the_work(tmp_path):
    told = story.begin(tmp_path)
    told.writes(story.HANA, "My next visit to Marek is on 15/05/2026.\n")
    [timer] = told.scheme.database.read(lambda conn: timers.due(conn, told.clock.now().replace(year=2027)))[:1]
    decided = []
    worker = Worker(told.scheme, told.registry, told.clock, decided.append)
    go_on = threading.Event()
    told.scheme.database.write(lambda conn: go_on.wait(10))
    work = worker.fire(timer)
    assert not work.cancel()
    assert not worker.idle()
    assert worker.fire(timer) is work
    go_on.set()
    assert work.result(10) is None
    assert len(decided) == 1
    assert worker.idle()


def test_a_concern_behind_many_that_wait_in_the_database_is_decided_first(tmp_path):
    told = story.begin(tmp_path)
    scheme, now = told.scheme, told.clock.now()

    def fill(conn):
        for number in range(1, 301):
            lane = Lane.CONCERN if number == 250 else Lane.ORDINARY
            identity = number.to_bytes(32)
            raw = b"From: nobody@example.com\r\nSubject: Hello\r\n\r\nNumber %d\r\n" % number
            inbox.enter(conn, Arrival("a", 1, number, now, raw, lane, identity, Trust.UNVERIFIED), now)

    scheme.database.write(fill).result()
    decided = []
    worker = Worker(scheme, told.registry, told.clock, decided.append)
    for work in worker.due_work(now):
        work.result(60)
    assert [each.turn.inbox_id for each in decided[:3]] == [250, 1, 2]
    assert len(decided) == 100


def test_a_concern_overtakes_what_has_been_handed_to_the_writer(tmp_path):
    told = story.begin(tmp_path)
    scheme, done = told.scheme, []
    go_on = threading.Event()
    scheme.database.write(lambda conn: go_on.wait(10))
    ordinary = [scheme.database.write(lambda conn, n=n: done.append(n)) for n in range(50)]
    concern = scheme.database.write(lambda conn: done.append("concern"), Lane.CONCERN)
    go_on.set()
    concern.result(10)
    ordinary[-1].result(10)
    assert done[0] == "concern"


def test_a_log_that_is_gone_does_not_hold_up_a_message_that_fails(tmp_path, monkeypatch):
    told = story.begin(tmp_path)
    arrival = Arrival("a", 1, 1, told.clock.now(), b"x", Lane.ORDINARY, bytes(32), Trust.UNVERIFIED)
    waiting = told.scheme.database.write(lambda c: inbox.take_in(c, [arrival], told.clock.now())).result()

    def gone(*_, **__):
        raise BrokenPipeError

    def fails(*_):
        raise RuntimeError

    monkeypatch.setattr(working, "handle", fails)
    monkeypatch.setattr(working, "log", SimpleNamespace(warning=gone, error=gone))
    worker = Worker(told.scheme, told.registry, told.clock, lambda _: None)
    assert worker.take(waiting[0]).result(10) is None
    assert worker.idle()

"""Work that is handed to the writer is done, whoever stops waiting for it."""

import threading

from mailbot.store import timers
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

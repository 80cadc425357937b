"""An alert that SMTP does not take: the second route, the alarm, `status` (promise 10); answers that get lost."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mailbot.status import status_of
from mailbot.store import health
from mailbot.store.outbox import OutState
from mailbot.workflows.why import Why
from tests.run.letters import concern, confirmation
from tests.run.moved_clock import MovedClock
from tests.run.scheme_for_tests import ADA, CLIVE, NORA, set_up
from tests.servers.background import free_port
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.scripted import Script, close, scripted, smtp
from tests.servers.sink import Sink
from tests.story import begin

MINUTE = timedelta(minutes=1)
NOBODY = Sink(free_port()).server()


def test_a_late_alert_goes_by_the_second_route_and_runs_the_alarm(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    alarm = [sys.executable, "-c", f"import sys; open({str(tmp_path / 'alarm')!r}, 'a').write(sys.argv[1] + '\\n')"]
    second = {"host": "127.0.0.1", "port": smtp_server.port, "security": "plain"}
    scheme = set_up(tmp_path, imap_server.mailbox(), NOBODY, alarm={"command": alarm}, **{"smtp.second": second})
    scheme.receives([concern(), confirmation()])
    world = MovedClock(scheme, datetime.now(UTC) - 10 * MINUTE)
    world.drains()
    assert smtp_server.received == []
    world.drains(MINUTE)
    assert not (tmp_path / "alarm").exists()
    code, words = scheme.says("status")
    assert code == 1
    assert "3 alerts have not been accepted by SMTP" in words
    world.drains(2 * MINUTE)
    world.drains(MINUTE)
    assert (tmp_path / "alarm").read_text() == "3\n"
    assert {each.recipients for each in smtp_server.received} == {(ADA,), (NORA,)}
    assert scheme.mails() == {OutState.SENT: 3, OutState.QUEUED: 1}, (
        "the report of the same person is passed on as well"
    )


def test_without_a_second_route_the_alarm_runs_and_the_alert_goes_on_trying(
    tmp_path: Path, imap_server: Dovecot | Pymap
) -> None:
    scheme = set_up(tmp_path, imap_server.mailbox(), NOBODY, alarm={"command": ["/nowhere/no-such-program"]})
    scheme.receives([concern()])
    world = MovedClock(scheme)
    for _ in range(5):
        world.drains(MINUTE)
    assert scheme.mails() == {OutState.QUEUED: 2}
    assert any("have not been accepted" in alarm for alarm in world.status().alarms)


def test_a_server_that_loses_every_last_answer_gets_an_alert_twice_at_first_and_not_for_ever(
    tmp_path: Path, imap_server: Dovecot | Pymap
) -> None:
    texts = 0

    def count_and_close(line: object) -> None:
        nonlocal texts
        texts += 1

    lossy: Script = smtp({".": count_and_close})
    with scripted(lossy) as port:
        scheme = set_up(tmp_path, imap_server.mailbox(), Sink(port).server(), smtp={"timeout_seconds": 2})
        scheme.receives([concern()])
        scheme.run_once()
        assert texts == 4
        scheme.run_once()
    assert texts == 4
    assert scheme.mails()[OutState.SENDING] == 0


def test_other_mail_whose_last_answer_is_lost_is_said_and_not_sent_again(
    tmp_path: Path, imap_server: Dovecot | Pymap
) -> None:
    with scripted(smtp({".": close})) as port:
        scheme = set_up(tmp_path, imap_server.mailbox(), Sink(port).server(), smtp={"timeout_seconds": 2})
        scheme.receives([confirmation()])
        scheme.run_once()
        scheme.run_once()
    assert scheme.templates() == {"visits/recorded": 1, "attention/now": 1}
    assert scheme.mails() == {OutState.UNCERTAIN: 2}
    assert scheme.reasons() == {Why.MAIL_UNCERTAIN: 2}


def test_a_refused_mail_is_said_to_a_coordinator(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    smtp_server.verdicts[NORA] = "550 no such person"
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server())
    scheme.receives([confirmation()])
    scheme.run_once()
    assert scheme.mails() == {OutState.FAILED: 1, OutState.SENT: 1}
    assert scheme.reasons() == {Why.MAIL_FAILED: 1}
    assert [each.recipients for each in smtp_server.received] == [(CLIVE,)]


def test_what_is_refused_for_now_goes_later(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> None:
    smtp_server.verdicts[NORA] = "451 later"
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server())
    scheme.receives([confirmation()])
    world = MovedClock(scheme)
    world.drains()
    assert scheme.mails() == {OutState.QUEUED: 1}
    del smtp_server.verdicts[NORA]
    world.drains(MINUTE)
    assert scheme.mails() == {OutState.SENT: 1}
    assert scheme.reasons() == {}


def test_status_keeps_saying_for_a_day_that_an_alert_was_late(tmp_path: Path) -> None:
    story = begin(tmp_path)
    now = story.clock.now()
    story.scheme.database.write(lambda conn: health.note(conn, health.MAILBOX_CHECKED, now)).result()
    story.scheme.database.write(lambda conn: health.note(conn, health.ALARM_COMMAND, now, "exit 0")).result()
    soon, later = now + timedelta(minutes=5), now + timedelta(hours=25)
    assert story.scheme.database.read(lambda conn: status_of(story.scheme, conn, soon)).alarms
    story.scheme.database.write(lambda conn: health.note(conn, health.MAILBOX_CHECKED, later)).result()
    assert not story.scheme.database.read(lambda conn: status_of(story.scheme, conn, later)).alarms

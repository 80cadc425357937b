"""`mailbot demo` and `mailbot demo --serve` as somebody runs them, without a terminal."""

import imaplib
import os
import re
import signal
import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import formatdate
from pathlib import Path

import pytest

from mailbot.demo.mailboxes import HOST
from mailbot.demo.people import BOT, HELEN, OWEN, PASSWORD

LONGEST = 30  # seconds


@contextmanager
def started(folder: Path, *options: str) -> Iterator["subprocess.Popen[str]"]:
    """The command, with a temporary folder of its own and an output that knows ASCII only."""
    surroundings = {k: v for k, v in os.environ.items() if k not in {"TERM", "COLUMNS"}}
    surroundings |= {"TMPDIR": str(folder), "PYTHONIOENCODING": "ascii"}
    process = subprocess.Popen(
        [sys.executable, "-m", "mailbot", "demo", *options],
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(name="temporary")
def temporary_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def test_the_demo_ends_by_itself_and_leaves_only_its_page(tmp_path: Path, temporary: Path) -> None:
    html = tmp_path / "demo.html"
    with started(temporary, "--html", str(html)) as demo:
        out, errors = demo.communicate(timeout=2 * LONGEST)
    assert demo.returncode == 0
    assert errors == ""
    seconds = re.search(r"The story took (\d+) seconds", out)
    assert seconds
    assert int(seconds[1]) < LONGEST
    assert "held" in out
    assert "14.35" in html.read_text(encoding="utf-8")
    assert list(temporary.iterdir()) == []


def test_a_demo_that_is_stopped_half_way_leaves_nothing_behind(tmp_path: Path, temporary: Path) -> None:
    with started(temporary, "--html", str(tmp_path / "demo.html")) as demo:
        assert demo.stdout is not None
        assert "A visit took place" in demo.stdout.readline()
        demo.send_signal(signal.SIGTERM)
        _, errors = demo.communicate(timeout=LONGEST)
    assert demo.returncode == 130
    assert errors == ""
    assert list(temporary.iterdir()) == []


def test_a_page_that_has_no_place_is_refused_in_one_line(tmp_path: Path, temporary: Path) -> None:
    with started(temporary, "--html", str(tmp_path / "nowhere" / "demo.html")) as demo:
        out, errors = demo.communicate(timeout=LONGEST)
    assert demo.returncode == 1
    assert out == ""
    assert errors.strip().endswith("choose another with --html")
    assert len(errors.splitlines()) == 1


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_served_demo_answers_real_mail_and_stops_cleanly(temporary: Path, name: signal.Signals) -> None:
    with started(temporary, "--serve") as demo:
        imap_port, smtp_port, said = ports(demo)
        assert HELEN.email in said
        assert PASSWORD in said
        yesterday = datetime.now(UTC) - timedelta(days=1)  # "today" would be asked about after midnight
        write(smtp_port, HELEN.email, f"I visited Marcus on {yesterday:%d %B %Y}.\n")
        assert "your visit to P-07" in answer(imap_port, HELEN.email)
        write(smtp_port, HELEN.email, "The blue one fell off the shelf by the purple thing.\n")
        assert "The blue one" in answer(imap_port, OWEN.email)
        demo.send_signal(name)
        demo.communicate(timeout=LONGEST)
    assert demo.returncode == 0
    assert list(temporary.iterdir()) == []


def ports(demo: "subprocess.Popen[str]") -> tuple[int, int, str]:
    """What it prints up to the line that says how it ends."""
    assert demo.stdout is not None
    said = ""
    while "Ctrl-C ends it" not in said:
        line = demo.stdout.readline()
        assert line, "it ended before it was ready"
        said += line
    imap, smtp = (re.search(rf"{kind}\s+{re.escape(HOST)} port (\d+)", said) for kind in ("IMAP", "SMTP"))
    assert imap
    assert smtp
    return int(imap[1]), int(smtp[1]), said


def write(port: int, by: str, text: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = by, BOT, "Hello"
    mail["Date"] = formatdate(localtime=True)
    mail.set_content(text)
    with smtplib.SMTP(HOST, port, "localhost", timeout=10) as smtp:
        smtp.login(by, PASSWORD)
        smtp.send_message(mail)


def answer(port: int, address: str) -> str:
    """The newest mail in that mailbox, as soon as there is one."""
    ends = time.monotonic() + LONGEST
    with imaplib.IMAP4(HOST, port, timeout=10) as imap:
        imap.login(address, PASSWORD)
        while time.monotonic() < ends:
            imap.select()
            if numbers := imap.search(None, "ALL")[1][0].split():
                told = imap.fetch(numbers[-1].decode(), "(BODY.PEEK[])")[1][0]
                assert isinstance(told, tuple)
                return told[1].decode("ascii")
            time.sleep(0.1)
    raise AssertionError("no answer came")

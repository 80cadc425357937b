"""A throw-away Postfix with a real queue on loopback; its master needs root. What it accepts stays in the queue."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mailbot.post.settings import SmtpServer
from tests.servers.background import HOST, folder, free_port, program, running, wait_for_port

LIBRARIES = (Path("/usr/lib/postfix/sbin"), Path("/usr/libexec/postfix"), Path("/usr/lib/postfix"))


@dataclass(frozen=True)
class Postfix:
    """Its submission port and where it lives. It turns away nobody@example.org, and later@example.org for now."""

    port: int
    where: Path

    def server(self, **changes: Any) -> SmtpServer:
        """Settings that reach it."""
        return replace(SmtpServer(HOST, self.port, "plain", timeout=10.0), **changes)

    def queue(self) -> list[dict[str, Any]]:
        """What `postqueue -j` tells of each letter in the queue."""
        told = subprocess.run(
            [str(program("postqueue")), "-c", str(self.where / "etc"), "-j"], capture_output=True, check=True
        )
        return [json.loads(line) for line in told.stdout.splitlines()]


@contextmanager
def postfix(transport: str = "hold") -> Iterator[Postfix]:
    """Runs one. `transport` is where letters go after the queue: "hold", "discard:" or "smtp:[127.0.0.1]:port"."""
    with folder("postfix") as where:
        made = Postfix(free_port(), where)
        _make_folders(where)
        (where / "etc" / "main.cf").write_text(_main(where, transport))
        (where / "etc" / "master.cf").write_text(MASTER.format(host=HOST, port=made.port))
        for file in (where / "etc").iterdir():
            os.utime(file, (0, 0))  # Postfix waits two seconds where a file may still be being written
        command = [str(_daemons() / "master"), "-c", str(where / "etc")]
        with running(command, where / "log", env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}) as process:
            wait_for_port(made.port, process)
            yield made


def _make_folders(where: Path) -> None:
    """What `postfix start` would make too, two seconds slower."""
    names = "active bounce corrupt defer deferred flush hold incoming private saved trace maildrop public"
    queue = names.split(" ")
    for name in ("etc", "spool", "spool/pid", "data", *(f"spool/{each}" for each in queue)):
        (where / name).mkdir()
    for name in ("data", *(f"spool/{each}" for each in queue)):
        shutil.chown(where / name, "postfix", "postdrop" if name in ("spool/maildrop", "spool/public") else None)
    (where / "spool/maildrop").chmod(0o730)
    (where / "spool/public").chmod(0o710)
    (where / "spool/private").chmod(0o700)


def _daemons() -> Path:
    return next(path for path in LIBRARIES if (path / "qmgr").exists())


def _main(where: Path, transport: str) -> str:
    hold = "check_client_access static:HOLD, " if transport == "hold" else ""
    out = "discard:" if transport == "hold" else transport
    return f"""
compatibility_level = 3.6
queue_directory = {where}/spool
data_directory = {where}/data
command_directory = /usr/sbin
daemon_directory = {_daemons()}
mail_owner = postfix
setgid_group = postdrop
maillog_file = {where}/maillog
maillog_file_prefixes = {where}
inet_interfaces = {HOST}
inet_protocols = ipv4
myhostname = mx.example.net
mydestination =
mynetworks = 127.0.0.0/8
local_recipient_maps =
alias_maps =
alias_database =
default_transport = {out}
relay_transport = {out}
local_transport = {out}
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = {hold}check_recipient_access inline:{{
  {{nobody@example.org = 550 no such person}}, {{later@example.org = 450 come later}}}}
smtpd_tls_security_level = none
smtp_tls_security_level = none
smtputf8_enable = yes
default_process_limit = 50
message_size_limit = 52428800
"""


MASTER = """
{host}:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
pickup unix n - n 60 1 pickup
postlog unix-dgram n - n - 1 postlogd
"""

"""A throw-away Dovecot 2.3 on loopback. Any user name is a fresh, empty mailbox with the password "secret"."""

import getpass
import grp
import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mailbot.post.settings import ImapServer
from tests.servers.background import (
    HOST,
    Certificate,
    certificate,
    folder,
    free_port,
    is_root,
    program,
    running,
    wait_for_port,
)

PASSWORD = "secret"


@dataclass
class Dovecot:
    """Its two ports (plain with STARTTLS, and TLS) and the certificate that it shows."""

    port: int
    tls_port: int
    certificate: Certificate
    log: Path
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def mailbox(self, **changes: Any) -> ImapServer:
        """Settings for a mailbox that nobody has used."""
        user = f"bot{next(self._numbers)}"
        fresh = ImapServer(HOST, self.port, "plain", user, PASSWORD, timeout=10.0)
        return replace(fresh, **changes)

    def tls_mailbox(self, **changes: Any) -> ImapServer:
        """The same behind TLS, with its certificate trusted."""
        trust = {"port": self.tls_port, "security": "tls", "ca_file": str(self.certificate.file)}
        return self.mailbox(**(trust | changes))


@contextmanager
def dovecot(capability: str | None = None) -> Iterator[Dovecot]:
    """Runs one. `capability` is what it claims after login, in place of all that it can do."""
    with folder("dovecot") as where:
        made = Dovecot(free_port(), free_port(), certificate(where), where / "log")
        (where / "mail").mkdir(mode=0o777)
        (where / "mail").chmod(0o777)
        config = where / "dovecot.conf"
        config.write_text(_config(made, where, capability))
        with running([str(program("dovecot")), "-F", "-c", str(config)], made.log) as process:
            wait_for_port(made.port, process)
            yield made


def _config(server: Dovecot, where: Path, capability: str | None) -> str:
    owner, group = ("mail", "mail") if is_root() else (getpass.getuser(), grp.getgrgid(os.getgid()).gr_name)
    return f"""
base_dir = {where}/run
state_dir = {where}/state
log_path = {server.log}
protocols = imap
listen = {HOST}
ssl = yes
ssl_cert = <{server.certificate.file}
ssl_key = <{server.certificate.key}
disable_plaintext_auth = no
auth_failure_delay = 0
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 200
mail_location = maildir:~/Maildir
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={owner} gid={group} home={where}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  inet_listener imap {{
    port = {server.port}
  }}
  inet_listener imaps {{
    port = {server.tls_port}
  }}
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
{f"imap_capability = {capability}" if capability else ""}
{"" if is_root() else UNPRIVILEGED.format(owner=owner, group=group)}
"""


UNPRIVILEGED = """
default_internal_user = {owner}
default_internal_group = {group}
default_login_user = {owner}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
}}
"""

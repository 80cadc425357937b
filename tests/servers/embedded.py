"""An IMAP server in this process (pymap), for where Dovecot is not installed. Plain text, on loopback only."""

import asyncio
import itertools
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from proxyprotocol.result import ProxyResultUnknown
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Login
from pymap.imap import IMAPServer
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

from mailbot.post.settings import ImapServer
from tests.servers.background import HOST, background_loop

PASSWORD = "secret"


@dataclass
class Pymap:
    """Hands out mailboxes as Dovecot's harness does."""

    port: int
    _login: Login
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def mailbox(self, **changes: Any) -> ImapServer:
        """Settings for a mailbox that nobody has used."""
        user = f"bot{next(self._numbers)}"
        self._login.users_dict[user] = UserMetadata(self._login.config, user, password=PASSWORD)
        fresh = ImapServer(HOST, self.port, "plain", user, PASSWORD, timeout=10.0)
        return replace(fresh, **changes)


@contextmanager
def pymap(idle: bool = True) -> Iterator[Pymap]:
    """Runs one, in a loop of its own."""
    with background_loop() as loop:
        port, login = loop.run(_listen(idle))
        yield Pymap(port, login)


async def _listen(idle: bool) -> tuple[int, Login]:
    config = Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        host=HOST,
        port=0,
        demo_data=False,
        demo_user="",
        demo_password="",
        tls_enabled=False,
        hash_context=Cleartext(),
        disable_idle=not idle,
        invalid_user_sleep=0.0,
    )
    config.apply_context()
    login = Login(config)
    imap = IMAPServer(login, config)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        info = SocketInfo.get(writer, ProxyResultUnknown(), unique_id=uuid4().bytes)
        await imap(reader, writer, info)

    server = await asyncio.start_server(serve, HOST, 0)
    return int(server.sockets[0].getsockname()[1]), login

"""An IMAP server inside this program (pymap, in memory), with a mailbox for each invented person."""

import asyncio
from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from proxyprotocol.result import ProxyResultUnknown
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Identity, Login
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

HOST = "127.0.0.1"


class Mailboxes:
    """Mailboxes by address, on a free port of the loopback interface only; user names are the addresses."""

    def __init__(self, passwords: Mapping[str, str]) -> None:
        self._login = _login()
        for address, password in passwords.items():
            self._login.users_dict[address] = UserMetadata(self._login.config, address, password=password)
        self._imap = IMAPServer(self._login, self._login.config)
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        """Where it listens; only once it is open."""
        if self._server is None:
            raise LookupError("the mailboxes are not open yet")
        return int(self._server.sockets[0].getsockname()[1])

    async def open(self) -> None:
        """Listen, in the running loop."""
        self._server = await asyncio.start_server(self._serve, HOST, 0)

    async def close(self) -> None:
        """Stop listening, and end every conversation."""
        if self._server:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def has(self, address: str) -> bool:
        """Whether somebody lives there."""
        return address in self._login.users_dict

    async def put(self, address: str, raw: bytes, at: datetime) -> None:
        """Deliver into the inbox; `at` (with its zone) becomes the INTERNALDATE (RFC 3501, 2.3.3)."""
        async with Identity(address, self._login, None, frozenset()).new_session() as session:
            await session.append_messages("INBOX", [AppendMessage(raw, at)])

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One conversation. Its task is held here, as from Python 3.13 a loop alone may let it go half-way."""
        task = asyncio.current_task()
        if task:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        info = SocketInfo.get(writer, ProxyResultUnknown(), unique_id=uuid4().bytes)
        await self._imap(reader, writer, info)


def _login() -> Login:
    config = Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        host=HOST,
        port=0,
        demo_data=False,
        demo_user="",
        demo_password="",
        tls_enabled=False,
        hash_context=Cleartext(),
        invalid_user_sleep=0.0,
    )
    config.apply_context()
    return Login(config)

"""A gate in front of a server: shut, it refuses; opened again on the same port, it lets through. For restarts."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.servers.background import HOST, Loop, background_loop


class Gate:
    """Open at first. `port` is where clients connect; `count` says how many have."""

    def __init__(self, loop: Loop, target: int) -> None:
        self._loop, self._target = loop, target
        self._server: asyncio.Server | None = None
        self._lines: set[asyncio.StreamWriter] = set()
        self._stuck = asyncio.Event()
        self.port = 0
        self.count = 0

    def open(self) -> None:
        """Let clients through, on the same port as before."""
        self._loop.run(self._open())

    def shut(self) -> None:
        """Cut every line and refuse new ones, as a server that is stopped."""
        self._loop.run(self._shut())

    def stick(self) -> None:
        """Let nothing through in either direction any more, without a word, as a network that is gone."""
        self._stuck.set()

    async def _open(self) -> None:
        self._stuck.clear()
        self._server = await asyncio.start_server(self._pass, HOST, self.port)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def _shut(self) -> None:
        if self._server:
            self._server.close()
        for line in self._lines:
            line.close()
        self._lines.clear()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.count += 1
        with suppress(OSError):
            inner_reader, inner_writer = await asyncio.open_connection(HOST, self._target)
            self._lines |= {writer, inner_writer}
            await asyncio.gather(self._pump(reader, inner_writer), self._pump(inner_reader, writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                if self._stuck.is_set():
                    continue
                writer.write(data)
                await writer.drain()
        writer.close()


@contextmanager
def gate(target: int) -> Iterator[Gate]:
    """An open gate to that port."""
    with background_loop() as loop:
        made = Gate(loop, target)
        made.open()
        try:
            yield made
        finally:
            made.shut()

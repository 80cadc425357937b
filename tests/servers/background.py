"""What every server of the tests needs: a port, a folder, a process that ends, a loop in a thread, a certificate."""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
HOST = "127.0.0.1"


def is_root() -> bool:
    """Real servers drop their rights only if there are some to drop."""
    return os.geteuid() == 0


def program(*names: str) -> str | None:
    """The path of the first of these programs that is installed; Debian keeps some outside a user's PATH."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"
    return next((found for name in names if (found := shutil.which(name, path=path))), None)


def free_port() -> int:
    """A loopback port that nobody listens on at the moment."""
    with socket.create_server((HOST, 0)) as taken:
        return int(taken.getsockname()[1])


def wait_for_port(port: int, process: "subprocess.Popen[bytes] | None" = None, seconds: float = 10.0) -> None:
    """Return as soon as somebody listens; raises if the process has ended or it takes too long."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and (process is None or process.poll() is None):
        try:
            socket.create_connection((HOST, port), 1).close()
            return
        except OSError:
            time.sleep(0.01)
    raise RuntimeError(f"nothing listens on port {port}")


@contextmanager
def folder(name: str) -> Iterator[Path]:
    """A folder that a server may use after it has dropped its rights; short, because of Unix socket names."""
    path = Path(tempfile.mkdtemp(prefix=f"mb-{name}-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def running(command: list[str], log: Path, **options: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """A server in the foreground, ended on leaving."""
    with log.open("ab") as out:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Certificate:
    """A self-made one for localhost and 127.0.0.1; its own file is the only authority that knows it."""

    file: Path
    key: Path


def certificate(where: Path, names: str = "DNS:localhost,IP:127.0.0.1") -> Certificate:
    """Made by the openssl command in a few milliseconds."""
    made = Certificate(where / "cert.pem", where / "key.pem")
    wishes = [f"subjectAltName={names}", "keyUsage=critical,digitalSignature,keyCertSign"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9"]
        + ["-subj", "/CN=mailbot test", "-out", str(made.file), "-keyout", str(made.key)]
        + [part for wish in wishes for part in ("-addext", wish)],
        check=True,
        capture_output=True,
    )
    return made


class Loop:
    """An asyncio loop in a thread of its own, for servers that live in this process."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for it here."""
        running: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return running.result(20)

    def stop(self) -> None:
        """Cancel what is left and end the thread."""
        self.run(_cancel_all())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()


@contextmanager
def background_loop() -> Iterator[Loop]:
    """A loop that is stopped on leaving."""
    loop = Loop()
    try:
        yield loop
    finally:
        loop.stop()


async def _cancel_all() -> None:
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

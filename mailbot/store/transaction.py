"""The database, and the only commit. One thread owns the writes; concerns go first (design, section 2)."""

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from mailbot.errors import GiveUp, TryAgain
from mailbot.events import LANES, Lane

NO_ANSWER = "the database does not answer: is its server running, and is [database] url right?"
T = TypeVar("T")
Job = Callable[[Connection], T]


class Database:
    """One scheme's database: a SQLite file, which only its owner may read, or a schema of a PostgreSQL database.

    `write` hands a job to the writer's thread, which runs it in one transaction and commits; `read` runs in the
    caller's thread on a connection of its own; `rehearse` does everything and takes it back.
    """

    def __init__(self, url: str | URL, schema: str | None = None) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.schema = schema
        if self.file is not None and self.file.parent.is_dir():
            self.file.touch(mode=0o600)  # people's words: nobody else on the machine reads them
        self._writes = _engine(self.url, schema, "BEGIN IMMEDIATE")
        self._reads = _engine(self.url, schema, "BEGIN")
        self._jobs: queue.PriorityQueue[tuple[int, int, Job[Any] | None, Future[Any]]] = queue.PriorityQueue()
        self._order = count()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._kept: Connection | None = None

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @property
    def engine(self) -> Engine:
        """For migrations only, which bring their own transaction."""
        return self._writes

    def write(self, job: Job[T], lane: Lane = Lane.ORDINARY) -> "Future[T]":
        """Queue `job` for the writer; the future gives its result after the commit, or its error."""
        self._start()
        future: Future[T] = Future()
        self._jobs.put((LANES.index(lane), next(self._order), job, future))
        return future

    def read(self, job: Job[T]) -> T:
        """Run `job` on a consistent snapshot. Raises TryAgain where the database does not answer."""
        try:
            with self._reads.begin() as conn:
                return job(conn)
        except OperationalError as error:
            raise TryAgain(NO_ANSWER) from error

    def rehearse(self, job: Job[T]) -> T:
        """Run `job` as if for real, then take everything back (`explain`, promise 12)."""
        with self._writes.connect() as conn, conn.begin() as transaction:
            try:
                return job(conn)
            finally:
                transaction.rollback()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Only for the writer's thread, which keeps its connection to a file: taking one from the pool takes time."""
        if not self.is_sqlite:
            with self._writes.begin() as conn:
                yield conn
            return
        self._kept = self._kept or self._writes.connect()
        with self._kept.begin():
            yield self._kept

    def close(self) -> None:
        """Finish what is queued, then stop the writer."""
        if self._thread:
            self._jobs.put((len(LANES), next(self._order), None, Future()))
            self._thread.join()
            self._thread = None
        if self._kept:
            self._kept.close()
            self._kept = None
        self._writes.dispose()
        self._reads.dispose()

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            _, _, job, future = self._jobs.get()
            if job is None:
                return
            if future.set_running_or_notify_cancel():
                self._one(job, future)

    def _one(self, job: Job[Any], future: Future[Any]) -> None:
        try:
            with self._transaction() as conn:
                result = job(conn)
        except OperationalError as error:
            problem = TryAgain("the database did not take the change: is its disk full, or another program using it?")
            problem.__cause__ = error
            future.set_exception(problem)
        except BaseException as error:  # noqa: BLE001 - not swallowed: whoever waits for the future gets it
            future.set_exception(error)
        else:
            future.set_result(result)


def _engine(url: URL, schema: str | None, begin: str) -> Engine:
    """Text of statements' values stays out of errors: they are people's words (promise 6)."""
    try:
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=url.get_backend_name() != "sqlite")
    except ModuleNotFoundError as error:
        raise GiveUp(f"[database] url: {url.drivername} needs {error.name}: install mailbot[postgres]") from error
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", lambda conn: conn.exec_driver_sql(begin))
    elif schema:
        event.listen(engine, "connect", lambda raw, _: _search_path(raw, schema))
    return engine


def _prepare_sqlite(raw: Any, _: Any) -> None:
    raw.isolation_level = None
    for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "busy_timeout=10000"):
        raw.execute(f"pragma {pragma}")


def _search_path(raw: Any, schema: str) -> None:
    with raw.cursor() as cursor:
        cursor.execute("select set_config('search_path', %s, false)", (schema,))
    raw.commit()

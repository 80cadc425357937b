"""Bring a database to the present form (`init`), and refuse to start on any other."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from mailbot.errors import GiveUp, TryAgain
from mailbot.store.transaction import NO_ANSWER, Database

SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> None:
    """Create or change the tables; safe to repeat. Raises TryAgain where the database does not answer."""
    from alembic import command  # here, as it takes longer to load than all other commands need it for
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    try:
        with database.engine.begin() as conn:
            if database.schema and not database.is_sqlite:
                conn.execute(text(f'create schema if not exists "{database.schema}"'))
            config.attributes["connection"] = conn
            command.upgrade(config, "head")
    except OperationalError as error:
        raise TryAgain(NO_ANSWER) from error


def require_current(database: Database) -> None:
    """Raise GiveUp, saying how to mend it, unless the tables are those of this version of mailbot.

    Raises TryAgain where the database does not answer.
    """
    wanted = max(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))
    found = database.read(_version)
    if found is None:
        raise GiveUp("the database is empty: run `mailbot init` first")
    if found != wanted:
        raise GiveUp(f"the database has version {found}, this mailbot needs {wanted}: run `mailbot init`")


def _version(conn: Connection) -> str | None:
    """What the last migration wrote of itself."""
    if not inspect(conn).has_table("alembic_version"):
        return None
    version: str | None = conn.scalar(text("select version_num from alembic_version"))
    return version

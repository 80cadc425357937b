"""Bring a database to the present form (`init`), and refuse to start on any other."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from mailbot.errors import GiveUp
from mailbot.store.transaction import Database

SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> None:
    """Create or change the tables; safe to repeat."""
    with database.engine.begin() as conn:
        if database.schema and not database.is_sqlite:
            conn.execute(text(f'create schema if not exists "{database.schema}"'))
        config = _config()
        config.attributes["connection"] = conn
        command.upgrade(config, "head")


def require_current(database: Database) -> None:
    """Raise GiveUp, saying how to mend it, unless the tables are those of this version of mailbot."""
    wanted = ScriptDirectory.from_config(_config()).get_current_head()
    with database.engine.connect() as conn:
        found = MigrationContext.configure(conn).get_current_revision()
    if found is None:
        raise GiveUp("the database is empty: run `mailbot init` first")
    if found != wanted:
        raise GiveUp(f"the database has version {found}, this mailbot needs {wanted}: run `mailbot init`")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config

"""Bringing a store's schema up and down. The migrations are the only way in which a schema comes to be."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy.exc import OperationalError

from models.store import StoreError, open_engine, store_url


def config(url: str) -> Config:
    """Return an Alembic configuration for the store at `url`.

    The scripts are those of the installed `migrations` package, whatever the working folder holds.
    """
    settings = Config()
    # "%" opens an interpolation in Alembic's options.
    settings.set_main_option("script_location", str(Path(str(files("migrations")))).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    settings.attributes["url"] = store_url(url).render_as_string(hide_password=False)
    return settings


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the store at `url` up to `revision`, creating it when there is none. Does nothing when it is there already.

    Raises StoreError when the store cannot be opened or is newer than this program.
    """
    _run(url, revision, up=True)


def downgrade(url: str, revision: str) -> None:
    """Take the store at `url` down to `revision` ("base": no tables at all). Data of the tables dropped is lost.

    Raises StoreError when the store cannot be opened or is newer than this program.
    """
    _run(url, revision, up=False)


def current(url: str) -> str | None:
    """Return the revision of the store at `url`, None for an empty one. A missing SQLite file is not created.

    Raises StoreError when the store cannot be opened.
    """
    database = store_url(url)
    if database.drivername.startswith("sqlite") and database.database and not Path(database.database).exists():
        return None
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except OperationalError as error:
        raise _unreachable(url, error) from error
    finally:
        engine.dispose()


def head() -> str:
    """Return the revision that this program works with."""
    revision = ScriptDirectory.from_config(config("sqlite://")).get_current_head()
    if revision is None:
        raise StoreError("the migrations package holds no migrations; reinstall communique")
    return revision


def _run(url: str, revision: str, *, up: bool) -> None:
    try:
        (command.upgrade if up else command.downgrade)(config(url), revision)
    except CommandError as error:
        at = current(url)
        raise StoreError(f"cannot bring the schema from {at} to {revision}: {error}; is communique older than the database?") from error
    except OperationalError as error:
        raise _unreachable(url, error) from error


def _unreachable(url: str, error: OperationalError) -> StoreError:
    reason = str(error.orig).strip().splitlines()[0]
    return StoreError(f"cannot use the database {store_url(url).render_as_string(hide_password=True)}: {reason}")

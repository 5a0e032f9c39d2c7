"""A real Superset for tests: made once, copied for each database, and spoken to over its REST API."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

BIN = os.environ.get("COMMUNIQUE_SUPERSET")
"""The folder of an environment's programs, `superset` and `python` among them."""
USER, PASSWORD = "admin", "looks"


def run(home: Path, *words: str) -> None:
    """Run `superset …` over the metadata in `home`."""
    subprocess.run([f"{BIN}/superset", *words], env=_environment(home), check=True, capture_output=True, text=True)


def make(home: Path) -> Path:
    """Make a new Superset in `home`, which takes a minute or two; return it."""
    home.mkdir()
    run(home, "db", "upgrade")
    person = ("--firstname", "An", "--lastname", "Analyst", "--email", "analyst@example.org")
    run(home, "fab", "create-admin", "--username", USER, "--password", PASSWORD, *person)
    run(home, "init")
    return home


class Superset:
    """A running Superset at `address`, logged in."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.client = httpx.Client(base_url=f"{address}/api/v1", timeout=120, trust_env=False)
        self._log_in()

    def _log_in(self) -> None:
        login = {"username": USER, "password": PASSWORD, "provider": "db", "refresh": False}
        token = self._answer(self.client.post("/security/login", json=login))["access_token"]
        self.client.headers["Authorization"] = f"Bearer {token}"
        self.client.headers["X-CSRFToken"] = self.get("/security/csrf_token/")["result"]
        self.client.headers["Referer"] = self.address

    def get(self, path: str, **query: str) -> Any:
        """Return what it says."""
        return self._answer(self.client.get(path, params=query))

    def post(self, path: str, body: Any) -> Any:
        """Return what it says to a JSON body."""
        return self._answer(self.client.post(path, json=body))

    def load(self, bundle: Path, passwords: dict[str, str]) -> None:
        """Import a bundle: everything in it becomes what it says."""
        self._send("/assets/import/", "bundle", bundle, passwords=json.dumps(passwords))

    def load_as_in_the_browser(self, bundle: Path, passwords: dict[str, str]) -> None:
        """Import a bundle of dashboards."""
        self._send("/dashboard/import/", "formData", bundle, passwords=json.dumps(passwords), overwrite="true")

    def _send(self, path: str, field: str, bundle: Path, **more: str) -> None:
        with bundle.open("rb") as stream:
            self._answer(self.client.post(path, files={field: (bundle.name, stream, "application/zip")}, data=more))

    @staticmethod
    def _answer(response: httpx.Response) -> Any:
        assert response.status_code == 200, f"{response.request.url}: {response.status_code} {response.text[:2000]}"
        return response.json()


@contextmanager
def running(made: Path, home: Path) -> Iterator[Superset]:
    """Run a copy of the Superset in `made` until the caller is done."""
    shutil.copytree(made, home)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [f"{BIN}/superset", "run", "--host", "127.0.0.1", "--port", str(port), "--with-threads"]
    with (home / "server.log").open("w") as log, subprocess.Popen(command, env=_environment(home), stdout=log, stderr=log) as server:
        try:
            _wait(server, f"{address}/health")
            yield Superset(address)
        finally:
            server.terminate()


def pictures(server: Superset, files: dict[str, Path]) -> dict[str, Any]:
    """Take a picture of each dashboard, by its slug; return what was seen."""
    script = Path(__file__).with_name("take_pictures.py")
    command = [f"{BIN}/python", str(script), server.address, USER, PASSWORD, *(f"{slug}={file}" for slug, file in files.items())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx.get(address, trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    raise AssertionError("Superset does not answer")


def _environment(home: Path) -> dict[str, str]:
    config = Path(__file__).with_name("superset_config.py")
    own = {"COMMUNIQUE_SUPERSET_HOME": str(home), "SUPERSET_CONFIG_PATH": str(config), "FLASK_APP": "superset", "HOME": str(home)}
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | own

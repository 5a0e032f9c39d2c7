"""A real HTTP server on 127.0.0.1, whose answers a test writes, and which remembers what it was asked.

    def test_something(web: Web) -> None:
        web.serve("/page", PAGE)
        web.answers["/busy"] = [Reply(503), Reply(body=b"at last")]
        fetch(…, web.url("/page")…)
        assert web.asked("/page") == 1

Fixtures: `web`, and `other` for another host (another port is another host to whoever asks).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it."""

    path: str
    headers: Mapping[str, str]
    began: float
    ended: float


@dataclass(frozen=True)
class Reply:
    """One answer. `raw` writes whatever it wants instead, headers and all."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    raw: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Web:
    """The server. `answers`: path -> replies in turn, of which the last is repeated."""

    port: int
    answers: dict[str, list[Reply]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)
    under_way: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def serve(
        self, path: str, body: bytes | str = b"", *, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        """Answer a path so from now on. Headers are written with underscores: etag='"a"', last_modified=…"""
        named = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.answers[path] = [Reply(status, body.encode() if isinstance(body, str) else body, named)]

    def redirect(self, path: str, target: str, status: int = 302) -> None:
        """Send whoever asks for a path to another address."""
        self.answers[path] = [Reply(status, headers={"Location": target})]

    def asked(self, path: str) -> int:
        """Return how often a path was asked for."""
        return len(self.requests(path))

    def requests(self, path: str) -> list[Asked]:
        """Return the requests for a path."""
        return [asked for asked in self.log if asked.path == path]

    @property
    def pages_asked(self) -> list[str]:
        """Return the paths that were asked for, in their order, but for robots.txt."""
        return [asked.path for asked in self.log if asked.path != "/robots.txt"]

    def reply(self, path: str) -> Reply:
        """Return the next reply to a path."""
        with self.lock:
            replies = self.answers.get(path) or [Reply(404)]
            return replies.pop(0) if len(replies) > 1 else replies[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    web: Web

    def do_GET(self) -> None:
        web, began = self.web, time.monotonic()
        with web.lock:
            web.under_way += 1
            web.most_at_once = max(web.most_at_once, web.under_way)
        reply = web.reply(self.path)
        time.sleep(reply.seconds)
        # Before the answer: who has it may look at the log.
        with web.lock:
            web.under_way -= 1
            web.log.append(Asked(self.path, dict(self.headers), began, time.monotonic()))
        with suppress(ConnectionError):
            if reply.raw:
                self.close_connection = True
                reply.raw(self)
            else:
                self._answer(reply)

    def _answer(self, reply: Reply) -> None:
        status, body = reply.status, reply.body
        headers = {name.title(): value for name, value in reply.headers.items()}
        same_tag = "Etag" in headers and self.headers.get("If-None-Match") == headers["Etag"]
        same_time = "Last-Modified" in headers and self.headers.get("If-Modified-Since") == headers["Last-Modified"]
        if status == 200 and (same_tag or same_time):
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers and status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Clients that hang up are part of the tests."""


@contextmanager
def running() -> Iterator[Web]:
    """Run a server that serves nothing yet."""
    handler = type("Handler", (_Handler,), {})
    server = _Server(("127.0.0.1", 0), handler)
    web = Web(server.server_address[1])
    handler.web = web  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def web() -> Iterator[Web]:
    """A host."""
    with running() as served:
        yield served


@pytest.fixture
def other() -> Iterator[Web]:
    """Another host."""
    with running() as served:
        yield served


def http_date(seconds_from_now: float) -> str:
    """Return a moment as HTTP writes it."""
    return formatdate(time.time() + seconds_from_now, usegmt=True)

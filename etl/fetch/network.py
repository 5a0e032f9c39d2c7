"""Connections: which addresses they may lead to, and until when they may take.

A name is resolved once, all its addresses are judged, and one of those is connected to. A name that resolves otherwise a moment later
(DNS rebinding) therefore gains nothing.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import httpcore
import httpx

from etl.fetch.addresses import is_public

SLICE = 0.5
"""Seconds after which a waiting connection looks whether it is still wanted."""

IDLE_SECONDS = 15.0


class ForbiddenAddressError(Exception):
    """A name leads to an address that may not be asked."""


class Watch:
    """Until when the request of the current thread may take, and whether anything is wanted at all any more."""

    def __init__(self) -> None:
        self._until = threading.local()
        self._stopped = threading.Event()

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Let what this thread does inside take so long."""
        self._until.moment = time.monotonic() + seconds
        try:
            yield
        finally:
            del self._until.moment

    def left(self) -> float:
        """Return the seconds that are left. Raises the timeout when there are none."""
        moment: float = getattr(self._until, "moment", float("inf"))
        left = moment - time.monotonic()
        if left <= 0 or self._stopped.is_set():
            raise httpcore.ReadTimeout("the time for this answer is over")
        return left

    def sleep(self, seconds: float) -> bool:
        """Wait, unless nothing is wanted any more; return whether anything is."""
        return not self._stopped.wait(max(seconds, 0.0))

    def stop(self) -> None:
        """Want nothing any more: whoever waits, stops waiting."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether nothing is wanted any more."""
        return self._stopped.is_set()


class TimedStream(httpcore.NetworkStream):
    """A connection on which each read and write counts towards the time of the whole answer."""

    def __init__(self, inner: httpcore.NetworkStream, watch: Watch) -> None:
        self._inner = inner
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the time of the whole answer holds
        """Return what came, waiting in slices, so that a stop is noticed."""
        while True:
            left = self._watch.left()
            try:
                return self._inner.read(max_bytes, timeout=min(left, SLICE))
            except httpcore.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send."""
        self._inner.write(buffer, timeout=min(self._watch.left(), 3600.0))

    def close(self) -> None:
        """Close."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the encrypted connection. The certificate is checked against the name, not the address."""
        left = min(self._watch.left(), timeout or 3600.0)
        return TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._watch)

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the connection beneath."""
        return self._inner.get_extra_info(info)


class Backend(httpcore.NetworkBackend):
    """Opens connections; to public addresses only, unless `private` is true."""

    def __init__(self, watch: Watch, *, private: bool) -> None:
        self._watch = watch
        self._private = private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address of the host that answers. Raises ForbiddenAddressError if one of them is not public."""
        until = time.monotonic() + min(self._watch.left(), timeout or 3600.0)
        trouble: Exception = httpcore.ConnectError(f"the name {host} has no address")
        addresses = self.addresses(host, port)
        for tried, address in enumerate(addresses):
            # Each has its share of the time that is left, so that one which never answers does not take it all.
            share = max((until - time.monotonic()) / (len(addresses) - tried), 0.001)
            try:
                return TimedStream(self._plain.connect_tcp(address, port, share, local_address, socket_options), self._watch)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble

    def addresses(self, host: str, port: int) -> list[str]:
        """Return the addresses of a host. One that is not public condemns them all: no honest name has both kinds."""
        try:
            found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} cannot be resolved: {error}") from error
        addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
        forbidden = [] if self._private else [address for address in addresses if not is_public(address)]
        if forbidden:
            raise ForbiddenAddressError(f"{host} leads to {forbidden[0]}, which is not in the public internet")
        return addresses


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()


class Transport(httpx.BaseTransport):
    """httpx over connections of `Backend`, or through a proxy, which then does the resolving and connecting itself."""

    def __init__(self, watch: Watch, *, private: bool, proxy: str | None) -> None:
        if proxy:
            self._pool = _through(httpx.Proxy(proxy), Backend(watch, private=True))
        else:
            backend = Backend(watch, private=private)
            self._pool = httpcore.ConnectionPool(
                ssl_context=_tls(), max_connections=None, keepalive_expiry=IDLE_SECONDS, network_backend=backend
            )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Errors are httpcore's own."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )  # fmt: skip
        sent = httpcore.Request(request.method, url, headers=request.headers.raw, content=request.read(), extensions=request.extensions)
        answer = self._pool.handle_request(sent)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _through(proxy: httpx.Proxy, backend: Backend) -> httpcore.ConnectionPool:
    return httpcore.HTTPProxy(
        proxy_url=httpcore.URL(scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=b"/"),
        proxy_auth=proxy.raw_auth,
        ssl_context=_tls(),
        max_connections=None,
        keepalive_expiry=IDLE_SECONDS,
        network_backend=backend,
    )

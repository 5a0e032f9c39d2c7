"""Asking for one address over HTTP: politely, within limits, and again when it may help."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

import httpcore
import httpx
from httpx_retries import Retry

from etl.config import Http, WebSource
from etl.errors import FetchError
from etl.fetch.addresses import host_of, is_ip, is_public, origin, parse, without_credentials
from etl.fetch.bodies import BrokenBodyError, TooLargeError, read_body
from etl.fetch.hosts import Host, Hosts
from etl.fetch.network import ForbiddenAddressError, Transport, Watch
from etl.fetch.records import Answer, Unchanged, Validators
from etl.fetch.robots import MAX_BYTES, Robots, product
from etl.sources.media_types import type_and_charset

ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
PASSING = frozenset({429, 500, 502, 503, 504})
"""Statuses after which another try may help."""

PASSING_BY_TOMORROW = frozenset({408, 425, 429})
"""Those below 500 after which another night may help."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
BACKOFF_SECONDS = 0.5
"""The longest wait before the first retry. It doubles each time; chance takes off up to all of it, so that many come back one by one."""

LONGEST_RETRY_AFTER = 366 * 86_400.0


@dataclass(frozen=True, slots=True)
class _Hop:
    """One answer of one server. `content` is None for what has no body of interest."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    content: bytes | None


class _PassingError(Exception):
    """Another try may help, after `wait` seconds if the server said so."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class Client:
    """Asks for addresses as a source allows, of hosts that other sources may ask too. A context manager, for many threads at once."""

    def __init__(self, http: Http, source: WebSource, hosts: Hosts | None = None) -> None:
        self._http = http
        self._source = source
        self._watch = Watch()
        self._hosts = hosts or Hosts()
        self._robots = Robots(product(http.user_agent), self._robots_text) if source.obey_robots else None
        # No httpx.Client: it would keep cookies, read .netrc, follow the environment's proxies and decompress without a limit.
        self._transport = Transport(self._watch, private=source.allow_private_addresses, proxy=http.proxy)
        self._headers = {"User-Agent": http.user_agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()
        self._transport.close()

    def stop(self) -> None:
        """Give up whatever is under way, in all threads, within a second."""
        self._watch.stop()

    def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer | Unchanged:
        """Return what an address gives, or that it gives what it gave when the server named it so.

        Raises FetchError with the reason, and whether another night may bring more.
        """
        limit = int(self._http.megabytes * 1_000_000)
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}
        hop = self._follow(parse(url), headers, limit=limit, checked=True)
        now, place = datetime.now(UTC), str(without_credentials(hop.url))
        if hop.status == httpx.codes.NOT_MODIFIED and headers:
            return Unchanged(place, Validators(hop.headers.get("ETag", etag), hop.headers.get("Last-Modified", last_modified)), now)
        if hop.content is None:
            raise FetchError(place, _status(hop.status), again=hop.status >= 500 or hop.status in PASSING_BY_TOMORROW)
        media_type, charset = type_and_charset(hop.headers.get("Content-Type", ""))
        validators = Validators(hop.headers.get("ETag"), hop.headers.get("Last-Modified"))
        return Answer(place, hop.content, media_type, charset, validators, now)

    def _robots_text(self, url: httpx.URL) -> str | None:
        hop = self._follow(url, {}, limit=MAX_BYTES, checked=False, cut=True)
        if hop.content is not None:
            return hop.content.decode("utf-8-sig", errors="replace")
        if 400 <= hop.status < 500:
            return None
        raise FetchError(str(url), _status(hop.status))

    def _follow(self, url: httpx.URL, headers: dict[str, str], *, limit: int, checked: bool, cut: bool = False) -> _Hop:
        """Return the first answer that is no redirect. `checked`: whether robots.txt has a say; `cut`: take the beginning of too much."""
        seen: set[httpx.URL] = set()
        start = url
        while True:
            if url in seen:
                raise FetchError(str(without_credentials(start)), f"it redirects in a circle, to {without_credentials(url)}", again=False)
            if len(seen) > self._http.redirects:
                raise FetchError(str(without_credentials(start)), f"it redirects more than {self._http.redirects} times", again=False)
            seen.add(url)
            hop = self._persist(url, headers, limit=limit, checked=checked, cut=cut)
            if hop.status not in REDIRECTS or "Location" not in hop.headers:
                return hop
            url = self._target(start, hop)

    def _target(self, start: httpx.URL, hop: _Hop) -> httpx.URL:
        shown = str(without_credentials(start))
        try:
            target = hop.url.join(hop.headers["Location"])
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(shown, f"it redirects to what is no address: {error}", again=False) from error
        try:
            target = parse(str(target))
        except FetchError as error:
            raise FetchError(shown, f"it redirects to {error.url}: {error.reason}", again=False) from error
        # Credentials stay with the host that they were meant for; what a server writes into a redirect is nobody's.
        same = origin(target) == origin(hop.url)
        return target.copy_with(userinfo=hop.url.userinfo) if same and hop.url.userinfo else without_credentials(target)

    def _persist(self, url: httpx.URL, headers: dict[str, str], *, limit: int, checked: bool, cut: bool) -> _Hop:
        """Ask until there is an answer that another try would not change. Raises FetchError when retries do not help."""
        shown = str(without_credentials(url))
        host = self._hosts.named(host_of(url), per_second=self._source.requests_per_second, at_once=self._source.at_once)
        if self._robots and checked:
            self._slow_down(host, self._robots.check(without_credentials(url)), shown)
        longest = self._http.longest_wait
        retry = Retry(total=self._http.retries, backoff_factor=BACKOFF_SECONDS, max_backoff_wait=max(longest, 0.001))
        while True:
            try:
                with host.turn(shown, self._watch), self._translated(shown):
                    hop = self._once(url, headers, limit=limit, cut=cut)
                host.answered()
                return hop
            except _PassingError as error:
                if self._watch.stopped:
                    raise FetchError(shown, "the run was stopped while it was asked for") from error
                if error.wait is not None and error.wait > longest:
                    again_at = (datetime.now(UTC) + timedelta(seconds=error.wait)).isoformat(timespec="seconds")
                    host.close(f"{host.name} wants to be left alone until {again_at}")
                    raise FetchError(shown, f"{error.reason}; the server wants to be left alone until {again_at}") from error
                if retry.is_exhausted():
                    host.failed(error.reason)
                    tries = retry.attempts_made + 1
                    raise FetchError(shown, f"{error.reason}, {tries} times" if tries > 1 else error.reason) from error
                if error.wait is not None:
                    host.hold(error.wait)
                self._watch.sleep(retry.backoff_strategy())
                retry = retry.increment()

    def _slow_down(self, host: Host, delay: float, url: str) -> None:
        if delay > self._http.longest_wait:
            raise FetchError(url, f"the host's robots.txt asks for {delay:g} seconds between requests, more than http.longest_wait allows")
        if delay:
            host.slow_down(delay)

    @contextmanager
    def _translated(self, url: str) -> Iterator[None]:
        """Turn what goes wrong with one try into _PassingError, or FetchError where another try would not help."""
        try:
            yield
        except ForbiddenAddressError as error:
            raise FetchError(url, f"{error}: a source must say allow_private_addresses for that", again=False) from error
        except TooLargeError as error:
            raise FetchError(url, f"the answer is larger than {self._http.megabytes:g} MB", again=False) from error
        except BrokenBodyError as error:
            raise _PassingError(f"the answer is broken: {error}") from error
        except (httpcore.UnsupportedProtocol, httpcore.LocalProtocolError) as error:
            raise FetchError(url, f"it cannot be asked for: {error}", again=False) from error
        except httpcore.ConnectTimeout as error:
            raise _PassingError(f"no connection within {self._http.seconds_to_connect:g} s") from error
        except httpcore.TimeoutException as error:
            raise _PassingError(f"no whole answer within {self._http.seconds_to_answer:g} s") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as error:
            raise _PassingError(f"the connection failed: {error or type(error).__name__}") from error

    def _once(self, url: httpx.URL, headers: dict[str, str], *, limit: int, cut: bool) -> _Hop:
        if self._http.proxy and not self._source.allow_private_addresses and is_ip(url.host) and not is_public(url.host):
            raise ForbiddenAddressError(f"{url.host} is not in the public internet")
        with self._watch.limit(self._http.seconds_to_answer), closing(self._ask(url, headers)) as response:
            status = response.status_code
            if status in PASSING:
                raise _PassingError(_status(status), _retry_after(response.headers.get("Retry-After", "")))
            if status not in (httpx.codes.OK, httpx.codes.NON_AUTHORITATIVE_INFORMATION):
                return _Hop(url, status, response.headers, None)
            shown = str(without_credentials(url))
            try:
                content = read_body(response.iter_raw(), response.headers.get("Content-Encoding", ""), limit=limit, url=shown)
            except TooLargeError as error:
                if not cut:
                    raise
                content = error.beginning
            return _Hop(url, status, response.headers, content)

    def _ask(self, url: httpx.URL, headers: dict[str, str]) -> httpx.Response:
        extensions = {"timeout": {"connect": self._http.seconds_to_connect}}
        request = httpx.Request("GET", without_credentials(url), headers={**self._headers, **headers}, extensions=extensions)
        if url.userinfo:
            request = next(httpx.BasicAuth(url.username, url.password).auth_flow(request))
        return self._transport.handle_request(request)


def _status(status: int) -> str:
    return f"the server answers {status} {httpx.codes.get_reason_phrase(status)}".rstrip()


def _retry_after(value: str) -> float | None:
    try:
        return min(Retry().parse_retry_after(value), LONGEST_RETRY_AFTER) if value else None
    except (ValueError, OverflowError):
        return None

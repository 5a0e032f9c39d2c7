"""What a host's robots.txt allows (RFC 9309), read by protego."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from etl.errors import FetchError
from etl.fetch.addresses import origin

MAX_BYTES = 512 * 1024
"""What stands further on is not read. The standard asks for at least 500 KiB."""


COMPATIBLE = re.compile(r"\(compatible;\s*([A-Za-z_-]+)")
PRODUCT = re.compile(r"([A-Za-z_-]+)")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host said. `refused`: why nothing may be asked at all; `again`: whether that may be otherwise another night."""

    rules: Protego | None = None
    refused: str | None = None
    again: bool = True


def product(user_agent: str) -> str:
    """Return the name in a user agent that robots.txt speaks of: not the words of its comment, nor the browser that it is like."""
    found = COMPATIBLE.search(user_agent) or PRODUCT.search(user_agent)
    return found[1] if found else user_agent


class Robots:
    """The robots.txt of every host that is asked, each fetched once. May be asked from any thread."""

    def __init__(self, product: str, fetch: Callable[[httpx.URL], str | None]) -> None:
        """`product` is what the hosts call us.

        `fetch` returns the text of a robots.txt, None where there is none, and raises FetchError when it cannot be had.
        """
        self._product = product
        self._fetch = fetch
        self._lock = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._rules: dict[str, Rules] = {}

    def check(self, url: httpx.URL) -> float:
        """Return the seconds that the host wants between two requests. Raises FetchError when the address may not be asked for."""
        said = self._of(url)
        if said.refused:
            raise FetchError(str(url), said.refused, again=said.again)
        if said.rules is None:
            return 0.0
        if not said.rules.can_fetch(str(url), self._product):
            raise FetchError(str(url), "the host's robots.txt does not allow it", again=False)
        return said.rules.crawl_delay(self._product) or 0.0

    def _of(self, url: httpx.URL) -> Rules:
        place = origin(url)
        with self._lock:
            lock = self._locks.setdefault(place, threading.Lock())
        with lock:
            if place not in self._rules:
                self._rules[place] = self._read(url.copy_with(raw_path=b"/robots.txt"))
            return self._rules[place]

    def _read(self, url: httpx.URL) -> Rules:
        try:
            text = self._fetch(url)
        except FetchError as error:
            return Rules(refused=f"nothing is asked of a host whose robots.txt cannot be had: {error.reason}", again=error.again)
        return Rules() if text is None else Rules(Protego.parse(text))

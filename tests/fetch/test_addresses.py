"""Private networks are out of reach, however a page or a name leads there."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from etl.config import Pages
from etl.errors import FetchError
from etl.fetch import Answer, Client, Failed, NothingKnown, fetch
from etl.fetch.addresses import is_public
from tests.fetch.asking import client, http, page, pages
from tests.fetch.server import Web

PUBLIC = [
    "93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001:82b::200e",
    "::ffff:93.184.215.14", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1",
]  # fmt: skip
NOT_PUBLIC = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "192.0.0.1",
    "192.88.99.1", "::", "::1", "::7f00:1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
    "3fff::1", "5f00::1", "100::1", "2001::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:7f00:1::1", "2002:a00:1::1", "4000::1", "no address", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def strict(**settings: Any) -> Client:
    """Return a client as sources have it that say nothing."""
    source = Pages(kind="pages", name="pages", requests_per_second=100, obey_robots=False)
    return Client(http(retries=0, seconds_to_connect=0.3, **settings), source)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"]
)
def test_this_machine_is_not_asked_whatever_it_is_called(web: Web, host: str) -> None:
    web.serve("/page", "talks")
    with strict() as asking, pytest.raises(FetchError) as caught:
        asking.get(web.url("/page", host=host))
    assert not caught.value.again
    assert "not in the public internet" in caught.value.reason
    assert web.log == []


def test_a_source_may_say_otherwise(web: Web) -> None:
    web.serve("/page", "talks")
    with client() as asking:
        assert isinstance(asking.get(web.url("/page")), Answer)
        assert isinstance(asking.get(web.url("/page", host="localhost")), Answer)


def test_robots_are_no_way_in(web: Web) -> None:
    with (
        Client(http(), Pages(kind="pages", name="pages")) as asking,
        pytest.raises(FetchError, match="not in the public internet") as caught,
    ):
        asking.get(web.url("/page"))
    assert not caught.value.again
    assert web.log == []


Answers = list[tuple[Any, ...]]


def names(monkeypatch: pytest.MonkeyPatch, port: int, *answers: list[str]) -> list[str]:
    """Let the name turning.example resolve to these addresses in turn; return the list of the questions asked."""
    questions: list[str] = []
    real: Callable[..., Answers] = socket.getaddrinfo

    def resolve(host: str, *args: Any, **kwargs: Any) -> Answers:
        if host != "turning.example":
            return real(host, *args, **kwargs)
        questions.append(host)
        return [real(address, port, type=socket.SOCK_STREAM)[0] for address in answers[min(len(questions), len(answers)) - 1]]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return questions


NOWHERE = "2000::1"
"""In the range of public addresses, and given to nobody."""


def test_a_name_that_changes_its_mind_gains_nothing(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = names(monkeypatch, web.port, [NOWHERE], ["127.0.0.1"])
    web.serve("/page", "talks")
    with strict() as asking, pytest.raises(FetchError) as caught:
        asking.get(web.url("/page", host="turning.example"))
    assert caught.value.again
    assert questions == ["turning.example"]
    assert web.log == []


def test_a_name_with_one_private_address_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, web.port, [NOWHERE, "127.0.0.1"])
    with strict() as asking, pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1,") as caught:
        asking.get(web.url("/page", host="turning.example"))
    assert not caught.value.again
    assert web.log == []


@contextmanager
def deaf(address: str, port: int) -> Iterator[None]:
    """Let an address never answer: its queue is full, so that whoever connects to it waits."""
    with socket.create_server((address, port), backlog=0), ExitStack() as queue:
        for _ in range(4):
            waiting = queue.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((address, port))
        yield


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one address of their own, and other queues")
def test_an_address_that_never_answers_does_not_take_the_time_of_the_next(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, web.port, ["127.0.0.2", "127.0.0.1"])
    web.serve("/page", "talks")
    began = time.monotonic()
    with deaf("127.0.0.2", web.port), client(http(seconds_to_connect=2, retries=0), obey_robots=False) as asking:
        assert isinstance(asking.get(web.url("/page", host="turning.example")), Answer)
    assert 0.9 < time.monotonic() - began < 1.9


def test_a_redirect_into_a_private_network_is_refused(web: Web, other: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    # The page's own host is let through by name, as no test may ask the public internet.
    monkeypatch.setattr("etl.fetch.network.is_public", lambda address: address != "127.0.0.2")
    web.redirect("/page", other.url("/inner", host="127.0.0.2"))
    with strict() as asking, pytest.raises(FetchError, match=r"127\.0\.0\.2 leads to 127\.0\.0\.2, which is not in the public internet"):
        asking.get(web.url("/page"))
    assert (web.asked("/page"), other.log) == (1, [])


def test_pages_named_by_a_feed_may_not_be_private_either(web: Web) -> None:
    [only, _] = fetch(pages(web.url("/x"), allow_private_addresses=False), http(retries=0), NothingKnown())
    assert isinstance(only, Failed)
    assert web.log == []


def test_proxies_of_the_environment_are_not_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    web.serve("/page", page())
    with client() as asking:
        assert isinstance(asking.get(web.url("/page")), Answer)


def test_a_proxy_that_is_set_on_purpose_is_asked(web: Web) -> None:
    web.answers["http://news.example/page"] = web.answers["http://news.example/robots.txt"] = []
    web.serve("http://news.example/page", "talks")
    source = Pages(kind="pages", name="pages", requests_per_second=100)
    with Client(http(proxy=web.url("")), source) as asking:
        answer = asking.get("http://news.example/page")
        assert isinstance(answer, Answer)
        with pytest.raises(FetchError, match=r"10\.0\.0\.1 is not in the public internet"):
            asking.get("http://10.0.0.1/page")
    assert web.pages_asked == ["http://news.example/robots.txt", "http://news.example/page"]

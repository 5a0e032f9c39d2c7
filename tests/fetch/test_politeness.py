"""How often a host is asked, how many requests are under way, and what its robots.txt allows."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from etl.errors import FetchError
from etl.fetch import Answer, Client, Hosts
from tests.fetch.asking import client, http, pages
from tests.fetch.server import Reply, Web


def ask_all(asking: Client, urls: list[str]) -> None:
    with ThreadPoolExecutor(len(urls)) as threads:
        list(threads.map(asking.get, urls))


def test_no_more_a_second_than_the_source_allows(web: Web) -> None:
    for number in range(6):
        web.serve(f"/{number}")
    with client(requests_per_second=20, at_once=6, obey_robots=False) as asking:
        ask_all(asking, [web.url(f"/{number}") for number in range(6)])
    times = sorted(asked.began for asked in web.log)
    # The first has to open its connection, the next need not be a whole interval behind it.
    assert times[-1] - times[0] >= 0.2
    assert times[-1] - times[0] < 1.0


def test_sources_share_what_a_host_is_asked(web: Web) -> None:
    for number in range(6):
        web.serve(f"/{number}")
    hosts = Hosts()
    said = {"obey_robots": False, "at_once": 6}
    careful, careless = pages(requests_per_second=20, **said), pages(requests_per_second=100, **said)
    with Client(http(), careful, hosts) as first, Client(http(), careless, hosts) as second:
        ask_all(first, [web.url(f"/{number}") for number in range(3)])
        ask_all(second, [web.url(f"/{number}") for number in range(3, 6)])
    times = sorted(asked.began for asked in web.log)
    assert times[-1] - times[0] >= 0.2


def test_sources_share_how_many_requests_are_under_way(web: Web) -> None:
    for number in range(6):
        web.answers[f"/{number}"] = [Reply(seconds=0.1)]
    hosts = Hosts()
    sources = [pages(at_once=at_once, obey_robots=False) for at_once in (2, 4)]
    with Client(http(), sources[0], hosts) as first, Client(http(), sources[1], hosts) as second, ThreadPoolExecutor(2) as threads:
        first.get(web.url("/0"))
        asked = [threads.submit(ask_all, one, [web.url(f"/{n}") for n in some]) for one, some in ((first, range(3)), (second, range(3, 6)))]
        for one in asked:
            one.result()
    assert web.most_at_once <= 2


def test_hosts_do_not_wait_for_each_other(web: Web, other: Web) -> None:
    for host in (web, other):
        for number in range(4):
            host.serve(f"/{number}")
    began = time.monotonic()
    with client(requests_per_second=10, at_once=4, obey_robots=False) as asking:
        ask_all(asking, [host.url(f"/{number}") for number in range(4) for host in (web, other)])
    assert time.monotonic() - began < 0.6
    assert web.log[0].began < other.log[-1].began
    assert other.log[0].began < web.log[-1].began


@pytest.mark.parametrize("at_once", [1, 3])
def test_no_more_at_once_than_the_source_allows(web: Web, at_once: int) -> None:
    for number in range(6):
        web.answers[f"/{number}"] = [Reply(seconds=0.1)]
    with client(at_once=at_once, obey_robots=False) as asking:
        ask_all(asking, [web.url(f"/{number}") for number in range(6)])
    assert web.most_at_once == at_once


def allowed(web: Web, path: str, *, agent: str = "newsroom/2 (desk@newsroom.example)", **source: bool) -> bool:
    web.serve(path, "talks")
    with client(http(user_agent=agent, retries=0), **source) as asking:
        try:
            return isinstance(asking.get(web.url(path)), Answer)
        except FetchError as error:
            assert web.asked(path) == 0
            assert "robots.txt" in error.reason
            return False


RULES = """
User-agent: *
Disallow: /private
Disallow: /*.pdf$
Allow: /private/open

User-agent: newsroom
Disallow: /desk
"""


@pytest.mark.parametrize(
    ("path", "agent", "expected"),
    [
        ("/news", "other/1", True),
        ("/private/x", "other/1", False),
        ("/private/open/x", "other/1", True),
        ("/paper.pdf", "other/1", False),
        ("/paper.pdf.html", "other/1", True),
        ("/private/x", "newsroom/2 (desk@newsroom.example)", True),
        ("/desk/x", "newsroom/2 (desk@newsroom.example)", False),
        ("/desk/x", "Mozilla/5.0 (compatible; newsroom/2; desk@newsroom.example)", False),
        ("/desk/x", "courier/1 (a reader of the newsroom)", True),
    ],
)
def test_what_robots_allow(web: Web, path: str, agent: str, expected: bool) -> None:
    web.serve("/robots.txt", RULES, kind="text/plain")
    assert allowed(web, path, agent=agent) is expected


def test_a_source_may_be_told_not_to_mind(web: Web) -> None:
    web.serve("/robots.txt", "User-agent: *\nDisallow: /")
    assert not allowed(web, "/news")
    assert allowed(web, "/news", obey_robots=False)
    assert web.asked("/robots.txt") == 1


@pytest.mark.parametrize(
    ("status", "expected"), [(404, True), (410, True), (401, True), (403, True), (429, False), (500, False), (503, False)]
)
def test_no_robots_allow_all_and_broken_ones_nothing(web: Web, status: int, expected: bool) -> None:
    web.serve("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    assert allowed(web, "/news") is expected


def test_refusals_say_whether_another_night_may_bring_more(web: Web, other: Web) -> None:
    web.serve("/robots.txt", "User-agent: *\nDisallow: /")
    other.serve("/robots.txt", status=503)
    with client(http(retries=0)) as asking:
        errors = []
        for url in (web.url("/news"), other.url("/news")):
            with pytest.raises(FetchError) as caught:
                asking.get(url)
            errors.append(caught.value)
    assert [error.again for error in errors] == [False, True]


def test_robots_are_fetched_once_a_host_however_many_ask(web: Web, other: Web) -> None:
    web.answers["/robots.txt"] = [Reply(404, seconds=0.1)]
    for number in range(4):
        web.serve(f"/{number}")
        other.serve(f"/{number}")
    with client() as asking:
        ask_all(asking, [host.url(f"/{number}") for number in range(4) for host in (web, other)])
    assert (web.asked("/robots.txt"), other.asked("/robots.txt")) == (1, 1)
    assert web.log[0].path == "/robots.txt"


def test_robots_that_moved(web: Web, other: Web) -> None:
    web.redirect("/robots.txt", other.url("/rules"))
    other.serve("/rules", "User-agent: *\nDisallow: /private")
    assert allowed(web, "/news")
    assert not allowed(web, "/private")


@pytest.mark.parametrize(
    ("robots", "expected"),
    [
        (b"<!doctype html><html><body>Welcome to our start page</body></html>", True),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /", False),
        (b"\xff\xfe\x00\x81 nonsense \x00", True),
        (b"User-agent: *\nDisallow: /\n" + b"# more\n" * 200_000, False),
        (b"", True),
    ],
    ids=["page", "marked", "binary", "large", "empty"],
)
def test_robots_of_every_kind(web: Web, robots: bytes, expected: bool) -> None:
    web.serve("/robots.txt", robots)
    assert allowed(web, "/news") is expected


def test_a_host_may_ask_for_more_time_between_requests(web: Web) -> None:
    web.serve("/robots.txt", "User-agent: *\nCrawl-delay: 0.3")
    for number in range(3):
        web.serve(f"/{number}")
    with client() as asking:
        ask_all(asking, [web.url(f"/{number}") for number in range(3)])
    times = sorted(asked.began for asked in web.log if asked.path != "/robots.txt")
    assert times[2] - times[0] >= 0.55


def test_more_time_than_there_is(web: Web) -> None:
    web.serve("/robots.txt", "User-agent: *\nCrawl-delay: 900")
    web.serve("/news")
    with client(http(longest_wait=60)) as asking, pytest.raises(FetchError, match="asks for 900 seconds between requests"):
        asking.get(web.url("/news"))
    assert web.pages_asked == []


def test_what_nobody_wants_any_more_is_given_up(web: Web) -> None:
    web.answers["/slow"] = [Reply(seconds=3)]
    web.answers["/busy"] = [Reply(503, headers={"Retry-After": "2"})]
    web.serve("/next")
    with client(requests_per_second=5, obey_robots=False) as asking:
        threading.Timer(0.3, asking.stop).start()
        began = time.monotonic()
        with ThreadPoolExecutor(3) as threads:
            under_way = [threads.submit(asking.get, web.url(path)) for path in ("/slow", "/busy")]
            for one in under_way:
                assert isinstance(one.exception(), FetchError)
                assert "stopped" in str(one.exception())
        with pytest.raises(FetchError, match="stopped before it was asked for"):
            asking.get(web.url("/next"))
    assert time.monotonic() - began < 1.5

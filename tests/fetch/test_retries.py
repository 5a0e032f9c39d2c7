"""Trying again: after what passes, as often and as late as the server and the settings say."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from typing import Any

import pytest

from etl.errors import FetchError
from etl.fetch import Answer
from etl.fetch.hosts import GIVE_UP_AFTER
from tests.fetch.asking import client, http
from tests.fetch.server import Reply, Web, http_date


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ntalks")


OK = Reply(body=b"talks")


@pytest.mark.parametrize("trouble", [Reply(429), Reply(500), Reply(502), Reply(503), Reply(504), Reply(raw=hang_up)])
def test_what_passes_is_tried_again(web: Web, trouble: Reply) -> None:
    web.answers["/page"] = [trouble, trouble, OK]
    with client(http(retries=2, longest_wait=0.05)) as asking:
        answer = asking.get(web.url("/page"))
    assert isinstance(answer, Answer)
    assert answer.content == b"talks"
    assert web.asked("/page") == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_what_stays_is_not_tried_again(web: Web, status: int) -> None:
    web.answers["/page"] = [Reply(status), OK]
    with client(http(retries=2)) as asking, pytest.raises(FetchError):
        asking.get(web.url("/page"))
    assert web.asked("/page") == 1


@pytest.mark.parametrize("retries", [0, 2])
def test_there_is_an_end_to_trying(web: Web, retries: int) -> None:
    web.serve("/page", status=503)
    with client(http(retries=retries, longest_wait=0.05)) as asking, pytest.raises(FetchError) as caught:
        asking.get(web.url("/page"))
    assert caught.value.reason == "the server answers 503 Service Unavailable" + (", 3 times" if retries else "")
    assert caught.value.again
    assert web.asked("/page") == retries + 1


def test_waits_grow_and_have_a_limit(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    # Chance is taken out, so that the waits can be measured.
    monkeypatch.setattr("random.uniform", lambda *bounds: bounds[1])
    monkeypatch.setattr("etl.fetch.http.BACKOFF_SECONDS", 0.1)
    web.serve("/page", status=503)
    with client(http(retries=4, longest_wait=0.3)) as asking, pytest.raises(FetchError):
        asking.get(web.url("/page"))
    times = [asked.began for asked in web.requests("/page")]
    waits = [later - earlier for earlier, later in pairwise(times)]
    assert all(waited >= least - 0.02 for waited, least in zip(waits, (0.1, 0.2, 0.3, 0.3), strict=True))
    # It would be 0.8 without the limit.
    assert waits[3] < 0.7


@pytest.mark.parametrize(("status", "form"), [(429, "seconds"), (503, "date")])
def test_the_server_says_when_to_come_back(web: Web, status: int, form: str) -> None:
    wanted = "1" if form == "seconds" else http_date(2)
    web.answers["/page"] = [Reply(status, headers={"Retry-After": wanted}), OK]
    with client(http(retries=1, longest_wait=3)) as asking:
        assert isinstance(asking.get(web.url("/page")), Answer)
    first, second = web.requests("/page")
    # A date has whole seconds, and was named before the first request; without it the wait is half a second at most.
    assert second.began - first.began >= (0.95 if form == "seconds" else 0.6)


@pytest.mark.parametrize("form", ["seconds", "date", "ages"])
def test_whoever_wants_to_be_left_alone_longer_is(web: Web, form: str) -> None:
    wanted: dict[str, Any] = {"seconds": "3600", "date": http_date(3600), "ages": "9" * 400}
    web.answers["/page"] = [Reply(429, headers={"Retry-After": wanted[form]}), OK]
    web.serve("/next", "talks")
    began = time.monotonic()
    with client(http(retries=3, longest_wait=2)) as asking:
        with pytest.raises(FetchError, match="left alone until") as caught:
            asking.get(web.url("/page"))
        with pytest.raises(FetchError, match=r"not asked for: .* left alone until") as next_caught:
            asking.get(web.url("/next"))
    assert time.monotonic() - began < 1
    assert (caught.value.again, next_caught.value.again) == (True, True)
    assert web.pages_asked == ["/page"]
    if form != "ages":
        told = datetime.fromisoformat(caught.value.reason.rpartition(" ")[2])
        assert abs(told - datetime.now(UTC) - timedelta(hours=1)) < timedelta(seconds=5)


@pytest.mark.parametrize("nonsense", ["soon", "-5", "1.5", ""])
def test_nonsense_is_no_wait(web: Web, nonsense: str) -> None:
    web.answers["/page"] = [Reply(429, headers={"Retry-After": nonsense}), OK]
    with client(http(retries=1, longest_wait=0.05)) as asking:
        assert isinstance(asking.get(web.url("/page")), Answer)


def test_one_page_that_wants_time_holds_up_its_host(web: Web) -> None:
    web.answers["/page"] = [Reply(503, headers={"Retry-After": "1"})]
    web.serve("/next", "talks")
    with client(http(retries=1, longest_wait=2)) as asking:
        with pytest.raises(FetchError):
            asking.get(web.url("/page"))
        asking.get(web.url("/next"))
    first, _, next_one = [asked.began for asked in web.log if asked.path != "/robots.txt"]
    assert next_one - first >= 0.95


def test_a_host_that_fails_and_fails_is_left_alone(web: Web, other: Web) -> None:
    other.serve("/page", "talks")
    with client(http(retries=0)) as asking:
        for number in range(GIVE_UP_AFTER + 3):
            web.serve(f"/{number}", status=500)
            with pytest.raises(FetchError) as caught:
                asking.get(web.url(f"/{number}"))
        assert isinstance(asking.get(other.url("/page")), Answer)
    assert "failed 5 times in a row, at last: the server answers 500" in caught.value.reason
    assert caught.value.again
    assert len(web.pages_asked) == GIVE_UP_AFTER


def test_nobody_waits_for_a_host_that_is_left_alone(web: Web) -> None:
    urls = [web.url(f"/{number}") for number in range(20)]
    for number in range(20):
        web.answers[f"/{number}"] = [Reply(503, headers={"Retry-After": "3600"}, seconds=0.3)]
    began = time.monotonic()
    with client(requests_per_second=1, at_once=2, obey_robots=False) as asking, ThreadPoolExecutor(len(urls)) as threads:
        for under_way in [threads.submit(asking.get, url) for url in urls]:
            assert "left alone until" in str(under_way.exception())
    # One may have had its turn already when the first was answered; with a turn for each it would be 19 seconds.
    assert time.monotonic() - began < 6
    assert len(web.pages_asked) <= 2


def test_a_host_that_answers_now_and_then_is_not(web: Web) -> None:
    with client(http(retries=0)) as asking:
        for number in range(3 * GIVE_UP_AFTER):
            web.serve(f"/{number}", status=500 if number % GIVE_UP_AFTER else 404)
            with pytest.raises(FetchError):
                asking.get(web.url(f"/{number}"))
    assert len(web.pages_asked) == 3 * GIVE_UP_AFTER

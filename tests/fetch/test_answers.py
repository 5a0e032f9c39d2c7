"""One address: what comes back, and what is refused, over real HTTP."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from etl.errors import FetchError
from etl.fetch import Answer, Unchanged
from tests.fetch.asking import client, http
from tests.fetch.server import Reply, Web


def get(url: str, settings: dict[str, Any] | None = None, **source: Any) -> Answer | Unchanged:
    with client(http(**{"retries": 0, **(settings or {})}), **source) as asking:
        return asking.get(url)


def refused(url: str, settings: dict[str, Any] | None = None, **source: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, settings, **source)
    return caught.value


def test_an_answer_with_what_its_server_says(web: Web) -> None:
    web.serve("/page", "Gespräche", kind="Text/HTML; Charset=ISO-8859-15", etag='W/"7"', last_modified="Mon, 03 Nov 2025 10:00:00 GMT")
    before = datetime.now(UTC)
    answer = get(web.url("/page#part"))
    assert isinstance(answer, Answer)
    assert (answer.url, answer.content) == (web.url("/page"), "Gespräche".encode())
    assert (answer.media_type, answer.charset) == ("text/html", "iso-8859-15")
    assert answer.validators == ('W/"7"', "Mon, 03 Nov 2025 10:00:00 GMT")
    assert before <= answer.fetched_at <= datetime.now(UTC)


def test_who_asks_is_said(web: Web) -> None:
    web.serve("/page")
    get(web.url("/page"), {"user_agent": "newsroom/2 (desk@newsroom.example)"})
    [asked] = web.requests("/page")
    assert asked.headers["User-Agent"] == "newsroom/2 (desk@newsroom.example)"
    assert asked.headers["Accept-Encoding"] == "gzip, deflate"


@pytest.mark.parametrize("validators", [{"etag": '"a"'}, {"last_modified": "Mon, 03 Nov 2025 10:00:00 GMT"}])
def test_what_did_not_change_is_not_sent_again(web: Web, validators: dict[str, str]) -> None:
    web.serve("/page", "text", **validators)
    with client() as asking:
        first = asking.get(web.url("/page"))
        second = asking.get(web.url("/page"), etag=first.validators.etag, last_modified=first.validators.last_modified)
        web.serve("/page", "other", etag='"b"')
        third = asking.get(web.url("/page"), etag=first.validators.etag, last_modified=first.validators.last_modified)
    assert isinstance(first, Answer)
    assert isinstance(second, Unchanged)
    assert second.validators == first.validators
    assert isinstance(third, Answer)
    assert third.content == b"other"


def test_an_unchanged_answer_to_no_question_is_an_error(web: Web) -> None:
    web.answers["/page"] = [Reply(304)]
    assert "304" in refused(web.url("/page")).reason


@pytest.mark.parametrize(("status", "again"), [(404, False), (410, False), (403, False), (408, True), (501, True), (204, False)])
def test_other_statuses_are_errors(web: Web, status: int, again: bool) -> None:
    web.serve("/page", status=status)
    error = refused(web.url("/page"))
    assert (str(status) in error.reason, error.again) == (True, again)


@pytest.mark.parametrize(
    "url",
    ["ftp://news.example/x", "file:///etc/passwd", "news.example/x", "//news.example/x", "http://", "http://a\nb/", "javascript:alert(1)",
     "http://[::1", "http://news.example/" + "x" * 5000, ""],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_not_asked(url: str) -> None:
    assert not refused(url).again


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare deflate"])
def test_compressed_answers(web: Web, encoding: str) -> None:
    text = b"The ministers met. " * 20_000
    bare = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    body = {"gzip": gzip.compress(text), "deflate": zlib.compress(text), "bare deflate": bare.compress(text) + bare.flush()}[encoding]
    web.serve("/page", body, content_encoding=encoding.split()[-1])
    answer = get(web.url("/page"))
    assert isinstance(answer, Answer)
    assert answer.content == text


def test_gzip_of_two_members_is_one_answer(web: Web) -> None:
    web.serve("/page", gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0", content_encoding="gzip")
    answer = get(web.url("/page"))
    assert isinstance(answer, Answer)
    assert answer.content == b"one two"


def test_what_is_compressed_and_cut_off_is_an_error(web: Web) -> None:
    web.serve("/page", gzip.compress(b"The ministers met. " * 1000)[:-20], content_encoding="gzip")
    assert "broken" in refused(web.url("/page")).reason


def test_what_was_not_asked_for_is_not_decompressed(web: Web) -> None:
    web.serve("/page", gzip.compress(gzip.compress(b"x")), content_encoding="gzip, gzip")
    assert "encoded as gzip, gzip" in refused(web.url("/page")).reason
    web.serve("/page", b"x", content_encoding="br")
    assert "encoded as br" in refused(web.url("/page")).reason


def test_a_bomb_is_stopped_at_the_limit(web: Web) -> None:
    web.serve("/bomb", gzip.compress(bytes(60_000_000)), content_encoding="gzip")
    tracemalloc.start()
    try:
        error = refused(web.url("/bomb"), {"megabytes": 1})
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert ("larger than 1 MB" in error.reason, error.again) == (True, False)
    assert peak < 5_000_000


def test_a_large_answer_is_refused_and_not_read_to_its_end(web: Web) -> None:
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(1000):
            handler.wfile.write(bytes(100_000))
            sent.append(100_000)

    web.answers["/page"] = [Reply(raw=endless)]
    assert "larger than 1 MB" in refused(web.url("/page"), {"megabytes": 1}).reason
    assert sum(sent) < 20_000_000


def drip(head: bytes, body: bytes, pause: float = 0.05) -> Reply:
    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for byte in body:
            time.sleep(pause)
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()

    return Reply(raw=write)


@pytest.mark.parametrize(
    "reply",
    [
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n", bytes(200)),
        drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x" * 200),
        Reply(seconds=3.0),
    ],
    ids=["body", "headers", "silence"],
)
def test_an_answer_has_its_time_however_slowly_it_drips(web: Web, reply: Reply) -> None:
    web.answers["/page"] = [reply]
    began = time.monotonic()
    error = refused(web.url("/page"), {"seconds_to_answer": 0.4}, obey_robots=False)
    assert (error.again, "no whole answer within 0.4 s" in error.reason) == (True, True)
    assert time.monotonic() - began < 1.5


def test_a_slow_answer_in_time_is_taken(web: Web) -> None:
    web.answers["/page"] = [drip(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", b"talks")]
    answer = get(web.url("/page"))
    assert isinstance(answer, Answer)
    assert answer.content == b"talks"


def raw(data: bytes) -> Reply:
    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)

    return Reply(raw=write)


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ntalks\r\n5\r\nta",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\ntalks",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ntalks",
        b"HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\ntalks",
        b"",
        b"garbage without end\r\n" * 20,
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 300_000 + b"\r\n\r\n",
    ],
    ids=["chunk cut off", "chunk size", "too short", "length", "nothing", "no http", "headers without end"],
)
def test_a_broken_answer_may_come_whole_another_night(web: Web, data: bytes) -> None:
    web.answers["/page"] = [raw(data)]
    assert refused(web.url("/page")).again


def test_more_than_was_announced_is_left_out(web: Web) -> None:
    web.answers["/page"] = [raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntalks and more")]
    answer = get(web.url("/page"))
    assert isinstance(answer, Answer)
    assert answer.content == b"talks"


def test_nobody_there(web: Web) -> None:
    error = refused("http://127.0.0.1:1/page")
    assert (error.again, "robots.txt cannot be had" in error.reason) == (True, True)
    assert refused("http://127.0.0.1:1/page", obey_robots=False).reason.startswith("the connection failed")
    assert web.log == []


def test_cookies_are_not_kept(web: Web) -> None:
    web.serve("/page", set_cookie="seen=1; Path=/")
    with client() as asking:
        asking.get(web.url("/page"))
        asking.get(web.url("/page"))
    assert ["Cookie" in asked.headers for asked in web.requests("/page")] == [False, False]

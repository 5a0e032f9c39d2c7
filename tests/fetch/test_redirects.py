"""Redirects: followed within limits, and never where they must not lead."""

from __future__ import annotations

from typing import Any

import pytest

from etl.errors import FetchError
from etl.fetch import Answer, Unchanged
from tests.fetch.asking import client, http
from tests.fetch.server import Web


def get(url: str, *, redirects: int = 3, etag: str | None = None, **source: Any) -> Answer | Unchanged:
    with client(http(redirects=redirects, retries=0), **source) as asking:
        return asking.get(url, etag=etag)


def refused(url: str, **settings: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, **settings)
    return caught.value


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_an_answer_names_where_it_came_from_in_the_end(web: Web, other: Web, status: int) -> None:
    web.redirect("/old", "new?x=1#part", status)
    web.redirect("/new?x=1", other.url("/moved"), status)
    other.serve("/moved", "talks")
    answer = get(web.url("/old"))
    assert isinstance(answer, Answer)
    assert (answer.url, answer.content) == (other.url("/moved"), b"talks")


def test_validators_are_good_for_the_address_that_was_asked(web: Web) -> None:
    web.redirect("/old", "/new")
    web.serve("/new", "talks", etag='"a"')
    found = get(web.url("/old"), etag='"a"')
    assert isinstance(found, Unchanged)
    assert found.url == web.url("/new")


def test_circles_end(web: Web) -> None:
    web.redirect("/a", "/b")
    web.redirect("/b", "/a")
    error = refused(web.url("/a"), redirects=20)
    assert ("circle" in error.reason, error.again) == (True, False)
    assert web.pages_asked == ["/a", "/b"]


def test_chains_end(web: Web) -> None:
    for number in range(9):
        web.redirect(f"/{number}", f"/{number + 1}")
    web.serve("/3", "talks")
    assert isinstance(get(web.url("/0")), Answer)
    web.redirect("/3", "/4")
    assert "more than 3 times" in refused(web.url("/0")).reason
    assert web.asked("/4") == 0


@pytest.mark.parametrize("target", ["ftp://news.example/x", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "http://[::1"])
def test_redirects_stay_within_the_web(web: Web, target: str) -> None:
    web.redirect("/page", target)
    error = refused(web.url("/page"))
    assert ("redirects to" in error.reason, error.again) == (True, False)


def test_a_redirect_without_a_target_is_an_error(web: Web) -> None:
    web.serve("/page", status=302)
    assert "302" in refused(web.url("/page")).reason


def test_every_host_on_the_way_is_asked_what_it_allows(web: Web, other: Web) -> None:
    web.redirect("/page", other.url("/closed"))
    other.serve("/robots.txt", "User-agent: *\nDisallow: /closed")
    other.serve("/closed", "talks")
    error = refused(web.url("/page"))
    assert ("robots.txt does not allow" in error.reason, error.url) == (True, other.url("/closed"))
    assert other.asked("/closed") == 0
    assert isinstance(get(web.url("/page"), obey_robots=False), Answer)


def test_credentials_stay_with_their_host(web: Web, other: Web) -> None:
    web.redirect("/page", "/inner")
    web.redirect("/inner", other.url("/outer"))
    other.redirect("/outer", other.url("/last").replace("http://", "http://planted:word@"))
    other.serve("/last", "talks")
    answer = get(web.url("/page").replace("http://", "http://desk:secret@"))
    assert isinstance(answer, Answer)
    assert answer.url == other.url("/last")
    assert [["Authorization" in asked.headers for asked in host.log if asked.path != "/robots.txt"] for host in (web, other)] == [
        [True, True],
        [False, False],
    ]


def test_credentials_are_not_in_errors(web: Web) -> None:
    assert "secret" not in str(refused(web.url("/none").replace("http://", "http://desk:secret@")))
    web.redirect("/a", "/a")
    assert "secret" not in str(refused(web.url("/a").replace("http://", "http://desk:secret@")))
    web.serve("/robots.txt", "User-agent: *\nDisallow: /b")
    assert "secret" not in str(refused(web.url("/b").replace("http://", "http://desk:secret@")))

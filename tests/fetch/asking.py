"""Sources, settings and pages as the tests of fetching use them: quick, and allowed to ask this machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from etl.config import Feed, Http, Pages, Sitemap
from etl.fetch import Client, Entry, ListingState, Seen

HERE: dict[str, Any] = {"allow_private_addresses": True, "requests_per_second": 100.0, "at_once": 4}
"""Settings of a source that may ask this machine, often."""


def http(**settings: Any) -> Http:
    """Return settings that fail quickly."""
    quick: dict[str, Any] = {"seconds_to_connect": 2, "seconds_to_answer": 5, "retries": 1, "longest_wait": 2, "megabytes": 1}
    return Http(**{**quick, **settings})


def feed(url: str, **settings: Any) -> Feed:
    """Return a source that is a feed."""
    return Feed(**{"kind": "feed", "name": "feed", "url": url, **HERE, **settings})


def sitemap(url: str, **settings: Any) -> Sitemap:
    """Return a source that is a sitemap."""
    return Sitemap(**{"kind": "sitemap", "name": "sitemap", "url": url, **HERE, **settings})


def pages(*urls: str, **settings: Any) -> Pages:
    """Return a source that is a list of pages."""
    return Pages(**{"kind": "pages", "name": "pages", "urls": urls, **HERE, **settings})


def client(settings: Http | None = None, **source: Any) -> Client:
    """Return a client of a source without pages."""
    return Client(settings or http(), pages(**source))


class Memory:
    """A `Known` that knows what it is told, and remembers what it was asked."""

    def __init__(self, state: ListingState | None = None, seen: Mapping[str, Seen] | None = None) -> None:
        self.state = state
        self.seen = dict(seen or {})
        self.batches: list[tuple[str, ...]] = []

    def listing(self) -> ListingState | None:
        """Return the state given."""
        return self.state

    def pages(self, entries: Sequence[Entry]) -> Mapping[str, Seen]:
        """Return what is known of those asked for."""
        self.batches.append(tuple(entry.url for entry in entries))
        return {entry.url: self.seen[entry.url] for entry in entries if entry.url in self.seen}


TEXT = "The foreign minister said that the bridge over the river would be opened to traffic before the end of the year, as both sides wish."


def page(title: str = "Ministers speak about a bridge", text: str = TEXT, head: str = "") -> str:
    """Return a page with an article that is long enough to be found."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1><p>{text}</p><p>{text[:-1]}, she added in the capital on the same day.</p></article></body></html>"
    )


def rss(*items: str, head: str = "") -> str:
    """Return an RSS feed of items."""
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>{head}{"".join(items)}</channel></rss>'


def item(url: str, title: str = "Talks", **fields: str) -> str:
    """Return an item of an RSS feed."""
    more = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    return f"<item><title>{title}</title><link>{url}</link>{more}</item>"

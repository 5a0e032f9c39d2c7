"""What every kind of listing comes to: entries with whole addresses, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urljoin

from etl.fetch.addresses import SCHEMES
from etl.fetch.records import Entry

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or a sitemap names, in its order, and notes on what could not be read in it."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry], notes: tuple[str, ...], *, url: str) -> Self:
        """Return the entries that lead to a page, with whole addresses, the first of each; the others are counted in a note."""
        kept: dict[str, Entry] = {}
        astray = 0
        for entry in entries:
            address = whole(entry.url, url)
            if address:
                kept.setdefault(address, replace(entry, url=address))
            else:
                astray += 1
        return cls(tuple(kept.values()), (*notes, f"entries that lead to no page: {astray}") if astray else notes)


def whole(address: str, base: str) -> str | None:
    """Return an address as seen from where it was found, without its fragment; None for one that leads to no page."""
    try:
        found = urljoin(base, address.strip()).partition("#")[0] if address.strip() else ""
    except ValueError:
        return None
    return found if found.partition(":")[0].lower() in SCHEMES else None


def one_line(value: object) -> str | None:
    """Return a text as one line, None when there is nothing in it."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def language_of(value: object) -> str | None:
    """Return the primary subtag of a language ("en" of "en-GB")."""
    found = LANGUAGE.match(value.strip()) if isinstance(value, str) else None
    return found[0].lower() if found else None

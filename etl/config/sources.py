"""The kinds of sources. A new kind is one model here, one line in `Source`, and one entry in `etl.nightly.reading.READS`."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, field_validator


class _Strict(BaseModel):
    """A misspelt key is an error, not a setting without effect."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Columns(_Strict):
    """Which column (or field, in JSONL) holds what. A column that is not named is looked for under its own name."""

    id: str | None = None
    title: str | None = None
    text: str = "text"
    publisher: str | None = None
    published_on: str | None = None
    url: str | None = None
    language: str | None = None


class _Common(_Strict):
    """What every source says of itself. `publisher` and `language` hold for documents that do not say so themselves."""

    name: str = Field(min_length=1, description="Unique name; run and status pages speak of it.")
    publisher: str | None = None
    language: str | None = None
    time_zone: str = Field(default="UTC", description="IANA name: the day of an instant is the day it was there.")
    include: tuple[str, ...] = Field(default=(), description="Globs over paths or addresses; what matches none of them is left out.")
    exclude: tuple[str, ...] = Field(default=(), description="Globs over paths or addresses that are left out.")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"no time zone is called {name!r}: IANA names are meant, as Asia/Almaty") from error
        return name

    def takes(self, place: str) -> bool:
        """Return whether a path or address is to be read."""
        if self.include and not any(fnmatchcase(place, pattern) for pattern in self.include):
            return False
        return not any(fnmatchcase(place, pattern) for pattern in self.exclude)


class Files(_Common):
    """Files, folders and globs on this machine: articles, and archives and tables of them."""

    kind: Literal["files"]
    paths: tuple[str, ...] = Field(min_length=1)
    columns: Columns | None = Field(default=None, description="For CSV, Parquet and JSONL that name their columns otherwise.")


class WebSource(_Common):
    """What is fetched over HTTP."""

    allow_private_addresses: bool = Field(default=False, description="Whether redirects and names may lead into private networks.")
    obey_robots: bool = True
    requests_per_second: float = Field(default=1.0, gt=0, le=100, description="For each host.")
    at_once: int = Field(default=2, ge=1, le=32, description="Requests under way at one host.")


class Feed(WebSource):
    """An RSS, Atom or JSON feed: the pages it names, or the articles it carries whole."""

    kind: Literal["feed"]
    url: HttpUrl
    full_text: bool = Field(default=False, description="Take the content of the entries; do not fetch their pages.")


class Sitemap(WebSource):
    """A news sitemap, or an index of sitemaps."""

    kind: Literal["sitemap"]
    url: HttpUrl


class Pages(WebSource):
    """Pages by their addresses, named here or one a line in a file."""

    kind: Literal["pages"]
    urls: tuple[HttpUrl, ...] = ()
    file: str | None = None


Source = Annotated[Files | Feed | Sitemap | Pages, Field(discriminator="kind")]

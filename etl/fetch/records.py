"""What passes between fetching and the caller: what is known already, what a listing names, what came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from etl.errors import FetchError


class Validators(NamedTuple):
    """What a server calls a version of an answer, to be asked whether it has another by now."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. `url` is where it came from in the end, `content` is decompressed, `fetched_at` is UTC."""

    url: str
    content: bytes
    media_type: str | None
    charset: str | None
    validators: Validators
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The address gives what is known already: its server says so (304), or its listing names no change since (`asked` is False)."""

    url: str
    validators: Validators
    fetched_at: datetime
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a listing names, with what the listing says of it. Times are aware; `content_html` is the article, if it is there."""

    url: str
    title: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    identifier: str | None = None
    content_html: str | None = None
    author: str | None = None
    language: str | None = None
    publisher: str | None = None

    @property
    def changed_at(self) -> datetime | None:
        """When the page last became what it is, as far as the listing says."""
        return max(filter(None, (self.published_at, self.updated_at)), default=None)


class Seen(NamedTuple):
    """What the caller has of a page: when it was last asked for, and what its server called the answer."""

    checked_at: datetime
    validators: Validators = Validators()


class ListingState(NamedTuple):
    """How far a source has been read: the newest change that its listing named, and what the server called the listing."""

    watermark: datetime | None = None
    validators: Validators = Validators()


class Known(Protocol):
    """What the caller knows already. Asked in the thread that iterates, never in another."""

    def listing(self) -> ListingState | None:
        """Return the state that the last `Listed` of this source gave, None when there is none."""

    def pages(self, entries: Sequence[Entry]) -> Mapping[str, Seen]:
        """Return what is known of a batch of pages, by `Entry.url`. A page that is not among them is fetched."""


class NothingKnown:
    """A `Known` of somebody who sees the source for the first time."""

    def listing(self) -> ListingState | None:
        """Return None."""
        return None

    def pages(self, entries: Sequence[Entry]) -> Mapping[str, Seen]:  # noqa: ARG002 - the signature is the protocol's
        """Return nothing."""
        return {}


@dataclass(frozen=True, slots=True)
class Page:
    """A page to read: what its listing says of it, and its answer (made of the entry, where the feed carries whole articles)."""

    entry: Entry
    answer: Answer


@dataclass(frozen=True, slots=True)
class Failed:
    """An address that gave nothing. `listing`: it is the listing itself, and nothing else of the source was asked for."""

    url: str
    error: FetchError
    listing: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """The last that a source yields. `state` is to be kept with what came before it, in one transaction.

    `complete` is False when something is left for another night (a page that failed and may come back, a limit that was reached): the
    state then makes the next night look at the whole listing again.
    """

    state: ListingState
    complete: bool
    fetched_at: datetime
    notes: tuple[str, ...] = ()


Fetched = Page | Unchanged | Failed | Listed

"""Errors: one root, and one for each thing that may go wrong with its own consequence. Each message says what to do."""

from __future__ import annotations


class CommuniqueError(Exception):
    """Root of all errors that a person is meant to read."""


class DocumentError(CommuniqueError):
    """This document cannot be used; the others can. `stage` says where it failed (read, split, extract, load).

    What is known of it is kept with it, so that it can be looked at and tried again: its `origin` and `content`.
    """

    def __init__(self, document: str, stage: str, reason: str, *, origin: str | None = None, content: bytes | None = None) -> None:
        super().__init__(f"{document}: {reason} (while {stage})")
        self.document = document
        self.stage = stage
        self.reason = reason
        self.origin = origin
        self.content = content

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str, str], dict[str, object]]:
        """Return what makes it again: it travels between processes."""
        return type(self), (self.document, self.stage, self.reason), vars(self)


class RunError(CommuniqueError):
    """The run cannot go on (no such database, schema too new, nothing to read)."""


class ConfigError(CommuniqueError):
    """The configuration cannot be used as it is."""


class FetchError(CommuniqueError):
    """This address gave nothing that can be used; the others may. `again`: whether it may by itself, so that the next night tries."""

    def __init__(self, url: str, reason: str, *, again: bool = True) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
        self.again = again

    def __reduce__(self) -> tuple[type[FetchError], tuple[str, str], dict[str, object]]:
        """Return what makes it again: it travels between processes."""
        return type(self), (self.url, self.reason), vars(self)


class LockedError(CommuniqueError):
    """Another run has the database; it can be tried again later."""


class ReaderError(CommuniqueError):
    """Articles cannot be read in the way that was asked for: there is no such reader, or it lacks what reading needs."""


def in_one_line(error: BaseException) -> str:
    """Return an exception in one line: the database's own words, without the statement."""
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    return f"{type(error).__name__}: {said[0]}" if said else type(error).__name__

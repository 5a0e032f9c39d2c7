"""Errors: one root, one for "skip this document", one for "stop the run". Each message says what to do."""

from __future__ import annotations


class CommuniqueError(Exception):
    """Root of all errors that a person is meant to read."""


class DocumentError(CommuniqueError):
    """This document cannot be used; the others can. `stage` says where it failed (read, split, extract, load)."""

    def __init__(self, document: str, stage: str, reason: str) -> None:
        super().__init__(f"{document}: {reason} (while {stage})")
        self.document = document
        self.stage = stage
        self.reason = reason


class RunError(CommuniqueError):
    """The run cannot go on (no such database, schema too new, nothing to read)."""

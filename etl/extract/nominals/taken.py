"""The tokens that noun phrases have taken so far."""

from __future__ import annotations

from operator import attrgetter

from etl.extract.layers import Nominal


class Taken:
    """Nominals that do not overlap: the first to take a token keeps it."""

    def __init__(self, size: int) -> None:
        self.covered = [False] * (size + 1)
        self._found: list[Nominal] = []

    def take(self, nominal: Nominal) -> None:
        """Keep a nominal if all its tokens are free."""
        if True in self.covered[nominal.start : nominal.end]:
            return
        self._found.append(nominal)
        self.covered[nominal.start : nominal.end] = [True] * (nominal.end - nominal.start)

    def in_order(self) -> list[Nominal]:
        """All that were kept, in text order."""
        return sorted(self._found, key=attrgetter("start"))

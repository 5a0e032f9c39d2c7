"""One row of a test table."""

from __future__ import annotations

from typing import Any

import pytest


def case(what: str, *row: Any, wrong: str | None = None) -> Any:
    """A row with its name. `wrong`: what extraction still does instead; the row fails as expected, and must be unmarked when it passes."""
    return pytest.param(*row, id=what, marks=pytest.mark.xfail(strict=True, reason=wrong) if wrong else ())

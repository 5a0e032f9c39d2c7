"""What a dashboard is made of, in our own words. `etl.bi.bundle` writes it as Superset wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Type = Literal["text", "key", "date", "share"]
"""What a column of a dataset holds. `key`: an integer; `share`: a number from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a view, and how charts call it."""

    name: str
    title: str
    type: Type = "text"


@dataclass(frozen=True, slots=True)
class Metric:
    """What is counted: an SQL expression over a dataset, the same on both databases."""

    name: str
    title: str
    sql: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """A view as charts see it; `day` is its column of time."""

    view: str
    about: str
    day: str
    columns: tuple[Column, ...]
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A row is left out unless `column operator value` holds. `value` is a list for IN and NOT IN, and nothing for IS NOT NULL."""

    column: str
    operator: Literal["==", "!=", "IN", "NOT IN", "IS NOT NULL", "IS NULL"]
    value: Any = None


@dataclass(frozen=True, slots=True)
class Form:
    """How a chart is drawn and asked: what Superset calls the type of a visualization, its controls, and the query behind it."""

    type: str
    controls: Mapping[str, Any]
    columns: tuple[Any, ...] = ()
    metrics: tuple[str, ...] = ()
    aggregated: bool = True
    """False: rows as they are."""
    order: tuple[tuple[str, bool], ...] = ()
    """Columns or metrics, each with whether the least comes first."""
    limit: int = 1_000


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart over one dataset; `width` of a dashboard's twelve columns and `height` in Superset's units of eight pixels."""

    title: str
    about: str
    dataset: Dataset
    form: Form
    width: int
    height: int
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A field above the charts in which values of a column are chosen; `chosen` are those at first."""

    title: str
    column: str
    about: str = ""
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Rows of charts over one dataset, with fields to filter them by. The first field is always the time."""

    title: str
    about: str
    dataset: Dataset
    filters: tuple[Filter, ...]
    rows: tuple[tuple[Chart, ...], ...]
    colors: Mapping[str, str] = field(default_factory=dict)
    """Value -> color, where it is the same in every chart."""

    def charts(self) -> tuple[Chart, ...]:
        """Return all charts in the order in which they are seen."""
        return tuple(chart for row in self.rows for chart in row)

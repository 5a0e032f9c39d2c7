"""Forms of charts: each a type of Superset's, with the controls that differ from its defaults and the query that it asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from etl.bi.records import Form

Grain = Literal["P1D", "P1W", "P1M", "P3M", "P1Y"]

DAY_FORMAT = "%Y-%m-%d"
_COUNT = ",~f"
"""On axes, which Superset also marks between whole numbers where these are small."""


def number(metric: str) -> Form:
    """One figure."""
    return Form(
        "big_number_total",
        {"metric": metric, "y_axis_format": ",d", "header_font_size": 0.4, "subheader_font_size": 0.15},
        metrics=(metric,),
    )


def matrix(across: str, down: str, metric: str, *, cells: int = 60) -> Form:
    """Two columns against each other, the greatest `cells` colored by the metric: more could not be read."""
    controls = {
        "x_axis": across,
        "groupby": down,
        "metric": metric,
        # Asked for in this order, the greatest cells are those that are kept.
        "sort_x_axis": "value_desc",
        "sort_y_axis": "value_asc",
        "row_limit": cells,
        "normalize_across": "heatmap",
        "linear_color_scheme": "schemeBlues",
        "show_legend": True,
        "show_values": True,
        "show_percentage": False,
        # Left of the words; what Superset finds by itself cuts off long ones.
        "left_margin": 40,
        "bottom_margin": "auto",
        "value_bounds": [0, None],
        "y_axis_format": ",d",
        "x_axis_label_rotation": 45,
    }
    return Form("heatmap_v2", controls, columns=(across, down), metrics=(metric,), order=((metric, False),), limit=cells)


def months(day: str, metric: str, by: str, *, grain: Grain = "P1M") -> Form:
    """Stacked bars over time."""
    controls = {
        "x_axis": day,
        "time_grain_sqla": grain,
        "metrics": [metric],
        "groupby": [by],
        "row_limit": 10_000,
        "stack": "Stack",
        "show_legend": True,
        "legendOrientation": "top",
        "legendType": "scroll",
        "rich_tooltip": True,
        "x_axis_time_format": "%Y-%m",
        "y_axis_format": _COUNT,
        "minorSplitLine": False,
        "zoomable": False,
    }
    axis = {"columnType": "BASE_AXIS", "expressionType": "SQL", "label": day, "sqlExpression": day, "timeGrain": grain}
    return Form("echarts_timeseries_bar", controls, columns=(axis, by), metrics=(metric,), limit=10_000)


def bars(category: str, metric: str, *, limit: int = 15) -> Form:
    """Horizontal bars, the longest first."""
    controls = {
        "x_axis": category,
        "x_axis_sort": metric,
        "x_axis_sort_asc": True,
        "xAxisForceCategorical": True,
        "orientation": "horizontal",
        "metrics": [metric],
        "groupby": [],
        "row_limit": limit,
        "show_legend": False,
        "show_value": True,
        "truncateXAxis": False,
        "y_axis_format": _COUNT,
    }
    axis = {"columnType": "BASE_AXIS", "expressionType": "SQL", "label": category, "sqlExpression": category}
    return Form("echarts_timeseries_bar", controls, columns=(axis,), metrics=(metric,), order=((metric, False),), limit=limit)


def crosstab(down: str, across: str, metric: str) -> Form:
    """A table of one column against another, with sums, the greatest first."""
    controls = {
        "groupbyRows": [down],
        "groupbyColumns": [across],
        "metrics": [metric],
        "aggregateFunction": "Sum",
        "rowTotals": True,
        "colTotals": True,
        "rowOrder": "value_z_to_a",
        "colOrder": "value_z_to_a",
        "metricsLayout": "COLUMNS",
        "valueFormat": ",d",
        "row_limit": 10_000,
    }
    return Form("pivot_table_v2", controls, columns=(down, across), metrics=(metric,), order=((metric, False),), limit=10_000)


def totals(columns: Sequence[str], metrics: Sequence[str], order: str, *, limit: int = 200) -> Form:
    """A table of metrics, one row for each combination of `columns`, the greatest by the metric `order` first."""
    controls: dict[str, Any] = {
        "query_mode": "aggregate",
        "groupby": list(columns),
        "metrics": list(metrics),
        "timeseries_limit_metric": order,
        "order_desc": True,
        "row_limit": limit,
        **_TABLE,
    }
    return Form("table", controls, columns=tuple(columns), metrics=tuple(metrics), order=((order, False),), limit=limit)


def rows(columns: Sequence[str], newest: str, *, limit: int = 200) -> Form:
    """A table of rows as they are, the newest first."""
    controls: dict[str, Any] = {
        "query_mode": "raw",
        "all_columns": list(columns),
        "order_by_cols": [f'["{newest}", false]'],
        "row_limit": limit,
        **_TABLE,
        "include_search": True,
    }
    return Form("table", controls, columns=tuple(columns), aggregated=False, order=((newest, False),), limit=limit)


_TABLE = {
    "table_timestamp_format": DAY_FORMAT,
    "server_pagination": False,
    # All of them: the table scrolls.
    "page_length": 0,
    "include_search": False,
    "show_cell_bars": True,
    "color_pn": False,
    "allow_rearrange_columns": True,
}

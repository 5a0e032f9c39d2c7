"""Writes dashboards as Superset imports them: a zip of one YAML file for the database and for each dataset, chart and dashboard.

The files hold JSON, which is YAML. Keys (UUIDs) follow from the name that the database is given and from the names of things, so that a
bundle made again changes what the one before it brought, instead of standing beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy import URL

from etl.bi.datasets import DATASETS
from etl.bi.meetings import WHO_MEETS_WHOM
from etl.bi.positions import POSITIONS_ON_INITIATIVES
from etl.bi.records import Chart, Column, Condition, Dashboard, Dataset, Filter
from models.store import store_url

NAME = "Communique"
"""What the database is called in Superset unless something else is asked for."""
DASHBOARDS = (WHO_MEETS_WHOM, POSITIONS_ON_INITIATIVES)

VERSION = "1.0.0"
MASK = "X" * 10
"""Stands for a password in a URL: Superset then asks for it on import."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""When all files were made, as far as the zip knows: the same content makes the same bytes."""

_TYPES = {
    "sqlite": {"text": "TEXT", "key": "INTEGER", "date": "DATETIME", "share": "FLOAT"},
    "postgresql": {"text": "TEXT", "key": "BIGINT", "date": "DATE", "share": "FLOAT"},
}


def superset(url: str, folder: Path, name: str = NAME) -> Path:
    """Write the bundle for the store at `url` into `folder`, and return it. Nothing is connected.

    Raises StoreError for an unusable URL.
    """
    parts = files(url, name)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{_slug(name)}-superset.zip"
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        for path, content in parts.items():
            bundle.writestr(ZipInfo(f"superset/{path}", EPOCH), json.dumps(content, ensure_ascii=False, indent=1) + "\n", ZIP_DEFLATED)
    return file


def files(url: str, name: str = NAME) -> dict[str, dict[str, Any]]:
    """Return the content of the bundle by the path of each file."""
    place = store_url(url)
    dialect = place.get_backend_name()
    parts = {
        # Without a type, so that either of Superset's ways in takes it: dashboards in the browser, and all things by API.
        "metadata.yaml": {"version": VERSION, "timestamp": "2000-01-01T00:00:00+00:00"},
        f"databases/{_slug(name)}.yaml": _database(place, name),
    }
    for dataset in DATASETS:
        parts[f"datasets/{_slug(name)}/{dataset.view}.yaml"] = _dataset(dataset, name, dialect)
    for dashboard in DASHBOARDS:
        for chart in dashboard.charts():
            parts[f"charts/{_slug(dashboard.title)}-{_slug(chart.title)}.yaml"] = _chart(chart, dashboard, name)
        parts[f"dashboards/{_slug(dashboard.title)}.yaml"] = _dashboard(dashboard, name)
    return parts


def _database(place: URL, name: str) -> dict[str, Any]:
    return {
        "database_name": name,
        "sqlalchemy_uri": _uri(place),
        "expose_in_sqllab": True,
        "allow_run_async": False,
        "allow_ctas": False,
        "allow_cvas": False,
        "allow_dml": False,
        "allow_csv_upload": False,
        "extra": {"allows_virtual_table_explore": True},
        "uuid": _key(name, "database"),
        "version": VERSION,
    }


def _uri(place: URL) -> str:
    """The URL as Superset's drivers want it, for reading only, and without the password."""
    if place.get_backend_name() == "sqlite":
        path = Path(place.database or "").absolute().as_posix()
        return f"sqlite:///file:{path}?mode=ro&uri=true"
    shown = place.set(drivername="postgresql", password=MASK if place.username else None)
    return shown.render_as_string(hide_password=False)


def _dataset(dataset: Dataset, name: str, dialect: str) -> dict[str, Any]:
    return {
        "table_name": dataset.view,
        "schema": "public" if dialect == "postgresql" else None,
        "description": dataset.about,
        "main_dttm_col": dataset.day,
        "filter_select_enabled": True,
        "columns": [_column(column, dialect) for column in dataset.columns],
        "metrics": [{"metric_name": metric.name, "verbose_name": metric.title, "expression": metric.sql} for metric in dataset.metrics],
        "uuid": _key(name, "dataset", dataset.view),
        "database_uuid": _key(name, "database"),
        "version": VERSION,
    }


def _column(column: Column, dialect: str) -> dict[str, Any]:
    day = column.type == "date"
    return {
        "column_name": column.name,
        "verbose_name": column.title,
        "type": _TYPES[dialect][column.type],
        "is_dttm": day,
        "is_active": True,
        "groupby": True,
        "filterable": True,
        # Superset compares with a time of day, before which SQLite's days without one all come.
        "expression": f"DATETIME({column.name})" if day and dialect == "sqlite" else None,
    }


def _chart(chart: Chart, dashboard: Dashboard, name: str) -> dict[str, Any]:
    form = chart.form
    conditions = [_adhoc(condition) for condition in chart.conditions]
    controls = {
        "viz_type": form.type,
        **form.controls,
        # Over all time until a dashboard's filter says otherwise, which looks for this condition.
        "adhoc_filters": [_adhoc(Condition(chart.dataset.day, "==", "No filter")) | {"operator": "TEMPORAL_RANGE"}, *conditions],
        "extra_form_data": {},
    }
    query = {
        "columns": list(form.columns),
        "metrics": list(form.metrics) if form.aggregated else None,
        "filters": [
            {"col": chart.dataset.day, "op": "TEMPORAL_RANGE", "val": "No filter"},
            *({"col": condition.column, "op": condition.operator, "val": condition.value} for condition in chart.conditions),
        ],
        "orderby": [[column, ascending] for column, ascending in form.order],
        "row_limit": form.limit,
        "extras": {"having": "", "where": ""},
        "annotation_layers": [],
        "url_params": {},
    }
    context = {
        "datasource": {"id": 0, "type": "table"},
        "force": False,
        "queries": [query],
        "form_data": controls,
        "result_format": "json",
        "result_type": "full",
    }
    return {
        "slice_name": chart.title,
        "description": chart.about,
        "viz_type": form.type,
        "params": controls,
        "query_context": json.dumps(context, ensure_ascii=False),
        "uuid": _chart_key(chart, dashboard, name),
        "dataset_uuid": _key(name, "dataset", chart.dataset.view),
        "version": VERSION,
    }


def _adhoc(condition: Condition) -> dict[str, Any]:
    return {
        "clause": "WHERE",
        "expressionType": "SIMPLE",
        "subject": condition.column,
        "operator": condition.operator,
        "comparator": condition.value,
    }


def _dashboard(dashboard: Dashboard, name: str) -> dict[str, Any]:
    return {
        "dashboard_title": dashboard.title,
        "description": dashboard.about,
        "slug": f"{_slug(name)}-{_slug(dashboard.title)}",
        "published": True,
        "css": "",
        "position": dict(_positions(dashboard, name)),
        "metadata": {
            "native_filter_configuration": [_time_filter(dashboard, name), *(_filter(f, dashboard, name) for f in dashboard.filters)],
            "label_colors": dict(dashboard.colors),
            "color_scheme": "supersetColors",
            "cross_filters_enabled": True,
            "chart_configuration": {},
            "global_chart_configuration": {"scope": _EVERYWHERE, "chartsInScope": []},
            "timed_refresh_immune_slices": [],
            "expanded_slices": {},
            "refresh_frequency": 0,
        },
        "uuid": _key(name, "dashboard", dashboard.title),
        "version": VERSION,
    }


_EVERYWHERE = {"rootPath": ["ROOT_ID"], "excluded": []}


def _positions(dashboard: Dashboard, name: str) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a dashboard's page by their ids: a grid of rows of charts."""
    grid = [f"ROW-{number}" for number, _ in enumerate(dashboard.rows)]
    yield "DASHBOARD_VERSION_KEY", "v2"
    yield "ROOT_ID", {"id": "ROOT_ID", "type": "ROOT", "children": ["GRID_ID"]}
    yield "HEADER_ID", {"id": "HEADER_ID", "type": "HEADER", "meta": {"text": dashboard.title}}
    yield "GRID_ID", {"id": "GRID_ID", "type": "GRID", "children": grid, "parents": ["ROOT_ID"]}
    # Numbers stand for charts until Superset gives its own.
    number = 0
    for row, charts in zip(grid, dashboard.rows, strict=True):
        cells = [f"CHART-{_slug(chart.title)}" for chart in charts]
        parents = ["ROOT_ID", "GRID_ID"]
        yield row, {"id": row, "type": "ROW", "children": cells, "parents": parents, "meta": {"background": "BACKGROUND_TRANSPARENT"}}
        for cell, chart in zip(cells, charts, strict=True):
            number += 1
            meta = {
                "chartId": number,
                "sliceName": chart.title,
                "uuid": _chart_key(chart, dashboard, name),
                "width": chart.width,
                "height": chart.height,
            }
            yield cell, {"id": cell, "type": "CHART", "children": [], "parents": [*parents, row], "meta": meta}


def _time_filter(dashboard: Dashboard, name: str) -> dict[str, Any]:
    return {
        **_native(dashboard, name, "Time", "filter_time"),
        "targets": [{}],
        "defaultDataMask": {"extraFormData": {}, "filterState": {}},
        "controlValues": {"enableEmptyFilter": False},
    }


def _filter(field: Filter, dashboard: Dashboard, name: str) -> dict[str, Any]:
    chosen = list(field.chosen)
    mask: dict[str, Any] = {"extraFormData": {}, "filterState": {}}
    if chosen:
        mask = {
            "extraFormData": {"filters": [{"col": field.column, "op": "IN", "val": chosen}]},
            "filterState": {"value": chosen, "label": ", ".join(chosen)},
        }
    return {
        **_native(dashboard, name, field.title, "filter_select"),
        "description": field.about,
        "targets": [{"datasetUuid": _key(name, "dataset", dashboard.dataset.view), "column": {"name": field.column}}],
        "defaultDataMask": mask,
        "controlValues": {
            "multiSelect": True,
            "searchAllOptions": True,
            "enableEmptyFilter": False,
            "defaultToFirstItem": False,
            "inverseSelection": False,
        },
    }


def _native(dashboard: Dashboard, name: str, title: str, kind: str) -> dict[str, Any]:
    return {
        "id": f"NATIVE_FILTER-{_key(name, 'filter', dashboard.title, title)}",
        "type": "NATIVE_FILTER",
        "name": title,
        "filterType": kind,
        "description": "",
        "cascadeParentIds": [],
        "scope": _EVERYWHERE,
    }


def _chart_key(chart: Chart, dashboard: Dashboard, name: str) -> str:
    return _key(name, "chart", dashboard.title, chart.title)


def _key(*words: str) -> str:
    return str(uuid5(_NAMESPACE, "/".join(words)))


_NAMESPACE: UUID = uuid5(NAMESPACE_URL, "communique/superset")


def _slug(words: str) -> str:
    return re.sub(r"\W+", "-", words.lower()).strip("-")

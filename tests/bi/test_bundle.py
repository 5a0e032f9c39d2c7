"""The bundle for Superset: valid, the same each time, without a password, and about columns that the views have on both databases."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from cli import app
from etl.bi import superset
from etl.bi.bundle import DASHBOARDS, MASK, files
from etl.bi.datasets import DATASETS
from etl.bi.records import Chart, Condition, Dashboard

POSTGRES = "postgresql://analyst:very-secret@db.example.org:5433/news?sslmode=require"
CHARTS = [(dashboard, chart) for dashboard in DASHBOARDS for chart in dashboard.charts()]
OPERATORS = {"==": "=", "!=": "<>"}


def named(pair: Any) -> str:
    return getattr(pair, "title", "")


def bundled(bundle: Path) -> dict[str, Any]:
    """Return what each file of a bundle says, below its only folder."""
    with ZipFile(bundle) as opened:
        return {name.removeprefix("superset/"): yaml.safe_load(opened.read(name)) for name in opened.namelist()}


def test_bundle_is_yaml_and_holds_what_was_meant(tmp_path: Path) -> None:
    found = bundled(superset(POSTGRES, tmp_path / "new" / "folder"))
    assert found == files(POSTGRES)
    assert "type" not in found["metadata.yaml"], "either import of Superset takes it"
    folders = [path.split("/")[0] for path in found if "/" in path]
    assert {folder: folders.count(folder) for folder in folders} == {"databases": 1, "datasets": 2, "charts": 20, "dashboards": 2}


def test_bundle_made_again_is_the_same(tmp_path: Path) -> None:
    assert superset(POSTGRES, tmp_path / "a").read_bytes() == superset(POSTGRES, tmp_path / "b").read_bytes()


def test_keys_follow_from_names_alone() -> None:
    def keys(parts: dict[str, Any]) -> set[str]:
        return {part["uuid"] for part in parts.values() if "uuid" in part}

    here, there, other = files(POSTGRES), files("other.sqlite"), files(POSTGRES, "Archive")
    assert keys(here) == keys(there)
    assert len(keys(here)) == 25
    assert not keys(here) & keys(other)
    assert other["databases/archive.yaml"]["database_name"] == "Archive"
    assert other["dashboards/who-meets-whom.yaml"]["slug"] == "archive-who-meets-whom"


def test_no_password_is_written_and_superset_asks_for_it(tmp_path: Path) -> None:
    bundle = superset(POSTGRES, tmp_path)
    with ZipFile(bundle) as opened:
        assert all(b"very-secret" not in opened.read(name) for name in opened.namelist())
    uri = bundled(bundle)["databases/communique.yaml"]["sqlalchemy_uri"]
    assert uri == f"postgresql://analyst:{MASK}@db.example.org:5433/news?sslmode=require"


@pytest.mark.parametrize("url", ["news.sqlite", "sqlite:///news.sqlite"])
def test_sqlite_is_opened_for_reading_only(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert files(url)["databases/communique.yaml"]["sqlalchemy_uri"] == f"sqlite:///file:{tmp_path}/news.sqlite?mode=ro&uri=true"


def test_datasets_have_the_columns_of_their_views(store: Engine) -> None:
    with store.connect() as connection:
        for dataset in DATASETS:
            real = list(connection.execute(text(f"SELECT * FROM {dataset.view}")).keys())
            assert [column.name for column in dataset.columns] == real, dataset.view


def test_every_metric_is_understood(store: Engine) -> None:
    with store.connect() as connection:
        for dataset in DATASETS:
            for metric in dataset.metrics:
                connection.execute(text(f"SELECT {metric.sql} FROM {dataset.view}"))


@pytest.mark.parametrize(("dashboard", "chart"), CHARTS, ids=named)
def test_chart_asks_for_what_its_dataset_has(dashboard: Dashboard, chart: Chart) -> None:
    columns = {column.name for column in chart.dataset.columns}
    metrics = {metric.name for metric in chart.dataset.metrics}
    assert chart.dataset is dashboard.dataset, "the filters reach it"
    assert {column_name(column) for column in chart.form.columns} <= columns
    assert set(chart.form.metrics) <= metrics
    assert {name for name, _ in chart.form.order} <= columns | metrics
    assert {condition.column for condition in chart.conditions} <= columns


def test_charts_are_asked_on_both_databases(store: Engine) -> None:
    """What Superset would ask, but for its own way of cutting time: grouped, counted, filtered and sorted."""
    with store.connect() as connection:
        for _, chart in CHARTS:
            sql = {metric.name: metric.sql for metric in chart.dataset.metrics}
            columns = [column_name(column) for column in chart.form.columns]
            shown = [*columns, *(f"{sql[name]} AS {name}" for name in chart.form.metrics)]
            asked = f"SELECT {', '.join(shown)} FROM {chart.dataset.view} WHERE {' AND '.join(map(where, chart.conditions))}"
            if chart.form.aggregated and columns:
                asked += f" GROUP BY {', '.join(columns)}"
            if chart.form.order:
                asked += " ORDER BY " + ", ".join(sql.get(name, name) + ("" if least else " DESC") for name, least in chart.form.order)
            connection.execute(text(asked))


def column_name(column: Any) -> str:
    """A column, or one that a chart cuts time by."""
    return column if isinstance(column, str) else str(column["sqlExpression"])


def where(condition: Condition) -> str:
    if condition.value is None:
        return f"{condition.column} {condition.operator}"
    if isinstance(condition.value, list):
        return f"{condition.column} {condition.operator} ({', '.join(repr(value) for value in condition.value)})"
    return f"{condition.column} {OPERATORS[condition.operator]} {condition.value!r}"


@pytest.mark.parametrize("dashboard", DASHBOARDS, ids=named)
def test_dashboard_shows_every_chart_and_filters_what_is_there(dashboard: Dashboard) -> None:
    parts = files("store.sqlite")
    (part,) = [part for part in parts.values() if part.get("dashboard_title") == dashboard.title]
    cells = [cell for cell in part["position"].values() if isinstance(cell, dict) and cell["type"] == "CHART"]
    own = {p["uuid"] for path, p in parts.items() if path.startswith(f"charts/{part['slug'].removeprefix('communique-')}-")}
    assert {cell["meta"]["uuid"] for cell in cells} == own
    assert len(cells) == len(own) == len(dashboard.charts())
    for cell in cells:
        assert cell["id"] in part["position"][cell["parents"][-1]]["children"]
    for row in dashboard.rows:
        assert sum(chart.width for chart in row) == 12
        assert len({chart.height for chart in row}) == 1
    time, *fields = part["metadata"]["native_filter_configuration"]
    assert time["filterType"] == "filter_time"
    columns = {column.name for column in dashboard.dataset.columns}
    datasets = {p["uuid"]: p["table_name"] for p in parts.values() if "table_name" in p}
    for field, meant in zip(fields, dashboard.filters, strict=True):
        (target,) = field["targets"]
        assert target["column"]["name"] == meant.column
        assert meant.column in columns
        assert datasets[target["datasetUuid"]] == dashboard.dataset.view


def test_colors_are_those_of_positions() -> None:
    (dashboard,) = [dashboard for dashboard in DASHBOARDS if dashboard.colors]
    assert set(dashboard.colors) == {"supports", "opposes", "pledges", "urges", "mentions"}


def test_the_command_writes_a_bundle(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["bi", "superset", "--db", str(tmp_path / "news.sqlite"), "--out", str(tmp_path), "--name", "My News"])
    assert done.exit_code == 0, done.output
    assert done.stdout.strip() == str(tmp_path / "my-news-superset.zip")
    assert "databases/my-news.yaml" in bundled(tmp_path / "my-news-superset.zip")


def test_the_command_refuses_other_databases(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["bi", "superset", "--db", "mysql://host/news", "--out", str(tmp_path)])
    assert done.exit_code == 1
    assert "mysql databases are not supported" in done.stderr
    assert list(tmp_path.iterdir()) == []

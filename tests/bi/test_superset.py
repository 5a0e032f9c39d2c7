"""A real Superset imports the bundle, answers every chart, and shows both dashboards: `make test-bi`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from etl.bi import superset
from etl.bi.bundle import DASHBOARDS
from etl.intake import ingest, sample_paths
from etl.load import grant
from etl.queries import reading
from models.store import open_engine

from . import server

pytestmark = pytest.mark.skipif(not server.BIN, reason="COMMUNIQUE_SUPERSET names no environment that has it: make test-bi")

SLUGS = {"communique-who-meets-whom": "superset-meetings", "communique-positions-on-initiatives": "superset-positions"}
ROLE, PASSWORD = "superset_reader", "of the role"
DAY = ("2023-05-17", "2023-05-18")
"""A day of the samples, and the next."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Superset that knows nothing yet."""
    return server.make(tmp_path_factory.mktemp("superset") / "made")


@pytest.fixture
def samples(store_url: str) -> str:
    """A store of the sample articles, as a BI tool opens it: Postgres by a role that reads the views alone."""
    ingest(sample_paths(), store_url)
    if store_url.startswith("sqlite"):
        return store_url
    grant(store_url, ROLE)
    engine = open_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text(f"ALTER ROLE {ROLE} PASSWORD '{PASSWORD}'"))
    engine.dispose()
    return make_url(store_url).set(username=ROLE, password=PASSWORD).render_as_string(hide_password=False)


@pytest.fixture
def imported(made: Path, samples: str, tmp_path: Path) -> Iterator[server.Superset]:
    """A running Superset into which the bundle was imported in either way, one after the other: the second changes nothing."""
    bundle = superset(samples, tmp_path)
    with server.running(made, tmp_path / "home") as running:
        for load in (running.load_as_in_the_browser, running.load):
            load(bundle, {"databases/communique.yaml": PASSWORD})
        yield running


def test_every_chart_is_answered_and_every_dashboard_is_shown(imported: server.Superset, store_url: str, tmp_path: Path) -> None:
    charts = imported.get("/chart/", q="(page_size:100)")["result"]
    assert sorted(chart["slice_name"] for chart in charts) == sorted(c.title for d in DASHBOARDS for c in d.charts())
    answers = {chart["slice_name"]: imported.get(f"/chart/{chart['id']}/data/")["result"][0] for chart in charts}
    for title, answer in answers.items():
        assert answer["error"] is None, title
        assert answer["rowcount"] > 0, title
    with reading(store_url) as connection:

        def count(what: str, where: str) -> int:
            return int(connection.execute(text(f"SELECT COUNT(DISTINCT {what}) FROM {where}")).scalar_one())

        assert answers["Meetings"]["data"] == [{"meetings": count("meeting_id", "fact_meetings WHERE kind <> 'visit'")}]
        assert answers["Claims"]["data"] == [{"claims": count("claim_id", "fact_positions WHERE duplicate_of IS NULL")}]
        on_the_day = count("meeting_id", f"fact_meetings WHERE start_on = '{DAY[0]}'")
    assert meetings_between(imported, *DAY) == on_the_day > 0
    pictures(imported, tmp_path, store_url)


def meetings_between(running: server.Superset, since: str, until: str) -> int:
    """Return how many meetings there are by the filter of time, whose end is left out."""
    (dataset,) = running.get("/dataset/", q="(filters:!((col:table_name,opr:eq,value:fact_meetings)))")["result"]
    query: dict[str, Any] = {
        "columns": [],
        "metrics": ["meetings"],
        "filters": [{"col": "start_on", "op": "TEMPORAL_RANGE", "val": f"{since} : {until}"}],
    }
    asked = {"datasource": {"id": dataset["id"], "type": "table"}, "queries": [query], "result_format": "json", "result_type": "full"}
    return int(running.post("/chart/data", asked)["result"][0]["data"][0]["meetings"])


def pictures(running: server.Superset, folder: Path, store_url: str) -> None:
    """Look at both dashboards in a browser, where there is one."""
    if not shutil.which("chromedriver"):
        pytest.skip("there is no chromedriver: no pictures were taken")
    keep = Path(os.environ.get("COMMUNIQUE_PICTURES") or folder)
    keep.mkdir(parents=True, exist_ok=True)
    # Those of Postgres look the same, and stand beside.
    suffix = "" if store_url.startswith("sqlite") else "-postgresql"
    files = {slug: (folder if suffix else keep) / f"{name}{suffix}.png" for slug, name in SLUGS.items()}
    seen = server.pictures(running, files)
    for dashboard, slug in zip(DASHBOARDS, SLUGS, strict=True):
        assert seen[slug] == {"charts": len(dashboard.charts()), "asked": seen[slug]["asked"], "failed": [], "wrong": [], "still": True}
        assert seen[slug]["asked"] >= len(dashboard.charts())
        assert files[slug].stat().st_size > 20_000

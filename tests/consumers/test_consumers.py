"""The programs that exports are for open them. They are installed apart: `make test-consumers`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import text

from etl.export import export
from etl.intake import ingest, sample_paths
from etl.queries import reading

PYTHON = os.environ.get("COMMUNIQUE_CONSUMERS")


@pytest.mark.skipif(not PYTHON, reason="COMMUNIQUE_CONSUMERS names no Python that has them: make test-consumers")
def test_the_real_consumers_open_what_is_exported(sqlite_template: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(sqlite_template, tmp_path / "samples.sqlite"))
    ingest(sample_paths(), f"sqlite:///{store}")
    with reading(f"sqlite:///{store}") as connection:
        tables = export(connection, "parquet", tmp_path)
        entities = export(connection, "ftm", tmp_path / "entities.jsonl")
        meetings = export(connection, "ical", tmp_path / "meetings.ics")
        network = export(connection, "gexf", tmp_path / "network.gexf")
        dated = connection.execute(text("SELECT COUNT(*) FROM v_meetings WHERE start_on IS NOT NULL")).scalar_one()
    script = Path(__file__).with_name("read_exports.py")
    done = subprocess.run([str(PYTHON), str(script), str(tmp_path), str(store)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "duckdb": {"parquet": dated, "attached": dated},
        "pandas": tables["v_meetings"],
        "polars": tables["v_claims"],
        "followthemoney": {"entities": sum(entities.values()), "wrong": []},
        "icalendar": meetings["meetings"],
        "networkx": network["edges"],
    }

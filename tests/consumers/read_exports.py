"""Opens what `communique export` wrote with the programs that it is for, and prints what they found, as JSON. Run by `test_consumers.py`.

python read_exports.py FOLDER STORE.sqlite
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def main(folder: Path, store: Path) -> dict[str, Any]:
    """Return what each consumer found."""
    return {
        "duckdb": duckdb(folder, store),
        "pandas": importlib.import_module("pandas").read_parquet(folder / "v_meetings.parquet").shape[0],
        "polars": importlib.import_module("polars").read_parquet(folder / "v_claims.parquet").height,
        "followthemoney": followthemoney(folder / "entities.jsonl"),
        "icalendar": len(importlib.import_module("icalendar").Calendar.from_ical((folder / "meetings.ics").read_bytes()).walk("VEVENT")),
        "networkx": importlib.import_module("networkx").read_gexf(folder / "network.gexf").number_of_edges(),
    }


def duckdb(folder: Path, store: Path) -> dict[str, int]:
    """Ask DuckDB of the Parquet files and of the store itself, attached read-only."""
    connection = importlib.import_module("duckdb").connect()
    importlib.import_module("duckdb_extensions").import_extension("sqlite_scanner", con=connection)
    connection.execute(f"ATTACH '{store}' AS store (TYPE sqlite, READ_ONLY)")
    return {
        "parquet": connection.sql(f"SELECT COUNT(*) FROM '{folder}/v_meetings.parquet' WHERE start_on >= DATE '2000-01-01'").fetchone()[0],
        "attached": connection.sql("SELECT COUNT(*) FROM store.meetings WHERE start_on IS NOT NULL").fetchone()[0],
    }


def followthemoney(file: Path) -> dict[str, Any]:
    """Read entities as Aleph does, each value cleaned by its type: what the model does not know, or cleans to nothing, is told."""
    model = importlib.import_module("followthemoney").model
    invalid = importlib.import_module("followthemoney.exc").InvalidData
    wrong: list[str] = []
    count = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        schema = model.get(data["schema"])
        if schema is None:
            wrong.append(f"{data['id']}: no schema {data['schema']}")
            continue
        try:
            schema.validate(data)
        except invalid as error:
            wrong.append(f"{data['id']}: {error.errors}")
        entity = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            if name not in schema.properties:
                wrong.append(f"{data['id']}: {schema.name} has no {name}")
            elif len(entity.get(name)) != len(values):
                wrong.append(f"{data['id']}: {name} {values} became {entity.get(name)}")
        count += 1
    return {"entities": count, "wrong": wrong}


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)

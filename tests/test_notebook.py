"""The notebook of the documentation runs from beginning to end without a network, and is kept without outputs."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
NO_NETWORK = """
import socket


class _Refused(socket.socket):
    def connect(self, address):
        raise OSError(f"the notebook asks the network for {address}")


socket.socket = _Refused
try:
    socket.create_connection(("127.0.0.1", 1))
except OSError as error:
    assert "asks the network" in str(error)
"""
"""Run in the kernel before the first cell. The kernel itself listens, and connects to nothing."""


def read() -> Any:
    with NOTEBOOK.open(encoding="utf-8") as stream:
        return nbformat.read(stream, as_version=4)


def test_it_is_kept_without_outputs() -> None:
    notebook = read()
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(cells) >= 5
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)


def test_it_runs_to_the_chart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with warnings.catch_warnings():
        # Jupyter's own libraries warn of one another.
        warnings.simplefilter("ignore")
        from nbclient import NotebookClient

        notebook = read()
        first = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code")
        notebook.cells.insert(first, nbformat.v4.new_code_cell(NO_NETWORK))
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        # No settings of the person who runs this, and nothing written beside the notebook.
        for variable in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR", "TMPDIR"):
            (tmp_path / variable.lower()).mkdir()
            monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
        client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}})
        client.execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [o for o in outputs if o.output_type == "stream" and o.name == "stderr"] == []
    assert "14 documents" in outputs[0].text
    tables = [output.data["text/html"] for output in outputs if "text/html" in output.get("data", {})]
    assert len(tables) == 3
    assert any("Ingrid Haugtveit" in table for table in tables)
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 1

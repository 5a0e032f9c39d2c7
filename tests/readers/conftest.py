"""The small pipeline, trained once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.extract.readers.reader import Reader
from etl.extract.readers.registry import load_reader
from readers.training import train


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the pipeline."""
    folder = tmp_path_factory.mktemp("pipelines") / "small"
    train().to_disk(folder)
    return folder


@pytest.fixture(scope="session")
def trained(pipeline: Path) -> Reader:
    """The pipeline as a reader."""
    return load_reader(str(pipeline))

"""What is extracted from the sample articles is what was reviewed."""

from __future__ import annotations

import pytest

from etl.records import Document

from . import COMMAND, FOLDER, documents, golden_file, page

DOCUMENTS = documents()


@pytest.mark.parametrize("document", DOCUMENTS, ids=[document.name for document in DOCUMENTS])
def test_sample_gives_what_was_reviewed(document: Document) -> None:
    assert page(document) == golden_file(document).read_text(encoding="utf-8"), f"if that is right: {COMMAND}, then review the diff"


def test_every_document_has_a_file_of_its_own_and_no_file_is_left_over() -> None:
    files = [golden_file(document) for document in DOCUMENTS]
    assert len(set(files)) == len(files) == 14
    assert set(files) == set(FOLDER.glob("*.txt"))

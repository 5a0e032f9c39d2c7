"""Loading: from frozen records to rows, and back. The only stage that touches the database.

`reference` loads the seeds, `documents` and `observed` what was read and seen, `observations` reads that back for resolving, `resolved`
writes what resolving made of it, `judgements` what people decided, `journal` keeps the runs. `upsert` is the one place that writes
rows, always many at a time.
"""

from etl.load.batches import batches
from etl.load.comparing import compare_some
from etl.load.documents import (
    Place,
    StoredDocument,
    find_documents,
    key_of,
    place_of,
    read_documents,
    remove_documents,
    store_documents,
)
from etl.load.grants import grant, grants
from etl.load.identity import article_id, content_hash, quarantined_id
from etl.load.journal import Item, ItemStatus, Journal, Notes, PartJournal, RunItems, RunStatus, Totals, count_totals, items_of_run
from etl.load.judgement_states import JudgementState, documents_of, judgement_states
from etl.load.judgements import (
    JudgedDocument,
    drop_judgements,
    judge_document,
    judgement_id,
    named_people,
    read_decisions,
    read_judgements,
    store_judgements,
    store_named_targets,
    store_targets,
)
from etl.load.observations import StoredObservations, read_observations
from etl.load.observed import ArticleObservations, store_observations
from etl.load.orphans import remove_orphans, tidy
from etl.load.places import note_places, supersede, supersede_part
from etl.load.prepare import Prepared, prepare_store, store_name
from etl.load.quarantine import (
    Quarantined,
    QuarantineState,
    content_of,
    drop_document,
    drop_quarantined,
    find_dropped,
    find_quarantined,
    let_go,
    list_quarantine,
)
from etl.load.reference import load_reference
from etl.load.resolving import resolve_some
from etl.load.source_states import PageMark, SourceMark, mark_pages, mark_sources, read_page_marks, read_source_marks
from etl.load.transactions import committed, take_turn

__all__ = [
    "ArticleObservations",
    "Item",
    "ItemStatus",
    "Journal",
    "JudgedDocument",
    "JudgementState",
    "Notes",
    "PageMark",
    "PartJournal",
    "Place",
    "Prepared",
    "QuarantineState",
    "Quarantined",
    "RunItems",
    "RunStatus",
    "SourceMark",
    "StoredDocument",
    "StoredObservations",
    "Totals",
    "article_id",
    "batches",
    "committed",
    "compare_some",
    "content_hash",
    "content_of",
    "count_totals",
    "documents_of",
    "drop_document",
    "drop_judgements",
    "drop_quarantined",
    "find_documents",
    "find_dropped",
    "find_quarantined",
    "grant",
    "grants",
    "items_of_run",
    "judge_document",
    "judgement_id",
    "judgement_states",
    "key_of",
    "let_go",
    "list_quarantine",
    "load_reference",
    "mark_pages",
    "mark_sources",
    "named_people",
    "note_places",
    "place_of",
    "prepare_store",
    "quarantined_id",
    "read_decisions",
    "read_documents",
    "read_judgements",
    "read_observations",
    "read_page_marks",
    "read_source_marks",
    "remove_documents",
    "remove_orphans",
    "resolve_some",
    "store_documents",
    "store_judgements",
    "store_name",
    "store_named_targets",
    "store_observations",
    "store_targets",
    "supersede",
    "supersede_part",
    "take_turn",
    "tidy",
]

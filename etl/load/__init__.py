"""Loading: from frozen records to rows, and back. The only stage that touches the database.

`reference` loads the seeds, `documents` and `observed` what was read and seen, `observations` reads that back for resolving, `resolved`
writes what resolving made of it, `journal` keeps the runs. `upsert` is the one place that writes rows, always many at a time.
"""

from etl.load.batches import batches
from etl.load.documents import Place, StoredDocument, find_documents, key_of, place_of, store_documents, supersede
from etl.load.identity import article_id
from etl.load.journal import Item, ItemStatus, Journal, RunStatus, Totals, count_totals, last_version
from etl.load.observations import StoredObservations, read_observations
from etl.load.observed import ArticleObservations, store_observations
from etl.load.orphans import remove_orphans
from etl.load.prepare import Prepared, prepare_store, store_name
from etl.load.reference import load_reference
from etl.load.resolved import store_resolution

__all__ = [
    "ArticleObservations",
    "Item",
    "ItemStatus",
    "Journal",
    "Place",
    "Prepared",
    "RunStatus",
    "StoredDocument",
    "StoredObservations",
    "Totals",
    "article_id",
    "batches",
    "count_totals",
    "find_documents",
    "key_of",
    "last_version",
    "load_reference",
    "place_of",
    "prepare_store",
    "read_observations",
    "remove_orphans",
    "store_documents",
    "store_name",
    "store_observations",
    "store_resolution",
    "supersede",
]

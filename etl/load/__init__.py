"""Loading: from frozen records to rows, and back. The only stage that touches the database.

`reference` loads the seeds, `documents` and `observed` what was read and seen, `observations` reads that back for resolving, `resolved`
writes what resolving made of it, `journal` keeps the runs. `upsert` is the one place that writes rows, always many at a time.
"""

from etl.load.documents import Place, StoredDocument, place_of, store_documents
from etl.load.journal import Item, Journal, Totals, count_totals
from etl.load.observations import StoredObservations, read_observations
from etl.load.observed import ArticleObservations, store_observations
from etl.load.orphans import remove_orphans
from etl.load.prepare import prepare_store
from etl.load.reference import load_reference
from etl.load.resolved import store_resolution

__all__ = [
    "ArticleObservations",
    "Item",
    "Journal",
    "Place",
    "StoredDocument",
    "StoredObservations",
    "Totals",
    "count_totals",
    "load_reference",
    "place_of",
    "prepare_store",
    "read_observations",
    "remove_orphans",
    "store_documents",
    "store_observations",
    "store_resolution",
]

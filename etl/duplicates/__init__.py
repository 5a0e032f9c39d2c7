"""Articles that are one text: taken over as they are, under another headline, touched up, or cut.

`signature` says under which keys an article is filed, so that only those that share one are ever compared; `likeness` measures two articles
word by word; `clusters` decides which article the others repeat. Pure: no database, and the order of articles never matters.
"""

from etl.duplicates.clusters import Copy, Verdict, Version, decide
from etl.duplicates.likeness import Likeness, Sequences, compare, is_filled_anew, sequences_of, shares
from etl.duplicates.passages import Passage, shared_passages
from etl.duplicates.signature import DAYS_APART, Signature, may_be_alike, sign
from etl.duplicates.words import Words, words_of

__all__ = [
    "DAYS_APART",
    "Copy",
    "Likeness",
    "Passage",
    "Sequences",
    "Signature",
    "Verdict",
    "Version",
    "Words",
    "compare",
    "decide",
    "is_filled_anew",
    "may_be_alike",
    "sequences_of",
    "shared_passages",
    "shares",
    "sign",
    "words_of",
]

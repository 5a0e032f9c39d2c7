"""Search: the claims or articles that hold certain words, the same ones on both databases.

`query` reads what was asked, `words` says what a word is and marks it in a text, `find` asks the store.
"""

from etl.search.find import IN, Hit, search
from etl.search.query import Query, read_query

__all__ = ["IN", "Hit", "Query", "read_query", "search"]

"""Resolving in a store: only what new, changed and removed articles can change is asked anew.

`etl.resolve` says what the resolved tables must hold; this package finds the part of it that a night's articles touch. Everything that is
ever compared shares a *block* (`shelves`), and what is grouped within a connected component of agreeing pairs depends on nothing outside
it. So the observations that changed, what agrees with them, and what was weighed together with them before are resolved as if they were
all there is, and the difference is written. Claims, of which one voice's hang together for years, are asked anew by the group, not by the
component (`clusters.link`). The same articles in any order and any batches therefore end in the same rows as
`etl.resolve` makes of all of them at once.

`unresolved` is what is to be done, written by whoever loads or removes articles; `people`, `meetings`, `statements` and `relations` are
the stages, in that order: each hands on the articles in which something changed.
"""

from etl.load.resolving.run import resolve_some
from etl.load.resolving.unresolved import mark_articles, mark_names, release, take_removal

__all__ = ["mark_articles", "mark_names", "release", "resolve_some", "take_removal"]

"""Which articles repeat others, kept in the store and brought up to date by what is new, changed or gone.

`waiting` is the list of articles still to be compared, `filing` the keys under which articles are found, `likenesses` the pairs that are
alike with their shared passages, `run` the work of a night.
"""

from etl.load.comparing.run import compare_some
from etl.load.comparing.waiting import await_comparison, forget

__all__ = ["await_comparison", "compare_some", "forget"]

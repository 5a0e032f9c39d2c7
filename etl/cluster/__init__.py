"""An archive over many machines: parts of it go to the workers of a Dask cluster, which read, extract and load them by themselves.

Dask distributes, Postgres stores; what a part goes through is what every document goes through (`etl.intake`).
"""

from __future__ import annotations

from etl.cluster.connection import Cluster, connected
from etl.cluster.distribution import OnParts, distribute
from etl.cluster.parts import Part, PartDone, PartFile, Work, plan

__all__ = ["Cluster", "OnParts", "Part", "PartDone", "PartFile", "Work", "connected", "distribute", "plan"]

"""The cluster: one that somebody runs, by the address of its scheduler, or one on this machine for as long as it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.errors import ConfigError, RunError, in_one_line

if TYPE_CHECKING:
    from distributed import Client

SECONDS_TO_CONNECT = 30


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster to which this program is connected. `dashboard`: where to look at its work; `workers`: parts that it does at once now."""

    client: Client
    address: str
    dashboard: str
    workers: int


@contextmanager
def connected(scheduler: str | None, workers: int) -> Iterator[Cluster]:
    """Connect to the scheduler at an address, or else start a scheduler and so many worker processes here, which end with the context.

    Raises ConfigError when Dask is not installed, RunError when no scheduler answers.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ConfigError("--engine dask needs Dask: pip install 'communique[cluster]'") from error
    with ExitStack() as stack:
        if scheduler is None:
            scheduler = stack.enter_context(LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0"))
        try:
            client = stack.enter_context(Client(scheduler, timeout=SECONDS_TO_CONNECT))
        except (OSError, ValueError) as error:
            raise RunError(f"no Dask scheduler answers at {scheduler}: {in_one_line(error)}") from error
        known = client.scheduler_info(n_workers=-1)
        yield Cluster(client, str(known["address"]), client.dashboard_link, sum(client.nthreads().values()))

"""A run: documents into the store, then what the store's articles come to together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from etl.errors import CommuniqueError, RunError, in_one_line
from etl.intake.resolving import resolve_in_transactions
from etl.intake.results import IngestReport, Tally
from etl.judgements import describe
from etl.load import Journal, Place, RunStatus, Totals, committed, count_totals, judgement_states, supersede
from etl.sources import Skipped
from models.store import StoreError, refresh_statistics

Load = Callable[[], Mapping[int, frozenset[Place]]]
"""Loads documents and counts them in the run's tally. Returns those of which places are still to be weighed, with all their places."""


class Run:
    """One run of a job. `version`: of the extractor; `journal` and `tally` are written by what loads its documents."""

    def __init__(self, engine: Engine, job: str, version: str) -> None:
        self.engine = engine
        self.journal = Journal(job, version)
        self.tally = Tally()

    def of(self, load: Load, *, skipped: Sequence[Skipped] = (), judged: bool = False) -> IngestReport:
        """Load what is new, then resolve. `skipped`: files passed over, filled while `load` reads.

        `judged`: whether there are judgements, whose passages may be gone. Raises RunError when the run cannot go on.
        """
        with self.engine.connect() as connection:
            before = count_totals(connection)
        committed(self.engine, self.journal.start)
        try:
            seen = load()
            if not self.tally.stopped:
                self._put_together(seen)
            totals, seconds = self._finish()
            lost = self._lost_judgements() if judged else ()
        except BaseException as error:
            self._fail(error)
            if isinstance(error, Exception) and not isinstance(error, (CommuniqueError, StoreError)):
                raise RunError(f"the run failed, what it had loaded stays: {in_one_line(error)}") from error
            raise
        tally = self.tally
        return IngestReport(
            run_id=self.journal.run_id,
            loaded=tally.loaded,
            unchanged=tally.unchanged,
            duplicates=tally.duplicates,
            dropped=tally.dropped,
            quarantined=tuple(tally.quarantined),
            skipped=tuple(skipped),
            notes=tally.notes,
            lost=lost,
            brought=tally.totals(),
            before=before,
            totals=totals,
            seconds=seconds,
            stages=tally.stages,
            failed_sources=tuple(tally.failed_sources),
            stopped=tally.stopped,
        )

    def _put_together(self, seen: Mapping[int, frozenset[Place]]) -> None:
        with self.tally.measured("resolve"):
            committed(self.engine, partial(supersede, seen=seen), alone=True)
            resolve_in_transactions(self.engine)
        with self.tally.measured("refresh"), self.engine.begin() as connection:
            refresh_statistics(connection)

    def _finish(self) -> tuple[Totals, float]:
        """End the run; return what the store holds now, and how many seconds the run took."""
        tally = self.tally
        with self.engine.begin() as connection:
            totals = count_totals(connection)
            amount = len(tally.quarantined)
            status: RunStatus = "finished_with_quarantine" if amount or tally.failed_sources else "succeeded"
            if tally.stopped:
                status = "failed"
            return totals, self.journal.finish(connection, status, tally.totals(), amount, error=tally.stopped, stages=tally.stages)

    def _lost_judgements(self) -> tuple[str, ...]:
        with self.engine.connect() as connection:
            return tuple(describe(one.judgement) for one in judgement_states(connection) if one.state == "anchor gone")

    def _fail(self, error: BaseException) -> None:
        reason = in_one_line(error)
        try:
            with self.engine.begin() as connection:
                self.journal.finish(connection, "failed", self.tally.totals(), len(self.tally.quarantined), error=reason)
        except SQLAlchemyError as second:
            # The database itself is what failed: the run stays "running" in it.
            raise RunError(f"the run failed: {reason}; and so did the database: {in_one_line(second)}") from error

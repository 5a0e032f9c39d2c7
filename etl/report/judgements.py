"""What people decided, as they read it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from etl.report.listings import JUDGEMENTS
from etl.report.tables import Format, print_listing

if TYPE_CHECKING:
    from etl.decisions import Exported, Recorded
    from etl.queries import Result


def print_recorded(recorded: Recorded) -> None:
    """Say what was recorded or dropped."""
    for line in recorded.judgements:
        print(line)
    count, documents = len(recorded.judgements), recorded.documents
    print(f"{count} judgement{'' if count == 1 else 's'}, {documents} document{'' if documents == 1 else 's'} read anew", file=sys.stderr)


def print_judgements(done: Result | Recorded | Exported, form: Format) -> None:
    """Print the judgements, or say what was done with them."""
    from etl.decisions import Exported, Recorded

    if isinstance(done, Recorded):
        print_recorded(done)
    elif isinstance(done, Exported):
        print(f"{done.judgements} judgement{'' if done.judgements == 1 else 's'} written to {done.file}")
    else:
        print_listing(done, JUDGEMENTS, form)

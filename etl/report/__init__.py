"""What a person reads: results as tables, JSON or CSV; a run's progress and summary."""

from etl.report.answers import print_answer, print_questions, write_parquet
from etl.report.evaluation import print_evaluation
from etl.report.explanation import print_explanation
from etl.report.judgements import print_judgements, print_recorded
from etl.report.listings import CLAIMS, INITIATIVES, MEETINGS, PEOPLE, PROVISIONAL
from etl.report.log import RunLog
from etl.report.meeting import print_meeting
from etl.report.metrics import write_metrics
from etl.report.notify import notify
from etl.report.review import ask_person, print_reviewed
from etl.report.run import ProgressLine, print_dry_run, print_next_commands, print_prepared, print_report
from etl.report.search import print_hits
from etl.report.standing import QUARANTINE, print_findings, print_status
from etl.report.tables import Format, Listing, print_listing

__all__ = [
    "CLAIMS",
    "INITIATIVES",
    "MEETINGS",
    "PEOPLE",
    "PROVISIONAL",
    "QUARANTINE",
    "Format",
    "Listing",
    "ProgressLine",
    "RunLog",
    "ask_person",
    "notify",
    "print_answer",
    "print_dry_run",
    "print_evaluation",
    "print_explanation",
    "print_findings",
    "print_hits",
    "print_judgements",
    "print_listing",
    "print_meeting",
    "print_next_commands",
    "print_prepared",
    "print_questions",
    "print_recorded",
    "print_report",
    "print_reviewed",
    "print_status",
    "write_metrics",
    "write_parquet",
]

"""What a person reads: results as tables, JSON or CSV; a run's progress and summary."""

from etl.report.evaluation import print_evaluation
from etl.report.listings import CLAIMS, INITIATIVES, MEETINGS, PEOPLE
from etl.report.meeting import print_meeting
from etl.report.run import ProgressLine, print_next_commands, print_prepared, print_report
from etl.report.tables import Format, Listing, print_listing

__all__ = [
    "CLAIMS",
    "INITIATIVES",
    "MEETINGS",
    "PEOPLE",
    "Format",
    "Listing",
    "ProgressLine",
    "print_evaluation",
    "print_listing",
    "print_meeting",
    "print_next_commands",
    "print_prepared",
    "print_report",
]

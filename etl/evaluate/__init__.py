"""Scoring against gold: what the program finds in documents, beside what a person found in them.

`evaluate` does all of it; `score_documents` and `score_attributions` are its pure parts.
"""

from etl.evaluate.attributions import AttributionFigures, score_attributions
from etl.evaluate.bcubed import BCubed
from etl.evaluate.event_figures import EventFigures
from etl.evaluate.fields import GoldError
from etl.evaluate.figures import Figures, Miss, Rate, Tally
from etl.evaluate.gold import read_gold
from etl.evaluate.reliability import Reliability
from etl.evaluate.run import Evaluation, evaluate, score_documents
from etl.evaluate.stored import read_documents

__all__ = [
    "AttributionFigures",
    "BCubed",
    "Evaluation",
    "EventFigures",
    "Figures",
    "GoldError",
    "Miss",
    "Rate",
    "Reliability",
    "Tally",
    "evaluate",
    "read_documents",
    "read_gold",
    "score_attributions",
    "score_documents",
]

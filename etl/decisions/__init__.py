from etl.decisions.comparing import Told
from etl.decisions.explaining import Explanation, explain
from etl.decisions.recording import Exported, Recorded, act_on_judgements, judge
from etl.decisions.reviewing import Answer, Doubt, Reviewed, answers_to, review

__all__ = [
    "Answer",
    "Doubt",
    "Explanation",
    "Exported",
    "Recorded",
    "Reviewed",
    "Told",
    "act_on_judgements",
    "answers_to",
    "explain",
    "judge",
    "review",
]

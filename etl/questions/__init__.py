"""The documented questions: SQL files over the contract views, each with its parameters, asked by name.

The files stand in `docs/questions`, where they are read as documentation; an installation carries them inside this package.
"""

from etl.questions.ask import ask
from etl.questions.library import Question, find_question, questions

__all__ = ["Question", "ask", "find_question", "questions"]

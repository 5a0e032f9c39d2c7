"""A store as a program's user has it: views, questions and SQL, read-only, with the same types from either database."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from etl.errors import in_one_line
from etl.queries import QuestionError, Result, engine_for_reading, read_only
from etl.questions import Question, ask, find_question, questions
from models import Base
from models.columns import kind_of, typed
from models.views import VIEWS

__all__ = ["Question", "Result", "Store"]


class Store:
    """A store opened for reading. Each call reads what is committed then, so a store may be read while a run loads into it.

    Answers are `Result`s: `columns`, `rows`, and `records()`, which are dicts. Of an answer pandas makes a table by
    `DataFrame(answer.rows, columns=answer.columns)`, and polars by `DataFrame(answer.rows, schema=answer.columns, orient="row")`.
    """

    views: tuple[str, ...] = VIEWS
    """The views, whose columns stay as they are."""

    def __init__(self, store: str) -> None:
        self._engine: Engine = engine_for_reading(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The documented questions, each with its name, title, parameters with their defaults, columns and SQL."""
        return questions()

    def query(self, name: str | int, **params: object) -> Result:
        """Ask a documented question by its name or number; parameters that are not given have their defaults.

        Dates may be dates or text. Raises QuestionError when there is no such question or parameter, or a value is none for it.
        """
        question = find_question(str(name))
        with read_only(self._engine) as connection:
            return ask(connection, question, {key: str(value) for key, value in params.items()})

    def table(self, name: str, *, limit: int | None = None) -> Result:
        """Return the rows of a view, or of a table beneath the views: dates as dates, flags as flags. `limit`: at most so many.

        Their order is the database's. Raises QuestionError for another name.
        """
        if name not in self.views and name not in Base.metadata.tables:
            raise QuestionError(f"no view or table is called {name!r}; the views are {', '.join(self.views)}")
        with read_only(self._engine) as connection:
            found = connection.execute(text(f"SELECT * FROM {name}" + ("" if limit is None else f" LIMIT {int(limit)}")))
            columns = tuple(found.keys())
            return Result(columns, tuple(typed(found, [kind_of(name, column) for column in columns])))

    def sql(self, statement: str, **params: Any) -> Result:
        """Return the rows of a SELECT of your own, with `:name` for each parameter: values are as the database gives them.

        Raises QuestionError for SQL that the database does not take, or that would write.
        """
        with read_only(self._engine) as connection:
            try:
                found = connection.execute(text(statement), params)
                if not found.returns_rows:
                    raise QuestionError("a statement that gives no rows asks nothing")
                return Result(tuple(found.keys()), tuple(tuple(row) for row in found))
            except DBAPIError as error:
                raise QuestionError(in_one_line(error.orig or error)) from error

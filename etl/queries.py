"""What the reading commands ask of a store, through the contract views alone. Nothing here writes.

Each function returns a `Result`: named columns and rows, as an analyst would get them from SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from etl.errors import CommuniqueError, RunError
from etl.keys import LARGEST_KEY
from etl.lexicon.actors import load_actors
from etl.lexicon.initiatives import load_initiatives
from etl.lexicon.people import load_people
from etl.load import store_name
from etl.records import Act
from models import schema
from models.store import StoreError, open_engine


class QuestionError(CommuniqueError):
    """The question cannot be answered as it was put: a word that is no act, a title that several meetings have."""


@dataclass(frozen=True, slots=True)
class Result:
    """Rows with their columns' names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dicts."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """One meeting with all that leads back from it to the articles."""

    meeting: Result
    participants: Result
    reports: Result
    claims: Result
    agreements: Result


def engine_for_reading(url: str) -> Engine:
    """Return an engine for the store at `url`, which is there and of this version; the caller disposes of it.

    Raises RunError when there is no store, or one of another version; StoreError when it cannot be opened. Creates nothing.
    """
    where = store_name(url)
    revision = schema.current(url)
    if revision is None:
        raise RunError(f"no communique store at {where}: run `communique ingest` first")
    if revision != schema.head():
        raise RunError(f"the store at {where} has another schema ({revision}, not {schema.head()}): run `communique init`")
    return open_engine(url)


@contextmanager
def read_only(engine: Engine) -> Iterator[Connection]:
    """Connect to a store for reading only: whatever would write is an error. Raises StoreError when it cannot be read."""
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA query_only = ON")
            else:
                connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            yield connection
    except OperationalError as error:
        raise StoreError(f"cannot read the database {store_name(str(engine.url))}: {str(error.orig).splitlines()[0]}") from error


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """Open the store at `url` for reading only, as `engine_for_reading` and `read_only` do."""
    engine = engine_for_reading(url)
    try:
        with read_only(engine) as connection:
            yield connection
    finally:
        engine.dispose()


def find_meetings(
    connection: Connection,
    *,
    person: str | None = None,
    actor: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
) -> Result:
    """Return meetings, earliest first, those without a date last.

    `person`: part of a name, or a name that the reference data knows; `actor`: see `actor_name`; `since` and `until`: the days between
    which the meeting lies at least in part.
    """
    where: list[str] = []
    values: dict[str, Any] = {}
    if person:
        where.append(
            "EXISTS (SELECT 1 FROM v_meeting_participants p WHERE p.meeting_id = m.meeting_id AND LOWER(p.person) LIKE :person ESCAPE '!')"
        )
        values["person"] = _contains(person_name(person))
    if actor:
        where.append(
            "EXISTS (SELECT 1 FROM v_meeting_participants p WHERE p.meeting_id = m.meeting_id AND LOWER(p.actor) LIKE :actor ESCAPE '!')"
        )
        values["actor"] = _actor_pattern(actor)
    if since:
        where.append("COALESCE(m.end_on, m.start_on) >= :since")
        values["since"] = _day(connection, since)
    if until:
        where.append("m.start_on <= :until")
        values["until"] = _day(connection, until)
    return _query(
        connection,
        f"""
        SELECT m.meeting_id, m.title, m.kind, m.status, m.start_on, m.end_on, m.date_precision, m.place, m.place_state, m.host_event,
            m.on_sidelines, m.background, m.article_count, m.publisher_count
        FROM v_meetings m {_where(where)}
        ORDER BY m.start_on IS NULL, m.start_on, m.end_on, m.title, m.meeting_id {_limit(limit)}
        """,
        values,
    )


def find_claims(
    connection: Connection,
    *,
    initiative: str | None = None,
    speaker: str | None = None,
    actor: str | None = None,
    act: str | None = None,
    limit: int | None = None,
) -> Result:
    """Return claims in the order in which they were published, then as they stand in their article.

    `initiative`: part of a name, or a name or acronym that the reference data knows; `speaker`: part of a name; `actor`: on whose behalf
    (see `actor_name`); `act`: a word of the vocabulary. Raises QuestionError for another word.
    """
    where: list[str] = []
    values: dict[str, Any] = {}
    linked = (
        "EXISTS (SELECT 1 FROM v_claim_links l WHERE l.claim_id = c.claim_id AND l.relation = '{}' AND LOWER(l.name) LIKE :{} ESCAPE '!')"
    )
    if initiative:
        where.append(linked.format("of_initiative", "initiative"))
        values["initiative"] = _contains(initiative_name(initiative))
    if speaker:
        where.append(linked.format("speaker", "speaker"))
        values["speaker"] = _contains(person_name(speaker))
    if actor:
        where.append(linked.format("on_behalf_of", "actor"))
        values["actor"] = _actor_pattern(actor)
    if act:
        if act.lower() not in get_args(Act):
            raise QuestionError(f"{act!r} is no act; the acts are {', '.join(get_args(Act))}")
        where.append("c.act = :act")
        values["act"] = act.lower()
    return _query(
        connection,
        f"""
        SELECT c.claim_id, a.published_on, c.speakers, c.on_behalf_of, c.act, c.text, c.cue, c.is_direct, c.polarity, c.modality,
            a.title AS article, a.publisher, a.document_name, c.article_id, c.char_start, c.char_end, c.meeting_id, c.statement_id,
            c.rule, c.confidence
        FROM v_claims c JOIN v_articles a ON a.article_id = c.article_id {_where(where)}
        ORDER BY a.published_on IS NULL, a.published_on, c.article_id, c.char_start, c.claim_id {_limit(limit)}
        """,
        values,
    )


def find_people(connection: Connection, *, actor: str | None = None, limit: int | None = None) -> Result:
    """Return people, those in most articles first."""
    where = ["LOWER(actor) LIKE :actor ESCAPE '!'"] if actor else []
    values = {"actor": _actor_pattern(actor)} if actor else {}
    return _query(
        connection,
        f"""
        SELECT person_id, name, actor, actor_kind, first_seen, last_seen, article_count FROM v_people {_where(where)}
        ORDER BY article_count DESC, name, person_id {_limit(limit)}
        """,
        values,
    )


def find_initiatives(connection: Connection, *, limit: int | None = None) -> Result:
    """Return initiatives, those with most claims first."""
    return _query(
        connection,
        f"""
        SELECT initiative_id, name, kind, proposers, first_seen, article_count, claim_count FROM v_initiatives
        ORDER BY claim_count DESC, article_count DESC, name {_limit(limit)}
        """,
        {},
    )


def find_provisional(connection: Connection, *, kind: str | None = None, limit: int | None = None) -> Result:
    """Return people, initiatives and organizations that nobody has reviewed yet, those in most articles first.

    Raises QuestionError for another kind.
    """
    if kind and kind not in _NAMED:
        raise QuestionError(f"{kind!r} is no kind of name; the kinds are {', '.join(_NAMED)}")
    return _query(
        connection,
        f"""
        SELECT kind, entity_id, name, actor, first_seen, article_count FROM v_provisional {_where(["kind = :kind"] if kind else [])}
        ORDER BY article_count DESC, kind, name, entity_id {_limit(limit)}
        """,
        {"kind": kind} if kind else {},
    )


_NAMED = ("person", "initiative", "organization")


def show_meeting(connection: Connection, wanted: str) -> MeetingDetails:
    """Return a meeting by its key, or by its title or part of it.

    Raises RunError when there is none, QuestionError when there are several.
    """
    meeting = find_meeting(connection, wanted)
    values = {"meeting": meeting.rows[0][0]}
    return MeetingDetails(
        meeting=meeting,
        participants=_query(
            connection,
            """
            SELECT person, actor, actor_kind, role, person_id FROM v_meeting_participants WHERE meeting_id = :meeting
            ORDER BY person IS NULL, actor, person
            """,
            values,
        ),
        reports=_query(
            connection,
            """
            SELECT a.published_on, a.publisher, a.title AS article, a.document_name, r.background, r.confidence, r.article_id,
                r.char_start, r.char_end
            FROM v_meeting_reports r JOIN v_articles a ON a.article_id = r.article_id WHERE r.meeting_id = :meeting
            ORDER BY r.background, a.published_on IS NULL, a.published_on, a.title, r.article_id, r.char_start
            """,
            values,
        ),
        claims=_query(
            connection,
            """
            SELECT c.speakers, c.on_behalf_of, c.act, c.text, a.title AS article, a.publisher, a.published_on, a.document_name,
                c.claim_id, c.statement_id, c.article_id, c.char_start, c.char_end, c.rule, c.confidence
            FROM v_claims c JOIN v_articles a ON a.article_id = c.article_id WHERE c.meeting_id = :meeting
            ORDER BY a.published_on IS NULL, a.published_on, c.article_id, c.char_start, c.claim_id
            """,
            values,
        ),
        agreements=_query(
            connection,
            """
            SELECT title, kind, signed_on, parties, article_count, agreement_id FROM v_agreements WHERE meeting_id = :meeting
            ORDER BY title, agreement_id
            """,
            values,
        ),
    )


def actor_name(given: str) -> str:
    """Return what the views call an actor: "Kazakhstan" and "Kazakh" are KZ, "SCO" is an organization's canonical name.

    A name that the reference data does not know is returned as it is.
    """
    actors = load_actors()
    if given.upper() in actors.state_names:
        return given.upper()
    for table in (actors.by_name, actors.by_demonym):
        folded = {name.lower(): actor for name, actor in table.items()}
        if found := table.get(given) or folded.get(given.lower()):
            return found.name
    return given


def initiative_name(given: str) -> str:
    """Return the canonical name of an initiative that the reference data knows by name or acronym, else what was given."""
    known = {name.lower(): initiative.name for name, initiative in load_initiatives().items()}
    return known.get(given.lower(), given)


def person_name(given: str) -> str:
    """Return the canonical name of a person whom the reference data knows in this spelling, else what was given."""
    known = {name.lower(): person.name for name, person in load_people().by_name.items()}
    return known.get(given.lower(), given)


def find_meeting(connection: Connection, wanted: str) -> Result:
    """Return the meeting of a key, or of a title or part of it. Raises RunError when there is none, QuestionError when several."""
    wanted = wanted.strip()
    if wanted.isdigit() and int(wanted) <= LARGEST_KEY:
        found = _meetings_where(connection, "meeting_id = :wanted", int(wanted))
        if found.rows:
            return found
    patterns = (_escaped(wanted), f"{_escaped(wanted)}%", f"%{_escaped(wanted)}%")
    for pattern in patterns:
        found = _meetings_where(connection, "LOWER(title) LIKE :wanted ESCAPE '!'", pattern)
        if len(found.rows) == 1:
            return found
        if found.rows:
            names = "".join(f"\n  {m['meeting_id']}  {m['start_on'] or 'undated'!s:10}  {m['title']}" for m in found.records())
            raise QuestionError(f"{len(found.rows)} meetings match {wanted!r}; name one by its meeting_id:{names}")
    raise RunError(f"no meeting is called {wanted!r}: `communique meetings` lists them")


def _meetings_where(connection: Connection, condition: str, wanted: str | int) -> Result:
    return _query(
        connection, f"SELECT * FROM v_meetings WHERE {condition} ORDER BY start_on IS NULL, start_on, title, meeting_id", {"wanted": wanted}
    )


def _query(connection: Connection, sql: str, values: dict[str, Any]) -> Result:
    found = connection.execute(text(sql), values)
    columns = tuple(found.keys())
    flags = {i for i, name in enumerate(columns) if name in _FLAGS}
    days = {i for i, name in enumerate(columns) if name in _DAYS}
    rows = (tuple(_value(v, i in flags, i in days) for i, v in enumerate(row)) for row in found)
    return Result(columns, tuple(rows))


_FLAGS = frozenset({"is_direct", "is_continuation", "on_sidelines", "background"})
_DAYS = frozenset({"start_on", "end_on", "published_on", "first_seen", "last_seen", "signed_on"})


def _value(value: Any, flag: bool, day: bool) -> Any:
    """Bring what SQLite keeps as numbers and strings to what Postgres returns."""
    if value is None:
        return None
    if flag:
        return bool(value)
    return date.fromisoformat(value) if day and isinstance(value, str) else value


def _day(connection: Connection, day: date) -> date | str:
    return day.isoformat() if connection.dialect.name == "sqlite" else day


def _escaped(words: str) -> str:
    return words.lower().replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _contains(words: str) -> str:
    return f"%{_escaped(words)}%"


def _actor_pattern(given: str) -> str:
    """A code must match as a whole: "US" is no part of "Russia"; of an organization a part of the name will do."""
    name = actor_name(given)
    return _escaped(name) if len(name) == 2 else _contains(name)


def _where(conditions: Sequence[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _limit(limit: int | None) -> str:
    return f"LIMIT {int(limit)}" if limit else ""

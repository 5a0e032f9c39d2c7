"""Search by words over claims and articles: FTS5 in SQLite, text search with GIN in Postgres, and the view that both read.

Both stem by Porter's rules, fold accents, know no stop words and take letters and digits for words, so that they find the same.

Revision ID: 0016
Revises: 0015
"""

from __future__ import annotations

import unicodedata

from alembic import op

from migrations.frozen import frozen_view

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TOKENIZER = "porter unicode61 remove_diacritics 2"
INDEXED = (("claims", "claim_words", ("text",)), ("articles", "article_words", ("title", "text")))
"""Table, index of its words in SQLite, columns. The index holds no text of its own: it is right as long as the triggers tell it."""
CHARACTERS = 200_000
"""So much of a text Postgres indexes: a `tsvector` holds a megabyte."""
PUNCTUATION = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum())
"""What Postgres' parser would keep inside words: addresses, decimals, hyphens."""


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        _index_in_sqlite()
    else:
        _index_in_postgres()
    op.execute(frozen_view(revision, "v_search", op.get_context().dialect.name))


def downgrade() -> None:
    op.execute("DROP VIEW v_search")
    if op.get_context().dialect.name == "sqlite":
        for table, index, _ in INDEXED:
            for event in ("insert", "delete", "update"):
                op.execute(f"DROP TRIGGER {table}_words_{event}")
            op.execute(f"DROP TABLE {index}")
        return
    for table, _, _ in INDEXED:
        op.execute(f"DROP INDEX ix_{table}_words")
    op.execute("DROP FUNCTION communique_words")
    op.execute("DROP TEXT SEARCH CONFIGURATION communique")
    op.execute("DROP TEXT SEARCH DICTIONARY communique_stem")


def _index_in_sqlite() -> None:
    for table, index, columns in INDEXED:
        listed = ", ".join(columns)
        op.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({listed}, content = '{table}', content_rowid = 'id', tokenize = '{TOKENIZER}')"
        )
        op.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        add = f"INSERT INTO {index} (rowid, {listed}) VALUES (new.id, {', '.join(f'new.{c}' for c in columns)});"
        take = f"INSERT INTO {index} ({index}, rowid, {listed}) VALUES ('delete', old.id, {', '.join(f'old.{c}' for c in columns)});"
        differs = " OR ".join(f"old.{c} IS NOT new.{c}" for c in columns)
        for event, when, what in (
            ("insert", "INSERT", add),
            ("delete", "DELETE", take),
            ("update", f"UPDATE OF id, {listed}", f"{take} {add}"),
        ):
            only = f" WHEN old.id <> new.id OR {differs}" if event == "update" else ""
            op.execute(f"CREATE TRIGGER {table}_words_{event} AFTER {when} ON {table}{only} BEGIN {what} END")


def _index_in_postgres() -> None:
    plain, accented = _folded()
    spaces = " " * len(PUNCTUATION)
    op.execute("CREATE TEXT SEARCH DICTIONARY communique_stem (TEMPLATE = snowball, LANGUAGE = porter)")
    op.execute("CREATE TEXT SEARCH CONFIGURATION communique (COPY = english)")
    op.execute("ALTER TEXT SEARCH CONFIGURATION communique ALTER MAPPING REPLACE english_stem WITH communique_stem")
    op.execute(
        f"""
        CREATE FUNCTION communique_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT translate(left($1, {CHARACTERS}), $from${accented}{PUNCTUATION}$from$, $to${plain}{spaces}$to$) $$
        """.replace(":", "\\:")
    )
    op.execute("CREATE INDEX ix_claims_words ON claims USING gin (to_tsvector('communique', communique_words(text)))")
    op.execute(
        "CREATE INDEX ix_articles_words ON articles"
        " USING gin (to_tsvector('communique', communique_words(COALESCE(title, '') || ' ' || text)))"
    )


def _folded() -> tuple[str, str]:
    """Return letters, and as many Latin letters with accents that stand for them."""
    codes = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    pairs = [(unicodedata.normalize("NFD", chr(code)), chr(code)) for code in codes]
    known = [(apart[0], whole) for apart, whole in pairs if len(apart) > 1 and apart[0].isascii() and apart[0].isalpha()]
    return "".join(letter for letter, _ in known), "".join(whole for _, whole in known)

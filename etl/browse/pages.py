"""The pages of one article, one claim and one meeting: every row beside the words that it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from etl.browse.highlight import Marked, pieces

Row = Mapping[str, Any]

ARTICLE = """
    SELECT v.article_id, v.title, v.publisher, v.published_on, v.dated_by, v.document_name, v.duplicate_of, a.text
    FROM v_articles AS v
    JOIN articles AS a ON a.id = v.article_id
    WHERE v.article_id = :key
"""
ARTICLE_CLAIMS = "SELECT * FROM v_claims WHERE article_id = :key ORDER BY char_start, char_end, claim_id"
ARTICLE_REPORTS = """
    SELECT r.meeting_report_id, r.meeting_id, r.char_start, r.char_end, r.background, r.confidence, m.title, m.kind, m.status,
        m.start_on, m.place
    FROM v_meeting_reports AS r
    JOIN v_meetings AS m ON m.meeting_id = r.meeting_id
    WHERE r.article_id = :key
    ORDER BY r.char_start, r.meeting_report_id
"""
CLAIM = "SELECT * FROM v_claims WHERE claim_id = :key"
CLAIM_LINKS = "SELECT relation, kind, name FROM v_claim_links WHERE claim_id = :key ORDER BY relation, kind, name"
CLAIM_TOPICS = "SELECT topic, term, confidence FROM v_claim_topics WHERE claim_id = :key ORDER BY topic"
CLAIM_STATEMENT = """
    SELECT c.claim_id, c.article_id, c.text, a.title, a.publisher, a.published_on
    FROM v_claims AS c
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE c.statement_id = (SELECT statement_id FROM v_claims WHERE claim_id = :key)
    ORDER BY a.published_on IS NULL, a.published_on, c.article_id, c.char_start
"""
MEETING = "SELECT * FROM v_meetings WHERE meeting_id = :key"
MEETING_PARTICIPANTS = "SELECT * FROM v_meeting_participants WHERE meeting_id = :key ORDER BY actor, person"
MEETING_REPORTS = """
    SELECT r.meeting_report_id, r.article_id, r.char_start, r.char_end, r.background, r.confidence, v.title, v.publisher, v.published_on,
        SUBSTR(a.text, r.char_start + 1, r.char_end - r.char_start) AS words
    FROM v_meeting_reports AS r
    JOIN v_articles AS v ON v.article_id = r.article_id
    JOIN articles AS a ON a.id = r.article_id
    WHERE r.meeting_id = :key
    ORDER BY r.background, v.published_on IS NULL, v.published_on, r.article_id, r.char_start
"""
MEETING_CLAIMS = """
    SELECT c.claim_id, c.article_id, c.speakers, c.on_behalf_of, c.act, c.text, c.confidence, a.title, a.publisher
    FROM v_claims AS c
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE c.meeting_id = :key
    ORDER BY a.published_on IS NULL, a.published_on, c.article_id, c.char_start
"""
MEETING_INSIDE = "SELECT meeting_id, title, start_on FROM v_meetings WHERE part_of = :key ORDER BY start_on, title"

COLOURS = 6
"""Voices that have a colour of their own; all have a number besides, so that nothing is told by colour alone."""


def article_page(article: Row, claims: Sequence[Row], reports: Sequence[Row], *, base: str) -> str:
    """Return the page of an article. `base` is the address of the rows in Datasette."""
    voices = {name: number for number, name in enumerate(dict.fromkeys(_voice(claim) for claim in claims), 1)}
    by_claim = {claim["claim_id"]: claim for claim in claims}
    spans = [
        *(Marked(c["char_start"], c["char_end"], "claim", c["claim_id"]) for c in claims),
        *(Marked(r["char_start"], r["char_end"], "report", r["meeting_report_id"]) for r in reports),
    ]
    text = []
    for piece in pieces(article["text"], spans):
        inner = [span for span in piece.covered if span.kind == "claim"]
        claim = by_claim[inner[-1].key] if inner else None
        text.append(
            {
                "words": piece.text,
                "claim": claim,
                "number": voices[_voice(claim)] if claim else None,
                "starts": [voices[_voice(by_claim[span.key])] for span in piece.begins if span.kind == "claim"],
                "reported": any(span.kind == "report" for span in piece.covered),
                "anchors": [f"{'c' if span.kind == 'claim' else 'r'}{span.key}" for span in piece.begins],
            }
        )
    counted = {name: sum(1 for claim in claims if _voice(claim) == name) for name in voices}
    return _render("article.html", article=article, text=text, voices=voices, counted=counted, claims=claims, reports=reports, base=base)


def claim_page(claim: Row, article: Row, links: Sequence[Row], topics: Sequence[Row], alike: Sequence[Row], *, base: str) -> str:
    """Return the page of a claim, with the other claims of the same statement."""
    others = [row for row in alike if row["claim_id"] != claim["claim_id"]]
    return _render("claim.html", claim=claim, article=article, links=links, topics=topics, alike=others, base=base)


def meeting_page(
    meeting: Row, participants: Sequence[Row], reports: Sequence[Row], claims: Sequence[Row], inside: Sequence[Row], *, base: str
) -> str:
    """Return the page of a meeting, with its reports in the words of the articles."""
    return _render("meeting.html", meeting=meeting, participants=participants, reports=reports, claims=claims, inside=inside, base=base)


def _voice(claim: Row) -> str:
    return claim["speakers"] or claim["on_behalf_of"] or "nobody named"


def _render(template: str, **context: Any) -> str:
    environment = Environment(
        loader=PackageLoader("etl.browse", "templates"), autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True
    )
    style = Markup(environment.get_template("style.css").render())
    return environment.get_template(template).render(style=style, colours=COLOURS, **context)

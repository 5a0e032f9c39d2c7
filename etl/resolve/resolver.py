"""The one call of this stage: observed articles in, resolved rows out."""

from __future__ import annotations

from collections.abc import Iterable

from etl.records import ObservedArticle
from etl.resolve.meetings import resolve_meetings
from etl.resolve.people import resolve_people
from etl.resolve.records import Resolution
from etl.resolve.relations import group_agreements, group_memberships, group_relationships, relations_of
from etl.resolve.statement_groups import resolve_statements
from etl.resolve.verdicts import NO_DECISIONS, Decisions


def resolve(articles: Iterable[ObservedArticle], decisions: Decisions = NO_DECISIONS) -> Resolution:
    """Return what the articles, put together, say of the world. Pure, and the same for any order of the same articles.

    What people decided outweighs every comparison.

    The same article given twice counts once; two different articles under one `article_id` are a caller's error (`ValueError`).
    """
    unique: dict[int, ObservedArticle] = {}
    for article in articles:
        if unique.setdefault(article.article_id, article) != article:
            raise ValueError(f"two different observations of article {article.article_id}: give one extractor version of each article")
    ordered = [unique[key] for key in sorted(unique)]
    people = resolve_people(ordered, decisions.people, decisions.names)
    meetings, meeting_links, meeting_of = resolve_meetings(ordered, people, decisions.meetings)
    relations = [seen for article in ordered for seen in relations_of(article)]
    statements, statement_links = resolve_statements(ordered, people, meeting_of, decisions.statements)
    return Resolution(
        people=people.people,
        identities=people.identities,
        meetings=meetings,
        meeting_links=meeting_links,
        statements=statements,
        statement_links=statement_links,
        relationships=group_relationships(relations),
        memberships=group_memberships(relations),
        agreements=group_agreements(relations, meeting_of),
    )

"""Resolving: from what single articles say to what the world looks like when all of them are put together.

`resolve` is pure (no database, clock or network) and order-independent. One room per question: `people` (who is who),
`meetings` (which reports are one meeting), `statements` (which claims are one statement), `relations` (levels, memberships,
agreements). `blocks` says which observations are ever compared, `scoring` what a comparison hands back, `clusters` how
scored pairs become groups.
"""

from etl.resolve.records import (
    Agreement,
    MeetingLink,
    Membership,
    PersonIdentity,
    Relationship,
    Resolution,
    ResolvedMeeting,
    ResolvedPerson,
    ResolvedStatement,
    StatementLink,
)
from etl.resolve.resolver import resolve
from etl.resolve.scoring import Score
from etl.resolve.verdicts import Decisions

__all__ = [
    "Agreement",
    "Decisions",
    "MeetingLink",
    "Membership",
    "PersonIdentity",
    "Relationship",
    "Resolution",
    "ResolvedMeeting",
    "ResolvedPerson",
    "ResolvedStatement",
    "Score",
    "StatementLink",
    "resolve",
]

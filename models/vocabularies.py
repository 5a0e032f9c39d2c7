"""The words that a column may hold. Each tuple becomes a CHECK; the wording is that of the design and of the extractors' records."""

from __future__ import annotations

# Reference
ACTOR_KINDS = ("state", "organization")
ORGANIZATION_KINDS = ("international", "regional", "state_organ", "party", "company", "media", "armed_group", "other")
ACTOR_NAME_KINDS = ("name", "short", "demonym", "metonym", "acronym", "former")
PLACE_KINDS = ("capital", "city", "region", "venue")
GENDERS = ("f", "m")
PERSON_NAME_KINDS = ("variant", "transliteration", "native_order", "former")
OFFICE_KINDS = ("head_of_state", "head_of_government", "foreign_minister", "other")
OFFICE_KNOWN_BY = ("seeds", "articles", "judgement")
INITIATIVE_KINDS = (
    "global_initiative", "infrastructure", "national_strategy", "mechanism", "principle",
    "consensus", "partnership", "forum_event", "other",
)  # fmt: skip
INITIATIVE_NAME_KINDS = ("name", "short", "acronym", "former", "variant")

# Sources
DATED_BY = ("metadata", "header", "dateline", "inferred_year", "weekday", "unknown")

# Observations
DATE_PRECISIONS = ("day", "range", "month", "year", "unknown")
DATE_BASES = ("explicit", "relative", "weekday", "anaphoric", "publication", "dateline", "visit", "unknown")
PERSON_KNOWN_BY = ("name", "office", "text")
MENTION_KINDS = ("person", "state", "organization", "place", "initiative")
MEETING_KINDS = ("bilateral", "trilateral", "multilateral", "visit", "call", "summit", "other")
MEETING_STATUSES = ("held", "planned", "cancelled")
ROLES = ("principal", "host", "guest", "chair", "inviter", "accompanying", "attendee", "speaker")
ACTS = (
    "assert", "assess", "praise", "support", "oppose", "pledge", "urge", "propose",
    "thank", "congratulate", "announce", "agree", "convey",
)  # fmt: skip
POLARITIES = ("positive", "negative")
MODALITIES = ("actual", "future", "conditional", "obligation", "possibility")
CLAIM_PERSON_RELATIONS = ("speaker", "addressee", "mentioned")
CLAIM_ACTOR_RELATIONS = ("on_behalf_of", "target", "mentioned")
RELATION_KINDS = ("relationship", "membership", "agreement")

# Resolving
UNRESOLVED_KINDS = (
    "article",
    "bearer",
    "name",
    "sighting",
    "person",
    "reports",
    "meeting",
    "claims",
    "statement",
    "relations",
    "relationship",
    "membership",
    "agreement",
    "removed",
)
BLOCK_STAGES = ("person", "report", "claim", "relation")

# People's decisions
JUDGEMENT_SUBJECTS = ("meeting_report", "claim", "mention", "person_reference", "person", "initiative", "organization")
JUDGEMENT_DECISIONS = ("same", "different", "reject", "accept", "set")
JUDGEMENT_FIELDS = ("speaker", "act", "date", "place", "kind", "status", "name")
JUDGEMENT_FOUND = ("exact", "moved", "similar", "name")

# Operations
RUN_STATUSES = ("running", "succeeded", "failed", "finished_with_quarantine")
ITEM_STATUSES = ("loaded", "unchanged", "duplicate", "quarantined", "dropped")
STAGES = ("fetch", "read", "split", "extract", "resolve", "load")
RUN_STAGES = ("fetch", "read", "extract", "load", "resolve", "refresh", "report")
QUARANTINE_STATES = ("waiting", "dropped")

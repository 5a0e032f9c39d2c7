"""Words of relations between actors: levels, memberships, documents signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from etl.lexicon.tables import cell_list, read_table
from etl.lexicon.words import fill_lists


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Each field is a list of words.csv."""

    level_openings: frozenset[str]
    """Words with which a level of relations begins: comprehensive, all(-weather)."""
    country_nouns: frozenset[str]
    """Nouns after "member" that make it an attribute: "member states"."""
    standing_nouns: frozenset[str]
    """What a member has in an organization: participation, seat."""
    pausing_words: frozenset[str]
    """Words by which that is put off: suspended, (in) abeyance."""
    signing_verbs: frozenset[str]
    issuing_verbs: frozenset[str]
    witnessing_words: frozenset[str]
    """Words before "the signing of" something by which those told of had part in it: witnessed, attended, after."""
    decision_words: frozenset[str]
    """Verbs whose infinitive tells what is settled: "agreed to elevate"."""
    fact_signs: frozenset[str]
    """Words before a noun of change that make it a fact: "since the establishment", "the anniversary of the establishment"."""
    status_verbs: frozenset[str]
    """Verbs of giving and gaining a status: granted, became."""
    government_nouns: frozenset[str]
    level_leads: frozenset[str]
    """Words between "to" and a level: "to (the level of a)"."""
    partner_nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class AgreementDocument:
    """A kind of document by the words that name it. `verbs`: signed, issued."""

    words: tuple[str, ...]
    kind: str
    verbs: frozenset[str]


@cache
def load_relation_words() -> RelationWords:
    """Read words.csv."""
    return fill_lists(RelationWords)


@cache
def load_relation_changes() -> Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """First word to the phrases of change that begin with it, longest first: words, form (base, past, continuous, noun), change."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in read_table("lexicons", "relation_changes"):
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append((words, row["form"], row["change"]))
    return {word: tuple(sorted(rows, key=lambda r: -len(r[0]))) for word, rows in found.items()}


@cache
def load_membership_changes() -> tuple[tuple[tuple[str, ...], bool, str], ...]:
    """Phrases of joining and leaving, longest first: words, whether the member is the subject (else the organization), the status."""
    found = [
        (tuple(row["phrase"].split()), row["subject"] == "member", row["status"]) for row in read_table("lexicons", "membership_changes")
    ]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


@cache
def load_membership_statuses() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Phrases of membership and the status they give, longest first."""
    found = [(tuple(row["phrase"].split()), row["status"]) for row in read_table("lexicons", "membership_statuses")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def load_agreement_documents() -> tuple[AgreementDocument, ...]:
    """Documents of agreement_documents.csv, those of most words first."""
    found = (
        AgreementDocument(tuple(row["phrase"].split()), row["kind"], frozenset(cell_list(row["verbs"])))
        for row in read_table("lexicons", "agreement_documents")
    )
    return tuple(sorted(found, key=lambda document: -len(document.words)))

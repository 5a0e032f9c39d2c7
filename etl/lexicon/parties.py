"""Nouns by which persons, states and sides are described without their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.lexicon.words import fill_lists


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Each field is a list of words.csv."""

    leader_nouns: frozenset[str]
    """Plural nouns of persons of office: "the two leaders", "both ministers"."""
    party_nouns: frozenset[str]
    """Plural nouns of states and delegations: "the two sides"."""
    actor_nouns: frozenset[str]
    """Nouns that make a state's name an actor: "the Kenyan side"."""
    side_nouns: frozenset[str]
    """Those of them for which one person speaks in talks: side, delegation."""
    party_premodifiers: frozenset[str]
    """Adjectives that may stand before those nouns."""
    field_organs: frozenset[str]
    """Organs whose names go on with their field: "Ministry of Foreign Affairs and Trade"."""
    office_nouns: frozenset[str]
    """Unnamed holders are followed only of nouns that name one office, not of members, officials and experts."""
    shared_nouns: frozenset[str]
    """Nouns for any of a state's persons of office: "the Kazakh legislator" may be its deputy speaker."""
    envoy_titles: frozenset[str]
    """Nouns that stand for one another when a diplomat is spoken of again: ambassador, envoy."""
    legislator_titles: frozenset[str]
    """The same of members of parliaments: senator, lawmaker."""
    counterpart_nouns: frozenset[str]
    """Titles that say whose, not what."""
    guest_nouns: frozenset[str]
    """Nouns of who has come: guest, visitor."""
    host_nouns: frozenset[str]
    colleague_nouns: frozenset[str]
    """Nouns of whom one works or talks with: colleague, opposite number."""
    unnamed_voices: frozenset[str]
    """Nouns of persons whom articles quote without naming them: official, source."""
    state_voices: frozenset[str]
    """Nouns of bodies and officials that a state has: who says only "officials" means the country's."""
    state_body_nouns: frozenset[str]
    """Nouns of bodies that act for the state whose name stands before them: agency, bureau."""
    state_organs: frozenset[str]
    """Organs of two words of which the same is true: central bank, supreme court."""
    outside_words: frozenset[str]
    """Words before them by which they are not the home state's: western, opposition, company."""
    renamed_states: frozenset[str]
    """Nouns by which a state is spoken of again: "the nation"."""
    renamed_organizations: frozenset[str]
    """Nouns by which an organization is spoken of again: "the group", "the watchdog"."""
    armed_words: frozenset[str]
    """Words with which such a noun means who fights: "the rebel group"."""
    answering_phrases: frozenset[str]
    """Phrases with which the other side's words begin: "in response", "for his part"."""
    own_side_nouns: frozenset[str]
    """Nouns of whom a speaker stands for: "his country", "her delegation"."""
    dignity_nouns: frozenset[str]
    """Nouns by which dignitaries are spoken of again: "His Highness", "Her Majesty"."""
    other_party_nouns: frozenset[str]
    """Nouns of whom the speaker addresses: counterpart, host, interlocutor."""


def load_party_words() -> PartyWords:
    """Read words.csv."""
    if not _WORDS:
        _WORDS.append(fill_lists(PartyWords))
    return _WORDS[0]


_WORDS: Final[list[PartyWords]] = []
"""Read once (`words.load_words` tells why not by a cache)."""

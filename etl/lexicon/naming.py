"""Words around names and titles, by which names of persons are told from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.lexicon.words import fill_lists


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Each field is a list of words.csv."""

    name_endings: frozenset[str]
    """Generational endings of names: Jr., III."""
    name_qualifiers: frozenset[str]
    """What a hyphen puts after a name without making it longer: led, era."""
    postnominals: frozenset[str]
    """Seats, orders and degrees that stand after a name without a comma: MP, T.D., Ph.D."""
    speech_verbs: frozenset[str]
    """Verbs right after an unknown name that make it a person."""
    commitment_words: frozenset[str]
    """Verbs and adjectives after "will" and "is" by which an official binds the own state: lend, support, grateful."""
    commitment_nouns: frozenset[str]
    """What an official conveys of the own state: solidarity, readiness."""
    conveying_verbs: frozenset[str]
    credit_verbs: frozenset[str]
    """What a credit line says was done: "(Reporting by X; editing by Y)"."""
    world_agency_names: frozenset[str]
    """Agencies that report from everywhere of the officials there; national ones write of their own wherever they are."""
    publisher_organs: frozenset[str]
    """Words in a publisher's name by which it is a state's organ."""
    government_domains: frozenset[str]
    """Parts of the addresses of governments' sites: gov, gouv, mil."""
    masculine_honorifics: frozenset[str]
    feminine_honorifics: frozenset[str]
    masculine_nouns: frozenset[str]
    """Titles and words of kinship that tell the gender: king, husband."""
    feminine_nouns: frozenset[str]
    masculine_particles: frozenset[str]
    """Small words inside names that tell the gender: bin, oglu."""
    feminine_particles: frozenset[str]
    lay_callings: frozenset[str]
    """Callings and roles in which a paper names nobody who held high office, without saying so: farmer, striker, neighbour, suspect."""
    private_body_nouns: frozenset[str]
    """Nouns of bodies that no state acts by: union, chamber, league."""
    title_premodifiers: frozenset[str]
    """Words before a title that belong to it: former, acting, deputy."""
    past_premodifiers: frozenset[str]
    """Those of them that say that the office is held no more."""
    title_tail_nouns: frozenset[str]
    """Lower-case nouns inside "governor of the X region", between the title and the name."""
    title_tail_places: frozenset[str]
    """Those of them that name a place of office."""
    title_stops: frozenset[str]
    """Verbs that end the search for a title to the left of a name."""
    apposition_stops: frozenset[str]
    """Verbs that end a title in apposition after a name."""
    thing_nouns: frozenset[str]
    """Nouns after a name by which it is a place's, a body's or a thing's: "X province", "X shares"."""
    named_things: frozenset[str]
    """Nouns before a name by which it is a thing's: "the vessel X"."""
    company_names: frozenset[str]
    """Companies, brands and papers whose names look like persons': Morgan Stanley, Amazon."""
    body_nouns: frozenset[str]
    """Nouns after a single word by which it is a body and no surname: "X officials", "X shares"."""
    speaking_heads: frozenset[str]
    """Capitalised nouns of bodies that have a voice: Association, Secretariat."""
    voice_verbs: frozenset[str]
    """Verbs besides those of saying that have a body that speaks for their subject: condemned, considers."""
    place_openings: frozenset[str]
    """First words of places in languages whose particles names of persons have too: Río de la …, Masjid al-…."""
    place_directions: frozenset[str]
    """Capitalised words before a place's name: South Yorkshire."""
    surname_heads: frozenset[str]
    """Nouns of places and bodies that are common surnames too: Hill, Park."""
    surname_words: frozenset[str]
    """Small words that are surnames after a title: "secretary-general He Baotian"."""
    korean_surnames: frozenset[str]
    """Surnames that stand before given names of two syllables: Kim Jin Seok."""
    surname_titles: frozenset[str]
    """Titles that are surnames after a given name: Julie Bishop."""
    given_titles: frozenset[str]
    """Titles that are given names before a surname: Dean Acheson."""
    capital_titles: frozenset[str]
    """Titles that are ordinary words unless they are capitalised."""
    party_labels: frozenset[str]
    """Members of parties as they stand before names: "Democrat X"."""
    delegation_nouns: frozenset[str]
    """Groups of officials that somebody leads: "a delegation headed by X Y"."""
    private_titles: frozenset[str]
    """Titles whose bearer acts for no state."""
    firm_titles: frozenset[str]
    """Titles of those who run a company, beside which "chairman" is no office of a state: managing director."""
    company_nouns: frozenset[str]
    """Last words of the names of companies: Motors, Airlines."""
    media_nouns: frozenset[str]
    """Last words of the names of media, by which transcripts label who asks: "Lima Daily"."""
    byline_words: frozenset[str]
    """What may stand beside names in a line that says who wrote the article."""


def load_naming_words() -> NamingWords:
    """Read words.csv."""
    if not _WORDS:
        _WORDS.append(fill_lists(NamingWords))
    return _WORDS[0]


_WORDS: Final[list[NamingWords]] = []
"""Read once (`words.load_words` tells why not by a cache)."""

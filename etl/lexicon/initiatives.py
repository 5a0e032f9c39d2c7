"""Known initiatives and their names, and the words by which unknown ones are told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from etl.errors import RunError
from etl.lexicon.actors import spelling_variants
from etl.lexicon.tables import cell_list, read_table
from etl.lexicon.words import fill_lists, phrases, word_lists
from etl.records import InitiativeKind


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named programme, principle, mechanism, project or event of diplomacy."""

    name: str
    kind: InitiativeKind
    proposers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InitiativeWords:
    """Each field is a list of words.csv."""

    level_words: frozenset[str]
    """Words before the noun of a level of relations: comprehensive, strategic, cooperative."""
    level_marks: frozenset[str]
    """Those of them without which there is none: strategic, privileged."""
    relations_nouns: frozenset[str]
    """Nouns after "A-B" that name no initiative: relations, ties."""
    plan_words: frozenset[str]
    plan_heads: frozenset[str]
    """The two words of "cooperation plan", "action programme"."""
    plan_terms: frozenset[str]
    """What may stand before them: medium- and long-term, joint."""
    plan_measures: frozenset[str]
    """What a plan has several of, after a number: four-point, three-stage."""
    plan_stops: frozenset[str]
    """Words that end the field of a plan."""
    mechanism_words: frozenset[str]
    """Modifiers of cooperation: two of them before "mechanism" name one."""
    event_nouns: frozenset[str]
    """Nouns of gatherings that an ordinal numbers: "29th session"."""
    event_acronyms: frozenset[str]
    """Acronyms of gatherings that a number follows: COP29."""
    ordinals: frozenset[str]
    tens: frozenset[str]
    """First parts of ordinals: "twenty-first"."""
    initiative_fields: frozenset[str]
    """Words in lower case between a name and its class noun: "Salima (natural gas) pipeline"."""
    initiative_generics: frozenset[str]
    """Words that make no name of a class noun however they are written: "Joint Action Plan"."""
    initiative_body_nouns: frozenset[str]
    """Bodies whose names go on with a preposition: "Department for Trade and Partnership"."""
    initiative_streets: frozenset[str]
    """Nouns of streets, after which bridges and forums are called."""
    initiative_parts: frozenset[str]
    """What is one of an initiative's or done with it, not it: "Round of …", "Signing of …"."""
    joint_body_words: frozenset[str]
    """Words by which a commission is one of several states: "Mixed Commission"."""
    name_owners: frozenset[str]
    """Groups with a genitive inside names: "Leaders' Summit", "Women's Initiative"."""
    founding_words: frozenset[str]
    """Words before a body or building that is yet to be: establish, construction."""
    private_owners: frozenset[str]
    """What a body that is no initiative is called in apposition: a charity, a company."""
    owned_plan_words: frozenset[str]
    """What a plan that is told by its author alone is for: "the Fijian peace plan"."""
    proposal_verbs: frozenset[str]
    """Participles between a plan and its author: proposed, put (forward)."""
    power_words: frozenset[str]
    """What makes a plant one of electricity: nuclear, hydropower."""
    naming_participles: frozenset[str]
    """Participles before a name: "an initiative called …"."""


@dataclass(frozen=True, slots=True)
class InitiativeHeads:
    """The nouns that initiatives end in, and the kinds they give."""

    names: dict[str, InitiativeKind]
    """Heads of capitalised names: Initiative, Corridor, Forum."""
    lower_case: frozenset[str]
    """Those of them that may follow a name in lower case: "Steppe Water program"."""
    single: frozenset[str]
    """Those of which one word makes a name: "the Zhou doctrine"."""
    places: frozenset[str]
    """Those of which a place makes a name: "the Quito process"."""
    headed: frozenset[str]
    """Those that may open a name: "Pact for Clean Rivers"."""
    dated: frozenset[str]
    """Those that a year may name: "Vision 2040"."""
    events: frozenset[str]
    """Gatherings named by the organization that holds them: "NATO summit"."""
    pairs: dict[str, InitiativeKind]
    """Heads only after two joined actors: "Peru-Chile council"."""
    between: dict[str, InitiativeKind]
    """Heads that two actors after "between" and a field name: "the free trade agreement between A and B"."""
    joints: dict[str, InitiativeKind]
    """Those that a word may say as much of: "Joint Commission"."""
    founded: frozenset[str]
    """Bodies and buildings: an initiative where somebody founds or proposes one."""
    tailed: frozenset[str]
    """Those that are named by what comes after them: "Year of the Reef"."""
    powered: frozenset[str]
    """Works that make electricity: "Tacna nuclear power plant"."""
    circles: frozenset[str]
    """Groups named by whom they are of: "the Friends of Peru"."""
    persons: frozenset[str]
    """Those that are called after a person: "the Monroe Doctrine"."""
    free: frozenset[str]
    """Those that must be free of something: "Free Trade Zone", "Nuclear-Weapon-Free Area"."""
    documents: frozenset[str]
    """Those whose names may be words of kind alone: "Comprehensive Peace Agreement"."""
    owned: dict[str, InitiativeKind]
    """Heads after what a plan is for and whose it is: "Fijian peace plan"."""
    quoted: dict[str, InitiativeKind]
    """Heads beside a name in quotation marks: "the project 'Quiet Rivers'"."""
    name_tails: frozenset[tuple[str, ...]]
    """What may follow a class noun inside a name: "package of measures"."""
    numbered: dict[str, InitiativeKind]
    """Heads after a number: "six-point consensus"."""
    levels: dict[str, InitiativeKind]
    """Heads of levels of relations: partnership, alliance."""
    level_tails: frozenset[tuple[str, ...]]
    """What may follow a level: "for a new era"."""
    communities: frozenset[tuple[str, ...]]
    """The formula of communities: "community with a shared future"."""


def _kind(text: str, where: str) -> InitiativeKind:
    if text not in get_args(InitiativeKind):
        raise RunError(f"{where}: no such kind: {text}")
    return cast(InitiativeKind, text)


@cache
def load_initiative_words() -> InitiativeWords:
    """Read words.csv."""
    return fill_lists(InitiativeWords)


@cache
def load_initiative_heads() -> InitiativeHeads:
    """Read initiative_heads.csv, whose forms are the fields of InitiativeHeads, and three lists of words.csv.

    name and proper (a name only when capitalised) are the heads of names; what the other forms allow or demand is said there.
    """
    tables: dict[str, dict[str, InitiativeKind]] = defaultdict(dict)
    for row in read_table("lexicons", "initiative_heads"):
        tables[row["form"]][row["word"]] = _kind(row["kind"], f"seeds/lexicons/initiative_heads.csv: {row['word']}")
    return InitiativeHeads(
        names=tables["name"] | tables["proper"],
        lower_case=frozenset(tables["name"]),
        single=frozenset(tables["single"]),
        places=frozenset(tables["place"]),
        headed=frozenset(tables["headed"]),
        dated=frozenset(tables["dated"]),
        events=frozenset(tables["event"]),
        pairs=tables["pair"],
        between=tables["between"],
        joints=tables["joint"],
        founded=frozenset(tables["founded"]),
        tailed=frozenset(tables["tailed"]),
        powered=frozenset(tables["powered"]),
        circles=frozenset(tables["circle"]),
        persons=frozenset(tables["person"]),
        free=frozenset(tables["free"]),
        documents=frozenset(tables["document"]),
        owned=tables["owned"],
        quoted=tables["quoted"],
        name_tails=phrases(word_lists()["initiative_name_tail"]),
        numbered=tables["numbered"],
        levels=tables["level"],
        level_tails=phrases(word_lists()["level_tail"]),
        communities=phrases(word_lists()["community_name"]),
    )


@cache
def load_initiatives() -> dict[str, Initiative]:
    """Every known surface form to its initiative."""
    known: dict[str, Initiative] = {}
    by_surface: dict[str, Initiative] = {}
    for row in read_table("reference", "initiatives"):
        kind = _kind(row["kind"], f"seeds/reference/initiatives.csv: {row['name']}")
        known[row["name"]] = Initiative(row["name"], kind, cell_list(row["proposers"]))
        for form in spelling_variants(row["name"]):
            by_surface[form] = known[row["name"]]
    for row in read_table("reference", "initiative_names"):
        for form in spelling_variants(row["name"]):
            by_surface.setdefault(form, known[row["initiative"]])
    return by_surface

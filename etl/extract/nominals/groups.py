"""Coordinated noun phrases: "A and B", "A, B and C", of persons or of actors."""

from __future__ import annotations

from typing import Final

from etl.extract.fronted import ends_at_comma
from etl.extract.grammar import FRONTED_GOVERNORS, PERSONAL, POSSESSIVES
from etl.extract.layers import Layers, Nominal
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

_CONJUNCTIONS: Final = (
    ["and"],
    [",", "and"],
    [";", "and"],
    [",", "as", "well", "as"],
    ["as", "well", "as"],
    ["as", "well", "as", "with"],
    ["and", "with"],
    [",", "and", "with"],
    ["nor"],
)


_JOINTS: Final = frozenset({words[0] for words in _CONJUNCTIONS} | {",", ";", "("})
"""What stands right behind a member of a coordination."""
SEVERAL: Final = "leaders"
"""The head of those who are not named, and of a coordination that they begin: "the two presidents (and Prime Minister X)"."""
_MAX_BRACKET: Final = 10
"""Tokens of a party, seat, age or term in brackets after a name."""
_MAX_HEAD: Final = 8
"""Tokens of a phrase that opens a sentence and is of several."""
_MAX_MEMBERS: Final = 60
"""Members of a coordination; a longer run of names is a list of something else."""


def with_groups(layers: Layers, nominals: list[Nominal]) -> list[Nominal]:
    """Add the coordination of neighbours after its first part. The parts stay too."""
    out: list[Nominal] = []
    nominals = _without_other_hats(layers, nominals)
    index = 0
    while index < len(nominals):
        last = _last_part(layers, nominals, index)
        parts = nominals[index : last + 1]
        out.append(parts[0])
        if len(parts) > 1:
            out.append(_group(_without_bracketed(layers, parts)))
            out.extend(parts[1:])
        index = last + 1
    return out


def _without_bracketed(layers: Layers, parts: list[Nominal]) -> list[Nominal]:
    """The members without what stands in brackets behind one of them: her party, his seat."""
    kept = parts[:1]
    for part in parts[1:]:
        between = layers.tokens.lower[kept[-1].end : part.start]
        if "(" not in between or ")" in between:
            kept.append(part)
    return kept


def _group(parts: list[Nominal]) -> Nominal:
    people = tuple(dict.fromkeys(p for n in parts for p in n.people))
    actors = tuple(dict.fromkeys(a for n in parts for a in n.actors))
    head = SEVERAL if parts[0].kind == "parties" else "and"
    return Nominal(parts[0].start, parts[-1].end, "group" if people else "actor", people, actors, True, head)


def _last_part(layers: Layers, nominals: list[Nominal], first: int) -> int:
    """The last nominal of the coordination that one begins; itself when none does."""
    lower = layers.tokens.lower
    last, members = first, 1
    while last + 1 < len(nominals) and members < _MAX_MEMBERS:
        if lower[nominals[last].end] not in _JOINTS:
            break
        next_one = _past_bracket(layers, nominals, last)
        following = next_one + _is_of_state(layers, nominals, next_one)
        joins = last == first and nominals[last].kind == "parties" and nominals[last].head == SEVERAL
        if joins and nominals[following].kind == "person" and lower[nominals[last].end : nominals[next_one].start] == ["and"]:
            return following  # "the two presidents and Prime Minister X"
        if last == first and _is_with_pronoun(layers, nominals[last], nominals[last + 1], nominals[following]):
            return following  # "she and (Peru's) X"
        if not _family(nominals[last]) == _family(nominals[following]) != "":
            break
        between = lower[nominals[last].end : nominals[next_one].start]
        if between[:1] == ["("] and ")" in between[:_MAX_BRACKET]:
            between = between[between.index(")") + 1 :]  # "X (Party), Y and Z"
        if nominals[next_one].kind == "person":
            between = _without_place(layers, between, nominals[next_one].start)  # "X and his Callao counterpart Y"
        if between and between[-1] in POSSESSIVES:
            between = between[:-1]  # "X and his Slovak counterpart Y"
        if nominals[next_one].kind == "person":
            between = _without_premodifiers(layers, between, nominals[next_one].start)  # "X and senior PTI leader Y"
        if between in _CONJUNCTIONS:
            # "after talks with A, B and C said": B and C are the subject
            broken = members > 1 and _clause_break(layers, nominals[first], nominals[following])
            return first if broken else following
        if between not in ([","], [";"], [",", "with"]):
            break
        last = following
        members += 1
    return first


def _is_with_pronoun(layers: Layers, pronoun: Nominal, after: Nominal, named: Nominal) -> bool:
    """ "She and (Peru's) X" as the subject of a clause."""
    goes_on = layers.tokens.lower[pronoun.end : after.start] == ["and"] and named.kind == "person"
    return pronoun.kind == "pronoun" and pronoun.head in PERSONAL and not pronoun.plural and goes_on


def _without_other_hats(layers: Layers, nominals: list[Nominal]) -> list[Nominal]:
    """The nominals without an office that the person named after "and" holds too: "ECOWAS Chairman and Nigerian President X Y"."""
    lower, kept = layers.tokens.lower, list[Nominal]()
    for nominal in nominals:
        if kept and nominal.start - kept[-1].end == 1 and lower[kept[-1].end] == "and" and _is_other_hat(layers, kept[-1], nominal):
            nominal = nominal._replace(start=kept.pop().start)
        kept.append(nominal)
    return kept


def _is_other_hat(layers: Layers, office: Nominal, named: Nominal) -> bool:
    """Whether an office is an organization's, is said of nobody else, and neither it nor the next one has an article."""
    unnamed = office.kind == "office" and all(layers.people[p].name is None for p in office.people)
    bodies = bool(office.actors) and all(actor.kind == "organization" for actor in office.actors)
    lower = layers.tokens.lower
    bare = lower[office.start] != "the" and lower[max(office.start - 1, 0)] != "the" and lower[named.start] != "the"
    return unnamed and bodies and bare and named.kind == "person" and "of" not in lower[office.start : office.end]


def _is_of_state(layers: Layers, nominals: list[Nominal], index: int) -> bool:
    """Whether a nominal is only the state of the person named after it: "A and Peru's X Y"."""
    state = nominals[index]
    if state.kind != "actor" or index + 1 == len(nominals):
        return False
    named = nominals[index + 1]
    if layers.tokens.lower[state.end : state.end + 1] not in (["'s"], ["'"]):
        return named.kind == "person" and named.start == state.end and _are_holders(nominals, index - 1)
    return named.kind == "person" and named.start == state.end + 1


def _are_holders(nominals: list[Nominal], index: int) -> bool:
    """Whether a person is the first of several who hold one office: "the ministers of A X and B Y"."""
    office = nominals[index - 1] if index > 0 else None
    held = office is not None and office.kind == "role" and office.plural and bool(office.actors) and not office.people
    return held and office is not None and office.end == nominals[index].start and nominals[index].kind == "person"


def _past_bracket(layers: Layers, nominals: list[Nominal], last: int) -> int:
    """The next nominal, past those in the brackets after a person: "X (Labour Party, Lima South) and | Y"."""
    end, following = nominals[last].end, last + 1
    if nominals[last].kind != "person" or layers.tokens.lower[end : end + 1] != ["("]:
        return following
    close = next((i for i in range(end + 1, min(end + _MAX_BRACKET, len(layers.tokens))) if layers.tokens.words[i] == ")"), None)
    return next((i for i in range(following, len(nominals)) if close is not None and nominals[i].start > close), following)


def _without_place(layers: Layers, between: list[str], end: int) -> list[str]:
    """What stands between two persons without the name of a town or body before "counterpart": "and his | Callao"."""
    if layers.tokens.lower[end] != "counterpart" or not between or not layers.tokens.is_capitalized(end - 1):
        return between
    owner = next((i for i in range(len(between) - 1, -1, -1) if between[i] in POSSESSIVES), None)
    return between[: owner + 1] if owner is not None and len(between) - owner - 1 <= _MAX_PLACE else between


_MAX_PLACE: Final = 2
"""Tokens of a name between "his" and "counterpart"."""


def _without_premodifiers(layers: Layers, between: list[str], end: int) -> list[str]:
    """What stands between two persons without what qualifies the second one's title: adjectives of office and the acronym of a body."""
    premodifiers, start = load_naming_words().title_premodifiers, end
    if not any(title.start == end for title in layers.titles):
        return between
    while start > end - len(between) and (layers.tokens.lower[start - 1] in premodifiers or _is_acronym(layers.tokens.words[start - 1])):
        start -= 1
    return between[: len(between) - (end - start)]


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _clause_break(layers: Layers, first: Nominal, last: Nominal) -> bool:
    """Whether the comma after the first member ends a fronted phrase: a preposition governs it, and a verb follows the last one."""
    lower = layers.tokens.lower
    if first.start == 0 or lower[first.start - 1] not in FRONTED_GOVERNORS or last.end >= len(lower):
        return False
    if ends_at_comma(layers, first.start, last.end):
        return True
    opening = lower[layers.sentence_at(first.start).start : first.start]
    if opening[0] == "the" and opening[-1] == "of" and len(opening) <= _MAX_HEAD and set(opening) & FRONTED_GOVERNORS == {"of"}:
        return False  # "the leaders of the governments of A, B and C thanked …"
    repeated = bool(set(first.people) & set(last.people))
    return repeated or lower[last.end] in load_words().quote_verbs or lower[last.end].endswith("ed")


def _family(nominal: Nominal) -> str:
    if nominal.kind in ("person", "office", "group") and nominal.people:
        return "people"
    return "actor" if nominal.kind == "actor" else ""

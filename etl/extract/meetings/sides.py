"""Which persons and actors a noun phrase stands for: names, offices, "the two leaders", pronouns by their antecedents."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import PERSONAL
from etl.extract.layers import ACTOR_NAMES, Layers, Nominal, PersonMention
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, GUEST_IN_VIEW, PEOPLE_IN_VIEW, Side
from etl.extract.meetings.objects import named_after
from etl.extract.meetings.speakers import is_speaker, speaker_of
from etl.extract.meetings.voices import is_quoted
from etl.extract.nominals.groups import SEVERAL
from etl.extract.people.publishing import publisher_state
from etl.lexicon.parties import load_party_words
from etl.lexicon.people import Tenure, load_people
from etl.lexicon.titles import load_titles
from etl.records import ActorRef

_MAX_SILENCE: Final = 6
"""Sentences over which "he" still goes on with an earlier subject."""
HIGHEST_OFFICES: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
"""Offices that a state has once."""
_NAME_GAP: Final = frozenset({",", "and", "'s", "'", "the"})
_MAX_NAME_GAP: Final = 3


def members(layers: Layers, nominal: Nominal) -> list[Side]:
    """The persons of a nominal, or its actors when it names nobody; "the two leaders" stand for those in view."""
    if (named := _named_in_apposition(layers, nominal)) is not None:
        return named
    if nominal.kind == "parties":
        if _is_of_others(layers, nominal):
            return []
        of_sides = layers.tokens.lower[nominal.end - 1] in load_party_words().leader_nouns  # "the two countries' ministers"
        return [PEOPLE_IN_VIEW if nominal.head == "leaders" or of_sides else ACTORS_IN_VIEW]
    if nominal.kind == "group" and nominal.head == SEVERAL:
        return [PEOPLE_IN_VIEW, *(Side(p, layers.people[p].actor) for p in nominal.people)]
    if nominal.people and (named := _with_last_named(layers, nominal)) is not None:
        return named
    if nominal.people:
        return _in_order([Side(p, layers.people[p].actor) for p in nominal.people], layers)
    if nominal.kind == "role" and not nominal.plural and len(nominal.actors) == 1 and layers.tokens.lower[nominal.start] == "the":
        return _of_actor(layers, nominal) or _of_office(nominal)
    if nominal.kind == "role" and not nominal.plural and not nominal.actors and nominal.head in load_party_words().counterpart_nouns:
        return _counterpart(layers, nominal)
    if nominal.kind == "role" and not nominal.plural and (office := _of_office(nominal)):
        return office
    if nominal.kind == "role" and is_delegation(nominal):
        return [Side(None, actor) for actor in nominal.actors or _delegating(layers, nominal)]
    if nominal.kind in ("role", "office") and not nominal.plural and _is_guest(layers, nominal):
        return [GUEST_IN_VIEW]
    if nominal.kind == "office" and nominal.head and not nominal.plural:
        return _of_title(layers, nominal) or _of_home(layers, nominal)
    return [Side(None, a) for a in nominal.actors] if nominal.kind == "actor" else []


def offices_of(layers: Layers, index: int) -> set[str]:
    """The offices that the text gives somebody, or whose counterpart it is, and those held at its date as the lexicon knows."""
    index = _in_like_office(layers, index)
    return layers.people[index].offices | {tenure.office for tenure in _held(layers, index)}


def titles_of(layers: Layers, index: int) -> list[str]:
    """The titles that the text gives somebody, or whose counterpart it is, and those of the offices held at its date."""
    index = _in_like_office(layers, index)
    return [*layers.people[index].titles, *(tenure.title for tenure in _held(layers, index))]


def _in_like_office(layers: Layers, index: int) -> int:
    """Whose counterpart or colleague the text calls somebody of whom it says no office ("his colleague X"); else the person itself."""
    mention = None if layers.people[index].titles or _held(layers, index) else counterpart_mention(layers, index)
    if mention is None:
        return index
    before = layers.person_mentions.within(layers.sentence_at(mention.start).start, mention.start)
    return next((other.person for other in reversed(before) if other.person != index), index)


def counterpart_mention(layers: Layers, index: int) -> PersonMention | None:
    """Where the text first calls somebody a counterpart or colleague by name: "his counterpart X"."""
    lower, nouns = layers.tokens.lower, load_party_words().counterpart_nouns
    mentions = (mention for mention in layers.person_mentions if mention.person == index)
    return next((m for m in mentions if not nouns.isdisjoint(lower[max(0, m.start - 2) : m.name_start])), None)


def _held(layers: Layers, index: int) -> list[Tenure]:
    person, day = layers.people[index], layers.reference_date
    return load_people().held(person.name, day) if person.name and person.known_by == "name" and day is not None else []


def _counterpart(layers: Layers, nominal: Nominal) -> list[Side]:
    """ "X received his counterpart": the one whom the text has named before who holds such an office in another state."""
    sentence = layers.sentence_at(nominal.start)
    own = next(iter(reversed(layers.person_mentions.within(sentence.start, nominal.start))), None)
    actor = layers.people[own.person].actor if own is not None else None
    if own is None or actor is None:
        return []
    office = offices_of(layers, own.person) & HIGHEST_OFFICES
    before = dict.fromkeys(m.person for m in layers.person_mentions.within(0, sentence.start))
    equals = [p for p in before if layers.people[p].actor not in (None, actor) and office & offices_of(layers, p)]
    return [Side(equals[0], layers.people[equals[0]].actor)] if len(equals) == 1 else []


def _is_of_others(layers: Layers, nominal: Nominal) -> bool:
    """ "The prime ministers of the Baltic states", "the A foreign ministers": those of a body or of states, whoever they are."""
    lower, end = layers.tokens.lower, nominal.end
    if len(nominal.actors) == 1 and nominal.actors[0].kind == "organization":
        return True
    of = next((i for i in range(nominal.start, end + 1) if lower[i : i + 1] == ["of"]), None)
    return of is not None and _BOTH.isdisjoint(lower[of + 1 : of + 3])


_BOTH: Final = frozenset("two both three four these those our their its government state".split())
"""Words after "the leaders of" by which they are the ones who were just named."""


def is_delegation(nominal: Nominal) -> bool:
    """Whether a phrase names those whom a state or body sends, and not the state or body: "the Peruvian delegation"."""
    return nominal.kind in ("actor", "role") and nominal.head.startswith("delegation")


def _delegating(layers: Layers, nominal: Nominal) -> list[ActorRef]:
    """Whose "a delegation from the Peruvian Senate", "a delegation of Peruvian lawmakers", "a Peruvian government delegation" is."""
    sender = next((n for n in layers.nominals.within(nominal.start, nominal.end) if n.kind == "actor" and n.end < nominal.end), None)
    if sender is not None:
        return list(sender.actors)
    named = [e.actor for e in layers.entities.within(nominal.start, nominal.end) if e.kind in ACTOR_NAMES]
    if len(set(named)) == 1:
        return named[:1]  # "a high-level Estonian business delegation"
    if layers.tokens.lower[nominal.end : nominal.end + 1] not in (["of"], ["from"], ["representing"]):
        return []
    start = nominal.end + 1 + (layers.tokens.lower[nominal.end + 1 : nominal.end + 2] == ["the"])
    owner = layers.entity_at(start)
    return [owner.actor] if owner is not None and owner.kind in ACTOR_NAMES else []


def _named_in_apposition(layers: Layers, nominal: Nominal) -> list[Side] | None:
    """ "The two envoys, X of A and Y of B,": the names that follow several unnamed; None where none do."""
    unnamed = nominal.kind == "parties" or (
        nominal.plural and len(nominal.people) > 1 and not any(layers.people[p].name for p in nominal.people)
    )
    if not unnamed or layers.tokens.lower[nominal.end : nominal.end + 1] not in ([","], ["("]):
        return None
    names: list[int] = []
    end = nominal.end + 1
    for following in layers.nominals.within(end, layers.sentence_at(nominal.start).end):
        if following.start - end > _MAX_NAME_GAP or not _NAME_GAP.issuperset(layers.tokens.lower[end : following.start]):
            break
        if following.kind in ("person", "group"):
            names += following.people
        elif following.kind != "actor":
            break
        end = following.end
    if len(names) < 2 or not all(layers.people[p].name for p in names) or (nominal.people and len(nominal.people) != len(names)):
        return None
    states = [layers.people[p].actor for p in nominal.people] or [None] * len(names)
    return [Side(p, layers.people[p].actor or state) for p, state in zip(names, states, strict=True)]


def _with_last_named(layers: Layers, nominal: Nominal) -> list[Side] | None:
    """ "A's minister of ports, X": the name behind the comma is that of the office whose title is too long for one phrase."""
    last = layers.people[nominal.people[-1]]
    if last.name is not None or last.actor is None or nominal.kind not in ("office", "group"):
        return None
    office = nominal._replace(kind="office", people=(), plural=False)
    found = named_after(layers, office, layers.sentence_at(nominal.start))
    if found is None or len(found.people) != 1:
        return None
    return [*(Side(p, layers.people[p].actor) for p in nominal.people[:-1]), Side(found.people[0], last.actor)]


def _in_order(sides: list[Side], layers: Layers) -> list[Side]:
    """ "The presidents of A and B, X and Y (respectively)": offices and then as many names are the names, each with its state."""
    if len(opened := [s for s in sides if _is_unnamed(layers, s)]) == len(unplaced := [s for s in sides if s.actor is None]) == 1:
        bearer = unplaced[0]._replace(actor=opened[0].actor)  # "the ministers of A and B, X and Y": X is known, so Y is B's
        return [bearer if side == unplaced[0] else side for side in sides if side != opened[0]]
    half = len(sides) // 2
    offices, names = sides[:half], sides[half:]
    unnamed = all(side.person is not None and layers.people[side.person].name is None and side.actor is not None for side in offices)
    named = all(
        side.person is not None and layers.people[side.person].name and side.actor in (None, o.actor)
        for side, o in zip(names, offices, strict=False)
    )
    if half < 2 or len(names) != half or not (unnamed and named):
        return sides
    return [name._replace(actor=office.actor) for office, name in zip(offices, names, strict=True)]


def _is_unnamed(layers: Layers, side: Side) -> bool:
    return side.person is not None and side.actor is not None and layers.people[side.person].name is None


def _of_title(layers: Layers, nominal: Nominal) -> list[Side]:
    """ "The Chancellor": the one person named before whose title ends in that word."""
    head = nominal.head.split()[-1]
    named = {m.person for m in layers.person_mentions.within(0, nominal.start)}
    bearers = [p for p in sorted(named) if any(title.lower().split()[-1] == head for title in layers.people[p].titles)]
    return [Side(bearers[0], layers.people[bearers[0]].actor)] if len(bearers) == 1 else []


def _of_home(layers: Layers, nominal: Nominal) -> list[Side]:
    """ "The Prime Minister" in the words of a state's own organ, which names nobody: of that state."""
    home = publisher_state(layers)
    title = load_titles().get(nominal.head)
    tokens, end = layers.tokens, nominal.end
    highest = title is not None and title.office in HIGHEST_OFFICES and tokens.is_capitalized(end - 1)
    alone = tokens.lower[nominal.start] == "the" and end < len(tokens) and not tokens.is_capitalized(end)
    return [Side(None, home)] if home is not None and highest and alone and not nominal.actors else []


def _of_actor(layers: Layers, nominal: Nominal) -> list[Side]:
    """ "The Chinese vice-minister": the one person in office of that actor whom the text has named before."""
    actor = nominal.actors[0]
    named = {m.person for m in layers.person_mentions.within(0, nominal.start)}
    bearers = [p for p in sorted(named) if layers.people[p].actor == actor and layers.people[p].titles]
    return [Side(bearers[0], actor)] if len(bearers) == 1 else []


def _of_office(nominal: Nominal) -> list[Side]:
    """ "Peru's crown prince", who is not named."""
    return [Side(None, nominal.actors[0])] if len(nominal.actors) == 1 and nominal.head in load_titles() else []


def _is_guest(layers: Layers, nominal: Nominal) -> bool:
    """ "The visiting official", "the guest", "his visitor"."""
    words = layers.tokens.lower[nominal.start : nominal.end]
    return words[:1] in (["the"], ["his"], ["her"]) and ("visiting" in words or words[-1] in ("guest", "visitor"))


def with_subject(layers: Layers, subject: Nominal | None) -> list[Side]:
    """The sides of a subject; a pronoun goes back to its antecedent."""
    if subject is None:
        return []
    if is_delegation(subject) and (leader := _with_delegation(layers, subject)) is not None:
        return members(layers, leader)
    if subject.kind == "group" and (pronoun := layers.tokens.lower[subject.start]) in PERSONAL:
        person = _antecedent(layers, subject.start, pronoun)  # "she and Peru's X"
        own = [Side(person, layers.people[person].actor)] if person is not None and person not in subject.people else []
        return [*own, *members(layers, subject)]
    if subject.kind != "pronoun":
        return members(layers, subject)
    if is_speaker(subject):
        beside = layers.nominals.ending(subject.start - 1) if layers.tokens.lower[subject.start - 1] == "and" else None
        others = members(layers, beside) if beside is not None and beside.people else []  # "Minister X and I met"
        return [*others, *speaker_of(layers, subject.start)]
    if subject.head == "they":
        return _two_before(layers, subject.start) or [PEOPLE_IN_VIEW]
    person = _antecedent(layers, subject.start, subject.head)
    return [Side(person, layers.people[person].actor)] if person is not None else []


def _two_before(layers: Layers, position: int) -> list[Side]:
    """The two whom a sentence has named when it says "when they met": officials of two actors, and nobody else."""
    named = [n for n in layers.nominals.within(layers.sentence_at(position).start, position) if n.kind in ("person", "office", "group")]
    people = dict.fromkeys(person for nominal in named for person in nominal.people)
    sides = [Side(person, layers.people[person].actor) for person in people]
    alone = layers.tokens.lower[position - 1] in _WHEN and len(sides) == _COUPLE and all(n.kind != "group" for n in named)
    return sides if alone and sides[0].actor != sides[1].actor else []


_WHEN: Final = frozenset({"when", "after", "before", "as", "since", "where"})
_COUPLE: Final = 2


def _with_delegation(layers: Layers, delegation: Nominal) -> Nominal | None:
    """ "President X and the Peruvian delegation": X."""
    lower, start = layers.tokens.lower, delegation.start
    start -= lower[start - 1] in ("the", "his", "her", "a")
    leader = layers.nominals.ending(start - 1) if lower[start - 1] == "and" else None
    return leader if leader is not None and leader.people and not leader.plural else None


def _antecedent(layers: Layers, position: int, pronoun: str) -> int | None:
    """The person a pronoun in subject position goes on with: the first one named in its own sentence before it, or in the latest before.

    A sentence that opens with the same pronoun only goes on itself: "She met X. She also met Y.".
    """
    gender = {"he": "m", "she": "f"}.get(pronoun)
    number, met = layers.sentence_of[position], None
    for sentence in reversed(layers.sentences[max(0, number - _MAX_SILENCE) : number + 1]):
        end = min(sentence.end, position)
        subjects = (n for n in layers.nominals.within(sentence.start, end) if n.kind in ("person", "office") and len(n.people) == 1)
        first = next((n for n in subjects if n.end <= end and layers.people[n.people[0]].gender in (None, gender)), None)
        again = next((n.start for n in layers.nominals.within(sentence.start, end) if n.kind == "pronoun" and n.head == pronoun), end)
        if first is None or first.start >= again or (layers.sentence_of[first.start] != number and is_quoted(layers, first.start)):
            continue  # whom somebody named in a quotation is not who goes on acting outside of it
        if layers.sentence_of[first.start] == number or layers.tokens.lower[first.start - 2 : first.start] not in _TO_MEET:
            return first.people[0]
        met = met or first.people[0]  # "the tour includes a stop to meet X": not the traveller
    return met


_TO_MEET: Final = (["to", "meet"], ["meet", "with"], ["to", "see"])

"""Who takes part in a candidate: subjects, objects, those named together before, antecedents of pronouns, inviters."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Side
from etl.records import Role

_PASSED = frozenset(
    "with on from separately respectively today here also by his her the , in at via visiting then former their again".split()
)
_PERSONS = frozenset({"person", "group", "pronoun", "office"})
_PRONOUNS = frozenset({"he", "she", "they"})
_LOOK_BACK = 4
_MAX_ANTECEDENT = 6


def members(layers: Layers, nominal: Nominal, role: Role = "principal") -> list[Side]:
    """The sides that a nominal stands for."""
    if nominal.kind == "parties" and nominal.head == "leaders":
        return group_before(layers, nominal.start)
    if nominal.people:
        return [(p, layers.people[p].actor, role) for p in nominal.people]
    return [(None, a, role) for a in nominal.actors] if nominal.kind == "actor" else []


def with_subject(layers: Layers, subject: Nominal | None, position: int) -> list[Side]:
    """The sides of a subject; a pronoun goes back to its antecedent."""
    if subject is None:
        return []
    if subject.kind != "pronoun":
        return members(layers, subject)
    if subject.head == "they":
        return group_before(layers, position)
    person = _antecedent(layers, position, subject.head)
    return [(person, layers.people[person].actor, "principal")] if person is not None else []


def group_before(layers: Layers, position: int) -> list[Side]:
    """Whom "the two ministers" or "the talks" go back to: the persons of different actors that the sentences just before name together."""
    number = layers.sentence_of[position]
    for sentence in reversed(layers.sentences[max(0, number - _LOOK_BACK) : number]):
        people = [m.person for m in layers.person_mentions if sentence.start <= m.start < sentence.end]
        people += [
            p for n in layers.nominals if n.kind in ("office", "group") and sentence.start <= n.start < sentence.end for p in n.people
        ]
        chosen: list[Side] = []
        for person in dict.fromkeys(people):
            actor = layers.people[person].actor
            if actor is not None and all(actor != side[1] for side in chosen):
                chosen.append((person, actor, "principal"))
        if len(chosen) >= 2:
            return chosen
    return []


def _antecedent(layers: Layers, position: int, pronoun: str) -> int | None:
    """The person a pronoun in subject position goes on with: the first one named in its own sentence before it, or in the latest before."""
    gender = {"he": "m", "she": "f"}.get(pronoun)
    number = layers.sentence_of[position]
    for back in range(number, max(-1, number - _MAX_ANTECEDENT - 1), -1):
        sentence = layers.sentences[back]
        for mention in layers.person_mentions:
            if sentence.start <= mention.start < min(sentence.end, position) and layers.people[mention.person].gender in (None, gender):
                return mention.person
    return None


def object_of(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The nominal that a verb or preposition before `index` takes, past adverbs, dates, places and "with".

    "The delegation of X headed by Y" is Y.
    """
    lower = layers.tokens.lower
    dates = {d.span.start: d.span.end for d in layers.dates}
    while index < sentence.end:
        nominal = layers.nominal_starting(index)
        if nominal is not None and nominal.kind in ("person", "group", "office", "actor", "role"):
            led = _led_by(layers, index, sentence)
            if led is not None:
                return led
            if nominal.kind == "role" and nominal.head.startswith("counterpart"):
                named = layers.nominal_starting(nominal.end)
                return named if named is not None and named.kind in ("person", "group") else nominal
            return nominal
        word = lower[index]
        if index in dates:
            index = dates[index]
        elif word in ("in", "at"):
            size = _place_size(layers, index + 1)
            if not size:
                return None
            index += 1 + size
        elif word in ("this", "that") and lower[index + 1 : index + 2] in (["morning"], ["afternoon"], ["evening"], ["week"]):
            index += 2
        elif word in _PASSED or word.endswith("ly"):
            if (led := _led_by(layers, index, sentence)) is not None:
                return led
            index += 1
        else:
            return None
    return None


def _led_by(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """ "(the) delegation of A headed by X": X."""
    lower = layers.tokens.lower
    window = lower[index : min(sentence.end, index + 9)]
    if "delegation" not in window[:6]:
        return None
    for step in range(index, min(sentence.end - 2, index + 9)):
        if lower[step] in ("headed", "led") and lower[step + 1] == "by":
            return layers.nominal_starting(step + 2)
    return None


def _place_size(layers: Layers, index: int) -> int:
    """Tokens of a place's name at `index`; capitalised words that no lexicon knows may be a venue ("at Jubilee House")."""
    for entity in layers.entities:
        if entity.start == index and entity.kind in ("place", "metonym", "state"):
            return entity.end - entity.start
    size = 0
    while size < 4 and index + size < len(layers.tokens) and layers.tokens.is_capitalized(index + size):
        if layers.nominal_starting(index + size) is not None and layers.nominal_starting(index + size).kind in (
            "person",
            "group",
            "office",
        ):  # type: ignore[union-attr]
            return 0
        size += 1
    return size


def other_person(layers: Layers, sentence: Sentence, trigger: int, obj: Nominal | None) -> Nominal | None:
    """Who does the meeting when the verb is a gerund or a noun: the nearest person before it, else the first after its object."""
    best: Nominal | None = None
    after = obj.end if obj is not None else trigger
    for nominal in layers.nominals:
        if nominal.start >= sentence.end:
            break
        if nominal.start < sentence.start or nominal.kind not in _PERSONS or (nominal.kind == "pronoun" and nominal.head not in _PRONOUNS):
            continue
        if nominal.end <= trigger:
            best = nominal
        elif best is not None:
            break
        elif nominal.start >= after and (nominal.people or nominal.kind == "pronoun"):
            if obj is not None and set(nominal.people) & set(obj.people):
                others = tuple(p for p in nominal.people if p not in obj.people)
                if not others:
                    continue
                nominal = replace(nominal, people=others, actors=())
            if layers.tokens.lower[nominal.start - 1] in (",", "and", '"', "”", "said"):
                return nominal
    return best


def possessor(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The person of "X's (adjective) talks": looked for up to four words back."""
    lower = layers.tokens.lower
    for step in range(index - 1, max(sentence.start, index - 5), -1):
        if lower[step] in ("'s", "'"):
            return layers.nominal_ending(step)
    return None


def inviters(layers: Layers, sentence: Sentence) -> list[Side]:
    """ "At the invitation of X and Y"."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if lower[index] != "invitation" or lower[index + 1] != "of":
            continue
        sides: list[Side] = []
        for nominal in layers.nominals:
            if index < nominal.start < sentence.end and nominal.kind == "person":
                if lower[nominal.start - 1] not in ("of", "and", ","):
                    break
                sides += [(p, a, "inviter") for p, a, _ in members(layers, nominal)]
        return sides if len(sides) <= 3 else sides[:1]
    return []

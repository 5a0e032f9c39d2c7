"""The whole phrase of a source whose last noun stands before the verb: "the spokesman for | the ministry said"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.phrases import with_possessor, with_premodifiers
from etl.extract.grammar import GENITIVE_S, GOVERNORS, NAMED
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

_MAX_BODY: Final = 12
_IN_BODIES: Final = frozenset({"the", "and", "for", "(", ")", "&", "'s"})
"""What else may stand in the name of a body."""
_AREAL: Final = frozenset("the eastern western northern southern central neighboring neighbouring nearby".split())
"""What may stand between a preposition and the name of a state."""


def member_of(layers: Layers, body: Nominal, sentence: Sentence) -> Nominal | None:
    """Whoever stands before "of" and the name of a body that ends with this noun: "X Y | of the Harbour Party (HP) faction said"."""
    tokens = layers.tokens
    if body.kind not in ("role", "name", "actor") or body.people:
        return None
    step = body.end
    while step > sentence.start and body.end - step < _MAX_BODY:
        step -= 1
        if tokens.lower[step] in ("of", "from"):
            named = layers.nominals.ending(step)
            if named is not None and named.kind == "person" and named.start >= sentence.start:
                return with_premodifiers(layers, named, sentence.start)._replace(end=body.end, actors=named.actors or body.actors)
        elif not (tokens.is_capitalized(step) or tokens.lower[step] in _IN_BODIES or step == body.end - 1 or tokens.words[step].isupper()):
            return None
    return None


def whole_phrase(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """A nominal that is only the tail of a longer phrase ("the spokesman for the ministry") gives way to its head; None without one."""
    lower = layers.tokens.lower
    if nominal.kind in ("person", "name") and (known := _known_as(layers, nominal, sentence)) is not None:
        return known
    if nominal.kind == "person" and (introduced := _after_body(layers, nominal, sentence)) is not None:
        return introduced
    nominal = with_premodifiers(layers, with_possessor(layers, nominal, sentence.start), sentence.start)
    if nominal.kind == "actor" and (called := layers.nominals.ending(nominal.start)) is not None and called.start >= sentence.start:
        apposed = called.kind in ("actor", "role") and called.head in load_words().collective
        nominal = nominal._replace(start=called.start) if apposed else nominal  # "the U.N. aid agency | UNHCR"
    before = nominal.start - 1
    while nominal.kind == "actor" and before > sentence.start and lower[before] in _AREAL:
        before -= 1  # "a group in the eastern | Congo"
    if before < sentence.start or lower[before] not in GOVERNORS:
        return nominal
    head = layers.nominals.ending(before)
    if head is not None and nominal.kind == "person" and _is_named_body(layers, head, nominal):
        return nominal._replace(start=head.start)  # "Bank of | Peru Governor X Y"
    if head is not None and head.kind == "actor" and head.head in load_words().collective and lower[before] in ("in", "to", "at"):
        return head._replace(end=nominal.end)  # "the U.N. mission in | Mali"
    if head is not None and head.kind in ("role", "office", "person", "parties") and head.start >= sentence.start:
        head = with_premodifiers(layers, with_possessor(layers, head, sentence.start), sentence.start)
        owned = not GENITIVE_S.isdisjoint(lower[max(sentence.start, head.start - 1) : head.end])
        elsewhere = nominal.head == "metonym" and owned  # "X's office in Lima"
        actors = head.actors or (() if elsewhere or _is_only_there(layers, head, before) else nominal.actors)
        whole = Nominal(head.start, nominal.end, head.kind, head.people, actors, head.plural, head.head)
        return _whole_of_role(layers, whole, sentence) if head.kind == "role" else whole
    return None


def _after_body(layers: Layers, person: Nominal, sentence: Sentence) -> Nominal | None:
    """A person with the role and its body that stand before the name: "spokesman for the ministry | X Y"."""
    body = layers.nominals.ending(person.start)
    if body is None or body.kind not in ("role", "actor") or body.start - 1 <= sentence.start:
        return None
    head = layers.nominals.ending(body.start - 1) if layers.tokens.lower[body.start - 1] in ("for", "of", "at") else None
    if head is None or head.kind != "role" or head.plural or head.start < sentence.start:
        return None
    start = with_premodifiers(layers, head, sentence.start).start
    return person._replace(start=start, actors=person.actors or body.actors)


def _known_as(layers: Layers, named: Nominal, sentence: Sentence) -> Nominal | None:
    """Somebody unnamed with the name that is known: "a driver named | X", "a survivor identified only as | X"."""
    lower, index = layers.tokens.lower, named.start - 1
    index -= index > sentence.start and lower[index] == "as"
    index -= index > sentence.start and lower[index] in ("only", "simply", "just")
    head = layers.nominals.ending(index) if index > sentence.start and lower[index] in NAMED else None
    if head is None or head.kind != "role" or head.start < sentence.start:
        return None
    return named._replace(start=with_premodifiers(layers, head, sentence.start).start)


def _is_only_there(layers: Layers, head: Nominal, preposition: int) -> bool:
    """Whether who is in a state does not speak for it: "a rebel group in Congo", "activists from Peru"; "officials in Peru" do."""
    words, phrase = load_party_words(), layers.tokens.lower[head.start : head.end]
    if not words.outside_words.isdisjoint(phrase):
        return head.kind == "role"
    there = layers.tokens.lower[preposition] in ("in", "at", "from")
    if there and head.plural and phrase[-1].removesuffix("s") in words.envoy_titles:
        return True  # "diplomats in Lima"
    return there and head.kind == "role" and words.state_voices.isdisjoint(phrase) and head.head not in words.actor_nouns


def _is_named_body(layers: Layers, head: Nominal, person: Nominal) -> bool:
    """Whether a capitalised noun before "of" belongs to the name of a body with which a person's title begins."""
    opens = layers.entities.starting(person.start)
    titled = opens is not None and opens.kind == "state" and any(t.start == opens.end for t in layers.titles)
    return head.kind == "role" and layers.tokens.is_capitalized(head.end - 1) and layers.tokens.lower[person.start - 1] == "of" and titled


def _whole_of_role(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal:
    """A phrase whose head is itself the tail of one: "the lawyer of | a member of the union"."""
    before = nominal.start - 1
    if before <= sentence.start or layers.tokens.lower[before] != "of":
        return nominal
    head = layers.nominals.ending(before)
    if head is None or head.kind not in ("role", "person", "office", "parties") or head.start < sentence.start:
        return nominal
    head = with_premodifiers(layers, head, sentence.start)
    actors = head.actors or (nominal.actors if head.kind in ("office", "parties") else ())  # "the leaders of the governments of A and B"
    whole = Nominal(head.start, nominal.end, head.kind, head.people, actors, head.plural, head.head)
    return _whole_of_role(layers, whole, sentence) if head.kind == "role" else whole

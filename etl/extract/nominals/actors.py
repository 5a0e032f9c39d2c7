"""States and organizations as actors, by name or as "the X side / government / ministry"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE, HAVE, MODALS, NOUN_SIGNS
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, Nominal, Sentence
from etl.extract.nominals.fields import past_field
from etl.extract.nominals.taken import Taken
from etl.extract.titles.owners import actor_of_entity
from etl.lexicon.naming import load_naming_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words
from etl.records import ActorRef


def take_actors(layers: Layers, taken: Taken) -> None:
    """Outermost names of actors with the nouns that belong to them; a bare nationality is none."""
    for entity in layers.entities:
        if entity.nested or entity.kind not in ACTOR_NAMES:
            continue
        nominal = _actor(layers, entity)
        if nominal is not None:
            taken.take(nominal)


def _actor(layers: Layers, entity: Entity) -> Nominal | None:
    tokens = layers.tokens
    sentence = layers.sentence_at(entity.start)
    ref = actor_of_entity(entity)
    articled = entity.start > sentence.start and tokens.lower[entity.start - 1] == "the"
    start, end = entity.start - articled, entity.end
    if end + 2 < sentence.end and tokens.lower[end] == "(" and tokens.lower[end + 2] == ")":
        end += 3
    noun = _organ(layers, end + (end < sentence.end and tokens.lower[end] in ("'s", "'")), sentence)
    if noun is not None and entity.kind in ("state", "demonym") and tokens.lower[noun] in load_naming_words().private_body_nouns:
        return Nominal(start, noun + 1, "role", head=tokens.lower[noun])  # "the Kenyan Teachers' Union"
    if noun is not None and entity.kind != "metonym":
        return Nominal(start, past_field(layers, noun, sentence), "actor", (), (ref,), False, tokens.lower[noun])
    if entity.kind == "demonym":
        person = _compatriot(layers, start, ref) if articled and _is_one_person(layers, end, sentence) else None
        return Nominal(start, end, "office", (person,), (ref,), head=tokens.lower[end - 1]) if person is not None else None
    if entity.kind == "metonym":
        return Nominal(entity.start if ref.kind == "state" else start, end, "actor", (), (ref,), False, "metonym")
    return Nominal(start, end, "actor", (), (ref,))


def _compatriot(layers: Layers, start: int, state: ActorRef) -> int | None:
    """Who "the Peruvian" is: the one person in office of that state who is named before; None where there are several."""
    named = dict.fromkeys(mention.person for mention in layers.person_mentions.within(0, start))
    bearers = [person for person in named if layers.people[person].actor == state and layers.people[person].titles]
    return bearers[0] if len(bearers) == 1 else None


def _is_one_person(layers: Layers, end: int, sentence: Sentence) -> bool:
    """Whether "the Peruvian" is a person of that state who does something, and no attribute: "the Peruvian then left"."""
    lower, speech = layers.tokens.lower, load_speech_words()
    if lower[end - 1].endswith(_OF_A_PEOPLE):
        return False
    verb = end
    while verb < sentence.end and (lower[verb] in load_words().between or lower[verb] in _THEN):
        verb += 1
    if verb >= sentence.end or layers.tokens.is_capitalized(verb):
        return False
    acts = lower[verb] in _SINGLY or lower[verb] in speech.irregular_pasts or lower[verb] in load_words().quote_verbs
    acts = acts or (lower[verb].endswith("ed") and verb + 1 < sentence.end and lower[verb + 1] in NOUN_SIGNS)
    return acts and lower[verb] not in load_words().persons


_SINGLY: Final = (BE | HAVE | MODALS) - {"are", "were", "have", "do", "be", "been", "being", "am", "'s", "'re"}
"""Finite verbs of one person."""
_THEN: Final = frozenset({"then", "later", "also", "himself", "herself"})
_OF_A_PEOPLE: Final = ("sh", "ch", "ese", "ss")
"""Endings of nationalities that after "the" are a whole people: "the French", "the Japanese"."""
_MAX_ORGAN_WORDS: Final = 5


def _organ(layers: Layers, index: int, sentence: Sentence) -> int | None:
    """The noun of a state's side or organ after its name: past a few capitalised words and adjectives, in the singular."""
    tokens, collective, words = layers.tokens, load_words().collective, load_party_words()
    noun = index
    while noun < sentence.end and noun - index < _MAX_ORGAN_WORDS:
        organ = tokens.lower[noun] in collective or tokens.lower[noun] in words.actor_nouns
        if organ and not (tokens.is_capitalized(noun) and _names_go_on(layers, noun + 1, index + _MAX_ORGAN_WORDS)):
            break
        if not (tokens.is_capitalized(noun) or tokens.lower[noun] in words.party_premodifiers or _is_portfolio(layers, noun)):
            break
        noun += 1
    if noun >= sentence.end or (tokens.lower[noun] not in words.actor_nouns and tokens.lower[noun] not in collective):
        return None
    return noun if not tokens.lower[noun].endswith("s") or tokens.lower[noun] == "authorities" else None


def _names_go_on(layers: Layers, index: int, limit: int) -> bool:
    """Whether the name of an organ goes on after a capitalised noun that is one, too: "Egypt's State | Information Service"."""
    tokens, collective = layers.tokens, load_words().collective
    end = index
    while end < min(limit, len(tokens)) and tokens.is_capitalized(end) and not layers.person_mentions.covering(end):
        end += 1
    return end > index and tokens.lower[end - 1] in collective


def _is_portfolio(layers: Layers, index: int) -> bool:
    """A word of "fuel and energy ministry"."""
    lower, portfolios = layers.tokens.lower, load_words().portfolios
    joins = lower[index] == "and" and portfolios.issuperset([lower[index - 1], *lower[index + 1 : index + 2]])
    return lower[index] in portfolios or joins

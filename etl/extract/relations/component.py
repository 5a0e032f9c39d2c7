"""Goes through the sentences in which a relation may be stated."""

from __future__ import annotations

from functools import cache

from etl.extract.layers import Layers
from etl.extract.relations.agreements import find_agreements
from etl.extract.relations.diplomatic import DIPLOMATIC, find_ties
from etl.extract.relations.implied import qualify_memberships
from etl.extract.relations.levels import find_levels
from etl.extract.relations.memberships import find_memberships
from etl.extract.wordlists import WordList
from etl.lexicon.relations import load_relation_words


def find_relations(layers: Layers) -> None:
    """Fill `relations`."""
    hints = list(layers.tokens.where(_openings()))
    hints += [entity.start for entity in layers.entities if entity.kind == "organization"]
    hints += [initiative.span.start for initiative in layers.initiatives]
    for number in sorted({layers.sentence_of[index] for index in hints}):
        sentence = layers.sentences[number]
        find_levels(layers, sentence)
        find_ties(layers, sentence)
        find_memberships(layers, sentence)
        qualify_memberships(layers, sentence)
        find_agreements(layers, sentence)


@cache
def _openings() -> WordList:
    words = load_relation_words()
    return WordList(words.signing_verbs | words.issuing_verbs | words.partner_nouns | words.standing_nouns | {DIPLOMATIC})

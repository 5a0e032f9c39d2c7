"""Pronouns, and those who take part by number and noun: "the two sides", "both leaders"."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.grammar import BE, HAVE, MODALS, NOUN_SIGNS, PRONOUNS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.nominals.taken import Taken
from etl.extract.wordlists import WordList
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

_SHORT: Final = 4
_OBJECTS: Final = NOUN_SIGNS | {"that", "how", "whether", "their"}
"""What follows a verb in -ed, but no participle before its noun."""
_AFTER_NUMBERS: Final = BE | HAVE | MODALS | frozenset("on in at last also then first agreed later sat signed . ,".split())
"""What stands after "the two" when it means two persons, beside verbs of meeting in the past tense."""


def take_parties(layers: Layers, taken: Taken) -> None:
    """Pronouns and parties, in text order."""
    lower, named = layers.tokens.lower, _after_article()
    for index in layers.tokens.where(_openings()):
        word = lower[index]
        if word == "the" and named.isdisjoint(lower[index + 1 : index + 2]):
            continue
        if word in PRONOUNS:
            taken.take(Nominal(index, index + 1, "pronoun", plural=word in ("they", "we"), head=word))
        elif not taken.covered[index]:
            sentence = layers.sentence_at(index)
            nominal = _opening_both(layers, index, sentence) or _parties(layers, index, sentence, taken)
            if nominal is not None:
                taken.take(nominal)


@cache
def _openings() -> WordList:
    return WordList({"both", "the", "all"}.union(PRONOUNS, load_numbers().parties))


@cache
def _after_article() -> frozenset[str]:
    """Words with one of which parties are named behind "the"."""
    words = load_party_words()
    return frozenset(load_numbers().parties) | words.party_premodifiers | words.party_nouns | words.leader_nouns


def _opening_both(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """ "Both" before a verb."""
    lower, words = layers.tokens.lower, load_party_words()
    if lower[index] != "both" or index != sentence.start or index + 1 >= sentence.end:
        return None
    following = lower[index + 1]
    verb = following.endswith(("ed", "s")) and following not in words.party_nouns and following not in words.leader_nouns
    return Nominal(index, index + 1, "parties", plural=True, head="leaders") if verb else None


def _parties(layers: Layers, index: int, sentence: Sentence, taken: Taken) -> Nominal | None:
    """A number or "the", adjectives, and a noun of sides or leaders."""
    lower, words, numbers = layers.tokens.lower, load_party_words(), load_numbers().parties
    every = lower[index] == "all"
    if every and index > sentence.start and lower[index - 1].isalpha():
        return None  # "urged all parties": whoever they are
    step = index + (lower[index] == "the" or every)
    while step < sentence.end and lower[step] in numbers:
        step += 1
    numbered = every or step > index + (lower[index] == "the")
    while step < sentence.end and lower[step] in words.party_premodifiers:
        step += 1
    if step >= sentence.end or taken.covered[step]:
        return None
    head = lower[step]
    if numbered and step == index + 2 and lower[index] == "the" and _ends_phrase(layers, step):
        return Nominal(index, step, "parties", plural=True, head="leaders")
    if head in words.party_nouns and (numbered or head in ("sides", "parties")):
        return Nominal(index, step + 1, "parties", plural=True, head="sides")
    if head in words.leader_nouns and lower[index] in numbers and lower[index] != "both":
        return None  # "two officials said": whoever they are
    if head in words.leader_nouns:
        heads_of = head == "heads" and lower[step + 1 : step + 3] in (["of", "state"], ["of", "government"])
        return Nominal(index, step + (3 if heads_of else 1), "parties", plural=True, head="leaders")
    return None


def _ends_phrase(layers: Layers, index: int) -> bool:
    """Whether a verb, adverb or preposition follows, not the noun that is counted: "the two met", "between the two on Monday"."""
    word, following = layers.tokens.lower[index], layers.tokens.lower[index + 1 : index + 2]
    together = word in load_meeting_words().joint_journeys or word in load_meeting_words().joint_acts
    met = together or any(verb.form == "past" for verb in load_meeting_terms().verbs.get(word, ()))
    verb = met or (word.endswith("ed") and len(word) > _SHORT and not _OBJECTS.isdisjoint(following))  # "the two discussed the"
    return verb or word in _AFTER_NUMBERS or word in load_words().quote_verbs or (word.endswith("ly") and len(word) > _SHORT)

"""Attributions with a noun as their cue: "X's call for …", "their fear that …", "doubts that …", "amid allegations of …".

A noun says little of itself: somebody must own it, or a clause must follow it, or nothing but such talk is told ("There is concern
over …").
"""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.claims.attribution import SOURCE_SCORES, Attribution
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import is_finite, object_end, statement_end
from etl.extract.claims.following import source_right
from etl.extract.claims.openings import main_subject
from etl.extract.grammar import FINITE, FRONTING, HAVE, OWNERS
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.extract.wordlists import WordList
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words

_MIN_WEIGHT: Final = 0.6
_GIVEN: Final = frozenset({"from", "by"})
_MAX_GIVER: Final = 14
_MAX_ADJECTIVES: Final = 2
_TALK: Final = frozenset({"amid", "despite", "amidst", "face", "faces", "faced", "facing"})
_EXISTENTIAL: Final = frozenset({"there"})
_OWNED, _CLAUSE, _TOLD = 0.8, 0.75, 0.65
"""How much of a noun's weight counts when somebody owns it, when a clause follows, when it is only said to be about."""


@cache
def noun_openings() -> WordList:
    """The nouns of saying and stance."""
    return WordList(load_cues().nouns)


def find_noun_cues(layers: Layers) -> list[int]:
    """Where nouns of saying stand outside quotation marks that are followed by what they are about."""
    nouns, lower = load_cues().nouns, layers.tokens.lower
    return [
        index
        for index in layers.tokens.where(noun_openings())
        if index + 2 < layers.sentence_at(index).end
        and nouns[lower[index]].weight >= _MIN_WEIGHT
        and (lower[index + 1] in nouns[lower[index]].complements or _is_given(lower, index) or _is_told(lower, index))
        and not layers.quoted[index]
    ]


def _is_given(lower: list[str], index: int) -> bool:
    """Whether the noun is somebody's by "from" or "by", and a clause follows: "a warning from the mayor that …"."""
    return (
        lower[index + 1] in _GIVEN
        and "that" in load_cues().nouns[lower[index]].complements
        and "that" in lower[index + 3 : index + _MAX_GIVER]
    )


def _is_told(lower: list[str], index: int) -> bool:
    """Whether the noun is the subject of a sentence that says what it is: "the fear is that …", "his argument was that …"."""
    return lower[index + 1] in _BEING and lower[index + 2] == "that" and "that" in load_cues().nouns[lower[index]].complements


_BEING: Final = frozenset({"is", "was"})


def read_noun(layers: Layers, sentence: Sentence, index: int) -> Attribution | None:
    """The attribution of a noun of saying: its owner as source, what follows as content."""
    lower = layers.tokens.lower
    cue = load_cues().nouns[lower[index]]
    clause = lower[index + 1] == "that"
    start = index
    while start > sentence.start and index - start < _MAX_ADJECTIVES and lower[start - 1] in load_speech_words().stance_adjectives:
        start -= 1
    said = index + 1
    told = _is_told(lower, index)
    if told:
        clause, said = True, said + 1
    if lower[said] in _GIVEN:
        source = _giver(layers, sentence, said + 1)
        if source is None:
            return None
        clause, said = True, source.end
    else:
        source = _owner(layers, sentence, start)
    if start - 2 > sentence.start and lower[start - 2] == "with" and lower[start - 3] in _ACCORDING:
        return None  # "in line with its commitment to": what something accords with
    if source is not None:
        share, start = _OWNED * SOURCE_SCORES[source.kind], min(start, source.start)
    elif clause and (not told or lower[start - 1] == "the"):
        share = _CLAUSE
    elif _is_talk(layers, sentence, start):
        share = _TOLD
    else:
        return None
    if clause and source is None and _is_relative(layers, said):
        return None
    end = statement_end(layers, sentence) if told else _content_end(layers, sentence, start, said, clause=clause)
    content = TokenSpan(said, end)
    if content.end - content.start < 2:
        return None
    match = CueMatch(index, index + 1, "noun", cue.act, cue.frames, cue.weight, cue.lemma, "fixed", False)
    return Attribution(source, match, content, "after", start, "noun", cue.weight * share)


def _is_relative(layers: Layers, that: int) -> bool:
    """Whether "that" opens a relative clause: "the assurance that | X gave at the talks", the verb having no other object."""
    lower, subject = layers.tokens.lower, layers.nominals.starting(that + 1)
    if subject is None and lower[that + 1] in load_speech_words().irregular_pasts:
        return True  # "comments that | hit the headlines"
    verb = subject.end if subject is not None else that + 1
    while subject is None and verb < len(lower) and layers.tokens.is_capitalized(verb):
        verb += 1  # a name that nothing is known of
    verb += lower[verb : verb + 1] != [] and lower[verb] in HAVE
    after = lower[verb + 1 : verb + 2]
    return verb > that + 1 and after != [] and lower[verb] in _UTTERING and (after[0] in FRONTING or after[0] in (",", "."))


_UTTERING: Final = frozenset("gave given made offered issued received voiced expressed raised sent sought won obtained".split())


def _giver(layers: Layers, sentence: Sentence, start: int) -> Nominal | None:
    """The whole phrase between "from" and "that"."""
    source = source_right(layers, start, sentence)
    told = source is not None and layers.tokens.lower[source.end : source.end + 1] == ["that"]
    return source if told and source is not None and not layers.tokens.lower[source.end - 1].endswith("ed") else None


def _owner(layers: Layers, sentence: Sentence, start: int) -> Nominal | None:
    """The possessive before a noun: a name with 's, or a pronoun."""
    lower = layers.tokens.lower
    if start - 1 < sentence.start:
        return None
    word = lower[start - 1]
    if word in OWNERS:
        subject = _subject_before(layers, sentence, start - 1, plural=word == "their") if word in _THIRD else None
        return subject or Nominal(start - 1, start, "pronoun", head=OWNERS[word], plural=word in ("their", "our"))
    if word in ("'s", "’s", "'", "’"):
        return layers.nominals.ending(start - 1) or layers.nominals.ending(start)
    return None


def _subject_before(layers: Layers, sentence: Sentence, index: int, *, plural: bool) -> Nominal | None:
    """Who opens the sentence, where "their" or "its" before a noun can only be theirs: "Unions outlined | their opposition to …"."""
    nominals = [n for n in layers.nominals.within(sentence.start, index) if n.kind not in ("thing", "pronoun") and n.end <= index]
    subject = main_subject(layers, sentence, actors=True, roles=True) if len(nominals) == 1 else None
    return subject if subject is not None and subject.end <= index and subject.plural == plural else None


_THIRD: Final = frozenset({"their", "its"})
_ACCORDING: Final = frozenset({"accordance", "line", "keeping", "compliance", "conformity", "accord", "consistent", "compatible"})


def _is_talk(layers: Layers, sentence: Sentence, start: int) -> bool:
    """Whether the noun stands alone at the head of the sentence, after "amid", or after "there is"."""
    lower = layers.tokens.lower
    if start == sentence.start or lower[start - 1] in _TALK:
        return True
    return (
        lower[sentence.start] in _EXISTENTIAL and start - sentence.start <= 5 and not any(w == "no" for w in lower[sentence.start : start])
    )


def _content_end(layers: Layers, sentence: Sentence, noun: int, start: int, *, clause: bool) -> int:
    """Before the verb of the clause whose subject the noun is; a clause after that has a verb of its own first.

    `noun`: where the noun's phrase begins.
    """
    lower, end = layers.tokens.lower, object_end(layers, start, statement_end(layers, sentence))
    fronted = noun > sentence.start and lower[noun - 1] in _TALK
    subject = noun == sentence.start or lower[noun - 1] == ","
    seen = 0
    for index in range(start + 1, end):
        if fronted and lower[index] == ",":
            return index
        verb = is_finite(layers, index) if subject and not clause else lower[index] in FINITE
        if verb and lower[index - 1] not in FINITE and lower[index - 1] not in ("not", "n't"):
            seen += 1
            if seen > clause:
                return index
    return end

"""Light verbs with a noun of saying or stance: "expressed his deep gratitude", "the hope was expressed"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.chains import chain_start
from etl.extract.claims.constructions import construction_of, is_adverb
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.nouns import noun_openings
from etl.extract.grammar import (
    FINITE,
    GENITIVE_S,
    HAVE,
    NOUN_SIGNS,
    OBLIQUE,
    OWN_DETERMINERS,
    POSSESSIVES,
)
from etl.extract.layers import Layers, Sentence
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words
from etl.records import Act

_MAX_FILLERS: Final = 6
_DECIDED: Final = 0.6
"""Weight from which a verb of stance decides itself, whatever noun is its object."""
_FELT: Final = frozenset({"oppose", "thank", "praise", "congratulate", "convey"})
_STANCES: Final = frozenset({"support", "oppose", "praise", "thank", "urge", "congratulate"})
_MAX_MODIFIERS: Final = 4
_POSSESSIVE_LISTS: Final = frozenset({"and", ",", "the", "of", "their", "our", "its", "on", "for", "by", "with"})
_CEREMONIAL: Final = (["credence"], ["introduction"], ["recall"])
_OF_OTHERS: Final = frozenset({"acknowledge", "recognise", "recognize", "recall", "highlight"})
"""Verbs with which somebody speaks of what others are ready for."""
_PAYING: Final = frozenset({"pay", "paid", "pays", "paying", "return"})
_EXPRESSING: Final = frozenset({"express", "voice"})
"""Verbs that do nothing but name what somebody feels."""
_VOTES: Final = (["vote"], ["votes"], ["motion"], ["motions"])


def read_passive_noun(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "The hope was expressed", "an agreement has been reached": a light verb in the passive, its noun the subject."""
    lower, cues = layers.tokens.lower, load_cues()
    if index <= sentence.start:
        return None
    before = index - 1 - (lower[index - 1] in HAVE)
    noun = cues.nouns.get(lower[before]) if before >= sentence.start and not _is_named(layers, before, sentence) else None
    step = index + 1
    while step < sentence.end and is_adverb(lower[step]):
        step += 1
    if noun is None or (step < sentence.end and _decides(lower[step])):
        return None  # "the plan was rejected": the verb says what is done
    if lower[before - 1] == "no" or step >= sentence.end or cues.light_verbs.get(lower[step]) not in ("past", "participle"):
        return None
    verb = cues.lemmas.get(lower[step], lower[step])
    if noun.lemma == "attention":
        return None  # "special attention was paid to the port": what was talked about
    if noun.act == "assert" and verb in load_speech_words().weak_light_verbs and lower[step + 1 : step + 2] != ["that"]:
        return None  # "the statement was made at noon": an event
    lemma = f"{verb} {noun.lemma}"
    return CueMatch(index, step + 1, "passive", noun.act, noun.frames | {"clause", "infinitive", "light"}, 0.8, lemma, "participle", False)


def _is_named(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether a noun is the last word of a name: "the Dayton Agreement was stressed"."""
    tokens = layers.tokens
    return index > sentence.start and tokens.is_capitalized(index) and tokens.is_capitalized(index - 1)


def read_light(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """A light verb with a noun of saying or stance as its object: "expressed his deep gratitude"."""
    lower, cues, speech = layers.tokens.lower, load_cues(), load_speech_words()
    form = cues.light_verbs.get(lower[index])
    if form is None:
        return None
    if not layers.tokens.where_within(noun_openings(), index + 1, sentence.end):
        return None
    step = _past_fillers(layers, _past_recipient(layers, index + 1, sentence), sentence)
    if step >= sentence.end:
        return None
    noun = cues.nouns.get(lower[step])
    told = noun is not None and noun.act == "pledge" and lower[step + 1 : step + 2] != [] and lower[step + 1] in noun.complements
    if noun is None or (noun.lemma in speech.bare_nouns and not told) or any(word in speech.call_words for word in lower[index:step]):
        return None  # a courtesy call calls for nothing
    if noun.lemma == "call" and cues.lemmas.get(lower[index], lower[index]) in _PAYING and lower[step + 1 : step + 2] in (["on"], ["upon"]):
        return None  # "paid a call on the governor": a visit
    following = lower[step + 1 : step + 2]
    if following in _VOTES or not (load_words().collective | load_words().persons).isdisjoint(following):
        return None  # "to hold a confidence vote", "will send an assessment mission", "addressed the eight opposition members"
    if lower[step + 1 : step + 2] == ["of"] and lower[step + 2 : step + 3] in _CEREMONIAL:
        return None  # an ambassador's letters of credence say nothing
    if _ends_statement(layers, step + 1, sentence) and _takes_object(lower[index]) and cues.lemmas.get(lower[index]) not in _EXPRESSING:
        return None  # "announced a new plan": the verb says what is done
    if step + 1 < sentence.end and lower[step + 1] in FINITE and form != "gerund":
        return None  # "recognised the accord was …": a clause with a verb of its own
    if noun.lemma in speech.document_nouns and lower[index - 1] in _BEHIND_QUOTATION and layers.quoted[sentence.start]:
        return None  # "“…”, — adds the statement": the statement adds
    lemma = cues.lemmas.get(lower[index], lower[index])
    if lemma == "share" and step == index + 1 and form == "past" and (lower[index - 1] in _POSSESSIVE_LISTS or index == sentence.start):
        return None  # "their close ties and | shared goals": an adjective
    if lemma == "have" and lower[index + 1] in POSSESSIVES:
        return None  # "will have his support": another's
    weak = noun.act == "assert" and lemma in speech.weak_light_verbs
    if weak or (lemma in speech.topical_verbs and noun.act not in _FELT):
        return None
    if lemma == "share" and noun.lemma == "priority":
        return None  # what somebody tells of
    if lemma == "discuss" and POSSESSIVES.isdisjoint(lower[index + 1 : step]):
        return None  # "discussed concerns about the port": a topic; "discussed their shared concern": what both feel
    if _decides(lower[index]):
        return None  # "welcomed the decision": the verb says what is done
    begin = chain_start(layers, index, sentence) if form == "base" else index
    construction, negated = ("finite", False) if begin < index else construction_of(layers, index, form, sentence)
    if construction is None:
        return None
    construction = "light" if construction == "finite" else construction
    frames = noun.frames | {"object", "light"}
    refused = noun.act in ("urge", "propose") and lemma in speech.denying_verbs  # "denied the appeal"
    announced = noun.act == "agree" and lemma == "announce"  # "announced her decision"
    others = noun.act == "pledge" and lemma in _OF_OTHERS and POSSESSIVES.isdisjoint(lower[index + 1 : step])
    act: Act = "oppose" if refused else "announce" if announced else _stronger(lower, step, sentence.end) or noun.act
    act = "praise" if others and lower[index + 1] == "the" else act  # "acknowledged the commitment shown by Peru": theirs
    return CueMatch(begin, step + 1, construction, act, frames, 0.85, f"{lemma} {noun.lemma}", form, negated)


_BEHIND_QUOTATION: Final = frozenset({",", "—", "–", "-", "”", '"', "»"})


def _stronger(lower: list[str], step: int, end: int) -> Act | None:
    """The act of a second noun, where the first only judges: "expressed its regret and | condemnation"."""
    nouns, index = load_cues().nouns, step + 2
    if nouns[lower[step]].act not in ("assess", "assert") or lower[step + 1 : index] != ["and"]:
        return None
    while index < end and is_filler(lower[index]):
        index += 1
    second = nouns.get(lower[index]) if index < end else None
    return second.act if second is not None and second.act in _STANCES else None


def _decides(form: str) -> bool:
    """Whether a verb of stance is one by itself, whatever noun is its object."""
    return any(cue.weight >= _DECIDED and cue.act in _STANCES and not cue.following for cue, _ in load_cues().verbs.get(form, ()))


def _ends_statement(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether nothing follows of which a noun would tell: the sentence ends, or goes on with ", adding that …"."""
    if index >= sentence.end or layers.tokens.words[index] in {".", "!", "?"}:
        return True
    return layers.tokens.words[index] == "," and any(
        form == "gerund" for _, form in load_cues().verbs.get(layers.tokens.lower[index + 1], ())
    )


def _takes_object(form: str) -> bool:
    """Whether a verb says something of an object by itself: "confirmed the report", not "held the call"."""
    return any(cue.weight >= _DECIDED and "object" in cue.frames and not cue.following for cue, _ in load_cues().verbs.get(form, ()))


def _past_recipient(layers: Layers, index: int, sentence: Sentence) -> int:
    """Past to whom something is said: "conveyed | to the Minister | his thanks"."""
    if index >= sentence.end or layers.tokens.lower[index] != "to":
        return index
    nominal = layers.nominals.starting(index + 1)
    if nominal is None:
        return index + 2 if layers.tokens.lower[index + 1 : index + 2] and layers.tokens.lower[index + 1] in OBLIQUE else index
    return nominal.end + (layers.tokens.lower[nominal.end : nominal.end + 1] == [","])


def _past_fillers(layers: Layers, start: int, sentence: Sentence) -> int:
    """Past determiners and adjectives before a noun of stance, and past whose it is: "reiterated China's firm support"."""
    lower, adjectives = layers.tokens.lower, load_cues().adjectives
    date = layers.dates.starting(start)
    step = start = date.span.end if date is not None and date.span.end == start + 1 else start  # "reiterated | today | its commitment"
    while (
        step < sentence.end and step < start + _MAX_FILLERS and (is_filler(lower[step]) or lower[step] == "'s" or lower[step] in adjectives)
    ):
        step += 1
    entity = layers.entity_at(step) if step < sentence.end else None
    if entity is not None and entity.end + 1 < sentence.end and lower[entity.end] in ("'s", "'"):
        step = entity.end + 1
        while step < sentence.end and is_filler(lower[step]):
            step += 1
    return _past_modifiers(lower, start, step, sentence.end)


def _past_modifiers(lower: list[str], start: int, step: int, end: int) -> int:
    """On to a noun of stance that stands a few words further in the same noun phrase: "his Government's | full commitment"."""
    nouns = load_cues().nouns
    if step == start or step >= end or lower[step] in nouns:
        return step
    for index in range(step, min(end, step + _MAX_MODIFIERS)):
        if lower[index] in nouns:
            return index
        if lower[index] in GENITIVE_S:
            continue
        if lower[index] in NOUN_SIGNS or lower[index] in FINITE or not lower[index].isalpha():
            return step
    return step


def is_filler(word: str) -> bool:
    return word in OWN_DETERMINERS or word in load_speech_words().stance_adjectives

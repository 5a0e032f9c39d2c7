"""Cue words in a sentence: which reading of the lexicon fits the place, and in what construction the word stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal, NamedTuple

from etl.extract.claims.sources import source_left, statement_start
from etl.extract.claims.verb_forms import read_together, verb_forms
from etl.extract.grammar import (
    BE,
    CLAUSE_BOUNDARIES,
    FINITE,
    HAVE,
    MODALS,
    NEGATIONS,
    NOUN_SIGNS,
    OBLIQUE,
    OWN_DETERMINERS,
    OWNERS,
    PRONOUNS,
)
from etl.extract.layers import Layers, Sentence
from etl.lexicon.cues import Cue, CueForm, load_cues
from etl.lexicon.speech import load_speech_words
from etl.records import Act

Construction = Literal["finite", "participle", "passive", "light", "adjective", "preposition", "noun"]


class CueMatch(NamedTuple):
    """A cue at token positions: `start..end` with the words bound to it."""

    start: int
    end: int
    construction: Construction
    act: Act
    frames: frozenset[str]
    weight: float
    lemma: str
    form: CueForm
    negated: bool


_MAX_FILLERS = 6
_DECIDED = 0.6
"""Weight from which a verb of stance decides itself, whatever noun is its object."""
_FELT = frozenset({"oppose", "thank", "praise"})
_STANCES = frozenset({"support", "oppose", "praise", "thank", "urge", "congratulate"})
_SAID = frozenset({"clause", "quote"})
_MAX_MODIFIERS = 4
_POSSESSIVE = frozenset({"'s", "’s"})
_PREPOSITIONS = frozenset({"according", "in", "as"})
_ABOUT = frozenset({"to", "that", "about", "of", "for", "with", "by", "over", "in"})
"""What must follow an adjective of stance."""


def cue_openings(layers: Layers) -> list[int]:
    """Where a cue other than a noun may begin."""
    return layers.tokens.places_of(_readers().keys())


def find_cues(layers: Layers, sentence: Sentence, openings: Iterable[int]) -> list[CueMatch]:
    """All cues of a sentence in order. Words inside quotation marks and capitalised words inside the sentence are none.

    `openings`: where one may begin in the sentence.
    """
    lower, readers = layers.tokens.lower, _readers()
    found: list[CueMatch] = []
    done, opening = sentence.start, statement_start(layers, sentence)
    for index in openings:
        if index < done or not (index == opening or _may_be_cue(layers, index, sentence)):
            continue
        for read in readers[lower[index]]:
            match = read(layers, index, sentence)
            if match is not None:
                found.append(match)
                done = match.end
                break
    return found


def _may_be_cue(layers: Layers, index: int, sentence: Sentence) -> bool:
    if layers.quoted[index]:
        return False
    tokens = layers.tokens
    if not tokens.capitalized[index] or index == sentence.start:
        return True
    return tokens.words[index - 1] in {"“", '"', ":", "—"} or tokens.lower[index] == "according"


def _quoted_as(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "X was quoted as saying": passive in form, but its subject is the speaker."""
    lower = layers.tokens.lower
    if index + 3 >= sentence.end:
        return None
    start = index + 1 + (lower[index + 1].endswith("ly") or lower[index + 1] == "also")
    if lower[start] in ("quoted", "cited", "reported") and lower[start + 1 : start + 3] in (["as", "saying"], ["as", "telling"]):
        return CueMatch(index, start + 3, "finite", "assert", _SAID, 0.95, "say", "past", False)
    return None


def _passive_noun(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "The hope was expressed", "an agreement has been reached": a light verb in the passive, its noun the subject."""
    lower, cues = layers.tokens.lower, load_cues()
    if index <= sentence.start:
        return None
    before = index - 1 - (lower[index - 1] in HAVE)
    noun = cues.nouns.get(lower[before]) if before >= sentence.start else None
    step = index + 1
    while step < sentence.end and _is_adverb(lower[step]):
        step += 1
    if noun is None or lower[before - 1] == "no" or step >= sentence.end or cues.light_verbs.get(lower[step]) not in ("past", "participle"):
        return None
    lemma = f"{cues.lemmas.get(lower[step], lower[step])} {noun.lemma}"
    return CueMatch(index, step + 1, "passive", noun.act, noun.frames | {"clause", "infinitive", "light"}, 0.8, lemma, "participle", False)


def _preposition(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "According to": a preposition of several words whose object is the source."""
    lower = layers.tokens.lower
    for words in _prepositions().get((lower[index], lower[index + 1] if index + 1 < sentence.end else ""), ()):
        end = index + len(words)
        if end <= sentence.end and tuple(lower[index:end]) == words:
            return CueMatch(index, end, "preposition", "assert", _SAID, 0.9, " ".join(words), "fixed", False)
    return None


@cache
def _prepositions() -> dict[tuple[str, str], list[tuple[str, ...]]]:
    """Prepositions of several words by their first two, the longest first."""
    found: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for words in load_cues().prepositions:
        if words[0] in _PREPOSITIONS and len(words) > 1:
            found[words[0], words[1]].append(words)
    return dict(found)


def _opinion(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "In his opinion", "in the Minister's view": a preposition with the noun of an opinion, whose owner is the source."""
    lower = layers.tokens.lower
    nominal = layers.nominals.starting(index + 1)
    owned = nominal is not None and lower[nominal.end : nominal.end + 1] in (["'s"], ["’s"])
    noun = nominal.end + 1 if nominal is not None and owned else index + 2
    possessive = lower[index + 1 : index + 2] and lower[index + 1] in OWNERS
    if not (owned or possessive) or noun >= sentence.end or lower[noun] not in load_speech_words().opinion_nouns:
        return None
    return CueMatch(index, noun + 1, "preposition", "assess", _SAID, 0.9, f"in {lower[noun]}", "fixed", False)


def _light(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """A light verb with a noun of saying or stance as its object: "expressed his deep gratitude"."""
    lower, cues, speech = layers.tokens.lower, load_cues(), load_speech_words()
    form = cues.light_verbs.get(lower[index])
    if form is None:
        return None
    if cues.nouns.keys().isdisjoint(lower[index + 1 : sentence.end]):
        return None
    step = _past_fillers(layers, _past_recipient(layers, index + 1, sentence), sentence)
    if step >= sentence.end:
        return None
    noun = cues.nouns.get(lower[step])
    if noun is None or noun.lemma in speech.bare_nouns or any(word in speech.call_words for word in lower[index:step]):
        return None  # a courtesy call calls for nothing
    lemma = cues.lemmas.get(lower[index], lower[index])
    weak = noun.act == "assert" and lemma in speech.weak_light_verbs
    if weak or (lemma in speech.topical_verbs and noun.act not in _FELT):
        return None
    if any(cue.weight >= _DECIDED and cue.act in _STANCES and not cue.following for cue, _ in cues.verbs.get(lower[index], ())):
        return None  # "welcomed the decision": the verb says what is done
    construction, negated = construction_of(layers, index, form, sentence)
    if construction is None:
        return None
    construction = "light" if construction == "finite" else construction
    frames = noun.frames | {"object", "light"}
    return CueMatch(index, step + 1, construction, noun.act, frames, 0.85, f"{lemma} {noun.lemma}", form, negated)


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
    step = start
    while (
        step < sentence.end
        and step < start + _MAX_FILLERS
        and (_is_filler(lower[step]) or lower[step] == "'s" or lower[step] in adjectives)
    ):
        step += 1
    entity = layers.entity_at(step) if step < sentence.end else None
    if entity is not None and entity.end + 1 < sentence.end and lower[entity.end] in ("'s", "'"):
        step = entity.end + 1
        while step < sentence.end and _is_filler(lower[step]):
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
        if lower[index] in _POSSESSIVE:
            continue
        if lower[index] in NOUN_SIGNS or lower[index] in FINITE or not lower[index].isalpha():
            return step
    return step


def _is_filler(word: str) -> bool:
    return word in OWN_DETERMINERS or word in load_speech_words().stance_adjectives


def _verb(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """A verb of the lexicon, its reading chosen by the words bound to it."""
    lower = layers.tokens.lower
    form = verb_forms()[lower[index]]
    following = lower[index + 1] if index + 1 < sentence.end else ""
    reading = read_together(_fitting(layers, index, sentence)) if following in form.bound else form.bare
    if reading is None:
        return None
    construction, negated = construction_of(layers, index, reading.form, sentence)
    if construction is None:
        return None
    length, name, act, frames, weight, lemma = reading
    return CueMatch(index, index + length, construction, act, frames, weight, lemma, name, negated)


def _fitting(layers: Layers, index: int, sentence: Sentence) -> list[tuple[Cue, CueForm]]:
    """The readings whose bound words stand after a verb, longest first."""
    lower = layers.tokens.lower
    fitting: list[tuple[Cue, CueForm]] = []
    for cue, form in load_cues().verbs.get(lower[index], ()):
        end = index + 1 + len(cue.following)
        if cue.following and (end > sentence.end or tuple(lower[index + 1 : end]) != cue.following):
            continue
        if cue.following and layers.dates.starting(end) is not None:
            continue  # "reported on Thursday" reports on nothing
        fitting.append((cue, form))
    if len(fitting) < 2:
        return fitting
    to_object = any(cue.following == ("to",) for cue, _ in fitting)
    if to_object and any("infinitive" in cue.frames and not cue.following for cue, _ in fitting):
        # "agreed to expand" has an infinitive, "agreed to the terms" an object
        object_follows = layers.nominals.starting(index + 2) is not None or _opens_noun_phrase(lower, index + 2)
        fitting = [r for r in fitting if (r[0].following == ("to",)) == object_follows or r[0].following not in ((), ("to",))]
    return fitting


def _opens_noun_phrase(lower: list[str], index: int) -> bool:
    """Whether what stands after "to" is no infinitive, by a determiner or the form of a participle or adjective."""
    word = lower[index] if index < len(lower) else ""
    determined = _is_filler(word) or word in ("a", "any", "all", "this", "that")
    return determined or word.endswith(("ed", "ing", "al", "ive", "ous", "ion", "ment"))


def _adjective(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """Be + adjective ("is willing to", "was confident that"), stand / remain + adjective; followed by what it is about."""
    lower, speech = layers.tokens.lower, load_speech_words()
    adjective = load_cues().adjectives.get(lower[index])
    if adjective is None:
        return None
    step = index - 1
    while step >= sentence.start and (_is_adverb(lower[step]) or lower[step] in NEGATIONS or lower[step] == "very"):
        step -= 1
    if step < sentence.start or (lower[step] not in BE and lower[step] not in speech.linking_verbs):
        return None
    if index + 1 >= sentence.end or lower[index + 1] not in _ABOUT:
        return None
    negated = any(w in NEGATIONS for w in lower[step:index])
    start = step
    while start - 1 >= sentence.start and (lower[start - 1] in MODALS or lower[start - 1] in HAVE):
        start -= 1
    lemma = f"be {adjective.lemma}"
    return CueMatch(start, index + 1, "adjective", adjective.act, adjective.frames, adjective.weight, lemma, "fixed", negated)


_Reader = Callable[[Layers, int, Sentence], CueMatch | None]


@cache
def _readers() -> dict[str, tuple[_Reader, ...]]:
    """Words with which a cue may begin to those who read it there, in the order of work: the first that reads one has it."""
    cues = load_cues()
    words: tuple[tuple[_Reader, Iterable[str]], ...] = (
        (_quoted_as, BE),
        (_passive_noun, BE),
        (_preposition, _PREPOSITIONS),
        (_opinion, ("in",)),
        (_light, cues.light_verbs),
        (_verb, cues.verbs),
        (_adjective, cues.adjectives),
    )
    readers: dict[str, tuple[_Reader, ...]] = {}
    for read, openings in words:
        for word in openings:
            readers[word] = (*readers.get(word, ()), read)
    return readers


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in load_speech_words().auxiliary_adverbs


class _Auxiliaries(NamedTuple):
    """What stands between a subject and its verb form, and the token before it all (sentence.start - 1 when there is none)."""

    before: int
    negated: bool
    be: bool
    modal: bool


def _auxiliaries(lower: list[str], index: int, sentence: Sentence) -> _Auxiliaries:
    step, auxiliary = index - 1, _auxiliary_words()
    while step >= sentence.start and (lower[step] in auxiliary or lower[step].endswith("ly")):
        step -= 1
    if step == index - 1:
        return _Auxiliaries(step, False, False, False)
    between = lower[step + 1 : index]
    return _Auxiliaries(step, *(not words.isdisjoint(between) for words in (NEGATIONS, BE, MODALS)))


@cache
def _auxiliary_words() -> frozenset[str]:
    return NEGATIONS | BE | HAVE | MODALS | load_speech_words().auxiliary_adverbs


def _plural_subject(layers: Layers, end: int, sentence: Sentence) -> bool:
    """Whether a plural subject ends before a token, or begins the clause that reaches to it: "analysts surveyed by X (expect)"."""
    nominal = layers.nominals.ending(end)
    if nominal is None and end > sentence.start and layers.tokens.lower[end - 1] == ",":
        source, _ = source_left(layers, end, sentence)  # "studies, published in May, (show)"
        return source is not None and (source.plural or source.head.endswith("s"))
    if nominal is None:
        start, lower = end, layers.tokens.lower
        while start > sentence.start and end - start < _MAX_SUBJECT and lower[start - 1] not in CLAUSE_BOUNDARIES:
            start -= 1
        nominal = layers.nominals.starting(start)
        if nominal is None and 0 < end - start <= _MAX_PLURAL and _is_plural(lower[end - 1]) and _opens_object(layers, end + 1, sentence):
            return True  # "party organizers (see) six seats"
        if nominal is None and any(word in load_speech_words().document_nouns and word.endswith("s") for word in lower[start:end][:3]):
            return True  # "figures tabled in July (show)"
        if nominal is not None and lower[nominal.end : nominal.end + 1] == ["to"]:
            return False
    return nominal is not None and (nominal.plural or nominal.head in ("i", "we", "they", "you"))


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))) or word in ("people", "men", "women")


def _opens_object(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether what follows a verb form opens an object or clause rather than going on with a noun phrase."""
    if index >= sentence.end:
        return False
    word = layers.tokens.lower[index]
    return word in NOUN_SIGNS or word in PRONOUNS or word == "that" or layers.tokens.is_capitalized(index)


_MAX_PLURAL = 5
_MAX_SUBJECT = 12
_BEFORE_PARTICIPLES = frozenset({"", ",", "and", "while", "by", "before", "after", "when", "in", "—", "–", "but"})


def construction_of(layers: Layers, index: int, form: CueForm, sentence: Sentence) -> tuple[Construction | None, bool]:
    """How a verb form stands: finite, participle, passive, or None for no verb that speaks (infinitive, noun); and if it is negated."""
    lower = layers.tokens.lower
    auxiliaries = _auxiliaries(lower, index, sentence)
    previous = lower[auxiliaries.before] if auxiliaries.before >= sentence.start else ""
    construction: Construction | None = None
    if form == "gerund":
        construction = "finite" if auxiliaries.be else "participle" if previous in _BEFORE_PARTICIPLES else None
    elif form in ("past", "participle"):
        construction = "passive" if auxiliaries.be else "finite"
    elif form == "third":
        adjacent = lower[index - 1] == previous
        noun = previous in NOUN_SIGNS or (bool(previous) and lower[index - 1] == "'s")
        construction = None if noun and adjacent else "finite"
    elif form == "base" and auxiliaries.modal:
        construction = "finite"
    elif form == "base" and previous != "to":
        construction = "finite" if _plural_subject(layers, auxiliaries.before + 1, sentence) else None
    return construction, auxiliaries.negated

"""Headless reported speech: sentences without any source that go on with what somebody said, and where narration resumes.

A readout tells what a speaker said in sentences of its own ("Peru supports the plan."). Such a sentence follows an attribution in its
paragraph, or opens a paragraph with the speaker's own side as its subject; it stands in the present, perfect or future, or says what
should be done. Who met, signed, attended, exchanged views or accompanied whom is narration, as is plain past tense.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.claims.talk import Holder
from etl.extract.grammar import BE, HAVE, MODALS, PAST, PERSONAL, PRESENT, PRONOUNS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_FRONTED_REACH: Final = 24
_STRONG: Final = PRESENT | {"stands", "remains"}
_ADVERBIAL: Final = frozenset({"also", "jointly", "then", "further", "always", "both", "all", ","})
_NEW_VOICES: Final = frozenset({"person", "group", "office"})
_TAKING_PART: Final = frozenset({"parties", "pronoun", "role"})
_STANCE_WEIGHT: Final = 0.7
_CONTRACTED: Final = PRONOUNS | {"that", "there", "what", "who", "here"}
"""Words after which "'s" is a verb and no genitive."""
_MIN_PAST: Final = 4
"""Letters above which a form in -ed is a past."""


class _Reading(NamedTuple):
    """What decides whether a sentence goes on: its subject, the word after that, its finite verbs, and whether it takes a stance."""

    opening: Nominal | None
    verb: str
    finite: list[str]
    own: bool
    stance: bool

    @property
    def strong(self) -> bool:
        """Whether it says what is, has been, will or should be."""
        return any(word in _STRONG for word in self.finite)


def continues(layers: Layers, sentence: Sentence, floor: Holder | None, *, same_paragraph: bool) -> float:
    """How sure the sentence goes on with the floor holder's statement: 0 when it does not."""
    if floor is None or not (floor.people or floor.actors):
        return 0.0
    reading = _read(layers, sentence, floor)
    if _is_narration(layers, sentence, reading):
        return 0.0
    return _same_paragraph(reading) if same_paragraph else _new_paragraph(layers, reading)


def _read(layers: Layers, sentence: Sentence, floor: Holder) -> _Reading:
    opening = _subject(layers, sentence)
    words = layers.tokens.lower[sentence.start : sentence.end]
    stances = load_cues().stances
    return _Reading(
        opening,
        _main_verb(layers, opening.end, sentence.end) if opening is not None else "",
        [w for i, w in enumerate(words) if (w in BE or w in HAVE or w in MODALS) and not (w == "'s" and words[i - 1] not in _CONTRACTED)],
        opening is not None and bool(opening.actors) and set(opening.actors) <= set(floor.actors),
        any(s.weight >= _STANCE_WEIGHT for w in words for s in stances.get(w, ()) if len(s.words) == 1),
    )


def _comes_up(layers: Layers, sentence: Sentence) -> bool:
    """Whether it tells what was talked about: "matters of trade also came under discussion"."""
    return not load_speech_words().topic_verbs.isdisjoint(layers.tokens.lower[sentence.start : sentence.end])


def _is_narration(layers: Layers, sentence: Sentence, reading: _Reading) -> bool:
    """Whether the sentence is the reporter's: a new voice opens it, or it tells what happened."""
    speech, opening = load_speech_words(), reading.opening
    if opening is not None and opening.kind in _NEW_VOICES:
        return True
    if opening is not None and opening.kind in _TAKING_PART and (reading.verb in speech.narrated_verbs or _is_plain_past(reading)):
        return True
    if opening is not None and opening.kind == "pronoun" and opening.head in PERSONAL:
        return True
    if opening is not None and _describes_person(layers, opening):
        return True
    words = layers.tokens.lower[sentence.start : sentence.end]
    if ":" in words[1:3] or (words[0] == "(" and ")" in words[-2:]):
        return True  # "Enquiries: Mr. X", "(RK/LM)"
    if any(w in speech.passive_event_verbs for w in words) and any(w in ("was", "were") for w in reading.finite):
        return True
    if not reading.finite and _comes_up(layers, sentence):
        return True
    planned = next((w for i, w in enumerate(words) if w in speech.planning_participles and words[i - 1] in BE), None)
    if planned is not None and (not reading.own or _has_programme(layers, sentence)):
        return True  # "a visit is planned for spring", "the Peruvian delegation is scheduled to tour the port"
    return words[0] in speech.narrative_openings and not reading.strong


def _has_programme(layers: Layers, sentence: Sentence) -> bool:
    """Whether it tells what guests will do: their delegation is its subject, and no state or side as such."""
    opening = _subject(layers, sentence)
    return opening is not None and bool({opening.head, layers.tokens.lower[opening.end - 1]} & {"delegation", "mission", "team"})


def _describes_person(layers: Layers, opening: Nominal) -> bool:
    """Whether the subject tells more of somebody: "the former miner is on his first visit"."""
    lower, words = layers.tokens.lower, load_words()
    person = opening.kind == "role" and not opening.plural and opening.head in words.persons and opening.head not in words.collective
    return (
        person and lower[opening.start] == "the" and (lower[opening.start + 1] == "former" or lower[opening.end : opening.end + 1] == [","])
    )


def _is_plain_past(reading: _Reading) -> bool:
    """Whether the main verb tells what was done: "the two ministers later opened the bridge"."""
    return reading.verb in load_speech_words().irregular_pasts or (reading.verb.endswith("ed") and len(reading.verb) > _MIN_PAST)


def _same_paragraph(reading: _Reading) -> float:
    opening = reading.opening
    if all(word in PAST for word in reading.finite) and not reading.stance and (reading.finite or _is_plain_past(reading)):
        return 0.0
    if reading.own or (opening is not None and opening.kind == "parties"):
        return 0.85
    if reading.strong or reading.stance:
        return 0.75
    return 0.55 if opening is None or opening.kind in ("actor", "thing", "name") or reading.verb.endswith("s") else 0.0


def _new_paragraph(layers: Layers, reading: _Reading) -> float:
    opening = reading.opening
    if reading.own and (reading.stance or reading.strong) and reading.verb not in load_speech_words().narrated_verbs:
        return 0.7
    if opening is None or opening.kind != "parties":
        return 0.0
    return 0.6 if layers.tokens.lower[opening.end : opening.end + 1] in (["should"], ["must"], ["need"], ["will"]) else 0.0


def _subject(layers: Layers, sentence: Sentence) -> Nominal | None:
    """The nominal that opens the sentence, after a fronted phrase closed by a comma if there is one."""
    nominal = layers.nominals.starting(sentence.start)
    if nominal is not None:
        return nominal
    reach = range(sentence.start, min(sentence.end, sentence.start + _FRONTED_REACH))
    comma = next((index for index in reach if layers.tokens.lower[index] == ","), None)
    return layers.nominals.starting(comma + 1) if comma is not None else None


def _main_verb(layers: Layers, start: int, end: int) -> str:
    words, adverbs = layers.tokens.lower[start:end], load_words().between
    return next((word for word in words if not word.endswith("ly") and word not in _ADVERBIAL and word not in adverbs), "")

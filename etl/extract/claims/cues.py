"""Cue words in a sentence: which reading of the lexicon fits the place, and in what construction the word stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final

from etl.extract.claims.chains import chain_start
from etl.extract.claims.clauses import is_clause
from etl.extract.claims.constructions import construction_of, is_adverb
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.following import is_spoken
from etl.extract.claims.light_verbs import is_filler, read_light, read_passive_noun
from etl.extract.claims.openings import statement_start
from etl.extract.claims.reduced import described
from etl.extract.claims.refusals import REFUSING, read_refusal
from etl.extract.claims.times import past_count
from etl.extract.claims.verb_forms import Reading, read_together, verb_forms
from etl.extract.grammar import (
    BE,
    FINITE,
    HAVE,
    MODALS,
    NEGATIONS,
    OWNERS,
    PRONOUNS,
)
from etl.extract.layers import Layers, Sentence
from etl.extract.wordlists import WordList
from etl.lexicon.cues import Cue, CueForm, load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_SAID: Final = frozenset({"clause", "quote"})
_CHAINED: Final = 0.6
"""Weight that a verb of saying needs after another verb and "to"."""
_PREPOSITIONS: Final = frozenset({"according", "in", "as"})
_FELT: Final = frozenset({"about", "with", "over", "at", "of"})
"""What follows a participle of feeling, but no passive: "is worried about"."""
_IMPERSONAL_REACH: Final = 4
"""Tokens before a participle among which "it" makes it a passive: "it was also agreed that"."""
_ABOUT: Final = frozenset({"to", "that", "about", "of", "for", "with", "by", "over", "in"})
"""What may follow any adjective of stance."""
_WH: Final = frozenset({"whether", "how", "why", "what", "who", "whom", "where"})


def cue_openings(layers: Layers) -> Sequence[int]:
    """Where a cue other than a noun may begin."""
    return layers.tokens.where(_openings())


@cache
def _openings() -> WordList:
    return WordList(_readers())


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
    tokens = layers.tokens
    if layers.quoted[index] or _is_part_of_word(layers, index):
        return False
    if not tokens.capitalized[index] or index == sentence.start:
        return True
    return tokens.words[index - 1] in {"“", '"', ":", "—"} or tokens.lower[index] == "according"


def _is_part_of_word(layers: Layers, index: int) -> bool:
    """Whether a hyphen binds a token to its neighbour: "so-called", "a say-so"."""
    tokens = layers.tokens
    words = tokens.words
    if index and words[index - 1] == "-" and tokens.glued(index) and tokens.glued(index - 1):
        return True
    return index + 2 < len(words) and words[index + 1] == "-" and tokens.glued(index + 1) and tokens.glued(index + 2)


def _quoted_as(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "X was quoted as saying": passive in form, but its subject is the speaker."""
    lower = layers.tokens.lower
    if index + 3 >= sentence.end:
        return None
    start = index + 1 + (lower[index + 1].endswith("ly") or lower[index + 1] == "also")
    if lower[start] not in ("quoted", "cited", "reported"):
        return None
    saying = next((i for i in range(start + 1, min(sentence.end - 1, start + _MAX_QUOTED)) if lower[i] == "as"), None)
    if saying is None or not is_spoken(lower[saying + 1]) or not _CLOSING.isdisjoint(lower[start + 1 : saying]):
        return None  # "was quoted on Monday by an agency as saying"
    return CueMatch(index, saying + 2, "finite", "assert", _SAID, 0.95, "say", "past", False)


_MAX_QUOTED: Final = 12
_CLOSING: Final = FINITE | {",", ".", ";", ":", "that"}


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


_BEFORE_OPINION: Final = frozenset({",", "that", "and", "but", "which", "is", "are", "was", "were", "—", "–", "“", '"'})
"""Words before "in his opinion" by which it belongs to the clause and to no noun or verb."""


def _opinion(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "In his opinion", "in the Minister's view": a preposition with the noun of an opinion, whose owner is the source."""
    lower = layers.tokens.lower
    nominal, opening = layers.nominals.starting(index + 1), statement_start(layers, sentence)
    owned = nominal is not None and lower[nominal.end : nominal.end + 1] in (["'s"], ["’s"])
    noun = nominal.end + 1 if nominal is not None and owned else index + 2
    possessive = lower[index + 1 : index + 2] and lower[index + 1] in OWNERS
    if not (owned or possessive) or noun >= sentence.end or lower[noun] not in load_speech_words().opinion_nouns:
        return None
    if index > opening and lower[index - 1] not in _BEFORE_OPINION:
        return None  # "is interested in Peru's opinion"
    return CueMatch(index, noun + 1, "preposition", "assess", _SAID, 0.9, f"in {lower[noun]}", "fixed", False)


def _as_put(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "As X put it, …", "as the mayor sees it, …"."""
    lower, source = layers.tokens.lower, layers.nominals.starting(index + 1)
    if source is None or source.end + 2 >= sentence.end or lower[source.end] not in _PUTTING or lower[source.end + 1] != "it":
        return None
    return CueMatch(index, source.end + 2, "preposition", "assess", _SAID, 0.9, "as put", "fixed", False)


_PUTTING: Final = frozenset({"put", "puts", "sees", "saw", "tells", "told", "describes", "described"})


def _verb(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """A verb of the lexicon, its reading chosen by the words bound to it."""
    lower = layers.tokens.lower
    form = verb_forms()[lower[index]]
    following = lower[index + 1] if index + 1 < sentence.end else ""
    reading = read_together(_fitting(layers, index, sentence)) if following in form.bound else form.bare
    if reading is None and load_cues().lemmas[lower[index]] == "vote":
        reading = _bound_behind(layers, index, past_count(layers, index + 1, sentence), sentence)  # "voted 7-2 | against the plan"
    if reading is None or (reading.lemma == "call" and reading.length == 1 and following in _PHONED):
        return None
    if reading.form == "third" and _is_noun(layers, index):
        return None
    if reading.form in ("past", "participle") and _is_attribute(lower, index, sentence):
        return None
    begin = chain_start(layers, index, sentence) if reading.form == "base" and reading.weight >= _CHAINED else index
    construction, negated = ("finite", False) if begin < index else construction_of(layers, index, reading.form, sentence)
    if construction is None:
        return None
    if reading.lemma in ("comment", "comment on") and (negated or {"neither", "nor"}.issubset(lower[sentence.start : index])):
        return None  # "has not commented on it": says nothing
    may_feel = construction == "passive" or _describes(layers, index, reading)
    felt = load_cues().adjectives.get(lower[index]) if may_feel else None
    if felt is not None:
        impersonal = "it" in lower[max(sentence.start, index - _IMPERSONAL_REACH) : index]
        feels = following in _FELT or (not impersonal and (following == "that" or _is_felt_so(layers, index, felt)))
        if feels or _opens_clause(layers, index + 1, felt, sentence):
            return None  # "is worried about", "she is convinced that", "is worried the law …": an adjective
    length, name, act, frames, weight, lemma = reading
    return CueMatch(begin, index + length, construction, act, frames, weight, lemma, name, negated)


def _is_attribute(lower: list[str], index: int, sentence: Sentence) -> bool:
    """Whether a participle stands before its noun, behind a genitive and an adverb: "Peru's internationally | recognized government"."""
    step = index - 1
    while step > sentence.start and is_adverb(lower[step]):
        step -= 1
    return lower[step] in ("'s", "’s") and lower[step - 1] not in _NO_OWNERS


_NO_OWNERS: Final = PRONOUNS | {"that", "there", "what", "who", "here"}
"""Words behind which "'s" is a verb."""
_PHONED: Final = frozenset({"back", "in", "up", "home", "together", "off", "away", "over"})
"""Adverbs with which somebody calls and says nothing: "called back | the envoy", "called off the talks"."""


def _bound_behind(layers: Layers, index: int, place: int, sentence: Sentence) -> Reading | None:
    """The reading of a verb whose bound words stand at a later place; its length reaches to their end."""
    lower = layers.tokens.lower
    if place + 1 >= sentence.end:
        return None
    fitting = [
        (cue, form)
        for cue, form in load_cues().verbs.get(lower[index], ())
        if cue.following and place + len(cue.following) <= sentence.end and _stand(lower, place, cue.following)
    ]
    reading = read_together(fitting)
    return reading._replace(length=reading.length + place - index - 1) if reading is not None else None


def _stand(lower: list[str], place: int, words: tuple[str, ...]) -> bool:
    return tuple(lower[place : place + len(words)]) == words


def _describes(layers: Layers, index: int, reading: Reading) -> bool:
    """Whether a form may be an adjective behind those whom it describes, with what its verb does not take: "residents | opposed to it"."""
    if reading.form not in ("past", "participle") or layers.tokens.lower[index - 1] == "who" or described(layers, index) is None:
        return False
    following = layers.tokens.lower[index + 1 : index + 2]
    taken = {"to": "infinitive", "that": "clause"}
    return reading.length == 1 and following != [] and taken.get(following[0]) not in reading.frames


def _is_felt_so(layers: Layers, index: int, felt: Cue) -> bool:
    """Whether what may follow a participle of feeling follows one: "is determined | to wait", "was encouraged | by the figures".

    By somebody it is done: "was encouraged by the mayor".
    """
    lower = layers.tokens.lower
    if index + 2 >= len(lower) or lower[index + 1] not in felt.complements:
        return False
    doer = layers.nominals.starting(index + 2)
    return lower[index + 1] != "by" or doer is None or doer.kind == "thing"


def _is_noun(layers: Layers, index: int) -> bool:
    """Whether a form in -s is a plural, after an adjective and before no clause or quotation: "leaders of foreign states on the day",
    "reports on international endeavors to deter the regime".
    """
    tokens = layers.tokens
    if not index or layers.nominals.ending(index) is not None or index + 1 >= len(tokens):
        return False
    if tokens.lower[index - 1] in _BEFORE_NOUNS or (tokens.lower[index - 1].endswith("ed") and not tokens.is_capitalized(index - 1)):
        return True  # "amid | claims that", "despite | reports that"
    if tokens.words[index + 1] in _DASHES:
        return True  # "the three countries – the Associated Trio states – wish"
    before = tokens.lower[index - 1]
    named = before in load_speech_words().noun_adjectives
    bare = tokens.lower[index] == "states" and before.isalpha() and not is_adverb(before)
    adjective = named or bare or before.endswith(_ADJECTIVE_ENDINGS)
    if (
        tokens.lower[index] == "states"
        and index > 1
        and tokens.lower[index - 2] == "the"
        and tokens.words[index + 1] not in _OPENING_CONTENT
    ):
        return True  # "the Gulf states in the talks"
    return adjective and not tokens.capitalized[index - 1] and tokens.words[index + 1] not in _OPENING_CONTENT


_BEFORE_NOUNS: Final = frozenset({"amid", "amidst", "despite", "following", "over", "with"})
"""Prepositions before which no subject ends."""
_DASHES: Final = frozenset({"–", "—"})
_ADJECTIVE_ENDINGS: Final = ("al", "ic", "ive", "ous", "ary", "ful", "able", "ible")


_OPENING_CONTENT: Final = frozenset({"that", ",", ":", "“", '"', "«", "‘"})


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
    determined = is_filler(word) or word in ("a", "any", "all", "this", "that")
    return determined or word.endswith(("ed", "ing", "al", "ive", "ous", "ion", "ment"))


def _adjective(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """Be + adjective ("is willing to", "was confident that"), stand / remain + adjective; followed by what it is about."""
    lower, speech = layers.tokens.lower, load_speech_words()
    adjective = load_cues().adjectives.get(lower[index])
    if adjective is None:
        return None
    step = index - 1
    while step >= sentence.start and (is_adverb(lower[step]) or lower[step] in NEGATIONS or lower[step] == "very"):
        step -= 1
    describes = step == index - 1 and described(layers, index) is not None
    if step < sentence.start or (lower[step] not in BE and lower[step] not in speech.linking_verbs and not describes):
        return None
    if index + 1 >= sentence.end:
        return None
    asks = lower[index + 1] in _WH and "clause" in adjective.frames  # "was not sure | whom it was for"
    about = lower[index + 1] in _ABOUT or lower[index + 1] in adjective.complements
    if not about and not asks and not _opens_clause(layers, index + 1, adjective, sentence):
        return None
    if lower[index + 1] == "in" and index + 2 < sentence.end and is_spoken(lower[index + 2]):
        return None  # "was clear in saying that"
    if describes:
        return CueMatch(
            index, index + 1, "described", adjective.act, adjective.frames, adjective.weight, f"be {adjective.lemma}", "fixed", False
        )
    negated = any(w in NEGATIONS for w in lower[step:index])
    start = step
    while start - 1 >= sentence.start and (lower[start - 1] in MODALS or lower[start - 1] in HAVE):
        start -= 1
    lemma = f"be {adjective.lemma}"
    return CueMatch(start, index + 1, "adjective", adjective.act, adjective.frames, adjective.weight, lemma, "fixed", negated)


def _opens_clause(layers: Layers, index: int, adjective: Cue, sentence: Sentence) -> bool:
    """Whether a clause without "that" follows an adjective of stance: "are worried | the law will be changed"."""
    if index >= sentence.end or layers.tokens.lower[index] == "that":
        return False
    word = layers.tokens.lower[index]
    opens = word in PRONOUNS or word in load_words().determiners or layers.nominals.starting(index) is not None
    return opens and "clause" in adjective.frames and is_clause(layers, index, sentence.end)


_Reader = Callable[[Layers, int, Sentence], CueMatch | None]


@cache
def _readers() -> dict[str, tuple[_Reader, ...]]:
    """Words with which a cue may begin to those who read it there, in the order of work: the first that reads one has it."""
    cues = load_cues()
    words: tuple[tuple[_Reader, Iterable[str]], ...] = (
        (_quoted_as, BE),
        (read_passive_noun, BE),
        (_preposition, _PREPOSITIONS),
        (_opinion, ("in",)),
        (read_refusal, REFUSING),
        (_as_put, ("as",)),
        (read_light, cues.light_verbs),
        (_verb, cues.verbs),
        (_adjective, cues.adjectives),
    )
    readers: dict[str, tuple[_Reader, ...]] = {}
    for read, openings in words:
        for word in openings:
            readers[word] = (*readers.get(word, ()), read)
    return readers

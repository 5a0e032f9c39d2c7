"""Cue words in a sentence: which reading of the lexicon fits the place, and in what construction the word stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from etl.extract.layers import Layers, Sentence
from etl.lexicon.cues import Cue, CueForm, Cues
from etl.records import Act

Construction = Literal["finite", "participle", "passive", "light", "adjective", "preposition"]

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re"})
HAVE = frozenset({"has", "have", "had", "'ve", "'d"})
MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must", "did", "does", "do", "'ll"})
NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor"})
_NOUN_SIGNS = frozenset(
    "the a an this that these those his her its their our my no any some such every each of for in on by with from to and's".split()
)
_OBJECT_FILLERS = frozenset(
    "its his her their the a an our deep sincere warm strong full firm great serious grave high best heartfelt cordial profound utmost special"
    " deepest sincerest warmest sincerely mutual shared continued continuing any his own joint particular warm".split()
)


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


def find_cues(layers: Layers, sentence: Sentence, cues: Cues, *, quoted: bool = False) -> list[CueMatch]:
    """All cues of a sentence in order. Words inside quotation marks are left out unless `quoted`."""
    lower = layers.tokens.lower
    found: list[CueMatch] = []
    index = sentence.start
    while index < sentence.end:
        capital = (
            layers.tokens.is_capitalized(index) and index > sentence.start and layers.tokens.words[index - 1] not in {"“", '"', ":", "—"}
        )
        if (layers.quoted[index] and not quoted) or (capital and lower[index] != "according"):
            index += 1
            continue
        match = (
            _quoted_as(lower, index, sentence)
            or _preposition(lower, index, sentence, cues)
            or _light(layers, index, sentence, cues)
            or _verb(layers, index, sentence, cues)
        )
        match = match or _adjective(lower, index, sentence, cues)
        if match is None:
            index += 1
            continue
        found.append(match)
        index = match.end
    return found


def _reached(lower: list[str], index: int, sentence: Sentence) -> CueMatch | None:
    """ "An agreement was reached to …"."""
    if lower[index] not in ("agreement", "agreements", "consensus", "understanding") or index + 2 >= sentence.end:
        return None
    if lower[index + 1] in BE | HAVE and "reached" in lower[index + 2 : index + 4]:
        end = lower.index("reached", index) + 1
        return CueMatch(index, end, "passive", "agree", frozenset({"clause", "infinitive"}), 0.9, "reach agreement", "past", False)
    return None


def _quoted_as(lower: list[str], index: int, sentence: Sentence) -> CueMatch | None:
    """ "X was quoted as saying": passive in form, but its subject is the speaker."""
    if lower[index] not in BE or index + 3 >= sentence.end:
        return None
    start = index + 1 + (lower[index + 1].endswith("ly") or lower[index + 1] == "also")
    if lower[start] in ("quoted", "cited", "reported") and lower[start + 1 : start + 3] in (["as", "saying"], ["as", "telling"]):
        return CueMatch(index, start + 3, "finite", "assert", frozenset({"clause", "quote"}), 0.95, "say", "past", False)
    return None


def _preposition(lower: list[str], index: int, sentence: Sentence, cues: Cues) -> CueMatch | None:
    if lower[index] not in ("according", "per", "in", "as"):
        return None
    for words in cues.prepositions:
        if tuple(lower[index : index + len(words)]) == words and index + len(words) <= sentence.end:
            if len(words) == 1:
                return None
            return CueMatch(
                index, index + len(words), "preposition", "assert", frozenset({"clause", "quote"}), 0.9, " ".join(words), "fixed", False
            )
    return None


def _light(layers: Layers, index: int, sentence: Sentence, cues: Cues) -> CueMatch | None:
    """A light verb with a noun of saying or stance as its object: "expressed his deep gratitude"."""
    lower = layers.tokens.lower
    form = cues.light_verbs.get(lower[index])
    if form is None:
        return None
    step = index + 1
    while (
        step < sentence.end
        and step - index <= 6
        and (lower[step] in _OBJECT_FILLERS or lower[step] == "'s" or lower[step] in cues.adjectives)
    ):
        step += 1
    # "reiterated China's firm support", "reaffirmed Kenya's commitment": the holder may stand between
    if (
        step < sentence.end
        and (entity := layers.entity_at(step)) is not None
        and entity.end + 1 < sentence.end
        and lower[entity.end] in ("'s", "'")
    ):
        step = entity.end + 1
        while step < sentence.end and lower[step] in _OBJECT_FILLERS:
            step += 1
    if step >= sentence.end or step == index:
        return None
    noun = cues.nouns.get(lower[step])
    if noun is None or step - index > 8 or noun.lemma in _BARE_NOUNS:
        return None
    lemma = cues.lemmas.get(lower[index], lower[index])
    if noun.act == "assert" and lemma in _WEAK_LIGHT:
        return None
    # with a verb that itself says ("stressed the importance of …") any noun of stance will do; the others need their noun right away
    construction, negated = _construction(layers, index, form, sentence)
    if construction is None:
        return None
    if construction == "finite":
        construction = "light"
    return CueMatch(
        index, step + 1, construction, noun.act, noun.frames | {"object", "light"}, 0.85, f"{lemma} {noun.lemma}", form, negated
    )


_WEAK_LIGHT = frozenset("make issue give have send deliver hold put place take release sign".split())
_BARE_NOUNS = frozenset("interest agreement view welcome".split())


def _verb(layers: Layers, index: int, sentence: Sentence, cues: Cues) -> CueMatch | None:
    lower = layers.tokens.lower
    readings = cues.verbs.get(lower[index])
    if not readings:
        return None
    fitting: list[tuple[Cue, CueForm]] = []
    dated = {d.span.start for d in layers.dates}
    for cue, form in readings:
        size = len(cue.following)
        if size and index + 1 + size in dated:
            continue  # "reported on Thursday" reports on nothing
        if tuple(lower[index + 1 : index + 1 + size]) == cue.following and index + 1 + size <= sentence.end:
            fitting.append((cue, form))
    if any(r[0].following == ("to",) for r in fitting) and any("infinitive" in r[0].frames and not r[0].following for r in fitting):
        # "agreed to expand" has an infinitive, "agreed to the terms" an object
        object_follows = layers.nominal_starting(index + 2) is not None or _opens_noun_phrase(lower, index + 2)
        fitting = [r for r in fitting if (r[0].following == ("to",)) == object_follows or r[0].following not in ((), ("to",))]
    if not fitting:
        return None
    longest = len(fitting[0][0].following)
    same = [r for r in fitting if len(r[0].following) == longest]
    cue, form = max(same, key=lambda r: r[0].weight)
    frames = frozenset().union(*(r[0].frames for r in same))
    construction, negated = _construction(layers, index, form, sentence)
    if construction is None:
        return None
    return CueMatch(
        index, index + 1 + longest, construction, cue.act, frames, cue.weight, " ".join((cue.lemma, *cue.following)), form, negated
    )


def _opens_noun_phrase(lower: list[str], index: int) -> bool:
    """Whether what stands after "to" is no infinitive, by a determiner or the form of a participle or adjective."""
    word = lower[index] if index < len(lower) else ""
    return (
        word in _OBJECT_FILLERS
        or word in ("a", "any", "all", "this", "that")
        or word.endswith(("ed", "ing", "al", "ive", "ous", "ion", "ment"))
    )


def _construction(layers: Layers, index: int, form: CueForm, sentence: Sentence) -> tuple[Construction | None, bool]:
    """How the verb form at `index` stands: finite, participle, passive, or not at all a verb that speaks (infinitive, noun)."""
    lower = layers.tokens.lower
    step, negated, seen_have, seen_be, modal = index - 1, False, False, False, False
    while step >= sentence.start:
        word = lower[step]
        if word in NEGATIONS:
            negated = True
        elif word in BE:
            seen_be = True
        elif word in HAVE:
            seen_have = True
        elif word in MODALS:
            modal = True
        elif not (word.endswith("ly") or word in _ADVERBS):
            break
        step -= 1
    previous = lower[step] if step >= sentence.start else ""
    if form == "gerund":
        if seen_be:
            return "finite", negated
        if previous in {"", ",", "and", "while", "by", "before", "after", "when", "in", "—", "–", "but"} or step < sentence.start:
            return "participle", negated
        return None, negated
    if form in ("past", "participle"):
        if seen_be:
            return "passive", negated
        return "finite", negated
    if form == "third":
        noun = previous in _NOUN_SIGNS or (step >= sentence.start and lower[index - 1] == "'s")
        return (None if noun and lower[index - 1] == previous else "finite"), negated
    if form == "base":
        if previous == "to" and not modal:
            return None, negated
        if modal:
            return "finite", negated
        nominal = layers.nominal_ending(step + 1)
        plural = nominal is not None and (nominal.plural or nominal.head in ("i", "we", "they", "you"))
        return ("finite" if plural else None), negated
    return None, negated


_ADVERBS = frozenset(
    "also again further then once repeatedly still always even just only long already have thus now today later too as often jointly here earlier"
    " recently first never ever both all in turn fully highly".split()
)


def _adjective(lower: list[str], index: int, sentence: Sentence, cues: Cues) -> CueMatch | None:
    """Be + adjective ("is willing to", "was confident that"), stand / remain + adjective; followed by what it is about."""
    adjective = cues.adjectives.get(lower[index])
    if adjective is None:
        return None
    step = index - 1
    while step >= sentence.start and (
        lower[step].endswith("ly") or lower[step] in _ADVERBS or lower[step] in NEGATIONS or lower[step] == "very"
    ):
        step -= 1
    if step < sentence.start or (
        lower[step] not in BE and lower[step] not in ("stands", "stand", "stood", "remains", "remain", "remained", "feels", "felt")
    ):
        return None
    following = lower[index + 1] if index + 1 < sentence.end else ""
    if following not in ("to", "that", "about", "of", "for", "with", "by", "over", "in"):
        return None
    negated = any(w in NEGATIONS for w in lower[step:index])
    start = step
    while start - 1 >= sentence.start and lower[start - 1] in MODALS | HAVE:
        start -= 1
    return CueMatch(
        start, index + 1, "adjective", adjective.act, adjective.frames, adjective.weight, f"be {adjective.lemma}", "fixed", negated
    )

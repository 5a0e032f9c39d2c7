"""Clauses of what is said, and the phrases of stance in them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from etl.extract.grammar import BE, BEFORE_NOUNS, GOVERNORS, HAVE, MODALS, PRONOUNS, RELATIVES
from etl.extract.layers import Layers, TokenSpan
from etl.extract.wordlists import WordList
from etl.lexicon.cues import Stance, load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_SKIPPED: Final = 2
_MANY: Final = 3
"""Stances that begin alike from which it pays to look at their third words."""
_JOINTS: Final = WordList({";", ",", "and", "but", "while"})
_CLAUSE_ADVERBS: Final = frozenset({"also", "then", "as", "always", ","})
_NOUN_REACH: Final = 3
"""Tokens before a noun among which its article stands."""
_QUALIFYING: Final = ("al", "ic", "ive", "ous", "ful", "ish")
"""Endings of adjectives that qualify a noun after them."""
_AGENT: Final = frozenset({"by"})
"""After a participle it names who did what is told of: "the pact proposed by Peru"."""
_NO_OBJECT: Final = {"back": frozenset({"from", "to", "into", "in", "home", "on"}), "respect": frozenset({"for"})}
"""Words after an adverb or a noun that is written like a verb: "pull its ships | back from the strait", "respect | for the law"."""
_OPENINGS: Final = frozenset({"be", "have", "it", "the", "there"})
"""First words of stances that need no test of where they stand."""
_GOVERNING: Final = GOVERNORS - {"to", "by"}
"""Prepositions that make a noun the tail of another."""
_PLURAL_SUBJECTS: Final = frozenset({"we", "i", "they", "you", "and", ","})


class Hit(NamedTuple):
    """A stance and the tokens at..end where it stands."""

    at: int
    end: int
    stance: Stance


def clauses_of(layers: Layers, content: TokenSpan) -> list[TokenSpan]:
    """Split at semicolons, and at conjunctions that a subject or a finite verb follows. Relative clauses are left out."""
    lower = layers.tokens.lower
    clauses: list[TokenSpan] = []
    start = content.start
    for index in layers.tokens.where_within(_JOINTS, content.start + 1, content.end - 1):
        word = lower[index]
        breaks = lower[index + 1] in RELATIVES if word == "," else word == ";"
        if breaks or (word not in (",", ";") and index > start and _opens_clause(layers, index + 1, content.end)):
            clauses.append(TokenSpan(start, index))
            start = index + 1
    clauses.append(TokenSpan(start, content.end))
    return [c for c in clauses if c.end > c.start and lower[c.start] not in RELATIVES] or [content]


def _opens_clause(layers: Layers, index: int, limit: int) -> bool:
    """Whether a clause begins after a conjunction: with a subject and its verb, an auxiliary, or a verb in -s."""
    lower = layers.tokens.lower
    nominal = layers.nominals.starting(index)
    if nominal is not None and nominal.end < limit and (_is_finite(lower[nominal.end]) or lower[nominal.end].endswith("s")):
        return True
    step = index
    while step < limit and (lower[step].endswith("ly") or lower[step] in _CLAUSE_ADVERBS):
        step += 1
    if step >= limit:
        return False
    third = lower[step].endswith("s") and lower[step] in load_cues().lemmas and lower[step - 1] != "the"
    return third or lower[step] in BE or lower[step] in HAVE or lower[step] in MODALS


def _is_finite(word: str) -> bool:
    return word in BE or word in HAVE or word in MODALS or word in ("needs", "need")


def stances_of(layers: Layers, clause: TokenSpan) -> list[Hit]:
    """Stances of the clause, leftmost first, those inside relative clauses, infinitives and noun phrases left out."""
    if clause not in layers.stances:
        layers.stances[clause] = _read_stances(layers, clause)
    return layers.stances[clause]


def _read_stances(layers: Layers, clause: TokenSpan) -> list[Hit]:
    lower = layers.tokens.lower
    found: list[Hit] = []
    end = clause.start
    for index in layers.tokens.where_within(_openings(), *clause):
        if index < end:
            continue
        for stance in _options(lower, index, clause.end):
            hit = _hit(layers, index, clause, stance)
            if hit is not None:
                found.append(hit)
                end = hit.end
                break
    return found


@cache
def _openings() -> WordList:
    return WordList(load_cues().stance_options)


def _options(lower: list[str], index: int, limit: int) -> list[Stance]:
    """Stances whose first word stands at a token and whose next ones may be among the few after it: most of many are none."""
    options = load_cues().stance_options.get(lower[index])
    if options is None:
        return []
    found, second = options.alone, index + 1
    near = lower[second : min(limit, second + 1 + _MAX_SKIPPED)]
    if not options.by_second.keys().isdisjoint(near):
        for token in near:
            if token in options.by_second:
                found = (*found, *options.by_second[token])
    if not found:
        return []
    if len(found) > _MANY:
        later = lower[second + 1 : min(limit, second + 2 + 2 * _MAX_SKIPPED)]
        third = frozenset().union(*map(_later_words, later))
        found = tuple([(rank, stance) for rank, stance in found if len(stance.words) < 3 or stance.words[2] in third])
    return [stance for _, stance in (sorted(found) if len(found) > 1 else found)]


@lru_cache(maxsize=16384)
def _later_words(token: str) -> frozenset[str]:
    """The words of stances, besides their first, that a token may be: of most tokens none."""
    return _all_later_words() & {token, load_cues().lemmas.get(token, token), token.rstrip("s"), token.removesuffix("s")}


@cache
def _all_later_words() -> frozenset[str]:
    return frozenset(word for stances in load_cues().stances.values() for stance in stances for word in stance.words[1:])


def asks_to_convey(layers: Layers, content: TokenSpan) -> bool:
    """Whether what is asked is to pass on greetings."""
    return any(
        stance.act == "convey" and _end(layers, index, content.end, stance) is not None
        for index in layers.tokens.where_within(_openings(), *content)
        for stance in _options(layers.tokens.lower, index, content.end)
    )


def _hit(layers: Layers, index: int, clause: TokenSpan, stance: Stance) -> Hit | None:
    """The stance when all its words follow one another from a token on, and it stands there as a verb."""
    end = _end(layers, index, clause.end, stance)
    if end is None or (stance.words[-1] == "on" and layers.dates.starting(end) is not None):
        return None  # "a round of calls | on Sunday" calls on nobody
    return Hit(index, end, stance) if _stands_as_verb(layers, index, clause, stance) else None


def _end(layers: Layers, index: int, limit: int, stance: Stance) -> int | None:
    """Where a stance ends whose first word stands at a token; None when another of its words is missing."""
    lower = layers.tokens.lower
    step = index + 1
    for position, word in enumerate(stance.words[1:], 1):
        step = _past_gap(lower, step, limit, word)
        if step >= limit or not _is_form(lower[step], word, last=position == len(stance.words) - 1):
            return None
        step += 1
    return step


def _past_gap(lower: list[str], step: int, limit: int, word: str) -> int:
    """Past at most two adverbs or articles before the next word of a stance."""
    gaps, stop = load_speech_words().stance_gaps, min(limit, step + _MAX_SKIPPED)
    while step < stop and lower[step] != word and (lower[step].endswith("ly") or lower[step] in gaps):
        step += 1
    return step


def _is_form(token: str, word: str, *, last: bool) -> bool:
    inflected = load_cues().lemmas.get(token) == word or token.rstrip("s") == word
    return token == word or inflected or (last and token == word + "s")


def _stands_as_verb(layers: Layers, index: int, clause: TokenSpan, stance: Stance) -> bool:
    lower = layers.tokens.lower
    word = lower[index]
    if stance.words[0] == "the" and index > clause.start and lower[index - 1] in _GOVERNING:
        return False  # "a lecture on the importance of"
    if stance.words[0] in _OPENINGS or len(stance.words) > 2:
        return word not in ("being", "having", "been") or (index > clause.start and lower[index - 1] in HAVE)
    back = index - 1
    while back >= clause.start and (lower[back].endswith("ly") or lower[back] in load_speech_words().auxiliary_adverbs):
        back -= 1
    before = lower[back] if back >= clause.start else ""
    if word.endswith("ing"):
        asked = "what" in lower[max(clause.start, back - 2) : back]  # "what we are striving for"
        return before in BE and word != "being" and not asked  # "is calling for restraint"
    if _is_plural_noun(layers, index, back, clause):
        return False
    if (
        len(stance.words) == 1
        and lower[index + 1 : index + 2]
        and lower[index + 1] in _NO_OBJECT.get(word, _AGENT if word.endswith("ed") else ())
    ):
        return False
    if word.endswith("ed") and index + 1 == clause.end and back == index - 1 and before.isalpha() and not _may_govern(layers, back):
        return False  # "all the information requested"
    if stance.words == (word,) and word not in MODALS and not _has_plural_subject(layers, back, before) and not before.endswith("s"):
        return False
    if before == "and":
        # "and" joins the word to a noun unless an auxiliary or the clause's beginning is near
        joined = word.endswith("s") or word in MODALS or back - 1 < clause.start or _is_finite(lower[back - 1])
        return joined or index - clause.start <= 3
    return before == "that" or (before not in BEFORE_NOUNS and before not in load_speech_words().noun_adjectives)


def _is_plural_noun(layers: Layers, index: int, back: int, clause: TokenSpan) -> bool:
    """Whether a form in -s that may be a noun is one: no subject stands before it, or a verb of its own after it.

    "Fresh | protests in the capital", "protests also took place".
    """
    lower = layers.tokens.lower
    if not lower[index].endswith("s") or lower[index] not in load_cues().nouns:
        return False
    step = index + 1
    while step < clause.end and (lower[step] == "also" or lower[step].endswith("ly")):
        step += 1
    if step < clause.end and (_is_finite(lower[step]) or lower[step] in load_speech_words().irregular_pasts):
        return True
    if back != index - 1 or back < clause.start or layers.nominals.ending(index) is not None:
        return False
    within = lower[max(clause.start, index - _NOUN_REACH) : index]
    return lower[back].endswith(_QUALIFYING) or not load_words().determiners.isdisjoint(within)  # "the largest street | protests"


def _may_govern(layers: Layers, index: int) -> bool:
    """Whether a subject or an auxiliary stands at a token."""
    word = layers.tokens.lower[index]
    return word in BE or word in HAVE or word in PRONOUNS or layers.nominals.ending(index + 1) is not None or word in MODALS


def _has_plural_subject(layers: Layers, back: int, before: str) -> bool:
    """Whether a bare form agrees with what stands before it at `back`; `before` is "" where the clause begins."""
    if not before or before in MODALS or before in _PLURAL_SUBJECTS:
        return True
    nominal = layers.nominals.ending(back + 1)
    return nominal is not None and nominal.plural

"""What two wordings of one statement share: content words, compared by stem, with what every readout says counting little."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from etl.resolve.names import fold, word_set

_STOP = word_set(
    """a an the and or but nor so of in on at to for from by with without into onto over under about between among amid as than that
    this these those it its they them their theirs he him his she her hers we us our ours you your i my me who whom whose which
    what when where while how why is are was were be been being am do does did has have had having will would shall should can
    could may might must not no there here also both each other another such same more most much many very well just only even
    still yet all any some one two both up out off down again further then once during before after since until through across
    per via say said says saying add added adding note noted noting tell told stress stressed stressing emphasize emphasized
    emphasizing point pointed pointing state stated express expressed expressing voice voiced reiterate reiterated reiterating
    reaffirm reaffirmed recall recalled believe believes believed call called calling cite citing describe described according
    vow vowed vowing side sides"""
)
"""English function words, and verbs of saying (the frame of a report, not its content; compare `seeds` cue verbs)."""

_COMMON = word_set(
    """country cooperation relation develop people support promote strengthen enhance deepen mutual bilateral international region
    important continue work joint common field level exchange partner strategic security peace economic trade global community
    world high quality new government leader president minister meeting friend willing benefit"""
)
"""Stems that stand in nearly every readout: sharing them says little."""

_SAME: dict[str, str] = {
    word: group[0]
    for group in (
        ("willing", "ready", "prepared", "readiness", "willingness"),
        ("relation", "relationship", "ties", "tie"),
        ("country", "nation", "state"),
        ("happy", "pleased", "glad", "delighted"),
        ("elevate", "upgrade", "raise", "lift"),
        ("deliver", "bring", "ensure", "provide"),
        ("enhance", "strengthen", "reinforce", "boost"),
        ("expand", "widen", "broaden"),
        ("align", "synergy", "synergize", "dock"),
        ("allround", "allaround", "comprehensive"),
        ("goal", "aim", "purpose", "objective"),
        ("start", "begin", "launch", "commence"),
        ("enter", "usher"),
        ("phase", "stage", "era", "chapter"),
        ("trust", "trustworthy", "trusted"),
        ("sincere", "sincerity", "sincerely"),
        ("steady", "stable", "stability", "steadily"),
        ("firm", "firmly", "resolute", "resolutely", "staunch"),
        ("fruitful", "fruit", "productive"),
        ("meet", "meeting", "talk", "talks"),
        ("oppose", "opposition", "reject"),
        ("help", "assist", "assistance", "aid"),
        ("oversight", "supervision", "monitor"),
        ("agree", "agreement", "consensus"),
        ("equal", "equality", "equally"),
        ("govern", "governance"),
        ("safeguard", "protect", "defend", "uphold"),
    )
    for word in group
}
"""Words that writers of readouts put for one another (first word of a group stands for all)."""

_SUFFIXES = (
    "ization", "ational", "fulness", "ousness", "iveness", "ments", "ment", "ities", "ingly", "edly", "ings", "ing",
    "ies", "ied", "ity", "ers", "ed", "ly", "es", "s",
)  # fmt: skip
COMMON_WEIGHT = 0.35
"""What such a stem counts."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text's content words (stem and weight) and its folded form."""

    folded: str
    stems: frozenset[str]
    weight: float


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the word without its inflection; words of one group of `_SAME` share a stem. Light on purpose: never below four letters."""
    if word in _SAME:
        return _SAME[word]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            bare = word[: -len(suffix)]
            for form in (bare, bare + "e", bare + "y"):
                if form in _SAME:
                    return _SAME[form]
            return bare[:-1] if bare.endswith("e") else bare
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


COMMON_STEMS = frozenset(stem(word) for word in _COMMON)


def is_common(a_stem: str) -> bool:
    """Return whether a stem stands in nearly every readout."""
    return a_stem in COMMON_STEMS


@lru_cache(maxsize=65536)
def wording(text: str, leave_out: frozenset[str] = frozenset()) -> Wording:
    """Return the content words of a text, without the folded words of `leave_out` (the speaker's own name)."""
    folded = fold(re.sub(r"['’]s\b", "", text))
    words = [w for w in folded.split() if w not in _STOP and w not in leave_out and len(w) > 1]
    stems = frozenset(stem(w) for w in words)
    return Wording(folded, stems, _weight(stems))


def _weight(stems: frozenset[str]) -> float:
    return len(stems) - (1 - COMMON_WEIGHT) * len(stems & COMMON_STEMS)


def shared_weight(a: Wording, b: Wording) -> float:
    """Return the weight of the content words in both."""
    return _weight(a.stems & b.stems)


def containment(a: Wording, b: Wording) -> float:
    """Return how much of the shorter text's content stands in the longer one, 0 to 1."""
    least = min(a.weight, b.weight)
    return shared_weight(a, b) / least if least else 0.0


def resemblance(a: Wording, b: Wording) -> float:
    """Return Dice's coefficient of the content words, 0 to 1."""
    total = a.weight + b.weight
    return 2 * shared_weight(a, b) / total if total else 0.0


def verbatim(a: Wording, b: Wording) -> float:
    """Return how alike the two texts are as strings of words in order, 0 to 1; the shorter may stand inside the longer."""
    if a.folded == b.folded:
        return 1.0
    if min(len(a.folded), len(b.folded)) < 30:
        return fuzz.ratio(a.folded, b.folded) / 100
    return max(fuzz.ratio(a.folded, b.folded), fuzz.partial_ratio(a.folded, b.folded) * 0.97) / 100

"""Meeting candidates of an article: a verb or noun of meeting with those who take part.

One module for each family of constructions; each reader looks at one token and returns a candidate when its construction stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.attendance import read_attendance, read_leader
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.courtesy import read_courtesy
from etl.extract.meetings.followups import read_followup
from etl.extract.meetings.nouns import read_noun
from etl.extract.meetings.verbs import read_verb
from etl.extract.meetings.visits import read_visit
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

READERS: tuple[Callable[[Layers, Sentence, int], Candidate | None], ...] = (
    read_attendance,
    read_leader,
    read_followup,
    read_courtesy,
    read_verb,
    read_visit,
    read_noun,
)
"""In the order of work: the first that reads a construction at a token has it."""


@cache
def _openings() -> frozenset[str]:
    """Words with which a construction, or a phrase that is no diplomacy, begins."""
    terms, words = load_meeting_terms(), load_meeting_words()
    others = words.visit_nouns | words.credential_nouns | words.attending_words | {"one", "led", "headed", "heads", "leads"}
    return terms.noun_openings | terms.verbs.keys() | terms.not_diplomatic.keys() | others


def find_candidates(layers: Layers) -> Iterator[Candidate]:
    """Yield all candidates in text order; fixed phrases that are no diplomacy ("board meeting") are passed over."""
    lower, not_diplomatic, openings = layers.tokens.lower, load_meeting_terms().not_diplomatic, _openings()
    for sentence in layers.sentences:
        index = sentence.start
        while index < sentence.end:
            if lower[index] not in openings:
                index += 1
                continue
            phrases = not_diplomatic.get(lower[index], ())
            passed = next((len(phrase) for phrase in phrases if tuple(lower[index : index + len(phrase)]) == phrase), 0)
            if passed:
                index += passed
                continue
            found = next((candidate for read in READERS if (candidate := read(layers, sentence, index)) is not None), None)
            if found is not None:
                yield found
            index += 1

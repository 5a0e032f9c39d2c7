"""Meeting candidates of an article: every construction has its reader, tried in this order at every token."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.nouns import read_noun
from etl.extract.meetings.verbs import read_verb
from etl.extract.meetings.visits import read_visit
from etl.lexicon.meetings import MeetingTerms, load_meeting_terms
from etl.lexicon.words import Words

Reader = Callable[[Layers, Sentence, int, MeetingTerms, Words], Candidate | None]
READERS: tuple[Reader, ...] = (read_verb, read_visit, read_noun)


def find_candidates(layers: Layers, words: Words) -> Iterator[Candidate]:
    """Yield all candidates in text order; fixed phrases that are no diplomacy ("board meeting") are passed over."""
    terms = load_meeting_terms()
    lower = layers.tokens.lower
    for sentence in layers.sentences:
        index = sentence.start
        while index < sentence.end:
            if any(tuple(lower[index : index + size]) in terms.not_diplomatic for size in (2, 3)):
                index += 2
                continue
            for read in READERS:
                found = read(layers, sentence, index, terms, words)
                if found is not None:
                    yield found
                    break
            index += 1

"""Transcripts: each sentence of a speaker's turn is a direct claim of its speaker."""

from __future__ import annotations

from functools import cache

from etl.extract.claims.attribution import without_news
from etl.extract.claims.discourse import Discourse, Holder, Setting
from etl.extract.claims.draft import Draft, bare_draft
from etl.extract.claims.drafts import drafts_of
from etl.extract.claims.turns import announces_speech, ends_turn, turn_at
from etl.extract.layers import Layers
from etl.extract.wordlists import WordList
from etl.lexicon.speech import load_speech_words


def find_turns(layers: Layers) -> list[bool]:
    """For each sentence whether somebody speaks it; nobody does without at least two turns or one that a line of its own announces."""
    if not layers.tokens.where(_labels()):
        return [False] * len(layers.sentences)
    begun = [turn_at(layers, sentence) is not None for sentence in layers.sentences]
    if sum(begun) < 2 and not any(begins and announces_speech(layers, number) for number, begins in enumerate(begun)):
        return [False] * len(begun)
    speaking = False
    spoken: list[bool] = []
    for sentence, begins in zip(layers.sentences, begun, strict=True):
        speaking = begins or (speaking and not ends_turn(layers, sentence))
        spoken.append(speaking)
    return spoken


@cache
def _labels() -> WordList:
    """One of these stands in each label."""
    return WordList({":", *load_speech_words().turn_labels})


def transcript_drafts(layers: Layers) -> list[tuple[Draft, Setting]]:
    """Drafts with the setting they stand in. What stands before the first turn is ordinary text."""
    discourse = Discourse(layers)
    out: list[tuple[Draft, Setting]] = []
    holder: Holder | None = None
    speaking = first = False
    for number, sentence in enumerate(layers.sentences):
        discourse.enter(sentence)
        turn = turn_at(layers, sentence)
        start = sentence.start
        if turn is not None:
            people = (turn.person,) if turn.person is not None else ()
            actors = (discourse.home,) if turn.official and not people and discourse.home is not None else discourse.actors_of(people)
            holder = Holder(people, actors, 1.0)
            speaking, first, start = turn.person is not None or turn.official, True, turn.content_start
        if ends_turn(layers, sentence):
            speaking = False
        if holder is None:
            drafts = drafts_of(layers, sentence, without_news(layers.attributions.get(number, [])), discourse)
            out.extend((draft, discourse.setting(draft.holder)) for draft in drafts)
            discourse.leave(sentence)
        elif speaking and _is_statement(layers, start, sentence.end):
            draft = bare_draft(layers, sentence._replace(start=start), holder, "turn", 0.95, continuation=not first)
            out.append((draft._replace(direct=True), discourse.setting(holder)))
            discourse.hold(holder, sentence.paragraph)
            first = False
    return out


_STATEMENT_ENDS = frozenset({".", "!", "?", "…", "”", '"', ":"})


def _is_statement(layers: Layers, start: int, end: int) -> bool:
    """Not a form of address or a fragment: it ends like a sentence and is longer than a greeting."""
    return (end - start >= 4 and layers.tokens.words[end - 1] in _STATEMENT_ENDS) or end - start >= 8

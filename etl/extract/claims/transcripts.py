"""Transcripts: each sentence of a speaker's turn is a direct claim of its speaker."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import Final

from etl.extract.claims.attribution import without_news
from etl.extract.claims.discourse import Discourse
from etl.extract.claims.draft import Draft, bare_draft
from etl.extract.claims.drafts import drafts_of
from etl.extract.claims.speeches import asks, is_heading, speech_of
from etl.extract.claims.talk import Holder, Setting
from etl.extract.claims.turns import announces_speech, ends_turn, opens_speech, turn_at
from etl.extract.layers import Layers
from etl.extract.wordlists import WordList
from etl.lexicon.speech import load_speech_words


def find_turns(layers: Layers) -> list[bool]:
    """For each sentence whether somebody speaks it; nobody does without at least two turns or one that opens a speech."""
    if (speech := _speech(layers)) is not None:
        return speech
    if not layers.tokens.where(_labels()):
        return [False] * len(layers.sentences)
    begun = [turn_at(layers, sentence) is not None for sentence in layers.sentences]
    alone = (number for number, begins in enumerate(begun) if begins and sum(begun) < 2)
    if sum(begun) < 2 and not any(announces_speech(layers, number) or opens_speech(layers, number) for number in alone):
        return [False] * len(begun)
    speaking = False
    spoken: list[bool] = []
    for sentence, begins in zip(layers.sentences, begun, strict=True):
        speaking = begins or (speaking and not ends_turn(layers, sentence))
        spoken.append(speaking)
    return spoken


def _speech(layers: Layers) -> list[bool] | None:
    """For each sentence of a speech whether it is a part of it: no heading, no question. None where it is none, or labels name speakers."""
    if speech_of(layers) is None or any(
        turn is not None and turn.person is not None for turn in map(partial(turn_at, layers), layers.sentences)
    ):
        return None
    asked = {sentence.paragraph for sentence in layers.sentences if asks(layers, sentence)}
    return [sentence.paragraph not in asked and not is_heading(layers, sentence) for sentence in layers.sentences]


@cache
def _labels() -> WordList:
    """One of these stands in each label."""
    return WordList({":", *load_speech_words().turn_labels})


def transcript_drafts(layers: Layers) -> list[tuple[Draft, Setting]]:
    """Drafts with the setting they stand in. What stands before the first turn is ordinary text."""
    discourse = Discourse(layers)
    out: list[tuple[Draft, Setting]] = []
    speaker = speech_of(layers) if _speech(layers) is not None else None
    holder = Holder((speaker,), discourse.actors_of((speaker,)), 1.0) if speaker is not None else None
    speaking, first = False, speaker is not None
    for number, sentence in enumerate(layers.sentences):
        discourse.enter(sentence)
        turn = turn_at(layers, sentence) if speaker is None else None
        speaking = speaking if speaker is None else layers.in_turn[number]
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
            draft = bare_draft(layers, replace(sentence, start=start), holder, "turn", 0.95, continuation=not first)
            out.append((draft._replace(direct=True), discourse.setting(holder)))
            discourse.hold(holder, sentence.paragraph)
            first = False
    return out


_STATEMENT_ENDS: Final = frozenset({".", "!", "?", "…", "”", '"', ":"})


def _is_statement(layers: Layers, start: int, end: int) -> bool:
    """Not a form of address or a fragment: it ends like a sentence and is longer than a greeting."""
    if layers.tokens.lower[start] in load_speech_words().address_words and _only_addresses(layers, start, end):
        return False
    return (end - start >= 4 and layers.tokens.words[end - 1] in _STATEMENT_ENDS) or end - start >= 8


def _only_addresses(layers: Layers, start: int, end: int) -> bool:
    """Whether nothing but names, titles and words of address stand there: "Mr President, dear Rosa, friends."."""
    tokens, words = layers.tokens, load_speech_words().address_words
    return all(tokens.lower[i] in words or tokens.is_capitalized(i) or not tokens.words[i][0].isalpha() for i in range(start, end))

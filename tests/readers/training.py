"""Trains the small pipeline: tagger, parser and entity recognizer over one shared layer, in a few seconds, the same every time."""

from __future__ import annotations

import random
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from readers.treebank import gold

_SEED = 7
_EPOCHS = 12
_TOK2VEC: dict[str, Any] = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 48,
    "depth": 2,
    "embed_size": 300,
    "window_size": 1,
    "maxout_pieces": 2,
    "subword_features": True,
}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 48, "upstream": "tok2vec"}


def train() -> Language:
    """Return the pipeline."""
    fix_random_seed(_SEED)
    shuffle = random.Random(_SEED).shuffle
    nlp = spacy.blank("en")
    nlp.meta["name"], nlp.meta["version"] = "trained_by_tests", "0.1.0"
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"tok2vec": _LISTENER}})
    nlp.add_pipe("parser", config={"model": {"tok2vec": _LISTENER}, "min_action_freq": 1})  # few sentences: no relation is too rare
    nlp.add_pipe("ner", config={"model": {"tok2vec": _LISTENER}})
    examples = [Example.from_dict(Doc(nlp.vocab, words=words), annotations) for words, annotations in gold()]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(_EPOCHS):
        shuffle(examples)
        for batch in minibatch(examples, size=8):
            nlp.update(batch, sgd=optimizer)
    return nlp

"""Those who declare something together: "We, the leaders of Peru, Chile and Chad, …"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.edges import is_finite
from etl.extract.layers import Layers, Sentence
from etl.extract.people.publishing import convening_body
from etl.extract.wordlists import WordList
from etl.lexicon.actors import load_actors
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef

_OPENING: Final = 12
"""Sentences within which a declaration says who declares."""
_APART: Final = 10
"""Tokens between the names in the list of those who declare."""
_FEWEST: Final = 5
"""Tokens of a sentence that says something."""
_WE: Final = WordList({"we"})


def declaring(layers: Layers) -> tuple[ActorRef, ...]:
    """For whom "we" of a declaration stands: the body whose members declare, and the states named beside it; none where nobody is."""
    states = _listed(layers)
    if not states and (signers := titled(layers)):
        return signers
    body = convening_body(layers)
    return tuple(dict.fromkeys((body, *states[-1:]) if body in states else (body,) if body is not None else states))


def titled(layers: Layers) -> tuple[ActorRef, ...]:
    """Those whom the title of a statement lists, or a line below it: "Statement of the Foreign Ministers of Peru, Chile and Chad"."""
    lines = [layers.tokens.surface(s.start, s.end) for s in layers.sentences[:_TITLE_LINES]]
    return next((listed for title in (layers.article.title or "", *lines) if (listed := _signers(title))), ())


def _signers(title: str) -> tuple[ActorRef, ...]:
    """Those whose statement a line says that it is, each by name, or by an office: "and the High Representative of the European Union"."""
    head, of, names = title.partition(" of ")
    while of and load_party_words().leader_nouns.isdisjoint(head.lower().split()[-1:]):
        more, of, names = names.partition(" of ")
        head += of + more
    if not of or _STATEMENTS.isdisjoint(head.lower().split()[:_TITLE_HEAD]):
        return ()
    parts = [name.strip().removeprefix("the ") for name in names.strip(" .").replace(" and ", ", ").split(",") if name.strip()]
    parts = [part.rpartition(" of ")[2].removeprefix("the ") for part in parts]
    found = [load_actors().by_name.get(part) for part in parts]
    return tuple(dict.fromkeys(actor for actor in found if actor is not None)) if len(found) > 1 and None not in found else ()


_STATEMENTS: Final = frozenset({"statement", "declaration", "communique", "communiqué"})
_TITLE_LINES: Final = 3
"""Lines at the head of a text among which one may be its title."""
_TITLE_HEAD: Final = 3
"""Words among which a title says what it is."""


def is_declared(layers: Layers, sentence: Sentence) -> bool:
    """Whether a sentence of a declaration goes on with it: it is whole, stands behind "We, the leaders of …", and quotes nobody."""
    opening = _opening(layers)
    if opening is None or sentence.start <= opening or layers.quoted[sentence.start] or sentence.end - sentence.start < _FEWEST:
        return False
    words = layers.tokens.lower[sentence.start : sentence.end]
    return words[-1] == "." and ":" not in words and any(is_finite(layers, index) for index in range(sentence.start, sentence.end))


def _opening(layers: Layers) -> int | None:
    """Where "We, the …" stands among the first sentences of a declaration."""
    tokens = layers.tokens
    end = layers.sentences[:_OPENING][-1].end if layers.sentences else 0
    return next((i for i in tokens.where_within(_WE, 0, end) if tokens.lower[i + 1 : i + 3] == [",", "the"] and not layers.quoted[i]), None)


def _listed(layers: Layers) -> tuple[ActorRef, ...]:
    """The states and organizations whose "We, the leaders of …" lists, in their order."""
    opening = _opening(layers)
    if opening is None:
        return ()
    sentence, last, found = layers.sentence_at(opening), opening, list[ActorRef]()
    for entity in layers.entities.within(opening, sentence.end):
        if entity.kind not in ("state", "organization") or entity.nested:
            continue
        if entity.start - last > _APART:
            break
        found.append(entity.actor)
        last = entity.end
    return tuple(found)

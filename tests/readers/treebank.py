"""Gold for a small pipeline: sentences written for it, with tags, heads, relations and entities.

A pattern is a sentence in which every word is written `word/tag:relation:head`, the head by its place in the pattern. PERSON, ORG and
PLACE stand for a name; of a name of several words the last is the head. Persons, bodies and places are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any

PATTERNS = (
    "PERSON/NNP:nsubj:1 visited/VBD:ROOT:1 the/DT:det:3 harbour/NN:dobj:1 ./.:punct:1",
    "PERSON/NNP:nsubj:1 toured/VBD:ROOT:1 a/DT:det:4 new/JJ:amod:4 school/NN:dobj:1 in/IN:prep:1 PLACE/NNP:pobj:5 ./.:punct:1",
    "PERSON/NNP:nsubj:1 said/VBD:ROOT:1 that/IN:mark:6 the/DT:det:4 harbour/NN:nsubj:6 would/MD:aux:6 open/VB:ccomp:1"
    " in/IN:prep:6 June/NNP:pobj:7 ./.:punct:1",
    "PERSON/NNP:nsubj:8 ,/,:punct:0 never/RB:neg:3 shy/JJ:amod:0 of/IN:prep:3 a/DT:det:6 microphone/NN:pobj:4 ,/,:punct:0"
    " said/VBD:ROOT:8 that/IN:mark:13 the/DT:det:11 port/NN:nsubj:13 would/MD:aux:13 close/VB:ccomp:8 ./.:punct:8",
    "PERSON/NNP:nsubj:9 ,/,:punct:0 long/RB:advmod:5 the/DT:det:5 best/JJS:amod:5 baker/NN:appos:0 of/IN:prep:5 PLACE/NNP:pobj:6"
    " ,/,:punct:0 said/VBD:ROOT:9 that/IN:mark:13 prices/NNS:nsubj:13 had/VBD:aux:13 fallen/VBN:ccomp:9 ./.:punct:9",
    "PERSON/NNP:nsubj:1 said/VBD:ROOT:1 the/DT:det:3 boats/NNS:nsubj:4 were/VBD:ccomp:1 safe/JJ:acomp:4 as/IN:mark:8 fog/NN:nsubj:8"
    " lifted/VBD:advcl:1 over/IN:prep:8 the/DT:det:11 bay/NN:pobj:9 ./.:punct:1",
    "PERSON/NNP:nsubj:1 said/VBD:ROOT:1 the/DT:det:3 road/NN:nsubj:4 was/VBD:ccomp:1 open/JJ:acomp:4 as/IN:mark:8 rain/NN:nsubj:8"
    " fell/VBD:advcl:1 on/IN:prep:8 the/DT:det:11 hills/NNS:pobj:9 ./.:punct:1",
    "When/WRB:advmod:4 the/DT:det:2 fog/NN:nsubj:4 had/VBD:aux:4 lifted/VBN:advcl:7 ,/,:punct:7 PERSON/NNP:nsubj:7 said/VBD:ROOT:7"
    " ,/,:punct:7 the/DT:det:10 boats/NNS:nsubj:11 were/VBD:ccomp:7 gone/VBN:acomp:11 ./.:punct:7",
    "The/DT:det:1 ORG/NNP:nsubj:2 said/VBD:ROOT:2 that/IN:mark:6 prices/NNS:nsubj:6 had/VBD:aux:6 fallen/VBN:ccomp:2 ./.:punct:2",
    "Growers/NNS:nsubj:1 praised/VBD:ROOT:1 the/DT:det:3 ORG/NNP:dobj:1 ./.:punct:1",
    "PERSON/NNP:nsubj:1 works/VBZ:ROOT:1 for/IN:prep:1 the/DT:det:4 ORG/NNP:pobj:2 in/IN:prep:1 PLACE/NNP:pobj:5 ./.:punct:1",
    "The/DT:det:1 ORG/NNP:nsubj:2 opened/VBD:ROOT:2 a/DT:det:4 school/NN:dobj:2 near/IN:prep:2 PLACE/NNP:pobj:5 ./.:punct:2",
    "The/DT:det:1 ferry/NN:nsubj:2 left/VBD:ROOT:2 PLACE/NNP:dobj:2 on/IN:prep:2 Monday/NNP:pobj:4 ./.:punct:2",
)

NAMES = {
    "PERSON": (
        "Oddrun Kvamsdal", "Zvezdana Brkovska", "Quillon Dresser", "Tsegaye Woldemar", "Ysolt Farrantine", "Brannick Oyelade",
        "Mirzhan Toktobek", "Peregrin Aldous", "Xochil Tenango", "Ilmatar Koskenniemi",
    ),
    "ORG": (
        "Vestmark Salmon Institute", "Tarn Valley Railway Company", "Ostrava Glass Society", "Highmoor Bank", "Quelle Bus Company",
        "Sundale Fishing Association",
    ),
    "PLACE": ("Brannfjord", "Osterwick", "Kaltamar", "Dunmoor"),
}  # fmt: skip
_ROUNDS = 5


def gold() -> Iterator[tuple[list[str], dict[str, Any]]]:
    """Words and annotations of each sentence, in the form that spaCy's `Example.from_dict` takes: every pattern with several names."""
    names = {kind: cycle(known) for kind, known in NAMES.items()}
    for _ in range(_ROUNDS):
        for pattern in PATTERNS:
            yield _sentence(pattern, {kind: next(known).split() for kind, known in names.items()})


def _sentence(pattern: str, names: dict[str, list[str]]) -> tuple[list[str], dict[str, Any]]:
    cells = [cell.split(":") for cell in pattern.split()]
    parts = [names.get(form, [form]) for form in (cell[0].rpartition("/")[0] for cell in cells)]
    ends = [sum(len(part) for part in parts[: number + 1]) for number in range(len(parts))]
    words: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    entities: list[str] = []
    for (cell, relation, head), part, end in zip(cells, parts, ends, strict=True):
        form, _, tag = cell.rpartition("/")
        kind = {"PLACE": "GPE"}.get(form, form) if form in names else None
        for place, word in enumerate(part):
            last = place == len(part) - 1
            words.append(word)
            tags.append(tag)
            heads.append(ends[int(head)] - 1 if last else end - 1)
            deps.append(relation if last else "compound")
            entities.append("O" if kind is None else _label(kind, place, len(part)))
    return words, {"tags": tags, "heads": heads, "deps": deps, "entities": entities}


def _label(kind: str, place: int, size: int) -> str:
    """A word's part in an entity: unit, beginning, inside, last."""
    position = "U" if size == 1 else "B" if place == 0 else "L" if place == size - 1 else "I"
    return f"{position}-{kind}"

"""Judgements and a document: which are about it, what they are about in its articles, and what its articles then say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from etl.judgements.apply import Located, apply_judgements
from etl.judgements.passages import find_passage
from etl.judgements.records import NAMED, Found, Judgement, TextAnchor
from etl.judgements.things import Thing, find_thing
from etl.records import Mention, Observations

Place = tuple[str, str]
"""Origin and name of a document, as a later version of it has them too."""
_BEST: Mapping[Found, int] = {"exact": 3, "moved": 2, "similar": 1, "name": 0}


class JudgedText(NamedTuple):
    """An article of a document: its text, what tells it from all others, and what was observed in it."""

    text: str
    text_hash: str
    url: str | None
    seen: Observations


@dataclass(frozen=True, slots=True)
class Target:
    """What an anchor (`ordinal`: 0 the thing judged, 1 the other) of a judgement was found to be in the article at `position`.

    `which` is None for a name that was taken out of the article.
    """

    judgement: int
    ordinal: int
    position: int
    which: int | Mention | None
    found: Found


class Book:
    """All judgements by key, and how to find those about a document."""

    def __init__(self, judgements: Mapping[int, Judgement]) -> None:
        self.judgements = dict(sorted(judgements.items(), key=lambda item: (item[1].decided_at, item[0])))
        self._order = {key: number for number, key in enumerate(self.judgements)}
        self._by: dict[object, set[int]] = defaultdict(set)
        self._rejected_names: list[int] = []
        for key, judgement in self.judgements.items():
            if judgement.about in NAMED and judgement.decision == "reject":
                self._rejected_names.append(key)
            for anchor in judgement.anchors:
                if isinstance(anchor, TextAnchor):
                    for mark in (anchor.text_hash, anchor.document, ("named", anchor.document_name), anchor.url):
                        self._by[mark].add(key)

    def __bool__(self) -> bool:
        return bool(self.judgements)

    def about(self, document: int, place: Place, articles: Iterable[JudgedText]) -> list[int]:
        """Return the keys of the judgements that hold on to a passage of a document, earliest first."""
        marks: list[object] = [document, ("named", place[1])]
        for article in articles:
            marks += [article.text_hash, article.url]
        found = {key for mark in marks if mark is not None for key in self._by.get(mark, ())}
        return sorted(found, key=self._order.__getitem__)

    def judge(self, document: int, place: Place, articles: Sequence[JudgedText]) -> tuple[tuple[Observations, ...], tuple[Target, ...]]:
        """Return what the articles of a document say once they are judged, and what each anchor was found to be.

        Depends on the document alone: whatever else is in the store, and in whatever order it came.
        """
        targets: list[Target] = []
        located: list[tuple[int, int, Located]] = []
        for key in self.about(document, place, articles):
            judgement = self.judgements[key]
            for ordinal, anchor in enumerate(judgement.anchors):
                kinship = _kinship(anchor, document, place, articles) if isinstance(anchor, TextAnchor) else None
                if not isinstance(anchor, TextAnchor) or kinship is None:
                    continue
                for position, thing, how in _find(judgement, anchor, articles, doubtful=kinship == "name"):
                    targets.append(Target(key, ordinal, position, thing.which, how))
                    if judgement.other is None:
                        located.append((self._order[key], position, Located(judgement, thing.which)))
        for key in self._rejected_names:
            judgement = self.judgements[key]
            for position, article in enumerate(articles):
                one = Located(judgement, None)
                if apply_judgements(article.seen, [one]) != article.seen:
                    located.append((self._order[key], position, one))
                    targets.append(Target(key, 0, position, None, "name"))
        judged: list[Observations] = []
        for position, article in enumerate(articles):
            mine = sorted(((order, one) for order, at, one in located if at == position), key=lambda pair: pair[0])
            judged.append(apply_judgements(article.seen, [one for _, one in mine]))
        return tuple(judged), tuple(targets)


def _kinship(anchor: TextAnchor, document: int, place: Place, articles: Iterable[JudgedText]) -> Literal["version", "name"] | None:
    """Return how a document is related to the one that an anchor was made in.

    Either it is that one, a later version of it or another copy of its text; or it only has its name, on another machine for all we know.
    """
    if anchor.document == document or (anchor.origin, anchor.document_name) == place:
        return "version"
    if any(a.text_hash == anchor.text_hash or (a.url is not None and a.url == anchor.url) for a in articles):
        return "version"
    return "name" if anchor.document_name == place[1] else None


def _find(judgement: Judgement, anchor: TextAnchor, articles: Sequence[JudgedText], *, doubtful: bool) -> list[tuple[int, Thing, Found]]:
    """Of articles with the very text, all; else the one article that has the passage in the words most alike, nearest its old place."""
    same = [i for i, article in enumerate(articles) if article.text_hash == anchor.text_hash]
    found: list[tuple[int, Thing, Found]] = []
    distance: dict[int, int] = {}
    for position in same or range(len(articles)):
        article = articles[position]
        passage = find_passage(anchor, article.text, unchanged=bool(same), doubtful=doubtful)
        thing = find_thing(judgement.about, passage.span, anchor.hint, article.seen, article.text) if passage else None
        if passage and thing:
            found.append((position, thing, passage.found))
            distance[position] = abs(passage.span.start - anchor.start)
    if same:
        return found
    return sorted(found, key=lambda one: (-_BEST[one[2]], distance[one[0]], one[0]))[:1]

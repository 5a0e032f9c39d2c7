"""The pipeline: a blank English tokenizer and our components, registered as spaCy factories, and the way from an article to observations.

`build_pipeline()` is what users may extend: every component is a named factory, so a trained component can be added before or after any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from etl.extract.assemble import assemble
from etl.extract.claims.component import find_attributions, find_claims
from etl.extract.confidence import with_confidence
from etl.extract.cutting import make_tokenizer
from etl.extract.dates.component import find_dates
from etl.extract.gazetteer import find_entities
from etl.extract.initiatives.component import find_initiatives
from etl.extract.layers import Layers
from etl.extract.meetings.component import find_meetings
from etl.extract.nominals.component import find_nominals
from etl.extract.organizations import find_organizations
from etl.extract.people.component import find_people
from etl.extract.readers.reader import RULES, Reader
from etl.extract.relations.component import find_relations
from etl.extract.sentences import find_sentences
from etl.extract.titles.spans import find_titles
from etl.extract.tokens import Tokens
from etl.extract.topics import find_topics
from etl.lexicon.tables import seeds_version
from etl.lexicon.words import load_words
from etl.records import Article, Observations

RULES_VERSION: Final = "1"

_COMPONENTS: Final[dict[str, Callable[[Layers], None]]] = {
    "communique_sentences": lambda layers: find_sentences(layers, load_words()),
    "communique_entities": find_entities,
    "communique_titles": find_titles,
    "communique_people": find_people,
    "communique_initiatives": find_initiatives,
    "communique_organizations": find_organizations,
    "communique_nominals": find_nominals,
    "communique_dates": find_dates,
    "communique_attributions": find_attributions,
    "communique_meetings": find_meetings,
    "communique_claims": find_claims,
    "communique_topics": find_topics,
    "communique_relations": find_relations,
}
"""In the order of work: each reads the layers of those before it."""


def _component(fill: Callable[[Layers], None]) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        fill(doc._.layers)
        return doc

    return component


for _name, _fill in _COMPONENTS.items():
    Language.component(_name, func=_component(_fill))
if not Doc.has_extension("layers"):
    Doc.set_extension("layers", default=None)


@cache
def build_pipeline() -> Language:
    """The default pipeline: no trained model, no download."""
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    for name in _COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def extractor_version(reader: Reader = RULES) -> str:
    """Version of rules, lexicons and reader together: rows made by another version are stale."""
    return "+".join(part for part in (RULES_VERSION, seeds_version(), reader.version) if part)


def extract(article: Article, reader: Reader = RULES) -> Observations:
    """Observe one article. Pure: the same article, rules, lexicons and reader give the same observations."""
    return with_confidence(assemble(read_layers(article, reader)))


def extract_all(articles: Iterable[Article], reader: Reader = RULES) -> Iterator[Observations]:
    """Observe several articles, each as `extract` would. It is faster: a component reads some of them before the next one has its turn,
    and finds its rules and words still at hand in the processor's caches.
    """
    for some in _portions(articles):
        for layers in _layers_of(some, reader):
            yield with_confidence(assemble(layers))


_TOGETHER: Final = 16
_TOGETHER_LENGTH: Final = 100_000
"""Articles that are read together at most, and their characters, for all their layers are in memory at once."""


def _portions(articles: Iterable[Article]) -> Iterator[list[Article]]:
    portion: list[Article] = []
    length = 0
    for article in articles:
        if portion and (len(portion) == _TOGETHER or length + len(article.text) > _TOGETHER_LENGTH):
            yield portion
            portion, length = [], 0
        portion.append(article)
        length += len(article.text)
    if portion:
        yield portion


def _is_own() -> bool:
    """Whether the pipeline is the project's own: it is while nobody has asked for it to add to it. (spaCy takes 1 % of the time to say.)"""
    return not build_pipeline.cache_info().currsize or build_pipeline().pipe_names == list(_COMPONENTS)


def read_layers(article: Article, reader: Reader = RULES) -> Layers:
    """The layers of an article as the components leave them."""
    (layers,) = _layers_of([article], reader)
    return layers


def _layers_of(articles: list[Article], reader: Reader) -> list[Layers]:
    found: list[Layers] = []
    for article in articles:
        tokens = Tokens.from_text(article.text)
        found.append(Layers(article, tokens, reader.annotate(tokens)))
    if _is_own():  # the components read layers alone: nobody would look at a `Doc`, which takes as long as most of them
        for fill in _COMPONENTS.values():
            for layers in found:
                fill(layers)
        return found
    nlp = build_pipeline()
    for layers in found:
        doc = nlp.make_doc(layers.article.text)
        doc._.layers = layers
        for _, component in nlp.pipeline:
            doc = component(doc)
    return found

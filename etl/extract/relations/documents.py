"""The phrases that name documents: "a visa-waiver agreement", "the Memorandum of Understanding on health, energy and trade"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final, NamedTuple

from etl.extract.dates.context import MONTHS, WEEKDAYS
from etl.extract.grammar import BE, DETERMINERS, FINITE, GENITIVES, MODALS, PRONOUNS
from etl.extract.layers import PLACE_KINDS, Layers, Sentence
from etl.extract.wordlists import WordList
from etl.lexicon.numbers import load_numbers
from etl.lexicon.relations import AgreementDocument, load_agreement_documents, load_relation_words
from etl.lexicon.words import load_words

_MAX_ATTRIBUTES: Final = 8
_MAX_TITLE: Final = 30
"""Tokens of what a document is about."""
_NO_ATTRIBUTES: Final = (
    DETERMINERS
    | FINITE
    | GENITIVES
    | PRONOUNS
    | frozenset(
        ', . ; : ( ) “ ” " of on in at by to for with from after before during and or as under also then new various number'.split()
    )
)
"""What is no attribute of a noun: the title begins behind it."""
_BEFORE_VERBS: Final = MODALS | {"to"}
_MATTERS: Final = frozenset(
    "on for concerning regarding about against of to relating related aimed amending supplementing establishing".split()
)
"""Words after a document that open what it is about."""
_FIELDS: Final = frozenset({"field", "fields", "area", "areas", "sphere", "spheres", "sector", "sectors", "domain", "domains"})
_ENDS: Final = frozenset(
    '. ; : ( ) “ ” " which that who where was were is are has have had will would when while whereas as after following during amid before '
    "ahead by here signed inked initialled initialed issued released adopted concluded worth witnessed but under through via at "
    "reached exchanged".split()
)
"""What a title never holds."""
_TIMES: Final = frozenset({"in", "on", "since", "until", "late", "early", "last", "this", "earlier"})
_TRAILING: Final = frozenset({"and", ",", "the", "between", "such"})
_BETWEEN: Final = frozenset({"between", "with"})
_PARTNERS: Final = frozenset("countries states nations sides governments parties neighbours neighbors capitals".split())
_SURELY_PAST: Final = 4
"""Letters of a word in -ed that is a verb, and not "need" or "seed"."""


class DocumentPhrase(NamedTuple):
    """Where a document is named, without its article, and its title ends."""

    start: int
    end: int
    document: AgreementDocument


def document_phrases(layers: Layers, sentence: Sentence) -> list[DocumentPhrase]:
    """The documents that a sentence names, in text order; not those that only say what another is about."""
    found: list[DocumentPhrase] = []
    for index in layers.tokens.where_within(_openings(), sentence.start, sentence.end):
        document = next((d for d in _by_opening()[layers.tokens.lower[index]] if _stands_at(layers, index, d)), None)
        covered = bool(found) and index < found[-1].end
        if document is None or covered or layers.tokens.lower[index - 1 : index] == ["("]:  # "Memorandum of Understanding (MoU) on"
            continue
        end = index + len(document.words)
        if layers.tokens.lower[end : end + 1] == ["-"]:
            continue  # "a treaty-based order"
        found.append(DocumentPhrase(_attributes_start(layers, sentence, index), _title_end(layers, sentence, end), document))
    return found


def _stands_at(layers: Layers, index: int, document: AgreementDocument) -> bool:
    return tuple(layers.tokens.lower[index : index + len(document.words)]) == document.words


@cache
def _by_opening() -> dict[str, tuple[AgreementDocument, ...]]:
    """First word to the documents that begin with it, longest first."""
    found: dict[str, list[AgreementDocument]] = defaultdict(list)
    for document in load_agreement_documents():
        found[document.words[0]].append(document)
    return {word: tuple(documents) for word, documents in found.items()}


@cache
def _openings() -> WordList:
    return WordList(_by_opening().keys())


def _attributes_start(layers: Layers, sentence: Sentence, head: int) -> int:
    """Where the attributes before a head begin: "a | visa-waiver agreement", "an | economic and technical cooperation agreement"."""
    lower, start = layers.tokens.lower, head
    while start > sentence.start and head - start < _MAX_ATTRIBUTES and _is_attribute(layers, start - 1):
        start -= 1
    joined = start - 1
    if lower[joined] == "and" and joined > sentence.start and _is_attribute(layers, joined - 1):
        first = joined - 1
        while first > sentence.start and head - first < _MAX_ATTRIBUTES and _is_attribute(layers, first - 1):
            first -= 1
        if lower[first - 1] in DETERMINERS or lower[first - 1] in load_numbers().days:
            return first
    return start


def _is_attribute(layers: Layers, index: int) -> bool:
    """Whether a token may be an attribute of a document: no verb, number, date or article."""
    word, words = layers.tokens.lower[index], load_relation_words()
    if word in _NO_ATTRIBUTES or word in words.signing_verbs or word in words.issuing_verbs or word in load_numbers().days:
        return False
    lower = layers.tokens.lower
    if lower[index - 1] in _BEFORE_VERBS or (lower[index - 1] == "also" and lower[index - 2] in _BEFORE_VERBS):
        return False  # "will (also) review agreements"
    return word == "-" or (word.isalpha() and not layers.dates.covering(index) and not word.endswith("ly"))


def _title_end(layers: Layers, sentence: Sentence, end: int) -> int:
    """Where the title ends whose head ends at `end`: past what the document is about, before where, when and between whom it is."""
    lower = layers.tokens.lower
    inner = end + 3 if lower[end : end + 1] == ["("] and lower[end + 2 : end + 3] == [")"] else end  # "Memorandum (MoU) on"
    inner = _past_parties(layers, sentence, inner)
    about = lower[inner : inner + 1]
    in_field = about == ["in"] and not _FIELDS.isdisjoint(lower[inner + 1 : inner + 4])
    if not about or not (about[0] in _MATTERS or in_field) or _is_adjunct(layers, inner):
        return end
    step = inner + 1
    while step < min(sentence.end, inner + _MAX_TITLE) and not _ends_title(layers, sentence, step):
        step += 1
    while step > inner and (lower[step - 1] in _MATTERS or lower[step - 1] in _TIMES or lower[step - 1] in _TRAILING):
        step -= 1
    return step if step > inner + 1 else end


def _past_parties(layers: Layers, sentence: Sentence, index: int) -> int:
    """Past the parties of a formal title: "Agreement between the Government of Peru and the Government of Chile | on readmission"."""
    lower, step = layers.tokens.lower, index + 1
    if lower[index : index + 1] != ["between"]:
        return index
    while step < min(sentence.end, index + _PARTIES_REACH) and lower[step] not in _MATTERS - {"of"}:
        named = lower[step] in DETERMINERS or lower[step] in ("of", "and") or layers.tokens.is_capitalized(step)
        if not (named or lower[step] in load_relation_words().government_nouns or layers.entities.covering(step)):
            return index
        step += 1
    return step if step < sentence.end and lower[step] in _MATTERS else index


_PARTIES_REACH: Final = 30
"""Tokens of the parties in a formal title."""


def _is_adjunct(layers: Layers, index: int) -> bool:
    """Whether a preposition opens when or where: "on Tuesday", "on the sidelines of", "in Lima"."""
    after = index + 1 + (layers.tokens.lower[index + 1 : index + 2] == ["the"])
    if layers.tokens.lower[after : after + 1] in (["sidelines"], ["margins"], ["fringes"], ["occasion"], ["same"], ["first"]):
        return True
    dated = any(word in WEEKDAYS or word in MONTHS for word in layers.tokens.lower[after : after + 1])
    return dated or layers.dates.starting(index + 1) is not None or bool(layers.dates.covering(index))


def _ends_title(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether what a document is about ends before a token."""
    lower = layers.tokens.lower
    word = lower[index]
    if word in _ENDS:
        return True
    if dates := layers.dates.covering(index):
        return all(lower[value.span.start - 1] != "of" for value in dates)  # but "the Agreement on Chess of 3 May"
    if word in ("on", "in") and _is_adjunct(layers, index):
        return True
    if lower[index : index + 2] == ["such", "as"] or (word == "such" and lower[index + 2 : index + 3] == ["as"]):
        return True  # "documents in such areas as trade"
    if word == "in" and _is_place(layers, index + 1):
        return True
    if word in _BETWEEN:
        return _is_between_parties(layers, index)
    return word in ("and", ",") and _goes_elsewhere(layers, sentence, index)


def _is_place(layers: Layers, index: int) -> bool:
    """Whether a place stands at a token: "in Lima", "in the Peruvian capital"."""
    if layers.tokens.lower[index : index + 1] == ["the"]:
        return "capital" in layers.tokens.lower[index + 1 : index + 4]
    return any(entity.start == index and entity.kind in PLACE_KINDS for entity in layers.entities.within(index, index + 1))


def _is_between_parties(layers: Layers, index: int) -> bool:
    """Whether "between" or "with" tells whose document it is: "between Peru and Chile", "between the two countries"."""
    lower = layers.tokens.lower
    after = index + 1 + (lower[index + 1 : index + 2] == ["the"])
    return layers.entity_at(after) is not None or not _PARTNERS.isdisjoint(lower[index + 1 : index + 5])


def _goes_elsewhere(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether something else begins after "and" or a comma: another document, a clause; not one more matter."""
    lower = layers.tokens.lower
    after = index + 1 + (lower[index + 1 : index + 2] in (["and"], ["also"], ["then"]))
    if after >= sentence.end:
        return True
    word = lower[after]
    if lower[index] == "," and word.endswith("ing"):
        return True  # ", contributing to trade"
    if word in BE or word in PRONOUNS or word in FINITE or _is_past(word) or layers.dates.starting(after) is not None:
        return True
    if lower[index] == "," and "and" not in lower[after : min(sentence.end, index + _LIST_REACH)]:
        return True  # no list of matters
    nominal = layers.nominals.starting(after) or layers.nominals.starting(after + 1)
    acting = nominal is not None and nominal.kind in ("person", "group", "office", "parties", "pronoun")
    if nominal is not None and acting and any(w in FINITE or _is_past(w) for w in lower[nominal.end : nominal.end + 2]):
        return True
    reach = lower[after : min(sentence.end, after + _NEXT_REACH)]
    end = next((i for i, token in enumerate(reach) if token in (",", "and", "on", "of", "for")), len(reach))
    opens = lower[index] == "," or word in DETERMINERS or word in load_numbers().days or layers.tokens.is_capitalized(after)
    return opens and any(token in _by_opening() for token in reach[: end + 1])


_LIST_REACH: Final = 14
"""Tokens from a comma to the "and" before the last matter of a list."""
_NEXT_REACH: Final = 9
"""Tokens of "a memorandum", "a visa-waiver agreement" behind an "and"."""


def _is_past(word: str) -> bool:
    return (word.endswith("ed") and len(word) > _SURELY_PAST) or word in load_words().quote_verbs

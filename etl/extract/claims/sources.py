"""Who speaks: the noun phrase left of a cue.

Adverbs, auxiliaries, time phrases and an apposition or relative clause between commas may stand between. When no known nominal is there,
the clause's own subject phrase is taken, judged by its shape.
"""

from __future__ import annotations

from typing import Final

from etl.extract.claims.asides import before_aside, is_hyphen
from etl.extract.claims.clause_subjects import clause_subject
from etl.extract.claims.edges import is_finite
from etl.extract.claims.openings import main_subject, statement_start
from etl.extract.claims.phrases import with_premodifiers
from etl.extract.claims.relatives import restricted_subject
from etl.extract.claims.subjects import annotated_subject
from etl.extract.claims.times import before_time
from etl.extract.claims.wholes import member_of, whole_phrase
from etl.extract.grammar import BE, FINITE, GENITIVES, HAVE, MODALS, NEGATIONS, RELATIVES
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words, load_told_nouns
from etl.lexicon.words import load_words

_SKIPPED: Final = (
    HAVE | BE | MODALS | NEGATIONS | frozenset("here there both all each jointly himself herself themselves then together".split())
)
"""What may stand between a subject and its verb, besides adverbs."""
_OPENING_QUOTES: Final = frozenset('“«"‘')
_MAX_NAME: Final = 4
_BREAKING: Final = (FINITE - GENITIVES) | RELATIVES
"""Words that no apposition goes on over."""
_PARTING: Final = frozenset({",", "—", "–", "--", "-"})
"""What may close an apposition or a list of those who speak: "The three ministers – X, Y and Z – said"."""
_CLOSERS: Final = _PARTING | {")"}


def source_left(layers: Layers, cue_start: int, sentence: Sentence) -> tuple[Nominal | None, int]:
    """The nominal that is the subject of the verb at `cue_start`, and the index where its phrase begins."""
    asked = cue_start, sentence.start
    if asked not in layers.subjects:
        layers.subjects[asked] = _subject(layers, cue_start, sentence)
    return layers.subjects[asked]


def _subject(layers: Layers, cue_start: int, sentence: Sentence) -> tuple[Nominal | None, int]:
    """`source_left`, not asked before."""
    if (told := restricted_subject(layers, cue_start, sentence)) is not None:
        return told, told.start
    if (opening := _unclosed(layers, cue_start, sentence) or _serving(layers, cue_start, sentence)) is not None:
        return opening, opening.start
    source, start = _read_left(layers, cue_start, sentence)
    if source is None and (subject := annotated_subject(layers, cue_start, sentence)) is not None:
        return subject, subject.start
    return source, start


def _read_left(layers: Layers, cue_start: int, sentence: Sentence) -> tuple[Nominal | None, int]:
    """`source_left` by the words alone."""
    lower, adverbs = layers.tokens.lower, load_words().between
    end = _before_phrase(layers, cue_start, sentence)
    while end > sentence.start:
        if (located := _place_before(layers, end, sentence)) is not None:
            end = located
            continue
        nominal = layers.nominals.ending(end)
        if nominal is not None and nominal.start >= sentence.start and (member := member_of(layers, nominal, sentence)) is not None:
            return member, member.start
        if nominal is not None and nominal.start >= sentence.start:
            whole = whole_phrase(layers, nominal, sentence)
            if whole is not None and (named := _apposed(layers, whole, cue_start, sentence)) is not None:
                return named, named.start
            if whole is not None:
                whole = _with_fields(layers, whole, sentence)
                return whole, whole.start
            break
        word = lower[end - 1]
        if (occasion := _occasion_before(layers, end, sentence)) is not None:
            end = occasion
            continue
        if word in CLOSING_QUOTES and lower[end - 2].endswith("ly") and layers.tokens.words[end - 3] in _OPENING_QUOTES:
            end -= 3  # the ministry “flatly” | denied
            continue
        if word in CLOSING_QUOTES and (paper := _quoted_name(layers, end, sentence)) is not None:
            return paper, paper.start
        if word == ")" and end - 3 > sentence.start and lower[end - 3] == "(" and layers.tokens.words[end - 2].isupper():
            end -= 3  # "the Department of Ports (DP)"
            continue
        if word in ("who", "which") and end - 2 > sentence.start and lower[end - 2] == ",":
            before = end - 2
            if lower[before - 1] == ")" and before - 3 > sentence.start and lower[before - 3] == "(":
                before -= 3  # "the Dockers' Union (DU), which said"
            named = layers.nominals.ending(before)  # "…, who said that", "the union, which opposes"
            if named is not None and word == "which" and named.kind not in ("role", "actor"):
                named = None
            if named is not None and word == "who" and named.kind == "actor":
                whole = whole_phrase(layers, named, sentence)  # "officials in the capital, Lima, who asked"
                named = whole if whole is not None and whole.kind != "actor" else before_aside(layers, end - 2, sentence)
            return (named, end - 1) if named is not None and named.kind not in ("thing", "pronoun") else (None, cue_start)
        if word in _SKIPPED or word in adverbs or (word.endswith("ly") and len(word) > 4):
            end -= 1
        elif (date := layers.dates.ending(end)) is not None:
            end = date.span.start
            end -= lower[end - 1] in ("on", "in")
            end -= lower[end - 1] in ("late", "early")
        elif word == "," and (dated := _before_full_date(layers, end - 1, sentence)) is not None:
            end = dated
        elif (time := before_time(layers, sentence.start, end)) < end:
            end = time
        else:
            if word == "," and (titled := layers.nominals.ending(end - 1)) is not None and _holds_comma(layers, titled):
                titled = with_premodifiers(layers, titled, sentence.start)
                return titled, titled.start  # "the minister of ports, X Y, said"
            group = layers.nominals.ending(end - 1) if word in _PARTING and not is_hyphen(layers, end - 1) else None
            if group is not None and group.kind == "group" and group.start >= sentence.start:
                if (led := _accompanied(layers, group.start, sentence)) is not None:
                    return led, led.start
                return group, group.start  # "X and her counterpart, Y Z, said"
            opened = before_aside(layers, end - 1, sentence) if word in _CLOSERS and not is_hyphen(layers, end - 1) else None
            if opened is not None:
                opened = with_premodifiers(layers, opened, sentence.start)
                return opened, opened.start
            if word == "," and (occupied := _on_occasion(layers, end - 1, sentence)) is not None:
                return occupied, occupied.start
            if word == "," and (titled := _many_fielded(layers, end - 1, sentence)) is not None:
                return titled, titled.start
            if word == "," and (parted := _parted(layers, end - 1, cue_start, sentence)) is not None:
                return parted, parted.start
            if word == "," and end - 1 > sentence.start:
                written, start = clause_subject(layers, end - 1, sentence)
                opens = written is not None and start == statement_start(layers, sentence)
                if opens and written is not None and (written.head in load_speech_words().document_nouns or lower[end] in HAVE):
                    return written, start  # "The results of a study published in May, showed", "The watchdog Red Azul, has said"
                return None, cue_start
            break
    released = _in_statement(layers, end, sentence)
    return (released, released.start) if released is not None else clause_subject(layers, end, sentence)


def _serving(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """Who opens a sentence and serves as something: "X Y | serving as head of the observers | has urged"."""
    lower = layers.tokens.lower
    if _SERVES.isdisjoint(lower[sentence.start : verb]):
        return None
    named = main_subject(layers, sentence)
    if named is None or named.kind != "person" or named.end >= verb or lower[named.end : named.end + 2] not in _SERVING:
        return None
    aside = range(named.end + 2, next((i for i in range(verb - 1, named.end, -1) if lower[i] not in _SKIPPED), verb))
    return named if not any(lower[i] in FINITE or lower[i] in (",", "that", "who") for i in aside) else None


_SERVING: Final = (["serving", "as"], ["acting", "as"], ["speaking", "for"])
_SERVES: Final = frozenset(words[0] for words in _SERVING)


def _unclosed(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """Who opens a sentence with a long apposition that no comma closes: "X Y, inspector of the department for visas in the town | said"."""
    lower, named = layers.tokens.lower, layers.nominals.starting(statement_start(layers, sentence))
    if named is None or named.kind != "person" or lower[named.end] != "," or lower[verb] not in load_words().quote_verbs:
        return None
    first = named.end + 1 + (lower[named.end + 1] in ("a", "an", "the"))
    between = lower[first:verb]
    office = layers.nominals.starting(first) or layers.nominals.starting(named.end + 1)
    described = office is not None and office.kind in ("office", "role") and not office.people
    plain = "," not in between and not any(layers.quoted[first:verb]) and _BREAKING.isdisjoint(between)
    fits = described and plain and len(between) > _MAX_NAME and not _OF_BODY.isdisjoint(between)
    return named if fits and lower[verb + 1 : verb + 2] not in ([","], ["."]) else None


_OF_BODY: Final = frozenset({"of", "for", "at"})


def _apposed(layers: Layers, role: Nominal, verb: int, sentence: Sentence) -> Nominal | None:
    """The person who opens a sentence, where no comma closes the apposition: "X Y, a spokesman for the ministry | said that …"."""
    lower = layers.tokens.lower
    of_several = lower[role.start : role.start + 2] == ["one", "of"]
    if role.kind not in ("role", "office") or not (of_several or lower[verb] in _TELLING or lower[verb + 1 : verb + 2] == ["that"]):
        return None
    comma = next((i for i in range(role.start, max(sentence.start, role.start - _MAX_NAME), -1) if lower[i] == ","), None)
    named = layers.nominals.ending(comma) if comma is not None else None
    opens = named is not None and named.kind == "person" and named.start == statement_start(layers, sentence)
    return named if opens else None


_TELLING: Final = frozenset({"told", "tells"})
"""Verbs that take whoever hears it before what is said."""


def _in_statement(layers: Layers, end: int, sentence: Sentence) -> Nominal | None:
    """Who stands before a phrase that no comma closes: "X Y, in a statement | on Tuesday | said"."""
    lower = layers.tokens.lower
    comma = next((i for i in range(end - 1, max(sentence.start, end - _MAX_PHRASE), -1) if lower[i] == ","), None)
    if comma is None or lower[comma + 1] != "in" or lower[end - 1] not in load_told_nouns():
        return None
    nominal = layers.nominals.ending(comma)
    return nominal if nominal is not None and nominal.kind in ("person", "office") and nominal.start >= sentence.start else None


def _before_phrase(layers: Layers, verb: int, sentence: Sentence) -> int:
    """Where the auxiliary ends before a phrase that stands between it and its verb: "had | in his petition urged"; else the verb."""
    lower = layers.tokens.lower
    if HAVE.isdisjoint(lower[max(sentence.start, verb - _MAX_PHRASE) : verb]):
        return verb
    for index in range(verb - 3, max(sentence.start, verb - _MAX_PHRASE) - 1, -1):
        if lower[index] in HAVE and lower[index + 1] in _WITHIN:
            return index + 1 if not any(w == "," or w in FINITE or w == "to" for w in lower[index + 1 : verb]) else verb
    return verb


_WITHIN: Final = frozenset({"in", "at", "during", "on"})
_MAX_PHRASE: Final = 7


def _before_full_date(layers: Layers, comma: int, sentence: Sentence) -> int | None:
    """Where a date of several parts between somebody and their verb begins: "the ministry | on Monday, May 21, | said"."""
    end, lower = comma, layers.tokens.lower
    while (date := layers.dates.ending(end)) is not None and date.span.start > sentence.start:
        end = date.span.start - (lower[date.span.start - 1] in ("on", ","))
    full = end < comma and lower[end] == "on" and "," in lower[end:comma]
    named = layers.nominals.ending(end) if full else None
    return end if named is not None and named.kind not in ("thing", "pronoun") else None


def _quoted_name(layers: Layers, end: int, sentence: Sentence) -> Nominal | None:
    """A name in quotation marks before a token, with its article: the “Harbour Express” | said."""
    tokens, start = layers.tokens, end - 2
    while start > sentence.start and end - start <= _MAX_NAME + 2 and tokens.is_capitalized(start):
        start -= 1
    named = start < end - 2 and tokens.words[start] in _OPENING_QUOTES and start > sentence.start and tokens.lower[start - 1] == "the"
    return Nominal(start - 1, end, "name", head=tokens.lower[end - 2]) if named else None


def _place_before(layers: Layers, end: int, sentence: Sentence) -> int | None:
    """Where "in Abuja" begins, after a comma or a day: it belongs to the verb and not to the source."""
    place = layers.entities.ending(end)
    if place is None or place.kind not in ("place", "metonym", "state") or place.start - 2 <= sentence.start:
        return None
    preposition, lower = place.start - 1, layers.tokens.lower
    apart = lower[preposition - 1] == "," or layers.dates.ending(preposition) is not None
    return preposition if lower[preposition] in ("in", "at", "from") and apart else None


def _accompanied(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """ "X, together with Y and Z, said": X, where those who begin at a token only come along."""
    lower = layers.tokens.lower
    comma = index - 2 if lower[index - 1] == "alongside" else index - 3
    along = comma == index - 2 or lower[index - 2 : index] in (["together", "with"], ["along", "with"])
    if not along or comma <= sentence.start or lower[comma] != ",":
        return None
    nominal = layers.nominals.ending(comma)
    return nominal if nominal is not None and nominal.start >= sentence.start else None


def _holds_comma(layers: Layers, nominal: Nominal) -> bool:
    return nominal.kind == "person" and "," in layers.tokens.lower[nominal.start : nominal.end]


def _occasion_before(layers: Layers, end: int, sentence: Sentence) -> int | None:
    """Where a phrase of the occasion between somebody and their verb begins: "the Ambassador | at this meeting | stated"."""
    lower = layers.tokens.lower
    if lower[end - 1] not in load_told_nouns() and lower[end - 1] not in _EVENTS:
        return None
    for index in range(end - 2, max(sentence.start, end - _MAX_OCCASION) - 1, -1):
        if lower[index] in _OCCASIONS:
            nominal = layers.nominals.ending(index)
            known = nominal is not None and nominal.kind in _NAMED_KINDS and nominal.start >= sentence.start
            return index if known else None
        if not lower[index].isalpha() or lower[index] in FINITE:
            return None
    return None


_EVENTS: Final = frozenset({"meeting", "event", "summit", "session", "ceremony", "forum", "hearing"})
_NAMED_KINDS: Final = frozenset({"person", "office", "actor"})
_MAX_OCCASION: Final = 5


def _many_fielded(layers: Layers, comma: int, sentence: Sentence) -> Nominal | None:
    """Who stands behind a title of several fields: "The Minister of Trade, African Ports, and Peruvian Fishermen, X Y, | said"."""
    person, office = layers.nominals.ending(comma), layers.nominals.starting(statement_start(layers, sentence))
    if person is None or office is None or person.kind != "person" or office.kind not in ("office", "role") or office.end >= person.start:
        return None
    between = range(office.end, person.start)
    fields = all(layers.tokens.is_capitalized(i) or layers.tokens.lower[i] in _FIELD_WORDS for i in between)
    return person._replace(start=office.start) if fields and layers.tokens.lower[person.start - 1] == "," else None


def _with_fields(layers: Layers, person: Nominal, sentence: Sentence) -> Nominal:
    """A person with the office and its fields that stand before the name: "Commissioner for Ports and | Fishermen X Y"."""
    tokens = layers.tokens
    if person.kind != "person" or tokens.lower[person.start - 1] not in ("and", "&"):
        return person
    for index in range(person.start - 1, max(sentence.start, person.start - _MAX_FIELDS), -1):
        office = layers.nominals.ending(index)
        if office is not None and office.kind in ("office", "role"):
            return person._replace(start=office.start) if tokens.lower[index] in ("of", "for") else person
        if not (tokens.is_capitalized(index - 1) or tokens.lower[index - 1] in _FIELD_WORDS):
            return person
    return person


_MAX_FIELDS: Final = 8
_FIELD_WORDS: Final = frozenset({",", "and", "of", "the", "for", "&", "-"})


def _parted(layers: Layers, comma: int, verb: int, sentence: Sentence) -> Nominal | None:
    """Who opens a sentence and is parted from the verb by a comma: "Ambassador X Y, expressed hope that …"."""
    subject, lower = main_subject(layers, sentence), layers.tokens.lower
    if subject is None or subject.kind not in ("person", "office", "group") or subject.end != comma:
        return None
    later = (index for index in range(verb + 1, sentence.end - 1) if lower[index] == "," and not layers.quoted[index])
    return subject if not any(is_finite(layers, index + 1) for index in later) else None  # "X Y, elected in May, said"


def _on_occasion(layers: Layers, comma: int, sentence: Sentence) -> Nominal | None:
    """ "X at the start of a meeting, said": who opens a sentence, where the only comma stands behind the occasion."""
    nominal, lower = layers.nominals.starting(statement_start(layers, sentence)), layers.tokens.lower
    if nominal is None or nominal.kind not in ("person", "office") or nominal.end >= comma or lower[nominal.end] not in _OCCASIONS_AND_FOR:
        return None
    if (
        nominal.kind == "person"
        and lower[nominal.end] in _FOR
        and all(layers.tokens.is_capitalized(i) for i in range(nominal.end + 1, comma))
    ):
        return nominal._replace(end=comma)  # "X Y for Red Azul, says"
    between, verbs = lower[nominal.end : comma], load_words().quote_verbs
    plain = not any(word == "," or word in FINITE or word in verbs or word in RELATIVES or word.endswith("ed") for word in between)
    return nominal if plain else None


_FOR: Final = frozenset({"for", "from"})
_OCCASIONS: Final = frozenset({"at", "in", "during", "on", "after", "before", "following"})
_OCCASIONS_AND_FOR: Final = _OCCASIONS | _FOR


def absolute_subject(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """Who does what a participle at `index` says in a phrase with "with": "…, with unions warning of strikes and ministers denying it"."""
    lower = layers.tokens.lower
    index -= lower[index - 1].endswith("ly") and index - 1 > sentence.start  # "with ministers sharply | criticizing"
    if lower[index - 1] == ")" and lower[index - 3] == "(" and layers.tokens.words[index - 2].isupper():
        index -= 3  # "with the Bakers' Union (BU) | insisting"
    nominal = layers.nominals.ending(index)
    if nominal is None and lower[index - 1] in load_party_words().party_nouns:
        near = range(index - 2, max(sentence.start, index - _MAX_NAME - 1), -1)
        opener = next((step for step in near if lower[step] == "with"), None)
        if opener is not None:
            nominal = Nominal(opener + 1, index, "role", plural=True, head=lower[index - 1])  # "with Gulf states | warning"
    if nominal is None or nominal.kind in ("thing", "pronoun") or nominal.start <= sentence.start:
        return None
    nominal = with_premodifiers(layers, nominal, sentence.start)
    before = lower[nominal.start - 1]
    if before == "with":
        return nominal
    earlier = lower[sentence.start : nominal.start - 1]
    joined = before in ("and", "while") and "with" in earlier
    return nominal if joined and any(word.endswith("ing") for word in earlier[earlier.index("with") :]) else None

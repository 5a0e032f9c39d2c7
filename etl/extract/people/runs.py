"""Runs of capitalised words that could be names of persons, and the tokens that no name may take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress
from typing import Final, NamedTuple

from etl.extract.grammar import LOCATIVES
from etl.extract.layers import Entity, Layers, Sentence, TitleSpan
from etl.extract.people.capitals import names_in_capitals
from etl.extract.people.names import is_initial, is_name_word, name_run
from etl.extract.wordlists import WordList
from etl.lexicon.cues import cue_forms
from etl.lexicon.naming import load_naming_words
from etl.lexicon.people import Person, fold, load_people
from etl.lexicon.words import load_words

_NAME_WORDS: Final = WordList(form=is_name_word)


class NameRun(NamedTuple):
    """A run that could be a name. `known`: the person of the lexicon whose full name it is."""

    sentence: Sentence
    start: int
    end: int
    known: Person | None


@cache
def _portfolios() -> WordList:
    return WordList(load_words().portfolios)


def blocked_tokens(layers: Layers, honorific: list[bool]) -> list[bool]:
    """For each token whether it belongs to something else than a person's name: a place, an organization, a title, a portfolio."""
    tokens, words = layers.tokens, load_words()
    blocked = honorific.copy()
    placed = {i for e in layers.entities if e.kind in _PLACED for i in range(e.start, e.end)}
    for entity in layers.entities:
        if entity.kind != "person" and not entity.nested and not _is_part_of_name(layers, entity, placed):
            _mark(blocked, entity, True)
    for title in layers.titles:
        _mark(blocked, title, True)
    for index in tokens.where(_portfolios()):
        if tokens.capitalized[index] and tokens.words[index] not in words.first_names:
            blocked[index] = index == 0 or tokens.words[index - 1] not in words.first_names or tokens.lower[index - 1] in words.portfolios
    gerunds = cue_forms("gerund")
    for sentence in layers.sentences:
        if tokens.lower[sentence.start] in gerunds:
            blocked[sentence.start] = True  # "Echoing Tanaka, X said …"
    for index in tokens.where(_HOTELS):
        if tokens.capitalized[index] and tokens.is_capitalized(index + 1):
            blocked[index + 1] = True  # "the Hotel Aurora"
    for entity in layers.entities:
        if entity.kind == "person":
            _mark(blocked, entity, False)
    return blocked


_HOTELS: Final = WordList({"hotel"})


_PLACED: Final = frozenset({"place", "metonym", "state", "organization"})


def _mark(blocked: list[bool], span: Entity | TitleSpan, value: bool) -> None:
    blocked[span.start : span.end] = [value] * (span.end - span.start)


_TWO: Final = 2
_TITLE_REACH: Final = 12
"""Tokens between a title and the name in commas whose it is: "Minister of Foreign Affairs, Cooperation and Communities of A, X Y Z,"."""


def _is_part_of_name(layers: Layers, entity: Entity, placed: set[int]) -> bool:
    """Whether a name of one word is here a given name or a surname: "Jordan Miles", "Valerie London", "Transport Minister Gao Yiming"."""
    if entity.end - entity.start != 1:
        return False
    tokens, words = layers.tokens, load_words()
    place, index, following = entity.kind in ("place", "metonym"), entity.start, entity.end
    if entity.kind == "place" and index > 0 and tokens.words[index - 1] == "-" and tokens.glued(index):
        return True  # the last part of a compound: "Al-Sabah"
    if tokens.words[index] in words.first_names and following < len(tokens):
        determined = not place and index > 0 and tokens.lower[index - 1] in words.determiners
        if tokens.is_capitalized(following) and tokens.lower[following] not in words.capitalized and not determined:
            return True
    if place and index > 0 and tokens.words[index - 1] in words.first_names and index - 1 not in placed:
        return True
    if index > 1 and tokens.lower[index - 1] in words.particles and _ends_given_name(layers, index - 1, placed):
        return True  # "Vittorio Del Monaco", "Luis F. Del Rosario"
    if place and index > 1 and tokens.words[index - 2] in words.first_names and is_name_word(tokens.words[index - 1]):
        return index - 1 not in placed and index - 2 not in placed  # the second surname: "Elmer Schialer Vargas"
    if place and _is_in_introduced_name(layers, index, placed):
        return True
    if entity.kind == "organization" and any(title.end == index and not title.title.plural for title in layers.titles):
        return tokens.is_capitalized(following) and not _is_ordinary(tokens.lower[following])
    return entity.kind == "place" and _begins_name(layers, entity)


def _ends_given_name(layers: Layers, end: int, placed: set[int]) -> bool:
    """Whether a given name, with or without initials, ends before a token."""
    tokens = layers.tokens
    while end > 1 and is_initial(tokens.words[end - 1]):
        end -= 1
    return end > 0 and tokens.words[end - 1] in load_words().first_names and end - 1 not in placed


def _is_ordinary(word: str) -> bool:
    """Whether a word in capitals is a noun of bodies and places, or one of those that are no names."""
    return word in load_words().nominal_heads or word in load_words().capitalized


def _is_in_introduced_name(layers: Layers, index: int, placed: set[int]) -> bool:
    """Whether a place's name goes on or ends what can only be a person's: "minister of A, Zeno Evora Dias,", "Minister Zeno Lima"."""
    tokens = layers.tokens
    start, end = index, index + 1
    while start > 0 and is_name_word(tokens.words[start - 1]) and tokens.is_capitalized(start - 1) and start - 1 not in placed:
        if any(title.end == start for title in layers.titles):
            break
        start -= 1
    while end < len(tokens) and is_name_word(tokens.words[end]) and tokens.is_capitalized(end) and end not in placed:
        end += 1
    if start == index or any(_is_ordinary(tokens.lower[i]) for i in range(start, end)):
        return False
    titled = any(title.end == start and not title.title.plural for title in layers.titles)
    enclosed = end - start > _TWO and tokens.lower[start - 1] == "," and tokens.lower[end : end + 1] == [","]
    return titled or (enclosed and any(start - _TITLE_REACH <= title.end < start for title in layers.titles))


def _begins_name(layers: Layers, entity: Entity) -> bool:
    """Whether a capitalised word that is no name of its own follows, and no preposition of place stands before."""
    tokens, words = layers.tokens, load_words()
    following = entity.end
    if following >= len(tokens) or not tokens.is_capitalized(following) or layers.entities.within(following, following + 1):
        return False
    if tokens.lower[following] in words.nominal_heads or tokens.lower[following] in words.capitalized:
        return False
    titled = any(title.end == entity.start for title in layers.titles)
    if titled and following + 1 < len(tokens) and is_name_word(tokens.words[following + 1]) and tokens.is_capitalized(following + 1):
        return False  # "Governor Sindh X Y", as in South Asia
    previous = tokens.lower[entity.start - 1] if entity.start else "."
    return previous not in LOCATIVES or (entity.start > 1 and previous in words.portfolios)


def unblock_surnames(layers: Layers, blocked: list[bool]) -> bool:
    """A place's name alone refers to a person of the article who bears it, where no preposition of place stands before.

    Tells whether there was one.
    """
    found = False
    places = [e.start for e in layers.entities if e.kind == "place" and e.end - e.start == 1]
    names = {form for person in layers.people for form in person.forms} if places else frozenset[str]()
    for index in places:
        before = layers.tokens.lower[index - 1] if index > 0 else ""
        bound = before in load_words().particles and fold(f"{before} {layers.tokens.words[index]}") in names  # "Del Rosario said"
        if bound or (before not in LOCATIVES and fold(layers.tokens.words[index]) in names):
            blocked[index] = False
            found = True
    return found


def name_runs(layers: Layers, blocked: list[bool]) -> Iterator[NameRun]:
    """All capitalised runs that could be names, those of the lexicon first wherever they begin."""
    lexicon = {e.start: e for e in layers.entities if e.kind == "person"}
    by_name = load_people().by_name
    tokens = layers.tokens
    free = [False] * len(tokens)
    for index in tokens.where(_NAME_WORDS):
        free[index] = not blocked[index]
    for index in _names_in_context(layers, free, blocked):
        free[index] = True
    for index in (*_months_in_names(layers, free, blocked), *_courteous_names(layers, blocked)):
        free[index] = True
    for index in _joined_initials(layers, free, blocked):
        free[index] = True
    for index in names_in_capitals(layers, free, blocked):
        free[index] = True
    done = 0
    borne: set[str] = set()
    openings = list(compress(range(len(free)), free))
    small = {index for index in tokens.where(_ambiguous_names()) if not free[index] and _may_be_small_surname(layers, index, blocked)}
    openings = sorted({*openings, *small}) if small else openings
    for index in sorted({*openings, *lexicon}) if lexicon else openings:
        if index < done:
            continue
        sentence = layers.sentence_at(index)
        if index in small and index not in lexicon:
            if tokens.lower[index] in borne:
                yield NameRun(sentence, index, index + 1, None)  # "Yellen met He in Lima"
                done = index + 1
            continue
        entity = lexicon.get(index)
        if entity is not None:
            borne |= _surname_heads(layers, index, entity.end)
            yield NameRun(sentence, index, entity.end, by_name[entity.name])
            done = entity.end
            continue
        if len(tokens.words[index]) == 1 and (named := lexicon.get(index + 1)) is not None:
            yield NameRun(sentence, index, named.end, by_name[named.name])  # "President M Abdul Hamid"
            done = named.end
            continue
        if (longer := _before_known(layers, index, lexicon)) is not None:
            yield NameRun(sentence, index, longer.end, by_name[longer.name] if tokens.lower[index] in _GIVEN_TO_MANY else None)
            done = longer.end
            continue
        end = name_run(layers.tokens, index, free, blocked, sentence.end)
        if lexicon and end - index > 1:
            end = next((k for k in range(index + 1, end) if k in lexicon), end)
        again = end - index == 1 and tokens.lower[index] in borne and tokens.lower[index - 1] not in load_words().determiners
        start = index if again else _before_particles(layers, _after_heads(layers, index, end, sentence))
        if start < end:
            borne |= _surname_heads(layers, start, end)
            yield NameRun(sentence, start, end, None)
        done = end


def _before_known(layers: Layers, index: int, lexicon: dict[int, Entity]) -> Entity | None:
    """The full name of the lexicon that goes on a given name: "Mohammad | Abdul Hamid"; where no title ends between them."""
    tokens, known = layers.tokens, lexicon.get(index + 1)
    if known is None or known.end - known.start == 1 or tokens.words[index] not in load_words().first_names or tokens.breaks[index + 1]:
        return None
    return known


_GIVEN_TO_MANY: Final = frozenset({"mohammad", "muhammad", "mohammed", "mohamed", "mohamad", "md", "syed", "sayed", "seyed", "sayyed"})
"""Names of honour that are put before a name or left out, and tell nobody from another."""


def _before_particles(layers: Layers, start: int) -> int:
    """Where the particles in lower case begin that stand between a title and a surname: "President | van der Berg"."""
    tokens, first = layers.tokens, start
    while first > 0 and tokens.words[first - 1].islower() and tokens.lower[first - 1] in load_words().particles:
        first -= 1
    return first if first < start and any(title.end == first and not title.title.plural for title in layers.titles) else start


def _surname_heads(layers: Layers, start: int, end: int) -> frozenset[str]:
    """The nouns of places in a full name by which its bearer may be called from then on: "Park Jin-seok … Park said"."""
    if end - start <= 1:
        return frozenset()
    naming = load_naming_words()
    first = naming.surname_words.intersection(layers.tokens.lower[start : start + 1])
    return naming.surname_heads.intersection(layers.tokens.lower[start:end]) | first


def _may_be_small_surname(layers: Layers, index: int, blocked: list[bool]) -> bool:
    """Whether a small word is capitalised inside a sentence, right after another word: no pronoun, no first word of a quotation."""
    tokens = layers.tokens
    if not tokens.capitalized[index] or blocked[index] or index == layers.sentence_at(index).start or tokens.words[index].isupper():
        return False
    return tokens.lower[index] in load_naming_words().surname_words and tokens.words[index - 1].isalpha()


def _names_in_context(layers: Layers, free: list[bool], blocked: list[bool]) -> list[int]:
    """Small words that are names where they stand: "to Per Hvidberg" inside a sentence, "secretary-general He Baotian" after a title."""
    tokens, heads = layers.tokens, load_words().nominal_heads
    surnames = load_naming_words().surname_words
    found = []
    for index in tokens.where(_ambiguous_names()):
        if not tokens.capitalized[index] or blocked[index] or index + 1 >= len(free) or not free[index + 1]:
            continue
        inside = index > layers.sentence_at(index).start
        previous = tokens.lower[index - 1]
        if not inside:
            following = tokens.lower[index + 2] if index + 2 < len(free) else ""
            if tokens.lower[index] not in surnames and (following == "," or following in load_naming_words().speech_verbs):
                found.append(index)  # "Per Hvidberg, chief executive of …"
        elif (blocked[index - 1] or previous in heads) if tokens.lower[index] in surnames else previous.isalpha():
            found.append(index)
    return found


def _months_in_names(layers: Layers, free: list[bool], blocked: list[bool]) -> list[int]:
    """Months that are names: the last word of one, or the first after a title; and neither day nor year after them.

    "Park Jun met", not "Park June 3"; "Minister June Clark", "Mrs May".
    """
    tokens, found = layers.tokens, []
    for index in tokens.where(_month_names()):
        if not tokens.capitalized[index] or blocked[index] or index == layers.sentence_at(index).start:
            continue
        dated = any(word[:1].isdigit() for word in tokens.words[index + 1 : index + 3])
        opens = index + 1 < len(free) and free[index + 1] and any(title.end == index for title in layers.titles)
        courtesy = index - 1 - (tokens.words[index - 1] == ".")
        if not dated and (free[index - 1] or opens or tokens.lower[courtesy].removesuffix(".") in _COURTESIES):
            found.append(index)
    return found


def _joined_initials(layers: Layers, free: list[bool], blocked: list[bool]) -> list[int]:
    """Two initials written together, as in South Asia: "Prime Minister KP Sharma", "her counterpart AK Momen"."""
    tokens, persons = layers.tokens, load_words().persons
    titles = {title.end for title in layers.titles if not title.title.plural}
    return [
        index
        for index in tokens.where(_TWO_CAPITALS)
        if 0 < index < len(free) - 1
        and not blocked[index]
        and free[index + 1]
        and len(tokens.words[index + 1]) > 1
        and (index in titles or tokens.lower[index - 1] in persons)
    ]


_TWO_CAPITALS: Final = WordList(form=lambda word: len(word) == _TWO and word.isalpha(), shape="capitals")


def _courteous_names(layers: Layers, blocked: list[bool]) -> list[int]:
    """Ordinary words that are surnames: behind a courtesy title ("Mr Hall"), and wherever else they follow a given name then."""
    tokens, given = layers.tokens, load_words().first_names
    if not tokens.where(_COURTESY_WORDS):
        return []
    places = [index for index in tokens.where(_ordinary_words()) if tokens.capitalized[index] and not blocked[index] and index > 0]
    called = [index for index in places if tokens.lower[index - 1 - (tokens.words[index - 1] == ".")].removesuffix(".") in _COURTESIES]
    surnames = {tokens.lower[index] for index in called}
    return [*called, *(index for index in places if tokens.lower[index] in surnames and tokens.words[index - 1] in given)]


@cache
def _ordinary_words() -> WordList:
    words = load_words()
    return WordList(words.capitalized - words.months - {title.lower() for title in words.honorifics})


_COURTESIES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord"})
"""Words before a surname that no month follows: "Mrs May"."""
_COURTESY_WORDS: Final = WordList(_COURTESIES | {f"{word}." for word in _COURTESIES})


@cache
def _month_names() -> WordList:
    return WordList(load_words().months)


@cache
def _ambiguous_names() -> WordList:
    words = load_words()
    given = {name.lower() for name in words.first_names}
    return WordList((words.capitalized & given) - words.months | load_naming_words().surname_words)


def _after_heads(layers: Layers, start: int, end: int, sentence: Sentence) -> int:
    """Where a name may begin in a run: after the last noun like Summit; nowhere (`end`) when such a noun ends or follows it."""
    tokens, words, naming = layers.tokens, load_words(), load_naming_words()
    lower, heads = tokens.lower, words.nominal_heads
    if names_a_body(layers, end, sentence):
        return end
    while start + 1 < end and lower[start] in naming.party_labels:
        start += 1
    if heads.isdisjoint(lower[start:end]):
        return start
    last = lower[end - 1]
    if last in heads and start and lower[start - 1] == "the":
        return end
    if last in heads and start and lower[start - 1] == "general" and last not in naming.surname_heads:
        return end  # "the General Intelligence Service"
    if last in heads and end - start > 2 and last not in naming.surname_heads:
        return end
    if tokens.words[start] in words.first_names or _is_called(layers, start) or _is_before_syllables(layers, start, end):
        return start  # the noun is a surname, like Hill, Park or Bridges
    return next(k + 1 for k in range(end - 1, start - 1, -1) if lower[k] in heads)


def names_a_body(layers: Layers, end: int, sentence: Sentence) -> bool:
    """Whether a run that ends before a token only opens a longer name: "the X Y Foundation"."""
    tokens = layers.tokens
    return end < sentence.end and tokens.capitalized[end] and tokens.lower[end] in load_words().nominal_heads


def _is_before_syllables(layers: Layers, start: int, end: int) -> bool:
    """Whether a surname of two forms stands before a given name of two syllables: "Park Jin-seok"."""
    tokens = layers.tokens
    hyphened = end - start == 4 and tokens.words[start + 2] == "-" and tokens.glued(start + 2) and tokens.words[start + 3].islower()
    return hyphened and tokens.lower[start] in load_naming_words().surname_heads


def _is_called(layers: Layers, start: int) -> bool:
    """Whether a noun of a person or an honorific stands right before a name."""
    words = load_words()
    previous = layers.tokens.lower[start - 1] if start else ""
    return previous in words.persons or previous in words.honorifics

"""Who speaks: the noun phrase left or right of a cue.

Left of a verb, adverbs, auxiliaries, time phrases and an apposition or relative clause between commas may stand between; right of it
(inversion) the phrase follows at once. When no known nominal is there, the clause's own subject phrase is taken, judged by its shape.
"""

from __future__ import annotations

from etl.extract.claims.phrases import quantified, with_possessor, with_premodifiers
from etl.extract.claims.subjects import annotated_subject
from etl.extract.claims.times import before_time
from etl.extract.grammar import (
    APPOSITION_OPENERS,
    BE,
    CLAUSE_BOUNDARIES,
    FINITE,
    FRONTING,
    GOVERNORS,
    HAVE,
    LOCATIVES,
    MODALS,
    NEGATIONS,
    OBLIQUE,
    PHRASE_OPENERS,
    RELATIVES,
)
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.cues import load_cues
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_SKIPPED = HAVE | BE | MODALS | NEGATIONS | frozenset("here there both all each jointly himself herself themselves then together".split())
"""What may stand between a subject and its verb, besides adverbs."""
_MAX_BODY = 12
_IN_BODIES = frozenset({"the", "and", "for", "(", ")", "&", "'s"})
"""What else may stand in the name of a body."""
_OWN = frozenset({"'s", "’s"})
_AREAL = frozenset("the eastern western northern southern central neighboring neighbouring nearby".split())
"""What may stand between a preposition and the name of a state."""
_MAX_SUBJECT = 14
_MAX_PARENTHESIS = 34
_MAX_INVERTED = 10
_MAX_LEAD_WORDS = 3
_PARTS = frozenset({"for", "on", "in", "meanwhile", "however", "too", "also", "though", "instead", "by", "then"})
"""Words with which what stands between a subject and its verb begins: "he, for his part, said"."""
_TAILS = frozenset({"role", "actor", "thing"})
"""What may close an apposition."""
_OCCUPATIONS = _TAILS | {"office"}
_ADJECTIVAL = ("able", "ible", "ful", "ous", "ive", "less")
_SPOKEN = 0.8
_SAID = frozenset({"quote", "person_clause"})
_MAX_NAME = 4
_MAX_LABEL = 4
"""Tokens of a party, place or name that stands between commas after a source."""
_CLOSERS = frozenset({",", ")", "—", "–", "--", "-"})
_MAIN_KINDS = frozenset({"person", "group", "office", "pronoun", "parties"})


def statement_start(layers: Layers, sentence: Sentence) -> int:
    """The first token of what a sentence says: after a dateline and after the number of a point."""
    start = layers.statements.get(sentence.start)
    if start is None:
        start = layers.statements[sentence.start] = _statement_start(layers, sentence)
    return start


def _statement_start(layers: Layers, sentence: Sentence) -> int:
    tokens, start, end, lead = layers.tokens, sentence.start, sentence.end, layers.article.lead
    while start < end - 1 and tokens.starts[start] < lead:
        start += 1
    if not sentence.first or start + 2 >= end:
        return start
    if start == 0 and (filed := _filed_from(layers)) is not None:
        return filed
    word, following = tokens.words[start : start + 2]
    if word in BULLETS:
        return start + 1
    if word == "(":
        return start + 3 if len(following) <= 4 and tokens.words[start + 2] == ")" else start
    if following not in {".", ")"}:
        return start
    numbered = (len(word) <= 3 and word.isalnum() and not word.isalpha()) or _is_roman(word)
    return start + 2 if numbered else start


def _filed_from(layers: Layers) -> int | None:
    """The token after the city, with its state or not, and the colon with which an article opens: "Tehran: The President …"."""
    lower, place = layers.tokens.lower, layers.entity_at(0)
    if place is None or place.kind not in ("place", "metonym"):
        return None
    end = place.end
    state = layers.entity_at(end + 1) if lower[end : end + 1] == [","] else None
    if state is not None and state.kind == "state":
        end = state.end
    return end + 1 if lower[end : end + 1] == [":"] and end + 1 < len(lower) else None


BULLETS = frozenset({"•", "*", "·"})


def _is_roman(word: str) -> bool:
    return bool(word) and all(letter in "ivxIVX" for letter in word)


def source_left(layers: Layers, cue_start: int, sentence: Sentence) -> tuple[Nominal | None, int]:
    """The nominal that is the subject of the verb at `cue_start`, and the index where its phrase begins."""
    source, start = _read_left(layers, cue_start, sentence)
    if source is None and (subject := annotated_subject(layers, cue_start, sentence)) is not None:
        return subject, subject.start
    return source, start


def _read_left(layers: Layers, cue_start: int, sentence: Sentence) -> tuple[Nominal | None, int]:
    """`source_left` by the words alone."""
    lower, adverbs = layers.tokens.lower, load_words().between
    end = cue_start
    while end > sentence.start:
        if (located := _place_before(layers, end, sentence)) is not None:
            end = located
            continue
        nominal = layers.nominals.ending(end)
        if nominal is not None and nominal.start >= sentence.start and (member := _member(layers, nominal, sentence)) is not None:
            return member, member.start
        if nominal is not None and nominal.start >= sentence.start:
            whole = _whole(layers, nominal, sentence)
            if whole is not None:
                return whole, whole.start
            break
        word = lower[end - 1]
        if word == ")" and end - 3 > sentence.start and lower[end - 3] == "(" and layers.tokens.words[end - 2].isupper():
            end -= 3  # "the Department of Ports (DP)"
            continue
        if word in ("who", "which") and end - 2 > sentence.start and lower[end - 2] == ",":
            named = layers.nominals.ending(end - 2)  # "…, who said that", "the union, which opposes"
            if named is not None and word == "which" and named.kind not in ("role", "actor"):
                named = None
            return (named, end - 1) if named is not None and named.kind not in ("thing", "pronoun") else (None, cue_start)
        if word in _SKIPPED or word in adverbs or (word.endswith("ly") and len(word) > 4):
            end -= 1
        elif (date := layers.dates.ending(end)) is not None:
            end = date.span.start
            end -= lower[end - 1] in ("on", "in", "late", "early")
        elif (time := before_time(layers, sentence.start, end)) < end:
            end = time
        else:
            if word == "," and (titled := layers.nominals.ending(end - 1)) is not None and _holds_comma(layers, titled):
                titled = with_premodifiers(layers, titled, sentence.start)
                return titled, titled.start  # "the minister of ports, X Y, said"
            group = layers.nominals.ending(end - 1) if word == "," else None
            if group is not None and group.kind == "group" and group.start >= sentence.start:
                if (led := _accompanied(layers, group.start, sentence)) is not None:
                    return led, led.start
                return group, group.start  # "X and her counterpart, Y Z, said"
            opened = _parenthesis(layers, end - 1, sentence) if word in _CLOSERS and not _is_hyphen(layers, end - 1) else None
            if opened is not None:
                opened = with_premodifiers(layers, opened, sentence.start)
                return opened, opened.start
            if word == "," and (occupied := _on_occasion(layers, end - 1, sentence)) is not None:
                return occupied, occupied.start
            if word == "," and end - 1 > sentence.start:
                written, start = _clause_subject(layers, end - 1, sentence)
                opens = written is not None and start == statement_start(layers, sentence)
                if opens and written is not None and written.head in load_speech_words().document_nouns:
                    return written, start  # "The results of a study published in May, showed"
                return None, cue_start
            break
    return _clause_subject(layers, end, sentence)


def _place_before(layers: Layers, end: int, sentence: Sentence) -> int | None:
    """Where "in Abuja" begins, after a comma or a day: it belongs to the verb and not to the source."""
    place = layers.entities.ending(end)
    if place is None or place.kind not in ("place", "metonym", "state") or place.start - 2 <= sentence.start:
        return None
    preposition, lower = place.start - 1, layers.tokens.lower
    apart = lower[preposition - 1] == "," or layers.dates.ending(preposition) is not None
    return preposition if lower[preposition] in ("in", "at", "from") and apart else None


def _member(layers: Layers, body: Nominal, sentence: Sentence) -> Nominal | None:
    """Whoever stands before "of" and the name of a body that ends with this noun: "X Y | of the Harbour Party (HP) faction said"."""
    tokens = layers.tokens
    if body.kind not in ("role", "name", "actor") or body.people:
        return None
    step = body.end
    while step > sentence.start and body.end - step < _MAX_BODY:
        step -= 1
        if tokens.lower[step] in ("of", "from"):
            named = layers.nominals.ending(step)
            if named is not None and named.kind == "person" and named.start >= sentence.start:
                return with_premodifiers(layers, named, sentence.start)._replace(end=body.end, actors=named.actors or body.actors)
        elif not (tokens.is_capitalized(step) or tokens.lower[step] in _IN_BODIES or step == body.end - 1 or tokens.words[step].isupper()):
            return None
    return None


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


def _on_occasion(layers: Layers, comma: int, sentence: Sentence) -> Nominal | None:
    """ "X at the start of a meeting, said": who opens a sentence, where the only comma stands behind the occasion."""
    nominal, lower = layers.nominals.starting(statement_start(layers, sentence)), layers.tokens.lower
    if nominal is None or nominal.kind not in ("person", "office") or nominal.end >= comma or lower[nominal.end] not in _OCCASIONS:
        return None
    between, verbs = lower[nominal.end : comma], load_words().quote_verbs
    plain = not any(word == "," or word in FINITE or word in verbs or word in RELATIVES or word.endswith("ed") for word in between)
    return nominal if plain else None


_OCCASIONS = frozenset({"at", "in", "during", "on", "after", "before", "following"})


def _whole(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """A nominal that is only the tail of a longer phrase ("the spokesman for the ministry") gives way to its head; None without one."""
    lower = layers.tokens.lower
    nominal = with_premodifiers(layers, with_possessor(layers, nominal, sentence.start), sentence.start)
    if nominal.kind == "actor" and (called := layers.nominals.ending(nominal.start)) is not None and called.start >= sentence.start:
        apposed = called.kind in ("actor", "role") and called.head in load_words().collective
        nominal = nominal._replace(start=called.start) if apposed else nominal  # "the U.N. aid agency | UNHCR"
    before = nominal.start - 1
    while nominal.kind == "actor" and before > sentence.start and lower[before] in _AREAL:
        before -= 1  # "a group in the eastern | Congo"
    if before < sentence.start or lower[before] not in GOVERNORS:
        return nominal
    head = layers.nominals.ending(before)
    if head is not None and nominal.kind == "person" and _is_named_body(layers, head, nominal):
        return nominal._replace(start=head.start)  # "Bank of | Peru Governor X Y"
    if head is not None and head.kind == "actor" and head.head in load_words().collective and lower[before] == "in":
        return head._replace(end=nominal.end)  # "the U.N. mission in | Mali"
    if head is not None and head.kind in ("role", "office", "person", "parties") and head.start >= sentence.start:
        head = with_premodifiers(layers, with_possessor(layers, head, sentence.start), sentence.start)
        actors = head.actors or (() if _is_only_there(layers, head, before) else nominal.actors)
        whole = Nominal(head.start, nominal.end, head.kind, head.people, actors, head.plural, head.head)
        return _whole_of_role(layers, whole, sentence) if head.kind == "role" else whole
    return None


def _is_only_there(layers: Layers, head: Nominal, preposition: int) -> bool:
    """Whether who is in a state does not speak for it: "a rebel group in Congo", "activists from Peru"; "officials in Peru" do."""
    words, phrase = load_party_words(), layers.tokens.lower[head.start : head.end]
    if not words.outside_words.isdisjoint(phrase):
        return head.kind == "role"
    there = layers.tokens.lower[preposition] in ("in", "at", "from") and head.kind == "role"
    return there and words.state_voices.isdisjoint(phrase) and head.head not in words.actor_nouns


def _is_named_body(layers: Layers, head: Nominal, person: Nominal) -> bool:
    """Whether a capitalised noun before "of" belongs to the name of a body with which a person's title begins."""
    opens = layers.entities.starting(person.start)
    titled = opens is not None and opens.kind == "state" and any(t.start == opens.end for t in layers.titles)
    return head.kind == "role" and layers.tokens.is_capitalized(head.end - 1) and layers.tokens.lower[person.start - 1] == "of" and titled


def _whole_of_role(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal:
    """A phrase whose head is itself the tail of one: "the lawyer of | a member of the union"."""
    before = nominal.start - 1
    if before <= sentence.start or layers.tokens.lower[before] != "of":
        return nominal
    head = layers.nominals.ending(before)
    if head is None or head.kind not in ("role", "person", "office", "parties") or head.start < sentence.start:
        return nominal
    head = with_premodifiers(layers, head, sentence.start)
    actors = head.actors or (nominal.actors if head.kind in ("office", "parties") else ())  # "the leaders of the governments of A and B"
    whole = Nominal(head.start, nominal.end, head.kind, head.people, actors, head.plural, head.head)
    return _whole_of_role(layers, whole, sentence) if head.kind == "role" else whole


def _parenthesis(layers: Layers, close: int, sentence: Sentence) -> Nominal | None:
    """The nominal before an apposition or relative clause that closes at `close`."""
    lower = layers.tokens.lower
    opener = {",": ",", ")": "("}.get(lower[close], lower[close])
    nearest: Nominal | None = None
    for index in range(close - 1, max(sentence.start, close - _MAX_PARENTHESIS) - 1, -1):
        if lower[index] != opener or _is_hyphen(layers, index):
            continue
        nominal = layers.nominals.ending(index)
        if nominal is not None and opener == "," and nominal.kind in _OCCUPATIONS and lower[index + 1] not in ("who", "whose"):
            nominal = _whole(layers, nominal, sentence) or nominal  # "X of Lima, the mayor, said"
        if nominal is not None and opener == "," and _is_met(layers, nominal, sentence):
            return None  # "the decision to meet X, who lost in May, showed"
        if nominal is not None and opener == "(":
            nominal = _whole(layers, nominal, sentence) or _clause_subject(layers, index, sentence)[0]  # "X of the union (ABC)"
        if nominal is None and lower[index - 1] == ")" and opener != ")":
            nominal = _parenthesis(layers, index - 1, sentence)  # "X (Y), who lost in May, said"
        if nominal is None and opener == ",":
            nominal = _labelled(layers, _clause_subject(layers, index, sentence)[0])
            if nominal is not None and nominal.start > sentence.start and lower[nominal.start - 1] == "and":
                continue  # the last of several
        if nominal is None or (nominal.kind == "pronoun" and lower[index + 1] not in _PARTS):
            continue
        named, joined = (
            layers.nominals.starting(index + 1),
            nominal.start > 1 and lower[nominal.start - 1] == "and" != lower[nominal.start - 2],
        )
        joined &= lower[nominal.start - 2] != ","  # "…, and its minister, Y Z, said" is a clause of its own
        member = named is not None and named.kind == "person" and lower[named.end] in ("of", "from") and "," not in lower[named.end : close]
        if (
            named is not None
            and named.kind == "person"
            and (named.end == close or member)
            and nominal.kind in ("role", "office", "thing", "actor")
        ):
            if not joined:
                return named._replace(start=nominal.start)  # "her rival, Y Z, said"
            continue  # "X and her counterpart, Y Z, said"
        inside = lower[index + 1]
        if inside in ("who", "which", "whose") and _is_apposed(layers, nominal, sentence):
            nearest = nearest or nominal
            continue
        if inside in ("who", "which", "whose"):
            return nominal  # a relative clause may hold appositions of its own
        if (nearest is None or nearest.kind in _TAILS) and (
            opener != ","
            or nominal.kind == "pronoun"
            or (index + 2 == close and inside in load_words().between)
            or inside in APPOSITION_OPENERS
            or inside in _PARTS
            or inside[:1].isdigit()
            or _is_aside(layers, index + 1, close)
        ):
            nearest = nominal
    return nearest


def _is_met(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a person is the object of an infinitive: "to meet | President X"."""
    if nominal.kind != "person":
        return False
    start = with_premodifiers(layers, nominal, sentence.start).start
    lower = layers.tokens.lower
    return start - 2 > sentence.start and lower[start - 2] == "to" and layers.tokens.words[start - 1].islower()


def _labelled(layers: Layers, nominal: Nominal | None) -> Nominal | None:
    """The person to whom a short label between commas belongs: "X Y, R-Ariz., chairman of …"; any other nominal as it is."""
    if nominal is None or nominal.kind != "name" or nominal.end - nominal.start > _MAX_LABEL or nominal.start == 0:
        return nominal
    named = layers.nominals.ending(nominal.start - 1) if layers.tokens.lower[nominal.start - 1] == "," else None
    return named if named is not None and named.kind == "person" else nominal


def _is_hyphen(layers: Layers, index: int) -> bool:
    """Whether a dash binds two words instead of standing between them."""
    return layers.tokens.words[index] == "-" and layers.tokens.glued(index)


def _is_apposed(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a phrase is the end of an apposition, or all of it: "X Y, chairman of the Joint Chiefs of Staff, who …"."""
    if nominal.kind not in _TAILS or nominal.start == sentence.start:
        return False
    before = layers.tokens.lower[nominal.start - 1]
    named = layers.nominals.ending(nominal.start - 1) if before == "," else None
    return before in GOVERNORS or (named is not None and named.kind == "person")


def _is_aside(layers: Layers, start: int, end: int) -> bool:
    """Whether an apposition of office or role or a participle stands there: "X, chief executive of Y," "X, elected in May,"."""
    first = layers.tokens.lower[start]
    participle = first.endswith(("ed", "ing")) or first in load_speech_words().irregular_participles
    following = layers.tokens.lower[start + 1]
    stance = (first in load_cues().adjectives or first.endswith(_ADJECTIVAL)) and (following in GOVERNORS or following == "that")
    if layers.in_office[start] or participle or stance or first in FRONTING or first in RELATIVES:
        return True  # "X, wary of a second vote, said"
    if not _OWN.isdisjoint(layers.tokens.lower[start + 1 : min(start + _MAX_LABEL, end)]):
        return True  # "X, the union's fixer in parliament, said"
    if end - start <= _MAX_LABEL and layers.tokens.is_capitalized(start) and layers.tokens.is_capitalized(end - 1):
        return True  # "X, R-Idaho," "her rival, Y Z,"
    opening = (layers.nominals.starting(index) for index in range(start, min(start + 4, end)))
    return any(n is not None and n.kind in ("office", "role", "group", "actor") for n in opening)


def _clause_subject(layers: Layers, end: int, sentence: Sentence) -> tuple[Nominal | None, int]:
    """The words from the clause's beginning to the verb, when they look like a noun phrase."""
    tokens, lower = layers.tokens, layers.tokens.lower
    start = end
    while start > sentence.start and end - start <= _MAX_SUBJECT and lower[start - 1] not in CLAUSE_BOUNDARIES:
        start -= 1
    if (some := quantified(layers, start, end)) is not None:
        return some, some.start
    if not _NO_SUBJECT_WORDS.isdisjoint(lower[start:end]) or _holds_clause(lower, start, end):
        since = max((i for i in range(start, end - 1) if lower[i] in _SUBORDINATING), default=start - 1)
        start = since + 1 if _NO_SUBJECT_WORDS.isdisjoint(lower[since + 1 : end]) else start  # "was put off after | X of Y objected"
    relative = start > sentence.start and lower[start - 1] in ("who", "which") and lower[start - 2] not in LOCATIVES
    relative = relative and not (start < end and tokens.is_capitalized(start))  # "…, which X has called …"
    if (
        start == end
        or end - start > _MAX_SUBJECT
        or relative
        or lower[end - 1] in load_words().determiners
        or any(w in _NO_SUBJECT_WORDS or (w == "to" and lower[start + i - 1] not in _BOUND) for i, w in enumerate(lower[start:end]))
    ):
        return None, end
    if (written := _document(lower, start, end)) is not None:
        return Nominal(start, end, "role", plural=written.endswith("s"), head=written), start
    inside = [n for n in layers.nominals.within(start, end) if n.end <= end]
    if (titled := _titled_inside(layers, inside, start)) is not None:
        return titled._replace(start=start, end=end), start
    if inside and inside[0].kind in ("person", "pronoun") and inside[0].end < end and _is_past(lower[inside[0].end]):
        return None, end  # "Mr. X made several | calls to the port"
    owned = bool(inside) and inside[0].end < end and lower[inside[0].end] in ("'s", "'")  # "X's critics at home"
    inner = next(iter(inside[owned:]), None)
    if inner is not None and any(lower[i].endswith("ed") and lower[i + 1] == "the" for i in range(inner.end, end - 1)):
        return None, end  # "the two sides discussed the talks intended to …"
    if inner is not None and (inner.start - start <= _MAX_LEAD_WORDS or owned):
        return Nominal(start, end, inner.kind, inner.people, inner.actors, inner.plural, inner.head), start
    if lower[start] in PHRASE_OPENERS:
        return None, end
    head, words = lower[end - 1], load_words()
    if tokens.is_capitalized(end - 1) and (end - 1 > sentence.start or head not in words.capitalized):
        return Nominal(start, end, "name", head=head), start
    if lower[start] in words.determiners or head.endswith("s") or tokens.is_capitalized(start):
        return Nominal(start, end, "thing", plural=head.endswith("s"), head=head), start
    return None, end


def _holds_clause(lower: list[str], start: int, end: int) -> bool:
    """Whether a verb in the past and a conjunction stand before the subject: "fell short after two of its offices | accused"."""
    since = max((i for i in range(start + 1, end - 1) if lower[i] in _SUBORDINATING), default=start)
    return any(word.endswith("ed") or word in load_speech_words().irregular_pasts for word in lower[start + 1 : since])


def _titled_inside(layers: Layers, inside: list[Nominal], start: int) -> Nominal | None:
    """The person whose title of several names opens a phrase: "House Minority Leader | X Y | of Ohio"."""
    named = next((n for n in inside if n.kind == "person" and n.start > start), None)
    if named is None or not all(layers.tokens.is_capitalized(index) for index in range(start, named.start)):
        return None
    return named if layers.tokens.lower[named.end : named.end + 1] in (["of"], ["from"]) else None


def _is_past(word: str) -> bool:
    return word in load_speech_words().irregular_pasts or (word in FINITE and word not in _OWN)


def _document(lower: list[str], start: int, end: int) -> str | None:
    """The head of a phrase for something written or measured: "a (national) poll of 600 voters released in May"."""
    for index in range(start, end):
        word = lower[index]
        if word in PHRASE_OPENERS and index > start:
            return None
        last = index + 1 == end or lower[index + 1] in PHRASE_OPENERS or lower[index + 1].endswith("ed")
        if word in load_speech_words().document_nouns and last:
            return word
    return None


_NO_SUBJECT_WORDS = (BE - {"'s"}) | MODALS | {"has", "have", "had", "there"}
_SUBORDINATING = frozenset({"after", "before", "until", "since"})
"""Prepositions that are conjunctions, too."""
_BOUND = frozenset({"close", "loyal", "opposed", "allied", "linked", "sympathetic"})
"""Adjectives after a noun that an infinitive cannot follow: "people close to the family"."""


def source_right(layers: Layers, cue_end: int, sentence: Sentence) -> Nominal | None:
    """The nominal right after a cue, as in "…, said the minister"."""
    nominal = layers.nominals.starting(cue_end)
    if (titled := _title_right(layers, cue_end, sentence)) is not None:
        return titled
    if nominal is None or nominal.end > sentence.end:
        return _phrase_right(layers, cue_end, sentence)
    if nominal.kind == "pronoun" and nominal.head == "it":
        return None
    end = nominal.end
    named = layers.nominals.starting(end + (end < sentence.end and layers.tokens.lower[end] == ","))
    if nominal.kind in ("role", "office") and named is not None and named.kind == "person" and named.end <= sentence.end:
        return named._replace(start=nominal.start)  # "said defence critic Y Z"
    if end + 1 < sentence.end and layers.tokens.lower[end] in ("of", "for", "from", "at") and nominal.kind in ("role", "actor"):
        tail = layers.nominals.starting(end + 1)
        if tail is not None:
            return nominal._replace(end=tail.end, actors=nominal.actors or tail.actors)
    return _with_affiliation(layers, nominal, sentence) if nominal.kind == "person" else nominal


def _with_affiliation(layers: Layers, person: Nominal, sentence: Sentence) -> Nominal:
    """A person with whose member is named after "of": "said X Y | of Oxfam America"."""
    tokens, end = layers.tokens, person.end
    if end + 1 >= sentence.end or tokens.lower[end] not in ("of", "from") or not tokens.is_capitalized(end + 1):
        return person
    end += 1
    body = layers.entity_at(end)
    while end < sentence.end and tokens.is_capitalized(end):
        end += 1
    actors = person.actors or ((body.actor,) if body is not None and body.kind == "organization" else ())
    return person._replace(end=end, actors=actors)


def _title_right(layers: Layers, start: int, sentence: Sentence) -> Nominal | None:
    """The person whose title runs over several names of bodies: "said House Budget Committee Chairman X Y"."""
    tokens = layers.tokens
    for index in range(start, min(sentence.end, start + _MAX_INVERTED)):
        nominal = layers.nominals.starting(index)
        if nominal is not None and nominal.kind == "person":
            return nominal._replace(start=start) if index > start and nominal.end <= sentence.end else None
        if not tokens.is_capitalized(index):
            return None
    return None


def _phrase_right(layers: Layers, start: int, sentence: Sentence) -> Nominal | None:
    """The words after a cue up to a clause boundary, when they look like a noun phrase."""
    tokens = layers.tokens
    end = start
    while end < sentence.end and end - start < _MAX_INVERTED and tokens.lower[end] not in CLAUSE_BOUNDARIES:
        end += 1
    capital = end > start and tokens.is_capitalized(start)
    inner = next((n for n in layers.nominals.within(start, end) if n.end <= end), None)
    opens = inner is not None and inner.kind in ("role", "person") and with_premodifiers(layers, inner, start).start == start
    if end == start or not (capital or opens or tokens.lower[start] in load_words().determiners):
        return None
    if inner is not None:
        return Nominal(start, end, inner.kind, inner.people, inner.actors, inner.plural, inner.head)
    return Nominal(start, end, "name" if capital else "thing", head=tokens.lower[end - 1])


def quoted_speaker(layers: Layers, index: int) -> Nominal | None:
    """Whom somebody quotes "as saying": "The agency quoted | X as saying"."""
    nominal, end = layers.nominals.starting(index), index
    while nominal is None and end - index < _MAX_NAME and end < len(layers.tokens) and layers.tokens.is_capitalized(end):
        end += 1
    if nominal is None and end > index:
        nominal = Nominal(index, end, "name", head=layers.tokens.lower[end - 1])
    if nominal is None and layers.tokens.lower[index : index + 1] != [] and layers.tokens.lower[index] in OBLIQUE:
        word = layers.tokens.lower[index]  # "quoted | him as saying"
        nominal = Nominal(index, index + 1, "pronoun", head=OBLIQUE[word], plural=word == "them")
    after = layers.tokens.lower[nominal.end : nominal.end + 2] if nominal is not None else []
    said = len(after) > 1 and is_spoken(after[1] if after[0] == "as" else after[0] if after[0].endswith("ing") else "")
    return nominal if said else None


def is_spoken(word: str) -> bool:
    """Whether a form in -ing is of a verb that says or writes: "quoted as | saying", "as | writing"."""
    verbs = load_cues().verbs.get(word, ())
    return any(form == "gerund" and cue.weight >= _SPOKEN and not cue.frames.isdisjoint(_SAID) for cue, form in verbs)


def absolute_subject(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """Who does what a participle at `index` says in a phrase with "with": "…, with unions warning of strikes and ministers denying it"."""
    lower, nominal = layers.tokens.lower, layers.nominals.ending(index)
    if nominal is None or nominal.kind in ("thing", "pronoun") or nominal.start <= sentence.start:
        return None
    nominal = with_premodifiers(layers, nominal, sentence.start)
    before = lower[nominal.start - 1]
    if before == "with":
        return nominal
    earlier = lower[sentence.start : nominal.start - 1]
    joined = before in ("and", "while") and "with" in earlier
    return nominal if joined and any(word.endswith("ing") for word in earlier[earlier.index("with") :]) else None


def main_subject(layers: Layers, sentence: Sentence, *, actors: bool = False, roles: bool = False) -> Nominal | None:
    """The subject of the sentence's main clause: the nominal that opens it, or the first one after a fronted phrase and its comma.

    `actors`: states and organizations count too; `roles`: unnamed persons and bodies.
    """
    start = statement_start(layers, sentence)
    for nominal in layers.nominals.within(start, sentence.end):
        if nominal.kind in _MAIN_KINDS or (actors and nominal.kind == "actor") or (roles and nominal.kind == "role"):
            titled = layers.nominals.ending(nominal.start)  # "otter keeper | X Y"
            first = titled.start if titled is not None and titled.kind == "role" else nominal.start
            fronted = first > start and layers.tokens.lower[first - 1] in FRONTING
            opens = (first - start <= 1 and not fronted) or layers.tokens.lower[first - 1] == ","
            if not opens and _is_fronted(layers, start, first):
                continue
            named = layers.nominals.starting(nominal.end) if nominal.kind == "role" else None
            if named is not None and named.kind == "person":
                nominal = named._replace(start=nominal.start)  # "Senate | Majority Leader X Y"
            return nominal if opens else None
    return None


def _is_fronted(layers: Layers, start: int, index: int) -> bool:
    """Whether a token stands in a phrase before the clause: "Back in camp, …", "In a hall full of critics, …"."""
    lower = layers.tokens.lower
    before = lower[start:index]
    return not FRONTING.isdisjoint(before[:2]) and "," not in before and FINITE.isdisjoint(before)

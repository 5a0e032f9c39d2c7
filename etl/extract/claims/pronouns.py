"""Whom a pronoun stands for: "he" is the last speaker of fitting gender, "it" the side or body that the text is about."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.declaring import declaring
from etl.extract.claims.joint import is_joint_again
from etl.extract.claims.openings import main_subject
from etl.extract.claims.several import several_holder
from etl.extract.claims.talk import Holder, Talk
from etl.extract.layers import Nominal, Sentence
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_BACK: Final = 40
"""Sentences of a paragraph among which a pronoun's person is looked for."""
_PAIR: Final = 2
_NEAREST: Final = 3
"""Candidates among whom a woman goes before one whose name tells nothing."""
_TOLD_REACH: Final = 4
"""Tokens at the beginning of what is said in which its subject stands."""
_SUBORDINATORS: Final = frozenset({"when", "as", "after", "before", "while", "once", "since", "because", "although", "though"})
"""Conjunctions with which a clause before the main one opens."""


def pronoun_holder(talk: Talk, nominal: Nominal, sentence: Sentence) -> Holder | None:
    """Whom a pronoun stands for; None when it cannot be told."""
    floor = talk.floor
    if nominal.head in ("he", "she"):
        return _person(talk, nominal, sentence)
    if nominal.head == "it" and is_joint_again(talk, nominal, sentence):
        return talk.joint
    if nominal.head == "it" and (issuer := _issuer(talk, nominal, sentence)) is not None:
        return issuer
    if nominal.head == "it" and (side := _side_before(talk, sentence) or _side_here(talk, nominal, sentence)) is not None:
        return side
    if nominal.head == "they" and (pair := _fronted_pair(talk, nominal, sentence) or _pair_before(talk, sentence)):
        return Holder(pair, talk.actors_of(pair), 0.9)
    if nominal.head == "they" and (pair := _met_before(talk, sentence)):
        return Holder(pair, talk.actors_of(pair), 0.85)
    if nominal.head == "they" and (several := _several_before(talk, sentence)) is not None:
        return several
    if nominal.head == "they":
        if floor is not None and (len(floor.people) > 1 or not floor.people) and not (_is_one(talk, floor) and _is_of_two(talk)):
            return floor._replace(sure=0.6 if floor.described else 0.9)
        if (delegation := _delegation_before(talk, sentence)) is not None:
            return delegation
        return several_holder(talk, Nominal(nominal.start, nominal.end, "parties", plural=True, head="leaders"), frozenset())
    stated = floor is None or (floor.described and not talk.layers.quoted[nominal.start])  # behind "Several leaders voiced concern"
    if nominal.head == "we" and stated:
        together = declaring(talk.layers)  # "We, the Ministers of …, reaffirmed"
        return Holder((), together, 0.6) if together else floor
    if nominal.head in ("we", "i") or (floor is not None and not floor.people):
        return floor
    return None


def _several_before(talk: Talk, sentence: Sentence) -> Holder | None:
    """Those of whom one of the last sentences told, where a document or one body has the floor: "The members met, a paper said. They …"."""
    words = talk.floor.words if talk.floor is not None else None
    written = words is not None and talk.layers.tokens.lower[words.end - 1] in load_speech_words().document_nouns
    if talk.floor is None or not (written or _is_one(talk, talk.floor)):
        return None
    number = talk.layers.sentence_of[sentence.start]
    for back in range(number - 1, max(-1, number - 1 - _FEW), -1):
        before = talk.layers.sentences[back]
        opening = next((n for n in talk.layers.nominals.within(before.start, before.end) if n.kind != "pronoun"), None)
        if opening is None or opening.start - before.start > 1:
            continue
        if opening.plural or talk.layers.tokens.lower[opening.end - 1].endswith("s"):
            return talk.resolve(opening, before)
    return None


_FEW: Final = 3


def _fronted_pair(talk: Talk, nominal: Nominal, sentence: Sentence) -> tuple[int, ...]:
    """The two persons whom the phrase before "they" names: "During X's talks with Y, they agreed"."""
    lower = talk.layers.tokens.lower
    if lower[nominal.start - 1] != "," or lower[sentence.start] not in ("during", "in", "at"):
        return ()
    named = tuple(dict.fromkeys(m.person for m in talk.layers.person_mentions.within(sentence.start, nominal.start)))
    return named if len(named) == _PAIR and len(talk.actors_of(named)) == _PAIR else ()


def _pair_before(talk: Talk, sentence: Sentence) -> tuple[int, ...]:
    """The two persons who are the subject of the sentence before, of the same paragraph, which reports nobody's words."""
    number = talk.layers.sentence_of[sentence.start] - 1
    if sentence.first or number < 0 or talk.layers.attributions.get(number):
        return ()
    subject = main_subject(talk.layers, talk.layers.sentences[number])
    whole = talk.layers.nominals.starting(subject.start) if subject is not None else None
    return whole.people if whole is not None and whole.kind == "group" and len(whole.people) == _PAIR else ()


def _met_before(talk: Talk, sentence: Sentence) -> tuple[int, ...]:
    """The two of whose meeting the sentence before tells, where another pair has the floor: "Then X called on Y. They agreed"."""
    number = talk.layers.sentence_of[sentence.start] - 1
    meeting, floor = talk.meeting, talk.floor
    if sentence.first or number < 0 or meeting is None or floor is None or len(floor.people) < _PAIR:
        return ()
    before = talk.layers.sentences[number]
    span = talk.layers.tokens.span(before.start, before.end)
    if not any(e.start < span.end and span.start < e.end for e in meeting.evidence):
        return ()
    people = tuple(p.person for p in meeting.participants if p.person is not None)
    return people if len(people) == _PAIR == len(meeting.participants) and set(people) != set(floor.people) else ()


def _is_one(talk: Talk, floor: Holder) -> bool:
    """Whether one body or state has the floor: "the ministry said" between two sentences about those who met."""
    if floor.people or floor.words is None or len(floor.actors) > 1:
        return False
    phrase = talk.layers.nominals.starting(floor.words.start)
    return not (phrase is not None and phrase.plural) and not talk.layers.tokens.lower[floor.words.end - 1].endswith("s")


def _is_of_two(talk: Talk) -> bool:
    """Whether several persons take part in the meeting in view."""
    return talk.meeting is not None and sum(p.person is not None for p in talk.meeting.participants) >= _PAIR


def _person(talk: Talk, nominal: Nominal, sentence: Sentence) -> Holder | None:
    """Who "he" or "she" is: the first of fitting gender among those who may be meant."""
    floor, gender = talk.floor, "m" if nominal.head == "he" else "f"
    if (told := _reporting_subject(talk, nominal, sentence)) is not None:
        return Holder((told,), talk.actors_of((told,)), 0.9)
    if floor is not None and _still_speaks(talk, floor, sentence) and not _are_several(talk, floor):
        return floor._replace(sure=0.6)  # "a diplomat said …; she added …"
    if floor is not None and (before := _told_before(talk, floor, nominal, sentence)) is not None:
        return Holder((before,), talk.actors_of((before,)), 0.7)
    candidates = _candidates(talk, nominal, sentence)
    spoke = (
        bool(candidates)
        and talk.floor is not None
        and talk.floor.people == tuple(candidates[:1])
        and talk.floor_paragraph != sentence.paragraph
    )
    if gender == "f" and spoke and talk.layers.people[candidates[0]].gender is None:
        # most of whom no name tells are men: a woman named shortly before goes first
        near = [p for p in candidates[:_NEAREST] if talk.layers.people[p].gender == "f"]
        candidates = [*near, *candidates]
    for person in candidates:
        if talk.layers.people[person].gender in (None, gender):
            sure = 0.95 if floor is not None and person in floor.people else 0.75
            return Holder((person,), talk.actors_of((person,)), sure)
    if floor is not None and _may_be_misread(talk, floor, sentence):
        return floor._replace(sure=0.4)
    return floor._replace(sure=0.4) if floor is not None and not floor.people and not _are_several(talk, floor) else None


def _may_be_misread(talk: Talk, floor: Holder, sentence: Sentence) -> bool:
    """Whether the one who has just spoken is known from the text alone, whose given name may tell the wrong gender: "Minister Vivian X"."""
    near = len(floor.people) == 1 and talk.floor_paragraph >= sentence.paragraph - 1
    if not near or talk.layers.people[floor.people[0]].known_by != "text":
        return False
    lower, mentions = talk.layers.tokens.lower, talk.layers.mentions_of(floor.people[0])
    return not any(word in _LADIES_AND_MEN for m in mentions for word in lower[m.start : m.name_start])


_LADIES_AND_MEN: Final = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "lady", "lord", "queen", "king"})


def _reporting_subject(talk: Talk, nominal: Nominal, sentence: Sentence) -> int | None:
    """Who opens the sentence and says what the pronoun behind it says again: "X insisted that the text …, | he said"."""
    lower, subject = talk.layers.tokens.lower, main_subject(talk.layers, sentence)
    if subject is None or subject.kind != "person" or len(subject.people) != 1 or nominal.start - subject.end < _SHORTEST:
        return None
    verb = subject.end + (lower[subject.end].endswith("ly") or lower[subject.end] == "also")
    closes = lower[nominal.start - 1] in _CLOSING and talk.layers.tokens.lower[nominal.end] in load_words().quote_verbs
    says = lower[verb] in load_words().quote_verbs and not talk.layers.quoted[subject.start]
    return (
        subject.people[0]
        if closes and says and talk.layers.people[subject.people[0]].gender != ("f" if nominal.head == "he" else "m")
        else None
    )


_CLOSING: Final = CLOSING_QUOTES | {","}


def _are_several(talk: Talk, floor: Holder) -> bool:
    """Whether unnamed persons of whom more than one is meant have the floor: "sailors said"."""
    phrase = talk.layers.nominals.starting(floor.words.start) if floor.words is not None else None
    return phrase is not None and phrase.plural and phrase.kind == "role" and not talk.is_unnamed(floor)


def _still_speaks(talk: Talk, floor: Holder, sentence: Sentence) -> bool:
    """Whether a source without a name goes on: in its paragraph, one person also in the next if nobody came after."""
    unnamed = talk.is_unnamed(floor)
    near = unnamed and sentence.first and talk.floor_paragraph == sentence.paragraph - 1 and talk.subject is None
    return near or ((floor.described or unnamed) and talk.floor_paragraph == sentence.paragraph)


def _told_before(talk: Talk, floor: Holder, nominal: Nominal, sentence: Sentence) -> int | None:
    """Of whom the speaker of the sentence before tells there, where this one goes on in the past perfect: "He had said …"."""
    number = talk.layers.sentence_of[sentence.start] - 1
    if sentence.first or number < 0 or talk.layers.tokens.lower[nominal.end : nominal.end + 1] != ["had"]:
        return None
    gender = "m" if nominal.head == "he" else "f"
    told = [a for a in talk.layers.attributions.get(number, ()) if a.says and a.order == "after"]
    subjects = [n for a in told for n in talk.layers.nominals.within(a.content.start - 1, a.content.start + _TOLD_REACH) if n.people]
    return next(
        (p for n in subjects if (p := n.people[0]) not in floor.people and talk.layers.people[p].gender in (None, gender)),
        None,
    )


def _candidates(talk: Talk, nominal: Nominal, sentence: Sentence) -> list[int]:
    """Persons that a pronoun may stand for, likeliest first: the speaker, those last named, those named in the sentence before it.

    A new paragraph that names somebody goes on with that person, not with an earlier speaker.
    """
    options: list[int] = [*_subject_here(talk, nominal, sentence), *_fronted_subject(talk, nominal, sentence), *_turned_to(talk, sentence)]
    if talk.floor_paragraph != sentence.paragraph:
        named = _named_in(talk, sentence)
        options += _office_before(talk, sentence)
        options += [p for p in reversed(talk.recent) if p in named]
    if talk.subject is not None and (talk.floor is None or len(talk.floor.people) > 1):
        options.append(talk.subject)  # "X met Y, and they agreed …. He …": the text is about X
    if talk.floor is not None and len(talk.floor.people) == 1 and not talk.answers(sentence):
        options += talk.floor.people
    if talk.floor is None or not talk.floor.people:
        options += _subject_before(talk, sentence)
    options += reversed(talk.recent)
    inside = talk.layers.person_mentions.within(sentence.start, nominal.start)
    options += [m.person for m in reversed(inside) if m.end <= nominal.start and not talk.layers.quoted[m.start]]
    if talk.floor is not None and len(talk.floor.people) == 1 and talk.answers(sentence):
        options = [p for p in options if p != talk.floor.people[0]]
    objects = _objects(talk, nominal, sentence)
    return [p for p in dict.fromkeys(options) if p not in objects]


def _objects(talk: Talk, nominal: Nominal, sentence: Sentence) -> set[int]:
    """To whom the subject of a clause does something, who are not its subject: in "She told X that …" she is not X."""
    lower, first = talk.layers.tokens.lower, nominal.end + 1
    mentions = talk.layers.person_mentions.within(first, min(first + _OBJECT_REACH, sentence.end))
    return {m.person for m in mentions if m.start >= first and _APART.isdisjoint(lower[nominal.end : m.start])}


_OBJECT_REACH: Final = 4
_APART: Final = frozenset({"that", ",", ":", '"', "“", "”", "and", "as", "said", "says", "when", "while", "after", "before"})
"""What keeps a name from being the object of the verb behind a pronoun."""


def _subject_here(talk: Talk, nominal: Nominal, sentence: Sentence) -> tuple[int, ...]:
    """Who does something in the main clause before "as he", and says nothing: "X grew angry on Monday as he called for calm"."""
    lower = talk.layers.tokens.lower
    if nominal.start - sentence.start < _SHORTEST or lower[nominal.start - 1] not in _SUBORDINATORS:
        return ()
    subject = main_subject(talk.layers, sentence)
    told = any(
        a.content.start <= nominal.start < a.content.end for a in talk.layers.attributions.get(talk.layers.sentence_of[sentence.start], ())
    )
    named = subject is not None and subject.kind in ("person", "office") and subject.end < nominal.start and not told
    return subject.people if named and subject is not None else ()


_SHORTEST: Final = 4


def _fronted_subject(talk: Talk, nominal: Nominal, sentence: Sentence) -> tuple[int, ...]:
    """The person who is the subject of the clause before "he": "When X took the floor, he said"."""
    if talk.layers.tokens.lower[sentence.start] not in _SUBORDINATORS or talk.layers.tokens.lower[nominal.start - 1] != ",":
        return ()
    subject = next(iter(talk.layers.nominals.within(sentence.start, nominal.start)), None)
    opens = subject is not None and subject.kind == "person" and subject.start <= sentence.start + 1
    return subject.people if opens and subject is not None else ()


def _turned_to(talk: Talk, sentence: Sentence) -> list[int]:
    """Who is the subject of the sentence before, if it reports nobody's words: the text has turned to them.

    It is of the same paragraph, or a paragraph of its own that tells of a meeting: "Later X received Y.¶ He affirmed …".
    """
    number = talk.layers.sentence_of[sentence.start] - 1
    if (
        number < 0
        or (sentence.first and not _tells_of_meeting(talk, number))
        or any(a.source is not None for a in talk.layers.attributions.get(number, ()))
    ):
        return []
    subject = main_subject(talk.layers, talk.layers.sentences[number])
    told = subject is not None and (talk.is_told_person(subject) or (subject.kind == "office" and len(subject.people) == 1))
    return list(subject.people) if subject is not None and told else []


def _office_before(talk: Talk, sentence: Sentence) -> tuple[int, ...]:
    """Who by office is the subject of the sentence before in the paragraph: "In talks with X, the President raised it. He stressed …"."""
    number = talk.layers.sentence_of[sentence.start] - 1
    if sentence.first or number < 0:
        return ()
    subject = main_subject(talk.layers, talk.layers.sentences[number])
    return subject.people if subject is not None and subject.kind == "office" and len(subject.people) == 1 else ()


def _tells_of_meeting(talk: Talk, number: int) -> bool:
    """Whether a sentence is a paragraph of its own and tells of a meeting held."""
    sentence = talk.layers.sentences[number]
    span = talk.layers.tokens.span(sentence.start, sentence.end)
    return sentence.first and any(span.start <= m.span.start < span.end and not m.background for m in talk.layers.meetings)


def _subject_before(talk: Talk, sentence: Sentence) -> list[int]:
    """Of whom the paragraph before told, where a new one begins: "X called the press. … ¶ “…,” he said"."""
    number = talk.layers.sentence_of[sentence.start]
    for before in reversed(talk.layers.sentences[max(0, number - _FEW) : number] if sentence.first else []):
        subject = main_subject(talk.layers, before) if before.paragraph == sentence.paragraph - 1 else None
        if subject is not None and talk.is_told_person(subject):
            return list(subject.people)
    return []


def _delegation_before(talk: Talk, sentence: Sentence) -> Holder | None:
    """The delegation of one actor that had the floor in the sentence before: "The Russian delegation affirmed …. They …"."""
    number = talk.layers.sentence_of[sentence.start] - 1
    subject = None if sentence.first or number < 0 else main_subject(talk.layers, talk.layers.sentences[number], actors=True)
    if subject is None or len(subject.actors) != 1 or subject.people or subject.head not in load_party_words().side_nouns:
        return None
    return talk.resolve(subject, sentence)


def _issuer(talk: Talk, nominal: Nominal, sentence: Sentence) -> Holder | None:
    """Who has issued what "it said" and "it read" stand in: "In a statement issued by X, it …", "X issued a statement.¶ It …"."""
    lower, documents = talk.layers.tokens.lower, load_speech_words().document_nouns
    by = next((i for i in range(sentence.start + 2, nominal.start - 1) if lower[i] in ("by", "from")), None)
    if by is not None and lower[nominal.start - 1] == "," and not documents.isdisjoint(lower[sentence.start : by]):
        owner = talk.layers.nominals.starting(by + 1)
        holder = talk.resolve(owner, sentence) if owner is not None and owner.kind in ("actor", "role") else None
        return holder if holder is not None and holder.actors else None
    number = talk.layers.sentence_of[sentence.start] - 1
    if number < 0 or not sentence.first or nominal.start - sentence.start > 1:
        return None
    before = talk.layers.sentences[number]
    words = lower[before.start : before.end]
    if _ISSUING.isdisjoint(words) or documents.isdisjoint(words):
        return None
    subject = main_subject(talk.layers, before, actors=True, roles=True)
    body = subject is not None and subject.kind in ("actor", "role") and subject.head not in load_words().persons
    return talk.resolve(subject, before) if body else None


_ISSUING: Final = frozenset({"issued", "released", "published"})


def _side_before(talk: Talk, sentence: Sentence) -> Holder | None:
    """The state or side that the sentence before, of the same paragraph, is about: "The Slovak side … It …"."""
    number = talk.layers.sentence_of[sentence.start] - 1
    if sentence.first or number < 0:
        return None
    before = talk.layers.sentences[number]
    subject = main_subject(talk.layers, before, actors=True, roles=True)
    organ = (
        subject is not None
        and subject.kind == "role"
        and not subject.plural
        and subject.head in load_words().collective
        and subject.head not in load_words().persons
    )
    side = talk.resolve(subject, before) if subject is not None and (subject.kind == "actor" or organ) else None
    own = side is not None and talk.floor is not None and talk.floor.people and set(side.actors) == set(talk.floor.actors)
    if own and not organ:
        return talk.floor  # "Chile hopes … It would …", of whoever speaks for it
    return side


def _side_here(talk: Talk, nominal: Nominal, sentence: Sentence) -> Holder | None:
    """The body of whose doing the sentence itself tells before "it said": "The Bank of Peru kept its rate, | it said in a statement"."""
    if talk.layers.tokens.lower[nominal.start - 1] != "," or (talk.floor is not None and not talk.floor.people):
        return None
    subject = main_subject(talk.layers, sentence, actors=True, roles=True)
    if subject is None or subject.end >= nominal.start or subject.plural or subject.people or subject.head in load_words().persons:
        return None
    return talk.resolve(subject, sentence)


def _named_in(talk: Talk, sentence: Sentence) -> set[int]:
    """Persons whom the sentences before this one in its paragraph name."""
    number = talk.layers.sentence_of[sentence.start]
    earliest = max(0, number - _MAX_BACK)
    while number > earliest and talk.layers.sentences[number - 1].paragraph == sentence.paragraph:
        number -= 1
    start = talk.layers.sentences[number].start
    return {m.person for m in talk.layers.person_mentions.within(start, sentence.start) if not talk.layers.quoted[m.start]}

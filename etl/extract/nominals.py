"""Noun phrases that can act or speak: persons, groups, offices, actors, parties, pronouns, roles."""

from __future__ import annotations

from datetime import date

from etl.extract.layers import Entity, Layers, Nominal, PersonEntity, Sentence
from etl.extract.people import publisher_state
from etl.extract.title_phrases import TitleReader, TitleSpan, actor_of_entity, find_titles
from etl.lexicon.actors import load_actors
from etl.lexicon.people import load_people
from etl.lexicon.words import Words, load_words
from etl.records import ActorRef

_PRONOUNS = frozenset("he she they we i it".split())
_NUMBERS = frozenset("two three four five six seven eight both".split())
_LEADERS = frozenset(
    "leaders presidents ministers diplomats chancellors premiers heads officials counterparts monarchs chairmen chiefs statesmen principals".split()
)
_SIDES = frozenset(
    "sides countries nations parties governments delegations states peoples neighbors neighbours economies participants".split()
)
_SIDE = frozenset("side government delegation administration leadership party authorities leaders officials people nation state".split())
_ADJECTIVES = frozenset(
    "foreign prime defence defense trade finance interior top senior great big ancient neighboring neighbouring major presidential".split()
)
_DETERMINERS = frozenset("the a an his her its their our this that these those some many several other both".split())
_OFFICE_NOUNS = frozenset(
    "minister secretary ambassador governor mayor speaker envoy spokesperson spokesman spokeswoman commissioner counterpart leader chief diplomat"
    " legislator negotiator chairman chairwoman chairperson vice-president president king queen emir consul attorney-general prosecutor".split()
)
"""Unnamed holders are followed only of nouns that name one office, not of members, officials and experts."""
_SUBJECT_ROLES = frozenset({"counterpart", "counterparts"})


def find_nominals(layers: Layers) -> None:
    """Fill `nominals`, in text order. Longer ones win over those inside them."""
    words = load_words()
    actors = load_actors()
    titles = find_titles(layers)
    reader = TitleReader(layers, titles, actors)
    found: list[Nominal] = []
    covered = [False] * (len(layers.tokens) + 1)

    def take(nominal: Nominal) -> None:
        if any(covered[nominal.start : nominal.end]):
            return
        found.append(nominal)
        for index in range(nominal.start, nominal.end):
            covered[index] = True

    for mention in layers.person_mentions:
        person = layers.people[mention.person]
        owner = (person.actor,) if person.actor else ()
        take(Nominal(mention.start, mention.end, "person", (mention.person,), owner, False, layers.tokens.lower[mention.end - 1]))
    for title in titles:
        nominal = _office(layers, reader, title)
        if nominal is not None:
            take(nominal)
    for sentence in layers.sentences:
        _scan(layers, sentence, words, take, covered)
    outer = [e for e in layers.entities if not e.nested and e.kind in ("state", "demonym", "metonym", "organization")]
    for entity in outer:
        nominal = _actor(layers, entity, words)
        if nominal is not None:
            take(nominal)
    for sentence in layers.sentences:
        _roles(layers, sentence, words, take, covered)
    found.sort(key=lambda n: n.start)
    layers.nominals = _grouped(layers, found)


def _office(layers: Layers, reader: TitleReader, title: TitleSpan) -> Nominal | None:
    """A description by office without a name: "the Kenyan president", "the President of Kenya", "presidents of A, B and C"."""
    tokens = layers.tokens
    sentence = layers.sentences[layers.sentence_of[title.start]]
    phrase = reader._with_premodifier(title, title.end, sentence.start)
    end, actors = reader.of_actor(title, sentence.end)
    start = phrase.start
    if start > sentence.start and tokens.lower[start - 1] in _DETERMINERS | _NUMBERS:
        start -= 1
    determined = tokens.lower[start] in _DETERMINERS or phrase.actor is not None or bool(actors)
    if not determined and not title.title.plural and not tokens.is_capitalized(title.start):
        return None
    if tokens.lower[title.end - 1] in _SUBJECT_ROLES and phrase.actor is None:
        return Nominal(start, end, "role", (), (), title.title.plural, tokens.lower[title.end - 1])
    owners = actors or ([phrase.actor] if phrase.actor else [])
    if title.title.plural and not owners:
        number = next((w for w in tokens.lower[max(start - 1, sentence.start) : title.start] if w in _NUMBERS), "")
        kind = "parties" if number or tokens.lower[start] in ("the", "both") else "role"
        if number and tokens.lower[start - 1] == number and start > sentence.start:
            start -= 1
        if start > sentence.start and tokens.lower[start - 1] == "the":
            start -= 1
        return Nominal(start, end, kind, (), (), True, "leaders" if kind == "parties" else tokens.lower[title.end - 1])  # type: ignore[arg-type]
    people: list[int] = []
    if title.title.plural and owners and all(o.kind == "organization" for o in owners):
        return Nominal(start, end, "parties", (), tuple(owners), True, "leaders")  # "the CIS leaders": those of the meeting
    if owners and title.title.office == "other" and title.title.title.lower().split()[-1].rstrip("s") not in _OFFICE_NOUNS:
        return Nominal(start, end, "role", (), tuple(owners), title.title.plural, title.title.title.lower())
    for owner in owners:
        people.append(office_holder(layers, title.title.title, title.title.office, owner).index)
    if not owners:
        person = _last_titled(layers, title, start)
        if person is None:
            return Nominal(start, end, "office", (), (), False, title.title.title.lower())
        people.append(person.index)
        owners = [person.actor] if person.actor else []
    return Nominal(
        start, end, "group" if len(people) > 1 else "office", tuple(people), tuple(owners), len(people) > 1, title.title.title.lower()
    )


def _fits(person: PersonEntity, title: str, office: str, day: date | None) -> bool:
    lowered = {t.lower() for t in person.titles}
    if title.lower() in lowered:
        return True
    last = title.lower().split()[-1]
    if office == "other" and any(t.split()[-1] == last and (t in title.lower() or title.lower() in t) for t in lowered):
        return True
    if person.known_by == "name" and person.name and day is not None and office != "other":
        held = load_people().of_person.get(person.name, ())
        if any(t.office == office and t.covers(day) and (person.actor is None or t.actor == person.actor.name) for t in held):
            return True
    if title.lower() in ("leader", "head"):
        return bool(person.offices & {"head_of_state", "head_of_government"})
    return office in person.offices and office in ("head_of_state", "head_of_government", "foreign_minister")


def office_holder(layers: Layers, title: str, office: str, actor: ActorRef) -> PersonEntity:
    """The person of the article who holds the office of the actor; an unnamed holder when the article names nobody who does."""
    if title.lower() in _SUBJECT_ROLES:
        same = [p for p in layers.people if p.actor == actor and p.name]
        if same:
            return same[0]
    held = [p for p in layers.people if p.actor == actor and _fits(p, title, office, layers.reference_date)]
    named = [p for p in held if p.name] or held
    if len(named) == 1 or (named and not named[0].name):
        return named[0]
    if not named:
        known = [p for p in layers.people if p.actor == actor and p.name and not p.titles]
        if len(known) == 1:
            return known[0]
    if len(named) > 1:
        return named[0]
    person = PersonEntity(len(layers.people), None, "", set(), actor, [title], {office}, None, "text", "office", 0.6)
    layers.people.append(person)
    return person


def _last_titled(layers: Layers, title: TitleSpan, before: int) -> PersonEntity | None:
    """Who a bare "the President" is: the publisher's own where a state organ writes, else the bearer whom the article named first.

    Governments leave the state out for their own side only; a foreign president keeps state or name.
    """
    wanted = title.title.title.lower()
    bearers = list(dict.fromkeys(m.person for m in layers.person_mentions if wanted in {t.lower() for t in layers.people[m.person].titles}))
    home = publisher_state(layers)
    own = [p for p in bearers if home is not None and layers.people[p].actor == home]
    first = own or [p for p in bearers if any(m.person == p and m.start < before for m in layers.person_mentions)]
    return layers.people[first[0]] if first else None


def _scan(layers: Layers, sentence: Sentence, words: Words, take, covered: list[bool]) -> None:  # type: ignore[no-untyped-def]
    tokens = layers.tokens
    index = sentence.start
    while index < sentence.end:
        word = tokens.lower[index]
        if covered[index]:
            index += 1
            continue
        if word in _PRONOUNS:
            take(Nominal(index, index + 1, "pronoun", (), (), word in ("they", "we"), word))
        elif (
            word == "both"
            and index == sentence.start
            and index + 1 < sentence.end
            and tokens.lower[index + 1].endswith(("ed", "s"))
            and tokens.lower[index + 1] not in _SIDES | _LEADERS
        ):
            take(Nominal(index, index + 1, "parties", (), (), True, "leaders"))
        elif word in _NUMBERS or word == "the":
            step = index + (word == "the")
            numbered = False
            while step < sentence.end and tokens.lower[step] in _NUMBERS:
                step += 1
                numbered = True
            numbered |= word in _NUMBERS
            while step < sentence.end and tokens.lower[step] in _ADJECTIVES:
                step += 1
            if step < sentence.end and not covered[step]:
                head = tokens.lower[step]
                if head in _SIDES and (numbered or head in ("sides", "parties")):
                    take(Nominal(index, step + 1, "parties", (), (), True, "sides"))
                    index = step
                elif head in _LEADERS:
                    end = step + 1
                    if head == "heads" and tokens.lower[end : end + 2] in (["of", "state"], ["of", "government"]):
                        end += 2
                    take(Nominal(index, end, "parties", (), (), True, "leaders"))
                    index = end - 1
        index += 1


def _actor(layers: Layers, entity: Entity, words: Words) -> Nominal | None:
    """A state or organization, or "the X side / government / ministry"."""
    tokens = layers.tokens
    sentence = layers.sentences[layers.sentence_of[entity.start]]
    start = entity.start - (entity.start > sentence.start and tokens.lower[entity.start - 1] == "the")
    ref = actor_of_entity(entity, load_actors())
    end = entity.end
    if end + 2 < sentence.end and tokens.lower[end] == "(" and tokens.lower[end + 2] == ")":
        end += 3
    step = end + (end < sentence.end and tokens.lower[end] in ("'s", "'"))
    noun = step
    while noun < sentence.end and noun - step < 3 and (tokens.is_capitalized(noun) or tokens.lower[noun] in _ADJECTIVES):
        if tokens.lower[noun] in words.collective:
            break
        noun += 1
    if noun < sentence.end and (tokens.lower[noun] in _SIDE or tokens.lower[noun] in words.collective) and (entity.kind != "metonym"):
        if not tokens.lower[noun].endswith("s") or tokens.lower[noun] in ("authorities",):
            return Nominal(start, noun + 1, "actor", (), (ref,), False, tokens.lower[noun])
    if entity.kind == "demonym":
        return None
    if entity.kind == "metonym" and ref.kind == "state" and start < entity.start:
        start = entity.start
    return Nominal(start, end, "actor", (), (ref,), False, "metonym" if entity.kind == "metonym" else "")


def _roles(layers: Layers, sentence: Sentence, words: Words, take, covered: list[bool]) -> None:  # type: ignore[no-untyped-def]
    tokens = layers.tokens
    for index in range(sentence.start, sentence.end):
        word = tokens.lower[index]
        if covered[index] or (word not in words.persons and word not in words.collective):
            continue
        start = index
        while start > sentence.start and index - start < 4 and not covered[start - 1]:
            previous = tokens.lower[start - 1]
            if previous in words.determiners:
                start -= 1
                break
            if (
                previous.isalpha()
                and tokens.glued(start) is False
                and previous not in ("and", "or", "of", "to", "said", "that", "as", "by", "with", "in")
            ):
                start -= 1
                continue
            break
        end = index + 1
        while end < sentence.end and not covered[end] and (tokens.lower[end] in words.persons or tokens.lower[end] in words.collective):
            end += 1  # "a ministry official"
        take(Nominal(start, end, "role", (), (), tokens.lower[end - 1].endswith("s"), tokens.lower[end - 1]))


def _grouped(layers: Layers, nominals: list[Nominal]) -> list[Nominal]:
    """Add the coordination of neighbours: "A and B", "A, B and C", of persons or of actors. The parts stay too."""
    tokens = layers.tokens
    out: list[Nominal] = []
    index = 0
    while index < len(nominals):
        out.append(nominals[index])
        last = index
        joined = False
        while last + 1 < len(nominals) and _family(nominals[last]) == _family(nominals[last + 1]) != "":
            between = tokens.lower[nominals[last].end : nominals[last + 1].start]
            if between in (
                ["and"],
                [",", "and"],
                [",", "as", "well", "as"],
                ["as", "well", "as"],
                ["as", "well", "as", "with"],
                ["and", "with"],
            ):
                joined = True
                last += 1
                break
            if between == [","]:
                last += 1
                continue
            break
        if joined and last - index > 1 and _clause_break(layers, nominals[index], nominals[last]):
            joined = False  # "after talks with A, B and C said": B and C are the subject
        if joined and last > index:
            parts = nominals[index : last + 1]
            people = tuple(dict.fromkeys(p for n in parts for p in n.people))
            actors = tuple(dict.fromkeys(a for n in parts for a in n.actors))
            kind = "group" if people else "actor"
            out.append(Nominal(parts[0].start, parts[-1].end, kind, people, actors, True, "and"))  # type: ignore[arg-type]
            out.extend(parts[1:])
            index = last + 1
        else:
            index += 1
    return out


_PREPOSITIONS = frozenset("with after of between before by from for to on".split())


def _clause_break(layers: Layers, first: Nominal, last: Nominal) -> bool:
    """Whether the comma after the first member ends a fronted phrase: a preposition governs it, and a verb follows the last one."""
    lower = layers.tokens.lower
    governed = first.start > 0 and lower[first.start - 1] in _PREPOSITIONS
    repeated = bool(set(first.people) & set(last.people))
    return (
        governed and last.end < len(lower) and (repeated or lower[last.end] in load_words().quote_verbs or lower[last.end].endswith("ed"))
    )


def _family(nominal: Nominal) -> str:
    if nominal.kind in ("person", "office", "group") and nominal.people:
        return "people"
    return "actor" if nominal.kind == "actor" else ""

"""People: names found by lexicon, title, apposition and form, and put together within the article.

First the full names (lexicon, title before or after, given name, particle or initial), then everything shorter that refers to one of them.
A name by form alone needs one of these grounds; a capitalised run without any is no person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from etl.extract.layers import Entity, Layers, PersonEntity, PersonMention, Sentence
from etl.extract.names import name_parts, name_run, name_text
from etl.extract.title_phrases import TitlePhrase, TitleReader, TitleSpan, actor_of_entity, find_titles
from etl.lexicon.actors import load_actors
from etl.lexicon.people import Person, fold, load_people
from etl.lexicon.words import Words, load_words
from etl.records import ActorRef, OfficeReport

_SPEECH = frozenset("said says told tells added adds noted wrote asked explained stated tweeted argued replied announced".split())
_CONFIDENCE = {"lexicon": 0.98, "title": 0.9, "apposition": 0.9, "given_name": 0.75, "of_state": 0.75, "form": 0.65, "speech": 0.6}


class _Roster:
    """The persons of the article so far, and how a name leads to one of them."""

    def __init__(self, layers: Layers) -> None:
        self.people = layers.people
        self._by_name: dict[str, PersonEntity] = {}
        self._actors = load_actors()

    def add(self, name: str, *, known: Person | None, rule: str) -> PersonEntity:
        key = fold(known.name if known else name)
        entity = self._by_name.get(key)
        if entity is None:
            parts = name_parts(name)
            entity = PersonEntity(len(self.people), known.name if known else name, known.family_name if known else parts[-1])
            entity.known_by = "name" if known else "text"
            entity.rule, entity.confidence = rule, _CONFIDENCE[rule]
            if known:
                entity.gender = known.gender or None  # type: ignore[assignment]
                entity.actor = self._actor(known.actor)
                entity.forms.update(fold(part) for part in name_parts(known.name))
            self.people.append(entity)
            self._by_name[key] = entity
        entity.forms.update(fold(part) for part in name_parts(name))
        entity.forms.add(fold(name))
        if known:
            entity.forms.add(fold(known.family_name))
        return entity

    def _actor(self, name: str) -> ActorRef:
        return ActorRef("state" if name in self._actors.state_names else "organization", name)

    def referred(self, name: str, before: int) -> PersonEntity | None:
        """The person of the article whose names cover all words of `name`; None when nobody or several."""
        wanted = {fold(part) for part in name_parts(name)}
        found = [p for p in self.people if p.name and (wanted <= p.forms or fold(name) in p.forms)]
        if len(found) > 1:
            by_family = [p for p in found if fold(p.family) == fold(name)]
            found = by_family or found
        return found[0] if len(found) == 1 else None


def find_people(layers: Layers) -> None:
    """Fill `people`, `person_mentions` and `offices`."""
    words = load_words()
    titles = find_titles(layers)
    actors = load_actors()
    reader = TitleReader(layers, titles, actors)
    roster = _Roster(layers)
    blocked = _blocked(layers, titles, words)
    runs = list(_name_runs(layers, blocked, words))
    taken: set[int] = set()
    mentions: list[PersonMention] = []
    for full in (True, False):
        if not full:
            _unblock_surnames(layers, blocked)
            runs = list(_name_runs(layers, blocked, words))
        for sentence, start, end, known in runs:
            if start in taken or _is_credit(layers, start):
                continue
            mention = _read_name(layers, reader, roster, words, sentence, start, end, known, full)
            if mention is not None:
                taken.add(start)
                mentions.append(mention)
    mentions.sort()
    layers.person_mentions = mentions
    _infer_actors(layers)
    persons = {(m.name_start, m.name_end) for m in mentions}
    layers.entities = [
        e for e in layers.entities if e.kind == "person" or not any(s <= e.start and e.end <= t for s, t in _covering(persons, e))
    ]


def _unblock_surnames(layers: Layers, blocked: list[bool]) -> None:
    """A place's name alone refers to a person of the article who bears it, where no preposition of place stands before."""
    names = {form for person in layers.people for form in person.forms}
    for entity in layers.entities:
        if entity.kind == "place" and entity.end - entity.start == 1 and fold(layers.tokens.words[entity.start]) in names:
            if entity.start == 0 or layers.tokens.lower[entity.start - 1] not in _LOCATIVE:
                blocked[entity.start] = False


def _is_credit(layers: Layers, start: int) -> bool:
    """ "(Reporting by X; Editing by Y)"."""
    lower = layers.tokens.lower
    return (
        start >= 2
        and lower[start - 1] == "by"
        and lower[start - 2] in ("reporting", "editing", "writing", "edited", "written", "translated")
    )


def _infer_actors(layers: Layers) -> None:
    """An official without a state in the title acts for the publisher's state, or for the one of the article's two states that is left.

    Ministries write of their own officials without naming the country. Both are guesses, and lower the person's confidence.
    """
    open_cases = [p for p in layers.people if p.actor is None and p.titles and p.offices - {"none"}]
    if not open_cases:
        return
    publisher = publisher_state(layers)
    counts: dict[str, int] = {}
    for entity in layers.entities:
        if entity.kind in ("state", "demonym") and not entity.nested:
            counts[entity.name] = counts.get(entity.name, 0) + 1
    ranked = [name for name in sorted(counts, key=lambda name: (-counts[name], name))[:2] if counts[name] >= 2 or len(counts) <= 3]
    for person in open_cases:
        if publisher is not None:
            person.actor = publisher
        elif (state := _state_left(layers, person, ranked)) is not None:
            person.actor = ActorRef("state", state)
        else:
            continue
        person.confidence = round(person.confidence * 0.8, 2)
        person.rule = "actor_inferred"


def _state_left(layers: Layers, person: PersonEntity, ranked: list[str]) -> str | None:
    """Of the article's two foremost states the one that is not taken: by those who stand with the person, else by all titled persons."""
    if len(ranked) < 2:
        return None
    sentences = {layers.sentence_of[m.start] for m in layers.person_mentions if m.person == person.index}
    beside = {m.person for m in layers.person_mentions if layers.sentence_of[m.start] in sentences} - {person.index}
    for group in (beside, set(range(len(layers.people)))):
        taken = {p.actor.name for i in group if (p := layers.people[i]).actor is not None and p.titles}
        left = [name for name in ranked if name not in taken]
        if len(left) == 1:
            return left[0]
    return None


def publisher_state(layers: Layers) -> ActorRef | None:
    """The state whose organ published the article, when the publisher's name says so; agencies and papers do not count."""
    actors = load_actors()
    publisher = layers.article.publisher or ""
    known = actors.by_name.get(publisher) or actors.by_metonym.get(publisher) or actors.by_metonym.get(publisher.removeprefix("The "))
    if known is not None:
        if known.kind == "state":
            return known
        state = actors.state_of(known)
        return ActorRef("state", state) if state and actors.organization_kinds.get(known.name) == "state_organ" else None
    if not any(word in publisher.lower() for word in ("ministry", "president", "government", "office", "department", "embassy", "cabinet")):
        return None
    found = {actors.by_name[w] for w in publisher.replace(",", " ").split() if w in actors.by_name}
    return found.pop() if len(found) == 1 else None


def _covering(spans: set[tuple[int, int]], entity: Entity) -> Iterator[tuple[int, int]]:
    return (span for span in spans if span[0] <= entity.start < span[1])


def _blocked(layers: Layers, titles: list[TitleSpan], words: Words) -> list[bool]:
    tokens = layers.tokens
    blocked = [False] * len(tokens)
    placed = {i for e in layers.entities if e.kind in ("place", "metonym", "state", "organization") for i in range(e.start, e.end)}
    people_spans = {(e.start, e.end) for e in layers.entities if e.kind == "person"}
    for entity in layers.entities:
        if entity.kind == "person" or entity.nested:
            continue
        if entity.end - entity.start == 1 and tokens.words[entity.start] in words.first_names:
            following = entity.end
            if following < len(tokens) and tokens.is_capitalized(following) and tokens.lower[following] not in words.capitalized:
                if entity.kind in ("place", "metonym") or entity.start == 0 or tokens.lower[entity.start - 1] not in words.determiners:
                    continue
        if (
            entity.kind in ("place", "metonym")
            and entity.end - entity.start == 1
            and entity.start
            and tokens.words[entity.start - 1] in words.first_names
        ):
            if entity.start - 1 not in placed:
                continue  # a surname that is also a city: "Valerie London"
        if entity.kind == "place" and entity.end - entity.start == 1 and _begins_name(layers, entity, words):
            continue  # a surname that is also a town: "Transport Gao Yiming"
        for index in range(entity.start, entity.end):
            blocked[index] = True
    for title in titles:
        for index in range(title.start, title.end):
            blocked[index] = True
    for index, word in enumerate(tokens.lower):
        if word in words.honorifics:
            blocked[index] = True
        elif word in words.portfolios and tokens.words[index] not in words.first_names:
            blocked[index] = index == 0 or tokens.words[index - 1] not in words.first_names or tokens.lower[index - 1] in words.portfolios
    for start, end in people_spans:
        for index in range(start, end):
            blocked[index] = False
    return blocked


_LOCATIVE = frozenset("in at from to near of for through into around via the".split())


def _begins_name(layers: Layers, entity: Entity, words: Words) -> bool:
    tokens = layers.tokens
    following = entity.end
    if (
        following >= len(tokens)
        or not tokens.is_capitalized(following)
        or tokens.lower[following] in words.nominal_heads | words.capitalized
    ):
        return False
    if any(e.start == following for e in layers.entities):
        return False
    previous = tokens.lower[entity.start - 1] if entity.start else "."
    return previous not in _LOCATIVE or (entity.start > 1 and tokens.lower[entity.start - 1] in words.portfolios)


def _name_runs(layers: Layers, blocked: list[bool], words: Words) -> Iterator[tuple[Sentence, int, int, Person | None]]:
    """All capitalised runs that could be names, those of the lexicon first wherever they begin."""
    lexicon = {e.start: e for e in layers.entities if e.kind == "person"}
    by_name = load_people().by_name
    for sentence in layers.sentences:
        index = sentence.start
        while index < sentence.end:
            entity = lexicon.get(index)
            if entity is not None:
                yield sentence, index, entity.end, by_name[entity.name]
                index = entity.end
                continue
            end = name_run(layers.tokens, index, blocked, words, sentence.end)
            if end == index:
                index += 1
                continue
            inner = next((k for k in range(index + 1, end) if k in lexicon), None)
            if inner is not None:
                end = inner
            index = yield_start = index
            if end < sentence.end and layers.tokens.is_capitalized(end) and layers.tokens.lower[end] in words.nominal_heads:
                index = end  # "the X Y Foundation"
                continue
            heads = [k for k in range(index, end) if layers.tokens.lower[k] in words.nominal_heads]
            if heads and (layers.tokens.words[index] in words.first_names or _called(layers, index, words)):
                heads = []  # a surname like Hill or Bridges
            if heads and heads[-1] + 1 < end:
                yield_start = heads[-1] + 1
            elif heads:
                index = end
                continue
            yield sentence, yield_start, end, None
            index = end


def _read_name(
    layers: Layers,
    reader: TitleReader,
    roster: _Roster,
    words: Words,
    sentence: Sentence,
    start: int,
    end: int,
    known: Person | None,
    full: bool,
) -> PersonMention | None:
    tokens = layers.tokens
    name = name_text(tokens, start, end)
    honorific = start
    while honorific > sentence.start and tokens.lower[honorific - 1] in words.honorifics:
        honorific -= 1
    parts = name_parts(name)
    before = reader.before(honorific, sentence.start)
    if before is None and (len(parts) > 1 or honorific < start):
        before = reader.before_comma(honorific, end, sentence.start)
    if before is not None and before.plural:
        before = None
    after = reader.after(end, sentence)
    day = layers.reference_date
    if known is None and len(parts) > 1:
        known = load_people().by_name.get(name) or load_people().by_name.get(" ".join(p for p in parts if not p.endswith(".")))
    rule: str | None = "lexicon" if known else None
    if rule is None and full:
        if len(parts) < 2:
            return None
        rule = _grounds(layers, words, sentence, start, end, honorific, before, after)
        if rule is None:
            return None
    if rule is None:
        return _short(layers, roster, before, after, sentence, start, end, honorific, name, parts)
    if known is None and (person := roster.referred(name, start)) is not None:
        pass
    elif known is None and before is not None and day is not None and len(parts) == 1:
        return None
    else:
        person = roster.add(name, known=known, rule=rule)
    _note_titles(layers, person, before, after, start, end)
    if person.gender is None:
        person.gender = _gender(tokens.lower[honorific] if honorific < start else "", tokens.words[start], words)
    return PersonMention(
        before.start if before else honorific, _with_state(layers, person, before, end, sentence), start, end, person.index, rule
    )


def _with_state(layers: Layers, person: PersonEntity, before: TitlePhrase | None, end: int, sentence: Sentence) -> int:
    """The end of "President X of Kenya": the state after a titled name belongs to the phrase, and tells whose office it is."""
    lower = layers.tokens.lower
    if (before is None and person.rule != "of_state") or end + 1 >= sentence.end or lower[end] != "of":
        return end
    start = end + 1 + (lower[end + 1] == "the")
    entity = layers.entity_at(start)
    if entity is None or entity.kind not in ("state", "organization"):
        return end
    if person.actor is None or person.known_by == "text":
        person.actor = actor_of_entity(entity, load_actors())
    return entity.end


def _called(layers: Layers, start: int, words: Words) -> bool:
    """Whether a noun of a person or an honorific stands right before a name."""
    previous = layers.tokens.lower[start - 1] if start else ""
    return previous in words.persons or previous in words.honorifics


def _grounds(
    layers: Layers,
    words: Words,
    sentence: Sentence,
    start: int,
    end: int,
    honorific: int,
    before: TitlePhrase | None,
    after: TitlePhrase | None,
) -> str | None:
    tokens = layers.tokens
    if before is not None or honorific < start:
        return "title"
    if after is not None:
        return "apposition"
    if (
        start - 2 >= sentence.start
        and tokens.lower[start - 1] == "of"
        and tokens.is_capitalized(start - 2)
        and tokens.lower[start - 2] in words.nominal_heads
    ):
        return None  # the Order, University, Museum of somebody
    if tokens.words[start] in words.first_names and end - start <= 5:
        return "given_name"
    following = layers.entity_at(end + 1) if end + 1 < sentence.end and tokens.lower[end] == "of" else None
    if following is not None and following.kind == "state":
        return "of_state"
    inner = tokens.lower[start + 1 : end]
    if any(word in words.particles for word in inner) or any(len(w) == 2 and w[1] == "." for w in inner):
        return "form"
    if (
        end < sentence.end
        and tokens.lower[end] in _SPEECH
        and (start == sentence.start or tokens.lower[start - 1] not in words.determiners)
    ):
        return "speech"
    if start > sentence.start and tokens.lower[start - 1] in ("said", "says"):
        return "speech"
    previous = tokens.lower[start - 1] if start > sentence.start else ""
    return "apposition" if previous in words.persons else None


def _short(
    layers: Layers,
    roster: _Roster,
    before: TitlePhrase | None,
    after: TitlePhrase | None,
    sentence: Sentence,
    start: int,
    end: int,
    honorific: int,
    name: str,
    parts: list[str],
) -> PersonMention | None:
    """A surname or given name alone: somebody of the article, or the lexicon's bearer of the title, or a new person known by title."""
    tokens = layers.tokens
    titled = before is not None or honorific < start
    person = roster.referred(name, start)
    rule = "referred"
    if (
        person is not None
        and before is not None
        and before.actor
        and person.actor
        and person.known_by == "text"
        and before.actor != person.actor
    ):
        person = None
    if person is None and titled:
        person = _titled(layers, roster, before, name)
        rule = "title"
    if person is None:
        return None
    if not titled and len(parts) == 1 and sentence.start == start and name.lower() in load_words().capitalized:
        return None
    _note_titles(layers, person, before, after, start, end)
    if person.gender is None and honorific < start:
        person.gender = _gender(tokens.lower[honorific], "", load_words())
    return PersonMention(
        before.start if before else honorific, _with_state(layers, person, before, end, sentence), start, end, person.index, rule
    )


def _titled(layers: Layers, roster: _Roster, before: TitlePhrase | None, name: str) -> PersonEntity | None:
    """A person introduced by title and short name: the lexicon's holder at that time, otherwise a new person under that name."""
    people = load_people()
    day = layers.reference_date
    if before is not None:
        actor = before.actor.name if before.actor else None
        found = people.titled(before.text, name, day, actor) or (people.titled(before.text, name, None, actor) if day is None else None)
        if found is None and day is not None:
            # A title may be held just before or after the bounds that are known.
            found = people.titled(before.text, name, day - timedelta(days=60), actor)
        if found is None:
            bearers = [p for p in people.by_family.get(fold(name), ()) if actor is not None and p.actor == actor]
            found = bearers[0] if len(bearers) == 1 and before.office != "other" else None
        if found is not None:
            return roster.add(found.name, known=found, rule="lexicon")
    else:
        bearers = [
            p
            for p in people.by_family.get(fold(name), ())
            if day is not None and any(t.covers(day) for t in people.of_person.get(p.name, ()))
        ]
        if len(bearers) == 1:
            return roster.add(bearers[0].name, known=bearers[0], rule="lexicon")
    return roster.add(name, known=None, rule="title")


def _gender(honorific: str, given: str, words: Words) -> Literal["f", "m"] | None:
    if honorific.rstrip(".") in ("mr", "sir", "lord", "shri", "sheikh"):
        return "m"
    if honorific.rstrip(".") in ("mrs", "ms", "miss", "lady", "dame", "smt", "madam", "madame"):
        return "f"
    known = words.first_names.get(given)
    return known if known in ("f", "m") else None  # type: ignore[return-value]


def _note_titles(layers: Layers, person: PersonEntity, before: TitlePhrase | None, after: TitlePhrase | None, start: int, end: int) -> None:
    tokens = layers.tokens
    for phrase in (before, after):
        if phrase is None:
            continue
        if phrase.actor is not None and (
            person.actor is None or (phrase is before and (person.known_by == "text" or phrase.actor.kind == "organization"))
        ):
            person.actor = phrase.actor
        if phrase.text.lower() == "counterpart":
            continue  # says whose, not what
        if phrase.text not in person.titles:
            person.titles.append(phrase.text)
        person.offices.add(phrase.office)
        span = tokens.span(min(phrase.start, start), max(phrase.end, end))
        layers.offices.append(
            OfficeReport(person.index, phrase.text, phrase.actor or person.actor, span, "title", 0.9 if phrase is before else 0.8)
        )

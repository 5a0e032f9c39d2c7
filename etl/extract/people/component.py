"""People: names found by lexicon, title, apposition and form, and put together within the article.

First the full names (lexicon, title before or after, given name, particle or initial), then everything shorter that refers to one of them.
A name by form alone needs one of these grounds; a capitalised run without any is no person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from etl.extract.grammar import DETERMINERS
from etl.extract.layers import ACTOR_NAMES, NER, Entity, Layers, PersonEntity, PersonMention
from etl.extract.people.actors import infer_actors
from etl.extract.people.annotated import annotated_runs
from etl.extract.people.evidence import Evidence, is_seat, is_thing, may_be_surname, read_evidence
from etl.extract.people.gender import shown_gender
from etl.extract.people.headline import introduce_speakers, read_headline
from etl.extract.people.honorifics import honorific_tokens
from etl.extract.people.labels import read_labels
from etl.extract.people.letterhead import read_letterhead
from etl.extract.people.names import nickname_in
from etl.extract.people.namesakes import find_namesakes
from etl.extract.people.phrases import NamePhrase, grounds, is_credit, is_described, is_of_airport, read_phrase
from etl.extract.people.roster import Roster
from etl.extract.people.runs import NameRun, blocked_tokens, name_runs, unblock_surnames
from etl.extract.spans import Spans
from etl.extract.titles.owners import actor_of_entity
from etl.extract.titles.places import TitlePhrase, Titles
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.people import Person, load_people, plain_name
from etl.lexicon.titles import load_title_owners
from etl.lexicon.words import load_words
from etl.records import ActorRef, OfficeReport

_MAX_ROLE: Final = 8
"""Tokens before a name within which its role begins."""
_TITLE_SLACK: Final = timedelta(days=60)
"""A title may be held just before or after the bounds that are known."""


def find_people(layers: Layers) -> None:
    """Fill `people`, `person_mentions`, `offices` and `in_office`; take names inside persons' names out of `entities`."""
    titles, roster = Titles(layers), Roster(layers)
    honorifics = honorific_tokens(layers.tokens)
    blocked = blocked_tokens(layers, honorifics)
    mentions: dict[int, PersonMention] = {}
    runs = [run for run in name_runs(layers, blocked) if not (is_credit(layers, run.start) or is_of_airport(layers, run))]
    evidence = read_evidence(layers, runs, honorifics)
    full = (run for run in runs if run.known is not None or run.end - run.start > 1)
    phrases = {run: read_phrase(layers, titles, run, honorifics) for run in full}
    namesakes = find_namesakes(layers, phrases.values())
    for run, phrase in phrases.items():
        if (mention := _read_full(layers, roster, phrase, evidence, namesakes)) is not None:
            mentions[run.start] = mention
    labelled: set[int] = set()
    for mention in read_labels(layers, roster):
        mentions = {start: m for start, m in mentions.items() if not mention.start <= start < mention.end}
        mentions[mention.name_start] = mention
        labelled.update(range(mention.start, mention.end))
    annotated = list(annotated_runs(layers, blocked, mentions.values()))
    for run in annotated:
        phrase = read_phrase(layers, titles, run, honorifics)
        known = _known_spelling(phrase)
        mentions[run.start] = _introduce(layers, roster, phrase, known, "lexicon" if known else NER)
        blocked[run.start : run.end] = [True] * (run.end - run.start)
    if unblock_surnames(layers, blocked) or annotated:
        runs = [run for run in name_runs(layers, blocked) if not (is_credit(layers, run.start) or is_of_airport(layers, run))]
    introduced: dict[int, int] = {}
    for start in sorted(mentions):
        introduced.setdefault(mentions[start].person, start)
    for run in runs:
        if run.start in mentions or run.start in labelled:
            continue
        if run.known is None and run.end - run.start == 1 and not _may_be_somebody(layers, roster, titles, evidence, honorifics, run):
            continue
        phrase = phrases.get(run) or read_phrase(layers, titles, run, honorifics)
        if (mention := _read_short(layers, roster, phrase, evidence, introduced)) is not None:
            mentions[run.start] = mention
    layers.person_mentions = Spans(sorted(mentions.values()))
    read_headline(layers, roster)
    read_letterhead(layers, roster)
    introduce_speakers(layers)
    infer_actors(layers)
    layers.entities = Spans(_outside_names(layers))
    layers.in_office = _office_tokens(layers)


def _may_be_somebody(layers: Layers, roster: Roster, titles: Titles, evidence: Evidence, honorifics: list[bool], run: NameRun) -> bool:
    """Whether anything makes it worth while to read what stands around a single word."""
    lower, start, end = layers.tokens.lower, run.start, run.end
    if start in evidence.speaking or titles.is_near(start) or (start > 0 and honorifics[start - 1]):
        return True
    return (end < len(lower) and lower[end] in (",", "(")) or roster.knows(layers.tokens.words[start])


def _outside_names(layers: Layers) -> Iterator[Entity]:
    """Entities that are no part of a person's name: Valerie London is no city."""
    names = Spans(layers.person_mentions, lambda mention: (mention.name_start, mention.name_end))
    for entity in layers.entities:
        if entity.kind == "person" or not any(entity.end <= mention.name_end for mention in names.covering(entity.start)):
            yield entity


def _office_tokens(layers: Layers) -> list[bool]:
    inside = [False] * len(layers.tokens)
    for office in layers.offices:
        for index in range(layers.tokens.at(office.span.start), layers.tokens.at(office.span.end)):
            inside[index] = True
    return inside


def _read_full(layers: Layers, roster: Roster, phrase: NamePhrase, evidence: Evidence, namesakes: frozenset[str]) -> PersonMention | None:
    """A full name: one of the lexicon, or one of several words with grounds to be a person's. `namesakes`: others bear these names here."""
    known = phrase.run.known or _known_spelling(phrase)
    if known is not None and known.name in namesakes:
        return _introduce(layers, roster, phrase, None, grounds(layers, phrase, evidence) or "apposition")
    rule = "lexicon" if known else grounds(layers, phrase, evidence) if len(phrase.parts) > 1 else None
    return _introduce(layers, roster, phrase, known, rule) if rule is not None else None


def _introduce(layers: Layers, roster: Roster, phrase: NamePhrase, known: Person | None, rule: str) -> PersonMention:
    """The person of a full name, new when nobody of the article bears it. `known`: who it is in the lexicon."""
    found = roster.referred(phrase.name) if known is None else []
    person = found[0] if len(found) == 1 else roster.add(phrase.name, known=known, rule=rule)
    if (nickname := nickname_in(layers.tokens, phrase.run.start, phrase.run.end)) is not None:
        roster.call(person, nickname)
    return _mention(layers, person, phrase, rule)


def _known_spelling(phrase: NamePhrase) -> Person | None:
    """The lexicon's person of a full name, with or without its initials."""
    if len(phrase.parts) < 2:
        return None
    people = load_people()
    if (known := people.by_name.get(phrase.name)) is not None or "." not in phrase.name:
        return known or people.by_plain.get(plain_name(phrase.name))
    return people.by_name.get(" ".join(p for p in phrase.parts if not p.endswith(".")))


def _read_short(layers: Layers, roster: Roster, phrase: NamePhrase, evidence: Evidence, introduced: dict[int, int]) -> PersonMention | None:
    """A surname or given name alone: somebody of the article, or the lexicon's bearer of the title, or a new person known by title.

    `introduced`: where each person is first named in full.
    """
    known = phrase.run.known or _known_spelling(phrase)
    if is_seat(layers, phrase.run):
        return None
    if known is not None:
        return _mention(layers, roster.add(phrase.name, known=known, rule="lexicon"), phrase, "lexicon")
    found = roster.referred(phrase.name)
    person, rule, before = _one_of(layers, found, phrase) or _first_called(found, phrase, introduced), "referred", phrase.before
    if person is not None and before is not None and before.actor and person.actor and person.known_by == "text":
        person = person if before.actor == person.actor else None
    if person is None and phrase.titled and not is_thing(layers, phrase.run):
        person, rule = _by_title(layers, roster, before, phrase.name), "title"
    run = phrase.run
    acts = person is None and (run.start in evidence.speaking or is_described(layers, run)) and not _is_of_body(layers, run)
    acts = acts and layers.tokens.lower[run.start - 1] not in DETERMINERS  # "during this Audience, the President said"
    if acts and may_be_surname(layers, run, evidence) and not roster.referred(phrase.name):  # of several bearers it is one of them
        leading = _leading_bearer(layers, phrase.name)
        rule = "lexicon" if leading else "speech"
        person = roster.add(leading.name if leading else phrase.name, known=leading, rule=rule)
    if person is None:
        return None
    opening = not phrase.titled and len(phrase.parts) == 1 and run.start == run.sentence.start
    if opening and phrase.name.lower() in load_words().capitalized:
        return None
    return _mention(layers, person, phrase, rule)


def _is_of_body(layers: Layers, run: NameRun) -> bool:
    """Whether a word ends the name of a body: "the National Academy of Politics"."""
    lower, body = layers.tokens.lower, run.start - 2
    return body >= run.sentence.start and lower[body + 1] == "of" and lower[body] in load_words().nominal_heads


def _one_of(layers: Layers, found: list[PersonEntity], phrase: NamePhrase) -> PersonEntity | None:
    """Which of several bearers of one surname is meant: by title, else by Mr. or Ms.; nobody when neither tells."""
    if len(found) < 2:
        return found[0] if found else None
    before = phrase.before
    if before is not None:
        titled = [p for p in found if before.label in p.titles] or [
            p for p in found if before.office != "other" and before.office in p.offices
        ]
        return titled[0] if len(titled) == 1 else None
    gender = shown_gender(layers.tokens.lower[phrase.honorific : phrase.run.start], ())
    fitting = [p for p in found if p.gender == gender]
    return fitting[0] if gender is not None and len(fitting) == 1 else None


def _first_called(found: list[PersonEntity], phrase: NamePhrase, introduced: dict[int, int]) -> PersonEntity | None:
    """Which of several bearers of one surname an article calls by it: the one whom it introduced well before the others.

    "President Kim Jin-seok said … Kim added …": a Kim Do-yun further down is called by the full name.
    """
    if phrase.before is not None or len(phrase.parts) > 1:
        return None
    places = sorted((introduced[p.index], p.index) for p in found if p.index in introduced)
    if len(places) != len(found) or len(places) < 2 or places[1][0] - places[0][0] < _APART:
        return None
    return next(p for p in found if p.index == places[0][1])


_APART: Final = 40
"""Tokens between the introductions of two bearers of one surname after which the bare surname is the first one's."""


def _mention(layers: Layers, person: PersonEntity, phrase: NamePhrase, rule: str) -> PersonMention:
    """Note what the phrase says of the person."""
    run = phrase.run
    _note_titles(layers, person, phrase)
    if person.gender is None and (phrase.titled or phrase.after is not None or len(phrase.parts) > 1):
        person.gender = shown_gender(_around(layers, phrase), phrase.name.split() if len(phrase.parts) > 1 else ())
    start = phrase.before.start if phrase.before else phrase.honorific
    return PersonMention(start, _with_state(layers, person, phrase), run.start, run.end, person.index, rule)


def _with_state(layers: Layers, person: PersonEntity, phrase: NamePhrase) -> int:
    """The end of "President X of Kenya": the state after a titled name belongs to the phrase, and tells whose office it is."""
    lower, end = layers.tokens.lower, phrase.end
    if lower[end : end + 1] == ["("] and (delegation := layers.entity_at(end + 1)) is not None:
        closed = lower[delegation.end : delegation.end + 1] == [")"]
        if closed and delegation.kind in ("state", "organization") and (person.actor is None or person.known_by == "text"):
            person.actor = actor_of_entity(delegation)  # "Mr. X Y (Guinea)", as in records of the United Nations
            return delegation.end + 1
    if end + 1 >= phrase.run.sentence.end or lower[end] != "of":
        return end
    entity = layers.entity_at(end + 1 + (lower[end + 1] == "the"))
    if entity is None or entity.kind not in ("state", "organization"):
        return end
    if not (phrase.titled or person.rule == "of_state" or (entity.kind == "state" and _is_from(layers, person, phrase, entity))):
        return end
    serves = phrase.before is not None and phrase.before.actor is not None and phrase.before.actor.kind == "organization"
    if person.actor is None or (person.known_by == "text" and not (serves and entity.kind == "state")):
        person.actor = actor_of_entity(entity)  # a "UN envoy X of Peru" is the UN's
    return entity.end


def _is_from(layers: Layers, person: PersonEntity, phrase: NamePhrase, state: Entity) -> bool:
    """Whether a full name without a title stands before "of Peru" (and no "of Peru's bank") beside somebody of a government.

    "Minister X, Y of Peru and Z of Chile met": Y and Z are their ministers; a runner "of Peru" runs for nobody else.
    """
    whole = layers.tokens.lower[state.end : state.end + 1] not in (["'s"], ["'"], ["-"]) and not layers.tokens.is_capitalized(state.end)
    if not whole or len(phrase.parts) < _FULL_NAME or person.known_by != "text" or person.actor is not None:
        return False
    governing = load_meeting_words().government_titles
    before = (t for t in layers.titles if phrase.run.sentence.start <= t.start < phrase.run.start)
    return any(word in governing or word in _SENT for word in (layers.tokens.lower[t.end - 1] for t in before))


_FULL_NAME: Final = 2
_SENT: Final = frozenset({"envoys", "ambassadors", "mediators", "negotiators", "co-chairs", "chairs"})
"""Titles of those whom states send: "the co-chairs (X of Peru and Y of Chile)"."""


def _by_title(layers: Layers, roster: Roster, before: TitlePhrase | None, name: str) -> PersonEntity:
    """A person introduced by title and short name: the lexicon's holder at that time, otherwise a new person under that name.

    A holder of an office that many hold, or of one that is not said, must fit a state that the article names.
    """
    day = layers.reference_date
    known = _holder(before, name, day) if before is not None else _only_bearer(name, day)
    distinct = before is not None and (before.actor is not None or before.office != "other" or before.past)
    if known is not None and (
        distinct or any(entity.actor.name == known.actor for entity in layers.entities if entity.kind in ACTOR_NAMES)
    ):
        return roster.add(known.name, known=known, rule="lexicon")
    return roster.add(name, known=None, rule="title")


def _holder(before: TitlePhrase, name: str, day: date | None) -> Person | None:
    """The lexicon's person of that family name who bore the title on the day, or about then, or is the actor's only one of that name."""
    people = load_people()
    actor = before.actor.name if before.actor else None
    if before.past:
        return people.titled(before.text, name, None, actor)
    found = people.titled(before.text, name, day, actor)
    if found is None and day is not None:
        found = people.titled(before.text, name, day - _TITLE_SLACK, actor)
    if found is None:
        bearers = [p for p in people.of_family(name) if actor is not None and p.actor == actor]
        found = bearers[0] if len(bearers) == 1 and before.office != "other" else None
    return found


def _only_bearer(name: str, day: date | None) -> Person | None:
    """The lexicon's only person of that family name in any office on the day."""
    people = load_people()
    if day is None:
        return None
    bearers = [p for p in people.of_family(name) if people.held(p.name, day)]
    return bearers[0] if len(bearers) == 1 else None


def _leading_bearer(layers: Layers, name: str) -> Person | None:
    """Who a bare surname is that everybody knows: who led a state that the article names, or its diplomacy, on the day."""
    day, people = layers.reference_date, load_people()
    if day is None:
        return None
    named = {entity.actor.name for entity in layers.entities if entity.kind in ACTOR_NAMES}
    bearers = [p for p in people.of_family(name) if any(t.office in _LEADING and t.actor in named for t in people.held(p.name, day))]
    return bearers[0] if len(bearers) == 1 else None


_LEADING: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


def _around(layers: Layers, phrase: NamePhrase) -> list[str]:
    """Words around a name that may tell the gender: honorifics, the titles' nouns, a noun of kinship right before."""
    lower, start = layers.tokens.lower, phrase.run.start
    titles = [title.text.lower().split()[-1] for title in (phrase.before, phrase.after) if title is not None]
    kin = start - 1 - (start > 1 and lower[start - 1] == ",")
    return [*lower[phrase.honorific : start], *titles, *lower[max(kin, 0) : kin + 1], *_role_before(layers, start)]


def _role_before(layers: Layers, start: int) -> list[str]:
    """The noun of "a spokeswoman for the ministry, X Y": whatever comes between it and the comma before the name."""
    lower, floor = layers.tokens.lower, layers.sentence_at(start).start
    if start - 1 <= floor or lower[start - 1] != ",":
        return []
    for index in range(start - 2, max(floor, start - _MAX_ROLE) - 1, -1):
        if lower[index] == ",":
            return []
        if lower[index] in ("for", "of", "at") and index > floor:
            return [lower[index - 1]]
    return []


def _note_titles(layers: Layers, person: PersonEntity, phrase: NamePhrase) -> None:
    """Keep the titles of a phrase: whose they are, and the report of an office for each."""
    tokens, run = layers.tokens, phrase.run
    for title in (phrase.before, phrase.after, *phrase.further):
        if title is None:
            continue
        leads, owner = title is phrase.before, title.actor or _only_owner(title)
        if owner is not None and (
            person.actor is None or (leads and (person.known_by == "text" or owner.kind == "organization" or _once_held(person, owner)))
        ):
            person.actor = owner
        if title.text.lower().split()[-1] in load_party_words().counterpart_nouns:
            continue  # says whose, not what
        if title.label not in person.titles:
            person.titles.append(title.label)
        person.offices.add(title.office)
        if title.past:
            continue  # no office that anybody holds
        span = tokens.span(min(title.start, run.start), max(title.end, run.end))
        actor = _body(layers, title) or title.actor or person.actor
        layers.offices.append(OfficeReport(person.index, title.text, actor, span, "title", 0.9 if leads else 0.8))


def _only_owner(title: TitlePhrase) -> ActorRef | None:
    """The organization that alone has officials of such a title: no state has an Under-Secretary-General."""
    owner = load_title_owners().get(title.text.lower())
    body = load_actors().ref(owner.actor) if owner is not None and owner.always else None
    return body if body is not None and body.kind == "organization" else None


def _once_held(person: PersonEntity, actor: ActorRef) -> bool:
    """Whether a known person held an office of the actor at some time: then the text may say so."""
    return any(t.actor == actor.name for t in load_people().of_person.get(person.name or "", ()))


def _body(layers: Layers, title: TitlePhrase) -> ActorRef | None:
    """The organization that an office belongs to, when the title names it ("speaker of the Senate of Peru")."""
    for entity in layers.entities.within(title.start, title.end):
        joined = "and" in layers.tokens.lower[entity.end : title.end]
        if entity.kind == "organization" and not entity.nested and not joined:
            return entity.actor
    return None

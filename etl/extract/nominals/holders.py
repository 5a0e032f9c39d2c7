"""Who holds an office, as far as the article and the dated offices of the lexicon tell."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from etl.extract.layers import Layers, PersonEntity, PersonMention, TitleSpan
from etl.extract.nominals.comparing import head_noun, may_be_called, plain_title
from etl.extract.nominals.peers import is_met_by_peer
from etl.extract.people.gender import gender_of
from etl.extract.people.home import home_state
from etl.extract.people.publishing import publishing_body
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.people import load_people
from etl.lexicon.titles import Title, load_title_owners
from etl.records import ActorRef

_NEXT: Final = 2
"""Sentences after an office within which its holder is named."""
_BESIDE: Final = 6
"""Tokens after a name among which the place of an office stands."""
_HEAD_CONFIDENCE: Final = 0.8
"""For the head of an organization who is named by office alone, the lexicon being dated."""

_COUNTERPART_NAMED: Final = 7
"""Tokens from "his Chinese counterpart" on that hold the name of who that is, if one follows."""


class Holders:
    """Holders of offices among the persons of an article. Those whom it names only by office are added to its persons."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._home = home_state(layers)
        self._first: dict[int, int] = {}
        """Persons in the order in which they are first named, and where."""
        for announced in (p for p in layers.people if p.rule == "headline"):
            self._first[announced.index] = -1
        for mention in layers.person_mentions:
            self._first.setdefault(mention.person, mention.start)
        self._called: dict[int, int] = {}
        """Persons whom an office with its state has meant before they are named, and where it first did."""
        self._meant: dict[str, PersonEntity] = {}
        """Whom a title without a name meant last, where several bear it."""
        self._named = [layers.people[person] for person in self._first]
        self._by_title: dict[str, list[PersonEntity]] | None = None
        self._shortened: dict[str, list[PersonEntity]] = {}
        self._unnamed: dict[str, list[PersonEntity]] = defaultdict(list)
        self._read = 0
        """How many of the article's persons were looked through for those without a name."""

    def of_office(self, title: Title, actor: ActorRef, at: int) -> PersonEntity:
        """The person of the article who holds the office of the actor; an unnamed holder when the article names nobody who does."""
        people = self._layers.people
        own = [p for p in people if p.actor == actor]
        named = [p for p in own if p.name]
        if title.title.lower().split()[-1] in load_party_words().counterpart_nouns and named:
            following = {m.person for m in self._layers.person_mentions.within(at, at + _COUNTERPART_NAMED)}
            beside = next((p for p in named if p.index in following), None)  # "his Chinese counterpart, X (Y), in Lima"
            if beside is not None:
                return beside
            equals = self._equals(named, at)
            if equals:
                return equals[0]
            own, named = [p for p in own if not p.name], []
        held = [p for p in own if self._holds(p, title)]
        if held:
            dated = [p for p in held if self._holds_dated(p, title.office)]
            holder = next((p for p in (*(dated if len(dated) == 1 else ()), *held) if p.name), held[0])
            self._called.setdefault(holder.index, at)
            return holder
        if _is_shared(title) and title.office == "other":
            fitting = [p for p in named if may_be_called(head_noun(title.title), p.titles)]
            if len(fitting) == 1:
                return fitting[0]
        introduced = self._introduced_after(at, actor) if not title.plural else None
        if introduced is not None and not self._holds_another(introduced, title):
            introduced.actor = actor
            return self._with_office(introduced, title)
        untitled = [p for p in named if not p.titles and not self._holds_another(p, title)]
        if len(untitled) == 1:
            return untitled[0]
        person = PersonEntity(len(people), None, "", set(), actor, [title.title], {title.office}, None, "text", "office", 0.6)
        people.append(person)
        return person

    def _equals(self, people: list[PersonEntity], at: int) -> list[PersonEntity]:
        """Those who may be the counterpart of the person named before in the sentence: no head of state of a minister, and the reverse."""
        layers = self._layers
        sentence = layers.sentence_at(at)
        first = next((layers.people[m.person] for m in layers.person_mentions.within(sentence.start, at)), None)
        office = self._single_office(first) if first is not None else set[str]()
        alike = [p for p in people if office & self._single_office(p)]
        return alike or [p for p in people if not office or not self._single_office(p)]

    def _single_office(self, person: PersonEntity) -> set[str]:
        """The offices of somebody that a state has once, heads of state and of government being one for the other."""
        offices = {office for office in _SINGLE if office in person.offices or self._holds_dated(person, office)}
        return offices | _LEADING if offices & _LEADING else offices

    def _holds_another(self, person: PersonEntity, title: Title) -> bool:
        """Whether the dated offices have somebody in an office that a state has once, and this is not it."""
        day = self._layers.reference_date
        leads = title.office in _SINGLE or head_noun(title.title) in _SPOKESMEN  # who leads a state is no spokesman
        if person.known_by != "name" or person.name is None or day is None or not leads:
            return False
        held = [t.office for t in load_people().held(person.name, day) if t.office in _SINGLE]
        return bool(held) and title.office not in held

    def _introduced_after(self, at: int, actor: ActorRef | None = None) -> PersonEntity | None:
        """Whom the article introduces by office alone, and names in the next sentences without any title: "the envoy said … X Y added …".

        There must be one such person, who is the subject or source of that sentence, and nobody called by that office before.
        """
        layers, number = self._layers, self._layers.sentence_of[at]
        found: list[PersonEntity] = []
        for sentence in layers.sentences[number + 1 : number + 1 + _NEXT]:
            for mention in layers.person_mentions.within(sentence.start, sentence.end):
                person = layers.people[mention.person]
                if self._first[person.index] != mention.start:
                    continue
                other = person.actor is not None or person.known_by != "text"
                if person.titles or " " not in (person.name or "") or (other and (actor is None or person.actor != actor)):
                    continue
                if not self._is_source(mention):
                    return None
                found.append(person)
            if found:
                break
        return found[0] if len(found) == 1 else None

    def _is_source(self, mention: PersonMention) -> bool:
        """Whether a person is the subject or the source of a sentence, with nothing beside the name that says who it is."""
        tokens, naming = self._layers.tokens, load_naming_words()
        sentence = self._layers.sentence_at(mention.start)
        before = tokens.lower[mention.start - 1] if mention.start > sentence.start else ""
        after = tokens.lower[mention.end] if mention.end < sentence.end else ""
        turning = after == "," and any(
            tokens.lower[mention.end + 1 : mention.end + 1 + len(words)] == words
            for words in (phrase.split() for phrase in (*load_party_words().answering_phrases, "meanwhile", "however"))
        )
        if after in (",", "(") and not turning:
            return False
        if before in naming.speech_verbs or (before == "to" and tokens.lower[mention.start - 2] == "according"):
            return True
        return not before or (before in (",", "”", '"') and (turning or after in naming.speech_verbs or after.endswith("ed")))

    def _holds(self, person: PersonEntity, title: Title) -> bool:
        name, office, day = plain_title(title.title), title.office, self._layers.reference_date
        if name == "foreign secretary" and person.actor is not None and person.actor.name in _SECRETARIES_OF_MINISTERS:
            office = "other"
        borne = {plain_title(t) for t in person.titles}
        if name in borne:
            return True
        if office == "other" and any(t.split()[-1] == name.split()[-1] and (t in name or name in t) for t in borne):
            return True
        if person.known_by == "name" and person.name and day is not None and office != "other":
            held = load_people().held(person.name, day)
            if any(t.office == office and (person.actor is None or t.actor == person.actor.name) for t in held):
                return True
        if name in ("leader", "head"):
            return bool(person.offices & _LEADING) or any(self._holds_dated(person, office) for office in sorted(_LEADING))
        if name == "chancellor" and "foreign_minister" in person.offices:
            return True  # as Latin American states call theirs
        return office in person.offices and office in _SINGLE

    def titled(self, title: Title, before: int, *, guest: bool = False) -> PersonEntity | None:
        """Who a bare "the President" is: the home state's own, else the bearer whom the article named first; a guest is no one of home.

        Governments leave the state out for their own side only; a foreign president keeps state or name. Where nobody bears just that
        title, it is who held such an office then ("the Head of State"), or the one whose title it shortens ("the envoy").
        """
        plain, people = plain_title(title.title), self._named
        bearers = self._bearing(plain)
        if not bearers and title.office in _SINGLE:
            bearers = [p for p in people if self._holds_dated(p, title.office)]
            bearers = bearers or [p for p in people if title.office in p.offices and not _has_own_title(p)]
            if self._home is not None:
                bearers = [p for p in bearers if p.actor in (None, self._home)]  # "the Prime Minister" is not the guest who is a chancellor
        if title.office == "head_of_government" and plain != "chancellor":
            bearers = [p for p in bearers if not _is_treasurer(p)]
        if plain.split()[-1] in _REIGNS:
            bearers = [p for p in bearers if self._may_reign_as(p, plain)]
        met = [p for p in bearers if is_met_by_peer(self._layers, self._first.get(p.index, -1), title.office)]
        bearers = [p for p in bearers if p not in met]
        if guest:
            bearers = [p for p in bearers if self._home is None or p.actor != self._home]
            bearers.sort(key=lambda p: p.actor is None)
        if bearers:
            own = [p for p in bearers if self._home is not None and p.actor == self._home]
            near = [] if guest else self._just_named(bearers, before)
            told = [] if guest else self._told_of_last(bearers, plain, before)
            first = (
                own or near or told or [p for p in bearers if self._first[p.index] < before or self._called.get(p.index, before) < before]
            )
            return first[0] if first else self._named_later(bearers, title)
        if met and not guest:
            return None  # "the President", who met another
        shortened = [p for p in self._called_longer(plain) if self._first[p.index] < before]
        own = [p for p in shortened if self._home is not None and p.actor == self._home]
        found = own if len(own) == 1 else shortened
        if not found and title.office in _SINGLE:
            plain_own = (p for p in people if p.name and not p.titles and self._home is not None and p.actor == self._home)
            found = [p for p in plain_own if p.known_by != "name" or self._layers.reference_date is None]  # what else he was is known
        if not found and (introduced := self._introduced_after(before)) is not None:
            introduced.actor = introduced.actor or self._home
            found = [self._with_office(introduced, title)]
        if not found:  # "the Emir of Qatar … the Emir"
            found = self._bearing_unnamed(plain)
        return found[0] if len(found) == 1 else None

    def _named_later(self, bearers: list[PersonEntity], title: Title) -> PersonEntity | None:
        """The one holder whom a government's report names further down, and never by a state: "The President spoke … President X also"."""
        if len(bearers) != 1 or title.office not in _SINGLE or title.plural:
            return None
        layers, (bearer,) = self._layers, bearers
        if bearer.actor not in (None, self._home) and bearer.known_by == "text":
            return None
        opening = (mention.start for mention in layers.mentions_of(bearer.index))
        by_state = any(layers.entities.ending(start - len(plain_title(title.title).split())) is not None for start in opening)
        return None if by_state else bearer

    def _just_named(self, bearers: list[PersonEntity], before: int) -> list[PersonEntity]:
        """The one of several bearers of a title whom the paragraph has named: "the King of X, A, received … The King …"."""
        layers = self._layers
        paragraph = layers.sentence_at(before).paragraph
        opens = next(s.start for s in layers.sentences if s.paragraph == paragraph)
        named = {m.person for m in layers.person_mentions.within(opens, before)}
        near = [p for p in bearers if p.index in named]
        return near if len(near) == 1 else []

    def _told_of_last(self, bearers: list[PersonEntity], plain: str, before: int) -> list[PersonEntity]:
        """Of several bearers the one with whom the sentence before opens, else the one whom the title meant last."""
        layers, number = self._layers, self._layers.sentence_of[before] - 1
        sentence = layers.sentences[number] if number >= 0 else None
        opening = next(iter(layers.person_mentions.within(sentence.start, sentence.end)), None) if sentence is not None else None
        told = [p for p in bearers if opening is not None and p.index == opening.person] or [
            p for p in bearers if p is self._meant.get(plain)
        ]
        if told and len(bearers) > 1:
            self._meant[plain] = told[0]
        return told

    def _bearing(self, plain: str) -> list[PersonEntity]:
        """Who has a title, of those with a name, in the order in which they are first named."""
        if self._by_title is None:
            self._by_title = defaultdict(list)
            for person in self._named:
                for title in {plain_title(t) for t in person.titles}:
                    self._by_title[title].append(person)
        return self._by_title.get(plain, [])

    def _called_longer(self, plain: str) -> list[PersonEntity]:
        """Who has a title that a shorter one may stand for, of those with a name."""
        if plain not in self._shortened:
            self._shortened[plain] = [p for p in self._named if any(_shortens(plain, t) for t in p.titles)]
        return self._shortened[plain]

    def _bearing_unnamed(self, plain: str) -> list[PersonEntity]:
        """Who has a title, of those known by office alone, whose titles do not change."""
        people = self._layers.people
        for person in people[self._read :]:
            if not person.name:
                for title in {plain_title(t) for t in person.titles}:
                    self._unnamed[title].append(person)
        self._read = len(people)
        return self._unnamed.get(plain, [])

    def _may_reign_as(self, person: PersonEntity, plain: str) -> bool:
        """Whether a head of state may be called by such a title: a king is no emir and no president."""
        wanted, day = _REIGNS[plain.split()[-1]], self._layers.reference_date
        held = load_people().held(person.name, day) if person.name and person.known_by == "name" and day is not None else []
        words = {
            word for title in (*person.titles, *(t.title for t in held if t.office == "head_of_state")) for word in title.lower().split()
        }
        borne = {_REIGNS[word] for word in words if word in _REIGNS}
        return not borne or wanted in borne

    def _with_office(self, person: PersonEntity, title: Title) -> PersonEntity:
        if title.title.lower() not in load_party_words().counterpart_nouns:
            person.titles.append(title.title)
            person.offices.add(title.office)
            self._by_title = None
            self._shortened.clear()
        return person

    def bearer_of_place(self, title: Title, place: str) -> PersonEntity | None:
        """Who is introduced by a title and the place of the office: "the leader of Flanders, X", "President of the Republic of Y X"."""
        lower, plain = self._layers.tokens.lower, plain_title(title.title)
        found = {
            mention.person
            for mention in self._layers.person_mentions
            if place in lower[max(0, mention.start - 2) : mention.end + _BESIDE]
            and any(plain == plain_title(t) for t in self._layers.people[mention.person].titles)
        }
        return self._layers.people[found.pop()] if len(found) == 1 else None

    def sharing(self, title: Title, actor: ActorRef, before: int) -> PersonEntity | None:
        """The one person of a state named before a place, for whom any noun of office may stand: "the Kazakh legislator"."""
        if not _is_shared(title):
            return None
        people = [p for p in self._layers.people if p.name and p.actor == actor and self._first.get(p.index, before) < before]
        named = [p for p in people if may_be_called(head_noun(title.title), p.titles)]
        return named[0] if len(named) == 1 else None

    def _holds_dated(self, person: PersonEntity, office: str) -> bool:
        day = self._layers.reference_date
        if office not in _SINGLE or day is None or not person.name or person.known_by != "name":
            return False
        return any(
            t.office == office and (person.actor is None or t.actor == person.actor.name) for t in load_people().held(person.name, day)
        )

    def head_of_named_body(self, title: TitleSpan) -> PersonEntity | None:
        """Who a bare "the Secretary-General" is: the one head, at the article's date, of the organizations it names."""
        layers, day = self._layers, self._layers.reference_date
        if day is None or title.title.office != "organization_head" or not layers.tokens.is_capitalized(title.start):
            return None
        known, name = load_people(), _plain(title.title.title)
        bodies = {e.name for e in layers.entities if e.kind == "organization"}
        if (publisher := publishing_body(layers)) is not None:
            bodies = {publisher.name}
        elif name == _UN_TITLE and not any(_plain(t.title) == name for body in bodies for t in known.by_actor.get(body, ())):
            bodies = {_UN}  # who is called so with nothing besides
        tenures = (t for body in bodies for t in known.by_actor.get(body, ()) if _plain(t.title) == name and t.covers(day))
        holders = {(t.person, t.actor) for t in tenures}
        if len(holders) != 1:
            return None
        holder, body = holders.pop()
        person = next((p for p in layers.people if p.name == holder), None)
        if person is None:
            entry, titles = known.by_name[holder], [title.title.title]
            person = PersonEntity(len(layers.people), holder, entry.family_name, actor=load_actors().ref(body), titles=titles)
            person.gender = gender_of(entry.gender)
            person.known_by, person.rule, person.confidence = "office", "office", _HEAD_CONFIDENCE
            layers.people.append(person)
        person.offices.add(title.title.office)
        return person


def _has_own_title(person: PersonEntity) -> bool:
    """Whether a title of somebody's is one state's by its name alone: no Secretary of State is "the Foreign Secretary"."""
    return any(title.lower() in load_title_owners() for title in person.titles)


def _is_treasurer(person: PersonEntity) -> bool:
    """Whether somebody is Britain's Chancellor, who leads no government."""
    return person.actor == ActorRef("state", "GB") and [plain_title(title) for title in person.titles[:1]] == ["chancellor"]


def _is_shared(title: Title) -> bool:
    """Whether a noun of office may stand for another title: "the minister", but "the justice minister" is no other minister."""
    noun = head_noun(title.title)
    return noun in load_party_words().shared_nouns and (noun != "minister" or plain_title(title.title) == noun)


_OTHER_RANKS: Final = frozenset({"prime", "vice"})
"""What, put before a title, makes another one of it."""


def _shortens(plain: str, title: str) -> bool:
    """Whether a title may be called by a shorter one: "minister of state" of a longer one, "chancellor" and "envoy" by a noun alone."""
    longer, head, words = plain_title(title), head_noun(title), load_party_words()
    if longer.removesuffix(" " + plain) in _OTHER_RANKS:
        return False  # "the minister" is no prime minister
    if longer.startswith(plain + " ") or longer.endswith(" " + plain) or plain == head:
        return True
    return any(plain in group and head in group for group in (words.envoy_titles, words.legislator_titles))


def _plain(title: str) -> str:
    return title.lower().replace("-", " ")


_SECRETARIES_OF_MINISTERS: Final = frozenset({"BD", "BT", "IN", "LK", "MV", "NP", "PK"})
"""States whose foreign secretary heads the ministry's service under the minister."""
_SPOKESMEN: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_LEADING: Final = frozenset({"head_of_state", "head_of_government"})
_REIGNS: Final = {
    "emir": "emir", "amir": "emir", "king": "king", "queen": "queen", "sultan": "sultan", "emperor": "emperor", "president": "president",
}  # fmt: skip
"""Titles of heads of state of which none bears another's."""
_UN, _UN_TITLE = "United Nations", "secretary general"
_SINGLE: Final = _LEADING | {"foreign_minister"}
"""Offices that a state has once: any title of the class is the same holder's."""

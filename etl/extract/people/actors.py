"""Whom an official acts for when no title says so."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE, POSSESSIVES
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, PersonEntity
from etl.extract.people.commitments import bound_state
from etl.extract.people.home import home_state, in_headline, named_states
from etl.extract.people.listed import share_state
from etl.extract.people.outside import serves_no_state
from etl.extract.people.phrases import NATIONAL_TITLES
from etl.extract.people.publishing import publisher_state, publishing_body
from etl.extract.people.scenes import is_national, scene
from etl.extract.people.stated import stated_actor
from etl.extract.titles.owners import actor_of_entity
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.titles import load_title_owners
from etl.lexicon.words import load_words
from etl.records import ActorRef

_SINGLE: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_LEADING: Final = frozenset({"headed", "led"})
_POST_REACH: Final = 6
"""Tokens after a name among which "ambassador to" stands."""
_DELEGATION_REACH: Final = 8
"""Tokens before the leader of a delegation among which its state is looked for."""


def infer_actors(layers: Layers) -> None:
    """An official without a state in the title acts for the article's home, or for the one of its two states that is left.

    Ministries and national agencies write of their own officials without naming the country, and every reporter so of the officials of the
    country that the report is filed from. All are guesses, and lower the person's confidence.
    """
    _take_stated(layers)
    share_state(layers)
    labelled = {m.person for m in layers.person_mentions if m.rule == "turn_label"}
    unplaced = [p for p in layers.people if p.actor is None and (p.known_by == "text" or p.offices & _SINGLE)]
    unplaced = [p for p in unplaced if not _is_of_acronym(layers, p) and not serves_no_state(layers, p)]
    # who asks an official is none
    answered = any(layers.people[index].titles or layers.people[index].known_by == "name" for index in labelled)
    open_cases = [p for p in unplaced if _is_public(p) or (p.index in labelled and not (answered and not p.titles))]
    _place_opposites(layers, unplaced)
    host = _host(layers, unplaced)
    open_cases += [host] if host is not None and host not in open_cases else []
    open_cases += [
        p for p in unplaced if p not in open_cases and not p.titles and (_is_counterpart(layers, p) or has_counterpart(layers, p))
    ]
    if not open_cases:
        return
    home, body = home_state(layers), publishing_body(layers)
    counts = named_states(layers)
    ranked = _two_sides(counts)
    for person in (p for p in open_cases if p.actor is None):
        if (led := _delegation_of(layers, person) or _owner_of_office(layers, person) or _of_pair(layers, person)) is not None:
            person.actor = led
            continue
        if body is not None and not _is_national(person):
            person.actor = body  # "Commissioner X" in the Commission's own words
            continue
        guest = _office_is_taken(layers, person, home) or (
            person.index in labelled and any(layers.people[i].actor == home for i in labelled)
        )
        if person.offices <= _OF_ANY_BODY and _leads_guests(layers, person):
            continue
        counterpart = _is_counterpart(layers, person)
        if (voice := _speaks_for_body(layers, person)) is not None:
            inferred = voice
        elif (bound := bound_state(layers, person)) is not None:
            inferred = bound
        elif counterpart and (across := _other_in_sentence(layers, person)) is not None:
            inferred = across
        elif home is not None and not guest and not counterpart:
            inferred = home
        elif home is not None and (left := _other_side(counts, home)) is not None:
            inferred = left  # at a joint press conference the host speaks first
        elif home is None and (told := _of_subject(layers, person)) is not None:
            inferred = told
        elif (
            not counterpart
            and _is_of_state(person)
            and not _is_spokesman(person)
            and (state := _state_left(layers, person, ranked)) is not None
        ):
            inferred = ActorRef("state", state)
        elif home is None and not counterpart and (told := _of_scene(layers, person)) is not None:
            inferred = told
        else:
            continue
        if inferred == _post(layers, person):
            continue
        person.actor = inferred
        person.confidence = round(person.confidence * 0.8, 2)
        person.rule = "actor_inferred"


def _of_scene(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The state that the article has told of when it brings in somebody with a state's office, unless another is that one's holder."""
    mentions = layers.mentions_of(person.index)
    told = scene(layers, mentions[0].start) if mentions and is_national(layers, person) else None
    return None if told is None or _office_is_taken(layers, person, told) else told


def _of_subject(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The state that is the subject of what its spokesman says: "Peru has sent a letter, foreign ministry spokesman X said"."""
    mentions = layers.mentions_of(person.index)
    if not mentions or not _is_spokesman(person):
        return None
    sentence = layers.sentence_at(mentions[0].start)
    opens = layers.entity_at(sentence.start) or layers.entity_at(sentence.start + 1)
    said = load_words().quote_verbs
    behind = layers.tokens.lower[mentions[0].end : mentions[0].end + 1]
    if opens is None or opens.kind != "state" or opens.nested or not behind or behind[0] not in said:
        return None
    verb = layers.tokens.lower[opens.end]
    return opens.actor if verb in FINITE or verb.endswith("ed") else None


def _is_of_acronym(layers: Layers, person: PersonEntity) -> bool:
    """Whether somebody heads a body that is known by letters alone, and acts for it and no state: "ABC President X Y"."""
    words, mentions = layers.tokens.words, layers.mentions_of(person.index)
    names = {mention.name_start for mention in mentions[:1]}
    starts = [t.start for t in layers.titles if t.end in names and t.title.title.lower() in _HEADS_OF_BODIES]
    return any(
        start and len(words[start - 1]) >= _ACRONYM and words[start - 1].isalpha() and words[start - 1].isupper()
        and layers.entity_at(start - 1) is None
        for start in starts
    )  # fmt: skip


_ACRONYM: Final = 3
"""Letters of an acronym that is no abbreviated title: "PM", "FM"."""
_HEADS_OF_BODIES: Final = frozenset({"president", "leader", "ceo"})
"""Titles that parties, firms and chambers have as states do; organs of a state have chairmen and spokesmen behind their letters."""


def _is_spokesman(person: PersonEntity) -> bool:
    """Whether somebody speaks for another of the same side, who is named as well."""
    return any(title.lower().split()[-1] in _SPOKESMEN for title in person.titles)


def _speaks_for_body(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """For whom a bare "spokesman X" speaks: the organization or state that is last said to speak, a few sentences before."""
    if not person.titles or any(title.lower() not in _SPOKESMEN for title in person.titles):
        return None
    first = next((m for m in layers.person_mentions if m.person == person.index), None)
    if first is None:
        return None
    number, lower = layers.sentence_of[first.start], layers.tokens.lower
    start = layers.sentences[max(0, number - _VOICE_BACK)].start
    for entity in reversed(layers.entities.within(start, first.start)):
        following = lower[entity.end : min(entity.end + _VOICE_REACH, layers.sentence_at(entity.start).end)]
        speaks = entity.kind in ACTOR_NAMES and not load_words().quote_verbs.isdisjoint(following)
        if speaks and not entity.nested and not _is_of_state_body(entity, following):
            return actor_of_entity(entity)
    return None


def _is_of_state_body(entity: Entity, following: list[str]) -> bool:
    """Whether who speaks is a medium or who fights, or somebody besides the named one: "the UNHCR's critics said"."""
    kind = load_actors().organization_kinds.get(entity.name)
    return kind in ("media", "armed_group") or following[:1] in (["'s"], ["'"])


_VOICE_BACK, _VOICE_REACH = 3, 5
"""Sentences before a spokesman's, and tokens after a body's name, among which it is said to speak."""
_SPOKESMEN: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _post(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The state to which a person is sent: "X, ambassador to Peru", "Ambassador to Peru X"."""
    lower, envoys = layers.tokens.lower, load_party_words().envoy_titles
    for mention in layers.mentions_of(person.index):
        for index in range(max(1, mention.start - 1), min(mention.end + _POST_REACH, len(lower))):
            state = layers.entity_at(index + 1 + (lower[index + 1 : index + 2] == ["the"])) if lower[index] == "to" else None
            if state is not None and state.kind in ("state", "metonym") and lower[index - 1] in envoys:
                return state.actor
    return None


def _take_stated(layers: Layers) -> None:
    """Give those whose actor stands beside their names that actor."""
    for person in layers.people:
        if person.actor is None and person.known_by == "text":
            person.actor = stated_actor(layers, person)


def _host(layers: Layers, unplaced: list[PersonEntity]) -> PersonEntity | None:
    """Whom a state organ's report names without any title, as everybody there knows who it is: one such person, who opens it or speaks."""
    if publisher_state(layers) is None:
        return None
    plain = [p for p in unplaced if not p.titles and " " in (p.name or "")]
    if len(plain) != 1:
        return None
    mentions = layers.mentions_of(plain[0].index)
    opens = mentions[0].start == layers.sentences[0].start
    return plain[0] if opens or len(mentions) > 1 else None


def _is_national(person: PersonEntity) -> bool:
    """Whether an office is one of a state's: no organization has ministers and ambassadors."""
    return bool(person.offices & _SINGLE) or any(title.lower().split()[-1] in NATIONAL_TITLES for title in person.titles)


def _owner_of_office(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """Whose the office is by its name alone, unless a state that writes of its own officials may call one so."""
    home = publisher_state(layers)
    for title in person.titles:
        owner = load_title_owners().get(title.lower())
        if owner is not None and (owner.always or home is None or home.name == owner.actor):
            return load_actors().ref(owner.actor)
    return None


def _of_pair(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """ "Met with President X of Peru and Foreign Minister Y": Y is of the state of X, who stands before with another office."""
    lower, offices = layers.tokens.lower, person.offices & _SINGLE
    for mention in layers.person_mentions:
        if mention.person != person.index or not offices or lower[mention.start - 1] != "and":
            continue
        other = next((m for m in layers.person_mentions.within(max(0, mention.start - _PAIR_REACH), mention.start - 1)), None)
        if other is None or other.end != mention.start - 1 or lower[other.start - 1] not in _TO_PARTNERS:
            return None
        first = layers.people[other.person]
        return first.actor if first.offices & _SINGLE and not first.offices & offices else None
    return None


_PAIR_REACH: Final = 10
_TO_PARTNERS: Final = frozenset({"with", "met", "by", "received", "on"})
"""Words before those whom somebody meets, who stand on one side: "met with X and Y"."""


def _office_is_taken(layers: Layers, person: PersonEntity, home: ActorRef | None) -> bool:
    """Whether the home state has another holder of the same single office in the article: it has one president."""
    single = person.offices & _SINGLE
    if not single:
        return False
    before = [m.person for m in layers.person_mentions]  # "X, president of the A Writers' Front" further down is another sort of president
    before = before[: before.index(person.index)] if person.index in before else before
    named = (layers.people[index] for index in before)
    return any(p is not person and p.actor == home and p.offices & single for p in named)


def two_sides(layers: Layers) -> tuple[ActorRef, ...]:
    """The two states that an article is about; empty when it is about more or fewer."""
    return tuple(ActorRef("state", name) for name in sorted(_two_sides(named_states(layers))))


def _is_public(person: PersonEntity) -> bool:
    """Whether a title says that its bearer acts for a state or an organization: no professors, founders and coaches."""
    private, firm = load_naming_words().private_titles, load_naming_words().firm_titles
    if any(title.lower() in private and title.lower() in firm for title in person.titles) and not _is_national(person):
        return False  # "Chairman and Managing Director X"
    return any(title.lower() not in private for title in person.titles)


def _is_of_state(person: PersonEntity) -> bool:
    """Whether one of the offices is a state's."""
    return bool(person.offices - {"organization_head"})


def _is_counterpart(layers: Layers, person: PersonEntity) -> bool:
    """Whether the article introduces a person as the other side's: "his counterpart, Deputy Minister X", "visiting Minister X"."""
    lower, first = layers.tokens.lower, next(iter(layers.mentions_of(person.index)), None)
    if first is None:
        return False
    earlier = (m.end for m in layers.person_mentions if first.start - _COUNTERPART_REACH < m.end <= first.start)
    opening = layers.sentence_at(first.start).start
    before = lower[max(opening, first.start - _COUNTERPART_REACH, *earlier) : first.name_start]
    apposed = lower[first.end : first.end + 1] == [","] and not POSSESSIVES.isdisjoint(lower[first.end + 1 : first.end + 2])
    after = lower[first.end : first.end + _COUNTERPART_REACH] if apposed else []
    return not _COUNTERPART_WORDS.isdisjoint(before + after) or _is_on_visit(layers, person)


def has_counterpart(layers: Layers, person: PersonEntity) -> bool:
    """Whether the article sets a person beside "his counterpart": who has one is in office too."""
    lower = layers.tokens.lower
    for mention in layers.person_mentions:
        if mention.person == person.index:
            after = lower[mention.end : min(layers.sentence_at(mention.start).end, mention.end + _OWN_COUNTERPART_REACH)]
            at = next((i for i, word in enumerate(after) if word in ("counterpart", "opposite")), 0)
            if at and not {"his", "her"}.isdisjoint(after[max(0, at - 3) : at]):
                between = layers.person_mentions.within(mention.end, mention.end + at)
                return all(other.person == person.index for other in between)
    return False


def _other_in_sentence(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The one state that the sentence which introduces a counterpart names besides that of whose counterpart it is."""
    first = layers.mentions_of(person.index)[0]
    sentence = layers.sentence_at(first.start)
    before = [layers.people[m.person].actor for m in layers.person_mentions.within(sentence.start, first.start)]
    home = next((actor for actor in reversed(before) if actor is not None), None)
    if home is None:
        return None
    named = {e.actor for e in layers.entities.within(sentence.start, sentence.end) if e.kind in ("state", "demonym") and not e.nested}
    others = named - {home}
    return others.pop() if len(others) == 1 else None


def _is_on_visit(layers: Layers, person: PersonEntity) -> bool:
    """Whether the article says of a person "X, who is on a three-day visit here" or ", on a visit to …"."""
    lower = layers.tokens.lower
    for mention in layers.person_mentions:
        if mention.person == person.index and lower[mention.end : mention.end + 1] == [","]:
            clause = lower[mention.end + 1 : mention.end + 1 + _VISIT_REACH]
            opened = clause[:1] == ["on"] or clause[:2] in (["who", "is"], ["who", "was"], ["currently", "on"])
            if opened and "visit" in clause and "," not in clause[: clause.index("visit")]:
                return True
    return False


_COUNTERPART_WORDS: Final = frozenset({"counterpart", "colleague", "visiting", "guest"})
_VISIT_REACH: Final = 9
_COUNTERPART_REACH, _OWN_COUNTERPART_REACH = 4, 8
"""Tokens before and after a name among which such a word is looked for."""


def _two_sides(counts: dict[str, int]) -> list[str]:
    """The two states an article is about, when it is about two: each named at least twice as often as any third."""
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    if len(ordered) < 2 or (len(ordered) > 2 and counts[ordered[1]] < 2 * counts[ordered[2]]):
        return []
    return ordered[:2]


def _place_opposites(layers: Layers, unplaced: list[PersonEntity]) -> None:
    """Give those who are named before their counterpart the other side."""
    for person in unplaced:
        if (opposite := _opposite(layers, person)) is not None:
            person.actor, person.rule = opposite, "actor_inferred"
            person.confidence = round(person.confidence * 0.8, 2)


def _opposite(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """Of whom "X and her Peruvian counterpart" is: the other of the two states that the article is about, else its home."""
    lower = layers.tokens.lower
    for mention in layers.mentions_of(person.index):
        after = lower[mention.end : mention.end + 2]
        if after[:1] != ["and"] or after[1:] not in (["his"], ["her"]):
            continue
        other = layers.entity_at(mention.end + 2)
        if other is None or other.kind != "demonym" or lower[other.end : other.end + 1] not in (["counterpart"], ["colleague"]):
            continue
        home, ranked = home_state(layers), _two_sides(named_states(layers))
        if home is not None and home.name != other.name:
            return home
        left = [name for name in ranked if name != other.name]
        return ActorRef("state", left[0]) if len(ranked) == 2 and len(left) == 1 else None
    return None


def _other_side(counts: dict[str, int], home: ActorRef) -> ActorRef | None:
    """The state besides the home one that is named most, when it is named more than any other."""
    others = sorted((n, name) for name, n in counts.items() if name != home.name)
    if not others or (len(others) > 1 and others[-1][0] == others[-2][0]):
        return None
    return ActorRef("state", others[-1][1])


def _delegation_of(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The state of "the delegation of Peru headed by X", "X led the Peruvian side"."""
    lower = layers.tokens.lower
    for mention in layers.mentions_of(person.index):
        start, end = mention.start, mention.end
        start -= start > 0 and lower[start - 1] in POSSESSIVES  # "headed by its secretary X"
        if start > 1 and lower[start - 1] == "by" and lower[start - 2] in _LEADING:
            reach = range(max(0, start - _DELEGATION_REACH), start - 2)
        elif lower[end : end + 1] and lower[end] in _LEADING:
            reach = range(end + 1, min(len(lower), end + 4))
        else:
            continue
        for entity in layers.entities.within(reach.start, reach.stop):
            if entity.kind in ("state", "demonym", "organization"):
                return entity.actor
    return None


def _leads_guests(layers: Layers, person: PersonEntity) -> bool:
    """Whether a delegation that somebody leads is received: "received the delegation headed by the chairman of the union, X"."""
    lower = layers.tokens.lower
    for mention in layers.person_mentions:
        if mention.person == person.index:
            before = lower[layers.sentence_at(mention.start).start : mention.start]
            by = next((i for i in range(len(before) - 1, 0, -1) if before[i] == "by" and before[i - 1] in _LEADING), 0)
            if by and "delegation" in before[max(0, by - _DELEGATION_REACH) : by]:
                return not _HOSTING.isdisjoint(before[:by])
    return False


_HOSTING: Final = frozenset({"received", "receives", "hosted", "hosts", "welcomed"})
_OF_ANY_BODY: Final = frozenset({"other", "organization_head"})
"""Classes of offices that a firm or a union has as well."""


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
            return left[0] if _is_told_of(layers, left[0], sentences, ranked) else None
    return None


def _is_told_of(layers: Layers, state: str, sentences: set[int], ranked: list[str]) -> bool:
    """Whether an article tells of a state, or names it beside somebody or the other state, and does not only mention it elsewhere once."""
    named = [e for e in layers.entities if e.actor is not None and e.actor.name == state and not e.nested]
    others = {
        layers.sentence_of[e.start] for e in layers.entities if e.actor is not None and e.actor.name in ranked and e.actor.name != state
    }
    titled = state in (actor.name for actor in in_headline(layers))
    return len(named) > 1 or titled or any(layers.sentence_of[e.start] in sentences | others for e in named)

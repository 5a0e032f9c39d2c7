"""For whom unnamed officials and bodies speak: by their own words, by what they were called before, by the article's home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.extract.claims.openings import main_subject
from etl.extract.claims.talk import Holder, Talk, words_of
from etl.extract.grammar import GENITIVES, PERSONAL_POSSESSIVES
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, Nominal, Sentence
from etl.extract.people.letters import owner_of_letters
from etl.extract.people.publishing import convening_body, gathered_body, publishing_body
from etl.extract.people.scenes import scene
from etl.lexicon.actors import load_actors
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef

_PAIR: Final = 2
_SESSIONS: Final = frozenset({"summit", "meeting", "conference"})
"""What speaks in the communique of its body: "Summit commended …"."""
_SHORTEST_AGENCY: Final = 3
_ISSUED: Final = frozenset({"statement", "communique", "communiqué", "readout", "release"})
_ISSUING: Final = frozenset({"issued", "released", "published", "made", "adopted", "signed"})
_NO_GROUPS: Final = frozenset({"media", "company", "state_organ"})
"""Kinds of organizations that no "group" is."""
_BY_REACH: Final = 4
"""Tokens after "a statement" among which "by" tells whose it is: "a statement on Saturday by the presidency"."""
_ISSUING_REACH, _ISSUED_BACK = 4, 8
"""Tokens between "issued" and "statement", and sentences back among which it is looked for."""


def _is_of_nations(word: str) -> bool:
    """Whether a word is the acronym of a mission or agency of the United Nations, by how they begin."""
    return word.isupper() and word.startswith("UN") and len(word) > _SHORTEST_AGENCY


def singular(noun: str) -> str:
    """A noun of persons without its plural's ending."""
    return noun.removesuffix("s")


def body_of(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """Whom an unnamed official or organ speaks for: the actor in the phrase ("Turkish diplomats"), or the article's home.

    Only those whom a state has are meant: a ministry, officials; a professor or a company speaks for itself.
    """
    lower = talk.layers.tokens.lower
    meets = nominal.kind in ("thing", "name") and lower[nominal.end - 1] in _SESSIONS
    bodily = (nominal.kind == "role" or meets) and not nominal.plural and talk.layers.tokens.is_capitalized(nominal.end - 1)
    if bodily and nominal.end - nominal.start <= 2:
        body = convening_body(talk.layers, nominal.head)
        if body is not None:
            return (body,)  # "the Council", "the Meeting"
    words = load_party_words()
    if nominal.kind == "role" and nominal.plural and nominal.head in words.leader_nouns and _is_bare(talk, nominal):
        gathered = gathered_body(talk.layers)
        if gathered is not None:
            return (gathered,)  # "Leaders endorsed …", "ministers affirmed …" in a communique
    fielded = nominal.head in words.field_organs and lower[nominal.end - 1] != nominal.head  # "the Department of Foreign Affairs"
    voiced = fielded or not words.state_voices.isdisjoint(lower[nominal.start : nominal.end])
    voiced |= " ".join(lower[max(nominal.start, nominal.end - 2) : nominal.end]) in words.state_organs
    voiced |= singular(nominal.head) in words.unnamed_voices and _follows_name(talk, nominal)  # "a Commission source"
    if nominal.kind in ("role", "name") and not voiced and nominal.head in words.state_body_nouns:
        return _owned_by(talk, nominal)
    if nominal.kind not in ("role", "office", "name") or not voiced:
        return ()
    inside = talk.layers.entities.within(nominal.start, nominal.end)
    mark = next((i for i in range(max(1, nominal.start - 1), nominal.end) if lower[i] in GENITIVES), None)
    # "X's press office in London" is not London's, "Seoul's unification ministry" is
    abroad = [e for e in inside if e.kind == "metonym" and mark is not None and e.start > mark]
    named = [e.actor for e in inside if e.kind in ACTOR_NAMES and not e.nested and e not in abroad]
    of = talk.layers.entity_at(nominal.end + 1) if lower[nominal.end : nominal.end + 1] == ["of"] and not named else None
    named += [of.actor] if of is not None and of.kind == "state" else []  # "the Central Bank | of Peru"
    people = [m.person for m in talk.layers.person_mentions.within(nominal.start, nominal.end)]
    if nominal.plural and singular(nominal.head) in words.envoy_titles and not (named and _stands_before(inside, lower, nominal)):
        return ()  # "diplomats in Lima" are seldom Peru's
    if named or people:
        return tuple(named[-1:]) or talk.actors_of((people[0],))  # "X's office"
    if mark is not None and mark > nominal.start and talk.layers.tokens.is_capitalized(mark - 1):
        return ()  # "the RPZ's lawyer": of a body that no list has
    if any(_is_of_nations(word) for word in talk.layers.tokens.words[nominal.start : nominal.end]):
        return ()  # "a UNMIK spokesman": no state's
    if lower[nominal.start] in PERSONAL_POSSESSIVES and (owner := _last_named(talk, nominal)) is not None:
        return talk.actors_of((owner,))  # "her office", "his spokesman"
    ministry = fielded or lower[nominal.end - 1] in words.field_organs  # "the foreign ministry"
    if not ministry and not words.outside_words.isdisjoint(lower[max(nominal.start, nominal.end - 2) : nominal.end]):
        return ()  # "western officials", "opposition officials"
    own = talk.home or publishing_body(talk.layers)
    if own is not None:
        return (own,)
    return _owner_before(talk, nominal) or _of_minister(talk, nominal) or _only_side(talk) or _of_scene(talk, nominal)


def _stands_before(inside: Sequence[Entity], lower: list[str], nominal: Nominal) -> bool:
    """Whether a name stands before the noun of a phrase: "Turkish | diplomats in Lima"."""
    noun = next((i for i in range(nominal.start, nominal.end) if lower[i] == nominal.head), nominal.end)
    return any(entity.end <= noun for entity in inside)


def _last_named(talk: Talk, nominal: Nominal) -> int | None:
    """The person named last before a phrase of what is "his" or "hers", if the gender fits."""
    gender = {"his": "m", "her": "f"}.get(talk.layers.tokens.lower[nominal.start])
    before, _ = talk.before(talk.layers.sentence_at(nominal.start), nominal.start)
    person = before[0] if before and gender is not None else None
    return person if person is not None and talk.layers.people[person].gender in (None, gender) else None


def nation_of(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """The state that "the Peruvians" stand for, where dealings between states are told."""
    named = talk.layers.entity_at(nominal.start + 1)
    plain = nominal.end - nominal.start == _PAIR and talk.layers.tokens.lower[nominal.start] == "the"
    several = talk.layers.tokens.lower[nominal.end - 1].endswith(_SEVERAL)
    if not plain or not talk.diplomatic or not several or named is None or named.kind != "demonym" or named.end != nominal.end:
        return ()
    return (named.actor,)


_SEVERAL: Final = ("s", "sh", "ch", "ese")
"""How names of peoples end: Peruvians, British, French, Chinese."""


def _is_bare(talk: Talk, nominal: Nominal) -> bool:
    """Whether nothing but a name in capitals stands with a noun: "Leaders", "Forum Leaders"."""
    return all(talk.layers.tokens.is_capitalized(index) for index in range(nominal.start, nominal.end - 1))


def _owned_by(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """The state with whose name a phrase for one of its bodies begins: "Ukraine's anti-corruption agency"."""
    start = nominal.start + (talk.layers.tokens.lower[nominal.start] == "the")
    owner = talk.layers.entity_at(start)
    return (owner.actor,) if owner is not None and owner.kind in ("state", "demonym") and owner.end < nominal.end else ()


def _owner_before(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """The state whose organ the article has named before by the same words: "the Central Bank of Peru … the central bank"."""
    lower, layers = talk.layers.tokens.lower, talk.layers
    phrase = lower[nominal.start + 1 : nominal.end]
    if lower[nominal.start] != "the" or not phrase:
        return ()
    for index in range(nominal.start - 1, -1, -1):
        if lower[index : index + len(phrase)] != phrase:
            continue
        before = index - (lower[index - 1] in ("'s", "'")) if index else index
        owner = next((e for e in layers.entities.within(max(0, before - 4), before) if e.end == before and e.kind in ACTOR_NAMES), None)
        after = index + len(phrase)
        if owner is None and lower[after : after + 1] == ["of"]:
            owner = layers.entity_at(after + 1 + (lower[after + 1 : after + 2] == ["the"]))
        if owner is not None and owner.kind in ("state", "demonym"):
            return (owner.actor,)
    return ()


def _of_minister(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """Whose a foreign ministry is that the text calls by no state: that of the one head of diplomacy whom it names."""
    if "foreign" not in talk.layers.tokens.lower[nominal.start : nominal.end]:
        return ()
    named = (p for p in talk.layers.people if p.name and ("foreign_minister" in p.offices or any("Foreign" in t for t in p.titles)))
    heads = {person.actor for person in named if person.actor is not None}
    return tuple(heads) if len(heads) == 1 else ()


def spelled_out(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """For whom "the DFA" speaks: as the body behind whose name the article puts these letters in brackets."""
    words, layers = talk.layers.tokens.words, talk.layers
    letters = words[nominal.end - 1]
    if not letters.isupper() or not letters.isalpha() or nominal.end - nominal.start > _PAIR:
        return ()
    first = next((i for i in range(1, nominal.start - 1) if words[i] == letters and words[i - 1] == "(" and words[i + 1] == ")"), None)
    spelled = layers.nominals.ending(first - 1) if first is not None else None
    named = body_of(talk, spelled) if spelled is not None else ()
    return named or (owner_of_letters(layers, first) if first is not None else ())


def _only_side(talk: Talk) -> tuple[ActorRef, ...]:
    """The state of the well-known leader of an article that names no other state: "the presidency" is that leader's."""
    sides = {p.actor for p in talk.layers.people if p.actor is not None and p.known_by == "name" and p.offices & _LEADING}
    sides |= {p.actor for p in talk.layers.people if p.actor is not None and sides}
    named = {e.actor for e in talk.layers.entities if e.kind in ("state", "demonym", "metonym")}
    return tuple(sides) if len(sides) == 1 and named <= sides else ()


def _of_scene(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """The state that the article tells of above all others, once it has named it: "the ministry" is that one's."""
    told = scene(talk.layers, nominal.start) if not nominal.plural else None
    return (told,) if told is not None else ()


def _follows_name(talk: Talk, nominal: Nominal) -> bool:
    """Whether the noun of a phrase stands right behind the name of an actor."""
    return any(e.end == nominal.end - 1 for e in talk.layers.entities.within(nominal.start, nominal.end))


def issuer_of(talk: Talk, nominal: Nominal, sentence: Sentence) -> tuple[ActorRef, ...]:
    """Whose "the statement" is: of whoever is said before to have spoken in one, or to have issued one."""
    lower, layers = talk.layers.tokens.lower, talk.layers
    if nominal.kind != "role" or _ISSUED.isdisjoint((nominal.head, lower[nominal.end - 1])):
        return ()
    if not GENITIVES.isdisjoint(lower[nominal.start : nominal.end]):
        return ()  # "the rebels' statement"
    if _is_issued(layers, sentence, nominal.start):
        subject = main_subject(layers, sentence, actors=True, roles=True)
        holder = talk.resolve(subject, sentence) if subject != nominal else None  # "issued a statement": by nobody
        return holder.actors if holder is not None else ()  # "Peru issued a statement which says …"
    if lower[nominal.start] not in ("the", "this"):
        return ()
    number = layers.sentence_of[sentence.start]
    for back in range(number - 1, max(-1, number - 1 - _ISSUED_BACK), -1):
        before = layers.sentences[back]
        at = next((i for i in range(before.start, before.end) if _is_document(lower, i)), None)
        if at is None:
            continue
        objects = [a.content for a in layers.attributions.get(back, ()) if a.order == "after" and lower[at - 2] != "in"]
        if any(content.start <= at < content.end for content in objects):
            continue  # "welcomed the statement by X": another one
        owner = layers.entities.ending(at)
        if owner is not None and owner.kind in ACTOR_NAMES:
            return (owner.actor,)  # "a White House readout"
        by = next((i for i in range(at + 1, min(at + _BY_REACH, before.end)) if lower[i] in ("by", "from") or i == at + 1), at + 1)
        issuer = layers.nominals.starting(by + 1) if lower[by] in ("by", "from", "of") else None
        issued_by = talk.resolve(issuer, before) if issuer is not None and issuer.kind != "parties" else None
        if issued_by is not None and issued_by.actors:
            return issued_by.actors
        voices = [a for a in layers.attributions.get(back, ()) if a.source is not None and a.source.head not in _ISSUED]
        if voices:
            nearest = min(voices, key=lambda a: abs(a.cue.start - at))
            holder = talk.resolve(nearest.source, before)
        elif _is_issued(layers, before, at):
            holder = talk.resolve(main_subject(layers, before, actors=True, roles=True), before)
        elif layers.attributions.get(back):
            continue  # nothing but the statement's own words: whose it is, stands before
        else:
            return ()
        return holder.actors if holder is not None else ()
    floor = talk.floor  # nobody is said to have issued it: "…, the ministry reported. “…,” the statement reads"
    if floor is None or floor.people or len(floor.actors) != 1:
        return ()
    return floor.actors if load_actors().organization_kinds.get(floor.actors[0].name) != "media" else ()


def _is_document(lower: list[str], index: int) -> bool:
    """Whether a statement is named at a token: a release is one only to the press."""
    return lower[index] in _ISSUED and (lower[index] != "release" or lower[index - 1] in ("press", "news", "media"))


def _is_issued(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether a verb of issuing stands shortly before a token of its sentence."""
    return not _ISSUING.isdisjoint(layers.tokens.lower[max(sentence.start, index - _ISSUING_REACH) : index])


def names_another(talk: Talk, nominal: Nominal) -> bool:
    """Whether a phrase for a body has a name of its own: "the Chilean rights group | Red Azul"."""
    layers = talk.layers
    end = layers.sentences[layers.sentence_of[nominal.start]].end
    named = (index for index in range(nominal.start + 1, min(nominal.end + 1, end)) if layers.tokens.is_capitalized(index))
    return any(not layers.entities.covering(index) for index in named)


def renamed(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """The organization that "the (rights) group" or "the watchdog" speaks of again: the one that spoke last.

    A paper or a company is none, and who fights is spoken of as such.
    """
    words, lower = load_party_words(), talk.layers.tokens.lower
    again = nominal.kind == "role" and not nominal.plural and lower[nominal.start] == "the"
    if not again or talk.organization is None or names_another(talk, nominal):
        return ()
    of_name = nominal.head in talk.organization.name.lower().split()  # "the council" of the Security Council
    if nominal.head not in words.renamed_organizations and not of_name:
        return ()
    actors, fighting = load_actors(), not words.armed_words.isdisjoint(lower[nominal.start : nominal.end])
    kind = actors.organization_kinds.get(talk.organization.name, "other")
    if kind in _NO_GROUPS or fighting != (kind == "armed_group" and fighting):
        return ()
    return (talk.organization,)


def country_of(talk: Talk, nominal: Nominal, sentence: Sentence) -> tuple[ActorRef, ...]:
    """Which state "the (landlocked) country" is: the one state named before it in the sentence, else that which the last one is about."""
    layers, lower = talk.layers, talk.layers.tokens.lower
    if nominal.kind != "role" or nominal.plural or lower[nominal.start] != "the" or lower[nominal.end - 1] not in _COUNTRIES:
        return ()
    named = {e.actor for e in layers.entities.within(sentence.start, nominal.start) if e.kind in ("state", "demonym", "metonym")}
    if named:
        return tuple(named) if len(named) == 1 else ()
    number = layers.sentence_of[sentence.start]
    subject = main_subject(layers, layers.sentences[number - 1], actors=True) if number else None
    about = subject.actors if subject is not None and subject.kind == "actor" else ()
    return about if len(about) == 1 and about[0].kind == "state" else ()


_LEADING: Final = frozenset({"head_of_state", "head_of_government"})
_COUNTRIES: Final = frozenset({"country", "nation", "republic", "kingdom", "island", "archipelago"})


_BOTH: Final = frozenset({"the", "both", "these", "those"})


def unnamed_voices(talk: Talk, nominal: Nominal) -> Holder | None:
    """ "NATO officials", and "the officials" after them: voices of their own, where "the two officials" are those who meet."""
    lower, words = talk.layers.tokens.lower, load_party_words()
    noun = singular(lower[nominal.end - 1])
    counted = any(word in load_numbers().parties for word in lower[nominal.start : nominal.end])
    counted = counted and (lower[nominal.start] in _BOTH or not nominal.actors)  # "two EU diplomats" are no two who met
    if noun not in words.unnamed_voices or counted or not nominal.plural:
        return None
    actors = nominal.actors or again_unnamed(talk, nominal._replace(kind="role", head=lower[nominal.end - 1]))
    if not actors:
        return None
    talk.voices[noun] = actors
    return Holder((), actors, 0.6, words_of(nominal))


def again_unnamed(talk: Talk, nominal: Nominal) -> tuple[ActorRef, ...]:
    """For whom "the spokesman" or "the officials" spoke who were brought in before: "a Peruvian spokesman said … the spokesman added"."""
    again = nominal.end - nominal.start == _PAIR and talk.layers.tokens.lower[nominal.start] == "the"
    noun, words = singular(nominal.head), load_party_words()
    known = noun in words.unnamed_voices or noun in words.state_body_nouns
    unnamed = known and nominal.kind in ("role", "office") and not nominal.people
    return talk.voices.get(singular(nominal.head), ()) if again and unnamed else ()

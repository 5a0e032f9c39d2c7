"""Persons by their office alone: "the Kenyan president", "the President of Kenya", "presidents of A, B and C"."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from etl.extract.grammar import DETERMINERS, FRONTING
from etl.extract.layers import Layers, Nominal, PersonMention, Sentence, TitleSpan, TokenSpan
from etl.extract.nominals.fields import past_portfolio
from etl.extract.nominals.holders import Holders
from etl.extract.nominals.taken import Taken
from etl.extract.titles.lists import actors_after
from etl.extract.titles.owners import actor_of_entity
from etl.extract.titles.places import Titles
from etl.extract.titles.premodified import with_premodifier
from etl.lexicon.naming import load_naming_words
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.lexicon.titles import Title
from etl.lexicon.words import load_words
from etl.records import ActorRef


def take_persons(layers: Layers, taken: Taken) -> None:
    """Persons by name, with their titles."""
    for mention in layers.person_mentions:
        actor = layers.people[mention.person].actor
        owner = (actor,) if actor else ()
        head = layers.tokens.lower[mention.end - 1]
        taken.take(Nominal(_own_start(layers, mention), mention.end, "person", (mention.person,), owner, False, head))


def _own_start(layers: Layers, mention: PersonMention) -> int:
    """Where somebody's own titles begin: an office before "and" is that of another whom the text has named with it.

    "Minister X met Ambassador Y. The Minister and | Ambassador Y agreed …".
    """
    lower = layers.tokens.lower
    if "and" not in lower[mention.start : mention.name_start]:
        return mention.start
    joint = next((i for i in range(mention.start, mention.name_start) if lower[i] == "and"), None)
    first = next((t for t in layers.titles if t.end == joint and t.start >= mention.start), None) if joint is not None else None
    if joint is None or first is None or lower[mention.start] != "the":
        return mention.start
    called = first.title.title.lower()
    introduced = any(m.start < mention.start for m in layers.mentions_of(mention.person))
    others = (p for p in layers.people if p.index != mention.person and p.name)
    borne = any(m.start < mention.start for p in others if called in map(str.lower, p.titles) for m in layers.mentions_of(p.index))
    return joint + 1 if introduced and borne else mention.start


def take_offices(layers: Layers, taken: Taken) -> None:
    """Descriptions by office without a name."""
    titles = Titles(layers)
    holders = Holders(layers)
    for title, following in zip_longest(layers.titles, layers.titles[1:]):
        parted = following is not None and taken.covered[following.start] and not taken.covered[title.start]
        if following is not None and not parted and _is_premodifier(layers, titles, title, following):
            continue
        if not parted and _is_rank(layers, title):
            continue
        nominal = _office(layers, titles, holders, title)
        if nominal is not None:
            taken.take(nominal)


_RANKS: Final = frozenset({"deputy", "assistant", "vice"})
"""What is an office alone and a rank before another noun."""


def _is_rank(layers: Layers, title: TitleSpan) -> bool:
    """Whether a title is but the rank of the noun after it: "its deputy | spokesman"."""
    lower = layers.tokens.lower
    return lower[title.end - 1] in _RANKS and lower[title.end : title.end + 1] != [] and lower[title.end] in load_words().persons


def _is_premodifier(layers: Layers, titles: Titles, title: TitleSpan, following: TitleSpan) -> bool:
    """Whether a title only belongs to the one after it: "the deputy | fisheries minister"."""
    near = title.end < following.start <= title.end + _MAX_FIELD
    between = layers.tokens.lower[title.end]
    if not near or not between.isalpha() or between in load_naming_words().speech_verbs:
        return False  # "the minister told reporters"
    return with_premodifier(titles, following, following.end, layers.sentence_at(title.start).start).start <= title.start


def _opens_body(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether the name of a body goes on where that of a state ends: "of the Myanmar | Ports Council"."""
    if index >= sentence.end or not layers.tokens.is_capitalized(index) or layers.person_mentions.starting(index) is not None:
        return False
    end = index
    while end < sentence.end and (layers.tokens.is_capitalized(end) or layers.tokens.lower[end] in ("and", "of", "for")):
        end += 1
    return layers.tokens.lower[end - 1] in load_words().nominal_heads


_MAX_FIELD: Final = 2
"""Tokens of a field between "deputy" and "minister"."""


def _office(layers: Layers, titles: Titles, holders: Holders, title: TitleSpan) -> Nominal | None:
    tokens, parties = layers.tokens, load_party_words()
    sentence = layers.sentence_at(title.start)
    name, plural = title.title.title.lower(), title.title.plural
    if (diplomat := _head_of_diplomacy(layers, holders, title, sentence)) is not None:
        return diplomat
    phrase = with_premodifier(titles, title, title.end, sentence.start)
    end, actors = actors_after(titles, title, sentence.end)
    if not actors and phrase.actor is None and (pair := _two_holders(layers, holders, title, phrase.start)) is not None:
        return pair
    start = phrase.start
    if plural and not actors:
        start, actors = _nationalities(layers, phrase.start, sentence)
    if start > sentence.start and (tokens.lower[start - 1] in DETERMINERS or tokens.lower[start - 1] in load_numbers().parties):
        start -= 1
    determined = tokens.lower[start] in DETERMINERS or phrase.actor is not None or bool(actors)
    if not determined and not plural and not tokens.is_capitalized(title.start):
        return None
    head = tokens.lower[title.end - 1]
    if head in parties.counterpart_nouns and phrase.actor is None and not actors:
        return Nominal(start, end, "role", plural=plural, head=head)
    owners = tuple(actors) or ((phrase.actor,) if phrase.actor else ())
    if actors and not plural and _opens_body(layers, end, sentence):
        return Nominal(start, end, "role", (), owners, plural, name)  # "the first secretary of the Peruvian Ports Council"
    if plural and head in _CHAIRS and (body := owners or _body_of_chairs(titles)):
        return Nominal(
            start, end, "role", (), body, plural, name
        )  # "the Minsk Group Co-Chairs", and "the Co-Chairs" then: no side that meets
    if plural and not owners:
        return _leaders(layers, title, sentence, start, end)
    if plural and all(owner.kind == "organization" for owner in owners):
        return Nominal(start, end, "parties", (), owners, True, "leaders")  # "the CIS leaders": those of the meeting
    office = Title(f"former {title.title.title}", "other", plural) if phrase.past else title.title
    definite = tokens.lower[start] not in _INDEFINITE
    if name == "diplomat" and owners and not _FIRST.isdisjoint(tokens.lower[start:end]):
        office = _FOREIGN_MINISTER  # "the top Iranian diplomat"
    if owners and office.office == "other" and name.split()[-1].rstrip("s") not in parties.office_nouns:
        shared = holders.sharing(office, owners[0], start) if definite and not plural else None
        return Nominal(start, end, "office" if shared else "role", (shared.index,) if shared else (), owners, plural, name)
    if not owners and definite and not plural and (place := _place_of_office(layers, title, sentence)) is not None:
        bearer = holders.bearer_of_place(office, tokens.lower[place.end - 1])
        if bearer is None:
            return Nominal(start, place.end, "role", head=name)
        return Nominal(start, place.end, "office", (bearer.index,), (bearer.actor,) if bearer.actor else (), False, name)
    if not owners and definite and not plural and (named := _named_before(layers, title, sentence)) is not None:
        return Nominal(start, end, "office", (holders.of_office(office, named, start).index,), (named,), False, name)
    if not owners:
        guest = "visiting" in tokens.lower[start : title.start]
        person = (holders.titled(office, start, guest=guest) or holders.head_of_named_body(title)) if definite else None
        if person is None:
            return Nominal(start, end, "office" if definite else "role", head=name)
        return Nominal(start, end, "office", (person.index,), (person.actor,) if person.actor else (), False, name)
    if (plural and len(owners) == 1) or not (definite or plural):
        return Nominal(start, end, "role", (), owners, plural, name)  # "Georgian leaders", "a Kenyan president": nobody in particular
    if phrase.actor is not None and not plural and end == title.end:
        end = past_portfolio(layers, end, sentence)  # "the Peruvian Minister | of Fisheries"
    people = tuple(holders.of_office(office, owner, start).index for owner in owners)
    for person in (layers.people[index] for index in people if layers.people[index].name is None):
        joined = (t.title.title for t in layers.titles if start <= t.start < title.start and not t.title.plural)
        person.titles.extend(other for other in joined if other not in person.titles)  # "Crown Prince and | Prime Minister of …"
    return Nominal(start, end, "group" if len(people) > 1 else "office", people, owners, len(people) > 1, name)


def _body_of_chairs(titles: Titles) -> tuple[ActorRef, ...]:
    """The organization whose several chairs an article tells of, if it names one with them."""
    for title in titles.layers.titles:
        if title.title.plural and titles.layers.tokens.lower[title.end - 1] in _CHAIRS:
            before = with_premodifier(titles, title, title.end, titles.layers.sentence_at(title.start).start).actor
            _, after = actors_after(titles, title, titles.layers.sentence_at(title.start).end)
            found = [actor for actor in (before, *after) if actor is not None and actor.kind == "organization"]
            if found:
                return (found[0],)
    return ()


_CHAIRS: Final = frozenset({"chairs", "co-chairs", "chairmen", "chairpersons"})


def _two_holders(layers: Layers, holders: Holders, title: TitleSpan, start: int) -> Nominal | None:
    """ "The Deputy Secretary and Acting Permanent Secretary", where the article names a bearer of either: two persons under one article."""
    lower = layers.tokens.lower
    if "and" not in lower[start : title.start]:
        return None
    joint = next((i for i in range(title.start - 1, start, -1) if lower[i] == "and"), None)
    first = next((t for t in layers.titles if t.end == joint), None) if joint is not None else None
    if first is None or first.title.plural or title.title.plural or lower[start] != "the":
        return None
    one, other = holders.titled(first.title, start), holders.titled(title.title, start)
    if one is None or other is None or one is other or not (one.name and other.name):
        return None
    actors = tuple(dict.fromkeys(p.actor for p in (one, other) if p.actor is not None))
    return Nominal(start, title.end, "group", (one.index, other.index), actors, True, "and")


def _named_before(layers: Layers, title: TitleSpan, sentence: Sentence) -> ActorRef | None:
    """The state of which a fronted phrase names the office that is spoken of again: "At her meeting with the King of X, | the King"."""
    lower = layers.tokens.lower
    if title.start - 2 < sentence.start or lower[title.start - 2 : title.start] != [",", "the"] or lower[sentence.start] not in FRONTING:
        return None
    words = lower[title.start : title.end]
    for start in range(title.start - 3, sentence.start, -1):
        if lower[start : start + len(words)] == words and lower[start + len(words)] == "of":
            after = start + len(words) + 1
            owner = layers.entity_at(after + (lower[after] == "the"))
            ends = owner is not None and owner.kind == "state" and owner.end == title.start - 2
            return owner.actor if ends and owner is not None else None
    return None


def _place_of_office(layers: Layers, title: TitleSpan, sentence: Sentence) -> TokenSpan | None:
    """The region or city of "the President of Tatarstan", "the Governor of Lapland": no state's office, whoever else bears such a title."""
    tokens, words = layers.tokens, load_words()
    index = title.end + 1 + (tokens.lower[title.end + 1 : title.end + 2] == ["the"])
    if tokens.lower[title.end : title.end + 1] != ["of"] or index >= sentence.end or not tokens.is_capitalized(index):
        return None
    entity = layers.entity_at(index)
    if entity is not None:
        return TokenSpan(index, entity.end) if entity.kind == "place" else None
    leads = title.title.office in ("head_of_state", "head_of_government") or tokens.lower[title.end - 1] in _OF_REGIONS
    end = index + 1
    while end < sentence.end and tokens.is_capitalized(end):
        end += 1
    bodies = (words.portfolios, words.nominal_heads, words.collective, words.persons)
    return TokenSpan(index, end) if leads and all(listed.isdisjoint(tokens.lower[index:end]) for listed in bodies) else None


_OF_REGIONS: Final = frozenset({"head", "governor", "mayor", "leader", "premier"})


def _head_of_diplomacy(layers: Layers, holders: Holders, title: TitleSpan, sentence: Sentence) -> Nominal | None:
    """ "The head of Peruvian diplomacy", "the head of the Latvian government": an office of the state whose adjective stands inside."""
    lower = layers.tokens.lower
    index = title.end + 1 + (lower[title.end + 1 : title.end + 2] == ["the"])
    entity = layers.entity_at(index) if lower[title.end : title.end + 1] == ["of"] else None
    if entity is None or lower[title.end - 1] not in ("head", "chief"):
        return None
    owner, end, office = actor_of_entity(entity), entity.end, _FOREIGN_MINISTER
    if entity.kind == "demonym":
        organ = next((words for words in _HEADED if lower[end : end + len(words)] == list(words)), ())
        office, end = _HEADED.get(organ, office), end + len(organ)
    named = entity.kind == "organization" and entity.name.startswith("Ministry of Foreign Affairs")
    if owner.kind != "state" or not (named or end > entity.end) or end > sentence.end:
        return None
    start = title.start - (title.start > sentence.start and lower[title.start - 1] == "the")
    person = holders.of_office(office, owner, start)
    return Nominal(start, end, "office", (person.index,), (owner,), False, office.title)


_FIRST: Final = frozenset({"top", "chief"})
_FOREIGN_MINISTER, _PREMIER = Title("foreign minister", "foreign_minister", False), Title("prime minister", "head_of_government", False)
_HEADED: Final = {
    ("diplomacy",): _FOREIGN_MINISTER,
    ("foreign", "ministry"): _FOREIGN_MINISTER,
    ("foreign", "policy", "department"): _FOREIGN_MINISTER,
    ("ministry", "of", "foreign", "affairs"): _FOREIGN_MINISTER,
    ("mfa",): _FOREIGN_MINISTER,
    ("government",): _PREMIER,
    ("cabinet",): _PREMIER,
}
"""What somebody is called the head of, and the office that it is."""
_INDEFINITE: Final = frozenset({"a", "an", "any", "no", "each", "every", "some", "many", "several", "other", "another"})


def _nationalities(layers: Layers, start: int, sentence: Sentence) -> tuple[int, list[ActorRef]]:
    """The actors of "his Gambian, North Macedonian and Bangladeshi counterparts" and where they begin; none for fewer than two."""
    lower, actors, first = layers.tokens.lower, list[ActorRef](), start
    entity = layers.entity_at(start)
    while entity is not None and entity.kind in ("demonym", "state") and entity.start >= sentence.start:
        actors.insert(0, entity.actor)
        first, step = entity.start, entity.start
        while step > sentence.start and lower[step - 1] in (",", "and"):
            step -= 1
        entity = layers.entities.ending(step) if step < first else None
    return (first, actors) if len(actors) > 1 else (start, [])


def _leaders(layers: Layers, title: TitleSpan, sentence: Sentence, start: int, end: int) -> Nominal:
    """Several office holders, nobody says of what: "the two ministers", "both presidents"; without an article any such persons."""
    lower, numbers = layers.tokens.lower, load_numbers().parties
    qualified = start
    while qualified > sentence.start and lower[qualified - 1] in load_party_words().party_premodifiers:
        qualified -= 1
    if lower[qualified - 1] in numbers and qualified > sentence.start:
        start = qualified  # "the two government leaders"
    number = next((w for w in lower[max(start - 1, sentence.start) : title.start] if w in numbers), "")
    definite = number == "both" or lower[start] in ("the", "both")
    if number and lower[start - 1] == number and start > sentence.start:
        start -= 1
    if start > sentence.start and lower[start - 1] == "the":
        start, definite = start - 1, True
    if definite:
        return Nominal(start, end, "parties", plural=True, head="leaders")
    return Nominal(start, end, "role", plural=True, head=lower[title.end - 1])

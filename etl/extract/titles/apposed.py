"""Titles in an apposition after a name: "X, (the) president of Kenya,", "X (president of Kenya)"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from etl.extract.layers import Sentence, TitleSpan
from etl.extract.titles.places import AT_BODIES, TAIL_OPENERS, TitlePhrase, Titles
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef

_MAX_APPOSITION: Final = 9
"""Tokens between a name and the title in its apposition."""
_APPOSITION_FILLERS: Final = frozenset("the a an also 's ' his her its who is was our their".split())
_APPOSITION_ENDS: Final = frozenset({",", ".", ";", ":", ")", "—", "–", "and", "'s"})
_ORGANS: Final = frozenset({"presidency", "ministry", "government", "cabinet", "parliament"})
"""Organs whose spokesman somebody is, without the state."""
_SERVING: Final = (["is"], ["serves"], ["acts"])
_SERVICE_REACH: Final = 9
"""Tokens between a name and the "as" of what somebody serves as."""
_SPOKEN_FOR: Final = frozenset({"man", "woman", "person"})


def title_after(titles: Titles, name_end: int, sentence: Sentence) -> TitlePhrase | None:
    """The title in an apposition after a name: ", (the) president of Kenya," or "(president of Kenya)"."""
    tokens = titles.layers.tokens
    if tokens.lower[name_end : name_end + 1] == ["("] and tokens.lower[name_end + 2 : name_end + 4] == [")", ","]:
        name_end += 3  # "X Y (GCON), Minister of Ports": an order of merit, a party, initials
    if name_end >= sentence.end or tokens.lower[name_end] not in {",", "("}:
        return None
    if tokens.lower[name_end : name_end + 3] == [",", "who", "is"] and "as" not in tokens.lower[name_end + 3 : name_end + _SERVICE_REACH]:
        name_end += 2  # "X Y, who is Togo's Ambassador to Ethiopia"
    elif tokens.lower[name_end : name_end + 2] == [",", "who"] and tokens.lower[name_end + 2 : name_end + 3] in _SERVING:
        served = range(name_end + 3, min(sentence.end, name_end + _SERVICE_REACH))
        at = next((i for i in served if tokens.lower[i] == "as"), None)
        if at is not None and not any(tokens.capitalized[i] or tokens.lower[i] == "," for i in range(name_end + 2, at)):
            name_end = at  # "X Y, who is ending her term as Special Envoy for Z", "X Y, who serves as Togo's Ambassador"
    start = name_end + 1
    title = _in_apposition(titles, start, min(start + _MAX_APPOSITION, sentence.end))
    if title is None or (title.start > start and tokens.lower[start] == "who"):
        return None
    if title.end < sentence.end and tokens.lower[title.end] in titles.naming.speech_verbs:
        return None  # "Sunlight, the minister said, …"
    if _opens_name(titles, title.end) or _runs_into_name(titles, title.end, sentence):
        return None  # "…, Chilean President X": the title of the next person
    end = title.end
    while end < sentence.end and tokens.lower[end] not in titles.naming.apposition_stops:
        fields = tokens.lower[end] == "and" and end + 1 < sentence.end and titles.is_portfolio(end + 1)
        if tokens.lower[end] in _APPOSITION_ENDS and not fields and not titles.joins_field(end):
            break
        if end > title.end + 1 and tokens.lower[end] in titles.naming.speech_verbs:
            break  # "X Y, spokesman for the Dockers | told Radio Lima that …": no comma closes it
        end += 1
    if end + 1 < sentence.end and tokens.lower[end] == "and" and not tokens.is_capitalized(end + 1):
        end += 1
    next_named = end + 1 < sentence.end and tokens.lower[end] == "," and _opens_name(titles, end + 1)
    if next_named and not _has_own_apposition(titles, end + 1, sentence):
        return None  # the title of the next person in a list
    if any(_names_bearer(titles, index, sentence) for index in range(title.end + 1, end)):
        return None  # "according to X, the Chilean Ambassador to Peru Y called on Z"
    past = not titles.naming.past_premodifiers.isdisjoint(tokens.lower[start : title.start])
    office = "other" if past else title.title.office
    actor = titles.first_actor(start, end) or _of_country(titles, start, title.start, sentence)
    return TitlePhrase(start, end, title.title.title, office, title.title.plural, actor, past)


def _of_country(titles: Titles, start: int, end: int, sentence: Sentence) -> ActorRef | None:
    """The one state that a sentence names before an apposition which speaks of it again: "… in Chile, said X Y, | the country's envoy"."""
    lower = titles.layers.tokens.lower
    again = any(lower[i] in load_party_words().renamed_states and lower[i + 1] in ("'s", "’s") for i in range(start, end - 1))
    named = {e.actor for e in titles.layers.entities.within(sentence.start, start) if e.kind in ("state", "demonym")} if again else set()
    return named.pop() if len(named) == 1 else None


def further_titles(titles: Titles, after: TitlePhrase, sentence: Sentence) -> Iterator[TitlePhrase]:
    """The other titles of an apposition: "X Y, member of the State Council, Minister of Trade of A", "X Y, deputy premier and …"."""
    lower, index = titles.layers.tokens.lower, after.start
    while index < sentence.end and (title := _in_apposition(titles, index, min(index + _MAX_APPOSITION, sentence.end))) is not None:
        end = title.end
        while end < sentence.end and (lower[end] not in _APPOSITION_ENDS or _goes_on(titles, end)):
            end += 1
        ends_aside = end + 1 >= sentence.end or lower[end] in _APPOSITION_ENDS
        if index > after.start:
            if not ends_aside or _opens_name(titles, title.end) or _named_before(titles, title.end, end):
                return
            actor = titles.first_actor(index, end)
            yield TitlePhrase(index, end, title.title.title, title.title.office, False, actor)
        index = end + 1
        if end >= sentence.end or lower[end] not in (",", "and") or title.title.plural:
            return
        index += lower[index : index + 1] == ["and"]


def _goes_on(titles: Titles, index: int) -> bool:
    """Whether a comma or an "and" only joins the fields of an office or stands inside the name of a department."""
    field = titles.layers.tokens.lower[index + 1 : index + 2] != [] and titles.is_portfolio(index + 1) and index + 1 not in titles.starting
    return titles.joins_fields(index) or titles.joins_field(index) or (titles.layers.tokens.lower[index] == "and" and field)


def _named_before(titles: Titles, start: int, end: int) -> bool:
    """Whether a name may stand after a title, so that it is the next person's: capitals that belong to no body."""
    tokens = titles.layers.tokens
    if start < end and (tokens.lower[start] in TAIL_OPENERS or tokens.lower[start] in AT_BODIES):
        return False
    return any(tokens.is_capitalized(i) and i not in titles.entity_at for i in range(start, end))


def _has_own_apposition(titles: Titles, index: int, sentence: Sentence) -> bool:
    """Whether the name that begins at a token has a title of its own after it."""
    tokens = titles.layers.tokens
    end = index
    while end < min(index + _MAX_APPOSITION, sentence.end) and (tokens.is_capitalized(end) or tokens.lower[end] in titles.words.particles):
        end += 1
    if end + 1 >= sentence.end or tokens.lower[end] != ",":
        return False
    return _in_apposition(titles, end + 1, min(end + 1 + _MAX_APPOSITION, sentence.end)) is not None


def _in_apposition(titles: Titles, index: int, limit: int) -> TitleSpan | None:
    """The title that only whose it is, articles and premodifiers keep from opening an apposition."""
    lower = titles.layers.tokens.lower
    while index < limit:
        title = titles.starting.get(index)
        if title is not None:
            return title
        entity = titles.entity_at.get(index)
        if entity is not None:
            index = entity.end
        elif lower[index] == "(" and lower[index + 2 : index + 3] == [")"]:
            index += 3  # "X, African Union | (AU) | Commissioner"
        elif lower[index] in titles.naming.title_premodifiers or lower[index] in _APPOSITION_FILLERS:
            index += 1
        elif lower[index] in _ORGANS and lower[index + 1 : index + 2] in (["'s"], ["’s"]):
            index += 2  # "X, the presidency's official spokesman"
        elif index + 1 in titles.starting and _speaks_for(titles, index):
            index += 1  # "X, Peru's army | spokesman"
        elif lower[index] in load_party_words().renamed_states and lower[index + 1 : index + 2] in (["'s"], ["’s"]):
            index += 2  # "X, the Kingdom's ambassador to A"
        else:
            return None
    return None


def _speaks_for(titles: Titles, index: int) -> bool:
    """Whether a token is a state's organ whose spokesman is named behind it."""
    words, lower = load_party_words(), titles.layers.tokens.lower
    speaks = lower[index + 1].removeprefix("spokes") in _SPOKEN_FOR
    return speaks and (lower[index] in words.state_voices or lower[index] in words.state_body_nouns)


def _opens_name(titles: Titles, index: int) -> bool:
    tokens = titles.layers.tokens
    if index >= len(tokens):
        return False
    if tokens.lower[index] in titles.words.honorifics:
        return True
    return any(e.kind == "person" for e in titles.layers.entities.within(index, index + 1)) or (
        tokens.words[index] in titles.words.first_names and index + 1 < len(tokens) and tokens.is_capitalized(index + 1)
    )


def _names_bearer(titles: Titles, index: int, sentence: Sentence) -> bool:
    """Whether a name of two words or a known given name stands right behind the state in a title's tail."""
    if titles.entity_ending.get(index) is None or index + 1 >= sentence.end:
        return False
    two = titles.layers.tokens.is_capitalized(index + 1) and _runs_into_name(titles, index, sentence)
    return _opens_name(titles, index) or (two and index + 1 not in titles.entity_at)


def _runs_into_name(titles: Titles, index: int, sentence: Sentence) -> bool:
    """Whether capitalised words that name no body or field stand right after a title."""
    tokens = titles.layers.tokens
    if index >= sentence.end or not tokens.is_capitalized(index) or index in titles.entity_at or index in titles.starting:
        return False
    return tokens.lower[index] not in titles.body_words and tokens.lower[index] not in titles.naming.title_premodifiers

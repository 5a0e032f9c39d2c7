"""Meeting candidates of an article: a verb or noun of meeting with those who take part.

One module for each family of constructions; each reader looks at one token and returns a candidate when its construction stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache

from etl.extract.grammar import BE
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.addressed import INVITING_YOU, read_addressed
from etl.extract.meetings.assemblies import openings as assembly_openings
from etl.extract.meetings.assemblies import read_assembly
from etl.extract.meetings.attendance import read_attendance
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.contact import sentences_of_contact
from etl.extract.meetings.courtesy import COURTESIES, read_courtesy
from etl.extract.meetings.encounters import find_encounter
from etl.extract.meetings.followups import read_followup
from etl.extract.meetings.gatherings import GATHERING_NOUNS, MEETING_FORMS, read_gathered, read_gathering
from etl.extract.meetings.invitations import INVITING, read_invitation
from etl.extract.meetings.joint_acts import read_joint_act
from etl.extract.meetings.leading import LEADING, read_leader
from etl.extract.meetings.nouns import read_noun
from etl.extract.meetings.organs import read_organ
from etl.extract.meetings.regions import read_regional
from etl.extract.meetings.speakers import read_appearance
from etl.extract.meetings.summits import read_summit
from etl.extract.meetings.tours import JOURNEYS, read_tour
from etl.extract.meetings.verbs import VERB_SENSES, read_verb
from etl.extract.meetings.visits import NOW, read_visit
from etl.extract.wordlists import WordList
from etl.lexicon.groups import load_state_groups
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

Reader = Callable[[Layers, Sentence, int], Candidate | None]


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Word to the readers of the constructions that begin with it, in the order of work: the first that reads one there has it."""
    terms, words = load_meeting_terms(), load_meeting_words()
    journeys = {form for form, verbs in terms.verbs.items() if any(verb.sense in ("visit", "travel") for verb in verbs)}
    meetings = {form for form, verbs in terms.verbs.items() if any(verb.sense in VERB_SENSES for verb in verbs)}
    summits = {word for word, found in terms.nouns_by_opening.items() if any(kind == "summit" for _, kind in found)}
    openings: tuple[tuple[Reader, Set[str]], ...] = (
        (read_addressed, INVITING_YOU | words.visit_nouns | journeys),
        (read_gathering, GATHERING_NOUNS),
        (read_gathered, MEETING_FORMS),
        (read_regional, {name[0] for name in load_state_groups()}),
        (read_assembly, assembly_openings()),
        (read_attendance, words.attending_words),
        (read_leader, LEADING),
        (read_followup, {"one"} | words.visit_nouns | {noun for noun in terms.nouns if " " not in noun}),
        (read_courtesy, words.credential_nouns | COURTESIES),
        (read_organ, words.joint_organs),
        (read_invitation, INVITING),
        (read_verb, meetings),
        (read_tour, JOURNEYS),
        (read_visit, words.visit_nouns | journeys | BE | NOW),
        (read_summit, summits),
        (read_noun, terms.nouns_by_opening.keys()),
        (read_joint_act, words.joint_acts | words.joint_act_bases | words.joint_journeys),
    )
    every = set[str]().union(*(opening for _, opening in openings))
    return {word: tuple(read for read, opening in openings if word in opening) for word in every}


@cache
def _openings() -> WordList:
    """Words with which a construction, or a phrase that is no diplomacy, begins."""
    return WordList(_readers().keys() | load_meeting_terms().not_diplomatic.keys())


def find_candidates(layers: Layers) -> Iterator[Candidate]:
    """Yield all candidates in text order; fixed phrases that are no diplomacy ("board meeting") are passed over."""
    lower, not_diplomatic, readers = layers.tokens.lower, load_meeting_terms().not_diplomatic, _readers()
    passed = 0
    found_in: dict[int, list[Candidate]] = defaultdict(list)
    contacts = sorted(sentences_of_contact(layers), reverse=True)
    for index in layers.tokens.where(_openings()):
        number = layers.sentence_of[index]
        yield from _encounters(layers, contacts, number, found_in)
        if index < passed:
            continue
        word = lower[index]
        if word in not_diplomatic:
            following = lower[index + 1] if index + 1 < len(lower) else ""
            for phrase in not_diplomatic[word]:
                if (len(phrase) == 1 or phrase[1] == following) and tuple(lower[index : index + len(phrase)]) == phrase:
                    passed = index + len(phrase)
                    break
            if passed > index:
                continue
        sentence = layers.sentences[number]
        for read in readers.get(word, ()):
            found = read(layers, sentence, index)
            if found is not None:
                found_in[number].append(found)
                yield found
                break
    yield from _encounters(layers, contacts, len(layers.sentences), found_in)
    if (appearance := read_appearance(layers)) is not None:
        yield appearance


def _encounters(layers: Layers, contacts: list[int], end: int, found_in: Mapping[int, list[Candidate]]) -> Iterator[Candidate]:
    """Yield what sentences of contact before sentence `end` tell besides what was found in them; `contacts`, last first, loses them."""
    while contacts and contacts[-1] < end:
        number = contacts.pop()
        if (found := find_encounter(layers, layers.sentences[number], found_in.get(number, ()))) is not None:
            yield found

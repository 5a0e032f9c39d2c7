"""Words by which reported speech, its acts and its continuation are told, besides the cues themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from etl.lexicon.words import fill_lists


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Each field is a list of words.csv. Verbs are lemmas where acts are asked for, forms elsewhere."""

    # around cues
    auxiliary_adverbs: frozenset[str]
    """Adverbs between an auxiliary and its verb."""
    linking_verbs: frozenset[str]
    """Verbs besides "be" that an adjective of stance may follow: stands (ready), remains (committed)."""
    stance_adjectives: frozenset[str]
    """Adjectives between a light verb and its noun: "expressed (deep) gratitude"."""
    weak_light_verbs: frozenset[str]
    """Light verbs that with a noun of mere saying tell of an event: "made a statement"."""
    topical_verbs: frozenset[str]
    """Light verbs that only tell of a stance when their noun is one of feeling: "discussed their concern", not "discussed the proposal"."""
    bare_nouns: frozenset[str]
    """Nouns of stance that with a light verb say too little."""
    opinion_nouns: frozenset[str]
    """Nouns with "in": "in his opinion", "in the minister's words"."""
    call_words: frozenset[str]
    """Words that make a call a visit or a ring: courtesy, phone."""
    press_nouns: frozenset[str]
    """Those who are told: reporters."""
    noting_verbs: frozenset[str]
    """Lemmas whose passive reports without saying whose words they are: "the need for … was stressed"."""
    document_nouns: frozenset[str]
    """Nouns of what is written or measured, which shows and says things: survey, letter, figures."""
    norm_nouns: frozenset[str]
    """Nouns of what things are done by, not said by: law, resolution, principle."""
    speaking_events: frozenset[str]
    """Nouns of occasions on which somebody says something: "held a news conference saying that …"."""
    finding_verbs: frozenset[str]
    """Lemmas of what such documents do: show, find, suggest."""
    naming_verbs: frozenset[str]
    """Lemmas that judge an object by what they call it: "described the plan as …", "dubbed it …"."""
    calling_verbs: frozenset[str]
    """Lemmas with an object and what it is called: "termed the talks useful"."""
    judging_adjectives: frozenset[str]
    """What something is called, besides adjectives that their ending shows: timely, fair."""
    called_nouns: frozenset[str]
    """Nouns of what is called in another sense: a meeting, an election, the police."""
    raising_verbs: frozenset[str]
    """Lemmas whose passive has the subject of what is held as its own: "the vote is expected to …"."""
    chain_verbs: frozenset[str]
    """Past and third forms whose infinitive is done all the same: continued, began, tried."""
    talking_verbs: frozenset[str]
    """Past and third forms of talking to somebody, in which what follows with "to" is said: "spoke with X to thank him"."""
    purpose_verbs: frozenset[str]
    """Infinitives that are done by saying them: thank, congratulate, reaffirm."""
    chain_adjectives: frozenset[str]
    """Adjectives and participles after "be" with the same: quick, forced, careful."""
    taking_verbs: frozenset[str]
    """Forms of what speakers do with an occasion: took (the opportunity to thank)."""
    taken_nouns: frozenset[str]
    """Nouns of that occasion: opportunity, advantage."""
    indefinite_pronouns: frozenset[str]
    """Words for persons without a noun: some, others, everyone."""
    singular_pronouns: frozenset[str]
    """Those of them that a verb in the singular follows."""
    indefinite_tails: frozenset[str]
    """Words after them that are no verb: else, here, familiar."""
    quantity_nouns: frozenset[str]
    """Words before "of" that count: half, majority, percent."""
    irregular_participles: frozenset[str]
    """Participles without -ed: "X, elected in May and born in Y," would not tell."""
    fronting_participles: frozenset[str]
    """Participles that open a phrase before the source: "speaking in X, …"."""

    # what is done in saying it
    noun_adjectives: frozenset[str]
    """Adjectives after which a word like "support" is a noun."""
    state_verbs: frozenset[str]
    """Verbs of lasting states: a clause with one is a judgement."""
    stressing_verbs: frozenset[str]
    """Lemmas that with a noun of importance leave the act to what is important."""
    sought_nouns: frozenset[str]
    """What is asked of others by those who seek it: help, an inquiry."""
    importance_nouns: frozenset[str]
    saying_verbs: frozenset[str]
    """Lemmas after "would like to" that merely say."""
    irregular_pasts: frozenset[str]
    """Past forms without -ed, by which a clause tells of an event."""
    denying_verbs: frozenset[str]
    """Lemmas that turn what follows to its contrary."""
    opinion_verbs: frozenset[str]
    """Verbs after "I" and "we" that are no part of what is said: "I think that"."""
    opinion_adjectives: frozenset[str]
    """Adjectives and participles that do the same: "I am sure that", "it is hoped that"."""
    aim_nouns: frozenset[str]
    """Nouns whose "is to" says what they are, not what will be: "the aim is to"."""
    wishing_verbs: frozenset[str]
    """Verbs after "would" that wish politely: "would like to"."""
    needful_adjectives: frozenset[str]
    """Adjectives between "be" and an infinitive with which it must be done."""
    coming_adjectives: frozenset[str]
    """Adjectives and participles between "be" and an infinitive with which it will be done: "is set to"."""
    scheduled_verbs: frozenset[str]
    """Verbs with which "will" tells of an appointed event: meet, leave, resume."""
    scheduled_gerunds: frozenset[str]
    """The same after "will be": travelling, visiting."""
    state_adjectives: frozenset[str]
    """Adjectives besides judging ones of what something was like, which no ending shows: old, poor, reassuring."""
    framing_verbs: frozenset[str]
    """Verbs of how a speech begins or ends: "concluded by thanking"."""
    topic_verbs: frozenset[str]
    """Past forms of how something is talked about: came (under discussion), figured."""
    planning_participles: frozenset[str]
    """Participles after "is" with which the reporter tells what is to come: planned, scheduled."""
    manner_nouns: frozenset[str]
    """Nouns of how something is noted: "with satisfaction"."""
    hoping_verbs: frozenset[str]
    """Lemmas whose infinitive is a pledge and whose clause is an appeal."""
    suffered_nouns: frozenset[str]
    """Nouns whose "of" names who suffers: the invasion of X."""
    stance_gaps: frozenset[str]
    """Words that may stand between the words of a stance."""

    # where reported speech goes on
    narrated_verbs: frozenset[str]
    """Verbs of what happened: a sentence with one as its main verb is the reporter's."""
    narrative_openings: frozenset[str]
    """Words with which the reporter's sentences open."""
    passive_event_verbs: frozenset[str]
    """Participles after "was" and "were" that tell of an event."""
    won_nouns: frozenset[str]
    """Nouns of what is claimed without a word: a title, a seat, a life."""
    address_words: frozenset[str]
    """Words besides names and titles with which a speaker addresses others: "Mr President, dear colleagues"."""
    answer_labels: frozenset[str]
    """Labels with which the one who is asked answers."""
    speech_kinds: frozenset[str]
    """What a headline calls a speech that is published as it was held: remarks, opening statement."""
    turn_labels: frozenset[str]
    """Labels of unnamed speakers in transcripts."""


def load_speech_words() -> SpeechWords:
    """Read words.csv."""
    if not _WORDS:
        _WORDS.append(fill_lists(SpeechWords))
    return _WORDS[0]


_WORDS: Final[list[SpeechWords]] = []
"""Read once (`words.load_words` tells why not by a cache)."""


@cache
def load_told_nouns() -> frozenset[str]:
    """Nouns of documents and of occasions to speak: something is said in them."""
    words = load_speech_words()
    return words.document_nouns | words.speaking_events

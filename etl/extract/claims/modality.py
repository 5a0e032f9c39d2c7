"""Whether what is said is affirmed or denied, and how it stands to the facts.

Both are read off the main verb of what is said. A modal or a "not" in a relative clause, or after the main verb, says nothing of the whole.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.draft import Draft
from etl.extract.grammar import BE, DETERMINERS, HAVE, MODALS, NEGATIONS, NOUN_SIGNS, PRONOUNS, RELATIVES
from etl.extract.layers import Layers, TokenSpan
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.records import Act, Modality, Polarity

_MODES: Final[dict[str, Modality]] = {
    **dict.fromkeys(("will", "shall", "'ll", "wo", "sha"), "future"),
    **dict.fromkeys(("would", "'d"), "conditional"),
    **dict.fromkeys(("should", "must", "ought"), "obligation"),
    **dict.fromkeys(("may", "might", "can", "could", "ca", "cannot"), "possibility"),
}
_TO_DO: Final[dict[Act, Modality]] = {
    "urge": "obligation",
    "propose": "obligation",
    "pledge": "future",
    "agree": "future",
    "announce": "future",
}
"""How an infinitive stands to the facts by what is done in saying it: asked to go, promised to go."""
_NEEDS: Final = frozenset({"need", "needs", "needed"})
_AUXILIARIES: Final = BE | HAVE | MODALS | _NEEDS | frozenset(_MODES)
_SUBORDINATE: Final = frozenset("if when while although though because since as after before once unless until whereas".split())
"""Words that open a clause before the main one."""
_SUBJECT_WORDS: Final = PRONOUNS | {"that", "there", "what", "here"}
_NOBODY: Final = frozenset("no nobody none neither nothing nowhere few little never hardly scarcely rarely".split())
"""Words that deny a clause from its beginning."""
_INDIRECT: Final = frozenset({"how", "why", "whether"})
"""Words that open a clause inside the main one, besides relatives."""
_INSIDE: Final = RELATIVES | _INDIRECT | {"that", ","}
_LONGER: Final = (["no", "longer"], ["no", "more"])
_ONLY: Final = frozenset("only just merely simply necessarily".split())
"""After "not" these affirm: not only."""
_ADVERBS: Final = frozenset("also still always now then already ever even yet soon both all".split())
_REACH: Final = 3
"""Words after an auxiliary in which its negation stands."""
_BEFORE_OPINIONS: Final = frozenset("would 'd do like to can must".split())
"""Words between "I" and its verb of opinion."""
_SAID_POLITELY: Final[frozenset[Act]] = frozenset({"urge", "propose", "thank", "congratulate", "assert", "assess", "praise"})
"""Acts that are done in saying "I would"."""
_TOLD: Final = frozenset({"past", "participle", "gerund", "fixed"})
"""Forms of a cue after which "would" is a "will" that was said."""


def stand(layers: Layers, draft: Draft, act: Act) -> tuple[Polarity, Modality]:
    """Polarity and modality of a claim. `act`: what is done in saying it."""
    lower = layers.tokens.lower
    clause = TokenSpan(_opening(layers, draft.content), draft.content.end)
    cue = draft.attribution.cue if draft.attribution is not None else None
    denies = cue is not None and (cue.negated or cue.lemma.split()[0] in load_speech_words().denying_verbs)
    infinitive = _infinitive(layers, clause) if cue is not None and _may_be_object(layers, draft, cue) else None
    verb = _main_verb(layers, TokenSpan(clause.start, clause.end if infinitive is None else infinitive), _aside(draft))
    if verb is not None:
        negative = denies or _is_denied(lower, clause, verb)
        told = cue.form in _TOLD if cue is not None else not draft.direct
        return ("negative" if negative else "positive"), _mode(layers, clause, verb, told=told)
    if infinitive is not None:
        negative = denies or lower[infinitive - 1] in NEGATIONS
        return ("negative" if negative else "positive"), ("actual" if denies else _TO_DO.get(act, "actual"))
    return ("negative" if denies else "positive"), "actual"


def _may_be_object(layers: Layers, draft: Draft, cue: CueMatch) -> bool:
    """Whether what is said may be the object of its cue ("Peru to pay") and not a clause."""
    start = draft.content.start
    return start >= cue.start and layers.tokens.lower[start] != "that" and layers.tokens.lower[start - 1] != "that"


def _aside(draft: Draft) -> range:
    """The words of an attribution that stands inside what is said: "the ferry, she added, will sink"."""
    source, cue = draft.source, draft.cue
    if cue is None or not draft.content.start < cue.start < draft.content.end:
        return range(0)
    return range(cue.start, cue.end) if source is None else range(min(source.start, cue.start), max(source.end, cue.end))


def _opening(layers: Layers, content: TokenSpan) -> int:
    """Where the main clause begins: after "that" and "the view that", after a clause of condition or time, after "I think (that)"."""
    lower, start = layers.tokens.lower, content.start
    speech = load_speech_words()
    if lower[start] in DETERMINERS and lower[start + 2 : start + 3] == ["that"]:
        held = lower[start + 1] in speech.opinion_nouns or lower[start + 1] in speech.aim_nouns
        start += 2 * held
    while start < content.end - 1 and (not lower[start][0].isalnum() or lower[start] == "that" or lower[start + 1] == ","):
        start += 1
    if lower[start] in _SUBORDINATE:
        end = next((index for index in range(start, content.end - 1) if lower[index] in (",", ".")), start)
        start = end + 1 if lower[end] == "," else start
    return _past_opinion(lower, TokenSpan(start, content.end))


def _past_opinion(lower: list[str], clause: TokenSpan) -> int:
    """Past "I think (that)", "he is sure that" and "Can I say that", which are no part of what is said."""
    speech, lemmas = load_speech_words(), load_cues().lemmas
    first = clause.start + (lower[clause.start] in ("can", "could", "may"))
    step = first + 1
    if clause.end - first < 4 or lower[first] not in PRONOUNS:
        return clause.start
    while step < clause.end - 1 and (lower[step] in _BEFORE_OPINIONS or lower[step] in BE or _is_adverb(lower[step])):
        step += 1
    if lower[step] in speech.opinion_adjectives and lower[step + 1 : step + 2] == ["that"]:
        return step + 2
    if step < clause.end - 1 and lemmas.get(lower[step], lower[step]) in speech.opinion_verbs and lower[step + 1] != "to":
        return step + 1 + (lower[step + 1] == "that")
    return clause.start


def _infinitive(layers: Layers, clause: TokenSpan) -> int | None:
    """Where the first infinitive of a stretch begins, if any: "to" with no noun phrase after it."""
    words = layers.tokens.words
    for index in range(clause.start, clause.end - 1):
        if words[index] == "to" and layers.nominals.starting(index + 1) is None:
            following = words[index + 1]
            if following.isalpha() and following.islower() and following not in DETERMINERS and not following.endswith("ing"):
                return index
    return None


def _main_verb(layers: Layers, clause: TokenSpan, aside: range) -> int | None:
    """The first finite verb that stands in no relative clause and not in the attribution; None where there is but an object."""
    lower, forms = layers.tokens.lower, _full_verbs()
    pending = 0
    for index in range(clause.start, clause.end):
        word = lower[index]
        if word in _AUXILIARIES:
            finite = _is_auxiliary(layers, index)
        elif word in _INSIDE:
            opens = index > clause.start and index not in aside and (word != "that" or not _is_auxiliary(layers, index - 1))
            pending = 0 if word == "," else pending + opens
            continue
        else:
            finite = (word in forms or (word.endswith("ed") and len(word) > 4)) and _is_full_verb(layers, index, clause)
        if finite and index not in aside:
            if not pending:
                return index
            pending -= 1
    return None


@cache
def _full_verbs() -> frozenset[str]:
    """Forms that full verbs are told by, besides the ending -ed."""
    speech = load_speech_words()
    known = load_cues().lemmas.keys() | speech.irregular_pasts | speech.state_verbs
    return frozenset(form for form in known if not form.endswith("ing"))


def _is_auxiliary(layers: Layers, index: int) -> bool:
    """Whether a token is a finite auxiliary. A capitalised May is the month, "'s" after a name a genitive."""
    word = layers.tokens.lower[index]
    if word not in _AUXILIARIES or word in ("be", "been", "being"):
        return False
    if word == "'s":
        return layers.tokens.lower[index - 1] in _SUBJECT_WORDS
    return not (word == "may" and layers.tokens.is_capitalized(index))


def _is_full_verb(layers: Layers, index: int, clause: TokenSpan) -> bool:
    """Whether a token with the form of a verb stands right after a subject."""
    lower = layers.tokens.lower
    if layers.tokens.is_capitalized(index):
        return False
    before = index
    while before > clause.start and _is_adverb(lower[before - 1]):
        before -= 1
    if before == clause.start or (index + 1 < clause.end and lower[index + 1] in _AUXILIARIES):
        return False
    return lower[before - 1] in PRONOUNS or layers.nominals.ending(before) is not None


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4)


def _is_denied(lower: list[str], clause: TokenSpan, verb: int) -> bool:
    """Whether a clause's subject or main verb is denied."""
    first = lower[clause.start : verb]
    if first and (first[0] in _NOBODY or (first[0] == "not" and first[1:2] != ["only"])) and first[1:2] not in ([","], ["matter"]):
        return True
    if lower[verb] == "cannot" or (lower[verb] in HAVE and lower[verb + 1 : verb + 3] == ["yet", "to"]):
        return True
    after = lower[verb + 1 : min(clause.end, verb + 1 + _REACH)]
    if after[:1] == ["no"]:
        return after[1:2] not in (["doubt"], ["question"], ["less"])
    for place, word in enumerate(after):
        if word in NEGATIONS:
            return after[place + 1 : place + 2] == [] or after[place + 1] not in _ONLY
        if after[place : place + 2] in _LONGER:
            return True
        if not (_is_adverb(word) or word in _AUXILIARIES or word in PRONOUNS):
            break
    return not _NEVER.isdisjoint(first[-2:])


_NEVER: Final = frozenset({"never", "n't"})


def _mode(layers: Layers, clause: TokenSpan, verb: int, *, told: bool) -> Modality:
    """The mode that a main verb stands in.

    `told`: whether a "would" that is not quoted is a "will" that was said: after a word of saying in the past, and in what goes on from it.
    """
    lower, speech = layers.tokens.lower, load_speech_words()
    step = verb + 1
    while step < clause.end and (_is_adverb(lower[step]) or lower[step] in NEGATIONS):
        step += 1
    following, second = [*lower[step : min(clause.end, step + 2)], "", ""][:2]
    word = lower[verb]
    if word in ("would", "'d"):
        if following in speech.wishing_verbs or (lower[verb - 1] in ("i", "we") and _is_saying(following)):
            return "actual"
        perfect = following == "have" and second not in NOUN_SIGNS
        unreal = perfect or "if" in lower[clause.start : clause.end] or layers.quoted[verb]
        return "future" if told and not unreal else "conditional"
    if word == "could" and following == "have":
        return "conditional"
    if word in _MODES:
        return _MODES[word]
    if following == "to" and (word in HAVE or word in _NEEDS):
        return "actual" if lower[step - 1] == "yet" else "obligation"
    if following == "to" and word in BE:
        return "actual" if lower[verb - 1] in speech.aim_nouns else "future"
    if second == "to" and word in BE:
        return "obligation" if following in speech.needful_adjectives else "future" if following in speech.coming_adjectives else "actual"
    return "actual"


def _is_saying(word: str) -> bool:
    """Whether "I would …" does what it says: I would urge."""
    return any(cue.act in _SAID_POLITELY for cue, _ in load_cues().verbs.get(word, ()))

"""Courtesy calls and credentials: X paid a courtesy call on Y · X presented his credentials to Y · Y received the credentials of X."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.descriptions import state_after
from etl.extract.meetings.objects import object_of
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.lexicon.meetings import load_meeting_words

COURTESIES: Final = frozenset({"call", "calls", "visit"})
_VERB_REACH: Final = 9
_OBJECT_REACH: Final = 6
_SEVERAL: Final = frozenset({"envoys", "ambassadors", "diplomats", "commissioners", "dignitaries"})
_NAMING: Final = frozenset({"are", "were", "include", "included", "includes"})
_POINTING: Final = frozenset({"they", "these", "the", "others", "among"})
_HEADS: Final = frozenset({"head_of_state", "head_of_government"})
_LISTS, _LIST_OPENING = 3, 6
"""Sentences after credentials in which their bearers are named, and tokens of such a sentence before "are"."""


def read_courtesy(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a courtesy call or of credentials at a token, if one stands there."""
    lower, words = layers.tokens.lower, load_meeting_words()
    if lower[index] in COURTESIES and lower[index + 1 : index + 2] in (["on"], ["upon"], ["to"]):
        courtesy = "courtesy" in lower[max(sentence.start, index - 3) : index] or lower[index + 1] in ("on", "upon")
        verb = _verb_before(layers, sentence, index, words.paying_verbs)
        return _between(layers, sentence, verb, index, index + 2, "courtesy-call") if courtesy and verb is not None else None
    if lower[index] in words.credential_nouns and (lower[index] != "letters" or _are_of_credence(lower, index)):
        return _credentials(layers, sentence, index) or _of_several(layers, sentence, index)
    return None


def _are_of_credence(lower: list[str], index: int) -> bool:
    """ "Letters of credence", and of commission among states of the Commonwealth."""
    return lower[index + 1 : index + 2] == ["of"] and lower[index + 2 : index + 3] in (["credence"], ["commission"])


def _credentials(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of credentials whose bearer and receiver the sentence names."""
    lower, words = layers.tokens.lower, load_meeting_words()
    giving = _verb_before(layers, sentence, index, words.presenting_verbs)
    if giving is not None:
        to = _receiving(lower, sentence, index)
        if to is None:
            return None
        found = _between(layers, sentence, giving, index, to + 1, "credentials")
        return _posted(layers, found, index, to) if found is not None else None
    taking = _verb_before(layers, sentence, index, words.accepting_verbs)
    if taking is None:
        return None
    of = next((i for i in range(index + 1, min(sentence.end, index + _OBJECT_REACH)) if lower[i] in ("of", "from", "by")), None)
    while of is not None and lower[of + 1 : of + 2] in (["credence"], ["commission"], ["presented"], ["by"]):
        of += 2 if lower[of + 1] in ("credence", "commission") else 1
    return _between(layers, sentence, taking, index, of + 1, "credentials") if of is not None else None


def _receiving(lower: list[str], sentence: Sentence, index: int) -> int | None:
    """The "to" before whom credentials are presented to: the second of "credentials as Peru's ambassador to Chile to President X"."""
    found = [i for i in range(index + 1, min(sentence.end, index + _OBJECT_REACH)) if lower[i] == "to"]
    if found and lower[index + 1] == "as":
        found += [i for i in range(found[0] + 1, min(sentence.end, found[0] + _OBJECT_REACH)) if lower[i] == "to"]
        return found[-1]
    return found[0] if found else None


def _posted(layers: Layers, candidate: Candidate, index: int, to: int) -> Candidate:
    """The candidate with the envoy's state, where only "credentials as Peru's ambassador" or "to X as ambassador of Peru" tells it."""
    lower, end = layers.tokens.lower, candidate.sentence.end
    role = next((i for i in range(index + 1, end - 1) if lower[i] == "as"), None)
    if role is None:
        return candidate
    until = to if role < to else end
    named = layers.entities.within(role + 1, min(until, role + _ROLE_REACH))
    state = next((e for e in named if e.kind in ("state", "demonym")), None)
    if state is None:
        return candidate
    envoy, *others = candidate.sides
    return replace(candidate, sides=(envoy._replace(actor=envoy.actor or state.actor), *others))


_ROLE_REACH: Final = 10
"""Tokens of "as the Ambassador/Permanent Representative of Peru"."""


def _of_several(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "Five new envoys presented their credentials to Y. They are A of B, …", "the envoys who presented their credentials are A, B and C".

    Each is received alone.
    """
    lower, words = layers.tokens.lower, load_meeting_words()
    giving = _verb_before(layers, sentence, index, words.presenting_verbs)
    verb = giving if giving is not None else _verb_before(layers, sentence, index, words.accepting_verbs)
    if verb is None or _SEVERAL.isdisjoint(lower[sentence.start : sentence.end]):
        return None
    presenters = _listed(layers, sentence, index)
    number = layers.sentence_of[index]
    for further in layers.sentences[number + 1 : number + 1 + _LISTS]:
        if lower[further.start] in _POINTING and not _NAMING.isdisjoint(lower[further.start : further.start + _LIST_OPENING]):
            presenters += _listed(layers, further, further.start)
    host = _host(layers, sentence, index) if giving is not None else subject_of_form(layers, sentence, verb, None)
    known = host is not None and (host.people or host.kind == "pronoun")
    sides = with_subject(layers, host) if host is not None and known else _head(layers, {side.person for side in presenters})
    presenters = [side for side in presenters if all(side.person != other.person for other in sides)]
    if not presenters or not sides:
        return None
    return make_candidate(layers, index, [*sides, *presenters], "credentials", 0.8, status_at=verb, separate=True)


def _host(layers: Layers, sentence: Sentence, index: int) -> Nominal | None:
    """To whom the credentials are presented."""
    to = _receiving(layers.tokens.lower, sentence, index)
    return object_of(layers, to + 1, sentence) if to is not None else None


def _head(layers: Layers, presenters: set[int | None]) -> list[Side]:
    """The one head of state or government whom the article names, where the sentence only says "to the President"."""
    heads = [i for i, person in enumerate(layers.people) if person.name and person.offices & _HEADS and i not in presenters]
    return [Side(heads[0], layers.people[heads[0]].actor)] if len(heads) == 1 else []


def _listed(layers: Layers, sentence: Sentence, start: int) -> list[Side]:
    """The persons whom a sentence lists after "are" or "include", each with the state that stands with the name."""
    lower = layers.tokens.lower
    opening = next((i for i in range(start, sentence.end) if lower[i] in _NAMING), None)
    if opening is None:
        return []
    found = []
    for mention in layers.person_mentions.within(opening, sentence.end):
        person = layers.people[mention.person]
        if person.name is not None:
            found.append(Side(mention.person, state_after(layers, mention) or person.actor))
    return found


def _verb_before(layers: Layers, sentence: Sentence, index: int, verbs: frozenset[str]) -> int | None:
    lower = layers.tokens.lower
    return next((i for i in range(index - 1, max(sentence.start, index - _VERB_REACH) - 1, -1) if lower[i] in verbs), None)


def _accredited(layers: Layers, verb: int) -> Nominal | None:
    """The envoys of "the ambassadors of A and B to Peru presented"."""
    post = layers.entities.ending(verb)
    if post is None or post.kind != "state" or layers.tokens.lower[post.start - 1] != "to":
        return None
    envoys = layers.nominals.ending(post.start - 1)
    return envoys if envoys is not None and envoys.people else None


def _between(layers: Layers, sentence: Sentence, verb: int, noun: int, after: int, rule: str) -> Candidate | None:
    """Subject of the verb and the persons named from `after` on."""
    obj = object_of(layers, after, sentence)
    if obj is None or not obj.people:
        return _before_head(layers, sentence, verb, noun, after) if rule == "credentials" else None
    subject = _accredited(layers, verb) or subject_of_form(layers, sentence, verb, obj, gerund=layers.tokens.lower[verb].endswith("ing"))
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    one, others = (obj, subject) if len(subject.people) > 1 and len(obj.people) == 1 else (subject, obj)
    sides = [*with_subject(layers, one), *members(layers, others)]  # ambassadors present their credentials one by one
    return make_candidate(layers, noun, sides, rule, 0.85, end=obj.end, status_at=verb, separate=len(others.people) > 1)


def _before_head(layers: Layers, sentence: Sentence, verb: int, noun: int, after: int) -> Candidate | None:
    """ "She presented her credentials to the President": who is the one head of state or government that the article names."""
    title = after + (layers.tokens.lower[after : after + 1] == ["the"])
    if not any(t.start == title and t.title.office in _HEADS for t in layers.titles):
        return None
    envoy = subject_of_form(layers, sentence, verb, None)
    if envoy is None or not (len(envoy.people) == 1 or envoy.kind == "pronoun"):
        return None
    host = _head(layers, set(envoy.people))
    sides = [*with_subject(layers, envoy), *host]
    return make_candidate(layers, noun, sides, "credentials", 0.8, end=title + 1, status_at=verb) if host else None

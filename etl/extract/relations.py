"""Relations that an article states: levels of relations between two actors, memberships in organizations, documents signed."""

from __future__ import annotations

from functools import cache

from etl.extract.grammar import NEGATIONS
from etl.extract.implied_memberships import fellow_members, qualify_memberships
from etl.extract.layers import Entity, Layers, Sentence
from etl.extract.wordlists import WordList
from etl.lexicon.actors import load_actors
from etl.lexicon.initiatives import load_initiative_heads
from etl.lexicon.relations import AgreementDocument, load_agreement_documents, load_membership_statuses, load_relation_words
from etl.records import ActorRef, MeetingReport, RelationReport

_REACH_BACK = 12
"""Tokens before an organization's name within which its member is looked for."""
_MAX_BACK = 3
"""Sentences back in which the pair of a relation may be named."""
_MAX_TITLE = 14
_MAX_SUBJECT_MATTER = 16
_TITLE_ENDS = frozenset({",", ".", ";", "was", "were"})


def find_relations(layers: Layers) -> None:
    """Fill `relations`."""
    hints = list(layers.tokens.where(_openings()))
    hints += [entity.start for entity in layers.entities if entity.kind == "organization"]
    hints += [initiative.span.start for initiative in layers.initiatives]
    for number in sorted({layers.sentence_of[index] for index in hints}):
        sentence = layers.sentences[number]
        _levels(layers, sentence)
        _memberships(layers, sentence)
        qualify_memberships(layers, sentence)
        _agreements(layers, sentence)


@cache
def _openings() -> WordList:
    words = load_relation_words()
    return WordList(words.signing_verbs | words.issuing_verbs | words.standing_nouns)


def _states(layers: Layers, start: int, end: int) -> list[ActorRef]:
    return list(dict.fromkeys(e.actor for e in layers.entities.within(start, end) if e.kind in ("state", "demonym")))


def _meeting_in_view(layers: Layers, sentence: Sentence) -> MeetingReport | None:
    """The meeting that was named last before a sentence; in the lead, the first one."""
    here = layers.tokens.starts[sentence.start]
    told = [m for m in layers.meetings if not m.background and m.status == "held"]
    return max(told, key=lambda m: max((e.start for e in m.evidence if e.start <= here), default=-1), default=None)


def _pair_in_view(layers: Layers, sentence: Sentence) -> list[ActorRef]:
    """The two states of the meeting that is being told; none when it is not between two."""
    best = _meeting_in_view(layers, sentence)
    if best is None:
        return []
    world = load_actors()
    states = [ActorRef("state", s) for p in best.participants if p.actor is not None and (s := world.state_of(p.actor))]
    unique = list(dict.fromkeys(states))
    return unique if len(unique) == 2 else []


def _pair_before(layers: Layers, sentence: Sentence) -> list[ActorRef]:
    """The two states of the nearest of the sentences before, if it names two and no more."""
    number = layers.sentence_of[sentence.start]
    for before in reversed(layers.sentences[max(0, number - _MAX_BACK) : number]):
        states = _states(layers, before.start, before.end)
        if len(states) > 1:
            return states if len(states) == 2 else []
    return []


def _levels(layers: Layers, sentence: Sentence) -> None:
    """ "The A-B comprehensive strategic partnership": between the two it names, the sentence's two states, or those who meet."""
    tokens, heads, openings = layers.tokens, load_initiative_heads().levels, load_relation_words().level_openings
    for initiative in layers.initiatives.within(sentence.start, sentence.end):
        begin, end = initiative.span
        words = tokens.lower[begin:end]
        if initiative.kind != "partnership" or "strategic" not in words or not any(word in heads for word in words):
            continue
        pair = _states(layers, begin, end)
        if len(pair) != 2:
            named = _states(layers, sentence.start, sentence.end)
            pair = named if len(named) == 2 else _pair_before(layers, sentence) or _pair_in_view(layers, sentence)
        if len(pair) != 2:
            continue
        level = tokens.surface(next(k for k in range(begin, end) if tokens.lower[k] in openings), end)
        a, b = sorted(pair)
        span = tokens.span(begin, end)
        layers.relations.append(RelationReport("relationship", (a, b), level, None, None, "unknown", None, span, "level", 0.85))


def _memberships(layers: Layers, sentence: Sentence) -> None:
    """ "X, (now) an SCO dialogue partner", "X joined the SCO", "X became a member of the SCO", "countries with SCO observer status"."""
    if not NEGATIONS.isdisjoint(layers.tokens.lower[sentence.start : sentence.end]):
        return  # whoever is said not to be a member is none
    for entity in layers.entities.within(sentence.start, sentence.end):
        if entity.kind == "organization" and not entity.nested:
            status = _status_after(layers.tokens.lower, entity.end, sentence.end)
            members = _status_holders(layers, entity, sentence) if status else _joiners(layers, entity, sentence)
            for member in members:
                _membership(layers, sentence, member, entity.actor, status or "member")
    told = {report.parties for report in layers.relations if report.kind == "membership"}
    for member, organization in fellow_members(layers, sentence):
        if (member, organization) not in told:
            _membership(layers, sentence, member, organization, "member")


def _status_after(lower: list[str], index: int, limit: int) -> str | None:
    """The status that the words after an organization's name give; none before "member states"."""
    for words, status in load_membership_statuses():
        end = index + len(words)
        if end <= limit and tuple(lower[index:end]) == words:
            return None if end < limit and lower[end] in load_relation_words().country_nouns else status
    return None


def _status_holders(layers: Layers, organization: Entity, sentence: Sentence) -> list[ActorRef]:
    """Who has a status in an organization: the state named last before it, or the last two joined by "and"."""
    members = _states(layers, max(sentence.start, organization.start - _REACH_BACK), organization.start)
    both = len(members) > 1 and "and" in layers.tokens.lower[organization.start - 8 : organization.start]
    return members[-2:] if both else members[-1:]


def _joiners(layers: Layers, organization: Entity, sentence: Sentence) -> list[ActorRef]:
    """Who joined an organization, or is called a member of it."""
    lower = layers.tokens.lower
    begin, end = max(sentence.start, organization.start - 4), organization.start
    before = lower[begin:end]
    if "joining" in before or "joined" in before:
        verb = max(k for k in range(begin, end) if lower[k] in ("joining", "joined"))
        return _states(layers, max(sentence.start, verb - 6), verb)[-1:]
    of = lower[end - 1] == "of" or lower[end - 2 : end] == ["of", "the"]
    if not of or not any(w in ("member", "membership") for w in before):
        return []
    members = _states(layers, sentence.start, end)
    hoped = any(word in lower[sentence.start : end] for word in ("become", "candidate"))
    return members if len(members) == 1 and not hoped else []


def _membership(layers: Layers, sentence: Sentence, member: ActorRef, organization: ActorRef, status: str) -> None:
    span = layers.tokens.span(sentence.start, sentence.end)
    layers.relations.append(
        RelationReport("membership", (member, organization), status, None, None, "unknown", None, span, "membership", 0.7)
    )


def _agreements(layers: Layers, sentence: Sentence) -> None:
    """Documents that were signed or issued, by the parties of the meeting in view."""
    lower, words = layers.tokens.lower, load_relation_words()
    for index in range(sentence.start, sentence.end):
        verb = "signed" if lower[index] in words.signing_verbs else "issued" if lower[index] in words.issuing_verbs else ""
        document = _document(lower, sentence, verb) if verb else None
        if document is None or any(w in lower[max(sentence.start, index - 3) : index] for w in ("will", "to", "not")):
            continue
        parties = _pair_in_view(layers, sentence) or _states(layers, sentence.start, sentence.end)
        if len(parties) >= 2:
            start, named = document
            layers.relations.append(_agreement(layers, sentence, start, named, parties))
            return


def _document(lower: list[str], sentence: Sentence, verb: str) -> tuple[int, AgreementDocument] | None:
    """The document of a sentence that stands first in rank, and where it is named."""
    for document in load_agreement_documents():
        size = len(document.words)
        if verb in document.verbs:
            for start in range(sentence.start, sentence.end - size + 1):
                if tuple(lower[start : start + size]) == document.words:
                    return start, document
    return None


def _agreement(layers: Layers, sentence: Sentence, start: int, document: AgreementDocument, parties: list[ActorRef]) -> RelationReport:
    report = _meeting_in_view(layers, sentence)
    signed = report.start_on if report is not None and report.date_precision == "day" else None
    return RelationReport(
        "agreement",
        tuple(sorted(parties)),
        layers.tokens.surface(start, _title_end(layers.tokens.lower, start + len(document.words), sentence)),
        document.kind,
        signed,
        "day" if signed else "unknown",
        report.index if report else None,
        layers.tokens.span(sentence.start, sentence.end),
        "signed",
        0.75,
    )


def _title_end(lower: list[str], end: int, sentence: Sentence) -> int:
    """Where the title of a document ends: before "and" or a verb, but past "on" with what it is about."""
    limit = end
    while limit < min(sentence.end, end + _MAX_TITLE) and lower[limit] not in _TITLE_ENDS and lower[limit] not in ("and", "on"):
        limit += 1
    if limit < sentence.end and lower[limit] == "on":
        limit += 1
        while limit < min(sentence.end, end + _MAX_SUBJECT_MATTER) and lower[limit] not in _TITLE_ENDS:
            limit += 1
    such = next((k for k in range(end + 1, limit) if lower[k - 1] == "in" and lower[k] == "such"), None)
    return limit if such is None else such - 1

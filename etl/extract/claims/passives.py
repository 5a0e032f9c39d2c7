"""Attributions in the passive: "it was agreed that …", "X was thanked by Y for …", "the need for … was stressed"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.attribution import Attribution
from etl.extract.claims.clauses import is_clause
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import past_adjuncts, statement_end
from etl.extract.claims.openings import statement_start
from etl.extract.claims.sources import source_left
from etl.extract.claims.times import past_time
from etl.extract.grammar import GENITIVES, MODALS
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_OPENING: Final = 6
"""Tokens of the sentence before an impersonal "it"."""
_MAX_BETWEEN: Final = 5
"""Tokens between "it" and the participle."""
_MIN_SUBJECT: Final = 3
"""Tokens before the participle that make a subject worth stressing."""
_JUDGING: Final = 0.7
"""Weight of a verb of criticism or praise whose passive alone tells of a judgement: "X was accused of …"."""
_SAYING: Final = 0.55
"""Weight below which a passive with an agent tells of a deed: "was attacked by X"."""
_THAT_REACH: Final = 5
_SPEAKING: Final = frozenset({"person", "group", "office", "parties"})
_VOICES: Final = _SPEAKING | {"actor"}
_GROUPS: Final = frozenset({"role", "actor", "name"})
_JUDGED: Final = frozenset({"oppose", "praise"})
"""Acts whose passive tells of a judgement, whoever passes it: "was criticized by unions"."""


def read_passive(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """A passive with "it" and a clause, with its agent, or with what was stressed as its subject."""
    lower = layers.tokens.lower
    begin, end = _clause_start(layers, statement_start(layers, sentence), cue.start), statement_end(layers, sentence)
    by = cue.end + (cue.end < end and lower[cue.end] in _ONLY)  # "was supported | only | by the union"
    agent = layers.nominals.starting(by + 1) if by < end and lower[by] == "by" else None
    step = cue.start - 1
    while step > begin and lower[step] != "it" and cue.start - step < _MAX_BETWEEN:
        step -= 1
    if lower[step] == "it" and step - begin <= _MAX_OPENING:
        return _impersonal(layers, cue, agent, step, end)
    if cue.lemma == "welcome" and _is_guest(layers, cue.start, sentence):
        return None
    if agent is not None and _speaks(agent) and cue.act not in ("assert", "assess") and cue.weight >= _SAYING:
        # "X was congratulated by Y on Z"
        return Attribution(agent, cue, TokenSpan(begin, end), "before", begin, "passive-agent", 0.75 * cue.weight)
    if "light" in cue.frames and agent is None and not _WHEN.isdisjoint(lower[begin + 1 : cue.start]):
        return None  # "told the paper after the verdict was released"
    if "light" in cue.frames and agent is None and _is_shared(lower, begin, cue):
        return None  # "matters of mutual interest were discussed"
    if "light" in cue.frames:
        return _of_noun(layers, cue, agent, begin, end)
    lemma = cue.lemma.split()[0]
    if agent is None and (told := _told(layers, sentence, cue, begin, end)) is not None:
        return told
    if lemma in load_speech_words().raising_verbs and _is_foretold(layers, cue, end):
        return Attribution(None, cue, TokenSpan(begin, end), "before", begin, "passive-raising", 0.55)
    if (
        lemma in load_speech_words().raising_verbs
        and lower[cue.end - 1 : cue.end + 1]
        and {"to", "as"} & set(lower[cue.end - 1 : cue.end + 1])
    ):
        return Attribution(None, cue, TokenSpan(begin, end), "before", begin, "passive-raising", 0.6)
    if agent is None and cue.act in _JUDGED and (last := _last_agent(layers, cue.end, end)) is not None:
        return Attribution(last, cue, TokenSpan(begin, end), "before", begin, "passive-agent", 0.6)
    if agent is None and cue.act in _JUDGED and cue.weight >= _JUDGING and lemma != "oppose":  # "are diametrically opposed" are unlike
        return Attribution(None, cue, TokenSpan(begin, end), "before", begin, "agentless-judged", 0.55)
    if agent is not None and agent.kind in _GROUPS and cue.act in _JUDGED and cue.weight >= _JUDGING:
        return Attribution(agent, cue, TokenSpan(begin, end), "before", begin, "passive-agent", 0.5)
    if (
        agent is not None
        and (cue.act in _JUDGED or agent.kind in _VOICES)
        and lower[agent.end : agent.end + 1] == ["as"]
        and lemma in load_speech_words().naming_verbs
    ):
        return Attribution(agent, cue, TokenSpan(begin, end), "before", begin, "passive-agent", 0.6)  # "dismissed by X as a stunt"
    if agent is not None and agent.kind in _VOICES and lemma in load_speech_words().noting_verbs:
        return Attribution(agent, cue, TokenSpan(begin, end), "before", begin, "passive-agent", 0.7)
    if agent is None and lemma in load_speech_words().noting_verbs and cue.start - begin >= _MIN_SUBJECT:
        return Attribution(None, cue, TokenSpan(begin, end), "before", begin, "agentless-subject", 0.6)
    return None


def _told(layers: Layers, sentence: Sentence, cue: CueMatch, begin: int, end: int) -> Attribution | None:
    """ "Residents were told (on Monday) that …", "staff were warned to …": what somebody was told, by nobody who is named."""
    lower = layers.tokens.lower
    index = past_adjuncts(layers, cue.end, sentence)
    if index + 1 >= end or cue.weight < _TELLING or cue.lemma in load_speech_words().raising_verbs:
        return None
    that = lower[index] == "that" and "person_clause" in cue.frames
    to = lower[index] == "to" and "person_infinitive" in cue.frames and cue.act in _TOLD_ACTS
    opens = lower[index] in load_words().determiners or layers.nominals.starting(index) is not None
    clause = cue.lemma == "tell" and opens and is_clause(layers, index, end)  # "were told | the plant would close"
    if not (that or to or clause) or (to and lower[index + 1] in load_words().determiners):
        return None
    subject, _ = source_left(layers, cue.start, sentence)
    if subject is None or subject.kind not in _LISTENERS:
        return None
    return Attribution(None, cue, TokenSpan(index + that, end), "after", begin, "agentless", _TOLD_SHARE * cue.weight)


_TELLING: Final = 0.75
_TOLD_SHARE: Final = 0.65
_TOLD_ACTS: Final = frozenset({"urge", "assert"})
_LISTENERS: Final = frozenset({"role", "person", "pronoun", "parties", "group", "office"})


def _is_foretold(layers: Layers, cue: CueMatch, end: int) -> bool:
    """Whether when something will be, or that people are dead, follows what is held: "is expected | in May", "are feared | dead"."""
    lower, index = layers.tokens.lower, cue.end
    if index >= end:
        return False
    return lower[index] in _LOST or (cue.lemma in _FORETELLING and past_time(layers, index, end) > index)


_FORETELLING: Final = frozenset({"expect", "forecast", "predict"})
_LOST: Final = frozenset({"dead", "drowned", "killed", "missing", "lost", "trapped", "buried", "injured"})


def _last_agent(layers: Layers, index: int, end: int) -> Nominal | None:
    """Who did it, where the agent ends the sentence: "was accused of lying | on Monday by the mayor"; not "of being paid by the mayor"."""
    lower, pasts = layers.tokens.lower, load_speech_words().irregular_participles
    for by in range(end - 2, index, -1):
        if lower[by] != "by":
            continue
        before = lower[by - 1]
        agent = next((n for n in layers.nominals.within(by + 1, end) if n.end == end and n.kind in _SPEAKING), None)
        plain = not (before.endswith("ed") or before in pasts) and lower[by + 1] not in ("being", "having")
        between = lower[by + 1 : agent.start] if agent is not None else []
        named = all(word.isalpha() or word in GENITIVES for word in between)
        return agent if plain and named and agent is not None and agent.end - by <= _MAX_AGENT else None
    return None


_MAX_AGENT: Final = 9
_ONLY: Final = frozenset({"only", "mainly", "mostly", "also", "later", "immediately", "quickly", "widely", "openly", "strongly"})
_WHEN: Final = frozenset({"after", "before", "when", "once", "until", "since"})


def _is_guest(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether somebody was welcomed, not a decision: "X arrived on Monday and was welcomed by Y"."""
    subject, _ = source_left(layers, index, sentence)
    return subject is None or subject.kind in _SPEAKING or (subject.kind == "pronoun" and subject.head != "it")


def _speaks(agent: Nominal) -> bool:
    """Whether an agent is somebody who speaks: a person or office, a state or its side, or its unnamed officials."""
    return agent.kind in _VOICES or (agent.kind == "role" and agent.head in load_words().persons)


def _clause_start(layers: Layers, begin: int, index: int) -> int:
    """Where the clause of a passive begins: after a semicolon, or a comma and conjunction, that stands before it."""
    lower = layers.tokens.lower
    for step in range(index - 1, begin, -1):
        if lower[step] == ";" or (lower[step] in ("and", "while", "but") and lower[step - 1] == ","):
            return step + 1
    return begin


def _is_shared(lower: list[str], begin: int, cue: CueMatch) -> bool:
    """Whether the noun of a passive only says of what kind its subject is: "of common concern"."""
    noun = cue.lemma.split()[-1]
    at = next((i for i in range(cue.start - 1, begin + 1, -1) if lower[i] == noun), None)
    return at is not None and lower[at - 1] in ("mutual", "common", "shared") and lower[at - 2] == "of"


def _of_noun(layers: Layers, cue: CueMatch, agent: Nominal | None, begin: int, end: int) -> Attribution | None:
    """ "The hope was expressed (by X) that …", "concern was voiced over …". Views that were exchanged are nobody's."""
    lower = layers.tokens.lower
    if lower[cue.end - 1] == "exchanged":
        return None
    index = agent.end if agent is not None else cue.end
    that = index < end and lower[index] in ("that", "to")
    content = TokenSpan(index + (lower[index] == "that"), end) if that and index + 1 < end else TokenSpan(begin, end)
    if agent is not None and _speaks(agent):
        return Attribution(agent, cue, content, "after", begin, "passive-agent", cue.weight)
    return Attribution(None, cue, content, "after", begin, "agentless", cue.weight)


def _impersonal(layers: Layers, cue: CueMatch, agent: Nominal | None, start: int, end: int) -> Attribution | None:
    """ "It was noted (by X) (with satisfaction) that …", "it was agreed to …"; "it should be recalled that" is the writer's aside."""
    lower = layers.tokens.lower
    if cue.lemma == "recall" and not MODALS.isdisjoint(lower[max(start, cue.start - 3) : cue.start]):
        return None
    index = agent.end if agent is not None else cue.end
    if lower[index : index + 1] == ["with"] and "that" in lower[index : min(end, index + _THAT_REACH)]:
        index = lower.index("that", index)
    stated = lower[cue.end - 1] == "that"  # part of the cue: "observed that"
    if index >= end or not cue.frames & {"clause", "infinitive", "gerund"} or not (stated or lower[index] in ("that", "to")):
        return None
    content = TokenSpan(index + (lower[index] == "that"), end)
    if content.start >= end:
        return None
    if agent is not None and _speaks(agent):
        return Attribution(agent, cue, content, "after", start, "passive-agent", 0.85 * cue.weight)
    return Attribution(None, cue, content, "after", start, "agentless", 0.8 * cue.weight)

"""Attributions with a finite cue before their content: "X said that …", "X expressed his gratitude for …", "X is willing to …"."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.claims.attribution import TOPIC, Attribution, is_finding, source_score
from etl.extract.claims.between import past_phrase
from etl.extract.claims.clauses import content_shape, is_clause
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import BREAKS, is_finite, object_end, past_adjuncts, statement_end
from etl.extract.claims.following import quoted_speaker
from etl.extract.claims.openings import main_subject, statement_start
from etl.extract.claims.points import point_subject
from etl.extract.claims.refusals import stays_unnamed
from etl.extract.claims.sources import source_left
from etl.extract.grammar import FINITE, GENITIVES, HAVE
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_EXPRESSING: Final = frozenset({"express", "voice"})
_GIVING_SUPPORT: Final = frozenset({"add support", "give support", "offer support", "pledge support"})
"""What somebody does without saying to whom: "added her support, telling …"."""
_CONDITIONS: Final = (["if"], ["whether"], ["unless"], ["once"], ["until"], ["provided"])
QUOTING: Final = frozenset({"quote", "cite", "paraphrase"})
"""Verbs after which somebody else than their subject speaks: "the agency quoted X as saying"."""
_FINDING: Final = 0.75
"""How sure a survey or study "shows", "finds", "puts" what follows, whatever its form."""
_SAYING: Final = 0.85
"""Weight from which a verb in the present, joined to another, has the subject of the sentence: "will not resign and says …"."""
_WON_REACH: Final = 6
_OCCASIONS: Final = frozenset("in at on when while during after before as through via shortly".split())
"""Words after "said this" that tell when and where it was said."""
_ENDS_RELATIVE: Final = ([","], ["."], ["while"], ["in"], ["to"], ["at"], ["on"], ["and"], ["as"], ["for"])
_AUXILIARIES: Final = frozenset({"did", "does", "was", "were", "is", "are", "has", "had", "would", "will", "could", "should"})
_COORDINATING: Final = frozenset({"and", "but", ",", "then"})
_BETWEEN_WORDS: Final = frozenset({"also", "then", "again", "later", "since", "further"})
_BETWEEN: Final = frozenset({"instead", "once", "also", "then", "has", "have", "had", "again", "further", "since", "later"})


class _Subject(NamedTuple):
    """The source of a cue, where its phrase begins, and whether it stands with an earlier cue."""

    source: Nominal
    start: int
    carried: bool


def read_finite(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None) -> Attribution | None:
    """Source, cue, content in this order. `last` is the attribution before it in the sentence, whose source may go on."""
    if _is_noun(layers, sentence, cue):
        return None
    subject = _subject(layers, sentence, cue, last)
    if subject is None:
        return None
    source, start, carried = subject
    before = layers.tokens.lower[max(sentence.start, start - 2) : start]
    if not carried and (before[-1:] in _CONDITIONS or before == ["long", "as"] or _is_rumoured(layers, sentence, start)):
        return None  # nobody has said it
    if cue.form == "third" and source.plural and cue.lemma != "say" and layers.tokens.lower[source.end - 1].endswith("s"):
        return None  # "ministers from the member states …": a plural noun
    if cue.lemma == "state" and layers.tokens.lower[cue.end : cue.end + 1] == ["of"]:
        return None  # "in the African state of Benin"
    if cue.lemma in ("state", "call") and _is_of_noun_phrase(layers, cue, source):
        return None
    if cue.lemma == "call" and _is_phoned(layers, sentence, cue.end):
        return None
    if source.kind == "pronoun" and _is_of_relative(layers, source, cue):
        return None
    if not carried and _tells_of_subject(layers, sentence, start):
        return None
    purpose = cue.construction != "finite" or cue.frames == {"infinitive"}  # "it is ready to", "it aims to"
    if source.kind == "pronoun" and source.head == "it" and purpose and not _is_of_side(layers, sentence):
        return None
    end = statement_end(layers, sentence)
    index = past_adjuncts(layers, cue.end, sentence)
    if (gap := _relative_object(layers, sentence, cue, subject, index)) is not None:
        return gap
    felt = cue.construction == "light" and (cue.lemma in _GIVING_SUPPORT or cue.lemma.split()[0] in _EXPRESSING)
    if felt and (index >= end or layers.tokens.lower[index] in (",", ".") or _says_on(layers, index, end)):
        return Attribution(source, cue, TokenSpan(cue.end - 1, cue.end), "after", start, "source-light", cue.weight * 0.7, carried)
    if index >= end or (layers.tokens.lower[index] == "," and not cue.frames & {"clause", "quote"}):
        return None
    quoted = _quoted(layers, index, end) if cue.lemma.split()[0] in QUOTING else None
    if quoted is not None:
        return Attribution(quoted.source, cue, TokenSpan(quoted.start, end), "after", start, "quoted-as-saying", 0.9)
    index = past_phrase(layers, cue, index, end)
    if cue.end < index < end and _describes(layers, index, end):
        if "object" not in cue.frames:
            return None
        index = past_adjuncts(layers, cue.end, sentence)  # "praised the plan that saved the port": the plan
    begin = index if _is_determined(layers, cue, index, end) else _content_start(layers, index, end)
    if "light" in cue.frames and (begin >= end or layers.tokens.words[begin] in BREAKS):
        # "expressed disappointment; …": the stance is all that is said
        return Attribution(source, cue, TokenSpan(cue.end - 1, cue.end), "after", start, "source-light", cue.weight * 0.7, carried)
    if begin >= end:
        return None
    if stays_unnamed(cue, layers.tokens.lower[index:end]) or _refers_back(layers, cue, begin) or _is_won(layers, cue, begin, end):
        return None
    shape = content_shape(layers, cue, index, begin, end)
    if shape.fit == 0.0:
        return None
    score = max(cue.weight, shape.weight) * source_score(source, cue) * shape.fit
    if is_finding(source, cue):
        score = max(score, _FINDING)
    if not carried and layers.tokens.lower[start] in ("who", "which"):
        end = _relative_end(layers, begin, end)
    end = _quotation_end(layers, begin, end) or (end if shape.clausal else object_end(layers, begin, end))
    content = TokenSpan(begin, end)
    if shape.topic and (source.kind in ("parties", "group") or (source.kind == "pronoun" and source.head == "they")):
        return None  # "the two ministers discussed …", "they spoke about …": talks, and nobody's words
    rule = TOPIC if shape.topic else f"source-{cue.construction}"
    return Attribution(source, cue, content, "after", start, rule, score, carried)


def _says_on(layers: Layers, index: int, end: int) -> bool:
    """Whether another verb of saying goes on: "voiced doubts | and said that …", not "voiced doubts and fears"."""
    lower = layers.tokens.lower
    return index + 1 < end and lower[index] in ("and", "but") and lower[index + 1] in load_words().quote_verbs


def _is_phoned(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether "called" is done by phone: "called Prime Minister X today to congratulate him on his appointment as chairman"."""
    lower, purposes = layers.tokens.lower, load_speech_words().purpose_verbs
    called = next((n for n in layers.nominals.within(index, min(sentence.end, index + _WON_REACH)) if n.people), None)
    after = range(called.end, min(sentence.end - 1, called.end + _PURPOSE_REACH)) if called is not None else range(0)
    return any(lower[i] == "to" and lower[i + 1] in purposes for i in after)


_PURPOSE_REACH: Final = 12
"""Tokens of a state and a day between who is called and what for."""


def _relative_object(layers: Layers, sentence: Sentence, cue: CueMatch, subject: _Subject, after: int) -> Attribution | None:
    """ "The plan, which X (warmly) welcomed": what is judged stands before the relative clause."""
    lower, which = layers.tokens.lower, subject.start - 1
    if subject.carried or cue.act not in _JUDGING or "object" not in cue.frames or which <= sentence.start or lower[which] != "which":
        return None
    if after < sentence.end and layers.tokens.words[after] not in _CLOSES:
        return None
    if lower[after : after + 2] in ([",", "and"], [",", "or"]):
        return None  # "would flood the valley, which X denies, and …": put into what somebody else says
    end = which - (lower[which - 1] == ",")
    start = next((k + 1 for k in range(end - 1, sentence.start, -1) if lower[k] in (",", ";")), sentence.start)
    score = cue.weight * source_score(subject.source, cue)
    return Attribution(subject.source, cue, TokenSpan(start, end), "before", which, "relative-object", score)


_JUDGING: Final = frozenset({"support", "oppose", "praise", "agree"})
_CLOSES: Final = frozenset({",", ".", ";", "!", "?"})


def _is_noun(layers: Layers, sentence: Sentence, cue: CueMatch) -> bool:
    """Whether no verb of the main clause stands there: behind a genitive ("the envoy's | comments"), or in what somebody is asked."""
    lower = layers.tokens.lower
    if cue.form == "past" and cue.construction == "finite" and cue.end < len(lower) and _is_after_participle(layers, cue):
        return True
    if cue.form == "third" and lower[cue.start - 1] in GENITIVES and lower[cue.end : cue.end + 1] != ["that"]:
        return True
    return cue.form == "base" and lower[sentence.start] == "asked" and "," not in lower[sentence.start : cue.start]


def _is_after_participle(layers: Layers, cue: CueMatch) -> bool:
    """Whether what follows a form shows that it is the participle of a noun before it.

    A finite verb: "the results declared | did not …"; its agent: "the figures given earlier | by the police"; the name that somebody is
    known by: "a driver identified | only as X".
    """
    lower, index = layers.tokens.lower, cue.end
    if lower[index] in _AUXILIARIES and lower[index + 1 : index + 2] != []:
        return True
    while index < len(lower) - 1 and (lower[index] in _BEFORE_AGENTS or (lower[index].endswith("ly") and index > cue.end)):
        index += 1
    if lower[index] == "as":
        return cue.lemma == "identify"
    agent = layers.nominals.starting(index + 1) if lower[index] == "by" else None
    return agent is not None and agent.kind not in ("thing", "pronoun") and cue.lemma not in load_speech_words().saying_verbs


_BEFORE_AGENTS: Final = frozenset({"earlier", "later", "previously", "first", "only", "simply", "recently", "yesterday", "so", "far"})
"""Adverbs between a participle and its agent."""


def _tells_of_subject(layers: Layers, sentence: Sentence, start: int) -> bool:
    """Whether source and verb stand in a relative clause of the subject: "The plans that | the cabinet has announced | break the law"."""
    lower, opens = layers.tokens.lower, statement_start(layers, sentence)
    that = start - 1
    if that <= opens or lower[that] not in ("that", "which") or lower[opens] not in load_words().determiners:
        return False
    said = load_cues().nouns.get(lower[that - 1])
    plain = lower[that - 1].isalpha() and (said is None or "that" not in said.complements)  # "the news that X announced …" is told
    return plain and not any(is_finite(layers, index) or lower[index] == "," for index in range(opens, that - 1))


def _is_of_relative(layers: Layers, source: Nominal, cue: CueMatch) -> bool:
    """Whether pronoun and verb tell of the noun before them: "the doses | they promised while …"."""
    lower, before = layers.tokens.lower, source.start - 1
    noun = before > 0 and lower[before].endswith("s") and lower[before] not in load_cues().verbs and lower[before] not in FINITE
    return noun and lower[before].isalpha() and len(lower[before]) > 3 and lower[cue.end : cue.end + 1] in _ENDS_RELATIVE


def _is_of_noun_phrase(layers: Layers, cue: CueMatch, source: Nominal) -> bool:
    """Whether "states" and "called" belong to a noun: "other member | states argue", "a group | called Direct Action took …"."""
    lower = layers.tokens.lower
    if cue.lemma == "state":
        return cue.form == "third" and source.kind == "role" and source.head == "member"
    end = cue.end
    while end < len(lower) and layers.tokens.is_capitalized(end):
        end += 1
    return source.kind == "role" and cue.end < end < len(lower) and is_finite(layers, end)


def _refers_back(layers: Layers, cue: CueMatch, begin: int) -> bool:
    """ "Said this in Lima when …", "disclosed this on Monday": what was said stands in the sentences around."""
    lower = layers.tokens.lower
    if cue.act not in ("assert", "announce") or lower[begin] not in ("this", "so") or layers.quoted[begin]:
        return False
    return not _OCCASIONS.isdisjoint(lower[begin + 1 : begin + 2]) or layers.dates.starting(begin + 1) is not None


def _describes(layers: Layers, index: int, end: int) -> bool:
    """Whether "that" opens a relative clause of the noun before it: "warned after a vote | that narrowly approved the plan"."""
    lower = layers.tokens.lower
    verb = index + 1 + (index + 1 < end and lower[index + 1].endswith("ly"))
    ends = lower[verb : verb + 1] != [] and lower[verb].endswith("ed") and verb + 1 < end
    return lower[index] == "that" and ends and lower[verb + 1] in load_words().determiners


def _is_won(layers: Layers, cue: CueMatch, begin: int, end: int) -> bool:
    """ "Claimed her maiden title", "has claimed one life": what is won or taken, and not said."""
    if cue.lemma != "claim" or "object" not in cue.frames:
        return False
    near = layers.tokens.lower[begin : min(end, begin + _WON_REACH)]
    noun = next((i for i, word in enumerate(near) if word in load_speech_words().won_nouns), len(near))
    return noun < len(near) and FINITE.isdisjoint(near[:noun]) and not any(layers.quoted[begin : begin + noun])


def _subject(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None) -> _Subject | None:
    source, start = source_left(layers, cue.start, sentence)
    if source is not None:
        return _Subject(source, start, False)
    above = point_subject(layers, sentence, cue.start) if last is None else None
    if above is not None:
        return _Subject(above, cue.start, True)
    # coordination: "thanked A and congratulated B"
    previous = _previous_word(layers, cue.start, sentence)
    if last is not None and last.source is not None:
        joined = previous in _COORDINATING and last.cue.construction != "participle"
        return _Subject(last.source, _verb_start(layers, cue.start, last.cue.end), True) if joined else None
    if last is None and previous in ("and", "but") and (cue.form == "past" or cue.weight >= _SAYING):
        source = main_subject(layers, sentence, actors=True, roles=cue.weight >= _SAYING)
        whole = layers.nominals.starting(source.start) if source is not None else None
        if whole is not None and whole.kind == "group":
            source = whole  # "X and Y spoke about ports and | urged …"
        return _Subject(source, cue.start, True) if source is not None else None
    return None


def _is_rumoured(layers: Layers, sentence: Sentence, start: int) -> bool:
    """Whether a clause is the subject of a sentence that judges it: "The reports that X offered support are untrue"."""
    lower = layers.tokens.lower
    noun = start - 2
    if noun < sentence.start or lower[start - 1] != "that" or noun - sentence.start > 2 or lower[noun] not in _RUMOURS:
        return False
    return not _JUDGED_FALSE.isdisjoint(lower[start : sentence.end])


_RUMOURS: Final = frozenset("report reports claim claims allegation allegations rumor rumors rumour rumours suggestion".split())
_JUDGED_FALSE: Final = frozenset("untrue false baseless unfounded fabricated wrong incorrect groundless fake".split())


def _verb_start(layers: Layers, index: int, limit: int) -> int:
    """Where a joined verb begins with its auxiliaries and adverbs: "…, but | has since refused"."""
    lower = layers.tokens.lower
    while index > limit and (lower[index - 1] in _BETWEEN or lower[index - 1] in HAVE or lower[index - 1].endswith("ly")):
        index -= 1
    return index


def _is_of_side(layers: Layers, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, is about a state or its side: "The Slovak side … It expressed …"."""
    number = layers.sentence_of[sentence.start]
    if sentence.first or number == 0:
        return False
    subject = main_subject(layers, layers.sentences[number - 1], actors=True)
    return subject is not None and subject.kind == "actor"


class _Quoted(NamedTuple):
    """Whom somebody quotes, and where the quotation begins."""

    source: Nominal
    start: int


def _quoted(layers: Layers, index: int, end: int) -> _Quoted | None:
    """ "The agency quoted X as saying that …": X speaks."""
    nominal = quoted_speaker(layers, index)
    if nominal is None:
        return None
    start = nominal.end + (layers.tokens.lower[nominal.end] == ",")
    start += 1 + (layers.tokens.lower[start] == "as")
    start += layers.tokens.lower[start : start + 1] == ["that"]
    return _Quoted(nominal, start) if start < end else None


def _relative_end(layers: Layers, begin: int, end: int) -> int:
    """Where a relative clause closes before the verb of the clause around it: "…, who opposes the ban, | has …"."""
    lower = layers.tokens.lower
    commas = (index for index in range(begin + 1, end - 1) if lower[index] == "," and not layers.quoted[index])
    return next((index for index in commas if is_finite(layers, _past_adverbs(lower, index + 1, end))), end)


def _past_adverbs(lower: list[str], index: int, end: int) -> int:
    while index < end - 1 and (lower[index] in _BETWEEN_WORDS or (lower[index].endswith("ly") and len(lower[index]) > 4)):
        index += 1
    return index


_QUOTATION_ENDS: Final = frozenset({"”", "»", '"'})


def _quotation_end(layers: Layers, begin: int, end: int) -> int:
    """Where a quotation with its comma closes before a verb of the clause around: "…, who called it “a farce,” will vote"; 0 where none."""
    words = layers.tokens.words
    if _QUOTATION_ENDS.isdisjoint(words[begin + 1 : end]):
        return 0
    for index in range(begin + 1, end - 1):
        closes = words[index] in ("”", "»") or (words[index] == '"' and layers.tokens.glued(index))
        if closes and words[index - 1] == "," and is_finite(layers, index + 1):
            return index + 1
    return 0


def _content_start(layers: Layers, index: int, end: int) -> int:
    lower = layers.tokens.lower
    start = index + (lower[index] in (",", ":", "that") and not _points(layers, index, end))
    return start + (start > index and start < end and lower[start] == "that")


def _is_determined(layers: Layers, cue: CueMatch, index: int, end: int) -> bool:
    """Whether "that" belongs to the object of a verb which governs no clause: "opposed | that motion"."""
    lower = layers.tokens.lower
    return lower[index] == "that" and not cue.frames & {"clause", "person_clause", "quote"} and not is_clause(layers, index + 1, end)


def _points(layers: Layers, index: int, end: int) -> bool:
    """Whether "that" points at something: "said | that was too late"."""
    lower = layers.tokens.lower
    return lower[index] == "that" and index + 1 < end and lower[index + 1] in FINITE


def _previous_word(layers: Layers, index: int, sentence: Sentence) -> str:
    lower = layers.tokens.lower
    index -= 1
    while index >= sentence.start and (lower[index].endswith("ly") or lower[index] in _BETWEEN):
        index -= 1
    return lower[index] if index >= sentence.start else ""

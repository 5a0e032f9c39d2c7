"""Attributions with a participle: "…, adding that …", "Noting that …, X called on …"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.attribution import SOURCE_SCORES, Attribution
from etl.extract.claims.clauses import content_shape, is_visit
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import is_finite, statement_end
from etl.extract.claims.openings import main_subject
from etl.extract.claims.sources import absolute_subject, source_left
from etl.extract.grammar import CLAUSE_BOUNDARIES
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.speech import load_speech_words

_SUBJECT_KINDS: Final = frozenset({"person", "group", "pronoun", "office", "parties"})
_SPOKEN: Final = 0.9
"""Weight of a verb that only speaks: "replied to the charge by saying", "was clear in saying"."""
_STRONG, _NAMING = 0.85, 0.75
"""Weight of a participle whose clause reports nothing, and of one that quotes what it calls something: "calling it “a farce”"."""
_STATED: Final = 0.9
"""Fit of a clause, not of an object: "a party left the hall, saying …", where "adding to the pressure" says nothing."""
_STATING: Final = 0.75
"""Weight of a verb that says something with any subject: "with unions warning", not "with 50 members voting"."""
_WRITING: Final = frozenset({"wrote", "writes", "written", "tweeted", "tweets", "emailed", "cabled", "telegraphed", "texted", "phoned"})
"""What somebody does "saying": "wrote to X on Monday saying …"."""
_SUBORDINATORS: Final = frozenset({"after", "when", "while", "as", "because", "before", "although", "since"})
_TOPICAL: Final = frozenset({"comment", "discuss", "respond", "react", "address", "reply", "answer", "touch", "speak", "talk", "turn"})
"""Verbs that as an opening participle only tell on what occasion something was said."""
_CITING: Final = frozenset({"citing", "quoting"})
_REPORTING: Final = frozenset({"reports", "reported", "report", "informs", "writes", "wrote"})
_PREPOSITIONS: Final = frozenset({"regarding", "concerning", "considering", "following", "respecting", "touching"})
"""Participles that have become prepositions: "regarding the visit, X said"."""
_NAMED_AS: Final = 10
"""Tokens after "referring to" among which "as" stands."""
PARTICIPLE_BREAKS: Final = frozenset({",", "—", "–", ";"})


def read_participle(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None) -> Attribution | None:
    """ ", adding that …": the source is that of the attribution before it, or the subject of the clause it hangs on."""
    tokens = layers.tokens
    previous = tokens.lower[cue.start - 1] if cue.start > sentence.start else ""
    opening = cue.start == sentence.start or (cue.start - sentence.start == 1 and previous in ("while", "by", "in", "after"))
    if opening and (tokens.lower[cue.start] in _PREPOSITIONS or tokens.lower[cue.end : cue.end + 1] == [","]):
        return None  # "Regarding the vote, …", "Delivering judgment, …"
    if tokens.lower[cue.start] in _CITING and previous in _REPORTING and tokens.is_capitalized(cue.start - 2):
        return None  # "…, Lima Daily reports | citing the ministry"
    framed = previous == "by" and cue.start - 2 >= sentence.start and tokens.lower[cue.start - 2] in load_speech_words().framing_verbs
    framed |= previous in ("by", "in") and cue.weight >= _SPOKEN and not opening
    hangs = framed or hangs_on(layers, cue.start) or previous in ("and", "while", "but", "also") or previous.endswith("ly")
    if previous == "and" and not opening and _joins_another(layers, sentence, cue, last):
        return None
    document = previous in load_speech_words().document_nouns
    document |= previous in load_speech_words().speaking_events
    document |= cue.weight >= _SPOKEN and not _WRITING.isdisjoint(tokens.lower[sentence.start : cue.start])
    held = hangs and not previous.endswith("ly")
    absolute = None if opening or held or cue.weight < _STATING else absolute_subject(layers, cue.start, sentence)
    if not opening and not hangs and not document and absolute is None:
        return None
    if cue.weight < 0.6 and "light" not in cue.frames:
        return None
    if cue.lemma.startswith("refer ") and "as" not in tokens.lower[cue.end : cue.end + _NAMED_AS]:
        return None  # "…, referring to the port" tells what is meant; "referring to it as a ruin" says what it is
    end = statement_end(layers, sentence)
    index = cue.end + (cue.end < end and tokens.lower[cue.end] == ",")
    index += index < end and tokens.lower[index] == "that"
    if index >= end or is_visit(layers, cue, index, end):
        return None
    if opening:
        if cue.lemma.split()[0] in _TOPICAL or (cue.lemma == "conclude" and tokens.lower[cue.end] != "that"):
            return None  # "Commenting on the vote, X said …"
        comma = _opening_comma(layers, index, end)
        content = TokenSpan(index, comma) if comma is not None else None
        if content is not None and cue.act == "agree" and _is_somebody(layers, content):
            return None  # "Echoing X, Y said …": what Y said is the same
        return Attribution(None, cue, content, "after", sentence.start, "participle-opening", 0.9 * cue.weight, True) if content else None
    content = TokenSpan(index, end)
    if absolute is not None:
        score = 0.9 * cue.weight * SOURCE_SCORES[absolute.kind]
        if absolute.start - 1 == sentence.start and (comma := _opening_comma(layers, index, end)) is not None:
            content = TokenSpan(index, comma)
        return Attribution(absolute, cue, content, "after", absolute.start - 1, "participle-of-subject", score)
    if document:
        return _of_subject(layers, sentence, cue, content)
    if last is None:
        strong = cue.weight >= _STRONG or content_shape(layers, cue, index, index, end).weight >= _NAMING
        return _of_subject(layers, sentence, cue, content) if strong and previous not in ("and", "while") else None
    if last.source is None:
        return None
    return Attribution(last.source, cue, content, "after", cue.start, "participle", 0.95 * cue.weight, True)


def _is_somebody(layers: Layers, content: TokenSpan) -> bool:
    """Whether a content is nothing but who is named in it."""
    nominal = layers.nominals.starting(content.start)
    named = nominal is not None and nominal.end >= content.end and nominal.kind in ("person", "group", "office", "name", "pronoun")
    return named or content.end - content.start == 1


def hangs_on(layers: Layers, index: int) -> bool:
    """Whether a comma or dash stands before a participle, or the closing marks of a quotation: "called it “a farce,” adding"."""
    words = layers.tokens.words
    return words[index - 1] in PARTICIPLE_BREAKS or (words[index - 1] in CLOSING_QUOTES and words[index - 2] == ",")


def _joins_another(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None) -> bool:
    """Whether a participle after "and" goes on with one that reports nothing: "…, dragging the region down and | threatening peace"."""
    lower = layers.tokens.lower
    for index in range(cue.start - 2, sentence.start, -1):
        if lower[index - 1] == "," and lower[index].endswith("ing") and len(lower[index]) > 4:
            return last is None or not last.cue.start <= index < last.cue.end
        if is_finite(layers, index):
            return False
    return False


def _resuming_comma(layers: Layers, content: TokenSpan) -> int | None:
    """The comma behind which the clause goes on whose subject a participle parts from its verb: "The sides, noting X, | agreed"."""
    lower = layers.tokens.lower
    goes_on = (k for k in range(content.start + 1, content.end - 1) if lower[k] == "," and is_finite(layers, k + 1))
    return next(goes_on, None)


def _of_subject(layers: Layers, sentence: Sentence, cue: CueMatch, content: TokenSpan) -> Attribution | None:
    """A participle of the main clause, which itself reports nothing: "X visited Y, stressing that …", "X sent a letter urging …"."""
    shape = content_shape(layers, cue, content.start, content.start, content.end)
    stated = shape.fit >= _STATED
    subject = _sender(layers, sentence, cue.start) or _clause_subject(layers, sentence, cue.start)
    subject = subject or main_subject(layers, sentence, actors=stated, roles=stated)
    if subject is None:
        return None
    whole = layers.nominals.starting(subject.start)
    subject = whole if whole is not None and whole.kind == "group" else subject  # "The President and Prime Minister met, agreeing …"
    if subject.end + 1 == cue.start and (comma := _resuming_comma(layers, content)) is not None:
        content = TokenSpan(content.start, comma)
    score = 0.9 * max(cue.weight, shape.weight) * SOURCE_SCORES[subject.kind]
    return Attribution(subject, cue, content, "after", cue.start, "participle-of-subject", score, True)


def _sender(layers: Layers, sentence: Sentence, index: int) -> Nominal | None:
    """From whom what was received came, before a participle: "The Emir received a cable from X, | thanking him"."""
    lower = layers.tokens.lower
    got = next((i for i in range(index - 1, sentence.start, -1) if lower[i] in _RECEIVED), None)
    sent = next((i for i in range(got + 1, index) if lower[i] in ("from", "by")), None) if got is not None else None
    if got is None or sent is None or (load_speech_words().document_nouns | _CALLS).isdisjoint(lower[got:sent]):
        return None
    sender = layers.nominals.starting(sent + 1)
    return sender if sender is not None and sender.kind in ("person", "office", "actor") else None


_CALLS: Final = frozenset({"call", "calls", "phone", "telephone"})
_RECEIVED: Final = frozenset({"received", "receives", "got"})


def _clause_subject(layers: Layers, sentence: Sentence, index: int) -> Nominal | None:
    """The subject of the clause of when or why that a participle hangs on: "…, was delayed after X objected, | saying"."""
    lower, verb = layers.tokens.lower, None
    for step in range(index - 2, sentence.start, -1):
        if is_finite(layers, step):
            verb = step
        elif lower[step] in _SUBORDINATORS and verb is not None:
            source, _ = source_left(layers, verb, sentence)
            return source if source is not None and source.kind not in ("thing", "pronoun") else None
        elif lower[step] in CLAUSE_BOUNDARIES:
            return None
    return None


def _opening_comma(layers: Layers, start: int, end: int) -> int | None:
    """The comma that closes an opening participle's content: the first one before a nominal that may be the main clause's subject."""
    lower = layers.tokens.lower
    best = None
    for index in range(start + 1, end):
        nominal = layers.nominals.starting(index + 1) if lower[index] == "," else None
        if nominal is not None and (nominal.kind in _SUBJECT_KINDS or nominal.kind == "role"):
            return index
        if nominal is not None:
            best = best or index
    return best


def with_opening_participle(layers: Layers, found: list[Attribution]) -> list[Attribution]:
    """Give an opening participle the source of the attribution after it, or of the main clause; drop it without one."""
    if not found or found[0].rule != "participle-opening":
        return found
    if len(found) > 1 and found[1].source is not None:
        return [found[0]._replace(source=found[1].source), *found[1:]]
    subject = layers.nominals.starting(found[0].content.end + 1)
    if subject is not None and subject.kind in _SUBJECT_KINDS:
        return [found[0]._replace(source=subject), *found[1:]]
    return found[1:]

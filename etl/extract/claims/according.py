"""Attributions with a preposition: "According to X, …", "…, according to X"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.attribution import Attribution
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import statement_end
from etl.extract.grammar import DETERMINERS, FINITE, OBLIQUE, OWNERS, RELATIVES
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_LEAD_WORDS: Final = 3
_MAX_APPOSITION: Final = 16
_OWNED: Final = 2
"""Words by which a cue is known in which its source stands: "in (X's) opinion", "as (X) put (it)"."""
_OPENED_KINDS: Final = frozenset({"person", "office", "actor", "pronoun"})
_MEASURES: Final = frozenset("number size share amount proportion order rank age level rate degree nature type value length pace".split())
"""Nouns before "of" by which things are done, not said."""
_STATEMENT_OPENERS: Final = frozenset("the a an this these there it he she they over more at no".split())


def read_according(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """The source is the preposition's object, up to a comma or to where a statement plainly begins."""
    lower = layers.tokens.lower
    end = statement_end(layers, sentence)
    if cue.lemma.startswith(("in ", "as ")) and len(cue.lemma.split()) == _OWNED:
        return _in_opinion(layers, sentence, cue, end)
    if lower[cue.end : cue.end + 1] == ["whom"] and cue.end + 1 < end:
        named = layers.nominals.ending(cue.start - (lower[cue.start - 1] == ","))  # "…, told X, according to whom the port …"
        content = TokenSpan(cue.end + 1, end)
        return Attribution(named, cue, content, "after", cue.start, "according-to", 0.8) if named is not None else None
    stop = next((i for i in range(cue.end, end) if lower[i] == ","), max(cue.end, end))
    if stop == cue.end:
        return None
    source = _object(layers, cue.end, stop)
    measured = lower[source.start + 1 : source.start + 3] if lower[source.start] == "the" else lower[source.start : source.start + 2]
    if measured[1:] == ["of"] and measured[0] in _MEASURES:
        return None  # "according to the number of seats"
    if not source.people and _is_norm(layers, source):
        return None  # "according to international law": by what it is done, not who says so
    inner = lower[cue.start - 1] == "that" and cue.start - 1 > sentence.start  # "said that according to X, …"
    opens, first = inner or cue.start <= sentence.start + 1, cue.start if inner else sentence.start
    source = _with_issuer(layers, source, stop)
    if source.end < stop and source.kind in _OPENED_KINDS and opens and _opens_statement(layers, source.end):
        return Attribution(source, cue, TokenSpan(source.end, end), "after", first, "according-to", 0.8)
    if source.end == stop and source.kind in ("office", "role", "thing"):
        named = layers.nominals.starting(stop + 1)
        apposed = named is not None and lower[named.end : named.end + 1] in ([","], ["."])  # not "according to the ministry, X Y believes"
        if named is not None and apposed and named.kind == "person" and set(source.people) <= set(named.people):
            source, stop = named, named.end  # "according to its president, X Y"
    held = next((n for n in layers.nominals.covering(stop) if n.kind == "person" and cue.end < n.start < stop < n.end), None)
    if held is not None and lower[source.end : source.end + 1] == ["'s"]:
        source, stop = held, held.end  # "according to Peru's team | coach, X Y, …"
    if opens:
        # an apposition may stand between the source and the statement
        if stop + 1 < end and source.end == stop and source.kind in ("person", "role", "name"):
            stop = _apposition_end(layers, stop, end) or stop
        if stop + 1 >= end:
            return None
        return Attribution(source, cue, TokenSpan(stop + 1, end), "after", first, "according-to", 0.85)
    before = cue.start - (layers.tokens.words[cue.start - 1] == ",")
    if before <= sentence.start:
        return None
    if lower[before - 1] in RELATIVES and stop < end:
        return _in_relative(layers, source, cue, end)
    content, rest = TokenSpan(sentence.start, before), TokenSpan(min(stop + 1, end), end)
    inserted = before < cue.start and rest.end > rest.start
    begun = (
        lower[before - 1] in FINITE
        or lower[rest.start : rest.start + 1] == ["that"]
        or not any(word in FINITE or word.endswith("ed") for word in lower[content.start : before])
    )
    if inserted and begun:
        return Attribution(source, cue, content, "split", sentence.start, "according-to", 0.85, rest=rest)  # "X, according to Y, did Z"
    return Attribution(source, cue, content, "before", cue.start, "according-to", 0.85)


def _is_norm(layers: Layers, source: Nominal) -> bool:
    """Whether a source is what things are done by: "international law", "the protocol reserved for heads of state"."""
    lower, norms = layers.tokens.lower, load_speech_words().norm_nouns
    noun = source.start + (lower[source.start] in DETERMINERS)
    described = lower[noun + 1 : noun + 2] != [] and (lower[noun + 1] in ("of", "for", "on") or lower[noun + 1].endswith("ed"))
    return lower[source.end - 1] in norms or (lower[noun] in norms and described)


def _in_relative(layers: Layers, source: Nominal, cue: CueMatch, end: int) -> Attribution | None:
    """ "The drug, which according to X cures colds, …": no more than the relative clause is X's."""
    lower = layers.tokens.lower
    aside = lower[cue.start - 1] == ","
    if (lower[source.end] == ",") != aside:
        return None  # where the source ends is not known
    start = source.end + aside
    close = next((i for i in range(start, end) if lower[i] == ","), end)
    return Attribution(source, cue, TokenSpan(start, close), "after", cue.start, "according-to", 0.8) if start < close else None


def _with_issuer(layers: Layers, source: Nominal, stop: int) -> Nominal:
    """ "According to a statement from the ministry": a document, with whose it is."""
    lower = layers.tokens.lower
    written = source.head in load_speech_words().document_nouns and not source.actors
    if not written or source.end + 1 >= len(lower) or lower[source.end] not in ("from", "by", "of"):
        return source
    issuer = layers.nominals.starting(source.end + 1)
    if issuer is None or issuer.end != stop or issuer.kind not in ("actor", "office", "person"):
        return source
    return source._replace(end=stop, actors=issuer.actors)


def _in_opinion(layers: Layers, sentence: Sentence, cue: CueMatch, end: int) -> Attribution | None:
    """ "In X's opinion, …", "…, in his view", "A is, in X's words, B": the owner stands inside the cue."""
    word = layers.tokens.lower[cue.start + 1]
    source = layers.nominals.starting(cue.start + 1)
    if word in OWNERS:
        source = Nominal(cue.start + 1, cue.start + 2, "pronoun", head=OWNERS[word], plural=word == "their")
    if source is None:
        return None
    after = cue.end + (layers.tokens.lower[cue.end : cue.end + 1] == [","])
    if cue.start <= sentence.start + 1 and after < end:
        return Attribution(source, cue, TokenSpan(after, end), "after", sentence.start, "according-to", 0.85)
    before = cue.start - (layers.tokens.words[cue.start - 1] == ",")
    if before <= sentence.start:
        return None
    content = TokenSpan(sentence.start, before)
    if before < cue.start and cue.end < after < end:
        return Attribution(source, cue, content, "split", sentence.start, "according-to", 0.8, rest=TokenSpan(after, end))
    return Attribution(source, cue, content, "before", cue.start, "according-to", 0.8) if cue.end >= end else None


def _object(layers: Layers, start: int, stop: int) -> Nominal:
    """What stands at start..stop: a pronoun, a nominal, or words with one near their beginning, else a name or a thing by its form."""
    tokens = layers.tokens
    word = tokens.lower[start]
    if word in OBLIQUE:
        return Nominal(start, start + 1, "pronoun", head=OBLIQUE[word], plural=word == "them")
    if word == "both" and start + 1 == stop:
        return Nominal(start, stop, "parties", plural=True, head="sides")  # "according to both"
    nominal = layers.nominals.starting(start)
    named = layers.nominals.ending(stop)
    if named is not None and named.kind == "person" and named.start > start and _is_title(layers, start, named.start):
        return named._replace(start=start)  # "according to Swimming Association secretary X Y"
    if nominal is not None and nominal.end <= stop:
        return nominal
    inner = next((n for n in layers.nominals.within(start, stop) if n.end <= stop), None)
    head = tokens.lower[stop - 1]
    if inner is None or inner.start - start > _MAX_LEAD_WORDS:
        return Nominal(start, stop, "name" if tokens.is_capitalized(start) else "thing", head=head)
    return Nominal(start, stop, inner.kind, inner.people, inner.actors, False, head)


def _is_title(layers: Layers, start: int, end: int) -> bool:
    """Whether nothing but names of bodies and nouns of office stand there, as in a title before a name."""
    tokens = layers.tokens
    return all(
        tokens.is_capitalized(i) or tokens.lower[i] in load_words().persons or tokens.lower[i] in ("'s", "-") for i in range(start, end)
    )


def _opens_statement(layers: Layers, index: int) -> bool:
    """Whether a statement follows a source without a comma ("According to X the …")."""
    word = layers.tokens.lower[index]
    return word in _STATEMENT_OPENERS or word[:1].isdigit()


def _apposition_end(layers: Layers, comma: int, end: int) -> int | None:
    lower = layers.tokens.lower
    if lower[comma + 1] not in ("a", "an", "the", "who"):
        return None
    close = next((i for i in range(comma + 2, min(end, comma + _MAX_APPOSITION)) if lower[i] == ","), None)
    if close is not None and lower[comma + 1] != "who" and any(word in FINITE for word in lower[comma + 1 : close]):
        return None  # "According to the ministry, the plan would cost …, most of it …"
    return close

"""Attributions in mid or final position: "content, said X", "content, X said", "begin, X said, end of content"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.attribution import SOURCE_SCORES, Attribution, source_score
from etl.extract.claims.clauses import is_clause, is_fronted
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import breaks_after, is_adjunct_to_end, is_finite, joins_verb, past_addressee, past_adjuncts, statement_end
from etl.extract.claims.following import quoted_speaker, source_right
from etl.extract.claims.openings import statement_start
from etl.extract.claims.sources import source_left
from etl.extract.grammar import FINITE, FRONTING, GENITIVES, GOVERNORS, RELATIVES
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.speech import load_speech_words

_MAX_ACRONYM: Final = 5
_CLOSING: Final = frozenset({"clause", "quote", "person_clause"})
"""Frames of cues that may stand behind what is said: "…, X said", "…, X informed Y"."""
_QUOTING: Final = frozenset({"quote", "cite", "paraphrase"})
_SAYING: Final = 0.9
_SURE: Final = 0.8
"""Weight from which a verb that may take a clause or quotation stands behind it, too: "…, complained X"."""
_SHORTEST_PARTICIPLE: Final = 5
_MAX_FRONTED: Final = 6
"""Tokens of a phrase between "said" and its clause."""
_CITING: Final = frozenset({"citing", "quoting", "invoking"})
_MAX_CITED: Final = 8
"""Tokens of what is cited, up to its "that": "citing an old fishermen's proverb that"."""
_PARTING: Final = CLOSING_QUOTES | {",", "?", "!", "—", "–", "-"}
"""One of these stands between what is said and who said it."""
_SUBORDINATING: Final = RELATIVES | {"that", "because", "although", "as"}


def read_closing(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """The attribution that governs what stands before it."""
    if cue.construction != "finite" or _PARTING.isdisjoint(layers.tokens.words[sentence.start + 1 : cue.start]):
        return None  # nothing closes what would stand before it
    if cue.lemma in _QUOTING and (quoted := quoted_speaker(layers, cue.end)) is not None:
        return _quoted_as_saying(layers, sentence, cue, quoted)
    unsure = cue.form == "base" and cue.weight < _SAYING  # "…, analysts say"
    if unsure or not cue.frames & _CLOSING or cue.weight < 0.5:
        return None
    bare = cue.end - cue.start == 1 and cue.form in ("past", "participle")  # and not "was cited as saying by the embassy"
    if layers.tokens.lower[cue.end : cue.end + 1] == ["by"] and bare and not layers.quoted[cue.start - 1]:
        return None  # "the islands, badly threatened by storms"
    if layers.tokens.lower[cue.end : cue.end + 1] == ["as"] and cue.form in ("past", "participle") and cue.weight < _SAYING:
        return None  # "a militia, the Gulls, known as …"
    if "clause" in cue.frames and _governs_that(layers, cue.end, sentence):
        return None  # "X, the mayor, hinted in every street that …"
    return _inverted(layers, sentence, cue) or _straight(layers, sentence, cue)


def _governs_that(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether a phrase and "that" follow a cue without a comma."""
    lower = layers.tokens.lower
    if lower[index : index + 1] == [] or lower[index] not in _OF_PLACE:
        return False
    for step in range(index + 1, min(sentence.end, index + _MAX_PHRASE)):
        if lower[step] == "that":
            return lower[step - 1] not in GOVERNORS
        if not lower[step].isalpha() or lower[step] in RELATIVES or lower[step] in FINITE:
            return False
    return False


_OF_PLACE: Final = frozenset({"in", "on", "at", "to", "during", "with"})
_MAX_PHRASE: Final = 10


def _quoted_as_saying(layers: Layers, sentence: Sentence, cue: CueMatch, quoted: Nominal) -> Attribution | None:
    """ "“Content,” the agency quoted X as saying on Tuesday": X speaks."""
    source, start = source_left(layers, cue.start, sentence)
    before = _content_before(layers, sentence, start) if source is not None else None
    if before is None or is_fronted(layers, before):
        return None  # "In Lima, the paper quoted X as saying …"
    return Attribution(quoted, cue, before, "before", start, "quoted-as-saying", 0.9)


def _inverted(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """ "Content, said X"."""
    if (
        cue.form not in ("past", "third", "base")
        or ("person_clause" in cue.frames and "clause" not in cue.frames)  # "told X" says who was told
        or "quote" not in cue.frames
        or layers.tokens.lower[cue.end : cue.end + 1] == ["that"]  # "the study, released in May, revealed that"
        or ("clause" not in cue.frames and not layers.quoted[cue.start - 1])
        or not (cue.act in ("assert", "assess") or cue.weight >= _SURE or layers.quoted[cue.start - 1])
    ):
        return None
    before = _content_before(layers, sentence, cue.start)
    source = source_right(layers, cue.end, sentence) if before is not None else None
    written = source is not None and source.head in load_speech_words().document_nouns and (cue.lemma in _WRITTEN or cue.lemma == "say")
    if before is None or source is None or (source.kind == "thing" and cue.lemma != "say" and not written):
        return None
    if _opens_with_participle(layers, before) and FINITE.isdisjoint(layers.tokens.lower[before.start : before.end]):
        return None  # "Speaking to the press, the mayor, X Y, said the road …"
    if not _may_end(layers, source.end, sentence) or _is_aside(layers, before, sentence, cue):
        return None
    score = cue.weight * (source_score(source, cue) if written else SOURCE_SCORES[source.kind])
    if is_fronted(layers, before) and not _is_whole(layers, before):  # "In this case, believes the mayor, it would be …"
        rest = TokenSpan(source.end + 1, statement_end(layers, sentence))
        told = rest.start < rest.end and layers.tokens.lower[source.end] == "," and is_clause(layers, rest.start, rest.end)
        return Attribution(source, cue, rest, "after", before.start, "content-split", score) if told else None
    if cited := _cited(layers, past_adjuncts(layers, source.end, sentence), statement_end(layers, sentence)):
        return Attribution(source, cue, before, "split", before.start, "content-split", score, rest=cited)
    return Attribution(source, cue, before, "before", cue.start, "content-cue-source", score)


def _is_aside(layers: Layers, before: TokenSpan, sentence: Sentence, cue: CueMatch) -> bool:
    """Whether a subject with its apposition stands before the cue, not what is said: "X, a former mayor, says the force …"."""
    if any(layers.quoted[before.start : before.end]) or any(word in FINITE for word in layers.tokens.lower[before.start : before.end]):
        return False
    subject, start = source_left(layers, cue.start, sentence)
    return subject is not None and start == before.start


def _straight(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """ "Content, X said", "begin, X said, end of content"."""
    source, start = source_left(layers, cue.start, sentence)
    if source is not None and layers.tokens.lower[start - 1] == "as" and start - 2 > sentence.start:
        start -= 1  # "the law, as X noted, had expired"
    if source is None or (before := _content_before(layers, sentence, start)) is None or is_fronted(layers, before):
        return None
    end = statement_end(layers, sentence)
    after = index = past_adjuncts(layers, cue.end, sentence)
    if layers.quoted[before.end - 1] and index + 1 < end and layers.tokens.lower[index].endswith("ly"):
        after = index = past_adjuncts(layers, index + 1, sentence)  # "“…,” she said gravely (as she left)"
    if _opens_with_participle(layers, before) and _is_said_after(layers, index, end):
        return None  # "Commenting on the vote, X said, the party would stay"
    if layers.tokens.lower[before.start] in load_speech_words().fronting_participles and not _is_whole(layers, before):
        return None  # "Talking to Y, X emphasized the trade"
    if any(layers.tokens.lower[i] == ":" and layers.quoted[i + 1] for i in range(cue.end, min(end - 1, cue.end + _MAX_PHRASE))):
        return None  # "It will be recalled that in May X wrote on her page: “…”"
    if "person_clause" in cue.frames:
        told = index < end and layers.tokens.lower[index] in load_speech_words().press_nouns and not layers.tokens.is_capitalized(index)
        # "…," she told reporters (Tuesday) (on her way to Lima)
        index = past_adjuncts(layers, index + 1, sentence) if told else past_addressee(layers, index, end)
    of = layers.quoted[before.end - 1] and index < end and layers.tokens.lower[index] in ("of", "about")  # "…," he said of the plan
    if not (of or index >= end or is_adjunct_to_end(layers, index, end) or breaks_after(layers, index)):
        return None
    score = cue.weight * SOURCE_SCORES[source.kind] if cue.lemma != "read" else cue.weight * source_score(source, cue)
    if index > after and _is_whole(layers, before) and not _is_whole(layers, TokenSpan(index, end)):
        index = end  # "…," she told colleagues from X, Y and Z
    comma = layers.tokens.lower[index : index + 1] == [","] and not joins_verb(layers, index + 1)
    if comma and index + 1 < end and layers.tokens.lower[before.end - 1] in _SUBORDINATING:
        return Attribution(source, cue, TokenSpan(index + 1, end), "after", start, "content-split", score)  # "…, where, X said, …"
    if comma and index + 1 < end and not _follows_participle(layers, index + 1) and not is_adjunct_to_end(layers, index + 1, end):
        rest = TokenSpan(index + 1, end)
        place = layers.quoted[before.end - 1] and not any(layers.quoted[rest.start : rest.end]) and not _is_whole(layers, rest)
        if place:  # "…,” she told a meeting in Callao, Lima Province"
            return Attribution(source, cue, before, "before", start, "content-source-cue", score)
        return Attribution(source, cue, before, "split", before.start, "content-split", score, rest=rest)
    if cited := _cited(layers, index, end):
        return Attribution(source, cue, before, "split", before.start, "content-split", score, rest=cited)
    return Attribution(source, cue, before, "before", start, "content-source-cue", score)


def _opens_with_participle(layers: Layers, before: TokenSpan) -> bool:
    """Whether a phrase with a participle opens what stands before a source: "Meeting the press on Sunday, | X said"."""
    first = layers.tokens.lower[before.start]
    going = first.endswith("ing") and len(first) > _SHORTEST_PARTICIPLE and first not in FRONTING
    participle = going or first in load_speech_words().fronting_participles
    return participle and not layers.quoted[before.start]


def _is_said_after(layers: Layers, index: int, end: int) -> bool:
    """Whether a comma and a clause or quotation follow a verb of saying: all that is said stands there."""
    if layers.tokens.lower[index : index + 1] not in ([","], [":"]) or index + 1 >= end:
        return False
    start = index + 1
    if layers.tokens.lower[start] in FRONTING:  # "said, at present, the union has …"
        near = range(start + 1, min(end - 1, start + _MAX_FRONTED))
        start = next((k + 1 for k in near if layers.tokens.lower[k] == ","), start)
    return layers.quoted[start] or is_clause(layers, start, end)


def _is_whole(layers: Layers, stretch: TokenSpan) -> bool:
    """Whether a stretch has a finite verb, as far as forms tell."""
    return any(is_finite(layers, index) for index in range(stretch.start, stretch.end))


def _content_before(layers: Layers, sentence: Sentence, start: int) -> TokenSpan | None:
    """What stands before an attribution in mid or final position: ends in a comma, or in the quotation's own closing."""
    if start <= sentence.start + 1:
        return None
    last = layers.tokens.words[start - 1]
    dashed = last == "-" and start - 2 > sentence.start and _ends_quotation(layers, start - 2)  # "“…”, - said X", "“…” - said X"
    if (last == "-" and not dashed) or last not in _PARTING:
        return None
    end = start - 1 if dashed or last in {",", "—", "–"} else start
    end -= layers.tokens.words[end - 1] == "," and end < start and end - 1 > sentence.start
    begin = statement_start(layers, sentence)
    quoted = layers.quoted[end - 1]
    # "The ministry issued a statement: | “…,” the ministry said"
    colon = next((i for i in range(end - 2, begin, -1) if layers.tokens.lower[i] == ":" and not layers.quoted[i]), None) if quoted else None
    begin = colon + 1 if colon is not None and all(layers.quoted[colon + 1 : end]) else begin
    return TokenSpan(begin, end) if end > begin else None


_WRITTEN: Final = frozenset({"add", "state", "note", "read", "stress", "emphasize", "emphasise", "underline", "conclude"})
"""What a document does behind its own words, beside saying: "…, adds the statement"."""


def _ends_quotation(layers: Layers, index: int) -> bool:
    """Whether a quotation closes at a token, with or without a comma behind it."""
    words = layers.tokens.words
    return words[index] in CLOSING_QUOTES or (words[index] == "," and words[index - 1] in CLOSING_QUOTES)


def _may_end(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether an inverted attribution may end before a token: at the sentence's end, a comma, or when and where it was said."""
    words = layers.tokens.words
    if index < sentence.end and words[index] == "(" and ")" in words[index : index + _MAX_ACRONYM]:
        index = words.index(")", index) + 1  # "said the Council (NHC), an alliance"
    index = past_adjuncts(layers, index, sentence)
    described = layers.quoted[sentence.start] and layers.tokens.lower[index : index + 1] in (["who"], ["whose"])
    described |= layers.quoted[sentence.start] and _is_of_body(layers, index, statement_end(layers, sentence))
    ends = index >= statement_end(layers, sentence) or breaks_after(layers, index) or described
    return ends or is_adjunct_to_end(layers, index, sentence.end) or joins_verb(layers, index)


def _is_of_body(layers: Layers, index: int, end: int) -> bool:
    """Whether nothing but whom somebody belongs to stands up to a token: "“…,” said X Y | of the Bakers' Union"."""
    lower = layers.tokens.lower
    if index >= end or lower[index] not in _OF_BODY:
        return False
    return not any(is_finite(layers, i) and lower[i] not in GENITIVES for i in range(index, end)) and "that" not in lower[index:end]


_OF_BODY: Final = frozenset({"of", "from", "at", "with", "for"})


def _cited(layers: Layers, index: int, end: int) -> TokenSpan | None:
    """What speakers cite after their own words is said, too: "…," she said, citing a proverb that no boat sails twice"."""
    lower = layers.tokens.lower
    start = index + 1
    if lower[index : index + 1] != [","] or start >= end or lower[start] not in _CITING:
        return None
    that = next((k for k in range(start + 1, min(end - 1, start + _MAX_CITED)) if lower[k] == "that"), None)
    if that is None or lower[that + 1] in FINITE or "," in lower[start:that]:
        return None  # "a report that was lost": a description of it
    return TokenSpan(start, end)


def _follows_participle(layers: Layers, index: int) -> bool:
    lower = layers.tokens.lower
    while index < len(lower) and (lower[index].endswith("ly") or lower[index] in ("also", "while", "thereby", "further")):
        index += 1
    return index < len(lower) and lower[index].endswith("ing") and len(lower[index]) > 4

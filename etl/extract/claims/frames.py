"""Attributions: which words of a sentence are source, cue and content.

Every cue proposes one attribution in the construction it stands in; each carries a score made of named features. Of those that overlap, the
outer one wins: what somebody says inside another's statement is part of that statement.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from etl.extract.claims.cues import CueMatch
from etl.extract.claims.sources import main_subject, source_left, source_right, statement_start
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.words import Words

Order = Literal["after", "before", "split"]

_PARTICIPLE_BREAKS = frozenset({",", "—", "–", ";"})
_LOCATION = frozenset("here there in at during when while after before on to via through following ahead as upon by for with".split())
_SOURCE_SCORE = {
    "person": 1.0,
    "group": 1.0,
    "office": 0.95,
    "pronoun": 0.9,
    "parties": 0.9,
    "actor": 0.85,
    "role": 0.8,
    "name": 0.55,
    "thing": 0.3,
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one attribution. `start` is where its own words begin when the sentence is split."""

    source: Nominal | None
    cue: CueMatch
    content: TokenSpan
    order: Order
    start: int
    rule: str
    score: float
    carried: bool = False
    """The source stands elsewhere in the sentence."""
    rest: TokenSpan | None = None
    """Content on the other side of a split."""


def attributions(layers: Layers, sentence: Sentence, cues: list[CueMatch], words: Words) -> list[Attribution]:
    """The sentence's attributions, left to right, none inside another's content.

    An attribution in mid or final position ("…, she said") governs all before it, so those are found first.
    """
    closing = {c.start: a for c in cues if (a := _closing(layers, sentence, c, words)) is not None and a.score >= _FLOOR}
    governed = [a.content for a in closing.values()] + [a.rest for a in closing.values() if a.rest is not None]
    found: list[Attribution] = []
    covered = sentence.start
    for cue in cues:
        if any(span.start <= cue.start < span.end for span in governed):
            continue
        last = found[-1] if found else None
        proposal = closing.get(cue.start) or _propose(layers, sentence, cue, last, words)
        if proposal is None or proposal.score < _FLOOR:
            continue
        if last is not None and last.order == "after" and cue.start < covered and not _breaks_out(layers, last, proposal, sentence):
            continue
        if last is not None and last.order == "after" and last.content.end > proposal.start:
            end = _trim(layers, last.content.start, proposal.start)
            if end <= last.content.start:
                # "said he believes": the first cue has no content of its own
                found[-1] = replace(last, content=TokenSpan(last.content.start, proposal.content.end))
                covered = proposal.content.end
                continue
            found[-1] = replace(last, content=TokenSpan(last.content.start, end))
        found.append(proposal)
        covered = proposal.content.end if proposal.order == "after" else max(covered, proposal.cue.end)
    return _with_opening_participle(layers, sentence, found)


_FLOOR = 0.42


def _propose(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None, words: Words) -> Attribution | None:
    if cue.construction == "preposition":
        return _according(layers, sentence, cue)
    if cue.construction == "participle":
        return _participle(layers, sentence, cue, last)
    if cue.construction == "passive":
        return _passive(layers, sentence, cue)
    return _finite(layers, sentence, cue, last, words)


def _trim(layers: Layers, start: int, end: int) -> int:
    """Cut commas and conjunctions from the end of a stretch."""
    lower = layers.tokens.lower
    while end > start and lower[end - 1] in {",", ";", "and", "but", "while", "as", "also", "—", "–", "then", "further"}:
        end -= 1
    return end


def _sentence_end(layers: Layers, sentence: Sentence) -> int:
    end = sentence.end
    while end > sentence.start and layers.tokens.words[end - 1] in {".", "!", "?", "…"}:
        end -= 1
    return end


def _skip_adjuncts(layers: Layers, index: int, sentence: Sentence) -> int:
    """Past place and time words right after a cue: "here on Wednesday", "Thursday"."""
    lower = layers.tokens.lower
    starts = {d.span.start: d.span.end for d in layers.dates}
    while index < sentence.end:
        if lower[index] == "here":
            index += 1
        elif index in starts:
            index = starts[index]
        elif lower[index] == "on" and index + 1 in starts:
            index = starts[index + 1]
        else:
            break
    return index


def _terminal(layers: Layers, index: int, sentence: Sentence) -> bool:
    return index >= _sentence_end(layers, sentence)


def _content_before(layers: Layers, sentence: Sentence, start: int) -> TokenSpan | None:
    """What stands before an attribution in mid or final position: ends in a comma, or in the quotation's own closing."""
    if start <= sentence.start + 1:
        return None
    last = layers.tokens.words[start - 1]
    if last == "," or last in CLOSING_QUOTES or last in {"?", "!", "—", "–"}:
        end = start - 1 if last in {",", "—", "–"} else start
        begin = statement_start(layers, sentence)
        return TokenSpan(begin, end) if end > begin else None
    return None


def _closing(layers: Layers, sentence: Sentence, cue: CueMatch, words: Words) -> Attribution | None:
    """An attribution in mid or final position: "content, said X", "content, X said", "begin, X said, end of content"."""
    tokens = layers.tokens
    if cue.construction != "finite" or not cue.frames & {"clause", "quote"} or cue.weight < 0.5:
        return None
    # inversion: content, said X
    if (
        cue.form in ("past", "third")
        and "quote" in cue.frames
        and (cue.act in ("assert", "assess") or layers.quoted[cue.start - 1])
        and (before := _content_before(layers, sentence, cue.start)) is not None
    ):
        right = source_right(layers, cue.end, sentence, words)
        if right is not None and (right.kind != "thing" or cue.lemma == "say") and _ends_attribution(layers, right.end, sentence):
            return Attribution(right, cue, before, "before", cue.start, "content-cue-source", cue.weight * _SOURCE_SCORE[right.kind])
    source, start = source_left(layers, cue.start, sentence, words)
    if source is None or (before := _content_before(layers, sentence, start)) is None or _is_fronted(layers, before):
        return None
    end = _sentence_end(layers, sentence)
    index = _skip_adjuncts(layers, cue.end, sentence)
    if "person_clause" in cue.frames:
        index = _past_addressee(layers, index, end)  # "…," she told reporters
    score = cue.weight * _SOURCE_SCORE[source.kind]
    if not (_terminal(layers, index, sentence) or _adjunct_to_end(layers, index, end) or _breaks_after(layers, index)):
        return None
    if (
        tokens.lower[index : index + 1] == [","]
        and not _follows_participle(layers, index + 1)
        and not _adjunct_to_end(layers, index + 1, end)
    ):
        return _split(source, cue, before, TokenSpan(index + 1, end), start, score)
    return Attribution(source, cue, before, "before", start, "content-source-cue", score)


_FRONTING = frozenset(
    "in on at by after before with for from during to of under over since until amid despite following upon speaking asked".split()
)


def _is_fronted(layers: Layers, span: TokenSpan) -> bool:
    """Whether a stretch before a source is only a fronted phrase ("After the match, X said, …"): no finite verb, no quotation."""
    lower = layers.tokens.lower
    if lower[span.start] not in _FRONTING or any(layers.quoted[span.start : span.end]):
        return False
    return not any(w in _FINITE for w in lower[span.start : span.end])


def _quoted_person(layers: Layers, index: int, end: int) -> tuple[Nominal, int] | None:
    """ "The agency quoted X as saying that …": X and where the content begins."""
    lower = layers.tokens.lower
    nominal = layers.nominal_starting(index)
    if nominal is None or lower[nominal.end : nominal.end + 2] not in (["as", "saying"], ["as", "telling"]):
        return None
    start = nominal.end + 2
    start += lower[start : start + 1] == ["that"]
    return (nominal, start) if start < end else None


def _past_addressee(layers: Layers, index: int, end: int) -> int:
    """Past the one who is told: "reporters", "the press", "LA Weekly in a statement"."""
    tokens = layers.tokens
    step = index
    while step < end and step - index < 7 and tokens.words[step] not in {",", ";", "“", '"', ":"} and tokens.lower[step] != "that":
        step += 1
    return step if step == end or tokens.words[step] in {",", "“", '"', ":"} or tokens.lower[step] == "that" else index


def _ends_attribution(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether an inverted attribution may end before a token: at the sentence's end, a comma, or when and where it was said."""
    index = _skip_adjuncts(layers, index, sentence)
    return _terminal(layers, index, sentence) or _breaks_after(layers, index) or _adjunct_to_end(layers, index, sentence.end)


def _finite(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None, words: Words) -> Attribution | None:
    tokens = layers.tokens
    source, source_start = source_left(layers, cue.start, sentence, words)
    carried = False
    if source is None:
        # coordination: "thanked A and congratulated B"
        previous = _previous_word(layers, cue.start, sentence)
        if (
            last is not None
            and last.source is not None
            and previous in ("and", "but", ",", "then")
            and last.cue.construction != "participle"
        ):
            source, source_start, carried = last.source, cue.start, True
        elif last is None and previous in ("and", "but") and cue.form == "past":
            source, source_start, carried = main_subject(layers, sentence, actors=True), cue.start, True
        if source is None:
            return None
    score = cue.weight * _SOURCE_SCORE[source.kind]
    if source.kind == "pronoun" and source.head == "it" and cue.construction != "finite":
        return None
    end = _sentence_end(layers, sentence)
    index = _skip_adjuncts(layers, cue.end, sentence)
    if index >= end:
        return None
    if tokens.lower[index] == "," and not cue.frames & {"clause", "quote"}:
        return None
    if tokens.lower[index] == "with" and "that" in tokens.lower[index + 1 : min(end, index + 5)]:
        index = tokens.lower.index("that", index)  # "noted with satisfaction that"
    if cue.lemma.startswith("quote") and (quoted := _quoted_person(layers, index, end)) is not None:
        source, content_start = quoted
        return Attribution(source, cue, TokenSpan(content_start, end), "after", source_start, "quoted-as-saying", 0.9)
    if (
        tokens.lower[index] in ("to", "on", "in", "at", "via")
        and "clause" in cue.frames
        and "that" in tokens.lower[index + 1 : min(end, index + 7)]
    ):
        index = tokens.lower.index("that", index)  # "stated to X that"
    if "person_clause" in cue.frames and (told := _past_addressee(layers, index, end)) < end:
        index = told
    content_start = index + (tokens.lower[index] in (",", ":", "that"))
    content_start += content_start < end and tokens.lower[content_start] == "that"
    if content_start >= end or _says_nothing(cue, tokens.lower[content_start:end]):
        return None
    shape = _content_shape(layers, cue, index, content_start, end)
    if shape == 0.0:
        return None
    return Attribution(
        source, cue, TokenSpan(content_start, end), "after", source_start, f"source-{cue.construction}", score * shape, carried
    )


_SILENCE = frozenset("comment elaborate say give confirm discuss answer respond speculate disclose".split())


def _says_nothing(cue: CueMatch, content: list[str]) -> bool:
    """ "Declined to comment": a refusal to speak has no content."""
    if content[0] == "comment":
        return True
    return cue.lemma.split()[0] in ("decline", "refuse") and content[0] == "to" and len(content) > 1 and content[1] in _SILENCE


def _previous_word(layers: Layers, index: int, sentence: Sentence) -> str:
    lower = layers.tokens.lower
    index -= 1
    while index >= sentence.start and (
        lower[index].endswith("ly") or lower[index] in ("also", "then", "has", "have", "had", "again", "further")
    ):
        index -= 1
    return lower[index] if index >= sentence.start else ""


_DOUBTFUL = frozenset(
    "see show find make put come get take give have be go look turn read share learn provide include continue know call report mark feature".split()
)


def _content_shape(layers: Layers, cue: CueMatch, index: int, start: int, end: int) -> float:
    """How well what follows the cue fits its frames: 1 a clause after that or a quotation, less for a bare object, 0 when it cannot be."""
    lower = layers.tokens.lower
    if lower[index] == "that" or lower[index] == ":" or layers.tokens.words[start] in {"“", '"', "«"}:
        return 1.0
    first = lower[start]
    length = end - start
    if "light" in cue.frames or cue.construction == "adjective":
        return 1.0
    if first == "to":
        return 1.0 if cue.frames & {"infinitive"} else (0.3 if "object" in cue.frames else 0.0)
    if first in ("whether", "why", "how", "what", "where", "when", "who"):
        return 1.0 if cue.frames & {"wh", "clause"} else 0.6
    if first.endswith("ing") and "gerund" in cue.frames:
        return 1.0
    if first in ("with", "at", "in", "on", "by", "for", "from", "about", "against", "of", "as", "into", "out", "up", "off", "over"):
        return 0.9 if "clause" in cue.frames and cue.weight >= 0.9 and _opens_clause(layers, start, end) else 0.0
    tells = cue.act in ("assert", "assess")
    if "clause" in cue.frames and _looks_like_clause(layers, start, end):
        # a verb that is only sometimes one of saying needs its that
        return 1.0 if cue.weight >= 0.85 else 0.75 if cue.weight >= 0.7 else 0.4
    if cue.frames & {"object", "person_infinitive", "person_clause"}:
        if tells:
            return 0.9 if cue.weight >= 0.85 else 0.6 if cue.weight >= 0.7 else 0.3
        return 0.95 if length >= 2 else 0.6
    return 0.8 if cue.weight >= 0.95 and length > 3 else 0.5 if cue.weight >= 0.9 and length > 2 else 0.0


def _opens_clause(layers: Layers, start: int, end: int) -> bool:
    """Whether a fronted phrase closed by a comma leads to a clause: "said in the face of X, Y is …"."""
    for index in range(start, min(end, start + 20)):
        if layers.tokens.lower[index] == ",":
            return _looks_like_clause(layers, index + 1, end)
    return False


_FINITE = frozenset("is are was were has have had will would should must can could may might do does did 's 're cannot needs need".split())


def _looks_like_clause(layers: Layers, start: int, end: int) -> bool:
    """A subject and a finite verb within reach: a modal, be or have, or a verb form after a nominal."""
    lower = layers.tokens.lower
    nominal = layers.nominal_starting(start)
    verb = nominal.end if nominal is not None else start + 1
    window = lower[verb : min(end, verb + 14)]
    if any(w in _FINITE for w in window):
        return True
    return nominal is not None and verb < end and (lower[verb].endswith(("s", "ed", "ly")) or lower[verb] in ("also",))


def _breaks_after(layers: Layers, index: int) -> bool:
    return layers.tokens.words[index] in {",", ";", "—", "–"} or layers.tokens.lower[index] in ("while", "as", "but")


def _follows_participle(layers: Layers, index: int) -> bool:
    lower = layers.tokens.lower
    while index < len(lower) and (lower[index].endswith("ly") or lower[index] in ("also", "while", "thereby", "further")):
        index += 1
    return index < len(lower) and lower[index].endswith("ing") and len(lower[index]) > 4


def _adjunct_to_end(layers: Layers, index: int, end: int) -> bool:
    """Whether what follows the cue is only when, where and to whom: no finite verb of its own before a comma."""
    lower = layers.tokens.lower
    if index >= end:
        return True
    if (
        lower[index] == "to"
        and index + 1 < end
        and not layers.tokens.is_capitalized(index + 1)
        and lower[index + 1] not in ("reporters", "the", "a", "his", "her", "journalists")
    ):
        return False
    return lower[index] in _LOCATION


def _split(source: Nominal, cue: CueMatch, before: TokenSpan, after: TokenSpan, start: int, score: float) -> Attribution:
    if after.end <= after.start:
        return Attribution(source, cue, before, "before", start, "content-source-cue", score)
    return Attribution(source, cue, before, "split", before.start, "content-split", score, rest=after)


def _participle(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None) -> Attribution | None:
    """ ", adding that …": the source is that of the attribution before it, or the subject of the clause it hangs on."""
    tokens = layers.tokens
    previous = tokens.lower[cue.start - 1] if cue.start > sentence.start else ""
    opening = cue.start == sentence.start or (cue.start - sentence.start == 1 and previous in ("while", "by", "in"))
    if (
        not opening
        and previous not in _PARTICIPLE_BREAKS | {"and", "while", "but", "by"}
        and not previous.endswith("ly")
        and previous != "also"
    ):
        return None
    if cue.weight < 0.6 and "light" not in cue.frames:
        return None
    if previous in ("by",) and not opening:
        return None
    end = _sentence_end(layers, sentence)
    index = cue.end
    if index < end and tokens.lower[index] == ",":
        index += 1
    index += index < end and tokens.lower[index] == "that"
    if index >= end:
        return None
    if opening:
        comma = _opening_comma(layers, index, end)
        if comma is None:
            return None
        return Attribution(None, cue, TokenSpan(index, comma), "after", sentence.start, "participle-opening", 0.9 * cue.weight, True)
    if last is None:
        if previous in ("and", "while") or cue.weight < 0.85:
            return None
        subject = main_subject(layers, sentence)
        if subject is None:
            return None
        return Attribution(
            subject,
            cue,
            TokenSpan(index, end),
            "after",
            cue.start,
            "participle-of-subject",
            0.9 * cue.weight * _SOURCE_SCORE[subject.kind],
            True,
        )
    if last.source is None:
        return None
    start = cue.start
    return Attribution(last.source, cue, TokenSpan(index, end), "after", start, "participle", 0.95 * cue.weight, True)


def _opening_comma(layers: Layers, start: int, end: int) -> int | None:
    """The comma that closes an opening participle's content: the last one before a nominal that may be the subject of the main clause."""
    lower = layers.tokens.lower
    best = None
    for index in range(start + 1, end):
        if lower[index] == "," and layers.nominal_starting(index + 1) is not None:
            nominal = layers.nominal_starting(index + 1)
            if nominal is not None and nominal.kind in ("person", "group", "pronoun", "office", "parties", "role"):
                return index
            best = best or index
    return best


def _with_opening_participle(layers: Layers, sentence: Sentence, found: list[Attribution]) -> list[Attribution]:
    """Give an opening participle the source of the attribution after it, or of the main clause."""
    if not found or found[0].rule != "participle-opening":
        return found
    if len(found) > 1 and found[1].source is not None:
        return [replace(found[0], source=found[1].source), *found[1:]]
    subject = layers.nominal_starting(found[0].content.end + 1)
    if subject is not None and subject.kind in ("person", "group", "office", "pronoun", "parties"):
        return [replace(found[0], source=subject), *found[1:]]
    return found[1:]


_NOTED = frozenset(
    "note stress emphasize emphasise underline underscore highlight reaffirm reiterate confirm voice express recognize recognise welcome appreciate praise".split()
)


def _passive(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """ "It was agreed that …", "X was thanked by Y for …", "the need for … was stressed": with and without an agent."""
    lower = layers.tokens.lower
    end = _sentence_end(layers, sentence)
    begin = statement_start(layers, sentence)
    agent = layers.nominal_starting(cue.end + 1) if cue.end < end and lower[cue.end] == "by" else None
    step = cue.start - 1
    while step > begin and lower[step] != "it" and cue.start - step < 5:
        step -= 1
    if cue.lemma == "reach agreement":
        index = cue.end
        if index >= end or lower[index] not in ("to", "that", "on"):
            return None
        return Attribution(None, cue, TokenSpan(index + (lower[index] == "that"), end), "after", cue.start, "agentless", 0.8)
    if lower[step] == "it" and step - begin <= 6:
        index = agent.end if agent is not None else cue.end
        if lower[index : index + 1] == ["with"] and "that" in lower[index : min(end, index + 5)]:
            index = lower.index("that", index)  # "it was noted with satisfaction that"
        if index >= end or not cue.frames & {"clause", "infinitive", "gerund"} or lower[index] not in ("that", "to"):
            return None
        content = TokenSpan(index + (lower[index] == "that"), end)
        if agent is not None and agent.kind in _SPEAKING:
            return Attribution(agent, cue, content, "after", step, "passive-agent", 0.85 * cue.weight)
        return Attribution(None, cue, content, "after", step, "agentless", 0.8 * cue.weight)
    if agent is not None and agent.kind in _SPEAKING and cue.act not in ("assert", "assess"):
        # "X was congratulated by Y on Z"
        return Attribution(agent, cue, TokenSpan(begin, end), "before", begin, "passive-agent", 0.75 * cue.weight)
    if cue.lemma.split()[0] in _NOTED and cue.start - begin >= 3 and agent is None:
        return Attribution(None, cue, TokenSpan(begin, end), "before", begin, "agentless-subject", 0.6)
    return None


_SPEAKING = frozenset({"person", "group", "office", "parties"})


_OBLIQUE = {"him": "he", "her": "she", "them": "they"}


def _according(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """ "According to X, …", "…, according to X"."""
    tokens = layers.tokens
    end = _sentence_end(layers, sentence)
    nominal = layers.nominal_starting(cue.end)
    stop = cue.end
    while stop < end and tokens.lower[stop] != ",":
        stop += 1
    if stop == cue.end:
        return None
    if tokens.lower[cue.end] in _OBLIQUE:
        nominal = Nominal(cue.end, cue.end + 1, "pronoun", head=_OBLIQUE[tokens.lower[cue.end]], plural=tokens.lower[cue.end] == "them")
    if nominal is None or nominal.end > stop:
        inner = next((n for n in layers.nominals if n.start >= cue.end and n.end <= stop), None)
        kind = inner.kind if inner is not None and inner.start - cue.end <= 3 else "name" if tokens.is_capitalized(cue.end) else "thing"
        own = inner if kind not in ("name", "thing") else None
        nominal = Nominal(cue.end, stop, kind, own.people if own else (), own.actors if own else (), False, tokens.lower[stop - 1])
    if (
        nominal.end < stop
        and nominal.kind in ("person", "office", "actor", "pronoun")
        and cue.start <= sentence.start + 1
        and _opens_statement(layers, nominal.end)
    ):
        return Attribution(nominal, cue, TokenSpan(nominal.end, end), "after", sentence.start, "according-to", 0.8)
    if (
        nominal.end == stop
        and nominal.kind in ("office", "role")
        and (named := layers.nominal_starting(stop + 1)) is not None
        and named.kind == "person"
    ):
        nominal, stop = named, named.end  # "according to its president, X Y"
    if cue.start <= sentence.start + 1:
        # an apposition may stand between the source and the statement
        if (
            stop + 1 < end
            and nominal.end == stop
            and nominal.kind in ("person", "role", "name")
            and (_apposition_end := _apposition(layers, stop, end))
        ):
            stop = _apposition_end
        if stop + 1 >= end:
            return None
        return Attribution(nominal, cue, TokenSpan(stop + 1, end), "after", sentence.start, "according-to", 0.85)
    before_end = cue.start - (tokens.words[cue.start - 1] == ",")
    if before_end <= sentence.start:
        return None
    return Attribution(nominal, cue, TokenSpan(sentence.start, before_end), "before", cue.start, "according-to", 0.85)


def _opens_statement(layers: Layers, index: int) -> bool:
    """Whether a statement follows a source without a comma ("According to X the …")."""
    tokens = layers.tokens
    word = tokens.lower[index]
    return word in ("the", "a", "an", "this", "these", "there", "it", "he", "she", "they", "over", "more", "at", "no") or word[:1].isdigit()


def _apposition(layers: Layers, comma: int, end: int) -> int | None:
    lower = layers.tokens.lower
    if lower[comma + 1] not in ("a", "an", "the", "who"):
        return None
    for index in range(comma + 2, min(end, comma + 16)):
        if lower[index] == ",":
            return index
    return None


def _breaks_out(layers: Layers, last: Attribution, proposal: Attribution, sentence: Sentence) -> bool:
    """Whether a cue inside the stretch after another cue opens an attribution of its own instead of being part of what is said."""
    lower = layers.tokens.lower
    if proposal.rule == "participle":
        return layers.tokens.words[proposal.cue.start - 1] in _PARTICIPLE_BREAKS or lower[proposal.cue.start - 1] in (
            "and",
            "while",
            "also",
        )
    if last.rule == "participle-opening":
        return proposal.start >= last.content.end
    if proposal.carried:
        return (
            proposal.cue.form == last.cue.form
            and last.cue.construction in ("finite", "light", "adjective")
            and not _has_finite_between(layers, last, proposal)
        )
    source = proposal.source
    if source is None or proposal.rule == "agentless":
        return False
    before = lower[source.start - 1] if source.start > sentence.start else ""
    joined = before in ("and", "while", "but", "as", "whereas") and layers.tokens.words[source.start - 2] == ","
    if proposal.order in ("before", "split") and source.kind in ("person", "office", "pronoun", "group"):
        return layers.tokens.words[proposal.start - 1] in {",", "”", '"'} and last.rule == "participle-opening"
    return joined and source.kind in ("person", "group", "office", "parties") and proposal.score > 0.7


def _has_finite_between(layers: Layers, last: Attribution, proposal: Attribution) -> bool:
    """Whether "and supports" may continue the clause that is reported instead of the report.

    After a clause in the present a coordinated past form goes back to the report ("noted that X is …, and agreed"); otherwise a finite verb
    in between makes it part of the clause.
    """
    lower = layers.tokens.lower
    if not last.cue.frames & {"clause"} or last.cue.construction == "light" or last.cue.lemma in ("reiterate", "thank"):
        return False
    between = lower[last.content.start : proposal.cue.start]
    if proposal.cue.form == "past" and proposal.cue.weight >= 0.8:
        return any(w in ("was", "were", "had", "did", "would", "could") for w in between)
    return any(w in _FINITE for w in between)

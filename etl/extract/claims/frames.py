"""Attributions: which words of a sentence are source, cue and content.

Every cue proposes one attribution in the construction it stands in, each with a score; there is one module for each position of source, cue
and content. Of those that overlap the outer one wins: what somebody says inside another's statement is part of that statement.
"""

from __future__ import annotations

from typing import Final

from etl.extract.claims.according import read_according
from etl.extract.claims.attribution import FLOOR, TOPIC, Attribution
from etl.extract.claims.closing import read_closing
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import is_finite, trimmed_end
from etl.extract.claims.finite import read_finite
from etl.extract.claims.governed import within_clauses
from etl.extract.claims.nouns import read_noun
from etl.extract.claims.participles import hangs_on, read_participle, with_opening_participle
from etl.extract.claims.passives import read_passive
from etl.extract.claims.reduced import read_reduced
from etl.extract.claims.relays import relays
from etl.extract.grammar import DETERMINERS, FINITE, FRONTING, GENITIVES, MODALS, PERSONAL, POSSESSIVES
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.actors import load_actors
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_NAMED_KINDS: Final = frozenset({"person", "group", "office", "parties"})
_STATING: Final = _NAMED_KINDS | {"pronoun", "actor", "role"}
"""Who, after a semicolon, begins a report of their own: "X asked for lamps; Y replied that …"."""
_SAYING: Final = 0.85
"""Weight of a verb that does little but say."""
_MEANWHILE: Final = frozenset({"as", "while", "and", "but"})
_PAST_AUXILIARIES: Final = frozenset({"was", "were", "had", "did", "would", "could"})


def attributions(layers: Layers, sentence: Sentence, cues: list[CueMatch], nouns: list[int]) -> list[Attribution]:
    """The sentence's attributions, left to right, none inside another's content; after them those that relay or are relayed.

    `nouns`: where its nouns of saying stand.

    An attribution in mid or final position ("…, she said") governs all before it, so those are found first.
    """
    closing: dict[int, Attribution] = {}
    for cue in cues:
        proposal = within_clauses(layers, read_closing(layers, sentence, cue))
        if proposal is not None and proposal.score >= FLOOR:
            closing[cue.start] = proposal
    relayed = _relayed(layers, sentence, cues, closing) if closing else {}
    closing = {start: _without_agency(proposal, relayed) for start, proposal in closing.items() if start not in relayed}
    governed = [span for a in closing.values() for span in (a.content, a.rest) if span is not None]
    found: list[Attribution] = []
    passed: list[Attribution] = []
    covered = sentence.start
    for cue in cues:
        if cue.start in relayed or (governed and any(span.start <= cue.start < span.end for span in governed)):
            continue
        last = found[-1] if found else None
        proposal = closing.get(cue.start) or within_clauses(layers, _propose(layers, sentence, cue, _voice_before(relayed, cue, last)))
        if proposal is not None and proposal.order == "after":
            proposal = _within_fronted(layers, sentence, cues, _without(layers, proposal, relayed))
        if proposal is None or proposal.score < FLOOR:
            continue
        if _reports_another(layers, sentence, cues, proposal):
            passed.extend([proposal._replace(relay=True)] if not _is_agency(proposal) else [])
            continue
        if last is not None and last.order == "after":
            if proposal.start < last.start and last.content.end <= cue.start:
                proposal = proposal._replace(start=last.content.end)  # "X, who opposes the ban, | denied that …"
            if cue.start < covered and last.rule != TOPIC and not _breaks_out(layers, last, proposal, sentence):
                continue
            if last.content.end > proposal.start:
                end = trimmed_end(layers, last.content.start, _phrase_start(layers, proposal.start, last.content.start))
                empty = end <= last.content.start
                # "said he believes": the first cue has no content of its own
                content = TokenSpan(last.content.start, proposal.content.end if empty else end)
                found[-1] = last._replace(content=content)
                if empty:
                    covered = proposal.content.end
                    continue
        found.append(proposal)
        covered = proposal.content.end if proposal.order == "after" else max(covered, proposal.cue.end)
    found = _with_relays(layers, with_opening_participle(layers, found))
    if nouns:
        found = _with_nouns(layers, sentence, nouns, found, governed)
    return [*found, *passed, *(outer._replace(relay=True) for outer in relayed.values()), *relays(layers, sentence, cues, found)]


def _voice_before(relayed: dict[int, Attribution], cue: CueMatch, last: Attribution | None) -> Attribution | None:
    """Whose words a participle goes on with: "They agreed on a truce, the ministry said, adding that …" goes on with the ministry's."""
    outer = max((o for start, o in relayed.items() if start < cue.start), key=lambda o: o.cue.start, default=None)
    nearer = outer is not None and (last is None or last.cue.start < outer.cue.start)
    return outer if nearer and cue.construction == "participle" else last


def _with_relays(layers: Layers, found: list[Attribution]) -> list[Attribution]:
    """ "X stressed the need for calm, according to the ministry": the ministry passes on what X is named as saying."""
    passing = [a for a in found if a.rule == "according-to" and _only_passes_on(layers, a)]
    if not passing or not any(_is_named(a, topics=False) or _says_before(a) or _is_joint(a) for a in found):
        return found
    return [a._replace(relay=True) if a in passing else a for a in found]


def _says_before(attribution: Attribution) -> bool:
    """Whether somebody is named behind what is said: "Begin, the minister said, according to an agency"."""
    return attribution.order != "after" and attribution.rule != "according-to" and attribution.source is not None


def _is_joint(attribution: Attribution) -> bool:
    """Whether those who met are said to have said it together."""
    return attribution.order == "after" and attribution.source is not None and attribution.source.kind in ("group", "parties")


def _only_passes_on(layers: Layers, attribution: Attribution) -> bool:
    source = attribution.source
    behind = attribution.rule == "according-to" and attribution.order != "after"
    return behind and source is not None and _passes_on(layers, source, "say")


def _relayed(layers: Layers, sentence: Sentence, cues: list[CueMatch], closing: dict[int, Attribution]) -> dict[int, Attribution]:
    """Closing attributions to unnamed voices that only pass on what a named person is reported to have said.

    "The minister asked for help, officials said": the minister's words, and none of the officials'.
    """
    relayed: dict[int, Attribution] = {}
    for start, outer in closing.items():
        if outer.source is None or outer.order != "before" or not _passes_on(layers, outer.source, outer.cue.lemma):
            continue
        within = [cue for cue in cues if outer.content.start <= cue.start < outer.content.end]
        inside = (_propose(layers, sentence, cue, None) for cue in within)
        said = (closing[cue.start] for cue in within if cue.start in closing)  # "…, X said on Monday, the agency reports"
        voices = [a.source for a in said if a.source is not None and a.source.head != "it"]
        named = any(voice.kind in _RELAYED or outer.cue.lemma in _AGENCY_VERBS for voice in voices)
        agency = outer.cue.lemma in _AGENCY_VERBS
        if named or (any(a is not None and _is_named(a, topics=agency) for a in inside) and not layers.quoted[outer.content.start]):
            relayed[start] = outer
        elif agency and _is_agency(outer) and not layers.quoted[outer.content.start]:
            told = (_propose(layers, sentence, cue, None) for cue in within if cue.construction in ("finite", "light"))
            if any(a is not None and _is_of_officials(a, outer) for a in told):
                relayed[start] = outer  # "Peruvian officials denied it, the paper reported"
    return relayed


def _is_of_officials(told: Attribution, outer: Attribution) -> bool:
    """Whether somebody unnamed, who opens a sentence, says what an agency reports."""
    source = told.source
    opens = source is not None and source.start <= outer.content.start + 1 and source.kind == "role"
    return opens and told.order == "after" and told.score >= FLOOR and told.rule != TOPIC


def _reports_another(layers: Layers, sentence: Sentence, cues: list[CueMatch], proposal: Attribution) -> bool:
    """ "According to an agency (a statement, the ministry), X said …": X says so, and the agency nothing of its own."""
    source = proposal.source
    if source is None or proposal.rule != "according-to" or proposal.order != "after":
        return False
    if not _is_agency(proposal) and (source.kind == "pronoun" or not _passes_on(layers, source, "say")):
        return False
    within = (cue for cue in cues if proposal.content.start <= cue.start < proposal.content.end)
    voices = (_propose(layers, sentence, cue, None) for cue in within)
    return any(a is not None and (_is_named(a) or _is_joint(a)) and a.start <= proposal.content.start + 1 for a in voices)


def _is_agency(attribution: Attribution) -> bool:
    kinds = load_actors().organization_kinds
    return attribution.source is not None and any(kinds.get(actor.name) == "media" for actor in attribution.source.actors)


def _without_agency(proposal: Attribution, relayed: dict[int, Attribution]) -> Attribution:
    """ "Begin, X said, the agency reports": nothing of what X said stands behind "said"."""
    behind = proposal.rest is not None and any(o.source is not None and o.source.start >= proposal.rest.start for o in relayed.values())
    return proposal._replace(order="before", rule="content-source-cue", rest=None) if behind else proposal


_AGENCY_VERBS: Final = frozenset({"report", "inform", "write", "learn", "relay", "quote", "cite"})
"""What an agency does with another's words."""


def _passes_on(layers: Layers, source: Nominal, verb: str) -> bool:
    """Whether a source is an unnamed body or voice ("his office", "the officials"), or an agency by any name."""
    if source.kind == "name" and verb in _AGENCY_VERBS:
        return True
    unnamed = layers.tokens.lower[source.end - 1].removesuffix("s") in load_party_words().unnamed_voices
    if source.kind == "pronoun":
        return source.head == "it"  # the agency or ministry of the sentence before
    return source.kind in ("role", "thing", "actor") or (source.kind == "parties" and unnamed)


def _is_named(attribution: Attribution, *, topics: bool = True) -> bool:
    """Whether somebody with a name or office is said to have said it, before what was said. `topics`: to have talked of it is enough."""
    source = attribution.source
    named = source is not None and source.kind in _RELAYED and source.head != "it"
    told = (topics or attribution.rule != TOPIC) and (attribution.order == "after" or attribution.rule == "passive-agent")
    return attribution.score >= FLOOR and named and told


_RELAYED: Final = frozenset({"person", "office", "pronoun"})


def _without(layers: Layers, proposal: Attribution, relayed: dict[int, Attribution]) -> Attribution:
    """An attribution whose content ends before the words that name who passed it on."""
    for outer in relayed.values():
        begin = min(outer.source.start, outer.cue.start) if outer.source is not None else outer.cue.start
        if proposal.content.start < begin < proposal.content.end:
            end = trimmed_end(layers, proposal.content.start, begin)
            return proposal._replace(content=TokenSpan(proposal.content.start, end)) if end > proposal.content.start else proposal
    return proposal


def _within_fronted(layers: Layers, sentence: Sentence, cues: list[CueMatch], proposal: Attribution) -> Attribution:
    """ "Soon after X announced the ban, Y said …": what the fronted clause reports ends where the main clause begins, which reports too."""
    lower, near = layers.tokens.lower, range(proposal.start - 1, max(sentence.start, proposal.start - _MAX_BEFORE_OPENER) - 1, -1)
    opener = next((index for index in near if lower[index] in _TEMPORAL), None)  # "after | a Lima court"
    if opener is None:
        return proposal
    if any(is_finite(layers, index) for index in range(sentence.start, opener)):
        return proposal  # "This comes after X told Y that if …, it would …"
    behind = lower[opener - 1] == "," and lower[sentence.start] in FRONTING  # "In a statement, after X announced the ban, Y said …"
    if opener - sentence.start > _MAX_BEFORE_OPENER and not behind:
        return proposal
    for cue in cues:
        if not proposal.content.start < cue.start < proposal.content.end or cue.construction not in ("finite", "light", "adjective"):
            continue
        main = read_finite(layers, sentence, cue, None)
        quoted = main is not None and layers.tokens.words[main.start - 1] in CLOSING_QUOTES and lower[main.start - 2] == ","
        closed = main is not None and (quoted or lower[main.start - 1] == ",")
        if main is not None and not main.carried and closed and main.start - 1 > proposal.content.start:
            return proposal._replace(content=TokenSpan(proposal.content.start, main.start - 1))
    comma = next((i for i in range(proposal.content.start + 1, proposal.content.end - 2) if _opens_main(layers, i)), None)
    return proposal._replace(content=TokenSpan(proposal.content.start, comma)) if comma is not None else proposal


def _opens_main(layers: Layers, comma: int) -> bool:
    """Whether somebody and a verb that reports nothing stand behind a comma: "Hours before X announced the ban, | Y flew to Lima"."""
    if layers.tokens.lower[comma] != "," or layers.quoted[comma]:
        return False
    subject = layers.nominals.starting(comma + 1)
    if subject is None or subject.kind not in _STATING:
        return False
    return is_finite(layers, subject.end) or layers.tokens.lower[subject.end] in load_speech_words().irregular_pasts


_TEMPORAL: Final = frozenset({"after", "before", "when", "once", "since", "as", "while", "until"})
"""Conjunctions of time with which a clause before the main one opens."""
_MAX_BEFORE_OPENER: Final = 3
"""Tokens of "a day (after)", "shortly (before)"."""


def _with_nouns(
    layers: Layers, sentence: Sentence, nouns: list[int], found: list[Attribution], governed: list[TokenSpan]
) -> list[Attribution]:
    """The attributions and those of nouns that stand outside them all."""
    taken = [*governed, *(TokenSpan(a.start, a.content.end) for a in found), *(TokenSpan(a.cue.start, a.cue.end) for a in found)]
    added: list[Attribution] = []
    for index in nouns:
        proposal = read_noun(layers, sentence, index)
        if proposal is None or proposal.score < FLOOR:
            continue
        if not any(span.start < proposal.content.end and proposal.start < span.end for span in taken):
            added.append(proposal)
            taken.append(TokenSpan(proposal.start, proposal.content.end))
    return sorted([*found, *added], key=lambda a: a.start) if added else found


def _propose(layers: Layers, sentence: Sentence, cue: CueMatch, last: Attribution | None) -> Attribution | None:
    """The attribution of a cue by its construction. `last` is the one before it."""
    if cue.construction == "preposition":
        return read_according(layers, sentence, cue)
    if cue.construction == "participle":
        return read_participle(layers, sentence, cue, last)
    if cue.construction == "passive":
        return read_passive(layers, sentence, cue)
    if cue.construction == "described":
        return read_reduced(layers, sentence, cue)
    return read_finite(layers, sentence, cue, last)


def _breaks_out(layers: Layers, last: Attribution, proposal: Attribution, sentence: Sentence) -> bool:
    """Whether a cue inside the stretch after another cue opens an attribution of its own instead of being part of what is said."""
    tokens = layers.tokens
    if proposal.rule == "participle":
        before = tokens.lower[proposal.cue.start - 1]
        if before == "and" and _has_gerund_subject(tokens.lower, last.content.start, proposal.cue.start):
            return False  # "that raising it and | defending it is needed"
        if before == "and" and _is_gerund_after_preposition(tokens.lower, last.content.start, proposal.cue.start):
            return False  # "the importance of reviving the forum and | defending it"
        return hangs_on(layers, proposal.cue.start) or before in ("and", "while", "also")
    if proposal.cue.construction == "participle" and not proposal.carried:
        return True  # "…, with Y warning that"
    if last.rule == "participle-opening":
        return proposal.start >= last.content.end
    if proposal.rule == "participle-of-subject" and last.cue.form == "gerund":
        return False  # "is dismissing a report accusing X": the report accuses
    if proposal.carried:
        return _joins_report(layers, last, proposal) and not _continues_clause(layers, last, proposal)
    source = proposal.source
    if proposal.rule == "relative-object":
        return source is not None and last.source is not None and source.people != last.source.people
    if source is None:
        return tokens.lower[proposal.start - 1] in (";", "and", "while") and last.rule.startswith("agentless")
    if proposal.order in ("before", "split") and source.kind in ("person", "office", "pronoun", "group"):
        return False  # it would govern the other's words
    opening = _phrase_start(layers, source.start, last.content.start)
    before = tokens.lower[opening - 1] if source.start > sentence.start else ""
    joint = layers.nominals.ending(source.start - 1) if before == "and" else None
    if joint is not None and joint.start <= last.content.start + 1:
        return False  # "said | she and her counterpart | discussed …": one subject of what is said
    alike = proposal.cue.form == last.cue.form == "past" and "quote" in proposal.cue.frames & last.cue.frames
    if before == "but" and alike and source.kind in _STATING and source.kind != "pronoun" and proposal.cue.weight >= _SAYING:
        return True  # "said the road was safe but the police said …"
    if source.kind in _NAMED_KINDS and before in _MEANWHILE and not _is_clausal(layers, last, source.start):
        return True  # "accused Y of theft as X claimed …", "refused to pay and X says …"
    if before == ";" and source.kind in _STATING:
        return True
    joined = before in _CONTRASTING and tokens.words[opening - 2] == ","
    if joined and proposal.cue.form == last.cue.form and _speaks_again(last.source, source):
        return True  # "she argued that …, and she promised to go"
    if joined and source.kind == "actor" and proposal.score > _LIKELY and tokens.lower[last.content.start] == "to":
        return True  # "the leaders agreed to wait, and the Kremlin signalled that …"
    return joined and ((source.kind in _NAMED_KINDS and proposal.score > _SURE) or (source.kind == "role" and proposal.score > _LIKELY))


def _speaks_again(before: Nominal | None, source: Nominal) -> bool:
    """Whether two sources are one pronoun."""
    return before is not None and before.kind == source.kind == "pronoun" and before.head == source.head


_SURE, _LIKELY = 0.7, 0.5
"""Scores of a proposal that a comma and a conjunction let stand for itself: of a name, and of a noun."""
_CONTRASTING: Final = frozenset({"and", "while", "but", "as", "whereas", "though", "although"})


def _phrase_start(layers: Layers, index: int, limit: int) -> int:
    """Where "her | counterpart X", "Peru's | X" begin."""
    lower = layers.tokens.lower
    if lower[index - 1] in GENITIVES and (owner := layers.nominals.ending(index - 1)) is not None and owner.start > limit:
        return owner.start
    return index - (lower[index - 1] in POSSESSIVES or lower[index - 1] in DETERMINERS)


def _has_gerund_subject(lower: list[str], start: int, end: int) -> bool:
    """Whether a gerund opens a clause with "that"."""
    return any(lower[i].endswith("ing") and lower[i - 1] == "that" for i in range(start, end - 1))


def _is_gerund_after_preposition(lower: list[str], start: int, end: int) -> bool:
    return any(lower[i].endswith("ing") and lower[i - 1] in ("of", "for", "by", "in", "on", "about") for i in range(start + 1, end - 1))


def _is_clausal(layers: Layers, last: Attribution, end: int) -> bool:
    """Whether what an attribution reports has a finite verb before a token."""
    return any(is_finite(layers, index) for index in range(last.content.start, end - 1))


def _joins_report(layers: Layers, last: Attribution, proposal: Attribution) -> bool:
    """Whether a verb may be joined to the verb of the report: in the same form, or after "but" in any that a clause may have."""
    if last.cue.construction not in ("finite", "light", "adjective"):
        return False
    if proposal.cue.form == last.cue.form:
        return True
    return layers.tokens.lower[proposal.start - 1] == "but" and proposal.cue.form in ("past", "third", "participle")


def _continues_clause(layers: Layers, last: Attribution, proposal: Attribution) -> bool:
    """Whether "and supports" may continue the clause that is reported instead of the report.

    After a clause in the present a coordinated past form goes back to the report ("noted that X is …, and agreed"); otherwise a finite verb
    in between makes it part of the clause.
    """
    lower = layers.tokens.lower
    if proposal.cue.form == "past" and lower[proposal.start - 2] == ",":
        return False  # "…, and dared X to …"
    told = layers.nominals.starting(last.content.start)
    own = told is not None and told.kind not in ("thing", "pronoun") and "clause" in last.cue.frames
    if proposal.cue.form == last.cue.form == "third" and own:
        # "the agency says Peru denies the report and accuses Chile": Peru accuses
        return any(is_finite(layers, i) for i in range(last.content.start + 1, proposal.start - 1))
    verbs = [w for w in lower[last.content.start : proposal.cue.start] if w in FINITE]
    if proposal.cue.form == "past" and verbs and verbs[-1] in MODALS:
        return False  # no past form depends on "would"
    if "clause" not in last.cue.frames or last.cue.construction == "light" or last.cue.lemma in ("reiterate", "thank"):
        return False
    if proposal.cue.form == "past" and told is not None and (told.head in PERSONAL or told.head == "it") and proposal.cue.act in _DONE:
        return False  # "said it was watching events and urged Y to …": whoever is meant by "it" does both
    if proposal.cue.form == "past" and proposal.cue.weight >= 0.8 and not _is_animate(layers, last.content):
        return False  # "said the vote was a farce and accused X": no vote accuses
    finite = _PAST_AUXILIARIES if proposal.cue.form == "past" and proposal.cue.weight >= 0.8 else FINITE
    return any(w in finite for w in layers.tokens.lower[last.content.start : proposal.cue.start])


_DONE: Final = frozenset({"urge", "propose", "thank", "congratulate", "convey", "announce"})
"""Acts that are done in the saying, so that a report seldom tells of them inside another's words."""


def _is_animate(layers: Layers, content: TokenSpan) -> bool:
    """Whether the subject of a reported clause may itself speak: any nominal that is no thing opens it, or nothing known does."""
    start = content.start + (layers.tokens.lower[content.start] == "that")
    subject = layers.nominals.starting(start)
    if subject is not None:
        return subject.kind != "thing" and subject.head != "it"
    return layers.tokens.lower[start] not in load_words().determiners

"""What is done in saying it: the act of a claim, its polarity and modality.

A cue that fixes the act decides ("thanked", "urged"). A plain verb of saying leaves it to the content: each of its clauses is read for the
first stance of its main verb, and the primary act is chosen in the order of the gold standard (performative acts, then support and oppose,
then what is to be done, then judgements, then plain assertion). What depends on "is willing to" stays a pledge: a stance governs its clause.
"""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.claims.cues import BE, HAVE, MODALS, NEGATIONS, CueMatch
from etl.extract.layers import Layers, TokenSpan
from etl.lexicon.cues import Cues, Stance
from etl.records import Act, ActorRef, Modality, Polarity

_RANK: dict[Act, int] = {
    "thank": 0, "congratulate": 0, "announce": 0, "agree": 0, "convey": 0,
    "support": 1, "oppose": 1, "urge": 2, "pledge": 2, "propose": 2, "praise": 3, "assess": 3, "assert": 4,
}  # fmt: skip
FAMILY: dict[Act, str] = {
    "assert": "tell", "assess": "tell", "praise": "tell", "support": "support", "oppose": "oppose", "pledge": "pledge",
    "urge": "urge", "propose": "urge", "thank": "thank", "congratulate": "congratulate", "announce": "announce",
    "agree": "agree", "convey": "convey",
}  # fmt: skip
"""Two cues of one sentence make two claims when the families of their acts differ."""

_PERFORMATIVE = frozenset({"thank", "congratulate", "announce", "agree", "convey"})
_NOUN_BEFORE = frozenset(
    "the a an its his her their our mutual for of with each other's 's in strong firm full great continued such any to and by deep serious grave this that".split()
)
_RELATIVES = frozenset({"which", "who", "whose", "where", "whereby"})
_STATE_VERBS = frozenset(
    "is are remain remains has have feature features enjoy enjoys serve serves belong belongs share shares face faces maintain maintains conform conforms depends depend"
    " mean means stand stands develop develops constitute constitutes represents represent shows show".split()
)


class _Hit(NamedTuple):
    at: int
    end: int
    stance: Stance


def claim_act(layers: Layers, cue: CueMatch | None, content: TokenSpan, own: tuple[ActorRef, ...], cues: Cues) -> Act:
    """The primary act of a claim."""
    if cue is not None:
        plain = cue.act in ("assert", "assess") and bool(cue.frames & {"clause", "quote"}) and "light" not in cue.frames
        if not plain and not _open_hope(cue):
            return _fixed_act(layers, cue, content, own, cues)
    stance = content_act(layers, content, own, cues)
    if cue is not None and stance in ("assert", "assess"):
        if _open_hope(cue):
            return "pledge" if layers.tokens.lower[content.start] == "to" else "urge"
        return cue.act if cue.act == "assess" else stance
    return stance


def _open_hope(cue: CueMatch) -> bool:
    return cue.lemma.split()[0] in ("hope", "wish", "expect", "want") and cue.construction != "light"


_STRESSING = frozenset(
    "underscore underline stress emphasize emphasise highlight note reiterate reaffirm affirm confirm point discuss raise".split()
)


def _fixed_act(layers: Layers, cue: CueMatch, content: TokenSpan, own: tuple[ActorRef, ...], cues: Cues) -> Act:
    head = cue.lemma.split()[0]
    if "light" in cue.frames and head in _STRESSING and cue.lemma.split()[-1] in ("importance", "need", "necessity"):
        return content_act(layers, TokenSpan(cue.start + 1, content.end), own, cues, default="assess")
    if cue.act == "urge" and _asks_to_convey(layers, content, cues):
        return "convey"  # asked to pass on greetings
    return cue.act


def content_act(layers: Layers, content: TokenSpan, own: tuple[ActorRef, ...], cues: Cues, default: Act | None = None) -> Act:
    """The act that the words of a statement show, judged clause by clause."""
    acts: list[Act] = []
    for clause in _clauses(layers, content):
        act = _clause_act(layers, clause, own, cues)
        if act in ("agree", "announce", "congratulate") and not _performed(layers, clause):
            act = "assert"  # an agreement that is told of, not made
        if act is not None:
            acts.append(act)
    if acts:
        best = min(acts, key=lambda a: _RANK[a])
        if _RANK[best] < 3 or "assess" in acts or default is None:
            return best
    return default or _statement_kind(layers, content)


def _performed(layers: Layers, clause: TokenSpan) -> bool:
    """Whether I or we do it now."""
    return any(w in ("i", "we") for w in layers.tokens.lower[clause.start : clause.start + 3])


def _clauses(layers: Layers, content: TokenSpan) -> list[TokenSpan]:
    """Split at semicolons, and at conjunctions that a subject or a finite verb follows."""
    lower = layers.tokens.lower
    clauses: list[TokenSpan] = []
    start = content.start
    for index in range(content.start + 1, content.end - 1):
        word = lower[index]
        if word == ";" or (word == "," and lower[index + 1] in _RELATIVES):
            clauses.append(TokenSpan(start, index))
            start = index + 1
        elif word in ("and", "but", "while") and index > start:
            step = index + 1
            while step < content.end and (lower[step].endswith("ly") or lower[step] in ("also", "will", "then", "as", "always", ",")):
                if lower[step] == "will":
                    break
                step += 1
            nominal = layers.nominal_starting(index + 1)
            subject = (
                nominal is not None and nominal.end < content.end and (_finite(lower[nominal.end]) or lower[nominal.end].endswith("s"))
            )
            third = step < content.end and lower[step].endswith("s") and lower[step] in _verb_forms(layers) and lower[step - 1] != "the"
            if subject or third or (step < content.end and lower[step] in BE | HAVE | MODALS):
                clauses.append(TokenSpan(start, index))
                start = index + 1
    clauses.append(TokenSpan(start, content.end))
    return [c for c in clauses if c.end > c.start and lower[c.start] not in _RELATIVES] or [content]


def _verb_forms(layers: Layers) -> dict[str, str]:
    from etl.lexicon.cues import load_cues

    return load_cues().lemmas


def _finite(word: str) -> bool:
    return word in BE or word in HAVE or word in MODALS or word in ("needs", "need")


def _clause_act(layers: Layers, clause: TokenSpan, own: tuple[ActorRef, ...], cues: Cues) -> Act | None:
    lower = layers.tokens.lower
    hits = _hits(layers, clause, cues)
    if not hits:
        return None
    first = hits[0]
    if first.stance.words[:2] == ("would", "like") and first.end < clause.end:
        # "I would like to thank": the verb that follows is what is done
        rest = _clause_act(layers, TokenSpan(first.end, clause.end), own, cues)
        return rest or ("assert" if lower[first.end] in _SAYING else first.stance.act)
    if any(w in NEGATIONS for w in lower[max(clause.start, first.at - 2) : first.at + 1]) and first.stance.act in ("support", "oppose"):
        return "oppose" if first.stance.act == "support" else "assert"
    if first.stance.words[0] in ("will", "shall", "'ll") and first.stance.act == "pledge":
        governed = next((h for h in hits[1:] if h.at <= first.end + 4 and h.stance.act in ("support", "oppose", "praise")), None)
        if governed is not None and _only_adverbs(lower, first.end, governed.at):
            return governed.stance.act
        return "pledge" if _own_subject(layers, first.at, clause, own) else "assess"
    if first.stance.act == "praise" and first.stance.weight < 0.6:
        return next((h.stance.act for h in hits[1:] if h.stance.act in ("support", "oppose")), "assess")
    if first.stance.weight < 0.45:
        return next((h.stance.act for h in hits[1:] if h.stance.weight >= 0.7), None)
    if first.stance.act == "assess":
        urge = next((h for h in hits[1:] if h.stance.words[0] in ("should", "must")), None)
        return "urge" if urge is not None else "assess"
    return first.stance.act


def _asks_to_convey(layers: Layers, content: TokenSpan, cues: Cues) -> bool:
    """Whether what is asked is to pass on greetings."""
    lower = layers.tokens.lower
    return any(
        stance.act == "convey" and _matches(lower, index, content.end, stance.words, cues)
        for index in range(content.start, content.end)
        for stance in cues.stances.get(lower[index], ())
    )


_SAYING = frozenset("say stress note emphasize emphasise underline point add recall remind tell mention".split())


def _only_adverbs(lower: list[str], start: int, end: int) -> bool:
    return all(
        w.endswith("ly") or w in (",", "as", "always", "continue", "to", "also", "further", "still", "fully", "never")
        for w in lower[start:end]
    )


def _own_subject(layers: Layers, index: int, clause: TokenSpan, own: tuple[ActorRef, ...]) -> bool:
    """Whether what will act is the speaker's own side, or both sides together."""
    lower = layers.tokens.lower
    step = index
    while step > clause.start and (lower[step - 1].endswith("ly") or lower[step - 1] in ("also", "always", ",", "as")):
        step -= 1
    if step == clause.start:
        return True  # coordinated with the clause before: same subject
    nominal = layers.nominal_ending(step)
    if nominal is None:
        return False
    if nominal.kind in ("parties",) or (nominal.kind == "pronoun" and nominal.head != "it"):
        return True
    if nominal.kind == "pronoun":
        return True
    return bool(set(nominal.actors) & set(own)) or (nominal.kind == "actor" and not own)


def _hits(layers: Layers, clause: TokenSpan, cues: Cues) -> list[_Hit]:
    """Stances of the clause, leftmost first, those inside relative clauses, infinitives and noun phrases left out."""
    lower = layers.tokens.lower
    found: list[_Hit] = []
    index = clause.start
    while index < clause.end:
        word = lower[index]
        options = cues.stances.get(word)
        hit = None
        if options:
            for stance in options:
                end = _matches(lower, index, clause.end, stance.words, cues)
                if end and _stands_as_verb(layers, index, clause, stance, word):
                    hit = _Hit(index, end, stance)
                    break
        if hit is not None:
            found.append(hit)
            index = hit.end
        else:
            index += 1
    return found


def _matches(lower: list[str], index: int, limit: int, words: tuple[str, ...], cues: Cues) -> int:
    step = index + 1
    for position, word in enumerate(words[1:], 1):
        skipped = 0
        while (
            step < limit
            and skipped < 2
            and (lower[step].endswith("ly") or lower[step] in ("also", "always", "not", "great", "very", "highly", "a", "the", "fully"))
            and lower[step] != word
        ):
            step += 1
            skipped += 1
        if step >= limit:
            return 0
        token = lower[step]
        if (
            token != word
            and cues.lemmas.get(token) != word
            and token.rstrip("s") != word
            and not (position == len(words) - 1 and token == word + "s")
        ):
            return 0
        step += 1
    return step


def _stands_as_verb(layers: Layers, index: int, clause: TokenSpan, stance: Stance, word: str) -> bool:
    lower = layers.tokens.lower
    previous = lower[index - 1] if index > clause.start else ""
    if stance.words[0] in ("be", "have", "it", "the", "there") or len(stance.words) > 2:
        return word not in ("being", "having", "been") or previous in HAVE
    if word.endswith("ing"):
        return False
    back = index - 1
    while back >= clause.start and (lower[back].endswith("ly") or lower[back] in ("also", "always")):
        back -= 1
    before = lower[back] if back >= clause.start else ""
    if len(stance.words) == 1 and word == stance.words[0] and word not in MODALS | {"must", "should"}:
        nominal = layers.nominal_ending(back + 1)
        plural = (
            before in MODALS
            or before in ("we", "i", "they", "you", "and", ",")
            or (nominal is not None and nominal.plural)
            or back < clause.start
        )
        if not plural and not before.endswith("s"):
            return False
    if before == "to" or (before in _NOUN_BEFORE and before not in ("and", "that")):
        return False
    return not (
        before == "and"
        and not word.endswith("s")
        and word not in MODALS | {"must", "should"}
        and back - 1 >= clause.start
        and not _finite(lower[back - 1])
        and index - clause.start > 3
    )


def _statement_kind(layers: Layers, content: TokenSpan) -> Act:
    """Without any stance: a past event is asserted, a lasting state or development is assessed."""
    lower = layers.tokens.lower
    for index in range(content.start, content.end):
        word = lower[index]
        if word in _RELATIVES:
            break
        if word in HAVE or word in BE | _STATE_VERBS:
            if word in ("was", "were", "had"):
                return "assert"
            return "assess"
        if word in ("marks", "mark", "will"):
            return "assert" if word != "will" else "assess"
        if (word.endswith("ed") and len(word) > 4) or word in _PAST:
            return "assert"
    return "assess" if any(lower[i].endswith("s") for i in range(content.start, content.end)) else "assert"


_PAST = frozenset(
    "met held paid made took went came gave said saw set left led began brought built sent spoke won lost did became drew put got".split()
)


def polarity(layers: Layers, cue: CueMatch | None, content: TokenSpan) -> Polarity:
    """Negative when the cue is negated or denies, or when the content's main verb is negated."""
    if cue is not None and (cue.negated or cue.lemma.split()[0] in ("deny", "refuse", "decline", "reject", "refute", "rebut")):
        return "negative"
    lower = layers.tokens.lower
    for index in range(content.start, content.end):
        if lower[index] in BE | HAVE | MODALS:
            return (
                "negative"
                if any(w in NEGATIONS for w in lower[index + 1 : index + 3]) or lower[index + 1 : index + 2] == ["no"]
                else "positive"
            )
    return "positive"


def modality(layers: Layers, content: TokenSpan) -> Modality:
    """The first modal of the content."""
    for index in range(content.start, content.end):
        word = layers.tokens.lower[index]
        if word in ("will", "shall", "'ll"):
            return "future"
        if word in ("would", "could", "'d"):
            return "conditional"
        if word in ("should", "must", "ought"):
            return "obligation"
        if word in ("might", "can") or (word == "may" and not layers.tokens.is_capitalized(index)):
            return "possibility"
    return "actual"

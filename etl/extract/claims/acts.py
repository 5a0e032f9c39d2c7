"""What is done in saying it: the act of a claim.

A cue that fixes the act decides ("thanked", "urged"). A plain verb of saying leaves it to the content: each of its clauses is read for the
first stance of its main verb, and the primary act is chosen in the order of the gold standard (performative acts, then support and oppose,
then what is to be done, then judgements, then plain assertion). What depends on "is willing to" stays a pledge: a stance governs its
clause.
"""

from __future__ import annotations

from typing import Final

from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.doers import is_open, is_others, is_own_subject, is_told_of, may_be
from etl.extract.claims.felt import felt_after, felt_noun
from etl.extract.claims.kinds import names_state_of_things, statement_kind
from etl.extract.claims.stances import asks_to_convey, clauses_of, stances_of
from etl.extract.grammar import BE, HAVE, MODALS, NEGATIONS, OWN_DETERMINERS, REFLEXIVES, RELATIVES, WILL
from etl.extract.layers import Layers, TokenSpan
from etl.lexicon.cues import load_cues
from etl.lexicon.meetings import load_meeting_terms
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words
from etl.records import Act, ActorRef

_RANK: Final[dict[Act, int]] = {
    "thank": 0, "congratulate": 0, "announce": 0, "agree": 0, "convey": 0,
    "support": 1, "oppose": 1, "urge": 2, "pledge": 2, "propose": 2, "praise": 3, "assess": 3, "assert": 4,
}  # fmt: skip


FAMILY: Final[dict[Act, str]] = {
    "assert": "tell", "assess": "tell", "praise": "tell", "support": "support", "oppose": "oppose", "pledge": "pledge",
    "urge": "urge", "propose": "urge", "thank": "thank", "congratulate": "congratulate", "announce": "announce",
    "agree": "agree", "convey": "convey",
}  # fmt: skip
"""Two cues of one sentence make two claims when the families of their acts differ."""


"""What somebody will do is pledged when it is the speaker's own side that will; told later, "will" is "would"."""
_ADVERBIAL: Final = frozenset({",", "as", "always", "continue", "to", "also", "further", "still", "fully", "never"})
"""What may stand between "will" and the stance that it governs."""
_MAX_GOVERNED: Final = 4
_GOVERNED: Final = frozenset({"support", "oppose", "praise", "urge", "thank", "propose", "congratulate"})
"""Acts of the verb after "will", "would" or "must", which says what is done: "I would urge", "I must thank"."""
_SURE, _SLIGHT, _PRAISE = 0.7, 0.45, 0.6
"""Weights of stances: enough to stand alone, too little to count, enough to praise."""


def claim_act(layers: Layers, cue: CueMatch | None, content: TokenSpan, own: tuple[ActorRef, ...]) -> Act:
    """The primary act of a claim."""
    if cue is not None:
        plain = cue.act in ("assert", "assess") and bool(cue.frames & {"clause", "quote"}) and "light" not in cue.frames
        if not plain and not _open_hope(cue):
            return _fixed_act(layers, cue, content, own)
    if cue is not None and content.start < cue.start and cue.lemma in load_speech_words().stressing_verbs:
        needs = load_speech_words().importance_nouns
        at = next(
            (i for i in range(content.start, min(content.end, content.start + _WISHED_REACH)) if layers.tokens.lower[i] in needs), None
        )
        if at is not None:
            return content_act(layers, TokenSpan(at, content.end), own, default="urge")  # "the special importance of X was emphasized"
    if cue is not None and cue.lemma in _EXPRESSING and (felt := felt_noun(layers, content)) is not None:
        return felt
    if cue is not None and (named := _named_stance(layers, cue, content)) is not None:
        return named
    if cue is not None and cue.lemma == "deny":
        return "assert"  # "denied that it would help", which pledges nothing
    stance = content_act(layers, content, own)
    if cue is not None and "infinitive" in cue.frames and stance in ("assert", "assess") and layers.tokens.lower[content.start] == "to":
        return "pledge"  # "affirmed to work closely"
    if cue is not None and cue.lemma == "wish" and layers.tokens.lower[cue.end] == "to" and content.start > cue.end + 1:
        return stance  # "wishes to confirm that …"
    if cue is not None and _wishes_well(layers, cue, content):
        return cue.act
    if cue is not None and cue.lemma in ("hope for", "wish for") and not _GOOD.isdisjoint(_near(layers, content)):
        return "convey"  # "hoped for a speedy recovery"
    if cue is not None and cue.lemma == "expect" and layers.tokens.lower[content.start] != "to" and not _binds(layers, content, own):
        return stance if stance in ("support", "oppose") else "assess"  # "analysts expect the cabinet to give in"
    if cue is not None and _open_hope(cue) and stance in ("assert", "assess", "pledge"):
        return "pledge" if layers.tokens.lower[content.start] == "to" else "urge"
    if cue is not None and stance == "assess" and cue.act == "assert" and _opens_with_gerund(layers, content):
        return "assert"  # "reported hearing shots"
    if cue is not None and stance in ("assert", "assess"):
        if stance == "assert" and cue.lemma in load_speech_words().stressing_verbs and content.start >= cue.end:
            return "assess" if names_state_of_things(layers, content) else stance  # "reaffirmed | the strength of the ties"
        foreboding = cue.lemma == "warn" and layers.tokens.lower[content.start] != "to"
        return "assess" if cue.act == "assess" or foreboding else stance
    return stance


def _opens_with_gerund(layers: Layers, content: TokenSpan) -> bool:
    word = layers.tokens.lower[content.start]
    return word.endswith("ing") and len(word) > _SHORTEST_GERUND and not layers.quoted[content.start]


_SHORTEST_GERUND: Final = 5


def _named_stance(layers: Layers, cue: CueMatch, content: TokenSpan) -> Act | None:
    """The act of a stance that is named by a noun or adjective, not told by a clause.

    "The readiness to help | was confirmed", "declared themselves | ready to help".
    """
    lower, cues, speech = layers.tokens.lower, load_cues(), load_speech_words()
    if lower[content.start] in REFLEXIVES:
        adjective = cues.adjectives.get(lower[content.start + 1]) if content.start + 2 < content.end else None
        return adjective.act if adjective is not None and lower[content.start + 2] in adjective.complements else None
    if cue.construction != "passive" or content.start > cue.start or "light" in cue.frames:
        return None
    index = content.start
    while index < cue.start and (lower[index] in OWN_DETERMINERS or lower[index] in speech.stance_adjectives):
        index += 1
    noun = cues.nouns.get(lower[index])
    named = noun is not None and noun.act in _NAMED and lower[index + 1] in noun.complements
    return noun.act if noun is not None and named else None


_EXPRESSING: Final = frozenset({"express", "voice"})
_NAMED: Final = frozenset({"pledge", "support", "oppose", "thank"})


def _open_hope(cue: CueMatch) -> bool:
    """Whether a cue hopes: with an infinitive it pledges, with a clause it urges."""
    return cue.lemma.split()[0] in load_speech_words().hoping_verbs and cue.construction != "light"


def _binds(layers: Layers, content: TokenSpan, own: tuple[ActorRef, ...]) -> bool:
    """Whether who speaks for a state or body expects something of somebody: "Peru expects its neighbours to help"."""
    nominal = layers.nominals.starting(content.start)
    return bool(own) and nominal is not None and nominal.kind != "thing"


def _wishes_well(layers: Layers, cue: CueMatch, content: TokenSpan) -> bool:
    """Whether somebody is wished something: "wished her success", and not "wished to stay", "wished that she would stay"."""
    wished = layers.tokens.lower[cue.end : content.end]
    good = not _GOOD.isdisjoint(wished[:_WISHED_FIRST])  # "wished prosperity to the nation"
    return cue.act == "convey" and _open_hope(cue) and (good or not {"to", "that", "would"} & set(wished[:_WISHED_REACH]))


_WISHED_REACH: Final = 6
_WISHED_FIRST: Final = 3


def _near(layers: Layers, content: TokenSpan) -> list[str]:
    """The first words of a content, where its noun stands."""
    return layers.tokens.lower[content.start : min(content.end, content.start + _WISHED_REACH)]


_GOOD: Final = frozenset(
    "recovery health success successful prosperity happiness wellbeing well welfare progress peace joy strength".split()
)
"""What is wished to others."""


def _fixed_act(layers: Layers, cue: CueMatch, content: TokenSpan, own: tuple[ActorRef, ...]) -> Act:
    """The act that the cue says, but for a stressed importance or need, and for an urging to pass on greetings."""
    head, noun, speech = cue.lemma.split()[0], cue.lemma.split()[-1], load_speech_words()
    if "light" in cue.frames and head in speech.stressing_verbs and noun in speech.importance_nouns:
        return content_act(layers, TokenSpan(cue.start + 1, content.end), own, default="assess")
    if cue.act == "assert" and "object" in cue.frames and not speech.importance_nouns.isdisjoint(_near(layers, content)[:2]):
        return content_act(layers, content, own, default="assess")  # "laid stress on the need for"
    if "light" in cue.frames and cue.act in ("assert", "assess") and layers.tokens.lower[cue.end] == "that" and cue.end + 1 < content.end:
        held = content_act(layers, TokenSpan(cue.end + 1, content.end), own)
        return held if held in _HELD else cue.act  # "reiterated her position that they should leave"
    if "light" in cue.frames and noun in _STANDING and (done := _gerund_act(layers, content)) is not None:
        return done  # "reiterated its firm position in rejecting the toll"
    if noun in _NOTICE and (asked := _asked_in(layers, content)) is not None:
        return content_act(layers, asked, own, default="urge")  # "drew attention to the need for"
    if cue.act == "oppose" and "person_infinitive" in cue.frames and _has_infinitive(layers, content):
        return "urge"  # "challenged the president to publish the bill"
    if cue.act == "urge" and asks_to_convey(layers, content):
        return "convey"  # asked to pass on greetings
    if cue.construction == "adjective" and cue.negated and cue.act == "pledge":
        return "oppose"  # "is not prepared to"
    if cue.lemma.startswith("rule") and cue.negated and cue.act == "oppose":
        return "assess"  # "does not rule out"
    if cue.lemma == "seek" and not speech.sought_nouns.isdisjoint(_near(layers, content)):
        return "urge"  # "sought the minister's support"
    if cue.lemma in _ASSURING and _tells_that(layers, content):
        told = content_act(layers, content, own)  # "assured that no ship had sailed"
        return "assess" if cue.lemma == "caution" and told == "assert" else told
    if cue.lemma == "suggest" and _is_judged(layers, content):
        return "assess"  # "suggested that the talks were over", and not "suggested that they be put off"
    return cue.act


def _gerund_act(layers: Layers, content: TokenSpan) -> Act | None:
    """The act of the verb in which a position lies: "in | rejecting …"."""
    lower = layers.tokens.lower
    near = range(content.start, min(content.end - 1, content.start + _WISHED_REACH))
    at = next((i + 1 for i in near if lower[i] in ("in", "of") and lower[i + 1].endswith("ing")), None)
    readings = load_cues().verbs.get(lower[at], ()) if at is not None else ()
    return next((cue.act for cue, form in readings if form == "gerund" and cue.act in _HELD), None)


_STANDING: Final = frozenset({"position", "stance", "stand", "policy"})


def _has_infinitive(layers: Layers, content: TokenSpan) -> bool:
    """Whether what follows whom a verb is aimed at says what they shall do."""
    lower, end = layers.tokens.lower, min(content.end, content.start + _AIMED_REACH)
    at = next((i for i in range(content.start + 1, end) if lower[i] == "to"), None)
    return at is not None and at + 1 < content.end and lower[at + 1] not in load_words().determiners and lower[at + 1].isalpha()


_AIMED_REACH: Final = 8
_HELD: Final = frozenset({"urge", "support", "oppose"})
_NOTICE: Final = frozenset({"attention", "to"})
"""How cues of drawing attention end."""


def _asked_in(layers: Layers, content: TokenSpan) -> TokenSpan | None:
    """What attention is drawn to, where that is a need or an importance."""
    needs, lower = load_speech_words().importance_nouns, layers.tokens.lower
    near = range(content.start, min(content.end, content.start + _WISHED_REACH))
    at = next((i for i in near if lower[i] in needs), None) if "attention" in lower[content.start - 2 : content.end] else None
    return TokenSpan(at, content.end) if at is not None else None


def _tells_that(layers: Layers, content: TokenSpan) -> bool:
    """Whether a clause with "that" tells how things are or were, and not what will be."""
    lower = layers.tokens.lower
    return "that" in lower[content.start - 1 : content.start + 1] and WILL.isdisjoint(lower[content.start : content.end])


_ASSURING: Final = frozenset({"assure", "reassure", "guarantee", "caution"})


def _is_judged(layers: Layers, content: TokenSpan) -> bool:
    """Whether the first finite verb of a clause tells how things are, not what should be."""
    words = layers.tokens.lower[content.start + 1 : content.end]
    return next((word for word in words if word in _INDICATIVE or word in RELATIVES or word in MODALS or word == "that"), "") in _INDICATIVE


_INDICATIVE: Final = (BE | HAVE | {"may", "might", "could", "will"}) - {"be", "been", "being", "having"}


def content_act(layers: Layers, content: TokenSpan, own: tuple[ActorRef, ...], default: Act | None = None) -> Act:
    """The act that the words of a statement show, judged clause by clause."""
    asked = (content, own, default)
    if asked not in layers.acts:
        layers.acts[asked] = _read_act(layers, *asked)
    return layers.acts[asked]


def _read_act(layers: Layers, content: TokenSpan, own: tuple[ActorRef, ...], default: Act | None) -> Act:
    acts: list[Act] = []
    for clause in clauses_of(layers, content):
        act = _clause_act(layers, clause, own)
        if act in ("agree", "announce", "congratulate") and not _performed(layers, clause):
            act = "assert"  # an agreement that is told of, not made
        if act is not None:
            acts.append(act)
    if acts:
        best = min(acts, key=lambda a: _RANK[a])
        if _RANK[best] < 3 or "assess" in acts or default is None:
            return best
    return default or statement_kind(layers, content)


def _performed(layers: Layers, clause: TokenSpan) -> bool:
    """Whether I or we do it now."""
    lower = layers.tokens.lower
    after = any(lower[i] in ("i", "we") and lower[i - 1] == "," for i in range(clause.start + 1, clause.end))  # "On behalf of Peru, we …"
    return after or any(w in ("i", "we") for w in lower[clause.start : clause.start + 3])


def _is_missed(lower: list[str], index: int, end: int) -> bool:
    """Whether "should" looks back at what was or was not done: "(never) have been opened"."""
    index += lower[index : index + 1] in (["never"], ["not"])
    return lower[index : index + 1] == ["have"] and index + 1 < end and (lower[index + 1] == "been" or lower[index + 1].endswith("ed"))


_SHOULD: Final = frozenset({"should", "ought", "must"})


def _clause_act(layers: Layers, clause: TokenSpan, own: tuple[ActorRef, ...]) -> Act | None:
    """The act of a clause by its first stance, and by the stances which that one governs or yields to."""
    lower = layers.tokens.lower
    hits = stances_of(layers, clause)
    if not hits:
        return None
    (at, end, stance), rest = hits[0], hits[1:]
    if stance.words[:2] == ("would", "like") and end < clause.end:
        # "I would like to thank": the verb that follows is what is done
        following = _clause_act(layers, TokenSpan(end, clause.end), own)
        return following or ("assert" if lower[end] in load_speech_words().saying_verbs else stance.act)
    if stance.words in _WANTING and end < clause.end and (_performed(layers, clause) or lower[at - 1] in ("i", "we")):
        following = _clause_act(layers, TokenSpan(end, clause.end), own)
        if following is None and (felt := felt_after(layers, end, clause.end)) is not None:
            return felt  # "we wish to convey our heartfelt congratulations"
        if following is None and lower[end] in load_speech_words().saying_verbs:
            return None  # "I want to say that …"
        return following if following in ("thank", "congratulate", "convey") else stance.act  # "I want to thank"
    if stance.words == ("welcome",) and lower[at] == "welcome" and _greets(lower, at, end, clause):
        return "convey"
    if stance.words == ("be", "supposed", "to") and lower[at] in ("was", "were"):
        return "assert"  # "I was supposed to come"
    if stance.words[-2:] in _WEIGHTS and _exists(layers, end, clause.end):
        return "assess"  # "the importance of the visit", which nobody has to make
    if stance.words in _NEEDING and _performed(layers, clause) and (said := _plain_cue(lower, end, clause.end)) is not None:
        return said  # "I have to regret"
    if stance.words == ("must",) and _performed(layers, clause):
        return next((h.stance.act for h in rest if h.at <= end + 1 and h.stance.act in ("thank", "congratulate")), stance.act)
    if stance.act in ("support", "oppose") and any(w in NEGATIONS for w in lower[max(clause.start, at - 2) : at + 1]):
        return "oppose" if stance.act == "support" else "assert"
    if stance.words[0] in _SHOULD and _is_missed(lower, end, clause.end):
        return "assess"  # "a chapter that should never have been opened"
    if stance.words == ("have", "to") and lower[at] == "had":
        return next((h.stance.act for h in rest if h.stance.weight >= _SURE), "assert")  # "the trip had to be called off"
    if stance.act == "pledge" and stance.words[0] == "be" and not NEGATIONS.isdisjoint(lower[at:end]):
        return "oppose"  # "is not prepared to"
    if stance.words[0] == "intend" and lower[at - 1] in BE:
        return "assess"  # "the claims are intended to spoil the visit"
    if stance.act == "pledge" and (is_open(lower, clause.start, at, end) or may_be(lower, clause.start, at, stance.words[0])):
        return "assess"
    if (stance.words[0] in WILL or stance.words == _GOING) and stance.act == "pledge":
        governed = next((h for h in rest if h.at <= end + _MAX_GOVERNED and h.stance.act in _GOVERNED and h.stance.weight >= _SLIGHT), None)
        if governed is not None and all(w.endswith("ly") or w in _ADVERBIAL for w in lower[end : governed.at]):
            return governed.stance.act
        doer = is_own_subject(layers, at, clause, own)
        if own and not doer and _is_to_be_done(lower, end, clause.end):
            return "pledge"
        if doer and _is_journey(lower, end, clause.end) and not _performed(layers, clause):
            return "assert"  # "he will hold talks with X and visit Y": a programme, and no promise
        if doer:
            undergone = _is_undergone(lower, end, clause.end) or lower[end : end + 1] == ["see"]  # "we will see more chaos"
            return "assess" if undergone and lower[end : end + 2] != ["see", "to"] else "pledge"
        return "assert" if _is_scheduled(lower, end, clause.end) else "assess"
    if stance.act == "praise" and stance.weight < _PRAISE:
        return next((h.stance.act for h in rest if h.stance.act in ("support", "oppose")), "assess")
    if stance.words == ("call", "for") and lower[at - 1].removesuffix("s") in load_speech_words().aim_nouns:
        return None  # "tentative plans call for a vote"
    if stance.act in _TOLD and is_told_of(layers, at, clause, own):
        return "assert"
    if stance.act in _OTHERS_STANCES and is_others(layers, at, clause, own):
        return "assess"  # what another state is ready for
    if stance.weight < _SLIGHT:
        return next((h.stance.act for h in rest if h.stance.weight >= _SURE), None)
    if stance.act == "assess" and any(h.stance.words[0] in ("should", "must") for h in rest):
        return "urge"
    return stance.act


def _greets(lower: list[str], at: int, end: int, clause: TokenSpan) -> bool:
    """Whether somebody is greeted and nothing supported: "Mr President, welcome to Lima", "So, welcome."."""
    opens = at == clause.start or lower[at - 1] in (",", "so", "well", "very", "warmly")
    return opens and lower[end : end + 1] in (["to"], ["."], ["!"], [","], ["back"])


_WANTING: Final = frozenset({("want", "to"), ("wish", "to")})


_NEEDING: Final = frozenset({("have", "to"), ("must",)})
_GOING: Final = ("be", "going", "to")
_WEIGHTS: Final = frozenset({("importance", "of"), ("significance", "of")})
_DEEDS: Final = ("tion", "sion", "ment", "ing", "ance", "ence", "al")
"""Endings of nouns of what is done."""
_SURELY_SAID: Final = 0.7


_DEFINITE: Final = (OWN_DETERMINERS | {"this", "these", "that"}) - {"a", "an", "any"}


def _exists(layers: Layers, index: int, end: int) -> bool:
    """Whether what is important is there: "the | recent visit", "Peru as a partner", and not "painting it", "the repair of"."""
    lower, named = layers.tokens.lower, layers.entity_at(index)
    if named is not None and named.kind in ("state", "organization") and lower[named.end : named.end + 1] != []:
        following = lower[named.end : min(end, named.end + _PARTNER_REACH)]
        return following[:1] != [] and following[0] in _AS_PARTNER and not any(word.endswith("ing") for word in following)
    definite = index + 1 < end and lower[index] in _DEFINITE
    return definite and not any(word.endswith(_DEEDS) for word in lower[index + 1 : min(end, index + 3)])


_PARTNER_REACH: Final = 5
_AS_PARTNER: Final = frozenset({"as", "and", ",", "to", "for"})
"""What follows the name of a state that is important itself."""


def _plain_cue(lower: list[str], index: int, end: int) -> Act | None:
    """The act of a verb that tells or judges: "I have to | admit"; None for any other."""
    cues = load_cues().verbs.get(lower[index], ()) if index < end else ()
    plain = [cue for cue, _ in cues if cue.act in ("assert", "assess") and not cue.following and cue.weight >= _SURELY_SAID]
    return plain[0].act if plain else None


def _is_undergone(lower: list[str], index: int, end: int) -> bool:
    """Whether somebody will have something done to them, which is no deed of theirs: "both sides would be | well served"."""
    while index < end and (lower[index].endswith("ly") or lower[index] in _ADVERBIAL):
        index += 1
    served = (
        lower[index + 2] if lower[index + 1 : index + 2] == ["well"] and index + 2 < end else lower[index + 1] if index + 1 < end else ""
    )
    passive = served.endswith("ed") or served in load_speech_words().irregular_participles
    return lower[index : index + 1] == ["be"] and passive and served not in load_cues().adjectives


def _is_to_be_done(lower: list[str], index: int, end: int) -> bool:
    """Whether a passive says what will be done, by the speaker's side as nobody else is named: "an office would be opened"."""
    while index < end and (lower[index].endswith("ly") or lower[index] in _ADVERBIAL):
        index += 1
    done = (
        index + 1 < end
        and lower[index] == "be"
        and (lower[index + 1].endswith("ed") or lower[index + 1] in load_speech_words().irregular_participles)
    )
    return done and "by" not in lower[index + 2 : index + 4]


def _is_journey(lower: list[str], start: int, end: int) -> bool:
    """Whether what somebody will do is to travel, meet or attend: "will (soon) pay a visit to X"."""
    start += next((i for i, w in enumerate(lower[start:end]) if not (w.endswith("ly") or w in _ADVERBIAL)), 0)
    verbs = load_meeting_terms().verbs.get(lower[start], ()) if start < end else ()
    fulfils = lower[start : start + 1] == ["meet"] and not OWN_DETERMINERS.isdisjoint(
        lower[start + 1 : start + 2]
    )  # "will meet its duties"
    travels = not fulfils and any(
        v.form == "base" and v.sense in _JOURNEYS and tuple(lower[start + 1 : start + 1 + len(v.following)]) == v.following for v in verbs
    )
    near = lower[start : min(end, start + _PROGRAMME_REACH)]
    paid = lower[start : start + 1] in (["pay"], ["hold"], ["have"], ["attend"]) and not _OCCASIONS.isdisjoint(near)
    return travels or paid


_OF_DUTIES: Final = frozenset({"its", "his", "her", "their", "our", "all", "any", "every", "these", "those", "this"})
_JOURNEYS: Final = frozenset({"meet", "visit", "travel", "see", "receive"})
_OCCASIONS: Final = frozenset(
    "visit talks meeting meetings summit forum ceremony conference session call consultations negotiations discussions".split()
)
_PROGRAMME_REACH: Final = 8


def _is_scheduled(lower: list[str], index: int, end: int) -> bool:
    """Whether "will" tells of what is fixed: "the talks will resume in May"; what will help or grow is an expectation.

    So is where somebody will be: "will be in Lima", "will be travelling".
    """
    speech = load_speech_words()
    while index < end and (lower[index].endswith("ly") or lower[index] in _ADVERBIAL or lower[index] in speech.auxiliary_adverbs):
        index += 1
    if lower[index : index + 1] == ["be"] and index + 1 < end:
        return lower[index + 1] in _WHEREABOUTS or lower[index + 1] in speech.scheduled_gerunds
    return index < end and (lower[index] in speech.scheduled_verbs or lower[index : index + 2] in _HAPPENING)


_WHEREABOUTS: Final = frozenset({"in", "at", "here", "there", "back"})
_HAPPENING: Final = (["take", "place"], ["take", "part"])


_TOLD: Final = frozenset({"urge", "propose", "pledge", "oppose", "thank", "praise", "support"})
_OTHERS_STANCES: Final = frozenset({"pledge", "support", "oppose", "praise"})

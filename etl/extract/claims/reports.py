"""Ordinary text: attributions sentence by sentence, quotations joined, and headless speech given to whoever holds the floor.

Between states every sentence of a quotation is a claim, as every sentence of indirect speech is. In ordinary news a quotation is one claim,
however many sentences stand between its marks.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from etl.extract.claims.attribution import Attribution, without_news
from etl.extract.claims.declaring import is_declared
from etl.extract.claims.discourse import Discourse
from etl.extract.claims.draft import Draft, bare_draft
from etl.extract.claims.drafts import drafts_of
from etl.extract.claims.headless import continues
from etl.extract.claims.pointing import pointed_at, pointing_source
from etl.extract.claims.points import is_point
from etl.extract.claims.quotations import (
    announcer,
    goes_on,
    is_attributed_later,
    is_mostly_quoted,
    is_spoken_unmarked,
    joined,
    settled_quotations,
    uncued_quotation,
    whole_quotation,
)
from etl.extract.claims.talk import Holder, Setting
from etl.extract.grammar import FIRST_PERSON
from etl.extract.layers import Layers, Sentence
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.actors import load_actors
from etl.lexicon.words import load_words

_OPENING_SENTENCES: Final = 5
_MIN_POINTS: Final = 3
_MAX_OTHERS: Final = 0.35
"""Share of sources besides those who meet, from which on an article with a meeting is ordinary news."""
_OF_THE_TALKS: Final = frozenset({"pronoun", "parties", "group", "office"})
"""Sources that in a report of talks stand for those who meet."""
_DECLARING: Final = frozenset({"statement", "following", "declaration"})
_ENDS: Final = frozenset({".", "!", "?", "…", ":", ";"})
MIN_SENTENCE: Final = 3
"""Tokens that a sentence needs to say anything."""


def report_drafts(layers: Layers) -> list[tuple[Draft, Setting]]:
    """Drafts with the setting they stand in, in the order in which they were settled."""
    readout = _is_readout(layers)
    discourse = Discourse(layers, readout)
    out: list[tuple[Draft, Setting]] = []
    pending: list[Sentence] = []
    quoted_to = 0
    speaker: Holder | None = None
    for number, sentence in enumerate(layers.sentences):
        if sentence.end - sentence.start < MIN_SENTENCE:
            continue
        discourse.enter(sentence)
        if sentence.first:
            speaker = _speaks_on(layers, number, discourse, speaker)
        if speaker is not None:
            statement = bare_draft(layers, sentence, speaker, "quotation", 0.75, continuation=True)._replace(direct=True)
            out.append((statement, discourse.setting(speaker)))
            discourse.hold(speaker, sentence.paragraph)
            continue
        drafts = drafts_of(layers, sentence, _attributions(layers, number, discourse), discourse)
        if drafts and is_spoken_unmarked(layers, number):
            pending.append(sentence)
            continue
        points_back = number > 0 and pointing_source(layers, number) is not None
        drafts = [d for d in drafts if d.rule.startswith("participle")] if points_back else _pointed(layers, number, drafts, discourse)
        if drafts and pending:
            settled = settled_quotations(layers, pending, drafts[0], discourse)
            out.extend((draft, discourse.setting(draft.holder)) for draft in settled)
            pending = []
        elif not drafts and is_spoken_unmarked(layers, number):
            pending.append(sentence)
            continue
        elif not drafts and is_mostly_quoted(layers, sentence):
            if not discourse.diplomatic and sentence.start < quoted_to:
                continue  # it stands in the marks of a claim that holds it all
            if is_attributed_later(layers, number) and not _speaks_again(layers, number, discourse):
                pending.append(sentence)
                continue  # whose it is, is said after it
            _announced(layers, number, discourse)
            drafts = uncued_quotation(layers, sentence, discourse)
            if drafts and not discourse.diplomatic and out and goes_on(layers, out[-1][0], drafts[0]):
                out[-1] = (joined(out[-1][0], drafts[0]), out[-1][1])
                quoted_to, drafts = out[-1][0].content.end, []
        if not drafts and not points_back:
            drafts = _declared(layers, sentence, discourse)
        if not drafts and not points_back and (readout or discourse.official):
            drafts = _headless(layers, sentence, discourse)
        for draft in drafts:
            out.append((draft, discourse.setting(draft.holder)))
            if draft.direct:
                discourse.quoted_paragraph = sentence.paragraph
                quoted_to = max(quoted_to, whole_quotation(layers, draft.content).end)
        own = [draft for draft in drafts if draft.attribution is None or not draft.attribution.relay]
        if own and _takes_floor(own[-1].holder, readout=readout):
            discourse.hold(own[-1].holder, sentence.paragraph)
        discourse.leave(sentence)
    return out


def _speaks_again(layers: Layers, number: int, discourse: Discourse) -> bool:
    """Whether a paragraph that closes its quotation goes on with who was quoted in the one before, though another is quoted after it."""
    sentence, following = layers.sentences[number], layers.sentences[number + 1 : number + 2]
    alone = sentence.first and bool(following) and following[0].first and layers.tokens.words[sentence.end - 1] in CLOSING_QUOTES
    floor = discourse.floor
    return alone and floor is not None and len(floor.people) == 1 and discourse.quoted_paragraph == sentence.paragraph - 1


def _speaks_on(layers: Layers, number: int, discourse: Discourse, speaker: Holder | None) -> Holder | None:
    """Who speaks a paragraph without marks: in the first person, it follows "X said:" or their last words.

    In official texts the words before the colon may say more than that; where nobody says who published, they must stand alone.
    """
    sentence, before = layers.sentences[number], layers.sentences[number - 1] if number else None
    end = sentence.end
    for following in islice(layers.sentences, number + 1, None):
        if following.paragraph != sentence.paragraph:
            break
        end = following.end
    words = layers.tokens.lower[sentence.start : end]
    own = not FIRST_PERSON.isdisjoint(words)
    if before is None or any(layers.quoted[sentence.start : end]) or layers.tokens.words[end - 1] not in _ENDS:
        return None
    if _announces(layers, sentence):
        return None
    if layers.tokens.words[before.end - 1] != ":":
        return speaker if own or _goes_on(layers, number) else None
    alone = _announces(layers, before) and layers.article.publisher is None
    declared = alone or not _DECLARING.isdisjoint(layers.tokens.lower[before.start : before.end])
    if speaker is not None or not (own or (declared and _goes_on(layers, number))) or not (alone or discourse.official):
        return speaker
    holder = discourse.resolve(announcer(layers, before), before)
    return holder if holder is not None and (holder.people or alone or (declared and holder.actors)) else None


def _goes_on(layers: Layers, number: int) -> bool:
    """Whether the first person stands in a later paragraph of the text, and nobody is named as saying this one."""
    if any(a.source is not None and a.source.kind in ("person", "office") for a in layers.attributions.get(number, ())):
        return False
    for later in layers.sentences[number:]:
        if _announces(layers, later):
            return False  # from there on somebody else speaks
        if not FIRST_PERSON.isdisjoint(layers.tokens.lower[later.start : later.end]):
            return True
    return False


def _announces(layers: Layers, sentence: Sentence) -> bool:
    """Whether a paragraph of one sentence says no more than who speaks in the next: "Minister X Y said:"."""
    tokens, end = layers.tokens, sentence.end
    alone = sentence.first and end - sentence.start >= MIN_SENTENCE and tokens.words[end - 1] == ":"
    return alone and tokens.lower[end - 2] in load_words().quote_verbs


def _pointed(layers: Layers, number: int, drafts: list[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts of a sentence, or that of whoever said it by the next one: "This was stated by X"."""
    sentence = layers.sentences[number]
    source = pointed_at(layers, number)
    if source is None or any(draft.holder.people for draft in drafts) or is_mostly_quoted(layers, sentence):
        return drafts
    holder = discourse.resolve(source, layers.sentences[number + 1])
    if holder is None or any(not set(draft.holder.actors) <= set(holder.actors) for draft in drafts):
        return drafts
    return [bare_draft(layers, sentence, holder, "pointed-at", 0.8, continuation=False)]


def _announced(layers: Layers, number: int, discourse: Discourse) -> None:
    """Give the floor to whom the sentence before announces: "X issued the following statement:"."""
    before = layers.sentences[number - 1] if number else None
    if before is None or layers.tokens.words[before.end - 1] != ":" or layers.attributions.get(number - 1):
        return
    holder = discourse.resolve(announcer(layers, before), before)
    if holder is not None and (holder.people or holder.actors):
        discourse.hold(holder, layers.sentences[number].paragraph)


def _takes_floor(holder: Holder, *, readout: bool) -> bool:
    """In a readout only the parties to the talks hold the floor; elsewhere "a diplomat" may."""
    return bool(holder.people or holder.actors or (holder.described and not readout))


def _attributions(layers: Layers, number: int, discourse: Discourse) -> list[Attribution]:
    """The sentence's attributions that count in such an article.

    In ordinary news a passive without an agent reports nobody's words. In a readout, where a speaker has the floor, a thing
    ("the initiative shows …") is talked about and is no other voice.
    """
    found = layers.attributions.get(number, [])
    if discourse.diplomatic:
        found = without_news(found)
    if not discourse.readout:
        return [a for a in found if a.rule != "agentless-subject"]
    if layers.sentences[number].paragraph == discourse.floor_paragraph and _floor_in_meeting(discourse):
        return [a for a in found if a.source is None or not _is_talked_about(a)]
    return found


def _is_talked_about(attribution: Attribution) -> bool:
    """Whether the source is a thing: "the initiative shows …", "the port of X is open to …"."""
    source = attribution.source
    return source is not None and (source.kind == "thing" or (source.kind == "name" and attribution.cue.construction == "adjective"))


_DECLARED: Final = 0.85
"""How sure a sentence of a declaration is of those who declare."""


def _declared(layers: Layers, sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """A sentence of a declaration in which its authors do not say "we": it is theirs as well."""
    floor = discourse.floor
    if floor is None or len(floor.actors) <= 1 or not is_declared(layers, sentence):
        return []
    discourse.hold(floor, sentence.paragraph)
    return [bare_draft(layers, sentence, floor, "headless", _DECLARED, continuation=True)]


def _headless(layers: Layers, sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """A sentence of a readout that goes on with what the floor holder said."""
    floor = discourse.floor
    if floor is None or (discourse.readout and not _floor_in_meeting(discourse)):
        return []
    here = sentence.paragraph == discourse.floor_paragraph
    if not discourse.readout and not here:
        return []
    sure = continues(layers, sentence, floor, same_paragraph=here)
    if not sure or (not discourse.readout and sure < 0.75):
        return []
    draft = bare_draft(layers, sentence, floor, "headless", sure, continuation=True)
    discourse.hold(floor, sentence.paragraph)
    return [draft]


def _is_readout(layers: Layers) -> bool:
    """Whether the article is a report of talks: it opens with a meeting of several actors, and a good part of it is reported speech.

    So is a statement in numbered points.

    Only there headless sentences go on with what was said; in ordinary news a sentence without a source is the reporter's own. Where many
    others than those who meet are quoted, it is news.
    """
    if not layers.sentences:
        return False
    if sum(is_point(layers, sentence) for sentence in layers.sentences) >= _MIN_POINTS:
        return True
    opening = layers.tokens.ends[layers.sentences[:_OPENING_SENTENCES][-1].end - 1]
    told = any(
        not m.background
        and m.status == "held"
        and len({p.actor for p in m.participants if p.actor is not None}) >= 2
        and any(e.start < opening for e in m.evidence)
        for m in layers.meetings
    )
    reported = len(layers.attributions) * 4 >= len(layers.sentences)
    if told and _share_of_others(layers) > _MAX_OTHERS:
        return False
    return reported and (told or (_names_two_sides(layers, opening) and not _is_news(layers)))


def _share_of_others(layers: Layers) -> float:
    """Which share of the sources neither takes part in the meetings nor speaks for one of their sides."""
    held = [p for m in layers.meetings if not m.background for p in m.participants]
    people, actors = {p.person for p in held}, {p.actor for p in held}
    sources = [a.source for found in layers.attributions.values() for a in found if a.source is not None and not a.carried]
    others = [
        s for s in sources if s.kind not in _OF_THE_TALKS and people.isdisjoint(s.people) and (not s.actors or actors.isdisjoint(s.actors))
    ]
    return len(others) / len(sources) if sources else 0.0


def _names_two_sides(layers: Layers, end: int) -> bool:
    """Whether officials of two actors are named before an offset."""
    people = (layers.people[m.person] for m in layers.person_mentions if layers.tokens.starts[m.start] < end)
    return len({person.actor for person in people if person.titles and person.actor is not None}) > 1


def _is_news(layers: Layers) -> bool:
    """Whether an agency or a paper published the article."""
    actors = load_actors()
    publisher = actors.by_name.get(layers.article.publisher or "")
    return publisher is not None and actors.organization_kinds.get(publisher.name) == "media"


def _floor_in_meeting(discourse: Discourse) -> bool:
    """Whether whoever holds the floor takes part in the meeting in view."""
    if discourse.floor is None:
        return False
    if discourse.meeting is None:
        return bool(discourse.floor.actors)
    members = {p.person for p in discourse.meeting.participants}
    actors = {p.actor for p in discourse.meeting.participants}
    return bool(set(discourse.floor.people) & members) or (not discourse.floor.people and bool(set(discourse.floor.actors) & actors))

"""Officials of different states in one sentence that tells of contact in whatever words: "X gave Y forty minutes", "X showed Y the door".

No list of phrases holds all the ways in which people are brought together; that one is the subject, another an object or partner, that both
are in office for different states, and a word of contact, hospitality or talk stands with them, mostly means that they met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from etl.extract.grammar import FINITE, NEGATIONS, PERSONAL, WAS, was_to_have
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Format, Side, is_told_apart, make_candidate
from etl.extract.meetings.company import SIDE_NOUNS
from etl.extract.meetings.noun_places import is_appeal, is_device
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.voices import told_alike
from etl.extract.wordlists import WordList
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

RULE: Final = "encounter"
_SIDES: Final = 2
_MOST: Final = 7
_REACH: Final = 12
_INVITER_REACH: Final = 16
"""Tokens of titles between "invitation" and the name of who invited."""
_CALLS: Final = frozenset({"called", "calls", "calling"})
_REFERRING: Final = frozenset("he she they him her them his their both guest guests visitor visitors host caller counterpart".split())
"""Words by which a sentence goes on about somebody whom the one before it names."""
_CONTRASTING: Final = frozenset({"while", "whereas", "whilst"})
_CREDENCE: Final = frozenset({"credence", "credentials"})
_CREDENTIALS: Final = frozenset({"letters", "letter"})
_SUBJECTS: Final = frozenset({"person", "group", "office"})
_BELONGING: Final = frozenset({"of", "by", "from", "for", "against", "about", "on", "as", "than", "like", "that", "whose"})
"""Words after which a name belongs to something else: "the remarks of X"."""
_MEETING_OF: Final = frozenset(
    "visit visits credentials credence call calls delegation arrival reception honour honor presence company".split()
) | {
    "meeting",
    "talks",
    "leadership",
}
_ABSENT: Final = frozenset(
    {
        "invitation",
        "invitations",
        "predecessor",
        "successor",
        "behalf",
        "greetings",
        "letter",
        "message",
        "late",
        "greeting",
        "regards",
        "wishes",
    }
)
_KIN: Final = frozenset("wife husband spouse son daughter brother sister father mother".split())
_FRONT: Final = 4
"""Tokens from a word of contact to the first of the two: "After talks with X, Y said", "Received by X, Y said"."""
_AIRPORT: Final = "airport"
_MUTUAL: Final = _CREDENCE | {"together"}
_EACH_OTHER: Final = frozenset({("each", "other"), ("one", "another")})
"""With words of being brought together and of credentials: what joins all whom a sentence names."""
_COMPANY: Final = frozenset({"among", "accompanying"})
"""Words that open a list of those who were there too: "among those who saw them off were", "accompanying the President are"."""
_NAMING: Final = frozenset({"are", "were", "include", "included", "includes"})
_LISTING: Final = frozenset({",", "and", "the", "as", "well"})
_BYGONE: Final = frozenset("recent last previous earlier upcoming forthcoming planned next".split())
"""Attributes of a visit that is another than what is told: "when commenting on the recent visit by X"."""
_PROPOSED: Final = frozenset({"proposed", "planned", "forthcoming", "upcoming", "possible", "expected"})
_POSTED: Final = frozenset({"as", "to", "of"})
"""Words after an appointment to an office, which is none with somebody."""
_CONVENING: Final = frozenset("called convened proposed organised organized appointed written signed launched created founded".split())
_ALONG: Final = frozenset({"joined", "accompanied"})
_HOSTED: Final = frozenset({"hosted", "chaired"})
_HOSTED_REACH: Final = 10
_OF_MANY: Final = frozenset({"summit", "conference", "forum", "congress", "assembly"})
_TERMS: Final = frozenset("administration government presidency cabinet rule tenure reign leadership".split())
"""What is of somebody who need not be there: "during the administration of X"."""
_OTHER_CLAUSES: Final = (["when"], ["while"], ["where"], ["although"], ["because"], ["before"])
_IN_TURN: Final = frozenset(
    "separately separate individually respectively then next later afterwards turn ; after including".split()
) | frozenset("meetings appointments audiences sessions receptions encounters".split())


def sentences_of_contact(layers: Layers) -> frozenset[int]:
    """The numbers of the sentences with a word of contact: there are no encounters in others."""
    return frozenset(layers.sentence_of[index] for index in layers.tokens.where(_openings()))


@cache
def _openings() -> WordList:
    return WordList(load_meeting_words().contact_words | _CALLS)


def find_encounter(layers: Layers, sentence: Sentence, found: Iterable[Candidate]) -> Candidate | None:
    """The encounter that a sentence of contact tells of, where none of its candidates has two sides."""
    if not layers.person_mentions.within(sentence.start, sentence.end):
        return None
    words = load_meeting_words()
    lower = layers.tokens.lower
    present = set(lower[sentence.start : sentence.end])
    far = present & words.distance_words
    if far and not _CREDENCE.isdisjoint(present):
        far -= _CREDENTIALS
    if far or any(_is_complete(c) for c in found) or (not present.isdisjoint(SIDE_NOUNS) and not present.isdisjoint(_NAMING)):
        return None  # "the Peruvian delegation includes A, B and C"
    if any(lower[i : i + 3] == ["in", "a", "message"] for i in range(sentence.start, sentence.end)):
        return None  # "welcomed X in a message"
    if lower[sentence.start : sentence.start + 2] in _ALSO_THERE:
        return None  # "Also attending the meeting were X and Y"
    if not _CONTRASTING.isdisjoint(lower[sentence.start : sentence.start + 2]):
        return None  # "While X held six meetings, Y held eleven": each with others
    if lower[sentence.start] in _COMPANY and not _NAMING.isdisjoint(lower[sentence.start : sentence.start + _REACH]):
        return None
    taking = [n for n in layers.nominals.within(sentence.start, sentence.end) if _takes_part(layers, n, sentence)]
    outside = [n for n in taking if not _is_told(layers, n)]
    nominals = outside or taking  # a statement may tell of both, but nobody tells of oneself by name
    sides: list[Side] = []
    partners: list[int] = []
    for nominal in nominals:
        new = with_subject(layers, nominal) if nominal.kind == "pronoun" else members(layers, nominal)
        new = [side for side in new if side.person is not None and all(side.person != s.person for s in sides)]
        if new and sides:
            partners.append(nominal.start)
        sides += new
    if lower[sentence.start] in ("at", "during") and _goes_on(layers, sentence, sides):
        return None  # "At the meeting, X and Z gave a report to Y": of the one just told of
    refers = not present.isdisjoint(_REFERRING) or any(n.kind == "parties" for n in layers.nominals.within(sentence.start, sentence.end))
    refers = refers and lower[sentence.start] != "their"  # "Their talks followed a visit by Z"
    refers = refers and not _has_unknown_subject(layers, sentence)
    along = len(sides) == 1 and not _ALONG.isdisjoint(present) and lower[nominals[0].start - 1] == "by"  # "were joined by X": by their own
    if len(sides) == 1 and refers and not along and (other := _of_sentence_before(layers, sentence, sides[0])) is not None:
        sides.insert(0, other)
    sides = [side for side in sides if side.person is None or not _is_spouse(layers, side.person)] or sides
    if not _SIDES <= len(sides) <= _MOST:
        return None
    if partners and not (_brought_together(layers, sentence, nominals[0], partners) or _side_by_side(layers, nominals, sides)):
        return None
    trigger = _trigger(layers, sentence, nominals[0], partners[0] if partners else sentence.end)
    if trigger is not None and lower[trigger] == _AIRPORT and _side_by_side(layers, nominals, sides):
        return None  # "A and B arrived at the airport", each by his own plane
    if ({"saw", "off"} <= present or "visited" in present) and _side_by_side(layers, nominals, sides):
        return None  # "A and B saw the prime minister off", "A and B visited C", each by himself or not
    arriving = not _GREETING.isdisjoint(present) and not _ON_ARRIVAL.isdisjoint(present)
    if arriving and len(sides) > _SIDES:
        return None  # "X greeted Y and Z upon their arrivals", one after the other
    if trigger is not None and ";" in lower[trigger : nominals[-1].start] and not _NAMING.isdisjoint(lower[trigger : nominals[0].start]):
        return None  # "those who received their letters are A (Cuba); B (Qatar)": a list
    if trigger is None or not NEGATIONS.isdisjoint(lower[max(sentence.start, trigger - _REACH) : trigger]):
        return None
    on_line = "line" in present and lower[lower.index("line", sentence.start) - 2] == "on"
    form: Format = "call" if on_line or _by_phone(lower, sentence) else "meeting"
    if not present.isdisjoint(_CREDENCE) and all(_is_envoy(layers, side) for side in sides):
        host = _of_sentence_before(layers, sentence, sides[0])
        if host is None or _is_envoy(layers, host):
            return None
        sides.insert(0, host)
        return make_candidate(layers, trigger, sides, RULE, 0.6, separate=True, implied=True)
    joined = {"brought", "together"} <= present  # "A and B were brought together by C"
    apart = (
        len(sides) > _SIDES and not joined and (is_told_apart(lower, sentence, trigger, _IN_TURN & present) or _are_apart(layers, partners))
    )
    found_one = make_candidate(layers, trigger, sides, RULE, 0.6, format=form, noun=form, separate=apart, implied=True)
    if found_one is not None and found_one.status == "planned" and any(lower[n.end : n.end + 1] == ["that"] for n in nominals[1:]):
        return None  # "X informed Y that Z would come in May"
    if found_one is None or found_one.status != "held":
        return found_one
    before = lower[sentence.start : trigger]
    if was_to_have(before):
        return replace(found_one, status="cancelled")  # "were to have opened a bridge together"
    if any(_acts_later(lower, n.end) for n in nominals) or _is_aim(lower, trigger) or _is_due(lower, sentence):
        return replace(found_one, status="planned")
    return found_one


def _has_unknown_subject(layers: Layers, sentence: Sentence) -> bool:
    """Whether a verb of meeting has a subject of its own of whom the text says no more than a name: "Also on Monday, X met Y"."""
    tokens, verbs = layers.tokens, load_meeting_terms().verbs
    for verb in range(sentence.start + 1, sentence.end):
        name = verb - 1
        if not any(v.form in ("past", "third") and v.sense in _MEETING for v in verbs.get(tokens.lower[verb], ())):
            continue
        titled = tokens.words[name].istitle() and tokens.lower[name] not in load_words().capitalized
        known = layers.entities.covering(name) or layers.nominals.covering(name) or layers.dates.covering(name)
        if titled and not known:
            return True
    return False


_MEETING: Final = frozenset({"meet", "receive", "host", "call_on"})


def _is_envoy(layers: Layers, side: Side) -> bool:
    titles = layers.people[side.person].titles if side.person is not None else []
    return any(title.lower().split()[-1] in load_party_words().envoy_titles for title in titles)


_GREETING: Final = frozenset({"greeted", "welcomed", "received"})
_ON_ARRIVAL: Final = frozenset({"arrivals"})


def _by_phone(lower: list[str], sentence: Sentence) -> bool:
    phones = load_meeting_words().phone_words
    return any(lower[i] in phones and not is_device(lower, i) for i in range(sentence.start, sentence.end))


def _is_aim(lower: list[str], trigger: int) -> bool:
    """Whether somebody came for it: "arrived in Lima to hold a bilateral meeting with X"."""
    holding = next((i for i in range(trigger - 1, trigger - _FRONT, -1) if lower[i] in ("hold", "have")), None)
    return holding is not None and lower[holding - 1] == "to"


def _goes_on(layers: Layers, sentence: Sentence, sides: list[Side]) -> bool:
    """Whether a sentence opens with the meeting that the text told of before with one of those it names."""
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    comma = next((i for i in range(sentence.start, min(sentence.end, sentence.start + _OPENING_REACH)) if lower[i] == ","), None)
    if comma is None or lower[sentence.start + 1] not in ("the", "their") or lower[comma - 1] not in nouns:
        return False
    before = {mention.person for mention in layers.person_mentions.within(0, sentence.start)}
    return any(side.person in before for side in sides)


_OPENING_REACH: Final = 5


def _is_due(lower: list[str], sentence: Sentence) -> bool:
    """Whether a sentence calls the meeting one to come when something was said: "hours before he was (due) to meet X, Y said"."""
    verbs, arranged = load_meeting_terms().verbs, load_meeting_words().arranged_words
    to = (
        i
        for i in range(sentence.start + 2, sentence.end - 1)
        if lower[i] == "to" and any(v.sense == "meet" for v in verbs.get(lower[i + 1], ()))
    )
    return any(lower[i - 1] in WAS or (lower[i - 1] in arranged and lower[i - 2] in WAS) for i in to)


def _acts_later(lower: list[str], end: int) -> bool:
    """Whether somebody is subject of what is still to come: "during which she, along with X, will open the mill"."""
    after = end + (lower[end : end + 1] == [","])
    return lower[after : after + 1] in (["will"], ["would"]) or lower[after : after + 2] in (["are", "to"], ["is", "to"])


def _of_sentence_before(layers: Layers, sentence: Sentence, side: Side) -> Side | None:
    """The official of another state whom the sentence before has as its first person, and to whom this one refers: "X kept him company"."""
    number = layers.sentence_of[sentence.start]
    if number == 0 or layers.sentences[number - 1].paragraph != sentence.paragraph:
        return None
    before = layers.sentences[number - 1]
    for nominal in layers.nominals.within(before.start, before.end):
        if nominal.kind not in _SUBJECTS or not nominal.people or not _takes_part(layers, nominal, before):
            continue
        first = nominal.people[0]
        person = layers.people[first]
        return Side(first, person.actor) if person.name is not None and first != side.person and (person.actor != side.actor) else None
    return None


def _trigger(layers: Layers, sentence: Sentence, subject: Nominal, partner: int) -> int | None:
    """The word of contact that stands nearest before the partner, else the first of the sentence."""
    cues = [i for i in range(sentence.start, sentence.end) if _is_contact(layers, i) and told_alike(layers, subject.start, i)]
    before = [i for i in cues if i < partner]
    return before[-1] if before else cues[0] if cues else None


def _brought_together(layers: Layers, sentence: Sentence, first: Nominal, partners: list[int]) -> bool:
    """Whether a word of contact joins those named: between them, right before the first of them, or before "with" and a partner.

    Nobody is said to have met whom a sentence names only beside others: "at the summit X succeeded Y".
    """
    lower, attending = layers.tokens.lower, load_meeting_words().attending_words
    words = lower[sentence.start : sentence.end]
    if not _MUTUAL.isdisjoint(words) or any(pair in _EACH_OTHER for pair in pairwise(words)):
        return True
    if any(_is_contact(layers, index) for index in range(first.end, partners[-1] + 1)):
        return True
    before = [i for i in range(sentence.start, first.start) if lower[i] not in attending and _is_contact(layers, i)]
    if any("with" in lower[partner - _FRONT : partner] for partner in partners):
        return bool(before)
    near = [i for i in before if i >= first.start - _FRONT]
    return bool(near) and "," not in lower[near[-1] : first.start]


def _side_by_side(layers: Layers, nominals: list[Nominal], sides: list[Side]) -> bool:
    """Whether those named are one subject, several of them each for another state: "X of A and Y of B witnessed the signing"."""
    lower = layers.tokens.lower
    actors = [side.actor for side in sides]
    listed = all(_LISTING.issuperset(lower[a.end : b.start]) for a, b in pairwise(nominals))
    return listed and (len(sides) == _SIDES or (None not in actors and len(set(actors)) == len(actors)))


def _is_spouse(layers: Layers, person: int) -> bool:
    """Whether somebody is there as the wife or husband of another."""
    titles = layers.people[person].titles
    return bool(titles) and all(title.lower() in _SPOUSES for title in titles)


_ALSO_THERE: Final = (["also", "attending"], ["also", "present"], ["others", "present"], ["also", "participating"])
_SPOUSES: Final = frozenset({"first lady", "first gentleman", "madame", "mrs", "mrs."})


def _is_contact(layers: Layers, index: int) -> bool:
    """A word of contact; "called" is one with "on" or "at", where nobody is called on to do something."""
    lower = layers.tokens.lower
    if lower[index] not in _CALLS:
        if lower[index] not in load_meeting_words().contact_words:
            return False
        posted = lower[index] == "appointment" and not _POSTED.isdisjoint(lower[index + 1 : index + 2])
        posted = posted or (lower[index] == "accompanied" and "by" in lower[index + 1 : index + _FRONT])  # whoever comes along
        past = lower[index] in load_meeting_words().visit_nouns and not _BYGONE.isdisjoint(lower[index - 2 : index])
        named = lower[index] == "signing" and lower[index + 1 : index + 2] in (
            ["of"],
            ["ceremony"],
        )  # "witnessed the signing of a pact after their talks"
        plain = named or posted or past or _speaks_of(lower, index) or is_device(lower, index) or is_appeal(layers, index)
        return not plain
    person = next(iter(layers.nominals.within(index + 2, index + _REACH)), None)
    appeal = person is not None and lower[person.end : person.end + 1] in (["to"], ["for"])
    return lower[index + 1 : index + 2] in (["on"], ["at"]) and not appeal


def _speaks_of(lower: list[str], index: int) -> bool:
    """ "Spoke (highly) of the pier": what is said, not with whom."""
    return lower[index] in ("spoke", "spoken", "talked", "told") and "of" in lower[index + 1 : index + 3]


def _are_apart(layers: Layers, partners: list[int]) -> bool:
    """Whether the sentence goes from one partner to the next with another word of contact: "was received by X and conferred with Y"."""
    words = load_meeting_words()
    lower = layers.tokens.lower
    between = (word for first, second in pairwise(partners) for word in lower[first + 1 : second])
    return any(word in words.contact_words and word not in words.attending_words for word in between)


def _is_complete(candidate: Candidate) -> bool:
    """Whether a candidate names two sides already."""
    return sum(side.person is not None or side.actor is not None or side == PEOPLE_IN_VIEW for side in candidate.sides) >= _SIDES


def _is_told(layers: Layers, nominal: Nominal) -> bool:
    """Whether a nominal stands in what somebody says."""
    found = layers.attributions.get(layers.sentence_of[nominal.start], ())
    return any(a.content is not None and a.content.start <= nominal.start < a.content.end for a in found if a.says)


def _invites(lower: list[str], start: int, index: int) -> bool:
    """Whether it is by somebody's invitation, however many offices stand before the name."""
    several = "invitations" in lower[max(start, index - _INVITER_REACH) : index]  # "invitations from X of A, Y of B and Z"
    for step in range(index - 1, max(start, index - _INVITER_REACH) - 1, -1):
        if lower[step] in ("invitation", "invitations"):
            return True
        if lower[step] in FINITE or lower[step] == ";" or (lower[step] == "," and not several):
            return False
    return False


def _takes_part(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a nominal is a subject, object or partner: not whose word or invitation something is, and not in a speaker's words."""
    lower = layers.tokens.lower
    if nominal.kind == "pronoun":
        return nominal.head != "they" and nominal.head in PERSONAL and nominal.start - sentence.start <= 1
    if nominal.kind not in _SUBJECTS or not nominal.people or all(layers.people[p].name is None for p in nominal.people):
        return False
    start = nominal.start - (lower[nominal.start - 1] in ("the", "his", "her", "its", "their"))
    before = lower[start - 1] if start > sentence.start else ""
    if before.endswith("ed") and lower[start - 2] in ("that", "which", "who") and start - 2 > sentence.start:
        return False  # "met the junta that deposed X"
    near = lower[max(sentence.start, start - 5) : start]
    near = near[:-1] if near[-1:] in (["mr"], ["mrs"], ["mr."], ["mrs."]) else near
    if not _KIN.isdisjoint(near[-2:]):
        return False  # "with her husband, X Y,"
    if "of" in near and not _PROPOSED.isdisjoint(near):
        return False  # "to prepare the proposed visit of X"
    if not _ABSENT.isdisjoint([*near, *lower[start : nominal.end]]) or near[-1:] in _OTHER_CLAUSES:
        return False
    if _invites(lower, sentence.start, start) or lower[nominal.end : nominal.end + 1] in (["'s"], ["'"]):
        return False
    if before == "to" and (whose := layers.nominals.ending(start - 1)) is not None and whose.kind == "role":
        return False  # "met aides to X"
    if before == "by":
        # not "a meeting of presidents called by X", "plans submitted by X and Y", "for consideration by X and Y"
        done, words = lower[start - 2], load_meeting_words()
        if done in _HOSTED and not _OF_MANY.isdisjoint(lower[max(sentence.start, start - _HOSTED_REACH) : start]):
            return False  # "attended the summit hosted by X": so did others
        joining = done in words.contact_words or done in words.attending_words
        return done not in _CONVENING and (joining or not done.endswith(("ed", "tion")))
    return before not in _BELONGING or (lower[start - 2] not in _TERMS and not _MEETING_OF.isdisjoint(near))

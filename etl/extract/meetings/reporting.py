"""One occasion as a report: whether it is diplomatic, its status, date, place and kind, and whether it is only looked back at."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import DETERMINERS
from etl.extract.layers import Layers
from etl.extract.meetings.assemblies import RULE as ASSEMBLY
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.dating import Dating, When
from etl.extract.meetings.descriptions import Descriptions
from etl.extract.meetings.diplomacy import in_office, is_diplomatic, is_official_visit
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.gatherings import RULE as GATHERING
from etl.extract.meetings.host_events import host_event
from etl.extract.meetings.lengths import lasting
from etl.extract.meetings.mentions import RULE as MENTIONED
from etl.extract.meetings.occasions import TOLD_IN
from etl.extract.meetings.places import destination_of, place_of
from etl.extract.meetings.speakers import RULE as APPEARED
from etl.extract.meetings.speaking import SPOKEN
from etl.extract.meetings.summits import RULE as SUMMIT
from etl.extract.meetings.voices import in_first_sentence, is_from_press_office, is_told
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.records import ActorRef, MeetingKind, MeetingReport, MeetingStatus, Participant, Span

_PAIR: Final = 2
_LEAD_SENTENCES: Final = 1
"""Number of the last sentence that can announce a planned or cancelled meeting as what the article is about."""
_DATED: Final = frozenset({"relative", "explicit", "weekday", "dateline"})
"""How the text itself dates a meeting."""
_NEWS_DAYS: Final = 4
"""Days within which what the first sentence tells of is the news."""
_BY_TALKING: Final = frozenset({SPOKEN, "spoke-together"})
"""Rules of verbs of talking, which may be by phone where a call has been told of."""
_SPOKEN: Final = frozenset({"conversation", "conversations", "talks", "discussion", "discussions", "dialogue", "dialog"})
"""Nouns that go back to a call of the same persons; all but the first two only without a day or place of their own."""
_FORMS: Final = frozenset("private restricted face-to-face one-on-one tete-a-tete tête-à-tête enlarged expanded extended plenary".split())
_OWN_FORM: Final = _FORMS | {"privately", "one-to-one", "narrow"}
"""Words of the form that a meeting has, which the one before or after it has not."""
_FURTHER: Final = _FORMS | frozenset(
    "again second third another further next future return follow-up subsequent reciprocal accepted invited delegation delegations "
    "format small-group lunch dinner breakfast".split()
)
"""Words of a meeting that is another than the one just told of, or has a form of its own."""
_AROUND: Final = frozenset({"before", "after", "following", "preceding"})
_TWO_WORDS: Final = (["prior", "to"], ["ahead", "of"])
_OTHER_REACH: Final = 5
"""Tokens after these among which the other meeting is named."""
_AGREED: Final = frozenset({"agree", "agreed", "agrees"})
_BACKGROUND_DAYS: Final = 7
"""A meeting that was over so many days before publication is looked back upon."""


def make_report(
    layers: Layers, described: Descriptions, candidate: Candidate, sides: tuple[Side, ...], dating: Dating, reports: list[MeetingReport]
) -> MeetingReport | None:
    """One occasion as a report; None when it is no meeting of states or organizations. `reports`: those before it."""
    destinations = [destination_of(name) for name in candidate.destinations]
    if candidate.format == "visit":
        if not all(is_official_visit(layers, described, state, sides) for state, _ in destinations):
            return None
    elif candidate.rule == ASSEMBLY:
        sides = tuple(side for side in sides if side.person is None or in_office(layers, described, side.person))
        if not sides:
            return None
    elif candidate.rule == SUMMIT:
        if not all(side.person is None or in_office(layers, described, side.person) for side in sides):
            return None
    elif not is_diplomatic(layers, described, candidate, sides):
        return None
    told = is_told(layers, candidate.trigger) and not candidate.rule.startswith((TOLD_IN, APPEARED))
    told = told and not (candidate.status == "held" and not candidate.earlier and is_from_press_office(layers, candidate.trigger))
    told = told or _is_of_others(layers, candidate, sides, reports)
    when = dating.date(candidate, sides, told=told)
    if told and (_is_recent(layers, when) or _opens_with(layers, candidate, when)):
        told = False  # what somebody tells of today or yesterday, or the text in its first sentence, is the news
        when = dating.date(candidate, sides, told=False)
    if candidate.format == "visit":
        when = lasting(layers, candidate, when)
        state, place = destinations[0]
        sides = (*sides, *_host_states(sides, destinations))
    else:
        anchor = next((at for person, at in candidate.anchors if any(side.person == person for side in sides)), None)
        place, state = place_of(layers, candidate, when, sides, told=told, anchor=anchor)
    vague = not dating.is_dated(candidate)
    if candidate.rule == SUMMIT and vague and (place is None or candidate.event is None):
        return None  # some summit, somewhere, some day
    if (
        candidate.rule != SUMMIT
        and all(side.person is None for side in sides)
        and vague
        and place is None
        and not _is_agreed(layers, candidate)
    ):
        return None  # "talks between A and B", somewhere, some day
    if candidate.rule == SEQUEL and candidate.status != "cancelled" and vague and place is None:
        return None
    status = _status(layers, candidate, when)
    spoken = candidate.noun in _SPOKEN and (candidate.noun.startswith("conversation") or (vague and place is None))
    spoken = spoken or (candidate.rule in _BY_TALKING and place is None)
    by_phone = spoken and any(_called(report, sides) for report in reports)
    by_phone = by_phone or (candidate.noun == "conversation" and place is None and _calls_only(reports, sides))
    event, sidelines = host_event(layers, candidate.sentence) if candidate.rule != SUMMIT else (candidate.event, False)
    span = span_of(layers, candidate)
    first = all(candidate.format == report.kind == "visit" and report.span == span for report in reports)  # or a later station of one
    earlier = candidate.earlier and not _is_recent(layers, when)
    return MeetingReport(
        index=0,
        kind=_kind(candidate, sides) if not by_phone else "call",
        status=status,
        background=told
        or (_is_past(layers, when) and not _is_told_late(layers, candidate, when))
        or earlier
        or (status != "held" and not (first and layers.sentence_of[candidate.trigger] <= _LEAD_SENTENCES)),
        start_on=when.start,
        end_on=when.end,
        date_precision=when.precision,
        dated_by=when.basis,
        place=place,
        place_state=state,
        host_event=event,
        on_sidelines=sidelines,
        participants=tuple(Participant(*side) for side in sides),
        span=span,
        evidence=(span,),
        rule=candidate.rule,
        confidence=_confidence(candidate, sides, when),
    )


def _is_of_others(layers: Layers, candidate: Candidate, sides: tuple[Side, ...], reports: list[MeetingReport]) -> bool:
    """Whether a meeting is only referred to, other persons' than the one told of: "X called Y to follow up on the meeting of A and B"."""
    lower, start = layers.tokens.lower, candidate.trigger - 1
    while start > candidate.sentence.start and lower[start] != "the" and lower[start] in load_meeting_words().meeting_fillers:
        start -= 1
    referred = lower[start] == "the" and lower[start - 1] in _REFERRING and candidate.rule.endswith(("-between", "-of"))
    people = {side.person for side in sides if side.person is not None}
    told = [r for r in reports if r.status == "held" and not r.background and r.kind != "visit"]
    return referred and bool(told) and all(p.person not in people for r in told for p in r.participants)


_REFERRING: Final = frozenset({"from", "to", "on", "of", "since", "about", "following", "after"})
"""What stands before a meeting that is known, of which something else is told."""


def _is_agreed(layers: Layers, candidate: Candidate) -> bool:
    """Whether the sides have agreed to meet: "agreed to hold a new round of talks" is a plan, however vague its day."""
    lower, start = layers.tokens.lower, candidate.sentence.start
    verbs = (i + 2 for i in range(start, candidate.trigger - 2) if lower[i] in _AGREED and lower[i + 1] == "to")
    agreed = any(lower[verb] not in DETERMINERS for verb in verbs)
    return agreed and candidate.status == "planned"


def _called(report: MeetingReport, sides: tuple[Side, ...]) -> bool:
    """Whether a report tells of a call of the same persons, to which "the conversation" goes back."""
    return report.kind == "call" and {p.person for p in report.participants} == {side.person for side in sides}


def _calls_only(reports: list[MeetingReport], sides: tuple[Side, ...]) -> bool:
    """Whether a text tells of one's calls alone: "made calls to X and Y. … In the conversation with Y"."""
    people = {side.person for side in sides if side.person is not None}
    calling = [{p.person for p in report.participants} for report in reports if report.kind == "call"]
    return bool(calling) and len(calling) == len(reports) and all(not people.isdisjoint(call) for call in calling)


def _host_states(sides: tuple[Side, ...], destinations: list[tuple[str | None, str | None]]) -> list[Side]:
    """The states visited for whom no host is named."""
    present = {side.actor for side in sides}
    hosts = [ActorRef("state", state) for state, _ in destinations if state is not None]
    return [Side(None, host, "host") for host in dict.fromkeys(hosts) if host not in present]


def _status(layers: Layers, candidate: Candidate, when: When) -> MeetingStatus:
    """A meeting dated after the article is planned, whatever its tense."""
    published = layers.article.published_on
    ahead = when.start is not None and published is not None and when.start > published
    return "planned" if candidate.status == "held" and ahead else candidate.status


def _is_past(layers: Layers, when: When) -> bool:
    published = layers.article.published_on
    return when.end is not None and published is not None and (published - when.end).days > _BACKGROUND_DAYS


def _is_told_late(layers: Layers, candidate: Candidate, when: When) -> bool:
    """Whether a report that came weeks later opens with the meeting itself: "X met Y in Lima on 10 February", published on the 18th."""
    lower, published = layers.tokens.lower, layers.article.published_on
    if published is None or when.end is None or when.basis != "explicit" or (published - when.end).days > _LATE_DAYS:
        return False
    before = lower[candidate.sentence.start : candidate.trigger]
    return not candidate.earlier and in_first_sentence(layers, candidate.trigger) and _SUBORDINATING.isdisjoint(before)


_LATE_DAYS: Final = 31
"""Days after which even the first sentence of a report looks back."""
_SUBORDINATING: Final = frozenset("after since following who which where when whose before that until".split())


def _is_recent(layers: Layers, when: When) -> bool:
    """Whether the text dates a meeting to the day of the news or the one before."""
    reference = layers.reference_date
    if when.precision not in ("day", "range") or reference is None or when.end is None:
        return False  # "this year" has not ended, and says nothing of the last days
    return when.basis in _DATED and (reference - when.end).days <= 1


def _opens_with(layers: Layers, candidate: Candidate, when: When) -> bool:
    """Whether the first sentence tells of a meeting of the last days, in whosever words: "X and Y held talks, the ministry said"."""
    reference = layers.reference_date
    if candidate.earlier or not in_first_sentence(layers, candidate.trigger):
        return False
    if when.end is None:
        return candidate.status == "held"
    return reference is not None and (reference - when.end).days <= _NEWS_DAYS and when.basis in _DATED


def looks_back(layers: Layers, candidate: Candidate, report: MeetingReport) -> bool:
    """ "Had met a few days ago", "their talks in Lima": an undated look back, which may be at the very meeting the article tells of.

    So is what somebody says of a meeting as of one that is known: "X's talks with Y are to calm the waters, officials say".
    """
    words = layers.tokens.lower[candidate.sentence.start : candidate.sentence.end]
    near = candidate.rule.startswith(MENTIONED) or not load_meeting_words().recency_words.isdisjoint(words)
    said = report.status == "held" and not candidate.earlier and is_told(layers, candidate.trigger)
    return report.background and report.start_on is None and (near or said)


def tells_of_another(layers: Layers, candidate: Candidate) -> bool:
    """Whether a sentence tells of a further meeting: "will meet again", "a second round of talks", "met separately"."""
    return candidate.separate or not _FURTHER.isdisjoint(_words_of(layers, candidate))


def _words_of(layers: Layers, candidate: Candidate) -> set[str]:
    """The words of a sentence, those with hyphens whole: "one-on-one"."""
    words = layers.tokens.surface(candidate.sentence.start, candidate.sentence.end).lower().split()
    return {word.strip("\"“”'‘’(),.;:!?") for word in words}


def stands_apart(layers: Layers, candidate: Candidate) -> bool:
    """Whether a meeting has a form of its own and stands before or after another: "prior to the talks, the two met in private"."""
    lower, start, end = layers.tokens.lower, candidate.sentence.start, candidate.sentence.end
    if _OWN_FORM.isdisjoint(_words_of(layers, candidate)):
        return False
    nouns = load_meeting_terms().nouns
    for index in range(start, end - 2):
        later = index + (lower[index : index + 2] in _TWO_WORDS)
        if lower[index] in _AROUND or later > index:
            other = next((i for i in range(later + 1, min(end, later + _OTHER_REACH)) if lower[i] in nouns), None)
            if other is not None and other != candidate.trigger and lower[later + 1] in DETERMINERS:
                return True
    return False


def _confidence(candidate: Candidate, sides: tuple[Side, ...], when: When) -> float:
    """That of the rule, less without a date or without all names."""
    dated = 0.9 if when.start is None else 1.0
    named = 0.85 if any(side.person is None for side in sides) else 1.0
    return round(candidate.confidence * dated * named, 2)


def _kind(candidate: Candidate, sides: tuple[Side, ...]) -> MeetingKind:
    if candidate.format != "meeting":
        return candidate.format
    if candidate.rule in (ASSEMBLY, GATHERING):
        return "summit" if candidate.at_summit else "multilateral"
    if candidate.rule == SUMMIT:
        return "summit"
    actors = {side.actor for side in sides if side.actor is not None}
    if candidate.at_summit and len(actors) > _PAIR:
        return "summit"
    if len(actors) == 3:
        return "trilateral"
    return "multilateral" if len(actors) > 3 else "bilateral"


def span_of(layers: Layers, candidate: Candidate) -> Span:
    """The sentence that a candidate stands in."""
    return layers.tokens.span(candidate.sentence.start, candidate.sentence.end)

"""From candidates to meeting reports: which candidates are diplomatic, when and where they took place, and which tell of one meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from etl.extract.layers import DateValue, Layers, Sentence
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.candidates import find_candidates
from etl.lexicon.actors import load_actors
from etl.lexicon.words import load_words
from etl.records import ActorRef, DateBasis, DatePrecision, MeetingKind, MeetingReport, Participant, Span

_BACKGROUND_DAYS = 7


class _When:
    """A resolved date, or none."""

    __slots__ = ("basis", "end", "precision", "start")

    def __init__(self, start: date | None, end: date | None, precision: DatePrecision, basis: DateBasis) -> None:
        self.start, self.end, self.precision, self.basis = start, end, precision, basis


_UNKNOWN = _When(None, None, "unknown", "unknown")


def find_meetings(layers: Layers) -> None:
    """Fill `meetings`: one report a meeting, with all sentences that tell of it."""
    dating = _Dating(layers)
    reports: list[MeetingReport] = []
    candidates = list(find_candidates(layers, load_words()))
    for candidate in candidates:
        for sides in _occasions(layers, candidate, candidates):
            report = _report(layers, candidate, sides, dating)
            if report is not None:
                _add(layers, reports, report, candidate)
    layers.meetings = [replace(r, index=i) for i, r in enumerate(reports)]


def _occasions(layers: Layers, candidate: Candidate, candidates: list[Candidate]) -> list[tuple[Side, ...]]:
    """One set of participants a meeting: "met separately with A and B" is two meetings."""
    sides = candidate.sides
    if candidate.format == "visit":
        return [sides]
    if len(sides) <= 2 or candidate.joint or candidate.rule in ("subjects-met", "hold-call", "hold-meeting"):
        return [sides]
    if candidate.rule.endswith(("-between", "-among", "-of")):
        return [sides]
    host, others = sides[0], sides[1:]
    own = [s for s in others if s[1] == host[1]]
    guests = [s for s in others if s[1] != host[1]]
    if len(guests) < 2:
        return [sides]
    if candidate.separate or (candidate.format == "meeting" and _apart(candidate, guests, candidates)) or len({g[1] for g in guests}) > 1:
        return [(host, *own, guest) for guest in guests]
    return [sides]


def _apart(candidate: Candidate, guests: list[Side], candidates: list[Candidate]) -> bool:
    """Whether another sentence meets one of the guests alone."""
    wanted = {g[0] for g in guests}
    return any(c is not candidate and len(c.sides) == 2 and {s[0] for s in c.sides} & wanted for c in candidates)


def _report(layers: Layers, candidate: Candidate, sides: tuple[Side, ...], dating: _Dating) -> MeetingReport | None:
    actors = {a for _, a, _ in sides if a is not None}
    world = load_actors()
    if candidate.format == "visit":
        state, place = _destination(candidate.destination or "")
        guests = {a for _, a, r in sides if r == "guest"}
        if state is None or not guests or None in guests or ActorRef("state", state) in guests:
            return None
    else:
        state, place = None, None
        if len(sides) < 2:
            return None
        sovereign = {world.state_of(a) or a.name for a in actors}
        if len(sovereign) < 2 or not any(p is not None for p, _, _ in sides):
            return None
    inside = _inside_content(layers, candidate.trigger)
    when = dating.date(candidate, sides, inside)
    if candidate.format != "visit":
        place, state = _place(layers, candidate, when, inside)
    event, sidelines = _host_event(layers, candidate.sentence)
    reference = layers.reference_date
    old = (
        when.end is not None
        and reference is not None
        and (reference - when.end).days > _BACKGROUND_DAYS
        and layers.article.published_on is not None
    )
    status = candidate.status
    if status == "held" and when.start is not None and layers.article.published_on is not None and when.start > layers.article.published_on:
        status = "planned"
    recent = (
        when.basis in ("relative", "explicit", "weekday")
        and reference is not None
        and when.end is not None
        and (reference - when.end).days <= 1
    )
    background = inside or old or (candidate.past_perfect and not recent)
    span = layers.tokens.span(candidate.sentence.start, candidate.sentence.end)
    participants = tuple(Participant(p, a, r) for p, a, r in sides)
    return MeetingReport(
        index=0,
        kind=_kind(candidate, actors),
        status=status,
        background=background,
        start_on=when.start,
        end_on=when.end,
        date_precision=when.precision,
        dated_by=when.basis,
        place=place,
        place_state=state,
        host_event=event,
        on_sidelines=sidelines,
        participants=participants,
        span=span,
        evidence=(span,),
        rule=candidate.rule,
        confidence=round(
            candidate.confidence * (0.9 if when.start is None else 1.0) * (0.85 if any(p is None for p, _, _ in sides) else 1.0), 2
        ),
    )


def _kind(candidate: Candidate, actors: set[ActorRef]) -> MeetingKind:
    if candidate.format in ("call", "visit"):
        return candidate.format
    return {2: "bilateral", 3: "trilateral"}.get(len(actors), "multilateral" if len(actors) > 3 else "bilateral")  # type: ignore[return-value]


def _inside_content(layers: Layers, trigger: int) -> bool:
    """Whether somebody tells of the meeting: it stands in reported content, or in a speaker's turn."""
    return (
        any(
            a.content.start <= trigger < a.content.end or (a.rest is not None and a.rest.start <= trigger < a.rest.end)
            for a in layers.attributions.get(layers.sentence_of[trigger], ())
        )
        or layers.in_turn[layers.sentence_of[trigger]]
    )


def _told_alike(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a place or date stands on the same level as the trigger: not inside what somebody says when the trigger is outside."""
    contents = [c for a in layers.attributions.get(layers.sentence_of[trigger], ()) for c in (a.content, a.rest) if c is not None]
    return all(c.start <= trigger < c.end for c in contents if c.start <= index < c.end)


def _in_relative_clause(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a token stands in ", who took office on June 27," while the trigger does not."""
    lower = layers.tokens.lower
    start = layers.sentence_at(index).start
    for step in range(index - 1, start, -1):
        if lower[step] == ",":
            return False
        if lower[step] in ("who", "which", "whose"):
            return not step < trigger <= index
    return False


def _destination(name: str) -> tuple[str | None, str | None]:
    world = load_actors()
    if name in world.state_names:
        return name, None
    found = world.places.get(name)
    return (found[1] or None, found[0]) if found else (None, None)


class _Dating:
    """When: the sentence's own date nearest to the trigger, the visit around it, the article's lead, the publication date, in that order."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._visit: tuple[_When, frozenset[int | None]] | None = None
        self._lead = self._lead_date()

    def _lead_date(self) -> _When:
        article = self._layers.article
        published = article.published_on
        if published is None:
            return _UNKNOWN
        for value in self._layers.dates:
            if self._layers.sentence_at(value.span.start).paragraph > 1:
                break
            if value.precision == "day" and 0 <= (published - value.start).days <= 4 and value.basis in ("weekday", "explicit", "relative"):
                return _When(value.start, value.end, "day", "dateline" if value.basis == "explicit" else value.basis)
        return _When(published, published, "day", "publication")

    def date(self, candidate: Candidate, sides: tuple[Side, ...], inside: bool) -> _When:
        """The date of one occasion; remembers it for "the same day" and for talks during a visit."""
        own = self._own(candidate)
        lower = self._layers.tokens.lower
        sentence = candidate.sentence
        words = lower[sentence.start : sentence.end]
        people = frozenset(p for p, _, _ in sides)
        if own is None and "same" in words and "day" in words:
            own = self._last_day(candidate.trigger)
        if candidate.format == "visit":
            when = own or (self._lead if candidate.rule == "visit" and self._announced(candidate) else _UNKNOWN)
            if not inside:
                self._visit = (when, people)
            return when
        if own is not None:
            return own
        if inside or candidate.status != "held":
            return _UNKNOWN
        if self._visit is not None and self._visit[1] & people:
            when = self._visit[0]
            return _When(when.start, when.end, when.precision, "visit")
        return self._lead

    def _last_day(self, before: int) -> _When | None:
        """The last day named before a token: what "the same day" goes back to."""
        named = [v for v in self._layers.dates if v.span.start < before and v.precision == "day"]
        return _When(named[-1].start, named[-1].end, "day", "anaphoric") if named else None

    def _announced(self, candidate: Candidate) -> bool:
        return self._layers.sentence_of[candidate.trigger] == 0

    def _own(self, candidate: Candidate) -> _When | None:
        layers = self._layers
        inside = [v for v in layers.dates if candidate.sentence.start <= v.span.start < candidate.sentence.end]
        usable: list[tuple[int, DateValue]] = []
        for value in inside:
            if layers.tokens.lower[value.span.start - 1 : value.span.start] == ["since"]:
                continue
            if not _told_alike(layers, candidate.trigger, value.span.start) or _in_relative_clause(
                layers, value.span.start, candidate.trigger
            ):
                continue
            usable.append((abs(value.span.start - candidate.trigger), value))
        if not usable:
            return None
        value = min(usable, key=lambda u: (u[1].precision == "year", u[0]))[1]
        return _When(value.start, value.end, value.precision, value.basis)


def _place(layers: Layers, candidate: Candidate, when: _When, inside: bool) -> tuple[str | None, str | None]:
    """Where: named with "in" or "at" near the trigger, the dateline ("here"), or what the lead says."""
    if candidate.format == "call":
        return None, None
    lower = layers.tokens.lower
    world = load_actors()
    sentence = candidate.sentence
    best: tuple[int, str, str] | None = None
    for entity in layers.entities:
        if entity.start >= sentence.end:
            break
        if entity.start < sentence.start or entity.kind not in ("place", "metonym"):
            continue
        surface = layers.tokens.surface(entity.start, entity.end)
        if surface not in world.places or lower[entity.start - 1 : entity.start] not in (["in"], ["at"], ["of"], ["near"]):
            continue
        if lower[entity.start - 1] == "of" and lower[entity.start - 2] != "city":
            continue
        name, state = world.places[surface]
        if not _told_alike(layers, candidate.trigger, entity.start):
            continue
        distance = abs(entity.start - candidate.trigger)
        if best is None or distance < best[0]:
            best = (distance, name, state)
    if best is not None:
        return best[1], best[2] or None
    if inside or candidate.status != "held":
        return None, None
    # a readout's first sentence may open with the host city: "Ashgabat hosts talks between …"
    first = next((e for e in layers.entities if e.start == sentence.start and e.kind in ("place", "metonym")), None)
    if first is not None and lower[first.end : first.end + 1] in (["hosts"], ["hosted"]):
        name, state = world.places.get(layers.tokens.surface(first.start, first.end), ("", ""))
        if name:
            return name, state or None
    if layers.article.dateline_place and when.basis in ("dateline", "weekday", "publication", "relative", "explicit", "visit", "anaphoric"):
        name = layers.article.dateline_place
        for form in (name, name.title(), name.capitalize()):
            if form in world.places:
                place, state = world.places[form]
                return place, state or None
        return name.title(), None
    return None, None


def _host_event(layers: Layers, sentence: Sentence) -> tuple[str | None, bool]:
    """ "on the sidelines of X", "ahead of X", "for the X": the gathering's name as written."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        pair = (lower[index], lower[index + 1])
        if pair in (("sidelines", "of"), ("margins", "of"), ("fringes", "of"), ("ahead", "of")):
            start = index + 2
            start += lower[start] == "the"
            named = _event_at(layers, start, sentence)
            if named:
                return named, pair[0] != "ahead"
        if lower[index] == "on" and lower[index + 1] == "the" and "sidelines" in lower[index + 2 : index + 6]:
            stop = lower.index("sidelines", index + 2)
            if stop == index + 2:
                continue
            return layers.tokens.surface(index + 2, stop), True
    return None, False


def _event_at(layers: Layers, start: int, sentence: Sentence) -> str | None:
    end = start
    spans = [(i.span.start, i.span.end) for i in layers.initiatives] + [(e.start, e.end) for e in layers.entities if not e.nested]
    for begin, stop in spans:
        if begin <= start < stop:
            end = max(end, stop)
    tokens = layers.tokens
    while end < sentence.end and (
        tokens.is_capitalized(end)
        or tokens.lower[end] in ("summit", "meeting", "(", ")", "session", "conference")
        or (
            tokens.lower[end] in ("of", "the", "for", "and")
            and end + 1 < sentence.end
            and (tokens.is_capitalized(end + 1) or tokens.lower[end + 1] == "the")
        )
    ):
        end += 1
    return tokens.surface(start, end) if end > start else None


def _add(layers: Layers, reports: list[MeetingReport], new: MeetingReport, candidate: Candidate) -> None:
    """Join the report with one of the same meeting, or keep it as another."""
    people = {p.person for p in new.participants if p.person is not None}
    covered: list[int] = []
    for position, old in enumerate(reports):
        if _same(old, new):
            reports[position] = _joined(old, new)
            return
        others = {p.person for p in old.participants if p.person is not None}
        if others < people and not old.background and old.kind == "bilateral" and new.kind in ("bilateral", "trilateral"):
            covered.append(position)
    if len(covered) >= 2 and not candidate.joint:
        for position in covered:
            reports[position] = replace(reports[position], evidence=(*reports[position].evidence, new.span))
        return
    reports.append(new)


def _same(old: MeetingReport, new: MeetingReport) -> bool:
    formats = {"call": "call", "visit": "visit"}
    if formats.get(old.kind, "meeting") != formats.get(new.kind, "meeting"):
        return False
    if _who(old) != _who(new):
        return False
    if (old.status == "planned") != (new.status == "planned"):
        return False
    if old.start_on and new.start_on and old.end_on and new.end_on:
        return old.start_on <= new.end_on and new.start_on <= old.end_on
    # an undated look-back is not the meeting that the article tells of
    return old.background == new.background


def _who(report: MeetingReport) -> frozenset[object]:
    if report.kind == "visit":
        return frozenset({p.person for p in report.participants if p.role == "guest"} | {report.place_state})
    return frozenset(p.person if p.person is not None else p.actor for p in report.participants)


def _joined(old: MeetingReport, new: MeetingReport) -> MeetingReport:
    rank = {"day": 0, "range": 1, "month": 2, "year": 3, "unknown": 4}
    weak = {"publication": 1, "unknown": 2}
    dated = min((old, new), key=lambda r: (weak.get(r.dated_by, 0), rank[r.date_precision]))
    evidence: tuple[Span, ...] = old.evidence if new.span in old.evidence else (*old.evidence, new.span)
    roles = {p.person: p for p in new.participants if p.role != "principal"}
    return replace(
        old,
        background=old.background and new.background,
        status=old.status if old.status == new.status else "held",
        start_on=dated.start_on,
        end_on=dated.end_on,
        date_precision=dated.date_precision,
        dated_by=dated.dated_by,
        place=old.place or new.place,
        place_state=old.place_state or new.place_state,
        host_event=max((old.host_event, new.host_event), key=lambda e: len(e or "")),
        on_sidelines=old.on_sidelines or new.on_sidelines,
        participants=tuple(roles.get(p.person, p) if p.role == "principal" and p.person is not None else p for p in old.participants),
        evidence=evidence,
        confidence=max(old.confidence, new.confidence),
    )

"""Datelines: where, when and by whose hand a report was filed, at the head of its first paragraph.

The convention (AP, Reuters and Xinhua style books): the city in capitals, agencies outside the United States also as a plain name; a
comma and the day, without the year since readers hold the day's paper; the agency in brackets; a dash. Each part may be missing:

    BERN, May 2 (Xinhua) —      May 2 (MFA) —      BERN (Reuters) -      Bern, 2 May 2031 –      (Bern, 2 May 2031)
    MOSCOW, May 2. /TASS/.      Moscow. May 2. INTERFAX -      NEW DELHI:      Bern, Switzerland —
    ASTANA. KAZINFORM –         MOSCOW, May 2 — RIA Novosti.   ABU DHABI, (WAM - 02nd May, 2021)
    Riyadh, Rajab 5, 1440, March 12, 2019, SPA --
    Ulan Bator /MONTSAME/       Lima, May 2. The …             LIMA. The …
    Bern, Agencia Sur.- The …   (agencies that write Spanish)
    Bern, 02.05.2031 –      Bern (2 May 2031) –      Bern – 2 May 2031 –      Bern, Switzerland 2 May 2031 –
    (May 2, Bern, Cantonal Guardian)
    Palace of the Cantons, Bern, Switzerland, 2 May 2031 –
    Tuesday, May 2, 2031, Bern –      (Sur) - BERN, MAY 2 -
    Bern, 2 May 2031            (a line of its own, above the text)

A dateline with a day or a known agency is *strong*: nothing else looks like it, so it may open a new article in the middle of a text.
One with a place alone is *weak*: in a transcript, a speaker's name in capitals and a colon looks the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from etl.articles.agencies import is_agency, publisher_of
from etl.articles.dates import DAY_NUMBER, MONTH, WEEKDAY, PartialDate, day_number, month_number

LETTERS = r"[^\W\d_](?:[^\W\d_]|['’.\-])*"
PLACE = rf"(?P<place>{LETTERS}(?:[ /]{LETTERS}){{0,3}}(?:, (?!(?i:{WEEKDAY}|{MONTH})){LETTERS}(?: {LETTERS}){{0,2}})?)"
DATE = (
    rf"(?i:(?:{WEEKDAY},? )?(?:(?P<month>{MONTH})\.? (?P<day>{DAY_NUMBER})|(?P<day2>{DAY_NUMBER}) (?P<month2>{MONTH})\.?)"
    r"(?:(?:,? |/)(?P<year>[12]\d{3}))?|(?P<day3>[0-3]?\d)\.(?P<month3>[01]?\d)\.(?P<year3>[12]\d{3})(?!\d))"
)
DAY_OF_YEAR = (
    rf"(?i:(?:{WEEKDAY},? )?(?:(?P<month>{MONTH})\.? (?P<day>{DAY_NUMBER})|(?P<day2>{DAY_NUMBER}) (?P<month2>{MONTH})\.?)"
    r",? (?P<year>[12]\d{3}))"
)
"""A day with its year, which nothing need part from the place before it."""
AGENCY = r"(?:\((?P<agency>(?=[^()]*[^\W\d_])[^()]{2,60})\)|/ ?(?P<agency2>[^/ ][^/]{0,28}[^/ ]) ?/)"
DASH = r" ?(?:[—–―_]|-{1,3})(?=[ \w\"“'‘]|$)"
MARK = rf"(?:{DASH}| ?:|\.)"

STRONG_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{PLACE},? \((?P<agency>[^()]{{2,60}}?) ?[-–] ?{DATE} ?\)(?: ?{MARK})?",
        rf"{PLACE}[,.]? {DATE} ?[,.]? ?{AGENCY}(?: ?\.)?{MARK}?",
        rf"\({DATE}, (?P<place>{LETTERS}(?: {LETTERS}){{0,2}}), (?P<agency>[^(),\d]{{2,40}})\){MARK}?",
        rf"{DATE}[,.]? ?{AGENCY}(?:{DASH}|:)",
        rf"{PLACE},? {AGENCY}(?:{DASH}|:|\.)",
        rf"{PLACE},? /(?P<agency>[^/]{{2,30}})/(?= )",
        rf"{PLACE}/(?P<agency>[^/]{{2,30}})/(?:{DASH}|:|\.)",
        rf"{PLACE}\. (?P<agency>[A-Z]{{3,}})(?= [A-ZÀ-Þ])",
        rf"{PLACE}{DASH} ?{DATE}(?:{DASH}|:)",
        rf"{PLACE}: {DATE}:",
        rf"{PLACE},? \({DATE}\){MARK}",
        rf"{PLACE} \([A-ZÀ-Þ][^()\d]{{2,30}}\)[,.] {DATE}(?:{MARK}|$)",
        rf"{PLACE} {DAY_OF_YEAR}[,.]? ?{AGENCY}\.?{MARK}?",
        rf"{PLACE} {DAY_OF_YEAR}{DASH}",
        rf"{PLACE}[,.] {DATE}[,.]? (?P<agency>{LETTERS}(?: {LETTERS})?)(?:{MARK}|$)",
        rf"{PLACE}[,.] {DATE}[,.]? (?P<agency>{LETTERS}(?: {LETTERS})?) /[^/]{{2,40}}/(?:{DASH}|:)",
        rf"{PLACE}[,.] {DATE}{DASH} (?P<agency>{LETTERS}(?: {LETTERS})?)\.",
        rf"{PLACE}[,.] (?P<agency>{LETTERS}(?: {LETTERS})?){DASH}",
        rf"{PLACE}, {LETTERS} \d{{1,2}}, 1[34]\d\d(?: ?AH)?, {DATE}[,.]? (?P<agency>{LETTERS}){MARK}",
        rf"{PLACE}[,.] {DATE}{MARK}",
        rf"{LETTERS}(?: {LETTERS}){{0,4}}, {PLACE}, {DATE}{DASH}",
        rf"{PLACE},(?: {DATE},)? (?P<agency>[^.,()/\d]{{2,40}})\.[-–—](?= )",
        rf"\({PLACE}, {DATE}\){MARK}?",
        rf"{DAY_OF_YEAR}, {PLACE}{DASH}",
        rf"\((?P<agency>[^()\d]{{2,40}})\){DASH} {PLACE}[,.] {DATE}{DASH}",
        rf"{PLACE}[,.] {DATE}$",
    )
)
WHOLE_PLACE = re.compile(PLACE)
WEAK_FORMS = (
    re.compile(r"(?P<place>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2})--(?=[^\W\d_])"),
    re.compile(rf"{PLACE}(?:{DASH}|:)(?= )"),
    re.compile(rf"{PLACE}\.(?= [\"“'‘]?[A-ZÀ-Þ])"),
    re.compile(rf"{PLACE}[—–](?=[\"“'‘]?[A-ZÀ-Þ])"),
)
ABOVE_PLACE = re.compile(r"(?:\((?:MENAFN ?- ?)?(?P<agency>[^()\d]{2,40})\)|[0-2]?\d:[0-5]\d ?\|) (?=[^\W\d_])")
"""A credit in brackets, or the hour and a bar, before the dateline: "(MENAFN- Gulf Post) AMMAN - ", "15:30 | Lima, May 2"."""
AGENCY_ALONE = re.compile(rf"(?P<agency>[A-Z]{{2,5}}){DASH}(?= )")
"""An agency that files without a place: "NNA – The ministers met."."""
ACRONYM_BEFORE = re.compile(r"([A-Z]{2,5}) (?=[A-ZÀ-Þ][a-zà-þ])")
"""An agency that stands before the place: "KNA Port Vila, May 2, 2031 --"."""
DAY_FORM = re.compile(rf"{PLACE}, (?P<month>{MONTH})\.? (?P<day>{DAY_NUMBER})\.(?= [\"“'‘]?[A-ZÀ-Þ])", re.IGNORECASE)
"""The month first, as only datelines have it: "Lima, May 2. The ministers met."; weak, since a heading of a programme looks the same."""

PARTICLES = frozenset({"al", "am", "an", "da", "das", "de", "del", "der", "di", "do", "dos", "du", "el", "la", "le", "upon"})
MAX_INITIALS = 6
NOT_PLACES = frozenset({
    "a", "abstract", "ambassador", "ambassadors", "an", "analysis", "and", "annex", "answer", "answers", "at", "background",
    "breaking", "but", "by", "chairman", "chairwoman", "chancellor", "comment", "conclusion", "contents", "correction", "date",
    "dated", "department", "deputy", "editor", "editorial", "eu", "exclusive", "factbox", "from", "governor", "h.e", "h.h", "h.m",
    "h.r.h", "he", "her", "his", "i", "in", "interviewer", "introduction", "issued", "it", "journalist", "live", "minister",
    "ministry", "moderator", "monitoring", "mr", "mrs", "ms", "nato", "no", "note", "notice", "official", "officials", "on",
    "opinion", "or", "participant", "photo", "posted", "premier", "president", "press", "prime", "published", "q", "question",
    "questions", "readout", "released", "remarks", "reporter", "reporters", "secretary", "senator", "senior", "she", "so", "source",
    "speaker", "spokesman", "spokesperson", "spokeswoman", "statement", "summary", "the", "they", "this", "transcript", "un",
    "update", "updated", "vice", "video", "warning", "watch", "we", "when", "with", "yes", "you",
})  # fmt: skip
"""Words that open prose, labels and speaker turns, never a place."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says. `end` is where it ends in the flat paragraph."""

    place: str | None
    date: PartialDate | None
    publisher: str | None
    strong: bool
    end: int


def dateline(flat: str) -> Dateline | None:
    """The dateline that a paragraph (single-spaced) opens with."""
    if (above := ABOVE_PLACE.match(flat)) and (behind := dateline(flat[above.end() :])):
        credited = publisher_of(above["agency"]) if above["agency"] else None
        return replace(behind, publisher=behind.publisher or credited, end=behind.end + above.end())
    for form in STRONG_FORMS:
        found = form.match(flat)
        if found and (read := _read_strong(found)):
            return read
    if (alone := AGENCY_ALONE.match(flat)) and is_agency(alone["agency"]):
        return Dateline(None, None, publisher_of(alone["agency"]), strong=False, end=alone.end())
    day = DAY_FORM.match(flat)
    if day and _is_place(day["place"]):
        when = PartialDate(month_number(day["month"]), day_number(day["day"]), None)
        if when.in_year(2000) is not None:
            return Dateline(day["place"], when, None, strong=False, end=day.end())
    for form in WEAK_FORMS:
        found = form.match(flat)
        if found and _is_weak_place(found["place"], found[0]):
            return Dateline(found["place"].rstrip("."), None, None, strong=False, end=found.end())
    return None


def is_place(text: str) -> bool:
    """Could this be the name of a place, and nothing more? ("Rio de Janeiro", "Bern, Switzerland")"""
    return bool(WHOLE_PLACE.fullmatch(text)) and _is_place(text)


def _read_strong(found: re.Match[str]) -> Dateline | None:
    parts = found.groupdict()
    place = parts.get("place")
    agency = (parts.get("agency") or parts.get("agency2") or "").rstrip(".")
    month = parts.get("month") or parts.get("month2") or parts.get("month3")
    day = parts.get("day") or parts.get("day2") or parts.get("day3")
    year = parts.get("year") or parts.get("year3")
    if place and not _is_place(place):
        return None
    capital = (place or "").partition(",")[0].isupper() and agency.isupper()
    marked = agency and ("(" + agency + ")" in found[0] or "/" + agency + "/" in found[0].replace(" ", "") or f"/ {agency} /" in found[0])
    closed = agency and agency[0].isupper() and (found[0].endswith((".-", ".–", ".—")) or found[0].startswith("("))
    initials = bool(month) and agency.isupper() and len(agency) <= MAX_INITIALS
    if agency and not is_agency(agency) and not closed and not initials and not (marked and (month or capital)):
        return None
    if not agency and found[0].endswith(".") and not (place or "").isupper() and not year and found.end() < len(found.string):
        return None  # "Geneva, 4 July." may be any sentence's end; "GENEVA, July 4." and "Geneva, 4 July 2031." are datelines
    when = None
    if month and day:
        when = PartialDate(int(month) if month.isdigit() else month_number(month), day_number(day), int(year) if year else None)
        if when.in_year(when.year or 2000) is None:
            return None
    place = place.rstrip(".") if place else None
    if place and not agency and (before := ACRONYM_BEFORE.match(place)) and before[1].lower() not in PARTICLES:
        place, agency = place[before.end() :], before[1]
    return Dateline(place, when, publisher_of(agency) if agency else None, strong=True, end=found.end())


def _is_place(place: str) -> bool:
    """Every word a name: capitals, or a capital letter first, or a particle inside ("Rio de Janeiro")."""
    words = re.split(r"[ ,/]+", place)
    if place.isupper() and is_agency(place):
        return False  # "NNA – "
    if (
        re.split(r"[.-]+$|-", words[0].lower())[0] in NOT_PLACES
        or words[0].lower().rstrip(".") in NOT_PLACES
        or re.fullmatch(rf"{WEEKDAY}|{MONTH}", words[0], re.IGNORECASE)
    ):
        return False
    return sum(map(len, words)) > 1 and words[0][0].isupper() and all(word[0].isupper() or word.lower() in PARTICLES for word in words)


def _is_weak_place(place: str, whole: str) -> bool:
    """Capitals ("NEW DELHI:"), or a city with its country and a long dash ("Bern, Switzerland —")."""
    if not _is_place(place) or any(word.lower().rstrip(".") in NOT_PLACES for word in place.split()):
        return False  # "VICE MINISTER X:" is a turn
    city, _, country = place.partition(", ")
    if city.isupper():
        return len(city.replace(".", "")) > 2  # "U.S. President X" names no city
    return bool(country) and whole.endswith(("—", "–"))

"""From a document to its articles.

A page or file may hold one article, or an overview followed by the reports it draws on, each republished with its headline and dateline.
A new article begins where a headline is followed by a paragraph that opens with a dateline; only date lines, bylines and the like may
stand between. What comes before the first of these is an article of its own when it has whole sentences of its own.

An article's text begins below its headline, with the dateline if there is one, and ends with its last paragraph. Headlines, headers, glue
and page furniture belong to no article. It is always a verbatim slice of the document's text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from etl.articles.agencies import AGENCIES, is_agency, publisher_of
from etl.articles.datelines import Dateline, dateline, is_place
from etl.articles.dates import PartialDate, date_line, day_of_telling, full_dates, leading_date, named_weekdays, time_line
from etl.articles.dating import Clues, date_article
from etl.articles.furniture import LONG_PROSE_WORDS, body_length, is_glue, is_leftover
from etl.articles.headlines import is_headline, is_sentence, same_headline
from etl.articles.own_dates import closing_date, date_apart
from etl.articles.paragraphs import Paragraph, paragraphs
from etl.errors import DocumentError
from etl.records import Article, Document

DEFAULT_LANGUAGE = "en"
MAX_CREDIT_WORDS = 16
CREDIT = re.compile(
    r"By (?:[A-Z]|$)|(?i:(?:source|from|author|editors?|edited by|reporter|correspondent|updated|published|posted|date|byline) ?[:|])"
    r"|.{2,40} \| (?i:updated|published)"
)
KIND_LINE = re.compile(
    r"(?:(?:joint )?(?:press|media|news|information) (?:releases?|notes?|statements?|advisory)|readouts?|(?:press )?communiqu[eé]s?"
    r"|speeches|remarks|for immediate release)(?: (?:no\.?|nr\.?|#)? ?[\d/–-]+)?:?",
    re.IGNORECASE,
)
"""What kind of paper it is ("Press release 208")."""
OFFICE_LINE = re.compile(
    r"(?:THE )?(?:OFFICE|MINISTRY|DEPARTMENT|EMBASSY|BUREAU|DIRECTORATE|SECRETARIAT|SPOKESPERSON|PRESS (?:SERVICE|OFFICE))\b"
)
ISSUER = re.compile(
    r"(?i:(?:the )?(?:white house|state house|government house|government of|royal palace|(?:\S+ ){0,5}?(?:ministry|department|office"
    r"|embassy|presidency|government|secretariat|cabinet|chancellery|parliament)))(?![^\W_])"
    r"(?!.*(?i:spokes|press|media|communication|information))"
)
"""An office with nothing more in its line: who issued the paper."""
ISSUER_WORDS = frozenset({"of", "the", "for", "and", "&", "de", "del", "la", "da", "do", "das", "dos"})
HEADLINE_VERB = re.compile(
    r"\b(?:(?!united\b|allied\b|associated\b)\w{3,}ed|visits|meets|holds|signs|receives|hosts|welcomes|opens|launches|attends|calls|says"
    r"|urges|condemns|denies|announces|warns|congratulates|inaugurates|honours|honors|concludes|begins|ends|gifts|gets|gives|takes|makes"
    r"|sends|leaves|returns|arrives|met|held|gave|took|made|sent|left|will|to)\b",
    re.IGNORECASE,
)
"""A word by which a line that opens with an office tells what it does: a headline."""
SLUG = re.compile(r"[A-Z]{2,}(?:-[A-Z]{2,})+|[A-Z]{1,5}(?:/[A-Z\d.]+)+")
"""An agency's keywords above a report ("POL-BERN-TALKS"), or the number of the paper ("SG/T/112")."""
SPEAKER = re.compile(r"[^:]{2,60}: \S")
"""A turn of a transcript, which no letterhead has."""
MAX_LETTERHEAD_LINES = 5
BULLETS = "•·* "
MAX_SIGNATURE_WORDS = 4
SOURCE = re.compile(r"source ?: ?(?P<name>[^|:,;]+?)(?=$| ?[|,;]| (?:editor|author|updated|\d))", re.IGNORECASE)


PUBLISHING = re.compile(
    r"\b(?:news agency|press agency|newswire|ministry of|presidency of|embassy of|government of|secretariat|press (?:office|service|centre"
    r"|center|bureau)|information (?:office|service|agency)|broadcasting)\b",
    re.IGNORECASE,
)
"""Words in the name of who publishes, and no reporter's."""


@dataclass(frozen=True, slots=True)
class _Section:
    """The paragraphs of one article, its header read: `body` are those of its text."""

    title: str | None
    header_date: date | None
    source: str | None
    body: tuple[Paragraph, ...]
    dateline: Dateline | None
    closing: PartialDate | None
    """The date below its last sentence: joint statements and treaties are dated at their foot, and some offices' papers."""


def split_articles(document: Document) -> tuple[Article, ...]:
    """The articles of a document, in its order, positions from 0. Raises `DocumentError` when there is no article text."""
    units = date_apart(paragraphs(document.text), document.text)
    datelines = _datelines(units)
    starts = article_starts(units, datelines)
    bounds = [*([] if starts[:1] == [0] else [0]), *starts, len(units)]
    sections = []
    for begin, end in pairwise(bounds):
        section = _read_section(units[begin:end], datelines[begin:end], _page_title(document, units, begin, starts))
        overview = bool(starts) and begin not in starts
        if section.body and not (overview and not any(_is_prose(unit.flat) for unit in section.body)):
            sections.append(section)
    if not sections:
        raise DocumentError(document.name, "split", "no article text: nothing but headings, navigation or notices")
    mentioned = _dates_of(units)
    articles = [_article(document, position, sections, mentioned) for position in range(len(sections))]
    context = max((a.published_on for a in articles if a.published_on), default=max(mentioned, default=None))
    return tuple(a if a.published_on else replace(a, context_date=context) for a in articles)


def _is_prose(flat: str) -> bool:
    """Whether a paragraph tells something: it is a sentence, and longer than a site's motto."""
    return is_sentence(flat) and len(flat.split()) >= LONG_PROSE_WORDS


def _page_title(document: Document, units: tuple[Paragraph, ...], begin: int, starts: list[int]) -> str | None:
    """What the page is titled, for its first section; a page that opens with a headline of another wording is a collection."""
    if begin or not document.title or (begin in starts and not same_headline(units[begin].flat, document.title)):
        return None
    return document.title


def _datelines(units: tuple[Paragraph, ...]) -> list[Dateline | None]:
    """Each paragraph's dateline, if it is to be believed.

    A weak one in a headline is a topic ("FRANCE: Ministers resign"); weak ones in the middle of prose make the text a transcript, in
    which names in capitals and a colon are speakers, and none is believed.
    """
    found = [dateline(unit.flat) for unit in units]
    weak = {index for index, item in enumerate(found) if item and not item.strong}
    topics = {index for index in weak if is_headline(units[index].flat)}
    speakers = {index for index in weak - topics if not _is_below_header(units, index) and _headline_above(units, found, index) is None}
    unbelieved = weak if speakers else topics
    return [None if index in unbelieved else item for index, item in enumerate(found)]


def _is_below_header(units: tuple[Paragraph, ...], index: int) -> bool:
    """Whether nothing but a date and the like stands above."""
    return all(_is_header_line(unit.flat) for unit in units[:index])


def article_starts(units: tuple[Paragraph, ...], datelines: list[Dateline | None]) -> list[int]:
    """Where republished articles begin: the positions of their headlines."""
    headlines = (_headline_above(units, datelines, index) for index, found in enumerate(datelines) if found)
    return sorted({headline for headline in headlines if headline is not None})


def _headline_above(units: tuple[Paragraph, ...], datelines: list[Dateline | None], index: int) -> int | None:
    above = index - 1
    while above >= 0 and _is_header_line(units[above].flat):
        above -= 1
    if above < 0 or datelines[above]:
        return None
    flat = units[above].flat
    dated = leading_date(flat)
    fit = is_headline(dated[1] if dated else flat) and not is_leftover(flat) and not is_glue(flat)
    return above if fit else None


def _is_header_line(flat: str) -> bool:
    """A line between headline and text: a date or time alone, place and date, a byline, a credit, what kind of paper it is."""
    flat = flat.lstrip(BULLETS)
    if date_line(flat) or time_line(flat) or KIND_LINE.fullmatch(flat) or _is_office_line(flat) or _is_signed_date(flat) or _issuer(flat):
        return True
    dated = leading_date(flat)
    if SLUG.fullmatch(flat) or is_agency(flat) or (dated and dated[1] and is_leftover(dated[1])):
        return True
    place, _, day = flat.partition(", ")
    if day and is_place(place) and date_line(day):
        return True
    return bool(CREDIT.match(flat)) and len(flat.split()) <= MAX_CREDIT_WORDS and not is_sentence(flat)


def _is_signed_date(flat: str) -> bool:
    """A date after the agency or reporter whose piece it is ("Xinhua 2004-06-17 09:41:08", "A Reporter | 12.03.2022")."""
    words = flat.replace("|", " | ").split()
    for end in range(1, min(len(words), MAX_SIGNATURE_WORDS) + 1):
        barred = words[end : end + 1] == ["|"]
        if (barred or is_agency(" ".join(words[:end]))) and date_line(" ".join(words[end + barred :])):
            return True
    return False


def _is_letterhead(units: tuple[Paragraph, ...], index: int) -> bool:
    """A line of the letterhead between headline and text: short, no sentence, and with a date in it or not far below it."""
    for unit in units[index : index + MAX_LETTERHEAD_LINES]:
        flat = unit.flat
        if date_line(flat):
            return True
        if is_sentence(flat) or len(flat.split()) > MAX_CREDIT_WORDS or SPEAKER.match(flat):
            return False
        if len(list(full_dates(flat))) == 1:
            return True
    return False


def _place_in_letterhead(flat: str) -> Dateline | None:
    """The place of a letterhead's line: alone ("BERN, Switzerland"), or after its date ("May 2, 2031 – Bern – Ministry")."""
    dated = leading_date(flat)
    place = re.split(r" [–—|-] ", dated[1])[0] if dated else flat
    city, _, country = place.partition(", ")
    if country and " " not in city and is_place(city) and not is_place(place):
        place = city  # "Bern, Palace of the Nine Cantons"
    fit = is_place(place) and (bool(country) or city.isupper() or dated is not None)
    return Dateline(place, None, None, strong=True, end=len(flat)) if fit else None


def _is_place_line(flat: str) -> bool:
    """Whether a line below the day gives the place and nothing else, the town in capitals: a whole sentence is the article's text."""
    short = len(flat.split()) <= MAX_CREDIT_WORDS and not is_sentence(flat)
    return short and flat.partition(",")[0].isupper() and _place_in_letterhead(flat) is not None


def _stands_above(units: tuple[Paragraph, ...], index: int) -> bool:
    """Whether a line gives the town above the day and the headline, as the United Nations print them; no section of a site does."""
    flat, below = units[index].flat, [unit.flat for unit in units[index + 1 : index + 3]]
    return (
        is_place(flat)
        and SECTION_WORDS.isdisjoint(flat.lower().replace(",", "").split())
        and len(below) > 1
        and date_line(below[0]) is not None
        and not is_sentence(below[1])
    )


SECTION_WORDS = frozenset(
    "news press release releases statement statements media latest home archive politics world events foreign policy affairs speeches "
    "activities readouts top stories diplomacy national international local headlines features opinion business economy society region "
    "regional report reports official government president ministry embassy main page breaking update updates".split()
)


def _seat(flat: str) -> str | None:
    """The town of a line that says where it was, below the day: "The Residence, Bern"."""
    venue, _, town = flat.rpartition(", ")
    short = len(flat.split()) <= MAX_SEAT_WORDS and not is_sentence(flat)
    return town if venue and short and is_place(town) and not is_place(venue) else None


MAX_SEAT_WORDS = 5


def _is_office_line(flat: str) -> bool:
    """The issuing office in capitals ("OFFICE OF THE SPOKESPERSON"); a headline in capitals says what happened, with a verb."""
    return flat.isupper() and bool(OFFICE_LINE.match(flat)) and len(flat.split()) <= MAX_CREDIT_WORDS and not is_sentence(flat)


def _issuer(flat: str) -> str | None:
    """The office that a line names and nothing else ("Ministry of Foreign Affairs of Peru", "The White House, Washington")."""
    words = flat.replace(",", " ").split()
    named = all(word in ISSUER_WORDS or word[0].isupper() for word in words)
    office = ISSUER.match(flat) if named and len(words) <= MAX_CREDIT_WORDS and not is_sentence(flat) else None
    return flat if office and not HEADLINE_VERB.search(flat, office.end()) else None


def _read_section(units: tuple[Paragraph, ...], datelines: list[Dateline | None], title: str | None) -> _Section:
    """Reads the header off a section's top; what is left, less furniture and glue at its end, is the body."""
    headline: str | None = None
    header_date: date | None = None
    source: str | None = None
    filed: Dateline | None = None
    index = 0
    for index, (unit, found) in enumerate(zip(units, datelines, strict=True)):
        flat = unit.flat
        dated = leading_date(flat.lstrip(BULLETS))
        if headline is None and title and same_headline(flat, title):
            headline = title
        elif (
            headline is None
            and dated
            and is_headline(dated[1])
            and not is_leftover(dated[1])
            and not (title and not same_headline(dated[1], title))
        ):
            header_date, headline = dated[0], title or dated[1]
        elif found and (headline or title) and found.end == len(flat):
            filed = found
        elif headline is not None and same_headline(flat, headline):
            continue
        elif headline is None and title is None and _stands_above(units, index):
            filed = Dateline(flat, None, None, strong=True, end=len(flat))
        elif dated and (headline or title) and is_place(dated[1]):
            header_date = header_date or dated[0]
        elif found and found.end < len(flat):
            break
        elif _is_header_line(flat):
            header_date = header_date or next(full_dates(flat), None) or date_line(flat)
            source = source or _credited_source(flat) or _issuer(flat) or (publisher_of(flat) if is_agency(flat) else None)
            filed = filed or (found if found and found.end == len(flat) else None)  # "Bern, 2 May 2031" above the headline
        elif headline is None and title is None and is_headline(flat) and not is_leftover(flat) and not is_glue(flat):
            headline = flat
        elif (headline or title) and not header_date and _is_letterhead(units, index):
            header_date = next(full_dates(flat), None)
            filed = _place_in_letterhead(flat) or filed  # a spokesman's name and office may stand above the place
        elif filed is None and header_date and headline and _is_place_line(flat):
            filed = _place_in_letterhead(flat)
        elif filed is None and headline and index and date_line(units[index - 1].flat) and (seat := _seat(flat)):
            filed = Dateline(seat, None, None, strong=True, end=len(flat))
        elif not is_leftover(flat):
            break
    else:
        index = len(units)
    body = units[index:]
    closing = closing_date([unit.flat for unit in body])
    body = body[: body_length([unit.flat for unit in body])]
    filed = filed or _filed_at_foot(units[index:], datelines[index:])
    source = source or _source_at_foot(units[index:])
    header_date = header_date or _only_date(headline or title or "")
    return _Section(headline or title, header_date, source, body, (datelines[index] or filed) if body else None, closing)


def _filed_at_foot(units: tuple[Paragraph, ...], datelines: list[Dateline | None]) -> Dateline | None:
    """The place and day on a line of their own below the last sentence: "Bern, 2 May 2031"."""
    for unit, found in zip(reversed(units), reversed(datelines), strict=True):
        if is_sentence(unit.flat):
            return None
        if found and found.end == len(unit.flat) and found.date:
            return found
    return None


def _only_date(headline: str) -> date | None:
    """The date of a headline that has exactly one ("Transcript of the weekly briefing (May 2, 2031)")."""
    days = list(full_dates(headline))
    return days[0] if len(days) == 1 else None


def _date_below_lead(body: tuple[Paragraph, ...]) -> PartialDate | None:
    """Day, hour and place on a line of their own below a summary: "May 2, 2031 – 18:10 – Bern"."""
    if len(body) <= _LEAD_AND_LINE or not is_sentence(body[0].flat):
        return None
    for unit in body[1 : 1 + _LINES_BELOW]:  # a byline may stand between
        dated = leading_date(unit.flat)
        if is_sentence(unit.flat) or (dated is None and not _is_header_line(unit.flat)):
            return None
        if dated and len(dated[1].split()) <= MAX_CREDIT_WORDS:
            return PartialDate.of(dated[0])
    return None


_LINES_BELOW = 3
_LEAD_AND_LINE = 2


def _told_on(body: tuple[Paragraph, ...]) -> PartialDate | None:
    """The day that the first sentences call today stands for a dateline: "met this evening (Tuesday), 6 May 2031"."""
    day = day_of_telling(next((paragraph.flat for paragraph in body if is_sentence(paragraph.flat)), ""))
    return PartialDate.of(day) if day else None


def _credited_source(flat: str) -> str | None:
    """The agency or office of "Source: Xinhua"; other names in credits are reporters as often as papers."""
    found = SOURCE.search(flat)
    name = found["name"].strip() if found else ""
    return AGENCIES.get(name.lower()) or (name if PUBLISHING.search(name) else None)


def _source_at_foot(units: tuple[Paragraph, ...]) -> str | None:
    """The agency or office that a line of its own below the last sentence credits: "Source: Bahrain News Agency"."""
    for unit in reversed(units[-_LINES_AT_FOOT:]):
        if SOURCE.match(unit.flat) and (source := _credited_source(unit.flat)):
            return source
    return None


_LINES_AT_FOOT = 4


def _dates_of(units: tuple[Paragraph, ...]) -> tuple[date, ...]:
    return tuple(day for unit in units for day in full_dates(unit.flat))


def _article(document: Document, position: int, sections: list[_Section], mentioned: tuple[date, ...]) -> Article:
    section = sections[position]
    start, end = section.body[0].start, section.body[-1].end
    found = section.dateline
    clues = Clues(
        metadata=document.published_on,
        header=section.header_date,
        page_header=sections[0].header_date,
        dateline=(found and found.date) or section.closing or _date_below_lead(section.body) or _told_on(section.body),
        opening=section.body[0].flat,
        article=_dates_of(section.body),
        document=mentioned,
    )
    # The first section is the page's own article: what the page says of its date, it says of that one.
    dated = date_article(clues, single=len(sections) == 1 or (position == 0 and not found))
    return Article(
        position=position,
        char_start=start,
        char_end=end,
        text=document.text[start:end],
        title=section.title,
        publisher=(found and found.publisher) or document.publisher or section.source,
        published_on=dated.on,
        dated_by=dated.by,
        dateline_place=found.place if found else None,
        language=document.language or DEFAULT_LANGUAGE,
        url=document.url,
        lead=_lead(document.text[start:end], section),
        context_date=_written_on(found, dated.on, document.text[start:end]),
    )


def _written_on(found: Dateline | None, published: date | None, text: str) -> date | None:
    """The day of the dateline, from which a report counts its "yesterday" in a paper of the next day, or one that took it over later.

    A text that names the weekday of a publication on the next day was written in another time zone.
    """
    if found is None or found.date is None or published is None:
        return None
    day = found.date.in_year(found.date.year or published.year) or found.date.in_year(published.year - 1)
    if day is None or not 0 < (published - day).days <= _TAKEN_OVER_DAYS:
        return None
    return day if (published - day).days > 1 or published.weekday() not in named_weekdays(text) else None


_TAKEN_OVER_DAYS = 10


def _lead(text: str, section: _Section) -> int:
    """Where the first sentence begins in an article's text: after the dateline that its first paragraph opens with."""
    found = section.dateline
    if found is None or dateline(section.body[0].flat) != found or found.end >= len(section.body[0].flat):
        return 0
    left = sum(not c.isspace() for c in section.body[0].flat[: found.end])
    for offset, character in enumerate(text):
        if not left and not character.isspace():
            return offset
        left -= not character.isspace()
    return 0

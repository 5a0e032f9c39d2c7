"""Where a report was written: its dateline, the city with which its text opens, or the one at its foot."""

from __future__ import annotations

import re
from typing import Final

from etl.extract.layers import Layers, once
from etl.lexicon.actors import load_actors

_OPENING: Final = re.compile(
    r"(?P<city>[^\W\d_][\w'’.]*(?:[ -][^\W\d_][\w'’.]*){0,3}) ?(?:\([^()]{2,40}\) ?)?(?::|(?<=\s)[-–—]|(?<=\w)[-–—](?= ))"
)
"""A city, perhaps an agency in brackets, and a colon or dash: "Lima: The ministers …", "LIMA (Radio 9) - The ministers …"."""
_FOOT: Final = re.compile(r"\n\s*(?P<city>[^\W\d_][^\n\d.!?:]{1,40}?),?\s*\n\s*(?P<day>[^\n]*\b[12]\d{3})\s*(?:\n[^\n.!?]{1,30}\s*)?\Z")
"""A city and a day at the foot, each on a line of its own, and perhaps the number of the paper."""
_FOOT_LINES: Final = 4
_MAX_DAY: Final = 4
"""Words of such a day ("Friday, 2 May 2031")."""


@once
def filed_from(layers: Layers) -> str | None:
    """The dateline's place as written; else the known city before a colon or a dash at the very beginning."""
    if layers.article.dateline_place:
        return layers.article.dateline_place
    opening = _OPENING.match(layers.article.text)
    places, foot = load_actors().places, _FOOT.search(_end_of(layers.article.text))
    dated = foot is not None and len(foot["day"].split()) <= _MAX_DAY
    found = ([opening["city"]] if opening is not None else []) + ([foot["city"]] if foot is not None and dated else [])
    return next((form for city in found for form in (city, city.title()) if form in places), None)


def _end_of(text: str) -> str:
    """The last lines that hold something: in them is the foot with the end of the line before it, and to try all of a text takes long."""
    return "\n".join([line for line in text.split("\n") if line and not line.isspace()][-_FOOT_LINES:])


def dateline_place(layers: Layers) -> str | None:
    """The place from which an article was filed; None where it does not say."""
    filed = filed_from(layers)
    return city_of(filed)[0] if filed else None


def city_of(dateline: str) -> tuple[str, str | None]:
    """Place and state of a dateline."""
    places = load_actors().places
    city, *further = (part.strip() for part in dateline.split(","))
    for form in (dateline, dateline.title(), dateline.capitalize(), city, city.title(), *further):
        if form in places:
            return places[form][0], places[form][1] or None
    state = next((load_actors().by_name[form] for form in (city, city.title()) if form in load_actors().by_name), None)
    if state is not None and state.kind == "state":
        return load_actors().state_names[state.name], state.name  # "TAJIKISTAN, June 6 – "
    return city.title() if city.isupper() else city, None

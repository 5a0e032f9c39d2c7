"""Meetings are where the news of them was written: what says where that was, and when it does not matter."""

from __future__ import annotations

from datetime import date

from .reading import line_of, observe

MET = "Estonian Foreign Minister Maarika Ojaste met Peruvian Foreign Minister Anselmo Quispe-Rojas"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"


def meetings(text: str, *, on: date | None = date(2022, 9, 14), place: str | None = None) -> list[str]:
    seen = observe(text, on=on, place=place)
    return [line_of(seen, meeting) for meeting in seen.meetings]


def test_a_city_above_the_day_at_the_foot() -> None:
    assert meetings(f"{MET} on Tuesday. They spoke of ferries.\n\nTallinn\nSeptember 14, 2022") == [
        f"bilateral held 2022-09-13 Tallinn: {BOTH}"
    ]
    assert meetings(f"{MET} on Tuesday.\n\nTallinn,\n14 September 2022\n\n112/2022") == [f"bilateral held 2022-09-13 Tallinn: {BOTH}"]
    assert meetings(f"{MET} on Tuesday.\n\nThank You\nSeptember 14, 2022") == [f"bilateral held 2022-09-13 -: {BOTH}"]


def test_a_text_without_a_date_tells_news() -> None:
    assert meetings(f"{MET} on Tuesday.", on=None, place="TALLINN") == [f"bilateral held - Tallinn: {BOTH}"]
    assert meetings(f"{MET} in 2019.", on=None, place="TALLINN") == [f"bilateral held 2019-01-01/2019-12-31 -: {BOTH}"]

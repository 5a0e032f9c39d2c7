"""The dashboard *Who meets whom*."""

from __future__ import annotations

from etl.bi import forms
from etl.bi.datasets import MEETINGS
from etl.bi.records import Chart, Condition, Dashboard, Filter, Form

NO_VISIT = Condition("kind", "!=", "visit")
"""A visit is counted by the meetings that were held during it."""


def _chart(title: str, about: str, form: Form, width: int, height: int, *conditions: Condition) -> Chart:
    return Chart(title, about, MEETINGS, form, width, height, (NO_VISIT, *conditions))


WHO_MEETS_WHOM = Dashboard(
    title="Who meets whom",
    about="Meetings between actors of which at least two are known, each counted once however many articles report it.",
    dataset=MEETINGS,
    filters=(
        Filter("Actor", "actor_name"),
        Filter("Counterpart", "counterpart_name"),
        Filter("Status", "status", "Planned and cancelled meetings are shown when they are chosen.", ("held",)),
        Filter("Kind", "kind"),
        Filter("State of the place", "place_state_name"),
    ),
    rows=(
        (
            _chart("Meetings", "How many meetings, visits left out.", forms.number("meetings"), 3, 18),
            _chart("Actors", "How many states and organizations took part.", forms.number("actors"), 3, 18),
            _chart("Pairs", "How many pairs of them met.", forms.number("pairs"), 3, 18),
            _chart("Places", "In how many places.", forms.number("places"), 3, 18),
        ),
        (
            _chart(
                "Actors and whom they met",
                "How many meetings each pair had; every pair stands there both ways round.",
                forms.matrix("counterpart_name", "actor_name", "meetings"),
                8,
                64,
            ),
            _chart("Kinds of meetings", "Meetings by kind.", forms.bars("kind", "meetings"), 4, 64),
        ),
        (
            _chart(
                "Meetings by month",
                "Meetings whose month is known.",
                forms.months("start_on", "meetings", "kind"),
                8,
                44,
                Condition("date_precision", "NOT IN", ["year", "unknown"]),
                Condition("start_on", "IS NOT NULL"),
            ),
            _chart(
                "Places of meetings",
                "The places with most meetings.",
                forms.bars("place", "meetings"),
                4,
                44,
                Condition("place", "IS NOT NULL"),
            ),
        ),
        (
            _chart(
                "Most active",
                "Actors by how many meetings they had, and with how many others.",
                forms.totals(("actor_name",), ("meetings", "counterparts", "first_day", "last_day"), "meetings"),
                6,
                60,
            ),
            _chart(
                "Latest meetings",
                "Each meeting once, the latest first.",
                forms.totals(("start_on", "title", "kind", "status", "place", "place_state_name"), (), "last_day"),
                6,
                60,
            ),
        ),
    ),
)

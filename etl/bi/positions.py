"""The dashboard *Positions on initiatives*."""

from __future__ import annotations

from etl.bi import forms
from etl.bi.datasets import POSITIONS
from etl.bi.records import Chart, Condition, Dashboard, Filter, Form

NO_COPY = Condition("duplicate_of", "IS NULL")
"""What a copy repeats has been counted with its original."""
A_STAND = Condition("position", "!=", "mentions")


def _chart(title: str, about: str, form: Form, width: int, height: int, *conditions: Condition) -> Chart:
    return Chart(title, about, POSITIONS, form, width, height, (NO_COPY, *conditions))


POSITIONS_ON_INITIATIVES = Dashboard(
    title="Positions on initiatives",
    about="What is claimed on behalf of actors about initiatives. Articles that repeat others are left out.",
    dataset=POSITIONS,
    filters=(
        Filter("Initiative", "initiative"),
        Filter("Actor", "actor_name"),
        Filter("Position", "position"),
        Filter("Publisher", "publisher"),
    ),
    rows=(
        (
            _chart("Initiatives", "About how many initiatives something is claimed.", forms.number("initiatives"), 3, 18),
            _chart("Actors who speak", "On how many actors' behalf.", forms.number("actors"), 3, 18),
            _chart("Claims", "How many claims.", forms.number("claims"), 3, 18),
            _chart("Articles", "In how many articles.", forms.number("articles"), 3, 18),
        ),
        (
            _chart(
                "Initiatives by actor",
                "How many claims take a stand: all but mere mentions.",
                forms.matrix("actor_name", "initiative", "claims"),
                8,
                64,
                A_STAND,
            ),
            _chart("Positions", "Claims by what they say of the actor's position.", forms.bars("position", "claims"), 4, 64),
        ),
        (
            _chart(
                "Support and opposition over time",
                "Claims that take a stand, by the month of publication.",
                forms.months("published_on", "claims", "position"),
                6,
                58,
                A_STAND,
                Condition("published_on", "IS NOT NULL"),
            ),
            _chart(
                "Initiatives by position",
                "Claims about each initiative, divided by position.",
                forms.crosstab("initiative", "position", "claims"),
                6,
                58,
            ),
        ),
        (
            _chart(
                "Since when",
                "First and last day of each position, the newest first.",
                forms.totals(("initiative", "actor_name", "position"), ("first_day", "last_day", "claims"), "first_day"),
                12,
                50,
                A_STAND,
            ),
        ),
        (
            _chart(
                "Latest statements",
                "The claims themselves, the newest first.",
                forms.rows(("published_on", "initiative", "actor_name", "position", "speakers", "text", "publisher"), "published_on"),
                12,
                70,
            ),
        ),
    ),
    # Apart for those who do not tell red from green.
    colors={"supports": "#0072B2", "opposes": "#D55E00", "pledges": "#009E73", "urges": "#E69F00", "mentions": "#999999"},
)

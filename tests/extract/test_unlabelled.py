"""Who takes part where a text leaves out of which state somebody is, or whom it goes back to."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe, people

WHOSE = [
    case(
        "only the second official is called by the state where the report was filed",
        "Peru and Ecuador have agreed to share their water. The agreement was reached at a meeting between "
        "Minister for Water Anselmo Quispe and Ecuadorian Minister Ramona Illanes here today.",
        "Quito",
        "bilateral held 2022-09-14 Quito: Anselmo Quispe/PE; Ramona Illanes/EC",
    ),
    case(
        "who invites is of the state visited",
        "Estonian President Otso Kivi comes to Latvia on Friday for a two-day visit at the invitation of Anna Ojaste.\n\n"
        "The two presidents will hold talks on Friday morning.",
        None,
        "bilateral planned 2022-09-16 -: Anna Ojaste/LV; Otso Kivi/EE",
    ),
    case(
        "heads of state, one of them by being the other's colleague",
        "President Anselmo Quispe of Peru will not travel to Bogota on Friday to meet with his Colombian colleague Ramona Illanes.\n\n"
        "The heads of state will see each other in Lima on September 23 instead.",
        None,
        "bilateral planned 2022-09-23 Lima: Anselmo Quispe/PE; Ramona Illanes/CO",
    ),
    case(
        "as many as are counted, the unnamed among them",
        "The swarm has come, Chilean Minister Ramona Illanes told her colleagues from Peru, Bolivia and Uruguay.\n\n"
        "The four ministers connected by video on Monday.",
        None,
        "call held 2022-09-12 -: ?/BO; ?/PE; ?/UY; Ramona Illanes/CL",
    ),
    case(
        "all of one call",
        "Chilean Minister Ramona Illanes, Peruvian Minister Anselmo Quispe and Latvian Minister Otso Kivi took the decision today by "
        "videoconference.",
        None,
        "call held 2022-09-14 -: Anselmo Quispe/PE; Otso Kivi/LV; Ramona Illanes/CL",
    ),
    case(
        "a session in private before the talks",
        "Chilean Minister Ramona Illanes held talks in Riga on September 12 with her Latvian counterpart, Otso Kivi.\n\n"
        "Prior to the talks, the two ministers met one-on-one.",
        None,
        "bilateral held 2022-09-12 Riga: Otso Kivi/LV; Ramona Illanes/CL",
    ),
    case(
        "several portfolios in one title",
        "Peru's Housing, Construction and Sanitation Minister Anselmo Quispe will meet his Ecuadorian counterpart, "
        "Ramona Illanes, on Friday.",
        None,
        "bilateral planned 2022-09-16 -: Anselmo Quispe/PE; Ramona Illanes/EC",
    ),
    case(
        "who informs another of a meeting",
        "Chilean President Ramona Illanes informed Latvian President Otso Kivi of the results of the meeting with Peruvian President "
        "Anselmo Quispe on Monday.",
        None,
        "bilateral held 2022-09-12 - looked back: Anselmo Quispe/PE; Ramona Illanes/CL",
    ),
    case(
        "all whom a meeting brought together that somebody chaired",
        "Chilean Foreign Minister Ramona Illanes chaired the meeting with her counterparts from Peru, Latvia and Bolivia on Monday.",
        None,
        "multilateral held 2022-09-12 -: ?/BO; ?/LV; ?/PE; Ramona Illanes/CL",
    ),
    case(
        "an ambassador to the writer's country",
        "Chilean Foreign Minister Ramona Illanes met on Monday with Peruvian Ambassador to the country Anselmo Quispe.",
        None,
        "bilateral held 2022-09-12 -: Anselmo Quispe/PE; Ramona Illanes/CL",
    ),
    case(
        "a telephonic conversation",
        "Chilean President Ramona Illanes on Monday had a telephonic conversation with Peruvian President Anselmo Quispe.",
        None,
        "call held 2022-09-12 -: Anselmo Quispe/PE; Ramona Illanes/CL",
    ),
    case(
        "had with an object is no pluperfect",
        "Chilean President Ramona Illanes had talks with Latvian President Otso Kivi and met with National Assembly Chairman "
        "Anselmo Quispe of Peru.",
        None,
        "bilateral held 2022-09-14 -: Anselmo Quispe/PE; Ramona Illanes/CL",
    ),
    case(
        "leaders of governments",
        "Chilean Prime Minister Ramona Illanes chaired a ceremony for Peruvian Prime Minister Anselmo Quispe.\n\n"
        "After the ceremony, the two government leaders held talks.",
        None,
        "bilateral held 2022-09-14 -: Anselmo Quispe/PE; Ramona Illanes/CL",
    ),
    case(
        "where somebody met another on that day",
        "Chilean Foreign Minister Ramona Illanes met Latvian Foreign Minister Otso Kivi in Riga on Monday.\n\n"
        "Later on Monday she called on Peruvian President Anselmo Quispe.",
        None,
        "bilateral held 2022-09-12 Riga: Anselmo Quispe/PE; Ramona Illanes/CL",
    ),
    case(
        "not where that was on another day",
        "Chilean Foreign Minister Ramona Illanes met Latvian Foreign Minister Otso Kivi in Riga on Friday.\n\n"
        "On Monday she called on Peruvian President Anselmo Quispe.",
        None,
        "bilateral held 2022-09-12 -: Anselmo Quispe/PE; Ramona Illanes/CL",
    ),
    case(
        "a title that one state alone has",
        "Estonian Minister Otso Kivi met Lyonpo Sonam Wangdi on Monday.",
        None,
        "bilateral held 2022-09-12 -: Otso Kivi/EE; Sonam Wangdi/BT",
    ),
]


@pytest.mark.parametrize(("text", "place", "expected"), WHOSE)
def test_of_whom_a_meeting_is(text: str, place: str | None, expected: str) -> None:
    seen = observe(text, place=place)
    assert expected in [line_of(seen, meeting) for meeting in seen.meetings]


def test_a_contact_group_is_no_meeting() -> None:
    talks = (
        "Chilean President Ramona Illanes and Peruvian President Anselmo Quispe praised the consultations by a contact group held in Riga."
    )
    assert observe(talks).meetings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("family name first", "Chinese Minister Wang Jun met Peruvian Minister Ana Solis.", {"Wang Jun", "Ana Solis"}),
        case(
            "first word after a title", "In Riga, Chilean Minister June Clark met Peruvian Minister Jan Solis.", {"June Clark", "Jan Solis"}
        ),
        case("a day after the name", "Foreign Minister Anselmo Quispe June 3 met the press.", {"Anselmo Quispe"}),
    ],
)
def test_months_in_names(text: str, expected: set[str]) -> None:
    assert {name for name in people(observe(text)) if name} == expected

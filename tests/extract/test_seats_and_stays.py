"""Where those who meet are: at a seat of government, in the town where the text says that one of them is, or arrived."""

from __future__ import annotations

import pytest

from .reading import observe

EE, PE = "Estonian Foreign Minister Maarika Ojaste", "Peruvian Foreign Minister Anselmo Quispe-Rojas"
PRESIDENT = "President Ana Lurdes of Peru"

PLACES = [
    (f"{PRESIDENT} received {EE} at the Presidential Palace on Tuesday.", "Lima"),
    (f"{EE} was received by {PRESIDENT} at the Presidential Palace on Tuesday.", "Lima"),
    (f"{EE} called on {PRESIDENT} at the President's Office on Tuesday.", "Lima"),
    (f"{EE} paid a courtesy call on {PRESIDENT} at State House on Tuesday.", "Lima"),
    (f"{EE} met {PRESIDENT} at the Presidential Palace on Tuesday.", "Lima"),
    (f"{EE} met {PE} at the Ministry of Defence on Tuesday.", None),
    (f"{EE} met {PE} at the Ministry of Defence of Peru on Tuesday.", "Lima"),
    (f"{EE} met {PE} at the Peruvian Ministry of Defence on Tuesday.", "Lima"),
    (f"{EE} met {PE} at the Chilean Ministry of Defence on Tuesday.", None),
    (f"{EE}, who is on a visit to Peru, met {PE} at the Foreign Ministry on Tuesday.", "Lima"),
    (f"{PE} received {EE} on Tuesday. The meeting, held at the Foreign Ministry, covered ferries.", "Lima"),
    (f"{PE} received {EE} on Tuesday. The bridge at the Foreign Ministry is shut.", None),
    # the visit says whose seat it is
    (f"{PE} called on {EE} at the Foreign Ministry on Tuesday. Ojaste is on a visit to Peru.", "Lima"),
    # the dateline's own seat
    (f"CUSCO – {PRESIDENT} received {EE} at the Presidential Palace on Tuesday.", "Cusco"),
    (f"LONDON – {PRESIDENT} received {EE} at the Presidential Palace on Tuesday.", "Lima"),
    # its government sits elsewhere than in the capital
    (f"Malaysian Foreign Minister Tan Boo received {EE} at the Foreign Ministry on Tuesday.", None),
    (f"{PE} met {EE} at the headquarters of the African Union on Tuesday.", "Addis Ababa"),
    (f"{PE} met {EE} in Vaskrand, Riga, on Tuesday.", "Riga"),
    (f"{EE}, who is in New York for a fair, met {PE}.", "New York"),
    (f"{EE}, who is in New York for a fair, spoke of ferries. She had met {PE} on 2 May.", None),
    (
        f"{EE} visited the US to accompany the President at the 77th session of the United Nations General Assembly. She met {PE}.",
        "New York",
    ),
    (f"To prepare for talks of {EE} and {PE} on Friday, their deputies will meet in Lima.", None),
    (f"{EE} will attend the 77th session of the United Nations General Assembly. She met {PE} on Tuesday.", None),
    (f"{EE} returned last night from Lima, where she opened a fair. The Minister also met {PE}.", "Lima"),
    (f"{EE} arrived in Geneva from Oslo on Saturday. On Monday, she met {PE}.", "Geneva"),
    (f"{EE} met {PE} on Friday. On Saturday she arrived in Geneva from Oslo.", None),
    (f"{EE} met {PE} at Hyderabad house on Tuesday.", None),
    (f"{EE}, who plans a visit to Peru, met {PE}. They will talk at the Presidential Palace.", None),
    (f"{PRESIDENT} met Commonwealth Secretary-General Patricia Scotland at the Office of the President on Tuesday.", "Lima"),
    (f"{EE} met {PE} on Tuesday. They spoke of ferries. The meeting happened at Grand House, the seat of a bank, in Riga.", "Riga"),
    (f"{EE} exchanged views with {PE} on the forming of a new government in Chile.", None),
    (f"{EE} has conferred with guests on the margins of the Ferry Forum in Tartu. Ojaste also held talks with {PE}.", "Tartu"),
    (f"{EE} arrived in Oslo on Monday, coming from Quito where she had held talks with {PE}.", "Quito"),
    (f"The Ferry Forum opened in Riga on Monday. {EE} met {PE} on the sidelines of the forum on Tuesday.", "Riga"),
    (f"The 12th Ferry Conference took place in Riga this week. On the margins of the Conference, {EE} met {PE}.", "Riga"),
    (
        f"{EE} agreed to meet {PE} on the sidelines of this month's Ferry summit. The summit, which brings together ten leaders, is "
        "scheduled to take place in Riga on September 24.",
        "Riga",
    ),
    (f"The Ferry Forum opened in Riga. The Wool Forum opened in Oslo. {EE} met {PE} on the sidelines of the forum.", None),
    (f"TALLINN – {EE} paid a courtesy call on {PE} ahead of the Ferry Forum, to be held in Lima in October.", "Tallinn"),
    (
        f"{EE} is on an official visit to Singapore from 12 to 14 September. In the afternoon Maarika Ojaste met Singaporean Minister for "
        "Trade Tan Wei Boon.",
        "Singapore",
    ),
    (f"{EE} has left for Lima on a two-day visit to Peru during which she will hold talks with {PE}.", "Lima"),
    (f"{EE} has arrived in Lima on a two-day visit. She will call on {PRESIDENT} at 6 pm today at the National Library.", "Lima"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_they_are(text: str, place: str | None) -> None:
    dateline = text.split()[0].title() if text.split()[0].isupper() else None
    seen = observe(text, place=dateline)
    assert [meeting.place for meeting in seen.meetings if meeting.kind != "visit"] == [place]


def test_a_state_in_the_place_of_a_town() -> None:
    [meeting] = observe(f"PERU, September 13 – {PE} met {EE} today.", place="PERU").meetings
    assert (meeting.place, meeting.place_state) == ("Peru", "PE")


def test_the_day_of_a_gathering_beside_which_they_met() -> None:
    [meeting] = observe(f"{EE} and {PE} met in the framework of the 20th Council of Ferries meeting held in Oslo on September 5.").meetings
    assert (str(meeting.start_on), meeting.place) == ("2022-09-05", "Oslo")


def test_the_day_of_what_somebody_came_for_is_not_that_of_the_arrival() -> None:
    [visit] = observe(f"{EE} arrived in Lima to attend celebrations of Ferry Day on Friday.").meetings
    assert str(visit.start_on) == "2022-09-14"

"""For whom those speak who sign a statement, who are of both sides, and who speak in a statement."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe

TITLE = "Statement of the Foreign Ministers of Norway, Peru and Chad\n\nMay 7, 2019\n\n"
TALKS = "Norwegian Foreign Minister Oda Brekke met Peruvian Foreign Minister Raúl Ñahui in Oslo on Wednesday. "

CLAIMS = [
    case("the undersigned", TITLE + "The undersigned foreign ministers reiterate their call for a new pier.", ["NO", "PE", "TD"]),
    case("the ministers", TITLE + "The foreign ministers reiterate their call for a new pier.", ["NO", "PE", "TD"]),
    case("our countries", TITLE + "Our countries support the new pier.", ["NO", "PE", "TD"]),
    case("no list in the title", "Statement of the Harbour Union\n\nMay 7, 2019\n\nOur countries support the new pier.", []),
    case("of no leaders", "Statement of Intent of Norway and Peru\n\nMay 7, 2019\n\nOur countries support the new pier.", []),
    case("delegations of both", TALKS + "The delegations of the two countries condemned the toll.", ["NO", "PE"]),
    case("teams from both", TALKS + "The teams from both countries noted that the pier is old.", ["NO", "PE"]),
    case("in a statement, unclosed", "Norwegian Foreign Minister Oda Brekke, in a statement on Tuesday said the pier is old.", ["NO"]),
]


@pytest.mark.parametrize(("text", "actors"), CLAIMS)
def test_for_whom(text: str, actors: list[str]) -> None:
    claims = observe(text).claims
    assert [sorted(actor.name for actor in claim.on_behalf_of) for claim in claims] == [actors], [held_for(claim) for claim in claims]

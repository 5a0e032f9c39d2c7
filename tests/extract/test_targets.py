"""At whom a claim is aimed: the object of what is done in saying it, not any actor that is named."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe

QR = "Peruvian President Anselmo Quispe-Rojas"
TALKS = f"{QR} met with Lithuanian President Rasa Norkutė in Lima on Tuesday. Quispe-Rojas "

TARGETS = [
    case("thanked", f"{QR} thanked Oman for the tents that Chile had sent.", ["OM"]),
    case("thanked a person of office", f"{QR} thanked Lithuanian President Rasa Norkutė for her words on Chad.", ["LT"]),
    case("the people of a state", f"{QR} thanked the people of Chad for their patience.", ["TD"]),
    case("adjective", f"{QR} praised the Estonian rescue teams in Nepal.", ["EE"]),
    case("possessive", f"{QR} condemned Laos's attack on the port of Togo.", ["LA"]),
    case("whose doing it is, not who suffers it", f"{QR} condemned the Laotian invasion of Togo.", ["LA"]),
    case("who suffers it alone", f"{QR} condemned the invasion of Togo.", []),
    case("against whom", f"{QR} criticized the sanctions against Togo.", []),
    case("noun of stance", f"{QR} expressed support for Chad's territorial integrity.", ["TD"]),
    case("noun of stance and its receiver", f"{QR} expressed his gratitude to Chad for the tents.", ["TD"]),
    case("urged", f"{QR} urged the Swiss side to release a boat of Togo.", ["CH"]),
    case("called on", f"{QR} called on Niger and Chad to share the lake.", ["NE", "TD"]),
    case("who shall do it", f"{QR} said that Laos must withdraw from Togo.", ["LA"]),
    case("own side shall do it", f"{QR} said that Peru must help Togo.", []),
    case("demanded that", f"{QR} demanded that Laos return the boats of Togo.", ["LA"]),
    case("supports in a said clause", f"{QR} said that Peru firmly supports Chad in its dispute with Niger.", ["TD"]),
    case("ready to work with", f"{QR} said that Peru is ready to work with Chad to save the lake.", ["TD"]),
    case("share something with", f"{QR} said that Peru is ready to share its skill in weaving nets with Chad.", ["TD"]),
    case("congratulated on what another did", f"{QR} congratulated Chad on joining the African Union.", ["TD"]),
    case("greetings go to", f"{QR} conveyed the greetings of the Peruvian people to the people of Chad.", ["TD"]),
    case("a plain statement has none", f"{QR} said that the rain in Chad was heavier than in Niger.", []),
    case("an assessment has none", f"{QR} said that relations with Chad are good.", []),
    case("nor has praise of a thing", f"{QR} praised the new bridge in Niger.", []),
    case("the nation", f"{QR} said that Peru is glad to see Chad grow and will firmly support the nation in planting trees.", ["TD"]),
    case("thanks without object go to whom one talks to", TALKS + "expressed gratitude for the warm welcome.", ["LT"]),
    case("her", TALKS + "thanked her for the visit.", ["LT"]),
    case("the two sides", TALKS + "urged the two sides to plant trees.", ["LT"]),
    case(
        "a parliament is congratulated itself",
        f"{QR} congratulated the National People's Congress of China.",
        ["National People's Congress of China"],
    ),
    case(
        "on what befell an organ",
        TALKS + "extended congratulations on the anniversary of the European Parliament.",
        ["European Parliament"],
    ),
    case("a demand on an organ is one on its state", f"{QR} urged the National People's Congress of China to plant trees.", ["CN"]),
    case(
        "good wishes to a party's congress are not to its state",
        TALKS + "expressed congratulations and wished the 9th National Congress of the Communist Party of Vietnam success.",
        [],
    ),
    case("his guest", TALKS + "asked his guest to send nets.", ["LT"]),
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_targets(text: str, expected: list[str]) -> None:
    claim = observe(text).claims[-1]
    assert sorted(actor.name for actor in claim.targets) == sorted(expected)

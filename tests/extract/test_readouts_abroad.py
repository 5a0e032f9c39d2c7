"""How ministries and agencies of Africa, the Gulf, Latin America and Asia put speech: who speaks, for whom, and where a claim ends."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import cut, held_for, observe, speakers

GULF = (
    "His Highness Sheikh Omar bin Tal Al Nahri, Minister of Foreign Affairs of Oman, received His Excellency Dr. Saleh Al Marzi, "
    "Minister of Foreign Affairs of Kuwait, in Muscat. "
)
SAHEL = "Chadian President Idris Salgo met Peruvian Prime Minister Ana Quispe in Lima on Friday. "
SALGO, QUISPE = ("Idris Salgo", "TD"), ("Ana Quispe", "PE")

VOICES = [
    case(
        "who takes the opportunity to say it, says it",
        SAHEL + "Quispe seized the opportunity to express her willingness to build the pier.",
        [(*QUISPE, "pledge", "Quispe seized the opportunity to express her willingness to build the pier")],
    ),
    case(
        "advantage taken of a visit",
        SAHEL + "Salgo took advantage of the meeting to thank Peru for the boats.",
        [(*SALGO, "thank", "Salgo took advantage of the meeting to thank Peru for the boats")],
    ),
    case(
        "a chance that somebody else has is none",
        SAHEL + "The visit gave the port the opportunity to repair a crane.",
        [],
    ),
    case(
        "a comma parts the subject from its verb",
        SAHEL + "During talks that followed, President Salgo, expressed confidence that the pier would be finished.",
        [(*SALGO, "assess", "During talks that followed, President Salgo, expressed confidence that the pier would be finished")],
    ),
    case(
        "interest conveyed to somebody",
        SAHEL + "The head of state conveyed to Quispe his country's interest in buying boats.",
        [(*SALGO, "pledge", "The head of state conveyed to Quispe his country's interest in buying boats")],
    ),
    case(
        "urged to, without whom",
        SAHEL + "President Salgo also urged to finish the pier.",
        [(*SALGO, "urge", "President Salgo also urged to finish the pier")],
    ),
    case(
        "a dignity alone means the host who bears it, not whom the sentence named last",
        GULF + "His Highness congratulated the people of Kuwait on the opening of the pier.",
        [("Omar bin Tal Al Nahri", "OM", "congratulate", "His Highness congratulated the people of Kuwait on the opening of the pier")],
    ),
    case(
        "or the guest who bears it",
        GULF + "His Excellency thanked the port of Muscat.",
        [("Saleh Al Marzi", "KW", "thank", "His Excellency thanked the port of Muscat")],
    ),
    case(
        "he, after both have agreed, is whom the text is about",
        "Bruno Rojas, foreign minister of Peru, arrived in N'Djamena. Rojas met with Idris Salgo, Minister of Foreign Affairs of Chad, and "
        "together they highlighted the need to build a pier. He also held an exchange with Omar Tal, Malian foreign minister, praising "
        "the boats of Mopti.",
        [
            (
                "Bruno Rojas; Idris Salgo",
                "PE+TD",
                "urge",
                "Rojas met with Idris Salgo, Minister of Foreign Affairs of Chad, and together they highlighted the need to build a pier",
            ),
            (
                "Bruno Rojas",
                "PE",
                "praise",
                "He also held an exchange with Omar Tal, Malian foreign minister, praising the boats of Mopti",
            ),
        ],
    ),
    case(
        "who is of a state by a relative clause",
        "First was H.E. Idris Salgo, who is Chad's Ambassador to Ethiopia. The newly appointed Ambassador pledged to paint the pier.",
        [("Idris Salgo", "TD", "pledge", "The newly appointed Ambassador pledged to paint the pier")],
    ),
    case(
        "the minister, of two, who has the floor",
        "Peru summoned the envoy over the words of Foreign Minister Omar Tal of Mali, Peruvian Foreign Minister Idris Rojas said.\n\n"
        "“The pier was never for sale,” a portal quoted the minister as saying.",
        [
            (
                "Idris Rojas",
                "PE",
                "assert",
                "Peru summoned the envoy over the words of Foreign Minister Omar Tal of Mali, Peruvian Foreign Minister Idris Rojas said",
            ),
            ("Idris Rojas", "PE", "assert", "The pier was never for sale,” a portal quoted the minister as saying"),
        ],
    ),
    case(
        "an agency behind who said it adds nothing",
        SAHEL + "The pier should be painted, Salgo told Quispe, according to a statement by the port.",
        [(*SALGO, "urge", "The pier should be painted, Salgo told Quispe, according to a statement by the port")],
    ),
    case(
        "interested in somebody's opinion, nobody gives one",
        SAHEL + "Salgo stressed that captains are interested in Peru's opinion.",
        [(*SALGO, "assess", "Salgo stressed that captains are interested in Peru's opinion")],
    ),
    case(
        "said and added",
        "“We will paint the pier,” said Chadian Foreign Minister Idris Salgo and added that boats have to wait.",
        [
            (*SALGO, "pledge", "We will paint the pier,” said Chadian Foreign Minister Idris Salgo"),
            (*SALGO, "urge", "added that boats have to wait"),
        ],
    ),
    case(
        "a dignity before an office is no other person",
        "His Highness the Amir of Kuwait Sheikh Omar Al-Tal got a letter from Saudi Crown Prince Saleh Al-Marzi, voicing his "
        "thanks for the boats.\n\nOn his part, HH the Amir sent a reply cable to the Saudi Crown Prince, thanking him for the pier.",
        [
            (
                "Saleh Al-Marzi",
                "SA",
                "thank",
                "His Highness the Amir of Kuwait Sheikh Omar Al-Tal got a letter from Saudi Crown Prince Saleh Al-Marzi, voicing "
                "his thanks for the boats",
            ),
            (
                "Omar Al-Tal",
                "KW",
                "thank",
                "On his part, HH the Amir sent a reply cable to the Saudi Crown Prince, thanking him for the pier",
            ),
        ],
    ),
    case(
        "a title of several fields",
        "The Minister of Trade, African Ports, and Chadian Fishermen, Omar Tal, stated that boats sank after Peru voiced its "
        "support for the pier.",
        [
            (
                "Omar Tal",
                "",
                "assert",
                "The Minister of Trade, African Ports, and Chadian Fishermen, Omar Tal, stated that boats sank after Peru voiced its "
                "support for the pier",
            )
        ],
    ),
    case(
        "said in a statement, without that",
        SAHEL + "Mexico's foreign ministry said in a statement it had sold a boat.",
        [("", "MX", "assert", "Mexico's foreign ministry said in a statement it had sold a boat")],
    ),
    case(
        "the official who has the floor",
        SAHEL
        + "The two leaders spoke of boats, Chadian government spokesperson Tina Abena said. Salgo painted the pier, the official said.",
        [
            ("Tina Abena", "TD", "assert", "The two leaders spoke of boats, Chadian government spokesperson Tina Abena said"),
            ("Tina Abena", "TD", "assert", "Salgo painted the pier, the official said"),
        ],
    ),
    case(
        "according to a statement, those who are named say it",
        "According to a statement by the Chadian foreign ministry, Chadian Foreign Minister Idris Salgo and Peruvian Foreign Minister Ana "
        "Quispe agreed to paint the pier.",
        [
            (
                "Ana Quispe; Idris Salgo",
                "PE+TD",
                "agree",
                "According to a statement by the Chadian foreign ministry, Chadian Foreign Minister Idris Salgo and Peruvian Foreign "
                "Minister Ana Quispe agreed to paint the pier",
            )
        ],
    ),
    case(
        "a clause that says what the noun before it was met with",
        SAHEL + "Salgo offered a boat, which Prime Minister Quispe warmly welcomed.",
        [
            (*SALGO, "pledge", "Salgo offered a boat"),
            (*QUISPE, "support", "which Prime Minister Quispe warmly welcomed"),
        ],
    ),
    case(
        "a clause put into what another says",
        SAHEL + "Salgo warned that the dam would flood the valley, which Prime Minister Quispe denied, and drown the port.",
        [(*SALGO, "assess", "Salgo warned that the dam would flood the valley, which Prime Minister Quispe denied, and drown the port")],
    ),
    case(
        "half of a double surname",
        "Iranian Foreign Minister Hossein Karim-Salgari met Idris Tal, Foreign Minister of Chad. “We talked about boats,” Salgari said.",
        [("Hossein Karim-Salgari", "IR", "assert", "We talked about boats,” Salgari said")],
    ),
    case(
        "words that say what follows are nobody's name",
        "Norwegian Prime Minister Jonas Dahl met Idris Tal, Foreign Minister of Chad.\n\nDetails: Dahl said the pier was old.\n\n"
        "Source: a comment by Dahl\n\nQuote: “We will paint the pier and the boats.”",
        [("Jonas Dahl", "NO", "assess", "Dahl said the pier was old")],
    ),
    case(
        "called on in the course of a visit, nobody is urged",
        SAHEL + "Salgo also called on Speaker Rosa Illa at the harbour during his visit to Peru.",
        [],
    ),
    case(
        "an office of several fields without a comma",
        "“Our port is a shared priority,” Commissioner for Trade and Agriculture Olaf Verheyen tweeted.",
        [("Olaf Verheyen", "", "assess", "Our port is a shared priority,” Commissioner for Trade and Agriculture Olaf Verheyen tweeted")],
    ),
    case(
        "states are named, nothing is stated",
        SAHEL + "They stressed that the three countries – the Seven Rivers states – are friends.",
        [
            (
                "Ana Quispe; Idris Salgo",
                "PE+TD",
                "assess",
                "They stressed that the three countries – the Seven Rivers states – are friends",
            )
        ],
    ),
    case(
        "an adverb belongs to the verb behind it",
        SAHEL + "Salgo thanked Peru for the boats and highly appreciated the work of its carpenters.",
        [
            (*SALGO, "thank", "Salgo thanked Peru for the boats"),
            (*SALGO, "praise", "highly appreciated the work of its carpenters"),
        ],
    ),
    case(
        "one gerund goes on with another",
        SAHEL + "Salgo stressed the importance of painting the pier and defending its lamps.",
        [(*SALGO, "urge", "Salgo stressed the importance of painting the pier and defending its lamps")],
    ),
]


@pytest.mark.parametrize(("text", "claims"), VOICES)
def test_who_says_what(text: str, claims: list[tuple[str, str, str, str]]) -> None:
    seen = observe(text)
    found = [("; ".join(sorted(speakers(seen, c))), held_for(c), c.act, cut(text, c.span)) for c in seen.claims]
    assert found == claims

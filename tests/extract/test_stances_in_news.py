"""Stances in ordinary news: who votes, bets, feels, is described by a stance, and in what order it is told."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import cut, observe

STANCES = [
    case("vote with its count", "The council voted 5-2 on Tuesday to repair the bridge.", ["repair the bridge"]),
    case("vote by a count in words", "The council voted by 7 to 2 against the bridge.", ["the bridge"]),
    case("vote with its manner", "The council voted unanimously to repair the bridge.", ["repair the bridge"]),
    case("a vote on something decides nothing", "The council voted on the bridge.", []),
    case("determined", "The mayor of Lisbon is determined to close the bridge.", ["close the bridge"]),
    case("committed to a thing", "The mayor of Lisbon is committed to the new bridge.", ["to the new bridge"]),
    case("encouraged by a thing", "The mayor of Lisbon was encouraged by the new figures.", ["by the new figures"]),
    case("angry at", "The mayor of Lisbon was angry at the closure of the bridge.", ["at the closure of the bridge"]),
    case("not sure whether", "The mayor of Lisbon is unsure whether the bridge is safe.", ["the bridge is safe"]),
    case("livid", "The mayor of Lisbon was livid about the delay.", ["about the delay"]),
    case("pleaded", "Mr Orteu pleaded not guilty to two counts of fraud.", ["two counts of fraud"]),
    case("bet", "Investors are betting that the bank will raise rates.", ["the bank will raise rates"]),
    case("no plans", "Mr Orteu has no plans to resign.", ["resign"]),
    case("distance", "Mr Orteu distanced himself from the report.", ["the report"]),
    case("speculation", "Speculation that the mayor might resign has come and gone.", ["the mayor might resign"]),
    case("documents warn", "The report warns of further delays.", ["further delays"]),
    case("documents named by two nouns", "Court papers show the firm hid its losses.", ["the firm hid its losses"]),
    case("figures are no verb", "Official figures suggest that crime is rising.", ["crime is rising"]),
    case("some, with a plural verb", "Some argue that the bridge is unsafe.", ["the bridge is unsafe"]),
    case("counted people", "Half of those polled support the bridge.", ["the bridge"]),
    case("told her", "Mr Orteu told her the bridge was unsafe.", ["the bridge was unsafe"]),
    case("in a conversation", "Mr Orteu said in a telephone interview the bridge was unsafe.", ["the bridge was unsafe"]),
    case("in a post of two nouns", "Mr Orteu wrote in a blog post the bridge was unsafe.", ["the bridge was unsafe"]),
    case(
        "on a call with somebody", "Mr Orteu said on a call with analysts the two firms were far apart.", ["the two firms were far apart"]
    ),
    case("inverted, plural", "“The bridge is unsafe,” say campaigners.", ["The bridge is unsafe"]),
    case("inverted, a warning", "The bridge is unsafe, warned the mayor.", ["The bridge is unsafe"]),
    case("inverted, a complaint", "The bridge is unsafe, complained Paulo Orteu.", ["The bridge is unsafe"]),
    case("described by a participle", "Campaigners calling for a new bridge blocked the road.", ["a new bridge"]),
    case("described by an adjective", "Residents opposed to the bridge blocked the road.", ["to the bridge"]),
    case("described by a relative clause", "Residents who oppose the bridge blocked the road.", ["the bridge"]),
    case(
        "what is told after what comes",
        "This comes after the mayor told dockers that if they strike, they will lose the bridge.",
        ["if they strike, they will lose the bridge"],
    ),
    case("an object before another deed", "Mr Orteu opposed the toll before switching sides.", ["the toll"]),
    case("a pronoun as object", "Mr Orteu defended it in the assembly with his eyes shut.", ["it"]),
    case("told, by nobody named", "Shift workers were told on Wednesday that the jobs would go.", ["the jobs would go"]),
    case("told without that", "Staff have been told the plant will close.", ["the plant will close"]),
    case("warned to", "Residents were warned to stay indoors.", ["stay indoors"]),
    case("foretold for a day", "A verdict is expected on Friday.", ["A verdict is expected on Friday"]),
    case("seen on a day", "The boat was last seen on Friday.", []),
    case("feared dead", "Dozens are feared dead.", ["Dozens are feared dead"]),
    case("the fear is that", "The fear is that the bridge will fall.", ["the bridge will fall"]),
    case("his view is that", "His view is that the bridge is unsafe.", ["the bridge is unsafe"]),
    case("put at a figure", "Mr Orteu put the cost at two million euros.", ["the cost at two million euros"]),
    case("put at a place", "Mr Orteu put the boat at the pier.", []),
    case("as he put it", "As Mr Orteu put it, the bridge is a trap.", ["the bridge is a trap"]),
    case("in the view of", "In the view of Mr Orteu, the bridge is a trap.", ["the bridge is a trap"]),
    case("faces calls", "The mayor faces calls to resign.", ["resign"]),
    case("people who live nearby", "People who live nearby say the bridge is unsafe.", ["the bridge is unsafe"]),
    case("asked somebody where", "Paulo Orteu asked the minister where the homes are.", ["where the homes are"]),
    case("reps", "The ward reps had accused the officials of incompetence.", ["the officials of incompetence"]),
    case("hours later", "“Ports need money,” Paulo Orteu tweeted hours later.", ["Ports need money"]),
    case("powers are not said", "Police claimed stop and search powers under the act.", []),
]


@pytest.mark.parametrize(("text", "contents"), STANCES)
def test_contents(text: str, contents: list[str]) -> None:
    seen = observe(text)
    assert [_clause(cut(text, claim.content)) for claim in seen.claims] == [_clause(words) for words in contents]


def _clause(content: str) -> str:
    """A content without the word that opens it as a clause."""
    first, _, rest = content.partition(" ")
    return rest if first in ("that", "whether", "to") else content


SPEAKERS = [
    case(
        "a council is no councillor",
        "Councillor Paulo Orteu was speaking on Tuesday.\n\nThe council proposed charging for bins.",
        [((), "The council")],
    ),
    case("Mr May is no month", "Paulo May was there.\n\nMr May said the cuts were wrong.", [(("Paulo May",), None)]),
    case(
        "Mr Hall is no building",
        "Trevor Hall spoke for the union.\n\nMr Hall said the union would help.",
        [(("Trevor Hall",), None)],
    ),
    case(
        "of a state",
        "“This is the only bill,” Republican Sylvia Tarrant of Maine said.",
        [(("Sylvia Tarrant",), None)],
    ),
    case(
        "as he, of the clause before",
        "Mr. Trask had said the toll was fine. Mr. Grissom grew angry on Wednesday as he appealed to dockers to wait.",
        [(("Trask",), None), (("Grissom",), None)],
    ),
    case(
        "they are no paper",
        "Union leaders have reacted with fury to the cuts, according to the Porto Echo.\n\nThey claim there were no talks.",
        [((), "the Porto Echo"), ((), "Union leaders")],
    ),
    case(
        "early on",
        "“The toll is the trouble,” Councilman Denis Orteu said early on in the discussion, before the council met.",
        [(("Denis Orteu",), None)],
    ),
    case(
        "who accuses, at the end",
        "Housing Minister Denis Orteu was accused of lying on Tuesday evening by the union's spokesman Paulo Illan.",
        [(("Paulo Illan",), None)],
    ),
    case("by whom one is paid", "The mayor was accused of being paid by Paulo Illan.", [((), None)]),
    case(
        "a judge is no police chief",
        "Police Chief Denis Orteu will not testify.\n\nThe retired judge presiding over the hearing found that Orteu was no witness.",
        [((), "The retired judge presiding over the hearing")],
    ),
    case(
        "the new whip is somebody else",
        "Paulo Kamau said the motion was a fraud.\n\nThe new chief whip has denied the claims.",
        [(("Paulo Kamau",), None), ((), "The new chief whip")],
    ),
    case("their opposition", "Dockers outlined their opposition to the toll.", [((), "Dockers")]),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: list[tuple[tuple[str, ...], str | None]]) -> None:
    seen = observe(text)
    assert [(tuple(seen.people[p].name or "" for p in c.speakers), c.source_name) for c in seen.claims] == expected


def test_agreed_is_a_verb() -> None:
    seen = observe("Both sides agreed to set up a group. It was also agreed that the group would meet in June.")
    assert [claim.cue_text for claim in seen.claims] == ["agreed", "agreed"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Lisbon called it ",
        "Mr Orteu told the council on Monday night",
        "Mr Orteu said on a call with analysts",
        "Mr Orteu explained, in a long letter, ",
        "issued a statement condemning the vote.",
        "according to a statement",
    ],
)
def test_a_text_may_break_off_anywhere(text: str) -> None:
    observe(text)

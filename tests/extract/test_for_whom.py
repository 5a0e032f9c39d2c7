"""For whom is spoken, and what is done in saying it: what statements and readouts of many houses have in common."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

SALGO, BRANDT = "Idris Salgo", "Lea Brandt"
MET = f"Chadian President {SALGO} met Foreign Minister {BRANDT} of Norway in N'Djamena on Friday. "
FOUR = (
    "The Ministers' statement on Fiji\n\nStatement from the Foreign Ministers of Norway, Chad, Peru and the High Representative of the "
    "European Union.\n\nThe port of Suva is closed.\n\n"
)
SUMMIT = "Communiqué of the 4th Summit of SADC Heads of State\n\nThe Summit was held on 17 August 2024 in Harare.\n\n"

ROWS = [
    case(
        "the leader is who leads a state, not whom the text named last",
        MET + "The leader affirmed that the ferry would sail.",
        [(SALGO, "TD", "assess")],
    ),
    case(
        "the country's envoy is that of the one state that the sentence names",
        f"The Community will always have a friend in Peru, says {BRANDT}, the country's ambassador, in Oslo.",
        [(BRANDT, "PE", "assess")],
    ),
    case(
        "an envoy who is the agent of a passive bears the office before his name",
        "The statement was made by the Ambassador and Permanent Representative of Peru to the United Nations, Julio Carvo Lenta at the "
        "opening. Mr. Carvo Lenta said that the port was open.",
        [("Julio Carvo Lenta", "PE", "assess")],
    ),
    case(
        "a particle may be left out when a surname comes again",
        "Chadian President Alain de Brouze met the mayor. President Brouze said that the port was open.",
        [("Alain de Brouze", "TD", "assess")],
    ),
    case(
        "those whom a line below the title lists, one of them by office",
        FOUR + "We urge the parties to open it.",
        [("", "European Union+NO+PE+TD", "urge")],
    ),
    case("fewer than have signed are not those", FOUR + "The three Ministers undertook to help.", [("", "", "pledge")]),
    case(
        "the summit is the body's",
        SUMMIT + "The Summit commended Zambia for the new bridge.",
        [("", "Southern African Development Community", "praise")],
    ),
    case(
        "a relative clause of the subject says nothing of its verb",
        "The plans that the Government of Fiji has announced risk harm to the port.",
        [],
    ),
    case("a day stands between verb and noun", "Peru reiterated today its commitment to help the port.", [("", "PE", "pledge")]),
    case(
        "the commitment of others is acknowledged",
        MET + f"{BRANDT} acknowledged the commitment shown by the port of Callao.",
        [(BRANDT, "NO", "praise")],
    ),
    case("one's own is not", MET + f"{BRANDT} highlighted her commitment to the port.", [(BRANDT, "NO", "pledge")]),
    case(
        "how things stand is assessed",
        MET + f"{BRANDT} reaffirmed the strength of the ties.",
        [(BRANDT, "NO", "assess")],
    ),
    case("what has taken place is told", MET + f"{BRANDT} highlighted the visit of 2016.", [(BRANDT, "NO", "assert")]),
    case(
        "ties that had never been as close",
        MET + f"{BRANDT} noted that ties had never been as close as they were.",
        [(BRANDT, "NO", "assess")],
    ),
    case(
        "an official of the United Nations by a title that nobody else has",
        "Under-Secretary-General Alvaro de Soto said that the port was open.",
        [("Alvaro de Soto", "United Nations", "assess")],
    ),
    case(
        "whom she tells it is not she",
        MET + f"{BRANDT} poured the tea. He told {BRANDT} that the port was open.",
        [(SALGO, "TD", "assess")],
    ),
    case(
        "an apposition that no comma closes ends at the verb",
        f"Peru is quiet. {SALGO}, a spokesman for the dockers told the Associated Press that the port was open.",
        [(SALGO, "", "assess")],
    ),
    case(
        "an ampersand joins the parts of a name", "The Foreign & Commonwealth Office said that the port was open.", [("", "GB", "assess")]
    ),
]


@pytest.mark.parametrize(("text", "claims"), ROWS)
def test_for_whom(text: str, claims: list[tuple[str, str, str]]) -> None:
    observations = observe(text)
    found = [("; ".join(speakers(observations, c)), held_for(c), c.act) for c in observations.claims]
    assert found == claims


PRIVATE = [
    case("head of a body by its letters", f"{SALGO}, head of the PCF truce panel, said that they rest.", ""),
    case("letters before the office", f"PCF spokesman {SALGO} said that they rest.", ""),
    case("an organ of the state beside it", f"Justice Minister {SALGO} said that they rest.", "PE"),
]


@pytest.mark.parametrize(("text", "holder"), PRIVATE)
def test_no_state_is_spoken_for_by_whom_a_private_body_sends(text: str, holder: str) -> None:
    opening = "The army left the valley, which the People's Coast Front (PCF) holds in Peru. "
    assert [held_for(claim) for claim in observe(opening + text, place="Lima").claims] == [holder]

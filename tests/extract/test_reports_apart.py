"""Reports of two voices in one sentence, and words that stand behind a quotation in the style of post-Soviet agencies."""

from __future__ import annotations

from etl.records import Observations

from .reading import cut, names, observe, speakers


def told(text: str, seen: Observations) -> list[tuple[str, str]]:
    """Speakers and content of each claim."""
    return [("; ".join(speakers(seen, c)), cut(text, c.content).removeprefix("that ")) for c in seen.claims]


def test_a_second_voice_ends_what_the_first_one_said() -> None:
    text = "Peru's Foreign Minister Ana Solano said that trade was growing, while her Chilean counterpart Jorge Paz said it was falling."
    assert told(text, observe(text)) == [("Ana Solano", "trade was growing"), ("Jorge Paz", "it was falling")]


def test_there_was_is_what_is_said_and_no_place() -> None:
    text = "Peru confirmed that it would pay, though minister Ana Solano said there was no agreement about a date."
    said = [content for _, content in told(text, observe(text))]
    assert said == ["it would pay", "there was no agreement about a date"]


def test_who_is_told_may_be_a_station() -> None:
    text = "The bridge will be closed next week, Deputy Minister Ana Solano told Radio Andina."
    assert told(text, observe(text)) == [("Ana Solano", "The bridge will be closed next week")]


def test_a_dash_stands_between_a_quotation_and_its_source() -> None:
    for text in (
        "“The bridge will be closed on Monday”, - said Ana Solano, Minister of Transport of Peru.",
        "“The bridge will be closed on Monday”, — said the Minister of Transport of Peru Ana Solano.",
        '"The bridge will be closed on Monday" - said Minister of Transport Ana Solano.',
    ):
        assert told(text, observe(text)) == [("Ana Solano", "The bridge will be closed on Monday")]


def test_a_statement_says_and_adds() -> None:
    text = "“The bridge will be closed”, — says statement of U.S. Department of Transport. “Ferries will sail”, — adds the statement."
    assert [what for _, what in told(text, observe(text))] == ["The bridge will be closed", "Ferries will sail"]


def test_the_title_behind_a_comma_is_of_the_one_named_after_it() -> None:
    text = (
        "According to Foreign Office spokesperson Zahra Qamar, the Chilean Ambassador to Pakistan Jorge Paz called on Foreign Minister "
        "Karim Shah and exchanged views. She said that trade was growing."
    )
    seen = observe(text)
    actors = {person.name: person.actor.name if person.actor else None for person in seen.people}
    assert actors["Zahra Qamar"] != "CL"
    assert actors["Jorge Paz"] == "CL"
    assert ("Zahra Qamar", "trade was growing") in told(text, seen)
    assert names(seen) == {"Zahra Qamar", "Jorge Paz", "Karim Shah"}

"""Speech as governments publish it: press conferences with questions of media, statements under a line that names the speaker."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.pipeline import extract

from .reading import held_for, make_article, observe, speakers

CONFERENCE = """Lima Daily: Peru will host the eel fair. What are your expectations?

Rosa Quiñe: The eel fair is dear to us. We thank the fishermen of Tonga.

{asker}: We noted that the dam leaks. Do you have any comment?

Rosa Quiñe: The dam is sound. I have no more to say."""
HEADLINE = "Foreign Ministry Spokesperson Rosa Quiñe’s Regular Press Conference"


def _voices(text: str, title: str | None = None) -> list[tuple[str, ...]]:
    seen = extract(replace(make_article(text), title=title))
    return [speakers(seen, claim) for claim in seen.claims]


def test_media_ask_and_do_not_answer() -> None:
    for asker in ("Reuters", "Kyodo News", "The Harbour Gazette"):
        assert _voices(CONFERENCE.format(asker=asker), title=HEADLINE) == [("Rosa Quiñe",)] * 4


def test_one_question_and_answer_are_a_transcript_where_the_headline_names_who_answers() -> None:
    text = CONFERENCE.split("\n\n{")[0]
    assert _voices(text, title=HEADLINE) == [("Rosa Quiñe",)] * 2


def test_a_label_that_is_no_medium_asks_nothing() -> None:
    assert _voices("Details: Peru will host the eel fair. Foreign Minister Rosa Quiñe said that it is dear to Peru.") == [("Rosa Quiñe",)]


STATEMENT = """Statement by Ambassador Rosa Quiñe of Peru at the UN Security Council meeting on fish.

President, I will make two points.

We condemn the theft of the nets. Fishing is our life."""


def test_the_first_line_says_whose_statement_follows() -> None:
    seen = observe(STATEMENT)
    assert [speakers(seen, claim) for claim in seen.claims] == [("Rosa Quiñe",)] * 3
    assert {held_for(claim) for claim in seen.claims} == {"PE"}


def test_a_line_about_a_statement_is_none_that_announces_it() -> None:
    text = STATEMENT.replace("at the UN Security Council meeting on fish.", "was read in Lima.")
    assert ("Rosa Quiñe",) not in _voices(text)


def test_the_prime_minister_of_the_publisher_is_not_the_guest() -> None:
    hosted = "The Prime Minister hosted German Chancellor Olaf Scholz today. "
    seen = observe(
        f"{hosted}The Prime Minister said that ferries are late. The leaders agreed to paint them.", publisher="10 Downing Street"
    )
    assert [held_for(claim) for claim in seen.claims] == ["GB", "DE+GB"]
    assert speakers(seen, seen.claims[0]) == ()


SAID = """Trade Minister Anna Holt visited Peru this week.

Trade Minister Anna Holt said:

Our visit shows what we can do together. The pact is a success.

The port was built in 1990 and has two cranes.

Foreign Minister Rosa Quiñe of Peru said:

We thank our friends for the crane."""


def test_a_statement_ends_where_another_is_announced() -> None:
    seen = observe(SAID, publisher="GOV.UK")
    assert [speakers(seen, claim) for claim in seen.claims] == [("Anna Holt",), ("Anna Holt",), ("Rosa Quiñe",)]

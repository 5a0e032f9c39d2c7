"""Reports of two voices in one sentence, and words that stand behind a quotation in the style of post-Soviet agencies."""

from __future__ import annotations

from etl.records import Observations

from .reading import cut, mentioned, names, observe, speakers


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


def test_a_fronted_participle_has_no_voice() -> None:
    text = "Having noted the role of the port, the ministers of Peru and Chile praised the plan of work."
    assert told(text, observe(text)) == [("?; ?", "the plan of work")]


def test_the_minister_is_one_who_came_in_without_a_name() -> None:
    text = (
        "Peruvian Prime Minister Ana Solano denied the report. A senior cabinet minister described it as a bluff. The minister added that "
        "nobody had met."
    )
    seen = observe(text)
    assert [speakers(seen, c) for c in seen.claims] == [("Ana Solano",), (), ()]


def test_no_comma_closes_an_apposition() -> None:
    for text in (
        "Anselmo Quispe, Solano's spokesperson said that nobody had met.",
        "Anselmo Quispe, a spokesman for the ministry said that nobody had met.",
        "Anselmo Quispe, Solano's spokesperson, said that nobody had met.",
    ):
        assert told(text, observe(text)) == [("Anselmo Quispe", "nobody had met")], text


def test_a_call_that_is_paid_asks_for_nothing() -> None:
    text = "Peruvian President Ana Solano and other leaders will pay a joint call on Chilean President Jorge Paz in Santiago."
    assert told(text, observe(text)) == []


def test_initials_written_together_and_a_name_of_honour() -> None:
    text = (
        "Chilean Prime Minister Ana Solano met her Bolivian counterpart KP Sharma Lopez and President Mohammad Abdul Hamid of Bangladesh."
    )
    assert {"KP Sharma Lopez", "Abdul Hamid"} <= set(names(observe(text)))


def test_a_statement_below_a_line_that_says_whose_it_is() -> None:
    text = (
        "Peruvian Foreign Minister Ana Solano will travel to Quito for talks with Chilean Foreign Minister Jorge Paz.\n\n"
        "Foreign Minister Ana Solano said:\n\n"
        "The bridge is our closest link and I was delighted to meet Minister Paz. Today I was able to thank the engineers.\n\n"
        "The ferry opened in May."
    )
    seen = observe(text)
    assert told(text, seen) == [
        ("Ana Solano", "The bridge is our closest link and I was delighted to meet Minister Paz"),
        ("Ana Solano", "Today I was able to thank the engineers"),
    ]
    assert all(claim.is_direct for claim in seen.claims)


def test_the_chairs_of_a_body_are_no_side_of_the_talks() -> None:
    text = (
        "The Co-Chairs of the OSCE Minsk Group met with Foreign Minister Ana Solano of Peru and Foreign Minister Jorge Paz of Chile on "
        "Monday.\n\nThe Co-Chairs expect the summit to open in May."
    )
    (claim,) = observe(text).claims
    assert claim.speakers == ()
    assert [actor.name for actor in claim.on_behalf_of] == ["OSCE Minsk Group"]


def test_the_chairs_who_are_named_speak() -> None:
    text = (
        "Peruvian minister Ana Solano and Chilean minister Jorge Paz, co-chairs of the Peru-Chile Joint Commission, opened its third "
        "session in Lima on Monday. The co-chairs agreed to meet in May."
    )
    assert told(text, observe(text)) == [("Ana Solano; Jorge Paz", "to meet in May")]


def test_a_deputy_spokesman_named_behind_his_verb() -> None:
    text = "“Nobody fishes for fun,” said its deputy spokesman, Mr Anselmo Quispe. “It is work.”"
    assert {("; ".join(speakers(observe(text), c))) for c in observe(text).claims} == {"Anselmo Quispe"}


def test_whose_view_and_words() -> None:
    for text, said in (
        (
            "Trade was, in President Ana Solano's view, a matter of survival.",
            "Trade was, in President Ana Solano's view, a matter of survival",
        ),
        ("The vote was, in President Ana Solano's words, “a stab in the back.”", None),
    ):
        seen = observe(text)
        assert [speakers(seen, c) for c in seen.claims] == [("Ana Solano",)]
        assert said is None or cut(text, seen.claims[0].content) == said


def test_both_agree_on_it() -> None:
    text = (
        "Peruvian President Ana Solano met Chilean President Jorge Paz in Lima on Monday. It is crucial, according to both, that the ferry "
        "be kept."
    )
    (claim,) = observe(text).claims
    assert [actor.name for actor in claim.on_behalf_of] == ["PE", "CL"]


def test_who_answers_has_spoken_first_by_name() -> None:
    text = (
        "Foreign Ministry Spokesman Gao Yiming's Press Conference on 14 March 2022\n\nGao Yiming: Good afternoon! Foreign Minister Ana "
        "Solano of Peru will pay a visit. Now the floor is open.\n\nQ: When will the talks be held?\n\nA: We hope that Peru will tell us."
    )
    seen = observe(text)
    assert [speakers(seen, c) for c in seen.claims][-1] == ("Gao Yiming",)


def test_for_whom_an_envoy_and_an_officer_of_a_bank_speak() -> None:
    for text, actor in (
        (
            "The Special Representative of the Secretary-General for the Andes, Anselmo Quispe, travelled to Peru and Chile. He said "
            "that it was late.",
            "United Nations",
        ),
        (
            "The African Development Bank and Madagascar concluded a loan. It was signed by the Bank's Vice-President for Agriculture, "
            "Jennifer Quispe. Ms Quispe said that it was late.",
            "African Development Bank",
        ),
    ):
        assert [a.name for a in observe(text).claims[-1].on_behalf_of] == [actor]


def test_who_is_called_on_and_stayed_with_is_asked_for_nothing() -> None:
    text = (
        "Peruvian Minister Ana Solano called on President Jorge Paz of Chile at the Palace this morning, and was hosted to lunch by the "
        "Foreign Minister."
    )
    assert told(text, observe(text)) == []


def test_a_quotation_that_nobody_closed_ends_before_its_speaker() -> None:
    text = (
        '"We have welcomed her on our shores on many occasions," Chilean Prime Minister Jorge Paz said.\n\n'
        "\"Peru's relationship with Chile has been strengthened by this visit, Peruvian Foreign Minister Ana Solano said.\n\n"
        "The ferry opened in May."
    )
    assert [speakers(observe(text), c) for c in observe(text).claims] == [("Jorge Paz",), ("Ana Solano",)]


def test_who_calls_congratulates() -> None:
    text = (
        "Peruvian President Ana Solano received a telephone call today from Chilean President Jorge Paz, congratulating her on the "
        "success of the forum."
    )
    assert told(text, observe(text)) == [("Jorge Paz", "her on the success of the forum")]


def test_according_to_whom() -> None:
    text = (
        "“Gas will be welcome,” Peruvian Foreign Minister Ana Solano told Chilean minister Jorge Paz, according to whom the bridge is "
        "to be opened before the summer."
    )
    assert told(text, observe(text))[-1] == ("Jorge Paz", "the bridge is to be opened before the summer")


def test_the_council_is_the_one_that_spoke() -> None:
    text = "The Security Council backed the envoy's efforts on Monday. The council issued a statement reaffirming that the plan was good."
    assert [a.name for a in observe(text).claims[-1].on_behalf_of] == ["United Nations Security Council"]


def test_a_credit_in_brackets_says_nothing() -> None:
    text = "Chilean President Jorge Paz met Peruvian President Ana Solano in Lima on Monday. They agreed to trade. (Sur)."
    assert len(observe(text).claims) == 1


def test_both_ministers_are_ministers() -> None:
    text = (
        "LIMA, May 4 (Andina) - Chilean Foreign Minister Jorge Paz was received by President Ana Solano of Peru in Lima on Monday.\n\n"
        "Earlier he had talks with Peruvian Foreign Minister Rosa Quiroga.\n\n"
        "Both ministers stressed that trade was growing."
    )
    assert told(text, observe(text))[-1] == ("Jorge Paz; Rosa Quiroga", "trade was growing")


def test_the_council_of_a_state_is_its_own_body() -> None:
    text = "The Secretary of the Security Council of Kazakhstan, Aman Tulepov, said the border was open."
    seen = observe(text)
    assert told(text, seen) == [("Aman Tulepov", "the border was open")]
    assert mentioned(seen, "organization") == set()
    assert mentioned(seen, "state") == {"KZ"}


def test_a_body_of_anything_else_is_the_known_one() -> None:
    for text in (
        "Ana Solano spoke to the World Bank of bridges.",
        "It was the decision of the World Bank of",
        "She told the World Bank of the",
    ):
        assert mentioned(observe(text), "organization") == {"World Bank"}

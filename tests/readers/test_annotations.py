"""What the rules make of annotations: a reader that says what the test tells it stands in for a trained one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from extract.reading import attributed, make_article, mentioned, names, person_mentions, speakers

from etl.extract.layers import Annotations, Subject, TokenSpan
from etl.extract.pipeline import extract
from etl.extract.tokens import Tokens
from etl.records import Observations


@dataclass(frozen=True)
class Told:
    """Sees these persons, organizations, subjects (with the verb after them) and clauses (with the verb that governs them)."""

    persons: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    subject: tuple[str, str] | None = None
    complement: tuple[str, str] | None = None
    adverbial: tuple[str, str] | None = None
    name: str = "told"
    version: str = "told-1"

    def annotate(self, tokens: Tokens) -> Annotations:
        def places(surface: str) -> TokenSpan:
            start = tokens.text.index(surface)
            return TokenSpan(tokens.at(start), tokens.at(start + len(surface)))

        def of_verb(told: tuple[str, str] | None) -> dict[int, TokenSpan]:
            return {tokens.words.index(told[1]): places(told[0])} if told else {}

        return Annotations(
            tuple(map(places, self.persons)),
            tuple(map(places, self.organizations)),
            {verb: Subject(*span, span.end - 1) for verb, span in of_verb(self.subject).items()},
            of_verb(self.complement),
            of_verb(self.adverbial),
        )


def read(text: str, **told: object) -> Observations:
    return extract(make_article(text), Told(**told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("Wenzela Ostrander toured the docks.", "Wenzela Ostrander", {"Wenzela Ostrander"}),
        ("The docks pleased Wenzela Ostrander's guests.", "Wenzela Ostrander's", {"Wenzela Ostrander"}),
        ("They saw Minister Wenzela Ostrander leave.", "Minister Wenzela Ostrander", {"Wenzela Ostrander"}),
        # one word alone is a town's or a firm's name as often
        ("Ostrander toured the docks.", "Ostrander", set()),
        # a place of the lexicon, a month, an acronym are nobody
        ("New York was cold.", "New York", set()),
        ("Meanwhile Monday came.", "Meanwhile Monday", set()),
        ("The SS TARN sank.", "SS TARN", set()),
        # where something is, what a storm or a body is called
        ("A fair was held in Subira Jayo.", "Subira Jayo", set()),
        ("Cyclone Wenzela struck the coast.", "Cyclone Wenzela", set()),
        ("She gave to the Wenzela Ostrander Foundation.", "Wenzela Ostrander", set()),
        ("(Reporting by Wenzela Ostrander; Editing by Q. Tarn)", "Wenzela Ostrander", set()),
    ],
)
def test_a_person_stands_where_the_rules_found_nobody(text: str, seen: str, expected: set[str]) -> None:
    assert names(read(text, persons=(seen,))) == expected


def test_a_new_person_has_the_rule_and_its_confidence() -> None:
    [person] = read("Wenzela Ostrander toured the docks.", persons=("Wenzela Ostrander",)).people
    assert (person.known_by, person.rule, person.confidence) == ("text", "ner", 0.6)


def test_a_surname_refers_to_a_person_whom_only_the_reader_saw() -> None:
    text = "Wenzela Ostrander toured the docks. Ostrander said that they were in good repair."
    seen = read(text, persons=("Wenzela Ostrander",))
    assert person_mentions(seen) == [("Wenzela Ostrander", "Wenzela Ostrander"), ("Ostrander", "Wenzela Ostrander")]
    assert [speakers(seen, claim) for claim in seen.claims] == [("Wenzela Ostrander",)]


def test_what_the_rules_found_stays_as_they_found_it() -> None:
    text = "Norway's Foreign Minister Oda Brekke met Wenzela Ostrander in Oslo."
    plain = extract(make_article(text))
    seen = read(text, persons=("Oda Brekke met", "Brekke", "Wenzela Ostrander"), organizations=("Oslo", "Oda Brekke"))
    assert set(plain.mentions) < set(seen.mentions)
    assert names(seen) - names(plain) == {"Wenzela Ostrander"}
    assert seen.organizations == ()


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("Growers praised the Tarn Valley Salmon Company.", "the Tarn Valley Salmon Company", {"Tarn Valley Salmon Company"}),
        ("The Tarn Salmon Company's ships left.", "The Tarn Salmon Company's", {"Tarn Salmon Company"}),
        ("Growers praised TARNFISH.", "TARNFISH", {"TARNFISH"}),
        ("Growers praised the Bergen Salmon Company.", "the Bergen Salmon Company", {"Bergen Salmon Company"}),
        # a town, a pair of towns, a title, a description
        ("Growers left Tarnmouth.", "Tarnmouth", set()),
        ("Growers left Bergen.", "Bergen", set()),
        ("Growers left Tarnmouth and Osterwick.", "Tarnmouth and Osterwick", set()),
        ("Growers praised the Presidential Adviser.", "Presidential Adviser", set()),
        ("Growers praised the Ministry of Health.", "the Ministry of Health", set()),
        # an organ of a state is the state's
        ("Growers praised Kenya's Tarn Salmon Authority.", "Tarn Salmon Authority", set()),
        ("Growers praised the Tarn Salmon Authority of Kenya.", "the Tarn Salmon Authority", set()),
        ("Growers praised the Kenyan Salmon Authority.", "the Kenyan Salmon Authority", set()),
        # found by form already
        ("Growers praised the Tarn Salmon Initiative.", "Tarn Salmon Initiative", set()),
    ],
)
def test_an_organization_is_named_by_its_form_too(text: str, seen: str, expected: set[str]) -> None:
    found = read(text, organizations=(seen,))
    assert set(found.organizations) == expected
    assert expected <= mentioned(found, "organization")
    assert {m.rule for m in found.mentions if m.name in expected} <= {"ner"}


def test_a_place_in_an_organizations_name_is_not_named() -> None:
    text = "Growers praised the Bergen Salmon Company."
    assert mentioned(extract(make_article(text)), "place") == {"Bergen"}
    assert mentioned(read(text, organizations=("Bergen Salmon Company",)), "place") == set()


def test_an_organization_may_speak() -> None:
    seen = read("The Tarn Salmon Company said that prices had fallen.", organizations=("The Tarn Salmon Company",))
    assert [[actor.name for actor in claim.on_behalf_of] for claim in seen.claims] == [["Tarn Salmon Company"]]


def test_the_subject_of_a_verb_of_saying_is_its_source() -> None:
    text = "Minister Oda Brekke, never fond of a long speech, said that the docks would open."
    assert attributed(text, extract(make_article(text))) == []
    seen = read(text, subject=("Oda Brekke", "said"))
    assert attributed(text, seen) == [("Minister Oda Brekke", "said", "the docks would open")]
    assert [speakers(seen, claim) for claim in seen.claims] == [("Oda Brekke",)]


def test_a_subject_that_the_rules_found_stays() -> None:
    text = "Oda Brekke and Femi Adeyo said that the docks would open."
    assert read(text, subject=("Femi Adeyo", "said")).claims == extract(make_article(text)).claims


def test_content_ends_with_the_clause_that_is_said() -> None:
    text = "Oda Brekke said the docks were dry as rain fell on the hills."
    [(_, _, whole)] = attributed(text, extract(make_article(text)))
    assert whole.endswith("hills")
    [(_, _, said)] = attributed(text, read(text, complement=("the docks were dry", "said")))
    assert said == "the docks were dry"


def test_no_clause_ends_inside_a_quotation() -> None:
    text = "Oda Brekke said “the docks were dry as rain fell on the hills”."
    assert read(text, complement=("“the docks were dry", "said")).claims == extract(make_article(text)).claims


def test_a_clause_of_when_is_no_content() -> None:
    text = "When the docks had dried, Oda Brekke said, the boats were already gone."
    [(_, _, whole)] = attributed(text, extract(make_article(text)))
    assert whole.startswith("When")
    [(_, _, said)] = attributed(text, read(text, adverbial=("When the docks had dried", "said")))
    assert said == "the boats were already gone"

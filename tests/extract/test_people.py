"""Who is a person, what they are called, whom they act for; and what is no person."""

from __future__ import annotations

from datetime import date

import pytest

from .cases import case
from .reading import names, observe, people, person_mentions, unnamed

TITLES = [
    case("demonym and title before", "Estonian Foreign Minister Maarika Ojaste waved.", "Maarika Ojaste", "EE", "foreign minister"),
    case("state and title before", "Peru’s Prime Minister Anselmo Quispe-Rojas waved.", "Anselmo Quispe-Rojas", "PE", "prime minister"),
    case("title of the state before", "President of Ghana Kwabena Oforiwaa waved.", "Kwabena Oforiwaa", "GH", "president"),
    case(
        "long title of the state, comma",
        "The Minister of Foreign Affairs of Nepal, Bishal Thapaliya, waved.",
        "Bishal Thapaliya",
        "NP",
        "minister of foreign affairs",
    ),
    case(
        "apposition after",
        "Tomasi Vakalutu, the president of Fiji, waved from the boat.",
        "Tomasi Vakalutu",
        "FJ",
        "president",
    ),
    case("apposition with demonym", "Hilmar Brekkan, Iceland's prime minister, waved.", "Hilmar Brekkan", "IS", "prime minister"),
    case(
        "apposition before",
        "Oman's foreign minister, Said bin Khalfan al-Hinai, waved.",
        "Said bin Khalfan al-Hinai",
        "OM",
        "foreign minister",
    ),
    case("vice title", "Chilean Vice President Ramona Illanes waved.", "Ramona Illanes", "CL", "vice president"),
    case("deputy", "Kenyan Deputy Foreign Minister Wanjiku Odera waved.", "Wanjiku Odera", "KE", "deputy foreign minister"),
    case(
        "portfolio",
        "Maltese Minister of Fisheries Censu Zammit-Borg waved.",
        "Censu Zammit-Borg",
        "MT",
        "minister of fisheries",
        wrong='the title is "minister", without its portfolio',
    ),
    case(
        "two portfolios",
        "Uruguayan Minister of Transport and Public Works Ema Larrobla waved.",
        "Ema Larrobla",
        "UY",
        "minister of transport and public works",
        wrong='the title is "minister", without its portfolios',
    ),
    case("ambassador to", "Finnish Ambassador to Chile Otso Kivelä waved.", "Otso Kivelä", "FI", "ambassador"),
    case(
        "head of an organization",
        "Arab League Secretary-General Fadl Benhaddou waved.",
        "Fadl Benhaddou",
        "Arab League",
        "secretary-general",
    ),
    case("king", "King Tuivaga of Tonga waved.", "Tuivaga", "TO", "king"),
]

NAMES = [
    case("particles after a title", "President van der Kolk met Minister de Queiroz in Suva.", {"van der Kolk", "de Queiroz"}),
    case(
        "a field of two words",
        "Commissioner for International Partnerships, Jutta Kivelä, met Asha Wekesa.",
        {"Jutta Kivelä", "Asha Wekesa"},
    ),
    case(
        "a name that would be a number in capitals",
        "Chinese Minister of Trade Xi Daming met Kenyan Minister of Trade Asha Wekesa. After talks with Wekesa, Xi said it rained.",
        {"Xi Daming", "Asha Wekesa"},
    ),
    case("title and honorific", "Foreign Minister Dr. Pihla Ranta-aho spoke for Finland.", {"Pihla Ranta-aho"}),
    case("H.E.", "H.E. Mr. Kofi Sarpong-Addae, Minister of Trade of Ghana, spoke.", {"Kofi Sarpong-Addae"}),
    case("Shri", "The Minister of State for Ports of India, Shri Devraj Kulkarni-Patki, spoke.", {"Devraj Kulkarni-Patki"}),
    case("Sheikh", "Bahraini Energy Minister Sheikh Rashid bin Hamad Al Muraikhi spoke.", {"Rashid bin Hamad Al Muraikhi"}),
    case("particles", "Dutch Agriculture Minister Bram van den Oetelaar spoke.", {"Bram van den Oetelaar"}),
    case("de la", "Paraguayan Senator Inés de la Quintana spoke.", {"Inés de la Quintana"}),
    case("patronymic", "Kyrgyz Energy Minister Azamat Toktosunovich Beishekeev spoke.", {"Azamat Toktosunovich Beishekeev"}),
    case("initial", "U.S. Secretary of Commerce Marla T. Teague spoke.", {"Marla T. Teague"}),
    case("initials", "Nigerian Finance Minister A. B. Olanrewaju-Cole spoke.", {"A. B. Olanrewaju-Cole"}),
    case("initials in one", "Indian Rural Minister K.C. Thimmaiah spoke.", {"K.C. Thimmaiah"}),
    case("Tan Sri", "Malaysian Transport Minister Tan Sri Hamzah Zakwan left.", {"Hamzah Zakwan"}),
    case("Dato' Seri", "Malaysian Works Minister Dato' Seri Alexander Nantin left.", {"Alexander Nantin"}),
    case("Tun", "The Minister for Home Affairs, Tun Zulkefli Harun, left.", {"Zulkefli Harun"}),
    case("retired general", "Defence Secretary Lt Gen (retd.) Aftab Kiyani left.", {"Aftab Kiyani"}),
    case("U", "Myanmar's Minister U Thaung Nyunt waved.", {"Thaung Nyunt"}),
    case("Chinese surname like an honorific", "Pan Xuelin, China's vice minister of sport, left.", {"Pan Xuelin"}),
    case("surname like a title", "Regina King said she was glad.", {"Regina King"}),
    case("surname like an honorific", "Julie Bishop left the room. Bishop said little.", {"Julie Bishop"}),
    case("given name like a title", "Company founder Dean Kowalczyk spoke.", {"Dean Kowalczyk"}),
    case("given name like a preposition", "The medal went to Per Hvidberg of Norway.", {"Per Hvidberg"}),
    case("surname like a pronoun", "Guangdong Rowing Association secretary-general He Baotang spoke.", {"He Baotang"}),
    case("title of a body in lower case", "Deputy Speaker of parliament Aisuluu Mamyrova spoke.", {"Aisuluu Mamyrova"}),
    case("hyphened given name alone tells", "The seat went to Kwok Ka-ming.", {"Kwok Ka-ming"}),
    case("hyphen in the given name", "South Korean Trade Minister Baek Seo-yun spoke.", {"Baek Seo-yun"}),
    case("Chinese order", "Chinese Vice Minister of Fisheries Ouyang Zhelin spoke.", {"Ouyang Zhelin"}),
    case("Vietnamese order", "Vietnamese Deputy Prime Minister Luong Thi Bich Hao spoke.", {"Luong Thi Bich Hao"}),
    case("Hungarian", "Hungarian State Secretary Zoltán Kerekes-Bíró spoke.", {"Zoltán Kerekes-Bíró"}),
    case("apostrophe", "Irish Tánaiste Fiachra O'Hanrahan-Walsh spoke.", {"Fiachra O'Hanrahan-Walsh"}),
    case("diacritics", "Latvian President Žanis Ķeņģis spoke.", {"Žanis Ķeņģis"}),
    case("one name alone", "Indonesian Fisheries Minister Sutrisnowati spoke.", {"Sutrisnowati"}),
    case(
        "several after one title",
        "Foreign Ministers Jonas Rimkutė of Lithuania and Ieva Kalnraja of Latvia spoke.",
        {"Jonas Rimkutė", "Ieva Kalnraja"},
    ),
    case(
        "list with titles",
        "Peruvian President Anselmo Quispe-Rojas, Chilean President Ramona Illanes and Bolivian President Teo Mamani-Loza spoke.",
        {"Anselmo Quispe-Rojas", "Ramona Illanes", "Teo Mamani-Loza"},
    ),
    case("name before a verb of saying", "The otters are back, said Jukka Haapamaa, who counts them.", {"Jukka Haapamaa"}),
    case("former holder", "Former Chilean president Ramona Illanes spoke.", {"Ramona Illanes"}),
    case("portfolio words are no names", "Agriculture and Forestry Minister Ema Larrobla of Uruguay spoke.", {"Ema Larrobla"}),
    case(
        "broken over two lines of a text wrapped by hand",
        "At noon the Estonian Foreign Minister Maarika\nOjaste spoke of honey to a hall full of\nbeekeepers, who listened until the rain\n"
        "began to fall on the hives.",
        {"Maarika Ojaste"},
    ),
]

NOBODY = [
    case("countries with a chair", "They spoke as Suva Group Co-Chair Countries."),
    case("order", "The guest was given the Order of the Golden Otter of Latvia."),
    case("saint", "The Order of Saint Olaf was given."),
    case("vessel", "The research vessel Louise Marlow reached port."),
    case("foundation", "They met at the Andy Marlow Foundation in Peru."),
    case("foundation that acts", "The Andy Marlow Foundation for the Visual Arts paid."),
    case("field of a council", "He was chairman of the International Council for the Control of Iodine Disorders."),
    case("province", "Officials in Quang Ninh province paid."),
    case("district and city", "They flew to Kara Suu district and to Minh Hoa city."),
    case("Romance names of places", "He studied at Casa de la Moneda and at Rio de la Piedra."),
    case("mosque", "The Masjid al-Nour was full."),
    case("streets", "Grace Chapel Road and Martin Luther King Boulevard were shut."),
    case("storms", "Hurricane Maria and Tropical Storm Andrea hit Kenya."),
    case("book and app", "His book, Silent Harvest, sold well. The Ocean Harvest app failed."),
    case("headline", "New Hope For Valley As Talks Resume\n\nLIMA — The rain fell."),
    case("byline", "By Karla Montfort\n\nLIMA — The rain fell."),
    case("byline with a date", "Karla Montfort | 12.06.2021\n\nLIMA — The rain fell."),
    case("company that speaks", "Zenith said sales fell. Zenith shares were shunned."),
    case("company with its article", "The Zenith said it was false."),
    case("plural that speaks", "Organisers said the hall was full."),
    case("what an inserted source says", "Sunlight, the minister said, is free. Golden Silence, the senator observed, costs nothing."),
    case("companies", "Apple said sales fell. Amazon announced cuts. Morgan Stanley warned of worse."),
    case("charities and schools", "Amnesty said prisons were full. Harvard said so too."),
    case("regions", "South Yorkshire said no. West Papua warned."),
    case("club", "Manchester United said the coach was gone."),
    case("university", "The University of Port Harlan in Fiji keeps the maps."),
    case("company", "Opal Reef Holdings Ltd sold the lanterns to Oman."),
    case("bank", "Harlan Savings Bank paid for the bridge."),
    case("street and square", "The kiosk stands on Acacia Avenue near Liberty Square in Nairobi."),
    case("river and lake", "The Amber River flows into Lake Sorrel."),
    case("agreement", "The Quiet Harbours Agreement entered into force in Chile."),
    case("ship", "The research vessel Morning Heron left Valparaiso."),
    case("sports club", "Harlan United beat Sorrel Rovers by two goals."),
    case("newspaper", "The Harlan Morning Post printed the letter."),
    case("award", "The jury gave the film the Silver Kite Prize."),
    case("weekday and month", "On Wednesday and in April the library is shut."),
    case("ministry", "The Ministry of Fisheries and Ports of Ghana paid."),
    case("headline words", "New Bridge Opens Over Amber River"),
    case("plural office", "The Foreign Ministers of Peru and Chile were late."),
    case("reporter's credit", "The kiosk burned down. (Reporting by Lena Ostwald; Editing by Caetano Pradella)"),
]

PRIVATE = [
    case("noun of persons in apposition", "Gretel Mowat, a Republican strategist, voted.", {"Gretel Mowat"}),
    case("noun of persons before", "Oakmont analyst Zelmira Orphe expects no change.", {"Zelmira Orphe"}),
    case("age", "Zelmira Orphe, 54, voted early.", {"Zelmira Orphe"}),
    case("party and state", "Zelmira Orphe (D-Ohio) voted no.", {"Zelmira Orphe"}),
    case("label of a party", "The bill, sponsored by Democrat Zelmira Orphe, failed.", {"Zelmira Orphe"}),
    case("relative clause", "Zelmira Orphe, who chairs the committee, resigned.", {"Zelmira Orphe"}),
    case("verb of saying", "Zelmira Orphe warned that rain was near.", {"Zelmira Orphe"}),
    case("speaks later by surname", "The seat went to Zelmira Orphe. “Rain is near,” Orphe said.", {"Zelmira Orphe"}),
    case("called Ms. later", "The seat went to Zelmira Orphe. Ms. Orphe waved.", {"Zelmira Orphe"}),
    case("surname that nobody introduced", "“It was close,” said Mowat, who has run six campaigns.", {"Mowat"}),
    case("surname that opens", "Wilkins said the bridge was safe. The mayor agreed.", {"Wilkins"}),
    case("second surname that is a place", "Peru's Elmira Schiallero Vargas left.", {"Elmira Schiallero Vargas"}),
    case("described by surname alone", "Vanslyke, a former prosecutor, told reporters it would pass.", {"Vanslyke"}),
    case("rank of several words", "Deputy Assistant Secretary Zelmira Orphe flew to Tonga.", {"Zelmira Orphe"}),
    case("emeritus", "Professor Emeritus Ulf Tärnhjelm disagreed.", {"Ulf Tärnhjelm"}),
    case("king", "King Haakonius VIII of Norway waved.", {"Haakonius VIII"}),
    case("attorney", "District Attorney Zelmira Orphe declined to comment.", {"Zelmira Orphe"}),
]

REFERENCES = [
    case(
        "surname alone",
        "Estonian Foreign Minister Maarika Ojaste flew to Lima. Ojaste brought honey.",
        [("Maarika Ojaste", "Maarika Ojaste"), ("Ojaste", "Maarika Ojaste")],
    ),
    case(
        "surname with its article",
        "Dutch Agriculture Minister Bram van den Oetelaar flew to Lima. Van den Oetelaar brought cheese.",
        [("Bram van den Oetelaar", "Bram van den Oetelaar"), ("Van den Oetelaar", "Bram van den Oetelaar")],
    ),
    case(
        "title and surname",
        "Estonian Foreign Minister Maarika Ojaste flew to Lima. Minister Ojaste brought honey.",
        [("Maarika Ojaste", "Maarika Ojaste"), ("Ojaste", "Maarika Ojaste")],
    ),
    case(
        "honorific and surname",
        "Estonian Foreign Minister Maarika Ojaste flew to Lima. Ms. Ojaste brought honey.",
        [("Maarika Ojaste", "Maarika Ojaste"), ("Ojaste", "Maarika Ojaste")],
    ),
    case(
        "Chinese surname comes first",
        "Chinese Vice Minister of Fisheries Ouyang Zhelin flew to Lima. Ouyang brought tea.",
        [("Ouyang Zhelin", "Ouyang Zhelin"), ("Ouyang", "Ouyang Zhelin")],
    ),
    case(
        "Korean surname comes first",
        "South Korean Trade Minister Baek Seo-yun flew to Lima. Baek brought tea.",
        [("Baek Seo-yun", "Baek Seo-yun"), ("Baek", "Baek Seo-yun")],
    ),
    case(
        "Vietnamese are called by the last name",
        "Vietnamese Deputy Prime Minister Luong Thi Bich Hao flew to Lima. Hao brought tea.",
        [("Luong Thi Bich Hao", "Luong Thi Bich Hao"), ("Hao", "Luong Thi Bich Hao")],
    ),
    case(
        "given name and patronymic",
        "Russian Deputy Fisheries Minister Timofey Arkadyevich Lozhkin flew to Lima. Timofey Arkadyevich brought tea.",
        [("Timofey Arkadyevich Lozhkin", "Timofey Arkadyevich Lozhkin"), ("Timofey Arkadyevich", "Timofey Arkadyevich Lozhkin")],
    ),
    case(
        "surname before the full name",
        "Ojaste flew to Lima. Estonian Foreign Minister Maarika Ojaste brought honey.",
        [("Ojaste", "Maarika Ojaste"), ("Maarika Ojaste", "Maarika Ojaste")],
    ),
    case(
        "possessive",
        "Estonian Foreign Minister Maarika Ojaste flew to Lima. Ojaste’s honey was praised.",
        [("Maarika Ojaste", "Maarika Ojaste"), ("Ojaste", "Maarika Ojaste")],
    ),
    case(
        "two of one surname are told apart by their titles",
        "Peruvian President Anselmo Rojas-Pinto flew in. Chilean Foreign Minister Delia Rojas-Pinto flew in too. "
        "President Rojas-Pinto waved. Foreign Minister Rojas-Pinto did not.",
        [
            ("Anselmo Rojas-Pinto", "Anselmo Rojas-Pinto"),
            ("Delia Rojas-Pinto", "Delia Rojas-Pinto"),
            ("Rojas-Pinto", "Anselmo Rojas-Pinto"),
            ("Rojas-Pinto", "Delia Rojas-Pinto"),
        ],
    ),
    case(
        "two of one surname are told apart by given names",
        "Peruvian President Anselmo Rojas-Pinto and his sister Delia Rojas-Pinto waved. Delia Rojas-Pinto smiled.",
        [
            ("Anselmo Rojas-Pinto", "Anselmo Rojas-Pinto"),
            ("Delia Rojas-Pinto", "Delia Rojas-Pinto"),
            ("Delia Rojas-Pinto", "Delia Rojas-Pinto"),
        ],
    ),
    case(
        "two of one surname are told apart by Mr. and Ms.",
        "Anselmo Rojas-Pinto and his wife Delia Rojas-Pinto waved. Ms. Rojas-Pinto smiled.",
        [
            ("Anselmo Rojas-Pinto", "Anselmo Rojas-Pinto"),
            ("Delia Rojas-Pinto", "Delia Rojas-Pinto"),
            ("Rojas-Pinto", "Delia Rojas-Pinto"),
        ],
    ),
    case(
        "initial for the given name",
        "Russian Deputy Fisheries Minister Timofey Lozhkin flew to Lima. T. Lozhkin brought tea.",
        [("Timofey Lozhkin", "Timofey Lozhkin"), ("T. Lozhkin", "Timofey Lozhkin")],
    ),
    case(
        "capitals of a transcript",
        "STATE SECRETARY MAARIKA OJASTE: The honey is good.\n\nQUESTION: Is it?\n\nMS. OJASTE: It is very good.",
        [("MAARIKA OJASTE", "Maarika Ojaste"), ("OJASTE", "Maarika Ojaste")],
    ),
]

UNNAMED = [
    case("the demonym president", "The Paraguayan president said that rain was welcome.", {("PY", "president")}),
    case("the minister of state", "The foreign minister of Nauru said that rain was welcome.", {("NR", "foreign minister")}),
    case(
        "possessive",
        "Palau's fisheries minister said that rain was welcome.",
        {("PW", "fisheries minister")},
        wrong='the title is "minister", without its portfolio',
    ),
]


@pytest.mark.parametrize(("text", "name", "actor", "title"), TITLES)
def test_title_gives_name_actor_and_office(text: str, name: str, actor: str, title: str) -> None:
    assert people(observe(text)) == {name: (actor, title)}


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: set[str]) -> None:
    assert names(observe(text)) == expected


@pytest.mark.parametrize(("text", "expected"), PRIVATE)
def test_persons_without_an_office(text: str, expected: set[str]) -> None:
    assert names(observe(text)) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_is_no_person(text: str) -> None:
    assert names(observe(text)) == set()


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_shorter_names_refer_to_fuller_ones(text: str, expected: list[tuple[str, str]]) -> None:
    assert person_mentions(observe(text)) == expected


@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_holder_whom_nothing_names_stays_unnamed(text: str, expected: set[tuple[str, str]]) -> None:
    seen = observe(text, on=None)
    assert (names(seen), unnamed(seen)) == (set(), expected)


def test_bare_surname_of_two_bearers_refers_to_neither() -> None:
    seen = observe(
        "Peruvian President Anselmo Rojas-Pinto flew in. Chilean Foreign Minister Delia Rojas-Pinto flew in too. "
        "In the evening Rojas-Pinto left."
    )
    assert [m for m in person_mentions(seen) if m[0] == "Rojas-Pinto"] == []


def test_description_by_office_goes_to_whom_the_article_names() -> None:
    seen = observe(
        "Paraguayan President Ismael Duarte-Vera spoke with Lithuanian President Rasa Norkutė. "
        "The Paraguayan president said that rain was welcome."
    )
    assert [seen.people[p].name for c in seen.claims for p in c.speakers] == ["Ismael Duarte-Vera"]


def test_office_report_says_who_holds_which_office_where_it_stands() -> None:
    text = "Estonian Foreign Minister Maarika Ojaste waved."
    seen = observe(text)
    [report] = seen.offices
    assert (seen.people[report.person].name, report.title.lower(), report.actor and report.actor.name) == (
        "Maarika Ojaste",
        "foreign minister",
        "EE",
    )
    assert "Foreign Minister" in text[report.span.start : report.span.end]


GENDERS = [
    case("Mr.", "The envoy of Peru, Mr. Anselmo Quispe-Rojas, waved.", "m"),
    case("Ms.", "The envoy of Peru, Ms. Ramona Illanes, waved.", "f"),
    case("unknown stays open", "Peruvian Foreign Minister Quilla Ninantay waved.", None),
    case("kinship", "The envoy came with his wife, Quilla Ninantay, to Lima.", "f"),
    case("title", "Congresswoman Quilla Ninantay waved.", "f"),
    case("patronymic", "Minister Uulzhan Toktogulovna Beishekeeva waved.", "f"),
    case("particle", "Minister Zulqarnain bin Hamad waved.", "m"),
    case("given name", "Minister Philippa Ninantay waved.", "f"),
    case("honorific after another", "H.E. Mrs. Quilla Ninantay waved.", "f"),
]


@pytest.mark.parametrize(("text", "gender"), GENDERS)
def test_gender_where_the_text_shows_it(text: str, gender: str | None) -> None:
    [person] = [p for p in observe(text).people if p.name]
    assert person.gender == gender


SIDES = [
    case(
        "title that holds its organization",
        "European Commission President Ursula von der Leuwen spoke.",
        {"Ursula von der Leuwen": "European Commission"},
    ),
    case("aide of an office", "The Iranian president's adviser Ali Akbar Velayatipour spoke.", {"Ali Akbar Velayatipour": "IR"}),
    case(
        "member of a body", "Member of the Political Bureau of the CPC Central Committee Liao Xuanfeng sat down.", {"Liao Xuanfeng": "CN"}
    ),
    case("given name like a title", "Speaker of the Knesset Amir Ohanovitz waved.", {"Amir Ohanovitz": "IL"}),
    case(
        "title of one's own government before a comma",
        "The Minister of Planning of Peru met bankers. The Minister of Ports, Mrs. Quilla Ninantay, cautioned them.",
        {"Quilla Ninantay": "PE"},
    ),
    case(
        "a list of appositions",
        "Mr. Pascal Irambona, Minister of Trade of Burundi, Ms. Ingrid Thorsdal, State Secretary of Iceland, and others came.",
        {"Pascal Irambona": "BI", "Ingrid Thorsdal": "IS"},
    ),
    case(
        "one plural title for several",
        "The Ministers of Culture of Estonia, Maarika Ojaste, and of Peru, Quilla Ninantay, sat down.",
        {"Maarika Ojaste": "EE", "Quilla Ninantay": "PE"},
    ),
    case("two fields", "Kerrianne Simmondson, Minister of Foreign Affairs and Trade of Barbados, waved.", {"Kerrianne Simmondson": "BB"}),
    case("state after the name", "Mr. Tevita Lolomana of Tonga waved.", {"Tevita Lolomana": "TO"}),
    case("Lankan", "He met his Lankan counterpart Nimal Wijeweera.", {"Nimal Wijeweera": "LK"}),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_whose_side(text: str, expected: dict[str, str]) -> None:
    assert {name: actor for name, (actor, _) in people(observe(text)).items()} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "counterpart",
            "Deputy Minister Andris Kalniete-Vanags received his counterpart, Deputy Minister Rolando Ayquipa. Latvia and Peru trade. "
            "Peru exports quinoa to Latvia.",
            {"Andris Kalniete-Vanags": "LV", "Rolando Ayquipa": "PE"},
        ),
        case(
            "counterpart of nobody knows where",
            "Deputy Minister Andris Kalniete-Vanags received his counterpart, Deputy Minister Rolando Ayquipa.",
            {"Andris Kalniete-Vanags": "LV", "Rolando Ayquipa": None},
        ),
        case("professor", "Professor Rolando Ayquipa spoke of honey.", {"Rolando Ayquipa": None}),
    ],
)
def test_publishers_state_is_that_of_its_own_officials(text: str, expected: dict[str, str | None]) -> None:
    seen = observe(text, publisher="Ministry of Foreign Affairs of Latvia")
    assert {name: actor for name, (actor, _) in people(seen).items()} == expected


def test_former_office_is_held_no_more() -> None:
    seen = observe("Former Peruvian President Rolando Ayquipa came. The Peruvian president said that rain was near.")
    assert [(p.name, p.title and p.title.lower()) for p in seen.people] == [("Rolando Ayquipa", "former president"), (None, "president")]
    assert seen.offices == ()


def test_office_of_the_first_sentence_is_that_of_the_name_that_opens_the_second() -> None:
    seen = observe("The Peruvian deputy foreign minister flew to Lima on Monday.\n\nRolando Ayquipa first sat down with bankers.")
    assert people(seen) == {"Rolando Ayquipa": ("PE", "deputy foreign minister")}


DESCRIBED = [
    case("envoy", "Finnish Ambassador Otso Kivelä came. The envoy said that ice was thin.", "Otso Kivelä"),
    case("synonym", "Peruvian Deputy Prime Minister Rolando Ayquipa came. The deputy premier said that rain was near.", "Rolando Ayquipa"),
    case("abbreviation", "Peruvian Deputy Prime Minister Rolando Ayquipa came. The DPM said that rain was near.", "Rolando Ayquipa"),
    case(
        "noun of a longer title", "Peruvian Trade Minister Rolando Ayquipa came. The minister said that rain was near.", "Rolando Ayquipa"
    ),
    case(
        "by state and any noun", "Peruvian Senator Rolando Ayquipa came. The Peruvian lawmaker said that rain was near.", "Rolando Ayquipa"
    ),
    case("no definite one", "Peruvian Senator Rolando Ayquipa came. A senator said that rain was near.", None),
    case(
        "one of two",
        "Peruvian Trade Minister Rolando Ayquipa and Chilean Energy Minister Ramona Illanes came. The minister said that rain was near.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "speaker"), DESCRIBED)
def test_descriptions_lead_to_the_person(text: str, speaker: str | None) -> None:
    seen = observe(text)
    assert [seen.people[p].name for c in seen.claims for p in c.speakers] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("with a name", "EAM Devraj Kulkarni-Patki waved.", {"Devraj Kulkarni-Patki": ("IN", "external affairs minister")}),
        case(
            "beside its title",
            "External Affairs Minister (EAM) Devraj Kulkarni-Patki waved.",
            {"Devraj Kulkarni-Patki": ("IN", "external affairs minister")},
        ),
        case("with a state", "Indian NSA Devraj Kulkarni-Patki waved.", {"Devraj Kulkarni-Patki": ("IN", "national security adviser")}),
        case("hour", "The hall shut at 5 PM Friday.", {}),
        case("another sense", "The NSA said nothing. The station plays on FM.", {}),
    ],
)
def test_abbreviated_offices(text: str, expected: dict[str, tuple[str | None, str]]) -> None:
    assert people(observe(text)) == expected


@pytest.mark.parametrize(
    ("on", "actor"),
    [
        case("before the office", date(2016, 5, 10), None),
        case("in office", date(2023, 5, 10), "UN Trade and Development"),
    ],
)
def test_organization_from_the_first_office_on(on: date, actor: str | None) -> None:
    (person,) = observe("Rebeca Grynspan waved to the crowd.", on=on).people
    assert (person.actor.name if person.actor else None) == actor

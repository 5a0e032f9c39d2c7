"""How the agencies and papers of Asia tell of meetings and call people. Articles appear on Wednesday, 14 September 2022."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .cases import case
from .reading import line_of, names, observe, people, spoken

DOO, HARA = "South Korean Foreign Minister Doo Min-ho", "Japanese counterpart Ken Haramoto"
MEETINGS = [
    case(
        "the day of the saying gives way to the meeting's own, and the state to the town",
        "Foreign Minister Doo Min-ho and his Japanese counterpart, Ken Haramoto, have held talks in Peru, Seoul's foreign ministry said "
        "Tuesday.\n\nThe top diplomats of the two nations held a meeting in Lima on Monday, according to the ministry.",
        ["bilateral held 2022-09-12 Lima: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "two days in a sentence: the one inside what is said",
        f"According to Seoul's foreign ministry on Tuesday, {DOO} had a breakfast meeting with his {HARA} on Monday, local time.",
        ["bilateral held 2022-09-12 -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "the first talks with a new colleague are news, and go on as a call",
        f"{DOO} had his first phone conversation with his new {HARA}, days after US Defense Secretary Earl Mattox's visit to Seoul.\n\n"
        "During the 25-minute talks, the ministers agreed to keep calm.",
        ["call held 2022-09-14 -: Doo Min-ho/KR; Ken Haramoto/JP", "visit held - Seoul looked back: ?/KR; Earl Mattox/US"],
    ),
    case(
        "in his first talks with the one he has just phoned",
        f"{DOO} spoke by phone with his Canadian counterpart Tuesday.\n\nIn his first talks with Canadian Foreign Minister Ann Bellow, "
        "Doo highlighted efforts for peace.",
        ["call held 2022-09-13 -: Ann Bellow/CA; Doo Min-ho/KR"],
    ),
    case(
        "one goes on with something else",
        f"{DOO} said it was discussed during his meeting with his {HARA} in Lima on Monday, and that he would continue.",
        ["bilateral held 2022-09-12 Lima: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "a proposal made during talks",
        f"{DOO} made the proposal during talks on Monday in China with his {HARA}, newspapers reported.",
        ["bilateral held 2022-09-12 China: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "what somebody wants to raise at talks is not held",
        f"{DOO} wanted to raise the matter at talks with his {HARA}.",
        [],
    ),
    case(
        "the first to visit since",
        f"{DOO} is the first minister to visit Japan since the dispute began.",
        ["visit held 2022-09-14 Japan: ?/JP; Doo Min-ho/KR"],
    ),
    case(
        "will be the first to visit since",
        f"{DOO} will be the first minister to visit Japan since the dispute began.",
        ["visit planned - Japan: ?/JP; Doo Min-ho/KR"],
    ),
    case(
        "a visitor who is set to reach a capital",
        f"{DOO} is set to reach Tokyo on Friday on a three-day official visit.",
        ["visit planned 2022-09-16 Tokyo: ?/JP; Doo Min-ho/KR"],
    ),
    case(
        "another counterpart, whose name follows in two scripts",
        "Japanese envoy Ken Haramoto held talks with Wu Tianming of China on Monday. Japanese Foreign Minister "
        "Arata Mori will meet his Chinese counterpart, Lin Zhenhai (林振海), in Doha.",
        [
            "bilateral held 2022-09-12 -: Ken Haramoto/JP; Wu Tianming/CN",
            "bilateral planned - Doha: Arata Mori/JP; Lin Zhenhai/CN",
        ],
    ),
    case(
        "welcomed a visit during their talks",
        f"Foreign Minister Arata Mori of Japan welcomed the first official visit to Tokyo by {DOO} during their talks in Tokyo on Monday.",
        [
            "visit held 2022-09-12 Tokyo looked back: ?/JP; Doo Min-ho/KR",
            "bilateral held 2022-09-12 Tokyo looked back: Arata Mori/JP; Doo Min-ho/KR",
        ],
    ),
    case(
        "will do this, call on one and meet another",
        f"{DOO} will discuss fishing, call on Emperor Toshi of Japan and meet his {HARA}.",
        [
            "bilateral planned - -: Doo Min-ho/KR; Toshi/JP",
            "bilateral planned - -: Doo Min-ho/KR; Ken Haramoto/JP",
        ],
    ),
    case(
        "slated to",
        f"{DOO} is slated to have talks with his {HARA} on Thursday.",
        ["bilateral planned 2022-09-15 -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "he goes on with the official whom the office describes, and pays a visit in time to come",
        f"{DOO} will travel to Lima. In Lima, the South Korean foreign minister will hold talks with Trade Minister Ana Quispe-Rojas of "
        "Peru. In Quito, he will meet with Ecuadorian Foreign Minister Luis Andrade and pay a courtesy visit to President Eva Mora of "
        "Ecuador.",
        [
            "visit planned - Lima: ?/PE; Doo Min-ho/KR",
            "bilateral planned - Lima: Ana Quispe-Rojas/PE; Doo Min-ho/KR",
            "bilateral planned - Quito: Doo Min-ho/KR; Luis Andrade/EC",
            "bilateral planned - Quito: Doo Min-ho/KR; Eva Mora/EC",
        ],
    ),
    case(
        "who called on him",
        "Pakistan's Prime Minister Zubair Latifi emphasized the importance of ties. He was talking to Chilean Ambassador Luis Andrade, who "
        "called on him at the PM Office.",
        ["bilateral held 2022-09-14 -: Luis Andrade/CL; Zubair Latifi/PK"],
    ),
    case(
        "the office twice",
        "Malaysian Prime Minister Rahim Osmani paid a courtesy call on the President of Chile President Ramona Illanes.",
        ["bilateral held 2022-09-14 -: Rahim Osmani/MY; Ramona Illanes/CL"],
    ),
    case(
        "a spokesman tells what his minister will do",
        "Kenya's envoy Wanjiru Kamande said Kenyan President Neema Odera is scheduled to have an audience with Peruvian President "
        "Ana Quispe-Rojas on Friday and hold talks with Peruvian Foreign Minister Luis Andrade.",
        [
            "bilateral planned 2022-09-16 -: Ana Quispe-Rojas/PE; Neema Odera/KE",
            "bilateral planned 2022-09-16 -: Luis Andrade/PE; Neema Odera/KE",
        ],
    ),
    case(
        "the leading party of a state, and who leads its delegation",
        "Vietnamese President Tran Van Hoa received a delegation of the Communist Party of China, led by Lu Weiming, member of the "
        "Secretariat of the CPC Central Committee, on Monday.",
        ["bilateral held 2022-09-12 -: Lu Weiming/Secretariat of the Central Committee of the Communist Party of China; Tran Van Hoa/VN"],
    ),
    case(
        "by whose invitation, whatever the titles before the name",
        "Peruvian President Ana Quispe-Rojas's visit is made at the invitation of Chair of the Council of Elders of the Nation and "
        "President of Chile Ramona Illanes.",
        [],
    ),
    case(
        "the expected talks, and that they may take place somewhere, are those announced",
        f"{DOO} is planning to meet his {HARA} next week. The meeting may take place in Quito. At the expected talks with Haramoto, Doo "
        "will seek to reopen the pier.",
        ["bilateral planned 2022-09-19/2022-09-25 Quito: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "what somebody tells of it without a day, or hopes of it, is the same meeting",
        f"{DOO} held talks with his {HARA} on Monday. That was Doo's first meeting with Haramoto since he took office in May. Doo, who "
        "arrived in Lima late Sunday, spent an hour in formal talks with Haramoto, an official said.",
        ["bilateral held 2022-09-12 Lima: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "the day and place of what lies ahead of it",
        f"Prior to the Harbour Forum on September 22-23 in Cusco, {DOO} is to meet his {HARA}.",
        ["bilateral planned - -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "a meeting that is only being arranged",
        f"{DOO} called. Officials were working to tee up a bilateral meeting between Doo and his {HARA}, the ministry said.",
        ["bilateral planned - -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "agreed on at a meeting",
        f"The visit was agreed on at a meeting between {DOO} and his {HARA} on Monday.",
        ["bilateral held 2022-09-12 -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "understood to have met",
        f"{DOO} and his {HARA} are understood to have met in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "a stay that is to come",
        f"During his stay in Lima, {DOO} will hold talks with Peruvian Foreign Minister Ana Quispe-Rojas.",
        ["visit planned - Lima: ?/PE; Doo Min-ho/KR", "bilateral planned - Lima: Ana Quispe-Rojas/PE; Doo Min-ho/KR"],
    ),
    case(
        "is visiting on a day to come",
        f"{DOO} is visiting Peru Friday for the fourth time in two years.",
        ["visit planned 2022-09-16 Peru: ?/PE; Doo Min-ho/KR"],
    ),
    case(
        "clauses side by side have their own subjects",
        f"{DOO} met his {HARA} on Sunday, Tanabe met Peruvian Foreign Minister Ana Quispe-Rojas on Monday.",
        ["bilateral held 2022-09-11 -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "the heads of state are no ministers",
        f"{DOO} held talks with his {HARA} on Monday. Doo said the meeting between both heads of state in Lima was important.",
        ["bilateral held 2022-09-12 -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "a point man, on a weekday however far from its verb",
        "Lee Do-min, South Korea's representative for peninsula peace affairs, is scheduled to meet Kong Weiyou, China's point man on the "
        "affairs of the peninsula, in Beijing on Monday.",
        ["bilateral planned 2022-09-19 Beijing: Kong Weiyou/CN; Lee Do-min/KR"],
    ),
    case(
        "a week after another meeting",
        f"Their upcoming journey comes a week after {DOO} had talks with his {HARA} in Lima.",
        ["bilateral held - Lima looked back: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "a wife on the way, and who is visited",
        "Cambodian Prime Minister Hun Vuthy travels to Bangkok today with his wife, Bun Sophea, and senior officials for an official "
        "visit.",
        ["visit held 2022-09-14 Bangkok: ?/TH; Hun Vuthy/KH"],
    ),
    case(
        "who comes along meets nobody",
        "Vietnamese President Tran Van Hoa is accompanied by Bui Van Nam, Minister of Ports of Laos.",
        [],
    ),
    case(
        "his own visit, for whose support he thanks another",
        "Japanese Prime Minister Junichi Koyama expressed his appreciation to President George Bushell of the US for supporting his "
        "upcoming visit to Peru.",
        ["visit planned - Peru: ?/PE; Junichi Koyama/JP"],
    ),
    case(
        "the visit for which somebody is thanked",
        "Japanese Prime Minister Junichi Koyama thanked Chilean President Luis Andrade for his visit to Japan.",
        ["visit held 2022-09-14 Japan looked back: ?/JP; Luis Andrade/CL"],
    ),
    case(
        "an emperor's consort makes no visit of his",
        "South Korean President Kim Young-jin met Empress Michika of Japan on the first day of his four-day visit to Japan.",
        ["bilateral held 2022-09-14 -: Kim Young-jin/KR; Michika/JP", "visit held 2022-09-14 Japan: ?/JP; Kim Young-jin/KR"],
    ),
    case(
        "what may come of the talks",
        f"The pact could set the stage for a meeting between {DOO} and his {HARA} in Lima.",
        ["bilateral planned - Lima: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "foreign secretaries below their ministers",
        "Indian External Affairs Minister S.M. Kishan opened the pier. Indian Foreign Secretary Nirmala Raoji flew to Lima. The foreign "
        "secretaries of India and Pakistan met on Monday.",
        ["bilateral held 2022-09-12 -: ?/PK; Nirmala Raoji/IN"],
    ),
    case(
        "a surname that is a pronoun elsewhere",
        "US Treasury Secretary Janet Yelland and Chinese Vice Premier He Weifeng wrote. Yelland met He in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: He Weifeng/CN; Janet Yelland/US"],
    ),
    case(
        "the first word of a report in capitals",
        "MYANMAR Foreign Minister Aung Myat arrives in Singapore on Thursday for a two-day visit.",
        ["visit planned 2022-09-15/2022-09-16 Singapore: ?/SG; Aung Myat/MM"],
    ),
    case(
        "the capital of a state by its adjective",
        "Chilean Foreign Minister Luis Andrade arrived in the Peruvian capital on Monday for a working visit.",
        ["visit held 2022-09-12 Lima: ?/PE; Luis Andrade/CL"],
    ),
    case(
        "who speaks to the media",
        f"{DOO} met his {HARA} on Monday. They are scheduled to speak to the media after the meeting.",
        ["bilateral held 2022-09-12 -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "since something long to tell",
        f"{DOO} is going to meet his {HARA} for the first time since Tokyo imposed sanctions on the Harbour Battalion and some of its "
        "current and former officials alleging theft on 10 December.",
        ["bilateral planned - -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "the secretary of a body named after its state, and who he is",
        "The first secretary of the Myanmar Peace and Ports Council, General Aung Myat, met with Peruvian Foreign Minister Ana "
        "Quispe-Rojas on Monday. Earlier, Quispe-Rojas had met with her Myanmar counterpart U Tin Latt.",
        [
            "bilateral held 2022-09-12 -: Ana Quispe-Rojas/PE; Aung Myat/MM",
            "bilateral held - - looked back: Ana Quispe-Rojas/PE; Tin Latt/MM",
        ],
    ),
    case(
        "a region is no place of talks",
        f"{DOO} and his {HARA} held talks on developments in Northeast Asia on Monday.",
        ["bilateral held 2022-09-12 -: Doo Min-ho/KR; Ken Haramoto/JP"],
    ),
    case(
        "called on two",
        "Peruvian Foreign Minister Ana Quispe-Rojas called on Chilean President Ramona Illanes and Chilean Senator Eva Mora on Monday.",
        ["bilateral held 2022-09-12 -: Ana Quispe-Rojas/PE; Eva Mora/CL; Ramona Illanes/CL"],
    ),
    case(
        "a visit that somebody has to attend to",
        f"{DOO} came home to attend to US Defense Secretary Earl Mattox's visit.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


SPEAKERS = [
    case(
        "a surname that is a noun",
        "South Korean Foreign Minister Park Dong-won met his Japanese counterpart Ken Haramoto.\n\nPark and Haramoto welcomed the accord. "
        "Park thanked his guest.",
        [("Park and Haramoto", "Ken Haramoto; Park Dong-won"), ("Park thanked his", "Park Dong-won")],
    ),
    case(
        "the noun without anybody of that name",
        "The minister met his guest. Park rangers said the otters were well.",
        [("Park rangers said", "")],
    ),
    case(
        "they are those who met, not the ministry that has told of it",
        f"{DOO} held talks with his {HARA}, the ministry said.\n\nThey decided to reopen the pier.",
        [("South Korean Foreign", ""), ("They decided to", "Doo Min-ho; Ken Haramoto")],
    ),
    case(
        "the ministers are those who spoke, not the one of whose visit is told",
        f"{DOO} held talks with his {HARA}, days after US Defense Secretary Earl Mattox's visit to Seoul.\n\n"
        "The ministers agreed to reopen the pier.",
        [("The ministers agreed", "Doo Min-ho; Ken Haramoto")],
    ),
    case(
        "an agency reported earlier that",
        f"{DOO} thanked his {HARA}.\n\nJapan's Kyodo News reported earlier that the pier is expected to close.",
        [("South Korean Foreign", "Doo Min-ho"), ("Japan's Kyodo News", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text)) == expected


SPEAKERS_BY_SURNAME = [
    case(
        "the surname of the one introduced long before the other",
        "South Korean President Kim Dae Jin and Japanese Prime Minister Ken Haramoto reaffirmed the importance of their talks in Lima. The "
        "officials agreed that close coordination between Japan and South Korea on the otters of the harbour was indispensable.\n\n"
        "Kim urged Haramoto to write to North Korean leader Kim Jong Il. Kim thanked his host.",
        [
            ("South Korean President", "Ken Haramoto; Kim Dae Jin"),
            ("The officials agreed", ""),
            ("Kim urged Haramoto", "Kim Dae Jin"),
            ("Kim thanked his", "Kim Dae Jin"),
        ],
    ),
    case(
        "initials before the name of a body end no sentence",
        "South Korean Foreign Minister Doo Min-ho welcomed a statement by the U.N. Security Council on otters.",
        [("South Korean Foreign", "Doo Min-ho")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS_BY_SURNAME)
def test_speakers_by_surname(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text)) == expected


PAIRS = [
    case(
        "the two of the phrase before",
        f"{DOO} met his {HARA} and Peruvian Foreign Minister Ana Quispe-Rojas in Lima.\n\nDuring Doo's discussion with Haramoto, they "
        "agreed to reopen the pier.\n\nDoo and Quispe-Rojas had a wide-ranging discussion. They praised the otters.",
        [("During Doo's discussion", "Doo Min-ho; Ken Haramoto"), ("They praised the", "Ana Quispe-Rojas; Doo Min-ho")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_they_are_the_two_just_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text)) == expected


def test_a_council_of_the_nation_is_not_that_of_the_united_nations() -> None:
    seen = observe("National Security Council chief Dae Jong-u opened the pier.")
    assert people(seen)["Dae Jong-u"][0] is None


def test_whoever_is_named_with_a_counterpart_is_of_the_other_side() -> None:
    seen = observe("India and Pakistan talked. Nirmala Raoji and her Pakistani counterpart Salim Bashar rose. India and Pakistan agreed.")
    assert people(seen)["Nirmala Raoji"][0] == "IN"


NAMES = [
    case(
        "nickname in quotation marks",
        'Senator Joaquin "Jojo" Pires opened the pier. Jojo Pires left. President Joko “Jokowi” Widodo stayed.',
        {"Joaquin Pires", "Joko Widodo"},
    ),
    case(
        "a surname of two bearers is no third person",
        "South Korean envoy Kim Hong-kyun met Kim Do-yun of North Korea's ministry, an envoy. Kim said so.",
        {"Kim Hong-kyun", "Kim Do-yun"},
    ),
    case("fields of South Asian ministers", "Minister for Road Transport and Highways T.R. Baalan left.", {"T.R. Baalan"}),
    case("initial before a known name", "Bangladesh President M Abdul Hamid opened the pier.", {"Abdul Hamid"}),
    case("rank by another abbreviation", "Sen. Lieut. Gen. Luong Van Quy opened the pier.", {"Luong Van Quy"}),
    case(
        "the last word of a body",
        "Bui Van Nam, director of the Hoa Binh Academy of Politics, Chairman of the Council, rose.",
        {"Bui Van Nam"},
    ),
    case("leader of a delegation", "The Chinese delegation was led by Lu Weiming – member of the bureau.", {"Lu Weiming"}),
    case("a house led by nobody we know", "The revolt was led by Green Ribbon.", set()),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: set[str]) -> None:
    assert names(observe(text)) == expected


HOMES = [
    case("a paper's own minister", {"publisher": "The Daily Star (Bangladesh)"}, "BD"),
    case("an agency by its acronym", {"publisher": "BSS"}, "BD"),
    case("before the place of filing", {"publisher": "Yomiuri Shimbun", "place": "Lima"}, "JP"),
    case("unknown", {"publisher": "The Herald"}, None),
]


@pytest.mark.parametrize(("article", "actor"), HOMES)
def test_whose_minister_a_medium_writes_of(article: dict[str, Any], actor: str | None) -> None:
    assert people(observe("Foreign Minister Rafiq Karimi opened the pier.", **article))["Rafiq Karimi"][0] == actor


def test_a_report_from_abroad_is_of_the_officials_there_if_it_names_their_state() -> None:
    text = "Peru said Tuesday it was ready. Peru had closed the pier, Foreign Minister Ana Quispe-Rojas said."
    assert people(observe(text, publisher="PTI", place="Lima"))["Ana Quispe-Rojas"][0] == "PE"


def test_the_ministry_that_is_quoted_tells_whose_minister_it_is() -> None:
    seen = observe("Foreign Minister Doo Min-ho opened the pier, Seoul's foreign ministry said.")
    assert people(seen)["Doo Min-ho"][0] == "KR"


def test_a_surname_with_its_particle_that_has_a_place_in_it() -> None:
    text = "Philippine Foreign Secretary Albert del Rosario left for Lima.\n\nDel Rosario said relations were good."
    assert spoken(text, observe(text)) == [("Del Rosario said", "Albert del Rosario")]


def test_a_minister_before_heading_an_organization_is_of_the_home_state() -> None:
    seen = observe("Foreign Minister Ban Ki-moon opened the pier.", on=date(2005, 7, 6), publisher="Korea Times")
    assert people(seen)["Ban Ki-moon"][0] == "KR"

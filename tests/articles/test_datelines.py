from __future__ import annotations

import pytest

from etl.articles.datelines import dateline, is_place


@pytest.mark.parametrize(
    ("text", "place", "date", "publisher"),
    [
        ("BERN, May 2 (Xinhua) — The two ministers met.", "BERN", (5, 2, None), "Xinhua"),
        ("KNA Port Vila, May 2, 2031 -- They met.", "Port Vila", (5, 2, 2031), "KNA"),
        ("BERN, May 2 (Xinhua) -- The two ministers met.", "BERN", (5, 2, None), "Xinhua"),
        ("BERN, May 2 (Xinhua/Mei Lin) -- The two ministers met.", "BERN", (5, 2, None), "Xinhua"),
        ("RIO DE JANEIRO, Nov. 3 (AP) -- They met.", "RIO DE JANEIRO", (11, 3, None), "AP"),
        ("SÃO PAULO, Nov 3 (AFP) – They met.", "SÃO PAULO", (11, 3, None), "AFP"),
        ("XI'AN, May 2 (Xinhua) — They met.", "XI'AN", (5, 2, None), "Xinhua"),
        ("OSLO, Norway, Sept. 3, 2031 (AP) — They met.", "OSLO, Norway", (9, 3, 2031), "AP"),
        ("May 2 (MFA) — On May 1, 2031, they met.", None, (5, 2, None), "MFA"),
        ("2 May 2031 (MMH): They met.", None, (5, 2, 2031), "MMH"),
        ("LISBON (Reuters) - They met.", "LISBON", None, "Reuters"),
        ("LISBON/MADRID (Reuters) - They met.", "LISBON/MADRID", None, "Reuters"),
        ("MOSCOW, October 3. /TASS/. They met.", "MOSCOW", (10, 3, None), "TASS"),
        ("Moscow. October 3. INTERFAX - They met.", "Moscow", (10, 3, None), "Interfax"),
        ("Seoul, Nov. 3 (Yonhap) -- They met.", "Seoul", (11, 3, None), "Yonhap"),
        ("(Brussels, 4 July 2031) The two ministers met.", "Brussels", (7, 4, 2031), None),
        ("Bern, 2 May 2031 – They met.", "Bern", (5, 2, 2031), None),
        ("Bern, Friday, 2 May 2031 – They met.", "Bern", (5, 2, 2031), None),
        ("OTTAWA, May 2. They met.", "OTTAWA", (5, 2, None), None),
        ("Bern, 2 May 2031", "Bern", (5, 2, 2031), None),
        ("Ulan Bator /MONTSAME/ They met.", "Ulan Bator", None, "MONTSAME"),
        ("Almaty. May 2. Interfax-Kazakhstan - They met.", "Almaty", (5, 2, None), "Interfax-Kazakhstan"),
        ("ALMATY. KAZINFORM They met.", "ALMATY", None, "Kazinform"),
        ("ALMATY. KAZINFORM – They met.", "ALMATY", None, "Kazinform"),
        ("Almaty. May 2. KAZINFORM /Aigul Omarova/ – They met.", "Almaty", (5, 2, None), "Kazinform"),
        ("MINSK, 2 May — RIA Novosti. They met.", "MINSK", (5, 2, None), "RIA Novosti"),
        ("AMMAN, (WAM - 02nd May, 2031) They met.", "AMMAN", (5, 2, 2031), "WAM"),
        ("Jeddah, Shaban 5, 1452, December 2, 2030, SPA -- They met.", "Jeddah", (12, 2, 2030), "SPA"),
        ("Salalah, 2 May (ONA) --- They met.", "Salalah", (5, 2, None), "ONA"),
        ("Shiraz, IRNA – They met.", "Shiraz", None, "IRNA"),
        ("Ganja, May 2, AZERTAC", "Ganja", (5, 2, None), "AZERTAC"),
        ("Gyumri/Mediamax/. They met.", "Gyumri", None, "Mediamax"),
        ("ALEPPO, (SANA)_ They met.", "ALEPPO", None, "SANA"),
        ("GYUMRI, MAY 2, ARTSAKHPRESS: They met.", "GYUMRI", (5, 2, None), "Artsakhpress"),
        ("Quito, Agencia Sur.- They met.", "Quito", None, "Agencia Sur"),
        ("Quito, May 2, Agencia del Sur.- They met.", "Quito", (5, 2, None), "Agencia del Sur"),
        ("QUETTA, May 2 (IndusPoint / Indus Valley Point News - 2nd May, 2031 ) :They met.", "QUETTA", (5, 2, None), "IndusPoint"),
        ("Presidential Palace, Hanoi, Vietnam, Friday 2 May 2031 – They met.", "Hanoi, Vietnam", (5, 2, 2031), None),
        ("ASWAN – 2 May 2031: They met.", "ASWAN", (5, 2, 2031), None),
        ("Aswan – 2 May 2031 – They met.", "Aswan", (5, 2, 2031), None),
        ("Aswan: 2 May 2031: They met.", "Aswan", (5, 2, 2031), None),
        ("ASWAN (2 May 2031) – They met.", "ASWAN", (5, 2, 2031), None),
        ("ASWAN, Egypt (May 2, 2031) – They met.", "ASWAN, Egypt", (5, 2, 2031), None),
        ("Aswan, Egypt 2 May 2031 –They met.", "Aswan, Egypt", (5, 2, 2031), None),
        ("Aswan 2nd May, 2031 (KTV) They met.", "Aswan", (5, 2, 2031), "KTV"),
        ("Gondar May 2/2031 (ENA) They met.", "Gondar", (5, 2, 2031), "ENA"),
        ("KHOROG, 02.05.2031. /NIAT/ They met.", "KHOROG", (5, 2, 2031), "Khovar"),
        ("Khorog, 02.05.2031 (NIAT “Khovar”). – They met.", "Khorog", (5, 2, 2031), "Khovar"),
        ("Khorog, 02.05.2031 – They met.", "Khorog", (5, 2, 2031), None),
        ("Kaunas, May 2, LNT – They met.", "Kaunas", (5, 2, None), "LNT"),
        ("(May 2, Galle, Island Guardian) They met.", "Galle", (5, 2, None), "Island Guardian"),
        ("Osh, May 2, 2031 . / Kabar / . They met.", "Osh", (5, 2, 2031), "Kabar"),
        ("15:30 | Cusco, May 2 (ANDINA).", "Cusco", (5, 2, None), "Andina"),
        ("15:30 | Cali (Colombia), May 2.", "Cali", (5, 2, None), None),
    ],
)
def test_strong_datelines(text: str, place: str | None, date: tuple[int, int, int | None] | None, publisher: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert found.strong
    assert (found.place, found.date and tuple(found.date), found.publisher) == (place, date, publisher)
    assert text[found.end :].strip() in ("They met.", "The two ministers met.", "On May 1, 2031, they met.", "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEW DELHI: The two ministers met.", "NEW DELHI"),
        ("LONDON — The two ministers met.", "LONDON"),
        ("SENDAI--The two ministers met.", "SENDAI"),
        ("Bern, Switzerland — The two ministers met.", "Bern, Switzerland"),
        ("QUITO. The two ministers met.", "QUITO"),
    ],
)
def test_weak_datelines(text: str, place: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.strong, found.place, found.date, found.publisher) == (False, place, None, None)


def test_a_month_before_its_day_is_a_weak_dateline() -> None:
    found = dateline("Quito, Nov. 3. The two ministers met.")
    assert found is not None
    assert (found.strong, found.place, found.date and tuple(found.date)) == (False, "Quito", (11, 3, None))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SUMMARY. The two ministers met.",
        "Berger. The two ministers met.",
        "The two ministers met in Bern on May 2.",
        "On Friday, May 2 - the day of the feast - they met.",
        "On May 2, 2031, they met.",
        "May 2 was a Friday.",
        "Ada Berger (Social Democrats) - a minister since 2029 - spoke.",
        "The World Bank (WB) - a lender - agreed.",
        "QUESTION: Why did they meet?",
        "Q: Why?",
        "President Berger — who was ill — did not come.",
        "Ada Berger, minister — They met.",
        "Berger: We shall see.",
        "NATO — an alliance — agreed.",
        "Berger, the president.- They met.",
        "In Geneva, 4 July. They met.",
        "Geneva, 4 July. They met.",
        "BERN, May 45 (Xinhua) — They met.",
        "A (Reuters) - They met.",
        "It opened in Bern, 2 May 2031",
    ],
)
def test_prose_and_labels_are_no_datelines(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("Rio de Janeiro", True), ("Bern", True), ("the river", False), ("On", False), ("", False), ("B", False)]
)
def test_places(text: str, expected: bool) -> None:
    assert is_place(text) is expected


def test_an_agency_or_a_credit_before_the_place_is_no_place() -> None:
    alone, credited = dateline("NNA – They met."), dateline("(MENAFN- Gulf Post) AQABA - They met.")
    assert alone is not None
    assert (alone.place, alone.publisher, "NNA – They met."[alone.end :]) == (None, "NNA", " They met.")
    assert credited is not None
    assert (credited.place, credited.publisher) == ("AQABA", "Gulf Post")
    assert not is_place("PTI")
    assert not is_place("SECRETARY-GENERAL")

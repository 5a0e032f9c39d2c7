"""Which claims are one statement."""

from __future__ import annotations

from datetime import date

import pytest

from etl.records import Act, Mention, Span
from etl.resolve import Resolution, resolve

from .builders import Draft

LONG = "Norway will finance the new hydrogen terminal in Recife and train two hundred Brazilian engineers in Bergen by 2034"


def said(*texts: str, dates: tuple[str | None, ...] = (), acts: tuple[Act, ...] = (), to: tuple[str | None, ...] = ()) -> Resolution:
    """Each text in an article of its own, said by one person."""
    articles = []
    for number, text in enumerate(texts):
        draft = Draft(number, dates[number] if dates else "2031-05-06")
        speaker = draft.person("Ingrid Solberg", "NO", known_by="name")
        listener = to[number] if to else None
        addressees = [draft.person(listener, "BR")] if listener else []
        draft.claim(text, speaker, to=addressees, act=acts[number] if acts else "pledge")
        articles.append(draft.done())
    return resolve(articles)


@pytest.mark.parametrize(
    "other",
    [
        LONG,
        f"“{LONG},” Solberg said.",
        "Norway will finance the new hydrogen terminal in Recife",
        "Oslo is to pay for a hydrogen terminal in Recife, and two hundred engineers from Brazil will be trained in Bergen",
    ],
    ids=["verbatim", "direct", "shortened", "paraphrased"],
)
def test_reports_of_one_statement_join(other: str) -> None:
    resolution = said(LONG, other)
    (statement,) = resolution.statements
    assert statement.text == max(LONG, other, key=len)
    assert all(any("hydrogen" in reason for reason in link.reasons) for link in resolution.statement_links)


@pytest.mark.parametrize(
    ("other", "dates"),
    [
        ("Norway will finance a fisheries school in Belem", ("2031-05-06", "2031-05-06")),
        ("Norway supports Brazil and will continue to strengthen bilateral cooperation", ("2031-05-06", "2031-05-06")),
        (LONG, ("2031-05-06", "2031-05-17")),
    ],
    ids=["another pledge", "boilerplate", "eleven days later"],
)
def test_statements_stay_apart(other: str, dates: tuple[str, str]) -> None:
    assert len(said(LONG, other, dates=dates).statements) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fiji will receive 300 desalination units", "We shall send three hundred units for desalination to Suva"),
        ("the ban on frozen cod would be lifted on March 1", "the embargo on cod will be scrapped on the first of March"),
        ("Oslo is prepared to bear the cost of six seaplanes", "six seaplanes will be paid for by Norway"),
        ("“We need otters, not lectures,”", "the islands needed otters and not lectures"),
    ],
    ids=["numerals", "synonyms", "phrases", "direct and indirect"],
)
def test_paraphrases_join(one: str, other: str) -> None:
    assert len(said(one, other).statements) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway will train 300 seaplane pilots in Bergen", "Norway will train 400 seaplane pilots in Bergen"),
        ("the seaplane school in Bergen opens in 2033", "the seaplane school in Bergen opens in 2034"),
        ("thanked Fiji for forty years of patient otter research", "thanked Fiji for sixty years of patient otter research"),
    ],
    ids=["amounts", "years", "number words"],
)
def test_numbers_keep_apart(one: str, other: str) -> None:
    assert len(said(one, other).statements) == 2


def test_the_minister_here_and_the_state_there_may_be_one_voice() -> None:
    articles = []
    for number, speaker in enumerate(("Ingrid Solberg", "Solberg", None)):
        draft = Draft(number)
        people = [draft.person(speaker, "NO")] if speaker else []
        draft.claim(LONG, *people, behalf=[] if speaker else ["NO"])
        articles.append(draft.done())
    assert len(resolve(articles).statements) == 1


def test_of_one_meeting_an_article_may_tell_much_later() -> None:
    articles = []
    for number, published in enumerate(("2031-05-06", "2031-06-20")):
        draft = Draft(number, published)
        pair = draft.person("Ingrid Solberg", "NO", known_by="name"), draft.person("Mateus Carvalho", "BR", known_by="name")
        draft.meet(*pair, on="2031-05-05")
        draft.claim(LONG, pair[0], to=[pair[1]], meeting=0)
        articles.append(draft.done())
    assert len(resolve(articles).statements) == 1


def test_ten_days_and_undated_articles_still_join() -> None:
    assert len(said(LONG, LONG, dates=("2031-05-06", "2031-05-16")).statements) == 1
    assert len(said(LONG, LONG, dates=("2031-05-06", None)).statements) == 1


def test_a_chain_of_dates_does_not_join_the_ends() -> None:
    assert len(said(LONG, LONG, LONG, dates=("2031-05-01", "2031-05-09", "2031-05-17")).statements) == 2


def test_the_same_boilerplate_to_two_people_is_two_statements() -> None:
    texts = (
        "We firmly support Brazil in protecting rainforest, rivers and wetlands",
        "We firmly support the protection of rainforest, rivers and coast",
    )
    assert len(said(*texts, to=("Mateus Carvalho", "Mateus Carvalho")).statements) == 1
    assert len(said(*texts, to=("Mateus Carvalho", "Lucia Prado")).statements) == 2


def test_what_is_counted_alike_is_one_statement_whoever_is_thought_to_have_been_told() -> None:
    texts = ("Norway would pay for 40 rope ferries on the Purus", "Oslo will bear the cost of forty rope ferries on the river Purus")
    assert len(said(*texts, to=("Mateus Carvalho", "Lucia Prado")).statements) == 1


@pytest.mark.parametrize(("days", "count"), [(("2031-05-06", "2031-05-07"), 1), (("2031-05-06", "2031-05-14"), 2)])
def test_one_day_apart_two_meetings_may_be_one(days: tuple[str, str], count: int) -> None:
    texts = (
        "the salmon ladder at Voss will be repaired before the otters return",
        "before otters come back, Voss will get its salmon ladder mended",
    )
    articles = []
    for number, (published, where) in enumerate(zip(days, ("Recife", "Bergen"), strict=True)):
        draft = Draft(number, published)
        speaker = draft.person("Ingrid Solberg", "NO", known_by="name")
        draft.meet(speaker, "BR", on=published, place=where)
        draft.claim(texts[number], speaker, meeting=0)
        articles.append(draft.done())
    assert len({m.meeting_id for m in resolve(articles).meetings}) == 2
    assert len(resolve(articles).statements) == count


def test_two_speakers_are_two_statements() -> None:
    articles = []
    for number, name in enumerate(("Ingrid Solberg", "Siv Moen")):
        draft = Draft(number)
        draft.claim(LONG, draft.person(name, "NO"))
        articles.append(draft.done())
    assert len(resolve(articles).statements) == 2


@pytest.mark.parametrize(("behalf", "count"), [(("NO", "NO"), 1), (("NO", "BR"), 2)])
def test_without_a_speaker_the_actor_speaks(behalf: tuple[str, str], count: int) -> None:
    articles = []
    for number, name in enumerate(behalf):
        draft = Draft(number)
        draft.claim(LONG, behalf=[name])
        articles.append(draft.done())
    assert len(resolve(articles).statements) == count


def test_one_article_repeats_itself_only_word_for_word() -> None:
    draft = Draft(1)
    speaker = draft.person("Ingrid Solberg", "NO")
    draft.claim(LONG, speaker)
    draft.claim(LONG, speaker)
    draft.claim("Norway will finance the new hydrogen terminal in Recife", speaker)
    assert len(resolve([draft.done()]).statements) == 2


def test_two_neighbouring_sentences_may_be_one_sentence_of_another_article() -> None:
    one, two = Draft(1), Draft(2)
    speaker = one.person("Ingrid Solberg", "NO", known_by="name")
    listener = one.person("Mateus Carvalho", "BR")
    one.claim(LONG, speaker, to=[listener], act="pledge")
    speaker = two.person("Ingrid Solberg", "NO", known_by="name")
    listener = two.person("Mateus Carvalho", "BR")
    two.claim("Norway will finance the new hydrogen terminal in Recife", speaker, to=[listener], act="pledge")
    two.claim("Two hundred Brazilian engineers will train in Bergen, she said", speaker, to=[listener], act="pledge")
    two.claim("The terminal will open in autumn", speaker, to=[listener])
    resolution = resolve([one.done(), two.done()])
    statement_of = {(link.article_id, link.claim_index): link for link in resolution.statement_links}
    assert statement_of[1, 0].statement_id == statement_of[2, 0].statement_id == statement_of[2, 1].statement_id
    assert statement_of[2, 1].reasons[0].startswith("part of article 1")
    assert statement_of[2, 2].statement_id != statement_of[1, 0].statement_id


def test_the_first_publication_gives_text_and_date() -> None:
    resolution = said(LONG, LONG + " at the latest", dates=("2031-05-06", "2031-05-04"), acts=("announce", "pledge"))
    (statement,) = resolution.statements
    assert (statement.text, statement.first_published_on, statement.act) == (LONG + " at the latest", date(2031, 5, 4), "pledge")
    assert statement.speakers == (resolution.people[0].person_id,)


SHORT = "Norway will finance the new hydrogen terminal in Recife"


def covered(*texts: str) -> list[tuple[int, int] | None]:
    """Which claim covers the one of each text, each in an article of its own."""
    return [link.covered_by for link in said(*texts).statement_links]


def test_a_claim_covers_another_that_says_part_of_it() -> None:
    assert covered(LONG, SHORT) == [None, (0, 0)]
    assert covered(SHORT, LONG) == [(1, 0), None]
    assert covered(SHORT, LONG, LONG + ", in exchange for coffee and sugar") == [(1, 0), None, None]


@pytest.mark.parametrize(
    "other",
    [
        LONG,
        "Norway will finance a fisheries school in Belem",
        "Norway will finance the old hydrogen pipeline in Recife",
        "They will finance it",
    ],
    ids=["as long", "other words", "partly other words", "too little"],
)
def test_a_claim_is_not_covered(other: str) -> None:
    assert covered(LONG, other) == [None, None]


def test_no_claim_covers_one_of_its_own_article() -> None:
    draft = Draft(1)
    speaker = draft.person("Ingrid Solberg", "NO")
    draft.claim(LONG, speaker)
    draft.claim(SHORT, speaker)
    assert [link.covered_by for link in resolve([draft.done()]).statement_links] == [None, None]


def test_a_name_that_both_speak_of_says_little() -> None:
    def of_him(number: int, text: str) -> Draft:
        draft = Draft(number)
        speaker = draft.person("Ingrid Solberg", "NO", known_by="name")
        guest = draft.person("Mateus Henrique Prado Carvalho", "BR")
        index = draft.claim(text, speaker)
        start = draft.claims[index].span.start + text.index("Mateus")
        name = "Mateus Henrique Prado Carvalho"
        draft.mentions.append(Mention(Span(start, start + len(name)), "person", name, name, "test", 0.9, guest))
        return draft

    thanks = of_him(0, "Mateus Henrique Prado Carvalho was thanked for warm hospitality")
    plan = of_him(1, "Mateus Henrique Prado Carvalho would be seen later today")
    assert len(resolve([thanks.done(), plan.done()]).statements) == 2

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.articles import split_articles
from etl.errors import DocumentError
from etl.records import Article, Document

ONE = "The two ministers spoke for more than three hours about the bridge and about the road that leads to it."
TWO = "“It will hold,” Berger told reporters, and Tal agreed with her on every point but the name of the bridge."
GLUE = "The following articles were originally published by two news agencies."
BOX = "Leave a Reply\n\nYour email address will not be published. Required fields are marked *"


def document(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published_on: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Document:
    return Document(
        name="a.txt",
        origin="/x/a.txt",
        media_type="text/plain",
        content=text.encode("utf-8", errors="replace"),
        text=text,
        title=title,
        publisher=publisher,
        published_on=published_on,
        language=language,
        url=url,
    )


def only(found: tuple[Article, ...]) -> Article:
    [article] = found
    return article


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (f"Ministers open a bridge\n\n{ONE}\n\n{TWO}\n", "Ministers open a bridge", f"{ONE}\n\n{TWO}"),
        (f"Ministers open a bridge\n{ONE}\n{TWO}", "Ministers open a bridge", f"{ONE}\n{TWO}"),
        (f"Ministers open a bridge\r\n\r\n{ONE}\r\n\r\n{TWO}\r\n", "Ministers open a bridge", f"{ONE}\r\n\r\n{TWO}"),
        (f"{ONE}\n\n{TWO}", None, f"{ONE}\n\n{TWO}"),
        (f" date 2031-05-02 Ministers open a bridge\n\n{ONE}", "Ministers open a bridge", ONE),
        (f"Ministers open a bridge\n\nFriday, May 2, 2031\n\n{ONE}", "Ministers open a bridge", ONE),
        (f"May 2, 2031\n\nMinisters open a bridge\n\nBy A. Writer\n\n{ONE}", "Ministers open a bridge", ONE),
        (f"Ministers open a bridge\n\nThe Courier | Updated: 2031-05-02 10:15\n\n{ONE}", "Ministers open a bridge", ONE),
        (f"Ministers open a bridge\n\nMay 2, 2031 13:30 Bern\n\n{ONE}", "Ministers open a bridge", ONE),
        (f"Ministers open a bridge\n\nBern, 2 May 2031\n\n{ONE}", "Ministers open a bridge", ONE),
        (f"Ministers open a bridge\n\nA. Writer | 02.05.2031\nBERN, Switzerland\n\n{ONE}", "Ministers open a bridge", ONE),
        (
            f"Ministers open a bridge\n\nXinhua   2031-05-02 10:15\n\nBERN, May 2 (Xinhua) -- {ONE}",
            "Ministers open a bridge",
            f"BERN, May 2 (Xinhua) -- {ONE}",
        ),
        (
            f"Ministers open a bridge\n\nThe Ministry of Bridges\nFor Immediate Release\nMay 2, 2031\n\n{ONE}",
            "Ministers open a bridge",
            ONE,
        ),
        (
            f"Ministers open a bridge\n\nPOL-BERN-BRIDGE\n\nBERN, May 2 (AP) -- {ONE}",
            "Ministers open a bridge",
            f"BERN, May 2 (AP) -- {ONE}",
        ),
        (f"Skip to content\n\nHome > World\n\nMinisters open a bridge\n\nShare\n\n{ONE}\n\nPrint\n\n{BOX}", "Ministers open a bridge", ONE),
        (f"Ministers open a bridge\n\nBERN, May 2 (AP) -- {ONE}\n\n(ends)", "Ministers open a bridge", f"BERN, May 2 (AP) -- {ONE}"),
        (
            f"Ministers open a bridge\n\n{ONE}\n\nThe road\n\n{TWO}\n\nSee also\n\nA road",
            "Ministers open a bridge",
            f"{ONE}\n\nThe road\n\n{TWO}",
        ),
    ],
)
def test_one_article(text: str, title: str | None, body: str) -> None:
    article = only(split_articles(document(text)))
    assert (article.title, article.text, article.position) == (title, body, 0)
    assert article.text == text[article.char_start : article.char_end]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"Ministers open a bridge\n\n{ONE}", ONE),
        (f"MINISTERS  OPEN A BRIDGE\n\nFriday, May 2, 2031\n\n{ONE}", ONE),
        (f"2031-05-02 Ministers open a bridge\n\n{ONE}", ONE),
        (ONE, ONE),
        (f"A bridge for all\n\n{ONE}", f"A bridge for all\n\n{ONE}"),
        ("The ministers met in Bern and went home", "The ministers met in Bern and went home"),
    ],
)
def test_a_title_that_is_known_is_dropped_from_the_text(text: str, body: str) -> None:
    article = only(split_articles(document(text, title="Ministers open a bridge")))
    assert (article.title, article.text) == ("Ministers open a bridge", body)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"date 2031-05-02 Ministers meet\n\n{ONE}", (date(2031, 5, 2), "header")),
        (f"Ministers meet\n\nFriday, May 2, 2031\n\n{ONE}", (date(2031, 5, 2), "header")),
        (f"Transcript of the briefing (May 2, 2031)\n\n{ONE}", (date(2031, 5, 2), "header")),
        (f"Ministers meet\n\n(Bern, 2 May 2031) {ONE}", (date(2031, 5, 2), "dateline")),
        (f"Ministers meet\n\nBern, 2 May 2031\n\n{ONE}", (date(2031, 5, 2), "dateline")),
        (f"Joint statement\n\n{ONE}\n\nBern, 2 May 2031", (date(2031, 5, 2), "dateline")),
        (f"Talks with a guest\n\n{ONE}\n\nMay 2, 2031 – 18:10 – The Residence, Bern\n\n{TWO}", (date(2031, 5, 2), "dateline")),
        (f"Joint statement\n\n{ONE}\n\nBern\n\n2 May 2031", (date(2031, 5, 2), "dateline")),
        (f"Ministers meet\n\nMay 2, 2031 – Bern – Ministry of Bridges\n\n{ONE}", (date(2031, 5, 2), "header")),
        (f"Ministers meet\n\nA bridge at last, says minister\n\nA. Writer | 02.05.2031\n\n{ONE}", (date(2031, 5, 2), "header")),
        (f"Ministers meet\n\nNote no. 431 - 05/05/2031\n\n{ONE}", (date(2031, 5, 5), "header")),
        (f"Ministers meet\n\nMay 2 (MFA) — On May 1, 2031, they met. {ONE}", (date(2031, 5, 2), "inferred_year")),
        (f"Ministers meet\n\nBERN, May 2 (AP) -- {ONE}", (None, "unknown")),
        (f"Ministers meet\n\n{ONE}", (None, "unknown")),
        (
            "Minister Meets Envoy\n\n(Communicated by the Minister's Adviser)\n\nMinister Ana Quispe met this evening (Friday), 2.5.31, "
            "in Lima with the envoy Arvo Raud.\n\nThey spoke of fish.",
            (date(2031, 5, 2), "dateline"),
        ),
        (
            "Minister Meets Envoy\n\nLIMA, May 2 (HPA) -- Minister Ana Quispe met the envoy Arvo Raud on Friday.\n\nThey spoke of fish.\n\n"
            "HPA 021832 GMT MAY 31",
            (date(2031, 5, 2), "inferred_year"),
        ),
    ],
)
def test_dates_without_metadata(text: str, expected: tuple[date | None, str]) -> None:
    article = only(split_articles(document(text)))
    assert (article.published_on, article.dated_by) == expected


def test_what_the_page_says_is_kept() -> None:
    page = document(
        f"BERN, May 2 (Reuters) - {ONE}",
        title="Ministers meet",
        publisher="The Courier",
        published_on=date(2031, 5, 3),
        language="de",
        url="https://courier.example/7",
    )
    article = only(split_articles(page))
    assert (article.published_on, article.dated_by) == (date(2031, 5, 3), "metadata")
    assert (article.publisher, article.dateline_place) == ("Reuters", "BERN")
    assert (article.language, article.url) == ("de", "https://courier.example/7")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Ministers meet\n\n{ONE}", None),
        (f"Ministers meet\n\nSource: Xinhua Editor: A. Writer\n\n{ONE}", "Xinhua"),
        (f"Ministers meet\n\nSource: A friend\n\n{ONE}", None),
        (f"Ministers meet\n\n{ONE}\n\nSource: Bern News Agency", "Bern News Agency"),
        (f"Ministers meet\n\n{ONE}\n\nSource: A friend", None),
        (f"Ministry of Ferries of Tal\n\nMinisters meet\n\n{ONE}", "Ministry of Ferries of Tal"),
        (f"MINISTRY OF FERRIES GIFTED TWO BOATS\n\n{ONE}", None),
        (f"Speaker of the Parliament Visits Tal\n\n{ONE}", None),
        (f"Ministers meet\n\nMay 2 (MFA) — {ONE}", "MFA"),
        (f"Ministers meet\n\nMay 2 (Bern Wire) — {ONE}", "Bern Wire"),
    ],
)
def test_publishers_without_metadata(text: str, publisher: str | None) -> None:
    article = only(split_articles(document(text)))
    assert article.publisher == publisher
    assert article.language == "en"


DIGEST = f"""Ministers bridge their differences

{ONE}

The road to the bridge

On May 1, 2031, they had met in Basel. {TWO}

{GLUE}

Read more

Berger, Tal open bridge

BERN, May 2 (Xinhua) — {ONE}

{TWO}

###


Tal thanks Berger for bridge

May 3 (MFA) — {TWO}

Related stories

Bridge to carry trains

By A. Writer

BASEL (Reuters) - {ONE}

{BOX}
"""


def test_republished_articles() -> None:
    found = split_articles(document(DIGEST))
    assert [(article.position, article.title, article.text) for article in found] == [
        (0, "Ministers bridge their differences", f"{ONE}\n\nThe road to the bridge\n\nOn May 1, 2031, they had met in Basel. {TWO}"),
        (1, "Berger, Tal open bridge", f"BERN, May 2 (Xinhua) — {ONE}\n\n{TWO}"),
        (2, "Tal thanks Berger for bridge", f"May 3 (MFA) — {TWO}"),
        (3, "Bridge to carry trains", f"BASEL (Reuters) - {ONE}"),
    ]
    assert [(article.published_on, article.dated_by, article.publisher, article.dateline_place) for article in found] == [
        (None, "unknown", None, None),
        (date(2031, 5, 2), "inferred_year", "Xinhua", "BERN"),
        (date(2031, 5, 3), "inferred_year", "MFA", None),
        (None, "unknown", "Reuters", "BASEL"),
    ]


def test_metadata_speak_of_the_overview_and_give_the_others_their_year() -> None:
    found = split_articles(
        document(DIGEST, title="Ministers bridge their differences", published_on=date(2031, 5, 9), publisher="The Courier")
    )
    assert [(article.published_on, article.dated_by) for article in found] == [
        (date(2031, 5, 9), "metadata"),
        (date(2031, 5, 2), "dateline"),
        (date(2031, 5, 3), "dateline"),
        (None, "unknown"),
    ]
    assert [article.publisher for article in found] == ["The Courier", "Xinhua", "MFA", "Reuters"]


def test_a_collection_without_an_overview() -> None:
    text = f"Bridges\n\n{GLUE}\n\nBerger opens bridge\n\nBERN, May 2 (AP) -- {ONE}\n\nTal opens road\n\nNEW DELHI: {TWO}"
    assert [article.title for article in split_articles(document(text))] == ["Berger opens bridge", "Tal opens road"]
    assert [article.title for article in split_articles(document(text, title="Bridges"))] == ["Berger opens bridge", "Tal opens road"]


def test_a_page_that_opens_with_another_headline_than_its_title() -> None:
    text = f"Berger opens bridge\n\nBERN, May 2 (AP) -- {ONE}\n\nTal opens road\n\nBASEL, May 3 (AP) -- {TWO}"
    assert [article.title for article in split_articles(document(text, title="News of the week"))] == [
        "Berger opens bridge",
        "Tal opens road",
    ]


def test_a_subheading_before_ordinary_prose_opens_no_article() -> None:
    assert len(split_articles(document(f"Ministers meet\n\n{ONE}\n\nThe road\n\n{TWO}\n\nThe bridge\n\n{ONE}"))) == 1


def test_speakers_of_a_transcript_are_no_cities() -> None:
    text = f"Briefing on the bridge\n\nBERGER: {ONE}\n\nTAL: {TWO}\n\nQuestions and answers\n\nWRITER: {ONE}\n\nBERGER: {TWO}"
    article = only(split_articles(document(text)))
    assert article.dateline_place is None
    assert article.text.startswith("BERGER:")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["Adela Marrow, Deputy Spokesman", "Bern, Switzerland", "May 2, 2031"], "Bern, Switzerland"),
        (["Bern, Palace of the Nine Cantons", "2 May 2031"], "Bern"),
        (["2 May 2031", "The Residence, Bern"], "Bern"),
    ],
)
def test_the_place_of_a_letterhead_is_a_line_beside_its_date(lines: list[str], place: str) -> None:
    article = only(split_articles(document("\n".join(["Daily Press Briefing", "", *lines, "", ONE]))))
    assert article.dateline_place == place


def test_a_sentence_below_the_day_is_text_whatever_it_opens_with() -> None:
    first = "QUETTA, District of the North: The two ministers met at the weir, and spoke about it for two hours."
    (article,) = split_articles(document(f"Ministers look at the weir\n\nTue 02nd May 2031\n\n{first}\n\n{ONE}"))
    assert article.text.startswith("QUETTA")
    assert article.published_on == date(2031, 5, 2)


def test_a_topic_in_a_headline_is_no_dateline() -> None:
    article = only(split_articles(document(f"FRANCE: Ministers resign\n\n{ONE}")))
    assert (article.title, article.dateline_place) == ("FRANCE: Ministers resign", None)


def test_hard_wrapped_text() -> None:
    body = "The two ministers spoke for more than\nthree hours about the bridge, the road\nthat leads to it, and the customs house."
    article = only(split_articles(document(f"Readout of the talks on the bridge\n\n \n{body}\n\n{body}\n\n  \n\\###\n")))
    assert (article.title, article.text) == ("Readout of the talks on the bridge", f"{body}\n\n{body}")


@pytest.mark.parametrize(
    "text", ["Ministers open a bridge", "Home\n\nMenu\n\nPrint", f"Ministers meet\n\n{BOX}", "***", "May 2, 2031", GLUE]
)
def test_no_text_is_an_error(text: str) -> None:
    with pytest.raises(DocumentError, match="no article text") as raised:
        split_articles(document(text))
    assert raised.value.stage == "split"


PIECES = st.sampled_from(
    [ONE, TWO, GLUE, "Ministers meet", "BERN, May 2 (AP) -- They met.", "May 2, 2031", "Bern, 2 May 2031", "NEW DELHI: They met.",
     "See also", "###", "Leave a Reply", "TAL: Yes.", "By A. Writer", "* * *", "\u00a0", "a\u2002b", "date 2031-05-02 Ministers meet"]
)  # fmt: skip


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "\r\n\r\n", " "]))).map(lambda rows: "".join(map("".join, rows))),
    ),
    st.none() | st.just("Ministers meet"),
    st.none() | st.dates(),
)
def test_articles_are_verbatim_slices_in_order(text: str, title: str | None, published_on: date | None) -> None:
    page = document(text, title=title, published_on=published_on)
    try:
        found = split_articles(page)
    except DocumentError:
        return
    assert found == split_articles(page)
    assert [article.position for article in found] == list(range(len(found)))
    for article in found:
        assert article.text == text[article.char_start : article.char_end]
        assert article.text == article.text.strip() != ""
        assert (article.published_on is None) == (article.dated_by == "unknown")
    assert all(before.char_end <= after.char_start for before, after in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "counted_from"),
    [
        (f"LIMA, Sept. 27.—{ONE}", date(2018, 9, 27)),
        (f"LIMA, Sept. 27 (Xinhua) -- {ONE} They met on Friday.", None),  # written in another time zone
        (f"LIMA, Sept. 28 (Xinhua) -- {ONE}", None),
    ],
)
def test_day_from_which_a_report_counts(text: str, counted_from: date | None) -> None:
    (article,) = split_articles(document(text, published_on=date(2018, 9, 28)))
    assert article.published_on == date(2018, 9, 28)
    assert article.context_date == counted_from

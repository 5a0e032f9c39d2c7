from __future__ import annotations

import pytest

from etl.articles.furniture import body_length, is_glue, is_leftover

PROSE = "The two ministers spoke for more than three hours about the bridge and about the road."


@pytest.mark.parametrize(
    "line",
    [
        "###", r"\###", "# # #", "-- end --", "—ENDS—", "(ends)", "Enditem", "-30-", "■", "* * *", "<…>", "(Concludes)",
        "Leave a Reply", "Leave a comment on this story", "Your email address will not be published. Required fields are marked *",
        "Required fields are marked *", "3 Comments", "Post a Comment", "Comments are closed.", "Published in section: News",
        "Publication status", "See also", "Related", "Related articles", "Read more", "Read more:", "You may also like", "Sources",
        "Print", "Share", "Share this:", "Facebook | Twitter | Email", "Tweet", "Text version", "Direct link: courier.example/7",
        "https://courier.example/7", "Tags: bridges, roads", "Category: World", "Also read: Another bridge", "Next: A road opens",
        "Read more about the bridge", "Subscribe to our newsletter", "Follow us on Telegram", "Skip to content", "Home",
        "Home > World > Europe", "Home / News",
        "© 2031 The Courier", "Copyright The Courier", "The Courier 2031. All rights reserved.", "Photo: The Courier",
        "(Edited by A. Writer)", "Advertisement", "4 min read", "Contact: Press office, 00 00", "Last updated: May 2, 2031",
    ],
)  # fmt: skip
def test_leftovers(line: str) -> None:
    assert is_leftover(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Thank you.",
        "They agreed to share the costs.",
        "Next-generation bridges were discussed.",
        "More than forty guests came.",
        "Related questions were left to experts.",
        "Print media welcomed the bridge.",
        "Ministers open a bridge",
        "Home rule for the islands was not discussed.",
        "See also the joint statement of May 2, he said.",
        "The end of the war is near, she said.",
        "Share of trade rises",
    ],
)
def test_prose_is_no_leftover(line: str) -> None:
    assert not is_leftover(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The following articles were originally published by two agencies.", True),
        ("The following reports first appeared in The Courier:", True),
        ("We republish below two reports on the bridge.", True),
        ("The articles below were taken from the ministry's website.", True),
        ("This article was first published by The Courier.", True),
        ("Originally published in The Courier on May 2.", True),
        ("Republished with permission.", True),
        ("The following day the ministers published a joint statement.", False),
        ("The report was published on Friday, the minister said.", False),
        ("These items will be discussed in Bern.", False),
    ],
)
def test_glue(line: str, expected: bool) -> None:
    assert is_glue(line) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([PROSE, PROSE], 2),
        ([PROSE, "Thank you.", "###"], 2),
        ([PROSE, "See also", "Another bridge", "A third bridge"], 1),
        ([PROSE, "Leave a Reply", PROSE, PROSE, PROSE], 1),
        ([PROSE, "Related articles", "Another bridge", PROSE, PROSE], 5),
        ([PROSE, "###", "About the ministry", PROSE], 1),
        ([PROSE, "###", PROSE, PROSE], 4),
        ([PROSE, "Share this:", "Facebook", "© 2031 The Courier"], 1),
        ([PROSE, "Share this:", PROSE], 3),
        ([PROSE, "The following articles were originally published by two agencies.", "Read more"], 1),
        (["Print", "Share"], 0),
        ([], 0),
    ],
)
def test_where_the_body_ends(lines: list[str], expected: int) -> None:
    assert body_length(lines) == expected

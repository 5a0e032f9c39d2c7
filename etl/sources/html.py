"""HTML: the document's text is the page's main text, a blank line between paragraphs; what the page says about itself is metadata.

trafilatura finds the main text. It takes the element in which most of the prose stands, and so loses a standfirst that newsrooms and
governments put beside the headline, outside that element. The standfirst is therefore added: any whole sentence between the page's
headline and its first paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.errors import DocumentError
from etl.records import Document
from etl.sources.decoding import UndecodableError, decode, unusable
from etl.sources.metadata import iso_date, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DECLARED_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
DECLARED_WITHIN = 4096
ROOT = re.compile(rb"<html[\s>]", re.IGNORECASE)
LONG_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
MOST_ATTRIBUTES = 2000
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
"""Only dates the page marks as its own, not any that its text speaks of; and no look at the clock, as trafilatura would take today's."""

STANDFIRST_TAGS = ("p", "h2", "h3")
NOT_PROSE = frozenset({"nav", "aside", "footer", "form", "figure", "figcaption", "button", "li"})
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
MIN_STANDFIRST_WORDS = 5


def parse(content: bytes, *, name: str, origin: str, charset: str | None = None) -> Document:
    """The document of a page. `charset`: what its server said."""
    import trafilatura
    from lxml import etree
    from trafilatura.settings import Document as Page

    declared = DECLARED_CHARSET.search(content[:DECLARED_WITHIN])
    try:
        source, notes = decode(content, declared=(charset, declared[1].decode("ascii") if declared else None))
    except UndecodableError as error:
        raise DocumentError(name, "read", str(error)) from error
    if any(len(tag[0].split()) > MOST_ATTRIBUTES for tag in LONG_TAG.finditer(source)):
        # The parser's time grows with the square of them: 20,000 are five seconds.
        raise DocumentError(name, "read", f"it has a tag with more than {MOST_ATTRIBUTES} attributes")
    try:
        tree = parse_tree(source)
        page = trafilatura.bare_extraction(
            source.encode("utf-8"), with_metadata=True, include_comments=False, date_extraction_params=DATE_SEARCH
        )
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise DocumentError(name, "read", f"it is not HTML that can be parsed: {error}") from error
    if not isinstance(page, Page) or not page.text:
        raise DocumentError(name, "read", "no main text was found in the page")
    title = one_line(page.title)
    found = [paragraph for line in page.text.split("\n") if (paragraph := line.strip())]
    text = "\n\n".join([*standfirst(tree, title, found), *found])
    reason = unusable(text)
    if reason:
        raise DocumentError(name, "read", reason)
    url = one_line(page.url)
    return Document(
        name=name,
        origin=origin,
        media_type="text/html",
        content=content,
        text=text,
        title=title,
        publisher=one_line(page.sitename),
        published_on=iso_date(page.date),
        url=url if url and url.startswith(("http://", "https://")) else None,
        language=language(tree),
        notes=notes,
    )


def is_page(content: bytes) -> bool:
    """Whether XML of no more precise type is a page."""
    return bool(ROOT.search(content[:DECLARED_WITHIN]))


def parse_tree(source: str) -> HtmlElement:
    from lxml import html

    return html.document_fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))


def standfirst(tree: HtmlElement, title: str | None, found: list[str]) -> list[str]:
    """The sentences between the page's headline and the first paragraph `found`, unless they were found too."""
    known = {flat(paragraph) for paragraph in found}
    after_headline = False
    sentences: list[str] = []
    for element in tree.iter("h1", *STANDFIRST_TAGS):
        text = flat(element.text_content())
        if not text:
            continue
        if text == flat(found[0]):
            return sentences
        if element.tag == "h1" and (title is None or text == title or title.startswith(text)):
            after_headline = True
            sentences = []
        elif after_headline and element.tag != "h1" and text not in known and is_prose(element, text):
            sentences.append(text)
    return []


def is_prose(element: HtmlElement, text: str) -> bool:
    inside = {ancestor.tag for ancestor in element.iterancestors()}
    return bool(SENTENCE_END.search(text)) and len(text.split()) >= MIN_STANDFIRST_WORDS and not inside & NOT_PROSE


def language(tree: HtmlElement) -> str | None:
    """The page's language as its primary subtag ("en" of "en-GB")."""
    found = LANGUAGE.match((tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip())
    return found[0].lower() if found else None


def flat(text: str) -> str:
    return " ".join(text.split())

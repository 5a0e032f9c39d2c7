"""Page furniture: what stands around articles on a page and in a feed, and is none of their text.

Kinds, by what follows them. A *form* ("Leave a Reply") ends the article: nothing after it is its text. An *end sign* ("###") and a *link
box* ("See also", "Related stories") end it too, unless prose goes on behind them. A *leftover line* ("Print", a copyright line) and *glue*
between republished articles ("The following reports were first published by …") are only cut where they stand at the edge: in the middle
they are left alone, since an article is one piece of the document's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.articles.headlines import is_sentence

MAX_CHARACTERS = 400
"""Furniture is short; whatever is longer is prose."""


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE)


END_SIGN = _whole(
    r"(?:\\?#)+(?: (?:\\?#)+)*",
    r"[-–—* /(\[]*(?:end|ends|enditem|fin|concludes)[-–—* /)\]]*",
    r"[-–—]+ ?30 ?[-–—]+",
)
FORM = _whole(
    r"(?:leave|post|write|add) a (?:reply|comment)\b.*",
    r"(?:cancel )?reply",
    r"your email address will not be published\b.*",
    r"required fields are marked\b.*",
    r"you must be logged in to\b.*",
    r"\d+ (?:comments?|thoughts? on\b.*|responses?(?: to\b.*)?)",
    r"comments are closed\.?",
    r"publication status",
    r"published in sections?: .*",
    r"filed under:? .*",
)
KINDS = r"(?:articles?|stories|story|news|posts?|links?|topics?|reading|content|coverage|materials?)"
LINK_BOX = _whole(
    r"see also:?",
    r"related:?",
    rf"(?:related|similar|recommended|more|latest|other|popular|top|trending)(?: \w+)? {KINDS}:?",
    r"(?:also read|read also|read more|further reading|more on this(?: \w+)?|you (?:may|might) also like)\b:?(?: \W*)?",
    r"sources?|references|external links|notes to editors|topics|tags",
)
CHANNEL = r"(?:share|pdf|facebook|twitter|linkedin|whatsapp|e-?mail|print|telegram|vk|reddit|pinterest|tweet|x)"
LEFTOVER = _whole(
    rf"{CHANNEL}(?:[ |,/•·]+{CHANNEL})*",
    r"share (?:this|on|via|to)\b.*|print(?:able)? version|print this\b.*|text version|download(?: pdf)?|copy link|send by e-?mail",
    r"\W*(?:larger|smaller|normal) font.*",
    r"date [12]\d{3}(?:-\d{2})?",
    r"direct link:? .*|permalink.*|(?:short )?url: .*|https?://\S+",
    r"(?:tags?|categor(?:y|ies)|topics?|keywords?|section):.*",
    r"(?:also read|read also|read more|see also|related|watch|more|next|previous|source link)(?: ?[:|»›→>]| [-–—] ).*",
    r"(?:read more|continue reading) .{0,80}[^.!?…]",
    r"(?:subscribe|sign up|register (?:now|here|for)|log ?in|follow us|join us on|click here|download our app)\b.{0,120}",
    r"skip to (?:main )?content|home|menu|search|main menu|navigation|back to (?:top|home|list)\b.*|next|previous|prev",
    r"(?:views?:? )?\d[\d ,.]{0,8}(?: views?)?",
    r"advertisement|ad|sponsored|loading.*|\d+ min(?:ute)?s? read",
    r"(?:home|news) ?(?:[>»/›|][\w &'’-]+)+",
    r"(?:copyright\b|©|\(c\) ?(?:19|20)\d\d).*|.*\ball rights reserved\b.*",
    r"(?:(?:media|press|for) )?(?:contacts?|enquiries|inquiries|(?:more|further) information)(?: person)?: .{0,160}",
    r"(?:photo|image|picture)s?(?: credit| courtesy)?: .{0,120}",
    r"\(?(?:edited|editing|reporting|writing) by .{0,160}|editors?: .{0,80}",
    r"publication date:? .*|last updated(?: at| on)?:? .*",
    r"this (?:entry|post) was (?:posted|published|tagged)\b.*",
)
PIECE = r"(?:articles?|reports?|stor(?:y|ies)|pieces?|items?|dispatch(?:es)?|readouts?|texts?)"
PUBLISHED = r"(?:(?:re)?(?:published|printed|produced|posted)|appeared|carried|taken|compiled)"
GLUE = re.compile(
    rf"(?:the |these |we (?:re)?(?:publish|print|produce) )*(?:following|above)\b.{{0,40}}?\b{PIECE}\b.{{0,80}}?\b{PUBLISHED}\b"
    rf"|(?:this|these|the) {PIECE} (?:below|above|that follows?)\b.{{0,80}}?\b{PUBLISHED}\b"
    rf"|(?:this|these|the) {PIECE} .{{0,30}}?\b(?:originally|first) {PUBLISHED}\b"
    rf"|(?:originally|first) {PUBLISHED}\b"
    r"|re(?:published|printed|posted)\b.{0,40}\b(?:permission|courtesy|from)\b"
    r"|(?:below|here),? we (?:re)?(?:publish|print|produce)\b|we (?:re)?(?:publish|print|produce)\b.{0,40}\b(?:below|here)\b",
    re.IGNORECASE,
)
LONG_PROSE_WORDS = 12
PROSE_THAT_GOES_ON = 2
"""So many whole sentences behind an end sign or link box mean that the article goes on."""


def is_leftover(flat: str) -> bool:
    """A line that is no article's text where it stands at an edge; so is one without a letter or digit ("* * *", "<…>")."""
    if len(flat) > MAX_CHARACTERS:
        return False
    return not any(map(str.isalnum, flat)) or any(kind.fullmatch(flat) for kind in (END_SIGN, FORM, LINK_BOX, LEFTOVER))


def is_glue(flat: str) -> bool:
    """A sentence about the articles around it: where they come from, that they follow."""
    return bool(GLUE.match(flat))


def body_length(flats: Sequence[str]) -> int:
    """How many of a section's paragraphs, from its first on, are the article's body."""
    length = next((index for index in range(1, len(flats)) if ends_article(flats, index)), len(flats))
    while length and (is_leftover(flats[length - 1]) or is_glue(flats[length - 1])):
        length -= 1
    return length


def ends_article(flats: Sequence[str], index: int) -> bool:
    """Whether nothing from this paragraph on is the article's text."""
    flat = flats[index]
    if len(flat) > MAX_CHARACTERS:
        return False
    if FORM.fullmatch(flat):
        return True
    return bool(END_SIGN.fullmatch(flat) or LINK_BOX.fullmatch(flat)) and not _prose_goes_on(flats[index + 1 :])


def _prose_goes_on(flats: Sequence[str]) -> bool:
    prose = 0
    for flat in flats:
        if FORM.fullmatch(flat):
            break
        prose += is_sentence(flat) and len(flat.split()) >= LONG_PROSE_WORDS and not is_glue(flat) and not is_leftover(flat)
    return prose >= PROSE_THAT_GOES_ON

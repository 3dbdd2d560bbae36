"""The paragraphs of a body with what the printed source shows around them, and those that are quoted whole.

A law that changes another one quotes its new articles; their markers open nothing in the law that quotes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Body, Span
from kb.outline.markers import read_markers

LONGEST_QUOTATION = 400  # paragraphs; one that is not closed by then is a slip of the author's and quotes nothing
_OPENING = '“"'


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `span` has its line end too. `lines` are the source's; `ruled`: a rule is drawn below it."""

    text: str
    span: Span
    lines: tuple[int, int]
    ruled: bool


def paragraphs(body: Body) -> tuple[Paragraph, ...]:
    """The paragraphs of a body, in order; their spans tile its text."""
    if not body.text:
        return ()
    rules = [repair.span.start for repair in body.repairs if "rule_line" in repair.rules]
    found: list[Paragraph] = []
    start = 0
    for text in body.text.split("\n"):
        end = min(start + len(text) + 1, len(body.text))
        lines = body.locate(Span(start, max(start + len(text), start + 1))).lines
        ruled = bisect_left(rules, start + len(text)) < bisect_left(rules, end + 1)
        found.append(Paragraph(text, Span(start, end), lines, ruled))
        start = end
    return tuple(found)


def quoted(texts: Sequence[str]) -> frozenset[int]:
    """The places of the paragraphs that stand inside a quotation which an earlier paragraph begins with.

    >>> sorted(quoted(["như sau:", "“Điều 7. Yêu cầu", "1. Công dân", "2. Cơ quan.”.", "2. Bổ sung"]))
    [1, 2, 3]
    """
    articles = [_article(text) for text in texts]
    inside: set[int] = set()
    place = article = 0
    while place < len(texts):
        introduced = texts[place - 1].endswith(":") if place else False
        opens = texts[place][:1] in tuple(_OPENING) and (introduced or read_markers(texts[place][1:]))
        close = _closing(texts, articles, place, article) if opens else None
        if close is None:
            article = articles[place] or article
            place += 1
        else:
            inside.update(range(place, close + 1))
            place = close + 1
    return frozenset(inside)


def _closing(texts: Sequence[str], articles: Sequence[int], opening: int, article: int) -> int | None:
    """The paragraph that closes the quotation begun at the start of one; None where none does.

    `articles` are the numbers of the articles that the paragraphs begin, 0 for none. A quotation that its author forgot
    to close ends above the next article of the law that quotes (`article` is its last one),
    or above the next line that introduces a quotation ("3. Sửa đổi Điều 7 như sau:" / "“Điều 7. …").
    """
    depth = straight = 0
    inner = _article(texts[opening][1:])
    for place in range(opening, min(len(texts), opening + LONGEST_QUOTATION)):
        text = texts[place]
        number = articles[place]
        outer = number == article + 1 and number != inner + 1
        if (number and outer) or (place > opening and _introduces(texts, place)):
            return place - 1
        inner = number or inner
        depth += text.count("“") - text.count("”")
        straight += text.count('"')
        if _closed(text, depth, straight, curly=texts[opening][0] == "“"):
            return place
    return None


def _closed(text: str, depth: int, straight: int, *, curly: bool) -> bool:
    """Whether a quotation is closed at the end of a paragraph, by the quotes counted from its beginning on.

    `curly`: it was opened with “. A straight mark may close it too: “… được thanh toán bằng tiền.".
    """
    ends_straight = text.rstrip(".;,: ").endswith('"')
    if curly:
        return depth <= 0 or (ends_straight and straight % 2 == 1)
    return depth < 0 or (ends_straight and straight % 2 == 0)


def _introduces(texts: Sequence[str], place: int) -> bool:
    below = texts[place + 1] if place + 1 < len(texts) else ""
    return texts[place].endswith(":") and below[:1] in tuple(_OPENING) and bool(read_markers(texts[place]))


def _article(text: str) -> int:
    """The number of the article that a paragraph begins; 0 where it begins none."""
    return next((marker.path[0] for marker in read_markers(text) if marker.form.name == "article"), 0)

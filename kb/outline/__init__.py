"""The outline of a document: its sections as a tree, read from the markers that are printed and the lists they make.

markers (what opens a section) -> places (where it belongs) -> tree -> settle (what it is) -> naming (its id).
"""

from __future__ import annotations

from kb.model import OUTSIDE, Body, Section, SectionId, Span
from kb.outline.naming import Names
from kb.outline.paragraphs import Paragraph, paragraphs
from kb.outline.places import Node
from kb.outline.settle import settle
from kb.outline.tree import build

__all__ = ["outline"]


def outline(body: Body) -> tuple[Section, ...]:
    """The sections at the top, in the order of the text; their `own` spans, all together, tile the text.

    "T" is the title block with its parts, "S" the signature, "0" the text that stands in no section.

    >>> text = "KẾ HOẠCH\\nI. MỤC ĐÍCH\\n- Yêu cầu: thiết thực.\\nII. NỘI DUNG\\n1. Tuyên truyền."
    >>> from kb.model import Line
    >>> body = Body(text, (Line(1, None, Span(0, len(text))),), ())
    >>> [section.id for top in outline(body) for section in top.walk()]
    ['T', 'I', 'I.-1', 'II', 'II.1']
    """
    found = paragraphs(body)
    root = build(found)
    settle(root, [paragraph.text for paragraph in found])
    names = Names()
    sections = [_section(child, "", root, 1, names, found) for child in root.children]
    if root.own:
        sections.append(_outside(root, found))
    return tuple(sorted(sections, key=lambda section: section.whole.start))


def _section(node: Node, parent: str, holder: Node, level: int, names: Names, found: tuple[Paragraph, ...]) -> Section:
    id = names.name(node, parent, holder)
    children = tuple(_section(child, id, node, level + 1, names, found) for child in node.children)
    own = _spans(node.own, found)
    starts = [span.start for span in own] + [child.whole.start for child in children]
    ends = [span.end for span in own] + [child.whole.end for child in children]
    whole = Span(min(starts), max(ends))
    marker = node.marker.printed if node.marker else ""
    heading = _heading(node, whole, found)
    return Section(SectionId(id), marker, level, node.kind, node.title, heading, own, whole, children)


def _heading(node: Node, whole: Span, found: tuple[Paragraph, ...]) -> Span:
    """The printed marker and title."""
    if node.kind == "title-block" and not node.own:
        return Span(whole.start, _text_end(found[node.heading - 1]))
    if node.heading > 1:
        return Span(whole.start, _text_end(found[node.own[node.heading - 1]]))
    if node.marker is None:
        return Span(whole.start, _text_end(found[node.own[0]]))
    return Span(whole.start, whole.start + len(found[node.own[0]].text[: node.title_end].rstrip()))


def _text_end(paragraph: Paragraph) -> int:
    return paragraph.span.start + len(paragraph.text)


def _outside(root: Node, found: tuple[Paragraph, ...]) -> Section:
    own = _spans(root.own, found)
    start = own[0].start
    return Section(OUTSIDE, "", 1, "body", "", Span(start, start), own, Span(start, own[-1].end))


def _spans(places: list[int], found: tuple[Paragraph, ...]) -> tuple[Span, ...]:
    """The spans of paragraphs, those that touch put together."""
    spans: list[Span] = []
    for place in places:
        span = found[place].span
        if spans and spans[-1].end == span.start:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
    return tuple(spans)

"""A document, or the section that is opened, as the paragraphs a page shows: repaired, with its changes, or raw.

Values for templates/document.html: a paragraph knows its printed lines, the sections that begin with it, and its
pieces. The words around them are the template's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from kb.browse import blocks, raw_blocks
from kb.model import Body, Document, Location, Section, SectionId, Span
from kb_web.changes import SourcePlaces, faults, replaced
from kb_web.contents import TITLED
from kb_web.pieces import Dress, LineStart, Piece, Placed, cut

LABELLED = (*TITLED, "labelled-paragraph")
EVERY = 5  # every fifth printed line of a paragraph has its number in the margin, as legal texts are cited


@dataclass(frozen=True, slots=True)
class Found:
    """What of a document answers a question: the words to mark, the lines on which passages begin, the open passage."""

    marks: tuple[Span, ...] = ()
    lines: frozenset[int] = frozenset()
    opened: Span | None = None

    def also(self, span: Span | None, body: Body) -> Found:
        """The same, with a span marked as the one that is open; words that are marked already stay as they are."""
        if span is None:
            return self
        apart = (mark for mark in self.marks if mark.end <= span.start or span.end <= mark.start)
        return Found(tuple(sorted((*apart, span))), self.lines | {body.locate(span).lines[0]}, span)


@dataclass(frozen=True, slots=True)
class Title:
    """A paragraph that is a section's title: how deep below what is opened (0 is itself), and where the section is."""

    section: SectionId
    depth: int
    place: Location


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one printed line of the source, in the section `owner`.

    `sections` begin with it, the innermost last. `page` is the page that begins with it. `is_hit`: a passage that
    answers begins on its first line; `is_open`: it holds marked words of the open passage.
    """

    kind: ClassVar[str] = "paragraph"
    lines: tuple[int, int]
    owner: SectionId
    pieces: tuple[Piece, ...]
    sections: tuple[SectionId, ...] = ()
    title: Title | None = None
    page: int | None = None
    is_hit: bool = False
    is_open: bool = False


def repaired(
    document: Document, opened: Section | None, found: Found, *, changes: bool = False, without: Sequence[Section] = ()
) -> Iterator[Paragraph]:
    """The paragraphs of the repaired text but of the sections `without`, in order; with `changes`, what was repaired is
    shown where it was."""
    body = document.body
    line_starts = _line_starts(body, found.lines)
    begun = _sections_by_start(document)
    dress = Dress(marks=found.marks, replaced=replaced(body) if changes else ())
    for owned_by, span in _paragraph_spans(document, opened, without):
        sections = begun.get(span.start, ())
        owner = sections[-1] if sections else None
        first, inside = _first_and_inside(line_starts, span)
        labels = (_label(owner, body.text),) if owner and owner.kind in LABELLED else ()
        is_title = owner is not None and owner.kind in TITLED and owner.heading.trimmed(body.text).end == span.end
        yield Paragraph(
            body.locate(span).lines,
            owned_by,
            cut(body.text, span, replace(dress, labels=() if is_title else labels, lines=inside)),
            sections=tuple(section.id for section in sections),
            title=_title(document, owner, opened) if owner and is_title else None,
            page=first.page if first else None,
            is_hit=bool(first and first.is_hit),
            is_open=_is_open(found, span),
        )


def printed(document: Document, opened: Section | None, found: Found) -> Iterator[Paragraph]:
    """The source's own lines that say anything, as they are; what the repaired text has otherwise is a fault."""
    body = document.body
    source = body.undone()
    places = SourcePlaces.of(body)
    dress = Dress(marks=tuple(places.span(span) for span in found.marks), faults=faults(body))
    starts = _starts_of_lines(source)
    begun = {body.locate(Span(start, start)).lines[0]: ids for start, ids in _sections_by_start(document).items()}
    page = _page_before(document, opened)
    for block in raw_blocks(document, opened):
        number = block.location.lines[0]
        now = block.location.pages[0] if block.location.pages else None
        yield Paragraph(
            block.location.lines,
            block.section,
            cut(source, Span(starts[number - 1], starts[number - 1] + len(block.text)), dress),
            sections=tuple(section.id for section in begun.get(number, ())),
            page=now if now != page else None,
            is_hit=number in found.lines,
            is_open=_is_open(found, block.span),
        )
        page = now


def _paragraph_spans(
    document: Document, opened: Section | None, without: Sequence[Section]
) -> Iterator[tuple[SectionId, Span]]:
    """The spans of the paragraphs with their sections; a title that is set on several lines is one."""
    left_out = frozenset(inside.id for section in without for inside in section.walk())
    titles = [section.heading for section in document.walk() if section.kind in TITLED]
    title_starts = sorted((title.start, title.end) for title in titles)

    def title_at(span: Span) -> Span:
        index = bisect_right(title_starts, (span.start, len(document.text) + 1)) - 1
        title = Span(*title_starts[index]) if index >= 0 else Span(0, 0)
        return title if title.holds(span) else span

    shown = (block for block in blocks(document, opened) if block.section not in left_out)
    for _, group in groupby(shown, key=lambda block: title_at(block.span)):
        together = tuple(group)
        yield together[0].section, Span(together[0].span.start, together[-1].span.end)


def _sections_by_start(document: Document) -> Mapping[int, tuple[Section, ...]]:
    """The sections by the place of their first letter, outer ones first."""
    begun: dict[int, tuple[Section, ...]] = {}
    for section in document.walk():
        start = section.printed(document.text).start
        begun[start] = (*begun.get(start, ()), section)
    return begun


def _line_starts(body: Body, hits: frozenset[int]) -> tuple[Placed, ...]:
    """Every line on which something is printed, with the place at which its words begin and the page it begins."""
    placed: list[Placed] = []
    page: int | None = None
    for line in body.lines:
        if line.span.of(body.text).strip():
            begins = line.page if line.page != page else None
            page = line.page
            place = line.span.trimmed(body.text).start
            placed.append(Placed(place, LineStart(line.number, begins, is_hit=line.number in hits)))
    return tuple(placed)


def _first_and_inside(lines: Sequence[Placed], span: Span) -> tuple[LineStart | None, tuple[Placed, ...]]:
    """The line a paragraph begins on, and those that begin inside it, every fifth of them shown in the margin."""
    first = bisect_left(lines, span.start, key=lambda one: one.place)
    last = bisect_left(lines, span.end, key=lambda one: one.place)
    here = lines[first:last]
    begins_line = bool(here) and here[0].place == span.start
    inside = here[1:] if begins_line else here
    shown = tuple(
        replace(one, line=replace(one.line, is_shown=one.line.is_hit or order % EVERY == 0))
        for order, one in enumerate(inside, 1)
    )
    return (here[0].line if begins_line else None), shown


def _page_before(document: Document, opened: Section | None) -> int | None:
    """The page of the last words before a section; None where nothing stands before it."""
    before = Span(0, opened.whole.start if opened else 0).trimmed(document.text)
    pages = document.body.locate(before).pages if len(before) else None
    return pages[1] if pages else None


def _label(section: Section, text: str) -> Span:
    """The title at the head of a labelled paragraph, without its marker: "Về quan điểm:"."""
    heading = section.heading.trimmed(text)
    printed_marker = section.marker and heading.of(text).startswith(section.marker)
    return Span(heading.start + len(section.marker), heading.end).trimmed(text) if printed_marker else heading


def _title(document: Document, section: Section, opened: Section | None) -> Title:
    depth = section.level - (opened.level if opened else 1)
    return Title(section.id, depth, document.body.locate(section.printed(document.text)))


def _is_open(found: Found, span: Span) -> bool:
    if found.opened is None:
        return False
    first = bisect_right(found.marks, max(span.start, found.opened.start), key=lambda mark: mark.end)
    return first < len(found.marks) and found.marks[first].start < min(span.end, found.opened.end)


def _starts_of_lines(source: str) -> tuple[int, ...]:
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return tuple(starts)

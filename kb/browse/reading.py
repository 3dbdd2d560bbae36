"""One document: its outline, and its text with its places; what is not there raises NoSuchDocument or NoSuchSection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.chunks import paragraphs
from kb.errors import NoSuchSection
from kb.model import Document, DocumentId, Location, Section, SectionId, Span
from kb.outline.extent import extent
from kb.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph (or, raw, one printed line) with its section and place; `span` is of the repaired text."""

    section: SectionId
    span: Span
    text: str
    location: Location


def document(snapshot: Snapshot, id: str) -> Document:
    """The whole document; NoSuchDocument."""
    return snapshot.library.document(DocumentId(id))


def section_of(document: Document, id: str) -> Section:
    """The section with this id; NoSuchSection."""
    lineage = document.lineage(SectionId(id))
    if not lineage:
        raise NoSuchSection(document=document.id, section=id)
    return lineage[-1]


def listed_sections(document: Document) -> tuple[tuple[Section, SectionId | None], ...]:
    """Every section with its parent's id, in the order of the text.

    The text that stands in no section ("0") is listed only where a document has nothing else.
    """
    rows = tuple(_with_parents(document.sections, None))
    return tuple(row for row in rows if row[0].kind != "body") or rows


def blocks(document: Document, section: Section | None = None) -> tuple[Block, ...]:
    """The paragraphs of a document, or of a section with all below it, in order."""
    owners = section.walk() if section else document.walk()
    found = [
        Block(owner.id, span, span.of(document.text), document.body.locate(span))
        for owner in owners
        for own in owner.own
        for span in paragraphs(document.text, own)
    ]
    return tuple(sorted(found, key=lambda block: block.span))


def raw_blocks(document: Document, section: Section | None = None) -> tuple[Block, ...]:
    """The printed lines of the source that say anything, each with the section it stands in."""
    owners = sorted((own.start, owner.id) for owner in document.walk() for own in owner.own)
    last_line = document.body.lines[-1].number if document.body.lines else 0
    first, last = location_of(document, section).lines if section else (1, last_line)
    found: list[Block] = []
    at = 0
    # A line end at the end of the file begins no line: kb.source.repair counts so too.
    source = document.body.undone().removesuffix("\n")
    for line, printed in zip(document.body.lines, source.split("\n"), strict=True):
        while at + 1 < len(owners) and owners[at + 1][0] <= line.span.start:
            at += 1
        if printed.strip() and first <= line.number <= last:
            pages = None if line.page is None else (line.page, line.page)
            place = Location((line.number, line.number), pages)
            found.append(Block(owners[at][1], line.span, printed, place))
    return tuple(found)


def location_of(document: Document, section: Section) -> Location:
    """First and last printed line and page of a section with all below it."""
    return extent(document.body, section)


def section_at(document: Document, span: Span) -> Section:
    """The innermost section that holds the span; the one its start lies in, where none holds it all."""
    holding = [section for section in document.walk() if section.whole.holds(span)]
    if holding:
        return holding[-1]
    start = Span(span.start, span.start + 1)
    return next(s for s in document.walk() if any(own.holds(start) for own in s.own))


def _with_parents(
    sections: tuple[Section, ...], parent: SectionId | None
) -> Iterator[tuple[Section, SectionId | None]]:
    for section in sections:
        yield section, parent
        yield from _with_parents(section.children, section.id)

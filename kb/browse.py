"""Use cases around one document: the list, the outline, the text with its places, and a passage to be cited.

Reads a snapshot and gives values; what is not there raises NoSuchDocument, NoSuchSection or NoSuchLines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.chunks import paragraphs
from kb.cite import Place, place_of
from kb.errors import NoPrintedLine, NoSuchLines, NoSuchSection
from kb.extract.quotes import owned_words
from kb.links import section_print, section_url
from kb.model import OUTSIDE, SIGNATURE, TITLE_BLOCK, Document, DocumentId, Location, Section, SectionId, Span
from kb.outline.extent import extent
from kb.snapshot import Snapshot

WHOLE_DOCUMENT = (TITLE_BLOCK, SIGNATURE, OUTSIDE)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph (or, raw, one printed line) with its section and place; `span` is of the repaired text."""

    section: SectionId
    span: Span
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Passage:
    """A section or a run of lines that is to be cited; `url` is the section's lasting address."""

    place: Place
    url: str


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


def passage(document: Document, section: str | None = None, lines: tuple[int, int] | None = None) -> Passage:
    """What is cited: a section, or lines of the source; the lines alone tell their section.

    Lines that are mostly another's words, quoted, name that person or paper. The title block stands for the whole
    document. NoSuchSection, NoSuchLines.
    """
    if lines is None:
        chosen = section_of(document, section or document.sections[0].id)
        span = None if chosen.id in WHOLE_DOCUMENT else chosen.printed(document.text)
    else:
        span = span_of_lines(document, *lines)
        chosen = section_of(document, section) if section else section_at(document, span)
    address = section_url(document.id, chosen.id, v=section_print(chosen, document.text))
    place = place_of(document, chosen.id, span)
    if lines is not None and span is not None:
        place = replace(place, owners=owners_of(document, span))
    return Passage(place, address)


def owners_of(document: Document, span: Span) -> tuple[str, ...]:
    """Whose quoted words the span is mostly made of, in order; () where it is mostly the document's own text.

    The words that name the speaker count with the quotation, as far as they lie in the span.
    """
    owned = [
        (words.owner, words.span.moved(paragraph.start), words.cue.moved(paragraph.start))
        for paragraph in paragraphs(document.text, Span(0, len(document.text)))
        if paragraph.start < span.end and span.start < paragraph.end
        for words in owned_words(paragraph.of(document.text))
    ]
    touched = [(owner, quote, cue) for owner, quote, cue in owned if quote.start < span.end and span.start < quote.end]
    if not touched:
        return ()
    start = min(max(span.start, cue.start if cue.end > span.start else quote.start) for _, quote, cue in touched)
    end = min(span.end, touched[-1][1].end)
    return tuple(dict.fromkeys(owner for owner, _, _ in touched)) if 2 * (end - start) >= len(span) else ()


def span_of_lines(document: Document, first: int, last: int) -> Span:
    """The text that is printed on these lines; NoSuchLines, or NoPrintedLine where all of them are blank."""
    wanted = [line.span for line in document.body.lines if first <= line.number <= last and len(line.span)]
    final = document.body.lines[-1].number if document.body.lines else 0
    lines = str(first) if first == last else f"{first}-{last}"
    if not 1 <= first <= last <= final:
        raise NoSuchLines(document=document.id, lines=lines, last=final)
    if not wanted:
        raise NoPrintedLine(document=document.id, lines=lines)
    return Span(wanted[0].start, wanted[-1].end).trimmed(document.text)


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

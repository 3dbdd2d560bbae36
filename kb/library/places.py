"""Where something found in a document stands: its section, chunk, lines, pages and anchor, as columns and back.

What `kb.extract` finds is a span; every table of such finds begins with the columns of this module.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kb.model import Chunk, Document, DocumentId, Location, Placed, SectionId, Span

Found = TypeVar("Found")

NUMBER = 20
"""Bits of a row's key for the number in the document; the reading stands above them."""


@dataclass(frozen=True, slots=True)
class PlacedRow(Generic[Found]):
    """Something found with its place; `chunk` is the number of the chunk its first letter stands in, if one does."""

    placed: Placed[Found]
    chunk: int | None

    @property
    def found(self) -> Found:
        return self.placed.found


def place_all(
    document: Document, chunks: Sequence[Chunk], finds: Iterable[Found], span_of: Callable[[Found], Span], letter: str
) -> tuple[PlacedRow[Found], ...]:
    """Every find with its place, in the order given, which is that of the text.

    `letter` names what is found in its anchors: the second quote on line 102 is "q102-2".
    """
    owners = sorted((own.start, section.id) for section in document.walk() for own in section.own)
    on_line: dict[int, int] = {}
    rows: list[PlacedRow[Found]] = []
    for found in finds:
        span = span_of(found)
        location = document.body.locate(span)
        line = location.lines[0]
        on_line[line] = on_line.get(line, 0) + 1
        mark = f"{letter}{line}-{on_line[line]}"
        section = owners[max(0, bisect_right(owners, span.start, key=lambda owner: owner[0]) - 1)][1]
        printed = document.body.printed(span)
        placed = Placed(document.id, section, mark, location, printed, found)
        rows.append(PlacedRow(placed, _chunk_at(chunks, span.start)))
    return tuple(rows)


def place_columns(row: PlacedRow[Found]) -> tuple[Any, ...]:
    """section, chunk, mark, first_line, last_line, first_page, last_page, printed."""
    placed = row.placed
    pages = placed.location.pages or (None, None)
    return (placed.section, row.chunk, placed.mark, *placed.location.lines, *pages, placed.printed)


def located(columns: Sequence[Any], found: Found) -> Placed[Found]:
    """What was found, with the place that these columns say.

    They are: place, document, section, mark, first_line, last_line, first_page, last_page, printed.
    """
    _, document, section, mark, first_line, last_line, first_page, last_page, printed = columns
    pages = None if first_page is None else (first_page, last_page)
    location = Location((first_line, last_line), pages)
    return Placed(DocumentId(document), SectionId(section), mark, location, printed, found)


def _chunk_at(chunks: Sequence[Chunk], place: int) -> int | None:
    """The number of the chunk that holds a place of the text. `chunks` are in its order."""
    number = bisect_right(chunks, place, key=lambda chunk: chunk.span.start) - 1
    return number if number >= 0 and place < chunks[number].span.end else None

"""The documents of the sources, one by one, and the reading of each, which may be done in any process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kb.chunks import chunk
from kb.corpus import Found
from kb.engine.port import IndexEntry
from kb.errors import EmptySource, KbError
from kb.ingest.entries import Holding, entries_of
from kb.library import Library
from kb.model import Chunk, Document, DocumentId, Extracts, RawText, Source
from kb.read import extract, read_document
from kb.source import holds_rows, open_file, read_rows
from kb.vietnamese.people import People

ROWS = "jsonl"


@dataclass(frozen=True, slots=True)
class Opened:
    """A source with its size and time of before it was opened."""

    found: Found
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a source, before it is read."""

    id: DocumentId
    raw: RawText
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Step:
    """A document of a source, the error of what is none, or None: the source has no more."""

    opened: Opened
    piece: Piece | KbError | None


@dataclass(frozen=True, slots=True)
class Read:
    """A document, with what is kept of it beside its text."""

    document: Document
    chunks: tuple[Chunk, ...]
    extracts: Extracts


@dataclass(frozen=True, slots=True)
class Stored:
    """A reading in a library's file, and the people who are to be known in its text."""

    library: Path
    reading: int
    people: People


def steps(sources: Iterable[Found]) -> Iterator[Step]:
    """Everything in the sources, one after the other; each ends with None."""
    for found in sources:
        opened = Opened(found, *size_and_time(found))
        for piece in _pieces(found):
            yield Step(opened, piece)
        yield Step(opened, None)


def size_and_time(found: Found) -> tuple[int, int]:
    try:
        status = found.file.stat()
    except OSError:  # it went away just now: opening it will say so
        return -1, 0
    return status.st_size, status.st_mtime_ns


def read_piece(step: Step) -> Read | None:
    """The document of a step; None where there is none, or nothing in it but page numbers and rules."""
    found, piece = step.opened.found, step.piece
    if not isinstance(piece, Piece):
        return None
    # What the catalogue says of a file of rows is said of each, but for what can be true of one document only.
    said = replace(found.said, title="", number=None) if piece.format == ROWS else found.said
    source = Source(found.path, piece.format, piece.sha256, found.address)
    try:
        document = read_document(piece.raw, piece.id, source, said)
    except EmptySource:
        return None
    return Read(document, chunk(document), extract(document))


def entries_in(stored: Stored) -> list[IndexEntry]:
    """What the engine is given of a reading."""
    reading = stored.reading
    library = Library(stored.library, frozenset((reading,)))
    try:
        holding = Holding(library.chunks_with(reading), library.speakers_in(reading))
        chunks = library.chunks_of(reading)
        return list(entries_of(library.reading(reading), chunks, reading, holding, stored.people))
    finally:
        library.close()


def _pieces(found: Found) -> Iterator[Piece | KbError]:
    """The documents of a source, and in their places the errors of what is none."""
    try:
        if holds_rows(found.file):
            for row in read_rows(found.file):
                yield row if isinstance(row, KbError) else Piece(DocumentId(row.id), row.raw, ROWS, row.sha256)
        else:
            opened = open_file(found.file)
            yield Piece(found.id, opened.raw, opened.format, opened.sha256)
    except KbError as error:
        yield error

"""What of the sources is new, changed and gone; the new is read and put into the library under new readings.

Nothing of it is seen by anybody before the engine's commit names the readings. What cannot be read is told, and what
was known of it stays as it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import file_digest, sha256
from pathlib import PurePath

from kb.chunks import chunk
from kb.corpus import Found, Listing
from kb.errors import BadRow, EmptySource, KbError, SameId
from kb.library import LibraryWriter, Reading, Seen
from kb.model import LAYOUT, Document, DocumentId, RawText, Source
from kb.read import extract, read_document
from kb.source import holds_rows, open_file, read_rows

Progress = Callable[[int, int, str], None]

ROWS = "jsonl"
COMMIT_EVERY = 100  # documents: what one transaction holds
# A file that is written twice within a tick of the clock keeps its time: one as young as this is looked into again.
YOUNG = 2_000_000_000  # nanoseconds
NEVER = -1  # the time of a file that is to be looked into the next time, whatever its time then is


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was read.

    `repairs` counts those that are shown, `warnings` are rows of kb.errors.words.WARNINGS.
    """

    document: DocumentId
    path: str
    format: str
    pages: int | None
    lines: int
    sections: int
    repairs: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A source, or a row of one, that was not taken, and why. `path` is as `Source.path` has it."""

    path: str
    error: KbError


@dataclass(slots=True)
class Changes:
    """The difference between the index and the sources: readings that are new (with how many chunks), that stay, and
    that are to go."""

    new: list[int] = field(default_factory=list)
    new_chunks: int = 0
    kept: list[Reading] = field(default_factory=list)
    gone: list[Reading] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a source, before it is read."""

    id: DocumentId
    raw: RawText
    format: str
    sha256: str


def find_changes(
    listing: Listing, live: Iterable[Reading], writer: LibraryWriter, progress: Progress | None = None
) -> Changes:
    """Compare the sources with the live readings and read what is new. `progress` is told (files done, of, path)."""
    known: dict[str, dict[DocumentId, Reading]] = {}
    for reading in live:
        known.setdefault(reading.path, {})[reading.document] = reading
    comparison = _Comparison(known, writer)
    seen = writer.seen()
    to_read = [found for found in listing.found if not comparison.keeps(found, seen.get(found.path))]
    for number, found in enumerate(to_read):
        comparison.read(found, partial(progress, number, len(to_read)) if progress else lambda _: None)
    writer.commit()
    changes = comparison.changes
    changes.refused += (Refused(unlisted.path, unlisted.error) for unlisted in listing.unlisted)
    changes.gone = comparison.gone(listing)
    changes.forgotten = sorted(seen.keys() - {found.path for found in listing.found})
    return changes


@dataclass(slots=True)
class _Comparison:
    known: dict[str, dict[DocumentId, Reading]]
    writer: LibraryWriter
    changes: Changes = field(default_factory=Changes)
    claimed: dict[DocumentId, str] = field(default_factory=dict)

    def keeps(self, found: Found, seen: Seen | None) -> bool:
        """Whether a file is as it was when it was last seen, with the same said of it: then its readings stay."""
        known = self.known.get(found.path, {}).values()
        if not known or seen is None or (seen.size, seen.modified) != _size_and_time(found):
            return False
        if any(one.said != _said(found) or (one.format != ROWS and one.document != found.id) for one in known):
            return False
        self._keep(known)
        return True

    def read(self, found: Found, progress: Callable[[str], None]) -> None:
        """Take every document of a source that is not known as it is."""
        before = len(self.changes.refused)
        size, modified = _size_and_time(found)
        for number, piece in enumerate(_pieces(found)):
            if number % COMMIT_EVERY == 0:
                progress(f"{found.path} ({number})" if number else found.path)
            if isinstance(piece, Piece):
                self._take(found, piece)
            else:
                self._refuse(found, piece)
                if not isinstance(piece, BadRow):
                    self._keep_unread(found)
        # What was refused is told again each time, and a young file may change again without showing it.
        sure = len(self.changes.refused) == before and time.time_ns() - modified > YOUNG
        with suppress(OSError), found.file.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
            self.changes.seen.append(Seen(found.path, size, modified if sure else NEVER, digest))

    def gone(self, listing: Listing) -> list[Reading]:
        """The readings that no source stands behind, but for those in folders that could not be looked into."""
        kept = {reading.reading for reading in self.changes.kept}
        closed = tuple(PurePath(unlisted.path) for unlisted in listing.unlisted if not unlisted.gone)
        readings = (reading for readings in self.known.values() for reading in readings.values())
        return [
            reading
            for reading in readings
            if reading.reading not in kept and not any(PurePath(reading.path).is_relative_to(path) for path in closed)
        ]

    def _take(self, found: Found, piece: Piece) -> None:
        old = self.known.get(found.path, {}).get(piece.id)
        if piece.id in self.claimed:
            self._refuse(found, SameId(path=found.path, document=piece.id, other=self.claimed[piece.id]))
        elif old and (old.sha256, old.said) == (piece.sha256, _said(found)):
            self._keep([old])
        else:
            try:
                document = _document(found, piece)
            except EmptySource as error:
                self._refuse(found, error)
                self._keep([old] if old else [])
            else:
                self._add(found, piece, document)

    def _add(self, found: Found, piece: Piece, document: Document) -> None:
        chunks = chunk(document)
        self.claimed[document.id] = found.path
        self.changes.new.append(self.writer.add(document, chunks, _said(found), extract(document)))
        self.changes.new_chunks += len(chunks)
        self.changes.taken.append(_taken(document, piece.raw.warnings))
        if len(self.changes.new) % COMMIT_EVERY == 0:
            self.writer.commit()

    def _keep(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            self.changes.kept.append(reading)
            self.claimed[reading.document] = reading.path

    def _keep_unread(self, found: Found) -> None:
        """Keep what is known of a source that could not be read to its end, but for the rows that were read."""
        known = self.known.get(found.path, {}).values()
        self._keep(reading for reading in known if reading.document not in self.claimed)

    def _refuse(self, found: Found, error: KbError) -> None:
        self.changes.refused.append(Refused(found.path, error))


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


def _document(found: Found, piece: Piece) -> Document:
    # What the catalogue says of a file of rows is said of each, but for what can be true of one document only.
    said = replace(found.said, title="", number=None) if piece.format == ROWS else found.said
    return read_document(piece.raw, piece.id, Source(found.path, piece.format, piece.sha256, found.address), said)


def _taken(document: Document, warnings: tuple[str, ...]) -> Taken:
    body = document.body
    return Taken(
        document=document.id,
        path=document.source.path,
        format=document.source.format,
        pages=len(body.pages) or None,
        lines=len(body.lines),
        sections=document.section_count,
        repairs=sum(repair.rule != LAYOUT for repair in body.repairs),
        warnings=warnings,
    )


def _said(found: Found) -> str:
    return sha256(repr((found.address, found.said)).encode()).hexdigest()[:16]


def _size_and_time(found: Found) -> tuple[int, int]:
    try:
        status = found.file.stat()
    except OSError:  # it went away just now: opening it will say so
        return -1, 0
    return status.st_size, status.st_mtime_ns

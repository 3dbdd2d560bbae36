"""What of the sources is new, changed and gone; the new is read and put into the library under new readings.

Nothing of it is seen by anybody before the engine's commit names the readings. What cannot be read is told, and what
was known of it stays as it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import file_digest, sha256
from itertools import groupby
from pathlib import PurePath

from kb.corpus import Found, Listing
from kb.errors import BadRow, EmptySource, KbError, SameId
from kb.ingest.pieces import ROWS, Opened, Piece, Read, Step, read_piece, size_and_time, steps
from kb.ingest.workers import Workers
from kb.library import LibraryWriter, Reading, Seen
from kb.model import LAYOUT, Document, DocumentId

Progress = Callable[[int, int, str], None]

BYTES_A_SECOND = 500_000  # of a source that one process reads: 8.1 MB of articles took 13.3 seconds
COMMIT_EVERY = 100  # documents that one transaction holds
TOLD_EVERY = 100  # rows of a source after which progress is told
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


def find_changes(
    listing: Listing,
    live: Iterable[Reading],
    writer: LibraryWriter,
    workers: Workers,
    progress: Progress | None = None,
) -> Changes:
    """Compare the sources with the live readings and read what is new. `progress` is told (files done, of, path)."""
    known: dict[str, dict[DocumentId, Reading]] = {}
    for reading in live:
        known.setdefault(reading.path, {})[reading.document] = reading
    comparison = _Comparison(known, writer)
    seen = writer.seen()
    to_read = [found for found in listing.found if not comparison.keeps(found, seen.get(found.path))]
    seconds = sum(size_and_time(found)[0] for found in to_read) / BYTES_A_SECOND
    made = workers.map(read_piece, steps(to_read), seconds=seconds, wanted=comparison.is_new)
    for number, (opened, results) in enumerate(groupby(made, lambda pair: pair[0].opened)):
        comparison.read(opened, results, partial(progress, number, len(to_read)) if progress else lambda _: None)
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
        if not known or seen is None or (seen.size, seen.modified) != size_and_time(found):
            return False
        if any(one.said != _said(found) or (one.format != ROWS and one.document != found.id) for one in known):
            return False
        self._keep(known)
        return True

    def is_new(self, step: Step) -> bool:
        """Whether there is a document in it that is not known as it is."""
        found, piece = step.opened.found, step.piece
        if not isinstance(piece, Piece):
            return False
        old = self._known_of(found, piece)
        return not old or (old.sha256, old.said) != (piece.sha256, _said(found))

    def read(
        self, opened: Opened, results: Iterable[tuple[Step, Read | None]], progress: Callable[[str], None]
    ) -> None:
        """Take every document of a source that is not known as it is."""
        found, before = opened.found, len(self.changes.refused)
        for number, (step, read) in enumerate(results):
            if number % TOLD_EVERY == 0:
                progress(f"{found.path} ({number})" if number else found.path)
            if isinstance(step.piece, Piece):
                self._take(step, step.piece, read)
            elif step.piece:
                self._refuse(found, step.piece)
                if not isinstance(step.piece, BadRow):
                    self._keep_unread(found)
        # What was refused is told again each time, and a young file may change again without showing it.
        sure = len(self.changes.refused) == before and time.time_ns() - opened.modified > YOUNG
        with suppress(OSError), found.file.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
            self.changes.seen.append(Seen(found.path, opened.size, opened.modified if sure else NEVER, digest))

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

    def _known_of(self, found: Found, piece: Piece) -> Reading | None:
        return self.known.get(found.path, {}).get(piece.id)

    def _take(self, step: Step, piece: Piece, read: Read | None) -> None:
        found, old = step.opened.found, self._known_of(step.opened.found, piece)
        if piece.id in self.claimed:
            self._refuse(found, SameId(path=found.path, document=piece.id, other=self.claimed[piece.id]))
        elif read:
            self._add(found, read, piece.raw.warnings)
        else:
            if self.is_new(step):
                self._refuse(found, EmptySource(path=found.path))
            self._keep([old] if old else [])

    def _add(self, found: Found, read: Read, warnings: tuple[str, ...]) -> None:
        document, chunks = read.document, read.chunks
        self.claimed[document.id] = found.path
        self.changes.new.append(self.writer.add(document, chunks, _said(found), read.extracts))
        self.changes.new_chunks += len(chunks)
        self.changes.taken.append(_taken(document, warnings))
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

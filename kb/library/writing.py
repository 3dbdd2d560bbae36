"""Writing a library: new readings, what was seen of the files, and the deletion of readings nobody needs.

Only for who holds the home's lock. Nothing written here is seen before the engine's commit names its reading.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from kb.errors import IndexDamaged, IndexUnwritable
from kb.errors.refusals import NO_ROOM, REFUSED
from kb.library import phrases
from kb.library.figures import FIGURES
from kb.library.findings import FINDINGS
from kb.library.finds import Finds, Found
from kb.library.places import PlacedRow, place_all
from kb.library.quotes import QUOTES, WRITE_SHINGLES, shingle_rows
from kb.library.references import REFERENCES
from kb.library.rows import front_text, pack_body, pack_outline
from kb.library.store import FOUND, MOST, connect, entry_number
from kb.model import Chunk, Document, DocumentId, Extracts

NOTHING_FOUND = Extracts()


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a document: what it was read from, and how many chunks it has."""

    reading: int
    document: DocumentId
    path: str
    format: str
    sha256: str
    said: str
    chunks: int


class Seen(NamedTuple):
    """A source file as it was when it was last read; `modified` is in nanoseconds, negative: look again."""

    path: str
    size: int
    modified: int
    sha256: str


class LibraryWriter:
    """The one writer of a library file, which is made when it is not there; IndexDamaged, IndexUnwritable."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            self._connection = connect(path, create=True)
            # Else a transaction of more than 2 MB is written before its end, and nobody can read until then.
            self._connection.execute("PRAGMA cache_spill = OFF")
        if not self._all("SELECT 1 FROM sqlite_master"):
            with self._told():
                self._connection.executescript(resources.files(__package__).joinpath("schema.sql").read_text("utf-8"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def add(self, document: Document, chunks: tuple[Chunk, ...], said: str, extracts: Extracts = NOTHING_FOUND) -> int:
        """Store a document, and what was found in it, under a new reading and give its number.

        `said` tells what the catalogue said of it.
        """
        reading = self._add_reading(document, len(chunks), said)
        body, outline = pack_body(document.body), pack_outline(document.sections)
        self._many("INSERT INTO bodies VALUES (?, ?, ?)", [(reading, body, outline)])
        rows = (_chunk_row(chunk, reading, number) for number, chunk in enumerate(chunks))
        self._many("INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._many(phrases.WRITE_PHRASES, phrases.phrase_rows(extracts.phrases, reading))
        self._many(phrases.WRITE_HEADS, phrases.head_rows(extracts.phrases, reading))
        quoted = self._find(QUOTES, document, chunks, extracts.quotes, reading)
        self._many(WRITE_SHINGLES, shingle_rows(quoted, reading))
        self._find(FIGURES, document, chunks, extracts.figures, reading)
        self._find(REFERENCES, document, chunks, extracts.references, reading)
        self._find(FINDINGS, document, chunks, extracts.findings, reading)
        if extracts.key is not None:
            self._many("INSERT INTO papers VALUES (?, ?, ?)", [(reading, extracts.key, document.front.signed_on)])
        return reading

    def _find(
        self, finds: Finds[Found], document: Document, chunks: tuple[Chunk, ...], found: tuple[Found, ...], reading: int
    ) -> tuple[PlacedRow[Found], ...]:
        placed = place_all(document, chunks, found, finds.span_of, finds.letter)
        self._many(finds.write, finds.rows(placed, reading))
        return placed

    def commit(self) -> None:
        """Put on the disk what was added since the last time."""
        with self._told():
            self._connection.commit()

    def readings(self) -> tuple[Reading, ...]:
        """Every reading in the file, live or not, in the order in which they were made."""
        rows = self._all("SELECT reading, document, path, format, sha256, said, chunks FROM readings")
        return tuple(Reading(*row) for row in rows)

    def sweep(self, live: frozenset[int]) -> None:
        """Delete the readings that are not live: replaced earlier, or left over by a writer that was killed."""
        dead = [(reading.reading,) for reading in self.readings() if reading.reading not in live]
        self._many("DELETE FROM readings WHERE reading = ?", dead)
        self._many("DELETE FROM bodies WHERE reading = ?", dead)
        self._many("DELETE FROM papers WHERE reading = ?", dead)
        bounds = [(entry_number(reading, 0), entry_number(reading, MOST)) for (reading,) in dead]
        self._many("DELETE FROM chunks WHERE entry BETWEEN ? AND ?", bounds)
        for table in (*(finds.name for finds in FOUND), "phrases", "heads", "quote_shingles"):
            self._many(f"DELETE FROM {table} WHERE place BETWEEN ? AND ?", bounds)
        self.commit()

    def seen(self) -> dict[str, Seen]:
        """The files that were read, by path."""
        return {row[0]: Seen(*row) for row in self._all("SELECT path, size, modified, sha256 FROM files")}

    def see(self, files: Iterable[Seen], gone: Iterable[str] = ()) -> None:
        """Remember files, and forget those that are gone. Only after the engine's commit."""
        self._many("DELETE FROM files WHERE path = ?", ((path,) for path in gone))
        self._many("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", files)
        self.commit()

    def _add_reading(self, document: Document, chunks: int, said: str) -> int:
        source, body = document.source, document.body
        of_source = (source.path, source.format, source.sha256, source.address, said)
        counts = (len(body.pages) or None, len(body.lines), document.section_count, chunks)
        (row,) = self._all(
            "INSERT INTO readings"
            " (document, path, format, sha256, address, said, front, pages, lines, sections, chunks)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING reading",
            (document.id, *of_source, front_text(document.front), *counts),
        )
        return int(row[0])

    def _all(self, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._told():
            return self._connection.execute(question, values).fetchall()

    def _many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        with self._told():
            self._connection.executemany(statement, rows)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors as ours: no room, no right and a file held by others, or a file that is no library."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise IndexUnwritable(path=self._path, why=_why(error)) from error
        except sqlite3.DatabaseError as error:
            raise IndexDamaged(path=self._path, why=str(error)) from error


def _why(error: sqlite3.OperationalError) -> str:
    """The reason in kb.errors.words; SQLite's own words where there is none: its codes come in many kinds."""
    for code, why in (("SQLITE_FULL", NO_ROOM), ("SQLITE_READONLY", REFUSED)):
        if (error.sqlite_errorname or "").startswith(code):
            return why
    return str(error)


def _chunk_row(chunk: Chunk, reading: int, number: int) -> tuple[int, str, int, str, int, str]:
    part = int(chunk.id.rpartition("/")[2])
    path = json.dumps(chunk.path, ensure_ascii=False)
    return entry_number(reading, number), chunk.section, part, path, chunk.span.start, chunk.text

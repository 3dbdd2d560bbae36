"""Writing a library: new readings, what was seen of the files, and the deletion of readings nobody needs.

Only for who holds the home's lock. Nothing written here is seen before the engine's commit names its reading.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from kb.errors import IndexDamaged
from kb.library.rows import front_text, pack_body, pack_outline
from kb.library.store import connect
from kb.model import Chunk, Document, DocumentId


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
    """The one writer of a library file, which is made when it is not there; IndexDamaged."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = connect(path, create=True)
        try:
            if not self._connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                self._connection.executescript(resources.files(__package__).joinpath("schema.sql").read_text("utf-8"))
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise IndexDamaged(path=path, why=str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def add(self, document: Document, chunks: tuple[Chunk, ...], said: str) -> int:
        """Store a document under a new reading and give its number; `said` tells what the catalogue said of it."""
        source, body = document.source, document.body
        sections = sum(section.id != "0" for section in document.walk())
        cursor = self._connection.execute(
            "INSERT INTO readings"
            " (document, path, format, sha256, address, said, front, pages, lines, sections, chunks)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.id,
                source.path,
                source.format,
                source.sha256,
                source.address,
                said,
                front_text(document.front),
                len(body.pages) or None,
                len(body.lines),
                sections,
                len(chunks),
            ),
        )
        reading = cursor.lastrowid
        assert reading is not None
        self._connection.execute(
            "INSERT INTO bodies VALUES (?, ?, ?)", (reading, pack_body(body), pack_outline(document.sections))
        )
        self._connection.executemany(
            "INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    reading,
                    number,
                    chunk.section,
                    int(chunk.id.rpartition("/")[2]),
                    json.dumps(chunk.path, ensure_ascii=False),
                    chunk.span.start,
                    chunk.text,
                )
                for number, chunk in enumerate(chunks)
            ),
        )
        return reading

    def commit(self) -> None:
        """Put on the disk what was added since the last time."""
        self._connection.commit()

    def readings(self) -> tuple[Reading, ...]:
        """Every reading in the file, live or not, in the order in which they were made."""
        rows = self._connection.execute("SELECT reading, document, path, format, sha256, said, chunks FROM readings")
        return tuple(Reading(*row) for row in rows.fetchall())

    def sweep(self, live: frozenset[int]) -> None:
        """Delete the readings that are not live: replaced earlier, or left over by a writer that was killed."""
        dead = [(reading.reading,) for reading in self.readings() if reading.reading not in live]
        with self._connection:
            for table in ("readings", "bodies", "chunks"):
                self._connection.executemany(f"DELETE FROM {table} WHERE reading = ?", dead)

    def seen(self) -> dict[str, Seen]:
        """The files that were read, by path."""
        return {row[0]: Seen(*row) for row in self._connection.execute("SELECT * FROM files")}

    def see(self, files: Iterable[Seen], gone: Iterable[str] = ()) -> None:
        """Remember files, and forget those that are gone. Only after the engine's commit."""
        with self._connection:
            self._connection.executemany("DELETE FROM files WHERE path = ?", ((path,) for path in gone))
            self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", files)

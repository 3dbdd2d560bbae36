"""Reading a library: documents and chunks by id, for many threads at once.

Owns every question that is asked of the file; kb.library.writing owns every change. A library knows which readings
are live (the engine's last commit says so) and answers with no others.
"""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, local
from typing import Any

from kb.errors import IndexDamaged, NoSuchDocument
from kb.extract.quotes.joining import shingles
from kb.library import phrases, references
from kb.library.figures import FIGURES
from kb.library.findings import FINDINGS
from kb.library.finds import Finds, Found
from kb.library.phrases import Head
from kb.library.places import NUMBER
from kb.library.quotes import QUOTES
from kb.library.references import REFERENCES
from kb.library.rows import body_of, front_of, outline_of
from kb.library.searched import asks
from kb.model import (
    Chunk,
    ChunkId,
    Document,
    DocumentId,
    EntryId,
    Front,
    Phrase,
    Placed,
    Quote,
    SectionId,
    Source,
    Span,
)

PATIENCE = 10.0  # seconds that a question waits while the writer commits
KEPT = 32  # documents that are kept unpacked: those of three pages of results

MOST = (1 << NUMBER) - 1
MOST_ALIKE = 200  # quotes that are looked at for one; a name that everybody quotes stands in thousands
MOST_VALUES = 900  # in one question: what old builds of SQLite allow

FOUND: tuple[Finds[Any], ...] = (QUOTES, FIGURES, REFERENCES, FINDINGS)
"""The tables of what is found."""

CHUNKS = f"""
    SELECT entry, document, section, part, chunks.path, start, text
    FROM chunks JOIN readings ON reading = entry >> {NUMBER}
"""
LISTED = "reading, document, path, format, sha256, address, front, pages, lines, sections"


@dataclass(frozen=True, slots=True)
class Listed:
    """A document without its text, as it stands in a list. `pages` None: the source shows none."""

    id: DocumentId
    source: Source
    front: Front
    pages: int | None
    lines: int
    sections: int

    @property
    def format(self) -> str:
        return self.source.format


class Library:
    """The library in a file, of the live readings. Every thread gets a connection of its own; `close` closes them."""

    def __init__(self, path: Path, live: frozenset[int]) -> None:
        self._path = path
        self._live = live
        self._own = local()
        self._opened: list[sqlite3.Connection] = []
        self._kept: OrderedDict[int, Document] = OrderedDict()
        self._lock = Lock()
        self.close = weakref.finalize(self, _close, self._opened)

    def documents(self) -> tuple[Listed, ...]:
        """Every document, in the order of the ids; no text is read."""
        rows = self._ask(f"SELECT {LISTED} FROM readings ORDER BY document")
        return tuple(listed_of(row) for row in rows if row[0] in self._live)

    def document(self, id: DocumentId) -> Document:
        """The whole document; NoSuchDocument."""
        reading = self._reading_of(id)
        if reading is None:
            raise NoSuchDocument(document=id)
        return self.reading(reading)

    def reading(self, reading: int) -> Document:
        """The document as it was read under this number. The last few are kept, because rows never change."""
        with self._lock:
            if reading in self._kept:
                self._kept.move_to_end(reading)
                return self._kept[reading]
        rows = self._ask(
            f"SELECT {LISTED}, body, outline FROM readings JOIN bodies USING (reading) WHERE reading = ?", (reading,)
        )
        if not rows:
            raise IndexDamaged(path=self._path, why="lost-reading", reading=reading)
        *card, body, outline = rows[0]
        known = listed_of(card)
        document = Document(known.id, known.source, known.front, body_of(body), outline_of(outline))
        with self._lock:
            self._kept[reading] = document
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return document

    def chunks(self, ids: Iterable[EntryId]) -> dict[EntryId, Chunk]:
        """The chunks of these entries, asked together; an entry that is not there is not in the answer.

        The chunks of a whole reading: `chunks_of`.
        """
        wanted = [entry_number(*map(int, id.split(":"))) for id in ids]
        rows = self._ask_of(f"{CHUNKS} WHERE entry IN", wanted)
        return {
            EntryId(f"{row[0] >> NUMBER}:{row[0] & MOST}"): chunk_of(row)
            for row in rows
            if row[0] >> NUMBER in self._live
        }

    def chunks_of(self, reading: int) -> tuple[Chunk, ...]:
        """Every chunk of a reading, in the order of the text."""
        bounds = (entry_number(reading, 0), entry_number(reading, MOST))
        return tuple(map(chunk_of, self._ask(f"{CHUNKS} WHERE entry BETWEEN ? AND ? ORDER BY entry", bounds)))

    def known(self, finds: Finds[Found], query: str = "", documents: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """The rows of a table with these words in them as `Finds.known` gives them, in the order of document and text.

        Of the named documents only, where any is named.
        """
        condition, values = asks(query)
        rows = self._ask(f"{finds.known} WHERE {condition} ORDER BY document, place", values)
        return [row for row in rows if row[0] >> NUMBER in self._live and (not documents or row[1] in documents)]

    def finds(self, finds: Finds[Found], places: Iterable[int]) -> tuple[Placed[Found], ...]:
        """The finds with these keys, in the order of the keys given."""
        wanted = tuple(places)
        found = {row[0]: finds.placed_of(row) for row in self._ask_of(f"{finds.read} WHERE place IN", wanted)}
        return tuple(found[place] for place in wanted if place in found)

    def papers(self, keys: Iterable[str]) -> tuple[references.Paper, ...]:
        """The documents that these keys lead to, in the order of their ids."""
        wanted = tuple(dict.fromkeys(keys))
        rows = self._ask_of(f"{references.TARGETS} WHERE key IN", wanted)
        found = (references.Paper(key, document, day) for key, reading, document, day in rows if reading in self._live)
        return tuple(sorted(found, key=lambda paper: paper.document))

    def paper(self, document: DocumentId) -> references.Paper | None:
        """What a document is named by; None where it has no number."""
        rows = self._ask(f"{references.TARGETS} WHERE document = ?", (document,))
        live = [references.Paper(key, document, day) for key, reading, document, day in rows if reading in self._live]
        return live[-1] if live else None

    def count_mentions(self, document: DocumentId) -> int:
        """How often other documents name this one; 0 for one without a number."""
        paper = self.paper(document)
        if paper is None:
            return 0
        question = f"SELECT place, document, date FROM refs JOIN readings ON reading = place >> {NUMBER} WHERE key = ?"
        return sum(
            place >> NUMBER in self._live and other != document and paper.is_of(date)
            for place, other, date in self._ask(question, (paper.key,))
        )

    def quotes_like(self, words: str) -> tuple[Placed[Quote], ...]:
        """The quotes that share a run of three syllables with the words, those that share most of them first."""
        rows = self._ask_of("SELECT place FROM quote_shingles WHERE shingle IN", shingles(words))
        shared = Counter(place for (place,) in rows if place >> NUMBER in self._live)
        return self.finds(QUOTES, sorted(shared, key=lambda place: (-shared[place], place))[:MOST_ALIKE])

    def span_of_mark(self, document: DocumentId, mark: str) -> Span | None:
        """What of the document's text has this anchor ("q102-1"); None where nothing has."""
        table = next((finds.name for finds in FOUND if mark.startswith(finds.letter)), None)
        if table is None:
            return None
        question = f"SELECT place, start, end FROM {table} JOIN readings ON reading = place >> {NUMBER}"
        rows = self._ask(f"{question} WHERE document = ? AND mark = ?", (document, mark))
        return next((Span(start, end) for place, start, end in rows if place >> NUMBER in self._live), None)

    def chunks_with(self, reading: int) -> dict[str, frozenset[int]]:
        """The numbers of the chunks of a reading that hold something found, by what that is: "quotes", "figures"."""
        bounds = (entry_number(reading, 0), entry_number(reading, MOST))
        rows = self._ask("SELECT chunk FROM quotes WHERE place BETWEEN ? AND ? AND kind = 'quotation'", bounds)
        figures = self._ask("SELECT chunk FROM figures WHERE place BETWEEN ? AND ?", bounds)
        return {
            "quotes": frozenset(chunk for (chunk,) in rows if chunk is not None),
            "figures": frozenset(chunk for (chunk,) in figures if chunk is not None),
        }

    def speakers_in(self, reading: int) -> dict[int, tuple[str, ...]]:
        """Whose words the chunks of a reading quote, by the number of the chunk; a name for each quotation."""
        bounds = (entry_number(reading, 0), entry_number(reading, MOST))
        rows = self._ask(
            "SELECT chunk, speaker FROM quotes WHERE place BETWEEN ? AND ? AND kind = 'quotation'"
            " AND chunk IS NOT NULL AND speaker IS NOT NULL ORDER BY place",
            bounds,
        )
        speakers: dict[int, tuple[str, ...]] = {}
        for chunk, speaker in rows:
            speakers[chunk] = (*speakers.get(chunk, ()), speaker)
        return speakers

    def heads(self, head: str) -> list[Head]:
        """The phrases that have a word from which on they begin with these folded letters (phrases.py)."""
        question, values = phrases.question(head)
        return [Head(*row) for row in self._ask(question, values) if row[0] >> NUMBER in self._live]

    def phrases(self, places: Sequence[int]) -> dict[int, Phrase]:
        """The phrases of these rows."""
        rows = self._ask_of(phrases.READ_PHRASES, places)
        return {place: Phrase(text, kind, count) for place, kind, text, count in rows}

    def phrase_texts(self) -> tuple[str, ...]:
        """Every different phrase, in order."""
        return tuple(text for (text,) in self._ask("SELECT DISTINCT text FROM phrases ORDER BY text"))

    def found_in(self, document: DocumentId, span: Span) -> frozenset[str]:
        """What was found with its beginning in a span of a document's text: "quotes" (words of somebody), "figures"."""
        reading = self._reading_of(document)
        if reading is None:
            return frozenset()
        bounds = (entry_number(reading, 0), entry_number(reading, MOST), span.start, span.end)
        where = "WHERE place BETWEEN ? AND ? AND start >= ? AND start < ?"
        asked = (
            ("quotes", f"SELECT 1 FROM quotes {where} AND kind = 'quotation' LIMIT 1"),
            ("figures", f"SELECT 1 FROM figures {where} LIMIT 1"),
        )
        return frozenset(what for what, question in asked if self._ask(question, bounds))

    def count_chunks(self) -> int:
        """How many chunks the live readings have."""
        return sum(
            chunks for reading, chunks in self._ask("SELECT reading, chunks FROM readings") if reading in self._live
        )

    def file_hashes(self) -> dict[str, str]:
        """The hash of each source file as it was last read, by path."""
        return dict(self._ask("SELECT path, sha256 FROM files"))

    def fault(self) -> str | None:
        """What SQLite finds wrong with the file; None when it is whole."""
        try:
            rows = self._ask("PRAGMA quick_check(1)")
        except IndexDamaged as error:
            return str(error.values["why"])
        return None if rows == [("ok",)] else str(rows[0][0])

    def _reading_of(self, document: DocumentId) -> int | None:
        """The live reading of a document; None where it is not here."""
        rows = self._ask("SELECT reading FROM readings WHERE document = ?", (document,))
        return next((reading for (reading,) in reversed(rows) if reading in self._live), None)

    def _ask(self, question: str, values: Sequence[object] = ()) -> list[Any]:
        try:
            return self._connection().execute(question, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise IndexDamaged(path=self._path, why=str(error)) from error

    def _ask_of(self, question: str, values: Sequence[object]) -> list[Any]:
        """The rows for any number of values, asked some at a time: `question` ends with "IN"."""
        rows: list[Any] = []
        for first in range(0, len(values), MOST_VALUES):
            some = values[first : first + MOST_VALUES]
            rows += self._ask(f"{question} ({', '.join('?' * len(some))})", some)
        return rows

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = connect(self._path, create=False)
            # Not mode=ro: after a writer was killed in the middle of a commit, the next reader puts the file right.
            connection.execute("PRAGMA query_only = ON")
            self._own.connection = connection
            with self._lock:
                self._opened.append(connection)
        return connection


def entry_number(reading: int, number: int) -> int:
    """The key of a chunk's row: chunks of one reading lie side by side."""
    return reading << NUMBER | number


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection that any thread may close; it waits while another one commits."""
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False)


def listed_of(row: Sequence[Any]) -> Listed:
    _, document, path, format, sha256, address, front, pages, lines, sections = row
    return Listed(document, Source(path, format, sha256, address), front_of(front), pages, lines, sections)


def chunk_of(row: Sequence[Any]) -> Chunk:
    _, document, section, part, path, start, text = row
    return Chunk(
        id=ChunkId(f"{document}#{section}/{part}"),
        document=DocumentId(document),
        section=SectionId(section),
        path=tuple(json.loads(path)),
        span=Span(start, start + len(text)),
        text=text,
    )


def _close(connections: list[sqlite3.Connection]) -> None:
    while connections:
        connections.pop().close()

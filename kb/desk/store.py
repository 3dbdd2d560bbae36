"""The desk's file: opened, brought up to date and asked. Accepted findings so far; baskets and notes will lie beside.

A file of an older version is copied beside itself before it is migrated. One that a newer kb wrote is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from typing import Any

from kb.desk.migrations import LATEST, migrate, version
from kb.errors import DeskUnusable
from kb.home.folders import writing

FILE = "desk.sqlite"
PATIENCE = 10.0  # seconds that one writer waits for another
COLUMNS = "finding, category, words, document, note, at"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that a person has accepted: its id and category, its words, and what the person wrote of it.

    `at` is ISO 8601. `document` is where it stood then; the same words elsewhere are accepted too.
    """

    finding: str
    category: str
    words: tuple[str, ...]
    document: str
    note: str
    at: str


class Desk:
    """The desk in a folder; nothing is made before something is put on it. DeskUnusable, HomeUnwritable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE

    def accepted(self) -> tuple[Accepted, ...]:
        """Every accepted finding, the latest first."""
        if not self._path.exists():
            return ()
        with self._opened() as connection:
            rows = connection.execute(f"SELECT {COLUMNS} FROM accepted ORDER BY at DESC, finding").fetchall()
        return tuple(_accepted(row) for row in rows)

    def accept(self, finding: Accepted) -> None:
        """Put a finding on the desk; one that is there is kept with the new note and time."""
        values = (
            finding.finding,
            finding.category,
            "\n".join(finding.words),
            finding.document,
            finding.note,
            finding.at,
        )
        with self._opened() as connection:
            connection.execute("INSERT OR REPLACE INTO accepted VALUES (?, ?, ?, ?, ?, ?)", values)

    def withdraw(self, finding: str) -> bool:
        """Take a finding off again; False where it was not there."""
        if not self._path.exists():
            return False
        with self._opened() as connection:
            return connection.execute("DELETE FROM accepted WHERE finding = ?", (finding,)).rowcount > 0

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)) as connection:
                self._bring_up_to_date(connection)
                yield connection
        except sqlite3.Error as error:
            raise DeskUnusable(path=self._path, why=str(error)) from error

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        had = version(connection)
        if had > LATEST:
            raise DeskUnusable(path=self._path, why="newer-desk")
        if had < LATEST:
            if had:
                with writing(self._path):
                    copyfile(self._path, self._path.with_suffix(f".{had}.bak"))
            migrate(connection)


def now() -> str:
    """The time of this computer, to the second, with its zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _accepted(row: Sequence[Any]) -> Accepted:
    finding, category, words, document, note, at = row
    return Accepted(finding, category, tuple(words.split("\n")), document, note, at)

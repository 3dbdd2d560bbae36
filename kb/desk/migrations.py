"""How the desk's file came to be what it is: one script a version, each run once, in order, in one transaction.

A script that has been released is never changed: what is to be otherwise is a new one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

SCRIPTS: tuple[Sequence[str], ...] = (
    # 1: findings that a person has looked at and accepted
    (
        """
        CREATE TABLE accepted (
            finding  TEXT PRIMARY KEY,  -- Finding.id: hash of category and words
            category TEXT NOT NULL,
            words    TEXT NOT NULL,     -- the places' words, a line each, for people
            document TEXT NOT NULL,     -- where it stood when it was accepted
            note     TEXT NOT NULL,
            at       TEXT NOT NULL      -- ISO 8601 with the zone
        ) WITHOUT ROWID
        """,
    ),
)
LATEST = len(SCRIPTS)


def version(connection: sqlite3.Connection) -> int:
    """How many of the scripts a file has had; more than `LATEST` where a newer kb wrote it."""
    told: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return told


def migrate(connection: sqlite3.Connection) -> None:
    """Run the scripts that a file has not had yet. `connection` must be in autocommit mode."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version(connection), LATEST):
            for statement in SCRIPTS[number]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {LATEST}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")

"""Lines of JSON: each row {id, title, text} is a document of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kb.errors import BadRow
from kb.model import RawText
from kb.source.kinds import cannot_read, has_letters, is_text, with_line_ends
from kb.source.txt import read_text

MOST_LETTERS_OF_AN_ID = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One document: the line it stands on, its id, its text, and the hash of the line's bytes."""

    line: int
    id: str
    raw: RawText
    sha256: str


def looks_like_rows(line: bytes) -> bool:
    """Whether a file that begins with this line holds rows: a JSON object with a text.

    >>> looks_like_rows(b'{"id": 1, "text": "a"}'), looks_like_rows(b'{') , looks_like_rows(b'Nghe')
    (True, False, False)
    """
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row


def read_rows(path: Path) -> Iterator[Row | BadRow]:
    """The rows of a file in their order, and for each line that is none the reason. Blank lines are passed over.

    NoSuchFile, NoPermission, UnreadableSource: also in the middle, where a disk or a network share fails.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                line = line.removeprefix(b"\xef\xbb\xbf").strip()
                if line:
                    yield _row(path, number, line)
    except OSError as error:
        raise cannot_read(path, error) from error


def _row(path: Path, number: int, line: bytes) -> Row | BadRow:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return BadRow(path=path, line=number, why="not-json")
    if not isinstance(row, dict) or "id" not in row:
        return BadRow(path=path, line=number, why="no-object")
    id, title, text = str(row["id"]), row.get("title"), row.get("text")
    if not _usable(id):
        return BadRow(path=path, line=number, why="bad-id", id=id)
    if not isinstance(text, str) or not has_letters(text):
        return BadRow(path=path, line=number, why="no-text")
    if not is_text(text):
        return BadRow(path=path, line=number, why="no-letters")
    said = " ".join(title.split()) if isinstance(title, str) and is_text(title) else ""
    return Row(number, id, read_text(with_line_ends(text), said or None), sha256(line).hexdigest())


def _usable(id: str) -> bool:
    """An id is part of an address: a slash would divide it, and "." or ".." would climb out of it."""
    return (
        0 < len(id) <= MOST_LETTERS_OF_AN_ID
        and is_text(id)
        and id not in (".", "..")
        and id == id.strip()
        and id.isprintable()
        and not {"/", "\\"} & set(id)
    )

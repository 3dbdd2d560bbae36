"""Source files: what stands in them, opened by content and not by name.

`open_source` gives the text of one document; a file of rows holds many, which `read_rows` gives one by one. What is
not read is refused by name. Repair and layout of the text are kb.source.repair and kb.source.layout.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kb.errors import UnknownFormat
from kb.model import RawText
from kb.source.jsonl import Row, looks_like_rows, read_rows
from kb.source.kinds import cannot_read, decoded, refuse_unread
from kb.source.txt import read_text

__all__ = ["Opened", "Row", "holds_rows", "open_file", "open_source", "read_rows"]

PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
PAGE_TAG = re.compile(r"<(?:p|div|table|span|br|h[1-6]|li)\b[^<>]*>", re.I)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that holds one document: its format ("txt" or "html"), its text, and the hash of its bytes."""

    format: str
    raw: RawText
    sha256: str


def open_source(path: Path) -> RawText:
    """The text of a file that holds one document; the errors of `open_file`."""
    return open_file(path).raw


def open_file(path: Path) -> Opened:
    """A file that holds one document.

    NoSuchFile, NoPermission, EmptySource; UnknownFormat for what is not read yet, and for rows; UnreadableSource.
    """
    data = _bytes(path)
    refuse_unread(data, path)
    if looks_like_rows(data.lstrip().split(b"\n", 1)[0]):
        raise UnknownFormat(format="JSONL", path=path, known="txt, html")
    text = decoded(data, path)
    hash = sha256(data).hexdigest()
    if not _is_page(text, path):
        return Opened("txt", read_text(text), hash)
    from kb.source.html import read_page

    return Opened("html", read_page(text, path), hash)


def holds_rows(path: Path) -> bool:
    """Whether the file holds rows of JSON, each a document of its own; NoSuchFile, NoPermission, UnreadableSource."""
    try:
        with path.open("rb") as file:
            return looks_like_rows(next((line for line in file if line.strip()), b""))
    except OSError as error:
        raise cannot_read(path, error) from error


def _is_page(text: str, path: Path) -> bool:
    return bool(PAGE.match(text) or (path.suffix.lower() in PAGE_SUFFIXES and PAGE_TAG.search(text)))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot_read(path, error) from error

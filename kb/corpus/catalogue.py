"""corpus/catalogue.toml: what a person says of the sources. It is read whole, checked, appended to, never rewritten.

`[[document]]` has a path (under corpus/, or absolute) and what is known of it; what stands here counts more than what
the document's first page is read to say. `[[folder]]` has the absolute path of a folder that is read in place.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kb.errors import BadCatalogue
from kb.model import Cover, DocumentId, Front

USABLE_ID = re.compile(r"[A-Za-z0-9~_-][A-Za-z0-9._~-]*")

NOTHING = Front("")

Table = Mapping[str, object]


class Key(NamedTuple):
    """A key that a table may have, the type its value has, and that type in words."""

    name: str
    type: type | tuple[type, ...]
    words: str = "chuỗi"


DATE = ((str, date), "ngày dạng 2020-07-23")
COVER = (Key("kind", str), Key("number", str), Key("signed_on", *DATE), Key("issuer", str))
DOCUMENT = (
    Key("id", str),
    Key("path", str),
    Key("origin", str),
    Key("title", str),
    *COVER,
    Key("signed_by", str),
    Key("event", str),
    Key("cover", dict, "bảng [document.cover]"),
)
FOLDER = (Key("path", str),)
KINDS = (Key("document", list, "bảng [[document]]"), Key("folder", list, "bảng [[folder]]"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the catalogue. `said` has title "" where the catalogue gives none; `line` is its row's."""

    path: str
    line: int
    id: DocumentId | None = None
    origin: str | None = None
    said: Front = NOTHING


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The documents that are described, and the folders read in place, in the order of the file."""

    documents: tuple[Entry, ...] = ()
    folders: tuple[Path, ...] = ()


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in this file; an empty one where there is no file. BadCatalogue names the line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Catalogue()
    except UnicodeDecodeError as error:
        raise BadCatalogue(path=path, why="not-utf8", place=error.start + 1) from error
    return _Reading(path, text).catalogue()


def append_place(catalogue: Path, place: Path) -> None:
    """Add a folder, or a file, that is read where it is. What stands in the file stays letter for letter."""
    before = catalogue.read_bytes() if catalogue.exists() else b""
    kind = "folder" if place.is_dir() else "document"
    row = f"[[{kind}]]\npath = {json.dumps(str(place), ensure_ascii=False)}\n"
    gap = "" if not before else "\n" if before.endswith(b"\n") else "\n\n"
    being_made = catalogue.with_name(catalogue.name + ".new")
    try:
        being_made.write_bytes(before + (gap + row).encode())
        being_made.replace(catalogue)
    finally:
        being_made.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of a catalogue: knows the file, so that every error can name its line."""

    path: Path
    text: str

    def catalogue(self) -> Catalogue:
        tables = self._parsed()
        self._check(tables, KINDS, 1)
        documents = tuple(self._entry(table, line) for table, line in self._rows(tables, "document"))
        folders = tuple(self._folder(table, line) for table, line in self._rows(tables, "folder"))
        self._check_once("path", [(entry.path, entry.line) for entry in documents])
        self._check_once("id", [(entry.id, entry.line) for entry in documents if entry.id])
        return Catalogue(documents, folders)

    def _parsed(self) -> Table:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            # Before Python 3.14 the place stands in the message only: "… (at line 3, column 5)".
            at = re.search(r"\(at (?:line (\d+), column \d+|end of document)\)", str(error))
            line = int(at[1]) if at and at[1] else self.text.count("\n") + 1
            detail = re.sub(r" \(at .*\)$", "", str(error))
            raise BadCatalogue(path=self.path, why="toml", line=line, detail=detail) from error

    def _rows(self, tables: Table, kind: str) -> Iterator[tuple[Table, int]]:
        """The tables of one kind, each with the line of its heading."""
        headings = re.finditer(rf"^[ \t]*\[\[[ \t]*{kind}[ \t]*\]\]", self.text, re.M)
        lines = [self.text.count("\n", 0, heading.start()) + 1 for heading in headings]
        rows = tables.get(kind, [])
        assert isinstance(rows, list)
        for number, row in enumerate(rows):
            line = lines[number] if number < len(lines) else 1  # document = [{…}] has no headings
            if not isinstance(row, dict):
                raise BadCatalogue(path=self.path, why="wrong-type", line=line, key=kind, type=f"bảng [[{kind}]]")
            yield row, line

    def _entry(self, table: Table, line: int) -> Entry:
        self._check(table, DOCUMENT, line)
        id = _text(table, "id")
        if id is not None and not USABLE_ID.fullmatch(id):
            raise BadCatalogue(path=self.path, why="unusable-id", line=self._line_of("id", line), id=id)
        cover = table.get("cover")
        said = Front(
            title=_text(table, "title") or "",
            kind=_text(table, "kind"),
            number=_text(table, "number"),
            issuer=_text(table, "issuer"),
            signed_on=self._date(table, line),
            signed_by=_text(table, "signed_by"),
            event=_text(table, "event"),
            cover=self._cover(cover, line) if isinstance(cover, dict) else None,
        )
        path = self._path(table, line)
        return Entry(path, line, DocumentId(id) if id else None, _text(table, "origin"), said)

    def _cover(self, table: Table, line: int) -> Cover:
        self._check(table, COVER, line)
        kind = _text(table, "kind")
        if kind is None:
            raise BadCatalogue(path=self.path, why="missing-key", line=self._line_of("cover", line), key="kind")
        return Cover(kind, _text(table, "number"), self._date(table, line), _text(table, "issuer"))

    def _folder(self, table: Table, line: int) -> Path:
        self._check(table, FOLDER, line)
        return Path(self._path(table, line))

    def _path(self, table: Table, line: int) -> str:
        path = _text(table, "path")
        if not path:
            raise BadCatalogue(path=self.path, why="missing-key", line=line, key="path")
        return path

    def _date(self, table: Table, line: int) -> str | None:
        said = table.get("signed_on")
        try:
            return date.fromisoformat(str(said)).isoformat() if said is not None else None
        except ValueError as error:
            line = self._line_of("signed_on", line)
            raise BadCatalogue(path=self.path, why="wrong-type", line=line, key="signed_on", type=DATE[1]) from error

    def _check(self, table: Table, keys: tuple[Key, ...], line: int) -> None:
        """Every key is one of these and has a value of its type."""
        known = {key.name: key for key in keys}
        for name, value in table.items():
            at = self._line_of(name, line)
            if name not in known:
                names = ", ".join(known)
                raise BadCatalogue(path=self.path, why="unknown-key", line=at, key=name, known=names)
            if not isinstance(value, known[name].type):
                raise BadCatalogue(path=self.path, why="wrong-type", line=at, key=name, type=known[name].words)

    def _check_once(self, key: str, values: list[tuple[str, int]] | list[tuple[DocumentId, int]]) -> None:
        first: dict[str, int] = {}
        for value, line in values:
            if value in first:
                at = self._line_of(key, line)
                raise BadCatalogue(path=self.path, why="twice", line=at, key=key, value=value, first=first[value])
            first[value] = line

    def _line_of(self, key: str, row: int) -> int:
        """The line on which a key stands, at or below the heading of its row; the heading's where it is not found."""
        for number, line in enumerate(self.text.split("\n")[row - 1 :], row):
            if re.match(rf'\s*(?:\[+\s*(?:\w+\.)?)?["\']?{re.escape(key)}["\']?\s*[]=]', line):
                return number
        return row


def _text(table: Table, key: str) -> str | None:
    value = table.get(key)
    return value.strip() or None if isinstance(value, str) else None

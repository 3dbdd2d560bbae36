"""Is a home well: the sources against what was read of them, the index against today's kb, its parts against each
other.

Looks and changes nothing. What fails is told by the error that the failing part raises, so its cure is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from kb.corpus import list_sources, read_catalogue
from kb.errors import IndexDamaged, KbError
from kb.home import Home
from kb.query.tree import All
from kb.snapshot import Snapshot, open_snapshot
from kb.source import holds_rows, open_file

RUN_INDEX = "Hãy chạy: kb index"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `name` is for programs, the other words for people; `cure` is "" where nothing is to do."""

    name: str
    title: str
    ok: bool
    detail: str
    cure: str = ""


class Row(NamedTuple):
    """A check: its name, what it is called, and what looks: the detail when all is well, an error when not."""

    name: str
    title: str
    look: Callable[[Home], str]


def examine(home: Home) -> tuple[Check, ...]:
    """Every check, in order; one that cannot be made because another part is missing fails with that part's error."""
    return tuple(_examined(home, row) for row in CHECKS)


class _Unwell(Exception):
    """What is wrong where no part has an error for it: the detail, and what to do."""


def _examined(home: Home, row: Row) -> Check:
    try:
        return Check(row.name, row.title, True, row.look(home))
    except KbError as error:
        return Check(row.name, row.title, False, error.what(), error.cure())
    except _Unwell as unwell:
        return Check(row.name, row.title, False, str(unwell), RUN_INDEX)


def _catalogue(home: Home) -> str:
    catalogue = read_catalogue(home.catalogue)
    return f"mô tả {len(catalogue.documents)} văn bản, {len(catalogue.folders)} thư mục đọc tại chỗ"


def _index(home: Home) -> str:
    with open_snapshot(home) as snapshot:
        return f"thế hệ {snapshot.generation.name}, do đúng bản kb này làm"


def _lock(home: Home) -> str:
    writer = home.writer()
    return "không ai đang ghi" if writer is None else f"tiến trình {writer[0]} trên máy {writer[1]} đang ghi"


def _model(_: Home) -> str:
    from kb.vietnamese.installed import WORD_LIST, WORD_MODEL, read_installed

    for file in (WORD_LIST, WORD_MODEL):
        read_installed(file)
    return "đúng tệp của pyvi 0.1.1"


def _library(home: Home) -> str:
    with open_snapshot(home) as snapshot:
        fault = snapshot.library.fault()
        if fault is not None:
            raise IndexDamaged(path=snapshot.generation.library, why=fault)
        return f"{len(snapshot.library.documents())} văn bản, tệp nguyên vẹn"


def _counts(home: Home) -> str:
    with open_snapshot(home) as snapshot:
        entries = snapshot.engine.search(All(()), limit=0).total
        chunks = snapshot.library.count_chunks()
        if entries != chunks:
            raise IndexDamaged(path=home.index, why="counts", entries=entries, chunks=chunks)
        return f"{entries} đoạn, cả hai bên như nhau"


def _sources(home: Home) -> str:
    """Compares the hash of every file with the one that was read."""
    listing = list_sources(home, read_catalogue(home.catalogue))
    with open_snapshot(home) as snapshot:
        known = _hashes(snapshot)
    there = {found.path: found.file for found in listing.found}
    changed = sorted(path for path, file in there.items() if path in known and _hash(file) != known[path])
    unknown = sorted(there.keys() - known.keys())
    refused = [path for path in unknown if not _readable(there[path])]
    new = [path for path in unknown if path not in refused]
    lost = sorted(known.keys() - there.keys())
    if not (changed or new or lost):
        besides = f"; {len(refused)} tệp không đọc được: {', '.join(refused[:3])}" if refused else ""
        return f"{len(there) - len(refused)} tệp, đúng như khi được đọc{besides}"
    parts = (("đã đổi", changed), ("chưa có trong chỉ mục", new), ("không còn", lost))
    raise _Unwell("; ".join(f"{len(paths)} tệp {words}: {', '.join(paths[:3])}" for words, paths in parts if paths))


def _readable(file: Path) -> bool:
    """Whether the file could be taken in; one that is refused by name stays out of the index for good."""
    try:
        if not holds_rows(file):
            open_file(file)
    except KbError:
        return False
    return True


def _hashes(snapshot: Snapshot) -> dict[str, str]:
    """The hash of every file that documents were read from."""
    files = snapshot.library.file_hashes()
    rows = ((listed.source.path, listed.format, listed.source.sha256) for listed in snapshot.library.documents())
    return {path: files.get(path, "") if format == "jsonl" else sha256 for path, format, sha256 in rows}


def _hash(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return file_digest(opened, "sha256").hexdigest()
    except OSError:
        return "unreadable"


CHECKS = (
    Row("catalogue", "Danh mục", _catalogue),
    Row("index", "Chỉ mục", _index),
    Row("sources", "Nguồn", _sources),
    Row("library", "Thư viện", _library),
    Row("counts", "Số đoạn", _counts),
    Row("model", "Bộ tách từ", _model),
    Row("lock", "Khóa ghi", _lock),
)

"""Writing: gathered entries become a segment of Whoosh's and its file of arrays, and a commit makes segments count.

Both are written from the same postings. Nothing of a segment counts before its commit, which is the renaming of one
file; what a broken-off writing left behind is swept by the next.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any as Untyped

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3Segment  # type: ignore[import-untyped]
from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]
from whoosh.index import TOC  # type: ignore[import-untyped]

from kb.engine.arrays import file
from kb.engine.arrays.file import Arrays
from kb.engine.arrays.gather import Gathered, Numbered
from kb.engine.arrays.invert import Inverted, invert
from kb.engine.arrays.segment import field_arrays, identity, stream_arrays
from kb.engine.whoosh.contents import last_commit, read_contents, toc_name
from kb.engine.whoosh.folders import NAME, Folders
from kb.engine.whoosh.lock import WHOOSH_LOCK
from kb.engine.whoosh.postings import Codec
from kb.engine.whoosh.schema import KEY, STREAM, field
from kb.errors import IndexDamaged


class Storage(FileStorage):  # type: ignore[misc]
    """Whoosh's folder; what is renamed is on the disk before, so that no table of contents comes back empty."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        _to_disk(Path(self.folder, oldname))
        super().rename_file(oldname, newname, safe=safe)


def write_segment(folders: Folders, schema: Untyped, gathered: Gathered) -> Untyped:
    """Write the entries as a segment that counts for nothing yet; `gathered` is used up. OSError: no room."""
    storage, segment = Storage(str(folders.index)), W3Segment(W3Codec(), NAME)
    order = gathered.order()
    named = {STREAM + stream: numbered for stream, numbered in gathered.streams.items()}
    named |= {KEY + key: numbered for key, numbered in gathered.fields.items()}
    gathered.streams.clear()
    gathered.fields.clear()
    _write_rows(storage, schema, segment, gathered, named, order)
    with file.writing(folders.arrays_of(segment.segment_id())) as put:
        put(identity(gathered, order, np.arange(len(gathered))))
        postings = Codec().field_writer(storage, segment)
        postings.add_ids(schema["id"], [gathered.ids[number].encode() for number in order])
        for name in sorted(named):
            inverted = invert(named.pop(name), order)
            postings.add_field(name, schema[name], inverted)
            put(_arrays(inverted, name))
        postings.close()
        segment.create_compound_file(storage)
        _to_disk(folders.index / f"{segment.segment_id()}.seg")
    return segment


def _arrays(inverted: Inverted, name: str) -> Arrays:
    if name.startswith(KEY):
        return field_arrays(inverted, name.removeprefix(KEY))
    return stream_arrays(inverted, name.removeprefix(STREAM))


def _write_rows(
    storage: Storage,
    schema: Untyped,
    segment: Untyped,
    gathered: Gathered,
    named: dict[str, Numbered],
    order: NDArray[np.int64],
) -> None:
    """What Whoosh keeps of each row: its id, its place, and the lengths of its streams."""
    rows = Codec().per_document_writer(storage, segment)
    fields = [(name, field(schema, name), numbered) for name, numbered in sorted(named.items())]
    for _, _, numbered in fields:
        numbered.fill(len(gathered))
    for row, number in enumerate(order.tolist()):
        rows.start_doc(row)
        rows.add_field("id", schema["id"], gathered.ids[number], 0)
        rows.add_field("place", schema["place"], gathered.places[number], 0)
        for name, kind, numbered in fields:
            rows.add_field(name, kind, None, numbered.lengths[number] if kind.scorable else 0)
        rows.finish_doc()
    rows.close()
    segment.set_doc_count(len(gathered))


def commit(folders: Folders, schema: Untyped, segments: Sequence[Untyped]) -> None:
    """Make these segments the index, for every reader that opens it from now on; then sweep. OSError: no room."""
    number = last_commit(folders.index) + 1
    TOC(schema, list(segments), number).write(Storage(str(folders.index)), NAME)
    _to_disk(folders.index)
    sweep(folders)


def sweep(folders: Folders) -> None:
    """Remove what the last commit does not name: of an older commit, or of a writing that broke off.

    By the writer alone. What a reader on Windows still maps stays until the next time. An index that cannot be read
    is left as it is.
    """
    try:
        contents = read_contents(folders.index)
    except IndexDamaged:
        return
    segments = [written.id for written in contents.segments] if contents else []
    kept = {WHOOSH_LOCK, toc_name(last_commit(folders.index))}
    kept |= {f"{segment}.seg" for segment in segments} | {f"{segment}.arrays" for segment in segments}
    for path in (*folders.index.iterdir(), *folders.arrays.iterdir()):
        if path.name not in kept:
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _to_disk(path: Path) -> None:
    if path.is_dir() and os.name == "nt":  # Windows cannot open a folder for this
        return
    number = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)

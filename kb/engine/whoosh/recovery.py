"""A segment's arrays made anew from the Whoosh index, byte for byte, when their file is lost or damaged.

Slow, and only through what Whoosh offers everyone to read with. Deleted entries are read too: they count in the
statistics of ranking, and the arrays do not change when an entry is deleted.
"""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any as Untyped

from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]
from whoosh.index import TOC  # type: ignore[import-untyped]
from whoosh.reading import SegmentReader  # type: ignore[import-untyped]

from kb.engine.arrays import file
from kb.engine.arrays.file import Arrays
from kb.engine.arrays.gather import Gathered
from kb.engine.arrays.segment import arrays_of
from kb.engine.port import EntryId, IndexEntry
from kb.engine.whoosh.folders import NAME, Folders
from kb.engine.whoosh.schema import KEY, STREAM
from kb.errors import IndexDamaged

BROKEN = (
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
    EOFError,
    ValueError,
    IndexError,
    KeyError,
    NameError,
    AttributeError,
    TypeError,
    AssertionError,
)


def recovered(folders: Folders, id: str) -> Arrays:
    """The arrays of a segment, read from Whoosh and written where they were, if anything can be written there.

    FileNotFoundError: the segment is no more in the index. IndexDamaged: Whoosh's own file is broken too.
    """
    storage = FileStorage(str(folders.index))
    contents = TOC.read(storage, NAME)
    segment = next((segment for segment in contents.segments if segment.segment_id() == id), None)
    if segment is None:
        raise FileNotFoundError(id)
    try:
        gathered = Gathered()
        for entry in _entries(storage, contents.schema, segment):
            gathered.add(entry)
    except BROKEN as error:
        path = folders.index / f"{id}.seg"
        raise IndexDamaged(path=path, why="broken-segment", detail=f"{type(error).__name__} {error}") from error
    arrays: Arrays = {}
    for some in arrays_of(gathered):
        arrays |= some
    with suppress(OSError), file.writing(folders.arrays_of(id)) as put:
        put(arrays)
    return arrays


def _entries(storage: FileStorage, schema: Untyped, segment: Untyped) -> Iterator[IndexEntry]:
    """The entries of a segment in its order, deleted ones as well."""
    undeleted = type(segment)(segment.codec(), segment.index_name(), segment.doc_count_all(), segment.segid)
    undeleted.compound = segment.compound
    reader = SegmentReader(storage, schema, undeleted)
    try:
        size = reader.doc_count_all()
        names = [name for name in reader.indexed_field_names() if name.startswith((STREAM, KEY))]
        tokens = {name: _tokens(reader, name, size) for name in names}
        for number in range(size):
            stored = reader.stored_fields(number)
            yield IndexEntry(
                EntryId(stored["id"]),
                stored["place"],
                {name.removeprefix(STREAM): tuple(tokens[name][number]) for name in names if name.startswith(STREAM)},
                {name.removeprefix(KEY): tuple(tokens[name][number]) for name in names if name.startswith(KEY)},
            )
    finally:
        reader.close()


def _tokens(reader: Untyped, name: str, size: int) -> list[list[str]]:
    """The tokens of one field, entry by entry; in the order of the text where the field keeps places."""
    placed = reader.schema[name].format.supports("positions")
    found: list[list[tuple[int, str]]] = [[] for _ in range(size)]
    for text in reader.lexicon(name):
        token, matcher = text.decode(), reader.postings(name, text)
        while matcher.is_active():
            places = matcher.value_as("positions") if placed else range(matcher.value_as("frequency"))
            found[matcher.id()] += [(place, token) for place in places]
            matcher.next()
    return [[token for _, token in sorted(entry)] for entry in found]

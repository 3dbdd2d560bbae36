"""A segment's arrays made anew from the Whoosh index, byte for byte, when their file is lost or damaged.

Slow, and only through what Whoosh offers everyone to read with. Deleted entries are read too: they count in the
statistics of ranking, and the arrays do not change when an entry is deleted.
"""

from __future__ import annotations

import pickle
import struct
import zlib
from array import array
from contextlib import suppress
from itertools import repeat
from typing import Any as Untyped

import numpy as np
from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]
from whoosh.index import TOC  # type: ignore[import-untyped]
from whoosh.reading import SegmentReader  # type: ignore[import-untyped]

from kb.engine.arrays import file
from kb.engine.arrays.file import Arrays
from kb.engine.arrays.gather import Gathered, Numbered
from kb.engine.arrays.segment import arrays_of
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
        gathered = _gathered(storage, contents.schema, segment)
    except FileNotFoundError:
        raise
    except (*BROKEN, OSError) as error:
        path = folders.index / f"{id}.seg"
        raise IndexDamaged(path=path, why="broken-segment", detail=f"{type(error).__name__} {error}") from error
    arrays: Arrays = {}
    for some in arrays_of(gathered):
        arrays |= some
    with suppress(OSError), file.writing(folders.arrays_of(id)) as put:
        put(arrays)
    return arrays


def _gathered(storage: FileStorage, schema: Untyped, segment: Untyped) -> Gathered:
    """What the segment was written from, deleted entries as well."""
    undeleted = type(segment)(segment.codec(), segment.index_name(), segment.doc_count_all(), segment.segid)
    undeleted.compound = segment.compound
    reader = SegmentReader(storage, schema, undeleted)
    try:
        gathered = Gathered()
        for number in range(reader.doc_count_all()):
            stored = reader.stored_fields(number)
            gathered.ids.append(stored["id"])
            gathered.places.append(stored["place"])
        for name in reader.indexed_field_names():
            if name.startswith(STREAM):
                gathered.streams[name.removeprefix(STREAM)] = _numbered(reader, name)
            elif name.startswith(KEY):
                gathered.fields[name.removeprefix(KEY)] = _numbered(reader, name)
        return gathered
    finally:
        reader.close()


def _numbered(reader: Untyped, name: str) -> Numbered:
    """The tokens of one field, in the order of the text where the field keeps places.

    As numbers from the first: a segment may hold a hundred million tokens, which are too much memory as anything else.
    """
    placed = reader.schema[name].format.supports("positions")
    numbered = Numbered()
    rows, places, terms = array("I"), array("I"), array("I")
    for text in reader.lexicon(name):
        term, matcher = numbered.number[text.decode()], reader.postings(name, text)
        while matcher.is_active():
            here = matcher.value_as("positions") if placed else range(matcher.value_as("frequency"))
            places.extend(here)
            rows.extend(repeat(matcher.id(), len(here)))
            terms.extend(repeat(term, len(here)))
            matcher.next()
    row = np.frombuffer(rows, np.uint32)
    # What keeps no places comes by token, then by row: a stable sort leaves the tokens of a row in order.
    order = np.lexsort((np.frombuffer(places, np.uint32), row)) if placed else row.argsort(kind="stable")
    numbered.flat.frombytes(np.frombuffer(terms, np.uint32)[order].tobytes())
    lengths = np.bincount(row, minlength=reader.doc_count_all()).astype(np.uint32)
    numbered.lengths.frombytes(lengths.tobytes())
    return numbered

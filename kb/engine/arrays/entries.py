"""The entries of a segment again, from its arrays: for merging it with others.

Tokens of a stream that keeps no places come back sorted; their order says nothing there.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.lists import Lists
from kb.engine.arrays.segment import Segment, Stream
from kb.engine.arrays.strings import ends
from kb.engine.port import EntryId, IndexEntry

Tokens = tuple[NDArray[np.object_], NDArray[np.int64]]  # those of all rows, and where each row's begin


def entries(segment: Segment) -> Iterator[IndexEntry]:
    """Those that are not deleted, in the order of rows."""
    streams = {name: _of_stream(stream, segment.size) for name, stream in segment.streams.items()}
    fields = {name: _of_lists(field.lists, segment.size) for name, field in segment.fields.items()}
    for row in range(segment.size):
        if segment.live is None or segment.live[row]:
            document, position = segment.places.of(row)
            yield IndexEntry(
                EntryId(segment.ids.text(row)),
                (document.decode(), position),
                {name: _of_row(tokens, row) for name, tokens in streams.items()},
                {name: _of_row(values, row) for name, values in fields.items()},
            )


def _of_row(tokens: Tokens, row: int) -> tuple[str, ...]:
    flat, first = tokens
    return tuple(flat[first[row] : first[row + 1]])


def _of_stream(stream: Stream, size: int) -> Tokens:
    if stream.pairs is None:
        return _of_lists(stream.lists, size)
    terms, owners = stream.pairs.text()
    return _texts(stream.lists)[terms], ends(np.bincount(owners, minlength=size))


def _of_lists(lists: Lists, size: int) -> Tokens:
    """Row by row, the tokens in their own order, each as often as it stands there."""
    postings = [lists.listed(term) for term in range(len(lists.terms))]
    rows = np.concatenate([np.repeat(rows, often) for rows, often in postings]) if postings else np.zeros(0, np.int64)
    terms = np.repeat(np.arange(len(postings)), [int(often.sum()) for _, often in postings])
    order = rows.argsort(kind="stable")
    return _texts(lists)[terms[order]], ends(np.bincount(rows, minlength=size))


def _texts(lists: Lists) -> NDArray[np.object_]:
    texts = np.empty(len(lists.terms), object)
    texts[:] = [lists.terms.text(term) for term in range(len(lists.terms))]
    return texts

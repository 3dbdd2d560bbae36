"""A segment's postings in Whoosh's format, a block at a time instead of a posting at a time.

What stands in it is what Whoosh itself would have written (a test compares them). Whoosh sorts every posting in Python
and passes each through four functions; here they come sorted from kb.engine.arrays.invert.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any as Untyped

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter  # type: ignore[import-untyped]
from whoosh.formats import Existence, Frequency, Positions  # type: ignore[import-untyped]
from whoosh.system import pack_uint  # type: ignore[import-untyped]
from whoosh.util.numeric import byte_to_length, length_to_byte  # type: ignore[import-untyped]

from kb.engine.arrays.invert import Inverted


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's codec with a quicker pen; what it writes is read by Whoosh's own."""

    def field_writer(self, storage: Untyped, segment: Untyped) -> FieldWriter:
        return FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Untyped, byteids: bool = False) -> PostingsWriter:
        return PostingsWriter(
            dbfile, self._blocklimit, byteids=byteids, compression=self._compression, inlinelimit=self._inlinelimit
        )


class PostingsWriter(W3PostingsWriter):  # type: ignore[misc]
    _ids: array[int]

    def add_postings(self, rows: list[int], often: list[int], values: list[bytes], lengths: list[int] | None) -> None:
        """The postings of one term; `lengths` of the rows where the field has lengths, as Whoosh rounds them."""
        for start in range(0, len(rows), self._blocklimit):
            if self._ids:
                self._write_block()
            block = slice(start, start + self._blocklimit)
            self._ids = array("I", rows[block])
            self._weights = array("f", often[block])
            self._values = values[block]
            self._maxweight = max(self._weights)
            if lengths is not None:
                self._minlength, self._maxlength = min(lengths[block]), max(lengths[block])


class FieldWriter(W3FieldWriter):  # type: ignore[misc]
    def add_field(self, name: str, field: Untyped, inverted: Inverted) -> None:
        """All postings of a stream or key."""
        self.start_field(name, field)
        encode = _ENCODERS[type(field.format)]
        lengths = rounded_lengths(inverted.lengths) if field.scorable else None
        for term, text in enumerate(inverted.terms):
            first, last = inverted.first[term], inverted.first[term + 1]
            rows = inverted.rows[first:last]
            often = inverted.often[first:last].tolist()
            at = inverted.at[inverted.at_first[first] : inverted.at_first[last]].tolist()
            self.start_term(text)
            self._postwriter.add_postings(
                rows.tolist(), often, encode(often, at), None if lengths is None else lengths[rows].tolist()
            )
            self.finish_term()
        self.finish_field()

    def add_ids(self, field: Untyped, ids: list[bytes]) -> None:
        """The field `id`: sorted ids, one a row."""
        self.start_field("id", field)
        for row, id in enumerate(ids):
            self.start_term(id)
            self._postwriter.add_postings([row], [1], [], None)
            self.finish_term()
        self.finish_field()


def rounded_lengths(lengths: np.ndarray[tuple[int], np.dtype[np.int64]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Lengths as Whoosh keeps them, in a byte of its own."""
    known, where = np.unique(lengths, return_inverse=True)
    return np.array([byte_to_length(length_to_byte(int(length))) for length in known], np.int64)[where]


class _OnePlace(dict[int, bytes]):
    """The value of a posting whose token stands at one place, which is most of them."""

    def __missing__(self, place: int) -> bytes:
        value: bytes = Positions().encode([place])
        self[place] = value
        return value


_one_place = _OnePlace()


def _places(often: list[int], at: list[int]) -> list[bytes]:
    if len(often) == len(at):
        return [_one_place[place] for place in at]
    encode = Positions().encode
    values, start = [], 0
    for count in often:
        values.append(_one_place[at[start]] if count == 1 else encode(at[start : start + count]))
        start += count
    return values


def _counts(often: list[int], _: list[int]) -> list[bytes]:
    return [pack_uint(count) for count in often]


def _nothing(_: list[int], __: list[int]) -> list[bytes]:
    return []


_ENCODERS: dict[type, Callable[[list[int], list[int]], list[bytes]]] = {
    Positions: _places,
    Frequency: _counts,
    Existence: _nothing,
}

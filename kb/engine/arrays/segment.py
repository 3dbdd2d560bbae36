"""A segment's arrays under their names: made from what was gathered, and read back from its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.bm25 import length_bytes
from kb.engine.arrays.file import Arrays
from kb.engine.arrays.gather import Gathered
from kb.engine.arrays.invert import Inverted, invert
from kb.engine.arrays.keys import Values, values
from kb.engine.arrays.lists import Lists, lists
from kb.engine.arrays.pairs import Pairs, pairs
from kb.engine.arrays.places import Places, places
from kb.engine.arrays.strings import Strings, encoded, laid_end_to_end
from kb.engine.port import UNPLACED


class Stream:
    """One stream of a segment: postings, pairs where phrases are asked of it, the length byte of each row.

    `entries` have a token, `tokens` are all there are: N and F of kb.engine.arrays.bm25.
    """

    def __init__(self, arrays: Arrays, name: str) -> None:
        self.lists = Lists(arrays, name)
        self.pairs = Pairs(arrays, name) if f"{name}.places" in arrays else None
        self.length_bytes: NDArray[np.uint8] = arrays[f"{name}.length_bytes"]
        self.entries, self.tokens = map(int, arrays[f"{name}.sums"])


class Field:
    """One field of a segment: the rows of each value, and the counting of values."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self.lists = Lists(arrays, name)
        self.values = Values(arrays, name, self.lists.terms)


class Segment:
    """A segment as questions see it; `deleted` are the numbers that the index knows them by.

    `live` marks the rows that are not deleted, None when all are there.
    """

    def __init__(self, arrays: Arrays, deleted: Iterable[int] = ()) -> None:
        self.ids = Strings(arrays["ids"], arrays["ids_first"])
        self.size = len(self.ids)
        self.places = Places(arrays)
        self._numbers = arrays["numbers"]
        names = [name.removesuffix(".terms") for name in arrays if name.endswith(".terms")]
        self.streams = {name[len("tokens.") :]: Stream(arrays, name) for name in names if name.startswith("tokens.")}
        self.fields = {name[len("keys.") :]: Field(arrays, name) for name in names if name.startswith("keys.")}
        self.live: NDArray[np.uint8] | None = None
        if gone := list(deleted):
            self.live = np.ones(self.size, np.uint8)
            self.live[np.isin(self._numbers, gone)] = 0

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """The index's numbers of those ids that are here and not deleted."""
        rows = [row for id in ids if (row := self.ids.find(encoded(id))) >= 0]
        return [int(self._numbers[row]) for row in rows if self.live is None or self.live[row]]


def identity(gathered: Gathered, order: NDArray[np.int64], numbers: NDArray[np.int64]) -> Arrays:
    """The arrays of the rows' ids and places, and of the numbers that the index knows them by."""
    joined, first = laid_end_to_end([gathered.ids[number].encode() for number in order])
    arrays: Arrays = {"ids": joined, "ids_first": first, "numbers": numbers.astype(np.int32)}
    return arrays | places([gathered.places[number] for number in order])


def stream_arrays(inverted: Inverted, stream: str) -> Arrays:
    """The arrays of one stream."""
    name = f"tokens.{stream}"
    sums = np.array([np.count_nonzero(inverted.lengths), len(inverted.flat)], np.int64)
    arrays = lists(inverted, name) | {f"{name}.length_bytes": length_bytes(inverted.lengths), f"{name}.sums": sums}
    return arrays if stream in UNPLACED else arrays | pairs(inverted, name)


def field_arrays(inverted: Inverted, field: str) -> Arrays:
    """The arrays of one field."""
    name = f"keys.{field}"
    return lists(inverted, name) | values(inverted, name)


def arrays_of(gathered: Gathered) -> Iterator[Arrays]:
    """Every array of a segment, some at a time; the index knows its entries by the number of their coming."""
    order = gathered.order()
    yield identity(gathered, order, order)
    for field, numbered in sorted(gathered.fields.items()):
        yield field_arrays(invert(numbered, order), field)
    for stream, numbered in sorted(gathered.streams.items()):
        yield stream_arrays(invert(numbered, order), stream)

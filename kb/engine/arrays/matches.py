"""The matching rows of a question on a segment, in the form that each reader of them likes best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

MANY = 64  # more than one row in so many: counted by bits

Rows = NDArray[np.integer]
Bits = NDArray[np.uint64]


class Marks:
    """Some rows, or the end, as bits see them: the number with a row's bit, and all bits below that in it."""

    def __init__(self, rows: NDArray[np.integer]) -> None:
        self.words = rows >> 6
        self.below = (np.uint64(1) << (rows & 63).astype(np.uint64)) - np.uint64(1)


class Matches:
    """The matching rows of a segment of so many; told as `rows` or as `mask`."""

    def __init__(self, size: int, rows: Rows | None, mask: NDArray[np.uint8] | None = None) -> None:
        self._size, self._rows, self._mask = size, rows, mask
        self._bits: Bits | None = None
        self._sums: NDArray[np.int64] | None = None
        self.total = len(rows) if rows is not None else int(np.count_nonzero(self.mask))

    @property
    def many(self) -> bool:
        return self.total > self._size // MANY

    @property
    def rows(self) -> Rows:
        """The rows, in order."""
        if self._rows is None:
            self._rows = marked(self.mask)
        return self._rows

    @property
    def mask(self) -> NDArray[np.uint8]:
        """Not 0 for each row that matches."""
        if self._mask is None:
            self._mask = np.zeros(self._size, np.uint8)
            self._mask[self.rows.astype(np.int64)] = 1
        return self._mask

    @property
    def bits(self) -> Bits:
        """A bit for each row."""
        if self._bits is None:
            self._bits = packed(self.mask)
        return self._bits

    def before(self, rows: Marks) -> NDArray[np.int64]:
        """How many matches stand before each of some rows."""
        if self._sums is None:
            self._sums = np.zeros(len(self.bits), np.int64)
            np.cumsum(np.bitwise_count(self.bits[:-1]), out=self._sums[1:])
        return self._sums.take(rows.words) + np.bitwise_count(self.bits.take(rows.words) & rows.below)


def marked(mask: NDArray[np.unsignedinteger]) -> NDArray[np.int64]:
    """The rows that are not 0: NumPy finds those of truth values four times as fast as those of numbers."""
    rows: NDArray[np.int64] = (mask != 0).nonzero()[0]
    return rows


def sought(these: NDArray[Any], those: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Where each of `these` would stand in the sorted `those`, and whether it does.

    >>> sought(np.array([1, 5, 9]), np.array([1, 2, 9]))[1].tolist()
    [True, False, True]
    """
    places = those.searchsorted(these)
    places[places == len(those)] = 0
    return places, those.take(places) == these if len(those) else np.zeros(len(these), bool)


def united(lists: Sequence[Rows]) -> NDArray[np.int64]:
    """The rows of any of the lists, in order, each once.

    >>> united([np.array([1, 5]), np.array([0, 5])]).tolist()
    [0, 1, 5]
    """
    rows = np.concatenate(lists).astype(np.int64)
    rows.sort()
    return rows[np.append(True, rows[1:] != rows[:-1])] if len(rows) else rows


def packed(mask: NDArray[np.uint8]) -> Bits:
    """A bit for each row, 64 rows a number, the lowest bit first, with zeros at the end: one or more.

    >>> packed(np.array([1, 0, 1], np.uint8)).tolist()
    [5]
    """
    bits = np.zeros((len(mask) // 64 + 1) * 8, np.uint8)
    bits[: -(-len(mask) // 8)] = np.packbits(mask, bitorder="little")
    return bits.view("<u8").astype(np.uint64, copy=False)

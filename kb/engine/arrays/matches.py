"""The matching rows of a question on a segment, in the form that each reader of them likes best."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

MANY = 64  # more than one row in so many: counted by bits

Rows = NDArray[np.integer]
Bits = NDArray[np.uint64]


class Matches:
    """The matching rows of a question on a segment, as each reader of them likes them best."""

    def __init__(self, size: int, rows: Rows | None, mask: NDArray[np.uint8] | None = None) -> None:
        self._size, self._rows, self._mask = size, rows, mask
        self._bits: Bits | None = None
        self.total = len(rows) if rows is not None else int(np.count_nonzero(self.mask))

    @property
    def many(self) -> bool:
        return self.total > self._size // MANY

    @property
    def rows(self) -> Rows:
        """The rows, in order."""
        if self._rows is None:
            self._rows = self.mask.nonzero()[0]
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
        if self._bits is None:
            self._bits = packed(self.mask)
        return self._bits


def sought(these: NDArray[Any], those: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Where each of `these` would stand in the sorted `those`, and whether it does.

    >>> sought(np.array([1, 5, 9]), np.array([1, 2, 9]))[1].tolist()
    [True, False, True]
    """
    places = those.searchsorted(these)
    places[places == len(those)] = 0
    return places, those.take(places) == these if len(those) else np.zeros(len(these), bool)


def packed(mask: NDArray[np.uint8]) -> Bits:
    """A bit for each row, 64 rows a number, with zeros at the end.

    >>> packed(np.array([1, 0, 1], np.uint8)).view(np.uint8).tolist()
    [160, 0, 0, 0, 0, 0, 0, 0]
    """
    bits = np.zeros(-(-len(mask) // 64) * 8, np.uint8)
    bits[: -(-len(mask) // 8)] = np.packbits(mask)
    return bits.view(np.uint64)

"""How many of some rows have each value of a field.

A field of few values keeps a row of bits for each of them: a value is then counted 64 rows at a time. Any other field
keeps its values row after row.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.file import Arrays
from kb.engine.arrays.invert import Inverted
from kb.engine.arrays.matches import Matches, packed
from kb.engine.arrays.strings import Strings

FEW = 64  # values of a field that are kept as bits


class Values:
    """The values of one field of a segment, as its file holds them; `names` are sorted."""

    def __init__(self, arrays: Arrays, name: str, names: Strings) -> None:
        self.names = names
        self._value = arrays[f"{name}.value"]
        self._owner = arrays.get(f"{name}.owner")
        self._bits = arrays.get(f"{name}.bits")

    def counts(self, matches: Matches) -> NDArray[np.int64]:
        """For each value, how many of the matching rows have it."""
        if self._bits is not None and matches.many:
            found: NDArray[np.int64] = np.bitwise_count(self._bits & matches.bits).sum(axis=1, dtype=np.int64)
            return found
        if self._owner is None:
            values = self._value.take(matches.rows)
        else:
            values = self._value[matches.mask.take(self._owner) != 0]
        return np.bincount(values, minlength=len(self.names) + 1)[: len(self.names)]


def values(inverted: Inverted, name: str) -> Arrays:
    """The arrays that `Values` reads. A row without a value has one past the last, where the field has one a row."""
    count, rows = len(inverted.terms), len(inverted.lengths)
    arrays: Arrays = {}
    dtype = np.min_scalar_type(count)
    if inverted.lengths.max(initial=0) <= 1:
        value = np.full(rows, count, dtype)
        value[inverted.lengths > 0] = inverted.flat
        arrays[f"{name}.value"] = value
    else:
        arrays[f"{name}.value"] = inverted.flat.astype(dtype)
        arrays[f"{name}.owner"] = np.repeat(np.arange(rows, dtype=np.int32), inverted.lengths)
    if count <= FEW:
        bits = np.zeros((count, rows), np.uint8)
        bits[np.repeat(np.arange(count), np.diff(inverted.first)), inverted.rows] = 1
        arrays[f"{name}.bits"] = np.stack([packed(row) for row in bits])
    return arrays

"""How many of some rows have each value of a field.

Every field keeps its values row after row. For many matches that is slow, so a field of few values has a row of bits
for each of them as well, and a value is counted 64 rows at a time; a field that says the same of rows in a row, as a
document's does, has the begins of these runs, and the number of rows after the last.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.best import first
from kb.engine.arrays.file import Arrays
from kb.engine.arrays.invert import Inverted, beginnings, run_lengths
from kb.engine.arrays.matches import Marks, Matches, packed
from kb.engine.arrays.strings import Strings

HANDFUL = 256  # matches that are counted without NumPy, whose calls would take longer
FEW = 64  # values of a field that are kept as bits
LONG = 4  # rows with one value in a row, in the mean, that are kept as runs


Counted = tuple[NDArray[np.integer], NDArray[np.int64]]  # the numbers of values, rising, and the rows that have each


class Values:
    """The values of one field of a segment, as its file holds them; `names` are sorted."""

    def __init__(self, arrays: Arrays, name: str, names: Strings) -> None:
        self._names = names
        self._texts: NDArray[np.object_] | None = None
        self._value = arrays[f"{name}.value"]
        self._owner = arrays.get(f"{name}.owner")
        self._bits = arrays.get(f"{name}.bits")
        runs = arrays.get(f"{name}.runs")
        self._runs = None if runs is None else Marks(runs)
        self._run_value = None if runs is None else self._value.take(runs[:-1]).astype(np.int64)

    def counts(self, matches: Matches, most: int | None) -> list[tuple[str, int]]:
        """The values of the matching rows, each with how many have it; most frequent first, then by value."""
        if matches.total <= HANDFUL and self._owner is None:
            return self._handful(matches, most)
        values, counts = self._many(matches) if matches.many else self._few(matches)
        order = first(counts, len(counts) if most is None else most)
        texts = self.texts.take(values.take(order))
        return list(zip(texts.tolist(), counts.take(order).tolist(), strict=True))

    @property
    def texts(self) -> NDArray[np.object_]:
        if self._texts is None:
            self._texts = np.array([self._names.text(number) for number in range(len(self._names))], object)
        return self._texts

    def _handful(self, matches: Matches, most: int | None) -> list[tuple[str, int]]:
        counted = Counter(self._value.take(matches.rows).tolist())
        del counted[len(self._names)]
        ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(self._names.text(value), count) for value, count in ordered[:most]]

    def _few(self, matches: Matches) -> Counted:
        """Each value that a match has, by sorting those of the matches."""
        if self._owner is None:
            found = self._value.take(matches.rows)
        else:
            found = self._value[matches.mask.take(self._owner) != 0]
        found.sort()
        end = int(found.searchsorted(len(self._names)))
        begins = beginnings(found[:end])
        return found.take(begins), run_lengths(begins, end)

    def _many(self, matches: Matches) -> Counted:
        """Each value that a match has, by the quickest that the field keeps."""
        size = len(self._names)
        if self._runs is not None and self._run_value is not None:
            before = matches.before(self._runs)
            counts = np.bincount(self._run_value, before[1:] - before[:-1], size + 1)[:size].astype(np.int64)
        elif self._bits is not None:
            counts = np.bitwise_count(self._bits & matches.bits).sum(axis=1, dtype=np.int64)
        else:
            return self._few(matches)
        values = counts.nonzero()[0]
        return values, counts.take(values)


def values(inverted: Inverted, name: str) -> Arrays:
    """The arrays that `Values` reads. A row without a value has one past the last, where the field has one a row."""
    count, rows = len(inverted.terms), len(inverted.lengths)
    arrays: Arrays = {}
    dtype = np.min_scalar_type(count)
    if inverted.lengths.max(initial=0) <= 1:
        value = np.full(rows, count, dtype)
        value[inverted.lengths > 0] = inverted.flat
        arrays[f"{name}.value"] = value
        runs = beginnings(value)
        if len(runs) <= rows // LONG:
            arrays[f"{name}.runs"] = np.append(runs, rows)
    else:
        arrays[f"{name}.value"] = inverted.flat.astype(dtype)
        arrays[f"{name}.owner"] = np.repeat(np.arange(rows, dtype=np.int32), inverted.lengths)
    if count <= FEW:
        bits = np.zeros((count, rows), np.uint8)
        bits[np.repeat(np.arange(count), np.diff(inverted.first)), inverted.rows] = 1
        arrays[f"{name}.bits"] = np.stack([packed(row) for row in bits])
    return arrays

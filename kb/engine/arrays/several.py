"""Many tokens of one stream in an Any, as a beginning of a word stands for: their lists are read as one.

One by one, a thousand tokens cost a thousand turns of Python, and estimates so coarse that every row might be the
first; together they cost what their postings cost, and the sums are known exactly.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.best import Estimates
from kb.engine.arrays.bm25 import ONE, UNIT, Float32, scores
from kb.engine.arrays.matches import Rows, united
from kb.engine.arrays.parts import Mask, Occurrences, Part, Sums

MANY = 8  # fewer are as quick one by one
FEW = 64  # rows no more than one in so many are listed
ROUNDING = 1 + 1e-6  # what a sum at weight 1 may differ from that at another


class Several(Part):
    """Tokens and phrases of one stream, each with a factor of its own, of which some match; their scores add up."""

    def __init__(self, parts: Sequence[tuple[Occurrences, float]], size: int) -> None:
        listed = [(part, part.rows, part.often) for part, _ in parts]
        self._stream, self._size = parts[0][0].stream, size
        self._rows = np.concatenate([rows for _, rows, _ in listed if rows is not None]).astype(np.int64)
        self._often = np.concatenate([often for *_, often in listed if often is not None]).astype(Float32)
        self._lengths = np.array([len(rows) for _, rows, _ in listed if rows is not None])
        self._factors = np.array([factor for _, factor in parts], Float32)
        self._idfs = np.array([part.idf for part, _ in parts], Float32)
        self._mask: Mask | None = None
        self._sums: Sums | None = None
        if len(self._rows) <= size // FEW:
            self.rows = united([self._rows])

    def mask(self, on: Rows | None) -> Mask:
        if self._mask is None:
            self._mask = np.zeros(self._size, np.uint8)
            self._mask[self._rows] = 1
        return self._mask if on is None else self._mask.take(on)

    def add(self, sums: Sums, on: Rows, weight: np.float32) -> None:
        where = np.full(self._size, -1, np.int32)
        where[on] = np.arange(len(on), dtype=np.int32)
        places = where.take(self._rows)
        here = (places >= 0).nonzero()[0]
        # One after the other, in the order of the tokens: as if each had been added alone.
        np.add.at(sums, places.take(here), self._scores(weight, here))

    def estimate(self, sums: Estimates, grains: float) -> None:
        sums += np.ceil(self._every() * (grains * UNIT)).astype(sums.dtype) + self.mask(None)

    def most(self, weight: float) -> float:
        return float(self._every().max(initial=0.0)) * weight * ROUNDING

    def _every(self) -> Sums:
        """The sum of every row, at weight 1."""
        if self._sums is None:
            found: Sums = np.zeros(self._size)
            found += np.bincount(self._rows, self._scores(ONE, None), self._size)
            self._sums = found
        return self._sums

    def _scores(self, weight: np.float32, which: NDArray[np.int64] | None) -> Sums:
        """The scores of some of the postings, or of all."""
        weights = np.repeat(Float32(weight) * self._factors * self._idfs, self._lengths)
        if which is None:
            return scores(self._often.copy(), self._stream.inverses(self._rows), weights).astype(np.float64)
        inverses = self._stream.inverses(self._rows.take(which))
        return scores(self._often.take(which), inverses, weights.take(which)).astype(np.float64)

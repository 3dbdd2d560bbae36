"""The rows that may be among the first: by the greatest sums, without sorting them all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Estimates = NDArray[np.unsignedinteger]


def candidates(sums: Estimates, wanted: int, slack: int) -> NDArray[np.int64]:
    """The rows, in order, of sums above 0 that are no further than `slack` below the wanted-th greatest.

    Only rows that reach the wanted-th greatest of the maxima of some rows each are looked at.
    """
    if wanted <= 0:
        return np.zeros(0, np.int64)
    rows: NDArray[np.int64] = (sums >= max(_floor(sums, wanted) - slack, 1)).nonzero()[0]
    if len(rows) > wanted:
        found = sums.take(rows)
        last = int(np.partition(found, len(found) - wanted)[len(found) - wanted])
        rows = rows.take((found >= max(last - slack, 1)).nonzero()[0])
    return rows


def _floor(sums: Estimates, wanted: int) -> int:
    """No more than the wanted-th greatest sum: of blocks of sums, the wanted-th greatest maximum."""
    deep = min(len(sums) // (16 * wanted), 256)
    if deep < 2:
        return 1
    wide = len(sums) // deep
    greatest = sums[: wide * deep].reshape(deep, wide).max(axis=0)
    return int(np.partition(greatest, wide - wanted)[wide - wanted])


def first(scores: NDArray[np.float32] | NDArray[np.int64], wanted: int) -> NDArray[np.int64]:
    """The indexes of the greatest scores, equal ones in their order."""
    if len(scores) > 4 * wanted > 0:
        last = np.partition(scores, len(scores) - wanted)[len(scores) - wanted]
        above = (scores > last).nonzero()[0]
        level = (scores == last).nonzero()[0][: wanted - len(above)]
        chosen = np.sort(np.concatenate([above, level]))
        return chosen.take((-scores.take(chosen)).argsort(kind="stable"))
    return (-scores).argsort(kind="stable")[:wanted]

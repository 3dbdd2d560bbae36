"""The parts of a question on one segment: which rows each matches, and what it adds to their scores.

A part lists its rows where they are few, and answers by columns where they are not. Whoever asks says for which rows:
`on`, a sorted list, or None for every row. Scores add up in whatever number the sums are: in float32 to find the rows
that may be the first, in float64 to rank those (kb.engine.arrays.evaluate).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.bm25 import Float32, scores
from kb.engine.arrays.lists import COMMON, Posting
from kb.engine.arrays.matches import Rows, sought
from kb.engine.arrays.scored import ScoredStream
from kb.engine.arrays.scratch import column

FEW = 64  # an Any of rows no more than one in so many lists them
SELECTIVE = 256  # a list of no more than one row in so many is searched for, not spread over a column
LEAST_WEIGHT = 1e-9  # below it a score may be lost in rounding

Mask = NDArray[np.unsignedinteger]
Sums = NDArray[np.float32] | NDArray[np.float64]


class Part(ABC):
    """`rows`: exactly those that match, sorted; None where they are too many to list.

    `scoring`: every match gets a score above 0, so that the sums say which rows match.
    """

    rows: Rows | None = None
    scoring = False

    @abstractmethod
    def mask(self, on: Rows | None) -> Mask:
        """Not 0 for each of `on` that matches."""

    @abstractmethod
    def add(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        """Add to the sums the weighted score of each of `on` that matches, and nothing to the others."""


class Members(Part):
    """Rows that match without a score: those of a key, or of a range of keys."""

    def __init__(self, posting: Posting, size: int) -> None:
        self.rows, self._often, self._column = posting.rows, posting.often, posting.column
        self._size = size

    def mask(self, on: Rows | None) -> Mask:
        """How often each of `on` holds it."""
        own, often = self.rows, self._often
        if own is not None and often is not None and on is not None:
            if on is own:
                return often
            if self._column is None and min(len(on), len(own)) * SELECTIVE < self._size:
                return _looked_up(on, own, often)
        every = self._every()
        return every if on is None else every.take(on)

    def add(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        """A key scores nothing."""

    def _every(self) -> Mask:
        if self._column is None:
            assert self.rows is not None
            assert self._often is not None
            self._column = np.zeros(self._size, self._often.dtype)
            self._column[self.rows.astype(np.int64)] = self._often
        return self._column


class Occurrences(Members):
    """A token or a phrase: the rows it stands in, scored by how often."""

    scoring = True

    def __init__(self, posting: Posting, idf: np.float32, stream: ScoredStream) -> None:
        super().__init__(posting, stream.size)
        self._idf, self._inverses = idf, stream.inverses

    def add(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        weight = weight * self._idf
        if on is not None:
            sums += scores(self.mask(on).astype(Float32), self._inverses(on), weight)
        elif self.rows is not None and self._often is not None:
            own = scores(self._often.astype(Float32), self._inverses(self.rows), weight)
            np.add.at(sums, self.rows, own.astype(sums.dtype, copy=False))  # of one kind, else it is slow
        else:
            with column(self._size) as often:
                np.copyto(often, self._every())
                sums += scores(often, self._inverses(None), weight)


class Weighted(Part):
    def __init__(self, part: Part, weight: float) -> None:
        self._part, self._weight = part, Float32(weight)
        self.rows = part.rows
        self.scoring = part.scoring and weight >= LEAST_WEIGHT

    def mask(self, on: Rows | None) -> Mask:
        return self._part.mask(on)

    def add(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        self._part.add(sums, on, weight * self._weight)


class Rest(Part):
    """The rows that a part does not match; without a score."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def mask(self, on: Rows | None) -> Mask:
        rest: Mask = (self._part.mask(on) == 0).view(np.uint8)
        return rest

    def add(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        """What is not there scores nothing."""


class Some(Part):
    """The rows that some part matches; the scores of those that do add up."""

    def __init__(self, parts: Sequence[Part], size: int) -> None:
        self._parts, self._size = parts, size
        self.scoring = all(part.scoring for part in parts)
        lists = [part.rows for part in parts if part.rows is not None]
        if len(lists) == len(parts) and sum(map(len, lists)) <= size // FEW:
            self.rows = np.unique(np.concatenate(lists)) if lists else np.zeros(0, np.int64)

    def mask(self, on: Rows | None) -> Mask:
        if not self._parts:
            return np.zeros(self._size if on is None else len(on), np.uint8)
        return reduce(np.maximum, [part.mask(on) for part in self._parts])

    def add(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        for part in self._parts:
            part.add(sums, on, weight)


class Every(Part):
    """The rows that every part matches; scores add up."""

    def __init__(self, parts: Sequence[Part], size: int) -> None:
        self._parts, self._size = parts, size
        self.scoring = any(part.scoring for part in parts)
        self._mask: Mask | None = None
        self._find(sorted(parts, key=lambda part: size if part.rows is None else len(part.rows)))

    def _find(self, parts: Sequence[Part]) -> None:
        """From the shortest list on, each part tests what the ones before it left."""
        if not parts:
            self._mask = np.ones(self._size, np.uint8)
            return
        rows = parts[0].rows
        if rows is None:
            self._mask = reduce(np.minimum, [part.mask(None) for part in parts])
            if np.count_nonzero(self._mask) <= self._size // COMMON:
                self.rows = self._mask.nonzero()[0]
            return
        for part in parts[1:]:
            if len(rows):
                rows = rows.take(part.mask(rows).nonzero()[0])
        self.rows = rows

    def mask(self, on: Rows | None) -> Mask:
        if self._mask is None:
            assert self.rows is not None
            self._mask = np.zeros(self._size, np.uint8)
            self._mask[self.rows.astype(np.int64)] = 1
        return self._mask if on is None else self._mask.take(on)

    def add(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        own = self.rows
        if on is own is not None:
            self._add_parts(sums, on, weight)
        elif own is None:
            self._add_masked(sums, on, weight)
        elif on is None:
            np.add.at(sums, own, self._sums(own, weight).astype(sums.dtype))
        elif len(on) and len(own):
            here = sought(on, own)[1].nonzero()[0]
            sums[here] += self._sums(on.take(here), weight)

    def _add_parts(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        for part in self._parts:
            part.add(sums, on, weight)

    def _sums(self, on: Rows, weight: np.float32) -> NDArray[np.float64]:
        sums = np.zeros(len(on))
        self._add_parts(sums, on, weight)
        return sums

    def _add_masked(self, sums: Sums, on: Rows | None, weight: np.float32) -> None:
        """The parts' scores, but only where all of them match."""
        matching = self.mask(on) != 0
        if on is not None:
            sums += self._sums(on, weight) * matching
            return
        with column(self._size) as own:
            own.fill(0)
            self._add_parts(own, on, weight)
            own *= matching
            sums += own


def _looked_up(on: Rows, own: Rows, often: Mask) -> Mask:
    """How often each of `on` is held: the rows of the shorter list are searched for in the longer."""
    if len(on) <= len(own):
        places, here = sought(on, own)
        held: Mask = often.take(places) * here
        return held
    places, here = sought(own, on)
    held = np.zeros(len(on), often.dtype)
    held[places[here]] = often[here]
    return held

"""What a question is made of, on one segment: which rows a part matches, and what it adds to their scores.

A part lists its rows where they are few, and answers by columns where they are not. Scores come in two ways. `add`
gives some rows their scores as the formula says, float32 each, summed in float64. `estimate` gives every row at once
a whole number that is no less than its score, in grains, and not much more: it finds the rows that may be the first,
and only those are then ranked by exact sums (kb.engine.arrays.evaluate).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from math import floor

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.best import Estimates
from kb.engine.arrays.bm25 import Float32, scores
from kb.engine.arrays.lists import Posting
from kb.engine.arrays.matches import Rows, sought
from kb.engine.arrays.scored import ScoredStream
from kb.engine.arrays.scratch import column

SELECTIVE = 256  # a list of no more than one row in so many is searched for, not spread over a column

Mask = NDArray[np.unsignedinteger]
Sums = NDArray[np.float64]


class Part(ABC):
    """`rows`: exactly those that match, sorted; None where they are too many to list.

    `leaves`: how many tokens, phrases and keys it is made of.
    """

    rows: Rows | None = None
    leaves = 1

    @abstractmethod
    def mask(self, on: Rows | None) -> Mask:
        """Not 0 for each of `on` that matches; of every row for None."""

    def add(self, sums: Sums, on: Rows, weight: np.float32) -> None:  # noqa: B027 - many parts score nothing
        """Add the weighted score of each of `on` that matches, and nothing to the others."""

    def estimate(self, sums: Estimates, grains: float) -> None:  # noqa: ARG002
        """Add to every row that matches at least 1, and at least `grains` times bm25.UNIT times its score.

        Nothing is added to the others. What is too much is no more than UNIT + 1 for each token, phrase and key, and
        `grains` times the most that can be scored.
        """
        sums += self.mask(None) != 0

    def most(self, weight: float) -> float:  # noqa: ARG002
        """No row gets a higher score than this."""
        return 0.0

    def addends(self, weight: float) -> Iterator[tuple[Part, float]]:
        """The parts and their weights that this one is the sum of; itself where it is none."""
        yield self, weight


class Members(Part):
    """Rows that match without a score: those of a key, or of a range of keys."""

    def __init__(self, posting: Posting, size: int) -> None:
        self.rows, self.often, self._column = posting.rows, posting.often, posting.column
        self._size = size

    def mask(self, on: Rows | None) -> Mask:
        """How often each of `on` holds it."""
        own, often = self.rows, self.often
        if own is not None and often is not None and on is not None:
            if on is own:
                return often
            if self._column is None and min(len(on), len(own)) * SELECTIVE < self._size:
                return _looked_up(on, own, often)
        every = self._every()
        return every if on is None else every.take(on)

    def _every(self) -> Mask:
        if self._column is None:
            assert self.rows is not None
            assert self.often is not None
            self._column = np.zeros(self._size, self.often.dtype)
            self._column[self.rows.astype(np.int64)] = self.often
        return self._column


class Occurrences(Members):
    """A token or a phrase: the rows it stands in, scored by how often. `token` is None for a phrase."""

    def __init__(self, posting: Posting, idf: np.float32, stream: ScoredStream, token: str | None = None) -> None:
        super().__init__(posting, stream.size)
        self._posting, self.idf, self.stream, self._token = posting, idf, stream, token

    def add(self, sums: Sums, on: Rows, weight: np.float32) -> None:
        sums += scores(self.mask(on).astype(Float32), self.stream.inverses(on), weight * self.idf)

    def estimate(self, sums: Estimates, grains: float) -> None:
        own = floor(grains * float(self.idf)) + 1
        shares = self.stream.shares(self._posting, self._token)
        if self.rows is not None:
            np.add.at(sums, self.rows, shares * sums.dtype.type(own))
            return
        with column(self._size, sums.dtype) as estimates:
            np.copyto(estimates, shares)
            estimates *= sums.dtype.type(own)
            sums += estimates

    def most(self, weight: float) -> float:
        return weight * float(self.idf)


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

"""The parts of a question that are made of parts: All, Any, Not and Boosted on one segment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby

import numpy as np

from kb.engine.arrays.best import Estimates
from kb.engine.arrays.bm25 import ONE, UNIT, Float32
from kb.engine.arrays.lists import COMMON
from kb.engine.arrays.matches import Rows, marked, sought, united
from kb.engine.arrays.parts import Mask, Occurrences, Part, Sums
from kb.engine.arrays.scored import ScoredStream
from kb.engine.arrays.scratch import column
from kb.engine.arrays.several import FEW, MANY, Several


class Weighted(Part):
    """The rows of a part, its scores times a weight."""

    def __init__(self, part: Part, weight: float) -> None:
        self.part, self.weight = part, weight
        self.rows, self.leaves = part.rows, part.leaves

    def mask(self, on: Rows | None) -> Mask:
        return self.part.mask(on)

    def add(self, sums: Sums, on: Rows, weight: np.float32) -> None:
        self.part.add(sums, on, weight * Float32(self.weight))

    def estimate(self, sums: Estimates, grains: float) -> None:
        self.part.estimate(sums, grains * self.weight)

    def most(self, weight: float) -> float:
        return self.part.most(weight * self.weight)

    def addends(self, weight: float) -> Iterator[tuple[Part, float]]:
        return self.part.addends(weight * self.weight)


class Unscored(Part):
    """The rows of a part, whose scores count for nothing: a condition beside what ranks."""

    def __init__(self, part: Part) -> None:
        self._part, self.rows = part, part.rows

    def mask(self, on: Rows | None) -> Mask:
        return self._part.mask(on)


class Rest(Part):
    """The rows that a part does not match; without a score."""

    def __init__(self, part: Part) -> None:
        self._part, self.leaves = part, part.leaves

    def mask(self, on: Rows | None) -> Mask:
        rest: Mask = (self._part.mask(on) == 0).view(np.uint8)
        return rest


class Some(Part):
    """The rows that some part matches; the scores of those that do add up."""

    def __init__(self, parts: Sequence[Part], size: int) -> None:
        parts = list(_together(parts, size)) if len(parts) >= MANY else parts
        self._parts, self._size = parts, size
        self.leaves = sum(part.leaves for part in parts)
        lists = [part.rows for part in parts if part.rows is not None]
        if len(lists) == len(parts) and sum(map(len, lists)) <= size // FEW:
            self.rows = united(lists) if lists else np.zeros(0, np.int64)

    def mask(self, on: Rows | None) -> Mask:
        if not self._parts:
            return np.zeros(self._size if on is None else len(on), np.uint8)
        return reduce(np.maximum, [part.mask(on) for part in self._parts])

    def add(self, sums: Sums, on: Rows, weight: np.float32) -> None:
        for part in self._parts:
            part.add(sums, on, weight)

    def estimate(self, sums: Estimates, grains: float) -> None:
        for part in self._parts:
            part.estimate(sums, grains)

    def most(self, weight: float) -> float:
        return sum(part.most(weight) for part in self._parts)

    def addends(self, weight: float) -> Iterator[tuple[Part, float]]:
        for part in self._parts:
            yield from part.addends(weight)


class Every(Part):
    """The rows that every part matches; scores add up."""

    def __init__(self, parts: Sequence[Part], size: int) -> None:
        self._parts, self._size = parts, size
        self.leaves = max(sum(part.leaves for part in parts), 1)
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
                self.rows = marked(self._mask)
            return
        for part in parts[1:]:
            if len(rows):
                rows = rows.take(marked(part.mask(rows)))
        self.rows = rows

    def mask(self, on: Rows | None) -> Mask:
        if self._mask is None:
            assert self.rows is not None
            self._mask = np.zeros(self._size, np.uint8)
            self._mask[self.rows.astype(np.int64)] = 1
        return self._mask if on is None else self._mask.take(on)

    def add(self, sums: Sums, on: Rows, weight: np.float32) -> None:
        own = self.rows
        if on is own:
            for part in self._parts:
                part.add(sums, on, weight)
        elif own is None:
            sums += self._sums(on, weight) * (self.mask(on) != 0)
        elif len(on) and len(own):
            here = sought(on, own)[1].nonzero()[0]
            sums[here] += self._sums(on.take(here), weight)

    def estimate(self, sums: Estimates, grains: float) -> None:
        if self.rows is not None:
            exact = np.ceil(self._sums(self.rows, ONE) * (grains * UNIT)) + 1
            np.add.at(sums, self.rows, exact.astype(sums.dtype))
            return
        matching = self.mask(None) != 0
        with column(self._size, sums.dtype) as own:
            own.fill(0)
            for part in self._parts:
                part.estimate(own, grains)
            own *= matching
            sums += own if self._parts else matching

    def most(self, weight: float) -> float:
        return sum(part.most(weight) for part in self._parts)

    def _sums(self, on: Rows, weight: np.float32) -> Sums:
        sums = np.zeros(len(on))
        for part in self._parts:
            part.add(sums, on, weight)
        return sums


def _together(parts: Sequence[Part], size: int) -> Iterator[Part]:
    """The parts, lists of one stream that follow each other as one."""
    for stream, some in groupby(parts, _stream_of):
        run = list(some)
        if stream is not None and len(run) >= MANY:
            yield Several([_weighed(part) for part in run], size)
        else:
            yield from run


def _stream_of(part: Part) -> ScoredStream | None:
    """The stream of a token or phrase, with a weight or without, whose rows are listed."""
    # By type(): asking an abstract class whether something is an instance of it is slow.
    own = part.part if type(part) is Weighted else part
    return own.stream if type(own) is Occurrences and own.rows is not None else None


def _weighed(part: Part) -> tuple[Occurrences, float]:
    own, weight = (part.part, part.weight) if isinstance(part, Weighted) else (part, 1.0)
    assert isinstance(own, Occurrences)
    return own, weight

"""Which rows hold a token, and how often: a column for a frequent token, a list for another.

What more than an eighth of the rows hold is a column, one byte a row: no larger there than a list, and faster.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.file import Arrays
from kb.engine.arrays.invert import Inverted, beginnings, run_lengths
from kb.engine.arrays.matches import marked
from kb.engine.arrays.strings import Strings, encoded, ends, laid_end_to_end

COMMON = 8  # more than one row in so many: a column


@dataclass(frozen=True, slots=True)
class Posting:
    """The rows of one token: the sorted `rows` and how `often` it stands in each where they are few, else None;
    `column`, how often it stands in every row, where that is at hand."""

    rows: NDArray[np.integer] | None
    often: NDArray[np.unsignedinteger] | None
    column: NDArray[np.unsignedinteger] | None


class Lists:
    """The postings of one stream or field of a segment, as its file holds them."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self.terms = Strings(arrays[f"{name}.terms"], arrays[f"{name}.terms_first"])
        self.holders = arrays[f"{name}.holders"]
        self._column = arrays[f"{name}.column"]
        self._columns = arrays[f"{name}.columns"]
        self._first = arrays[f"{name}.first"]
        self._rows = arrays[f"{name}.rows"]
        self._often = arrays[f"{name}.often"]

    def posting(self, term: int) -> Posting:
        """The rows of the term-th token; of none where `term` is -1."""
        if term >= 0 and (column := self._column[term]) >= 0:
            return Posting(None, None, self._columns[column])
        low, high = (self._first[term], self._first[term + 1]) if term >= 0 else (0, 0)
        return Posting(self._rows[low:high], self._often[low:high], None)

    def listed(self, term: int) -> tuple[NDArray[np.integer], NDArray[np.unsignedinteger]]:
        """The rows of the term-th token and how often it stands in each, whether it is a list or a column."""
        if (number := self._column[term]) >= 0:
            rows = marked(self._columns[number])
            return rows, self._columns[number].take(rows)
        low, high = self._first[term], self._first[term + 1]
        return self._rows[low:high], self._often[low:high]

    def find(self, token: str) -> int:
        """The token's number; -1 where no row holds it."""
        return self.terms.find(encoded(token))

    def holders_of(self, token: str) -> int:
        """How many rows hold a token."""
        term = self.find(token)
        return int(self.holders[term]) if term >= 0 else 0

    def between(self, low: str, high: str) -> Posting:
        """The rows that hold a token from low to high, both included."""
        if low == high:
            return self.posting(self.find(low))
        first = self.terms.place(encoded(low))
        return self._union(first, self.terms.place(encoded(high) + b"\0"))  # the least string after `high`

    def _union(self, low: int, high: int) -> Posting:
        """The rows that hold one of the terms low to high - 1."""
        columns = self._column[low:high]
        held = np.zeros(self._columns.shape[1], np.uint8)
        for column in columns[columns >= 0]:
            held |= self._columns[column] != 0
        held[self._rows[self._first[low] : self._first[max(low, high)]].astype(np.int64)] = 1
        return posting(marked(held), held)

    def counted(self, prefix: str, live: NDArray[np.uint8] | None, limit: int | None) -> list[tuple[str, int]]:
        """The tokens with a prefix, each with the number of rows that hold it; most frequent first, then by token."""
        low, high = self.terms.place(encoded(prefix)), self.terms.place(encoded(prefix) + b"\xff")
        counts = self._counts(low, high, live)
        order = (-counts).argsort(kind="stable")[: np.count_nonzero(counts)][:limit]
        texts = [self.terms.text(low + number) for number in order.tolist()]
        return list(zip(texts, counts.take(order).tolist(), strict=True))

    def _counts(self, low: int, high: int, live: NDArray[np.uint8] | None) -> NDArray[np.int64]:
        """How many rows hold each of the terms low to high - 1; only those that `live` marks."""
        counts = self.holders[low:high].astype(np.int64)
        if live is None or low >= high:
            return counts
        rows = self._rows[self._first[low] : self._first[high]]
        gone = np.append(0, np.cumsum(live.take(rows) == 0))
        first = self._first[low : high + 1] - self._first[low]
        counts -= gone[first[1:]] - gone[first[:-1]]
        for term in (self._column[low:high] >= 0).nonzero()[0]:
            column = self._columns[self._column[low + term]]
            counts[term] = np.count_nonzero(np.minimum(column, live))
        return counts


def posting(rows: NDArray[np.integer], column: NDArray[np.unsignedinteger]) -> Posting:
    """The posting of a column, whose rows that are not 0 are `rows`."""
    if len(rows) > len(column) // COMMON:
        return Posting(None, None, column)
    return Posting(rows, column.take(rows), column)


def occurrences(rows: NDArray[np.int32], size: int) -> Posting:
    """The posting of a phrase: `rows` has the row of each occurrence, in order."""
    if not len(rows):
        return Posting(rows, np.zeros(0, np.uint8), None)
    begins = beginnings(rows)
    own = rows.take(begins)
    often: NDArray[np.unsignedinteger] = run_lengths(begins, len(rows)).astype(
        np.uint8 if len(rows) < 256 else np.uint32
    )
    if len(own) <= size // COMMON:
        return Posting(own, often, None)
    column = np.zeros(size, often.dtype)
    column[own.astype(np.int64)] = often
    return Posting(None, None, column)


def lists(inverted: Inverted, name: str) -> Arrays:
    """The arrays that `Lists` reads."""
    rows_in_all = len(inverted.lengths)
    holders = np.diff(inverted.first)
    common = holders > rows_in_all / COMMON
    term = np.repeat(np.arange(len(holders)), holders)
    dense = common[term]
    often = inverted.often.astype(np.min_scalar_type(int(inverted.often.max(initial=0))))
    column = np.where(common, np.cumsum(common) - 1, -1).astype(np.int32)
    columns = np.zeros((int(common.sum()), rows_in_all), often.dtype)
    columns[column[term[dense]], inverted.rows[dense]] = often[dense]
    joined, joined_first = laid_end_to_end(inverted.terms)
    return {
        f"{name}.terms": joined,
        f"{name}.terms_first": joined_first,
        f"{name}.holders": holders.astype(np.int32),
        f"{name}.column": column,
        f"{name}.columns": columns,
        f"{name}.first": ends(np.where(common, 0, holders)),
        f"{name}.rows": inverted.rows[~dense],
        f"{name}.often": often[~dense],
    }

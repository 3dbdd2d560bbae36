"""From tokens in the order of the text to postings: for each token the rows that hold it, how often and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.gather import Numbered
from kb.engine.arrays.strings import ends

# A number and its place share 64 bits, so that one fast sort orders both: 2**28 different tokens and 2**36 places are
# more than a segment holds (kb.engine.whoosh.LARGEST).
PLACE_BITS = np.uint64(36)
PLACE_MASK = np.uint64((1 << 36) - 1)


@dataclass(frozen=True, slots=True)
class Inverted:
    """The postings of one stream or field of a segment.

    `terms` are sorted; those of term i are the postings `first[i]` to `first[i + 1]`, in the order of rows. Posting j
    is of row `rows[j]`, holds the token `often[j]` times, at the places `at[at_first[j]:at_first[j + 1]]` of the entry.
    `flat` is the text again: the term at each place of the stream, row after row, each as long as `lengths` says.
    """

    terms: list[bytes]
    first: NDArray[np.int64]
    rows: NDArray[np.int32]
    often: NDArray[np.int64]
    at: NDArray[np.int32]
    at_first: NDArray[np.int64]
    flat: NDArray[np.uint32]
    lengths: NDArray[np.int64]


def invert(numbered: Numbered, order: NDArray[np.int64]) -> Inverted:
    """The postings of a stream whose entries stand in rows as `order` says."""
    numbered.fill(len(order))
    numbers, lengths = _in_rows(numbered, order)
    terms, ranks = _sorted_terms(numbered)
    flat = ranks[numbers]
    place = order_of(flat)
    term = flat[place]
    row = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[place]
    begins = beginnings(term, row)
    place -= ends(lengths)[:-1][row]
    return Inverted(
        terms=terms,
        first=ends(np.bincount(term[begins], minlength=len(terms))),
        rows=row[begins],
        often=run_lengths(begins, len(flat)),
        at=place.astype(np.int32),
        at_first=np.append(begins, len(flat)),
        flat=flat,
        lengths=lengths,
    )


def order_of(numbers: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The places of the numbers in rising order, equal ones as they stand.

    >>> order_of(np.array([7, 3, 7, 1], np.uint32)).tolist()
    [3, 1, 0, 2]
    """
    key = numbers.astype(np.uint64)
    key <<= PLACE_BITS
    key |= np.arange(len(key), dtype=np.uint64)
    key.sort()
    key &= PLACE_MASK
    return key.view(np.int64)


def beginnings(*columns: NDArray[np.generic]) -> NDArray[np.int64]:
    """Where a run of equal rows begins, in columns that stand side by side.

    >>> beginnings(np.array([1, 1, 1, 2]), np.array([5, 5, 6, 6])).tolist()
    [0, 2, 3]
    """
    new = np.ones(len(columns[0]), bool)
    new[1:] = False
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return new.nonzero()[0]


def run_lengths(begins: NDArray[np.int64], end: int) -> NDArray[np.int64]:
    """How long the runs are that begin there, the last one up to `end`.

    >>> run_lengths(np.array([0, 2, 3]), 7).tolist()
    [2, 1, 4]
    """
    found = np.empty(len(begins), np.int64)
    if len(begins):
        np.subtract(begins[1:], begins[:-1], out=found[:-1])
        found[-1] = end - begins[-1]
    return found


def _in_rows(numbered: Numbered, order: NDArray[np.int64]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The tokens' numbers and the lengths, in the order of rows instead of coming."""
    came = np.frombuffer(numbered.lengths, np.uint32).astype(np.int64)
    lengths = came[order]
    shift = ends(came)[:-1][order] - ends(lengths)[:-1]
    flat = np.frombuffer(numbered.flat, np.uint32)
    return flat[np.arange(len(flat)) + np.repeat(shift, lengths)], lengths


def _sorted_terms(numbered: Numbered) -> tuple[list[bytes], NDArray[np.uint32]]:
    """The distinct tokens, sorted, and for each number its place among them."""
    pairs = sorted((token.encode(), number) for token, number in numbered.number.items())
    ranks = np.empty(len(pairs), np.uint32)
    ranks[[number for _, number in pairs]] = np.arange(len(pairs), dtype=np.uint32)
    return [token for token, _ in pairs], ranks

"""Where tokens stand next to each other: every place of a stream, sorted by token, next token and place.

So the places of two tokens in a row are one slice, and a longer phrase starts from the rarest pair in it. A row begins
at a multiple of 16 places: the place alone says whose it is. Streams of which no phrase is asked have no pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.file import Arrays
from kb.engine.arrays.invert import Inverted, beginnings, order_of
from kb.engine.arrays.matches import sought
from kb.engine.arrays.strings import ends

BLOCK = 4  # a row takes whole blocks of 2**BLOCK places
PLACES_A_BLOCK = np.uint32(BLOCK)
MOST_PLACES = 1 << 32


class Pairs:
    """The places of a stream, as its file holds them."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._places = arrays[f"{name}.places"]
        self._owner = arrays[f"{name}.owner"]
        self._second = arrays[f"{name}.second"]
        self._pair_first = arrays[f"{name}.pair_first"]
        self._term_first = arrays[f"{name}.term_first"]

    def rows(self, terms: Sequence[int]) -> NDArray[np.int32]:
        """The row of each occurrence of the phrase, in order; two or more terms, -1 for one that never stands here."""
        if min(terms) < 0:
            return self._owner[:0]
        slices = [(self._slice(*pair), np.uint32(offset)) for offset, pair in enumerate(pairwise(terms))]
        slices.sort(key=lambda slice: len(slice[0]))
        places, offset = slices[0]
        starts = places - offset
        for places, offset in slices[1:]:
            if len(starts):
                starts = starts[sought(starts + offset, places)[1]]
        return self._owner.take(starts >> PLACES_A_BLOCK)

    def text(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The term at each place, row after row, and the row of each."""
        often = np.diff(self._pair_first.take(self._term_first))
        order = self._places.argsort()
        terms = np.repeat(np.arange(len(often)), often)[order]
        return terms, self._owner.take(self._places[order] >> PLACES_A_BLOCK)

    def _slice(self, term: int, following: int) -> NDArray[np.uint32]:
        """The places of a term where the other comes next."""
        low, high = self._term_first[term], self._term_first[term + 1]
        pair = low + self._second[low:high].searchsorted(np.uint32(following))
        if pair == high or self._second[pair] != following:
            return self._places[:0]
        return self._places[self._pair_first[pair] : self._pair_first[pair + 1]]


def pairs(inverted: Inverted, name: str) -> Arrays:
    """The arrays that `Pairs` reads."""
    flat, lengths = inverted.flat, inverted.lengths
    blocks = (lengths >> BLOCK) + 1
    if int(blocks.sum()) << BLOCK > MOST_PLACES:
        raise ValueError(f"the stream {name} of a segment has too many tokens")
    shift = (ends(blocks)[:-1] << BLOCK) - ends(lengths)[:-1]
    place = (np.arange(len(flat)) + np.repeat(shift, lengths)).astype(np.uint32)
    following = _following(flat, lengths, np.uint32(len(inverted.terms)))
    by_following = order_of(following)
    order = by_following[order_of(flat[by_following])]
    term, second = flat[order], following[order]
    begins = beginnings(term, second)
    return {
        f"{name}.places": place[order],
        f"{name}.owner": np.repeat(np.arange(len(lengths), dtype=np.int32), blocks),
        f"{name}.second": second[begins],
        f"{name}.pair_first": np.append(begins, len(order)),
        f"{name}.term_first": ends(np.bincount(term[begins], minlength=len(inverted.terms))),
    }


def _following(flat: NDArray[np.uint32], lengths: NDArray[np.int64], none: np.uint32) -> NDArray[np.uint32]:
    """The term after each place; `none` after a row's last."""
    following = np.full(len(flat), none)
    following[:-1] = flat[1:]
    following[np.cumsum(lengths)[lengths > 0] - 1] = none
    return following

"""Byte strings laid end to end in two arrays: tokens, values and ids as a file holds them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray


class Strings(Sequence[bytes]):
    """The i-th string is `joined[first[i]:first[i + 1]]`.

    >>> strings = Strings(*laid_end_to_end([b"an", b"thi"]))
    >>> strings[1], len(strings), strings.place(b"b"), strings.find(b"b"), strings.find(b"thi")
    (b'thi', 2, 1, -1, 1)
    """

    __slots__ = ("_first", "_joined")

    def __init__(self, joined: NDArray[np.uint8], first: NDArray[np.int64]) -> None:
        self._joined = joined.data
        self._first = first.data

    def __len__(self) -> int:
        return len(self._first) - 1

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> list[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | list[bytes]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return bytes(self._joined[self._first[at] : self._first[at + 1]])

    def text(self, at: int) -> str:
        """The i-th string, decoded."""
        return str(self._joined[self._first[at] : self._first[at + 1]], "utf-8")

    def place(self, wanted: bytes) -> int:
        """Where the string stands, or would stand, among sorted ones."""
        return bisect_left(self, wanted)

    def find(self, wanted: bytes) -> int:
        """Where the string stands among sorted ones; -1 where it does not."""
        place = self.place(wanted)
        return place if place < len(self) and self[place] == wanted else -1


def encoded(text: str) -> bytes:
    """A string as it stands here. Half a letter, which no string here has, is no error: it is only not found."""
    return text.encode("utf-8", "surrogatepass")


def laid_end_to_end(strings: Sequence[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The joined bytes, and where each string begins, with the end of the last."""
    joined = np.frombuffer(b"".join(strings), np.uint8)
    return joined, ends(np.fromiter(map(len, strings), np.int64, len(strings)))


def ends(counts: NDArray[np.integer]) -> NDArray[np.int64]:
    """Where each of the runs begins that have so many items, with the end of the last.

    >>> ends(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)

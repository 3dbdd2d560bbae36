"""Arrays that are kept between questions, the oldest given up for new ones: no more memory than was said."""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import NDArray

Key = tuple[str, str]


class Kept:
    """`most` is in bytes. Any thread may ask and put.

    >>> kept = Kept(most=2)
    >>> for word in "abc":
    ...     kept.put(("stream", word), np.zeros(1, np.uint8))
    >>> kept.get(("stream", "a")) is None, kept.get(("stream", "c")) is None
    (True, False)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = 0
        self._arrays: dict[Key, NDArray[np.uint8]] = {}
        self._changing = Lock()

    def get(self, key: Key) -> NDArray[np.uint8] | None:
        return self._arrays.get(key)

    def put(self, key: Key, array: NDArray[np.uint8]) -> None:
        with self._changing:
            if key in self._arrays or array.nbytes > self._most:
                return
            self._arrays[key] = array
            self._held += array.nbytes
            while self._held > self._most:
                self._held -= self._arrays.pop(next(iter(self._arrays))).nbytes

"""One entry's score for one token: Lucene's BM25 with its length byte, in float32 as Lucene counts it.

For one stream: N entries with at least one token, n with this one, F tokens in all, L the entry's length through the
byte, tf how often the token stands in the entry.

    idf = ln(1 + (N - n + .5) / (n + .5))       inverse(L) = 1 / (k1 * ((1 - b) + b * L / (F / N)))
    score = w - w / (1 + tf * inverse(L))       w = weight * idf

The same formula ranks in OpenSearch, so both engines give one order.
"""

from __future__ import annotations

from math import log

import numpy as np
from numpy.typing import NDArray

Float32 = np.float32
K1, B = Float32(1.2), Float32(0.75)
ONE = Float32(1)
UNIT = 255


def length_byte(length: int) -> int:
    """Lucene's SmallFloat: exact to 40, then three bits after the leading one.

    >>> [length_byte(n) for n in (0, 23, 24, 40, 150, 1000)], [int(LENGTHS[length_byte(n)]) for n in (40, 150, 1000)]
    ([0, 23, 24, 40, 63, 87], [40, 144, 984])
    """
    return length if length < 24 else 24 + _encoded(length - 24)


def _encoded(number: int) -> int:
    if number < 8:
        return number
    shift = number.bit_length() - 4
    return (number >> shift & 7) | shift + 1 << 3


def length_bytes(lengths: NDArray[np.integer]) -> NDArray[np.uint8]:
    """The byte of each length."""
    known, where = np.unique(lengths, return_inverse=True)
    return np.array([length_byte(int(length)) for length in known], np.uint8)[where]


def _decoded(byte: int) -> int:
    if byte < 24:
        return byte
    shift = (byte - 24 >> 3) - 1
    bits = byte - 24 & 7
    return 24 + (bits if shift < 0 else (bits | 8) << shift)


LENGTHS: NDArray[np.float32] = np.array([_decoded(byte) for byte in range(256)], Float32)  # of each length byte


def inverses(entries: int, tokens: int) -> NDArray[np.float32]:
    """`inverse(L)` of each of the 256 length bytes; `entries` and `tokens` are N and F.

    >>> float(inverses(2, 80)[40])
    0.8333333134651184
    """
    mean = Float32(tokens / entries) if entries else ONE
    return ONE / (K1 * ((ONE - B) + B * LENGTHS / mean))


def idf(entries: int, holders: int) -> np.float32:
    """How much a token says: `entries` and `holders` are N and n.

    >>> float(idf(10, 3))
    1.145132303237915
    """
    return Float32(log(1 + (entries - holders + 0.5) / (holders + 0.5)))


def shares(often: NDArray[np.float32], inverse: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Which share of w each entry gets, in UNITths, rounded up; `often` is written over."""
    often *= inverse
    often /= often + ONE
    often *= UNIT
    return np.ceil(often, out=often).astype(np.uint8)


def scores(
    often: NDArray[np.float32], inverse: NDArray[np.float32], weight: np.float32 | NDArray[np.float32]
) -> NDArray[np.float32]:
    """The score of each entry, written over `often`; 0 where that is 0. `weight` is w, one for all or each its own."""
    often *= inverse
    often += ONE
    np.divide(weight, often, out=often)
    return np.subtract(weight, often, out=often)

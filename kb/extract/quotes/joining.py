"""The normal form of quoted words, and the shingles by which variants of one quotation find each other."""

from __future__ import annotations

from hashlib import blake2b

from kb.analysis import analyze

SHINGLE = 3  # syllables
MOST_SHINGLES = 16  # of one quotation; those of the smallest hashes, so that two that share words share some of them


def normal(words: str) -> str:
    """The syllables of the words, without marks between them, as keys.

    >>> normal("Dạy tốt - học tốt") == normal("“Dạy tốt, học tốt”")
    True
    """
    return " ".join(token.text for token in analyze(words, words=False).syllables)


def shingles(words: str) -> tuple[int, ...]:
    """Numbers of 63 bits for runs of three syllables of the words; of fewer syllables one for all of them.

    >>> len(shingles("Thi đua là yêu nước")), len(shingles("điểm nóng")), shingles("…")
    (3, 1, ())
    """
    syllables = normal(words).split()
    if not syllables:
        return ()
    last = max(1, len(syllables) - SHINGLE + 1)
    runs = {" ".join(syllables[first : first + SHINGLE]) for first in range(last)}
    return tuple(sorted(map(_number, runs))[:MOST_SHINGLES])


def _number(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> 1

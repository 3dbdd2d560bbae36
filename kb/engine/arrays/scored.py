"""The streams of a segment as a question scores them: postings with what the whole index says of their tokens.

Deleted entries count in these statistics until their segment is merged or everything rebuilt, as they do in Lucene.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays import bm25
from kb.engine.arrays.kept import Kept
from kb.engine.arrays.lists import Posting, occurrences
from kb.engine.arrays.matches import Rows
from kb.engine.arrays.segment import Stream

REMEMBERED = 1 << 16  # tokens of a stream


class Statistics:
    """What all segments say of one stream."""

    def __init__(self, streams: Sequence[Stream]) -> None:
        self._streams = streams
        self._entries = sum(stream.entries for stream in streams)
        self.inverses = bm25.inverses(self._entries, sum(stream.tokens for stream in streams))

    def idf(self, token: str) -> np.float32:
        return bm25.idf(self._entries, sum(stream.lists.holders_of(token) for stream in self._streams))


class Known(NamedTuple):
    """A token in a segment: its number there (-1: none), its rows, its idf in the whole index."""

    number: int
    posting: Posting
    idf: np.float32


class ScoredStream:
    """One stream of one segment. What it found out of a token it remembers; any thread may ask."""

    def __init__(self, name: str, stream: Stream, statistics: Statistics, kept: Kept) -> None:
        self._name, self._stream, self._statistics, self._kept = name, stream, statistics, kept
        self.size = len(stream.length_bytes)
        self._known: dict[str, Known] = {}
        self._last_inverses: tuple[Rows | None, NDArray[np.float32]] = (None, statistics.inverses)

    def term(self, token: str) -> Known:
        """What is known of a token; of one that stands nowhere as well."""
        known = self._known.get(token)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            number = self._stream.lists.find(token)
            known = Known(number, self._stream.lists.posting(number), self._statistics.idf(token))
            self._known[token] = known
        return known

    def phrase(self, tokens: Sequence[str]) -> tuple[Posting, np.float32]:
        """The rows of a phrase of two or more tokens, and its idf: the sum over its distinct tokens."""
        if self._stream.pairs is None:
            raise ValueError("the stream keeps no places, so no phrase can be asked of it")
        known = {token: self.term(token) for token in tokens}
        rows = self._stream.pairs.rows([known[token].number for token in tokens])
        idf = np.float32(sum(float(term.idf) for term in known.values()))
        return occurrences(rows, self.size), idf

    def shares(self, posting: Posting, token: str | None) -> NDArray[np.uint8]:
        """Which share of the weight each row of the posting gets (bm25.shares); all rows where none are listed.

        Those of a token are kept: frequent tokens stand in most questions, and counting costs more than looking up.
        """
        key = (self._name, token or "")
        known = self._kept.get(key) if token is not None else None
        if known is not None:
            return known
        often = posting.often if posting.rows is not None else posting.column
        assert often is not None
        shares = bm25.shares(often.astype(np.float32), self._inverses_of(posting.rows))
        if token is not None:
            self._kept.put(key, shares)
        return shares

    def inverses(self, on: Rows) -> NDArray[np.float32]:
        """What the length of each of `on` does to scores."""
        last = self._last_inverses
        if last[0] is not on:  # the tokens of a question ask for the same rows, one after the other
            last = self._last_inverses = on, self._inverses_of(on)
        return last[1]

    def _inverses_of(self, on: Rows | None) -> NDArray[np.float32]:
        lengths = self._stream.length_bytes
        return self._statistics.inverses.take(lengths if on is None else lengths.take(on))

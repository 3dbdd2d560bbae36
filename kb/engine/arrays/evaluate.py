"""One question on one segment: its parts, its matches, and the first rows by score or by place.

Scores are float32, as in Lucene, and add up in float64, rounded once. For many matches in a large segment that would
be slow, so their sums are made in float32 first; only the rows that may be among the first, allowing for its rounding,
are then ranked by exact sums.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays import best
from kb.engine.arrays.bm25 import ONE, Float32
from kb.engine.arrays.matches import Matches, Rows
from kb.engine.arrays.parts import Every, Members, Occurrences, Part, Rest, Some, Weighted
from kb.engine.arrays.scored import ScoredStream
from kb.engine.arrays.scratch import column
from kb.engine.arrays.segment import Segment
from kb.engine.port import UNPLACED
from kb.query.tree import All, Any, Boosted, Key, KeyRange, Not, Phrase, Query, Term

SMALL = 1 << 15  # rows; below it exact sums of every row cost no more than sifting
ROUNDING = 2.0**-22  # of a float32 sum, for each score in it, with room to spare


class Evaluation:
    """A question on a segment, whose streams know how to score."""

    def __init__(self, query: Query, segment: Segment, streams: Mapping[str, ScoredStream]) -> None:
        self.segment, self._streams = segment, streams
        self._terms: dict[tuple[str, str], Part] = {}
        self._scoring = 0
        self._part = self._made(query)

    def matches(self) -> Matches:
        """The rows that match and are not deleted."""
        rows, live = self._part.rows, self.segment.live
        if rows is None:
            mask = (self._part.mask(None) != 0).view(np.uint8)
            return Matches(self.segment.size, None, mask if live is None else mask & live)
        return Matches(self.segment.size, rows if live is None else rows.take(live.take(rows).nonzero()[0]), None)

    def scores(self, rows: Rows) -> NDArray[np.float32]:
        """The score of each of some matching rows, which are sorted."""
        return self._exact(rows).astype(Float32)

    def first_by_score(self, wanted: int) -> tuple[Matches, Rows, NDArray[np.float32]]:
        """The matches, the first of them by score, and the scores."""
        if self._part.rows is not None:
            matches = self.matches()
            rows = matches.rows
            scores = self.scores(rows)
        else:
            matches, rows, scores = self._sifted(wanted)
        chosen = best.first(scores, wanted)
        return matches, rows.take(chosen), scores.take(chosen)

    def _sifted(self, wanted: int) -> tuple[Matches, Rows, NDArray[np.float32]]:
        """The matches, and those of them that may be among the first, with their scores."""
        size, live = self.segment.size, self.segment.live
        small = size <= SMALL
        with column(size) as sums:
            if small:
                np.copyto(sums, self._exact(None), casting="same_kind")
            else:
                sums.fill(0)
                self._part.add(sums, None, ONE)
            if live is not None:
                sums *= live
            matches = Matches(size, None, (sums > 0).view(np.uint8)) if self._part.scoring else self.matches()
            rows: Rows = best.candidates(sums, wanted, 0 if small else self._scoring * ROUNDING)
            if (missing := min(wanted, matches.total) - len(rows)) > 0:
                level = ((sums <= 0) & (matches.mask != 0)).nonzero()[0][:missing]
                rows = np.sort(np.concatenate([rows, level]))
            return matches, rows, sums.take(rows) if small else self.scores(rows)

    def _exact(self, on: Rows | None) -> NDArray[np.float64]:
        sums = np.zeros(self.segment.size if on is None else len(on))
        self._part.add(sums, on, ONE)
        return sums

    def _made(self, query: Query) -> Part:
        size = self.segment.size
        match query:
            case Term(stream, token) | Phrase(stream, (token,)):
                return self._term(stream, token)
            case Any(parts):
                return Some([self._made(part) for part in parts], size)
            case All(parts):
                return Every([self._made(part) for part in parts], size)
            case Boosted(part, weight):
                return Weighted(self._made(part), weight)
            case Phrase(stream, tokens):
                return self._phrase(stream, tokens)
            case Key(field, value):
                return self._key_range(field, value, value)
            case KeyRange(field, low, high):
                return self._key_range(field, low, high)
            case Not(part):
                return Rest(self._made(part))

    def _term(self, stream: str, token: str) -> Part:
        """One part for equal terms, so that what it found out once is kept."""
        self._scoring += 1
        part = self._terms.get((stream, token))
        if part is None:
            scored = self._streams.get(stream)
            if scored is None:
                return Some((), self.segment.size)
            known = scored.term(token)
            part = self._terms[stream, token] = Occurrences(known.posting, known.idf, scored)
        return part

    def _phrase(self, stream: str, tokens: tuple[str, ...]) -> Part:
        if stream in UNPLACED:
            raise ValueError(f"the stream {stream} keeps no places, so no phrase can be asked of it")
        self._scoring += 1
        scored = self._streams.get(stream)
        return Occurrences(*scored.phrase(tokens), scored) if scored else Some((), self.segment.size)

    def _key_range(self, field: str, low: str, high: str) -> Part:
        if field not in self.segment.fields:
            return Some((), self.segment.size)
        return Members(self.segment.fields[field].lists.between(low, high), self.segment.size)

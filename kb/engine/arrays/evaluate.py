"""One question on one segment: its parts, its matches, and the first rows by score or by place.

Scores are float32, as in Lucene, and add up in float64, rounded once. For many matches that would be slow, so their
sums are estimated first; only the rows that may be among the first, allowing for rounding, are then ranked exactly.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays import best
from kb.engine.arrays.bm25 import ONE, UNIT, Float32
from kb.engine.arrays.branches import Every, Rest, Some, Unscored, Weighted
from kb.engine.arrays.matches import Matches, Rows, marked, united
from kb.engine.arrays.parts import Members, Occurrences, Part
from kb.engine.arrays.scored import ScoredStream
from kb.engine.arrays.scratch import column
from kb.engine.arrays.segment import Segment
from kb.engine.arrays.several import FEW
from kb.engine.port import UNPLACED
from kb.query.tree import All, Any, Boosted, Key, KeyRange, Not, Phrase, Query, Term

MOST_IN_16_BITS = 16  # leaves of a question; with more, grains of 16 bits would be too coarse


class Evaluation:
    """A question on a segment, whose streams know how to score."""

    def __init__(self, query: Query, segment: Segment, streams: Mapping[str, ScoredStream]) -> None:
        self.segment, self._streams = segment, streams
        self._terms: dict[tuple[str, str], Part] = {}
        self._parts: dict[int, Part] = {}  # by the identity of what asks for them
        self._part = self._made(query)

    def matches(self) -> Matches:
        """The rows that match and are not deleted."""
        rows, live = self._part.rows, self.segment.live
        if rows is None:
            mask = (self._part.mask(None) != 0).view(np.uint8)
            return Matches(self.segment.size, None, mask if live is None else mask & live)
        return Matches(self.segment.size, rows if live is None else rows.take(marked(live.take(rows))), None)

    def scores(self, rows: Rows) -> NDArray[np.float32]:
        """The score of each of some matching rows, which are sorted."""
        sums = np.zeros(len(rows))
        self._part.add(sums, rows, ONE)
        return sums.astype(Float32)

    def first_by_score(self, wanted: int) -> tuple[Matches, Rows, NDArray[np.float32]]:
        """The matches, the first of them by score, and the scores."""
        if self._part.rows is not None or not wanted:
            matches = self.matches()
            rows = matches.rows if wanted else matches.rows[:0]
        else:
            matches, rows = self._sifted(wanted)
        if not len(rows):
            return matches, rows, np.zeros(0, Float32)
        scores = self.scores(rows)
        chosen = best.first(scores, wanted)
        return matches, rows.take(chosen), scores.take(chosen)

    def _sifted(self, wanted: int) -> tuple[Matches, Rows]:
        """The matches, and those of them that may be among the first.

        Parts with few rows are left out of the estimates: whatever they match is looked at. The rest is a sum of
        fewer and more even weights, and the estimates come closer.
        """
        size, live = self.segment.size, self.segment.live
        addends = list(self._part.addends(1.0))
        aside = [part.rows for part, _ in addends if part.rows is not None and len(part.rows) <= size // FEW]
        spread = [(part, weight) for part, weight in addends if part.rows is None or len(part.rows) > size // FEW]
        most = sum(part.most(weight) for part, weight in spread)
        leaves = sum(part.leaves for part, _ in spread)
        kind, grains = _grains(leaves)
        with column(size, kind) as sums:
            sums.fill(0)
            for part, weight in spread:
                part.estimate(sums, weight * grains / most if most else 0.0)
            for rows in aside:
                sums[rows] = np.maximum(sums.take(rows), 1)
            if live is not None:
                sums *= live
            matches = Matches(size, None, (sums > 0).view(np.uint8))
            slack = (UNIT + 2) * leaves + grains + 1  # 1 for rows set aside, 1 a leaf for rounding
            found = best.candidates(sums, wanted, slack) if most else matches.rows[:wanted]
        if aside:
            found = united([found, *aside])
            found = found if live is None else found.take(marked(live.take(found)))
        return matches, found

    def _made(self, query: Query) -> Part:
        """One part for a condition that stands in the question several times, as those of kb.query.cover do."""
        part = self._parts.get(id(query))
        if part is None:
            part = self._parts[id(query)] = self._new(query)
        return part

    def _new(self, query: Query) -> Part:
        size = self.segment.size
        match query:
            case Term(stream, token) | Phrase(stream, (token,)):
                return self._term(stream, token)
            case Any(parts):
                return Some([self._made(part) for part in parts], size)
            case All(parts):
                return Every([self._made(part) for part in parts], size)
            case Boosted(part, weight):
                return Weighted(self._made(part), weight) if weight else Unscored(self._made(part))
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
        part = self._terms.get((stream, token))
        if part is None:
            scored = self._streams.get(stream)
            if scored is None:
                return Some((), self.segment.size)
            known = scored.term(token)
            part = self._terms[stream, token] = Occurrences(known.posting, known.idf, scored, token)
        return part

    def _phrase(self, stream: str, tokens: tuple[str, ...]) -> Part:
        if stream in UNPLACED:
            raise ValueError(f"the stream {stream} keeps no places, so no phrase can be asked of it")
        scored = self._streams.get(stream)
        return Occurrences(*scored.phrase(tokens), scored) if scored else Some((), self.segment.size)

    def _key_range(self, field: str, low: str, high: str) -> Part:
        if field not in self.segment.fields:
            return Some((), self.segment.size)
        return Members(self.segment.fields[field].lists.between(low, high), self.segment.size)


def _grains(leaves: int) -> tuple[type[np.uint16] | type[np.uint32], int]:
    """What to count estimates in, and how many grains the most that a row can score has: none may overflow."""
    if leaves <= MOST_IN_16_BITS:
        return np.uint16, 2**16 // (UNIT + 1) - leaves - 1
    return np.uint32, 2**32 // (UNIT + 1) - leaves - 1

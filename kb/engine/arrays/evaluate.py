"""One question on one segment: its parts, its matches, and the first rows by score or by place.

Scores are float32, as in Lucene, and add up in float64, rounded once. For many matches in a large segment that would
be slow, so their sums are made in float32 first; only the rows that may be among the first, allowing for its rounding,
are then ranked by exact sums.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays import best
from kb.engine.arrays.bm25 import ONE, Float32, idf_of_phrase
from kb.engine.arrays.lists import Posting, occurrences
from kb.engine.arrays.matches import Matches, Rows
from kb.engine.arrays.parts import Every, Inverses, Members, Occurrences, Part, Rest, Some, Weighted
from kb.engine.arrays.scratch import column
from kb.engine.arrays.segment import Segment
from kb.engine.port import UNPLACED
from kb.query.tree import All, Any, Boosted, Key, KeyRange, Not, Phrase, Query, Term

SMALL = 1 << 15  # rows; below it exact sums of every row cost no more than sifting
ROUNDING = 2.0**-22  # of a float32 sum, for each score in it, with room to spare

Idf = Callable[[Term], np.float32]


class Evaluation:
    """A question on a segment. `idf` says how much a term tells in the whole index."""

    def __init__(self, query: Query, segment: Segment, inverses: dict[str, Inverses], idf: Idf) -> None:
        self.segment, self._inverses, self._idf = segment, inverses, idf
        self._terms: dict[Query, Part] = {}
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
            case Term(stream):
                return self._term(query) if stream in self.segment.streams else Some((), size)
            case Phrase(stream, (token,)):
                return self._made(Term(stream, token))
            case Phrase(stream, tokens):
                return self._phrase(stream, tokens)
            case Key(field, value):
                return self._key(field, value)
            case KeyRange(field, low, high):
                return self._key_range(field, low, high)
            case All(parts):
                return Every([self._made(part) for part in parts], size)
            case Any(parts):
                return Some([self._made(part) for part in parts], size)
            case Not(part):
                return Rest(self._made(part))
            case Boosted(part, weight):
                return Weighted(self._made(part), weight)

    def _term(self, query: Term) -> Part:
        """One part for equal terms, so that what it found out once is kept."""
        self._scoring += 1
        part = self._terms.get(query)
        if part is None:
            lists = self.segment.streams[query.stream].lists
            part = self._occurrences(query.stream, lists.posting(self._found(query)), self._idf(query))
            self._terms[query] = part
        return part

    def _phrase(self, stream: str, tokens: tuple[str, ...]) -> Part:
        if stream in UNPLACED:
            raise ValueError(f"the stream {stream} keeps no places, so no phrase can be asked of it")
        self._scoring += 1
        pairs = self.segment.streams[stream].pairs if stream in self.segment.streams else None
        if pairs is None:
            return Some((), self.segment.size)
        rows = pairs.rows([self._found(Term(stream, token)) for token in tokens])
        idf = idf_of_phrase(self._idf(Term(stream, token)) for token in set(tokens))
        return self._occurrences(stream, occurrences(rows, self.segment.size), idf)

    def _occurrences(self, stream: str, posting: Posting, idf: np.float32) -> Part:
        return Occurrences(posting, self.segment.size, self._inverses[stream], idf)

    def _found(self, term: Term) -> int:
        return self.segment.streams[term.stream].find(term.token)

    def _key(self, field: str, value: str) -> Part:
        if field not in self.segment.fields:
            return Some((), self.segment.size)
        lists = self.segment.fields[field].lists
        return Members(lists.posting(lists.terms.find(value.encode())), self.segment.size)

    def _key_range(self, field: str, low: str, high: str) -> Part:
        if field not in self.segment.fields:
            return Some((), self.segment.size)
        lists = self.segment.fields[field].lists
        after = lists.terms.place(high.encode() + b"\0")  # the least string after `high`
        return Members(lists.union(lists.terms.place(low.encode()), after), self.segment.size)

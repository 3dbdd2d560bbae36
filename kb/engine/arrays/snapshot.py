"""One commit of an index: its segments asked as one. Immutable, so all threads share it."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kb.engine.arrays.bm25 import idf, inverses
from kb.engine.arrays.evaluate import Evaluation
from kb.engine.arrays.matches import Matches, Rows
from kb.engine.arrays.parts import Inverses
from kb.engine.arrays.segment import Segment
from kb.engine.port import EntryId, Order, Ranked, Ranking
from kb.query.tree import Query, Term

REMEMBERED = 1 << 16  # weights of terms


@dataclass(frozen=True, slots=True)
class Answer:
    """What one segment says: its matches, the first of them in order, and their scores."""

    segment: Segment
    matches: Matches
    rows: Rows
    scores: list[float]


class Snapshot:
    """Some segments as one index. Deleted entries count in the statistics of ranking until a rebuild."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = tuple(segments)
        self._idf: dict[Term, np.float32] = {}
        streams = {name for segment in segments for name in segment.streams}
        self._entries = {name: sum(s.streams[name].entries for s in segments if name in s.streams) for name in streams}
        tokens = {name: sum(s.streams[name].tokens for s in segments if name in s.streams) for name in streams}
        tables = {name: inverses(self._entries[name], tokens[name]) for name in streams}
        self._inverses = [
            {name: Inverses(tables[name], stream.length_bytes) for name, stream in segment.streams.items()}
            for segment in segments
        ]

    @property
    def segments(self) -> tuple[Segment, ...]:
        return self._segments

    def search(self, query: Query, *, limit: int, offset: int, order: Order, counts: Sequence[str]) -> Ranking:
        """The matches from `offset` on, as kb.engine.port says."""
        wanted = offset + limit if limit > 0 else 0
        evaluations = [
            Evaluation(query, segment, inverses, self.idf)
            for segment, inverses in zip(self._segments, self._inverses, strict=True)
        ]
        answer = _by_score if order == "score" else _by_place
        answers = [answer(evaluation, wanted) for evaluation in evaluations]
        join = _joined_by_score if order == "score" else _joined_by_place
        return Ranking(
            sum(answer.matches.total for answer in answers),
            tuple(join(answers)[offset:wanted]),
            {field: _counts(answers, field) for field in counts},
        )

    def tokens(self, stream: str, prefix: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The tokens with a prefix, each with the number of live entries that hold it, most frequent first."""
        lists = [segment.streams[stream].lists for segment in self._segments if stream in segment.streams]
        lives = [segment.live for segment in self._segments if stream in segment.streams]
        listed = [
            one.counted(prefix, live, limit if len(lists) == 1 else None)
            for one, live in zip(lists, lives, strict=True)
        ]
        if len(listed) == 1:
            return tuple(listed[0])
        counted: Counter[str] = Counter()
        for tokens in listed:
            counted.update(dict(tokens))
        return _most_frequent(counted, limit)

    def idf(self, term: Term) -> np.float32:
        known = self._idf.get(term)
        if known is None:
            if len(self._idf) >= REMEMBERED:
                self._idf.clear()
            known = self._idf[term] = idf(self._entries.get(term.stream, 0), self._holders(term))
        return known

    def _holders(self, term: Term) -> int:
        streams = (segment.streams[term.stream] for segment in self._segments if term.stream in segment.streams)
        return sum(stream.lists.holds(stream.find(term.token)) for stream in streams)


def _by_score(evaluation: Evaluation, wanted: int) -> Answer:
    matches, rows, scores = evaluation.first_by_score(wanted)
    return Answer(evaluation.segment, matches, rows, scores.tolist())


def _by_place(evaluation: Evaluation, wanted: int) -> Answer:
    matches = evaluation.matches()
    ranks = evaluation.segment.places.rank.take(matches.rows)
    chosen = (
        ranks.argpartition(wanted - 1)[:wanted] if 0 < wanted < len(ranks) else np.arange(len(ranks))[: wanted or 0]
    )
    chosen.sort()
    scores = evaluation.scores(matches.rows.take(chosen))
    chosen_order = ranks.take(chosen).argsort()
    return Answer(
        evaluation.segment,
        matches,
        matches.rows.take(chosen).take(chosen_order),
        scores.take(chosen_order).tolist(),
    )


def _joined_by_score(answers: Sequence[Answer]) -> list[Ranked]:
    if len(answers) == 1:
        return [Ranked(_id(answers[0].segment, row), score) for row, score in _pairs(answers[0])]
    lists = ([(-score, _id(answer.segment, row)) for row, score in _pairs(answer)] for answer in answers)
    return [Ranked(id, -score) for score, id in heapq.merge(*lists)]


def _joined_by_place(answers: Sequence[Answer]) -> list[Ranked]:
    lists = (
        [(answer.segment.places.of(row), _id(answer.segment, row), score) for row, score in _pairs(answer)]
        for answer in answers
    )
    return [Ranked(id, score) for _, id, score in heapq.merge(*lists)]


def _pairs(answer: Answer) -> Iterable[tuple[int, float]]:
    return zip(answer.rows.tolist(), answer.scores, strict=True)


def _id(segment: Segment, row: int) -> EntryId:
    return EntryId(segment.ids.text(row))


def _counts(answers: Sequence[Answer], field: str) -> tuple[tuple[str, int], ...]:
    """The values of a field over all segments; one segment has them in order already."""
    lists = [a.segment.fields[field].values.counts(a.matches) for a in answers if field in a.segment.fields]
    if len(lists) == 1:
        return tuple(lists[0])
    counted: Counter[str] = Counter()
    for values in lists:
        counted.update(dict(values))
    return _most_frequent(counted, len(counted))


def _most_frequent(counted: Counter[str], limit: int) -> tuple[tuple[str, int], ...]:
    found = heapq.nsmallest(limit, ((-count, token) for token, count in counted.items() if count))
    return tuple((token, -count) for count, token in found)

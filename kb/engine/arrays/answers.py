"""What each segment answers, and how the answers of all become one ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.evaluate import Evaluation
from kb.engine.arrays.matches import Matches, Rows
from kb.engine.arrays.segment import Segment
from kb.engine.port import EntryId, Ranked

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one segment says: its matches, the first of them in order, and their scores."""

    segment: Segment
    matches: Matches
    rows: Rows
    scores: NDArray[np.float32]

    def ranked(self, start: int = 0, end: int | None = None) -> Iterator[Ranked]:
        text = self.segment.ids.text
        for row, score in zip(self.rows[start:end].tolist(), self.scores[start:end].tolist(), strict=True):
            yield Ranked(EntryId(text(row)), score)


def by_score(evaluation: Evaluation, wanted: int) -> Answer:
    """The first matches of a segment by score, equal scores by id."""
    return Answer(evaluation.segment, *evaluation.first_by_score(wanted))


def by_place(evaluation: Evaluation, wanted: int) -> Answer:
    """The first matches of a segment by document, position and id."""
    matches = evaluation.matches()
    ranks = evaluation.segment.places.rank.take(matches.rows)
    chosen = ranks.argpartition(wanted - 1)[:wanted] if 0 < wanted < len(ranks) else np.arange(min(wanted, len(ranks)))
    rows = np.sort(matches.rows.take(chosen))
    order = evaluation.segment.places.rank.take(rows).argsort()
    return Answer(evaluation.segment, matches, rows.take(order), evaluation.scores(rows).take(order))


def joined_by_score(answers: Sequence[Answer], start: int, end: int) -> tuple[Ranked, ...]:
    """The start-th to the end-th of all."""
    if len(answers) == 1:
        return tuple(answers[0].ranked(start, end))
    joined = [ranked for answer in answers for ranked in answer.ranked()]
    joined.sort(key=lambda ranked: (-ranked.score, ranked.id))
    return tuple(joined[start:end])


def joined_by_place(answers: Sequence[Answer], start: int, end: int) -> tuple[Ranked, ...]:
    """The start-th to the end-th of all."""
    joined = [
        (answer.segment.places.of(row), ranked.id, ranked)
        for answer in answers
        for row, ranked in zip(answer.rows.tolist(), answer.ranked(), strict=True)
    ]
    joined.sort(key=lambda placed: placed[:2])
    return tuple(ranked for *_, ranked in joined[start:end])


def counts(answers: Sequence[Answer], field: str, most: int | None) -> Counts:
    """The values of a field over all matches, most frequent first, then by value; no more than so many."""
    asked = [answer for answer in answers if field in answer.segment.fields]
    each = most if len(asked) == 1 else None
    return summed([answer.segment.fields[field].values.counts(answer.matches, each) for answer in asked], most)


def summed(lists: Sequence[Sequence[tuple[str, int]]], limit: int | None = None) -> Counts:
    """Counts of the same things in several segments as one; each is in order already."""
    if len(lists) == 1:
        return tuple(lists[0][:limit])
    counted: Counter[str] = Counter()
    for found in lists:
        counted.update(dict(found))
    order = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(order[:limit])

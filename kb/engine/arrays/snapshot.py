"""One commit of an index: its segments asked as one. Immutable, so all threads share it."""

from __future__ import annotations

from collections.abc import Sequence

from kb.engine.arrays.answers import by_place, by_score, counts, joined_by_place, joined_by_score, summed
from kb.engine.arrays.evaluate import Evaluation
from kb.engine.arrays.kept import Kept
from kb.engine.arrays.scored import ScoredStream, Statistics
from kb.engine.arrays.segment import Segment
from kb.engine.port import Order, Ranking
from kb.query.tree import Query

KEPT = 64 << 20  # bytes of what is known of frequent tokens
ORDERS = {"score": (by_score, joined_by_score), "place": (by_place, joined_by_place)}


class Snapshot:
    """Some segments as one index."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        names = {name for segment in segments for name in segment.streams}
        statistics = {name: Statistics([s.streams[name] for s in segments if name in s.streams]) for name in names}
        kept = Kept(KEPT)
        self._streams = [
            {
                name: ScoredStream(f"{number}.{name}", stream, statistics[name], kept)
                for name, stream in segment.streams.items()
            }
            for number, segment in enumerate(segments)
        ]

    def search(
        self, query: Query, *, limit: int, offset: int, order: Order, counts_of: Sequence[str], most: int | None = None
    ) -> Ranking:
        """The matches from `offset` on, as kb.engine.port says."""
        end = offset + max(limit, 0)
        answer, join = ORDERS[order]
        wanted = end if limit > 0 else 0
        answers = [
            answer(Evaluation(query, segment, streams), wanted)
            for segment, streams in zip(self._segments, self._streams, strict=True)
        ]
        total = sum(answer.matches.total for answer in answers)
        return Ranking(total, join(answers, offset, end), {field: counts(answers, field, most) for field in counts_of})

    def tokens(self, stream: str, prefix: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The tokens with a prefix, each with the number of live entries that hold it, most frequent first."""
        asked = [segment for segment in self._segments if stream in segment.streams]
        most = limit if len(asked) == 1 else None
        return summed([s.streams[stream].lists.counted(prefix, s.live, most) for s in asked], limit)

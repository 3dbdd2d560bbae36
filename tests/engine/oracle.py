"""The engine by definition: every entry is looked at, sets say what matches, the formula of design says how well.

Written from the ranking formula alone and shares no code with an engine. Sums are in float64 and rounded once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import log

import numpy as np

from kb.engine.port import EntryId, IndexEntry, Order, Ranked, Ranking
from kb.query.tree import All, Any, Boosted, Key, KeyRange, Not, Phrase, Query, Term

F = np.float32


def rounded(length: int) -> int:
    """Lucene's length byte and back: 24 more values than its three bits after the leading one give."""
    if length < 40:
        return length
    shift = (length - 24).bit_length() - 4
    return 24 + ((length - 24) >> shift << shift)


class Oracle:
    """Entries, of which some are gone: those match nothing, but count in the statistics of ranking."""

    def __init__(self, entries: Iterable[IndexEntry], gone: Iterable[int] = ()) -> None:
        self.entries = list(entries)
        self.gone = frozenset(gone)
        self._statistics: dict[str, tuple[int, F]] = {}
        self._holders: dict[Term, int] = {}

    def search(
        self,
        query: Query,
        *,
        limit: int,
        offset: int = 0,
        order: Order = "score",
        counts: Sequence[str] = (),
        most: int | None = None,
    ) -> Ranking:
        found = [entry for entry in self.live() if self.matches(query, entry)]
        ranked = [(self.score(query, entry), entry) for entry in found]
        by: Callable[[tuple[float, IndexEntry]], tuple[object, ...]] = (
            (lambda pair: (-pair[0], pair[1].id)) if order == "score" else (lambda pair: (*pair[1].place, pair[1].id))
        )
        page = sorted(ranked, key=by)[offset : offset + limit]
        return Ranking(
            len(found),
            tuple(Ranked(entry.id, score) for score, entry in page),
            {field: most_frequent(set(entry.keys.get(field, ())) for entry in found)[:most] for field in counts},
        )

    def tokens(self, stream: str, prefix: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        held = ({token for token in entry.tokens.get(stream, ()) if token.startswith(prefix)} for entry in self.live())
        return most_frequent(held)[:limit]

    def live(self) -> Iterable[IndexEntry]:
        return (entry for number, entry in enumerate(self.entries) if number not in self.gone)

    def matches(self, query: Query, entry: IndexEntry) -> bool:
        match query:
            case Term(stream, token):
                return token in entry.tokens.get(stream, ())
            case Phrase(stream, tokens):
                return occurrences(entry.tokens.get(stream, ()), tokens) > 0
            case Key(field, value):
                return value in entry.keys.get(field, ())
            case KeyRange(field, low, high):
                return any(low <= value <= high for value in entry.keys.get(field, ()))
            case All(parts):
                return all(self.matches(part, entry) for part in parts)
            case Any(parts):
                return any(self.matches(part, entry) for part in parts)
            case Not(part):
                return not self.matches(part, entry)
            case Boosted(part, _):
                return self.matches(part, entry)

    def score(self, query: Query, entry: IndexEntry) -> float:
        return float(F(self._sum(query, entry, F(1))))

    def _sum(self, query: Query, entry: IndexEntry, weight: F) -> float:
        if not self.matches(query, entry):
            return 0.0
        match query:
            case Term(stream, token):
                often = entry.tokens[stream].count(token)
                return self._bm25(stream, often, len(entry.tokens[stream]), weight * self._idf(query))
            case Phrase(stream, tokens):
                often = occurrences(entry.tokens[stream], tokens)
                idf = F(sum(float(self._idf(Term(stream, token))) for token in set(tokens)))
                return self._bm25(stream, often, len(entry.tokens[stream]), weight * idf)
            case All(parts) | Any(parts):
                return sum(self._sum(part, entry, weight) for part in parts)
            case Boosted(part, more):
                return self._sum(part, entry, weight * F(more))
            case _:
                return 0.0

    def _bm25(self, stream: str, often: int, length: int, weight: F) -> float:
        _, mean = self._stream(stream)
        inverse = F(1) / (F(1.2) * ((F(1) - F(0.75)) + F(0.75) * F(rounded(length)) / mean))
        return float(weight - weight / (F(1) + F(often) * inverse))

    def _idf(self, term: Term) -> F:
        entries, _ = self._stream(term.stream)
        if term not in self._holders:
            self._holders[term] = sum(term.token in entry.tokens.get(term.stream, ()) for entry in self.entries)
        holders = self._holders[term]
        return F(log(1 + (entries - holders + 0.5) / (holders + 0.5)))

    def _stream(self, stream: str) -> tuple[int, F]:
        """How many entries have a token of the stream, and how many they have in the mean."""
        if stream not in self._statistics:
            lengths = [len(entry.tokens[stream]) for entry in self.entries if entry.tokens.get(stream)]
            self._statistics[stream] = (len(lengths), F(sum(lengths) / len(lengths)) if lengths else F(1))
        return self._statistics[stream]


def occurrences(text: Sequence[str], tokens: tuple[str, ...]) -> int:
    return sum(tuple(text[at : at + len(tokens)]) == tokens for at in range(len(text) - len(tokens) + 1))


def most_frequent(held: Iterable[Iterable[str]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(chain.from_iterable(held)).items(), key=lambda pair: (-pair[1], pair[0])))


class Updated:
    """What an index holds after rebuilds and updates, whatever it keeps of what was taken out."""

    def __init__(self, entries: Iterable[IndexEntry]) -> None:
        self.entries = {entry.id: entry for entry in entries}

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[EntryId]) -> None:
        for id in removed:
            self.entries.pop(id, None)
        self.entries |= {entry.id: entry for entry in entries}

    def oracle(self) -> Oracle:
        return Oracle(self.entries.values())

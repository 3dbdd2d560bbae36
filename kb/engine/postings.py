"""Finding and ranking on Whoosh's postings, entry by entry: right and slow, until the posting arrays stand beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Any as Untyped

from whoosh.reading import TermNotFound  # type: ignore[import-untyped]

from kb.engine.port import UNPLACED, EntryId, Order, Ranked, Ranking
from kb.query.tree import All, Any, Boosted, Key, KeyRange, Not, Phrase, Query, Term

Scores = dict[int, float]


class Postings:
    """One commit of a Whoosh index, read with one reader (for one thread at a time)."""

    def __init__(self, index: Untyped) -> None:
        self._reader = index.reader()
        self.generation = self._reader.generation() if self._reader.doc_count_all() else index.latest_generation()
        self._entries = dict(self._reader.iter_docs())

    def close(self) -> None:
        self._reader.close()

    def search(self, query: Query, *, limit: int, offset: int, order: Order, counts: Sequence[str]) -> Ranking:
        scores = self._scores(query)
        stored = self._entries
        if order == "score":
            found = sorted(scores, key=lambda number: (-scores[number], stored[number]["id"]))
        else:
            found = sorted(scores, key=lambda number: (stored[number]["place"], stored[number]["id"]))
        page = found[offset : offset + limit]
        ranked = tuple(Ranked(EntryId(stored[number]["id"]), scores[number]) for number in page)
        return Ranking(len(scores), ranked, {field: self._counts(field, scores) for field in counts})

    def tokens(self, stream: str, prefix: str, limit: int) -> tuple[tuple[str, int], ...]:
        field = f"tokens_{stream}"
        found = Counter({token: len(self._frequencies(field, token)) for token in self._lexicon(field, prefix)})
        return _most_frequent(found)[:limit]

    def _counts(self, field: str, scores: Scores) -> tuple[tuple[str, int], ...]:
        name = f"keys_{field}"
        return _most_frequent(
            Counter({value: len(self._frequencies(name, value).keys() & scores) for value in self._lexicon(name, "")})
        )

    def _lexicon(self, field: str, prefix: str) -> list[str]:
        if field not in self._reader.indexed_field_names():
            return []
        return [text.decode() for text in self._reader.lexicon(field) if text.decode().startswith(prefix)]

    def _scores(self, query: Query) -> Scores:
        match query:
            case Term(stream, token) | Phrase(stream, (token,)):
                found = self._frequencies(f"tokens_{stream}", token)
                return self._weighted(stream, found, (token,))
            case Phrase(stream, tokens):
                if stream in UNPLACED:
                    raise ValueError(f"the stream {stream} keeps no places")
                return self._weighted(stream, self._runs(f"tokens_{stream}", tokens), tokens)
            case Key(field, value):
                return dict.fromkeys(self._frequencies(f"keys_{field}", value), 0.0)
            case KeyRange(field, low, high):
                values = [value for value in self._lexicon(f"keys_{field}", "") if low <= value <= high]
                return {n: 0.0 for value in values for n in self._frequencies(f"keys_{field}", value)}
            case All(parts):
                return self._all([self._scores(part) for part in parts])
            case Any(parts):
                return _sums([self._scores(part) for part in parts])
            case Not(part):
                return dict.fromkeys(self._entries.keys() - self._scores(part).keys(), 0.0)
            case Boosted(part, weight):
                return {number: score * weight for number, score in self._scores(part).items()}

    def _all(self, parts: list[Scores]) -> Scores:
        matched = set(self._entries).intersection(*parts)
        sums = _sums(parts)
        return {number: sums.get(number, 0.0) for number in matched}

    def _frequencies(self, field: str, token: str) -> dict[int, int]:
        try:
            matcher = self._reader.postings(field, token)
        except TermNotFound:
            return {}
        found = {}
        while matcher.is_active():
            found[matcher.id()] = int(matcher.weight())
            matcher.next()
        return found

    def _runs(self, field: str, tokens: Sequence[str]) -> dict[int, int]:
        """How often the tokens stand one after the other."""
        starts: dict[int, set[int]] | None = None
        for offset, token in enumerate(tokens):
            places = {number: {at - offset for at in found} for number, found in self._places(field, token).items()}
            if starts is None:
                starts = places
            else:
                starts = {number: found & places[number] for number, found in starts.items() if number in places}
        return {number: len(found) for number, found in (starts or {}).items() if found}

    def _places(self, field: str, token: str) -> dict[int, list[int]]:
        try:
            matcher = self._reader.postings(field, token)
        except TermNotFound:
            return {}
        found = {}
        while matcher.is_active():
            found[matcher.id()] = matcher.value_as("positions")
            matcher.next()
        return found

    def _weighted(self, stream: str, found: dict[int, int], tokens: Sequence[str]) -> Scores:
        """Lucene's BM25, with Whoosh's rounded lengths."""
        field, n = f"tokens_{stream}", self._reader.doc_count_all()
        documents = [self._reader.doc_frequency(field, token) for token in set(tokens)] if found else []
        idf = sum(log(1 + (n - df + 0.5) / (df + 0.5)) for df in documents)
        mean = self._reader.field_length(field) / max(n, 1) or 1
        scores = {}
        for number, tf in found.items():
            length = self._reader.doc_field_length(number, field) or 0
            scores[number] = idf * tf / (tf + 1.2 * (0.25 + 0.75 * length / mean))
        return scores


def _sums(parts: list[Scores]) -> Scores:
    sums: Scores = {}
    for part in parts:
        for number, score in part.items():
            sums[number] = sums.get(number, 0.0) + score
    return sums


def _most_frequent(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((+counted).items(), key=lambda pair: (-pair[1], pair[0])))

"""What is asked: questions of each kind, made of the words of passages that are there, the same for a given seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from kb.engine.port import IndexEntry
from kb.query.tree import All, Any, Boosted, Not, Phrase, Query, Term

LISTED = 1000  # words that a beginning may stand for: as many as a tree has leaves
MIX = ("or", "and", "phrase", "prefix", "not")


class Prefix(NamedTuple):
    """Passages with a word of this beginning. No node of the tree: the product lists the words and asks for any."""

    stream: str
    start: str


class Question(NamedTuple):
    kind: str
    asked: Query | Prefix


def questions(entries: Sequence[IndexEntry], each: int, seed: int = 7) -> list[Question]:
    """So many questions of each kind, in an order of chance."""
    chance = random.Random(seed)
    sources = _Sources(chance, [entry for entry in entries if len(entry.tokens.get("words", ())) > 1])
    made = [Question(kind, make(sources)) for kind, make in _KINDS for _ in range(each)]
    chance.shuffle(made)
    return made


class _Sources:
    """Where the words of questions are taken from."""

    def __init__(self, chance: random.Random, entries: Sequence[IndexEntry]) -> None:
        self._chance, self._entries = chance, entries

    def row(self, stream: str, least: int, most: int) -> tuple[str, ...]:
        """Words in a row; of a passage with fewer, all."""
        words = self._chance.choice(self._entries).tokens[stream]
        start = self._chance.randrange(max(1, len(words) - most))
        return words[start : start + self._chance.randint(least, most)]

    def spread(self, least: int, most: int) -> tuple[str, ...]:
        """Different words from anywhere in one passage."""
        words = sorted(set(self._chance.choice(self._entries).tokens["syllables"]))
        return tuple(self._chance.sample(words, min(len(words), self._chance.randint(least, most))))

    def tiers(self, *, words: bool) -> Query:
        """What is typed, best where it stands as it is, then all of it, then some; `words` also compounds."""
        entry = self._chance.choice(self._entries)
        count = self._chance.randint(2, 5)
        start = self._chance.randrange(max(1, len(entry.tokens["syllables"]) - count))
        said, folded = (entry.tokens[stream][start : start + count] for stream in ("syllables", "folded"))
        parts: list[Query] = [
            Boosted(Phrase("syllables", said), 8.0),
            Boosted(All(terms("syllables", said)), 4.0),
            Boosted(All(terms("folded", folded)), 2.0),
            Any(terms("syllables", said)),
            Boosted(Any(terms("folded", folded)), 0.5),
        ]
        if words:
            parts.append(Boosted(Any(terms("words", self._chance.sample(entry.tokens["words"], 2))), 3.0))
        return Any(tuple(parts))

    def beginning(self) -> Prefix:
        return Prefix("syllables", self.row("syllables", 1, 1)[0][: self._chance.randint(2, 4)])

    def without(self) -> Query:
        *wanted, unwanted = self.spread(2, 4)
        return All((*terms("syllables", wanted), Not(Term("syllables", unwanted))))


def terms(stream: str, words: Sequence[str]) -> tuple[Query, ...]:
    return tuple(Term(stream, word) for word in words)


_KINDS = (
    ("or", lambda sources: Any(terms("syllables", sources.spread(1, 5)))),
    ("and", lambda sources: All(terms("syllables", sources.spread(2, 5)))),
    ("phrase", lambda sources: Phrase("syllables", sources.row("syllables", 2, 4))),
    ("prefix", _Sources.beginning),
    ("not", _Sources.without),
    ("tiers, 2 streams", lambda sources: sources.tiers(words=False)),
    ("tiers, 3 streams", lambda sources: sources.tiers(words=True)),
)
KINDS = tuple(kind for kind, _ in _KINDS)

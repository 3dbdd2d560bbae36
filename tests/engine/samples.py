"""Entries that the tests of engines share, and small readings of answers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from kb.engine.port import SCHEMA, EntryId, IndexEntry, Ranking, Stamp
from tests.strategies import TOKENS, VALUES

STAMP = Stamp(SCHEMA, "contract")
FIELDS = (*VALUES, "none")


def entry(id: str, text: str, **keys: str) -> IndexEntry:
    """An entry of the words of a text."""
    tokens = {"syllables": tuple(text.split()), "heading": ()}
    return IndexEntry(EntryId(id), ("d", 0), tokens, {field: (value,) for field, value in keys.items()})


def many_entries(count: int, seed: int = 5) -> list[IndexEntry]:
    """Entries with frequent and rare tokens, in an order that is nobody's."""
    chance = random.Random(seed)
    words = (*TOKENS, *(f"w{number}" for number in range(80)))
    weights = [1 / (number + 1) for number in range(len(words))]

    def some(mean: float) -> tuple[str, ...]:
        return tuple(chance.choices(words, weights, k=max(0, int(chance.gauss(mean, mean / 2)))))

    made = [
        IndexEntry(
            EntryId(f"{number // 7}:{number % 7}"),
            (chance.choice("abăđ"), chance.randrange(count)),
            {"syllables": some(14), "heading": some(2), "words": some(5)},
            {field: tuple(chance.sample(values, chance.randrange(3))) for field, values in VALUES.items()},
        )
        for number in range(count)
    ]
    chance.shuffle(made)
    return made


def broken_off() -> Iterator[IndexEntry]:
    """Entries from a source that breaks off."""
    yield entry("7", "a")
    raise LookupError("the source broke off")


def ids(ranking: Ranking) -> list[str]:
    return [ranked.id for ranked in ranking.ranked]


def unscored(ranking: Ranking) -> Ranking:
    return replace(ranking, ranked=tuple(replace(ranked, score=0.0) for ranked in ranking.ranked))

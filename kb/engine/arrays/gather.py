"""The entries of one segment as they come in: tokens as numbers, in the order of the text."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kb.engine.port import IndexEntry


class Numbered:
    """The tokens of one stream or field, entry by entry; each distinct one has a number, in the order of meeting."""

    def __init__(self) -> None:
        self.number: defaultdict[str, int] = defaultdict()
        self.number.default_factory = self.number.__len__
        self.flat = array("I")
        self.lengths = array("I")

    def add(self, entry: int, tokens: Iterable[str]) -> None:
        """The tokens of an entry; entries that were left out since the last have none."""
        self.fill(entry)
        before = len(self.flat)
        self.flat.extend(map(self.number.__getitem__, tokens))
        self.lengths.append(len(self.flat) - before)

    def fill(self, entries: int) -> None:
        self.lengths.frombytes(bytes(self.lengths.itemsize * (entries - len(self.lengths))))


class Gathered:
    """The entries of a segment. Ids, places, streams and fields in the order of coming; `order` puts them in rows."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.places: list[tuple[str, int]] = []
        self.streams: defaultdict[str, Numbered] = defaultdict(Numbered)
        self.fields: defaultdict[str, Numbered] = defaultdict(Numbered)

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, entry: IndexEntry) -> None:
        """Take an entry. ValueError: a name of a stream or field that is no identifier."""
        number = len(self.ids)
        for stream, tokens in entry.tokens.items():
            if tokens:
                self.streams[_named(stream)].add(number, tokens)
        for field, values in entry.keys.items():
            if values:
                self.fields[_named(field)].add(number, sorted(set(values)))
        self.ids.append(entry.id)
        self.places.append(entry.place)

    def tokens(self) -> int:
        """How many tokens the longest stream has."""
        return max((len(stream.flat) for stream in self.streams.values()), default=0)

    def order(self) -> NDArray[np.int64]:
        """For each row, which of the entries stands there: the rows are in the order of ids."""
        return np.array(sorted(range(len(self.ids)), key=self.ids.__getitem__), np.int64)


def _named(name: str) -> str:
    if not name.isidentifier():
        raise ValueError(f"a stream or field cannot be called {name!r}")
    return name

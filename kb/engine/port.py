"""The engine port: what every engine takes and gives.

An engine knows tokens and keys; it knows no text, no documents and no Vietnamese. The contract that every engine
passes, against a set-logic oracle, is tests/engine/contract.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from kb.model import EntryId as EntryId
from kb.query.tree import Query

Order = Literal["score", "place"]

SCHEMA = 2  # what an entry is made of and how an engine lays it down; another number on an index: IndexOutdated
# Streams that keep no places, so that no phrase can be asked of them. Another set of them is another SCHEMA.
UNPLACED = frozenset({"words", "above", "values", "entities"})


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What one chunk is found by.

    `tokens` are the streams, in the order of the text; `keys` the exact values of each field; `place` is the document
    and the position in it, the order "by place".
    """

    id: EntryId
    place: tuple[str, int]
    tokens: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranked:
    id: EntryId
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """`total` counts every match exactly; `ranked` is the asked-for page of them; `counts` are over all matches,
    most frequent first, then by value."""

    total: int
    ranked: tuple[Ranked, ...]
    counts: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was made with; where it differs from today's, the index is made anew."""

    schema: int
    analysis: str


class Engine(Protocol):
    """Built with `rebuild`, changed with `update`; both are all or nothing for every reader.

    An engine reads one commit: the last one when it was first asked, or its own last write. So what it finds and what
    was read beside it stay of one piece; `changed` says when it is time to open another. Every question may be asked
    from several threads. Errors: IndexMissing, IndexOutdated (the stamp's schema is not SCHEMA), IndexDamaged,
    IndexBusy (another writer), EngineUnavailable (a server).
    """

    def rebuild(self, entries: Iterable[IndexEntry], stamp: Stamp) -> None:
        """Replace everything. When `entries` raises, the old index goes on answering. Ids occur once: ValueError."""

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[EntryId]) -> None:
        """Add entries, replacing those of the same id, and take out the removed; an unknown id is no error."""

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
        """The matches from `offset` on, at most `limit`. Equal scores and equal places: by id.

        Of each field of `counts` at most so many values as `most` says, the most frequent; all for None.
        ValueError: a tree with too many leaves, a phrase on a stream that keeps no places.
        """

    def tokens(self, stream: str, prefix: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        """Tokens of a stream that begin with the prefix, each with its number of entries; most frequent first."""

    def stamp(self) -> Stamp | None:
        """What the index was made with; None where there is none."""

    def changed(self) -> bool:
        """Whether the index holds a later commit than the one this engine reads."""

    def close(self) -> None:
        """Let go of files and mappings."""

"""What reading a question asks of a collection: which tokens there are, and how many passages match."""

from __future__ import annotations

from typing import Protocol

from kb.query.tree import Query


class Vocabulary(Protocol):
    """The tokens and keys of one index, as an engine tells them."""

    def count(self, query: Query) -> int:
        """How many passages match."""

    def tokens(self, stream: str, prefix: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        """Tokens of a stream that begin with the prefix, with their number of passages; most frequent first."""

    def values(self, field: str) -> tuple[str, ...]:
        """The values that a field has."""

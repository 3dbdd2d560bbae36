"""The question as the engine sees it: a tree over tokens and keys, and nothing of what a person typed.

A tree that an engine could not answer rightly is refused when it is made: an empty phrase, a negative weight, more
than 1,000 leaves (`checked`).
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_LEAVES = 1000  # OpenSearch refuses a clause count above 1,024; design/opensearch.md, section 3


@dataclass(frozen=True, slots=True)
class Term:
    """Entries whose stream holds the token."""

    stream: str
    token: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Entries whose stream holds the tokens next to each other, in order."""

    stream: str
    tokens: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.tokens:
            raise ValueError("a phrase needs a token")


@dataclass(frozen=True, slots=True)
class Key:
    """Entries with this value in this field; scores nothing."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class KeyRange:
    """Entries with a value in low..high of this field, both included, compared as text; scores nothing."""

    field: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class All:
    """Entries that every part matches; scores add up. `All(())` matches every entry and scores nothing."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Entries that some part matches; the scores of those that do add up. `Any(())` matches none."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Entries that the part does not match; scores nothing."""

    part: Query


@dataclass(frozen=True, slots=True)
class Boosted:
    """The part's entries, with its score times a weight of zero or more."""

    part: Query
    weight: float

    def __post_init__(self) -> None:
        if not self.weight >= 0:
            raise ValueError(f"a weight cannot be {self.weight}")


Query = Term | Phrase | Key | KeyRange | All | Any | Not | Boosted


def leaves(query: Query) -> int:
    """How many terms, phrases and keys a tree has.

    >>> leaves(All((Term("syllables", "thi"), Not(Key("kind", "Luật")))))
    2
    """
    match query:
        case All(parts) | Any(parts):
            return sum(map(leaves, parts))
        case Not(part) | Boosted(part, _):
            return leaves(part)
        case _:
            return 1


def checked(query: Query) -> Query:
    """The tree itself; ValueError when it has too many leaves for an engine."""
    if leaves(query) > MOST_LEAVES:
        raise ValueError(f"a question of more than {MOST_LEAVES} parts")
    return query

"""Filters of a question -> conditions on the keys of an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.query.question import Filter
from kb.query.tree import Any, Key, KeyRange, Query
from kb.query.vocabulary import Vocabulary
from kb.vietnamese.letters import fold

RANGED = frozenset({"year"})
MOST_VALUES = 50


def kept_by(filters: Iterable[Filter], vocabulary: Vocabulary) -> Iterator[Query]:
    """One condition for each field: one of its filters has to hold."""
    by_field: dict[str, list[Query]] = {}
    for one in filters:
        by_field.setdefault(one.field, []).append(_condition(one, vocabulary))
    for conditions in by_field.values():
        yield conditions[0] if len(conditions) == 1 else Any(tuple(conditions))


def without_value(filters: Iterable[Filter], vocabulary: Vocabulary) -> Iterator[Filter]:
    """The filters that no passage of the whole collection meets."""
    return (one for one in filters if not vocabulary.count(_condition(one, vocabulary)))


def _condition(one: Filter, vocabulary: Vocabulary) -> Query:
    if one.field in RANGED:
        return KeyRange(one.field, one.low, one.high)
    keys = tuple(Key(one.field, value) for value in _named(one.low, vocabulary.values(one.field)))
    return keys[0] if len(keys) == 1 else Any(keys)


def _named(typed: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The values that are meant: the one typed; else those equal to it without marks; else those that hold it."""
    if typed in known:
        return (typed,)
    plain = fold(typed)
    equal = tuple(value for value in known if fold(value) == plain)
    return equal or tuple(value for value in known if plain in fold(value))[:MOST_VALUES] or (typed,)

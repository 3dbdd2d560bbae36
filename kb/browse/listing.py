"""What every list of finds is made of: the page that is cut from it, and how often each value stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from kb.model import FacetValue

One = TypeVar("One")


def cut(chosen: Sequence[One], limit: int | None, offset: int) -> Sequence[One]:
    """So many of them from `offset` on; all of these without a limit.

    >>> cut("abcd", 2, 1), cut("abcd", None, 1)
    ('bc', 'bcd')
    """
    return chosen[offset:] if limit is None else chosen[offset : offset + limit]


def counted(values: Iterable[str]) -> tuple[FacetValue, ...]:
    """The different values, the most frequent first, then in order.

    >>> [(one.value, one.count) for one in counted(["b", "a", "b"])]
    [('b', 2), ('a', 1)]
    """
    counts = Counter(values)
    return tuple(FacetValue(value, count) for value, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))

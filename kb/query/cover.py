"""When a passage answers: it holds enough of what the question says.

Enough is a share of the units' bits (weights.ENOUGH). A passage's own text, its heading and the headings above it count
alike, but something has to stand in the passage itself. The rule is written as a tree of All and Any, so that the
engine's total is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.query.numbers import Reading
from kb.query.tree import All, Any, Phrase, Query, Term
from kb.query.units import Unit

EVERY = All(())
NONE = Any(())


@dataclass(frozen=True, slots=True)
class Weighed:
    """A condition and what it counts when it holds."""

    query: Query
    bits: int


def at_least(parts: Sequence[Weighed], needed: int) -> Query:
    """Passages that hold parts of `needed` bits or more in all.

    >>> a, b, c = (Weighed(Term("folded", token), 1) for token in "abc")
    >>> at_least((a, b), 2) == All((a.query, b.query)), at_least((a, b), 1) == Any((a.query, b.query))
    (True, True)
    """
    if needed <= 0:
        return EVERY
    if sum(part.bits for part in parts) < needed:
        return NONE
    if len(parts) == 1:
        return parts[0].query
    middle = len(parts) // 2
    left, right = parts[:middle], parts[middle:]
    ways = [
        _both(at_least(left, bits), at_least(right, rest)) for bits, rest in _shares(_sums(left), _sums(right), needed)
    ]
    return ways[0] if len(ways) == 1 else Any(tuple(ways))


def _shares(left: Sequence[int], right: Sequence[int], needed: int) -> list[tuple[int, int]]:
    """Ways to share the needed bits: sums of the left, each with the least of the right's that is enough."""
    shares: dict[int, int] = {}
    for bits in left:
        rest = next((other for other in right if bits + other >= needed), None)
        if rest is not None:
            shares.setdefault(rest, bits)  # less from the left for the same rest: the wider condition
    return [(bits, rest) for rest, bits in reversed(shares.items())]


def _sums(parts: Sequence[Weighed]) -> list[int]:
    sums = {0}
    for part in parts:
        sums |= {known + part.bits for known in sums}
    return sorted(sums)


def _both(left: Query, right: Query) -> Query:
    if left == EVERY:
        return right
    return left if right == EVERY else All((left, right))


def here(unit: Unit, *, exact: bool) -> tuple[Query, ...]:
    """Passages in whose own text or heading the unit stands: with its marks, or whatever the marks; a value however
    it is written."""
    streams = ("syllables", "heading") if exact else ("folded", "heading_folded")
    readings = unit.exact if exact else unit.readings
    printed = tuple(together(stream, reading) for reading in readings for stream in streams)
    return printed if exact else (*printed, *(_all_terms("values", terms) for terms in unit.sought))


def above(unit: Unit) -> tuple[Query, ...]:
    """Passages under headings that hold the unit's words; above they keep no places, so they may stand apart there."""
    return tuple(_all_terms("above", tokens) for tokens in (*unit.readings, *unit.sought))


def together(stream: str, tokens: Reading) -> Query:
    """The tokens next to each other in a stream."""
    return Term(stream, tokens[0]) if len(tokens) == 1 else Phrase(stream, tokens)


def _all_terms(stream: str, tokens: Reading) -> Query:
    terms = tuple(Term(stream, token) for token in dict.fromkeys(tokens))
    return terms[0] if len(terms) == 1 else All(terms)

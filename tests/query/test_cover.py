"""The tree that asks for enough bits asks for exactly that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.query.cover import Weighed, at_least
from kb.query.tree import All, Any, Query, Term, leaves

BITS = st.lists(st.integers(1, 12), max_size=8)


def holds(query: Query, tokens: frozenset[str]) -> bool:
    match query:
        case Term(_, token):
            return token in tokens
        case All(parts):
            return all(holds(part, tokens) for part in parts)
        case Any(parts):
            return any(holds(part, tokens) for part in parts)
    raise AssertionError(query)


@given(BITS, st.integers(0, 60), st.sets(st.integers(0, 7)))
def test_a_passage_answers_when_its_bits_are_enough(bits: list[int], needed: int, held: set[int]) -> None:
    tree = at_least([Weighed(Term("folded", str(at)), one) for at, one in enumerate(bits)], needed)
    sum_of_held = sum(one for at, one in enumerate(bits) if at in held)
    assert holds(tree, frozenset(map(str, held))) == (sum_of_held >= needed)


@given(st.lists(st.integers(1, 60), min_size=10, max_size=10), st.sampled_from((0.3, 0.6)))
def test_the_tree_of_ten_units_is_small(bits: list[int], share: float) -> None:
    parts = [Weighed(Term("folded", str(at)), one) for at, one in enumerate(bits)]
    assert leaves(at_least(parts, int(share * sum(bits)))) < 800

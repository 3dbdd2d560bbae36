"""The first rows are found without sorting all of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kb.engine.arrays.best import candidates, first

numbers = st.lists(st.integers(0, 40), min_size=1, max_size=300)


@given(sums=numbers, wanted=st.integers(0, 12), slack=st.integers(0, 9))
def test_candidates_are_all_that_come_near_the_wanted_th(sums: list[int], wanted: int, slack: int) -> None:
    found = candidates(np.array(sums, np.uint16), wanted, slack).tolist()
    last = (sorted(sums, reverse=True)[:wanted] or [99])[-1] if len(sums) >= wanted else 0
    expected = [row for row, total in enumerate(sums) if total and total >= last - slack]
    assert found == (expected if wanted else [])


@given(scores=numbers, wanted=st.integers(0, 12))
def test_the_first_are_those_of_a_stable_sort(scores: list[int], wanted: int) -> None:
    order = sorted(range(len(scores)), key=lambda row: -scores[row])[:wanted]
    assert first(np.array(scores, np.float32), wanted).tolist() == order

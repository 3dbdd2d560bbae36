"""Matching rows say the same in each of their forms."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kb.engine.arrays.matches import Marks, Matches, packed

masks = st.lists(st.booleans(), min_size=1, max_size=200)


@given(masks)
def test_rows_mask_and_bits_are_one(mask: list[bool]) -> None:
    rows = np.flatnonzero(mask)
    by_rows, by_mask = Matches(len(mask), rows), Matches(len(mask), None, np.array(mask, np.uint8))
    assert by_rows.mask.tolist() == by_mask.mask.tolist()
    assert by_rows.rows.tolist() == by_mask.rows.tolist()
    assert by_rows.bits.tolist() == by_mask.bits.tolist()
    assert by_rows.total == by_mask.total == sum(mask)


@given(masks)
def test_a_packed_mask_has_a_bit_for_each_row(mask: list[bool]) -> None:
    words = packed(np.array(mask, np.uint8)).tolist()
    assert [words[row // 64] >> row % 64 & 1 for row in range(len(mask))] == mask


@given(masks)
def test_before_counts_the_matches_before_each_row(mask: list[bool]) -> None:
    rows = np.arange(len(mask) + 1)
    matches = Matches(len(mask), None, np.array(mask, np.uint8))
    assert matches.before(Marks(rows)).tolist() == [sum(mask[:row]) for row in rows]

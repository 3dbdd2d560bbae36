"""Phrases of any length are found where they stand, as often as they stand there."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kb.engine.arrays.gather import Numbered
from kb.engine.arrays.invert import invert
from kb.engine.arrays.pairs import Pairs, pairs
from tests.engine.oracle import occurrences

texts = st.lists(st.lists(st.sampled_from("abc"), max_size=40), min_size=1, max_size=6)


@given(texts=texts, phrase=st.lists(st.sampled_from("abcd"), min_size=2, max_size=5))
def test_each_occurrence_gives_its_row(texts: list[list[str]], phrase: list[str]) -> None:
    numbered = Numbered()
    for number, text in enumerate(texts):
        numbered.add(number, text)
    inverted = invert(numbered, np.arange(len(texts)))
    terms = [inverted.terms.index(token.encode()) if token.encode() in inverted.terms else -1 for token in phrase]
    rows = Pairs(pairs(inverted, "s"), "s").rows(terms).tolist()
    expected = {row: occurrences(text, tuple(phrase)) for row, text in enumerate(texts)}
    assert Counter(rows) == +Counter(expected)
    assert rows == sorted(rows)

"""One score as Lucene counts it."""

from __future__ import annotations

import numpy as np
import pytest

from kb.engine.arrays.bm25 import LENGTHS, UNIT, idf, inverses, length_byte, length_bytes, scores, shares


@pytest.mark.parametrize(
    ("length", "kept"),
    [
        (0, 0),
        (1, 1),
        (39, 39),
        (40, 40),
        (41, 40),
        (42, 42),
        (55, 54),
        (150, 144),
        (1000, 984),
        (10**6, 983064),
    ],
)
def test_a_length_is_kept_as_lucene_keeps_it(length: int, kept: int) -> None:
    assert int(LENGTHS[length_byte(length)]) == kept


def test_every_byte_stands_for_a_length_that_it_encodes() -> None:
    assert [length_byte(int(length)) for length in LENGTHS[:240].astype(np.int64)] == list(range(240))


def test_bytes_of_many_lengths_are_the_bytes_of_each() -> None:
    lengths = np.array([7, 150, 7, 0, 100_000])
    assert length_bytes(lengths).tolist() == [length_byte(int(length)) for length in lengths]


def test_a_score_is_the_formula_in_float32() -> None:
    weight, inverse = idf(10, 3), inverses(10, 400)[length_byte(40)]
    (score,) = scores(np.array([2], np.float32), np.array([inverse]), weight)
    assert score == weight - weight / (np.float32(1) + np.float32(2) * inverse)
    assert float(score) == pytest.approx(1.1451323 * 2 / (2 + 1.2), abs=1e-6)


def test_what_does_not_occur_scores_nothing() -> None:
    assert scores(np.zeros(1, np.float32), np.ones(1, np.float32), np.float32(3)).tolist() == [0.0]


def test_shares_are_rounded_up_and_more_than_nothing_for_what_occurs() -> None:
    often, inverse = np.array([0, 1, 1, 9], np.float32), np.array([1, 1, 1e-4, 1], np.float32)
    assert shares(often, inverse).tolist() == [0, 128, 1, int(UNIT * 0.9) + 1]

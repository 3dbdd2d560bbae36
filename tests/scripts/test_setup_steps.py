"""The table of cures: every row takes its example and leaves the other."""

from __future__ import annotations

import re

import pytest

from setup_steps import CURES, NO_CURE_KNOWN, Cannot, Cure, SetupFailure, cure_of, step

rows = pytest.mark.parametrize("cure", CURES, ids=lambda cure: cure.name)


@rows
def test_a_row_takes_its_example(cure: Cure) -> None:
    assert cure_of(cure.takes) == cure.advice


@rows
def test_a_row_leaves_its_other_example(cure: Cure) -> None:
    assert not re.search(cure.pattern, cure.leaves)


def test_what_no_row_takes_has_a_cure_all_the_same() -> None:
    assert cure_of("something else") == NO_CURE_KNOWN


def test_a_failure_shows_the_last_lines_only() -> None:
    failure = SetupFailure("Cài kb", "\n\n".join(f"line {number}" for number in range(100)), "a cure")
    assert "line 99" in str(failure)
    assert len(str(failure).splitlines()) < 20


def test_a_step_that_cannot_be_done_says_its_own_name() -> None:
    with pytest.raises(SetupFailure, match="Hỏng ở bước: Tạo"), step("Tạo"):
        raise Cannot("why", "cure")

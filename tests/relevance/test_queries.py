"""The queries judged by hand are answered at least as well as ever: floors that only rise."""

from __future__ import annotations

import pytest

from kb.snapshot import open_snapshot
from relevance import Outcome, judged_queries, outcomes, share
from tests.indexed import indexed_home

FIRST = 75  # of 77
WITHIN_5 = 76


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, ...]:
    with open_snapshot(indexed_home(tmp_path_factory.mktemp("relevance"))) as snapshot:
        return tuple(outcomes(snapshot, judged_queries()))


def test_the_right_section_comes_first(found: tuple[Outcome, ...]) -> None:
    part = share(found)
    assert (part.asked, part.first >= FIRST, part.within_5 >= WITHIN_5) == (77, True, True), part


def test_what_is_not_there_is_not_found(found: tuple[Outcome, ...]) -> None:
    answered = [outcome.judged.text for outcome in found if not outcome.judged.answers and not outcome.silent]
    assert answered == []

"""What went into a segment comes out of it again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from kb.engine.arrays.entries import entries
from kb.engine.arrays.gather import Gathered
from kb.engine.arrays.segment import Segment, arrays_of
from kb.engine.port import UNPLACED, IndexEntry
from tests.engine.samples import many_entries
from tests.strategies import index_entries


def segment_of(given: list[IndexEntry], deleted: tuple[int, ...] = ()) -> Segment:
    gathered = Gathered()
    for entry in given:
        gathered.add(entry)
    arrays = {name: array for some in arrays_of(gathered) for name, array in some.items()}
    return Segment(arrays, deleted)


def said(entry: IndexEntry) -> IndexEntry:
    """The entry without what makes no difference: empty streams and keys, and order where it says nothing."""
    tokens = {s: tuple(sorted(held)) if s in UNPLACED else tuple(held) for s, held in entry.tokens.items() if held}
    return replace(entry, tokens=tokens, keys={k: tuple(sorted(set(held))) for k, held in entry.keys.items() if held})


@given(index_entries())
def test_entries_come_back_in_the_order_of_ids(given: list[IndexEntry]) -> None:
    found = [said(entry) for entry in entries(segment_of(given))]
    assert found == sorted(map(said, given), key=lambda entry: entry.id)


def test_frequent_and_rare_tokens_of_a_large_segment_come_back() -> None:
    given = many_entries(400)
    assert [said(entry) for entry in entries(segment_of(given))] == sorted(map(said, given), key=lambda entry: entry.id)


def test_deleted_entries_stay_away() -> None:
    given = many_entries(5)
    assert {entry.id for entry in entries(segment_of(given, (1, 3)))} == {given[number].id for number in (0, 2, 4)}

"""The ledger's promises: whatever is edited, in whatever order, the source comes back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model import Body, Span
from kb.source.edits import Change, Edit, Ledger
from tests.strategies import ledgers


def edit(start: int, end: int, after: str, rule: str = "rule") -> Edit:
    return Edit(Span(start, end), after, rule)


def undone(ledger: Ledger) -> str:
    return Body(ledger.text, (), ledger.repairs()).undone()


def test_an_edit_is_made_and_remembered() -> None:
    ledger = Ledger.of("năm , tháng").apply([edit(3, 4, "", "space_before_punct")])
    assert ledger == Ledger("năm , tháng", "năm, tháng", (Change(Span(3, 4), Span(3, 3), "space_before_punct"),))


def test_an_edit_that_changes_nothing_leaves_no_trace() -> None:
    ledger = Ledger.of("thi đua")
    assert ledger.apply([edit(0, 3, "thi")]) is ledger


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlapping"):
        Ledger.of("thi đua").apply([edit(0, 3, "x"), edit(2, 5, "y")])


def test_edits_of_one_word_become_one_repair_with_both_rules_and_the_source_s_letters() -> None:
    first = Ledger.of("đi t\u01a3 do").apply([edit(4, 5, "ư", "oi_letter")])
    second = first.apply([edit(3, 5, "tự", "mark_misplaced")])
    assert second.text == "đi tự do"
    assert second.changes == (Change(Span(3, 5), Span(3, 5), "oi_letter+mark_misplaced"),)


def test_edits_that_only_touch_stay_apart() -> None:
    ledger = Ledger.of("a b c").apply([edit(1, 2, "", "one")]).apply([edit(1, 2, "B", "two")])
    assert ledger.text == "aB c"
    assert [repair.before for repair in ledger.repairs()] == [" ", "b"]


def test_one_edit_may_take_in_several_earlier_changes() -> None:
    once = Ledger.of("a-b-c d").apply([edit(1, 2, "+", "one"), edit(3, 4, "+", "two")])
    twice = once.apply([edit(0, 5, "abc", "three"), edit(6, 7, "D", "four")])
    assert [(r.rule, r.before) for r in twice.repairs()] == [("one+two+three", "a-b-c"), ("four", "d")]


def test_one_earlier_change_ties_the_edits_in_it_together() -> None:
    once = Ledger.of("..").apply([edit(0, 2, "abcd", "one")])
    twice = once.apply([edit(0, 1, "A", "two"), edit(3, 4, "D", "three")])
    assert (twice.text, [r.rule for r in twice.repairs()]) == ("AbcD", ["one+two+three"])


@given(ledgers())
def test_undoing_the_repairs_gives_the_source(ledger: Ledger) -> None:
    assert undone(ledger) == ledger.source


@given(ledgers())
def test_changes_are_in_order_and_do_not_overlap(ledger: Ledger) -> None:
    for left, right in pairwise(ledger.changes):
        assert left.now.end <= right.now.start
        assert left.source.end <= right.source.start


@given(ledgers())
def test_what_is_not_changed_is_the_source_s(ledger: Ledger) -> None:
    ends = [(0, 0), *((c.source.end, c.now.end) for c in ledger.changes)]
    starts = [*((c.source.start, c.now.start) for c in ledger.changes), (len(ledger.source), len(ledger.text))]
    for (source_from, now_from), (source_to, now_to) in zip(ends, starts, strict=True):
        assert ledger.source[source_from:source_to] == ledger.text[now_from:now_to]


@given(ledgers(), st.data())
def test_places_of_the_source_keep_their_order(ledger: Ledger, data: st.DataObject) -> None:
    places = st.integers(0, len(ledger.source))
    first, second = sorted((data.draw(places), data.draw(places)))
    assert 0 <= ledger.now_of(first) <= ledger.now_of(second) <= len(ledger.text)

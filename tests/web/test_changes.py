"""Repairs as readers see them: whole words, joined lines apart, what looks the same only counted."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given

from kb.model import LAYOUT, Body, Line, Span
from kb.source.edits import Edit, Ledger
from kb.source.layout.furniture import DROPPED
from kb_web import changes
from kb_web.pieces import Change, Join
from tests.strategies import ledgers


def body_of(ledger: Ledger) -> Body:
    return Body(ledger.text, (Line(1, None, Span(0, len(ledger.text))),), ledger.repairs())


def repaired(source: str, *edits: tuple[str, str, str]) -> Body:
    """A body whose source had each `before` (its first occurrence) replaced: (before, after, rule)."""
    places = [(source.index(before), before, after, rule) for before, after, rule in edits]
    made = [Edit(Span(place, place + len(before)), after, rule) for place, before, after, rule in places]
    return body_of(Ledger.of(source).apply(made))


@pytest.mark.parametrize(
    ("source", "edit", "shown"),
    [
        ("kế hoac̣h và", ("ac̣", "ạc", "mark_misplaced"), Change("hoac̣h", "hoạch")),
        ("hàng năm , các", (" ,", ",", "space_before_punct"), Change("năm ,", "năm,")),
        ("hi ện nay", ("hi ện", "hiện", "split_syllable"), Change("hi ện", "hiện")),
        ("thi  đua", ("  ", " ", "double_space"), Change("thi  đua", "thi đua")),
        ("cơ sở tiếp \n\nthu và", (" \n\n", " ", "hard_wrap"), Join(" ")),
    ],
)
def test_a_repair_is_shown_as_the_words_around_it(
    source: str, edit: tuple[str, str, str], shown: Change | Join
) -> None:
    assert [one.by for one in changes.replaced(repaired(source, edit))] == [shown]


def test_neighbouring_words_that_were_repaired_are_shown_together() -> None:
    body = repaired("hê ̣thống và tư ̣giác", ("ê ̣", "ệ ", "mark_detached"), ("ư ̣", "ự ", "mark_detached"))
    assert [one.by for one in changes.replaced(body)] == [Change("hê ̣thống", "hệ thống"), Change("tư ̣giác", "tự giác")]


def test_letters_put_together_from_their_parts_are_counted_and_not_shown() -> None:
    apart = unicodedata.normalize("NFD", "chức")
    body = repaired(f"công {apart} nhà", (apart, "chức", "decomposed"))
    assert (changes.count(body, Span(0, len(body.text))), changes.replaced(body)) == (1, ())


def test_layout_is_neither_counted_nor_shown() -> None:
    body = repaired("một \n\nhai", (" \n\n", "\n", LAYOUT))
    assert (changes.count(body, Span(0, len(body.text))), changes.replaced(body)) == (0, ())


@given(ledgers())
def test_changed_words_do_not_touch(ledger: Ledger) -> None:
    body = body_of(ledger)
    words = changes.changed_words(body)
    assert all(left.end < right.start for left, right in pairwise(words))


@given(ledgers())
def test_every_repair_stands_in_the_source_where_it_is_said_to(ledger: Ledger) -> None:
    body = body_of(ledger)
    places = changes.SourcePlaces.of(body)
    assert [places.repair(at).of(ledger.source) for at in range(len(body.repairs))] == [
        repair.before for repair in body.repairs
    ]


@pytest.mark.parametrize("rule", [*sorted(DROPPED), "decomposed+running_head"])
def test_a_dropped_line_is_shown_where_it_stood(rule: str) -> None:
    wrap, number, layout = (" \n", " ", "hard_wrap"), ("8", "", rule), ("\n ", "", LAYOUT)
    body = repaired("trình công \n8\n nghệ thông", wrap, number, layout)
    assert [one.by for one in changes.replaced(body)] == [Join(" "), Change("8", "")]


def test_a_space_that_stands_for_nothing_is_not_shown() -> None:
    assert changes.replaced(repaired(" Điều 1", (" Đ", "Đ", "leading_space"))) == ()


@given(ledgers())
def test_letters_that_no_repair_touched_are_found_in_the_source(ledger: Ledger) -> None:
    body = body_of(ledger)
    places = changes.SourcePlaces.of(body)
    touched = {place for repair in body.repairs for place in range(repair.span.start - 1, repair.span.end + 1)}
    for place in set(range(len(body.text))) - touched:
        span = Span(place, place + 1)
        assert places.span(span).of(ledger.source) == span.of(body.text)

"""Quotation marks find their partners, whatever shape they have, and one that has none pairs with nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.vietnamese.quotation import pair_marks

PAIRS = [
    ("a “b c” d", ["b c"]),
    ('a “b c" d', ["b c"]),
    ('a "b c” d', ["b c"]),
    ("a “b “c” d” e", ["b “c” d", "c"]),
    ("a “b và “c” d", ["c"]),
    ('a "b" «c»', ["b", "c"]),
    ("a ” b", []),
    ("phong trào “Dạy tốt“, cuộc", ["Dạy tốt"]),
    ("lấy ”ý kiến” của dân", ["ý kiến"]),
    ('nêu: " Giữ vững mục tiêu " (11)', [" Giữ vững mục tiêu "]),
    ('như "Tổ chức A" "Tổ chức B";', ["Tổ chức A", "Tổ chức B"]),
    ("người H’Mông ở xã “Đắk R’lấp”", ["Đắk R’lấp"]),
    ("“để ‘trên nóng, dưới lạnh’ kéo dài”", ["để ‘trên nóng, dưới lạnh’ kéo dài", "trên nóng, dưới lạnh"]),
    ("«hai “lần”»", ["hai “lần”", "lần"]),
]


@pytest.mark.parametrize(("text", "found"), PAIRS)
def test_a_mark_is_closed_by_the_next_one_that_can_close_it(text: str, found: list[str]) -> None:
    assert [text[opening + 1 : closing] for opening, closing in pair_marks(text).pairs] == found


@given(st.text(alphabet='“”"«»‘’ab .,', max_size=60))
def test_every_mark_is_in_one_place_at_most_and_pairs_are_nested_or_apart(text: str) -> None:
    marks = pair_marks(text)
    places = [place for pair in marks.pairs for place in pair]
    assert len(places) == len(set(places))
    assert not set(places) & {*marks.open, *marks.closed}
    for first in marks.pairs:
        for second in marks.pairs:
            assert not first[0] < second[0] < first[1] < second[1]


def test_marks_that_never_close_are_read_in_one_pass() -> None:
    assert pair_marks("“a " * 100_000).pairs == ()

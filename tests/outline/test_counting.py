"""How lists are counted."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.outline.counting import Count, follows, is_first, value


@pytest.mark.parametrize(
    ("printed", "count", "expected"),
    [
        ("I", "roman", 1),
        ("xiv", "roman", 14),
        ("XXXIX", "roman", 39),
        ("IIII", "roman", None),
        ("VX", "roman", None),
        ("", "roman", None),
        ("03", "arabic", 3),
        ("3a", "arabic", None),
        ("thứ nhất", "word", 1),
        ("THỨ TƯ", "word", 4),
        ("thứ bậc", "word", None),
        ("đ", "letter", ord("đ")),
        ("ab", "letter", None),
    ],
)
def test_a_printed_number_has_its_value_or_none(printed: str, count: Count, expected: int | None) -> None:
    assert value(printed, count) == expected


@pytest.mark.parametrize("alphabet", ["abcdđeghiklmnopqrstuvxy", "abcdefghij"])
def test_letters_follow_each_other_in_either_alphabet(alphabet: str) -> None:
    pairs = pairwise(alphabet)
    assert all(follows(ord(before), ord(after), "letter") for before, after in pairs)


@given(st.integers(1, 500))
def test_a_number_follows_the_one_before_it_only(number: int) -> None:
    assert [after for after in range(1, 502) if follows(number, after, "arabic")] == [number + 1]


def test_a_list_begins_with_one_or_a() -> None:
    assert (is_first(1, "roman"), is_first(2, "arabic"), is_first(ord("a"), "letter")) == (True, False, True)

"""Which passages answer a question, on five of them; and that every tree is one an engine takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.find import IndexWords
from kb.query.plan import plan
from kb.query.question import Filter
from kb.query.read import read
from kb.query.tree import checked

Answer = Callable[[str], list[int]]

ANSWERED = (
    ("hiến đất", [0]),
    ("hien dat lam duong", [0]),
    ("hiến đ", [0]),
    ("nông thôn mới", [0]),
    ("HUY CHƯƠNG VÀNG", [1]),
    ("huy chươg vàng", [1]),
    ("1308 cá nhân", [1]),
    ("ngày 24 tháng 8 năm 1949", [1]),
    ("24/08/1949", [1]),
    ("quyết định 258", [2]),
    ("258/qd-ttg", [2]),
    ("giai đoạn 2016 - 2020", [0]),
    ("đại hội lần thứ 5", [3]),
    ("khoong phair ganh đua", [4]),
    ("van hoa cong so", [3]),
    ('"thi đua yêu nước"', [2]),
    ("“thi dua yeu nuoc”", [2]),
    ("thi đua -yêu", [4]),
    ("thi đua NOT yêu nước", [4]),
    ('thi đua -"yêu nước"', [4]),
    ("thi đua năm:2020", [2]),
    ("thi đua năm:2021..", [4]),
    ('"công chức" OR "ganh đua"', [3, 4]),
    ('"phong trào" AND "thi đua"', [2]),
    ("tỉnh giành được bao nhiêu huy chương vàng?", [1]),
    ("năm:2019..2020", [1, 2]),
)


@pytest.mark.parametrize(("typed", "passages"), ANSWERED)
def test_the_passages_that_answer_are_found(typed: str, passages: list[int], answered: Answer) -> None:
    assert sorted(answered(typed)) == passages


NOT_ANSWERED = (
    "hiến đất ở Cao Bằng",
    "hien dat tinh cao bang",
    "huy chương vàng năm 2009",
    "quyết định 259/QĐ-TTg",
    "phong trào thi đua của Võ Nguyên Giáp",
    "1309 cá nhân",
    "25/8/1949",
    "giai đoạn 2011 - 2015",
    "đại hội lần thứ VI",
    '"yêu nước thi đua"',
    '"thì đua"',
    '"phong trào" AND "ganh đua"',
    "bitcoin",
)


@pytest.mark.parametrize("typed", NOT_ANSWERED)
def test_what_is_not_there_is_not_found(typed: str, answered: Answer) -> None:
    assert answered(typed) == []


@pytest.mark.parametrize("typed", ["", "?!", '""', "..."])
def test_a_question_without_words_has_no_answer(typed: str, answered: Answer) -> None:
    assert answered(typed) == []


def test_a_heading_answers_with_all_its_passages(answered: Answer) -> None:
    assert sorted(answered("kết quả")) == [0, 1, 2, 3, 4]


def test_the_headings_above_alone_do_not_answer(answered: Answer) -> None:
    assert answered("phần chung") == []


def test_typed_with_marks_the_exact_passage_comes_first(answered: Answer) -> None:
    assert answered("giữ vững")[0] == 4


def test_a_filter_from_outside_has_to_hold_too(words: IndexWords) -> None:
    narrowed = plan(read("thi đua"), words, (Filter("year", "2020", "2020"),))
    assert words.count(narrowed.query) == 1


@pytest.mark.parametrize("value", ["Báo cáo", "báo cáo", "bao cao", "bao"])
def test_a_value_of_a_field_may_be_typed_as_people_type(value: str, words: IndexWords) -> None:
    assert words.count(plan(read(f'loại:"{value}"'), words).query) == 3


TOLD = (
    ("huy chươg vàng", "corrected", "chươg"),
    ("hiến đ", "begun", "đ"),
    ('"thi đua"', "phrase", "thi đua"),
    ("thi đua -yêu", "without", "yêu"),
    ("thi đua năm:2020", "filter", "năm:2020"),
    ("thi đua AND", "ignored", "AND"),
    ("thi đua bitcoin", "unknown", "bitcoin"),
)


@pytest.mark.parametrize(("typed", "kind", "text"), TOLD)
def test_how_a_question_was_read_is_told(typed: str, kind: str, text: str, words: IndexWords) -> None:
    assert (kind, text) in [(part.kind, part.text) for part in plan(read(typed), words).understood]


PIECES = st.sampled_from(
    ("thi", "đua", '"thi đua"', "-yêu", "AND", "OR", "NOT", "năm:2020", "th*", "1/2/2020", "258/QĐ-TTg", "Cao Bằng")
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(PIECES | st.text("abchgtđ", min_size=1, max_size=4), max_size=90).map(" ".join))
def test_any_question_makes_a_tree_that_an_engine_takes(words: IndexWords, typed: str) -> None:
    made = plan(read(typed), words)
    checked(made.query)
    checked(made.near)

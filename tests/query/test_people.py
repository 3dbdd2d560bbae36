"""Whom a question names, typed as people type."""

from __future__ import annotations

import pytest

from kb.query.people import AROUND, Around, read_people
from kb.query.read import read
from kb.vietnamese.people import shipped_people


def _named(typed: str) -> list[str]:
    question = read(typed)
    words = question.words()
    people = read_people(words, shipped_people(), marked=question.marked)
    return [" ".join(word.text for word in words[one.start : one.end]) for one in people]


TAKES = (
    ("Hồ Chủ tịch nói về thi đua", ["Hồ Chủ tịch"]),
    ("ho chi minh noi ve thi dua", ["ho chi minh"]),
    ("nguyen ai quoc", ["nguyen ai quoc"]),
    ("cau noi cua bac ve thi dua", ["bac"]),
    ("lời bác dạy", ["bác"]),
    ("những lần Bác về thăm", ["Bác"]),
    ("theo Người thi đua là gì", ["Người"]),
    ("C.Mác và V.I. Lênin", ["C Mác", "V I Lênin"]),
)


@pytest.mark.parametrize(("typed", "names"), TAKES)
def test_a_person_is_named(typed: str, names: list[str]) -> None:
    assert _named(typed) == names


LEAVES = (
    "bac kan",
    "bac si noi",
    "của bác sĩ",
    "người dân",
    "quyền của người lao động",
    "theo nguoi dan",
    "thành phố Hồ Chí Minh",
    "thanh pho ho chi minh",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Báo Người Lao Động",
    "lời bác bỏ",
    "bậc học của tỉnh",
    "phía bắc",
)


@pytest.mark.parametrize("typed", LEAVES)
def test_nobody_is_named(typed: str) -> None:
    assert _named(typed) == []


@pytest.mark.parametrize("row", AROUND, ids=lambda row: row.takes)
def test_a_row_takes_its_example_and_leaves_the_other(row: Around) -> None:
    assert (len(_named(row.takes)), _named(row.leaves)) == (1, [])

"""The table of abbreviations and near words: its form, what it says of a question, and that it holds no trap."""

from __future__ import annotations

from itertools import chain

import pytest

from kb.errors import BadSynonyms
from kb.query.read import read
from kb.query.synonyms import Synonyms, read_rows, shipped, shipped_rows, with_own
from kb.vietnamese.syllables import is_syllable


def _others(typed: str, table: Synonyms | None = None) -> list[str]:
    question = read(typed)
    places = (table or shipped()).places(question.words(), marked=question.marked)
    return [way.text for place in places for way in place.ways]


TAKES = (
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("mttq", "Mặt trận Tổ quốc"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("mat tran to quoc", "MTTQ"),
    ("hoạt động của HDND xã", "Hội đồng nhân dân"),
    ("hdnd xa", "Hội đồng nhân dân"),
    ("Uỷ ban nhân dân", "UBND"),
    ("Nghị định của CP", "Chính phủ"),
    ("TƯ", "Trung ương"),
    ("Ban Chấp hành TƯ", "Trung ương"),
    ("hàng năm", "hằng năm"),
    ("KT-XH", "kinh tế - xã hội"),
    ("kinh te xa hoi", "KT-XH"),
    ("phòng chống Covid-19", "Covid19"),
)


@pytest.mark.parametrize(("typed", "other"), TAKES)
def test_a_word_of_the_table_is_looked_for_otherwise_too(typed: str, other: str) -> None:
    assert other in _others(typed)


LEAVES = (
    "cp",
    "nghị định cp",
    "tu dưỡng đạo đức",
    "TU DUONG DAO DUC",
    "ĐẦU TƯ CÔNG",
    "tu sửa",
    "dan so",
    "dan toc",
    "đầu tư",
    "tp",
    "Chính phủ",
    "Trung ương",
    "nhãn mác",
    "đòn bẩy",
)


@pytest.mark.parametrize("typed", LEAVES)
def test_what_only_looks_like_an_abbreviation_is_left(typed: str) -> None:
    assert _others(typed) == []


def test_the_longest_word_of_the_table_is_taken() -> None:
    assert "UBMTTQ" in _others("Ủy ban Mặt trận Tổ quốc tỉnh")
    assert "MTTQ" not in _others("Ủy ban Mặt trận Tổ quốc tỉnh")


def test_nothing_is_looked_for_that_spells_one_syllable() -> None:
    ways = chain.from_iterable(entry.ways for entry in shipped().exact.values())
    assert [way.text for way in ways if len(way.keys) == 1 and is_syllable(way.text)] == []


def test_no_word_stands_on_the_left_of_two_shipped_lines() -> None:
    left = [row.left for row in shipped_rows()]
    assert [word for word in left if left.count(word) > 1 and word != "Covid-19"] == []


def test_a_home_adds_to_the_table() -> None:
    own = with_own(read_rows("eq\tBQL\tBan Quản lý", "x"))
    assert (_others("BQL", own), "Mặt trận Tổ quốc" in _others("MTTQ", own)) == (["Ban Quản lý"], True)


def test_a_home_line_comes_in_the_place_of_the_shipped_one() -> None:
    assert _others("NTM", with_own(read_rows("one\tNTM\tnhà trẻ mầm non\t0.5", "x"))) == ["nhà trẻ mầm non"]


def test_a_home_takes_a_shipped_line_out() -> None:
    assert _others("NTM", with_own(read_rows("off\tNTM", "x"))) == []


def test_comments_blank_lines_and_a_byte_order_mark_are_no_rows() -> None:
    assert read_rows("\ufeff# ghi chú\n\n  \neq\tA1\tB1\n", "x") == read_rows("eq\tA1\tB1\t1", "y")


BAD = (
    ("# được\nequal\tA\tB", 2, "odd-how"),
    ("eq\tNTM", 1, "no-right"),
    ("eq\tNTM\t | ", 1, "no-right"),
    ("eq\t?!\tB", 1, "odd-word"),
    ("eq\tNTM\t" + "a " * 13, 1, "odd-word"),
    ("eq\tNTM\tnông thôn mới\t7", 1, "odd-weight"),
    ("eq\tNTM\tnông thôn mới\tnan", 1, "odd-weight"),
    ("NTM = nông thôn mới", 1, "odd-how"),
)


@pytest.mark.parametrize(("text", "line", "why"), BAD)
def test_a_line_that_is_none_is_named(text: str, line: int, why: str) -> None:
    with pytest.raises(BadSynonyms) as raised:
        read_rows(text, "synonyms.tsv")
    assert (raised.value.values["line"], raised.value.values["why"]) == (line, why)
    assert f"Dòng {line} của synonyms.tsv sai" in str(raised.value)

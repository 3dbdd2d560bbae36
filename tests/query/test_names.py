"""The names in a question, by capitals and by the list of provinces."""

from __future__ import annotations

import pytest

from kb.query.asking import ASKING, Asking, asking
from kb.query.names import read_names
from kb.query.read import read


def names(typed: str) -> list[str]:
    question = read(typed)
    words = question.words()
    places = read_names(words, marked=question.marked)
    return [" ".join(word.text for word in words[start:end]) for start, end in places]


NAMES: tuple[tuple[str, list[str]], ...] = (
    ("lời dạy của Võ Nguyên Giáp", ["Võ Nguyên Giáp"]),
    ("Võ Nguyên Giáp nói gì", ["Nguyên Giáp"]),
    ("phong trào ở huyện Ba Bể, Chợ Mới", ["Ba Bể", "Chợ Mới"]),
    ("dai hoi thi dua tinh thai nguyen", ["thai nguyen"]),
    ("kinh tế cao bằng", ["cao bằng"]),
    ("thành phố Hồ Chí Minh", ["thành phố Hồ Chí Minh"]),
    ("vì hòa bình", []),
    ("tinh hoa binh", ["hoa binh"]),
    ("Hội Liên hiệp Phụ nữ", []),
    ("của Bộ Chính trị", []),
    ("UBND tỉnh", []),
    ("ĐẠI HỘI THI ĐUA", []),
    ("Đại Hội Thi Đua Yêu Nước", []),
    ("đẠI hỘI tHI đUA", []),
    ("thi đua yêu nước", []),
)


@pytest.mark.parametrize(("typed", "found"), NAMES)
def test_names_are_seen(typed: str, found: list[str]) -> None:
    assert names(typed) == found


@pytest.mark.parametrize("row", ASKING, ids=lambda row: row.words)
def test_a_question_word_takes_its_example_and_leaves_the_other(row: Asking) -> None:
    count = len(row.words.split())
    for typed, wanted in ((row.takes, True), (row.leaves, False)):
        question = read(typed)
        asks = asking(question.words(), marked=question.marked)
        assert (len(asks) >= count) is wanted, typed

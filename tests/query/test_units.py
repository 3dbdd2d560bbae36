"""What a question is about is cut into numbers, names, compounds and words, each weighed."""

from __future__ import annotations

import pytest

from kb.find import IndexWords
from kb.query.commonness import COMMON, MOST_BITS, information
from kb.query.compounds import is_compound, may_be_compound
from kb.query.read import read
from kb.query.spelling import seek
from kb.query.units import cut
from kb.query.weights import NAME_BITS, NUMBER_BITS, WORD_BITS
from kb.vietnamese.lexicon import pairs
from kb.vietnamese.syllables import folded_key

CUT = (
    ("phong trào thi đua yêu nước", "phong trao|thi dua|yeu nuoc"),
    ("phong trao thi dua", "phong trao|thi dua"),
    ("thi, đua", "thi|dua"),
    ("khen thưởng năm 2019", "khen thuong|nam|2019"),
    ("kết quả giai đoạn 2016 - 2020 thế nào", "ket qua|giai doan|2016 2020|the|nao"),
    ("lời dạy của Võ Nguyên Giáp", "loi|day|cua|vo nguyen giap"),
    ("huy chươg vàng", "huy chuong|vang"),
)


@pytest.mark.parametrize(("typed", "units"), CUT)
def test_a_question_is_cut(typed: str, units: str, words: IndexWords) -> None:
    question = read(typed)
    found = cut(seek(question.words(), words, marked=question.marked), marked=question.marked)
    assert "|".join(" ".join(unit.readings[0]) for unit in found) == units


def test_each_unit_says_what_its_kind_says(words: IndexWords) -> None:
    sought = seek(read("huy chương của Võ Nguyên Giáp năm 2019 ở đâu").words(), words, marked=True)
    weights = {" ".join(unit.readings[0]): unit.weight for unit in cut(sought, marked=True)}
    assert weights["vo nguyen giap"] == NAME_BITS
    assert weights["2019"] == NUMBER_BITS
    assert weights["huy chuong"] == WORD_BITS
    assert (weights["cua"], weights["o"], weights["dau"]) == (0, 0, 0)


def test_no_syllable_is_counted_twice_as_common() -> None:
    listed = [syllable for syllables in COMMON.values() for syllable in syllables.split()]
    assert len(listed) == len(set(listed))
    assert all(information(syllable) < MOST_BITS and folded_key(syllable) == syllable for syllable in listed)


def test_the_list_of_words_is_searched_as_it_is_laid_out() -> None:
    listed = [pair.split() for pair in sorted(pairs())[::50]]
    assert all(is_compound(left, right) for left, right in listed)
    assert all(may_be_compound(folded_key(left), folded_key(right)) for left, right in listed)
    assert not any(
        f"{left} {right}" not in pairs() and is_compound(left, right)
        for left, right in zip(*zip(*listed, strict=True), strict=True)
    )

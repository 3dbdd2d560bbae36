"""A word whose letters stand nowhere is read otherwise; one that stands somewhere never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.find import IndexWords
from kb.query.read import read
from kb.query.spelling import Sought, one_away, seek, unmarked, written
from kb.vietnamese.syllables import canonical, folded_key, is_syllable, key
from tests.strategies import syllables

READ = (
    ("huy chươg vàng", "chươg", "corrected", "chuong"),
    ("khne thưởng", "khne", "corrected", "khen"),
    ("tiêu cựcc", "cựcc", "corrected", "cuc"),
    ("giữ vững văn mnih", "mnih", "corrected", "minh"),
    ("suwcs khoong phair", "khoong", "corrected", "khong"),
    ("thi dduar", "dduar", "corrected", "dua"),
    ("thi d9ua", "d9ua", "corrected", "dua"),
    ("hiến đ", "đ", "begun", "dat"),
    ("xây dựng nông th*", "th", "begun", "thon"),
    ("thi đua yê", "yê", "begun", "yeu"),
    ("thi đua", "đua", "typed", "dua"),
    ("Võ Nguyên Giáp", "Giáp", "unknown", "giap"),
    ("trong CCHC", "CCHC", "unknown", "cchc"),
    ("blockchain", "blockchain", "unknown", "blockchain"),
)


def sought(typed: str, words: IndexWords) -> tuple[Sought, ...]:
    question = read(typed)
    return seek(question.words(), words, marked=question.marked)


@pytest.mark.parametrize(("typed", "word", "how", "folded"), READ)
def test_a_word_is_read_as_what_it_stands_for(typed: str, word: str, how: str, folded: str, words: IndexWords) -> None:
    (found,) = (one for one in sought(typed, words) if one.word.text == word)
    assert (found.how, found.forms[0].folded) == (how, folded)


def test_a_slip_takes_the_marks_that_are_nearest(words: IndexWords) -> None:
    (*_, slip) = sought("nói không với tiêu cựcc", words)
    assert [form.exact for form in slip.forms] == [key("cực")]


def test_marks_that_make_no_syllable_are_not_looked_at(words: IndexWords) -> None:
    (_, slipped) = sought("nông thôn mơí Băc", words)[-2:]
    assert (slipped.how, slipped.forms[0].exact, slipped.forms[0].folded) == ("typed", None, "bac")


@given(st.text("abcđươ", min_size=1, max_size=6))
def test_one_away_is_one_away_from_the_other_side_too(word: str) -> None:
    assert all(word in one_away(other) for other in sorted(one_away(word))[:20])


@given(syllables())
def test_a_key_can_be_written_and_folded(syllable: str) -> None:
    assert unmarked(key(syllable)) == folded_key(syllable)
    assert not is_syllable(syllable) or key(written(key(syllable))) == key(canonical(syllable))

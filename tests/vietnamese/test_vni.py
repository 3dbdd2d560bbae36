"""VNI keys left in a word are read, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given

from kb.vietnamese.syllables import is_syllable, split_tone
from kb.vietnamese.vni import MARKS, read_vni
from tests.strategies import syllables

READ = (
    ("tuoi7", "tươi"),
    ("tre3", "trẻ"),
    ("tuoi63", "tuổi"),
    ("d9uong72", "đường"),
    ("d9ua", "đua"),
    ("na8m", "năm"),
    ("viet65", "việt"),
    ("Thi1", "thí"),
)
LEFT = ("thi", "A2", "covid19", "h1n1", "", "123", "2020", "đua7", "lop12", "xyz9", "k9", "1a", "a" * 5000 + "1")


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_keys_are_read(typed: str, meant: str) -> None:
    assert read_vni(typed) == meant


@pytest.mark.parametrize("word", LEFT)
def test_what_is_no_key_is_left(word: str) -> None:
    assert read_vni(word) is None


@given(syllables())
def test_each_syllable_is_read_from_keys_behind_each_letter(syllable: str) -> None:
    base, tone, _ = split_tone(syllable)
    keys = {marked: plain + key for key, pairs in MARKS.items() for plain, marked in pairs.items()}
    typed = "".join(keys.get(letter, letter) for letter in base) + (tone if tone != "0" else "")
    if len(base) > 1 and typed != base and is_syllable(syllable):
        assert split_tone(read_vni(typed) or "")[:2] == (base, tone)

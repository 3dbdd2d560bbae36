"""Telex keys left in a word are read, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from kb.vietnamese.syllables import is_syllable, split_tone
from kb.vietnamese.telex import TONE_KEYS, read_telex
from tests.strategies import syllables

READ = (
    ("suwcs", "sức"),
    ("dduwowngf", "đường"),
    ("truwongf", "trường"),
    ("ddi", "đi"),
    ("thuowr", "thuở"),
    ("hoas", "hóa"),
    ("quyeets", "quyết"),
    ("giaf", "già"),
    ("Kanj", "kạn"),
    ("khoong", "không"),
    ("nguwowif", "người"),
)
LEFT = ("thi", "ganh", "sao", "class", "window", "wto", "", "123", "đường", "xyz", "f", "web")

KEYS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_keys_are_read(typed: str, meant: str) -> None:
    assert read_telex(typed) == meant


@pytest.mark.parametrize("word", LEFT)
def test_what_is_no_key_is_left(word: str) -> None:
    assert read_telex(word) is None


@given(syllables())
def test_every_syllable_comes_back_from_its_keys(syllable: str) -> None:
    base, tone, _ = split_tone(syllable)
    assume(is_syllable(syllable) and "oo" not in base and "ôô" not in base)  # "xoong" is typed with a key more
    tone_key = next((key for key, digit in TONE_KEYS.items() if digit == tone), "")
    typed = "".join(KEYS.get(letter, letter) for letter in base) + tone_key
    assert read_telex(typed) == (syllable if typed != syllable else None)

"""Letters: normal form, look-alikes, folding."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.vietnamese.letters import TONE_DIGITS, TONE_MARKS, fold, meant, nfc


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Đường", "duong"),
        ("ĐƯỜNG", "duong"),
        ("thủy", "thuy"),
        ("Ðảng", "dang"),  # U+00D0, the Icelandic eth
        ("lƣơng", "luong"),  # U+01A3
        ("nǎm", "nam"),  # U+01CE
        ("km²", "km2"),
        ("tư\u00adởng", "tuong"),
        ("258", "258"),
        ("", ""),
    ],
)
def test_a_folded_word_has_no_mark_left(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "letters"),
    [("Ðại", "đại"), ("lƣơng", "lương"), ("Nǎm", "năm"), ("xã\u200b", "xã"), ("m³", "m3"), ("Hội", "hội")],
)
def test_the_letters_meant_keep_their_marks(word: str, letters: str) -> None:
    assert meant(word) == letters


@given(st.text())
def test_folding_does_not_depend_on_the_normal_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_nfc_is_unicodes(text: str) -> None:
    assert nfc(text) == unicodedata.normalize("NFC", text)


def test_every_tone_has_one_mark_and_one_digit() -> None:
    assert {TONE_DIGITS[mark]: mark for mark in TONE_DIGITS} == TONE_MARKS

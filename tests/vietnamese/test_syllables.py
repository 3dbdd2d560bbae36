"""The grammar of syllables, the place of the tone, and keys."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.vietnamese.letters import fold
from kb.vietnamese.syllables import (
    AFTER_QU,
    NUCLEI,
    ONSETS,
    Nucleus,
    Onset,
    canonical,
    folded_key,
    is_syllable,
    key,
    place_tone,
    split_tone,
)
from tests.strategies import disguised, syllables


@pytest.mark.parametrize("onset", ONSETS, ids=lambda onset: onset.letters or "none")
def test_an_onset_takes_what_its_row_says_and_leaves_what_it_says(onset: Onset) -> None:
    assert (place_tone(onset.takes, "0"), place_tone(onset.leaves, "0")) == (onset.takes, None)


@pytest.mark.parametrize("nucleus", NUCLEI, ids=lambda nucleus: nucleus.letters)
def test_a_nucleus_makes_a_syllable_with_each_of_its_endings(nucleus: Nucleus) -> None:
    rhymes = [nucleus.letters + ending.strip("-") for ending in nucleus.endings.split()]
    assert all(any(place_tone(onset + rhyme, "1") for onset in ("", "h", "ng")) for rhyme in rhymes)


@pytest.mark.parametrize("nucleus", AFTER_QU, ids=lambda nucleus: nucleus.letters)
def test_qu_takes_some_rhymes_of_its_own(nucleus: Nucleus) -> None:
    assert all(place_tone("qu" + nucleus.letters + ending.strip("-"), "1") for ending in nucleus.endings.split())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("HÒA", "HOÀ"),
        ("khỏe", "khoẻ"),
        ("thúy", "thuý"),
        ("hoàn", "hoàn"),
        ("ngoéo", "ngoéo"),
        ("khuỷu", "khuỷu"),
        ("khuýa", "khuýa"),
        ("quý", "quý"),
        ("quả", "quả"),
        ("quốc", "quốc"),
        ("già", "già"),
        ("giũ", "giũ"),
        ("gìn", "gìn"),
        ("giếng", "giếng"),
        ("mía", "mía"),
        ("lụa", "lụa"),
        ("lửa", "lửa"),
        ("muống", "muống"),
        ("được", "được"),
        ("yếu", "yếu"),
        ("huế", "huế"),
        ("thuở", "thuở"),
        ("chuyện", "chuyện"),
        ("xoóng", "xoóng"),
    ],
)
def test_the_tone_is_placed_in_both_styles(old: str, new: str) -> None:
    base, tone, _ = split_tone(old)
    placed = place_tone(base, tone), place_tone(base, tone, style="new"), canonical(new)
    assert placed == (old.lower(), new.lower(), old)


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("dưṇg", "dựng"),  # the outline's PDF puts a mark behind the next letter
        ("hoac̣h", "hoạch"),
        ("Cưụ", "Cựu"),
        ("Kaṇ", "Kạn"),
        ("PHAṂ", "PHẠM"),
        ("lí", "lí"),
        ("Marx", "Marx"),
        ("café", "café"),
        ("hóà", "hóà"),
        ("", ""),
    ],
)
def test_a_mark_on_the_wrong_letter_is_moved_and_nothing_else_changes(printed: str, right: str) -> None:
    assert canonical(printed) == right


@pytest.mark.parametrize(
    "word",
    ["a", "ý", "Đảng", "nghiêng", "Kạn", "quyết", "gì", "oẳn", "yên", "HOÀ", "tỉ", "xoong", "buýt", "he\u0323\u0302"],
)
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    ["", "ngiêng", "cê", "kuân", "iên", "cac", "bác̀", "dưṇg", "ubnd", "hiện đại", "á́", "3", "trịː", "Ðại", "tiênn"],
)
def test_what_is_no_syllable_is_known(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hòa", "hoà"),
        ("Cưụ", "cựu"),
        ("lý", "lí"),
        ("tỷ", "tỉ"),
        ("KỸ", "kĩ"),
        ("quý", "quí"),
        ("Ðảng", "đảng"),
        ("nǎm", "năm"),
        ("lƣơng", "lương"),
        ("m²", "M2"),
    ],
)
def test_two_ways_of_writing_have_one_key(left: str, right: str) -> None:
    assert (key(left), folded_key(left)) == (key(right), folded_key(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("túy", "túi"),
        ("thủy", "thui"),
        ("tày", "tài"),  # i and y after another vowel are two sounds
        ("vy", "vi"),
        ("yêu", "iêu"),
        ("hoa", "hòa"),
        ("đa", "da"),
        ("á", "A1"),
        ("A1", "A10"),
        ("A", "A0"),
    ],
)
def test_two_words_have_two_keys(left: str, right: str) -> None:
    assert key(left) != key(right)


@pytest.mark.parametrize("letter", [chr(code) for code in range(0x250) if chr(code).isalnum()])
def test_no_letter_is_lost_in_a_key(letter: str) -> None:
    assert key(letter)
    assert folded_key(letter)


@given(st.data(), syllables())
def test_a_syllables_keys_do_not_depend_on_how_it_is_written(data: st.DataObject, word: str) -> None:
    written = data.draw(disguised(word))
    assert (key(written), folded_key(written)) == (key(word), folded_key(word))


@given(st.data(), syllables())
def test_a_syllable_is_put_right_wherever_its_mark_stands(data: st.DataObject, word: str) -> None:
    written = data.draw(disguised(word, case=False))
    assert canonical(written) == word


@given(syllables())
def test_the_folded_key_follows_from_the_key(word: str) -> None:
    assert folded_key(word) == fold(key(word)).rstrip("12345")


def test_every_tone_of_every_syllable_is_taken_apart_again() -> None:
    for base, tone in product(("hoa", "quyên", "giêng", "khuyu", "uông"), "012345"):
        placed = place_tone(base, tone)
        assert placed is not None
        assert split_tone(placed)[:2] == (base, tone)
        assert unicodedata.is_normalized("NFC", placed)

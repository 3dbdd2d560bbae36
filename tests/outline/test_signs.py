"""What a line shows by its look alone."""

import pytest

from kb.outline.signs import awaits_number, ends, hangs, has_word, in_capitals, starts_small, unclosed


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KẾT QUẢ THỰC HIỆN", True),
        ("I. Ý NGHĨA,TẦM QUAN TRỌNG", True),
        ("GIAI ĐOẠN 2015 - 2020", True),
        ("UBND tỉnh", False),
        ("46/2019/QH14.", False),
        ("27/KH-HĐTĐKT", False),
        ("", False),
    ],
)
def test_a_line_in_capitals_has_a_word_of_capitals(line: str, expected: bool) -> None:
    assert in_capitals(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("hết.", True), ("“hết”.", True), ("hết.”", True), ("hết (hết.)", True), ("hết,", False), ("", False)],
)
def test_an_end_of_sentence_may_stand_before_closing_marks(line: str, expected: bool) -> None:
    assert ends(line) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“mở", True),
        ("“mở” “đóng”", False),
        ('“ngàn cân treo sợi tóc"', False),
        ("(Kèm theo", True),
        ("a) mở (đóng)", False),
        ("a) mở (", True),
    ],
)
def test_what_is_opened_is_open_until_it_is_closed(text: str, expected: bool) -> None:
    assert unclosed(text) is expected


def test_a_preposition_hangs_and_a_noun_does_not() -> None:
    assert [hangs(line) for line in ("kế hoạch của", "2016 -", "Công tác tổ chức")] == [True, True, False]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("ngày", "20/12/2016", True), ("trong quý", "III. Đồng chí", True), ("cử tri", "89/108 xã", False)],
)
def test_a_number_is_awaited_behind_the_words_that_count(before: str, after: str, expected: bool) -> None:
    assert awaits_number(before, after) is expected


def test_a_lost_tone_mark_goes_on_with_the_line_above() -> None:
    assert starts_small("\u0323thống chính trị")


def test_a_number_is_no_word() -> None:
    assert not has_word("15/8/2021) - 2020")

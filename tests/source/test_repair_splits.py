"""Syllables cut in two: what is joined, and what stands as it is."""

from __future__ import annotations

import pytest

from kb.source.repair.splits import join_splits
from tests.source.repairing import after


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("thực hi ện", "thực hiện"),  # outline, line 248
        ("đề u có, v à, phong trà o", "đều có, và, phong trào"),
        ("n gười, tro ng, t hủ tục, đầ u, quyền lợ i, gâ y", "người, trong, thủ tục, đầu, quyền lợi, gây"),
        ("của cả nướ c?", "của cả nước?"),
        ("“phò ng bệnh", "“phòng bệnh"),
        ("N hững người; Đ ảng bộ", "Những người; Đảng bộ"),
        ("THI Đ UA YÊU NƯỚ C, PHONG TRÀ O", "THI ĐUA YÊU NƯỚC, PHONG TRÀO"),
        ("kết q uả", "kết quả"),
        ("an toàn cho a n ninh", "an toàn cho an ninh"),
        ("số ng ười, có m ặt, c ó", "số người, có mặt, có"),  # the middle piece goes right
        ("mớ i nh ất, cô ng an", "mới nhất, công an"),  # or left
        ("nội trú c ho những người, có t ối thiểu", "nội trú cho những người, có tối thiểu"),
        ("t r ong", "trong"),
        ("ngà y khoá khoẻ kho ẻ", "ngày khoá khoẻ khoẻ"),  # the new style of placing a tone
        ("01 b ộ hồ sơ, 12 n ăm, 03 t ỷ đồng", "01 bộ hồ sơ, 12 năm, 03 tỷ đồng"),
        ("Nguyễ n Văn A, N guyễn, Bắc K ạn", "Nguyễn Văn A, Nguyễn, Bắc Kạn"),  # names are in no lexicon
        ("công việc đ ó.", "công việc đó."),
        ("thu ế thu nhập", "thuế thu nhập"),
    ],
)
def test_pieces_of_a_syllable_are_joined(printed: str, meant: str) -> None:
    assert after(join_splits, printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "bác sĩ thú y, Thú y, THÚ Y",  # a word of the lexicon: 200 times in 105 laws
        "y tế và y học, thu ý kiến",
        "cho ai, cho án phí, do anh làm",
        "cao 5 m ở phía đông, 10 h ở",
        "đường B ở phía Đông, khóa V ông được bầu, hạng B ông",
        "điểm k, l, m và n vào sau điểm i; x và i",
        "NHIỆM KỲ KHOÁ I",
        "a b c d e f g h i",
        "2007. T he Early Chinese Empires; related to a certain person",
        "khó ai, gì ông, ra ý",  # together the tone would stand on the wrong letter
        "Ma-lai-xi a, Bernie's a, v.v a, lo/a",
        "hi  ện, hi\nện, hi, ện, hi. Ện",  # something else than one space stands between
        "Páo, Lũng Chải, Vàng A Páo, Si Ma Cai, Mù Cang Chải, Kon Tum",
    ],
)
def test_words_that_only_look_like_pieces_stand(text: str) -> None:
    assert after(join_splits, text) == text

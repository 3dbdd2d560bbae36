"""Spaces and quotation marks: every row takes its example and leaves the other."""

from __future__ import annotations

import pytest

from kb.source.repair.punctuation import SPACINGS, Spacing
from kb.source.repair.quotes import match_quotes
from tests.source.repairing import after


def spaced(text: str) -> str:
    for row in SPACINGS:
        text = after(row.edits, text)
    return text


@pytest.mark.parametrize("row", SPACINGS, ids=lambda row: row.takes)
def test_a_row_takes_its_place_and_leaves_the_other(row: Spacing) -> None:
    assert (after(row.edits, row.takes) != row.takes, after(row.edits, row.leaves)) == (True, row.leaves)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("năm , bộ . Sau : và ; nào ? tốt ! (1979 ) “khéo ”", "năm, bộ. Sau: và; nào? tốt! (1979) “khéo”"),
        ("thôn ,xã; là : 5, từ nay . 5 đơn vị", "thôn, xã; là: 5, từ nay. 5 đơn vị"),
        ("giai đoạn 2017- 2019, 2021 -2025", "giai đoạn 2017 - 2019, 2021 - 2025"),
        ("NGHĨA,TẦM", "NGHĨA, TẦM"),
        ("“Muôn việc”,“Đổi mới”gắn", "“Muôn việc”, “Đổi mới” gắn"),
        ("“khéo”;“Nông dân", "“khéo”; “Nông dân"),
        ("cư....Thể dục, toàn quốc...Hệ thống, dịch…Các", "cư.... Thể dục, toàn quốc... Hệ thống, dịch… Các"),
        ("đời sống.Nhân dân", "đời sống. Nhân dân"),
        ("ODA,vốn vay; Fama,được", "ODA, vốn vay; Fama, được"),
        ("cách  mạng   tháng", "cách mạng tháng"),
        ("TỈNH ỦY          ĐẢNG\tVIỆT NAM", "TỈNH ỦY ĐẢNG VIỆT NAM"),
        ("a)Chủ trì (Đã ký)Lê Văn", "a) Chủ trì (Đã ký) Lê Văn"),
    ],
)
def test_spaces_are_put_right(printed: str, meant: str) -> None:
    assert spaced(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "ngày ... tháng ... năm ..., Số: ……/BC, ngày...tháng...năm",
        "13.458; 6,6; 1.5m; 7:30; 3 : 1; 8/8",
        "TP.HCM, TP.Huế, Th.S, v.v., www.a.vn, a@b.vn, .NET",
        "https://chinhphu.vn/a,b;c?d=1!",
        "A,B,C; N,N-đimetyl; 2,4-D; H”Mông; Moody’s",
        "( a, [ b, “ c",
    ],
)
def test_what_is_no_fault_of_spacing_stays(text: str) -> None:
    assert spaced(text) == text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ('thế “ngàn cân treo sợi tóc", Chủ tịch', "thế “ngàn cân treo sợi tóc”, Chủ tịch"),
        ('“Dân vận khéo ";“Nông dân”', "“Dân vận khéo”;“Nông dân”"),  # outline, line 872
        ('từ "acid” (axit), "sharp"', 'từ “acid” (axit), "sharp"'),
        ('“Ông nói "đi" rồi”', '“Ông nói "đi" rồi”'),
        ('"a", "b" và “c”', '"a", "b" và “c”'),
        ('“e) …liên quan;".', "“e) …liên quan;”."),
        ('dài 5" và “rộng” 6"', 'dài 5" và “rộng” 6"'),
        ("“không đóng", "“không đóng"),
    ],
)
def test_a_quotation_mark_fits_its_partner(printed: str, meant: str) -> None:
    assert after(match_quotes, printed) == meant

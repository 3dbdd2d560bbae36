"""The table of printed markers, from "Phần thứ nhất" down to "-": how each looks, and what it may hold.

Every row has lines that it must take and lines that it must leave; the tests run them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kb.outline.counting import Count
from kb.outline.signs import CAPITALS

FormName = Literal[
    "markdown",
    "part",
    "appendix",
    "chapter",
    "section",
    "subsection",
    "article",
    "worded",
    "roman",
    "upper",
    "numbered",
    "decimal",
    "bracketed",
    "lower",
    "lower-roman",
    "bullet",
]

DIVISIONS = 50
"""The highest order of the markers that divide laws: words with a number ("Chương II"), not a number alone."""

CAPTIONS = 60
"""The order of what heads the parts of other documents: "I.", "A.", "Câu 1:"."""

NUMBERS = 70
DECIMALS = 75
POINTS = 80
BULLETS = 90


@dataclass(frozen=True)
class Form:
    """One way to print a marker.

    `order` says what may hold what: a marker holds those of a higher order. `look` finds the marker at the start of a
    line; its group `number` is counted as `count` says (None: not counted), the groups `close` or `dash` are what
    closes it, `suffix` the letter of "Điều 12a". `takes` and `leaves` are lines that it must take and must leave.
    """

    name: FormName
    order: int
    count: Count | None
    look: str
    takes: tuple[str, ...]
    leaves: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.look)


_ROMAN = r"[IVX]{1,7}(?![IVX])"
_WORD = r"(?:thứ|THỨ|Thứ)\s+[^\W\d_]+"
# A space, or none where it was lost: "I.HOÀN CẢNH".
_GAP = r"(?=\s+\S|\s*$|[“\"(]|(?<!/)[^\W\d_]{2})"
_CAPITAL = rf"(?=\s*[{CAPITALS}“\"])"
# "… quy định tại" / "Chương II Luật này" only names the chapter.
_OTHER = "Luật|Bộ luật|Hiến pháp|Nghị|Thông tư|Quyết định|Chỉ thị|Quy|Điều|Chương|Mục|Phần|Phụ lục|Kế hoạch|Đề án"
# Nothing more, a closing mark, or a capital; also a capital whose space was lost: "Chương IQUY ĐỊNH CHUNG".
_TITLE = rf"\s*$|[.:](?:\s|$)|(?!\s+(?:{_OTHER})\b)\s+[-–]?\s*[{CAPITALS}“\"(]"
_TO_TEXT = rf"(?:(?!\w)(?P<close>[.:]?)(?={_TITLE})|(?=[{CAPITALS}]{{2}}))"
_NAMED = (
    "Bài|BÀI|Câu|CÂU|Câu hỏi|CÂU HỎI|Chuyên đề|CHUYÊN ĐỀ|Chủ đề|CHỦ ĐỀ|Vấn đề|VẤN ĐỀ|Tình huống|TÌNH HUỐNG"
    "|Bước|BƯỚC|Nội dung|NỘI DUNG|Nhiệm vụ|NHIỆM VỤ|Ý kiến|Ý KIẾN"
)

FORMS = (
    Form(
        "markdown",
        1,
        None,
        r"(?P<number>#{1,6})(?P<close>)(?=\s+\S)",
        takes=("## Thành lập",),
        leaves=("#ThiDua", "# "),
    ),
    Form(
        "part",
        10,
        "roman",
        rf"(?:Phần|PHẦN)\s+(?P<number>{_WORD}|{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        takes=("Phần thứ nhất", "PHẦN II. NỘI DUNG", "Phần 1: Mở đầu"),
        leaves=("Phần thưởng 2 triệu đồng", "Phần I của Nghị quyết"),
    ),
    Form(
        "appendix",
        10,
        "roman",
        rf"(?:Phụ lục|PHỤ LỤC)\s+(?:số\s+|SỐ\s+)?(?P<number>{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        takes=("Phụ lục I", "PHỤ LỤC 2. DANH MỤC"),
        leaves=("Phụ lục kèm theo", "Phụ lục I ban hành kèm theo", "Phụ lục XIII hoặc", "Phụ lục I.A và"),
    ),
    Form(
        "chapter",
        20,
        "roman",
        rf"(?:Chương|CHƯƠNG|Chapter|CHAPTER)\s+(?P<number>{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        takes=("Chương I", "CHƯƠNG II. ĐIỀU KHOẢN", "Chương 3 Tổ chức", "Chương IQUY ĐỊNH CHUNG", "Chapter I"),
        leaves=("Chương trình hành động", "Chương II của Luật này", "Chương II Luật này"),
    ),
    Form(
        "section",
        30,
        "arabic",
        rf"(?:Mục|MỤC)\s+(?P<number>{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        takes=("Mục 1. QUY ĐỊNH CHUNG", "MỤC 2", "Mục 2HỘI ĐỒNG DÂN TỘC"),
        leaves=("Mục tiêu đến năm 2025", "Mục 1 của Chương này", "Mục 2.2 Quy chuẩn này"),
    ),
    Form(
        "subsection",
        40,
        "arabic",
        rf"(?:Tiểu mục|TIỂU MỤC)\s+(?P<number>\d{{1,2}}){_TO_TEXT}",
        takes=("Tiểu mục 2. Quyền",),
        leaves=("Tiểu mục 2 của Mục này",),
    ),
    Form(
        "article",
        DIVISIONS,
        "arabic",
        r"(?:Điều|ĐIỀU|Article)\s+(?P<number>\d{1,3})(?P<suffix>[a-zđ]?)(?![/\w])(?:(?P<close>[.:])(?!\d)|(?=\s*$))",
        takes=("Điều 1. Phạm vi điều chỉnh", "Điều 12a. Tạm dừng", "Điều 5", "Article 1. Scope"),
        leaves=(
            "Điều 5 của Luật này",
            "Điều 8 Thông tư này",
            "Điều kiện 1. Có đủ",
            "“Điều 7. Yêu cầu",
            "Điều 3, Điều 4",
        ),
    ),
    Form(
        "worded",
        CAPTIONS,
        "arabic",
        rf"(?:{_NAMED})\s+(?:số\s+|SỐ\s+|thứ\s+)?(?P<number>{_ROMAN}|\d{{1,3}})(?P<close>[.:)/]|(?=\s*$))(?=\s|$)",
        takes=("Câu 1: Chuyển đổi số là gì?", "Bài 2", "CHUYÊN ĐỀ 3.", "Câu hỏi 12. Ai được hỗ trợ?"),
        leaves=("Bài 2 của tập sách", "Câu 5 từ", "Nội dung 1 và 2"),
    ),
    Form(
        "roman",
        CAPTIONS,
        "roman",
        rf"(?P<number>{_ROMAN})(?:(?P<close>[./])(?![A-Z]\.){_GAP}|\s?(?P<dash>[-–])(?!\s*[IVX]+\b){_CAPITAL})",
        takes=("I. HOÀN CẢNH", "II- QUAN ĐIỂM", "III/ TỔ CHỨC", "IV - KẾT LUẬN", "I.HOÀN CẢNH"),
        leaves=("V sẽ được tổ chức", "V.I. Lênin từng viết", "XV-XVI", "IV, V và VI"),
    ),
    Form(
        "upper",
        CAPTIONS,
        "letter",
        rf"(?P<number>[A-ZĐ])(?:(?P<close>[./])(?![A-Z]\.){_GAP}|\s?(?P<dash>[-–]){_CAPITAL})",
        takes=("A. MỤC ĐÍCH, YÊU CẦU", "B- NỘI DUNG", "C/ TỔ CHỨC"),
        leaves=("A, B, C tại Liên hoan", "B.C. Hồ", "Á. đông"),
    ),
    Form(
        "numbered",
        NUMBERS,
        "arabic",
        rf"(?P<number>\d{{1,3}})(?P<suffix>[a-zđ]?)(?:(?P<close>[./])(?!\d){_GAP}|\s?(?P<dash>[-–]){_CAPITAL})",
        takes=("1. Hoàn cảnh", "1a. Thông tin", "12. Giấy chứng nhận", "1- Sau 05 năm", "2/ Mục tiêu", "3.Kết quả"),
        leaves=(
            "1.308 cá nhân",  # the outline, line 597
            "8/8 cấp huyện",
            "27/3/1948",
            "3 - 5 tuổi",
            "2020. Năm",
            "100% cán bộ",
            "861/QĐ-TTg",
            "5 - 7 ngày",
            "24/24h",
        ),
    ),
    Form(
        "decimal",
        DECIMALS,
        "arabic",
        rf"(?P<number>(?:{_ROMAN}|[A-Z]|\d{{1,2}})(?:\.\d{{1,2}}){{1,4}})(?:(?P<close>[.):/-]){_GAP}|(?=\s){_CAPITAL})",
        takes=("2.1. Các phong trào", "3.1- Ưu tiên", "1.1 Mục tiêu", "II.2.1. Kết quả", "1.2.3.4. Chi tiết"),
        leaves=("1.308 cá nhân", "2.442 thủ tục", "20.5.2021 của HĐND", "3.5 triệu đồng", "13.458 tỷ đồng"),
    ),
    Form(
        "bracketed",
        POINTS,
        "arabic",
        rf"\(?(?P<number>\d{{1,2}})(?P<close>\)){_GAP}",
        takes=("1) Về chính trị", "(2) Tổ chức"),
        leaves=("(2016 - 2020)", "(3 người)", "5 người)"),
    ),
    Form(
        "lower",
        POINTS,
        "letter",
        rf"\(?(?P<number>[a-zđ])(?P<close>[.)/-]){_GAP}",
        takes=("a) Về chính trị", "đ) Các loại", "b. Nội dung", "(c) Khác", "a- Mục tiêu"),
        leaves=("a, b và c", "và) khác", "km/h"),
    ),
    Form(
        "lower-roman",
        POINTS,
        "roman",
        rf"\(?(?P<number>[ivx]{{1,5}})(?P<close>[.)]){_GAP}",
        takes=("i) Hộ nghèo", "(ii) Hộ cận nghèo", "iv. Khác"),
        leaves=("vi mạch", "iiii) a", "i, ii"),
    ),
    Form(
        "bullet",
        BULLETS,
        None,
        r"(?P<number>[-–—+*•●○▪■□♦◊➢►▶✓✔→·])(?P<close>)(?=\s+[^\W_]|\s*[“\"‘(]|[^\W\d_]{2})",
        takes=("- Hoàn cảnh ra đời", "* Phong trào", "+ Đơn vị số 1", "–Về kinh tế", "• “Dạy tốt”"),
        leaves=("-----", "* * *", "-5 độ C", "- , và", "*"),
    ),
)
"""Every form of marker. An order is shared where either may hold the other, whichever comes first."""
